/* galley.h - the long column of set rows that page breaking cuts, and what is needed to set them. */
#ifndef MKCV_GALLEY_H
#define MKCV_GALLEY_H
#include "mkcv/hyphen.h"
#include "mkcv/pages.h"
#include "pagebreak.h"

/* What stands on one baseline, with what hangs from it (a date, a label of several lines). */
struct mkcv_row {
    int32_t skip;                          /* above it; dropped at the top of a page */
    int32_t rise;                          /* from its upper edge to its baseline */
    int32_t depth;                         /* from its baseline to its lower edge */
    int32_t cost;                          /* of a page break before it: pagebreak.h */
    uint8_t columns;                       /* columnbreak.h; x is that of the first column from the left */
    bool joined;                           /* it does not begin a column */
    int32_t bar;                           /* where a line beside it runs down, from the page's left edge; 0: none */
    uint32_t pieces, links, rules, images; /* where its own begin in the galley; they end where the next row's begin */
};

/* A heading that becomes a bookmark. */
struct mkcv_mark {
    const char *title;
    int level;
    uint32_t row;
};

struct mkcv_dress;
struct mkcv_para;

/* How words of a language are divided and joined. */
struct mkcv_spelling {
    const char *lang;                 /* BCP 47; NULL: unknown */
    const struct mkcv_hyphen *hyphen; /* NULL: they are not divided */
    const struct mkcv_hyphen *joints; /* tells compounds; NULL: ligatures go over their joints */
    bool dotted;                      /* no letter joins with i, which would lose its dot */
};

/* An element of the kind LIST, BULLETS, NUMBERS or TABLE that the next node may go on with. */
struct mkcv_open_list {
    enum mkcv_element_kind kind;
    int depth; /* 0: entries and labelled lists; items from 1 */
    uint32_t element;
    uint32_t body; /* of its last item, which may hold a deeper list; 0: none may */
};
enum { MKCV_LISTS_MOST = 16 }; /* one within the other */
enum { MKCV_HEADS_MOST = 4 };  /* levels of headings: name, section, group, subgroup */

struct mkcv_galley {
    struct mkcv_arena *arena;   /* of what the pages keep */
    struct mkcv_arena *work;    /* of the galley itself */
    struct mkcv_arena *scratch; /* of one node */
    const struct mkcv_style *style;
    struct mkcv_fonts *fonts;
    struct mkcv_diags *diags;
    struct mkcv_spelling own;    /* of the document */
    struct mkcv_spelling spoken; /* of another language: the one that was asked for last */
    bool rtl;                    /* the language is written from right to left */
    MKCV_VEC(const struct mkcv_dress *) dresses;
    /* rows and what they hold: x from the page's left edge, y from the row's baseline */
    MKCV_VEC(struct mkcv_row) rows;
    MKCV_VEC(struct mkcv_piece) pieces;
    MKCV_VEC(struct mkcv_page_link) links;
    MKCV_VEC(struct mkcv_page_rule) rules;
    MKCV_VEC(struct mkcv_page_image) images; /* behind their row's pieces */
    MKCV_VEC(struct mkcv_mark) marks;
    struct {
        int32_t left, measure;
    } page;                /* between the page's margins */
    int32_t left, measure; /* of the body, or of the column that is set */
    struct {
        int count;                   /* 0: the body is not in columns */
        int32_t measure, date_width; /* of the body outside */
        uint32_t entry;              /* first row of the entry that is set */
    } columns;
    int32_t skip;       /* above the next row */
    bool snug;          /* the skip reaches to the next row's capitals */
    int32_t cost;       /* of a break before the next row */
    int32_t date_width; /* of the date column, where it is one for all entries: at the left */
    /* the run of numbered items: the node after it, the width of its widest number */
    const struct mkcv_flow_node *number_end;
    int32_t number_width;
    /* a head at the left of the rows to come */
    struct mkcv_para *head; /* NULL once it stands */
    const char *head_title;
    uint32_t head_element;
    uint32_t header_rows; /* of the header of the CV */
    uint32_t head_row;    /* row at whose baseline it stands */
    int32_t head_depth;   /* from that baseline to its lower edge; 0: no head */
    /* structure.h */
    struct mkcv_structure *structure; /* of all galleys of the document */
    uint32_t element;                 /* text that is put belongs to it */
    uint32_t header_root, root;       /* parents of the header's elements and of all others */
    struct mkcv_open_list lists[MKCV_LISTS_MOST];
    int list_count;
    int heads[MKCV_HEADS_MOST]; /* levels of the headings that the next one stands below */
    int head_count;
};

/* Begins a row for text of this leading and size: its baseline is three quarters of the leading below its upper edge,
 * and what is above the capitals is dropped at the top of a page. Takes the galley's skip and cost, and a head that
 * waits. */
struct mkcv_row *mkcv_galley_row(struct mkcv_galley *g, int32_t leading, int32_t size);
/* How far capitals of this size rise above their baseline, in a line of this leading. */
int32_t mkcv_galley_rise(int32_t leading, int32_t size);
/* The rows from `first` on as page breaking sees them. */
const struct mkcv_row_size *mkcv_galley_sizes(struct mkcv_arena *a, const struct mkcv_galley *g, size_t first);
/* A row per line of the paragraph, its left edge at x. The first costs what the galley says, the others nothing yet. */
void mkcv_galley_put(struct mkcv_galley *g, struct mkcv_para *p, int32_t x);
/* How words of a language (NULL: the document's) are spelt; valid until the next call. */
const struct mkcv_spelling *mkcv_galley_spelling(struct mkcv_galley *g, const char *lang);
/* Adds a rule to the last row, y from its baseline; nothing when it has no thickness. */
void mkcv_galley_rule(struct mkcv_galley *g, int32_t x, int32_t y, int32_t width, int32_t thickness);
/* Makes the rows from `first` reach `depth` below its baseline, on one page. */
void mkcv_galley_cover(struct mkcv_galley *g, uint32_t first, int32_t depth);
/* Ends a section whose head stands at the left: a head that waits gets a row, one that is longer than the body room. */
void mkcv_galley_end_section(struct mkcv_galley *g);
#endif
