/* fuzz_date.c - any text as dates: what is found lies inside of the text and says a year that can be. */
#include "fuzz.h"
#include "mkcv/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input in;
    open_input(&in, data, size);
    struct mkcv_date date;
    if (mkcv_date_from_string(in.text, &date)) must(date.year > 0 && date.month <= 12 && date.day <= 31);
    struct mkcv_when w;
    for (size_t at = 0; mkcv_when_find(&in.arena, in.text, at, in.n, &w); at = w.to) {
        must(w.from >= at && w.from < w.to && w.to <= in.n);
        must(w.start.year || w.end.year || w.current || w.dates.count);
    }
    close_input(&in);
    return 0;
}
