/* pdf_string.h - strings as they stand in a PDF (ISO 32000-1, 7.3.4 and 7.9.2). */
#ifndef MKCV_PDF_STRING_H
#define MKCV_PDF_STRING_H
#include "mkcv/buf.h"

/* Four hexadecimal digits. */
void mkcv_pdf_hex4(struct mkcv_buf *out, uint32_t v);
/* UTF-8 as the hexadecimal digits of UTF-16BE, without marks or brackets. */
void mkcv_pdf_utf16_hex(struct mkcv_buf *out, const char *s, size_t n);
/* A whole text string: ASCII in parentheses, else UTF-16BE with its mark in hexadecimal digits. Cut at 16,000 bytes. */
void mkcv_pdf_put_text(struct mkcv_buf *out, const char *s);
#endif
