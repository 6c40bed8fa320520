/* toml.c - TOML into nodes (toml.io, version 1.0): configurations and front matter of Hugo.
 *
 * Not a validator and not a schema: every scalar stays the string that was written, numbers and dates too (without the
 * underscores of a number); a bare word where a value should stand is reported and kept as text. After a fault reading
 * goes on with the next line, and what stands under a faulty header belongs nowhere. Strings are toml_string.c's. */
#include "toml.h"
#include <ctype.h>
#include <string.h>

#define SLOT_BUCKETS 4096
#define SLOT_LIMIT 200000 /* keys and list members of a document */
#define KEY_PARTS 32

/* What is known of a value beside its node: the place of its next child and, of an array of tables, its newest one. */
struct slot {
    struct mkcv_node *node, **tail;
    struct slot *newest;
    const struct slot *parent;
    const char *key;
    bool whole;          /* written at once: an inline table, a list, a scalar; nothing can be added */
    bool headed;         /* [its.header] was read */
    struct slot *bucket; /* next of its bucket */
};

struct keys {
    struct {
        const char *s;
        struct mkcv_loc loc;
    } part[KEY_PARTS];
    size_t count;
};

struct tables {
    struct mkcv_toml text;
    struct slot *buckets[SLOT_BUCKETS], *root, *table;
    size_t slots;
    int depth;
};

static struct slot *new_slot(struct tables *t, enum mkcv_node_kind kind, struct mkcv_loc loc)
{
    struct slot *s = MKCV_NEW(t->text.arena, struct slot);
    s->node = MKCV_NEW(t->text.arena, struct mkcv_node);
    s->node->kind = kind;
    s->node->value = "";
    s->node->loc = loc;
    s->tail = &s->node->first;
    if (++t->slots > SLOT_LIMIT) mkcv_toml_stop(&t->text, "more than 200000 values; the rest was not read");
    return s;
}

static void append(struct slot *parent, struct mkcv_node *node)
{
    *parent->tail = node;
    parent->tail = &node->next;
}

static struct slot **bucket_of(struct tables *t, const struct slot *parent, const char *key)
{
    size_t h = (size_t)(uintptr_t)parent / sizeof *parent;
    for (; *key; key++) h = (h ^ (unsigned char)*key) * 16777619u;
    return &t->buckets[h % SLOT_BUCKETS];
}

static struct slot *lookup(struct tables *t, const struct slot *parent, const char *key)
{
    struct slot *s = *bucket_of(t, parent, key);
    while (s && (s->parent != parent || strcmp(s->key, key) != 0)) s = s->bucket;
    return s;
}

static struct slot *add(struct tables *t, struct slot *parent, const struct keys *k, size_t i, enum mkcv_node_kind kind)
{
    struct slot **bucket = bucket_of(t, parent, k->part[i].s), *s = new_slot(t, kind, k->part[i].loc);
    s->parent = parent;
    s->key = s->node->key = k->part[i].s;
    s->node->key_loc = k->part[i].loc;
    s->bucket = *bucket;
    *bucket = s;
    append(parent, s->node);
    return s;
}

/* A table that hangs nowhere, for what stands under a faulty header. */
static struct slot *nowhere(struct tables *t) { return new_slot(t, MKCV_NODE_MAP, mkcv_toml_loc(&t->text)); }

/* The table that the first `count` parts name below `from`, made when it is not there; NULL, reported: another value
 * stands there. */
static struct slot *descend(struct tables *t, struct slot *from, const struct keys *k, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct slot *s = lookup(t, from, k->part[i].s);
        if (!s) s = add(t, from, k, i, MKCV_NODE_MAP);
        if (s->newest) s = s->newest;
        if (s->whole || s->node->kind != MKCV_NODE_MAP) {
            mkcv_toml_fault(&t->text, k->part[i].loc, "'%s' is a value already, not a table", k->part[i].s);
            return NULL;
        }
        from = s;
    }
    return from;
}

/* --- keys -------------------------------------------------------------------------------------------------------- */

static bool is_bare(char c) { return isalnum((unsigned char)c) || c == '_' || c == '-' || (unsigned char)c >= 0x80; }

static const char *read_key(struct mkcv_toml *x)
{
    if (x->p < x->end && (*x->p == '"' || *x->p == '\'')) return mkcv_toml_string(x, false);
    const char *from = x->p;
    while (x->p < x->end && is_bare(*x->p)) x->p++;
    if (x->p == from) mkcv_toml_fault(x, mkcv_toml_loc(x), "a key should stand here");
    return mkcv_arena_strndup(x->arena, from, (size_t)(x->p - from));
}

/* a."b c".d; false after a fault. */
static bool read_keys(struct mkcv_toml *x, struct keys *k)
{
    for (k->count = 0; k->count < KEY_PARTS;) {
        mkcv_toml_blanks(x);
        k->part[k->count].loc = mkcv_toml_loc(x);
        k->part[k->count].s = read_key(x);
        if (x->failed) return false;
        k->count++;
        mkcv_toml_blanks(x);
        if (x->p >= x->end || *x->p != '.') return true;
        x->p++;
    }
    mkcv_toml_fault(x, mkcv_toml_loc(x), "a key of more than %d parts", KEY_PARTS);
    return false;
}

/* --- values ------------------------------------------------------------------------------------------------------ */

static struct slot *read_value(struct tables *t);

/* "2024-05-09 12:00:00" holds a blank. */
static bool is_date_blank(const struct mkcv_toml *x, const char *from)
{
    return x->p - from == 10 && x->end - x->p > 3 && *x->p == ' ' && from[4] == '-' && from[7] == '-' &&
           isdigit((unsigned char)x->p[1]) && isdigit((unsigned char)x->p[2]) && x->p[3] == ':';
}

/* true, false, a number, a date; anything else is text to the end of the line. */
static bool is_scalar(const char *s, size_t n)
{
    static const char *const words[] = {"true", "false", "inf", "nan", "+inf", "-inf", "+nan", "-nan"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) == n && !strncmp(words[i], s, n)) return true;
    if (n && (*s == '+' || *s == '-')) s++, n--;
    if (!n || !isdigit((unsigned char)*s)) return false;
    for (size_t i = 0; i < n; i++)
        if (!isalnum((unsigned char)s[i]) && !strchr("_+-.: ", s[i])) return false;
    return true;
}

static const char *without_underscores(struct mkcv_arena *a, const char *s, size_t n)
{
    char *out = mkcv_arena_strndup(a, s, n), *q = out;
    for (const char *p = out; *p; p++)
        if (*p != '_') *q++ = *p;
    *q = 0;
    return out;
}

static void read_bare(struct tables *t, struct mkcv_node *node)
{
    struct mkcv_toml *x = &t->text;
    const char *from = x->p;
    while (x->p < x->end && (!strchr(" \t\r\n,]}#", *x->p) || is_date_blank(x, from))) x->p++;
    size_t n = (size_t)(x->p - from);
    if (is_scalar(from, n)) {
        node->value = without_underscores(x->arena, from, n);
        return;
    }
    if (!n) {
        mkcv_toml_fault(x, node->loc, "a value should stand here");
        return;
    }
    while (x->p < x->end && !strchr("\n#", *x->p) && (!t->depth || !strchr(",]}", *x->p))) x->p++;
    for (n = (size_t)(x->p - from); n && isspace((unsigned char)from[n - 1]);) n--;
    node->value = mkcv_arena_strndup(x->arena, from, n);
    mkcv_toml_warn(x, node->loc, "'%s' is text and wants quotes", node->value);
}

static void read_list(struct tables *t, struct slot *list)
{
    struct mkcv_toml *x = &t->text;
    for (x->p++; !x->failed;) {
        mkcv_toml_space(x);
        if (x->p < x->end && *x->p == ']') break;
        struct slot *member = read_value(t);
        if (x->failed) return;
        append(list, member->node);
        mkcv_toml_space(x);
        if (x->p < x->end && *x->p == ',')
            x->p++;
        else if (x->p >= x->end || *x->p != ']')
            mkcv_toml_fault(x, mkcv_toml_loc(x), "',' or ']' should stand here");
    }
    x->p += !x->failed;
}

static void assign(struct tables *t, struct slot *table);

static void read_inline_table(struct tables *t, struct slot *table)
{
    struct mkcv_toml *x = &t->text;
    for (x->p++; !x->failed;) {
        mkcv_toml_space(x); /* line ends too, as in TOML 1.1 */
        if (x->p < x->end && *x->p == '}') break;
        assign(t, table);
        if (x->failed) return;
        mkcv_toml_space(x);
        if (x->p < x->end && *x->p == ',')
            x->p++;
        else if (x->p >= x->end || *x->p != '}')
            mkcv_toml_fault(x, mkcv_toml_loc(x), "',' or '}' should stand here");
    }
    x->p += !x->failed;
}

static struct slot *read_value(struct tables *t)
{
    struct mkcv_toml *x = &t->text;
    struct slot *s = new_slot(t, MKCV_NODE_SCALAR, mkcv_toml_loc(x));
    char c = x->p < x->end ? *x->p : '\n';
    if (t->depth >= MKCV_LIMIT_DEPTH) {
        mkcv_toml_stop(x, "nested deeper than 256 levels; the rest was not read");
    } else if (c == '"' || c == '\'') {
        s->node->quoted = true;
        s->node->value = mkcv_toml_string(x, true);
    } else if (c == '[' || c == '{') {
        s->node->kind = c == '[' ? MKCV_NODE_LIST : MKCV_NODE_MAP;
        t->depth++;
        c == '[' ? read_list(t, s) : read_inline_table(t, s);
        t->depth--;
    } else {
        read_bare(t, s->node);
    }
    s->whole = true;
    return s;
}

/* --- statements -------------------------------------------------------------------------------------------------- */

/* The value takes the place that its key has in the table. */
static void place_value(struct tables *t, struct slot *table, const struct keys *k, const struct mkcv_node *value)
{
    size_t last = k->count - 1;
    struct slot *s = lookup(t, table, k->part[last].s);
    if (s)
        mkcv_toml_warn(&t->text, k->part[last].loc, "key '%s' is given twice; the last one counts", k->part[last].s);
    else
        s = add(t, table, k, last, value->kind);
    s->whole = true;
    s->newest = NULL;
    s->node->kind = value->kind;
    s->node->value = value->value;
    s->node->quoted = value->quoted;
    s->node->first = value->first;
    s->node->loc = value->loc;
}

static void assign(struct tables *t, struct slot *table)
{
    struct mkcv_toml *x = &t->text;
    struct keys k;
    if (!read_keys(x, &k)) return;
    if (x->p >= x->end || *x->p != '=') {
        mkcv_toml_fault(x, mkcv_toml_loc(x), "'=' should follow the key '%s'", k.part[k.count - 1].s);
        return;
    }
    x->p++;
    mkcv_toml_blanks(x);
    const struct slot *value = read_value(t);
    if (x->failed) return;
    table = descend(t, table, &k, k.count - 1);
    if (table) place_value(t, table, &k, value->node);
}

/* [[name]]: a new table of the list. */
static struct slot *add_element(struct tables *t, struct slot *parent, const struct keys *k)
{
    size_t last = k->count - 1;
    struct slot *s = lookup(t, parent, k->part[last].s);
    if (!s) s = add(t, parent, k, last, MKCV_NODE_LIST);
    if (s->node->kind != MKCV_NODE_LIST || s->whole) {
        mkcv_toml_fault(&t->text, k->part[last].loc, "'%s' is given already and no list of tables", k->part[last].s);
        return NULL;
    }
    s->newest = new_slot(t, MKCV_NODE_MAP, k->part[0].loc);
    append(s, s->newest->node);
    return s->newest;
}

static struct slot *open_table(struct tables *t, struct slot *parent, const struct keys *k)
{
    size_t last = k->count - 1;
    struct slot *s = lookup(t, parent, k->part[last].s);
    if (s && s->newest) {
        mkcv_toml_fault(&t->text, k->part[last].loc, "'%s' is a list of tables", k->part[last].s);
        return NULL;
    }
    if (s && s->headed)
        mkcv_toml_warn(&t->text, k->part[last].loc, "table '%s' is given twice; both are one", k->part[last].s);
    parent = descend(t, parent, &(struct keys){.part = {k->part[last]}, .count = 1}, 1);
    if (parent) parent->headed = true;
    return parent;
}

static void read_header(struct tables *t)
{
    struct mkcv_toml *x = &t->text;
    struct keys k;
    bool list = x->end - x->p > 1 && x->p[1] == '[';
    x->p += list ? 2 : 1;
    t->table = NULL;
    if (read_keys(x, &k)) {
        bool closed = x->p < x->end && *x->p == ']' && (!list || (x->end - x->p > 1 && x->p[1] == ']'));
        if (closed) {
            x->p += list ? 2 : 1;
            struct slot *parent = descend(t, t->root, &k, k.count - 1);
            t->table = !parent ? NULL : list ? add_element(t, parent, &k) : open_table(t, parent, &k);
        } else {
            mkcv_toml_fault(x, mkcv_toml_loc(x), "the header lacks its '%s'", list ? "]]" : "]");
        }
    }
    if (!t->table) t->table = nowhere(t);
}

static void read_statement(struct tables *t)
{
    struct mkcv_toml *x = &t->text;
    x->failed = false;
    t->depth = 0;
    if (*x->p == '[')
        read_header(t);
    else
        assign(t, t->table);
    mkcv_toml_blanks(x);
    if (!x->failed && x->p < x->end && *x->p != '\n' && *x->p != '#')
        mkcv_toml_fault(x, mkcv_toml_loc(x), "the line should end here");
    while (x->p < x->end && *x->p != '\n') x->p++;
}

const struct mkcv_node *mkcv_toml_read(struct mkcv_arena *a, const char *text, size_t n, const char *file,
                                       int first_line, struct mkcv_diags *d)
{
    struct tables *t = MKCV_NEW(a, struct tables);
    t->text = (struct mkcv_toml){.arena = a,
                                 .diags = d,
                                 .p = text,
                                 .end = text + n,
                                 .line_start = text,
                                 .seen = text,
                                 .file = file,
                                 .line = first_line};
    t->root = t->table = new_slot(t, MKCV_NODE_MAP, mkcv_toml_loc(&t->text));
    for (;;) {
        mkcv_toml_space(&t->text);
        if (t->text.p >= t->text.end || t->text.stopped) break;
        read_statement(t);
    }
    return t->root->node->first ? t->root->node : NULL;
}
