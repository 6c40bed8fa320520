/* completion.c - completion of the command line for bash, zsh and fish, out of the tables of command.c; what an option
 * is for is what --help says beside it. */
#include "command.h"
#include <string.h>

/* What a value can be where no table says it: shell code whose output is the words. NULL: a file. */
static const char *command_for(const struct mkcv_option_row *row)
{
    static const struct {
        const char *name, *command;
    } known[] = {{"style", "mkcv --list-styles"}, {"site", "mkcv --list-sites"}, {"paper", "echo a4 letter"}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (!strcmp(known[i].name, row->name)) return known[i].command;
    return NULL;
}

/* Whether the value is a file's name; of the others nothing is known. */
static bool is_file(const struct mkcv_option_row *row)
{
    static const char *const names[] = {"output", "style", "deps", "stale"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(names[i], row->name)) return true;
    return false;
}

static void put_words(const char *const *words, FILE *to)
{
    for (size_t i = 0; words[i]; i++) fprintf(to, i ? " %s" : "%s", words[i]);
}

static void put_options(const struct mkcv_verb_row *verb, FILE *to)
{
    for (const struct mkcv_option_row *row = mkcv_option_rows; row->name; row++)
        if (row->verbs & verb->verb) fprintf(to, "--%s ", row->name);
}

/* What --help says of an option: after its name and value and two blanks. */
static void put_help(const struct mkcv_option_row *row, FILE *to)
{
    char name[64];
    snprintf(name, sizeof name, "--%s ", row->name);
    for (size_t i = 0; i < MKCV_VERBS; i++) {
        const char *at = strstr(mkcv_verbs[i].usage, name);
        const char *text = at ? strstr(at, "  ") : NULL;
        size_t line = at ? strcspn(at, "\n") : 0;
        if (!text || (size_t)(text - at) > line) continue;
        text += strspn(text, " ");
        for (size_t n = strcspn(text, "\n"); n; n--, text++) /* what means something to a shell is said otherwise */
            fputs(*text == '\'' ? "’" : strchr("[]\\", *text) ? "" : *text == ':' ? "," : (char[]){*text, 0}, to);
        return;
    }
    fputs(row->name, to);
}

static void print_bash(FILE *to)
{
    fputs("# bash completion of mkcv\n_mkcv() {\n"
          "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} options\n"
          "    case $before in\n",
          to);
    for (const struct mkcv_option_row *row = mkcv_option_rows; row->name; row++) {
        if (!mkcv_option_has_value(row)) continue;
        const char *const *words = mkcv_option_words(row->taking);
        const char *command = command_for(row);
        if (row->letter) fprintf(to, "    -%c | --%s)\n", row->letter, row->name);
        if (!row->letter) fprintf(to, "    --%s)\n", row->name);
        fputs("        COMPREPLY=(", to);
        if (words) fputs("$(compgen -W '", to), put_words(words, to), fputs("' -- \"$word\")", to);
        if (command) fprintf(to, "$(compgen -W \"$(%s 2>/dev/null)\" -- \"$word\")", command);
        if (is_file(row)) fprintf(to, "%s$(compgen -f -- \"$word\")", command ? " " : "");
        fputs(")\n        return\n        ;;\n", to);
    }
    fputs("    esac\n    case ${COMP_WORDS[1]} in\n", to);
    for (size_t i = 1; i < MKCV_VERBS; i++) {
        fprintf(to, "    %s) options='", mkcv_verbs[i].name);
        put_options(&mkcv_verbs[i], to);
        fputs("' ;;\n", to);
    }
    fputs("    *) options='", to);
    put_options(&mkcv_verbs[0], to);
    fputs(
        "' ;;\n    esac\n    if [[ $word == -* ]]; then\n        COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))\n"
        "        return\n    fi\n    COMPREPLY=($(compgen -f -- \"$word\"))\n"
        "    ((COMP_CWORD > 1)) || COMPREPLY+=($(compgen -W '",
        to);
    for (size_t i = 1; i < MKCV_VERBS; i++) fprintf(to, "%s ", mkcv_verbs[i].name);
    fputs("' -- \"$word\"))\n}\ncomplete -o filenames -F _mkcv mkcv\n", to);
}

static void put_zsh_option(const struct mkcv_option_row *row, FILE *to)
{
    const char *const *words = mkcv_option_words(row->taking);
    const char *command = command_for(row);
    bool value = mkcv_option_has_value(row);
    if (row->letter)
        fprintf(to, "    '(-%c --%s)'{-%c%s,--%s%s}'[", row->letter, row->name, row->letter, value ? "+" : "",
                row->name, value ? "=" : "");
    if (!row->letter)
        fprintf(to, "    '%s--%s%s[", row->taking == MKCV_TAKE_SET ? "*" : "", row->name, value ? "=" : "");
    put_help(row, to);
    fputc(']', to);
    if (value) fprintf(to, ":%s:", row->name);
    if (words) fputc('(', to), put_words(words, to), fputc(')', to);
    if (command && is_file(row))
        fprintf(to, "{compadd -- $(%s 2>/dev/null); _files}", command);
    else if (command)
        fprintf(to, "{compadd -- $(%s 2>/dev/null)}", command);
    else if (is_file(row))
        fputs("_files", to);
    else if (value && !words)
        fputc(' ', to);
    fputs("'\n", to);
}

static void print_zsh(FILE *to)
{
    fputs("#compdef mkcv\n# zsh completion of mkcv\nlocal -a options\ncase ${words[2]} in\n", to);
    for (size_t i = 0; i < MKCV_VERBS; i++) {
        const struct mkcv_verb_row *verb = &mkcv_verbs[(i + 1) % MKCV_VERBS]; /* the one without a word last */
        fprintf(to, "%s) options=(\n", verb->name ? verb->name : "*");
        for (const struct mkcv_option_row *row = mkcv_option_rows; row->name; row++)
            if (row->verbs & verb->verb) put_zsh_option(row, to);
        fputs("    ) ;;\n", to);
    }
    fputs("esac\n(( CURRENT == 2 )) && [[ ${words[2]} != -* ]] && compadd --", to);
    for (size_t i = 1; i < MKCV_VERBS; i++) fprintf(to, " %s", mkcv_verbs[i].name);
    fputs("\n_arguments -s $options '*:file:_files'\n", to);
}

/* "__fish_seen_subcommand_from check" for an option of check alone. */
static void put_fish_condition(const struct mkcv_option_row *row, FILE *to)
{
    if (row->verbs == MKCV_VERB_ALL) return;
    fputs(" -n '", to);
    if (row->verbs & MKCV_VERB_RUN) { /* but for the words that it is not of */
        fputs("not __fish_seen_subcommand_from", to);
        for (size_t i = 1; i < MKCV_VERBS; i++)
            if (!(row->verbs & mkcv_verbs[i].verb)) fprintf(to, " %s", mkcv_verbs[i].name);
    } else {
        fputs("__fish_seen_subcommand_from", to);
        for (size_t i = 1; i < MKCV_VERBS; i++)
            if (row->verbs & mkcv_verbs[i].verb) fprintf(to, " %s", mkcv_verbs[i].name);
    }
    fputc('\'', to);
}

static void print_fish(FILE *to)
{
    fputs("# fish completion of mkcv\n", to);
    for (size_t i = 1; i < MKCV_VERBS; i++)
        fprintf(to, "complete -c mkcv -n __fish_is_first_arg -a %s\n", mkcv_verbs[i].name);
    for (const struct mkcv_option_row *row = mkcv_option_rows; row->name; row++) {
        const char *const *words = mkcv_option_words(row->taking);
        const char *command = command_for(row);
        fprintf(to, "complete -c mkcv -l %s", row->name);
        if (row->letter) fprintf(to, " -s %c", row->letter);
        if (mkcv_option_has_value(row)) fputs(is_file(row) ? " -r" : " -x", to);
        if (words) fputs(" -a '", to), put_words(words, to), fputc('\'', to);
        if (command) fprintf(to, " -a '(%s 2>/dev/null | string split \" \")'", command);
        put_fish_condition(row, to);
        fputs(" -d '", to);
        put_help(row, to);
        fputs("'\n", to);
    }
}

void mkcv_completion_print(enum mkcv_shell shell, FILE *to)
{
    switch (shell) {
    case MKCV_SHELL_BASH:
        print_bash(to);
        break;
    case MKCV_SHELL_ZSH:
        print_zsh(to);
        break;
    case MKCV_SHELL_FISH:
        print_fish(to);
        break;
    }
}
