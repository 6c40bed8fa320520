/* data.h - what the readers of data files share: see data.c. */
#ifndef MKCV_CV_DATA_H
#define MKCV_CV_DATA_H
#include "mkcv/read.h"

/* What a key of an entry's map says. */
enum mkcv_data_role {
    MKCV_DATA_FIELD,      /* a text field */
    MKCV_DATA_DATE,       /* its date, or years, or a range in one string */
    MKCV_DATA_START,      /* the first day */
    MKCV_DATA_END,        /* the last day, or "present" */
    MKCV_DATA_CURRENT,    /* true: an open end */
    MKCV_DATA_URL,        /* its address */
    MKCV_DATA_HIGHLIGHTS, /* a list of points; one string is the summary */
    MKCV_DATA_LINKS,      /* a list of links with labels */
    MKCV_DATA_PEOPLE,     /* people of `relation` */
    MKCV_DATA_SELECTED,   /* true: chosen */
    MKCV_DATA_HIDDEN,     /* true: not shown */
    MKCV_DATA_NOTHING,    /* machinery of the page: icons, orders, pictures */
    MKCV_DATA_UNKNOWN,
};

struct mkcv_data_sense {
    enum mkcv_data_role role;
    enum mkcv_field field;       /* of FIELD */
    enum mkcv_relation relation; /* of PEOPLE */
    int rank;                    /* of FIELD: where several keys say one, the least counts */
};

/* data_keys.c: what `key` says in an entry of `kind`. */
struct mkcv_data_sense mkcv_data_sense(enum mkcv_kind kind, const char *key);
/* data.c: a value, or a list of them, as entries of `kind`; what cannot be read is a section of its own. */
void mkcv_data_read_values(struct mkcv_reader *r, enum mkcv_kind kind, const struct mkcv_node *values);
/* data_entry.c: one map as an entry of `kind`. False when none of its keys says what it is about. */
bool mkcv_data_read_map(struct mkcv_reader *r, enum mkcv_kind kind, const struct mkcv_node *map, bool exact);
/* data_mend.c: the town and country behind an institution, the field behind a degree; several venues of a reviewer are
 * an entry each (false: they are not several, nothing was added). */
void mkcv_data_part_place(struct mkcv_reader *r, struct mkcv_entry *e);
void mkcv_data_part_degree(struct mkcv_reader *r, struct mkcv_entry *e);
bool mkcv_data_add_venues(struct mkcv_reader *r, const struct mkcv_entry *role);
/* The links of a list {text or label or name, href or url} into the entry. */
void mkcv_data_links(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_node *list);
/* data_block.c: a string of a data file as text. al-folio's manual writes a colon as "&#58", without its semicolon. */
struct mkcv_text mkcv_data_text(struct mkcv_reader *r, const char *s, struct mkcv_loc loc);
/* data_general.c: pairs of a name and a value about the owner. True when all was read into the CV's basics and
 * languages; what was not is left in `rest`, a list. */
bool mkcv_data_read_general(struct mkcv_reader *r, const char *title, const struct mkcv_node *entries,
                            struct mkcv_node *rest);
/* A value as the text that a page would show; a list as items, a map as one item. */
struct mkcv_block *mkcv_data_block(struct mkcv_reader *r, const struct mkcv_node *node);
#endif
