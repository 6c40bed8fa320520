/* heading.c - section heads above their section or in a column at its left, heads of groups inside. */
#include "blocks.h"
#include "structure.h"

static enum mkcv_role role_of_level(int level)
{
    if (level <= 1) return MKCV_ROLE_SECTION;
    return level == 2 ? MKCV_ROLE_GROUP : MKCV_ROLE_SUBGROUP;
}

static const char *plain_title(struct mkcv_galley *g, const struct mkcv_text *text)
{
    struct mkcv_text whole = mkcv_text_slice(g->arena, text, 0, mkcv_text_length(text));
    return whole.s ? whole.s : "";
}

static void put_above(struct mkcv_galley *g, const struct mkcv_flow_node *node)
{
    const struct mkcv_style *s = g->style;
    enum mkcv_rule_place rule = node->level <= 1 && s->section.rule_width > 0 ? s->section.rule : MKCV_RULE_NONE;
    bool center = node->level <= 1 && s->section.align == MKCV_ALIGN_CENTER;
    struct mkcv_shape shape = {.base = role_of_level(node->level),
                               .measure = g->measure,
                               .align = center ? MKCV_ALIGN_CENTER : MKCV_ALIGN_LEFT};
    struct mkcv_para *p = mkcv_para_new(g, &node->head, shape);
    struct mkcv_row *row = NULL;
    uint32_t first = (uint32_t)g->rows.count;
    if (p->count > 0) mkcv_element_open(g, mkcv_heading_kind(g, node->level < 1 ? 1 : node->level));
    for (size_t i = 0; i < p->count; i++) {
        row = mkcv_galley_row(g, p->leading, p->size);
        if (i == 0 && rule == MKCV_RULE_ABOVE) {
            row->rise += s->section.rule_gap + s->section.rule_width;
            mkcv_galley_rule(g, g->left, -row->rise, g->measure, s->section.rule_width);
        }
        mkcv_para_put(g, p, i, g->left, 0);
        g->cost = MKCV_PAGE_NEVER;
    }
    if (!row) return;
    if (rule == MKCV_RULE_BELOW) {
        mkcv_galley_rule(g, g->left, s->section.rule_gap, g->measure, s->section.rule_width);
        row->depth = s->section.rule_gap + s->section.rule_width;
    }
    *MKCV_PUSH(g->work, &g->marks) = (struct mkcv_mark){
        .title = plain_title(g, &node->head), .level = node->level < 1 ? 1 : node->level, .row = first};
}

/* Width of the column of heads; a word that is longer may reach into the gap beside it. */
static int32_t head_measure(struct mkcv_galley *g, const struct mkcv_text *head)
{
    const struct mkcv_style *s = g->style;
    struct mkcv_shape wide = {.base = MKCV_ROLE_SECTION, .measure = INT32_MAX / 4, .align = MKCV_ALIGN_LEFT};
    const struct mkcv_para *p = mkcv_para_new(g, head, wide);
    int32_t measure = s->section.width, most = s->section.width + s->section.gap * 2 / 3;
    for (size_t i = 0; i < p->words.count; i++)
        if (p->words.at[i].width > measure) measure = p->words.at[i].width;
    return measure < most ? measure : most;
}

static void put_left(struct mkcv_galley *g, const struct mkcv_flow_node *node)
{
    struct mkcv_shape shape = {
        .base = MKCV_ROLE_SECTION, .measure = head_measure(g, &node->head), .align = MKCV_ALIGN_LEFT};
    struct mkcv_para *p = mkcv_para_new(g, &node->head, shape);
    if (p->count == 0) return;
    if (p->count > MKCV_SIDE_LINES) {
        put_above(g, node);
        return;
    }
    mkcv_element_open(g, mkcv_heading_kind(g, 1));
    g->head_element = g->element;
    g->head = p;
    g->head_title = plain_title(g, &node->head);
}

void mkcv_block_heading(struct mkcv_galley *g, const struct mkcv_flow_node *node)
{
    if (node->level <= 1 && g->style->section.place == MKCV_HEAD_LEFT)
        put_left(g, node);
    else
        put_above(g, node);
}
