/* work_post.c - the words of a post, and the post with what follows it in a sentence; see work_post.h. */
#include "work_post.h"
#include "parts.h"
#include "prose.h"
#include <string.h>

/* The head words of posts. */
static const char *const posts[] = {"professor",
                                    "professorship",
                                    "fellow",
                                    "researcher",
                                    "affiliate",
                                    "scientist",
                                    "engineer",
                                    "intern",
                                    "internship",
                                    "lecturer",
                                    "instructor",
                                    "postdoc",
                                    "postdoctoral",
                                    "assistant",
                                    "associate",
                                    "director",
                                    "dean",
                                    "head",
                                    "manager",
                                    "developer",
                                    "analyst",
                                    "consultant",
                                    "scholar",
                                    "reader",
                                    "lead",
                                    "leader",
                                    "chair",
                                    "architect",
                                    "programmer",
                                    "teacher",
                                    "tutor",
                                    "ra",
                                    "ta",
                                    "cto",
                                    "ceo",
                                    "founder",
                                    "cofounder",
                                    "president",
                                    "officer",
                                    "investigator",
                                    "associate",
                                    "postdoctorate",
                                    "student",
                                    "trainee",
                                    "economist",
                                    "statistician",
                                    "specialist",
                                    "technician",
                                    "librarian",
                                    "curator",
                                    "visitor",
                                    "advisor",
                                    "coordinator",
                                    "expert",
                                    "faculty",
                                    "member",
                                    "wissenschaftlicher",
                                    "mitarbeiter",
                                    "mitarbeiterin",
                                    "gastwissenschaftler",
                                    "gastwissenschaftlerin",
                                    "gastprofessor",
                                    "gastprofessorin",
                                    "gastforscher",
                                    "gastforscherin",
                                    "gastdozent",
                                    "gastdozentin",
                                    "privatdozent",
                                    "privatdozentin",
                                    "wissenschaftler",
                                    "wissenschaftlerin",
                                    "doktorand",
                                    "doktorandin",
                                    "universitatsprofessor",
                                    "universitatsprofessorin",
                                    "juniorprofessorin",
                                    "hilfskraft",
                                    "tutorin",
                                    "lehrbeauftragter",
                                    "lehrbeauftragte",
                                    "oberassistent",
                                    "oberassistentin",
                                    "abteilungsleiter",
                                    "abteilungsleiterin",
                                    "projektleiter",
                                    "projektleiterin",
                                    "direktor",
                                    "direktorin",
                                    "dekan",
                                    "dekanin",
                                    "lektor",
                                    "lektorin",
                                    "nachwuchsgruppenleiter",
                                    "nachwuchsgruppenleiterin",
                                    "maitresse",
                                    "vacataire",
                                    "ayudante",
                                    "ingeniero",
                                    "ingeniera",
                                    "consultor",
                                    "consultora",
                                    "cientifico",
                                    "cientifica",
                                    "directora",
                                    "coordinador",
                                    "coordinadora",
                                    "decano",
                                    "engenheiro",
                                    "engenheira",
                                    "coordenador",
                                    "coordenadora",
                                    "diretor",
                                    "diretora",
                                    "assistente",
                                    "bolseiro",
                                    "bolseira",
                                    "leitor",
                                    "leitora",
                                    "direttore",
                                    "direttrice",
                                    "coordinatore",
                                    "coordinatrice",
                                    "consulente",
                                    "ingegnere",
                                    "collaboratore",
                                    "collaboratrice",
                                    "professorin",
                                    "gruppenleiter",
                                    "gruppenleiterin",
                                    "dozent",
                                    "dozentin",
                                    "juniorprofessor",
                                    "werkstudent",
                                    "postdoktorand",
                                    "professeur",
                                    "professeure",
                                    "chercheur",
                                    "chercheuse",
                                    "maitre",
                                    "stagiaire",
                                    "ater",
                                    "attache",
                                    "attachee",
                                    "akademische",
                                    "ingenieure",
                                    "ingenieur",
                                    "enseignant",
                                    "enseignante",
                                    "doctorant",
                                    "profesor",
                                    "profesora",
                                    "investigador",
                                    "investigadora",
                                    "becario",
                                    "pesquisador",
                                    "pesquisadora",
                                    "docente",
                                    "professore",
                                    "ricercatore",
                                    "ricercatrice",
                                    "assegnista",
                                    "教授",
                                    "讲师",
                                    "研究员",
                                    "工程师",
                                    "实习",
                                    "博士后",
                                    "助理",
                                    "講師",
                                    "助教",
                                    "研究員",
                                    "准教授",
                                    "主任",
                                    "院长",
                                    "教師",
                                    "교수",
                                    "연구원",
                                    "professeur",
                                    "chercheuse",
                                    "charge",
                                    "chargee",
                                    "directrice",
                                    "directeur",
                                    "postdoctorant",
                                    "postdoctorante",
                                    "doctorante",
                                    "assistante",
                                    "professora",
                                    "professoressa",
                                    "dottorando",
                                    "dottoranda",
                                    "borsista",
                                    "tirocinante",
                                    "bolsista",
                                    "estagiario",
                                    "estagiaria",
                                    "becaria",
                                    "catedratico",
                                    "catedratica",
                                    "postdoktorandin",
                                    "akademischer",
                                    "leiter",
                                    "leiterin",
                                    "praktikant",
                                    "praktikantin",
                                    "informatiker",
                                    "entwickler",
                                    "entwicklerin",
                                    "ingenieurin",
                                    "vertretungsprofessor",
                                    "vertretungsprofessorin",
                                    "referent",
                                    "referentin",
                                    "postdocs",
                                    "fellowship",
                                    "visitante",
                                    "studentische",
                                    "postdoctorat",
                                    "posdoctoral",
                                    "administrator",
                                    "designer",
                                    "coach",
                                    "chairman",
                                    "教員",
                                    "教师",
                                    "访问学者",
                                    "特任",
                                    "客員",
                                    "科学家",
                                    "인턴",
                                    "강사",
                                    NULL};
static const char *const weak[] = {"member", "student", "assistant", "chair",   "head",
                                   "lead",   "faculty", "advisor",   "visitor", NULL};
static const char *const study[] = {"phd",      "msc", "master", "masters",   "doctoral", "undergraduate", "bachelor",
                                    "graduate", "bsc", "ms",     "candidate", "dphil",    "mphil",         NULL};

bool mkcv_is_post(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range)
{
    static const char *const service[] = {"editor",        "editorial",     "editors",         "reviewer",
                                          "referee",       "committee",     "program chair",   "area chair",
                                          "session chair", "general chair", "workshop chair",  "guest editor",
                                          "organizer",     "track chair",   "publicity chair", "senior member",
                                          "ieee member",   "acm member",    "student member",  NULL};
    return mkcv_range_has(r, t, range, posts) && !mkcv_range_has(r, t, range, service);
}

bool mkcv_post_is_word(const struct mkcv_clause *c, size_t i) { return mkcv_clause_is(c, i, posts); }

/* Behind "and": a further word of the same post ("Professor and Dean"), not a post of its own, "a Fellow of". */
static bool goes_on(const struct mkcv_clause *c, size_t i)
{
    static const char *const articles[] = {"a", "an", "the", NULL};
    return !mkcv_clause_is(c, i, articles) && (mkcv_clause_is(c, i, posts) || mkcv_clause_is_capital(c, i));
}

/* Ranks that are held in a subject, whatever letters it begins with: "Lecturer in Statistics at". */
static bool has_rank(const struct mkcv_clause *c, size_t first, size_t end)
{
    static const char *const ranks[] = {
        "professor",    "prof",          "lecturer",    "reader",       "instructor",    "docent",       "dozent",
        "chair",        "professore",    "ricercatore", "ricercatrice", "professoressa", "docente",      "assegnista",
        "investigador", "investigadora", "profesor",    "profesora",    "pesquisador",   "pesquisadora", "professora",
        "professeur",   "professeure",   "chercheur",   "chercheuse",   "dozentin",      "professorin",  NULL};
    for (size_t i = first; i < end; i++)
        if (mkcv_clause_is(c, i, ranks)) return true;
    return false;
}

/* "lecturer in plant ecology at": the subject that a post is of, in small letters, up to the words that lead to its
 * place. The token behind it; `end`, where its "in" stands, when there is none. */
static size_t read_field(const struct mkcv_clause *c, size_t first, size_t end)
{
    static const char *const leads[] = {"in", "en", "em", "im", NULL}, *const places[] = {"at",  "with",   "presso",
                                                                                          "an",  "bei",    "am",
                                                                                          "au",  "dans",   "na",
                                                                                          "no",  "en",     "nella",
                                                                                          "nel", "within", "et",
                                                                                          NULL},
                             *const strange[] = {"the",   "my",  "his", "her", "our",   "a",     "an",   "which",
                                                 "where", "who", "i",   "he",  "she",   "is",    "was",  "am",
                                                 "la",    "el",  "le",  "les", "this",  "that",  "our",  "charge",
                                                 "un",    "une", "una", "il",  "early", "order", "with", NULL},
                             *const units[] = {"school", "department", "institute",  "faculty",    "college",
                                               "centre", "center",     "laboratory", "university", NULL};
    size_t k = end + 1;
    if (!mkcv_clause_is(c, end, leads) || !mkcv_is_post(c->r, c->text, mkcv_clause_range(c, first, end))) return end;
    bool rank = has_rank(c, first, end);
    for (; k < c->tokens.list.count && k < end + 8; k++) {
        bool place = mkcv_clause_is(c, k, places) || mkcv_clause_is_at(c, k);
        if (k > end + 1 && place) return k;
        if (k > end + 1 && mkcv_clause_is(c, k, units)) return end; /* "in Kahlert School of Computing" */
        if (rank && mkcv_clause_is_capital(c, k)) continue;
        struct mkcv_range org;
        if (k > end + 1 && !strcmp(mkcv_clause_word(c, k), "of") && mkcv_clause_org(c, k + 1, &org) != k + 1) return k;
        const char *w = mkcv_clause_word(c, k);
        if (k > end + 1 && (!strcmp(w, ",") || !strcmp(w, "(") || !strcmp(w, "."))) return k;
        if (mkcv_clause_is(c, k, strange) || !c->tokens.list.at[k].word) return end;
        if (mkcv_clause_is_capital(c, k) || (w[0] >= '0' && w[0] <= '9')) return end;
    }
    return k > end + 1 && k >= c->tokens.list.count ? k : end;
}

/* "d'attachée", "l'ingénieure": the byte behind the elided article that opens token `i`. */
static size_t behind_elision(const struct mkcv_clause *c, size_t i)
{
    size_t from = c->tokens.list.at[i].from;
    const char *s = c->text->s + from;
    if (!*s || !strchr("dlDL", *s)) return from;
    size_t mark = s[1] == '\'' ? 1 : !strncmp(s + 1, "\xe2\x80\x99", 3) ? 3 : 0;
    return mark ? from + 1 + mark : from;
}

/* Where the words of a post end that start at token `i`; `i` when they are none. */
size_t mkcv_post_read(const struct mkcv_clause *c, size_t i)
{
    static const char *const ends[] = {
        "at",       "in",         "with",       "@",      "under",   "working",  "since",   "from",     "who",
        "where",    "advised",    "supervised", "hosted", "(",       ",",        ".",       ";",        ":",
        "–",        "—",          "on",         "within", "led",     "mentored", "leading", "focusing", "is",
        "was",      "i",          "by",         "during", "between", "until",    "before",  "after",    "chez",
        "na",       "no",         "presso",     "bei",    "an",      "en",       "am",      "im",       "au",
        "pursuing", "fulfilling", "dans",       "nel",    "nella",   "dal",      "beim",    NULL};
    static const char *const places[] = {"at", "in", "with", "@", "within", NULL};
    size_t end = i, field;
    for (; end < c->tokens.list.count && end - i < 14; end++) {
        if (end > i && (field = read_field(c, i, end)) != end) {
            end = field;
            break;
        }
        size_t close = mkcv_clause_close(c, end); /* "ricercatore (RTD-B) in fisica" */
        if (end > i && close > end && close < end + 6 && (field = read_field(c, i, close)) != close) {
            end = field;
            break;
        }
        if (mkcv_clause_is(c, end, ends) || mkcv_clause_is_at(c, end)) break;
        if (!strcmp(mkcv_clause_word(c, end), "and") && !goes_on(c, end + 1)) break;
        if (!strcmp(mkcv_clause_word(c, end), "of") || !strcmp(mkcv_clause_word(c, end), "for")) {
            struct mkcv_range org;
            size_t next = mkcv_clause_org(c, end + 1, &org), at = end + 1;
            while (at < next && strcmp(mkcv_clause_word(c, at), "at") != 0) at++;
            if (at < next) org.to = c->tokens.list.at[at].from; /* "of Statistics at X" */
            bool head =
                end > i && (mkcv_clause_is(c, end - 1,
                                           (const char *const[]){"director", "head", "dean", "chair", "president",
                                                                 "member", "leader", "founder", NULL}));
            static const char *const schools[] = {"school", "college", "institute", "university", "faculty", "institut",
                                                  "center", "centre",  "academy",   "department", NULL};
            bool owner =
                end > i &&
                mkcv_clause_is(c, end - 1, (const char *const[]){"founder", "cofounder", "ceo", "cto", "owner", NULL});
            if (next != end + 1 && (head || owner) && mkcv_link_at(c->text, org.from).to > org.from &&
                (owner || mkcv_range_has(c->r, c->text, org, schools)))
                break; /* "Dean of [the School of X](url)", "Founder of [X](url)" */
            if (next != end + 1 && !strcmp(mkcv_clause_word(c, end), "for") && end > i && at == next &&
                mkcv_clause_is(c, end - 1, posts) && !mkcv_clause_is(c, next, places))
                break; /* "consultant for X" */
            if (next != end + 1 && !head && mkcv_is_org(c->r->arena, c->text->s, org.from, org.to)) break;
        }
    }
    struct mkcv_range r = mkcv_clause_range(c, i, end);
    if (end > i) r.from = behind_elision(c, i);
    static const char *const honored[] = {"recipient", "winner", "awardee", "finalist", "recipients", NULL};
    if (end == i || !mkcv_is_post(c->r, c->text, r) || mkcv_clause_is(c, i, honored)) return i;
    struct mkcv_range degree;
    bool studies =
        mkcv_range_has(c->r, c->text, r, (const char *const[]){"student", "candidate", NULL}) &&
        (mkcv_range_has(c->r, c->text, r, study) || mkcv_degree_find(c->r->arena, c->text->s, r.from, r.to, &degree));
    return studies ? i : end;
}

size_t mkcv_post_skip_articles(const struct mkcv_clause *c, size_t i)
{
    static const char *const words[] = {
        "a",        "an",       "the",  "currently",   "now",          "also",       "presently",   "previously",
        "formerly", "both",     "once", "still",       "jointly",      ",",          "appointed",   "employed",
        "as",       "position", "post", "role",        "of",           "my",         "his",         "her",
        "un",       "une",      "uma",  "um",          "una",          "ein",        "eine",        "il",
        "la",       "le",       "l",    "actualmente", "actuellement", "atualmente", "attualmente", "derzeit",
        "aktuell",  "als",      "als",  "como",        "presentement", "two",        "year",        "years",
        "one",      "three",    "3",    "2",           "month",        "months",     NULL};
    while (mkcv_clause_is(c, i, words)) i++;
    return i;
}

/* "a Professor (2019-2020) and as a Lecturer (2014-2019) at X": the post read last takes the place of the next one. */
static size_t share_place(const struct mkcv_clause *c, size_t i, bool current)
{
    static const char *const joints[] = {",",    "and", "as", "then", "later", "well",
                                         "also", "und", "et", "y",    "e",     NULL};
    size_t at = i, before = mkcv_read_section(c->r, MKCV_KIND_WORK)->entries.count;
    while (mkcv_clause_is(c, at, joints)) at++;
    size_t next = at == i ? at : mkcv_post_position(c, at, current);
    struct mkcv_section *s = mkcv_read_section(c->r, MKCV_KIND_WORK);
    if (next == at || s->entries.count <= before) return i;
    struct mkcv_entry *e = &s->entries.at[before - 1], *placed = &s->entries.at[before];
    e->fields[MKCV_FIELD_ORG] = placed->fields[MKCV_FIELD_ORG];
    e->fields[MKCV_FIELD_LOCATION] = placed->fields[MKCV_FIELD_LOCATION];
    return next;
}

/* "a Fellow of the Royal Society": an honour, not a post. */
static bool is_membership(const struct mkcv_clause *c, size_t end, const struct mkcv_entry *e)
{
    static const char *const bodies[] = {"society",   "academy",  "association", "ieee",     "acm",
                                         "societe",   "academie", "sociedad",    "academia", "gesellschaft",
                                         "accademia", "aaas",     "institution", NULL},
                             *const heads[] = {"fellow", "member", NULL}, *const of[] = {"of", NULL};
    const struct mkcv_text *org = &e->fields[MKCV_FIELD_ORG];
    return end && mkcv_clause_is(c, end - 1, heads) && mkcv_clause_is(c, end, of) &&
           mkcv_range_has(c->r, org, (struct mkcv_range){0, mkcv_text_length(org)}, bodies);
}

static bool is_placed(const struct mkcv_clause *c, const struct mkcv_entry *e)
{
    const struct mkcv_text *org = &e->fields[MKCV_FIELD_ORG];
    return mkcv_is_org(c->r->arena, org->s, 0, mkcv_text_length(org));
}

/* Reads a post with its clauses from token `i`; the token after them, or `i`. */
size_t mkcv_post_position(const struct mkcv_clause *c, size_t i, bool current)
{
    size_t start = mkcv_post_skip_articles(c, i), end = mkcv_post_read(c, start);
    bool occupation = end == start;
    if (occupation) end = mkcv_post_occupation(c, start);
    if (end == start) return i;
    struct mkcv_range post = mkcv_clause_range(c, start, end);
    post.from = behind_elision(c, start);
    struct mkcv_entry *e = mkcv_read_entry(c->r, MKCV_KIND_WORK, mkcv_text_loc(c->text, post.from));
    mkcv_entry_set(c->r, e, MKCV_FIELD_TITLE, c->text, post.from, post.to);
    mkcv_marks_off(&e->fields[MKCV_FIELD_TITLE]);
    size_t place = mkcv_post_place(c, end), next = mkcv_clause_tail(c, place, e, false);
    if (place > end + 1 && next > place && mkcv_text_is_empty(&e->fields[MKCV_FIELD_SUMMARY])) {
        struct mkcv_range group = mkcv_clause_range(c, end, place); /* "in the tidal group" */
        mkcv_entry_set(c->r, e, MKCV_FIELD_SUMMARY, c->text, group.from, group.to);
    }
    bool strong = !mkcv_range_has(c->r, c->text, post, weak) ||
                  mkcv_range_has(c->r, c->text, post,
                                 (const char *const[]){"professor", "research", "teaching", "visiting", "faculty",
                                                       "lab", "group", "department", NULL});
    if (mkcv_text_is_empty(&e->fields[MKCV_FIELD_ORG])) {
        if (current && !e->end.year) e->current = true;
        size_t shared = strong ? share_place(c, next, current) : next;
        if (shared == next) mkcv_read_section(c->r, MKCV_KIND_WORK)->entries.count--;
        return shared == next ? i : shared;
    }
    if ((!strong && !e->people.count) || (occupation && !is_placed(c, e)) || is_membership(c, end, e)) {
        mkcv_read_section(c->r, MKCV_KIND_WORK)->entries.count--;
        return i;
    }
    if (current && !e->end.year && !e->dates.count) e->current = true;
    return next;
}

size_t mkcv_posts_count(struct mkcv_reader *r)
{
    const struct mkcv_section *s = mkcv_cv_lookup(r->cv, MKCV_KIND_WORK);
    return s ? s->entries.count : 0;
}

struct mkcv_entry *mkcv_post_last(struct mkcv_reader *r)
{
    struct mkcv_section *s = mkcv_read_section(r, MKCV_KIND_WORK);
    return &s->entries.at[s->entries.count - 1];
}
