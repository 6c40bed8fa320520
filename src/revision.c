/* revision.c - a folder or file of a git revision, checked out beside everything else: by an index of its own, so that
 * neither the repository nor its working tree changes; git is run with words, never by a shell, and without hooks. */
#include "mkcv/file.h"
#include "steps.h"
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WORDS_MOST = 16, FOLDERS_OPEN = 16, ANSWER_MOST = 256 };

static enum mkcv_code report(struct mkcv_diags *d, const char *name, const char *why)
{
    mkcv_report(d, MKCV_DIAG_REVISION, ((struct mkcv_loc){.file = NULL}), name, why);
    return MKCV_SYSTEM;
}

bool mkcv_revision_is(const char *word)
{
    return strchr(word, ':') && *word != ':' && *word != '-' && mkcv_file_kind(word) == MKCV_FILE_NONE;
}

/* The surroundings of the process, and the index that git is to use. */
static char **environment_with(struct mkcv_arena *a, const char *index)
{
    size_t n = 0, kept = 0;
    while (environ[n]) n++;
    char **list = MKCV_NEW_ARRAY(a, char *, n + 2);
    for (size_t i = 0; i < n; i++)
        if (strncmp(environ[i], "GIT_INDEX_FILE=", 15) != 0) list[kept++] = environ[i];
    if (index) list[kept] = mkcv_arena_printf(a, "GIT_INDEX_FILE=%s", index);
    return list;
}

struct job {
    const char *where;             /* the folder that git is run in */
    const char *index;             /* NULL: the repository's */
    const char *output;            /* where standard output goes: a new file */
    const char *words[WORDS_MOST]; /* after "git" */
};

/* Runs git to its end; its exit status, or -1 with errno. */
static int run_git(struct mkcv_arena *a, const struct job *j)
{
    const char *first[] = {"git", "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-C", j->where};
    enum { FIRST = sizeof first / sizeof *first };
    char *words[FIRST + WORDS_MOST + 1] = {NULL};
    for (size_t i = 0; i < FIRST; i++) words[i] = mkcv_arena_strdup(a, first[i]);
    for (size_t i = 0; i < WORDS_MOST; i++) words[FIRST + i] = mkcv_arena_strdup(a, j->words[i]);
    posix_spawn_file_actions_t actions;
    pid_t child;
    int status = 0;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, j->output ? j->output : "/dev/null",
                                     O_WRONLY | O_CREAT | O_TRUNC, 0600);
    int error = posix_spawnp(&child, "git", &actions, NULL, words, environment_with(a, j->index));
    posix_spawn_file_actions_destroy(&actions);
    if (error) errno = error;
    if (error) return -1;
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

static enum mkcv_code must(struct mkcv_arena *a, const struct job *j, const char *name, struct mkcv_diags *d)
{
    int status = run_git(a, j);
    if (status < 0) return report(d, name, mkcv_arena_printf(a, "git cannot be run: %s", strerror(errno)));
    return status ? report(d, name, "its message stands above") : MKCV_OK;
}

static enum mkcv_code make_folder(struct mkcv_arena *a, struct mkcv_revision *r, struct mkcv_diags *d)
{
    const char *base = getenv("TMPDIR");
    char *folder = mkcv_arena_printf(a, "%s/mkcv.XXXXXX", base && *base ? base : "/tmp");
    if (!mkdtemp(folder)) return report(d, folder, strerror(errno));
    r->folder = folder;
    return MKCV_OK;
}

enum mkcv_code mkcv_revision_open(struct mkcv_arena *a, const char *where, const char *name, struct mkcv_revision *r,
                                  struct mkcv_diags *d)
{
    *r = (struct mkcv_revision){.path = NULL};
    enum mkcv_code code = make_folder(a, r, d);
    if (code != MKCV_OK) return code;
    const char *index = mkcv_path_join(a, r->folder, "index"), *answer;
    size_t n;
    struct job kind = {where, NULL, mkcv_path_join(a, r->folder, "kind"), {"cat-file", "-t", name}};
    if ((code = must(a, &kind, name, d)) != MKCV_OK) return code;
    if ((code = mkcv_file_read(a, kind.output, ANSWER_MOST, &answer, &n, d)) != MKCV_OK) return code;
    if (!strncmp(answer, "blob", 4)) { /* its ending says what it is */
        r->path =
            mkcv_path_join(a, r->folder, mkcv_arena_printf(a, "cv%s", mkcv_path_extension(strchr(name, ':') + 1)));
        return must(a, &(struct job){where, NULL, r->path, {"cat-file", "blob", name}}, name, d);
    }
    r->path = mkcv_path_join(a, r->folder, "site");
    if (mkdir(r->path, 0700)) return report(d, r->path, strerror(errno));
    if ((code = must(a, &(struct job){where, index, NULL, {"read-tree", name}}, name, d)) != MKCV_OK) return code;
    const char *tree = mkcv_arena_printf(a, "--work-tree=%s", r->path);
    return must(a, &(struct job){where, index, NULL, {tree, "checkout-index", "--all", "--force"}}, name, d);
}

static int remove_one(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
    (void)st, (void)kind, (void)ftw;
    return remove(path);
}

void mkcv_revision_close(const struct mkcv_revision *r)
{
    if (r->folder) nftw(r->folder, remove_one, FOLDERS_OPEN, FTW_DEPTH | FTW_PHYS);
}

enum mkcv_code mkcv_revision_before(struct mkcv_arena *a, const char *where, const char *date, const char **commit,
                                    struct mkcv_diags *d)
{
    struct mkcv_revision r = {.path = NULL};
    const char *answer = "";
    size_t n = 0;
    enum mkcv_code code = make_folder(a, &r, d);
    if (code != MKCV_OK) return code;
    const char *before = mkcv_arena_printf(a, "--before=%sT00:00:00", date);
    const struct job job = {where, NULL, mkcv_path_join(a, r.folder, "answer"), {"rev-list", "-1", before, "HEAD"}};
    code = must(a, &job, date, d);
    if (code == MKCV_OK) code = mkcv_file_read(a, job.output, ANSWER_MOST, &answer, &n, d);
    mkcv_revision_close(&r);
    *commit = mkcv_arena_strndup(a, answer, strcspn(answer, "\n"));
    if (code != MKCV_OK || **commit) return code;
    return report(d, date, "its history begins later; a shallow clone lacks what is older");
}
