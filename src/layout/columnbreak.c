/* columnbreak.c - the heights of balanced columns, by dynamic programming over the rows and the number of columns; it
 * knows nothing of what the rows hold.
 *
 * Rows in c columns are a first column and the rest in c - 1: the least height is that of the best first column. It
 * grows with its rows and the rest shrinks, so the search ends where the first column alone is no better. */
#include "columnbreak.h"

struct mkcv_column_heights mkcv_column_heights_new(struct mkcv_arena *a, const struct mkcv_row_size *rows, size_t count,
                                                   int columns)
{
    return (struct mkcv_column_heights){.rows = rows,
                                        .count = count,
                                        .end = count,
                                        .columns = columns,
                                        .tall = MKCV_NEW_ARRAY(a, int64_t, (size_t)columns * count)};
}

static int64_t *height_at(const struct mkcv_column_heights *h, int columns, size_t from)
{
    return &h->tall[(size_t)(columns - 1) * h->count + from];
}

/* The rows [from, end) with those before row *past in the first of so many columns: the last of the best places. */
static int64_t find_first_column(const struct mkcv_column_heights *h, int columns, size_t from, size_t *past)
{
    int64_t whole = *height_at(h, 1, from), best = whole;
    *past = h->end;
    for (size_t i = from + 1; i < h->end; i++) {
        if (h->rows[i].joined) continue;
        int64_t first = whole - *height_at(h, 1, i) - h->rows[i].skip, rest = *height_at(h, columns - 1, i);
        if (first > best) break;
        int64_t height = first > rest ? first : rest;
        if (height > best) continue;
        best = height;
        *past = i;
    }
    return best;
}

int64_t mkcv_column_heights_add(struct mkcv_column_heights *h, size_t from)
{
    int64_t below = from + 1 < h->end ? h->rows[from + 1].skip + *height_at(h, 1, from + 1) : 0;
    *height_at(h, 1, from) = h->rows[from].height + below;
    size_t past;
    for (int c = 2; c <= h->columns; c++) *height_at(h, c, from) = find_first_column(h, c, from, &past);
    return *height_at(h, h->columns, from);
}

int64_t mkcv_column_heights_add_all(struct mkcv_column_heights *h)
{
    int64_t height = 0;
    for (size_t i = h->end; i-- > 0;) height = mkcv_column_heights_add(h, i);
    return height;
}

void mkcv_column_starts(const struct mkcv_column_heights *h, size_t from, size_t *starts)
{
    for (int c = h->columns; c > 0; c--) {
        *starts++ = from;
        if (c > 1 && from < h->end) find_first_column(h, c, from, &from);
    }
}
