/* wrap.h - lines of plain text, by the columns that characters take. */
#ifndef MKCV_WRAP_H
#define MKCV_WRAP_H
#include "mkcv/buf.h"

/* How a text is broken; all in columns. */
struct mkcv_wrap {
    int width;  /* of a line, from the margin */
    int column; /* where the first line begins: what stands before it is written */
    int hang;   /* where the others begin */
    int first;  /* the width of the first line, when it is another; 0: the same */
};

/* Writes `s`, whose white space is single U+0020 and U+2028, in lines of that width: greedily, broken at blanks and
 * between wide characters, never inside of a word, however long. Without a last newline; where the first line ended is
 * told in *end (the offset in `out`, NULL: not asked). Gives the columns of that line. */
int mkcv_wrap_put(struct mkcv_buf *out, const char *s, const struct mkcv_wrap *wrap, size_t *end);
/* Columns of a text on one line. */
int mkcv_columns_of(const char *s);
#endif
