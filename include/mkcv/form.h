/* form.h - whether a CV, as it is set, keeps what the form of a funder allows (settings.h). */
#ifndef MKCV_FORM_H
#define MKCV_FORM_H
#include "mkcv/pages.h"
#include "mkcv/settings.h"

struct mkcv_formed {
    const struct mkcv_settings *settings;
    const struct mkcv_style *style; /* as fitted */
    const struct mkcv_cv *cv;
    const struct mkcv_flow *flow;
    const struct mkcv_pages *pages;
};

/* Reports each bound that is broken, and by how much, where the bound is said. Words are what white space divides and
 * has a letter or a digit; characters are those of Unicode, white space included. Page furniture does not count. */
void mkcv_form_check(struct mkcv_arena *a, const struct mkcv_formed *formed, struct mkcv_diags *d);
#endif
