/* buf.h - growing output, NUL-terminated at all times, in an arena. */
#ifndef MKCV_BUF_H
#define MKCV_BUF_H
#include "mkcv/arena.h"
#include <stdint.h>

struct mkcv_buf {
    struct mkcv_arena *arena;
    char *s; /* never NULL after init */
    size_t n, cap;
};

void mkcv_buf_init(struct mkcv_buf *b, struct mkcv_arena *arena);
/* With room for `n` bytes. */
void mkcv_buf_init_for(struct mkcv_buf *b, struct mkcv_arena *arena, size_t n);
void mkcv_buf_put(struct mkcv_buf *b, const void *bytes, size_t n);
void mkcv_buf_puts(struct mkcv_buf *b, const char *s); /* NULL writes nothing */
void mkcv_buf_putc(struct mkcv_buf *b, char c);
void mkcv_buf_utf8(struct mkcv_buf *b, uint32_t codepoint);
void mkcv_buf_printf(struct mkcv_buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A string of JSON with its quotes; NULL is the empty one. */
void mkcv_buf_json(struct mkcv_buf *b, const char *s);
/* A length in thousandths of a point as points with up to three decimals and no trailing zero: 10500 -> "10.5". */
void mkcv_buf_mpt(struct mkcv_buf *b, int64_t mpt);
#endif
