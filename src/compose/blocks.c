/* blocks.c - a section of no known kind: the blocks of the page as they stand, as flow nodes. */
#include "part.h"
#include <string.h>

#define LIMIT_DEPTH 64 /* of blocks in blocks; deeper ones are left out */
#define LIMIT_LEVEL 4  /* of items: deeper ones are set like these */

/* Where a chain of blocks stands. */
struct place {
    int level;   /* of the items around, 0: none */
    int heading; /* level on the page of the section's own heading */
    int depth;
};

static void compose_chain(struct mkcv_composer *c, const struct mkcv_block *b, struct place at);

static void compose_paragraph(struct mkcv_composer *c, const struct mkcv_block *b)
{
    struct mkcv_text text = mkcv_part_prose(c, &b->text, MKCV_ROLE_PLAIN);
    if (mkcv_text_is_empty(&text)) return;
    struct mkcv_flow_node *n = mkcv_part_node(c, MKCV_FLOW_PARAGRAPH, b->loc);
    n->head = text;
    n->justified = true;
}

static void compose_heading(struct mkcv_composer *c, const struct mkcv_block *b, struct place at)
{
    struct mkcv_text text = mkcv_part_text(c, &b->text, MKCV_ROLE_PLAIN, NULL);
    if (mkcv_text_is_empty(&text)) return;
    int level = at.heading > 0 && b->level > at.heading ? b->level - at.heading + 1 : 2;
    mkcv_part_heading(c, text.s, level < 2 ? 2 : level, b->loc);
}

/* An item's first paragraph is its head, the next ones are further paragraphs, all else follows as nodes. */
static void compose_item(struct mkcv_composer *c, const struct mkcv_block *item, const char *bullet, struct place at)
{
    const struct mkcv_block *b = item->first;
    struct mkcv_text head = {0};
    if (b && b->kind == MKCV_BLOCK_PARAGRAPH) {
        head = mkcv_part_prose(c, &b->text, MKCV_ROLE_PLAIN);
        b = b->next;
    } else if (item->text.s) {
        head = mkcv_part_prose(c, &item->text, MKCV_ROLE_PLAIN);
    }
    if (!mkcv_text_is_empty(&head)) {
        struct mkcv_flow_node *n = mkcv_part_node(c, MKCV_FLOW_ITEM, item->loc);
        n->level = at.level > LIMIT_LEVEL ? LIMIT_LEVEL : at.level;
        n->head = head;
        mkcv_text_put(c->arena, &n->aside, bullet, MKCV_ROLE_NUMBER);
        for (; b && b->kind == MKCV_BLOCK_PARAGRAPH; b = b->next) {
            struct mkcv_text line = mkcv_part_prose(c, &b->text, MKCV_ROLE_PLAIN);
            if (!mkcv_text_is_empty(&line)) *MKCV_PUSH(c->arena, &n->lines) = line;
        }
    }
    compose_chain(c, b, at);
}

static void compose_list(struct mkcv_composer *c, const struct mkcv_block *list, struct place at)
{
    int number = list->level;
    ++at.level;
    for (const struct mkcv_block *item = list->first; item; item = item->next, ++number)
        compose_item(c, item, list->ordered ? mkcv_arena_printf(c->arena, "%d.", number) : c->style->list.bullet, at);
}

/* The blocks in a cell or definition as one text. */
static struct mkcv_text inline_text(struct mkcv_composer *c, const struct mkcv_block *b, int depth)
{
    struct mkcv_text t = mkcv_part_text(c, &b->text, MKCV_ROLE_PLAIN, NULL);
    for (const struct mkcv_block *child = b->first; child && depth < LIMIT_DEPTH; child = child->next) {
        struct mkcv_text more = inline_text(c, child, depth + 1);
        mkcv_part_join(c, &t, "; ", MKCV_ROLE_PLAIN, &more);
    }
    return t;
}

/* A row is an entry of its cells; the head row only names them. */
static void compose_row(struct mkcv_composer *c, const struct mkcv_block *row, struct place at)
{
    struct mkcv_text head = {0};
    if (row->kind != MKCV_BLOCK_ROW || row->level == 1) return;
    for (const struct mkcv_block *cell = row->first; cell; cell = cell->next) {
        struct mkcv_text text = inline_text(c, cell, at.depth);
        mkcv_part_join(c, &head, ", ", MKCV_ROLE_PLAIN, &text);
    }
    if (mkcv_text_is_empty(&head)) return;
    struct mkcv_flow_node *n = mkcv_part_node(c, MKCV_FLOW_ENTRY, row->loc);
    n->head = head;
    n->tight = true;
}

/* "Term: definition"; a term with several is repeated by none of them. */
static const struct mkcv_block *compose_term(struct mkcv_composer *c, const struct mkcv_block *term, struct place at)
{
    struct mkcv_text head = mkcv_part_text(c, &term->text, MKCV_ROLE_STRONG, NULL), all = {0};
    const struct mkcv_block *last = term;
    for (; last->next && last->next->kind == MKCV_BLOCK_DEFINITION; last = last->next) {
        struct mkcv_text text = inline_text(c, last->next, at.depth);
        mkcv_part_join(c, &all, "; ", MKCV_ROLE_PLAIN, &text);
    }
    mkcv_part_join(c, &head, ": ", MKCV_ROLE_PLAIN, &all);
    if (!mkcv_text_is_empty(&head)) {
        struct mkcv_flow_node *n = mkcv_part_node(c, MKCV_FLOW_ENTRY, term->loc);
        n->head = head;
        n->tight = true;
    }
    return last;
}

static void compose_code(struct mkcv_composer *c, const struct mkcv_block *b)
{
    struct mkcv_flow_node *n;
    if (mkcv_text_is_empty(&b->text)) return;
    n = mkcv_part_node(c, MKCV_FLOW_CODE, b->loc);
    mkcv_text_join(c->arena, &n->head, &b->text, MKCV_ROLE_CODE);
}

/* One block; gives the last one that it took. */
static const struct mkcv_block *compose_block(struct mkcv_composer *c, const struct mkcv_block *b, struct place at)
{
    switch (b->kind) {
    case MKCV_BLOCK_HEADING:
        compose_heading(c, b, at);
        break;
    case MKCV_BLOCK_PARAGRAPH:
        compose_paragraph(c, b);
        break;
    case MKCV_BLOCK_LIST:
        compose_list(c, b, at);
        break;
    case MKCV_BLOCK_CODE:
        compose_code(c, b);
        break;
    case MKCV_BLOCK_RULE:
        break; /* on a page it parts what headings part in a CV */
    case MKCV_BLOCK_TERM:
        return compose_term(c, b, at);
    case MKCV_BLOCK_ROW:
        compose_row(c, b, at);
        break;
    case MKCV_BLOCK_CELL:
        compose_paragraph(c, b);
        compose_chain(c, b->first, at);
        break;
    case MKCV_BLOCK_ITEM:
        compose_item(c, b, c->style->list.bullet, at);
        break;
    case MKCV_BLOCK_DOCUMENT:
    case MKCV_BLOCK_QUOTE:
    case MKCV_BLOCK_TABLE:
    case MKCV_BLOCK_DEFINITION:
        compose_chain(c, b->first, at);
        break;
    case MKCV_BLOCK_COLLECTION:
        break;
    }
    return b;
}

static void compose_chain(struct mkcv_composer *c, const struct mkcv_block *b, struct place at)
{
    if (++at.depth > LIMIT_DEPTH) return;
    for (; b; b = b->next) b = compose_block(c, b, at);
}

void mkcv_compose_blocks(struct mkcv_composer *c, const struct mkcv_section *s)
{
    mkcv_part_heading(c, c->title, 1, s->loc);
    compose_chain(c, s->body, (struct place){.heading = s->level});
    if (!s->entries.count) return;
    /* entries of such a section come without blocks: they are set in the general form, under the same heading */
    const char *title = c->title;
    c->title = NULL;
    mkcv_compose_entries(c, s);
    c->title = title;
}
