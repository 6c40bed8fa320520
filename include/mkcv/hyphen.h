/* hyphen.h - where a word may be divided: Liang's patterns (F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983). */
#ifndef MKCV_HYPHEN_H
#define MKCV_HYPHEN_H
#include <stddef.h>
#include <stdint.h>

struct mkcv_hyphen; /* compiled patterns of a language, embedded in the program; constant, no clean-up */

/* The patterns of a BCP 47 tag ("en", "en-GB", "de"), of its primary language when there are none, or NULL. */
const struct mkcv_hyphen *mkcv_hyphen_lookup(const char *lang);
/* Sets breaks[i] = 1 where the word (n bytes of UTF-8, letters alone, n <= 255) may be divided before byte i; the left
 * and right minima of the language hold. breaks has n bytes and is cleared first. */
void mkcv_hyphenate(const struct mkcv_hyphen *h, const char *word, size_t n, uint8_t *breaks);
/* Sets joints[i] = 1 where words of a compound meet before byte i; the patterns of most languages tell none. As above;
 * the minima do not hold. */
void mkcv_hyphen_joints(const struct mkcv_hyphen *h, const char *word, size_t n, uint8_t *joints);
#endif
