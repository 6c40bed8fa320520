/* autolink.c - bare web and mail addresses in running text become links, as readers expect of a page.
 *
 * An address ends before white space, and punctuation at its end belongs to the sentence (GFM, section 6.9). */
#include "rich.h"
#include <ctype.h>
#include <string.h>
#include <strings.h>

struct found {
    size_t from, to;
    const char *url;
};

/* White space and brackets end an address, and so does full-width punctuation. */
static bool is_address_byte(const char *p)
{
    unsigned char c = (unsigned char)*p;
    if (c == 0xE2 && ((unsigned char)p[1] == 0x80)) return false; /* quotes, dashes, U+2028 */
    if (c == 0xE3 && ((unsigned char)p[1] == 0x80)) return false; /* ideographic punctuation */
    if (c == 0xEF && ((unsigned char)p[1] == 0xBC || (unsigned char)p[1] == 0xBD)) return false;
    if (c == 0xC2 && (unsigned char)p[1] == 0xA0) return false;
    return c > ' ' && !strchr("<>\"`|{}[]", c);
}

static size_t trimmed(const char *s, size_t from, size_t to)
{
    while (to > from) {
        char c = s[to - 1];
        if (c == ')') {
            int balance = 0;
            for (size_t i = from; i < to; i++) balance += (s[i] == '(') - (s[i] == ')');
            if (balance >= 0) break;
        } else if (!strchr(".,;:!?'*_~", c)) {
            break;
        }
        to--;
    }
    return to;
}

static bool find_web(struct mkcv_arena *a, const char *s, size_t at, struct found *out)
{
    size_t scheme = strncasecmp(s + at, "https://", 8) == 0 ? 8 : strncasecmp(s + at, "http://", 7) == 0 ? 7 : 0;
    if (scheme == 0 || (at > 0 && isalnum((unsigned char)s[at - 1]))) return false;
    size_t to = at + scheme;
    while (s[to] && is_address_byte(s + to) && to - at < 2000) to++;
    to = trimmed(s, at, to);
    if (to <= at + scheme + 2) return false;
    *out = (struct found){at, to, mkcv_arena_strndup(a, s + at, to - at)};
    return true;
}

static bool is_local(char c) { return isalnum((unsigned char)c) || strchr("._%+-", c); }
static bool is_domain(char c) { return isalnum((unsigned char)c) || c == '.' || c == '-'; }

/* The address around the sign at `at`; it must not reach before `floor`. */
static bool find_mail(struct mkcv_arena *a, const char *s, size_t floor, size_t at, struct found *out)
{
    size_t from = at, to = at + 1, dots = 0;
    while (from > floor && s[from - 1] && is_local(s[from - 1]) && at - from < 64) from--;
    while (from < at && !isalnum((unsigned char)s[from])) from++;
    while (s[to] && is_domain(s[to]) && to - at < 250) dots += s[to++] == '.';
    while (to > at && (s[to - 1] == '.' || s[to - 1] == '-')) dots -= s[--to] == '.';
    if (from == at || dots == 0 || to < at + 4 || s[at + 1] == '.') return false;
    *out = (struct found){from, to, mkcv_arena_printf(a, "mailto:%.*s", (int)(to - from), s + from)};
    return true;
}

static bool is_plain(const struct mkcv_span *span)
{
    return !span->url && !(span->marks & (MKCV_MARK_CODE | MKCV_MARK_MATH | MKCV_MARK_IMAGE));
}

/* All bytes of the find are in plain spans. */
static bool fits_spans(const struct mkcv_text *t, size_t span, const struct found *f)
{
    while (span > 0 && t->spans.at[span].at > f->from) span--;
    for (; span < t->spans.count && t->spans.at[span].at < f->to; span++)
        if (!is_plain(&t->spans.at[span])) return false;
    return true;
}

struct finds {
    MKCV_VEC(struct found) list;
};

static void find_addresses(struct mkcv_arena *a, const struct mkcv_text *t, struct finds *finds)
{
    size_t floor = 0, span = 0;
    for (const char *p = t->s + strcspn(t->s, "hH@"); *p; p += 1 + strcspn(p + 1, "hH@")) {
        size_t at = (size_t)(p - t->s);
        struct found f;
        if (at < floor) continue;
        while (span + 1 < t->spans.count && t->spans.at[span + 1].at <= at) span++;
        if (!is_plain(&t->spans.at[span])) continue;
        bool found = *p == '@' ? find_mail(a, t->s, floor, at, &f) : find_web(a, t->s, at, &f);
        if (!found || !fits_spans(t, span, &f)) continue;
        *MKCV_PUSH(a, &finds->list) = f;
        floor = f.to;
    }
}

/* Adds the part [from, to) of `span`, linked to `url` when that is not NULL. */
static void put_span(struct mkcv_arena *a, struct mkcv_text *t, const struct mkcv_span *span, size_t from, size_t to,
                     const char *url)
{
    if (from >= to) return;
    struct mkcv_span *part = MKCV_PUSH(a, &t->spans);
    *part = *span;
    part->at = (uint32_t)from;
    part->len = (uint32_t)(to - from);
    if (span->column) part->column += (int)(from - span->at);
    if (url) part->url = url;
}

void mkcv_autolink(struct mkcv_arena *a, struct mkcv_text *t)
{
    struct finds finds = {0};
    find_addresses(a, t, &finds);
    if (finds.list.count == 0) return;
    struct mkcv_text linked = {.s = t->s, .file = t->file};
    size_t k = 0;
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct mkcv_span *span = &t->spans.at[i];
        size_t at = span->at, end = at + span->len;
        while (at < end) {
            while (k < finds.list.count && finds.list.at[k].to <= at) k++;
            const struct found *f = k < finds.list.count && finds.list.at[k].from < end ? &finds.list.at[k] : NULL;
            size_t from = f && f->from > at ? f->from : at, to = f && f->to < end ? f->to : end;
            if (!f || f->from > at)
                to = f ? from : end, put_span(a, &linked, span, at, to, NULL);
            else
                put_span(a, &linked, span, at, to, f->url);
            at = to;
        }
    }
    *t = linked;
}
