/* schema.c - the tables of keys and settings as a JSON Schema, for editors that check and complete YAML.
 *
 * https://json-schema.org/draft/2020-12. Values are as YAML 1.2 reads them: there "yes" is a string. */
#include "keys.h"
#include <string.h>

#define NUMBER "[0-9]+([.][0-9]+)?"
#define LENGTH NUMBER "(pt|mm|cm|in|pc|em|ex)"
#define STRINGS "\"type\":[\"string\",\"array\"],\"items\":{\"type\":\"string\"}"
#define PAPER                                                                                                          \
    "\"anyOf\":[{\"enum\":[\"a4\",\"letter\",\"a5\",\"legal\"]},{\"type\":\"string\",\"pattern\":\"^" LENGTH           \
    " x " LENGTH "$\"}]"
#define SWITCH "\"enum\":[true,false,\"yes\",\"no\",\"on\",\"off\"]"

#define COUNT "{\"type\":\"integer\",\"minimum\":1}"
#define COUNTS "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"integer\",\"minimum\":0}}"
#define SIZE "{\"type\":\"string\",\"pattern\":\"^" LENGTH "$\"}"

static const char form_type[] = "\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\"pages\":" COUNT
                                ",\"font\":" SIZE ",\"margin\":" SIZE ",\"side-margin\":" SIZE ",\"entries\":" COUNTS
                                ",\"words\":" COUNTS ",\"characters\":" COUNTS "}";
static const char student_type[] = "\"type\":[\"string\",\"array\",\"object\"],\"items\":{\"type\":\"string\"},"
                                   "\"additionalProperties\":{" STRINGS "}";

static void put_words(struct mkcv_buf *out, const char *const *words)
{
    mkcv_buf_puts(out, "\"enum\":[");
    for (size_t i = 0; words[i]; ++i) {
        if (i) mkcv_buf_putc(out, ',');
        mkcv_buf_json(out, words[i]);
    }
    mkcv_buf_putc(out, ']');
}

/* The members of a schema that say which values a key takes. */
static void put_type(struct mkcv_buf *out, enum mkcv_key_type type)
{
    static const char *const types[MKCV_KEY_DATE_FORMAT + 1] = {
        [MKCV_KEY_LENGTH] = "\"anyOf\":[{\"const\":0},{\"type\":\"string\",\"pattern\":\"^(0|" LENGTH ")$\"}]",
        [MKCV_KEY_SIZE] = "\"type\":\"string\",\"pattern\":\"^" LENGTH "$\"",
        [MKCV_KEY_COUNT] = "\"type\":\"integer\",\"minimum\":0",
        [MKCV_KEY_PERMILLE] = "\"type\":\"integer\"",
        [MKCV_KEY_TRACKING] =
            "\"anyOf\":[{\"type\":\"integer\"},{\"type\":\"string\",\"pattern\":\"^-?" NUMBER "em$\"}]",
        [MKCV_KEY_BOOL] = SWITCH,
        [MKCV_KEY_COLOR] =
            "\"type\":\"string\",\"pattern\":\"^(#([0-9a-fA-F]{3}){1,2}|ink|gr[ae]y|accent|rule|inherit)$\"",
        [MKCV_KEY_STRING] = "\"type\":\"string\"",
        [MKCV_KEY_WORK_FORMAT] = "\"type\":\"string\"",
        [MKCV_KEY_WORDS] = STRINGS,
        [MKCV_KEY_HANGS] = STRINGS,
        [MKCV_KEY_COLUMNS] = STRINGS,
        [MKCV_KEY_PAPER] = PAPER,
        [MKCV_KEY_MARGIN] = "\"anyOf\":[{\"const\":0},{\"type\":\"string\",\"pattern\":\"^(0|" LENGTH ")$\"}]",
    };
    const char *const *words = mkcv_key_words(type);
    if (words)
        put_words(out, words);
    else
        mkcv_buf_puts(out, types[type]);
}

static void put_setting_type(struct mkcv_buf *out, enum mkcv_setting_type type)
{
    static const char *const types[] = {
        [MKCV_SETTING_STRING] = "\"type\":\"string\"",
        [MKCV_SETTING_STYLE] = "\"type\":\"string\"",
        [MKCV_SETTING_PAPER] = PAPER,
        [MKCV_SETTING_BIOGRAPHY] = "\"enum\":[\"rest\",\"full\",\"none\"]",
        [MKCV_SETTING_PHOTO] = "\"type\":[\"string\",\"boolean\"]",
        [MKCV_SETTING_DATE] = "\"type\":[\"string\",\"integer\"]",
        [MKCV_SETTING_WORDS] = STRINGS,
        [MKCV_SETTING_STYLE_WORDS] = STRINGS,
        [MKCV_SETTING_YEAR] = "\"type\":\"integer\",\"minimum\":1000,\"maximum\":9999",
        [MKCV_SETTING_PAGES] = "\"type\":\"integer\",\"minimum\":1,\"maximum\":999",
        [MKCV_SETTING_BOOL] = SWITCH,
        [MKCV_SETTING_LIMITS] = "\"type\":\"object\",\"additionalProperties\":{\"type\":\"integer\",\"minimum\":0}",
        [MKCV_SETTING_TARGETS] = STRINGS,
        [MKCV_SETTING_STATUSES] = STRINGS,
        [MKCV_SETTING_STUDENTS] = student_type,
        [MKCV_SETTING_FORM] = form_type,
        [MKCV_SETTING_ADDED] =
            "\"type\":\"object\",\"additionalProperties\":{\"type\":[\"array\",\"object\",\"string\"]}",
        [MKCV_SETTING_REPLACED] = "\"type\":\"array\",\"items\":{\"type\":\"object\",\"required\":[\"entry\"]}",
        [MKCV_SETTING_TITLES] = "\"type\":\"object\",\"additionalProperties\":{\"type\":\"string\"}",
    };
    mkcv_buf_puts(out, types[type]);
}

static void put_key(struct mkcv_buf *out, const struct mkcv_key *row)
{
    mkcv_buf_putc(out, '{');
    put_type(out, row->type);
    mkcv_buf_puts(out, ",\"description\":");
    mkcv_buf_json(out, *row->value ? mkcv_arena_printf(out->arena, "%s (%s)", row->doc, row->value) : row->doc);
    mkcv_buf_putc(out, '}');
}

/* The name of a member after `prefix` ("", "page."); 0 bytes when the key is not below it. */
static size_t segment(const char *name, const char *prefix)
{
    size_t n = strlen(prefix);
    return strncmp(name, prefix, n) == 0 ? strcspn(name + n, ".") : 0;
}

/* True when an earlier key has begun the same member. */
static bool is_begun(int key, const char *prefix, size_t n)
{
    size_t all = strlen(prefix) + n;
    for (int i = 0; i < key; ++i)
        if (strncmp(mkcv_keys[i].name, mkcv_keys[key].name, all) == 0 && strchr(".", mkcv_keys[i].name[all]))
            return true;
    return false;
}

static const struct mkcv_key *lookup(const char *name)
{
    int key = mkcv_key_lookup(name);
    return key >= 0 ? &mkcv_keys[key] : NULL;
}

static void put_members(struct mkcv_buf *out, const char *prefix);

static void put_map(struct mkcv_buf *out, const char *name)
{
    mkcv_buf_puts(out, "{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{");
    put_members(out, mkcv_arena_printf(out->arena, "%s.", name));
    mkcv_buf_puts(out, "}}");
}

/* A key, a map of keys, or what may be both: page.margin. */
static void put_member(struct mkcv_buf *out, const char *name)
{
    const struct mkcv_key *row = lookup(name);
    bool both = row && mkcv_key_has_members(name);
    if (both) mkcv_buf_puts(out, "{\"anyOf\":[");
    if (row) put_key(out, row);
    if (both) mkcv_buf_putc(out, ',');
    if (mkcv_key_has_members(name)) put_map(out, name);
    if (both) mkcv_buf_puts(out, "]}");
}

/* What is below `prefix`, a member each; keys that settings have too are theirs. */
static void put_members(struct mkcv_buf *out, const char *prefix)
{
    const char *comma = "";
    for (int key = 0; key < MKCV_KEYS; ++key) {
        size_t n = segment(mkcv_keys[key].name, prefix);
        if (n == 0) continue;
        const char *name = mkcv_arena_strndup(out->arena, mkcv_keys[key].name, strlen(prefix) + n);
        if (is_begun(key, prefix, n) || mkcv_setting_is(name)) continue;
        mkcv_buf_puts(out, comma);
        mkcv_buf_json(out, name + strlen(prefix));
        mkcv_buf_putc(out, ':');
        put_member(out, name);
        comma = ",\n";
    }
}

static void put_roles(struct mkcv_buf *out)
{
    for (int role = 0; role < MKCV_ROLE_COUNT; ++role)
        mkcv_buf_printf(out, "%s%s", role ? "|" : "", mkcv_role_name((enum mkcv_role)role));
}

static void put_look(struct mkcv_buf *out)
{
    mkcv_buf_puts(out, "\"$defs\":{\"look\":{\"type\":\"object\",\"additionalProperties\":false,\"properties\":{\n");
    for (int i = 0; i < MKCV_LOOK_KEYS; ++i) {
        if (i) mkcv_buf_puts(out, ",\n");
        mkcv_buf_json(out, mkcv_look_keys[i].name);
        mkcv_buf_putc(out, ':');
        put_key(out, &mkcv_look_keys[i]);
    }
    mkcv_buf_puts(out, "}},\n\"variant\":{\"allOf\":[{\"$ref\":\"#\"}],\"properties\":{\"variants\":false}}},\n");
}

/* "look.name: {...}", "look.name.size: 20pt"; "titles.awards: Prizes". */
static void put_patterns(struct mkcv_buf *out)
{
    mkcv_buf_puts(out, "\"patternProperties\":{\"^titles[.][a-z]+$\":{\"type\":\"string\"},\n\"^look[.](");
    put_roles(out);
    mkcv_buf_puts(out, ")$\":{\"$ref\":\"#/$defs/look\"}");
    for (int i = 0; i < MKCV_LOOK_KEYS; ++i) {
        mkcv_buf_puts(out, ",\n\"^look[.](");
        put_roles(out);
        mkcv_buf_printf(out, ")[.]%s$\":{\"$ref\":\"#/$defs/look/properties/%s\"}", mkcv_look_keys[i].name,
                        mkcv_look_keys[i].name);
    }
    mkcv_buf_puts(out, "},\n");
}

static void put_settings(struct mkcv_buf *out)
{
    static const struct {
        const char *name, *doc;
        enum mkcv_setting_type type;
    } rows[] = {
#define MKCV_SETTING(name, type, doc) {#name, doc, MKCV_SETTING_##type},
#include "settings.def"
#undef MKCV_SETTING
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i) {
        mkcv_buf_json(out, rows[i].name);
        bool both = mkcv_key_has_members(rows[i].name); /* date, fit: as maps the style's */
        mkcv_buf_puts(out, both ? ":{\"anyOf\":[{" : ":{");
        put_setting_type(out, rows[i].type);
        if (both) mkcv_buf_puts(out, "},"), put_map(out, rows[i].name), mkcv_buf_putc(out, ']');
        mkcv_buf_puts(out, ",\"description\":");
        mkcv_buf_json(out, rows[i].doc);
        mkcv_buf_puts(out, "},\n");
    }
}

/* The members of maps under their dotted names. */
static void put_dotted(struct mkcv_buf *out)
{
    for (int key = 0; key < MKCV_KEYS; ++key) {
        if (!strchr(mkcv_keys[key].name, '.')) continue;
        mkcv_buf_puts(out, ",\n");
        mkcv_buf_json(out, mkcv_keys[key].name);
        mkcv_buf_putc(out, ':');
        put_member(out, mkcv_keys[key].name);
    }
}

void mkcv_style_schema(struct mkcv_buf *out)
{
    mkcv_buf_puts(out,
                  "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\n"
                  "\"title\":\"A style of mkcv, or mkcv.yaml\",\"type\":\"object\",\"additionalProperties\":false,\n");
    put_look(out);
    put_patterns(out);
    mkcv_buf_puts(out,
                  "\"properties\":{\n\"inherit\":{\"type\":\"string\",\"description\":\"the style that this one starts "
                  "from\"},\n");
    put_settings(out);
    mkcv_buf_puts(out, "\"set\":{\"type\":\"object\",\"description\":\"any of these keys\"},\n");
    mkcv_buf_puts(out,
                  "\"variants\":{\"type\":\"object\",\"additionalProperties\":{\"$ref\":\"#/$defs/variant\"},"
                  "\"description\":\"further CVs of this homepage, each with keys of its own over those here\"},\n");
    mkcv_buf_puts(out, "\"look\":{\"type\":\"object\",\"additionalProperties\":false,\"patternProperties\":{\"^(");
    put_roles(out);
    mkcv_buf_puts(out, ")$\":{\"$ref\":\"#/$defs/look\"}}},\n");
    put_members(out, "");
    put_dotted(out);
    mkcv_buf_puts(out, "}}\n");
}
