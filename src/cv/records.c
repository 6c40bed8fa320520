/* records.c - talks, courses, projects and news that have files of their own. Their keys are those of the site layouts.
 */
#include "mkcv/section.h"
#include "parts.h"
#include <stdlib.h>
#include <string.h>

static const char *first_string(const struct mkcv_node *n, const char *const *keys)
{
    for (; *keys; keys++) {
        const char *s = mkcv_node_string(n, *keys);
        if (s) return s;
    }
    return NULL;
}

#define KEYS(...) ((const char *const[]){__VA_ARGS__, NULL})

static struct mkcv_loc loc_of(const struct mkcv_record *record, const char *key)
{
    const struct mkcv_node *n = mkcv_node_lookup(record->meta, key);
    return n && n->loc.line ? n->loc : record->loc;
}

static void set_field(struct mkcv_reader *r, struct mkcv_entry *e, enum mkcv_field field,
                      const struct mkcv_record *record, const char *const *keys)
{
    for (; *keys; keys++) {
        const char *s = mkcv_node_string(record->meta, *keys);
        if (!s) continue;
        mkcv_entry_set_string(r, e, field, s, loc_of(record, *keys));
        return;
    }
}

static void set_link(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_record *record, const char *label,
                     const char *const *keys)
{
    const char *url = first_string(record->meta, keys);
    if (!url) return;
    mkcv_entry_link(r, e, label, url, loc_of(record, keys[0]));
    if (!e->url && e->links.count) e->url = e->links.at[e->links.count - 1].url;
}

/* Hugo's links: a list of {type or name or label, url}. */
static void set_links(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_record *record)
{
    static const char *const labels[] = {"label", "name", "type", NULL};
    const struct mkcv_node *list = mkcv_node_lookup(record->meta, "links");
    for (const struct mkcv_node *n = list && list->kind == MKCV_NODE_LIST ? list->first : NULL; n; n = n->next) {
        const char *url = mkcv_node_string(n, "url"), *label = first_string(n, labels);
        if (url) mkcv_entry_link(r, e, label ? label : "link", url, n->loc);
    }
}

/* The first paragraph of the file's body. */
static struct mkcv_text first_paragraph(struct mkcv_arena *a, const struct mkcv_record *record)
{
    for (const struct mkcv_block *b = record->body ? record->body->first ? record->body->first : record->body : NULL; b;
         b = b->next)
        if (b->kind == MKCV_BLOCK_PARAGRAPH) return mkcv_item_text(a, b);
    return (struct mkcv_text){.s = NULL};
}

static void set_dates(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_record *record)
{
    const char *date = first_string(record->meta, KEYS("event_start", "date", "year", "when"));
    mkcv_entry_date_string(r, e, date, loc_of(record, "date"));
    const char *end = first_string(record->meta, KEYS("date_end", "event_end", "end_date"));
    struct mkcv_date last;
    if (!end || !mkcv_date_from_string(end, &last) || mkcv_date_compare(last, e->end) <= 0) return;
    e->start = e->end;
    e->end = last;
}

/* An address in parts: the city, its region, else its country. */
static void set_place(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_record *record)
{
    static const char *const maps[] = {"location", "address"};
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++) {
        const struct mkcv_node *map = mkcv_node_lookup(record->meta, maps[i]);
        const char *city = mkcv_node_string(map, "city"), *wider = mkcv_node_string(map, "country");
        if (!wider) wider = mkcv_node_string(map, "region");
        if (!city && !wider) continue;
        const char *place = city && wider ? mkcv_arena_printf(r->arena, "%s, %s", city, wider) : city ? city : wider;
        mkcv_entry_set_string(r, e, MKCV_FIELD_LOCATION, place, map->loc);
        return;
    }
}

void mkcv_record_marks(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_record *record)
{
    const struct mkcv_node *tags = mkcv_node_lookup(record->meta, "cv.tags");
    for (const struct mkcv_node *t = tags && tags->kind == MKCV_NODE_LIST ? tags->first : NULL; t; t = t->next)
        if (t->value && *t->value) *MKCV_PUSH(r->arena, &e->tags) = t->value;
    const char *priority = mkcv_node_string(record->meta, "cv.priority");
    e->priority = priority ? (int)strtol(priority, NULL, 10) : 0;
    e->hidden = mkcv_node_bool(record->meta, "cv.hide", false);
    e->selected = mkcv_node_bool(record->meta, "selected", false) || mkcv_node_bool(record->meta, "featured", false);
}

static void read_talk(struct mkcv_reader *r, const struct mkcv_record *record)
{
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_TALKS, record->loc);
    mkcv_record_marks(r, e, record);
    set_field(r, e, MKCV_FIELD_TITLE, record, KEYS("title"));
    set_field(r, e, MKCV_FIELD_ORG, record, KEYS("venue", "event_name", "event", "conference", "org"));
    set_field(r, e, MKCV_FIELD_TYPE, record, KEYS("type", "format"));
    set_field(r, e, MKCV_FIELD_LOCATION, record, KEYS("location", "where", "place"));
    if (mkcv_text_is_empty(&e->fields[MKCV_FIELD_LOCATION])) set_place(r, e, record);
    set_dates(r, e, record);
    set_link(r, e, record, "link", KEYS("link", "event_url", "url", "paperurl"));
    set_link(r, e, record, "slides", KEYS("slidesurl", "url_slides", "slides"));
    set_link(r, e, record, "video", KEYS("url_video", "video"));
    set_links(r, e, record);
}

static void read_course(struct mkcv_reader *r, const struct mkcv_record *record)
{
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_TEACHING, record->loc);
    mkcv_record_marks(r, e, record);
    set_field(r, e, MKCV_FIELD_TITLE, record, KEYS("title"));
    set_field(r, e, MKCV_FIELD_ORG, record, KEYS("venue", "institution", "org"));
    set_field(r, e, MKCV_FIELD_ROLE, record, KEYS("role", "type"));
    set_field(r, e, MKCV_FIELD_LOCATION, record, KEYS("location"));
    set_dates(r, e, record);
    set_link(r, e, record, "link", KEYS("link", "url"));
}

/* A folder of courses may hold the students instead: their files say so, or have a degree and no course. */
static bool is_of_student(const struct mkcv_record *record)
{
    const char *collection = first_string(record->meta, KEYS("collection", "category"));
    bool said = collection && (!strcmp(collection, "students") || !strcmp(collection, "student") ||
                               !strcmp(collection, "alumni") || !strcmp(collection, "supervision"));
    return said || (mkcv_node_string(record->meta, "degree") && !mkcv_node_string(record->meta, "venue"));
}

static void read_student(struct mkcv_reader *r, const struct mkcv_record *record)
{
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_STUDENTS, record->loc);
    mkcv_record_marks(r, e, record);
    set_field(r, e, MKCV_FIELD_TITLE, record, KEYS("title", "name"));
    set_field(r, e, MKCV_FIELD_LEVEL, record, KEYS("degree", "level", "type", "program"));
    set_field(r, e, MKCV_FIELD_ORG, record, KEYS("institution", "university", "uni", "venue", "school"));
    set_field(r, e, MKCV_FIELD_NOTE, record, KEYS("note", "thesis", "project", "topic"));
    set_dates(r, e, record);
    const char *status = mkcv_node_string(record->meta, "status");
    if (status && !strcasecmp(status, "current") && e->end.year && !e->start.year) { /* the date is that of the start */
        e->start = e->end;
        e->end = (struct mkcv_date){0, 0, 0};
        e->current = true;
    }
    set_link(r, e, record, "link", KEYS("link", "url", "website", "homepage"));
}

static void read_project(struct mkcv_reader *r, const struct mkcv_record *record)
{
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_PROJECTS, record->loc);
    mkcv_record_marks(r, e, record);
    set_field(r, e, MKCV_FIELD_TITLE, record, KEYS("title", "name"));
    set_field(r, e, MKCV_FIELD_SUMMARY, record, KEYS("description", "excerpt", "summary"));
    set_link(r, e, record, "link", KEYS("link", "url", "redirect", "external_link", "github", "code"));
    set_links(r, e, record);
    if (!e->url && e->links.count) e->url = e->links.at[0].url;
    if (!mkcv_text_is_empty(&e->fields[MKCV_FIELD_SUMMARY])) return;
    struct mkcv_text t = first_paragraph(r->arena, record);
    if (t.s && mkcv_text_length(&t) < 400) e->fields[MKCV_FIELD_SUMMARY] = t;
}

static void read_news(struct mkcv_reader *r, const struct mkcv_record *record)
{
    struct mkcv_text t = first_paragraph(r->arena, record);
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_NEWS, record->loc);
    mkcv_record_marks(r, e, record);
    const char *in_line = mkcv_node_string(record->meta, "inline");
    bool post = mkcv_node_string(record->meta, "title") && !(in_line && !strcmp(in_line, "true"));
    if (mkcv_text_is_empty(&t) || post) /* a post of its own is known by its title */
        set_field(r, e, MKCV_FIELD_SUMMARY, record, KEYS("title"));
    if (mkcv_text_is_empty(&e->fields[MKCV_FIELD_SUMMARY]) && t.s)
        e->fields[MKCV_FIELD_SUMMARY] = mkcv_text_slice(r->arena, &t, 0, mkcv_text_length(&t));
    set_dates(r, e, record);
    if (t.s) e->url = mkcv_text_url(&t, 0, mkcv_text_length(&t));
    if (mkcv_text_is_empty(&e->fields[MKCV_FIELD_SUMMARY])) mkcv_read_section(r, MKCV_KIND_NEWS)->entries.count--;
}

void mkcv_records_read(struct mkcv_reader *r)
{
    for (size_t i = 0; i < r->site->records.count; i++) {
        const struct mkcv_record *record = &r->site->records.at[i];
        r->page = record;
        bool titled = mkcv_node_string(record->meta, "title") || mkcv_node_string(record->meta, "name");
        if (record->kind == MKCV_RECORD_TALK && titled)
            read_talk(r, record);
        else if (record->kind == MKCV_RECORD_TEACHING && titled && is_of_student(record))
            read_student(r, record);
        else if (record->kind == MKCV_RECORD_TEACHING && titled)
            read_course(r, record);
        else if (record->kind == MKCV_RECORD_PROJECT && titled)
            read_project(r, record);
        else if (record->kind == MKCV_RECORD_NEWS)
            read_news(r, record);
    }
    r->page = NULL;
}
