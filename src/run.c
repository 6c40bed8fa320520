/* run.c - the way of the data: site folder, records, cv, selected cv, flow, pages, file.
 *
 * Each arrow is one function, called in order, here and nowhere else. */
#include "mkcv/run.h"
#include "mkcv/backend.h"
#include "mkcv/embedded.h"
#include "mkcv/file.h"
#include "mkcv/select.h"
#include "mkcv/site.h"
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

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

static enum mkcv_code report_option(struct mkcv_arena *a, struct mkcv_diags *d, const char *option, const char *value)
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

static bool read_date(const char *s, struct mkcv_date *date)
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
    if (option) return read_date(option, &s->date) ? MKCV_OK : report_option(a, d, "--date wants YYYY-MM-DD", option);
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    if (!epoch || !*epoch || s->date.year) return MKCV_OK;
    char *end;
    long long seconds = strtoll(epoch, &end, 10);
    if (*end || seconds < 0 || seconds > 253402300799LL)
        return report_option(a, d, "SOURCE_DATE_EPOCH wants seconds since 1970", epoch);
    s->date = date_from_days((long)(seconds / 86400));
    return MKCV_OK;
}

/* What the command line says beside mkcv.yaml and --set. */
static enum mkcv_code apply_options(struct mkcv_arena *a, const struct mkcv_options *o, struct mkcv_settings *s,
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
    if (o->since) {
        char *end;
        long year = strtol(o->since, &end, 10);
        if (*end || end == o->since || year < 1000 || year > 9999)
            return report_option(a, d, "--since wants a year", o->since);
        s->since = (int)year;
    }
    return apply_date(a, o->date, s, d);
}

/* Leaves what is in the wanted language. A word that names none is wrong use; in mkcv.yaml it is a fault of the file.
 */
static enum mkcv_code choose_language(struct mkcv_arena *a, struct mkcv_site *site, struct mkcv_settings *s,
                                      struct mkcv_diags *d)
{
    static const char hint[] = "it takes a language's tag: en, de, zh, pt-BR";
    if (mkcv_site_choose_language(a, site, s->lang, d)) return MKCV_OK;
    if (!s->lang_loc.file) {
        mkcv_report(d, MKCV_DIAG_OPTION, s->lang_loc, mkcv_arena_printf(a, "--lang '%s': %s", s->lang, hint));
        return MKCV_USAGE;
    }
    mkcv_report(d, MKCV_DIAG_STYLE_VALUE, s->lang_loc, s->lang, "lang", hint);
    s->lang = NULL;
    return mkcv_site_choose_language(a, site, NULL, d) ? MKCV_OK : MKCV_CONTENT;
}

/* Who can be reached has a CV, if a short one. */
static bool is_empty(const struct mkcv_cv *cv)
{
    const struct mkcv_basics *b = &cv->basics;
    bool reached = b->name && (b->email || b->profiles.count);
    return !cv->sections.count && !b->summary.count && !reached;
}

static const char *default_output(struct mkcv_arena *a, enum mkcv_format format)
{
    static const char *const extensions[] = {".pdf", ".tex", ".json"};
    return mkcv_arena_printf(a, "cv%s", extensions[format]);
}

enum { PROBE = 64 << 20 };

/* A file at the default place is replaced only when it is empty or bears the mark that mkcv leaves in each format. */
static bool is_foreign(struct mkcv_arena *a, const char *path, enum mkcv_format format)
{
    static const char *const marks[] = {"/Producer (mkcv ", "% Made by mkcv ", "\"mkcv\": {"};
    const char *bytes;
    size_t n;
    struct mkcv_diags silent;
    if (mkcv_file_kind(path) != MKCV_FILE_REGULAR) return false;
    mkcv_diags_init(&silent, a);
    if (mkcv_file_read(a, path, PROBE, &bytes, &n, &silent) != MKCV_OK) return true;
    return n && !memmem(bytes, n, marks[format], strlen(marks[format]));
}

/* Whether writing `path` would destroy the very page that was read. */
static bool is_source(const char *path, const char *root)
{
    struct stat to, from;
    return mkcv_file_kind(root) == MKCV_FILE_REGULAR && !stat(path, &to) && !stat(root, &from) &&
           to.st_dev == from.st_dev && to.st_ino == from.st_ino;
}

static enum mkcv_code write_output(struct mkcv_arena *a, const struct mkcv_options *o, const struct mkcv_buf *out,
                                   struct mkcv_diags *d)
{
    if (o->strict && d->errors + d->warnings) return MKCV_CONTENT;
    const char *path = o->output ? o->output : o->dump ? "-" : default_output(a, o->format);
    if (is_source(path, mkcv_site_find(a, o->site)))
        return report_option(a, d, "the output would replace the page that was read", path);
    if (!o->output && !o->dump && is_foreign(a, path, o->format)) {
        mkcv_report(d, MKCV_DIAG_FILE_FOREIGN, ((struct mkcv_loc){.file = NULL}), path);
        return MKCV_SYSTEM;
    }
    return mkcv_file_write(a, path, out->s, out->n, d);
}

/* A family that a file names and nobody has does not stop the CV; one that an option names does. */
static enum mkcv_code open_fonts(struct mkcv_arena *a, const struct mkcv_options *o, const struct mkcv_style *style,
                                 const char *lang, struct mkcv_fonts **fonts, struct mkcv_diags *d)
{
    enum mkcv_code code = mkcv_fonts_open(a, style, lang, fonts, d);
    if (code != MKCV_USAGE) return code;
    for (size_t i = 0; i < o->set_count; i++)
        if (!strncmp(o->set[i], "font", 4)) return code;
    struct mkcv_style embedded = *style;
    embedded.font.family = "libertine";
    return mkcv_fonts_open(a, &embedded, lang, fonts, d);
}

/* From the flow on: pages and PDF, or LaTeX, which breaks its own. */
static enum mkcv_code set_flow(struct mkcv_arena *a, const struct mkcv_options *o, const struct mkcv_flow *flow,
                               const struct mkcv_style *style, struct mkcv_buf *out, struct mkcv_diags *d)
{
    struct mkcv_fonts *fonts;
    if (o->dump == MKCV_DUMP_FLOW) {
        mkcv_flow_dump(flow, out);
        return MKCV_OK;
    }
    if (o->format == MKCV_FORMAT_TEX && !o->dump) return mkcv_latex_write(flow, style, out, d);
    enum mkcv_code code = open_fonts(a, o, style, flow->lang, &fonts, d);
    if (code != MKCV_OK) return code;
    const struct mkcv_pages *pages = mkcv_layout(a, flow, style, fonts, d);
    if (o->dump == MKCV_DUMP_PAGES)
        mkcv_pages_dump(pages, out);
    else
        code = mkcv_pdf_write(pages, out, d);
    mkcv_fonts_close(fonts);
    return code;
}

static enum mkcv_code make(struct mkcv_arena *a, const struct mkcv_options *o, struct mkcv_buf *out,
                           struct mkcv_diags *d)
{
    struct mkcv_site site;
    struct mkcv_settings settings;
    struct mkcv_style style;
    struct mkcv_cv *selected;

    const char *root = mkcv_site_find(a, o->site);
    enum mkcv_code code = mkcv_site_read_in(a, root, o->layout, o->lang, &site, d);
    if (code != MKCV_OK) return code;
    if ((code = mkcv_settings_read(a, site.settings, o->set, o->set_count, &settings, d)) == MKCV_USAGE) return code;
    if ((code = apply_options(a, o, &settings, d)) != MKCV_OK) return code;
    if ((code = mkcv_style_read(a, settings.style ? settings.style : "classic", &settings, &style, d)) == MKCV_USAGE)
        return code;
    if ((code = choose_language(a, &site, &settings, d)) != MKCV_OK) return code;
    if (o->dump == MKCV_DUMP_RECORDS) {
        mkcv_site_dump(&site, out);
        return MKCV_OK;
    }

    const struct mkcv_cv *cv = mkcv_cv_read(a, &site, &settings, d);
    if (is_empty(cv)) {
        mkcv_report(d, MKCV_DIAG_CV_EMPTY, ((struct mkcv_loc){.file = NULL}), root);
        return MKCV_CONTENT;
    }
    if (o->dump == MKCV_DUMP_CV) {
        mkcv_cv_dump(cv, out);
        return MKCV_OK;
    }

    if ((code = mkcv_select(a, cv, &settings, &selected, d)) != MKCV_OK) return code;
    if (o->format == MKCV_FORMAT_JSON && !o->dump) return mkcv_json_write(selected, out, d);
    return set_flow(a, o, mkcv_compose(a, selected, &settings, &style, d), &style, out, d);
}

enum mkcv_code mkcv_run(struct mkcv_arena *a, const struct mkcv_options *options, struct mkcv_diags *d)
{
    struct mkcv_buf out;
    mkcv_buf_init(&out, a);
    enum mkcv_code code = make(a, options, &out, d);
    if (code == MKCV_OK) code = write_output(a, options, &out, d);
    return code == MKCV_OK && d->errors ? MKCV_CONTENT : code;
}
