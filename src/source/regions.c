/* regions.c - raw HTML blocks kept whole over their blank lines, as kramdown does, up to the tag that ends them. */
#include "lines.h"
#include <string.h>

/* Bytes that are searched for the end of an element. */
#define REGION_LIMIT ((size_t)1 << 20)
/* And of all searches of a page that found none: ends that never come must not cost quadratic time. */
#define SEARCH_LIMIT ((size_t)8 << 20)

static bool may_hold_blank_lines(const char *name)
{
    static const char *const names[] = {"ul", "ol", "dl", "table", "pre", "blockquote"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(name, names[i]) == 0) return true;
    return false;
}

/* Past the closing tag of the element that begins at `p`, or NULL. Elements without blank lines end at one. */
static const char *element_end(struct lines *l, const char *p, const struct mkcv_tag *first, bool over_blank)
{
    struct mkcv_tag tag;
    int depth = 0;
    if (l->searched > SEARCH_LIMIT) return NULL;
    for (const char *q = p; *q && (size_t)(q - p) < REGION_LIMIT; q++) {
        l->searched++;
        if (*q == MKCV_CODE_MARK) return NULL;
        if (*q == '\n' && !over_blank && q[1 + strspn(q + 1, " \t\x04")] == '\n') return NULL;
        if (*q != '<' || !mkcv_lines_tag(l, q, &tag)) continue;
        if (strcmp(tag.name, first->name) == 0 && !tag.empty) depth += tag.closing ? -1 : 1;
        q += tag.n - 1;
        if (depth == 0) return q + 1;
    }
    return NULL;
}

/* True when the line at `p` goes on with raw HTML. */
static bool is_html_line(const struct lines *l, const char *p)
{
    struct mkcv_tag tag;
    p += strspn(p, " \t\x04");
    return *p == '<' && mkcv_lines_tag(l, p, &tag) && tag.kind == MKCV_TAG_BLOCK;
}

/* From `p` on the current line through the line that holds `to`, blank lines filled so that cmark goes on. */
static void put_region(struct lines *l, const char *p, const char *to, bool pre)
{
    for (;;) {
        const char *end = p + strcspn(p, "\n"), *text = p + strspn(p, " \t\x04");
        bool last = end >= to;
        if (text < end)
            mkcv_lines_put(l, pre ? p : text, end, "");
        else
            mkcv_lines_fill(l);
        mkcv_lines_next(l);
        if (last || !*l->start) return;
        p = l->start;
    }
}

bool mkcv_html_region(struct lines *l, const char *p)
{
    struct mkcv_tag tag;
    if (!mkcv_lines_tag(l, p, &tag) || tag.kind != MKCV_TAG_BLOCK) return false;
    const char *to = tag.closing || strcmp(tag.name, "hr") == 0
                         ? p + tag.n
                         : element_end(l, p, &tag, may_hold_blank_lines(tag.name));
    if (!to) return false;
    if (!l->after_blank) mkcv_lines_blank(l);
    l->searched -= (size_t)(to - p) < l->searched ? (size_t)(to - p) : l->searched; /* found: that was linear */
    put_region(l, p, to, strcmp(tag.name, "pre") == 0);
    if (!is_html_line(l, l->start)) mkcv_lines_blank(l);
    return true;
}

/* A card holds one work: longer ones hold other things. */
#define CARD_LIMIT 8000

bool mkcv_html_card(struct lines *l, const char *p)
{
    struct mkcv_tag tag;
    if (!mkcv_lines_tag(l, p, &tag) || tag.kind != MKCV_TAG_CONTAINER || tag.closing || tag.empty) return false;
    const char *class = mkcv_tag_attribute(l->md->arena, &tag, "class");
    if (!class || !mkcv_tag_is_card(class)) return false;
    const char *to = element_end(l, p, &tag, true);
    if (!to || to - p > CARD_LIMIT || memmem(p, (size_t)(to - p), "markdown=", 9)) return false;
    l->searched -= (size_t)(to - p) < l->searched ? (size_t)(to - p) : l->searched;
    mkcv_lines_blank(l);
    put_region(l, p, to, false);
    mkcv_lines_blank(l);
    return true;
}
