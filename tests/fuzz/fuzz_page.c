/* fuzz_page.c - any text as a page: front matter, Markdown, HTML, template code. */
#include "fuzz.h"
#include "mkcv/source.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input in;
    open_input(&in, data, size);
    const struct mkcv_node *meta;
    const struct mkcv_block *body;
    mkcv_page_read(&in.arena, in.text, "fuzz.md", &meta, &body, &in.diags);
    close_input(&in);
    return 0;
}
