/* running.h - what stands at the head and foot of every page. */
#ifndef MKCV_RUNNING_H
#define MKCV_RUNNING_H
#include "galley.h"

/* Adds the running head and the foot of page `number` (from 1) of `count` to the end of the galley: pieces, links and
 * rules with y from the page's upper edge. */
void mkcv_running_put(struct mkcv_galley *g, const struct mkcv_flow *flow, size_t number, size_t count);
#endif
