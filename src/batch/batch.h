/* batch.h - many homepages: which, what is kept of each from one run to the next, and the report. */
#ifndef MKCV_BATCH_H
#define MKCV_BATCH_H
#include "mkcv/run.h"
#include <time.h>

struct mkcv_batch_site {
    const char *path, *name; /* its CV is NAME.pdf; no two have the same */
    struct mkcv_loc loc;     /* where a list names it; file NULL: the command line */
};
struct mkcv_batch_sites {
    MKCV_VEC(struct mkcv_batch_site) list;
};

/* The homepages of `words`: a folder is one; a file, or "-" for standard input, lists one a line: its path, as the
 * list's folder has it, and after a tab its name if that of its folder does not do. Blank lines and those that begin
 * with a number sign do not count. */
enum mkcv_code mkcv_batch_list(struct mkcv_arena *a, const char *const *words, struct mkcv_batch_sites *out,
                               struct mkcv_diags *d) __attribute__((warn_unused_result));

/* What became of one homepage. */
struct mkcv_batch_outcome {
    const char *output; /* the CV, below the folder of the batch; NULL: none was written */
    enum mkcv_code code;
    const struct mkcv_diags *diags;
};

/* A record is a file of two lines: what is said in the report, an object of JSON; and what the CV came from. */
const char *mkcv_batch_record_path(struct mkcv_arena *a, const char *folder, const char *name);
/* Writes it. `begun`: before anything was read. What changed since then is not known to be in the CV. */
enum mkcv_code mkcv_batch_record(struct mkcv_arena *a, const struct mkcv_options *o, const struct mkcv_batch_site *site,
                                 const struct mkcv_batch_outcome *outcome, struct timespec begun, struct mkcv_diags *d)
    __attribute__((warn_unused_result));
/* True when the CV is there as it was made, and of the same files, options and program as it would be made now; `code`
 * is how that went. */
bool mkcv_batch_is_current(struct mkcv_arena *a, const struct mkcv_options *o, const struct mkcv_batch_site *site,
                           enum mkcv_code *code);

/* A report while it is written, on disk and not in memory. */
struct mkcv_batch_report {
    FILE *file; /* NULL: none could be opened, errno says why */
};
struct mkcv_batch_report mkcv_batch_report_open(void);
/* Adds the object `line` (its length without what follows the first line) of the homepage `index` of the whole list. */
void mkcv_batch_report_add(struct mkcv_batch_report *r, size_t index, const char *state, const char *line);
/* Puts it to `path` and closes it. */
enum mkcv_code mkcv_batch_report_close(struct mkcv_arena *a, struct mkcv_batch_report *r, const char *path,
                                       struct mkcv_diags *d) __attribute__((warn_unused_result));
/* "report.jsonl", or of a shard "report-1-of-4.jsonl"; `of` 0: no shard. */
const char *mkcv_batch_report_path(struct mkcv_arena *a, const char *folder, size_t shard, size_t of);

/* Puts the reports of the shards in the folders `from` together in the order of the list, in the folder `to`, with the
 * CVs and records that are not there. BATCH_SHARD where one is missing. */
enum mkcv_code mkcv_batch_merge(struct mkcv_arena *a, const char *const *from, const char *to, struct mkcv_diags *d)
    __attribute__((warn_unused_result));
#endif
