/* awards.h - awards in text. */
#ifndef MKCV_SECTION_AWARDS_H
#define MKCV_SECTION_AWARDS_H
#include "mkcv/clause.h"

/* A word by which a text is known as an award stands in the range. */
bool mkcv_is_award(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range);
/* "AWARD at GIVER": the joint outside of brackets, or m.to. "of", "by" and "from" too when an organisation follows.
 * *giver: the byte where the giver's name begins. */
size_t mkcv_award_giver(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m, size_t *giver);
/* --- awards_lines.c --- */

/* A line of the item below its first, which ends at byte `line`, opens with what was given. */
bool mkcv_award_said_below(struct mkcv_reader *r, const struct mkcv_text *t, size_t line);
/* Lines from byte `from` on: the giver, or what the award was for. */
void mkcv_award_lines(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t, size_t from);
struct mkcv_parts;
/* "**Council for Scientific** *2012-13* **Development**": a date that floats within the stressed title. */
bool mkcv_award_is_parted(const struct mkcv_parts *p);
/* "Medal (best of class 2017)": a bracket that ends in the date stays whole. Behind a comma the date is the award's
 * own, and the part goes without the bracket, whose rest is returned; else an empty range. */
struct mkcv_range mkcv_award_bracket(struct mkcv_parts *p);
/* Completes a title that goes on behind its date or in the next line; the byte where its lines end. */
size_t mkcv_award_complete(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t, size_t line,
                           bool parted);

/* The end of bytes [from, to) without the German verb that closes a sentence: "Ich habe den X-Preis erhalten". */
size_t mkcv_award_cut_verb(const char *s, size_t from, size_t to);
/* A sentence that says which awards the owner, or in the news a work of the owner, was given. */
bool mkcv_award_sentence(struct mkcv_reader *r, const struct mkcv_text *text, size_t from, size_t to);
/* awards_own.c: the owner, or in the news a work of the owner, is who the verb at the token tells of. "Received the X"
 * in a list of awards has no other subject than the list's owner. */
bool mkcv_award_is_own(const struct mkcv_clause *c, size_t verb);
/* awards_native.c: the same in Chinese and Japanese. */
bool mkcv_award_native(const struct mkcv_clause *c);
#endif
