/* json.c - JSON into nodes, over jansson. Numbers stay in the shortest decimal that reads back; null is a blank. */
#include "json_place.h"
#include "mkcv/source.h"
#include <jansson.h>

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

const struct mkcv_node *mkcv_json_read(struct mkcv_arena *a, const char *text, size_t n, const char *file,
                                       struct mkcv_diags *d)
{
    json_error_t error;
    json_t *root = json_loadb(text, n, JSON_DECODE_ANY, &error);
    if (!root) {
        struct mkcv_loc loc = {file, error.line > 0 ? error.line : 0, error.column > 0 ? error.column : 0};
        mkcv_report(d, MKCV_DIAG_JSON_SYNTAX, loc, error.text);
        return NULL;
    }
    struct mkcv_node *node = convert(a, root, file, 0);
    json_decref(root);
    mkcv_json_place(node, text, n, file);
    return node;
}
