/* data_entry.c - one map of a data file as an entry: its keys are looked up in data_keys.c; what they say is set as it
 * stands, but a degree is parted from its field. */
#include "data.h"
#include "mkcv/buf.h"
#include "mkcv/clause.h"
#include "mkcv/source.h"
#include "mkcv/utf8.h"
#include <string.h>

#define UNKNOWN_BYTES 300 /* of a text under an unknown key that is kept as a note */
#define NESTED_MOST 6     /* levels of points below points */

struct reading {
    struct mkcv_reader *r;
    struct mkcv_entry *e;
    bool exact;
    const struct mkcv_node *best[MKCV_FIELD_COUNT]; /* the member that fills the field */
    int rank[MKCV_FIELD_COUNT];
    const struct mkcv_node *spare; /* one that lost its field to another */
    const struct mkcv_node *start, *end;
};

static bool is_blank(const struct mkcv_node *n)
{
    if (n->kind != MKCV_NODE_SCALAR) return !n->first;
    return !n->value || !n->value[strspn(n->value, " \t\n")] || (!n->quoted && !strcasecmp(n->value, "null"));
}

static bool is_url(const char *s) { return !strncasecmp(s, "http://", 7) || !strncasecmp(s, "https://", 8); }

/* --- texts ------------------------------------------------------------------------------------------------------- */

/* A list in a field is its values with commas between: `location: [Graz, Austria]`. */
static const char *joined(struct mkcv_arena *a, const struct mkcv_node *n)
{
    if (n->kind == MKCV_NODE_SCALAR) return n->value;
    struct mkcv_buf all;
    mkcv_buf_init(&all, a);
    for (const struct mkcv_node *m = n->first; m; m = m->next)
        if (m->kind == MKCV_NODE_SCALAR && !is_blank(m)) mkcv_buf_printf(&all, "%s%s", all.n ? ", " : "", m->value);
    return all.n ? all.s : "";
}

static void set_field(struct reading *d, enum mkcv_field field, const struct mkcv_node *n)
{
    if (d->e->fields[field].s) return;
    const char *s = joined(d->r->arena, n);
    struct mkcv_text t = mkcv_data_text(d->r, s, n->loc);
    if (mkcv_text_is_empty(&t)) return;
    size_t end = mkcv_text_length(&t);
    /* a name ends without a point */
    bool name = field == MKCV_FIELD_TITLE && d->e->kind == MKCV_KIND_INTERESTS;
    if (name && end > 1 && t.s[end - 1] == '.') end--;
    d->e->fields[field] = mkcv_text_slice(d->r->arena, &t, 0, end);
    if (d->e->fields[field].s && field != MKCV_FIELD_SUMMARY) mkcv_entry_links(d->r, d->e, &d->e->fields[field]);
}

static void add_note(struct reading *d, const char *s, struct mkcv_loc loc)
{
    struct mkcv_text more = mkcv_data_text(d->r, s, loc), *note = &d->e->fields[MKCV_FIELD_NOTE];
    if (mkcv_text_is_empty(&more)) return;
    if (note->s) mkcv_text_append(d->r->arena, note, "; ", 2, NULL);
    mkcv_text_join(d->r->arena, note, &more, MKCV_ROLE_PLAIN);
}

/* "teaching_page" -> "Teaching page" */
static const char *humanise(struct mkcv_arena *a, const char *key)
{
    char *s = mkcv_arena_strdup(a, key);
    for (char *p = s; *p; p++)
        if (*p == '_' || *p == '-') *p = ' ';
    if (*s >= 'a' && *s <= 'z') *s = (char)(*s - 'a' + 'A');
    return s;
}

/* --- points ------------------------------------------------------------------------------------------------------ */

/* A point that names people and nothing else ("Supervisor: A. Moss"): they go into the entry. */
static bool take_people(struct reading *d, const struct mkcv_text *t)
{
    size_t n = mkcv_text_length(t);
    if (n > 400) return false;
    struct mkcv_clause c = mkcv_clause_new(d->r, t, 0, n);
    struct mkcv_entry scratch = {.kind = d->e->kind};
    size_t next = mkcv_clause_people(&c, 0, &scratch);
    if (!next || next + 1 < c.tokens.list.count) return false;
    mkcv_clause_people(&c, 0, d->e);
    return true;
}

static void add_point(struct reading *d, const char *s, struct mkcv_loc loc)
{
    struct mkcv_text t = mkcv_data_text(d->r, s, loc);
    if (mkcv_text_is_empty(&t) || (!d->exact && take_people(d, &t))) return;
    *MKCV_PUSH(d->r->arena, &d->e->highlights) = mkcv_text_slice(d->r->arena, &t, 0, mkcv_text_length(&t));
}

/* Points with points below are one list: a nested head stands before its own. */
static void add_points(struct reading *d, const struct mkcv_node *n, int depth)
{
    for (const struct mkcv_node *m = n->first; m && depth < NESTED_MOST; m = m->next) {
        const char *title = m->kind == MKCV_NODE_MAP ? mkcv_node_string(m, "title") : NULL;
        if (m->kind == MKCV_NODE_SCALAR && !is_blank(m)) {
            add_point(d, m->value, m->loc);
        } else if (m->kind == MKCV_NODE_MAP && !title && m->first && !m->first->next && !is_blank(m->first)) {
            /* "- Supervisor: A. Moss", which YAML takes for a map */
            if (m->first->kind == MKCV_NODE_SCALAR && m->first->key)
                add_point(d, mkcv_arena_printf(d->r->arena, "%s: %s", m->first->key, m->first->value), m->loc);
        } else if (m->kind != MKCV_NODE_SCALAR) {
            if (title) add_point(d, title, m->loc);
            const struct mkcv_node *below = mkcv_node_lookup(m, "contents");
            if (!below) below = mkcv_node_lookup(m, "items");
            if (m->kind == MKCV_NODE_LIST) below = m;
            if (below && below->kind == MKCV_NODE_LIST) add_points(d, below, depth + 1);
        }
    }
}

static void set_points(struct reading *d, const struct mkcv_node *n)
{
    if (n->kind == MKCV_NODE_LIST) {
        add_points(d, n, 0);
        return;
    }
    if (n->kind != MKCV_NODE_SCALAR) return;
    struct mkcv_text t = mkcv_data_text(d->r, n->value, n->loc);
    if (mkcv_text_is_empty(&t) || (!d->exact && take_people(d, &t))) return;
    if (d->e->fields[MKCV_FIELD_SUMMARY].s)
        add_point(d, n->value, n->loc);
    else
        d->e->fields[MKCV_FIELD_SUMMARY] = mkcv_text_slice(d->r->arena, &t, 0, mkcv_text_length(&t));
}

/* --- people, dates ------------------------------------------------------------------------------------------------ */

static void add_person(struct reading *d, const struct mkcv_node *n, enum mkcv_relation relation)
{
    struct mkcv_arena *a = d->r->arena;
    if (n->kind == MKCV_NODE_MAP) {
        const char *name = mkcv_node_string(n, "name");
        if (name) mkcv_entry_person(d->r, d->e, name, mkcv_node_string(n, "url"), relation);
        return;
    }
    if (n->kind != MKCV_NODE_SCALAR) return;
    struct mkcv_text t = mkcv_data_text(d->r, n->value, n->loc);
    if (mkcv_text_is_empty(&t)) return;
    size_t all = mkcv_text_length(&t);
    if (mkcv_people_read(d->r, d->e, &t, 0, all, relation) == 0)
        mkcv_entry_person(d->r, d->e, mkcv_name_clean(a, t.s), mkcv_text_url(&t, 0, all), relation);
}

static void add_people(struct reading *d, const struct mkcv_node *n, enum mkcv_relation relation)
{
    if (n->kind != MKCV_NODE_LIST) {
        add_person(d, n, relation);
        return;
    }
    for (const struct mkcv_node *m = n->first; m; m = m->next) add_person(d, m, relation);
}

static bool is_open_end(struct mkcv_arena *a, const char *s)
{
    static const char *const words[] = {"present", "now",    "current", "currently", "ongoing", "today",
                                        "heute",   "actuel", "actual",  "presente",  "至今",    "現在"};
    const char *fold = mkcv_utf8_fold(a, s);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(fold, mkcv_utf8_fold(a, words[i]))) return true;
    return false;
}

/* Kinds in which what has begun and not ended goes on. */
static bool goes_on(enum mkcv_kind kind)
{
    return kind == MKCV_KIND_WORK || kind == MKCV_KIND_EDUCATION || kind == MKCV_KIND_VOLUNTEER ||
           kind == MKCV_KIND_MEMBERSHIPS || kind == MKCV_KIND_SERVICE || kind == MKCV_KIND_PROJECTS;
}

static void set_range(struct reading *d)
{
    struct mkcv_entry *e = d->e;
    struct mkcv_date start, end;
    if (d->end && d->end->kind == MKCV_NODE_SCALAR && !is_blank(d->end)) {
        if (is_open_end(d->r->arena, d->end->value))
            e->current = true;
        else if (mkcv_date_from_string(d->end->value, &end))
            e->end = end;
        else
            mkcv_entry_date_string(d->r, e, d->end->value, d->end->loc);
    }
    if (!d->start || d->start->kind != MKCV_NODE_SCALAR || is_blank(d->start)) return;
    if (!mkcv_date_from_string(d->start->value, &start)) {
        if (!e->end.year && !e->current) mkcv_entry_date_string(d->r, e, d->start->value, d->start->loc);
        return;
    }
    e->start = start;
    if (!e->end.year && !e->current && !d->exact) {
        e->current = goes_on(e->kind);
        if (!e->current) e->end = start, e->start = (struct mkcv_date){.year = 0};
    }
    if (e->end.year && !mkcv_date_compare(e->start, e->end)) e->start = (struct mkcv_date){.year = 0};
}

static void set_date(struct reading *d, const struct mkcv_node *n)
{
    struct mkcv_entry *e = d->e;
    struct mkcv_date day;
    if (n->kind == MKCV_NODE_SCALAR) {
        if (!e->end.year && !e->start.year && !e->dates.count && !e->current)
            mkcv_entry_date_string(d->r, e, n->value, n->loc);
        return;
    }
    for (const struct mkcv_node *m = n->first; m; m = m->next)
        if (m->kind == MKCV_NODE_SCALAR && mkcv_date_from_string(m->value, &day))
            *MKCV_PUSH(d->r->arena, &e->dates) = day;
    if (e->dates.count > 1) e->end = (struct mkcv_date){.year = 0}; /* "date" beside it says the last of them */
    if (e->dates.count == 1) {
        e->end = e->dates.at[0];
        e->dates.count = 0;
    }
}

/* "term: Fall" beside "year: 2023" is one date. */
static void set_term(struct reading *d, const struct mkcv_node *map)
{
    const char *term = mkcv_node_string(map, "term"), *year = mkcv_node_string(map, "year");
    if (!term) term = mkcv_node_string(map, "semester");
    if (!term || !year || strstr(term, year)) return;
    struct mkcv_when w;
    const char *both = mkcv_arena_printf(d->r->arena, "%s %s", term, year);
    if (mkcv_when_find(d->r->arena, both, 0, strlen(both), &w)) mkcv_entry_when(d->r, d->e, &w);
}

/* --- the map ------------------------------------------------------------------------------------------------------ */

/* The entry's own address; of several, and with a label, a link. */
static void set_url(struct reading *d, const char *label, const struct mkcv_node *n)
{
    if (n->kind != MKCV_NODE_SCALAR || is_blank(n)) return;
    if (label || d->e->url)
        mkcv_entry_link(d->r, d->e, label ? label : "link", n->value, n->loc);
    else
        d->e->url = mkcv_url_resolve(d->r, n->value, n->loc);
}

void mkcv_data_links(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_node *list)
{
    static const char *const labels[] = {"label", "text", "name", "title", "type"}, *const urls[] = {"url", "href",
                                                                                                     "link"};
    for (const struct mkcv_node *l = list && list->kind == MKCV_NODE_LIST ? list->first : NULL; l; l = l->next) {
        const char *label = NULL, *url = NULL;
        for (size_t i = 0; i < sizeof labels / sizeof *labels && !label; i++) label = mkcv_node_string(l, labels[i]);
        for (size_t i = 0; i < sizeof urls / sizeof *urls && !url; i++) url = mkcv_node_string(l, urls[i]);
        if (url) mkcv_entry_link(r, e, label ? label : "link", url, l->loc);
    }
}

static void read_unknown(struct reading *d, const struct mkcv_node *m)
{
    if (m->kind != MKCV_NODE_SCALAR || is_blank(m) || d->exact) return;
    if (!strcasecmp(m->key, "department") || !strcasecmp(m->key, "school") || !strcasecmp(m->key, "faculty")) {
        struct mkcv_text all = mkcv_markdown_inline(d->r->arena, m->value, m->loc, d->r->diags),
                         *org = &d->e->fields[MKCV_FIELD_ORG];
        if (org->s) mkcv_text_append(d->r->arena, &all, ", ", 2, NULL);
        mkcv_text_join(d->r->arena, &all, org, MKCV_ROLE_PLAIN);
        *org = all;
    } else if (is_url(m->value)) {
        set_url(d, humanise(d->r->arena, m->key), m);
    } else if (strchr(m->value, ' ') && strlen(m->value) < UNKNOWN_BYTES) {
        add_note(d, m->value, m->loc);
    }
}

static void read_member(struct reading *d, const struct mkcv_node *m)
{
    struct mkcv_data_sense sense = mkcv_data_sense(d->e->kind, m->key);
    switch (sense.role) {
    case MKCV_DATA_FIELD: /* set before, the best of each */
        if (m == d->best[sense.field]) set_field(d, sense.field, m);
        break;
    case MKCV_DATA_DATE:
        set_date(d, m);
        break;
    case MKCV_DATA_START:
        d->start = m;
        break;
    case MKCV_DATA_END:
        d->end = m;
        break;
    case MKCV_DATA_CURRENT:
        d->e->current = d->e->current || (m->value && !strcasecmp(m->value, "true"));
        break;
    case MKCV_DATA_URL:
        set_url(d, NULL, m);
        break;
    case MKCV_DATA_HIGHLIGHTS:
        set_points(d, m);
        break;
    case MKCV_DATA_LINKS:
        mkcv_data_links(d->r, d->e, m);
        break;
    case MKCV_DATA_PEOPLE:
        add_people(d, m, sense.relation);
        break;
    case MKCV_DATA_SELECTED:
        d->e->selected = m->value && !strcasecmp(m->value, "true");
        break;
    case MKCV_DATA_HIDDEN:
        d->e->hidden = m->value && !strcasecmp(m->value, "true");
        break;
    case MKCV_DATA_NOTHING:
        break;
    case MKCV_DATA_UNKNOWN:
        read_unknown(d, m);
        break;
    }
}

static void choose_members(struct reading *d, const struct mkcv_node *map)
{
    for (const struct mkcv_node *m = map->first; m; m = m->next) {
        struct mkcv_data_sense sense = m->key ? mkcv_data_sense(d->e->kind, m->key) : (struct mkcv_data_sense){0};
        if (!m->key || sense.role != MKCV_DATA_FIELD || is_blank(m) || m->kind == MKCV_NODE_MAP) continue;
        const struct mkcv_node **best = &d->best[sense.field];
        bool better = !*best || sense.rank < d->rank[sense.field];
        if (*best) d->spare = better ? *best : m;
        if (!better) continue;
        *best = m;
        d->rank[sense.field] = sense.rank;
    }
}

bool mkcv_data_read_map(struct mkcv_reader *r, enum mkcv_kind kind, const struct mkcv_node *map, bool exact)
{
    struct mkcv_entry entry = {.kind = kind, .loc = map->loc};
    struct reading d = {.r = r, .e = &entry, .exact = exact};
    choose_members(&d, map);
    set_term(&d, map);
    for (const struct mkcv_node *m = map->first; m; m = m->next)
        if (m->key && !is_blank(m)) read_member(&d, m);
    if (!entry.fields[MKCV_FIELD_TITLE].s && d.spare && !exact) set_field(&d, MKCV_FIELD_TITLE, d.spare);
    set_range(&d);
    if (kind == MKCV_KIND_EDUCATION && !exact) mkcv_data_part_degree(r, &entry);
    if ((kind == MKCV_KIND_EDUCATION || kind == MKCV_KIND_WORK) && !exact) mkcv_data_part_place(r, &entry);
    bool news = kind == MKCV_KIND_NEWS && entry.fields[MKCV_FIELD_SUMMARY].s;
    if (!entry.fields[MKCV_FIELD_TITLE].s && !entry.fields[MKCV_FIELD_ORG].s && !news) return false;
    if (kind != MKCV_KIND_SERVICE || exact || !mkcv_data_add_venues(r, &entry)) mkcv_read_add(r, &entry);
    return true;
}
