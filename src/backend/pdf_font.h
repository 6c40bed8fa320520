/* pdf_font.h - a cut face as PDF objects. */
#ifndef MKCV_PDF_FONT_H
#define MKCV_PDF_FONT_H
#include "pdf_face.h"
#include "pdf_object.h"

/* A Type 0 font, Identity-H, with its descendant, descriptor, font file, widths and ToUnicode (ISO 32000-1, 9.7). */
HPDF_Dict mkcv_pdf_font(struct mkcv_arena *scratch, HPDF_Doc doc, const struct mkcv_pdf_face *f);
#endif
