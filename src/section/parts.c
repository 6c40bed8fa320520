/* parts.c - an item of a list taken apart; see parts.h. */
#include "parts.h"
#include "mkcv/clause.h"
#include "mkcv/utf8.h"
#include <string.h>

static void push_parts(struct mkcv_reader *r, struct mkcv_parts *p, size_t from, size_t to, const char *marks)
{
    const char *s = p->text.s;
    while (from < to) {
        size_t end = mkcv_find_outside(s, from, to, marks);
        const char *line = memmem(s + from, to - from, "\xe2\x80\xa8", 3);
        if (line && (size_t)(line - s) < end) end = (size_t)(line - s);
        struct mkcv_range cut = mkcv_trim(s, (struct mkcv_range){from, end});
        if (cut.from < cut.to) *MKCV_PUSH(r->arena, &p->list) = cut;
        const char *q = s + end;
        if (end < to) mkcv_utf8_next(&q);
        from = end < to ? (size_t)(q - s) : to;
    }
}

static bool cut_parts(struct mkcv_reader *r, const struct mkcv_text *t, const char *marks, struct mkcv_parts *out)
{
    size_t n = mkcv_text_length(t);
    out->loc = mkcv_text_loc(t, 0);
    if (!out->dated) {
        out->when = (struct mkcv_when){.from = 0};
        push_parts(r, out, 0, n, marks);
        return out->list.count > 0;
    }
    /* "in 2019", "since 2019": the word goes with its date */
    size_t left = out->when.from;
    if (left >= 4 && !memcmp(t->s + left - 4, " in ", 4)) left -= 3;
    push_parts(r, out, 0, left, marks);
    push_parts(r, out, out->when.to, n, marks);
    return true;
}

bool mkcv_parts_new(struct mkcv_reader *r, const struct mkcv_text *t, const char *marks, struct mkcv_parts *out)
{
    *out = (struct mkcv_parts){.text = *t, .dated = false};
    if (mkcv_text_is_empty(t)) return false;
    out->dated = mkcv_when_find(r->arena, t->s, 0, mkcv_text_length(t), &out->when);
    return cut_parts(r, t, marks, out);
}

/* The last date that nothing but remarks follows, or that stands in a bracket; else the first. */
static bool find_apart(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_when *out)
{
    size_t n = mkcv_text_length(t);
    struct mkcv_when w, last;
    if (!mkcv_when_find(r->arena, t->s, 0, n, out)) return false;
    last = *out;
    if (mkcv_trim(t->s, (struct mkcv_range){0, out->from}).from >= out->from) return true; /* it leads */
    for (int i = 0; i < 8 && last.to < n && mkcv_when_find(r->arena, t->s, last.to, n, &w); i++) last = w;
    struct mkcv_range after = mkcv_trim(t->s, (struct mkcv_range){last.to, n});
    if (last.from > out->from && (after.from >= after.to || t->s[last.from - 1] == '(')) *out = last;
    return true;
}

bool mkcv_parts_apart(struct mkcv_reader *r, const struct mkcv_text *t, const char *marks, struct mkcv_parts *out)
{
    *out = (struct mkcv_parts){.text = *t, .dated = false};
    if (mkcv_text_is_empty(t)) return false;
    out->dated = find_apart(r, t, &out->when);
    return cut_parts(r, t, marks, out);
}

bool mkcv_when_above(struct mkcv_reader *r, struct mkcv_when *w)
{
    for (size_t i = r->groups.count; i-- > 0;) {
        const struct mkcv_text *g = &r->groups.at[i];
        if (mkcv_text_is_empty(g)) continue;
        struct mkcv_range cut = mkcv_trim(g->s, (struct mkcv_range){0, mkcv_text_length(g)});
        if (mkcv_when_read(r->arena, g->s, cut.from, cut.to, w) && w->to >= cut.to) return true;
    }
    return false;
}

bool mkcv_item_is_group(struct mkcv_reader *r, const struct mkcv_block *item, const struct mkcv_text *t)
{
    size_t n = mkcv_text_length(t);
    struct mkcv_when w;
    if (!mkcv_item_list(item) || n > 60) return false;
    struct mkcv_range cut = mkcv_trim(t->s, (struct mkcv_range){0, n});
    bool date = mkcv_when_read(r->arena, t->s, cut.from, cut.to, &w) && w.to >= cut.to;
    return date || (t->s[n - 1] == ':' && !mkcv_when_find(r->arena, t->s, 0, n, &w));
}

bool mkcv_item_below(struct mkcv_reader *r, const struct mkcv_block *item, const struct mkcv_text *t,
                     bool (*read)(struct mkcv_reader *, const struct mkcv_block *))
{
    struct mkcv_range cut = mkcv_trim(t->s, (struct mkcv_range){0, mkcv_text_length(t)});
    bool any = false;
    *MKCV_PUSH(r->arena, &r->groups) = mkcv_text_slice(r->arena, t, cut.from, cut.to);
    for (const struct mkcv_block *i = mkcv_item_list(item)->first; i; i = i->next) {
        struct mkcv_text below = mkcv_item_text(r->arena, i);
        if (mkcv_text_is_empty(&below)) continue;
        if (read(r, i))
            any = true;
        else
            mkcv_item_rest(r, &below);
    }
    r->groups.count--;
    if (!any) r->rest = (struct mkcv_text){.s = NULL};
    return any;
}

void mkcv_marks_off(struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; i++)
        t->spans.at[i].marks &= (uint16_t) ~(MKCV_MARK_STRONG | MKCV_MARK_EMPH | MKCV_MARK_CODE);
}

void mkcv_item_rest(struct mkcv_reader *r, const struct mkcv_text *line)
{
    if (mkcv_text_is_empty(line)) return;
    if (r->rest.s) mkcv_text_append(r->arena, &r->rest, " ", 1, NULL);
    mkcv_text_join(r->arena, &r->rest, line, MKCV_ROLE_PLAIN);
}

bool mkcv_parts_read(struct mkcv_reader *r, const struct mkcv_block *item, const char *marks, struct mkcv_parts *out)
{
    struct mkcv_text t = mkcv_item_lines(r->arena, item);
    if (!mkcv_parts_new(r, &t, marks, out)) return false;
    if (item->kind != MKCV_BLOCK_PARAGRAPH || item->loc.line) out->loc = item->loc.file ? item->loc : out->loc;
    return true;
}

bool mkcv_range_has(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range,
                    const char *const *phrases)
{
    if (range.from >= range.to) return false;
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, range.from, range.to);
    size_t len;
    if (mkcv_phrase_find(&k, 0, k.list.count, phrases, &len) != NOWHERE) return true;
    for (; *phrases; phrases++)
        if ((unsigned char)**phrases >= 0x80 &&
            memmem(t->s + range.from, range.to - range.from, *phrases, strlen(*phrases)))
            return true;
    return false;
}

size_t mkcv_phrases_at(const struct mkcv_tokens *t, size_t i, const char *const *phrases)
{
    size_t most = 0;
    for (; *phrases; phrases++) {
        size_t n = mkcv_phrase_at(t, i, *phrases);
        if (n > most) most = n;
    }
    return most;
}

struct mkcv_range mkcv_parts_join(const struct mkcv_parts *p, size_t first, size_t last)
{
    struct mkcv_range one = p->list.at[first], all = {one.from, p->list.at[last].to};
    bool date_between = p->dated && p->when.from >= all.from && p->when.to <= all.to;
    return date_between || memmem(p->text.s + all.from, all.to - all.from, "\xe2\x80\xa8", 3) ? one : all;
}

bool mkcv_is_link_label(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m)
{
    static const char *const labels[] = {"slides",   "video",   "recording", "pdf",     "link",     "poster",
                                         "abstract", "website", "event",     "youtube", "talk",     "page",
                                         "code",     "paper",   "handout",   "notes",   "ppt",      "announcement",
                                         "here",     "info",    "programme", "program", "material", "materials",
                                         "photo",    "photos",  "syllabus",  NULL};
    const struct mkcv_span *span = mkcv_text_lookup(t, m.from);
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, m.from, m.to);
    size_t said = 0;
    for (size_t i = 0; i < k.list.count; i++) said += !k.list.at[i].word || mkcv_phrases_at(&k, i, labels);
    if (k.list.count && said == k.list.count && m.to - m.from < 40) return true; /* "Slides, Video" */
    if (m.to - m.from >= 24 || !span || !span->url) return false;
    return m.to - m.from < 10 || mkcv_range_has(r, t, m, labels);
}

void mkcv_cut_labels(struct mkcv_reader *r, struct mkcv_text *field)
{
    while (field->s && field->spans.count > 1) {
        const struct mkcv_span *last = &field->spans.at[field->spans.count - 1];
        struct mkcv_range m = mkcv_trim(field->s, (struct mkcv_range){last->at, last->at + last->len});
        if (!last->url || !mkcv_is_link_label(r, field, m)) return;
        struct mkcv_range rest = mkcv_trim(field->s, (struct mkcv_range){0, last->at});
        *field = mkcv_text_slice(r->arena, field, rest.from, rest.to);
    }
}

static bool org_from(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t)
{
    size_t n = mkcv_text_length(t);
    struct mkcv_parts p;
    static const char *const verbs[] = {"is", "are", "was", "i", "have", "following", "list", "my", NULL};
    if (!t->s || n > 160 || !mkcv_is_org(r->arena, t->s, 0, n) ||
        mkcv_range_has(r, t, (struct mkcv_range){0, n}, verbs) || !mkcv_parts_new(r, t, "|", &p) || !p.list.count)
        return false;
    const char *at = strstr(t->s, " at "); /* "Teaching Assistant at X" */
    size_t from = at && (size_t)(at - t->s) > p.list.at[0].from && (size_t)(at - t->s) + 4 < p.list.at[0].to &&
                          mkcv_is_org(r->arena, t->s, (size_t)(at - t->s) + 4, p.list.at[0].to)
                      ? (size_t)(at - t->s) + 4
                      : p.list.at[0].from;
    mkcv_entry_set(r, e, MKCV_FIELD_ORG, t, from, p.list.at[0].to);
    if (p.dated && !e->start.year && !e->end.year) mkcv_entry_when(r, e, &p.when);
    return true;
}

void mkcv_org_above(struct mkcv_reader *r, struct mkcv_entry *e)
{
    if (org_from(r, e, &r->lead)) return;
    for (size_t i = r->groups.count; i-- > 0;)
        if (org_from(r, e, &r->groups.at[i])) return;
}

void mkcv_item_highlights(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_block *item)
{
    const struct mkcv_block *list = mkcv_item_list(item);
    for (const struct mkcv_block *i = list ? list->first : NULL; i; i = i->next) {
        struct mkcv_text t = mkcv_item_text(r->arena, i);
        if (mkcv_text_is_empty(&t)) continue;
        struct mkcv_clause c = mkcv_clause_new(r, &t, 0, mkcv_text_length(&t));
        struct mkcv_entry scratch = {.kind = e->kind};
        size_t next = mkcv_clause_people(&c, 0, &scratch);
        bool people = next && next + 1 >= c.tokens.list.count;
        for (size_t k = 0; people && k < scratch.people.count; k++) {
            const struct mkcv_person *p = &scratch.people.at[k];
            mkcv_entry_person(r, e, p->name, p->url, p->relation);
        }
        if (!people) *MKCV_PUSH(r->arena, &e->highlights) = mkcv_text_slice(r->arena, &t, 0, mkcv_text_length(&t));
        mkcv_item_points(r, e, mkcv_item_list(i));
    }
}
