/* clause.h - a sentence as clauses: what follows a post or a degree in running text. Shared by the kinds of
 * sections and the reading of prose. */
#ifndef MKCV_CLAUSE_H
#define MKCV_CLAUSE_H
#include "mkcv/read.h"

#define NOWHERE ((size_t)-1)

struct mkcv_clause {
    struct mkcv_reader *r;
    const struct mkcv_text *text;
    size_t from, to; /* bytes of the sentence */
    struct mkcv_tokens tokens;
};

struct mkcv_clause mkcv_clause_new(struct mkcv_reader *r, const struct mkcv_text *text, size_t from, size_t to);
/* The folded token `i`, "" beyond the end. */
const char *mkcv_clause_word(const struct mkcv_clause *c, size_t i);
bool mkcv_clause_is(const struct mkcv_clause *c, size_t i, const char *const *words);
/* The token is a word that starts with a capital or is of a script without capitals. */
bool mkcv_clause_is_capital(const struct mkcv_clause *c, size_t i);
/* The French "à", which folds to an article of others. */
bool mkcv_clause_is_at(const struct mkcv_clause *c, size_t i);
/* The first token at or behind byte `at`. */
size_t mkcv_clause_token(const struct mkcv_clause *c, size_t at);
/* The token after the bracket that opens at `i`; `i` when it does not close. */
size_t mkcv_clause_close(const struct mkcv_clause *c, size_t i);
struct mkcv_range mkcv_clause_range(const struct mkcv_clause *c, size_t i, size_t end);
/* A date at token `i`, a leading "in", "on", "during" skipped: the token after it, or `i`. */
size_t mkcv_clause_when(const struct mkcv_clause *c, size_t i, struct mkcv_when *w);

/* The name of an organisation from token `i` on: the token after it; `i` when there is none. */
size_t mkcv_clause_org(const struct mkcv_clause *c, size_t i, struct mkcv_range *org);
/* "advised by Prof. X and Prof. Y": people of the relation into the entry; the token after them, or `i`. */
size_t mkcv_clause_people(const struct mkcv_clause *c, size_t i, struct mkcv_entry *e);
/* Reads places, people, dates, asides and honors that follow token `i` into the entry. `area`: "in X" is a field of
 * study. Ends at the first token that is none of these. */
size_t mkcv_clause_tail(const struct mkcv_clause *c, size_t i, struct mkcv_entry *e, bool area);
/* What is left of the sentence becomes the entry's summary, when it says something of its own. */
void mkcv_clause_rest(const struct mkcv_clause *c, size_t i, size_t end, struct mkcv_entry *e);
/* The subject of the verb at `verb` is the owner: I, he, she, or the owner's name. */
bool mkcv_clause_is_self(const struct mkcv_clause *c, size_t verb);
/* The sentence is about somebody else: "My advisor X won"; "He won" where the owner says "I". */
bool mkcv_clause_is_other(const struct mkcv_clause *c);
/* Appends text to a field, "; " between. */
void mkcv_clause_append(const struct mkcv_clause *c, struct mkcv_entry *e, enum mkcv_field field, size_t from,
                        size_t to, const char *joint);
#endif
