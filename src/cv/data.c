/* data.c - sections of data files into the CV: a heading or a key says the kind, each value is an entry.
 *
 * A map whose keys are known is an entry as it stands; a string is read as an item of a page is. What cannot be read is
 * kept, as a section of its own. */
#include "data.h"
#include "mkcv/publication.h"
#include "mkcv/section.h"
#include "mkcv/source.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include "words.h"
#include <string.h>

#define NESTED_MOST 6 /* levels of lists in lists */

struct data {
    struct mkcv_reader *r;
    const struct mkcv_record *record;
    const char *title;
    struct mkcv_heading sense;
    bool exact;
    struct mkcv_block **kept, *rest; /* what was not understood */
};

/* --- kinds -------------------------------------------------------------------------------------------------------- */

static bool has_key(const struct mkcv_node *map, const char *const *keys)
{
    for (; *keys; keys++)
        if (mkcv_node_lookup(map, *keys)) return true;
    return false;
}

#define KEYS(...) ((const char *const[]){__VA_ARGS__, NULL})

static bool has_degree(struct mkcv_arena *a, const struct mkcv_node *map)
{
    struct mkcv_range degree;
    const char *title = mkcv_node_string(map, "title");
    if (!title) title = mkcv_node_string(map, "degree");
    return title && mkcv_degree_find(a, title, 0, strlen(title), &degree) && degree.from == 0;
}

/* Keys that only one kind has, for a heading that says nothing. */
static enum mkcv_kind kind_by_keys(const struct mkcv_node *map)
{
    if (has_key(map, KEYS("studyType", "area", "degree")) && has_key(map, KEYS("institution", "school", "university")))
        return MKCV_KIND_EDUCATION;
    if (has_key(map, KEYS("company", "employer")) && has_key(map, KEYS("position", "title", "role")))
        return MKCV_KIND_WORK;
    if (has_key(map, KEYS("awarder"))) return MKCV_KIND_AWARDS;
    if (has_key(map, KEYS("title", "name")) && has_key(map, KEYS("authors", "author")) &&
        has_key(map, KEYS("journal", "doi", "publisher", "venue")))
        return MKCV_KIND_PUBLICATIONS;
    return MKCV_KIND_COUNT;
}

/* "Tide Fund – Co-I": whose money it was is said; other entries under "Grants and Awards" are honours. */
static bool leads_grant(struct mkcv_arena *a, const struct mkcv_node *map)
{
    static const char *const roles[] = {"pi",           "copi",   "co pi",  "coi", "co i", "principal investigator",
                                        "investigator", "funded", "budget", NULL};
    if (has_key(map, KEYS("amount", "budget", "funder"))) return true;
    for (const struct mkcv_node *m = map->first; m; m = m->next)
        for (const char *const *role = m->kind == MKCV_NODE_SCALAR && m->value ? roles : NULL; role && *role; role++)
            if (mkcv_fold_has(mkcv_utf8_fold(a, m->value), *role)) return true;
    return false;
}

/* Under "Education and Experience" each entry says itself what it is. */
static enum mkcv_kind kind_of(const struct data *d, const struct mkcv_node *map)
{
    enum mkcv_kind one = d->sense.kind, other = d->sense.second;
    if (d->sense.sense != MKCV_HEADING_KIND) return kind_by_keys(map);
    if (other == MKCV_KIND_COUNT) return one;
    enum mkcv_kind by_keys = kind_by_keys(map);
    if (by_keys == one || by_keys == other) return by_keys;
    bool money = one == MKCV_KIND_GRANTS || other == MKCV_KIND_GRANTS;
    if (money && (one == MKCV_KIND_AWARDS || other == MKCV_KIND_AWARDS))
        return leads_grant(d->r->arena, map) ? MKCV_KIND_GRANTS : MKCV_KIND_AWARDS;
    bool study = one == MKCV_KIND_EDUCATION || other == MKCV_KIND_EDUCATION;
    if (!study) return one;
    if (has_degree(d->r->arena, map)) return MKCV_KIND_EDUCATION;
    return one == MKCV_KIND_EDUCATION ? other : one;
}

/* --- works -------------------------------------------------------------------------------------------------------- */

/* JSON Resume's names of a work's keys beside those that publication_record.c knows. */
static const char *work_key(const char *key)
{
    static const char *const names[][2] = {
        {"name", "title"}, {"publisher", "venue"}, {"releaseDate", "date"}, {"website", "url"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcasecmp(key, names[i][0])) return names[i][1];
    return key;
}

static bool read_work(const struct data *d, const struct mkcv_node *map)
{
    struct mkcv_node *renamed = MKCV_NEW(d->r->arena, struct mkcv_node), **next = &renamed->first;
    *renamed = *map;
    renamed->first = NULL;
    for (const struct mkcv_node *m = map->first; m; m = m->next) {
        *next = MKCV_NEW(d->r->arena, struct mkcv_node);
        **next = *m;
        (*next)->next = NULL;
        if (m->key) (*next)->key = work_key(m->key);
        next = &(*next)->next;
    }
    struct mkcv_record work = {
        .kind = MKCV_RECORD_PUBLICATION, .path = d->record->path, .meta = renamed, .loc = map->loc};
    return mkcv_publication_read_record(d->r, &work);
}

/* --- values ------------------------------------------------------------------------------------------------------- */

static void keep(struct data *d, const struct mkcv_node *n)
{
    *d->kept = mkcv_data_block(d->r, n);
    d->kept = &(*d->kept)->next;
}

static size_t count_entries(const struct mkcv_reader *r, enum mkcv_kind kind)
{
    const struct mkcv_section *s = mkcv_cv_lookup(r->cv, kind);
    return s ? s->entries.count : 0;
}

/* A string, or a map that is one, as a page's item of the kind. `when`: a date that stands beside it. */
static bool read_text(struct data *d, enum mkcv_kind kind, const struct mkcv_node *n, const struct mkcv_node *when)
{
    if (kind >= MKCV_KIND_COUNT || kind == MKCV_KIND_OTHER) return false;
    struct mkcv_reader *r = d->r;
    const struct mkcv_section_kind *k = mkcv_section_kind(kind);
    struct mkcv_block *item = mkcv_data_block(r, n);
    size_t before = count_entries(r, kind);
    if (!mkcv_read_fits_block(r, item)) return false;
    r->kind = kind;
    bool read = k->read_item && k->read_item(r, item);
    if (!read) read = mkcv_item_read(r, kind, item);
    r->kind = MKCV_KIND_COUNT;
    r->rest = (struct mkcv_text){.s = NULL};
    struct mkcv_section *s = mkcv_cv_lookup(r->cv, kind);
    for (size_t i = before; when && s && i < s->entries.count; i++) {
        struct mkcv_entry *e = &s->entries.at[i];
        if (!e->end.year && !e->start.year && !e->dates.count && !e->current)
            mkcv_entry_date_string(r, e, when->value, when->loc);
    }
    return read;
}

static void read_value(struct data *d, const struct mkcv_node *n, int depth);

/* {year: 2023, items: [...]}: each is an entry of that year. */
static bool read_dated_items(struct data *d, const struct mkcv_node *map)
{
    const struct mkcv_node *items = mkcv_node_lookup(map, "items"), *year = mkcv_node_lookup(map, "year");
    if (!items) items = mkcv_node_lookup(map, "contents");
    if (!year) year = mkcv_node_lookup(map, "date");
    if (!items || items->kind != MKCV_NODE_LIST || !year || year->kind != MKCV_NODE_SCALAR ||
        has_key(map, KEYS("title", "name", "institution")))
        return false;
    enum mkcv_kind kind = d->sense.sense == MKCV_HEADING_KIND ? d->sense.kind : MKCV_KIND_COUNT;
    for (const struct mkcv_node *i = items->first; i; i = i->next)
        if (!read_text(d, kind, i, year)) keep(d, i);
    return true;
}

/* {title: "Talk, Place, May 2024", links: [...]}: all is in one string. */
static bool read_titled_line(struct data *d, const struct mkcv_node *map)
{
    const struct mkcv_node *line = NULL, *links = NULL;
    for (const struct mkcv_node *m = map->first; m; m = m->next) {
        enum mkcv_data_role role = m->key ? mkcv_data_sense(d->sense.kind, m->key).role : MKCV_DATA_UNKNOWN;
        if (role == MKCV_DATA_LINKS)
            links = m;
        else if (role == MKCV_DATA_FIELD && m->kind == MKCV_NODE_SCALAR && !line)
            line = m;
        else if (role != MKCV_DATA_NOTHING)
            return false;
    }
    if (!line || !line->value || (!links && !strpbrk(line->value, ",;"))) return false;
    size_t before = count_entries(d->r, d->sense.kind);
    if (!read_text(d, d->sense.kind, line, NULL)) return false;
    struct mkcv_section *s = mkcv_cv_lookup(d->r->cv, d->sense.kind);
    if (s && s->entries.count > before) mkcv_data_links(d->r, &s->entries.at[before], links);
    return true;
}

/* {title: "Area Chair", items: [...]}: the title is the group of what stands below, but for words with their keywords.
 */
static bool read_group(struct data *d, const struct mkcv_node *map, int depth)
{
    const struct mkcv_node *list = NULL, *name = NULL;
    for (const struct mkcv_node *m = map->first; m; m = m->next) {
        if (m->kind == MKCV_NODE_LIST && !list)
            list = m;
        else if (m->kind == MKCV_NODE_SCALAR && !name)
            name = m;
        else
            return false;
    }
    bool words = d->sense.kind == MKCV_KIND_INTERESTS || d->sense.kind == MKCV_KIND_SKILLS;
    if (!list || !list->first || !name || !name->value || words || depth >= NESTED_MOST) return false;
    /* points below a post or a degree are its highlights, not entries */
    if (d->sense.kind == MKCV_KIND_WORK || d->sense.kind == MKCV_KIND_EDUCATION || d->sense.kind == MKCV_KIND_PROJECTS)
        return false;
    *MKCV_PUSH(d->r->arena, &d->r->groups) = mkcv_text_new(d->r->arena, name->value, name->loc);
    read_value(d, list, depth + 1);
    d->r->groups.count--;
    return true;
}

/* {2023: [...], 2024: [...]}: each list under its key. */
static bool read_map_of_lists(struct data *d, const struct mkcv_node *map, int depth)
{
    for (const struct mkcv_node *m = map->first; m; m = m->next)
        if (m->kind != MKCV_NODE_LIST || !m->key) return false;
    if (depth >= NESTED_MOST) return false;
    for (const struct mkcv_node *m = map->first; m; m = m->next) {
        *MKCV_PUSH(d->r->arena, &d->r->groups) = mkcv_text_new(d->r->arena, m->key, m->key_loc);
        read_value(d, m, depth + 1);
        d->r->groups.count--;
    }
    return true;
}

static void read_map(struct data *d, const struct mkcv_node *map, int depth)
{
    static const char *const bullets[] = {"bullet", "number", "reversed_number", NULL};
    for (const char *const *b = bullets; *b; b++) {
        const struct mkcv_node *only = mkcv_node_lookup(map, *b);
        if (!only || map->first->next || only->kind != MKCV_NODE_SCALAR) continue;
        read_value(d, only, NESTED_MOST);
        return;
    }
    bool plain = d->sense.sense == MKCV_HEADING_KIND && !d->exact;
    if (read_dated_items(d, map) || (plain && read_titled_line(d, map)) || (plain && read_group(d, map, depth)) ||
        (!d->exact && read_map_of_lists(d, map, depth)))
        return;
    enum mkcv_kind kind = kind_of(d, map);
    bool known = kind < MKCV_KIND_COUNT && kind != MKCV_KIND_OTHER;
    if (known && (kind == MKCV_KIND_PUBLICATIONS ? read_work(d, map) : mkcv_data_read_map(d->r, kind, map, d->exact)))
        return;
    if (!known || !read_text(d, kind, map, NULL)) keep(d, map);
}

static void read_value(struct data *d, const struct mkcv_node *n, int depth)
{
    switch (n->kind) {
    case MKCV_NODE_SCALAR: {
        enum mkcv_kind kind = d->sense.sense == MKCV_HEADING_KIND ? d->sense.kind : MKCV_KIND_COUNT;
        bool second = kind < MKCV_KIND_COUNT && d->sense.second < MKCV_KIND_COUNT;
        if (!n->value || !n->value[strspn(n->value, " \t\n")]) break;
        if (!read_text(d, kind, n, NULL) && !(second && read_text(d, d->sense.second, n, NULL))) keep(d, n);
        break;
    }
    case MKCV_NODE_LIST:
        for (const struct mkcv_node *m = depth < NESTED_MOST ? n->first : NULL; m; m = m->next)
            read_value(d, m, depth + 1);
        break;
    case MKCV_NODE_MAP:
        if (n->first) read_map(d, n, depth);
        break;
    }
}

/* --- sections ----------------------------------------------------------------------------------------------------- */

static void name_section(const struct data *d, const struct mkcv_node *title)
{
    if (d->sense.sense != MKCV_HEADING_KIND || d->sense.second != MKCV_KIND_COUNT || !title) return;
    const struct mkcv_section *had = mkcv_cv_lookup(d->r->cv, d->sense.kind);
    if (had && (had->title || had->entries.count)) return;
    struct mkcv_section *s = mkcv_read_section(d->r, d->sense.kind);
    s->title = d->title;
    s->loc = title->loc;
}

static void keep_rest(const struct data *d)
{
    if (!d->rest) return;
    struct mkcv_section *s = MKCV_PUSH(d->r->arena, &d->r->cv->sections);
    struct mkcv_block *list = MKCV_NEW(d->r->arena, struct mkcv_block);
    *list = (struct mkcv_block){.kind = MKCV_BLOCK_LIST, .first = d->rest, .loc = d->rest->loc};
    *s = (struct mkcv_section){
        .kind = MKCV_KIND_OTHER, .title = d->title, .level = 1, .loc = d->record->loc, .body = list};
    if (d->title && d->sense.sense == MKCV_HEADING_UNKNOWN)
        mkcv_report(d->r->diags, MKCV_DIAG_SECTION_UNKNOWN, s->loc, d->title);
}

/* Texts under "About me", where no page tells of the owner. */
static bool take_biography(struct mkcv_reader *r, const struct mkcv_node *entries)
{
    struct mkcv_basics *b = &r->cv->basics;
    if (!entries || entries->kind != MKCV_NODE_LIST || b->summary.count) return false;
    for (const struct mkcv_node *m = entries->first; m; m = m->next)
        if (m->kind != MKCV_NODE_SCALAR) return false;
    for (const struct mkcv_node *m = entries->first; m; m = m->next) {
        struct mkcv_text t = mkcv_markdown_inline(r->arena, m->value, m->loc, r->diags);
        if (!mkcv_text_is_empty(&t)) *MKCV_PUSH(r->arena, &b->summary) = t;
    }
    return true;
}

/* What a page tells visitors for amusement is a section of the CV where the owner wrote it into the CV's own file. */
static bool is_personal(struct mkcv_arena *a, const char *title)
{
    static const char *const titles[] = {"other interests", "other interests and hobbies", "hobbies",
                                         "hobby",           "personal interests",          NULL};
    return title && mkcv_word_in(mkcv_utf8_fold(a, title), titles);
}

void mkcv_data_read_values(struct mkcv_reader *r, enum mkcv_kind kind, const struct mkcv_node *values)
{
    const struct mkcv_record record = {.kind = MKCV_RECORD_DATA, .loc = values->loc};
    struct data d = {.r = r, .record = &record};
    d.kept = &d.rest;
    d.sense = (struct mkcv_heading){MKCV_HEADING_KIND, kind, MKCV_KIND_COUNT, true, false};
    read_value(&d, values, 0);
    keep_rest(&d);
}

static void read_record(struct mkcv_reader *r, const struct mkcv_record *record)
{
    const struct mkcv_node *title = mkcv_node_lookup(record->meta, "title"),
                           *entries = mkcv_node_lookup(record->meta, "entries");
    const char *key = mkcv_node_string(record->meta, "kind");
    struct data d = {.r = r, .record = record, .title = mkcv_node_string(record->meta, "title")};
    d.kept = &d.rest;
    if (key && mkcv_kind_from_key(key) == MKCV_KIND_COUNT) return; /* no section: scholar.c's */
    d.exact = mkcv_node_bool(record->meta, "exact", false);
    d.sense = mkcv_heading_read(r->arena, d.title);
    if (key) d.sense = (struct mkcv_heading){MKCV_HEADING_KIND, mkcv_kind_from_key(key), MKCV_KIND_COUNT, true, false};
    if (d.sense.sense == MKCV_HEADING_LEFT_OUT && !is_personal(r->arena, d.title)) {
        mkcv_report(r->diags, MKCV_DIAG_SECTION_LEFT_OUT, record->loc, d.title);
        return;
    }
    if (!entries || (d.sense.sense == MKCV_HEADING_BIOGRAPHY && take_biography(r, entries))) return;
    if (mkcv_node_bool(record->meta, "loose", false) && (d.sense.sense != MKCV_HEADING_KIND || !d.sense.whole)) {
        mkcv_report(r->diags, MKCV_DIAG_SITE_SKIPPED, record->loc, record->path, "no page shows it");
        return;
    }
    if (!key) name_section(&d, title);
    r->heading = d.title ? mkcv_text_new(r->arena, d.title, title->loc) : (struct mkcv_text){.s = NULL};
    r->selected = d.sense.selected;
    r->mixed = d.sense.second != MKCV_KIND_COUNT;
    r->list = record;
    struct mkcv_node rest = {.kind = MKCV_NODE_LIST};
    if (!key && mkcv_data_read_general(r, d.title, entries, &rest)) entries = &rest;
    read_value(&d, entries, 0);
    keep_rest(&d);
    r->list = NULL;
    r->heading = (struct mkcv_text){.s = NULL};
    r->selected = r->mixed = false;
}

void mkcv_data_read(struct mkcv_reader *r)
{
    r->lead = (struct mkcv_text){.s = NULL};
    r->groups.count = 0;
    for (size_t i = 0; i < r->site->records.count; i++) {
        const struct mkcv_record *record = &r->site->records.at[i];
        if (record->kind != MKCV_RECORD_DATA) continue;
        r->page = record;
        read_record(r, record);
    }
    r->page = NULL;
}
