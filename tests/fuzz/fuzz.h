/* fuzz.h - what the fuzz targets share: an arena and diagnostics for one input, and the input as the readers get it.
 *
 * A target is LLVMFuzzerTestOneInput (LLVM's libFuzzer): any bytes may come; a crash, a report of a sanitizer, a failed
 * `must` or an input that takes seconds is a fault. seeds/TARGET/ holds inputs to start from, the ones that once failed
 * among them. */
#ifndef MKCV_FUZZ_H
#define MKCV_FUZZ_H
#include "mkcv/diag.h"
#include "mkcv/utf8.h"
#include <stdlib.h>
#include <string.h>

struct input {
    struct mkcv_arena arena;
    struct mkcv_diags diags;
    const char *text; /* valid UTF-8, NUL-terminated */
    size_t n;
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static inline void must(bool holds)
{
    if (!holds) abort();
}

static inline void open_input(struct input *in, const uint8_t *data, size_t size)
{
    int bad_line;
    mkcv_arena_init(&in->arena);
    mkcv_diags_init(&in->diags, &in->arena);
    const char *bytes = mkcv_arena_strndup(&in->arena, (const char *)data, size);
    in->text = mkcv_utf8_clean(&in->arena, bytes, size, &bad_line);
    in->n = strlen(in->text);
}

static inline void close_input(struct input *in) { mkcv_arena_clear(&in->arena); }
#endif
