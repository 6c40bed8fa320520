/* work_prose.c - posts in running text: "I am a POST at ORG, working with PEOPLE"; see prose.h. */
#include "career.h"
#include "parts.h"
#include "prose.h"
#include "work_post.h"
#include <string.h>

/* "at X, where I also worked as a POST": a post at the place told last; the token after it, or `i`. */
static size_t read_where(const struct mkcv_clause *c, size_t i, bool current)
{
    static const char *const wheres[] = {"where", "ou", "donde", "onde", "dove", "wo", NULL},
                             *const words[] = {"i",   "he",   "she", "also",       "then",   "later",
                                               "had", "have", "has", "previously", "before", "formerly",
                                               "ich", "jai",  "ete", "first",      NULL},
                             *const verbs_here[] = {"worked", "was",    "served", "am", "is",
                                                    "work",   "became", "been",   NULL},
                             *const now[] = {"am", "is", "work", NULL};
    size_t at = i;
    while (!strcmp(mkcv_clause_word(c, at), ",")) at++;
    if (!mkcv_clause_is(c, at, wheres)) return i;
    for (at++; mkcv_clause_is(c, at, words); at++) {
    }
    if (!mkcv_clause_is(c, at, verbs_here) || !mkcv_posts_count(c->r)) return i;
    bool goes_on = mkcv_clause_is(c, at, now) && current;
    for (at++; mkcv_clause_is(c, at, words); at++) {
    }
    size_t start = mkcv_post_skip_articles(c, at), end = mkcv_post_read(c, start);
    struct mkcv_range post = mkcv_clause_range(c, start, end);
    static const char *const loose[] = {"member", "student", "part", NULL};
    if (end == start || mkcv_range_has(c->r, c->text, post, loose)) return i;
    struct mkcv_entry copy = {.kind = MKCV_KIND_WORK, .loc = mkcv_text_loc(c->text, post.from)};
    struct mkcv_entry *last = mkcv_post_last(c->r);
    struct mkcv_text org = last->fields[MKCV_FIELD_ORG], location = last->fields[MKCV_FIELD_LOCATION];
    struct mkcv_entry *e = mkcv_read_add(c->r, &copy);
    mkcv_entry_set(c->r, e, MKCV_FIELD_TITLE, c->text, post.from, post.to);
    mkcv_marks_off(&e->fields[MKCV_FIELD_TITLE]);
    size_t next = mkcv_clause_tail(c, end, e, false);
    if (mkcv_text_is_empty(&e->fields[MKCV_FIELD_ORG])) {
        e->fields[MKCV_FIELD_ORG] = org;
        e->fields[MKCV_FIELD_LOCATION] = location;
    }
    e->current = e->current || (goes_on && !e->end.year);
    static const char *const before[] = {"before", "that", "this", "previously", NULL};
    while (mkcv_clause_is(c, next, before)) next++;
    return next;
}

/* "at X and Head of the Y Group": an office at the place told last; the token after it, or `i`. */
static size_t read_office(const struct mkcv_clause *c, size_t i, bool current)
{
    static const char *const heads[] = {"head", "director", "dean", "chair", "leader", "lead", NULL};
    size_t start = mkcv_post_skip_articles(c, i), end = mkcv_post_read(c, start);
    if (!mkcv_clause_is(c, start, heads) || strcmp(mkcv_clause_word(c, start + 1), "of") != 0 || end < start + 3 ||
        !mkcv_posts_count(c->r))
        return i;
    struct mkcv_range post = mkcv_clause_range(c, start, end);
    struct mkcv_entry copy = {.kind = MKCV_KIND_WORK, .loc = mkcv_text_loc(c->text, post.from)};
    copy.fields[MKCV_FIELD_ORG] = mkcv_post_last(c->r)->fields[MKCV_FIELD_ORG];
    struct mkcv_entry *e = mkcv_read_add(c->r, &copy);
    mkcv_entry_set(c->r, e, MKCV_FIELD_TITLE, c->text, post.from, post.to);
    mkcv_marks_off(&e->fields[MKCV_FIELD_TITLE]);
    size_t next = mkcv_clause_tail(c, end, e, false);
    e->current = current && !e->end.year && !e->dates.count;
    return next;
}

/* "and (before that) a POST at": further posts of the sentence. */
static size_t read_more(const struct mkcv_clause *c, size_t i, bool current)
{
    static const char *const joints[] = {"and",
                                         "as",
                                         "well",
                                         ",",
                                         "before",
                                         "that",
                                         "previously",
                                         "then",
                                         "later",
                                         "subsequently",
                                         "after",
                                         "prior",
                                         "to",
                                         "this",
                                         "also",
                                         "i",
                                         "he",
                                         "she",
                                         "was",
                                         "am",
                                         "is",
                                         "have",
                                         "has",
                                         "been",
                                         "now",
                                         "currently",
                                         "additionally",
                                         "worked",
                                         "serve",
                                         "work",
                                         "puis",
                                         "et",
                                         "y",
                                         "e",
                                         "und",
                                         "dann",
                                         "danach",
                                         "ensuite",
                                         "poi",
                                         "successivamente",
                                         "posteriormente",
                                         "despues",
                                         "luego",
                                         "previamente",
                                         "depois",
                                         "jai",
                                         "ete",
                                         "je",
                                         "suis",
                                         "war",
                                         "ich",
                                         "auparavant",
                                         "avant",
                                         "cela",
                                         "vorher",
                                         "davor",
                                         "zuvor",
                                         "formerly",
                                         "more",
                                         "recently",
                                         "more",
                                         NULL};
    static const char
        *const over[] = {"before", "previously", "was",   "prior",      "worked",      "ete",      "war", "avant",
                         "vorher", "davor",      "zuvor", "auparavant", "previamente", "formerly", NULL},
               *const open[] = {"am", "is", "have", "has", NULL}, *const dates[] = {"since", "from", "in", NULL};
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
        if (at == i) return i;
        if ((next = mkcv_post_position(c, at, (current || now) && !past)) == at &&
            (next = read_office(c, at, (current || now) && !past)) == at)
            return i;
        struct mkcv_section *s = mkcv_read_section(c->r, MKCV_KIND_WORK);
        struct mkcv_entry *e = &s->entries.at[s->entries.count - 1];
        if (w.to && !e->start.year && !e->end.year) mkcv_entry_when(c->r, e, &w);
        i = next;
    }
}

static const struct {
    const char *phrase;
    bool current;
    bool own; /* it names its subject, or its form does */
} verbs[] = {{"i am", true, true},
             {"my name is", true, true},
             {"im", true, true},
             {"is", true, false},
             {"am", true, false},
             {"was", false, false},
             {"were", false, false},
             {"have been", true, false},
             {"has been", true, false},
             {"became", false, false},
             {"worked as", false, false},
             {"work as", true, false},
             {"works as", true, false},
             {"working as", true, false},
             {"served as", false, false},
             {"employed as", false, false},
             {"joined as", false, false},
             {"appointed", false, false},
             {"spent", false, false},
             {"worked for", false, false},
             {"have worked as", false, false},
             {"held", false, false},
             {"hold", true, false},
             {"holds", true, false},
             {"completed", false, false},
             {"did", false, false},
             {"undertook", false, false},
             {"finished", false, false},
             {"bin", true, false},
             {"war", false, false},
             {"est", true, false},
             {"etait", false, false},
             {"es", true, false},
             {"fue", false, false},
             {"je suis", true, true},
             {"jetais", false, true},
             {"jai ete", false, true},
             {"soy", true, true},
             {"fui", false, true},
             {"sou", true, true},
             {"sono stata", false, true},
             {"sono stato", false, true},
             {"sono", true, true},
             {"ich bin", true, true},
             {"bin ich", true, true},
             {"war ich", false, true},
             {"ich war", false, true},
             {"arbeite ich als", true, true},
             {"arbeitete ich als", false, true},
             {"trabajo como", true, true},
             {"trabalho como", true, true},
             {"trabalhei como", false, true},
             {"trabaje como", false, true},
             {"lavoro come", true, true},
             {"jexerce comme", true, true},
             {"je travaille comme", true, true},
             {"je travaille en tant que", true, true},
             {"jai travaille comme", false, true},
             {"jai travaille en tant que", false, true},
             {"jai occupe les fonctions de", false, true},
             {"jai occupe les fonctions", false, true},
             {"jai occupe un poste de", false, true},
             {"jai occupe le poste de", false, true},
             {"jai occupe un poste", false, true},
             {"jai occupe le poste", false, true},
             {"joccupe un poste de", true, true},
             {"joccupe le poste de", true, true},
             {"jai exerce comme", false, true},
             {"jai exerce les fonctions de", false, true},
             {"jai exerce les fonctions", false, true},
             {"he sido", false, true},
             {"he trabajado como", false, true},
             {"trabaje de", false, true},
             {"ocupo el puesto de", true, true},
             {"ocupe el puesto de", false, true},
             {"fui contratado como", false, true},
             {"fui contratada como", false, true},
             {"tenho trabalhado como", true, true},
             {"ho lavorato come", false, true},
             {"ho lavorato in qualita di", false, true},
             {"ho ricoperto il ruolo di", false, true},
             {"ricopro il ruolo di", true, true},
             {"bin ich als", true, true},
             {"ich bin als", true, true},
             {"ich arbeite als", true, true},
             {"ich arbeitete als", false, true},
             {"war ich als", false, true},
             {"ich war als", false, true},
             {"habe ich als", false, true}};

/* "I am Ada Moss, Lecturer at": the token after the name's comma. */
static size_t skip_name(const struct mkcv_clause *c, size_t i)
{
    size_t k = i;
    while (k < i + 5 && mkcv_clause_is_capital(c, k)) k++;
    if (k > i && !strcmp(mkcv_clause_word(c, k), "(")) k = mkcv_clause_close(c, k); /* "(also B. Moss)" */
    return k > i && !strcmp(mkcv_clause_word(c, k), ",") ? k + 1 : i;
}

/* "spent the 2018-19 academic year as": the date between the verb and the post. */
static void date_between(const struct mkcv_clause *c, size_t from, size_t to, struct mkcv_entry *e)
{
    struct mkcv_when w;
    if (e->start.year || e->end.year || e->dates.count || from >= to) return;
    if (mkcv_when_find(c->r->arena, c->text->s, c->tokens.list.at[from].from, c->tokens.list.at[to].from, &w))
        mkcv_entry_when(c->r, e, &w);
}

/* "Ich bin seit 2020 Professorin": the token behind a date between the verb and the post, or `i`. */
static size_t skip_since(const struct mkcv_clause *c, size_t i, struct mkcv_when *w)
{
    static const char *const leads[] = {"seit",  "since", "depuis", "desde",   "dal",      "von", "from",
                                        "entre", "de",    "in",     "between", "zwischen", NULL};
    *w = (struct mkcv_when){.from = 0};
    return mkcv_clause_is(c, i, leads) ? mkcv_clause_when(c, i, w) : i;
}

static bool read_verbs(const struct mkcv_clause *c)
{
    for (size_t i = 0; i < c->tokens.list.count; i++)
        for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++) {
            size_t n = mkcv_phrase_at(&c->tokens, i, verbs[v].phrase);
            bool own = n && (verbs[v].own || mkcv_clause_is_self(c, i));
            size_t start = i + n, next;
            if (!own) continue;
            size_t spent = start;
            bool term = !strcmp(verbs[v].phrase, "spent") || !strcmp(verbs[v].phrase, "worked for");
            if (term) { /* "spent two years (at X) as a POST" */
                while (start < i + 18 && start < c->tokens.list.count && strcmp(mkcv_clause_word(c, start), "as") != 0)
                    start++;
                if (strcmp(mkcv_clause_word(c, start), "as") != 0) continue;
                if (mkcv_post_placed(c, spent, start)) return true;
            }
            size_t made = mkcv_posts_count(c->r);
            struct mkcv_when since;
            start = skip_since(c, start, &since);
            next = mkcv_post_position(c, start, verbs[v].current);
            if (next != start) next = mkcv_post_split(c, next, made);
            if (next == start) next = mkcv_post_position(c, start = skip_name(c, start), verbs[v].current);
            if (next == start) continue;
            struct mkcv_entry *first = &mkcv_read_section(c->r, MKCV_KIND_WORK)->entries.at[made];
            if (since.to && !first->start.year && !first->end.year) mkcv_entry_when(c->r, first, &since);
            if (term) date_between(c, spent, start, mkcv_post_last(c->r));
            size_t where = read_where(c, next, verbs[v].current);
            next = read_more(c, where, verbs[v].current);
            struct mkcv_section *s = mkcv_read_section(c->r, MKCV_KIND_WORK);
            mkcv_clause_rest(c, next, c->tokens.list.count, &s->entries.at[s->entries.count - 1]);
            return true;
        }
    return false;
}

/* "Since March 2025, I have been": the date before the verb. */
static void date_from_lead(const struct mkcv_clause *c, size_t first)
{
    static const char *const starts[] = {"since", "from", "in",    "between", "depuis",   "de",  "desde", "entre",
                                         "en",    "dal",  "dalla", "nel",     "tra",      "fra", "em",    "seit",
                                         "von",   "ab",   "du",    "del",     "zwischen", "im",  NULL};
    struct mkcv_when w;
    struct mkcv_section *s = mkcv_cv_lookup(c->r->cv, MKCV_KIND_WORK);
    if (!s || s->entries.count <= first || !mkcv_clause_is(c, 0, starts)) return;
    struct mkcv_entry *e = &s->entries.at[first];
    if (!e->start.year && !e->end.year && mkcv_clause_when(c, 0, &w) != 0) mkcv_entry_when(c->r, e, &w);
}

/* "He became a POST in 2012": the one date is when it began. */
static void begin_at_date(const struct mkcv_clause *c, size_t first)
{
    static const char *const phrases[] = {"became", "appointed", "promoted to", "was named", NULL};
    size_t n;
    if (mkcv_posts_count(c->r) != first + 1) return;
    struct mkcv_entry *e = mkcv_post_last(c->r);
    if (mkcv_phrase_find(&c->tokens, 0, c->tokens.list.count, phrases, &n) == NOWHERE || e->start.year ||
        e->dates.count)
        return;
    e->start = e->end;
    e->end = (struct mkcv_date){0, 0, 0};
}

/* "at X, where I direct the Y": what is an entry now is no longer told of the post before it. */
static void untell(struct mkcv_reader *r, size_t first)
{
    struct mkcv_section *s = mkcv_read_section(r, MKCV_KIND_WORK);
    const struct mkcv_text *org = &mkcv_post_last(r)->fields[MKCV_FIELD_ORG];
    for (size_t i = first; i + 1 < s->entries.count; i++) {
        struct mkcv_text *summary = &s->entries.at[i].fields[MKCV_FIELD_SUMMARY];
        if (!summary->s || !org->s || mkcv_text_length(summary) > mkcv_text_length(org) + 40) continue;
        if (strstr(summary->s, org->s)) *summary = (struct mkcv_text){.s = NULL};
    }
}

bool mkcv_work_sentence(struct mkcv_reader *r, const struct mkcv_text *text, size_t from, size_t to)
{
    struct mkcv_clause c = mkcv_clause_new(r, text, from, to);
    const struct mkcv_section *s = mkcv_cv_lookup(r->cv, MKCV_KIND_WORK);
    size_t before = s ? s->entries.count : 0;
    bool any = read_verbs(&c) || mkcv_post_joined(&c) || mkcv_post_interned(&c);
    if (mkcv_post_led(&c)) {
        untell(r, before);
        any = true;
    }
    if (any) date_from_lead(&c, before);
    if (any) begin_at_date(&c, before);
    return mkcv_post_joining(&c) || any || mkcv_career_fragment(&c);
}
