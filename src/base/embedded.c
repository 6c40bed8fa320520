/* embedded.c - finding files built into the program; see embedded.h. */
#include "mkcv/embedded.h"
#include <string.h>

const struct mkcv_embedded *mkcv_embedded_lookup(const char *name)
{
    for (const struct mkcv_embedded *e = mkcv_embedded_files; e->name; e++)
        if (!strcmp(e->name, name)) return e;
    return NULL;
}
