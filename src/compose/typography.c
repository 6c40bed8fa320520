/* typography.c - quotes, dashes, ellipses, ranges, ties, and no pictures.
 *
 * Follows Bringhurst, The Elements of Typographic Style, and for ties Knuth, The TeXbook, chapter 14. What is already a
 * typographic sign is left alone. Linear: every look around is bounded by LIMIT_WORD bytes. */
#include "typography.h"
#include "language.h"
#include "mkcv/buf.h"
#include "mkcv/language.h"
#include "mkcv/utf8.h"
#include "pictograph.h"
#include <string.h>
#include <strings.h>

#define LIMIT_WORD 24
#define NBSP 0xa0u
#define NNBSP 0x202fu
#define LINE_BREAK 0x2028u

struct setting {
    struct mkcv_arena *arena;
    const struct mkcv_language *language;
    const char *s;       /* the text that is read */
    size_t n, at, end;   /* of the text; where it is read; of the span at hand */
    struct mkcv_buf run; /* what is written */
    uint32_t before;     /* the code point written last; 0 at the start */
    bool breaks;
    bool inner;  /* a single quote is open */
    bool french; /* the span at hand */
};

static void put(struct setting *t, uint32_t c)
{
    mkcv_buf_utf8(&t->run, c);
    t->before = c;
}

static void put_string(struct setting *t, const char *s)
{
    while (*s) put(t, mkcv_utf8_next(&s));
}

static bool is_digit_at(const struct setting *t, size_t at)
{
    return at < t->n && mkcv_is_digit((unsigned char)t->s[at]);
}

static uint32_t code_point_at(const struct setting *t, size_t at)
{
    const char *p = t->s + at;
    return at < t->n ? mkcv_utf8_next(&p) : 0;
}

/* True where a quote would open. */
static bool is_opening(uint32_t before)
{
    return before == 0 || mkcv_is_space(before) || before == LINE_BREAK ||
           (before < 128 && strchr("([{-/", (int)before)) || before == 0x2013 || before == 0x2014 || before == 0x201c ||
           before == 0x2018 || before == 0x201e || before == 0x201a || before == 0xab;
}

static bool is_word(uint32_t c) { return c && (mkcv_is_letter(c) || mkcv_is_digit(c)); }

static void set_double_quote(struct setting *t)
{
    uint32_t next = code_point_at(t, t->at + 1);
    bool opens = is_opening(t->before) && next && !mkcv_is_space(next);
    put_string(t, opens ? t->language->open : t->language->close);
    ++t->at;
}

/* True when a single quote that closes comes within a few lines. */
static bool closes_later(const struct setting *t)
{
    size_t limit = t->n - t->at > 200 ? t->at + 200 : t->n;
    for (size_t i = t->at + 2; i < limit; ++i)
        if (t->s[i] == '\'' && !is_word(code_point_at(t, i + 1)) && t->s[i - 1] != ' ') return true;
    return false;
}

static void set_single_quote(struct setting *t)
{
    uint32_t next = code_point_at(t, t->at + 1);
    bool open = is_opening(t->before) && is_word(next) && !mkcv_is_digit(next) && !t->inner && closes_later(t);
    bool close = t->inner && !is_word(next);
    if (open)
        put_string(t, t->language->inner_open);
    else if (close)
        put_string(t, t->language->inner_close);
    else
        put(t, 0x2019);
    t->inner = open || (t->inner && !close);
    ++t->at;
}

/* Digits that end before byte `at`: how many, at most 5. */
static size_t digits_before(const struct setting *t, size_t at)
{
    size_t n = 0;
    while (n < 5 && n < at && mkcv_is_digit((unsigned char)t->s[at - 1 - n])) ++n;
    return n;
}

static size_t digits_from(const struct setting *t, size_t at)
{
    size_t n = 0;
    while (n < 5 && is_digit_at(t, at + n)) ++n;
    return n;
}

static int number_at(const struct setting *t, size_t at, size_t n)
{
    int value = 0;
    for (size_t i = 0; i < n; ++i) value = value * 10 + (t->s[at + i] - '0');
    return value;
}

/* True when the hyphen at hand stands between the ends of a range: 2019-2021, 2023-24, 115-122; not in dates, phone
 * numbers, identifiers (2024-05, 555-01-22, x86-64). */
static bool is_range(const struct setting *t)
{
    size_t first = digits_before(t, t->at), second = digits_from(t, t->at + 1);
    if (first < 1 || first > 4 || second < 1 || second > 4 || second > first + 1) return false;
    size_t start = t->at - first, end = t->at + 1 + second;
    if (t->s[start] == '0') return false;
    if (start > 0) {
        uint32_t c = mkcv_utf8_before(t->s, start);
        if (mkcv_is_letter(c) || (c < 128 && strchr("-/._@~+#=", (int)c))) return false;
    }
    uint32_t c = code_point_at(t, end);
    if (mkcv_is_letter(c) || (c && c < 128 && strchr("-/_@=", (int)c)) || (c == '.' && is_digit_at(t, end + 1)))
        return false;
    int from = number_at(t, start, first), to = number_at(t, t->at + 1, second);
    if (first == 4 && second == 2 && from >= 1900 && from < 2100)
        return to == (from + 1) % 100 || (to > 12 && to > from % 100);
    return to > from;
}

static void set_hyphens(struct setting *t)
{
    size_t n = 0;
    while (t->at + n < t->n && t->s[t->at + n] == '-') ++n;
    uint32_t next = code_point_at(t, t->at + n);
    bool spaced = (t->before == ' ' || t->before == NBSP) && (next == ' ' || next == '\n');
    bool option = n == 2 && is_opening(t->before) && mkcv_is_letter(next);
    if (n == 3)
        put(t, 0x2014);
    else if ((n == 2 && !option) || (n == 1 && (spaced || is_range(t))))
        put(t, 0x2013);
    else
        for (size_t i = 0; i < n; ++i) put(t, '-');
    t->at += n;
}

static void set_dots(struct setting *t)
{
    size_t n = 0;
    while (t->at + n < t->n && t->s[t->at + n] == '.') ++n;
    if (n == 3)
        put(t, 0x2026);
    else
        for (size_t i = 0; i < n; ++i) put(t, '.');
    t->at += n;
}

struct word {
    const char *s;
    size_t n;
};

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/* The word that ends before byte `at`, without opening brackets; of one too long, its end. */
static struct word word_before(const struct setting *t, size_t at)
{
    size_t from = at;
    while (from > 0 && at - from < LIMIT_WORD && !is_blank(t->s[from - 1])) --from;
    while (from < at && strchr("([\"'", t->s[from])) ++from;
    return (struct word){t->s + from, at - from};
}

/* The word that starts at byte `at`, without marks at its end. */
static struct word word_from(const struct setting *t, size_t at)
{
    size_t to = at;
    while (to < t->n && to - at < LIMIT_WORD && !is_blank(t->s[to])) ++to;
    while (to > at && strchr(".,;:)]!?", t->s[to - 1])) --to;
    return (struct word){t->s + at, to - at};
}

static bool is_one_of(struct word w, const char *const *words)
{
    for (; *words; ++words)
        if (strlen(*words) == w.n && memcmp(*words, w.s, w.n) == 0) return true;
    return false;
}

static bool is_number(struct word w)
{
    if (w.n == 0 || w.n > 6) return false;
    for (size_t i = 0; i < w.n; ++i)
        if (!mkcv_is_digit((unsigned char)w.s[i]) && !(i && i + 1 < w.n && strchr(".,", w.s[i]))) return false;
    return true;
}

static bool is_month(const struct setting *t, struct word w)
{
    const struct mkcv_language *rows[] = {t->language, mkcv_language_lookup("en")};
    for (size_t i = 0; i < 24; ++i) {
        const char *month = rows[i / 12]->months[i % 12];
        if (strlen(month) == w.n && strncasecmp(month, w.s, w.n) == 0) return true;
    }
    return false;
}

/* "Y." or "J.-P.": the initials of a name. */
static bool is_initials(struct word w)
{
    const char *p = w.s, *end = w.s + w.n;
    if (w.n < 2) return false;
    while (p < end) {
        if (!mkcv_is_upper(mkcv_utf8_next(&p)) || p >= end || *p++ != '.') return false;
        if (p < end && *p == '-') ++p;
    }
    return true;
}

/* True when a line must not end at the blank between bytes `from` and `to`. */
static bool is_tie(const struct setting *t, size_t from, size_t to)
{
    static const char *const titles[] = {"Prof.", "Dr.", "Mr.", "Mrs.", "Ms.", "St.", "Professor", NULL};
    static const char *const counters[] = {"No.",  "no.", "Nr.", "Fig.", "p.", "pp.", "Vol.", "vol.",
                                           "Sec.", "Eq.", "Ch.", "ch.",  "§",  "S.",  "Bd.",  NULL};
    static const char *const units[] = {"pt", "mm", "cm", "m",  "km", "g", "kg", "s", "ms",  "min", "h",   "Hz", "GHz",
                                        "kB", "MB", "GB", "TB", "PB", "K", "%",  "€", "GPU", "EUR", "USD", NULL};
    struct word before = word_before(t, from), after = word_from(t, to);
    uint32_t next = code_point_at(t, to);
    if (before.n == 2 && after.n == 2 && memcmp(before.s, "et", 2) == 0 && memcmp(after.s, "al", 2) == 0) return true;
    if (mkcv_is_upper(next)) {
        if (is_one_of(before, titles) || is_initials(before)) return true;
    } else if (mkcv_is_digit(next) && is_one_of(before, counters)) {
        return true;
    }
    bool day = after.n <= 2 && is_number(after) && is_month(t, before);
    return day || (is_number(before) && (is_one_of(after, units) || (before.n <= 2 && is_month(t, after))));
}

/* The narrow space that French puts before high punctuation and inside of guillemets, where the writer left any. */
static uint32_t french_space(const struct setting *t, uint32_t next)
{
    if (!t->french) return 0;
    if (t->before == 0xab) return NNBSP;
    if (next == ';' || next == '!' || next == '?' || next == 0xbb) return NNBSP;
    return next == ':' ? NBSP : 0;
}

/* The byte after the blanks and pictures at hand: a picture is as good as a blank. */
static size_t gap_end(const struct setting *t, bool *blank, bool *picture)
{
    size_t at = t->at;
    for (size_t n; at < t->end; at += n) {
        n = is_blank(t->s[at]) ? 1 : (unsigned char)t->s[at] >= 0xE2 ? mkcv_pictograph_length(t->s + at) : 0;
        if (!n) break;
        *(is_blank(t->s[at]) ? blank : picture) = true;
    }
    return at;
}

static void set_blanks(struct setting *t)
{
    bool blank = false, picture = false;
    size_t from = t->at;
    t->at = gap_end(t, &blank, &picture);
    uint32_t next = code_point_at(t, t->at), french = french_space(t, next);
    if (t->before == 0 || t->before == ' ' || t->before == LINE_BREAK || t->before == NBSP || next == 0 ||
        next == LINE_BREAK || next == NBSP)
        return;
    if (picture && next < 128 && strchr(".,;:)]!?", (int)next)) return;
    if (picture && (blank ? t->before < 128 && strchr("([{", (int)t->before) : is_opening(t->before))) return;
    put(t, french ? french : is_tie(t, from, t->at) ? NBSP : ' ');
}

static void set_break(struct setting *t)
{
    t->at += strlen("\u2028");
    if (t->before == 0 || t->before == LINE_BREAK || t->at >= t->n) return;
    if (t->breaks)
        put(t, LINE_BREAK);
    else if (t->before != ' ')
        put(t, ' ');
}

/* The length of the address (of the web, or of mail) that starts at byte `at`, or 0. */
static size_t address_from(const struct setting *t, size_t at)
{
    size_t n = strcspn(t->s + at, " \t\n()<>\"");
    const char *s = t->s + at, *scheme = n > 3 ? memmem(s, n, "://", 3) : NULL;
    bool address = scheme || (n > 4 && memcmp(s, "www.", 4) == 0) || (n > 2 && memchr(s + 1, '@', n - 2));
    return address ? n : 0;
}

static void copy(struct setting *t, size_t to)
{
    for (const char *p = t->s + t->at, *end = t->s + to; p < end;) put(t, mkcv_utf8_next(&p));
    t->at = to;
}

/* Ligatures, radicals and letters of formulas that stand for common letters, which every font has and search finds. */
static bool is_variant(uint32_t c)
{
    return (c >= 0xFB00 && c <= 0xFB06) || (c >= 0x2F00 && c <= 0x2FD5) || (c >= 0x1D400 && c <= 0x1D7FF);
}

static void set_one(struct setting *t)
{
    uint32_t c = code_point_at(t, t->at);
    switch (c) {
    case '"':
        set_double_quote(t);
        return;
    case '\'':
        set_single_quote(t);
        return;
    case '-':
        set_hyphens(t);
        return;
    case '.':
        set_dots(t);
        return;
    case ' ':
    case '\t':
    case '\n':
        set_blanks(t);
        return;
    case LINE_BREAK:
        set_break(t);
        return;
    }
    size_t next = t->at + (c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4);
    if (c >= 0x203C && mkcv_pictograph_length(t->s + t->at)) {
        set_blanks(t);
    } else if (is_variant(c)) {
        put_string(t, mkcv_utf8_nfkc(t->arena, mkcv_arena_strndup(t->arena, t->s + t->at, next - t->at)));
        t->at = next;
    } else {
        copy(t, next);
    }
}

/* One span; `verbatim` ends an address that began in it or before. Signs of several bytes may reach into the next. */
static void set_span(struct setting *t, size_t end, bool kept, size_t *verbatim)
{
    t->end = end;
    while (t->at < end) {
        bool starts = t->at == 0 || is_blank(t->s[t->at - 1]) || strchr("(<\"", t->s[t->at - 1]);
        if (!kept && starts && t->at >= *verbatim) *verbatim = t->at + address_from(t, t->at);
        if (kept)
            copy(t, end);
        else if (t->at < *verbatim)
            copy(t, *verbatim < end ? *verbatim : end);
        else
            set_one(t);
    }
}

struct mkcv_text mkcv_typeset_text(struct mkcv_arena *a, const struct mkcv_text *text, const char *lang, bool breaks)
{
    struct mkcv_text out = {.file = text->file};
    struct setting t = {.arena = a, .language = mkcv_language_lookup(lang), .s = text->s, .breaks = breaks};
    size_t verbatim = 0;
    t.n = mkcv_text_length(text);
    if (!t.n) return out;
    out.spans.cap = text->spans.count;
    out.spans.at = MKCV_NEW_ARRAY(a, struct mkcv_span, out.spans.cap);
    mkcv_buf_init_for(&t.run, a, t.n + t.n / 16 + 16); /* signs of three bytes for one */
    for (size_t i = 0; i < text->spans.count; ++i) {
        struct mkcv_span span = text->spans.at[i];
        size_t from = t.run.n;
        t.french = mkcv_language_is_same(span.lang ? span.lang : lang, "fr");
        const char *word = span.url ? mkcv_pictograph_word(text->s, span.at, span.at + span.len) : NULL;
        if (word) put_string(&t, word), t.at = span.at + span.len;
        set_span(&t, span.at + span.len, span.marks & (MKCV_MARK_CODE | MKCV_MARK_MATH), &verbatim);
        span.line = span.column = 0;
        if (span.url && !*span.url) span.url = NULL;
        mkcv_text_cover(a, &out, t.run.n - from, &span);
    }
    out.s = t.run.s;
    return mkcv_text_is_empty(&out) ? (struct mkcv_text){0} : out;
}

const char *mkcv_typeset_string(struct mkcv_arena *a, const char *s, const char *lang)
{
    if (!s) return NULL;
    struct mkcv_text t = mkcv_text_new(a, s, (struct mkcv_loc){0});
    t = mkcv_typeset_text(a, &t, lang, false);
    return t.s ? t.s : "";
}
