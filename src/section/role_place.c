/* role_place.c - the town behind a venue of a line of service: "Program Chair, TIDE 2023, Malmo"; see roles.h.
 *
 * Venues are listed with commas too. What stands behind the only dated venue, alone and in words that no venue's name
 * needs, is where it was held; who reviews for several gets no town but for a meeting. */
#include "mkcv/utf8.h"
#include "parts.h"
#include "roles.h"
#include <string.h>

enum { PLACE_WORDS = 3 };

/* "Lund", "San Juan", "USA" where a town stands before it: capitals in front alone, no digits. */
static bool is_place(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m, bool country)
{
    static const char *const journals[] = {"nature",  "science", "cell",    "neuron",  "brain",  "letters",
                                           "journal", "review",  "reviews", "network", "online", "virtual",
                                           "chaos",   "member",  "session", "track",   NULL};
    static const char *const countries[] = {"usa", "uk", "uae", "us", NULL};
    struct mkcv_clause c = mkcv_clause_new(r, t, m.from, m.to);
    size_t n = c.tokens.list.count;
    if (!n || n > PLACE_WORDS || mkcv_role_in(r, t, m) || mkcv_range_has(r, t, m, journals)) return false;
    if (country && n == 1 && mkcv_clause_is(&c, 0, countries)) return true;
    for (size_t i = m.from + 1; i < m.to; i++) {
        bool upper = mkcv_is_upper((unsigned char)t->s[i]), digit = mkcv_is_digit((unsigned char)t->s[i]);
        if (digit || t->s[i] == '(' || t->s[i] == ':' || (upper && !strchr(" -", t->s[i - 1]))) return false;
    }
    for (size_t i = 0; i < n; i++)
        if (!mkcv_clause_is_capital(&c, i)) return false;
    return !mkcv_is_org(r->arena, t->s, m.from, m.to);
}

/* Only a meeting is held somewhere: its chair's, its organiser's, or one that says so. */
static bool is_held(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range role, struct mkcv_range venue)
{
    static const char *const several[] = {"reviewer",  "reviewers",   "referee", "review", "reviewing", "editor",
                                          "editorial", "subreviewer", "session", "track",  NULL},
                             *const meetings[] = {"conference", "workshop",   "symposium", "congress", "meeting",
                                                  "days",       "school",     "seminar",   "tagung",   "colloque",
                                                  "forum",      "colloquium", NULL};
    return !mkcv_range_has(r, t, role, several) || mkcv_range_has(r, t, venue, meetings);
}

/* "TIDE 2023" and "TIDE", "2023": the venue with its year at its end, both in one range. The member behind it; 0 none.
 */
static size_t read_venue(struct mkcv_reader *r, const struct mkcv_text *t, const struct mkcv_ranges *list,
                         struct mkcv_range *venue)
{
    struct mkcv_when w;
    *venue = list->list.at[1];
    if (!mkcv_when_find(r->arena, t->s, venue->from, venue->to, &w)) {
        if (list->list.count < 4) return 0;
        struct mkcv_range years = list->list.at[2];
        if (!mkcv_when_read(r->arena, t->s, years.from, years.to, &w) || w.to != years.to) return 0;
        venue->to = years.to;
        return 3;
    }
    return w.from > venue->from && w.to == venue->to ? 2 : 0;
}

bool mkcv_role_placed(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_loc loc)
{
    struct mkcv_ranges list = mkcv_list_split(r->arena, t->s, 0, mkcv_text_length(t), ",;|", false);
    const struct mkcv_range *m = list.list.at;
    struct mkcv_range venue;
    struct mkcv_when w;
    size_t count = list.list.count;
    if (count < 3 || count > 5 || !mkcv_role_in(r, t, m[0]) || mkcv_when_find(r->arena, t->s, m[0].from, m[0].to, &w))
        return false;
    size_t town = read_venue(r, t, &list, &venue);
    if (!town || count - town > 2 || count == town || mkcv_role_in(r, t, m[1]) || !is_held(r, t, m[0], venue))
        return false;
    if (!is_place(r, t, m[town], false) || (count > town + 1 && !is_place(r, t, m[town + 1], true))) return false;
    struct mkcv_text role = mkcv_role_trim(r, t, m[0].from, m[0].to);
    if (!mkcv_role_add_venue(r, &role, t, venue, loc, true)) return false;
    struct mkcv_section *s = mkcv_read_section(r, MKCV_KIND_SERVICE);
    mkcv_entry_set(r, &s->entries.at[s->entries.count - 1], MKCV_FIELD_LOCATION, t, m[town].from, m[count - 1].to);
    return true;
}
