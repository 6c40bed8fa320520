/* pdf_structure.h - the structure tree of a tagged PDF (ISO 32000-1, 14.7). Included by src/backend/pdf*.c alone.
 *
 * Built for PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1): each content of a page has its number there (MCID), its
 * element names it, and the parent tree leads back; so do links and their annotations. */
#ifndef MKCV_PDF_STRUCTURE_H
#define MKCV_PDF_STRUCTURE_H
#include "mkcv/pages.h"
#include "pdf_object.h"

struct mkcv_pdf_structure;

/* The elements as objects that are written when libharu comes to them; NULL when the pages have no structure. `drawn`
 * are the pages to be, filled by the caller. All of it and the pages are needed until the file is written. Linear. */
struct mkcv_pdf_structure *mkcv_pdf_structure_new(struct mkcv_arena *scratch, HPDF_Doc doc,
                                                  const struct mkcv_pages *pages, const HPDF_Page *drawn);
/* Enters a page, before its links. */
void mkcv_pdf_structure_page(struct mkcv_pdf_structure *s, HPDF_Page page, size_t number);
/* Enters an annotation of a page; gives its key in the parent tree. */
size_t mkcv_pdf_structure_link(struct mkcv_pdf_structure *s, HPDF_Dict annotation, size_t page, uint32_t element);
/* Adds the tree to the catalogue. */
void mkcv_pdf_structure_end(struct mkcv_pdf_structure *s);
/* The type of an element: "P". */
const char *mkcv_pdf_element_type(enum mkcv_element_kind kind);
#endif
