/* check.c - the checks, in a table; see check.h. */
#include "check.h"

static mkcv_check_function *const checks[] = {mkcv_check_records, mkcv_check_dates, mkcv_check_authors,
                                              mkcv_check_links,   mkcv_check_twice, mkcv_check_news};

const struct mkcv_section *mkcv_checked_section(const struct mkcv_cv *cv, enum mkcv_kind kind)
{
    for (size_t i = 0; i < cv->sections.count; i++)
        if (cv->sections.at[i].kind == kind) return &cv->sections.at[i];
    return NULL;
}

const char *mkcv_checked_name(struct mkcv_checked *k, const struct mkcv_entry *e)
{
    const struct mkcv_text *title = &e->fields[MKCV_FIELD_TITLE], *org = &e->fields[MKCV_FIELD_ORG];
    if (!mkcv_text_is_empty(title) && !mkcv_text_is_empty(org) && e->kind != MKCV_KIND_PUBLICATIONS)
        return mkcv_arena_printf(k->arena, "%s, %s", title->s, org->s);
    if (!mkcv_text_is_empty(title)) return title->s;
    if (!mkcv_text_is_empty(org)) return org->s;
    if (e->fields[MKCV_FIELD_SUMMARY].s) return e->fields[MKCV_FIELD_SUMMARY].s;
    return e->categories.count && e->categories.at[0].label ? e->categories.at[0].label : "";
}

size_t mkcv_checked_words(const char *folded)
{
    size_t n = *folded != 0;
    for (; *folded; folded++) n += *folded == ' ';
    return n;
}

void mkcv_check_cv(struct mkcv_arena *a, const struct mkcv_site *site, const struct mkcv_cv *cv,
                   const struct mkcv_settings *settings, struct mkcv_diags *d)
{
    struct mkcv_diags silent;
    struct mkcv_checked k = {.arena = a, .site = site, .settings = settings, .cv = cv, .diags = d};
    mkcv_diags_init(&silent, a);
    k.apart = mkcv_cv_read_apart(a, site, settings, &silent);
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) checks[i](&k);
    mkcv_diags_sort(d);
}
