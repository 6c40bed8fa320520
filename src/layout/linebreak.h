/* linebreak.h - the breaks of a paragraph that cost least over all its lines. */
#ifndef MKCV_LINEBREAK_H
#define MKCV_LINEBREAK_H
#include "mkcv/arena.h"
#include <stdbool.h>
#include <stdint.h>

enum mkcv_item_kind {
    MKCV_ITEM_BOX,     /* what is printed */
    MKCV_ITEM_GLUE,    /* a space; a line may end here after a box */
    MKCV_ITEM_PENALTY, /* a line may end here at a cost */
};
enum { MKCV_PENALTY_NEVER = 10000, MKCV_PENALTY_FORCE = -10000, MKCV_BADNESS_MOST = 10000 };

struct mkcv_item {
    uint8_t kind;  /* enum mkcv_item_kind */
    bool flagged;  /* penalty: the line ends in a hyphen */
    int32_t cost;  /* penalty: NEVER and above forbids, FORCE and below demands; a line that ends at FORCE is not
                      stretched */
    int32_t width; /* penalty: of what is added when the line ends here */
    int32_t stretch, shrink;
    int32_t left,
        right; /* how far it may hang out at the line's start and end; penalty: `right` when the line ends here */
    uint32_t word, from, to; /* whose box or gap it is; not used by the breaker */
};

/* How lines are judged. Demerits are TeX's: (line_penalty + badness)^2 + cost^2 and those below. */
struct mkcv_line_rules {
    int32_t measure;
    int32_t expansion;     /* thousandths by which all boxes of a line may grow or shrink, before its glue does */
    int32_t extra_stretch; /* that every line has beside its glue: ragged setting, emergency */
    int32_t tolerance;     /* most badness of a line, at most MKCV_BADNESS_MOST */
    int32_t line_penalty;
    int32_t space_demerits; /* spaces one stretch or shrink from their own; in between by the square, beyond no more */
    int32_t hyphens_demerits;          /* two flagged lines in a row */
    int32_t last_hyphen_demerits;      /* the last line but one is flagged */
    int32_t fitness_demerits;          /* neighbours of very different looseness */
    int32_t runt_width, runt_demerits; /* last line shorter than that */
    int32_t lone_demerits;             /* else a last line of one word */
};

struct mkcv_breaks {
    uint32_t *at; /* item at which each line ends, the last one included */
    size_t count;
    int64_t demerits;
};

/* Breaks items (the last one a penalty of FORCE) into the lines of least total demerits (D. E. Knuth and M. F. Plass,
 * Breaking Paragraphs into Lines, 1981). False when the tolerance allows no set of breaks; no line is ever wider than
 * the measure. Time is linear in the items times the breaks that fit on a line, which are capped. */
bool mkcv_linebreak_find(struct mkcv_arena *a, const struct mkcv_item *items, size_t count,
                         const struct mkcv_line_rules *rules, struct mkcv_breaks *out);
/* Fills each line before the next is begun; always succeeds, with lines too wide where a box is. */
void mkcv_linebreak_fill(struct mkcv_arena *a, const struct mkcv_item *items, size_t count, int32_t measure,
                         struct mkcv_breaks *out);
/* 100 (gap / room)^3, at most MKCV_BADNESS_MOST; gap >= 0. */
int32_t mkcv_linebreak_badness(int64_t gap, int64_t room);
#endif
