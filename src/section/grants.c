/* grants.c - grants: title, funder, role, amount, period. */
#include "mkcv/compose.h"
#include "mkcv/section.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include <string.h>

static const struct mkcv_title titles[] = {{"en", "Grants"},         {"de", "Drittmittel"},
                                           {"fr", "Financements"},   {"es", "Financiación"},
                                           {"pt", "Financiamentos"}, {"it", "Finanziamenti"},
                                           {"zh", "科研基金"},       {"ja", "研究費"},
                                           {"ko", "연구비"},         {NULL, NULL}};
static const char *const headings[] = {"grants",
                                       "grant",
                                       "funding",
                                       "research grants",
                                       "research funding",
                                       "funded projects",
                                       "external funding",
                                       "grants and funding",
                                       "sponsored research",
                                       "funding and grants",
                                       "drittmittel",
                                       "forderung",
                                       "drittmittelprojekte",
                                       "financements",
                                       "subventions",
                                       "projets finances",
                                       "financiacion",
                                       "proyectos financiados",
                                       "subvenciones",
                                       "financiamento",
                                       "financiamentos",
                                       "auxilios",
                                       "finanziamenti",
                                       "fondi",
                                       "基金",
                                       "科研基金",
                                       "研究費",
                                       "競争的資金",
                                       "外部資金",
                                       "연구비",
                                       "연구 과제",
                                       NULL};
static const struct mkcv_json_field json[] = {{"title", MKCV_FIELD_TITLE},     {"funder", MKCV_FIELD_ORG},
                                              {"role", MKCV_FIELD_ROLE},       {"amount", MKCV_FIELD_AMOUNT},
                                              {"summary", MKCV_FIELD_SUMMARY}, {"note", MKCV_FIELD_NOTE},
                                              {NULL, MKCV_FIELD_TITLE}};

static const char *const roles[] = {"pi",
                                    "copi",
                                    "principal investigator",
                                    "coprincipal investigator",
                                    "coi",
                                    "coinvestigator",
                                    "investigator",
                                    "lead pi",
                                    "porteur",
                                    "coporteur",
                                    "主持",
                                    "参与",
                                    "研究代表者",
                                    "研究分担者",
                                    NULL};

static bool is_amount(const struct mkcv_text *t, struct mkcv_range m)
{
    static const char *const marks[] = {"$",   "€",   "£",   "¥",    "EUR",  "USD",  "CHF",
                                        "GBP", "RMB", "CAD", "万元", "万円", "千円", "円"};
    bool digit = false;
    for (size_t i = m.from; i < m.to; i++) digit = digit || mkcv_is_digit((unsigned char)t->s[i]);
    for (size_t i = 0; digit && i < sizeof marks / sizeof *marks; i++)
        if (memmem(t->s + m.from, m.to - m.from, marks[i], strlen(marks[i]))) return m.to - m.from < 40;
    return false;
}

static bool read_item(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct mkcv_parts p;
    if (!mkcv_parts_read(r, item, ",;|", &p) || !p.list.count) return false;
    if (item->kind == MKCV_BLOCK_PARAGRAPH && mkcv_text_length(&p.text) > 300) return false;
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_GRANTS, p.loc);
    if (p.dated) mkcv_entry_when(r, e, &p.when);
    for (size_t i = 0; i < p.list.count; i++) {
        struct mkcv_range m = p.list.at[i];
        enum mkcv_field field = MKCV_FIELD_SUMMARY;
        if (is_amount(&p.text, m))
            field = MKCV_FIELD_AMOUNT;
        else if (m.to - m.from < 60 && mkcv_range_has(r, &p.text, m, roles))
            field = MKCV_FIELD_ROLE;
        else if (!e->fields[MKCV_FIELD_TITLE].s)
            field = MKCV_FIELD_TITLE;
        else if (!e->fields[MKCV_FIELD_ORG].s)
            field = MKCV_FIELD_ORG;
        if (e->fields[field].s) {
            struct mkcv_text more = mkcv_text_slice(r->arena, &p.text, m.from, m.to);
            mkcv_text_append(r->arena, &e->fields[field], ", ", 2, NULL);
            mkcv_text_join(r->arena, &e->fields[field], &more, MKCV_ROLE_PLAIN);
        } else
            mkcv_entry_set(r, e, field, &p.text, m.from, m.to);
    }
    mkcv_entry_links(r, e, &p.text);
    if (e->links.count) e->url = e->links.at[0].url;
    mkcv_item_highlights(r, e, item);
    return true;
}

const struct mkcv_section_kind mkcv_section_grants = {.key = "grants",
                                                      .titles = titles,
                                                      .headings = headings,
                                                      .json = json,
                                                      .json_people = "people",
                                                      .read_item = read_item,
                                                      .compose = mkcv_compose_entries};
