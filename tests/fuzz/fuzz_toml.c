/* fuzz_toml.c - any text as TOML. */
#include "fuzz.h"
#include "mkcv/source.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input in;
    open_input(&in, data, size);
    mkcv_toml_read(&in.arena, in.text, in.n, "fuzz.toml", 1, &in.diags);
    close_input(&in);
    return 0;
}
