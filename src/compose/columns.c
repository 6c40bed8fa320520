/* columns.c - which nodes stand in columns, and which stay with the node above them; see columns.h. */
#include "columns.h"

enum { LEAST_EMS = 5 }; /* width of a column: less than two words would stand on a line */

static bool is_head(const struct mkcv_flow_node *node) { return node->kind == MKCV_FLOW_HEADING && node->level <= 1; }

/* Finds what belongs to the node above it: what follows a head inside the section, the points of an entry, points of
 * points. Gives the number of the others, which may begin a column. */
static int mark_along(struct mkcv_flow_node *nodes, size_t count)
{
    bool headed = false, entry = false;
    int apart = 0;
    for (struct mkcv_flow_node *node = nodes; node < nodes + count; ++node) {
        bool item = node->kind == MKCV_FLOW_ITEM;
        if (!item) entry = node->kind == MKCV_FLOW_ENTRY;
        node->along = headed || (item && (entry || node->level > 1));
        headed = node->kind == MKCV_FLOW_HEADING;
        apart += !node->along;
    }
    return apart;
}

static int32_t measure_of(const struct mkcv_style *style, bool sidebar, bool side)
{
    const struct mkcv_style beside = mkcv_style_beside(style, side), *s = sidebar ? &beside : style;
    int32_t heads = s->section.place == MKCV_HEAD_LEFT ? s->section.width + s->section.gap : 0;
    return s->page.width - s->page.left - s->page.right - heads;
}

static bool is_wide_enough(const struct mkcv_style *s, int32_t measure, int count)
{
    int64_t gaps = (int64_t)(count - 1) * s->section.column_gap;
    return (measure - gaps) / count >= (int64_t)LEAST_EMS * s->font.size;
}

/* The nodes [first, end) below a head, which wish to stand in columns. */
static void settle_section(struct mkcv_composer *c, size_t first, size_t end)
{
    struct mkcv_flow_node *nodes = c->flow->nodes.at;
    int count = nodes[first].columns, apart = mark_along(nodes + first, end - first);
    if (count > apart) count = apart;
    int32_t measure = measure_of(c->style, c->flow->sidebar, nodes[first].side);
    while (count > 1 && !is_wide_enough(c->style, measure, count)) --count;
    for (size_t i = first; i < end; ++i) {
        nodes[i].columns = count > 1 ? count : 0;
        nodes[i].along &= count > 1;
    }
}

void mkcv_columns_compose(struct mkcv_composer *c)
{
    struct mkcv_flow_node *nodes = c->flow->nodes.at;
    for (size_t i = 0, end; i < c->flow->nodes.count; i = end) {
        end = i + 1;
        if (is_head(&nodes[i])) nodes[i].columns = 0;
        if (!nodes[i].columns) continue;
        while (end < c->flow->nodes.count && !is_head(&nodes[end]) && nodes[end].columns == nodes[i].columns) ++end;
        settle_section(c, i, end);
    }
}
