/* record.c - what is kept of each homepage of a batch, beside its CV: what was said, and digests of all that the CV
 * came from. A homepage is read again when one of them is another; so is one of which a file changed while it was read.
 */
#include "batch.h"
#include "mkcv/buf.h"
#include "mkcv/file.h"
#include "mkcv/hash.h"
#include "mkcv/source.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

enum { FILE_MOST = 1 << 30, RECORD_MOST = 64 << 20, FOLDERS_MOST = 32 /* in each other */ };

/* --- digests ----------------------------------------------------------------------------------------------------- */

struct digest {
    uint64_t half[2];
};

static void add_bytes(struct digest *g, const void *bytes, size_t n)
{
    for (size_t i = 0; i < 2; i++) g->half[i] = mkcv_hash(g->half[i] + i, bytes, n);
}

static void add_string(struct digest *g, const char *s) { add_bytes(g, s, strlen(s) + 1); }

static const char *digest_print(struct mkcv_arena *a, const struct digest *g)
{
    return mkcv_arena_printf(a, "%016llx%016llx", (unsigned long long)g->half[0], (unsigned long long)g->half[1]);
}

/* Its bytes, wherever it lies; a file that cannot be read has a digest too. */
static void add_file(struct digest *g, const char *path)
{
    struct mkcv_arena arena;
    struct mkcv_diags silent;
    const char *bytes;
    size_t n;
    mkcv_arena_init(&arena);
    mkcv_diags_init(&silent, &arena);
    if (mkcv_file_read(&arena, path, FILE_MOST, &bytes, &n, &silent) == MKCV_OK)
        add_bytes(g, bytes, n);
    else
        add_string(g, "unread");
    mkcv_arena_clear(&arena);
}

/* The names below a folder: a file that is new is read perhaps, and one that has gone is not. */
static void add_names(struct digest *g, struct mkcv_arena *a, const char *folder, int depth)
{
    struct mkcv_names names = mkcv_file_names(a, folder);
    for (size_t i = 0; i < names.list.count; i++) {
        const char *name = names.list.at[i], *path = mkcv_path_join(a, folder, name);
        struct stat st;
        if (*name == '.' || lstat(path, &st)) continue;
        add_string(g, name);
        if (S_ISDIR(st.st_mode) && depth < FOLDERS_MOST && strcmp(name, "node_modules") != 0)
            add_names(g, a, path, depth + 1);
    }
    add_string(g, "/");
}

/* Another mkcv may make another CV. */
static void add_program(struct digest *g)
{
    struct stat st;
    add_string(g, MKCV_VERSION);
    if (stat("/proc/self/exe", &st)) return;
    add_bytes(g, &st.st_size, sizeof st.st_size);
    add_bytes(g, &st.st_mtim, sizeof st.st_mtim);
}

static const char *digest_of_sources(struct mkcv_arena *a, const struct mkcv_options *o, const char *site,
                                     const char *const *read, size_t count)
{
    struct digest g = {{1, 2}};
    const char *epoch = getenv("SOURCE_DATE_EPOCH"), *base = mkcv_path_base(site);
    bool folder = mkcv_file_kind(site) == MKCV_FILE_FOLDER;
    add_program(&g);
    add_string(&g, o->wishes);
    add_string(&g, epoch ? epoch : "");
    add_string(&g, site);
    if (folder) add_names(&g, a, site, 0);
    if (!folder) { /* a page, and what stands beside it */
        struct mkcv_names names =
            mkcv_file_names(a, base == site ? "." : mkcv_arena_strndup(a, site, (size_t)(base - site)));
        for (size_t i = 0; i < names.list.count; i++) add_string(&g, names.list.at[i]);
    }
    for (size_t i = 0; i < count; i++) {
        add_string(&g, read[i]);
        add_file(&g, read[i]);
    }
    return digest_print(a, &g);
}

static const char *digest_of_file(struct mkcv_arena *a, const char *path)
{
    struct digest g = {{1, 2}};
    add_file(&g, path);
    return digest_print(a, &g);
}

/* --- records ----------------------------------------------------------------------------------------------------- */

const char *mkcv_batch_record_path(struct mkcv_arena *a, const char *folder, const char *name)
{
    return mkcv_path_join(a, mkcv_path_join(a, folder, ".mkcv"), mkcv_arena_printf(a, "%s.jsonl", name));
}

static int compare_paths(const void *x, const void *y)
{
    return strcmp(*(const char *const *)x, *(const char *const *)y);
}

/* The files that were read, each once. */
static size_t sort_read(struct mkcv_arena *a, const struct mkcv_diags *d, const char ***out)
{
    size_t kept = 0;
    const char **read = *out = MKCV_NEW_ARRAY(a, const char *, d->read.count + 1);
    for (size_t i = 0; i < d->read.count; i++) read[i] = d->read.at[i];
    qsort(read, d->read.count, sizeof *read, compare_paths);
    for (size_t i = 0; i < d->read.count; i++)
        if (!kept || strcmp(read[kept - 1], read[i]) != 0) read[kept++] = read[i];
    return kept;
}

static bool is_later(const char *path, struct timespec begun)
{
    struct stat st;
    if (stat(path, &st)) return true;
    return st.st_mtim.tv_sec != begun.tv_sec ? st.st_mtim.tv_sec > begun.tv_sec : st.st_mtim.tv_nsec >= begun.tv_nsec;
}

static void put_said(struct mkcv_buf *out, const struct mkcv_batch_site *site, const struct mkcv_batch_outcome *x)
{
    mkcv_buf_puts(out, "{\"site\":");
    mkcv_buf_json(out, site->path);
    mkcv_buf_puts(out, ",\"name\":");
    mkcv_buf_json(out, site->name);
    mkcv_buf_puts(out, ",\"output\":");
    if (x->output)
        mkcv_buf_json(out, x->output);
    else
        mkcv_buf_puts(out, "null");
    mkcv_buf_printf(out, ",\"code\":%d,\"errors\":%zu,\"warnings\":%zu,\"diagnostics\":[", (int)x->code,
                    x->diags->errors, x->diags->warnings);
    const char *comma = "";
    for (size_t i = 0; i < x->diags->list.count; i++) {
        const struct mkcv_diag *g = &x->diags->list.at[i];
        if (mkcv_diag_level(g->id) < MKCV_LEVEL_NOTE) continue;
        mkcv_buf_puts(out, comma);
        mkcv_diag_json(g, out);
        comma = ",";
    }
    mkcv_buf_puts(out, "]}\n");
}

enum mkcv_code mkcv_batch_record(struct mkcv_arena *a, const struct mkcv_options *o, const struct mkcv_batch_site *site,
                                 const struct mkcv_batch_outcome *x, struct timespec begun, struct mkcv_diags *d)
{
    struct mkcv_buf out;
    const char **read;
    size_t count = sort_read(a, x->diags, &read);
    bool known = x->output;
    for (size_t i = 0; known && i < count; i++) known = !is_later(read[i], begun);
    mkcv_buf_init(&out, a);
    put_said(&out, site, x);
    if (known) {
        mkcv_buf_printf(&out, "{\"sources\":\"%s\",\"output\":\"%s\",\"read\":[",
                        digest_of_sources(a, o, site->path, read, count),
                        digest_of_file(a, mkcv_path_join(a, o->output, x->output)));
        for (size_t i = 0; i < count; i++) {
            if (i) mkcv_buf_putc(&out, ',');
            mkcv_buf_json(&out, read[i]);
        }
        mkcv_buf_puts(&out, "]}\n");
    }
    return mkcv_file_write(a, mkcv_batch_record_path(a, o->output, site->name), out.s, out.n, d);
}

bool mkcv_batch_is_current(struct mkcv_arena *a, const struct mkcv_options *o, const struct mkcv_batch_site *site,
                           enum mkcv_code *code)
{
    struct mkcv_diags silent;
    const char *path = mkcv_batch_record_path(a, o->output, site->name), *text;
    size_t n;
    mkcv_diags_init(&silent, a);
    if (mkcv_file_kind(path) != MKCV_FILE_REGULAR ||
        mkcv_file_read(a, path, RECORD_MOST, &text, &n, &silent) != MKCV_OK)
        return false;
    size_t line = strcspn(text, "\n");
    if (line + 1 >= n) return false;
    const struct mkcv_node *said = mkcv_json_read(a, text, line, path, &silent);
    const struct mkcv_node *from = mkcv_json_read(a, text + line + 1, n - line - 1, path, &silent);
    const char *sources = mkcv_node_string(from, "sources"), *bytes = mkcv_node_string(from, "output");
    const char *output = mkcv_node_string(said, "output"), *status = mkcv_node_string(said, "code");
    const struct mkcv_node *list = mkcv_node_lookup(from, "read");
    if (!sources || !bytes || !output || !status || !list) return false;
    MKCV_VEC(const char *) read = {0};
    for (const struct mkcv_node *f = list->first; f; f = f->next) *MKCV_PUSH(a, &read) = f->value;
    *code = strcmp(status, "0") != 0 ? MKCV_CONTENT : MKCV_OK;
    return !strcmp(bytes, digest_of_file(a, mkcv_path_join(a, o->output, output))) &&
           !strcmp(sources, digest_of_sources(a, o, site->path, read.at, read.count));
}

/* --- the report -------------------------------------------------------------------------------------------------- */

const char *mkcv_batch_report_path(struct mkcv_arena *a, const char *folder, size_t shard, size_t of)
{
    return mkcv_path_join(a, folder, of ? mkcv_arena_printf(a, "report-%zu-of-%zu.jsonl", shard, of) : "report.jsonl");
}

struct mkcv_batch_report mkcv_batch_report_open(void) { return (struct mkcv_batch_report){tmpfile()}; }

void mkcv_batch_report_add(struct mkcv_batch_report *r, size_t index, const char *state, const char *line)
{
    if (!r->file) return;
    fprintf(r->file, "{\"index\":%zu,\"state\":\"%s\",%.*s\n", index, state, (int)strcspn(line + 1, "\n"), line + 1);
}

enum mkcv_code mkcv_batch_report_close(struct mkcv_arena *a, struct mkcv_batch_report *r, const char *path,
                                       struct mkcv_diags *d)
{
    long n = r->file && !fflush(r->file) && !ferror(r->file) ? ftell(r->file) : -1;
    const char *bytes = n > 0 ? mmap(NULL, (size_t)n, PROT_READ, MAP_PRIVATE, fileno(r->file), 0) : "";
    enum mkcv_code code = MKCV_SYSTEM;
    if (n < 0 || bytes == MAP_FAILED)
        mkcv_report(d, MKCV_DIAG_FILE_WRITE, ((struct mkcv_loc){.file = NULL}), path, strerror(errno));
    else
        code = mkcv_file_write(a, path, bytes, (size_t)n, d);
    if (n > 0 && bytes != MAP_FAILED) munmap((void *)(uintptr_t)bytes, (size_t)n);
    if (r->file) fclose(r->file);
    return code;
}
