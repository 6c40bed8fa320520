/* pdf_face.h - the faces that a document uses, cut down to its glyphs, with the text that each glyph tells. */
#ifndef MKCV_PDF_FACE_H
#define MKCV_PDF_FACE_H
#include "mkcv/pages.h"

struct mkcv_pdf_face {
    const struct mkcv_face *face;
    int number;         /* of its resource: /F1, /F2 by first use; 0: not used */
    size_t glyph_count; /* of the face */
    uint8_t *used;      /* by glyph id: non-zero when drawn */
    struct mkcv_subset subset;
    const char **text; /* by code: what ToUnicode says, UTF-8; NULL: nothing */
};

struct mkcv_pdf_faces {
    struct mkcv_pdf_face *at; /* by index of mkcv_fonts_face */
    size_t count;
    int used; /* how many of them have a number */
};

/* The glyphs at [i, end) of a run show one cluster: its bytes are those of glyph i. */
uint32_t mkcv_pdf_cluster_end(const struct mkcv_glyph_run *run, uint32_t i);
/* True for a cluster of characters that show nothing (soft hyphen, joiners): neither drawn nor told. */
bool mkcv_pdf_is_ignored(const struct mkcv_glyph_run *run, uint32_t i);
/* True when a reader gets the text of cluster [i, end) from the glyphs alone. */
bool mkcv_pdf_tells_text(const struct mkcv_pdf_face *f, const struct mkcv_glyph_run *run, uint32_t i, uint32_t end);
/* The code of a glyph in its subset, or 0xffff. */
uint16_t mkcv_pdf_code(const struct mkcv_pdf_face *f, uint16_t glyph);
/* True when a space glyph is to be drawn after the piece: at a line's end too, for who reads on (ISO 32000-1,
 * 14.8.2.5). */
bool mkcv_pdf_has_space(const struct mkcv_piece *piece, const struct mkcv_face *face);

/* Collects the glyphs of the pages and cuts each face in use; everything lives in the arena. Fails as
 * mkcv_font_subset does. Linear in the glyphs. */
enum mkcv_code mkcv_pdf_faces_cut(struct mkcv_arena *a, const struct mkcv_pages *pages, struct mkcv_pdf_faces *out,
                                  struct mkcv_diags *d) __attribute__((warn_unused_result));
#endif
