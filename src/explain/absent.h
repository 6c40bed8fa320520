/* absent.h - what is asked for and not on the CV. */
#ifndef MKCV_EXPLAIN_ABSENT_H
#define MKCV_EXPLAIN_ABSENT_H
#include "mkcv/explain.h"

/* Writes where the folded words stand in what was read and why they are not on the CV; or that they stand nowhere. */
void mkcv_absent_write(const struct mkcv_explained *x, const char *const *words, struct mkcv_buf *out);
#endif
