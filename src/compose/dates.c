/* dates.c - one date, a range, or the years of something done several times. */
#include "dates.h"
#include "language.h"
#include "mkcv/buf.h"
#include "typography.h"
#include <stdlib.h>
#include <string.h>

#define NBSP "\u00a0"

static const char *month_and_year(struct mkcv_arena *a, struct mkcv_date d, const struct mkcv_language *language,
                                  const char *month)
{
    if (language->year_mark) return mkcv_arena_printf(a, "%d%s%s", d.year, language->year_mark, month);
    return mkcv_arena_printf(a, "%s" NBSP "%d", month, d.year);
}

const char *mkcv_dates_of_date(struct mkcv_arena *a, struct mkcv_date d, enum mkcv_date_format format, const char *lang)
{
    const struct mkcv_language *language = mkcv_language_lookup(lang);
    if (d.year == 0) return NULL;
    if (d.month >= 1 && d.month <= 12) switch (format) {
        case MKCV_DATE_YEAR:
            break;
        case MKCV_DATE_MONTH:
            return month_and_year(a, d, language, language->months[d.month - 1]);
        case MKCV_DATE_MONTH_SHORT:
            return month_and_year(a, d, language, language->short_months[d.month - 1]);
        case MKCV_DATE_ISO:
            return mkcv_date_iso(a, d);
        }
    return mkcv_arena_printf(a, "%d", d.year);
}

/* "2019–2021", with blanks around the dash when an end has several words; equal ends are one date. */
static const char *join_range(struct mkcv_arena *a, const char *from, const char *to, const struct mkcv_style *style)
{
    const char *dash = style->date_range && *style->date_range ? style->date_range : "–";
    bool words = strstr(from, NBSP) || strstr(to, NBSP) || strchr(from, '-') || strchr(to, '-');
    if (strcmp(from, to) == 0) return from;
    if (words && strcmp(dash, "–") == 0) dash = NBSP "– ";
    return mkcv_arena_printf(a, "%s%s%s", from, dash, to);
}

static int compare_years(const void *a, const void *b) { return *(const short *)a - *(const short *)b; }

/* The years of dates, runs of them as ranges: "2019, 2021–2023". */
static const char *join_years(struct mkcv_arena *a, const struct mkcv_entry *e, const struct mkcv_style *style)
{
    short *years = MKCV_NEW_ARRAY(a, short, e->dates.count);
    size_t n = 0;
    struct mkcv_buf b;
    mkcv_buf_init(&b, a);
    for (size_t i = 0; i < e->dates.count; ++i)
        if (e->dates.at[i].year) years[n++] = e->dates.at[i].year;
    qsort(years, n, sizeof *years, compare_years);
    for (size_t i = 0; i < n;) {
        size_t j = i;
        while (j + 1 < n && years[j + 1] <= years[j] + 1) ++j;
        const char *from = mkcv_arena_printf(a, "%d", years[i]), *to = mkcv_arena_printf(a, "%d", years[j]);
        bool pair = years[j] == years[i] + 1;
        mkcv_buf_printf(&b, "%s%s", b.n ? ", " : "",
                        pair ? mkcv_arena_printf(a, "%s, %s", from, to) : join_range(a, from, to, style));
        i = j + 1;
    }
    return b.n ? b.s : NULL;
}

/* "WS 2021/22": the date as written says more than the year that was read from it. */
static bool says_term(struct mkcv_arena *a, const struct mkcv_entry *e)
{
    struct mkcv_date latest = mkcv_dates_latest(e);
    return e->date_text && latest.year && !latest.month &&
           strstr(e->date_text, mkcv_arena_printf(a, "%d", latest.year));
}

const char *mkcv_dates_of_entry(struct mkcv_arena *a, const struct mkcv_entry *e, const struct mkcv_style *style,
                                const char *lang)
{
    const char *start = mkcv_dates_of_date(a, e->start, style->date_format, lang);
    const char *end = mkcv_dates_of_date(a, e->end, style->date_format, lang);
    const char *present = mkcv_language_lookup(lang)->present;
    if (says_term(a, e)) return mkcv_typeset_string(a, e->date_text, lang);
    if (e->current) return start ? join_range(a, start, present, style) : present;
    if (start && end) return join_range(a, start, end, style);
    if (!start && e->dates.count > 1) return join_years(a, e, style);
    if (!start && !end && e->dates.count == 1) end = mkcv_dates_of_date(a, e->dates.at[0], style->date_format, lang);
    if (start || end) return end ? end : start;
    return e->date_text && *e->date_text ? mkcv_typeset_string(a, e->date_text, lang) : NULL;
}

struct mkcv_date mkcv_dates_latest(const struct mkcv_entry *e)
{
    struct mkcv_date latest = mkcv_date_compare(e->end, e->start) >= 0 ? e->end : e->start;
    for (size_t i = 0; i < e->dates.count; ++i)
        if (mkcv_date_compare(e->dates.at[i], latest) > 0) latest = e->dates.at[i];
    return latest;
}
