/* pdf_metadata.h - what the document says of itself, as XMP. Included by src/backend/pdf*.c alone. */
#ifndef MKCV_PDF_METADATA_H
#define MKCV_PDF_METADATA_H
#include "mkcv/pages.h"
#include "pdf_object.h"

/* Adds the metadata stream (ISO 32000-1, 14.3.2) to the catalogue: the same as the information dictionary, and the
 * record of the content. */
void mkcv_pdf_add_metadata(struct mkcv_arena *scratch, HPDF_Doc doc, const struct mkcv_pages *pages);
#endif
