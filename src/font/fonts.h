/* fonts.h - the state of a run's fonts, shared by the files of this folder. */
#ifndef MKCV_FONT_FONTS_H
#define MKCV_FONT_FONTS_H
#include "face.h"

#define MKCV_FEATURES_MAX 24 /* of the style, and of one word */

/* A family in use and its faces, opened when first asked for. */
struct mkcv_member {
    const struct mkcv_family *family;
    bool lender;                                  /* gives characters to the chosen family */
    struct mkcv_open_face *own[MKCV_SLOT_COUNT];  /* by file */
    bool failed[MKCV_SLOT_COUNT];                 /* the file could not be used */
    struct mkcv_open_face *face[MKCV_SLOT_COUNT]; /* own or stand-in */
};

struct mkcv_cached {
    uint64_t hash;
    uint32_t want, n; /* mkcv_face_want packed; bytes of text */
    const char *text; /* NULL: the place is free */
    const struct mkcv_shaped *shaped;
};

/* A character to shape, and the byte of the run's text that it stands for. */
struct mkcv_item {
    uint32_t codepoint, at;
};

/* Text of one face and script, being gathered. */
struct mkcv_segment {
    struct mkcv_open_face *face;
    hb_script_t script; /* HB_SCRIPT_COMMON: none yet */
    MKCV_VEC(char) text;
    MKCV_VEC(struct mkcv_item) items;
};

struct mkcv_fonts {
    struct mkcv_arena *arena;
    struct mkcv_diags *diags;
    hb_language_t lang;
    enum mkcv_figures figures;
    hb_feature_t feature[MKCV_FEATURES_MAX];
    unsigned feature_count;
    struct mkcv_member chosen;
    MKCV_VEC(struct mkcv_member) lenders; /* by rank */
    bool lenders_read;
    bool small_caps_noted;
    MKCV_VEC(struct mkcv_open_face *) faces; /* all that are open */
    hb_buffer_t *buffer;
    hb_set_t *reported; /* characters that a diagnostic was given for */
    struct mkcv_segment segment;
    MKCV_VEC(struct mkcv_glyph_run) runs; /* of the word being shaped */
    struct mkcv_cached *cache;
    size_t cached, cache_size; /* a power of two */
};

/* The member's face for the slot, or the nearest that it has; NULL when none can be used. */
struct mkcv_open_face *mkcv_member_face(struct mkcv_fonts *f, struct mkcv_member *m, enum mkcv_slot slot);
/* A face that has all of the characters, of the chosen family or of one that lends; NULL when there is none. */
struct mkcv_open_face *mkcv_fonts_find(struct mkcv_fonts *f, enum mkcv_slot slot, const uint32_t *codepoints, size_t n);

/* Cuts the text into segments of one face and script, and gives each to `flush` (which empties it). */
typedef void mkcv_segment_flush(struct mkcv_fonts *f, const struct mkcv_face_want *want);
void mkcv_segment_text(struct mkcv_fonts *f, const struct mkcv_face_want *want, const char *text, size_t n,
                       mkcv_segment_flush *flush);

static inline enum mkcv_slot mkcv_slot_of(const struct mkcv_face_want *want)
{
    return (enum mkcv_slot)((want->bold ? MKCV_SLOT_BOLD : 0) | (want->italic ? MKCV_SLOT_ITALIC : 0));
}

/* Makes the CID of each glyph of a bare CFF its number (cff.c); false when the data is not a sound CFF. */
bool mkcv_cff_number_glyphs(unsigned char *data, size_t n, unsigned glyph_count);
#endif
