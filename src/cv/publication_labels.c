/* publication_labels.c - bracketed lists of venue links: "[[ICLR'25(a)](url), [TIFS'24](url), S&P 2026]". Each label is
 * all that is said of a work, but for what its address tells. */
#include "mkcv/utf8.h"
#include "publication_line.h"
#include <ctype.h>
#include <string.h>

static void add_plain(struct mkcv_arena *a, struct mkcv_labels *out, const struct mkcv_text *t, size_t from, size_t to)
{
    struct mkcv_label l = {.range = {from, to}, .url = ""};
    while (l.range.from < to && strchr(" \t", t->s[l.range.from])) l.range.from++;
    while (l.range.to > l.range.from && strchr(" \t", t->s[l.range.to - 1])) l.range.to--;
    l.text = mkcv_arena_strndup(a, t->s + l.range.from, l.range.to - l.range.from);
    l.known = mkcv_venue_from_label(a, l.text, &l.venue);
    if (!l.known) return;
    *MKCV_PUSH(a, &out->list) = l;
    out->known++;
}

/* Listings without a link between those with one: the parts of [from, to) between commas and brackets. */
static void add_unlinked(struct mkcv_arena *a, struct mkcv_labels *out, const struct mkcv_text *t, size_t from,
                         size_t to)
{
    size_t start = from;
    for (size_t i = from; i <= to; i++) {
        if (i < to && !strchr(",;[]", t->s[i])) continue;
        if (i > start) add_plain(a, out, t, start, i);
        start = i + 1;
    }
}

static void add_link(struct mkcv_arena *a, struct mkcv_labels *out, const struct mkcv_text *t, struct mkcv_label l)
{
    l.text = mkcv_arena_strndup(a, t->s + l.range.from, l.range.to - l.range.from);
    l.known = mkcv_venue_from_label(a, l.text, &l.venue);
    out->known += l.known;
    *MKCV_PUSH(a, &out->list) = l;
}

/* The links in [from, to) with their texts, those without an address too, and the listings among them that are none. */
struct mkcv_labels mkcv_labels_in(struct mkcv_arena *a, const struct mkcv_text *t, size_t from, size_t to)
{
    struct mkcv_labels out = {.known = 0};
    size_t open = from, gap = from;
    while (open < to && t->s[open] != '[') open++;
    for (size_t i = 0; i < t->spans.count;) {
        const struct mkcv_span *s = &t->spans.at[i++];
        if (!s->url || s->at < from || s->at + s->len > to) continue;
        struct mkcv_label l = {.range = {s->at, s->at + s->len}, .url = s->url};
        for (; i < t->spans.count && t->spans.at[i].url && !strcmp(t->spans.at[i].url, s->url); i++)
            l.range.to = t->spans.at[i].at + t->spans.at[i].len;
        if (open < l.range.from) add_unlinked(a, &out, t, gap > open ? gap : open, l.range.from);
        add_link(a, &out, t, l);
        gap = l.range.to;
    }
    if (out.list.count && open < gap) add_unlinked(a, &out, t, gap, to);
    return out;
}

static int words_outside(const struct mkcv_text *t, size_t from, size_t to, const struct mkcv_labels *l)
{
    int words = 0;
    bool inside = false;
    size_t k = 0;
    for (size_t i = from; i < to; i++) {
        while (k < l->list.count && l->list.at[k].range.to <= i) k++;
        bool linked = k < l->list.count && i >= l->list.at[k].range.from;
        bool word = !linked && (isalnum((unsigned char)t->s[i]) || (unsigned char)t->s[i] >= 0x80);
        words += word && !inside;
        inside = word;
    }
    return words;
}

/* A list of venue links: nearly all links are such, and beside the head before them there is next to nothing. */
bool mkcv_labels_are_list(const struct mkcv_text *t, size_t from, size_t to, const struct mkcv_labels *l)
{
    if (!l->known || l->known * 4 < l->list.count * 3) return false;
    size_t first = l->list.at[0].range.from;
    bool bracketed = first > from && t->s[first - 1] == '[';
    int before = words_outside(t, from, first, l), all = words_outside(t, from, to, l);
    return (l->known >= 2 || bracketed) && before <= 12 && all - before <= 2;
}

static void add_label(struct mkcv_reader *r, const struct mkcv_text *t, const struct mkcv_label *l,
                      const struct mkcv_category *path)
{
    struct mkcv_loc loc = mkcv_text_loc(t, l->range.from);
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_PUBLICATIONS, loc);
    struct mkcv_category c = *path;
    c.label = l->text;
    c.loc = loc;
    *MKCV_PUSH(r->arena, &e->categories) = c;
    mkcv_publication_set_url(r, e, NULL, l->url, loc);
    struct mkcv_identity id = mkcv_identity_from_url(r->arena, e->url);
    mkcv_publication_set(r, e, MKCV_FIELD_TITLE, id.title, loc);
    mkcv_publication_set(r, e, MKCV_FIELD_ORG, l->known ? l->venue.name : l->text, loc);
    if (l->known) e->end = (struct mkcv_date){.year = (short)l->venue.year};
    if (l->known && l->venue.honors) {
        const char *status = mkcv_publication_status(mkcv_utf8_fold(r->arena, l->venue.honors));
        if (status)
            mkcv_publication_set(r, e, MKCV_FIELD_STATUS, status, loc);
        else
            mkcv_publication_add_honor(r, e, l->venue.honors, loc);
    }
    e->selected = r->selected;
    mkcv_publication_complete(r, e);
}

size_t mkcv_publications_read_labels(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t to,
                                     const struct mkcv_category *path)
{
    struct mkcv_labels l = mkcv_labels_in(r->arena, t, from, to);
    if (!mkcv_labels_are_list(t, from, to, &l)) return 0;
    for (size_t i = 0; i < l.list.count; i++) add_label(r, t, &l.list.at[i], path);
    return l.list.count;
}

static bool has_labels(struct mkcv_arena *a, const struct mkcv_text *t)
{
    size_t n = mkcv_text_length(t);
    if (!n || n > MKCV_READ_TEXT_BYTES) return false;
    struct mkcv_labels l = mkcv_labels_in(a, t, 0, n);
    return mkcv_labels_are_list(t, 0, n, &l) && (l.known >= 2);
}

bool mkcv_publications_in_block(const struct mkcv_block *block)
{
    struct mkcv_arena scratch;
    mkcv_arena_init(&scratch);
    bool found = has_labels(&scratch, &block->text);
    mkcv_arena_clear(&scratch);
    for (const struct mkcv_block *b = block->first; b && !found; b = b->next) found = mkcv_publications_in_block(b);
    return found;
}
