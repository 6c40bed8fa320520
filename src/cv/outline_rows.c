/* outline_rows.c - tables in which an entry is several rows: "Degree | 2015 - 2019" over "School" in a row of its own
 * and a cell with a list of points. The rows become the item of a list that they would be elsewhere. */
#include "mkcv/section.h"
#include "outline.h"
#include "words.h"

static const struct mkcv_block *list_in(const struct mkcv_block *cell)
{
    const struct mkcv_block *b = cell->first;
    while (b && b->kind != MKCV_BLOCK_LIST) b = b->next;
    return b;
}

/* The cells of a row that hold something; *list: the last list in one. */
static size_t count_cells(struct mkcv_arena *a, const struct mkcv_block *row, const struct mkcv_block **list)
{
    size_t n = 0;
    *list = NULL;
    for (const struct mkcv_block *c = row->first; c; c = c->next) {
        struct mkcv_text t = mkcv_item_text(a, c);
        if (list_in(c)) *list = list_in(c);
        n += !mkcv_text_is_empty(&t) || list_in(c);
    }
    return n;
}

static bool opens_entry(struct mkcv_reader *r, const struct mkcv_block *row)
{
    const struct mkcv_block *list;
    struct mkcv_when w;
    struct mkcv_text t = mkcv_item_text(r->arena, row);
    return count_cells(r->arena, row, &list) > 1 && !list && mkcv_when_find(r->arena, t.s, 0, mkcv_text_length(&t), &w);
}

/* Each entry opens with a row of several cells, one of them a date; rows of one cell follow. */
static bool is_grouped(struct mkcv_reader *r, const struct mkcv_block *table)
{
    bool open = false, more = false;
    const struct mkcv_block *list;
    for (const struct mkcv_block *row = table->first; row; row = row->next) {
        bool opens = opens_entry(r, row);
        if (!opens && (!open || count_cells(r->arena, row, &list) > 1)) return false;
        more |= !opens;
        open = true;
    }
    return more;
}

static struct mkcv_block *open_item(struct mkcv_arena *a, const struct mkcv_block *row)
{
    struct mkcv_block *item = mkcv_block_copy(a, row);
    item->kind = MKCV_BLOCK_ITEM;
    item->first = mkcv_block_copy(a, row);
    item->first->kind = MKCV_BLOCK_PARAGRAPH;
    item->first->first = NULL;
    item->first->text = mkcv_item_text(a, row);
    return item;
}

struct mkcv_block *mkcv_outline_rows(struct outline *o, const struct mkcv_block *table)
{
    struct mkcv_arena *a = o->r->arena;
    if (o->sense.sense != MKCV_HEADING_KIND || !is_grouped(o->r, table)) return NULL;
    struct mkcv_block *list = mkcv_block_copy(a, table), **tail = &list->first, *item = NULL, *last = NULL;
    const struct mkcv_block *points;
    list->kind = MKCV_BLOCK_LIST;
    for (const struct mkcv_block *row = table->first; row; row = row->next) {
        if (opens_entry(o->r, row)) {
            *tail = item = open_item(a, row);
            tail = &item->next;
            last = item->first;
            continue;
        }
        struct mkcv_text t = mkcv_item_text(a, row);
        count_cells(a, row, &points);
        if (!mkcv_text_is_empty(&t)) {
            mkcv_text_append(a, &item->first->text, "\xe2\x80\xa8", 3, NULL);
            mkcv_text_join(a, &item->first->text, &t, MKCV_ROLE_PLAIN);
        }
        if (points) last = last->next = mkcv_block_copy(a, points);
    }
    return list;
}
