/* typography.h - the writer's ASCII into the typesetter's signs. */
#ifndef MKCV_COMPOSE_TYPOGRAPHY_H
#define MKCV_COMPOSE_TYPOGRAPHY_H
#include "mkcv/text.h"

/* A copy of `t` with quotes, dashes, ellipses and ranges of `lang`, no-break spaces where a line must not end (before
 * high punctuation by the language of the words that stand there), and runs of white space as one blank; code, math and
 * addresses stay. U+2028 stays when `breaks`, and is a blank otherwise. Source positions are dropped, so that spans of
 * one dress are one span. */
struct mkcv_text mkcv_typeset_text(struct mkcv_arena *a, const struct mkcv_text *t, const char *lang, bool breaks);
/* The same for a plain string; NULL gives NULL. */
const char *mkcv_typeset_string(struct mkcv_arena *a, const char *s, const char *lang);
#endif
