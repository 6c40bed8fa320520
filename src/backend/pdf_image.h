/* pdf_image.h - images as XObjects (ISO 32000-1, 8.9.5). Included by src/backend/pdf*.c alone. */
#ifndef MKCV_PDF_IMAGE_H
#define MKCV_PDF_IMAGE_H
#include "mkcv/pages.h"
#include "pdf_object.h"

/* Adds the images of all pages to the resources, each named by its element: I7. Nothing where there are none. */
void mkcv_pdf_add_images(struct mkcv_arena *scratch, HPDF_Doc doc, HPDF_Dict resources, const struct mkcv_pages *pages);
#endif
