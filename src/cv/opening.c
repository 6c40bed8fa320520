/* opening.c - where a section or a group of a page begins: the heading decides what is read below it. */
#include "mkcv/file.h"
#include "mkcv/section.h"
#include "outline.h"
#include <string.h>

void mkcv_outline_ungroup(struct outline *o, int level)
{
    while (o->r->groups.count && (o->r->groups.count > 8 || o->group_level[o->r->groups.count - 1] >= level))
        o->r->groups.count--;
}

void mkcv_outline_group(struct outline *o, const struct mkcv_text *t, int level)
{
    mkcv_outline_ungroup(o, level);
    if (o->r->groups.count >= 8) return;
    o->group_level[o->r->groups.count] = level;
    struct mkcv_range cut = mkcv_trim(t->s, (struct mkcv_range){0, mkcv_text_length(t)});
    *MKCV_PUSH(o->r->arena, &o->r->groups) = mkcv_text_slice(o->r->arena, t, cut.from, cut.to);
}

static void name_section(struct outline *o, const struct mkcv_text *t)
{
    struct mkcv_section *s = mkcv_read_section(o->r, o->sense.kind);
    struct mkcv_range cut = mkcv_trim(t->s, (struct mkcv_range){0, mkcv_text_length(t)});
    if (cut.from >= cut.to || o->sense.second != MKCV_KIND_COUNT) return;
    const char *title = mkcv_arena_strndup(o->r->arena, t->s + cut.from, cut.to - cut.from);
    if (s->title) {
        if (strcasecmp(s->title, title) != 0)
            s->title = ""; /* headed in several ways: cv.c gives it the kind's own title */
        return;
    }
    s->title = title;
    s->level = o->level ? o->level : 1;
    s->loc = mkcv_text_loc(t, 0);
}

void mkcv_outline_open(struct outline *o, const struct mkcv_text *t, struct mkcv_heading sense, int level)
{
    struct mkcv_reader *r = o->r;
    o->sense = sense;
    o->labelled = false;
    o->level = level;
    o->other = 0;
    o->reported = false;
    r->heading = *t;
    r->groups.count = 0;
    r->lead = (struct mkcv_text){.s = NULL};
    r->kind = sense.sense == MKCV_HEADING_KIND ? sense.kind : MKCV_KIND_COUNT;
    r->mixed = sense.second != MKCV_KIND_COUNT;
    r->selected = sense.selected;
    if (sense.sense == MKCV_HEADING_KIND) name_section(o, t);
    if (sense.sense == MKCV_HEADING_LEFT_OUT)
        mkcv_report(r->diags, MKCV_DIAG_SECTION_LEFT_OUT, mkcv_text_loc(t, 0), t->s);
}

/* A page without a title goes by its file's name: "photos.html", "_pages/selected-talks.md". */
static struct mkcv_heading read_name(struct outline *o, const struct mkcv_record *page)
{
    const char *path = page->path ? page->path : "", *base = mkcv_path_base(path);
    char *name = mkcv_arena_strndup(o->r->arena, base, strlen(base) - strlen(mkcv_path_extension(base)));
    if (!strcmp(name, "index") && base > path) /* of the folder */
        name = mkcv_arena_strndup(o->r->arena, path, (size_t)(base - path) - 1);
    return mkcv_heading_read(o->r->arena, name);
}

/* The page's title stands over all of it, but on the landing page, where it greets; a page of works is none, though it
 * be the first. */
void mkcv_outline_open_page(struct outline *o, const struct mkcv_record *page)
{
    const char *title = mkcv_node_string(page->meta, "title");
    struct mkcv_heading h = mkcv_heading_read(o->r->arena, title);
    if (h.sense == MKCV_HEADING_KIND && h.kind == MKCV_KIND_PUBLICATIONS) o->landing = false;
    if (!title && !o->landing) h = read_name(o, page);
    if (o->landing || (!title && h.sense == MKCV_HEADING_UNKNOWN))
        h = (struct mkcv_heading){MKCV_HEADING_BIOGRAPHY, MKCV_KIND_COUNT, MKCV_KIND_COUNT, false, false};
    const struct mkcv_node *node = mkcv_node_lookup(page->meta, "title");
    struct mkcv_text t = mkcv_text_new(o->r->arena, title && !o->landing ? title : "", node ? node->loc : page->loc);
    mkcv_outline_open(o, &t, h, 0);
    bool stands = h.sense == MKCV_HEADING_KIND || h.sense == MKCV_HEADING_UNKNOWN;
    if (o->landing || !stands) o->r->heading = (struct mkcv_text){.s = NULL};
}
