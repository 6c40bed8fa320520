/* part.h - the small parts of which forms build their nodes: texts joined so that what is missing takes its punctuation
 * with it, fields in their roles, people, details. */
#ifndef MKCV_COMPOSE_PART_H
#define MKCV_COMPOSE_PART_H
#include "language.h"
#include "mkcv/compose.h"

/* Appends a node of the kind. Its address is valid until the next. */
struct mkcv_flow_node *mkcv_part_node(struct mkcv_composer *c, enum mkcv_flow_kind kind, struct mkcv_loc loc);
/* The last node tells of the entry. */
void mkcv_part_origin(struct mkcv_composer *c, const struct mkcv_entry *e);
/* The same of all these. */
void mkcv_part_origins(struct mkcv_composer *c, const struct mkcv_entry *const *entries, size_t count);
/* A heading; those with nothing under them are taken out at the end. Level 1 section, 2 group, 3 subgroup. */
void mkcv_part_heading(struct mkcv_composer *c, const char *title, int level, struct mkcv_loc loc);

/* True after a full stop, question mark and the like, a closing quote after them included. */
bool mkcv_part_ends_sentence(const struct mkcv_text *t);
/* Appends `more`, with `separator` before it when there is something on both sides. A separator's full stop is dropped
 * after a mark that ends a sentence. The separator takes `role`. */
void mkcv_part_join(struct mkcv_composer *c, struct mkcv_text *t, const char *separator, enum mkcv_role role,
                    const struct mkcv_text *more);
/* The same for a string in `role`; NULL and "" are missing. */
void mkcv_part_put(struct mkcv_composer *c, struct mkcv_text *t, const char *separator, const char *more,
                   enum mkcv_role role);
/* The same for a string with a link (NULL: none). */
void mkcv_part_link(struct mkcv_composer *c, struct mkcv_text *t, const char *separator, const char *more,
                    enum mkcv_role role, const char *url);

/* A text of the content: typeset, in `role` (PLAIN: links, emphasis and code get theirs). Emphasis of the whole is
 * dropped: it was the homepage's look. A field loses the comma or stop that it ends
 * with on the homepage, and begins with a capital in role TITLE. `url` (may be NULL) links all that
 * has no link of its own. */
struct mkcv_text mkcv_part_text(struct mkcv_composer *c, const struct mkcv_text *text, enum mkcv_role role,
                                const char *url);
struct mkcv_text mkcv_part_field(struct mkcv_composer *c, const struct mkcv_entry *e, enum mkcv_field field,
                                 enum mkcv_role role, const char *url);
/* Running text, paragraph breaks kept. */
struct mkcv_text mkcv_part_prose(struct mkcv_composer *c, const struct mkcv_text *text, enum mkcv_role role);
bool mkcv_part_has(const struct mkcv_entry *e, enum mkcv_field field);

/* "advisors Ada Kern and Bo Lin; hosted by ..." */
struct mkcv_text mkcv_part_people(struct mkcv_composer *c, const struct mkcv_entry *e);
/* The date of the entry in its role; empty when unknown. */
struct mkcv_text mkcv_part_date(struct mkcv_composer *c, const struct mkcv_entry *e);
/* True when the entry is left out: hidden, or told by the profile text that is shown. */
bool mkcv_part_is_left_out(const struct mkcv_composer *c, const struct mkcv_entry *e);

/* As they stand; or the newest first, those of one year or date as they stand, those without a date at the end. */
enum mkcv_sort { MKCV_SORT_NONE, MKCV_SORT_YEAR, MKCV_SORT_DATE };
struct mkcv_shown {
    MKCV_VEC(const struct mkcv_entry *) list;
};
/* The entries that are not left out. */
struct mkcv_shown mkcv_part_shown(struct mkcv_composer *c, const struct mkcv_section *s, enum mkcv_sort sort);
void mkcv_part_sort(struct mkcv_composer *c, struct mkcv_shown *shown, enum mkcv_sort sort);

/* An ENTRY of head, details, summary and date as the style lays entries out, and its highlights as items. */
void mkcv_part_entry(struct mkcv_composer *c, const struct mkcv_entry *e, struct mkcv_text head,
                     struct mkcv_text detail);
#endif
