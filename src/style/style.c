/* style.c - a style resolved: defaults, inherited files, the file itself, the settings' keys, the paper.
 *
 * Each layer only chooses the node that states a key; values are read at the end, when the font size that ems are of
 * and the colors that names stand for are known. */
#include "mkcv/style.h"
#include "keys.h"
#include "mkcv/embedded.h"
#include "mkcv/file.h"
#include "mkcv/source.h"
#include <stdlib.h>
#include <string.h>

#define LIMIT_STYLE ((size_t)1 << 20) /* bytes of a style file */
#define LIMIT_INHERIT 16
#define LIMIT_NESTING 4 /* look.ROLE.key is the deepest */
#define EM_BEFORE 10000 /* mpt: what an em is while values are only checked */

struct layers {
    struct mkcv_arena *arena;
    struct mkcv_diags *diags;
    const struct mkcv_node *chosen[MKCV_KEYS_ALL];
    struct mkcv_style scratch;
    enum mkcv_code code;
};

/* A style being read, and the one that inherits it. */
struct chain {
    const char *name;
    const struct chain *outer;
};

static void add_code(struct layers *l, enum mkcv_code code)
{
    if (code > l->code) l->code = code;
}

static enum mkcv_code code_of(struct mkcv_loc loc) { return loc.file ? MKCV_CONTENT : MKCV_USAGE; }

static void *member_of(struct mkcv_style *style, int key)
{
    if (key < MKCV_KEYS) return (char *)style + mkcv_keys[key].offset;
    int look = key - MKCV_KEYS;
    return (char *)&style->look[look / MKCV_LOOK_KEYS] + mkcv_look_keys[look % MKCV_LOOK_KEYS].offset;
}

static void choose_margins(struct layers *l, const struct mkcv_node *value)
{
    static const char *const sides[] = {"page.margin.top", "page.margin.bottom", "page.margin.left",
                                        "page.margin.right"};
    for (int i = 0; i < 4; ++i) l->chosen[mkcv_key_lookup(sides[i])] = value;
}

static void choose(struct layers *l, const char *dotted, int key, const struct mkcv_node *value)
{
    enum mkcv_key_type type = mkcv_key_type_of(key);
    bool margin = type == MKCV_KEY_MARGIN && value->kind == MKCV_NODE_SCALAR;
    const char *allowed =
        mkcv_key_store(l->arena, margin ? MKCV_KEY_LENGTH : type, value, EM_BEFORE, member_of(&l->scratch, key));
    if (allowed) {
        const char *shown = value->kind == MKCV_NODE_SCALAR ? value->value
                            : value->kind == MKCV_NODE_LIST ? "[...]"
                                                            : "{...}";
        mkcv_report(l->diags, MKCV_DIAG_STYLE_VALUE, value->loc, shown, dotted, allowed);
        add_code(l, code_of(value->loc));
    } else if (margin) {
        choose_margins(l, value);
    } else {
        l->chosen[key] = value;
    }
}

static void report_unknown(struct layers *l, const char *dotted, const struct mkcv_node *member)
{
    struct mkcv_loc loc = member->key_loc.line ? member->key_loc : member->loc;
    const char *hint = mkcv_key_hint(l->arena, dotted, mkcv_key_names(l->arena, NULL), false);
    mkcv_report(l->diags, MKCV_DIAG_STYLE_KEY, loc, dotted, hint);
    add_code(l, code_of(loc));
}

/* Chooses what the members of `map` state; `prefix` is "" or a dotted key with its dot. */
static void choose_members(struct layers *l, const struct mkcv_node *map, const char *prefix, int depth)
{
    for (const struct mkcv_node *n = map->first; n; n = n->next) {
        if (!n->key || (depth == 0 && (strcmp(n->key, "inherit") == 0 || strcmp(n->key, "name") == 0))) continue;
        const char *dotted = *prefix ? mkcv_arena_printf(l->arena, "%s%s", prefix, n->key) : n->key;
        int key = mkcv_key_lookup(dotted);
        if (n->kind == MKCV_NODE_MAP && depth < LIMIT_NESTING && mkcv_key_has_members(dotted))
            choose_members(l, n, mkcv_arena_printf(l->arena, "%s.", dotted), depth + 1);
        else if (key >= 0)
            choose(l, dotted, key, n);
        else
            report_unknown(l, dotted, n);
    }
}

static bool is_path(const char *name)
{
    return strchr(name, '/') || strcmp(mkcv_path_extension(name), ".yaml") == 0 ||
           strcmp(mkcv_path_extension(name), ".yml") == 0;
}

/* `name` as the file `from` means it: paths are of its folder. */
static const char *path_beside(struct mkcv_arena *a, const char *from, const char *name)
{
    const char *slash = from ? strrchr(from, '/') : NULL;
    if (!is_path(name) || !slash || name[0] == '/') return name;
    while (strncmp(name, "./", 2) == 0) name += 2;
    return mkcv_path_join(a, mkcv_arena_strndup(a, from, (size_t)(slash - from)), name);
}

/* The text of the style, NULL when there is no such style; *file is its name in messages. */
static const char *read_text(struct layers *l, const char *name, const char **file, size_t *n)
{
    const char *text = NULL;
    if (!is_path(name)) {
        *file = mkcv_arena_printf(l->arena, "styles/%s.yaml", name);
        const struct mkcv_embedded *e = mkcv_embedded_lookup(*file);
        *n = e ? (size_t)(e->end - e->data) : 0;
        return e ? (const char *)e->data : NULL;
    }
    *file = name;
    if (mkcv_file_kind(name) == MKCV_FILE_NONE) return NULL;
    enum mkcv_code code = mkcv_file_read_text(l->arena, name, LIMIT_STYLE, &text, l->diags);
    add_code(l, code);
    if (code != MKCV_OK || !text) text = "";
    *n = strlen(text);
    return text;
}

static void report_style(struct layers *l, const char *name, struct mkcv_loc loc)
{
    const char *hint = is_path(name) ? "" : mkcv_key_hint(l->arena, name, mkcv_style_names(l->arena), true);
    mkcv_report(l->diags, MKCV_DIAG_STYLE_UNKNOWN, loc, name, hint);
    add_code(l, code_of(loc));
}

/* Chooses what the style and those that it inherits state. False: there is no such style. */
static bool choose_style(struct layers *l, const char *name, struct mkcv_loc loc, const struct chain *outer)
{
    int depth = 0;
    for (const struct chain *c = outer; c; c = c->outer, ++depth)
        if (strcmp(c->name, name) == 0 || depth == LIMIT_INHERIT) {
            mkcv_report(l->diags, MKCV_DIAG_STYLE_LOOP, loc, name);
            add_code(l, code_of(loc));
            return true;
        }
    size_t n = 0, errors = l->diags->errors;
    const char *file, *text = read_text(l, name, &file, &n);
    if (!text) {
        report_style(l, name, loc);
        return false;
    }
    const struct mkcv_node *root = mkcv_yaml_read(l->arena, text, n, file, 1, l->diags);
    if (l->diags->errors > errors) add_code(l, MKCV_CONTENT);
    if (!root) return true;
    if (root->kind != MKCV_NODE_MAP) {
        mkcv_report(l->diags, MKCV_DIAG_STYLE_VALUE, root->loc, file, "style", "it takes a map of keys");
        add_code(l, MKCV_CONTENT);
        return true;
    }
    const struct mkcv_node *base = mkcv_node_lookup(root, "inherit");
    const char *inherited = mkcv_node_string(root, "inherit");
    if (inherited) {
        const struct chain link = {name, outer};
        choose_style(l, path_beside(l->arena, file, inherited), base->loc, &link);
    }
    choose_members(l, root, "", 0);
    return true;
}

static void store(struct layers *l, struct mkcv_style *out, int key, int32_t em)
{
    const struct mkcv_node *value = l->chosen[key];
    struct mkcv_node built_in = {.kind = MKCV_NODE_SCALAR};
    enum mkcv_key_type type = mkcv_key_type_of(key);
    if (type == MKCV_KEY_MARGIN) return;
    built_in.value = mkcv_key_row(key)->value;
    if (!value || mkcv_key_store(l->arena, type, value, em, member_of(out, key)))
        mkcv_key_store(l->arena, type, &built_in, em, member_of(out, key));
}

static void resolve_colors(struct mkcv_style *s)
{
    const struct mkcv_style before = *s;
    uint32_t *colors[] = {&s->color.ink, &s->color.grey, &s->color.accent, &s->color.rule};
    for (int i = 0; i < 4; ++i) {
        *colors[i] = mkcv_color_resolve(&before, *colors[i]);
        if (*colors[i] == MKCV_COLOR_INHERIT) *colors[i] = 0;
    }
    s->sidebar.color = mkcv_color_resolve(s, s->sidebar.color);
    for (int role = 0; role < MKCV_ROLE_COUNT; ++role) s->look[role].color = mkcv_color_resolve(s, s->look[role].color);
}

#define LEAST_MEASURE 72000 /* mpt: of text between margins */

/* Margins that leave no room for text are reported and halved until they do. */
static void check_margins(struct layers *l, struct mkcv_style *s)
{
    bool bad = false;
    int32_t *sides[][2] = {{&s->page.left, &s->page.right}, {&s->page.top, &s->page.bottom}};
    for (int i = 0; i < 2; ++i) {
        int32_t extent = i == 0 ? s->page.width : s->page.height;
        for (; (int64_t)extent - *sides[i][0] - *sides[i][1]<LEAST_MEASURE && * sides[i][0] + *sides[i][1]> 0;
             bad = true)
            *sides[i][0] /= 2, *sides[i][1] /= 2;
    }
    if (!bad) return;
    const struct mkcv_node *at = l->chosen[mkcv_key_lookup("page.margin.left")];
    struct mkcv_loc loc = at ? at->loc : (struct mkcv_loc){0};
    mkcv_report(l->diags, MKCV_DIAG_STYLE_VALUE, loc, at ? at->value : "", "page.margin",
                "it leaves no room for text on this page");
    add_code(l, code_of(loc));
}

/* A sidebar that leaves no room beside it is reported and made narrower until there is. */
static void check_sidebar(struct layers *l, struct mkcv_style *s)
{
    int32_t *width = &s->sidebar.width, *gap = &s->sidebar.gap, body = s->page.width - s->page.left - s->page.right;
    bool bad = false;
    if (s->sidebar.place == MKCV_SIDE_NONE) return;
    for (; body - *width - *gap<LEAST_MEASURE && * width + *gap> 0; bad = true) *width /= 2, *gap /= 2;
    if (!bad) return;
    const struct mkcv_node *at = l->chosen[mkcv_key_lookup("sidebar.width")];
    struct mkcv_loc loc = at ? at->loc : (struct mkcv_loc){0};
    mkcv_report(l->diags, MKCV_DIAG_STYLE_VALUE, loc, at ? at->value : "", "sidebar.width",
                "it leaves no room for the main column");
    add_code(l, code_of(loc));
}

/* Heads that stand at the left come above, with the space around them that lines have there. */
static void put_heads_above(struct mkcv_style *s)
{
    if (s->section.place != MKCV_HEAD_LEFT) return;
    s->section.place = MKCV_HEAD_ABOVE;
    if (s->section.rule == MKCV_RULE_ABOVE) s->section.rule_gap += s->font.leading * 3 / 4 - s->font.size * 2 / 3;
    if (s->section.below < s->font.leading / 4) s->section.below = s->font.leading / 4;
}

struct mkcv_style mkcv_style_beside(const struct mkcv_style *style, bool side)
{
    struct mkcv_style s = *style;
    int32_t body = s.page.width - s.page.left - s.page.right;
    int32_t taken = side ? body - s.sidebar.width : s.sidebar.width + s.sidebar.gap;
    if ((s.sidebar.place == MKCV_SIDE_LEFT) == side)
        s.page.right += taken;
    else
        s.page.left += taken;
    if (!side) return s;
    put_heads_above(&s);
    s.text.align = MKCV_ALIGN_LEFT;
    s.listing.form = MKCV_RUN_INLINE;
    s.entry.date = MKCV_DATE_INLINE;
    if (s.entry.tight_skip < s.entry.skip / 2) s.entry.tight_skip = s.entry.skip / 2; /* lines of them are often two */
    return s;
}

enum mkcv_photo_place mkcv_style_photo_place(const struct mkcv_style *s)
{
    bool beside = s->photo.place == MKCV_PHOTO_SIDEBAR && s->sidebar.place == MKCV_SIDE_NONE;
    return beside ? MKCV_PHOTO_RIGHT : s->photo.place;
}

static void finish(struct layers *l, struct mkcv_style *out)
{
    int size = mkcv_key_lookup("font.size");
    store(l, out, size, EM_BEFORE);
    for (int key = 0; key < MKCV_KEYS_ALL; ++key)
        if (key != size) store(l, out, key, out->font.size);
    resolve_colors(out);
    check_margins(l, out);
    check_sidebar(l, out);
}

static const char *style_name(struct mkcv_arena *a, const char *name)
{
    const char *base = mkcv_path_base(name);
    return mkcv_arena_strndup(a, base, strlen(base) - (is_path(name) ? strlen(mkcv_path_extension(base)) : 0));
}

/* Chooses all that the style and the settings state; gives the name of the style that is read, NULL when there is none.
 */
static const char *choose_all(struct layers *l, const char *name, const struct mkcv_settings *settings)
{
    struct mkcv_loc named = settings ? settings->style_loc : (struct mkcv_loc){0};
    if (!choose_style(l, name, named, NULL)) {
        if (!named.file) return NULL;
        name = "classic"; /* a file's mistake does not stop the CV */
        choose_style(l, name, named, NULL);
    }
    if (settings && settings->style_keys) choose_members(l, settings->style_keys, "", 0);
    if (settings && settings->paper) {
        struct mkcv_node *paper = MKCV_NEW(l->arena, struct mkcv_node);
        *paper = (struct mkcv_node){.kind = MKCV_NODE_SCALAR, .value = settings->paper};
        choose(l, "page.size", mkcv_key_lookup("page.size"), paper);
    }
    return name;
}

static struct layers *layers_new(struct mkcv_arena *a, struct mkcv_diags *d)
{
    struct layers *l = MKCV_NEW(a, struct layers);
    l->arena = a;
    l->diags = d;
    return l;
}

enum mkcv_code mkcv_style_read(struct mkcv_arena *a, const char *name, const struct mkcv_settings *settings,
                               struct mkcv_style *out, struct mkcv_diags *d)
{
    struct layers *l = layers_new(a, d);
    *out = (struct mkcv_style){0};
    name = choose_all(l, name ? name : "classic", settings);
    if (!name) return MKCV_USAGE;
    finish(l, out);
    out->name = style_name(a, name);
    return l->code;
}

enum mkcv_code mkcv_style_statements(struct mkcv_arena *a, const char *name, const struct mkcv_settings *settings,
                                     const struct mkcv_node *chosen[MKCV_KEYS_ALL], struct mkcv_diags *d)
{
    struct layers *l = layers_new(a, d);
    if (!choose_all(l, name, settings)) return MKCV_USAGE;
    memcpy(chosen, l->chosen, sizeof l->chosen);
    return l->code;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char *const *mkcv_style_names(struct mkcv_arena *a)
{
    MKCV_VEC(const char *) names = {0};
    for (const struct mkcv_embedded *e = mkcv_embedded_files; e->name; ++e) {
        size_t n = strlen(e->name);
        if (n > 12 && strncmp(e->name, "styles/", 7) == 0 && strcmp(e->name + n - 5, ".yaml") == 0)
            *MKCV_PUSH(a, &names) = mkcv_arena_strndup(a, e->name + 7, n - 12);
    }
    if (names.count) qsort(names.at, names.count, sizeof *names.at, compare_names);
    *MKCV_PUSH(a, &names) = NULL;
    return names.at;
}
