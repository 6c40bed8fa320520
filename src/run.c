/* run.c - the way of the data: site folder, records, cv, selected cv, flow, pages, file.
 *
 * Each arrow is one function, called in order, here and nowhere else. */
#include "mkcv/run.h"
#include "mkcv/backend.h"
#include "mkcv/check.h"
#include "mkcv/embedded.h"
#include "mkcv/explain.h"
#include "mkcv/file.h"
#include "mkcv/fit.h"
#include "mkcv/form.h"
#include "mkcv/photo.h"
#include "mkcv/select.h"
#include "mkcv/site.h"
#include "steps.h"
#include <string.h>

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

/* What the stages hand on. */
struct work {
    const char *root;
    struct mkcv_site site;
    struct mkcv_settings settings;
    struct mkcv_style style;
    struct mkcv_cv *cv, *selected;
    const struct mkcv_cv *fitted; /* what is set */
};

/* What the CV says, for whoever later asks whether the homepage still does: before anything is left out to fit. */
static const char *record_content(struct mkcv_arena *a, const struct work *w)
{
    struct mkcv_content content;
    mkcv_content_read(a, w->selected, &content);
    return mkcv_content_record(a, &content);
}

/* Formats that are written from the flow: their readers break the lines. And those that are data, from the CV. */
typedef enum mkcv_code write_flow(const struct mkcv_flow *flow, const struct mkcv_style *style, struct mkcv_buf *out,
                                  struct mkcv_diags *d);
typedef enum mkcv_code write_cv(const struct mkcv_cv *cv, struct mkcv_buf *out, struct mkcv_diags *d);
static write_flow *const flow_writers[MKCV_FORMAT_COUNT] = {[MKCV_FORMAT_TEX] = mkcv_latex_write,
                                                            [MKCV_FORMAT_MD] = mkcv_markdown_write,
                                                            [MKCV_FORMAT_HTML] = mkcv_html_write,
                                                            [MKCV_FORMAT_TXT] = mkcv_plain_write};
static write_cv *const cv_writers[MKCV_FORMAT_COUNT] = {
    [MKCV_FORMAT_JSON] = mkcv_json_write, [MKCV_FORMAT_BIB] = mkcv_bibtex_write};

/* The CV as it is set goes into its PDF, as data that mkcv reads back, and its works for other programs. */
static enum mkcv_code attach(struct mkcv_arena *a, const struct work *w, struct mkcv_pages *pages, struct mkcv_diags *d)
{
    struct mkcv_buf json, bib;
    mkcv_buf_init(&json, a);
    mkcv_buf_init(&bib, a);
    enum mkcv_code code = mkcv_json_write(w->fitted, &json, d);
    if (code == MKCV_OK && mkcv_cv_lookup((struct mkcv_cv *)w->fitted, MKCV_KIND_PUBLICATIONS))
        code = mkcv_bibtex_write(w->fitted, &bib, d);
    *MKCV_PUSH(a, &pages->attachments) = (struct mkcv_attachment){
        "cv.json", "application/json", "Source", "The CV as data: JSON Resume with further keys", json.s, json.n};
    if (bib.n)
        *MKCV_PUSH(a, &pages->attachments) = (struct mkcv_attachment){
            "publications.bib", "application/x-bibtex", "Data", "The publications as BibTeX", bib.s, bib.n};
    return code;
}

/* From the flow on: pages and PDF, or a format that has no pages of its own. */
static enum mkcv_code set_flow(struct mkcv_arena *a, const struct mkcv_options *o, const struct mkcv_flow *flow,
                               const struct work *w, struct mkcv_buf *out, struct mkcv_diags *d)
{
    const struct mkcv_style *style = &w->style;
    struct mkcv_fonts *fonts;
    if (o->dump == MKCV_DUMP_FLOW) {
        mkcv_flow_dump(flow, out);
        return MKCV_OK;
    }
    if (flow_writers[o->format] && !o->dump) return flow_writers[o->format](flow, style, out, d);
    enum mkcv_code code = open_fonts(a, o, style, flow->lang, &fonts, d);
    if (code != MKCV_OK) return code;
    struct mkcv_pages *pages = mkcv_layout(a, flow, style, fonts, d);
    pages->content = o->dump ? NULL : record_content(a, w);
    mkcv_form_check(a, &(struct mkcv_formed){&w->settings, style, w->fitted, flow, pages}, d);
    if (o->attach && !o->dump) code = attach(a, w, pages, d);
    if (o->dump == MKCV_DUMP_PAGES)
        mkcv_pages_dump(pages, out);
    else if (code == MKCV_OK)
        code = mkcv_pdf_write(pages, out, d);
    mkcv_fonts_close(fonts);
    return code;
}

static enum mkcv_code read_site(struct mkcv_arena *a, const struct mkcv_options *o, struct work *w,
                                struct mkcv_diags *d)
{
    struct mkcv_settings *s = &w->settings;
    w->root = mkcv_site_find(a, o->site);
    enum mkcv_code code = mkcv_site_read_in(a, w->root, o->layout, o->lang, &w->site, d);
    if (code != MKCV_OK) return code;
    code = mkcv_variant_resolve(a, w->site.settings, o->variant, &w->site.settings, d);
    if (code == MKCV_USAGE) return code;
    if ((code = mkcv_settings_read(a, w->site.settings, o->set, o->set_count, s, d)) == MKCV_USAGE) return code;
    if ((code = mkcv_options_apply(a, o, s, d)) != MKCV_OK) return code;
    if ((code = mkcv_style_read(a, s->style ? s->style : "classic", s, &w->style, d)) == MKCV_USAGE) return code;
    return choose_language(a, &w->site, s, d);
}

static enum mkcv_code read_cv(struct mkcv_arena *a, struct work *w, struct mkcv_diags *d)
{
    w->cv = mkcv_cv_read(a, &w->site, &w->settings, d);
    if (!is_empty(w->cv)) return MKCV_OK;
    mkcv_report(d, MKCV_DIAG_CV_EMPTY, ((struct mkcv_loc){.file = NULL}), w->root);
    return MKCV_CONTENT;
}

/* The photo that the CV shows. Formats that cannot hold it get it as a file beside theirs, named after it. */
static void read_photo(struct mkcv_arena *a, const struct mkcv_options *o, struct work *w, struct mkcv_diags *d)
{
    struct mkcv_photo *photo = mkcv_photo_read(a, w->selected, &w->settings, &w->style, d);
    if (photo && mkcv_output_has_photo(o)) mkcv_output_name_photo(a, o, photo, d);
    w->selected->photo = photo;
}

/* To the page count asked for: what is set, and the style, become what fits. */
static enum mkcv_code fit_pages(struct mkcv_arena *a, const struct mkcv_options *o, struct work *w,
                                struct mkcv_diags *d)
{
    w->fitted = w->selected;
    if (!w->settings.pages && !w->settings.fit) return MKCV_OK;
    const struct mkcv_style style = w->style;
    struct mkcv_fit_job job = {.cv = w->selected, .settings = &w->settings, .style = &style};
    enum mkcv_code code = open_fonts(a, o, &style, w->selected->lang, &job.fonts, d);
    if (code != MKCV_OK) return code;
    code = mkcv_fit(a, &job, &w->fitted, &w->style, d);
    mkcv_fonts_close(job.fonts);
    return code;
}

/* Fills `out`; *photo is what goes beside it, where it has a name. */
static enum mkcv_code make(struct mkcv_arena *a, const struct mkcv_options *o, struct mkcv_content *content,
                           struct mkcv_buf *out, const struct mkcv_photo **photo, struct mkcv_diags *d)
{
    struct work w = {.root = NULL};
    enum mkcv_code code = read_site(a, o, &w, d);
    if (code != MKCV_OK) return code;
    if (o->dump == MKCV_DUMP_RECORDS) {
        mkcv_site_dump(&w.site, out);
        return MKCV_OK;
    }

    if ((code = read_cv(a, &w, d)) != MKCV_OK) return code;
    if (o->dump == MKCV_DUMP_CV) {
        mkcv_cv_dump(w.cv, out);
        return MKCV_OK;
    }

    if ((code = mkcv_select(a, w.cv, &w.settings, &w.selected, d)) != MKCV_OK) return code;
    if (content) mkcv_content_read(a, w.selected, content);
    if (cv_writers[o->format] && !o->dump) return cv_writers[o->format](w.selected, out, d);
    read_photo(a, o, &w, d);
    if ((code = fit_pages(a, o, &w, d)) != MKCV_OK) return code;
    *photo = w.selected->photo;
    return set_flow(a, o, mkcv_compose(a, w.fitted, &w.settings, &w.style, d), &w, out, d);
}

enum mkcv_code mkcv_content_code(enum mkcv_code code, const struct mkcv_options *o, const struct mkcv_diags *d)
{
    bool fails = d->errors || (o->strict && d->warnings);
    return code == MKCV_OK && fails ? MKCV_CONTENT : code;
}

enum mkcv_code mkcv_run_noting(struct mkcv_arena *a, const struct mkcv_options *options, struct mkcv_content *content,
                               struct mkcv_diags *d)
{
    struct mkcv_buf out;
    const struct mkcv_photo *photo = NULL;
    mkcv_buf_init(&out, a);
    enum mkcv_code code = make(a, options, content, &out, &photo, d);
    if (code == MKCV_OK && photo && photo->name) code = mkcv_output_write_photo(a, options, photo, d);
    if (code == MKCV_OK) code = mkcv_output_write(a, options, &out, d);
    if (code == MKCV_OK && options->deps) code = mkcv_deps_write(a, options, d);
    return mkcv_content_code(code, options, d);
}

enum mkcv_code mkcv_run(struct mkcv_arena *a, const struct mkcv_options *options, struct mkcv_diags *d)
{
    return mkcv_run_noting(a, options, NULL, d);
}

enum mkcv_code mkcv_content_of_site(struct mkcv_arena *a, const struct mkcv_options *options, struct mkcv_content *out,
                                    struct mkcv_diags *d)
{
    struct work w = {.root = NULL};
    enum mkcv_code code = read_site(a, options, &w, d);
    if (code == MKCV_OK) code = read_cv(a, &w, d);
    if (code == MKCV_OK) code = mkcv_select(a, w.cv, &w.settings, &w.selected, d);
    if (code == MKCV_OK) mkcv_content_read(a, w.selected, out);
    return code;
}

/* The CV of a variant is set, and held against the form of its funder. */
static enum mkcv_code check_form(struct mkcv_arena *a, const struct mkcv_options *o, struct work *w,
                                 struct mkcv_diags *d)
{
    struct mkcv_fonts *fonts;
    enum mkcv_code code = fit_pages(a, o, w, d);
    if (code != MKCV_OK) return code;
    const struct mkcv_flow *flow = mkcv_compose(a, w->fitted, &w->settings, &w->style, d);
    if ((code = open_fonts(a, o, &w->style, flow->lang, &fonts, d)) != MKCV_OK) return code;
    const struct mkcv_pages *pages = mkcv_layout(a, flow, &w->style, fonts, d);
    mkcv_form_check(a, &(struct mkcv_formed){&w->settings, &w->style, w->fitted, flow, pages}, d);
    mkcv_fonts_close(fonts);
    return code;
}

enum mkcv_code mkcv_check(struct mkcv_arena *a, const struct mkcv_options *options, struct mkcv_diags *d)
{
    struct work w = {.root = NULL};
    enum mkcv_code code = read_site(a, options, &w, d);
    w.settings.tells = options->variant != NULL;
    if (code == MKCV_OK) code = read_cv(a, &w, d);
    if (code == MKCV_OK) code = mkcv_select(a, w.cv, &w.settings, &w.selected, d);
    if (code != MKCV_OK) return code;
    w.selected->photo = mkcv_photo_read(a, w.selected, &w.settings, &w.style, d);
    if (options->variant && (code = check_form(a, options, &w, d)) != MKCV_OK) return code;
    mkcv_check_cv(a, &w.site, w.cv, &w.settings, d);
    return mkcv_content_code(code, options, d);
}

enum mkcv_code mkcv_explain(struct mkcv_arena *a, const struct mkcv_options *options, struct mkcv_diags *d)
{
    struct work w = {.root = NULL};
    struct mkcv_buf out;
    mkcv_buf_init(&out, a);
    enum mkcv_code code = read_site(a, options, &w, d);
    if (code == MKCV_CONTENT && !options->site && *options->words) { /* a site that is not there looks like a word */
        mkcv_report(d, MKCV_DIAG_SITE_MISSING, ((struct mkcv_loc){.file = NULL}), *options->words);
        return MKCV_SYSTEM;
    }
    if (code == MKCV_OK) code = read_cv(a, &w, d);
    if (code == MKCV_OK) code = mkcv_select(a, w.cv, &w.settings, &w.selected, d);
    if (code != MKCV_OK) return code;
    const struct mkcv_flow *flow = mkcv_compose(a, w.selected, &w.settings, &w.style, d);
    const struct mkcv_explained x = {&w.site, w.cv, flow, d, options->words};
    mkcv_explain_write(&x, &out);
    return mkcv_content_code(mkcv_file_write(a, "-", out.s, out.n, d), options, d);
}
