/* roles.h - roles of service and their venues in text. */
#ifndef MKCV_SECTION_ROLES_H
#define MKCV_SECTION_ROLES_H
#include "mkcv/clause.h"

/* A word of service roles stands in the range. */
bool mkcv_role_in(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range);
/* Adds an entry of a role and venue. `w` may be NULL. */
void mkcv_role_add(struct mkcv_reader *r, const struct mkcv_text *role, const struct mkcv_text *venue,
                   const struct mkcv_when *w, struct mkcv_loc loc);
/* Gives an entry its years; single ones go to `dates`. */
void mkcv_role_when(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_when *w);
bool mkcv_role_is_dated(const struct mkcv_entry *e);
/* "A 2022/2023, B, and C": an entry each. False when there is none. */
bool mkcv_roles_venues(struct mkcv_reader *r, const struct mkcv_text *role, const struct mkcv_text *t, size_t from,
                       size_t to, struct mkcv_loc loc);
/* "the ROLE of A and B, the ROLE2 of C" in bytes [from, to). */
bool mkcv_roles_list(const struct mkcv_clause *c, size_t from, size_t to, struct mkcv_loc loc);
/* A sentence that says that the owner serves or served. */
bool mkcv_roles_sentence(const struct mkcv_clause *c);
#endif
