/* fuzz_bib.c - any text as BibTeX, and as TeX in a field. */
#include "fuzz.h"
#include "mkcv/source.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input in;
    open_input(&in, data, size);
    mkcv_bib_read(&in.arena, in.text, "fuzz.bib", &in.diags);
    mkcv_tex_plain(&in.arena, in.text);
    close_input(&in);
    return 0;
}
