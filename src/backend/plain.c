/* plain.c - the flow as plain text for forms: heads underlined, dates at the right, addresses in angle brackets. */
#include "mkcv/backend.h"
#include "mkcv/utf8.h"
#include "walk.h"
#include "wrap.h"
#include <string.h>

enum {
    HANG = 2,       /* columns by which further lines of an entry stand in */
    DATE_GAP = 2,   /* between text and date */
    DATE_MOST = 30, /* a longer date follows below */
    DEPTH_MOST = 32,
};

#define NO_BREAK "\u00a0" /* until the lines are broken */

struct plain {
    struct mkcv_buf *out;
    const struct mkcv_flow *flow;
    int indent;
    int indents[DEPTH_MOST]; /* of the items that are open */
    bool loose[DEPTH_MOST];  /* empty lines part the entries of the list */
    size_t depth;            /* of lists */
    bool close;              /* no empty line before what follows */
};

/* Raised and lowered text of a formula, which would be read as part of its line: x^2, e^(i t). */
static void put_script(struct mkcv_buf *out, const char *s, const struct mkcv_span *span)
{
    const char *p = s + span->at;
    size_t digits = strspn(p, "0123456789");
    mkcv_utf8_next(&p);
    bool whole = p >= s + span->at + span->len || digits >= span->len;
    mkcv_buf_printf(out, "%c%s%.*s%s", span->marks & MKCV_MARK_SUP ? '^' : '_', whole ? "" : "(", (int)span->len,
                    s + span->at, whole ? "" : ")");
}

/* The words of a text, each link's address behind it. */
static const char *words_of(struct mkcv_arena *a, const struct mkcv_text *text)
{
    struct mkcv_buf out;
    struct mkcv_text t = mkcv_text_blanks(a, mkcv_text_math(a, text), NO_BREAK);
    mkcv_buf_init(&out, a);
    for (size_t i = 0; i < t.spans.count;) {
        size_t end = mkcv_link_end(&t, i), from = t.spans.at[i].at;
        const char *url = mkcv_link_url(a, &t.spans.at[i]);
        for (; i < end; i++) {
            const struct mkcv_span *span = &t.spans.at[i];
            bool script = span->marks & (MKCV_MARK_SUP | MKCV_MARK_SUB);
            if (script && (span->marks & MKCV_MARK_MATH))
                put_script(&out, t.s, span);
            else
                mkcv_buf_put(&out, t.s + span->at, span->len);
        }
        size_t n = t.spans.at[end - 1].at + t.spans.at[end - 1].len - from;
        if (url && !mkcv_link_is_shown(t.s + from, n, url)) mkcv_buf_printf(&out, " <%s>", url);
    }
    return out.s;
}

static void start_block(struct plain *p)
{
    if (p->out->n && !p->close) mkcv_buf_putc(p->out, '\n');
    p->close = false;
}

/* A paragraph whose lines begin at `column`. */
static void put_lines(struct plain *p, const struct mkcv_text *text, int column)
{
    const struct mkcv_wrap wrap = {.width = MKCV_TEXT_COLUMNS, .column = column, .hang = column};
    if (mkcv_text_is_empty(text)) return;
    mkcv_buf_printf(p->out, "%*s", column, "");
    mkcv_wrap_put(p->out, words_of(p->out->arena, text), &wrap, NULL);
    mkcv_buf_putc(p->out, '\n');
}

static void put_paragraph(struct plain *p, const struct mkcv_text *text)
{
    if (mkcv_text_is_empty(text)) return;
    start_block(p);
    put_lines(p, text, p->indent);
}

static void put_rule(struct plain *p, char sign, int columns)
{
    for (int i = 0; i < columns && i < MKCV_TEXT_COLUMNS; i++) mkcv_buf_putc(p->out, sign);
    mkcv_buf_putc(p->out, '\n');
}

static void put_head(struct plain *p, const struct mkcv_flow_node *node)
{
    static const char signs[] = "=-~";
    int level = node->level < 1 ? 1 : node->level > 3 ? 3 : node->level;
    if (mkcv_text_is_empty(&node->head)) return;
    if (level == 1) mkcv_buf_putc(p->out, '\n');
    put_paragraph(p, &node->head);
    put_rule(p, signs[level - 1], mkcv_columns_of(words_of(p->out->arena, &node->head)));
    p->close = true;
}

static void put_header(struct plain *p, const struct mkcv_flow_node *node)
{
    start_block(p);
    put_lines(p, &node->head, 0);
    put_lines(p, &node->aside, 0);
    for (size_t i = 0; i < node->lines.count; i++) put_lines(p, &node->lines.at[i], 0);
}

/* The head, and the date at the end of its first line. */
static void put_dated(struct plain *p, const struct mkcv_flow_node *node)
{
    const char *date = words_of(p->out->arena, &node->aside);
    int columns = mkcv_columns_of(date);
    bool beside = columns && columns <= DATE_MOST && !strstr(date, "\u2028");
    struct mkcv_wrap wrap = {.width = MKCV_TEXT_COLUMNS, .column = p->indent, .hang = p->indent + HANG};
    if (beside) wrap.first = MKCV_TEXT_COLUMNS - DATE_GAP - columns;
    size_t end;
    struct mkcv_buf head;
    mkcv_buf_init(&head, p->out->arena);
    int at = mkcv_wrap_put(&head, words_of(p->out->arena, &node->head), &wrap, &end);
    beside = beside && at <= wrap.first; /* a long word may have taken the room */
    mkcv_buf_printf(p->out, "%*s", p->indent, "");
    mkcv_buf_put(p->out, head.s, end);
    if (beside) mkcv_buf_printf(p->out, "%*s%s", MKCV_TEXT_COLUMNS - columns - at, "", date);
    mkcv_buf_puts(p->out, head.s + end);
    mkcv_buf_putc(p->out, '\n');
    if (!beside) put_lines(p, &node->aside, p->indent + HANG);
}

/* A list with its label, or an item behind its mark. */
static void put_marked(struct plain *p, const struct mkcv_flow_node *node)
{
    struct mkcv_arena *a = p->out->arena;
    bool listing = node->kind == MKCV_FLOW_LISTING;
    const char *label = words_of(a, &node->aside);
    const char *mark = listing || mkcv_item_number(node) >= 0 ? label : "-";
    mark = *mark ? mkcv_arena_printf(a, listing ? "%s: " : "%s ", mark) : "";
    int columns = mkcv_columns_of(mark);
    struct mkcv_wrap wrap = {.width = MKCV_TEXT_COLUMNS, .column = p->indent + columns};
    wrap.hang = p->indent + (listing ? HANG : columns);
    mkcv_buf_printf(p->out, "%*s%s", p->indent, "", mark);
    mkcv_wrap_put(p->out, words_of(a, &node->head), &wrap, NULL);
    mkcv_buf_putc(p->out, '\n');
    p->indent = wrap.hang;
}

static void put_item(struct plain *p, const struct mkcv_flow_node *node)
{
    start_block(p);
    p->indents[p->depth - 1] = p->indent;
    if (node->kind == MKCV_FLOW_ENTRY) {
        put_dated(p, node);
        p->indent += HANG;
    } else {
        put_marked(p, node);
    }
    for (size_t i = 0; i < node->lines.count; i++) put_lines(p, &node->lines.at[i], p->indent);
    p->close = true;
}

/* Lines as they are: code is not broken. */
static void put_code(struct plain *p, const struct mkcv_flow_node *node)
{
    start_block(p);
    for (const char *s = node->head.s ? node->head.s : ""; *s;) {
        size_t n = strcspn(s, "\n");
        mkcv_buf_printf(p->out, n ? "%*s%.*s\n" : "\n", p->indent + 2 * HANG, "", (int)n, s);
        s += n + (s[n] == '\n');
    }
}

static void put_node(void *self, const struct mkcv_flow_node *node, bool open)
{
    struct plain *p = self;
    if (!open) {
        p->indent = p->indents[p->depth - 1];
        if (p->loose[p->depth - 1]) p->close = false;
        return;
    }
    switch (node->kind) {
    case MKCV_FLOW_HEADER:
        put_header(p, node);
        break;
    case MKCV_FLOW_HEADING:
        put_head(p, node);
        break;
    case MKCV_FLOW_PARAGRAPH:
        put_paragraph(p, &node->head);
        for (size_t i = 0; i < node->lines.count; i++) put_paragraph(p, &node->lines.at[i]);
        break;
    case MKCV_FLOW_ENTRY:
    case MKCV_FLOW_ITEM:
    case MKCV_FLOW_LISTING:
        put_item(p, node);
        break;
    case MKCV_FLOW_CODE:
        put_code(p, node);
        break;
    case MKCV_FLOW_RULE:
        start_block(p);
        put_rule(p, '-', MKCV_TEXT_COLUMNS);
        break;
    case MKCV_FLOW_PAGEBREAK:
        break;
    }
}

/* Some entry has more than its line. */
static bool is_loose(const struct mkcv_flow *flow, const struct mkcv_flow_node *node)
{
    for (; node && node->kind == MKCV_FLOW_ENTRY; node = mkcv_list_next(flow, node))
        if (node->lines.count) return true;
    return false;
}

static void put_list(void *self, const struct mkcv_flow_node *first, enum mkcv_list list, bool open)
{
    struct plain *p = self;
    (void)list;
    p->depth = open ? p->depth + 1 : p->depth - 1;
    if (open) p->loose[p->depth - 1] = is_loose(p->flow, first);
    if (!open && p->depth == 0) p->close = false;
}

static void put_blanks(struct mkcv_buf *out)
{
    size_t n = 0;
    for (size_t i = 0; i < out->n; n++) {
        bool blank = !strncmp(out->s + i, NO_BREAK, strlen(NO_BREAK));
        out->s[n] = blank ? ' ' : out->s[i];
        i += blank ? strlen(NO_BREAK) : 1;
    }
    out->s[out->n = n] = '\0';
}

enum mkcv_code mkcv_plain_write(const struct mkcv_flow *flow, const struct mkcv_style *style, struct mkcv_buf *out,
                                struct mkcv_diags *d)
{
    static const struct mkcv_walker walker = {.list = put_list, .node = put_node};
    struct plain p = {.out = out, .flow = flow};
    (void)style;
    (void)d;
    mkcv_walk(flow, &walker, &p);
    put_blanks(out);
    return MKCV_OK;
}
