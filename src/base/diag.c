/* diag.c - the list of diagnostics and its printing; see diag.h. */
#include "mkcv/diag.h"
#include "mkcv/buf.h"
#include "mkcv/file.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *name;
    enum mkcv_level level;
    const char *text;
} catalogue[] = {
#define MKCV_DIAG(id, name, level, text) {name, MKCV_LEVEL_##level, text},
#include "mkcv/diag.def"
#undef MKCV_DIAG
};

const char *mkcv_diag_name(enum mkcv_diag_id id) { return catalogue[id].name; }
enum mkcv_level mkcv_diag_level(enum mkcv_diag_id id) { return catalogue[id].level; }

void mkcv_diags_init(struct mkcv_diags *d, struct mkcv_arena *arena) { *d = (struct mkcv_diags){.arena = arena}; }

enum { ARG_SHOWN = 120 }; /* bytes of an argument that a message shows */

static void put_arg(struct mkcv_buf *out, const char *arg)
{
    size_t n = strlen(arg), shown = n > ARG_SHOWN ? ARG_SHOWN : n;
    while (shown < n && shown && (arg[shown] & 0xC0) == 0x80) shown--;
    for (size_t i = 0; i < shown; i++) mkcv_buf_putc(out, arg[i] == '\n' ? ' ' : arg[i]);
    if (shown < n) mkcv_buf_puts(out, "…");
}

void mkcv_diags_add(struct mkcv_diags *d, enum mkcv_diag_id id, struct mkcv_loc loc, const char *const *args)
{
    struct mkcv_buf text;
    mkcv_buf_init(&text, d->arena);
    size_t help = 0;
    for (const char *p = catalogue[id].text; *p; p++) {
        if (*p == '|') { /* fault | repair */
            help = text.n + 1;
            mkcv_buf_putc(&text, 0);
        } else if (p[0] == '{' && p[1] == '}' && *args) {
            put_arg(&text, *args++);
            p++;
        } else {
            mkcv_buf_putc(&text, *p);
        }
    }
    loc.file = mkcv_arena_strdup(d->arena, loc.file);
    *MKCV_PUSH(d->arena, &d->list) =
        (struct mkcv_diag){.id = id, .loc = loc, .text = text.s, .help = help ? text.s + help : NULL};
    d->errors += catalogue[id].level == MKCV_LEVEL_ERROR;
    d->warnings += catalogue[id].level == MKCV_LEVEL_WARNING;
}

void mkcv_diags_note_read(struct mkcv_diags *d, const char *path)
{
    *MKCV_PUSH(d->arena, &d->read) = mkcv_arena_strdup(d->arena, path);
}

static const char *const level_names[] = {"note", "note", "warning", "error"};

static int column_of(const struct mkcv_loc *loc) { return loc->column > 0 ? loc->column : 1; }

static void put_place(struct mkcv_buf *out, const struct mkcv_loc *loc)
{
    mkcv_buf_puts(out, loc->file ? loc->file : "mkcv");
    if (loc->file && loc->line > 0) mkcv_buf_printf(out, ":%d:%d", loc->line, column_of(loc));
}

static void put_fault(struct mkcv_buf *out, const struct mkcv_diag *g)
{
    put_place(out, &g->loc);
    mkcv_buf_printf(out, ": %s: %s [%s]\n", level_names[catalogue[g->id].level], g->text, catalogue[g->id].name);
}

static void put_short(struct mkcv_buf *out, const struct mkcv_diag *g)
{
    put_place(out, &g->loc);
    mkcv_buf_printf(out, ": %s: %s", level_names[catalogue[g->id].level], g->text);
    if (g->help) mkcv_buf_printf(out, "; %s", g->help);
    mkcv_buf_printf(out, " [%s]\n", catalogue[g->id].name);
}

enum { LINE_SHOWN = 78 };

/* Messages about one file mostly come in a row and in its order: its text is read once, and a line is looked for from
 * the last one on. */
struct source_cache {
    struct mkcv_arena arena;
    const char *file, *text;
    const char *at; /* where line `line` begins */
    int line;
};

enum { SOURCE_LIMIT = 16 << 20 };

static void open_source(struct source_cache *cache, const char *file)
{
    if (cache->file && !strcmp(cache->file, file)) return;
    mkcv_arena_clear(&cache->arena);
    *cache = (struct source_cache){.arena = cache->arena, .file = file};
    struct mkcv_diags silent;
    mkcv_diags_init(&silent, &cache->arena);
    if (mkcv_file_kind(file) != MKCV_FILE_REGULAR ||
        mkcv_file_read_text(&cache->arena, file, SOURCE_LIMIT, &cache->text, &silent) != MKCV_OK)
        cache->text = NULL;
}

/* The text of the place's line to the file's end, or NULL. */
static const char *source_line(struct source_cache *cache, const struct mkcv_loc *loc)
{
    open_source(cache, loc->file);
    if (!cache->text) return NULL;
    if (!cache->at || cache->line > loc->line) {
        cache->at = cache->text;
        cache->line = 1;
    }
    for (const char *end; cache->line < loc->line && (end = strchr(cache->at, '\n')); cache->line++)
        cache->at = end + 1;
    return cache->line == loc->line ? cache->at : NULL;
}

/* The source line under the message: a window of it around the column, and a caret. */
static void put_source(struct mkcv_buf *out, const struct mkcv_loc *loc, const char *text)
{
    size_t n = strcspn(text, "\r\n"), at = loc->column > 0 ? (size_t)loc->column - 1 : 0, from = 0;
    if (!n || at > n) return;
    if (at > LINE_SHOWN * 2 / 3) from = at - LINE_SHOWN / 2;
    while (from && (text[from] & 0xC0) == 0x80) from--;
    size_t to = n - from > LINE_SHOWN ? from + LINE_SHOWN : n;
    while (to < n && (text[to] & 0xC0) == 0x80) to--;
    mkcv_buf_puts(out, "    ");
    for (size_t i = from; i < to; i++) mkcv_buf_putc(out, text[i] == '\t' ? ' ' : text[i]);
    mkcv_buf_puts(out, "\n    ");
    for (size_t i = from; i < at; i++)
        if ((text[i] & 0xC0) != 0x80) mkcv_buf_putc(out, ' ');
    mkcv_buf_puts(out, "^\n");
}

static void put_json_member(struct mkcv_buf *out, const char *key, const char *value)
{
    mkcv_buf_printf(out, "\"%s\":", key);
    mkcv_buf_json(out, value);
}

void mkcv_diag_json(const struct mkcv_diag *g, struct mkcv_buf *out)
{
    mkcv_buf_putc(out, '{');
    if (g->loc.file) {
        put_json_member(out, "file", g->loc.file);
        mkcv_buf_putc(out, ',');
    }
    if (g->loc.file && g->loc.line > 0)
        mkcv_buf_printf(out, "\"line\":%d,\"column\":%d,", g->loc.line, column_of(&g->loc));
    put_json_member(out, "level", level_names[catalogue[g->id].level]);
    mkcv_buf_putc(out, ',');
    put_json_member(out, "name", catalogue[g->id].name);
    mkcv_buf_putc(out, ',');
    put_json_member(out, "message", g->text);
    if (g->help) mkcv_buf_putc(out, ',');
    if (g->help) put_json_member(out, "help", g->help);
    mkcv_buf_putc(out, '}');
}

/* A workflow command of GitHub Actions: properties escape % \r \n : and comma, the message the first three. */
static void put_github_part(struct mkcv_buf *out, const char *s, const char *escaped)
{
    for (; *s; s++) {
        if (strchr(escaped, *s))
            mkcv_buf_printf(out, "%%%02X", (unsigned char)*s);
        else
            mkcv_buf_putc(out, *s);
    }
}

/* GitHub shows so many annotations of a level and step; what is more stands in the log as a line. */
enum { GITHUB_MOST = 10 };

static void put_github(struct mkcv_buf *out, const struct mkcv_diag *g, size_t *shown)
{
    static const char *const commands[] = {"notice", "notice", "warning", "error"};
    if (++*shown > GITHUB_MOST) {
        put_short(out, g);
        return;
    }
    mkcv_buf_printf(out, "::%s ", commands[catalogue[g->id].level]);
    if (g->loc.file) {
        mkcv_buf_puts(out, "file=");
        put_github_part(out, g->loc.file, "%\r\n:,");
        if (g->loc.line > 0) mkcv_buf_printf(out, ",line=%d,col=%d", g->loc.line, column_of(&g->loc));
        mkcv_buf_putc(out, ',');
    }
    mkcv_buf_printf(out, "title=%s::", catalogue[g->id].name);
    put_github_part(out, g->text, "%\r\n");
    if (g->help) mkcv_buf_puts(out, "; ");
    put_github_part(out, g->help ? g->help : "", "%\r\n");
    mkcv_buf_putc(out, '\n');
}

enum { HUMAN_MOST = 10 }; /* of one kind, to a person; programs get all */

static void put_human(struct mkcv_buf *out, const struct mkcv_diag *g, struct source_cache *cache, size_t *shown)
{
    if (++*shown > HUMAN_MOST) return;
    put_fault(out, g);
    const char *line = g->loc.file && g->loc.line > 0 ? source_line(cache, &g->loc) : NULL;
    if (line) put_source(out, &g->loc, line);
    if (g->help) mkcv_buf_printf(out, "    help: %s\n", g->help);
}

static void put_rest(struct mkcv_buf *out, const size_t shown[MKCV_DIAG_COUNT])
{
    for (size_t id = 0; id < MKCV_DIAG_COUNT; id++)
        if (shown[id] > HUMAN_MOST)
            mkcv_buf_printf(out, "mkcv: note: %zu more of [%s]; --diagnostics short shows all\n",
                            shown[id] - HUMAN_MOST, catalogue[id].name);
}

void mkcv_diags_print(const struct mkcv_diags *d, enum mkcv_diag_format format, enum mkcv_level least, FILE *to)
{
    struct mkcv_arena arena;
    struct source_cache cache = {.file = NULL};
    struct mkcv_buf out;
    size_t shown[MKCV_DIAG_COUNT] = {0}, annotated[MKCV_LEVEL_ERROR + 1] = {0};
    mkcv_arena_init(&arena);
    mkcv_arena_init(&cache.arena);
    mkcv_buf_init(&out, &arena);
    for (size_t i = 0; i < d->list.count; i++) {
        const struct mkcv_diag *g = &d->list.at[i];
        if (catalogue[g->id].level < least) continue;
        switch (format) {
        case MKCV_DIAG_HUMAN:
            put_human(&out, g, &cache, &shown[g->id]);
            break;
        case MKCV_DIAG_SHORT:
            put_short(&out, g);
            break;
        case MKCV_DIAG_JSON:
            mkcv_diag_json(g, &out);
            mkcv_buf_putc(&out, '\n');
            break;
        case MKCV_DIAG_GITHUB:
            put_github(&out, g, &annotated[catalogue[g->id].level]);
            break;
        }
    }
    put_rest(&out, shown);
    fwrite(out.s, 1, out.n, to);
    mkcv_arena_clear(&cache.arena);
    mkcv_arena_clear(&arena);
}

/* --- order ------------------------------------------------------------------------------------------------------- */

struct placed {
    struct mkcv_diag diag;
    size_t file, index; /* of the file's first diagnostic; of this one */
};

static int compare_placed(const void *x, const void *y)
{
    const struct placed *p = x, *q = y;
    if (p->file != q->file) return p->file < q->file ? -1 : 1;
    if (p->diag.loc.line != q->diag.loc.line) return p->diag.loc.line < q->diag.loc.line ? -1 : 1;
    if (p->diag.loc.column != q->diag.loc.column) return p->diag.loc.column < q->diag.loc.column ? -1 : 1;
    return p->index < q->index ? -1 : p->index > q->index;
}

static bool is_same_string(const char *x, const char *y) { return x == y || (x && y && !strcmp(x, y)); }

static bool is_same_diag(const struct mkcv_diag *x, const struct mkcv_diag *y)
{
    return x->id == y->id && x->loc.line == y->loc.line && x->loc.column == y->loc.column &&
           is_same_string(x->loc.file, y->loc.file) && !strcmp(x->text, y->text);
}

bool mkcv_diags_has(const struct mkcv_diags *d, const struct mkcv_diag *g)
{
    for (size_t i = 0; i < d->list.count; i++)
        if (is_same_diag(&d->list.at[i], g)) return true;
    return false;
}

static size_t file_index(const struct mkcv_diags *d, const char *file, size_t end)
{
    for (size_t i = 0; i < end; i++)
        if (is_same_string(d->list.at[i].loc.file, file)) return i;
    return end;
}

/* Of two doubts about one address the one that says what is wrong with it. */
static bool is_less_said(const struct mkcv_diag *x, const struct mkcv_diag *y)
{
    return x->id == MKCV_DIAG_LINK_SCHEME && y->id == MKCV_DIAG_LINK_MALFORMED && x->loc.line == y->loc.line &&
           x->loc.column == y->loc.column && is_same_string(x->loc.file, y->loc.file);
}

void mkcv_diags_sort(struct mkcv_diags *d)
{
    size_t n = d->list.count, kept = 0;
    struct placed *all = MKCV_NEW_ARRAY(d->arena, struct placed, n + 1);
    for (size_t i = 0; i < n; i++) {
        bool again = i && is_same_string(d->list.at[i - 1].loc.file, d->list.at[i].loc.file);
        size_t file = again ? all[i - 1].file : file_index(d, d->list.at[i].loc.file, i);
        all[i] = (struct placed){d->list.at[i], file, i};
    }
    qsort(all, n, sizeof *all, compare_placed);
    for (size_t i = 0; i < n; i++) {
        struct mkcv_diag *last = kept ? &d->list.at[kept - 1] : NULL;
        bool less = last && is_less_said(last, &all[i].diag),
             again = less || (last && is_same_diag(last, &all[i].diag));
        if (less) *last = all[i].diag;
        if (!again) d->list.at[kept++] = all[i].diag;
        d->errors -= again && catalogue[all[i].diag.id].level == MKCV_LEVEL_ERROR;
        d->warnings -= again && catalogue[all[i].diag.id].level == MKCV_LEVEL_WARNING;
    }
    d->list.count = kept;
}

void mkcv_diags_count(const struct mkcv_diags *d, FILE *to)
{
    size_t notes = 0;
    for (size_t i = 0; i < d->list.count; i++) notes += catalogue[d->list.at[i].id].level == MKCV_LEVEL_NOTE;
    fprintf(to, "%zu error%s, %zu warning%s, %zu note%s\n", d->errors, d->errors == 1 ? "" : "s", d->warnings,
            d->warnings == 1 ? "" : "s", notes, notes == 1 ? "" : "s");
}

enum { WORD_MOST = 63 };

/* Edits between two short words (Damerau 1964: insertion, deletion, change, transposition of neighbours). */
static size_t edits_between(const char *a, const char *b)
{
    size_t n = strlen(a), m = strlen(b), d[WORD_MOST + 1][WORD_MOST + 1];
    if (n > WORD_MOST || m > WORD_MOST) return SIZE_MAX;
    for (size_t i = 0; i <= n; i++) d[i][0] = i;
    for (size_t j = 0; j <= m; j++) d[0][j] = j;
    for (size_t i = 1; i <= n; i++) {
        for (size_t j = 1; j <= m; j++) {
            size_t best = d[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            if (d[i - 1][j] + 1 < best) best = d[i - 1][j] + 1;
            if (d[i][j - 1] + 1 < best) best = d[i][j - 1] + 1;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] && d[i - 2][j - 2] + 1 < best)
                best = d[i - 2][j - 2] + 1;
            d[i][j] = best;
        }
    }
    return d[n][m];
}

const char *mkcv_nearest(const char *word, const char *const *names)
{
    const char *best = NULL;
    size_t least = strlen(word) / 3 + 1; /* farther is no help */
    if (least > WORD_MOST) return NULL;
    for (; *names; names++) {
        size_t e = edits_between(word, *names);
        if (e < least || (e == least && !best)) {
            least = e;
            best = *names;
        }
    }
    return best;
}
