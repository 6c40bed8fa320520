/* latex_entry.c - the macros of entries with their dates: at the right, in a column at the left, with a line beside. */
#include "latex.h"
#include <string.h>

/* A date that is wider than its column takes lines in it. */
static void put_left(struct mkcv_buf *out)
{
    mkcv_buf_puts(
        out, "% dates in a column as wide as the widest\n"
             "\\newcommand\\cvwidest[1]{\\sbox\\cvbox{#1}\\setlength\\cvwidth{\\wd\\cvbox}\\ifdim\\cvwidth>"
             ".4\\linewidth\\setlength\\cvwidth{.4\\linewidth}\\fi\n"
             "  \\ifdim\\cvwidth>\\cvdatewidth\\relax\\edef\\cvdatewidth{\\the\\cvwidth}\\fi}\n"
             "\\newcommand\\cvbeside[3]{\\sbox\\cvbox{#2}\\ifdim\\wd\\cvbox>\\cvdatewidth\\relax"
             "\\setbox\\cvbox\\vtop{\\hsize=\\cvdatewidth\\cvragged\\noindent#2\\par}\\dp\\cvbox=0pt\\fi\n"
             "  {\\cvragged\\interlinepenalty=\\cvcut\\leftskip=\\dimexpr\\cvdatewidth+\\cvdategap\\relax\\noindent"
             "\\llap{\\hbox to\\leftskip{\\box\\cvbox\\hss}}#1\\par#3\\par\\global\\cvstart\\prevdepth}}\n");
}

/* The entry is a box, the line beside it a rule that is seen and not measured; in the gap above, a leader that
 * vanishes at the top of a page. An entry that is half a page high is set without, so that it can be cut. */
static void put_barred(const struct mkcv_latex *l)
{
    struct mkcv_buf *out = l->out;
    mkcv_buf_puts(out, "% a line down the gap between dates and text\n\\newcommand\\cvbar[2]{\\hbox to0pt{\\hskip"
                       "\\dimexpr\\cvdatewidth+.5\\dimexpr\\cvdategap-");
    mkcv_buf_mpt(out, l->style->entry.rule_width);
    mkcv_buf_puts(out, "bp\\relax\\relax\\smash{\\color{cvrule}\\vrule width");
    mkcv_buf_mpt(out, l->style->entry.rule_width);
    mkcv_buf_puts(
        out,
        "bp height\\dimexpr#1\\relax depth\\dimexpr#2\\relax}\\hss}}\n"
        "\\newcommand\\cvbargap[1]{\\par\\ifcvhead\\global\\cvheadfalse\\else\\penalty0\\cleaders\\vbox to\\dimexpr#1-"
        ".02bp\\relax{\\cvbar{0pt}{#1+.25\\baselineskip}\\vss}\\vskip#1\\relax\\fi}\n"
        "\\newcommand\\cvdated[3]{\\setbox2\\vtop{\\cvbeside{#1}{#2}{#3}}\\ifdim\\dp2>.5\\textheight\\cvbeside{#1}{#2}"
        "{#3}\\else\n"
        "  \\hbox{\\cvbar{.75\\baselineskip}{\\dp2-\\cvstart+.25\\baselineskip}\\box2}\\prevdepth\\cvstart\\fi}\n");
}

static void put_right(struct mkcv_buf *out)
{
    mkcv_buf_puts(
        out,
        "\\newcommand\\cvdated[3]{\\sbox\\cvbox{#2}\\setlength\\cvwidth{\\wd\\cvbox}%\n"
        "  \\ifdim\\cvwidth>.4\\linewidth\\setlength\\cvwidth{.4\\linewidth}"
        "\\setbox\\cvbox\\vtop{\\hsize=\\cvwidth\\raggedleft\\noindent#2\\par}\\fi\n"
        "  \\ifdim\\cvwidth>0pt \\ifdim\\cvwidth<\\cvdatewidth\\setlength\\cvwidth{\\cvdatewidth}\\fi"
        "\\addtolength\\cvwidth{\\cvdategap}\\fi\n"
        "  {\\cvragged\\interlinepenalty=10000 "
        "\\ifdim\\cvwidth>0pt\\rightskip=\\dimexpr\\cvwidth\\relax plus 1fil\\fi\n"
        "   \\noindent#1\\par\\ifdim\\cvwidth>0pt\\cvback\\fi\\interlinepenalty=\\cvcut #3\\par}}\n"
        "% the date goes back to the first line, after the text in reading order\n"
        "\\newcommand\\cvback{\\nobreak\\vskip-\\prevgraf\\baselineskip\\dp\\cvbox=0pt "
        "\\hbox to\\linewidth{\\hfil\\box\\cvbox}%\n"
        "  \\nobreak\\vskip\\prevgraf\\baselineskip\\vskip-\\baselineskip\\nointerlineskip\\hbox{}} % skips end no "
        "column\n");
}

void mkcv_latex_entries(const struct mkcv_latex *l)
{
    bool left = l->style->entry.date == MKCV_DATE_LEFT, barred = left && l->style->entry.rule_width > 0;
    const char *gap = barred ? "bargap" : "gap";
    mkcv_buf_printf(l->out,
                    "%% an entry: first paragraph, date, further paragraphs\n"
                    "\\newcommand\\cventry[3]{\\cv%s{\\cventryskip}\\cvdated{#1}{#2}{#3}}\n"
                    "\\newcommand\\cvline[2]{\\cv%s{\\cvlineskip}\\cvdated{#1}{#2}{}}\n",
                    gap, gap);
    if (!left) {
        put_right(l->out);
        return;
    }
    put_left(l->out);
    if (barred)
        put_barred(l);
    else
        mkcv_buf_puts(l->out, "\\let\\cvdated\\cvbeside\n");
}

void mkcv_latex_widest_date(const struct mkcv_latex *l)
{
    const struct mkcv_text *widest = NULL;
    for (size_t i = 0; i < l->flow->nodes.count; i++) {
        const struct mkcv_flow_node *node = &l->flow->nodes.at[i];
        if (node->kind != MKCV_FLOW_ENTRY || node->side || !node->aside.s) continue;
        if (!widest || mkcv_text_length(&node->aside) > mkcv_text_length(widest)) widest = &node->aside;
    }
    if (l->style->entry.date != MKCV_DATE_LEFT || !widest) return;
    mkcv_buf_puts(l->out, "\\cvwidest{");
    mkcv_latex_text(l, widest, MKCV_ROLE_PLAIN);
    mkcv_buf_puts(l->out, "}\n");
}
