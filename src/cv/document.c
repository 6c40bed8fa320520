/* document.c - the JSON that mkcv wrote back into the CV: the inverse of backend/json*.c.
 *
 * Nothing is understood, merged or ordered here; what stands there is taken. Documents of other programs are records
 * like any other data file. A document may have been edited by hand: what is missing is missing, entries without a
 * source have none, and a section's text that was changed counts more than the blocks it was written from. */
#include "mkcv/language.h"
#include "mkcv/section.h"
#include "mkcv/source.h"
#include "parts.h"
#include <stdlib.h>
#include <string.h>

#define BLOCKS_DEEP 100

static const struct mkcv_node *first_of(const struct mkcv_node *n, const char *key, enum mkcv_node_kind kind)
{
    const struct mkcv_node *m = mkcv_node_lookup(n, key);
    return m && m->kind == kind ? m->first : NULL;
}

static int number_of(const struct mkcv_node *n, const char *key)
{
    const char *s = mkcv_node_string(n, key);
    long value = s ? strtol(s, NULL, 10) : 0;
    return value > 0 && value < 1 << 30 ? (int)value : 0;
}

static struct mkcv_loc loc_from(const struct mkcv_node *source)
{
    return (struct mkcv_loc){mkcv_node_string(source, "file"), number_of(source, "line"), number_of(source, "column")};
}

static struct mkcv_loc source_of(const struct mkcv_node *n) { return loc_from(mkcv_node_lookup(n, "source")); }

static struct mkcv_text text_of(struct mkcv_arena *a, const struct mkcv_node *n, const char *key, struct mkcv_loc loc)
{
    return mkcv_text_from_markdown(a, mkcv_node_string(n, key), loc);
}

/* --- entries ----------------------------------------------------------------------------------------------------- */

static struct mkcv_text joined(struct mkcv_arena *a, const struct mkcv_node *list, struct mkcv_loc loc)
{
    struct mkcv_text all = {.file = loc.file};
    for (const struct mkcv_node *m = list->first; m; m = m->next) {
        struct mkcv_text one = mkcv_text_from_markdown(a, mkcv_node_string(m, ""), loc);
        if (all.s && one.s) mkcv_text_append(a, &all, "; ", 2, NULL);
        mkcv_text_join(a, &all, &one, MKCV_ROLE_PLAIN);
    }
    return all;
}

static struct mkcv_text thesis(struct mkcv_arena *a, const struct mkcv_node *n, struct mkcv_loc loc)
{
    struct mkcv_text title = text_of(a, n, "title", loc);
    const char *url = mkcv_node_string(n, "url");
    for (size_t i = 0; i < title.spans.count; i++) title.spans.at[i].url = url;
    return title;
}

static void read_field(struct mkcv_arena *a, struct mkcv_entry *e, enum mkcv_field field, const struct mkcv_node *n)
{
    if (!n || field == MKCV_FIELD_COUNT) return;
    struct mkcv_text *t = &e->fields[field];
    if (n->kind == MKCV_NODE_LIST)
        *t = joined(a, n, e->loc);
    else if (n->kind == MKCV_NODE_MAP)
        *t = thesis(a, n, e->loc);
    else if (mkcv_field_is_plain(field))
        *t = mkcv_text_new(a, mkcv_node_string(n, ""), e->loc);
    else
        *t = mkcv_text_from_markdown(a, mkcv_node_string(n, ""), e->loc);
}

/* The parts of an organisation's name that are links; where the name was edited they are not. */
static void read_linked(struct mkcv_arena *a, struct mkcv_entry *e, const struct mkcv_node *n)
{
    struct mkcv_text *org = &e->fields[MKCV_FIELD_ORG];
    for (const struct mkcv_node *m = first_of(n, "linked", MKCV_NODE_LIST); m; m = m->next) {
        const char *part = mkcv_node_string(m, "text"), *url = mkcv_node_string(m, "url");
        size_t at = (size_t)number_of(m, "at"), length = part ? strlen(part) : 0;
        if (!url || !length || at + length > mkcv_text_length(org) || strncmp(org->s + at, part, length) != 0) continue;
        mkcv_text_link(a, org, at, at + length, url);
    }
}

static void read_fields(struct mkcv_arena *a, struct mkcv_entry *e, const struct mkcv_node *n)
{
    for (const struct mkcv_json_field *f = mkcv_section_kind(e->kind)->json; f && f->key; f++)
        read_field(a, e, f->field, mkcv_node_lookup(n, f->key));
    for (const struct mkcv_node *m = first_of(n, "fields", MKCV_NODE_MAP); m; m = m->next)
        if (m->key) read_field(a, e, mkcv_field_from_name(m->key), m);
    for (const struct mkcv_node *m = first_of(n, "lang", MKCV_NODE_MAP); m; m = m->next) {
        enum mkcv_field field = m->key ? mkcv_field_from_name(m->key) : MKCV_FIELD_COUNT;
        const char *lang = mkcv_language_tag(a, mkcv_node_string(m, ""));
        if (field != MKCV_FIELD_COUNT && lang) mkcv_text_speak(a, &e->fields[field], lang, false);
    }
    read_linked(a, e, n);
    read_linked(a, e, mkcv_node_lookup(n, "fields"));
}

static struct mkcv_date date_of(const struct mkcv_node *n, const char *key)
{
    struct mkcv_date d = {.year = 0};
    const char *s = mkcv_node_string(n, key);
    if (s) mkcv_date_from_string(s, &d);
    return d;
}

static void read_dates(struct mkcv_arena *a, struct mkcv_entry *e, const struct mkcv_node *n)
{
    const char *single = mkcv_section_kind(e->kind)->json_date;
    e->start = date_of(n, "startDate");
    e->end = date_of(n, "endDate");
    if (!e->end.year && single) e->end = date_of(n, single);
    e->current = mkcv_node_bool(n, "current", false);
    for (const struct mkcv_node *m = first_of(n, "dates", MKCV_NODE_LIST); m; m = m->next)
        *MKCV_PUSH(a, &e->dates) = date_of(m, "");
    e->date_text = mkcv_node_string(n, "dateText");
}

static void read_people(struct mkcv_arena *a, struct mkcv_entry *e, const struct mkcv_node *n, const char *key)
{
    enum mkcv_relation otherwise = !strcmp(key, "authors")    ? MKCV_REL_AUTHOR
                                   : !strcmp(key, "advisors") ? MKCV_REL_ADVISOR
                                                              : MKCV_REL_NONE;
    for (const struct mkcv_node *m = first_of(n, key, MKCV_NODE_LIST); m; m = m->next) {
        const char *name = mkcv_node_string(m, "name"), *relation = mkcv_node_string(m, "relation");
        if (!name) continue;
        *MKCV_PUSH(a, &e->people) =
            (struct mkcv_person){.name = name,
                                 .url = mkcv_node_string(m, "url"),
                                 .relation = relation ? mkcv_relation_from_name(relation) : otherwise,
                                 .marks = mkcv_node_string(m, "marks"),
                                 .self = mkcv_node_bool(m, "self", false)};
    }
}

static void read_category(struct mkcv_arena *a, struct mkcv_entry *e, const struct mkcv_node *path)
{
    struct mkcv_category *c = MKCV_PUSH(a, &e->categories);
    for (const struct mkcv_node *m = path ? path->first : NULL; m; m = m->next)
        *MKCV_PUSH(a, &c->path) = mkcv_node_string(m, "");
}

/* The places of a work: with its labels, when it has any. */
static void read_categories(struct mkcv_arena *a, struct mkcv_entry *e, const struct mkcv_node *n)
{
    const struct mkcv_node *labels = first_of(n, "labels", MKCV_NODE_LIST);
    for (const struct mkcv_node *m = labels; m; m = m->next) {
        read_category(a, e, mkcv_node_lookup(m, "category"));
        struct mkcv_category *c = &e->categories.at[e->categories.count - 1];
        c->label = mkcv_node_string(m, "label");
        c->loc = source_of(m);
    }
    for (const struct mkcv_node *m = labels ? NULL : first_of(n, "category", MKCV_NODE_LIST); m; m = m->next)
        read_category(a, e, m);
}

static void read_rest(struct mkcv_arena *a, struct mkcv_entry *e, const struct mkcv_node *n)
{
    for (const struct mkcv_node *m = first_of(n, "links", MKCV_NODE_LIST); m; m = m->next)
        if (mkcv_node_string(m, "url"))
            *MKCV_PUSH(a, &e->links) = (struct mkcv_link){mkcv_node_string(m, "label"), mkcv_node_string(m, "url")};
    for (const struct mkcv_node *m = first_of(n, mkcv_section_highlights(e->kind), MKCV_NODE_LIST); m; m = m->next)
        *MKCV_PUSH(a, &e->highlights) = mkcv_text_from_markdown(a, mkcv_node_string(m, ""), e->loc);
    for (const struct mkcv_node *m = first_of(n, "tags", MKCV_NODE_LIST); m; m = m->next)
        if (mkcv_node_string(m, "")) *MKCV_PUSH(a, &e->tags) = mkcv_node_string(m, "");
    for (const struct mkcv_node *m = first_of(mkcv_node_lookup(n, "source"), "alsoIn", MKCV_NODE_LIST); m; m = m->next)
        *MKCV_PUSH(a, &e->also) = loc_from(m);
    e->et_al = mkcv_node_bool(n, "etAl", false);
    e->priority = number_of(n, "priority");
    e->selected = mkcv_node_bool(n, "selected", false);
    e->hidden = mkcv_node_bool(n, "hidden", false);
    e->told = mkcv_node_bool(n, "told", false);
}

static void read_entries(struct mkcv_arena *a, struct mkcv_section *s, const struct mkcv_node *list)
{
    const char *people = mkcv_section_kind(s->kind)->json_people;
    for (; list; list = list->next) {
        if (list->kind != MKCV_NODE_MAP) continue;
        struct mkcv_entry *e = MKCV_PUSH(a, &s->entries);
        *e = (struct mkcv_entry){
            .kind = s->kind, .rule = MKCV_RULE_DATA, .loc = source_of(list), .url = mkcv_node_string(list, "url")};
        read_fields(a, e, list);
        read_dates(a, e, list);
        if (people && strcmp(people, "people") != 0) read_people(a, e, list, people);
        read_people(a, e, list, "people");
        read_categories(a, e, list);
        read_rest(a, e, list);
    }
}

/* --- sections ---------------------------------------------------------------------------------------------------- */

static struct mkcv_block *read_blocks(struct mkcv_arena *a, const struct mkcv_node *list, struct mkcv_loc loc,
                                      int depth)
{
    struct mkcv_block *first = NULL, **next = &first;
    for (; list && depth < BLOCKS_DEEP; list = list->next) {
        const char *name = mkcv_node_string(list, "kind");
        enum mkcv_block_kind kind;
        if (!name || !mkcv_block_kind_from_name(name, &kind)) continue;
        struct mkcv_block *b = *next = MKCV_NEW(a, struct mkcv_block);
        next = &b->next;
        *b = (struct mkcv_block){.kind = kind, .level = number_of(list, "level"), .loc = loc};
        b->ordered = mkcv_node_bool(list, "ordered", false);
        b->text = kind == MKCV_BLOCK_CODE ? mkcv_text_new(a, mkcv_node_string(list, "text"), loc)
                                          : text_of(a, list, "text", loc);
        b->first = read_blocks(a, first_of(list, "blocks", MKCV_NODE_LIST), loc, depth + 1);
    }
    return first;
}

/* The blocks of a section's text: as they were written, unless the text was edited since. */
static const struct mkcv_block *read_body(struct mkcv_reader *r, const struct mkcv_node *known,
                                          const struct mkcv_node *n, struct mkcv_loc loc)
{
    const struct mkcv_block *body = read_blocks(r->arena, first_of(known, "blocks", MKCV_NODE_LIST), loc, 0);
    const struct mkcv_node *meta;
    const char *text = mkcv_node_string(n, "text");
    if (!text || !strcmp(text, mkcv_blocks_markdown(r->arena, body))) return body;
    mkcv_page_read(r->arena, text, loc.file ? loc.file : n->loc.file, &meta, &body, r->diags);
    return body ? body->first : NULL;
}

static void read_other(struct mkcv_reader *r, const struct mkcv_node *known, const struct mkcv_node *n)
{
    struct mkcv_section *s = MKCV_PUSH(r->arena, &r->cv->sections);
    *s = (struct mkcv_section){.kind = MKCV_KIND_OTHER,
                               .title = mkcv_node_string(n, "title"),
                               .level = number_of(n, "level"),
                               .hidden = mkcv_node_bool(n, "hidden", false),
                               .loc = source_of(n)};
    s->body = read_body(r, known, n, s->loc);
    read_entries(r->arena, s, first_of(n, "entries", MKCV_NODE_LIST));
}

static void read_kind(struct mkcv_reader *r, const struct mkcv_node *known, const struct mkcv_node *document,
                      enum mkcv_kind kind)
{
    const struct mkcv_node *list = first_of(document, mkcv_section_kind(kind)->key, MKCV_NODE_LIST);
    if (!list || mkcv_cv_lookup(r->cv, kind)) return;
    struct mkcv_section *s = MKCV_PUSH(r->arena, &r->cv->sections);
    *s = (struct mkcv_section){
        .kind = kind, .title = mkcv_node_string(known, "title"), .level = 1, .loc = source_of(known)};
    read_entries(r->arena, s, list);
}

/* In the order that was written; what came in by hand since goes to the end. */
static void read_sections(struct mkcv_reader *r, const struct mkcv_node *document)
{
    const struct mkcv_node *others = first_of(document, "sections", MKCV_NODE_LIST);
    for (const struct mkcv_node *m = first_of(document, "meta.mkcv.sections", MKCV_NODE_LIST); m; m = m->next) {
        const char *key = mkcv_node_string(m, "key");
        enum mkcv_kind kind = key ? mkcv_kind_from_key(key) : MKCV_KIND_COUNT;
        if (kind == MKCV_KIND_OTHER && others) {
            read_other(r, m, others);
            others = others->next;
        } else if (kind != MKCV_KIND_OTHER && kind != MKCV_KIND_COUNT) {
            read_kind(r, m, document, kind);
        }
    }
    for (enum mkcv_kind k = 0; k < MKCV_KIND_COUNT; k++)
        if (k != MKCV_KIND_OTHER) read_kind(r, NULL, document, k);
    for (; others; others = others->next) read_other(r, NULL, others);
}

/* --- the person -------------------------------------------------------------------------------------------------- */

static void read_summary(struct mkcv_arena *a, struct mkcv_basics *b, const char *s)
{
    while (s && *s) {
        const char *gap = strstr(s, "\n\n");
        size_t n = gap ? (size_t)(gap - s) : strlen(s);
        *MKCV_PUSH(a, &b->summary) = mkcv_text_from_markdown(a, mkcv_arena_strndup(a, s, n), b->loc);
        s = gap ? gap + 2 : s + n;
    }
}

static void read_place(struct mkcv_basics *b, const struct mkcv_node *n)
{
    b->address = mkcv_node_string(n, "address");
    b->postal_code = mkcv_node_string(n, "postalCode");
    b->city = mkcv_node_string(n, "city");
    b->region = mkcv_node_string(n, "region");
    b->country = mkcv_node_string(n, "countryCode");
    if (!b->country) b->country = mkcv_node_string(n, "country");
}

static void read_basics(struct mkcv_reader *r, const struct mkcv_node *n)
{
    struct mkcv_arena *a = r->arena;
    struct mkcv_basics *b = &r->cv->basics;
    b->loc = source_of(n);
    b->name = r->settings->name ? r->settings->name : mkcv_node_string(n, "name");
    b->label = text_of(a, n, "label", b->loc);
    b->affiliation = text_of(a, n, "affiliation.name", b->loc);
    b->affiliation_url = mkcv_node_string(n, "affiliation.url");
    b->email = mkcv_node_string(n, "email");
    b->phone = mkcv_node_string(n, "phone");
    b->url = mkcv_node_string(n, "url");
    b->image = mkcv_node_string(n, "image");
    read_summary(a, b, mkcv_node_string(n, "summary"));
    read_place(b, mkcv_node_lookup(n, "location"));
    for (const struct mkcv_node *m = first_of(n, "profiles", MKCV_NODE_LIST); m; m = m->next)
        *MKCV_PUSH(a, &b->profiles) = (struct mkcv_profile){
            mkcv_node_string(m, "network"), mkcv_node_string(m, "username"), mkcv_node_string(m, "url")};
    for (const struct mkcv_node *m = first_of(n, "nameVariants", MKCV_NODE_LIST); m; m = m->next)
        if (mkcv_node_string(m, "")) *MKCV_PUSH(a, &b->name_variants) = mkcv_node_string(m, "");
}

void mkcv_document_read(struct mkcv_reader *r, const struct mkcv_node *document)
{
    struct mkcv_cv *cv = r->cv;
    const struct mkcv_node *own = mkcv_node_lookup(document, "meta.mkcv"), *site = mkcv_node_lookup(own, "site");
    const char *kind = mkcv_node_string(site, "kind"), *root = mkcv_node_string(site, "root");
    if (kind) cv->site_kind = kind;
    if (root) cv->site_root = root;
    if (!r->settings->lang && mkcv_node_string(site, "lang")) cv->lang = mkcv_node_string(site, "lang");
    read_basics(r, mkcv_node_lookup(document, "basics"));
    read_sections(r, document);
    for (const struct mkcv_node *m = first_of(own, "legend", MKCV_NODE_LIST); m; m = m->next)
        if (mkcv_node_string(m, "mark") && mkcv_node_string(m, "text"))
            *MKCV_PUSH(r->arena, &cv->legend) =
                (struct mkcv_legend){mkcv_node_string(m, "mark"), mkcv_node_string(m, "text")};
    for (const struct mkcv_node *m = first_of(own, "pagebreaks", MKCV_NODE_LIST); m; m = m->next)
        *MKCV_PUSH(r->arena, &cv->pagebreaks.list) = loc_from(m);
}
