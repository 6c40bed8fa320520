/* bib.c - a bibliography: BibTeX as people write it.
 *
 * The grammar is that of BibTeX 0.99d (@string, `#`, braces and quotes, text between entries); what BibTeX would stop
 * at is reported and read on: missing commas, braces too many or too few, keys left out, fields in comments. Names are
 * not read here, values are made plain by tex.c. */
#include "bib.h"
#include <ctype.h>
#include <string.h>
#include <strings.h>

static bool is_word_char(char c) { return isalnum((unsigned char)c) || (c && strchr("_-:.+/*!", c)); }

struct mkcv_loc mkcv_bib_loc(struct mkcv_bib *b, const char *p)
{
    for (; b->counted < p; b->counted++) {
        if (*b->counted != '\n') continue;
        b->line++;
        b->line_start = b->counted + 1;
    }
    return (struct mkcv_loc){b->file, b->line, p >= b->line_start ? (int)(p - b->line_start) + 1 : 1};
}

void mkcv_bib_fault(struct mkcv_bib *b, struct mkcv_loc loc, const char *text)
{
    mkcv_report(b->diags, MKCV_DIAG_BIB_SYNTAX, loc, text);
}

static void skip_blanks(struct mkcv_bib *b)
{
    while (isspace((unsigned char)*b->p)) b->p++;
}

/* Blanks and lines that a `%` takes out, where a field may begin. */
static void skip_comments(struct mkcv_bib *b)
{
    for (skip_blanks(b); *b->p == '%'; skip_blanks(b)) b->p += strcspn(b->p, "\n");
}

static const char *read_word(struct mkcv_bib *b)
{
    const char *start = b->p;
    while (is_word_char(*b->p)) b->p++;
    char *word = mkcv_arena_strndup(b->arena, start, (size_t)(b->p - start));
    for (char *c = word; *c; c++) *c = (char)tolower((unsigned char)*c);
    return word;
}

/* "@article{" or "@article(" at `p`. */
static bool starts_entry(const char *p)
{
    if (*p++ != '@' || !isalpha((unsigned char)*p)) return false;
    while (isalnum((unsigned char)*p)) p++;
    p += strspn(p, " \t\n");
    return *p == '{' || *p == '(';
}

bool mkcv_bib_starts_line(const char *p)
{
    while (*p == ' ' || *p == '\t') p++;
    return starts_entry(p);
}

static bool is_commented(const struct mkcv_bib *b, const char *at)
{
    const char *p = at;
    while (p > b->start && p[-1] != '\n') p--;
    p += strspn(p, " \t");
    return *p == '%';
}

static struct mkcv_node *new_scalar(struct mkcv_bib *b, const char *key, const char *value, struct mkcv_loc key_loc,
                                    struct mkcv_loc loc)
{
    struct mkcv_node *n = MKCV_NEW(b->arena, struct mkcv_node);
    *n = (struct mkcv_node){
        .kind = MKCV_NODE_SCALAR, .key = key, .value = value, .quoted = true, .loc = loc, .key_loc = key_loc};
    return n;
}

/* The fields of an entry as they are read. */
struct fields {
    struct mkcv_node *first, **tail;
    size_t count;
};

static bool has_field(const struct fields *f, const char *name)
{
    size_t k = 0;
    for (const struct mkcv_node *n = f->first; n && k < 200; n = n->next, k++)
        if (strcmp(n->key, name) == 0) return true;
    return false;
}

static void add_field(struct mkcv_bib *b, struct fields *f, const char *name, const char *raw, struct mkcv_loc key_loc,
                      struct mkcv_loc loc)
{
    if (has_field(f, name)) {
        mkcv_bib_fault(b, key_loc,
                       mkcv_arena_printf(b->arena, "field '%s' is given twice; the first one counts", name));
        return;
    }
    *f->tail = new_scalar(b, name, mkcv_bib_plain(b, name, raw), key_loc, loc);
    f->tail = &(*f->tail)->next;
    f->count++;
}

/* After a fault: on to the next comma, the entry's end or the next entry. */
static void skip_field(struct mkcv_bib *b, char close)
{
    int depth = 0;
    for (; *b->p; b->p++) {
        if (*b->p == '\n' && mkcv_bib_starts_line(b->p + 1)) return;
        if (depth == 0 && (*b->p == ',' || *b->p == close)) return;
        depth += *b->p == '{';
        depth -= *b->p == '}' && depth > 0;
    }
}

/* `name = value`; `name` was read at key_loc. */
static void read_field(struct mkcv_bib *b, struct fields *f, const char *name, struct mkcv_loc key_loc, char close)
{
    skip_blanks(b);
    if (*b->p != '=') {
        mkcv_bib_fault(b, key_loc, mkcv_arena_printf(b->arena, "'%s' has no '='; it was passed over", name));
        skip_field(b, close);
        return;
    }
    b->p++;
    skip_blanks(b);
    struct mkcv_loc loc = mkcv_bib_loc(b, b->p);
    const char *raw = mkcv_bib_value(b);
    if (raw) add_field(b, f, name, raw, key_loc, loc);
}

/* True when the text goes on with `, name =`: the brace before it was one too many. */
static bool goes_on(const char *p)
{
    p += strspn(p, " \t\n");
    if (*p++ != ',') return false;
    p += strspn(p, " \t\n");
    const char *word = p;
    while (is_word_char(*p)) p++;
    if (p == word) return false;
    p += strspn(p, " \t\n");
    return *p == '=';
}

/* At the closing sign: true when the entry ends there. */
static bool ends_entry(struct mkcv_bib *b)
{
    struct mkcv_loc loc = mkcv_bib_loc(b, b->p);
    b->p++;
    if (!goes_on(b->p)) return true;
    mkcv_bib_fault(b, loc, "a brace too many; the fields after it were read all the same");
    return false;
}

static void read_fields(struct mkcv_bib *b, struct fields *f, char close)
{
    for (;;) {
        skip_comments(b);
        if (*b->p == '\0') {
            mkcv_bib_fault(b, mkcv_bib_loc(b, b->p), "the last entry never ends");
            return;
        }
        if (*b->p == close) {
            if (ends_entry(b)) return;
        } else if (*b->p == ',') {
            b->p++;
        } else if (starts_entry(b->p) && mkcv_bib_loc(b, b->p).line > b->entry_line) {
            mkcv_bib_fault(b, mkcv_bib_loc(b, b->p), "the entry before never ends; it was closed here");
            return;
        } else if (!is_word_char(*b->p)) {
            mkcv_bib_fault(b, mkcv_bib_loc(b, b->p), "a field's name was expected");
            const char *at = b->p;
            skip_field(b, close);
            if (b->p == at) b->p++;
        } else {
            struct mkcv_loc loc = mkcv_bib_loc(b, b->p);
            read_field(b, f, read_word(b), loc, close);
            skip_comments(b);
            if (is_word_char(*b->p)) mkcv_bib_fault(b, mkcv_bib_loc(b, b->p), "a comma is missing before this field");
        }
    }
}

/* The key, which may be missing: `@article{title = ...`. Gives the name of the field that stands in its place. */
static const char *read_key(struct mkcv_bib *b, char close, const char **key)
{
    skip_blanks(b);
    const char *start = b->p;
    while (*b->p && *b->p != ',' && *b->p != close && *b->p != '=' && *b->p != '\n' && *b->p != '"' && *b->p != '{')
        b->p++;
    const char *end = b->p;
    while (end > start && isspace((unsigned char)end[-1])) end--;
    *key = mkcv_arena_strndup(b->arena, start, (size_t)(end - start));
    if (*b->p != '=') return NULL;
    b->p = start;
    *key = "";
    return read_word(b);
}

static void read_entry(struct mkcv_bib *b, const char *type, char close, struct mkcv_loc loc, struct mkcv_node ***tail)
{
    struct mkcv_node *entry = MKCV_NEW(b->arena, struct mkcv_node);
    *entry = (struct mkcv_node){.kind = MKCV_NODE_MAP, .value = "", .loc = loc};
    struct fields f = {.tail = &f.first};
    const char *key;
    skip_blanks(b);
    struct mkcv_loc key_loc = mkcv_bib_loc(b, b->p);
    const char *name = read_key(b, close, &key);
    *f.tail = new_scalar(b, "type", type, loc, loc);
    f.tail = &f.first->next;
    *f.tail = new_scalar(b, "key", key, key_loc, key_loc);
    f.tail = &f.first->next->next;
    if (name) {
        mkcv_bib_fault(b, key_loc, "the entry has no key");
        read_field(b, &f, name, key_loc, close);
    }
    read_fields(b, &f, close);
    entry->first = f.first;
    **tail = entry;
    *tail = &entry->next;
}

/* @string{name = value} */
static void read_macro(struct mkcv_bib *b, char close)
{
    skip_blanks(b);
    const char *name = read_word(b);
    skip_blanks(b);
    if (*name && *b->p == '=') {
        b->p++;
        const char *value = mkcv_bib_value(b);
        if (value) mkcv_bib_define(b, name, value);
    }
    skip_field(b, close);
    if (*b->p == close) b->p++;
}

static void skip_group(struct mkcv_bib *b, char open, char close)
{
    int depth = 1;
    for (; *b->p && depth > 0; b->p++) {
        if (*b->p == '\n' && mkcv_bib_starts_line(b->p + 1)) return;
        depth += (*b->p == open) - (*b->p == close);
    }
}

static void read_item(struct mkcv_bib *b, struct mkcv_node ***tail)
{
    struct mkcv_loc loc = mkcv_bib_loc(b, b->p);
    b->entry_line = loc.line;
    b->p++;
    const char *type = read_word(b);
    skip_blanks(b);
    char open = *b->p++, close = open == '(' ? ')' : '}';
    if (strcmp(type, "string") == 0)
        read_macro(b, close);
    else if (strcmp(type, "comment") == 0 || strcmp(type, "preamble") == 0)
        skip_group(b, open, close);
    else
        read_entry(b, type, close, loc, tail);
}

const struct mkcv_node *mkcv_bib_read(struct mkcv_arena *a, const char *text, const char *file, struct mkcv_diags *d)
{
    struct mkcv_bib b = {
        .arena = a, .diags = d, .file = file, .start = text, .p = text, .counted = text, .line_start = text, .line = 1};
    struct mkcv_node *list = MKCV_NEW(a, struct mkcv_node), **tail = &list->first;
    *list = (struct mkcv_node){.kind = MKCV_NODE_LIST, .value = "", .loc = {file, 1, 1}};
    while ((b.p = strchr(b.p, '@'))) {
        if (starts_entry(b.p) && !is_commented(&b, b.p))
            read_item(&b, &tail);
        else
            b.p++;
    }
    return list;
}
