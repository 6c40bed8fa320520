/* workformat.c - a work written by the template of the style: {fields}, and [parts] that vanish with theirs. */
#include "publications.h"
#include <string.h>

struct formatting {
    struct mkcv_composer *c;
    const struct mkcv_entry *entry;
};

/* A stop behind one that the text ends with is not said twice. */
static void join(struct formatting *f, struct mkcv_text *t, const struct mkcv_text *more)
{
    bool twice = t->s && more->s && more->s[0] == '.' && mkcv_part_ends_sentence(t);
    struct mkcv_text rest = twice ? mkcv_text_slice(f->c->arena, more, 1, mkcv_text_length(more)) : *more;
    mkcv_text_join(f->c->arena, t, &rest, MKCV_ROLE_PLAIN);
}

static void put_literal(struct formatting *f, struct mkcv_text *t, const char *s, size_t n)
{
    size_t said = t->s && n && *s == '.' && mkcv_part_ends_sentence(t) ? 1 : 0;
    if (n > said) mkcv_text_put(f->c->arena, t, mkcv_arena_strndup(f->c->arena, s + said, n - said), MKCV_ROLE_PLAIN);
}

/* Up to the end of the part, or of the template. False: the work lacks one of its fields. */
static bool put_part(struct formatting *f, struct mkcv_text *t, const char **at)
{
    bool whole = true;
    while (**at && **at != ']') {
        const char *s = *at;
        size_t n = strcspn(s, "{[]\\");
        struct mkcv_text part = {0};
        if (*s == '[') {
            ++*at;
            if (put_part(f, &part, at)) join(f, t, &part);
            *at += **at == ']';
            continue;
        }
        if (*s == '{') {
            part = mkcv_work_field(f->c, f->entry, mkcv_work_field_at(s, &n));
            whole = whole && !mkcv_text_is_empty(&part);
            mkcv_text_join(f->c->arena, t, &part, MKCV_ROLE_PLAIN);
        } else {
            bool escaped = *s == '\\' && s[1];
            put_literal(f, t, s + escaped, escaped || n == 0 ? 1 : n);
            n = escaped ? 2 : n ? n : 1;
        }
        *at = s + n;
    }
    return whole;
}

struct mkcv_text mkcv_work_formatted(struct mkcv_composer *c, const struct mkcv_entry *e, const char *format)
{
    struct formatting f = {c, e};
    struct mkcv_text t = {0};
    put_part(&f, &t, &format);
    return t;
}
