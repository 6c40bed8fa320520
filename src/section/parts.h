/* parts.h - an item of a list taken apart: its date, and the pieces between commas, bars and line breaks. Shared by the
 * kinds of this folder. */
#ifndef MKCV_SECTION_PARTS_H
#define MKCV_SECTION_PARTS_H
#include "mkcv/read.h"

struct mkcv_parts {
    struct mkcv_text text;
    struct mkcv_loc loc;
    struct mkcv_when when; /* from == to: no date */
    bool dated;
    MKCV_VEC(struct mkcv_range) list; /* pieces without the date, trimmed, none empty */
};

/* Takes the item's lines apart at `marks` (as mkcv_find_outside has them) and at line breaks. False when it is
 * empty. */
bool mkcv_parts_read(struct mkcv_reader *r, const struct mkcv_block *item, const char *marks, struct mkcv_parts *out);
/* The same with a text at hand. */
bool mkcv_parts_new(struct mkcv_reader *r, const struct mkcv_text *t, const char *marks, struct mkcv_parts *out);
/* The same, with the date that stands apart (first, last or in a bracket at the end) where there are several. */
bool mkcv_parts_apart(struct mkcv_reader *r, const struct mkcv_text *t, const char *marks, struct mkcv_parts *out);
/* The date that the group above says and nothing else ("### 2024"). */
bool mkcv_when_above(struct mkcv_reader *r, struct mkcv_when *w);
/* The item's own text is but a label of the list below it: "2024", or "Fellowships:". */
bool mkcv_item_is_group(struct mkcv_reader *r, const struct mkcv_block *item, const struct mkcv_text *t);
/* Reads the items below one that is a group, whose text stands above them; what is not understood is kept as text. */
bool mkcv_item_below(struct mkcv_reader *r, const struct mkcv_block *item, const struct mkcv_text *t,
                     bool (*read)(struct mkcv_reader *, const struct mkcv_block *));
/* Bold and italics off: what a homepage stresses is not what a CV does. */
void mkcv_marks_off(struct mkcv_text *t);
/* Keeps a line as text beside the entries of its item. */
void mkcv_item_rest(struct mkcv_reader *r, const struct mkcv_text *line);
/* A folded word or phrase of the list stands in bytes [from, to). */
bool mkcv_range_has(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range,
                    const char *const *phrases);
/* How many tokens from `i` on are one of the phrases, the longest; 0 none. */
size_t mkcv_phrases_at(const struct mkcv_tokens *t, size_t i, const char *const *phrases);
/* Parts [first, last] as one range of the text, when nothing stands between them but marks; else the first alone. */
struct mkcv_range mkcv_parts_join(const struct mkcv_parts *p, size_t first, size_t last);
/* The organisation, and the dates where the entry has none, that the line, group or heading above an item states. */
void mkcv_org_above(struct mkcv_reader *r, struct mkcv_entry *e);
/* The items of a list below as highlights; those that say nothing but people as people. */
void mkcv_item_highlights(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_block *item);
/* grants.c: a line that names who pays and how much. */
bool mkcv_grant_is(struct mkcv_reader *r, const struct mkcv_text *t);
/* Linked words such as "slides" are links of an entry, not places of it. */
bool mkcv_is_link_label(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m);
/* Cuts linked labels off the end of a field: "Lund University slides". */
void mkcv_cut_labels(struct mkcv_reader *r, struct mkcv_text *field);
#endif
