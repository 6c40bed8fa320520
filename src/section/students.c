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
                                       "advising",
                                       "my students",
                                       "graduated students",
                                       "group members",
                                       "betreuung",
                                       "betreute arbeiten",
                                       "abschlussarbeiten",
                                       "doktoranden",
                                       "encadrement",
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

/* What follows the name, without the degree at its start and the date at its end, which have fields of their own. */
static struct mkcv_range cut_said(const struct mkcv_parts *p, struct mkcv_range note, struct mkcv_range degree)
{
    struct mkcv_range cut = mkcv_trim(p->text.s, note);
    struct mkcv_range after = mkcv_trim(p->text.s, (struct mkcv_range){degree.to, note.to});
    bool apart =
        degree.to >= note.to || !mkcv_is_letter((unsigned char)p->text.s[after.from]) || after.from > degree.to + 1;
    if (degree.from <= cut.from && apart) cut = after;
    if (p->dated && p->when.from >= cut.from && p->when.to >= cut.to) cut.to = p->when.from;
    return cut;
}

static bool read_item(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct mkcv_parts p;
    if (!mkcv_parts_read(r, item, ",;|:(", &p) || !p.list.count) return false;
    struct mkcv_range name, degree, first = p.list.at[0];
    if (!mkcv_name_find(r->arena, p.text.s, first.from, first.to, &name) ||
        (item->kind == MKCV_BLOCK_PARAGRAPH && mkcv_text_length(&p.text) > 200))
        return false;
    size_t n = mkcv_text_length(&p.text);
    name.to = mkcv_name_native_end(p.text.s, name.to, n);
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_STUDENTS, p.loc);
    if (p.dated) mkcv_entry_when(r, e, &p.when);
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &p.text, name.from, name.to);
    struct mkcv_range note = {name.to, n};
    if (mkcv_degree_find(r->arena, p.text.s, name.to, n, &degree)) {
        degree.to = end_degree(p.text.s, degree.to, n);
        mkcv_entry_set(r, e, MKCV_FIELD_LEVEL, &p.text, degree.from, degree.to);
        note = cut_said(&p, note, degree);
    } else if (r->groups.count)
        e->fields[MKCV_FIELD_LEVEL] = r->groups.at[r->groups.count - 1];
    mkcv_entry_set(r, e, MKCV_FIELD_NOTE, &p.text, note.from, note.to);
    e->url = mkcv_text_url(&p.text, name.from, name.to);
    return true;
}

const struct mkcv_section_kind mkcv_section_students = {.key = "students",
                                                        .titles = titles,
                                                        .headings = headings,
                                                        .json = json,
                                                        .read_item = read_item,
                                                        .compose = mkcv_compose_entries};
