/* fuzz_document.c - any text as a CV in JSON: mkcv's own document read back, or another program's. */
#include "whole.h"
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[64];
    snprintf(path, sizeof path, "/tmp/mkcv-fuzz-%ld.json", (long)getpid());
    write_file(path, data, size);
    make_cv(path);
    remove(path);
    return 0;
}
