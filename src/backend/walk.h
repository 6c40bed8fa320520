/* walk.h - the flow as a tree: sections in sections, items in lists, lists in items.
 *
 * The flow is flat. Formats that name what they hold (HTML) or indent it (Markdown, text) are written by these calls:
 * whatever is opened is closed, in order. */
#ifndef MKCV_WALK_H
#define MKCV_WALK_H
#include "mkcv/flow.h"

enum mkcv_list { MKCV_LIST_ENTRIES, MKCV_LIST_BULLETS, MKCV_LIST_NUMBERS, MKCV_LIST_LISTINGS };

/* What is called, with `self` first; all but `node` may be NULL. */
struct mkcv_walker {
    /* The sidebar, and the main column beside it; not of a flow without one. */
    void (*part)(void *self, bool side, bool open);
    /* Around a heading and all that follows it, up to the next of its level or above. */
    void (*section)(void *self, const struct mkcv_flow_node *heading, bool open);
    /* Around items of one kind and level; `first` is the first of them. */
    void (*list)(void *self, const struct mkcv_flow_node *first, enum mkcv_list list, bool open);
    /* A node. One of a list is closed too, behind the lists in it; the others are only opened. */
    void (*node)(void *self, const struct mkcv_flow_node *node, bool open);
};

/* Walks through all nodes; lists may be nested as deep as the levels of items go. */
void mkcv_walk(const struct mkcv_flow *flow, const struct mkcv_walker *walker, void *self);
/* The number of an item, or -1. */
long mkcv_item_number(const struct mkcv_flow_node *node);
/* The node after `node` in its list, or NULL. */
const struct mkcv_flow_node *mkcv_list_next(const struct mkcv_flow *flow, const struct mkcv_flow_node *node);

/* The text with one blank for all white space between two words, none at its ends or around U+2028, and without what is
 * there to be broken at: for formats that break lines at blanks, or not at all. A blank is U+0020, or `no_break` where
 * no line may be broken. */
struct mkcv_text mkcv_text_blanks(struct mkcv_arena *a, const struct mkcv_text *text, const char *no_break);
/* The first span behind `first` that is no part of its link; of text without a link, that begins one. */
size_t mkcv_link_end(const struct mkcv_text *text, size_t first);
/* Where the link of a span leads: an address of http, https, mailto or tel, all ASCII; NULL: nowhere. */
const char *mkcv_link_url(struct mkcv_arena *a, const struct mkcv_span *span);
/* True when the `n` bytes of a link's text are its address, with or without scheme, "www." and last slash. */
bool mkcv_link_is_shown(const char *text, size_t n, const char *url);
#endif
