/* fonts.c - opening a family, finding the face for a look, and the family that lends a missing character. */
#include "fonts.h"
#include "mkcv/buf.h"
#include "mkcv/file.h"
#include "mkcv/utf8.h"
#include <string.h>

static const char *const slot_name[MKCV_SLOT_COUNT] = {"regular", "bold", "italic", "bold italic"};
static const struct mkcv_loc nowhere = {NULL, 0, 0};

static enum mkcv_code report_file(struct mkcv_diags *d, const char *path, const char *why)
{
    mkcv_report(d, MKCV_DIAG_FONT_FILE, nowhere, path, why);
    return MKCV_SYSTEM;
}

/* The family nearest to a misspelt name, or to a word of whose name it is near: "Libertin" means Linux Libertine. */
static const char *nearest_family(struct mkcv_arena *a, const char *name, const char *const *families)
{
    const char *near = mkcv_nearest(name, families), *lower = mkcv_utf8_fold(a, name);
    for (size_t i = 0; families[i] && !near; i++) {
        char *words = mkcv_arena_strdup(a, mkcv_utf8_fold(a, families[i])), *rest = words;
        for (char *word; (word = strtok_r(rest, " ", &rest)) && !near;)
            if (mkcv_nearest(lower, (const char *const[]){word, NULL})) near = families[i];
    }
    return near;
}

static enum mkcv_code report_family(struct mkcv_arena *a, const char *name, struct mkcv_diags *d)
{
    const char *const *names = mkcv_font_families(a);
    const char *near = nearest_family(a, name, names);
    struct mkcv_buf hint;
    mkcv_buf_init(&hint, a);
    if (near)
        mkcv_buf_printf(&hint, "; did you mean '%s'?", near);
    else
        for (size_t i = 0; names[i]; i++) mkcv_buf_printf(&hint, "%s%s", i ? ", " : "; there are ", names[i]);
    mkcv_report(d, MKCV_DIAG_FONT_FAMILY, nowhere, name, hint.s);
    return MKCV_USAGE;
}

static enum mkcv_code find_family(struct mkcv_arena *a, const char *name, const struct mkcv_family **out,
                                  struct mkcv_diags *d)
{
    *out = mkcv_family_lookup(a, name, d);
    if (*out) return MKCV_OK;
    switch (mkcv_file_kind(name)) {
    case MKCV_FILE_FOLDER:
        *out = mkcv_family_from_folder(a, name, NULL);
        return *out ? MKCV_OK : report_file(d, name, "there is no font in this folder");
    case MKCV_FILE_REGULAR:
        *out = mkcv_family_from_file(a, name);
        return *out ? MKCV_OK : report_file(d, name, "it is not a font");
    case MKCV_FILE_OTHER:
        return report_file(d, name, "it is not a file");
    case MKCV_FILE_NONE:
        break;
    }
    if (strchr(name, '/')) return report_file(d, name, "no such file or folder");
    *out = mkcv_family_from_user(a, name);
    return *out ? MKCV_OK : report_family(a, name, d);
}

static void read_features(struct mkcv_fonts *f, const char *s)
{
    while (s && *s && f->feature_count < MKCV_FEATURES_MAX - 8) {
        size_t n = strcspn(s, ",");
        if (hb_feature_from_string(s, (int)n, &f->feature[f->feature_count])) f->feature_count++;
        s += n + (s[n] == ',');
    }
}

enum mkcv_code mkcv_fonts_open(struct mkcv_arena *a, const struct mkcv_style *style, const char *lang,
                               struct mkcv_fonts **out, struct mkcv_diags *d)
{
    *out = NULL;
    const struct mkcv_family *family;
    enum mkcv_code code = find_family(a, style->font.family ? style->font.family : "", &family, d);
    if (code) return code;
    struct mkcv_fonts *f = MKCV_NEW(a, struct mkcv_fonts);
    f->arena = a;
    f->diags = d;
    f->chosen.family = family;
    f->figures = style->font.figures;
    /* Never left to HarfBuzz, which would ask the locale. */
    f->lang = hb_language_from_string(lang && *lang ? lang : "en", -1);
    read_features(f, style->font.features);
    f->buffer = hb_buffer_create();
    f->reported = hb_set_create();
    mkcv_member_face(f, &f->chosen, MKCV_SLOT_REGULAR);
    if (!f->chosen.face[MKCV_SLOT_REGULAR] || f->chosen.failed[MKCV_SLOT_REGULAR]) {
        mkcv_fonts_close(f);
        return MKCV_SYSTEM;
    }
    *out = f;
    return MKCV_OK;
}

void mkcv_fonts_close(struct mkcv_fonts *f)
{
    if (!f) return;
    for (size_t i = 0; i < f->faces.count; i++) mkcv_face_close(f->faces.at[i]);
    f->faces.count = 0;
    hb_buffer_destroy(f->buffer);
    hb_set_destroy(f->reported);
}

size_t mkcv_fonts_count(const struct mkcv_fonts *f) { return f->faces.count; }

const struct mkcv_face *mkcv_fonts_face(const struct mkcv_fonts *f, int face) { return &f->faces.at[face]->about; }

struct mkcv_ink mkcv_font_ink(const struct mkcv_fonts *f, int face, unsigned glyph)
{
    const struct mkcv_open_face *of = f->faces.at[face];
    hb_glyph_extents_t box;
    if (!hb_font_get_glyph_extents(of->font, glyph, &box)) return (struct mkcv_ink){0};
    return (struct mkcv_ink){.left = mkcv_face_milli(of, box.x_bearing),
                             .right = mkcv_face_milli(of, (int64_t)box.x_bearing + box.width),
                             .top = mkcv_face_milli(of, box.y_bearing)};
}

size_t mkcv_font_glyph_count(const struct mkcv_fonts *f, int face) { return f->faces.at[face]->glyph_count; }

/* The face of the member's own file for the slot, opened now if it was not; NULL when there is none to be had. */
static struct mkcv_open_face *open_own(struct mkcv_fonts *f, struct mkcv_member *m, enum mkcv_slot slot)
{
    const char *path = m->family->file[slot].path, *why = NULL;
    if (m->own[slot] || m->failed[slot] || !path) return m->own[slot];
    struct mkcv_open_face *face = mkcv_face_open(f->arena, m->family, slot, &why);
    m->own[slot] = face;
    m->failed[slot] = !face;
    if (face) {
        if (face->path) mkcv_diags_note_read(f->diags, face->path);
        face->index = (int)f->faces.count;
        *MKCV_PUSH(f->arena, &f->faces) = face;
    } else if (!m->lender) {
        report_file(f->diags, path, why);
    }
    return face;
}

struct mkcv_open_face *mkcv_member_face(struct mkcv_fonts *f, struct mkcv_member *m, enum mkcv_slot slot)
{
    static const enum mkcv_slot order[MKCV_SLOT_COUNT][MKCV_SLOT_COUNT] = {
        {MKCV_SLOT_REGULAR, MKCV_SLOT_ITALIC, MKCV_SLOT_BOLD, MKCV_SLOT_BOLD_ITALIC},
        {MKCV_SLOT_BOLD, MKCV_SLOT_REGULAR, MKCV_SLOT_BOLD_ITALIC, MKCV_SLOT_ITALIC},
        {MKCV_SLOT_ITALIC, MKCV_SLOT_REGULAR, MKCV_SLOT_BOLD_ITALIC, MKCV_SLOT_BOLD},
        {MKCV_SLOT_BOLD_ITALIC, MKCV_SLOT_BOLD, MKCV_SLOT_ITALIC, MKCV_SLOT_REGULAR},
    };
    for (int i = 0; !m->face[slot] && i < MKCV_SLOT_COUNT; i++) {
        m->face[slot] = open_own(f, m, order[slot][i]);
        if (m->face[slot] && i && !m->lender)
            mkcv_report(f->diags, MKCV_DIAG_FONT_FACE, nowhere, m->family->name, slot_name[slot],
                        slot_name[order[slot][i]]);
    }
    return m->face[slot];
}

static void read_lenders(struct mkcv_fonts *f)
{
    struct mkcv_families all = mkcv_family_fallbacks(f->arena, f->diags);
    for (size_t i = 0; i < all.list.count; i++)
        if (strcmp(all.list.at[i]->name, f->chosen.family->name))
            *MKCV_PUSH(f->arena, &f->lenders) = (struct mkcv_member){.family = all.list.at[i], .lender = true};
    f->lenders_read = true;
}

static bool serves(const struct mkcv_family *family, hb_script_t script)
{
    for (size_t i = 0; i < family->scripts.count; i++)
        if (family->scripts.at[i] == script) return true;
    return false;
}

static bool has_all(const struct mkcv_open_face *face, const uint32_t *codepoints, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (!mkcv_face_has(face, codepoints[i])) return false;
    return true;
}

/* How late a family is asked: 0 serves the script and suits the text, 1 serves the script, 2 neither. */
static int pass_of(const struct mkcv_fonts *f, const struct mkcv_family *family, hb_script_t script)
{
    return !serves(family, script) ? 2 : family->serif == f->chosen.family->serif ? 0 : 1;
}

static void report_package(struct mkcv_fonts *f, struct mkcv_member *m)
{
    mkcv_report(f->diags, MKCV_DIAG_FONT_PACKAGE, nowhere, m->family->name,
                m->family->package ? m->family->package : "");
    m->family = NULL; /* reported once, and not asked again */
}

static struct mkcv_open_face *find_lender(struct mkcv_fonts *f, enum mkcv_slot slot, const uint32_t *codepoints,
                                          size_t n)
{
    if (!f->lenders_read) read_lenders(f);
    hb_script_t script = hb_unicode_script(hb_unicode_funcs_get_default(), codepoints[0]);
    for (int pass = 0; pass < 3; pass++)
        for (size_t i = 0; i < f->lenders.count; i++) {
            struct mkcv_member *m = &f->lenders.at[i];
            if (!m->family || pass_of(f, m->family, script) != pass) continue;
            struct mkcv_open_face *face = mkcv_member_face(f, m, slot);
            if (face && has_all(face, codepoints, n)) return face;
            if (!face && pass < 2) report_package(f, m);
        }
    return NULL;
}

/* A script that the family does not serve at all is told once, not letter by letter. */
static void report_loan(struct mkcv_fonts *f, uint32_t c, const struct mkcv_open_face *lent)
{
    bool han = mkcv_is_wide(c); /* with its commas, which many scripts share */
    hb_script_t script = han ? HB_SCRIPT_HAN : hb_unicode_script(hb_unicode_funcs_get_default(), c);
    bool whole = script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && !serves(f->chosen.family, script);
    uint32_t key = whole ? (uint32_t)script : c; /* a script's tag is larger than any character */
    if (hb_set_has(f->reported, key)) return;
    hb_set_add(f->reported, key);
    char s[5] = {0};
    mkcv_utf8_encode(c, s);
    mkcv_report(f->diags, whole ? MKCV_DIAG_GLYPH_SCRIPT : MKCV_DIAG_GLYPH_FALLBACK, nowhere, s, f->chosen.family->name,
                lent->family->name);
}

struct mkcv_open_face *mkcv_fonts_find(struct mkcv_fonts *f, enum mkcv_slot slot, const uint32_t *codepoints, size_t n)
{
    struct mkcv_open_face *face = mkcv_member_face(f, &f->chosen, slot);
    if (has_all(face, codepoints, n)) return face;
    struct mkcv_open_face *lent = find_lender(f, slot, codepoints, n);
    for (size_t i = 0; lent && i < n; i++)
        if (!mkcv_face_has(face, codepoints[i])) report_loan(f, codepoints[i], lent);
    return lent;
}
