/* portrait.c - the owner's picture: the file that mkcv.yaml names, else the one that the theme shows on every page. Its
 * address is data like any; whether it is set is the style's business (photo.h). */
#include "mkcv/file.h"
#include "parts.h"
#include <string.h>

/* The site's folder, also of a site that is one file. */
static const char *folder_of(struct mkcv_arena *a, const struct mkcv_site *site)
{
    const char *base = mkcv_path_base(site->root);
    if (site->is_folder) return site->root;
    return base > site->root ? mkcv_arena_strndup(a, site->root, (size_t)(base - site->root)) : ".";
}

static const char *file_in(struct mkcv_arena *a, const char *folder, const char *name)
{
    const char *path = mkcv_path_join(a, folder, name);
    return mkcv_file_kind(path) == MKCV_FILE_REGULAR ? path : NULL;
}

static bool is_address(const char *s) { return strstr(s, "://") || !strncmp(s, "//", 2); }

/* Whether a name leads out of the folder that it is looked up in. */
static bool climbs(const char *name)
{
    for (const char *p = name; (p = strstr(p, "..")); p += 2)
        if ((p == name || p[-1] == '/') && (p[2] == '/' || !p[2])) return true;
    return false;
}

/* The file that a theme means: by its path on the site, or in one of the folders where themes keep pictures. */
static const char *lookup_file(struct mkcv_reader *r, const char *name)
{
    static const char *const folders[] = {
        "",           "images", "assets/images", "assets/img", "static", "static/images",
        "static/img", "assets", "assets/media",  "img",        NULL};
    struct mkcv_arena *a = r->arena;
    const char *root = folder_of(a, r->site), *found = NULL;
    while (*name == '/') name++;
    if (!*name || climbs(name)) return NULL;
    for (const char *const *f = folders; *f && !found; f++)
        found = file_in(a, **f ? mkcv_path_join(a, root, *f) : root, name);
    return found;
}

/* The picture that lies beside an author's page, or goes by the author's name (Hugo). */
static const char *lookup_beside(struct mkcv_reader *r, const struct mkcv_record *record)
{
    static const char *const endings[] = {"jpg", "jpeg", "png", NULL};
    struct mkcv_arena *a = r->arena;
    const char *root = folder_of(a, r->site), *base = record->path ? mkcv_path_base(record->path) : "", *found = NULL;
    if (!*base) return NULL;
    const char *folder = mkcv_arena_strndup(a, record->path, (size_t)(base - record->path));
    int n = (int)(strlen(base) - strlen(mkcv_path_extension(base)));
    for (const char *const *e = endings; *e && !found; e++) {
        found = file_in(a, mkcv_path_join(a, root, folder), mkcv_arena_printf(a, "avatar.%s", *e));
        if (!found)
            found = file_in(a, mkcv_path_join(a, root, "assets/media/authors"),
                            mkcv_arena_printf(a, "%.*s.%s", n, base, *e));
    }
    return found;
}

/* Where the site shows a file of its own; NULL where it is not shown as it lies there. */
static const char *address_of(struct mkcv_reader *r, const char *file)
{
    const char *path = mkcv_path_within(file, folder_of(r->arena, r->site));
    if (!strncmp(path, "./", 2)) path += 2;
    if (!strncmp(path, "static/", 7)) path += 7;
    if (!r->site->url || *path == '/' || climbs(path) || !strncmp(path, "content/", 8)) return NULL;
    return mkcv_arena_printf(r->arena, "%s/%s", r->site->url, path);
}

/* A value of a theme's key: a file of the site, or an address. */
static void take(struct mkcv_reader *r, const char *value)
{
    struct mkcv_basics *b = &r->cv->basics;
    size_t own = r->site->url ? strlen(r->site->url) : 0;
    if (b->photo || !value || !*value) return;
    if (own && !strncmp(value, r->site->url, own) && value[own] == '/') value += own;
    if (is_address(value)) {
        if (!b->image) b->image = value;
        return;
    }
    b->photo = lookup_file(r, value);
    if (b->photo && !b->image) b->image = address_of(r, b->photo);
}

static void take_keys(struct mkcv_reader *r, const struct mkcv_node *meta, const char *const *keys)
{
    for (; *keys; keys++) take(r, mkcv_node_string(meta, *keys));
}

static void take_record(struct mkcv_reader *r, const struct mkcv_record *record, bool landing)
{
    static const char *const person[] = {"avatar", "image", "picture", "photo", NULL},
                             *const config[] = {"author.avatar", "author.image",  "author.photo",
                                                "avatar",        "params.avatar", NULL},
                             *const page[] = {"profile.image", NULL};
    struct mkcv_basics *b = &r->cv->basics;
    if (record->kind == MKCV_RECORD_CONFIG) take_keys(r, record->meta, config);
    if (record->kind == MKCV_RECORD_PAGE && landing) take_keys(r, record->meta, page);
    if (record->kind != MKCV_RECORD_PERSON) return;
    take_keys(r, record->meta, person);
    if (!b->photo && !b->image) b->photo = lookup_beside(r, record);
}

static void take_site(struct mkcv_reader *r)
{
    bool landing = true;
    for (size_t i = 0; i < r->site->records.count; i++) {
        const struct mkcv_record *record = &r->site->records.at[i];
        take_record(r, record, landing);
        if (record->kind == MKCV_RECORD_PAGE) landing = false;
    }
}

/* The file that the settings name: beside mkcv.yaml, or from where the option is given. */
static const char *named_file(struct mkcv_reader *r, const char *name)
{
    const char *file = *name == '/' || !r->settings->photo_loc.file ? file_in(r->arena, ".", name) : NULL;
    return file ? file : file_in(r->arena, folder_of(r->arena, r->site), name);
}

void mkcv_portrait_read(struct mkcv_reader *r, bool document)
{
    struct mkcv_basics *b = &r->cv->basics;
    const char *name = r->settings->photo;
    if (r->settings->photo_wish == MKCV_PHOTO_NO) {
        b->image = NULL;
    } else if (name) {
        b->photo = named_file(r, name);
        const char *address = b->photo ? address_of(r, b->photo) : NULL;
        if (!document || address) b->image = address;
    } else if (!document) {
        take_site(r);
    }
}
