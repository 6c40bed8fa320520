/* pictograph.h - emoji: which characters are pictures, and the words for those that say something. */
#ifndef MKCV_COMPOSE_PICTOGRAPH_H
#define MKCV_COMPOSE_PICTOGRAPH_H
#include "mkcv/text.h"
#include <stdint.h>

/* The bytes of the picture at `s` with its joiners, tones and selectors (Unicode Technical Standard 51); 0 when a
 * character of text stands there. */
size_t mkcv_pictograph_length(const char *s);
/* What stands for the pictures of bytes [from, to) where nothing else is said there ("PDF" for a page), or NULL where
 * there are letters or figures, or no picture. */
const char *mkcv_pictograph_word(const char *s, size_t from, size_t to);
/* Tells, where such things are asked for, that pictures of the text are not set. */
void mkcv_pictograph_report(struct mkcv_diags *d, const struct mkcv_text *t);
#endif
