/* face.c - opening one face: bytes of the program or of a file, checked as far as drawing and embedding rely on them.
 */
#include "face.h"
#include "mkcv/embedded.h"
#include "mkcv/file.h"
#include <hb-ot.h>
#include <string.h>

const char mkcv_text_several[] = "";

/* The bytes of a face; *file is where they stand, NULL when that is the program itself. */
static hb_blob_t *open_blob(struct mkcv_arena *a, const struct mkcv_family *family, enum mkcv_slot slot,
                            const char **file, const char **why)
{
    const char *path = family->file[slot].path;
    const char *name = mkcv_arena_printf(a, "fonts/%s", mkcv_path_base(path));
    const struct mkcv_embedded *e = family->embedded ? mkcv_embedded_lookup(name) : NULL;
    *file = e ? NULL : path;
    if (e)
        return hb_blob_create((const char *)e->data, (unsigned)(e->end - e->data), HB_MEMORY_MODE_READONLY, NULL, NULL);
    if (mkcv_file_kind(path) != MKCV_FILE_REGULAR) {
        *why = family->package ? mkcv_arena_printf(a, "no such file; install the package '%s'", family->package)
                               : "no such file";
        return NULL;
    }
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
    if (!blob) *why = "it cannot be read";
    return blob;
}

static bool has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *table = hb_face_reference_table(face, tag);
    bool has = hb_blob_get_length(table) > 0;
    hb_blob_destroy(table);
    return has;
}

static const char *fault_of(hb_blob_t *blob, hb_face_t *face, unsigned index)
{
    if (index >= hb_face_count(blob) || !hb_face_get_glyph_count(face)) return "it is not a font";
    if (hb_face_get_glyph_count(face) > 0xffff) return "it has more glyphs than a PDF can address";
    if (!has_table(face, HB_TAG('g', 'l', 'y', 'f')) && !has_table(face, HB_TAG('C', 'F', 'F', ' ')))
        return "it has neither TrueType nor CFF outlines";
    if (!has_table(face, HB_TAG('c', 'm', 'a', 'p'))) return "it maps no characters";
    return NULL;
}

static bool has_feature(hb_face_t *face, hb_tag_t wanted)
{
    hb_tag_t tags[32];
    for (unsigned at = 0, n = 32; n; at += n) {
        n = 32;
        if (at > 4096) return false;
        hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GSUB, at, &n, tags);
        for (unsigned i = 0; i < n; i++)
            if (tags[i] == wanted) return true;
    }
    return false;
}

static const char *read_name(struct mkcv_arena *a, hb_face_t *face, hb_ot_name_id_t id, const char *otherwise)
{
    char s[128];
    unsigned n = sizeof s;
    hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &n, s);
    return n ? mkcv_arena_strdup(a, s) : otherwise;
}

static int16_t clamp16(int64_t v) { return (int16_t)(v > INT16_MAX ? INT16_MAX : v < INT16_MIN ? INT16_MIN : v); }

static int16_t read_metric(const struct mkcv_open_face *f, hb_ot_metrics_tag_t tag, int16_t otherwise)
{
    hb_position_t v;
    return hb_ot_metrics_get_position(f->font, tag, &v) ? clamp16(mkcv_face_milli(f, v)) : otherwise;
}

/* The box of all glyphs stands in the `head` table, at bytes 36 to 43. */
static void read_box(struct mkcv_open_face *f)
{
    unsigned n;
    hb_blob_t *head = hb_face_reference_table(f->face, HB_TAG('h', 'e', 'a', 'd'));
    const unsigned char *s = (const unsigned char *)hb_blob_get_data(head, &n);
    for (int i = 0; i < 4 && n >= 54; i++)
        f->about.bbox[i] = clamp16(mkcv_face_milli(f, (int16_t)(s[36 + 2 * i] << 8 | s[37 + 2 * i])));
    hb_blob_destroy(head);
}

static void describe(struct mkcv_arena *a, struct mkcv_open_face *f, enum mkcv_slot slot)
{
    struct mkcv_face *about = &f->about;
    about->family = read_name(a, f->face, HB_OT_NAME_ID_FONT_FAMILY, f->family->name);
    about->postscript = read_name(a, f->face, HB_OT_NAME_ID_POSTSCRIPT_NAME, "Font");
    about->ascent = read_metric(f, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 800);
    about->descent = read_metric(f, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -200);
    about->cap_height = read_metric(f, HB_OT_METRICS_TAG_CAP_HEIGHT, 700);
    about->x_height = read_metric(f, HB_OT_METRICS_TAG_X_HEIGHT, 450);
    about->italic_angle = clamp16((int64_t)hb_style_get_value(f->font, HB_STYLE_TAG_SLANT_ANGLE));
    about->bold = slot & 1;
    about->italic = slot & 2;
    about->serif = f->family->serif;
    read_box(f);
    hb_codepoint_t space;
    if (hb_font_get_nominal_glyph(f->font, ' ', &space) && space < f->glyph_count) about->space_id = (uint16_t)space;
    about->space = about->space_id ? mkcv_face_advance(f, about->space_id) : 250;
}

struct mkcv_open_face *mkcv_face_open(struct mkcv_arena *a, const struct mkcv_family *family, enum mkcv_slot slot,
                                      const char **why)
{
    const char *file;
    hb_blob_t *blob = open_blob(a, family, slot, &file, why);
    if (!blob) return NULL;
    hb_face_t *face = hb_face_create(blob, family->file[slot].index);
    *why = fault_of(blob, face, family->file[slot].index);
    if (*why) {
        hb_face_destroy(face);
        hb_blob_destroy(blob);
        return NULL;
    }
    struct mkcv_open_face *f = MKCV_NEW(a, struct mkcv_open_face);
    f->family = family;
    f->path = file;
    f->blob = blob;
    f->face = face;
    f->font = hb_font_create(face);
    f->upem = hb_face_get_upem(face);
    f->glyph_count = hb_face_get_glyph_count(face);
    f->has_small_caps = has_feature(face, HB_TAG('s', 'm', 'c', 'p'));
    f->text = MKCV_NEW_ARRAY(a, const char *, f->glyph_count);
    describe(a, f, slot);
    return f;
}

void mkcv_face_close(struct mkcv_open_face *f)
{
    hb_font_destroy(f->font);
    hb_face_destroy(f->face);
    hb_blob_destroy(f->blob);
}

int32_t mkcv_face_milli(const struct mkcv_open_face *f, int64_t v)
{
    int64_t upem = f->upem, n = v * 1000, half = upem / 2;
    int64_t r = n < 0 ? -((-n + half) / upem) : (n + half) / upem;
    return (int32_t)(r > INT32_MAX ? INT32_MAX : r < -INT32_MAX ? -INT32_MAX : r);
}

int16_t mkcv_face_advance(const struct mkcv_open_face *f, unsigned glyph)
{
    return clamp16(mkcv_face_milli(f, hb_font_get_glyph_h_advance(f->font, glyph)));
}

static bool has_glyph(const struct mkcv_open_face *f, uint32_t c)
{
    hb_codepoint_t glyph;
    return hb_font_get_nominal_glyph(f->font, c, &glyph) && glyph && glyph < f->glyph_count;
}

bool mkcv_face_has(const struct mkcv_open_face *f, uint32_t c)
{
    if (has_glyph(f, c) || c == 0x200c || c == 0x200d) return true; /* joiners need no glyph */
    /* HarfBuzz sets a composed character from its parts when these are there; canonical pairs nest four deep at most.
     */
    hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default();
    for (int depth = 0; depth < 8; depth++) {
        hb_codepoint_t first, second;
        if (!hb_unicode_decompose(unicode, c, &first, &second) || (second && !has_glyph(f, second))) return false;
        if (has_glyph(f, first)) return true;
        c = first;
    }
    return false;
}
