/* roles.c - roles of service and their venues in text; see roles.h.
 *
 * "I served as the A of X, the B of Y and Z, etc.": the list is cut at its commas and ands; a member that brings a role
 * of its own opens it, the others are venues of the last one. */
#include "roles.h"
#include "mkcv/buf.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include <string.h>

static const char *const role_words[] = {"chair",
                                         "chairs",
                                         "cochair",
                                         "cochairs",
                                         "chairman",
                                         "chairwoman",
                                         "chairperson",
                                         "vicechair",
                                         "editor",
                                         "editors",
                                         "coeditor",
                                         "editorial",
                                         "editorinchief",
                                         "reviewer",
                                         "reviewers",
                                         "subreviewer",
                                         "subreviewers",
                                         "reviewing",
                                         "review",
                                         "metareviewer",
                                         "referee",
                                         "refereeing",
                                         "pc",
                                         "tpc",
                                         "spc",
                                         "epc",
                                         "erc",
                                         "program committee",
                                         "programme committee",
                                         "committee",
                                         "committees",
                                         "organizer",
                                         "organizers",
                                         "organiser",
                                         "coorganizer",
                                         "coorganiser",
                                         "organizing",
                                         "organising",
                                         "judge",
                                         "panelist",
                                         "panellist",
                                         "board",
                                         "secretary",
                                         "moderator",
                                         "treasurer",
                                         "representative",
                                         "panel",
                                         "jury",
                                         "evaluator",
                                         "examiner",
                                         "editorship",
                                         "ac",
                                         "sac",
                                         "volunteer",
                                         "ambassador",
                                         "cofounder",
                                         "founder",
                                         "convener",
                                         "delegate",
                                         "liaison",
                                         "council member",
                                         "committee member",
                                         "steering",
                                         "gutachter",
                                         "gutachterin",
                                         "herausgeber",
                                         "relecteur",
                                         "relectrice",
                                         "rapporteur",
                                         "comite",
                                         "organisateur",
                                         "revisor",
                                         "revisora",
                                         "editora",
                                         "revisore",
                                         "审稿人",
                                         "审稿",
                                         "编委",
                                         "主席",
                                         "委员",
                                         "査読",
                                         "委員",
                                         "評議員",
                                         "幹事",
                                         "理事",
                                         NULL};
static const char *const joints[] = {"of",  "for", "at", "in",  "on",   "to",  "with", "@",
                                     "von", "de",  "du", "bei", "pour", "der", NULL};

bool mkcv_role_in(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range)
{
    return mkcv_range_has(r, t, range, role_words);
}

bool mkcv_role_is_dated(const struct mkcv_entry *e) { return e->start.year || e->end.year || e->dates.count; }

void mkcv_role_when(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_when *w)
{
    if (mkcv_role_is_dated(e) &&
        (w->dates.count || (w->end.year && !w->start.year))) { /* further years of the same role */
        if (w->end.year) *MKCV_PUSH(r->arena, &e->dates) = w->end;
        for (size_t i = 0; i < w->dates.count; i++) *MKCV_PUSH(r->arena, &e->dates) = w->dates.at[i];
        return;
    }
    mkcv_entry_when(r, e, w);
    if (!e->end.year || e->start.year) return;
    *MKCV_PUSH(r->arena, &e->dates) = e->end;
    e->end = (struct mkcv_date){0, 0, 0};
}

/* The role as it is said of one: its leading article off. */
static struct mkcv_text role_name(struct mkcv_reader *r, const struct mkcv_text *role)
{
    static const char *const articles[] = {"the ", "The ", "a ", "an ", "A ", "An ", "as ", "As ", "also ", NULL};
    size_t n = mkcv_text_length(role), from = 0;
    for (const char *const *a = articles; *a;) {
        bool cut = n > from + strlen(*a) && !strncmp(role->s + from, *a, strlen(*a));
        from += cut ? strlen(*a) : 0;
        a = cut ? articles : a + 1;
    }
    struct mkcv_range cut = mkcv_trim(role->s, (struct mkcv_range){from, n});
    return mkcv_text_slice(r->arena, role, cut.from, cut.to);
}

static void strip_marks(struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; i++) {
        t->spans.at[i].marks &= (uint16_t) ~(MKCV_MARK_STRONG | MKCV_MARK_EMPH);
    }
}

void mkcv_role_add(struct mkcv_reader *r, const struct mkcv_text *role, const struct mkcv_text *venue,
                   const struct mkcv_when *w, struct mkcv_loc loc)
{
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_SERVICE, loc);
    if (role && role->s) e->fields[MKCV_FIELD_TITLE] = role_name(r, role);
    strip_marks(&e->fields[MKCV_FIELD_TITLE]);
    if (venue && venue->s) {
        e->fields[MKCV_FIELD_ORG] = mkcv_text_slice(r->arena, venue, 0, mkcv_text_length(venue));
        strip_marks(&e->fields[MKCV_FIELD_ORG]);
        e->url = mkcv_text_url(venue, 0, mkcv_text_length(venue));
    }
    if (w) mkcv_role_when(r, e, w);
}

/* --- venues ------------------------------------------------------------------------------------------------------ */

/* "top conferences such as", "(including", "e.g.,": what stands before the venues themselves. */
static size_t skip_generic(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m)
{
    static const char *const words[] = {"such as", "including", "include", "eg", "e.g.", "like", NULL};
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, m.from, m.to);
    size_t len, i = mkcv_phrase_find(&k, 0, k.list.count, words, &len);
    if (i == NOWHERE || i + len >= k.list.count) return m.from;
    size_t next = i + len;
    while (next + 1 < k.list.count && !k.list.at[next].word) next++;
    return k.list.at[next].from;
}

static size_t skip_articles(const char *s, size_t from, size_t to)
{
    static const char *const words[] = {"the ", "The ", "for ", "of ",   "at ", "various ",
                                        "in ",  "an ",  "a ",   "with ", NULL};
    for (bool again = true; again;) {
        again = false;
        for (const char *const *w = words; *w; w++)
            if (to - from > strlen(*w) && !memcmp(s + from, *w, strlen(*w))) {
                from += strlen(*w);
                again = true;
            }
    }
    return from;
}

static size_t count_capitals(const char *s, size_t from, size_t to)
{
    size_t upper = 0;
    for (size_t i = from; i < to && s[i] != ' '; i++) upper += s[i] >= 'A' && s[i] <= 'Z';
    return upper;
}

/* "Methods and Programs in Biomedicine": no comma stands between, both sides are words, not short names or dated ones.
 */
static bool is_and_of_name(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range last,
                           struct mkcv_range next)
{
    struct mkcv_when w;
    if (memchr(t->s + last.to, ',', next.from - last.to) || memchr(t->s + last.to, ';', next.from - last.to))
        return false;
    if (count_capitals(t->s, next.from, next.to) > 1 || mkcv_when_find(r->arena, t->s, last.from, last.to, &w) ||
        t->s[last.to - 1] == ')')
        return false;
    struct mkcv_tokens x = mkcv_tokens_new(r->arena, t->s, last.from, last.to),
                       y = mkcv_tokens_new(r->arena, t->s, next.from, next.to);
    bool short_last = count_capitals(t->s, x.list.at[x.list.count - 1].from, last.to) > 1;
    return !short_last && y.list.count > 2 && y.list.count < 9 && mkcv_phrase_at(&y, 0, "the") == 0;
}

/* A publisher or place behind a journal's name belongs to it. */
static bool is_publisher(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m)
{
    static const char *const names[] = {"elsevier",
                                        "springer",
                                        "springer nature",
                                        "wiley",
                                        "ieee",
                                        "acm",
                                        "sage",
                                        "mdpi",
                                        "taylor & francis",
                                        "oxford university press",
                                        "cambridge university press",
                                        "public library of science",
                                        "plos",
                                        "frontiers",
                                        "nature portfolio",
                                        "iop",
                                        "siam",
                                        "de gruyter",
                                        "world scientific",
                                        "hindawi",
                                        "emerald",
                                        "nature",
                                        NULL};
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, m.from, m.to);
    for (const char *const *n = names; *n; n++)
        if (mkcv_phrase_at(&k, 0, *n) == k.list.count) return true;
    return false;
}

/* Words of a clause before its role: "and I have also served as an". */
static size_t skip_lead(const struct mkcv_clause *c, size_t i, bool *clause)
{
    static const char *const articles[] = {"a", "an", "the", "also", "and", NULL};
    static const char *const leads[] = {
        "as",   "i",      "he",      "she",       "have",       "has",      "had",       "been",    "am",    "was",
        "is",   "im",     "ive",     "serve",     "served",     "serves",   "serving",   "act",     "acted", "acting",
        "work", "worked", "working", "currently", "previously", "formerly", "regularly", "invited", "well",  NULL};
    static const char *const posts[] = {"on", "in", "of", NULL};
    *clause = false;
    for (;; i++) {
        if (mkcv_clause_is(c, i, leads))
            *clause = true;
        else if (!mkcv_clause_is(c, i, articles))
            break;
    }
    if (mkcv_clause_is(c, i, posts) && !strcmp(mkcv_clause_word(c, i + 1), "the")) {
        *clause = true; /* "on the program committees of" */
        i += 2;
    }
    return i;
}

static const char *const agents[] = {"chair",    "chairs",       "cochair",   "cochairs",    "editor",
                                     "editors",  "coeditor",     "reviewer",  "reviewers",   "referee",
                                     "member",   "organizer",    "organiser", "subreviewer", "judge",
                                     "panelist", "metareviewer", "secretary", "coorganizer", NULL};

/* "and as a reviewer for X", "and has served as Chair for X", "and Area Chair for X": the member opens a role of its
 * own. */
static bool opens_role(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m)
{
    struct mkcv_clause c = mkcv_clause_new(r, t, m.from, m.to);
    const struct mkcv_tokens k = c.tokens;
    bool clause;
    size_t i = skip_lead(&c, 0, &clause), end = i;
    const char *p = i < k.list.count ? t->s + k.list.at[i].from : "";
    bool small = mkcv_is_lower(mkcv_utf8_next(&p));
    while (end < k.list.count && end < i + 5 && !mkcv_clause_is(&c, end, joints)) end++;
    if (end == i || end >= k.list.count) return false;
    if (!i && !small) return mkcv_clause_is(&c, end - 1, agents);
    return mkcv_role_in(r, t, (struct mkcv_range){k.list.at[i].from, k.list.at[end - 1].to});
}

/* "IEEE Transactions on Information Forensics" + "Security": an "and" of the name itself. */
static bool is_half_name(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range last,
                         struct mkcv_range next)
{
    const char *first = t->s + next.from;
    if (opens_role(r, t, next)) return false;
    if (is_and_of_name(r, t, last, next)) return true;
    if (mkcv_is_lower(mkcv_utf8_next(&first))) return false;
    if (last.to - last.from > 12 && is_publisher(r, t, next)) return true;
    static const char *const kinds[] = {"transactions",  "journal",  "letters", "conference", "workshop", "symposium",
                                        "international", "magazine", "review",  "special",    "bulletin", NULL};
    static const char *const preps[] = {"on", "of", "for", "in", "and", NULL};
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, next.from, next.to);
    struct mkcv_when w;
    size_t len;
    struct mkcv_clause before = mkcv_clause_new(r, t, last.from, last.to);
    for (size_t i = 1; i + 1 < before.tokens.list.count && i < 9; i++) /* the "of" of "Editor of" is none of the name */
        if (mkcv_clause_is(&before, i, joints) && mkcv_clause_is(&before, i - 1, agents))
            last.from = before.tokens.list.at[i + 1].from;
    if (!mkcv_range_has(r, t, last, preps) || !mkcv_range_has(r, t, last, kinds) || k.list.count > 6) return false;
    if (mkcv_phrase_find(&k, 0, k.list.count, kinds, &len) != NOWHERE ||
        mkcv_when_find(r->arena, t->s, last.from, last.to, &w))
        return false;
    return count_capitals(t->s, k.list.at[0].from, k.list.at[0].to) <= 1;
}

static struct mkcv_ranges split_venues(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t to)
{
    struct mkcv_ranges raw = mkcv_list_split(r->arena, t->s, from, to, ",;|", true), out = {.list.at = NULL};
    for (size_t i = 0; i < raw.list.count; i++) {
        struct mkcv_range m = raw.list.at[i], *last = out.list.count ? &out.list.at[out.list.count - 1] : NULL;
        if (last && is_half_name(r, t, *last, m))
            last->to = m.to;
        else
            *MKCV_PUSH(r->arena, &out.list) = m;
    }
    return out;
}

/* One venue with its years. A member that is years alone belongs to the venue before it. */
static bool add_venue(struct mkcv_reader *r, const struct mkcv_text *role, const struct mkcv_text *t,
                      struct mkcv_range m, struct mkcv_loc loc, bool first)
{
    struct mkcv_when w;
    m.from = skip_generic(r, t, m);
    m = mkcv_trim(t->s, (struct mkcv_range){skip_articles(t->s, m.from, m.to), m.to});
    if (m.from >= m.to) return false;
    bool dated = mkcv_when_find(r->arena, t->s, m.from, m.to, &w);
    struct mkcv_range left = {m.from, m.to}, right = {m.to, m.to};
    if (dated) {
        left = mkcv_trim(t->s, (struct mkcv_range){m.from, w.from});
        right = mkcv_trim(t->s, (struct mkcv_range){w.to, m.to});
    }
    if (left.from >= left.to && right.from >= right.to) {
        struct mkcv_section *s = mkcv_read_section(r, MKCV_KIND_SERVICE);
        if (first || !s->entries.count) return false;
        mkcv_role_when(r, &s->entries.at[s->entries.count - 1], &w);
        return true;
    }
    struct mkcv_text venue = mkcv_text_slice(r->arena, t, left.from, left.to);
    if (right.from < right.to) {
        struct mkcv_text more = mkcv_text_slice(r->arena, t, right.from, right.to);
        if (venue.s) mkcv_text_append(r->arena, &venue, " ", 1, NULL);
        mkcv_text_join(r->arena, &venue, &more, MKCV_ROLE_PLAIN);
    }
    mkcv_role_add(r, role, &venue, dated ? &w : NULL, loc.line ? loc : mkcv_text_loc(t, m.from));
    return true;
}

bool mkcv_roles_venues(struct mkcv_reader *r, const struct mkcv_text *role, const struct mkcv_text *t, size_t from,
                       size_t to, struct mkcv_loc loc)
{
    struct mkcv_ranges list = split_venues(r, t, from, to);
    bool any = false;
    for (size_t i = 0; i < list.list.count && i < 200; i++)
        if (add_venue(r, role, t, list.list.at[i], loc, !any)) any = true;
    return any;
}

/* --- lists of roles ---------------------------------------------------------------------------------------------- */

static const char *const denials[] = {"not",  "no",     "never",    "dont",    "wont",    "cannot",  "cant", "didnt",
                                      "wont", "unable", "declined", "decline", "stopped", "without", "nor",  NULL};

/* "I will not serve as", "I declined to serve as": denied in the words before token `i`. */
static bool is_denied(const struct mkcv_clause *c, size_t i)
{
    for (size_t k = i; k-- > 0 && k + 5 > i && c->tokens.list.at[k].word && strcmp(mkcv_clause_word(c, k), "and");)
        if (mkcv_clause_is(c, k, denials)) return true;
    return false;
}

/* The joint ("of", "for") behind a role that the member [i, end) opens with; NOWHERE: it opens none. */
static size_t find_joint(const struct mkcv_clause *c, size_t i, size_t end)
{
    for (size_t k = i + 1; k < end; k++) {
        if (!mkcv_clause_is(c, k, joints)) continue;
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

bool mkcv_roles_list(const struct mkcv_clause *c, size_t from, size_t to, struct mkcv_loc loc)
{
    struct mkcv_ranges list = split_venues(c->r, c->text, from, to);
    struct mkcv_text role = {.s = NULL};
    bool any = false, open = false;
    for (size_t k = 0; k < list.list.count && k < 200; k++) {
        struct mkcv_range m = list.list.at[k];
        bool clause;
        size_t first = mkcv_clause_token(c, m.from), end = mkcv_clause_token(c, m.to), i = skip_lead(c, first, &clause);
        if (!clause) i = first;
        if (mkcv_clause_is(c, i, denials)) return any;
        size_t joint = find_joint(c, i, end);
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
        if (add_venue(c->r, &role, c->text, m, at, !any)) any = true;
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
    while (end < c->tokens.list.count && !mkcv_clause_is(c, end, stops) && !mkcv_clause_is(c, end, joints)) end++;
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
    return mkcv_roles_venues(c->r, &role, c->text, c->tokens.list.at[i + len].from, end_list(c, i + len),
                             (struct mkcv_loc){.file = NULL});
}
