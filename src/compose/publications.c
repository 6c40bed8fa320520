/* publications.c - the form of publications: numbered works, by category where the homepage has them; where it names
 * most by labels alone, the works first and then all labels by topic. */
#include "publications.h"
#include "mkcv/buf.h"
#include "mkcv/utf8.h"
#include <string.h>

/* The numbers given so far. */
struct counting {
    size_t total, done;
};

static const char *number_text(struct mkcv_composer *c, struct counting *count)
{
    size_t n = c->style->publications.downwards ? count->total - count->done : count->done + 1;
    const char *form = c->style->publications.number, *hole = form ? strstr(form, "{n}") : NULL;
    ++count->done;
    if (!hole) return mkcv_arena_printf(c->arena, "%zu", n);
    return mkcv_arena_printf(c->arena, "%.*s%zu%s", (int)(hole - form), form, n, hole + 3);
}

static void compose_works(struct mkcv_composer *c, const struct mkcv_shown *works, struct counting *count)
{
    for (size_t i = 0; i < works->list.count; ++i) {
        struct mkcv_text text = mkcv_work_text(c, works->list.at[i]);
        if (mkcv_text_is_empty(&text)) continue;
        struct mkcv_flow_node *n = mkcv_part_node(c, MKCV_FLOW_ITEM, works->list.at[i]->loc);
        n->level = 1;
        n->head = text;
        if (c->style->publications.numbered)
            mkcv_text_put(c->arena, &n->aside, number_text(c, count), MKCV_ROLE_NUMBER);
        mkcv_part_origin(c, works->list.at[i]);
    }
}

static size_t count_works(struct mkcv_composer *c, const struct mkcv_shown *works)
{
    size_t n = 0;
    for (size_t i = 0; i < works->list.count; ++i) {
        const struct mkcv_entry *e = works->list.at[i];
        struct mkcv_text text = e->fields[MKCV_FIELD_TITLE]; /* the work's own text begins with it */
        if (mkcv_text_is_empty(&text)) text = mkcv_work_text(c, e);
        n += !mkcv_text_is_empty(&text);
    }
    return n;
}

/* The first label of a work that has nothing else. */
static const char *first_label(const struct mkcv_entry *e)
{
    for (size_t i = 0; i < e->categories.count; ++i)
        if (e->categories.at[i].label && *e->categories.at[i].label) return e->categories.at[i].label;
    return "";
}

/* A category's works with their numbers, and then the labels of the rest of them. */
static void compose_members(struct mkcv_composer *c, const struct mkcv_group *group, struct counting *count)
{
    struct mkcv_shown works = {0};
    struct mkcv_group labels = {0};
    for (size_t i = 0; i < group->works.list.count; ++i) {
        const struct mkcv_entry *e = group->works.list.at[i];
        if (mkcv_work_is_label(e)) {
            *MKCV_PUSH(c->arena, &labels.works.list) = e;
            *MKCV_PUSH(c->arena, &labels.labels) = first_label(e);
        } else {
            *MKCV_PUSH(c->arena, &works.list) = e;
        }
    }
    mkcv_part_sort(c, &works, MKCV_SORT_YEAR);
    compose_works(c, &works, count);
    struct mkcv_text list = mkcv_listing_text(c, &labels);
    if (mkcv_text_is_empty(&list)) return;
    mkcv_part_node(c, MKCV_FLOW_PARAGRAPH, labels.works.list.at[0]->loc)->head = list;
    mkcv_part_origins(c, labels.works.list.at, labels.works.list.count);
}

/* A head that says what the section's says already says nothing. */
static bool is_section_title(struct mkcv_composer *c, const char *title)
{
    return c->title && strcmp(mkcv_utf8_fold(c->arena, title), mkcv_utf8_fold(c->arena, c->title)) == 0;
}

static bool is_same_outer(const struct mkcv_group *a, const struct mkcv_group *b)
{
    return a->outer == b->outer || (a->outer && b->outer && strcmp(a->outer, b->outer) == 0);
}

static void compose_outer(struct mkcv_composer *c, struct mkcv_groups *groups, size_t from, const char *title,
                          struct counting *count)
{
    const struct mkcv_group first = groups->list.at[from];
    if (title && !is_section_title(c, title)) mkcv_part_heading(c, title, 2, first.works.list.at[0]->loc);
    for (size_t i = from; i < groups->list.count; ++i) {
        struct mkcv_group *group = &groups->list.at[i];
        if (group->done || !is_same_outer(group, &first)) continue;
        group->done = true;
        mkcv_part_heading(c, group->inner, 3, group->works.list.at[0]->loc);
        compose_members(c, group, count);
    }
}

/* The groups that have a category, or those that have none. */
static void compose_groups(struct mkcv_composer *c, struct mkcv_groups *groups, bool named, const char *title,
                           struct counting *count)
{
    for (size_t i = 0; i < groups->list.count; ++i) {
        const struct mkcv_group *group = &groups->list.at[i];
        if (!group->done && !group->outer == !named) compose_outer(c, groups, i, named ? group->outer : title, count);
    }
}

/* Each work under its first category. Those of none come at the end under a head that says so; when they are most of
 * all, they come first, and the categories are what is set apart. */
static void compose_grouped(struct mkcv_composer *c, const struct mkcv_shown *works, struct counting *count)
{
    struct mkcv_groups groups = {0};
    size_t loose = 0;
    for (size_t i = 0; i < works->list.count; ++i) {
        const struct mkcv_entry *e = works->list.at[i];
        struct mkcv_group *group = mkcv_groups_lookup(c, &groups, e->categories.count ? &e->categories.at[0] : NULL);
        *MKCV_PUSH(c->arena, &group->works.list) = e;
        loose += !group->outer;
    }
    bool loose_first = loose > works->list.count / 2;
    if (loose_first) compose_groups(c, &groups, false, NULL, count);
    compose_groups(c, &groups, true, NULL, count);
    if (!loose_first) compose_groups(c, &groups, false, mkcv_language_lookup(c->lang)->further, count);
}

/* "* equal contribution", when the works that are shown carry the mark. */
static void compose_legend(struct mkcv_composer *c, const struct mkcv_shown *works, struct mkcv_loc loc)
{
    struct mkcv_text t = {0};
    for (size_t k = 0; k < c->cv->legend.count; ++k) {
        const struct mkcv_legend *l = &c->cv->legend.at[k];
        bool used = false;
        for (size_t i = 0; i < works->list.count && !used; ++i)
            for (size_t j = 0; j < works->list.at[i]->people.count && !used; ++j) {
                const char *marks = works->list.at[i]->people.at[j].marks;
                used = marks && l->mark && *l->mark && strstr(marks, l->mark);
            }
        if (!used || !l->text || !*l->text) continue;
        const bool raised = *l->mark == '*';
        const struct mkcv_span mark = {.role = MKCV_ROLE_DETAIL, .marks = raised ? 0 : MKCV_MARK_SUP};
        mkcv_text_put(c->arena, &t, t.s ? "; " : "", MKCV_ROLE_DETAIL);
        mkcv_text_append(c->arena, &t, l->mark, strlen(l->mark), &mark);
        mkcv_text_put(c->arena, &t, l->text, MKCV_ROLE_DETAIL);
    }
    if (!mkcv_text_is_empty(&t)) mkcv_part_node(c, MKCV_FLOW_PARAGRAPH, loc)->head = t;
}

static const char *title_or(struct mkcv_composer *c, const char *key, const char *own)
{
    for (size_t i = 0; c->settings->titles[i].key; ++i)
        if (strcmp(c->settings->titles[i].key, key) == 0) return c->settings->titles[i].title;
    return own;
}

/* Most works are labels: those with titles first, and then all labels by topic. */
static void compose_labels(struct mkcv_composer *c, const struct mkcv_section *s, const struct mkcv_shown *shown,
                           const struct mkcv_shown *works)
{
    const struct mkcv_language *l = mkcv_language_lookup(c->lang);
    struct counting count = {.total = count_works(c, works)};
    if (count.total) {
        mkcv_part_heading(c, title_or(c, "selected-publications", l->selected), 1, s->loc);
        compose_legend(c, works, s->loc);
        compose_works(c, works, &count);
    }
    mkcv_part_heading(c, count.total ? title_or(c, "publications-by-topic", l->by_topic) : c->title, 1, s->loc);
    mkcv_listing_compose(c, shown);
}

void mkcv_compose_publications(struct mkcv_composer *c, const struct mkcv_section *s)
{
    struct mkcv_shown shown = mkcv_part_shown(c, s, MKCV_SORT_NONE), works = {0};
    bool grouped = false;
    for (size_t i = 0; i < shown.list.count; ++i) {
        const struct mkcv_entry *e = shown.list.at[i];
        if (mkcv_work_is_label(e)) continue;
        *MKCV_PUSH(c->arena, &works.list) = e;
        grouped = grouped || (e->categories.count && e->categories.at[0].path.count);
    }
    mkcv_part_sort(c, &works, MKCV_SORT_YEAR);
    if (works.list.count < shown.list.count - works.list.count) {
        compose_labels(c, s, &shown, &works);
        return;
    }
    struct counting count = {.total = count_works(c, &works)};
    mkcv_part_heading(c, c->title, 1, s->loc);
    compose_legend(c, &works, s->loc);
    if (grouped || works.list.count < shown.list.count)
        compose_grouped(c, &shown, &count);
    else
        compose_works(c, &works, &count);
}
