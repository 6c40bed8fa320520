/* roles.h - roles of service and their venues in text. */
#ifndef MKCV_SECTION_ROLES_H
#define MKCV_SECTION_ROLES_H
#include "mkcv/clause.h"

/* --- role.c ------------------------------------------------------------------------------------------------------- */

/* Words between a role and its venue ("of", "for"), and those that head one ("chair", "reviewer"); folded,
 * NULL-terminated. */
extern const char *const mkcv_role_joints[], *const mkcv_role_agents[];
/* A word of service roles stands in the range. */
bool mkcv_role_in(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range);
/* The first run of words in the range that names a role ("Workshop General Co-Chair", "Senior PC"); empty when none
 * does. */
struct mkcv_range mkcv_role_find(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range);
/* The token behind the words of a clause before its role, "and I have also served as an". *clause: there was a verb. */
size_t mkcv_role_skip_lead(const struct mkcv_clause *c, size_t i, bool *clause);
/* Adds an entry of a role and venue. `w` may be NULL. */
void mkcv_role_add(struct mkcv_reader *r, const struct mkcv_text *role, const struct mkcv_text *venue,
                   const struct mkcv_when *w, struct mkcv_loc loc);
/* Gives an entry its years; single ones go to `dates`. */
void mkcv_role_when(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_when *w);
bool mkcv_role_is_dated(const struct mkcv_entry *e);

/* --- role_venues.c ------------------------------------------------------------------------------------------------ */

/* The members of a list of venues, names that hold an "and" or a publisher kept whole. */
struct mkcv_ranges mkcv_role_venues_split(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t to);
/* One venue with its years. A member that is years alone belongs to the venue before it, unless it is the `first`. */
bool mkcv_role_add_venue(struct mkcv_reader *r, const struct mkcv_text *role, const struct mkcv_text *t,
                         struct mkcv_range m, struct mkcv_loc loc, bool first);
/* "A 2022/2023, B, and C": an entry each. False when there is none. */
bool mkcv_role_venues(struct mkcv_reader *r, const struct mkcv_text *role, const struct mkcv_text *t, size_t from,
                      size_t to, struct mkcv_loc loc);

/* --- role_line.c ---------------------------------------------------------------------------------------------------
 */

/* Bytes [from, to) of a text, list punctuation cut off. */
struct mkcv_text mkcv_role_trim(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t to);
/* One line of a list of service, of whatever shape; false when it states no role, or no venue. */
bool mkcv_roles_line(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_loc loc);
/* The same of a whole item, which may be several lines, or a membership instead. */
bool mkcv_roles_item(struct mkcv_reader *r, const struct mkcv_text *t, const struct mkcv_block *item,
                     struct mkcv_loc loc);

/* role_place.c. "ROLE, VENUE 2022, TOWN (, COUNTRY)": the town is the venue's. False for other lines. */
bool mkcv_role_placed(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_loc loc);

/* --- role_committee.c --------------------------------------------------------------------------------------------- */

/* Words of committees, boards and their kin. */
extern const char *const mkcv_role_bodies[];
/* A committee for a candidate: the line names one, who is not cut at commas. */
bool mkcv_role_of_candidates(struct mkcv_reader *r, const struct mkcv_text *t);
/* "Thesis Committees" and "Refereeing" as the role of one. */
struct mkcv_text mkcv_role_singular(struct mkcv_reader *r, const struct mkcv_text *t);
/* Lines that say a candidate's committee under such a heading, that open with "Member of", or that name a body alone;
 * false when they are something else. `item` may be NULL. */
bool mkcv_role_candidate(struct mkcv_reader *r, const struct mkcv_text *t, const struct mkcv_text *above,
                         struct mkcv_loc loc);
bool mkcv_role_member(struct mkcv_reader *r, const struct mkcv_text *t, const struct mkcv_block *item,
                      struct mkcv_loc loc);
bool mkcv_role_body(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_loc loc);

/* --- role_han.c --------------------------------------------------------------------------------------------------- */

/* A line whose role stands at its end, in Chinese, Japanese or Korean; false when none does. */
bool mkcv_roles_native(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_loc loc);

/* --- role_line.c, continued --------------------------------------------------------------------------------------- */

/* A paragraph that lists venues under a role ("A／B／C"); false when it is running text or nothing above says a role.
 */
bool mkcv_roles_run(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_loc loc);

/* --- roles.c ------------------------------------------------------------------------------------------------------ */

/* "the ROLE of A and B, the ROLE2 of C" in bytes [from, to). */
bool mkcv_roles_list(const struct mkcv_clause *c, size_t from, size_t to, struct mkcv_loc loc);
/* What a joint before token `i` leaves within the role: "comité de rédaction". */
bool mkcv_role_goes_on(const struct mkcv_clause *c, size_t i);
/* roles_done.c: "I co-chair the X", "we organised the Y", "I have reviewed papers for A and B": a role told by what its
 * holder did, with its verb at token `i`. The token behind it, or `i`. Roles from `first` on are not told again. */
size_t mkcv_roles_done(const struct mkcv_clause *c, size_t i, size_t first);
/* A sentence that says that the owner serves or served. */
bool mkcv_roles_sentence(const struct mkcv_clause *c);
#endif
