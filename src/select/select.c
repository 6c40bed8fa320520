/* select.c - what this CV may show: sections by name, entries by time and mark, nothing that is hidden. It leaves out
 * and never changes: what stays is shared with the CV that was read. */
#include "mkcv/select.h"
#include "mkcv/embedded.h"
#include "mkcv/section.h"
#include "mkcv/target.h"
#include "mkcv/utf8.h"
#include "private.h"
#include "selection.h"
#include <string.h>

#define PROFILE "summary" /* the profile text, named like a section */

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

bool mkcv_selection_names(const struct mkcv_selection *x, const struct mkcv_section *s, const char *name)
{
    return mkcv_select_is_named(x->arena, x->cv, s, name);
}

static bool is_profile(const char *name)
{
    return !strcasecmp(name, PROFILE) || !strcasecmp(name, "profile") || !strcasecmp(name, "biography");
}

static bool has_section(const struct mkcv_selection *x, const struct mkcv_words *words, const struct mkcv_section *s)
{
    for (size_t i = 0; i < words->list.count; i++)
        if (mkcv_selection_names(x, s, words->list.at[i])) return true;
    return false;
}

static bool has_profile(const struct mkcv_words *words)
{
    for (size_t i = 0; i < words->list.count; i++)
        if (is_profile(words->list.at[i])) return true;
    return false;
}

/* The names that could have been meant, NULL-terminated. */
static const char *const *known_names(const struct mkcv_selection *x)
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

/* A ready variant names what a CV may have. */
static bool is_ready(struct mkcv_loc loc) { return loc.file && mkcv_embedded_lookup(loc.file); }

/* A section that the CV lacks is no mistake, a name that means no section is. */
static bool check_name(const struct mkcv_selection *x, const char *name, struct mkcv_loc loc)
{
    if (is_profile(name) || mkcv_kind_from_key(name) != MKCV_KIND_COUNT) return true;
    for (size_t i = 0; i < x->cv->sections.count; i++)
        if (mkcv_selection_names(x, &x->cv->sections.at[i], name)) return true;
    if (is_ready(loc)) return true;
    const char *near = mkcv_nearest(name, known_names(x));
    const char *hint = near ? mkcv_arena_printf(x->arena, "; did you mean '%s'?", near) : "";
    mkcv_report(x->diags, MKCV_DIAG_SELECT_UNKNOWN, loc, name, hint);
    return loc.file != NULL; /* a file's mistake does not stop the CV */
}

static bool check_names(const struct mkcv_selection *x, const struct mkcv_words *words, struct mkcv_loc loc)
{
    bool known = true;
    for (size_t i = 0; i < words->list.count; i++) known &= check_name(x, words->list.at[i], loc);
    return known;
}

/* Why the section is left out; NULL: it is not. */
static const char *reason_of(const struct mkcv_selection *x, const struct mkcv_section *s)
{
    const struct mkcv_settings *set = x->settings;
    if (s->hidden) return "it is not for a CV";
    if (has_section(x, &set->hide, s)) return "hide names the section";
    if (has_section(x, &set->skip, s)) return "skip names the section";
    if (set->public && mkcv_private_is_section(x->arena, x->cv, s, &set->private)) return "it is private";
    bool shown = !set->only.list.count || has_section(x, &set->only, s);
    return shown ? NULL : "only does not name the section";
}

static bool shows_profile(const struct mkcv_selection *x)
{
    const struct mkcv_settings *set = x->settings;
    if (has_profile(&set->hide) || has_profile(&set->skip)) return false;
    return !set->only.list.count || has_profile(&set->only);
}

/* Each that names nothing is told, with what could have been meant. */
static void check_targets(const struct mkcv_selection *x, const struct mkcv_targets *targets, const char *key)
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

static const char *list_sections(const struct mkcv_selection *x)
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
static void check_absent(const struct mkcv_selection *x, const char *name, struct mkcv_loc loc)
{
    if (is_profile(name) || mkcv_kind_from_key(name) == MKCV_KIND_COUNT) return;
    for (size_t i = 0; i < x->cv->sections.count; i++)
        if (mkcv_selection_names(x, &x->cv->sections.at[i], name)) return;
    if (is_ready(loc)) return;
    mkcv_report(x->diags, MKCV_DIAG_SELECT_ABSENT, loc, name, list_sections(x));
}

/* A section cannot be asked for and left out. */
static bool check_both(const struct mkcv_selection *x)
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

static bool check_settings(const struct mkcv_selection *x)
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
    struct mkcv_selection x = {a, cv, settings, d, settings->tells};
    bool known = check_settings(&x);
    struct mkcv_cv *selected = MKCV_NEW(a, struct mkcv_cv);
    *selected = *cv;
    selected->sections.at = NULL;
    selected->sections.count = selected->sections.cap = 0;
    if (!shows_profile(&x)) selected->basics.summary.count = 0;
    for (size_t i = 0; i < cv->sections.count; i++) {
        const char *why = reason_of(&x, &cv->sections.at[i]);
        if (why) mkcv_selection_tell(&x, &cv->sections.at[i], why);
        if (why) continue;
        struct mkcv_section s = mkcv_selection_entries(&x, &cv->sections.at[i]);
        if (s.entries.count || !cv->sections.at[i].entries.count) *MKCV_PUSH(a, &selected->sections) = s;
    }
    if (settings->public) mkcv_private_remove(a, selected, settings);
    *out = selected;
    return known ? MKCV_OK : MKCV_USAGE;
}
