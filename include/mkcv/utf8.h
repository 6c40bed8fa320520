/* utf8.h - walking and cleaning UTF-8. Text inside mkcv is valid, NFC, without NUL; only mkcv_utf8_clean sees other. */
#ifndef MKCV_UTF8_H
#define MKCV_UTF8_H
#include "mkcv/arena.h"
#include <stdbool.h>
#include <stdint.h>

/* The code point at *p, which moves past it; 0 at the end. The text must be valid. */
uint32_t mkcv_utf8_next(const char **p);
/* The code point that ends at byte `at` of `s` (at > 0), or 0. */
uint32_t mkcv_utf8_before(const char *s, size_t at);
/* Writes up to 4 bytes; returns how many. */
size_t mkcv_utf8_encode(uint32_t codepoint, char out[4]);
size_t mkcv_utf8_count(const char *s); /* code points */

/* Text of a file made fit for mkcv: byte-order mark dropped, CRLF and CR to LF, each invalid byte, NUL and control
 * character (but tab and newline) to U+FFFD. *bad_line is the line of the first invalid byte, or 0. The text is not
 * normalised, so columns stay true. `bytes` end with a NUL behind them; they are the result where nothing is to be
 * changed. */
const char *mkcv_utf8_clean(struct mkcv_arena *a, const char *bytes, size_t n, int *bad_line);
/* NFC (Unicode Standard Annex 15). Returns `s` itself when nothing changes. */
const char *mkcv_utf8_nfc(struct mkcv_arena *a, const char *s);
/* NFD (the same): letters and their marks apart. */
const char *mkcv_utf8_nfd(struct mkcv_arena *a, const char *s);
/* NFKC (the same): compatibility characters, such as ligatures and the letters of formulas, by the letters they are. */
const char *mkcv_utf8_nfkc(struct mkcv_arena *a, const char *s);
/* For comparing: compatibility-decomposed, marks and case removed, punctuation and runs of space to one blank. */
const char *mkcv_utf8_fold(struct mkcv_arena *a, const char *s);
/* Unicode general categories. */
bool mkcv_is_letter(uint32_t c);
bool mkcv_is_upper(uint32_t c);
/* A letter that has no capital and no small form: Hebrew, Arabic, Devanagari, Han, ... */
bool mkcv_is_caseless(uint32_t c);
bool mkcv_is_lower(uint32_t c);
bool mkcv_is_cjk(uint32_t c);  /* Han, kana, Hangul */
bool mkcv_is_wide(uint32_t c); /* those and their punctuation, full width */
/* Columns that a character takes on a terminal or in a form: 0, 1 or 2 (Unicode Standard Annex 11). */
int mkcv_utf8_columns(uint32_t c);
bool mkcv_is_digit(uint32_t c); /* ASCII digits alone */
bool mkcv_is_space(uint32_t c); /* white space, no-break spaces included */
bool mkcv_is_punct(uint32_t c);
uint32_t mkcv_lower(uint32_t c);
uint32_t mkcv_upper(uint32_t c);
#endif
