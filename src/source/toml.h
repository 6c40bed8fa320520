/* toml.h - the text of a TOML document as it is walked: places, faults, white space, strings. */
#ifndef MKCV_TOML_H
#define MKCV_TOML_H
#include "mkcv/source.h"
#include <stdint.h>

struct mkcv_toml {
    struct mkcv_arena *arena;
    struct mkcv_diags *diags;
    const char *p, *end;
    const char *line_start, *seen; /* lines are counted up to `seen` */
    const char *file;
    int line;
    bool failed;  /* the statement has a fault */
    bool stopped; /* a limit was met */
};

/* Where the reading stands. Called with a `p` that never goes back. */
struct mkcv_loc mkcv_toml_loc(struct mkcv_toml *x);
/* Reports a fault and gives the statement up. */
void mkcv_toml_fault(struct mkcv_toml *x, struct mkcv_loc loc, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Reports what can be mended. */
void mkcv_toml_warn(struct mkcv_toml *x, struct mkcv_loc loc, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Reports a limit, and gives the document up. */
void mkcv_toml_stop(struct mkcv_toml *x, const char *what);

void mkcv_toml_blanks(struct mkcv_toml *x); /* past blanks and tabs */
void mkcv_toml_space(struct mkcv_toml *x);  /* past white space, line ends and comments */

/* The string whose quote is at `p`, which moves past it; `long_too`: three quotes begin one of several lines. */
const char *mkcv_toml_string(struct mkcv_toml *x, bool long_too);
#endif
