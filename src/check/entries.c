/* entries.c - entries without a time, and ranges that end before they begin. */
#include "check.h"
#include <string.h>

static bool has_time(const struct mkcv_entry *e)
{
    return e->end.year || e->start.year || e->current || e->dates.count || e->date_text;
}

/* What is not out yet has no year to tell. */
static bool is_pending(const struct mkcv_entry *e)
{
    const char *status = e->fields[MKCV_FIELD_STATUS].s;
    return status && strcmp(status, "published") != 0;
}

static void check_time(struct mkcv_checked *k, const struct mkcv_entry *e)
{
    static const enum mkcv_kind timed[] = {MKCV_KIND_EDUCATION, MKCV_KIND_AWARDS, MKCV_KIND_GRANTS, MKCV_KIND_TALKS};
    if (has_time(e)) return;
    if (e->kind == MKCV_KIND_PUBLICATIONS && e->rule != MKCV_RULE_WORK_LABEL && !is_pending(e))
        mkcv_report(k->diags, MKCV_DIAG_YEAR_MISSING, e->loc, mkcv_checked_name(k, e));
    for (size_t i = 0; i < sizeof timed / sizeof *timed; i++)
        if (e->kind == timed[i]) mkcv_report(k->diags, MKCV_DIAG_TIME_MISSING, e->loc, mkcv_checked_name(k, e));
}

static bool is_reversed(struct mkcv_date start, struct mkcv_date end)
{
    if (!start.year || !end.year || start.year < end.year) return false;
    return start.year > end.year || (start.month && end.month && start.month > end.month);
}

static void check_order(struct mkcv_checked *k, const struct mkcv_entry *e)
{
    if (e->current || !is_reversed(e->start, e->end)) return;
    const char *range =
        mkcv_arena_printf(k->arena, "%s to %s", mkcv_date_iso(k->arena, e->start), mkcv_date_iso(k->arena, e->end));
    mkcv_report(k->diags, MKCV_DIAG_DATE_ORDER, e->loc, mkcv_checked_name(k, e), range);
}

void mkcv_check_dates(struct mkcv_checked *k)
{
    for (size_t i = 0; i < k->cv->sections.count; i++)
        for (size_t n = 0; n < k->cv->sections.at[i].entries.count; n++) {
            check_time(k, &k->cv->sections.at[i].entries.at[n]);
            check_order(k, &k->cv->sections.at[i].entries.at[n]);
        }
}
