/* whole.h - for targets that run the whole program without fonts: a site through every stage to every format but
 * PDF. */
#ifndef MKCV_FUZZ_WHOLE_H
#define MKCV_FUZZ_WHOLE_H
#include "fuzz.h"
#include "mkcv/backend.h"
#include "mkcv/cv.h"
#include "mkcv/flow.h"
#include "mkcv/select.h"
#include "mkcv/site.h"
#include "mkcv/style.h"
#include <stdio.h>

static inline void write_file(const char *path, const uint8_t *data, size_t size)
{
    FILE *f = fopen(path, "wb");
    must(f && fwrite(data, 1, size, f) == size && !fclose(f));
}

static inline void make_cv(const char *path)
{
    struct input in;
    struct mkcv_site site;
    struct mkcv_settings settings;
    struct mkcv_style style;
    struct mkcv_cv *selected;
    struct mkcv_arena *a = &in.arena;
    mkcv_arena_init(a);
    mkcv_diags_init(&in.diags, a);
    if (mkcv_site_read(a, path, NULL, &site, &in.diags) == MKCV_OK) {
        must(mkcv_settings_read(a, site.settings, NULL, 0, &settings, &in.diags) != MKCV_USAGE);
        must(mkcv_style_read(a, "classic", &settings, &style, &in.diags) != MKCV_USAGE);
        const struct mkcv_cv *cv = mkcv_cv_read(a, &site, &settings, &in.diags);
        must(mkcv_select(a, cv, &settings, &selected, &in.diags) == MKCV_OK);
        struct mkcv_buf out;
        mkcv_buf_init(&out, a);
        must(mkcv_json_write(selected, &out, &in.diags) == MKCV_OK);
        must(mkcv_bibtex_write(selected, &out, &in.diags) == MKCV_OK);
        const struct mkcv_flow *flow = mkcv_compose(a, selected, &settings, &style, &in.diags);
        must(mkcv_latex_write(flow, &style, &out, &in.diags) == MKCV_OK);
        must(mkcv_markdown_write(flow, &style, &out, &in.diags) == MKCV_OK);
        must(mkcv_html_write(flow, &style, &out, &in.diags) == MKCV_OK);
        must(mkcv_plain_write(flow, &style, &out, &in.diags) == MKCV_OK);
    }
    close_input(&in);
}
#endif
