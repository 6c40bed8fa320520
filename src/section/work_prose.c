/* work_prose.c - posts in running text: "I am a POST at ORG, working with PEOPLE"; see prose.h. */
#include "prose.h"
#include "work_post.h"
#include <string.h>

/* "and (before that) a POST at": further posts of the sentence. */
static size_t read_more(const struct mkcv_clause *c, size_t i, bool current)
{
    static const char *const joints[] = {
        "and",   "as",           "well",         ",",      "before", "that", "previously", "then",
        "later", "subsequently", "after",        "prior",  "to",     "this", "also",       "i",
        "he",    "she",          "was",          "am",     "is",     "have", "has",        "been",
        "now",   "currently",    "additionally", "worked", "serve",  "work", NULL};
    static const char *const over[] = {"before", "previously", "was", "prior", "worked", NULL},
                             *const open[] = {"am", "is", "have", "has", NULL},
                             *const dates[] = {"since", "from", "in", NULL};
    for (;;) {
        size_t at = i, next;
        bool past = false, now = false;
        struct mkcv_when w = {.from = 0};
        for (;;) {
            if (mkcv_clause_is(c, at, dates) && !w.to && (next = mkcv_clause_when(c, at, &w)) != at) {
                at = next;
                continue;
            }
            if (!mkcv_clause_is(c, at, joints)) break;
            past = past || mkcv_clause_is(c, at, over);
            now = now || mkcv_clause_is(c, at, open);
            at++;
        }
        if (at == i || (next = mkcv_post_position(c, at, (current || now) && !past)) == at) return i;
        struct mkcv_section *s = mkcv_read_section(c->r, MKCV_KIND_WORK);
        struct mkcv_entry *e = &s->entries.at[s->entries.count - 1];
        if (w.to && !e->start.year && !e->end.year) mkcv_entry_when(c->r, e, &w);
        i = next;
    }
}

static const struct {
    const char *phrase;
    bool current;
} verbs[] = {{"i am", true},
             {"im", true},
             {"is", true},
             {"am", true},
             {"was", false},
             {"were", false},
             {"have been", true},
             {"has been", true},
             {"became", false},
             {"worked as", false},
             {"work as", true},
             {"works as", true},
             {"working as", true},
             {"served as", false},
             {"employed as", false},
             {"joined as", false},
             {"appointed", false},
             {"spent", false},
             {"have worked as", false},
             {"held", false},
             {"hold", true},
             {"holds", true},
             {"completed", false},
             {"did", false},
             {"undertook", false},
             {"finished", false},
             {"je suis", true},
             {"jetais", false},
             {"jai ete", false},
             {"soy", true},
             {"fui", false},
             {"sou", true},
             {"sono stata", false},
             {"sono stato", false},
             {"sono", true},
             {"ich bin", true},
             {"bin ich", true},
             {"war ich", false},
             {"ich war", false},
             {"arbeite ich als", true},
             {"arbeitete ich als", false},
             {"trabajo como", true},
             {"trabalho como", true},
             {"trabalhei como", false},
             {"trabaje como", false},
             {"lavoro come", true}};

/* "I am Ada Moss, Lecturer at": the token after the name's comma. */
static size_t skip_name(const struct mkcv_clause *c, size_t i)
{
    size_t k = i;
    while (k < i + 5 && mkcv_clause_is_capital(c, k)) k++;
    return k > i && !strcmp(mkcv_clause_word(c, k), ",") ? k + 1 : i;
}

/* The phrase names its subject, or its form does. */
static bool is_first_person(const char *phrase)
{
    static const char *const forms[] = {"i am",
                                        "im",
                                        "je suis",
                                        "jetais",
                                        "jai ete",
                                        "soy",
                                        "fui",
                                        "sou",
                                        "sono",
                                        "sono stata",
                                        "sono stato",
                                        "ich bin",
                                        "bin ich",
                                        "war ich",
                                        "ich war",
                                        "arbeite ich als",
                                        "arbeitete ich als",
                                        "trabajo como",
                                        "trabalho como",
                                        "trabalhei como",
                                        "trabaje como",
                                        "lavoro come",
                                        NULL};
    for (const char *const *f = forms; *f; f++)
        if (!strcmp(*f, phrase)) return true;
    return false;
}

static bool read_verbs(const struct mkcv_clause *c)
{
    for (size_t i = 0; i < c->tokens.list.count; i++)
        for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++) {
            size_t n = mkcv_phrase_at(&c->tokens, i, verbs[v].phrase);
            bool own = n && (is_first_person(verbs[v].phrase) || mkcv_clause_is_self(c, i));
            size_t start = i + n, next;
            if (!own) continue;
            size_t spent = start;
            if (!strcmp(verbs[v].phrase, "spent")) { /* "spent two years (at X) as a POST" */
                while (start < i + 18 && start < c->tokens.list.count && strcmp(mkcv_clause_word(c, start), "as") != 0)
                    start++;
                if (strcmp(mkcv_clause_word(c, start), "as") != 0) continue;
                if (mkcv_post_placed(c, spent, start)) return true;
            }
            size_t made = mkcv_posts_count(c->r);
            next = mkcv_post_position(c, start, verbs[v].current);
            if (next != start) next = mkcv_post_split(c, next, made);
            if (next == start) next = mkcv_post_position(c, start = skip_name(c, start), verbs[v].current);
            if (next == start) continue;
            next = read_more(c, next, verbs[v].current);
            struct mkcv_section *s = mkcv_read_section(c->r, MKCV_KIND_WORK);
            mkcv_clause_rest(c, next, c->tokens.list.count, &s->entries.at[s->entries.count - 1]);
            return true;
        }
    return false;
}

/* "Since March 2025, I have been": the date before the verb. */
static void date_from_lead(const struct mkcv_clause *c, size_t first)
{
    static const char *const starts[] = {"since", "from", "in", "between", NULL};
    struct mkcv_when w;
    struct mkcv_section *s = mkcv_cv_lookup(c->r->cv, MKCV_KIND_WORK);
    if (!s || s->entries.count <= first || !mkcv_clause_is(c, 0, starts)) return;
    struct mkcv_entry *e = &s->entries.at[first];
    if (!e->start.year && !e->end.year && mkcv_clause_when(c, 0, &w) != 0) mkcv_entry_when(c->r, e, &w);
}

bool mkcv_work_sentence(struct mkcv_reader *r, const struct mkcv_text *text, size_t from, size_t to)
{
    struct mkcv_clause c = mkcv_clause_new(r, text, from, to);
    const struct mkcv_section *s = mkcv_cv_lookup(r->cv, MKCV_KIND_WORK);
    size_t before = s ? s->entries.count : 0;
    bool any = read_verbs(&c) || mkcv_post_joined(&c) || mkcv_post_interned(&c) || mkcv_post_led(&c);
    if (any) date_from_lead(&c, before);
    return mkcv_post_joining(&c) || any;
}
