/* check.h - what a check is given, and the checks: one function each, a row each in check.c. */
#ifndef MKCV_CHECK_CHECK_H
#define MKCV_CHECK_CHECK_H
#include "mkcv/check.h"

struct mkcv_checked {
    struct mkcv_arena *arena;
    const struct mkcv_site *site;
    const struct mkcv_settings *settings;
    const struct mkcv_cv *cv;
    const struct mkcv_cv *apart; /* the same with what several places tell not made one */
    struct mkcv_diags *diags;
};
typedef void mkcv_check_function(struct mkcv_checked *k);

mkcv_check_function mkcv_check_records; /* records.c: files without a title, keys that are misspelt */
mkcv_check_function mkcv_check_dates;   /* entries.c: entries without a year, ranges the wrong way round */
mkcv_check_function mkcv_check_authors; /* authors.c: author lists not understood, or without the owner */
mkcv_check_function mkcv_check_links;   /* links.c: addresses that lead nowhere */
mkcv_check_function mkcv_check_twice;   /* twice.c: one fact with different data */
mkcv_check_function mkcv_check_news;    /* news.c: what the news tell and the CV lacks */

/* The section of the kind, or NULL. */
const struct mkcv_section *mkcv_checked_section(const struct mkcv_cv *cv, enum mkcv_kind kind);
/* What names the entry in a message: its title, else its organisation, summary or label. Never NULL. */
const char *mkcv_checked_name(struct mkcv_checked *k, const struct mkcv_entry *e);
/* Words of a folded text. */
size_t mkcv_checked_words(const char *folded);
#endif
