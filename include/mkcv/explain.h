/* explain.h - the CV line by line, each with the places that it came from and the rule that read it. */
#ifndef MKCV_EXPLAIN_H
#define MKCV_EXPLAIN_H
#include "mkcv/buf.h"
#include "mkcv/flow.h"
#include "mkcv/settings.h"

struct mkcv_explained {
    const struct mkcv_site *site;
    const struct mkcv_cv *cv;       /* all that was read */
    const struct mkcv_flow *flow;   /* what the CV shows */
    const struct mkcv_diags *diags; /* of the reading: they tell what was left out */
    const char *const *words;       /* NULL-terminated; none: every line. Case and accents do not count */
};

/* Writes the lines of the CV that hold all the words. When none does: where the words stand in the sources, and why
 * that is not on the CV, as far as is known. */
void mkcv_explain_write(const struct mkcv_explained *x, struct mkcv_buf *out);
#endif
