/* table.c - pipe tables (GitHub Flavored Markdown, section 4.10; kramdown's without a head), which cmark lacks. */
#include "lines.h"
#include <string.h>

static const char *trim_left(const char *p, const char *end)
{
    while (p < end && (*p == ' ' || *p == '\t' || *p == MKCV_CODE_FILL)) p++;
    return p;
}

static const char *trim_right(const char *p, const char *end)
{
    while (end > p && (end[-1] == ' ' || end[-1] == '\t' || end[-1] == MKCV_CODE_FILL)) end--;
    return end;
}

/* "|:---|---:|": nothing but these characters, with a pipe and a dash. */
static bool is_delimiter_row(const char *p, const char *end)
{
    bool pipe = false, dash = false;
    for (; p < end; p++) {
        pipe = pipe || *p == '|' || *p == '+';
        dash = dash || *p == '-';
        if (!strchr("|+-:= \t\x04", *p)) return false;
    }
    return pipe && dash;
}

static bool is_closed_row(const char *p, const char *end)
{
    p = trim_left(p, end);
    end = trim_right(p, end);
    return end - p > 2 && *p == '|' && end[-1] == '|' && memchr(p + 1, '|', (size_t)(end - p) - 2) != NULL;
}

/* The pipe that ends the cell at `p`, or `end`. Pipes behind a backslash or in a code span are the cell's own. */
static const char *cell_end(const char *p, const char *end)
{
    bool code = false;
    for (; p < end; p++) {
        if (*p == '\\' && p + 1 < end)
            p++;
        else if (*p == '`')
            code = !code && memchr(p + 1, '`', (size_t)(end - p) - 1);
        else if (*p == '|' && !code)
            return p;
    }
    return end;
}

enum { LIMIT_CELLS = 20000 }; /* of a page; what follows is kept as text */

static struct mkcv_block *read_row(struct lines *l, const char *p, const char *end, bool head)
{
    struct mkcv_md *md = l->md;
    const char *start = l->start;
    p = trim_left(p, end);
    end = trim_right(p, end);
    struct mkcv_loc loc = {md->file, l->line, (int)(p - start) + 1};
    struct mkcv_block *row = mkcv_block_new(md, MKCV_BLOCK_ROW, loc), **tail = &row->first;
    row->level = head;
    if (p < end && *p == '|') p++;
    while (p < end) {
        const char *stop = cell_end(p, end), *s = trim_left(p, stop);
        loc.column = (int)(s - start) + 1;
        md->cells++;
        *tail = mkcv_block_new(md, MKCV_BLOCK_CELL, loc);
        (*tail)->text = mkcv_inline_read(md, s, (size_t)(trim_right(s, stop) - s), loc);
        tail = &(*tail)->next;
        p = stop < end ? stop + 1 : end;
    }
    return row;
}

static void put_mark(struct lines *l, struct mkcv_block *block)
{
    char name[24];
    memset(name, MKCV_CODE_FILL, sizeof name);
    if (!mkcv_mask_mark(l->md, name, sizeof name, block)) return;
    if (!l->after_blank) mkcv_lines_blank(l);
    mkcv_lines_put(l, name, name + sizeof name, "");
    mkcv_lines_blank(l);
}

bool mkcv_lines_table(struct lines *l, const char *p, const char *end)
{
    if (!memchr(p, '|', (size_t)(end - p)) || l->md->cells > LIMIT_CELLS) return false;
    const char *next = *end ? end + 1 : end, *next_end = next + strcspn(next, "\n");
    bool head = is_delimiter_row(next, next_end) && !is_delimiter_row(p, end);
    bool headless =
        l->after_blank && (is_closed_row(p, end) || is_delimiter_row(p, end)) && is_closed_row(next, next_end);
    if (!head && !headless) return false;
    struct mkcv_block *table =
        mkcv_block_new(l->md, MKCV_BLOCK_TABLE, (struct mkcv_loc){l->md->file, l->line, (int)(p - l->start) + 1});
    struct mkcv_block **tail = &table->first;
    int line = l->line;
    while (*l->start && l->md->cells <= LIMIT_CELLS) {
        end = l->start + strcspn(l->start, "\n");
        if (!memchr(l->start, '|', (size_t)(end - l->start)) ||
            memchr(l->start, MKCV_CODE_MARK, (size_t)(end - l->start)))
            break;
        if (!is_delimiter_row(l->start, end)) {
            *tail = read_row(l, l->start, end, head && l->line == line);
            tail = &(*tail)->next;
        }
        mkcv_lines_next(l);
    }
    if (l->md->cells > LIMIT_CELLS)
        mkcv_report(l->md->diags, MKCV_DIAG_MARKDOWN_LIMIT, ((struct mkcv_loc){l->md->file, l->line, 1}),
                    "more than 20000 cells of tables");
    put_mark(l, table);
    return true;
}
