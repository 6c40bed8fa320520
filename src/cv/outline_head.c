/* outline_head.c - paragraphs that stand as headings: all bold, closed by a colon, or named as a section is; and stamps
 * of the page, which say nothing of its owner. */
#include "mkcv/utf8.h"
#include "outline.h"
#include "words.h"
#include <string.h>
#include <strings.h>

static bool is_bold(const struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct mkcv_span *s = &t->spans.at[i];
        struct mkcv_range cut = mkcv_trim(t->s, (struct mkcv_range){s->at, s->at + s->len});
        if (cut.from < cut.to && !(s->marks & MKCV_MARK_STRONG)) return false;
    }
    return t->spans.count > 0;
}

/* A paragraph that stands as a heading: all bold, or short and closed by a colon, without a link or a date. */
static bool is_head(struct mkcv_reader *r, const struct mkcv_text *t)
{
    size_t n = mkcv_text_length(t);
    if (n > 90 || n < 3 || mkcv_text_url(t, 0, n) || strstr(t->s, "\xe2\x80\xa8")) return false;
    if (t->s[n - 1] == '.' || t->s[n - 1] == '!') return false;
    struct mkcv_when w;
    bool bold = is_bold(t), colon = t->s[n - 1] == ':';
    return (bold || colon) && (!mkcv_when_find(r->arena, t->s, 0, n, &w) || w.to - w.from + 2 >= n);
}

/* A bold paragraph names a section where no kind is open or another kind is meant; else a group. */
static bool read_head(struct outline *o, const struct mkcv_text *t)
{
    struct mkcv_heading h = mkcv_heading_read(o->r->arena, t->s);
    bool known = h.whole && (h.sense == MKCV_HEADING_KIND || h.sense == MKCV_HEADING_LEFT_OUT);
    if (known && (o->sense.sense != MKCV_HEADING_KIND || h.kind != o->sense.kind)) {
        mkcv_outline_open(o, t, h, 7);
        return true;
    }
    if (o->sense.sense != MKCV_HEADING_KIND) return false;
    mkcv_outline_group(o, t, 7);
    return true;
}

bool mkcv_outline_names_kind(struct outline *o, const struct mkcv_block *b, struct mkcv_heading *h)
{
    enum { HEAD_BYTES = 40 };
    if (b->kind != MKCV_BLOCK_PARAGRAPH) return false;
    struct mkcv_text t = mkcv_item_text(o->r->arena, b);
    size_t n = mkcv_text_length(&t);
    const char *p = t.s;
    if (!n || n > HEAD_BYTES || mkcv_is_lower(mkcv_utf8_next(&p)) || mkcv_text_url(&t, 0, n)) return false;
    if (strpbrk(t.s, ".!?,:") || strstr(t.s, "\xe2\x80\xa8")) return false;
    *h = mkcv_heading_read(o->r->arena, t.s);
    return h->whole && h->sense == MKCV_HEADING_KIND &&
           (o->sense.sense != MKCV_HEADING_KIND || h->kind != o->sense.kind);
}

/* A plain paragraph that is the name of another kind, above something: a heading that only its style makes one. */
static bool read_bare_head(struct outline *o, const struct mkcv_block *b, const struct mkcv_text *t)
{
    struct mkcv_heading h;
    bool above = b->next && b->next->kind == MKCV_BLOCK_HEADING;
    if (!b->next || !mkcv_outline_names_kind(o, b, &h)) return false;
    if (above && mkcv_heading_read(o->r->arena, b->next->text.s).sense != MKCV_HEADING_UNKNOWN) return false;
    mkcv_outline_open(o, t, h, above && b->next->level > 1 ? b->next->level - 1 : 7);
    return true;
}

/* "Last updated: May 2024", "© Ada Moss": said of the page. */
static bool is_stamp(struct mkcv_reader *r, const struct mkcv_text *t)
{
    enum { STAMP_BYTES = 60, RIGHTS_BYTES = 200 };
    static const char *const starts[] = {"last updated",
                                         "last update",
                                         "last modified",
                                         "last edited",
                                         "updated on",
                                         "page last updated",
                                         "zuletzt aktualisiert",
                                         "derniere mise a jour",
                                         "ultima actualizacion",
                                         "最終更新",
                                         "最后更新",
                                         NULL};
    size_t n = mkcv_text_length(t);
    if (n <= RIGHTS_BYTES &&
        (!strncmp(t->s, "©", strlen("©")) || !strncasecmp(t->s, "copyright ©", strlen("copyright ©"))))
        return true;
    if (n > STAMP_BYTES) return false;
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, 0, n);
    for (const char *const *s = starts; *s; s++)
        if (mkcv_phrase_at(&k, 0, *s)) return true;
    return false;
}

bool mkcv_outline_read_head(struct outline *o, const struct mkcv_block *b, const struct mkcv_text *t)
{
    if (is_stamp(o->r, t)) return true;
    return is_head(o->r, t) ? read_head(o, t) : read_bare_head(o, b, t);
}
