/* main.c - options and exit codes; the work is in run.c. */
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

static const char usage[] =
    "usage: mkcv [OPTIONS] [SITE]\n"
    "       mkcv check [OPTIONS] [SITE]           every doubt about the homepage, file:line:column\n"
    "       mkcv explain [OPTIONS] [SITE] [WORDS] where each line of the CV came from\n"
    "\n"
    "Reads the academic homepage in SITE (a folder or one file; default: this folder, else ./content) and typesets its "
    "CV.\n"
    "\n"
    "  -o, --output FILE        where to (default: cv.pdf); the ending says the format: .pdf .tex .json; - is standard "
    "output\n"
    "  -t, --to FORMAT          pdf, tex or json\n"
    "  -s, --style NAME|FILE    how it looks (default: classic); --list-styles names all\n"
    "      --set KEY=VALUE      override one style or CV setting, repeatable: --set page.size=letter\n"
    "      --only SECTIONS      these sections alone, by key or title, with commas: --only work,education\n"
    "      --skip SECTIONS      all but these sections\n"
    "      --since YEAR         leave out what ended before YEAR\n"
    "      --selected           selected publications alone\n"
    "      --pages N            at most N pages: less room, smaller letters, then the least important left out\n"
    "      --fit                room changed so that the last page is full, or not needed\n"
    "      --paper a4|letter    paper\n"
    "      --lang TAG           language of headings, dates, hyphens and quotes: en, de\n"
    "      --name NAME          the owner's name, where the site does not state it\n"
    "      --date YYYY-MM-DD    date of the document (default: SOURCE_DATE_EPOCH, else none)\n"
    "      --site LAYOUT        force how the site is read; --list-sites names all\n"
    "      --dump STAGE         records, cv, flow or pages as text, instead of the CV\n"
    "      --diagnostics FORMAT human, short, json or github\n"
    "      --strict             warnings count as errors, and nothing is written\n"
    "      --list-styles, --list-sites, --list-fonts\n"
    "  -q, --quiet              errors alone\n"
    "  -v, --verbose            say also what was read and how\n"
    "  -V, --version\n"
    "  -h, --help\n"
    "\n"
    "Examples:\n"
    "  mkcv                                  the site in this folder, as cv.pdf\n"
    "  mkcv --style compact -o cv.pdf ~/site another look\n"
    "  mkcv -o cv.tex                        the same CV as LaTeX\n"
    "  mkcv --set font.family=lato --paper letter\n"
    "  mkcv --to json -o - | jq .publications\n"
    "\n"
    "Exit status: 0 done; 1 the content has errors (the CV is written all the same, but not with --strict);\n"
    "2 wrong use; 3 a limit cannot be met; 4 cannot read, write, get memory or find a font.\n";

static const char check_usage[] =
    "usage: mkcv check [OPTIONS] [SITE]\n"
    "\n"
    "Says every doubt about the homepage in SITE, with file, line and column, and writes no CV: what could not be\n"
    "read, what is missing, odd, told twice in different ways, or older than the news.\n"
    "\n"
    "      --diagnostics FORMAT human, short, json (one object a line) or github (annotations of a workflow)\n"
    "      --strict             warnings count as errors\n"
    "      --set KEY=VALUE      override one CV setting, repeatable\n"
    "      --lang TAG           language of a site that has several\n"
    "      --name NAME          the owner's name, where the site does not state it\n"
    "      --site LAYOUT        force how the site is read; mkcv --list-sites names all\n"
    "  -q, --quiet              errors alone\n"
    "  -v, --verbose            say also what was read and how\n"
    "  -h, --help\n"
    "\n"
    "Doubts go to standard output. Exit status: 0 none that is an error; 1 errors (with --strict: or warnings);\n"
    "2 wrong use; 4 cannot read the site.\n";

static const char explain_usage[] =
    "usage: mkcv explain [OPTIONS] [SITE] [WORDS...]\n"
    "\n"
    "Shows the CV line by line, each with the files and lines that it came from and the rule that read it.\n"
    "With WORDS, the lines that hold them all; when none does, where they stand in the sources and why they are not\n"
    "on the CV.\n"
    "\n"
    "      --only SECTIONS, --skip SECTIONS, --since YEAR, --selected\n"
    "                           as for the CV itself\n"
    "  -s, --style NAME|FILE    the style whose sections and order are shown\n"
    "      --set KEY=VALUE, --lang TAG, --name NAME, --site LAYOUT\n"
    "                           as for the CV itself\n"
    "      --diagnostics FORMAT human, short, json or github: of errors, which go to standard error\n"
    "      --strict             warnings count as errors, and are shown\n"
    "  -q, --quiet              errors alone, as without it\n"
    "  -v, --verbose            say also doubts, and what was read and how\n"
    "  -h, --help\n"
    "\n"
    "A first argument that names a file or folder, or is written as a path, is SITE; any other is a word.\n"
    "Exit status: 0 done, also when nothing holds the words; 1 the content has errors; 2 wrong use; 4 cannot read.\n";

/* What is to be done; a bit each, so that an option can say for which it is. */
enum verb { VERB_RUN = 1, VERB_CHECK = 2, VERB_EXPLAIN = 4, VERB_ALL = 7 };

static const struct verb_row {
    const char *name; /* NULL: without a word */
    enum verb verb;
    const char *usage;
} verbs[] = {{NULL, VERB_RUN, usage}, {"check", VERB_CHECK, check_usage}, {"explain", VERB_EXPLAIN, explain_usage}};

/* NULL-terminated, in the order of their enums. */
static const char *const formats[] = {"pdf", "tex", "json", NULL};
static const char *const dumps[] = {"records", "cv", "flow", "pages", NULL};
static const char *const diagnostics[] = {"human", "short", "json", "github", NULL};

/* What a command line says: one of these acts, or a run. */
enum act { ACT_RUN, ACT_HELP, ACT_VERSION, ACT_STYLES, ACT_SITES, ACT_FONTS };

struct command {
    const struct verb_row *verb;
    enum act act;
    struct mkcv_options options;
    MKCV_VEC(const char *) sets;
    bool format_named;
    enum mkcv_diag_format diagnostics;
    enum mkcv_level least;
};

/* How an option changes the command. */
enum taking {
    TAKE_STRING, /* its value at a place */
    TAKE_FLAG,   /* true at a place */
    TAKE_SET,
    TAKE_FORMAT,
    TAKE_DUMP,
    TAKE_DIAGNOSTICS,
    TAKE_ACT,   /* row.number */
    TAKE_LEAST, /* row.number: the least level that is shown */
};

#define AT(member) offsetof(struct command, member)

static const struct row {
    const char *name;
    char letter; /* 0: none */
    enum taking taking;
    size_t place;
    int number;
    unsigned verbs;
} rows[] = {
    {"output", 'o', TAKE_STRING, AT(options.output), 0, VERB_RUN},
    {"to", 't', TAKE_FORMAT, 0, 0, VERB_RUN},
    {"style", 's', TAKE_STRING, AT(options.style), 0, VERB_RUN | VERB_EXPLAIN},
    {"set", 0, TAKE_SET, 0, 0, VERB_ALL},
    {"only", 0, TAKE_STRING, AT(options.only), 0, VERB_RUN | VERB_EXPLAIN},
    {"skip", 0, TAKE_STRING, AT(options.skip), 0, VERB_RUN | VERB_EXPLAIN},
    {"since", 0, TAKE_STRING, AT(options.since), 0, VERB_RUN | VERB_EXPLAIN},
    {"selected", 0, TAKE_FLAG, AT(options.selected), 0, VERB_RUN | VERB_EXPLAIN},
    {"pages", 0, TAKE_STRING, AT(options.pages), 0, VERB_RUN},
    {"fit", 0, TAKE_FLAG, AT(options.fit), 0, VERB_RUN},
    {"paper", 0, TAKE_STRING, AT(options.paper), 0, VERB_RUN},
    {"lang", 0, TAKE_STRING, AT(options.lang), 0, VERB_ALL},
    {"name", 0, TAKE_STRING, AT(options.name), 0, VERB_ALL},
    {"date", 0, TAKE_STRING, AT(options.date), 0, VERB_RUN},
    {"site", 0, TAKE_STRING, AT(options.layout), 0, VERB_ALL},
    {"dump", 0, TAKE_DUMP, 0, 0, VERB_RUN},
    {"strict", 0, TAKE_FLAG, AT(options.strict), 0, VERB_ALL},
    {"diagnostics", 0, TAKE_DIAGNOSTICS, 0, 0, VERB_ALL},
    {"list-styles", 0, TAKE_ACT, 0, ACT_STYLES, VERB_RUN},
    {"list-sites", 0, TAKE_ACT, 0, ACT_SITES, VERB_RUN},
    {"list-fonts", 0, TAKE_ACT, 0, ACT_FONTS, VERB_RUN},
    {"quiet", 'q', TAKE_LEAST, 0, MKCV_LEVEL_ERROR, VERB_ALL},
    {"verbose", 'v', TAKE_LEAST, 0, MKCV_LEVEL_INFO, VERB_ALL},
    {"version", 'V', TAKE_ACT, 0, ACT_VERSION, VERB_ALL},
    {"help", 'h', TAKE_ACT, 0, ACT_HELP, VERB_ALL},
};

enum { ROWS = sizeof rows / sizeof *rows, CODE = 256 /* of the first row, for getopt */ };

static enum mkcv_code refuse(struct mkcv_diags *d, const char *text)
{
    mkcv_report(d, MKCV_DIAG_OPTION, ((struct mkcv_loc){.file = NULL}), text);
    return MKCV_USAGE;
}

/* Where the options of the command are listed. */
static const char *help_of(struct mkcv_arena *a, const struct command *c)
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
    const char **names = MKCV_NEW_ARRAY(a, const char *, ROWS + 1);
    for (size_t i = 0; i < ROWS; i++) names[i] = rows[i].name;
    return names;
}

static enum mkcv_code refuse_option(struct mkcv_arena *a, const struct command *c, struct mkcv_diags *d, int problem,
                                    int code, const char *word)
{
    const char *help = help_of(a, c);
    if (problem == ':') return refuse(d, mkcv_arena_printf(a, "a value is missing after '%s'; %s", word, help));
    if (code > 0 && code < CODE) return refuse(d, mkcv_arena_printf(a, "unknown option '-%c'; %s", code, help));
    if (code >= CODE) return refuse(d, mkcv_arena_printf(a, "'--%s' takes no value; %s", rows[code - CODE].name, help));
    const char *name = word + strspn(word, "-");
    const char *near = mkcv_nearest(mkcv_arena_strndup(a, name, strcspn(name, "=")), option_names(a));
    return refuse(d, near ? mkcv_arena_printf(a, "unknown option '%s'; did you mean '--%s'?", word, near)
                          : mkcv_arena_printf(a, "unknown option '%s'; %s", word, help));
}

/* The rows for getopt_long, and their letters. */
static void list_options(struct option *longs, char *letters)
{
    *letters++ = ':'; /* a missing value is told apart from an unknown option */
    for (size_t i = 0; i < ROWS; i++) {
        bool valued = rows[i].taking < TAKE_ACT && rows[i].taking != TAKE_FLAG;
        longs[i] = (struct option){rows[i].name, valued ? required_argument : no_argument, NULL, CODE + (int)i};
        if (rows[i].letter) *letters++ = rows[i].letter;
        if (rows[i].letter && valued) *letters++ = ':';
    }
    longs[ROWS] = (struct option){0};
    *letters = 0;
}

static const struct row *lookup_row(int code)
{
    if (code >= CODE) return &rows[code - CODE];
    for (size_t i = 0; i < ROWS; i++)
        if (rows[i].letter == code) return &rows[i];
    return NULL;
}

/* One option into the command; MKCV_USAGE with a diagnostic when its value is wrong. */
static enum mkcv_code take_option(struct mkcv_arena *a, struct command *c, const struct row *row, const char *value,
                                  struct mkcv_diags *d)
{
    char *place = (char *)c + row->place;
    int choice = 0;
    switch (row->taking) {
    case TAKE_STRING:
        memcpy(place, &value, sizeof value);
        break;
    case TAKE_FLAG:
        memcpy(place, &(bool){true}, sizeof(bool));
        break;
    case TAKE_SET:
        *MKCV_PUSH(a, &c->sets) = value;
        break;
    case TAKE_FORMAT:
        c->format_named = true;
        if ((choice = choose(a, d, "format", value, formats)) >= 0) c->options.format = (enum mkcv_format)choice;
        break;
    case TAKE_DUMP:
        if ((choice = choose(a, d, "stage", value, dumps)) >= 0) c->options.dump = (enum mkcv_dump)(choice + 1);
        break;
    case TAKE_DIAGNOSTICS:
        choice = choose(a, d, "diagnostics format", value, diagnostics);
        if (choice >= 0) c->diagnostics = (enum mkcv_diag_format)choice;
        break;
    case TAKE_ACT:
        c->act = (enum act)row->number;
        break;
    case TAKE_LEAST:
        c->least = (enum mkcv_level)row->number;
        break;
    }
    return choice < 0 ? MKCV_USAGE : MKCV_OK;
}

/* Without -t, the output's ending says the format. */
static enum mkcv_code infer_format(struct mkcv_arena *a, struct command *c, struct mkcv_diags *d)
{
    const char *dot = c->options.output ? strrchr(c->options.output, '.') : NULL;
    if (c->format_named || c->options.dump || !dot || strchr(dot, '/')) return MKCV_OK;
    int choice = choose(a, d, "output format", dot + 1, formats);
    if (choice >= 0) c->options.format = (enum mkcv_format)choice;
    return choice < 0 ? MKCV_USAGE : MKCV_OK;
}

static const struct verb_row *verb_from_word(const char *word)
{
    for (size_t i = 1; word && i < sizeof verbs / sizeof *verbs; i++)
        if (!strcmp(word, verbs[i].name)) return &verbs[i];
    return &verbs[0];
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
    const char *names[sizeof verbs / sizeof *verbs] = {NULL};
    for (size_t i = 1; i < sizeof verbs / sizeof *verbs; i++) names[i - 1] = verbs[i].name;
    return strpbrk(word, "./") || mkcv_file_kind(word) != MKCV_FILE_NONE ? NULL : mkcv_nearest(word, names);
}

/* The site, and for explain the words after it; one that is no file is a word. */
static enum mkcv_code take_arguments(struct mkcv_arena *a, struct command *c, char **words, struct mkcv_diags *d)
{
    bool explains = c->verb->verb == VERB_EXPLAIN;
    const char *verb = *words && !c->verb->name ? nearest_verb(*words) : NULL;
    if (verb)
        return refuse(d, mkcv_arena_printf(a, "no file, folder or command '%s'; did you mean '%s'?", *words, verb));
    if (*words && (!explains || is_path(*words) || mkcv_file_kind(*words) != MKCV_FILE_NONE))
        c->options.site = *words++;
    c->options.words = (const char *const *)words;
    if (!*words || explains) return MKCV_OK;
    return refuse(d, mkcv_arena_printf(a, "one site at a time; unexpected '%s'; %s", *words, help_of(a, c)));
}

static enum mkcv_code read_command(struct mkcv_arena *a, int argc, char **argv, struct command *c, struct mkcv_diags *d)
{
    struct option longs[ROWS + 1];
    char letters[2 * ROWS + 2];
    list_options(longs, letters);
    c->verb = verb_from_word(argc > 1 ? argv[1] : NULL);
    if (c->verb->name) argc--, argv++;
    opterr = 0;
    for (int code; (code = getopt_long(argc, argv, letters, longs, NULL)) != -1;) {
        if (code == '?' || code == ':') return refuse_option(a, c, d, code, optopt, argv[optind - 1]);
        const struct row *row = lookup_row(code);
        if (!(row->verbs & c->verb->verb))
            return refuse(d, mkcv_arena_printf(a, "'--%s' says nothing to 'mkcv %s'; %s", row->name, c->verb->name,
                                               help_of(a, c)));
        enum mkcv_code taken = take_option(a, c, row, optarg, d);
        if (taken != MKCV_OK) return taken;
    }
    if (c->verb->verb == VERB_EXPLAIN && c->least == MKCV_LEVEL_NOTE) c->least = MKCV_LEVEL_ERROR; /* check has them */
    c->options.set = c->sets.at;
    c->options.set_count = c->sets.count;
    if (c->act != ACT_RUN) return MKCV_OK;
    enum mkcv_code code = take_arguments(a, c, argv + optind, d);
    return code == MKCV_OK ? infer_format(a, c, d) : code;
}

static void print_names(const char *const *names)
{
    while (*names) puts(*names++);
}

static enum mkcv_code run(struct mkcv_arena *a, const struct command *c, struct mkcv_diags *d)
{
    switch (c->verb->verb) {
    case VERB_CHECK:
        return mkcv_check(a, &c->options, d);
    case VERB_EXPLAIN:
        return mkcv_explain(a, &c->options, d);
    case VERB_RUN:
    case VERB_ALL:
        break;
    }
    return mkcv_run(a, &c->options, d);
}

static enum mkcv_code finish(FILE *stream, struct mkcv_diags *d)
{
    if (!fflush(stream) && !ferror(stream)) return MKCV_OK;
    mkcv_report(d, MKCV_DIAG_STREAM_WRITE, ((struct mkcv_loc){.file = NULL}), "-", strerror(errno));
    return MKCV_SYSTEM;
}

static enum mkcv_code act(struct mkcv_arena *a, const struct command *c, struct mkcv_diags *d)
{
    switch (c->act) {
    case ACT_RUN:
        return run(a, c, d);
    case ACT_HELP:
        fputs(c->verb->usage, stdout);
        break;
    case ACT_VERSION:
        puts("mkcv " MKCV_VERSION);
        break;
    case ACT_STYLES:
        print_names(mkcv_style_names(a));
        break;
    case ACT_FONTS:
        print_names(mkcv_font_families(a));
        break;
    case ACT_SITES:
        for (const struct mkcv_adapter *const *s = mkcv_adapters; *s; s++) puts((*s)->name);
        break;
    }
    return c->act == ACT_RUN ? MKCV_OK : finish(stdout, d);
}

/* What was found on the way: of `check` it is what was asked for. */
static enum mkcv_code tell(const struct command *c, enum mkcv_code code, struct mkcv_diags *d)
{
    enum mkcv_level least = c->least;
    /* who mistyped an option wants to read of that alone */
    if (code == MKCV_USAGE) least = MKCV_LEVEL_ERROR;
    bool quiet = least == MKCV_LEVEL_ERROR;
    /* warnings that count as errors are shown as those are */
    if (quiet && code == MKCV_CONTENT && c->options.strict) least = MKCV_LEVEL_WARNING;
    if (c->verb->verb != VERB_CHECK || c->act != ACT_RUN || code > MKCV_CONTENT) {
        mkcv_diags_print(d, c->diagnostics, least, stderr);
        return code;
    }
    mkcv_diags_print(d, c->diagnostics, least, stdout);
    if (!quiet && c->diagnostics == MKCV_DIAG_HUMAN) mkcv_diags_count(d, stdout);
    struct mkcv_diags unwritten;
    mkcv_diags_init(&unwritten, d->arena);
    enum mkcv_code written = finish(stdout, &unwritten);
    mkcv_diags_print(&unwritten, c->diagnostics, MKCV_LEVEL_ERROR, stderr);
    return written == MKCV_OK ? code : written;
}

enum { ROOM_OF_A_CV = 1 << 20 }; /* bytes that a CV of a few pages takes at the least */

int main(int argc, char **argv)
{
    struct mkcv_arena arena;
    struct mkcv_diags diags;
    struct command command = {.verb = &verbs[0], .least = MKCV_LEVEL_NOTE};

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
