/* roles.c - roles of service in lists and sentences; see roles.h.
 *
 * "I served as the A of X, the B of Y and Z, etc.": the list is cut at its commas and ands; a member that brings a role
 * of its own opens it, the others are venues of the last one. */
#include "roles.h"
#include "mkcv/buf.h"
#include "parts.h"
#include <string.h>

static const char *const denials[] = {"not",  "no",     "never",    "dont",    "wont",    "cannot",  "cant", "didnt",
                                      "wont", "unable", "declined", "decline", "stopped", "without", "nor",  NULL};

static const char *const selves[] = {"our", "my", "we", "their", "one", "two", NULL}; /* open another clause */

/* "I will not serve as", "I declined to serve as": denied in the words before token `i`. */
static bool is_denied(const struct mkcv_clause *c, size_t i)
{
    for (size_t k = i; k-- > 0 && k + 5 > i && c->tokens.list.at[k].word && strcmp(mkcv_clause_word(c, k), "and");)
        if (mkcv_clause_is(c, k, denials)) return true;
    return false;
}

/* "comité de programme", "coordenadora do comitê de programa": what a joint before it leaves within the role. */
static const char *const within_roles[] = {
    "programme", "programa",   "programma", "programas", "comite",    "comites",      "comissao",    "comision",
    "comitato",  "redaction",  "lecture",   "pilotage",  "redaccion", "organizacion", "organizacao", "organisation",
    "honra",     "evaluacion", "avaliacao", "selection", "revistas",  "periodicos",   NULL};

/* The joint ("of", "for") behind a role that the member [i, end) opens with; NOWHERE: it opens none. */
static size_t find_joint(const struct mkcv_clause *c, size_t i, size_t end)
{
    const char *first = mkcv_clause_word(c, i);
    size_t n = strlen(first);
    if (n > 5 && !strcmp(first + n - 3, "ing") && !strcmp(mkcv_clause_word(c, i + 1), "the")) return NOWHERE;
    for (size_t k = i + 1; k < end; k++) {
        if (!mkcv_clause_is(c, k, mkcv_role_joints) || mkcv_clause_is(c, k + 1, within_roles)) continue;
        struct mkcv_range role = mkcv_clause_range(c, i, k);
        if (mkcv_role_in(c->r, c->text, role) && k - i <= 9) return k;
    }
    return NOWHERE;
}

/* Who serves "on the program committees" is a "Program Committee Member". */
static struct mkcv_text member_of(const struct mkcv_clause *c, size_t i, size_t end, struct mkcv_range range)
{
    static const char *const bodies[] = {"committee", "committees", "board", "boards", NULL};
    const char *s = c->text->s;
    bool on = i >= 1 && (!strcmp(mkcv_clause_word(c, i - 1), "on") ||
                         (i >= 2 && !strcmp(mkcv_clause_word(c, i - 1), "the") &&
                          (!strcmp(mkcv_clause_word(c, i - 2), "on") || !strcmp(mkcv_clause_word(c, i - 2), "in"))));
    if (!on || end <= i || !mkcv_clause_is(c, end - 1, bodies) || mkcv_link_at(c->text, range.from).to > range.from)
        return mkcv_text_slice(c->r->arena, c->text, range.from, range.to);
    struct mkcv_buf b;
    mkcv_buf_init(&b, c->r->arena);
    for (size_t at = range.from; at < range.to; at++) {
        bool start = at == range.from || s[at - 1] == ' ';
        mkcv_buf_putc(&b, start && s[at] >= 'a' && s[at] <= 'z' ? (char)(s[at] - 32) : s[at]);
    }
    if (b.n && b.s[b.n - 1] == 's') b.s[--b.n] = 0;
    mkcv_buf_puts(&b, " Member");
    return mkcv_text_new(c->r->arena, b.s, mkcv_text_loc(c->text, range.from));
}

/* ", a collaboration that ...": what the venue before it is. */
static bool is_apposition(const struct mkcv_clause *c, size_t i)
{
    static const char *const articles[] = {"a", "an", NULL};
    return mkcv_clause_is(c, i, articles) && i + 1 < c->tokens.list.count && !mkcv_clause_is_capital(c, i + 1);
}

bool mkcv_roles_list(const struct mkcv_clause *c, size_t from, size_t to, struct mkcv_loc loc)
{
    struct mkcv_ranges list = mkcv_role_venues_split(c->r, c->text, from, to);
    struct mkcv_text role = {.s = NULL};
    bool any = false, open = false;
    for (size_t k = 0; k < list.list.count && k < 200; k++) {
        struct mkcv_range m = list.list.at[k];
        bool clause;
        size_t first = mkcv_clause_token(c, m.from), end = mkcv_clause_token(c, m.to),
               i = mkcv_role_skip_lead(c, first, &clause);
        if (!clause) i = first;
        if (mkcv_clause_is(c, i, denials) || mkcv_clause_is(c, i, selves)) return any;
        size_t joint = find_joint(c, i, end);
        if (any && joint == NOWHERE && is_apposition(c, first)) return any;
        if (clause && joint == NOWHERE && (i >= end || !mkcv_role_in(c->r, c->text, mkcv_clause_range(c, i, end))))
            return any; /* another clause, which tells no role */
        if (clause) m.from = c->tokens.list.at[i].from;
        struct mkcv_loc at = loc.line ? loc : mkcv_text_loc(c->text, m.from);
        if (joint != NOWHERE) {
            struct mkcv_range name = mkcv_clause_range(c, i, joint);
            role = member_of(c, i, joint, name);
            open = true;
            m.from = c->tokens.list.at[joint].to;
        } else if (mkcv_role_in(c->r, c->text, m) && (k == 0 || !open || !any)) {
            struct mkcv_when w; /* a role alone: its venues follow */
            if (mkcv_when_find(c->r->arena, c->text->s, m.from, m.to, &w)) return any;
            role = member_of(c, i, end, m);
            open = true;
            continue;
        } else if (!open)
            return false;
        if (mkcv_role_add_venue(c->r, &role, c->text, m, at, !any)) any = true;
    }
    return any;
}

/* --- prose ------------------------------------------------------------------------------------------------------- */

static const char *const serve[] = {"serve as",
                                    "served as",
                                    "serves as",
                                    "serving as",
                                    "acted as",
                                    "act as",
                                    "acting as",
                                    "serve on",
                                    "served on",
                                    "serves on",
                                    "invited as",
                                    "invited to be",
                                    "appointed as",
                                    "selected as",
                                    "serve in",
                                    "work as",
                                    "worked as",
                                    "have served as",
                                    "have been serving as",
                                    NULL};
static const char *const be[] = {"i am", "i was", "im", "he is", "she is", "i have been", "i will be", NULL};
static const char *const review[] = {
    "i review for",        "i reviewed for", "i have reviewed for", "i regularly review for",
    "reviewed papers for", "reviews for",    "reviewing for",       NULL};

/* The sentence's end, or where a clause that tells something else begins. */
static size_t end_list(const struct mkcv_clause *c, size_t i)
{
    static const char *const ends[] = {"where", "which", "who", "because", "while", "when", "since", NULL};
    for (; i < c->tokens.list.count; i++)
        if (mkcv_clause_is(c, i, ends)) return c->tokens.list.at[i].from;
    return c->to;
}

static bool read_after(const struct mkcv_clause *c, size_t start)
{
    static const char *const fillers[] = {"a", "an", "the", "also", "as", "currently", "now", "both", NULL};
    while (mkcv_clause_is(c, start, fillers)) start++;
    size_t end = start;
    static const char *const stops[] = {",", "and", "(", NULL};
    while (end < c->tokens.list.count && !mkcv_clause_is(c, end, stops) && !mkcv_clause_is(c, end, mkcv_role_joints))
        end++;
    for (size_t i = start; i < end; i++)
        if (mkcv_clause_is(c, i, denials)) return false;
    if (end == start || !mkcv_role_in(c->r, c->text, mkcv_clause_range(c, start, end))) return false;
    return mkcv_roles_list(c, c->tokens.list.at[start].from, end_list(c, start), (struct mkcv_loc){.file = NULL});
}

bool mkcv_roles_sentence(const struct mkcv_clause *c)
{
    static const char *const others[] = {"he", "she", NULL};
    size_t from[2], n[2];
    if (mkcv_clause_is_other(c)) return false;
    from[0] = mkcv_phrase_find(&c->tokens, 0, c->tokens.list.count, serve, &n[0]);
    from[1] = mkcv_phrase_find(&c->tokens, 0, c->tokens.list.count, be, &n[1]);
    size_t first = from[1] < from[0] ? 1 : 0; /* the clause that stands first tells the roles of those behind it */
    for (size_t k = 0; k < 2; k++) {
        size_t which = k ? 1 - first : first, i = from[which];
        if (i == NOWHERE || i + n[which] >= c->tokens.list.count || is_denied(c, i)) continue;
        if (c->r->first_person && mkcv_clause_is(c, i, others)) continue;
        if (read_after(c, i + n[which])) return true;
    }
    size_t len, i = mkcv_phrase_find(&c->tokens, 0, c->tokens.list.count, review, &len);
    if (i == NOWHERE || i + len >= c->tokens.list.count || is_denied(c, i)) return false;
    struct mkcv_text role = mkcv_text_new(c->r->arena, "Reviewer", mkcv_text_loc(c->text, c->from));
    return mkcv_role_venues(c->r, &role, c->text, c->tokens.list.at[i + len].from, end_list(c, i + len),
                            (struct mkcv_loc){.file = NULL});
}
