/* structure.h - what the text of the galley is: headings, paragraphs, lists, tables, links (ISO 32000-1, 14.8.4). */
#ifndef MKCV_STRUCTURE_H
#define MKCV_STRUCTURE_H
#include "galley.h"

/* Adds an element below the open one and opens it: what is put from now on belongs to it. */
void mkcv_element_open(struct mkcv_galley *g, enum mkcv_element_kind kind);
/* Opens its parent. */
void mkcv_element_close(struct mkcv_galley *g);
/* Adds one without opening it; gives its index. */
uint32_t mkcv_element_add(struct mkcv_galley *g, enum mkcv_element_kind kind, uint32_t parent);

/* What a heading of this level is (0: the name, 1: a section): levels that the CV leaves out are not counted. */
enum mkcv_element_kind mkcv_heading_kind(struct mkcv_galley *g, int level);
/* The headings of the sidebar stand below the name, where the header has one. */
void mkcv_headings_beside(struct mkcv_galley *side, const struct mkcv_galley *main);

/* Opens an item (of a table: a row) of such a list. It goes on with the list of that depth, or begins one within the
 * last item of a list less deep. */
void mkcv_item_open(struct mkcv_galley *g, enum mkcv_element_kind list, int depth);
/* Opens the body of the open item; deeper lists stand in it. */
void mkcv_body_open(struct mkcv_galley *g);
/* Ends all lists. */
void mkcv_lists_end(struct mkcv_galley *g);

/* The document's structure before any text, shared by all galleys. With a sidebar, `side` and `main` stand apart. */
void mkcv_structure_open(struct mkcv_galley *main, struct mkcv_galley *side, struct mkcv_structure *structure);
/* When all pages are made: their contents, the kids of each element; drops elements without text. Linear. */
void mkcv_structure_settle(struct mkcv_arena *a, struct mkcv_arena *scratch, struct mkcv_pages *pages);
#endif
