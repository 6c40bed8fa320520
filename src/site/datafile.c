/* datafile.c - a CV that is data: JSON Resume, RenderCV, mkcv's own JSON, bibliographies and lists, one file or a
 * folder of them without pages. What their keys mean is known in cv/data_keys.c and cv/document.c. */
#include "mkcv/source.h"
#include "site.h"
#include <string.h>
#include <strings.h>

typedef void data_reader(struct mkcv_arena *a, struct mkcv_site *site, const char *path, struct mkcv_diags *d);

/* A tree is told by its top: mkcv's own, RenderCV's "cv", or JSON Resume's keys. */
static void add_tree(struct mkcv_arena *a, struct mkcv_site *site, const char *path, const struct mkcv_node *root)
{
    const struct mkcv_node *own = mkcv_node_lookup(root, "meta.mkcv"), *cv = mkcv_node_lookup(root, "cv");
    if (own && own->kind == MKCV_NODE_MAP) {
        if (!site->settings) site->settings = mkcv_node_lookup(own, "settings");
        *MKCV_PUSH(a, &site->records) =
            (struct mkcv_record){.kind = MKCV_RECORD_DOCUMENT, .path = path, .meta = root, .loc = root->loc};
    } else if (cv && cv->kind == MKCV_NODE_MAP) {
        mkcv_site_add_rendercv(a, site, path, cv);
    } else {
        mkcv_site_add_resume(a, site, path, root);
    }
}

static void read_json(struct mkcv_arena *a, struct mkcv_site *site, const char *path, struct mkcv_diags *d)
{
    add_tree(a, site, path, mkcv_site_read_json(a, site, path, d));
}

static void read_yaml(struct mkcv_arena *a, struct mkcv_site *site, const char *path, struct mkcv_diags *d)
{
    const char *file = mkcv_site_path(a, site, path), *text;
    if (mkcv_file_read_text(a, file, MKCV_LIMIT_FILE, &text, d) != MKCV_OK) return;
    add_tree(a, site, path, mkcv_yaml_read(a, text, strlen(text), file, 1, d));
}

static const struct {
    const char *extension;
    data_reader *read;
} readers[] = {{".json", read_json},
               {".yaml", read_yaml},
               {".yml", read_yaml},
               {".bib", mkcv_site_add_bib},
               {".tsv", mkcv_site_add_tsv}};

static data_reader *reader_of(const char *path)
{
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        if (!strcasecmp(mkcv_path_extension(path), readers[i].extension)) return readers[i].read;
    return NULL;
}

/* Files of a folder that are data of other kinds: settings of mkcv, of RenderCV, of packages. */
static bool is_machinery(const char *name)
{
    static const char *const names[] = {"mkcv.yaml",   "package.json",  "package-lock.json", "design.yaml",
                                        "locale.yaml", "settings.yaml", "tsconfig.json",     "composer.json"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcasecmp(name, names[i])) return true;
    return *name == '.' || *name == '_';
}

/* Whether the folder holds data that may be a CV, and no page. */
static bool is_folder_of_data(struct mkcv_arena *a, const char *root)
{
    struct mkcv_names names = mkcv_file_names(a, root);
    bool any = false;
    for (size_t i = 0; i < names.list.count; i++) {
        const char *name = names.list.at[i];
        if (mkcv_site_is_content_name(name)) return false;
        any |= reader_of(name) && !is_machinery(name);
    }
    return any;
}

static int recognise(struct mkcv_arena *a, const char *root)
{
    if (mkcv_file_kind(root) == MKCV_FILE_FOLDER) return is_folder_of_data(a, root) ? 5 : 0;
    return reader_of(root) ? 100 : 0;
}

/* In a folder, what mkcv wrote was made of what lies beside it, which is newer. */
static void drop_output(struct mkcv_site *site)
{
    size_t n = 0, documents = 0;
    for (size_t i = 0; i < site->records.count; i++) documents += site->records.at[i].kind == MKCV_RECORD_DOCUMENT;
    if (documents == site->records.count) return;
    for (size_t i = 0; i < site->records.count; i++)
        if (site->records.at[i].kind != MKCV_RECORD_DOCUMENT) site->records.at[n++] = site->records.at[i];
    site->records.count = n;
}

static enum mkcv_code read_site(struct mkcv_arena *a, struct mkcv_site *site, struct mkcv_diags *d)
{
    if (!site->is_folder) {
        data_reader *read = reader_of(site->root);
        if (read) read(a, site, mkcv_path_base(site->root), d);
        return MKCV_OK;
    }
    struct mkcv_names names = mkcv_file_names(a, site->root);
    for (size_t k = 0; k < sizeof readers / sizeof *readers; k++)
        for (size_t i = 0; i < names.list.count; i++) {
            const char *name = names.list.at[i];
            if (reader_of(name) != readers[k].read || is_machinery(name) ||
                strcasecmp(mkcv_path_extension(name), readers[k].extension) != 0)
                continue;
            if (mkcv_file_kind(mkcv_site_path(a, site, name)) == MKCV_FILE_REGULAR) readers[k].read(a, site, name, d);
        }
    drop_output(site);
    return MKCV_OK;
}

const struct mkcv_adapter mkcv_site_data = {
    .name = "data",
    .description = "a CV as data: JSON Resume, RenderCV, BibTeX, lists of works and talks, the JSON that mkcv writes",
    .recognise = recognise,
    .read = read_site,
};
