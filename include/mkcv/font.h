/* font.h - families, faces, shaped words, subsets: everything HarfBuzz does for mkcv. Only src/font/ includes hb.h. */
#ifndef MKCV_FONT_H
#define MKCV_FONT_H
#include "mkcv/diag.h"
#include "mkcv/style.h"
#include <stdint.h>

struct mkcv_fonts; /* opened families, faces and the cache of shaped words */

/* Opens the family of the style: a name of the catalogue (built in, or fonts/ beside the program or site), a folder of
 * font files or one file. FONT_FAMILY / FONT_FILE and MKCV_USAGE / MKCV_SYSTEM when it cannot be had. `lang` (BCP 47)
 * is the language of shaping. Close it with mkcv_fonts_close when subsets and pages are no longer needed. */
enum mkcv_code mkcv_fonts_open(struct mkcv_arena *a, const struct mkcv_style *style, const char *lang,
                               struct mkcv_fonts **out, struct mkcv_diags *d) __attribute__((warn_unused_result));
void mkcv_fonts_close(struct mkcv_fonts *f);

struct mkcv_glyph {
    uint16_t id;
    int16_t advance; /* thousandths of an em, as the PDF's /W has it plus kerning */
    int16_t dx, dy;  /* offset, thousandths of an em */
    uint16_t at,
        len; /* the bytes of the run's text that this glyph's cluster shows; len 0: shown by an earlier glyph */
};

/* Text in one face, shaped. Lives as long as the fonts; equal words share one. */
struct mkcv_glyph_run {
    int face;         /* index of mkcv_fonts_face */
    const char *text; /* what a reader copies: the bytes given, but spaces are U+0020, ignorable characters are gone,
                       * what no face has is U+XXXX; NUL-terminated */
    const struct mkcv_glyph *glyphs;
    uint32_t count;
    int32_t width; /* thousandths of an em */
};

/* How a word is to be shaped. */
struct mkcv_face_want {
    bool bold, italic, small_caps, tabular;
    enum mkcv_figures figures;
    int16_t tracking; /* thousandths of an em */
    bool rtl;         /* right to left, whatever its characters; else as its script runs */
};

struct mkcv_shaped {
    const struct mkcv_glyph_run *runs; /* in the text's order; more than one where a fallback face steps in */
    uint32_t count;
    int32_t width; /* thousandths of an em */
};

/* Shapes `n` bytes without spaces to break at (U+00A0 is set as a space; over U+200C there is no ligature). Never
 * fails: a character that the family lacks is taken from another family of the catalogue and reported once
 * (GLYPH_FALLBACK, GLYPH_SCRIPT); one that none has is written as U+XXXX text (GLYPH_MISSING), never as a box. The
 * result is shared and lives as long as the fonts.
 */
const struct mkcv_shaped *mkcv_font_shape(struct mkcv_fonts *f, const struct mkcv_face_want *want, const char *text,
                                          size_t n);
/* Width of the word space, thousandths of an em. */
int32_t mkcv_font_space(struct mkcv_fonts *f, const struct mkcv_face_want *want);

/* The box of a glyph's ink, thousandths of an em: its edges from the glyph's origin, and its upper edge from the
 * baseline. All 0 when there is none. */
struct mkcv_ink {
    int32_t left, right, top;
};
struct mkcv_ink mkcv_font_ink(const struct mkcv_fonts *f, int face, unsigned glyph);

/* What a back end needs to know of a face. */
struct mkcv_face {
    const char *family, *postscript;                             /* "Linux Libertine O", "LinLibertineO" */
    int16_t ascent, descent, cap_height, x_height, italic_angle; /* thousandths of an em; degrees for the angle */
    int16_t bbox[4];
    int16_t space; /* advance of the space */
    uint16_t space_id;
    bool bold, italic, serif;
};
size_t mkcv_fonts_count(const struct mkcv_fonts *f);
const struct mkcv_face *mkcv_fonts_face(const struct mkcv_fonts *f, int face);

/* A face cut down to the glyphs in use, ready to embed. */
struct mkcv_subset {
    const char *name; /* "ABCDEF+LinLibertineO", the tag from a hash of the data */
    const void *data;
    size_t size;
    bool cff;             /* bare CFF table (FontFile3 CIDFontType0C), else TrueType (FontFile2) */
    uint32_t glyph_count; /* of the subset */
    const uint16_t
        *code; /* glyph id of the face -> code in the subset, 0xffff when not in it; face's glyph count entries */
    const int16_t *width; /* by code, thousandths of an em */
    /* By code: the UTF-8 that the glyph shows alone; NULL: none, several, or it follows another of its cluster. A
     * cluster of several glyphs is not told by them: the page must say it (ActualText). */
    const char *const *text;
};
/* Cuts face `face` to `used` (one byte a glyph id, non-zero: in use). The text of a glyph is that of its first use in a
 * shaped word. FONT_FILE and MKCV_SYSTEM on failure. */
enum mkcv_code mkcv_font_subset(struct mkcv_arena *a, struct mkcv_fonts *f, int face, const uint8_t *used,
                                struct mkcv_subset *out, struct mkcv_diags *d) __attribute__((warn_unused_result));
size_t mkcv_font_glyph_count(const struct mkcv_fonts *f, int face);
/* Names of the families in the catalogue, sorted, NULL-terminated. */
const char *const *mkcv_font_families(struct mkcv_arena *a);
#endif
