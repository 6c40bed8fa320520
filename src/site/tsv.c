/* tsv.c - lists with tabs between their columns, a work or talk a line, as the generators of academicpages read them:
 * publications.tsv and talks.tsv. The first line names the columns; a line is a record, as a file of its own would be.
 */
#include "mkcv/source.h"
#include "site.h"
#include <string.h>
#include <strings.h>

#define COLUMNS 32

/* Names of columns and the keys of front matter that they become; others stay as they are. */
static const char *key_of(struct mkcv_arena *a, const char *column, size_t n)
{
    static const char *const keys[][2] = {{"pub_date", "date"},        {"paper_url", "paperurl"},
                                          {"slides_url", "slidesurl"}, {"bibtex_url", "bibtexurl"},
                                          {"talk_url", "link"},        {"url_slug", "slug"}};
    const char *name = mkcv_arena_strndup(a, column, n);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (!strcasecmp(name, keys[i][0])) return keys[i][1];
    return name;
}

struct columns {
    const char *keys[COLUMNS];
    size_t count;
};

/* The cell that starts at `at`, without the quotes that a spreadsheet puts around it; *end: the tab or end behind. */
static const char *read_cell(struct mkcv_arena *a, const char *at, size_t left, size_t *n)
{
    const char *tab = memchr(at, '\t', left);
    *n = tab ? (size_t)(tab - at) : left;
    size_t from = 0, to = *n;
    if (to < 2 || at[0] != '"' || at[to - 1] != '"') return mkcv_arena_strndup(a, at, to);
    char *out = mkcv_arena_alloc(a, to), *p = out;
    for (from = 1; from + 1 < to; from++) {
        if (at[from] == '"' && at[from + 1] == '"' && from + 2 < to) from++;
        *p++ = at[from];
    }
    return out;
}

static struct columns read_head(struct mkcv_arena *a, const char *line, size_t n)
{
    struct columns c = {.count = 0};
    for (size_t at = 0, cell; at <= n && c.count < COLUMNS; at += cell + 1) {
        const char *name = read_cell(a, line + at, n - at, &cell);
        name += strspn(name, " ");
        size_t len = strlen(name);
        while (len && name[len - 1] == ' ') len--;
        c.keys[c.count++] = key_of(a, name, len);
    }
    return c;
}

static bool has_column(const struct columns *c, const char *key)
{
    for (size_t i = 0; i < c->count; i++)
        if (!strcasecmp(c->keys[i], key)) return true;
    return false;
}

static const struct mkcv_node *read_row(struct mkcv_arena *a, const struct columns *c, const char *line, size_t n,
                                        struct mkcv_loc loc)
{
    struct mkcv_node *map = MKCV_NEW(a, struct mkcv_node), **next = &map->first;
    *map = (struct mkcv_node){.kind = MKCV_NODE_MAP, .loc = loc};
    for (size_t at = 0, i = 0, cell; at <= n && i < c->count; at += cell + 1, i++) {
        const char *value = read_cell(a, line + at, n - at, &cell);
        struct mkcv_loc here = {loc.file, loc.line, (int)at + 1};
        if (!value[strspn(value, " ")]) continue;
        *next = MKCV_NEW(a, struct mkcv_node);
        **next = (struct mkcv_node){.kind = MKCV_NODE_SCALAR, .key = c->keys[i], .value = value, .quoted = true};
        (*next)->loc = (*next)->key_loc = here;
        next = &(*next)->next;
    }
    return map->first ? map : NULL;
}

void mkcv_site_add_tsv(struct mkcv_arena *a, struct mkcv_site *site, const char *path, struct mkcv_diags *d)
{
    const char *file = mkcv_site_path(a, site, path), *text;
    struct columns head = {.count = 0};
    enum mkcv_record_kind kind = MKCV_RECORD_COUNT;
    if (mkcv_file_read_text(a, file, MKCV_LIMIT_FILE, &text, d) != MKCV_OK) return;
    for (int line = 1; *text; line++) {
        size_t n = strcspn(text, "\n");
        struct mkcv_loc loc = {file, line, 1};
        if (!head.count && n) {
            head = read_head(a, text, n);
            bool talks = has_column(&head, "link") || (has_column(&head, "type") && has_column(&head, "location"));
            if (has_column(&head, "title")) kind = talks ? MKCV_RECORD_TALK : MKCV_RECORD_PUBLICATION;
        } else if (kind != MKCV_RECORD_COUNT) {
            const struct mkcv_node *row = read_row(a, &head, text, n, loc);
            if (row)
                *MKCV_PUSH(a, &site->records) =
                    (struct mkcv_record){.kind = kind, .path = path, .meta = row, .loc = loc};
        }
        text += n + (text[n] == '\n');
    }
    if (kind == MKCV_RECORD_COUNT)
        mkcv_report(d, MKCV_DIAG_SITE_SKIPPED, ((struct mkcv_loc){.file = file}), file, "no column is called 'title'");
}
