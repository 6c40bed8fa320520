/* latex_columns.c - the nodes one below the other, and those in columns: multicols, cut between entries.
 *
 * TeX cannot know before it sets an entry whether it fits: what is not to be cut gets an estimate of its lines, and the
 * page ends before the head when the first entries would not fit; what is long is cut as pages cut it. */
#include "latex.h"

enum {
    LONG_ENTRY = 800, /* bytes: about a third of a page in the column of two */
    HEAD_LINES = 4,   /* of a section and the space around it */
    CHAR_WIDTH = 450, /* thousandths of an em */
};

static bool has_columns(const struct mkcv_flow *flow)
{
    for (size_t i = 0; i < flow->nodes.count; i++)
        if (flow->nodes.at[i].columns > 1) return true;
    return false;
}

void mkcv_latex_columns(const struct mkcv_latex *l)
{
    struct mkcv_buf *out = l->out;
    if (!has_columns(l->flow)) return;
    mkcv_buf_puts(out, "% columns, cut between entries\n\\usepackage{multicol}\n\\newif\\ifcvalong\n"
                       "\\newcommand\\cvalong{\\global\\cvalongtrue}\n"
                       "\\renewcommand\\cvgap[1]{\\par\\ifcvhead\\global\\cvheadfalse\\else\\ifcvalong\\nobreak"
                       "\\else\\penalty0 \\fi\\vskip#1\\relax\\fi\\global\\cvalongfalse}\n"
                       "\\newcommand\\cvneed[1]{\\par\\ifdim\\pagegoal<\\maxdimen\\ifdim\\dimexpr\\pagegoal-"
                       "\\pagetotal<#1\\baselineskip"
                       "\\newpage\\fi\\fi} % room for the first entries, which are whole\n"
                       "\\newcommand\\cvlong[1]{{\\renewcommand\\cvcut{300}\\interlinepenalty=\\cvcut\\relax#1}}\n"
                       "\\newenvironment{cvcolumns}[1]{\\par\n"
                       "  \\multicolsep=0pt \\premulticols=0pt \\postmulticols=0pt \\columnsep=");
    mkcv_buf_mpt(out, l->style->section.column_gap);
    mkcv_buf_puts(out, "bp \\begin{multicols}{#1}\\raggedcolumns\\global\\cvheadtrue\n"
                       "  "
                       "\\renewcommand\\cvcut{10000}\\renewcommand\\cvnext{\\par\\penalty\\cvcut\\noindent}"
                       "\\interlinepenalty=\\cvcut\\relax\n"
                       "  \\ifdim\\cvlistingwidth>.6\\linewidth \\renewcommand\\cvlistingwidth{.6\\linewidth}\\fi}"
                       "{\\end{multicols}}\n");
}

static size_t text_of_node(const struct mkcv_flow_node *node)
{
    size_t n = mkcv_text_length(&node->head);
    for (size_t i = 0; i < node->lines.count; i++) n += mkcv_text_length(&node->lines.at[i]);
    return n;
}

static size_t lines_of_node(const struct mkcv_style *s, const struct mkcv_flow_node *node)
{
    int32_t width = (s->page.width - s->page.left - s->page.right) / node->columns;
    size_t chars = (size_t)width * 1000 / CHAR_WIDTH / (size_t)s->font.size + 1;
    return text_of_node(node) / chars + node->lines.count + 1;
}

/* Lines of the longest entry of the section whose first node this is; 0: it is not in columns. */
static size_t longest_entry(const struct mkcv_latex *l, size_t first)
{
    const struct mkcv_flow *flow = l->flow;
    size_t longest = 0, lines = 0;
    for (size_t i = first; i < flow->nodes.count && flow->nodes.at[i].columns > 1; i++) {
        const struct mkcv_flow_node *node = &flow->nodes.at[i];
        if (text_of_node(node) > LONG_ENTRY) continue;
        lines = lines_of_node(l->style, node) + (node->along ? lines : 0);
        if (lines > longest) longest = lines;
    }
    return longest;
}

static void put_in_columns(const struct mkcv_latex *l, const struct mkcv_flow_node *node)
{
    bool cut = text_of_node(node) > LONG_ENTRY;
    if (node->along) mkcv_buf_puts(l->out, "\\cvalong");
    if (cut) mkcv_buf_puts(l->out, "\\cvlong{");
    mkcv_latex_node(l, node);
    if (cut) mkcv_buf_puts(l->out, "}\n");
}

void mkcv_latex_nodes(const struct mkcv_latex *l)
{
    int columns = 0;
    for (size_t i = 0; i < l->flow->nodes.count; i++) {
        const struct mkcv_flow_node *node = &l->flow->nodes.at[i];
        if (columns > 1 && node->columns != columns) mkcv_buf_puts(l->out, "\\end{cvcolumns}\n");
        if (node->columns > 1 && node->columns != columns)
            mkcv_buf_printf(l->out, "\\begin{cvcolumns}{%d}\n", node->columns);
        columns = node->columns;
        size_t lines = node->kind == MKCV_FLOW_HEADING && columns < 2 ? longest_entry(l, i + 1) : 0;
        if (lines > 0) mkcv_buf_printf(l->out, "\n\\cvneed{%zu}", lines + HEAD_LINES);
        if (columns > 1)
            put_in_columns(l, node);
        else
            mkcv_latex_node(l, node);
    }
    if (columns > 1) mkcv_buf_puts(l->out, "\\end{cvcolumns}\n");
}
