/* outline_box.c - works whose title, links and authors are paragraphs of their own, as in a box beside a picture.
 *
 * Such a run of siblings is one work: a paragraph that is all title, then within a few paragraphs one that is all
 * names. Under a heading of publications that is enough; under others ("Research projects") the owner must be among the
 * names. A label of the venue may stand before, remarks as a list behind. */
#include "mkcv/publication.h"
#include "mkcv/section.h"
#include "outline.h"
#include "words.h"
#include <ctype.h>
#include <string.h>

enum { BETWEEN_MOST = 3, TITLE_WORDS = 3, LABEL_BYTES = 60, VENUE_BYTES = 200, NAMES_BYTES = 3000 };

static bool has_words(const struct mkcv_text *t) { return t->s && mkcv_words_count(t->s) > 0; }

/* One link or one bold run, and nothing else but bars and stops. */
static bool is_title(struct mkcv_arena *a, const struct mkcv_text *t)
{
    const struct mkcv_span *first = t->spans.count ? &t->spans.at[0] : NULL;
    if (!has_words(t) || mkcv_words_count(t->s) < TITLE_WORDS || !first) return false;
    unsigned strong = first->marks & MKCV_MARK_STRONG;
    const char *url = first->url;
    if (!url && !strong) return false;
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct mkcv_span *s = &t->spans.at[i];
        bool same = url ? s->url && !strcmp(s->url, url) : (s->marks & strong) && !s->url;
        for (size_t k = s->at; !same && k < s->at + s->len; k++)
            if (isalnum((unsigned char)t->s[k]) || (unsigned char)t->s[k] >= 0x80) return false;
    }
    return mkcv_authors_score(a, t, 0, mkcv_text_length(t)) < 60;
}

/* Names and nothing else; `own`: the owner must be one of them. */
static bool is_names(struct mkcv_reader *r, const struct mkcv_text *t, bool own)
{
    size_t n = mkcv_text_length(t);
    if (!has_words(t) || n > NAMES_BYTES || mkcv_authors_score(r->arena, t, 0, n) < 80) return false;
    struct mkcv_entry e = {.kind = MKCV_KIND_PUBLICATIONS};
    mkcv_authors_read(r->arena, t, 0, n, &e);
    for (size_t i = 0; i < e.people.count; i++)
        if (e.people.at[i].self || mkcv_is_owner(r, e.people.at[i].name)) return true;
    return !own && e.people.count >= 2;
}

/* A row of badges, pictures that are links; words may stand among them, but not before. */
static bool is_badges(const struct mkcv_block *p)
{
    const struct mkcv_span *first = p->text.spans.count ? &p->text.spans.at[0] : NULL;
    return first && first->url && (first->marks & MKCV_MARK_IMAGE);
}

/* Every word of the text is in a link: "DOI arXiv Code". */
static bool is_links(const struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; i++)
        for (size_t k = t->spans.at[i].at; !t->spans.at[i].url && k < t->spans.at[i].at + t->spans.at[i].len; k++)
            if (isalnum((unsigned char)t->s[k])) return false;
    return true;
}

/* The paragraph of names that belongs to the title `b`; NULL: none. */
static const struct mkcv_block *names_below(struct outline *o, const struct mkcv_block *b, bool own)
{
    int between = 0;
    for (const struct mkcv_block *p = b->next; p && p->kind == MKCV_BLOCK_PARAGRAPH; p = p->next) {
        struct mkcv_text t = mkcv_item_text(o->r->arena, p);
        if (is_names(o->r, &t, own)) return p;
        bool label = !has_words(&t) || is_badges(p) || (is_links(&t) && !is_title(o->r->arena, &t)) ||
                     (mkcv_text_length(&t) < LABEL_BYTES && !mkcv_text_url(&t, 0, mkcv_text_length(&t)));
        if (!label || ++between > BETWEEN_MOST) return NULL;
    }
    return NULL;
}

/* The title that a label of the venue stands before, pictures between; NULL: it is no label. */
static const struct mkcv_block *title_below(struct outline *o, const struct mkcv_block *b)
{
    struct mkcv_text t = mkcv_item_text(o->r->arena, b);
    size_t n = mkcv_text_length(&t);
    if (!has_words(&t) || n > LABEL_BYTES || mkcv_text_url(&t, 0, n) || strchr(":.!?", t.s[n - 1])) return NULL;
    for (const struct mkcv_block *p = b->next; p && p->kind == MKCV_BLOCK_PARAGRAPH; p = p->next) {
        t = mkcv_item_text(o->r->arena, p);
        if (has_words(&t)) return is_title(o->r->arena, &t) ? p : NULL;
    }
    return NULL;
}

/* The venue behind the names, where this page does not set it before the titles: "Kite Letters, 2019"; or the names. */
static const struct mkcv_block *venue_behind(struct outline *o, const struct mkcv_block *title,
                                             const struct mkcv_block *names)
{
    const struct mkcv_block *p = names->next;
    struct mkcv_text t = mkcv_item_text(o->r->arena, p);
    struct mkcv_venue v;
    struct mkcv_when w;
    size_t n = mkcv_text_length(&t);
    bool line = title->next == names && !o->labelled && p && p->kind == MKCV_BLOCK_PARAGRAPH && n && n < VENUE_BYTES;
    if (!line || is_title(o->r->arena, &t) || is_names(o->r, &t, false)) return names;
    return mkcv_venue_from_label(o->r->arena, t.s, &v) || mkcv_when_find(o->r->arena, t.s, 0, n, &w) ? p : names;
}

/* Remarks: no links, no years, so no works of their own. */
static bool is_remarks(struct mkcv_arena *a, const struct mkcv_block *list)
{
    for (const struct mkcv_block *i = list->first; i; i = i->next) {
        struct mkcv_text t = mkcv_item_text(a, i);
        if (mkcv_item_list(i) || (t.s && mkcv_text_url(&t, 0, mkcv_text_length(&t)))) return false;
    }
    return true;
}

static bool read_as_work(struct outline *o, const struct mkcv_block *item)
{
    struct mkcv_reader *r = o->r;
    enum mkcv_kind was = r->kind;
    bool mixed = r->mixed;
    r->kind = MKCV_KIND_PUBLICATIONS;
    r->mixed = false;
    bool read = mkcv_read_fits_block(r, item) && mkcv_publications_read_item(r, item);
    r->kind = was;
    r->mixed = mixed;
    return read;
}

static void append(struct mkcv_arena *a, struct mkcv_block ***tail, const struct mkcv_block *from,
                   const struct mkcv_block *end)
{
    for (; from != end; from = from->next) {
        **tail = mkcv_block_copy(a, from);
        *tail = &(**tail)->next;
    }
}

/* The last block of what stands under the heading of a work: links under headings of their own, an abstract. */
static const struct mkcv_block *end_of_article(const struct mkcv_block *heading, const struct mkcv_block *names)
{
    const struct mkcv_block *last = names;
    while (last->next && !(last->next->kind == MKCV_BLOCK_HEADING && last->next->level <= heading->level))
        last = last->next;
    return last;
}

/* The last of the short lines behind the names: the venue, an honor, dates. */
static const struct mkcv_block *lines_behind(struct outline *o, const struct mkcv_block *names)
{
    const struct mkcv_block *last = names;
    for (int i = 0; i < BETWEEN_MOST && last->next && last->next->kind == MKCV_BLOCK_PARAGRAPH; i++) {
        struct mkcv_text t = mkcv_item_text(o->r->arena, last->next);
        if (mkcv_text_length(&t) >= LABEL_BYTES) break;
        last = last->next;
    }
    return last;
}

/* "## Title" over its authors, the owner among them: what stands below is the work's; its abstract is not kept. */
const struct mkcv_block *mkcv_outline_article(struct outline *o, const struct mkcv_block *heading)
{
    bool may = o->sense.sense == MKCV_HEADING_UNKNOWN ||
               (o->sense.sense == MKCV_HEADING_KIND && o->sense.kind == MKCV_KIND_PUBLICATIONS);
    struct mkcv_text t = mkcv_item_text(o->r->arena, heading);
    if (!may || !has_words(&t) || mkcv_words_count(t.s) < TITLE_WORDS) return NULL;
    const struct mkcv_block *names = names_below(o, heading, true);
    if (!names || names != heading->next) return NULL;
    struct mkcv_block *item = mkcv_block_copy(o->r->arena, heading), **tail = &item->first;
    item->kind = MKCV_BLOCK_ITEM;
    item->text = (struct mkcv_text){.s = NULL};
    append(o->r->arena, &tail, heading, heading->next);
    item->first->kind = MKCV_BLOCK_PARAGRAPH;
    for (size_t i = 0; i < item->first->text.spans.count; i++) item->first->text.spans.at[i].marks |= MKCV_MARK_STRONG;
    append(o->r->arena, &tail, names, lines_behind(o, names)->next);
    return read_as_work(o, item) ? end_of_article(heading, names) : NULL;
}

const struct mkcv_block *mkcv_outline_box(struct outline *o, const struct mkcv_block *b)
{
    bool works = o->sense.sense == MKCV_HEADING_KIND && o->sense.kind == MKCV_KIND_PUBLICATIONS;
    bool may = works || o->sense.sense == MKCV_HEADING_UNKNOWN ||
               (o->sense.sense == MKCV_HEADING_KIND && o->sense.kind == MKCV_KIND_PROJECTS);
    if (!may) return NULL;
    struct mkcv_text t = mkcv_item_text(o->r->arena, b);
    const struct mkcv_block *title = !is_badges(b) && is_title(o->r->arena, &t) ? b : title_below(o, b);
    const struct mkcv_block *last = title ? names_below(o, title, !works) : NULL;
    if (!last) return NULL;
    const struct mkcv_block *names = last;
    o->labelled |= b != title;
    last = venue_behind(o, title, names);
    struct mkcv_block *item = mkcv_block_copy(o->r->arena, title), **tail = &item->first;
    item->kind = MKCV_BLOCK_ITEM;
    item->text = (struct mkcv_text){.s = NULL};
    /* the order of most references: title, names, venue, links */
    append(o->r->arena, &tail, title, title->next);
    append(o->r->arena, &tail, names, last->next);
    append(o->r->arena, &tail, b, title);
    append(o->r->arena, &tail, title->next, names);
    if (!read_as_work(o, item)) return NULL;
    while (last->next && last->next->kind == MKCV_BLOCK_LIST && is_remarks(o->r->arena, last->next)) last = last->next;
    return last;
}
