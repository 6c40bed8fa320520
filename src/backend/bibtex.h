/* bibtex.h - the parts of the BibTeX back end: entries and fields (bibtex.c), text and names in them
 * (bibtex_text.c), keys (bibtex_key.c). */
#ifndef MKCV_BIBTEX_H
#define MKCV_BIBTEX_H
#include "mkcv/buf.h"
#include "mkcv/cv.h"

/* Text as TeX in UTF-8: nothing in it can act, its formulas and emphasis stay. */
void mkcv_bibtex_text(struct mkcv_buf *out, const struct mkcv_text *text);
void mkcv_bibtex_escape(struct mkcv_buf *out, const char *s, size_t n);
/* The same of a title: words whose capitals a bibliography style must keep are in braces. Those are words with a
 * capital behind their first letter; and every capital in a title that is written like a sentence, or in `lang` (BCP
 * 47, or NULL) where nouns have them. */
void mkcv_bibtex_title(struct mkcv_buf *out, const struct mkcv_text *title, const char *lang);
/* A name as "Last, First", with its particles ("van der Heide, Ludwig") and suffix ("Kern, Jr., Ada"); one that has no
 * such parts in braces. */
void mkcv_bibtex_name(struct mkcv_buf *out, const char *name);
/* What comes after a comma-less name's given names: "van der Heide". */
const char *mkcv_bibtex_last_name(struct mkcv_arena *a, const char *name);

/* Keys that were given, and room for all that will be. */
struct mkcv_bibtex_keys {
    const char **slots;
    size_t mask;
};
void mkcv_bibtex_keys_open(struct mkcv_bibtex_keys *keys, struct mkcv_arena *a, size_t count);
/* Author, year and first word of a work's title, in small ASCII letters: "kern2024knots". Where that is taken, further
 * words follow, then letters: a key depends on what the work is called, not on how many come after it. */
const char *mkcv_bibtex_key(struct mkcv_bibtex_keys *keys, struct mkcv_arena *a, const struct mkcv_entry *e);
#endif
