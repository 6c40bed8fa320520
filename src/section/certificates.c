/* certificates.c - certificates held. */
#include "mkcv/compose.h"
#include "mkcv/section.h"

static const struct mkcv_title titles[] = {{"en", "Certificates"}, {"de", "Zertifikate"},
                                           {"fr", "Certificats"},  {"es", "Certificados"},
                                           {"pt", "Certificados"}, {"it", "Certificazioni"},
                                           {"zh", "证书"},         {"ja", "資格"},
                                           {"ko", "자격증"},       {NULL, NULL}};
static const char *const headings[] = {"certificates",    "certifications", "certificate", "certification",
                                       "licenses",        "zertifikate",    "certificats", "certificados",
                                       "certificaciones", "certificazioni", "证书",        "資格",
                                       "자격증",          "자격사항",       "자격",        NULL};
static const struct mkcv_json_field json[] = {
    {"name", MKCV_FIELD_TITLE}, {"issuer", MKCV_FIELD_ORG}, {"summary", MKCV_FIELD_SUMMARY}, {NULL, MKCV_FIELD_TITLE}};

const struct mkcv_section_kind mkcv_section_certificates = {.key = "certificates",
                                                            .titles = titles,
                                                            .headings = headings,
                                                            .json = json,
                                                            .json_date = "date",
                                                            .compose = mkcv_compose_entries};
