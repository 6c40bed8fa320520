/* words.h - whether a text holds all the words that are asked for. */
#ifndef MKCV_EXPLAIN_WORDS_H
#define MKCV_EXPLAIN_WORDS_H
#include "mkcv/text.h"

/* The words folded, NULL-terminated; those of no letter are left out. */
const char *const *mkcv_words_fold(struct mkcv_arena *a, const char *const *words);
/* `s` may be NULL: it holds nothing. No words are in every text. */
bool mkcv_words_in(struct mkcv_arena *a, const char *s, const char *const *folded);
#endif
