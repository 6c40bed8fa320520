/* entries.c - which entries of a section this CV shows: those that are kept, of the time asked for, not hidden, not
 * dropped, and at most so many. */
#include "mkcv/section.h"
#include "mkcv/select.h"
#include "mkcv/target.h"
#include "selection.h"
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

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

static bool is_target(const struct mkcv_selection *x, const struct mkcv_targets *targets, const struct mkcv_entry *e)
{
    for (size_t i = 0; i < targets->list.count; i++)
        if (mkcv_target_is(x->arena, x->cv, e, targets->list.at[i].name)) return true;
    return false;
}

/* What becomes of an entry; from HIDDEN on it is left out. */
enum fate { SHOWN, KEPT, HIDDEN, PRIVATE, DROPPED, UNSELECTED, UNWANTED, OLD, OVER };

static const char *const reasons[] = {[HIDDEN] = "the homepage hides it",
                                      [PRIVATE] = "it is private",
                                      [DROPPED] = "drop names it",
                                      [UNSELECTED] = "it is not marked as selected",
                                      [UNWANTED] = "its status is not asked for",
                                      [OLD] = "it ended before the year of since",
                                      [OVER] = "its section is over its limit"};

/* A work that says nothing of it is published. */
static bool has_status(const struct mkcv_words *wanted, const struct mkcv_entry *e)
{
    const struct mkcv_text *said = &e->fields[MKCV_FIELD_STATUS];
    const char *status = mkcv_text_is_empty(said) ? "published" : said->s;
    for (size_t i = 0; i < wanted->list.count; i++)
        if (!strcasecmp(wanted->list.at[i], status)) return true;
    return !wanted->list.count || e->kind != MKCV_KIND_PUBLICATIONS;
}

static enum fate fate_of(const struct mkcv_selection *x, const struct mkcv_entry *e, bool only_selected)
{
    const struct mkcv_settings *s = x->settings;
    if (s->public && is_target(x, &s->private, e)) return PRIVATE;
    if (is_target(x, &s->keep, e)) return KEPT;
    if (e->hidden) return HIDDEN;
    if (is_target(x, &s->drop, e)) return DROPPED;
    if (only_selected && !e->selected) return UNSELECTED;
    if (!has_status(&s->status, e)) return UNWANTED;
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
static size_t limit_of(const struct mkcv_selection *x, const struct mkcv_section *s)
{
    size_t most = SIZE_MAX;
    for (size_t i = 0; i < x->settings->limit.list.count; i++)
        if (mkcv_selection_names(x, s, x->settings->limit.list.at[i].section))
            most = (size_t)x->settings->limit.list.at[i].most;
    return most;
}

/* What names an entry in a message. */
static const char *name_of(struct mkcv_arena *a, const struct mkcv_entry *e)
{
    static const enum mkcv_field fields[] = {MKCV_FIELD_TITLE, MKCV_FIELD_ORG, MKCV_FIELD_SUMMARY};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (!mkcv_text_is_empty(&e->fields[fields[i]]))
            return mkcv_arena_strndup(a, e->fields[fields[i]].s, mkcv_text_length(&e->fields[fields[i]]));
    return mkcv_section_kind(e->kind)->key;
}

static void tell_entry(const struct mkcv_selection *x, const struct mkcv_entry *e, const char *why)
{
    if (x->tells) mkcv_report(x->diags, MKCV_DIAG_SELECT_OUT, e->loc, name_of(x->arena, e), why);
}

void mkcv_selection_tell(const struct mkcv_selection *x, const struct mkcv_section *s, const char *why)
{
    const char *name = s->title ? s->title : mkcv_section_kind(s->kind)->key;
    if (x->tells) mkcv_report(x->diags, MKCV_DIAG_SELECT_OUT, s->loc, name, why);
}

struct mkcv_section mkcv_selection_entries(const struct mkcv_selection *x, const struct mkcv_section *s)
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
        if (fate <= KEPT)
            all[count++] = (struct candidate){&s->entries.at[i], i, fate == KEPT};
        else
            tell_entry(x, &s->entries.at[i], reasons[fate]);
    }
    if (count > most) {
        qsort(all, count, sizeof *all, compare_candidates);
        size_t past = count;
        for (count = most; count < past && all[count].kept;) count++; /* what is kept is kept beyond the limit */
        for (size_t i = count; i < past; i++) tell_entry(x, all[i].entry, reasons[OVER]);
        qsort(all, count, sizeof *all, compare_places);
    }
    out.entries.at = MKCV_NEW_ARRAY(x->arena, struct mkcv_entry, count + 1);
    out.entries.count = out.entries.cap = count;
    for (size_t i = 0; i < count; i++) out.entries.at[i] = *all[i].entry;
    return out;
}
