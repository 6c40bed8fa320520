/* fuzz_cv.c - any text as a small homepage. A line "=== PATH" begins the file of that path (pack.sh writes such texts);
 * a text that does not begin with one is a single page. */
#include "whole.h"
#include <errno.h>
#include <ftw.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILES_MAX 64
#define PATH_BYTES 200

static int remove_one(const char *path, const struct stat *s, int flag, struct FTW *ftw)
{
    (void)s;
    (void)flag;
    (void)ftw;
    return remove(path);
}

/* A path below the folder: no "..", no empty part, plain characters and UTF-8 only. */
static bool is_safe(const char *path)
{
    if (!*path || *path == '/' || strstr(path, "..") || strstr(path, "//")) return false;
    for (const char *p = path; *p; p++)
        if ((unsigned char)*p < ' ') return false;
    return path[strlen(path) - 1] != '/';
}

/* Writes one file of the site with the folders above it; what the file system refuses is no file of the site. */
static void write_part(const char *root, const char *path, const char *text, size_t n)
{
    char full[PATH_BYTES + 64];
    if (!is_safe(path)) return;
    size_t begin = strlen(root) + 1;
    snprintf(full, sizeof full, "%s/%s", root, path);
    for (char *slash = strchr(full + begin, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        bool made = !mkdir(full, 0700) || errno == EEXIST;
        *slash = '/';
        if (!made) return;
    }
    FILE *f = fopen(full, "wb");
    if (f) must(fwrite(text, 1, n, f) == n && !fclose(f));
}

static const char *next_part(const char *s, const char *end)
{
    const char *at = memmem(s, (size_t)(end - s), "\n=== ", 5);
    return at ? at + 1 : end;
}

static void write_site(const char *root, const char *s, const char *end)
{
    for (int files = 0; s < end && files < FILES_MAX; files++) {
        const char *next = next_part(s, end), *line = memchr(s, '\n', (size_t)(next - s));
        size_t n = line ? (size_t)(line - s) - 4 : 0;
        char path[PATH_BYTES];
        if (line && n < sizeof path) {
            memcpy(path, s + 4, n);
            path[n] = 0;
            write_part(root, path, line + 1, (size_t)(next - line - 1));
        }
        s = next;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char root[64];
    /* in memory where there is such a folder */
    snprintf(root, sizeof root, "%s/mkcv-fuzz-%ld", access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm", (long)getpid());
    must(!mkdir(root, 0700) || errno == EEXIST);
    const char *s = (const char *)data;
    if (size > 4 && !memcmp(s, "=== ", 4))
        write_site(root, s, s + size);
    else
        write_part(root, "about.md", s, size);
    make_cv(root);
    must(!nftw(root, remove_one, 8, FTW_DEPTH | FTW_PHYS));
    return 0;
}
