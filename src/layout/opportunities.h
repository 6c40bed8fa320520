/* opportunities.h - where lines may end: Unicode Standard Annex 14 (revision 51, Unicode 15.0). */
#ifndef MKCV_OPPORTUNITIES_H
#define MKCV_OPPORTUNITIES_H
#include "mkcv/arena.h"
#include <stdbool.h>
#include <stddef.h>

/* Of the `n` bytes of UTF-8 at `s`: at[i] is true where a line may begin at byte i, a character's first; at[0] and all
 * other bytes are false. Numbers are kept whole as the Annex's section 8.2 has them (example 7). With `ideographic`
 * curly quotes beside ideographs open and close as brackets do; the Annex, which cannot tell them apart, lets no line
 * end on either side. */
const bool *mkcv_opportunities_find(struct mkcv_arena *a, const char *s, size_t n, bool ideographic);
#endif
