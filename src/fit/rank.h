/* rank.h - what of a CV can best be done without. */
#ifndef MKCV_FIT_RANK_H
#define MKCV_FIT_RANK_H
#include "mkcv/flow.h"

/* An entry, or a section of free text as a whole. */
struct mkcv_part {
    size_t section, entry; /* entry SIZE_MAX: the section */
    bool optional;         /* the style or the owner says so of its section */
    bool lasting;          /* where one studied and works, what one can */
    bool selected;
    int priority;
    int when;  /* month of its last date; INT_MAX: undated */
    bool kept; /* when the parts before it go, this one stays: there is room for it */
};

struct mkcv_rank {
    MKCV_VEC(struct mkcv_part) parts; /* first what goes first */
};

/* All parts of the CV that its flow shows. */
struct mkcv_rank mkcv_rank_parts(struct mkcv_arena *a, const struct mkcv_cv *cv, const struct mkcv_flow *flow,
                                 const struct mkcv_words *optional);
/* The CV without the first `count` parts that are not kept; shares the rest with `cv`. */
const struct mkcv_cv *mkcv_rank_without(struct mkcv_arena *a, const struct mkcv_cv *cv, const struct mkcv_rank *rank,
                                        size_t count);
#endif
