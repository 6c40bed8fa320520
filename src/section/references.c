/* references.c - people who answer for the owner. */
#include "mkcv/compose.h"
#include "mkcv/section.h"

static const struct mkcv_title titles[] = {
    {"en", "References"}, {"de", "Referenzen"}, {"fr", "Références"}, {"es", "Referencias"}, {"pt", "Referências"},
    {"it", "Referenze"},  {"zh", "推荐人"},     {"ja", "推薦者"},     {"ko", "추천인"},      {NULL, NULL}};
static const char *const headings[] = {"references", "referees", "recommenders", "referenzen", "referencias",
                                       "referenze",  "推荐人",   "推薦者",       "추천인",     NULL};
static const struct mkcv_json_field json[] = {{"name", MKCV_FIELD_TITLE},
                                              {"reference", MKCV_FIELD_SUMMARY},
                                              {"organization", MKCV_FIELD_ORG},
                                              {NULL, MKCV_FIELD_TITLE}};

const struct mkcv_section_kind mkcv_section_references = {
    .key = "references", .titles = titles, .headings = headings, .json = json, .compose = mkcv_compose_entries};
