/* pdf_link.h - links and bookmarks. */
#ifndef MKCV_PDF_LINK_H
#define MKCV_PDF_LINK_H
#include "mkcv/pages.h"
#include "pdf_structure.h"

/* Link annotations of page `number` (ISO 32000-1, 12.5.6.5). Addresses that mkcv_pdf_url refuses give none; a page
 * takes MKCV_PDF_ARRAY_LIMIT at most. Page and scratch are needed until the file is written. */
void mkcv_pdf_add_links(struct mkcv_arena *scratch, HPDF_Doc doc, HPDF_Page to, const struct mkcv_pages *pages,
                        size_t number, struct mkcv_pdf_structure *structure);
/* The document's outline (12.3.3); `pages` are the drawn pages in order. */
void mkcv_pdf_add_bookmarks(struct mkcv_arena *scratch, HPDF_Doc doc, const struct mkcv_pages *pages,
                            const HPDF_Page *drawn);
#endif
