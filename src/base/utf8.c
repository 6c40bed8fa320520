/* utf8.c - walking and cleaning UTF-8; see utf8.h. Properties and normal forms come from utf8proc. */
#include "mkcv/utf8.h"
#include "mkcv/buf.h"
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

uint32_t mkcv_utf8_next(const char **p)
{
    const unsigned char *s = (const unsigned char *)*p;
    uint32_t c = *s;
    if (!c) return 0;
    if (c < 0x80) {
        *p += 1;
        return c;
    }
    int more = c < 0xE0 ? 1 : c < 0xF0 ? 2 : 3;
    c &= 0x3Fu >> more;
    for (s++; more && (*s & 0xC0) == 0x80; more--) c = c << 6 | (*s++ & 0x3F);
    *p = (const char *)s;
    return c;
}

uint32_t mkcv_utf8_before(const char *s, size_t at)
{
    if (!at) return 0;
    do at--;
    while (at && (s[at] & 0xC0) == 0x80);
    const char *p = s + at;
    return mkcv_utf8_next(&p);
}

size_t mkcv_utf8_encode(uint32_t c, char out[4])
{
    if (c < 0x80) {
        *out = (char)c;
        return 1;
    }
    return (size_t)utf8proc_encode_char((utf8proc_int32_t)c, (utf8proc_uint8_t *)out);
}

size_t mkcv_utf8_count(const char *s)
{
    size_t n = 0;
    for (; *s; s++) n += (*s & 0xC0) != 0x80;
    return n;
}

/* The length of the valid, permitted character at `p`, or 0. */
static size_t valid_length(const char *p, size_t n)
{
    unsigned char c = (unsigned char)*p;
    if (c < 0x80) return (c >= 0x20 && c != 0x7F) || c == '\t' || c == '\n';
    utf8proc_int32_t codepoint;
    utf8proc_ssize_t got = utf8proc_iterate((const utf8proc_uint8_t *)p, n > 4 ? 4 : (utf8proc_ssize_t)n, &codepoint);
    if (got <= 0 || (codepoint >= 0x80 && codepoint < 0xA0)) return 0;
    return (size_t)got;
}

const char *mkcv_utf8_clean(struct mkcv_arena *a, const char *bytes, size_t n, int *bad_line)
{
    struct mkcv_buf out = {.arena = a};
    int line = 1;
    size_t i = n >= 3 && !memcmp(bytes, "\xEF\xBB\xBF", 3) ? 3 : 0, from = i;
    *bad_line = 0;
    while (i < n) {
        size_t len = valid_length(bytes + i, n - i);
        if (len) {
            line += bytes[i] == '\n';
            i += len;
            continue;
        }
        if (!out.s) mkcv_buf_init_for(&out, a, n + n / 16);
        mkcv_buf_put(&out, bytes + from, i - from);
        if (bytes[i] == '\r') {
            if (i + 1 == n || bytes[i + 1] != '\n') {
                mkcv_buf_putc(&out, '\n');
                line++;
            }
        } else {
            mkcv_buf_puts(&out, "\xEF\xBF\xBD");
            if (!*bad_line) *bad_line = line;
        }
        from = ++i;
    }
    if (!out.s) return bytes + from;
    mkcv_buf_put(&out, bytes + from, n - from);
    return out.s;
}

static const char *map(struct mkcv_arena *a, const char *s, utf8proc_option_t options)
{
    utf8proc_uint8_t *mapped = NULL;
    utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)s, 0, &mapped, UTF8PROC_NULLTERM | options);
    const char *copy = n < 0 ? s : mkcv_arena_strndup(a, (const char *)mapped, (size_t)n);
    free(mapped); /* utf8proc's own */
    return copy;
}

/* Characters that are in NFC whatever stands before them (Unicode Standard Annex 15, quick check), as far as common
 * texts have them: Latin without combining marks, punctuation, Han and kana, Hangul syllables, full-width forms. */
static bool is_composed(uint32_t c)
{
    return c < 0x300 || (c >= 0x2002 && c <= 0x2064) || (c >= 0x3001 && c <= 0x9fff && c != 0x3099 && c != 0x309a) ||
           (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xff01 && c <= 0xffef);
}

const char *mkcv_utf8_nfc(struct mkcv_arena *a, const char *s)
{
    for (const char *p = s; *p;) {
        if ((unsigned char)*p < 0xCC)
            p++;
        else if (!is_composed(mkcv_utf8_next(&p)))
            return map(a, s, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    }
    return s;
}

const char *mkcv_utf8_nfd(struct mkcv_arena *a, const char *s)
{
    return map(a, s, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
}

const char *mkcv_utf8_nfkc(struct mkcv_arena *a, const char *s)
{
    return map(a, s, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
}

const char *mkcv_utf8_fold(struct mkcv_arena *a, const char *s)
{
    struct mkcv_buf out;
    bool ascii = true;
    for (const char *p = s; *p && ascii; p++) ascii = (unsigned char)*p < 0x80;
    if (!ascii)
        s = map(a, s, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    mkcv_buf_init(&out, a);
    bool gap = false;
    for (uint32_t c; (c = mkcv_utf8_next(&s));) {
        if (!mkcv_is_letter(c) && utf8proc_category((utf8proc_int32_t)c) != UTF8PROC_CATEGORY_ND) {
            gap = out.n > 0;
            continue;
        }
        if (gap) mkcv_buf_putc(&out, ' ');
        gap = false;
        mkcv_buf_utf8(&out, c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    return out.s;
}

bool mkcv_is_cjk(uint32_t c)
{
    return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7af) ||
           (c >= 0x1100 && c <= 0x11ff) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff);
}

bool mkcv_is_wide(uint32_t c) { return mkcv_is_cjk(c) || (c >= 0x3000 && c <= 0x303f) || (c >= 0xff01 && c <= 0xff60); }

bool mkcv_is_letter(uint32_t c)
{
    if (c < 0x80) return (c | 32) >= 'a' && (c | 32) <= 'z';
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
    return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_ME;
}

bool mkcv_is_upper(uint32_t c)
{
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
    return k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LT;
}

bool mkcv_is_caseless(uint32_t c)
{
    return c >= 0x80 && utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LO;
}

bool mkcv_is_lower(uint32_t c)
{
    if (c < 0x80) return c >= 'a' && c <= 'z';
    return utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LL;
}

int mkcv_utf8_columns(uint32_t c) { return utf8proc_charwidth((utf8proc_int32_t)c); }

bool mkcv_is_digit(uint32_t c) { return c >= '0' && c <= '9'; }

bool mkcv_is_space(uint32_t c)
{
    if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
    return k >= UTF8PROC_CATEGORY_ZS && k <= UTF8PROC_CATEGORY_ZP;
}

bool mkcv_is_punct(uint32_t c)
{
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
    return k >= UTF8PROC_CATEGORY_PC && k <= UTF8PROC_CATEGORY_PO;
}

uint32_t mkcv_lower(uint32_t c) { return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c); }
uint32_t mkcv_upper(uint32_t c) { return (uint32_t)utf8proc_toupper((utf8proc_int32_t)c); }
