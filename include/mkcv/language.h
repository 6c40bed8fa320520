/* language.h - languages: how people name them, and how a text shows its own. Tags are those of BCP 47. */
#ifndef MKCV_LANGUAGE_H
#define MKCV_LANGUAGE_H
#include "mkcv/block.h"
#include "mkcv/node.h"

/* The tag (primary subtag, "zh") of a language that goes by the `n` bytes of `name`: a tag, "zh-CN", "jp", "french",
 * "中文"; NULL when it names none. */
const char *mkcv_language_from_name(const char *name, size_t n);
/* The tag of what an attribute, front matter or BibTeX calls a language, with its region: "de-AT" of "de_AT.UTF-8",
 * "en" of "english", "de" of "ngerman"; NULL when it names none. */
const char *mkcv_language_tag(struct mkcv_arena *a, const char *said);
/* The same of a map's `lang`, `language` or `locale`. */
const char *mkcv_language_of_meta(struct mkcv_arena *a, const struct mkcv_node *meta);
/* True for tags of one language, whatever the regions. */
bool mkcv_language_is_same(const char *one, const char *other);
/* True for a language (BCP 47; NULL: none) that is written from right to left. */
bool mkcv_language_is_rtl(const char *lang);

/* language_evidence.c */

/* The language in which a body is written, by its script and small words; NULL when that is not plain. */
const char *mkcv_language_of_blocks(const struct mkcv_block *body);
/* The language that a page's front matter states; NULL where its text has not a letter of that language's script, as
 * where a theme's setting was left. */
const char *mkcv_language_of_page(struct mkcv_arena *a, const struct mkcv_node *meta, const struct mkcv_block *body);
/* The language of a text that is plainly in another than `document`, the language around it; else NULL: short texts,
 * names, mixed ones, those of a language of which nothing is known. Code and formulas do not count. At most 50 words
 * are looked at. */
const char *mkcv_language_of_text(const struct mkcv_text *t, const char *document);
#endif
