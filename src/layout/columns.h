/* columns.h - a section's body in columns: its rows set to their measure, and their place on a page. */
#ifndef MKCV_LAYOUT_COLUMNS_H
#define MKCV_LAYOUT_COLUMNS_H
#include "galley.h"

/* Sets what follows to `count` columns' measure, below 2 to the body's; columns that are open end. */
void mkcv_columns_turn(struct mkcv_galley *g, int count);
/* An entry begins: that before it is kept whole, unless it takes much of the page. */
void mkcv_columns_entry(struct mkcv_galley *g);
/* The height of the columns from row `first` on, which begins them, on one page. */
int64_t mkcv_columns_height(struct mkcv_galley *g, uint32_t first);
/* How far column number `column` (from 0, in reading order) of `count` stands from the left one. */
int32_t mkcv_columns_shift(const struct mkcv_galley *g, int count, int column);
#endif
