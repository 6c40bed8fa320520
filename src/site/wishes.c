/* wishes.c - <!-- cv: ... --> in pages; see wishes.h. */
#include "wishes.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH_MOST = 100 }; /* of nested blocks */

/* A block in the order of the file; of its kind those that a comment can be about. */
struct place {
    struct mkcv_block **at; /* what holds it */
    int line, depth;
};

struct places {
    MKCV_VEC(struct place) list;
};

/* One comment. */
struct asked {
    struct mkcv_wish wish;
    bool hide, alone; /* nothing else stands on its line */
};

struct reading {
    struct mkcv_arena *arena;
    const char *file;
    struct mkcv_diags *diags;
    struct places places;
};

static void add_places(struct reading *r, struct mkcv_block **at, int depth)
{
    for (; *at && depth < DEPTH_MOST; at = &(*at)->next) {
        struct mkcv_block *b = *at;
        bool own = b->loc.file && !strcmp(b->loc.file, r->file); /* and not of a file that it includes */
        if (own && b->kind != MKCV_BLOCK_LIST && b->kind != MKCV_BLOCK_TABLE)
            *MKCV_PUSH(r->arena, &r->places.list) = (struct place){at, b->loc.line, depth};
        add_places(r, &b->first, depth + 1);
    }
}

static bool is_heading(const struct place *p) { return (*p->at)->kind == MKCV_BLOCK_HEADING; }

/* The outermost block that begins on the line; NULL: none. */
static const struct place *place_on(const struct reading *r, int line)
{
    for (size_t i = 0; i < r->places.list.count; i++)
        if (r->places.list.at[i].line == line) return &r->places.list.at[i];
    return NULL;
}

/* The last block that begins on the line or above it, but a heading only on the line itself. */
static const struct place *place_around(const struct reading *r, int line)
{
    const struct place *found = place_on(r, line);
    for (size_t i = 0; !place_on(r, line) && i < r->places.list.count && r->places.list.at[i].line < line; i++) {
        const struct place *p = &r->places.list.at[i];
        if (!found || p->line > found->line) found = p;
    }
    return found && is_heading(found) && found->line != line ? NULL : found;
}

static const struct place *place_of(const struct reading *r, const struct asked *c, int last)
{
    if (!c->alone || c->wish.loc.column > 1) return place_around(r, last); /* indented: within an item */
    const struct place *above = place_on(r, c->wish.loc.line - 1);
    if (above && is_heading(above)) return above;
    for (size_t i = 0; i < r->places.list.count; i++)
        if (r->places.list.at[i].line > last) return &r->places.list.at[i];
    return NULL;
}

/* Where what begins at `p` ends: a heading's section at the next heading of its level or above, a block at the next
 * that is not within it. */
static int line_past(const struct reading *r, const struct place *p)
{
    const struct place *end = r->places.list.at + r->places.list.count;
    for (const struct place *q = p + 1; q < end; q++) {
        bool section = is_heading(q) && (*q->at)->level <= (*p->at)->level;
        if (is_heading(p) ? section : q->depth <= p->depth && q->line > p->line) return q->line;
    }
    return INT_MAX;
}

/* Takes what begins at `p` out of the tree. */
static void cut(const struct reading *r, const struct place *p)
{
    int past = line_past(r, p);
    bool heading = is_heading(p);
    struct mkcv_block *next = (*p->at)->next;
    while (heading && next && next->loc.line < past) next = next->next;
    *p->at = next;
}

/* "tags=a,b" and the like; false when it is no such word. */
static bool read_word(struct reading *r, const char *word, struct asked *c)
{
    if (!strcmp(word, "hide")) return c->hide = true;
    if (!strncmp(word, "priority=", 9)) {
        char *end;
        c->wish.priority = (int)strtol(word + 9, &end, 10);
        return end > word + 9 && !*end;
    }
    if (!strncmp(word, "section=", 8)) return *(c->wish.section = word + 8) != '\0';
    if (strncmp(word, "tags=", 5) != 0 || !word[5]) return false;
    for (const char *tag = word + 5; *tag;) {
        size_t n = strcspn(tag, ",");
        if (n) *MKCV_PUSH(r->arena, &c->wish.tags) = mkcv_arena_strndup(r->arena, tag, n);
        tag += n + (tag[n] == ',');
    }
    return true;
}

/* The words up to the end of the comment. */
static bool read_words(struct reading *r, const char *s, const char *end, struct asked *c)
{
    static const char *const known[] = {"hide", "tags", "priority", "section", NULL};
    size_t count = 0;
    for (;; count++) {
        s += strspn(s, " \t\r\n;");
        size_t n = strcspn(s, " \t\r\n;");
        if (s >= end) break;
        if (s + n > end) n = (size_t)(end - s);
        const char *word = mkcv_arena_strndup(r->arena, s, n);
        if (!read_word(r, word, c)) {
            const char *near = mkcv_nearest(mkcv_arena_strndup(r->arena, word, strcspn(word, "=:")), known);
            const char *hint = near ? mkcv_arena_printf(r->arena, "; did you mean '%s'?", near) : "";
            mkcv_report(r->diags, MKCV_DIAG_WISH_UNKNOWN, c->wish.loc, word, hint);
            return false;
        }
        s += n;
    }
    if (!count) mkcv_report(r->diags, MKCV_DIAG_WISH_UNKNOWN, c->wish.loc, "", "");
    return count > 0;
}

static bool is_blank(const char *from, const char *to)
{
    while (from < to && strchr(" \t\r", *from)) from++;
    return from == to;
}

static void take(struct reading *r, struct asked *c, int last, struct mkcv_wishes *out)
{
    const struct place *p = place_of(r, c, last);
    if (!p) {
        mkcv_report(r->diags, MKCV_DIAG_WISH_IDLE, c->wish.loc, "");
        return;
    }
    c->wish.from = p->line;
    c->wish.past = line_past(r, p);
    c->wish.heading = is_heading(p);
    *MKCV_PUSH(r->arena, &out->list) = c->wish;
    if (!c->hide) return;
    cut(r, p);
}

void mkcv_wishes_read(struct mkcv_arena *a, const char *text, const char *file, struct mkcv_block **first,
                      struct mkcv_wishes *out, struct mkcv_diags *d)
{
    struct reading r = {.arena = a, .file = file, .diags = d};
    struct mkcv_loc loc = {file, 1, 1};
    const char *counted = text;
    for (const char *p = text, *end; (p = strstr(p, "<!--")); p = end) {
        const char *word = p + 4 + strspn(p + 4, " \t\n");
        end = strstr(p, "-->");
        if (!end) return;
        if (strncmp(word, "cv:", 3) != 0) continue;
        const char *begin = p, *behind = end + 3;
        for (; counted < p; counted++) loc.line += *counted == '\n';
        int last = loc.line;
        for (const char *q = p; q < end; q++) last += *q == '\n';
        while (begin > text && begin[-1] != '\n') begin--;
        loc.column = (int)(p - begin) + 1;
        struct asked c = {.wish = {.loc = loc}};
        c.alone = is_blank(begin, p) && is_blank(behind, behind + strcspn(behind, "\n"));
        if (!read_words(&r, word + 3, end, &c)) continue;
        r.places = (struct places){0}; /* what was cut is gone */
        add_places(&r, first, 0);
        take(&r, &c, last, out);
    }
}

void mkcv_wishes_read_meta(struct mkcv_arena *a, const struct mkcv_node *meta, struct mkcv_loc page,
                           struct mkcv_wishes *out)
{
    const struct mkcv_node *cv = mkcv_node_lookup(meta, "cv"), *tags = mkcv_node_lookup(cv, "tags");
    if (!cv || cv->kind != MKCV_NODE_MAP) return;
    struct mkcv_wish wish = {.loc = page, .from = 1, .past = INT_MAX};
    for (const struct mkcv_node *t = tags ? tags->first : NULL; t; t = t->next)
        if (t->value && *t->value) *MKCV_PUSH(a, &wish.tags) = t->value;
    const char *tag = mkcv_node_string(cv, "tags"), *priority = mkcv_node_string(cv, "priority");
    if (tag) *MKCV_PUSH(a, &wish.tags) = tag;
    wish.priority = priority ? (int)strtol(priority, NULL, 10) : 0;
    wish.section = mkcv_node_string(cv, "section");
    if (wish.tags.count || wish.priority || wish.section) *MKCV_PUSH(a, &out->list) = wish;
}
