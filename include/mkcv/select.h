/* select.h - what this CV may show: filters and hidden parts. */
#ifndef MKCV_SELECT_H
#define MKCV_SELECT_H
#include "mkcv/cv.h"
#include "mkcv/settings.h"

/* A CV with the hidden, skipped and older parts left out; shares its texts with `cv`. A section named by only or skip
 * that the CV does not have is reported and gives MKCV_USAGE. */
enum mkcv_code mkcv_select(struct mkcv_arena *a, const struct mkcv_cv *cv, const struct mkcv_settings *settings,
                           struct mkcv_cv **out, struct mkcv_diags *d) __attribute__((warn_unused_result));
/* True when `name` means the section: its key, its heading on the page, or its title in English or the CV's language.
 */
bool mkcv_select_is_named(struct mkcv_arena *a, const struct mkcv_cv *cv, const struct mkcv_section *s,
                          const char *name);
/* The month of what an entry tells last, in months since year 0; INT_MAX when it goes on or has no date. */
int mkcv_select_last_month(const struct mkcv_entry *e);
/* True for what a person is, where they studied and worked: it does not go out of date. */
bool mkcv_select_is_lasting(enum mkcv_kind kind);
#endif
