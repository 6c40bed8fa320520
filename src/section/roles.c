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
static const char *const within_roles[] = {"lettura",     "organizzazione", "editoriale", "scientifico", "scientifique",
                                           "cientifico",  "editorial",      "conseil",    "consejo",     "consiglio",
                                           "conselho",    "programme",      "programa",   "programma",   "programas",
                                           "comite",      "comites",        "comissao",   "comision",    "comitato",
                                           "redaction",   "lecture",        "pilotage",   "redaccion",   "organizacion",
                                           "organizacao", "organisation",   "honra",      "evaluacion",  "avaliacao",
                                           "selection",   "revistas",       "periodicos", NULL};

bool mkcv_role_goes_on(const struct mkcv_clause *c, size_t i)
{
    static const char *const bodies[] = {"program",   "programme", "organizing", "organising", "scientific", "steering",
                                         "editorial", "advisory",  "technical",  "committee",  "board",      NULL};
    bool member = i >= 2 && !strncmp(mkcv_clause_word(c, i - 2), "member", 6);
    if (member && mkcv_clause_is(c, strcmp(mkcv_clause_word(c, i), "the") ? i : i + 1, bodies)) return true;
    return mkcv_clause_is(c, i, within_roles);
}

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

/* "membre du comité de X et du conseil de Y": a further body that the same person is a member of; empty when it is
 * none. */
static struct mkcv_text also_of(const struct mkcv_clause *c, size_t i, size_t end, const struct mkcv_text *before)
{
    static const char *const joints[] = {"du", "de", "del", "della", "do", "da", "des", "of", NULL},
                             *const heads[] = {"member", "membre", "miembro", "membro", NULL};
    struct mkcv_text out = {.s = NULL};
    if (!before->s || i + 1 >= end || !mkcv_clause_is(c, i, joints)) return out;
    for (const char *const *h = heads; *h; h++) {
        size_t n = strlen(*h);
        if (strncasecmp(before->s, *h, n) != 0 || before->s[n] != ' ') continue;
        struct mkcv_range r = mkcv_clause_range(c, i, end);
        struct mkcv_text body = mkcv_text_slice(c->r->arena, c->text, r.from, r.to);
        out = mkcv_text_slice(c->r->arena, before, 0, n);
        mkcv_text_append(c->r->arena, &out, " ", 1, NULL);
        mkcv_text_join(c->r->arena, &out, &body, MKCV_ROLE_PLAIN);
        return out;
    }
    return out;
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
            role = also_of(c, i, joint, &role);
            if (!role.s) role = member_of(c, i, joint, name);
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
                                    "sit on",
                                    "sits on",
                                    "sat on",
                                    "work as",
                                    "worked as",
                                    "have served as",
                                    "have been serving as",
                                    NULL};
static const char *const be[] = {"i am",        "i was",        "im",         "he is",      "she is",     "i have been",
                                 "i will be",   "ive been",     "je suis",    "jai ete",    "jetais",     "soy",
                                 "fui",         "he sido",      "sono",       "sono stato", "sono stata", "sou",
                                 "ich bin",     "bin ich",      "ich war",    "war ich",    "he was",     "she was",
                                 "he has been", "she has been", "tenho sido", NULL};

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
    static const char *const fillers[] = {
        "a",       "an", "the",         "also",    "as",           "currently",   "now",   "both", "egalement",
        "tambien", "un", "une",         "una",     "anche",        "auch",        "aussi", "ein",  "eine",
        "uma",     "um", "attualmente", "derzeit", "actuellement", "actualmente", "still", NULL};
    while (mkcv_clause_is(c, start, fillers)) start++;
    if (!strcmp(mkcv_clause_word(c, start), "on")) start++; /* "I am on the editorial board of" */
    while (mkcv_clause_is(c, start, fillers)) start++;
    size_t end = start;
    static const char *const stops[] = {",", "and", "(", NULL};
    while (end < c->tokens.list.count && !mkcv_clause_is(c, end, stops) &&
           (!mkcv_clause_is(c, end, mkcv_role_joints) || mkcv_role_goes_on(c, end + 1)))
        end++;
    for (size_t i = start; i < end; i++)
        if (mkcv_clause_is(c, i, denials)) return false;
    if (end == start || !mkcv_role_in(c->r, c->text, mkcv_clause_range(c, start, end))) return false;
    return mkcv_roles_list(c, c->tokens.list.at[start].from, end_list(c, start), (struct mkcv_loc){.file = NULL});
}

static size_t roles_count(struct mkcv_reader *r)
{
    const struct mkcv_section *s = mkcv_cv_lookup(r->cv, MKCV_KIND_SERVICE);
    return s ? s->entries.count : 0;
}

/* "Since 2020 I have been the treasurer": the date before the clause goes to the roles that have none. */
static void date_roles(const struct mkcv_clause *c, size_t first, size_t verb)
{
    static const char *const leads[] = {"since", "from", "in", "between", "depuis", "de", "desde", "entre", "en", "du",
                                        "dal",   "nel",  "em", "seit",    "von",    "ab", "im",    "del",   NULL};
    struct mkcv_section *s = mkcv_cv_lookup(c->r->cv, MKCV_KIND_SERVICE);
    size_t at = verb;
    struct mkcv_when w = {.from = 0};
    for (size_t i = verb; i-- > 0 && i + 8 > verb;)
        if (mkcv_clause_is(c, i, leads) && mkcv_clause_when(c, i, &w) > i + 1) at = i;
    if (at == verb || !s || mkcv_clause_when(c, at, &w) <= at + 1) return;
    for (size_t i = first; i < s->entries.count; i++)
        if (!mkcv_role_is_dated(&s->entries.at[i])) mkcv_role_when(c->r, &s->entries.at[i], &w);
}

static bool read_be(const struct mkcv_clause *c)
{
    static const char *const others[] = {"he", "she", NULL};
    size_t from[2], n[2];
    from[0] = mkcv_phrase_find(&c->tokens, 0, c->tokens.list.count, serve, &n[0]);
    from[1] = mkcv_phrase_find(&c->tokens, 0, c->tokens.list.count, be, &n[1]);
    size_t first = from[1] < from[0] ? 1 : 0; /* the clause that stands first tells the roles of those behind it */
    for (size_t k = 0; k < 2; k++) {
        size_t which = k ? 1 - first : first, i = from[which], made = roles_count(c->r);
        if (i == NOWHERE || i + n[which] >= c->tokens.list.count || is_denied(c, i)) continue;
        if (c->r->first_person && mkcv_clause_is(c, i, others) && which) continue;
        if (!read_after(c, i + n[which])) continue;
        date_roles(c, made, i);
        return true;
    }
    return false;
}

bool mkcv_roles_sentence(const struct mkcv_clause *c)
{
    if (mkcv_clause_is_other(c)) return false;
    size_t made = roles_count(c->r);
    bool any = read_be(c);
    for (size_t verb = 0, next; verb < c->tokens.list.count; verb = next) {
        size_t before = roles_count(c->r);
        next = is_denied(c, verb) ? verb + 1 : mkcv_roles_done(c, verb, any ? made : NOWHERE);
        if (next == verb) next = verb + 1;
        if (roles_count(c->r) > before) date_roles(c, before, verb);
        any = any || roles_count(c->r) > before;
    }
    return any;
}
