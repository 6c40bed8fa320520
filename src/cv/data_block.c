/* data_block.c - values of data files as the blocks that a page would show: for sections of no known kind, and for
 * texts that the readers of lists understand. */
#include "data.h"
#include "mkcv/buf.h"
#include "mkcv/source.h"
#include <string.h>

#define NESTED_MOST 12

static struct mkcv_block *new_block(struct mkcv_arena *a, enum mkcv_block_kind kind, struct mkcv_loc loc)
{
    struct mkcv_block *b = MKCV_NEW(a, struct mkcv_block);
    *b = (struct mkcv_block){.kind = kind, .loc = loc};
    return b;
}

struct mkcv_text mkcv_data_text(struct mkcv_reader *r, const char *s, struct mkcv_loc loc)
{
    if (!strstr(s, "&#")) return mkcv_markdown_inline(r->arena, s, loc, r->diags);
    struct mkcv_buf whole;
    mkcv_buf_init(&whole, r->arena);
    for (const char *p = s; *p;) {
        size_t digits = !strncmp(p, "&#", 2) ? strspn(p + 2, "0123456789") : 0, n = digits ? digits + 2 : 1;
        mkcv_buf_put(&whole, p, n);
        p += n;
        if (digits && *p != ';') mkcv_buf_putc(&whole, ';');
    }
    return mkcv_markdown_inline(r->arena, whole.s, loc, r->diags);
}

static struct mkcv_block *paragraph(struct mkcv_reader *r, const char *s, struct mkcv_loc loc)
{
    struct mkcv_block *b = new_block(r->arena, MKCV_BLOCK_PARAGRAPH, loc);
    b->text = mkcv_data_text(r, s, loc);
    return b;
}

static bool is_said(const struct mkcv_node *n)
{
    return n->kind == MKCV_NODE_SCALAR && n->value && n->value[strspn(n->value, " \t\n")] &&
           !(n->key && mkcv_data_sense(MKCV_KIND_COUNT, n->key).role == MKCV_DATA_NOTHING);
}

/* The scalars of a map as one line: "name: value" where these are its keys, else all with commas between. */
static const char *line_of(struct mkcv_arena *a, const struct mkcv_node *map)
{
    const char *name = mkcv_node_string(map, "name"), *value = mkcv_node_string(map, "value");
    if (!name) name = mkcv_node_string(map, "label");
    if (!value) value = mkcv_node_string(map, "details");
    if (name && value) return mkcv_arena_printf(a, "%s: %s", name, value);
    if (map->first && !map->first->next && is_said(map->first) && map->first->key && strchr(map->first->key, ' '))
        return mkcv_arena_printf(a, "%s: %s", map->first->key, map->first->value); /* a text with a colon in it */
    struct mkcv_buf line;
    mkcv_buf_init(&line, a);
    for (const struct mkcv_node *m = map->first; m; m = m->next)
        if (is_said(m)) mkcv_buf_printf(&line, "%s%s", line.n ? ", " : "", m->value);
    return line.n ? line.s : "";
}

static struct mkcv_block *list_of(struct mkcv_reader *r, const struct mkcv_node *list, int depth);

static struct mkcv_block *item_of(struct mkcv_reader *r, const struct mkcv_node *n, int depth)
{
    struct mkcv_block *item = new_block(r->arena, MKCV_BLOCK_ITEM, n->loc), **next = &item->first;
    const char *line = n->kind == MKCV_NODE_SCALAR ? n->value : n->kind == MKCV_NODE_MAP ? line_of(r->arena, n) : "";
    if (line && *line) {
        *next = paragraph(r, line, n->loc);
        next = &(*next)->next;
    }
    for (const struct mkcv_node *m = n->kind == MKCV_NODE_SCALAR || depth >= NESTED_MOST ? NULL : n->first; m;
         m = m->next)
        if (m->kind != MKCV_NODE_SCALAR && m->first) {
            *next = list_of(r, m, depth + 1);
            next = &(*next)->next;
        }
    return item;
}

static struct mkcv_block *list_of(struct mkcv_reader *r, const struct mkcv_node *list, int depth)
{
    struct mkcv_block *b = new_block(r->arena, MKCV_BLOCK_LIST, list->loc), **next = &b->first;
    for (const struct mkcv_node *m = depth < NESTED_MOST ? list->first : NULL; m; m = m->next) {
        *next = item_of(r, m, depth);
        next = &(*next)->next;
    }
    return b;
}

struct mkcv_block *mkcv_data_block(struct mkcv_reader *r, const struct mkcv_node *node)
{
    return node->kind == MKCV_NODE_LIST ? list_of(r, node, 0) : item_of(r, node, 0);
}
