/* role_committee.c - committees and boards in a line of service: whose members serve an event, a department, or a
 * candidate; see roles.h. */
#include "mkcv/section.h"
#include "parts.h"
#include "roles.h"
#include <string.h>

static struct mkcv_range whole(const struct mkcv_text *t) { return (struct mkcv_range){0, mkcv_text_length(t)}; }

const char *const mkcv_role_bodies[] = {"committee",  "committees", "board",         "panel",      "council",
                                        "senate",     "jury",       "working group", "task force", "taskforce",
                                        "commission", "comite",     "commission",    "conseil",    "comision",
                                        "comissao",   "委员会",     "委員会",        NULL};

/* A committee for a candidate: the line names one, who is not cut at commas. */
bool mkcv_role_of_candidates(struct mkcv_reader *r, const struct mkcv_text *t)
{
    static const char *const theses[] = {"doctoral",  "dissertation", "thesis", "phd", "these", "doctoral committees",
                                         "promotion", "学位",         NULL};
    static const char *const acts[] = {"committee", "committees", "examiner", "examination", "jury",
                                       "defense",   "defence",    "juries",   "examiners",   NULL};
    return mkcv_range_has(r, t, whole(t), theses) && mkcv_range_has(r, t, whole(t), acts);
}

/* "Thesis Committees" as the role of one. */
/* "Peer Review - Journals": what is done, and for what, is what a reviewer does. */
static bool is_review(const struct mkcv_clause *c)
{
    static const char *const reviews[] = {"review", "reviews", "reviewing", NULL},
                             *const around[] = {"peer",        "paper",       "papers",   "journal",   "journals",
                                                "conference",  "conferences", "workshop", "workshops", "manuscript",
                                                "manuscripts", "article",     "articles", "ad",        "hoc",
                                                "for",         "and",         "&",        "-",         ":",
                                                "–",           "—",           "(",        ")",         "activities",
                                                "academic",    "scientific",  "external", NULL};
    bool review = false;
    for (size_t i = 0; i < c->tokens.list.count; i++) {
        if (mkcv_clause_is(c, i, reviews))
            review = true;
        else if (!mkcv_clause_is(c, i, around))
            return false;
    }
    return review && c->tokens.list.count > 1;
}

struct mkcv_text mkcv_role_singular(struct mkcv_reader *r, const struct mkcv_text *t)
{
    static const char *const plurals[] = {"committees", "reviewers", "chairs", "editors",  "members", "organizers",
                                          "organisers", "examiners", "juries", "referees", NULL};
    static const char *const doing[][2] = {{"refereeing", "Referee"},
                                           {"journal refereeing", "Referee"},
                                           {"reviewing", "Reviewer"},
                                           {"journal reviewing", "Journal Reviewer"},
                                           {"conference reviewing", "Conference Reviewer"}};
    size_t n = mkcv_text_length(t);
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, 0, n);
    for (size_t i = 0; i < sizeof doing / sizeof *doing; i++)
        if (k.list.count && mkcv_phrase_at(&k, 0, doing[i][0]) == k.list.count)
            return mkcv_text_new(r->arena, doing[i][1], mkcv_text_loc(t, 0));
    const struct mkcv_clause c = mkcv_clause_new(r, t, 0, n);
    if (is_review(&c)) return mkcv_text_new(r->arena, "Reviewer", mkcv_text_loc(t, 0));
    for (const char *const *p = plurals; k.list.count && *p; p++)
        if (!strcmp(k.list.at[k.list.count - 1].fold, *p) && t->s[n - 1] == 's')
            return mkcv_text_slice(r->arena, t, 0, n - 1);
    return *t;
}

/* Under a heading of theses' committees: "Chair, Bo Berg (Ph.D.), Malmo University". */
bool mkcv_role_candidate(struct mkcv_reader *r, const struct mkcv_text *t, const struct mkcv_text *above,
                         struct mkcv_loc loc)
{
    size_t n = mkcv_text_length(t), comma = mkcv_find_outside(t->s, 0, n, ",");
    struct mkcv_range first = mkcv_trim(t->s, (struct mkcv_range){0, comma});
    struct mkcv_text role = mkcv_role_singular(r, above);
    static const char *const parts[] = {"chair",   "member", "examiner", "reviewer", "president", "opponent",
                                        "advisor", "reader", "external", "cochair",  NULL};
    if (mkcv_find_outside(t->s, 0, n, ":") < n || mkcv_role_find(r, t, whole(t)).to == n) return false;
    if (comma < n && first.to - first.from < 30 && mkcv_range_has(r, t, first, parts)) {
        struct mkcv_text part = mkcv_text_slice(r->arena, t, first.from, first.to);
        mkcv_text_append(r->arena, &part, ", ", 2, NULL);
        mkcv_text_join(r->arena, &part, &role, MKCV_ROLE_PLAIN);
        return mkcv_role_add_venue(r, &part, t, (struct mkcv_range){comma + 1, n}, loc, true);
    }
    return mkcv_role_add_venue(r, &role, t, whole(t), loc, true);
}

/* "Member of the Programme Committee, Tide Days 2021": the body of an event or a journal is of the role, and the event
 * its venue. */
static bool read_event_body(struct mkcv_reader *r, const struct mkcv_text *t, const struct mkcv_tokens *k, size_t first,
                            struct mkcv_loc loc)
{
    static const char *const event_bodies[] = {"program committee",
                                               "programme committee",
                                               "organizing committee",
                                               "organising committee",
                                               "scientific committee",
                                               "steering committee",
                                               "editorial board",
                                               "reviewer board",
                                               "review board",
                                               "evaluation committee",
                                               "programmkomitee",
                                               "organisationskomitee",
                                               "comite de programme",
                                               "comite scientifique",
                                               "comite de lecture",
                                               "comite de redaction",
                                               "comite dorganisation",
                                               "comite cientifico",
                                               "comite organizador",
                                               "comite editorial",
                                               "comitato scientifico",
                                               "comitato organizzatore",
                                               "comitato editoriale",
                                               "pc",
                                               "tpc",
                                               NULL},
                             *const joints[] = {"of", "for",   "at",     "in",      "de",     "del",   "der",
                                                "du", "della", "do",     "da",      ",",      "-",     "–",
                                                "—",  "|",     "of the", "for the", "at the", "de la", NULL};
    size_t reach = first + 6 < k->list.count ? first + 6 : k->list.count, len;
    size_t at = mkcv_phrase_find(k, first, reach, event_bodies, &len);
    if (at == NOWHERE || at + len >= k->list.count) return false;
    size_t joint = mkcv_phrases_at(k, at + len, joints);
    if (!joint || at + len + joint >= k->list.count) return false;
    struct mkcv_text role = mkcv_text_slice(r->arena, t, k->list.at[0].from, k->list.at[at + len - 1].to);
    return mkcv_role_venues(r, &role, t, k->list.at[at + len + joint].from, mkcv_text_length(t), loc);
}

/* "Member of the Admissions Committee, Department of Optics": a committee and where it sits are one venue. Who is a
 * member of a society serves nobody: a membership. */
bool mkcv_role_member(struct mkcv_reader *r, const struct mkcv_text *t, const struct mkcv_block *item,
                      struct mkcv_loc loc)
{
    static const char *const roles[] = {"member",
                                        "chair",
                                        "cochair",
                                        "vice chair",
                                        "elected member",
                                        "membre",
                                        "mitglied",
                                        "miembro",
                                        "membro",
                                        "president",
                                        "secretary",
                                        "student member",
                                        "head",
                                        "senior member",
                                        "coordinator",
                                        "representative",
                                        "faculty member",
                                        "membre elu",
                                        "membre elue",
                                        "membre nomme",
                                        "membre nommee",
                                        "membre exterieur",
                                        "gewahltes mitglied",
                                        "miembro electo",
                                        "membro eletto",
                                        "membro titular",
                                        "membro efetivo",
                                        NULL};
    static const char *const joints[] = {"of the", "of",     "in the", "in", "on the", "at",  "du",    "de la", "del",
                                         "de",     "im",     "der",    "da", "do",     "des", "della", "dello", "dei",
                                         "en",     "in der", ",",      "-",  "–",      "—",   "|",     NULL};
    size_t n = mkcv_text_length(t);
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, 0, n);
    size_t len = mkcv_phrases_at(&k, 0, roles), joint = len ? mkcv_phrases_at(&k, len, joints) : 0;
    if (!joint || len + joint >= k.list.count) return false;
    struct mkcv_range rest = {k.list.at[len + joint].from, n};
    bool society = !strcmp(k.list.at[len - 1].fold, "member") && len <= 2;
    if (mkcv_find_outside(t->s, rest.from, n, ":;") >= n && read_event_body(r, t, &k, len + joint, loc)) return true;
    if (mkcv_range_has(r, t, rest, mkcv_role_bodies)) {
        struct mkcv_text role = mkcv_text_slice(r->arena, t, k.list.at[0].from, k.list.at[len - 1].to);
        return mkcv_find_outside(t->s, rest.from, n, ":;") >= n && mkcv_role_add_venue(r, &role, t, rest, loc, true);
    }
    return society && item && !mkcv_role_in(r, t, rest) && mkcv_section_kind(MKCV_KIND_MEMBERSHIPS)->read_item(r, item);
}

/* "Equality Committee, Institute of Optics, 2023–present": who sits on it is not said otherwise. */
bool mkcv_role_body(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_loc loc)
{
    static const char *const ends[] = {"committee", "subcommittee", "board", "council", "panel",
                                       "senate",    "commission",   "jury",  "beirat",  "kommission",
                                       "ausschuss", "senat",        NULL};
    size_t n = mkcv_text_length(t), comma = mkcv_find_outside(t->s, 0, n, ",|");
    struct mkcv_range first = mkcv_trim(t->s, (struct mkcv_range){0, comma});
    if (comma >= n || first.to - first.from > 70) return false;
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, first.from, first.to);
    if (k.list.count < 2 || !mkcv_phrases_at(&k, k.list.count - 1, ends)) return false;
    struct mkcv_when w;
    struct mkcv_range rest = mkcv_trim(t->s, (struct mkcv_range){comma + 1, n});
    if (mkcv_when_read(r->arena, t->s, rest.from, rest.to, &w)) return false;
    struct mkcv_text role = mkcv_text_slice(r->arena, t, first.from, first.to);
    return mkcv_role_add_venue(r, &role, t, rest, loc, true);
}
