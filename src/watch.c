/* watch.c - mkcv watch: the CV made again when something that it is made of changes (inotify(7)), and what changed. */
#include "mkcv/file.h"
#include "mkcv/hash.h"
#include "mkcv/site.h"
#include "steps.h"
#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum {
    QUIET = 10,    /* ms without a change after which it is over: editors write a file in several steps */
    PATIENCE = 40, /* ms after which it is over anyhow */
    ABSENCE = 200, /* ms between two looks for a site that has gone */
    FOLDERS_MOST = 32,
    DOCUMENT_MOST = 256 << 20
};
static const uint32_t changes_of_interest =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_ATTRIB;

struct watch {
    const struct mkcv_options *options;
    const char *root, *beside; /* the homepage; where it lies */
    const char *output;
    int fd;
    MKCV_VEC(const char *) folders; /* by the watch's descriptor */
};

/* One making of the CV; the arena holds what it says until the next one was compared with it. */
struct turn {
    struct mkcv_arena arena;
    struct mkcv_diags said;
    struct mkcv_content content;
    bool read; /* the content is known */
    uint64_t bytes;
};

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static const char *folder_of(struct mkcv_arena *a, const char *path)
{
    const char *base = mkcv_path_base(path);
    return base == path ? "." : mkcv_arena_strndup(a, path, (size_t)(base - path));
}

static enum mkcv_code watch_folder(struct mkcv_arena *a, struct watch *w, const char *folder, struct mkcv_diags *d)
{
    int at = inotify_add_watch(w->fd, folder, changes_of_interest | IN_ONLYDIR);
    if (at < 0 && (errno == ENOENT || errno == ENOTDIR || errno == EACCES)) return MKCV_OK; /* its reader says it */
    if (at < 0) {
        mkcv_report(d, MKCV_DIAG_WATCH, ((struct mkcv_loc){.file = folder}), folder, strerror(errno));
        return MKCV_SYSTEM;
    }
    while (w->folders.count <= (size_t)at) *MKCV_PUSH(a, &w->folders) = NULL;
    if (!w->folders.at[at]) w->folders.at[at] = mkcv_arena_strdup(a, folder);
    return MKCV_OK;
}

/* A folder and all below it; watching one twice is watching it once. */
static enum mkcv_code watch_below(struct mkcv_arena *a, struct watch *w, const char *folder, int depth,
                                  struct mkcv_diags *d)
{
    struct mkcv_arena scratch;
    enum mkcv_code code = watch_folder(a, w, folder, d);
    mkcv_arena_init(&scratch);
    struct mkcv_names names = mkcv_file_names(&scratch, folder);
    for (size_t i = 0; code == MKCV_OK && depth < FOLDERS_MOST && i < names.list.count; i++) {
        const char *name = names.list.at[i], *path = mkcv_path_join(&scratch, folder, name);
        struct stat st;
        if (*name != '.' && strcmp(name, "node_modules") != 0 && !lstat(path, &st) && S_ISDIR(st.st_mode))
            code = watch_below(a, w, path, depth + 1, d);
    }
    mkcv_arena_clear(&scratch);
    return code;
}

static enum mkcv_code watch_site(struct mkcv_arena *a, struct watch *w, struct mkcv_diags *d)
{
    bool folder = mkcv_file_kind(w->root) == MKCV_FILE_FOLDER;
    return folder ? watch_below(a, w, w->root, 0, d) : watch_folder(a, w, w->beside, d);
}

/* What the CV was made of outside the site: a style, a font. */
static enum mkcv_code watch_others(struct mkcv_arena *a, struct watch *w, const struct mkcv_diags *made,
                                   struct mkcv_diags *d)
{
    enum mkcv_code code = MKCV_OK;
    for (size_t i = 0; code == MKCV_OK && i < made->read.count; i++) {
        const char *path = made->read.at[i];
        struct mkcv_arena scratch;
        if (mkcv_path_within(path, w->root) != path) continue;
        mkcv_arena_init(&scratch);
        code = watch_folder(a, w, folder_of(&scratch, path), d);
        mkcv_arena_clear(&scratch);
    }
    return code;
}

static bool is_same_folder(const char *x, const char *y)
{
    struct stat p, q;
    return !stat(x, &p) && !stat(y, &q) && p.st_dev == q.st_dev && p.st_ino == q.st_ino;
}

/* The CV itself, its photo, and both while they are written. */
static bool is_own(struct mkcv_arena *scratch, const struct watch *w, const struct inotify_event *e)
{
    const char *base = mkcv_path_base(w->output),
               *folder = e->wd >= 0 && (size_t)e->wd < w->folders.count ? w->folders.at[e->wd] : NULL;
    size_t stem = strlen(base) - strlen(mkcv_path_extension(base));
    if (!e->len || !folder) return false;
    bool named = !strncmp(e->name, base, strlen(base)) ||
                 (!strncmp(e->name, base, stem) && !strncmp(e->name + stem, "-photo.", 7));
    return named && is_same_folder(folder, folder_of(scratch, w->output));
}

/* Takes the events that are there; whether one is of interest. */
static bool take_events(const struct watch *w)
{
    _Alignas(struct inotify_event) char room[16 << 10];
    bool interest = false;
    ssize_t n = read(w->fd, room, sizeof room);
    struct mkcv_arena scratch;
    mkcv_arena_init(&scratch);
    for (ssize_t at = 0; at < n;) {
        const struct inotify_event *e = (const struct inotify_event *)(const void *)(room + at);
        if (!(e->mask & IN_IGNORED) && !is_own(&scratch, w, e)) interest = true;
        at += (ssize_t)(sizeof *e + e->len);
    }
    mkcv_arena_clear(&scratch);
    return interest;
}

/* Until something changed, and then until no more does. */
static void wait_for_change(const struct watch *w)
{
    struct pollfd poller = {.fd = w->fd, .events = POLLIN};
    for (;;) {
        bool there = mkcv_file_kind(w->root) != MKCV_FILE_NONE;
        int ready = poll(&poller, 1, there ? -1 : ABSENCE);
        if (!ready && mkcv_file_kind(w->root) != MKCV_FILE_NONE) return;
        if (ready > 0 && take_events(w)) break;
    }
    for (double until = now() + PATIENCE; now() < until && poll(&poller, 1, QUIET) > 0;) take_events(w);
}

static uint64_t hash_of_file(struct mkcv_arena *a, const char *path)
{
    struct mkcv_diags silent;
    const char *bytes;
    size_t n;
    mkcv_diags_init(&silent, a);
    return mkcv_file_read(a, path, DOCUMENT_MOST, &bytes, &n, &silent) == MKCV_OK ? mkcv_hash(1, bytes, n) : 0;
}

/* What was not said the last time. */
static void tell_news(const struct mkcv_options *o, struct turn *new, const struct turn *old)
{
    struct mkcv_diags news;
    mkcv_diags_init(&news, &new->arena);
    mkcv_diags_sort(&new->said);
    for (size_t i = 0; i < new->said.list.count; i++)
        if (!mkcv_diags_has(&old->said, &new->said.list.at[i]))
            *MKCV_PUSH(&new->arena, &news.list) = new->said.list.at[i];
    mkcv_diags_print(&news, o->diagnostics, o->least, stderr);
}

static void tell(const struct watch *w, struct turn *new, const struct turn *old, enum mkcv_code code, double ms)
{
    const struct mkcv_options *o = w->options;
    struct mkcv_buf out;
    mkcv_buf_init(&out, &new->arena);
    tell_news(o, new, old);
    if (o->least == MKCV_LEVEL_ERROR) return;
    if (new->read && old->read) {
        struct mkcv_changes changes = mkcv_content_compare(&new->arena, &old->content, &new->content);
        mkcv_changes_print(&changes, &out);
    }
    if (new->bytes != old->bytes) printf("%s made in %.0f ms\n", w->output, ms);
    if (new->bytes == old->bytes && code > MKCV_CONTENT) printf("%s stays as it was\n", w->output);
    fwrite(out.s, 1, out.n, stdout);
    fflush(stdout);
}

static void make(const struct watch *w, struct turn *new, const struct turn *old)
{
    double begun = now();
    mkcv_arena_reset(&new->arena);
    mkcv_diags_init(&new->said, &new->arena);
    new->content = (struct mkcv_content){.entries = {0}};
    enum mkcv_code code = mkcv_run_noting(&new->arena, w->options, &new->content, &new->said);
    new->read = code <= MKCV_CONTENT;
    double ms = now() - begun;
    new->bytes = hash_of_file(&new->arena, w->output);
    tell(w, new, old, code, ms);
}

enum mkcv_code mkcv_watch(struct mkcv_arena *a, const struct mkcv_options *o, struct mkcv_diags *d)
{
    struct watch w = {.options = o, .root = mkcv_site_find(a, o->site), .output = mkcv_output_path(a, o)};
    struct turn turns[2] = {{.read = false}};
    if (!w.root || mkcv_file_kind(w.root) == MKCV_FILE_NONE) {
        mkcv_report(d, MKCV_DIAG_SITE_MISSING, ((struct mkcv_loc){.file = NULL}), w.root ? w.root : ".");
        return MKCV_SYSTEM;
    }
    if (!strcmp(w.output, "-")) return mkcv_option_report(a, d, "watch wants an output that is a file", w.output);
    w.beside = folder_of(a, w.root);
    w.fd = inotify_init1(IN_CLOEXEC);
    if (w.fd < 0) {
        mkcv_report(d, MKCV_DIAG_WATCH, ((struct mkcv_loc){.file = NULL}), w.root, strerror(errno));
        return MKCV_SYSTEM;
    }
    for (size_t i = 0; i < 2; i++) mkcv_arena_init(&turns[i].arena);
    for (size_t i = 0;; i = !i) {
        /* what changes while the CV is made is noticed: the folders are watched before they are read */
        if (watch_site(a, &w, d) != MKCV_OK) break;
        make(&w, &turns[i], &turns[!i]);
        if (watch_others(a, &w, &turns[i].said, d) != MKCV_OK) break;
        wait_for_change(&w);
    }
    close(w.fd);
    for (size_t i = 0; i < 2; i++) mkcv_arena_clear(&turns[i].arena);
    return MKCV_SYSTEM;
}
