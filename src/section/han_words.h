/* han_words.h - words of Chinese, Japanese and Korean, which set words apart by blanks at most: a word is found
 * anywhere in a stretch of text. Lists end with NULL. */
#ifndef MKCV_HAN_WORDS_H
#define MKCV_HAN_WORDS_H
#include "mkcv/read.h"

/* How names of organisations and of fields of study end; posts; degrees and what leads to them. */
extern const char *const mkcv_han_orgs[], *const mkcv_han_areas[], *const mkcv_han_posts[], *const mkcv_han_degrees[];

/* True when Han, kana or Hangul stand in the range. */
bool mkcv_has_han(const struct mkcv_text *t, struct mkcv_range range);
/* One of the words stands in the range, or at its end. */
bool mkcv_han_has(const char *s, struct mkcv_range r, const char *const *words);
bool mkcv_han_ends(const char *s, struct mkcv_range r, const char *const *words);
/* The byte after the last word of the list that stands in the range; r.from when none does. */
size_t mkcv_han_last_end(const char *s, struct mkcv_range r, const char *const *words);
/* A post is named there, not a student's. */
bool mkcv_han_is_post(const char *s, struct mkcv_range r);
/* The mark that ends the clause at `from`, or `to`; "、" stands between the members of a list and ends none. */
size_t mkcv_han_clause_end(const char *s, size_t from, size_t to);
#endif
