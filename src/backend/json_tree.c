/* json_tree.c - the document of json.c as a tree of nodes, for those who look into it. */
#include "json_value.h"
#include "mkcv/backend.h"

static const char *scalar(struct mkcv_arena *a, const json_t *v)
{
    if (json_is_string(v)) return mkcv_arena_strdup(a, json_string_value(v));
    if (json_is_integer(v)) return mkcv_arena_printf(a, "%lld", (long long)json_integer_value(v));
    return json_is_true(v) ? "true" : json_is_false(v) ? "false" : "";
}

static struct mkcv_node *node_from_value(struct mkcv_arena *a, const char *name, json_t *v)
{
    struct mkcv_node *n = MKCV_NEW(a, struct mkcv_node), **end = &n->first;
    const char *key;
    json_t *member;
    size_t i;
    n->key = mkcv_arena_strdup(a, name);
    n->kind = json_is_object(v) ? MKCV_NODE_MAP : json_is_array(v) ? MKCV_NODE_LIST : MKCV_NODE_SCALAR;
    if (n->kind == MKCV_NODE_SCALAR) n->value = scalar(a, v);
    n->quoted = json_is_string(v);
    json_object_foreach(v, key, member)
    {
        *end = node_from_value(a, key, member);
        end = &(*end)->next;
    }
    json_array_foreach(v, i, member)
    {
        *end = node_from_value(a, NULL, member);
        end = &(*end)->next;
    }
    return n;
}

const struct mkcv_node *mkcv_json_tree(struct mkcv_arena *a, const struct mkcv_cv *cv)
{
    struct mkcv_arena scratch;
    mkcv_arena_init(&scratch);
    json_t *root = mkcv_json_document(&scratch, cv);
    const struct mkcv_node *tree = node_from_value(a, NULL, root);
    json_decref(root);
    mkcv_arena_clear(&scratch);
    return tree;
}
