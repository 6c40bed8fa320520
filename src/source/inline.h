/* inline.h - cmark's inlines into text. */
#ifndef MKCV_INLINE_H
#define MKCV_INLINE_H
#include "rich.h"

struct cmark_node;

/* Where a block's inlines stand: cmark counts columns from the block's own, whatever a later line begins with. */
struct mkcv_inline_place {
    int line, column;      /* of the block, in md->text */
    int quotes;            /* quotes around it */
    struct mkcv_loc fixed; /* line > 0: all stands on this one line of the file, column 1 there */
};

struct mkcv_text mkcv_inline_text(struct mkcv_md *md, struct cmark_node *block, const struct mkcv_inline_place *place);

/* Tags met in running text and still open. */
struct mkcv_tag_stack {
    struct {
        char name[16];
        uint16_t marks;
        const char *url, *lang;
    } open[64];
    size_t count;
    size_t lost; /* open beyond the stack */
};
#endif
