/* education.c - degrees and studies: the kind. Its lists are career.c's, its prose is education_prose.c. */
#include "career.h"
#include "mkcv/compose.h"
#include "mkcv/section.h"
#include "prose.h"

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
                                       "academic training",
                                       "parcours academique",
                                       NULL};

static const struct mkcv_json_field json[] = {{"studyType", MKCV_FIELD_TITLE}, {"area", MKCV_FIELD_AREA},
                                              {"institution", MKCV_FIELD_ORG}, {"location", MKCV_FIELD_LOCATION},
                                              {"score", MKCV_FIELD_SCORE},     {"honors", MKCV_FIELD_HONORS},
                                              {"thesis", MKCV_FIELD_THESIS},   {"summary", MKCV_FIELD_SUMMARY},
                                              {"note", MKCV_FIELD_NOTE},       {NULL, MKCV_FIELD_TITLE}};

const struct mkcv_section_kind mkcv_section_education = {.key = "education",
                                                         .titles = titles,
                                                         .headings = headings,
                                                         .json = json,
                                                         .json_people = "advisors",
                                                         .read_item = mkcv_career_read,
                                                         .is_entry = mkcv_career_is_entry,
                                                         .read_sentence = mkcv_education_sentence,
                                                         .compose = mkcv_compose_education};
