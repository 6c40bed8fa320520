/* block.c - the names of blocks in dumps and JSON. */
#include "mkcv/block.h"
#include <string.h>

static const char *const names[] = {[MKCV_BLOCK_DOCUMENT] = "document",
                                    [MKCV_BLOCK_HEADING] = "heading",
                                    [MKCV_BLOCK_PARAGRAPH] = "paragraph",
                                    [MKCV_BLOCK_LIST] = "list",
                                    [MKCV_BLOCK_ITEM] = "item",
                                    [MKCV_BLOCK_QUOTE] = "quote",
                                    [MKCV_BLOCK_CODE] = "code",
                                    [MKCV_BLOCK_RULE] = "rule",
                                    [MKCV_BLOCK_TABLE] = "table",
                                    [MKCV_BLOCK_ROW] = "row",
                                    [MKCV_BLOCK_CELL] = "cell",
                                    [MKCV_BLOCK_TERM] = "term",
                                    [MKCV_BLOCK_DEFINITION] = "definition",
                                    [MKCV_BLOCK_COLLECTION] = "collection"};

const char *mkcv_block_name(enum mkcv_block_kind kind) { return names[kind]; }

bool mkcv_block_kind_from_name(const char *name, enum mkcv_block_kind *out)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i], name) != 0) continue;
        *out = (enum mkcv_block_kind)i;
        return true;
    }
    return false;
}
