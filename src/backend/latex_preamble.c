/* latex_preamble.c - the head of the file: page, typeface, colours, and a macro for every role and form, from the
 * style.
 *
 * Lengths are PostScript points, TeX's bp. Base packages of TeX Live alone; what an engine lacks is stood in for. */
#include "latex.h"
#include "mkcv/file.h"
#include <string.h>

/* Where engines find a family of the catalogue: its name for fontspec, its package for pdfTeX, the TeX Gyre family that
 * stands in for it. */
static const struct family {
    const char *key, *system, *package, *gyre, *gyre_package;
} families[] = {
    {"libertine", "Linux Libertine O", "libertine", "TeX Gyre Termes", "tgtermes"},
    {"biolinum", "Linux Biolinum O", "biolinum", "TeX Gyre Heros", "tgheros"},
    {"lato", "Lato", "lato", "TeX Gyre Heros", "tgheros"},
    {"inter", "Inter", "inter", "TeX Gyre Heros", "tgheros"},
    {"vollkorn", "Vollkorn", "vollkorn", "TeX Gyre Pagella", "tgpagella"},
    {"tex-gyre-pagella", "TeX Gyre Pagella", "tgpagella", "TeX Gyre Pagella", "tgpagella"},
    {"tex-gyre-termes", "TeX Gyre Termes", "tgtermes", "TeX Gyre Termes", "tgtermes"},
    {"tex-gyre-heros", "TeX Gyre Heros", "tgheros", "TeX Gyre Heros", "tgheros"},
};

static const struct family *lookup_family(const char *key)
{
    for (size_t i = 0; i < sizeof families / sizeof *families; i++)
        if (key && !strcmp(families[i].key, key)) return &families[i];
    return &families[0];
}

const char *mkcv_latex_role(enum mkcv_role role)
{
    /* \cvsection and \cvgroup are the heads themselves */
    if (role == MKCV_ROLE_SECTION) return "sectionlook";
    return role == MKCV_ROLE_GROUP ? "grouplook" : mkcv_role_name(role);
}

static void put_color(const struct mkcv_latex *l, uint32_t color)
{
    const struct {
        uint32_t color;
        const char *name;
    } named[] = {{l->style->color.ink, "cvink"},
                 {l->style->color.grey, "cvgrey"},
                 {l->style->color.accent, "cvaccent"},
                 {l->style->color.rule, "cvrule"}};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        if (named[i].color != color) continue;
        mkcv_buf_printf(l->out, "\\color{%s}", named[i].name);
        return;
    }
    mkcv_buf_printf(l->out, "\\color[HTML]{%06X}", color & 0xFFFFFFu);
}

static void put_size(const struct mkcv_latex *l, int32_t size, int32_t leading)
{
    if (!leading) leading = (int32_t)((int64_t)size * l->style->font.leading / l->style->font.size);
    mkcv_buf_puts(l->out, "\\fontsize{");
    mkcv_buf_mpt(l->out, size);
    mkcv_buf_puts(l->out, "bp}{");
    mkcv_buf_mpt(l->out, leading);
    mkcv_buf_puts(l->out, "bp}\\selectfont");
}

void mkcv_latex_look(const struct mkcv_latex *l, const struct mkcv_look *look)
{
    const char *figures = look->figures == MKCV_FIGURES_LINING     ? "Lining"
                          : look->figures == MKCV_FIGURES_OLDSTYLE ? "OldStyle"
                                                                   : NULL;
    if (look->size) put_size(l, look->size, look->leading);
    if (look->bold) mkcv_buf_puts(l->out, "\\bfseries");
    if (look->italic) mkcv_buf_puts(l->out, "\\itshape");
    if (look->small_caps) mkcv_buf_puts(l->out, "\\scshape");
    if (figures || look->tabular)
        mkcv_buf_printf(l->out, "\\cvfigures{%s%s%s}", figures ? figures : "", figures && look->tabular ? "," : "",
                        look->tabular ? "Monospaced" : "");
    if (look->tracking) {
        mkcv_buf_puts(l->out, "\\cvtracking{");
        mkcv_buf_mpt(l->out, (int64_t)look->tracking * 100); /* fontspec counts hundredths of an em */
        mkcv_buf_puts(l->out, "}");
    }
    if (look->color != MKCV_COLOR_INHERIT) put_color(l, look->color);
}

static void put_length(struct mkcv_buf *out, const char *name, int32_t mpt)
{
    mkcv_buf_printf(out, "\\newcommand\\%s{", name);
    mkcv_buf_mpt(out, mpt);
    mkcv_buf_puts(out, "bp}");
}

static void put_lengths(struct mkcv_buf *out, const struct mkcv_style *s)
{
    const struct {
        const char *name;
        int32_t mpt;
    } lengths[] = {
        {"cvheaderbelow", s->header.below},
        {"cvlabelgap", s->header.label_gap},
        {"cvcontactgap", s->header.contact_gap},
        {"cvsectionabove", s->section.above},
        {"cvsectionbelow", s->section.below},
        {"cvrulegap", s->section.rule_gap},
        {"cvrulewidth", s->section.rule_width},
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
    mkcv_buf_puts(out, "% lengths\n");
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        put_length(out, lengths[i].name, lengths[i].mpt);
        mkcv_buf_puts(out, i % 4 == 3 ? "\n" : " ");
    }
    mkcv_buf_puts(out, "\n");
}

static int32_t column_width(const struct mkcv_style *s)
{
    return s->section.place == MKCV_HEAD_LEFT ? s->section.width + s->section.gap : 0;
}

static void put_bp(struct mkcv_buf *out, const char *before, int32_t mpt)
{
    mkcv_buf_puts(out, before);
    mkcv_buf_mpt(out, mpt);
    mkcv_buf_puts(out, "bp");
}

static void put_page(const struct mkcv_latex *l)
{
    const struct mkcv_style *s = l->style;
    put_bp(l->out, "\\usepackage[paperwidth=", s->page.width);
    put_bp(l->out, ",paperheight=", s->page.height);
    put_bp(l->out, ",left=", s->page.left + column_width(s));
    put_bp(l->out, ",right=", s->page.right);
    put_bp(l->out, ",top=", s->page.top);
    put_bp(l->out, ",bottom=", s->page.bottom);
    put_bp(l->out, ",nohead,footskip=", s->page.bottom - s->footer.distance);
    mkcv_buf_puts(l->out, "]{geometry}\n");
    put_length(l->out, "cvcolumn", column_width(s));
    mkcv_buf_puts(l->out, column_width(s) ? " % section heads hang there, left of the text\n" : "\n");
    mkcv_buf_puts(l->out, "\\usepackage{iftex}\n\\usepackage{xcolor}\n");
    mkcv_buf_printf(l->out,
                    "\\definecolor{cvink}{HTML}{%06X}\\definecolor{cvgrey}{HTML}{%06X}\\definecolor{cvaccent}{HTML}{%"
                    "06X}\\definecolor{cvrule}{HTML}{%06X}\n",
                    s->color.ink, s->color.grey, s->color.accent, s->color.rule);
}

static void put_typeface(const struct mkcv_latex *l)
{
    const struct mkcv_style *s = l->style;
    const struct family *f = lookup_family(s->font.family);
    const char *figures = s->font.figures == MKCV_FIGURES_OLDSTYLE ? "[Numbers=OldStyle]" : "";
    bool sans = !strcmp(f->gyre_package, "tgheros");
    mkcv_buf_printf(l->out,
                    "%% typeface: %s where the engine finds it, else %s\n\\ifPDFTeX\n  "
                    "\\usepackage[T1]{fontenc}\\usepackage{textcomp}\n",
                    f->system, f->gyre);
    mkcv_buf_printf(l->out, "  \\IfFileExists{%s.sty}{\\usepackage{%s}}{\\usepackage{%s}}\n", f->package, f->package,
                    f->gyre_package);
    if (sans) mkcv_buf_puts(l->out, "  \\renewcommand\\familydefault{\\sfdefault}\n");
    mkcv_buf_puts(l->out,
                  "  \\input{glyphtounicode}\\pdfgentounicode=1 % so that copying gives the text\n"
                  "  \\newcommand\\cvfigures[1]{}\\newcommand\\cvtracking[1]{}\n\\else\n  \\usepackage{fontspec}\n");
    mkcv_buf_printf(l->out, "  \\IfFontExistsTF{%s}{\\setmainfont{%s}%s}{\\setmainfont{%s}%s}\n", f->system, f->system,
                    figures, f->gyre, figures);
    mkcv_buf_puts(l->out, "  "
                          "\\newcommand\\cvfigures[1]{\\addfontfeatures{Numbers={#1}}}\\newcommand\\cvtracking[1]{"
                          "\\addfontfeatures{LetterSpace=#1}}\n\\fi\n"
                          "\\usepackage{microtype}\n");
    if (!strncmp(l->flow->lang, "de", 2))
        mkcv_buf_puts(l->out, "\\IfFileExists{ngerman.ldf}{\\usepackage[ngerman]{babel}}{\\hyphenpenalty=10000 } % no "
                              "patterns: no hyphens\n");
    else if (strncmp(l->flow->lang, "en", 2) != 0)
        mkcv_buf_puts(l->out, "\\hyphenpenalty=10000 % TeX's patterns here are English\n");
}

/* Characters outside of the 8-bit encodings, and those that the text's family may lack. */
static void put_characters(const struct mkcv_latex *l, const struct mkcv_latex_needs *needs)
{
    struct mkcv_buf *out = l->out;
    mkcv_buf_puts(out, "% characters beyond the common ones\n\\ifPDFTeX\n"
                       "  \\newcommand\\cvchar[2]{\\ifcsname u8:\\detokenize{#2}\\endcsname#2\\else U+#1\\fi}\n");
    for (size_t i = 0; i < needs->symbols.count; i++)
        mkcv_buf_printf(out, "  \\DeclareUnicodeCharacter{%04X}{\\ensuremath{%s%s}}\n", needs->symbols.at[i],
                        strcmp(mkcv_latex_symbol(needs->symbols.at[i]), "-") != 0 ? "\\" : "",
                        mkcv_latex_symbol(needs->symbols.at[i]));
    for (size_t i = 0; i < 4; i++)
        if (needs->scripts[i])
            mkcv_buf_printf(out, "  \\newcommand\\%s[2]{\\cvchar{#1}{#2}}\n", mkcv_latex_scripts[i].macro);
    mkcv_buf_puts(out, "\\else\n  \\newcommand\\cvchar[2]{\\iffontchar\\font\"#1 #2\\else U+#1\\fi}\n");
    for (size_t i = 0; i < 4; i++) {
        const struct mkcv_latex_script *s = &mkcv_latex_scripts[i];
        if (!needs->scripts[i]) continue;
        mkcv_buf_printf(out, "  \\IfFontExistsTF{%s}{\\newfontfamily\\%sfont{%s}}{\\newcommand\\%sfont{}}\n", s->font,
                        s->macro, s->font, s->macro);
        mkcv_buf_printf(out, "  \\newcommand\\%s[2]{{\\%sfont\\cvchar{#1}{#2}}\\hspace{0pt plus .1pt}}\n", s->macro,
                        s->macro);
    }
    mkcv_buf_puts(out, "\\fi\n");
}

static void put_roles(const struct mkcv_latex *l, const struct mkcv_latex_needs *needs)
{
    mkcv_buf_puts(l->out, "% what a piece of text is, and how it looks\n");
    for (int role = MKCV_ROLE_PLAIN + 1; role < MKCV_ROLE_COUNT; role++) {
        bool head = role == MKCV_ROLE_SECTION || role == MKCV_ROLE_GROUP || role == MKCV_ROLE_SUBGROUP ||
                    role == MKCV_ROLE_NAME || role == MKCV_ROLE_LABEL || role == MKCV_ROLE_CONTACT ||
                    role == MKCV_ROLE_FOOTER || role == MKCV_ROLE_LINK;
        if (!needs->roles[role] && !head) continue;
        mkcv_buf_printf(l->out, "\\newcommand\\cv%s[1]{{", mkcv_latex_role((enum mkcv_role)role));
        mkcv_latex_look(l, &l->style->look[role]);
        mkcv_buf_puts(l->out,
                      role == MKCV_ROLE_SECTION && l->style->section.upper ? "{}\\MakeUppercase{#1}}}\n" : "{}#1}}\n");
    }
}

static void put_section_head(const struct mkcv_latex *l)
{
    struct mkcv_buf *out = l->out;
    const struct mkcv_style *s = l->style;
    mkcv_buf_puts(out, "\\newcounter{cvhead}\n"
                       "\\newcommand\\cvmark[2]{\\stepcounter{cvhead}\\pdfbookmark[#1]{#2}{cv\\thecvhead}}\n"
                       "\\newcommand\\cvhairline{{\\color{cvrule}\\hrule height\\cvrulewidth}}\n");
    mkcv_buf_puts(out, "\\newcommand\\cvsection[1]{\\par\\ifcvhead\\else\\penalty-300\\vskip\\cvsectionabove\\fi\n");
    if (s->section.rule == MKCV_RULE_ABOVE) mkcv_buf_puts(out, "  \\cvhairline\\nobreak\\vskip\\cvrulegap\\cvtop\n");
    mkcv_buf_puts(out, "  \\cvmark{1}{#1}%\n");
    if (s->section.place == MKCV_HEAD_LEFT) {
        mkcv_buf_puts(out, "  \\noindent\\llap{\\smash{\\parbox[t]{\\dimexpr\\cvcolumn-");
        mkcv_buf_mpt(out, s->section.gap);
        mkcv_buf_puts(out, "bp}{\\cvragged\\leavevmode\\cvsectionlook{#1}}}\\hspace*{");
        mkcv_buf_mpt(out, s->section.gap);
        mkcv_buf_puts(out, "bp}}\\strut\\par\\nobreak\\vskip-\\baselineskip\\nobreak\\cvheadtrue}\n");
        return;
    }
    mkcv_buf_puts(out, "  {\\cvragged\\cvsectionlook{#1\\par}}\\nobreak\n");
    if (s->section.rule == MKCV_RULE_BELOW)
        mkcv_buf_puts(out, "  \\vskip-\\prevdepth\\nobreak\\vskip\\cvrulegap\\cvhairline\\nobreak\n");
    mkcv_buf_puts(out, "  \\vskip\\cvsectionbelow\\cvtop\\nobreak\\cvheadtrue}\n");
}

static void put_header(const struct mkcv_latex *l)
{
    struct mkcv_buf *out = l->out;
    const char *separator = l->style->header.separator ? l->style->header.separator : "";
    mkcv_buf_puts(out, "\\newcommand\\cvsep{\\sbox\\cvbox{\\enspace ");
    separator += strspn(separator, " ");
    size_t n = strlen(separator);
    while (n && separator[n - 1] == ' ') n--;
    mkcv_latex_escape(out, separator, n);
    mkcv_buf_puts(out, "\\enspace}\\cleaders\\copy\\cvbox\\hskip\\wd\\cvbox\\relax}\n");
    const char *align = l->style->header.align == MKCV_ALIGN_CENTER ? "\\centering" : "\\cvragged";
    if (l->style->header.form == MKCV_HEADER_STACKED) {
        mkcv_buf_printf(out,
                        "\\newcommand\\cvheader[3]{{%s\\leftskip=-\\cvcolumn\\relax\n"
                        "  "
                        "\\cvname{#1\\par}\\vskip\\cvlabelgap\\cvlabel{#2\\par}\\vskip\\cvcontactgap\\cvcontact{#"
                        "3\\par}}\\vskip\\cvheaderbelow\\cvheadtrue}\n",
                        align);
        return;
    }
    mkcv_buf_puts(
        out, "\\newcommand\\cvheader[3]{\\setbox\\cvbox\\vbox{\\hsize=.4\\linewidth\\raggedleft\\cvcontact{#3\\par}}%\n"
             "  \\noindent\\hspace*{-\\cvcolumn}\\makebox[\\dimexpr\\linewidth+\\cvcolumn][l]{%\n"
             "    "
             "\\parbox[b]{\\dimexpr.6\\linewidth+\\cvcolumn-1em}{\\cvragged\\cvname{#1}\\hspace{\\cvlabelgap}\\cvlabel{"
             "#2}}\\hfill\\box\\cvbox}\\par\n"
             "  \\vskip\\cvheaderbelow\\cvheadtrue}\n");
}

static void put_forms(const struct mkcv_latex *l)
{
    const struct mkcv_style *s = l->style;
    mkcv_buf_puts(l->out,
                  "% forms: each sets the space above itself, none right below a head\n"
                  "\\newsavebox\\cvbox \\newlength\\cvwidth \\newif\\ifcvhead\n"
                  "\\newcommand\\cvragged{\\rightskip=0pt plus 1fil\\parfillskip=0pt\\hyphenpenalty=10000\\relax}\n"
                  "\\newcommand\\cvtop{\\prevdepth=.25\\baselineskip}\n"
                  "\\newcommand\\cvgap[1]{\\par\\ifcvhead\\cvheadfalse\\else\\vskip#1\\relax\\fi}\n");
    put_header(l);
    put_section_head(l);
    mkcv_buf_puts(l->out, "\\newcommand\\cvgroup[1]{\\cvgap{\\cvgroupabove}\\cvmark{2}{#1}{\\cvragged\\cvgrouplook{#"
                          "1\\par}}\\nobreak\\vskip\\cvgroupbelow\\nobreak\\cvheadtrue}\n"
                          "\\newcommand\\cvtopic[1]{\\cvgap{.5\\dimexpr\\cvgroupabove}{\\cvragged\\cvsubgroup{#1\\par}}"
                          "\\nobreak\\vskip\\cvgroupbelow\\nobreak\\cvheadtrue}\n"
                          "\\newcommand\\cvpar[1]{\\cvgap{\\cvparskip}#1\\par}\n"
                          "\\newcommand\\cvtext[1]{\\cvgap{\\cvparskip}{\\cvragged#1\\par}}\n");
    mkcv_buf_puts(l->out,
                  "% an entry: space above, text, date, further paragraphs\n"
                  "\\newcommand\\cvdated[4]{\\cvgap{#1}\\sbox\\cvbox{#3}\\setlength\\cvwidth{\\wd\\cvbox}%\n"
                  "  \\ifdim\\cvwidth=0pt\\setlength\\cvwidth{-\\dimexpr\\cvdategap}\\else\n"
                  "    \\ifdim\\cvwidth<\\cvdatewidth\\setlength\\cvwidth{\\cvdatewidth}\\fi\n"
                  "    \\ifdim\\cvwidth>.4\\linewidth\\setlength\\cvwidth{.4\\linewidth}\\fi\\fi\n  \\noindent");
    if (s->entry.date == MKCV_DATE_LEFT)
        mkcv_buf_puts(l->out, "\\cvaside{\\cvragged\\leavevmode#3}{\\hspace{\\cvdategap}}{}\\cvbeside{#2#4}");
    else
        mkcv_buf_puts(l->out, "\\cvbeside{#2#4}\\cvaside{\\raggedleft\\leavevmode#3}{}{\\hfill}");
    mkcv_buf_puts(
        l->out,
        "\\par\\prevdepth=.3\\baselineskip}\n"
        "\\newcommand\\cvbeside[1]{\\begin{minipage}[t]{\\dimexpr\\linewidth-\\cvwidth-\\cvdategap}\\cvragged"
        "\\leavevmode#1\\strut\\end{minipage}}\n"
        "\\newcommand\\cvaside[3]{\\ifdim\\cvwidth>0pt#3\\begin{minipage}[t]{\\cvwidth}#1\\end{minipage}#2\\fi}\n");
    mkcv_buf_puts(l->out, "\\newcommand\\cventry[3]{\\cvdated{\\cventryskip}{#1}{#2}{#3}}\n"
                          "\\newcommand\\cvline[2]{\\cvdated{\\cvlineskip}{#1}{#2}{}}\n"
                          "\\newcommand\\cvlist[5]{\\cvgap{#1}{\\cvragged\\leftskip=\\dimexpr#2\\relax\\noindent\\llap{"
                          "\\makebox[#3][l]{#4}}#5\\par}}\n"
                          "\\newcommand\\cvitem[3]{\\cvlist{\\cvitemskip}{#1\\dimexpr\\cvindent}{\\cvindent}{#2}{#3}}\n"
                          "\\newcommand\\cvnumbered[2]{\\cvlist{\\cvworkskip}{\\cvworkindent}{\\cvworkindent}{#1}{#2}}\n");
    mkcv_buf_puts(l->out, s->listing.form == MKCV_RUN_INLINE
                              ? "\\newcommand\\cvlisting[2]{\\cvgap{\\cvlistingskip}{\\cvragged#1 #2\\par}}\n"
                              : "\\newcommand\\cvlisting[2]{\\cvgap{\\cvlistingskip}\\setbox\\cvbox\\vtop{\\hsize="
                                "\\cvlistingwidth\\cvragged\\noindent#1\\par}%\n"
                                "  "
                                "{\\cvragged\\leftskip=\\dimexpr\\cvlistingwidth+\\cvlistinggap\\relax\\noindent\\llap{"
                                "\\smash{\\copy\\cvbox}\\hspace*{\\cvlistinggap}}#2\\par\n"
                                "  "
                                "\\setlength\\cvwidth{\\dimexpr\\dp\\cvbox-\\prevgraf\\baselineskip}\\ifdim\\cvwidth>"
                                "0pt\\vskip\\dimexpr\\cvwidth+.75\\baselineskip\\fi}}\n");
    mkcv_buf_puts(l->out, "\\newcommand\\cvcode[1]{\\cvgap{\\cvparskip}{\\cvragged\\ttfamily#1\\par}}\n"
                          "\\newcommand\\cvdivider{\\cvgap{\\cvparskip}\\cvhairline}\n");
}

/* A foot's template: {page} and {pages} are TeX's to count. */
static void put_template(const struct mkcv_latex *l, const char *t)
{
    const struct {
        const char *name, *tex, *text;
    } names[] = {
        {"{pages}", "\\cvpages{}", NULL},
        {"{page}", "\\thepage{}", NULL},
        {"{name}", NULL, l->flow->author},
        {"{title}", NULL, l->flow->title},
        {"{date}", NULL, l->flow->date.year ? mkcv_date_iso(l->out->arena, l->flow->date) : NULL},
    };
    while (t && *t) {
        size_t i = 0, n = sizeof names / sizeof *names;
        while (i < n && strncmp(t, names[i].name, strlen(names[i].name)) != 0) i++;
        if (i == n) {
            mkcv_latex_escape(l->out, t++, 1);
            continue;
        }
        mkcv_buf_puts(l->out, names[i].tex);
        if (names[i].text) mkcv_latex_escape(l->out, names[i].text, strlen(names[i].text));
        t += strlen(names[i].name);
    }
}

static void put_footer(const struct mkcv_latex *l)
{
    mkcv_buf_puts(l->out, "% foot: the number of pages is known from the second run on\n\\makeatletter\n"
                          "\\providecommand\\cvpages{1}\n"
                          "\\AtEndDocument{\\clearpage\\immediate\\write\\@auxout{\\gdef\\string\\cvpages{"
                          "\\the\\numexpr\\value{page}-1}}}\n"
                          "\\def\\ps@cv{\\let\\@oddhead\\@empty\\def\\@oddfoot{\\hspace*{-\\cvcolumn}\\cvfooter{");
    put_template(l, l->style->footer.left);
    mkcv_buf_puts(l->out, "\\hfil ");
    put_template(l, l->style->footer.center);
    mkcv_buf_puts(l->out, "\\hfil ");
    put_template(l, l->style->footer.right);
    mkcv_buf_puts(l->out, "}}}\n\\makeatother\n\\pagestyle{cv}\n");
}

static void put_document_data(const struct mkcv_latex *l)
{
    mkcv_buf_puts(l->out, "\\usepackage[hidelinks,unicode,bookmarksopen]{hyperref}\n\\hypersetup{pdftitle={");
    mkcv_latex_escape(l->out, l->flow->title ? l->flow->title : "", strlen(l->flow->title ? l->flow->title : ""));
    mkcv_buf_puts(l->out, "},pdfauthor={");
    mkcv_latex_escape(l->out, l->flow->author ? l->flow->author : "", strlen(l->flow->author ? l->flow->author : ""));
    mkcv_buf_printf(l->out, "},pdflang={%s}}\n", l->flow->lang);
}

void mkcv_latex_preamble(const struct mkcv_latex *l, const struct mkcv_latex_needs *needs)
{
    mkcv_buf_printf(l->out,
                    "%% Made by mkcv %s in the style %s. Run pdflatex, xelatex or lualatex on it, "
                    "twice.\n\\documentclass{article}\n",
                    MKCV_VERSION, l->style->name ? mkcv_path_base(l->style->name) : "classic");
    put_page(l);
    put_typeface(l);
    put_characters(l, needs);
    put_document_data(l);
    put_lengths(l->out, l->style);
    put_roles(l, needs);
    put_forms(l);
    put_footer(l);
    mkcv_buf_puts(l->out,
                  "\\setlength\\parindent{0pt}\\setlength\\parskip{0pt}\\setlength\\topskip{0pt}\\raggedbottom\n"
                  "\\widowpenalty=10000 \\clubpenalty=10000 \\tolerance=1000 \\emergencystretch=1.5em \\hbadness=10000 "
                  "\\vbadness=10000\n");
    mkcv_buf_puts(l->out, "\\AtBeginDocument{");
    put_size(l, l->style->font.size, l->style->font.leading);
    mkcv_buf_puts(l->out, "\\color{cvink}}\n\n");
}
