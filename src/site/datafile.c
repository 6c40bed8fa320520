/* datafile.c - a CV that is data: JSON Resume, mkcv's own JSON, alone or as the resume.json of a folder. */
#include "mkcv/source.h"
#include "site.h"
#include <string.h>
#include <strings.h>

/* The file to read: the root itself, or the one of the folder that is a CV by its name. NULL: there is none. */
static const char *file_of(struct mkcv_arena *a, const char *root)
{
    static const char *const names[] = {"resume.json", "cv.json"};
    if (mkcv_file_kind(root) != MKCV_FILE_FOLDER) return !strcasecmp(mkcv_path_extension(root), ".json") ? root : NULL;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (mkcv_file_kind(mkcv_path_join(a, root, names[i])) == MKCV_FILE_REGULAR)
            return mkcv_path_join(a, root, names[i]);
    return NULL;
}

/* A file is told by its name; a folder's pages say more than a data file beside them. */
static int recognise(struct mkcv_arena *a, const char *root)
{
    if (!file_of(a, root)) return 0;
    return mkcv_file_kind(root) == MKCV_FILE_FOLDER ? 5 : 100;
}

static enum mkcv_code read_site(struct mkcv_arena *a, struct mkcv_site *site, struct mkcv_diags *d)
{
    const char *file = file_of(a, site->root), *text;
    if (!file || mkcv_file_read_text(a, file, MKCV_LIMIT_FILE, &text, d) != MKCV_OK) return MKCV_OK;
    const struct mkcv_node *root = mkcv_json_read(a, text, strlen(text), file, d);
    const struct mkcv_node *own = mkcv_node_lookup(root, "meta.mkcv");
    if (!own || own->kind != MKCV_NODE_MAP) return MKCV_OK;
    if (!site->settings) site->settings = mkcv_node_lookup(own, "settings");
    *MKCV_PUSH(a, &site->records) = (struct mkcv_record){
        .kind = MKCV_RECORD_DOCUMENT, .path = mkcv_path_base(file), .meta = root, .loc = {.file = file, 1, 1}};
    return MKCV_OK;
}

const struct mkcv_adapter mkcv_site_data = {
    .name = "data",
    .description = "a CV as data: JSON Resume, or the JSON that mkcv writes",
    .recognise = recognise,
    .read = read_site,
};
