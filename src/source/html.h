/* html.h - raw HTML: its reader and what it is spared. */
#ifndef MKCV_HTML_H
#define MKCV_HTML_H
#include "rich.h"

/* html_guard.c: why gumbo is not to read this, or NULL. Linear. */
const char *mkcv_html_limit(const char *s, size_t n);
/* markdown.c: the text with the names of blocks cut out, for places that hold no blocks. */
struct mkcv_text mkcv_text_without_marks(struct mkcv_md *md, struct mkcv_text text);
#endif
