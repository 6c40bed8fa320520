/* short.c - short kinds: awards a line each or run on; interests, skills and languages as words. */
#include "dates.h"
#include "mkcv/buf.h"
#include "part.h"
#include "typography.h"
#include <string.h>

#define NBSP "\u00a0"
#define LIMIT_WORDS 80 /* bytes: what is longer is no word of a run-on list */

static struct mkcv_text award_head(struct mkcv_composer *c, const struct mkcv_entry *e)
{
    struct mkcv_text head = mkcv_part_field(c, e, MKCV_FIELD_TITLE, MKCV_ROLE_PLAIN, e->url);
    struct mkcv_text org =
        mkcv_part_field(c, e, MKCV_FIELD_ORG, MKCV_ROLE_ORG, mkcv_text_is_empty(&head) ? e->url : NULL);
    mkcv_part_join(c, &head, ", ", MKCV_ROLE_PLAIN, &org);
    return head;
}

static struct mkcv_text award_detail(struct mkcv_composer *c, const struct mkcv_entry *e)
{
    static const enum mkcv_field fields[] = {MKCV_FIELD_LOCATION, MKCV_FIELD_AMOUNT, MKCV_FIELD_NOTE,
                                             MKCV_FIELD_HONORS};
    struct mkcv_text t = {0};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; ++i) {
        struct mkcv_text text = mkcv_part_field(c, e, fields[i], MKCV_ROLE_DETAIL, NULL);
        mkcv_part_join(c, &t, "; ", MKCV_ROLE_DETAIL, &text);
    }
    return t;
}

/* Award, giver and year joined by a tie, one after the other: the details are for the longer form. */
static void run_awards(struct mkcv_composer *c, const struct mkcv_shown *shown, struct mkcv_loc loc)
{
    struct mkcv_text run = {0};
    for (size_t i = 0; i < shown->list.count; ++i) {
        const struct mkcv_entry *e = shown->list.at[i];
        struct mkcv_text head = award_head(c, e), date = mkcv_part_date(c, e);
        if (mkcv_text_is_empty(&head)) head = mkcv_part_field(c, e, MKCV_FIELD_SUMMARY, MKCV_ROLE_PLAIN, e->url);
        mkcv_part_join(c, &head, NBSP, MKCV_ROLE_PLAIN, &date);
        mkcv_part_join(c, &run, NBSP "· ", MKCV_ROLE_PLAIN, &head);
    }
    if (mkcv_text_is_empty(&run)) return;
    mkcv_part_node(c, MKCV_FLOW_PARAGRAPH, loc)->head = run;
    mkcv_part_origins(c, shown->list.at, shown->list.count);
}

void mkcv_compose_awards(struct mkcv_composer *c, const struct mkcv_section *s)
{
    struct mkcv_shown shown = mkcv_part_shown(c, s, MKCV_SORT_YEAR);
    mkcv_part_heading(c, c->title, 1, s->loc);
    if (c->style->awards == MKCV_RUN_INLINE) {
        run_awards(c, &shown, s->loc);
        return;
    }
    for (size_t i = 0; i < shown.list.count; ++i)
        mkcv_part_entry(c, shown.list.at[i], award_head(c, shown.list.at[i]), award_detail(c, shown.list.at[i]));
}

/* "Python (expert)": a skill or language and its level; an outlet. */
static struct mkcv_text word_of(struct mkcv_composer *c, const struct mkcv_entry *e, enum mkcv_role role)
{
    struct mkcv_text word = mkcv_part_field(c, e, MKCV_FIELD_TITLE, role, e->url);
    struct mkcv_text level = mkcv_part_field(c, e, MKCV_FIELD_LEVEL, MKCV_ROLE_PLAIN, NULL);
    if (mkcv_text_is_empty(&word)) word = mkcv_part_field(c, e, MKCV_FIELD_ORG, role, e->url);
    if (mkcv_text_is_empty(&word)) word = mkcv_part_field(c, e, MKCV_FIELD_SUMMARY, role, e->url);
    if (mkcv_text_is_empty(&word) || mkcv_text_is_empty(&level)) return word;
    mkcv_part_join(c, &word, " (", MKCV_ROLE_PLAIN, &level);
    mkcv_text_put(c->arena, &word, ")", MKCV_ROLE_PLAIN);
    return word;
}

/* True when the entry has more to say than its name: keywords, a summary beside it. */
static bool has_more(const struct mkcv_entry *e)
{
    return e->highlights.count || (mkcv_part_has(e, MKCV_FIELD_SUMMARY) &&
                                   (mkcv_part_has(e, MKCV_FIELD_TITLE) || mkcv_part_has(e, MKCV_FIELD_ORG)));
}

/* "Programming: C, Python" */
static void compose_group(struct mkcv_composer *c, const struct mkcv_entry *e)
{
    struct mkcv_text head = word_of(c, e, has_more(e) ? MKCV_ROLE_TITLE : MKCV_ROLE_PLAIN), list = {0};
    struct mkcv_text summary = mkcv_part_field(c, e, MKCV_FIELD_SUMMARY, MKCV_ROLE_PLAIN, NULL);
    for (size_t i = 0; i < e->highlights.count; ++i) {
        struct mkcv_text word = mkcv_part_text(c, &e->highlights.at[i], MKCV_ROLE_PLAIN, NULL);
        mkcv_part_join(c, &list, ", ", MKCV_ROLE_PLAIN, &word);
    }
    if (has_more(e)) mkcv_part_join(c, &list, "; ", MKCV_ROLE_PLAIN, &summary);
    mkcv_part_join(c, &head, ": ", MKCV_ROLE_PLAIN, &list);
    if (mkcv_text_is_empty(&head)) return;
    struct mkcv_flow_node *n = mkcv_part_node(c, MKCV_FLOW_ENTRY, e->loc);
    n->head = head;
    n->tight = true;
    mkcv_part_origin(c, e);
}

static void compose_item(struct mkcv_composer *c, const struct mkcv_entry *e)
{
    struct mkcv_text word = word_of(c, e, MKCV_ROLE_PLAIN);
    if (mkcv_text_is_empty(&word)) return;
    struct mkcv_flow_node *n = mkcv_part_node(c, MKCV_FLOW_ITEM, e->loc);
    n->level = 1;
    n->head = word;
    mkcv_text_put(c->arena, &n->aside, c->style->list.bullet, MKCV_ROLE_NUMBER);
    mkcv_part_origin(c, e);
}

static void run_words(struct mkcv_composer *c, const struct mkcv_shown *shown, struct mkcv_loc loc)
{
    struct mkcv_text run = {0};
    const char *separator = ", ";
    for (size_t i = 0; i < shown->list.count; ++i) {
        struct mkcv_text word = word_of(c, shown->list.at[i], MKCV_ROLE_PLAIN);
        if (word.s && strchr(word.s, ',')) separator = "; ";
    }
    for (size_t i = 0; i < shown->list.count; ++i) {
        struct mkcv_text word = word_of(c, shown->list.at[i], MKCV_ROLE_PLAIN);
        mkcv_part_join(c, &run, separator, MKCV_ROLE_PLAIN, &word);
    }
    if (mkcv_text_is_empty(&run)) return;
    mkcv_part_node(c, MKCV_FLOW_PARAGRAPH, loc)->head = run;
    mkcv_part_origins(c, shown->list.at, shown->list.count);
}

void mkcv_compose_words(struct mkcv_composer *c, const struct mkcv_section *s)
{
    struct mkcv_shown shown = mkcv_part_shown(c, s, MKCV_SORT_NONE);
    bool groups = false, lines = s->kind == MKCV_KIND_INTERESTS && c->style->interests == MKCV_RUN_LINES;
    for (size_t i = 0; i < shown.list.count; ++i) {
        const struct mkcv_entry *e = shown.list.at[i];
        struct mkcv_text word = word_of(c, e, MKCV_ROLE_PLAIN);
        groups = groups || has_more(e);
        lines = lines || mkcv_text_length(&word) > LIMIT_WORDS;
    }
    mkcv_part_heading(c, c->title, 1, s->loc);
    if (!groups && !lines) {
        run_words(c, &shown, s->loc);
        return;
    }
    for (size_t i = 0; i < shown.list.count; ++i)
        if (groups)
            compose_group(c, shown.list.at[i]);
        else
            compose_item(c, shown.list.at[i]);
}
