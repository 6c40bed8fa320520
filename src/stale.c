/* stale.c - whether a document still says what the homepage says. A PDF of mkcv has a record of its content in its
 * metadata, which needs no reader of PDF; a JSON document is the content itself. */
#include "mkcv/file.h"
#include "steps.h"
#include <string.h>

enum { DOCUMENT_MOST = 256 << 20 };

static enum mkcv_code report_unknown(struct mkcv_diags *d, const char *path, const char *why)
{
    mkcv_report(d, MKCV_DIAG_STALE_UNKNOWN, ((struct mkcv_loc){.file = path}), path, why);
    return MKCV_CONTENT;
}

static enum mkcv_code read_pdf(struct mkcv_arena *a, const char *path, struct mkcv_content *out, struct mkcv_diags *d)
{
    static const char open[] = "<mkcv:content>", close[] = "</mkcv:content>", made[] = "/Producer (mkcv ";
    const char *bytes;
    size_t n;
    enum mkcv_code code = mkcv_file_read(a, path, DOCUMENT_MOST, &bytes, &n, d);
    if (code != MKCV_OK) return code;
    const char *from = memmem(bytes, n, open, sizeof open - 1);
    const char *to = from ? memmem(from, (size_t)(bytes + n - from), close, sizeof close - 1) : NULL;
    bool own = memmem(bytes, n, made, sizeof made - 1);
    if (!to) return report_unknown(d, path, own ? "an older mkcv made it" : "it was made by other means than mkcv");
    from += sizeof open - 1;
    if (!mkcv_content_from_record(a, from, (size_t)(to - from), out))
        return report_unknown(d, path, "its record is of another version of mkcv, or damaged");
    return MKCV_OK;
}

static enum mkcv_code read_document(struct mkcv_arena *a, const struct mkcv_options *o, struct mkcv_content *out,
                                    struct mkcv_diags *d)
{
    const char *extension = mkcv_path_extension(o->stale);
    struct mkcv_options document = {.site = o->stale};
    if (!strcmp(extension, ".tex")) return report_unknown(d, o->stale, "LaTeX carries no record");
    return strcmp(extension, ".json") != 0 ? read_pdf(a, o->stale, out, d) : mkcv_content_of_site(a, &document, out, d);
}

/* ": venue, year" */
static const char *list_fields(struct mkcv_arena *a, const struct mkcv_change *c)
{
    const char *list = "";
    for (size_t i = 0; i < c->fields.count; i++)
        list = mkcv_arena_printf(a, "%s%s %s", list, i ? "," : ":", c->fields.at[i].name);
    return list;
}

static void report_change(struct mkcv_arena *a, const char *path, const struct mkcv_change *c, struct mkcv_diags *d)
{
    const struct mkcv_content_entry *e = c->entry;
    const char *label = e->label ? mkcv_arena_printf(a, "'%s'", e->label) : "an entry";
    switch (c->kind) {
    case MKCV_CHANGE_ADDED:
        mkcv_report(d, MKCV_DIAG_STALE_ADDED, e->loc, path, e->label, e->section);
        break;
    case MKCV_CHANGE_CHANGED:
        mkcv_report(d, MKCV_DIAG_STALE_CHANGED, e->loc, path, e->label, e->section, list_fields(a, c));
        break;
    case MKCV_CHANGE_REMOVED:
        mkcv_report(d, MKCV_DIAG_STALE_REMOVED, ((struct mkcv_loc){.file = path}), path, label, e->section);
        break;
    }
}

enum mkcv_code mkcv_stale(struct mkcv_arena *a, const struct mkcv_options *options, struct mkcv_diags *d)
{
    struct mkcv_content document, site;
    enum mkcv_code code = read_document(a, options, &document, d);
    if (code == MKCV_OK) code = mkcv_content_of_site(a, options, &site, d);
    if (code != MKCV_OK) return code;
    struct mkcv_changes changes = mkcv_content_compare(a, &document, &site);
    for (size_t i = 0; i < changes.list.count; i++) report_change(a, options->stale, &changes.list.at[i], d);
    return changes.list.count ? MKCV_CONTENT : mkcv_content_code(MKCV_OK, options, d);
}
