/* html_guard.c - what gumbo must not be given: it is quadratic and worse in nesting and in open formatting elements.
 *
 * Tags are counted as HTML5's tree builder would hold them: a closing tag of a block closes all blocks inside, one of
 * a formatting element that alone, one that closes nothing counts for nothing; of equal formatting elements the
 * builder keeps three (the "Noah's Ark clause", section 13.2.4.3). */
#include "html.h"
#include <string.h>

#define TAG_LIMIT 20000
#define INLINE_LIMIT 32

struct open_tags {
    char block[MKCV_LIMIT_DEPTH][16];
    struct {
        char name[16];
        const char *s; /* the tag as written */
        size_t n;
    } formatting[INLINE_LIMIT];
    size_t blocks, formattings;
};

static bool open_block(struct open_tags *o, const struct mkcv_tag *tag)
{
    if (o->blocks == MKCV_LIMIT_DEPTH) return false;
    memcpy(o->block[o->blocks++], tag->name, sizeof tag->name);
    return true;
}

static bool open_formatting(struct open_tags *o, const struct mkcv_tag *tag, const char *s)
{
    size_t equal = 0;
    for (size_t i = 0; i < o->formattings; i++)
        equal += o->formatting[i].n == tag->n && memcmp(o->formatting[i].s, s, tag->n) == 0;
    if (equal >= 3) return true;
    if (o->formattings == INLINE_LIMIT) return false;
    memcpy(o->formatting[o->formattings].name, tag->name, sizeof tag->name);
    o->formatting[o->formattings].s = s;
    o->formatting[o->formattings++].n = tag->n;
    return true;
}

static void close_block(struct open_tags *o, const char *name)
{
    for (size_t k = o->blocks; k > 0; k--) {
        if (strcmp(o->block[k - 1], name) != 0) continue;
        o->blocks = k - 1;
        return;
    }
}

static void close_formatting(struct open_tags *o, const char *name)
{
    for (size_t k = o->formattings; k > 0; k--) {
        if (strcmp(o->formatting[k - 1].name, name) != 0) continue;
        memmove(&o->formatting[k - 1], &o->formatting[k], (o->formattings - k) * sizeof *o->formatting);
        o->formattings--;
        return;
    }
}

static bool fits_tag(struct open_tags *o, const char *s, const struct mkcv_tag *tag)
{
    bool block = tag->kind == MKCV_TAG_BLOCK || tag->kind == MKCV_TAG_CONTAINER || tag->kind == MKCV_TAG_DROP;
    if (tag->kind == MKCV_TAG_BREAK || tag->kind == MKCV_TAG_IMAGE || tag->kind == MKCV_TAG_VOID) return true;
    if (strcmp(tag->name, "hr") == 0 || mkcv_tag_is_closed_by_next(tag->name)) return true;
    if (tag->closing) {
        if (block)
            close_block(o, tag->name);
        else
            close_formatting(o, tag->name);
        return true;
    }
    return block ? open_block(o, tag) : open_formatting(o, tag, s);
}

const char *mkcv_html_limit(const char *s, size_t n)
{
    struct open_tags open = {0};
    struct mkcv_tag tag;
    size_t count = 0;
    for (const char *p = s, *end = s + n; p < end && (p = memchr(p, '<', (size_t)(end - p)));) {
        if (!mkcv_tag_read(p, (size_t)(end - p), &tag)) {
            p++;
            continue;
        }
        if (++count > TAG_LIMIT) return "more than 20000 tags in an HTML block";
        if (!fits_tag(&open, p, &tag)) return "HTML nested deeper than 256 blocks or 32 formatting tags";
        p += tag.n;
    }
    return NULL;
}
