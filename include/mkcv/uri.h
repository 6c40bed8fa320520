/* uri.h - addresses as URIs. */
#ifndef MKCV_URI_H
#define MKCV_URI_H
#include "mkcv/arena.h"
#include <stdbool.h>

/* The address as a URI (RFC 3986): what may not stand in one is percent-encoded; NULL when it has no scheme, or is
 * NULL. A URI is itself. */
const char *mkcv_uri(struct mkcv_arena *a, const char *url);
/* True for an address of mail that JSON Resume takes for one (RFC 5321, roughly). May be NULL. */
bool mkcv_is_email(const char *s);
#endif
