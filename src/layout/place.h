/* place.h - galleys cut into pages, and their rows copied to their places. */
#ifndef MKCV_LAYOUT_PLACE_H
#define MKCV_LAYOUT_PLACE_H
#include "galley.h"

/* Makes the pages: as many as the main column or the sidebar (NULL: none) takes. Each is read header, sidebar, main
 * column; the running lines are the main galley's. Moves what the galleys hold. */
void mkcv_place_pages(struct mkcv_galley *main, struct mkcv_galley *side, const struct mkcv_flow *flow,
                      struct mkcv_pages *pages);
#endif
