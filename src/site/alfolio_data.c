/* alfolio_data.c - the data files of an al-folio site: the CV in its three forms (_data/cv.yml as a list of sections or
 * as RenderCV, assets/json/resume.json), and the lists that owners keep in _data/NAME.yml. */
#include "alfolio.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* --- the CV ------------------------------------------------------------------------------------------------------- */

/* Pairs of a name and a value about the owner, which the theme's CV begins with. */
static const char *general_value(const struct mkcv_node *contents, const char *const *names)
{
    for (const struct mkcv_node *m = contents ? contents->first : NULL; m; m = m->next) {
        const char *name = mkcv_node_string(m, "name");
        for (const char *const *n = names; name && *n; n++)
            if (!strcasecmp(name, *n)) return mkcv_node_string(m, "value");
    }
    return NULL;
}

/* The older form: a list of {title, type, contents}. */
static void add_sections(struct mkcv_alfolio *f, const char *path, const struct mkcv_node *list)
{
    for (const struct mkcv_node *s = list->first; s; s = s->next) {
        const struct mkcv_node *contents = mkcv_node_lookup(s, "contents");
        const char *title = mkcv_node_string(s, "title");
        if (!title || !contents) continue;
        mkcv_site_add_data(f->arena, f->site, path, NULL, title, contents);
    }
}

/* The name that the file gives its owner, or NULL. */
static const char *name_in(const struct mkcv_node *cv)
{
    static const char *const names[] = {"Full Name", "Name", "Full name:", NULL};
    const char *name = mkcv_node_string(cv, "cv.name");
    if (!name) name = mkcv_node_string(cv, "basics.name");
    for (const struct mkcv_node *s = !name && cv->kind == MKCV_NODE_LIST ? cv->first : NULL; s && !name; s = s->next)
        name = general_value(mkcv_node_lookup(s, "contents"), names);
    return name;
}

/* Themes are copied from other owners, their CV with them: what names somebody else is theirs. */
static bool is_of_other(const struct mkcv_alfolio *f, const struct mkcv_node *cv)
{
    const char *name = name_in(cv), *last = mkcv_node_string(f->site->config, "last_name");
    return name && last && !strcasestr(name, last);
}

static void skip(const struct mkcv_alfolio *f, const char *path, const char *why)
{
    const char *file = mkcv_site_path(f->arena, f->site, path);
    mkcv_report(f->diags, MKCV_DIAG_SITE_SKIPPED, ((struct mkcv_loc){.file = file}), path, why);
}

/* --- examples ----------------------------------------------------------------------------------------------------- */

/* The first year of an entry, 0 when it has none. */
static int year_of(const struct mkcv_node *entry)
{
    static const char *const keys[] = {"year", "date", "start_date", "startDate", "end_date", "endDate", "releaseDate"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *s = mkcv_node_string(entry, keys[i]);
        for (; s && *s; s++)
            if (strspn(s, "0123456789") == 4) return atoi(s);
    }
    return 0;
}

/* "Physics: Quantum Mechanics, Quantum Teleportation": the skills and interests of that physicist. */
static bool is_example_of_words(const struct mkcv_node *entry)
{
    const struct mkcv_node *words = mkcv_node_lookup(entry, "keywords");
    const char *name = mkcv_node_string(entry, "name");
    if (!words || !words->first || !name || strcmp(name, "Physics") != 0) return false;
    for (const struct mkcv_node *w = words->first; w; w = w->next)
        if (!w->value || strncmp(w->value, "Quantum ", 8) != 0) return false;
    return true;
}

/* The theme's example is the CV of a physicist of the last century; nobody who keeps a homepage held a post then. With
 * such entries go the medals that stand beside them under a later year. */
static bool is_example(const struct mkcv_node *entry)
{
    enum { FIRST_YEAR = 1950 };
    static const char *const texts[] = {"Max Planck Medal", "Matteucci Medal"};
    int year = year_of(entry);
    const char *url = mkcv_node_string(entry, "url");
    if (year && year < FIRST_YEAR) return true;
    if ((url && !strcmp(url, "https://example.com")) || is_example_of_words(entry)) return true;
    const struct mkcv_node *items = mkcv_node_lookup(entry, "items");
    const struct mkcv_node *only = items && items->first && !items->first->next ? items->first : NULL;
    for (size_t i = 0; only && i < sizeof texts / sizeof *texts; i++)
        if (only->value && !strcmp(only->value, texts[i])) return true;
    return false;
}

/* Takes examples out of the lists below `n`, which are the adapter's own until the site is handed on. */
static void drop_examples(const struct mkcv_alfolio *f, const struct mkcv_node *n, int depth)
{
    enum { DEEPEST = 6 };
    for (struct mkcv_node **at = &((struct mkcv_node *)n)->first; *at && depth < DEEPEST;) {
        if (n->kind == MKCV_NODE_LIST && (*at)->kind == MKCV_NODE_MAP && is_example(*at)) {
            const char *title = mkcv_node_string(*at, "title");
            mkcv_report(f->diags, MKCV_DIAG_LEFTOVER, (*at)->loc, title ? title : "an entry of the last century");
            *at = (*at)->next;
            continue;
        }
        drop_examples(f, *at, depth + 1);
        at = &(*at)->next;
    }
}

static const struct mkcv_node *own_or_null(const struct mkcv_alfolio *f, const char *path, const struct mkcv_node *cv)
{
    if (cv && is_of_other(f, cv)) {
        skip(f, path, "it names somebody else");
        return NULL;
    }
    if (cv) drop_examples(f, cv, 0);
    return cv;
}

static bool add_cv(struct mkcv_alfolio *f, const char *path, const struct mkcv_node *cv)
{
    if (!cv) return false;
    if (cv->kind == MKCV_NODE_LIST)
        add_sections(f, path, cv);
    else
        mkcv_site_add_rendercv(f->arena, f->site, path, mkcv_node_lookup(cv, "cv"));
    return true;
}

/* The page of the CV says which form counts; else the one that the theme of its time shows, if it is the owner's. */
static void take_cv(struct mkcv_alfolio *f)
{
    static const char *const resumes[] = {"assets/json/resume.json", "_data/resume.json"};
    const struct mkcv_record *page = mkcv_alfolio_cv_page(f);
    const char *format = page ? mkcv_node_string(page->meta, "cv_format") : NULL;
    const struct mkcv_node *resume = NULL;
    const char *path = resumes[0];
    for (size_t i = 0; i < sizeof resumes / sizeof *resumes && !resume; i++) {
        path = resumes[i];
        resume = own_or_null(f, path, mkcv_site_read_json(f->arena, f->site, path, f->diags));
    }
    const struct mkcv_node *cv =
        own_or_null(f, "_data/cv.yml", mkcv_site_read_yaml(f->arena, f->site, "_data/cv.yml", f->diags));
    bool json =
        format ? !strcasecmp(format, "jsonresume") : resume && mkcv_node_lookup(f->site->config, "jekyll_get_json");
    if (resume && (json || !cv)) {
        mkcv_site_add_resume(f->arena, f->site, path, resume);
        if (cv) skip(f, "_data/cv.yml", "the site shows the other form of its CV");
        return;
    }
    add_cv(f, "_data/cv.yml", cv);
    if (resume) skip(f, path, "the site shows the other form of its CV");
}

/* --- lists -------------------------------------------------------------------------------------------------------- */

/* Files that say nothing of what the owner did. */
static bool is_machinery(const char *stem)
{
    static const char *const names[] = {
        "cv",        "socials",    "coauthors", "venues",   "repositories", "resume",    "authors",
        "citations", "navigation", "ui-text",   "featured", "people",       "links",     "theme",
        "footer",    "header",     "menu",      "settings", "comments",     "altmetric", "thumbnail_lazyload"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcasecmp(stem, names[i])) return true;
    return false;
}

static void take_list(struct mkcv_alfolio *f, const char *name)
{
    const char *dot = mkcv_path_extension(name), *heading = NULL;
    const char *stem = mkcv_arena_strndup(f->arena, name, strlen(name) - strlen(dot));
    bool json = !strcasecmp(dot, ".json");
    if ((!json && strcasecmp(dot, ".yml") != 0 && strcasecmp(dot, ".yaml") != 0) || is_machinery(stem)) return;
    const char *path = mkcv_path_join(f->arena, "_data", name);
    const struct mkcv_node *tree = json ? mkcv_site_read_json(f->arena, f->site, path, f->diags)
                                        : mkcv_site_read_yaml(f->arena, f->site, path, f->diags);
    if (!tree) return;
    bool shown = mkcv_alfolio_is_shown(f, mkcv_arena_printf(f->arena, "data.%s", stem), &heading);
    char *title = mkcv_arena_strdup(f->arena, stem);
    for (char *p = title; *p; p++)
        if (*p == '_' || *p == '-') *p = ' ';
    if (*title >= 'a' && *title <= 'z') *title = (char)(*title - 'a' + 'A');
    if (shown && heading)
        mkcv_site_add_data(f->arena, f->site, path, NULL, heading, tree);
    else
        mkcv_site_add_loose_data(f->arena, f->site, path, title, tree);
}

void mkcv_alfolio_take_data(struct mkcv_alfolio *f)
{
    take_cv(f);
    struct mkcv_names names = mkcv_file_names(f->arena, mkcv_site_path(f->arena, f->site, "_data"));
    for (size_t i = 0; i < names.list.count; i++) take_list(f, names.list.at[i]);
}
