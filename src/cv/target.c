/* target.c - what mkcv.yaml calls an entry; see target.h. */
#include "mkcv/target.h"
#include "mkcv/file.h"
#include "mkcv/utf8.h"
#include <stdlib.h>
#include <string.h>

static bool is_same_url(const char *url, const char *name)
{
    size_t n = url ? strlen(url) : 0, m = strlen(name);
    if (n && url[n - 1] == '/') n--;
    if (m && name[m - 1] == '/') m--;
    return n && n == m && !strncasecmp(url, name, n);
}

static bool has_url(const struct mkcv_entry *e, const char *name)
{
    static const char resolver[] = "https://doi.org/";
    const char *doi = e->fields[MKCV_FIELD_DOI].s;
    if (doi && !strcasecmp(doi, strncasecmp(name, resolver, sizeof resolver - 1) ? name : name + sizeof resolver - 1))
        return true;
    if (is_same_url(e->url, name)) return true;
    for (size_t i = 0; i < e->links.count; i++)
        if (is_same_url(e->links.at[i].url, name)) return true;
    return false;
}

/* "papers.bib:12", "_pages/about.md:3". */
static bool is_place(const struct mkcv_cv *cv, struct mkcv_loc loc, const char *name)
{
    const char *colon = strrchr(name, ':');
    if (!loc.file || !colon || colon == name || strtol(colon + 1, NULL, 10) != loc.line) return false;
    const char *file = mkcv_path_within(loc.file, cv->site_root);
    size_t n = (size_t)(colon - name), m = strlen(file);
    if (n > m || strncmp(file + m - n, name, n) != 0) return false;
    return n == m || file[m - n - 1] == '/';
}

static bool is_told_at(const struct mkcv_cv *cv, const struct mkcv_entry *e, const char *name)
{
    if (is_place(cv, e->loc, name)) return true;
    for (size_t i = 0; i < e->also.count; i++)
        if (is_place(cv, e->also.at[i], name)) return true;
    return false;
}

/* What an entry is called: its title, or of an entry without one whose it is. */
static const char *title_of(struct mkcv_arena *a, const struct mkcv_entry *e)
{
    const struct mkcv_text *t = &e->fields[MKCV_FIELD_TITLE];
    if (mkcv_text_is_empty(t)) t = &e->fields[MKCV_FIELD_ORG];
    return t->s ? mkcv_arena_strndup(a, t->s, mkcv_text_length(t)) : "";
}

bool mkcv_target_is(struct mkcv_arena *a, const struct mkcv_cv *cv, const struct mkcv_entry *e, const char *name)
{
    for (size_t i = 0; i < e->tags.count; i++)
        if (!strcasecmp(e->tags.at[i], name)) return true;
    if (has_url(e, name) || is_told_at(cv, e, name)) return true;
    const char *title = title_of(a, e);
    return *title && !strcmp(mkcv_utf8_fold(a, title), mkcv_utf8_fold(a, name));
}

bool mkcv_target_exists(struct mkcv_arena *a, const struct mkcv_cv *cv, const char *name)
{
    for (size_t i = 0; i < cv->sections.count; i++)
        for (size_t k = 0; k < cv->sections.at[i].entries.count; k++)
            if (mkcv_target_is(a, cv, &cv->sections.at[i].entries.at[k], name)) return true;
    return false;
}

const char *const *mkcv_target_names(struct mkcv_arena *a, const struct mkcv_cv *cv)
{
    MKCV_VEC(const char *) names = {0};
    for (size_t i = 0; i < cv->sections.count; i++) {
        for (size_t k = 0; k < cv->sections.at[i].entries.count; k++) {
            const struct mkcv_entry *e = &cv->sections.at[i].entries.at[k];
            for (size_t t = 0; t < e->tags.count; t++) *MKCV_PUSH(a, &names) = e->tags.at[t];
            *MKCV_PUSH(a, &names) = title_of(a, e);
        }
    }
    *MKCV_PUSH(a, &names) = NULL;
    return names.at;
}
