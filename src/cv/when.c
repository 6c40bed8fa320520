/* when.c - ranges and lists of dates in text; see read.h. */
#include "date.h"
#include "mkcv/read.h"
#include "mkcv/utf8.h"
#include "words.h"
#include <string.h>

#define YEARS_AT_MOST 64 /* of a list, ranges included */
#define YEARS_FALLING 25 /* of a range that names its last year first; more are two dates */

/* What one member of a list says. */
struct part {
    struct mkcv_date start, end;
    bool current, range;
};

static const char *const dashes[] = {"---",
                                     "--",
                                     "-",
                                     "\xe2\x80\x93",
                                     "\xe2\x80\x94",
                                     "\xe2\x88\x92",
                                     "\xe2\x88\xbc",
                                     "~",
                                     "\xe2\x80\x90",
                                     "\xe2\x80\x91",
                                     "\xe2\x80\x92",
                                     "\xe2\x80\x95",
                                     "\xef\xbd\x9e",
                                     "\xe3\x80\x9c",
                                     "\xe2\x86\x92",
                                     "至",
                                     "から",
                                     "〜",
                                     "～",
                                     NULL};
static const char *const to_words[] = {"to", "until", "till", "through", "bis", "au",
                                       "a",  "al",    "ate",  "hasta",   "and", NULL};
static const char *const from_words[] = {"from", "between", "von",      "de",  "del", "du", "desde",
                                         "dal",  "entre",   "zwischen", "tra", "fra", NULL};
/* Behind "between" an "and" leads to the end of the range. */
static const char *const between_words[] = {"between", "entre", "zwischen", "tra", "fra", NULL};
static const char *const and_words[] = {"and", "y", "e", "et", "und", NULL};
static const char *const since_words[] = {"since", "seit",  "ab",       "da",     "depuis",    "desde",
                                          "dal",   "dalla", "starting", "starts", "beginning", NULL};
static const char *const open_words[] = {
    "present", "now",   "today",   "current", "currently", "ongoing",      "date",       "onwards", "onward",
    "heute",   "jetzt", "laufend", "aujourd", "actuel",    "actuellement", "actualidad", "actual",  "presente",
    "hoy",     "hoje",  "atual",   "oggi",    "attuale",   "ongo",         NULL};
static const char *const open_marks[] = {"至今", "现在", "現在", "今", "현재", "지금", NULL};

static size_t skip_dash(const char *s, size_t at, size_t to)
{
    at = mkcv_date_blank(s, at, to);
    for (const char *const *d = dashes; *d; d++)
        if (mkcv_date_has(s, at, to, *d)) return at + strlen(*d);
    return 0;
}

static size_t skip_words(const char *s, size_t at, size_t to, const char *const *list)
{
    char word[MKCV_DATE_WORD];
    size_t start = mkcv_date_blank(s, at, to), end = mkcv_date_word(s, start, to, word);
    return end != start && mkcv_word_in(word, list) ? end : 0;
}

/* The words of an open end at `at`: the byte after them or 0. */
static size_t skip_open(const char *s, size_t at, size_t to)
{
    at = mkcv_date_blank(s, at, to);
    for (const char *const *m = open_marks; *m; m++)
        if (mkcv_date_has(s, at, to, *m)) return at + strlen(*m);
    if (mkcv_date_has(s, at, to, "the ")) at += 4;
    size_t end = skip_words(s, at, to, open_words);
    if (end && mkcv_date_has(s, end, to, "'hui")) end += 4;
    if (end && mkcv_date_has(s, end, to, "\xe2\x80\x99hui")) end += 6;
    return end;
}

/* A dash with nothing behind it that goes on: "2018-" before a bracket, a comma, the end. */
static bool is_open_dash(const char *s, size_t at, size_t to)
{
    at = mkcv_date_blank(s, at, to);
    if (at >= to) return true;
    const char *p = s + at;
    uint32_t c = mkcv_utf8_next(&p);
    return c == 0x2028 || c == 0xff09 || c == 0xff0c || (c < 0x80 && strchr(")],;:|", (int)c));
}

/* "2023 ~ Lecturer": a wave that ends at `at` before a blank stands for a span and parts nothing. */
static bool is_wave(const char *s, size_t at, size_t to)
{
    if (at < to && mkcv_date_blank(s, at, to) == at) return false;
    return s[at - 1] == '~' || (at >= 3 && (!memcmp(s + at - 3, "〜", 3) || !memcmp(s + at - 3, "～", 3)));
}

/* The second year of "2019-23", "2019/20". */
static size_t read_short_year(const char *s, size_t at, size_t to, struct mkcv_date first, struct mkcv_date *d)
{
    int y;
    at = mkcv_date_blank(s, at, to);
    if (at < to && s[at] == '\'') at++;
    size_t n = mkcv_date_digits(s, at, to, &y);
    const char *behind = s + at + 2;
    if (n != 2 || (at + 2 < to && mkcv_is_letter(mkcv_utf8_next(&behind)))) return 0;
    int more; /* "19/2020" is a month and a year, or a day and a month */
    if (at + 2 < to && strchr("./-", s[at + 2]) && mkcv_date_digits(s, at + 3, to, &more) == 4) return 0;
    int full = first.year / 100 * 100 + y;
    if (full < first.year) full += 100;
    if (full - first.year > 45) return 0;
    *d = (struct mkcv_date){(short)full, 0, 0};
    return at + 2;
}

/* "the summer of", "early" before a year: the byte behind, or `at`. */
static size_t skip_season(const char *s, size_t at, size_t to)
{
    static const char *const the[] = {"the", NULL}, *const parts[] = {"early", "late", "mid", NULL},
                             *const of[] = {"of", NULL}, *const seasons[] = {"spring", "summer", "fall",  "autumn",
                                                                             "winter", "end",    "start", "beginning",
                                                                             "middle", NULL};
    size_t article = skip_words(s, at, to, the), from = article ? article : at;
    size_t part = skip_words(s, from, to, parts), season = skip_words(s, part ? part : from, to, seasons);
    size_t behind = season ? skip_words(s, season, to, of) : 0;
    return behind ? mkcv_date_blank(s, behind, to) : part ? mkcv_date_blank(s, part, to) : at;
}

/* The end of a range whose dash or "to" ends at `at`; 0 when there is none. */
static size_t read_end(const char *s, size_t at, size_t to, struct part *p)
{
    size_t next = skip_season(s, mkcv_date_blank(s, at, to), to), end = skip_open(s, next, to);
    if (end) {
        p->current = true;
        return end;
    }
    struct mkcv_date d;
    end = mkcv_date_read(s, next, to, &d);
    if (end != next && d.year && (!p->start.year || mkcv_date_compare(d, p->start) >= 0 || d.year == p->start.year)) {
        p->end = d;
        if (!p->start.year) p->start.year = d.year;
        return end;
    }
    bool falls = end != next && d.year && !d.month && !p->start.month && d.year < p->start.year;
    if (falls && p->start.year - d.year <= YEARS_FALLING) { /* 2026--2021 */
        p->end = p->start;
        p->start = d;
        return end;
    }
    if (end != next && !d.year && d.month && p->start.year) { /* 2024 Jan - Mar */
        p->end = (struct mkcv_date){p->start.year, d.month, 0};
        return end;
    }
    if (p->start.month && !p->start.day) { /* 2024年4月 ~ 10月 */
        int month;
        size_t n = mkcv_date_digits(s, next, to, &month);
        if (n && n <= 2 && month >= p->start.month && month <= 12 && mkcv_date_has(s, next + n, to, "月")) {
            p->end = (struct mkcv_date){p->start.year, (signed char)month, 0};
            return next + n + strlen("月");
        }
    }
    if (p->start.year && !p->start.month) return read_short_year(s, next, to, p->start, &p->end);
    return 0;
}

/* One date or range at `at`: the byte after it, or `at`. */
static size_t read_part(const char *s, size_t at, size_t to, struct part *p)
{
    *p = (struct part){.current = false};
    size_t since = skip_words(s, at, to, since_words), from = since ? since : skip_words(s, at, to, from_words);
    size_t start = from ? skip_season(s, mkcv_date_blank(s, from, to), to) : at;
    /* "2010–12" with an en dash is a range, and so is 2010-15, where month 15 is none. */
    size_t end = mkcv_date_read(s, start, to, &p->start);
    if (end == start) return at;
    if (!p->start.day && p->start.month && !p->start.year) {
        size_t dash = skip_dash(s, end, to), word = dash ? dash : skip_words(s, end, to, to_words);
        size_t past = word ? read_end(s, word, to, p) : 0;
        if (!past || p->current) return at;
        p->range = true;
        return past;
    }
    struct mkcv_date month;
    if (!p->start.month && end + 3 < to && strchr("-./", s[end]) && mkcv_is_letter((unsigned char)s[end + 1])) {
        size_t named = mkcv_date_read(s, end + 1, to, &month); /* 2025-Feb */
        if (named != end + 1 && !month.year && month.month) {
            p->start.month = month.month;
            end = named;
        }
    }
    size_t dash = skip_dash(s, end, to), past = 0;
    if (dash) past = read_end(s, dash, to, p);
    if (!past && (from || !dash)) {
        size_t word = skip_words(s, end, to, to_words);
        char and_word[MKCV_DATE_WORD] = "";
        if (word) mkcv_date_word(s, mkcv_date_blank(s, end, to), to, and_word);
        if (word && strcmp(and_word, "and") != 0) past = read_end(s, word, to, p);
        size_t joint = skip_words(s, at, to, between_words) ? skip_words(s, end, to, and_words) : 0;
        if (joint && !past) past = read_end(s, joint, to, p);
    }
    if (past) {
        p->range = true;
        return past;
    }
    p->current = since != 0;
    if (dash && (is_open_dash(s, dash, to) || is_wave(s, dash, to))) {
        p->current = p->range = true;
        return dash;
    }
    size_t open = skip_open(s, end, to);
    if (open) p->current = true;
    if (mkcv_date_has(s, end, to, "起") || mkcv_date_has(s, end, to, "度")) end += 3;
    return open ? open : end;
}

/* After a date, what may lead to the next of a list: "/", ",", "&", "and". */
static size_t skip_separator(const char *s, size_t at, size_t to)
{
    size_t next = mkcv_date_blank(s, at, to);
    if (next >= to) return 0;
    static const char *const marks[] = {"/", ",", "&", ";", "、", "，", "／", "+"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (mkcv_date_has(s, next, to, marks[i])) {
            next = mkcv_date_blank(s, next + strlen(marks[i]), to);
            return mkcv_date_has(s, next, to, "and ") ? next + 4 : next;
        }
    static const char *const ands[] = {"and ", "und ", "et ", "e ", "y "};
    for (size_t i = 0; next != at && i < sizeof ands / sizeof *ands; i++)
        if (mkcv_date_has(s, next, to, ands[i])) return next + strlen(ands[i]);
    return 0;
}

static void add_years(struct mkcv_arena *a, struct mkcv_when *w, const struct part *p)
{
    if (p->current) {
        w->current = true;
        w->start = p->start;
    }
    if (!p->range || p->current) {
        if (w->dates.count < YEARS_AT_MOST) *MKCV_PUSH(a, &w->dates) = p->start;
        return;
    }
    for (short y = p->start.year; y <= p->end.year && w->dates.count < YEARS_AT_MOST; y++)
        *MKCV_PUSH(a, &w->dates) = (struct mkcv_date){y, 0, 0};
}

static void set_one(struct mkcv_when *w, const struct part *p)
{
    w->current = p->current;
    if (p->range || p->current) w->start = p->start;
    w->end = p->current ? (struct mkcv_date){0, 0, 0} : p->range ? p->end : p->start;
}

/* The next member of a list of years; two-digit years may follow a slash ("2022/23/24"). */
static size_t read_next(const char *s, size_t at, size_t to, const struct part *last, struct part *p)
{
    size_t next = mkcv_date_blank(s, at, to), end = read_part(s, next, to, p);
    bool alike = end != next && !p->start.day && (last->start.month || !p->start.month || last->range);
    if (alike) return end;
    *p = (struct part){.current = false};
    bool slash = at > 0 && s[at - 1] == '/';
    size_t short_end = slash && !last->start.month
                           ? read_short_year(s, next, to, last->range ? last->end : last->start, &p->start)
                           : 0;
    return short_end;
}

bool mkcv_when_read(struct mkcv_arena *a, const char *s, size_t from, size_t to, struct mkcv_when *out)
{
    *out = (struct mkcv_when){.from = from};
    struct part first, next;
    size_t end = read_part(s, from, to, &first);
    if (end == from) return false;
    set_one(out, &first);
    out->to = end;
    struct part last = first;
    for (size_t sep; (sep = skip_separator(s, end, to)) != 0; last = next) {
        size_t past = read_next(s, sep, to, &last, &next);
        if (!past) break;
        if (!out->dates.count) add_years(a, out, &first);
        add_years(a, out, &next);
        out->to = end = past;
    }
    if (out->dates.count) {
        out->start = out->current ? out->start : (struct mkcv_date){0, 0, 0};
        out->end = (struct mkcv_date){0, 0, 0};
    }
    return true;
}

/* A date may start at `at`: no letter, digit or decimal point before it (but an apostrophe year follows a word). */
static bool may_start(const char *s, size_t from, size_t at)
{
    if (at == from) return true;
    uint32_t c = mkcv_utf8_before(s, at);
    if (s[at] == '\'' || (unsigned char)s[at] == 0xe2 || s[at] == '`')
        return mkcv_is_letter(c) || mkcv_is_space(c) || mkcv_is_punct(c);
    if (mkcv_is_digit(c) || c == '$' || c == 0x20ac || c == '_' || c == '#' || c == '=') return false;
    if ((c == '/' || c == '.' || c == ',') && at - from > 1 && mkcv_is_digit((unsigned char)s[at - 2])) return false;
    return !mkcv_is_letter(c) || mkcv_is_cjk(c);
}

bool mkcv_when_find(struct mkcv_arena *a, const char *s, size_t from, size_t to, struct mkcv_when *out)
{
    bool in_word = false;
    for (size_t at = from; at < to;) {
        unsigned char c = (unsigned char)s[at];
        bool letter = mkcv_is_letter(c) && c < 0x80, digit = mkcv_is_digit(c);
        bool candidate =
            (digit || (letter && !in_word) || c == '\'' || c == '`' || c == 0xe2) && may_start(s, from, at);
        if (candidate && mkcv_when_read(a, s, at, to, out)) return true;
        const char *p = s + at;
        uint32_t u = mkcv_utf8_next(&p);
        in_word = letter || digit || (u >= 0x80 && u != 0x2028);
        at = (size_t)(p - s);
    }
    return false;
}
