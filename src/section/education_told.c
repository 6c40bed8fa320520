/* education_told.c - studies told by their verbs, without a degree's name: "me doctoré en Biología por", "I read
 * history at"; see prose.h. The degree is the verb's own, where it has one. */
#include "mkcv/clause.h"
#include "prose.h"
#include <string.h>

/* `degree`: what the verb means; NULL: the last word of the phrase, as written; "": nothing is said of it. */
static const struct {
    const char *phrase, *degree;
    bool own;
} verbs[] = {{"me doctore", "Doctorado", true},
             {"me licencie", "Licenciatura", true},
             {"me gradue", "Grado", true},
             {"doutoreime", "Doutorado", true},
             {"licencieime", "Licenciatura", true},
             {"mi sono laureato", "Laurea", true},
             {"mi sono laureata", "Laurea", true},
             {"mi sono addottorato", "Dottorato", true},
             {"mi sono addottorata", "Dottorato", true},
             {"ho conseguito la laurea", "Laurea", true},
             {"jai soutenu ma these", "Doctorat", true},
             {"promovierte ich", "Promotion", true},
             {"ich promovierte", "Promotion", true},
             {"wurde ich promoviert", "Promotion", true},
             {"wurde ich", "Promotion", true},
             {"ich wurde", "Promotion", true},
             {"habilitierte ich mich", "Habilitation", true},
             {"ich habilitierte mich", "Habilitation", true},
             {"je suis docteur", NULL, true},
             {"je suis docteure", NULL, true},
             {"je suis titulaire dun doctorat", "Doctorat", true},
             {"je suis titulaire dun master", "Master", true},
             {"soy doctor", NULL, true},
             {"soy doctora", NULL, true},
             {"soy licenciado", NULL, true},
             {"soy licenciada", NULL, true},
             {"sou doutor", NULL, true},
             {"sou doutora", NULL, true},
             {"sou licenciado", NULL, true},
             {"sou licenciada", NULL, true},
             {"promovierte", "Promotion", false},
             {"habilitierte sich", "Habilitation", false},
             {"studierte ich", "", true},
             {"ich studierte", "", true},
             {"ich habe", "", true},
             {"habe ich", "", true},
             {"jai etudie", "", true},
             {"ho studiato", "", true},
             {"estudie", "", true},
             {"estudei", "", true},
             {"studierte", "", false},
             {"studying", "", false},
             {"study", "", false},
             {"studied", "", false},
             {"read", "", false},
             {"graduated", "", false}};

/* "history of art at": the subject in small or capital letters, up to what leads to the place; `i` when it is none. */
static size_t read_subject(const struct mkcv_clause *c, size_t i, struct mkcv_entry *e)
{
    static const char *const ends[] = {"at", "in", "an",  "from",  "a",     "en",  "presso", "all",  "alla",
                                       "na", "no", "por", "pela",  "de",    "der", "nel",    "with", ",",
                                       "(",  ".",  ";",   "under", "where", "to",  "la",     NULL};
    static const char *const strange[] = {"the",   "with", "how",    "for", "my", "more",
                                          "about", "a",    "papers", "and", NULL};
    size_t end = i;
    while (end < c->tokens.list.count && end < i + 8 && c->tokens.list.at[end].word && !mkcv_clause_is(c, end, ends) &&
           !mkcv_clause_is_at(c, end))
        end++;
    if (end == i || mkcv_clause_is(c, i, strange)) return i;
    struct mkcv_range r = mkcv_clause_range(c, i, end);
    mkcv_entry_set(c->r, e, MKCV_FIELD_AREA, c->text, r.from, r.to);
    return end;
}

/* What closes a German clause: "(habe ich) an der X Physik studiert". */
static bool closes_study(const struct mkcv_clause *c)
{
    static const char *const ends[] = {"studiert", "promoviert", "abgeschlossen", NULL};
    size_t n = c->tokens.list.count;
    for (size_t i = 0; i < n; i++) {
        size_t next = i + 1 < n ? mkcv_clause_close(c, i + 1) : n; /* "(Betreuer: Bo Berg)" */
        if (mkcv_clause_is(c, i, ends) && (next + 1 >= n || i + 2 >= n)) return true;
    }
    return false;
}

/* The date before the verb: "2014 promovierte ich", "In 2010 I graduated". */
static void date_before(const struct mkcv_clause *c, size_t verb, struct mkcv_entry *e)
{
    struct mkcv_when w;
    if (e->start.year || e->end.year || !verb) return;
    if (mkcv_clause_when(c, 0, &w)) mkcv_entry_when(c->r, e, &w);
}

/* "Mein Studium der Geographie habe ich": the subject before the verb. */
static void subject_before(const struct mkcv_clause *c, size_t verb, struct mkcv_entry *e)
{
    static const char *const joints[] = {"der", "des", "in", NULL};
    for (size_t i = 0; i + 2 < verb; i++) {
        if (strcmp(mkcv_clause_word(c, i), "studium") != 0 || !mkcv_clause_is(c, i + 1, joints)) continue;
        struct mkcv_range subject = mkcv_clause_range(c, i + 2, verb);
        mkcv_entry_set(c->r, e, MKCV_FIELD_AREA, c->text, subject.from, subject.to);
        return;
    }
}

/* "(Betreuer: Bo Berg)" at the clause's end. */
static void people_behind(const struct mkcv_clause *c, size_t from, struct mkcv_entry *e)
{
    for (size_t i = from; i < c->tokens.list.count && !e->people.count; i++)
        if (!strcmp(mkcv_clause_word(c, i), "(")) mkcv_clause_people(c, i + 1, e);
}

static bool read_verb(const struct mkcv_clause *c, size_t i, size_t v, size_t n)
{
    const char *degree = verbs[v].degree;
    bool plain = degree && !*degree;
    struct mkcv_range word = mkcv_clause_range(c, i + n - 1, i + n);
    struct mkcv_entry *e =
        mkcv_read_entry(c->r, MKCV_KIND_EDUCATION, mkcv_text_loc(c->text, c->tokens.list.at[i].from));
    if (!degree)
        mkcv_entry_set(c->r, e, MKCV_FIELD_TITLE, c->text, word.from, word.to);
    else if (!plain)
        e->fields[MKCV_FIELD_TITLE] = mkcv_text_new(c->r->arena, degree, e->loc);
    size_t next = i + n;
    static const char *const ins[] = {"in", "en", "em", "ueber", "uber", NULL};
    bool graduated = !strcmp(verbs[v].phrase, "graduated");
    struct mkcv_when w;
    size_t dated = mkcv_clause_when(c, next, &w);
    subject_before(c, i, e);
    if (dated != next) {
        mkcv_entry_when(c->r, e, &w);
        next = dated;
    } else if (plain && !graduated)
        next = read_subject(c, next, e);
    else if (mkcv_clause_is(c, next, ins)) {
        size_t past = read_subject(c, next + 1, e);
        next = past == next + 1 ? next : past;
    }
    mkcv_clause_tail(c, next, e, true);
    people_behind(c, next, e);
    date_before(c, i, e);
    bool placed = !mkcv_text_is_empty(&e->fields[MKCV_FIELD_ORG]);
    if (!strncmp(verbs[v].phrase, "study", 5) && !e->end.year) e->current = true;
    /* who studied a thing need not have been a student of it: a school makes it one */
    bool school = placed && mkcv_is_org(c->r->arena, e->fields[MKCV_FIELD_ORG].s, 0,
                                        mkcv_text_length(&e->fields[MKCV_FIELD_ORG]));
    if (placed && (!plain || school)) return true;
    mkcv_read_section(c->r, MKCV_KIND_EDUCATION)->entries.count--;
    return false;
}

/* "I am Ada Quill, currently studying": behind the owner's name. */
static bool is_introduced(const struct mkcv_clause *c, size_t verb)
{
    static const char *const starts[] = {"i", "im", NULL}, *const adverbs[] = {"currently", "now", "presently", NULL};
    size_t i = verb;
    while (i && mkcv_clause_is(c, i - 1, adverbs)) i--;
    bool comma = i && !strcmp(mkcv_clause_word(c, i - 1), ",") && mkcv_clause_is(c, 0, starts);
    for (size_t k = 2; comma && k + 1 < i; k++) comma = mkcv_clause_is_capital(c, k);
    return comma;
}

bool mkcv_education_told(const struct mkcv_clause *c)
{
    for (size_t i = 0; i < c->tokens.list.count; i++)
        for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++) {
            size_t n = mkcv_phrase_at(&c->tokens, i, verbs[v].phrase);
            bool own = verbs[v].own || (i && (mkcv_clause_is_self(c, i) || is_introduced(c, i)));
            if (!n || !own) continue;
            bool open = strstr(verbs[v].phrase, "habe") || !strcmp(verbs[v].phrase, "wurde ich") ||
                        !strcmp(verbs[v].phrase, "ich wurde");
            if (open && !closes_study(c)) continue;
            if (read_verb(c, i, v, n)) return true;
        }
    return false;
}
