/* node.c - looking values up in a tree; see node.h. */
#include "mkcv/node.h"
#include <string.h>
#include <strings.h>

static const struct mkcv_node *lookup_key(const struct mkcv_node *map, const char *key, size_t n)
{
    const struct mkcv_node *found = NULL; /* the last one counts, as in YAML readers at large */
    if (!map || map->kind != MKCV_NODE_MAP || !n) return NULL;
    for (const struct mkcv_node *m = map->first; m; m = m->next)
        if (m->key && (m->key[0] | 32) == (key[0] | 32) && !strncasecmp(m->key, key, n) && !m->key[n]) found = m;
    return found;
}

const struct mkcv_node *mkcv_node_lookup(const struct mkcv_node *n, const char *path)
{
    while (n && path && *path) {
        size_t len = strcspn(path, ".");
        n = lookup_key(n, path, len);
        path += len + (path[len] == '.');
    }
    return n;
}

const char *mkcv_node_string(const struct mkcv_node *n, const char *path)
{
    n = mkcv_node_lookup(n, path);
    if (!n || n->kind != MKCV_NODE_SCALAR || !n->value) return NULL;
    if (!n->quoted && (!strcasecmp(n->value, "null") || !strcmp(n->value, "~"))) return NULL;
    return n->value[strspn(n->value, " \t\n")] ? n->value : NULL;
}

bool mkcv_node_bool(const struct mkcv_node *n, const char *path, bool otherwise)
{
    static const char *const yes[] = {"true", "yes", "on", "1"}, *const no[] = {"false", "no", "off", "0"};
    const char *s = mkcv_node_string(n, path);
    for (size_t i = 0; s && i < sizeof yes / sizeof *yes; i++) {
        if (!strcasecmp(s, yes[i])) return true;
        if (!strcasecmp(s, no[i])) return false;
    }
    return otherwise;
}

size_t mkcv_node_count(const struct mkcv_node *n)
{
    size_t count = 0;
    for (const struct mkcv_node *m = n ? n->first : NULL; m; m = m->next) count++;
    return count;
}
