/* fuzz_yaml.c - any text as YAML. */
#include "fuzz.h"
#include "mkcv/source.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input in;
    open_input(&in, data, size);
    mkcv_yaml_read(&in.arena, in.text, in.n, "fuzz.yml", 1, &in.diags);
    close_input(&in);
    return 0;
}
