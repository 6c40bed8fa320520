/* service.c - a role and all its venues in one entry: "Area Chair: ICML, ACM MM (2025)". */
#include "dates.h"
#include "mkcv/utf8.h"
#include "part.h"
#include <string.h>

/* The entries of one role; folded: the role for comparing, "" when an entry has none and stands alone. */
struct role {
    const char *folded;
    MKCV_VEC(const struct mkcv_entry *) list;
};
struct roles {
    MKCV_VEC(struct role) list;
};

#define LIMIT_ROLES 64 /* different roles that are told apart; further ones stand alone */

static struct role *lookup_role(struct mkcv_composer *c, struct roles *roles, const char *folded)
{
    size_t n = roles->list.count < LIMIT_ROLES ? roles->list.count : LIMIT_ROLES;
    for (size_t i = 0; *folded && i < n; ++i)
        if (strcmp(roles->list.at[i].folded, folded) == 0) return &roles->list.at[i];
    struct role *role = MKCV_PUSH(c->arena, &roles->list);
    role->folded = folded;
    return role;
}

static struct roles group_by_role(struct mkcv_composer *c, const struct mkcv_section *s)
{
    struct mkcv_shown shown = mkcv_part_shown(c, s, MKCV_SORT_NONE);
    struct roles roles = {0};
    for (size_t i = 0; i < shown.list.count; ++i) {
        const struct mkcv_entry *e = shown.list.at[i];
        const char *title =
            mkcv_part_has(e, MKCV_FIELD_TITLE) && mkcv_part_has(e, MKCV_FIELD_ORG) ? e->fields[MKCV_FIELD_TITLE].s : "";
        struct role *role = lookup_role(c, &roles, mkcv_utf8_fold(c->arena, title));
        *MKCV_PUSH(c->arena, &role->list) = e;
    }
    return roles;
}

/* "ACM MM (2025)", "TIDE (Lund, 2023)"; a note stands with the years. */
static struct mkcv_text venue_of(struct mkcv_composer *c, const struct mkcv_entry *e)
{
    struct mkcv_text venue = mkcv_part_field(c, e, MKCV_FIELD_ORG, MKCV_ROLE_ORG, e->url), in = {0};
    struct mkcv_text note = mkcv_part_field(c, e, MKCV_FIELD_NOTE, MKCV_ROLE_PLAIN, NULL);
    bool dated = e->start.year || e->end.year || e->dates.count || (e->date_text && *e->date_text);
    if (mkcv_text_is_empty(&venue)) return venue;
    struct mkcv_text place = mkcv_part_field(c, e, MKCV_FIELD_LOCATION, MKCV_ROLE_PLAIN, NULL);
    mkcv_part_join(c, &in, "", MKCV_ROLE_PLAIN, &place);
    if (dated) mkcv_part_put(c, &in, ", ", mkcv_dates_of_entry(c->arena, e, c->style, c->lang), MKCV_ROLE_DATE);
    mkcv_part_join(c, &in, "; ", MKCV_ROLE_PLAIN, &note);
    struct mkcv_text people = mkcv_part_people(c, e);
    mkcv_part_join(c, &in, "; ", MKCV_ROLE_PLAIN, &people);
    if (mkcv_text_is_empty(&in)) return venue;
    enum mkcv_role role = dated ? MKCV_ROLE_DATE : MKCV_ROLE_PLAIN;
    mkcv_part_join(c, &venue, "\u00a0(", role, &in);
    mkcv_text_put(c->arena, &venue, ")", role);
    return venue;
}

static struct mkcv_text role_text(struct mkcv_composer *c, const struct role *role)
{
    const struct mkcv_entry *first = role->list.at[0];
    struct mkcv_text venues = {0}, head = mkcv_part_field(c, first, MKCV_FIELD_TITLE, MKCV_ROLE_TITLE, NULL);
    for (size_t i = 0; i < role->list.count; ++i) {
        struct mkcv_text venue = venue_of(c, role->list.at[i]);
        mkcv_part_join(c, &venues, ", ", MKCV_ROLE_PLAIN, &venue);
    }
    mkcv_part_join(c, &head, ": ", MKCV_ROLE_PLAIN, &venues);
    return head;
}

/* What has no venue, or says more than role, venue and years, is an entry like others. */
static bool is_alone(const struct role *role)
{
    const struct mkcv_entry *e = role->list.at[0];
    return role->list.count == 1 && (!mkcv_part_has(e, MKCV_FIELD_TITLE) || !mkcv_part_has(e, MKCV_FIELD_ORG) ||
                                     mkcv_part_has(e, MKCV_FIELD_SUMMARY) || e->highlights.count);
}

static void compose_alone(struct mkcv_composer *c, const struct mkcv_entry *e)
{
    struct mkcv_entry rest = *e;
    /* the address is the venue's, as it is where venues run on */
    struct mkcv_text org = mkcv_part_field(c, e, MKCV_FIELD_ORG, MKCV_ROLE_ORG, e->url), detail = {0};
    struct mkcv_text head =
        mkcv_part_field(c, e, MKCV_FIELD_TITLE, MKCV_ROLE_TITLE, mkcv_text_is_empty(&org) ? e->url : NULL);
    struct mkcv_text place = mkcv_part_field(c, e, MKCV_FIELD_LOCATION, MKCV_ROLE_DETAIL, NULL);
    struct mkcv_text note = mkcv_part_field(c, e, MKCV_FIELD_NOTE, MKCV_ROLE_DETAIL, NULL);
    mkcv_part_join(c, &head, ": ", MKCV_ROLE_PLAIN, &org);
    mkcv_part_join(c, &detail, "", MKCV_ROLE_DETAIL, &place);
    mkcv_part_join(c, &detail, "; ", MKCV_ROLE_DETAIL, &note);
    if (mkcv_text_is_empty(&head)) {
        head = mkcv_part_prose(c, &e->fields[MKCV_FIELD_SUMMARY], MKCV_ROLE_PLAIN);
        rest.fields[MKCV_FIELD_SUMMARY] = (struct mkcv_text){0};
    }
    mkcv_part_entry(c, &rest, head, detail);
}

void mkcv_compose_service(struct mkcv_composer *c, const struct mkcv_section *s)
{
    struct roles roles = group_by_role(c, s);
    struct mkcv_text run = {0};
    mkcv_part_heading(c, c->title, 1, s->loc);
    for (size_t i = 0; i < roles.list.count; ++i) {
        const struct role *role = &roles.list.at[i];
        bool run_on = c->style->service == MKCV_RUN_INLINE;
        if (is_alone(role) && !run_on) {
            compose_alone(c, role->list.at[0]);
            continue;
        }
        struct mkcv_text text = role_text(c, role);
        if (mkcv_text_is_empty(&text)) continue;
        if (run_on) {
            mkcv_part_join(c, &run, "\u00a0· ", MKCV_ROLE_PLAIN, &text);
            continue;
        }
        struct mkcv_flow_node *n = mkcv_part_node(c, MKCV_FLOW_ENTRY, role->list.at[0]->loc);
        n->head = text;
        n->tight = true;
        mkcv_part_origins(c, role->list.at, role->list.count);
    }
    if (mkcv_text_is_empty(&run)) return;
    mkcv_part_node(c, MKCV_FLOW_PARAGRAPH, s->loc)->head = run;
    for (size_t i = 0; i < roles.list.count; ++i)
        mkcv_part_origins(c, roles.list.at[i].list.at, roles.list.at[i].list.count);
}
