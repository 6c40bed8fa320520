/* face.h - an opened face: HarfBuzz's handles, what a back end wants to know, and which text its glyphs have shown. */
#ifndef MKCV_FONT_FACE_H
#define MKCV_FONT_FACE_H
#include "family.h"
#include "mkcv/font.h"
#include <hb.h>

struct mkcv_open_face {
    struct mkcv_face about; /* first: what mkcv_fonts_face gives */
    const struct mkcv_family *family;
    int index;        /* of mkcv_fonts_face */
    const char *path; /* of the file; NULL: it is inside the program */
    hb_blob_t *blob;
    hb_face_t *face;
    hb_font_t *font; /* scaled to units of the face */
    unsigned upem, glyph_count;
    bool has_small_caps;
    const char **text; /* by glyph id: what it shows; NULL: not seen; mkcv_text_several: no one text */
};

/* The mark of a glyph that was seen with different texts, or as part of a cluster of several glyphs. */
extern const char mkcv_text_several[];

/* Opens a face of the family, NULL with *why when it cannot be used. Close it with mkcv_face_close. */
struct mkcv_open_face *mkcv_face_open(struct mkcv_arena *a, const struct mkcv_family *family, enum mkcv_slot slot,
                                      const char **why);
void mkcv_face_close(struct mkcv_open_face *f);

/* `v` units of the face in thousandths of an em, rounded half away from zero. */
int32_t mkcv_face_milli(const struct mkcv_open_face *f, int64_t v);
/* The advance that the PDF states for a glyph, thousandths of an em. */
int16_t mkcv_face_advance(const struct mkcv_open_face *f, unsigned glyph);
/* True when the face can show the character, by itself or from its canonical parts. */
bool mkcv_face_has(const struct mkcv_open_face *f, uint32_t codepoint);
#endif
