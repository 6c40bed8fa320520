/* hyphen.c - Liang's patterns, matched in the compiled trie where it lies in the program: nothing is loaded.
 *
 * A dictionary of two levels (German) divides a compound by the first and its words by the second, as libhyphen does.
 *
 * The file (hyphen/TAG, made by tool/hyphen_compile.c; numbers little-endian, bytes in brackets):
 *     "HYP2"  left minimum (1)  right minimum (1)  the same inside a compound (1, 1)  levels (1)  letters (1)  size of
 * the pool (4) of each of two levels: records (4)  the root's first child (4)  and how many (4) letters, code points in
 * order (4 each); the class of a letter is 1 + its place, '.' marks the ends of a word pool: count (1), then so many
 * pairs: distance back from the pattern's end (1)  digit (1) records of the first level, of the second (7 each): class
 * (1)  children (1)  first child (3)  1 + place in the pool of the pattern that ends here, or 0 (2) */
#include "mkcv/hyphen.h"
#include "mkcv/embedded.h"
#include "mkcv/utf8.h"
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#define WORD_MAX 255 /* bytes */
#define RECORD_SIZE 7
#define HEAD_SIZE 38

/* Where the numbers of the head stand. */
enum {
    HEAD_LEFT = 4,
    HEAD_RIGHT = 5,
    HEAD_INNER_LEFT = 6,
    HEAD_INNER_RIGHT = 7,
    HEAD_LEVELS = 8,
    HEAD_LETTERS = 9,
    HEAD_POOL = 10,
    HEAD_ROOTS = 14,
};

struct mkcv_hyphen {
    unsigned char bytes[HEAD_SIZE]; /* and what follows them in the file */
};

/* A word as classes (0: no letter of the patterns). */
struct spelling {
    uint8_t class[WORD_MAX];
    uint8_t at[WORD_MAX]; /* byte of the word */
    unsigned n;
};
/* One level's trie. */
struct trie {
    const unsigned char *pool, *records;
    uint32_t first, count; /* the root's children */
    uint8_t dot;           /* class of '.' */
};

static uint32_t read_number(const unsigned char *p, int bytes)
{
    uint32_t v = 0;
    while (bytes--) v = v << 8 | p[bytes];
    return v;
}

/* Languages whose words are divided as another's. */
static const char aliases[][2][8] = {
    {"bs", "hr"}, {"nn", "nb"}, {"no", "nb"}, {"sh", "sr-Latn"}, {"sr-ME", "sr-Latn"},
};

static const struct mkcv_embedded *lookup_tag(const char *tag, size_t n)
{
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
        if (strlen(aliases[i][0]) != n || strncasecmp(aliases[i][0], tag, n)) continue;
        tag = aliases[i][1];
        n = strlen(tag);
    }
    for (const struct mkcv_embedded *e = mkcv_embedded_files; e->name; e++) {
        if (strncmp(e->name, "hyphen/", 7) || strlen(e->name) != 7 + n) continue;
        size_t i = 0;
        while (i < n && !strncasecmp(e->name + 7 + i, tag[i] == '_' ? "-" : tag + i, 1)) i++;
        if (i == n) return e;
    }
    return NULL;
}

const struct mkcv_hyphen *mkcv_hyphen_lookup(const char *lang)
{
    for (size_t n = lang ? strlen(lang) : 0; n;) {
        const struct mkcv_embedded *e = lookup_tag(lang, n);
        if (e && e->end - e->data > HEAD_SIZE && !memcmp(e->data, "HYP2", 4))
            return (const struct mkcv_hyphen *)e->data;
        while (n && lang[n - 1] != '-' && lang[n - 1] != '_') n--;
        if (n) n--;
    }
    return NULL;
}

static uint8_t class_of(const struct mkcv_hyphen *h, uint32_t c)
{
    const unsigned char *letters = h->bytes + HEAD_SIZE;
    uint32_t low = 0, high = h->bytes[HEAD_LETTERS];
    while (low < high) {
        uint32_t middle = (low + high) / 2, letter = read_number(letters + 4 * middle, 4);
        if (letter == c) return (uint8_t)(middle + 1);
        if (letter < c)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

static void spell(const struct mkcv_hyphen *h, const char *word, size_t n, struct spelling *s)
{
    s->n = 0;
    for (const char *p = word; p < word + n;) {
        s->at[s->n] = (uint8_t)(p - word);
        uint32_t c = mkcv_utf8_next(&p);
        if (!c) break;
        s->class[s->n++] = class_of(h, mkcv_lower(c));
    }
}

static struct trie trie_of(const struct mkcv_hyphen *h, int level)
{
    const unsigned char *head = h->bytes + HEAD_ROOTS, *pool = h->bytes + HEAD_SIZE + 4 * h->bytes[HEAD_LETTERS];
    const unsigned char *records = pool + read_number(h->bytes + HEAD_POOL, 4);
    if (level) records += RECORD_SIZE * (size_t)read_number(head, 4);
    head += 12 * level;
    return (struct trie){pool, records, read_number(head + 4, 4), read_number(head + 8, 4), class_of(h, '.')};
}

/* The record of that class among `count` from `first`, or NULL. */
static const unsigned char *find_child(const struct trie *t, uint32_t first, uint32_t count, uint8_t class)
{
    uint32_t low = first, high = first + count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        const unsigned char *child = t->records + (size_t)middle * RECORD_SIZE;
        if (*child == class) return child;
        if (*child < class)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* Follows the patterns that begin at letter `from` of "." + word + "."; value[i] is raised to the digits before letter
 * i. At each letter only the longest beginning of a pattern that ends there counts, as in libhyphen's automaton:
 * patterns are written for that, each with the digits of the shorter ones inside it, and those of German that are not
 * rely on the shorter ones being hidden. `*reached`: behind the last letter that an earlier beginning covers. */
static void match_from(const struct trie *t, const uint8_t *letters, unsigned n, unsigned from, unsigned *reached,
                       uint8_t *value)
{
    uint32_t first = t->first, count = t->count;
    for (unsigned i = from; i < n + 2; i++) {
        uint8_t class = i == 0 || i == n + 1 ? t->dot : letters[i - 1];
        const unsigned char *record = class ? find_child(t, first, count, class) : NULL;
        if (!record) return;
        first = read_number(record + 2, 3);
        count = record[1];
        if (i < *reached) continue;
        *reached = i + 1;
        uint32_t at = read_number(record + 5, 2);
        for (unsigned left = at ? t->pool[at - 1] : 0; left; left--, at += 2) {
            uint8_t *v = &value[i + 1 - t->pool[at]];
            if (t->pool[at + 1] > *v) *v = t->pool[at + 1];
        }
    }
}

/* divided[i] = 1 where the trie divides the word before letter i. */
static void match_patterns(const struct trie *t, const uint8_t *letters, unsigned n, uint8_t *divided)
{
    uint8_t value[WORD_MAX + 3] = {0};
    for (unsigned from = 0, reached = 0; from < n + 2; from++) match_from(t, letters, n, from, &reached, value);
    for (unsigned i = 1; i < n; i++) divided[i] = value[i + 1] & 1;
}

/* Divides a compound by the first level, its parts likewise until they are words, and those by the second. `starts` and
 * `ends`: the part stands at an end of the whole word, where the language's own minima will be kept. Each part is
 * shorter than the whole, and a word has WORD_MAX letters at most. */
static void divide_compound(const struct mkcv_hyphen *h, const uint8_t *letters, unsigned n, bool starts, bool ends,
                            uint8_t *divided)
{
    struct trie compounds = trie_of(h, 0), words = trie_of(h, 1);
    match_patterns(&compounds, letters, n, divided);
    unsigned to = 1;
    while (to < n && !divided[to]) to++;
    if (to >= n) {
        match_patterns(&words, letters, n, divided);
        for (unsigned i = 1; i < n; i++)
            if ((!starts && i < h->bytes[HEAD_INNER_LEFT]) || (!ends && n - i < h->bytes[HEAD_INNER_RIGHT]))
                divided[i] = 0;
        return;
    }
    for (unsigned from = 0; from < n; from = to) {
        for (to = from + 1; to < n && !divided[to];) to++;
        if (to - from > 1)
            divide_compound(h, letters + from, to - from, starts && !from, ends && to == n, divided + from);
    }
}

void mkcv_hyphenate(const struct mkcv_hyphen *h, const char *word, size_t n, uint8_t *breaks)
{
    memset(breaks, 0, n);
    if (n > WORD_MAX) return;
    struct spelling s;
    spell(h, word, n, &s);
    uint8_t divided[WORD_MAX + 1] = {0};
    if (h->bytes[HEAD_LEVELS] > 1) {
        divide_compound(h, s.class, s.n, true, true, divided);
    } else {
        struct trie t = trie_of(h, 0);
        match_patterns(&t, s.class, s.n, divided);
    }
    for (unsigned i = h->bytes[HEAD_LEFT]; i + h->bytes[HEAD_RIGHT] <= s.n; i++) breaks[s.at[i]] = divided[i];
}

void mkcv_hyphen_joints(const struct mkcv_hyphen *h, const char *word, size_t n, uint8_t *joints)
{
    memset(joints, 0, n);
    if (n > WORD_MAX || h->bytes[HEAD_LEVELS] < 2) return;
    struct spelling s;
    spell(h, word, n, &s);
    uint8_t divided[WORD_MAX + 1] = {0};
    struct trie compounds = trie_of(h, 0);
    match_patterns(&compounds, s.class, s.n, divided);
    for (unsigned i = 1; i < s.n; i++) joints[s.at[i]] = divided[i];
}
