/* page.c - a page of a site: front matter and body.
 *
 * Front matter stands between a first line `---` and the next `---` or `...` (Jekyll, Hugo); it is YAML, or TOML
 * between `+++` (Hugo). */
#include "markdown.h"
#include "mkcv/source.h"
#include <string.h>

struct page_parts {
    const char *meta, *body; /* meta NULL: no front matter */
    size_t meta_n;
    int meta_line, body_line; /* of their first lines, from 1 */
};

/* True when the line at `p` is `fence` and nothing but blanks; *next is the start of the following line. */
static bool is_fence(const char *p, const char *fence, const char **next)
{
    size_t n = strlen(fence);
    if (strncmp(p, fence, n) != 0) return false;
    const char *q = p + n + strspn(p + n, " \t");
    if (*q != '\n' && *q != '\0') return false;
    *next = *q ? q + 1 : q;
    return true;
}

static bool ends_front_matter(const char *p, const char *fence, const char **next)
{
    return is_fence(p, fence, next) || (*fence == '-' && is_fence(p, "...", next));
}

/* Finds the end of the front matter that opened with `fence`; false when it never ends. */
static bool cut_front_matter(const char *text, const char *fence, struct page_parts *parts)
{
    const char *p, *next;
    if (!is_fence(text, fence, &p)) return false;
    parts->meta = p;
    for (int line = 2; *p; line++) {
        if (ends_front_matter(p, fence, &next)) {
            parts->meta_n = (size_t)(p - parts->meta);
            parts->body = next;
            parts->body_line = line + 1;
            return true;
        }
        p += strcspn(p, "\n");
        p += *p == '\n';
    }
    return false;
}

/* Hugo lets blank lines stand before front matter; elsewhere it would be a rule and text, so a key must follow. */
static bool cut_late_front_matter(const char *text, struct page_parts *parts)
{
    size_t blank = strspn(text, " \t\n"), line = 1;
    const char *p, *key;
    if (!blank || text[blank - 1] != '\n' || !is_fence(text + blank, "---", &p)) return false;
    key = p;
    while (*key == '#') key += strcspn(key, "\n") + (key[strcspn(key, "\n")] == '\n');
    size_t n = strcspn(key, ": \n");
    if (!n || key[n] != ':' || !cut_front_matter(text + blank, "---", parts)) return false;
    for (const char *q = text; q < text + blank; q++) line += *q == '\n';
    parts->meta_line = (int)line + 1;
    parts->body_line += (int)line - 1;
    return true;
}

void mkcv_page_read(struct mkcv_arena *a, const char *text, const char *file, const struct mkcv_node **meta,
                    const struct mkcv_block **body, struct mkcv_diags *d)
{
    struct page_parts parts = {.body = text, .body_line = 1};
    const char *rest;
    *meta = NULL;
    if (cut_late_front_matter(text, &parts))
        *meta = mkcv_yaml_read(a, parts.meta, parts.meta_n, file, parts.meta_line, d);
    else if (cut_front_matter(text, "---", &parts))
        *meta = mkcv_yaml_read(a, parts.meta, parts.meta_n, file, 2, d);
    else if (cut_front_matter(text, "+++", &parts))
        *meta = mkcv_toml_read(a, parts.meta, parts.meta_n, file, 2, d);
    else if (is_fence(text, "---", &rest) || is_fence(text, "+++", &rest))
        mkcv_report(d, MKCV_DIAG_FRONT_MATTER_OPEN, ((struct mkcv_loc){file, 1, 1}), "");
    *body = mkcv_markdown_read(a, parts.body, (struct mkcv_loc){file, parts.body_line, 1}, d);
}

void mkcv_page_breaks(struct mkcv_arena *a, const char *text, const char *file, struct mkcv_locs *out)
{
    struct mkcv_loc loc = {file, 1, 1};
    const char *counted = text, *p = text;
    while ((p = strstr(p, "<!--"))) {
        const char *begin = p;
        p += 4;
        p += strspn(p, " \t");
        if (strncmp(p, "pagebreak", 9) != 0) continue;
        p += 9;
        p += strspn(p, " \t");
        if (strncmp(p, "-->", 3) != 0) continue;
        for (; counted < begin; counted++) loc.line += *counted == '\n';
        while (begin > text && begin[-1] != '\n') begin--;
        loc.column = (int)(counted - begin) + 1;
        *MKCV_PUSH(a, &out->list) = loc;
    }
}
