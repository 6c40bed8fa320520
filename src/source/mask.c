/* mask.c - what is not Markdown set aside before cmark reads: comments, scripts, formulas, attribute lists.
 *
 * Bytes are overwritten one by one, so that every line and column stays true. Code spans and fenced code are left as
 * they are. Any `<` that begins no tag becomes plain, which also keeps cmark's own search for tags linear. */
#include "markdown.h"
#include <ctype.h>
#include <string.h>
#include <strings.h>

#define TICKS_LIMIT 80 /* longest run of backticks that can be a code span: as in cmark */
#define MATH_LIMIT 4000

struct mask {
    struct mkcv_md *md;
    char *s, *end, *paragraph_end;
    int line;
    char *counted;                   /* up to here lines are counted */
    char *no_ticks[TICKS_LIMIT + 1]; /* a run of this length has no partner before this place */
    bool no_comment_end;
    const char *no_close[8]; /* names of dropped tags whose end does not come any more */
};

void mkcv_mask_fill(char *from, char *to)
{
    for (; from < to; from++)
        if (*from != '\n') *from = MKCV_CODE_FILL;
}

void mkcv_mask_plain(char *s, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *c = s[i] ? strchr(MKCV_PLAIN_CHARS, s[i]) : NULL;
        if (c) s[i] = (char)(MKCV_CODE_PLAIN + (c - MKCV_PLAIN_CHARS));
    }
}

bool mkcv_mask_mark(struct mkcv_md *md, char *at, size_t room, struct mkcv_block *block)
{
    const char *name = mkcv_arena_printf(md->arena, "%c%zu%c", MKCV_CODE_MARK, md->marks.count, MKCV_CODE_MARK);
    size_t n = strlen(name);
    if (n > room || memchr(at, '\n', n)) return false;
    memcpy(at, name, n);
    *MKCV_PUSH(md->arena, &md->marks) = block;
    return true;
}

static int line_of(struct mask *m, char *p)
{
    for (; m->counted < p; m->counted++) m->line += *m->counted == '\n';
    return m->line;
}

/* The first blank line at or after `p`, found once a paragraph. */
static char *paragraph_end(struct mask *m, char *p)
{
    if (m->paragraph_end > p) return m->paragraph_end;
    char *q = p;
    while ((q = memchr(q, '\n', (size_t)(m->end - q)))) {
        char *r = q + 1;
        while (r < m->end && (*r == ' ' || *r == '\t' || *r == MKCV_CODE_FILL)) r++;
        if (r == m->end || *r == '\n') break;
        q = r;
    }
    return m->paragraph_end = q ? q : m->end;
}

static size_t run_length(const char *p, const char *end)
{
    const char *q = p;
    while (q < end && *q == *p) q++;
    return (size_t)(q - p);
}

/* Past the code span that begins at `p`, or past its backticks when they have no partner. */
static char *skip_code(struct mask *m, char *p)
{
    size_t n = run_length(p, m->end);
    char *stop = paragraph_end(m, p);
    if (n > TICKS_LIMIT || m->no_ticks[n] >= stop) return p + n;
    for (char *q = p + n; q < stop && (q = memchr(q, '`', (size_t)(stop - q)));) {
        size_t k = run_length(q, stop);
        q += k;
        if (k == n) return q;
    }
    m->no_ticks[n] = stop;
    return p + n;
}

static char *mask_comment(struct mask *m, char *p)
{
    char *close = m->no_comment_end ? NULL : memmem(p + 4, (size_t)(m->end - p - 4), "-->", 3);
    if (!close) {
        m->no_comment_end = true;
        mkcv_mask_plain(p, 1);
        return p + 4;
    }
    mkcv_mask_fill(p, close + 3);
    return close + 3;
}

/* What a page of HTML begins with says nothing. */
static char *mask_doctype(struct mask *m, char *p)
{
    enum { DOCTYPE_MOST = 300 };
    size_t room = (size_t)(m->end - p);
    char *close = memchr(p, '>', room < DOCTYPE_MOST ? room : DOCTYPE_MOST);
    if (!close) return p + 1;
    mkcv_mask_fill(p, close + 1);
    return close + 1;
}

static char *find_close(struct mask *m, char *p, const char *name)
{
    size_t n = strlen(name);
    for (char *q = p; (q = memmem(q, (size_t)(m->end - q), "</", 2)); q += 2) {
        if ((size_t)(m->end - q) > n + 2 && strncasecmp(q + 2, name, n) == 0) {
            char *close = memchr(q, '>', (size_t)(m->end - q));
            return close ? close + 1 : NULL;
        }
    }
    return NULL;
}

/* <script> and its kin with all they hold; an end that never comes is searched once a name. */
static char *mask_dropped(struct mask *m, char *p, const struct mkcv_tag *tag)
{
    size_t k = 0;
    while (k < 7 && m->no_close[k] && strcmp(m->no_close[k], tag->name) != 0) k++;
    char *to = tag->closing || tag->empty || m->no_close[k] ? NULL : find_close(m, p + tag->n, tag->name);
    if (!to) {
        if (!tag->closing && !tag->empty && !m->no_close[k])
            m->no_close[k] = mkcv_arena_strdup(m->md->arena, tag->name);
        to = p + tag->n;
    }
    mkcv_mask_fill(p, to);
    return to;
}

static bool is_autolink(const char *p, const char *end, size_t *n)
{
    const char *q = p + 1;
    bool sign = false;
    for (; q < end && *q != '>' && *q != '<' && (unsigned char)*q > ' '; q++) sign = sign || *q == ':' || *q == '@';
    *n = (size_t)(q - p) + 1;
    return sign && q < end && *q == '>' && q > p + 1;
}

static char *mask_angle(struct mask *m, char *p)
{
    struct mkcv_tag tag;
    size_t n = 0;
    if (m->end - p >= 4 && memcmp(p, "<!--", 4) == 0) return mask_comment(m, p);
    if (m->end - p >= 10 && strncasecmp(p, "<!doctype", 9) == 0) return mask_doctype(m, p);
    if (mkcv_tag_read(p, (size_t)(m->end - p), &tag))
        return tag.kind == MKCV_TAG_DROP ? mask_dropped(m, p, &tag) : p + tag.n;
    if (is_autolink(p, m->end, &n)) return p + n;
    mkcv_mask_plain(p, 1);
    return p + 1;
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/* The closing dollar of the formula that opens at `p`, as Pandoc has it, or NULL. */
static char *math_end(struct mask *m, char *p, size_t dollars)
{
    char *stop = paragraph_end(m, p);
    if (stop - p > MATH_LIMIT) stop = p + MATH_LIMIT;
    char *q = p + dollars;
    if (q >= stop || (dollars == 1 && is_blank(*q))) return NULL;
    for (; q < stop; q++) {
        if (*q == '\\' || *q == MKCV_CODE_MARK) {
            if (*q == MKCV_CODE_MARK) return NULL;
            q++;
        } else if (*q == '$' && dollars == 2) {
            if (q + 1 < stop && q[1] == '$') return q;
        } else if (*q == '$') {
            bool digit = q + 1 < m->end && isdigit((unsigned char)q[1]);
            return q > p + 1 && !is_blank(q[-1]) && !digit ? q : NULL;
        }
    }
    return NULL;
}

static const char base62[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

static char *mask_math(struct mask *m, char *p)
{
    size_t dollars = p + 1 < m->end && p[1] == '$' ? 2 : 1;
    char *close = math_end(m, p, dollars);
    if (!close) return p + dollars;
    size_t index = m->md->maths.count, n = (size_t)(close - p) - dollars;
    char *to = close + dollars, *q = p;
    if (dollars == 2 && *(p + 2) == '\n') /* the signs alone on their line: the name goes to the next one */
        for (q = p + 3; is_blank(*q);) q++;
    if (n == 0 || to - q < 3 || memchr(q, '\n', 3)) return to;
    *MKCV_PUSH(m->md->arena, &m->md->maths) =
        (struct mkcv_md_math){mkcv_arena_strndup(m->md->arena, p + dollars, n), line_of(m, p)};
    if (q > p) mkcv_mask_fill(p, p + 2);
    *q++ = MKCV_CODE_MATH;
    *q++ = base62[index / 62 % 62];
    *q++ = base62[index % 62];
    for (; q < to; q++)
        if (*q != '\n') *q = MKCV_CODE_MORE;
    return to;
}

/* "style="...", "width=50%": an attribute as markdown-it has them. */
static bool is_attribute(const char *p, const char *end)
{
    static const char *const names[] = {"style=", "class=", "id=", "width=", "height=", "target=", "align=", NULL};
    for (const char *const *n = names; *n; n++)
        if (strlen(*n) < (size_t)(end - p) && !strncmp(p, *n, strlen(*n))) return true;
    return false;
}

/* kramdown's {: ... } anywhere; {#id}, {.class} and {name=value} at a line's end. */
static char *mask_attributes(struct mask *m, char *p)
{
    char *close = p + 1;
    while (close < m->end && *close != '}' && *close != '\n' && close - p < 500) close++;
    if (close >= m->end || *close != '}' || close < p + 2) return p + 1;
    const char *after = close + 1;
    while (after < m->end && (*after == ' ' || *after == '\t')) after++;
    bool last = after == m->end || *after == '\n';
    bool list = p[1] == ':' || (last && is_attribute(p + 1, close)) ||
                (last && (p[1] == '#' || p[1] == '.') && p > m->s && (isalnum((unsigned char)p[2])));
    if (!list) return p + 1;
    mkcv_mask_fill(p, close + 1);
    return close + 1;
}

/* `](` followed by a second parenthesis is a slip of the hand: one is enough. */
static void mend_link(struct mask *m, char *p)
{
    char *q = p + 3;
    while (q < m->end && *q != ')' && *q != '(' && *q != '\n' && *q != ' ') q++;
    if (q >= m->end || *q != ')') return;
    p[2] = ' ';
    if (q + 1 < m->end && q[1] == ')') *q = ' ';
}

/* The end of the fenced code that opens on the line at `p`, or NULL: no fence. */
static char *fence_end(const struct mask *m, char *p)
{
    while (p < m->end && (*p == ' ' || *p == '\t' || *p == '>')) p++;
    if (p == m->end || (*p != '`' && *p != '~')) return NULL;
    size_t n = run_length(p, m->end);
    char *eol = memchr(p, '\n', (size_t)(m->end - p)), sign = *p;
    if (n < 3 || !eol || (sign == '`' && memchr(p + n, '`', (size_t)(eol - p) - n))) return NULL;
    while (eol < m->end) {
        char *q = eol + 1;
        while (q < m->end && (*q == ' ' || *q == '\t' || *q == '>')) q++;
        if (q >= m->end) return NULL;
        eol = memchr(q, '\n', (size_t)(m->end - q));
        if (*q == sign && run_length(q, m->end) >= n) return eol ? eol : m->end;
        if (!eol) return NULL; /* never closed: then it is text, and the rest of the page with it */
    }
    return NULL;
}

/* Backslashes at a line's end are a line break: one to CommonMark, two to kramdown. */
static char *mask_backslash(struct mask *m, char *p)
{
    char *q = p + 1;
    while (q < m->end && *q == '\\') q++;
    char *stop = q;
    while (q < m->end && (*q == ' ' || *q == '\t')) q++;
    bool last = q < m->end && *q == '\n' && (q == stop || stop - p > 1);
    if (!last) return p + 2;
    mkcv_mask_fill(p, q);
    *p = MKCV_CODE_BREAK;
    return q;
}

/* ":tada:" with blanks around: the name of an emoji, as GitHub and Jekyll's jemoji have it. */
static char *mask_emoji(struct mask *m, char *p)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_+-";
    enum { LONGEST = 40 };
    size_t n = strspn(p + 1, letters), all = n + 2;
    bool open = p == m->s || strchr(" \t\n>*([-", p[-1]);
    if (n < 2 || n > LONGEST || p[1 + n] != ':' || !open || !strpbrk(p + 1, "abcdefghijklmnopqrstuvwxyz")) return p + 1;
    if (p + all < m->end && !strchr(" \t\n<.,;!?)]*", p[all])) return p + 1;
    char *name = mkcv_arena_strndup(m->md->arena, p, all);
    mkcv_report(m->md->diags, MKCV_DIAG_PICTOGRAPH, ((struct mkcv_loc){m->md->file, line_of(m, p), 0}), name);
    mkcv_mask_fill(p, p + all);
    return p + all;
}

static char *mask_at(struct mask *m, char *p)
{
    switch (*p) {
    case '\\':
        return mask_backslash(m, p);
    case '`':
        return skip_code(m, p);
    case '<':
        return mask_angle(m, p);
    case '$':
        return mask_math(m, p);
    case '{':
        return mask_attributes(m, p);
    case ':':
        return mask_emoji(m, p);
    case ']':
        if (m->end - p > 3 && p[1] == '(' && p[2] == '(') mend_link(m, p);
        return p + 1;
    default:
        return p + 1;
    }
}

void mkcv_mask(struct mkcv_md *md, char *s, size_t n, int line)
{
    struct mask m = {.md = md, .s = s, .end = s + n, .paragraph_end = s, .line = line, .counted = s};
    bool line_start = true, fences = true;
    for (char *p = s; p < m.end;) {
        char *fence = line_start && fences ? fence_end(&m, p) : NULL;
        if (line_start && fences && !fence) {
            const char *q = p + strspn(p, " \t>");
            fences = strncmp(q, "```", 3) != 0 && strncmp(q, "~~~", 3) != 0;
        }
        if (fence) p = fence;
        if (p >= m.end) break;
        line_start = *p == '\n';
        p = mask_at(&m, p);
    }
}
