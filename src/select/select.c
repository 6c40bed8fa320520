/* select.c - what this CV may show: sections by name, entries by time and mark, nothing that is hidden. It leaves out
 * and never changes: what stays is shared with the CV that was read. */
#include "mkcv/select.h"
#include "mkcv/section.h"
#include "mkcv/utf8.h"
#include "private.h"
#include "target.h"
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define PROFILE "summary" /* the profile text, named like a section */

struct selection {
    struct mkcv_arena *arena;
    const struct mkcv_cv *cv;
    const struct mkcv_settings *settings;
    struct mkcv_diags *diags;
};

static bool is_title(struct mkcv_arena *a, const char *title, const char *folded)
{
    return title && *folded && !strcmp(mkcv_utf8_fold(a, title), folded);
}

bool mkcv_select_is_named(struct mkcv_arena *a, const struct mkcv_cv *cv, const struct mkcv_section *s,
                          const char *name)
{
    const char *folded = mkcv_utf8_fold(a, name);
    bool keyed = !strcasecmp(mkcv_section_kind(s->kind)->key, name);
    if (keyed || is_title(a, s->title, folded)) return true;
    return s->kind != MKCV_KIND_OTHER && (is_title(a, mkcv_section_title(s->kind, cv->lang), folded) ||
                                          is_title(a, mkcv_section_title(s->kind, "en"), folded));
}

static bool is_named(const struct selection *x, const struct mkcv_section *s, const char *name)
{
    return mkcv_select_is_named(x->arena, x->cv, s, name);
}

static bool is_profile(const char *name)
{
    return !strcasecmp(name, PROFILE) || !strcasecmp(name, "profile") || !strcasecmp(name, "biography");
}

static bool has_section(const struct selection *x, const struct mkcv_words *words, const struct mkcv_section *s)
{
    for (size_t i = 0; i < words->list.count; i++)
        if (is_named(x, s, words->list.at[i])) return true;
    return false;
}

static bool has_profile(const struct mkcv_words *words)
{
    for (size_t i = 0; i < words->list.count; i++)
        if (is_profile(words->list.at[i])) return true;
    return false;
}

/* The names that could have been meant, NULL-terminated. */
static const char *const *known_names(const struct selection *x)
{
    size_t n = 0, count = x->cv->sections.count;
    const char **names = MKCV_NEW_ARRAY(x->arena, const char *, count * 2 + MKCV_KIND_COUNT + 2);
    names[n++] = PROFILE;
    for (int k = 0; k < MKCV_KIND_COUNT; k++) names[n++] = mkcv_section_kind((enum mkcv_kind)k)->key;
    for (size_t i = 0; i < count; i++) {
        const struct mkcv_section *s = &x->cv->sections.at[i];
        names[n++] = mkcv_section_kind(s->kind)->key;
        if (s->title) names[n++] = s->title;
    }
    return names;
}

/* A section that the CV lacks is no mistake, a name that means no section is. */
static bool check_name(const struct selection *x, const char *name, struct mkcv_loc loc)
{
    if (is_profile(name) || mkcv_kind_from_key(name) != MKCV_KIND_COUNT) return true;
    for (size_t i = 0; i < x->cv->sections.count; i++)
        if (is_named(x, &x->cv->sections.at[i], name)) return true;
    const char *near = mkcv_nearest(name, known_names(x));
    const char *hint = near ? mkcv_arena_printf(x->arena, "; did you mean '%s'?", near) : "";
    mkcv_report(x->diags, MKCV_DIAG_SELECT_UNKNOWN, loc, name, hint);
    return loc.file != NULL; /* a file's mistake does not stop the CV */
}

static bool check_names(const struct selection *x, const struct mkcv_words *words, struct mkcv_loc loc)
{
    bool known = true;
    for (size_t i = 0; i < words->list.count; i++) known &= check_name(x, words->list.at[i], loc);
    return known;
}

static bool shows_section(const struct selection *x, const struct mkcv_section *s)
{
    const struct mkcv_settings *set = x->settings;
    if (s->hidden || has_section(x, &set->hide, s) || has_section(x, &set->skip, s)) return false;
    return !set->only.list.count || has_section(x, &set->only, s);
}

static bool shows_profile(const struct selection *x)
{
    const struct mkcv_settings *set = x->settings;
    if (has_profile(&set->hide) || has_profile(&set->skip)) return false;
    return !set->only.list.count || has_profile(&set->only);
}

/* What a person did has a time. */
bool mkcv_select_is_lasting(enum mkcv_kind kind)
{
    switch (kind) {
    case MKCV_KIND_WORK:
    case MKCV_KIND_EDUCATION:
    case MKCV_KIND_INTERESTS:
    case MKCV_KIND_MEMBERSHIPS:
    case MKCV_KIND_SKILLS:
    case MKCV_KIND_LANGUAGES:
    case MKCV_KIND_CERTIFICATES:
    case MKCV_KIND_REFERENCES:
    case MKCV_KIND_OTHER:
    case MKCV_KIND_COUNT:
        return true;
    case MKCV_KIND_PUBLICATIONS:
    case MKCV_KIND_AWARDS:
    case MKCV_KIND_GRANTS:
    case MKCV_KIND_TALKS:
    case MKCV_KIND_TEACHING:
    case MKCV_KIND_STUDENTS:
    case MKCV_KIND_SERVICE:
    case MKCV_KIND_MEDIA:
    case MKCV_KIND_PROJECTS:
    case MKCV_KIND_VOLUNTEER:
    case MKCV_KIND_NEWS:
        return false;
    }
    return true;
}

static int month_of(struct mkcv_date d) { return d.year ? d.year * 12 + d.month : 0; }

int mkcv_select_last_month(const struct mkcv_entry *e)
{
    if (e->current) return INT_MAX;
    int last = month_of(e->end) > month_of(e->start) ? month_of(e->end) : month_of(e->start);
    for (size_t i = 0; i < e->dates.count; i++)
        if (month_of(e->dates.at[i]) > last) last = month_of(e->dates.at[i]);
    return last ? last : INT_MAX;
}

static bool has_selected(const struct mkcv_section *s)
{
    for (size_t i = 0; i < s->entries.count; i++)
        if (s->entries.at[i].selected) return true;
    return false;
}

static bool is_target(const struct selection *x, const struct mkcv_targets *targets, const struct mkcv_entry *e)
{
    for (size_t i = 0; i < targets->list.count; i++)
        if (mkcv_target_is(x->arena, x->cv, e, targets->list.at[i].name)) return true;
    return false;
}

/* Why an entry is left out. */
enum fate { SHOWN, KEPT, HIDDEN, DROPPED, UNSELECTED, OLD };

static enum fate fate_of(const struct selection *x, const struct mkcv_entry *e, bool only_selected)
{
    const struct mkcv_settings *s = x->settings;
    if (s->public && is_target(x, &s->private, e)) return HIDDEN;
    if (is_target(x, &s->keep, e)) return KEPT;
    if (e->hidden) return HIDDEN;
    if (is_target(x, &s->drop, e)) return DROPPED;
    if (only_selected && !e->selected) return UNSELECTED;
    int last = mkcv_select_last_month(e);
    bool lasts = mkcv_select_is_lasting(e->kind) || last == INT_MAX;
    return !s->since || lasts || last / 12 >= s->since ? SHOWN : OLD;
}

/* An entry on its way through the limit of its section. */
struct candidate {
    const struct mkcv_entry *entry;
    size_t place;
    bool kept;
};

/* First what stays. */
static int compare_candidates(const void *x, const void *y)
{
    const struct candidate *a = x, *b = y;
    if (a->kept != b->kept) return a->kept ? -1 : 1;
    if (a->entry->priority != b->entry->priority) return a->entry->priority > b->entry->priority ? -1 : 1;
    if (a->entry->selected != b->entry->selected) return a->entry->selected ? -1 : 1;
    int last = mkcv_select_last_month(a->entry), other = mkcv_select_last_month(b->entry);
    if (last != other) return last > other ? -1 : 1;
    return (a->place > b->place) - (a->place < b->place);
}

static int compare_places(const void *x, const void *y)
{
    const struct candidate *a = x, *b = y;
    return (a->place > b->place) - (a->place < b->place);
}

/* How many entries a section may show; SIZE_MAX: all. */
static size_t limit_of(const struct selection *x, const struct mkcv_section *s)
{
    size_t most = SIZE_MAX;
    for (size_t i = 0; i < x->settings->limit.list.count; i++)
        if (is_named(x, s, x->settings->limit.list.at[i].section)) most = (size_t)x->settings->limit.list.at[i].most;
    return most;
}

static struct mkcv_section select_entries(const struct selection *x, const struct mkcv_section *s)
{
    struct mkcv_section out = *s;
    bool only_selected = x->settings->selected && s->kind == MKCV_KIND_PUBLICATIONS;
    if (only_selected && !has_selected(s)) {
        mkcv_report(x->diags, MKCV_DIAG_SELECT_NONE, s->loc, "");
        only_selected = false;
    }
    struct candidate *all = MKCV_NEW_ARRAY(x->arena, struct candidate, s->entries.count + 1);
    size_t count = 0, most = limit_of(x, s);
    for (size_t i = 0; i < s->entries.count; i++) {
        enum fate fate = fate_of(x, &s->entries.at[i], only_selected);
        if (fate <= KEPT) all[count++] = (struct candidate){&s->entries.at[i], i, fate == KEPT};
    }
    if (count > most) {
        qsort(all, count, sizeof *all, compare_candidates);
        for (count = most; all[count].kept;) count++; /* what is kept is kept beyond the limit */
        qsort(all, count, sizeof *all, compare_places);
    }
    out.entries.at = MKCV_NEW_ARRAY(x->arena, struct mkcv_entry, count + 1);
    out.entries.count = out.entries.cap = count;
    for (size_t i = 0; i < count; i++) out.entries.at[i] = *all[i].entry;
    return out;
}

/* Each that names nothing is told, with what could have been meant. */
static void check_targets(const struct selection *x, const struct mkcv_targets *targets, const char *key)
{
    for (size_t i = 0; i < targets->list.count; i++) {
        const struct mkcv_target *t = &targets->list.at[i];
        if (mkcv_target_exists(x->arena, x->cv, t->name)) continue;
        if (targets == &x->settings->private && mkcv_private_is_known(x->arena, x->cv, t->name)) continue;
        const char *near = mkcv_nearest(t->name, mkcv_target_names(x->arena, x->cv));
        const char *hint = near ? mkcv_arena_printf(x->arena, "; did you mean '%s'?", near) : "";
        mkcv_report(x->diags, MKCV_DIAG_SELECT_TARGET, t->loc, t->name, key, hint);
    }
}

static const char *list_sections(const struct selection *x)
{
    const char *list = "no sections";
    for (size_t i = 0; i < x->cv->sections.count; i++) {
        const struct mkcv_section *s = &x->cv->sections.at[i];
        const char *name = s->kind == MKCV_KIND_OTHER && s->title ? s->title : mkcv_section_kind(s->kind)->key;
        list = i ? mkcv_arena_printf(x->arena, "%s, %s", list, name) : name;
    }
    return list;
}

/* What only and limit name without being there. */
static void check_absent(const struct selection *x, const char *name, struct mkcv_loc loc)
{
    if (is_profile(name) || mkcv_kind_from_key(name) == MKCV_KIND_COUNT) return;
    for (size_t i = 0; i < x->cv->sections.count; i++)
        if (is_named(x, &x->cv->sections.at[i], name)) return;
    mkcv_report(x->diags, MKCV_DIAG_SELECT_ABSENT, loc, name, list_sections(x));
}

/* A section cannot be asked for and left out. */
static bool check_both(const struct selection *x)
{
    const struct mkcv_settings *set = x->settings;
    bool fine = true;
    for (size_t i = 0; i < x->cv->sections.count; i++) {
        const struct mkcv_section *s = &x->cv->sections.at[i];
        if (!has_section(x, &set->only, s) || !has_section(x, &set->skip, s)) continue;
        mkcv_report(x->diags, MKCV_DIAG_SELECT_BOTH, set->skip_loc, mkcv_section_kind(s->kind)->key, "");
        fine &= set->skip_loc.file != NULL;
    }
    return fine;
}

static bool check_settings(const struct selection *x)
{
    const struct mkcv_settings *set = x->settings;
    bool known = check_names(x, &set->only, set->only_loc);
    known &= check_names(x, &set->skip, set->skip_loc);
    known &= check_names(x, &set->order, set->order_loc);
    known &= check_names(x, &set->hide, set->hide_loc);
    for (size_t i = 0; set->titles[i].key; i++) known &= check_name(x, set->titles[i].key, set->titles[i].loc);
    for (size_t i = 0; i < set->limit.list.count; i++) {
        const struct mkcv_limit *limit = &set->limit.list.at[i];
        known &= check_name(x, limit->section, limit->loc);
        check_absent(x, limit->section, limit->loc);
    }
    for (size_t i = 0; i < set->only.list.count; i++) check_absent(x, set->only.list.at[i], set->only_loc);
    check_targets(x, &set->keep, "keep");
    check_targets(x, &set->drop, "drop");
    if (set->public) check_targets(x, &set->private, "private");
    return known & check_both(x);
}

enum mkcv_code mkcv_select(struct mkcv_arena *a, const struct mkcv_cv *cv, const struct mkcv_settings *settings,
                           struct mkcv_cv **out, struct mkcv_diags *d)
{
    struct selection x = {a, cv, settings, d};
    bool known = check_settings(&x);
    struct mkcv_cv *selected = MKCV_NEW(a, struct mkcv_cv);
    *selected = *cv;
    selected->sections.at = NULL;
    selected->sections.count = selected->sections.cap = 0;
    if (!shows_profile(&x)) selected->basics.summary.count = 0;
    for (size_t i = 0; i < cv->sections.count; i++) {
        if (!shows_section(&x, &cv->sections.at[i])) continue;
        struct mkcv_section s = select_entries(&x, &cv->sections.at[i]);
        if (s.entries.count || !cv->sections.at[i].entries.count) *MKCV_PUSH(a, &selected->sections) = s;
    }
    if (settings->public) mkcv_private_remove(a, selected, settings);
    *out = selected;
    return known ? MKCV_OK : MKCV_USAGE;
}
