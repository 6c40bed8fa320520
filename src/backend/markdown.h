/* markdown.h - the parts of the Markdown back end: blocks (markdown.c) and the text in them (markdown_text.c). */
#ifndef MKCV_MARKDOWN_H
#define MKCV_MARKDOWN_H
#include "mkcv/buf.h"
#include "mkcv/style.h"

/* Where a text goes. */
struct mkcv_markdown_place {
    struct mkcv_buf *out;
    const struct mkcv_style *style; /* its looks say which roles are strong or emphasised */
    int indent;                     /* blanks before a line that follows a break */
    bool heading;                   /* breaks are blanks there */
};

/* Text as inline source: what would read as markup is escaped; nothing stands at the end of a line. `inside`: it
 * follows other text of its line. */
void mkcv_markdown_text(const struct mkcv_markdown_place *place, const struct mkcv_text *text, bool inside);
#endif
