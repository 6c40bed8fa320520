/* clause.c - a sentence as clauses: organisations, people, dates and asides behind a post or a degree; see clause.h.
 *
 * It reads from left to right and never looks back: each clause is known by its first words. What it does not know ends
 * it, and stays with the caller as text. */
#include "mkcv/clause.h"
#include "mkcv/utf8.h"
#include <string.h>

#define SENTENCE_BYTES 8000 /* that are read of one: the work on a sentence grows with its square */

static const char *const stops[] = {
    "working",     "advised",  "coadvised", "supervised", "cosupervised", "mentored", "guided",  "under",
    "hosted",      "led",      "headed",    "where",      "who",          "whom",     "which",   "from",
    "since",       "focusing", "doing",     "conducting", "with",         "as",       "before",  "after",
    "during",      "until",    "i",         "my",         "jointly",      "when",     "while",   "until",
    "researching", "studying", "majoring",  "he",         "she",          "then",     "leading", "also",
    "currently",   "to",       "is",        "was",        "respectively", NULL};
static const char *const links_of[] = {"of", "for", "at",  "on",  "the", "de", "des", "du", "la",
                                       "le", "der", "fur", "und", "et",  "y",  "del", "di", "da",
                                       "do", "dos", "van", "von", "zu",  "'s", "s",   NULL};

struct mkcv_clause mkcv_clause_new(struct mkcv_reader *r, const struct mkcv_text *text, size_t from, size_t to)
{
    if (to > from + SENTENCE_BYTES) to = from + SENTENCE_BYTES;
    while (to > from && (text->s[to] & 0xC0) == 0x80) to--;
    if (r->sentence.s != text->s || r->sentence.from != from || r->sentence.to != to) {
        r->sentence.tokens = mkcv_tokens_new(r->arena, text->s, from, to);
        r->sentence.s = text->s;
        r->sentence.from = from;
        r->sentence.to = to;
    }
    return (struct mkcv_clause){r, text, from, to, r->sentence.tokens};
}

const char *mkcv_clause_word(const struct mkcv_clause *c, size_t i)
{
    return i < c->tokens.list.count ? c->tokens.list.at[i].fold : "";
}

bool mkcv_clause_is(const struct mkcv_clause *c, size_t i, const char *const *words)
{
    const char *w = mkcv_clause_word(c, i);
    for (; *words; words++)
        if (**words == *w && !strcmp(w, *words)) return true;
    return false;
}

bool mkcv_clause_is_capital(const struct mkcv_clause *c, size_t i)
{
    if (i >= c->tokens.list.count || !c->tokens.list.at[i].word) return false;
    const char *p = c->text->s + c->tokens.list.at[i].from;
    uint32_t u = mkcv_utf8_next(&p);
    return !mkcv_is_lower(u) && mkcv_is_letter(u);
}

size_t mkcv_clause_token(const struct mkcv_clause *c, size_t at)
{
    size_t i = 0;
    while (i < c->tokens.list.count && c->tokens.list.at[i].from < at) i++;
    return i;
}

size_t mkcv_clause_close(const struct mkcv_clause *c, size_t i)
{
    int depth = 0;
    for (size_t k = i; k < c->tokens.list.count; k++) {
        const char *w = c->tokens.list.at[k].fold;
        if (!strcmp(w, "(") || !strcmp(w, "（")) depth++;
        if ((!strcmp(w, ")") || !strcmp(w, "）")) && !--depth) return k + 1;
    }
    return i;
}

struct mkcv_range mkcv_clause_range(const struct mkcv_clause *c, size_t i, size_t end)
{
    if (i >= end || i >= c->tokens.list.count) return (struct mkcv_range){c->to, c->to};
    return (struct mkcv_range){c->tokens.list.at[i].from, c->tokens.list.at[end - 1].to};
}

static bool is_word(const struct mkcv_clause *c, size_t i, const char *word)
{
    return !strcmp(mkcv_clause_word(c, i), word);
}

size_t mkcv_clause_when(const struct mkcv_clause *c, size_t i, struct mkcv_when *w)
{
    static const char *const leads[] = {"in", "on", "during", "around", "of", "en", "im", NULL};
    size_t start = mkcv_clause_is(c, i, leads) ? i + 1 : i;
    while (is_word(c, start, "the") || is_word(c, start, "early") || is_word(c, start, "late")) start++;
    if (start >= c->tokens.list.count) return i;
    if (!mkcv_when_read(c->r->arena, c->text->s, c->tokens.list.at[start].from, c->to, w)) return i;
    size_t next = mkcv_clause_token(c, w->to);
    return next;
}

/* A comma goes on with the name when an organisation or a place of few words follows. */
static bool goes_on_after_comma(const struct mkcv_clause *c, size_t i)
{
    struct mkcv_when w;
    if (!mkcv_clause_is_capital(c, i) || mkcv_clause_is(c, i, stops) || mkcv_clause_when(c, i, &w) != i) return false;
    size_t end = i;
    while (end < c->tokens.list.count && c->tokens.list.at[end].word && !mkcv_clause_is(c, end, stops) &&
           !is_word(c, end, "in"))
        end++;
    if (is_word(c, end, "was") || is_word(c, end, "is")) return false;
    struct mkcv_range part = mkcv_clause_range(c, i, end);
    if (mkcv_is_org(c->r->arena, c->text->s, part.from, part.to)) return true;
    return end - i <= 3;
}

static bool is_aside_part_of_name(const struct mkcv_clause *c, size_t i, size_t close)
{
    struct mkcv_when w;
    if (close == i || close - i > 9) return false;
    struct mkcv_range in = mkcv_clause_range(c, i + 1, close - 1);
    return !mkcv_when_find(c->r->arena, c->text->s, in.from, in.to, &w) && !mkcv_clause_is(c, i + 1, stops) &&
           mkcv_clause_is_capital(c, i + 1);
}

/* How many tokens the name takes at `i`; 0: it ends here. */
static size_t org_step(const struct mkcv_clause *c, size_t i, size_t start)
{
    struct mkcv_when w;
    const char *t = mkcv_clause_word(c, i);
    if (!*t || mkcv_clause_is(c, i, stops)) return 0;
    if (!strcmp(t, "(")) {
        size_t close = mkcv_clause_close(c, i);
        return is_aside_part_of_name(c, i, close) ? close - i : 0;
    }
    if (!strcmp(t, ",")) return i > start && goes_on_after_comma(c, i + 1) ? 1 : 0;
    if (!strcmp(t, "and") || !strcmp(t, "&"))
        return mkcv_clause_is_capital(c, i + 1) && !mkcv_clause_is(c, i + 1, stops) ? 1 : 0;
    if (!strcmp(t, "/") || !strcmp(t, "-") || !strcmp(t, "–"))
        return mkcv_clause_is_capital(c, i + 1) && i > start ? 1 : 0;
    if (!c->tokens.list.at[i].word) return !strcmp(t, "@") || !strcmp(t, "'") || !strcmp(t, "’") ? 1 : 0;
    if (mkcv_clause_is(c, i, links_of))
        return mkcv_clause_is_capital(c, i + 1) || is_word(c, i + 1, "the") || mkcv_clause_is(c, i + 1, links_of) ? 1
                                                                                                                  : 0;
    const char *word = c->text->s + c->tokens.list.at[i].from; /* "d'Azur" */
    if (i > start && (word[0] == 'd' || word[0] == 'l') && (word[1] == '\'' || !memcmp(word + 1, "\xe2\x80\x99", 3)))
        return 1;
    if (i > start && mkcv_is_org(c->r->arena, c->text->s, c->tokens.list.at[i].from, c->tokens.list.at[i].to))
        return 1; /* "Kennedy institute" */
    return mkcv_clause_is_capital(c, i) && mkcv_clause_when(c, i, &w) == i ? 1 : 0;
}

size_t mkcv_clause_org(const struct mkcv_clause *c, size_t i, struct mkcv_range *org)
{
    static const char *const articles[] = {"the", "our", "a", "an", "der", "die", "das", "la", "le", NULL};
    size_t start = i;
    while (mkcv_clause_is(c, start, articles)) start++;
    size_t end = start;
    for (size_t n; (n = org_step(c, end, start)) != 0;) end += n;
    if (end == start || !mkcv_clause_is_capital(c, start)) return i;
    *org = mkcv_clause_range(c, start, end);
    return end;
}

/* Phrases that lead to people, the longest first among those that share a start. */
static const struct {
    const char *phrase;
    enum mkcv_relation relation;
} people_phrases[] = {
    {"advised by", MKCV_REL_ADVISOR},
    {"coadvised by", MKCV_REL_ADVISOR},
    {"supervised by", MKCV_REL_ADVISOR},
    {"cosupervised by", MKCV_REL_ADVISOR},
    {"jointly advised by", MKCV_REL_ADVISOR},
    {"jointly supervised by", MKCV_REL_ADVISOR},
    {"guided by", MKCV_REL_ADVISOR},
    {"under the supervision of", MKCV_REL_ADVISOR},
    {"under the joint supervision of", MKCV_REL_ADVISOR},
    {"under supervision of", MKCV_REL_ADVISOR},
    {"under the cosupervision of", MKCV_REL_ADVISOR},
    {"under the guidance of", MKCV_REL_ADVISOR},
    {"under the joint guidance of", MKCV_REL_ADVISOR},
    {"under the direction of", MKCV_REL_ADVISOR},
    {"under the advisement of", MKCV_REL_ADVISOR},
    {"under the mentorship of", MKCV_REL_MENTOR},
    {"mentored by", MKCV_REL_MENTOR},
    {"under", MKCV_REL_ADVISOR},
    {"hosted by", MKCV_REL_HOST},
    {"led by", MKCV_REL_HOST},
    {"headed by", MKCV_REL_HOST},
    {"directed by", MKCV_REL_HOST},
    {"in the group led by", MKCV_REL_HOST},
    {"in the team led by", MKCV_REL_HOST},
    {"in the lab led by", MKCV_REL_HOST},
    {"in the research group led by", MKCV_REL_HOST},
    {"in the group of", MKCV_REL_HOST},
    {"in the team of", MKCV_REL_HOST},
    {"in the lab of", MKCV_REL_HOST},
    {"in the research group of", MKCV_REL_HOST},
    {"in the laboratory of", MKCV_REL_HOST},
    {"working with", MKCV_REL_WITH},
    {"working closely with", MKCV_REL_WITH},
    {"work with", MKCV_REL_WITH},
    {"worked with", MKCV_REL_WITH},
    {"together with", MKCV_REL_WITH},
    {"collaborating with", MKCV_REL_WITH},
    {"working under", MKCV_REL_ADVISOR},
    {"with", MKCV_REL_WITH},
    {"advisor :", MKCV_REL_ADVISOR},
    {"advisors :", MKCV_REL_ADVISOR},
    {"supervisor :", MKCV_REL_ADVISOR},
    {"supervisors :", MKCV_REL_ADVISOR},
    {"adviser :", MKCV_REL_ADVISOR},
    {"host :", MKCV_REL_HOST},
    {"mentor :", MKCV_REL_MENTOR},
    {"mentors :", MKCV_REL_MENTOR},
    {"my advisor is", MKCV_REL_ADVISOR},
    {"my supervisor is", MKCV_REL_ADVISOR},
    {"unter der leitung von", MKCV_REL_ADVISOR},
    {"betreut von", MKCV_REL_ADVISOR},
    {"sous la direction de", MKCV_REL_ADVISOR},
    {"bajo la direccion de", MKCV_REL_ADVISOR},
};

/* "where I was (jointly)", "and": what may stand before such a phrase. */
static size_t skip_lead(const struct mkcv_clause *c, size_t i)
{
    static const char *const leads[] = {"where", "i",      "he",        "she",     "was",       "am",   "is",  "were",
                                        "have",  "been",   "and",       "closely", "currently", "also", "who", "both",
                                        "(",     "mainly", "fortunate", "to",      "be",        NULL};
    while (mkcv_clause_is(c, i, leads)) i++;
    return i;
}

/* "[Tia Moss](url)'s group" behind "in". */
static bool is_group_of(const struct mkcv_clause *c, size_t i)
{
    static const char *const groups[] = {"group", "lab", "laboratory", "team", "research", NULL}, *const titles[] = {
                                                                                                      "prof",
                                                                                                      "professor", "dr",
                                                                                                      ".", NULL};
    while (mkcv_clause_is(c, i, titles)) i++;
    if (i >= c->tokens.list.count) return false;
    struct mkcv_range link = mkcv_link_at(c->text, c->tokens.list.at[i].from);
    const char *s = c->text->s + link.to;
    if (link.to <= link.from || link.to > c->to || (s[0] != '\'' && strncmp(s, "\xe2\x80\x99", 3) != 0)) return false;
    return mkcv_clause_is(c, mkcv_clause_token(c, link.to + 1 + (s[0] == '\'' ? 1 : 3)), groups) ||
           mkcv_clause_is(c, mkcv_clause_token(c, link.to), groups);
}

size_t mkcv_clause_people(const struct mkcv_clause *c, size_t i, struct mkcv_entry *e)
{
    size_t at = skip_lead(c, i), best = 0;
    enum mkcv_relation relation = MKCV_REL_NONE;
    for (size_t k = 0; k < sizeof people_phrases / sizeof *people_phrases; k++) {
        size_t n = mkcv_phrase_at(&c->tokens, at, people_phrases[k].phrase);
        if (n > best) best = n, relation = people_phrases[k].relation;
    }
    if (!best && is_word(c, at, "in") && is_group_of(c, at + 1)) best = 1, relation = MKCV_REL_HOST;
    if (!best || at + best >= c->tokens.list.count) return i;
    size_t from = c->tokens.list.at[at + best].from, end = mkcv_people_read(c->r, e, c->text, from, c->to, relation);
    if (end == from) return i;
    size_t next = mkcv_clause_token(c, end);
    if (c->text->s[end] == '\'' || !strncmp(c->text->s + end, "\xe2\x80\x99", 3)) { /* "'s group" */
        static const char *const groups[] = {"research", "group", "lab", "laboratory", "team", NULL};
        while (mkcv_clause_is(c, next, groups)) next++;
    }
    if (is_word(c, next, "’s") || is_word(c, next, "'s") || is_word(c, next, "'") || is_word(c, next, "’")) next++;
    if (is_word(c, next, "(")) { /* where that person is */
        size_t close = mkcv_clause_close(c, next);
        struct mkcv_when w;
        if (close != next && mkcv_clause_when(c, next + 1, &w) == next + 1) next = close;
    }
    return next;
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

/* "(2019-2021)", "(advised by X)", "(equivalent to ...)". */
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

static size_t read_honors(const struct mkcv_clause *c, size_t i, struct mkcv_entry *e)
{
    static const char *const honors[] = {"with honors",
                                         "with honours",
                                         "with high honors",
                                         "with highest honors",
                                         "with great honors",
                                         "with distinction",
                                         "with high distinction",
                                         "with the highest distinction",
                                         "summa cum laude",
                                         "magna cum laude",
                                         "cum laude",
                                         "with first class honours",
                                         "first class honours",
                                         "with first class honors",
                                         "mit auszeichnung",
                                         NULL};
    size_t best = 0;
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
        size_t first = is_word(c, i, "and") ? i + 1 : i;
        mkcv_clause_append(c, e, MKCV_FIELD_NOTE, c->tokens.list.at[first].from, org.to, "; ");
        return mkcv_clause_org(c, i + n, &org);
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

/* A field of study ends where the school, the people or the date begin. */
static size_t read_area(const struct mkcv_clause *c, size_t i, struct mkcv_entry *e)
{
    static const char *const ends[] = {
        "from", "at", "in", "with", "under",  "advised", "coadvised", "supervised", "jointly", "where",        "(",
        ",",    ";",  ".",  "by",   "degree", "degrees", "from:",     "i",          "my",      "respectively", "|",
        ":",    NULL};
    size_t end = i;
    while (end < c->tokens.list.count) {
        if (is_word(c, end, ",") && mkcv_clause_is_capital(c, end + 1) &&
            (is_word(c, end + 2, ",") || is_word(c, end + 3, "and")) && end + 3 < c->tokens.list.count) {
            end++; /* Mathematics, Physics, and Chemistry */
            continue;
        }
        if (mkcv_clause_is(c, end, ends)) break;
        end++;
    }
    struct mkcv_range r = mkcv_clause_range(c, i, end);
    if (end == i || end - i > 14 || is_word(c, i, "the") ||
        (mkcv_is_org(c->r->arena, c->text->s, r.from, r.to) && !is_word(c, end, "from") && !is_word(c, end, "at") &&
         !opens_org(c, end)))
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
        if (!is_word(c, i, "at")) continue;
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
    static const char *const leads[] = {"at", "@",   "in", "with", "from", "of", "within", "for", "the", "inside",
                                        "an", "der", "a",  "chez", "en",   "na", "no",     "da",  "do",  NULL};
    struct mkcv_range org;
    if (!mkcv_clause_is(c, i, leads)) return i;
    bool in = is_word(c, i, "in");
    size_t start = is_word(c, i, "the") ? i : i + 1, next = 0;
    if (in && area && mkcv_text_is_empty(&e->fields[MKCV_FIELD_AREA]) && (next = read_area(c, start, e)) != start)
        return next;
    next = mkcv_clause_org(c, start, &org);
    if (next == start) return i;
    bool known = mkcv_is_org(c->r->arena, c->text->s, org.from, org.to),
         had = !mkcv_text_is_empty(&e->fields[MKCV_FIELD_ORG]);
    if (is_word(c, i, "the") && !known) return i;
    if (in && had && !known)
        mkcv_entry_set(c->r, e, MKCV_FIELD_LOCATION, c->text, org.from, org.to);
    else if (had && !in && !is_word(c, i, "the") && !is_word(c, i, "at"))
        return i;
    else
        append_org(c, e, start, next, org);
    return next;
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
    if (is_word(c, i, "degree") || is_word(c, i, "degrees") || is_word(c, i, "both")) return i + 1;
    if (is_word(c, i, "(") && (next = read_aside(c, i, e)) != i) return next;
    if ((next = read_honors(c, i, e)) != i) return next;
    if ((next = read_also(c, i, e)) != i) return next;
    if ((next = mkcv_clause_people(c, i, e)) != i) return next;
    if ((next = read_when(c, i, e)) != i) return next;
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
    static const char *const told[] = {"received",    "awarded",          "won",
                                       "recipient",   "advised",          "phd candidate",
                                       "phd student", "doctoral student", "doctoral candidate",
                                       NULL};
    size_t len;
    if (i >= end || end - i < 3 || mkcv_phrase_find(&c->tokens, i, end, told, &len) != NOWHERE) return;
    struct mkcv_range r = mkcv_clause_range(c, i, end);
    mkcv_clause_append(c, e, MKCV_FIELD_SUMMARY, r.from, r.to, "; ");
}

/* "Dr. Moss": a title and the owner's last name. */
static bool is_titled_owner(const struct mkcv_clause *c, size_t first, size_t end)
{
    static const char *const titles[] = {"dr", "prof", "professor", "mr", "mrs", "ms", NULL};
    const char *name = c->r->cv->basics.name, *last = name ? strrchr(name, ' ') : NULL;
    if (!last || end - first != 2 || !mkcv_clause_is(c, first, titles)) return false;
    struct mkcv_tokens k = mkcv_tokens_new(c->r->arena, last, 0, strlen(last));
    return k.list.count == 1 && !strcmp(k.list.at[0].fold, mkcv_clause_word(c, first + 1));
}

bool mkcv_clause_is_other(const struct mkcv_clause *c)
{
    static const char
        *const guides[] = {"advisor",  "adviser",      "supervisor",  "mentor",       "coadvisor", "advisors",
                           "husband",  "wife",         "student",     "students",     "host",      "colleague",
                           "brother",  "sister",       "father",      "mother",       "partner",   "mentors",
                           "advisers", "collaborator", "supervisors", "cosupervisor", NULL},
               *const others[] = {"he", "she", "his", "her", NULL}, *const be[] = {"is", "are", "was", "were", NULL};
    if (c->r->first_person && mkcv_clause_is(c, 0, others)) return true;
    if (strcmp(mkcv_clause_word(c, 0), "my") != 0) return false;
    for (size_t i = 1; i < 5; i++)
        if (mkcv_clause_is(c, i, guides)) return !mkcv_clause_is(c, i + 1, be);
    return false;
}

bool mkcv_clause_is_self(const struct mkcv_clause *c, size_t verb)
{
    static const char *const adverbs[] = {"currently", "now",  "also",    "previously", "formerly",     "once",
                                          "have",      "has",  "had",     "been",       "just",         "recently",
                                          "then",      "was",  "am",      "is",         "will",         "be",
                                          "presently", "both", "briefly", "further",    "subsequently", "successfully",
                                          "invited",   "to",   "proudly", "gladly",     "first",        NULL};
    static const char *const selves[] = {"i", "im", "ive", "he", "she", NULL};
    size_t i = verb;
    while (i && mkcv_clause_is(c, i - 1, adverbs)) i--;
    if (!i) return verb > 0 || !mkcv_clause_is_capital(c, 0);
    if (mkcv_clause_is(c, i - 1, selves)) return !(c->r->first_person && mkcv_clause_is(c, i - 1, selves + 3));
    /* "Dr. Ada Moss is", at the start or behind an introduction */
    size_t first = i;
    while (first && mkcv_clause_is_capital(c, first - 1)) first--;
    if (first == i) return false;
    if (i - first <= 2 && is_titled_owner(c, first, i)) return true;
    struct mkcv_range r = mkcv_clause_range(c, first, i);
    const char *name =
        mkcv_name_clean(c->r->arena, mkcv_arena_strndup(c->r->arena, c->text->s + r.from, r.to - r.from));
    return mkcv_is_owner(c->r, name);
}
