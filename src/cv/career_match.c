/* career_match.c - whether two entries of studies or posts tell one fact; see parts.h.
 *
 * A biography says "M.S.", a list "Master of Computing": the level, the school and the years decide. */
#include "mkcv/buf.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include "words.h"
#include <string.h>

enum { NAME_BYTES = 4 }; /* of a word that tells organisations apart, at least */

static const char *const levels[][32] = {
    {"phd",       "doctor",    "doctorate", "doctoral", "dphil",      "doctorat", "doctorado", "doutorado",
     "dottorato", "promotion", "dr",        "ph d",     "博士",       "박사",     "dring",     "drrernat",
     "doctora",   "dottore",   "docteur",   "docteure", "dr rer nat", NULL},
    {"master", "masters", "msc",      "ms",   "m s",  "m sc", "ma",   "m a",    "meng",     "m eng",
     "mphil",  "mres",    "mestrado", "硕士", "碩士", "修士", "석사", "diplom", "maestria", "mtech",
     "sm",     "mba",     "mpa",      "mph",  "mfa",  "llm",  "med",  "march",  NULL},
    {"bachelor", "bachelors", "bsc",          "bs",        "b s",    "b sc",          "ba",   "b a",  "be",
     "b e",      "beng",      "b eng",        "btech",     "b tech", "undergraduate", "学士", "學士", "本科",
     "학사",     "licence",   "licenciatura", "graduacao", NULL},
};

static int level_of(const char *folded)
{
    for (int l = 0; l < 3; l++)
        for (const char *const *w = levels[l]; *w; w++)
            if (mkcv_fold_has(folded, *w)) return l + 1;
    return 0;
}

/* "Graduate student", "student": studies of a level that is not said. */
static bool is_vague(const char *folded)
{
    static const char *const words[] = {"graduate student", "grad student",         "research student",
                                        "student",          "postgraduate student", NULL};
    for (const char *const *w = words; *w; w++)
        if (!strcmp(folded, *w)) return true;
    return false;
}

/* Folded, without blanks: "東湖大学 工学部" and "東湖大学工学部" are one. */
static const char *squeeze(struct mkcv_arena *a, const struct mkcv_text *t)
{
    char *s = mkcv_arena_strdup(a, t->s ? mkcv_utf8_fold(a, t->s) : ""), *q = s;
    for (const char *p = s; *p; p++)
        if (*p != ' ') *q++ = *p;
    *q = 0;
    return s;
}

static bool fits(const char *one, const char *other)
{
    return !*one || !*other || strstr(one, other) || strstr(other, one);
}

/* Words that tell one organisation from another. */
static struct mkcv_career_org org_of(struct mkcv_arena *a, const struct mkcv_text *t)
{
    static const char *const joints[] = {"of", "the", "at", "and", "in",  "for", "de",
                                         "la", "du",  "di", "der", "inc", NULL};
    struct mkcv_career_org n = {.squeezed = squeeze(a, t)};
    if (!*n.squeezed) return n;
    size_t initials = 0;
    struct mkcv_tokens k = mkcv_tokens_new(a, t->s, 0, mkcv_text_length(t));
    for (size_t i = 0; i < k.list.count && n.count < MKCV_ORG_WORDS; i++) {
        if (!k.list.at[i].word || mkcv_word_in(k.list.at[i].fold, joints)) continue;
        n.own[n.count] = !mkcv_is_org(a, k.list.at[i].fold, 0, strlen(k.list.at[i].fold));
        n.words[n.count++] = k.list.at[i].fold;
        n.initials[initials++] = k.list.at[i].fold[0];
    }
    n.initials[initials] = 0;
    return n;
}

static bool has_word(const struct mkcv_career_org *n, const char *word)
{
    for (size_t i = 0; i < n->count; i++)
        if (!strcmp(n->words[i], word)) return true;
    return false;
}

/* "ufpe" of "universidade federal de pernambuco": the initials, and then on in the last word. */
static bool is_acronym(const char *word, const struct mkcv_career_org *n)
{
    size_t initials = strlen(n->initials), length = strlen(word);
    if (n->count < 3 || initials != n->count || length <= initials || length > initials + 2) return false;
    return !strncmp(word, n->initials, initials) &&
           !strncmp(word + initials - 1, n->words[n->count - 1], length - initials + 1);
}

/* Four of five words of the shorter name stand in the other, or the other's initials do: "KTU". */
static bool is_same_org(const struct mkcv_career_org *x, const struct mkcv_career_org *y)
{
    if (fits(x->squeezed, y->squeezed)) return true;
    const struct mkcv_career_org *one = x->count > y->count ? y : x, *other = one == x ? y : x;
    size_t hits = 0;
    for (size_t i = 0; i < one->count; i++) {
        if (strlen(one->words[i]) >= 3 && strstr(other->initials, one->words[i])) return true;
        if (is_acronym(one->words[i], other)) return true;
        hits += has_word(other, one->words[i]);
    }
    return one->count && hits * 5 >= one->count * 4;
}

bool mkcv_career_is_same_org(const struct mkcv_career *x, const struct mkcv_career *y)
{
    return is_same_org(&x->org, &y->org);
}

/* "Kite Lab, Arden Tech" and "Arden Institute of Technology": a word that names, and no common noun, is in both. */
static bool shares_name(const struct mkcv_career_org *x, const struct mkcv_career_org *y)
{
    for (size_t i = 0; i < x->count; i++)
        if (x->own[i] && strlen(x->words[i]) >= NAME_BYTES && has_word(y, x->words[i])) return true;
    return false;
}

/* A doctorate that is told without a year is the one that a list dates: nobody leaves a second one without words. */
static bool is_told_again(const struct mkcv_career *x, const struct mkcv_career *y)
{
    return x->level == 1 && x->dated != y->dated && fits(x->area, y->area) && shares_name(&x->org, &y->org);
}

/* Posts of which nobody holds two at one place and time: the words around them do not matter. */
static const char *core_of(const char *post)
{
    static const char *const cores[] = {"postdoc", "intern", NULL};
    for (const char *const *c = cores; *c; c++)
        if (strstr(post, *c)) return *c;
    return post;
}

/* The post without the words that only say how it is held; a JOINT stands before what it is of. */
enum { JOINT = '|' };
static const char *post_of(struct mkcv_arena *a, const struct mkcv_entry *e)
{
    static const char *const joints[] = {"of", "in", "for", "de", "en", "d", "di", "em", "fur", "der", "des", NULL};
    static const char *const fillers[] = {"tenure", "tenured", "track", "tenuretrack", "the",
                                          "a",      "an",      "full",  "time",        NULL};
    const char *title = e->fields[MKCV_FIELD_TITLE].s ? e->fields[MKCV_FIELD_TITLE].s : "";
    struct mkcv_tokens k = mkcv_tokens_new(a, title, 0, strlen(title));
    struct mkcv_buf b;
    mkcv_buf_init(&b, a);
    for (size_t i = 0; i < k.list.count; i++) {
        if (!k.list.at[i].word || mkcv_word_in(k.list.at[i].fold, fillers)) continue;
        if (i && mkcv_word_in(k.list.at[i].fold, joints)) mkcv_buf_putc(&b, JOINT);
        mkcv_buf_puts(&b, k.list.at[i].fold);
    }
    return b.s ? b.s : "";
}

struct mkcv_career mkcv_career_of(struct mkcv_arena *a, const struct mkcv_entry *e)
{
    struct mkcv_career c = {.kind = e->kind, .dated = e->end.year || e->start.year};
    const struct mkcv_text *title = &e->fields[MKCV_FIELD_TITLE];
    if (mkcv_text_is_empty(title) && e->kind != MKCV_KIND_EDUCATION) return c;
    c.org = org_of(a, &e->fields[MKCV_FIELD_ORG]);
    c.area = squeeze(a, &e->fields[MKCV_FIELD_AREA]);
    if (e->kind == MKCV_KIND_WORK)
        c.post = core_of(post_of(a, e));
    else
        c.level = mkcv_text_is_empty(title) || is_vague(mkcv_utf8_fold(a, title->s))
                      ? -1
                      : level_of(mkcv_utf8_fold(a, title->s));
    return c;
}

static bool is_of(const char *post, const char *rank)
{
    size_t n = strlen(rank);
    return n && !strncmp(post, rank, n) && (!post[n] || post[n] == JOINT);
}

/* "Reader" and "Reader in Botany" are one; "Reader in Botany" and "Reader in Zoology" are two. */
static bool is_same_post(const char *x, const char *y)
{
    return x && y && (!strcmp(x, y) || is_of(x, y) || is_of(y, x));
}

bool mkcv_career_matches(const struct mkcv_career *x, const struct mkcv_career *y)
{
    if (x->kind == MKCV_KIND_WORK)
        return is_same_post(x->post, y->post) && is_same_org(&x->org, &y->org) &&
               (!x->dated || !y->dated || (*x->org.squeezed && *y->org.squeezed)); /* two without a place are two */
    if (x->level == -1 || y->level == -1)                                          /* "I graduated from X in 2020" */
        return *x->org.squeezed && *y->org.squeezed && is_same_org(&x->org, &y->org);
    if (!x->level || x->level != y->level) return false;
    bool bare = (!x->dated && !*x->org.squeezed) || (!y->dated && !*y->org.squeezed);
    if (bare && (*x->org.squeezed || *y->org.squeezed)) /* "I did a doctorate in F": nobody has two of them unsaid */
        return x->level == 1 || (*x->area && *y->area && fits(x->area, y->area));
    if (!*x->org.squeezed || !*y->org.squeezed) return false;
    if (is_told_again(x, y)) return true;
    return ((x->dated && y->dated) || fits(x->area, y->area)) && is_same_org(&x->org, &y->org);
}
