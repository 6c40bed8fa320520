/* format.h - templates of works; used by keys.c alone. */
#ifndef MKCV_STYLE_FORMAT_H
#define MKCV_STYLE_FORMAT_H
#include "mkcv/style.h"

/* A ready format's name, or a template, as a template in *out; NULL, or what is wrong with it. */
const char *mkcv_format_read(struct mkcv_arena *a, const char *s, const char **out);
#endif
