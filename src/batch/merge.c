/* merge.c - the shards of a batch put together. The k-th homepage of the list is the next one of shard k modulo N, so
 * that a line of each report is in memory and no more. */
#include "batch.h"
#include "mkcv/file.h"
#include "mkcv/source.h"
#include <stdlib.h>
#include <string.h>

enum { COPY_MOST = 1 << 30, SHARDS_MOST = 10000 };

struct shard {
    const char *folder;
    FILE *file; /* NULL: missing */
};

/* "report-2-of-8.jsonl" */
static bool is_shard(const char *name, size_t *shard, size_t *of)
{
    int end = 0;
    return sscanf(name, "report-%5zu-of-%5zu.jsonl%n", shard, of, &end) == 2 && end && !name[end] && *shard >= 1 &&
           *shard <= *of && *of <= SHARDS_MOST;
}

static enum mkcv_code refuse(struct mkcv_diags *d, const char *file, const char *text)
{
    mkcv_report(d, MKCV_DIAG_BATCH_SHARD, ((struct mkcv_loc){.file = file}), text);
    return MKCV_CONTENT;
}

/* The reports of all folders; of several sets, as one cut into 4 and one into 8, none can be told to be meant. */
static enum mkcv_code open_shards(struct mkcv_arena *a, const char *const *folders, struct shard **out, size_t *count,
                                  struct mkcv_diags *d)
{
    *count = 0;
    *out = NULL;
    for (; *folders; folders++) {
        struct mkcv_names names = mkcv_file_names(a, *folders);
        for (size_t i = 0; i < names.list.count; i++) {
            size_t shard, of;
            const char *path = mkcv_path_join(a, *folders, names.list.at[i]);
            if (!is_shard(names.list.at[i], &shard, &of)) continue;
            if (*count && *count != of)
                return refuse(d, path,
                              mkcv_arena_printf(a, "shards of %zu and of %zu; remove the old ones", *count, of));
            if (!*count) *out = MKCV_NEW_ARRAY(a, struct shard, of);
            *count = of;
            struct shard *s = &(*out)[shard - 1];
            if (s->file) fclose(s->file);
            *s = (struct shard){*folders, fopen(path, "re")};
        }
    }
    return *count ? MKCV_OK : refuse(d, NULL, "no reports of shards: report-1-of-4.jsonl and so on");
}

static enum mkcv_code copy(struct mkcv_arena *a, const char *from, const char *to, struct mkcv_diags *d)
{
    const char *bytes;
    size_t n;
    enum mkcv_code code = mkcv_file_read(a, from, COPY_MOST, &bytes, &n, d);
    return code == MKCV_OK ? mkcv_file_write(a, to, bytes, n, d) : code;
}

/* The CV and the record of a line, where they are in another folder. */
static enum mkcv_code fetch(struct mkcv_arena *a, const struct mkcv_node *line, const char *from, const char *to,
                            struct mkcv_diags *d)
{
    const char *output = mkcv_node_string(line, "output"), *name = mkcv_node_string(line, "name");
    enum mkcv_code code = MKCV_OK;
    char *real[2] = {realpath(from, NULL), realpath(to, NULL)};
    bool same = real[0] && real[1] && !strcmp(real[0], real[1]);
    free(real[0]);
    free(real[1]);
    if (same || !name || strchr(name, '/')) return MKCV_OK;
    if (output && !strchr(output, '/'))
        code = copy(a, mkcv_path_join(a, from, output), mkcv_path_join(a, to, output), d);
    if (code != MKCV_OK) return code;
    return copy(a, mkcv_batch_record_path(a, from, name), mkcv_batch_record_path(a, to, name), d);
}

/* One line of a shard into the report; false at its end. */
static bool take_line(struct shard *s, size_t index, const char *to, struct mkcv_batch_report *report,
                      enum mkcv_code *worst, struct mkcv_diags *d)
{
    char *text = NULL;
    size_t room = 0;
    struct mkcv_arena arena;
    struct mkcv_diags silent;
    ssize_t n = s->file ? getline(&text, &room, s->file) : -1;
    mkcv_arena_init(&arena);
    mkcv_diags_init(&silent, &arena);
    const struct mkcv_node *line = n > 0 ? mkcv_json_read(&arena, text, (size_t)n, "report", &silent) : NULL;
    const char *at = mkcv_node_string(line, "index"), *state = mkcv_node_string(line, "state"),
               *status = mkcv_node_string(line, "code");
    bool taken = false;
    if (at && state && status && strtoul(at, NULL, 10) == index) {
        char *rest = strstr(text, ",\"site\":");
        enum mkcv_code code = fetch(&arena, line, s->folder, to, d);
        long told = strtol(status, NULL, 10);
        if (code == MKCV_OK && told > 0 && told <= MKCV_SYSTEM) code = (enum mkcv_code)told;
        if (code > *worst) *worst = code;
        if (rest) *rest = '{', mkcv_batch_report_add(report, index, state, rest);
        taken = rest;
    }
    free(text);
    mkcv_arena_clear(&arena);
    return taken;
}

enum mkcv_code mkcv_batch_merge(struct mkcv_arena *a, const char *const *from, const char *to, struct mkcv_diags *d)
{
    struct shard *shards;
    size_t count;
    enum mkcv_code worst = open_shards(a, from, &shards, &count, d);
    if (worst != MKCV_OK) return worst;
    for (size_t i = 0; i < count; i++)
        if (!shards[i].file) worst = refuse(d, NULL, mkcv_arena_printf(a, "shard %zu of %zu is missing", i + 1, count));
    struct mkcv_batch_report report = mkcv_batch_report_open();
    size_t ended = 0;
    for (size_t index = 0; ended < count; index++)
        ended = take_line(&shards[index % count], index, to, &report, &worst, d) ? 0 : ended + 1;
    for (size_t i = 0; i < count; i++)
        if (shards[i].file) fclose(shards[i].file);
    enum mkcv_code code = mkcv_batch_report_close(a, &report, mkcv_batch_report_path(a, to, 0, 0), d);
    return code > worst ? code : worst;
}
