/* fuzz_photo.c - any bytes as a portrait; what is made of them is a picture that is read again as it is. */
#include "fuzz.h"
#include "mkcv/photo.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input in;
    mkcv_arena_init(&in.arena);
    mkcv_diags_init(&in.diags, &in.arena);
    const struct mkcv_loc loc = {.file = "fuzz.jpg"};
    struct mkcv_photo *p = mkcv_photo_decode(&in.arena, (const char *)data, size, 72000, 108000, loc, &in.diags);
    must(!p == (in.diags.list.count == 1));
    if (p) {
        must(p->columns > 0 && p->rows > 0 && (p->channels == 1 || p->channels == 3) && p->data_n > 0);
        struct mkcv_photo *again = mkcv_photo_decode(&in.arena, p->bytes, p->n, 72000, 108000, loc, &in.diags);
        must(again && again->columns == p->columns && again->rows == p->rows);
    }
    close_input(&in);
    return 0;
}
