/* family.c - the catalogue of font families, embedded as fonts/NAME.yaml; its keys are described in fonts/README.md.
 *
 * Reading YAML costs more than shaping a word, so only those files are parsed in which the wanted name occurs. */
#include "family.h"
#include "mkcv/embedded.h"
#include "mkcv/font.h"
#include "mkcv/source.h"
#include <hb.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool is_catalogue(const struct mkcv_embedded *e)
{
    size_t n = strlen(e->name);
    return n > 11 && !strncmp(e->name, "fonts/", 6) && !strcmp(e->name + n - 5, ".yaml");
}

static void read_face(struct mkcv_family *f, enum mkcv_slot slot, const struct mkcv_node *n)
{
    if (!n) return;
    f->file[slot].path = n->kind == MKCV_NODE_SCALAR ? n->value : mkcv_node_string(n, "path");
    const char *index = n->kind == MKCV_NODE_MAP ? mkcv_node_string(n, "index") : NULL;
    f->file[slot].index = index ? (unsigned)strtoul(index, NULL, 10) : 0;
}

static const struct mkcv_family *family_from_node(struct mkcv_arena *a, const struct mkcv_node *n)
{
    struct mkcv_family *f = MKCV_NEW(a, struct mkcv_family);
    f->name = mkcv_node_string(n, "name");
    f->package = mkcv_node_string(n, "package");
    f->serif = mkcv_node_bool(n, "serif", true);
    f->embedded = mkcv_node_bool(n, "embedded", false);
    const char *rank = mkcv_node_string(n, "fallback");
    f->fallback = rank ? atoi(rank) : 0;
    const struct mkcv_node *scripts = mkcv_node_lookup(n, "scripts");
    for (const struct mkcv_node *s = scripts ? scripts->first : NULL; s; s = s->next)
        *MKCV_PUSH(a, &f->scripts) = hb_script_from_string(s->value, -1);
    static const char *const key[] = {"faces.regular", "faces.bold", "faces.italic", "faces.bold-italic"};
    for (enum mkcv_slot slot = 0; slot < MKCV_SLOT_COUNT; slot++) read_face(f, slot, mkcv_node_lookup(n, key[slot]));
    return f;
}

static const struct mkcv_node *read_catalogue(struct mkcv_arena *a, const struct mkcv_embedded *e, struct mkcv_diags *d)
{
    const struct mkcv_node *n = mkcv_yaml_read(a, (const char *)e->data, (size_t)(e->end - e->data), e->name, 1, d);
    return mkcv_node_string(n, "name") ? n : NULL;
}

static bool has_name(const struct mkcv_node *n, const char *name)
{
    if (!strcasecmp(mkcv_node_string(n, "name"), name)) return true;
    const struct mkcv_node *aliases = mkcv_node_lookup(n, "aliases");
    for (const struct mkcv_node *s = aliases ? aliases->first : NULL; s; s = s->next)
        if (s->kind == MKCV_NODE_SCALAR && !strcasecmp(s->value, name)) return true;
    return false;
}

const struct mkcv_family *mkcv_family_lookup(struct mkcv_arena *a, const char *name, struct mkcv_diags *d)
{
    for (const struct mkcv_embedded *e = mkcv_embedded_files; e->name; e++) {
        if (!is_catalogue(e) || !strcasestr((const char *)e->data, name)) continue;
        const struct mkcv_node *n = read_catalogue(a, e, d);
        if (n && has_name(n, name)) return family_from_node(a, n);
    }
    return NULL;
}

static int by_rank(const void *x, const void *y)
{
    const struct mkcv_family *const *a = x, *const *b = y;
    return (*a)->fallback != (*b)->fallback ? ((*a)->fallback > (*b)->fallback) - ((*a)->fallback < (*b)->fallback)
                                            : strcmp((*a)->name, (*b)->name);
}

struct mkcv_families mkcv_family_fallbacks(struct mkcv_arena *a, struct mkcv_diags *d)
{
    struct mkcv_families all = {0};
    for (const struct mkcv_embedded *e = mkcv_embedded_files; e->name; e++) {
        if (!is_catalogue(e) || !strstr((const char *)e->data, "fallback:")) continue;
        const struct mkcv_node *n = read_catalogue(a, e, d);
        const struct mkcv_family *f = n ? family_from_node(a, n) : NULL;
        if (f && f->fallback > 0) *MKCV_PUSH(a, &all.list) = f;
    }
    if (all.list.count) qsort(all.list.at, all.list.count, sizeof *all.list.at, by_rank);
    return all;
}

static int by_name(const void *x, const void *y) { return strcmp(*(const char *const *)x, *(const char *const *)y); }

const char *const *mkcv_font_families(struct mkcv_arena *a)
{
    struct mkcv_diags d;
    mkcv_diags_init(&d, a);
    MKCV_VEC(const char *) names = {0};
    for (const struct mkcv_embedded *e = mkcv_embedded_files; e->name; e++) {
        const struct mkcv_node *n = is_catalogue(e) ? read_catalogue(a, e, &d) : NULL;
        if (n) *MKCV_PUSH(a, &names) = mkcv_node_string(n, "name");
    }
    if (names.count) qsort(names.at, names.count, sizeof *names.at, by_name);
    *MKCV_PUSH(a, &names) = NULL;
    return names.at;
}
