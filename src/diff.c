/* diff.c - what changed between two CVs, by what they say. Each is a site, a file, or either of a git revision. */
#include "mkcv/backend.h"
#include "mkcv/file.h"
#include "mkcv/site.h"
#include "steps.h"
#include <string.h>

struct side {
    const char *site;             /* NULL: the homepage here */
    const char *where, *revision; /* where NULL: none */
};

static enum mkcv_code read_side(struct mkcv_arena *a, const struct mkcv_options *options, const struct side *s,
                                struct mkcv_content *out, struct mkcv_diags *d)
{
    struct mkcv_options o = *options;
    struct mkcv_revision r = {.path = NULL};
    o.site = s->site;
    o.since = NULL; /* of a diff it is a day in the site's history */
    if (!s->where) return mkcv_content_of_site(a, &o, out, d);
    enum mkcv_code code = mkcv_revision_open(a, s->where, s->revision, &r, d);
    o.site = r.path;
    if (code == MKCV_OK) code = mkcv_content_of_site(a, &o, out, d);
    mkcv_revision_close(&r);
    return code;
}

static struct side side_from_word(const char *word)
{
    if (word && mkcv_revision_is(word)) return (struct side){.where = ".", .revision = word};
    return (struct side){.site = word};
}

/* The site as its repository had it before a day. */
static enum mkcv_code side_before(struct mkcv_arena *a, const char *since, const char *site, struct side *out,
                                  struct mkcv_diags *d)
{
    struct mkcv_date date;
    const char *commit, *base = "";
    bool year = strlen(since) == 4;
    const char *day = year ? mkcv_arena_printf(a, "%s-01-01", since) : since;
    if (!mkcv_option_date(day, &date)) return mkcv_option_report(a, d, "--since wants YYYY-MM-DD or a year", since);
    out->where = site ? site : ".";
    if (mkcv_file_kind(out->where) == MKCV_FILE_REGULAR) {
        base = mkcv_path_base(site);
        out->where = base == site ? "." : mkcv_arena_strndup(a, site, (size_t)(base - site));
    }
    enum mkcv_code code = mkcv_revision_before(a, out->where, day, &commit, d);
    if (code == MKCV_OK) out->revision = mkcv_arena_printf(a, "%s:./%s", commit, base);
    return code;
}

enum mkcv_code mkcv_diff(struct mkcv_arena *a, const struct mkcv_options *options, struct mkcv_diags *d)
{
    struct mkcv_content before, after;
    struct mkcv_buf out;
    const char *const *words = options->words, *first = words[0];
    struct side old = side_from_word(first), new = side_from_word(options->since || !first ? first : words[1]);
    enum mkcv_code code = MKCV_OK;
    mkcv_buf_init(&out, a);
    if (options->since) code = side_before(a, options->since, mkcv_site_find(a, first), &old, d);
    if (code == MKCV_OK) code = read_side(a, options, &old, &before, d);
    if (code == MKCV_OK) code = read_side(a, options, &new, &after, d);
    if (code != MKCV_OK) return code;
    struct mkcv_changes changes = mkcv_content_compare(a, &before, &after);
    if (options->format == MKCV_FORMAT_JSON)
        code = mkcv_changes_json_write(&changes, &out);
    else
        mkcv_changes_print(&changes, &out);
    if (code == MKCV_OK) code = mkcv_file_write(a, "-", out.s, out.n, d);
    return code == MKCV_OK && changes.list.count ? MKCV_CONTENT : mkcv_content_code(code, options, d);
}
