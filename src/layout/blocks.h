/* blocks.h - nodes of the flow as rows of the galley. */
#ifndef MKCV_BLOCKS_H
#define MKCV_BLOCKS_H
#include "paragraph.h"

/* What stands at the side of other rows has at most so many lines, and is kept on one page with them. */
enum { MKCV_SIDE_LINES = 8 };

/* Sets all nodes, one below the other. */
void mkcv_blocks_put(struct mkcv_galley *g, const struct mkcv_flow *flow);

void mkcv_block_header(struct mkcv_galley *g, const struct mkcv_flow_node *node);
/* photo.c: the photo as a row of its own, at the top of the sidebar. */
void mkcv_block_photo(struct mkcv_galley *g, const struct mkcv_flow_node *node);
/* The rows that `put` makes of the node, and the photo beside them. */
void mkcv_block_beside_photo(struct mkcv_galley *g, const struct mkcv_flow_node *node,
                             void (*put)(struct mkcv_galley *g, const struct mkcv_flow_node *node));
void mkcv_block_heading(struct mkcv_galley *g, const struct mkcv_flow_node *node);
/* Width of the date column that all entries of the flow share. */
int32_t mkcv_block_date_width(struct mkcv_galley *g, const struct mkcv_flow *flow);
void mkcv_block_entry(struct mkcv_galley *g, const struct mkcv_flow_node *node);
void mkcv_block_item(struct mkcv_galley *g, const struct mkcv_flow_node *node, const struct mkcv_flow_node *end);
void mkcv_block_listing(struct mkcv_galley *g, const struct mkcv_flow_node *node);

/* A text as rows at x. */
void mkcv_block_text(struct mkcv_galley *g, const struct mkcv_text *text, struct mkcv_shape shape, int32_t x);
/* Marks where the rows from `first` to the last may be cut: short blocks hardly, no line alone. */
void mkcv_block_keep(struct mkcv_galley *g, uint32_t first);
/* The same as a paragraph of its own (element.def). */
void mkcv_block_paragraph(struct mkcv_galley *g, const struct mkcv_text *text, struct mkcv_shape shape, int32_t x);
/* The rows from `first` on belong to one paragraph. */
void mkcv_block_keep_lines(struct mkcv_galley *g, uint32_t first);
/* A label at x beside the rows that follow; `mkcv_block_end_label` gives it the room it needs. */
struct mkcv_label {
    struct mkcv_para *para;
    int32_t x;
    uint32_t row;
    enum mkcv_element_kind kind; /* LABEL of an item, or HEAD_CELL of a row */
    bool more;                   /* the text beside it is not all that stands in the item */
};
void mkcv_block_label(struct mkcv_galley *g, struct mkcv_label *label, const struct mkcv_text *text,
                      struct mkcv_shape shape, int32_t x);
/* The text as rows at x, the label with the first of them; the element of the text stays open, for what follows. */
void mkcv_block_labelled(struct mkcv_galley *g, struct mkcv_label *label, const struct mkcv_text *text,
                         struct mkcv_shape shape, int32_t x);
void mkcv_block_end_label(struct mkcv_galley *g, const struct mkcv_label *label);
#endif
