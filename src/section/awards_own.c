/* awards_own.c - whose award a sentence tells of; see awards.h. */
#include "awards.h"
#include "parts.h"
#include <string.h>

/* "Very glad to", "Honored to": nobody else is glad in one's own news. */
static bool is_gladness(const struct mkcv_clause *c, size_t verb)
{
    static const char *const words[] = {"glad",      "happy", "honored", "honoured", "excited", "thrilled",
                                        "delighted", "proud", "pleased", "grateful", "humbled", "very",
                                        "so",        "to",    "be",      "have",     "super",   "extremely",
                                        "deeply",    "truly", "really",  "and",      "greatly", "privileged",
                                        "just",      "to",    "been",    NULL};
    for (size_t i = 0; i < verb; i++)
        if (!mkcv_clause_is(c, i, words) && c->tokens.list.at[i].word) return false;
    return true;
}

/* In the news the award of a work is its author's; that of a student is not. */
static bool is_own_news(const struct mkcv_clause *c, size_t verb)
{
    static const char *const others[] = {
        "student", "students",  "advisee",    "advisees", "mentee", "mentees", "intern", "interns",       "supervisor",
        "advisor", "colleague", "colleagues", "he",       "she",    "they",

        "his",     "her",       "member",     "members",  "alumni", "alumnus", "who",    "undergraduate", NULL};
    static const char *const own[] = {"i",    "we",      "our",      "my",           "paper",  "papers",
                                      "work", "poster",  "demo",     "article",      "thesis", "dissertation",
                                      "team", "project", "preprint", "presentation", "talk",   NULL};
    struct mkcv_range subject = {c->from, c->tokens.list.at[verb].from};
    static const char *const cheers[] = {"congratulations", "congrats", "congratulation", "kudos", NULL};
    if (mkcv_range_has(c->r, c->text, subject, others)) return false;
    if (mkcv_range_has(c->r, c->text, (struct mkcv_range){c->from, c->to}, cheers)) return false;
    return is_gladness(c, verb) || mkcv_clause_is_self(c, verb) || mkcv_range_has(c->r, c->text, subject, own) ||
           (subject.to > subject.from && mkcv_text_url(c->text, subject.from, subject.to));
}

bool mkcv_award_is_own(const struct mkcv_clause *c, size_t verb)
{
    static const char *const works[] = {"book",       "monograph",   "thesis",  "dissertation", "paper",
                                        "article",    "film",        "edition", "novel",        "project",
                                        "exhibition", "translation", NULL};
    if (c->r->kind == MKCV_KIND_NEWS) return is_own_news(c, verb);
    struct mkcv_range subject = {c->from, c->tokens.list.at[verb].from};
    if (!strcmp(mkcv_clause_word(c, 0), "my") && mkcv_range_has(c->r, c->text, subject, works)) return true;
    return mkcv_clause_is_self(c, verb) || (c->r->kind == MKCV_KIND_AWARDS && is_gladness(c, verb));
}
