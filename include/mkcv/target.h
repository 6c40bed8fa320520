/* target.h - naming an entry: by a tag, its title, one of its addresses, or the file and line where it is told. */
#ifndef MKCV_TARGET_H
#define MKCV_TARGET_H
#include "mkcv/cv.h"

/* True when `name` means the entry. Case, accents' form and a slash at the end of an address do not count; files are of
 * the site. */
bool mkcv_target_is(struct mkcv_arena *a, const struct mkcv_cv *cv, const struct mkcv_entry *e, const char *name);
bool mkcv_target_exists(struct mkcv_arena *a, const struct mkcv_cv *cv, const char *name);
/* All tags and titles, NULL-terminated. */
const char *const *mkcv_target_names(struct mkcv_arena *a, const struct mkcv_cv *cv);
#endif
