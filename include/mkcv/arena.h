/* arena.h - memory that lives as long as a document.
 *
 * An arena is filled and released as a whole; nothing in it is freed alone. Allocation never returns NULL:
 * when the system has no memory left, the hook set with mkcv_arena_on_exhaustion is called and must not return. */
#ifndef MKCV_ARENA_H
#define MKCV_ARENA_H
#include <stdarg.h>
#include <stddef.h>

struct mkcv_arena_chunk;

struct mkcv_arena {
    struct mkcv_arena_chunk *chunk; /* newest first */
    struct mkcv_arena_chunk *spare; /* the largest that a rewind let go, taken before the system is asked */
    size_t total;                   /* bytes taken from the system */
};

/* Leaves `a` empty; releases nothing. */
void mkcv_arena_init(struct mkcv_arena *a);
/* Releases everything; `a` is empty and usable afterwards. */
void mkcv_arena_clear(struct mkcv_arena *a);

/* The same, but the largest piece of memory stays for what comes next. */
void mkcv_arena_reset(struct mkcv_arena *a);

/* Where an arena stands, and back to it: everything taken since is released, for work whose memory nobody keeps. */
struct mkcv_arena_mark {
    size_t depth, used; /* chunks, bytes of the newest */
};
struct mkcv_arena_mark mkcv_arena_mark(const struct mkcv_arena *a);
void mkcv_arena_rewind(struct mkcv_arena *a, struct mkcv_arena_mark to);

/* Takes room for `size` bytes from the system now, in one piece, where they will be wanted soon: cheaper than by and
 * by. */
void mkcv_arena_reserve(struct mkcv_arena *a, size_t size);
/* `size` zeroed bytes, aligned for any type. Zero bytes give a valid pointer. */
void *mkcv_arena_alloc(struct mkcv_arena *a, size_t size);
/* `count` zeroed elements of `size` bytes; an overflow of the product counts as exhaustion. */
void *mkcv_arena_array(struct mkcv_arena *a, size_t count, size_t size);
/* The `size` bytes at `at` (NULL: none) with room for `bigger`, not fewer: in place where nothing was taken since, else
 * elsewhere; what is new is zero. What is larger than 2 MiB is moved by the system, so that an array that grows leaves
 * nothing behind, and room in it that is not yet in use takes no memory. */
void *mkcv_arena_grow(struct mkcv_arena *a, void *at, size_t size, size_t bigger);
/* NUL-terminated copies. `s` may be NULL in strdup: the result is NULL then. */
char *mkcv_arena_strdup(struct mkcv_arena *a, const char *s);
char *mkcv_arena_strndup(struct mkcv_arena *a, const char *s, size_t n);
char *mkcv_arena_printf(struct mkcv_arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

#define MKCV_NEW(arena, type) ((type *)mkcv_arena_alloc((arena), sizeof(type)))
#define MKCV_NEW_ARRAY(arena, type, count) ((type *)mkcv_arena_array((arena), (count), sizeof(type)))

/* A growing array in an arena: elements at[0..count). Zero-initialised is empty. */
#define MKCV_VEC(type)                                                                                                 \
    struct {                                                                                                           \
        type *at;                                                                                                      \
        size_t count, cap;                                                                                             \
    }
/* Appends a zeroed element and gives its address (valid until the next push): *MKCV_PUSH(a, &v) = x; */
#define MKCV_PUSH(arena, vec)                                                                                          \
    ((vec)->at = mkcv_vec_reserve((arena), (vec)->at, (vec)->count, &(vec)->cap, sizeof *(vec)->at),                   \
     &(vec)->at[(vec)->count++])
void *mkcv_vec_reserve(struct mkcv_arena *a, void *at, size_t count, size_t *cap, size_t size);
/* Gives room that is no longer in use back to the system, where the array is large and it is worth it. */
#define MKCV_TRIM(arena, vec) mkcv_vec_trim((arena), (vec)->at, (vec)->count, &(vec)->cap, sizeof *(vec)->at)
void mkcv_vec_trim(struct mkcv_arena *a, void *at, size_t count, size_t *cap, size_t size);

/* What is called when memory runs out; it must not return. The default writes a line and exits with status 4. */
typedef void mkcv_exhaustion_hook(size_t wanted);
void mkcv_arena_on_exhaustion(mkcv_exhaustion_hook *hook);
/* Calls the hook: for the allocators that are lent to libraries. Does not return. */
void mkcv_exhausted(size_t wanted) __attribute__((noreturn));
#endif
