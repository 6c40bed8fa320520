/* sentence.c - where sentences, clauses and the members of a list end; see read.h.
 *
 * Brackets and quotes are skipped as a whole; one that is never closed counts as an ordinary character. */
#include "mkcv/read.h"
#include "mkcv/utf8.h"
#include "words.h"
#include <string.h>

#define BRACKET_REACH 600 /* bytes within which a bracket must close */

/* The ASCII mark that a full-width one stands for; other characters are themselves. */
static uint32_t plain_mark(uint32_t c)
{
    switch (c) {
    case 0xff0c:
    case 0x3001:
        return ',';
    case 0xff1b:
        return ';';
    case 0xff1a:
        return ':';
    case 0xff08:
        return '(';
    case 0xff09:
        return ')';
    case 0xff0f:
        return '/';
    case 0xff5c:
        return '|';
    case 0x3002:
        return '.';
    case 0xff01:
        return '!';
    case 0xff1f:
        return '?';
    default:
        return c;
    }
}

static uint32_t closer_of(uint32_t c)
{
    switch (c) {
    case '(':
        return ')';
    case '[':
        return ']';
    case '{':
        return '}';
    case 0x201c:
        return 0x201d;
    case 0x300c:
        return 0x300d;
    case 0x300e:
        return 0x300f;
    case 0x300a:
        return 0x300b;
    case 0x3010:
        return 0x3011;
    default:
        return 0;
    }
}

/* The byte after the bracket or quote that opens at `at`, or 0 when it does not close. */
static size_t skip_bracket(const char *s, size_t at, size_t to)
{
    const char *p = s + at;
    uint32_t open = plain_mark(mkcv_utf8_next(&p)), close = closer_of(open);
    if (!close && open == '"') close = '"';
    if (!close) return 0;
    size_t limit = at + BRACKET_REACH < to ? at + BRACKET_REACH : to;
    int depth = 1;
    while (p < s + limit) {
        uint32_t c = plain_mark(mkcv_utf8_next(&p));
        if (c == close)
            depth--;
        else if (c == open)
            depth++;
        if (!depth) return (size_t)(p - s);
    }
    return 0;
}

/* The comma of "200,000". */
static bool is_in_number(const char *s, size_t at, size_t to)
{
    size_t n = 0;
    while (at + 1 + n < to && mkcv_is_digit((unsigned char)s[at + 1 + n])) n++;
    return n == 3 && at && mkcv_is_digit((unsigned char)s[at - 1]);
}

size_t mkcv_find_outside(const char *s, size_t from, size_t to, const char *marks)
{
    while (from < to) {
        const char *p = s + from;
        uint32_t c = plain_mark(mkcv_utf8_next(&p));
        bool within = (c == ',' && is_in_number(s, from, to)) || (c == ':' && !strncmp(p, "//", 2)); /* "https:" */
        if (c < 0x80 && c && strchr(marks, (int)c) && !within) return from;
        size_t past = skip_bracket(s, from, to);
        from = past ? past : (size_t)(p - s);
    }
    return to;
}

bool mkcv_is_in_brackets(const char *s, size_t from, size_t at)
{
    while (from < at) {
        const char *p = s + from;
        size_t past = skip_bracket(s, from, strlen(s));
        if (past > at) return true;
        mkcv_utf8_next(&p);
        from = past ? past : (size_t)(p - s);
    }
    return false;
}

static bool is_icon(uint32_t c)
{
    return (c >= 0x2190 && c <= 0x2bff) || (c >= 0x1f000 && c <= 0x1faff) || c == 0xfe0f || c == 0x200d ||
           c == 0x200b || c == 0xfffd;
}

static bool is_list_mark(uint32_t c)
{
    c = plain_mark(c);
    return mkcv_is_space(c) || c == 0x2028 || (c < 0x80 && c && strchr(",;:.|-*", (int)c)) ||
           (c >= 0x2010 && c <= 0x2015) || c == 0xb7 || c == 0x2022 || c == 0x2212 || c == 0x30fb;
}

static size_t before(const char *s, size_t at)
{
    do at--;
    while ((s[at] & 0xC0) == 0x80);
    return at;
}

/* "no mar. Revista": the sea ends a sentence, where "mar. 2020" is a month. */
static bool is_word_like_month(const char *s, size_t word, size_t point)
{
    size_t next = point + 1 + strspn(s + point + 1, " ");
    return point - word == 3 && (!strncmp(s + word, "mar", 3) || !strncmp(s + word, "jan", 3)) &&
           !mkcv_is_digit((unsigned char)s[next]);
}

/* The point at byte `at` belongs to an abbreviation. */
static bool is_own_point(const char *s, size_t from, size_t at)
{
    size_t word = at;
    while (word > from && s[word - 1] != ' ' && s[word - 1] != '(' && s[word - 1] != ',') word--;
    if (word == at) return false;
    size_t last = at;
    while (last > word && s[last - 1] != '.') last--;
    return last > word || (mkcv_is_abbreviation(s, word, at) && !is_word_like_month(s, word, at));
}

static bool has_char(const char *s, size_t from, size_t to, uint32_t wanted)
{
    for (const char *p = s + from; p < s + to;)
        if (plain_mark(mkcv_utf8_next(&p)) == wanted) return true;
    return false;
}

/* "DFG-Projekt „Stille Netze“": the German closing quote looks as the English opening one; its partner says which. */
static bool closes_low_quote(const char *s, size_t from, size_t last_at, uint32_t last)
{
    return last == 0x201c && has_char(s, from, last_at, 0x201e);
}

/* Cuts one enclosing or partnerless bracket or quote; false when there is none. */
static bool cut_bracket(const char *s, struct mkcv_range *r)
{
    static const struct {
        uint32_t open, close;
    } pairs[] = {{'(', ')'}, {'[', ']'},       {'{', '}'},       {0x201c, 0x201d},
                 {'"', '"'}, {0x3010, 0x3011}, {0x300c, 0x300d}, {0x300a, 0x300b}};
    const char *p = s + r->from;
    uint32_t first = plain_mark(mkcv_utf8_next(&p));
    size_t inner = (size_t)(p - s), last_at = before(s, r->to);
    const char *q = s + last_at;
    uint32_t last = plain_mark(mkcv_utf8_next(&q));
    if (closes_low_quote(s, r->from, last_at, last)) {
        if (first != 0x201e || has_char(s, inner, last_at, 0x201e)) return false;
        *r = (struct mkcv_range){inner, last_at};
        return true;
    }
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        uint32_t open = pairs[i].open, close = pairs[i].close;
        bool quotes = open == close;
        if (first == open && skip_bracket(s, r->from, r->to) == r->to && inner <= last_at) {
            r->from = inner;
            r->to = last_at;
            return true;
        }
        if ((first == open && !has_char(s, inner, r->to, close)) || (first == close && !quotes)) {
            r->from = inner;
            return true;
        }
        if ((last == close && !has_char(s, r->from, last_at, open)) || (last == open && !quotes)) {
            r->to = last_at;
            return true;
        }
    }
    return false;
}

static void cut_marks(const char *s, struct mkcv_range *r)
{
    while (r->from < r->to) {
        const char *p = s + r->from;
        uint32_t c = mkcv_utf8_next(&p);
        if (!is_list_mark(c) && !is_icon(c)) break;
        r->from = (size_t)(p - s);
    }
    while (r->from < r->to) {
        size_t at = before(s, r->to);
        const char *p = s + at;
        uint32_t c = mkcv_utf8_next(&p);
        if (!is_list_mark(c) && !is_icon(c)) break;
        if (c == '*' || (c == '.' && is_own_point(s, r->from, at))) break;
        r->to = at;
    }
}

struct mkcv_range mkcv_trim(const char *s, struct mkcv_range r)
{
    while (r.from < r.to && (s[r.from] & 0xC0) == 0x80) r.from++;
    do {
        cut_marks(s, &r);
        if (r.from >= r.to) return (struct mkcv_range){r.from, r.from};
    } while (cut_bracket(s, &r));
    return r;
}

/* Words that start a sentence even after an abbreviation's point. */
static bool starts_sentence(const char *s, size_t from, size_t to)
{
    static const char *const starters[] = {
        "I",     "He",   "She",     "My",       "Before",   "The",        "In",         "During", "After",
        "Since", "From", "Now",     "We",       "Our",      "His",        "Her",        "Their",  "This",
        "It",    "Also", "Then",    "Prior",    "At",       "Currently",  "Previously", "Until",  "Besides",
        "They",  "Here", "Earlier", "Recently", "Moreover", "Currently,", NULL};
    for (const char *const *w = starters; *w; w++) {
        size_t n = strlen(*w);
        if (from + n < to && !memcmp(s + from, *w, n) && (s[from + n] == ' ' || s[from + n] == ',')) return true;
    }
    return false;
}

/* The mark at `at` (its end `end`) ends the sentence. */
static bool ends_sentence(const char *s, size_t from, size_t at, size_t end, size_t to)
{
    size_t next = end;
    while (next < to && (s[next] == ' ' || s[next] == '\n' || s[next] == '\t')) next++;
    if (next >= to) return true;
    const char *p = s + next;
    uint32_t c = mkcv_utf8_next(&p);
    if (c == 0x2028) return true;
    if (next == end || mkcv_is_lower(c)) return false;
    if (s[at] != '.') return true;
    size_t word = at;
    while (word > from && s[word - 1] != ' ' && s[word - 1] != '(' && s[word - 1] != '[') word--;
    size_t digits = 0;
    while (word + digits < at && mkcv_is_digit((unsigned char)s[word + digits])) digits++;
    if (word + digits == at && digits) return !(word == from && digits < 3);
    if (!is_own_point(s, from, at)) return true;
    if (at - word == 1) { /* an initial, unless a small word stands before it: "A and B. Then" */
        bool small = word > from + 1 && mkcv_is_lower((unsigned char)s[word - 2]);
        size_t before_word = word > from ? word - 1 : from;
        while (before_word > from && s[before_word - 1] != ' ') before_word--;
        return small && mkcv_is_lower((unsigned char)s[before_word]) && s[next] != 'I' && starts_sentence(s, next, to);
    }
    if (at - word >= 3 && !memcmp(s + at - 3, "etc", 3)) return true;
    return starts_sentence(s, next, to);
}

size_t mkcv_sentence_end(const char *s, size_t from, size_t to)
{
    size_t at = from;
    while (at < to) {
        const char *p = s + at;
        uint32_t c = mkcv_utf8_next(&p);
        size_t end = (size_t)(p - s);
        if (c == 0x2028 || c == 0x3002 || c == 0xff01 || c == 0xff1f) return end;
        if (c == '.' || c == '!' || c == '?') {
            while (end < to && strchr(".!?\"')]", s[end]) && s[end]) end++;
            if (end + 3 <= to && !memcmp(s + end, "\xe2\x80\x9d", 3)) end += 3;
            if (ends_sentence(s, from, at, end, to)) return end;
            at = end;
            continue;
        }
        size_t past = c == '"' ? 0 : skip_bracket(s, at, to);
        at = past ? past : end;
    }
    return to;
}

struct mkcv_range mkcv_link_at(const struct mkcv_text *t, size_t at)
{
    size_t i = 0, last;
    while (i < t->spans.count && t->spans.at[i].at + t->spans.at[i].len <= at) i++;
    if (i >= t->spans.count || !t->spans.at[i].url) return (struct mkcv_range){at, at};
    const char *url = t->spans.at[i].url;
    for (last = i; last + 1 < t->spans.count; last++) /* a link may be partly emphasised */
        if (!t->spans.at[last + 1].url || strcmp(t->spans.at[last + 1].url, url) != 0) break;
    while (i && t->spans.at[i - 1].url && !strcmp(t->spans.at[i - 1].url, url)) i--;
    return (struct mkcv_range){t->spans.at[i].at, t->spans.at[last].at + t->spans.at[last].len};
}

/* A title ends at `end`, and a link of few words follows: a name. */
static bool is_titled(const struct mkcv_text *t, size_t from, size_t end, struct mkcv_range link)
{
    static const char *const titles[] = {"Prof.", "Dr.", "Drs.", "Mr.", "Ms.", "Mrs.", "Profs.", NULL};
    if (link.to <= link.from || link.to - link.from > 60) return false;
    for (const char *const *w = titles; *w; w++) {
        size_t n = strlen(*w);
        if (end - from >= n && !memcmp(t->s + end - n, *w, n) && (end - n == from || t->s[end - n - 1] == ' '))
            return true;
    }
    return false;
}

size_t mkcv_sentence_end_in(const struct mkcv_text *t, size_t from, size_t to)
{
    size_t end = mkcv_sentence_end(t->s, from, to);
    while (end > from && end < to) {
        size_t next = end;
        while (next < to && t->s[next] == ' ') next++;
        if (next < to && is_titled(t, from, end, mkcv_link_at(t, next))) { /* "Prof. [He Ru](url)" */
            end = mkcv_sentence_end(t->s, mkcv_link_at(t, next).to, to);
            continue;
        }
        struct mkcv_range link = mkcv_link_at(t, end - 1);
        if (link.to <= end || link.from < from || link.to > to) break;
        /* a link of several sentences ends them */
        if (link.to - link.from > 60) break;
        end = mkcv_sentence_end(t->s, link.to, to);
    }
    return end;
}

static const char *const ands[] = {"and", "as well as", "&",  "und", "sowie", "et", "y", "e",
                                   "和",  "以及",       "及", "与",  "及び",  "と", NULL};
static const char *const fillers[] = {"etc",       "etc.", "et al.", "et al",        "others", "many others", "so on",
                                      "many more", "more", "amp",    "among others", "usw",    NULL};

/* Where the words of an "and" at `at` end; `at` when there is none. A word's neighbours must be blanks. */
static size_t skip_and(const char *s, size_t from, size_t at, size_t to)
{
    bool after_blank = at == from || s[at - 1] == ' ';
    for (const char *const *w = ands; *w; w++) {
        size_t n = strlen(*w);
        if (at + n >= to || memcmp(s + at, *w, n) != 0) continue;
        bool ascii = (unsigned char)(*w)[0] < 0x80;
        if (ascii ? after_blank && s[at + n] == ' ' : !strcmp(*w, "以及") || !strcmp(*w, "及び")) return at + n;
    }
    return at;
}

static bool is_filler(const char *s, struct mkcv_range r)
{
    for (const char *const *w = fillers; *w; w++)
        if (strlen(*w) == r.to - r.from && !strncasecmp(s + r.from, *w, r.to - r.from)) return true;
    return false;
}

static void push_member(struct mkcv_arena *a, struct mkcv_ranges *out, const char *s, size_t from, size_t to)
{
    struct mkcv_range r = mkcv_trim(s, (struct mkcv_range){from, to});
    size_t past = skip_and(s, r.from, r.from, r.to);
    if (past != r.from) r = mkcv_trim(s, (struct mkcv_range){past, r.to});
    if (r.from < r.to && !is_filler(s, r)) *MKCV_PUSH(a, &out->list) = r;
}

struct mkcv_ranges mkcv_list_split(struct mkcv_arena *a, const char *s, size_t from, size_t to, const char *marks,
                                   bool join)
{
    struct mkcv_ranges out = {.list.at = NULL};
    size_t start = from, at = from;
    while (at < to) {
        const char *p = s + at;
        uint32_t c = plain_mark(mkcv_utf8_next(&p));
        size_t past = join && at > start ? skip_and(s, from, at, to) : at;
        bool comma_in_number = c == ',' && at > from && at + 1 < to && mkcv_is_digit((unsigned char)s[at - 1]) &&
                               mkcv_is_digit((unsigned char)s[at + 1]);
        if (past != at || (c < 0x80 && c && strchr(marks, (int)c) && !comma_in_number)) {
            push_member(a, &out, s, start, at);
            at = past != at ? past : (size_t)(p - s);
            start = at;
            continue;
        }
        size_t bracket = skip_bracket(s, at, to);
        at = bracket ? bracket : (size_t)(p - s);
    }
    push_member(a, &out, s, start, to);
    return out;
}
