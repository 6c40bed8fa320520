/* command.c - the tables of command.h. */
#include "command.h"
#include "mkcv/buf.h"
#include <stddef.h>
#include <string.h>

const struct mkcv_verb_row mkcv_verbs[] = {
    {NULL, MKCV_VERB_RUN, mkcv_usage},
    {"check", MKCV_VERB_CHECK, mkcv_usage_check},
    {"explain", MKCV_VERB_EXPLAIN, mkcv_usage_explain},
    {"diff", MKCV_VERB_DIFF, mkcv_usage_diff},
    {"styles", MKCV_VERB_STYLES, mkcv_usage_styles},
    {"init", MKCV_VERB_INIT, mkcv_usage_init},
    {"batch", MKCV_VERB_BATCH, mkcv_usage_batch},
    {"watch", MKCV_VERB_WATCH, mkcv_usage_watch},
};
_Static_assert(sizeof mkcv_verbs / sizeof *mkcv_verbs == MKCV_VERBS, "a command that nobody finds");

#define AT(member) offsetof(struct mkcv_command, member)

const struct mkcv_option_row mkcv_option_rows[] = {
    {"output", 'o', MKCV_TAKE_STRING, AT(options.output), 0, MKCV_VERB_MAKE},
    {"to", 't', MKCV_TAKE_FORMAT, 0, 0, MKCV_VERB_MAKE | MKCV_VERB_DIFF},
    {"style", 's', MKCV_TAKE_STRING, AT(options.style), 0, MKCV_VERB_MAKE | MKCV_VERB_EXPLAIN},
    {"variant", 0, MKCV_TAKE_STRING, AT(options.variant), 0, MKCV_VERB_ALL},
    {"all-variants", 0, MKCV_TAKE_FLAG, AT(options.all_variants), 0, MKCV_VERB_RUN},
    {"attach", 0, MKCV_TAKE_FLAG, AT(options.attach), 0, MKCV_VERB_MAKE},
    {"public", 0, MKCV_TAKE_FLAG, AT(options.public), 0, MKCV_VERB_ALL},
    {"stale", 0, MKCV_TAKE_STRING, AT(options.stale), 0, MKCV_VERB_CHECK},
    {"deps", 0, MKCV_TAKE_STRING, AT(options.deps), 0, MKCV_VERB_RUN},
    {"set", 0, MKCV_TAKE_SET, 0, 0, MKCV_VERB_ALL | MKCV_VERB_STYLES},
    {"only", 0, MKCV_TAKE_STRING, AT(options.only), 0, MKCV_VERB_ALL},
    {"skip", 0, MKCV_TAKE_STRING, AT(options.skip), 0, MKCV_VERB_ALL},
    {"since", 0, MKCV_TAKE_STRING, AT(options.since), 0, MKCV_VERB_ALL},
    {"selected", 0, MKCV_TAKE_FLAG, AT(options.selected), 0, MKCV_VERB_ALL},
    {"pages", 0, MKCV_TAKE_STRING, AT(options.pages), 0, MKCV_VERB_MAKE},
    {"fit", 0, MKCV_TAKE_FLAG, AT(options.fit), 0, MKCV_VERB_MAKE},
    {"paper", 0, MKCV_TAKE_STRING, AT(options.paper), 0, MKCV_VERB_MAKE},
    {"lang", 0, MKCV_TAKE_STRING, AT(options.lang), 0, MKCV_VERB_ALL | MKCV_VERB_INIT},
    {"name", 0, MKCV_TAKE_STRING, AT(options.name), 0, MKCV_VERB_ALL},
    {"date", 0, MKCV_TAKE_STRING, AT(options.date), 0, MKCV_VERB_MAKE},
    {"site", 0, MKCV_TAKE_STRING, AT(options.layout), 0, MKCV_VERB_ALL | MKCV_VERB_INIT},
    {"dump", 0, MKCV_TAKE_DUMP, 0, 0, MKCV_VERB_RUN},
    {"strict", 0, MKCV_TAKE_FLAG, AT(options.strict), 0, MKCV_VERB_ALL},
    {"diagnostics", 0, MKCV_TAKE_DIAGNOSTICS, 0, 0, MKCV_VERB_ANY},
    {"jobs", 'j', MKCV_TAKE_STRING, AT(options.jobs), 0, MKCV_VERB_BATCH},
    {"shard", 0, MKCV_TAKE_STRING, AT(options.shard), 0, MKCV_VERB_BATCH},
    {"merge", 0, MKCV_TAKE_FLAG, AT(options.merge), 0, MKCV_VERB_BATCH},
    {"schema", 0, MKCV_TAKE_FLAG, AT(options.schema), 0, MKCV_VERB_STYLES},
    {"list-styles", 0, MKCV_TAKE_ACT, 0, MKCV_ACT_STYLES, MKCV_VERB_RUN},
    {"list-sites", 0, MKCV_TAKE_ACT, 0, MKCV_ACT_SITES, MKCV_VERB_RUN},
    {"list-fonts", 0, MKCV_TAKE_ACT, 0, MKCV_ACT_FONTS, MKCV_VERB_RUN},
    {"completion", 0, MKCV_TAKE_SHELL, 0, MKCV_ACT_COMPLETION, MKCV_VERB_RUN},
    {"quiet", 'q', MKCV_TAKE_LEAST, 0, MKCV_LEVEL_ERROR, MKCV_VERB_ANY},
    {"verbose", 'v', MKCV_TAKE_LEAST, 0, MKCV_LEVEL_INFO, MKCV_VERB_ANY},
    {"version", 'V', MKCV_TAKE_ACT, 0, MKCV_ACT_VERSION, MKCV_VERB_ANY},
    {"help", 'h', MKCV_TAKE_ACT, 0, MKCV_ACT_HELP, MKCV_VERB_ANY},
    {0},
};

const char *const *mkcv_option_words(enum mkcv_taking taking)
{
    static const char *const formats[] = {"pdf", "tex", "json", "md", "html", "txt", "bib", NULL};
    static const char *const dumps[] = {"records", "cv", "flow", "pages", NULL};
    static const char *const diagnostics[] = {"human", "short", "json", "github", NULL};
    static const char *const shells[] = {"bash", "zsh", "fish", NULL};
    switch (taking) {
    case MKCV_TAKE_FORMAT:
        return formats;
    case MKCV_TAKE_DUMP:
        return dumps;
    case MKCV_TAKE_DIAGNOSTICS:
        return diagnostics;
    case MKCV_TAKE_SHELL:
        return shells;
    case MKCV_TAKE_STRING:
    case MKCV_TAKE_FLAG:
    case MKCV_TAKE_SET:
    case MKCV_TAKE_ACT:
    case MKCV_TAKE_LEAST:
        break;
    }
    return NULL;
}

bool mkcv_option_has_value(const struct mkcv_option_row *row)
{
    return row->taking < MKCV_TAKE_ACT && row->taking != MKCV_TAKE_FLAG;
}

const char *mkcv_command_wishes(struct mkcv_arena *a, const struct mkcv_command *c)
{
    struct mkcv_buf out;
    mkcv_buf_init(&out, a);
    for (const struct mkcv_option_row *row = mkcv_option_rows; row->name; row++) {
        const char *place = (const char *)c + row->place, *value;
        bool flag;
        if (!(row->verbs & MKCV_VERB_RUN) || row->place == AT(options.output)) continue;
        memcpy(&value, place, sizeof value);
        memcpy(&flag, place, sizeof flag);
        if (row->taking == MKCV_TAKE_STRING && value) mkcv_buf_printf(&out, "%s=%s\n", row->name, value);
        if (row->taking == MKCV_TAKE_FLAG && flag) mkcv_buf_printf(&out, "%s\n", row->name);
    }
    for (size_t i = 0; i < c->sets.count; i++) mkcv_buf_printf(&out, "set %s\n", c->sets.at[i]);
    mkcv_buf_printf(&out, "to=%s\n", mkcv_option_words(MKCV_TAKE_FORMAT)[c->options.format]);
    return out.s;
}
