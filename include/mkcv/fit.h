/* fit.h - the page count asked for: spacing first, then sizes, then content, within what the style allows. */
#ifndef MKCV_FIT_H
#define MKCV_FIT_H
#include "mkcv/cv.h"
#include "mkcv/font.h"
#include "mkcv/settings.h"
#include "mkcv/style.h"

/* What is to be fitted: settings->pages (0: as many as there are) and settings->fit. */
struct mkcv_fit_job {
    const struct mkcv_cv *cv; /* as selected */
    const struct mkcv_settings *settings;
    const struct mkcv_style *style;
    struct mkcv_fonts *fonts;
};

/* Finds the CV and the style that, composed and laid out, fit; both may be those of the job. The style stays as near to
 * its own as the pages allow, and no more is left out than must be: what is optional first, then by priority, marks and
 * age; an entry stays or goes whole. What was changed is reported. FIT_SHORT and MKCV_LIMIT when even all that may be
 * done is not enough. Equal input gives equal results. */
enum mkcv_code mkcv_fit(struct mkcv_arena *a, const struct mkcv_fit_job *job, const struct mkcv_cv **cv,
                        struct mkcv_style *style, struct mkcv_diags *d) __attribute__((warn_unused_result));
#endif
