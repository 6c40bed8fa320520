/* text_markdown.c - rich text as CommonMark inline source (CommonMark 0.30, section 6); text_parse.c reads it back. */
#include "mkcv/commonmark.h"
#include "mkcv/text.h"
#include "mkcv/utf8.h"
#include <string.h>

#define ENTITY_LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

bool mkcv_commonmark_is_entity(const char *p) { return p[1] == '#' || p[1 + strspn(p + 1, ENTITY_LETTERS)] == ';'; }

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
        return mkcv_commonmark_is_entity(p);
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

void mkcv_commonmark_code(struct mkcv_buf *out, const char *s, size_t n)
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

/* Brackets in pairs stand as they are. */
static bool is_balanced(const char *url)
{
    int depth = 0;
    for (; *url && depth >= 0; url++) depth += *url == '(' ? 1 : *url == ')' ? -1 : 0;
    return depth == 0;
}

void mkcv_commonmark_url(struct mkcv_buf *out, const char *url)
{
    bool balanced = is_balanced(url);
    for (; *url; url++) {
        if (strchr(" <>\\\n", *url) || (strchr("()", *url) && !balanced))
            mkcv_buf_printf(out, "%%%02X", (unsigned char)*url);
        else
            mkcv_buf_putc(out, *url);
    }
}

bool mkcv_commonmark_is_math(const char *s, size_t n)
{
    size_t i = 0;
    for (; i < n && s[i] != '$'; i++) i += s[i] == '\\';
    return n && i == n;
}

static void put_inner(struct mkcv_buf *out, const struct mkcv_text *t, uint16_t marks, const char *s, size_t n)
{
    if (marks & MKCV_MARK_CODE) {
        mkcv_commonmark_code(out, s, n);
    } else if ((marks & MKCV_MARK_MATH) && mkcv_commonmark_is_math(s, n)) {
        mkcv_buf_putc(out, '$');
        mkcv_buf_put(out, s, n);
        mkcv_buf_putc(out, '$');
    } else {
        put_escaped(out, t->s, s, n);
    }
}

static const char *fence_of(uint16_t marks)
{
    if (!(marks & MKCV_MARK_STRONG)) return marks & MKCV_MARK_EMPH ? "*" : "";
    return marks & MKCV_MARK_EMPH ? "***" : "**";
}

static bool is_edge(char c) { return c == ' ' || c == '\n'; }

/* Delimiters must stand against text: white space at the edge of an emphasised span goes outside. Raised and lowered
 * text has no sign in CommonMark but HTML's. */
static void put_span(struct mkcv_buf *out, const struct mkcv_text *t, const struct mkcv_span *span)
{
    const char *s = t->s + span->at, *fence = fence_of(span->marks);
    size_t n = span->len, lead = 0, trail = 0;
    while (lead < n && is_edge(s[lead])) lead++;
    while (trail < n - lead && is_edge(s[n - 1 - trail])) trail++;
    const char *tag = span->marks & MKCV_MARK_SUP ? "sup" : span->marks & MKCV_MARK_SUB ? "sub" : NULL;
    mkcv_buf_put(out, s, lead);
    if (lead < n) {
        mkcv_buf_puts(out, fence);
        if (tag) mkcv_buf_printf(out, "<%s>", tag);
        put_inner(out, t, span->marks, s + lead, n - lead - trail);
        if (tag) mkcv_buf_printf(out, "</%s>", tag);
        mkcv_buf_puts(out, fence);
    }
    mkcv_buf_put(out, s + n - trail, trail);
}

static bool is_same_lang(const char *a, const char *b) { return a == b || (a && b && !strcmp(a, b)); }

static bool is_same_link(const struct mkcv_span *a, const struct mkcv_span *b)
{
    return !strcmp(a->url ? a->url : "", b->url ? b->url : "") && is_same_lang(a->lang, b->lang) &&
           (a->marks & MKCV_MARK_IMAGE) == (b->marks & MKCV_MARK_IMAGE);
}

/* CommonMark has no sign for a language but HTML's. Links stand inside of it. */
static void set_lang(struct mkcv_buf *out, const char **open, const char *lang)
{
    if (is_same_lang(*open, lang)) return;
    if (*open) mkcv_buf_puts(out, "</span>");
    if (lang) mkcv_buf_printf(out, "<span lang=\"%s\">", lang);
    *open = lang;
}

/* An exclamation mark before a link would make a picture of it. */
static void open_link(struct mkcv_buf *out, bool image)
{
    if (!image && out->n && out->s[out->n - 1] == '!') {
        out->s[out->n - 1] = '\\';
        mkcv_buf_putc(out, '!');
    }
    mkcv_buf_puts(out, image ? "![" : "[");
}

const char *mkcv_text_markdown(struct mkcv_arena *a, const struct mkcv_text *t)
{
    struct mkcv_buf out;
    const char *lang = NULL;
    mkcv_buf_init(&out, a);
    for (size_t i = 0; i < t->spans.count;) {
        const struct mkcv_span *first = &t->spans.at[i];
        set_lang(&out, &lang, first->lang);
        bool linked = (first->url && *first->url) || (first->marks & MKCV_MARK_IMAGE);
        size_t end = i + 1;
        while (linked && end < t->spans.count && is_same_link(first, &t->spans.at[end])) end++;
        if (linked) open_link(&out, first->marks & MKCV_MARK_IMAGE);
        for (; i < end; i++) put_span(&out, t, &t->spans.at[i]);
        if (linked) {
            mkcv_buf_puts(&out, "](");
            mkcv_commonmark_url(&out, first->url ? first->url : "");
            mkcv_buf_putc(&out, ')');
        }
    }
    set_lang(&out, &lang, NULL);
    return out.s;
}
