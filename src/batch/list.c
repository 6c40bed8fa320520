/* list.c - which homepages a batch has, and what their CVs are called. */
#include "batch.h"
#include "mkcv/file.h"
#include <stdlib.h>
#include <string.h>

enum { LIST_MOST = 64 << 20 };

/* A homepage while names are looked for. */
struct named {
    struct mkcv_batch_site *site;
    const char *real; /* the whole path, without links where it can be followed */
    size_t parts;     /* of its end that the name has; 0: the list gave it */
};

static void add_site(struct mkcv_arena *a, struct mkcv_batch_sites *out, const char *path, const char *name,
                     struct mkcv_loc loc)
{
    *MKCV_PUSH(a, &out->list) = (struct mkcv_batch_site){path, name, loc};
}

static bool is_file_name(const char *name) { return *name && *name != '.' && !strchr(name, '/'); }

/* One line of a list, without its end. */
static void read_line(struct mkcv_arena *a, const char *folder, char *line, struct mkcv_loc loc,
                      struct mkcv_batch_sites *out, struct mkcv_diags *d)
{
    size_t n = strlen(line);
    while (n && strchr(" \t\r", line[n - 1])) line[--n] = 0;
    loc.column += (int)strspn(line, " \t");
    line += strspn(line, " \t");
    if (!*line || *line == '#') return;
    char *tab = strchr(line, '\t'), *name = tab ? tab + strspn(tab, "\t ") : NULL;
    if (tab) *tab = 0;
    if (name && !is_file_name(name)) {
        loc.column += (int)(name - line);
        mkcv_report(d, MKCV_DIAG_BATCH_NAME, loc, name);
        loc.column -= (int)(name - line);
        name = NULL;
    }
    add_site(a, out, *line == '/' ? line : mkcv_path_join(a, folder, line), name, loc);
}

static enum mkcv_code read_list(struct mkcv_arena *a, const char *path, struct mkcv_batch_sites *out,
                                struct mkcv_diags *d)
{
    const char *text, *base = mkcv_path_base(path);
    bool standard = !strcmp(path, "-");
    size_t before = out->list.count;
    enum mkcv_code code = mkcv_file_read_text(a, standard ? "/dev/stdin" : path, LIST_MOST, &text, d);
    if (code != MKCV_OK) return code;
    const char *folder = standard ? "" : mkcv_arena_strndup(a, path, (size_t)(base - path));
    struct mkcv_loc loc = {path, 1, 1};
    for (size_t n; *text; text += n + (text[n] == '\n'), loc.line++) {
        n = strcspn(text, "\n");
        read_line(a, folder, mkcv_arena_strndup(a, text, n), loc, out, d);
    }
    if (out->list.count > before) return MKCV_OK;
    mkcv_report(d, MKCV_DIAG_BATCH_NONE, ((struct mkcv_loc){.file = path}), path);
    return MKCV_CONTENT;
}

static int compare_places(const void *x, const void *y)
{
    const struct named *p = x, *q = y;
    int order = strcmp(p->real, q->real);
    return order ? order : p->site < q->site ? -1 : p->site > q->site;
}

static int compare_names(const void *x, const void *y)
{
    const struct named *p = x, *q = y;
    int order = strcmp(p->site->name, q->site->name);
    return order ? order : p->site < q->site ? -1 : p->site > q->site;
}

static const char *real_path(struct mkcv_arena *a, const char *path)
{
    char *real = realpath(path, NULL);
    const char *copy = mkcv_arena_strdup(a, real ? real : path);
    free(real);
    return copy;
}

/* The last `parts` parts of a path with hyphens for slashes: "smith-site" of ".../smith/site"; NULL when it has fewer.
 * The ending of a page goes. */
static const char *name_from_end(struct mkcv_arena *a, const char *path, size_t parts)
{
    size_t end = strlen(path);
    while (end && path[end - 1] == '/') end--;
    size_t from = end;
    for (;; from--) {
        if (from && path[from - 1] != '/') continue;
        if (!--parts || !from) break;
    }
    if (parts) return NULL;
    char *name = mkcv_arena_strndup(a, path + from, end - from);
    if (mkcv_file_kind(path) == MKCV_FILE_REGULAR) name[strlen(name) - strlen(mkcv_path_extension(name))] = 0;
    for (char *p = name; *p; p++)
        if (*p == '/') *p = '-';
    return *name ? name : "site";
}

/* Those of one name get one part more each, or where there is none a number; false when there was nothing to do. */
static bool part_names(struct mkcv_arena *a, struct named *all, size_t n)
{
    bool changed = false;
    qsort(all, n, sizeof *all, compare_names);
    for (size_t i = 0, end; i < n; i = end) {
        const char *shared = all[i].site->name;
        for (end = i + 1; end < n && !strcmp(all[end].site->name, shared);) end++;
        for (size_t k = i; end - i > 1 && k < end; k++) {
            const char *longer = all[k].parts ? name_from_end(a, all[k].real, ++all[k].parts) : NULL;
            if (!longer && k == i) continue; /* the first keeps it */
            all[k].site->name = longer ? longer : mkcv_arena_printf(a, "%s-%zu", shared, k - i + 1);
            if (!longer) all[k].parts = 0;
            changed = true;
        }
    }
    return changed;
}

enum mkcv_code mkcv_batch_list(struct mkcv_arena *a, const char *const *words, struct mkcv_batch_sites *out,
                               struct mkcv_diags *d)
{
    enum mkcv_code worst = MKCV_OK;
    *out = (struct mkcv_batch_sites){.list = {0}};
    for (; *words; words++) {
        enum mkcv_code code = MKCV_OK;
        if (strcmp(*words, "-") != 0 && mkcv_file_kind(*words) == MKCV_FILE_FOLDER)
            add_site(a, out, *words, NULL, (struct mkcv_loc){.file = NULL});
        else
            code = read_list(a, *words, out, d);
        if (code > worst) worst = code;
    }
    size_t n = out->list.count;
    struct named *all = MKCV_NEW_ARRAY(a, struct named, n + 1);
    for (size_t i = 0; i < n; i++) {
        struct mkcv_batch_site *site = &out->list.at[i];
        all[i] = (struct named){site, real_path(a, site->path), site->name ? 0 : 1};
        if (!site->name) site->name = name_from_end(a, all[i].real, 1);
    }
    qsort(all, n, sizeof *all, compare_places);
    size_t kept = 0;
    for (size_t i = 0; i < n; i++) {
        bool again = kept && !strcmp(all[kept - 1].real, all[i].real);
        if (again) mkcv_report(d, MKCV_DIAG_BATCH_TWICE, all[i].site->loc, all[i].site->path);
        if (again)
            all[i].site->path = NULL;
        else
            all[kept++] = all[i];
    }
    while (part_names(a, all, kept)) continue;
    size_t left = 0;
    for (size_t i = 0; i < n; i++)
        if (out->list.at[i].path) out->list.at[left++] = out->list.at[i];
    out->list.count = left;
    return worst;
}
