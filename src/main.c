/* main.c - options and exit codes; the work is in run.c. */
#include "command.h"
#include "mkcv/file.h"
#include "mkcv/font.h"
#include "mkcv/run.h"
#include "mkcv/site.h"
#include "mkcv/style.h"
#include <errno.h>
#include <getopt.h>
#include <locale.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

enum { ROWS_MOST = 64, CODE = 256 /* of the first row, for getopt */ };

static enum mkcv_code refuse(struct mkcv_diags *d, const char *text)
{
    mkcv_report(d, MKCV_DIAG_OPTION, ((struct mkcv_loc){.file = NULL}), text);
    return MKCV_USAGE;
}

/* Where the options of the command are listed. */
static const char *help_of(struct mkcv_arena *a, const struct mkcv_command *c)
{
    return c->verb->name ? mkcv_arena_printf(a, "see mkcv %s --help", c->verb->name) : "see mkcv --help";
}

static const char *list_words(struct mkcv_arena *a, const char *const *words)
{
    const char *list = words[0];
    for (size_t i = 1; words[i]; i++) list = mkcv_arena_printf(a, words[i + 1] ? "%s, %s" : "%s or %s", list, words[i]);
    return list;
}

/* The index of `word` among `known`, or -1 with a diagnostic. */
static int choose(struct mkcv_arena *a, struct mkcv_diags *d, const char *what, const char *word,
                  const char *const *known)
{
    for (int i = 0; known[i]; i++)
        if (!strcasecmp(word, known[i])) return i;
    const char *near = mkcv_nearest(word, known);
    refuse(d, near ? mkcv_arena_printf(a, "unknown %s '%s'; did you mean '%s'?", what, word, near)
                   : mkcv_arena_printf(a, "unknown %s '%s': it is %s", what, word, list_words(a, known)));
    return -1;
}

static const char *const *option_names(struct mkcv_arena *a)
{
    const char **names = MKCV_NEW_ARRAY(a, const char *, ROWS_MOST);
    for (size_t i = 0; mkcv_option_rows[i].name; i++) names[i] = mkcv_option_rows[i].name;
    return names;
}

static enum mkcv_code refuse_option(struct mkcv_arena *a, const struct mkcv_command *c, struct mkcv_diags *d,
                                    int problem, int code, const char *word)
{
    const char *help = help_of(a, c);
    if (problem == ':') return refuse(d, mkcv_arena_printf(a, "a value is missing after '%s'; %s", word, help));
    if (code > 0 && code < CODE) return refuse(d, mkcv_arena_printf(a, "unknown option '-%c'; %s", code, help));
    if (code >= CODE)
        return refuse(d, mkcv_arena_printf(a, "'--%s' takes no value; %s", mkcv_option_rows[code - CODE].name, help));
    const char *name = word + strspn(word, "-");
    const char *near = mkcv_nearest(mkcv_arena_strndup(a, name, strcspn(name, "=")), option_names(a));
    return refuse(d, near ? mkcv_arena_printf(a, "unknown option '%s'; did you mean '--%s'?", word, near)
                          : mkcv_arena_printf(a, "unknown option '%s'; %s", word, help));
}

/* The rows for getopt_long, and their letters. */
static void list_options(struct option *longs, char *letters)
{
    *letters++ = ':'; /* a missing value is told apart from an unknown option */
    for (size_t i = 0; mkcv_option_rows[i].name; i++) {
        const struct mkcv_option_row *row = &mkcv_option_rows[i];
        bool valued = mkcv_option_has_value(row);
        longs[i] = (struct option){row->name, valued ? required_argument : no_argument, NULL, CODE + (int)i};
        if (row->letter) *letters++ = row->letter;
        if (row->letter && valued) *letters++ = ':';
    }
    *letters = 0;
}

static const struct mkcv_option_row *lookup_row(int code)
{
    if (code >= CODE) return &mkcv_option_rows[code - CODE];
    for (size_t i = 0; mkcv_option_rows[i].name; i++)
        if (mkcv_option_rows[i].letter == code) return &mkcv_option_rows[i];
    return NULL;
}

/* One option into the command; MKCV_USAGE with a diagnostic when its value is wrong. */
static enum mkcv_code take_option(struct mkcv_arena *a, struct mkcv_command *c, const struct mkcv_option_row *row,
                                  const char *value, struct mkcv_diags *d)
{
    char *place = (char *)c + row->place;
    int choice = 0;
    switch (row->taking) {
    case MKCV_TAKE_STRING:
        memcpy(place, &value, sizeof value);
        break;
    case MKCV_TAKE_FLAG:
        memcpy(place, &(bool){true}, sizeof(bool));
        break;
    case MKCV_TAKE_SET:
        *MKCV_PUSH(a, &c->sets) = value;
        break;
    case MKCV_TAKE_FORMAT:
        c->format_named = true;
        if ((choice = choose(a, d, "format", value, mkcv_option_words(row->taking))) >= 0)
            c->options.format = (enum mkcv_format)choice;
        break;
    case MKCV_TAKE_DUMP:
        if ((choice = choose(a, d, "stage", value, mkcv_option_words(row->taking))) >= 0)
            c->options.dump = (enum mkcv_dump)(choice + 1);
        break;
    case MKCV_TAKE_DIAGNOSTICS:
        choice = choose(a, d, "diagnostics format", value, mkcv_option_words(row->taking));
        if (choice >= 0) c->options.diagnostics = (enum mkcv_diag_format)choice;
        break;
    case MKCV_TAKE_SHELL:
        c->act = MKCV_ACT_COMPLETION;
        if ((choice = choose(a, d, "shell", value, mkcv_option_words(row->taking))) >= 0)
            c->shell = (enum mkcv_shell)choice;
        break;
    case MKCV_TAKE_ACT:
        c->act = (enum mkcv_act)row->number;
        break;
    case MKCV_TAKE_LEAST:
        c->options.least = (enum mkcv_level)row->number;
        break;
    }
    return choice < 0 ? MKCV_USAGE : MKCV_OK;
}

/* Without -t, the output's ending says the format. */
static enum mkcv_code infer_format(struct mkcv_arena *a, struct mkcv_command *c, struct mkcv_diags *d)
{
    const char *dot = c->options.output ? strrchr(c->options.output, '.') : NULL;
    if (c->options.all_variants || c->verb->verb == MKCV_VERB_BATCH || c->format_named || c->options.dump || !dot ||
        strchr(dot, '/'))
        return MKCV_OK;
    int choice = choose(a, d, "output format", dot + 1, mkcv_option_words(MKCV_TAKE_FORMAT));
    if (choice >= 0) c->options.format = (enum mkcv_format)choice;
    return choice < 0 ? MKCV_USAGE : MKCV_OK;
}

static const struct mkcv_verb_row *verb_from_word(const char *word)
{
    for (size_t i = 1; word && i < MKCV_VERBS; i++)
        if (!strcmp(word, mkcv_verbs[i].name)) return &mkcv_verbs[i];
    return &mkcv_verbs[0];
}

/* What can only be meant as a place. */
static bool is_path(const char *word)
{
    static const char *const starts[] = {"/", "./", "../", "~"};
    size_t n = strlen(word);
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (!strncmp(word, starts[i], strlen(starts[i]))) return true;
    return n && word[n - 1] == '/';
}

/* A mistyped command is read as a site; NULL when `word` is none. */
static const char *nearest_verb(const char *word)
{
    const char *names[MKCV_VERBS] = {NULL};
    for (size_t i = 1; i < MKCV_VERBS; i++) names[i - 1] = mkcv_verbs[i].name;
    return strpbrk(word, "./") || mkcv_file_kind(word) != MKCV_FILE_NONE ? NULL : mkcv_nearest(word, names);
}

/* The two sides of diff; with --since one, whose other is its past. */
static enum mkcv_code take_two(struct mkcv_arena *a, struct mkcv_command *c, char **words, struct mkcv_diags *d)
{
    size_t n = 0, most = c->options.since ? 1 : 2;
    while (words[n]) n++;
    c->options.words = (const char *const *)words;
    if (c->format_named && c->options.format != MKCV_FORMAT_JSON)
        return refuse(d, mkcv_arena_printf(a, "a difference is text or json; %s", help_of(a, c)));
    if (n > most) return refuse(d, mkcv_arena_printf(a, "unexpected '%s'; %s", words[most], help_of(a, c)));
    if (n || c->options.since) return MKCV_OK;
    return refuse(d, mkcv_arena_printf(a, "what to compare with is missing; %s", help_of(a, c)));
}

/* At most one style. */
static enum mkcv_code take_style(struct mkcv_arena *a, struct mkcv_command *c, char **words, struct mkcv_diags *d)
{
    c->options.words = (const char *const *)words;
    char *unexpected = !words[0] ? NULL : c->options.schema ? words[0] : words[1];
    if (!unexpected) return MKCV_OK;
    return refuse(d, mkcv_arena_printf(a, "unexpected '%s'; %s", unexpected, help_of(a, c)));
}

/* Lists and folders, and the folder that the CVs go to. */
static enum mkcv_code take_batch(struct mkcv_arena *a, struct mkcv_command *c, char **words, struct mkcv_diags *d)
{
    const struct mkcv_options *o = &c->options;
    c->options.words = (const char *const *)words;
    if (o->merge && (o->shard || o->jobs))
        return refuse(d, "--merge puts shards together; --shard and --jobs make them");
    if (!o->output || !strcmp(o->output, "-"))
        return refuse(d, mkcv_arena_printf(a, "-o names the folder for the CVs; %s", help_of(a, c)));
    if (*words) return MKCV_OK;
    return refuse(d,
                  mkcv_arena_printf(a, "homepages are missing: folders, or a file that lists them; %s", help_of(a, c)));
}

/* The site, and for explain the words after it; one that is no file is a word. */
static enum mkcv_code take_arguments(struct mkcv_arena *a, struct mkcv_command *c, char **words, struct mkcv_diags *d)
{
    bool explains = c->verb->verb == MKCV_VERB_EXPLAIN;
    const char *verb = *words && !c->verb->name ? nearest_verb(*words) : NULL;
    if (verb)
        return refuse(d, mkcv_arena_printf(a, "no file, folder or command '%s'; did you mean '%s'?", *words, verb));
    if (c->verb->verb == MKCV_VERB_DIFF) return take_two(a, c, words, d);
    if (c->verb->verb == MKCV_VERB_STYLES) return take_style(a, c, words, d);
    if (c->verb->verb == MKCV_VERB_BATCH) return take_batch(a, c, words, d);
    if (*words && (!explains || is_path(*words) || mkcv_file_kind(*words) != MKCV_FILE_NONE))
        c->options.site = *words++;
    c->options.words = (const char *const *)words;
    if (!*words || explains) return MKCV_OK;
    return refuse(d, mkcv_arena_printf(a, "one site at a time; unexpected '%s'; %s", *words, help_of(a, c)));
}

static enum mkcv_code read_command(struct mkcv_arena *a, int argc, char **argv, struct mkcv_command *c,
                                   struct mkcv_diags *d)
{
    struct option longs[ROWS_MOST] = {0};
    char letters[2 * ROWS_MOST];
    list_options(longs, letters);
    c->verb = verb_from_word(argc > 1 ? argv[1] : NULL);
    if (c->verb->name) argc--, argv++;
    opterr = 0;
    for (int code; (code = getopt_long(argc, argv, letters, longs, NULL)) != -1;) {
        if (code == '?' || code == ':') return refuse_option(a, c, d, code, optopt, argv[optind - 1]);
        const struct mkcv_option_row *row = lookup_row(code);
        if (!(row->verbs & c->verb->verb))
            return refuse(d, mkcv_arena_printf(a, "'--%s' says nothing to 'mkcv %s'; %s", row->name, c->verb->name,
                                               help_of(a, c)));
        enum mkcv_code taken = take_option(a, c, row, optarg, d);
        if (taken != MKCV_OK) return taken;
    }
    bool doubts = (c->verb->verb & MKCV_VERB_MAKE) || (c->verb->verb == MKCV_VERB_CHECK && !c->options.stale);
    if (!doubts && c->options.least == MKCV_LEVEL_NOTE) c->options.least = MKCV_LEVEL_ERROR; /* check has them */
    const struct mkcv_options *o = &c->options;
    if (c->verb->verb == MKCV_VERB_CHECK && !o->stale && (o->only || o->skip || o->since || o->selected))
        return refuse(d, "check looks at all of a homepage; --only, --skip, --since and --selected go with --stale");
    if (o->all_variants && (o->variant || o->dump || o->deps))
        return refuse(d, "--all-variants makes files of all; --variant, --dump and --deps are of one");
    c->options.set = c->sets.at;
    c->options.set_count = c->sets.count;
    if (c->act != MKCV_ACT_RUN) return MKCV_OK;
    enum mkcv_code code = take_arguments(a, c, argv + optind, d);
    if (code == MKCV_OK) code = infer_format(a, c, d);
    c->options.wishes = mkcv_command_wishes(a, c);
    if (code == MKCV_OK && o->attach && o->format != MKCV_FORMAT_PDF)
        return refuse(d, "--attach puts files into a PDF; this is another format");
    return code;
}

static void print_names(const char *const *names)
{
    while (*names) puts(*names++);
}

static enum mkcv_code run(struct mkcv_arena *a, const struct mkcv_command *c, struct mkcv_diags *d)
{
    switch (c->verb->verb) {
    case MKCV_VERB_CHECK:
        return c->options.stale ? mkcv_stale(a, &c->options, d) : mkcv_check(a, &c->options, d);
    case MKCV_VERB_EXPLAIN:
        return mkcv_explain(a, &c->options, d);
    case MKCV_VERB_DIFF:
        return mkcv_diff(a, &c->options, d);
    case MKCV_VERB_INIT:
        return mkcv_init(a, &c->options, d);
    case MKCV_VERB_STYLES:
        return mkcv_styles(a, &c->options, d);
    case MKCV_VERB_BATCH:
        return mkcv_batch(a, &c->options, d);
    case MKCV_VERB_WATCH:
        return mkcv_watch(a, &c->options, d);
    case MKCV_VERB_RUN:
    case MKCV_VERB_MAKE:
    case MKCV_VERB_ALL:
    case MKCV_VERB_ANY:
        break;
    }
    return c->options.all_variants ? mkcv_run_all(a, &c->options, d) : mkcv_run(a, &c->options, d);
}

static enum mkcv_code finish(FILE *stream, struct mkcv_diags *d)
{
    if (!fflush(stream) && !ferror(stream)) return MKCV_OK;
    mkcv_report(d, MKCV_DIAG_STREAM_WRITE, ((struct mkcv_loc){.file = NULL}), "-", strerror(errno));
    return MKCV_SYSTEM;
}

static enum mkcv_code act(struct mkcv_arena *a, const struct mkcv_command *c, struct mkcv_diags *d)
{
    switch (c->act) {
    case MKCV_ACT_RUN:
        return run(a, c, d);
    case MKCV_ACT_HELP:
        fputs(c->verb->usage, stdout);
        break;
    case MKCV_ACT_VERSION:
        puts("mkcv " MKCV_VERSION);
        break;
    case MKCV_ACT_STYLES:
        print_names(mkcv_style_names(a));
        break;
    case MKCV_ACT_COMPLETION:
        mkcv_completion_print(c->shell, stdout);
        break;
    case MKCV_ACT_FONTS:
        print_names(mkcv_font_families(a));
        break;
    case MKCV_ACT_SITES:
        for (const struct mkcv_adapter *const *s = mkcv_adapters; *s; s++) puts((*s)->name);
        break;
    }
    return c->act == MKCV_ACT_RUN ? MKCV_OK : finish(stdout, d);
}

/* What was found on the way: of `check` it is what was asked for. */
static enum mkcv_code tell(const struct mkcv_command *c, enum mkcv_code code, struct mkcv_diags *d)
{
    enum mkcv_level least = c->options.least;
    /* who mistyped an option wants to read of that alone */
    if (code == MKCV_USAGE) least = MKCV_LEVEL_ERROR;
    bool quiet = least == MKCV_LEVEL_ERROR;
    /* warnings that count as errors are shown as those are */
    if (quiet && code == MKCV_CONTENT && c->options.strict) least = MKCV_LEVEL_WARNING;
    if (c->verb->verb != MKCV_VERB_CHECK || c->act != MKCV_ACT_RUN || code > MKCV_CONTENT) {
        mkcv_diags_print(d, c->options.diagnostics, least, stderr);
        return code;
    }
    mkcv_diags_print(d, c->options.diagnostics, least, stdout);
    if (!quiet && c->options.diagnostics == MKCV_DIAG_HUMAN) mkcv_diags_count(d, stdout);
    struct mkcv_diags unwritten;
    mkcv_diags_init(&unwritten, d->arena);
    enum mkcv_code written = finish(stdout, &unwritten);
    mkcv_diags_print(&unwritten, c->options.diagnostics, MKCV_LEVEL_ERROR, stderr);
    return written == MKCV_OK ? code : written;
}

enum { ROOM_OF_A_CV = 1 << 20 }; /* bytes that a CV of a few pages takes at the least */

int main(int argc, char **argv)
{
    struct mkcv_arena arena;
    struct mkcv_diags diags;
    struct mkcv_command command = {.verb = &mkcv_verbs[0], .options.least = MKCV_LEVEL_NOTE};

    setlocale(LC_ALL, "C");   /* nothing of the place enters the output */
    signal(SIGPIPE, SIG_IGN); /* a reader that goes away is an error of writing, told as one */
    mkcv_arena_init(&arena);
    mkcv_arena_reserve(&arena, ROOM_OF_A_CV);
    mkcv_diags_init(&diags, &arena);
    enum mkcv_code code = read_command(&arena, argc, argv, &command, &diags);
    if (code == MKCV_OK) code = act(&arena, &command, &diags);
    code = tell(&command, code, &diags);
    mkcv_arena_clear(&arena);
    return (int)code;
}
