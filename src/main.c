/* main.c - options and exit codes; the work is in run.c. */
#include "mkcv/font.h"
#include "mkcv/run.h"
#include "mkcv/site.h"
#include "mkcv/style.h"
#include <errno.h>
#include <getopt.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <strings.h>

static const char usage[] =
    "usage: mkcv [OPTIONS] [SITE]\n"
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

enum option_code {
    OPT_SET = 256,
    OPT_ONLY,
    OPT_SKIP,
    OPT_SINCE,
    OPT_SELECTED,
    OPT_PAPER,
    OPT_LANG,
    OPT_NAME,
    OPT_DATE,
    OPT_SITE,
    OPT_DUMP,
    OPT_DIAGNOSTICS,
    OPT_STRICT,
    OPT_LIST_STYLES,
    OPT_LIST_SITES,
    OPT_LIST_FONTS,
};

static const struct option long_options[] = {
    {"output", required_argument, NULL, 'o'},
    {"to", required_argument, NULL, 't'},
    {"style", required_argument, NULL, 's'},
    {"set", required_argument, NULL, OPT_SET},
    {"only", required_argument, NULL, OPT_ONLY},
    {"skip", required_argument, NULL, OPT_SKIP},
    {"since", required_argument, NULL, OPT_SINCE},
    {"selected", no_argument, NULL, OPT_SELECTED},
    {"paper", required_argument, NULL, OPT_PAPER},
    {"lang", required_argument, NULL, OPT_LANG},
    {"name", required_argument, NULL, OPT_NAME},
    {"date", required_argument, NULL, OPT_DATE},
    {"site", required_argument, NULL, OPT_SITE},
    {"dump", required_argument, NULL, OPT_DUMP},
    {"strict", no_argument, NULL, OPT_STRICT},
    {"diagnostics", required_argument, NULL, OPT_DIAGNOSTICS},
    {"list-styles", no_argument, NULL, OPT_LIST_STYLES},
    {"list-sites", no_argument, NULL, OPT_LIST_SITES},
    {"list-fonts", no_argument, NULL, OPT_LIST_FONTS},
    {"quiet", no_argument, NULL, 'q'},
    {"verbose", no_argument, NULL, 'v'},
    {"version", no_argument, NULL, 'V'},
    {"help", no_argument, NULL, 'h'},
    {NULL, 0, NULL, 0},
};

/* NULL-terminated, in the order of their enums. */
static const char *const formats[] = {"pdf", "tex", "json", NULL};
static const char *const dumps[] = {"records", "cv", "flow", "pages", NULL};
static const char *const diagnostics[] = {"human", "short", "json", "github", NULL};

/* What a command line says: one of these acts, or a run. */
enum act { ACT_RUN, ACT_HELP, ACT_VERSION, ACT_STYLES, ACT_SITES, ACT_FONTS };

struct command {
    enum act act;
    struct mkcv_options options;
    MKCV_VEC(const char *) sets;
    bool format_named;
    enum mkcv_diag_format diagnostics;
    enum mkcv_level least;
};

static enum mkcv_code refuse(struct mkcv_arena *a, struct mkcv_diags *d, const char *what, const char *word,
                             const char *const *known)
{
    const char *near = word && known ? mkcv_nearest(word, known) : NULL;
    const char *text = near   ? mkcv_arena_printf(a, "%s '%s'; did you mean '%s'?", what, word, near)
                       : word ? mkcv_arena_printf(a, "%s '%s'; see mkcv --help", what, word)
                              : what;
    mkcv_report(d, MKCV_DIAG_OPTION, ((struct mkcv_loc){.file = NULL}), text);
    return MKCV_USAGE;
}

/* The index of `word` among `known`, or -1 with a diagnostic. */
static int choose(struct mkcv_arena *a, struct mkcv_diags *d, const char *what, const char *word,
                  const char *const *known)
{
    for (int i = 0; known[i]; i++)
        if (!strcasecmp(word, known[i])) return i;
    refuse(a, d, mkcv_arena_printf(a, "unknown %s", what), word, known);
    return -1;
}

static const char *const *option_names(struct mkcv_arena *a)
{
    size_t count = sizeof long_options / sizeof *long_options;
    const char **names = MKCV_NEW_ARRAY(a, const char *, count);
    for (size_t i = 0; long_options[i].name; i++) names[i] = long_options[i].name;
    return names;
}

static enum mkcv_code refuse_option(struct mkcv_arena *a, struct mkcv_diags *d, int problem, int code, const char *word)
{
    if (problem == ':') return refuse(a, d, "a value is missing after", word, NULL);
    if (code > 0 && code < 256)
        return refuse(a, d, mkcv_arena_printf(a, "unknown option '-%c'; see mkcv --help", code), NULL, NULL);
    const char *name = word + strspn(word, "-");
    const char *near = mkcv_nearest(mkcv_arena_strndup(a, name, strcspn(name, "=")), option_names(a));
    return refuse(a, d,
                  near ? mkcv_arena_printf(a, "unknown option '%s'; did you mean '--%s'?", word, near)
                       : mkcv_arena_printf(a, "unknown option '%s'; see mkcv --help", word),
                  NULL, NULL);
}

/* One option into the command; MKCV_USAGE with a diagnostic when its value is wrong. */
static enum mkcv_code take_option(struct mkcv_arena *a, struct command *c, int code, const char *value,
                                  struct mkcv_diags *d)
{
    struct mkcv_options *o = &c->options;
    int choice = 0;
    switch (code) {
    case 'o':
        o->output = value;
        break;
    case 't':
        c->format_named = true;
        if ((choice = choose(a, d, "format", value, formats)) >= 0) o->format = (enum mkcv_format)choice;
        break;
    case 's':
        o->style = value;
        break;
    case OPT_SET:
        *MKCV_PUSH(a, &c->sets) = value;
        break;
    case OPT_ONLY:
        o->only = value;
        break;
    case OPT_SKIP:
        o->skip = value;
        break;
    case OPT_SINCE:
        o->since = value;
        break;
    case OPT_SELECTED:
        o->selected = true;
        break;
    case OPT_PAPER:
        o->paper = value;
        break;
    case OPT_LANG:
        o->lang = value;
        break;
    case OPT_NAME:
        o->name = value;
        break;
    case OPT_DATE:
        o->date = value;
        break;
    case OPT_SITE:
        o->layout = value;
        break;
    case OPT_DUMP:
        if ((choice = choose(a, d, "stage", value, dumps)) >= 0) o->dump = (enum mkcv_dump)(choice + 1);
        break;
    case OPT_DIAGNOSTICS:
        if ((choice = choose(a, d, "diagnostics format", value, diagnostics)) >= 0)
            c->diagnostics = (enum mkcv_diag_format)choice;
        break;
    case OPT_STRICT:
        o->strict = true;
        break;
    case OPT_LIST_STYLES:
        c->act = ACT_STYLES;
        break;
    case OPT_LIST_SITES:
        c->act = ACT_SITES;
        break;
    case OPT_LIST_FONTS:
        c->act = ACT_FONTS;
        break;
    case 'q':
        c->least = MKCV_LEVEL_ERROR;
        break;
    case 'v':
        c->least = MKCV_LEVEL_INFO;
        break;
    case 'V':
        c->act = ACT_VERSION;
        break;
    case 'h':
        c->act = ACT_HELP;
        break;
    default:
        return MKCV_USAGE;
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

static enum mkcv_code read_command(struct mkcv_arena *a, int argc, char **argv, struct command *c, struct mkcv_diags *d)
{
    opterr = 0;
    for (int code; (code = getopt_long(argc, argv, ":o:t:s:qvVh", long_options, NULL)) != -1;) {
        if (code == '?' || code == ':') return refuse_option(a, d, code, optopt, argv[optind - 1]);
        enum mkcv_code taken = take_option(a, c, code, optarg, d);
        if (taken != MKCV_OK) return taken;
    }
    if (argc - optind > 1) return refuse(a, d, "one site at a time; unexpected", argv[optind + 1], NULL);
    c->options.site = argv[optind];
    c->options.set = c->sets.at;
    c->options.set_count = c->sets.count;
    return infer_format(a, c, d);
}

static void print_names(const char *const *names)
{
    while (*names) puts(*names++);
}

static enum mkcv_code act(struct mkcv_arena *a, const struct command *c, struct mkcv_diags *d)
{
    switch (c->act) {
    case ACT_RUN:
        return mkcv_run(a, &c->options, d);
    case ACT_HELP:
        fputs(usage, stdout);
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
    if (c->act == ACT_RUN || (!fflush(stdout) && !ferror(stdout))) return MKCV_OK;
    mkcv_report(d, MKCV_DIAG_STREAM_WRITE, ((struct mkcv_loc){.file = NULL}), "-", strerror(errno));
    return MKCV_SYSTEM;
}

int main(int argc, char **argv)
{
    struct mkcv_arena arena;
    struct mkcv_diags diags;
    struct command command = {.least = MKCV_LEVEL_NOTE};

    setlocale(LC_ALL, "C");   /* nothing of the place enters the output */
    signal(SIGPIPE, SIG_IGN); /* a reader that goes away is an error of writing, told as one */
    mkcv_arena_init(&arena);
    mkcv_diags_init(&diags, &arena);
    enum mkcv_code code = read_command(&arena, argc, argv, &command, &diags);
    if (code == MKCV_OK) code = act(&arena, &command, &diags);
    /* who mistyped an option wants to read of that alone */
    if (code == MKCV_USAGE) command.least = MKCV_LEVEL_ERROR;
    mkcv_diags_print(&diags, command.diagnostics, command.least, stderr);
    mkcv_arena_clear(&arena);
    return (int)code;
}
