/* deps.c - what the CV was made from, as a rule for make (POSIX; the escapes are GNU make's). Each file is a target of
 * its own too, without a rule: one that is deleted or renamed then makes the CV out of date, and does not stop make. */
#include "mkcv/file.h"
#include "steps.h"
#include <stdlib.h>
#include <string.h>

/* Whether make can name the file at all: a name ends with its line. */
static bool is_nameable(const char *path) { return *path && !strpbrk(path, "\n\r"); }

/* A backslash guards what follows it, and before a blank or a number sign itself; a percent sign is one of a pattern in
 * targets alone. */
static void put_name(struct mkcv_buf *out, const char *path, bool target)
{
    size_t slashes = 0;
    for (const char *p = path; *p; p++) {
        bool guarded = *p == ' ' || *p == '\t' || *p == '#' || *p == ':' || (target && *p == '%');
        for (size_t i = 0; guarded && i < slashes; i++) mkcv_buf_putc(out, '\\');
        if (guarded) mkcv_buf_putc(out, '\\');
        if (*p == '$') mkcv_buf_putc(out, '$');
        mkcv_buf_putc(out, *p);
        slashes = *p == '\\' ? slashes + 1 : 0;
    }
}

static int compare_paths(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

enum mkcv_code mkcv_deps_write(struct mkcv_arena *a, const struct mkcv_options *o, struct mkcv_diags *d)
{
    struct mkcv_buf rule, targets;
    const char *path = mkcv_output_path(a, o);
    if (!strcmp(path, "-")) return mkcv_option_report(a, d, "--deps wants an output that is a file", path);
    mkcv_buf_init(&rule, a);
    mkcv_buf_init(&targets, a);
    put_name(&rule, path, true);
    mkcv_buf_putc(&rule, ':');
    if (d->read.count) qsort(d->read.at, d->read.count, sizeof *d->read.at, compare_paths);
    for (size_t i = 0; i < d->read.count; i++) {
        const char *file = d->read.at[i];
        if (!is_nameable(file) || (i && !strcmp(file, d->read.at[i - 1]))) continue;
        mkcv_buf_puts(&rule, " \\\n  ");
        put_name(&rule, file, false);
        if (!strcmp(file, path)) continue;
        put_name(&targets, file, true);
        mkcv_buf_puts(&targets, ":\n");
    }
    mkcv_buf_puts(&rule, "\n\n");
    mkcv_buf_put(&rule, targets.s, targets.n);
    return mkcv_file_write(a, o->deps, rule.s, rule.n, d);
}
