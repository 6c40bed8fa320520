/* tag.h - one HTML tag, read where it stands. */
#ifndef MKCV_TAG_H
#define MKCV_TAG_H
#include "mkcv/arena.h"
#include <stdbool.h>
#include <stddef.h>

enum mkcv_tag_kind {
    MKCV_TAG_INLINE,    /* its text flows on; made-up names too */
    MKCV_TAG_BREAK,     /* br */
    MKCV_TAG_IMAGE,     /* img */
    MKCV_TAG_LINK,      /* a */
    MKCV_TAG_VOID,      /* nothing to show: input, meta */
    MKCV_TAG_BLOCK,     /* raw HTML down to its end: p, ul, table */
    MKCV_TAG_CONTAINER, /* groups blocks, says nothing: div */
    MKCV_TAG_DROP,      /* goes with all it holds: script */
};

struct mkcv_tag {
    char name[16]; /* lower case; longer names are cut */
    enum mkcv_tag_kind kind;
    unsigned marks; /* MKCV_MARK_* that it gives */
    bool closing, empty;
    size_t n; /* bytes from < to > */
    const char *attributes;
    size_t attributes_n;
};

/* The tag at `s` (s[0] is '<'), as CommonMark defines an open or closing tag; false when it is none. */
bool mkcv_tag_read(const char *s, size_t n, struct mkcv_tag *out);
/* What the name (lower case) is. */
enum mkcv_tag_kind mkcv_tag_kind(const char *name, unsigned *marks);
/* True when the words of a class attribute say that the element holds one entry ("paper-block", "project-card"). */
bool mkcv_tag_is_card(const char *class);
/* The word for what an icon of a font stands for, by its class ("fas fa-file-pdf": "PDF"), or NULL. Icons of files and
 * where these are kept alone: what a profile's icons say is read where the address stands. */
const char *mkcv_tag_icon(const char *class);
/* An attribute's value with entities decoded, or NULL. */
const char *mkcv_tag_attribute(struct mkcv_arena *a, const struct mkcv_tag *tag, const char *name);
/* The language that its `lang` states, a tag of BCP 47, or NULL. */
const char *mkcv_tag_lang(struct mkcv_arena *a, const struct mkcv_tag *tag);
/* True when a closing tag may be left out, so that open ones do not nest: li, p, td. */
bool mkcv_tag_is_closed_by_next(const char *name);
#endif
