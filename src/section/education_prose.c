/* education_prose.c - degrees in running text; see prose.h.
 *
 * A degree counts only as the object of the owner's verb ("received my"), or as what the owner studies for ("a
 * student"): degrees are named in sentences on students, advisors and times as well. */
#include "career.h"
#include "mkcv/clause.h"
#include "prose.h"
#include <string.h>

/* The verb that takes the degree as its object; what may stand between them. */
static const char *const verbs[] = {
    "received",   "recevied",      "recieved", "receive",   "obtained",    "obtain",    "earned",     "earn",
    "got",        "completed",     "complete", "finished",  "hold",        "holds",     "held",       "have",
    "has",        "did",           "pursuing", "pursue",    "pursued",     "awarded",   "with",       "for",
    "gained",     "defended",      "doing",    "finishing", "completing",  "obtenu",    "recu",       "soutenu",
    "conseguito", "ottenuto",      "erhielt",  "erwarb",    "absolvierte", "obtuve",    "obtuvo",     "recibi",
    "recibio",    "termine",       "conclui",  "concluiu",  "obtive",      "possui",    "possuo",     "tenho",
    "defendi",    "took",          "take",     "effectue",  "fait",        "prepare",   "preparant",  "discusso",
    "sostenuto",  "abgeschlossen", "toward",   "towards",   "studied",     "undertook", "fulfilling", "joined",
    "entered",    "start",         "started",  "starting",  "begin",       "began",     NULL};
/* Verbs whose form says that the owner speaks. */
static const char *const own_forms[] = {"obtuve", "recibi",  "conclui", "obtive",  "possuo",
                                        "tenho",  "defendi", "possui",  "termine", NULL};
static const char *const between[] = {"my",      "his",   "her",       "a",      "an",      "the",     "both",
                                      "joint",   "two",   "first",     "dual",   "degree",  "degrees", "of",
                                      "and",     ",",     "or",        "also",   "earlier", "second",  "professional",
                                      "&",       "i",     "he",        "she",    "then",    "as",      "well",
                                      "before",  "that",  "prior",     "to",     "this",    "in",      "previously",
                                      "being",   "mon",   "ma",        "un",     "une",     "le",      "la",
                                      "mi",      "o",     "meu",       "minha",  "il",      "mio",     "el",
                                      "seu",     "sua",   "meinen",    "meine",  "den",     "das",     "ein",
                                      "eine",    "son",   "sa",        "titulo", "grado",   "grau",    "de",
                                      "diplome", "ich",   "titolo",    "di",     "et",      "y",       "e",
                                      "und",     "these", "tesi",      "tesis",  "tese",    "thesis",  "dissertation",
                                      "laurea",  "mia",   "dottorale", NULL};
static const char *const learners[] = {"student", "candidate", "researcher", NULL};

/* Degrees of the sentence, in order. */
struct degrees {
    struct {
        size_t first, end; /* tokens */
        struct mkcv_range range;
    } at[8];
    size_t count;
};

/* "[Bea Master](url)": the last words of a linked name. */
static bool is_in_name(const struct mkcv_clause *c, struct mkcv_range degree)
{
    struct mkcv_range link = mkcv_link_at(c->text, degree.from), name;
    return link.from < degree.from && link.to == degree.to &&
           mkcv_name_find(c->r->arena, c->text->s, link.from, link.to, &name) && name.from == link.from;
}

static struct degrees find_degrees(const struct mkcv_clause *c)
{
    struct degrees d = {.count = 0};
    for (size_t from = c->from; d.count < 8;) {
        struct mkcv_range range;
        if (!mkcv_degree_find(c->r->arena, c->text->s, from, c->to, &range)) break;
        from = range.to;
        if (is_in_name(c, range)) continue;
        d.at[d.count].range = range;
        d.at[d.count].first = mkcv_clause_token(c, range.from);
        d.at[d.count++].end = mkcv_clause_token(c, range.to);
    }
    return d;
}

/* "B.Sc. (2010), M.Sc. (2012)": the token after the bracket with a date behind a degree; `i` when there is none. */
static size_t skip_date(const struct mkcv_clause *c, size_t i, struct mkcv_when *w)
{
    if (strcmp(mkcv_clause_word(c, i), "(") != 0) return i;
    size_t next = mkcv_clause_when(c, i + 1, w);
    return next != i + 1 && !strcmp(mkcv_clause_word(c, next), ")") ? next + 1 : i;
}

/* "After my Ph.D. in F at I (2012), I was": told in passing, and no verb takes it. */
static bool is_passed(const struct mkcv_clause *c, size_t first)
{
    static const char *const own[] = {"my", "his", "her", NULL}, *const leads[] = {"after", "following", "during",
                                                                                   "upon", NULL};
    return first > 1 && mkcv_clause_is(c, first - 1, own) && mkcv_clause_is(c, first - 2, leads);
}

/* The owner takes this degree: its verb stands before it, or a degree so taken. */
static bool is_taken(const struct mkcv_clause *c, const struct degrees *d, size_t k, bool last_taken)
{
    struct mkcv_when w;
    size_t i = d->at[k].first, floor = k ? skip_date(c, d->at[k - 1].end, &w) : 0;
    while (i > floor && mkcv_clause_is(c, i - 1, between)) i--;
    if (i == floor && k) return last_taken;
    if (is_passed(c, d->at[k].first)) return true;
    if (!i) return false;
    if (mkcv_clause_is(c, i - 1, verbs)) {
        bool graduated = !strcmp(mkcv_clause_word(c, i - 1), "with");
        if (graduated)
            return mkcv_phrase_at(&c->tokens, 1, "graduated") || mkcv_phrase_at(&c->tokens, 0, "graduated") ||
                   last_taken;
        return mkcv_clause_is_self(c, i - 1) || mkcv_clause_is(c, i - 1, own_forms) || last_taken || i - 1 > 3;
    }
    /* "..., where I did A, and my B.S. degree in" after a taken degree */
    static const char *const own[] = {"my", "his", "her", "a", "an", "the", NULL}, *const joints[] = {"and", ",", NULL};
    static const char *const ands[] = {"and", "e", "y", "et", "und", "ed", NULL}, *const ats[] = {
                                                                                      "in",     "em",   "en",   "at",
                                                                                      "from",   "pela", "pelo", "por",
                                                                                      "na",     "no",   "na",   "an",
                                                                                      "presso", NULL};
    size_t article = d->at[k].first - 1;
    if (last_taken && mkcv_clause_is(c, article, ands)) return true;
    if (last_taken && !strcmp(mkcv_clause_word(c, article), ",") && mkcv_clause_is(c, d->at[k].end, ats)) return true;
    if (!last_taken || !mkcv_clause_is(c, article, own)) return false;
    return !strchr("at", mkcv_clause_word(c, article)[0]) || (article && mkcv_clause_is(c, article - 1, joints));
}

/* "(third-year) Ph.D. student at": studies that go on, or went on in the past tense. */
static size_t find_learner(const struct mkcv_clause *c, size_t end)
{
    static const char *const skip[] = {"degree", "research", "degree", NULL};
    size_t i = end;
    while (mkcv_clause_is(c, i, skip)) i++;
    if (mkcv_clause_is(c, i, learners)) return i + 1;
    return 0;
}

static bool is_own_study(const struct mkcv_clause *c, size_t first, bool *current)
{
    static const char *const words[] = {
        "a",         "an",        "the",           "first",      "second",    "third",      "fourth",
        "fifth",     "final",     "year",          "currently",  "now",       "also",       "joint",
        "computer",  "science",   "international", "secondyear", "thirdyear", "firstyear",  "fourthyear",
        "fifthyear", "finalyear", "sixthyear",     "1styear",    "2ndyear",   "3rdyear",    "4thyear",
        "5thyear",   "junior",    "senior",        "direct",     "part",      "time",       "parttime",
        "fulltime",  "last",      "lastyear",      "cs",         "doctoral",  "dualdegree", NULL};
    size_t i = first;
    while (i && (mkcv_clause_is(c, i - 1, words) ||
                 (mkcv_clause_word(c, i - 1)[0] >= '0' && mkcv_clause_word(c, i - 1)[0] <= '9')))
        i--;
    if (!i) return false;
    static const char *const present[] = {"am", "im", "is", NULL}, *const past[] = {"was", NULL};
    if (mkcv_clause_is(c, i - 1, present)) {
        *current = true;
        return !strcmp(mkcv_clause_word(c, i - 1), "im") || mkcv_clause_is_self(c, i - 1);
    }
    *current = false;
    if (mkcv_clause_is(c, i - 1, past)) return mkcv_clause_is_self(c, i - 1);
    if (strcmp(mkcv_clause_word(c, i - 1), "and") != 0) return false;
    for (size_t k = i - 1; k-- > 0;) { /* "I was a Fellow at X and a PhD candidate at Y" */
        bool now = mkcv_clause_is(c, k, present);
        if (!now && !mkcv_clause_is(c, k, past)) continue;
        *current = now;
        return mkcv_clause_is_self(c, k);
    }
    return false;
}

static struct mkcv_entry *new_degree(const struct mkcv_clause *c, struct mkcv_range range)
{
    struct mkcv_entry *e = mkcv_read_entry(c->r, MKCV_KIND_EDUCATION, mkcv_text_loc(c->text, range.from));
    mkcv_entry_set(c->r, e, MKCV_FIELD_TITLE, c->text, range.from, range.to);
    return e;
}

static struct mkcv_entry *degree_back(struct mkcv_reader *r, size_t back)
{
    struct mkcv_section *s = mkcv_read_section(r, MKCV_KIND_EDUCATION);
    return &s->entries.at[s->entries.count - 1 - back];
}

/* Degrees named together ("B.Sc. and Ph.D. degrees in F at I in 2014 and 2020, respectively") share what follows; dates
 * are dealt out. */
static void share(struct mkcv_reader *r, size_t group)
{
    struct mkcv_entry *last = degree_back(r, 0);
    bool dealt = last->dates.count == group;
    for (size_t k = 1; k < group; k++) {
        struct mkcv_entry *e = degree_back(r, k);
        for (size_t f = 0; f < MKCV_FIELD_COUNT; f++)
            if (f != MKCV_FIELD_TITLE && f != MKCV_FIELD_SUMMARY && !e->fields[f].s) e->fields[f] = last->fields[f];
        for (size_t p = 0; p < last->people.count; p++)
            mkcv_entry_person(r, e, last->people.at[p].name, last->people.at[p].url, last->people.at[p].relation);
        if (dealt) e->end = last->dates.at[group - 1 - k];
    }
    if (dealt) {
        last->end = last->dates.at[group - 1];
        last->dates.count = 0;
    }
}

/* Where the clauses of degree `k` must end: before the words that lead to the next taken degree, or to what came after
 * one told in passing. */
static size_t end_region(const struct mkcv_clause *c, const struct degrees *d, size_t k)
{
    static const char *const selves[] = {"i", "he", "she", NULL};
    size_t end = k + 1 < d->count ? d->at[k + 1].range.from : c->to;
    for (size_t i = d->at[k].end; is_passed(c, d->at[k].first) && i + 1 < c->tokens.list.count; i++)
        if (!strcmp(mkcv_clause_word(c, i), ",") && mkcv_clause_is(c, i + 1, selves) && c->tokens.list.at[i].from < end)
            return c->tokens.list.at[i].from;
    return end;
}

/* "I am currently pursuing a Ph.D.": it goes on. */
static bool is_pursued(const struct mkcv_clause *c, size_t first)
{
    static const char *const doing[] = {"pursuing",  "toward", "towards",  "fulfilling", "doing", "completing",
                                        "finishing", "pursue", "starting", "start",      NULL},
                             *const now[] = {"am",   "im",    "is",   "currently", "now", "presently",
                                             "been", "still", "will", "ill",       NULL};
    size_t i = first;
    while (i && mkcv_clause_is(c, i - 1, between)) i--;
    return i > 1 && mkcv_clause_is(c, i - 1, doing) && mkcv_clause_is(c, i - 2, now);
}

/* "I will start my Ph.D. at I in 2024": the one date is when it begins. */
static void begin_at_date(const struct mkcv_clause *c, size_t first, struct mkcv_entry *e)
{
    static const char *const starts[] = {"start", "started", "starting", "begin", "began", NULL};
    size_t i = first;
    while (i && mkcv_clause_is(c, i - 1, between)) i--;
    if (!i || !mkcv_clause_is(c, i - 1, starts) || e->start.year) return;
    e->start = e->end;
    e->end = (struct mkcv_date){0, 0, 0};
}

/* "..., guided by Prof. X" behind words that nothing reads: the token after the people, or `i`. */
static size_t find_guides(const struct mkcv_clause *c, size_t i, struct mkcv_entry *e)
{
    static const char *const leads[] = {"advised",      "supervised", "guided", "coadvised",
                                        "cosupervised", "mentored",   NULL};
    for (size_t k = i; k < c->tokens.list.count; k++) {
        size_t next = mkcv_clause_is(c, k, leads) ? mkcv_clause_people(c, k, e) : k;
        if (next != k) return next;
    }
    return i;
}

/* Reads what follows a degree; stray commas and "and my" before the next one are left. */
static size_t read_region(const struct mkcv_clause *c, const struct degrees *d, size_t k, size_t start,
                          struct mkcv_entry *e)
{
    struct mkcv_clause part = mkcv_clause_new(c->r, c->text, d->at[k].range.to, end_region(c, d, k));
    size_t i = mkcv_clause_token(&part, start < c->tokens.list.count ? c->tokens.list.at[start].from : c->to), next;
    while ((next = mkcv_clause_tail(&part, i, e, true)) != i || next < part.tokens.list.count) {
        if (next >= part.tokens.list.count) return c->tokens.list.count;
        /* "all", "a thesis titled": words that stand before another clause */
        static const char *const ignorable[] = {"all",  "both",     "where",   "i",     "was", "and", "respectively",
                                                "then", "who",      "student", "my",    "his", "her", "he",
                                                "she",  "recently", "just",    "there", NULL};
        if (!mkcv_clause_is(&part, next, ignorable)) {
            size_t guides = e->people.count ? next : find_guides(&part, next, e);
            if (guides != next) {
                i = guides;
                continue;
            }
            if (k + 1 >= d->count) mkcv_clause_rest(&part, next, part.tokens.list.count, e);
            break;
        }
        i = next + 1;
    }
    return c->tokens.list.count;
}

/* "graduated from I with a degree in F": the school stands before the degree. */
static void org_before(const struct mkcv_clause *c, size_t first, struct mkcv_entry *e)
{
    static const char *const phrases[] = {"graduated from", "graduated at", "studied at", NULL};
    static const char *const ats[] = {"at", "from", NULL}, *const there[] = {"there", NULL};
    size_t n, i = mkcv_phrase_find(&c->tokens, 0, first, phrases, &n);
    struct mkcv_range org;
    if (i == NOWHERE && mkcv_phrase_find(&c->tokens, first, c->tokens.list.count, there, &n) < first + 4)
        i = mkcv_phrase_find(&c->tokens, 0, first, ats, &n); /* "read history at I and took my doctorate there" */
    if (i == NOWHERE || e->fields[MKCV_FIELD_ORG].s) return;
    if (mkcv_clause_org(c, i + n, &org) != i + n) mkcv_entry_set(c->r, e, MKCV_FIELD_ORG, c->text, org.from, org.to);
}

/* "student in X": a linked X is the place of study, not its field. */
static void org_from_area(struct mkcv_entry *e)
{
    struct mkcv_text *area = &e->fields[MKCV_FIELD_AREA];
    if (!mkcv_text_url(area, 0, mkcv_text_length(area))) return;
    e->fields[MKCV_FIELD_ORG] = *area;
    *area = (struct mkcv_text){.s = NULL};
}

/* "a master's at the same university": that of the degree before. */
static void same_school(const struct mkcv_clause *c, size_t from, size_t to, struct mkcv_entry *e)
{
    static const char *const phrases[] = {"same university",
                                          "same institution",
                                          "same school",
                                          "mesma universidade",
                                          "mesma instituicao",
                                          "misma universidad",
                                          "stessa universita",
                                          "meme universite",
                                          "derselben universitat",
                                          "gleichen universitat",
                                          NULL};
    const struct mkcv_section *s = mkcv_cv_lookup(c->r->cv, MKCV_KIND_EDUCATION);
    size_t n, at = mkcv_phrase_find(&c->tokens, from, to, phrases, &n);
    struct mkcv_when w;
    if (at == NOWHERE || !s || s->entries.count < 2 || e != &s->entries.at[s->entries.count - 1]) return;
    e->fields[MKCV_FIELD_ORG] = s->entries.at[s->entries.count - 2].fields[MKCV_FIELD_ORG];
    if (e->end.year || e->start.year) return;
    size_t behind = at + n + !strcmp(mkcv_clause_word(c, at + n), "(");
    if (mkcv_clause_when(c, behind, &w) != behind) mkcv_entry_when(c->r, e, &w);
}

static bool read_degrees(const struct mkcv_clause *c)
{
    struct degrees d = find_degrees(c);
    bool taken = false, any = false;
    size_t group = 0;
    for (size_t k = 0; k < d.count; k++) {
        size_t learner = find_learner(c, d.at[k].end);
        bool current = false;
        if (learner ? !is_own_study(c, d.at[k].first, &current) : !is_taken(c, &d, k, taken)) {
            if (!learner) taken = false;
            group = 0;
            continue;
        }
        taken = taken || !learner;
        current = current || (!learner && is_pursued(c, d.at[k].first));
        static const char *const adjectives[] = {"doctoral", "undergraduate", "graduate", "predoctoral", NULL};
        bool adjective = learner && d.at[k].end == d.at[k].first + 1 && mkcv_clause_is(c, d.at[k].first, adjectives);
        struct mkcv_entry *e = new_degree(c, adjective ? mkcv_clause_range(c, d.at[k].first, learner) : d.at[k].range);
        group++;
        size_t next = learner ? learner : d.at[k].end;
        struct mkcv_when w;
        size_t behind = learner ? next : skip_date(c, next, &w);
        bool together = k + 1 < d.count && d.at[k + 1].first >= behind && d.at[k + 1].first - behind <= 4;
        if (together && behind > next) mkcv_entry_when(c->r, e, &w);
        for (size_t i = behind; together && i < d.at[k + 1].first; i++) together = mkcv_clause_is(c, i, between);
        if (together && !learner) continue;
        read_region(c, &d, k, next, e);
        e = degree_back(c->r, 0);
        org_before(c, d.at[k].first, e);
        same_school(c, d.at[k].end, k + 1 < d.count ? d.at[k + 1].first : c->tokens.list.count, e);
        if (learner && !e->fields[MKCV_FIELD_ORG].s) org_from_area(e);
        begin_at_date(c, d.at[k].first, e);
        if (current && !e->end.year) e->current = true;
        if (group > 1) share(c->r, group);
        group = 0;
        bool placed = e->fields[MKCV_FIELD_ORG].s || e->fields[MKCV_FIELD_AREA].s || e->people.count;
        if (!placed && (learner || !e->end.year))
            mkcv_read_section(c->r, MKCV_KIND_EDUCATION)->entries.count--;
        else
            any = true;
    }
    return any;
}

/* "My advisors are Prof. X and Prof. Y." after the degree that they belong to. */
static bool read_advisors(const struct mkcv_clause *c)
{
    static const char *const phrases[] = {"my advisor is",
                                          "my advisors are",
                                          "my supervisor is",
                                          "my supervisors are",
                                          "my advisor was",
                                          "my supervisor was",
                                          "my phd advisor is",
                                          "my phd advisor was",
                                          "my phd supervisor is",
                                          "i am advised by",
                                          "im advised by",
                                          "i was advised by",
                                          "i am supervised by",
                                          "i was supervised by",
                                          "i am coadvised by",
                                          "i work with my advisor",
                                          "my coadvisor is",
                                          "my thesis advisor was",
                                          "my advisors were",
                                          "my phd supervisors are",
                                          "fortunate to be supervised by",
                                          "fortunate to be advised by",
                                          "i have been advised by",
                                          NULL};
    size_t n, i = mkcv_phrase_find(&c->tokens, 0, c->tokens.list.count, phrases, &n);
    struct mkcv_section *s = mkcv_cv_lookup(c->r->cv, MKCV_KIND_EDUCATION);
    if (i == NOWHERE || !s || !s->entries.count || i + n >= c->tokens.list.count) return false;
    struct mkcv_entry *e = &s->entries.at[s->entries.count - 1];
    if (mkcv_phrase_find(&c->tokens, i, i + n, (const char *const[]){"is", "are", "am", "im", NULL}, &(size_t){0}) !=
        NOWHERE)
        for (size_t k = s->entries.count; k-- > 0 && !e->current;) /* who advises now */
            if (s->entries.at[k].current && s->entries.at[k].loc.file == e->loc.file) e = &s->entries.at[k];
    size_t from = c->tokens.list.at[i + n].from;
    return mkcv_people_read(c->r, e, c->text, from, c->to, MKCV_REL_ADVISOR) != from;
}

/* "My dissertation is called X." after the degree that it was written for. */
static bool read_thesis(const struct mkcv_clause *c)
{
    static const char *const phrases[] = {
        "dissertation is called",  "dissertation was called",   "dissertation is titled", "dissertation is entitled",
        "dissertation was titled", "dissertation was entitled", "thesis is called",       "thesis is titled",
        "thesis is entitled",      "thesis was called",         "thesis was titled",      "thesis was entitled",
        "dissertation title is",   "thesis title is",           "thesis title was",       NULL};
    static const char *const own[] = {"my", "his", "her", NULL};
    size_t n, i = mkcv_phrase_find(&c->tokens, 0, c->tokens.list.count, phrases, &n);
    struct mkcv_section *s = mkcv_cv_lookup(c->r->cv, MKCV_KIND_EDUCATION);
    if (i == NOWHERE || i > 3 || !mkcv_clause_is(c, 0, own) || i + n >= c->tokens.list.count) return false;
    if (!s || !s->entries.count) return false;
    struct mkcv_text *thesis = &s->entries.at[s->entries.count - 1].fields[MKCV_FIELD_THESIS];
    if (mkcv_text_is_empty(thesis)) {
        struct mkcv_range title = mkcv_trim(c->text->s, (struct mkcv_range){c->tokens.list.at[i + n].from, c->to});
        mkcv_entry_set(c->r, &s->entries.at[s->entries.count - 1], MKCV_FIELD_THESIS, c->text, title.from, title.to);
    }
    return true;
}

bool mkcv_education_sentence(struct mkcv_reader *r, const struct mkcv_text *text, size_t from, size_t to)
{
    if (mkcv_career_han_sentence(r, text, from, to)) return true;
    struct mkcv_clause c = mkcv_clause_new(r, text, from, to);
    return read_degrees(&c) || mkcv_education_enrolled(&c) || mkcv_education_told(&c) || read_advisors(&c) ||
           read_thesis(&c);
}
