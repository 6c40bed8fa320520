/* block.h - the body of a page: what Markdown and HTML structure say, one tree whatever the source. */
#ifndef MKCV_BLOCK_H
#define MKCV_BLOCK_H
#include "mkcv/text.h"

enum mkcv_block_kind {
    MKCV_BLOCK_DOCUMENT,
    MKCV_BLOCK_HEADING,    /* text, level 1..6 */
    MKCV_BLOCK_PARAGRAPH,  /* text */
    MKCV_BLOCK_LIST,       /* children: items; ordered, level = first number */
    MKCV_BLOCK_ITEM,       /* children: blocks */
    MKCV_BLOCK_QUOTE,      /* children: blocks */
    MKCV_BLOCK_CODE,       /* text */
    MKCV_BLOCK_RULE,       /* a thematic break */
    MKCV_BLOCK_TABLE,      /* children: rows */
    MKCV_BLOCK_ROW,        /* children: cells; level 1 = head row */
    MKCV_BLOCK_CELL,       /* text; children when it holds blocks */
    MKCV_BLOCK_TERM,       /* text: of a definition list */
    MKCV_BLOCK_DEFINITION, /* children: blocks; follows its term */
    MKCV_BLOCK_COLLECTION, /* text: the collection whose records go here ("publications"), from a template loop */
};

struct mkcv_block {
    enum mkcv_block_kind kind;
    int level;
    bool ordered;
    struct mkcv_text text;
    struct mkcv_block *first, *next; /* child, sibling */
    struct mkcv_loc loc;
};

/* "paragraph" and the like, in dumps and JSON; the other way round, false when there is no such block. */
const char *mkcv_block_name(enum mkcv_block_kind kind);
bool mkcv_block_kind_from_name(const char *name, enum mkcv_block_kind *out);
/* A chain of blocks as CommonMark; an empty string when there is nothing. */
const char *mkcv_blocks_markdown(struct mkcv_arena *a, const struct mkcv_block *first);
#endif
