/* clause_org.c - the name of an organisation in a sentence; see mkcv/clause.h. */
#include "mkcv/clause.h"
#include "mkcv/utf8.h"
#include <string.h>

static const char *const stops[] = {
    "working",    "advised",  "coadvised", "supervised", "cosupervised", "mentored", "guided",
    "under",      "hosted",   "led",       "headed",     "avec",         "con",      "where",
    "who",        "whom",     "which",     "from",       "since",        "focusing", "doing",
    "conducting", "with",     "as",        "before",     "after",        "during",   "until",
    "i",          "my",       "jointly",   "when",       "while",        "until",    "researching",
    "studying",   "majoring", "he",        "she",        "then",         "leading",  "also",
    "currently",  "to",       "is",        "was",        "respectively", NULL};
static const char *const links_of[] = {"of", "for", "at",  "on",  "the", "de", "des", "du", "la",
                                       "le", "der", "fur", "und", "et",  "y",  "del", "di", "da",
                                       "do", "dos", "van", "von", "zu",  "'s", "s",   NULL};

static bool is_word(const struct mkcv_clause *c, size_t i, const char *word)
{
    return !strcmp(mkcv_clause_word(c, i), word);
}

/* "mit" is a stop, MIT is none. */
static bool is_stop(const struct mkcv_clause *c, size_t i)
{
    return mkcv_clause_is(c, i, stops) || (is_word(c, i, "mit") && !mkcv_clause_is_capital(c, i));
}

/* A comma goes on with the name when an organisation or a place of few words follows. */
static bool goes_on_after_comma(const struct mkcv_clause *c, size_t i)
{
    struct mkcv_when w;
    if (!mkcv_clause_is_capital(c, i) || is_stop(c, i) || mkcv_clause_when(c, i, &w) != i) return false;
    size_t end = i;
    while (end < c->tokens.list.count && c->tokens.list.at[end].word && !is_stop(c, end) && !is_word(c, end, "in"))
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
    return !mkcv_when_find(c->r->arena, c->text->s, in.from, in.to, &w) && !is_stop(c, i + 1) &&
           mkcv_clause_is_capital(c, i + 1);
}

/* "l'Université", "dell'Istituto": the byte where the name starts behind its elided article; 0 when there is none. */
static size_t behind_article(const struct mkcv_clause *c, size_t i)
{
    static const char *const articles[] = {"l", "d", "dell", "all", "nell", "dall", "un", NULL};
    if (i >= c->tokens.list.count) return 0;
    size_t from = c->tokens.list.at[i].from;
    for (const char *const *a = articles; *a; a++) {
        size_t n = strlen(*a);
        const char *s = c->text->s + from;
        if (strncasecmp(s, *a, n) != 0) continue;
        size_t mark = s[n] == '\'' ? 1 : !strncmp(s + n, "\xe2\x80\x99", 3) ? 3 : 0;
        const char *p = s + n + mark;
        if (mark && (mkcv_is_upper(mkcv_utf8_next(&p)) ||
                     mkcv_is_org(c->r->arena, c->text->s, from + n + mark, c->tokens.list.at[i].to)))
            return from + n + mark;
    }
    return 0;
}

static bool is_org_word(const struct mkcv_clause *c, size_t i)
{
    return i < c->tokens.list.count && c->tokens.list.at[i].word &&
           mkcv_is_org(c->r->arena, c->text->s, c->tokens.list.at[i].from, c->tokens.list.at[i].to);
}

/* "lycée Ada Moss", "département de botanique de l'université de X": a common noun of organisations opens the name,
 * and a name of its own follows within few words. */
static bool opens_common(const struct mkcv_clause *c, size_t i)
{
    static const char *const plain[] = {"group", "lab",     "labs",     "company", "research", "program", "programme",
                                        "team",  "society", "sciences", "bank",    "uni",      NULL};
    size_t k = i + 1;
    if (!is_org_word(c, i) || mkcv_clause_is(c, i, plain)) return false;
    for (; k < i + 9 && k < c->tokens.list.count && c->tokens.list.at[k].word && !is_stop(c, k); k++)
        if (mkcv_clause_is_capital(c, k) || behind_article(c, k)) return true;
    return false;
}

/* "department of botany of the University": how many tokens the branch of learning behind `i`, a link, takes. */
static size_t branch_step(const struct mkcv_clause *c, size_t i, size_t start)
{
    static const char *const heads[] = {
        "department", "departement", "departamento", "dipartimento", "faculty",    "faculte",   "facultad", "faculdade",
        "facolta",    "laboratoire", "laboratorio",  "institut",     "institute",  "instituto", "istituto", "school",
        "ecole",      "centre",      "center",       "centro",       "laboratory", "ufr",       NULL};
    size_t k = i + 1;
    if (i == start || !mkcv_clause_is(c, i - 1, heads)) return 0;
    for (; k < i + 6 && k < c->tokens.list.count && c->tokens.list.at[k].word; k++) {
        bool link = mkcv_clause_is(c, k, links_of) || mkcv_clause_is_at(c, k);
        if (is_stop(c, k)) return 0;
        if (k > i + 1 && (link || behind_article(c, k))) return k - i;
    }
    return 0;
}

/* "and Head of the X Group", "and Adjunct Lecturer at Y": a further post, not the name's. */
static bool opens_post(const struct mkcv_clause *c, size_t i)
{
    static const char *const heads[] = {"head",      "director", "codirector", "dean",   "chair",  "lead", "leader",
                                        "cofounder", "founder",  "president",  "member", "fellow", NULL},
                             *const of[] = {"of", "at", "in", NULL}, *const ranks[] = {"professor", "lecturer",
                                                                                       "fellow",    "researcher",
                                                                                       "scientist", "instructor",
                                                                                       "engineer",  "postdoc",
                                                                                       "affiliate", NULL};
    if (mkcv_clause_is(c, i, heads) && mkcv_clause_is(c, i + 1, of)) return true;
    for (size_t k = i; k < i + 4 && mkcv_clause_is_capital(c, k); k++)
        if (mkcv_clause_is(c, k, ranks) && mkcv_clause_is(c, k + 1, of)) return true;
    return false;
}

/* How many tokens the name takes at `i`; 0: it ends here. */
static size_t org_step(const struct mkcv_clause *c, size_t i, size_t start)
{
    struct mkcv_when w;
    const char *t = mkcv_clause_word(c, i);
    if (!*t || is_stop(c, i)) return 0;
    if (!strcmp(t, "(")) {
        size_t close = mkcv_clause_close(c, i);
        return is_aside_part_of_name(c, i, close) ? close - i : 0;
    }
    if (!strcmp(t, ",")) return i > start && goes_on_after_comma(c, i + 1) ? 1 : 0;
    if (!strcmp(t, "and") || !strcmp(t, "&"))
        return mkcv_clause_is_capital(c, i + 1) && !is_stop(c, i + 1) && !opens_post(c, i + 1) ? 1 : 0;
    if (!strcmp(t, "/") || !strcmp(t, "-") || !strcmp(t, "–"))
        return mkcv_clause_is_capital(c, i + 1) && i > start ? 1 : 0;
    if (!c->tokens.list.at[i].word) return !strcmp(t, "@") || !strcmp(t, "'") || !strcmp(t, "’") ? 1 : 0;
    if (i > start && mkcv_clause_is_at(c, i))
        return mkcv_clause_is_capital(c, i + 1) ? 1 : 0; /* "du Québec à Montréal" */
    if (mkcv_clause_is(c, i, links_of)) {
        bool name = mkcv_clause_is_capital(c, i + 1) || is_word(c, i + 1, "the") ||
                    mkcv_clause_is(c, i + 1, links_of) || behind_article(c, i + 1) ||
                    (i > start && is_org_word(c, i + 1));
        return name ? 1 : branch_step(c, i, start);
    }
    const char *word = c->text->s + c->tokens.list.at[i].from; /* "d'Azur" */
    if (i > start && (word[0] == 'd' || word[0] == 'l') && (word[1] == '\'' || !memcmp(word + 1, "\xe2\x80\x99", 3)))
        return 1;
    if (i > start && mkcv_is_org(c->r->arena, c->text->s, c->tokens.list.at[i].from, c->tokens.list.at[i].to))
        return 1;                                     /* "Kennedy institute" */
    if (i > start && is_word(c, i, "team")) return 1; /* "the Kite team at Harbour University" */
    return mkcv_clause_is_capital(c, i) && mkcv_clause_when(c, i, &w) == i ? 1 : 0;
}

size_t mkcv_clause_org(const struct mkcv_clause *c, size_t i, struct mkcv_range *org)
{
    static const char *const articles[] = {"the", "our", "a",  "an",  "der", "die", "das", "dem",
                                           "den", "la",  "le", "les", "el",  "los", "il",  NULL};
    size_t start = i;
    while (mkcv_clause_is(c, start, articles)) start++;
    size_t end = start, elided = behind_article(c, start);
    if (elided) end++;
    bool common = !elided && !mkcv_clause_is_capital(c, start) && opens_common(c, start);
    if (common) end++;
    for (size_t n; (n = org_step(c, end, start)) != 0;) end += n;
    if (end == start || (!elided && !common && !mkcv_clause_is_capital(c, start))) return i;
    while (end > start + 1 && mkcv_clause_is(c, end - 1, links_of) && !is_word(c, end - 1, "s") &&
           mkcv_link_at(c->text, c->tokens.list.at[end - 1].from).to ==
               mkcv_link_at(c->text, c->tokens.list.at[end - 1].from).from)
        end--; /* "the Centre of the same university" */
    struct mkcv_range link = mkcv_link_at(c->text, c->tokens.list.at[end - 1].from);
    while (end < c->tokens.list.count && c->tokens.list.at[end].to <= link.to) end++; /* a link is named whole */
    *org = mkcv_clause_range(c, start, end);
    if (elided) org->from = elided;
    return end;
}
