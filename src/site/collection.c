/* collection.c - a Jekyll collection: the pages of one folder as records, newest first. */
#include "site.h"
#include <stdlib.h>
#include <string.h>

enum { FOLDERS_DEEP = 4 };

struct collection {
    MKCV_VEC(struct mkcv_record) list;
};

/* A record's day for sorting: its front matter's, else that in its file's name. */
static const char *day_of(const struct mkcv_record *r)
{
    const char *date = mkcv_node_string(r->meta, "date");
    return date ? date : mkcv_path_base(r->path);
}

static int compare_days(const void *a, const void *b)
{
    const struct mkcv_record *x = a, *y = b;
    int order = strcmp(day_of(y), day_of(x)); /* newest first */
    return order ? order : strcmp(x->path, y->path);
}

static void read_folder(struct mkcv_arena *a, const struct mkcv_site *site, const char *folder,
                        enum mkcv_record_kind kind, int depth, struct collection *out, struct mkcv_diags *d)
{
    struct mkcv_names names = mkcv_file_names(a, mkcv_site_path(a, site, folder));
    for (size_t i = 0; i < names.list.count; i++) {
        struct mkcv_record r;
        const char *path = mkcv_path_join(a, folder, names.list.at[i]);
        enum mkcv_file_kind file = mkcv_file_kind(mkcv_site_path(a, site, path));
        if (file == MKCV_FILE_FOLDER && depth < FOLDERS_DEEP && *names.list.at[i] != '.')
            read_folder(a, site, path, kind, depth + 1, out, d);
        if (file != MKCV_FILE_REGULAR || !mkcv_site_is_page_name(path)) continue;
        if (mkcv_site_read_page(a, site, kind, path, &r, d)) *MKCV_PUSH(a, &out->list) = r;
    }
}

void mkcv_site_add_collection(struct mkcv_arena *a, struct mkcv_site *site, const char *folder,
                              enum mkcv_record_kind kind, struct mkcv_diags *d)
{
    struct collection records = {.list = {0}};
    read_folder(a, site, folder, kind, 0, &records, d);
    if (records.list.count) qsort(records.list.at, records.list.count, sizeof *records.list.at, compare_days);
    for (size_t i = 0; i < records.list.count; i++) *MKCV_PUSH(a, &site->records) = records.list.at[i];
}
