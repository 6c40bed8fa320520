/* private.h - what a CV for everybody does not say. */
#ifndef MKCV_SELECT_PRIVATE_H
#define MKCV_SELECT_PRIVATE_H
#include "mkcv/cv.h"
#include "mkcv/settings.h"

/* True for referees, and sections that `private` names. */
bool mkcv_private_is_section(struct mkcv_arena *a, const struct mkcv_cv *cv, const struct mkcv_section *s,
                             const struct mkcv_targets *private);
/* Takes from the CV, whose list of sections is its own, phone, address and postal code, contacts that `private` names,
 * and what stands under a label of such data or of a birth date in texts that are not understood. */
void mkcv_private_remove(struct mkcv_arena *a, struct mkcv_cv *cv, const struct mkcv_settings *settings);
/* True when `name` is a section or a contact that a CV may have: "email", "orcid". */
bool mkcv_private_is_known(struct mkcv_arena *a, const struct mkcv_cv *cv, const char *name);
#endif
