/* volunteer.c - voluntary work outside of the profession. */
#include "mkcv/compose.h"
#include "mkcv/section.h"

static const struct mkcv_title titles[] = {
    {"en", "Volunteering"}, {"de", "Ehrenamt"}, {"fr", "Bénévolat"},    {"es", "Voluntariado"}, {"pt", "Voluntariado"},
    {"it", "Volontariato"}, {"zh", "志愿服务"}, {"ja", "ボランティア"}, {"ko", "봉사 활동"},    {NULL, NULL}};
static const char *const headings[] = {"involvement",
                                       "leadership",
                                       "leadership experience",
                                       "extracurricular activities",
                                       "community involvement",
                                       "volunteer",
                                       "volunteering",
                                       "volunteer experience",
                                       "volunteer work",
                                       "ehrenamt",
                                       "ehrenamtliche tatigkeit",
                                       "benevolat",
                                       "voluntariado",
                                       "volontariato",
                                       "志愿",
                                       "志愿服务",
                                       "ボランティア",
                                       NULL};
static const struct mkcv_json_field json[] = {{"position", MKCV_FIELD_TITLE},
                                              {"organization", MKCV_FIELD_ORG},
                                              {"summary", MKCV_FIELD_SUMMARY},
                                              {NULL, MKCV_FIELD_TITLE}};

const struct mkcv_section_kind mkcv_section_volunteer = {
    .key = "volunteer", .titles = titles, .headings = headings, .json = json, .compose = mkcv_compose_entries};
