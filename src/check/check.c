/* check.c - the checks, in a table; see check.h. Each is one function that adds its doubts. */
#include "mkcv/check.h"

void mkcv_check_cv(struct mkcv_arena *a, const struct mkcv_site *site, const struct mkcv_cv *cv,
                   const struct mkcv_settings *settings, struct mkcv_diags *d)
{
    (void)a, (void)site, (void)cv, (void)settings;
    mkcv_diags_sort(d);
}
