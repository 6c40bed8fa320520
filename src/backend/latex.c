/* latex.c - the flow as one self-contained LaTeX file: a preamble of macros, then a line a node.
 *
 * TeX breaks the lines and pages; nothing here is a position. Nothing in a homepage can act: see latex_text.c. */
#include "latex.h"
#include "mkcv/backend.h"
#include "mkcv/file.h"
#include "mkcv/hyphen.h"
#include "mkcv/utf8.h"
#include <string.h>

static void put_lines(const struct mkcv_latex *l, const struct mkcv_flow_node *node)
{
    for (size_t i = 0; i < node->lines.count; i++) {
        mkcv_buf_puts(l->out, "\\cvnext ");
        mkcv_latex_text(l, &node->lines.at[i], MKCV_ROLE_PLAIN);
    }
}

static void put_argument(const struct mkcv_latex *l, const struct mkcv_text *text, enum mkcv_role base)
{
    mkcv_buf_putc(l->out, '{');
    mkcv_latex_text(l, text, base);
    mkcv_buf_putc(l->out, '}');
}

/* In the sidebar. */
static void put_contacts(const struct mkcv_latex *l, const struct mkcv_flow_node *node)
{
    if (mkcv_latex_has_photo(node)) mkcv_buf_puts(l->out, "\\cvsidephoto\n");
    for (size_t i = 0; i < node->lines.count; i++) {
        mkcv_buf_puts(l->out, "\\cvsidecontact");
        put_argument(l, &node->lines.at[i], MKCV_ROLE_CONTACT);
        mkcv_buf_putc(l->out, '\n');
    }
}

static void put_header(const struct mkcv_latex *l, const struct mkcv_flow_node *node)
{
    if (node->side) {
        put_contacts(l, node);
        return;
    }
    /* the row form stacks a few contacts, and fills lines with many */
    bool stack = l->style->header.form == MKCV_HEADER_ROW && node->lines.count <= 4;
    mkcv_buf_puts(l->out, mkcv_latex_has_photo(node) ? "\\cvbeside{\\cvheader" : "\\cvheader");
    put_argument(l, &node->head, MKCV_ROLE_NAME);
    put_argument(l, &node->aside, MKCV_ROLE_LABEL);
    mkcv_buf_putc(l->out, '{');
    for (size_t i = 0; i < node->lines.count; i++) {
        if (i) mkcv_buf_puts(l->out, stack ? "\\cvnext " : "\\cvsep ");
        mkcv_buf_puts(l->out, "\\cvwhole");
        put_argument(l, &node->lines.at[i], MKCV_ROLE_CONTACT);
    }
    mkcv_buf_puts(l->out, mkcv_latex_has_photo(node) ? "}}\n" : "}\n");
}

/* A comment of one line, whatever the file's name holds. */
static void put_origin(const struct mkcv_latex *l, const struct mkcv_loc *loc)
{
    if (!loc->file) return;
    mkcv_buf_puts(l->out, "\n% from ");
    for (const char *p = mkcv_path_within(loc->file, l->flow->root); *p; p++)
        mkcv_buf_putc(l->out, (unsigned char)*p < ' ' || *p == 0x7F ? '?' : *p);
    mkcv_buf_puts(l->out, "\n");
}

enum { LONG_WORD = 12 }; /* bytes of a word that may be wider than the column of heads */

/* Plain text with the places where its long words may be divided: a narrow column needs them in any language. */
static void put_divisible(const struct mkcv_latex *l, const char *s)
{
    const struct mkcv_hyphen *patterns = mkcv_hyphen_lookup(l->flow->lang ? l->flow->lang : "en");
    while (*s) {
        const char *word = s, *end = s;
        uint8_t breaks[256] = {0};
        while (*s && mkcv_is_letter(mkcv_utf8_next(&s))) end = s;
        size_t n = (size_t)(end - word);
        if (patterns && n >= LONG_WORD && n < sizeof breaks) mkcv_hyphenate(patterns, word, n, breaks);
        for (size_t from = 0, at = 1; n && at <= n; at++) {
            if (at < n && (n >= sizeof breaks || !breaks[at])) continue;
            mkcv_latex_escape(l->out, word + from, at - from);
            if (at < n) mkcv_buf_puts(l->out, "\\-");
            from = at;
        }
        if (s > end) mkcv_latex_escape(l->out, end, (size_t)(s - end)); /* what ended the word */
    }
}

static void put_heading(const struct mkcv_latex *l, const struct mkcv_flow_node *node)
{
    static const struct {
        const char *macro;
        enum mkcv_role base;
    } heads[] = {{"\\cvsection", MKCV_ROLE_SECTION}, {"\\cvgroup", MKCV_ROLE_GROUP}, {"\\cvtopic", MKCV_ROLE_SUBGROUP}};
    int level = node->level < 1 ? 1 : node->level > 3 ? 3 : node->level;
    if (level == 1) put_origin(l, &node->loc);
    mkcv_buf_puts(l->out, heads[level - 1].macro);
    mkcv_buf_putc(l->out, '{');
    if (node->head.s && level == 1 && l->style->section.place == MKCV_HEAD_LEFT)
        put_divisible(l, node->head.s);
    else if (node->head.s)
        mkcv_latex_escape(l->out, node->head.s, mkcv_text_length(&node->head)); /* plain: it is a bookmark too */
    mkcv_buf_puts(l->out, "}\n");
}

static void put_paragraph(const struct mkcv_latex *l, const struct mkcv_flow_node *node)
{
    bool justify = node->justified && l->style->text.align == MKCV_ALIGN_JUSTIFY;
    mkcv_buf_puts(l->out, justify ? "\\cvpar{" : "\\cvtext{");
    mkcv_latex_text(l, &node->head, MKCV_ROLE_PLAIN);
    put_lines(l, node);
    mkcv_buf_puts(l->out, "}\n");
}

static void put_entry(const struct mkcv_latex *l, const struct mkcv_flow_node *node)
{
    bool line = node->tight && !node->lines.count;
    mkcv_buf_puts(l->out, line ? "\\cvline" : "\\cventry");
    put_argument(l, &node->head, MKCV_ROLE_PLAIN);
    put_argument(l, &node->aside, MKCV_ROLE_PLAIN);
    if (!line) {
        mkcv_buf_putc(l->out, '{');
        put_lines(l, node);
        mkcv_buf_putc(l->out, '}');
    }
    mkcv_buf_putc(l->out, '\n');
}

static void put_item(const struct mkcv_latex *l, const struct mkcv_flow_node *node)
{
    bool numbered = node->aside.s && strpbrk(node->aside.s, "0123456789");
    if (numbered)
        mkcv_buf_puts(l->out, "\\cvnumbered");
    else
        mkcv_buf_printf(l->out, "\\cvitem{%d}", node->level < 1 ? 1 : node->level);
    put_argument(l, &node->aside, MKCV_ROLE_PLAIN);
    mkcv_buf_puts(l->out, node->justified && l->style->text.align == MKCV_ALIGN_JUSTIFY ? "{\\cvjustify " : "{");
    mkcv_latex_text(l, &node->head, MKCV_ROLE_PLAIN);
    put_lines(l, node);
    mkcv_buf_puts(l->out, "}\n");
}

/* Spaces and line ends of code are kept. */
static void put_code(const struct mkcv_latex *l, const struct mkcv_flow_node *node)
{
    mkcv_buf_puts(l->out, "\\cvverbatim{\\leavevmode ");
    for (const char *p = node->head.s ? node->head.s : ""; *p;) {
        size_t n = strcspn(p, " \t\n");
        mkcv_latex_escape(l->out, p, n);
        p += n;
        if (!*p) break;
        mkcv_buf_puts(l->out, *p == '\n' ? "\\cvnext\\leavevmode " : *p == '\t' ? "\\ \\ \\ \\ " : "\\ ");
        p++;
    }
    mkcv_buf_puts(l->out, "}\n");
}

void mkcv_latex_node(const struct mkcv_latex *l, const struct mkcv_flow_node *node)
{
    switch (node->kind) {
    case MKCV_FLOW_HEADER:
        put_header(l, node);
        break;
    case MKCV_FLOW_HEADING:
        put_heading(l, node);
        break;
    case MKCV_FLOW_PARAGRAPH:
        put_paragraph(l, node);
        break;
    case MKCV_FLOW_ENTRY:
        put_entry(l, node);
        break;
    case MKCV_FLOW_ITEM:
        put_item(l, node);
        break;
    case MKCV_FLOW_LISTING:
        mkcv_buf_puts(l->out, "\\cvlisting");
        put_argument(l, &node->aside, MKCV_ROLE_PLAIN);
        put_argument(l, &node->head, MKCV_ROLE_PLAIN);
        mkcv_buf_putc(l->out, '\n');
        break;
    case MKCV_FLOW_CODE:
        put_code(l, node);
        break;
    case MKCV_FLOW_RULE:
        mkcv_buf_puts(l->out, "\\cvdivider\n");
        break;
    case MKCV_FLOW_PAGEBREAK:
        mkcv_buf_puts(l->out, "\\newpage\n");
        break;
    }
}

static void note_needs(const struct mkcv_flow *flow, struct mkcv_arena *a, struct mkcv_latex_needs *needs)
{
    for (size_t i = 0; i < flow->nodes.count; i++) {
        const struct mkcv_flow_node *node = &flow->nodes.at[i];
        mkcv_latex_note_text(needs, a, &node->head);
        mkcv_latex_note_text(needs, a, &node->aside);
        for (size_t k = 0; k < node->lines.count; k++) mkcv_latex_note_text(needs, a, &node->lines.at[k]);
    }
}

enum mkcv_code mkcv_latex_write(const struct mkcv_flow *flow, const struct mkcv_style *style, struct mkcv_buf *out,
                                struct mkcv_diags *d)
{
    struct mkcv_latex l = {.out = out, .style = style, .flow = flow};
    struct mkcv_latex_needs needs = {.symbols = {0}};
    (void)d;
    note_needs(flow, out->arena, &needs);
    mkcv_latex_preamble(&l, &needs);
    mkcv_buf_puts(out, "\\begin{document}\n");
    mkcv_buf_puts(out, "\\thispagestyle{cvfirst}\n");
    mkcv_latex_widest_date(&l);
    if (flow->sidebar)
        mkcv_latex_beside(&l);
    else
        mkcv_latex_nodes(&l);
    mkcv_buf_puts(out, "\n\\end{document}\n");
    return MKCV_OK;
}
