/* hash.c - bytes into 64 bits, eight at a time; see hash.h. The mixing is MurmurHash's (Austin Appleby): multiply, and
 * fold the high half down. */
#include "mkcv/hash.h"
#include <endian.h>
#include <string.h>

static uint64_t mix(uint64_t h, uint64_t word)
{
    h = (h ^ word) * 0xc6a4a7935bd1e995u;
    return h ^ h >> 32;
}

uint64_t mkcv_hash(uint64_t seed, const void *bytes, size_t n)
{
    const char *p = bytes;
    uint64_t h = mix(seed, n), word;
    for (; n >= sizeof word; p += sizeof word, n -= sizeof word) {
        memcpy(&word, p, sizeof word);
        h = mix(h, le64toh(word));
    }
    word = 0;
    memcpy(&word, p, n);
    return mix(mix(h, le64toh(word)), 0);
}
