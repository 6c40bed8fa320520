/* dump.c - the flow as stable text, for --dump flow and goldens.
 *
 * A node is a line "kind level: text" with its aside and further lines indented below. [role:text] marks a role,
 * [role:text](url) a link, [role@de:text] a language; plain text stands bare. "\~" is a no-break space, "\," a narrow
 * one,
 * "\n" a line break. */
#include "mkcv/buf.h"
#include "mkcv/flow.h"
#include "mkcv/utf8.h"
#include <string.h>

static void put_text_bytes(struct mkcv_buf *out, const char *s, size_t n)
{
    for (const char *p = s, *end = s + n; p < end;) {
        uint32_t c = mkcv_utf8_next(&p);
        switch (c) {
        case 0xa0:
            mkcv_buf_puts(out, "\\~");
            break;
        case 0x202f:
            mkcv_buf_puts(out, "\\,");
            break;
        case 0x2028:
        case '\n':
            mkcv_buf_puts(out, "\\n");
            break;
        case '[':
        case ']':
        case '\\':
            mkcv_buf_putc(out, '\\'); /* fall through */
        default:
            mkcv_buf_utf8(out, c);
        }
    }
}

static void put_marks(struct mkcv_buf *out, unsigned marks)
{
    static const struct {
        unsigned mark;
        const char *name;
    } names[] = {{MKCV_MARK_EMPH, "emph"},  {MKCV_MARK_STRONG, "strong"}, {MKCV_MARK_CODE, "code"},
                 {MKCV_MARK_MATH, "math"},  {MKCV_MARK_SUP, "sup"},       {MKCV_MARK_SUB, "sub"},
                 {MKCV_MARK_IMAGE, "image"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; ++i)
        if (marks & names[i].mark) mkcv_buf_printf(out, "+%s", names[i].name);
}

static void put_text(struct mkcv_buf *out, const struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; ++i) {
        const struct mkcv_span *span = &t->spans.at[i];
        bool dressed = span->role != MKCV_ROLE_PLAIN || span->marks || span->url || span->lang;
        if (dressed) {
            mkcv_buf_printf(out, "[%s", mkcv_role_name((enum mkcv_role)span->role));
            put_marks(out, span->marks);
            if (span->lang) mkcv_buf_printf(out, "@%s", span->lang);
            mkcv_buf_putc(out, ':');
        }
        put_text_bytes(out, t->s + span->at, span->len);
        if (dressed) mkcv_buf_putc(out, ']');
        if (span->url) mkcv_buf_printf(out, "(%s)", span->url);
    }
    mkcv_buf_putc(out, '\n');
}

static const char *kind_name(enum mkcv_flow_kind kind)
{
    switch (kind) {
    case MKCV_FLOW_HEADER:
        return "header";
    case MKCV_FLOW_HEADING:
        return "heading";
    case MKCV_FLOW_PARAGRAPH:
        return "paragraph";
    case MKCV_FLOW_ENTRY:
        return "entry";
    case MKCV_FLOW_ITEM:
        return "item";
    case MKCV_FLOW_LISTING:
        return "listing";
    case MKCV_FLOW_CODE:
        return "code";
    case MKCV_FLOW_RULE:
        return "rule";
    case MKCV_FLOW_PAGEBREAK:
        return "pagebreak";
    }
    return "";
}

static void put_node(struct mkcv_buf *out, const struct mkcv_flow_node *n)
{
    mkcv_buf_printf(out, "%s", kind_name(n->kind));
    if (n->level) mkcv_buf_printf(out, " %d", n->level);
    if (n->side) mkcv_buf_puts(out, " side");
    mkcv_buf_printf(out, "%s%s", n->tight ? " tight" : "", n->justified ? " justified" : "");
    if (n->columns) mkcv_buf_printf(out, " columns %d%s", n->columns, n->along ? " along" : "");
    mkcv_buf_puts(out, mkcv_text_length(&n->head) ? ": " : "");
    put_text(out, &n->head);
    if (mkcv_text_length(&n->aside)) {
        mkcv_buf_puts(out, "  aside: ");
        put_text(out, &n->aside);
    }
    for (size_t i = 0; i < n->lines.count; ++i) {
        mkcv_buf_puts(out, "  line: ");
        put_text(out, &n->lines.at[i]);
    }
    if (n->photo) mkcv_buf_printf(out, "  photo: %s %dx%d\n", n->alt, n->photo->columns, n->photo->rows);
}

static void put_running(struct mkcv_buf *out, const char *place, const struct mkcv_running_line *line)
{
    if (*line->left || *line->center || *line->right)
        mkcv_buf_printf(out, "%s: %s | %s | %s\n", place, line->left, line->center, line->right);
}

void mkcv_flow_dump(const struct mkcv_flow *flow, struct mkcv_buf *out)
{
    const struct mkcv_date d = flow->date;
    mkcv_buf_printf(out, "title: %s\nauthor: %s\nlang: %s\n", flow->title, flow->author ? flow->author : "-",
                    flow->lang);
    if (d.year) mkcv_buf_printf(out, "date: %s\n", mkcv_date_iso(out->arena, d));
    put_running(out, "head", &flow->head);
    put_running(out, "foot", &flow->foot);
    for (size_t i = 0; i < flow->nodes.count; ++i) {
        if (flow->nodes.at[i].kind == MKCV_FLOW_HEADING || i == 0) mkcv_buf_putc(out, '\n');
        put_node(out, &flow->nodes.at[i]);
    }
}
