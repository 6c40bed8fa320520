/* pdf_url.h - addresses fit for a URI action. */
#ifndef MKCV_PDF_URL_H
#define MKCV_PDF_URL_H
#include "mkcv/arena.h"

/* `url` as 7-bit ASCII (RFC 3986, RFC 3987 section 3.1): what an address cannot hold is percent-encoded, what is
 * encoded stays. NULL when its scheme is none of http, https, mailto, ftp, tel, doi, or when it is longer than 16,000
 * bytes. */
const char *mkcv_pdf_url(struct mkcv_arena *a, const char *url);
#endif
