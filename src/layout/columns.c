/* columns.c - a section's body in columns; see columns.h. Which rows stand in which column is known when pages are
 * broken (columnbreak.h): here all are set at the left one's place. */
#include "columns.h"
#include "dress.h"
#include "pagebreak.h"

enum { DATE_MOST = 40 }; /* of a column's width, in hundredths */
enum { WHOLE_PART = 3 }; /* entries of at most that part of a page's height are not cut */

static int32_t at_least(int32_t value, int32_t least) { return value > least ? value : least; }

static int32_t column_measure(const struct mkcv_style *s, int32_t measure, int count)
{
    return at_least((measure - (count - 1) * s->section.column_gap) / count, s->font.size);
}

static int64_t height_of_rows(const struct mkcv_galley *g, uint32_t first)
{
    int64_t height = 0;
    for (uint32_t i = first; i < g->rows.count; i++)
        height += (i > first ? g->rows.at[i].skip : 0) + g->rows.at[i].rise + g->rows.at[i].depth;
    return height;
}

/* A long entry is cut between columns where pages would cut it too. */
static void end_entry(struct mkcv_galley *g)
{
    const struct mkcv_style *s = g->style;
    int32_t page = s->page.height - s->page.top - s->page.bottom;
    bool whole = height_of_rows(g, g->columns.entry) <= page / WHOLE_PART;
    for (uint32_t i = g->columns.entry + 1; i < g->rows.count; i++) {
        struct mkcv_row *row = &g->rows.at[i];
        if (row->cost == MKCV_PAGE_FORCE) continue;
        if (whole && row->cost < MKCV_PAGE_SHORT) row->cost = MKCV_PAGE_SHORT;
        row->joined = row->cost >= MKCV_PAGE_SHORT;
    }
}

void mkcv_columns_entry(struct mkcv_galley *g)
{
    if (g->columns.count < 2) return;
    end_entry(g);
    g->columns.entry = (uint32_t)g->rows.count;
}

/* A head that waits at the left stands in a row of its own over the columns, on whose baseline they begin. */
static void put_head(struct mkcv_galley *g)
{
    int32_t leading = mkcv_dress_leading(g->style, MKCV_ROLE_PLAIN), size = mkcv_dress_size(g->style, MKCV_ROLE_PLAIN);
    const struct mkcv_row *row = mkcv_galley_row(g, leading, size);
    g->skip = -(row->depth + mkcv_galley_rise(leading, size));
    g->snug = true;
    g->cost = MKCV_PAGE_NEVER;
}

static void close_columns(struct mkcv_galley *g)
{
    end_entry(g);
    g->measure = g->columns.measure;
    g->date_width = g->columns.date_width;
    g->columns.count = 0;
}

static void open_columns(struct mkcv_galley *g, int count)
{
    if (g->head) put_head(g);
    g->columns.measure = g->measure;
    g->columns.date_width = g->date_width;
    g->columns.entry = (uint32_t)g->rows.count;
    g->columns.count = count;
    g->measure = column_measure(g->style, g->measure, count);
    int32_t most = (int32_t)((int64_t)g->measure * DATE_MOST / 100);
    if (g->date_width > most) g->date_width = most;
}

void mkcv_columns_turn(struct mkcv_galley *g, int count)
{
    int now = g->columns.count;
    if (count == now || (count < 2 && now < 2)) return;
    if (now > 1) close_columns(g);
    if (count > 1) open_columns(g, count);
}

int64_t mkcv_columns_height(struct mkcv_galley *g, uint32_t first)
{
    const struct mkcv_row_size *rows = mkcv_galley_sizes(g->scratch, g, first);
    size_t count = g->rows.count - first, end = 0;
    while (end < count && rows[end].columns == rows[0].columns) end++;
    struct mkcv_column_heights h = mkcv_column_heights_new(g->scratch, rows, end, rows[0].columns);
    return mkcv_column_heights_add_all(&h);
}

int32_t mkcv_columns_shift(const struct mkcv_galley *g, int count, int column)
{
    int32_t step = column_measure(g->style, g->measure, count) + g->style->section.column_gap;
    return step * (g->rtl ? count - 1 - column : column);
}
