/* date.h - dates of the precision that a CV has: year, month or day. */
#ifndef MKCV_DATE_H
#define MKCV_DATE_H
#include "mkcv/arena.h"
#include <stdbool.h>

/* year 0: no date; month 0: a year; day 0: a month. */
struct mkcv_date {
    short year;
    signed char month, day;
};

/* Negative, zero or positive as a is before, the same as, or after b; no date comes first. */
int mkcv_date_compare(struct mkcv_date a, struct mkcv_date b);
/* "2024", "2024-05", "2024-05-09"; NULL for no date. */
const char *mkcv_date_iso(struct mkcv_arena *a, struct mkcv_date d);
#endif
