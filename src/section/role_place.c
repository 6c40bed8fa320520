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
    static const char *const several[] = {"reviewer", "reviewers", "referee",     "review", "reviewing",
                                          "editor",   "editorial", "subreviewer", NULL},
                             *const meetings[] = {"conference", "workshop",   "symposium", "congress", "meeting",
                                                  "days",       "school",     "seminar",   "tagung",   "colloque",
                                                  "forum",      "colloquium", NULL};
    return !mkcv_range_has(r, t, role, several) || mkcv_range_has(r, t, venue, meetings);
}

bool mkcv_role_placed(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_loc loc)
{
    size_t n = mkcv_text_length(t);
    struct mkcv_ranges list = mkcv_list_split(r->arena, t->s, 0, n, ",;|", false);
    const struct mkcv_range *m = list.list.at;
    size_t count = list.list.count;
    struct mkcv_when w;
    if (count < 3 || count > 4 || !mkcv_role_in(r, t, m[0]) || mkcv_when_find(r->arena, t->s, m[0].from, m[0].to, &w))
        return false;
    if (mkcv_role_in(r, t, m[1]) || !mkcv_when_find(r->arena, t->s, m[1].from, m[1].to, &w)) return false;
    if (w.from == m[1].from || w.to != m[1].to || !is_held(r, t, m[0], m[1])) return false;
    if (!is_place(r, t, m[2], false) || (count == 4 && !is_place(r, t, m[3], true))) return false;
    struct mkcv_text role = mkcv_role_trim(r, t, m[0].from, m[0].to);
    if (!mkcv_role_add_venue(r, &role, t, m[1], loc, true)) return false;
    struct mkcv_section *s = mkcv_read_section(r, MKCV_KIND_SERVICE);
    mkcv_entry_set(r, &s->entries.at[s->entries.count - 1], MKCV_FIELD_LOCATION, t, m[2].from, m[count - 1].to);
    return true;
}
