/* parse.c - cmark on memory that never says no: its own allocator aborts the program, ours ends it as promised. */
#include "markdown.h"
#include <cmark.h>
#include <stdlib.h>

static void *take(size_t count, size_t size)
{
    void *p = calloc(count, size);
    if (!p) mkcv_exhausted(size);
    return p;
}

static void *retake(void *p, size_t size)
{
    p = realloc(p, size);
    if (!p) mkcv_exhausted(size);
    return p;
}

cmark_node *mkcv_cmark_parse(const char *text, size_t n)
{
    static cmark_mem memory = {take, retake, free};
    cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT | CMARK_OPT_UNSAFE, &memory);
    cmark_parser_feed(parser, text, n);
    cmark_node *document = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return document;
}
