/* cells.c - tables that only lay out a page: their cells are Markdown, as kramdown's markdown="1" says.
 *
 * Their tags become blanks, so that each cell is read as the page around it is; a table of facts has no such cells. See
 * https://kramdown.gettalong.org/syntax.html#html-blocks. */
#include "markdown.h"
#include <string.h>

static bool is_table_part(const char *name)
{
    static const char *const parts[] = {"table", "thead", "tbody", "tfoot", "tr", "td", "th", "colgroup", "col", NULL};
    for (const char *const *p = parts; *p; p++)
        if (!strcmp(name, *p)) return true;
    return false;
}

/* The next tag at or behind `p`; NULL: none. */
static char *next_tag(char *p, const char *end, struct mkcv_tag *tag)
{
    for (; p < end && (p = memchr(p, '<', (size_t)(end - p))); p++)
        if (mkcv_tag_read(p, (size_t)(end - p), tag)) return p;
    return NULL;
}

/* Past the end of the table whose tags begin at `p`; one that is not closed goes up to the next, or to the end of the
 * page. *markdown: a cell of it is Markdown. */
static char *table_end(struct mkcv_arena *a, char *p, char *end, bool *markdown)
{
    struct mkcv_tag tag;
    int depth = 0;
    char *second = NULL;
    for (*markdown = false; (p = next_tag(p, end, &tag)); p += tag.n) {
        bool cell = !tag.closing && (!strcmp(tag.name, "td") || !strcmp(tag.name, "th"));
        const char *value = cell ? mkcv_tag_attribute(a, &tag, "markdown") : NULL;
        *markdown |= value && strcmp(value, "0") != 0;
        if (strcmp(tag.name, "table") != 0) continue;
        depth += tag.closing ? -1 : 1;
        if (depth == 0) return p + tag.n;
        if (depth == 2 && !second) second = p;
    }
    return second ? second : end;
}

static void blank_tags(char *p, const char *end)
{
    struct mkcv_tag tag;
    for (; (p = next_tag(p, end, &tag)); p += tag.n)
        for (size_t i = 0; is_table_part(tag.name) && i < tag.n; i++)
            if (p[i] != '\n') p[i] = ' ';
}

void mkcv_mask_cells(struct mkcv_md *md, char *s, size_t n)
{
    struct mkcv_tag tag;
    char *p = s, *end = s + n;
    if (!memmem(s, n, "markdown=", 9)) return;
    while ((p = next_tag(p, end, &tag))) {
        bool markdown = false;
        bool table = !strcmp(tag.name, "table") && !tag.closing;
        char *to = table ? table_end(md->arena, p, end, &markdown) : p + tag.n;
        if (table && markdown) blank_tags(p, to);
        p = to;
    }
}
