/* work_post.h - posts in sentences: the steps that the files of work share. */
#ifndef MKCV_SECTION_WORK_POST_H
#define MKCV_SECTION_WORK_POST_H
#include "mkcv/clause.h"

/* work_post.c. The token is a head word of posts. */
bool mkcv_post_is_word(const struct mkcv_clause *c, size_t i);
/* The token behind articles and adverbs that stand before a post. */
size_t mkcv_post_skip_articles(const struct mkcv_clause *c, size_t i);
/* Where the words of a post end that start at token `i`; `i` when they are none. */
size_t mkcv_post_read(const struct mkcv_clause *c, size_t i);
/* Reads a post with its clauses from token `i` into an entry; the token after them, or `i` when there is none with a
 * place. */
size_t mkcv_post_position(const struct mkcv_clause *c, size_t i, bool current);
/* Entries of posts so far, and the last of them. */
size_t mkcv_posts_count(struct mkcv_reader *r);
struct mkcv_entry *mkcv_post_last(struct mkcv_reader *r);

/* work_occupation.c. Where the words of a learned occupation end that start at token `i`; `i` when they are none. */
size_t mkcv_post_occupation(const struct mkcv_clause *c, size_t i);
/* Where the place of a post begins whose words end at token `i`: "working" before "at X" says nothing more. */
size_t mkcv_post_place(const struct mkcv_clause *c, size_t i);

/* work_joined.c. Behind an internship, entry `index`: "(2016), B in 2017, and C" are an entry each. The token after. */
size_t mkcv_post_split(const struct mkcv_clause *c, size_t i, size_t index);
/* A place that stands between token `i` and the "as" before the post: "X to work with Y in 2023 as a POST". */
bool mkcv_post_placed(const struct mkcv_clause *c, size_t i, size_t as);
/* "I interned at X (2020) and Y in 2021". */
bool mkcv_post_interned(const struct mkcv_clause *c);
/* "I joined X as a POST in 2020". */
bool mkcv_post_joined(const struct mkcv_clause *c);
/* "I lead the Tide Lab at X". */
bool mkcv_post_led(const struct mkcv_clause *c);
/* "Before joining X as a POST in 2022, I was": the post that followed. */
bool mkcv_post_joining(const struct mkcv_clause *c);
#endif
