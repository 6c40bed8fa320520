/* fuzz_name.c - any text as names of people, organisations and degrees; the first line and the second as two names. */
#include "fuzz.h"
#include "mkcv/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input in;
    open_input(&in, data, size);
    const char *line = strchr(in.text, '\n');
    const char *one = line ? mkcv_arena_strndup(&in.arena, in.text, (size_t)(line - in.text)) : in.text;
    const char *other = line ? line + 1 : in.text;
    must(mkcv_name_matches(&in.arena, one, other) == mkcv_name_matches(&in.arena, other, one));
    mkcv_name_clean(&in.arena, one);
    struct mkcv_range found;
    for (size_t at = 0, n = strlen(one); at < n && at < 256; at++)
        if ((one[at] & 0xC0) != 0x80 && mkcv_name_find(&in.arena, one, at, n, &found))
            must(found.from >= at && found.from < found.to && found.to <= n);
    if (mkcv_degree_find(&in.arena, in.text, 0, in.n, &found)) must(found.from < found.to && found.to <= in.n);
    mkcv_is_org(&in.arena, in.text, 0, in.n);
    close_input(&in);
    return 0;
}
