/* html.c - raw HTML into blocks, over gumbo's tree.
 *
 * The tree is that of HTML5 (https://html.spec.whatwg.org, section 13), so unclosed and misnested tags read as in a
 * browser. What would cost gumbo more than linear time (html_guard.c) is kept as plain text. */
#include "html.h"
#include "mkcv/language.h"
#include <gumbo.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define VEIL 0xF0000
#define TREE_LIMIT 1024 /* the guard allows less; this is for a mistake in it */

struct html {
    struct mkcv_md *md;
    const char *source;
    int line;               /* of md->text, of the first line */
    MKCV_VEC(size_t) lines; /* where each line of the source begins */
    bool spoken;            /* some element may state its language */
};

/* Where text and blocks go: inline only when tail is NULL. */
struct flow {
    struct mkcv_rich rich;
    struct mkcv_block ***tail;
    struct mkcv_loc loc; /* of the first text since the last block */
    int depth;
};

static void walk(struct html *h, const GumboNode *n, struct flow *f, struct mkcv_span style);

static struct mkcv_loc loc_at(const struct html *h, size_t offset)
{
    size_t low = 0, high = h->lines.count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (h->lines.at[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    size_t column = offset - h->lines.at[low] + 1;
    const char *p = h->source + h->lines.at[low], *end = h->source + offset;
    for (size_t i = 0; i < 100 && p < end && (p = memmem(p, (size_t)(end - p), "\xF3\xB0\x80", 3)); i++, p += 4)
        column -= 3;
    return mkcv_md_loc(h->md, h->line + (int)low, (int)column);
}

/* gumbo takes control characters for errors: codes pass it as private characters of plane 15, four bytes each. */
static const char *veil(struct mkcv_arena *a, const char *s, size_t n, size_t *veiled_n)
{
    struct mkcv_buf b;
    mkcv_buf_init(&b, a);
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        if (c < ' ' && c != '\n' && c != '\t')
            mkcv_buf_utf8(&b, VEIL + c);
        else
            mkcv_buf_putc(&b, s[i]);
    }
    *veiled_n = b.n;
    return b.s;
}

static const char *unveil(struct mkcv_arena *a, const char *s)
{
    const char *veiled = s ? strstr(s, "\xF3\xB0\x80") : NULL;
    if (!veiled) return s;
    struct mkcv_buf b;
    mkcv_buf_init(&b, a);
    while (veiled) {
        unsigned char last = (unsigned char)veiled[3];
        mkcv_buf_put(&b, s, (size_t)(veiled - s));
        mkcv_buf_putc(&b, last < 0xA0 ? (char)(last - 0x80) : ' ');
        s = veiled + 4;
        veiled = strstr(s, "\xF3\xB0\x80");
    }
    mkcv_buf_puts(&b, s);
    return b.s;
}

static struct mkcv_loc loc_of(const struct html *h, const GumboNode *n)
{
    bool text = n->type != GUMBO_NODE_ELEMENT && n->type != GUMBO_NODE_TEMPLATE;
    return loc_at(h, text ? n->v.text.start_pos.offset : n->v.element.start_pos.offset);
}

static void flush(struct html *h, struct flow *f)
{
    if (!f->tail) {
        struct mkcv_span none = {.line = f->loc.line};
        mkcv_rich_put(&f->rich, MKCV_RICH_BREAK, 3, &none);
        return;
    }
    if (f->rich.pieces.count > 0) mkcv_block_add_text(h->md, f->tail, mkcv_rich_finish(&f->rich), f->loc);
    mkcv_rich_init(&f->rich, h->md);
}

static const char *attribute(const struct html *h, const GumboNode *n, const char *name)
{
    const GumboAttribute *a = gumbo_get_attribute(&n->v.element.attributes, name);
    return a ? unveil(h->md->arena, a->value) : NULL;
}

/* The language that the nearest element around states; <html> comes with a template and says nothing of the page. */
static const char *lang_of(const struct html *h, const GumboNode *n)
{
    for (n = n->parent; h->spoken && n && n->type == GUMBO_NODE_ELEMENT; n = n->parent) {
        if (n->v.element.tag == GUMBO_TAG_HTML || n->v.element.tag == GUMBO_TAG_BODY) break;
        const char *lang = mkcv_language_tag(h->md->arena, attribute(h, n, "lang"));
        if (lang) return lang;
    }
    return mkcv_md_lang(h->md, h->line);
}

/* Text line by line, so that each piece knows its own. */
static void put_text(struct html *h, const GumboNode *n, struct flow *f, struct mkcv_span style)
{
    struct mkcv_loc loc = loc_of(h, n);
    const char *p = unveil(h->md->arena, n->v.text.text);
    if (f->rich.pieces.count == 0 && n->type != GUMBO_NODE_WHITESPACE) f->loc = loc;
    style.line = loc.line;
    style.column = loc.column;
    style.lang = lang_of(h, n);
    while (*p) {
        size_t k = strcspn(p, "\n");
        mkcv_rich_put(&f->rich, p, k, &style);
        p += k;
        if (*p == '\n') {
            mkcv_rich_put(&f->rich, MKCV_RICH_SOFT, 1, &style);
            style.line++;
            style.column = 1;
            p++;
        }
    }
}

static void put_image(struct html *h, const GumboNode *n, struct flow *f, struct mkcv_span style)
{
    const char *alt = attribute(h, n, "alt"), *src = attribute(h, n, "src");
    struct mkcv_loc loc = loc_of(h, n);
    if (!alt || !*alt) return;
    if (!style.url && src && strncasecmp(src, "data:", 5) != 0) style.url = mkcv_md_url(h->md, src, loc);
    style.marks |= MKCV_MARK_IMAGE;
    style.line = loc.line;
    style.column = loc.column;
    if (f->rich.pieces.count == 0) f->loc = loc;
    mkcv_rich_put(&f->rich, alt, strlen(alt), &style);
}

static void walk_children(struct html *h, const GumboNode *n, struct flow *f, struct mkcv_span style)
{
    const GumboVector *children = &n->v.element.children;
    for (unsigned i = 0; i < children->length; i++) walk(h, children->data[i], f, style);
}

static void put_link(struct html *h, const GumboNode *n, struct flow *f, struct mkcv_span style)
{
    const char *href = attribute(h, n, "href");
    struct mkcv_loc loc = loc_of(h, n);
    size_t from = f->rich.raw.n;
    if (href) style.url = mkcv_md_url(h->md, href, loc);
    walk_children(h, n, f, style);
    const char *text = from < f->rich.raw.n ? mkcv_rich_plain(&f->rich, from) : "";
    if (href && style.url && !*style.url && *text) mkcv_report(h->md->diags, MKCV_DIAG_LINK_EMPTY, loc, text);
}

static struct flow new_flow(struct html *h, struct mkcv_block ***tail, struct mkcv_loc loc, int depth)
{
    struct flow f = {.tail = tail, .loc = loc, .depth = depth};
    mkcv_rich_init(&f.rich, h->md);
    return f;
}

/* The children of `n` as the text of `b`. */
static void fill_text(struct html *h, const GumboNode *n, struct mkcv_block *b, int depth)
{
    struct flow f = new_flow(h, NULL, b->loc, depth);
    walk_children(h, n, &f, (struct mkcv_span){0});
    b->text = mkcv_text_without_marks(h->md, mkcv_rich_finish(&f.rich));
}

/* The children of `n` as the children of `b`. */
static void fill_blocks(struct html *h, const GumboNode *n, struct mkcv_block *b, int depth)
{
    struct mkcv_block **tail = &b->first;
    struct flow f = new_flow(h, &tail, b->loc, depth);
    walk_children(h, n, &f, (struct mkcv_span){0});
    flush(h, &f);
}

static void append(struct mkcv_block ***tail, struct mkcv_block *b)
{
    **tail = b;
    *tail = &b->next;
}

static bool is_element(const GumboNode *n, GumboTag tag)
{
    return n->type == GUMBO_NODE_ELEMENT && n->v.element.tag == tag;
}

static void put_item(struct html *h, const GumboNode *n, struct mkcv_block ***tail, int depth)
{
    struct mkcv_block *item = mkcv_block_new(h->md, MKCV_BLOCK_ITEM, loc_of(h, n));
    fill_blocks(h, n, item, depth);
    if (item->first) append(tail, item);
}

/* Items, and whatever else stands between them as items of their own: a list of lists nests that way. */
static void put_list(struct html *h, const GumboNode *n, struct flow *f)
{
    struct mkcv_block *list = mkcv_block_new(h->md, MKCV_BLOCK_LIST, loc_of(h, n)), **tail = &list->first;
    const GumboVector *children = &n->v.element.children;
    const char *start = attribute(h, n, "start");
    list->ordered = n->v.element.tag == GUMBO_TAG_OL;
    list->level = !list->ordered ? 0 : start && *start >= '0' && *start <= '9' && strlen(start) < 6 ? atoi(start) : 1;
    for (unsigned i = 0; i < children->length; i++) {
        const GumboNode *c = children->data[i];
        if (is_element(c, GUMBO_TAG_LI)) {
            put_item(h, c, &tail, f->depth);
        } else if (c->type == GUMBO_NODE_ELEMENT || c->type == GUMBO_NODE_TEXT) {
            struct mkcv_block *item = mkcv_block_new(h->md, MKCV_BLOCK_ITEM, loc_of(h, c)), **inner = &item->first;
            struct flow inside = new_flow(h, &inner, item->loc, f->depth);
            walk(h, c, &inside, (struct mkcv_span){0});
            flush(h, &inside);
            if (item->first) append(&tail, item);
        }
    }
    if (list->first) append(f->tail, list);
}

static void put_cell(struct html *h, const GumboNode *n, struct mkcv_block ***tail, int depth)
{
    struct mkcv_block *cell = mkcv_block_new(h->md, MKCV_BLOCK_CELL, loc_of(h, n));
    fill_blocks(h, n, cell, depth);
    if (cell->first && !cell->first->next && cell->first->kind == MKCV_BLOCK_PARAGRAPH) {
        cell->text = cell->first->text;
        cell->first = NULL;
    }
    append(tail, cell);
}

static void put_row(struct html *h, const GumboNode *n, struct mkcv_block ***tail, int depth)
{
    struct mkcv_block *row = mkcv_block_new(h->md, MKCV_BLOCK_ROW, loc_of(h, n)), **inner = &row->first;
    const GumboVector *children = &n->v.element.children;
    bool head = true;
    for (unsigned i = 0; i < children->length; i++) {
        const GumboNode *c = children->data[i];
        if (!is_element(c, GUMBO_TAG_TD) && !is_element(c, GUMBO_TAG_TH)) continue;
        head = head && is_element(c, GUMBO_TAG_TH);
        put_cell(h, c, &inner, depth);
    }
    row->level = head || is_element(n->parent, GUMBO_TAG_THEAD);
    if (row->first) append(tail, row);
}

/* Rows of the table and of its groups; a caption is a paragraph before it. */
static void put_rows(struct html *h, const GumboNode *n, struct flow *f, struct mkcv_block ***tail, int depth)
{
    const GumboVector *children = &n->v.element.children;
    for (unsigned i = 0; i < children->length; i++) {
        const GumboNode *c = children->data[i];
        if (is_element(c, GUMBO_TAG_TR)) {
            put_row(h, c, tail, f->depth);
        } else if (is_element(c, GUMBO_TAG_CAPTION)) {
            walk_children(h, c, f, (struct mkcv_span){0});
            flush(h, f);
        } else if (c->type == GUMBO_NODE_ELEMENT && depth == 0) {
            put_rows(h, c, f, tail, 1);
        }
    }
}

static void put_table(struct html *h, const GumboNode *n, struct flow *f)
{
    struct mkcv_block *table = mkcv_block_new(h->md, MKCV_BLOCK_TABLE, loc_of(h, n)), **tail = &table->first;
    put_rows(h, n, f, &tail, 0);
    if (table->first) append(f->tail, table);
}

static void put_filled(struct html *h, const GumboNode *n, struct flow *f, enum mkcv_block_kind kind)
{
    struct mkcv_block *b = mkcv_block_new(h->md, kind, loc_of(h, n));
    fill_blocks(h, n, b, f->depth);
    if (b->first) append(f->tail, b);
}

static void put_text_block(struct html *h, const GumboNode *n, struct flow *f, enum mkcv_block_kind kind, int level)
{
    struct mkcv_block *b = mkcv_block_new(h->md, kind, loc_of(h, n));
    b->level = level;
    fill_text(h, n, b, f->depth);
    if (!mkcv_text_is_empty(&b->text)) append(f->tail, b);
}

/* "<h3>" in a card is the title of what the card holds, not a heading of the page: it comes first, in bold, as people
 * write it in a list. */
static void lead_with_title(struct mkcv_block *card)
{
    struct mkcv_block **at = &card->first;
    while (*at && (*at)->kind != MKCV_BLOCK_HEADING) at = &(*at)->next;
    struct mkcv_block *title = *at;
    if (!title) return;
    *at = title->next;
    title->next = card->first;
    card->first = title;
    title->kind = MKCV_BLOCK_PARAGRAPH;
    title->level = 0;
    for (size_t i = 0; i < title->text.spans.count; i++) title->text.spans.at[i].marks |= MKCV_MARK_STRONG;
}

/* "<div class='pub-card'>" around a title, names and a venue, each a block of its own: one item of a list. */
static void put_card(struct html *h, const GumboNode *n, struct flow *f)
{
    struct mkcv_block *list = mkcv_block_new(h->md, MKCV_BLOCK_LIST, loc_of(h, n)), **tail = &list->first;
    put_item(h, n, &tail, f->depth);
    if (list->first) lead_with_title(list->first);
    if (list->first) append(f->tail, list);
}

static bool is_card(struct html *h, const GumboNode *n)
{
    const char *class = attribute(h, n, "class");
    return class && mkcv_tag_is_card(class);
}

/* "<div class='title'>" in a card: set apart, as a title is where people write it in bold. */
static bool is_card_title(struct html *h, const GumboNode *n)
{
    const char *class = attribute(h, n, "class");
    size_t k = class ? strlen(class) : 0;
    if (k < 5 || strcmp(class + k - 5, "title") != 0) return false;
    const GumboNode *up = n->parent;
    for (int i = 0; i < 3 && up && up->type == GUMBO_NODE_ELEMENT; i++, up = up->parent)
        if (is_card(h, up)) return true;
    return false;
}

/* A block element; inside text alone it is a line of it. */
static void put_block(struct html *h, const GumboNode *n, const char *name, struct flow *f, struct mkcv_span style)
{
    flush(h, f);
    if (!f->tail) {
        walk_children(h, n, f, style);
        flush(h, f);
        return;
    }
    if (strcmp(name, "ul") == 0 || strcmp(name, "ol") == 0)
        put_list(h, n, f);
    else if (strcmp(name, "table") == 0)
        put_table(h, n, f);
    else if (name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
        put_text_block(h, n, f, MKCV_BLOCK_HEADING, name[1] - '0');
    else if (strcmp(name, "dt") == 0)
        put_text_block(h, n, f, MKCV_BLOCK_TERM, 0);
    else if (strcmp(name, "dd") == 0)
        put_filled(h, n, f, MKCV_BLOCK_DEFINITION);
    else if (strcmp(name, "blockquote") == 0)
        put_filled(h, n, f, MKCV_BLOCK_QUOTE);
    else if (strcmp(name, "hr") == 0)
        append(f->tail, mkcv_block_new(h->md, MKCV_BLOCK_RULE, loc_of(h, n)));
    else if (is_card(h, n))
        put_card(h, n, f);
    else {
        if (is_card_title(h, n)) style.marks |= MKCV_MARK_STRONG;
        walk_children(h, n, f, style);
    }
    flush(h, f);
}

static void walk_element(struct html *h, const GumboNode *n, struct flow *f, struct mkcv_span style)
{
    unsigned marks;
    const char *name = gumbo_normalized_tagname(n->v.element.tag);
    switch (mkcv_tag_kind(name, &marks)) {
    case MKCV_TAG_BREAK: {
        struct mkcv_loc loc = loc_of(h, n);
        style.line = loc.line;
        mkcv_rich_put(&f->rich, MKCV_RICH_BREAK, 3, &style);
        break;
    }
    case MKCV_TAG_IMAGE:
        put_image(h, n, f, style);
        break;
    case MKCV_TAG_LINK:
        put_link(h, n, f, style);
        break;
    case MKCV_TAG_INLINE:
        style.marks |= (uint16_t)marks;
        walk_children(h, n, f, style);
        break;
    case MKCV_TAG_BLOCK:
    case MKCV_TAG_CONTAINER:
        put_block(h, n, name, f, style);
        break;
    case MKCV_TAG_VOID:
    case MKCV_TAG_DROP:
        break;
    }
}

static void walk(struct html *h, const GumboNode *n, struct flow *f, struct mkcv_span style)
{
    if (f->depth > TREE_LIMIT) return;
    f->depth++;
    switch (n->type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA:
        put_text(h, n, f, style);
        break;
    case GUMBO_NODE_ELEMENT:
        walk_element(h, n, f, style);
        break;
    case GUMBO_NODE_DOCUMENT:
    case GUMBO_NODE_TEMPLATE:
    case GUMBO_NODE_COMMENT:
        break;
    }
    f->depth--;
}

/* The text without its tags. */
static void keep_plain(struct html *h, size_t n, struct mkcv_block ***tail)
{
    struct mkcv_rich rich;
    struct mkcv_tag tag;
    struct mkcv_loc loc = loc_at(h, 0);
    struct mkcv_span style = {.line = loc.line, .column = loc.column};
    mkcv_rich_init(&rich, h->md);
    for (const char *p = h->source, *end = p + n; p < end;) {
        if (*p == '<' && mkcv_tag_read(p, (size_t)(end - p), &tag)) {
            p += tag.n;
            mkcv_rich_put(&rich, " ", 1, &style);
            continue;
        }
        const char *next = memchr(p + 1, '<', (size_t)(end - p) - 1);
        if (!next) next = end;
        mkcv_rich_put(&rich, p, (size_t)(next - p), &style);
        p = next;
    }
    mkcv_block_add_text(h->md, tail, mkcv_rich_finish(&rich), loc);
}

void mkcv_html_read(struct mkcv_md *md, const char *s, size_t n, int line, struct mkcv_block ***tail)
{
    const char *limit = mkcv_html_limit(s, n);
    if (!limit) s = veil(md->arena, s, n, &n);
    struct html h = {.md = md, .source = s, .line = line, .spoken = memmem(s, n, "lang", 4) != NULL};
    *MKCV_PUSH(md->arena, &h.lines) = 0;
    for (size_t i = 0; i < n; i++)
        if (s[i] == '\n') *MKCV_PUSH(md->arena, &h.lines) = i + 1;
    if (limit) {
        mkcv_md_limit(md, loc_at(&h, 0), limit);
        keep_plain(&h, n, tail);
        return;
    }
    GumboOutput *out = gumbo_parse_with_options(&kGumboDefaultOptions, s, n);
    struct flow f = new_flow(&h, tail, loc_at(&h, 0), 0);
    walk_children(&h, out->root, &f, (struct mkcv_span){0});
    flush(&h, &f);
    gumbo_destroy_output(&kGumboDefaultOptions, out);
}
