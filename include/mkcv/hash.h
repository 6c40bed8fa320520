/* hash.h - one hash for tables of words, the names of subsets and the PDF's identifier. It keeps no secrets. */
#ifndef MKCV_HASH_H
#define MKCV_HASH_H
#include <stddef.h>
#include <stdint.h>

/* The hash of `n` bytes, the same on every machine; another `seed` gives an independent one. */
uint64_t mkcv_hash(uint64_t seed, const void *bytes, size_t n);
#endif
