/* career.h - lists of studies and posts: each line says by its own words which of the two it is. */
#ifndef MKCV_SECTION_CAREER_H
#define MKCV_SECTION_CAREER_H
#include "mkcv/read.h"

#define MKCV_PIECES_AT_MOST 24     /* of a line */
#define MKCV_CAREER_LINE_BYTES 600 /* of a line; a longer one is prose */

/* What a piece of a line is. */
enum mkcv_piece_sense {
    MKCV_PIECE_OTHER,
    MKCV_PIECE_DEGREE,
    MKCV_PIECE_POST,
    MKCV_PIECE_ORG,
    MKCV_PIECE_AREA,
};

struct mkcv_piece {
    enum mkcv_piece_sense sense;
    struct mkcv_range range;
    struct mkcv_range head; /* the words of the degree or post in it */
    bool org;               /* behind which it names the organisation as well */
};

struct mkcv_pieces {
    struct mkcv_piece at[MKCV_PIECES_AT_MOST];
    size_t count;
};

/* A line: what it says, in an entry that is in no section yet. */
struct mkcv_career_line {
    struct mkcv_entry e;
    bool study, post; /* it names a degree or studies; a post */
    bool dated;
    struct mkcv_pieces pieces;
    struct mkcv_range field; /* that the degree's bracket names: "博士（工学）" */
};

/* career_line.c: reads bytes [from, to) of a text, one line. False when it states nothing. */
bool mkcv_career_line(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t to,
                      struct mkcv_career_line *out);
/* career_pieces.c: the line's pieces into its entry. */
void mkcv_career_assemble(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_career_line *l);
/* One of the words stands within the first `reach` tokens of the part. */
bool mkcv_career_starts(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range part,
                        const char *const *words, size_t reach);
/* The part behind what the field says already. */
void mkcv_career_append(struct mkcv_reader *r, struct mkcv_entry *e, enum mkcv_field f, const struct mkcv_text *t,
                        struct mkcv_range part, const char *joint);
/* career_words.c: the sense of a piece of Latin script. */
struct mkcv_piece mkcv_career_piece(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range);
/* The relation that a label before a colon announces ("Ph.D. advisor", "Betreuer", "导师"), or MKCV_REL_NONE. */
enum mkcv_relation mkcv_career_label(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range);
/* career_han.c: a piece of Han, kana or Hangul as pieces of their own: "東湖大学 工学部 助教", "东湖大学副教授". */
void mkcv_career_han(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range,
                     struct mkcv_career_line *out);
/* career_han_told.c: a sentence in these scripts: entries for what it states of studies and posts. */
bool mkcv_career_han_sentence(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t to);
/* The last entry of the section into the one above it where both are lines of one study. */
void mkcv_career_han_join(struct mkcv_section *s);
/* A bracket's "林海教授": who heads the laboratory before it. */
bool mkcv_career_is_person(const struct mkcv_text *t, struct mkcv_range range);

/* career_fragment.c: a sentence of a biography that is posts or degrees with their places and no verb. */
struct mkcv_clause;
bool mkcv_career_fragment(const struct mkcv_clause *c);

/* career.c: an item or a paragraph under a heading of studies or posts. Lines that complete the entry above them are
 * taken into it. False when it states nothing. */
bool mkcv_career_read(struct mkcv_reader *r, const struct mkcv_block *item);
/* career_employer.c: a text that is nothing but a name: its words begin with capitals, but for the small ones. */
bool mkcv_career_is_name(const struct mkcv_text *t, struct mkcv_range range);
/* The line names an institution of its own, not a part of one: "Systems Group" is a part of the employer above. */
bool mkcv_career_is_whole(struct mkcv_reader *r, const struct mkcv_career_line *l);
/* "ORG" over several lines "POST, date": the byte where the posts begin; 0 for other items. */
size_t mkcv_career_posts_under(struct mkcv_reader *r, const struct mkcv_text *t);
/* The item is an employer, whatever its name, and the list below are posts there. */
bool mkcv_career_is_employer(struct mkcv_reader *r, const struct mkcv_text *own, const struct mkcv_text *below);
/* career_degrees.c: entry `i` of the studies, "Philosophy and MS in Mathematics", into two of the same school and time.
 */
void mkcv_career_split_degrees(struct mkcv_reader *r, size_t i);
/* "*Thesis.* On tides": the point behind a label in emphasis becomes a colon. */
void mkcv_career_point_labels(struct mkcv_arena *a, struct mkcv_text *t);

/* career.c: a heading that has degree or post, place and date. */
bool mkcv_career_is_entry(struct mkcv_reader *r, const struct mkcv_text *heading);
#endif
