/* header.h - the head of the CV: name, label, contacts; and what runs at the head and foot of its pages. */
#ifndef MKCV_COMPOSE_HEADER_H
#define MKCV_COMPOSE_HEADER_H
#include "mkcv/compose.h"

void mkcv_header_compose(struct mkcv_composer *c);
/* running.c: what stands at the head and foot of every page. */
void mkcv_running_compose(struct mkcv_composer *c);
#endif
