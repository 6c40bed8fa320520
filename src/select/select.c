/* select.c - what this CV may show: sections by name, entries by time and mark, nothing that is hidden. It leaves out
 * and never changes: what stays is shared with the CV that was read. */
#include "mkcv/select.h"
#include "mkcv/section.h"
#include "mkcv/utf8.h"
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

static int last_year(const struct mkcv_entry *e)
{
    int year = e->end.year > e->start.year ? e->end.year : e->start.year;
    for (size_t i = 0; i < e->dates.count; i++)
        if (e->dates.at[i].year > year) year = e->dates.at[i].year;
    return year;
}

static bool has_selected(const struct mkcv_section *s)
{
    for (size_t i = 0; i < s->entries.count; i++)
        if (s->entries.at[i].selected) return true;
    return false;
}

static bool shows_entry(const struct selection *x, const struct mkcv_entry *e, bool only_selected)
{
    int since = x->settings->since, year = last_year(e);
    if (e->hidden || (only_selected && !e->selected)) return false;
    return !since || mkcv_select_is_lasting(e->kind) || e->current || !year || year >= since;
}

static struct mkcv_section select_entries(const struct selection *x, const struct mkcv_section *s)
{
    struct mkcv_section out = *s;
    bool only_selected = x->settings->selected && s->kind == MKCV_KIND_PUBLICATIONS;
    if (only_selected && !has_selected(s)) {
        mkcv_report(x->diags, MKCV_DIAG_SELECT_NONE, s->loc, "");
        only_selected = false;
    }
    out.entries.at = MKCV_NEW_ARRAY(x->arena, struct mkcv_entry, s->entries.count);
    out.entries.count = 0;
    out.entries.cap = s->entries.count;
    for (size_t i = 0; i < s->entries.count; i++)
        if (shows_entry(x, &s->entries.at[i], only_selected)) out.entries.at[out.entries.count++] = s->entries.at[i];
    return out;
}

enum mkcv_code mkcv_select(struct mkcv_arena *a, const struct mkcv_cv *cv, const struct mkcv_settings *settings,
                           struct mkcv_cv **out, struct mkcv_diags *d)
{
    struct selection x = {a, cv, settings, d};
    bool known = check_names(&x, &settings->only, settings->only_loc);
    known &= check_names(&x, &settings->skip, settings->skip_loc);
    known &= check_names(&x, &settings->order, settings->order_loc);
    known &= check_names(&x, &settings->hide, settings->hide_loc);
    for (size_t i = 0; settings->titles[i].key; i++)
        known &= check_name(&x, settings->titles[i].key, settings->titles[i].loc);
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
    *out = selected;
    return known ? MKCV_OK : MKCV_USAGE;
}
