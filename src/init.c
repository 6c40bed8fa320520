/* init.c - mkcv init: a commented mkcv.yaml for the homepage that is there, or a small one to start from. */
#include "mkcv/cv.h"
#include "mkcv/embedded.h"
#include "mkcv/file.h"
#include "mkcv/section.h"
#include "mkcv/site.h"
#include "mkcv/style.h"
#include "steps.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* A file that is there is the owner's. */
static enum mkcv_code write_new(struct mkcv_arena *a, const char *path, const char *bytes, size_t n,
                                struct mkcv_diags *d)
{
    if (mkcv_file_kind(path) == MKCV_FILE_NONE) return mkcv_file_write(a, path, bytes, n, d);
    mkcv_report(d, MKCV_DIAG_INIT_THERE, ((struct mkcv_loc){.file = NULL}), path);
    return MKCV_SYSTEM;
}

static void put_quoted(struct mkcv_buf *out, const char *key, const char *value)
{
    mkcv_buf_printf(out, "%s: ", key);
    mkcv_buf_json(out, value); /* a string of JSON is one of YAML */
    mkcv_buf_putc(out, '\n');
}

/* The owner, as the homepage has them. */
static void put_owner(struct mkcv_buf *out, const struct mkcv_cv *cv)
{
    const struct mkcv_basics *b = &cv->basics;
    mkcv_buf_puts(out, "\n# The owner: said here only where the homepage says it badly.\n");
    put_quoted(out, "# name", b->name ? b->name : "Your Name");
    mkcv_buf_puts(out, "# names: [");
    for (size_t i = 0; i < b->name_variants.count; i++) {
        if (i) mkcv_buf_puts(out, ", ");
        mkcv_buf_json(out, b->name_variants.at[i]);
    }
    mkcv_buf_puts(out, "] # further forms, as in lists of authors\n");
    mkcv_buf_printf(out, "# lang: %s\n# photo: yes # the site's own, or a file of it\n", cv->lang);
}

static const char *name_of(const struct mkcv_section *s)
{
    return s->kind == MKCV_KIND_OTHER && s->title ? s->title : mkcv_section_kind(s->kind)->key;
}

/* The sections that were found, with their titles. */
static void put_sections(struct mkcv_buf *out, const struct mkcv_cv *cv)
{
    mkcv_buf_puts(out,
                  "\n# The sections that were found, in the order in which they may stand, and what their heads say.\n"
                  "# order: [profile");
    for (size_t i = 0; i < cv->sections.count; i++) {
        mkcv_buf_puts(out, ", ");
        mkcv_buf_json(out, name_of(&cv->sections.at[i]));
    }
    mkcv_buf_puts(out, "]\n# hide: [news]\n# titles:\n");
    for (size_t i = 0; i < cv->sections.count; i++) {
        const struct mkcv_section *s = &cv->sections.at[i];
        if (s->kind == MKCV_KIND_OTHER) continue;
        const char *title = s->title ? s->title : mkcv_section_title(s->kind, cv->lang);
        mkcv_buf_printf(out, "#   %s: ", mkcv_section_kind(s->kind)->key);
        mkcv_buf_json(out, title);
        mkcv_buf_printf(out, " # %zu\n", s->entries.count);
    }
}

static void put_styles(struct mkcv_arena *a, struct mkcv_buf *out)
{
    const char *const *names = mkcv_style_names(a);
    mkcv_buf_puts(out, "\n# How it looks: ");
    for (size_t i = 0; names[i]; i++) mkcv_buf_printf(out, "%s%s", i ? ", " : "", names[i]);
    mkcv_buf_puts(out, ". Any key of `mkcv styles classic` may stand here too.\n"
                       "style: classic\n# paper: letter\n# date: {format: month}\n");
}

static void put_variants(struct mkcv_buf *out, const struct mkcv_cv *cv)
{
    bool works = false, selected = false;
    for (size_t i = 0; i < cv->sections.count; i++)
        for (size_t k = 0; cv->sections.at[i].kind == MKCV_KIND_PUBLICATIONS && k < cv->sections.at[i].entries.count;
             k++, works = true)
            selected = selected || cv->sections.at[i].entries.at[k].selected;
    mkcv_buf_puts(out, "\n# Further CVs of the same homepage: mkcv --variant short, or mkcv --all-variants -o out\n"
                       "variants:\n  short: {style: compact, pages: 2");
    if (selected) mkcv_buf_puts(out, ", selected: yes");
    if (works && !selected) mkcv_buf_puts(out, ", limit: {publications: 10}");
    mkcv_buf_puts(out, "}\n  web: {public: yes} # no phone, address, birth date or referees\n"
                       "\n# What --public leaves out beside those: sections, contacts, entries.\n# private: [email]\n");
}

static enum mkcv_code write_settings(struct mkcv_arena *a, const struct mkcv_site *site, const struct mkcv_cv *cv,
                                     struct mkcv_diags *d)
{
    struct mkcv_buf out;
    const char *path = mkcv_path_join(a, site->root, "mkcv.yaml");
    mkcv_buf_init(&out, a);
    mkcv_buf_printf(
        &out,
        "# What the homepage cannot say of its CV. Nothing here is needed: the lines behind a # are what holds "
        "without\n# them, or examples. man mkcv explains each key.\n#\n# Read as a site of layout '%s'.\n",
        site->layout);
    put_owner(&out, cv);
    put_styles(a, &out);
    put_sections(&out, cv);
    put_variants(&out, cv);
    enum mkcv_code code = write_new(a, path, out.s, out.n, d);
    if (code != MKCV_OK) return code;
    printf("%s is written: %zu sections of %s.\nNext: mkcv check, then mkcv -o cv.pdf, mkcv --all-variants -o out\n",
           path, cv->sections.count, cv->basics.name ? cv->basics.name : "nobody that is named");
    return MKCV_OK;
}

/* Where nothing is to be read: a homepage of a page and its settings. */
static enum mkcv_code write_start(struct mkcv_arena *a, struct mkcv_diags *d)
{
    static const char *const files[] = {"index.md", "publications.bib", "mkcv.yaml"};
    if (mkdir("content", 0777) && errno != EEXIST) {
        mkcv_report(d, MKCV_DIAG_FILE_WRITE, ((struct mkcv_loc){.file = NULL}), "content", strerror(errno));
        return MKCV_SYSTEM;
    }
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        const struct mkcv_embedded *e = mkcv_embedded_lookup(mkcv_arena_printf(a, "start/%s", files[i]));
        const char *path = mkcv_path_join(a, "content", files[i]);
        enum mkcv_code code = write_new(a, path, (const char *)e->data, (size_t)(e->end - e->data), d);
        if (code != MKCV_OK) return code;
    }
    puts("content/ is written: the homepage of somebody who is not there. Make it yours.\nNext: mkcv, which makes "
         "cv.pdf "
         "of it");
    return MKCV_OK;
}

enum mkcv_code mkcv_init(struct mkcv_arena *a, const struct mkcv_options *o, struct mkcv_diags *d)
{
    struct mkcv_site site;
    struct mkcv_settings settings;
    struct mkcv_diags silent; /* check has the doubts */
    mkcv_diags_init(&silent, a);
    const char *root = mkcv_site_find(a, o->site);
    enum mkcv_code code = mkcv_site_read_in(a, root, o->layout, o->lang, &site, &silent);
    if (code == MKCV_CONTENT && !o->site) return write_start(a, d);
    if (code == MKCV_OK && !site.is_folder)
        return mkcv_option_report(a, d, "mkcv.yaml lies in the folder of a homepage; init wants that", root);
    if (code == MKCV_OK && site.settings) {
        mkcv_report(d, MKCV_DIAG_INIT_THERE, ((struct mkcv_loc){.file = NULL}), site.settings->loc.file);
        return MKCV_SYSTEM;
    }
    if (code == MKCV_OK) code = mkcv_settings_read(a, NULL, NULL, 0, &settings, &silent);
    if (code != MKCV_OK) {
        *d = silent;
        return code;
    }
    settings.lang = o->lang;
    if (!mkcv_site_choose_language(a, &site, o->lang, &silent)) return mkcv_option_report(a, d, "--lang", o->lang);
    return write_settings(a, &site, mkcv_cv_read(a, &site, &settings, &silent), d);
}
