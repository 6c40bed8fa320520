/* students.c - students and other people supervised. */
#include "mkcv/compose.h"
#include "mkcv/section.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include <string.h>

static const struct mkcv_title titles[] = {{"en", "Students"},    {"de", "Betreute Arbeiten"}, {"fr", "Encadrement"},
                                           {"es", "Estudiantes"}, {"pt", "Orientações"},       {"it", "Studenti"},
                                           {"zh", "指导学生"},    {"ja", "指導学生"},          {"ko", "지도 학생"},
                                           {NULL, NULL}};
static const char *const headings[] = {"students",
                                       "current students",
                                       "phd students",
                                       "ph d students",
                                       "master students",
                                       "former students",
                                       "alumni",
                                       "advisees",
                                       "supervision",
                                       "student supervision",
                                       "mentoring",
                                       "mentees",
                                       "mentorship",
                                       "supervised students",
                                       "supervised theses",
                                       "theses supervised",
                                       "thesis supervision",
                                       "supervision of theses",
                                       "advising",
                                       "my students",
                                       "graduated students",
                                       "group members",
                                       "betreuung",
                                       "betreute arbeiten",
                                       "abschlussarbeiten",
                                       "doktoranden",
                                       "encadrement",
                                       "theses encadrees",
                                       "direction de theses",
                                       "direccion de tesis",
                                       "orientacoes concluidas",
                                       "tesi seguite",
                                       "doctorants",
                                       "etudiants",
                                       "estudiantes",
                                       "tesis dirigidas",
                                       "orientacoes",
                                       "orientandos",
                                       "alunos",
                                       "studenti",
                                       "tesi",
                                       "指导学生",
                                       "学生",
                                       "研究生",
                                       "博士生",
                                       "硕士生",
                                       "毕业生",
                                       "指導学生",
                                       "학생",
                                       "지도 학생",
                                       "团队成员",
                                       "课题组成员",
                                       NULL};
static const struct mkcv_json_field json[] = {{"name", MKCV_FIELD_TITLE},      {"degree", MKCV_FIELD_LEVEL},
                                              {"institution", MKCV_FIELD_ORG}, {"note", MKCV_FIELD_NOTE},
                                              {"summary", MKCV_FIELD_SUMMARY}, {NULL, MKCV_FIELD_TITLE}};

/* "Ph.D. student": the degree is still to come. */
static size_t end_degree(const char *s, size_t at, size_t to)
{
    static const char *const words[] = {" student", " candidate", NULL};
    for (const char *const *w = words; *w; w++)
        if (at + strlen(*w) <= to && !strncasecmp(s + at, *w, strlen(*w)) &&
            (at + strlen(*w) == to || !mkcv_is_letter((unsigned char)s[at + strlen(*w)])))
            return at + strlen(*w);
    return at;
}

/* "Bo (Bert) Berg": a name with a nickname in its midst. */
static bool find_nicknamed(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range *name)
{
    size_t n = mkcv_text_length(t);
    const char *open = memchr(t->s, '(', n < 40 ? n : 40),
               *close = open ? memchr(open, ')', n - (size_t)(open - t->s)) : NULL;
    if (!open || !close || close - open > 16 || open == t->s || memchr(open, ' ', (size_t)(close - open))) return false;
    char *s = mkcv_arena_strdup(r->arena, t->s);
    memset(s + (open - t->s), ' ', (size_t)(close - open) + 1);
    return mkcv_name_find(r->arena, s, 0, n, name) && name->from < (size_t)(open - t->s) &&
           name->to > (size_t)(close - t->s);
}

/* What the heading above says of the degree: "PhD Students" is what each of them is. */
static struct mkcv_text level_above(struct mkcv_reader *r)
{
    static const char *const levels[] = {
        "phd",      "ph.d",         "doctoral",   "master",        "masters",        "msc",
        "bsc",      "bachelor",     "bachelors",  "undergraduate", "undergraduates", "postdoc",
        "postdocs", "postdoctoral", "intern",     "interns",       "visiting",       "research assistants",
        "mphil",    "doktoranden",  "doctorants", "graduate",      "visitors",       "doutorado",
        "mestrado", "博士",         "硕士",       "本科",          "修士",           NULL};
    const struct mkcv_text *at[10];
    size_t count = 0;
    for (size_t i = r->groups.count; i-- > 0 && count < 8;) at[count++] = &r->groups.at[i];
    at[count++] = &r->lead;
    at[count++] = &r->heading;
    for (size_t i = 0; i < count; i++) {
        size_t n = mkcv_text_length(at[i]);
        if (mkcv_text_is_empty(at[i]) || n > 60 || !mkcv_range_has(r, at[i], (struct mkcv_range){0, n}, levels))
            continue;
        struct mkcv_range cut = mkcv_trim(at[i]->s, (struct mkcv_range){0, n});
        n = cut.to - cut.from;
        bool plural = n > 8 && (!strncasecmp(at[i]->s + cut.to - 8, "students", 8) ||
                                !strncasecmp(at[i]->s + cut.to - 7, "interns", 7) ||
                                !strncasecmp(at[i]->s + cut.to - 8, "postdocs", 8));
        return mkcv_text_slice(r->arena, at[i], cut.from, cut.to - plural);
    }
    return (struct mkcv_text){.s = NULL};
}

/* What is said beside the fields; neighbours stay joined as they are written. */
struct notes {
    MKCV_VEC(struct mkcv_range) list;
};

static void add_note(struct mkcv_reader *r, struct notes *notes, const struct mkcv_text *t, struct mkcv_range m)
{
    struct mkcv_range *last = notes->list.count ? &notes->list.at[notes->list.count - 1] : NULL;
    size_t gap = last ? last->to + strspn(t->s + last->to, " ,:;") : 0;
    if (last && gap == m.from)
        last->to = m.to;
    else
        *MKCV_PUSH(r->arena, &notes->list) = m;
}

static void set_note(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t, const struct notes *notes)
{
    struct mkcv_text *note = &e->fields[MKCV_FIELD_NOTE];
    for (size_t i = 0; i < notes->list.count; i++) {
        struct mkcv_text more = mkcv_text_slice(r->arena, t, notes->list.at[i].from, notes->list.at[i].to);
        if (note->s) mkcv_text_append(r->arena, note, ", ", 2, NULL);
        mkcv_text_join(r->arena, note, &more, MKCV_ROLE_PLAIN);
    }
}

/* A piece behind the name: the degree, which has a field of its own; where; or what else is said. */
static void add_piece(struct mkcv_reader *r, struct mkcv_entry *e, struct notes *notes, const struct mkcv_text *t,
                      struct mkcv_range m)
{
    static const char *const later[] = {"now",        "next",     "first", "currently", "joined",  "thesis",
                                        "paper",      "with",     "to",    "coadvised", "advised", "cosupervised",
                                        "supervised", "then",     "later", "project",   "on",      "topic",
                                        "from",       "position", NULL};
    struct mkcv_range degree;
    if (mkcv_degree_find(r->arena, t->s, m.from, m.to, &degree) && degree.from == m.from &&
        !e->fields[MKCV_FIELD_LEVEL].s) {
        degree.to = end_degree(t->s, degree.to, m.to);
        mkcv_entry_set(r, e, MKCV_FIELD_LEVEL, t, degree.from, degree.to);
        struct mkcv_range rest = mkcv_trim(t->s, (struct mkcv_range){degree.to, m.to});
        if (rest.from >= rest.to) return;
        if (!strncmp(t->s + rest.from, "at ", 3) || !strncmp(t->s + rest.from, "@ ", 2) || rest.from == degree.to + 1) {
            if (!strncmp(t->s + rest.from, "at ", 3)) rest.from += 3;
            if (!strncmp(t->s + rest.from, "@ ", 2)) rest.from += 2;
        }
        m = rest;
    }
    if (!e->fields[MKCV_FIELD_ORG].s && m.to - m.from < 100 && mkcv_is_org(r->arena, t->s, m.from, m.to) &&
        !mkcv_range_has(r, t, m, later))
        mkcv_entry_set(r, e, MKCV_FIELD_ORG, t, m.from, m.to);
    else
        add_note(r, notes, t, m);
}

/* "*Kites over water.* Harbour University": what is written in italics up to a full stop names the work; empty when
 * none opens the range. */
static struct mkcv_range find_work(const struct mkcv_text *t, struct mkcv_range m)
{
    size_t to = m.from;
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct mkcv_span *s = &t->spans.at[i];
        if (s->at <= to && to < s->at + s->len && (s->marks & MKCV_MARK_EMPH)) to = s->at + s->len;
    }
    bool stops = to > m.from && to < m.to && (t->s[to - 1] == '.' || t->s[to] == '.');
    return (struct mkcv_range){m.from, stops ? to : m.from};
}

/* One person, with what is said of him or her. */
static bool read_person(struct mkcv_reader *r, const struct mkcv_block *item, struct mkcv_text t)
{
    struct mkcv_range name;
    struct mkcv_parts p;
    struct notes notes = {.list.at = NULL};
    size_t n = mkcv_text_length(&t);
    if (!mkcv_parts_new(r, &t, ",;|:()", &p) || !p.list.count) return false;
    if (item->loc.file && item->loc.line) p.loc = item->loc;
    if (!find_nicknamed(r, &t, &name) && !mkcv_name_find(r->arena, t.s, p.list.at[0].from, p.list.at[0].to, &name))
        return false;
    struct mkcv_range degree;
    if (mkcv_degree_find(r->arena, t.s, name.from, name.to, &degree)) return false; /* "Master Student" names nobody */
    name.to = mkcv_name_native_end(t.s, name.to, n);
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_STUDENTS, p.loc);
    if (p.dated) mkcv_entry_when(r, e, &p.when);
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &t, name.from, name.to);
    mkcv_marks_off(&e->fields[MKCV_FIELD_TITLE]);
    e->url = mkcv_text_url(&t, name.from, name.to);
    for (size_t i = 0; i < p.list.count; i++) {
        struct mkcv_range m = p.list.at[i];
        if (m.to <= name.to) continue;
        if (m.from < name.to) m = mkcv_trim(t.s, (struct mkcv_range){name.to, m.to});
        struct mkcv_range work = find_work(&t, m);
        if (work.to > m.from) {
            add_note(r, &notes, &t, work);
            m = mkcv_trim(t.s, (struct mkcv_range){work.to, m.to});
        }
        if (m.from < m.to) add_piece(r, e, &notes, &t, m);
    }
    set_note(r, e, &t, &notes);
    mkcv_cut_labels(r, &e->fields[MKCV_FIELD_ORG]);
    if (!e->fields[MKCV_FIELD_LEVEL].s) e->fields[MKCV_FIELD_LEVEL] = level_above(r);
    mkcv_item_highlights(r, e, item);
    return true;
}

/* The byte behind "Former:", "PhD students:"; 0 when no such label opens the text. */
static size_t skip_label(struct mkcv_reader *r, const struct mkcv_text *t)
{
    enum { LABEL_BYTES = 40 };
    static const char *const labels[] = {
        "former",     "current",   "past",          "previous", "alumni",   "alumnus",     "alumna",        "graduated",
        "completed",  "ongoing",   "phd",           "msc",      "bsc",      "master",      "masters",       "bachelor",
        "bachelors",  "doctoral",  "postdoc",       "postdocs", "graduate", "students",    "undergraduate", "visiting",
        "interns",    "ehemalige", "aktuelle",      "aktuell",  "laufend",  "doktoranden", "promotion",     "anciens",
        "doctorants", "actuels",   "abgeschlossen", NULL};
    size_t n = mkcv_text_length(t), colon = mkcv_find_outside(t->s, 0, n < LABEL_BYTES ? n : LABEL_BYTES, ":");
    if (colon >= n || t->s[colon] != ':' || !mkcv_range_has(r, t, (struct mkcv_range){0, colon}, labels)) return 0;
    return colon + 1;
}

/* Several people of one line: each member opens with a name. */
static bool are_people(struct mkcv_reader *r, const struct mkcv_text *t, const struct mkcv_ranges *list)
{
    struct mkcv_range name;
    for (size_t i = 0; i < list->list.count; i++) {
        struct mkcv_range m = list->list.at[i];
        if (!mkcv_name_find(r->arena, t->s, m.from, m.to, &name) || name.from != m.from ||
            !memchr(t->s + name.from, ' ', name.to - name.from))
            return false;
    }
    return list->list.count > 0;
}

/* A year and the dash or colon behind it, from byte `from` on: the byte behind both; 0 when there is none. */
static size_t find_year_mark(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, struct mkcv_when *w)
{
    size_t n = mkcv_text_length(t);
    while (from < n && mkcv_when_find(r->arena, t->s, from, n, w)) {
        size_t at = w->to + strspn(t->s + w->to, " ");
        bool dash = !strncmp(t->s + at, "\xe2\x80\x93", 3) || !strncmp(t->s + at, "\xe2\x80\x94", 3);
        if (dash || t->s[at] == '-' || t->s[at] == ':') return at + (dash ? 3 : 1);
        from = w->to;
    }
    return 0;
}

/* "2024 – Ann Li, Bo Wu. 2025 – Cy Ma": the people behind each year. */
static bool read_by_year(struct mkcv_reader *r, const struct mkcv_block *item, const struct mkcv_text *t, size_t from)
{
    struct mkcv_when w, next = {.from = 0};
    size_t at = find_year_mark(r, t, from, &w);
    if (!at || mkcv_trim(t->s, (struct mkcv_range){from, w.from}).from < w.from) return false;
    bool any = false;
    for (size_t n = mkcv_text_length(t), behind; at && at < n; at = behind, w = next) {
        behind = find_year_mark(r, t, at, &next);
        struct mkcv_ranges list = mkcv_list_split(r->arena, t->s, at, behind ? next.from : n, ",;.", true);
        if (!are_people(r, t, &list)) continue;
        for (size_t i = 0; i < list.list.count; i++) {
            struct mkcv_range m = list.list.at[i];
            if (!read_person(r, item, mkcv_text_slice(r->arena, t, m.from, m.to))) continue;
            struct mkcv_section *s = mkcv_read_section(r, MKCV_KIND_STUDENTS);
            struct mkcv_entry *e = &s->entries.at[s->entries.count - 1];
            if (!e->start.year && !e->end.year) mkcv_entry_when(r, e, &w);
            any = true;
        }
    }
    return any;
}

/* "Former: Jon Ost (MSc 2020), Bo Berg": the people behind a label, which stands above each of them. */
static bool read_labelled(struct mkcv_reader *r, const struct mkcv_block *item, const struct mkcv_text *t, size_t from)
{
    size_t n = mkcv_text_length(t), groups = r->groups.count;
    struct mkcv_ranges list = mkcv_list_split(r->arena, t->s, from, n, ",;", true);
    struct mkcv_range all = mkcv_trim(t->s, (struct mkcv_range){from, n});
    bool any = false;
    if (!are_people(r, t, &list)) {
        list.list.count = 0;
        *MKCV_PUSH(r->arena, &list.list) = all;
    }
    *MKCV_PUSH(r->arena, &r->groups) = mkcv_text_slice(r->arena, t, 0, from - 1);
    if (read_by_year(r, item, t, from)) {
        r->groups.count = groups;
        return true;
    }
    for (size_t i = 0; i < list.list.count; i++) {
        struct mkcv_range m = list.list.at[i];
        any = read_person(r, item, mkcv_text_slice(r->arena, t, m.from, m.to)) || any;
    }
    r->groups.count = groups;
    return any;
}

static bool read_item(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct mkcv_text t = mkcv_item_lines(r->arena, item);
    if (mkcv_text_is_empty(&t) || (item->kind == MKCV_BLOCK_PARAGRAPH && mkcv_text_length(&t) > 200)) return false;
    if (mkcv_item_is_group(r, item, &t)) return mkcv_item_below(r, item, &t, read_item);
    size_t from = skip_label(r, &t);
    return from && from < mkcv_text_length(&t) ? read_labelled(r, item, &t, from) : read_person(r, item, t);
}

const struct mkcv_section_kind mkcv_section_students = {.key = "students",
                                                        .titles = titles,
                                                        .headings = headings,
                                                        .json = json,
                                                        .read_item = read_item,
                                                        .compose = mkcv_compose_entries};
