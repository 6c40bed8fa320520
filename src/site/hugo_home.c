/* hugo_home.c - the home page of a Hugo site and its kin: sections that the page's front matter lists (Hugo Blox), or
 * widgets, one file each in a folder (Academic, Wowchemy). A section of text becomes a page, one of data a widget; what
 * only arranges other pages says nothing of its own. */
#include "hugo.h"
#include "mkcv/source.h"
#include <ctype.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum part { PART_NONE, PART_PROFILE, PART_TEXT, PART_DATA };

/* By the beginning of the section's name, prefix "resume-" and number off. */
static const struct {
    const char *name;
    enum part part;
} parts[] = {{"about", PART_PROFILE},   {"biography", PART_PROFILE}, {"avatar", PART_PROFILE},
             {"markdown", PART_TEXT},   {"blank", PART_TEXT},        {"custom", PART_TEXT},
             {"experience", PART_DATA}, {"education", PART_DATA},    {"accomplishments", PART_DATA},
             {"awards", PART_DATA},     {"skills", PART_DATA},       {"featurette", PART_DATA},
             {"features", PART_DATA},   {"languages", PART_DATA},    {"timeline", PART_DATA},
             {"contact", PART_DATA},    {"certificat", PART_DATA},   {"publications-list", PART_DATA}};

static enum part part_of(const char *name)
{
    const char *slash = strrchr(name, '/');
    if (slash) name = slash + 1;
    if (!strncasecmp(name, "resume-", 7)) name += 7;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (!strncasecmp(name, parts[i].name, strlen(parts[i].name))) return parts[i].part;
    return PART_NONE;
}

/* One section, whichever way it is written. */
struct section {
    const char *name;
    const struct mkcv_node *meta, *content; /* content: where title and data stand */
    const struct mkcv_block *body;          /* NULL: the content's `text` */
    const char *path;
    struct mkcv_loc loc;
};

static bool is_hidden(const struct mkcv_node *meta)
{
    return !mkcv_node_bool(meta, "active", true) || mkcv_node_bool(meta, "demo", false) ||
           mkcv_node_bool(meta, "hidden", false) || mkcv_node_bool(meta, "draft", false);
}

static void note_profile(struct mkcv_hugo *h, const struct section *s)
{
    static const char *const keys[] = {"username", "author", "user", NULL};
    for (const char *const *k = keys; *k && !h->profile; k++) h->profile = mkcv_node_string(s->content, *k);
    const char *text = mkcv_node_string(s->content, "text");
    if (text && !h->text) h->text = mkcv_node_lookup(s->content, "text");
}

/* Text as a page whose title is the section's. */
static void take_text(struct mkcv_hugo *h, const struct section *s)
{
    const struct mkcv_node *text = mkcv_node_lookup(s->content, "text");
    struct mkcv_record page = {
        .kind = MKCV_RECORD_PAGE, .path = s->path, .meta = s->content, .body = s->body, .loc = s->loc};
    if ((!page.body || !page.body->first) && mkcv_node_string(text, "")) {
        struct mkcv_loc at = text->loc;
        if (text->quoted && strchr(text->value, '\n')) at.line++; /* behind the line of its "|" */
        page.body = mkcv_markdown_read(h->arena, text->value, at, h->diags);
    }
    if (page.body && page.body->first) *MKCV_PUSH(h->arena, &h->home) = page;
}

static void take_data(struct mkcv_hugo *h, const struct section *s)
{
    mkcv_hugo_prune(h, s->content);
    *MKCV_PUSH(h->arena, &h->home) =
        (struct mkcv_record){.kind = MKCV_RECORD_WIDGET, .path = s->path, .meta = s->meta, .loc = s->loc};
}

/* Degrees and interests that stand beside the biography, as first versions of the theme have them. */
static void take_lists(struct mkcv_hugo *h, const struct section *s)
{
    struct mkcv_node *lists = MKCV_NEW(h->arena, struct mkcv_node), **at = &lists->first;
    *lists = (struct mkcv_node){.kind = MKCV_NODE_MAP, .loc = s->loc};
    for (const struct mkcv_node *n = s->content ? s->content->first : NULL; n; n = n->next) {
        if (!n->key || n->kind == MKCV_NODE_SCALAR) continue;
        if (strcmp(n->key, "education") != 0 && strcmp(n->key, "interests") != 0) continue;
        struct mkcv_node *own = MKCV_NEW(h->arena, struct mkcv_node);
        *own = *n;
        own->next = NULL;
        *at = own;
        at = &own->next;
    }
    if (!lists->first) return;
    mkcv_hugo_prune(h, lists);
    *MKCV_PUSH(h->arena, &h->home) =
        (struct mkcv_record){.kind = MKCV_RECORD_PERSON, .path = s->path, .meta = lists, .loc = s->loc};
}

static void take_section(struct mkcv_hugo *h, const struct section *s)
{
    if (is_hidden(s->meta)) {
        mkcv_hugo_skip(h, s->loc, s->name, "it is switched off");
        return;
    }
    switch (part_of(s->name)) {
    case PART_PROFILE:
        note_profile(h, s);
        take_lists(h, s);
        if (s->body) take_text(h, s);
        break;
    case PART_TEXT:
        take_text(h, s);
        break;
    case PART_DATA:
        take_data(h, s);
        take_text(h, s);
        break;
    case PART_NONE:
        mkcv_hugo_skip(h, s->loc, s->name, "it arranges other pages");
        break;
    }
}

bool mkcv_hugo_read_sections(struct mkcv_hugo *h, const struct mkcv_record *page)
{
    const struct mkcv_node *list = mkcv_node_lookup(page->meta, "sections");
    if (!list || list->kind != MKCV_NODE_LIST) return false;
    for (const struct mkcv_node *n = list->first; n; n = n->next) {
        const char *name = mkcv_node_string(n, "block");
        const struct mkcv_node *content = mkcv_node_lookup(n, "content");
        if (!name) name = mkcv_node_string(n, "widget");
        if (!name) continue;
        take_section(h, &(struct section){name, n, content ? content : n, NULL, page->path, n->loc});
    }
    return true;
}

/* --- widgets ----------------------------------------------------------------------------------------------------- */

static long weight_of(const struct mkcv_record *r)
{
    const char *weight = mkcv_node_string(r->meta, "weight");
    long value = weight ? strtol(weight, NULL, 10) : 0;
    return value ? value : LONG_MAX; /* what has no weight stands last */
}

static int compare_weights(const void *a, const void *b)
{
    const struct mkcv_record *x = a, *y = b;
    long wx = weight_of(x), wy = weight_of(y);
    return wx != wy ? (wx > wy) - (wx < wy) : strcmp(x->path, y->path);
}

void mkcv_hugo_read_widgets(struct mkcv_hugo *h, const char *folder)
{
    struct mkcv_names names = mkcv_file_names(h->arena, mkcv_site_path(h->arena, h->site, folder));
    struct {
        MKCV_VEC(struct mkcv_record) list;
    } files = {0};
    for (size_t i = 0; i < names.list.count; i++) {
        struct mkcv_record r;
        const char *path = mkcv_path_join(h->arena, folder, names.list.at[i]);
        if (!mkcv_site_is_page_name(path) || !mkcv_hugo_is_in_language(h, &names, names.list.at[i])) continue;
        if (mkcv_site_read_page(h->arena, h->site, MKCV_RECORD_PAGE, path, &r, h->diags) && r.meta)
            *MKCV_PUSH(h->arena, &files.list) = r;
    }
    if (files.list.count) qsort(files.list.at, files.list.count, sizeof *files.list.at, compare_weights);
    for (size_t i = 0; i < files.list.count; i++) {
        const struct mkcv_record *r = &files.list.at[i];
        const char *name = mkcv_node_string(r->meta, "widget");
        if (name) take_section(h, &(struct section){name, r->meta, r->meta, r->body, r->path, r->loc});
    }
}
