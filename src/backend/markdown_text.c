/* markdown_text.c - rich text as inline source of CommonMark 0.30 that any parser of it reads as the same words.
 *
 * base/text_markdown.c writes for mkcv's own reader. Here delimiters must also flank words as section 6.2 wants it;
 * where they cannot, the emphasis is HTML's. Languages have no sign and are not written. */
#include "markdown.h"
#include "mkcv/commonmark.h"
#include "mkcv/utf8.h"
#include "walk.h"
#include <string.h>

enum { STRONG = 1, EMPH = 2, CODE = 4, MATH = 8, SUP = 16, SUB = 32 };

/* A run of one dress and link. */
struct piece {
    const char *s, *url; /* url NULL: no link */
    size_t n;
    unsigned dress;
};

struct pieces {
    MKCV_VEC(struct piece) list;
};

/* Digits at the start of a line could number a list. */
enum start { START, DIGITS, INSIDE };

struct writer {
    const struct mkcv_markdown_place *place;
    struct mkcv_buf *out;
    enum start start;
};

static unsigned dress_of(const struct mkcv_style *style, const struct mkcv_span *span)
{
    const struct mkcv_look *look = &style->look[span->role];
    bool strong = look->bold || span->role == MKCV_ROLE_STRONG || (span->marks & MKCV_MARK_STRONG);
    bool emph = (look->italic || span->role == MKCV_ROLE_EMPH) != ((span->marks & MKCV_MARK_EMPH) != 0);
    unsigned dress = (strong ? STRONG : 0u) | (emph ? EMPH : 0u);
    if ((span->marks & MKCV_MARK_CODE) || span->role == MKCV_ROLE_CODE) dress |= CODE;
    if (span->marks & MKCV_MARK_MATH) dress |= MATH;
    if (span->marks & MKCV_MARK_SUP) dress |= SUP;
    if (span->marks & MKCV_MARK_SUB) dress |= SUB;
    return dress;
}

static bool is_same_link(const struct piece *one, const struct piece *other)
{
    return one->url == other->url || (one->url && other->url && strcmp(one->url, other->url) == 0);
}

static struct pieces cut(struct mkcv_arena *a, const struct mkcv_style *style, const struct mkcv_text *text)
{
    struct pieces p = {.list = {0}};
    for (size_t i = 0; i < text->spans.count; i++) {
        const struct mkcv_span *span = &text->spans.at[i];
        struct piece piece = {text->s + span->at, mkcv_link_url(a, span), span->len, dress_of(style, span)};
        struct piece *last = p.list.count ? &p.list.at[p.list.count - 1] : NULL;
        if (last && last->dress == piece.dress && is_same_link(last, &piece))
            last->n += piece.n;
        else
            *MKCV_PUSH(a, &p.list) = piece;
    }
    return p;
}

static bool is_edge(uint32_t c)
{
    return !c || mkcv_is_space(c) || mkcv_is_punct(c) || (c < 0x80 && strchr("$+<=>^`|~", (int)c));
}

static bool is_ascii_word(char c) { return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z'); }

/* Whether the character at `p`, of a piece that begins at `from`, could be part of markup. Those that other dialects
 * take for tables, formulas and struck text count too. */
static bool needs_escape(const struct writer *w, const char *from, const char *p)
{
    if (*p == '&') return mkcv_commonmark_is_entity(p);
    if (*p == '_') return p == from || !is_ascii_word(p[-1]) || !is_ascii_word(p[1]);
    if (*p == '<') return p[1] != ' ';
    if (strchr("\\*[]`$|~", *p)) return true;
    if (w->start == DIGITS) return *p == '.' || *p == ')';
    if (*p == '#') return w->start == START || w->place->heading;
    return w->start == START && strchr(">+-=:", *p);
}

static void put_break(struct writer *w)
{
    if (w->place->heading) {
        mkcv_buf_putc(w->out, ' ');
        return;
    }
    mkcv_buf_printf(w->out, "\\\n%*s", w->place->indent, "");
    w->start = START;
}

static void put_escaped(struct writer *w, const char *s, size_t n)
{
    for (const char *p = s, *end = s + n; p < end; p++) {
        if (!strncmp(p, "\u2028", 3)) {
            put_break(w);
            p += 2;
            continue;
        }
        if (needs_escape(w, s, p)) mkcv_buf_putc(w->out, '\\');
        mkcv_buf_putc(w->out, *p);
        w->start = *p >= '0' && *p <= '9' && w->start != INSIDE ? DIGITS : INSIDE;
    }
}

static void put_words(struct writer *w, const struct piece *piece, const char *s, size_t n)
{
    if (piece->dress & CODE)
        mkcv_commonmark_code(w->out, s, n);
    else if ((piece->dress & MATH) && mkcv_commonmark_is_math(s, n))
        mkcv_buf_printf(w->out, "$%.*s$", (int)n, s);
    else
        put_escaped(w, s, n);
    w->start = w->start == DIGITS ? DIGITS : INSIDE;
}

/* The first character behind the piece: what encloses a link counts as such. */
static uint32_t char_after(const struct pieces *p, size_t i)
{
    if (i + 1 == p->list.count) return 0;
    const struct piece *next = &p->list.at[i + 1];
    if (!is_same_link(&p->list.at[i], next)) return ']';
    if (next->dress & (CODE | MATH | SUP | SUB)) return '`';
    const char *s = next->s;
    return mkcv_utf8_next(&s);
}

/* Whether stars around [s, s + n) begin and end emphasis: left and right flanking, and alone. */
static bool flanks(const struct writer *w, const struct pieces *p, size_t i, const char *s, size_t n)
{
    const struct piece *piece = &p->list.at[i];
    bool signs = piece->dress & (CODE | MATH | SUP | SUB);
    const char *first = s;
    uint32_t before = mkcv_utf8_before(w->out->s, w->out->n),
             after = s + n < piece->s + piece->n ? ' ' : char_after(p, i);
    bool open = signs || is_edge(mkcv_utf8_next(&first)), close = signs || is_edge(mkcv_utf8_before(s, n));
    bool starred = i + 1 < p->list.count && (p->list.at[i + 1].dress & (STRONG | EMPH)) && after != ' ';
    return !starred && (!open || is_edge(before)) && (!close || is_edge(after));
}

static void put_tags(struct mkcv_buf *out, unsigned dress, bool open)
{
    static const struct {
        unsigned dress;
        const char *tag;
    } tags[] = {{STRONG, "strong"}, {EMPH, "em"}, {SUP, "sup"}, {SUB, "sub"}};
    enum { COUNT = sizeof tags / sizeof *tags };
    for (size_t i = 0; i < COUNT; i++) {
        size_t k = open ? i : COUNT - 1 - i;
        if (dress & tags[k].dress) mkcv_buf_printf(out, open ? "<%s>" : "</%s>", tags[k].tag);
    }
}

/* The length of a blank or break at `s`, or 0. */
static size_t blank_length(const char *s) { return *s == ' ' ? 1 : !strncmp(s, "\u2028", 3) ? 3 : 0; }

static void put_blanks(struct writer *w, const char *s, const char *end)
{
    for (; s < end; s += blank_length(s))
        if (*s == ' ')
            mkcv_buf_putc(w->out, ' ');
        else
            put_break(w);
}

/* A piece; delimiters stand against its words, blanks and breaks outside. */
static void put_piece(struct writer *w, const struct pieces *p, size_t i)
{
    static const char *const fences[] = {"", "**", "*", "***"};
    const struct piece *piece = &p->list.at[i];
    const char *first = piece->s, *end = piece->s + piece->n, *last = end;
    while (first < end && blank_length(first)) first += blank_length(first);
    put_blanks(w, piece->s, first);
    if (first == end) return;
    while (last > first && (last[-1] == ' ' || mkcv_utf8_before(first, (size_t)(last - first)) == 0x2028))
        last -= last[-1] == ' ' ? 1 : 3;
    unsigned tags = piece->dress & (STRONG | EMPH | SUP | SUB);
    const char *fence = "";
    if ((tags & (STRONG | EMPH)) && flanks(w, p, i, first, (size_t)(last - first))) {
        fence = fences[tags & (STRONG | EMPH)];
        tags &= ~(unsigned)(STRONG | EMPH);
    }
    mkcv_buf_puts(w->out, fence);
    put_tags(w->out, tags, true);
    if (*fence || tags) w->start = INSIDE;
    put_words(w, piece, first, (size_t)(last - first));
    put_tags(w->out, tags, false);
    mkcv_buf_puts(w->out, fence);
    if (*fence || tags) w->start = INSIDE;
    put_blanks(w, last, end);
}

/* An address that shows itself needs no second one. */
static bool is_autolink(const struct piece *piece)
{
    const char *url = piece->url;
    if (piece->dress & ~(unsigned)(STRONG | EMPH)) return false;
    if (!strncmp(url, "mailto:", 7) && strchr(url, '@') && !strchr(url, '?'))
        url += 7;
    else if (!strncmp(url, "tel:", 4))
        return false;
    return strlen(url) == piece->n && !strncmp(url, piece->s, piece->n) && !(piece->dress & (STRONG | EMPH));
}

/* An exclamation mark before a link would make a picture of it. */
static void open_link(struct writer *w)
{
    struct mkcv_buf *out = w->out;
    if (out->n && out->s[out->n - 1] == '!') {
        out->s[out->n - 1] = '\\';
        mkcv_buf_putc(out, '!');
    }
    mkcv_buf_putc(out, '[');
    w->start = INSIDE;
}

void mkcv_markdown_text(const struct mkcv_markdown_place *place, const struct mkcv_text *text, bool inside)
{
    struct writer w = {place, place->out, inside ? INSIDE : START};
    struct mkcv_text blanks = mkcv_text_blanks(place->out->arena, text, " ");
    struct pieces p = cut(place->out->arena, place->style, &blanks);
    for (size_t i = 0; i < p.list.count;) {
        const struct piece *first = &p.list.at[i];
        size_t end = i + 1;
        while (end < p.list.count && is_same_link(first, &p.list.at[end])) end++;
        if (first->url && end == i + 1 && is_autolink(first)) {
            mkcv_buf_printf(w.out, "<%.*s>", (int)first->n, first->s);
            w.start = INSIDE;
            i = end;
            continue;
        }
        if (first->url) open_link(&w);
        for (; i < end; i++) put_piece(&w, &p, i);
        if (!first->url) continue;
        mkcv_buf_puts(w.out, "](");
        mkcv_commonmark_url(w.out, first->url);
        mkcv_buf_putc(w.out, ')');
    }
}
