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
    bool odd; /* an OpenType font of not 1000 units: of LuaTeX 1.15's PDF readers take its letters for words */
} families[] = {
    {"libertine", "Linux Libertine O", "libertine", "TeX Gyre Termes", "tgtermes", false},
    {"biolinum", "Linux Biolinum O", "biolinum", "TeX Gyre Heros", "tgheros", false},
    {"lato", "Lato", "lato", "TeX Gyre Heros", "tgheros", false},
    {"inter", "Inter", "inter", "TeX Gyre Heros", "tgheros", true},
    {"vollkorn", "Vollkorn", "vollkorn", "TeX Gyre Pagella", "tgpagella", false},
    {"tex-gyre-pagella", "TeX Gyre Pagella", "tgpagella", "TeX Gyre Pagella", "tgpagella", false},
    {"tex-gyre-termes", "TeX Gyre Termes", "tgtermes", "TeX Gyre Termes", "tgtermes", false},
    {"tex-gyre-heros", "TeX Gyre Heros", "tgheros", "TeX Gyre Heros", "tgheros", false},
};

/* By its key or name in the catalogue, which is how the system's begins: "Linux Libertine". */
static const struct family *lookup_family(const char *name)
{
    for (size_t i = 0; name && i < sizeof families / sizeof *families; i++)
        if (!strcasecmp(families[i].key, name) || !strncasecmp(families[i].system, name, strlen(name)))
            return &families[i];
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
    put_bp(l->out, ",left=", s->page.left + (mkcv_latex_outer(l) ? column_width(s) : 0));
    put_bp(l->out, ",right=", s->page.right);
    put_bp(l->out, ",top=", s->page.top);
    put_bp(l->out, ",bottom=", s->page.bottom);
    put_bp(l->out, ",headsep=", s->page.top - s->running_head.distance);
    put_bp(l->out, ",footskip=", s->page.bottom - s->footer.distance);
    mkcv_buf_puts(l->out, "]{geometry}\n");
    put_bp(l->out, "\\newcommand\\cvcolumn{", column_width(s));
    mkcv_buf_puts(l->out, "}");
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
    const char *figures =
        s->font.figures == MKCV_FIGURES_OLDSTYLE ? "[Ligatures=TeXOff,Numbers=OldStyle]" : "[Ligatures=TeXOff]";
    bool sans = !strcmp(f->gyre_package, "tgheros");
    mkcv_buf_printf(l->out,
                    "%% typeface: %s where the engine finds it, else %s\n\\ifPDFTeX\n  "
                    "\\usepackage[T1]{fontenc}\\usepackage{textcomp}\n",
                    f->system, f->gyre);
    mkcv_buf_printf(l->out, "  \\IfFileExists{%s.sty}{\\usepackage{%s}}{\\usepackage{%s}}\n", f->package, f->package,
                    f->gyre_package);
    if (sans) mkcv_buf_puts(l->out, "  \\renewcommand\\familydefault{\\sfdefault}\n");
    mkcv_buf_puts(l->out, "  \\input{glyphtounicode}\\pdfgentounicode=1 % so that copying gives the text\n"
                          "  \\newcommand\\cvfigures[1]{}\\newcommand\\cvtracking[1]{}\n\\else\n  "
                          "\\usepackage{fontspec}\\ifXeTeX\\XeTeXgenerateactualtext=1\\fi\n");
    if (f->odd) mkcv_buf_printf(l->out, "  \\ifLuaTeX\\setmainfont{%s}%s\\else\n", f->gyre, figures);
    mkcv_buf_printf(l->out, "  \\IfFontExistsTF{%s}{\\setmainfont{%s}%s}{\\setmainfont{%s}%s}%s\n", f->system,
                    f->system, figures, f->gyre, figures, f->odd ? "\\fi" : "");
    mkcv_buf_puts(l->out, "  "
                          "\\newcommand\\cvfigures[1]{\\addfontfeatures{Numbers={#1}}}\\newcommand\\cvtracking[1]{"
                          "\\addfontfeatures{LetterSpace=#1}}\n\\fi\n"
                          "\\usepackage{microtype}\n");
    const char *lang = l->flow->lang ? l->flow->lang : "en";
    if (!strncmp(lang, "de", 2))
        mkcv_buf_puts(l->out, "\\IfFileExists{ngerman.ldf}{\\usepackage[ngerman]{babel}}{\\lefthyphenmin=62 } % no "
                              "patterns: no hyphens\n");
    else if (strncmp(lang, "en", 2) != 0)
        mkcv_buf_puts(l->out, "\\lefthyphenmin=62 % TeX's patterns here are English: no hyphens\n");
}

/* The style's own divisions: of words of ASCII, which every engine takes here. */
static void put_exceptions(const struct mkcv_latex *l)
{
    const struct mkcv_words *words = &l->style->text.exceptions;
    const char *before = "\\hyphenation{";
    for (size_t i = 0; i < words->list.count; i++) {
        const char *word = words->list.at[i];
        if (strspn(word, "-abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != strlen(word)) continue;
        mkcv_buf_printf(l->out, "%s%s", before, word);
        before = " ";
    }
    if (*before == ' ') mkcv_buf_puts(l->out, "}\n");
}

/* Characters outside of the 8-bit encodings, and those that the text's family may lack. */
static void put_characters(const struct mkcv_latex *l, const struct mkcv_latex_needs *needs)
{
    struct mkcv_buf *out = l->out;
    mkcv_buf_puts(out,
                  "% characters beyond the common ones\n\\ifPDFTeX\n"
                  "  \\newcommand\\cvchar[2]{\\ifcsname u8:\\detokenize{#2}\\endcsname#2\\else U+#1\\cvbreak\\fi}\n");
    for (size_t i = 0; i < needs->symbols.count; i++)
        mkcv_buf_printf(out, "  \\DeclareUnicodeCharacter{%04X}{\\ensuremath{%s%s}}\n", needs->symbols.at[i],
                        strcmp(mkcv_latex_symbol(needs->symbols.at[i]), "-") != 0 ? "\\" : "",
                        mkcv_latex_symbol(needs->symbols.at[i]));
    for (size_t i = 0; i < 4; i++)
        if (needs->scripts[i])
            mkcv_buf_printf(out, "  \\newcommand\\%s[2]{\\cvchar{#1}{#2}\\hspace{0pt plus .1pt}}\n",
                            mkcv_latex_scripts[i].macro);
    mkcv_buf_puts(out, "\\else\n  \\newcommand\\cvchar[2]{\\iffontchar\\font\"#1 #2\\else{\\normalfont U+#1}\\fi}\n");
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

/* The patterns of a text's own language, where this TeX has them (texlive-lang-*). Babel's \foreignlanguage would do
 * too much, as quotes and spaces are set already. Patterns 255 are none: such words stay whole. LuaTeX loads patterns
 * when they are asked for; English it has as 0. */
static void put_langs(const struct mkcv_latex *l, const struct mkcv_latex_needs *needs)
{
    if (!needs->langs) return;
    mkcv_buf_puts(
        l->out,
        "% text in another language: its own patterns, or no hyphens\n\\ifLuaTeX\n"
        "  \\expandafter\\chardef\\csname cvl@english\\endcsname0\n"
        "  \\newcommand\\cvpatterns[1]{\\ifcsname cvl@#1\\endcsname\\else\\expandafter\\newlanguage\\csname "
        "cvl@#1\\endcsname\\directlua{pcall(function() require('luatex-hyphen') luatexhyphen.loadlanguage('#1', \\the"
        "\\csname cvl@#1\\endcsname) end)}\\fi\\language\\csname cvl@#1\\endcsname}\n\\else\n"
        "  \\newcommand\\cvpatterns[1]{\\language\\ifcsname l@#1\\endcsname\\csname l@#1\\endcsname"
        "\\else255 \\fi}\n\\fi\n"
        "\\newcommand\\cvlang[2]{{\\cvpatterns{#1}\\lefthyphenmin2 \\righthyphenmin3 #2}}\n");
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
        mkcv_buf_puts(l->out, "{}#1}}\n");
    }
}

static void put_quoted(struct mkcv_buf *out, const char *before, const char *text)
{
    mkcv_buf_puts(out, before);
    if (text) mkcv_latex_escape(out, text, strlen(text));
    mkcv_buf_putc(out, '}');
}

/* Titles and bookmarks have no lines to break and no fonts to choose from. */
static void put_document_data(const struct mkcv_latex *l, const struct mkcv_latex_needs *needs)
{
    struct mkcv_buf *out = l->out;
    mkcv_buf_puts(out, "\\usepackage[hidelinks,unicode,bookmarksopen]{hyperref}\n"
                       "\\newcommand\\cvbreak{\\penalty2000\\relax} % where a word that is too long may end its line\n"
                       "\\pdfstringdefDisableCommands{\\def\\cvbreak{}\\def\\allowbreak{}"
                       "\\def\\cvchar#1#2{\\ifPDFTeX\\unichar{\"#1}\\else#2\\fi}");
    for (size_t i = 0; i < 4; i++)
        if (needs->scripts[i]) mkcv_buf_printf(out, "\\let\\%s\\cvchar", mkcv_latex_scripts[i].macro);
    put_quoted(out, "}\n\\hypersetup{pdftitle={", l->flow->title);
    put_quoted(out, ",pdfauthor={", l->flow->author);
    mkcv_buf_printf(out, ",pdflang={%s}}\n", l->flow->lang ? l->flow->lang : "");
}

void mkcv_latex_preamble(const struct mkcv_latex *l, const struct mkcv_latex_needs *needs)
{
    /* the first line is one that editors read */
    mkcv_buf_printf(l->out, "%% !TeX program = %s\n%% Made by mkcv %s in the style %s. Run %s on it, twice.\n",
                    needs->unicode ? "lualatex" : "pdflatex", MKCV_VERSION,
                    l->style->name ? mkcv_path_base(l->style->name) : "classic",
                    needs->unicode ? "lualatex or xelatex (pdflatex lacks some of its characters)"
                                   : "pdflatex, xelatex or lualatex");
    mkcv_buf_printf(l->out, "%s\\documentclass{article}\n", needs->math ? "\\RequirePackage{fix-cm}\n" : "");
    put_page(l);
    put_typeface(l);
    put_exceptions(l);
    put_characters(l, needs);
    put_document_data(l, needs);
    put_langs(l, needs);
    put_roles(l, needs);
    mkcv_latex_forms(l);
    mkcv_buf_puts(l->out, "\\AtBeginDocument{");
    put_size(l, l->style->font.size, l->style->font.leading);
    mkcv_buf_puts(l->out, "\\color{cvink}}\n\n");
}
