/* rich.h - text in the making: pieces of source text, dressed, that become one mkcv_text.
 *
 * Pieces are put as they come from a tree, masked, with their white space; finishing folds white space, ends line
 * breaks, restores what was masked, normalises to NFC and finds bare addresses. */
#ifndef MKCV_RICH_H
#define MKCV_RICH_H
#include "markdown.h"

#define MKCV_RICH_BREAK "\xE2\x80\xA8" /* U+2028 */
#define MKCV_RICH_SOFT "\x06"

struct mkcv_rich {
    struct mkcv_md *md;
    struct mkcv_buf raw;
    MKCV_VEC(struct mkcv_span) pieces; /* at, len: in raw */
};

void mkcv_rich_init(struct mkcv_rich *r, struct mkcv_md *md);
/* Appends; of `like` the marks, url, lang, line and column count. */
void mkcv_rich_put(struct mkcv_rich *r, const char *s, size_t n, const struct mkcv_span *like);
struct mkcv_text mkcv_rich_finish(struct mkcv_rich *r);
/* The pieces from byte `from` of raw on as one plain string, for messages. */
const char *mkcv_rich_plain(const struct mkcv_rich *r, size_t from);

/* autolink.c: bare addresses in running text become links. */
void mkcv_autolink(struct mkcv_arena *a, struct mkcv_text *t);
#endif
