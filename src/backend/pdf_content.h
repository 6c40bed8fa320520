/* pdf_content.h - what a page draws, as the operators of a PDF content stream (ISO 32000-1, 7.8, 9.4, 14.6). */
#ifndef MKCV_PDF_CONTENT_H
#define MKCV_PDF_CONTENT_H
#include "mkcv/buf.h"
#include "pdf_face.h"

/* Appends the page's operators: first its rules, then its text in reading order. Positions are rounded to 1/100 pt and
 * never drift from the pieces' by more than that and half a thousandth of an em. Page furniture and rules are marked as
 * artifacts, the page's contents (of the structure) as such, numbered from 0. */
void mkcv_pdf_content_write(const struct mkcv_page *page, const struct mkcv_structure *structure, int32_t height,
                            const struct mkcv_pdf_faces *faces, struct mkcv_buf *out);
#endif
