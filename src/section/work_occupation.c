/* work_occupation.c - learned occupations as posts: "I am a botanist at the University of X"; see work_post.h.
 *
 * No list names them all, but their words end alike. Such a word counts as a post behind an article or the owner's
 * verb, and only with a place that is an organisation: "a feminist at heart" is none. */
#include "work_post.h"
#include <string.h>

enum { MODIFIERS = 4, FIELD_WORDS = 10 };

/* "a" or "I am" in the languages whose occupations take no article. */
static const char *const leads[] = {"a",    "an",  "bin", "ich",   "suis", "soy",
                                    "sono", "sou", "als", "comme", "como", NULL};
/* Words that a learned occupation neither holds nor is held by. */
static const char *const strange[] = {"who",  "which", "where", "that",    "i",       "my",      "he",   "she",
                                      "is",   "was",   "am",    "married", "student", "member",  "fan",  "friend",
                                      "with", "by",    "to",    "from",    "working", "towards", "than", NULL};

static bool ends_in(const char *word, const char *const *ends)
{
    size_t n = strlen(word);
    for (; *ends; ends++) {
        size_t len = strlen(*ends);
        if (n > len && !strcmp(word + n - len, *ends)) return true;
    }
    return false;
}

static bool is_learned(const struct mkcv_clause *c, size_t i)
{
    static const char *const ends[] = {"ist",
                                       "cian",
                                       "torian",
                                       "logian",
                                       "grapher",
                                       "sopher",
                                       "nomer",
                                       "lawyer",
                                       "urgeon",
                                       "inarian",
                                       "modeler",
                                       "modeller",
                                       "iker",
                                       "ikerin",
                                       "loge",
                                       "login",
                                       "istin",
                                       "graf",
                                       "grafin",
                                       "nomin",
                                       "onom",
                                       "iste",
                                       "cien",
                                       "cienne",
                                       "torien",
                                       "torienne",
                                       "logue",
                                       "graphe",
                                       "ista",
                                       "ologo",
                                       "ologa",
                                       "ografo",
                                       "ografa",
                                       "wissenschaftler",
                                       "forscher",
                                       "rat",
                                       "ratin",
                                       "professor",
                                       "wissenschaftlerin",
                                       "forscherin",
                                       "professorin",
                                       NULL},
                             *const others[] = {"list",         "optimist",  "pessimist", "perfectionist", "feminist",
                                                "cyclist",      "finalist",  "idealist",  "realist",       "minimalist",
                                                "tourist",      "motorist",  "activist",  "capitalist",    "socialist",
                                                "communist",    "dualist",   "pacifist",  "hobbyist",      "buddhist",
                                                "semifinalist", "lobbyist",  "florist",   "demokrat",      "marxist",
                                                "baptist",      "guitarist", "pianist",   "violinist",     "cellist",
                                                "bassist",      "soloist",   "vocalist",  "extremist",     "racist",
                                                "nationalist",  NULL};
    return !mkcv_clause_is(c, i, others) && ends_in(mkcv_clause_word(c, i), ends);
}

static bool is_plain_word(const struct mkcv_clause *c, size_t i)
{
    return i < c->tokens.list.count && c->tokens.list.at[i].word && !mkcv_clause_is(c, i, strange);
}

/* The place begins at token `i`: "at", "an der", "in the Department of X". */
static bool opens_place(const struct mkcv_clause *c, size_t i)
{
    static const char *const places[] = {"at",  "with", "within", "@",      "an", "am",
                                         "bei", "beim", "chez",   "presso", "au", NULL},
                             *const ins[] = {"in", "of", "im", "der", "en", "dans", "nel", "nella", NULL};
    struct mkcv_range org;
    if (mkcv_clause_is(c, i, places) || mkcv_clause_is_at(c, i)) return true;
    size_t next = mkcv_clause_is(c, i, ins) ? mkcv_clause_org(c, i + 1, &org) : i + 1;
    if (next == i + 1) return false;
    for (size_t k = i + 2; k < next; k++)
        if (mkcv_clause_is(c, k, places)) next = k; /* "of the Baltic at the Museum" */
    return mkcv_is_org(c->r->arena, c->text->s, org.from, c->tokens.list.at[next - 1].to);
}

size_t mkcv_post_occupation(const struct mkcv_clause *c, size_t i)
{
    static const char *const joints[] = {"of", "and", "in", "for", "fur", "und", "de", "et", NULL};
    size_t head = i;
    if (!i || !mkcv_clause_is(c, i - 1, leads)) return i;
    while (head < i + MODIFIERS && is_plain_word(c, head) && !mkcv_clause_is(c, head, joints) && !is_learned(c, head))
        head++;
    if (!is_plain_word(c, head) || !is_learned(c, head)) return i;
    while (is_plain_word(c, head + 1) && is_learned(c, head + 1)) head++;
    size_t end = head + 1;
    if (!mkcv_clause_is(c, end, joints)) return end;
    for (size_t k = end; k < end + FIELD_WORDS && is_plain_word(c, k); k++)
        if (opens_place(c, k + 1)) return opens_place(c, end) ? end : k + 1;
    return end;
}

/* "in the extragalactic group at": the token of the "at" behind a group that has no name of its own, or `i`. */
static size_t skip_group(const struct mkcv_clause *c, size_t i)
{
    static const char *const ins[] = {"in", "within", NULL}, *const places[] = {"at", "of", "@", NULL},
                             *const groups[] = {"group",   "lab",  "laboratory", "team",   "division",
                                                "section", "unit", "department", "branch", NULL};
    enum { WORDS = 7 };
    if (!mkcv_clause_is(c, i, ins)) return i;
    size_t k = i + 1;
    bool group = false;
    for (; k < i + WORDS && k < c->tokens.list.count && !mkcv_clause_is(c, k, places); k++) {
        if (!c->tokens.list.at[k].word || mkcv_clause_is_capital(c, k)) return i;
        group = mkcv_clause_is(c, k, groups);
    }
    return group && mkcv_clause_is(c, k, places) ? k : i;
}

size_t mkcv_post_place(const struct mkcv_clause *c, size_t i)
{
    static const char *const words[] = {"working", "based", "employed", NULL}, *const at[] = {"at", NULL};
    if (mkcv_clause_is(c, i, words) && mkcv_clause_is(c, i + 1, at)) return i + 1;
    return skip_group(c, i);
}
