/* settings.c - mkcv.yaml and KEY=VALUE words into struct mkcv_settings; what belongs to the style is passed on to it.
 *
 * The two levels differ only in whom an error concerns: a file's is content, a word's is wrong use. */
#include "mkcv/settings.h"
#include "keys.h"
#include "mkcv/file.h"
#include "mkcv/source.h"
#include <stdlib.h>
#include <string.h>

struct reading {
    struct mkcv_arena *arena;
    struct mkcv_diags *diags;
    struct mkcv_settings *out;
    struct mkcv_node *style, *last; /* the map of the style's keys, its last member */
    enum mkcv_code code;
};

static const struct setting {
    const char *name;
    enum mkcv_setting_type type;
    size_t offset;
} settings[] = {
#define MKCV_SETTING(name, type, doc) {#name, MKCV_SETTING_##type, offsetof(struct mkcv_settings, name)},
#include "settings.def"
#undef MKCV_SETTING
};
#define SETTING_COUNT (sizeof settings / sizeof *settings)

static void add_code(struct reading *r, struct mkcv_loc loc)
{
    enum mkcv_code code = loc.file ? MKCV_CONTENT : MKCV_USAGE;
    if (code > r->code) r->code = code;
}

static void report_value(struct reading *r, const struct mkcv_node *n, const char *key, const char *allowed)
{
    const char *shown = n->kind == MKCV_NODE_SCALAR ? n->value : n->kind == MKCV_NODE_LIST ? "[...]" : "{...}";
    mkcv_report(r->diags, MKCV_DIAG_STYLE_VALUE, n->loc, shown, key, allowed);
    add_code(r, n->loc);
}

static const struct setting *lookup_setting(const char *name)
{
    for (size_t i = 0; i < SETTING_COUNT; ++i)
        if (strcmp(settings[i].name, name) == 0) return &settings[i];
    return NULL;
}

bool mkcv_setting_is(const char *name) { return lookup_setting(name); }

static void report_unknown(struct reading *r, const char *key, struct mkcv_loc loc)
{
    const char *names[SETTING_COUNT + 1] = {0};
    for (size_t i = 0; i < SETTING_COUNT; ++i) names[i] = settings[i].name;
    const char *hint = mkcv_key_hint(r->arena, key, mkcv_key_names(r->arena, names), false);
    mkcv_report(r->diags, MKCV_DIAG_STYLE_KEY, loc, key, hint);
    add_code(r, loc);
}

/* Passes a member on to the style under its dotted name. */
static void pass_on(struct reading *r, const struct mkcv_node *member)
{
    struct mkcv_node *copy = MKCV_NEW(r->arena, struct mkcv_node);
    *copy = *member;
    copy->next = NULL;
    if (!r->style) {
        r->style = MKCV_NEW(r->arena, struct mkcv_node);
        r->style->kind = MKCV_NODE_MAP;
        r->out->style_keys = r->style;
    }
    if (r->last)
        r->last->next = copy;
    else
        r->style->first = copy;
    r->last = copy;
}

/* Exactly `n` digits, or -1. */
static int read_digits(const char *s, size_t n)
{
    int value = 0;
    for (size_t i = 0; i < n; ++i) {
        if (s[i] < '0' || s[i] > '9') return -1;
        value = value * 10 + (s[i] - '0');
    }
    return value;
}

static bool read_date(const char *s, struct mkcv_date *out)
{
    size_t n = strlen(s);
    int year = n >= 4 ? read_digits(s, 4) : -1, month = 0, day = 0;
    if (n >= 7) month = s[4] == '-' ? read_digits(s + 5, 2) : -1;
    if (n >= 10) day = s[7] == '-' ? read_digits(s + 8, 2) : -1;
    if ((n != 4 && n != 7 && n != 10) || year < 1 || month < 0 || month > 12 || day < 0 || day > 31) return false;
    if ((n >= 7 && month == 0) || (n == 10 && day == 0)) return false;
    *out = (struct mkcv_date){(short)year, (signed char)month, (signed char)day};
    return true;
}

bool mkcv_pages_from_string(const char *s, int *pages)
{
    size_t n = strlen(s);
    int value = n && n <= 3 ? read_digits(s, n) : -1;
    if (value > 0) *pages = value;
    return value > 0;
}

static void set_titles(struct reading *r, const struct mkcv_node *map)
{
    size_t n = 0, limit = sizeof r->out->titles / sizeof *r->out->titles - 1;
    if (map->kind != MKCV_NODE_MAP) {
        report_value(r, map, "titles", "it takes a map of section keys and their titles");
        return;
    }
    while (n < limit && r->out->titles[n].key) ++n;
    for (const struct mkcv_node *m = map->first; m; m = m->next) {
        size_t i = 0;
        while (i < n && strcmp(r->out->titles[i].key, m->key) != 0) ++i;
        if (m->kind != MKCV_NODE_SCALAR || i == limit) {
            report_value(r, m, "titles", "it takes at most 31 titles, a string each");
            continue;
        }
        r->out->titles[i].key = m->key;
        r->out->titles[i].title = m->value;
        r->out->titles[i].loc = m->key_loc.line ? m->key_loc : m->loc;
        if (i == n) ++n;
    }
}

static void set_words(struct reading *r, const struct setting *s, const struct mkcv_node *n)
{
    struct mkcv_words *words = (struct mkcv_words *)(void *)((char *)r->out + s->offset);
    if (words == &r->out->names && n->kind == MKCV_NODE_SCALAR) { /* "Moss, Ada" is one name */
        *words = (struct mkcv_words){0};
        if (*n->value) *MKCV_PUSH(r->arena, &words->list) = n->value;
        return;
    }
    const char *allowed = mkcv_key_store(r->arena, MKCV_KEY_WORDS, n, 0, words);
    if (allowed) report_value(r, n, s->name, allowed);
    if (words == &r->out->only) r->out->only_loc = n->loc;
    if (words == &r->out->skip) r->out->skip_loc = n->loc;
    if (words == &r->out->order) r->out->order_loc = n->loc;
    if (words == &r->out->hide) r->out->hide_loc = n->loc;
}

static void set_statuses(struct reading *r, const struct setting *s, const struct mkcv_node *n)
{
    enum { KNOWN = 6 };
    static const char *const known[KNOWN] = {"published",    "in-press",  "accepted",
                                             "under-review", "submitted", "in-preparation"};
    struct mkcv_words *words = (struct mkcv_words *)(void *)((char *)r->out + s->offset);
    set_words(r, s, n);
    size_t kept = 0;
    for (size_t i = 0; i < words->list.count; i++) {
        size_t k = 0;
        while (k < KNOWN && strcasecmp(words->list.at[i], known[k]) != 0) k++;
        if (k < KNOWN)
            words->list.at[kept++] = known[k];
        else
            report_value(r, n, s->name,
                         "it takes published, in-press, accepted, under-review, submitted, in-preparation");
    }
    words->list.count = kept;
}

static void add_students(struct reading *r, const char *sense, const struct mkcv_node *names)
{
    const struct mkcv_node *n = names->kind == MKCV_NODE_LIST ? names->first : names;
    for (; n; n = names->kind == MKCV_NODE_LIST ? n->next : NULL) {
        if (n->kind != MKCV_NODE_SCALAR)
            report_value(r, n, "students", "it takes a list of names, or a map of what their mark means and names");
        else if (*n->value)
            *MKCV_PUSH(r->arena, &r->out->students.list) = (struct mkcv_marked_name){n->value, sense};
    }
}

static void set_students(struct reading *r, const struct mkcv_node *n)
{
    r->out->students = (struct mkcv_marked_names){0};
    if (n->kind != MKCV_NODE_MAP) add_students(r, NULL, n);
    for (const struct mkcv_node *m = n->kind == MKCV_NODE_MAP ? n->first : NULL; m; m = m->next)
        add_students(r, m->key, m);
}

static void set_targets(struct reading *r, const struct setting *s, const struct mkcv_node *n)
{
    struct mkcv_targets *targets = (struct mkcv_targets *)(void *)((char *)r->out + s->offset);
    const struct mkcv_node *item = n->kind == MKCV_NODE_LIST ? n->first : n;
    *targets = (struct mkcv_targets){0};
    for (; item; item = n->kind == MKCV_NODE_LIST ? item->next : NULL) {
        if (item->kind != MKCV_NODE_SCALAR)
            report_value(r, item, s->name, "it takes a list of tags, titles, URLs or FILE:LINE");
        else if (*item->value)
            *MKCV_PUSH(r->arena, &targets->list) = (struct mkcv_target){item->value, item->loc};
    }
}

static void set_corrections(struct reading *r, const struct setting *s, const struct mkcv_node *n)
{
    bool added = s->type == MKCV_SETTING_ADDED;
    if (n->kind == (added ? MKCV_NODE_MAP : MKCV_NODE_LIST))
        *(const struct mkcv_node **)(void *)((char *)r->out + s->offset) = n;
    else if (n->kind != MKCV_NODE_SCALAR || *n->value)
        report_value(r, n, s->name,
                     added ? "it takes a map of section keys and lists of entries" : "it takes a list of maps");
}

static void set_limits(struct reading *r, const char *name, struct mkcv_limits *limits, const struct mkcv_node *map)
{
    if (map->kind != MKCV_NODE_MAP) {
        report_value(r, map, name, "it takes a map of section keys or titles and numbers");
        return;
    }
    for (const struct mkcv_node *m = map->first; m; m = m->next) {
        size_t n = m->kind == MKCV_NODE_SCALAR ? strlen(m->value) : 0;
        int most = n && n <= 6 ? read_digits(m->value, n) : -1;
        if (most < 0)
            report_value(r, m, name, "it takes a number for each section");
        else
            *MKCV_PUSH(r->arena, &limits->list) = (struct mkcv_limit){m->key, most, m->key_loc};
    }
}

/* A form that a variant inherits keeps what this one does not say. */
static void set_form_member(struct reading *r, const struct mkcv_node *m)
{
    struct mkcv_form *f = &r->out->form;
    const struct {
        const char *name;
        struct mkcv_bound *bound;   /* a length, or the pages */
        struct mkcv_limits *limits; /* or numbers by section */
    } members[] = {{"pages", &f->pages, NULL},          {"font", &f->font, NULL},
                   {"margin", &f->margin, NULL},        {"side-margin", &f->side_margin, NULL},
                   {"entries", NULL, &f->entries},      {"words", NULL, &f->words},
                   {"characters", NULL, &f->characters}};
    const char *names[sizeof members / sizeof *members + 1] = {0};
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        names[i] = members[i].name;
        if (strcmp(m->key, names[i]) != 0) continue;
        if (members[i].limits) {
            set_limits(r, m->key, members[i].limits, m);
            return;
        }
        struct mkcv_bound bound = {.loc = m->loc};
        const char *allowed = "it takes a number from 1 to 999";
        if (members[i].bound != &f->pages)
            allowed = mkcv_key_store(r->arena, MKCV_KEY_SIZE, m, 0, &bound.value);
        else if (m->kind == MKCV_NODE_SCALAR && mkcv_pages_from_string(m->value, &bound.value))
            allowed = NULL;
        if (allowed) report_value(r, m, m->key, allowed);
        if (!allowed) *members[i].bound = bound;
        return;
    }
    const char *key = mkcv_arena_printf(r->arena, "form.%s", m->key);
    mkcv_report(r->diags, MKCV_DIAG_STYLE_KEY, m->key_loc, key, mkcv_key_hint(r->arena, m->key, names, true));
    add_code(r, m->key_loc);
}

static void set_form(struct reading *r, const struct mkcv_node *map)
{
    if (map->kind != MKCV_NODE_MAP) report_value(r, map, "form", "it takes a map of what a funder allows");
    for (const struct mkcv_node *m = map->first; m && map->kind == MKCV_NODE_MAP; m = m->next) set_form_member(r, m);
}

/* A path in a file is of the file's folder. */
static const char *style_beside(struct reading *r, const struct mkcv_node *n)
{
    const char *slash = n->loc.file ? strrchr(n->loc.file, '/') : NULL;
    bool path = strchr(n->value, '/') || *mkcv_path_extension(n->value);
    if (!slash || !path || n->value[0] == '/') return n->value;
    const char *folder = mkcv_arena_strndup(r->arena, n->loc.file, (size_t)(slash - n->loc.file));
    const char *beside = mkcv_path_join(r->arena, folder, n->value);
    return mkcv_file_kind(beside) == MKCV_FILE_NONE ? n->value : beside;
}

static void set_paper(struct reading *r, const struct mkcv_node *n)
{
    int32_t size[2];
    const char *allowed = mkcv_key_store(r->arena, MKCV_KEY_PAPER, n, 0, size);
    if (allowed)
        report_value(r, n, "paper", allowed);
    else
        r->out->paper = n->value;
}

static void set_biography(struct reading *r, const struct mkcv_node *n)
{
    static const char *const words[] = {"rest", "full", "none"};
    for (int i = 0; i < 3; ++i)
        if (strcasecmp(n->value, words[i]) == 0) {
            r->out->biography = (enum mkcv_biography)i;
            return;
        }
    report_value(r, n, "biography", "one of rest, full, none");
}

/* yes, no, or a file. */
static void set_photo(struct reading *r, const struct mkcv_node *n)
{
    bool shown;
    bool word = !n->quoted && !mkcv_key_store(r->arena, MKCV_KEY_BOOL, n, 0, &shown);
    r->out->photo_wish = !*n->value ? MKCV_PHOTO_AS_STYLED : word && !shown ? MKCV_PHOTO_NO : MKCV_PHOTO_YES;
    r->out->photo = word || !*n->value ? NULL : n->value;
    r->out->photo_loc = n->loc;
}

static void set_scalar(struct reading *r, const struct setting *s, const struct mkcv_node *n)
{
    void *member = (char *)r->out + s->offset;
    int year = strlen(n->value) == 4 ? read_digits(n->value, 4) : -1;
    switch (s->type) {
    case MKCV_SETTING_STRING:
        *(const char **)member = *n->value ? n->value : NULL;
        if (member == (void *)&r->out->lang) r->out->lang_loc = n->loc;
        break;
    case MKCV_SETTING_STYLE:
        r->out->style = *n->value ? style_beside(r, n) : NULL;
        r->out->style_loc = n->loc;
        break;
    case MKCV_SETTING_PAPER:
        set_paper(r, n);
        break;
    case MKCV_SETTING_BIOGRAPHY:
        set_biography(r, n);
        break;
    case MKCV_SETTING_PHOTO:
        set_photo(r, n);
        break;
    case MKCV_SETTING_DATE:
        if (!read_date(n->value, member)) report_value(r, n, s->name, "it takes YYYY-MM-DD");
        break;
    case MKCV_SETTING_YEAR:
        if (year < 0 && *n->value)
            report_value(r, n, s->name, "it takes a year");
        else
            *(int *)member = *n->value ? year : 0;
        break;
    case MKCV_SETTING_PAGES:
        if (!mkcv_pages_from_string(n->value, member)) report_value(r, n, s->name, "it takes a number from 1 to 999");
        break;
    case MKCV_SETTING_BOOL: {
        const char *allowed = mkcv_key_store(r->arena, MKCV_KEY_BOOL, n, 0, member);
        if (allowed) report_value(r, n, s->name, allowed);
        break;
    }
    case MKCV_SETTING_WORDS:
    case MKCV_SETTING_STYLE_WORDS:
    case MKCV_SETTING_TITLES:
    case MKCV_SETTING_LIMITS:
    case MKCV_SETTING_TARGETS:
    case MKCV_SETTING_ADDED:
    case MKCV_SETTING_REPLACED:
    case MKCV_SETTING_FORM:
    case MKCV_SETTING_STATUSES:
    case MKCV_SETTING_STUDENTS:
        break;
    }
}

static void set(struct reading *r, const struct setting *s, const struct mkcv_node *n)
{
    if (s->type == MKCV_SETTING_WORDS || s->type == MKCV_SETTING_STYLE_WORDS)
        set_words(r, s, n);
    else if (s->type == MKCV_SETTING_TITLES)
        set_titles(r, n);
    else if (s->type == MKCV_SETTING_LIMITS)
        set_limits(r, s->name, &r->out->limit, n);
    else if (s->type == MKCV_SETTING_STATUSES)
        set_statuses(r, s, n);
    else if (s->type == MKCV_SETTING_STUDENTS)
        set_students(r, n);
    else if (s->type == MKCV_SETTING_FORM)
        set_form(r, n);
    else if (s->type == MKCV_SETTING_ADDED || s->type == MKCV_SETTING_REPLACED)
        set_corrections(r, s, n);
    else if (s->type == MKCV_SETTING_TARGETS)
        set_targets(r, s, n);
    else if (n->kind != MKCV_NODE_SCALAR)
        report_value(r, n, s->name, "it takes one value");
    else
        set_scalar(r, s, n);
    if (s->type == MKCV_SETTING_STYLE_WORDS) pass_on(r, n);
}

/* One member of mkcv.yaml, or one word. `date`, `fit` and `photo` are settings as values, the style's as maps. */
static void read_member(struct reading *r, const struct mkcv_node *n)
{
    const struct setting *s = lookup_setting(n->key);
    bool styles = s && n->kind == MKCV_NODE_MAP && mkcv_key_has_members(n->key);
    if (s && !styles)
        set(r, s, n);
    else if (mkcv_key_is_first(n->key))
        pass_on(r, n);
    else
        report_unknown(r, n->key, n->key_loc.line ? n->key_loc : n->loc);
}

/* "titles.awards=Prizes" is a member of a setting. */
static void read_title(struct reading *r, const struct mkcv_node *member)
{
    struct mkcv_node map = {.kind = MKCV_NODE_MAP, .key = "titles"}, *title = MKCV_NEW(r->arena, struct mkcv_node);
    *title = *member;
    title->key = member->key + strlen("titles.");
    title->next = NULL;
    map.first = title;
    set_titles(r, &map);
}

/* The value of KEY=VALUE as YAML; no value is the empty string. */
static struct mkcv_node read_value(struct reading *r, const char *text)
{
    size_t errors = r->diags->errors;
    const struct mkcv_node *value = mkcv_yaml_read(r->arena, text, strlen(text), NULL, 1, r->diags);
    struct mkcv_node n = value ? *value : (struct mkcv_node){.kind = MKCV_NODE_SCALAR, .value = ""};
    if (r->diags->errors > errors) add_code(r, (struct mkcv_loc){0});
    n.loc = n.key_loc = (struct mkcv_loc){0};
    n.next = NULL;
    return n;
}

/* Strings and colors stand on a command line as they are, unless quoted: to YAML "#1f3a6e" is a comment and "{name}"
 * a map. */
static bool is_plain(const char *key, const char *value)
{
    int style_key = mkcv_key_lookup(key);
    const struct setting *s = lookup_setting(key);
    if (*value == '"' || *value == '\'') return false;
    if (strncmp(key, "titles.", 7) == 0 || (s && s->type == MKCV_SETTING_STRING)) return true;
    if (style_key < 0) return false;
    enum mkcv_key_type type = mkcv_key_type_of(style_key);
    return type == MKCV_KEY_STRING || type == MKCV_KEY_COLOR || type == MKCV_KEY_WORK_FORMAT;
}

static void read_word(struct reading *r, const char *word)
{
    const char *equals = strchr(word, '=');
    if (!equals || equals == word) {
        mkcv_report(r->diags, MKCV_DIAG_OPTION, (struct mkcv_loc){0},
                    mkcv_arena_printf(r->arena, "'%s' is not a setting: it takes KEY=VALUE", word));
        add_code(r, (struct mkcv_loc){0});
        return;
    }
    struct mkcv_node *n = MKCV_NEW(r->arena, struct mkcv_node);
    const char *key = mkcv_arena_strndup(r->arena, word, (size_t)(equals - word));
    if (is_plain(key, equals + 1))
        *n = (struct mkcv_node){.kind = MKCV_NODE_SCALAR, .value = equals + 1};
    else
        *n = read_value(r, equals + 1);
    n->key = key;
    if (strncmp(n->key, "titles.", 7) == 0)
        read_title(r, n);
    else
        read_member(r, n);
}

enum mkcv_code mkcv_settings_read(struct mkcv_arena *a, const struct mkcv_node *file, const char *const *words,
                                  size_t count, struct mkcv_settings *out, struct mkcv_diags *d)
{
    struct reading r = {.arena = a, .diags = d, .out = out};
    *out = (struct mkcv_settings){0};
    if (file && file->kind == MKCV_NODE_MAP)
        for (const struct mkcv_node *n = file->first; n; n = n->next) read_member(&r, n);
    else if (file)
        report_value(&r, file, "mkcv.yaml", "it takes a map of keys");
    for (size_t i = 0; i < count; ++i) read_word(&r, words[i]);
    return r.code;
}
