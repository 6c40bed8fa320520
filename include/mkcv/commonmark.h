/* commonmark.h - signs of CommonMark (0.30) that need care, for all who write it. */
#ifndef MKCV_COMMONMARK_H
#define MKCV_COMMONMARK_H
#include "mkcv/buf.h"
#include <stdbool.h>

/* `n` bytes as a code span: its fence is one backtick longer than the longest run inside. */
void mkcv_commonmark_code(struct mkcv_buf *out, const char *s, size_t n);
/* An address as a link's destination: what would end it is percent-encoded. */
void mkcv_commonmark_url(struct mkcv_buf *out, const char *url);
/* True for TeX that one dollar at each end encloses. */
bool mkcv_commonmark_is_math(const char *s, size_t n);
/* True for an ampersand at `p` that begins an entity. */
bool mkcv_commonmark_is_entity(const char *p);
#endif
