/* language.h - languages of pages: how they are named in paths, front matter and headings. */
#ifndef MKCV_SITE_LANGUAGE_H
#define MKCV_SITE_LANGUAGE_H
#include "mkcv/language.h"
#include "mkcv/record.h"

/* What a record says of its language. */
struct mkcv_record_language {
    const char *tag; /* NULL: nothing */
    const char *key; /* the record's path without what names the language: that of its twins */
    bool tree;       /* it lies in a folder, or at an address below one, of its language */
};
struct mkcv_record_language mkcv_record_language(struct mkcv_arena *a, const struct mkcv_record *r);
#endif
