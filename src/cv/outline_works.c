/* outline_works.c - works under headings that do not say so: "Published", "Other", "Highlights", "2021".
 *
 * An item is a reference when it can be taken apart as one, has a title of some words, and names the owner among its
 * authors; so lists of books to read, of committees or of posts are none. */
#include "mkcv/publication.h"
#include "mkcv/section.h"
#include "outline.h"
#include "publication_line.h"
#include "words.h"

enum { TITLE_WORDS = 3, REFERENCE_BYTES = 3000 };

static bool has_owner(struct mkcv_reader *r, const struct mkcv_entry *e)
{
    for (size_t i = 0; i < e->people.count; i++)
        if (e->people.at[i].self || mkcv_is_owner(r, e->people.at[i].name)) return true;
    return false;
}

static bool is_reference(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct mkcv_text t = mkcv_item_text(r->arena, item);
    struct mkcv_entry e = {.kind = MKCV_KIND_PUBLICATIONS, .loc = item->loc};
    if (mkcv_text_is_empty(&t) || mkcv_text_length(&t) > REFERENCE_BYTES) return false;
    if (!mkcv_publication_read_line(r, &e, &t) || e.people.count < 2) return false;
    const char *title = e.fields[MKCV_FIELD_TITLE].s;
    bool placed = e.start.year || e.end.year || e.url || !mkcv_text_is_empty(&e.fields[MKCV_FIELD_ORG]);
    return title && mkcv_words_count(title) >= TITLE_WORDS && placed && has_owner(r, &e);
}

bool mkcv_outline_is_reference(struct outline *o, const struct mkcv_block *item)
{
    struct mkcv_cv *cv = o->r->cv;
    struct mkcv_arena *a = o->r->arena;
    struct mkcv_arena_mark before = mkcv_arena_mark(a);
    const size_t legend = cv->legend.count, legend_cap = cv->legend.cap, reports = o->r->diags->list.count;
    bool reference = is_reference(o->r, item);
    cv->legend.count = legend; /* they are told when the item is read */
    if (cv->legend.cap == legend_cap && o->r->diags->list.count == reports) {
        o->r->sentence.s = NULL; /* its words may be gone */
        mkcv_arena_rewind(a, before);
    }
    return reference;
}

bool mkcv_outline_has_works(struct outline *o, const struct mkcv_block *list)
{
    size_t works = 0, all = 0;
    if (mkcv_publications_in_block(o->r->arena, list)) return true;
    for (const struct mkcv_block *i = list->first; i; i = i->next, all++) works += mkcv_outline_is_reference(o, i);
    return works * 2 > all;
}

/* Headings of these kinds ("Highlights", "My work") may stand over works; lists of venues under others are service. */
bool mkcv_outline_is_of_works(struct outline *o, const struct mkcv_block *list)
{
    enum mkcv_kind kind = o->sense.kind;
    size_t works = 0, all = 0;
    if (kind != MKCV_KIND_NEWS && kind != MKCV_KIND_INTERESTS && kind != MKCV_KIND_PROJECTS && kind != MKCV_KIND_WORK)
        return false;
    for (const struct mkcv_block *i = list->first; i; i = i->next, all++)
        works += mkcv_publications_in_block(o->r->arena, i) || mkcv_outline_is_reference(o, i);
    return works * 2 > all;
}
