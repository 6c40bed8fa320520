/* text_parse.c - the inverse of text_markdown.c: rich text from the CommonMark that mkcv writes.
 *
 * It knows the few signs that mkcv_text_markdown uses and takes all else as text, so that what was written reads back
 * to the same spans, whatever stands beside them. Markdown of other hands is read by mkcv_markdown_inline. */
#include "mkcv/buf.h"
#include "mkcv/text.h"
#include <string.h>

#define CODE_BYTES ((size_t)1 << 16) /* of code: the search for its end is bounded */
#define LANG_BYTES 35                /* of a language's tag (RFC 5646, section 4.4.1) */
#define LETTERS_AND_DIGITS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

struct parsing {
    struct mkcv_arena *arena;
    struct mkcv_buf run; /* the plain string */
    struct mkcv_text *out;
    struct mkcv_span dress; /* of what is read next */
    size_t fence;           /* stars that are open */
};

/* --- where a piece ends ------------------------------------------------------------------------------------------ */

/* The code that starts at `p` ends before the next run of as many backticks; NULL: it does not end. */
static const char *code_close(const char *p, size_t ticks)
{
    for (const char *at = p + ticks; *at && (size_t)(at - p) < CODE_BYTES; at++) {
        size_t run = strspn(at, "`");
        if (run == ticks) return at;
        if (run) at += run - 1;
    }
    return NULL;
}

static const char *math_close(const char *p)
{
    for (p++; *p && *p != '$'; p++)
        if (*p == '\\' && p[1]) p++;
    return *p ? p : NULL;
}

/* The byte after the piece at `p`: a sign that is escaped, code, a formula, or one byte. */
static const char *piece_end(const char *p)
{
    const char *close = NULL;
    if (*p == '\\' && p[1]) return p + 2;
    if (*p == '`') {
        size_t ticks = strspn(p, "`");
        close = code_close(p, ticks);
        return close ? close + ticks : p + ticks;
    }
    if (*p == '$') close = math_close(p);
    return close ? close + 1 : p + 1;
}

/* The address of a link, "(" to ")". NULL: it does not end. */
static const char *address_end(const char *p)
{
    int depth = 0;
    for (; *p && *p != ' ' && *p != '\n'; p++) {
        depth += *p == '(' ? 1 : *p == ')' ? -1 : 0;
        if (!depth) return p + 1;
    }
    return NULL;
}

/* The bracket that closes the link that opens at `p`, an address behind it; NULL: it is no link. */
static const char *link_close(const char *p)
{
    for (p++; *p && *p != ']'; p = piece_end(p))
        if (*p == '[') return NULL;
    return *p && p[1] == '(' && address_end(p + 1) ? p : NULL;
}

/* --- pieces ------------------------------------------------------------------------------------------------------ */

static void put(struct parsing *x, const char *s, size_t n, unsigned marks)
{
    struct mkcv_span span = x->dress;
    span.marks |= (uint16_t)marks;
    mkcv_buf_put(&x->run, s, n);
    mkcv_text_cover(x->arena, x->out, n, &span);
}

static const char *read_code(struct parsing *x, const char *p)
{
    size_t ticks = strspn(p, "`");
    const char *close = code_close(p, ticks), *from = p + ticks;
    if (!close) {
        put(x, p, ticks, 0);
        return from;
    }
    bool padded = close - from > 2 && *from == ' ' && close[-1] == ' ' && (from[1] == '`' || close[-2] == '`');
    put(x, from + padded, (size_t)(close - from) - 2 * padded, MKCV_MARK_CODE);
    return close + ticks;
}

static const char *read_math(struct parsing *x, const char *p)
{
    const char *close = math_close(p);
    if (!close || close == p + 1) {
        put(x, p, 1, 0);
        return p + 1;
    }
    put(x, p + 1, (size_t)(close - p) - 1, MKCV_MARK_MATH);
    return close + 1;
}

static const char *read_escape(struct parsing *x, const char *p)
{
    if (p[1] == '\n')
        put(x, "\u2028", strlen("\u2028"), 0);
    else
        put(x, p + 1, 1, 0);
    return p + 2;
}

/* Stars close what is open before they open anything: "**a***b*" is strong, then emphasised. */
static const char *read_stars(struct parsing *x, const char *p)
{
    static const uint16_t marks[] = {0, MKCV_MARK_EMPH, MKCV_MARK_STRONG, MKCV_MARK_EMPH | MKCV_MARK_STRONG};
    size_t run = strspn(p, "*");
    if (x->fence && run >= x->fence) {
        p += x->fence;
        x->fence = 0;
    } else if (!x->fence && run <= 3 && p[run] && p[run] != ' ') {
        x->fence = run;
        p += run;
    } else {
        put(x, p, run, 0);
        return p + run;
    }
    x->dress.marks &= (uint16_t)~marks[3];
    x->dress.marks |= marks[x->fence];
    return p;
}

/* <span lang="de"> and its end; 0: it is text. */
static size_t read_lang(struct parsing *x, const char *p)
{
    static const char open[] = "<span lang=\"", close[] = "</span>";
    const size_t head = strlen(open);
    if (!strncmp(p, close, strlen(close))) {
        x->dress.lang = NULL;
        return strlen(close);
    }
    size_t n = !strncmp(p, open, head) ? strspn(p + head, "-" LETTERS_AND_DIGITS) : 0;
    if (!n || n > LANG_BYTES || strncmp(p + head + n, "\">", 2) != 0) return 0;
    x->dress.lang = mkcv_arena_strndup(x->arena, p + head, n);
    return head + n + 2;
}

/* The bytes of the tag at `p`, which it applies; 0: it is text. */
static size_t read_tag(struct parsing *x, const char *p)
{
    static const struct {
        const char *tag;
        uint16_t mark;
        bool opens;
    } tags[] = {{"<sup>", MKCV_MARK_SUP, true},
                {"</sup>", MKCV_MARK_SUP, false},
                {"<sub>", MKCV_MARK_SUB, true},
                {"</sub>", MKCV_MARK_SUB, false}};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        if (strncmp(p, tags[i].tag, strlen(tags[i].tag)) != 0) continue;
        x->dress.marks &= (uint16_t)~tags[i].mark;
        if (tags[i].opens) x->dress.marks |= tags[i].mark;
        return strlen(tags[i].tag);
    }
    return read_lang(x, p);
}

static const char *read_piece(struct parsing *x, const char *p)
{
    static const char signs[] = "\\`$*<[]!\n";
    size_t plain = strcspn(p, signs), tag;
    if (plain) {
        put(x, p, plain, 0);
        return p + plain;
    }
    switch (*p) {
    case '\\':
        if (p[1]) return read_escape(x, p);
        break;
    case '`':
        return read_code(x, p);
    case '$':
        return read_math(x, p);
    case '*':
        return read_stars(x, p);
    case '<':
        if ((tag = read_tag(x, p))) return p + tag;
        break;
    case '\n':
        put(x, " ", 1, 0);
        return p + 1;
    }
    put(x, p, 1, 0);
    return p + 1;
}

/* A link or an image; `p` when there is none. */
static const char *read_link(struct parsing *x, const char *p)
{
    const char *open = p + (*p == '!'), *close = *open == '[' ? link_close(open) : NULL;
    if (!close) return p;
    const char *end = address_end(close + 1);
    size_t n = (size_t)(end - close) - 3;
    const struct mkcv_span before = x->dress;
    x->dress.url = n ? mkcv_arena_strndup(x->arena, close + 2, n) : NULL;
    if (open > p) x->dress.marks |= MKCV_MARK_IMAGE;
    for (p = open + 1; p < close;) p = read_piece(x, p);
    x->dress = before;
    x->fence = 0;
    return end;
}

/* How many spans a text may have, roughly. */
static size_t count_signs(const char *s)
{
    size_t n = 1;
    while (*(s += strcspn(s, "[*`$<"))) n += *s++ == '[' ? 2 : 1;
    return n;
}

struct mkcv_text mkcv_text_from_markdown(struct mkcv_arena *a, const char *s, struct mkcv_loc loc)
{
    struct mkcv_text text = {.file = loc.file};
    struct parsing x = {.arena = a, .out = &text, .dress = {.line = loc.line, .column = loc.column}};
    if (!s || !*s) return text;
    text.spans.cap = count_signs(s);
    text.spans.at = MKCV_NEW_ARRAY(a, struct mkcv_span, text.spans.cap);
    mkcv_buf_init_for(&x.run, a, strlen(s));
    while (*s) {
        const char *after = *s == '[' || *s == '!' ? read_link(&x, s) : s;
        s = after > s ? after : read_piece(&x, s);
    }
    if (text.spans.count) text.s = x.run.s;
    return text;
}
