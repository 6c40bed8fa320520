/* check.h - doubts about a homepage beyond those of its reading: what is missing, odd, told twice, or out of date. */
#ifndef MKCV_CHECK_H
#define MKCV_CHECK_H
#include "mkcv/cv.h"
#include "mkcv/settings.h"

/* Adds the doubts about the CV and the site that it was read from, then puts all diagnostics in the order of files and
 * lines. Reads the site a second time. */
void mkcv_check_cv(struct mkcv_arena *a, const struct mkcv_site *site, const struct mkcv_cv *cv,
                   const struct mkcv_settings *settings, struct mkcv_diags *d);
#endif
