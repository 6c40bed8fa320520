/* alfolio.h - the parts of the al-folio adapter, one for each noun. */
#ifndef MKCV_SITE_ALFOLIO_H
#define MKCV_SITE_ALFOLIO_H
#include "site.h"

struct mkcv_alfolio_page {
    struct mkcv_record record;
    int order;  /* nav_order */
    bool taken; /* it counts: a visitor finds it */
};

struct mkcv_alfolio {
    struct mkcv_arena *arena;
    struct mkcv_site *site;
    struct mkcv_diags *diags;
    MKCV_VEC(struct mkcv_alfolio_page) pages; /* the landing page first, then as the navigation has them */
};

/* alfolio_pages.c: reads _pages and tells which count; those go to the site's records. */
void mkcv_alfolio_take_pages(struct mkcv_alfolio *f);
/* A page that counts has a template loop or tag over `name`; `heading` (may be NULL): what stands above it. */
bool mkcv_alfolio_is_shown(const struct mkcv_alfolio *f, const char *name, const char **heading);
/* The page that is laid out as a CV, or NULL. */
const struct mkcv_record *mkcv_alfolio_cv_page(const struct mkcv_alfolio *f);

/* alfolio_data.c: _data/cv.yml, assets/json/resume.json, _data/NAME.yml. */
void mkcv_alfolio_take_data(struct mkcv_alfolio *f);
/* alfolio_bib.c: the bibliographies that the configuration and the pages name. */
void mkcv_alfolio_take_bibs(struct mkcv_alfolio *f);
#endif
