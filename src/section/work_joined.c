/* work_joined.c - posts told by what their holder did: interned, joined, led; see work_post.h. */
#include "parts.h"
#include "prose.h"
#include "work_post.h"
#include <string.h>

/* A further internship: the entry's post at another place. */
static void add_place(const struct mkcv_clause *c, const struct mkcv_entry *like, size_t from, size_t to)
{
    struct mkcv_entry copy = {.kind = MKCV_KIND_WORK, .loc = mkcv_text_loc(c->text, from)};
    copy.fields[MKCV_FIELD_TITLE] = like->fields[MKCV_FIELD_TITLE];
    struct mkcv_entry *e = mkcv_read_add(c->r, &copy);
    mkcv_entry_set(c->r, e, MKCV_FIELD_ORG, c->text, from, to);
}

/* "intern at A, B, and C": the places that the first was read as, an entry each. */
static void split_first(const struct mkcv_clause *c, size_t index)
{
    struct mkcv_entry *e = &mkcv_read_section(c->r, MKCV_KIND_WORK)->entries.at[index];
    struct mkcv_text org = e->fields[MKCV_FIELD_ORG];
    size_t n = mkcv_text_length(&org);
    struct mkcv_ranges parts = mkcv_list_split(c->r->arena, org.s, 0, n, ",", false);
    if (parts.list.count < 2 || parts.list.count > 6) return;
    for (size_t k = 0; k < parts.list.count; k++) {
        struct mkcv_text one = mkcv_text_slice(c->r->arena, &org, parts.list.at[k].from, parts.list.at[k].to);
        if (k) {
            add_place(c, e, c->from, c->from);
            e = mkcv_post_last(c->r);
        }
        e->fields[MKCV_FIELD_ORG] = one;
        e = &mkcv_read_section(c->r, MKCV_KIND_WORK)->entries.at[index];
    }
}

/* Behind an internship: "(2016), B in 2017, and C": an entry each. The token after them. */
size_t mkcv_post_split(const struct mkcv_clause *c, size_t i, size_t index)
{
    static const char *const interns[] = {"intern", "internship", "internships", "interned", NULL},
                             *const joints[] = {",",  "and",  "then", "later", "also", "at",
                                                "as", "well", "with", "&",     NULL};
    if (mkcv_posts_count(c->r) != index + 1 || !mkcv_post_last(c->r)->fields[MKCV_FIELD_TITLE].s) return i;
    struct mkcv_text *title = &mkcv_post_last(c->r)->fields[MKCV_FIELD_TITLE];
    if (!mkcv_range_has(c->r, title, (struct mkcv_range){0, mkcv_text_length(title)}, interns)) return i;
    for (size_t more = 0; more < 6; more++) {
        size_t at = i, next;
        struct mkcv_range org;
        bool and = false;
        while (mkcv_clause_is(c, at, joints)) and = and || !strcmp(mkcv_clause_word(c, at), "and"), at++;
        if (at == i || (next = mkcv_clause_org(c, at, &org)) == at || mkcv_post_is_word(c, at) ||
            mkcv_is_post(c->r, c->text, org))
            break;
        if (!more && and) split_first(c, index);
        add_place(c, mkcv_post_last(c->r), org.from, org.to);
        i = mkcv_clause_tail(c, next, mkcv_post_last(c->r), false);
    }
    return i;
}

/* "I interned at X (2020) and Y in 2021". */
bool mkcv_post_interned(const struct mkcv_clause *c)
{
    static const char *const phrases[] = {"interned at",   "interned with",  "interned in",
                                          "internship at", "internships at", NULL};
    size_t n, i = mkcv_phrase_find(&c->tokens, 0, c->tokens.list.count, phrases, &n), made = mkcv_posts_count(c->r);
    if (i == NOWHERE || !mkcv_clause_is_self(c, i)) return false;
    struct mkcv_entry *e = mkcv_read_entry(c->r, MKCV_KIND_WORK, mkcv_text_loc(c->text, c->tokens.list.at[i].from));
    e->fields[MKCV_FIELD_TITLE] = mkcv_text_new(c->r->arena, "Intern", e->loc);
    size_t next = mkcv_post_split(c, mkcv_clause_tail(c, i + n - 1, e, false), made);
    e = mkcv_post_last(c->r);
    mkcv_clause_rest(c, next, c->tokens.list.count, e);
    if (!mkcv_text_is_empty(&e->fields[MKCV_FIELD_ORG])) return true;
    mkcv_read_section(c->r, MKCV_KIND_WORK)->entries.count--;
    return false;
}

/* A place that stands between token `i` and the "as" before the post: "X to work with Y in 2023 as a POST". */
bool mkcv_post_placed(const struct mkcv_clause *c, size_t i, size_t as)
{
    static const char *const fillers[] = {"to",  "the", "summer", "of",    "at",     "in",   "with", "years", "year",
                                          "two", "a",   "one",    "three", "months", "from", "last", "also",  NULL};
    struct mkcv_entry facts = {.kind = MKCV_KIND_WORK};
    struct mkcv_range org;
    struct mkcv_when w;
    size_t at = i, next;
    while (at < as) {
        if ((next = mkcv_clause_when(c, at, &w)) != at && next <= as)
            mkcv_entry_when(c->r, &facts, &w);
        else if ((next = mkcv_clause_people(c, at, &facts)) == at || next > as) {
            bool known = !mkcv_text_is_empty(&facts.fields[MKCV_FIELD_ORG]);
            next = known ? at : mkcv_clause_org(c, at, &org);
            if (next != at)
                mkcv_entry_set(c->r, &facts, MKCV_FIELD_ORG, c->text, org.from, org.to);
            else if (mkcv_clause_is(c, at, fillers) || !c->tokens.list.at[at].word)
                next = at + 1;
            else
                return false;
        }
        at = next;
    }
    size_t start = mkcv_post_skip_articles(c, as + 1), end = mkcv_post_read(c, start);
    if (end == start || mkcv_text_is_empty(&facts.fields[MKCV_FIELD_ORG])) return false;
    struct mkcv_range post = mkcv_clause_range(c, start, end);
    facts.loc = mkcv_text_loc(c->text, post.from);
    struct mkcv_entry *e = mkcv_read_add(c->r, &facts);
    mkcv_entry_set(c->r, e, MKCV_FIELD_TITLE, c->text, post.from, post.to);
    mkcv_clause_tail(c, end, e, false);
    return true;
}

/* The "as" or "for" that leads to a post behind the place that begins at token `i`, or 0: "X as a POST", "X for a
 * two-year POST". */
static size_t find_role(const struct mkcv_clause *c, size_t i)
{
    enum { FARTHEST = 28 };
    for (size_t k = i + 1; k < i + FARTHEST && k < c->tokens.list.count; k++) {
        if (!strcmp(mkcv_clause_word(c, k), "as")) return k;
        if (strcmp(mkcv_clause_word(c, k), "for") != 0) continue;
        size_t start = mkcv_post_skip_articles(c, k + 1);
        if (start > k + 1 && mkcv_post_read(c, start) != start) return k;
    }
    return 0;
}

/* "worked with Professor Bo Berg as a POST": a person is with whom, and no employer. */
static void move_person(struct mkcv_reader *r, struct mkcv_entry *e)
{
    static const char *const ranks[] = {"professor", "prof", "dr", NULL};
    struct mkcv_text *org = &e->fields[MKCV_FIELD_ORG];
    size_t n = mkcv_text_length(org);
    if (!n) return;
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, org->s, 0, n);
    struct mkcv_range name;
    if (!mkcv_phrases_at(&k, 0, ranks) || !mkcv_name_find(r->arena, org->s, 0, n, &name) || name.to < n) return;
    mkcv_entry_person(r, e, mkcv_arena_strndup(r->arena, org->s + name.from, name.to - name.from),
                      mkcv_text_url(org, name.from, name.to), MKCV_REL_WITH);
    *org = (struct mkcv_text){.s = NULL};
}

/* "I joined X as a POST in 2020", "I will join X to work with Y as a POST". */
bool mkcv_post_joined(const struct mkcv_clause *c)
{
    static const char *const phrases[] = {"joined",     "worked at",  "worked for",      "worked with", "work at",
                                          "join",       "joining",    "will be joining", "start at",    "moved to",
                                          "moving to",  "went to",    "returned to",     "work in",     "worked in",
                                          "working at", "working in", "have worked",     NULL},
                             *const joined[] = {"joined", "will",   "join", "joining",  "start",
                                                "moved",  "moving", "went", "returned", NULL},
                             *const present[] = {"work", "working", NULL};
    static const char *const before[] = {"before", "to", "after", "since", "upon", NULL}; /* "prior to joining" */
    size_t n, i = mkcv_phrase_find(&c->tokens, 0, c->tokens.list.count, phrases, &n);
    while (i != NOWHERE && (!mkcv_clause_is_self(c, i) || (i && mkcv_clause_is(c, i - 1, before))))
        i = mkcv_phrase_find(&c->tokens, i + 1, c->tokens.list.count, phrases, &n);
    if (i == NOWHERE) return false;
    size_t as = find_role(c, i + n);
    if (!as || !mkcv_post_placed(c, i + n, as)) return false;
    struct mkcv_entry *e = mkcv_post_last(c->r);
    move_person(c->r, e);
    if (mkcv_clause_is(c, i, present) && !e->end.year) e->current = true;
    struct mkcv_when w;
    if (!e->start.year && !e->end.year && mkcv_clause_when(c, 0, &w)) mkcv_entry_when(c->r, e, &w);
    static const char *const terms[] = {"intern", "internship", "visiting", "visitor", NULL};
    struct mkcv_text *title = &e->fields[MKCV_FIELD_TITLE];
    bool term = mkcv_range_has(c->r, title, (struct mkcv_range){0, mkcv_text_length(title)}, terms);
    if (mkcv_clause_is(c, i, joined) && e->end.year && !e->start.year && !term)
        e->start = e->end, e->end = (struct mkcv_date){0, 0, 0};
    return true;
}

/* "I lead the Tide Lab at X", "..., where I also direct the Centre": what the owner leads is a post as well. */
bool mkcv_post_led(const struct mkcv_clause *c)
{
    static const struct {
        const char *verb, *title;
        bool own, past;
    } leads[] = {{"lead", "Lead", false, false},
                 {"leads", "Lead", false, false},
                 {"head", "Head", false, false},
                 {"heads", "Head", false, false},
                 {"direct", "Director", false, false},
                 {"directs", "Director", false, false},
                 {"codirect", "Co-Director", false, false},
                 {"codirects", "Co-Director", false, false},
                 {"colead", "Co-Lead", false, false},
                 {"coleads", "Co-Lead", false, false},
                 {"founded", "Founder", false, true},
                 {"headed", "Head", false, true},
                 {"directed", "Director", false, true},
                 {"ich leite", "Leitung", true, false}};
    static const char *const units[] = {"group",         "lab",       "laboratory", "team",        "center",
                                        "centre",        "institute", "division",   "section",     "gruppe",
                                        "arbeitsgruppe", "zentrum",   "grupo",      "laboratorio", NULL};
    for (size_t i = 0; i < c->tokens.list.count; i++)
        for (size_t k = 0; k < sizeof leads / sizeof *leads; k++) {
            size_t n = mkcv_phrase_at(&c->tokens, i, leads[k].verb);
            struct mkcv_range org;
            if (!n || !(leads[k].own || (i && mkcv_clause_is_self(c, i)))) continue;
            if (i > 3 && leads[k].title[0] == 'L') continue; /* "at X, where I lead the Y group": told of that post */
            size_t next = mkcv_clause_org(c, i + n, &org);
            if (next == i + n || !mkcv_range_has(c->r, c->text, org, units)) continue;
            struct mkcv_entry *e = mkcv_read_entry(c->r, MKCV_KIND_WORK, mkcv_text_loc(c->text, org.from));
            e->fields[MKCV_FIELD_TITLE] = mkcv_text_new(c->r->arena, leads[k].title, e->loc);
            size_t at = i + n; /* "the Tide Lab at X" */
            while (at < next && strcmp(mkcv_clause_word(c, at), "at") != 0) at++;
            mkcv_entry_set(c->r, e, MKCV_FIELD_ORG, c->text, org.from, at < next ? c->tokens.list.at[at].from : org.to);
            mkcv_clause_tail(c, at, e, false);
            e->current = !e->end.year && !leads[k].past;
            return true;
        }
    return false;
}

/* "Before joining X as a POST in 2022, I was": the post that followed. */
bool mkcv_post_joining(const struct mkcv_clause *c)
{
    static const char *const phrases[] = {"before joining", "prior to joining", NULL};
    size_t n, i = mkcv_phrase_find(&c->tokens, 0, c->tokens.list.count, phrases, &n);
    struct mkcv_range org;
    struct mkcv_when w = {.from = 0};
    if (i != 0) return false;
    size_t at = mkcv_clause_org(c, n, &org);
    if (at == n) return false;
    at = mkcv_clause_when(c, at, &w);
    if (strcmp(mkcv_clause_word(c, at), "as") != 0) return false;
    size_t start = mkcv_post_skip_articles(c, at), end = mkcv_post_read(c, start);
    if (end == start) return false;
    struct mkcv_range post = mkcv_clause_range(c, start, end);
    struct mkcv_entry *e = mkcv_read_entry(c->r, MKCV_KIND_WORK, mkcv_text_loc(c->text, org.from));
    mkcv_entry_set(c->r, e, MKCV_FIELD_ORG, c->text, org.from, org.to);
    mkcv_entry_set(c->r, e, MKCV_FIELD_TITLE, c->text, post.from, post.to);
    if (!w.to) mkcv_clause_when(c, end, &w);
    if (w.to) mkcv_entry_when(c->r, e, &w);
    if (!e->start.year) e->start = e->end, e->end = (struct mkcv_date){0, 0, 0};
    return true;
}
