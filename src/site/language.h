/* language.h - languages of pages: how they are named in paths, front matter and headings, and told from text. */
#ifndef MKCV_SITE_LANGUAGE_H
#define MKCV_SITE_LANGUAGE_H
#include "mkcv/record.h"

/* The tag (primary subtag, "zh") of a language that goes by the `n` bytes of `name`: a tag, "zh-CN", "jp", "french",
 * "中文"; NULL when it names none. */
const char *mkcv_language_from_name(const char *name, size_t n);
/* The language in which a body is written, by its script and small words; NULL when that is not plain. */
const char *mkcv_language_of_blocks(const struct mkcv_block *body);

/* What a record says of its language. */
struct mkcv_record_language {
    const char *tag; /* NULL: nothing */
    const char *key; /* the record's path without what names the language: that of its twins */
    bool tree;       /* it lies in a folder, or at an address below one, of its language */
};
struct mkcv_record_language mkcv_record_language(struct mkcv_arena *a, const struct mkcv_record *r);
#endif
