/* variant.c - the variants of mkcv.yaml: several CVs of one homepage, each a set of settings over another. */
#include "keys.h"
#include "mkcv/embedded.h"
#include "mkcv/settings.h"
#include "mkcv/source.h"
#include <string.h>

struct resolving {
    struct mkcv_arena *arena;
    struct mkcv_diags *diags;
    const struct mkcv_node *variants; /* the map; NULL: none */
    struct mkcv_node *out, *last;
    enum mkcv_code code;
};

/* A variant being read, and the one that inherits it. */
struct chain {
    const struct mkcv_node *variant;
    const struct chain *outer;
};

static void add_member(struct resolving *r, const struct mkcv_node *member)
{
    struct mkcv_node *copy = MKCV_NEW(r->arena, struct mkcv_node);
    *copy = *member;
    copy->next = NULL;
    if (r->last)
        r->last->next = copy;
    else
        r->out->first = copy;
    r->last = copy;
}

static void fail(struct resolving *r, struct mkcv_loc loc)
{
    enum mkcv_code code = loc.file ? MKCV_CONTENT : MKCV_USAGE;
    if (code > r->code) r->code = code;
}

static void report_value(struct resolving *r, const struct mkcv_node *n, const char *key, const char *allowed)
{
    const char *shown = n->kind == MKCV_NODE_SCALAR ? n->value : n->kind == MKCV_NODE_LIST ? "[...]" : "{...}";
    mkcv_report(r->diags, MKCV_DIAG_STYLE_VALUE, n->loc, shown, key, allowed);
    fail(r, n->loc);
}

#define FOLDER "variants/"
#define ENDING ".yaml"

const char *const *mkcv_ready_variant_names(struct mkcv_arena *a)
{
    MKCV_VEC(const char *) names = {0};
    size_t before = strlen(FOLDER), after = strlen(ENDING);
    for (const struct mkcv_embedded *e = mkcv_embedded_files; e->name; ++e)
        if (strncmp(e->name, FOLDER, before) == 0)
            *MKCV_PUSH(a, &names) = mkcv_arena_strndup(a, e->name + before, strlen(e->name) - before - after);
    *MKCV_PUSH(a, &names) = NULL;
    return names.at;
}

const struct mkcv_node *mkcv_ready_variant(struct mkcv_arena *a, const char *name, struct mkcv_diags *d)
{
    const char *file = mkcv_arena_printf(a, FOLDER "%s" ENDING, name);
    const struct mkcv_embedded *e = mkcv_embedded_lookup(file);
    return e ? mkcv_yaml_read(a, (const char *)e->data, (size_t)(e->end - e->data), file, 1, d) : NULL;
}

/* Their names are told apart by case. One that has a ready one's name and inherits it means that one. */
static const struct mkcv_node *lookup(const struct resolving *r, const char *name, const struct chain *outer)
{
    for (const struct mkcv_node *m = r->variants ? r->variants->first : NULL; m; m = m->next) {
        if (strcmp(m->key, name) != 0) continue;
        const struct mkcv_node *ready =
            outer && outer->variant == m ? mkcv_ready_variant(r->arena, name, r->diags) : NULL;
        return ready ? ready : m;
    }
    return mkcv_ready_variant(r->arena, name, r->diags);
}

/* All names that would have been known, NULL-terminated. */
static const char *const *known_names(const struct resolving *r)
{
    const char *const *own = mkcv_variant_names(r->arena, r->variants), *const *ready =
                                                                            mkcv_ready_variant_names(r->arena);
    MKCV_VEC(const char *) names = {0};
    for (; *own; own++) *MKCV_PUSH(r->arena, &names) = *own;
    for (; *ready; ready++) *MKCV_PUSH(r->arena, &names) = *ready;
    *MKCV_PUSH(r->arena, &names) = NULL;
    return names.at;
}

static void add_variant(struct resolving *r, const char *name, struct mkcv_loc named, const struct chain *outer);

/* The members of a map, those of `set` among them, but for what is said of variants. */
static void add_members(struct resolving *r, const struct mkcv_node *map)
{
    for (const struct mkcv_node *m = map->first; m; m = m->next) {
        if (strcmp(m->key, "inherit") == 0 || strcmp(m->key, "variants") == 0) continue;
        if (strcmp(m->key, "set") != 0)
            add_member(r, m);
        else if (m->kind != MKCV_NODE_MAP)
            report_value(r, m, "set", "it takes a map of keys");
        else
            for (const struct mkcv_node *k = m->first; k; k = k->next) add_member(r, k);
    }
}

static void add_inherited(struct resolving *r, const struct mkcv_node *variant, const struct chain *outer)
{
    const struct chain link = {variant, outer};
    const struct mkcv_node *base = mkcv_node_lookup(variant, "inherit");
    if (base && base->kind == MKCV_NODE_SCALAR)
        add_variant(r, base->value, base->loc, &link);
    else if (base)
        report_value(r, base, "inherit", "it takes the name of a variant");
}

static void add_variant(struct resolving *r, const char *name, struct mkcv_loc named, const struct chain *outer)
{
    const struct mkcv_node *variant = lookup(r, name, outer);
    for (const struct chain *c = outer; c; c = c->outer)
        if (variant && c->variant == variant) {
            mkcv_report(r->diags, MKCV_DIAG_VARIANT_LOOP, named, name);
            fail(r, named);
            return;
        }
    if (!variant) {
        mkcv_report(r->diags, MKCV_DIAG_VARIANT_UNKNOWN, named, name,
                    mkcv_key_hint(r->arena, name, known_names(r), true));
        fail(r, named);
    } else if (variant->kind == MKCV_NODE_MAP) {
        add_inherited(r, variant, outer);
        add_members(r, variant);
    } else if (variant->kind == MKCV_NODE_LIST || *variant->value) {
        report_value(r, variant, name, "it takes a map of settings");
    }
}

const char *const *mkcv_variant_names(struct mkcv_arena *a, const struct mkcv_node *variants)
{
    const char **names = MKCV_NEW_ARRAY(a, const char *, mkcv_node_count(variants) + 1);
    size_t n = 0;
    for (const struct mkcv_node *m = variants ? variants->first : NULL; m; m = m->next) names[n++] = m->key;
    return names;
}

enum mkcv_code mkcv_variant_resolve(struct mkcv_arena *a, const struct mkcv_node *file, const char *name,
                                    const struct mkcv_node **out, struct mkcv_diags *d)
{
    struct resolving r = {.arena = a, .diags = d};
    const struct mkcv_node *variants = mkcv_node_lookup(file, "variants");
    *out = file;
    if (file && file->kind != MKCV_NODE_MAP) return MKCV_OK; /* reading the settings says so */
    if (variants && variants->kind == MKCV_NODE_MAP)
        r.variants = variants;
    else if (variants && (variants->kind == MKCV_NODE_LIST || *variants->value))
        report_value(&r, variants, "variants", "it takes a map of names and their settings");
    if (file || name) {
        r.out = MKCV_NEW(a, struct mkcv_node);
        *r.out = file ? *file : (struct mkcv_node){.kind = MKCV_NODE_MAP};
        r.out->first = NULL;
        if (file) add_members(&r, file);
        *out = r.out;
    }
    if (name) add_variant(&r, name, (struct mkcv_loc){0}, NULL);
    return r.code;
}
