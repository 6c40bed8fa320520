/* leftover.c - examples of theme authors that stayed on the owner's site: told by leftover.def, dropped from every
 * record whatever the layout, and reported.
 *
 * What goes is the smallest thing that says something of its own: a record by its title, a list item, a paragraph, a
 * map in a list of data, a value of a configuration. Words are compared without case and marks. */
#include "site.h"
#include <string.h>

enum how { PART, WHOLE, START };

static const struct {
    enum how how;
    const char *text;
} rows[] = {
#define MKCV_LEFTOVER(how, text) {how, text},
#include "leftover.def"
#undef MKCV_LEFTOVER
};

enum { ROWS = sizeof rows / sizeof *rows, LETTERS = 128, DEEPEST = 64 };

/* The rows by their first letter: chains of index + 1. */
struct sweep {
    struct mkcv_arena *arena;
    struct mkcv_diags *diags;
    short first[LETTERS], next[ROWS];
};

static void index_rows(struct sweep *w)
{
    for (int i = ROWS - 1; i >= 0; i--) {
        short *first = &w->first[(unsigned char)*rows[i].text & 127];
        w->next[i] = *first;
        *first = (short)(i + 1);
    }
}

static int lower(char c) { return c >= 'A' && c <= 'Z' ? c + 32 : (unsigned char)c; }

static bool is_word(char c)
{
    int l = lower(c);
    return l >= 128 || (l >= 'a' && l <= 'z') || (l >= '0' && l <= '9');
}

/* The byte after the words of `row` that start at `s`, marks between them skipped; NULL when they do not stand there.
 */
static const char *match_row(const char *row, const char *s)
{
    for (; *row; row++) {
        if (*row != ' ') {
            if (lower(*s) != (unsigned char)*row) return NULL;
            s++;
            continue;
        }
        if (is_word(*s)) return NULL;
        while (*s && !is_word(*s)) s++;
    }
    return is_word(*s) ? NULL : s;
}

static bool is_blank_from(const char *s)
{
    while (*s && !is_word(*s)) s++;
    return !*s;
}

/* The text is somebody's example. */
static bool is_leftover(const struct sweep *w, const char *s)
{
    bool first = true;
    for (const char *p = s; p && *p; first = false) {
        while (*p && !is_word(*p)) p++;
        for (short i = w->first[lower(*p) & 127]; *p && i; i = w->next[i - 1]) {
            enum how how = rows[i - 1].how;
            if (how != PART && !first) continue;
            const char *end = match_row(rows[i - 1].text, p);
            if (end && (how != WHOLE || is_blank_from(end))) return true;
        }
        while (is_word(*p)) p++;
    }
    return false;
}

static void report(const struct sweep *w, struct mkcv_loc loc, const char *text)
{
    enum { SHOWN = 60 };
    size_t n = strcspn(text, "\n");
    if (n > SHOWN)
        for (n = SHOWN; n && ((unsigned char)text[n] & 0xC0) == 0x80;) n--;
    mkcv_report(w->diags, MKCV_DIAG_LEFTOVER, loc, mkcv_arena_strndup(w->arena, text, n));
}

/* --- bodies ------------------------------------------------------------------------------------------------------ */

static bool is_text_leftover(const struct sweep *w, const struct mkcv_block *b)
{
    if (!b->text.s || b->kind == MKCV_BLOCK_COLLECTION || !is_leftover(w, b->text.s)) return false;
    report(w, b->text.spans.count ? mkcv_text_loc(&b->text, 0) : b->loc, b->text.s);
    return true;
}

/* A block that holds others goes with its first one ("Research Assistant" stays when "Github University" below it
 * goes, unless nothing but such stood below). */
static bool holds_text_alone(enum mkcv_block_kind kind) { return kind == MKCV_BLOCK_ROW || kind == MKCV_BLOCK_ITEM; }

static bool sweep_blocks(struct sweep *w, struct mkcv_block **at, int depth);

/* True when the block is to go. */
static bool is_swept(struct sweep *w, struct mkcv_block *b, int depth)
{
    if (is_text_leftover(w, b)) return true;
    if (!b->first || depth >= DEEPEST) return false;
    bool list_below = b->kind == MKCV_BLOCK_ITEM && b->first->next && b->first->next->kind == MKCV_BLOCK_LIST;
    struct mkcv_block *head = b->first;
    bool swept = sweep_blocks(w, &b->first, depth + 1);
    if (!swept) return false;
    if (!b->first) return true;
    if (list_below && b->first == head && !head->next) return true; /* all that it announced went */
    return holds_text_alone(b->kind) && b->first != head;
}

/* Takes the leftovers out of the siblings that start at *at; true when one went. */
static bool sweep_blocks(struct sweep *w, struct mkcv_block **at, int depth)
{
    bool swept = false;
    while (*at) {
        if (is_swept(w, *at, depth)) {
            *at = (*at)->next;
            swept = true;
        } else
            at = &(*at)->next;
    }
    return swept;
}

/* --- front matter and data --------------------------------------------------------------------------------------- */

/* True when the node, a member of a list or map, is to go. */
static bool is_node_swept(struct sweep *w, struct mkcv_node *n, bool of_list, int depth)
{
    if (n->kind == MKCV_NODE_SCALAR) {
        if (!n->value || !is_leftover(w, n->value)) return false;
        report(w, n->loc, n->value);
        return true;
    }
    if (depth >= DEEPEST) return false;
    bool swept = false, own = false;
    for (struct mkcv_node **at = &n->first; *at;) {
        if (is_node_swept(w, *at, n->kind == MKCV_NODE_LIST, depth + 1)) {
            swept = true;
            own |= (*at)->kind == MKCV_NODE_SCALAR;
            *at = (*at)->next;
        } else
            at = &(*at)->next;
    }
    /* an entry of a list goes whole, but not for a point in a list below it; a list that held nothing else goes too */
    return (own && of_list && n->kind == MKCV_NODE_MAP) || (swept && !n->first);
}

/* --- records ----------------------------------------------------------------------------------------------------- */

static bool is_titled_leftover(const struct sweep *w, const struct mkcv_record *r)
{
    static const char *const keys[] = {"title", "name", "event_name"};
    if (r->kind == MKCV_RECORD_CONFIG || r->kind == MKCV_RECORD_PERSON) return false;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *title = mkcv_node_string(r->meta, keys[i]);
        if (!title || !is_leftover(w, title)) continue;
        report(w, mkcv_node_lookup(r->meta, keys[i])->loc, title);
        return true;
    }
    return false;
}

/* True when nothing is left of the record. */
static bool is_record_swept(struct sweep *w, struct mkcv_record *r)
{
    if (is_titled_leftover(w, r)) return true;
    /* trees are the adapter's own until the site is handed on */
    struct mkcv_node *meta = (struct mkcv_node *)r->meta;
    struct mkcv_block *body = (struct mkcv_block *)r->body;
    if (meta && r->kind != MKCV_RECORD_REFERENCE) is_node_swept(w, meta, false, 0);
    bool swept = body && sweep_blocks(w, &body->first, 0);
    return swept && !body->first && (r->kind == MKCV_RECORD_NEWS || r->kind == MKCV_RECORD_PAGE);
}

void mkcv_site_drop_leftovers(struct mkcv_arena *a, struct mkcv_site *site, struct mkcv_diags *d)
{
    struct sweep w = {.arena = a, .diags = d};
    size_t n = 0;
    index_rows(&w);
    for (size_t i = 0; i < site->records.count; i++)
        if (site->records.at[i].kind == MKCV_RECORD_DOCUMENT || !is_record_swept(&w, &site->records.at[i]))
            site->records.at[n++] = site->records.at[i];
    site->records.count = n;
}
