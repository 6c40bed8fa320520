/* yaml_parts.h - the two halves of reading YAML: a whole document, and what is left of a broken one. */
#ifndef MKCV_YAML_PARTS_H
#define MKCV_YAML_PARTS_H
#include "mkcv/source.h"

struct mkcv_yaml_fault {
    const char *text; /* libyaml's words; NULL: none */
    struct mkcv_loc loc;
    bool limit; /* a limit was met and reported: nothing is to be read */
};

/* One document whose first line is at.line. A fault is noted, not reported, and gives NULL. */
const struct mkcv_node *mkcv_yaml_parse(struct mkcv_arena *a, const char *text, size_t n, struct mkcv_loc at,
                                        struct mkcv_yaml_fault *fault, struct mkcv_diags *d);
/* A document that is not YAML as a whole: each top-level `key: value` or `- item` alone; a value that is not YAML
 * either is the rest of its line as written. NULL when nothing is left. */
const struct mkcv_node *mkcv_yaml_salvage(struct mkcv_arena *a, const char *text, size_t n, struct mkcv_loc at,
                                          struct mkcv_diags *d);
#endif
