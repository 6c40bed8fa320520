/* teaching.c - courses taught. */
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
                                       "강의",
                                       "수업",
                                       NULL};
static const struct mkcv_json_field json[] = {{"name", MKCV_FIELD_TITLE},      {"institution", MKCV_FIELD_ORG},
                                              {"role", MKCV_FIELD_ROLE},       {"location", MKCV_FIELD_LOCATION},
                                              {"summary", MKCV_FIELD_SUMMARY}, {NULL, MKCV_FIELD_TITLE}};

static const char *const roles[] = {"teaching assistant",
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
                                    NULL};

/* "Teaching Assistant, Compilers, University": the role leads the item. */
static bool read_role(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct mkcv_parts p;
    if (!mkcv_parts_read(r, item, ",;|:", &p) || p.list.count < 2) return false;
    struct mkcv_range first = p.list.at[0];
    if (first.to - first.from > 60 || !mkcv_range_has(r, &p.text, first, roles)) return false;
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_TEACHING, p.loc);
    if (p.dated) mkcv_entry_when(r, e, &p.when);
    mkcv_entry_set(r, e, MKCV_FIELD_ROLE, &p.text, first.from, first.to);
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &p.text, p.list.at[1].from, p.list.at[1].to);
    if (p.list.count > 2) {
        struct mkcv_range rest = mkcv_parts_join(&p, 2, p.list.count - 1);
        mkcv_entry_set(r, e, MKCV_FIELD_ORG, &p.text, rest.from, rest.to);
    }
    mkcv_entry_links(r, e, &p.text);
    if (e->links.count) e->url = e->links.at[0].url;
    mkcv_item_highlights(r, e, item);
    return true;
}

static bool read_item(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct mkcv_text t = mkcv_item_text(r->arena, item);
    if (item->kind == MKCV_BLOCK_PARAGRAPH && mkcv_text_length(&t) > 200) return false;
    return read_role(r, item) || mkcv_item_read(r, MKCV_KIND_TEACHING, item);
}

const struct mkcv_section_kind mkcv_section_teaching = {.key = "teaching",
                                                        .titles = titles,
                                                        .headings = headings,
                                                        .json = json,
                                                        .json_date = "date",
                                                        .read_item = read_item,
                                                        .compose = mkcv_compose_entries};
