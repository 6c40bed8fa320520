/* clause_people.c - the people that a sentence leads to ("advised by", "hosted by"); see mkcv/clause.h. */
#include "mkcv/clause.h"
#include <string.h>

static bool is_word(const struct mkcv_clause *c, size_t i, const char *word)
{
    return !strcmp(mkcv_clause_word(c, i), word);
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
    {"sotto la supervisione di", MKCV_REL_ADVISOR},
    {"sotto la supervisione del", MKCV_REL_ADVISOR},
    {"sotto la supervisione della", MKCV_REL_ADVISOR},
    {"sotto la supervisione dei", MKCV_REL_ADVISOR},
    {"sotto la guida di", MKCV_REL_ADVISOR},
    {"sotto la guida del", MKCV_REL_ADVISOR},
    {"sotto la guida della", MKCV_REL_ADVISOR},
    {"con la supervisione di", MKCV_REL_ADVISOR},
    {"con la supervisione del", MKCV_REL_ADVISOR},
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
    {"advisor ：", MKCV_REL_ADVISOR},
    {"advisors ：", MKCV_REL_ADVISOR},
    {"supervisor ：", MKCV_REL_ADVISOR},
    {"mentor ：", MKCV_REL_MENTOR},
    {"mentor :", MKCV_REL_MENTOR},
    {"mentors :", MKCV_REL_MENTOR},
    {"my advisor is", MKCV_REL_ADVISOR},
    {"my supervisor is", MKCV_REL_ADVISOR},
    {"unter der leitung von", MKCV_REL_ADVISOR},
    {"betreut von", MKCV_REL_ADVISOR},
    {"sous la direction de", MKCV_REL_ADVISOR},
    {"sous la direction", MKCV_REL_ADVISOR},
    {"sous la supervision de", MKCV_REL_ADVISOR},
    {"encadre par", MKCV_REL_ADVISOR},
    {"encadree par", MKCV_REL_ADVISOR},
    {"dirige par", MKCV_REL_ADVISOR},
    {"dirigido por", MKCV_REL_ADVISOR},
    {"dirigida por", MKCV_REL_ADVISOR},
    {"bajo la supervision de", MKCV_REL_ADVISOR},
    {"sob orientacao de", MKCV_REL_ADVISOR},
    {"sob a orientacao de", MKCV_REL_ADVISOR},
    {"sob supervisao de", MKCV_REL_ADVISOR},
    {"sob a supervisao de", MKCV_REL_ADVISOR},
    {"sotto la supervisione di", MKCV_REL_ADVISOR},
    {"sotto la guida di", MKCV_REL_ADVISOR},
    {"bei prof", MKCV_REL_ADVISOR},
    {"bei dr", MKCV_REL_ADVISOR},
    {"bajo la direccion de", MKCV_REL_ADVISOR},
    {"relatore", MKCV_REL_ADVISOR},
    {"adv", MKCV_REL_ADVISOR},
    {"betreuer", MKCV_REL_ADVISOR},
    {"betreuerin", MKCV_REL_ADVISOR},
    {"w /", MKCV_REL_WITH},
    {"relatrice", MKCV_REL_ADVISOR},
    {"relatore il", MKCV_REL_ADVISOR},
    {"relatrice la", MKCV_REL_ADVISOR},
    {"relatore :", MKCV_REL_ADVISOR},
    {"relatori :", MKCV_REL_ADVISOR},
    {"sotto la direzione di", MKCV_REL_ADVISOR},
    {"unter betreuung von", MKCV_REL_ADVISOR},
    {"unter der betreuung von", MKCV_REL_ADVISOR},
    {"betreuer :", MKCV_REL_ADVISOR},
    {"betreuerin :", MKCV_REL_ADVISOR},
    {"directeur :", MKCV_REL_ADVISOR},
    {"directrice :", MKCV_REL_ADVISOR},
    {"encadrant :", MKCV_REL_ADVISOR},
    {"dirigee par", MKCV_REL_ADVISOR},
    {"codirigee par", MKCV_REL_ADVISOR},
    {"nel gruppo di", MKCV_REL_HOST},
    {"nel gruppo del", MKCV_REL_HOST},
    {"nel gruppo della", MKCV_REL_HOST},
    {"dans lequipe de", MKCV_REL_HOST},
    {"dans le groupe de", MKCV_REL_HOST},
    {"en el grupo de", MKCV_REL_HOST},
    {"in der gruppe von", MKCV_REL_HOST},
    {"in der arbeitsgruppe von", MKCV_REL_HOST},
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
    size_t first = i;
    while (mkcv_clause_is(c, i, titles)) i++;
    if (i >= c->tokens.list.count) return false;
    for (size_t k = i; i > first && k < i + 4 && mkcv_clause_is_capital(c, k); k++) { /* "Prof. Tia Moss's lab" */
        const struct mkcv_token *t = &c->tokens.list.at[k];
        const char *tail = c->text->s + t->to;
        bool owned = t->to - t->from > 2 && tail[-1] == 's' &&
                     (tail[-2] == '\'' || (t->to - t->from > 4 && !strncmp(tail - 4, "\xe2\x80\x99", 3)));
        if (owned) return mkcv_clause_is(c, k + 1, groups);
    }
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
    static const char *const articles[] = {"la", "el", "le", "il", "the", "dem", "der", "den", NULL},
                             *const titles[] = {"dr",        "dra",      "prof",      "profa",
                                                "professor", "profesor", "profesora", NULL};
    if (mkcv_clause_is(c, at + best, articles) && mkcv_clause_is(c, at + best + 1, titles)) best++;
    size_t from = c->tokens.list.at[at + best].from, end;
    if (c->text->s[from] == 'd') /* "sous la direction d'Ada Moss" */
        from += c->text->s[from + 1] == '\'' ? 2 : !strncmp(c->text->s + from + 1, "\xe2\x80\x99", 3) ? 4 : 0;
    end = mkcv_people_read(c->r, e, c->text, from, c->to, relation);
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
