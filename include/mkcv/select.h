/* select.h - what this CV may show: filters and hidden parts. */
#ifndef MKCV_SELECT_H
#define MKCV_SELECT_H
#include "mkcv/cv.h"
#include "mkcv/settings.h"

/* A CV with the hidden, skipped and older parts left out; shares its texts with `cv`. A section named by only or skip
 * that the CV does not have is reported and gives MKCV_USAGE. */
enum mkcv_code mkcv_select(struct mkcv_arena *a, const struct mkcv_cv *cv, const struct mkcv_settings *settings,
                           struct mkcv_cv **out, struct mkcv_diags *d) __attribute__((warn_unused_result));
#endif
