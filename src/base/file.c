/* file.c - reading files and folders, replacing files whole; see file.h. */
#include "mkcv/file.h"
#include "mkcv/utf8.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum mkcv_file_kind mkcv_file_kind(const char *path)
{
    struct stat st;
    if (stat(path, &st)) return MKCV_FILE_NONE;
    if (S_ISREG(st.st_mode)) return MKCV_FILE_REGULAR;
    return S_ISDIR(st.st_mode) ? MKCV_FILE_FOLDER : MKCV_FILE_OTHER;
}

static enum mkcv_code report_read(struct mkcv_diags *d, const char *path, int error)
{
    mkcv_report(d, MKCV_DIAG_FILE_READ, ((struct mkcv_loc){.file = path}), path, strerror(error));
    return MKCV_SYSTEM;
}

static enum mkcv_code report_size(struct mkcv_arena *a, struct mkcv_diags *d, const char *path, size_t limit)
{
    mkcv_report(d, MKCV_DIAG_FILE_SIZE, ((struct mkcv_loc){.file = path}), path,
                mkcv_arena_printf(a, "%zu", limit >> 20));
    return MKCV_CONTENT;
}

/* Reads to the end of `fd` or just past `limit`; 0 or an errno. */
static int read_all(struct mkcv_arena *a, int fd, size_t expected, size_t limit, char **bytes, size_t *n)
{
    size_t cap = expected + 1;
    char *s = mkcv_arena_alloc(a, cap + 1);
    for (*n = 0; *n <= limit;) {
        if (*n == cap) {
            char *bigger = mkcv_arena_alloc(a, cap * 2 + 1);
            memcpy(bigger, s, *n);
            s = bigger;
            cap *= 2;
        }
        ssize_t got = read(fd, s + *n, cap - *n);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return errno;
        if (!got) break;
        *n += (size_t)got;
    }
    s[*n] = 0;
    *bytes = s;
    return 0;
}

enum mkcv_code mkcv_file_read(struct mkcv_arena *a, const char *path, size_t limit, const char **bytes, size_t *n,
                              struct mkcv_diags *d)
{
    *bytes = NULL;
    *n = 0;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return report_read(d, path, errno);
    struct stat st;
    char *s = NULL;
    int error = fstat(fd, &st) ? errno : S_ISDIR(st.st_mode) ? EISDIR : 0;
    bool large = !error && S_ISREG(st.st_mode) && (uintmax_t)st.st_size > limit;
    if (!error && !large) {
        size_t expected = S_ISREG(st.st_mode) ? (size_t)st.st_size : 4096;
        error = read_all(a, fd, expected, limit, &s, n);
        large = *n > limit;
    }
    close(fd);
    if (error) return report_read(d, path, error);
    mkcv_diags_note_read(d, path);
    if (large) return report_size(a, d, path, limit);
    *bytes = s;
    return MKCV_OK;
}

enum { BINARY_PROBE = 8 << 10 };

enum mkcv_code mkcv_file_read_text(struct mkcv_arena *a, const char *path, size_t limit, const char **text,
                                   struct mkcv_diags *d)
{
    const char *bytes;
    size_t n;
    int bad_line;
    *text = NULL;
    enum mkcv_code code = mkcv_file_read(a, path, limit, &bytes, &n, d);
    if (code != MKCV_OK) return code;
    if (memchr(bytes, 0, n < BINARY_PROBE ? n : BINARY_PROBE)) {
        mkcv_report(d, MKCV_DIAG_FILE_BINARY, ((struct mkcv_loc){.file = path}), path);
        return MKCV_CONTENT;
    }
    *text = mkcv_utf8_clean(a, bytes, n, &bad_line);
    if (bad_line) mkcv_report(d, MKCV_DIAG_UTF8_INVALID, ((struct mkcv_loc){path, bad_line, 1}), path);
    return MKCV_OK;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct mkcv_names mkcv_file_names(struct mkcv_arena *a, const char *folder)
{
    struct mkcv_names names = {.list = {0}};
    DIR *dir = opendir(folder);
    if (!dir) return names; /* a folder that may not be read is found out by who asks for its files */
    for (const struct dirent *e; (e = readdir(dir));)
        if (strcmp(e->d_name, ".") && strcmp(e->d_name, ".."))
            *MKCV_PUSH(a, &names.list) = mkcv_arena_strdup(a, e->d_name);
    closedir(dir);
    if (names.list.count) qsort(names.list.at, names.list.count, sizeof *names.list.at, compare_names);
    return names;
}

enum mkcv_code mkcv_folder_make(const char *path, struct mkcv_diags *d)
{
    if (!mkdir(path, 0777) || (errno == EEXIST && mkcv_file_kind(path) == MKCV_FILE_FOLDER)) return MKCV_OK;
    mkcv_report(d, MKCV_DIAG_FILE_WRITE, ((struct mkcv_loc){.file = NULL}), path, strerror(errno));
    return MKCV_SYSTEM;
}

const char *mkcv_path_join(struct mkcv_arena *a, const char *folder, const char *name)
{
    size_t n = strlen(folder);
    if (!n || !strcmp(folder, ".")) return mkcv_arena_strdup(a, name);
    return mkcv_arena_printf(a, "%s%s%s", folder, folder[n - 1] == '/' ? "" : "/", name);
}

const char *mkcv_path_base(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

const char *mkcv_path_within(const char *path, const char *root)
{
    size_t n = root ? strlen(root) : 0;
    while (n > 1 && root[n - 1] == '/') n--;
    if (!n || strncmp(path, root, n) != 0) return path;
    if (path[n] == '/' && path[n + 1]) return path + n + 1;
    if (path[n] && path[n] != '/') return path;
    return mkcv_file_kind(root) == MKCV_FILE_FOLDER ? "." : mkcv_path_base(path);
}

const char *mkcv_path_extension(const char *path)
{
    const char *base = mkcv_path_base(path), *dot = strrchr(base, '.');
    return dot && dot > base ? dot : base + strlen(base);
}

static int write_all(int fd, const char *bytes, size_t n)
{
    while (n) {
        ssize_t done = write(fd, bytes, n);
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) return errno;
        bytes += done;
        n -= (size_t)done;
    }
    return 0;
}

static int write_in_place(const char *path, const char *bytes, size_t n)
{
    bool standard = !strcmp(path, "-");
    int fd = standard ? STDOUT_FILENO : open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0) return errno;
    int error = write_all(fd, bytes, n);
    /* closing standard output tells of errors that a network or quota file system kept back */
    if (close(fd) && !error) error = errno;
    return error;
}

static mode_t mode_for(const char *path)
{
    struct stat st;
    if (!stat(path, &st)) return st.st_mode & 07777;
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

enum { LINKS_MOST = 40 };

/* What a chain of symbolic links names, whether it is there or not; NULL with errno when it does not end. */
static const char *follow_links(struct mkcv_arena *a, const char *path)
{
    char to[4096];
    for (int i = 0; i < LINKS_MOST; i++) {
        ssize_t n = readlink(path, to, sizeof to);
        if (n < 0) return path;
        const char *target = mkcv_arena_strndup(a, to, (size_t)n), *base = mkcv_path_base(path);
        const char *folder = mkcv_arena_strndup(a, path, (size_t)(base - path));
        path = *target == '/' ? target : mkcv_path_join(a, folder, target);
    }
    errno = ELOOP;
    return NULL;
}

/* What a person or a system stops programs with waits, so that no file is left behind. */
static void hold_signals(sigset_t *before)
{
    sigset_t held;
    sigemptyset(&held);
    sigaddset(&held, SIGINT);
    sigaddset(&held, SIGTERM);
    sigaddset(&held, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &held, before);
}

/* The new content goes into a file beside the old one and takes its name once all of it is written. It is not forced to
 * the disk: that waits for the disk as long as all the rest of a run takes, and guards but against a power failure
 * within seconds, after which the CV is made again. */
static int replace(struct mkcv_arena *a, const char *path, const char *bytes, size_t n)
{
    const char *final = follow_links(a, path);
    if (!final) return errno;
    if (mkcv_file_kind(final) == MKCV_FILE_REGULAR && access(final, W_OK)) return errno;
    char *temporary = mkcv_arena_printf(a, "%s.XXXXXX", final);
    sigset_t before;
    hold_signals(&before);
    int fd = mkostemp(temporary, O_CLOEXEC), error = fd < 0 ? errno : write_all(fd, bytes, n);
    if (fd >= 0) {
        if (!error && fchmod(fd, mode_for(final))) error = errno;
        if (close(fd) && !error) error = errno;
        if (!error && rename(temporary, final)) error = errno;
        if (error) unlink(temporary);
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return error;
}

enum mkcv_code mkcv_file_write(struct mkcv_arena *a, const char *path, const char *bytes, size_t n,
                               struct mkcv_diags *d)
{
    bool in_place = !strcmp(path, "-") || mkcv_file_kind(path) == MKCV_FILE_OTHER;
    int error = mkcv_file_kind(path) == MKCV_FILE_FOLDER ? EISDIR
                : in_place                               ? write_in_place(path, bytes, n)
                                                         : replace(a, path, bytes, n);
    if (!error) return MKCV_OK;
    mkcv_report(d, in_place ? MKCV_DIAG_STREAM_WRITE : MKCV_DIAG_FILE_WRITE, ((struct mkcv_loc){.file = NULL}), path,
                strerror(error));
    return MKCV_SYSTEM;
}
