/* latex_sidebar.c - a sidebar beside the main column: paracol sets both through all pages, the left one first.
 *
 * Sections in columns stand one below the other there, as multicols cannot be in a column of paracol. */
#include "latex.h"

bool mkcv_latex_outer(const struct mkcv_latex *l)
{
    return !l->flow->sidebar || l->style->sidebar.place == MKCV_SIDE_RIGHT;
}

static void put_bp(struct mkcv_buf *out, const char *before, int32_t mpt)
{
    mkcv_buf_puts(out, before);
    mkcv_buf_mpt(out, mpt);
    mkcv_buf_puts(out, "bp");
}

static int32_t capitals(const struct mkcv_style *s, enum mkcv_role role)
{
    return (s->look[role].size ? s->look[role].size : s->font.size) * 2 / 3;
}

/* What the sidebar's own style changes: heads above, text ragged, labels inline; and where its first line stands: as
 * far below the header as the main column's, or at the top of the page. */
static void put_side(const struct mkcv_latex *l, const struct mkcv_style *side)
{
    struct mkcv_buf *out = l->out;
    int32_t quarter = side->font.leading / 4, to_head = mkcv_latex_to_head(side);
    bool row = side->header.form == MKCV_HEADER_ROW;
    int32_t last = mkcv_latex_leading(side, row ? MKCV_ROLE_NAME : MKCV_ROLE_CONTACT) / 4;
    int32_t from = side->sidebar.beside_header ? -capitals(side, MKCV_ROLE_PLAIN) : side->header.below + last;
    int32_t contact = capitals(side, MKCV_ROLE_CONTACT) - mkcv_latex_leading(side, MKCV_ROLE_CONTACT);
    int32_t over = side->section.rule == MKCV_RULE_ABOVE ? side->font.leading - quarter : 0;
    const struct mkcv_latex above = {.out = out, .style = side, .flow = l->flow};
    mkcv_latex_section(&above, "cvsidesection");
    put_bp(out,
           "\\newcommand\\cvside{"
           "\\let\\cvsection\\cvsidesection\\let\\cvpar\\cvtext\\let\\cvjustify\\relax\\def\\cvdatewidth{0pt}"
           "\\def\\cvdategap{0pt}\\global"
           "\\cvfirsttrue\n  \\def\\cvheaderbelow{",
           from + to_head);
    put_bp(out, "}\\def\\cvsectionabove{", side->section.above + quarter + to_head);
    put_bp(out, "}\\def\\cvsectionbelow{",
           side->section.below + capitals(side, MKCV_ROLE_PLAIN) - side->font.leading +
               (side->section.rule == MKCV_RULE_BELOW ? 0 : mkcv_latex_leading(side, MKCV_ROLE_SECTION) / 4));
    put_bp(out, "}\\def\\cvrulegap{", side->section.rule_gap + over);
    put_bp(out, "}\n  \\def\\cvlineskip{", side->entry.tight_skip);
    put_bp(out,
           "}\\renewcommand\\cvlisting[2]{\\cvgap{\\cvlistingskip}{\\cvragged\\noindent##1 ##2\\par}}}\n"
           "\\newcommand\\cvsidecontact[1]{\\par\\ifcvfirst\\global\\cvfirstfalse\\nobreak\\vskip",
           from + contact);
    put_bp(out, "\\else\\vskip", side->entry.tight_skip);
    mkcv_buf_puts(out, "\\fi{\\cvragged\\cvcontact{\\noindent#1\\par}}}\n");
}

/* A rectangle of every page from `from` below \cvsidestart (0 overleaf: from there, of the page) to `bottom` [mpt]. */
static void put_rule(struct mkcv_buf *out, int32_t x, int32_t width, int32_t from, int32_t overleaf, int32_t bottom,
                     uint32_t color)
{
    put_bp(out,
           "\\AddToHook{shipout/background}{\\setlength\\cvwidth{\\ifnum\\value{page}>1 0pt\\else\\cvsidestart\\fi}\\"
           "ifdim\\cvwidth>0pt \\addtolength\\cvwidth{",
           from);
    put_bp(out, "}\\else\\setlength\\cvwidth{", overleaf);
    put_bp(out, "}\\fi\n  \\put(", x);
    mkcv_buf_printf(out, ",-\\cvwidth){\\color[HTML]{%06X}", color & 0xFFFFFFu);
    put_bp(out, "\\vrule width", width);
    put_bp(out, " height0pt depth\\dimexpr", bottom);
    mkcv_buf_puts(out, "-\\cvwidth\\relax}}\n");
}

static void put_ground(const struct mkcv_latex *l, const struct mkcv_style *side)
{
    bool left = side->sidebar.place == MKCV_SIDE_LEFT;
    int32_t half = side->sidebar.gap / 2, rule = side->sidebar.rule_width,
            inner = left ? side->page.width - side->page.right + half : side->page.left - half;
    mkcv_buf_puts(l->out,
                  "\\newdimen\\cvsidestart % where it begins on page one, from the paper's edge; 0: at the top\n");
    if (side->sidebar.color != MKCV_COLOR_INHERIT)
        put_rule(l->out, left ? 0 : inner, left ? inner : side->page.width - inner, side->header.below / 2, 0,
                 side->page.height, side->sidebar.color);
    if (rule > 0)
        put_rule(l->out, inner - rule / 2, rule, side->header.below, side->page.top,
                 side->page.height - side->page.bottom, side->color.rule);
}

void mkcv_latex_sidebar(const struct mkcv_latex *l)
{
    const struct mkcv_style side = mkcv_style_beside(l->style, true), *s = l->style;
    bool left = s->sidebar.place == MKCV_SIDE_LEFT;
    int32_t heads = s->section.place == MKCV_HEAD_LEFT ? s->section.width + s->section.gap : 0;
    int32_t main = s->page.width - s->page.left - s->page.right - s->sidebar.width - s->sidebar.gap - heads;
    mkcv_buf_puts(l->out, "% the sidebar\n\\usepackage{paracol}\n");
    put_side(l, &side);
    put_ground(l, &side);
    put_bp(l->out, "\\setlength\\columnsep{", s->sidebar.gap + (left ? heads : 0));
    put_bp(l->out, "}\\setcolumnwidth{", left ? s->sidebar.width : main);
    put_bp(l->out, ",", left ? main : s->sidebar.width);
    mkcv_buf_puts(l->out, "}\n");
}

static void put_nodes(const struct mkcv_latex *l, bool side, size_t first)
{
    for (size_t i = first; i < l->flow->nodes.count; i++)
        if (l->flow->nodes.at[i].side == side) mkcv_latex_node(l, &l->flow->nodes.at[i]);
}

/* The header over both columns; heads that hang into the gap do not move it. */
static void put_header(const struct mkcv_latex *l)
{
    if (!mkcv_latex_outer(l)) mkcv_buf_puts(l->out, "{\\renewcommand\\cvcolumn{0pt}");
    mkcv_latex_node(l, &l->flow->nodes.at[0]);
    if (!mkcv_latex_outer(l)) mkcv_buf_puts(l->out, "}\n");
    put_bp(l->out, "\\par\\setlength\\cvsidestart{\\dimexpr\\pagetotal+", l->style->page.top);
    mkcv_buf_puts(l->out, "}\n");
}

void mkcv_latex_beside(const struct mkcv_latex *l)
{
    const struct mkcv_flow *flow = l->flow;
    bool headed = flow->nodes.at[0].kind == MKCV_FLOW_HEADER && !flow->nodes.at[0].side,
         above = headed && !l->style->sidebar.beside_header, left = l->style->sidebar.place == MKCV_SIDE_LEFT;
    if (above) put_header(l);
    mkcv_buf_puts(l->out, left ? "\\begin{paracol}{2}\n" : "\\begin{paracol}{2}\\switchcolumn\n");
    mkcv_buf_puts(l->out, above ? "{\\cvside\n" : "{\\cvside\\hbox{}\\nobreak\n");
    put_nodes(l, true, 0);
    mkcv_buf_printf(l->out, "\\par}\\switchcolumn%s\n", above ? "\\global\\cvfirsttrue" : "");
    put_nodes(l, false, above);
    mkcv_buf_puts(l->out, "\\end{paracol}\n");
}
