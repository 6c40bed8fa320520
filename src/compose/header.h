/* header.h - the head of the CV: name, label, contacts. */
#ifndef MKCV_COMPOSE_HEADER_H
#define MKCV_COMPOSE_HEADER_H
#include "mkcv/compose.h"

void mkcv_header_compose(struct mkcv_composer *c);
#endif
