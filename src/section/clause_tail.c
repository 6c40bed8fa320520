/* clause_tail.c - what follows a post or a degree: places, dates, people, honors, asides; see mkcv/clause.h.
 *
 * It reads from left to right and never looks back: each clause is known by its first words. What it does not know ends
 * it, and stays with the caller as text. */
#include "career.h"
#include "mkcv/clause.h"
#include <string.h>

static bool is_word(const struct mkcv_clause *c, size_t i, const char *word)
{
    return !strcmp(mkcv_clause_word(c, i), word);
}

void mkcv_clause_append(const struct mkcv_clause *c, struct mkcv_entry *e, enum mkcv_field field, size_t from,
                        size_t to, const char *joint)
{
    struct mkcv_range cut = mkcv_trim(c->text->s, (struct mkcv_range){from, to});
    if (cut.from >= cut.to) return;
    struct mkcv_text part = mkcv_text_slice(c->r->arena, c->text, cut.from, cut.to);
    if (e->fields[field].s) mkcv_text_append(c->r->arena, &e->fields[field], joint, strlen(joint), NULL);
    mkcv_text_join(c->r->arena, &e->fields[field], &part, MKCV_ROLE_PLAIN);
}

static size_t read_honors(const struct mkcv_clause *c, size_t i, struct mkcv_entry *e);

/* What stands behind the date of a bracket: "mentor: X", "with distinction", or a remark. */
static void read_behind_date(const struct mkcv_clause *c, size_t i, size_t close, struct mkcv_entry *e)
{
    size_t colon = i, from = c->tokens.list.at[i].from, to = c->tokens.list.at[close - 1].from;
    while (colon + 1 < close && !is_word(c, colon, ":")) colon++;
    enum mkcv_relation relation = colon + 1 < close && colon > i
                                      ? mkcv_career_label(c->r, c->text, mkcv_clause_range(c, i, colon))
                                      : MKCV_REL_NONE;
    if (relation != MKCV_REL_NONE &&
        mkcv_people_read(c->r, e, c->text, c->tokens.list.at[colon + 1].from, to, relation) > from)
        return;
    size_t people = mkcv_clause_people(c, i, e);
    if ((people != i && people + 1 >= close) || read_honors(c, i, e) + 1 >= close) return;
    mkcv_clause_append(c, e, MKCV_FIELD_NOTE, from, to, "; ");
}

/* "(2019-2021)", "(2019, mentor: X)", "(advised by X)", "(equivalent to ...)". */
static size_t read_aside(const struct mkcv_clause *c, size_t i, struct mkcv_entry *e)
{
    struct mkcv_when w;
    size_t close = mkcv_clause_close(c, i);
    if (close == i) return i;
    size_t after = mkcv_clause_when(c, i + 1, &w);
    if (after != i + 1 && after + 1 >= close) {
        mkcv_entry_when(c->r, e, &w);
        return close;
    }
    if (after != i + 1 && after + 2 < close && mkcv_clause_is(c, after, (const char *const[]){",", ";", NULL})) {
        mkcv_entry_when(c->r, e, &w);
        read_behind_date(c, after + 1, close, e);
        return close;
    }
    size_t people = mkcv_clause_people(c, i + 1, e);
    if (people != i + 1 && people + 1 >= close) return close;
    struct mkcv_range in = mkcv_clause_range(c, i + 1, close - 1);
    if (mkcv_when_find(c->r->arena, c->text->s, in.from, in.to, &w) && w.to == in.to &&
        close - i < 12) { /* (Spain, 2019) */
        mkcv_entry_when(c->r, e, &w);
        bool org = !e->fields[MKCV_FIELD_ORG].s && mkcv_is_org(c->r->arena, c->text->s, in.from, w.from);
        mkcv_entry_set(c->r, e, org ? MKCV_FIELD_ORG : MKCV_FIELD_LOCATION, c->text, in.from, w.from);
        return close;
    }
    mkcv_clause_append(c, e, MKCV_FIELD_NOTE, c->tokens.list.at[i].to, c->tokens.list.at[close - 1].from, "; ");
    return close;
}

/* "with the highest honors": its tokens, or 0. */
static size_t count_honors(const struct mkcv_clause *c, size_t i)
{
    enum { WORDS = 5 };
    static const char *const between[] = {"the",  "high",         "higher",  "highest", "great",   "first",
                                          "1st",  "class",        "upper",   "second",  "special", "double",
                                          "full", "departmental", "college", "-",       NULL};
    static const char *const ends[] = {"honors", "honours", "honor", "honour", "distinction", "distinctions", NULL};
    size_t n = is_word(c, i, "with") ? 1 : 0;
    for (size_t k = i + n; k < i + n + WORDS; k++) {
        if (mkcv_clause_is(c, k, ends)) return n || k > i ? k + 1 - i : 0;
        if (!mkcv_clause_is(c, k, between)) return 0;
    }
    return 0;
}

static size_t read_honors(const struct mkcv_clause *c, size_t i, struct mkcv_entry *e)
{
    static const char *const honors[] = {"summa cum laude", "magna cum laude", "cum laude", "mit auszeichnung", NULL};
    size_t best = count_honors(c, i);
    for (const char *const *h = honors; *h; h++) {
        size_t n = mkcv_phrase_at(&c->tokens, i, *h);
        if (n > best) best = n;
    }
    if (!best) return i;
    struct mkcv_range r = mkcv_clause_range(c, i, i + best);
    mkcv_clause_append(c, e, MKCV_FIELD_HONORS, r.from, r.to, "; ");
    return i + best;
}

/* "and also in Z", "and at Z": a second place goes to the note. */
static size_t read_also(const struct mkcv_clause *c, size_t i, struct mkcv_entry *e)
{
    static const char *const leads[] = {"and also in", "and also at", "and also with", "and also",
                                        "as well as",  "and in",      "and at",        NULL};
    if (mkcv_text_is_empty(&e->fields[MKCV_FIELD_ORG])) return i;
    for (const char *const *l = leads; *l; l++) {
        size_t n = mkcv_phrase_at(&c->tokens, i, *l);
        struct mkcv_range org;
        if (!n || mkcv_clause_org(c, i + n, &org) == i + n) continue;
        size_t first = is_word(c, i, "and") ? i + 1 : i, next = mkcv_clause_org(c, i + n, &org);
        struct mkcv_when own; /* "and at Z (2022)": the date is of that place */
        bool dated = is_word(c, next, "(") && mkcv_clause_when(c, next + 1, &own) > next + 1;
        size_t close = dated ? mkcv_clause_close(c, next) : next;
        if (close > next) org.to = c->tokens.list.at[close - 1].to;
        mkcv_clause_append(c, e, MKCV_FIELD_NOTE, c->tokens.list.at[first].from, org.to, "; ");
        return close;
    }
    return i;
}

/* "(University of X, 1997)". */
static bool opens_org(const struct mkcv_clause *c, size_t i)
{
    size_t close = is_word(c, i, "(") ? mkcv_clause_close(c, i) : i;
    if (close <= i + 2) return false;
    struct mkcv_range in = mkcv_clause_range(c, i + 1, close - 1);
    return mkcv_is_org(c->r->arena, c->text->s, in.from, in.to);
}

/* "all'Università", "dell'Istituto": a place with its preposition in one word. */
static bool opens_elided(const struct mkcv_clause *c, size_t i)
{
    static const char *const heads[] = {"all", "dell", "nell", "dall"};
    if (i >= c->tokens.list.count) return false;
    const char *s = c->text->s + c->tokens.list.at[i].from;
    for (size_t k = 0; k < sizeof heads / sizeof *heads; k++) {
        size_t n = strlen(heads[k]);
        if (!strncasecmp(s, heads[k], n) && (s[n] == '\'' || !strncmp(s + n, "\xe2\x80\x99", 3))) return true;
    }
    return false;
}

/* A field of study ends where the school, the people or the date begin. */
static size_t read_area(const struct mkcv_clause *c, size_t i, struct mkcv_entry *e)
{
    static const char *const ends[] = {"from",       "at",      "in",      "with",  "under", "advised", "coadvised",
                                       "supervised", "jointly", "where",   "(",     ",",     ";",       ".",
                                       "by",         "degree",  "degrees", "from:", "i",     "my",      "respectively",
                                       "|",          ":",       "a",       "por",   "pela",  "pelo",    "presso",
                                       "bei",        "sous",    "bajo",    "sob",   "sotto", "an",      "nel",
                                       "dans",       "von",     "durant",  "na",    "no",    "nas",     "nos",
                                       "em",         "en",      "im",      "all",   "alla",  "this",    "starting",
                                       "since",      "next",    "working", NULL};
    static const char *const ands[] = {"and", "et", "y", "e", "und", NULL}, *const selves[] = {"i",   "jai", "je", "he",
                                                                                               "she", "ich", "ho", "am",
                                                                                               "was", "is",  NULL};
    size_t end = i;
    while (end < c->tokens.list.count) {
        if (is_word(c, end, ",") && mkcv_clause_is_capital(c, end + 1) &&
            (is_word(c, end + 2, ",") || is_word(c, end + 3, "and")) && end + 3 < c->tokens.list.count) {
            end++; /* Mathematics, Physics, and Chemistry */
            continue;
        }
        if (mkcv_clause_is(c, end, ends) || (end > i && opens_elided(c, end))) break;
        if (mkcv_clause_is(c, end, ands) && mkcv_clause_is(c, end + 1, selves)) break; /* "et j'ai occupé" */
        end++;
    }
    struct mkcv_range r = mkcv_clause_range(c, i, end);
    static const char *const learned[] = {"sciences", "science", "ciencias", "scienze", "research", NULL};
    bool small = mkcv_clause_is(c, i, learned) && !mkcv_clause_is_capital(c, i);
    if (end == i || end - i > 14 || is_word(c, i, "the") ||
        (!small && mkcv_is_org(c->r->arena, c->text->s, r.from, r.to) && !is_word(c, end, "from") &&
         !is_word(c, end, "at") && !opens_org(c, end)))
        return i;
    mkcv_entry_set(c->r, e, MKCV_FIELD_AREA, c->text, r.from, r.to);
    return end;
}

/* "Laboratory of X at the University of Y" as a CV has it: "Laboratory of X, University of Y". */
static void append_org(const struct mkcv_clause *c, struct mkcv_entry *e, size_t start, size_t next,
                       struct mkcv_range org)
{
    static const char *const articles[] = {"the", "der", "la", "le", NULL};
    for (size_t i = start + 1; i + 1 < next; i++) {
        if (!is_word(c, i, "at") || is_word(c, i - 1, "and")) continue;
        size_t after = i + 1;
        while (mkcv_clause_is(c, after, articles)) after++;
        mkcv_clause_append(c, e, MKCV_FIELD_ORG, org.from, c->tokens.list.at[i].from, ", ");
        if (after < next) mkcv_clause_append(c, e, MKCV_FIELD_ORG, c->tokens.list.at[after].from, org.to, ", ");
        return;
    }
    mkcv_clause_append(c, e, MKCV_FIELD_ORG, org.from, org.to, ", ");
}

/* "at X", "in the X", "the X", "@X". */
static size_t read_place(const struct mkcv_clause *c, size_t i, struct mkcv_entry *e, bool area)
{
    static const char *const leads[] = {"at",     "@",      "in",    "with", "from", "of",   "within", "for",  "the",
                                        "inside", "an",     "der",   "a",    "chez", "en",   "na",     "no",   "da",
                                        "do",     "presso", "bei",   "beim", "am",   "por",  "pela",   "pelo", "dans",
                                        "au",     "nel",    "nella", "em",   "all",  "alla", "von",    NULL},
                             *const ins[] = {"in", "en", "em", NULL};
    struct mkcv_range org;
    size_t start;
    if (opens_elided(c, i) && (start = mkcv_clause_org(c, i, &org)) != i) {
        append_org(c, e, i, start, org);
        return start;
    }
    bool by = is_word(c, i, "by") && e->kind == MKCV_KIND_EDUCATION; /* "awarded a Ph.D. by Lund University" */
    if (!mkcv_clause_is(c, i, leads) && !by) return i;
    bool in = mkcv_clause_is(c, i, ins) || mkcv_clause_is_at(c, i);
    size_t next = 0;
    start = is_word(c, i, "the") ? i : i + 1;
    if (mkcv_clause_is(c, i, ins) && area && mkcv_text_is_empty(&e->fields[MKCV_FIELD_AREA]) &&
        (next = read_area(c, start, e)) != start)
        return next;
    next = mkcv_clause_org(c, start, &org);
    if (next == start) return i;
    bool known = mkcv_is_org(c->r->arena, c->text->s, org.from, org.to),
         had = !mkcv_text_is_empty(&e->fields[MKCV_FIELD_ORG]);
    if ((is_word(c, i, "the") || by) && !known) return i;
    if (in && had && !known)
        mkcv_entry_set(c->r, e, MKCV_FIELD_LOCATION, c->text, org.from, org.to);
    else if (had && !in && !is_word(c, i, "the") && !is_word(c, i, "at"))
        return i;
    else
        append_org(c, e, start, next, org);
    return next;
}

/* "from the same university": that of the entry before. */
static size_t read_same(const struct mkcv_clause *c, size_t i, struct mkcv_entry *e)
{
    static const char *const leads[] = {"from the same", "at the same", "of the same", "in the same",
                                        "la misma",      "de la misma", "en la misma", NULL},
                             *const places[] = {"university", "institution", "institute",   "college", "school",
                                                "department", "place",       "universidad", NULL};
    const struct mkcv_section *s = mkcv_cv_lookup(c->r->cv, e->kind);
    size_t n = 0;
    for (const char *const *l = leads; *l && !n; l++) n = mkcv_phrase_at(&c->tokens, i, *l);
    if (!n || !mkcv_clause_is(c, i + n, places)) return i;
    bool last = s && s->entries.count > 1 && e == &s->entries.at[s->entries.count - 1];
    if (!last || mkcv_text_is_empty(&s->entries.at[s->entries.count - 2].fields[MKCV_FIELD_ORG])) return i;
    const struct mkcv_text *org = &s->entries.at[s->entries.count - 2].fields[MKCV_FIELD_ORG];
    if (mkcv_text_is_empty(&e->fields[MKCV_FIELD_ORG])) {
        e->fields[MKCV_FIELD_ORG] = *org;
        return i + n + 1;
    }
    if (strstr(e->fields[MKCV_FIELD_ORG].s, org->s)) return i + n + 1;
    size_t len = mkcv_text_length(org), comma = len; /* "School A, University X": the widest name alone */
    for (size_t k = 0; k + 1 < len; k++)
        if (org->s[k] == ',') comma = k + 1;
    if (comma >= len) comma = 0;
    struct mkcv_text whole = mkcv_text_slice(c->r->arena, org, comma, len);
    mkcv_text_append(c->r->arena, &e->fields[MKCV_FIELD_ORG], ", ", 2, NULL);
    mkcv_text_join(c->r->arena, &e->fields[MKCV_FIELD_ORG], &whole, MKCV_ROLE_PLAIN);
    return i + n + 1;
}

static size_t read_when(const struct mkcv_clause *c, size_t i, struct mkcv_entry *e)
{
    struct mkcv_when w;
    size_t next = mkcv_clause_when(c, i, &w);
    if (next == i) return i;
    mkcv_entry_when(c->r, e, &w);
    return next;
}

static size_t tail_step(const struct mkcv_clause *c, size_t i, struct mkcv_entry *e, bool area)
{
    static const char *const marks[] = {",", ".", "–", "—", "-", ";", "/", NULL};
    size_t next;
    if (mkcv_clause_is(c, i, marks)) return i + 1;
    static const char *const plain[] = {"degree", "degrees", "both", "studies", "grade", NULL};
    if (mkcv_clause_is(c, i, plain)) return i + 1;
    if (is_word(c, i, "(") && (next = read_aside(c, i, e)) != i) return next;
    if ((next = read_honors(c, i, e)) != i) return next;
    if ((next = read_also(c, i, e)) != i) return next;
    if ((next = mkcv_clause_people(c, i, e)) != i) return next;
    if ((next = read_when(c, i, e)) != i) return next;
    if ((next = read_same(c, i, e)) != i) return next;
    struct mkcv_range org;
    if (i && is_word(c, i - 1, ",") && e->people.count && mkcv_text_is_empty(&e->fields[MKCV_FIELD_ORG]) &&
        (next = mkcv_clause_org(c, i, &org)) != i && mkcv_is_org(c->r->arena, c->text->s, org.from, org.to)) {
        append_org(c, e, i, next, org); /* "in the group led by X, University of Y" */
        return next;
    }
    return read_place(c, i, e, area);
}

size_t mkcv_clause_tail(const struct mkcv_clause *c, size_t i, struct mkcv_entry *e, bool area)
{
    while (i < c->tokens.list.count) {
        size_t next = tail_step(c, i, e, area);
        if (next == i) break;
        i = next;
    }
    return i;
}

void mkcv_clause_rest(const struct mkcv_clause *c, size_t i, size_t end, struct mkcv_entry *e)
{
    static const char *const told[] = {"received",
                                       "awarded",
                                       "won",
                                       "recipient",
                                       "advised",
                                       "phd candidate",
                                       "phd student",
                                       "doctoral student",
                                       "doctoral candidate",
                                       "associate editor",
                                       "area chair",
                                       "editorial board",
                                       "jai occupe",
                                       "jai ete",
                                       "jai exerce",
                                       "jai recu",
                                       NULL};
    size_t len;
    if (i >= end || end - i < 3 || mkcv_phrase_find(&c->tokens, i, end, told, &len) != NOWHERE) return;
    struct mkcv_range r = mkcv_clause_range(c, i, end);
    mkcv_clause_append(c, e, MKCV_FIELD_SUMMARY, r.from, r.to, "; ");
}
