/* text_markdown.c - rich text as CommonMark inline source (CommonMark 0.30, section 6). */
#include "mkcv/buf.h"
#include "mkcv/text.h"
#include "mkcv/utf8.h"
#include <string.h>

#define ENTITY_LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

/* A character that could begin or end markup where it stands. */
static bool needs_escape(const char *s, const char *p)
{
    switch (*p) {
    case '\\':
    case '*':
    case '[':
    case ']':
    case '`':
    case '<':
    case '$':
        return true;
    case '_':
        return true;
    case '&':
        return p[1] == '#' || p[1 + strspn(p + 1, ENTITY_LETTERS)] == ';';
    case '#':
    case '>':
    case '+':
    case '-':
        return p == s && (p[1] == ' ' || p[1] == '#'); /* would start a block */
    default:
        return false;
    }
}

static void put_escaped(struct mkcv_buf *out, const char *s, const char *from, size_t n)
{
    for (const char *p = from; p < from + n; p++) {
        if (!strncmp(p, "\xE2\x80\xA8", 3)) {
            mkcv_buf_puts(out, "\\\n");
            p += 2;
            continue;
        }
        if (needs_escape(s, p)) mkcv_buf_putc(out, '\\');
        mkcv_buf_putc(out, *p);
    }
}

/* A code span's fence is one backtick longer than the longest run inside. */
static void put_code(struct mkcv_buf *out, const char *s, size_t n)
{
    size_t longest = 0, run = 0;
    for (size_t i = 0; i < n; i++) {
        run = s[i] == '`' ? run + 1 : 0;
        if (run > longest) longest = run;
    }
    bool pad = n && (s[0] == '`' || s[n - 1] == '`');
    for (size_t i = 0; i <= longest; i++) mkcv_buf_putc(out, '`');
    if (pad) mkcv_buf_putc(out, ' ');
    mkcv_buf_put(out, s, n);
    if (pad) mkcv_buf_putc(out, ' ');
    for (size_t i = 0; i <= longest; i++) mkcv_buf_putc(out, '`');
}

static void put_url(struct mkcv_buf *out, const char *url)
{
    for (; *url; url++) {
        if (strchr(" <>()\\\n", *url))
            mkcv_buf_printf(out, "%%%02X", (unsigned char)*url);
        else
            mkcv_buf_putc(out, *url);
    }
}

/* Delimiters must stand against text: white space at the edge of an emphasised span goes outside. */
static void put_span(struct mkcv_buf *out, const struct mkcv_text *t, const struct mkcv_span *span)
{
    const char *s = t->s + span->at;
    size_t n = span->len, lead = 0, trail = 0;
    while (lead < n && s[lead] == ' ') lead++;
    while (trail < n - lead && s[n - 1 - trail] == ' ') trail++;
    const char *fence = (span->marks & MKCV_MARK_STRONG) && (span->marks & MKCV_MARK_EMPH) ? "***"
                        : span->marks & MKCV_MARK_STRONG                                   ? "**"
                        : span->marks & MKCV_MARK_EMPH                                     ? "*"
                                                                                           : "";
    mkcv_buf_put(out, s, lead);
    if (lead < n) {
        mkcv_buf_puts(out, fence);
        if (span->marks & MKCV_MARK_CODE)
            put_code(out, s + lead, n - lead - trail);
        else if (span->marks & MKCV_MARK_MATH) {
            mkcv_buf_putc(out, '$');
            mkcv_buf_put(out, s + lead, n - lead - trail);
            mkcv_buf_putc(out, '$');
        } else
            put_escaped(out, t->s, s + lead, n - lead - trail);
        mkcv_buf_puts(out, fence);
    }
    mkcv_buf_put(out, s + n - trail, trail);
}

static bool is_same_link(const struct mkcv_span *a, const struct mkcv_span *b)
{
    return a->url && b->url && !strcmp(a->url, b->url) && (a->marks & MKCV_MARK_IMAGE) == (b->marks & MKCV_MARK_IMAGE);
}

const char *mkcv_text_markdown(struct mkcv_arena *a, const struct mkcv_text *t)
{
    struct mkcv_buf out;
    mkcv_buf_init(&out, a);
    for (size_t i = 0; i < t->spans.count;) {
        const struct mkcv_span *first = &t->spans.at[i];
        bool linked = first->url && *first->url;
        size_t end = i + 1;
        while (linked && end < t->spans.count && is_same_link(first, &t->spans.at[end])) end++;
        if (linked) mkcv_buf_puts(&out, first->marks & MKCV_MARK_IMAGE ? "![" : "[");
        for (; i < end; i++) put_span(&out, t, &t->spans.at[i]);
        if (linked) {
            mkcv_buf_puts(&out, "](");
            put_url(&out, first->url);
            mkcv_buf_putc(&out, ')');
        }
    }
    return out.s;
}
