/* json_place.h - places of JSON values. */
#ifndef MKCV_JSON_PLACE_H
#define MKCV_JSON_PLACE_H
#include "mkcv/node.h"

enum { PLACES_DEEP = 2048 }; /* as jansson nests */

/* Sets line and column of every value and key of a tree that was made of the text. */
void mkcv_json_place(struct mkcv_node *root, const char *text, size_t n, const char *file);
#endif
