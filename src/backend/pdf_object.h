/* pdf_object.h - objects of libharu: strings, dictionaries, streams. Included by src/backend/pdf*.c alone.
 *
 * libharu is an object writer here: documents, pages, cross-references, deflate. Its allocator never fails (pdf.c), so
 * an object that is NULL or refused comes from a limit only; libharu keeps the first such error, which pdf.c asks for
 * once at the end. */
#ifndef MKCV_PDF_OBJECT_H
#define MKCV_PDF_OBJECT_H
#include "mkcv/buf.h"
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <stddef.h>
#include <stdint.h>

enum { MKCV_PDF_ARRAY_LIMIT = 32767 };

/* An indirect dictionary, owned by the document; `type` may be NULL. */
HPDF_Dict mkcv_pdf_dict(HPDF_Doc doc, const char *type);
/* An empty array or dictionary under `key` of `d`, owned by it. */
HPDF_Array mkcv_pdf_add_array(HPDF_Dict d, const char *key);
HPDF_Dict mkcv_pdf_add_dict(HPDF_Dict d, const char *key);
/* Puts the bytes into a stream, deflated by libdeflate: libharu's own deflate is a tenth of a run. */
void mkcv_pdf_put_deflated(struct mkcv_arena *scratch, HPDF_Dict d, const void *bytes, size_t n);
/* An indirect deflated stream of a copy of the bytes. */
HPDF_Dict mkcv_pdf_stream(struct mkcv_arena *scratch, HPDF_Doc doc, const void *bytes, size_t n);
/* The same, not deflated: it can be read without a reader of PDF. */
HPDF_Dict mkcv_pdf_plain_stream(HPDF_Doc doc, const void *bytes, size_t n);
/* Printable ASCII as it is: identifiers, addresses, dates. */
void mkcv_pdf_add_ascii(HPDF_Dict d, const char *key, const char *s);
/* A text string (ISO 32000-1, 7.9.2.2): ASCII as it is, else UTF-16BE with its mark. Cut at 16,000 UTF-16 units, which
 * libharu's limit allows. NULL adds nothing. */
void mkcv_pdf_add_text(struct mkcv_arena *scratch, HPDF_Dict d, const char *key, const char *s);
/* A length in thousandths of a point, rounded to 1/100 pt. */
void mkcv_pdf_add_length(HPDF_Array array, int64_t mpt);
/* A coordinate that need not be finer than 1/4 pt, which libharu's floats hold and print exactly. */
void mkcv_pdf_add_place(HPDF_Array array, int64_t mpt);
#endif
