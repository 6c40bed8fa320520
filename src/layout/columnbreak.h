/* columnbreak.h - rows set side by side, in columns as even as they can be. */
#ifndef MKCV_COLUMNBREAK_H
#define MKCV_COLUMNBREAK_H
#include "mkcv/arena.h"
#include "mkcv/style.h"
#include <stdbool.h>
#include <stdint.h>

/* A row of the galley: what stands on one baseline and cannot be cut. */
struct mkcv_row_size {
    int32_t skip; /* space above it, dropped at the top of a page or column */
    int32_t height;
    int32_t cost;    /* of a page break before it: pagebreak.h */
    uint8_t columns; /* it stands in one of so many columns, with its neighbours of the same number; below 2: in none */
    bool joined;     /* it does not begin a column */
};

/* The best way to set the rows [from, end) in c columns. */
struct mkcv_column_fit {
    int64_t height;
    uint32_t past; /* first row of the second column; `end` where there is none */
};

/* That of the rows [from, end), which stand in columns, for every `from`: built from the end upwards. */
struct mkcv_column_heights {
    const struct mkcv_row_size *rows;
    size_t count; /* of all rows */
    size_t end;
    int columns;
    struct mkcv_column_fit *fits;       /* fits[(c - 1) * count + from] */
    size_t over[MKCV_COLUMNS_MOST + 1]; /* first row known to make a first column of c longer than the others */
};

/* For rows of which none stands in more than `columns` columns; opened for all of them. */
struct mkcv_column_heights mkcv_column_heights_new(struct mkcv_arena *a, const struct mkcv_row_size *rows, size_t count,
                                                   int columns);
/* Begins anew, with rows that end before `end` in so many columns. */
void mkcv_column_heights_open(struct mkcv_column_heights *h, size_t end, int columns);
/* The least height of the rows [from, end); those of [from + 1, end) must have been asked for before, one by one. The
 * rows keep their order, and a column is filled before the next. Time is that of the rows of an entry, on average. */
int64_t mkcv_column_heights_add(struct mkcv_column_heights *h, size_t from);
/* The same of all rows [0, end). */
int64_t mkcv_column_heights_add_all(struct mkcv_column_heights *h);
/* The first row of each column of [from, end), and `end` where nothing is left for it; h->columns of them. Of equal
 * heights the earlier columns hold more. Heights from `from` on must be known. */
void mkcv_column_starts(const struct mkcv_column_heights *h, size_t from, size_t *starts);
#endif
