/* outline_item.c - entries that are written as a paragraph or a heading with what belongs to them below.
 *
 * "**Engineer**, Tide Lab" and "*2020 – 2023*" on two lines, then bullets of what was done: the paragraph is the entry,
 * the bullets are its points. Where the heading itself says post and place, or degree and school, it is the entry. Both
 * become an item of a list, which the kinds read. */
#include "mkcv/section.h"
#include "mkcv/utf8.h"
#include "outline.h"
#include "words.h"
#include <string.h>

enum { HEAD_BYTES = 300, LONE_WORDS = 2 };

static bool is_several_lines(const struct mkcv_text *t) { return strstr(t->s, "\xe2\x80\xa8") != NULL; }

/* A date stands in the text, and words beside it. */
static bool is_dated_line(struct mkcv_reader *r, const struct mkcv_text *t)
{
    struct mkcv_when w;
    size_t n = mkcv_text_length(t);
    return mkcv_when_find(r->arena, t->s, 0, n, &w) && n > w.to - w.from + 8;
}

/* Items that have dates of their own are entries, not points. */
static bool is_of_entries(struct mkcv_reader *r, const struct mkcv_block *list)
{
    size_t dated = 0, all = 0;
    struct mkcv_when w;
    for (const struct mkcv_block *i = list->first; i; i = i->next, all++) {
        struct mkcv_text t = mkcv_item_text(r->arena, i);
        size_t n = mkcv_text_length(&t);
        dated += n && mkcv_when_find(r->arena, t.s, 0, n, &w) && (w.from < 4 || w.to + 4 > n);
    }
    return dated * 2 > all;
}

static bool is_head_of_points(struct outline *o, const struct mkcv_block *b, const struct mkcv_text *t)
{
    size_t n = mkcv_text_length(t);
    if (o->sense.sense != MKCV_HEADING_KIND || !b->next || b->next->kind != MKCV_BLOCK_LIST) return false;
    if (!n || n > HEAD_BYTES || t->s[n - 1] == ':' || is_of_entries(o->r, b->next)) return false;
    enum mkcv_kind kind = o->sense.kind;
    if (kind == MKCV_KIND_WORK || kind == MKCV_KIND_EDUCATION || kind == MKCV_KIND_VOLUNTEER)
        return is_dated_line(o->r, t);
    bool may =
        kind == MKCV_KIND_TEACHING || kind == MKCV_KIND_AWARDS || kind == MKCV_KIND_TALKS || kind == MKCV_KIND_PROJECTS;
    return may && is_several_lines(t) && is_dated_line(o->r, t);
}

static struct mkcv_block *open_item(struct mkcv_arena *a, const struct mkcv_block *head)
{
    struct mkcv_block *item = mkcv_block_copy(a, head);
    item->kind = MKCV_BLOCK_ITEM;
    item->text = (struct mkcv_text){.s = NULL};
    item->first = mkcv_block_copy(a, head);
    item->first->kind = MKCV_BLOCK_PARAGRAPH;
    return item;
}

struct mkcv_block *mkcv_outline_points(struct outline *o, const struct mkcv_block *b, const struct mkcv_block **last)
{
    struct mkcv_text t = mkcv_item_text(o->r->arena, b);
    if (mkcv_text_is_empty(&t) || !is_head_of_points(o, b, &t)) return NULL;
    struct mkcv_block *item = open_item(o->r->arena, b), *tail = item->first;
    for (*last = b; (*last)->next && (*last)->next->kind == MKCV_BLOCK_LIST; *last = (*last)->next)
        tail = tail->next = mkcv_block_copy(o->r->arena, (*last)->next);
    return item;
}

/* --- headings that are entries ------------------------------------------------------------------------------------ */

/* The block behind all that stands under the heading; *deeper: there are headings among it. */
static const struct mkcv_block *end_of_body(struct outline *o, const struct mkcv_block *heading, bool *deeper)
{
    const struct mkcv_block *b = heading->next;
    struct mkcv_heading h;
    for (*deeper = false; b && !(b->kind == MKCV_BLOCK_HEADING && b->level <= heading->level); b = b->next) {
        if (mkcv_outline_names_kind(o, b, &h)) break;
        *deeper |= b->kind == MKCV_BLOCK_HEADING;
    }
    return b;
}

static bool has_words_below(struct mkcv_arena *a, const struct mkcv_block *from, const struct mkcv_block *end)
{
    for (; from != end; from = from->next) {
        struct mkcv_text t = mkcv_item_text(a, from);
        if (from->kind != MKCV_BLOCK_RULE && (from->first || !mkcv_text_is_empty(&t))) return true;
    }
    return false;
}

/* What stands below is sentences and points; under an interest, sentences alone. */
static bool is_plain_below(const struct outline *o, const struct mkcv_block *from, const struct mkcv_block *end)
{
    for (; from != end; from = from->next) {
        bool points = from->kind == MKCV_BLOCK_LIST && o->sense.kind != MKCV_KIND_INTERESTS;
        if (from->kind != MKCV_BLOCK_PARAGRAPH && from->kind != MKCV_BLOCK_RULE && !points) return false;
    }
    return true;
}

/* Nothing stands below: it can only be an entry, where the kind has such lines. */
static bool is_lone_entry(struct outline *o, const struct mkcv_text *t)
{
    enum mkcv_kind kind = o->sense.kind;
    bool may = kind == MKCV_KIND_WORK || kind == MKCV_KIND_EDUCATION || kind == MKCV_KIND_VOLUNTEER ||
               kind == MKCV_KIND_TEACHING || kind == MKCV_KIND_AWARDS || kind == MKCV_KIND_TALKS ||
               kind == MKCV_KIND_GRANTS || kind == MKCV_KIND_MEMBERSHIPS || kind == MKCV_KIND_SKILLS ||
               kind == MKCV_KIND_CERTIFICATES;
    if (kind == MKCV_KIND_SKILLS && strchr(t->s, ':')) return true; /* "Databases: Postgres" */
    return may && mkcv_words_count(t->s) > LONE_WORDS;
}

/* A line of the text is a date and nothing else. */
static bool has_date_line(struct mkcv_reader *r, const struct mkcv_text *t)
{
    size_t n = mkcv_text_length(t);
    for (size_t at = 0, end; at < n; at = end + 3) {
        const char *line = strstr(t->s + at, "\xe2\x80\xa8");
        struct mkcv_when w;
        end = line ? (size_t)(line - t->s) : n;
        if (mkcv_when_find(r->arena, t->s, at, end, &w) && w.from <= at + 2 && w.to + 2 >= end) return true;
    }
    return false;
}

/* "### Harbour Café, Oslo" over "Feb 2020 - Jul 2020": a date on a line of its own makes it an entry of a career. */
static bool is_dated_below(struct outline *o, const struct mkcv_block *heading)
{
    enum mkcv_kind kind = o->sense.kind;
    const struct mkcv_block *b = heading->next;
    if (kind != MKCV_KIND_WORK && kind != MKCV_KIND_EDUCATION && kind != MKCV_KIND_VOLUNTEER) return false;
    if (!b || b->kind != MKCV_BLOCK_PARAGRAPH) return false;
    struct mkcv_text t = mkcv_item_text(o->r->arena, b);
    return has_date_line(o->r, &t);
}

/* What belongs to an entry ends before a list of further entries. */
static const struct mkcv_block *end_of_entry(struct mkcv_reader *r, const struct mkcv_block *b,
                                             const struct mkcv_block *end)
{
    while (b != end && !(b->kind == MKCV_BLOCK_LIST && is_of_entries(r, b))) b = b->next;
    return b;
}

/* Sentences about the entry, no line of facts ("Supervisors: ..."). */
static bool is_told(const struct mkcv_text *t)
{
    enum { LABEL_BYTES = 24 };
    size_t n = mkcv_text_length(t), label = strcspn(t->s, ":.,");
    if (n <= HEAD_BYTES && label < LABEL_BYTES && t->s[label] == ':') return false;
    return n > HEAD_BYTES || t->s[n - 1] == '.' || t->s[n - 1] == '!';
}

struct mkcv_block *mkcv_outline_headed(struct outline *o, const struct mkcv_block *heading, const struct mkcv_text *t,
                                       struct mkcv_headed *out)
{
    struct mkcv_arena *a = o->r->arena;
    const struct mkcv_section_kind *kind =
        o->sense.sense == MKCV_HEADING_KIND ? mkcv_section_kind(o->sense.kind) : NULL;
    bool deeper;
    const struct mkcv_block *end = end_of_entry(o->r, heading->next, end_of_body(o, heading, &deeper));
    *out = (struct mkcv_headed){.last = heading};
    if (!kind || deeper || mkcv_text_length(t) > HEAD_BYTES || !is_plain_below(o, heading->next, end)) return NULL;
    bool lone = !has_words_below(a, heading->next, end);
    if (heading->next == end && end && end->kind == MKCV_BLOCK_LIST && !is_dated_line(o->r, t)) return NULL;
    bool entry = kind->is_entry && kind->is_entry(o->r, t);
    if (!(lone ? is_lone_entry(o, t) : entry || is_dated_below(o, heading))) return NULL;
    struct mkcv_block *item = open_item(a, heading), *tail = item->first;
    for (const struct mkcv_block *b = heading->next; b != end; b = b->next) {
        struct mkcv_text said = b->kind == MKCV_BLOCK_PARAGRAPH ? mkcv_item_text(a, b) : (struct mkcv_text){.s = NULL};
        out->last = b;
        if (said.s && !mkcv_text_is_empty(&said) && is_told(&said))
            *MKCV_PUSH(a, &out->told) = said;
        else if (b->kind != MKCV_BLOCK_RULE)
            tail = tail->next = mkcv_block_copy(a, b);
    }
    return item;
}

/* --- reading them ---------------------------------------------------------------------------------------------------
 */

static struct mkcv_entry *find_entry_at(struct mkcv_cv *cv, struct mkcv_loc loc)
{
    for (size_t i = cv->sections.count; i-- > 0;) {
        struct mkcv_section *s = &cv->sections.at[i];
        struct mkcv_entry *e = s->entries.count ? &s->entries.at[s->entries.count - 1] : NULL;
        if (e && e->loc.file && loc.file && !strcmp(e->loc.file, loc.file) && e->loc.line == loc.line) return e;
    }
    return NULL;
}

/* A heading that is an entry, with the points and sentences below it. */
bool mkcv_outline_read_headed(struct outline *o, const struct mkcv_block *heading, const struct mkcv_text *t)
{
    struct mkcv_headed below;
    struct mkcv_block *item = mkcv_outline_headed(o, heading, t, &below);
    if (!item || !mkcv_read_fits_block(o->r, item) || !mkcv_outline_read_item(o, item)) return false;
    mkcv_outline_keep_rest(o, item);
    o->through = below.last != heading ? below.last : NULL;
    struct mkcv_entry *e = find_entry_at(o->r->cv, item->loc);
    for (size_t i = 0; e && i < below.told.count; i++) {
        struct mkcv_text *summary = &e->fields[MKCV_FIELD_SUMMARY];
        if (summary->s) mkcv_text_append(o->r->arena, summary, " ", 1, NULL);
        mkcv_text_join(o->r->arena, summary, &below.told.at[i], MKCV_ROLE_PLAIN);
    }
    return true;
}

/* "### Engineer at Kite Labs (2007 – 2011)" under a heading that says nothing: a post, or studies, all the same. */
bool mkcv_outline_read_lone(struct outline *o, const struct mkcv_block *b, const struct mkcv_text *t)
{
    const struct mkcv_heading was = o->sense;
    enum mkcv_kind kind = o->r->kind;
    if (was.sense == MKCV_HEADING_KIND) return false;
    o->r->kind = MKCV_KIND_WORK;
    bool read = false;
    if (mkcv_section_kind(MKCV_KIND_WORK)->is_entry(o->r, t)) {
        o->sense = (struct mkcv_heading){.sense = MKCV_HEADING_KIND, .kind = MKCV_KIND_WORK, .second = MKCV_KIND_COUNT};
        read = mkcv_outline_read_headed(o, b, t);
        o->sense = was;
    }
    o->r->kind = kind;
    return read;
}

/* A paragraph that is an entry, with the points below it. */
bool mkcv_outline_read_points(struct outline *o, const struct mkcv_block *b)
{
    const struct mkcv_block *last;
    struct mkcv_block *item = mkcv_outline_points(o, b, &last);
    if (!item || !mkcv_read_fits_block(o->r, item) || !mkcv_outline_read_item(o, item)) return false;
    mkcv_outline_keep_rest(o, item);
    o->through = last;
    return true;
}

/* --- sections without a known name -------------------------------------------------------------------------------- */

static struct mkcv_text first_line(struct mkcv_reader *r, const struct mkcv_block *b)
{
    struct mkcv_text t = mkcv_item_text(r->arena, b);
    const char *line = t.s ? strstr(t.s, "\xe2\x80\xa8") : NULL;
    return line ? mkcv_text_slice(r->arena, &t, 0, (size_t)(line - t.s)) : t;
}

/* Counts the dated heads among a block, or the items of a list, and those of them that are posts. */
static void count_posts(struct mkcv_reader *r, const struct mkcv_block *b, size_t *heads, size_t *posts)
{
    const struct mkcv_block *one = b->kind == MKCV_BLOCK_LIST ? b->first : b;
    for (; one; one = b->kind == MKCV_BLOCK_LIST ? one->next : NULL) {
        struct mkcv_text t = first_line(r, one);
        size_t n = mkcv_text_length(&t);
        if (!n || n > HEAD_BYTES || !is_dated_line(r, &t)) continue;
        ++*heads;
        *posts += mkcv_section_kind(MKCV_KIND_WORK)->is_entry(r, &t);
    }
}

bool mkcv_outline_is_career(struct outline *o, const struct mkcv_block *heading)
{
    size_t heads = 0, posts = 0, told = 0;
    bool deeper;
    const struct mkcv_block *end = end_of_body(o, heading, &deeper);
    enum mkcv_kind was = o->r->kind;
    o->r->kind = MKCV_KIND_WORK;
    for (const struct mkcv_block *b = heading->next; b != end && !deeper; b = b->next) {
        size_t before = heads;
        deeper |= b->kind == MKCV_BLOCK_LIST && mkcv_outline_has_works(o, b);
        if (b->kind == MKCV_BLOCK_PARAGRAPH || b->kind == MKCV_BLOCK_LIST) count_posts(o->r, b, &heads, &posts);
        told += b->kind == MKCV_BLOCK_PARAGRAPH && heads == before;
    }
    o->r->kind = was;
    return !deeper && posts > 1 && posts * 2 > heads && told <= heads;
}
