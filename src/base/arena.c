/* arena.c - memory that lives as long as a document; see arena.h. The only place that takes memory from the system. */
#include "mkcv/arena.h"
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { CHUNK_FIRST = 32 << 10, CHUNK_SMALL = 256 << 10, CHUNK_HUGE = 2 << 20, TRIM_LEAST = 256 << 10 };

struct mkcv_arena_chunk {
    struct mkcv_arena_chunk *older;
    size_t depth;      /* chunks, with the older ones */
    size_t used, size; /* of the bytes that follow */
    max_align_t bytes[];
};

static void exit_exhausted(size_t wanted)
{
    fprintf(stderr, "mkcv: out of memory (%zu bytes wanted)\n", wanted);
    exit(4);
}

/* Set once, before any arena is in use: the one mutable static, shared by all threads on purpose. */
static mkcv_exhaustion_hook *exhaustion = exit_exhausted;

void mkcv_arena_on_exhaustion(mkcv_exhaustion_hook *hook) { exhaustion = hook ? hook : exit_exhausted; }

void mkcv_exhausted(size_t wanted)
{
    exhaustion(wanted);
    abort(); /* a hook that returns breaks the contract */
}

void mkcv_arena_init(struct mkcv_arena *a) { *a = (struct mkcv_arena){0}; }

static void release(struct mkcv_arena *a, struct mkcv_arena_chunk *c)
{
    if (!c) return;
    a->total -= sizeof *c + c->size;
    munmap(c, sizeof *c + c->size);
}

static struct mkcv_arena_chunk *take_newest(struct mkcv_arena *a)
{
    struct mkcv_arena_chunk *c = a->chunk;
    a->chunk = c->older;
    return c;
}

void mkcv_arena_clear(struct mkcv_arena *a)
{
    while (a->chunk) release(a, take_newest(a));
    release(a, a->spare);
    a->spare = NULL;
}

struct mkcv_arena_mark mkcv_arena_mark(const struct mkcv_arena *a)
{
    return a->chunk ? (struct mkcv_arena_mark){a->chunk->depth, a->chunk->used} : (struct mkcv_arena_mark){0};
}

void mkcv_arena_reset(struct mkcv_arena *a) { mkcv_arena_rewind(a, (struct mkcv_arena_mark){0}); }

static void shorten(struct mkcv_arena_chunk *c, size_t used)
{
    memset((char *)c->bytes + used, 0, c->used - used);
    c->used = used;
}

/* Of the chunks let go the largest stays: work that goes back and forth would take it from the system again. */
static void keep_spare(struct mkcv_arena *a, struct mkcv_arena_chunk *c)
{
    struct mkcv_arena_chunk *smaller = a->spare && a->spare->size >= c->size ? c : a->spare;
    if (smaller != c) a->spare = c;
    release(a, smaller);
}

void mkcv_arena_rewind(struct mkcv_arena *a, struct mkcv_arena_mark to)
{
    while (a->chunk && a->chunk->depth > to.depth) keep_spare(a, take_newest(a));
    if (a->chunk) shorten(a->chunk, to.used);
}

/* A chunk's pages come from the system in one go: touched one by one they would cost a fault each, which is a tenth of
 * a run's time. */
static void *map_pages(size_t n, int flags)
{
    void *p = mmap(NULL, n, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | flags, -1, 0);
    return p == MAP_FAILED ? NULL : p;
}

/* One huge page is zeroed in a fifth of the time of its 512 small ones; it has to begin at a multiple of its size. */
static void *map_huge_page(void)
{
    char *p = map_pages(2 * CHUNK_HUGE, 0);
    if (!p) return NULL;
    size_t before = -(uintptr_t)p % CHUNK_HUGE;
    if (before) munmap(p, before);
    munmap(p + before + CHUNK_HUGE, CHUNK_HUGE - before);
    madvise(p + before, CHUNK_HUGE, MADV_HUGEPAGE); /* a wish */
    return p + before;
}

static struct mkcv_arena_chunk *push_chunk(struct mkcv_arena *a, struct mkcv_arena_chunk *c)
{
    c->older = a->chunk;
    c->depth = a->chunk ? a->chunk->depth + 1 : 1;
    return a->chunk = c;
}

static struct mkcv_arena_chunk *add_spare(struct mkcv_arena *a)
{
    struct mkcv_arena_chunk *c = a->spare;
    a->spare = NULL;
    shorten(c, 0);
    return push_chunk(a, c);
}

static struct mkcv_arena_chunk *add_chunk(struct mkcv_arena *a, size_t size)
{
    if (a->spare && a->spare->size >= size) return add_spare(a);
    size_t want = a->chunk ? a->chunk->size * 2 : CHUNK_FIRST, header = sizeof *a->chunk;
    if (want < size) want = size;
    bool huge = want > CHUNK_SMALL && size <= CHUNK_HUGE - header;
    if (huge)
        want = CHUNK_HUGE - header;
    else if (want > CHUNK_SMALL)
        want = size;
    struct mkcv_arena_chunk *c = NULL;
    if (want < SIZE_MAX - header)
        c = huge ? map_huge_page() : map_pages(header + want, want > CHUNK_HUGE ? 0 : MAP_POPULATE);
    if (!c) mkcv_exhausted(want);
    c->size = want;
    a->total += header + want;
    return push_chunk(a, c);
}

void mkcv_arena_reserve(struct mkcv_arena *a, size_t size)
{
    if (!a->chunk || a->chunk->size - a->chunk->used < size) add_chunk(a, size);
}

void *mkcv_arena_alloc(struct mkcv_arena *a, size_t size)
{
    const size_t align = sizeof(max_align_t);
    if (size > SIZE_MAX / 2) mkcv_exhausted(size);
    size = (size + align - 1) / align * align;
    struct mkcv_arena_chunk *c = a->chunk;
    if (!c || c->size - c->used < size) c = add_chunk(a, size);
    void *p = (char *)c->bytes + c->used;
    c->used += size;
    return p; /* zero since its chunk was taken, or since the arena was rewound */
}

/* Where the chunk hangs that holds nothing but the `size` bytes at `at`; NULL: there is none. */
static struct mkcv_arena_chunk **find_own_chunk(struct mkcv_arena *a, const void *at, size_t size)
{
    struct mkcv_arena_chunk **link = &a->chunk;
    if (!at || size <= CHUNK_HUGE - sizeof **link) return NULL;
    while (*link && (const void *)(*link)->bytes != at) link = &(*link)->older;
    return *link && (*link)->used == size ? link : NULL;
}

static void *resize_own_chunk(struct mkcv_arena *a, struct mkcv_arena_chunk **link, size_t size)
{
    struct mkcv_arena_chunk *c = *link;
    c = mremap(c, sizeof *c + c->size, sizeof *c + size, MREMAP_MAYMOVE);
    if (c == MAP_FAILED) return NULL;
    a->total += size - c->size;
    c->size = c->used = size;
    *link = c;
    return c->bytes;
}

void *mkcv_arena_grow(struct mkcv_arena *a, void *at, size_t size, size_t bigger)
{
    const size_t align = sizeof(max_align_t);
    struct mkcv_arena_chunk *c = a->chunk;
    if (bigger > SIZE_MAX / 2) mkcv_exhausted(bigger);
    size = (size + align - 1) / align * align;
    struct mkcv_arena_chunk **own = find_own_chunk(a, at, size);
    if (own && bigger > (*own)->size) {
        void *moved = resize_own_chunk(a, own, (bigger + align - 1) / align * align);
        if (!moved) mkcv_exhausted(bigger);
        return moved;
    }
    if (c && at && c->used >= size && (char *)at == (char *)c->bytes + c->used - size) {
        size_t more = (bigger + align - 1) / align * align - size;
        if (more <= c->size - c->used) {
            c->used += more;
            return at;
        }
    }
    void *p = mkcv_arena_alloc(a, bigger);
    if (at) memcpy(p, at, size < bigger ? size : bigger);
    return p;
}

void *mkcv_arena_array(struct mkcv_arena *a, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / 2 / size) mkcv_exhausted(SIZE_MAX);
    return mkcv_arena_alloc(a, count * size);
}

char *mkcv_arena_strndup(struct mkcv_arena *a, const char *s, size_t n)
{
    char *copy = mkcv_arena_alloc(a, n + 1);
    memcpy(copy, s, n);
    return copy;
}

char *mkcv_arena_strdup(struct mkcv_arena *a, const char *s) { return s ? mkcv_arena_strndup(a, s, strlen(s)) : NULL; }

char *mkcv_arena_printf(struct mkcv_arena *a, const char *format, ...)
{
    char mostly[256]; /* as much as most strings need: longer ones are written twice */
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int written = vsnprintf(mostly, sizeof mostly, format, args);
    size_t n = written < 0 ? 0 : (size_t)written;
    va_end(args);
    char *s = mkcv_arena_alloc(a, n + 1);
    if (n < sizeof mostly)
        memcpy(s, mostly, n);
    else
        vsnprintf(s, n + 1, format, again);
    va_end(again);
    return s;
}

void *mkcv_vec_reserve(struct mkcv_arena *a, void *at, size_t count, size_t *cap, size_t size)
{
    if (count == *cap) {
        size_t more = *cap ? *cap * 2 : 4;
        if (more > SIZE_MAX / 2 / size) mkcv_exhausted(SIZE_MAX);
        at = mkcv_arena_grow(a, at, *cap * size, more * size);
        *cap = more;
    }
    memset((char *)at + count * size, 0, size);
    return at;
}

void mkcv_vec_trim(struct mkcv_arena *a, void *at, size_t count, size_t *cap, size_t size)
{
    const size_t align = sizeof(max_align_t), left = TRIM_LEAST / size;
    if (*cap - count <= 2 * left) return;
    struct mkcv_arena_chunk **own = find_own_chunk(a, at, (*cap * size + align - 1) / align * align);
    size_t smaller = ((count + left) * size + align - 1) / align * align;
    if (own && resize_own_chunk(a, own, smaller)) *cap = count + left;
}
