/* pdf_metadata.h - what the document says of itself, as XMP. Included by src/backend/pdf*.c alone. */
#ifndef MKCV_PDF_METADATA_H
#define MKCV_PDF_METADATA_H
#include "mkcv/pages.h"
#include "pdf_object.h"

/* Adds the metadata stream (ISO 32000-1, 14.3.2) to the catalogue: the same as the information dictionary, the record
 * of the content, and, where the pages have a structure, that the file is built to PDF/A-2a (with
 * attachments PDF/A-3a) and PDF/UA-1. */
void mkcv_pdf_add_metadata(struct mkcv_arena *scratch, HPDF_Doc doc, const struct mkcv_pages *pages);
/* Adds what the file's colours are (14.11.5): sRGB, by its ICC profile. */
void mkcv_pdf_add_output_intent(struct mkcv_arena *scratch, HPDF_Doc doc);
#endif
