/* sidebar.h - what stands beside the main column. */
#ifndef MKCV_COMPOSE_SIDEBAR_H
#define MKCV_COMPOSE_SIDEBAR_H
#include "mkcv/compose.h"

/* Gathers the nodes of the sidebar behind the header, the header's contacts first where the style wants them there. */
void mkcv_sidebar_compose(struct mkcv_composer *c);
#endif
