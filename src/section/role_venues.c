/* role_venues.c - the venues of a role in text: "A 2022/2023, B on X and Y, and C"; see roles.h.
 *
 * The list is cut at its commas and ands; an "and" that belongs to a name ("Methods and Programs in Biomedicine"), a
 * publisher and years stay with the venue before them. */
#include "mkcv/utf8.h"
#include "parts.h"
#include "roles.h"
#include <string.h>

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
    static const char *const words[] = {
        "the ",  "The ", "for ",   "of ",     "at ",      "various ",      "in ",      "an ",       "a ",
        "with ", "la ",  "le ",    "les ",    "l'",       "l\xe2\x80\x99", "il ",      "lo ",       "el ",
        "los ",  "las ", "revue ", "revues ", "rivista ", "riviste ",      "revista ", "revistas ", "Zeitschriften ",
        "der ",  "die ", "des ",   NULL};
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

/* A comma or its kin of whatever script stands in bytes [from, to). */
static bool has_comma(const char *s, size_t from, size_t to)
{
    static const char *const commas[] = {",", ";", "|", "、", "，", "；", "／"};
    for (size_t i = 0; i < sizeof commas / sizeof *commas; i++)
        if (memmem(s + from, to - from, commas[i], strlen(commas[i]))) return true;
    return false;
}

/* "Methods and Programs in Biomedicine": no comma stands between, both sides are words, not short names or dated ones.
 */
static bool is_and_of_name(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range last,
                           struct mkcv_range next)
{
    struct mkcv_when w;
    static const char *const joint[] = {"joint", NULL}, *const symposia[] = {"symposium", "conference", NULL};
    if (has_comma(t->s, last.to, next.from)) return false;
    if (mkcv_range_has(r, t, last, joint) && mkcv_range_has(r, t, last, symposia) &&
        mkcv_range_has(r, t, next, symposia))
        return true;
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
/* "and as a reviewer for X", "and has served as Chair for X", "and Area Chair for X": the member opens a role of its
 * own. */
static bool opens_role(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m)
{
    struct mkcv_clause c = mkcv_clause_new(r, t, m.from, m.to);
    const struct mkcv_tokens k = c.tokens;
    bool clause;
    size_t i = mkcv_role_skip_lead(&c, 0, &clause), end = i;
    const char *p = i < k.list.count ? t->s + k.list.at[i].from : "";
    bool small = mkcv_is_lower(mkcv_utf8_next(&p));
    while (end < k.list.count && end < i + 5 && !mkcv_clause_is(&c, end, mkcv_role_joints)) end++;
    if (end == i || end >= k.list.count) return false;
    if (!i && !small) return mkcv_clause_is(&c, end - 1, mkcv_role_agents);
    return mkcv_role_in(r, t, (struct mkcv_range){k.list.at[i].from, k.list.at[end - 1].to});
}

/* Behind "Systems" no "and" stands in "Systems, Man, and Cybernetics", behind "Man" one does. */
static bool leads_to_and(const char *s, size_t at)
{
    at += strspn(s + at, ", ");
    return !strncmp(s + at, "and ", 4) || !strncmp(s + at, "& ", 2);
}

/* "IEEE Transactions on Information Forensics" + "Security": an "and" of the name itself. */
static bool is_half_name(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range last,
                         struct mkcv_range next)
{
    const char *first = t->s + next.from;
    next.to = mkcv_find_outside(t->s, next.from, next.to, ":"); /* "Transactions on A and B: Special Issue on C" */
    if (opens_role(r, t, next)) return false;
    if (is_and_of_name(r, t, last, next)) return true;
    if (mkcv_is_lower(mkcv_utf8_next(&first))) return false;
    if (last.to - last.from > 12 && is_publisher(r, t, next)) return true;
    static const char *const kinds[] = {"transactions",  "journal",  "letters", "conference", "workshop", "symposium",
                                        "international", "magazine", "review",  "special",    "bulletin", NULL};
    static const char *const serials[] = {"transactions", "journal", "letters", "magazine", "review", "bulletin", NULL};
    static const char *const preps[] = {"on", "of", "for", "in", "and", NULL};
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, next.from, next.to);
    struct mkcv_when w;
    size_t len;
    struct mkcv_clause before = mkcv_clause_new(r, t, last.from, last.to);
    for (size_t i = 1; i + 1 < before.tokens.list.count && i < 9; i++) /* the "of" of "Editor of" is none of the name */
        if (mkcv_clause_is(&before, i, mkcv_role_joints) && mkcv_clause_is(&before, i - 1, mkcv_role_agents))
            last.from = before.tokens.list.at[i + 1].from;
    if (!mkcv_range_has(r, t, last, preps) || !mkcv_range_has(r, t, last, kinds) || k.list.count > 6) return false;
    bool listed = has_comma(t->s, last.to, next.from) && !leads_to_and(t->s, last.to) && !leads_to_and(t->s, next.to);
    if (listed && mkcv_range_has(r, t, last, serials)) return false; /* of an event it is the town */
    if (mkcv_phrase_find(&k, 0, k.list.count, kinds, &len) != NOWHERE ||
        mkcv_when_find(r->arena, t->s, last.from, last.to, &w))
        return false;
    return count_capitals(t->s, k.list.at[0].from, k.list.at[0].to) <= 1;
}

/* "*Syntaxe et Sens*": both halves are of one title. */
static bool is_one_title(const struct mkcv_text *t, struct mkcv_range last, struct mkcv_range next)
{
    const struct mkcv_span *span = mkcv_text_lookup(t, last.to - 1);
    return span && (span->url || (span->marks & MKCV_MARK_EMPH)) && next.from < span->at + span->len &&
           !has_comma(t->s, last.to, next.from);
}

/* "*Archive Quarterly* and": the title is over. */
static bool ends_title(const struct mkcv_text *t, struct mkcv_range last)
{
    const struct mkcv_span *first = mkcv_text_lookup(t, last.from), *span = mkcv_text_lookup(t, last.to - 1);
    return span && first == span && (span->marks & MKCV_MARK_EMPH) && span->at + span->len <= last.to + 1;
}

/* The Japanese slash separates as a comma does, which has as many bytes; the ASCII one is part of names. */
static const char *without_slashes(struct mkcv_arena *a, const char *s)
{
    if (!strstr(s, "／")) return s;
    char *out = mkcv_arena_strdup(a, s);
    for (char *p = out; (p = strstr(p, "／")) != NULL;) memcpy(p, "、", 3);
    return out;
}

struct mkcv_ranges mkcv_role_venues_split(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t to)
{
    struct mkcv_ranges raw = mkcv_list_split(r->arena, without_slashes(r->arena, t->s), from, to, ",;|", true),
                       out = {.list.at = NULL};
    for (size_t i = 0; i < raw.list.count; i++) {
        struct mkcv_range m = raw.list.at[i], *last = out.list.count ? &out.list.at[out.list.count - 1] : NULL;
        if (last && (is_one_title(t, *last, m) || (!ends_title(t, *last) && is_half_name(r, t, *last, m))))
            last->to = m.to;
        else
            *MKCV_PUSH(r->arena, &out.list) = m;
    }
    return out;
}

/* "updating its pages": what was done, not where. */
static bool is_activity(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m)
{
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, m.from, m.to);
    const char *word = k.list.count ? k.list.at[0].fold : "";
    size_t n = strlen(word);
    return n > 5 && !strcmp(word + n - 3, "ing") && t->s[m.from] >= 'a' && t->s[m.from] <= 'z';
}

/* The bracket that is open before byte `to`, or `to`. */
static size_t find_open(const char *s, size_t from, size_t to)
{
    int depth = 0;
    for (size_t at = to; at-- > from;) {
        depth += (s[at] == ')' || s[at] == ']') - (s[at] == '(' || s[at] == '[');
        if (depth < 0) return at;
    }
    return to;
}

/* "the Congress in 2019": the end without the word that leads to the date. */
static size_t cut_joint(const char *s, size_t from, size_t to)
{
    static const char *const joints[] = {" in ", " en ", " em ", " im ", " nel "};
    for (size_t i = 0; i < sizeof joints / sizeof *joints; i++) {
        size_t n = strlen(joints[i]);
        if (to > from + n && !memcmp(s + to - n, joints[i], n)) return to - n;
    }
    return to;
}

/* "annually", "every year": how often, before the years. */
static bool is_often(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m)
{
    static const char *const words[] = {"annually", "yearly", "regularly", "every", "year",
                                        "since",    "each",   "in",        NULL};
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, m.from, m.to);
    for (size_t i = 0; i < k.list.count; i++)
        if (!mkcv_phrases_at(&k, i, words)) return false;
    return k.list.count > 0;
}

/* One venue with its years. A member that is years alone belongs to the venue before it. */
bool mkcv_role_add_venue(struct mkcv_reader *r, const struct mkcv_text *role, const struct mkcv_text *t,
                         struct mkcv_range m, struct mkcv_loc loc, bool first)
{
    struct mkcv_when w;
    m = mkcv_trim(t->s, (struct mkcv_range){skip_generic(r, t, m), m.to});
    m = mkcv_trim(t->s, (struct mkcv_range){skip_articles(t->s, m.from, m.to), m.to});
    while (m.to > m.from && t->s[m.to - 1] == '!') m.to--;
    if (m.from >= m.to || is_activity(r, t, m)) return false;
    bool dated = mkcv_when_find(r->arena, t->s, m.from, m.to, &w);
    struct mkcv_range left = {m.from, m.to}, right = {m.to, m.to};
    if (dated) {
        left = mkcv_trim(t->s, (struct mkcv_range){m.from, cut_joint(t->s, m.from, w.from)});
        right = mkcv_trim(t->s, (struct mkcv_range){w.to, m.to});
    }
    if (dated && is_often(r, t, left)) left.to = left.from;
    if (left.from >= left.to && right.from >= right.to) {
        struct mkcv_section *s = mkcv_read_section(r, MKCV_KIND_SERVICE);
        if (first || !s->entries.count) return false;
        mkcv_role_when(r, &s->entries.at[s->entries.count - 1], &w);
        return true;
    }
    if (dated && left.from < left.to && (t->s[w.to] == ')' || t->s[w.to] == ']')) {
        size_t open = find_open(t->s, m.from, w.from);
        struct mkcv_range in = mkcv_trim(t->s, (struct mkcv_range){open + 1, w.from});
        if (open < w.from && in.from < in.to) { /* "A (B, 2024)": the bracket stays with the rest of it */
            left.to = in.to;
            right = (struct mkcv_range){w.to, m.to};
        }
    }
    struct mkcv_text venue = mkcv_text_slice(r->arena, t, left.from, left.to);
    if (right.from < right.to) {
        struct mkcv_text more = mkcv_text_slice(r->arena, t, right.from, right.to);
        if (venue.s && *more.s != ')' && *more.s != ']') mkcv_text_append(r->arena, &venue, " ", 1, NULL);
        mkcv_text_join(r->arena, &venue, &more, MKCV_ROLE_PLAIN);
    }
    mkcv_role_add(r, role, &venue, dated ? &w : NULL, loc.line ? loc : mkcv_text_loc(t, m.from));
    return true;
}

bool mkcv_role_venues(struct mkcv_reader *r, const struct mkcv_text *role, const struct mkcv_text *t, size_t from,
                      size_t to, struct mkcv_loc loc)
{
    struct mkcv_ranges list = mkcv_role_venues_split(r, t, from, to);
    bool any = false;
    for (size_t i = 0; i < list.list.count && i < 200; i++)
        if (mkcv_role_add_venue(r, role, t, list.list.at[i], loc, !any)) any = true;
    return any;
}
