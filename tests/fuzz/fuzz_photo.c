/* fuzz_photo.c - any bytes as the owner's photo; what comes out is as large as it says. */
#include "fuzz.h"
#include "mkcv/photo.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input in;
    const struct mkcv_loc loc = {.file = "fuzz.jpg"};
    open_input(&in, data, size);
    struct mkcv_photo *p = mkcv_photo_decode(&in.arena, (const char *)data, size, 73701, 110551, loc, &in.diags);
    must(!p == (in.diags.errors > 0));
    if (p) {
        must(p->columns > 0 && p->rows > 0 && p->columns <= MKCV_PHOTO_SIDE_MOST && p->rows <= MKCV_PHOTO_SIDE_MOST);
        must(p->n > 0 && p->data_n > 0 && p->width > 0 && p->width <= 73701 && p->height > 0 && p->height <= 110551);
        must(p->channels == 1 || p->channels == 3);
    }
    close_input(&in);
    return 0;
}
