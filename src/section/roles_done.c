/* roles_done.c - roles of service told by their verbs: who co-chairs a committee is its co-chair; see roles.h.
 *
 * The verb must be the owner's, and what it takes must be named: a committee, a workshop, a journal. */
#include "parts.h"
#include "roles.h"
#include <string.h>

enum object { OBJECT_BODY, OBJECT_VENUES };

static const struct {
    const char *phrase, *role;
    enum object object;
    bool own; /* the form says who speaks */
} verbs[] = {{"chair", "Chair", OBJECT_BODY, false},
             {"chairs", "Chair", OBJECT_BODY, false},
             {"chaired", "Chair", OBJECT_BODY, false},
             {"cochair", "Co-chair", OBJECT_BODY, false},
             {"cochairs", "Co-chair", OBJECT_BODY, false},
             {"cochaired", "Co-chair", OBJECT_BODY, false},
             {"organize", "Organizer", OBJECT_BODY, false},
             {"organizes", "Organizer", OBJECT_BODY, false},
             {"organized", "Organizer", OBJECT_BODY, false},
             {"organise", "Organiser", OBJECT_BODY, false},
             {"organises", "Organiser", OBJECT_BODY, false},
             {"organised", "Organiser", OBJECT_BODY, false},
             {"coorganize", "Co-organizer", OBJECT_BODY, false},
             {"coorganizes", "Co-organizer", OBJECT_BODY, false},
             {"coorganized", "Co-organizer", OBJECT_BODY, false},
             {"coorganise", "Co-organiser", OBJECT_BODY, false},
             {"coorganises", "Co-organiser", OBJECT_BODY, false},
             {"coorganised", "Co-organiser", OBJECT_BODY, false},
             {"cofounded", "Co-founder", OBJECT_BODY, false},
             {"founded", "Founder", OBJECT_BODY, false},
             {"coedit", "Co-editor", OBJECT_BODY, false},
             {"coedits", "Co-editor", OBJECT_BODY, false},
             {"written for", "Writer", OBJECT_VENUES, false},
             {"write for", "Writer", OBJECT_VENUES, false},
             {"writes for", "Writer", OBJECT_VENUES, false},
             {"review for", "Reviewer", OBJECT_VENUES, false},
             {"reviews for", "Reviewer", OBJECT_VENUES, false},
             {"reviewed for", "Reviewer", OBJECT_VENUES, false},
             {"reviewing for", "Reviewer", OBJECT_VENUES, false},
             {"review papers for", "Reviewer", OBJECT_VENUES, false},
             {"reviewed papers for", "Reviewer", OBJECT_VENUES, false},
             {"review articles for", "Reviewer", OBJECT_VENUES, false},
             {"reviewed articles for", "Reviewer", OBJECT_VENUES, false},
             {"review manuscripts for", "Reviewer", OBJECT_VENUES, false},
             {"reviewed manuscripts for", "Reviewer", OBJECT_VENUES, false},
             {"referee for", "Referee", OBJECT_VENUES, false},
             {"refereed for", "Referee", OBJECT_VENUES, false},
             {"refereed papers for", "Referee", OBJECT_VENUES, false},
             {"attivita di revisore per", "revisore", OBJECT_VENUES, true},
             {"jai relu des articles pour", "relecture", OBJECT_VENUES, true},
             {"ich begutachte fur", "Gutachten", OBJECT_VENUES, true}};

/* What one chairs, organises or founds as a service; a company is none. */
static const char *const bodies[] = {
    "committee",     "subcommittee", "seminar",    "seminars",   "network",   "workshop",   "workshops",
    "association",   "society",      "initiative", "club",       "chapter",   "forum",      "series",
    "conference",    "symposium",    "meetup",     "programme",  "program",   "project",    "journal",
    "session",       "panel",        "school",     "track",      "congress",  "colloquium", "council",
    "board",         "collective",   "community",  "consortium", "alliance",  "union",      "hackathon",
    "competition",   "challenge",    "festival",   "task force", "taskforce", "tutorial",   "special issue",
    "minisymposium", "meeting",      "days",       "group",      NULL};

static bool is_body(const struct mkcv_clause *c, struct mkcv_range org)
{
    static const char *const papers[] = {"paper", "study", "research group", NULL};
    return mkcv_range_has(c->r, c->text, org, bodies) && !mkcv_range_has(c->r, c->text, org, papers);
}

/* "the Outreach Committee of COSMOS": the range of the whole, and where "of" stands; `next`: none. */
static size_t find_of(const struct mkcv_clause *c, size_t i, size_t next)
{
    static const char *const offices[] = {"committee", "subcommittee", "session", "track", "board", "panel", NULL};
    for (size_t k = i + 1; k + 1 < next; k++)
        if (!strcmp(mkcv_clause_word(c, k), "of") && mkcv_clause_is(c, k - 1, offices)) return k;
    return next;
}

/* Words of events in small letters that close a name. */
static const char *const small_bodies[] = {"workshop", "workshops",  "conference", "symposium", "seminar",
                                           "session",  "track",      "panel",      "tutorial",  "meeting",
                                           "congress", "colloquium", "committee",  NULL};

/* The role "Co-chair, Outreach Committee" of a body's own body, and its venue. */
static size_t add_body(const struct mkcv_clause *c, const char *verb, size_t start)
{
    static const char *const wholes[] = {"of", "at", "for", "in", NULL};
    struct mkcv_range org, whole;
    size_t next = mkcv_clause_org(c, start, &org);
    if (next == start) return start;
    if (next < c->tokens.list.count && mkcv_clause_is(c, next, small_bodies)) /* "the FOG workshop" */
        org.to = c->tokens.list.at[next++].to;
    if (!is_body(c, org)) return start;
    struct mkcv_loc loc = mkcv_text_loc(c->text, org.from);
    size_t of = find_of(c, start, next);
    struct mkcv_text role = mkcv_text_new(c->r->arena, verb, loc), office = {.s = NULL}, venue;
    if (of < next) {
        whole = (struct mkcv_range){c->tokens.list.at[of].to, org.to};
        office = mkcv_role_trim(c->r, c->text, org.from, c->tokens.list.at[of].from);
    } else {
        size_t more = mkcv_clause_is(c, next, wholes) ? mkcv_clause_org(c, next + 1, &whole) : next;
        struct mkcv_when w;
        bool dated = mkcv_clause_is(c, next, wholes) && mkcv_clause_when(c, next, &w) != next;
        if (more == next || more == next + 1 || dated)
            whole = org;
        else {
            office = mkcv_role_trim(c->r, c->text, org.from, org.to);
            next = more;
        }
    }
    if (office.s) {
        mkcv_text_append(c->r->arena, &role, ", ", 2, NULL);
        mkcv_text_join(c->r->arena, &role, &office, MKCV_ROLE_PLAIN);
    }
    struct mkcv_when w;
    size_t dated = mkcv_clause_when(c, next, &w);
    venue = mkcv_role_trim(c->r, c->text, whole.from, whole.to);
    if (strncmp(venue.s, "the ", 4) == 0) venue = mkcv_text_slice(c->r->arena, &venue, 4, mkcv_text_length(&venue));
    mkcv_role_add(c->r, &role, &venue, dated != next ? &w : NULL, loc);
    return dated;
}

/* Where the list of venues ends: before another clause. */
static size_t end_venues(const struct mkcv_clause *c, size_t i)
{
    static const char *const ends[] = {"where",   "which", "who", "because", "while", "when", "since",
                                       "wherein", "i",     "as",  "to",      "on",    NULL},
                             *const ago[] = {"the", "several", NULL}, *const spans[] = {"past", "last", "years", NULL};
    for (; i < c->tokens.list.count; i++) {
        if (mkcv_clause_is(c, i, ends)) break;
        if (mkcv_clause_is(c, i, ago) && mkcv_clause_is(c, i + 1, spans)) { /* "for the past four years" */
            while (i && !strcmp(mkcv_clause_word(c, i - 1), "for")) i--;
            break;
        }
    }
    while (i && (!strcmp(mkcv_clause_word(c, i - 1), "and") || !strcmp(mkcv_clause_word(c, i - 1), ","))) i--;
    return i < c->tokens.list.count ? c->tokens.list.at[i].from : c->to;
}

size_t mkcv_roles_done(const struct mkcv_clause *c, size_t i, size_t first)
{
    static const char *const articles[] = {"the", "a", "an", "our", "annual", NULL};
    for (size_t v = 0; v < sizeof verbs / sizeof *verbs; v++) {
        size_t n = mkcv_phrase_at(&c->tokens, i, verbs[v].phrase), start = i + n;
        if (!n) continue;
        /* a verb behind "and" goes on with the owner's clause */
        bool joined = i > 1 && !strcmp(mkcv_clause_word(c, i - 1), "and") &&
                      c->tokens.list.at[i].to - c->tokens.list.at[i].from > 6;
        bool own = verbs[v].own || (i && mkcv_clause_is_self(c, i)) || (joined && mkcv_clause_is_self(c, 1));
        if (!own || start >= c->tokens.list.count) continue;
        if (verbs[v].object == OBJECT_BODY) {
            while (mkcv_clause_is(c, start, articles)) start++;
            size_t next = add_body(c, verbs[v].role, start);
            if (next != start) return next;
            continue;
        }
        if (first != NOWHERE) continue; /* "I am a reviewer who reviewed for": told already */
        struct mkcv_text role =
            mkcv_text_new(c->r->arena, verbs[v].role, mkcv_text_loc(c->text, c->tokens.list.at[i].from));
        size_t from = c->tokens.list.at[start].from, to = end_venues(c, start);
        if (!mkcv_clause_is_capital(c, start) && !mkcv_clause_is(c, start, articles)) continue;
        if (to > from && mkcv_role_venues(c->r, &role, c->text, from, to, (struct mkcv_loc){.file = NULL}))
            return mkcv_clause_token(c, to);
    }
    return i;
}
