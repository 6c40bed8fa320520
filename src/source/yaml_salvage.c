/* yaml_salvage.c - what can still be understood of a document that libyaml refuses as a whole.
 *
 * Real front matter holds `title: Part One: Beginnings` or a tab behind a number. The top-level entries are cut apart
 * by indentation and read alone; within one, the line at which libyaml stumbles gets the quotes that it lacks, so that
 * a bad line costs nothing, or one value. Anchors do not reach across the pieces. */
#include "mkcv/buf.h"
#include "yaml_parts.h"
#include <string.h>

/* Pieces that are parsed alone: each costs a parser, so their number is bounded. */
#define PIECE_LIMIT 20000
#define MENDS_MOST 40 /* lines of a piece that get quotes */

struct piece {
    const char *at;
    size_t n;
    int line;
};

static const char *line_end(const char *p, const char *end)
{
    const char *nl = memchr(p, '\n', (size_t)(end - p));
    return nl ? nl : end;
}

/* The length of a plain or quoted key before its colon, or 0: not a `key: value` line. */
static size_t key_length(const char *p, const char *end)
{
    const char *q = p;
    while (q < end && *q != ':') q++;
    bool value = q < end && (q + 1 == end || q[1] == ' ' || q[1] == '\t');
    return value && q - p < 200 ? (size_t)(q - p) : 0;
}

static bool starts_piece(const char *p, const char *end, bool list)
{
    if (p == end || *p == ' ' || *p == '\t' || *p == '#') return false;
    bool item = *p == '-' && (p + 1 == end || p[1] == ' ');
    return list ? item : !item && key_length(p, end) > 0;
}

/* The piece that starts at `p` reaches to the next line that starts one. */
static const char *piece_end(const char *p, const char *end, bool list)
{
    for (;;) {
        p = line_end(p, end);
        if (p == end) return end;
        p++;
        if (starts_piece(p, line_end(p, end), list)) return p;
    }
}

static const char *trimmed(struct mkcv_arena *a, const char *p, const char *end)
{
    while (p < end && (*p == ' ' || *p == '\t')) p++;
    while (end > p && (end[-1] == ' ' || end[-1] == '\t')) end--;
    if (end - p >= 2 && (*p == '"' || *p == '\'') && end[-1] == *p) p++, end--;
    return mkcv_arena_strndup(a, p, (size_t)(end - p));
}

/* `key: value` of one line as written. */
static struct mkcv_node *raw_member(struct mkcv_arena *a, const struct piece *piece, const char *file)
{
    const char *end = line_end(piece->at, piece->at + piece->n);
    size_t key = key_length(piece->at, end);
    if (key == 0) return NULL;
    struct mkcv_node *n = MKCV_NEW(a, struct mkcv_node);
    n->kind = MKCV_NODE_SCALAR;
    n->key = trimmed(a, piece->at, piece->at + key);
    n->key_loc = (struct mkcv_loc){file, piece->line, 1};
    const char *value = piece->at + key + 1;
    while (value < end && (*value == ' ' || *value == '\t')) value++;
    n->value = trimmed(a, value, end);
    n->loc = (struct mkcv_loc){file, piece->line, (int)(value - piece->at) + 1};
    return n;
}

/* The value of a line `key: value` or `- key: value`; false when it has none that quotes could save. */
static bool find_value(const char *p, const char *end, const char **from, const char **to)
{
    while (p < end && (*p == ' ' || (*p == '-' && p + 1 < end && p[1] == ' '))) p++;
    size_t key = key_length(p, end);
    if (!key) return false;
    p += key + 1;
    while (p < end && (*p == ' ' || *p == '\t')) p++;
    while (end > p && strchr(" \t\r", end[-1])) end--;
    if (p == end || *p == '|' || *p == '>' || *p == '#') return false;
    bool quoted = *p == '"' || *p == '\'';
    for (const char *q = p + 1; !quoted && q + 1 < end; q++) /* a comment behind it */
        if (*q == ' ' && q[1] == '#') end = q;
    *from = p;
    *to = end;
    return true;
}

/* The piece with the value of line `line` (0: its first) in quotes: `title: One: Two`, `'It's'`, `@name`. NULL when
 * there is none, or it is quoted well. The value's place stays. */
static const char *quote_line(struct mkcv_arena *a, const char *text, size_t n, int line, size_t *length)
{
    const char *p = text, *end = text + n, *from, *to;
    for (; line > 0 && p < end; line--) p = line_end(p, end) < end ? line_end(p, end) + 1 : end;
    if (line || p == end || !find_value(p, line_end(p, end), &from, &to)) return NULL;
    struct mkcv_buf b;
    mkcv_buf_init(&b, a);
    mkcv_buf_put(&b, text, (size_t)(from - text));
    if (from[-1] == '\t') b.s[b.n - 1] = ' ';
    mkcv_buf_putc(&b, '"');
    bool quoted = to - from >= 2 && (*from == '"' || *from == '\'') && to[-1] == *from;
    for (const char *q = from + quoted; q < to - quoted; q++) {
        bool escaped = *from == '"' && *q == '\\' && q + 1 < to - quoted;
        if (escaped)
            mkcv_buf_putc(&b, *q++);
        else if (*q == '"' || *q == '\\')
            mkcv_buf_putc(&b, '\\');
        mkcv_buf_putc(&b, *q);
    }
    mkcv_buf_putc(&b, '"');
    mkcv_buf_put(&b, to, (size_t)(end - to));
    *length = b.n;
    bool same = b.n == n && !memcmp(b.s, text, n);
    return same ? NULL : b.s;
}

/* The piece with quotes where libyaml stumbled, or on the line above; NULL when none make YAML of it. */
static const struct mkcv_node *mend_piece(struct mkcv_arena *a, const struct piece *piece, const char *file,
                                          struct mkcv_yaml_fault *fault, struct mkcv_diags *d)
{
    const char *text = piece->at;
    size_t n = piece->n;
    for (int mends = 0; mends < MENDS_MOST && fault->text && !fault->limit; mends++) {
        int line = fault->loc.line - piece->line;
        const char *mended = quote_line(a, text, n, line, &n);
        if (!mended && line > 0) mended = quote_line(a, text, n, line - 1, &n);
        if (!mended) return NULL;
        text = mended;
        const struct mkcv_node *root = mkcv_yaml_parse(a, text, n, (struct mkcv_loc){file, piece->line, 1}, fault, d);
        if (!fault->text) return root;
    }
    return NULL;
}

static struct mkcv_node *read_piece(struct mkcv_arena *a, const struct piece *piece, bool list, const char *file,
                                    struct mkcv_diags *d)
{
    struct mkcv_yaml_fault fault;
    const struct mkcv_loc at = {file, piece->line, 1};
    const struct mkcv_node *root = mkcv_yaml_parse(a, piece->at, piece->n, at, &fault, d);
    if (!root && fault.text && !fault.limit) root = mend_piece(a, piece, file, &fault, d);
    if (fault.limit) return NULL;
    bool whole = root && root->first && root->kind == (list ? MKCV_NODE_LIST : MKCV_NODE_MAP);
    if (whole) return root->first;
    return list ? NULL : raw_member(a, piece, file);
}

/* Keeps keys single: the last one counts, as in a sound document. */
static void drop_key(struct mkcv_node *map, const char *key)
{
    for (struct mkcv_node **n = &map->first; *n; n = &(*n)->next) {
        if ((*n)->key && strcmp((*n)->key, key) == 0) {
            *n = (*n)->next;
            return;
        }
    }
}

static void add_piece(struct mkcv_node *root, struct mkcv_node *n, size_t count)
{
    if (root->kind == MKCV_NODE_MAP && count < 500) drop_key(root, n->key);
    struct mkcv_node **tail = &root->first;
    while (*tail) tail = &(*tail)->next;
    *tail = n;
}

const struct mkcv_node *mkcv_yaml_salvage(struct mkcv_arena *a, const char *text, size_t n, struct mkcv_loc at,
                                          struct mkcv_diags *d)
{
    const char *p = text, *end = text + n;
    struct mkcv_node *root = MKCV_NEW(a, struct mkcv_node), *last = NULL;
    *root = (struct mkcv_node){.value = "", .loc = at};
    bool list = false, found = false;
    int line = at.line;
    for (size_t count = 0; p < end && count < PIECE_LIMIT;) {
        const char *eol = line_end(p, end);
        if (!found && starts_piece(p, eol, true)) list = found = true;
        if (!starts_piece(p, eol, list)) {
            p = eol < end ? eol + 1 : end;
            line++;
            continue;
        }
        found = true;
        root->kind = list ? MKCV_NODE_LIST : MKCV_NODE_MAP;
        const char *stop = piece_end(p, end, list);
        struct piece piece = {p, (size_t)(stop - p), line};
        struct mkcv_node *node = read_piece(a, &piece, list, at.file, d);
        for (; p < stop; p++) line += *p == '\n';
        if (!node) continue;
        if (last && count >= 500)
            last->next = node;
        else
            add_piece(root, node, count);
        for (last = node; last->next;) last = last->next;
        count++;
    }
    return root->first ? root : NULL;
}
