/* pdf_attachment.h - files inside of the document. Included by src/backend/pdf*.c alone. */
#ifndef MKCV_PDF_ATTACHMENT_H
#define MKCV_PDF_ATTACHMENT_H
#include "mkcv/pages.h"
#include "pdf_object.h"

/* Adds the pages' attachments as embedded files (ISO 32000-1, 7.11.4) that are associated with the document (ISO
 * 19005-3, 6.8; ISO 32000-2, 14.13). Nothing when there are none. */
void mkcv_pdf_add_attachments(struct mkcv_arena *scratch, HPDF_Doc doc, const struct mkcv_pages *pages);
#endif
