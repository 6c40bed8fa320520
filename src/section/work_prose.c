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

/* Behind "and": another post of the same place, "a Fellow of", not another clause. */
static bool goes_on(const struct mkcv_clause *c, size_t i)
{
    static const char *const articles[] = {"a", "an", "the", NULL};
    if (!mkcv_clause_is(c, i, articles)) return mkcv_clause_is(c, i, posts) || mkcv_clause_is_capital(c, i);
    for (size_t k = i + 1; k < i + 6 && k < c->tokens.list.count && c->tokens.list.at[k].word; k++)
        if (mkcv_clause_is(c, k, posts)) return strcmp(mkcv_clause_word(c, k + 1), "at") != 0;
    return false;
}

/* Where the words of a post end that start at token `i`; `i` when they are none. */
static size_t read_post(const struct mkcv_clause *c, size_t i)
{
    static const char *const ends[] = {
        "at",      "in",         "with",   "@",        "under",   "working",  "since", "from", "who", "where",
        "advised", "supervised", "hosted", "(",        ",",       ".",        ";",     ":",    "–",   "—",
        "on",      "within",     "led",    "mentored", "leading", "focusing", "is",    "was",  "i",   "by",
        "during",  "between",    "until",  "before",   "after",   "chez",     NULL};
    size_t end = i;
    for (; end < c->tokens.list.count && end - i < 14; end++) {
        if (mkcv_clause_is(c, end, ends)) break;
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
    static const char *const words[] = {"a",         "an",         "the",       "currently", "now",  "also",
                                        "presently", "previously", "formerly",  "both",      "once", "still",
                                        "jointly",   ",",          "appointed", "employed",  "as",   "position",
                                        "post",      "role",       "of",        NULL};
    while (mkcv_clause_is(c, i, words)) i++;
    return i;
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
    if (mkcv_text_is_empty(&e->fields[MKCV_FIELD_ORG]) || (!strong && !e->people.count)) {
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
             {"holds", true}};

/* "I am Ada Moss, Lecturer at": the token after the name's comma. */
static size_t skip_name(const struct mkcv_clause *c, size_t i)
{
    size_t k = i;
    while (k < i + 5 && mkcv_clause_is_capital(c, k)) k++;
    return k > i && !strcmp(mkcv_clause_word(c, k), ",") ? k + 1 : i;
}

static bool read_verbs(const struct mkcv_clause *c)
{
    for (size_t i = 0; i < c->tokens.list.count; i++)
        for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++) {
            size_t n = mkcv_phrase_at(&c->tokens, i, verbs[v].phrase);
            bool own =
                n &&
                (!strncmp(verbs[v].phrase, "i", 1) && verbs[v].phrase[1] != 's' ? true : mkcv_clause_is_self(c, i));
            size_t start = i + n, next;
            if (!own) continue;
            if (!strcmp(verbs[v].phrase, "spent")) { /* "spent two years as a POST" */
                while (start < i + 6 && strcmp(mkcv_clause_word(c, start), "as") != 0) start++;
                if (strcmp(mkcv_clause_word(c, start), "as") != 0) continue;
            }
            next = read_position(c, start, verbs[v].current);
            if (next == start) next = read_position(c, start = skip_name(c, start), verbs[v].current);
            if (next == start) continue;
            next = read_more(c, next, verbs[v].current);
            struct mkcv_section *s = mkcv_read_section(c->r, MKCV_KIND_WORK);
            mkcv_clause_rest(c, next, c->tokens.list.count, &s->entries.at[s->entries.count - 1]);
            return true;
        }
    return false;
}

/* "I interned at X (2020) and Y", "I joined X as a POST in 2020". */
static bool read_interned(const struct mkcv_clause *c)
{
    static const char *const phrases[] = {"interned at", "interned with", "interned in", NULL};
    size_t n, i = mkcv_phrase_find(&c->tokens, 0, c->tokens.list.count, phrases, &n);
    if (i == NOWHERE || !mkcv_clause_is_self(c, i)) return false;
    struct mkcv_entry *e = mkcv_read_entry(c->r, MKCV_KIND_WORK, mkcv_text_loc(c->text, c->tokens.list.at[i].from));
    e->fields[MKCV_FIELD_TITLE] = mkcv_text_new(c->r->arena, "Intern", e->loc);
    mkcv_clause_rest(c, mkcv_clause_tail(c, i + n - 1, e, false), c->tokens.list.count, e);
    if (!mkcv_text_is_empty(&e->fields[MKCV_FIELD_ORG])) return true;
    mkcv_read_section(c->r, MKCV_KIND_WORK)->entries.count--;
    return false;
}

static bool read_joined(const struct mkcv_clause *c)
{
    static const char *const phrases[] = {"joined", "worked at", "worked for", "worked with", "work at", NULL},
                             *const joined[] = {"joined", NULL};
    size_t n, i = mkcv_phrase_find(&c->tokens, 0, c->tokens.list.count, phrases, &n);
    struct mkcv_range org;
    struct mkcv_when w = {.from = 0};
    if (i == NOWHERE || !mkcv_clause_is_self(c, i)) return false;
    size_t at = mkcv_clause_org(c, i + n, &org);
    if (at == i + n) return false;
    at = mkcv_clause_when(c, at, &w);
    if (strcmp(mkcv_clause_word(c, at), "as") != 0) return false;
    size_t start = skip_articles(c, at), end = read_post(c, start);
    if (end == start) return false;
    struct mkcv_entry *e = mkcv_read_entry(c->r, MKCV_KIND_WORK, mkcv_text_loc(c->text, org.from));
    mkcv_entry_set(c->r, e, MKCV_FIELD_ORG, c->text, org.from, org.to);
    struct mkcv_range post = mkcv_clause_range(c, start, end);
    mkcv_entry_set(c->r, e, MKCV_FIELD_TITLE, c->text, post.from, post.to);
    if (w.to) mkcv_entry_when(c->r, e, &w);
    mkcv_clause_tail(c, end, e, false);
    if (!w.to && mkcv_clause_when(c, 0, &w)) mkcv_entry_when(c->r, e, &w);
    if (mkcv_clause_is(c, i, joined) && e->end.year && !e->start.year)
        e->start = e->end, e->end = (struct mkcv_date){0, 0, 0};
    return true;
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
    bool any = read_verbs(&c) || read_joined(&c) || read_interned(&c);
    if (any) date_from_lead(&c, before);
    return read_joining(&c) || any;
}
