/* twice.c - one fact that two places tell with different data: the CV shows one, and which is right the owner alone
 * knows; and one that a list tells twice. Compared are degrees and positions of one name at one place, works of one
 * title at one venue, and awards of one name and giver. */
#include "check.h"
#include "mkcv/utf8.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct told {
    const struct mkcv_entry *entry;
    const char *title, *org; /* folded */
    size_t index;
};
struct tellings {
    MKCV_VEC(struct told) list;
};

#define WORDS_LEAST 4 /* of a work's title: shorter ones ("Replication package") may name several */

static const char *fold(struct mkcv_arena *a, const struct mkcv_text *t) { return t->s ? mkcv_utf8_fold(a, t->s) : ""; }

static void collect(struct mkcv_checked *k, enum mkcv_kind kind, struct tellings *all)
{
    const struct mkcv_section *s = mkcv_checked_section(k->apart, kind);
    for (size_t i = 0; s && i < s->entries.count; i++) {
        const struct mkcv_entry *e = &s->entries.at[i];
        const char *title = fold(k->arena, &e->fields[MKCV_FIELD_TITLE]),
                   *org = fold(k->arena, &e->fields[MKCV_FIELD_ORG]);
        if (kind == MKCV_KIND_PUBLICATIONS && mkcv_checked_words(title) < WORDS_LEAST) continue;
        bool whole = *title && (*org || kind == MKCV_KIND_AWARDS);
        if (whole && !e->hidden) *MKCV_PUSH(k->arena, &all->list) = (struct told){e, title, org, i};
    }
}

static int compare_told(const void *x, const void *y)
{
    const struct told *p = x, *q = y;
    int title = strcmp(p->title, q->title), org = title ? title : strcmp(p->org, q->org);
    return org ? org : p->index < q->index ? -1 : 1;
}

static const char *span_of(struct mkcv_arena *a, const struct mkcv_entry *e)
{
    const char *end = e->current ? "today" : mkcv_date_iso(a, e->end), *start = mkcv_date_iso(a, e->start);
    if (!start) return end ? end : "no date";
    return mkcv_arena_printf(a, "%s to %s", start, end ? end : "?");
}

/* A post may be held twice, one after the other; of two times that overlap, one is wrong. */
static bool is_overlapping(const struct mkcv_entry *x, const struct mkcv_entry *y)
{
    if (!x->start.year || !y->start.year) return true;
    return (y->current || x->start.year < y->end.year) && (x->current || y->start.year < x->end.year);
}

static bool differ(short x, short y) { return x && y && x != y; }

static bool has_other_years(const struct mkcv_entry *x, const struct mkcv_entry *y)
{
    if (x->kind == MKCV_KIND_AWARDS) return false; /* given again */
    if (x->dates.count || y->dates.count) return false;
    if (x->kind == MKCV_KIND_PUBLICATIONS) return differ(x->end.year, y->end.year);
    bool starts = differ(x->start.year, y->start.year);
    bool ends = !x->current && !y->current && differ(x->end.year, y->end.year) && x->start.year && y->start.year;
    return (starts || ends) && is_overlapping(x, y);
}

static bool is_same_place(const struct mkcv_entry *x, const struct mkcv_entry *y)
{
    return x->loc.file && y->loc.file && x->loc.line == y->loc.line && !strcmp(x->loc.file, y->loc.file);
}

/* Both stand under the same headings of one file. A list of selected works repeats some of the full one. */
static bool is_same_list(const struct mkcv_entry *x, const struct mkcv_entry *y)
{
    if (!x->loc.file || !y->loc.file || strcmp(x->loc.file, y->loc.file) != 0) return false;
    if (x->rule != y->rule || x->selected != y->selected || x->categories.count != y->categories.count) return false;
    for (size_t i = 0; i < x->categories.count; i++) {
        const struct mkcv_category *one = &x->categories.at[i], *other = &y->categories.at[i];
        if (one->path.count != other->path.count) return false;
        for (size_t k = 0; k < one->path.count; k++)
            if (strcmp(one->path.at[k], other->path.at[k]) != 0) return false;
    }
    return true;
}

static bool is_same_time(const struct mkcv_entry *x, const struct mkcv_entry *y)
{
    return !x->dates.count && !y->dates.count && x->current == y->current && !mkcv_date_compare(x->start, y->start) &&
           !mkcv_date_compare(x->end, y->end);
}

static void compare_entries(struct mkcv_checked *k, const struct mkcv_entry *x, const struct mkcv_entry *y)
{
    const char *one = x->fields[MKCV_FIELD_DOI].s, *other = y->fields[MKCV_FIELD_DOI].s;
    const char *place = mkcv_arena_printf(k->arena, "%s:%d", x->loc.file ? x->loc.file : "?", x->loc.line);
    const char *name = mkcv_checked_name(k, y);
    if (is_same_place(x, y)) return;
    if (is_same_time(x, y) && is_same_list(x, y)) mkcv_report(k->diags, MKCV_DIAG_ENTRY_TWICE, y->loc, name, place);
    if (has_other_years(x, y))
        mkcv_report(k->diags, MKCV_DIAG_FACT_TWICE, y->loc, name, "times", span_of(k->arena, y), span_of(k->arena, x),
                    place);
    if (one && other && strcasecmp(one, other) != 0)
        mkcv_report(k->diags, MKCV_DIAG_FACT_TWICE, y->loc, name, "DOIs", other, one, place);
}

void mkcv_check_twice(struct mkcv_checked *k)
{
    static const enum mkcv_kind kinds[] = {MKCV_KIND_EDUCATION, MKCV_KIND_WORK, MKCV_KIND_PUBLICATIONS,
                                           MKCV_KIND_AWARDS};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct tellings all = {.list = {0}};
        collect(k, kinds[i], &all);
        if (all.list.count) qsort(all.list.at, all.list.count, sizeof *all.list.at, compare_told);
        for (size_t n = 1; n < all.list.count; n++) {
            const struct told *x = &all.list.at[n - 1], *y = &all.list.at[n];
            if (!strcmp(x->title, y->title) && !strcmp(x->org, y->org)) compare_entries(k, x->entry, y->entry);
        }
    }
}
