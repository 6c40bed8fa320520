/* markdown.c - the flow as Markdown: headings, a bullet an entry, its points below. */
#include "markdown.h"
#include "mkcv/backend.h"
#include "walk.h"
#include <string.h>

enum { DEPTH_MOST = 32 };

struct markdown {
    const struct mkcv_flow *flow;
    struct mkcv_markdown_place place;
    int indents[DEPTH_MOST];  /* of the items that are open */
    bool bullets[DEPTH_MOST]; /* the list's numbers are not written */
    size_t depth;             /* of lists */
    bool close;               /* what follows stands on the next line, without an empty one between */
};

static void put_text(const struct markdown *m, const struct mkcv_text *text, bool inside)
{
    mkcv_markdown_text(&m->place, text, inside);
}

/* The start of a block. */
static void start_block(struct markdown *m)
{
    if (m->place.out->n && !m->close) mkcv_buf_putc(m->place.out, '\n');
    m->close = false;
    mkcv_buf_printf(m->place.out, "%*s", m->place.indent, "");
}

static void put_block(struct markdown *m, const struct mkcv_text *text)
{
    if (mkcv_text_is_empty(text)) return;
    start_block(m);
    put_text(m, text, false);
    mkcv_buf_putc(m->place.out, '\n');
}

static void put_head(struct markdown *m, const struct mkcv_text *text, int level)
{
    if (mkcv_text_is_empty(text)) return;
    start_block(m);
    mkcv_buf_printf(m->place.out, "%.*s ", level, "######");
    /* a head is set by its level, whatever the style's look of it is */
    struct mkcv_text plain = {.file = text->file};
    for (size_t i = 0; i < text->spans.count; i++) {
        struct mkcv_span span = text->spans.at[i];
        span.role = MKCV_ROLE_PLAIN;
        mkcv_text_append(m->place.out->arena, &plain, text->s + span.at, span.len, &span);
    }
    m->place.heading = true;
    put_text(m, &plain, true);
    m->place.heading = false;
    mkcv_buf_putc(m->place.out, '\n');
}

/* The photo's file lies beside this one. */
static void put_photo(struct markdown *m, const struct mkcv_flow_node *node)
{
    struct mkcv_text alt = {0};
    if (!node->photo || !node->photo->name) return;
    mkcv_text_put(m->place.out->arena, &alt, node->alt, MKCV_ROLE_PLAIN);
    start_block(m);
    mkcv_buf_puts(m->place.out, "![");
    put_text(m, &alt, true);
    mkcv_buf_printf(m->place.out, "](%s)\n", node->photo->name);
}

static void put_header(struct markdown *m, const struct mkcv_flow_node *node)
{
    put_head(m, &node->head, 1);
    put_photo(m, node);
    put_block(m, &node->aside);
    for (size_t i = 0; i < node->lines.count; i++) {
        if (i)
            mkcv_buf_puts(m->place.out, " · ");
        else
            start_block(m);
        put_text(m, &node->lines.at[i], i > 0);
    }
    if (node->lines.count) mkcv_buf_putc(m->place.out, '\n');
}

/* Code between fences that are longer than any in it. */
static void put_code(struct markdown *m, const struct mkcv_flow_node *node)
{
    const char *s = node->head.s ? node->head.s : "";
    size_t longest = 2, run = 0;
    for (const char *p = s; *p; p++) {
        run = *p == '`' ? run + 1 : 0;
        if (run > longest) longest = run;
    }
    start_block(m);
    for (size_t i = 0; i <= longest; i++) mkcv_buf_putc(m->place.out, '`');
    for (size_t n; *s; s += n + (s[n] == '\n')) {
        n = strcspn(s, "\n");
        size_t kept = n;
        while (kept && s[kept - 1] == ' ') kept--;
        mkcv_buf_printf(m->place.out, "\n%.*s", (int)kept, s);
    }
    mkcv_buf_putc(m->place.out, '\n');
    for (size_t i = 0; i <= longest; i++) mkcv_buf_putc(m->place.out, '`');
    mkcv_buf_putc(m->place.out, '\n');
}

/* Further paragraphs of an item follow in lines of their own. */
static void put_lines(struct markdown *m, const struct mkcv_flow_node *node)
{
    for (size_t i = 0; i < node->lines.count; i++) {
        if (mkcv_text_is_empty(&node->lines.at[i])) continue;
        mkcv_buf_printf(m->place.out, "\\\n%*s", m->place.indent, "");
        put_text(m, &node->lines.at[i], false);
    }
}

/* Items are marked by their numbers where these count up. */
static void put_item(struct markdown *m, const struct mkcv_flow_node *node)
{
    long number = m->bullets[m->depth - 1] ? -1 : mkcv_item_number(node);
    struct mkcv_buf *out = m->place.out;
    start_block(m);
    size_t from = out->n;
    if (number < 0)
        mkcv_buf_puts(out, "- ");
    else
        mkcv_buf_printf(out, "%ld. ", number);
    m->indents[m->depth - 1] = m->place.indent;
    m->place.indent += (int)(out->n - from);
    bool labelled = node->kind == MKCV_FLOW_LISTING && !mkcv_text_is_empty(&node->aside);
    if (labelled) {
        put_text(m, &node->aside, false);
        mkcv_buf_puts(out, ": ");
    }
    put_text(m, &node->head, labelled);
    if (node->kind == MKCV_FLOW_ENTRY && !mkcv_text_is_empty(&node->aside)) {
        mkcv_buf_puts(out, mkcv_text_is_empty(&node->head) ? "(" : " (");
        put_text(m, &node->aside, true);
        mkcv_buf_putc(out, ')');
    }
    put_lines(m, node);
    mkcv_buf_putc(out, '\n');
    m->close = true;
}

static void put_node(void *self, const struct mkcv_flow_node *node, bool open)
{
    struct markdown *m = self;
    if (!open) {
        m->place.indent = m->indents[m->depth - 1];
        return;
    }
    switch (node->kind) {
    case MKCV_FLOW_HEADER:
        put_header(m, node);
        break;
    case MKCV_FLOW_HEADING:
        put_head(m, &node->head, node->level < 1 ? 2 : node->level > 3 ? 4 : node->level + 1);
        break;
    case MKCV_FLOW_PARAGRAPH:
        put_block(m, &node->head);
        for (size_t i = 0; i < node->lines.count; i++) put_block(m, &node->lines.at[i]);
        break;
    case MKCV_FLOW_ENTRY:
    case MKCV_FLOW_ITEM:
    case MKCV_FLOW_LISTING:
        put_item(m, node);
        break;
    case MKCV_FLOW_CODE:
        put_code(m, node);
        break;
    case MKCV_FLOW_RULE:
        start_block(m);
        mkcv_buf_puts(m->place.out, "***\n");
        break;
    case MKCV_FLOW_PAGEBREAK:
        break;
    }
}

/* Whether the items of a list count up by one; of one alone the style says it. */
static bool counts_up(const struct markdown *m, const struct mkcv_flow_node *first)
{
    const struct mkcv_flow_node *next = mkcv_list_next(m->flow, first);
    if (!next) return !m->place.style->publications.downwards;
    return mkcv_item_number(next) == mkcv_item_number(first) + 1;
}

static void put_list(void *self, const struct mkcv_flow_node *first, enum mkcv_list list, bool open)
{
    struct markdown *m = self;
    m->depth = open ? m->depth + 1 : m->depth - 1;
    if (open) m->bullets[m->depth - 1] = list != MKCV_LIST_NUMBERS || !counts_up(m, first);
    if (open && m->depth > 1) m->close = true;
    if (!open && m->depth == 0) m->close = false;
}

enum mkcv_code mkcv_markdown_write(const struct mkcv_flow *flow, const struct mkcv_style *style, struct mkcv_buf *out,
                                   struct mkcv_diags *d)
{
    static const struct mkcv_walker walker = {.list = put_list, .node = put_node};
    struct markdown m = {.flow = flow, .place = {.out = out, .style = style}};
    (void)d;
    mkcv_walk(flow, &walker, &m);
    mkcv_buf_printf(out, "\n<!-- Made by mkcv %s -->\n", MKCV_VERSION);
    return MKCV_OK;
}
