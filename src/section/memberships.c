/* memberships.c - societies that the owner belongs to. */
#include "mkcv/compose.h"
#include "mkcv/section.h"
#include "parts.h"
#include <string.h>

static const struct mkcv_title titles[] = {{"en", "Memberships"},       {"de", "Mitgliedschaften"},
                                           {"fr", "Sociétés savantes"}, {"es", "Afiliaciones"},
                                           {"pt", "Afiliações"},        {"it", "Affiliazioni"},
                                           {"zh", "学会会员"},          {"ja", "所属学会"},
                                           {"ko", "학회 활동"},         {NULL, NULL}};
static const char *const headings[] = {"memberships",
                                       "membership",
                                       "professional memberships",
                                       "professional membership",
                                       "affiliations",
                                       "professional affiliations",
                                       "societies",
                                       "mitgliedschaften",
                                       "mitgliedschaft",
                                       "societes savantes",
                                       "membre",
                                       "afiliaciones",
                                       "membresias",
                                       "afiliacoes",
                                       "affiliazioni",
                                       "学会会员",
                                       "会员",
                                       "所属学会",
                                       "학회",
                                       NULL};
static const struct mkcv_json_field json[] = {
    {"name", MKCV_FIELD_TITLE}, {"role", MKCV_FIELD_ROLE}, {"summary", MKCV_FIELD_SUMMARY}, {NULL, MKCV_FIELD_TITLE}};
static const char *const roles[] = {"member",         "senior member",
                                    "student member", "fellow",
                                    "mitglied",       "membre",
                                    "miembro",        "membro",
                                    "socio",          "associate member",
                                    "full member",    "professional member",
                                    "life member",    "fellow member",
                                    "会员",           "会員",
                                    "正会員",         NULL};

/* "IEEE (Senior Member, 2020-), ACM (Member)": each has its role in a bracket. */
static bool read_bracketed(struct mkcv_reader *r, const struct mkcv_parts *p)
{
    const struct mkcv_text *t = &p->text;
    struct mkcv_ranges list = mkcv_list_split(r->arena, t->s, 0, mkcv_text_length(t), ",;", true);
    for (size_t pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < list.list.count; i++) {
            struct mkcv_range m = list.list.at[i];
            const char *open = t->s[m.to - 1] == ')' ? memrchr(t->s + m.from, '(', m.to - m.from) : NULL;
            if (!open) return false;
            struct mkcv_range in = {(size_t)(open - t->s) + 1, m.to - 1};
            if (in.from < m.from + 3 || !mkcv_range_has(r, t, in, roles)) return false;
            if (!pass) continue;
            struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_MEMBERSHIPS, p->loc);
            struct mkcv_when w;
            bool dated = mkcv_when_find(r->arena, t->s, in.from, in.to, &w);
            if (dated) mkcv_entry_when(r, e, &w);
            mkcv_entry_set(r, e, MKCV_FIELD_TITLE, t, m.from, in.from - 1);
            mkcv_entry_set(r, e, MKCV_FIELD_ROLE, t, in.from, dated && w.from > in.from ? w.from : in.to);
        }
    return list.list.count > 0;
}

/* "IEEE Member, ACM Member": each part is one. */
static bool read_each(struct mkcv_reader *r, const struct mkcv_parts *p)
{
    for (size_t i = 0; i < p->list.count; i++)
        if (!mkcv_range_has(r, &p->text, p->list.at[i], roles) || p->list.at[i].to - p->list.at[i].from < 10)
            return false;
    for (size_t i = 0; i < p->list.count; i++)
        mkcv_entry_set(r, mkcv_read_entry(r, MKCV_KIND_MEMBERSHIPS, p->loc), MKCV_FIELD_TITLE, &p->text,
                       p->list.at[i].from, p->list.at[i].to);
    return p->list.count > 0;
}

/* "Senior Member of IEEE (2019-present)". */
static bool read_of(struct mkcv_reader *r, const struct mkcv_parts *p)
{
    static const char *const joints[] = {"of the", "of", "at the", "at", "der", "des", "de la",
                                         "de l",   "de", "da",     "do", "del", NULL};
    struct mkcv_range first = p->list.at[0];
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, p->text.s, first.from, first.to);
    size_t role = mkcv_phrases_at(&k, 0, roles), joint = role ? mkcv_phrases_at(&k, role, joints) : 0;
    if (!joint || role + joint >= k.list.count) return false;
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_MEMBERSHIPS, p->loc);
    if (p->dated) mkcv_entry_when(r, e, &p->when);
    mkcv_entry_set(r, e, MKCV_FIELD_ROLE, &p->text, k.list.at[0].from, k.list.at[role - 1].to);
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &p->text, k.list.at[role + joint].from, first.to);
    if (p->list.count > 1)
        mkcv_entry_set(r, e, MKCV_FIELD_SUMMARY, &p->text, p->list.at[1].from, p->list.at[p->list.count - 1].to);
    return true;
}

/* "Member, IEEE", "IEEE, Student Member". */
static bool read_item(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct mkcv_parts p;
    if (!mkcv_parts_read(r, item, ",;|:", &p) || !p.list.count) return false;
    if (read_bracketed(r, &p) || read_of(r, &p) || read_each(r, &p)) return true;
    if (p.list.count > 6) return false;
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_MEMBERSHIPS, p.loc);
    if (p.dated) mkcv_entry_when(r, e, &p.when);
    for (size_t i = 0; i < p.list.count; i++) {
        struct mkcv_range m = p.list.at[i];
        bool role = p.list.count > 1 && m.to - m.from < 40 && mkcv_range_has(r, &p.text, m, roles) &&
                    !e->fields[MKCV_FIELD_ROLE].s;
        if (role)
            mkcv_entry_set(r, e, MKCV_FIELD_ROLE, &p.text, m.from, m.to);
        else
            mkcv_entry_set(r, e, e->fields[MKCV_FIELD_TITLE].s ? MKCV_FIELD_SUMMARY : MKCV_FIELD_TITLE, &p.text, m.from,
                           m.to);
    }
    return true;
}

const struct mkcv_section_kind mkcv_section_memberships = {.key = "memberships",
                                                           .titles = titles,
                                                           .headings = headings,
                                                           .json = json,
                                                           .read_item = read_item,
                                                           .compose = mkcv_compose_entries};
