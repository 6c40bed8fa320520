/* buf.c - growing output; see buf.h. */
#include "mkcv/buf.h"
#include "mkcv/utf8.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void reserve(struct mkcv_buf *b, size_t more)
{
    if (b->cap - b->n > more) return;
    size_t cap = b->cap * 2;
    if (cap <= b->n + more) cap = b->n + more + 1;
    b->s = mkcv_arena_grow(b->arena, b->s, b->cap, cap);
    b->cap = cap;
}

void mkcv_buf_init_for(struct mkcv_buf *b, struct mkcv_arena *arena, size_t n)
{
    *b = (struct mkcv_buf){.arena = arena, .cap = n + 1};
    b->s = mkcv_arena_alloc(arena, b->cap);
}

void mkcv_buf_init(struct mkcv_buf *b, struct mkcv_arena *arena) { mkcv_buf_init_for(b, arena, 63); }

void mkcv_buf_put(struct mkcv_buf *b, const void *bytes, size_t n)
{
    if (!n) return;
    reserve(b, n);
    memcpy(b->s + b->n, bytes, n);
    b->n += n;
    b->s[b->n] = 0;
}

void mkcv_buf_puts(struct mkcv_buf *b, const char *s)
{
    if (s) mkcv_buf_put(b, s, strlen(s));
}

void mkcv_buf_putc(struct mkcv_buf *b, char c)
{
    reserve(b, 1);
    b->s[b->n++] = c;
    b->s[b->n] = 0;
}

void mkcv_buf_utf8(struct mkcv_buf *b, uint32_t codepoint)
{
    reserve(b, 4);
    b->n += mkcv_utf8_encode(codepoint, b->s + b->n);
    b->s[b->n] = 0;
}

void mkcv_buf_printf(struct mkcv_buf *b, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n > 0) {
        reserve(b, (size_t)n + 1);
        vsnprintf(b->s + b->n, (size_t)n + 1, format, again);
        b->n += (size_t)n;
    }
    va_end(again);
}

void mkcv_buf_mpt(struct mkcv_buf *b, int64_t mpt)
{
    char digits[32];
    size_t at = sizeof digits;
    uint64_t v = mpt < 0 ? -(uint64_t)mpt : (uint64_t)mpt;
    unsigned fraction = (unsigned)(v % 1000);
    for (unsigned place = 0, started = 0; place < 3; place++, fraction /= 10) {
        if (fraction % 10 || started) {
            digits[--at] = (char)('0' + fraction % 10);
            started = 1;
        }
    }
    if (at < sizeof digits) digits[--at] = '.';
    v /= 1000;
    do digits[--at] = (char)('0' + v % 10);
    while (v /= 10);
    if (mpt < 0) digits[--at] = '-';
    mkcv_buf_put(b, digits + at, sizeof digits - at);
}

void mkcv_buf_json(struct mkcv_buf *b, const char *s)
{
    mkcv_buf_putc(b, '"');
    for (; s && *s; s++) {
        if (*s == '"' || *s == '\\')
            mkcv_buf_printf(b, "\\%c", *s);
        else if ((unsigned char)*s < 0x20)
            mkcv_buf_printf(b, "\\u%04x", (unsigned)*s);
        else
            mkcv_buf_putc(b, *s);
    }
    mkcv_buf_putc(b, '"');
}
