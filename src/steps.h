/* steps.h - the parts of a run that are of the command line: options over settings, and where the output goes. */
#ifndef MKCV_STEPS_H
#define MKCV_STEPS_H
#include "mkcv/buf.h"
#include "mkcv/content.h"
#include "mkcv/photo.h"
#include "mkcv/run.h"
#include "mkcv/settings.h"

/* Reports a bad value of an option: MKCV_USAGE. */
enum mkcv_code mkcv_option_report(struct mkcv_arena *a, struct mkcv_diags *d, const char *option, const char *value);
/* A date as YYYY-MM-DD. */
bool mkcv_option_date(const char *s, struct mkcv_date *date);
/* What the command line says beside mkcv.yaml and --set. */
enum mkcv_code mkcv_options_apply(struct mkcv_arena *a, const struct mkcv_options *o, struct mkcv_settings *s,
                                  struct mkcv_diags *d) __attribute__((warn_unused_result));
/* Writes the output where it belongs; nothing with --strict when something was to be said. */
enum mkcv_code mkcv_output_write(struct mkcv_arena *a, const struct mkcv_options *o, const struct mkcv_buf *out,
                                 struct mkcv_diags *d) __attribute__((warn_unused_result));
/* Whether the format has a photo as a file of its own. */
bool mkcv_output_has_photo(const struct mkcv_options *o);
/* Names that file, "cv-photo.jpg" beside "cv.tex"; where the output is no file in a folder it stays NULL: PHOTO_BESIDE.
 */
void mkcv_output_name_photo(struct mkcv_arena *a, const struct mkcv_options *o, struct mkcv_photo *photo,
                            struct mkcv_diags *d);
/* Writes it. One of that name that mkcv did not make stays: PHOTO_FOREIGN, MKCV_SYSTEM. */
enum mkcv_code mkcv_output_write_photo(struct mkcv_arena *a, const struct mkcv_options *o,
                                       const struct mkcv_photo *photo, struct mkcv_diags *d)
    __attribute__((warn_unused_result));
/* The file that the CV is written to; "-" is standard output. */
const char *mkcv_output_path(struct mkcv_arena *a, const struct mkcv_options *o);
/* What the names of files of a format end with: "pdf". */
const char *mkcv_output_ending(enum mkcv_format format);
/* Writes the rule for make that --deps asks for: the output depends on all files of d->read. */
enum mkcv_code mkcv_deps_write(struct mkcv_arena *a, const struct mkcv_options *o, struct mkcv_diags *d)
    __attribute__((warn_unused_result));
/* mkcv_run; `content` (may be NULL) becomes what the selected CV says. */
enum mkcv_code mkcv_run_noting(struct mkcv_arena *a, const struct mkcv_options *o, struct mkcv_content *content,
                               struct mkcv_diags *d) __attribute__((warn_unused_result));
/* Shows a person at a terminal how far long work is: `done` of `all`, and with what; elsewhere nothing. */
void mkcv_progress(size_t done, size_t all, const char *what);
/* Takes that away again. */
void mkcv_progress_end(void);
/* The outcome, errors of the content considered. */
enum mkcv_code mkcv_content_code(enum mkcv_code code, const struct mkcv_options *o, const struct mkcv_diags *d);
/* What the site's selected CV says. */
enum mkcv_code mkcv_content_of_site(struct mkcv_arena *a, const struct mkcv_options *options, struct mkcv_content *out,
                                    struct mkcv_diags *d) __attribute__((warn_unused_result));

/* Files out of a git repository. */
struct mkcv_revision {
    const char *path;   /* the folder or file, NULL: none */
    const char *folder; /* temporary, that it lies in */
};
/* Whether `word` means "rev:path" and not a file. */
bool mkcv_revision_is(const char *word);
/* Checks `name` ("rev:path"), as git knows it in the folder `where`, out into a temporary folder. Git's own complaints
 * go to standard error. */
enum mkcv_code mkcv_revision_open(struct mkcv_arena *a, const char *where, const char *name, struct mkcv_revision *r,
                                  struct mkcv_diags *d) __attribute__((warn_unused_result));
/* Removes what was checked out. */
void mkcv_revision_close(const struct mkcv_revision *r);
/* The last commit of the repository that the folder `where` lies in before the day `date`, YYYY-MM-DD. */
enum mkcv_code mkcv_revision_before(struct mkcv_arena *a, const char *where, const char *date, const char **commit,
                                    struct mkcv_diags *d) __attribute__((warn_unused_result));
#endif
