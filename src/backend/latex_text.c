/* latex_text.c - text for TeX: every character is set as it is, whatever it means to TeX.
 *
 * ASCII is escaped by a table; beyond it, characters that every engine's encoding has stand as they are, and all others
 * go through \cvchar (or a script's own macro), which the preamble defines by engine. */
#include "latex.h"
#include "mkcv/language.h"
#include "mkcv/utf8.h"
#include <string.h>

const struct mkcv_latex_script mkcv_latex_scripts[4] = {
    {"cvhan", "Droid Sans Fallback", {{0x2E80, 0x30FF}, {0x3100, 0x9FFF}, {0xF900, 0xFAFF}, {0xFF00, 0xFFEF}}},
    {"cvhangul", "NanumMyeongjo", {{0x1100, 0x11FF}, {0x3130, 0x318F}, {0xAC00, 0xD7AF}}},
    {"cvarabic", "Amiri", {{0x0600, 0x06FF}, {0x0750, 0x077F}, {0xFB50, 0xFEFF}}},
    {"cvhebrew", "Linux Libertine O", {{0x0590, 0x05FF}}},
};

static int script_of(uint32_t c)
{
    for (int s = 0; s < 4; s++)
        for (int i = 0; i < 4 && mkcv_latex_scripts[s].ranges[i][0]; i++)
            if (c >= mkcv_latex_scripts[s].ranges[i][0] && c <= mkcv_latex_scripts[s].ranges[i][1]) return s;
    return -1;
}

const char *mkcv_latex_symbol(uint32_t c)
{
    static const char *const greek[] = {"alpha",  "beta", "gamma", "delta",    "varepsilon", "zeta", "eta",
                                        "theta",  "iota", "kappa", "lambda",   "mu",         "nu",   "xi",
                                        NULL,     "pi",   "rho",   "varsigma", "sigma",      "tau",  "upsilon",
                                        "varphi", "chi",  "psi",   "omega"};
    static const struct {
        uint32_t c;
        const char *name;
    } symbols[] = {
        {0x0393, "Gamma"},
        {0x0394, "Delta"},
        {0x0398, "Theta"},
        {0x039B, "Lambda"},
        {0x039E, "Xi"},
        {0x03A0, "Pi"},
        {0x03A3, "Sigma"},
        {0x03A6, "Phi"},
        {0x03A8, "Psi"},
        {0x03A9, "Omega"},
        {0x2190, "leftarrow"},
        {0x2192, "rightarrow"},
        {0x2194, "leftrightarrow"},
        {0x21D2, "Rightarrow"},
        {0x2200, "forall"},
        {0x2202, "partial"},
        {0x2203, "exists"},
        {0x2208, "in"},
        {0x2212, "-"},
        {0x2217, "ast"},
        {0x221A, "surd"},
        {0x221E, "infty"},
        {0x2223, "mid"},
        {0x2229, "cap"},
        {0x222A, "cup"},
        {0x2243, "simeq"},
        {0x2248, "approx"},
        {0x2260, "neq"},
        {0x2264, "leq"},
        {0x2265, "geq"},
        {0x2282, "subset"},
        {0x2286, "subseteq"},
        {0x2295, "oplus"},
        {0x2297, "otimes"},
        {0x22C5, "cdot"},
        {0x22C6, "star"},
        {0x223C, "sim"},
        {0x2016, "Vert"},
    };
    if (c >= 0x3B1 && c < 0x3B1 + sizeof greek / sizeof *greek) return greek[c - 0x3B1];
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++)
        if (symbols[i].c == c) return symbols[i].name;
    return NULL;
}

/* Letters and signs that T1 and TS1 have as well as any OpenType font. */
static bool is_common(uint32_t c)
{
    return (c >= 0xA1 && c <= 0x17F && c != 0xAD && c != 0x127 && c != 0x138 && c != 0x13F && c != 0x140 &&
            c != 0x149) ||
           (c >= 0x218 && c <= 0x21B) || (c >= 0x2013 && c <= 0x2014) || (c >= 0x2018 && c <= 0x201A) ||
           (c >= 0x201C && c <= 0x201E) || (c >= 0x2020 && c <= 0x2022) || c == 0x2026 || c == 0x2039 || c == 0x203A ||
           c == 0x20AC || c == 0x2122;
}

const char *mkcv_latex_ascii(char c)
{
    switch (c) {
    case '#':
        return "\\#";
    case '$':
        return "\\$";
    case '%':
        return "\\%";
    case '&':
        return "\\&";
    case '_':
        return "\\_";
    case '{':
        return "\\{";
    case '}':
        return "\\}";
    case '~':
        return "\\textasciitilde{}";
    case '^':
        return "\\textasciicircum{}";
    case '\\':
        return "\\textbackslash{}";
    case '<':
        return "\\textless{}";
    case '>':
        return "\\textgreater{}";
    case '|':
        return "\\textbar{}";
    case '"':
        return "\\textquotedbl{}";
    case '`':
        return "\\textasciigrave{}";
    case '\'':
        return "\\textquotesingle{}";
    case '\n':
    case '\t':
        return " ";
    default:
        return NULL;
    }
}

/* Blanks, hyphens and joints that TeX has its own ways for, or NULL. */
static const char *spacing(uint32_t c)
{
    switch (c) {
    case 0xA0:
        return "~";
    case 0x202F:
    case 0x2009:
        return "\\,";
    case 0x2002:
        return "\\enspace{}";
    case 0x2003:
    case 0x3000:
        return "\\quad{}";
    case 0x2028:
        return "\\newline{}";
    case 0x200B:
        return "\\hspace{0pt}";
    case 0x2010:
    case 0x2011:
        return "\\mbox{-}";
    case 0xAD:
    case 0x200C:
    case 0x200D:
    case 0xFE0F:
        return "";
    default:
        return NULL;
    }
}

static void put_beyond_ascii(struct mkcv_buf *out, uint32_t c)
{
    int script = script_of(c);
    if (spacing(c))
        mkcv_buf_puts(out, spacing(c));
    else if (is_common(c))
        mkcv_buf_utf8(out, c);
    else {
        mkcv_buf_printf(out, "\\%s{%04X}{", script < 0 ? "cvchar" : mkcv_latex_scripts[script].macro, c);
        mkcv_buf_utf8(out, c);
        mkcv_buf_putc(out, '}');
    }
}

enum {
    LONG_WORD = 24, /* bytes from which a word may be broken after its punctuation, and, at a price, anywhere */
    PIECE = 8,      /* bytes between two such places */
};

static bool ends_word(uint32_t c) { return mkcv_is_space(c) || c == 0x2028 || c == 0x200B || c == '-'; }

static size_t word_length(const char *s, const char *end)
{
    const char *p = s;
    while (p < end && !ends_word(mkcv_utf8_next(&p))) continue;
    return (size_t)(p - s);
}

static void put_character(struct mkcv_buf *out, uint32_t c)
{
    const char *escaped = c < 0x80 ? mkcv_latex_ascii((char)c) : NULL;
    if (c >= 0x80)
        put_beyond_ascii(out, c);
    else if (escaped)
        mkcv_buf_puts(out, escaped);
    else if (c >= 0x20 && c != 0x7F)
        mkcv_buf_putc(out, (char)c);
}

void mkcv_latex_escape(struct mkcv_buf *out, const char *s, size_t n)
{
    const char *end = s + n;
    size_t word = 0, done = 0; /* bytes of the present word, and those since its last break */
    while (s < end) {
        const char *from = s;
        uint32_t c = mkcv_utf8_next(&s);
        if (!c) break;
        if (!word) word = word_length(from, end), done = 0;
        put_character(out, c);
        /* -- and ,, would become other signs */
        if ((c == '-' || c == ',') && s < end && (uint32_t)(unsigned char)*s == c) mkcv_buf_puts(out, "{}");
        done += (size_t)(s - from);
        if (ends_word(c)) word = 0;
        if (word < LONG_WORD || s >= end) continue;
        bool punctuation = c < 0x80 && strchr("/.?&=_,;:", (int)c);
        if (!punctuation && done < PIECE) continue;
        mkcv_buf_puts(out, punctuation ? "\\allowbreak{}" : "\\cvbreak{}");
        done = 0;
    }
}

int mkcv_latex_marks(struct mkcv_buf *out, unsigned marks)
{
    static const struct {
        unsigned mark;
        const char *macro;
    } macros[] = {{MKCV_MARK_STRONG, "\\textbf{"},
                  {MKCV_MARK_EMPH, "\\emph{"},
                  {MKCV_MARK_CODE, "\\texttt{"},
                  {MKCV_MARK_SUP, "\\textsuperscript{"},
                  {MKCV_MARK_SUB, "\\textsubscript{"}};
    int open = 0;
    for (size_t i = 0; i < sizeof macros / sizeof *macros; i++) {
        if (!(marks & macros[i].mark)) continue;
        mkcv_buf_puts(out, macros[i].macro);
        open++;
    }
    return open;
}

static void put_math(struct mkcv_buf *out, const char *s, size_t n)
{
    char *copy = mkcv_arena_strndup(out->arena, s, n);
    if (mkcv_latex_is_formula(copy)) {
        mkcv_latex_formula(out, copy);
        return;
    }
    /* as readable as in the other back ends: letters and signs instead of commands */
    struct mkcv_text math = {.s = NULL};
    mkcv_text_append(out->arena, &math, s, n, &(struct mkcv_span){.marks = MKCV_MARK_MATH});
    const struct mkcv_text *plain = mkcv_text_math(out->arena, &math);
    for (size_t i = 0; i < plain->spans.count; i++) {
        struct mkcv_span part = plain->spans.at[i];
        int open = mkcv_latex_marks(out, part.marks & (MKCV_MARK_SUP | MKCV_MARK_SUB));
        mkcv_latex_escape(out, plain->s + part.at, part.len);
        while (open--) mkcv_buf_putc(out, '}');
    }
}

/* Addresses keep their bytes: those that TeX would read become %XX, which is the same address. */
static void put_url(struct mkcv_buf *out, const char *url)
{
    for (; *url; url++) {
        unsigned char c = (unsigned char)*url;
        if (c == '%' || c == '#' || c == '&')
            mkcv_buf_printf(out, "\\%c", c);
        else if (c <= ' ' || c >= 0x7F || strchr("\\{}^~\"<>|`", c))
            mkcv_buf_printf(out, "\\%%%02X", c);
        else
            mkcv_buf_putc(out, (char)c);
    }
}

const char *mkcv_latex_language(const char *lang)
{
    static const char *const names[][2] = {
        {"en", "english"},  {"de", "ngerman"},   {"fr", "french"},    {"es", "spanish"},   {"pt", "portuguese"},
        {"it", "italian"},  {"ca", "catalan"},   {"nl", "dutch"},     {"sv", "swedish"},   {"da", "danish"},
        {"no", "bokmal"},   {"fi", "finnish"},   {"pl", "polish"},    {"cs", "czech"},     {"sk", "slovak"},
        {"hr", "croatian"}, {"sl", "slovenian"}, {"hu", "hungarian"}, {"ro", "romanian"},  {"tr", "turkish"},
        {"la", "latin"},    {"eu", "basque"},    {"ru", "russian"},   {"uk", "ukrainian"}, {"el", "monogreek"},
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (mkcv_language_is_same(names[i][0], lang)) return names[i][1];
    return lang;
}

static void put_span(struct mkcv_buf *out, const char *s, const struct mkcv_span *span)
{
    if (span->lang) mkcv_buf_printf(out, "\\cvlang{%s}{", mkcv_latex_language(span->lang));
    int open = mkcv_latex_marks(out, span->marks) + (span->lang != NULL);
    if (span->marks & MKCV_MARK_MATH)
        put_math(out, s + span->at, span->len);
    else
        mkcv_latex_escape(out, s + span->at, span->len);
    while (open--) mkcv_buf_putc(out, '}');
}

static bool has_link(const struct mkcv_span *s) { return s->url && *s->url; }

static bool is_same_run(const struct mkcv_span *a, const struct mkcv_span *b)
{
    return a->role == b->role && has_link(a) == has_link(b) && (!has_link(a) || !strcmp(a->url, b->url));
}

void mkcv_latex_text(const struct mkcv_latex *l, const struct mkcv_text *text, enum mkcv_role base)
{
    for (size_t i = 0; i < text->spans.count;) {
        const struct mkcv_span *first = &text->spans.at[i];
        int open = 0;
        if (has_link(first)) {
            mkcv_buf_puts(l->out, "\\href{");
            put_url(l->out, first->url);
            mkcv_buf_puts(l->out, "}{");
            open++;
        }
        if (has_link(first) && l->style->look[first->role].color == MKCV_COLOR_INHERIT &&
            l->style->look[base].color == MKCV_COLOR_INHERIT && first->role != MKCV_ROLE_LINK) {
            mkcv_buf_puts(l->out, "\\cvlink{");
            open++;
        }
        if (first->role != MKCV_ROLE_PLAIN && first->role != base) {
            mkcv_buf_printf(l->out, "\\cv%s{", mkcv_latex_role((enum mkcv_role)first->role));
            open++;
        }
        do put_span(l->out, text->s, &text->spans.at[i++]);
        while (i < text->spans.count && is_same_run(first, &text->spans.at[i]));
        while (open--) mkcv_buf_putc(l->out, '}');
    }
}

static void note_characters(struct mkcv_latex_needs *needs, struct mkcv_arena *a, const char *s)
{
    while (s && *s) {
        uint32_t c = mkcv_utf8_next(&s);
        if (c < 0x80 || is_common(c)) continue;
        int script = script_of(c);
        if (script >= 0) needs->scripts[script] = true;
        bool known = !mkcv_latex_symbol(c);
        if (known && !spacing(c)) needs->unicode = true;
        for (size_t i = 0; i < needs->symbols.count && !known; i++) known = needs->symbols.at[i] == c;
        if (!known) *MKCV_PUSH(a, &needs->symbols) = c;
        needs->math = needs->math || needs->symbols.count;
    }
}

void mkcv_latex_note_text(struct mkcv_latex_needs *needs, struct mkcv_arena *a, const struct mkcv_text *text)
{
    const struct mkcv_text *plain = mkcv_text_math(a, text); /* formulas that TeX may not take are set so */
    if (plain != text) note_characters(needs, a, plain->s);
    for (size_t i = 0; i < text->spans.count; i++) {
        needs->roles[text->spans.at[i].role] = true;
        if (text->spans.at[i].marks & MKCV_MARK_MATH) needs->math = true;
        if (text->spans.at[i].lang) needs->langs = true;
    }
    note_characters(needs, a, text->s);
}
