/* memberships.c - societies that the owner belongs to. */
#include "mkcv/clause.h"
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
            mkcv_entry_append(r, e, e->fields[MKCV_FIELD_TITLE].s ? MKCV_FIELD_SUMMARY : MKCV_FIELD_TITLE, &p.text,
                              m.from, m.to);
    }
    return true;
}

/* "IEEE", "the Royal Historical Society": a body that one is a member of; a laboratory or a board is none. */
static bool is_body(const struct mkcv_clause *c, struct mkcv_range org)
{
    static const char *const bodies[] = {"society",    "academy",  "association",  "ieee",         "acm",
                                         "societe",    "academie", "sociedad",     "academia",     "aaas",
                                         "siam",       "ams",      "accademia",    "gesellschaft", "verband",
                                         "asociacion", "societa",  "associazione", "associacao",   "sociedade",
                                         "akademie",   "aaai",     "usenix",       "institution",  "federation",
                                         NULL},
                             *const groups[] = {"group", "lab", "laboratory", "team", "board", "committee", NULL};
    return mkcv_range_has(c->r, c->text, org, bodies) && !mkcv_range_has(c->r, c->text, org, groups);
}

/* "a senior member of the IEEE" from token `i` on: the token after it, or `i`. */
static size_t read_member(const struct mkcv_clause *c, size_t i)
{
    static const char *const articles[] = {"a",      "an",   "the",       "also",      "both", "elected", "proud",
                                           "active", "un",   "une",       "una",       "um",   "uma",     "ein",
                                           "eine",   "full", "currently", "egalement", NULL},
                             *const joints[] = {"of the", "of",  "der",   "des",  "de la",  "de", "da",
                                                "do",     "del", "della", "dell", "in der", "im", NULL};
    size_t at = i;
    while (mkcv_clause_is(c, at, articles) && !mkcv_phrases_at(&c->tokens, at, roles)) at++;
    size_t role = mkcv_phrases_at(&c->tokens, at, roles),
           joint = role ? mkcv_phrases_at(&c->tokens, at + role, joints) : 0;
    struct mkcv_range org;
    size_t start = at + role + joint, next = role ? mkcv_clause_org(c, start, &org) : i;
    if (!role || next == start || !is_body(c, org)) return i;
    struct mkcv_range title = mkcv_clause_range(c, at, at + role);
    struct mkcv_entry *e = mkcv_read_entry(c->r, MKCV_KIND_MEMBERSHIPS, mkcv_text_loc(c->text, title.from));
    mkcv_entry_set(c->r, e, MKCV_FIELD_ROLE, c->text, title.from, title.to);
    mkcv_entry_set(c->r, e, MKCV_FIELD_TITLE, c->text, org.from, org.to);
    struct mkcv_when w;
    size_t dated = mkcv_clause_when(c, next, &w);
    if (dated != next) mkcv_entry_when(c->r, e, &w);
    return dated;
}

/* "I am a member of the ACM and a senior member of the IEEE". */
static bool read_sentence(struct mkcv_reader *r, const struct mkcv_text *text, size_t from, size_t to)
{
    static const char *const be[] = {"am", "im", "is", "been", NULL}, *const own[] = {"je suis", "soy",     "sono",
                                                                                      "sou",     "ich bin", "bin ich",
                                                                                      NULL},
                             *const joints[] = {"and", ",", "et", "y", "e", "und", "&", "as", "well", NULL};
    struct mkcv_clause c = mkcv_clause_new(r, text, from, to);
    bool any = false;
    for (size_t i = 0; i < c.tokens.list.count; i++) {
        size_t n = mkcv_phrases_at(&c.tokens, i, own), next;
        if (!n && mkcv_clause_is(&c, i, be)) n = mkcv_clause_is_self(&c, i) || !strcmp(mkcv_clause_word(&c, i), "im");
        if (!n) continue;
        for (size_t at = i + n; (next = read_member(&c, at)) != at; at = next) {
            any = true;
            while (mkcv_clause_is(&c, next, joints)) next++;
        }
    }
    return any;
}

const struct mkcv_section_kind mkcv_section_memberships = {.key = "memberships",
                                                           .titles = titles,
                                                           .headings = headings,
                                                           .json = json,
                                                           .read_item = read_item,
                                                           .read_sentence = read_sentence,
                                                           .compose = mkcv_compose_entries};
