/* selection.h - a selection at work; shared by select.c (sections) and entries.c. */
#ifndef MKCV_SELECT_SELECTION_H
#define MKCV_SELECT_SELECTION_H
#include "mkcv/cv.h"
#include "mkcv/settings.h"

struct mkcv_selection {
    struct mkcv_arena *arena;
    const struct mkcv_cv *cv;
    const struct mkcv_settings *settings;
    struct mkcv_diags *diags;
    bool tells; /* what is left out is reported, and why */
};

bool mkcv_selection_names(const struct mkcv_selection *x, const struct mkcv_section *s, const char *name);
/* The section with the entries that this CV shows. */
struct mkcv_section mkcv_selection_entries(const struct mkcv_selection *x, const struct mkcv_section *s);
/* Reports that all entries of the section, or its text, are left out. */
void mkcv_selection_tell(const struct mkcv_selection *x, const struct mkcv_section *s, const char *why);
#endif
