/* site.c - which folder is the site, which adapter reads it. */
#include "site.h"
#include <errno.h>
#include <string.h>
#include <unistd.h>

const struct mkcv_adapter *const mkcv_adapters[] = {&mkcv_site_academicpages, &mkcv_site_alfolio, &mkcv_site_hugo,
                                                    &mkcv_site_data,          &mkcv_site_plain,   NULL};

static bool holds_site(struct mkcv_arena *a, const char *folder)
{
    static const char *const signs[] = {"_config.yml",  "_pages",          "hugo.toml",         "hugo.yaml",
                                        "hugo.yml",     "hugo.json",       "content/_index.md", "config/_default",
                                        "data/authors", "content/authors", "mkcv.yaml",         "resume.json",
                                        "index.md",     "about.md"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (mkcv_file_kind(mkcv_path_join(a, folder, signs[i])) != MKCV_FILE_NONE) return true;
    return false;
}

const char *mkcv_site_find(struct mkcv_arena *a, const char *named)
{
    if (named) return named;
    if (!holds_site(a, ".") && mkcv_file_kind("content") == MKCV_FILE_FOLDER) return "content";
    return ".";
}

static const struct mkcv_adapter *choose_adapter(struct mkcv_arena *a, const char *root)
{
    const struct mkcv_adapter *best = NULL;
    int surest = 0;
    for (const struct mkcv_adapter *const *at = mkcv_adapters; *at; at++) {
        int sure = (*at)->recognise(a, root);
        if (sure <= surest) continue;
        surest = sure;
        best = *at;
    }
    return best;
}

static enum mkcv_code report_layout(struct mkcv_arena *a, const char *layout, struct mkcv_diags *d)
{
    const char *names[16] = {NULL};
    for (size_t i = 0; mkcv_adapters[i] && i + 1 < sizeof names / sizeof *names; i++) names[i] = mkcv_adapters[i]->name;
    const char *near = mkcv_nearest(layout, names);
    mkcv_report(d, MKCV_DIAG_OPTION, ((struct mkcv_loc){.file = NULL}),
                near ? mkcv_arena_printf(a, "no layout '%s'; did you mean '%s'?", layout, near)
                     : mkcv_arena_printf(a, "no layout '%s'; see --list-sites", layout));
    return MKCV_USAGE;
}

bool mkcv_site_has_content(const struct mkcv_site *site)
{
    for (size_t i = 0; i < site->records.count; i++)
        if (site->records.at[i].kind != MKCV_RECORD_CONFIG) return true;
    return false;
}

static bool has_headings(const struct mkcv_block *body)
{
    size_t count = 0;
    for (const struct mkcv_block *b = body ? body->first : NULL; b; b = b->next) count += b->kind == MKCV_BLOCK_HEADING;
    return count > 1;
}

/* A folder whose one page is its README, with sections: what the host then shows as the home page. */
static bool read_readme(struct mkcv_arena *a, struct mkcv_site *site, struct mkcv_diags *d)
{
    static const char *const names[] = {"README.md", "readme.md", "Readme.md", "README.markdown"};
    struct mkcv_record page;
    if (!site->is_folder) return false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (mkcv_file_kind(mkcv_path_join(a, site->root, names[i])) != MKCV_FILE_REGULAR) continue;
        if (!mkcv_site_read_page(a, site, MKCV_RECORD_PAGE, names[i], &page, d) || !has_headings(page.body))
            return false;
        *MKCV_PUSH(a, &site->records) = page;
        return true;
    }
    return false;
}

/* Whether the system kept a file from being read. */
static bool was_refused(const struct mkcv_diags *d)
{
    for (size_t i = 0; i < d->list.count; i++)
        if (d->list.at[i].id == MKCV_DIAG_FILE_READ) return true;
    return false;
}

enum mkcv_code mkcv_site_read(struct mkcv_arena *a, const char *root, const char *layout, struct mkcv_site *out,
                              struct mkcv_diags *d)
{
    return mkcv_site_read_in(a, root, layout, NULL, out, d);
}

enum mkcv_code mkcv_site_read_in(struct mkcv_arena *a, const char *root, const char *layout, const char *lang,
                                 struct mkcv_site *out, struct mkcv_diags *d)
{
    const struct mkcv_adapter *adapter = NULL;
    const struct mkcv_loc at = {.file = root};
    *out = (struct mkcv_site){.root = root};
    for (const struct mkcv_adapter *const *known = mkcv_adapters; layout && *known; known++)
        if (!strcmp((*known)->name, layout)) adapter = *known;
    if (layout && !adapter) return report_layout(a, layout, d);
    enum mkcv_file_kind kind = mkcv_file_kind(root);
    out->is_folder = kind == MKCV_FILE_FOLDER;
    if (kind == MKCV_FILE_NONE) {
        mkcv_report(d, MKCV_DIAG_SITE_MISSING, ((struct mkcv_loc){.file = NULL}), root);
        return MKCV_SYSTEM;
    }
    if (out->is_folder && access(root, R_OK | X_OK)) {
        mkcv_report(d, MKCV_DIAG_FILE_READ, ((struct mkcv_loc){.file = NULL}), root, strerror(errno));
        return MKCV_SYSTEM;
    }
    if (!adapter) adapter = choose_adapter(a, root);
    out->layout = adapter->name;
    out->settings = mkcv_site_read_yaml(a, out, "mkcv.yaml", d);
    out->wanted_lang = lang ? lang : mkcv_node_string(out->settings, "lang");
    mkcv_report(d, MKCV_DIAG_SITE_LAYOUT, at, adapter->name);
    enum mkcv_code code = adapter->read(a, out, d);
    bool any = mkcv_site_has_content(out) || (code == MKCV_OK && !d->errors && read_readme(a, out, d));
    if (code == MKCV_OK) mkcv_site_drop_leftovers(a, out, d);
    if (code != MKCV_OK || any) return code;
    /* a file that was refused has been named; a folder has nothing to name */
    if (was_refused(d)) return MKCV_SYSTEM;
    if (!d->errors) mkcv_report(d, MKCV_DIAG_SITE_NOTHING, ((struct mkcv_loc){.file = NULL}), root);
    return MKCV_CONTENT;
}
