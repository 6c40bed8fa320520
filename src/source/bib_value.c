/* bib_value.c - the values of BibTeX's fields: strings, macros, names, addresses. */
#include "bib.h"
#include <ctype.h>
#include <string.h>
#include <strings.h>

#define MACRO_BUCKETS 1024
#define EXPANSION_LIMIT ((size_t)64 << 20) /* macros made of macros can double at every step */

struct mkcv_bib_macro {
    const char *name, *value;
    struct mkcv_bib_macro *next;
};

static unsigned hash_name(const char *s)
{
    unsigned h = 2166136261u;
    for (; *s; s++) h = (h ^ (unsigned char)*s) * 16777619u;
    return h % MACRO_BUCKETS;
}

void mkcv_bib_define(struct mkcv_bib *b, const char *name, const char *value)
{
    if (!b->macros) b->macros = MKCV_NEW_ARRAY(b->arena, struct mkcv_bib_macro *, MACRO_BUCKETS);
    struct mkcv_bib_macro **bucket = &b->macros[hash_name(name)], *m = MKCV_NEW(b->arena, struct mkcv_bib_macro);
    *m = (struct mkcv_bib_macro){name, value, *bucket};
    *bucket = m;
}

/* jan, Jan or January: a month's name, whole. */
static const char *month_name(const char *name)
{
    static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
    size_t n = strlen(name);
    for (size_t i = 0; i < 12 && n >= 3; i++)
        if (strncasecmp(months[i], name, n) == 0) return months[i];
    return strcasecmp(name, "sept") == 0 ? months[8] : NULL;
}

static bool is_plain_word(const char *name)
{
    static const char *const words[] = {"true", "false", "yes", "no"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcasecmp(name, words[i]) == 0) return true;
    return isdigit((unsigned char)*name);
}

static const char *macro_value(struct mkcv_bib *b, const char *name, struct mkcv_loc loc)
{
    char lower[128];
    size_t n = 0;
    for (; name[n] && n + 1 < sizeof lower; n++) lower[n] = (char)tolower((unsigned char)name[n]);
    lower[n] = '\0';
    for (struct mkcv_bib_macro *m = b->macros ? b->macros[hash_name(lower)] : NULL; m; m = m->next)
        if (strcmp(m->name, lower) == 0) return m->value;
    if (month_name(name)) return month_name(name);
    if (!is_plain_word(name)) mkcv_report(b->diags, MKCV_DIAG_BIB_MACRO, loc, name);
    return name;
}

/* The end of the string that opens at b->p, or NULL when the next entry or the end of the file comes before it. */
static const char *string_end(const struct mkcv_bib *b, char close)
{
    int depth = 0;
    for (const char *p = b->p + 1; *p; p++) {
        if (*p == '\\' && p[1] && p[1] != '\n') {
            p++;
        } else if (*p == close && depth == 0) {
            return p;
        } else if (*p == '\n' && mkcv_bib_starts_line(p + 1)) {
            return NULL;
        } else {
            depth += *p == '{';
            depth -= *p == '}' && depth > 0;
        }
    }
    return NULL;
}

/* True when the string took in fields that follow it, for it ends where the entry should: at the next entry. */
static bool swallows_fields(const char *s, const char *end)
{
    const char *next = end + 1;
    next += strspn(next, ", \t\n");
    if (*next && !mkcv_bib_starts_line(next)) return false;
    while ((s = memchr(s, '\n', (size_t)(end - s)))) {
        s += strspn(s, " \t\n");
        const char *word = s;
        while (s < end && (isalnum((unsigned char)*s) || *s == '_' || *s == '-')) s++;
        const char *equals = s + strspn(s, " \t");
        if (s > word && *equals == '=' && strchr("{\"", equals[1 + strspn(equals + 1, " \t")])) return true;
        if (s >= end) return false;
    }
    return false;
}

/* A brace is missing: the value is its first line, without the comma that ended it. */
static void read_broken_string(struct mkcv_bib *b, struct mkcv_buf *out)
{
    const char *end = b->p + strcspn(b->p, "\n"), *stop = end;
    while (stop > b->p + 1 && (isspace((unsigned char)stop[-1]) || strchr(",}\"", stop[-1]))) stop--;
    mkcv_buf_put(out, b->p + 1, stop > b->p ? (size_t)(stop - b->p) - 1 : 0);
    const char *comma = memchr(stop, ',', (size_t)(end - stop));
    b->p = comma ? comma : end;
}

static void read_string(struct mkcv_bib *b, struct mkcv_buf *out)
{
    struct mkcv_loc loc = mkcv_bib_loc(b, b->p);
    const char *end = string_end(b, *b->p == '{' ? '}' : '"');
    if (end && !swallows_fields(b->p, end)) {
        mkcv_buf_put(out, b->p + 1, (size_t)(end - b->p) - 1);
        b->p = end + 1;
        return;
    }
    mkcv_bib_fault(b, loc,
                   *b->p == '{' ? "the brace that opens this value is never closed"
                                : "the quotation mark that opens this value is never closed");
    read_broken_string(b, out);
}

static bool read_bare(struct mkcv_bib *b, struct mkcv_buf *out)
{
    const char *start = b->p;
    struct mkcv_loc loc = mkcv_bib_loc(b, start);
    while (*b->p && !isspace((unsigned char)*b->p) && !strchr(",#{}()=\"%", *b->p)) b->p++;
    if (b->p == start) return false;
    const char *value = macro_value(b, mkcv_arena_strndup(b->arena, start, (size_t)(b->p - start)), loc);
    b->expanded += strlen(value);
    if (b->expanded < EXPANSION_LIMIT) mkcv_buf_puts(out, value);
    return true;
}

const char *mkcv_bib_value(struct mkcv_bib *b)
{
    struct mkcv_buf out;
    mkcv_buf_init(&out, b->arena);
    for (;;) {
        b->p += strspn(b->p, " \t\n");
        if (*b->p == '{' || *b->p == '"')
            read_string(b, &out);
        else if (!read_bare(b, &out))
            return out.n > 0 ? out.s : NULL;
        const char *next = b->p + strspn(b->p, " \t\n");
        if (*next != '#') return out.s;
        b->p = next + 1;
    }
}

static bool is_names(const char *field) { return strcmp(field, "author") == 0 || strcmp(field, "editor") == 0; }

/* An address: escapes and braces go, everything else stays. */
static const char *plain_address(struct mkcv_bib *b, const char *raw)
{
    struct mkcv_buf out;
    mkcv_buf_init(&out, b->arena);
    if (strncmp(raw, "\\url{", 5) == 0) raw += 5;
    for (; *raw; raw++) {
        bool escape = *raw == '\\' && raw[1] && strchr("_%&#~$\\{}", raw[1]);
        if (!escape && *raw != '{' && *raw != '}') mkcv_buf_putc(&out, *raw);
    }
    return out.s;
}

static bool is_address(const char *field, const char *raw)
{
    static const char *const fields[] = {"url", "doi", "eprint", "pdf", "file"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (strcmp(field, fields[i]) == 0) return !strpbrk(raw, " \t\n");
    bool web = strncasecmp(raw, "http://", 7) == 0 || strncasecmp(raw, "https://", 8) == 0 ||
               strncmp(raw, "\\url{http", 9) == 0;
    return web && !strpbrk(raw, " \t\n");
}

static const char *trimmed(struct mkcv_arena *a, const char *s, size_t n)
{
    while (n > 0 && isspace((unsigned char)*s)) s++, n--;
    while (n > 0 && isspace((unsigned char)s[n - 1])) n--;
    return mkcv_arena_strndup(a, s, n);
}

/* True when one pair of braces holds all of it. */
static bool is_braced(const char *s)
{
    int depth = 0;
    if (*s != '{') return false;
    for (; *s; s++) {
        if (*s == '\\' && s[1]) {
            s++;
            continue;
        }
        depth += (*s == '{') - (*s == '}');
        if (depth == 0) return s[1] == '\0';
    }
    return false;
}

/* The place of the " and " at brace depth 0, or the end. */
static const char *name_end(const char *s)
{
    int depth = 0;
    for (; *s; s++) {
        if (*s == '\\' && s[1]) {
            s++;
            continue;
        }
        depth += (*s == '{') - (*s == '}');
        if (depth <= 0 && isspace((unsigned char)*s) && strncasecmp(s + 1, "and", 3) == 0 &&
            isspace((unsigned char)s[4]))
            return s;
    }
    return s;
}

static void put_name(struct mkcv_bib *b, struct mkcv_buf *out, const char *name)
{
    const char *plain = mkcv_tex_plain(b->arena, name);
    bool whole = is_braced(name) || strcasestr(plain, " and ");
    if (!*plain) return;
    mkcv_buf_puts(out, out->n > 0 ? " and " : "");
    mkcv_buf_puts(out, whole ? "{" : "");
    mkcv_buf_puts(out, plain);
    mkcv_buf_puts(out, whole ? "}" : "");
}

/* Names in a second pair of braces are one name to BibTeX; two commas or " and "s say that a list was meant. */
static const char *unwrap_list(struct mkcv_bib *b, const char *raw)
{
    if (!is_braced(raw)) return raw;
    const char *inner = mkcv_arena_strndup(b->arena, raw + 1, strlen(raw) - 2), *first = name_end(inner);
    bool list = *first && (strchr(inner, ',') || *name_end(first + 4));
    return list ? inner : raw;
}

static const char *plain_names(struct mkcv_bib *b, const char *raw)
{
    struct mkcv_buf out;
    mkcv_buf_init(&out, b->arena);
    raw = unwrap_list(b, trimmed(b->arena, raw, strlen(raw)));
    while (*raw) {
        const char *end = name_end(raw);
        put_name(b, &out, trimmed(b->arena, raw, (size_t)(end - raw)));
        raw = *end ? end + 4 : end;
    }
    return out.s;
}

const char *mkcv_bib_plain(struct mkcv_bib *b, const char *field, const char *raw)
{
    raw = trimmed(b->arena, raw, strlen(raw));
    if (is_names(field)) return plain_names(b, raw);
    if (is_address(field, raw)) return plain_address(b, raw);
    return mkcv_tex_plain(b->arena, raw);
}
