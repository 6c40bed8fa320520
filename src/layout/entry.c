/* entry.c - rows with something at their side: entries and their dates, items and their numbers, lists and their
 * labels. */
#include "blocks.h"
#include "structure.h"
#include <string.h>

/* Dates and labels take at most that part of the measure, in hundredths. */
enum { DATE_MOST = 40, LABEL_MOST = 60 };
enum { LABEL_GAP = 500 }; /* least distance between a number and its text, thousandths of an em */
enum { DATED_LEAST = 4 }; /* em: what is left for text beside a date, else the date stands below */
enum { TEXT_LEAST = 3 };  /* em: what is left for text beside a label, else the label runs in */

static int32_t larger(int32_t a, int32_t b) { return a > b ? a : b; }

static void widen(struct mkcv_galley *g, struct mkcv_label *label, enum mkcv_align align, int32_t measure)
{
    struct mkcv_shape shape = label->para->shape;
    shape.align = align;
    shape.measure = measure;
    label->para = mkcv_para_new(g, label->para->source, shape);
}

/* A paragraph of its own behind the one that is set. */
static void put_date(struct mkcv_galley *g, const struct mkcv_label *date, int32_t y)
{
    uint32_t head = g->element;
    mkcv_element_close(g);
    mkcv_element_open(g, MKCV_ELEMENT_PARAGRAPH);
    mkcv_para_put_all(g, date->para, date->x, y);
    g->element = head;
}

/* The first paragraph, a row a line, and the date with its last line in reading order, with its first line in place. */
static void put_head(struct mkcv_galley *g, const struct mkcv_flow_node *node, struct mkcv_shape shape, int32_t x,
                     struct mkcv_label *date)
{
    struct mkcv_para *p = mkcv_para_new(g, &node->head, shape);
    uint32_t first = (uint32_t)g->rows.count;
    /* a first paragraph of usual length is kept together, so that the date can follow it in reading order */
    size_t dated = p->count > MKCV_SIDE_LINES ? 1 : p->count; /* lines before the date */
    date->row = first;
    mkcv_element_open(g, MKCV_ELEMENT_PARAGRAPH);
    if (p->count == 0) mkcv_galley_row(g, p->leading, p->size);
    for (size_t i = 0; i < p->count; i++) {
        mkcv_galley_row(g, p->leading, p->size);
        mkcv_para_put(g, p, i, x, 0);
        if (i + 1 == dated) put_date(g, date, -(int32_t)i * p->leading);
    }
    if (p->count == 0) put_date(g, date, 0);
    mkcv_element_close(g);
    for (uint32_t i = first + 1; i < g->rows.count && p->count <= MKCV_SIDE_LINES; i++)
        g->rows.at[i].cost = MKCV_PAGE_WIDOW;
}

static struct mkcv_shape date_shape(const struct mkcv_galley *g)
{
    bool left = g->style->entry.date == MKCV_DATE_LEFT;
    int32_t most = (int32_t)((int64_t)g->measure * DATE_MOST / 100);
    return (struct mkcv_shape){
        .base = MKCV_ROLE_DATE, .measure = left && g->date_width > 0 ? g->date_width : most, .align = MKCV_ALIGN_LEFT};
}

int32_t mkcv_block_date_width(struct mkcv_galley *g, const struct mkcv_flow *flow)
{
    int32_t widest = g->style->entry.date_width, most = date_shape(g).measure;
    for (size_t i = 0; i < flow->nodes.count; i++) {
        const struct mkcv_flow_node *node = &flow->nodes.at[i];
        if (node->kind != MKCV_FLOW_ENTRY || !node->aside.s) continue;
        widest = larger(widest, mkcv_para_widest(g, mkcv_para_new(g, &node->aside, date_shape(g))));
        mkcv_arena_reset(g->scratch);
    }
    return widest < most ? widest : most;
}

/* Gives the date its column and takes that off the text's place. */
static void place_date(struct mkcv_galley *g, struct mkcv_label *date, int32_t *x, int32_t *measure)
{
    const struct mkcv_style *s = g->style;
    if (s->entry.date == MKCV_DATE_LEFT) {
        *x += g->date_width + s->entry.gap;
        *measure -= g->date_width + s->entry.gap;
    } else if (date->para->count > 0) {
        int32_t column = larger(mkcv_para_widest(g, date->para), s->entry.date_width);
        if (column > date->para->shape.measure) column = date->para->shape.measure;
        *measure -= column + s->entry.gap;
        date->x = g->left + g->measure - column;
        widen(g, date, MKCV_ALIGN_RIGHT, column);
    }
}

/* A line beside the rows from `first` on, in the middle of the gap. */
static void put_bar(struct mkcv_galley *g, uint32_t first)
{
    const struct mkcv_style *s = g->style;
    if (s->entry.date != MKCV_DATE_LEFT || s->entry.rule_width == 0) return;
    int32_t x = g->left + g->date_width + (s->entry.gap - s->entry.rule_width) / 2;
    for (uint32_t i = first; i < g->rows.count; i++) g->rows.at[i].bar = x;
}

void mkcv_block_entry(struct mkcv_galley *g, const struct mkcv_flow_node *node)
{
    const struct mkcv_style *s = g->style;
    struct mkcv_label date;
    struct mkcv_text nothing = {0};
    struct mkcv_shape shape = {.base = MKCV_ROLE_PLAIN, .measure = g->measure, .align = MKCV_ALIGN_LEFT};
    int32_t x = g->left;
    uint32_t head = (uint32_t)g->rows.count;
    mkcv_item_open(g, MKCV_ELEMENT_LIST, 0);
    mkcv_body_open(g);
    mkcv_block_label(g, &date, &node->aside, date_shape(g), x);
    bool beside = date.para->count <= MKCV_SIDE_LINES;
    place_date(g, &date, &x, &shape.measure);
    if (s->entry.date != MKCV_DATE_LEFT && shape.measure < DATED_LEAST * s->font.size) {
        beside = false;
        shape.measure = g->measure;
    }
    if (!beside) mkcv_block_label(g, &date, &nothing, date_shape(g), x);
    put_head(g, node, shape, x, &date);
    if (!beside) mkcv_block_paragraph(g, &node->aside, shape, x);
    for (size_t i = 0; i < node->lines.count; i++) {
        uint32_t first = (uint32_t)g->rows.count;
        mkcv_block_paragraph(g, &node->lines.at[i], shape, x);
        if (i == 0 && first < g->rows.count) g->rows.at[first].cost = MKCV_PAGE_WIDOW;
    }
    mkcv_block_end_label(g, &date);
    put_bar(g, head);
}

/* Width that the labels of the items from `node` on share: those of its level that follow one another. */
static int32_t widest_label(struct mkcv_galley *g, const struct mkcv_flow_node *node, const struct mkcv_flow_node *end)
{
    int32_t widest = 0;
    size_t longest = 0;
    struct mkcv_shape shape = {.base = MKCV_ROLE_NUMBER, .measure = g->measure / 2, .align = MKCV_ALIGN_LEFT};
    for (; node < end && node->kind == MKCV_FLOW_ITEM; node++) {
        size_t n = mkcv_text_length(&node->aside);
        if (n <= longest) continue;
        longest = n;
        widest = larger(widest, mkcv_para_widest(g, mkcv_para_new(g, &node->aside, shape)));
    }
    return widest;
}

static bool is_numbered(const struct mkcv_flow_node *node)
{
    return node->aside.s && strpbrk(node->aside.s, "0123456789");
}

/* From x on there is room for text. */
static bool is_wide_enough(const struct mkcv_galley *g, int32_t x)
{
    return g->left + g->measure - x >= TEXT_LEAST * g->style->font.size;
}

/* In the body of an item, which is open. */
static void put_inline(struct mkcv_galley *g, const struct mkcv_flow_node *node, bool more)
{
    struct mkcv_text text = {0};
    if (more) mkcv_element_open(g, MKCV_ELEMENT_PARAGRAPH);
    mkcv_text_join(g->scratch, &text, &node->aside, MKCV_ROLE_PLAIN);
    if (text.s && node->head.s) mkcv_text_put(g->scratch, &text, " ", MKCV_ROLE_PLAIN);
    mkcv_text_join(g->scratch, &text, &node->head, MKCV_ROLE_PLAIN);
    mkcv_block_text(g, &text,
                    (struct mkcv_shape){.base = MKCV_ROLE_PLAIN, .measure = g->measure, .align = MKCV_ALIGN_LEFT},
                    g->left);
    if (more) mkcv_element_close(g);
}

/* Further paragraphs or items of a deeper level belong to the item. */
static bool has_more(const struct mkcv_flow_node *node, const struct mkcv_flow_node *end)
{
    const struct mkcv_flow_node *next = node + 1;
    return node->lines.count > 0 || (next < end && next->kind == MKCV_FLOW_ITEM && next->level > node->level);
}

static void open_item(struct mkcv_galley *g, const struct mkcv_flow_node *node)
{
    enum mkcv_element_kind list = is_numbered(node)                  ? MKCV_ELEMENT_NUMBERS
                                  : mkcv_text_is_empty(&node->aside) ? MKCV_ELEMENT_LIST
                                                                     : MKCV_ELEMENT_BULLETS;
    mkcv_item_open(g, list, node->level > 1 ? node->level : 1);
}

void mkcv_block_item(struct mkcv_galley *g, const struct mkcv_flow_node *node, const struct mkcv_flow_node *end)
{
    const struct mkcv_style *s = g->style;
    bool numbered = is_numbered(node), justify = node->justified && s->text.align == MKCV_ALIGN_JUSTIFY;
    int32_t indent = numbered ? s->publications.indent : s->list.indent, level = node->level > 1 ? node->level : 1;
    int32_t least = larger(indent, s->font.size * LABEL_GAP / 1000), label_x = g->left + (level - 1) * s->list.indent;
    if (numbered) {
        if (g->number_end < node) { /* the first of a run */
            g->number_width = widest_label(g, node, end);
            for (g->number_end = node; g->number_end < end && g->number_end->kind == MKCV_FLOW_ITEM;) g->number_end++;
        }
        least = larger(least, g->number_width + s->font.size * LABEL_GAP / 1000);
    }
    if (label_x - g->left > g->measure / 2) label_x = g->left + g->measure / 2;
    int32_t x = label_x + least, width = numbered ? g->number_width : least;
    struct mkcv_label label;
    struct mkcv_shape shape = {
        .base = MKCV_ROLE_NUMBER, .measure = width, .align = numbered ? MKCV_ALIGN_RIGHT : MKCV_ALIGN_LEFT};
    mkcv_block_label(g, &label, &node->aside, shape, label_x);
    label.more = has_more(node, end);
    open_item(g, node);
    bool beside = label.para->count <= MKCV_SIDE_LINES && is_wide_enough(g, x);
    if (!beside) x = g->left;
    shape = (struct mkcv_shape){.base = MKCV_ROLE_PLAIN,
                                .measure = g->left + g->measure - x,
                                .align = justify ? MKCV_ALIGN_JUSTIFY : MKCV_ALIGN_LEFT,
                                .prose = node->justified};
    if (!beside) mkcv_body_open(g);
    if (beside)
        mkcv_block_labelled(g, &label, &node->head, shape, x);
    else
        put_inline(g, node, label.more);
    for (size_t i = 0; i < node->lines.count; i++) mkcv_block_paragraph(g, &node->lines.at[i], shape, x);
    if (beside) mkcv_block_end_label(g, &label);
}

/* An item of one paragraph that begins with its label. */
static void put_run_in(struct mkcv_galley *g, const struct mkcv_flow_node *node)
{
    mkcv_item_open(g, MKCV_ELEMENT_LIST, 0);
    mkcv_element_open(g, MKCV_ELEMENT_BODY);
    put_inline(g, node, false);
}

void mkcv_block_listing(struct mkcv_galley *g, const struct mkcv_flow_node *node)
{
    const struct mkcv_style *s = g->style;
    if (s->listing.form == MKCV_RUN_INLINE || mkcv_text_is_empty(&node->aside)) {
        put_run_in(g, node);
        return;
    }
    int32_t most = (int32_t)((int64_t)g->measure * LABEL_MOST / 100);
    int32_t width = s->listing.label_width < most ? s->listing.label_width : most, x = g->left + width + s->listing.gap;
    struct mkcv_label label;
    mkcv_block_label(g, &label, &node->aside,
                     (struct mkcv_shape){.base = MKCV_ROLE_PLAIN, .measure = width, .align = MKCV_ALIGN_LEFT}, g->left);
    if (label.para->count > MKCV_SIDE_LINES || !is_wide_enough(g, x)) {
        put_run_in(g, node);
        return;
    }
    struct mkcv_shape shape = {.base = MKCV_ROLE_PLAIN, .measure = g->left + g->measure - x, .align = MKCV_ALIGN_LEFT};
    label.kind = MKCV_ELEMENT_HEAD_CELL;
    mkcv_item_open(g, MKCV_ELEMENT_TABLE, 0);
    mkcv_block_labelled(g, &label, &node->head, shape, x);
    mkcv_block_end_label(g, &label);
}
