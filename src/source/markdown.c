/* markdown.c - a body into blocks, over cmark's tree (CommonMark 0.30). */
#include "html.h"
#include "inline.h"
#include <cmark.h>
#include <stdlib.h>
#include <string.h>

struct mkcv_block *mkcv_block_new(struct mkcv_md *md, enum mkcv_block_kind kind, struct mkcv_loc loc)
{
    struct mkcv_block *b = MKCV_NEW(md->arena, struct mkcv_block);
    b->kind = kind;
    b->text.file = md->file;
    b->loc = loc;
    return b;
}

static void append(struct mkcv_block ***tail, struct mkcv_block *b)
{
    **tail = b;
    *tail = &b->next;
}

/* The block that "\5N\5" in a text names, or NULL; *end is past it. */
static struct mkcv_block *lookup_mark(const struct mkcv_md *md, const char *p, const char **end)
{
    char *stop;
    size_t k = strtoul(p + 1, &stop, 10);
    if (stop == p + 1 || *stop != MKCV_CODE_MARK || k >= md->marks.count) return NULL;
    *end = stop + 1;
    return md->marks.at[k];
}

static void add_paragraph(struct mkcv_md *md, struct mkcv_block ***tail, const struct mkcv_text *text, size_t from,
                          size_t to, struct mkcv_loc loc)
{
    struct mkcv_text part = from == 0 && text->s[to] == '\0' ? *text : mkcv_text_slice(md->arena, text, from, to);
    if (mkcv_text_is_empty(&part)) return;
    struct mkcv_block *b = mkcv_block_new(md, MKCV_BLOCK_PARAGRAPH, loc);
    b->text = part;
    append(tail, b);
}

/* The sign of a definition where none can be: in a heading, in HTML. */
static struct mkcv_text without_term(struct mkcv_md *md, struct mkcv_text text)
{
    bool term = text.s && *text.s == MKCV_CODE_TERM;
    return term ? mkcv_text_slice(md->arena, &text, 1, strlen(text.s)) : text;
}

void mkcv_block_add_text(struct mkcv_md *md, struct mkcv_block ***tail, struct mkcv_text text, struct mkcv_loc loc)
{
    if (mkcv_text_is_empty(&text)) return;
    text = without_term(md, text);
    const char *p = text.s ? text.s : "", *from = p, *end;
    while ((p = strchr(p, MKCV_CODE_MARK))) {
        struct mkcv_block *mark = lookup_mark(md, p, &end);
        if (mark && !mark->next) {
            add_paragraph(md, tail, &text, (size_t)(from - text.s), (size_t)(p - text.s), loc);
            append(tail, mark);
        }
        from = p = mark ? end : p + 1;
    }
    if (*from) add_paragraph(md, tail, &text, (size_t)(from - text.s), strlen(text.s), loc);
}

struct mkcv_text mkcv_text_without_marks(struct mkcv_md *md, struct mkcv_text text)
{
    text = without_term(md, text);
    const char *p = text.s, *from = p, *end;
    if (!p || !strchr(p, MKCV_CODE_MARK)) return text;
    struct mkcv_text out = {.file = text.file};
    while ((p = strchr(p, MKCV_CODE_MARK))) {
        struct mkcv_text part = mkcv_text_slice(md->arena, &text, (size_t)(from - text.s), (size_t)(p - text.s));
        mkcv_text_join(md->arena, &out, &part, MKCV_ROLE_PLAIN);
        from = p = lookup_mark(md, p, &end) ? end : p + 1;
    }
    struct mkcv_text rest = mkcv_text_slice(md->arena, &text, (size_t)(from - text.s), strlen(text.s));
    mkcv_text_join(md->arena, &out, &rest, MKCV_ROLE_PLAIN);
    return out;
}

struct place {
    int depth, quotes;
};

static void convert(struct mkcv_md *md, cmark_node *n, struct place place, struct mkcv_block ***tail);

static struct mkcv_text inline_text(struct mkcv_md *md, cmark_node *n, struct place place)
{
    struct mkcv_inline_place at = {
        cmark_node_get_start_line(n), cmark_node_get_start_column(n), place.quotes, {md->file, 0, 0}};
    return mkcv_inline_text(md, n, &at);
}

static void convert_children(struct mkcv_md *md, cmark_node *n, struct place place, struct mkcv_block *parent)
{
    struct mkcv_block **tail = &parent->first;
    for (cmark_node *c = cmark_node_first_child(n); c; c = cmark_node_next(c)) convert(md, c, place, &tail);
    for (struct mkcv_block *b = parent->first; b; b = b->next) /* the paragraph before a definition is its term */
        if (b->kind == MKCV_BLOCK_PARAGRAPH && b->next && b->next->kind == MKCV_BLOCK_DEFINITION)
            b->kind = MKCV_BLOCK_TERM;
}

static void convert_paragraph(struct mkcv_md *md, cmark_node *n, struct place place, struct mkcv_loc loc,
                              struct mkcv_block ***tail)
{
    struct mkcv_text text = inline_text(md, n, place);
    if (!text.s || text.s[0] != MKCV_CODE_TERM) {
        mkcv_block_add_text(md, tail, text, loc);
        return;
    }
    struct mkcv_block *b = mkcv_block_new(md, MKCV_BLOCK_DEFINITION, loc), **inner = &b->first;
    mkcv_block_add_text(md, &inner, mkcv_text_slice(md->arena, &text, 1, strlen(text.s)), loc);
    append(tail, b);
}

static void convert_code(struct mkcv_md *md, cmark_node *n, struct mkcv_loc loc, struct mkcv_block ***tail)
{
    struct mkcv_block *b = mkcv_block_new(md, MKCV_BLOCK_CODE, loc);
    struct mkcv_buf text;
    const char *s = cmark_node_get_literal(n);
    mkcv_buf_init(&text, md->arena);
    mkcv_md_restore(md, &text, s, strlen(s), loc.line);
    b->text = mkcv_text_new(md->arena, text.s, loc);
    if (!mkcv_text_is_empty(&b->text)) append(tail, b);
}

static bool is_leaf(cmark_node_type type)
{
    return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING || type == CMARK_NODE_CODE_BLOCK ||
           type == CMARK_NODE_HTML_BLOCK;
}

/* Too deep: every leaf below as a block of its own, without recursion. */
static void flatten(struct mkcv_md *md, cmark_node *n, struct place place, struct mkcv_block ***tail)
{
    mkcv_md_limit(md, mkcv_md_loc(md, cmark_node_get_start_line(n), cmark_node_get_start_column(n)),
                  "nested deeper than 256 levels");
    cmark_iter *it = cmark_iter_new(n);
    for (cmark_event_type e; (e = cmark_iter_next(it)) != CMARK_EVENT_DONE;) {
        cmark_node *leaf = cmark_iter_get_node(it);
        if (e == CMARK_EVENT_ENTER && is_leaf(cmark_node_get_type(leaf))) {
            place.depth = 0;
            convert(md, leaf, place, tail);
        }
    }
    cmark_iter_free(it);
}

static struct mkcv_block *new_from(struct mkcv_md *md, enum mkcv_block_kind kind, struct mkcv_loc loc,
                                   struct mkcv_block ***tail)
{
    struct mkcv_block *b = mkcv_block_new(md, kind, loc);
    append(tail, b);
    return b;
}

static void convert_list(struct mkcv_md *md, cmark_node *n, struct place place, struct mkcv_loc loc,
                         struct mkcv_block ***tail)
{
    struct mkcv_block *b = mkcv_block_new(md, MKCV_BLOCK_LIST, loc);
    b->ordered = cmark_node_get_list_type(n) == CMARK_ORDERED_LIST;
    b->level = b->ordered ? cmark_node_get_list_start(n) : 0;
    convert_children(md, n, place, b);
    if (b->first) append(tail, b);
}

static void convert_item(struct mkcv_md *md, cmark_node *n, struct place place, struct mkcv_loc loc,
                         struct mkcv_block ***tail)
{
    struct mkcv_block *b = mkcv_block_new(md, MKCV_BLOCK_ITEM, loc);
    convert_children(md, n, place, b);
    if (b->first) append(tail, b); /* an empty one is a slip, or held a comment */
}

static void convert_heading(struct mkcv_md *md, cmark_node *n, struct place place, struct mkcv_loc loc,
                            struct mkcv_block ***tail)
{
    struct mkcv_text text = mkcv_text_without_marks(md, inline_text(md, n, place));
    if (mkcv_text_is_empty(&text)) return;
    struct mkcv_block *b = new_from(md, MKCV_BLOCK_HEADING, loc, tail);
    b->level = cmark_node_get_heading_level(n);
    b->text = text;
}

static void convert(struct mkcv_md *md, cmark_node *n, struct place place, struct mkcv_block ***tail)
{
    struct mkcv_loc loc = mkcv_md_loc(md, cmark_node_get_start_line(n), cmark_node_get_start_column(n));
    cmark_node_type type = cmark_node_get_type(n);
    if (place.depth++ > MKCV_LIMIT_DEPTH) {
        flatten(md, n, place, tail);
    } else if (type == CMARK_NODE_PARAGRAPH) {
        convert_paragraph(md, n, place, loc, tail);
    } else if (type == CMARK_NODE_HEADING) {
        convert_heading(md, n, place, loc, tail);
    } else if (type == CMARK_NODE_LIST) {
        convert_list(md, n, place, loc, tail);
    } else if (type == CMARK_NODE_ITEM) {
        convert_item(md, n, place, loc, tail);
    } else if (type == CMARK_NODE_BLOCK_QUOTE) {
        place.quotes++;
        convert_children(md, n, place, new_from(md, MKCV_BLOCK_QUOTE, loc, tail));
    } else if (type == CMARK_NODE_CODE_BLOCK) {
        convert_code(md, n, loc, tail);
    } else if (type == CMARK_NODE_THEMATIC_BREAK) {
        new_from(md, MKCV_BLOCK_RULE, loc, tail);
    } else if (type == CMARK_NODE_HTML_BLOCK) {
        const char *s = cmark_node_get_literal(n);
        mkcv_html_read(md, s, strlen(s), cmark_node_get_start_line(n), tail);
    }
}

const struct mkcv_block *mkcv_markdown_read(struct mkcv_arena *a, const char *s, struct mkcv_loc at,
                                            struct mkcv_diags *d)
{
    struct mkcv_md md = {.arena = a, .diags = d, .file = at.file};
    char *copy = mkcv_md_copy(a, s);
    size_t n = strlen(copy);
    mkcv_buf_init_for(&md.text, a, n + n / 16); /* with the marks of masked text */
    mkcv_template_mask(&md, copy, n, at.line);
    mkcv_mask(&md, copy, n, at.line);
    mkcv_mask_cells(&md, copy, n);
    mkcv_lines_lay(&md, copy, at.line);
    struct mkcv_block *root = mkcv_block_new(&md, MKCV_BLOCK_DOCUMENT, at);
    cmark_node *doc = mkcv_cmark_parse(md.text.s, md.text.n);
    convert_children(&md, doc, (struct place){0, 0}, root);
    cmark_node_free(doc);
    mkcv_bullets_read(&md, root);
    return root;
}
