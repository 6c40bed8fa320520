/* fuzz_cv.c - any text as a homepage of one page, through every stage to LaTeX: the whole program without fonts. */
#include "fuzz.h"
#include "mkcv/backend.h"
#include "mkcv/cv.h"
#include "mkcv/flow.h"
#include "mkcv/select.h"
#include "mkcv/site.h"
#include "mkcv/style.h"
#include <stdio.h>
#include <unistd.h>

static void make_cv(struct input *in, const char *path)
{
    struct mkcv_site site;
    struct mkcv_settings settings;
    struct mkcv_style style;
    struct mkcv_cv *selected;
    struct mkcv_arena *a = &in->arena;
    if (mkcv_site_read(a, path, NULL, &site, &in->diags) != MKCV_OK) return;
    must(mkcv_settings_read(a, site.settings, NULL, 0, &settings, &in->diags) == MKCV_OK);
    must(mkcv_style_read(a, "classic", &settings, &style, &in->diags) == MKCV_OK);
    const struct mkcv_cv *cv = mkcv_cv_read(a, &site, &settings, &in->diags);
    must(mkcv_select(a, cv, &settings, &selected, &in->diags) == MKCV_OK);
    struct mkcv_buf tex, json;
    mkcv_buf_init(&tex, a);
    mkcv_buf_init(&json, a);
    must(mkcv_json_write(selected, &json, &in->diags) == MKCV_OK);
    must(mkcv_latex_write(mkcv_compose(a, selected, &settings, &style, &in->diags), &style, &tex, &in->diags) ==
         MKCV_OK);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[64];
    snprintf(path, sizeof path, "/tmp/mkcv-fuzz-%ld.md", (long)getpid());
    FILE *f = fopen(path, "wb");
    must(f && fwrite(data, 1, size, f) == size && !fclose(f));
    struct input in;
    mkcv_arena_init(&in.arena);
    mkcv_diags_init(&in.diags, &in.arena);
    make_cv(&in, path);
    close_input(&in);
    remove(path);
    return 0;
}
