/* corrections.c - what mkcv.yaml adds to the homepage, and what it says in place of it. */
#include "data.h"
#include "mkcv/section.h"
#include "mkcv/target.h"
#include "parts.h"
#include <string.h>

/* The kind that a key of `add` names; MKCV_KIND_COUNT with a diagnostic. */
static enum mkcv_kind kind_from(struct mkcv_reader *r, const struct mkcv_node *list)
{
    enum mkcv_kind kind = mkcv_kind_from_key(list->key);
    if (kind != MKCV_KIND_COUNT && kind != MKCV_KIND_OTHER) return kind;
    const char *names[MKCV_KIND_COUNT + 1] = {NULL};
    for (int k = 0; k < MKCV_KIND_COUNT; k++) names[k] = mkcv_section_kind((enum mkcv_kind)k)->key;
    const char *near = mkcv_nearest(list->key, names);
    mkcv_report(r->diags, MKCV_DIAG_SELECT_UNKNOWN, list->key_loc, list->key,
                near ? mkcv_arena_printf(r->arena, "; did you mean '%s'?", near) : "");
    return MKCV_KIND_COUNT;
}

void mkcv_corrections_add(struct mkcv_reader *r)
{
    const struct mkcv_node *add = r->settings->add;
    for (const struct mkcv_node *m = add ? add->first : NULL; m; m = m->next) {
        enum mkcv_kind kind = kind_from(r, m);
        if (kind != MKCV_KIND_COUNT) mkcv_data_read_values(r, kind, m);
    }
}

static struct mkcv_entry *lookup(struct mkcv_reader *r, const char *name)
{
    for (size_t i = 0; i < r->cv->sections.count; i++)
        for (size_t k = 0; k < r->cv->sections.at[i].entries.count; k++) {
            struct mkcv_entry *e = &r->cv->sections.at[i].entries.at[k];
            if (mkcv_target_is(r->arena, r->cv, e, name)) return e;
        }
    return NULL;
}

static bool says_title(enum mkcv_kind kind, const struct mkcv_node *map)
{
    for (const struct mkcv_node *m = map->first; m; m = m->next) {
        struct mkcv_data_sense sense = mkcv_data_sense(kind, m->key);
        if (sense.role == MKCV_DATA_FIELD && sense.field == MKCV_FIELD_TITLE) return true;
        if (kind == MKCV_KIND_PUBLICATIONS && (!strcmp(m->key, "title") || !strcmp(m->key, "name"))) return true;
    }
    return false;
}

static const char *title_key(enum mkcv_kind kind)
{
    for (const struct mkcv_json_field *f = mkcv_section_kind(kind)->json; f->key; f++)
        if (f->field == MKCV_FIELD_TITLE) return f->key;
    return "title";
}

static struct mkcv_node *add_member(struct mkcv_reader *r, struct mkcv_node *map, struct mkcv_node *last,
                                    const struct mkcv_node *member)
{
    struct mkcv_node *copy = MKCV_NEW(r->arena, struct mkcv_node);
    *copy = *member;
    copy->next = NULL;
    if (last)
        last->next = copy;
    else
        map->first = copy;
    return copy;
}

/* The map as one that is an entry by itself: without `entry`, with a title. */
static const struct mkcv_node *map_of(struct mkcv_reader *r, const struct mkcv_node *said, const struct mkcv_entry *e)
{
    struct mkcv_node *map = MKCV_NEW(r->arena, struct mkcv_node), *last = NULL;
    const struct mkcv_text *title = &e->fields[MKCV_FIELD_TITLE];
    *map = *said;
    map->first = NULL;
    for (const struct mkcv_node *m = said->first; m; m = m->next)
        if (strcmp(m->key, "entry") != 0) last = add_member(r, map, last, m);
    const char *own = title->s ? mkcv_arena_strndup(r->arena, title->s, mkcv_text_length(title)) : "-";
    const struct mkcv_node kept = {.kind = MKCV_NODE_SCALAR, .key = title_key(e->kind), .value = own, .loc = said->loc};
    if (!says_title(e->kind, map)) add_member(r, map, last, &kept);
    return map;
}

/* What `from` says, over what `to` said. */
static void overlay(struct mkcv_entry *to, const struct mkcv_entry *from, bool titled)
{
    for (int f = 0; f < MKCV_FIELD_COUNT; f++)
        if (from->fields[f].s && (titled || f != MKCV_FIELD_TITLE)) to->fields[f] = from->fields[f];
    if (from->start.year || from->end.year || from->dates.count || from->current || from->date_text) {
        to->start = from->start;
        to->end = from->end;
        to->dates.at = from->dates.at;
        to->dates.count = to->dates.cap = from->dates.count;
        to->current = from->current;
        to->date_text = from->date_text;
    }
    if (from->url) to->url = from->url;
    if (from->people.count) {
        to->people.at = from->people.at;
        to->people.count = to->people.cap = from->people.count;
        to->et_al = from->et_al;
    }
    if (from->links.count) to->links.at = from->links.at, to->links.count = to->links.cap = from->links.count;
    if (from->highlights.count) {
        to->highlights.at = from->highlights.at;
        to->highlights.count = to->highlights.cap = from->highlights.count;
    }
    to->selected |= from->selected;
    to->hidden |= from->hidden;
}

static void replace(struct mkcv_reader *r, const struct mkcv_node *said)
{
    const char *name = mkcv_node_string(said, "entry");
    if (!name) {
        mkcv_report(r->diags, MKCV_DIAG_STYLE_VALUE, said->loc, "{...}", "replace",
                    "'entry' says which entry it is about");
        return;
    }
    struct mkcv_entry *target = lookup(r, name);
    if (!target) {
        const char *near = mkcv_nearest(name, mkcv_target_names(r->arena, r->cv));
        mkcv_report(r->diags, MKCV_DIAG_SELECT_TARGET, mkcv_node_lookup(said, "entry")->loc, name, "replace",
                    near ? mkcv_arena_printf(r->arena, "; did you mean '%s'?", near) : "");
        return;
    }
    struct mkcv_section *s = mkcv_read_section(r, target->kind);
    size_t place = (size_t)(target - s->entries.at), before = s->entries.count;
    const struct mkcv_node *map = map_of(r, said, target);
    mkcv_data_read_values(r, target->kind, map);
    s = mkcv_read_section(r, target->kind); /* the list of sections may have moved */
    if (s->entries.count == before) return;
    struct mkcv_entry *to = &s->entries.at[place];
    overlay(to, &s->entries.at[before], says_title(to->kind, said));
    *MKCV_PUSH(r->arena, &to->also) = said->loc;
    s->entries.count = before;
}

void mkcv_corrections_replace(struct mkcv_reader *r)
{
    const struct mkcv_node *list = r->settings->replace;
    for (const struct mkcv_node *m = list ? list->first : NULL; m; m = m->next) replace(r, m);
}
