/* output.c - where the CV goes: never over the page that was read, nor over a file that is not mkcv's own. */
#include "mkcv/file.h"
#include "mkcv/site.h"
#include "steps.h"
#include <string.h>
#include <sys/stat.h>

/* The ending of each format's files, and the mark that mkcv leaves in them; NULL: none, as in text for forms. */
static const struct {
    const char *ending, *mark;
} formats[MKCV_FORMAT_COUNT] = {
    [MKCV_FORMAT_PDF] = {"pdf", "/Producer (mkcv "},  [MKCV_FORMAT_TEX] = {"tex", "% Made by mkcv "},
    [MKCV_FORMAT_JSON] = {"json", "\"mkcv\": {"},     [MKCV_FORMAT_MD] = {"md", "<!-- Made by mkcv "},
    [MKCV_FORMAT_HTML] = {"html", "content=\"mkcv "}, [MKCV_FORMAT_TXT] = {"txt", NULL},
    [MKCV_FORMAT_BIB] = {"bib", "% Made by mkcv "},
};

const char *mkcv_output_path(struct mkcv_arena *a, const struct mkcv_options *o)
{
    return o->output ? o->output : o->dump ? "-" : mkcv_arena_printf(a, "cv.%s", formats[o->format].ending);
}

const char *mkcv_output_ending(enum mkcv_format format) { return formats[format].ending; }

enum { PROBE = 64 << 20 };

/* A file at the default place is replaced only when it is empty or bears the mark of its format. */
static bool is_foreign(struct mkcv_arena *a, const char *path, enum mkcv_format format)
{
    const char *mark = formats[format].mark;
    const char *bytes;
    size_t n;
    struct mkcv_diags silent;
    if (mkcv_file_kind(path) != MKCV_FILE_REGULAR) return false;
    mkcv_diags_init(&silent, a);
    if (mkcv_file_read(a, path, PROBE, &bytes, &n, &silent) != MKCV_OK) return true;
    return n && (!mark || !memmem(bytes, n, mark, strlen(mark)));
}

/* Whether writing `path` would destroy the very page that was read. */
static bool is_source(const char *path, const char *root)
{
    struct stat to, from;
    return mkcv_file_kind(root) == MKCV_FILE_REGULAR && !stat(path, &to) && !stat(root, &from) &&
           to.st_dev == from.st_dev && to.st_ino == from.st_ino;
}

bool mkcv_output_has_photo(const struct mkcv_options *o)
{
    return !o->dump && (o->format == MKCV_FORMAT_TEX || o->format == MKCV_FORMAT_MD);
}

/* A name that means the same to TeX, Markdown and a shell. */
static const char *plain_name(char *name)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-";
    for (char *p = name; *(p += strspn(p, plain)); p++) *p = '-';
    return name;
}

void mkcv_output_name_photo(struct mkcv_arena *a, const struct mkcv_options *o, struct mkcv_photo *photo,
                            struct mkcv_diags *d)
{
    const char *path = mkcv_output_path(a, o), *base = mkcv_path_base(path);
    int n = (int)(strlen(base) - strlen(mkcv_path_extension(base)));
    if (!strcmp(path, "-") || mkcv_file_kind(path) == MKCV_FILE_OTHER)
        mkcv_report(d, MKCV_DIAG_PHOTO_BESIDE, photo->loc, path);
    else
        photo->name = plain_name(mkcv_arena_printf(a, "%.*s-photo.%s", n, base, mkcv_photo_ending(photo->format)));
}

enum mkcv_code mkcv_output_write_photo(struct mkcv_arena *a, const struct mkcv_options *o,
                                       const struct mkcv_photo *photo, struct mkcv_diags *d)
{
    if (o->strict && d->errors + d->warnings) return MKCV_CONTENT;
    const char *beside = mkcv_output_path(a, o), *bytes;
    const char *folder = mkcv_arena_strndup(a, beside, (size_t)(mkcv_path_base(beside) - beside));
    const char *path = mkcv_path_join(a, folder, photo->name);
    struct mkcv_diags silent;
    size_t n = 0;
    mkcv_diags_init(&silent, a);
    bool there = mkcv_file_kind(path) == MKCV_FILE_REGULAR;
    if (there && (mkcv_file_read(a, path, PROBE, &bytes, &n, &silent) != MKCV_OK || !mkcv_photo_is_own(bytes, n))) {
        mkcv_report(d, MKCV_DIAG_PHOTO_FOREIGN, ((struct mkcv_loc){.file = NULL}), path);
        return MKCV_SYSTEM;
    }
    return mkcv_file_write(a, path, photo->bytes, photo->n, d);
}

enum mkcv_code mkcv_output_write(struct mkcv_arena *a, const struct mkcv_options *o, const struct mkcv_buf *out,
                                 struct mkcv_diags *d)
{
    if (o->strict && d->errors + d->warnings) return MKCV_CONTENT;
    const char *path = mkcv_output_path(a, o);
    if (is_source(path, mkcv_site_find(a, o->site)))
        return mkcv_option_report(a, d, "the output would replace the page that was read", path);
    if (!o->output && !o->dump && is_foreign(a, path, o->format)) {
        mkcv_report(d, MKCV_DIAG_FILE_FOREIGN, ((struct mkcv_loc){.file = NULL}), path);
        return MKCV_SYSTEM;
    }
    return mkcv_file_write(a, path, out->s, out->n, d);
}
