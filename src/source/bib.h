/* bib.h - the reader of bibliographies and its parts: entries (bib.c), values (bib_value.c). */
#ifndef MKCV_BIB_H
#define MKCV_BIB_H
#include "mkcv/buf.h"
#include "mkcv/source.h"

struct mkcv_bib_macro;

struct mkcv_bib {
    struct mkcv_arena *arena;
    struct mkcv_diags *diags;
    const char *file, *start, *p;
    const char *counted, *line_start; /* up to here lines are counted */
    int line, entry_line;
    struct mkcv_bib_macro **macros;
    size_t expanded; /* bytes that macros have stood for */
};

/* The place of `p`; places are asked for in order, an earlier one gives the line reached so far. */
struct mkcv_loc mkcv_bib_loc(struct mkcv_bib *b, const char *p);
void mkcv_bib_fault(struct mkcv_bib *b, struct mkcv_loc loc, const char *text);
/* True when the line at `p` begins an entry. */
bool mkcv_bib_starts_line(const char *p);
/* A value at b->p: strings, numbers and macros joined by `#`, as TeX. NULL when there is none. */
const char *mkcv_bib_value(struct mkcv_bib *b);
void mkcv_bib_define(struct mkcv_bib *b, const char *name, const char *value);
/* The value of a field made plain; addresses stay as they are, names keep " and " and the braces around a whole name.
 */
const char *mkcv_bib_plain(struct mkcv_bib *b, const char *field, const char *raw);
#endif
