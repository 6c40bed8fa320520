/* words.h - what the readers of this folder share about words, beside read.h. */
#ifndef MKCV_CV_WORDS_H
#define MKCV_CV_WORDS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool mkcv_word_in(const char *word, const char *const *list);
/* The word [from, to), without its point, is one that a point follows inside a sentence. */
bool mkcv_is_abbreviation(const char *s, size_t from, size_t to);
/* Where mkcv_fold_has finds the phrase, or (size_t)-1. */
size_t mkcv_fold_find(const char *folded, const char *phrase);
/* Runs of ASCII letters and digits, and of whatever is beyond ASCII; of the first `n` bytes. NULL has none. */
size_t mkcv_words_count_in(const char *s, size_t n);
size_t mkcv_words_count(const char *s);
#endif
