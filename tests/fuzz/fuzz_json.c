/* fuzz_json.c - any text as JSON. */
#include "fuzz.h"
#include "mkcv/source.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input in;
    open_input(&in, data, size);
    mkcv_json_read(&in.arena, in.text, in.n, "fuzz.json", &in.diags);
    close_input(&in);
    return 0;
}
