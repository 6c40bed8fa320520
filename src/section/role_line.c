/* role_line.c - one line of a list of service; see roles.h.
 *
 * ROLE: venues | ROLE of venues | ROLE, venues | venue (ROLE) | venue ROLE year | year: any of these | venues under a
 * heading that says the role. Each is tried in turn; the first that leaves a role and a venue is it. */
#include "mkcv/section.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include "roles.h"
#include <string.h>

#define LINE_BYTES 240 /* a longer line with the role in its midst is a sentence */

struct mkcv_text mkcv_role_trim(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t to)
{
    struct mkcv_range cut = mkcv_trim(t->s, (struct mkcv_range){from, to});
    return mkcv_text_slice(r->arena, t, cut.from, cut.to);
}

static struct mkcv_range whole(const struct mkcv_text *t) { return (struct mkcv_range){0, mkcv_text_length(t)}; }

/* A heading that says a role: "Committees & Networks" and a heading over several lines say none. */
static bool is_role_heading(struct mkcv_reader *r, const struct mkcv_text *t)
{
    if (!t->s || !mkcv_role_in(r, t, whole(t)) || strstr(t->s, "\xe2\x80\xa8")) return false;
    struct mkcv_range found = mkcv_role_find(r, t, whole(t));
    return mkcv_role_of_candidates(r, t) || found.to - found.from != 10 ||
           strncasecmp(t->s + found.from, "committees", 10) != 0;
}

/* "査読歴（近年・抜粋）": the role without a remark in brackets behind it. */
static struct mkcv_text without_remark(struct mkcv_reader *r, const struct mkcv_text *t)
{
    size_t n = mkcv_text_length(t);
    const char *open = strstr(t->s, "（"), *ascii = memchr(t->s, '(', n);
    if (!open) open = ascii;
    bool closed = n > 3 && (t->s[n - 1] == ')' || !memcmp(t->s + n - 3, "）", 3));
    if (!open || open == t->s || !closed || mkcv_role_in(r, t, (struct mkcv_range){(size_t)(open - t->s), n}))
        return *t;
    return mkcv_role_trim(r, t, 0, (size_t)(open - t->s));
}

/* The role that the heading or the groups above the item say. */
static struct mkcv_text role_above(struct mkcv_reader *r)
{
    for (size_t i = r->groups.count; i-- > 0;) {
        const struct mkcv_text *g = &r->groups.at[i];
        if (is_role_heading(r, g)) return without_remark(r, g);
    }
    if (mkcv_text_length(&r->lead) < 80 && is_role_heading(r, &r->lead)) return without_remark(r, &r->lead);
    if (is_role_heading(r, &r->heading)) return without_remark(r, &r->heading);
    return (struct mkcv_text){.s = NULL};
}

/* "(Senior Reviewer 2024, Area Chair 2025)": each role of a bracket with its years, at one venue. */
static bool read_roles_of(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range in,
                          const struct mkcv_text *venue, struct mkcv_loc loc)
{
    struct mkcv_ranges list = mkcv_list_split(r->arena, t->s, in.from, in.to, ",;", false);
    bool any = false;
    for (size_t i = 0; i < list.list.count && i < 20; i++) {
        struct mkcv_range m = list.list.at[i];
        struct mkcv_when w;
        bool dated = mkcv_when_find(r->arena, t->s, m.from, m.to, &w);
        struct mkcv_text role = mkcv_role_trim(r, t, m.from, dated && w.from > m.from ? w.from : m.to);
        if (dated && any && w.from == m.from) { /* further years */
            struct mkcv_section *s = mkcv_read_section(r, MKCV_KIND_SERVICE);
            mkcv_role_when(r, &s->entries.at[s->entries.count - 1], &w);
            continue;
        }
        size_t n = mkcv_text_length(&role);
        if (n > 4 && !memcmp(role.s + n - 4, " for", 4)) role = mkcv_role_trim(r, &role, 0, n - 4);
        if (n > 3 && !memcmp(role.s + n - 3, " in", 3)) role = mkcv_role_trim(r, &role, 0, n - 3);
        if (!role.s || !mkcv_role_in(r, &role, whole(&role))) continue;
        mkcv_role_add(r, &role, venue, dated ? &w : NULL, loc);
        any = true;
    }
    return any;
}

/* "V (ROLE)": the bracket that is a role; where it names one alone the venues before it may be several. */
static bool read_bracket(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_loc loc)
{
    size_t n = mkcv_text_length(t);
    for (size_t at = 0; at < n; at++) {
        if (t->s[at] != '(') continue;
        const char *close = memchr(t->s + at, ')', n - at);
        if (!close) return false;
        struct mkcv_range in = {at + 1, (size_t)(close - t->s)};
        struct mkcv_when w;
        if (!mkcv_role_in(r, t, in)) continue;
        struct mkcv_text role = mkcv_role_trim(r, t, in.from, in.to), venue = mkcv_role_trim(r, t, 0, at);
        if (venue.s && mkcv_when_find(r->arena, t->s, in.from, in.to, &w)) return read_roles_of(r, t, in, &venue, loc);
        return mkcv_role_venues(r, &role, t, 0, at, loc);
    }
    return false;
}

/* "Full Venue (ABBR): 2021-2025, 2026 (Area Chair)": years of the venue, some of another role. */
static bool read_years(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range venue, size_t from,
                       struct mkcv_loc loc)
{
    size_t n = mkcv_text_length(t);
    struct mkcv_text usual = role_above(r), name = mkcv_role_trim(r, t, venue.from, venue.to);
    bool any = false;
    for (size_t at = from; at < n;) {
        struct mkcv_when w;
        if (!mkcv_when_find(r->arena, t->s, at, n, &w)) break;
        size_t next = w.to;
        while (next < n && t->s[next] == ' ') next++;
        struct mkcv_text role = usual;
        if (next < n && t->s[next] == '(') {
            const char *close = memchr(t->s + next, ')', n - next);
            size_t end = close ? (size_t)(close - t->s) : n;
            if (mkcv_role_in(r, t, (struct mkcv_range){next + 1, end})) {
                /* of a list of years the bracket qualifies the last member alone */
                const char *comma = memrchr(t->s + w.from, ',', w.to - w.from);
                struct mkcv_when before, last;
                size_t cut = comma ? (size_t)(comma - t->s) : 0, after = cut + 1;
                while (comma && t->s[after] == ' ') after++;
                if (comma && mkcv_when_read(r->arena, t->s, w.from, cut, &before) &&
                    mkcv_when_read(r->arena, t->s, after, w.to, &last)) {
                    mkcv_role_add(r, &usual, &name, &before, loc);
                    w = last;
                }
                role = mkcv_role_trim(r, t, next + 1, end);
            }
            next = end;
        }
        mkcv_role_add(r, &role, &name, &w, loc);
        any = true;
        at = next > at ? next : at + 1;
    }
    return any;
}

/* A date that the text opens with, and the byte where the rest begins; 0 when it opens with none. */
static size_t skip_date(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_when *w)
{
    size_t n = mkcv_text_length(t), from = 0;
    while (from < n && strchr(" [(*", t->s[from])) from++;
    if (!mkcv_when_read(r->arena, t->s, from, n, w)) return 0;
    size_t past = w->to;
    while (past < n && strchr(" ])*", t->s[past])) past++;
    const char *p = t->s + past;
    uint32_t c = mkcv_utf8_next(&p);
    if (past >= n || (c < 0x80 && !strchr(":|,-.", (int)c) && past == w->to)) return 0;
    struct mkcv_range rest = mkcv_trim(t->s, (struct mkcv_range){past, n});
    return rest.from < rest.to ? rest.from : 0;
}

static bool is_all_dates(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range)
{
    struct mkcv_when w;
    return mkcv_when_read(r->arena, t->s, range.from, range.to, &w) &&
           (w.to + 1 >= range.to || t->s[w.to] == ' ' || t->s[w.to] == '(' || t->s[w.to] == ',');
}

/* "2025: Reviewer for V": the entries of the rest are of that year. */
static bool read_dated(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_loc loc)
{
    struct mkcv_when w;
    size_t from = skip_date(r, t, &w);
    if (!from) return false;
    struct mkcv_text rest = mkcv_text_slice(r->arena, t, from, mkcv_text_length(t));
    size_t before = mkcv_read_section(r, MKCV_KIND_SERVICE)->entries.count;
    if (!mkcv_roles_line(r, &rest, loc)) return false;
    struct mkcv_section *s = mkcv_read_section(r, MKCV_KIND_SERVICE);
    for (size_t i = before; i < s->entries.count; i++)
        if (!mkcv_role_is_dated(&s->entries.at[i])) mkcv_role_when(r, &s->entries.at[i], &w);
    return true;
}

static bool read_inside(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_loc loc);

/* A role, its joint and the capital of a venue's name: what the colon follows is no role alone. */
static bool names_venue(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m)
{
    static const char *const kinds[] = {"conferences", "journals",      "conference", "journal", "workshops", "program",
                                        "programme",   "international", "top",        "the",     NULL};
    struct mkcv_clause c = mkcv_clause_new(r, t, m.from, m.to);
    for (size_t i = 1; i + 1 < c.tokens.list.count; i++)
        if (mkcv_clause_is(&c, i, mkcv_role_joints) && mkcv_clause_is(&c, i - 1, mkcv_role_agents))
            return mkcv_clause_is_capital(&c, i + 1) && !mkcv_range_has(r, t, m, mkcv_role_bodies) &&
                   (i + 2 < c.tokens.list.count || !mkcv_clause_is(&c, i + 1, kinds));
    return false;
}

/* "Organizer of the Tide Colloquium: "Shores of Sand", Larvik, 2016": the title of the event goes with it. */
static bool read_titled(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range left,
                        struct mkcv_range right, struct mkcv_loc loc)
{
    static const char *const quotes[] = {"\"", "\xe2\x80\x9c", "\xe2\x80\x9e", "\xc2\xab", "\xe2\x80\xa8"};
    struct mkcv_clause c = mkcv_clause_new(r, t, left.from, left.to);
    size_t joint = 1;
    bool quoted = false;
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
        quoted = quoted || !strncmp(t->s + right.from, quotes[i], strlen(quotes[i]));
    while (joint < c.tokens.list.count && !mkcv_clause_is(&c, joint, mkcv_role_joints)) joint++;
    if (!quoted || joint + 1 >= c.tokens.list.count || mkcv_role_in(r, t, right)) return false;
    struct mkcv_text role = mkcv_role_trim(r, t, left.from, c.tokens.list.at[joint].from);
    if (!role.s || !mkcv_role_in(r, &role, whole(&role))) return false;
    if (!mkcv_role_add_venue(r, &role, t, (struct mkcv_range){c.tokens.list.at[joint].to, left.to}, loc, true))
        return false;
    struct mkcv_section *s = mkcv_read_section(r, MKCV_KIND_SERVICE);
    struct mkcv_entry *e = &s->entries.at[s->entries.count - 1];
    struct mkcv_when w;
    bool dated = mkcv_when_find(r->arena, t->s, right.from, right.to, &w);
    if (dated && !mkcv_role_is_dated(e)) mkcv_role_when(r, e, &w);
    if (dated && w.to + 2 >= right.to) right.to = w.from;
    mkcv_entry_set(r, e, MKCV_FIELD_SUMMARY, t, right.from, right.to);
    return true;
}

/* "Reviewer — V 2025, W": a dash behind a role alone; its byte, or the text's end. */
static size_t find_dash(struct mkcv_reader *r, const struct mkcv_text *t)
{
    enum { ROLE_BYTES = 40 };
    static const char *const dashes[] = {" \xe2\x80\x94 ", " \xe2\x80\x93 ", NULL};
    for (const char *const *d = dashes; *d; d++) {
        const char *at = strstr(t->s, *d);
        size_t left = at ? (size_t)(at - t->s) : 0;
        if (left && left < ROLE_BYTES && !memchr(t->s, ',', left) && mkcv_role_in(r, t, (struct mkcv_range){0, left}))
            return left + 1;
    }
    return mkcv_text_length(t);
}

static bool read_colon(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_loc loc)
{
    size_t n = mkcv_text_length(t), colon = mkcv_find_outside(t->s, 0, n, ":");
    if (colon >= n) colon = find_dash(r, t);
    if (colon >= n || !strncmp(t->s + colon, "://", 3)) return false;
    size_t past = colon + ((unsigned char)t->s[colon] >= 0x80 ? 3 : 1);
    struct mkcv_range left = mkcv_trim(t->s, (struct mkcv_range){0, colon}),
                      right = mkcv_trim(t->s, (struct mkcv_range){past, n});
    if (right.from >= right.to || left.from >= left.to) return false;
    if (mkcv_role_in(r, t, left)) {
        if (read_titled(r, t, left, right, loc)) return true;
        if (mkcv_find_outside(t->s, left.from, left.to, ",|") < left.to) return false; /* "ROLE, V: 2024-2025" */
        if (names_venue(r, t, left)) return false;                                     /* "ROLE for V: Series C" */
        struct mkcv_text label = mkcv_text_slice(r->arena, t, left.from, left.to), role = mkcv_role_singular(r, &label),
                         rest = mkcv_text_slice(r->arena, t, right.from, right.to);
        bool own = mkcv_range_has(r, &role, whole(&role), mkcv_role_bodies) &&
                   read_inside(r, &rest, loc); /* "Board: V Editor" */
        return own || mkcv_role_venues(r, &role, t, right.from, right.to, loc);
    }
    if (is_all_dates(r, t, right)) return read_years(r, t, left, right.from, loc);
    struct mkcv_text role = role_above(r); /* "Conferences: ICML, NeurIPS" under a heading "Reviewer" */
    return role.s && left.to - left.from < 40 && !mkcv_range_has(r, t, left, mkcv_role_joints) &&
           mkcv_role_venues(r, &role, t, right.from, right.to, loc);
}

/* --- a role in the midst ------------------------------------------------------------------------------------------ */

static bool is_sentence(struct mkcv_reader *r, const struct mkcv_text *t)
{
    static const char *const verbs[] = {"is", "are", "was", "were",   "will", "has", "have", "i",
                                        "he", "she", "we",  "please", "my",   "you", "our",  NULL};
    return mkcv_text_length(t) > LINE_BYTES || mkcv_range_has(r, t, whole(t), verbs);
}

/* A member "V ROLE 2024" or "ROLE V 2024" without its role. */
static struct mkcv_text venue_without(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m,
                                      struct mkcv_range role)
{
    struct mkcv_text venue = mkcv_role_trim(r, t, m.from, role.from), rest = mkcv_role_trim(r, t, role.to, m.to);
    if (!venue.s || !rest.s) return venue.s ? venue : rest;
    mkcv_text_append(r->arena, &venue, " ", 1, NULL);
    mkcv_text_join(r->arena, &venue, &rest, MKCV_ROLE_PLAIN);
    return venue;
}

static bool read_inside(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_loc loc)
{
    if (is_sentence(r, t)) return false;
    struct mkcv_ranges list = mkcv_role_venues_split(r, t, 0, mkcv_text_length(t));
    struct mkcv_text role = {.s = NULL};
    bool any = false;
    for (size_t i = 0; i < list.list.count && i < 100; i++) {
        struct mkcv_range m = list.list.at[i], found = mkcv_role_find(r, t, m);
        if (found.from < found.to) role = mkcv_role_trim(r, t, found.from, found.to);
        struct mkcv_text venue =
            found.from < found.to ? venue_without(r, t, m, found) : mkcv_role_trim(r, t, m.from, m.to);
        if (!role.s || !venue.s || is_all_dates(r, &venue, whole(&venue))) {
            if (!any) return false;
            mkcv_role_add_venue(r, &role, t, m, loc, false); /* further years */
            continue;
        }
        if (mkcv_role_add_venue(r, &role, &venue, whole(&venue), loc, true)) any = true;
    }
    return any;
}

/* "A (area chair), B" under a role: a member's own role stands behind it. */
static bool read_members_own(struct mkcv_reader *r, const struct mkcv_text *t, const struct mkcv_text *above,
                             struct mkcv_loc loc)
{
    struct mkcv_ranges list = mkcv_role_venues_split(r, t, 0, mkcv_text_length(t));
    size_t own = 0, count = list.list.count;
    struct mkcv_range in[32];
    for (size_t i = 0; i < count && count <= 32; i++) {
        struct mkcv_range m = list.list.at[i];
        const char *open = t->s[m.to - 1] == ')' ? memrchr(t->s + m.from, '(', m.to - m.from) : NULL;
        in[i] = open ? (struct mkcv_range){(size_t)(open - t->s) + 1, m.to - 1} : (struct mkcv_range){m.to, m.to};
        if (mkcv_role_in(r, t, (struct mkcv_range){m.from, open ? in[i].from - 1 : m.to})) return false;
        if (open && mkcv_role_in(r, t, in[i]))
            own++;
        else
            in[i] = (struct mkcv_range){m.to, m.to};
    }
    if (!own || count < 2 || count > 32) return false;
    struct mkcv_text usual = mkcv_role_singular(r, above);
    for (size_t i = 0; i < count; i++) {
        struct mkcv_range m = list.list.at[i];
        struct mkcv_text role = in[i].from < in[i].to ? mkcv_role_trim(r, t, in[i].from, in[i].to) : usual;
        if (in[i].from < in[i].to) m.to = in[i].from - 1;
        mkcv_role_add_venue(r, &role, t, m, loc, i == 0);
    }
    return true;
}

/* --- the line ----------------------------------------------------------------------------------------------------- */

static bool read_alone(struct mkcv_reader *r, const struct mkcv_text *t, const struct mkcv_block *item,
                       struct mkcv_loc loc)
{
    struct mkcv_text above = role_above(r);
    struct mkcv_clause c = mkcv_clause_new(r, t, 0, mkcv_text_length(t));
    if (above.s && mkcv_role_of_candidates(r, &above) && mkcv_role_candidate(r, t, &above, loc)) return true;
    if (mkcv_role_placed(r, t, loc) || read_dated(r, t, loc) || read_colon(r, t, loc) ||
        mkcv_role_member(r, t, item, loc))
        return true;
    if (above.s && read_members_own(r, t, &above, loc)) return true;
    if (mkcv_roles_native(r, t, loc)) return true;
    if (mkcv_roles_list(&c, 0, c.to, loc) || read_bracket(r, t, loc) || read_inside(r, t, loc)) return true;
    if (item && !is_sentence(r, t) && mkcv_role_body(r, t, loc)) return true;
    if (!above.s || mkcv_role_in(r, t, whole(t))) return false;
    above = mkcv_role_singular(r, &above);
    return mkcv_role_venues(r, &above, t, 0, c.to, loc);
}

/* "(with A and B)": the bracket; empty when there is none. *names: where the people begin. */
static struct mkcv_range find_companions(const struct mkcv_text *t, size_t *names)
{
    static const char *const leads[] = {"(with ", "(jointly with ", "(joint with ", "(together with ", NULL};
    for (const char *const *l = leads; *l; l++) {
        const char *open = strcasestr(t->s, *l), *close = open ? strchr(open, ')') : NULL;
        if (!close) continue;
        *names = (size_t)(open - t->s) + strlen(*l);
        return (struct mkcv_range){(size_t)(open - t->s), (size_t)(close - t->s) + 1};
    }
    return (struct mkcv_range){0, 0};
}

/* A line as one would say it alone; people in brackets share the roles. */
static bool read_line(struct mkcv_reader *r, const struct mkcv_text *t, const struct mkcv_block *item,
                      struct mkcv_loc loc)
{
    size_t names = 0, n = mkcv_text_length(t);
    struct mkcv_range with = find_companions(t, &names);
    struct mkcv_entry people = {.kind = MKCV_KIND_SERVICE};
    if (with.to <= with.from || mkcv_people_read(r, &people, t, names, with.to - 1, MKCV_REL_WITH) == names)
        return read_alone(r, t, item, loc);
    struct mkcv_range before = mkcv_trim(t->s, (struct mkcv_range){0, with.from});
    struct mkcv_text line = mkcv_text_slice(r->arena, t, 0, before.to);
    if (with.to < n) {
        struct mkcv_text rest = mkcv_text_slice(r->arena, t, with.to, n);
        if (t->s[with.to] == ' ') mkcv_text_append(r->arena, &line, " ", 1, NULL);
        mkcv_text_join(r->arena, &line, &rest, MKCV_ROLE_PLAIN);
    }
    struct mkcv_section *s = mkcv_read_section(r, MKCV_KIND_SERVICE);
    size_t made = s->entries.count;
    if (mkcv_text_is_empty(&line) || !read_alone(r, &line, item, loc)) return false;
    for (s = mkcv_read_section(r, MKCV_KIND_SERVICE); made < s->entries.count; made++)
        for (size_t i = 0; i < people.people.count; i++)
            *MKCV_PUSH(r->arena, &s->entries.at[made].people) = people.people.at[i];
    return true;
}

/* Pictures of text ("🔻") before what it says. */
static size_t skip_symbols(const char *s, size_t from, size_t to)
{
    while (from < to) {
        const char *p = s + from;
        uint32_t c = mkcv_utf8_next(&p);
        bool symbol = mkcv_is_space(c) || (c >= 0x2190 && c < 0x2c00) || c == 0xfe0f || c >= 0x1f000;
        if (!symbol) break;
        from = (size_t)(p - s);
    }
    return from;
}

/* Two or three members that all begin with a capital are names. */
static bool are_names(const struct mkcv_text *t, const struct mkcv_ranges *list)
{
    for (size_t i = 0; i < list->list.count; i++) {
        const char *p = t->s + list->list.at[i].from;
        if (!mkcv_is_upper(mkcv_utf8_next(&p))) return false;
    }
    return list->list.count > 1;
}

bool mkcv_roles_run(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_loc loc)
{
    static const char *const verbs[] = {"is",  "are",   "was",    "were", "will",   "has", "have",
                                        "i",   "he",    "she",    "we",   "please", "my",  "you",
                                        "our", "serve", "served", "です", "ます",   "。",  NULL};
    struct mkcv_text above = role_above(r);
    size_t n = mkcv_text_length(t);
    if (!above.s || mkcv_role_in(r, t, whole(t)) || mkcv_range_has(r, t, whole(t), verbs)) return false;
    struct mkcv_ranges list = mkcv_role_venues_split(r, t, 0, n);
    if (n / list.list.count > 70 || (list.list.count < 4 && !are_names(t, &list))) return false;
    above = mkcv_role_singular(r, &above);
    return mkcv_role_venues(r, &above, t, 0, n, loc);
}

static bool is_strong(const struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; i++)
        if (!(t->spans.at[i].marks & MKCV_MARK_STRONG)) return false;
    return t->spans.count > 0;
}

/* A line that is a role alone stands over the lines that follow. */
static bool opens_lines(struct mkcv_reader *r, const struct mkcv_text *line)
{
    struct mkcv_when w;
    size_t n = mkcv_text_length(line);
    if (n > 80 || mkcv_when_find(r->arena, line->s, 0, n, &w) || !mkcv_role_in(r, line, whole(line))) return false;
    return is_strong(line) || line->s[n - 1] == ':';
}

/* Lines with forced breaks between: roles alone, each over the lines of its venues; or a line for itself. */
static bool read_lines(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_loc loc)
{
    bool any = false;
    size_t n = mkcv_text_length(t), groups = r->groups.count;
    for (size_t from = 0, end; from < n; from = end + 3) {
        const char *at = strstr(t->s + from, "\xe2\x80\xa8");
        end = at ? (size_t)(at - t->s) : n;
        struct mkcv_text line = mkcv_text_slice(r->arena, t, skip_symbols(t->s, from, end), end);
        if (mkcv_text_is_empty(&line)) continue;
        if (opens_lines(r, &line)) {
            r->groups.count = groups;
            *MKCV_PUSH(r->arena, &r->groups) = mkcv_role_trim(r, &line, 0, mkcv_text_length(&line));
        } else if (read_line(r, &line, NULL, loc.line ? loc : mkcv_text_loc(&line, 0)))
            any = true;
        else
            mkcv_item_rest(r, &line);
    }
    r->groups.count = groups;
    if (!any) r->rest = (struct mkcv_text){.s = NULL};
    return any;
}

bool mkcv_roles_line(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_loc loc)
{
    return read_line(r, t, NULL, loc);
}

bool mkcv_roles_item(struct mkcv_reader *r, const struct mkcv_text *t, const struct mkcv_block *item,
                     struct mkcv_loc loc)
{
    if (!strstr(t->s, "\xe2\x80\xa8")) return read_line(r, t, item, loc);
    size_t n = mkcv_text_length(t), colon = mkcv_find_outside(t->s, 0, n, ":");
    bool titled =
        colon < n && colon < 120 && !memmem(t->s, colon, "\xe2\x80\xa8", 3) && !is_strong(t) &&
        read_titled(r, t, (struct mkcv_range){0, colon}, mkcv_trim(t->s, (struct mkcv_range){colon + 1, n}), loc);
    return titled || read_lines(r, t, loc);
}
