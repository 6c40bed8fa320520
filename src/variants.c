/* variants.c - mkcv --all-variants: a CV for each variant of mkcv.yaml, in one folder. */
#include "mkcv/file.h"
#include "mkcv/site.h"
#include "steps.h"
#include <string.h>

/* What several variants say of the homepage is said once. */
static void add_diags(struct mkcv_diags *d, const struct mkcv_diags *more)
{
    for (size_t i = 0; i < more->list.count; i++) {
        const struct mkcv_diag *g = &more->list.at[i];
        if (mkcv_diags_has(d, g)) continue;
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
    if (worst == MKCV_OK) worst = mkcv_folder_make(folder, d);
    if (worst != MKCV_OK) return worst;
    size_t done = 0, all = 0;
    while (names[all]) all++;
    for (; *names; names++) {
        struct mkcv_options one = *o;
        struct mkcv_diags said;
        mkcv_diags_init(&said, a);
        one.variant = *names;
        if (strchr(*names, '/')) mkcv_progress_end();
        if (strchr(*names, '/'))
            return mkcv_option_report(a, d, "--all-variants: a file cannot have the name of the variant", *names);
        if (o->least < MKCV_LEVEL_ERROR) mkcv_progress(done++, all, *names);
        one.output = mkcv_path_join(a, folder, mkcv_arena_printf(a, "%s.%s", *names, mkcv_output_ending(o->format)));
        enum mkcv_code code = mkcv_run(a, &one, &said);
        add_diags(d, &said);
        if (code > worst) worst = code;
        if (code <= MKCV_CONTENT)
            mkcv_report(d, MKCV_DIAG_VARIANT_MADE, ((struct mkcv_loc){.file = NULL}), *names, one.output);
    }
    mkcv_progress_end();
    return worst;
}
