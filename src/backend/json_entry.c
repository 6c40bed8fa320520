/* json_entry.c - an entry as a JSON object: what its fields are called is its kind's table. */
#include "json_value.h"
#include "mkcv/section.h"
#include <string.h>

static json_t *person(struct mkcv_arena *a, const struct mkcv_person *p, bool author)
{
    json_t *o = json_object();
    bool plain = p->relation == MKCV_REL_NONE || (author && p->relation == MKCV_REL_AUTHOR);
    mkcv_json_string(o, "name", p->name);
    mkcv_json_url(a, o, "url", p->url);
    if (!plain) mkcv_json_string(o, "relation", mkcv_relation_name(p->relation));
    if (p->self) mkcv_json_set(o, "self", json_true());
    mkcv_json_string(o, "marks", p->marks);
    return o;
}

/* A list called after advisors holds these alone; the entry's other people follow as "people". */
static void set_people(struct mkcv_arena *a, json_t *o, const struct mkcv_entry *e, const char *key)
{
    json_t *named = json_array(), *others = json_array();
    bool advisors = !strcmp(key, "advisors"), authors = !strcmp(key, "authors");
    for (size_t i = 0; i < e->people.count; i++) {
        const struct mkcv_person *p = &e->people.at[i];
        bool here = !advisors || p->relation == MKCV_REL_ADVISOR;
        if (p->name && *p->name) json_array_append_new(here ? named : others, person(a, p, authors));
    }
    mkcv_json_set(o, key, named);
    mkcv_json_set(o, "people", others);
    if (e->et_al) mkcv_json_set(o, "etAl", json_true());
}

/* "Oral; Best Paper Award" as a list. */
static json_t *list_from_text(struct mkcv_arena *a, const struct mkcv_text *t)
{
    json_t *list = json_array();
    for (size_t from = 0, n = mkcv_text_length(t); from < n;) {
        const char *semicolon = strchr(t->s + from, ';');
        size_t to = semicolon ? (size_t)(semicolon - t->s) : n;
        struct mkcv_text part = mkcv_text_slice(a, t, from, to);
        if (!mkcv_text_is_empty(&part)) json_array_append_new(list, json_string(mkcv_text_markdown(a, &part)));
        from = to + 1;
    }
    return list;
}

static json_t *thesis(struct mkcv_arena *a, const struct mkcv_text *t)
{
    json_t *o = json_object();
    struct mkcv_text title = *t;
    const char *url = mkcv_text_url(t, 0, mkcv_text_length(t));
    title.spans.count = 0;
    title.spans.at = NULL;
    title.spans.cap = 0;
    for (size_t i = 0; i < t->spans.count; i++) {
        struct mkcv_span span = t->spans.at[i];
        span.url = NULL;
        *MKCV_PUSH(a, &title.spans) = span;
    }
    mkcv_json_text(a, o, "title", &title);
    mkcv_json_url(a, o, "url", url);
    return o;
}

/* An organisation's name is plain; parts of it that are links follow as "linked", "at" so many bytes of UTF-8. */
static void set_name(struct mkcv_arena *a, json_t *o, const char *key, const struct mkcv_text *t)
{
    struct mkcv_text name = {.file = t->file};
    json_t *linked = json_array();
    for (size_t i = 0; i < t->spans.count; i++) {
        struct mkcv_span span = t->spans.at[i];
        if (span.url && *span.url) {
            json_t *link = json_object();
            mkcv_json_string(link, "text", mkcv_arena_strndup(a, t->s + span.at, span.len));
            mkcv_json_set(link, "at", json_integer((json_int_t)span.at));
            mkcv_json_url(a, link, "url", span.url);
            json_array_append_new(linked, link);
        }
        span.url = NULL;
        mkcv_text_append(a, &name, t->s + span.at, span.len, &span);
    }
    mkcv_json_text(a, o, key, &name);
    mkcv_json_set(o, "linked", linked);
}

static void set_field(struct mkcv_arena *a, json_t *o, const struct mkcv_entry *e, const char *key,
                      enum mkcv_field field)
{
    const struct mkcv_text *t = &e->fields[field];
    if (mkcv_text_is_empty(t)) return;
    if (field == MKCV_FIELD_THESIS)
        mkcv_json_set(o, key, thesis(a, t));
    else if (field == MKCV_FIELD_HONORS && e->kind == MKCV_KIND_PUBLICATIONS)
        mkcv_json_set(o, key, list_from_text(a, t));
    else if (field == MKCV_FIELD_ORG)
        set_name(a, o, key, t);
    else if (mkcv_field_is_plain(field))
        mkcv_json_string(o, key, t->s);
    else
        mkcv_json_text(a, o, key, t);
}

/* The fields by the kind's names; those that it has no name for go together under "fields". */
static void set_fields(struct mkcv_arena *a, json_t *o, const struct mkcv_entry *e, const struct mkcv_json_field *f)
{
    bool named[MKCV_FIELD_COUNT] = {false};
    json_t *others = json_object();
    for (; f && f->key; f++) {
        set_field(a, o, e, f->key, f->field);
        named[f->field] = true;
    }
    for (size_t i = 0; i < MKCV_FIELD_COUNT; i++)
        if (!named[i]) set_field(a, others, e, mkcv_field_name((enum mkcv_field)i), (enum mkcv_field)i);
    mkcv_json_set(o, "fields", others);
}

static void set_dates(struct mkcv_arena *a, json_t *o, const struct mkcv_entry *e, const char *single)
{
    bool range = e->start.year || e->current;
    struct mkcv_date end = e->current ? (struct mkcv_date){.year = 0} : e->end;
    if (!range && single && !end.year && e->dates.count)
        end = e->dates.at[e->dates.count - 1]; /* who asks for one date */
    mkcv_json_date(a, o, "startDate", e->start);
    mkcv_json_date(a, o, !range && single ? single : "endDate", end);
    if (e->current) mkcv_json_set(o, "current", json_true());
    if (range && single) mkcv_json_date(a, o, single, e->start.year ? e->start : end);
    json_t *dates = json_array();
    for (size_t i = 0; i < e->dates.count; i++)
        if (e->dates.at[i].year) json_array_append_new(dates, json_string(mkcv_date_iso(a, e->dates.at[i])));
    mkcv_json_set(o, "dates", dates);
    mkcv_json_string(o, "dateText", e->date_text);
}

static json_t *category_path(const struct mkcv_category *c)
{
    json_t *path = json_array();
    for (size_t k = 0; k < c->path.count; k++) json_array_append_new(path, json_string(c->path.at[k]));
    return path;
}

static json_t *category_paths(const struct mkcv_entry *e)
{
    json_t *all = json_array();
    for (size_t i = 0; i < e->categories.count; i++)
        if (e->categories.at[i].path.count) json_array_append_new(all, category_path(&e->categories.at[i]));
    return all;
}

/* Where labels stand for the work ("ICLR'25(a)"): then all its places, each with what stands there. */
static json_t *label_list(const struct mkcv_entry *e)
{
    json_t *all = json_array();
    bool any = false;
    for (size_t i = 0; i < e->categories.count; i++) any |= e->categories.at[i].label && *e->categories.at[i].label;
    for (size_t i = 0; any && i < e->categories.count; i++) {
        json_t *o = json_object();
        mkcv_json_string(o, "label", e->categories.at[i].label);
        mkcv_json_set(o, "category", category_path(&e->categories.at[i]));
        mkcv_json_set(o, "source", mkcv_json_source(e->categories.at[i].loc));
        json_array_append_new(all, o);
    }
    return all;
}

static json_t *link_list(struct mkcv_arena *a, const struct mkcv_entry *e)
{
    json_t *list = json_array();
    for (size_t i = 0; i < e->links.count; i++) {
        json_t *o = json_object();
        mkcv_json_string(o, "label", e->links.at[i].label);
        mkcv_json_url(a, o, "url", e->links.at[i].url);
        if (json_object_get(o, "url"))
            json_array_append_new(list, o);
        else
            json_decref(o);
    }
    return list;
}

static json_t *text_list(struct mkcv_arena *a, const struct mkcv_entry *e)
{
    json_t *list = json_array();
    for (size_t i = 0; i < e->highlights.count; i++)
        if (!mkcv_text_is_empty(&e->highlights.at[i]))
            json_array_append_new(list, json_string(mkcv_text_markdown(a, &e->highlights.at[i])));
    return list;
}

static void set_marks_of_entry(json_t *o, const struct mkcv_entry *e)
{
    json_t *tags = json_array(), *also = json_array();
    for (size_t i = 0; i < e->tags.count; i++) json_array_append_new(tags, json_string(e->tags.at[i]));
    for (size_t i = 0; i < e->also.count; i++)
        if (e->also.at[i].file) json_array_append_new(also, mkcv_json_source(e->also.at[i]));
    if (e->selected) mkcv_json_set(o, "selected", json_true());
    mkcv_json_set(o, "tags", tags);
    if (e->priority) mkcv_json_set(o, "priority", json_integer(e->priority));
    if (e->hidden) mkcv_json_set(o, "hidden", json_true());
    if (e->told) mkcv_json_set(o, "told", json_true());
    json_t *source = mkcv_json_source(e->loc);
    mkcv_json_set(source, "alsoIn", also);
    mkcv_json_set(o, "source", source);
}

/* A field that is in another language whole stays plain; "lang" says which it is. */
static json_t *take_langs(struct mkcv_arena *a, struct mkcv_entry *e)
{
    json_t *langs = json_object();
    for (size_t f = 0; f < MKCV_FIELD_COUNT; f++) {
        const char *lang = mkcv_text_lang(&e->fields[f]);
        mkcv_json_string(langs, mkcv_field_name((enum mkcv_field)f), lang);
        if (lang) mkcv_text_speak(a, &e->fields[f], NULL, true);
    }
    return langs;
}

json_t *mkcv_json_entry(struct mkcv_arena *a, const struct mkcv_entry *e)
{
    const struct mkcv_section_kind *kind = mkcv_section_kind(e->kind);
    struct mkcv_entry plain = *e;
    json_t *o = json_object(), *langs = take_langs(a, &plain);
    set_fields(a, o, &plain, kind->json);
    mkcv_json_set(o, "lang", langs);
    set_dates(a, o, e, kind->json_date);
    mkcv_json_url(a, o, "url", e->url);
    set_people(a, o, e, kind->json_people ? kind->json_people : "people");
    mkcv_json_set(o, "category", category_paths(e));
    mkcv_json_set(o, "labels", label_list(e));
    mkcv_json_set(o, mkcv_section_highlights(e->kind), text_list(a, e));
    mkcv_json_set(o, "links", link_list(a, e));
    set_marks_of_entry(o, e);
    return o;
}
