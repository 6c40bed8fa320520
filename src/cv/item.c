/* item.c - list items, table rows and paragraphs under a heading, read without knowing their kind; see read.h. */
#include "mkcv/read.h"
#include "mkcv/utf8.h"
#include <string.h>

#define PARAGRAPH_BYTES 80 /* a longer one without a date is prose, not an item */

static void join_cells(struct mkcv_arena *a, const struct mkcv_block *row, struct mkcv_text *out)
{
    for (const struct mkcv_block *c = row->first; c; c = c->next) {
        struct mkcv_text t = mkcv_item_text(a, c);
        if (mkcv_text_is_empty(&t)) continue;
        if (out->s) mkcv_text_append(a, out, " | ", 3, NULL);
        mkcv_text_join(a, out, &t, MKCV_ROLE_PLAIN);
    }
}

/* Pictures say nothing on a CV; a text that is nothing else becomes empty. */
static struct mkcv_text without_images(struct mkcv_arena *a, const struct mkcv_text *t)
{
    struct mkcv_text out = {.file = t->file};
    size_t images = 0;
    for (size_t i = 0; i < t->spans.count; i++) images += (t->spans.at[i].marks & MKCV_MARK_IMAGE) != 0;
    if (!images) return *t;
    for (size_t i = 0; i < t->spans.count; i++)
        if (!(t->spans.at[i].marks & MKCV_MARK_IMAGE))
            mkcv_text_append(a, &out, t->s + t->spans.at[i].at, t->spans.at[i].len, &t->spans.at[i]);
    return mkcv_text_slice(a, &out, 0, mkcv_text_length(&out));
}

struct mkcv_text mkcv_item_text(struct mkcv_arena *a, const struct mkcv_block *item)
{
    struct mkcv_text none = {.s = NULL};
    if (!item) return none;
    if (item->kind == MKCV_BLOCK_ROW) {
        join_cells(a, item, &none);
        return none;
    }
    if (item->text.s && !mkcv_text_is_empty(&item->text)) return without_images(a, &item->text);
    for (const struct mkcv_block *b = item->first; b; b = b->next) {
        if (b->kind == MKCV_BLOCK_LIST) break;
        struct mkcv_text t = mkcv_item_text(a, b);
        if (!mkcv_text_is_empty(&t)) return t;
    }
    return none;
}

/* A line break within a table's cell is a blank. */
static struct mkcv_text without_breaks(struct mkcv_arena *a, const struct mkcv_text *t)
{
    struct mkcv_text out = {.s = NULL};
    for (size_t from = 0, n = mkcv_text_length(t), end; from < n; from = end + 3) {
        const char *at = strstr(t->s + from, "\xe2\x80\xa8");
        end = at ? (size_t)(at - t->s) : n;
        struct mkcv_text line = mkcv_text_slice(a, t, from, end);
        if (mkcv_text_is_empty(&line)) continue;
        if (out.s) mkcv_text_append(a, &out, " ", 1, NULL);
        mkcv_text_join(a, &out, &line, MKCV_ROLE_PLAIN);
    }
    return out;
}

struct mkcv_text mkcv_item_lines(struct mkcv_arena *a, const struct mkcv_block *item)
{
    struct mkcv_text out = {.s = NULL};
    if (item->kind == MKCV_BLOCK_ROW) {
        out = mkcv_item_text(a, item);
        return mkcv_text_is_empty(&out) || !strstr(out.s, "\xe2\x80\xa8") ? out : without_breaks(a, &out);
    }
    if (!mkcv_text_is_empty(&item->text)) return mkcv_item_text(a, item);
    for (const struct mkcv_block *b = item->first; b; b = b->next) {
        if (b->kind == MKCV_BLOCK_LIST || b->kind == MKCV_BLOCK_TABLE) continue;
        struct mkcv_text t = b->kind == MKCV_BLOCK_QUOTE ? mkcv_item_lines(a, b) : mkcv_item_text(a, b);
        if (mkcv_text_is_empty(&t)) continue;
        if (out.s) mkcv_text_append(a, &out, "\xe2\x80\xa8", 3, NULL);
        mkcv_text_join(a, &out, &t, MKCV_ROLE_PLAIN);
    }
    return out;
}

const struct mkcv_block *mkcv_item_list(const struct mkcv_block *item)
{
    for (const struct mkcv_block *b = item ? item->first : NULL; b; b = b->next)
        if (b->kind == MKCV_BLOCK_LIST) return b;
    return NULL;
}

/* The date stands by itself: at an end, in brackets, between commas; not in the midst of words. */
static bool is_apart(const struct mkcv_text *t, const struct mkcv_when *w)
{
    size_t n = mkcv_text_length(t), left = w->from, right = w->to;
    while (left && t->s[left - 1] == ' ') left--;
    while (right < n && t->s[right] == ' ') right++;
    bool opens = !left || !mkcv_is_letter(mkcv_utf8_before(t->s, left));
    return right >= n || opens || strchr(",.;:)]|", t->s[right]) || (unsigned char)t->s[right] >= 0x80;
}

/* A range without the date [w->from, w->to) and what held it: the longer side of the date alone, or both joined. */
static struct mkcv_text cut_date(struct mkcv_arena *a, const struct mkcv_text *t, const struct mkcv_when *w)
{
    size_t n = mkcv_text_length(t);
    struct mkcv_range left = mkcv_trim(t->s, (struct mkcv_range){0, w->from}),
                      right = mkcv_trim(t->s, (struct mkcv_range){w->to, n});
    struct mkcv_text out = mkcv_text_slice(a, t, left.from, left.to);
    if (right.from == right.to) return out;
    struct mkcv_text more = mkcv_text_slice(a, t, right.from, right.to);
    if (left.from == left.to) return more;
    mkcv_text_append(a, &out, ", ", 2, NULL);
    mkcv_text_join(a, &out, &more, MKCV_ROLE_PLAIN);
    return out;
}

static void add_points(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_block *list, int depth)
{
    enum { DEEPEST = 16 };
    for (const struct mkcv_block *i = list && depth < DEEPEST ? list->first : NULL; i; i = i->next) {
        struct mkcv_text t = mkcv_item_lines(r->arena, i);
        if (!mkcv_text_is_empty(&t)) *MKCV_PUSH(r->arena, &e->highlights) = t;
        for (const struct mkcv_block *b = i->first; b; b = b->next)
            if (b->kind == MKCV_BLOCK_LIST) add_points(r, e, b, depth + 1);
    }
}

void mkcv_item_points(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_block *list)
{
    add_points(r, e, list, 0);
}

void mkcv_entry_links(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct mkcv_span *s = &t->spans.at[i];
        if (!s->url || !*s->url || (s->marks & MKCV_MARK_IMAGE)) continue;
        struct mkcv_range cut = mkcv_trim(t->s, (struct mkcv_range){s->at, s->at + s->len});
        const char *label = mkcv_arena_strndup(r->arena, t->s + cut.from, cut.to - cut.from);
        mkcv_entry_link(r, e, label, s->url, mkcv_text_loc(t, s->at));
    }
}

/* The title ends at the first comma, bar, line break or colon outside of brackets. */
static size_t end_title(const struct mkcv_text *t, size_t n)
{
    size_t comma = mkcv_find_outside(t->s, 0, n, ",;|");
    const char *line = strstr(t->s, "\xe2\x80\xa8");
    size_t at = line ? (size_t)(line - t->s) : n;
    return comma < at ? comma : at;
}

bool mkcv_item_read(struct mkcv_reader *r, enum mkcv_kind kind, const struct mkcv_block *item)
{
    struct mkcv_text t = mkcv_item_lines(r->arena, item);
    if (mkcv_text_is_empty(&t)) return false;
    struct mkcv_when w;
    struct mkcv_text rest = t;
    bool dated = mkcv_when_find(r->arena, t.s, 0, mkcv_text_length(&t), &w);
    if (item->kind == MKCV_BLOCK_PARAGRAPH && !dated && mkcv_text_length(&t) > PARAGRAPH_BYTES) return false;
    struct mkcv_entry *e = mkcv_read_entry(r, kind, mkcv_text_loc(&t, 0));
    if (dated) {
        mkcv_entry_when(r, e, &w);
        if (is_apart(&t, &w)) rest = cut_date(r->arena, &t, &w);
    }
    size_t n = mkcv_text_length(&rest), end = n ? end_title(&rest, n) : 0;
    if (!n) rest = t, n = end = mkcv_text_length(&t);
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &rest, 0, end);
    mkcv_entry_set(r, e, MKCV_FIELD_ORG, &rest, end, n);
    mkcv_entry_links(r, e, &t);
    if (e->links.count) e->url = e->links.at[0].url;
    mkcv_item_points(r, e, mkcv_item_list(item));
    return true;
}
