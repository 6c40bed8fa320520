/* json.c - JSON into nodes, over jansson. Numbers stay in the shortest decimal that reads back; null is a blank. */
#include "json_place.h"
#include "mkcv/source.h"
#include <jansson.h>
#include <string.h>

static struct mkcv_node *convert(struct mkcv_arena *a, json_t *v, const char *file, int depth);

static const char *number_text(struct mkcv_arena *a, const json_t *v)
{
    if (json_is_integer(v)) return mkcv_arena_printf(a, "%" JSON_INTEGER_FORMAT, json_integer_value(v));
    char *dump = json_dumps(v, JSON_ENCODE_ANY);
    const char *text = mkcv_arena_strdup(a, dump ? dump : "");
    json_free_t release;
    json_get_alloc_funcs(NULL, &release);
    release(dump);
    return text;
}

static void convert_members(struct mkcv_arena *a, struct mkcv_node *map, json_t *v, const char *file, int depth)
{
    struct mkcv_node **tail = &map->first;
    const char *key;
    json_t *member;
    json_object_foreach(v, key, member)
    {
        struct mkcv_node *n = convert(a, member, file, depth + 1);
        n->key = mkcv_arena_strdup(a, key);
        n->key_loc = (struct mkcv_loc){file, 0, 0};
        *tail = n;
        tail = &n->next;
    }
}

static void convert_items(struct mkcv_arena *a, struct mkcv_node *list, json_t *v, const char *file, int depth)
{
    struct mkcv_node **tail = &list->first;
    size_t i;
    json_t *item;
    json_array_foreach(v, i, item)
    {
        *tail = convert(a, item, file, depth + 1);
        tail = &(*tail)->next;
    }
}

/* Deeper than the limit is left out: a CV has no use for it, and jansson itself stops at 2,048. */
static struct mkcv_node *convert(struct mkcv_arena *a, json_t *v, const char *file, int depth)
{
    struct mkcv_node *n = MKCV_NEW(a, struct mkcv_node);
    n->loc = (struct mkcv_loc){file, 0, 0};
    n->value = "";
    switch (json_typeof(v)) {
    case JSON_OBJECT:
        n->kind = MKCV_NODE_MAP;
        if (depth < MKCV_LIMIT_DEPTH) convert_members(a, n, v, file, depth);
        break;
    case JSON_ARRAY:
        n->kind = MKCV_NODE_LIST;
        if (depth < MKCV_LIMIT_DEPTH) convert_items(a, n, v, file, depth);
        break;
    case JSON_STRING:
        n->value = mkcv_arena_strdup(a, json_string_value(v));
        n->quoted = true;
        break;
    case JSON_INTEGER:
    case JSON_REAL:
        n->value = number_text(a, v);
        break;
    case JSON_TRUE:
        n->value = "true";
        break;
    case JSON_FALSE:
        n->value = "false";
        break;
    case JSON_NULL:
        break;
    }
    return n;
}

/* Where a comment of JavaScript that begins at `i` ends; `i` when none does. */
static size_t end_comment(const char *s, size_t i, size_t n)
{
    if (s[i] != '/' || i + 1 >= n) return i;
    const char *end = NULL;
    if (s[i + 1] == '/') {
        end = memchr(s + i, '\n', n - i);
        return end ? (size_t)(end - s) : n;
    }
    if (s[i + 1] == '*') end = memmem(s + i + 2, n - i - 2, "*/", 2);
    return end ? (size_t)(end - s) + 2 : i;
}

/* The text with blanks for what people write into JSON by hand and RFC 8259 has not: comments, a comma behind the last
 * member. NULL: there is nothing of the kind. Every other byte keeps its place. */
static const char *without_extras(struct mkcv_arena *a, const char *text, size_t n)
{
    char *s = mkcv_arena_strndup(a, text, n);
    size_t comma = n;
    bool string = false, any = false;
    for (size_t i = 0; i < n; i++) {
        if (string) {
            if (s[i] == '\\' && i + 1 < n)
                i++;
            else
                string = s[i] != '"';
            continue;
        }
        for (size_t end = end_comment(s, i, n); i < end; i++) {
            if (s[i] != '\n') s[i] = ' ';
            any = true;
        }
        if (i >= n || strchr(" \t\r\n", s[i])) continue;
        if (strchr("]}", s[i]) && comma < i) s[comma] = ' ', any = true;
        string = s[i] == '"';
        comma = s[i] == ',' ? i : n;
    }
    return any ? s : NULL;
}

const struct mkcv_node *mkcv_json_read(struct mkcv_arena *a, const char *text, size_t n, const char *file,
                                       struct mkcv_diags *d)
{
    json_error_t error;
    json_t *root = json_loadb(text, n, JSON_DECODE_ANY, &error);
    struct mkcv_loc loc = {file, error.line > 0 ? error.line : 0, error.column > 0 ? error.column : 0};
    const char *mended = root ? NULL : without_extras(a, text, n);
    json_error_t again;
    if (mended) root = json_loadb(mended, n, JSON_DECODE_ANY, &again);
    if (root && mended) {
        mkcv_report(d, MKCV_DIAG_JSON_EXTRA, loc, "a comment, or a comma behind the last member");
        text = mended;
    }
    if (!root) {
        mkcv_report(d, MKCV_DIAG_JSON_SYNTAX, loc, error.text);
        return NULL;
    }
    struct mkcv_node *node = convert(a, root, file, 0);
    json_decref(root);
    mkcv_json_place(node, text, n, file);
    return node;
}
