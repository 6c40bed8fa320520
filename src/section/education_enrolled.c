/* education_enrolled.c - studies told by the role of the one who studies: "I will be a graduate student in F at I",
 * "I joined I as a PhD student in F"; see prose.h. */
#include "mkcv/clause.h"
#include "prose.h"
#include <string.h>

static const char *const before[] = {"a",      "an",       "the",      "almost", "nearly", "first",     "second",
                                     "third",  "fourth",   "fifth",    "sixth",  "final",  "year",      "currently",
                                     "now",    "new",      "newly",    "last",   "rising", "incoming",  "fulltime",
                                     "funded", "parttime", "joint",    "part",   "time",   "firstyear", "secondyear",
                                     "my",     "also",     "fulltime", NULL};

/* "third-year", "4th". */
static bool is_year_of_study(const char *word)
{
    size_t n = strlen(word);
    return (*word >= '1' && *word <= '9') || (n > 4 && !strcmp(word + n - 4, "year"));
}

/* Where the words of one who studies end that begin at token `i`, articles and years before them; `i` when there are
 * none. *degree: their range. */
static size_t read_learner(const struct mkcv_clause *c, size_t i, struct mkcv_range *degree)
{
    static const char *const roles[] = {"graduate student",
                                        "grad student",
                                        "doctoral student",
                                        "doctoral candidate",
                                        "postgraduate student",
                                        "research student",
                                        NULL},
                             *const learners[] = {"student", "candidate", NULL}, *const degrees[] = {"degree", NULL},
                             *const posts[] = {"researcher", "assistant", "instructor", "fellow", "intern", NULL};
    size_t at = i, n = 0;
    while (mkcv_clause_is(c, at, before) || (at > i && is_year_of_study(mkcv_clause_word(c, at)))) at++;
    for (const char *const *r = roles; *r && !n; r++) n = mkcv_phrase_at(&c->tokens, at, *r);
    if (n && !mkcv_clause_is(c, at + n, posts)) {
        *degree = mkcv_clause_range(c, at, at + n);
        return at + n;
    }
    if (at >= c->tokens.list.count ||
        !mkcv_degree_find(c->r->arena, c->text->s, c->tokens.list.at[at].from, c->to, degree) ||
        degree->from != c->tokens.list.at[at].from)
        return i;
    at = mkcv_clause_token(c, degree->to);
    while (mkcv_clause_is(c, at, degrees)) at++;
    return mkcv_clause_is(c, at, learners) && !mkcv_clause_is(c, at + 1, posts) ? at + 1 : i;
}

static bool add(const struct mkcv_clause *c, struct mkcv_range degree, size_t next, const struct mkcv_range *org,
                bool current)
{
    struct mkcv_entry *e = mkcv_read_entry(c->r, MKCV_KIND_EDUCATION, mkcv_text_loc(c->text, degree.from));
    mkcv_entry_set(c->r, e, MKCV_FIELD_TITLE, c->text, degree.from, degree.to);
    if (org) mkcv_entry_set(c->r, e, MKCV_FIELD_ORG, c->text, org->from, org->to);
    static const char *const fillers[] = {"starting", "beginning", "from", "this", "coming", NULL};
    for (size_t at = next, end; at < c->tokens.list.count; at = end) {
        end = mkcv_clause_tail(c, at, e, true);
        if (end == at && !mkcv_clause_is(c, at, fillers)) break;
        if (end == at) end++;
    }
    if (!mkcv_text_is_empty(&e->fields[MKCV_FIELD_ORG])) {
        if (!e->start.year) e->start = e->end, e->end = (struct mkcv_date){0, 0, 0}; /* when it begins */
        e->current = current && !e->end.year;
        return true;
    }
    mkcv_read_section(c->r, MKCV_KIND_EDUCATION)->entries.count--;
    return false;
}

/* "I'm Ada, a PhD student at": the token behind the name and its comma, or `i`. */
static size_t skip_name(const struct mkcv_clause *c, size_t i)
{
    size_t k = i;
    while (k < i + 4 && mkcv_clause_is_capital(c, k)) k++;
    return k > i && !strcmp(mkcv_clause_word(c, k), ",") ? k + 1 : i;
}

/* "am", "will be a PhD student at". */
static bool read_being(const struct mkcv_clause *c, size_t i)
{
    static const char *const verbs[] = {"am", "im", "is", "be", "become", "been", NULL}, *const im[] = {"im", NULL};
    struct mkcv_range degree;
    if (!mkcv_clause_is(c, i, verbs) || !(mkcv_clause_is(c, i, im) || mkcv_clause_is_self(c, i))) return false;
    size_t start = skip_name(c, i + 1), next = read_learner(c, start, &degree);
    return next != start && add(c, degree, next, NULL, true);
}

/* "joined I as a PhD student". */
static bool read_joining(const struct mkcv_clause *c, size_t i)
{
    static const char *const verbs[] = {"joined",      "join",    "joining",  "started at",  "moved to",
                                        "starting at", "entered", "start at", "studying at", NULL};
    struct mkcv_range org, degree;
    size_t n = 0;
    for (const char *const *v = verbs; *v && !n; v++) n = mkcv_phrase_at(&c->tokens, i, *v);
    if (!n || !(mkcv_clause_is_self(c, i) || (i && !strcmp(mkcv_clause_word(c, i - 1), "be")))) return false;
    size_t at = mkcv_clause_org(c, i + n, &org);
    if (at == i + n) return false;
    while (at < c->tokens.list.count && at < i + 16 && strcmp(mkcv_clause_word(c, at), "as") != 0) at++;
    size_t next = at < c->tokens.list.count ? read_learner(c, at + 1, &degree) : at + 1;
    return next > at + 1 && add(c, degree, next, &org, true);
}

bool mkcv_education_enrolled(const struct mkcv_clause *c)
{
    for (size_t i = 0; i < c->tokens.list.count; i++)
        if (read_being(c, i) || read_joining(c, i)) return true;
    return false;
}
