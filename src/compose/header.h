/* header.h - the head of the CV: name, label, contacts; and the foot of its pages. */
#ifndef MKCV_COMPOSE_HEADER_H
#define MKCV_COMPOSE_HEADER_H
#include "mkcv/compose.h"

void mkcv_header_compose(struct mkcv_composer *c);
/* foot.c: what stands at the foot of every page. */
void mkcv_foot_compose(struct mkcv_composer *c);
#endif
