/* columns.h - sections whose body stands in columns below its head. */
#ifndef MKCV_COMPOSE_COLUMNS_H
#define MKCV_COMPOSE_COLUMNS_H
#include "mkcv/compose.h"

/* Settles in how many columns the sections stand, whose nodes carry what the style wishes: no more than there are
 * entries, none narrower than a few words. */
void mkcv_columns_compose(struct mkcv_composer *c);
#endif
