/* data.c - sections of data files as records; see record.h for their form. */
#include "site.h"
#include <string.h>

/* A copy of the node with another key; what is below is shared. */
static struct mkcv_node *member(struct mkcv_arena *a, const char *key, const struct mkcv_node *value)
{
    struct mkcv_node *n = MKCV_NEW(a, struct mkcv_node);
    *n = *value;
    n->key = key;
    n->next = NULL;
    return n;
}

static struct mkcv_node *string(struct mkcv_arena *a, const char *key, const char *value, struct mkcv_loc loc)
{
    const struct mkcv_node n = {.kind = MKCV_NODE_SCALAR, .value = value, .quoted = true, .loc = loc, .key_loc = loc};
    return member(a, key, &n);
}

const char *mkcv_site_title_from_key(struct mkcv_arena *a, const char *key)
{
    char *title = mkcv_arena_strdup(a, key);
    for (char *p = title; *p; p++)
        if (*p == '_') *p = ' ';
    if (*title >= 'a' && *title <= 'z') *title = (char)(*title - 'a' + 'A');
    return title;
}

static void add_record(struct mkcv_arena *a, struct mkcv_site *site, enum mkcv_record_kind kind, const char *path,
                       const struct mkcv_node *meta)
{
    *MKCV_PUSH(a, &site->records) = (struct mkcv_record){.kind = kind, .path = path, .meta = meta, .loc = meta->loc};
}

static void add_section(struct mkcv_arena *a, struct mkcv_site *site, const char *path, const char *kind,
                        const char *title, const struct mkcv_node *entries, bool loose)
{
    if (!entries || (entries->kind != MKCV_NODE_SCALAR && !entries->first)) return;
    struct mkcv_loc loc = entries->key_loc.line ? entries->key_loc : entries->loc;
    struct mkcv_node *map = MKCV_NEW(a, struct mkcv_node), **next = &map->first;
    *map = (struct mkcv_node){.kind = MKCV_NODE_MAP, .loc = loc};
    if (kind) next = &(*next = string(a, "kind", kind, loc))->next;
    if (title) next = &(*next = string(a, "title", title, loc))->next;
    if (loose) next = &(*next = string(a, "loose", "true", loc))->next;
    *next = member(a, "entries", entries);
    add_record(a, site, MKCV_RECORD_DATA, path, map);
}

void mkcv_site_add_data(struct mkcv_arena *a, struct mkcv_site *site, const char *path, const char *kind,
                        const char *title, const struct mkcv_node *entries)
{
    add_section(a, site, path, kind, title, entries, false);
}

void mkcv_site_add_loose_data(struct mkcv_arena *a, struct mkcv_site *site, const char *path, const char *name,
                              const struct mkcv_node *entries)
{
    add_section(a, site, path, NULL, name, entries, true);
}

void mkcv_site_add_person(struct mkcv_arena *a, struct mkcv_site *site, const char *path,
                          const struct mkcv_node *basics)
{
    if (basics && basics->kind == MKCV_NODE_MAP && basics->first) add_record(a, site, MKCV_RECORD_PERSON, path, basics);
}
