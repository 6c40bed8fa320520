/* variants.c - mkcv --all-variants: a CV for each variant of mkcv.yaml, in one folder. */
#include "mkcv/file.h"
#include "mkcv/site.h"
#include "steps.h"
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

static enum mkcv_code make_folder(const char *path, struct mkcv_diags *d)
{
    if (mkcv_file_kind(path) == MKCV_FILE_FOLDER || !mkdir(path, 0777)) return MKCV_OK;
    mkcv_report(d, MKCV_DIAG_FILE_WRITE, ((struct mkcv_loc){.file = NULL}), path, strerror(errno));
    return MKCV_SYSTEM;
}

/* What several variants say of the homepage is said once. */
static bool is_said(const struct mkcv_diags *d, const struct mkcv_diag *g)
{
    for (size_t i = 0; i < d->list.count; i++) {
        const struct mkcv_diag *o = &d->list.at[i];
        bool here = o->loc.line == g->loc.line && o->loc.column == g->loc.column &&
                    !strcmp(o->loc.file ? o->loc.file : "", g->loc.file ? g->loc.file : "");
        if (here && o->id == g->id && !strcmp(o->text, g->text)) return true;
    }
    return false;
}

static void add_diags(struct mkcv_diags *d, const struct mkcv_diags *more)
{
    for (size_t i = 0; i < more->list.count; i++) {
        const struct mkcv_diag *g = &more->list.at[i];
        if (is_said(d, g)) continue;
        *MKCV_PUSH(d->arena, &d->list) = *g;
        d->errors += mkcv_diag_level(g->id) == MKCV_LEVEL_ERROR;
        d->warnings += mkcv_diag_level(g->id) == MKCV_LEVEL_WARNING;
    }
}

static enum mkcv_code read_names(struct mkcv_arena *a, const struct mkcv_options *o, const char *const **names,
                                 struct mkcv_diags *d)
{
    struct mkcv_site site;
    struct mkcv_diags silent; /* each variant says it again */
    mkcv_diags_init(&silent, a);
    enum mkcv_code code = mkcv_site_read_in(a, mkcv_site_find(a, o->site), o->layout, o->lang, &site, &silent);
    if (code != MKCV_OK) add_diags(d, &silent);
    if (code != MKCV_OK) return code;
    const struct mkcv_node *variants = mkcv_node_lookup(site.settings, "variants");
    *names = mkcv_variant_names(a, variants && variants->kind == MKCV_NODE_MAP ? variants : NULL);
    if (**names) return MKCV_OK;
    mkcv_report(d, MKCV_DIAG_OPTION, ((struct mkcv_loc){.file = NULL}), "--all-variants: mkcv.yaml has no variants");
    return MKCV_USAGE;
}

enum mkcv_code mkcv_run_all(struct mkcv_arena *a, const struct mkcv_options *o, struct mkcv_diags *d)
{
    const char *folder = o->output ? o->output : ".";
    const char *const *names;
    enum mkcv_code worst = read_names(a, o, &names, d);
    if (worst == MKCV_OK) worst = make_folder(folder, d);
    if (worst != MKCV_OK) return worst;
    for (; *names; names++) {
        struct mkcv_options one = *o;
        struct mkcv_diags said;
        mkcv_diags_init(&said, a);
        one.variant = *names;
        if (strchr(*names, '/'))
            return mkcv_option_report(a, d, "--all-variants: a file cannot have the name of the variant", *names);
        one.output = mkcv_path_join(a, folder, mkcv_arena_printf(a, "%s.%s", *names, mkcv_output_ending(o->format)));
        enum mkcv_code code = mkcv_run(a, &one, &said);
        add_diags(d, &said);
        if (code > worst) worst = code;
        if (code <= MKCV_CONTENT)
            mkcv_report(d, MKCV_DIAG_VARIANT_MADE, ((struct mkcv_loc){.file = NULL}), *names, one.output);
    }
    return worst;
}
