/* blocks.c - the flow's nodes one below the other: the space between them, where a page may end, and the plain kinds.
 */
#include "blocks.h"
#include "columns.h"
#include "structure.h"
#include <string.h>

/* Costs of page breaks that only this file sets; pagebreak.h has the scale. */
enum {
    COST_TOGETHER = 8000,  /* between an entry and its first item, after one line below a heading */
    COST_LAST_LINE = 1500, /* before a section's last line, where it is an entry of its own */
    COST_LAST_LINES = 800, /* before its last entry, where that is short */
};
enum { LAST_ROWS = 3, SHORT_ROWS = 6 }; /* blocks of so many rows are not cut where that is possible */

static void raise_cost(struct mkcv_row *row, int32_t cost)
{
    if (row->cost != MKCV_PAGE_FORCE && row->cost < cost) row->cost = cost;
}

void mkcv_block_keep_lines(struct mkcv_galley *g, uint32_t first)
{
    uint32_t end = (uint32_t)g->rows.count;
    if (first + 1 >= end) return;
    raise_cost(&g->rows.at[first + 1], MKCV_PAGE_WIDOW);
    raise_cost(&g->rows.at[end - 1], MKCV_PAGE_WIDOW);
}

void mkcv_block_keep(struct mkcv_galley *g, uint32_t first)
{
    uint32_t end = (uint32_t)g->rows.count;
    int32_t cost = end - first <= SHORT_ROWS ? MKCV_PAGE_SHORT : MKCV_PAGE_LONG;
    for (uint32_t i = first + 1; i < end; i++) raise_cost(&g->rows.at[i], cost);
    mkcv_block_keep_lines(g, first);
}

void mkcv_block_text(struct mkcv_galley *g, const struct mkcv_text *text, struct mkcv_shape shape, int32_t x)
{
    uint32_t first = (uint32_t)g->rows.count;
    mkcv_galley_put(g, mkcv_para_new(g, text, shape), x);
    mkcv_block_keep_lines(g, first);
}

void mkcv_block_paragraph(struct mkcv_galley *g, const struct mkcv_text *text, struct mkcv_shape shape, int32_t x)
{
    mkcv_element_open(g, MKCV_ELEMENT_PARAGRAPH);
    mkcv_block_text(g, text, shape, x);
    mkcv_element_close(g);
}

void mkcv_block_label(struct mkcv_galley *g, struct mkcv_label *label, const struct mkcv_text *text,
                      struct mkcv_shape shape, int32_t x)
{
    *label = (struct mkcv_label){
        .para = mkcv_para_new(g, text, shape), .x = x, .row = (uint32_t)g->rows.count, .kind = MKCV_ELEMENT_LABEL};
}

/* A label of one line and the text beside it read as one line. */
static void put_label(struct mkcv_galley *g, const struct mkcv_label *label, bool run_in)
{
    size_t before = g->pieces.count;
    mkcv_element_open(g, label->kind);
    mkcv_para_put_all(g, label->para, label->x, 0);
    mkcv_element_close(g);
    if (g->pieces.count == before || !run_in || label->para->count != 1) return;
    g->pieces.at[g->pieces.count - 1].space = true;
    g->pieces.at[g->pieces.count - 1].line_end = false;
}

static void open_beside(struct mkcv_galley *g, const struct mkcv_label *label)
{
    if (label->kind == MKCV_ELEMENT_HEAD_CELL)
        mkcv_element_open(g, MKCV_ELEMENT_CELL);
    else
        mkcv_body_open(g);
    if (label->more) mkcv_element_open(g, MKCV_ELEMENT_PARAGRAPH);
}

void mkcv_block_labelled(struct mkcv_galley *g, struct mkcv_label *label, const struct mkcv_text *text,
                         struct mkcv_shape shape, int32_t x)
{
    struct mkcv_para *p = mkcv_para_new(g, text, shape);
    uint32_t first = (uint32_t)g->rows.count;
    label->row = first;
    mkcv_galley_row(g, p->leading, p->size);
    put_label(g, label, p->count > 0);
    open_beside(g, label);
    for (size_t i = 0; i < p->count; i++) {
        if (i > 0) mkcv_galley_row(g, p->leading, p->size);
        mkcv_para_put(g, p, i, x, 0);
    }
    if (label->more) mkcv_element_close(g);
    mkcv_block_keep_lines(g, first);
}

void mkcv_block_end_label(struct mkcv_galley *g, const struct mkcv_label *label)
{
    if (label->para->count < 2) return;
    mkcv_galley_cover(g, label->row,
                      (int32_t)(label->para->count - 1) * label->para->leading + label->para->leading / 4);
}

static void put_paragraph(struct mkcv_galley *g, const struct mkcv_flow_node *node)
{
    bool justify = node->justified && g->style->text.align == MKCV_ALIGN_JUSTIFY;
    struct mkcv_shape shape = {.base = MKCV_ROLE_PLAIN,
                               .measure = g->measure,
                               .align = justify ? MKCV_ALIGN_JUSTIFY : MKCV_ALIGN_LEFT,
                               .prose = node->justified};
    mkcv_block_paragraph(g, &node->head, shape, g->left);
    for (size_t i = 0; i < node->lines.count; i++) {
        g->skip = g->style->text.skip;
        mkcv_block_paragraph(g, &node->lines.at[i], shape, g->left);
    }
}

/* A line of code with its spaces kept: each becomes one that neither breaks nor merges. */
static struct mkcv_text code_line(struct mkcv_galley *g, const struct mkcv_text *text, size_t from, size_t to)
{
    struct mkcv_text line = {.file = text->file};
    for (size_t at = from; at < to; at++) {
        struct mkcv_span span = *mkcv_text_lookup(text, at);
        size_t end = at;
        while (end < to && end < span.at + span.len && text->s[end] != ' ' && text->s[end] != '\t') end++;
        if (end > at) mkcv_text_append(g->scratch, &line, text->s + at, end - at, &span);
        at = end;
        if (at >= to) break;
        if (text->s[at] == ' ')
            mkcv_text_append(g->scratch, &line, "\u00a0", 2, &span);
        else if (text->s[at] == '\t')
            mkcv_text_append(g->scratch, &line, "\u00a0\u00a0\u00a0\u00a0", 8, &span);
        else
            at--;
    }
    return line;
}

/* Bytes of the line break at byte `at`: a newline or U+2028; 0 when there is none. */
static size_t break_length(const char *s, size_t at)
{
    if (s[at] == '\n') return 1;
    return strncmp(s + at, "\u2028", 3) == 0 ? 3 : 0;
}

static void put_code(struct mkcv_galley *g, const struct mkcv_flow_node *node)
{
    size_t n = mkcv_text_length(&node->head), from = 0;
    mkcv_element_open(g, MKCV_ELEMENT_PARAGRAPH);
    mkcv_element_open(g, MKCV_ELEMENT_CODE);
    struct mkcv_shape shape = {.base = MKCV_ROLE_CODE, .measure = g->measure, .align = MKCV_ALIGN_LEFT};
    for (size_t at = 0; at <= n; at++) {
        size_t length = at < n ? break_length(node->head.s, at) : 1;
        if (length == 0) continue;
        struct mkcv_text line = code_line(g, &node->head, from, at);
        struct mkcv_para *p = mkcv_para_new(g, &line, shape);
        if (p->count == 0 && at < n) mkcv_galley_row(g, p->leading, p->size);
        mkcv_galley_put(g, p, g->left);
        from = at + length;
        at = from - 1;
    }
}

static void put_rule(struct mkcv_galley *g)
{
    int32_t leading = g->style->font.leading;
    mkcv_galley_row(g, leading, g->style->font.size);
    mkcv_galley_rule(g, g->left, -leading / 4, g->measure,
                     g->style->section.rule_width > 0 ? g->style->section.rule_width : 400);
}

/* It stands in a list or table, or between two of its rows. */
static bool is_listed(const struct mkcv_flow_node *node)
{
    return node->kind == MKCV_FLOW_ENTRY || node->kind == MKCV_FLOW_ITEM || node->kind == MKCV_FLOW_LISTING ||
           node->kind == MKCV_FLOW_PAGEBREAK;
}

static void put_node(struct mkcv_galley *g, const struct mkcv_flow_node *node, const struct mkcv_flow_node *end)
{
    uint32_t first = (uint32_t)g->rows.count;
    g->element = node->kind == MKCV_FLOW_HEADER ? g->header_root : g->root;
    if (!is_listed(node)) mkcv_lists_end(g);
    switch (node->kind) {
    case MKCV_FLOW_HEADER:
        mkcv_block_header(g, node);
        return;
    case MKCV_FLOW_HEADING:
        mkcv_block_heading(g, node);
        return;
    case MKCV_FLOW_PARAGRAPH:
        put_paragraph(g, node);
        break;
    case MKCV_FLOW_ENTRY:
        mkcv_block_entry(g, node);
        break;
    case MKCV_FLOW_ITEM:
        mkcv_block_item(g, node, end);
        break;
    case MKCV_FLOW_LISTING: /* labels are read one by one: a list goes on overleaf sooner than an entry would */
        mkcv_block_listing(g, node);
        bool short_list = g->rows.count - first <= SHORT_ROWS;
        for (uint32_t i = first + 1; i < g->rows.count; i++)
            raise_cost(&g->rows.at[i], short_list ? MKCV_PAGE_LIST : MKCV_PAGE_LONG);
        mkcv_block_keep_lines(g, first);
        return;
    case MKCV_FLOW_CODE:
        put_code(g, node);
        break;
    case MKCV_FLOW_RULE:
        put_rule(g);
        break;
    case MKCV_FLOW_PAGEBREAK:
        g->cost = MKCV_PAGE_FORCE;
        return;
    }
    mkcv_block_keep(g, first);
}

static bool is_numbered(const struct mkcv_flow_node *node)
{
    return node->aside.s && strpbrk(node->aside.s, "0123456789");
}

static int32_t item_skip(const struct mkcv_style *s, const struct mkcv_flow_node *node)
{
    return is_numbered(node) ? s->publications.skip : s->list.skip;
}

static int32_t larger(int32_t a, int32_t b) { return a > b ? a : b; }

/* A listing whose label is a category of the outermost level stands apart as a group does. */
static bool is_headed(const struct mkcv_flow_node *node)
{
    return node->aside.spans.count && node->aside.spans.at[0].role == MKCV_ROLE_GROUP;
}

/* Space between two nodes that are no headings. */
static int32_t gap_of_kinds(const struct mkcv_style *s, const struct mkcv_flow_node *before,
                            const struct mkcv_flow_node *node)
{
    switch (node->kind) {
    case MKCV_FLOW_ENTRY:
        return node->tight ? s->entry.tight_skip : s->entry.skip;
    case MKCV_FLOW_ITEM:
        if (before->kind == MKCV_FLOW_ITEM || before->kind == MKCV_FLOW_ENTRY) return item_skip(s, node);
        return larger(item_skip(s, node), s->text.skip);
    case MKCV_FLOW_LISTING:
        if (is_headed(node)) return s->group.above;
        return before->kind == MKCV_FLOW_LISTING ? s->listing.skip : larger(s->listing.skip, s->entry.skip);
    case MKCV_FLOW_PARAGRAPH:
        return before->kind == MKCV_FLOW_PARAGRAPH || before->kind == MKCV_FLOW_ITEM
                   ? s->text.skip
                   : larger(s->text.skip, s->entry.skip);
    case MKCV_FLOW_CODE:
    case MKCV_FLOW_RULE:
    case MKCV_FLOW_HEADER:
    case MKCV_FLOW_HEADING:
    case MKCV_FLOW_PAGEBREAK:
        break;
    }
    return s->text.skip;
}

static int32_t gap_between(const struct mkcv_style *s, const struct mkcv_flow_node *before,
                           const struct mkcv_flow_node *node)
{
    bool section = node->kind == MKCV_FLOW_HEADING && node->level <= 1;
    if (!before) return 0;
    if (before->kind == MKCV_FLOW_HEADER && !before->side) return s->header.below;
    if (section) return s->section.above;
    if (before->kind == MKCV_FLOW_HEADING && before->level <= 1)
        return s->section.place == MKCV_HEAD_ABOVE ? s->section.below : 0;
    if (node->kind == MKCV_FLOW_HEADING) {
        if (before->kind == MKCV_FLOW_HEADING) return s->group.below;
        return node->level == 2 ? s->group.above : s->group.above / 2;
    }
    if (before->kind == MKCV_FLOW_HEADING) return s->group.below;
    return gap_of_kinds(s, before, node);
}

/* The space around a section's head is what the eye sees: it reaches to the capitals. */
static bool is_snug(const struct mkcv_style *s, const struct mkcv_flow_node *before, const struct mkcv_flow_node *node)
{
    if (s->section.place != MKCV_HEAD_ABOVE || !before) return false;
    return (node->kind == MKCV_FLOW_HEADING && node->level <= 1) ||
           (before->kind == MKCV_FLOW_HEADING && before->level <= 1);
}

/* What was set last, to see single lines beside headings. */
struct past {
    const struct mkcv_flow_node *node;
    uint32_t first, rows;
    bool headed; /* a heading was before it */
};

static bool is_heading(const struct mkcv_flow_node *node) { return node->kind == MKCV_FLOW_HEADING; }

static int32_t cost_before(const struct past *past, const struct mkcv_flow_node *node)
{
    if (!past->node) return MKCV_PAGE_FREE;
    if (past->node->kind == MKCV_FLOW_HEADER) return MKCV_PAGE_WIDOW;
    if (is_heading(node)) return MKCV_PAGE_FREE;
    if (past->headed && past->rows == 1) return COST_TOGETHER;
    if (node->kind == MKCV_FLOW_ITEM && past->node->kind == MKCV_FLOW_ENTRY) return COST_TOGETHER;
    return MKCV_PAGE_FREE;
}

static void discourage_lone_lines(struct mkcv_galley *g, const struct past *past)
{
    if (!past->node || past->headed || is_heading(past->node) || past->node->kind == MKCV_FLOW_HEADER) return;
    if (past->rows > 0 && past->rows <= LAST_ROWS)
        raise_cost(&g->rows.at[past->first], past->rows == 1 ? COST_LAST_LINE : COST_LAST_LINES);
}

/* The rows from `first` on are a section that stays together: as a short entry does, and more. */
static void keep_section(struct mkcv_galley *g, uint32_t first)
{
    for (uint32_t i = first + 1; i < g->rows.count; i++) raise_cost(&g->rows.at[i], 4 * MKCV_PAGE_SHORT);
}

void mkcv_blocks_put(struct mkcv_galley *g, const struct mkcv_flow *flow)
{
    struct past past = {0};
    bool keep = false;
    uint32_t section = 0;
    if (g->style->entry.date == MKCV_DATE_LEFT) g->date_width = mkcv_block_date_width(g, flow);
    const struct mkcv_flow_node *end = flow->nodes.at + flow->nodes.count;
    for (const struct mkcv_flow_node *node = flow->nodes.at; node < end; node++) {
        if (!g->head) mkcv_arena_reset(g->scratch);
        if (is_heading(node) && node->level <= 1) {
            discourage_lone_lines(g, &past);
            mkcv_columns_turn(g, 0);
            mkcv_galley_end_section(g);
            if (keep) keep_section(g, section);
            keep = node->keep;
            section = (uint32_t)g->rows.count;
        }
        g->skip = larger(g->skip, gap_between(g->style, past.node, node));
        g->snug = is_snug(g->style, past.node, node);
        if (g->cost != MKCV_PAGE_FORCE) g->cost = larger(g->cost, cost_before(&past, node));
        mkcv_columns_turn(g, node->columns);
        if (!node->along) mkcv_columns_entry(g);
        uint32_t first = (uint32_t)g->rows.count;
        put_node(g, node, end);
        bool headed = past.node && is_heading(past.node);
        if (node->kind != MKCV_FLOW_PAGEBREAK)
            past =
                (struct past){.node = node, .first = first, .rows = (uint32_t)g->rows.count - first, .headed = headed};
    }
    discourage_lone_lines(g, &past);
    mkcv_columns_turn(g, 0);
    mkcv_galley_end_section(g);
    if (keep) keep_section(g, section);
}
