/* latex_forms.c - the macros of the body: header, heads, paragraphs, entries, items, lists, and the margins of pages.
 *
 * They set the page as layout/ does: lines of one leading keep its distance whatever they hold (there is no \lineskip),
 * spaces are added to it, and those around a section's head reach to the capitals, two thirds of the size high. */
#include "latex.h"
#include <string.h>

int32_t mkcv_latex_leading(const struct mkcv_style *s, enum mkcv_role role)
{
    const struct mkcv_look *look = &s->look[role];
    if (look->leading) return look->leading;
    return look->size ? (int32_t)((int64_t)look->size * s->font.leading / s->font.size) : s->font.leading;
}

static int32_t capitals(const struct mkcv_style *s, enum mkcv_role role)
{
    return (s->look[role].size ? s->look[role].size : s->font.size) * 2 / 3;
}

/* A quarter of a leading is below the baseline, the rest above. */
static int32_t below(int32_t leading) { return leading / 4; }
static int32_t above(int32_t leading) { return leading - leading / 4; }

static void put_length(struct mkcv_buf *out, const char *name, int32_t mpt, bool last)
{
    mkcv_buf_printf(out, "\\newcommand\\%s{", name);
    mkcv_buf_mpt(out, mpt);
    mkcv_buf_puts(out, last ? "bp}\n" : "bp} ");
}

/* TeX counts from baseline to baseline and gives each line its own leading; what differs is put into the spaces. */
int32_t mkcv_latex_to_head(const struct mkcv_style *s)
{
    if (s->section.rule == MKCV_RULE_ABOVE) return 0;
    bool beside = s->section.place == MKCV_HEAD_LEFT;
    int32_t to = beside ? above(s->font.leading) : capitals(s, MKCV_ROLE_SECTION);
    return to - mkcv_latex_leading(s, MKCV_ROLE_SECTION);
}

static void put_lengths(struct mkcv_buf *out, const struct mkcv_style *s)
{
    int32_t base = s->font.leading, head = mkcv_latex_leading(s, MKCV_ROLE_SECTION),
            name = mkcv_latex_leading(s, MKCV_ROLE_NAME), label = mkcv_latex_leading(s, MKCV_ROLE_LABEL),
            contact = mkcv_latex_leading(s, MKCV_ROLE_CONTACT);
    bool over = s->section.rule == MKCV_RULE_ABOVE, row = s->header.form == MKCV_HEADER_ROW;
    int32_t to_head = mkcv_latex_to_head(s);
    const struct {
        const char *name;
        int32_t mpt;
    } lengths[] = {
        {"cvtop", capitals(s, MKCV_ROLE_NAME) - name - capitals(s, MKCV_ROLE_PLAIN)},
        {"cvlabelgap", s->header.label_gap + (row ? 0 : below(name) - below(label))},
        {"cvcontactgap", s->header.contact_gap + below(label) - below(contact)},
        {"cvheaderbelow", s->header.below + below(row ? name : contact) + to_head},
        {"cvsectionabove", s->section.above + below(base) + to_head},
        {"cvrulegap", s->section.rule_gap + (over ? above(base) : 0)},
        {"cvrulewidth", s->section.rule_width},
        {"cvsectionbelow", s->section.below + capitals(s, MKCV_ROLE_PLAIN) - base +
                               (s->section.rule == MKCV_RULE_BELOW ? 0 : below(head))},
        {"cvgroupabove", s->group.above},
        {"cvgroupbelow", s->group.below},
        {"cventryskip", s->entry.skip},
        {"cvlineskip", s->entry.tight_skip},
        {"cvdatewidth", s->entry.date_width},
        {"cvdategap", s->entry.gap},
        {"cvparskip", s->text.skip},
        {"cvindent", s->list.indent},
        {"cvitemskip", s->list.skip},
        {"cvworkindent", s->publications.indent},
        {"cvworkskip", s->publications.skip},
        {"cvlistingwidth", s->listing.label_width},
        {"cvlistinggap", s->listing.gap},
        {"cvlistingskip", s->listing.skip},
    };
    size_t n = sizeof lengths / sizeof *lengths;
    mkcv_buf_puts(out, "% lengths; spaces come on top of the leading\n");
    for (size_t i = 0; i < n; i++) put_length(out, lengths[i].name, lengths[i].mpt, i % 4 == 3 || i + 1 == n);
}

static void put_basics(struct mkcv_buf *out)
{
    mkcv_buf_puts(
        out,
        "% forms: each sets the space above itself, none below a head\n"
        "\\newsavebox\\cvbox \\newdimen\\cvwidth \\newdimen\\cvstart \\newdimen\\cvreach \\newcount\\cvlines "
        "\\newif\\ifcvhead \\newif\\ifcvfirst\n"
        "\\newcommand\\cvragged{\\rightskip=0pt plus 1fil\\parfillskip=0pt\\hyphenpenalty=5000\\cvrigid\\relax}\n"
        "\\newcommand\\cvrigid{\\ifPDFTeX\\pdfadjustspacing=0 \\pdfprotrudechars=0 \\fi\\ifLuaTeX\\adjustspacing=0 "
        "\\protrudechars=0 \\fi\\ifXeTeX\\XeTeXprotrudechars=0 \\fi}\n"
        "\\newcommand\\cvjustify{\\rightskip=0pt\\parfillskip=0pt plus 1fil\\hyphenpenalty=50\\relax}\n"
        "\\newcommand\\cvcut{300} % cost of a page break in an entry\n"
        "\\newcommand\\cvnext{\\par\\noindent}\n"
        "\\newcommand\\cvgap[1]{\\par\\ifcvhead\\global\\cvheadfalse\\else\\penalty0\\vskip#1\\relax\\fi}\n"
        "\\newcommand\\cvpar[1]{\\cvgap{\\cvparskip}{\\noindent#1\\par}}\n"
        "\\newcommand\\cvtext[1]{\\cvgap{\\cvparskip}{\\cvragged\\noindent#1\\par}}\n"
        "\\newcommand\\cvverbatim[1]{\\cvgap{\\cvparskip}{\\cvragged\\ttfamily\\noindent#1\\par}}\n"
        "\\newcommand\\cvhairline{{\\color{cvrule}\\hrule height\\cvrulewidth}}\n"
        "\\newcommand\\cvdivider{\\cvgap{\\cvparskip}\\cvhairline}\n"
        "\\newcounter{cvhead}\n"
        "\\newcommand\\cvmark[2]{\\stepcounter{cvhead}\\pdfbookmark[#1]{#2}{cv\\thecvhead}}\n");
}

static void put_separator(const struct mkcv_latex *l)
{
    const char *s = l->style->header.separator ? l->style->header.separator : "";
    s += strspn(s, " ");
    size_t n = strlen(s);
    while (n && s[n - 1] == ' ') n--;
    /* leaders: glue that shows something and is gone at the end of a line */
    mkcv_buf_puts(l->out, "\\newcommand\\cvsep{\\sbox\\cvbox{\\enspace ");
    mkcv_latex_escape(l->out, s, n);
    mkcv_buf_puts(l->out, "\\enspace}\\cleaders\\copy\\cvbox\\hskip\\wd\\cvbox\\relax}\n");
}

static void put_header(const struct mkcv_latex *l)
{
    struct mkcv_buf *out = l->out;
    put_separator(l);
    mkcv_buf_puts(out, "\\newcommand\\cvwhole[1]{\\sbox\\cvbox{#1}\\ifdim\\wd\\cvbox>\\hsize#1\\else"
                       "\\usebox\\cvbox\\fi} % a contact on one line\n");
    if (l->style->header.form == MKCV_HEADER_STACKED) {
        bool center = l->style->header.align == MKCV_ALIGN_CENTER;
        mkcv_buf_printf(
            out,
            "\\newcommand\\cvheader[3]{\\hbox{}\\nobreak\\vskip\\cvtop{%s\\advance\\leftskip-\\cvcolumn\\relax\n"
            "  \\cvname{\\noindent#1\\par}\\nobreak\\vskip\\cvlabelgap\\cvlabel{\\noindent#2\\par}\\nobreak\n"
            "  \\vskip\\cvcontactgap\\cvcontact{\\noindent#3\\par}}\\nobreak\\global\\cvfirsttrue}\n",
            center ? "\\leftskip=0pt plus 1fil\\cvragged" : "\\cvragged");
        return;
    }
    int32_t name = mkcv_latex_leading(l->style, MKCV_ROLE_NAME), label = mkcv_latex_leading(l->style, MKCV_ROLE_LABEL);
    mkcv_buf_puts(out,
                  "\\newcommand\\cvheader[3]{\\setlength\\cvwidth{\\dimexpr\\linewidth+\\cvcolumn}%\n"
                  "  \\setbox\\cvbox\\vbox{\\hsize=.4\\cvwidth\\raggedleft\\cvcontact{\\noindent#3\\par}}%\n"
                  "  \\setbox2\\hbox{\\cvname{#1}\\hskip\\cvlabelgap\\cvlabel{#2}}"
                  "\\ifdim\\wd2>\\ifdim\\ht\\cvbox>0pt .6\\fi\\cvwidth\\setbox2\\hbox{\\cvname{#1}}\\cvheadtrue\\fi\n"
                  "  \\hbox{\\hskip-\\cvcolumn\\rlap{\\box2}\\hbox to\\cvwidth{\\hfil\\box\\cvbox}}\\nobreak\n"
                  "  \\ifcvhead\\vskip");
    mkcv_buf_mpt(out, below(name) - below(label));
    mkcv_buf_puts(out, "bp{\\cvragged\\advance\\leftskip-\\cvcolumn\\cvlabel{\\noindent#2\\par}}\\nobreak\\vskip");
    mkcv_buf_mpt(out, below(label) - below(name));
    mkcv_buf_puts(out, "bp\\cvheadfalse\\fi\\global\\cvfirsttrue}\n");
}

void mkcv_latex_section(const struct mkcv_latex *l, const char *name)
{
    struct mkcv_buf *out = l->out;
    const struct mkcv_style *s = l->style;
    bool beside = s->section.place == MKCV_HEAD_LEFT;
    mkcv_buf_printf(out,
                    "%% a section: not at the foot of a page, the space counted from the baseline above\n"
                    "\\newcommand\\%s[1]{\\par",
                    name);
    if (beside) /* a head that reaches below its section's last line */
        mkcv_buf_puts(out, "\\setlength\\cvwidth{\\dimexpr\\cvreach-\\pagetotal+\\cvstart}\\ifdim\\cvwidth>"
                           "\\dimexpr\\cvreach+1pt\\relax\\else\n"
                           "  \\ifdim\\cvwidth>0pt\\nobreak\\vskip\\cvwidth\\fi\\fi");
    if (s->section.rule == MKCV_RULE_ABOVE || beside)
        mkcv_buf_puts(out, "\\ifdim\\prevdepth>-999pt\\vskip-\\prevdepth\\fi");
    mkcv_buf_puts(out, "\n  \\ifcvfirst\\global\\cvfirstfalse\\nobreak\\vskip\\cvheaderbelow\\else\n"
                       "  \\vskip 0pt plus 4\\baselineskip\\penalty-200\\vskip 0pt plus-4\\baselineskip"
                       "\\vskip\\cvsectionabove\\fi\n  ");
    if (s->section.rule == MKCV_RULE_ABOVE) mkcv_buf_puts(out, "\\cvhairline\\nobreak\\vskip\\cvrulegap");
    if (beside) {
        mkcv_buf_printf(out, "\\setbox\\cvbox\\vtop{\\hsize=\\dimexpr\\cvcolumn-");
        mkcv_buf_mpt(out, s->section.gap);
        mkcv_buf_puts(out, "bp\\relax\\cvragged\\noindent\\cvsectionlook{#1\\par}\\global\\cvlines=\\prevgraf}%\n  ");
        mkcv_buf_puts(out, "\\setlength\\cvreach{\\dimexpr\\numexpr\\cvlines-1\\relax\\dimexpr");
        mkcv_buf_mpt(out, mkcv_latex_leading(s, MKCV_ROLE_SECTION));
        mkcv_buf_puts(out, "bp}\\setbox\\cvbox\\hbox{\\cvmark{1}{#1}\\llap{\\hbox to\\cvcolumn{\\box\\cvbox\\hss}}}%\n"
                           "  \\ht\\cvbox=0pt \\dp\\cvbox=0pt \\box\\cvbox\\nobreak"
                           "\\setlength\\cvstart{\\pagetotal}\\vskip-\\baselineskip\\nobreak\\global\\cvheadtrue}\n");
    } else {
        bool over = s->section.rule == MKCV_RULE_ABOVE;
        if (over) mkcv_buf_puts(out, "\\vskip-\\baselineskip\\hbox{}");
        bool center = s->section.align == MKCV_ALIGN_CENTER;
        mkcv_buf_printf(out,
                        "{%s\\cvragged\\cvsectionlook{\\noindent\\cvmark{1}{#1}#1\\par}}\\nobreak\\vskip-"
                        "\\prevdepth\n  ",
                        center ? "\\leftskip=0pt plus 1fil" : "");
        if (s->section.rule == MKCV_RULE_BELOW) mkcv_buf_puts(out, "\\vskip\\cvrulegap\\cvhairline\\nobreak");
        if (s->section.rule != MKCV_RULE_BELOW) mkcv_buf_puts(out, "\\nointerlineskip");
        mkcv_buf_puts(out, "\\vskip\\cvsectionbelow\\hbox{}\\nobreak\\global\\cvheadtrue}\n");
    }
}

static void put_heads(const struct mkcv_latex *l)
{
    struct mkcv_buf *out = l->out;
    mkcv_latex_section(l, "cvsection");
    mkcv_buf_puts(out,
                  "\\newcommand\\cvgroup[1]{\\cvgap{\\cvgroupabove}{\\cvragged\\cvgrouplook{\\noindent\\cvmark{2}{#1}"
                  "#1\\par}}\\nobreak\\vskip\\cvgroupbelow\\nobreak\\global\\cvheadtrue}\n"
                  "\\newcommand\\cvtopic[1]{\\cvgap{.5\\dimexpr\\cvgroupabove}{\\cvragged\\cvsubgroup{\\noindent#1"
                  "\\par}}\\nobreak\\vskip\\cvgroupbelow\\nobreak\\global\\cvheadtrue}\n");
}

static void put_items(const struct mkcv_latex *l)
{
    mkcv_buf_puts(
        l->out,
        "% text that hangs beside a bullet, a number or a label\n"
        "\\newcommand\\cvhang[3]{{\\cvragged\\leftskip=\\dimexpr#1\\relax\\noindent\\llap{\\hbox "
        "to\\cvwidth{#2\\hss}}#3\\par}}\n"
        "\\newcommand\\cvitem[3]{\\cvgap{\\cvitemskip}\\setlength\\cvwidth{\\cvindent}\\cvhang{#1\\cvwidth}{#2}{#3}}\n"
        "\\newcommand\\cvnumbered[2]{\\cvgap{\\cvworkskip}\\setlength\\cvwidth{\\cvworkindent}\\cvhang{\\cvwidth}{#1}{#"
        "2}}\n");
    if (l->style->listing.form == MKCV_RUN_INLINE) {
        mkcv_buf_puts(l->out, "\\newcommand\\cvlisting[2]{\\cvgap{\\cvlistingskip}{\\cvragged\\noindent#1 #2\\par}}\n");
        return;
    }
    mkcv_buf_puts(
        l->out,
        "\\newcommand\\cvlisting[2]{\\cvgap{\\cvlistingskip}\\setlength\\cvwidth{\\dimexpr\\cvlistingwidth+"
        "\\cvlistinggap}%\n"
        "  \\setbox\\cvbox\\vtop{\\hsize=\\cvlistingwidth\\cvragged\\noindent#1\\par\\global\\cvlines=\\prevgraf}"
        "\\dp\\cvbox=0pt\n"
        "  \\cvhang{\\cvwidth}{\\box\\cvbox}{#2}\\advance\\cvlines-\\prevgraf\n"
        "  \\ifnum\\cvlines>0 \\nobreak\\vskip\\cvlines\\baselineskip\\fi}\n");
}

/* {page} and {pages} are TeX's to count. */
static void put_template(const struct mkcv_latex *l, const char *t)
{
    static const struct {
        const char *name, *tex;
    } names[] = {{"{pages}", "\\cvpages{}"}, {"{page}", "\\thepage{}"}};
    while (t && *t) {
        size_t i = 0, n = sizeof names / sizeof *names, plain = strcspn(t + 1, "{") + 1;
        while (i < n && strncmp(t, names[i].name, strlen(names[i].name)) != 0) i++;
        if (i < n)
            mkcv_buf_puts(l->out, names[i].tex);
        else
            mkcv_latex_escape(l->out, t, plain);
        t += i < n ? strlen(names[i].name) : plain;
    }
}

static bool is_empty(const char *s) { return !s || !*s; }

static bool is_blank(const struct mkcv_running_line *line)
{
    return is_empty(line->left) && is_empty(line->center) && is_empty(line->right);
}

/* Defines the line of a page style: "\def\@oddfoot{...}". */
static void put_running(const struct mkcv_latex *l, const char *name, const struct mkcv_running_line *line, bool shown)
{
    if (!shown || is_blank(line)) {
        mkcv_buf_printf(l->out, "\\let\\@odd%s\\@empty", name);
        return;
    }
    mkcv_buf_printf(l->out, "\\def\\@odd%s{%s\\cvfooter{", name, mkcv_latex_outer(l) ? "\\hspace*{-\\cvcolumn}" : "");
    put_template(l, line->left);
    mkcv_buf_puts(l->out, "\\hfil ");
    put_template(l, line->center);
    mkcv_buf_puts(l->out, "\\hfil ");
    put_template(l, line->right);
    mkcv_buf_puts(l->out, "}}");
}

static void put_page_style(const struct mkcv_latex *l, const char *name, bool head, bool foot)
{
    mkcv_buf_printf(l->out, "\\def\\ps@%s{", name);
    put_running(l, "head", &l->flow->head, head);
    put_running(l, "foot", &l->flow->foot, foot);
    mkcv_buf_puts(l->out, "}\n");
}

static void put_page_styles(const struct mkcv_latex *l)
{
    mkcv_buf_puts(l->out, "% head and foot: the number of pages is known from the second run on\n\\makeatletter\n"
                          "\\providecommand\\cvpages{??}\n"
                          "\\AtEndDocument{\\clearpage\\immediate\\write\\@auxout{\\gdef\\string\\cvpages{"
                          "\\the\\numexpr\\value{page}-1}}}\n");
    put_page_style(l, "cv", true, true);
    put_page_style(l, "cvfirst", l->style->running_head.first, l->style->footer.first);
    mkcv_buf_puts(l->out, "\\makeatother\n\\pagestyle{cv}\n");
}

void mkcv_latex_forms(const struct mkcv_latex *l)
{
    put_lengths(l->out, l->style);
    put_basics(l->out);
    put_header(l);
    mkcv_latex_photo(l);
    put_heads(l);
    mkcv_latex_entries(l);
    put_items(l);
    if (l->flow->sidebar)
        mkcv_latex_sidebar(l);
    else
        mkcv_latex_columns(l);
    put_page_styles(l);
    mkcv_buf_puts(l->out, "\\setlength\\parindent{0pt}\\setlength\\parskip{0pt}\\setlength\\topskip{");
    mkcv_buf_mpt(l->out, capitals(l->style, MKCV_ROLE_PLAIN));
    mkcv_buf_puts(l->out, "bp}\\raggedbottom\n"
                          "\\lineskiplimit=-\\maxdimen \\normallineskiplimit=-\\maxdimen % each leading is kept\n"
                          "\\widowpenalty=10000 \\clubpenalty=10000 \\tolerance=1000 \\emergencystretch=4em "
                          "\\hfuzz=.3pt \\hbadness=10000 "
                          "\\vbadness=10000\n");
}
