/* header.c - the CV's own head: name, post, contacts. */
#include "blocks.h"
#include "structure.h"
#include <string.h>

enum { STACKED_CONTACTS = 4 }; /* of the row form, at most; more share lines */

/* The name, which heads the document, the post or a line of contacts. */
static void open_element(struct mkcv_galley *g, enum mkcv_role base)
{
    g->element = g->header_root;
    mkcv_element_open(g, base == MKCV_ROLE_NAME ? mkcv_heading_kind(g, 0) : MKCV_ELEMENT_PARAGRAPH);
}

static int32_t natural_width(struct mkcv_galley *g, const struct mkcv_text *text, enum mkcv_role base)
{
    struct mkcv_shape wide = {.base = base, .measure = INT32_MAX / 4, .align = MKCV_ALIGN_LEFT};
    return mkcv_para_widest(g, mkcv_para_new(g, text, wide));
}

/* The style's separator without its blanks, half an em on both sides. */
static void join_contact(struct mkcv_galley *g, struct mkcv_text *line, const struct mkcv_text *contact)
{
    const char *s = g->style->header.separator ? g->style->header.separator : "";
    size_t n;
    if (line->s) {
        s += strspn(s, " ");
        n = strlen(s);
        while (n > 0 && s[n - 1] == ' ') n--;
        mkcv_text_put(g->scratch, line, "\u2002", MKCV_ROLE_CONTACT);
        mkcv_text_put(g->scratch, line, mkcv_arena_strndup(g->scratch, s, n), MKCV_ROLE_CONTACT);
        mkcv_text_put(g->scratch, line, "\u2002", MKCV_ROLE_CONTACT);
    }
    mkcv_text_join(g->scratch, line, contact, MKCV_ROLE_PLAIN);
}

struct contact_lines {
    MKCV_VEC(struct mkcv_text) list;
};

/* Contacts filled into lines, none of them divided. */
static struct contact_lines fill_contacts(struct mkcv_galley *g, const struct mkcv_flow_node *node, int32_t measure)
{
    struct contact_lines lines = {0};
    struct mkcv_text separator = {0}, nothing = {0};
    join_contact(g, &separator, &nothing);
    mkcv_text_put(g->scratch, &separator, "x", MKCV_ROLE_CONTACT);
    join_contact(g, &separator, &nothing);
    int32_t between = natural_width(g, &separator, MKCV_ROLE_CONTACT);
    int32_t room = 0;
    for (size_t i = 0; i < node->lines.count; i++) {
        if (mkcv_text_is_empty(&node->lines.at[i])) continue;
        int32_t width = natural_width(g, &node->lines.at[i], MKCV_ROLE_CONTACT);
        if (lines.list.count == 0 || width + between > room) {
            MKCV_PUSH(g->scratch, &lines.list);
            room = measure + between;
        }
        join_contact(g, &lines.list.at[lines.list.count - 1], &node->lines.at[i]);
        room -= width + between;
    }
    return lines;
}

static void put_text(struct mkcv_galley *g, const struct mkcv_text *text, enum mkcv_role base, int32_t gap)
{
    if (mkcv_text_is_empty(text)) return;
    enum mkcv_align align = g->style->header.align == MKCV_ALIGN_CENTER ? MKCV_ALIGN_CENTER : MKCV_ALIGN_LEFT;
    uint32_t first = (uint32_t)g->rows.count;
    open_element(g, base);
    if (first > 0) g->skip = gap;
    mkcv_galley_put(g, mkcv_para_new(g, text, (struct mkcv_shape){.base = base, .measure = g->measure, .align = align}),
                    g->left);
    for (size_t i = first > 0 ? first : 1; i < g->rows.count; i++) g->rows.at[i].cost = MKCV_PAGE_NEVER;
}

static void put_stacked(struct mkcv_galley *g, const struct mkcv_flow_node *node)
{
    struct contact_lines lines = fill_contacts(g, node, g->measure);
    put_text(g, &node->head, MKCV_ROLE_NAME, 0);
    put_text(g, &node->aside, MKCV_ROLE_LABEL, g->style->header.label_gap);
    for (size_t i = 0; i < lines.list.count; i++)
        put_text(g, &lines.list.at[i], MKCV_ROLE_CONTACT, i == 0 ? g->style->header.contact_gap : 0);
}

/* The contacts of the row form: a line each, or filled into the width when they are many. */
static struct contact_lines stack_contacts(struct mkcv_galley *g, const struct mkcv_flow_node *node, int32_t width)
{
    struct contact_lines lines = {0};
    if (node->lines.count > STACKED_CONTACTS) return fill_contacts(g, node, width);
    for (size_t i = 0; i < node->lines.count; i++)
        if (!mkcv_text_is_empty(&node->lines.at[i])) *MKCV_PUSH(g->scratch, &lines.list) = node->lines.at[i];
    return lines;
}

/* Contacts at the right, their last line on the row's baseline. Gives how far they rise above it. */
static int32_t put_contacts(struct mkcv_galley *g, const struct contact_lines *lines, int32_t width)
{
    struct mkcv_shape shape = {.base = MKCV_ROLE_CONTACT, .measure = width, .align = MKCV_ALIGN_RIGHT};
    int32_t leading = mkcv_dress_leading(g->style, MKCV_ROLE_CONTACT), above = 0;
    MKCV_VEC(struct mkcv_para *) paras = {0};
    for (size_t i = 0; i < lines->list.count; i++) {
        struct mkcv_para *p = mkcv_para_new(g, &lines->list.at[i], shape);
        *MKCV_PUSH(g->scratch, &paras) = p;
        above += (int32_t)p->count * leading;
    }
    int32_t y = leading - above;
    for (size_t i = 0; i < paras.count; i++) {
        open_element(g, MKCV_ROLE_CONTACT);
        mkcv_para_put_all(g, paras.at[i], g->left + g->measure - width, y);
        y += (int32_t)paras.at[i]->count * leading;
    }
    return above > 0 ? above - leading + mkcv_dress_size(g->style, MKCV_ROLE_CONTACT) * 2 / 3 : 0;
}

static int32_t widest_contact(struct mkcv_galley *g, const struct contact_lines *lines, int32_t most)
{
    int32_t width = 0;
    for (size_t i = 0; i < lines->list.count; i++) {
        int32_t natural = natural_width(g, &lines->list.at[i], MKCV_ROLE_CONTACT);
        if (natural > width) width = natural;
    }
    return width < most ? width : most;
}

/* The post beside the name where there is room, else below it. */
static void put_post(struct mkcv_galley *g, struct mkcv_row *row, const struct mkcv_text *post, int32_t name,
                     int32_t column)
{
    int32_t gap = g->style->header.label_gap, left = g->left;
    struct mkcv_shape shape = {.base = MKCV_ROLE_LABEL, .measure = column, .align = MKCV_ALIGN_LEFT};
    struct mkcv_para *p = mkcv_para_new(g, post, shape);
    bool beside = name == 0 || natural_width(g, post, MKCV_ROLE_LABEL) <= column - name - gap;
    if (p->count == 0) return;
    open_element(g, MKCV_ROLE_LABEL);
    int32_t y = beside ? 0 : row->depth + p->leading * 3 / 4;
    mkcv_para_put_all(g, p, name > 0 && beside ? left + name + gap : left, y);
    row->depth += (int32_t)(beside ? p->count - 1 : p->count) * p->leading;
}

/* One row: name and post at the left, contacts at the right with their last line on the name's. */
static void put_row(struct mkcv_galley *g, const struct mkcv_flow_node *node)
{
    const struct mkcv_style *s = g->style;
    int32_t left = g->left, full = g->measure;
    struct contact_lines lines = stack_contacts(g, node, full * 2 / 5);
    int32_t contacts = widest_contact(g, &lines, full / 2);
    int32_t column = contacts > 0 ? full - contacts - 2 * s->header.label_gap : full;
    struct mkcv_shape shape = {.base = MKCV_ROLE_NAME, .measure = column, .align = MKCV_ALIGN_LEFT};
    struct mkcv_para *name = mkcv_para_new(g, &node->head, shape);
    enum mkcv_role base = name->count > 0 ? MKCV_ROLE_NAME : MKCV_ROLE_LABEL;
    struct mkcv_row *row = mkcv_galley_row(g, mkcv_dress_leading(s, base), mkcv_dress_size(s, base));
    int32_t drop = name->count > 1 ? (int32_t)(name->count - 1) * name->leading : 0;
    if (name->count > 0) open_element(g, MKCV_ROLE_NAME);
    mkcv_para_put_all(g, name, left, -drop);
    put_post(g, row, &node->aside, mkcv_para_widest(g, name), column);
    int32_t above = put_contacts(g, &lines, contacts);
    row->rise += drop;
    if (row->rise < above) row->rise = above;
}

/* In the sidebar: the photo; a contact a line, or more where it is long. */
static void put_beside(struct mkcv_galley *g, const struct mkcv_flow_node *node)
{
    struct mkcv_shape shape = {.base = MKCV_ROLE_CONTACT, .measure = g->measure, .align = MKCV_ALIGN_LEFT};
    if (node->photo) mkcv_block_photo(g, node);
    for (size_t i = 0; i < node->lines.count; i++) {
        open_element(g, MKCV_ROLE_CONTACT);
        if (i > 0) g->skip = g->style->entry.tight_skip;
        mkcv_block_text(g, &node->lines.at[i], shape, g->left);
    }
}

static void put_header(struct mkcv_galley *g, const struct mkcv_flow_node *node)
{
    switch (g->style->header.form) {
    case MKCV_HEADER_STACKED:
        put_stacked(g, node);
        break;
    case MKCV_HEADER_ROW:
        put_row(g, node);
        break;
    }
}

/* The header is as wide as the page allows, also where heads or a sidebar stand beside the body. */
void mkcv_block_header(struct mkcv_galley *g, const struct mkcv_flow_node *node)
{
    const struct mkcv_style *s = g->style;
    int32_t left = g->left, measure = g->measure;
    if (node->side) {
        put_beside(g, node);
        return;
    }
    bool beside = s->sidebar.beside_header;
    g->left = beside ? s->page.left : g->page.left;
    g->measure = beside ? s->page.width - s->page.left - s->page.right : g->page.measure;
    if (node->photo)
        mkcv_block_beside_photo(g, node, put_header);
    else
        put_header(g, node);
    g->left = left;
    g->measure = measure;
    g->header_rows = (uint32_t)g->rows.count;
}
