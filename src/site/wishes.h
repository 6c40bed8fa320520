/* wishes.h - what the owner asks in the pages themselves. */
#ifndef MKCV_SITE_WISHES_H
#define MKCV_SITE_WISHES_H
#include "mkcv/record.h"

/* Reads the comments of a page, <!-- cv: hide -->, <!-- cv: tags=a,b priority=2 section=awards -->: each is about the
 * heading with its section, the item, row or paragraph that it stands in or at the end of; alone on a line, about the
 * heading right above or what follows. What is to be hidden is cut out of the blocks at *first, the rest is added to
 * `out`. Of a comment that says nothing, or is about nothing: WISH_UNKNOWN, WISH_IDLE. */
void mkcv_wishes_read(struct mkcv_arena *a, const char *text, const char *file, struct mkcv_block **first,
                      struct mkcv_wishes *out, struct mkcv_diags *d);
/* The same of `cv` in the front matter of a page, for all its lines. */
void mkcv_wishes_read_meta(struct mkcv_arena *a, const struct mkcv_node *meta, struct mkcv_loc page,
                           struct mkcv_wishes *out);
#endif
