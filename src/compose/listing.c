/* listing.c - works that a homepage names by labels alone ("ICLR'25(a)"), as dense lists by category. */
#include "dates.h"
#include "mkcv/buf.h"
#include "mkcv/utf8.h"
#include "publications.h"
#include "typography.h"
#include <stdlib.h>
#include <string.h>

#define LIMIT_VENUE 24   /* bytes of a venue in a label */
#define LIMIT_GROUPS 256 /* categories that are told apart */

/* The path but for its first step: "Training: Poisoning". */
static const char *inner_path(struct mkcv_arena *a, const struct mkcv_category *category)
{
    struct mkcv_buf b;
    if (category->path.count < 2) return NULL;
    mkcv_buf_init(&b, a);
    for (size_t i = 1; i < category->path.count; ++i)
        mkcv_buf_printf(&b, "%s%s", i > 1 ? ": " : "", category->path.at[i]);
    return b.s;
}

static bool is_same(const char *a, const char *b) { return a == b || (a && b && strcmp(a, b) == 0); }

struct mkcv_group *mkcv_groups_lookup(struct mkcv_composer *c, struct mkcv_groups *groups,
                                      const struct mkcv_category *category)
{
    const char *outer = category && category->path.count ? category->path.at[0] : NULL;
    const char *inner = category ? inner_path(c->arena, category) : NULL;
    for (size_t i = 0; i < groups->list.count; ++i)
        if (is_same(groups->list.at[i].outer, outer) && is_same(groups->list.at[i].inner, inner))
            return &groups->list.at[i];
    if (groups->list.count == LIMIT_GROUPS) return &groups->list.at[LIMIT_GROUPS - 1];
    struct mkcv_group *group = MKCV_PUSH(c->arena, &groups->list);
    group->outer = outer;
    group->inner = inner;
    return group;
}

/* Blanks as no-break spaces: a label stays on its line. */
static const char *unbroken(struct mkcv_arena *a, const char *s)
{
    struct mkcv_buf b;
    mkcv_buf_init(&b, a);
    for (; *s; ++s) *s == ' ' ? mkcv_buf_puts(&b, "\u00a0") : mkcv_buf_putc(&b, *s);
    return b.s;
}

/* What the label says behind its year: the letter that tells labels of one venue and year apart ("b" of "ICLR'25(b)"
 * and of "ICLR'25b") closed up, and what it is there ("Findings", "(under review)", "Oral"). */
static const char *label_rest(struct mkcv_composer *c, const char *label)
{
    const char *p = label + strcspn(label, "0123456789");
    p += strspn(p, "0123456789");
    const char *letter = "";
    bool bracketed = p[0] == '(' && p[1] >= 'a' && p[1] <= 'z' && p[2] == ')';
    bool bare = p[0] >= 'a' && p[0] <= 'z' && (!p[1] || p[1] == ' ' || p[1] == ',');
    if (bracketed || bare) {
        letter = mkcv_arena_strndup(c->arena, p + bracketed, 1);
        p += bracketed ? 3 : 1;
    }
    while (*p == ' ' || *p == ',') p++;
    return *p ? mkcv_arena_printf(c->arena, "%s %s", letter, mkcv_typeset_string(c->arena, p, c->lang)) : letter;
}

/* The venue as the label writes it: what stands before an apostrophe, or before the year. */
static const char *label_venue(struct mkcv_arena *a, const char *label)
{
    size_t n = strcspn(label, "'0123456789");
    const char *curly = strstr(label, "’");
    if (curly && (size_t)(curly - label) < n) n = (size_t)(curly - label);
    while (n && (label[n - 1] == ' ' || label[n - 1] == ',')) --n;
    return mkcv_arena_strndup(a, label, n);
}

/* "ICLR 2025a" where the label says venue and year, else the label as it stands. */
static const char *label_text(struct mkcv_composer *c, const struct mkcv_entry *e, const char *label)
{
    short year = mkcv_dates_latest(e).year;
    const char *venue = mkcv_part_has(e, MKCV_FIELD_ABBR)  ? e->fields[MKCV_FIELD_ABBR].s
                        : mkcv_part_has(e, MKCV_FIELD_ORG) ? e->fields[MKCV_FIELD_ORG].s
                                                           : "";
    const char *own = label_venue(c->arena, label);
    bool dated = year && strstr(label, mkcv_arena_printf(c->arena, "%02d", year % 100));
    if (*own && strlen(own) <= LIMIT_VENUE) venue = own;
    if (!dated || !*venue || strlen(venue) > LIMIT_VENUE)
        return unbroken(c->arena, mkcv_typeset_string(c->arena, label, c->lang));
    venue = mkcv_typeset_string(c->arena, venue, c->lang);
    return unbroken(c->arena, mkcv_arena_printf(c->arena, "%s %d%s", venue, year, label_rest(c, label)));
}

struct mkcv_text mkcv_listing_text(struct mkcv_composer *c, const struct mkcv_group *group)
{
    struct mkcv_text list = {0};
    for (size_t i = 0; i < group->works.list.count; ++i) {
        const struct mkcv_entry *e = group->works.list.at[i];
        bool linked = e->url && *e->url;
        if (i) mkcv_text_put(c->arena, &list, ", ", MKCV_ROLE_PLAIN);
        mkcv_part_link(c, &list, "", label_text(c, e, group->labels.at[i]), linked ? MKCV_ROLE_LINK : MKCV_ROLE_PLAIN,
                       e->url);
    }
    return list;
}

static void compose_group(struct mkcv_composer *c, const struct mkcv_group *group, const char *label,
                          enum mkcv_role role)
{
    struct mkcv_text list = mkcv_listing_text(c, group), aside = {0};
    if (mkcv_text_is_empty(&list)) return;
    mkcv_part_put(c, &aside, "", mkcv_typeset_string(c->arena, label, c->lang), role);
    if (mkcv_text_length(&aside)) mkcv_text_put(c->arena, &aside, "\u00a0", MKCV_ROLE_PLAIN);
    mkcv_text_put(c->arena, &aside, mkcv_arena_printf(c->arena, "(%zu)", group->works.list.count), MKCV_ROLE_TALLY);
    struct mkcv_flow_node *n =
        mkcv_part_node(c, label ? MKCV_FLOW_LISTING : MKCV_FLOW_PARAGRAPH, group->works.list.at[0]->loc);
    n->head = list;
    if (label) n->aside = aside;
    mkcv_part_origins(c, group->works.list.at, group->works.list.count);
}

/* The groups of one outer category. `headed`: some category is of two levels, and its name stands over those of its
 * parts; one of a single level is then dressed like such a head. Where labels run in, both names are one label. */
static void compose_outer(struct mkcv_composer *c, struct mkcv_groups *groups, size_t from, bool headed)
{
    const char *outer = groups->list.at[from].outer;
    bool open = false;
    for (size_t i = from; i < groups->list.count; ++i) {
        struct mkcv_group *group = &groups->list.at[i];
        if (group->done || !is_same(group->outer, outer)) continue;
        group->done = true;
        if (!group->inner) {
            compose_group(c, group, outer, headed ? MKCV_ROLE_GROUP : MKCV_ROLE_SUBGROUP);
        } else if (!headed) {
            compose_group(c, group, mkcv_arena_printf(c->arena, "%s: %s", outer, group->inner), MKCV_ROLE_SUBGROUP);
        } else {
            if (!open) mkcv_part_heading(c, outer, 2, group->works.list.at[0]->loc);
            open = true;
            compose_group(c, group, group->inner, MKCV_ROLE_SUBGROUP);
        }
    }
}

/* One label on the homepage: a work may have several. */
struct listed {
    const struct mkcv_entry *work;
    const struct mkcv_category *category;
    size_t file; /* files count from the first seen */
};

static int compare_places(const void *a, const void *b)
{
    const struct listed *x = a, *y = b;
    const struct mkcv_loc *p = &x->category->loc, *q = &y->category->loc;
    if (x->file != y->file) return x->file < y->file ? -1 : 1;
    if (p->line != q->line) return p->line < q->line ? -1 : 1;
    if (p->column != q->column) return p->column < q->column ? -1 : 1;
    return 0;
}

struct listing {
    MKCV_VEC(struct listed) list;
    MKCV_VEC(const char *) files;
};

static size_t file_index(struct mkcv_composer *c, struct listing *all, const char *file)
{
    for (size_t i = 0; i < all->files.count; ++i)
        if (is_same(all->files.at[i], file)) return i;
    *MKCV_PUSH(c->arena, &all->files) = file;
    return all->files.count - 1;
}

/* Every label, in the order of the homepage: works that were merged or sorted stand again where their labels stood. */
static void collect_labels(struct mkcv_composer *c, const struct mkcv_shown *works, struct listing *all)
{
    for (size_t i = 0; i < works->list.count; ++i) {
        const struct mkcv_entry *e = works->list.at[i];
        for (size_t k = 0; k < e->categories.count; ++k) {
            const struct mkcv_category *category = &e->categories.at[k];
            if (!category->label || !*category->label) continue;
            *MKCV_PUSH(c->arena, &all->list) = (struct listed){e, category, file_index(c, all, category->loc.file)};
        }
    }
    if (all->list.count) qsort(all->list.at, all->list.count, sizeof *all->list.at, compare_places);
}

void mkcv_listing_compose(struct mkcv_composer *c, const struct mkcv_shown *works)
{
    struct mkcv_groups groups = {0};
    struct listing all = {0};
    collect_labels(c, works, &all);
    for (size_t i = 0; i < all.list.count; ++i) {
        struct mkcv_group *group = mkcv_groups_lookup(c, &groups, all.list.at[i].category);
        *MKCV_PUSH(c->arena, &group->works.list) = all.list.at[i].work;
        *MKCV_PUSH(c->arena, &group->labels) = all.list.at[i].category->label;
    }
    bool headed = false;
    for (size_t i = 0; i < groups.list.count; ++i) headed = headed || groups.list.at[i].inner;
    headed = headed && c->style->listing.form == MKCV_RUN_LINES;
    for (size_t i = 0; i < groups.list.count; ++i)
        if (!groups.list.at[i].done) compose_outer(c, &groups, i, headed);
}
