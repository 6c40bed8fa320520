/* plain.c - one page, or a folder of pages, of no particular layout; a bibliography alone. */
#include "site.h"
#include <string.h>
#include <strings.h>

static int recognise(struct mkcv_arena *a, const char *root)
{
    (void)a;
    return mkcv_file_kind(root) == MKCV_FILE_NONE ? 0 : 1; /* any other adapter is surer */
}

static enum mkcv_code read_file(struct mkcv_arena *a, struct mkcv_site *site, struct mkcv_diags *d)
{
    struct mkcv_record page;
    const char *name = mkcv_path_base(site->root), *extension = mkcv_path_extension(name);
    if (!strcasecmp(extension, ".bib")) {
        mkcv_site_add_bib(a, site, name, d);
        return MKCV_OK;
    }
    if (*extension && strcasecmp(extension, ".txt") != 0 && !mkcv_site_is_page_name(name)) return MKCV_OK;
    if (mkcv_site_read_page(a, site, MKCV_RECORD_PAGE, name, &page, d)) *MKCV_PUSH(a, &site->records) = page;
    return MKCV_OK;
}

/* The page that greets comes first. */
static int rank(const char *name)
{
    static const char *const first[] = {"index", "about", "home", "bio", "cv"};
    size_t n = strlen(name) - strlen(mkcv_path_extension(name));
    for (int i = 0; i < (int)(sizeof first / sizeof *first); i++)
        if (strlen(first[i]) == n && !strncasecmp(name, first[i], n)) return i;
    return (int)(sizeof first / sizeof *first);
}

enum { RANKS = 6 };

static void read_page(struct mkcv_arena *a, struct mkcv_site *site, const char *path, struct mkcv_diags *d)
{
    struct mkcv_record page;
    if (mkcv_file_kind(mkcv_site_path(a, site, path)) == MKCV_FILE_REGULAR &&
        mkcv_site_read_page(a, site, MKCV_RECORD_PAGE, path, &page, d))
        *MKCV_PUSH(a, &site->records) = page;
}

/* The pages of a folder, and those that have folders of their own there ("research/index.md"). */
static void read_folder(struct mkcv_arena *a, struct mkcv_site *site, const char *folder, struct mkcv_diags *d)
{
    static const char *const index[] = {"index.md", "index.qmd", "index.html"};
    struct mkcv_names names = mkcv_file_names(a, mkcv_site_path(a, site, folder));
    for (int r = 0; r < RANKS; r++) {
        for (size_t i = 0; i < names.list.count; i++)
            if (mkcv_site_is_content_name(names.list.at[i]) && rank(names.list.at[i]) == r)
                read_page(a, site, mkcv_path_join(a, folder, names.list.at[i]), d);
    }
    for (size_t i = 0; i < names.list.count; i++)
        for (size_t k = 0; mkcv_site_is_page_folder(names.list.at[i]) && k < sizeof index / sizeof *index; k++)
            read_page(a, site, mkcv_path_join(a, mkcv_path_join(a, folder, names.list.at[i]), index[k]), d);
}

static enum mkcv_code read_site(struct mkcv_arena *a, struct mkcv_site *site, struct mkcv_diags *d)
{
    /* where MkDocs, Pelican, Zola and Astro keep pages */
    static const char *const folders[] = {"docs", "content", "content/pages", "src/pages", NULL};
    if (!site->is_folder) return read_file(a, site, d);
    mkcv_site_add_config(a, site, d);
    read_folder(a, site, "", d);
    read_folder(a, site, "pages", d);
    for (const char *const *f = folders; *f && !mkcv_site_has_content(site); f++) read_folder(a, site, *f, d);
    mkcv_site_add_bibs(a, site, "", d);
    return MKCV_OK;
}

const struct mkcv_adapter mkcv_site_plain = {
    .name = "plain",
    .description = "one Markdown or HTML page, a folder of them, or a bibliography",
    .recognise = recognise,
    .read = read_site,
};
