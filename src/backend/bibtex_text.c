/* bibtex_text.c - text, titles and names for BibTeX (Patashnik, BibTeXing, 1988) and biber, in UTF-8. */
#include "bibtex.h"
#include "latex.h"
#include "mkcv/language.h"
#include "mkcv/utf8.h"
#include <string.h>
#include <strings.h>

enum { LONG_WORD = 4, WORDS_MOST = 64 };

/* Quotes stay: TeX and the readers of BibTeX know them. */
static const char *escaped(uint32_t c)
{
    switch (c) {
    case '`':
    case '\'':
        return NULL;
    case 0x2013:
        return "--";
    case 0x2014:
        return "---";
    case 0xAD:
    case 0x200B:
        return "";
    default:
        return c < 0x80 ? mkcv_latex_ascii((char)c) : NULL;
    }
}

void mkcv_bibtex_escape(struct mkcv_buf *out, const char *s, size_t n)
{
    const char *end = s + n;
    while (s < end) {
        uint32_t c = mkcv_utf8_next(&s);
        if (!c) break;
        const char *as = escaped(c);
        if (c == '"') { /* of TeX's own, the opening one where a word begins */
            uint32_t before = mkcv_utf8_before(out->s, out->n);
            bool opens = !before || mkcv_is_space(before) || strchr("({[-", (int)before);
            mkcv_buf_puts(out, opens ? "``" : "''");
            continue;
        }
        bool dashes = (c == '-' || c == 0x2013 || c == 0x2014) && out->n && out->s[out->n - 1] == '-';
        if (dashes) mkcv_buf_puts(out, "{}"); /* two of them would be one of another length */
        if (as)
            mkcv_buf_puts(out, as);
        else if (mkcv_is_space(c))
            mkcv_buf_putc(out, ' ');
        else
            mkcv_buf_utf8(out, c);
    }
}

/* How a title's words keep their capitals. */
struct casing {
    bool title;    /* it is one: words are put in braces */
    bool sentence; /* every capital says something */
    bool first;    /* the next word stands at the start, or behind a colon */
};

static bool ends_word(uint32_t c) { return mkcv_is_space(c) || c == 0x2028 || c == '-' || c == '/' || c == 0x2013; }

/* A word with the punctuation around it, [from, end); its core is [first, last). */
struct word {
    const char *from, *first, *last, *end;
};

static struct word word_at(const char *s, const char *end)
{
    struct word w = {s, s, s, s};
    for (const char *p = s; p < end; w.end = p) {
        uint32_t c = mkcv_utf8_next(&p);
        if (ends_word(c)) break;
        if (mkcv_is_punct(c)) continue;
        if (w.last == s) w.first = w.end;
        w.last = p;
    }
    return w;
}

static bool needs_braces(const struct word *w, const struct casing *casing)
{
    size_t letters = 0, capitals = 0;
    bool upper = false; /* the first letter is a capital */
    for (const char *p = w->first; p < w->last;) {
        uint32_t c = mkcv_utf8_next(&p);
        if (!mkcv_is_letter(c)) continue;
        if (!letters++)
            upper = mkcv_is_upper(c);
        else
            capitals += mkcv_is_upper(c);
    }
    if (capitals || (upper && letters == 1 && *w->first != 'A')) return !casing->first || letters > 1;
    return upper && casing->sentence && !casing->first;
}

static void put_words(struct mkcv_buf *out, const char *s, const char *end, struct casing *casing)
{
    while (casing->title && s < end) {
        const char *next = s;
        uint32_t c = mkcv_utf8_next(&next);
        if (ends_word(c)) {
            mkcv_bibtex_escape(out, s, (size_t)(next - s));
            s = next;
            continue;
        }
        struct word w = word_at(s, end);
        bool braces = needs_braces(&w, casing);
        mkcv_bibtex_escape(out, w.from, (size_t)(w.first - w.from));
        mkcv_buf_puts(out, braces ? "{" : "");
        mkcv_bibtex_escape(out, w.first, (size_t)(w.last - w.first));
        mkcv_buf_puts(out, braces ? "}" : "");
        mkcv_bibtex_escape(out, w.last, (size_t)(w.end - w.last));
        casing->first = strchr(":?!.", w.end[-1]) != NULL;
        s = w.end;
    }
    mkcv_bibtex_escape(out, s, (size_t)(end - s));
}

static void put_text(struct mkcv_buf *out, const struct mkcv_text *text, struct casing casing);

/* A formula as it is; one that TeX may not take, as it is read. */
static void put_formula(struct mkcv_buf *out, const struct mkcv_text *text, const struct mkcv_span *span)
{
    const char *s = mkcv_arena_strndup(out->arena, text->s + span->at, span->len);
    if (mkcv_latex_is_formula(s)) {
        mkcv_latex_formula(out, s);
        return;
    }
    struct mkcv_text formula = {.s = NULL};
    mkcv_text_append(out->arena, &formula, s, span->len, &(struct mkcv_span){.marks = MKCV_MARK_MATH});
    formula = *mkcv_text_math(out->arena, &formula);
    for (size_t i = 0; i < formula.spans.count; i++) formula.spans.at[i].marks &= (uint16_t) ~(unsigned)MKCV_MARK_MATH;
    put_text(out, &formula, (struct casing){.title = false});
}

static void put_text(struct mkcv_buf *out, const struct mkcv_text *text, struct casing casing)
{
    for (size_t i = 0; i < text->spans.count; i++) {
        const struct mkcv_span *span = &text->spans.at[i];
        const char *s = text->s + span->at;
        if (span->marks & MKCV_MARK_MATH) {
            put_formula(out, text, span);
            casing.first = false;
            continue;
        }
        int open = mkcv_latex_marks(out, span->marks);
        put_words(out, s, s + span->len, &casing);
        while (open--) mkcv_buf_putc(out, '}');
    }
}

void mkcv_bibtex_text(struct mkcv_buf *out, const struct mkcv_text *text)
{
    put_text(out, text, (struct casing){.title = false});
}

/* Small words of titles that are written large. */
static bool is_particle(const char *s, size_t n)
{
    static const char *const words[] = {"about",  "across",  "after",   "against", "among", "before", "between",
                                        "beyond", "during",  "from",    "into",    "over",  "than",   "that",
                                        "toward", "towards", "through", "under",   "upon",  "using",  "when",
                                        "with",   "within",  "without", "your",    "their", "its"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) == n && !strncmp(words[i], s, n)) return true;
    return false;
}

/* A word of some length is small that would be large in a title of capitals. */
static bool is_sentence(const struct mkcv_text *title)
{
    bool first = true;
    for (const char *s = title->s ? title->s : "", *end = s + strlen(s); s < end;) {
        struct word w = word_at(s, end);
        const char *p = w.first;
        size_t n = (size_t)(w.last - w.first);
        if (n >= LONG_WORD && !first && mkcv_is_lower(mkcv_utf8_next(&p)) && !is_particle(w.first, n)) return true;
        first = first && !n;
        s = w.end;
        if (s < end) mkcv_utf8_next(&s);
    }
    return false;
}

void mkcv_bibtex_title(struct mkcv_buf *out, const struct mkcv_text *title, const char *lang)
{
    bool nouns = lang && mkcv_language_is_same(lang, "de");
    put_text(out, title, (struct casing){.title = true, .sentence = nouns || is_sentence(title), .first = true});
}

/* A name's words, and what they are: given names [0, last), last name [last, suffix). */
struct words {
    struct {
        const char *s;
        size_t n;
    } list[WORDS_MOST];
    size_t count, last, suffix;
};

static bool is_suffix(const char *s, size_t n)
{
    static const char *const suffixes[] = {"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"};
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
        if (strlen(suffixes[i]) == n && !strncmp(suffixes[i], s, n)) return true;
    return false;
}

/* False for a name that is no person's, or has one part alone. */
static bool split_name(const char *s, struct words *w)
{
    static const char *const bodies[] = {"team", "group", "collaboration", "consortium", "committee", "project"};
    *w = (struct words){.count = 0};
    if (strpbrk(s, ",()") || strcasestr(s, " and ")) return false;
    while (*s && w->count < WORDS_MOST) {
        const char *from = s, *end = s;
        while (*s && !mkcv_is_space(mkcv_utf8_next(&s))) end = s;
        if (end == from) continue;
        w->list[w->count].s = from;
        w->list[w->count++].n = (size_t)(end - from);
    }
    if (*s || w->count < 2) return false;
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++)
        if (!strncasecmp(w->list[w->count - 1].s, bodies[i], w->list[w->count - 1].n)) return false;
    w->suffix = w->count - (w->count > 2 && is_suffix(w->list[w->count - 1].s, w->list[w->count - 1].n));
    w->last = w->suffix - 1;
    for (size_t i = w->last; i-- > 1;) { /* "de la Cruz", "Van der Heide" but for its capital */
        const char *p = w->list[i].s;
        if (mkcv_is_lower(mkcv_utf8_next(&p))) w->last = i;
    }
    const char *first = w->list[0].s;
    return !mkcv_is_lower(mkcv_utf8_next(&first));
}

static void put_name_words(struct mkcv_buf *out, const struct words *w, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        if (i > from) mkcv_buf_putc(out, ' ');
        mkcv_bibtex_escape(out, w->list[i].s, w->list[i].n);
    }
}

void mkcv_bibtex_name(struct mkcv_buf *out, const char *name)
{
    struct words w;
    if (!split_name(name, &w)) {
        mkcv_buf_putc(out, '{');
        mkcv_bibtex_escape(out, name, strlen(name));
        mkcv_buf_putc(out, '}');
        return;
    }
    put_name_words(out, &w, w.last, w.suffix);
    mkcv_buf_puts(out, ", ");
    if (w.suffix < w.count) {
        put_name_words(out, &w, w.suffix, w.count);
        mkcv_buf_puts(out, ", ");
    }
    put_name_words(out, &w, 0, w.last);
}

const char *mkcv_bibtex_last_name(struct mkcv_arena *a, const char *name)
{
    struct words w;
    if (!split_name(name, &w)) return name;
    const char *end = w.list[w.suffix - 1].s + w.list[w.suffix - 1].n;
    return mkcv_arena_strndup(a, w.list[w.last].s, (size_t)(end - w.list[w.last].s));
}
