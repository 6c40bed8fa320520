/* other.c - what fits no kind: the section stands as it is written. */
#include "mkcv/compose.h"
#include "mkcv/section.h"

static const struct mkcv_title titles[] = {{"en", "Further"}, {"de", "Weiteres"}, {"fr", "Divers"}, {"es", "Otros"},
                                           {"pt", "Outros"},  {"it", "Altro"},    {"zh", "其他"},   {"ja", "その他"},
                                           {"ko", "기타"},    {NULL, NULL}};
static const char *const headings[] = {NULL};
static const struct mkcv_json_field json[] = {
    {"title", MKCV_FIELD_TITLE}, {"text", MKCV_FIELD_SUMMARY}, {NULL, MKCV_FIELD_TITLE}};

const struct mkcv_section_kind mkcv_section_other = {
    .key = "other", .titles = titles, .headings = headings, .json = json, .compose = mkcv_compose_blocks};
