/* kept.c - what no kind of section can read: it is kept under its heading, so that nothing is lost without a word. */
#include "mkcv/utf8.h"
#include "outline.h"
#include <string.h>

struct mkcv_block *mkcv_block_copy(struct mkcv_arena *a, const struct mkcv_block *b)
{
    struct mkcv_block *copy = MKCV_NEW(a, struct mkcv_block);
    *copy = *b;
    copy->next = NULL;
    return copy;
}

static void append(struct outline *o, struct mkcv_block *b)
{
    struct mkcv_section *s = &o->r->cv->sections.at[o->other - 1];
    if (s->body)
        o->last->next = b;
    else
        s->body = b;
    o->last = b;
}

/* The headings below the section's own that stand above what is kept, each once. */
static void keep_groups(struct outline *o)
{
    struct mkcv_reader *r = o->r;
    for (size_t i = 0; i < r->groups.count && i < sizeof o->kept_groups / sizeof *o->kept_groups; i++) {
        const struct mkcv_text *t = &r->groups.at[i];
        if (mkcv_text_is_empty(t) || o->kept_groups[i] == t->s) continue;
        struct mkcv_block *heading = MKCV_NEW(r->arena, struct mkcv_block);
        int level = (o->level ? o->level : 1) + 1 + (int)i;
        *heading =
            (struct mkcv_block){.kind = MKCV_BLOCK_HEADING, .level = level < 6 ? level : 6, .loc = mkcv_text_loc(t, 0)};
        heading->text = mkcv_text_slice(r->arena, t, 0, mkcv_text_length(t));
        for (size_t k = 0; k < heading->text.spans.count; k++)
            heading->text.spans.at[k].marks = (uint16_t)(heading->text.spans.at[k].marks & ~MKCV_MARK_STRONG);
        append(o, heading);
        o->kept_groups[i] = t->s;
    }
}

void mkcv_outline_keep(struct outline *o, const struct mkcv_block *b)
{
    struct mkcv_reader *r = o->r;
    if (!o->other) {
        struct mkcv_section *s = MKCV_PUSH(r->arena, &r->cv->sections);
        struct mkcv_range cut = {0, 0};
        if (r->heading.s) cut = mkcv_trim(r->heading.s, (struct mkcv_range){0, mkcv_text_length(&r->heading)});
        *s = (struct mkcv_section){.kind = MKCV_KIND_OTHER,
                                   .level = o->level ? o->level : 1,
                                   .loc = r->heading.s ? mkcv_text_loc(&r->heading, 0) : b->loc};
        if (cut.to > cut.from) s->title = mkcv_arena_strndup(r->arena, r->heading.s + cut.from, cut.to - cut.from);
        o->other = r->cv->sections.count;
        memset(o->kept_groups, 0, sizeof o->kept_groups);
        if (o->sense.sense == MKCV_HEADING_UNKNOWN && s->title && !o->reported)
            mkcv_report(r->diags, MKCV_DIAG_SECTION_UNKNOWN, s->loc, s->title);
        o->reported = true;
    }
    keep_groups(o);
    append(o, mkcv_block_copy(r->arena, b));
}

/* What an item said beside its entries. */
void mkcv_outline_keep_rest(struct outline *o, const struct mkcv_block *b)
{
    struct mkcv_block rest = {.kind = MKCV_BLOCK_PARAGRAPH, .text = o->r->rest, .loc = b->loc};
    if (!mkcv_text_is_empty(&rest.text)) mkcv_outline_keep(o, &rest);
    o->r->rest = (struct mkcv_text){.s = NULL};
}

bool mkcv_is_site_name(struct mkcv_reader *r, const struct mkcv_text *t)
{
    enum { NAME_BYTES = 40, HOST_BYTES = 60 };
    size_t n = mkcv_text_length(t);
    struct mkcv_range all = mkcv_trim(t->s, (struct mkcv_range){0, n}), link = mkcv_link_at(t, all.from);
    const char *url = mkcv_text_url(t, 0, n), *at = url ? strstr(url, "://") : NULL;
    if (n > NAME_BYTES || !at || link.to < all.to) return false;
    char *name = mkcv_arena_strdup(r->arena, mkcv_utf8_fold(r->arena, t->s)), *to = name, host[HOST_BYTES];
    for (const char *p = name; *p; p++)
        if (*p != ' ') *to++ = *p;
    *to = 0;
    size_t length = strcspn(at + 3, "/?#");
    if (length >= sizeof host) return false;
    memcpy(host, at + 3, length);
    host[length] = 0;
    return strlen(name) > 3 && strstr(host, name);
}

/* Words that lead elsewhere ("see my Google Scholar", "full list here") say nothing of their own. */
bool mkcv_is_pointer(struct mkcv_reader *r, const struct mkcv_text *t)
{
    static const char *const linked[] = {"google scholar", "full list", "complete list", "click here", "see my",
                                         "here",           "my cv",     "dblp",          "more",       "download",
                                         "see also",       "pdf",       "view",          NULL},
                             *const plain[] = {"coming soon",
                                               "under construction",
                                               "back to top",
                                               "last updated",
                                               "to be updated",
                                               "click here",
                                               "find my articles on my google scholar",
                                               NULL};
    size_t n = mkcv_text_length(t), len;
    if (n > 200) return false;
    if (mkcv_is_site_name(r, t)) return true;
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, 0, n);
    if (mkcv_phrase_find(&k, 0, k.list.count, plain, &len) != (size_t)-1) return true;
    return mkcv_text_url(t, 0, n) && mkcv_phrase_find(&k, 0, k.list.count, linked, &len) != (size_t)-1;
}
