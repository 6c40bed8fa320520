/* pagebreaks.h - the page breaks that the homepage asks for. */
#ifndef MKCV_PAGEBREAKS_H
#define MKCV_PAGEBREAKS_H
#include "mkcv/section.h"

/* Puts each before the node that stands next in the source, with its headings; one that no node follows is reported. */
void mkcv_pagebreaks_compose(struct mkcv_composer *c);
#endif
