/* scholar.c - what sites with jekyll-scholar say about names: `scholar.last_name` and `scholar.first_name`, by which
 * the theme knows the owner among authors, and the addresses of coauthors (_data/coauthors.yml). */
#include "mkcv/utf8.h"
#include "parts.h"
#include <string.h>

enum { NAMES_MOST = 12, COAUTHORS_MOST = 2000 };

static const struct mkcv_node *first_of(const struct mkcv_node *n)
{
    return !n ? NULL : n->kind == MKCV_NODE_LIST ? n->first : n;
}

/* The next of a list; of a scalar there is none. */
static const struct mkcv_node *next_of(const struct mkcv_node *n, const struct mkcv_node *one)
{
    return n->kind == MKCV_NODE_LIST ? one->next : NULL;
}

static bool is_name(const struct mkcv_node *n) { return n->kind == MKCV_NODE_SCALAR && n->value && *n->value; }

void mkcv_scholar_read_names(struct mkcv_reader *r)
{
    const struct mkcv_node *lasts = mkcv_node_lookup(r->site->config, "scholar.last_name"),
                           *firsts = mkcv_node_lookup(r->site->config, "scholar.first_name");
    struct mkcv_basics *b = &r->cv->basics;
    size_t count = 0;
    for (const struct mkcv_node *l = first_of(lasts); l; l = next_of(lasts, l))
        for (const struct mkcv_node *f = first_of(firsts); f && count < NAMES_MOST; f = next_of(firsts, f)) {
            if (!is_name(l) || !is_name(f) || !strcasecmp(l->value, "einstein")) continue;
            const char *name = mkcv_arena_printf(r->arena, "%s %s", f->value, l->value);
            if (!b->name && strlen(f->value) > 2 && !strchr(f->value, '.'))
                mkcv_person_name(r, name, l->loc);
            else if (b->name && !mkcv_is_owner(r, name))
                *MKCV_PUSH(r->arena, &b->name_variants) = name, count++;
        }
}

/* --- coauthors ---------------------------------------------------------------------------------------------------- */

struct coauthor {
    const char *last, *first; /* folded */
    const char *url;
};

struct coauthors {
    MKCV_VEC(struct coauthor) list;
};

static void add_coauthor(struct mkcv_reader *r, struct coauthors *out, const char *last, const struct mkcv_node *person)
{
    const struct mkcv_node *firsts = mkcv_node_lookup(person, "firstname");
    const char *url = mkcv_node_string(person, "url");
    if (!url || !firsts) return;
    for (const struct mkcv_node *f = first_of(firsts); f && out->list.count < COAUTHORS_MOST; f = next_of(firsts, f))
        if (is_name(f))
            *MKCV_PUSH(r->arena, &out->list) =
                (struct coauthor){mkcv_utf8_fold(r->arena, last), mkcv_utf8_fold(r->arena, f->value), url};
}

static struct coauthors read_coauthors(struct mkcv_reader *r)
{
    struct coauthors all = {.list = {0}};
    for (size_t i = 0; i < r->site->records.count; i++) {
        const struct mkcv_record *record = &r->site->records.at[i];
        const char *kind = record->kind == MKCV_RECORD_DATA ? mkcv_node_string(record->meta, "kind") : NULL;
        if (!kind || strcmp(kind, "coauthors") != 0) continue;
        const struct mkcv_node *map = mkcv_node_lookup(record->meta, "entries");
        for (const struct mkcv_node *l = map && map->kind == MKCV_NODE_MAP ? map->first : NULL; l; l = l->next)
            for (const struct mkcv_node *p = first_of(l); p; p = next_of(l, p)) add_coauthor(r, &all, l->key, p);
    }
    return all;
}

/* The name is the given name, a blank, and the last name. */
static bool is_named(const char *folded, const struct coauthor *c)
{
    size_t first = strlen(c->first), last = strlen(c->last), n = strlen(folded);
    return n == first + 1 + last && !strncmp(folded, c->first, first) && folded[first] == ' ' &&
           !strcmp(folded + first + 1, c->last);
}

void mkcv_scholar_link_coauthors(struct mkcv_reader *r)
{
    struct coauthors all = read_coauthors(r);
    struct mkcv_section *works = all.list.count ? mkcv_cv_lookup(r->cv, MKCV_KIND_PUBLICATIONS) : NULL;
    for (size_t i = 0; works && i < works->entries.count; i++) {
        struct mkcv_entry *e = &works->entries.at[i];
        for (size_t k = 0; k < e->people.count; k++) {
            struct mkcv_person *p = &e->people.at[k];
            if (p->url || p->self || !p->name) continue;
            const char *folded = mkcv_utf8_fold(r->arena, p->name);
            for (size_t c = 0; c < all.list.count && !p->url; c++)
                if (is_named(folded, &all.list.at[c])) p->url = all.list.at[c].url;
        }
    }
}
