/* listing.c - entries of collections and data files of no known kind as items of a list, which is read under the
 * heading that stands above it. */
#include "mkcv/source.h"
#include "site.h"
#include <string.h>
#include <strings.h>

/* Keys in the order in which their values are said; the first of a row that is there. */
static const char *const said[][14] = {
    {"title", "name", "award", "degree", "position", "role", "course", "student", "project", "event_name", "label",
     "text"},
    {"role", "position", "degree", "level", "type"},
    {"area", "major", "field", "subject", "topic", "specialization", "what"},
    {"institution", "organization", "organisation", "org", "company", "employer", "school", "university", "uni",
     "venue", "conference", "journal", "where"},
    {"awarder", "agency", "funder", "sponsor", "source", "publisher", "event", "host", "outlet"},
    {"number", "grant_number", "id_number", "amount", "funding", "budget"},
    {"with", "authors", "co"},
    {"location", "place", "city", "country"},
    {"status", "note", "notes"},
};
enum { ROWS = sizeof said / sizeof *said, KEYS = 14, DEEPEST = 8 };

static const char *const start_keys[] = {"start", "start_date", "startDate", "date_start", "from", "begin"};
static const char *const end_keys[] = {"end", "end_date", "endDate", "date_end", "to", "until"};
static const char *const date_keys[] = {"date", "year", "years", "period", "time", "dates", "duration", "when", "term"};
static const char *const prose_keys[] = {"description", "summary", "excerpt", "details", "abstract", "content", "desc"};
static const char *const link_keys[] = {"link", "url", "website", "paperurl", "external_link"};

/* Said below the entry, behind a word for what they are; of a post alone, so that a student's topic stays beside the
 * name.
 */
static const struct {
    const char *key, *label;
    bool of_post;
} labelled[] = {
    {"advisor", "Advisor", false},         {"advisors", "Advisors", false}, {"supervisor", "Supervisor", false},
    {"supervisors", "Supervisors", false}, {"topic", "Topic", true},        {"project", "Project", true}};

struct item {
    struct mkcv_arena *arena;
    struct mkcv_diags *diags;
    const struct mkcv_node *meta;
    struct mkcv_text text;
};

static const struct mkcv_node *first_of(const struct mkcv_node *meta, const char *const *keys, size_t n)
{
    for (size_t i = 0; i < n && keys[i]; i++)
        if (mkcv_node_string(meta, keys[i])) return mkcv_node_lookup(meta, keys[i]);
    return NULL;
}

#define FIRST_OF(meta, keys) first_of((meta), (keys), sizeof(keys) / sizeof *(keys))

static void say(struct item *it, const struct mkcv_node *n, const char *value, const char *joint)
{
    struct mkcv_text t = mkcv_markdown_inline(it->arena, value, n->loc, it->diags);
    if (mkcv_text_is_empty(&t)) return;
    if (it->text.s && *it->text.s) mkcv_text_append(it->arena, &it->text, joint, strlen(joint), NULL);
    mkcv_text_join(it->arena, &it->text, &t, MKCV_ROLE_PLAIN);
}

/* "2020-05-01 00:00:00 +0000" without its time. */
static const char *day_of(struct mkcv_arena *a, const char *date)
{
    size_t n = strcspn(date, "T ");
    return n == 10 && date[4] == '-' ? mkcv_arena_strndup(a, date, n) : date;
}

static void say_dates(struct item *it)
{
    const struct mkcv_node *start = FIRST_OF(it->meta, start_keys), *end = FIRST_OF(it->meta, end_keys),
                           *date = FIRST_OF(it->meta, date_keys);
    if (start) {
        const char *to = end ? day_of(it->arena, end->value) : "present";
        say(it, start, mkcv_arena_printf(it->arena, "%s – %s", day_of(it->arena, start->value), to), ", ");
    } else if (end || date)
        say(it, end ? end : date, day_of(it->arena, end ? end->value : date->value), ", ");
}

/* The first value bears the entry's link. */
static void link_text(struct item *it)
{
    const struct mkcv_node *link = FIRST_OF(it->meta, link_keys);
    if (!link || !it->text.spans.count) return;
    for (size_t i = 0; i < it->text.spans.count; i++)
        if (it->text.spans.at[i].url) return;
    for (size_t i = 0; i < it->text.spans.count; i++) it->text.spans.at[i].url = link->value;
}

/* {title, institution, years}: a post, and not the people or works of one. */
static bool is_post(const struct mkcv_node *meta)
{
    static const char *const posts[] = {"title", "position", "job"};
    static const char *const places[] = {"institution", "organization", "organisation", "company", "employer", "where"};
    return FIRST_OF(meta, posts) && FIRST_OF(meta, places) && (FIRST_OF(meta, date_keys) || FIRST_OF(meta, start_keys));
}

/* The label of a value that is said below; NULL: it stands in the line. */
static const char *label_of(const struct mkcv_node *meta, const struct mkcv_node *n)
{
    for (size_t i = 0; n->key && i < sizeof labelled / sizeof *labelled; i++)
        if (!strcasecmp(n->key, labelled[i].key))
            return !labelled[i].of_post || is_post(meta) ? labelled[i].label : NULL;
    return NULL;
}

static void say_values(struct item *it)
{
    const struct mkcv_node *told[ROWS] = {NULL};
    for (size_t row = 0; row < ROWS; row++) {
        const struct mkcv_node *n = first_of(it->meta, said[row], KEYS);
        bool again = false;
        for (size_t k = 0; k < row; k++) again |= told[k] == n;
        if (!n || again || label_of(it->meta, n)) continue;
        told[row] = n;
        say(it, n, n->value, ", ");
        if (row == 0) link_text(it);
    }
    say_dates(it);
}

static struct mkcv_block *new_block(struct mkcv_arena *a, enum mkcv_block_kind kind, struct mkcv_loc loc)
{
    struct mkcv_block *b = MKCV_NEW(a, struct mkcv_block);
    b->kind = kind;
    b->loc = loc;
    return b;
}

static struct mkcv_block *read_item(struct mkcv_arena *a, const struct mkcv_node *meta, struct mkcv_loc loc, int depth,
                                    struct mkcv_diags *d);

/* The list that stands below an entry's values: "items: [...]". */
static struct mkcv_block *inner_list(struct mkcv_arena *a, const struct mkcv_node *list, int depth,
                                     struct mkcv_diags *d)
{
    struct mkcv_block *block = new_block(a, MKCV_BLOCK_LIST, list->loc), **tail = &block->first;
    for (const struct mkcv_node *n = list->first; n; n = n->next) {
        struct mkcv_block *item = read_item(a, n, n->loc, depth + 1, d);
        if (!item) continue;
        *tail = item;
        tail = &item->next;
    }
    return block->first ? block : NULL;
}

/* "Advisor: Ada Moss" and the like, as the list below an entry; NULL when there is none. */
static struct mkcv_block *labelled_list(struct mkcv_arena *a, const struct mkcv_node *meta, struct mkcv_diags *d)
{
    struct mkcv_block *block = new_block(a, MKCV_BLOCK_LIST, meta->loc), **tail = &block->first;
    for (const struct mkcv_node *n = meta->kind == MKCV_NODE_MAP ? meta->first : NULL; n; n = n->next) {
        const char *label = n->kind == MKCV_NODE_SCALAR && n->value && *n->value ? label_of(meta, n) : NULL;
        if (!label) continue;
        *tail = new_block(a, MKCV_BLOCK_ITEM, n->loc);
        (*tail)->first = new_block(a, MKCV_BLOCK_PARAGRAPH, n->loc);
        const char *line = mkcv_arena_printf(a, "%s: %s", label, n->value);
        (*tail)->first->text = mkcv_markdown_inline(a, line, n->loc, d);
        tail = &(*tail)->next;
    }
    return block->first ? block : NULL;
}

static struct mkcv_block *read_item(struct mkcv_arena *a, const struct mkcv_node *meta, struct mkcv_loc loc, int depth,
                                    struct mkcv_diags *d)
{
    static const char *const passed[] = {"tags", "categories", "redirect_from", "header", "links", "gallery"};
    struct item it = {.arena = a, .diags = d, .meta = meta, .text = {.file = loc.file}};
    if (!meta || depth > DEEPEST) return NULL;
    if (meta->kind == MKCV_NODE_SCALAR)
        say(&it, meta, meta->value, "");
    else
        say_values(&it);
    struct mkcv_block *block = new_block(a, MKCV_BLOCK_ITEM, loc), **tail = &block->first;
    if (!mkcv_text_is_empty(&it.text)) {
        *tail = new_block(a, MKCV_BLOCK_PARAGRAPH, loc);
        (*tail)->text = it.text;
        tail = &(*tail)->next;
    }
    struct mkcv_block *below = labelled_list(a, meta, d);
    if (below) {
        *tail = below;
        tail = &below->next;
    }
    const struct mkcv_node *prose = meta->kind == MKCV_NODE_MAP ? FIRST_OF(meta, prose_keys) : NULL;
    if (prose) {
        *tail = new_block(a, MKCV_BLOCK_PARAGRAPH, prose->loc);
        (*tail)->text = mkcv_markdown_inline(a, prose->value, prose->loc, d);
        tail = &(*tail)->next;
    }
    for (const struct mkcv_node *n = meta->kind == MKCV_NODE_MAP ? meta->first : NULL; n; n = n->next) {
        bool pass = n->kind != MKCV_NODE_LIST;
        for (size_t i = 0; i < sizeof passed / sizeof *passed; i++) pass |= n->key && !strcasecmp(n->key, passed[i]);
        struct mkcv_block *list = pass ? NULL : inner_list(a, n, depth, d);
        if (!list) continue;
        *tail = list;
        tail = &list->next;
    }
    return block->first ? block : NULL;
}

struct mkcv_block *mkcv_site_list_item(struct mkcv_arena *a, const struct mkcv_record *r, struct mkcv_diags *d)
{
    struct mkcv_block *item = read_item(a, r->meta, r->meta ? r->meta->loc : r->loc, 0, d);
    struct mkcv_block *body = r->body ? (struct mkcv_block *)r->body->first : NULL; /* ours until handed on */
    if (!item) {
        if (!body) return NULL;
        item = new_block(a, MKCV_BLOCK_ITEM, r->loc);
    }
    struct mkcv_block **tail = &item->first;
    while (*tail) tail = &(*tail)->next;
    *tail = body;
    return item;
}
