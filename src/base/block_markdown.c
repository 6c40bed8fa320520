/* block_markdown.c - blocks as CommonMark source. Templates' collections leave nothing. */
#include "mkcv/block.h"
#include "mkcv/buf.h"
#include <string.h>

static void put_blocks(struct mkcv_arena *a, struct mkcv_buf *out, const struct mkcv_block *first, const char *indent);

static void put_indent(struct mkcv_buf *out, const char *indent)
{
    if (out->n) mkcv_buf_putc(out, '\n');
    mkcv_buf_puts(out, indent);
}

/* Text over several lines, each with the indent. */
static void put_lines(struct mkcv_buf *out, const char *s, const char *indent)
{
    for (; *s; s++) {
        mkcv_buf_putc(out, *s);
        if (*s == '\n') mkcv_buf_puts(out, indent);
    }
}

/* A blank line between blocks; inside a quote it carries the quote's mark. */
static void put_gap(struct mkcv_buf *out, const char *indent)
{
    if (!out->n) return;
    size_t n = strlen(indent);
    while (n && indent[n - 1] == ' ') n--;
    mkcv_buf_putc(out, '\n');
    mkcv_buf_put(out, indent, n);
}

static void put_code(struct mkcv_buf *out, const struct mkcv_block *b, const char *indent)
{
    const char *fence = b->text.s && strstr(b->text.s, "```") ? "~~~~~~" : "```";
    put_indent(out, indent);
    mkcv_buf_puts(out, fence);
    put_indent(out, indent);
    if (b->text.s) put_lines(out, b->text.s, indent);
    put_indent(out, indent);
    mkcv_buf_puts(out, fence);
}

static void put_item(struct mkcv_arena *a, struct mkcv_buf *out, const struct mkcv_block *item, const char *mark,
                     const char *indent)
{
    struct mkcv_buf inner;
    mkcv_buf_init(&inner, a);
    char *deeper = mkcv_arena_printf(a, "%s%*s", indent, (int)strlen(mark), "");
    put_blocks(a, &inner, item->first, deeper);
    put_indent(out, indent);
    mkcv_buf_puts(out, mark);
    size_t skip = strlen(deeper);
    if (inner.n >= skip) mkcv_buf_puts(out, inner.s + skip); /* the first line's indent is the mark itself */
}

static void put_list(struct mkcv_arena *a, struct mkcv_buf *out, const struct mkcv_block *list, const char *indent)
{
    int number = list->level > 0 ? list->level : 1;
    for (const struct mkcv_block *i = list->first; i; i = i->next) {
        const char *mark = list->ordered ? mkcv_arena_printf(a, "%d. ", number++) : "- ";
        put_item(a, out, i, mark, indent);
    }
}

static const char *cell_text(struct mkcv_arena *a, const struct mkcv_block *cell)
{
    const struct mkcv_text *t = &cell->text;
    if (mkcv_text_is_empty(t) && cell->first) t = &cell->first->text;
    return mkcv_text_is_empty(t) ? "" : mkcv_text_markdown(a, t);
}

static void put_row(struct mkcv_arena *a, struct mkcv_buf *out, const struct mkcv_block *row, const char *indent)
{
    put_indent(out, indent);
    for (const struct mkcv_block *c = row->first; c; c = c->next) mkcv_buf_printf(out, "| %s ", cell_text(a, c));
    mkcv_buf_putc(out, '|');
}

static void put_table(struct mkcv_arena *a, struct mkcv_buf *out, const struct mkcv_block *table, const char *indent)
{
    for (const struct mkcv_block *row = table->first; row; row = row->next) {
        put_row(a, out, row, indent);
        if (row != table->first) continue;
        put_indent(out, indent);
        for (const struct mkcv_block *c = row->first; c; c = c->next) mkcv_buf_puts(out, "|---");
        mkcv_buf_putc(out, '|');
    }
}

static void put_text(struct mkcv_arena *a, struct mkcv_buf *out, const struct mkcv_block *b, const char *before,
                     const char *after, const char *indent)
{
    put_indent(out, indent);
    mkcv_buf_puts(out, before);
    put_lines(out, mkcv_text_markdown(a, &b->text), indent);
    mkcv_buf_puts(out, after);
}

static void put_block(struct mkcv_arena *a, struct mkcv_buf *out, const struct mkcv_block *b, const char *indent)
{
    static const char *const heads[] = {"# ", "# ", "## ", "### ", "#### ", "##### ", "###### "};
    switch (b->kind) {
    case MKCV_BLOCK_HEADING:
        put_text(a, out, b, heads[b->level > 0 && b->level <= 6 ? b->level : 1], "", indent);
        break;
    case MKCV_BLOCK_PARAGRAPH:
        put_text(a, out, b, "", "", indent);
        break;
    case MKCV_BLOCK_TERM:
        put_text(a, out, b, "**", "**", indent);
        break;
    case MKCV_BLOCK_CODE:
        put_code(out, b, indent);
        break;
    case MKCV_BLOCK_RULE:
        put_indent(out, indent), mkcv_buf_puts(out, "---");
        break;
    case MKCV_BLOCK_LIST:
        put_list(a, out, b, indent);
        break;
    case MKCV_BLOCK_QUOTE:
        put_blocks(a, out, b->first, mkcv_arena_printf(a, "%s> ", indent));
        break;
    case MKCV_BLOCK_TABLE:
        put_table(a, out, b, indent);
        break;
    case MKCV_BLOCK_ROW:
        put_row(a, out, b, indent);
        break;
    case MKCV_BLOCK_CELL:
    case MKCV_BLOCK_ITEM:
    case MKCV_BLOCK_DEFINITION:
    case MKCV_BLOCK_DOCUMENT:
        put_blocks(a, out, b->first, indent);
        break;
    case MKCV_BLOCK_COLLECTION:
        break;
    }
}

static bool says_something(const struct mkcv_block *b)
{
    bool text = b->kind == MKCV_BLOCK_HEADING || b->kind == MKCV_BLOCK_PARAGRAPH || b->kind == MKCV_BLOCK_TERM;
    return b->kind != MKCV_BLOCK_COLLECTION && (!text || !mkcv_text_is_empty(&b->text));
}

static void put_blocks(struct mkcv_arena *a, struct mkcv_buf *out, const struct mkcv_block *first, const char *indent)
{
    bool started = false;
    for (const struct mkcv_block *b = first; b; b = b->next) {
        if (!says_something(b)) continue;
        if (started && b->kind != MKCV_BLOCK_LIST) put_gap(out, indent);
        if (started && b->kind == MKCV_BLOCK_LIST && indent[0] == 0) put_gap(out, indent);
        put_block(a, out, b, indent);
        started = true;
    }
}

const char *mkcv_blocks_markdown(struct mkcv_arena *a, const struct mkcv_block *first)
{
    struct mkcv_buf out;
    mkcv_buf_init(&out, a);
    put_blocks(a, &out, first, "");
    return out.s;
}
