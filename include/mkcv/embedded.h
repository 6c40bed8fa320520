/* embedded.h - files built into the program: styles/NAME.yaml, variants/NAME.yaml, fonts/..., hyphen/TAG,
 * color/sRGB.icc. */
#ifndef MKCV_EMBEDDED_H
#define MKCV_EMBEDDED_H
#include <stddef.h>

struct mkcv_embedded {
    const char *name;
    const unsigned char *data, *end; /* end - data bytes, followed by a NUL */
};
/* All embedded files; ended by a NULL name. */
extern const struct mkcv_embedded mkcv_embedded_files[];
/* The file of that name, or NULL. */
const struct mkcv_embedded *mkcv_embedded_lookup(const char *name);
#endif
