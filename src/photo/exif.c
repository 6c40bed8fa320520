/* exif.c - the one thing that is taken from Exif data (CIPA DC-008, a TIFF 6.0 directory): which way is up. */
#include "raster.h"

enum { TAG_ORIENTATION = 0x0112, TYPE_SHORT = 3, ENTRY = 12 /* bytes */ };

static unsigned read_16(const uint8_t *at, bool big)
{
    return big ? (unsigned)at[0] << 8 | at[1] : (unsigned)at[1] << 8 | at[0];
}

static size_t read_32(const uint8_t *at, bool big)
{
    size_t first = read_16(at, big), second = read_16(at + 2, big);
    return big ? first << 16 | second : second << 16 | first;
}

int mkcv_exif_orientation(const uint8_t *at, size_t n)
{
    bool big = n >= 8 && at[0] == 'M' && at[1] == 'M', little = n >= 8 && at[0] == 'I' && at[1] == 'I';
    if ((!big && !little) || read_16(at + 2, big) != 42) return 1;
    size_t directory = read_32(at + 4, big);
    if (directory > n - 2) return 1;
    size_t count = read_16(at + directory, big);
    const uint8_t *entry = at + directory + 2, *end = at + n;
    for (; count > 0 && end - entry >= ENTRY; count--, entry += ENTRY) {
        if (read_16(entry, big) != TAG_ORIENTATION || read_16(entry + 2, big) != TYPE_SHORT) continue;
        unsigned value = read_16(entry + 8, big);
        return value >= 1 && value <= 8 ? (int)value : 1;
    }
    return 1;
}
