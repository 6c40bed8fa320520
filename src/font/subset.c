/* subset.c - a face cut down to the glyphs in use (hb-subset), with the codes, widths and texts that the PDF states. */
#include "fonts.h"
#include "mkcv/hash.h"
#include <hb-subset.h>
#include <string.h>

/* The face's outlines and metrics alone, without its character map and layout: all that is embedded, and a fraction of
 * the work, for what a subsetter would follow through the other tables is already glyphs here. */
static hb_face_t *outlines_of(hb_face_t *face)
{
    static const char keep[][5] = {"CFF ", "glyf", "loca", "head", "hhea", "hmtx", "maxp"};
    hb_face_t *outlines = hb_face_builder_create();
    for (size_t i = 0; i < sizeof keep / sizeof *keep; i++) {
        hb_tag_t tag = hb_tag_from_string(keep[i], 4);
        hb_blob_t *table = hb_face_reference_table(face, tag);
        if (hb_blob_get_length(table)) hb_face_builder_add_table(outlines, tag, table);
        hb_blob_destroy(table);
    }
    return outlines;
}

static hb_subset_plan_t *plan_subset(const struct mkcv_open_face *f, const uint8_t *used)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input) return NULL;
    for (unsigned g = 0; g < f->glyph_count; g++)
        if (used[g]) hb_set_add(hb_subset_input_glyph_set(input), g);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE |
                                         HB_SUBSET_FLAGS_DESUBROUTINIZE);
    hb_face_t *outlines = outlines_of(f->face);
    hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(outlines, input);
    hb_face_destroy(outlines); /* the plan holds its own reference */
    hb_subset_input_destroy(input);
    return plan;
}

static void set_codes(struct mkcv_arena *a, const struct mkcv_open_face *f, hb_subset_plan_t *plan,
                      struct mkcv_subset *out)
{
    uint16_t *code = MKCV_NEW_ARRAY(a, uint16_t, f->glyph_count);
    int16_t *width = MKCV_NEW_ARRAY(a, int16_t, out->glyph_count);
    const char **text = MKCV_NEW_ARRAY(a, const char *, out->glyph_count);
    memset(code, 0xff, f->glyph_count * sizeof *code);
    const hb_map_t *old = hb_subset_plan_new_to_old_glyph_mapping(plan);
    for (unsigned c = 0; c < out->glyph_count; c++) {
        hb_codepoint_t g = hb_map_get(old, c);
        if (g >= f->glyph_count) continue;
        code[g] = (uint16_t)c;
        width[c] = mkcv_face_advance(f, g);
        text[c] = f->text[g] == mkcv_text_several ? NULL : f->text[g];
    }
    out->code = code;
    out->width = width;
    out->text = text;
}

/* Takes the bytes to embed out of the cut face: the bare CFF table, or the whole TrueType file. */
static bool copy_data(struct mkcv_arena *a, hb_face_t *cut, struct mkcv_subset *out)
{
    hb_blob_t *blob = hb_face_reference_table(cut, HB_TAG('C', 'F', 'F', ' '));
    out->cff = hb_blob_get_length(blob) > 0;
    if (!out->cff) {
        hb_blob_destroy(blob);
        blob = hb_face_reference_blob(cut);
    }
    unsigned n;
    const char *bytes = hb_blob_get_data(blob, &n);
    unsigned char *data = mkcv_arena_alloc(a, n);
    if (n) memcpy(data, bytes, n);
    hb_blob_destroy(blob);
    out->data = data;
    out->size = n;
    return n && (!out->cff || mkcv_cff_number_glyphs(data, n, out->glyph_count));
}

static bool is_name_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.';
}

/* "ABCDEF+Name": six letters from the data's hash, so that equal subsets have equal names. */
static const char *name_subset(struct mkcv_arena *a, const char *postscript, const unsigned char *data, size_t n)
{
    char name[64];
    size_t length = 0;
    uint64_t hash = mkcv_hash(0, data, n);
    for (; length < 6; hash /= 26) name[length++] = (char)('A' + hash % 26);
    name[length++] = '+';
    for (const char *p = postscript; *p && length < sizeof name - 1; p++)
        if (is_name_char(*p)) name[length++] = *p;
    if (length == 7) return mkcv_arena_printf(a, "%.7sFont", name);
    return mkcv_arena_strndup(a, name, length);
}

static bool cut_face(struct mkcv_arena *a, const struct mkcv_open_face *f, const uint8_t *used, struct mkcv_subset *out)
{
    hb_subset_plan_t *plan = plan_subset(f, used);
    if (!plan) return false;
    hb_face_t *cut = hb_subset_plan_execute_or_fail(plan);
    bool ok = cut != NULL;
    if (cut) {
        out->glyph_count = hb_face_get_glyph_count(cut);
        set_codes(a, f, plan, out);
        ok = copy_data(a, cut, out);
        hb_face_destroy(cut);
    }
    hb_subset_plan_destroy(plan);
    return ok;
}

enum mkcv_code mkcv_font_subset(struct mkcv_arena *a, struct mkcv_fonts *f, int face, const uint8_t *used,
                                struct mkcv_subset *out, struct mkcv_diags *d)
{
    *out = (struct mkcv_subset){0};
    const struct mkcv_open_face *open = f->faces.at[face];
    if (!cut_face(a, open, used, out)) {
        mkcv_report(d, MKCV_DIAG_FONT_FILE, ((struct mkcv_loc){0}), open->about.family, "its outlines cannot be read");
        return MKCV_SYSTEM;
    }
    out->name = name_subset(a, open->about.postscript, out->data, out->size);
    return MKCV_OK;
}
