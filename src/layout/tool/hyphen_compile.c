/* hyphen_compile.c - built and run when mkcv is built: a hyphenation dictionary (hyph_XX.dic, the format of libhyphen)
 * becomes the trie that src/layout/hyphen.c reads in place; the layout of the file is described there.
 *
 *     hyphen_compile IN.dic OUT
 *
 * A dictionary may have two levels (NEXTLEVEL): the first divides compounds into words, the second those words. Equal
 * parts of a trie are stored once. Patterns that change the spelling ("ck/k=k") are left out. Equal input gives equal
 * bytes. */
#include "mkcv/arena.h"
#include <errno.h>
#include <iconv.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PATTERN_MAX 64 /* characters of a pattern */
#define FILE_MAX_BYTES (64L << 20)
#define LEVEL_MAX 2
#define RECORD_SIZE 7

struct pattern {
    uint32_t letter[PATTERN_MAX]; /* code points, later classes */
    uint8_t digit[PATTERN_MAX + 1];
    unsigned n;
    size_t order; /* in the dictionary */
};
/* Children stand together. `at` is where they were stored, among the records of the file. */
struct node {
    uint8_t label;
    uint32_t first, count, at;
    uint32_t value; /* 1 + offset in the pool; 0: no pattern ends here */
};
/* Patterns [from, to) that share their first `depth` letters with a node. */
struct range {
    size_t from, to;
    unsigned depth;
};
struct level {
    MKCV_VEC(struct pattern) patterns;
    MKCV_VEC(struct node) nodes;
    MKCV_VEC(struct range) ranges; /* by node */
    MKCV_VEC(uint8_t) records;     /* RECORD_SIZE bytes each */
    uint32_t first, count;         /* children of the root */
};
/* Places in an array of equal things, found by their hash; -1: free. */
struct index {
    int32_t *at;
    size_t size; /* a power of two */
};
struct compiler {
    struct mkcv_arena arena;
    const char *path;
    int left, right, inner_left, inner_right; /* least letters at the ends of a word, and inside a compound */
    struct level level[LEVEL_MAX];
    unsigned levels;             /* begun */
    MKCV_VEC(uint32_t) alphabet; /* sorted */
    MKCV_VEC(uint8_t) pool;
    struct index pooled;
};

static void stop(const struct compiler *k, const char *why)
{
    fprintf(stderr, "hyphen_compile: %s: %s\n", k->path, why);
    exit(1);
}

static char *read_file(struct compiler *k, size_t *n)
{
    FILE *f = fopen(k->path, "rb");
    if (!f) stop(k, strerror(errno));
    fseek(f, 0, SEEK_END);
    long size = ftell(f);
    if (size <= 0 || size > FILE_MAX_BYTES) stop(k, "empty or too large");
    rewind(f);
    char *s = mkcv_arena_alloc(&k->arena, (size_t)size + 1);
    *n = fread(s, 1, (size_t)size, f);
    if (fclose(f) || *n != (size_t)size) stop(k, "cannot be read");
    return s;
}

/* The text behind the first line, which names the character set, as UTF-8. */
static char *decode(struct compiler *k, char *s, size_t n)
{
    char *text = memchr(s, '\n', n);
    if (!text) stop(k, "has no line");
    *text++ = 0;
    s[strcspn(s, "\r")] = 0;
    const char *charset = strncmp(s, "microsoft-", 10) ? s : s + 10;
    iconv_t to = iconv_open("UTF-8", charset);
    if (to == (iconv_t)-1) stop(k, "is in a character set that iconv does not know");
    size_t left = n - (size_t)(text - s), room = left * 4 + 1;
    char *out = mkcv_arena_alloc(&k->arena, room + 1), *p = out;
    if (iconv(to, &text, &left, &p, &room) == (size_t)-1)
        stop(k, "is not in the character set that its first line names");
    iconv_close(to);
    *p = 0;
    return out;
}

static uint32_t next_letter(const char **p)
{
    const unsigned char *s = (const unsigned char *)*p;
    uint32_t c = *s++;
    int more = c < 0x80 ? 0 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;
    if (more) c &= 0x3fu >> more;
    for (; more && *s; more--) c = c << 6 | (*s++ & 0x3f);
    *p = (const char *)s;
    return c;
}

static bool is_word(const char *line, const char *word) { return !strncmp(line, word, strlen(word)); }

static void add_pattern(struct compiler *k, const char *line)
{
    struct pattern t = {0};
    const char *end = line + strcspn(line, " \t\r\n"); /* a comment may follow */
    if (line == end || memchr(line, '/', (size_t)(end - line))) return;
    while (line < end) {
        uint32_t c = next_letter(&line);
        if (c >= '0' && c <= '9')
            t.digit[t.n] = (uint8_t)(c - '0');
        else if (t.n == PATTERN_MAX)
            stop(k, "has a pattern that is too long");
        else
            t.letter[t.n++] = c;
    }
    struct level *l = &k->level[k->levels - 1];
    t.order = l->patterns.count;
    if (t.n) *MKCV_PUSH(&k->arena, &l->patterns) = t;
}

/* An empty level, as the French dictionary begins with, is none. */
static void begin_level(struct compiler *k)
{
    if (k->levels && !k->level[k->levels - 1].patterns.count) return;
    if (k->levels == LEVEL_MAX) stop(k, "has more than two levels");
    k->levels++;
}

static void read_line(struct compiler *k, const char *line)
{
    if (is_word(line, "NEXTLEVEL"))
        begin_level(k);
    else if (is_word(line, "LEFTHYPHENMIN"))
        k->left = atoi(line + 13);
    else if (is_word(line, "RIGHTHYPHENMIN"))
        k->right = atoi(line + 14);
    else if (is_word(line, "COMPOUNDLEFTHYPHENMIN"))
        k->inner_left = atoi(line + 21);
    else if (is_word(line, "COMPOUNDRIGHTHYPHENMIN"))
        k->inner_right = atoi(line + 22);
    else if (!is_word(line, "NOHYPHEN") && *line != '%' && *line != '#')
        add_pattern(k, line);
}

static void read_dictionary(struct compiler *k)
{
    size_t n;
    char *bytes = read_file(k, &n);
    begin_level(k);
    for (const char *line = decode(k, bytes, n); *line;) {
        size_t length = strcspn(line, "\r\n");
        read_line(k, line);
        line += length + strspn(line + length, "\r\n");
    }
    const int minima[] = {k->left, k->right, k->inner_left, k->inner_right};
    for (int i = 0; i < 4; i++)
        if (minima[i] < 1 || minima[i] > 99) stop(k, "has minima out of range");
    if (!k->level[k->levels - 1].patterns.count) stop(k, "has no pattern");
}

static int by_codepoint(const void *x, const void *y)
{
    const uint32_t *a = x, *b = y;
    return (*a > *b) - (*a < *b);
}

static void collect_letters(struct compiler *k)
{
    MKCV_VEC(uint32_t) all = {0};
    for (struct level *l = k->level; l < k->level + k->levels; l++)
        for (size_t i = 0; i < l->patterns.count; i++)
            for (unsigned j = 0; j < l->patterns.at[i].n; j++)
                *MKCV_PUSH(&k->arena, &all) = l->patterns.at[i].letter[j];
    qsort(all.at, all.count, sizeof *all.at, by_codepoint);
    for (size_t i = 0; i < all.count; i++)
        if (!i || all.at[i] != all.at[i - 1]) *MKCV_PUSH(&k->arena, &k->alphabet) = all.at[i];
    if (k->alphabet.count > 255) stop(k, "uses more than 255 characters");
}

/* Letters become classes: 1 + their place in the alphabet. */
static void number_letters(struct compiler *k, struct level *l)
{
    for (size_t i = 0; i < l->patterns.count; i++)
        for (unsigned j = 0; j < l->patterns.at[i].n; j++) {
            uint32_t *c = &l->patterns.at[i].letter[j];
            const uint32_t *at = bsearch(c, k->alphabet.at, k->alphabet.count, sizeof *c, by_codepoint);
            *c = (uint32_t)(at - k->alphabet.at) + 1;
        }
}

static int by_letters(const void *x, const void *y)
{
    const struct pattern *a = x, *b = y;
    for (unsigned i = 0; i < a->n && i < b->n; i++)
        if (a->letter[i] != b->letter[i]) return a->letter[i] < b->letter[i] ? -1 : 1;
    return a->n != b->n ? (a->n < b->n ? -1 : 1) : (a->order > b->order) - (a->order < b->order);
}

static struct index index_new(struct compiler *k, size_t most)
{
    struct index x = {.size = 64};
    while (x.size < 2 * most) x.size *= 2;
    x.at = MKCV_NEW_ARRAY(&k->arena, int32_t, x.size);
    memset(x.at, -1, x.size * sizeof *x.at);
    return x;
}

/* The place of `n` bytes in `all`, whose things begin where the index says: an equal thing's, or the free slot. */
static int32_t *find_equal(struct index *x, const uint8_t *all, size_t count, const uint8_t *bytes, size_t n)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < n; i++) hash = (hash ^ bytes[i]) * 16777619u;
    size_t i = (hash ^ hash >> 15) & (x->size - 1);
    while (x->at[i] >= 0 && ((size_t)x->at[i] + n > count || memcmp(all + x->at[i], bytes, n)))
        i = (i + 1) & (x->size - 1);
    return &x->at[i];
}

/* The digits of a pattern as (distance from its end, digit) pairs behind their number; equal ones are kept once. */
static uint32_t pool_value(struct compiler *k, const struct pattern *t)
{
    uint8_t entry[1 + 2 * (PATTERN_MAX + 1)];
    unsigned n = 1;
    for (unsigned i = 0; i <= t->n; i++)
        if (t->digit[i]) {
            entry[n++] = (uint8_t)(t->n - i);
            entry[n++] = t->digit[i];
        }
    entry[0] = (uint8_t)(n / 2);
    int32_t *at = find_equal(&k->pooled, k->pool.at, k->pool.count, entry, n);
    if (*at < 0) {
        *at = (int32_t)k->pool.count;
        for (unsigned i = 0; i < n; i++) *MKCV_PUSH(&k->arena, &k->pool) = entry[i];
        if (k->pool.count > 0xffff) stop(k, "has too many different patterns");
    }
    return (uint32_t)*at + 1;
}

static void add_node(struct compiler *k, struct level *l, uint8_t label, struct range r)
{
    *MKCV_PUSH(&k->arena, &l->nodes) = (struct node){.label = label};
    *MKCV_PUSH(&k->arena, &l->ranges) = r;
}

/* Nodes level by level, so that the children of each stand together, sorted, behind it. */
static void build_trie(struct compiler *k, struct level *l)
{
    const struct pattern *patterns = l->patterns.at;
    qsort(l->patterns.at, l->patterns.count, sizeof *l->patterns.at, by_letters);
    add_node(k, l, 0, (struct range){0, l->patterns.count, 0});
    for (size_t i = 0; i < l->nodes.count; i++) {
        struct range r = l->ranges.at[i];
        uint32_t first = (uint32_t)l->nodes.count;
        for (; r.from < r.to && patterns[r.from].n == r.depth;
             r.from++) /* of doubles the last counts, as in libhyphen */
            l->nodes.at[i].value = pool_value(k, &patterns[r.from]);
        while (r.from < r.to) {
            uint32_t c = patterns[r.from].letter[r.depth];
            size_t to = r.from;
            while (to < r.to && patterns[to].letter[r.depth] == c) to++;
            add_node(k, l, (uint8_t)c, (struct range){r.from, to, r.depth + 1});
            r.from = to;
        }
        l->nodes.at[i].first = first;
        l->nodes.at[i].count = (uint32_t)l->nodes.count - first;
    }
    if (l->nodes.count >= 1u << 24) stop(k, "is too large");
}

static void put_record(uint8_t out[RECORD_SIZE], const struct node *n)
{
    const uint8_t record[RECORD_SIZE] = {
        n->label,          (uint8_t)n->count,       (uint8_t)n->at, (uint8_t)(n->at >> 8), (uint8_t)(n->at >> 16),
        (uint8_t)n->value, (uint8_t)(n->value >> 8)};
    memcpy(out, record, sizeof record);
}

/* Stores the children of every node, last nodes first: equal lists of children are one. */
static void store_records(struct compiler *k, struct level *l)
{
    struct index stored = index_new(k, l->nodes.count);
    uint8_t list[256 * RECORD_SIZE];
    for (size_t i = l->nodes.count; i-- > 0;) {
        struct node *n = &l->nodes.at[i];
        size_t size = n->count * RECORD_SIZE;
        if (!size) continue;
        for (uint32_t c = 0; c < n->count; c++) put_record(list + c * RECORD_SIZE, &l->nodes.at[n->first + c]);
        int32_t *at = find_equal(&stored, l->records.at, l->records.count, list, size);
        if (*at < 0) {
            *at = (int32_t)l->records.count;
            for (size_t b = 0; b < size; b++) *MKCV_PUSH(&k->arena, &l->records) = list[b];
        }
        n->at = (uint32_t)*at / RECORD_SIZE;
    }
    l->first = l->nodes.at[0].at;
    l->count = l->nodes.at[0].count;
}

static void put_number(FILE *f, uint32_t v, int bytes)
{
    for (; bytes--; v >>= 8) putc((int)(v & 0xff), f);
}

static void write_trie(struct compiler *k, const char *path)
{
    FILE *f = fopen(path, "wb");
    if (!f) stop(k, "its trie cannot be written");
    fputs("HYP2", f);
    put_number(f, (uint32_t)k->left, 1);
    put_number(f, (uint32_t)k->right, 1);
    put_number(f, (uint32_t)k->inner_left, 1);
    put_number(f, (uint32_t)k->inner_right, 1);
    put_number(f, k->levels, 1);
    put_number(f, (uint32_t)k->alphabet.count, 1);
    put_number(f, (uint32_t)k->pool.count, 4);
    for (struct level *l = k->level; l < k->level + LEVEL_MAX; l++) {
        put_number(f, (uint32_t)(l->records.count / RECORD_SIZE), 4);
        put_number(f, l->first, 4);
        put_number(f, l->count, 4);
    }
    for (size_t i = 0; i < k->alphabet.count; i++) put_number(f, k->alphabet.at[i], 4);
    if (k->pool.count) fwrite(k->pool.at, 1, k->pool.count, f);
    for (struct level *l = k->level; l < k->level + k->levels; l++) fwrite(l->records.at, 1, l->records.count, f);
    bool bad = ferror(f);
    if (fclose(f) || bad) stop(k, "its trie cannot be written");
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: hyphen_compile IN.dic OUT\n", stderr);
        return 2;
    }
    struct compiler k = {.path = argv[1], .left = 2, .right = 2, .inner_left = 2, .inner_right = 2};
    mkcv_arena_init(&k.arena);
    read_dictionary(&k);
    collect_letters(&k);
    k.pooled = index_new(&k, 1 << 16);
    for (struct level *l = k.level; l < k.level + k.levels; l++) {
        number_letters(&k, l);
        build_trie(&k, l);
        store_records(&k, l);
    }
    write_trie(&k, argv[2]);
    mkcv_arena_clear(&k.arena);
    return 0;
}
