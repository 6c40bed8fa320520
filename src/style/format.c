/* format.c - how a work is written: ready formats, and templates of one's own.
 *
 * {field} is what the work says; [part] is left out when it lacks one of the part's own fields; a backslash before a
 * bracket or brace makes it one. Names stand as the homepage has them, whatever the form has for them. */
#include "format.h"
#include "keys.h"
#include <string.h>
#include <strings.h>

static const char *const names[] = {
#define MKCV_WORKFIELD(id, name) name,
#include "mkcv/workfield.def"
#undef MKCV_WORKFIELD
    NULL,
};

/* In the order of the guides that they are named after. */
#define IEEE                                                                                                           \
    "[{authors}, ]“{title},”[ {venue}][, vol. {volume}][, no. {number}][, pp. {pages}][, {status}][, {year}][. "   \
    "{honors}]."
#define ACM                                                                                                            \
    "[{authors}. ][{year}. ]{title}.[ {venue}[ {volume}[, {number}]][, {pages}].][ {status}.][ {honors}.][ {doi}]"
#define APA                                                                                                            \
    "[{authors}[ ({year})]. ]{title}.[ {venue}[, {volume}[({number})]][, {pages}].][ {status}.][ {honors}.][ {doi}]"
#define NATURE "[{authors}. ]{title}.[ {venue}[ {volume}][, {pages}]][ ({year})][, {status}][. {honors}]."
#define ACL "[{authors}. ][{year}. ]{title}.[ {venue}[, {volume}[({number})]][:{pages}].][ {status}.][ {honors}.]"
#define SHORT "{title}[. {abbr}][, {year}][, {status}][ – {honors}]."

static const struct {
    const char *name, *format;
} ready[] = {{"ieee", IEEE}, {"acm", ACM}, {"apa", APA}, {"nature", NATURE}, {"acl", ACL}, {"short", SHORT}};

enum mkcv_work_field mkcv_work_field_at(const char *s, size_t *n)
{
    const char *end = *s == '{' ? strchr(s, '}') : NULL;
    *n = end ? (size_t)(end - s) + 1 : 1;
    for (int i = 0; end && i < MKCV_WORKFIELD_COUNT; ++i)
        if (strlen(names[i]) == *n - 2 && memcmp(s + 1, names[i], *n - 2) == 0) return (enum mkcv_work_field)i;
    return MKCV_WORKFIELD_COUNT;
}

/* "no field 'titel'; did you mean 'title'?" */
static const char *unknown_field(struct mkcv_arena *a, const char *s, size_t n)
{
    const char *name = n > 2 ? mkcv_arena_strndup(a, s + 1, n - 2) : s;
    return mkcv_arena_printf(a, "no field '%s'%s", name, mkcv_key_hint(a, name, names, true));
}

/* What is wrong with a template; NULL: nothing. */
static const char *fault_of(struct mkcv_arena *a, const char *s)
{
    int depth = 0, fields = 0;
    for (size_t n; *s && depth >= 0; s += n) {
        n = *s == '\\' && s[1] ? 2 : 1;
        if (*s == '{' && mkcv_work_field_at(s, &n) == MKCV_WORKFIELD_COUNT) return unknown_field(a, s, n);
        fields += *s == '{';
        depth += (*s == '[') - (*s == ']');
    }
    if (depth) return "a bracket is missing in the template, or there is one too many";
    return fields ? NULL : "it takes ieee, acm, apa, nature, acl, short, or a template with {fields}";
}

const char *mkcv_format_read(struct mkcv_arena *a, const char *s, const char **out)
{
    *out = s;
    if (!*s) return NULL;
    for (size_t i = 0; i < sizeof ready / sizeof *ready; ++i)
        if (strcasecmp(s, ready[i].name) == 0) return *out = ready[i].format, NULL;
    return fault_of(a, s);
}
