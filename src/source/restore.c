/* restore.c - from masked text back to the page's own: characters, formulas, addresses, places. */
#include "markdown.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define MATH_NAMES (62 * 62)

static size_t digit_value(char c)
{
    if (c >= '0' && c <= '9') return (size_t)(c - '0');
    if (c >= 'A' && c <= 'Z') return (size_t)(c - 'A') + 10;
    return c >= 'a' && c <= 'z' ? (size_t)(c - 'a') + 36 : 0;
}

const char *mkcv_md_math(const struct mkcv_md *md, const char *s, int line)
{
    const struct mkcv_md_math *best = NULL;
    if (!s[1] || !s[2]) return "";
    for (size_t i = digit_value(s[1]) * 62 + digit_value(s[2]); i < md->maths.count; i += MATH_NAMES) {
        const struct mkcv_md_math *m = &md->maths.at[i];
        if (!best || abs(m->line - line) < abs(best->line - line)) best = m;
    }
    return best ? best->s : "";
}

void mkcv_md_restore(const struct mkcv_md *md, struct mkcv_buf *out, const char *s, size_t n, int line)
{
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)s[i];
        if (c == MKCV_CODE_MATH) {
            mkcv_buf_printf(out, "$%s$", mkcv_md_math(md, s + i, line));
            i += n - i > 2 ? 2 : 0;
        } else if (c >= MKCV_CODE_PLAIN && c < MKCV_CODE_PLAIN + sizeof MKCV_PLAIN_CHARS - 1) {
            mkcv_buf_putc(out, MKCV_PLAIN_CHARS[c - MKCV_CODE_PLAIN]);
        } else if (c >= ' ' || c == '\t' || c == '\n') {
            mkcv_buf_putc(out, (char)c);
        }
    }
}

static bool is_bad_scheme(const char *url)
{
    static const char *const schemes[] = {"javascript:", "data:", "vbscript:", "file:"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (strncasecmp(url, schemes[i], strlen(schemes[i])) == 0) return true;
    return false;
}

const char *mkcv_md_url(struct mkcv_md *md, const char *url, struct mkcv_loc loc)
{
    struct mkcv_buf b;
    mkcv_buf_init(&b, md->arena);
    mkcv_md_restore(md, &b, url, strlen(url), loc.line);
    char *s = b.s, *end = b.s + b.n;
    while (*s == ' ' || *s == '\t' || *s == '\n') s++;
    while (end > s && (end[-1] == ' ' || end[-1] == '\t' || end[-1] == '\n')) end--;
    if (end - s >= 2 && ((*s == '(' && end[-1] == ')') || (*s == '<' && end[-1] == '>'))) s++, end--;
    *end = '\0';
    char *inner = *s == '[' ? strchr(s, ']') : NULL; /* a link written inside the address of another */
    if (inner && inner[1] == '(') s++, *inner = '\0';
    char *to = s;
    for (char *p = s; *p; p++) /* browsers pass over line ends inside an address: "java\nscript:" */
        if (*p != '\n' && *p != '\t') *to++ = *p;
    *to = '\0';
    if (!is_bad_scheme(s)) return s;
    mkcv_report(md->diags, MKCV_DIAG_LINK_SCHEME, loc,
                mkcv_arena_strndup(md->arena, s, strlen(s) < 60 ? strlen(s) : 60));
    return NULL;
}

struct mkcv_loc mkcv_md_loc(const struct mkcv_md *md, int line, int column)
{
    if (line < 1 || (size_t)line > md->lines.count) return (struct mkcv_loc){md->file, 0, 0};
    const struct mkcv_md_line *l = &md->lines.at[line - 1];
    int c = column + l->shift;
    return (struct mkcv_loc){md->file, l->line, c > 0 ? c : 1};
}

const char *mkcv_md_lang(const struct mkcv_md *md, int line)
{
    return line < 1 || (size_t)line > md->lines.count ? NULL : md->lines.at[line - 1].lang;
}

void mkcv_md_limit(struct mkcv_md *md, struct mkcv_loc loc, const char *what)
{
    mkcv_report(md->diags, MKCV_DIAG_MARKDOWN_LIMIT, loc, what);
}

char *mkcv_md_copy(struct mkcv_arena *a, const char *s)
{
    char *copy = mkcv_arena_strdup(a, s);
    for (char *p = copy; *p; p++)
        if (((unsigned char)*p < ' ' && *p != '\n' && *p != '\t') || *p == 0x7F) *p = ' ';
    return copy;
}
