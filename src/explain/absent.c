/* absent.c - why words are not on the CV: an entry that is hidden or merged, a section for visitors, a file that was
 * left out, a comment. It knows what the CV and the diagnostics of its reading say, and guesses nothing else. */
#include "absent.h"
#include "mkcv/file.h"
#include "mkcv/section.h"
#include "mkcv/source.h"
#include "words.h"
#include <string.h>

#define PLACES_MOST 20 /* that are shown */
#define DEPTH_MOST 60  /* of nested blocks */

struct search {
    const struct mkcv_explained *x;
    const char *const *words;
    struct mkcv_buf *out;
    size_t found;
    const char *left_out; /* the heading of the section for visitors that is open, or NULL */
};

static void put_found(struct search *s, struct mkcv_loc loc, const char *why)
{
    if (s->found++ >= PLACES_MOST) return;
    mkcv_buf_printf(s->out, "  not on the CV\n    %s", loc.file ? loc.file : s->x->site->root);
    if (loc.line > 0) mkcv_buf_printf(s->out, ":%d:%d", loc.line, loc.column > 0 ? loc.column : 1);
    mkcv_buf_printf(s->out, ": %s\n", why);
}

/* --- entries that were read and are not shown ----------------------------------------------------------------------
 */

static bool is_in_entry(struct search *s, const struct mkcv_entry *e)
{
    struct mkcv_buf all;
    mkcv_buf_init(&all, s->out->arena);
    for (size_t f = 0; f < MKCV_FIELD_COUNT; f++) mkcv_buf_printf(&all, "%s ", e->fields[f].s ? e->fields[f].s : "");
    for (size_t i = 0; i < e->people.count; i++) mkcv_buf_printf(&all, "%s ", e->people.at[i].name);
    for (size_t i = 0; i < e->highlights.count; i++) mkcv_buf_printf(&all, "%s ", e->highlights.at[i].s);
    return mkcv_words_in(s->out->arena, all.s, s->words);
}

static const char *why_not_shown(const struct search *s, const struct mkcv_section *section, const struct mkcv_entry *e)
{
    const char *key = mkcv_section_kind(section->kind)->key, *rule = mkcv_rule_text(e->rule);
    struct mkcv_arena *a = s->out->arena;
    if (e->hidden) return mkcv_arena_printf(a, "read (%s), but the homepage marks it as hidden", rule);
    if (e->told) return mkcv_arena_printf(a, "read (%s), but the profile says it already", rule);
    return mkcv_arena_printf(
        a, "read (%s) into '%s', which this CV does not show: see --only, --skip, --since and the style", rule, key);
}

static void search_entries(struct search *s)
{
    for (size_t i = 0; i < s->x->cv->sections.count; i++) {
        const struct mkcv_section *section = &s->x->cv->sections.at[i];
        for (size_t k = 0; k < section->entries.count; k++) {
            const struct mkcv_entry *e = &section->entries.at[k];
            if (is_in_entry(s, e)) put_found(s, e->loc, why_not_shown(s, section, e));
        }
    }
}

/* --- pages ---------------------------------------------------------------------------------------------------------
 */

static bool is_same_place(struct mkcv_loc x, struct mkcv_loc y)
{
    return x.file && y.file && x.line == y.line && !strcmp(x.file, y.file);
}

/* The diagnostic of the kind at the place, or NULL. */
static const struct mkcv_diag *lookup_diag(const struct search *s, enum mkcv_diag_id id, struct mkcv_loc loc)
{
    for (size_t i = 0; i < s->x->diags->list.count; i++) {
        const struct mkcv_diag *g = &s->x->diags->list.at[i];
        if (g->id == id && is_same_place(g->loc, loc)) return g;
    }
    return NULL;
}

/* The entry that has the place among its further sources. */
static const struct mkcv_entry *lookup_merged(const struct search *s, struct mkcv_loc loc)
{
    for (size_t i = 0; i < s->x->cv->sections.count; i++)
        for (size_t k = 0; k < s->x->cv->sections.at[i].entries.count; k++) {
            const struct mkcv_entry *e = &s->x->cv->sections.at[i].entries.at[k];
            for (size_t m = 0; m < e->also.count; m++)
                if (is_same_place(e->also.at[m], loc)) return e;
        }
    return NULL;
}

static void report_block(struct search *s, const struct mkcv_block *b)
{
    struct mkcv_arena *a = s->out->arena;
    struct mkcv_loc loc = b->text.spans.count ? mkcv_text_loc(&b->text, 0) : b->loc;
    const struct mkcv_entry *merged = lookup_merged(s, loc);
    if (!loc.file) loc.file = b->loc.file;
    if (merged)
        put_found(s, loc,
                  mkcv_arena_printf(a, "the same as %s:%d:%d, which the CV shows in its words", merged->loc.file,
                                    merged->loc.line, merged->loc.column));
    else if (s->left_out)
        put_found(s, loc, mkcv_arena_printf(a, "under '%s', which addresses visitors", s->left_out));
    else
        put_found(s, loc, "read, but told in other words on the CV, or words to visitors");
}

static void search_blocks(struct search *s, const struct mkcv_block *b, int depth)
{
    for (; b && depth < DEPTH_MOST; b = b->next) {
        if (b->kind == MKCV_BLOCK_HEADING && b->text.s)
            s->left_out = lookup_diag(s, MKCV_DIAG_SECTION_LEFT_OUT, mkcv_text_loc(&b->text, 0)) ? b->text.s : NULL;
        if (mkcv_words_in(s->out->arena, b->text.s, s->words)) report_block(s, b);
        search_blocks(s, b->first, depth + 1);
    }
}

/* --- lines of files ------------------------------------------------------------------------------------------------
 */

static void search_lines(struct search *s, const char *file, const char *why)
{
    struct mkcv_arena *a = s->out->arena;
    struct mkcv_diags silent;
    const char *text;
    int line = 1;
    mkcv_diags_init(&silent, a);
    if (mkcv_file_kind(file) != MKCV_FILE_REGULAR || mkcv_file_read_text(a, file, MKCV_LIMIT_FILE, &text, &silent))
        return;
    for (size_t n; *text; text += n + (text[n] == '\n'), line++) {
        n = strcspn(text, "\n");
        if (mkcv_words_in(a, mkcv_arena_strndup(a, text, n), s->words))
            put_found(s, (struct mkcv_loc){file, line, 1}, why);
    }
}

/* Files of which a diagnostic says that they were left out. */
static void search_skipped(struct search *s)
{
    const char *last = "";
    for (size_t i = 0; i < s->x->diags->list.count; i++) {
        const struct mkcv_diag *g = &s->x->diags->list.at[i];
        if ((g->id != MKCV_DIAG_SITE_SKIPPED && g->id != MKCV_DIAG_LEFTOVER) || !g->loc.file) continue;
        if (!strcmp(g->loc.file, last)) continue;
        search_lines(s, g->loc.file, g->text);
        last = g->loc.file;
    }
}

/* Files that were read, as they are: comments, templates, front matter without a meaning. */
static void search_files(struct search *s)
{
    const char *last = "";
    for (size_t i = 0; i < s->x->site->records.count; i++) {
        const char *file = s->x->site->records.at[i].loc.file;
        if (!file || !strcmp(file, last)) continue;
        search_lines(s, file, "a comment, a template or front matter that says nothing on a CV");
        last = file;
    }
}

void mkcv_absent_write(const struct mkcv_explained *x, const char *const *words, struct mkcv_buf *out)
{
    struct search s = {.x = x, .words = words, .out = out};
    search_entries(&s);
    for (size_t i = 0; i < x->site->records.count && !s.found; i++) {
        s.left_out = NULL;
        search_blocks(&s, x->site->records.at[i].body, 0);
    }
    if (!s.found) search_skipped(&s);
    if (!s.found) search_files(&s);
    if (s.found > PLACES_MOST) mkcv_buf_printf(out, "  and %zu more\n", s.found - PLACES_MOST);
    if (!s.found) mkcv_buf_puts(out, "  neither on the CV nor in the files that were read\n");
}
