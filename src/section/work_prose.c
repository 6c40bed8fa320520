/* work_prose.c - posts in running text: "I am a POST at ORG, working with PEOPLE"; see prose.h. */
#include "mkcv/clause.h"
#include "parts.h"
#include "prose.h"
#include <string.h>

/* The head words of posts. */
static const char *const posts[] = {"professor",
                                    "professorship",
                                    "fellow",
                                    "researcher",
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
                                    "ingenieur",
                                    "enseignant",
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

/* Behind "and": a further word of the same post ("Professor and Dean"), not a post of its own, "a Fellow of". */
static bool goes_on(const struct mkcv_clause *c, size_t i)
{
    static const char *const articles[] = {"a", "an", "the", NULL};
    return !mkcv_clause_is(c, i, articles) && (mkcv_clause_is(c, i, posts) || mkcv_clause_is_capital(c, i));
}

/* Where the words of a post end that start at token `i`; `i` when they are none. */
static size_t read_post(const struct mkcv_clause *c, size_t i)
{
    static const char *const ends[] = {
        "at",    "in",      "with",       "@",      "under",   "working",  "since",   "from",     "who",
        "where", "advised", "supervised", "hosted", "(",       ",",        ".",       ";",        ":",
        "–",     "—",       "on",         "within", "led",     "mentored", "leading", "focusing", "is",
        "was",   "i",       "by",         "during", "between", "until",    "before",  "after",    "chez",
        "na",    "no",      "presso",     "bei",    "an",      "en",       "am",      "im",       "au",
        "dans",  "nel",     "nella",      "dal",    "beim",    NULL};
    size_t end = i;
    for (; end < c->tokens.list.count && end - i < 14; end++) {
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
            if (next != end + 1 && head && mkcv_link_at(c->text, org.from).to > org.from &&
                mkcv_range_has(c->r, c->text, org, schools))
                break; /* "Dean of [the School of X](url)" */
            if (next != end + 1 && !strcmp(mkcv_clause_word(c, end), "for") && end > i && at == next &&
                mkcv_clause_is(c, end - 1, posts) && !mkcv_clause_is(c, next, ends))
                break; /* "consultant for X" */
            if (next != end + 1 && !head && mkcv_is_org(c->r->arena, c->text->s, org.from, org.to)) break;
        }
    }
    struct mkcv_range r = mkcv_clause_range(c, i, end);
    static const char *const honored[] = {"recipient", "winner", "awardee", "finalist", "recipients", NULL};
    if (end == i || !mkcv_is_post(c->r, c->text, r) || mkcv_clause_is(c, i, honored)) return i;
    struct mkcv_range degree;
    bool studies =
        mkcv_range_has(c->r, c->text, r, (const char *const[]){"student", "candidate", NULL}) &&
        (mkcv_range_has(c->r, c->text, r, study) || mkcv_degree_find(c->r->arena, c->text->s, r.from, r.to, &degree));
    return studies ? i : end;
}

static size_t skip_articles(const struct mkcv_clause *c, size_t i)
{
    static const char *const words[] = {
        "a",        "an",       "the",  "currently",   "now",          "also",       "presently",   "previously",
        "formerly", "both",     "once", "still",       "jointly",      ",",          "appointed",   "employed",
        "as",       "position", "post", "role",        "of",           "my",         "his",         "her",
        "un",       "une",      "uma",  "um",          "una",          "ein",        "eine",        "il",
        "la",       "le",       "l",    "actualmente", "actuellement", "atualmente", "attualmente", "derzeit",
        "aktuell",  "als",      "als",  "como",        "presentement", "two",        "year",        NULL};
    while (mkcv_clause_is(c, i, words)) i++;
    return i;
}

static size_t read_position(const struct mkcv_clause *c, size_t i, bool current);

/* "a Professor (2019-2020) and as a Lecturer (2014-2019) at X": the post read last takes the place of the next one. */
static size_t share_place(const struct mkcv_clause *c, size_t i, bool current)
{
    static const char *const joints[] = {",",    "and", "as", "then", "later", "well",
                                         "also", "und", "et", "y",    "e",     NULL};
    size_t at = i, before = mkcv_read_section(c->r, MKCV_KIND_WORK)->entries.count;
    while (mkcv_clause_is(c, at, joints)) at++;
    size_t next = at == i ? at : read_position(c, at, current);
    struct mkcv_section *s = mkcv_read_section(c->r, MKCV_KIND_WORK);
    if (next == at || s->entries.count <= before) return i;
    struct mkcv_entry *e = &s->entries.at[before - 1], *placed = &s->entries.at[before];
    e->fields[MKCV_FIELD_ORG] = placed->fields[MKCV_FIELD_ORG];
    e->fields[MKCV_FIELD_LOCATION] = placed->fields[MKCV_FIELD_LOCATION];
    return next;
}

/* Reads a post with its clauses from token `i`; the token after them, or `i`. */
static size_t read_position(const struct mkcv_clause *c, size_t i, bool current)
{
    size_t start = skip_articles(c, i), end = read_post(c, start);
    if (end == start) return i;
    struct mkcv_range post = mkcv_clause_range(c, start, end);
    struct mkcv_entry *e = mkcv_read_entry(c->r, MKCV_KIND_WORK, mkcv_text_loc(c->text, post.from));
    mkcv_entry_set(c->r, e, MKCV_FIELD_TITLE, c->text, post.from, post.to);
    size_t next = mkcv_clause_tail(c, end, e, false);
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
    if (!strong && !e->people.count) {
        mkcv_read_section(c->r, MKCV_KIND_WORK)->entries.count--;
        return i;
    }
    if (current && !e->end.year && !e->dates.count) e->current = true;
    return next;
}

/* "and (before that) a POST at": further posts of the sentence. */
static size_t read_more(const struct mkcv_clause *c, size_t i, bool current)
{
    static const char *const joints[] = {
        "and",   "as",           "well",         ",",      "before", "that", "previously", "then",
        "later", "subsequently", "after",        "prior",  "to",     "this", "also",       "i",
        "he",    "she",          "was",          "am",     "is",     "have", "has",        "been",
        "now",   "currently",    "additionally", "worked", "serve",  "work", NULL};
    static const char *const over[] = {"before", "previously", "was", "prior", "worked", NULL},
                             *const open[] = {"am", "is", "have", "has", NULL},
                             *const dates[] = {"since", "from", "in", NULL};
    for (;;) {
        size_t at = i, next;
        bool past = false, now = false;
        struct mkcv_when w = {.from = 0};
        for (;;) {
            if (mkcv_clause_is(c, at, dates) && !w.to && (next = mkcv_clause_when(c, at, &w)) != at) {
                at = next;
                continue;
            }
            if (!mkcv_clause_is(c, at, joints)) break;
            past = past || mkcv_clause_is(c, at, over);
            now = now || mkcv_clause_is(c, at, open);
            at++;
        }
        if (at == i || (next = read_position(c, at, (current || now) && !past)) == at) return i;
        struct mkcv_section *s = mkcv_read_section(c->r, MKCV_KIND_WORK);
        struct mkcv_entry *e = &s->entries.at[s->entries.count - 1];
        if (w.to && !e->start.year && !e->end.year) mkcv_entry_when(c->r, e, &w);
        i = next;
    }
}

static size_t count_posts(struct mkcv_reader *r)
{
    const struct mkcv_section *s = mkcv_cv_lookup(r->cv, MKCV_KIND_WORK);
    return s ? s->entries.count : 0;
}

static struct mkcv_entry *last_post(struct mkcv_reader *r)
{
    struct mkcv_section *s = mkcv_read_section(r, MKCV_KIND_WORK);
    return &s->entries.at[s->entries.count - 1];
}

/* A further internship: the entry's post at another place. */
static void add_place(const struct mkcv_clause *c, const struct mkcv_entry *like, size_t from, size_t to)
{
    struct mkcv_entry copy = {.kind = MKCV_KIND_WORK, .loc = mkcv_text_loc(c->text, from)};
    copy.fields[MKCV_FIELD_TITLE] = like->fields[MKCV_FIELD_TITLE];
    struct mkcv_entry *e = mkcv_read_entry(c->r, MKCV_KIND_WORK, copy.loc);
    *e = copy;
    mkcv_entry_set(c->r, e, MKCV_FIELD_ORG, c->text, from, to);
}

/* "intern at A, B, and C": the places that the first was read as, an entry each. */
static void split_first(const struct mkcv_clause *c, size_t index)
{
    struct mkcv_entry *e = &mkcv_read_section(c->r, MKCV_KIND_WORK)->entries.at[index];
    struct mkcv_text org = e->fields[MKCV_FIELD_ORG];
    size_t n = mkcv_text_length(&org);
    struct mkcv_ranges parts = mkcv_list_split(c->r->arena, org.s, 0, n, ",", false);
    if (parts.list.count < 2 || parts.list.count > 6) return;
    for (size_t k = 0; k < parts.list.count; k++) {
        struct mkcv_text one = mkcv_text_slice(c->r->arena, &org, parts.list.at[k].from, parts.list.at[k].to);
        if (k) {
            add_place(c, e, c->from, c->from);
            e = last_post(c->r);
        }
        e->fields[MKCV_FIELD_ORG] = one;
        e = &mkcv_read_section(c->r, MKCV_KIND_WORK)->entries.at[index];
    }
}

/* Behind an internship: "(2016), B in 2017, and C": an entry each. The token after them. */
static size_t split_places(const struct mkcv_clause *c, size_t i, size_t index)
{
    static const char *const interns[] = {"intern", "internship", "internships", "interned", NULL},
                             *const joints[] = {",",  "and",  "then", "later", "also", "at",
                                                "as", "well", "with", "&",     NULL};
    if (count_posts(c->r) != index + 1 || !last_post(c->r)->fields[MKCV_FIELD_TITLE].s) return i;
    struct mkcv_text *title = &last_post(c->r)->fields[MKCV_FIELD_TITLE];
    if (!mkcv_range_has(c->r, title, (struct mkcv_range){0, mkcv_text_length(title)}, interns)) return i;
    for (size_t more = 0; more < 6; more++) {
        size_t at = i, next;
        struct mkcv_range org;
        bool and = false;
        while (mkcv_clause_is(c, at, joints)) and = and || !strcmp(mkcv_clause_word(c, at), "and"), at++;
        if (at == i || (next = mkcv_clause_org(c, at, &org)) == at || mkcv_clause_is(c, at, posts) ||
            mkcv_is_post(c->r, c->text, org))
            break;
        if (!more && and) split_first(c, index);
        add_place(c, last_post(c->r), org.from, org.to);
        i = mkcv_clause_tail(c, next, last_post(c->r), false);
    }
    return i;
}

/* "I interned at X (2020) and Y in 2021". */
static bool read_interned(const struct mkcv_clause *c)
{
    static const char *const phrases[] = {"interned at",   "interned with",  "interned in",
                                          "internship at", "internships at", NULL};
    size_t n, i = mkcv_phrase_find(&c->tokens, 0, c->tokens.list.count, phrases, &n), made = count_posts(c->r);
    if (i == NOWHERE || !mkcv_clause_is_self(c, i)) return false;
    struct mkcv_entry *e = mkcv_read_entry(c->r, MKCV_KIND_WORK, mkcv_text_loc(c->text, c->tokens.list.at[i].from));
    e->fields[MKCV_FIELD_TITLE] = mkcv_text_new(c->r->arena, "Intern", e->loc);
    size_t next = split_places(c, mkcv_clause_tail(c, i + n - 1, e, false), made);
    e = last_post(c->r);
    mkcv_clause_rest(c, next, c->tokens.list.count, e);
    if (!mkcv_text_is_empty(&e->fields[MKCV_FIELD_ORG])) return true;
    mkcv_read_section(c->r, MKCV_KIND_WORK)->entries.count--;
    return false;
}

/* A place that stands between token `i` and the "as" before the post: "X to work with Y in 2023 as a POST". */
static bool read_placed(const struct mkcv_clause *c, size_t i, size_t as)
{
    static const char *const fillers[] = {"to",  "the", "summer", "of",    "at",     "in",   "with", "years", "year",
                                          "two", "a",   "one",    "three", "months", "from", "last", "also",  NULL};
    struct mkcv_entry facts = {.kind = MKCV_KIND_WORK};
    struct mkcv_range org;
    struct mkcv_when w;
    size_t at = i, next;
    while (at < as) {
        if ((next = mkcv_clause_when(c, at, &w)) != at && next <= as)
            mkcv_entry_when(c->r, &facts, &w);
        else if ((next = mkcv_clause_people(c, at, &facts)) == at || next > as) {
            bool known = !mkcv_text_is_empty(&facts.fields[MKCV_FIELD_ORG]);
            next = known ? at : mkcv_clause_org(c, at, &org);
            if (next != at)
                mkcv_entry_set(c->r, &facts, MKCV_FIELD_ORG, c->text, org.from, org.to);
            else if (mkcv_clause_is(c, at, fillers) || !c->tokens.list.at[at].word)
                next = at + 1;
            else
                return false;
        }
        at = next;
    }
    size_t start = skip_articles(c, as + 1), end = read_post(c, start);
    if (end == start || mkcv_text_is_empty(&facts.fields[MKCV_FIELD_ORG])) return false;
    struct mkcv_range post = mkcv_clause_range(c, start, end);
    struct mkcv_entry *e = mkcv_read_entry(c->r, MKCV_KIND_WORK, mkcv_text_loc(c->text, post.from));
    struct mkcv_loc loc = e->loc;
    *e = facts;
    e->loc = loc;
    mkcv_entry_set(c->r, e, MKCV_FIELD_TITLE, c->text, post.from, post.to);
    mkcv_clause_tail(c, end, e, false);
    return true;
}

/* "I joined X as a POST in 2020", "I will join X to work with Y as a POST". */
static bool read_joined(const struct mkcv_clause *c)
{
    static const char *const phrases[] = {"joined", "worked at", "worked for",      "worked with", "work at",
                                          "join",   "joining",   "will be joining", "start at",    NULL},
                             *const joined[] = {"joined", "join", "joining", "start", NULL};
    static const char *const before[] = {"before", "to", "after", "since", "upon", NULL}; /* "prior to joining" */
    size_t n, i = mkcv_phrase_find(&c->tokens, 0, c->tokens.list.count, phrases, &n);
    while (i != NOWHERE && (!mkcv_clause_is_self(c, i) || (i && mkcv_clause_is(c, i - 1, before))))
        i = mkcv_phrase_find(&c->tokens, i + 1, c->tokens.list.count, phrases, &n);
    if (i == NOWHERE) return false;
    size_t as = i + n;
    while (as < i + 30 && as < c->tokens.list.count && strcmp(mkcv_clause_word(c, as), "as") != 0) as++;
    if (strcmp(mkcv_clause_word(c, as), "as") != 0 || !read_placed(c, i + n, as)) return false;
    struct mkcv_entry *e = last_post(c->r);
    struct mkcv_when w;
    if (!e->start.year && !e->end.year && mkcv_clause_when(c, 0, &w)) mkcv_entry_when(c->r, e, &w);
    static const char *const terms[] = {"intern", "internship", "visiting", "visitor", NULL};
    struct mkcv_text *title = &e->fields[MKCV_FIELD_TITLE];
    bool term = mkcv_range_has(c->r, title, (struct mkcv_range){0, mkcv_text_length(title)}, terms);
    if (mkcv_clause_is(c, i, joined) && e->end.year && !e->start.year && !term)
        e->start = e->end, e->end = (struct mkcv_date){0, 0, 0};
    return true;
}

/* "I lead the Tide Lab at X": what the owner leads is a post as well. */
static bool read_lead(const struct mkcv_clause *c)
{
    static const struct {
        const char *verb, *title;
    } leads[] = {{"i lead", "Lead"},           {"i head", "Head"},
                 {"i direct", "Director"},     {"i codirect", "Co-Director"},
                 {"i colead", "Co-Lead"},      {"i founded", "Founder"},
                 {"i also lead", "Lead"},      {"i also head", "Head"},
                 {"i currently lead", "Lead"}, {"he leads", "Lead"},
                 {"she leads", "Lead"},        {"he heads", "Head"},
                 {"she heads", "Head"},        {"he directs", "Director"},
                 {"she directs", "Director"},  {"where i lead", "Lead"},
                 {"where i head", "Head"},     {"where i direct", "Director"}};
    static const char *const units[] = {"group",  "lab",       "laboratory", "team",    "center",
                                        "centre", "institute", "division",   "section", NULL};
    for (size_t k = 0; k < sizeof leads / sizeof *leads; k++) {
        size_t n = mkcv_phrase_at(&c->tokens, 0, leads[k].verb);
        struct mkcv_range org;
        if (!n || (c->r->first_person && leads[k].verb[0] != 'i' && leads[k].verb[0] != 'w')) continue;
        size_t next = mkcv_clause_org(c, n, &org);
        if (next == n || !mkcv_range_has(c->r, c->text, org, units)) return false;
        struct mkcv_entry *e = mkcv_read_entry(c->r, MKCV_KIND_WORK, mkcv_text_loc(c->text, org.from));
        e->fields[MKCV_FIELD_TITLE] = mkcv_text_new(c->r->arena, leads[k].title, e->loc);
        mkcv_entry_set(c->r, e, MKCV_FIELD_ORG, c->text, org.from, org.to);
        mkcv_clause_tail(c, next, e, false);
        e->current = !e->end.year && strcmp(leads[k].title, "Founder") != 0;
        return true;
    }
    return false;
}

static const struct {
    const char *phrase;
    bool current;
} verbs[] = {{"i am", true},
             {"im", true},
             {"is", true},
             {"am", true},
             {"was", false},
             {"were", false},
             {"have been", true},
             {"has been", true},
             {"became", false},
             {"worked as", false},
             {"work as", true},
             {"works as", true},
             {"working as", true},
             {"served as", false},
             {"employed as", false},
             {"joined as", false},
             {"appointed", false},
             {"spent", false},
             {"have worked as", false},
             {"held", false},
             {"hold", true},
             {"holds", true},
             {"completed", false},
             {"did", false},
             {"undertook", false},
             {"finished", false},
             {"je suis", true},
             {"jetais", false},
             {"jai ete", false},
             {"soy", true},
             {"fui", false},
             {"sou", true},
             {"sono stata", false},
             {"sono stato", false},
             {"sono", true},
             {"ich bin", true},
             {"bin ich", true},
             {"war ich", false},
             {"ich war", false},
             {"arbeite ich als", true},
             {"arbeitete ich als", false},
             {"trabajo como", true},
             {"trabalho como", true},
             {"trabalhei como", false},
             {"trabaje como", false},
             {"lavoro come", true}};

/* "I am Ada Moss, Lecturer at": the token after the name's comma. */
static size_t skip_name(const struct mkcv_clause *c, size_t i)
{
    size_t k = i;
    while (k < i + 5 && mkcv_clause_is_capital(c, k)) k++;
    return k > i && !strcmp(mkcv_clause_word(c, k), ",") ? k + 1 : i;
}

/* The phrase names its subject, or its form does. */
static bool is_first_person(const char *phrase)
{
    static const char *const forms[] = {"i am",
                                        "im",
                                        "je suis",
                                        "jetais",
                                        "jai ete",
                                        "soy",
                                        "fui",
                                        "sou",
                                        "sono",
                                        "sono stata",
                                        "sono stato",
                                        "ich bin",
                                        "bin ich",
                                        "war ich",
                                        "ich war",
                                        "arbeite ich als",
                                        "arbeitete ich als",
                                        "trabajo como",
                                        "trabalho como",
                                        "trabalhei como",
                                        "trabaje como",
                                        "lavoro come",
                                        NULL};
    for (const char *const *f = forms; *f; f++)
        if (!strcmp(*f, phrase)) return true;
    return false;
}

static bool read_verbs(const struct mkcv_clause *c)
{
    for (size_t i = 0; i < c->tokens.list.count; i++)
        for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++) {
            size_t n = mkcv_phrase_at(&c->tokens, i, verbs[v].phrase);
            bool own = n && (is_first_person(verbs[v].phrase) || mkcv_clause_is_self(c, i));
            size_t start = i + n, next;
            if (!own) continue;
            size_t spent = start;
            if (!strcmp(verbs[v].phrase, "spent")) { /* "spent two years (at X) as a POST" */
                while (start < i + 18 && start < c->tokens.list.count && strcmp(mkcv_clause_word(c, start), "as") != 0)
                    start++;
                if (strcmp(mkcv_clause_word(c, start), "as") != 0) continue;
                if (read_placed(c, spent, start)) return true;
            }
            size_t made = count_posts(c->r);
            next = read_position(c, start, verbs[v].current);
            if (next != start) next = split_places(c, next, made);
            if (next == start) next = read_position(c, start = skip_name(c, start), verbs[v].current);
            if (next == start) continue;
            next = read_more(c, next, verbs[v].current);
            struct mkcv_section *s = mkcv_read_section(c->r, MKCV_KIND_WORK);
            mkcv_clause_rest(c, next, c->tokens.list.count, &s->entries.at[s->entries.count - 1]);
            return true;
        }
    return false;
}

/* "Since March 2025, I have been": the date before the verb. */
static void date_from_lead(const struct mkcv_clause *c, size_t first)
{
    static const char *const starts[] = {"since", "from", "in", "between", NULL};
    struct mkcv_when w;
    struct mkcv_section *s = mkcv_cv_lookup(c->r->cv, MKCV_KIND_WORK);
    if (!s || s->entries.count <= first || !mkcv_clause_is(c, 0, starts)) return;
    struct mkcv_entry *e = &s->entries.at[first];
    if (!e->start.year && !e->end.year && mkcv_clause_when(c, 0, &w) != 0) mkcv_entry_when(c->r, e, &w);
}

/* "Before joining X as a POST in 2022, I was": the post that followed. */
static bool read_joining(const struct mkcv_clause *c)
{
    static const char *const phrases[] = {"before joining", "prior to joining", NULL};
    size_t n, i = mkcv_phrase_find(&c->tokens, 0, c->tokens.list.count, phrases, &n);
    struct mkcv_range org;
    struct mkcv_when w = {.from = 0};
    if (i != 0) return false;
    size_t at = mkcv_clause_org(c, n, &org);
    if (at == n) return false;
    at = mkcv_clause_when(c, at, &w);
    if (strcmp(mkcv_clause_word(c, at), "as") != 0) return false;
    size_t start = skip_articles(c, at), end = read_post(c, start);
    if (end == start) return false;
    struct mkcv_range post = mkcv_clause_range(c, start, end);
    struct mkcv_entry *e = mkcv_read_entry(c->r, MKCV_KIND_WORK, mkcv_text_loc(c->text, org.from));
    mkcv_entry_set(c->r, e, MKCV_FIELD_ORG, c->text, org.from, org.to);
    mkcv_entry_set(c->r, e, MKCV_FIELD_TITLE, c->text, post.from, post.to);
    if (!w.to) mkcv_clause_when(c, end, &w);
    if (w.to) mkcv_entry_when(c->r, e, &w);
    if (!e->start.year) e->start = e->end, e->end = (struct mkcv_date){0, 0, 0};
    return true;
}

bool mkcv_work_sentence(struct mkcv_reader *r, const struct mkcv_text *text, size_t from, size_t to)
{
    struct mkcv_clause c = mkcv_clause_new(r, text, from, to);
    const struct mkcv_section *s = mkcv_cv_lookup(r->cv, MKCV_KIND_WORK);
    size_t before = s ? s->entries.count : 0;
    bool any = read_verbs(&c) || read_joined(&c) || read_interned(&c) || read_lead(&c);
    if (any) date_from_lead(&c, before);
    return read_joining(&c) || any;
}
