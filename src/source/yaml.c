/* yaml.c - YAML into nodes, over libyaml's events.
 *
 * Not a schema: every scalar stays the string that was written. Anchors, aliases and merge keys (YAML 1.1, "<<") are
 * resolved; an alias shares its target's children, and what aliases stand for is counted, so that a document of a few
 * lines cannot stand for a billion nodes. What libyaml refuses is read again piece by piece (yaml_salvage.c). */
#include "yaml_parts.h"
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#define ALIAS_LIMIT 100000
#define ANCHOR_BUCKETS 1024

struct anchor {
    const char *name;
    const struct mkcv_node *node;
    size_t size; /* nodes below and with it; 0 while it is being read */
    int height;
    struct anchor *next;
};

/* A list or map that is being read. */
struct open_node {
    struct mkcv_node *node, **tail;
    struct anchor *anchor;
    const char *key; /* read, its value still to come */
    bool key_plain;
    struct mkcv_loc key_loc;
    size_t size;
    int height;
};

enum stop { STOP_NOT, STOP_END, STOP_ALIASES, STOP_DEPTH };

struct reader {
    struct mkcv_arena *arena;
    struct mkcv_diags *diags;
    const char *file;
    int first_line;
    struct anchor **anchors;
    MKCV_VEC(struct open_node) open;
    int depth; /* of open; what lies above is free to be used again */
    struct mkcv_node *root;
    size_t aliased;
    enum stop stop;
    struct mkcv_loc stop_loc;
};

static struct mkcv_loc loc_from_mark(const struct reader *r, const yaml_mark_t *mark)
{
    return (struct mkcv_loc){r->file, (int)mark->line + r->first_line, (int)mark->column + 1};
}

static unsigned hash_name(const char *s)
{
    unsigned h = 2166136261u;
    for (; *s; s++) h = (h ^ (unsigned char)*s) * 16777619u;
    return h % ANCHOR_BUCKETS;
}

static struct anchor *new_anchor(struct reader *r, const yaml_char_t *name, const struct mkcv_node *node)
{
    if (!name) return NULL;
    if (!r->anchors) r->anchors = MKCV_NEW_ARRAY(r->arena, struct anchor *, ANCHOR_BUCKETS);
    struct anchor **bucket = &r->anchors[hash_name((const char *)name)], *new = MKCV_NEW(r->arena, struct anchor);
    *new = (struct anchor){mkcv_arena_strdup(r->arena, (const char *)name), node, 0, 0, *bucket};
    return *bucket = new;
}

static const struct anchor *lookup_anchor(const struct reader *r, const char *name)
{
    const struct anchor *a = r->anchors ? r->anchors[hash_name(name)] : NULL;
    while (a && strcmp(a->name, name) != 0) a = a->next;
    return a;
}

static void stop_at(struct reader *r, enum stop why, struct mkcv_loc loc)
{
    r->stop = why;
    r->stop_loc = loc;
}

/* Hangs a finished or just opened node into its parent. */
static void attach_node(struct reader *r, struct mkcv_node *node)
{
    if (r->depth == 0) {
        if (!r->root) r->root = node;
        return;
    }
    struct open_node *parent = &r->open.at[r->depth - 1];
    if (parent->node->kind == MKCV_NODE_MAP) {
        if (!parent->key) { /* this is the key */
            parent->key = node->kind == MKCV_NODE_SCALAR ? node->value : "";
            parent->key_plain = node->kind == MKCV_NODE_SCALAR && !node->quoted;
            parent->key_loc = node->loc;
            return;
        }
        node->key = parent->key;
        node->key_loc = parent->key_loc;
        parent->key = NULL;
    }
    *parent->tail = node;
    parent->tail = &node->next;
}

static void count_child(struct reader *r, size_t size, int height)
{
    if (r->depth == 0) return;
    struct open_node *parent = &r->open.at[r->depth - 1];
    parent->size += size;
    if (height + 1 > parent->height) parent->height = height + 1;
}

static void read_scalar(struct reader *r, const yaml_event_t *e)
{
    struct mkcv_node *n = MKCV_NEW(r->arena, struct mkcv_node);
    n->kind = MKCV_NODE_SCALAR;
    n->value = mkcv_arena_strndup(r->arena, (const char *)e->data.scalar.value, e->data.scalar.length);
    n->quoted = e->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    n->loc = loc_from_mark(r, &e->start_mark);
    struct anchor *a = new_anchor(r, e->data.scalar.anchor, n);
    if (a) a->size = 1;
    attach_node(r, n);
    count_child(r, 1, 0);
}

static void open_collection(struct reader *r, enum mkcv_node_kind kind, const yaml_char_t *anchor, struct mkcv_loc loc)
{
    if (r->depth >= MKCV_LIMIT_DEPTH) {
        stop_at(r, STOP_DEPTH, loc);
        return;
    }
    struct mkcv_node *n = MKCV_NEW(r->arena, struct mkcv_node);
    n->kind = kind;
    n->value = "";
    n->loc = loc;
    attach_node(r, n);
    if ((size_t)r->depth == r->open.count) (void)MKCV_PUSH(r->arena, &r->open);
    r->open.at[r->depth++] =
        (struct open_node){.node = n, .tail = &n->first, .anchor = new_anchor(r, anchor, n), .size = 1};
}

static void read_alias(struct reader *r, const yaml_event_t *e)
{
    struct mkcv_loc loc = loc_from_mark(r, &e->start_mark);
    const struct anchor *a = lookup_anchor(r, (const char *)e->data.alias.anchor);
    struct mkcv_node *n = MKCV_NEW(r->arena, struct mkcv_node);
    if (!a || a->size == 0) {
        const char *name = (const char *)e->data.alias.anchor;
        mkcv_report(r->diags, MKCV_DIAG_YAML_SYNTAX, loc,
                    a ? mkcv_arena_printf(r->arena, "alias '%s' stands inside its own anchor", name)
                      : mkcv_arena_printf(r->arena, "alias '%s' has no anchor", name));
        n->kind = MKCV_NODE_SCALAR;
        n->value = "";
    } else {
        *n = *a->node;
        n->next = NULL;
        n->key = NULL;
        r->aliased += a->size;
        if (r->aliased > ALIAS_LIMIT) stop_at(r, STOP_ALIASES, loc);
        if (a->height + r->depth > MKCV_LIMIT_DEPTH) stop_at(r, STOP_DEPTH, loc);
    }
    n->loc = loc;
    attach_node(r, n);
    count_child(r, a ? a->size : 1, a ? a->height : 0);
}

/* A member of a map with what decides between equal keys: the greater rank stays. */
struct member {
    struct mkcv_node *node;
    long order, rank;
};

static int compare_members(const void *x, const void *y)
{
    const struct member *a = x, *b = y;
    int c = strcmp(a->node->key, b->node->key);
    return c != 0 ? c : (a->rank < b->rank) - (a->rank > b->rank);
}

static int compare_order(const void *x, const void *y)
{
    const struct member *a = x, *b = y;
    return (a->order > b->order) - (a->order < b->order);
}

struct members {
    MKCV_VEC(struct member) list;
};

static void merge_map(struct reader *r, struct members *m, const struct mkcv_node *from)
{
    for (const struct mkcv_node *c = from->first; c; c = c->next) {
        struct mkcv_node *copy = MKCV_NEW(r->arena, struct mkcv_node);
        *copy = *c;
        long order = (long)m->list.count;
        *MKCV_PUSH(r->arena, &m->list) = (struct member){copy, order, -1 - order};
    }
}

static void add_member(struct reader *r, struct members *m, struct mkcv_node *n)
{
    if (strcmp(n->key, "<<") == 0 && n->kind == MKCV_NODE_MAP) {
        merge_map(r, m, n);
    } else if (strcmp(n->key, "<<") == 0 && n->kind == MKCV_NODE_LIST) {
        for (const struct mkcv_node *c = n->first; c; c = c->next)
            if (c->kind == MKCV_NODE_MAP) merge_map(r, m, c);
    } else {
        long order = (long)m->list.count;
        *MKCV_PUSH(r->arena, &m->list) = (struct member){n, order, order};
    }
}

/* Resolves merge keys and drops all but one of equal keys: an own key before a merged one, the last own one. */
static void settle_members(struct reader *r, struct mkcv_node *map)
{
    struct members m = {0};
    for (struct mkcv_node *n = map->first; n; n = n->next) add_member(r, &m, n);
    if (m.list.count < 2 && !(map->first && strcmp(map->first->key, "<<") == 0)) return;
    if (m.list.count > 1) qsort(m.list.at, m.list.count, sizeof *m.list.at, compare_members);
    size_t kept = 0;
    for (size_t i = 0; i < m.list.count; i++) {
        if (kept > 0 && strcmp(m.list.at[kept - 1].node->key, m.list.at[i].node->key) == 0) {
            if (m.list.at[i].rank >= 0)
                mkcv_report(r->diags, MKCV_DIAG_YAML_KEY_TWICE, m.list.at[kept - 1].node->key_loc,
                            m.list.at[i].node->key);
            continue;
        }
        m.list.at[kept++] = m.list.at[i];
    }
    if (kept > 1) qsort(m.list.at, kept, sizeof *m.list.at, compare_order);
    struct mkcv_node **tail = &map->first;
    for (size_t i = 0; i < kept; i++) {
        *tail = m.list.at[i].node;
        tail = &m.list.at[i].node->next;
    }
    *tail = NULL;
}

static void close_collection(struct reader *r)
{
    if (r->depth == 0) return;
    struct open_node done = r->open.at[--r->depth];
    if (done.node->kind == MKCV_NODE_MAP) settle_members(r, done.node);
    if (done.anchor) {
        done.anchor->size = done.size;
        done.anchor->height = done.height;
    }
    count_child(r, done.size, done.height);
}

static void read_event(struct reader *r, const yaml_event_t *e)
{
    struct mkcv_loc loc = loc_from_mark(r, &e->start_mark);
    switch (e->type) {
    case YAML_SCALAR_EVENT:
        read_scalar(r, e);
        break;
    case YAML_ALIAS_EVENT:
        read_alias(r, e);
        break;
    case YAML_SEQUENCE_START_EVENT:
        open_collection(r, MKCV_NODE_LIST, e->data.sequence_start.anchor, loc);
        break;
    case YAML_MAPPING_START_EVENT:
        open_collection(r, MKCV_NODE_MAP, e->data.mapping_start.anchor, loc);
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        close_collection(r);
        break;
    case YAML_DOCUMENT_END_EVENT:
    case YAML_STREAM_END_EVENT:
        r->stop = STOP_END;
        break; /* one document is all that is asked for */
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_DOCUMENT_START_EVENT:
        break;
    }
}

static void note_problem(const struct reader *r, const yaml_parser_t *p, struct mkcv_yaml_fault *fault)
{
    const char *what = p->problem ? p->problem : "unreadable";
    fault->text =
        p->context ? mkcv_arena_printf(r->arena, "%s %s", what, p->context) : mkcv_arena_strdup(r->arena, what);
    /* what never ends is wrong where it begins */
    bool endless = p->context && p->problem && strstr(p->problem, "end of stream");
    fault->loc = loc_from_mark(r, endless ? &p->context_mark : &p->problem_mark);
}

const struct mkcv_node *mkcv_yaml_parse(struct mkcv_arena *a, const char *text, size_t n, struct mkcv_loc at,
                                        struct mkcv_yaml_fault *fault, struct mkcv_diags *d)
{
    yaml_parser_t parser;
    *fault = (struct mkcv_yaml_fault){0};
    if (!yaml_parser_initialize(&parser)) return NULL;
    struct reader *r = MKCV_NEW(a, struct reader);
    *r = (struct reader){.arena = a, .diags = d, .file = at.file, .first_line = at.line};
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser, (const unsigned char *)text, n);
    while (r->stop == STOP_NOT) {
        yaml_event_t event;
        if (!yaml_parser_parse(&parser, &event)) {
            note_problem(r, &parser, fault);
            break;
        }
        read_event(r, &event);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    fault->limit = r->stop == STOP_ALIASES || r->stop == STOP_DEPTH;
    if (r->stop == STOP_ALIASES)
        mkcv_report(d, MKCV_DIAG_YAML_ALIASES, r->stop_loc, mkcv_arena_printf(a, "%d", ALIAS_LIMIT));
    if (r->stop == STOP_DEPTH)
        mkcv_report(d, MKCV_DIAG_YAML_DEPTH, r->stop_loc, mkcv_arena_printf(a, "%d", MKCV_LIMIT_DEPTH));
    return fault->limit || fault->text ? NULL : r->root;
}

const struct mkcv_node *mkcv_yaml_read(struct mkcv_arena *a, const char *text, size_t n, const char *file,
                                       int first_line, struct mkcv_diags *d)
{
    struct mkcv_yaml_fault fault;
    struct mkcv_loc at = {file, first_line, 1};
    const struct mkcv_node *root = mkcv_yaml_parse(a, text, n, at, &fault, d);
    if (!fault.text) return root;
    mkcv_report(d, MKCV_DIAG_YAML_SYNTAX, fault.loc, fault.text);
    return mkcv_yaml_salvage(a, text, n, at, d);
}
