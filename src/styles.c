/* styles.c - mkcv styles: what there is, one of them with all its keys, their schema. */
#include "mkcv/style.h"
#include "steps.h"
#include <errno.h>
#include <stdio.h>
#include <string.h>

static enum mkcv_code list_styles(struct mkcv_arena *a, struct mkcv_buf *out, struct mkcv_diags *d)
{
    size_t widest = 0;
    const char *const *names = mkcv_style_names(a);
    for (size_t i = 0; names[i]; i++)
        if (strlen(names[i]) > widest) widest = strlen(names[i]);
    for (size_t i = 0; names[i]; i++) {
        struct mkcv_style style;
        enum mkcv_code code = mkcv_style_read(a, names[i], NULL, &style, d);
        if (code != MKCV_OK) return code;
        mkcv_buf_printf(out, "%-*s  %s\n", (int)widest, names[i], style.description);
    }
    return MKCV_OK;
}

enum mkcv_code mkcv_styles(struct mkcv_arena *a, const struct mkcv_options *o, struct mkcv_diags *d)
{
    struct mkcv_settings settings;
    struct mkcv_buf out;
    mkcv_buf_init(&out, a);
    enum mkcv_code code = mkcv_settings_read(a, NULL, o->set, o->set_count, &settings, d);
    if (code != MKCV_OK) return code;
    if (o->schema)
        mkcv_style_schema(&out);
    else if (o->words[0])
        code = mkcv_style_show(a, o->words[0], &settings, &out, d);
    else
        code = list_styles(a, &out, d);
    fwrite(out.s, 1, out.n, stdout);
    if (!fflush(stdout) && !ferror(stdout)) return code;
    mkcv_report(d, MKCV_DIAG_STREAM_WRITE, ((struct mkcv_loc){.file = NULL}), "-", strerror(errno));
    return MKCV_SYSTEM;
}
