/* show.c - a style with all its keys, for who wants to change some. */
#include "keys.h"
#include "mkcv/file.h"
#include <string.h>

/* What a value is, with its unit. */
static const char *kind_of(struct mkcv_arena *a, enum mkcv_key_type type)
{
    static const char *const kinds[MKCV_KEY_DATE_FORMAT + 1] = {
        [MKCV_KEY_LENGTH] = "length",
        [MKCV_KEY_SIZE] = "length",
        [MKCV_KEY_PERMILLE] = "thousandths",
        [MKCV_KEY_COUNT] = "number",
        [MKCV_KEY_WORK_FORMAT] = "name or template",
        [MKCV_KEY_TRACKING] = "thousandths of an em",
        [MKCV_KEY_BOOL] = "yes or no",
        [MKCV_KEY_COLOR] = "color",
        [MKCV_KEY_STRING] = "text",
        [MKCV_KEY_WORDS] = "list",
        [MKCV_KEY_HANGS] = "list",
        [MKCV_KEY_COLUMNS] = "list",
        [MKCV_KEY_PAPER] = "paper",
        [MKCV_KEY_MARGIN] = "length",
    };
    const char *const *words = mkcv_key_words(type);
    if (!words) return kinds[type];
    const char *all = words[0];
    for (size_t i = 1; words[i]; ++i) all = mkcv_arena_printf(a, "%s|%s", all, words[i]);
    return all;
}

/* As YAML reads it back. */
static void put_scalar(struct mkcv_buf *out, const char *s)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._+/-";
    if (*s && s[strspn(s, plain)] == '\0' && strcmp(s, "-") != 0)
        mkcv_buf_puts(out, s);
    else
        mkcv_buf_json(out, s);
}

static void put_value(struct mkcv_buf *out, const struct mkcv_node *value, const char *built_in)
{
    if (!value) {
        put_scalar(out, built_in);
    } else if (value->kind == MKCV_NODE_SCALAR) {
        put_scalar(out, value->value);
    } else {
        mkcv_buf_putc(out, '[');
        for (const struct mkcv_node *n = value->first; n; n = n->next) {
            put_scalar(out, n->value);
            if (n->next) mkcv_buf_puts(out, ", ");
        }
        mkcv_buf_putc(out, ']');
    }
}

/* Who states a value: a style's name. */
static const char *source_of(struct mkcv_arena *a, const struct mkcv_node *value)
{
    if (!value) return "default";
    if (!value->loc.file) return "--set";
    const char *base = mkcv_path_base(value->loc.file);
    return mkcv_arena_strndup(a, base, strlen(base) - strlen(mkcv_path_extension(base)));
}

static void put_key(struct mkcv_arena *a, struct mkcv_buf *out, int key, const struct mkcv_node *value, const char *own)
{
    enum { COMMENTS = 44 }; /* the column where they begin, where there is room */
    const struct mkcv_key *row = mkcv_key_row(key);
    const char *source = source_of(a, value);
    size_t line = out->n;
    mkcv_buf_printf(out, "%s: ", mkcv_key_name(a, key));
    size_t at = out->n;
    put_value(out, value, row->value);
    struct mkcv_buf built_in;
    mkcv_buf_init(&built_in, a);
    put_scalar(&built_in, row->value);
    bool other = strcmp(out->s + at, built_in.s) != 0;
    do mkcv_buf_putc(out, ' ');
    while (out->n - line < COMMENTS);
    mkcv_buf_printf(out, "# %s; ", kind_of(a, row->type));
    if (!value || strcmp(source, own) == 0)
        mkcv_buf_puts(out, value ? "own" : source);
    else
        mkcv_buf_printf(out, value->loc.file ? "inherited from %s" : "by %s", source);
    if (other) mkcv_buf_printf(out, ", default %s", built_in.s);
    mkcv_buf_printf(out, "; %s\n", row->doc);
}

enum mkcv_code mkcv_style_show(struct mkcv_arena *a, const char *name, const struct mkcv_settings *settings,
                               struct mkcv_buf *out, struct mkcv_diags *d)
{
    const struct mkcv_node **chosen = MKCV_NEW_ARRAY(a, const struct mkcv_node *, MKCV_KEYS_ALL);
    enum mkcv_code code = mkcv_style_statements(a, name, settings, chosen, d);
    if (code == MKCV_USAGE) return code;
    const char *base = mkcv_path_base(name);
    const char *own = mkcv_arena_strndup(a, base, strlen(base) - strlen(mkcv_path_extension(base)));
    mkcv_buf_printf(out, "# %s, with all keys. It is a style by itself: save it, change it, --style ./mine.yaml\n",
                    own);
    for (int key = 0; key < MKCV_KEYS_ALL; ++key)
        if (mkcv_key_type_of(key) != MKCV_KEY_MARGIN) put_key(a, out, key, chosen[key], own);
    return code;
}
