/* education.c - degrees and studies: the kind, and its lists. Its prose is education_prose.c. */
#include "mkcv/clause.h"
#include "mkcv/compose.h"
#include "mkcv/section.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include "prose.h"
#include <string.h>

static const struct mkcv_title titles[] = {
    {"en", "Education"},  {"de", "Ausbildung"}, {"fr", "Formation"}, {"es", "Formación"}, {"pt", "Formação"},
    {"it", "Formazione"}, {"zh", "教育背景"},   {"ja", "学歴"},      {"ko", "학력"},      {NULL, NULL}};

static const char *const headings[] = {"education",
                                       "educations",
                                       "educational background",
                                       "education background",
                                       "academic background",
                                       "academic education",
                                       "degrees",
                                       "degree",
                                       "studies",
                                       "qualifications",
                                       "academic qualifications",
                                       "background",
                                       "education history",
                                       "ausbildung",
                                       "studium",
                                       "bildung",
                                       "bildungsweg",
                                       "akademischer werdegang",
                                       "akademische ausbildung",
                                       "formation",
                                       "formations",
                                       "etudes",
                                       "cursus",
                                       "diplomes",
                                       "educacion",
                                       "formacion",
                                       "formacion academica",
                                       "estudios",
                                       "formacao",
                                       "formacao academica",
                                       "educacao",
                                       "titulacao",
                                       "formazione",
                                       "istruzione",
                                       "studi",
                                       "titoli di studio",
                                       "教育",
                                       "教育背景",
                                       "教育经历",
                                       "学习经历",
                                       "学历",
                                       "学歴",
                                       "学位",
                                       "학력",
                                       "교육",
                                       NULL};

static const struct mkcv_json_field json[] = {{"studyType", MKCV_FIELD_TITLE}, {"area", MKCV_FIELD_AREA},
                                              {"institution", MKCV_FIELD_ORG}, {"location", MKCV_FIELD_LOCATION},
                                              {"score", MKCV_FIELD_SCORE},     {"honors", MKCV_FIELD_HONORS},
                                              {"thesis", MKCV_FIELD_THESIS},   {"summary", MKCV_FIELD_SUMMARY},
                                              {"note", MKCV_FIELD_NOTE},       {NULL, MKCV_FIELD_TITLE}};

static const char *const scores[] = {"gpa", "grade", "cgpa", "average", "rank", "ranking", "ranked", NULL};
static const char *const theses[] = {"thesis", "dissertation", "these",           "dissertationsthema", "tese", "tesis",
                                     "tesi",   "memoire",      "abschlussarbeit", "masterarbeit",       NULL};
static const char *const honors[] = {"honors",       "honours",     "distinction", "cum laude",
                                     "auszeichnung", "first class", NULL};

static bool starts_with_any(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range part,
                            const char *const *words, size_t reach)
{
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, part.from, part.to);
    size_t len, i = mkcv_phrase_find(&k, 0, k.list.count < reach ? k.list.count : reach, words, &len);
    return i != NOWHERE;
}

static void set_thesis(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t, struct mkcv_range part)
{
    size_t colon = mkcv_find_outside(t->s, part.from, part.to, ":");
    mkcv_entry_set(r, e, MKCV_FIELD_THESIS, t, colon < part.to ? colon + 1 : part.from, part.to);
}

/* The lines of an item, its sub-items included: theses, marks and honors among them. */
static void read_lines(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *whole)
{
    size_t n = mkcv_text_length(whole);
    for (size_t from = 0; from < n;) {
        const char *line = memmem(whole->s + from, n - from, "\xe2\x80\xa8", 3);
        size_t end = line ? (size_t)(line - whole->s) : n;
        struct mkcv_range part = mkcv_trim(whole->s, (struct mkcv_range){from, end});
        if (part.from < part.to && starts_with_any(r, whole, part, theses, 3))
            set_thesis(r, e, whole, part);
        else if (part.from < part.to && starts_with_any(r, whole, part, scores, 2))
            mkcv_entry_set(r, e, MKCV_FIELD_SCORE, whole, part.from, part.to);
        from = line ? end + 3 : n;
    }
}

/* "Ph.D. in F", "Ph.D. degree, F": the field, from the degree's end on within its part. */
static bool read_area(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t, size_t from, size_t to)
{
    static const char *const ins[] = {"in", "en", "em", "im", "der", ":", "-", "of", "degree in", "of science in",
                                      NULL};
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, from, to);
    size_t len, i = mkcv_phrase_find(&k, 0, k.list.count < 4 ? k.list.count : 4, ins, &len);
    if (i == NOWHERE || i + len >= k.list.count) return false;
    static const char *const ats[] = {"at", "from", "@", "with", "(", "under", "advised", "supervised", NULL};
    size_t n, end = mkcv_phrase_find(&k, i + len, k.list.count, ats, &n);
    size_t stop = end == NOWHERE ? to : k.list.at[end].from;
    if (mkcv_is_org(r->arena, t->s, k.list.at[i + len].from, stop) && end == NOWHERE) return false;
    mkcv_entry_set(r, e, MKCV_FIELD_AREA, t, k.list.at[i + len].from, stop);
    return true;
}

/* Parts that are neither degree nor school: field, marks, honors, place. */
static void read_other_part(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t,
                            struct mkcv_range part, bool after_org)
{
    if (starts_with_any(r, t, part, scores, 2))
        mkcv_entry_set(r, e, MKCV_FIELD_SCORE, t, part.from, part.to);
    else if (starts_with_any(r, t, part, theses, 3))
        set_thesis(r, e, t, part);
    else if (mkcv_range_has(r, t, part, honors))
        mkcv_entry_set(r, e, MKCV_FIELD_HONORS, t, part.from, part.to);
    else if (mkcv_range_has(r, t, part, (const char *const[]){"expected", "ongoing", NULL}))
        mkcv_entry_set(r, e, MKCV_FIELD_NOTE, t, part.from, part.to);
    else if (after_org && !e->fields[MKCV_FIELD_LOCATION].s && part.to - part.from < 40)
        mkcv_entry_set(r, e, MKCV_FIELD_LOCATION, t, part.from, part.to);
    else if (!e->fields[MKCV_FIELD_AREA].s && part.to - part.from < 90)
        mkcv_entry_set(r, e, MKCV_FIELD_AREA, t, part.from, part.to);
}

static bool is_people_part(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range part)
{
    struct mkcv_clause c = mkcv_clause_new(r, t, part.from, part.to);
    struct mkcv_entry scratch = {.kind = MKCV_KIND_EDUCATION};
    return mkcv_clause_people(&c, 0, &scratch) != 0;
}

static const char *const labels[] = {"advisor",   "advisors", "adviser",    "supervisor", "supervisors",
                                     "coadvisor", "advised",  "supervised", "mentor",     "betreuer",
                                     "directeur", "导师",     "指導教員",   NULL};

static void read_parts(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_parts *p,
                       struct mkcv_range degree, bool graded)
{
    size_t org_last = NOWHERE;
    for (size_t i = 0; i < p->list.count; i++) {
        struct mkcv_range part = p->list.at[i];
        if (is_people_part(r, &p->text, part)) continue;
        if (starts_with_any(r, &p->text, part, labels, 1) &&
            part.to - part.from < 24) { /* "Advisor: Prof. X" cut at its colon */
            i++;
            continue;
        }
        if (graded && degree.from >= part.from && degree.from < part.to) {
            mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &p->text, degree.from, degree.to);
            bool area = read_area(r, e, &p->text, degree.to, part.to);
            struct mkcv_clause c = mkcv_clause_new(r, &p->text, degree.to, part.to);
            static const char *const ats[] = {"at", "from", "@", NULL};
            size_t n, at = mkcv_phrase_find(&c.tokens, 0, c.tokens.list.count, ats, &n);
            if (at != NOWHERE)
                mkcv_clause_tail(&c, at, e, false);
            else if (!area && part.from < degree.from)
                read_other_part(r, e, &p->text, mkcv_trim(p->text.s, (struct mkcv_range){part.from, degree.from}),
                                false);
            continue;
        }
        if (mkcv_is_org(r->arena, p->text.s, part.from, part.to) && (org_last == NOWHERE || org_last + 1 == i)) {
            struct mkcv_clause c = mkcv_clause_new(r, &p->text, part.from, part.to);
            mkcv_clause_append(&c, e, MKCV_FIELD_ORG, part.from, part.to, ", ");
            org_last = i;
            continue;
        }
        read_other_part(r, e, &p->text, part, e->fields[MKCV_FIELD_ORG].s != NULL);
    }
}

/* An institution's line over bullets of its degrees. */
static bool read_below(struct mkcv_reader *r, const struct mkcv_block *item, const struct mkcv_parts *p)
{
    const struct mkcv_block *list = mkcv_item_list(item);
    bool any = false;
    for (const struct mkcv_block *i = list ? list->first : NULL; i; i = i->next) {
        struct mkcv_text t = mkcv_item_text(r->arena, i);
        struct mkcv_range degree;
        struct mkcv_parts below;
        if (!t.s || !mkcv_degree_find(r->arena, t.s, 0, mkcv_text_length(&t), &degree) ||
            !mkcv_parts_read(r, i, ",;|", &below))
            continue;
        struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_EDUCATION, below.loc);
        const struct mkcv_parts *dated = below.dated ? &below : p;
        if (dated->dated) mkcv_entry_when(r, e, &dated->when);
        read_parts(r, e, &below, degree, true);
        if (!e->fields[MKCV_FIELD_ORG].s && p->list.count) {
            struct mkcv_range org = mkcv_parts_join(p, 0, p->list.count - 1);
            mkcv_entry_set(r, e, MKCV_FIELD_ORG, &p->text, org.from, org.to);
        }
        struct mkcv_text whole = mkcv_item_whole(r->arena, item);
        mkcv_item_people(r, e, &whole);
        any = true;
    }
    return any;
}

/* "Advisor: Prof. X" as an item of its own belongs to the degree above it. */
static bool read_advisor_item(struct mkcv_reader *r, const struct mkcv_text *t)
{
    struct mkcv_section *s = mkcv_cv_lookup(r->cv, MKCV_KIND_EDUCATION);
    struct mkcv_clause c = mkcv_clause_new(r, t, 0, mkcv_text_length(t));
    return s && s->entries.count && mkcv_clause_people(&c, 0, &s->entries.at[s->entries.count - 1]) != 0;
}

static bool read_item(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct mkcv_parts p;
    struct mkcv_range degree = {0, 0};
    if (!mkcv_parts_read(r, item, ",;|:–—", &p)) return false;
    size_t n = mkcv_text_length(&p.text);
    if (item->kind == MKCV_BLOCK_ITEM && read_advisor_item(r, &p.text)) return true;
    bool graded = mkcv_degree_find(r->arena, p.text.s, 0, n, &degree);
    if (!graded && read_below(r, item, &p)) return true;
    bool school = mkcv_is_org(r->arena, p.text.s, 0, n);
    if (!graded && (r->mixed || !school || !p.dated)) return false;
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_EDUCATION, p.loc);
    if (p.dated) mkcv_entry_when(r, e, &p.when);
    read_parts(r, e, &p, degree, graded);
    if (!e->fields[MKCV_FIELD_ORG].s) mkcv_org_above(r, e);
    struct mkcv_text whole = mkcv_item_whole(r->arena, item);
    mkcv_item_people(r, e, &whole);
    read_lines(r, e, &whole);
    if (!e->fields[MKCV_FIELD_ORG].s && !e->fields[MKCV_FIELD_AREA].s && !e->people.count) {
        mkcv_read_section(r, MKCV_KIND_EDUCATION)->entries.count--;
        return false;
    }
    if (!e->fields[MKCV_FIELD_SUMMARY].s) mkcv_item_highlights(r, e, item);
    return true;
}

const struct mkcv_section_kind mkcv_section_education = {.key = "education",
                                                         .titles = titles,
                                                         .headings = headings,
                                                         .json = json,
                                                         .json_people = "advisors",
                                                         .read_item = read_item,
                                                         .read_sentence = mkcv_education_sentence,
                                                         .compose = mkcv_compose_education};
