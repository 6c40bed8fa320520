/* publications.h - what publications.c (works), work.c (one of them) and listing.c (labels) share; groups, with
 * compose.c. */
#ifndef MKCV_COMPOSE_PUBLICATIONS_H
#define MKCV_COMPOSE_PUBLICATIONS_H
#include "part.h"

/* One work as a text: title, authors, venue, year, remarks. */
struct mkcv_text mkcv_work_text(struct mkcv_composer *c, const struct mkcv_entry *e);
/* What a template names of a work; empty when it does not say it. */
struct mkcv_text mkcv_work_field(struct mkcv_composer *c, const struct mkcv_entry *e, enum mkcv_work_field field);
/* workformat.c: the work by a template (style/format.c). */
struct mkcv_text mkcv_work_formatted(struct mkcv_composer *c, const struct mkcv_entry *e, const char *format);
/* True when nothing but a label stands for the work on the homepage. */
bool mkcv_work_is_label(const struct mkcv_entry *e);

/* Entries of one category; outer and inner are NULL where the path has no such step. */
struct mkcv_group {
    const char *outer, *inner;
    bool done;
    struct mkcv_shown works;
    MKCV_VEC(const char *) labels; /* of listings: beside each of works */
};
struct mkcv_groups {
    MKCV_VEC(struct mkcv_group) list;
};
/* The group of the path, made when it is new (a limited number of times: then the last one takes the rest). */
struct mkcv_group *mkcv_groups_lookup(struct mkcv_composer *c, struct mkcv_groups *groups,
                                      const struct mkcv_category *category);

/* Listings of all labels by category, one or two levels. */
void mkcv_listing_compose(struct mkcv_composer *c, const struct mkcv_shown *works);
/* The labels as one dense list: "ICLR 2025a, TIFS 2024". */
struct mkcv_text mkcv_listing_text(struct mkcv_composer *c, const struct mkcv_group *group);
#endif
