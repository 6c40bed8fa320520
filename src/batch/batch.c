/* batch.c - mkcv batch: a CV of each of many homepages. Each is made by a process of its own, so many at once as there
 * are cores: what one needs, or breaks, ends with it. */
#include "batch.h"
#include "../steps.h"
#include "mkcv/file.h"
#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { JOBS_MOST = 1024, FAULT_SHOWN = 200 };

enum state { STATE_MADE, STATE_UNCHANGED, STATE_FAILED, STATES };
static const char *const state_names[STATES] = {"made", "unchanged", "failed"};

/* What a worker tells, in memory that both processes have. */
struct told {
    bool ended; /* it came to its end */
    enum state state;
    enum mkcv_code code;
    char fault[FAULT_SHOWN];
};

struct job {
    pid_t worker; /* 0: none */
    size_t site;
};

struct batch {
    const struct mkcv_options *options;
    struct mkcv_batch_sites sites;
    size_t shard, of; /* `of` 0: all */
    size_t jobs;
    struct job *running;
    struct told *told; /* of each job */
    unsigned char *states;
    enum mkcv_code worst;
};

/* --- a worker ---------------------------------------------------------------------------------------------------- */

static ino_t inode_of(const char *path)
{
    struct stat st;
    return stat(path, &st) ? 0 : st.st_ino;
}

/* The first fault and its place; of a homepage that is missing the place is said anyhow. */
static void tell_fault(struct told *told, const struct mkcv_diags *d)
{
    for (size_t i = 0; i < d->list.count; i++) {
        const struct mkcv_diag *g = &d->list.at[i];
        bool error = mkcv_diag_level(g->id) == MKCV_LEVEL_ERROR;
        if (!error && d->errors) continue;
        const char *more = d->errors > 1 ? ", and more" : "";
        if (g->loc.file && g->loc.line && g->id != MKCV_DIAG_BATCH_MISSING)
            snprintf(told->fault, sizeof told->fault, "%s:%d: %s%s", g->loc.file, g->loc.line, g->text, more);
        else
            snprintf(told->fault, sizeof told->fault, "%s%s", g->text, more);
        if (error) return;
    }
}

static enum mkcv_code make(struct mkcv_arena *a, const struct batch *b, const struct mkcv_batch_site *site,
                           struct told *told)
{
    const struct mkcv_options *o = b->options;
    struct mkcv_options one = *o;
    struct mkcv_diags d;
    struct timespec begun;
    const char *name = mkcv_arena_printf(a, "%s.%s", site->name, mkcv_output_ending(o->format));
    mkcv_diags_init(&d, a);
    told->state = STATE_UNCHANGED;
    if (mkcv_batch_is_current(a, o, site, &told->code)) return told->code;
    clock_gettime(CLOCK_REALTIME_COARSE, &begun); /* the clock of files */
    one.site = site->path;
    one.output = mkcv_path_join(a, o->output, name);
    ino_t before = inode_of(one.output);
    if (mkcv_file_kind(site->path) == MKCV_FILE_NONE) {
        mkcv_report(&d, MKCV_DIAG_BATCH_MISSING, site->loc, site->path);
        told->code = MKCV_SYSTEM;
    } else {
        told->code = mkcv_run(a, &one, &d);
    }
    ino_t after = inode_of(one.output);
    bool written = told->code <= MKCV_CONTENT && after && after != before;
    struct mkcv_batch_outcome outcome = {written ? name : NULL, told->code, &d};
    told->state = written ? STATE_MADE : STATE_FAILED;
    enum mkcv_code code = mkcv_batch_record(a, o, site, &outcome, begun, &d);
    if (code > told->code) told->code = code;
    tell_fault(told, &d);
    return told->code;
}

static _Noreturn void work(const struct batch *b, const struct mkcv_batch_site *site, struct told *told)
{
    struct mkcv_arena arena;
    prctl(PR_SET_PDEATHSIG, SIGTERM); /* without a batch there is nothing to work for */
    mkcv_arena_init(&arena);
    enum mkcv_code code = make(&arena, b, site, told);
    told->ended = true;
    _exit((int)code);
}

/* --- the workers ------------------------------------------------------------------------------------------------- */

/* A worker that did not come to its end leaves its line to us. */
static void record_death(struct mkcv_arena *a, struct batch *b, const struct mkcv_batch_site *site, struct told *told,
                         int status, struct mkcv_diags *d)
{
    if (WIFSIGNALED(status))
        snprintf(told->fault, sizeof told->fault, "the program was stopped: %s", strsignal(WTERMSIG(status)));
    else
        snprintf(told->fault, sizeof told->fault, "the program ended with status %d", WEXITSTATUS(status));
    told->code = MKCV_SYSTEM;
    told->state = STATE_FAILED;
    struct mkcv_diags said;
    mkcv_diags_init(&said, a);
    mkcv_report(&said, MKCV_DIAG_BATCH_FAULT, ((struct mkcv_loc){.file = NULL}), site->name, told->fault);
    struct mkcv_batch_outcome outcome = {NULL, MKCV_SYSTEM, &said};
    enum mkcv_code code = mkcv_batch_record(a, b->options, site, &outcome, (struct timespec){0}, d);
    if (code > b->worst) b->worst = code;
}

static void wait_for_one(struct mkcv_arena *a, struct batch *b, struct mkcv_diags *d)
{
    int status = 0;
    pid_t ended = wait(&status);
    for (size_t i = 0; i < b->jobs; i++) {
        struct job *job = &b->running[i];
        struct told *told = &b->told[i];
        if (ended <= 0 || job->worker != ended) continue;
        const struct mkcv_batch_site *site = &b->sites.list.at[job->site];
        job->worker = 0;
        if (!told->ended) record_death(a, b, site, told, status, d);
        b->states[job->site] = (unsigned char)told->state;
        if (told->code > b->worst) b->worst = told->code;
        if (told->code == MKCV_OK || told->state == STATE_UNCHANGED) continue;
        const char *fault =
            mkcv_arena_printf(a, told->state == STATE_FAILED ? "has no CV: %s" : "has errors: %s", told->fault);
        mkcv_report(d, MKCV_DIAG_BATCH_FAULT, site->loc, site->name, fault);
    }
}

static struct job *lookup_idle(struct batch *b)
{
    for (size_t i = 0; i < b->jobs; i++)
        if (!b->running[i].worker) return &b->running[i];
    return NULL;
}

static size_t count_running(const struct batch *b)
{
    size_t n = 0;
    for (size_t i = 0; i < b->jobs; i++) n += b->running[i].worker != 0;
    return n;
}

static bool is_ours(const struct batch *b, size_t site) { return !b->of || site % b->of == b->shard - 1; }

static enum mkcv_code start(struct batch *b, size_t site, struct job *job, struct mkcv_diags *d)
{
    struct told *told = &b->told[job - b->running];
    *told = (struct told){.ended = false};
    fflush(stdout);
    fflush(stderr);
    pid_t worker = fork();
    if (!worker) work(b, &b->sites.list.at[site], told);
    if (worker > 0) *job = (struct job){worker, site};
    if (worker > 0) return MKCV_OK;
    mkcv_report(d, MKCV_DIAG_BATCH_FAULT, ((struct mkcv_loc){.file = NULL}), b->sites.list.at[site].name,
                strerror(errno));
    return MKCV_SYSTEM;
}

static void run_all(struct mkcv_arena *a, struct batch *b, struct mkcv_diags *d)
{
    size_t n = b->sites.list.count, done = 0, all = 0;
    for (size_t i = 0; i < n; i++) all += is_ours(b, i);
    for (size_t i = 0; i < n; i++) {
        if (!is_ours(b, i)) continue;
        if (b->options->least < MKCV_LEVEL_ERROR) mkcv_progress(done++, all, b->sites.list.at[i].name);
        while (!lookup_idle(b)) wait_for_one(a, b, d);
        if (start(b, i, lookup_idle(b), d) == MKCV_OK) continue;
        b->worst = MKCV_SYSTEM;
        b->states[i] = STATE_FAILED;
    }
    while (count_running(b)) wait_for_one(a, b, d);
    if (b->options->least < MKCV_LEVEL_ERROR) mkcv_progress_end();
}

/* --- the report -------------------------------------------------------------------------------------------------- */

static enum mkcv_code write_report(struct mkcv_arena *a, const struct batch *b, size_t counts[STATES],
                                   struct mkcv_diags *d)
{
    enum { RECORD_MOST = 64 << 20 };
    const char *folder = b->options->output;
    struct mkcv_batch_report report = mkcv_batch_report_open();
    for (size_t i = 0; i < b->sites.list.count; i++) {
        struct mkcv_arena arena;
        struct mkcv_diags silent;
        const char *line;
        size_t n;
        if (!is_ours(b, i)) continue;
        counts[b->states[i]]++;
        mkcv_arena_init(&arena);
        mkcv_diags_init(&silent, &arena);
        const char *path = mkcv_batch_record_path(&arena, folder, b->sites.list.at[i].name);
        if (mkcv_file_read(&arena, path, RECORD_MOST, &line, &n, &silent) == MKCV_OK && *line == '{')
            mkcv_batch_report_add(&report, i, state_names[b->states[i]], line);
        mkcv_arena_clear(&arena);
    }
    return mkcv_batch_report_close(a, &report, mkcv_batch_report_path(a, folder, b->shard, b->of), d);
}

/* --- the command ------------------------------------------------------------------------------------------------- */

static size_t count_cores(void)
{
    cpu_set_t set;
    int n = sched_getaffinity(0, sizeof set, &set) ? 1 : CPU_COUNT(&set);
    return n < 1 ? 1 : (size_t)n;
}

static enum mkcv_code read_numbers(struct mkcv_arena *a, const struct mkcv_options *o, struct batch *b,
                                   struct mkcv_diags *d)
{
    int end = 0;
    b->jobs = count_cores();
    if (o->jobs && (sscanf(o->jobs, "%4zu%n", &b->jobs, &end) != 1 || o->jobs[end] || !b->jobs || b->jobs > JOBS_MOST))
        return mkcv_option_report(a, d, "--jobs wants a number from 1 to 1024", o->jobs);
    end = 0;
    if (o->shard && (sscanf(o->shard, "%5zu/%5zu%n", &b->shard, &b->of, &end) != 2 || !end || o->shard[end] ||
                     !b->shard || b->shard > b->of))
        return mkcv_option_report(a, d, "--shard wants I/N, I from 1 to N", o->shard);
    return MKCV_OK;
}

static enum mkcv_code make_folders(struct mkcv_arena *a, const char *folder, struct mkcv_diags *d)
{
    enum mkcv_code code = mkcv_folder_make(folder, d);
    return code == MKCV_OK ? mkcv_folder_make(mkcv_path_join(a, folder, ".mkcv"), d) : code;
}

enum mkcv_code mkcv_batch(struct mkcv_arena *a, const struct mkcv_options *o, struct mkcv_diags *d)
{
    struct batch b = {.options = o};
    size_t counts[STATES] = {0};
    enum mkcv_code code = make_folders(a, o->output, d);
    if (code != MKCV_OK) return code;
    if (o->merge) return mkcv_batch_merge(a, o->words, o->output, d);
    if ((code = read_numbers(a, o, &b, d)) != MKCV_OK) return code;
    b.worst = mkcv_batch_list(a, o->words, &b.sites, d);
    size_t room = b.jobs * sizeof *b.told;
    b.running = MKCV_NEW_ARRAY(a, struct job, b.jobs);
    b.states = MKCV_NEW_ARRAY(a, unsigned char, b.sites.list.count);
    b.told = mmap(NULL, room, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (b.told == MAP_FAILED) mkcv_exhausted(room);
    run_all(a, &b, d);
    munmap(b.told, room);
    code = write_report(a, &b, counts, d);
    if (o->least < MKCV_LEVEL_ERROR)
        printf("%zu made, %zu unchanged, %zu failed: %s\n", counts[STATE_MADE], counts[STATE_UNCHANGED],
               counts[STATE_FAILED], mkcv_batch_report_path(a, o->output, b.shard, b.of));
    return code > b.worst ? code : b.worst;
}
