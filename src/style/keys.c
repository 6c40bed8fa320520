/* keys.c - the table of keys.def at work: finding a key, reading its value. */
#include "keys.h"
#include "format.h"
#include "mkcv/buf.h"
#include "mkcv/utf8.h"
#include <stdlib.h>
#include <string.h>

const struct mkcv_key mkcv_keys[MKCV_KEYS] = {
#define MKCV_KEY(name, type, member, value, doc)                                                                       \
    {name, MKCV_KEY_##type, offsetof(struct mkcv_style, member), value, doc},
#include "keys.def"
};
const struct mkcv_key mkcv_look_keys[MKCV_LOOK_KEYS] = {
#define MKCV_LOOK(name, type, member, value, doc)                                                                      \
    {name, MKCV_KEY_##type, offsetof(struct mkcv_look, member), value, doc},
#include "keys.def"
};

_Static_assert(sizeof(enum mkcv_align) == sizeof(unsigned), "enums are stored as unsigned");

const char *const *mkcv_key_words(enum mkcv_key_type type)
{
    static const char *const align[] = {"justify", "left", "right", "center", NULL};
    static const char *const figures[] = {"default", "lining", "oldstyle", NULL};
    static const char *const header[] = {"stacked", "row", NULL};
    static const char *const photo[] = {"right", "left", "sidebar", NULL};
    static const char *const side[] = {"none", "left", "right", NULL};
    static const char *const head[] = {"above", "left", NULL};
    static const char *const rule[] = {"none", "above", "below", NULL};
    static const char *const date[] = {"right", "left", "inline", NULL};
    static const char *const run[] = {"lines", "inline", NULL};
    static const char *const group[] = {"category", "type", "year", "none", NULL};
    static const char *const sort[] = {"date", "homepage", NULL};
    static const char *const links[] = {"title", "labels", "urls", "none", NULL};
    static const char *const format[] = {"year", "month", "month-short", "iso", NULL};
    switch (type) {
    case MKCV_KEY_ALIGN:
        return align;
    case MKCV_KEY_FIGURES:
        return figures;
    case MKCV_KEY_HEADER_FORM:
        return header;
    case MKCV_KEY_PHOTO_PLACE:
        return photo;
    case MKCV_KEY_SIDE:
        return side;
    case MKCV_KEY_HEAD_PLACE:
        return head;
    case MKCV_KEY_RULE_PLACE:
        return rule;
    case MKCV_KEY_DATE_PLACE:
        return date;
    case MKCV_KEY_RUN_FORM:
        return run;
    case MKCV_KEY_WORK_GROUP:
        return group;
    case MKCV_KEY_WORK_SORT:
        return sort;
    case MKCV_KEY_WORK_LINKS:
        return links;
    case MKCV_KEY_DATE_FORMAT:
        return format;
    case MKCV_KEY_LENGTH:
    case MKCV_KEY_SIZE:
    case MKCV_KEY_PERMILLE:
    case MKCV_KEY_COUNT:
    case MKCV_KEY_WORK_FORMAT:
    case MKCV_KEY_TRACKING:
    case MKCV_KEY_BOOL:
    case MKCV_KEY_COLOR:
    case MKCV_KEY_STRING:
    case MKCV_KEY_WORDS:
    case MKCV_KEY_HANGS:
    case MKCV_KEY_COLUMNS:
    case MKCV_KEY_PAPER:
    case MKCV_KEY_MARGIN:
        break;
    }
    return NULL;
}

/* The role whose name stands before the dot of "ROLE.key", or -1. */
static int lookup_role(const char *s, size_t n)
{
    for (int role = 0; role < MKCV_ROLE_COUNT; ++role) {
        const char *name = mkcv_role_name((enum mkcv_role)role);
        if (strlen(name) == n && memcmp(name, s, n) == 0) return role;
    }
    return -1;
}

int mkcv_key_lookup(const char *dotted)
{
    bool look = strncmp(dotted, "look.", 5) == 0;
    for (int i = 0; !look && i < MKCV_KEYS; ++i)
        if (mkcv_keys[i].name[0] == dotted[0] && strcmp(mkcv_keys[i].name, dotted) == 0) return i;
    if (!look) return -1;
    const char *dot = strchr(dotted + 5, '.');
    int role = dot ? lookup_role(dotted + 5, (size_t)(dot - dotted - 5)) : -1;
    for (int i = 0; role >= 0 && i < MKCV_LOOK_KEYS; ++i)
        if (strcmp(mkcv_look_keys[i].name, dot + 1) == 0) return MKCV_KEYS + role * MKCV_LOOK_KEYS + i;
    return -1;
}

const struct mkcv_key *mkcv_key_row(int key)
{
    return key < MKCV_KEYS ? &mkcv_keys[key] : &mkcv_look_keys[(key - MKCV_KEYS) % MKCV_LOOK_KEYS];
}

enum mkcv_key_type mkcv_key_type_of(int key) { return mkcv_key_row(key)->type; }

const char *mkcv_key_name(struct mkcv_arena *a, int key)
{
    if (key < MKCV_KEYS) return mkcv_keys[key].name;
    const char *role = mkcv_role_name((enum mkcv_role)((key - MKCV_KEYS) / MKCV_LOOK_KEYS));
    return mkcv_arena_printf(a, "look.%s.%s", role, mkcv_key_row(key)->name);
}

const char *const *mkcv_key_names(struct mkcv_arena *a, const char *const *more)
{
    size_t n = 0;
    while (more && more[n]) ++n;
    const char **names = MKCV_NEW_ARRAY(a, const char *, MKCV_KEYS_ALL + n + 1), **to = names;
    for (int key = 0; key < MKCV_KEYS_ALL; ++key) *to++ = mkcv_key_name(a, key);
    for (size_t i = 0; i < n; ++i) *to++ = more[i];
    return names;
}

bool mkcv_key_is_first(const char *word)
{
    size_t n = strcspn(word, ".");
    if (n == 4 && memcmp(word, "look", 4) == 0) return true;
    for (int i = 0; i < MKCV_KEYS; ++i)
        if (strncmp(mkcv_keys[i].name, word, n) == 0 && (mkcv_keys[i].name[n] == '.' || mkcv_keys[i].name[n] == '\0'))
            return true;
    return false;
}

bool mkcv_key_has_members(const char *dotted)
{
    size_t n = strlen(dotted);
    for (int i = 0; i < MKCV_KEYS; ++i)
        if (strncmp(mkcv_keys[i].name, dotted, n) == 0 && mkcv_keys[i].name[n] == '.') return true;
    if (strcmp(dotted, "look") == 0) return true;
    for (int role = 0; strncmp(dotted, "look.", 5) == 0 && role < MKCV_ROLE_COUNT; ++role)
        if (strcmp(mkcv_role_name((enum mkcv_role)role), dotted + 5) == 0) return true;
    return false;
}

const char *mkcv_key_hint(struct mkcv_arena *a, const char *word, const char *const *names, bool list)
{
    const char *near = mkcv_nearest(word, names);
    if (near) return mkcv_arena_printf(a, "; did you mean '%s'?", near);
    if (!list || !names[0]) return "";
    struct mkcv_buf b;
    mkcv_buf_init(&b, a);
    for (size_t i = 0; names[i]; ++i) mkcv_buf_printf(&b, "%s%s", i ? ", " : "; there are: ", names[i]);
    return b.s;
}

#define COLOR_NAMED 0xfe000000u /* and the number of the name, until colors are resolved */

static const char *const color_names[] = {"ink", "grey", "accent", "rule"};

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool read_color(const char *s, uint32_t *out)
{
    if (strcmp(s, "inherit") == 0) return *out = MKCV_COLOR_INHERIT, true;
    if (strcmp(s, "gray") == 0) return *out = COLOR_NAMED | 1, true;
    for (uint32_t i = 0; i < 4; ++i)
        if (strcmp(s, color_names[i]) == 0) return *out = COLOR_NAMED | i, true;
    size_t n = strlen(s);
    if (s[0] != '#' || (n != 4 && n != 7)) return false;
    uint32_t value = 0;
    for (size_t i = 1; i < n; ++i) {
        int digit = hex_digit(s[i]);
        if (digit < 0) return false;
        value = value * 16 + (uint32_t)digit;
        if (n == 4) value = value * 16 + (uint32_t)digit;
    }
    *out = value;
    return true;
}

uint32_t mkcv_color_resolve(const struct mkcv_style *style, uint32_t color)
{
    const uint32_t named[] = {style->color.ink, style->color.grey, style->color.accent, style->color.rule};
    for (int turn = 0; (color & 0xff000000u) == COLOR_NAMED && turn < 4; ++turn) color = named[color & 3];
    return (color & 0xff000000u) == COLOR_NAMED ? 0 : color;
}

#define LIMIT_LENGTH 14400000 /* mpt: the largest page that PDF allows */

static bool read_length(const char *s, int32_t em, int32_t least, int32_t *out)
{
    int32_t value;
    if (!mkcv_length_from_string(s, em, &value) || value < least || value > LIMIT_LENGTH) return false;
    *out = value;
    return true;
}

static bool read_integer(const char *s, int32_t *out)
{
    char *end;
    long value = strtol(s, &end, 10);
    if (end == s || *end || value < -100000 || value > 100000) return false;
    *out = (int32_t)value;
    return true;
}

/* "12", or "0.012em". */
static bool read_tracking(const char *s, int32_t *out)
{
    if (read_integer(s, out)) return true;
    size_t n = strlen(s);
    return n > 2 && strcmp(s + n - 2, "em") == 0 && mkcv_length_from_string(s, 1000, out) && *out > -1000 &&
           *out < 10000;
}

static bool read_bool(const struct mkcv_node *value, bool *out)
{
    struct mkcv_node map = {.kind = MKCV_NODE_MAP}, member = *value;
    member.key = "x";
    member.next = NULL;
    map.first = &member;
    *out = mkcv_node_bool(&map, "x", true);
    return *out == mkcv_node_bool(&map, "x", false);
}

static bool read_paper(struct mkcv_arena *a, const char *s, int32_t *out)
{
    static const struct {
        const char *name;
        int32_t width, height;
    } papers[] = {
        {"a4", 595276, 841890}, {"letter", 612000, 792000}, {"a5", 419528, 595276}, {"legal", 612000, 1008000}};
    for (size_t i = 0; i < sizeof papers / sizeof *papers; ++i)
        if (strcasecmp(s, papers[i].name) == 0) {
            out[0] = papers[i].width, out[1] = papers[i].height;
            return true;
        }
    const char *x = strstr(s, " x ");
    if (!x) return false;
    return read_length(mkcv_arena_strndup(a, s, (size_t)(x - s)), 10000, 72000, &out[0]) &&
           read_length(x + 3, 10000, 72000, &out[1]);
}

/* "a, b": words without brackets. */
static void split_words(struct mkcv_arena *a, const char *s, struct mkcv_words *out)
{
    for (size_t n; s && *s; s += n + (s[n] == ',')) {
        s += strspn(s, " ");
        n = strcspn(s, ",");
        size_t end = n;
        while (end && s[end - 1] == ' ') end--;
        if (end) *MKCV_PUSH(a, &out->list) = mkcv_arena_strndup(a, s, end);
    }
}

/* A list, or one word, or nothing. */
static bool read_words(struct mkcv_arena *a, const struct mkcv_node *value, struct mkcv_words *out)
{
    *out = (struct mkcv_words){0};
    if (value->kind == MKCV_NODE_MAP) return false;
    if (value->kind == MKCV_NODE_SCALAR) {
        split_words(a, value->value, out);
        return true;
    }
    for (const struct mkcv_node *n = value->first; n; n = n->next) {
        if (n->kind != MKCV_NODE_SCALAR) return false;
        if (*n->value) *MKCV_PUSH(a, &out->list) = n->value;
    }
    return true;
}

/* "- 0 500": a character and how far it hangs out at the left and at the right. */
static bool read_hang(const char *s, struct mkcv_hang *out)
{
    enum { MOST = 1000 };
    out->c = mkcv_utf8_next(&s);
    char *end;
    long left = *s == ' ' ? strtol(s, &end, 10) : -1;
    if (left < 0 || left > MOST || *end != ' ') return false;
    const char *right_at = end;
    long right = strtol(right_at, &end, 10);
    if (end == right_at || *end || right < 0 || right > MOST) return false;
    out->left = (int)left;
    out->right = (int)right;
    return true;
}

static bool read_hangs(struct mkcv_arena *a, const struct mkcv_node *value, struct mkcv_hangs *out)
{
    struct mkcv_words words;
    *out = (struct mkcv_hangs){0};
    if (!read_words(a, value, &words)) return false;
    out->none = words.list.count == 1 && strcasecmp(words.list.at[0], "none") == 0;
    for (size_t i = 0; !out->none && i < words.list.count; ++i)
        if (!read_hang(words.list.at[i], MKCV_PUSH(a, &out->list))) return false;
    return true;
}

/* "skills", "awards 3": a section, and in how many columns it is set where that is not two. */
static bool read_column(struct mkcv_arena *a, const char *s, struct mkcv_columns *out)
{
    const char *blank = strrchr(s, ' ');
    bool counted = blank && blank > s && blank[1] && blank[1 + strspn(blank + 1, "0123456789")] == '\0';
    out->section = counted ? mkcv_arena_strndup(a, s, (size_t)(blank - s)) : s;
    out->count = !counted ? 2 : strlen(blank + 1) == 1 ? blank[1] - '0' : 0;
    return out->count >= 2 && out->count <= MKCV_COLUMNS_MOST;
}

static bool read_columns(struct mkcv_arena *a, const struct mkcv_node *value, struct mkcv_columns_list *out)
{
    struct mkcv_words words;
    *out = (struct mkcv_columns_list){0};
    if (!read_words(a, value, &words)) return false;
    for (size_t i = 0; i < words.list.count; ++i)
        if (!read_column(a, words.list.at[i], MKCV_PUSH(a, &out->list))) return false;
    return true;
}

static const char *store_word(struct mkcv_arena *a, const char *const *words, const char *s, unsigned *out)
{
    struct mkcv_buf b;
    mkcv_buf_init(&b, a);
    for (unsigned i = 0; words[i]; ++i) {
        if (strcasecmp(s, words[i]) == 0) return *out = i, NULL;
        mkcv_buf_printf(&b, "%s%s", i == 0 ? "one of " : ", ", words[i]);
    }
    return b.s;
}

const char *mkcv_key_store(struct mkcv_arena *a, enum mkcv_key_type type, const struct mkcv_node *value, int32_t em,
                           void *member)
{
    const char *s = value->kind == MKCV_NODE_SCALAR && value->value ? value->value : "";
    if (type == MKCV_KEY_WORDS) return read_words(a, value, member) ? NULL : "it takes a list of words";
    if (type == MKCV_KEY_HANGS)
        return read_hangs(a, value, member) ? NULL : "it takes none, or a list of \"CHARACTER LEFT RIGHT\"";
    if (type == MKCV_KEY_COLUMNS)
        return read_columns(a, value, member) ? NULL
                                              : "it takes a list of sections, each with 2 to 6 columns: skills 2";
    if (value->kind != MKCV_NODE_SCALAR) return "it takes one value";
    switch (type) {
    case MKCV_KEY_LENGTH:
        return read_length(s, em, 0, member) ? NULL : "it takes a length: 10.5pt, 24mm, 1.6cm, 1in, 2em";
    case MKCV_KEY_SIZE:
        return read_length(s, em, 1000, member) ? NULL : "it takes a length of at least 1pt: 10.5pt, 4mm, 1.2em";
    case MKCV_KEY_PERMILLE:
        return read_integer(s, member) ? NULL : "it takes a whole number of thousandths";
    case MKCV_KEY_WORK_FORMAT:
        return mkcv_format_read(a, s, member);
    case MKCV_KEY_COUNT:
        return read_integer(s, member) && *(int32_t *)member >= 0 ? NULL : "it takes a whole number, 0 or more";
    case MKCV_KEY_TRACKING:
        return read_tracking(s, member) ? NULL : "it takes thousandths of an em (30) or 0.03em";
    case MKCV_KEY_BOOL:
        return read_bool(value, member) ? NULL : "it takes yes or no";
    case MKCV_KEY_COLOR:
        return read_color(s, member) ? NULL : "it takes a color: #rgb, #rrggbb, ink, grey, accent, rule";
    case MKCV_KEY_STRING:
        return *(const char **)member = s, NULL;
    case MKCV_KEY_PAPER:
        return read_paper(a, s, member) ? NULL : "it takes a4, letter, a5, legal, or width and height: 210mm x 297mm";
    case MKCV_KEY_WORDS:
    case MKCV_KEY_HANGS:
    case MKCV_KEY_COLUMNS:
    case MKCV_KEY_MARGIN:
        return "it takes a length, or a map of top, bottom, left and right";
    case MKCV_KEY_ALIGN:
    case MKCV_KEY_FIGURES:
    case MKCV_KEY_HEADER_FORM:
    case MKCV_KEY_PHOTO_PLACE:
    case MKCV_KEY_SIDE:
    case MKCV_KEY_HEAD_PLACE:
    case MKCV_KEY_RULE_PLACE:
    case MKCV_KEY_DATE_PLACE:
    case MKCV_KEY_RUN_FORM:
    case MKCV_KEY_WORK_GROUP:
    case MKCV_KEY_WORK_SORT:
    case MKCV_KEY_WORK_LINKS:
    case MKCV_KEY_DATE_FORMAT:
        return store_word(a, mkcv_key_words(type), s, member);
    }
    return NULL;
}
