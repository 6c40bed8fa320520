/* options.c - what the command line says, over mkcv.yaml and --set. */
#include "steps.h"
#include <stdlib.h>
#include <string.h>

static struct mkcv_words words_from_list(struct mkcv_arena *a, const char *list)
{
    struct mkcv_words words = {.list = {0}};
    for (size_t n; list && *list; list += n + (list[n] == ',')) {
        list += strspn(list, " ");
        n = strcspn(list, ",");
        size_t end = n;
        while (end && list[end - 1] == ' ') end--;
        if (end) *MKCV_PUSH(a, &words.list) = mkcv_arena_strndup(a, list, end);
    }
    return words;
}

enum mkcv_code mkcv_option_report(struct mkcv_arena *a, struct mkcv_diags *d, const char *option, const char *value)
{
    mkcv_report(d, MKCV_DIAG_OPTION, ((struct mkcv_loc){.file = NULL}),
                mkcv_arena_printf(a, "%s: bad value '%s'", option, value));
    return MKCV_USAGE;
}

static int days_of(int year, int month)
{
    static const signed char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

bool mkcv_option_date(const char *s, struct mkcv_date *date)
{
    int year, month, day, end = 0;
    if (sscanf(s, "%4d-%2d-%2d%n", &year, &month, &day, &end) != 3 || end != 10 || s[end] || year < 1 || month < 1 ||
        month > 12 || day < 1 || day > days_of(year, month))
        return false;
    *date = (struct mkcv_date){(short)year, (signed char)month, (signed char)day};
    return true;
}

/* Days since 1970-01-01 to a civil date (H. Hinnant, chrono-compatible low-level date algorithms, 2013). */
static struct mkcv_date date_from_days(long days)
{
    days += 719468;
    long era = days / 146097, of_era = days % 146097;
    long year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    long of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100),
         shifted = (5 * of_year + 2) / 153;
    long month = shifted < 10 ? shifted + 3 : shifted - 9;
    return (struct mkcv_date){(short)(year_of_era + era * 400 + (month <= 2)), (signed char)month,
                              (signed char)(of_year - (153 * shifted + 2) / 5 + 1)};
}

static enum mkcv_code apply_date(struct mkcv_arena *a, const char *option, struct mkcv_settings *s,
                                 struct mkcv_diags *d)
{
    if (option)
        return mkcv_option_date(option, &s->date) ? MKCV_OK
                                                  : mkcv_option_report(a, d, "--date wants YYYY-MM-DD", option);
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (!epoch || !*epoch || s->date.year) return MKCV_OK;
    char *end;
    long long seconds = strtoll(epoch, &end, 10);
    if (*end || seconds < 0 || seconds > 253402300799LL)
        return mkcv_option_report(a, d, "SOURCE_DATE_EPOCH wants seconds since 1970", epoch);
    s->date = date_from_days((long)(seconds / 86400));
    return MKCV_OK;
}

enum mkcv_code mkcv_options_apply(struct mkcv_arena *a, const struct mkcv_options *o, struct mkcv_settings *s,
                                  struct mkcv_diags *d)
{
    if (o->name) s->name = o->name;
    const struct mkcv_loc option = {.file = NULL};
    if (o->lang) s->lang = o->lang, s->lang_loc = option;
    if (o->style) s->style = o->style, s->style_loc = option;
    if (o->paper) s->paper = o->paper;
    if (o->only) s->only = words_from_list(a, o->only), s->only_loc = option;
    if (o->skip) s->skip = words_from_list(a, o->skip), s->skip_loc = option;
    if (o->selected) s->selected = true;
    if (o->public) s->public = true;
    for (size_t i = 0; s->public && i < s->private.list.count; i++)
        if (!strcasecmp(s->private.list.at[i].name, "photo")) s->photo_wish = MKCV_PHOTO_NO;
    if (o->fit) s->fit = true;
    if (o->pages && !mkcv_pages_from_string(o->pages, &s->pages))
        return mkcv_option_report(a, d, "--pages wants a number from 1 to 999", o->pages);
    if (o->since) {
        char *end;
        long year = strtol(o->since, &end, 10);
        if (*end || end == o->since || year < 1000 || year > 9999)
            return mkcv_option_report(a, d, "--since wants a year", o->since);
        s->since = (int)year;
    }
    return apply_date(a, o->date, s, d);
}
