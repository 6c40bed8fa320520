/* galley.c - rows, one below the other, not yet cut into pages. What a row holds is the callers' business. */
#include "galley.h"
#include "columns.h"
#include "paragraph.h"

enum { CAP_NUMERATOR = 2, CAP_DENOMINATOR = 3 }; /* height of capitals in ems, near enough for every face */

static void put_head(struct mkcv_galley *g, struct mkcv_row *row, int32_t leading)
{
    struct mkcv_para *head = g->head;
    const struct mkcv_style *s = g->style;
    bool ruled = s->section.rule != MKCV_RULE_NONE && s->section.rule_width > 0;
    uint32_t element = g->element;
    g->head = NULL;
    row->rise = leading * 3 / 4;
    if (ruled) row->rise += s->section.rule_gap + s->section.rule_width;
    if (ruled) mkcv_galley_rule(g, g->left, -row->rise, g->measure, s->section.rule_width);
    g->element = g->head_element;
    for (size_t i = 0; i < head->count; i++) mkcv_para_put(g, head, i, s->page.left, (int32_t)i * head->leading);
    g->element = element;
    g->head_row = (uint32_t)g->rows.count - 1;
    g->head_depth = (int32_t)(head->count - 1) * head->leading + head->leading / 4;
    *MKCV_PUSH(g->work, &g->marks) = (struct mkcv_mark){.title = g->head_title, .level = 1, .row = g->head_row};
}

const struct mkcv_spelling *mkcv_galley_spelling(struct mkcv_galley *g, const char *lang)
{
    if (!lang) return &g->own;
    if (g->spoken.lang != lang) g->spoken = mkcv_spelling_of(g->style, lang);
    return &g->spoken;
}

int32_t mkcv_galley_rise(int32_t leading, int32_t size)
{
    int32_t rise = size * CAP_NUMERATOR / CAP_DENOMINATOR;
    return rise < leading * 3 / 4 ? rise : leading * 3 / 4;
}

const struct mkcv_row_size *mkcv_galley_sizes(struct mkcv_arena *a, const struct mkcv_galley *g, size_t first)
{
    size_t count = g->rows.count - first;
    struct mkcv_row_size *sizes = MKCV_NEW_ARRAY(a, struct mkcv_row_size, count);
    for (size_t i = 0; i < count; i++) {
        const struct mkcv_row *row = &g->rows.at[first + i];
        sizes[i] = (struct mkcv_row_size){.skip = row->skip,
                                          .height = row->rise + row->depth,
                                          .cost = row->cost,
                                          .columns = row->columns,
                                          .joined = row->joined};
    }
    return sizes;
}

struct mkcv_row *mkcv_galley_row(struct mkcv_galley *g, int32_t leading, int32_t size)
{
    struct mkcv_row *row = MKCV_PUSH(g->work, &g->rows);
    row->pieces = (uint32_t)g->pieces.count;
    row->links = (uint32_t)g->links.count;
    row->rules = (uint32_t)g->rules.count;
    row->images = (uint32_t)g->images.count;
    row->rise = mkcv_galley_rise(leading, size);
    row->depth = leading - leading * 3 / 4;
    row->cost = g->cost;
    row->columns = (uint8_t)g->columns.count;
    if (g->head) put_head(g, row, leading);
    row->skip = g->skip;
    if (!g->snug && row->rise < leading * 3 / 4) row->skip += leading * 3 / 4 - row->rise;
    g->skip = 0;
    g->snug = false;
    g->cost = MKCV_PAGE_FREE;
    return row;
}

void mkcv_galley_put(struct mkcv_galley *g, struct mkcv_para *p, int32_t x)
{
    for (size_t i = 0; i < p->count; i++) {
        mkcv_galley_row(g, p->leading, p->size);
        mkcv_para_put(g, p, i, x, 0);
    }
}

void mkcv_galley_rule(struct mkcv_galley *g, int32_t x, int32_t y, int32_t width, int32_t thickness)
{
    if (thickness <= 0 || width <= 0) return;
    *MKCV_PUSH(g->work, &g->rules) =
        (struct mkcv_page_rule){.x = x, .y = y, .width = width, .height = thickness, .color = g->style->color.rule};
}

static void raise_to_widow(struct mkcv_row *row)
{
    if (row->cost != MKCV_PAGE_FORCE && row->cost < MKCV_PAGE_WIDOW) row->cost = MKCV_PAGE_WIDOW;
}

void mkcv_galley_cover(struct mkcv_galley *g, uint32_t first, int32_t depth)
{
    if (first >= g->rows.count) return;
    int64_t reach = g->rows.at[first].depth;
    for (uint32_t i = first + 1; i < g->rows.count && reach < depth; i++) {
        struct mkcv_row *row = &g->rows.at[i];
        if (row->cost == MKCV_PAGE_FORCE) return;
        raise_to_widow(row);
        reach += row->skip + row->rise + row->depth;
    }
    if (reach < depth) g->rows.at[g->rows.count - 1].depth += (int32_t)(depth - reach);
}

/* As many rows as reach below the head in any columns stay on its page; what it lacks below those that are shorter
 * becomes a row of nothing. */
static void cover_columns(struct mkcv_galley *g)
{
    const struct mkcv_row *head = &g->rows.at[g->head_row];
    int64_t above = head->depth + head[1].skip, deep = (g->head_depth - above) * head[1].columns;
    for (struct mkcv_row *row = g->rows.at + g->head_row + 1; row < g->rows.at + g->rows.count && deep > 0; row++) {
        raise_to_widow(row);
        deep -= row->rise + row->depth;
    }
    int64_t reach = above + mkcv_columns_height(g, g->head_row + 1);
    if (reach >= g->head_depth) return;
    g->cost = MKCV_PAGE_NEVER;
    struct mkcv_row *row = mkcv_galley_row(g, 0, 0);
    row->rise = (int32_t)(g->head_depth - reach);
}

void mkcv_galley_end_section(struct mkcv_galley *g)
{
    if (g->head) mkcv_galley_row(g, g->style->font.leading, g->style->font.size);
    bool columns = g->head_row + 1 < g->rows.count && g->rows.at[g->head_row + 1].columns > 1;
    if (g->head_depth > 0 && columns)
        cover_columns(g);
    else if (g->head_depth > 0)
        mkcv_galley_cover(g, g->head_row, g->head_depth);
    g->head_depth = 0;
}
