/* member.h - the members of lists of data (author pages, widgets, data files) as entries. */
#ifndef MKCV_CV_MEMBER_H
#define MKCV_CV_MEMBER_H
#include "mkcv/read.h"

/* A map that says what one entry of the kind is, whatever its theme calls the keys; false: it says nothing. */
bool mkcv_member_read(struct mkcv_reader *r, enum mkcv_kind kind, const struct mkcv_node *map);
/* The first of the keys that says something, or NULL. */
const struct mkcv_node *mkcv_member_find(const struct mkcv_node *map, const char *const *keys);
/* member_text.c: a description: thesis, marks and people go to their fields, lists are highlights, the rest is the
 * summary. */
void mkcv_member_describe(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_node *text);
/* "Zhejiang University (Advisor: Prof. X)": what brackets at the end of a field say of people and marks. */
void mkcv_member_cut_asides(struct mkcv_reader *r, struct mkcv_entry *e, enum mkcv_field field);
/* A text that is nothing but "Advisor: Prof. X". */
bool mkcv_member_is_people(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t);

/* lists.c: the lists under known keys of a map: education, experience, awards, ... */
void mkcv_lists_read(struct mkcv_reader *r, const struct mkcv_node *map);
/* An author page of a theme that keeps the owner's data there. */
void mkcv_author_read(struct mkcv_reader *r, const struct mkcv_record *record);
/* The post that the page says its owner holds, when nothing else tells a present one; called once all pages are read.
 */
void mkcv_author_finish(struct mkcv_reader *r);
/* A section of a home page that is filled from data. */
void mkcv_widget_read(struct mkcv_reader *r, const struct mkcv_record *record);
#endif
