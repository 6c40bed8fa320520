/* part.c - parts of nodes; see part.h. */
#include "part.h"
#include "dates.h"
#include "mkcv/utf8.h"
#include "pictograph.h"
#include "typography.h"
#include <string.h>

struct mkcv_flow_node *mkcv_part_node(struct mkcv_composer *c, enum mkcv_flow_kind kind, struct mkcv_loc loc)
{
    struct mkcv_flow_node *n = MKCV_PUSH(c->arena, &c->flow->nodes);
    n->kind = kind;
    n->loc = loc;
    return n;
}

void mkcv_part_origin(struct mkcv_composer *c, const struct mkcv_entry *e)
{
    struct mkcv_flow_node *last = &c->flow->nodes.at[c->flow->nodes.count - 1];
    *MKCV_PUSH(c->arena, &last->origins) =
        (struct mkcv_origin){.rule = e->rule, .loc = e->loc, .also = e->also.at, .also_count = e->also.count};
}

void mkcv_part_origins(struct mkcv_composer *c, const struct mkcv_entry *const *entries, size_t count)
{
    for (size_t i = 0; i < count; ++i) mkcv_part_origin(c, entries[i]);
}

static const char *upper_string(struct mkcv_arena *a, const char *s)
{
    char *out = mkcv_arena_alloc(a, strlen(s) * 4 + 1), *to = out;
    while (*s) to += mkcv_utf8_encode(mkcv_upper(mkcv_utf8_next(&s)), to);
    return out;
}

void mkcv_part_heading(struct mkcv_composer *c, const char *title, int level, struct mkcv_loc loc)
{
    static const enum mkcv_role roles[] = {MKCV_ROLE_SECTION, MKCV_ROLE_GROUP, MKCV_ROLE_SUBGROUP};
    if (!title || !*title) return;
    struct mkcv_flow_node *n = mkcv_part_node(c, MKCV_FLOW_HEADING, loc);
    level += c->depth;
    n->level = level < 1 ? 1 : level > 3 ? 3 : level;
    title = mkcv_typeset_string(c->arena, title, c->lang);
    if (n->level == 1 && c->style->section.upper) title = upper_string(c->arena, title);
    /* over entries without numbers a plain head would pass for one of them */
    enum mkcv_role role = c->depth && n->level == 3 ? MKCV_ROLE_GROUP : roles[n->level - 1];
    mkcv_text_put(c->arena, &n->head, title, role);
}

bool mkcv_part_ends_sentence(const struct mkcv_text *t)
{
    size_t n = mkcv_text_length(t);
    uint32_t last = n ? mkcv_utf8_before(t->s, n) : 0;
    if (last == 0x201d || last == '"') last = n > 3 ? (unsigned char)t->s[n - (last == '"' ? 2 : 4)] : 0;
    return last == '.' || last == '?' || last == '!' || last == 0x2026;
}

/* The separator as it is written between `last` and `first`: beside ideographs a comma is as wide as they are. */
static const char *fit_separator(const struct mkcv_composer *c, const char *separator, uint32_t last, uint32_t first)
{
    const struct mkcv_language *l = mkcv_language_lookup(c->lang);
    if (!mkcv_is_wide(last) && !mkcv_is_wide(first)) return separator;
    if (l->comma && !strcmp(separator, ", ")) return l->comma;
    if (l->semicolon && !strcmp(separator, "; ")) return l->semicolon;
    return l->comma && !strcmp(separator, " ") && mkcv_is_wide(last) ? "" : separator;
}

static uint32_t last_char(const struct mkcv_text *t) { return mkcv_utf8_before(t->s, mkcv_text_length(t)); }

void mkcv_part_join(struct mkcv_composer *c, struct mkcv_text *t, const char *separator, enum mkcv_role role,
                    const struct mkcv_text *more)
{
    if (mkcv_text_is_empty(more)) return;
    if (mkcv_text_length(t)) {
        if (*separator == '.' && mkcv_part_ends_sentence(t)) ++separator;
        separator = fit_separator(c, separator, last_char(t), mkcv_utf8_next(&(const char *){more->s}));
        mkcv_text_put(c->arena, t, separator, role);
    }
    mkcv_text_join(c->arena, t, more, MKCV_ROLE_PLAIN);
}

void mkcv_part_link(struct mkcv_composer *c, struct mkcv_text *t, const char *separator, const char *more,
                    enum mkcv_role role, const char *url)
{
    struct mkcv_text piece = {0};
    if (!more || !*more) return;
    const struct mkcv_span like = {.role = (uint16_t)role, .url = url && *url ? url : NULL};
    mkcv_text_append(c->arena, &piece, more, strlen(more), &like);
    mkcv_part_join(c, t, separator, role == MKCV_ROLE_TITLE || role == MKCV_ROLE_ORG ? MKCV_ROLE_PLAIN : role, &piece);
}

void mkcv_part_put(struct mkcv_composer *c, struct mkcv_text *t, const char *separator, const char *more,
                   enum mkcv_role role)
{
    mkcv_part_link(c, t, separator, more, role, NULL);
}

static enum mkcv_role role_of_span(const struct mkcv_span *span)
{
    if (span->url) return MKCV_ROLE_LINK;
    if (span->marks & MKCV_MARK_CODE) return MKCV_ROLE_CODE;
    if (span->marks & MKCV_MARK_STRONG) return MKCV_ROLE_STRONG;
    return span->marks & MKCV_MARK_EMPH ? MKCV_ROLE_EMPH : MKCV_ROLE_PLAIN;
}

static uint16_t marks_of_role(unsigned role)
{
    if (role == MKCV_ROLE_CODE) return MKCV_MARK_CODE;
    if (role == MKCV_ROLE_STRONG) return MKCV_MARK_STRONG;
    return role == MKCV_ROLE_EMPH ? MKCV_MARK_EMPH : 0;
}

/* Marks that all of the text carries. */
static uint16_t common_marks(const struct mkcv_text *t)
{
    uint16_t marks = MKCV_MARK_EMPH | MKCV_MARK_STRONG;
    for (size_t i = 0; i < t->spans.count; ++i) marks &= t->spans.at[i].marks;
    return marks;
}

/* Quotation marks and dashes belong to whoever speaks: a paragraph in another language has its own, and a title that
 * an entry quotes, or a phrase of a sentence, those of the text around it, so that a list has one kind (Chicago Manual
 * of Style, 17th edition, chapter 11). */
static const char *speaker(const struct mkcv_composer *c, const struct mkcv_text *text, bool prose)
{
    const char *own = prose ? mkcv_text_lang(text) : NULL;
    return own ? own : c->lang;
}

static struct mkcv_text dress(struct mkcv_composer *c, const struct mkcv_text *text, enum mkcv_role role,
                              const char *url, bool breaks)
{
    mkcv_pictograph_report(c->diags, text);
    struct mkcv_text set = mkcv_typeset_text(c->arena, text, speaker(c, text, breaks), breaks);
    uint16_t common = common_marks(&set);
    size_t count = set.spans.count;
    set.spans.count = 0; /* they are dressed where they stand, and joined */
    for (size_t i = 0; i < count; ++i) {
        struct mkcv_span span = set.spans.at[i];
        span.marks &= (uint16_t)~common;
        if (!span.url && url && *url) span.url = url;
        span.role = (uint16_t)(role == MKCV_ROLE_PLAIN ? role_of_span(&span) : role);
        span.marks &= (uint16_t)~marks_of_role(span.role); /* said once: a role's look is laid under the marks */
        mkcv_text_cover(c->arena, &set, span.len, &span);
    }
    return set;
}

struct mkcv_text mkcv_part_text(struct mkcv_composer *c, const struct mkcv_text *text, enum mkcv_role role,
                                const char *url)
{
    return dress(c, text, role, url, false);
}

struct mkcv_text mkcv_part_prose(struct mkcv_composer *c, const struct mkcv_text *text, enum mkcv_role role)
{
    return dress(c, text, role, NULL, true);
}

/* "postdoctoral researcher" out of a sentence heads an entry as "Postdoctoral researcher"; "iOS" stays. */
static void capitalize(struct mkcv_composer *c, struct mkcv_text *t)
{
    const char *p = t->s;
    uint32_t first = p ? mkcv_utf8_next(&p) : 0;
    size_t n = p ? (size_t)(p - t->s) : 0;
    char upper[4];
    if (!first || !mkcv_is_lower(first) || !mkcv_is_lower(mkcv_utf8_next(&p))) return;
    if (mkcv_utf8_encode(mkcv_upper(first), upper) != n) return;
    char *s = mkcv_arena_strdup(c->arena, t->s);
    memcpy(s, upper, n);
    t->s = s;
    t->owner = NULL;
}

/* True for the stop of a sentence ("... of graphs."), not of an abbreviation ("Ph.D.", "Proc."): after one long word.
 */
static bool ends_with_stop(const struct mkcv_text *t)
{
    size_t n = mkcv_text_length(t), letters = 0, at = n - 1;
    if (n < 2 || t->s[n - 1] != '.' || strstr(t->s, ". ")) return false;
    for (; at > 0; ++letters) {
        uint32_t c = mkcv_utf8_before(t->s, at);
        if (!mkcv_is_letter(c)) return mkcv_is_space(c) && letters > 4;
        char bytes[4];
        at -= mkcv_utf8_encode(c, bytes);
    }
    return false;
}

/* Marks that the homepage set after a field are the form's business. */
static struct mkcv_text trim_marks(struct mkcv_composer *c, const struct mkcv_text *t)
{
    struct mkcv_text cut = *t;
    size_t n = mkcv_text_length(t), end = n;
    while (end > 0 && strchr(",; ", t->s[end - 1])) --end;
    if (end < n) cut = mkcv_text_slice(c->arena, t, 0, end);
    if (ends_with_stop(&cut)) cut = mkcv_text_slice(c->arena, &cut, 0, mkcv_text_length(&cut) - 1);
    return cut;
}

struct mkcv_text mkcv_part_field(struct mkcv_composer *c, const struct mkcv_entry *e, enum mkcv_field field,
                                 enum mkcv_role role, const char *url)
{
    const struct mkcv_text *text = &e->fields[field];
    struct mkcv_text trimmed = field == MKCV_FIELD_SUMMARY || field == MKCV_FIELD_NOTE ? *text : trim_marks(c, text);
    struct mkcv_text t = mkcv_part_text(c, &trimmed, role, url);
    if (role == MKCV_ROLE_TITLE) capitalize(c, &t);
    return t;
}

bool mkcv_part_has(const struct mkcv_entry *e, enum mkcv_field field) { return !mkcv_text_is_empty(&e->fields[field]); }

struct mkcv_text mkcv_part_date(struct mkcv_composer *c, const struct mkcv_entry *e)
{
    struct mkcv_text t = {0};
    mkcv_part_put(c, &t, "", mkcv_dates_of_entry(c->arena, e, c->style, c->lang), MKCV_ROLE_DATE);
    return t;
}

bool mkcv_part_is_left_out(const struct mkcv_composer *c, const struct mkcv_entry *e)
{
    return e->hidden || (e->told && c->profile_shown);
}

static bool is_before(const struct mkcv_entry *a, const struct mkcv_entry *b, enum mkcv_sort sort)
{
    struct mkcv_date x = mkcv_dates_latest(a), y = mkcv_dates_latest(b);
    return sort == MKCV_SORT_YEAR ? x.year > y.year : mkcv_date_compare(x, y) > 0;
}

/* Merge sort: stable, n log n. */
static void sort_entries(const struct mkcv_entry **at, const struct mkcv_entry **scratch, size_t n, enum mkcv_sort sort)
{
    if (n < 2) return;
    size_t half = n / 2, i = 0, j = half, k = 0;
    sort_entries(at, scratch, half, sort);
    sort_entries(at + half, scratch, n - half, sort);
    while (i < half || j < n) scratch[k++] = j == n || (i < half && !is_before(at[j], at[i], sort)) ? at[i++] : at[j++];
    memcpy(at, scratch, n * sizeof *at);
}

void mkcv_part_sort(struct mkcv_composer *c, struct mkcv_shown *shown, enum mkcv_sort sort)
{
    size_t n = shown->list.count;
    if (sort != MKCV_SORT_NONE)
        sort_entries(shown->list.at, MKCV_NEW_ARRAY(c->arena, const struct mkcv_entry *, n), n, sort);
}

struct mkcv_shown mkcv_part_shown(struct mkcv_composer *c, const struct mkcv_section *s, enum mkcv_sort sort)
{
    struct mkcv_shown shown = {0};
    for (size_t i = 0; i < s->entries.count; ++i)
        if (!mkcv_part_is_left_out(c, &s->entries.at[i])) *MKCV_PUSH(c->arena, &shown.list) = &s->entries.at[i];
    mkcv_part_sort(c, &shown, sort);
    return shown;
}

/* "with A, B and C" of the people in one relation. */
static void join_people(struct mkcv_composer *c, struct mkcv_text *t, const struct mkcv_entry *e,
                        enum mkcv_relation relation, const char *one, const char *many)
{
    const struct mkcv_language *l = mkcv_language_lookup(c->lang);
    size_t count = 0, k = 0;
    for (size_t i = 0; i < e->people.count; ++i) count += e->people.at[i].relation == relation;
    if (!count) return;
    mkcv_part_put(c, t, "; ", count > 1 ? many : one, MKCV_ROLE_DETAIL);
    for (size_t i = 0; i < e->people.count; ++i) {
        const struct mkcv_person *p = &e->people.at[i];
        if (p->relation != relation) continue;
        bool wide = l->comma && mkcv_is_wide(last_char(t)), last = k + 1 == count;
        const char *before = !k ? " " : wide ? "、" : last ? mkcv_arena_printf(c->arena, " %s ", l->and) : ", ";
        mkcv_part_link(c, t, before, mkcv_typeset_string(c->arena, p->name, c->lang), MKCV_ROLE_DETAIL, p->url);
        ++k;
    }
}

struct mkcv_text mkcv_part_people(struct mkcv_composer *c, const struct mkcv_entry *e)
{
    const struct mkcv_language *l = mkcv_language_lookup(c->lang);
    struct mkcv_text t = {0};
    join_people(c, &t, e, MKCV_REL_ADVISOR, l->advisor, l->advisors);
    join_people(c, &t, e, MKCV_REL_HOST, l->host, l->host);
    join_people(c, &t, e, MKCV_REL_MENTOR, l->mentor, l->mentors);
    join_people(c, &t, e, MKCV_REL_WITH, l->with, l->with);
    join_people(c, &t, e, MKCV_REL_AUTHOR, l->with, l->with);
    join_people(c, &t, e, MKCV_REL_NONE, l->with, l->with);
    return t;
}

static void add_highlights(struct mkcv_composer *c, const struct mkcv_entry *e)
{
    for (size_t i = 0; i < e->highlights.count; ++i) {
        struct mkcv_text text = mkcv_part_prose(c, &e->highlights.at[i], MKCV_ROLE_PLAIN);
        if (mkcv_text_is_empty(&text)) continue;
        struct mkcv_flow_node *n = mkcv_part_node(c, MKCV_FLOW_ITEM, e->loc);
        n->level = 1;
        n->head = text;
        mkcv_text_put(c->arena, &n->aside, c->style->list.bullet, MKCV_ROLE_NUMBER);
        mkcv_part_origin(c, e);
    }
}

/* True when the last node is a heading or an entry of one line without items: what follows may stand close. */
static bool is_close(const struct mkcv_composer *c)
{
    size_t n = c->flow->nodes.count;
    const struct mkcv_flow_node *last = n ? &c->flow->nodes.at[n - 1] : NULL;
    return !last || last->kind == MKCV_FLOW_HEADING || (last->kind == MKCV_FLOW_ENTRY && !last->lines.count);
}

void mkcv_part_entry(struct mkcv_composer *c, const struct mkcv_entry *e, struct mkcv_text head,
                     struct mkcv_text detail)
{
    struct mkcv_text summary = mkcv_part_prose(c, &e->fields[MKCV_FIELD_SUMMARY], MKCV_ROLE_DETAIL);
    struct mkcv_text date = mkcv_part_date(c, e);
    bool run_on = c->style->entry.detail == MKCV_RUN_INLINE || mkcv_text_is_empty(&head);
    bool close = is_close(c);
    if (run_on) {
        mkcv_part_join(c, &head, ", ", MKCV_ROLE_PLAIN, &detail);
        mkcv_part_join(c, &head, ". ", MKCV_ROLE_DETAIL, &summary);
    }
    if (mkcv_text_is_empty(&head)) return;
    struct mkcv_flow_node *n = mkcv_part_node(c, MKCV_FLOW_ENTRY, e->loc);
    if (c->style->entry.date == MKCV_DATE_INLINE)
        mkcv_part_join(c, &head, ", ", MKCV_ROLE_PLAIN, &date);
    else
        n->aside = date;
    n->head = head;
    if (!run_on && !mkcv_text_is_empty(&detail)) *MKCV_PUSH(c->arena, &n->lines) = detail;
    if (!run_on && !mkcv_text_is_empty(&summary)) *MKCV_PUSH(c->arena, &n->lines) = summary;
    n->tight = close && !n->lines.count && !e->highlights.count;
    mkcv_part_origin(c, e);
    add_highlights(c, e);
}
