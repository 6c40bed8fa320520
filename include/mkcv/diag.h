/* diag.h - what mkcv has to say about its input: one catalogue (diag.def), one list a run, and beside it which files
 * were read.
 *
 * Content never stops the program: report where, say the repair, go on with what was understood. */
#ifndef MKCV_DIAG_H
#define MKCV_DIAG_H
#include "mkcv/arena.h"
#include <stdbool.h>
#include <stdio.h>

/* The outcome of a step that can fail, and the exit status of the program. */
enum mkcv_code {
    MKCV_OK = 0,      /* done, warnings included */
    MKCV_CONTENT = 1, /* the content has errors */
    MKCV_USAGE = 2,   /* wrong use of the command line */
    MKCV_LIMIT = 3,   /* a limit cannot be met */
    MKCV_SYSTEM = 4,  /* cannot read, write, get memory, find a font */
};

/* A place in the input. Lines and columns count from 1, columns in bytes; line 0 is the file as a whole, file NULL
 * is no file at all (an option, the program). */
struct mkcv_loc {
    const char *file;
    int line, column;
};
struct mkcv_locs {
    MKCV_VEC(struct mkcv_loc) list;
};

/* INFO is shown on demand (-v), and as a note. */
enum mkcv_level { MKCV_LEVEL_INFO, MKCV_LEVEL_NOTE, MKCV_LEVEL_WARNING, MKCV_LEVEL_ERROR };

enum mkcv_diag_id {
#define MKCV_DIAG(id, name, level, text) MKCV_DIAG_##id,
#include "mkcv/diag.def"
#undef MKCV_DIAG
    MKCV_DIAG_COUNT
};

struct mkcv_diag {
    enum mkcv_diag_id id;
    struct mkcv_loc loc;
    const char *text; /* the fault */
    const char *help; /* the repair; NULL where the text says it, or there is none */
};

struct mkcv_diags {
    struct mkcv_arena *arena;
    MKCV_VEC(struct mkcv_diag) list;
    size_t errors, warnings;
    MKCV_VEC(const char *) read; /* the files that were read, each as often as it was */
};

void mkcv_diags_init(struct mkcv_diags *d, struct mkcv_arena *arena);

/* Reports diagnostic `id` at `loc`; each "{}" of its text takes the next string argument (at least one is passed; ""
 * where the text has none): mkcv_report(d, MKCV_DIAG_LINK_EMPTY, loc, label); */
#define mkcv_report(d, id, loc, ...) mkcv_diags_add((d), (id), (loc), (const char *const[]){__VA_ARGS__, NULL})
void mkcv_diags_add(struct mkcv_diags *d, enum mkcv_diag_id id, struct mkcv_loc loc, const char *const *args);

/* Notes that the file at `path` was read; what comes out depends on it. */
void mkcv_diags_note_read(struct mkcv_diags *d, const char *path);

const char *mkcv_diag_name(enum mkcv_diag_id id);
enum mkcv_level mkcv_diag_level(enum mkcv_diag_id id);

enum mkcv_diag_format { MKCV_DIAG_HUMAN, MKCV_DIAG_SHORT, MKCV_DIAG_JSON, MKCV_DIAG_GITHUB };
/* Whether the same was said of the same place. */
bool mkcv_diags_has(const struct mkcv_diags *d, const struct mkcv_diag *g);
struct mkcv_buf;
/* An object of JSON: file, line, column, level, name, message, help. */
void mkcv_diag_json(const struct mkcv_diag *g, struct mkcv_buf *out);
/* In the order of files as they were first met, then of lines; what is said twice of a place is said once. */
void mkcv_diags_sort(struct mkcv_diags *d);
/* "0 errors, 2 warnings, 1 note" and a newline. */
void mkcv_diags_count(const struct mkcv_diags *d, FILE *to);
/* Writes all of level `least` and above: human shows the source line with a caret, short is one line each. */
void mkcv_diags_print(const struct mkcv_diags *d, enum mkcv_diag_format format, enum mkcv_level least, FILE *to);

/* The nearest of `names` (NULL-terminated) to a misspelt `word`, or NULL when none is near enough to suggest. */
const char *mkcv_nearest(const char *word, const char *const *names);
#endif
