/* token.c - running text as words and marks, and phrases found among them; see read.h.
 *
 * It knows no grammar: a phrase is a sequence of folded words, so that "Co-advised by" and "co-advised  by" are the
 * same two words. */
#include "mkcv/read.h"
#include "mkcv/utf8.h"
#include "words.h"
#include <ctype.h>
#include <string.h>

static const char *const abbreviations[] = {
    "prof",  "profs", "dr",   "drs",    "mr",   "mrs",    "ms",   "st",     "vs",   "etc",  "al",   "fig",  "eq",
    "eqs",   "no",    "nos",  "vol",    "pp",   "ed",     "eds",  "univ",   "dept", "inst", "int",  "conf", "proc",
    "trans", "assoc", "asst", "assist", "adv",  "jr",     "sr",   "inc",    "ltd",  "co",   "corp", "dipl", "ing",
    "habil", "rer",   "nat",  "phil",   "sc",   "med",    "jan",  "feb",    "mar",  "apr",  "jun",  "jul",  "aug",
    "sep",   "sept",  "oct",  "nov",    "dec",  "cf",     "resp", "approx", "ca",   "incl", "esp",  "ph",   "bros",
    "mt",    "acad",  "eng",  "natl",   "intl", "comput", "sci",  "lett",   "symp", "mag",  "dir",  "hon",  "hons",
    "gov",   "sen",   "lic",  "mag",    "bzw",  "ggf",    "dra",  "profa",  "sra",  "dott", "mme",  NULL};

bool mkcv_word_in(const char *word, const char *const *list)
{
    for (; *list; list++)
        if (**list == *word && !strcmp(word, *list)) return true;
    return false;
}

static bool is_word_char(uint32_t c) { return c > 0x7f ? mkcv_is_letter(c) : mkcv_is_letter(c) || mkcv_is_digit(c); }

static bool is_joiner(uint32_t c)
{
    return c == '.' || c == '\'' || c == 0x2019 || c == '-' || c == 0x2010 || c == 0x2011 || c == '&' || c == '_' ||
           c == '@' || c == '+';
}

static uint32_t char_at(const char *s, size_t at)
{
    const char *p = s + at;
    return mkcv_utf8_next(&p);
}

/* A point inside a word: "Ph.D", "e.g", "example.com", but not the end of a sentence that lacks its blank. */
static bool is_inner_point(const char *s, size_t start, size_t at, uint32_t next)
{
    size_t segment = at;
    while (segment > start && s[segment - 1] != '.') segment--;
    return at - segment < 3 || !mkcv_is_upper(next);
}

/* The byte after the word that starts at `at`, its closing point not included. */
static size_t end_word(const char *s, size_t at, size_t to)
{
    size_t start = at;
    while (at < to) {
        const char *p = s + at;
        uint32_t c = mkcv_utf8_next(&p);
        if (is_word_char(c)) {
            at = (size_t)(p - s);
            continue;
        }
        uint32_t next = p < s + to ? char_at(s, (size_t)(p - s)) : 0;
        if (!is_joiner(c) || !is_word_char(next) || (c == '.' && !is_inner_point(s, start, at, next))) break;
        at = (size_t)(p - s);
    }
    return at;
}

bool mkcv_is_abbreviation(const char *s, size_t from, size_t to)
{
    char word[16];
    size_t n = 0, letters = 0;
    bool inner = false;
    for (size_t i = from; i < to; i++) {
        if (s[i] == '.')
            inner = true;
        else if ((unsigned char)s[i] >= 0x80)
            letters += (s[i] & 0xC0) != 0x80;
        else
            letters++;
        if (s[i] != '.' && n + 1 < sizeof word) word[n++] = (char)mkcv_lower((unsigned char)s[i]);
    }
    word[n] = 0;
    if (inner) return to - from <= 10;
    if (letters == 1) return mkcv_is_upper(char_at(s, from));
    return to - from < sizeof word && mkcv_word_in(word, abbreviations);
}

/* Folded without blanks: a word's parts count as one. Written at `out`, with room for n + 1 bytes, if it is ASCII. */
static char *fold_word(struct mkcv_arena *a, const char *s, size_t n, char *out)
{
    char *q = out;
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        if (c >= 0x80) {
            out = q = (char *)mkcv_utf8_fold(a, mkcv_arena_strndup(a, s, n));
            for (const char *p = out; *p; p++)
                if (*p != ' ') *q++ = *p;
            break;
        }
        if (c >= 'A' && c <= 'Z')
            *q++ = (char)(c + 32);
        else if ((c >= 'a' && c <= 'z') || mkcv_is_digit(c))
            *q++ = (char)c;
    }
    *q = 0;
    return out;
}

/* "Ph. D.", "M. Sc.": the degree is one word, whatever blank is in it. */
static bool joins_degree(struct mkcv_token *before, const struct mkcv_token *t, const char *s)
{
    static const char *const degrees[][2] = {{"ph", "d"},   {"m", "sc"},   {"b", "sc"},  {"d", "sc"},
                                             {"d", "phil"}, {"m", "phil"}, {"m", "eng"}, {"b", "eng"}};
    if (s[before->to - 1] != '.' || t->from > before->to + 2) return false;
    for (size_t i = 0; i < sizeof degrees / sizeof *degrees; i++)
        if (!strcmp(before->fold, degrees[i][0]) && !strcmp(t->fold, degrees[i][1])) return true;
    return false;
}

struct mkcv_tokens mkcv_tokens_new(struct mkcv_arena *a, const char *s, size_t from, size_t to)
{
    struct mkcv_tokens t = {.list.at = NULL};
    if (from >= to) return t;
    char *folds = mkcv_arena_alloc(a, 2 * (to - from)); /* one for all, so that the list below it grows in place */
    while (from < to) {
        const char *p = s + from;
        uint32_t c = mkcv_utf8_next(&p);
        size_t end = (size_t)(p - s);
        if (!c) break;
        if (mkcv_is_space(c) || c == 0x2028) {
            from = end;
            continue;
        }
        bool word = is_word_char(c);
        if (word) {
            end = end_word(s, from, to);
            if (end < to && s[end] == '.' && mkcv_is_abbreviation(s, from, end)) end++;
        }
        size_t n = end - from;
        const char *fold = word ? fold_word(a, s + from, n, folds) : memcpy(folds, s + from, n);
        const struct mkcv_token token = {.from = from, .to = end, .fold = fold, .word = word};
        struct mkcv_token *last = t.list.count ? &t.list.at[t.list.count - 1] : NULL;
        from = end;
        if (last && joins_degree(last, &token, s)) {
            last->fold = mkcv_arena_printf(a, "%s%s", last->fold, fold);
            last->to = end;
            continue;
        }
        folds += n + 1;
        *MKCV_PUSH(a, &t.list) = token;
    }
    return t;
}

size_t mkcv_phrase_at(const struct mkcv_tokens *t, size_t i, const char *phrase)
{
    for (size_t n = 0; i + n < t->list.count; phrase++) {
        const char *fold = t->list.at[i + n].fold;
        while (*fold && *fold == *phrase) fold++, phrase++;
        if (*fold) return 0;
        n++;
        if (!*phrase) return n;
        if (*phrase != ' ') return 0;
    }
    return 0;
}

size_t mkcv_phrase_find(const struct mkcv_tokens *t, size_t from, size_t to, const char *const *phrases, size_t *len)
{
    for (size_t i = from; i < to && i < t->list.count; i++) {
        size_t best = 0;
        const char first = *t->list.at[i].fold;
        for (const char *const *p = phrases; *p; p++) {
            size_t n = **p == first ? mkcv_phrase_at(t, i, *p) : 0;
            if (n > best && i + n <= to) best = n;
        }
        if (best) {
            *len = best;
            return i;
        }
    }
    *len = 0;
    return (size_t)-1;
}

size_t mkcv_fold_find(const char *folded, const char *phrase)
{
    size_t n = strlen(phrase);
    if (!n) return (size_t)-1;
    bool free_ends = mkcv_is_cjk(char_at(phrase, 0));
    for (const char *p = folded; (p = strstr(p, phrase)); p++) {
        bool starts = p == folded || p[-1] == ' ' || mkcv_is_cjk(mkcv_utf8_before(folded, (size_t)(p - folded)));
        bool ends = !p[n] || p[n] == ' ' || mkcv_is_cjk(char_at(p, n));
        if (free_ends || (starts && ends)) return (size_t)(p - folded);
    }
    return (size_t)-1;
}

bool mkcv_fold_has(const char *folded, const char *phrase) { return mkcv_fold_find(folded, phrase) != (size_t)-1; }

size_t mkcv_words_count_in(const char *s, size_t n)
{
    size_t words = 0;
    bool inside = false;
    for (size_t i = 0; i < n; i++) {
        bool word = isalnum((unsigned char)s[i]) || (unsigned char)s[i] >= 0x80;
        words += word && !inside;
        inside = word;
    }
    return words;
}

size_t mkcv_words_count(const char *s) { return s ? mkcv_words_count_in(s, strlen(s)) : 0; }
