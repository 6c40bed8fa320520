/* folder.c - families that the user brings as font files: what the files say of themselves decides which face is which.
 */
#include "family.h"
#include "mkcv/file.h"
#include <hb-ot.h>
#include <hb.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define FILES_MAX 512  /* font files looked at in a folder */
#define FACES_MAX 1024 /* faces looked at in all */

/* A face as its file describes it. */
struct candidate {
    const char *family, *path;
    unsigned index;
    bool italic, serif;
    int weight;
};
struct candidates {
    MKCV_VEC(struct candidate) list;
};

static bool is_font_file(const char *name)
{
    static const char *const extension[] = {".otf", ".ttf", ".ttc", ".otc"};
    for (size_t i = 0; i < sizeof extension / sizeof *extension; i++)
        if (!strcasecmp(mkcv_path_extension(name), extension[i])) return true;
    return false;
}

static const char *read_name(struct mkcv_arena *a, hb_face_t *face, hb_ot_name_id_t id)
{
    char s[128];
    unsigned n = sizeof s;
    hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &n, s);
    return n ? mkcv_arena_strdup(a, s) : NULL;
}

/* PANOSE says what kind of face it is; 11 to 15 are the sans serif ones. */
static bool is_serif(hb_face_t *face)
{
    unsigned n;
    hb_blob_t *os2 = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
    const char *s = hb_blob_get_data(os2, &n);
    bool serif = n < 42 || s[32] != 2 || s[33] < 11 || s[33] > 15;
    hb_blob_destroy(os2);
    return serif;
}

static void add_candidate(struct mkcv_arena *a, const char *path, hb_face_t *face, unsigned index,
                          struct candidates *out)
{
    const char *family = read_name(a, face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
    if (!family) family = read_name(a, face, HB_OT_NAME_ID_FONT_FAMILY);
    hb_font_t *font = hb_font_create(face);
    bool italic =
        hb_style_get_value(font, HB_STYLE_TAG_ITALIC) > 0 || hb_style_get_value(font, HB_STYLE_TAG_SLANT_ANGLE) != 0;
    int weight = (int)hb_style_get_value(font, HB_STYLE_TAG_WEIGHT);
    hb_font_destroy(font);
    *MKCV_PUSH(a, &out->list) =
        (struct candidate){family ? family : mkcv_path_base(path), path, index, italic, is_serif(face), weight};
}

static void add_file(struct mkcv_arena *a, const char *path, struct candidates *out)
{
    if (mkcv_file_kind(path) != MKCV_FILE_REGULAR) return;
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
    if (!blob) return;
    unsigned count = hb_face_count(blob);
    for (unsigned i = 0; i < count && out->list.count < FACES_MAX; i++) {
        hb_face_t *face = hb_face_create(blob, i);
        if (hb_face_get_glyph_count(face)) add_candidate(a, path, face, i, out);
        hb_face_destroy(face);
    }
    hb_blob_destroy(blob);
}

/* Distance of a face from what the slot asks for. */
static int distance(const struct candidate *c, enum mkcv_slot slot) { return abs(c->weight - (slot & 1 ? 700 : 400)); }

static bool fits_slot(const struct candidate *c, enum mkcv_slot slot)
{
    return c->italic == !!(slot & 2) && (slot & 1) == (c->weight >= 550);
}

static const struct mkcv_family *family_of(struct mkcv_arena *a, const struct candidates *all, const char *name,
                                           int *stock)
{
    struct mkcv_family *f = MKCV_NEW(a, struct mkcv_family);
    const struct candidate *best[MKCV_SLOT_COUNT] = {0};
    *stock = 0;
    for (size_t i = 0; i < all->list.count; i++) {
        const struct candidate *c = &all->list.at[i];
        if (strcasecmp(c->family, name)) continue;
        f->name = c->family;
        f->serif = c->serif;
        for (enum mkcv_slot slot = 0; slot < MKCV_SLOT_COUNT; slot++)
            if (fits_slot(c, slot) && (!best[slot] || distance(c, slot) < distance(best[slot], slot))) best[slot] = c;
    }
    for (enum mkcv_slot slot = 0; slot < MKCV_SLOT_COUNT; slot++) {
        if (!best[slot]) continue;
        f->file[slot].path = best[slot]->path;
        f->file[slot].index = best[slot]->index;
        ++*stock;
    }
    return *stock ? f : NULL;
}

const struct mkcv_family *mkcv_family_from_folder(struct mkcv_arena *a, const char *folder, const char *name)
{
    struct candidates all = {0};
    struct mkcv_names names = mkcv_file_names(a, folder);
    for (size_t i = 0, files = 0; i < names.list.count && files < FILES_MAX; i++) {
        if (!is_font_file(names.list.at[i])) continue;
        add_file(a, mkcv_path_join(a, folder, names.list.at[i]), &all);
        files++;
    }
    int stock, most = 0;
    if (name) return family_of(a, &all, name, &stock);
    const struct mkcv_family *best = NULL;
    for (size_t i = 0; i < all.list.count; i++) {
        if (i && !strcasecmp(all.list.at[i].family, all.list.at[i - 1].family)) continue;
        const struct mkcv_family *f = family_of(a, &all, all.list.at[i].family, &stock);
        if (stock > most) {
            best = f;
            most = stock;
        }
    }
    return best;
}

const struct mkcv_family *mkcv_family_from_file(struct mkcv_arena *a, const char *path)
{
    struct candidates all = {0};
    add_file(a, path, &all);
    if (!all.list.count) return NULL;
    int stock;
    return family_of(a, &all, all.list.at[0].family, &stock);
}

static const struct mkcv_family *look_in(struct mkcv_arena *a, const char *folder, const char *name)
{
    const struct mkcv_family *f = mkcv_family_from_folder(a, mkcv_path_join(a, folder, name), NULL);
    return f ? f : mkcv_family_from_folder(a, folder, name);
}

const struct mkcv_family *mkcv_family_from_user(struct mkcv_arena *a, const char *name)
{
    const struct mkcv_family *f = look_in(a, "fonts", name);
    char program[4096];
    ssize_t n = f ? 0 : readlink("/proc/self/exe", program, sizeof program - 1);
    if (n <= 0) return f;
    program[n] = 0;
    char *slash = strrchr(program, '/');
    if (!slash) return NULL;
    *slash = 0;
    f = look_in(a, mkcv_path_join(a, program, "fonts"), name);
    return f ? f : look_in(a, mkcv_path_join(a, program, "../fonts"), name);
}
