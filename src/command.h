/* command.h - what a command line can say: commands, options, and the command that they make. */
#ifndef MKCV_COMMAND_H
#define MKCV_COMMAND_H
#include "mkcv/run.h"

/* What is to be done; a bit each, so that an option can say for which it is. */
enum mkcv_verb {
    MKCV_VERB_RUN = 1,
    MKCV_VERB_CHECK = 2,
    MKCV_VERB_EXPLAIN = 4,
    MKCV_VERB_DIFF = 8,
    MKCV_VERB_ALL = 15 | 64 | 128, /* that read a homepage */
    MKCV_VERB_STYLES = 16,
    MKCV_VERB_INIT = 32,
    MKCV_VERB_BATCH = 64,
    MKCV_VERB_WATCH = 128,
    MKCV_VERB_MAKE = MKCV_VERB_RUN | MKCV_VERB_BATCH | MKCV_VERB_WATCH, /* that make a CV */
    MKCV_VERB_ANY = 255
};

struct mkcv_verb_row {
    const char *name; /* NULL: without a word */
    enum mkcv_verb verb;
    const char *usage;
};
extern const struct mkcv_verb_row mkcv_verbs[]; /* the first without a name, then MKCV_VERBS - 1 more */
enum { MKCV_VERBS = 8 };

extern const char mkcv_usage[], mkcv_usage_check[], mkcv_usage_explain[], mkcv_usage_diff[], mkcv_usage_styles[],
    mkcv_usage_init[], mkcv_usage_batch[], mkcv_usage_watch[]; /* usage.c */

/* What a command line says: one of these acts, or a run. */
enum mkcv_act {
    MKCV_ACT_RUN,
    MKCV_ACT_HELP,
    MKCV_ACT_VERSION,
    MKCV_ACT_STYLES,
    MKCV_ACT_SITES,
    MKCV_ACT_FONTS,
    MKCV_ACT_COMPLETION,
};

enum mkcv_shell { MKCV_SHELL_BASH, MKCV_SHELL_ZSH, MKCV_SHELL_FISH };

struct mkcv_command {
    const struct mkcv_verb_row *verb;
    enum mkcv_act act;
    struct mkcv_options options;
    MKCV_VEC(const char *) sets;
    enum mkcv_shell shell;
    bool format_named;
};

/* How an option changes the command. */
enum mkcv_taking {
    MKCV_TAKE_STRING, /* its value at a place */
    MKCV_TAKE_FLAG,   /* true at a place */
    MKCV_TAKE_SET,
    MKCV_TAKE_FORMAT,
    MKCV_TAKE_DUMP,
    MKCV_TAKE_DIAGNOSTICS,
    MKCV_TAKE_SHELL,
    MKCV_TAKE_ACT,   /* row.number */
    MKCV_TAKE_LEAST, /* row.number: the least level that is shown */
};

struct mkcv_option_row {
    const char *name;
    char letter; /* 0: none */
    enum mkcv_taking taking;
    size_t place; /* in struct mkcv_command */
    int number;
    unsigned verbs;
};
/* All options; the last has no name. */
extern const struct mkcv_option_row mkcv_option_rows[];

/* The words that a value can be, NULL-terminated, in the order of their enums; NULL where it is free. */
const char *const *mkcv_option_words(enum mkcv_taking taking);
/* The completion of the command line for a shell, from the tables and what --help says of them. */
void mkcv_completion_print(enum mkcv_shell shell, FILE *to);
/* What the options say of how a CV is made, a line each: the same text, the same CV of the same files. */
const char *mkcv_command_wishes(struct mkcv_arena *a, const struct mkcv_command *c);
bool mkcv_option_has_value(const struct mkcv_option_row *row);
#endif
