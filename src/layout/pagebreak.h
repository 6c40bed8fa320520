/* pagebreak.h - the set of page breaks that costs least over the whole document. */
#ifndef MKCV_PAGEBREAK_H
#define MKCV_PAGEBREAK_H
#include "columnbreak.h"

/* Costs of a page break before a row. Beside them an unused tenth of a page costs 1,000, three tenths 9,000. */
enum {
    MKCV_PAGE_FREE = 0,
    MKCV_PAGE_LONG = 600,        /* within an entry of many lines */
    MKCV_PAGE_LOOSE = 250,       /* between things that like to be together */
    MKCV_PAGE_LIST = 6000,       /* within a dense list of few lines */
    MKCV_PAGE_SHORT = 40000,     /* within an entry of few lines */
    MKCV_PAGE_WIDOW = 1000000,   /* one line of a paragraph left alone */
    MKCV_PAGE_NEVER = 100000000, /* after a heading */
    MKCV_PAGE_FORCE = -1,
};

struct mkcv_page_rules {
    int32_t height;
    int32_t short_height; /* a last page with less is nearly empty */
    int32_t short_cost;
};

struct mkcv_page_starts {
    uint32_t *at; /* first row of each page */
    size_t count;
    int64_t cost;
};

/* Least total cost, by dynamic programming over the rows; a row higher than the page gets one of its own. Rows
 * in columns take the room that they take when the columns of the page are balanced. Time is linear in the rows times
 * those of a page. No rows give one empty page. */
void mkcv_pagebreak_find(struct mkcv_arena *a, const struct mkcv_row_size *rows, size_t count,
                         const struct mkcv_page_rules *rules, struct mkcv_page_starts *out);
/* Cost of a page that holds rows [from, to) and is followed by the break before `to` (or the end). */
int64_t mkcv_pagebreak_cost(const struct mkcv_row_size *rows, size_t count, size_t from, size_t to, int64_t height,
                            const struct mkcv_page_rules *rules);
#endif
