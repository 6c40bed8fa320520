/* teaching.c - courses taught. */
#include "mkcv/buf.h"
#include "mkcv/compose.h"
#include "mkcv/section.h"
#include "parts.h"
#include <string.h>

static const struct mkcv_title titles[] = {
    {"en", "Teaching"},  {"de", "Lehre"}, {"fr", "Enseignement"},   {"es", "Docencia"}, {"pt", "Ensino"},
    {"it", "Didattica"}, {"zh", "教学"},  {"ja", "教育・担当授業"}, {"ko", "강의"},     {NULL, NULL}};
static const char *const headings[] = {"teaching",
                                       "teachings",
                                       "teaching experience",
                                       "teaching experiences",
                                       "courses",
                                       "courses taught",
                                       "course",
                                       "teaching assistant",
                                       "teaching assistantship",
                                       "teaching assistantships",
                                       "teaching activities",
                                       "classes",
                                       "lehre",
                                       "lehrveranstaltungen",
                                       "lehrerfahrung",
                                       "enseignement",
                                       "enseignements",
                                       "cours",
                                       "docencia",
                                       "ensenanza",
                                       "cursos",
                                       "ensino",
                                       "disciplinas",
                                       "aulas",
                                       "didattica",
                                       "insegnamento",
                                       "corsi",
                                       "教学",
                                       "授课",
                                       "课程",
                                       "助教经历",
                                       "担当授業",
                                       "担当科目",
                                       "授業",
                                       "講義",
                                       "教育活動",
                                       "大学院教育",
                                       "学部教育",
                                       "教育実績",
                                       "教育歴",
                                       "教育业绩",
                                       "lehrtatigkeit",
                                       "actividad docente",
                                       "experiencia docente",
                                       "docencia impartida",
                                       "atividade docente",
                                       "esperienza didattica",
                                       "강의",
                                       "수업",
                                       NULL};
static const struct mkcv_json_field json[] = {{"name", MKCV_FIELD_TITLE},      {"institution", MKCV_FIELD_ORG},
                                              {"role", MKCV_FIELD_ROLE},       {"location", MKCV_FIELD_LOCATION},
                                              {"summary", MKCV_FIELD_SUMMARY}, {NULL, MKCV_FIELD_TITLE}};

static const char *const roles[] = {"teaching assistant",
                                    "course instructor",
                                    "teaching assistants",
                                    "instructor positions",
                                    "mentor",
                                    "ta",
                                    "instructor",
                                    "lecturer",
                                    "coinstructor",
                                    "guest lecturer",
                                    "tutor",
                                    "teaching fellow",
                                    "course assistant",
                                    "grader",
                                    "head ta",
                                    "head teaching assistant",
                                    "lab assistant",
                                    "instructor of record",
                                    "graduate teaching assistant",
                                    "guest lecture",
                                    "guest lectures",
                                    "coordinator",
                                    "colecturer",
                                    "course coordinator",
                                    "teaching associate",
                                    "graduate assistant",
                                    "undergraduate teaching assistant",
                                    "head tutor",
                                    "professor",
                                    "dozent",
                                    "dozentin",
                                    "ubungsleiter",
                                    "charge de td",
                                    "profesor",
                                    "助教",
                                    "主讲",
                                    "讲师",
                                    NULL};

/* "TA for Wave Optics": the role at the start of a piece, and where its course begins; 0 when it is none. */
static size_t end_role(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m, size_t *course)
{
    static const char *const joints[] = {"for the", "for", "of the", "of", "in the", "in", "at", ":", "：", NULL};
    static const char *const ands[] = {"&", "and", "/", NULL};
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, m.from, m.to);
    size_t n = mkcv_phrases_at(&k, 0, roles), and = n ? mkcv_phrases_at(&k, n, ands) : 0;
    size_t more = and? mkcv_phrases_at(&k, n + and, roles) : 0;
    if (more) n += and+more;
    size_t joint = n ? mkcv_phrases_at(&k, n, joints) : 0;
    if (!n) return 0;
    *course = joint && n + joint < k.list.count ? k.list.at[n + joint].from : m.to;
    return joint || n == k.list.count ? k.list.at[n - 1].to : 0;
}

/* "Sem 1", "Term 2", "fall": when in the year, which is no course. */
static bool is_term(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m)
{
    static const char *const terms[] = {"sem",
                                        "semester",
                                        "term",
                                        "quarter",
                                        "spring",
                                        "fall",
                                        "summer",
                                        "winter",
                                        "autumn",
                                        "ws",
                                        "ss",
                                        "semestre",
                                        "wintersemester",
                                        "sommersemester",
                                        "春",
                                        "秋",
                                        "academic year",
                                        "ay",
                                        "a y",
                                        "aa",
                                        "anno accademico",
                                        NULL};
    return m.to - m.from < 18 && mkcv_range_has(r, t, m, terms);
}

/* "WS 2021/22", "Fall 2019": which term it was no date says, so the words are kept; years tell a longer list. */
static void keep_term(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t, const struct mkcv_when *w)
{
    static const char *const terms[] = {
        "spring",  "summer",   "fall",           "autumn",         "winter",    "ws",       "ss",  "wise",
        "sose",    "fruhjahr", "wintersemester", "sommersemester", "sommer",    "herbst",   "ete", "printemps",
        "automne", "hiver",    "otono",          "verano",         "primavera", "invierno", NULL};
    enum { TWO_TERMS = 24 }; /* bytes */
    struct mkcv_range written = {w->from, w->to};
    if (written.to - written.from > TWO_TERMS || !mkcv_range_has(r, t, written, terms)) return;
    e->date_text = mkcv_arena_strndup(r->arena, t->s + written.from, written.to - written.from);
}

/* "WS 2024--2025": the term that stands right before a range of years. */
static bool take_term(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t, struct mkcv_range m,
                      const struct mkcv_when *w)
{
    if (e->date_text || !e->start.year || m.to + 1 != w->from || !is_term(r, t, m)) return false;
    struct mkcv_buf b;
    mkcv_buf_init(&b, r->arena);
    for (size_t i = m.from; i < w->to; i++) {
        bool dash = !strncmp(t->s + i, "--", 2);
        if (dash)
            mkcv_buf_puts(&b, "\xe2\x80\x93"), i++;
        else
            mkcv_buf_putc(&b, t->s[i]);
    }
    e->date_text = b.s;
    return true;
}

static void add_summary(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t, struct mkcv_range m)
{
    struct mkcv_text *summary = &e->fields[MKCV_FIELD_SUMMARY], more = mkcv_text_slice(r->arena, t, m.from, m.to);
    if (summary->s) mkcv_text_append(r->arena, summary, ", ", 2, NULL);
    mkcv_text_join(r->arena, summary, &more, MKCV_ROLE_PLAIN);
}

/* "(Teaching Assistant)" at the end of a piece. */
static void cut_bracket(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t, struct mkcv_range *m)
{
    const char *open = t->s[m->to - 1] == ')' ? memrchr(t->s + m->from, '(', m->to - m->from) : NULL;
    if (!open || e->fields[MKCV_FIELD_ROLE].s) return;
    struct mkcv_range in = {(size_t)(open - t->s) + 1, m->to - 1};
    if (in.to - in.from > 60 || !mkcv_range_has(r, t, in, roles)) return;
    mkcv_entry_set(r, e, MKCV_FIELD_ROLE, t, in.from, in.to);
    *m = mkcv_trim(t->s, (struct mkcv_range){m->from, (size_t)(open - t->s)});
}

/* " at UNIVERSITY": the byte of the last one in the piece, or m.to. */
static size_t find_at(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m)
{
    for (size_t at = m.to; at-- > m.from;)
        if (at + 5 < m.to && !memcmp(t->s + at, " at ", 4) && mkcv_is_org(r->arena, t->s, at + 4, m.to)) return at;
    return m.to;
}

/* What kind of course it is: no place. */
static const char *const forms[] = {"course",       "seminar",  "lecture",   "lectures",  "graduate", "undergraduate",
                                    "lab",          "tutorial", "exercises", "workshop",  "online",   "phd",
                                    "masters",      "msc",      "bsc",       "vorlesung", "ubung",    "proseminar",
                                    "hauptseminar", "cours",    "td",        "curso",     "corso",    "gemeinsam",
                                    "with",         "jointly",  "together",  NULL};

static bool has_any(const struct mkcv_text *t, struct mkcv_range m, const char *bytes)
{
    return m.from + strcspn(t->s + m.from, bytes) < m.to;
}

/* "2016/17" is one year of a school, told as its span. */
static void join_school_year(const struct mkcv_text *t, const struct mkcv_when *w, struct mkcv_entry *e)
{
    bool year = e->dates.count == 2 && e->dates.at[1].year == e->dates.at[0].year + 1;
    if (!year || w->to - w->from < 7 || t->s[w->from + 4] != '/') return;
    e->start = e->dates.at[0];
    e->end = e->dates.at[1];
    e->dates.count = 0;
}

/* "ACCQ207", "CS 101": a course's number, which its name follows. */
static bool is_code(const struct mkcv_text *title)
{
    enum { CODE_BYTES = 10 };
    size_t n = mkcv_text_length(title), capitals = 0, digits = 0;
    if (!n || n > CODE_BYTES) return false;
    for (const char *p = title->s; *p; p++) {
        bool capital = *p >= 'A' && *p <= 'Z', digit = *p >= '0' && *p <= '9';
        if (!capital && !digit && !strchr(" -./", *p)) return false;
        capitals += capital;
        digits += digit;
    }
    return digits && (capitals > 1 || digits > 2); /* "M1" is a level */
}

static void add_piece(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t, struct mkcv_range m)
{
    size_t course;
    cut_bracket(r, e, t, &m);
    if (m.from >= m.to || (e->fields[MKCV_FIELD_TITLE].s && mkcv_is_link_label(r, t, m))) return;
    size_t role = e->fields[MKCV_FIELD_ROLE].s ? 0 : end_role(r, t, m, &course);
    if (role) {
        mkcv_entry_set(r, e, MKCV_FIELD_ROLE, t, m.from, role);
        m = mkcv_trim(t->s, (struct mkcv_range){course, m.to});
    } else if (!e->fields[MKCV_FIELD_ROLE].s && m.to - m.from < 50 && mkcv_range_has(r, t, m, roles)) {
        mkcv_entry_set(r, e, MKCV_FIELD_ROLE, t, m.from, m.to);
        return;
    }
    if (m.from >= m.to) return;
    bool led = !strncmp(t->s + m.from, "at ", 3) && mkcv_is_org(r->arena, t->s, m.from + 3, m.to);
    if (led && !e->fields[MKCV_FIELD_ORG].s) {
        mkcv_entry_set(r, e, MKCV_FIELD_ORG, t, m.from + 3, m.to);
        return;
    }
    size_t at = find_at(r, t, m);
    if (at < m.to && !e->fields[MKCV_FIELD_ORG].s) {
        mkcv_entry_set(r, e, MKCV_FIELD_ORG, t, at + 4, m.to);
        m = mkcv_trim(t->s, (struct mkcv_range){m.from, at});
        if (m.from >= m.to) return;
    }
    bool org = mkcv_is_org(r->arena, t->s, m.from, m.to);
    if (!org && !is_term(r, t, m) && is_code(&e->fields[MKCV_FIELD_TITLE])) {
        mkcv_entry_append(r, e, MKCV_FIELD_TITLE, t, m.from, m.to);
        return;
    }
    if (m.to - m.from == 4 && !strncasecmp(t->s + m.from, "a.a.", 4)) return; /* "a.a. 2021/2022": the year is dated */
    if (is_term(r, t, m) || (e->fields[MKCV_FIELD_TITLE].s && e->fields[MKCV_FIELD_ORG].s))
        add_summary(r, e, t, m);
    else if (!e->fields[MKCV_FIELD_TITLE].s && !(org && e->fields[MKCV_FIELD_ROLE].s && !e->fields[MKCV_FIELD_ORG].s))
        mkcv_entry_set(r, e, MKCV_FIELD_TITLE, t, m.from, m.to);
    else if (org ||
             (!has_any(t, m, "(0123456789") && !mkcv_range_has(r, t, m, forms))) /* "Evaluation 4.7/5" is no place */
        mkcv_entry_set(r, e, MKCV_FIELD_ORG, t, m.from, m.to);
    else
        add_summary(r, e, t, m);
}

/* "Fall 2020: Teaching Assistant" over "Tide University" and "Course: Wave Optics": place and course are points. */
static void take_points(struct mkcv_reader *r, struct mkcv_entry *e)
{
    static const char *const labels[] = {"course", "courses", "class",     "subject",
                                         "module", "program", "programme", NULL};
    size_t kept = 0;
    for (size_t i = 0; i < e->highlights.count; i++) {
        struct mkcv_text *t = &e->highlights.at[i];
        size_t n = mkcv_text_length(t), colon = mkcv_find_outside(t->s, 0, n, ":");
        struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, 0, colon);
        bool course = colon < n && k.list.count == 1 && mkcv_phrases_at(&k, 0, labels);
        if (course && mkcv_text_is_empty(&e->fields[MKCV_FIELD_TITLE]))
            mkcv_entry_set(r, e, MKCV_FIELD_TITLE, t, colon + 1, n);
        else if (!e->fields[MKCV_FIELD_ORG].s && n < 90 && colon == n && t->s[n - 1] != '.' &&
                 mkcv_is_org(r->arena, t->s, 0, n))
            mkcv_entry_set(r, e, MKCV_FIELD_ORG, t, 0, n);
        else
            e->highlights.at[kept++] = *t;
    }
    e->highlights.count = kept;
}

/* A course is named by its title; an office of teaching without one by its role. */
static bool settle(struct mkcv_reader *r, struct mkcv_entry *e)
{
    struct mkcv_text *title = &e->fields[MKCV_FIELD_TITLE], *role = &e->fields[MKCV_FIELD_ROLE];
    if (mkcv_text_is_empty(title) && !mkcv_text_is_empty(role)) {
        *title = *role;
        *role = (struct mkcv_text){.s = NULL};
    }
    if (mkcv_text_is_empty(title)) {
        mkcv_read_section(r, MKCV_KIND_TEACHING)->entries.count--;
        return false;
    }
    if (mkcv_text_is_empty(role) && r->groups.count) {
        struct mkcv_text above = r->groups.at[r->groups.count - 1];
        size_t n = mkcv_text_length(&above);
        if (n && n < 60 && mkcv_range_has(r, &above, (struct mkcv_range){0, n}, roles))
            *role = mkcv_text_slice(r->arena, &above, 0, find_at(r, &above, (struct mkcv_range){0, n}));
    }
    mkcv_cut_labels(r, title);
    mkcv_cut_labels(r, &e->fields[MKCV_FIELD_ORG]);
    mkcv_marks_off(title);
    mkcv_marks_off(&e->fields[MKCV_FIELD_ORG]);
    mkcv_marks_off(role);
    if (!e->fields[MKCV_FIELD_ORG].s) mkcv_org_above(r, e);
    return true;
}

/* "2021 Fall: X", "Instructor: X": what the colon follows is no part of the course's name. */
static bool is_led(struct mkcv_reader *r, const struct mkcv_text *t)
{
    size_t n = mkcv_text_length(t), colon = mkcv_find_outside(t->s, 0, n, ":"), course;
    struct mkcv_range left = mkcv_trim(t->s, (struct mkcv_range){0, colon});
    struct mkcv_when w;
    if (colon >= n || left.from >= left.to) return false;
    if (end_role(r, t, left, &course) == left.to || mkcv_is_org(r->arena, t->s, left.from, left.to)) return true;
    if (!mkcv_when_find(r->arena, t->s, left.from, left.to, &w)) return false;
    struct mkcv_range before = mkcv_trim(t->s, (struct mkcv_range){left.from, w.from}),
                      after = mkcv_trim(t->s, (struct mkcv_range){w.to, left.to});
    return (before.from >= before.to || is_term(r, t, before)) && (after.from >= after.to || is_term(r, t, after));
}

/* "Teaching Assistant" over a list of courses. */
static bool is_role_over_list(struct mkcv_reader *r, const struct mkcv_block *item, const struct mkcv_text *t)
{
    size_t n = mkcv_text_length(t), course;
    struct mkcv_range cut = mkcv_trim(t->s, (struct mkcv_range){0, n});
    return mkcv_item_list(item) && n < 60 && end_role(r, t, cut, &course) == cut.to;
}

/* "Since 2020, I am responsible for ...": a sentence, which is not taken apart. */
static bool is_told(struct mkcv_reader *r, const struct mkcv_text *t)
{
    static const char *const verbs[] = {"i am",     "im",      "i m",        "i was",   "i have",   "i had", "i teach",
                                        "i taught", "je suis", "j enseigne", "ich bin", "ich habe", NULL};
    return mkcv_range_has(r, t, (struct mkcv_range){0, mkcv_text_length(t)}, verbs);
}

static bool read_told(struct mkcv_reader *r, const struct mkcv_text *t)
{
    enum { TOLD_BYTES = 400 };
    static const char *const words[] = {"course",    "courses", "module",   "lecture",   "lectures",   "tutor", "class",
                                        "classes",   "teach",   "taught",   "seminar",   "instructor", "cours", "kurs",
                                        "vorlesung", "curso",   "teaching", "exercises", NULL};
    size_t n = mkcv_text_length(t);
    struct mkcv_when w;
    static const char *const leads[] = {"following", "list of", "below", NULL}; /* to what comes next */
    if (mkcv_range_has(r, t, (struct mkcv_range){0, n}, leads)) return false;
    if (n > TOLD_BYTES || !mkcv_range_has(r, t, (struct mkcv_range){0, n}, words)) return false;
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_TEACHING, mkcv_text_loc(t, 0));
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, t, 0, n);
    if (mkcv_when_find(r->arena, t->s, 0, n, &w)) mkcv_entry_when(r, e, &w);
    mkcv_entry_links(r, e, t);
    return true;
}

static bool read_item(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct mkcv_text t = mkcv_item_lines(r->arena, item);
    struct mkcv_parts p;
    struct mkcv_when above;
    bool paragraph = item->kind == MKCV_BLOCK_PARAGRAPH;
    if (mkcv_text_is_empty(&t)) return false;
    if (paragraph && is_told(r, &t)) return read_told(r, &t);
    if (paragraph && mkcv_text_length(&t) > 200) return false;
    if (mkcv_item_is_group(r, item, &t) || is_role_over_list(r, item, &t))
        return mkcv_item_below(r, item, &t, read_item);
    if (!mkcv_parts_apart(r, &t, is_led(r, &t) ? ",;|:" : ",;|", &p) || !p.list.count) return false;
    size_t course; /* a paragraph is an entry when it has a date or begins with the role */
    bool led = end_role(r, &t, p.list.at[0], &course) > p.list.at[0].from;
    if (item->kind == MKCV_BLOCK_PARAGRAPH && !p.dated && !led && mkcv_text_length(&t) > 80) return false;
    if (item->loc.file && item->loc.line) p.loc = item->loc;
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_TEACHING, p.loc);
    if (p.dated) {
        mkcv_entry_when(r, e, &p.when);
        join_school_year(&t, &p.when, e);
        keep_term(r, e, &t, &p.when);
    } else if (mkcv_when_above(r, &above))
        mkcv_entry_when(r, e, &above);
    for (size_t i = 0; i < p.list.count; i++)
        if (!p.dated || !take_term(r, e, &t, p.list.at[i], &p.when)) add_piece(r, e, &t, p.list.at[i]);
    mkcv_entry_links(r, e, &t);
    if (e->links.count) e->url = e->links.at[0].url;
    mkcv_item_highlights(r, e, item);
    take_points(r, e);
    return settle(r, e);
}

const struct mkcv_section_kind mkcv_section_teaching = {.key = "teaching",
                                                        .titles = titles,
                                                        .headings = headings,
                                                        .json = json,
                                                        .json_date = "date",
                                                        .read_item = read_item,
                                                        .compose = mkcv_compose_entries};
