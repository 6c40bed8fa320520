/* career.c - items and paragraphs under a heading of studies or posts; see career.h.
 *
 * People spread one fact over lines, bullets and headings: the school as a bold line with degrees below, the degree as
 * a heading with the school below, the adviser in a bullet. So each line is read for itself, and one that lacks what
 * the entry above it has, and has what that lacks, completes it. */
#include "career.h"
#include "mkcv/clause.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include <string.h>

#define LINES_AT_MOST 80 /* of an item */

/* What is read of one item. */
struct item {
    struct mkcv_reader *r;
    struct mkcv_text own, below; /* its own lines; those of lists below it */
    struct mkcv_entry shared;    /* the school or firm of which the lines below are degrees or posts */
    bool has_shared, first;
    struct mkcv_loc loc; /* of the item; line 0: a paragraph's lines have their own */
    size_t points;       /* lines of lists below that were read */
    bool any, taken;     /* an entry was made or completed; a line went into the entry above */
    size_t made[2];      /* entries that stood in the sections of studies and of posts before */
};

static bool is_empty(const struct mkcv_entry *e, enum mkcv_field f) { return mkcv_text_is_empty(&e->fields[f]); }

static bool is_dated(const struct mkcv_entry *e)
{
    return e->start.year || e->end.year || e->dates.count || e->current;
}

/* --- the entry above -----------------------------------------------------------------------------------------------
 */

static struct mkcv_entry *entry_above(struct mkcv_reader *r)
{
    if (r->career.heading != r->heading.s || r->career.page != r->page) return NULL;
    struct mkcv_section *s = mkcv_cv_lookup(r->cv, r->career.kind);
    return s && s->entries.count && s->entries.count == r->career.count ? &s->entries.at[s->entries.count - 1] : NULL;
}

/* No heading stands between that entry and what is read now. */
static bool is_same_group(const struct mkcv_reader *r)
{
    const char *group = r->groups.count ? r->groups.at[r->groups.count - 1].s : NULL;
    return r->career.group == group;
}

static void set_above(struct mkcv_reader *r, enum mkcv_kind kind, bool item)
{
    r->career.heading = r->heading.s;
    r->career.page = r->page;
    r->career.group = r->groups.count ? r->groups.at[r->groups.count - 1].s : NULL;
    r->career.kind = kind;
    r->career.count = mkcv_read_section(r, kind)->entries.count;
    r->career.item = item;
}

/* --- one entry out of two lines ------------------------------------------------------------------------------------
 */

static void take_fields(struct mkcv_reader *r, struct mkcv_entry *to, const struct mkcv_entry *from)
{
    for (size_t f = 0; f < MKCV_FIELD_COUNT; f++)
        if (mkcv_text_is_empty(&to->fields[f])) to->fields[f] = from->fields[f];
    for (size_t i = 0; i < from->people.count; i++)
        mkcv_entry_person(r, to, from->people.at[i].name, from->people.at[i].url, from->people.at[i].relation);
    if (is_dated(to)) return;
    to->start = from->start;
    to->end = from->end;
    to->current = from->current;
    for (size_t i = 0; i < from->dates.count; i++) *MKCV_PUSH(r->arena, &to->dates) = from->dates.at[i];
}

/* The line completes the entry: each has what the other lacks. */
static bool completes(const struct mkcv_entry *e, const struct mkcv_career_line *l)
{
    bool head = l->study || l->post, org = !is_empty(&l->e, MKCV_FIELD_ORG);
    if (head && !is_empty(e, MKCV_FIELD_TITLE)) return false;
    if (org && !is_empty(e, MKCV_FIELD_ORG)) return false;
    if (head && l->e.kind != e->kind && !is_empty(e, MKCV_FIELD_TITLE)) return false;
    return (head || org || l->dated) && !(l->dated && is_dated(e) && !head);
}

/* An entry that was a school or firm alone changes its section with the line that says what it is. */
static struct mkcv_entry *move_entry(struct mkcv_reader *r, struct mkcv_entry *e, enum mkcv_kind kind)
{
    if (e->kind == kind) return e;
    struct mkcv_entry copy = *e;
    mkcv_read_section(r, e->kind)->entries.count--;
    copy.kind = kind;
    return mkcv_read_add(r, &copy);
}

static bool says_facts(const struct mkcv_career_line *l)
{
    const struct mkcv_entry *e = &l->e;
    return e->people.count || !is_empty(e, MKCV_FIELD_SCORE) || !is_empty(e, MKCV_FIELD_THESIS) ||
           !is_empty(e, MKCV_FIELD_HONORS);
}

/* A line without a head, a school or a date belongs to the entry above. */
static bool attach(struct item *it, struct mkcv_entry *e, const struct mkcv_career_line *l, const struct mkcv_text *t,
                   struct mkcv_range line, bool below)
{
    struct mkcv_reader *r = it->r;
    if (says_facts(l)) {
        struct mkcv_entry facts = {.kind = e->kind};
        for (size_t i = 0; i < l->e.people.count; i++) *MKCV_PUSH(r->arena, &facts.people) = l->e.people.at[i];
        static const enum mkcv_field fields[] = {MKCV_FIELD_SCORE, MKCV_FIELD_THESIS, MKCV_FIELD_HONORS};
        for (size_t i = 0; i < 3; i++) facts.fields[fields[i]] = l->e.fields[fields[i]];
        bool more = false; /* a second score, or thesis, is told as it stands */
        for (size_t i = 0; i < 3; i++) {
            const struct mkcv_text *had = &e->fields[fields[i]], *now = &facts.fields[fields[i]];
            more = more || (had->s && now->s && strcmp(had->s, now->s) != 0);
        }
        if (more) *MKCV_PUSH(r->arena, &e->highlights) = mkcv_text_slice(r->arena, t, line.from, line.to);
        take_fields(r, e, &facts);
        return true;
    }
    struct mkcv_range cut = mkcv_trim(t->s, line);
    if (cut.from >= cut.to) return true;
    struct mkcv_text said = mkcv_text_slice(r->arena, t, line.from, line.to);
    if (below || it->loc.line) {
        *MKCV_PUSH(r->arena, &e->highlights) = said;
        return true;
    }
    struct mkcv_text *summary = &e->fields[MKCV_FIELD_SUMMARY];
    if (summary->s) mkcv_text_append(r->arena, summary, " ", 1, NULL);
    mkcv_text_join(r->arena, summary, &said, MKCV_ROLE_PLAIN);
    return true;
}

/* A date alone: of the entry above when that has none, else of the next one. */
static void put_date(struct mkcv_reader *r, struct mkcv_entry *above, const struct mkcv_entry *date)
{
    if (above && !is_dated(above)) {
        take_fields(r, above, date);
        return;
    }
    r->career.dated = r->heading.s ? r->heading.s : "";
    r->career.start = date->start;
    r->career.end = date->end;
    r->career.current = date->current;
}

static void take_date(struct mkcv_reader *r, struct mkcv_entry *e)
{
    if (!r->career.dated || is_dated(e)) return;
    if (r->career.dated == r->heading.s) {
        e->start = r->career.start;
        e->end = r->career.end;
        e->current = r->career.current;
    }
    r->career.dated = NULL;
}

/* "同 助教": the place is that of the entry above. */
static void take_ditto(struct mkcv_entry *e, const struct mkcv_entry *above)
{
    const char *org = e->fields[MKCV_FIELD_ORG].s;
    if (!org || !above || (strcmp(org, "同") != 0 && strcmp(org, "同上") != 0 && strcmp(org, "同大学") != 0)) return;
    e->fields[MKCV_FIELD_ORG] = above->fields[MKCV_FIELD_ORG];
}

/* The employer above the lines is where its parts are. */
static void take_shared(struct item *it, struct mkcv_entry *e, const struct mkcv_career_line *l)
{
    struct mkcv_text *org = &e->fields[MKCV_FIELD_ORG];
    const struct mkcv_text *whole = &it->shared.fields[MKCV_FIELD_ORG];
    if (org->s && whole->s && !mkcv_career_is_whole(it->r, l) && !strstr(whole->s, org->s)) {
        mkcv_text_append(it->r->arena, org, ", ", 2, NULL);
        mkcv_text_join(it->r->arena, org, whole, MKCV_ROLE_PLAIN);
    }
    take_fields(it->r, e, &it->shared);
}

static void add_entry(struct item *it, const struct mkcv_career_line *l, bool below)
{
    struct mkcv_reader *r = it->r;
    struct mkcv_entry *above = entry_above(r), before = {.kind = l->e.kind};
    if (above) before = *above; /* the section may move */
    struct mkcv_entry *e = mkcv_read_add(r, &l->e);
    take_ditto(e, &before);
    if (it->loc.line && !it->any) e->loc = it->loc;
    if (below && it->has_shared) take_shared(it, e, l);
    mkcv_career_han_join(mkcv_read_section(r, e->kind));
    set_above(r, l->e.kind, true);
    it->any = true;
}

/* An unknown piece alone names no place. */
static bool names_org(const struct mkcv_career_line *l)
{
    for (size_t i = 0; i < l->pieces.count; i++)
        if (l->pieces.at[i].sense == MKCV_PIECE_ORG) return true;
    bool told = l->study || l->post || l->e.start.year || l->e.current || !l->pieces.count; /* "Location: X" */
    return told && !is_empty(&l->e, MKCV_FIELD_ORG);
}

/* Without a word for a post, an employer is known by its own words or by a stretch of time, and is told briefly. */
static bool is_plausible(const struct mkcv_reader *r, const struct mkcv_career_line *l)
{
    if (r->kind != MKCV_KIND_WORK) return true;
    for (size_t i = 0; i < l->pieces.count; i++)
        if (l->pieces.at[i].range.to - l->pieces.at[i].range.from > 80) return false;
    return l->e.start.year || l->e.current || names_org(l);
}

/* "2019: Research Intern" over points of which one is the place: the employer, where the line above names none. */
static bool take_place_below(struct item *it, struct mkcv_entry *above, const struct mkcv_career_line *l,
                             const struct mkcv_text *t, struct mkcv_range range)
{
    bool first = !it->points++;
    if (!is_empty(above, MKCV_FIELD_ORG) || l->study || l->post || says_facts(l) || l->dated) return false;
    struct mkcv_range cut = mkcv_trim(t->s, range);
    bool org = names_org(l) && mkcv_is_org(it->r->arena, t->s, cut.from, cut.to);
    if (!mkcv_career_is_name(t, range) || (!org && !first)) return false;
    if (org && is_empty(&l->e, MKCV_FIELD_TITLE))
        take_fields(it->r, above, &l->e);
    else
        mkcv_entry_set(it->r, above, MKCV_FIELD_ORG, t, cut.from, cut.to);
    return true;
}

/* "**Engineer**" over "*Kite Labs – makers of kites*": the line below a post that is all emphasis is its place. */
static bool take_emphasised(struct mkcv_reader *r, struct mkcv_entry *above, const struct mkcv_career_line *l,
                            const struct mkcv_text *t, struct mkcv_range range)
{
    static const char *const dashes[] = {" – ", " — ", " - ", NULL};
    if (is_empty(above, MKCV_FIELD_TITLE) || !is_empty(above, MKCV_FIELD_ORG) || l->dated || l->study || l->post ||
        says_facts(l) || names_org(l))
        return false;
    for (size_t i = range.from; i < range.to; i++) {
        const struct mkcv_span *span = mkcv_text_lookup(t, i);
        if (t->s[i] != ' ' && (!span || !(span->marks & MKCV_MARK_EMPH))) return false;
    }
    size_t end = range.to, rest = range.to;
    for (const char *const *d = dashes; *d; d++) {
        const char *at = memmem(t->s + range.from, end - range.from, *d, strlen(*d));
        if (at) end = (size_t)(at - t->s), rest = end + strlen(*d);
    }
    mkcv_entry_set(r, above, MKCV_FIELD_ORG, t, range.from, end);
    if (rest < range.to && is_empty(above, MKCV_FIELD_NOTE))
        mkcv_entry_set(r, above, MKCV_FIELD_NOTE, t, rest, range.to);
    return true;
}

static bool read_line(struct item *it, const struct mkcv_text *t, struct mkcv_range range, bool below)
{
    struct mkcv_reader *r = it->r;
    struct mkcv_career_line l;
    bool first = it->first;
    it->first = false;
    if (range.to - range.from > MKCV_CAREER_LINE_BYTES || !mkcv_career_line(r, t, range.from, range.to, &l))
        return false;
    bool head = l.study || l.post, org = names_org(&l);
    struct mkcv_entry *above = it->any || is_same_group(r) ? entry_above(r) : NULL;
    bool date_alone = l.dated && !l.pieces.count && !says_facts(&l); /* "May 2020 – May 2021 (12 mo.)" too */
    if (date_alone && range.to - range.from < 60) {
        put_date(r, above, &l.e);
        return it->taken = true;
    }
    if (below && above && it->any && !it->has_shared && !is_empty(above, MKCV_FIELD_TITLE) &&
        take_place_below(it, above, &l, t, range))
        return true;
    if (!below && above && it->any && take_emphasised(r, above, &l, t, range)) return true;
    bool bare = !head && !l.dated && (!org || (says_facts(&l) && !first) || (says_facts(&l) && below));
    if (above && bare && (!first || says_facts(&l) || !r->career.item || r->groups.count))
        return it->taken = attach(it, above, &l, t, range, below);
    if (bare) return false;
    if (above && below && it->any && !is_empty(above, MKCV_FIELD_TITLE) && !it->has_shared)
        return attach(it, above, &(struct mkcv_career_line){.study = false}, t, range, true);
    if (above && completes(above, &l)) {
        if (below && head && !it->has_shared) it->shared = *above, it->has_shared = true;
        if (head) above = move_entry(r, above, l.e.kind);
        take_fields(r, above, &l.e);
        set_above(r, above->kind, r->career.item);
        it->any = true;
        return true;
    }
    if (above && it->any && !below && !head && org && !l.dated) { /* "School of X" over "University Y" */
        struct mkcv_text *to = &above->fields[MKCV_FIELD_ORG];
        mkcv_text_append(r->arena, to, ", ", 2, NULL);
        mkcv_text_join(r->arena, to, &l.e.fields[MKCV_FIELD_ORG], MKCV_ROLE_PLAIN);
        return true;
    }
    if (!head && ((r->mixed && !it->below.s) || !is_plausible(r, &l))) return false;
    add_entry(it, &l, below);
    return true;
}

/* --- an item --------------------------------------------------------------------------------------------------------
 */

static void join_below(struct mkcv_arena *a, const struct mkcv_block *b, struct mkcv_text *own, struct mkcv_text *below,
                       bool list, int depth)
{
    if (depth > 20) return;
    struct mkcv_text *to = list ? below : own;
    if (b->text.s && !mkcv_text_is_empty(&b->text)) {
        if (to->s) mkcv_text_append(a, to, "\xe2\x80\xa8", 3, NULL);
        mkcv_text_join(a, to, &b->text, MKCV_ROLE_PLAIN);
    }
    for (const struct mkcv_block *k = b->first; k; k = k->next)
        join_below(a, k, own, below, list || k->kind == MKCV_BLOCK_LIST, depth + 1);
}

/* A bullet that is typed into a line. */
static bool is_bullet(const char *s, size_t from, size_t end)
{
    while (from < end && s[from] == ' ') from++;
    return end - from > 4 && (!memcmp(s + from, "- ", 2) || !memcmp(s + from, "\xe2\x80\xa2", 3));
}

static void read_lines(struct item *it, const struct mkcv_text *t, bool below)
{
    if (!t->s) return;
    size_t n = mkcv_text_length(t), count = 0;
    for (size_t from = 0; from < n && count < LINES_AT_MOST; count++) {
        const char *line = memmem(t->s + from, n - from, "\xe2\x80\xa8", 3);
        size_t end = line ? (size_t)(line - t->s) : n;
        struct mkcv_range range = mkcv_trim(t->s, (struct mkcv_range){from, end});
        if (range.from < range.to) {
            bool bullet = it->any && is_bullet(t->s, from, end);
            bool read = read_line(it, t, (struct mkcv_range){bullet ? range.from : from, end}, below || bullet);
            if (!read && !it->any && !it->taken && !below) return;
        }
        from = line ? end + 3 : n;
    }
}

/* Running text is not for this reader. */
static bool is_prose(struct mkcv_reader *r, const struct mkcv_text *t)
{
    static const char *const selves[] = {"im", "ive", "he", "she", NULL}, *const verbs[] = {
                                                                              "received",  "obtained",  "is a",
                                                                              "is an",     "was a",     "am a",
                                                                              "am an",     "graduated", "joined",
                                                                              "earned",    "worked as", "have been",
                                                                              "has been",  "will join", "is currently",
                                                                              "completed", NULL};
    size_t n = mkcv_text_length(t), len;
    if (mkcv_sentence_end_in(t, 0, n) < n && n > MKCV_CAREER_LINE_BYTES) return true;
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, 0, n < MKCV_CAREER_LINE_BYTES ? n : MKCV_CAREER_LINE_BYTES);
    if (mkcv_phrase_find(&k, 0, k.list.count, selves, &len) != NOWHERE) return true;
    for (size_t i = 0; i + 1 < k.list.count; i++) /* "I", but no initial and no number */
        if (t->s[k.list.at[i].from] == 'I' && k.list.at[i].to == k.list.at[i].from + 1 && k.list.at[i + 1].word &&
            mkcv_is_lower((unsigned char)t->s[k.list.at[i + 1].from]) && (!i || !k.list.at[i - 1].word || i < 3))
            return true;
    return t->s[n - 1] == '.' && mkcv_phrase_find(&k, 0, k.list.count < 12 ? k.list.count : 12, verbs, &len) != NOWHERE;
}

/* What the headings above say of an entry that lacks it. */
static void complete_from(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t)
{
    struct mkcv_career_line l;
    size_t n = mkcv_text_length(t);
    if (!t->s || !n || n > 160 || !mkcv_career_line(r, t, 0, n, &l)) return;
    if (l.dated && !l.pieces.count && !is_dated(e)) take_fields(r, e, &l.e); /* "### 2015 - 2019" */
    bool title = (l.study || l.post) && (l.e.kind == e->kind || is_empty(e, MKCV_FIELD_TITLE));
    bool org = mkcv_is_org(r->arena, t->s, 0, n) || (title && !is_empty(&l.e, MKCV_FIELD_ORG)) ||
               (!title && l.pieces.count <= 2 && e->kind == MKCV_KIND_WORK && !is_empty(e, MKCV_FIELD_TITLE));
    if (!title && !org) return;
    if (is_empty(e, MKCV_FIELD_TITLE)) e->kind = title ? l.e.kind : e->kind;
    if (!title) {
        l.e.fields[MKCV_FIELD_TITLE] = (struct mkcv_text){.s = NULL};
        if (is_empty(&l.e, MKCV_FIELD_ORG) && is_empty(e, MKCV_FIELD_ORG))
            mkcv_entry_set(r, &l.e, MKCV_FIELD_ORG, t, 0, n);
    }
    if (!org) l.e.fields[MKCV_FIELD_ORG] = (struct mkcv_text){.s = NULL};
    take_fields(r, e, &l.e);
}

/* "College of Engineering" under the heading "Tide University": the part, and the whole that the heading names. */
static void append_whole(struct mkcv_reader *r, struct mkcv_entry *e)
{
    static const char *const units[] = {"College of ",     "School of ",    "Department of ",
                                        "Faculty of ",     "Institute of ", "Division of ",
                                        "Graduate School", "Dept. of ",     NULL};
    static const char *const wholes[] = {"university", "universitat", "universite", "universidad", "universita", NULL};
    struct mkcv_text *org = &e->fields[MKCV_FIELD_ORG];
    if (!org->s || !r->groups.count || mkcv_range_has(r, org, (struct mkcv_range){0, mkcv_text_length(org)}, wholes))
        return;
    const struct mkcv_text *above = &r->groups.at[r->groups.count - 1];
    bool unit = false, whole = above->s && mkcv_is_org(r->arena, above->s, 0, mkcv_text_length(above));
    for (const char *const *u = units; *u; u++) unit = unit || !strncmp(org->s, *u, strlen(*u));
    if (!unit || !whole || strstr(org->s, above->s)) return;
    struct mkcv_text copy = mkcv_text_slice(r->arena, org, 0, mkcv_text_length(org));
    mkcv_text_append(r->arena, &copy, ", ", 2, NULL);
    mkcv_text_join(r->arena, &copy, above, MKCV_ROLE_PLAIN);
    *org = copy;
}

/* "### First Year of Health Studies" over school and time: studies without a degree bear the name that they have. */
static void take_heading(struct mkcv_reader *r, struct mkcv_entry *e)
{
    const struct mkcv_text *above = r->groups.count ? &r->groups.at[r->groups.count - 1] : NULL;
    struct mkcv_career_line l;
    enum { NAME_BYTES = 20 }; /* several words: no "Graduate" */
    if (!above || !above->s || e->kind != MKCV_KIND_EDUCATION || !is_empty(e, MKCV_FIELD_TITLE)) return;
    size_t n = mkcv_text_length(above);
    bool name = n >= NAME_BYTES && mkcv_career_is_name(above, (struct mkcv_range){0, n});
    if (name && !mkcv_is_org(r->arena, above->s, 0, n) && !(mkcv_career_line(r, above, 0, n, &l) && l.dated))
        mkcv_entry_set(r, e, MKCV_FIELD_TITLE, above, 0, n);
}

static void complete_from_above(struct mkcv_reader *r, struct mkcv_entry *e)
{
    enum mkcv_kind kind = e->kind;
    append_whole(r, e);
    if (is_empty(e, MKCV_FIELD_ORG)) complete_from(r, e, &r->lead);
    for (size_t i = r->groups.count; i-- > 0;)
        if (is_empty(e, MKCV_FIELD_ORG) || is_empty(e, MKCV_FIELD_TITLE) || !is_dated(e))
            complete_from(r, e, &r->groups.at[i]);
    take_heading(r, e);
    if (e->kind == kind) return;
    enum mkcv_kind wanted = e->kind;
    e->kind = kind;
    move_entry(r, e, wanted);
    set_above(r, wanted, r->career.item);
}

static size_t count_of(struct mkcv_reader *r, enum mkcv_kind kind)
{
    struct mkcv_section *s = mkcv_cv_lookup(r->cv, kind);
    return s ? s->entries.count : 0;
}

/* An entry needs two facts; what has less stays text. */
static bool is_enough(const struct mkcv_entry *e)
{
    bool title = !is_empty(e, MKCV_FIELD_TITLE), org = !is_empty(e, MKCV_FIELD_ORG);
    if (e->kind == MKCV_KIND_EDUCATION)
        return (title && (org || !is_empty(e, MKCV_FIELD_AREA) || e->people.count || is_dated(e))) ||
               (org && is_dated(e));
    return (title && (org || is_dated(e))) || (org && is_dated(e));
}

static void finish(struct item *it)
{
    static const enum mkcv_kind kinds[] = {MKCV_KIND_EDUCATION, MKCV_KIND_WORK};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = it->made[k]; i < count_of(it->r, kinds[k]); i++) {
            struct mkcv_entry *e = &mkcv_read_section(it->r, kinds[k])->entries.at[i];
            take_date(it->r, e);
            complete_from_above(it->r, e);
        }
    for (size_t k = 0; k < 2; k++)
        while (count_of(it->r, kinds[k]) > it->made[k]) {
            struct mkcv_section *s = mkcv_read_section(it->r, kinds[k]);
            struct mkcv_entry *e = &s->entries.at[s->entries.count - 1];
            if (is_enough(e)) {
                if (e->kind == MKCV_KIND_WORK && !e->url)
                    e->url = mkcv_text_url(&e->fields[MKCV_FIELD_ORG], 0, mkcv_text_length(&e->fields[MKCV_FIELD_ORG]));
                break;
            }
            s->entries.count--;
            it->any = it->any && s->entries.count > it->made[k];
        }
    for (size_t i = it->made[0]; i < count_of(it->r, MKCV_KIND_EDUCATION); i++) mkcv_career_split_degrees(it->r, i);
}

static void open_employer(struct item *it)
{
    struct mkcv_career_line l;
    size_t n = mkcv_text_length(&it->own);
    if (mkcv_career_line(it->r, &it->own, 0, n, &l)) it->shared = l.e;
    if (is_empty(&it->shared, MKCV_FIELD_ORG)) mkcv_entry_set(it->r, &it->shared, MKCV_FIELD_ORG, &it->own, 0, n);
    it->has_shared = it->taken = true;
}

/* "Bo Berg, PhD (2024 –)": somebody's studies, as a team is listed. */
static bool is_of_person(struct mkcv_reader *r, const struct mkcv_text *t)
{
    struct mkcv_range name;
    size_t n = mkcv_text_length(t), end = mkcv_find_outside(t->s, 0, n, ",:");
    return end < n && mkcv_name_find(r->arena, t->s, 0, end, &name) && name.to + 2 >= end &&
           !mkcv_is_org(r->arena, t->s, 0, end) && !mkcv_is_owner(r, mkcv_arena_strndup(r->arena, t->s, end));
}

bool mkcv_career_is_entry(struct mkcv_reader *r, const struct mkcv_text *heading)
{
    struct mkcv_career_line l;
    size_t n = mkcv_text_length(heading);
    return n <= MKCV_CAREER_LINE_BYTES && mkcv_career_line(r, heading, 0, n, &l) && (l.study || l.post) && l.dated &&
           !is_empty(&l.e, MKCV_FIELD_TITLE) && names_org(&l) && (l.post || !is_of_person(r, heading));
}

bool mkcv_career_read(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct item it = {.r = r, .first = true};
    if (item->kind == MKCV_BLOCK_ROW)
        it.own = mkcv_item_text(r->arena, item);
    else
        join_below(r->arena, item, &it.own, &it.below, false, 0);
    if (it.own.s) mkcv_career_point_labels(r->arena, &it.own);
    if (mkcv_text_is_empty(&it.own) || is_prose(r, &it.own) || strstr(it.own.s, "back to top")) return false;
    it.made[0] = count_of(r, MKCV_KIND_EDUCATION);
    it.made[1] = count_of(r, MKCV_KIND_WORK);
    bool list = item->kind == MKCV_BLOCK_ITEM || item->kind == MKCV_BLOCK_ROW;
    if (list) it.loc = item->loc;
    size_t posts = it.below.s ? 0 : mkcv_career_posts_under(r, &it.own);
    if (posts) {
        it.below = mkcv_text_slice(r->arena, &it.own, posts, mkcv_text_length(&it.own));
        it.own = mkcv_text_slice(r->arena, &it.own, 0, posts - 3);
    }
    if (posts || mkcv_career_is_employer(r, &it.own, &it.below)) {
        open_employer(&it);
    } else {
        read_lines(&it, &it.own, false);
    }
    if (it.any || it.taken) read_lines(&it, &it.below, true);
    if (!it.any) return it.taken;
    finish(&it);
    r->career.item = list;
    return it.any;
}
