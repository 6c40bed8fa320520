/* node.h - a tree of values as YAML, JSON or BibTeX state it, with positions. */
#ifndef MKCV_NODE_H
#define MKCV_NODE_H
#include "mkcv/arena.h"
#include "mkcv/diag.h"
#include "mkcv/text.h"

enum mkcv_node_kind { MKCV_NODE_SCALAR, MKCV_NODE_LIST, MKCV_NODE_MAP };

struct mkcv_node {
    enum mkcv_node_kind kind;
    const char *key;   /* inside a map; else NULL */
    const char *value; /* of a scalar; "" for null */
    bool quoted;       /* the scalar was quoted: a string whatever it looks like */
    struct mkcv_node *first, *next;
    struct mkcv_loc loc;     /* of the value */
    struct mkcv_loc key_loc; /* of the key, inside a map */
};

/* The member at a dotted path ("author.name"), keys compared without case, or NULL. `n` may be NULL. */
const struct mkcv_node *mkcv_node_lookup(const struct mkcv_node *n, const char *path);
/* The scalar at the path when it is there and not blank ("null" and "~" unquoted are blank), else NULL. Borrowed. */
const char *mkcv_node_string(const struct mkcv_node *n, const char *path);
/* true, yes, on, 1 against false, no, off, 0; `otherwise` when neither. */
bool mkcv_node_bool(const struct mkcv_node *n, const char *path, bool otherwise);
size_t mkcv_node_count(const struct mkcv_node *n);
#endif
