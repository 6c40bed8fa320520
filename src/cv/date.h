/* date.h - what date.c, month.c and when.c share. */
#ifndef MKCV_CV_DATE_PARTS_H
#define MKCV_CV_DATE_PARTS_H
#include "mkcv/date.h"
#include <stddef.h>

#define MKCV_DATE_WORD 24 /* bytes of the longest word read in a date */

/* One date at `at`: the byte after it, `at` when there is none. A month without a year has year 0. */
size_t mkcv_date_read(const char *s, size_t at, size_t to, struct mkcv_date *d);
/* Parts: how many digits stand at `at`; the byte after blanks; whether `what` stands there; a folded Latin word. */
size_t mkcv_date_digits(const char *s, size_t at, size_t to, int *value);
size_t mkcv_date_blank(const char *s, size_t at, size_t to);
bool mkcv_date_has(const char *s, size_t at, size_t to, const char *what);
size_t mkcv_date_word(const char *s, size_t at, size_t to, char word[static MKCV_DATE_WORD]);
/* The name of a month at `at`, with its point: the byte after it and the month, or 13 for a term; else `at`. */
size_t mkcv_date_month(const char *s, size_t at, size_t to, int *month);
#endif
