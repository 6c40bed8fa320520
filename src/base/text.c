/* text.c - rich text: one plain string and its spans; see text.h. */
#include "mkcv/text.h"
#include "mkcv/buf.h"
#include "mkcv/utf8.h"
#include <string.h>

static const char *const role_names[] = {
#define MKCV_ROLE(id, name) name,
#include "mkcv/role.def"
#undef MKCV_ROLE
};

const char *mkcv_role_name(enum mkcv_role role) { return role_names[role]; }

size_t mkcv_text_length(const struct mkcv_text *t)
{
    if (!t->spans.count) return t->s ? strlen(t->s) : 0;
    const struct mkcv_span *last = &t->spans.at[t->spans.count - 1];
    return (size_t)last->at + last->len;
}

bool mkcv_text_is_empty(const struct mkcv_text *t)
{
    if (!t->s) return true;
    for (const char *p = t->s; *p;)
        if (!mkcv_is_space(mkcv_utf8_next(&p))) return false;
    return true;
}

static bool is_same(const char *a, const char *b) { return a == b || (a && b && !strcmp(a, b)); }

static bool is_joinable(const struct mkcv_span *a, const struct mkcv_span *b)
{
    return a->marks == b->marks && a->role == b->role && a->line == b->line && is_same(a->url, b->url) &&
           is_same(a->lang, b->lang);
}

bool mkcv_text_is_same(const struct mkcv_text *a, const struct mkcv_text *b)
{
    if (!is_same(a->s, b->s) || !is_same(a->file, b->file) || a->spans.count != b->spans.count) return false;
    for (size_t i = 0; i < a->spans.count; i++) {
        const struct mkcv_span *x = &a->spans.at[i], *y = &b->spans.at[i];
        if (x->len != y->len || x->column != y->column || !is_joinable(x, y)) return false;
    }
    return true;
}

/* Texts up to this length are copied at every append, so that no copy by value, wherever it lies, is ever written to.
 * Longer ones grow in place: what is that long is built in one go, and appending must stay linear. */
enum { COPIED_BELOW = 512 };

/* Makes room for `more` bytes in memory that this struct alone writes to; gives the string. */
static char *own(struct mkcv_arena *a, struct mkcv_text *t, size_t old, size_t more)
{
    bool owned = t->owner == t && (t->open || old >= COPIED_BELOW);
    if (owned && t->s && t->cap > old + more) return (char *)t->s;
    size_t cap = t->open && !t->s ? t->cap : owned || old + more >= COPIED_BELOW ? 2 * (old + more) : 0;
    if (cap <= old + more) cap = old + more + 1;
    char *s = mkcv_arena_alloc(a, cap);
    if (old) memcpy(s, t->s, old);
    if (!owned && t->spans.count) {
        struct mkcv_span *spans = MKCV_NEW_ARRAY(a, struct mkcv_span, t->spans.count + 1);
        memcpy(spans, t->spans.at, t->spans.count * sizeof *spans);
        t->spans.at = spans;
        t->spans.cap = t->spans.count + 1;
    }
    t->s = s;
    t->cap = (uint32_t)cap;
    t->owner = t;
    return s;
}

void mkcv_text_open(struct mkcv_text *t, size_t bytes)
{
    t->owner = t;
    t->cap = (uint32_t)bytes + 1;
    t->open = true;
}

void mkcv_text_close(struct mkcv_text *t)
{
    t->owner = NULL;
    t->open = false;
}

void mkcv_text_cover(struct mkcv_arena *a, struct mkcv_text *t, size_t n, const struct mkcv_span *like)
{
    struct mkcv_span span = like ? *like : (struct mkcv_span){.at = 0};
    struct mkcv_span *last = t->spans.count ? &t->spans.at[t->spans.count - 1] : NULL;
    span.at = last ? last->at + last->len : 0;
    span.len = (uint32_t)n;
    if (last && is_joinable(last, &span))
        last->len += span.len;
    else if (n)
        *MKCV_PUSH(a, &t->spans) = span;
}

void mkcv_text_append(struct mkcv_arena *a, struct mkcv_text *t, const char *s, size_t n, const struct mkcv_span *like)
{
    if (!n) return;
    size_t old = mkcv_text_length(t);
    char *end = own(a, t, old, n) + old;
    memcpy(end, s, n);
    end[n] = 0;
    mkcv_text_cover(a, t, n, like);
}

struct mkcv_text mkcv_text_new(struct mkcv_arena *a, const char *s, struct mkcv_loc loc)
{
    struct mkcv_text t = {.file = loc.file};
    if (s) mkcv_text_append(a, &t, s, strlen(s), &(struct mkcv_span){.line = loc.line, .column = loc.column});
    return t;
}

void mkcv_text_put(struct mkcv_arena *a, struct mkcv_text *t, const char *s, enum mkcv_role role)
{
    if (s) mkcv_text_append(a, t, s, strlen(s), &(struct mkcv_span){.role = (uint16_t)role});
}

void mkcv_text_join(struct mkcv_arena *a, struct mkcv_text *t, const struct mkcv_text *more, enum mkcv_role role)
{
    if (!t->file) t->file = more->file;
    for (size_t i = 0; i < more->spans.count; i++) {
        struct mkcv_span span = more->spans.at[i];
        if (role != MKCV_ROLE_PLAIN) span.role = (uint16_t)role;
        mkcv_text_append(a, t, more->s + span.at, span.len, &span);
    }
}

static size_t skip_space(const char *s, size_t from, size_t to)
{
    for (const char *p = s + from; p < s + to;) {
        size_t at = (size_t)(p - s);
        if (!mkcv_is_space(mkcv_utf8_next(&p))) return at;
    }
    return to;
}

static size_t skip_space_back(const char *s, size_t from, size_t to)
{
    while (to > from) {
        uint32_t c = mkcv_utf8_before(s, to);
        if (!mkcv_is_space(c)) break;
        do to--;
        while (to > from && (s[to] & 0xC0) == 0x80);
    }
    return to;
}

struct mkcv_text mkcv_text_slice(struct mkcv_arena *a, const struct mkcv_text *t, size_t from, size_t to)
{
    struct mkcv_text cut = {.file = t->file};
    size_t n = mkcv_text_length(t);
    if (to > n) to = n;
    if (from >= to) return cut;
    from = skip_space(t->s, from, to);
    to = skip_space_back(t->s, from, to);
    if (from >= to) return cut;
    cut.s = mkcv_arena_strndup(a, t->s + from, to - from);
    for (size_t i = 0; i < t->spans.count; i++) {
        struct mkcv_span span = t->spans.at[i];
        size_t b = span.at > from ? span.at : from, e = span.at + span.len < to ? span.at + span.len : to;
        if (b >= e) continue;
        if (span.line) span.column += (int)(b - span.at);
        span.at = (uint32_t)(b - from);
        span.len = (uint32_t)(e - b);
        *MKCV_PUSH(a, &cut.spans) = span;
    }
    return cut;
}

void mkcv_text_link(struct mkcv_arena *a, struct mkcv_text *t, size_t from, size_t to, const char *url)
{
    struct mkcv_text all = {.file = t->file};
    const size_t cuts[] = {0, from, to, mkcv_text_length(t)};
    for (size_t i = 0; i < t->spans.count; i++)
        for (size_t k = 0; k < 3; k++) {
            struct mkcv_span span = t->spans.at[i];
            size_t start = span.at > cuts[k] ? span.at : cuts[k];
            size_t end = span.at + span.len < cuts[k + 1] ? span.at + span.len : cuts[k + 1];
            if (start >= end) continue;
            if (k == 1) span.url = url;
            mkcv_text_append(a, &all, t->s + start, end - start, &span);
        }
    *t = all;
}

void mkcv_text_speak(struct mkcv_arena *a, struct mkcv_text *t, const char *lang, bool all)
{
    struct mkcv_text said = {.file = t->file};
    for (size_t i = 0; i < t->spans.count; i++) {
        struct mkcv_span span = t->spans.at[i];
        if (all || !span.lang) span.lang = lang;
        mkcv_text_append(a, &said, t->s + span.at, span.len, &span);
    }
    *t = said;
}

const char *mkcv_text_lang(const struct mkcv_text *t)
{
    const char *lang = NULL;
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct mkcv_span *span = &t->spans.at[i];
        const char *s = t->s + span->at;
        if (*s == ' ' && strspn(s, " ") >= span->len) continue;
        if (!span->lang || (lang && !is_same(span->lang, lang))) return NULL;
        lang = span->lang;
    }
    return lang;
}

const struct mkcv_span *mkcv_text_lookup(const struct mkcv_text *t, size_t at)
{
    size_t low = 0, high = t->spans.count;
    while (low < high) {
        size_t mid = (low + high) / 2;
        const struct mkcv_span *s = &t->spans.at[mid];
        if (at < s->at)
            high = mid;
        else if (at >= (size_t)s->at + s->len)
            low = mid + 1;
        else
            return s;
    }
    return NULL;
}

const char *mkcv_text_url(const struct mkcv_text *t, size_t from, size_t to)
{
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct mkcv_span *s = &t->spans.at[i];
        if (s->url && *s->url && s->at < to && s->at + s->len > from && !(s->marks & MKCV_MARK_IMAGE)) return s->url;
    }
    return NULL;
}

struct mkcv_loc mkcv_text_loc(const struct mkcv_text *t, size_t at)
{
    const struct mkcv_span *s = mkcv_text_lookup(t, at);
    if (!s && t->spans.count) s = at ? &t->spans.at[t->spans.count - 1] : &t->spans.at[0];
    if (!s) return (struct mkcv_loc){.file = t->file};
    return (struct mkcv_loc){t->file, s->line, s->line && at > s->at ? s->column + (int)(at - s->at) : s->column};
}
