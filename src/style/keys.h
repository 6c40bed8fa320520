/* keys.h - the table of style keys and the reading of one value; used by style.c and settings.c alone. */
#ifndef MKCV_STYLE_KEYS_H
#define MKCV_STYLE_KEYS_H
#include "mkcv/style.h"

enum mkcv_key_type {
    MKCV_KEY_LENGTH, /* not negative */
    MKCV_KEY_SIZE,   /* a length that must not be 0 */
    MKCV_KEY_PERMILLE,
    MKCV_KEY_COUNT, /* not negative */
    MKCV_KEY_WORK_FORMAT,
    MKCV_KEY_TRACKING, /* thousandths of an em, may be negative */
    MKCV_KEY_BOOL,
    MKCV_KEY_COLOR,
    MKCV_KEY_STRING,
    MKCV_KEY_WORDS,
    MKCV_KEY_HANGS,   /* of struct mkcv_hangs */
    MKCV_KEY_COLUMNS, /* of struct mkcv_columns_list */
    MKCV_KEY_PAPER,   /* two lengths: width, height */
    MKCV_KEY_MARGIN,  /* four lengths: top, bottom, left, right */
    MKCV_KEY_ALIGN,   /* from here: words of an enum */
    MKCV_KEY_FIGURES,
    MKCV_KEY_HEADER_FORM,
    MKCV_KEY_PHOTO_PLACE,
    MKCV_KEY_SIDE,
    MKCV_KEY_HEAD_PLACE,
    MKCV_KEY_RULE_PLACE,
    MKCV_KEY_DATE_PLACE,
    MKCV_KEY_RUN_FORM,
    MKCV_KEY_WORK_GROUP,
    MKCV_KEY_WORK_SORT,
    MKCV_KEY_WORK_LINKS,
    MKCV_KEY_DATE_FORMAT, /* the last */
};

/* Of the rows of settings.def. */
enum mkcv_setting_type {
    MKCV_SETTING_STRING,
    MKCV_SETTING_STYLE,
    MKCV_SETTING_PAPER,
    MKCV_SETTING_BIOGRAPHY,
    MKCV_SETTING_PHOTO,
    MKCV_SETTING_DATE,
    MKCV_SETTING_WORDS,
    MKCV_SETTING_STYLE_WORDS, /* words that replace the style's */
    MKCV_SETTING_YEAR,
    MKCV_SETTING_PAGES,
    MKCV_SETTING_BOOL,
    MKCV_SETTING_TITLES,   /* a map */
    MKCV_SETTING_ADDED,    /* a map of lists */
    MKCV_SETTING_REPLACED, /* a list of maps */
    MKCV_SETTING_LIMITS,   /* a map of numbers */
    MKCV_SETTING_TARGETS,  /* words, each with its place */
    MKCV_SETTING_FORM,     /* a map */
    MKCV_SETTING_STATUSES, /* words of a closed list */
    MKCV_SETTING_STUDENTS, /* words, or a map of words */
};

struct mkcv_key {
    const char *name;
    enum mkcv_key_type type;
    size_t offset; /* in struct mkcv_style, or in struct mkcv_look for rows of looks */
    const char *value, *doc;
};

enum {
#define MKCV_KEY(name, type, member, value, doc) +1
    MKCV_KEYS = 0
#include "keys.def"
    ,
#define MKCV_LOOK(name, type, member, value, doc) +1
    MKCV_LOOK_KEYS = 0
#include "keys.def"
    ,
    MKCV_KEYS_ALL = MKCV_KEYS + MKCV_ROLE_COUNT * MKCV_LOOK_KEYS,
};
extern const struct mkcv_key mkcv_keys[MKCV_KEYS];
extern const struct mkcv_key mkcv_look_keys[MKCV_LOOK_KEYS];

/* The number of the key: of mkcv_keys, then of each role's looks; -1 when there is none. */
int mkcv_key_lookup(const char *dotted);
enum mkcv_key_type mkcv_key_type_of(int key);
/* Its dotted name; its row, of mkcv_keys or mkcv_look_keys. */
const char *mkcv_key_name(struct mkcv_arena *a, int key);
const struct mkcv_key *mkcv_key_row(int key);
/* The words that a value may be, NULL-terminated, in the order of their enum; NULL when it is no such type. */
const char *const *mkcv_key_words(enum mkcv_key_type type);
/* All dotted names, NULL-terminated, and then those of `more` (NULL-terminated, or NULL). */
const char *const *mkcv_key_names(struct mkcv_arena *a, const char *const *more);
/* True when keys stand below the dotted word: "page", "page.margin", "look.name". */
bool mkcv_key_has_members(const char *dotted);
/* True when `word` is the first word of a key. */
bool mkcv_key_is_first(const char *word);

/* Writes the value to `member`. Colors may be left as names (mkcv_color_resolve). NULL on success, else what is
 * allowed. */
const char *mkcv_key_store(struct mkcv_arena *a, enum mkcv_key_type type, const struct mkcv_node *value, int32_t em,
                           void *member);
/* The nodes that state the keys of a style, after its inherited ones and the settings; NULL: built in. The codes are
 * those of mkcv_style_read. */
enum mkcv_code mkcv_style_statements(struct mkcv_arena *a, const char *name, const struct mkcv_settings *settings,
                                     const struct mkcv_node *chosen[MKCV_KEYS_ALL], struct mkcv_diags *d);
/* A color that names another one, made a color of `style`. */
uint32_t mkcv_color_resolve(const struct mkcv_style *style, uint32_t color);
/* "; did you mean 'x'?", "; known are a, b" (when nothing is near and `list` is set), or "". */
const char *mkcv_key_hint(struct mkcv_arena *a, const char *word, const char *const *names, bool list);
/* True when `name` is a setting of mkcv.yaml: a row of settings.def. */
bool mkcv_setting_is(const char *name);
#endif
