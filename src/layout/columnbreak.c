/* columnbreak.c - the heights of balanced columns, by dynamic programming over the rows and the number of columns; it
 * knows nothing of what the rows hold.
 *
 * Rows in c columns are a first column and the rest in c - 1. The first one grows with its rows and the rest shrinks,
 * so the best place to part them is where they meet; a row more at the top can only move it up. */
#include "columnbreak.h"

struct mkcv_column_heights mkcv_column_heights_new(struct mkcv_arena *a, const struct mkcv_row_size *rows, size_t count,
                                                   int columns)
{
    struct mkcv_column_heights h = {
        .rows = rows, .count = count, .fits = MKCV_NEW_ARRAY(a, struct mkcv_column_fit, (size_t)columns * count)};
    mkcv_column_heights_open(&h, count, columns);
    return h;
}

void mkcv_column_heights_open(struct mkcv_column_heights *h, size_t end, int columns)
{
    h->end = end;
    h->columns = columns;
    for (int c = 0; c <= MKCV_COLUMNS_MOST; c++) h->over[c] = end;
}

static struct mkcv_column_fit *fit_at(const struct mkcv_column_heights *h, int columns, size_t from)
{
    return &h->fits[(size_t)(columns - 1) * h->count + from];
}

/* The rows [from, past) one below the other. */
static int64_t stack(const struct mkcv_column_heights *h, size_t from, size_t past)
{
    int64_t whole = fit_at(h, 1, from)->height;
    return past < h->end ? whole - fit_at(h, 1, past)->height - h->rows[past].skip : whole;
}

static int64_t rest(const struct mkcv_column_heights *h, int columns, size_t past)
{
    return past < h->end ? fit_at(h, columns - 1, past)->height : 0;
}

/* The next row above `row` that may begin a column; `from` where there is none. */
static size_t start_above(const struct mkcv_column_heights *h, size_t from, size_t row)
{
    do row--;
    while (row > from && h->rows[row].joined);
    return row;
}

static struct mkcv_column_fit fit_columns(struct mkcv_column_heights *h, int columns, size_t from)
{
    size_t over = h->over[columns], under = start_above(h, from, over);
    while (under > from && stack(h, from, under) > rest(h, columns, under)) {
        over = under;
        under = start_above(h, from, over);
    }
    h->over[columns] = over;
    int64_t longer = stack(h, from, over), shorter = under > from ? rest(h, columns, under) : longer;
    if (shorter < longer) return (struct mkcv_column_fit){.height = shorter, .past = (uint32_t)under};
    return (struct mkcv_column_fit){.height = longer, .past = (uint32_t)over};
}

int64_t mkcv_column_heights_add(struct mkcv_column_heights *h, size_t from)
{
    int64_t below = from + 1 < h->end ? h->rows[from + 1].skip + fit_at(h, 1, from + 1)->height : 0;
    *fit_at(h, 1, from) = (struct mkcv_column_fit){h->rows[from].height + below, (uint32_t)h->end};
    for (int c = 2; c <= h->columns; c++) *fit_at(h, c, from) = fit_columns(h, c, from);
    return fit_at(h, h->columns, from)->height;
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
        if (from < h->end) from = fit_at(h, c, from)->past;
    }
}
