/* compare.c - two contents side by side; see content.h. */
#include "mkcv/content.h"
#include <string.h>

enum { NONE = -1 };

struct comparison {
    struct mkcv_arena *arena;
    const struct mkcv_content *before, *after;
    int *partner;  /* of each entry of `after`: its entry of `before`, or NONE */
    bool *matched; /* of each entry of `before` */
};

typedef bool likeness(const struct mkcv_content_entry *x, const struct mkcv_content_entry *y);

static bool is_same(const struct mkcv_content_entry *x, const struct mkcv_content_entry *y)
{
    return x->identity == y->identity && x->digest == y->digest;
}

static bool is_called_same(const struct mkcv_content_entry *x, const struct mkcv_content_entry *y)
{
    return x->identity == y->identity;
}

static const char *lookup_value(const struct mkcv_content_entry *e, const char *name)
{
    for (size_t i = 0; i < e->fields.count; i++)
        if (!strcmp(e->fields.at[i].name, name)) return e->fields.at[i].value;
    return NULL;
}

static bool is_much_alike(const struct mkcv_content_entry *x, const struct mkcv_content_entry *y)
{
    size_t alike = 0, most = x->fields.count > y->fields.count ? x->fields.count : y->fields.count;
    for (size_t i = 0; i < x->fields.count; i++) {
        const char *value = lookup_value(y, x->fields.at[i].name);
        alike += value && !strcmp(value, x->fields.at[i].value);
    }
    return alike > 1 && 2 * alike >= most;
}

/* Pairs what is yet alone, the first that will do. */
static void pair(struct comparison *c, likeness *like)
{
    for (size_t i = 0; i < c->after->entries.count; i++) {
        const struct mkcv_content_entry *now = &c->after->entries.at[i];
        for (size_t k = 0; k < c->before->entries.count && c->partner[i] == NONE; k++) {
            const struct mkcv_content_entry *then = &c->before->entries.at[k];
            if (c->matched[k] || strcmp(now->section, then->section) != 0 || !like(then, now)) continue;
            c->partner[i] = (int)k;
            c->matched[k] = true;
        }
    }
}

static void add_changed(struct mkcv_arena *a, struct mkcv_change *change, const struct mkcv_content_entry *then,
                        const struct mkcv_content_entry *now)
{
    if (!then->fields.count) return;
    for (size_t i = 0; i < now->fields.count; i++) {
        const struct mkcv_content_field *f = &now->fields.at[i];
        const char *was = lookup_value(then, f->name);
        if (!was || strcmp(was, f->value) != 0)
            *MKCV_PUSH(a, &change->fields) = (struct mkcv_changed_field){f->name, was, f->value};
    }
    for (size_t i = 0; i < then->fields.count; i++) {
        const struct mkcv_content_field *f = &then->fields.at[i];
        if (!lookup_value(now, f->name))
            *MKCV_PUSH(a, &change->fields) = (struct mkcv_changed_field){f->name, f->value, NULL};
    }
}

static void add_section(const struct comparison *c, const char *section, struct mkcv_changes *out)
{
    for (size_t i = 0; i < c->after->entries.count; i++) {
        const struct mkcv_content_entry *now = &c->after->entries.at[i];
        const struct mkcv_content_entry *then = c->partner[i] == NONE ? NULL : &c->before->entries.at[c->partner[i]];
        if (strcmp(now->section, section) != 0 || (then && then->digest == now->digest)) continue;
        struct mkcv_change *change = MKCV_PUSH(c->arena, &out->list);
        *change = (struct mkcv_change){.kind = then ? MKCV_CHANGE_CHANGED : MKCV_CHANGE_ADDED, .entry = now};
        if (then) add_changed(c->arena, change, then, now);
    }
    for (size_t k = 0; k < c->before->entries.count; k++) {
        const struct mkcv_content_entry *then = &c->before->entries.at[k];
        if (c->matched[k] || strcmp(then->section, section) != 0) continue;
        *MKCV_PUSH(c->arena, &out->list) = (struct mkcv_change){.kind = MKCV_CHANGE_REMOVED, .entry = then};
    }
}

/* Each section once, those of `after` first. */
static void add_sections(const struct comparison *c, struct mkcv_changes *out)
{
    const struct mkcv_content *both[] = {c->after, c->before};
    struct {
        MKCV_VEC(const char *) list;
    } done = {.list = {0}};
    for (size_t side = 0; side < 2; side++) {
        for (size_t i = 0; i < both[side]->entries.count; i++) {
            const char *section = both[side]->entries.at[i].section;
            bool known = false;
            for (size_t k = 0; k < done.list.count && !known; k++) known = !strcmp(done.list.at[k], section);
            if (known) continue;
            *MKCV_PUSH(c->arena, &done.list) = section;
            add_section(c, section, out);
        }
    }
}

struct mkcv_changes mkcv_content_compare(struct mkcv_arena *a, const struct mkcv_content *before,
                                         const struct mkcv_content *after)
{
    static likeness *const ways[] = {is_same, is_called_same, is_much_alike};
    struct mkcv_changes out = {.list = {0}};
    struct comparison c = {a, before, after, MKCV_NEW_ARRAY(a, int, after->entries.count + 1),
                           MKCV_NEW_ARRAY(a, bool, before->entries.count + 1)};
    for (size_t i = 0; i < after->entries.count; i++) c.partner[i] = NONE;
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) pair(&c, ways[i]);
    add_sections(&c, &out);
    return out;
}
