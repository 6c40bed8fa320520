/* rank.c - the order in which a CV is shortened; see rank.h.
 *
 * Sections that are declared optional go before others, lower priorities before higher ones, what was done once before
 * where one studied and works, unmarked works before selected ones, old before new, and the end of a list before its
 * beginning. */
#include "rank.h"
#include "mkcv/select.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>

static bool is_optional(struct mkcv_arena *a, const struct mkcv_cv *cv, const struct mkcv_section *s,
                        const struct mkcv_words *optional)
{
    for (size_t i = 0; i < optional->list.count; i++)
        if (mkcv_select_is_named(a, cv, s, optional->list.at[i])) return true;
    return false;
}

static int compare_places(const void *x, const void *y)
{
    const struct mkcv_loc *a = x, *b = y;
    int files = a->file && b->file ? strcmp(a->file, b->file) : (a->file != NULL) - (b->file != NULL);
    if (files) return files;
    return a->line != b->line ? (a->line > b->line) - (a->line < b->line)
                              : (a->column > b->column) - (a->column < b->column);
}

/* The places that a flow shows, in order. */
struct places {
    MKCV_VEC(struct mkcv_loc) list;
};

static struct places places_of(struct mkcv_arena *a, const struct mkcv_flow *flow)
{
    struct places p = {.list = {0}};
    for (size_t i = 0; i < flow->nodes.count; i++) {
        const struct mkcv_flow_node *n = &flow->nodes.at[i];
        *MKCV_PUSH(a, &p.list) = n->loc;
        for (size_t k = 0; k < n->origins.count; k++) *MKCV_PUSH(a, &p.list) = n->origins.at[k].loc;
    }
    if (p.list.count) qsort(p.list.at, p.list.count, sizeof *p.list.at, compare_places);
    return p;
}

static bool is_shown(const struct places *p, struct mkcv_loc loc)
{
    return p->list.count && bsearch(&loc, p->list.at, p->list.count, sizeof *p->list.at, compare_places);
}

static int compare_parts(const void *x, const void *y)
{
    const struct mkcv_part *a = x, *b = y;
    if (a->optional != b->optional) return a->optional ? -1 : 1;
    if (a->priority != b->priority) return a->priority < b->priority ? -1 : 1;
    if (a->lasting != b->lasting) return a->lasting ? 1 : -1;
    if (a->selected != b->selected) return a->selected ? 1 : -1;
    if (a->when != b->when) return a->when < b->when ? -1 : 1;
    if (a->section != b->section) return a->section > b->section ? -1 : 1;
    return (a->entry < b->entry) - (a->entry > b->entry);
}

struct mkcv_rank mkcv_rank_parts(struct mkcv_arena *a, const struct mkcv_cv *cv, const struct mkcv_flow *flow,
                                 const struct mkcv_words *optional)
{
    struct places shown = places_of(a, flow);
    struct mkcv_rank rank = {.parts = {0}};
    for (size_t i = 0; i < cv->sections.count; i++) {
        const struct mkcv_section *s = &cv->sections.at[i];
        struct mkcv_part part = {.section = i,
                                 .entry = SIZE_MAX,
                                 .optional = is_optional(a, cv, s, optional),
                                 .lasting = mkcv_select_is_lasting(s->kind),
                                 .when = INT_MAX};
        if (!s->entries.count && is_shown(&shown, s->loc)) *MKCV_PUSH(a, &rank.parts) = part;
        for (part.entry = 0; part.entry < s->entries.count; part.entry++) {
            const struct mkcv_entry *e = &s->entries.at[part.entry];
            if (!is_shown(&shown, e->loc)) continue;
            part.selected = e->selected;
            part.priority = e->priority;
            part.when = mkcv_select_last_month(e);
            *MKCV_PUSH(a, &rank.parts) = part;
        }
    }
    if (rank.parts.count) qsort(rank.parts.at, rank.parts.count, sizeof *rank.parts.at, compare_parts);
    return rank;
}

/* By section, by entry: whether it goes. A section of free text has one place. */
static bool **mark_gone(struct mkcv_arena *a, const struct mkcv_cv *cv, const struct mkcv_rank *rank, size_t count)
{
    bool **gone = MKCV_NEW_ARRAY(a, bool *, cv->sections.count + 1);
    for (size_t i = 0; i < cv->sections.count; i++)
        gone[i] = MKCV_NEW_ARRAY(a, bool, cv->sections.at[i].entries.count + 1);
    for (size_t i = 0; i < count; i++) {
        const struct mkcv_part *part = &rank->parts.at[i];
        if (!part->kept) gone[part->section][part->entry == SIZE_MAX ? 0 : part->entry] = true;
    }
    return gone;
}

const struct mkcv_cv *mkcv_rank_without(struct mkcv_arena *a, const struct mkcv_cv *cv, const struct mkcv_rank *rank,
                                        size_t count)
{
    bool **gone = mark_gone(a, cv, rank, count);
    struct mkcv_cv *out = MKCV_NEW(a, struct mkcv_cv);
    *out = *cv;
    out->sections.at = NULL;
    out->sections.count = out->sections.cap = 0;
    for (size_t i = 0; i < cv->sections.count; i++) {
        const struct mkcv_section *from = &cv->sections.at[i];
        struct mkcv_section s = *from;
        s.entries.at = MKCV_NEW_ARRAY(a, struct mkcv_entry, from->entries.count + 1);
        s.entries.count = 0;
        s.entries.cap = from->entries.count;
        for (size_t k = 0; k < from->entries.count; k++)
            if (!gone[i][k]) s.entries.at[s.entries.count++] = from->entries.at[k];
        if (from->entries.count ? s.entries.count > 0 : !gone[i][0]) *MKCV_PUSH(a, &out->sections) = s;
    }
    return out;
}
