/* prose.h - posts and degrees in running text. */
#ifndef MKCV_SECTION_PROSE_H
#define MKCV_SECTION_PROSE_H
#include "mkcv/clause.h"

/* A sentence that says which post the owner has or had; entries of kind WORK. */
bool mkcv_work_sentence(struct mkcv_reader *r, const struct mkcv_text *text, size_t from, size_t to);
/* A word that heads posts stands in the range. */
bool mkcv_is_post(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range);
/* A sentence that says which degree the owner took or studies for, or who advises; entries of kind EDUCATION. */
bool mkcv_education_sentence(struct mkcv_reader *r, const struct mkcv_text *text, size_t from, size_t to);
/* education_told.c: the same without a degree's name, "I read history at X". */
bool mkcv_education_told(const struct mkcv_clause *c);
bool mkcv_education_enrolled(const struct mkcv_clause *c);
#endif
