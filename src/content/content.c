/* content.c - the CV's JSON as entries of named values; see content.h. Going by the JSON keeps one account of what a CV
 * says: what is not in it is not content. */
#include "mkcv/content.h"
#include "mkcv/backend.h"
#include "mkcv/hash.h"
#include "mkcv/utf8.h"
#include <stdlib.h>
#include <string.h>

struct reading {
    struct mkcv_arena *arena;
    struct mkcv_content *out;
};

static bool is_source(const struct mkcv_node *n) { return n->key && !strcmp(n->key, "source"); }

static bool is_named(const struct mkcv_node *n, const char *const *keys)
{
    for (; n->key && *keys; keys++)
        if (!strcmp(n->key, *keys)) return true;
    return false;
}

/* A value on one line: "a; b" for a list, "name (url: u, relation: with)" for an object. */
static void put_value(struct mkcv_buf *out, const struct mkcv_node *n)
{
    size_t count = 0;
    if (n->kind == MKCV_NODE_SCALAR) mkcv_buf_puts(out, n->value);
    if (n->kind == MKCV_NODE_SCALAR) return;
    for (const struct mkcv_node *m = n->first; m; m = m->next) {
        if (is_source(m)) continue;
        bool map = n->kind == MKCV_NODE_MAP;
        mkcv_buf_puts(out, !count ? "" : !map ? "; " : count == 1 ? " (" : ", ");
        if (map && count) mkcv_buf_printf(out, "%s: ", m->key);
        put_value(out, m);
        count++;
    }
    if (n->kind == MKCV_NODE_MAP && count > 1) mkcv_buf_putc(out, ')');
}

/* Where an object says that it came from. */
static struct mkcv_loc place_of(const struct mkcv_node *object)
{
    const char *line = mkcv_node_string(object, "source.line"), *column = mkcv_node_string(object, "source.column");
    return (struct mkcv_loc){mkcv_node_string(object, "source.file"), line ? atoi(line) : 0, column ? atoi(column) : 0};
}

/* A title, or what comes first and next: post and place. A work without a title has its address to tell it. */
static const char *label_of(struct mkcv_arena *a, const struct mkcv_node *object)
{
    static const char *const whole[] = {"name", "title", "summary", "text", "award", "mark", NULL};
    static const char *const never[] = {"url",         "doi",     "date", "startDate", "endDate",
                                        "releaseDate", "current", "type", NULL};
    const char *first = NULL, *second = mkcv_node_string(object, "url");
    for (const struct mkcv_node *m = object->first; m; m = m->next) {
        if (m->kind != MKCV_NODE_SCALAR || is_named(m, never)) continue;
        if (!first && is_named(m, whole)) return m->value;
        if (first) second = m->value;
        if (first) break;
        first = m->value;
    }
    return first && second ? mkcv_arena_printf(a, "%s, %s", first, second) : first ? first : second ? second : "";
}

static uint32_t digest(uint32_t seed, const char *s) { return (uint32_t)(mkcv_hash(seed, s, strlen(s)) >> 32); }

/* Closes an entry whose fields are there. */
static void settle(struct mkcv_arena *a, struct mkcv_content_entry *e)
{
    struct mkcv_buf all;
    mkcv_buf_init(&all, a);
    for (size_t i = 0; i < e->fields.count; i++)
        mkcv_buf_printf(&all, "%s\n%s\n", e->fields.at[i].name, e->fields.at[i].value);
    e->identity = digest(0, mkcv_utf8_fold(a, e->label));
    e->digest = digest(1, all.s);
}

static void add_field(struct mkcv_arena *a, struct mkcv_content_entry *e, const struct mkcv_node *n)
{
    struct mkcv_buf value;
    mkcv_buf_init(&value, a);
    put_value(&value, n);
    *MKCV_PUSH(a, &e->fields) = (struct mkcv_content_field){n->key, value.s};
}

/* An object as an entry; `label` NULL: its own. Sections inside one are left to the caller. */
static void add_entry(const struct reading *r, const char *section, const char *label, const struct mkcv_node *object)
{
    struct mkcv_content_entry e = {.section = section, .loc = place_of(object)};
    for (const struct mkcv_node *m = object->first; m; m = m->next)
        if (m->key && !is_source(m) && strcmp(m->key, "entries") != 0) add_field(r->arena, &e, m);
    e.label = label ? label : label_of(r->arena, object);
    settle(r->arena, &e);
    *MKCV_PUSH(r->arena, &r->out->entries) = e;
}

static void add_entries(const struct reading *r, const char *section, const struct mkcv_node *list)
{
    for (const struct mkcv_node *m = list ? list->first : NULL; m; m = m->next) {
        const struct mkcv_node *inner = mkcv_node_lookup(m, "entries");
        if (m->kind == MKCV_NODE_MAP) add_entry(r, section, NULL, m);
        if (inner) add_entries(r, section, inner);
    }
}

/* The site's own words over a section. */
static void add_headings(const struct reading *r, const struct mkcv_node *sections)
{
    for (const struct mkcv_node *m = sections ? sections->first : NULL; m; m = m->next) {
        const char *key = mkcv_node_string(m, "key"), *title = mkcv_node_string(m, "title");
        if (!key || !title || !strcmp(key, "sections") || !strcmp(key, "other")) continue;
        struct mkcv_content_entry e = {.section = "headings", .label = key, .loc = place_of(m)};
        *MKCV_PUSH(r->arena, &e.fields) = (struct mkcv_content_field){"title", title};
        settle(r->arena, &e);
        *MKCV_PUSH(r->arena, &r->out->entries) = e;
    }
}

void mkcv_content_read(struct mkcv_arena *a, const struct mkcv_cv *cv, struct mkcv_content *out)
{
    struct reading r = {a, out};
    *out = (struct mkcv_content){.entries = {0}};
    const struct mkcv_node *root = mkcv_json_tree(a, cv);
    for (const struct mkcv_node *m = root->first; m; m = m->next) {
        if (m->kind == MKCV_NODE_LIST) add_entries(&r, m->key, m);
        if (!strcmp(m->key, "basics")) add_entry(&r, m->key, "name, post and contacts", m);
    }
    add_entries(&r, "legend", mkcv_node_lookup(root, "meta.mkcv.legend"));
    add_headings(&r, mkcv_node_lookup(root, "meta.mkcv.sections"));
}
