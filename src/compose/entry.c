/* entry.c - the forms of posts, degrees, talks, projects, media and news: an entry is what it is, whose, when; the rest
 * stands back as details. */
#include "mkcv/utf8.h"
#include "part.h"
#include "typography.h"
#include <string.h>

#define LIMIT_TITLE 100 /* bytes: a longer "title" is a sentence, and is not set in bold */

static void join_field(struct mkcv_composer *c, struct mkcv_text *t, const char *separator, const struct mkcv_entry *e,
                       enum mkcv_field field)
{
    struct mkcv_text text = mkcv_part_field(c, e, field, MKCV_ROLE_DETAIL, NULL);
    mkcv_part_join(c, t, separator, MKCV_ROLE_DETAIL, &text);
}

/* Labelled links beside the entry's own: slides, code, video. */
static void join_links(struct mkcv_composer *c, struct mkcv_text *t, const struct mkcv_entry *e)
{
    const char *separator = "; ";
    for (size_t i = 0; i < e->links.count; ++i) {
        const struct mkcv_link *l = &e->links.at[i];
        if (!l->url || !*l->url || !l->label || !*l->label || (e->url && strcmp(e->url, l->url) == 0)) continue;
        mkcv_part_link(c, t, separator, mkcv_typeset_string(c->arena, l->label, c->lang), MKCV_ROLE_DETAIL, l->url);
        separator = ", ";
    }
}

static void join_people(struct mkcv_composer *c, struct mkcv_text *t, const struct mkcv_entry *e)
{
    struct mkcv_text people = mkcv_part_people(c, e);
    mkcv_part_join(c, t, "; ", MKCV_ROLE_DETAIL, &people);
}

static void join_thesis(struct mkcv_composer *c, struct mkcv_text *t, const struct mkcv_entry *e)
{
    if (!mkcv_part_has(e, MKCV_FIELD_THESIS)) return;
    mkcv_part_put(c, t, "; ", mkcv_language_lookup(c->lang)->thesis, MKCV_ROLE_DETAIL);
    join_field(c, t, " ", e, MKCV_FIELD_THESIS);
}

/* The town of a school or an employer stands behind it. */
static bool is_place_in_head(const struct mkcv_entry *e)
{
    return (e->kind == MKCV_KIND_WORK || e->kind == MKCV_KIND_EDUCATION) && mkcv_part_has(e, MKCV_FIELD_ORG);
}

/* Fields that are details in every form, then people and links. */
static struct mkcv_text general_detail(struct mkcv_composer *c, const struct mkcv_entry *e)
{
    static const enum mkcv_field fields[] = {MKCV_FIELD_ROLE,     MKCV_FIELD_TYPE,   MKCV_FIELD_LEVEL,
                                             MKCV_FIELD_LOCATION, MKCV_FIELD_AMOUNT, MKCV_FIELD_STATUS,
                                             MKCV_FIELD_NOTE,     MKCV_FIELD_HONORS, MKCV_FIELD_SCORE};
    struct mkcv_text t = {0};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; ++i)
        if (fields[i] != MKCV_FIELD_LOCATION || !is_place_in_head(e)) join_field(c, &t, "; ", e, fields[i]);
    join_thesis(c, &t, e);
    join_people(c, &t, e);
    join_links(c, &t, e);
    return t;
}

/* The address is the employer's or school's where the model says so, otherwise that of the thing itself. */
static bool is_url_of_org(enum mkcv_kind kind)
{
    return kind == MKCV_KIND_WORK || kind == MKCV_KIND_EDUCATION || kind == MKCV_KIND_VOLUNTEER ||
           kind == MKCV_KIND_MEMBERSHIPS;
}

static enum mkcv_role title_role(const struct mkcv_entry *e, enum mkcv_role role)
{
    bool sentence = mkcv_text_length(&e->fields[MKCV_FIELD_TITLE]) > LIMIT_TITLE && !mkcv_part_has(e, MKCV_FIELD_ORG);
    return sentence ? MKCV_ROLE_PLAIN : role;
}

/* "Title, organisation"; what there is when one is missing. Where a work was given or shown is a venue. */
static struct mkcv_text entry_head(struct mkcv_composer *c, const struct mkcv_entry *e, enum mkcv_role role)
{
    bool org_alone = !mkcv_part_has(e, MKCV_FIELD_TITLE);
    const char *org_url = is_url_of_org(e->kind) || org_alone ? e->url : NULL;
    struct mkcv_text head = mkcv_part_field(c, e, MKCV_FIELD_TITLE, title_role(e, role), org_url ? NULL : e->url);
    struct mkcv_text area = mkcv_part_field(c, e, MKCV_FIELD_AREA, role, NULL);
    enum mkcv_role org_role = role == MKCV_ROLE_WORK ? MKCV_ROLE_VENUE : MKCV_ROLE_ORG;
    struct mkcv_text org = mkcv_part_field(c, e, MKCV_FIELD_ORG, org_alone && !area.s ? role : org_role, org_url);
    if (!area.s || !head.s || !strstr(head.s, area.s)) mkcv_part_join(c, &head, ", ", role, &area);
    mkcv_part_join(c, &head, ", ", MKCV_ROLE_PLAIN, &org);
    if (is_place_in_head(e)) {
        struct mkcv_text place = mkcv_part_field(c, e, MKCV_FIELD_LOCATION, org_role, NULL);
        mkcv_part_join(c, &head, ", ", MKCV_ROLE_PLAIN, &place);
    }
    return head;
}

/* An entry that is nothing but a text: set as it is, with its own links. */
static bool compose_text(struct mkcv_composer *c, const struct mkcv_entry *e)
{
    if (mkcv_part_has(e, MKCV_FIELD_TITLE) || mkcv_part_has(e, MKCV_FIELD_ORG)) return false;
    struct mkcv_entry rest = *e;
    struct mkcv_text text = mkcv_part_prose(c, &e->fields[MKCV_FIELD_SUMMARY], MKCV_ROLE_PLAIN);
    rest.fields[MKCV_FIELD_SUMMARY] = (struct mkcv_text){0};
    mkcv_part_entry(c, &rest, text, general_detail(c, e));
    return true;
}

static void compose_all(struct mkcv_composer *c, const struct mkcv_section *s, enum mkcv_sort sort, enum mkcv_role head,
                        struct mkcv_text (*detail)(struct mkcv_composer *, const struct mkcv_entry *))
{
    struct mkcv_shown shown = mkcv_part_shown(c, s, sort);
    mkcv_part_heading(c, c->title, 1, s->loc);
    for (size_t i = 0; i < shown.list.count; ++i) {
        const struct mkcv_entry *e = shown.list.at[i];
        if (!compose_text(c, e)) mkcv_part_entry(c, e, entry_head(c, e, head), detail(c, e));
    }
}

void mkcv_compose_entries(struct mkcv_composer *c, const struct mkcv_section *s)
{
    compose_all(c, s, MKCV_SORT_NONE, MKCV_ROLE_TITLE, general_detail);
}

static struct mkcv_text education_detail(struct mkcv_composer *c, const struct mkcv_entry *e)
{
    static const enum mkcv_field fields[] = {MKCV_FIELD_LOCATION, MKCV_FIELD_NOTE, MKCV_FIELD_HONORS, MKCV_FIELD_SCORE};
    struct mkcv_text t = {0};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; ++i)
        if (i || !is_place_in_head(e)) join_field(c, &t, i == 2 ? ", " : "; ", e, fields[i]);
    join_thesis(c, &t, e);
    join_people(c, &t, e);
    join_links(c, &t, e);
    return t;
}

void mkcv_compose_education(struct mkcv_composer *c, const struct mkcv_section *s)
{
    compose_all(c, s, MKCV_SORT_NONE, MKCV_ROLE_TITLE, education_detail);
}

void mkcv_compose_talks(struct mkcv_composer *c, const struct mkcv_section *s)
{
    compose_all(c, s, MKCV_SORT_DATE, MKCV_ROLE_WORK, general_detail);
}

void mkcv_compose_media(struct mkcv_composer *c, const struct mkcv_section *s)
{
    struct mkcv_shown shown = mkcv_part_shown(c, s, MKCV_SORT_DATE);
    size_t outlets = 0;
    for (size_t i = 0; i < shown.list.count; ++i)
        outlets += !mkcv_part_has(shown.list.at[i], MKCV_FIELD_TITLE) && !shown.list.at[i]->end.year;
    if (outlets == shown.list.count)
        mkcv_compose_words(c, s);
    else
        mkcv_compose_talks(c, s);
}

/* What a project is follows its name in one sentence; a longer text is a paragraph of its own. */
void mkcv_compose_projects(struct mkcv_composer *c, const struct mkcv_section *s)
{
    struct mkcv_shown shown = mkcv_part_shown(c, s, MKCV_SORT_NONE);
    mkcv_part_heading(c, c->title, 1, s->loc);
    for (size_t i = 0; i < shown.list.count; ++i) {
        const struct mkcv_entry *e = shown.list.at[i];
        struct mkcv_entry rest = *e;
        struct mkcv_text *summary = &rest.fields[MKCV_FIELD_SUMMARY];
        if (compose_text(c, e)) continue;
        struct mkcv_text head = entry_head(c, e, MKCV_ROLE_WORK);
        if (mkcv_text_length(summary) <= 2 * LIMIT_TITLE) {
            struct mkcv_text text = mkcv_part_prose(c, summary, MKCV_ROLE_PLAIN);
            mkcv_part_join(c, &head, ": ", MKCV_ROLE_PLAIN, &text);
            *summary = (struct mkcv_text){0};
        }
        mkcv_part_entry(c, &rest, head, general_detail(c, e));
    }
}

void mkcv_compose_news(struct mkcv_composer *c, const struct mkcv_section *s)
{
    struct mkcv_shown shown = mkcv_part_shown(c, s, MKCV_SORT_DATE);
    mkcv_part_heading(c, c->title, 1, s->loc);
    for (size_t i = 0; i < shown.list.count; ++i) {
        struct mkcv_entry rest = *shown.list.at[i];
        struct mkcv_text head = mkcv_part_field(c, &rest, MKCV_FIELD_TITLE, MKCV_ROLE_PLAIN, rest.url);
        struct mkcv_text text = mkcv_part_prose(c, &rest.fields[MKCV_FIELD_SUMMARY], MKCV_ROLE_PLAIN);
        mkcv_part_join(c, &head, ". ", MKCV_ROLE_PLAIN, &text);
        rest.fields[MKCV_FIELD_SUMMARY] = (struct mkcv_text){0};
        mkcv_part_entry(c, &rest, head, (struct mkcv_text){0});
    }
}
