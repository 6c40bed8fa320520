/* tighten.h - a style with less or more room between its lines, or smaller letters. */
#ifndef MKCV_FIT_TIGHTEN_H
#define MKCV_FIT_TIGHTEN_H
#include "mkcv/style.h"

enum { MKCV_TIGHT_MOST = 1000 };

/* Zero is the style as it is. */
struct mkcv_tightness {
    int space; /* 1000: the least room that the style allows; -1000: the most */
    int size;  /* 1000: the smallest letters that it allows */
};

struct mkcv_style mkcv_style_tighten(const struct mkcv_style *style, struct mkcv_tightness t);
/* Thousandths of the style's own: vertical room, line distance, letters. */
int32_t mkcv_tight_space(const struct mkcv_style *style, struct mkcv_tightness t);
int32_t mkcv_tight_leading(const struct mkcv_style *style, struct mkcv_tightness t);
int32_t mkcv_tight_size(const struct mkcv_style *style, struct mkcv_tightness t);
#endif
