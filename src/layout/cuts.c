/* cuts.c - where a word may be cut: after its own hyphens, in addresses, by hyphenation, and anywhere when nothing else
 * makes it fit its line. */
#include "mkcv/utf8.h"
#include "paragraph.h"
#include <string.h>

enum { LETTERS_LEAST = 5, LETTERS_BYTES = 255 };

struct cutter {
    struct mkcv_galley *g;
    const struct mkcv_para *p;
    const struct mkcv_word *w;
    const char *s; /* the word's bytes, n of them */
    uint32_t n;
    struct mkcv_cuts *out;
};

static void add_cut(struct cutter *c, uint32_t at, enum mkcv_cut kind)
{
    *MKCV_PUSH(c->g->scratch, &c->out->list) = (struct mkcv_cut_point){.at = at, .kind = (uint8_t)kind};
}

static bool is_word_byte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static const char *find_in(const char *s, uint32_t n, const char *what) { return memmem(s, n, what, strlen(what)); }

/* An address on the web, a DOI or an e-mail address: something like a.b/c, x://y or a@b. */
static bool is_address(const char *s, uint32_t n)
{
    if (memchr(s, '@', n) || find_in(s, n, "://") || find_in(s, n, "www.")) return true;
    const char *slash = memchr(s, '/', n);
    const char *dot = memchr(s, '.', n);
    return slash && dot && dot < slash && dot + 1 < slash && dot > s && is_word_byte(dot[-1]) && is_word_byte(dot[1]);
}

static void cut_address(struct cutter *c)
{
    const char *scheme = find_in(c->s, c->n, "://");
    uint32_t from = scheme ? (uint32_t)(scheme - c->s) + 4 : 3;
    for (uint32_t i = from; i + 2 < c->n; i++)
        if (strchr("/.?&=-_#@", c->s[i]) && is_word_byte(c->s[i + 1]) && is_word_byte(c->s[i - 1]))
            add_cut(c, i + 1, MKCV_CUT_URL);
}

/* Length of a dash at byte i, or 0. */
static uint32_t dash_length(const struct cutter *c, uint32_t i)
{
    if (c->s[i] == '-') return 1;
    if (i + 2 >= c->n || (unsigned char)c->s[i] != 0xe2 || (unsigned char)c->s[i + 1] != 0x80) return 0;
    unsigned char last = (unsigned char)c->s[i + 2];
    return last == 0x90 || last == 0x93 || last == 0x94 ? 3 : 0;
}

static uint32_t char_at(const struct cutter *c, uint32_t i)
{
    const char *s = c->s + i;
    return i < c->n ? mkcv_utf8_next(&s) : 0;
}

/* Compounds and dashes between words, not ranges of numbers, not single letters ("e-mail", "x-axis"). */
static void cut_dashes(struct cutter *c)
{
    for (uint32_t i = 2; i + 2 < c->n; i++) {
        uint32_t length = dash_length(c, i);
        bool slash = c->s[i] == '/' && i > 2 && i + 3 < c->n;
        if (length == 0 && !slash) continue;
        if (length == 0) length = 1;
        uint32_t before = mkcv_utf8_before(c->s, i);
        if (!mkcv_is_letter(char_at(c, i + length)) || (!mkcv_is_letter(before) && !mkcv_is_digit(before))) continue;
        if (i + length + 1 < c->n && is_word_byte(c->s[i + length + 1]))
            add_cut(c, i + length, slash ? MKCV_CUT_URL : MKCV_CUT_DASH);
    }
}

static void cut_soft(struct cutter *c)
{
    const uint32_t *soft = c->p->soft.at;
    size_t i = mkcv_first_behind(soft, c->p->soft.count, c->w->at);
    for (; i < c->p->soft.count && soft[i] < c->w->at + c->n; i++) add_cut(c, soft[i] - c->w->at, MKCV_CUT_HYPHEN);
}

/* The one fragment in which the letters from byte `from` to `to` of the word lie, so that both halves are shaped alike;
 * NULL: there is none. */
static const struct mkcv_fragment *find_fragment(const struct cutter *c, uint32_t from, uint32_t to)
{
    for (uint32_t i = 0; i < c->w->count; i++) {
        const struct mkcv_fragment *f = &c->p->fragments.at[c->w->first + i];
        if (c->w->at + from >= f->at && c->w->at + to <= f->at + f->len) return f;
    }
    return NULL;
}

/* A word of the style's own list, "homo-log-y", and where it may be divided. */
static bool divide_as(const char *told, const char *letters, uint32_t n, uint8_t *breaks)
{
    const char *s = letters;
    memset(breaks, 0, n);
    while (*told) {
        if (*told == '-') {
            if (s > letters && s < letters + n) breaks[s - letters] = 1;
            told++;
            continue;
        }
        if (s >= letters + n || mkcv_lower(mkcv_utf8_next(&told)) != mkcv_lower(mkcv_utf8_next(&s))) return false;
    }
    return s == letters + n;
}

void mkcv_letters_divide(const struct mkcv_style *style, const struct mkcv_hyphen *h, const char *letters, uint32_t n,
                         uint8_t *breaks)
{
    const struct mkcv_words *told = &style->text.exceptions;
    for (size_t i = 0; i < told->list.count; i++)
        if (divide_as(told->list.at[i], letters, n, breaks)) return;
    mkcv_hyphenate(h, letters, n, breaks);
}

static void cut_letters(struct cutter *c, uint32_t from, uint32_t to, bool upper_first)
{
    uint32_t n = to - from;
    char letters[LETTERS_BYTES + 1];
    uint8_t breaks[LETTERS_BYTES + 1];
    const struct mkcv_fragment *f = n > LETTERS_BYTES ? NULL : find_fragment(c, from, to);
    const struct mkcv_hyphen *patterns = f ? mkcv_galley_spelling(c->g, f->lang)->hyphen : NULL;
    if (!patterns) return;
    memcpy(letters, c->s + from, n);
    letters[n] = '\0';
    if (upper_first) {
        const char *after = letters;
        char lower[4];
        uint32_t first = mkcv_lower(mkcv_utf8_next(&after));
        if (mkcv_utf8_encode(first, lower) != (size_t)(after - letters)) return;
        memcpy(letters, lower, (size_t)(after - letters));
    }
    mkcv_letters_divide(c->g->style, patterns, letters, n, breaks);
    for (uint32_t i = 1; i < n; i++)
        if (breaks[i]) add_cut(c, from + i, MKCV_CUT_HYPHEN);
}

/* Runs of letters that hyphenation may cut: not beside digits, not acronyms, not names outside prose. */
static void cut_hyphens(struct cutter *c)
{
    const char *s = c->s, *end = c->s + c->n;
    uint32_t before = 0;
    while (s < end) {
        const char *start = s;
        uint32_t letters = 0, upper = 0, ch = 0;
        bool upper_first = false;
        const char *stop = s;
        while (s < end && (ch = mkcv_utf8_next(&s)) != 0 && (mkcv_is_letter(ch) || mkcv_is_joined(ch))) {
            if (mkcv_is_upper(ch)) upper++;
            if (letters == 0) upper_first = upper > 0;
            letters++;
            stop = s;
        }
        bool at_end = stop == end;
        bool plain =
            upper == 0 || (upper == 1 && upper_first && (c->p->shape.prose || c->w->width > c->p->shape.measure));
        if (letters >= LETTERS_LEAST && plain && !mkcv_is_digit(before) && (at_end || !mkcv_is_digit(ch)))
            cut_letters(c, (uint32_t)(start - c->s), (uint32_t)(stop - c->s), upper_first);
        before = ch;
        if (ch == 0) break;
    }
}

/* Puts the cuts from index `middle` on among those before; both parts are in order. */
static void merge_cuts(struct cutter *c, size_t middle)
{
    struct mkcv_cuts found = *c->out;
    size_t i = 0, k = middle, count = found.list.count;
    if (middle == 0 || middle == count) return;
    *c->out = (struct mkcv_cuts){0};
    while (i < middle || k < count) {
        bool first = k == count || (i < middle && found.list.at[i].at <= found.list.at[k].at);
        const struct mkcv_cut_point *point = &found.list.at[first ? i++ : k++];
        add_cut(c, point->at, point->kind);
    }
}

/* A cut at every character, those that there are keep their kind. */
static void cut_everywhere(struct cutter *c)
{
    struct mkcv_cuts found = *c->out;
    size_t next = 0;
    *c->out = (struct mkcv_cuts){0};
    const char *s = c->s;
    while (s < c->s + c->n) {
        uint32_t at = (uint32_t)(s - c->s);
        uint32_t ch = mkcv_utf8_next(&s);
        if (ch == 0) break;
        while (next < found.list.count && found.list.at[next].at < at) next++;
        if (next < found.list.count && found.list.at[next].at == at)
            add_cut(c, at, found.list.at[next].kind);
        else if (at > 0 && !mkcv_is_joined(ch))
            add_cut(c, at, MKCV_CUT_ANY);
    }
}

void mkcv_word_cuts(struct mkcv_galley *g, const struct mkcv_para *p, const struct mkcv_word *w, bool hyphens,
                    struct mkcv_cuts *out)
{
    struct cutter c = {.g = g, .p = p, .w = w, .s = p->s + w->at, .n = w->len, .out = out};
    bool too_wide = w->width > p->shape.measure;
    if (is_address(c.s, c.n)) {
        cut_address(&c);
    } else {
        cut_dashes(&c);
        size_t dashes = out->list.count;
        if (p->soft.count > 0) cut_soft(&c);
        bool by_hand = out->list.count > dashes;
        if (g->style->text.hyphenate && !by_hand && (too_wide || (hyphens && dashes == 0))) cut_hyphens(&c);
        merge_cuts(&c, dashes);
    }
    if (w->wide) cut_everywhere(&c);
}
