/* unsaid.c - what an item says below its first paragraph and its kind did not take.
 *
 * A kind reads the item's own lines and the list below them as far as it knows their shape. A quotation, a table, a
 * second paragraph of a point, a list under a list: what of these is in none of the entries that the item made becomes
 * a point of the last of them, or is kept beside them where points are not shown. */
#include "mkcv/buf.h"
#include "mkcv/section.h"
#include "mkcv/utf8.h"
#include "outline.h"
#include "words.h"
#include <string.h>

enum { DEPTH_MOST = 16, WORD_BYTES = 4, ABSTRACT_BYTES = 300 };

struct texts {
    MKCV_VEC(struct mkcv_text) list;
};

static void add_lines(struct mkcv_arena *a, const struct mkcv_text *t, struct texts *out)
{
    for (size_t from = 0, n = mkcv_text_length(t), end; from < n; from = end + 3) {
        const char *at = strstr(t->s + from, "\xe2\x80\xa8");
        end = at ? (size_t)(at - t->s) : n;
        struct mkcv_text line = at || from ? mkcv_text_slice(a, t, from, end) : *t;
        if (!mkcv_text_is_empty(&line)) *MKCV_PUSH(a, &out->list) = line;
    }
}

static void gather(struct mkcv_arena *a, const struct mkcv_block *b, int depth, struct texts *out)
{
    if (b->kind == MKCV_BLOCK_ROW) {
        struct mkcv_text row = mkcv_item_text(a, b);
        if (!mkcv_text_is_empty(&row)) *MKCV_PUSH(a, &out->list) = row;
        return;
    }
    if (!mkcv_text_is_empty(&b->text)) {
        struct mkcv_text own = mkcv_item_text(a, b); /* without pictures */
        add_lines(a, &own, out);
    }
    for (const struct mkcv_block *c = depth < DEPTH_MOST ? b->first : NULL; c; c = c->next)
        gather(a, c, depth + 1, out);
}

static void put_entry(struct mkcv_buf *out, const struct mkcv_entry *e)
{
    for (size_t i = 0; i < MKCV_FIELD_COUNT; i++) mkcv_buf_printf(out, "%s ", e->fields[i].s ? e->fields[i].s : "");
    for (size_t i = 0; i < e->highlights.count; i++) mkcv_buf_printf(out, "%s ", e->highlights.at[i].s);
    for (size_t i = 0; i < e->people.count; i++) mkcv_buf_printf(out, "%s ", e->people.at[i].name);
    for (size_t i = 0; i < e->links.count; i++)
        mkcv_buf_printf(out, "%s %s ", e->links.at[i].label ? e->links.at[i].label : "", e->links.at[i].url);
    for (size_t i = 0; i < e->categories.count; i++) {
        const struct mkcv_category *c = &e->categories.at[i];
        for (size_t k = 0; k < c->path.count; k++) mkcv_buf_printf(out, "%s ", c->path.at[k]);
        if (c->label) mkcv_buf_printf(out, "%s ", c->label);
    }
    if (e->date_text) mkcv_buf_printf(out, "%s ", e->date_text);
}

void mkcv_outline_mark(const struct outline *o, struct mkcv_said *mark)
{
    *mark = (struct mkcv_said){.legend = o->r->cv->legend.count};
    for (size_t i = 0; i < o->r->cv->sections.count; i++) {
        const struct mkcv_section *s = &o->r->cv->sections.at[i];
        if (s->kind != MKCV_KIND_OTHER) mark->entries[s->kind] = s->entries.count;
    }
}

/* All words of the entries since the mark, folded, between blanks. *last: the last entry of the open kind, or of any;
 * NULL: there is none. Where the item said more of entries that were there, those are asked. */
static const char *words_since(struct outline *o, const struct mkcv_said *mark, struct mkcv_entry **last)
{
    enum { ASKED_MOST = 64 };
    struct mkcv_arena *a = o->r->arena;
    struct mkcv_buf b;
    mkcv_buf_init(&b, a);
    *last = NULL;
    for (size_t i = 0; i < o->r->cv->sections.count; i++) {
        struct mkcv_section *s = &o->r->cv->sections.at[i];
        if (s->kind == MKCV_KIND_OTHER || s->entries.count <= mark->entries[s->kind]) continue;
        for (size_t k = mark->entries[s->kind]; k < s->entries.count; k++) put_entry(&b, &s->entries.at[k]);
        if (!*last || s->kind == o->sense.kind) *last = &s->entries.at[s->entries.count - 1];
    }
    struct mkcv_section *s = *last ? NULL : mkcv_cv_lookup(o->r->cv, o->sense.kind);
    if (s && s->entries.count) *last = &s->entries.at[s->entries.count - 1];
    for (size_t k = s ? s->entries.count : 0, n = 0; k-- > 0 && n < ASKED_MOST; n++) put_entry(&b, &s->entries.at[k]);
    if (o->r->rest.s) mkcv_buf_puts(&b, o->r->rest.s);
    return mkcv_arena_printf(a, " %s ", mkcv_utf8_fold(a, b.s));
}

/* Behind a label ("Supervisor: "). */
static size_t end_label(const struct mkcv_text *t)
{
    enum { LABEL_BYTES = 24 };
    size_t n = mkcv_text_length(t), colon = mkcv_find_outside(t->s, 0, n, ":");
    return colon < n && colon < LABEL_BYTES ? colon : 0;
}

/* Behind a date at `from`. */
static size_t end_date(struct mkcv_arena *a, const struct mkcv_text *t, size_t from)
{
    size_t n = mkcv_text_length(t);
    struct mkcv_when w;
    if (mkcv_when_find(a, t->s, from, n, &w) && mkcv_trim(t->s, (struct mkcv_range){from, w.from}).from >= w.from)
        return w.to;
    return from;
}

/* One word in `part` of the text or more stands in `said`; numbers and words of fewer bytes than `least` are not asked.
 */
static bool is_said(struct mkcv_arena *a, const char *said, const struct mkcv_text *t, size_t least, size_t part)
{
    /* what a date or a figure is of, and how people are addressed */
    static const char *const labels[] = {"awarded", "received", "since", "until",     "present",   "citations",
                                         "cited",   "prof",     "assoc", "associate", "professor", NULL};
    size_t all = 0, found = 0;
    struct mkcv_text from = mkcv_text_slice(a, t, end_date(a, t, end_label(t)), mkcv_text_length(t));
    char *words = mkcv_arena_strdup(a, mkcv_utf8_fold(a, from.s ? from.s : "")), *rest = NULL;
    for (const char *word = strtok_r(words, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
        const char *p = word;
        if (strlen(word) < least || !mkcv_is_letter(mkcv_utf8_next(&p)) || mkcv_word_in(word, labels)) continue;
        all++;
        found += strstr(said, word) != NULL;
    }
    return found * part >= all;
}

/* "[Code] | [Slides]": labels of links. */
static bool is_links(struct mkcv_arena *a, const struct mkcv_text *t)
{
    enum { LABEL_WORDS = 2 };
    bool any = false;
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct mkcv_span *s = &t->spans.at[i];
        const char *words = mkcv_arena_strndup(a, t->s + s->at, s->len);
        if (mkcv_words_count(words) > (s->url ? LABEL_WORDS : 0)) return false;
        any |= s->url != NULL;
    }
    return any;
}

/* Abstracts, BibTeX and lists of labels are no part of a reference. */
static bool is_of_reference(const struct mkcv_text *t)
{
    enum { LINKS_MOST = 2 };
    size_t links = 0;
    for (size_t i = 0; i < t->spans.count; i++) links += t->spans.at[i].url != NULL;
    return links <= LINKS_MOST && mkcv_text_length(t) < ABSTRACT_BYTES && t->s[strspn(t->s, " \n")] != '@';
}

static bool has_points(enum mkcv_kind kind)
{
    return kind != MKCV_KIND_SKILLS && kind != MKCV_KIND_INTERESTS && kind != MKCV_KIND_LANGUAGES &&
           kind != MKCV_KIND_SERVICE && kind != MKCV_KIND_NEWS;
}

static void add(struct outline *o, struct mkcv_entry *e, const struct mkcv_text *t)
{
    struct mkcv_reader *r = o->r;
    size_t from = e && (e->start.year || e->end.year) ? end_date(r->arena, t, 0) : 0;
    struct mkcv_range cut = mkcv_trim(t->s, (struct mkcv_range){from, mkcv_text_length(t)});
    struct mkcv_text copy = mkcv_text_slice(r->arena, t, cut.from, cut.to);
    if (mkcv_text_is_empty(&copy)) return;
    if (is_links(r->arena, &copy)) {
        if (e) mkcv_entry_links(r, e, &copy);
    } else if (!e || !has_points(e->kind)) {
        if (r->rest.s) mkcv_text_append(r->arena, &r->rest, " ", 1, NULL);
        mkcv_text_join(r->arena, &r->rest, &copy, MKCV_ROLE_PLAIN);
    } else if (e->kind == MKCV_KIND_PUBLICATIONS) {
        if (is_of_reference(&copy)) mkcv_entry_append(r, e, MKCV_FIELD_NOTE, &copy, 0, mkcv_text_length(&copy));
    } else {
        *MKCV_PUSH(r->arena, &e->highlights) = copy;
    }
}

/* Cuts the list down to what no entry since the mark says. False: all is said, and nothing of the list is kept. */
static bool find_unsaid(struct outline *o, const struct mkcv_block *item, const struct mkcv_said *mark,
                        struct texts *texts, struct mkcv_entry **last)
{
    struct mkcv_arena *a = o->r->arena;
    struct mkcv_arena_mark before = mkcv_arena_mark(a);
    size_t kept = 0;
    gather(a, item, 0, texts);
    const char *said = texts->list.count > 1 ? words_since(o, mark, last) : "";
    size_t all = texts->list.count > 1 ? texts->list.count : 0;
    for (size_t i = 0; i < all; i++) {
        /* a reference says the rest in its own way; so does what stands first */
        size_t part = !i || (*last && (*last)->kind == MKCV_KIND_PUBLICATIONS) ? 4 : 2;
        if (!is_said(a, said, &texts->list.at[i], WORD_BYTES, part)) texts->list.at[kept++] = texts->list.at[i];
    }
    texts->list.count = kept;
    if (!kept) mkcv_arena_rewind(a, before);
    return kept > 0;
}

void mkcv_outline_keep_unsaid(struct outline *o, const struct mkcv_block *item, const struct mkcv_said *mark)
{
    struct texts texts = {0};
    struct mkcv_entry *last = NULL;
    if (item->kind != MKCV_BLOCK_ITEM && item->kind != MKCV_BLOCK_PARAGRAPH) return;
    if (o->r->cv->legend.count != mark->legend || !find_unsaid(o, item, mark, &texts, &last)) return;
    for (size_t i = 0; i < texts.list.count; i++) add(o, last, &texts.list.at[i]);
}

bool mkcv_outline_is_said(struct outline *o, const struct mkcv_text *t, const struct mkcv_said *mark)
{
    struct mkcv_entry *last;
    struct mkcv_arena_mark before = mkcv_arena_mark(o->r->arena);
    const char *words = words_since(o, mark, &last);
    bool said = is_said(o->r->arena, words, t, WORD_BYTES, 2);
    mkcv_arena_rewind(o->r->arena, before);
    return said;
}

/* --- headings over entries ---------------------------------------------------------------------------------------- */

/* Kinds whose headings have a meaning of their own: roles, degrees of students, types of works. */
static bool is_grouped(enum mkcv_kind kind)
{
    return kind != MKCV_KIND_OTHER && kind != MKCV_KIND_PUBLICATIONS && kind != MKCV_KIND_SERVICE &&
           kind != MKCV_KIND_STUDENTS && kind != MKCV_KIND_NEWS;
}

static void add_step(struct outline *o, struct mkcv_entry *e, const char *said, const struct mkcv_text *t,
                     struct mkcv_category *path)
{
    enum { STEP_BYTES = 60 };
    struct mkcv_arena *a = o->r->arena;
    struct mkcv_when w;
    if (mkcv_text_is_empty(t)) return;
    struct mkcv_range cut = mkcv_trim(t->s, (struct mkcv_range){0, mkcv_text_length(t)});
    if (mkcv_when_read(a, t->s, cut.from, cut.to, &w) && w.to >= cut.to) {
        bool term = !w.start.year && !w.end.month && !w.dates.count && w.end.year == e->end.year; /* "Fall 2024" */
        if (term && !e->date_text && cut.to > cut.from + 4)
            e->date_text = mkcv_arena_strndup(a, t->s + cut.from, cut.to - cut.from);
        return;
    }
    if (is_said(a, said, t, 1, 2)) return;
    while (cut.to > cut.from && t->s[cut.to - 1] == ':') cut.to--;
    if (cut.to <= cut.from || cut.to - cut.from > STEP_BYTES) return;
    if (!path->path.count) path->loc = mkcv_text_loc(t, cut.from);
    *MKCV_PUSH(a, &path->path) = mkcv_arena_strndup(a, t->s + cut.from, cut.to - cut.from);
}

void mkcv_outline_keep_groups(struct outline *o, const struct mkcv_said *mark)
{
    struct mkcv_reader *r = o->r;
    if (!r->groups.count && !r->lead.s) return;
    for (size_t i = 0; i < r->cv->sections.count; i++) {
        struct mkcv_section *s = &r->cv->sections.at[i];
        for (size_t k = is_grouped(s->kind) ? mark->entries[s->kind] : s->entries.count; k < s->entries.count; k++) {
            struct mkcv_entry *e = &s->entries.at[k];
            struct mkcv_category path = {0};
            struct mkcv_arena_mark before = mkcv_arena_mark(r->arena);
            const char *term = e->date_text;
            struct mkcv_buf words;
            mkcv_buf_init(&words, r->arena);
            put_entry(&words, e);
            const char *said = mkcv_utf8_fold(r->arena, words.s);
            for (size_t g = 0; g < r->groups.count; g++) add_step(o, e, said, &r->groups.at[g], &path);
            if (!o->lead_told) add_step(o, e, said, &r->lead, &path);
            if (path.path.count && !e->categories.count)
                *MKCV_PUSH(r->arena, &e->categories) = path;
            else if (e->date_text == term)
                mkcv_arena_rewind(r->arena, before);
        }
    }
}
