/* pagebreak.c - optimal page breaking over rows of known height; it knows nothing of what they hold.
 *
 * After M. F. Plass, Optimal Pagination Techniques for Automatic Typesetting Systems (Stanford, 1981): with a linear
 * cost a page, the best breaks up to a row do not depend on what follows, so one pass over the rows finds them. */
#include "pagebreak.h"
#include <stdbool.h>

int64_t mkcv_pagebreak_cost(const struct mkcv_row_size *rows, size_t count, size_t from, size_t to, int64_t height,
                            const struct mkcv_page_rules *rules)
{
    if (to == count) return from > 0 && height < rules->short_height ? rules->short_cost : 0;
    if (rows[to].cost == MKCV_PAGE_FORCE) return 0;
    if (height >= rules->height) return rows[to].cost;
    int64_t unused = (rules->height - height) * 1000 / rules->height;
    return unused * unused / 10 + rows[to].cost;
}

/* The rows [from, to) of a page, built from its foot upwards. */
struct stack {
    struct mkcv_column_heights columns; /* of the rows from the uppermost on that stand in columns */
    int64_t height, below;              /* of all; of what is below those columns */
};

/* Puts row `from` on top of the others; gives the height of all. */
static int64_t stack_row(struct stack *s, size_t from, size_t to)
{
    const struct mkcv_row_size *row = &s->columns.rows[from], *next = from + 1 < to ? row + 1 : NULL;
    int64_t below = next ? next->skip + s->height : 0;
    if (row->columns < 2) return s->height = row->height + below;
    if (!next || next->columns != row->columns) {
        mkcv_column_heights_open(&s->columns, from + 1, row->columns);
        s->below = below;
    }
    return s->height = mkcv_column_heights_add(&s->columns, from) + s->below;
}

/* Finds the best first row of the page that ends before row `to`. */
static void find_page(struct stack stack, size_t to, const struct mkcv_page_rules *rules, int64_t *best,
                      uint32_t *start)
{
    const struct mkcv_row_size *rows = stack.columns.rows;
    size_t count = stack.columns.count;
    bool found = false;
    for (size_t from = to; from-- > 0;) {
        int64_t height = stack_row(&stack, from, to);
        if (height > rules->height && from + 1 < to) break;
        int64_t cost = best[from] + mkcv_pagebreak_cost(rows, count, from, to, height, rules);
        if (!found || cost < best[to]) {
            best[to] = cost;
            start[to] = (uint32_t)from;
            found = true;
        }
        if (rows[from].cost == MKCV_PAGE_FORCE) break;
    }
}

static int most_columns(const struct mkcv_row_size *rows, size_t count)
{
    int most = 1;
    for (size_t i = 0; i < count; i++)
        if (rows[i].columns > most) most = rows[i].columns;
    return most;
}

void mkcv_pagebreak_find(struct mkcv_arena *a, const struct mkcv_row_size *rows, size_t count,
                         const struct mkcv_page_rules *rules, struct mkcv_page_starts *out)
{
    int64_t *best = MKCV_NEW_ARRAY(a, int64_t, count + 1);
    uint32_t *start = MKCV_NEW_ARRAY(a, uint32_t, count + 1);
    struct stack stack = {.columns = mkcv_column_heights_new(a, rows, count, most_columns(rows, count))};
    for (size_t to = 1; to <= count; to++) find_page(stack, to, rules, best, start);
    size_t pages = 0;
    for (size_t to = count; to > 0; to = start[to]) pages++;
    out->count = pages > 0 ? pages : 1;
    out->at = MKCV_NEW_ARRAY(a, uint32_t, out->count);
    for (size_t to = count; to > 0; to = start[to]) out->at[--pages] = start[to];
    out->cost = best[count];
}
