/* publications.c - the form of publications: numbered works, by category where the homepage has them; where it names
 * most by labels alone, the works first and then all labels by topic. */
#include "publications.h"
#include "dates.h"
#include "mkcv/buf.h"
#include "mkcv/utf8.h"
#include "worktype.h"
#include <string.h>

/* The numbers given so far, of all works or of each type. */
struct counting {
    size_t total[MKCV_WORK_TYPES], done[MKCV_WORK_TYPES];
};

static bool numbers_types(const struct mkcv_composer *c)
{
    return c->style->publications.number && strstr(c->style->publications.number, "{t}");
}

static const char *number_text(struct mkcv_composer *c, const struct mkcv_entry *e, struct counting *count)
{
    size_t type = mkcv_work_type(e), row = numbers_types(c) ? type : 0;
    size_t n = c->style->publications.downwards ? count->total[row] - count->done[row] : count->done[row] + 1;
    const char *form = c->style->publications.number ? c->style->publications.number : "{n}";
    struct mkcv_buf b;
    mkcv_buf_init(&b, c->arena);
    for (; *form; form += strncmp(form, "{n}", 3) && strncmp(form, "{t}", 3) ? 1 : 3) {
        if (!strncmp(form, "{n}", 3))
            mkcv_buf_printf(&b, "%zu", n);
        else
            mkcv_buf_putc(&b, strncmp(form, "{t}", 3) ? *form : mkcv_work_letter(type));
    }
    if (!strpbrk(b.s, "0123456789")) mkcv_buf_printf(&b, "%zu", n);
    ++count->done[row];
    return b.s;
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
            mkcv_text_put(c->arena, &n->aside, number_text(c, works->list.at[i], count), MKCV_ROLE_NUMBER);
        mkcv_part_origin(c, works->list.at[i]);
    }
}

static struct counting count_works(struct mkcv_composer *c, const struct mkcv_shown *works)
{
    struct counting count = {.total = {0}};
    for (size_t i = 0; i < works->list.count; ++i) {
        const struct mkcv_entry *e = works->list.at[i];
        struct mkcv_text text = e->fields[MKCV_FIELD_TITLE]; /* the work's own text begins with it */
        if (mkcv_text_is_empty(&text)) text = mkcv_work_text(c, e);
        if (!mkcv_text_is_empty(&text)) ++count.total[numbers_types(c) ? mkcv_work_type(e) : 0];
    }
    return count;
}

/* "Journal articles 12 · Conference papers 30". */
static void compose_summary(struct mkcv_composer *c, const struct mkcv_shown *works, struct mkcv_loc loc)
{
    struct mkcv_text t = {0};
    size_t counts[MKCV_WORK_TYPES] = {0};
    if (!c->style->publications.summary || !works->list.count) return;
    for (size_t i = 0; i < works->list.count; ++i) ++counts[mkcv_work_type(works->list.at[i])];
    for (size_t type = 0; type < MKCV_WORK_TYPES; ++type) {
        if (!counts[type]) continue;
        mkcv_part_put(c, &t, " · ", mkcv_work_title(type, c->lang), MKCV_ROLE_DETAIL);
        mkcv_text_put(c->arena, &t, mkcv_arena_printf(c->arena, "\u00a0%zu", counts[type]), MKCV_ROLE_TALLY);
    }
    mkcv_part_node(c, MKCV_FLOW_PARAGRAPH, loc)->head = t;
}

/* The first label of a work that has nothing else. */
static const char *first_label(const struct mkcv_entry *e)
{
    for (size_t i = 0; i < e->categories.count; ++i)
        if (e->categories.at[i].label && *e->categories.at[i].label) return e->categories.at[i].label;
    return "";
}

static enum mkcv_sort sort_of(const struct mkcv_composer *c)
{
    return c->style->publications.sort == MKCV_WORKS_BY_DATE ? MKCV_SORT_YEAR : MKCV_SORT_NONE;
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
    mkcv_part_sort(c, &works, sort_of(c));
    struct counting own = count_works(c, &works);
    compose_works(c, &works, c->style->publications.restart ? &own : count);
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

/* The head that a work stands under; NULL: none. */
static const char *head_of(struct mkcv_composer *c, const struct mkcv_entry *e, enum mkcv_work_group group)
{
    int year = mkcv_dates_latest(e).year;
    switch (group) {
    case MKCV_WORKS_BY_CATEGORY:
        return e->categories.count && e->categories.at[0].path.count ? e->categories.at[0].path.at[0] : NULL;
    case MKCV_WORKS_BY_TYPE:
        return mkcv_work_title(mkcv_work_type(e), c->lang);
    case MKCV_WORKS_BY_YEAR:
        return year ? mkcv_arena_printf(c->arena, "%d", year) : NULL;
    case MKCV_WORKS_BY_NOTHING:
        break;
    }
    return NULL;
}

/* The homepage's own categories, or those that the style wants. */
static const struct mkcv_category *category_of(struct mkcv_composer *c, const struct mkcv_entry *e)
{
    enum mkcv_work_group group = c->style->publications.group, subgroup = c->style->publications.subgroup;
    if (group == MKCV_WORKS_BY_CATEGORY && subgroup == MKCV_WORKS_BY_NOTHING)
        return e->categories.count ? &e->categories.at[0] : NULL;
    struct mkcv_category *category = MKCV_NEW(c->arena, struct mkcv_category);
    const char *heads[] = {head_of(c, e, group), head_of(c, e, subgroup)};
    for (size_t i = 0; i < 2 && heads[i]; ++i) *MKCV_PUSH(c->arena, &category->path) = heads[i];
    return category;
}

/* The works in the order of their types, where these are heads: groups stand as they are met. */
static struct mkcv_shown order_types(struct mkcv_composer *c, const struct mkcv_shown *works)
{
    struct mkcv_shown ordered = {0};
    bool types =
        c->style->publications.group == MKCV_WORKS_BY_TYPE || c->style->publications.subgroup == MKCV_WORKS_BY_TYPE;
    for (size_t type = 0; type < MKCV_WORK_TYPES; ++type)
        for (size_t i = 0; i < works->list.count; ++i)
            if (!types ? type == 0 : mkcv_work_type(works->list.at[i]) == type)
                *MKCV_PUSH(c->arena, &ordered.list) = works->list.at[i];
    return ordered;
}

/* Each work under its first category. Those of none come at the end under a head that says so; when they are most of
 * all, they come first, and the categories are what is set apart. */
static void compose_grouped(struct mkcv_composer *c, const struct mkcv_shown *works, struct counting *count)
{
    struct mkcv_groups groups = {0};
    size_t loose = 0;
    struct mkcv_shown ordered = order_types(c, works);
    for (size_t i = 0; i < ordered.list.count; ++i) {
        const struct mkcv_entry *e = ordered.list.at[i];
        struct mkcv_group *group = mkcv_groups_lookup(c, &groups, category_of(c, e));
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
    struct counting count = count_works(c, works);
    bool some = works->list.count > 0;
    if (some) {
        mkcv_part_heading(c, title_or(c, "selected-publications", l->selected), 1, s->loc);
        compose_legend(c, works, s->loc);
        compose_works(c, works, &count);
    }
    mkcv_part_heading(c, some ? title_or(c, "publications-by-topic", l->by_topic) : c->title, 1, s->loc);
    mkcv_listing_compose(c, shown);
}

void mkcv_compose_publications(struct mkcv_composer *c, const struct mkcv_section *s)
{
    struct mkcv_shown shown = mkcv_part_shown(c, s, MKCV_SORT_NONE), works = {0};
    enum mkcv_work_group group = c->style->publications.group;
    bool grouped = group == MKCV_WORKS_BY_TYPE || group == MKCV_WORKS_BY_YEAR;
    for (size_t i = 0; i < shown.list.count; ++i) {
        const struct mkcv_entry *e = shown.list.at[i];
        if (mkcv_work_is_label(e)) continue;
        *MKCV_PUSH(c->arena, &works.list) = e;
        grouped = grouped || (group == MKCV_WORKS_BY_CATEGORY && e->categories.count && e->categories.at[0].path.count);
    }
    mkcv_part_sort(c, &works, sort_of(c));
    if (works.list.count < shown.list.count - works.list.count) {
        compose_labels(c, s, &shown, &works);
        return;
    }
    struct counting count = count_works(c, &works);
    bool labels = works.list.count < shown.list.count;
    bool years = group == MKCV_WORKS_BY_YEAR || c->style->publications.subgroup == MKCV_WORKS_BY_YEAR;
    if (years) mkcv_part_sort(c, &shown, MKCV_SORT_YEAR);
    mkcv_part_heading(c, c->title, 1, s->loc);
    compose_summary(c, &works, s->loc);
    compose_legend(c, &works, s->loc);
    if (grouped || labels)
        compose_grouped(c, &shown, &count);
    else
        compose_works(c, &works, &count);
}
