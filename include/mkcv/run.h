/* run.h - one run of mkcv: a site in, one file out, or what is to be said of the site. */
#ifndef MKCV_RUN_H
#define MKCV_RUN_H
#include "mkcv/diag.h"

enum mkcv_format {
    MKCV_FORMAT_PDF,
    MKCV_FORMAT_TEX,
    MKCV_FORMAT_JSON,
    MKCV_FORMAT_MD,
    MKCV_FORMAT_HTML,
    MKCV_FORMAT_TXT,
    MKCV_FORMAT_BIB,
    MKCV_FORMAT_COUNT
};
enum mkcv_dump { MKCV_DUMP_NONE, MKCV_DUMP_RECORDS, MKCV_DUMP_CV, MKCV_DUMP_FLOW, MKCV_DUMP_PAGES };

/* What the command line says; strings are borrowed, NULL where it says nothing. */
struct mkcv_options {
    const char *site, *layout;
    const char *output;
    const char *stale; /* the document to compare with */
    const char *deps;  /* where the rule for make goes */
    enum mkcv_format format;
    enum mkcv_dump dump;
    const char *style, *paper, *lang, *name, *date;
    const char *variant;     /* of mkcv.yaml */
    const char *only, *skip; /* lists with commas */
    const char *since;
    const char *pages;
    bool selected, public, fit, schema, all_variants, attach;
    const char *const *set; /* KEY=VALUE words */
    size_t set_count;
    bool strict;
    const char *const *words; /* of explain, diff, styles and batch: NULL-terminated; NULL: none */
    const char *jobs, *shard; /* of batch: how many at once; "I/N" */
    bool merge;
    const char *wishes; /* what of this says how a CV is made, as one text */
    enum mkcv_diag_format diagnostics;
    enum mkcv_level least; /* that is shown */
};

/* Reads, sets and writes one CV. Everything to be said is in `d`; the result is the exit status. */
enum mkcv_code mkcv_run(struct mkcv_arena *a, const struct mkcv_options *options, struct mkcv_diags *d);
/* The same for each variant of mkcv.yaml, as NAME.pdf (or the format's ending) in the folder options->output, which is
 * made when it is not there; NULL: the current one. What was wrong with one does not stop the others. */
enum mkcv_code mkcv_run_all(struct mkcv_arena *a, const struct mkcv_options *options, struct mkcv_diags *d);
/* A CV of each homepage of options->words, folders and lists of homepages, in the folder options->output, by worker
 * processes; with a report of JSON lines. Or merges the reports of shards. What was wrong with one homepage is in the
 * report and does not stop the others; the worst code of all. */
enum mkcv_code mkcv_batch(struct mkcv_arena *a, const struct mkcv_options *options, struct mkcv_diags *d);
/* Makes the CV again whenever something that it is made of changes, and says what changed; returns only when that is
 * not possible. */
enum mkcv_code mkcv_watch(struct mkcv_arena *a, const struct mkcv_options *options, struct mkcv_diags *d);
/* Reads the site and adds every doubt about it to `d`; writes nothing. */
enum mkcv_code mkcv_check(struct mkcv_arena *a, const struct mkcv_options *options, struct mkcv_diags *d);
/* Writes the CV line by line with its sources to standard output (explain.h). */
enum mkcv_code mkcv_explain(struct mkcv_arena *a, const struct mkcv_options *options, struct mkcv_diags *d);
/* Reports what differs between the document `options->stale` and the site, MKCV_CONTENT when anything does. */
enum mkcv_code mkcv_stale(struct mkcv_arena *a, const struct mkcv_options *options, struct mkcv_diags *d);
/* Writes what differs between the CVs of two sites, options->words, to standard output; MKCV_CONTENT when anything
 * does. The second may be missing: options->site or the current folder. */
enum mkcv_code mkcv_diff(struct mkcv_arena *a, const struct mkcv_options *options, struct mkcv_diags *d);
/* Writes to standard output the styles with a line each; of the style options->words[0] all keys; or, with
 * options->schema, their JSON Schema. */
enum mkcv_code mkcv_styles(struct mkcv_arena *a, const struct mkcv_options *options, struct mkcv_diags *d);
/* Writes mkcv.yaml for the homepage, with what was found as comments, or, where nothing is to be read, ./content to
 * start from; says to standard output what is next. A file that is there stays: MKCV_SYSTEM. */
enum mkcv_code mkcv_init(struct mkcv_arena *a, const struct mkcv_options *options, struct mkcv_diags *d);
#endif
