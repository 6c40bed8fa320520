/* template.c - template code in pages set aside: Liquid (Jekyll) and shortcodes (Hugo).
 *
 * Nothing is evaluated. A loop over a collection of the site becomes the place where its records go; tags and outputs
 * vanish, the text between them stays; of a condition the first branch stays. */
#include "markdown.h"
#include <ctype.h>
#include <string.h>

#define OUTPUT_LIMIT 2000 /* bytes of one tag: beyond it two braces are just braces */

struct template_tag {
    char *from, *to;
    const char *word; /* "for", "endif"; "" for an output */
    size_t word_n;
    const char *rest, *rest_end; /* what follows the word */
    size_t match;                /* index of the tag that ends it; 0: none */
    int line, column;
};

struct template_tags {
    MKCV_VEC(struct template_tag) list;
};

static bool word_is(const struct template_tag *t, const char *word)
{
    return t->word_n == strlen(word) && strncmp(t->word, word, t->word_n) == 0;
}

static bool is_name(char c) { return isalnum((unsigned char)c) || c == '_' || c == '-' || c == '.'; }

static void read_words(struct template_tag *t)
{
    const char *p = t->from + 2, *end = t->to - 2;
    if (p < end && *p == '-') p++;
    if (end > p && end[-1] == '-') end--;
    while (p < end && isspace((unsigned char)*p)) p++;
    t->word = p;
    if (t->from[1] == '%')
        while (p < end && is_name(*p)) p++;
    t->word_n = (size_t)(p - t->word);
    while (p < end && isspace((unsigned char)*p)) p++;
    while (end > p && isspace((unsigned char)end[-1])) end--;
    t->rest = p;
    t->rest_end = end;
}

/* The end of the tag at `p`, or NULL. *next_close remembers the last search, which keeps the whole linear. */
static char *tag_end(char *p, char *end, const char *close, char **next_close)
{
    if (*next_close && *next_close < p + 2) *next_close = NULL;
    if (!*next_close) {
        char *found = memmem(p + 2, (size_t)(end - p - 2), close, 2);
        *next_close = found ? found : end;
    }
    bool near = *next_close < end && *next_close - p < OUTPUT_LIMIT;
    return near ? *next_close + 2 : NULL;
}

/* {{< name >}} and {{% name %}} of Hugo end with the sign they began with. */
static bool is_shortcode(const char *p, const char *end)
{
    return end - p > 3 && p[1] == '{' && (p[2] == '<' || p[2] == '%');
}

static void collect_tags(struct mkcv_md *md, char *s, size_t n, int line, struct template_tags *tags)
{
    char *end = s + n, *output_close = NULL, *tag_close = NULL, *line_start = s;
    for (char *p = s; p + 1 < end; p++) {
        if (*p == '\n') line++, line_start = p + 1;
        if (*p != '{' || (p[1] != '{' && p[1] != '%')) continue;
        char *to = p[1] == '{' ? tag_end(p, end, "}}", &output_close) : tag_end(p, end, "%}", &tag_close);
        if (!to) continue;
        struct template_tag *t = MKCV_PUSH(md->arena, &tags->list);
        *t = (struct template_tag){.from = p, .to = to, .word = "", .line = line, .column = (int)(p - line_start) + 1};
        if (!is_shortcode(p, end)) read_words(t);
        for (; p < to - 1; p++)
            if (*p == '\n') line++, line_start = p + 1;
    }
}

static bool is_opener(const struct template_tag *t)
{
    static const char *const words[] = {"for", "if", "unless", "case", "comment", "capture", "raw", "tablerow"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (word_is(t, words[i])) return true;
    return false;
}

static bool closes(const struct template_tag *end, const struct template_tag *start)
{
    return end->word_n == start->word_n + 3 && strncmp(end->word, "end", 3) == 0 &&
           strncmp(end->word + 3, start->word, start->word_n) == 0;
}

static bool is_branch(const struct template_tag *t)
{
    return word_is(t, "else") || word_is(t, "elsif") || word_is(t, "when");
}

/* Pairs openers and branches with the tag that ends them. */
static void match_tags(struct mkcv_md *md, struct template_tags *tags)
{
    struct {
        MKCV_VEC(size_t) list;
    } open = {0};
    for (size_t i = 0; i < tags->list.count; i++) {
        struct template_tag *t = &tags->list.at[i];
        if (is_opener(t) || is_branch(t)) {
            *MKCV_PUSH(md->arena, &open.list) = i;
        } else if (t->word_n > 3 && strncmp(t->word, "end", 3) == 0) {
            size_t k = open.list.count, depth = 0;
            while (k > 0 && depth++ < MKCV_LIMIT_DEPTH && !closes(t, &tags->list.at[open.list.at[k - 1]])) k--;
            if (k == 0 || !closes(t, &tags->list.at[open.list.at[k - 1]])) continue;
            for (size_t j = k - 1; j < open.list.count; j++) tags->list.at[open.list.at[j]].match = i;
            open.list.count = k - 1;
        }
    }
}

/* The words of an expression up to its first filter: "posts" of "posts | sort: 'date'". */
static size_t expression_length(const char *p, const char *end)
{
    const char *q = p;
    while (q < end && is_name(*q)) q++;
    return (size_t)(q - p);
}

static const char *loop_expression(const struct template_tag *t, size_t *n)
{
    const char *p = t->rest;
    while (p < t->rest_end && is_name(*p)) p++;
    while (p < t->rest_end && isspace((unsigned char)*p)) p++;
    if (t->rest_end - p < 3 || strncmp(p, "in", 2) != 0 || !isspace((unsigned char)p[2])) return NULL;
    for (p += 2; p < t->rest_end && isspace((unsigned char)*p);) p++;
    *n = expression_length(p, t->rest_end);
    return *n > 0 ? p : NULL;
}

struct alias {
    const char *name, *collection;
    size_t name_n;
};
struct aliases {
    MKCV_VEC(struct alias) list;
};

/* site.NAME of a collection is NAME; a variable is what was assigned to it; anything else is none. */
static const char *resolve(struct mkcv_md *md, const struct aliases *aliases, const char *p, size_t n)
{
    static const char *const others[] = {"collections",          "tags",  "categories",
                                         "publication_category", "pages", "static_files"};
    if (n > 5 && strncmp(p, "site.", 5) == 0) {
        const char *name = mkcv_arena_strndup(md->arena, p + 5, n - 5);
        for (size_t i = 0; i < sizeof others / sizeof *others; i++)
            if (strcmp(name, others[i]) == 0) return NULL;
        return name;
    }
    size_t first = 0;
    for (size_t i = aliases->list.count; i > 0 && first++ < 100; i--) {
        const struct alias *a = &aliases->list.at[i - 1];
        if (a->name_n == n && strncmp(a->name, p, n) == 0) return a->collection;
    }
    return NULL;
}

/* {% assign NAME = EXPRESSION %} */
static void note_assign(struct mkcv_md *md, struct aliases *aliases, const struct template_tag *t)
{
    size_t name_n = expression_length(t->rest, t->rest_end);
    const char *p = t->rest + name_n;
    while (p < t->rest_end && (isspace((unsigned char)*p) || *p == '=')) p++;
    const char *collection = resolve(md, aliases, p, expression_length(p, t->rest_end));
    if (name_n == 0 || !collection) return;
    *MKCV_PUSH(md->arena, &aliases->list) =
        (struct alias){mkcv_arena_strndup(md->arena, t->rest, name_n), collection, name_n};
}

static const char *bibliography_name(struct mkcv_md *md, const struct template_tag *t)
{
    size_t n = (size_t)(t->rest_end - t->rest);
    return n == 0 ? "bibliography"
                  : mkcv_arena_printf(md->arena, "bibliography:%.*s", (int)(n < 500 ? n : 500), t->rest);
}

/* What the loop that begins with tag `i` shows: its own collection, or that of the first loop inside it. */
static const char *loop_collection(struct mkcv_md *md, struct aliases *aliases, const struct template_tags *tags,
                                   size_t i)
{
    for (size_t k = i; k < tags->list.at[i].match; k++) {
        const struct template_tag *t = &tags->list.at[k];
        size_t n = 0;
        const char *p = word_is(t, "for") ? loop_expression(t, &n) : NULL;
        const char *name = p ? resolve(md, aliases, p, n) : NULL;
        if (name) return name;
        if (word_is(t, "assign")) note_assign(md, aliases, t);
        if (word_is(t, "bibliography")) return bibliography_name(md, t);
    }
    return NULL;
}

static void put_collection(struct mkcv_md *md, const struct template_tag *t, char *to, const char *name)
{
    struct mkcv_loc loc = {md->file, t->line, t->column};
    mkcv_mask_fill(t->from, to);
    if (!name) return;
    struct mkcv_block *block = mkcv_block_new(md, MKCV_BLOCK_COLLECTION, loc);
    block->text = mkcv_text_new(md->arena, name, loc);
    mkcv_mask_mark(md, t->from, (size_t)(t->to - t->from), block);
}

/* {{ "/files/cv.pdf" | relative_url }} shows the string. */
static void keep_literal(const struct template_tag *t)
{
    const char *p = t->rest;
    size_t n = 0;
    if (p < t->rest_end && (*p == '"' || *p == '\'')) {
        const char *close = memchr(p + 1, *p, (size_t)(t->rest_end - p - 1));
        if (close && !memchr(p, '\n', (size_t)(close - p))) n = (size_t)(close - p) - 1;
    }
    memmove(t->from, p + (n > 0), n);
    mkcv_mask_fill(t->from + n, t->to);
}

static bool is_dropped_with_content(const struct template_tag *t)
{
    return word_is(t, "comment") || word_is(t, "capture") || is_branch(t);
}

/* --- shortcodes --------------------------------------------------------------------------------------------------- */

/* The name of {{< name ... >}}, {{% /name %}}; *closing: it ends one. */
static size_t shortcode_name(const struct template_tag *t, const char **name, bool *closing)
{
    const char *p = t->from + 3;
    while (p < t->to && isspace((unsigned char)*p)) p++;
    *closing = *p == '/';
    if (*closing) p++;
    while (p < t->to && isspace((unsigned char)*p)) p++;
    *name = p;
    while (p < t->to && (is_name(*p) || *p == '/')) p++;
    return (size_t)(p - *name);
}

static bool is_known_shortcode(const char *name, size_t n)
{
    static const char *const names[] = {
        "icon",     "staticref", "callout", "cite",      "youtube", "vimeo",   "figure",       "gallery",
        "video",    "audio",     "ref",     "relref",    "tweet",   "x",       "gist",         "highlight",
        "math",     "mention",   "spoiler", "toc",       "table",   "alert",   "button",       "cta",
        "details",  "param",     "hl",      "steps",     "cards",   "card",    "list_tags",    "list_categories",
        "diagram",  "mermaid",   "chart",   "embed",     "rawhtml", "slide",   "speaker_note", "list_children",
        "fragment", "tabs",      "tab",     "instagram", "qr",      "twitter", "list-children"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == n && strncmp(names[i], name, n) == 0) return true;
    return false;
}

/* The button that begins with tag `i` invites to click: the tag that ends it, or `i`. */
static size_t button_end(const struct template_tags *tags, size_t i)
{
    enum { NEAR = 4 };
    const char *name;
    bool closing;
    for (size_t k = i + 1; k < tags->list.count && k <= i + NEAR; k++)
        if (is_shortcode(tags->list.at[k].from, tags->list.at[k].to) &&
            shortcode_name(&tags->list.at[k], &name, &closing) == 6 && closing && !strncmp(name, "button", 6))
            return k;
    return i;
}

/* A shortcode shows nothing itself; the text between two stays. An address made by one leads to a page of the site. */
static void mask_shortcode(struct mkcv_md *md, const struct template_tags *tags, size_t *i)
{
    const struct template_tag *t = &tags->list.at[*i];
    const char *name;
    bool closing;
    size_t n = shortcode_name(t, &name, &closing), last = *i;
    bool address = (n == 3 && !strncmp(name, "ref", 3)) || (n == 6 && !strncmp(name, "relref", 6));
    if (!closing && n && !is_known_shortcode(name, n))
        mkcv_report(md->diags, MKCV_DIAG_SHORTCODE, ((struct mkcv_loc){md->file, t->line, t->column}),
                    mkcv_arena_strndup(md->arena, name, n < 60 ? n : 60));
    if (!closing && n == 6 && !strncmp(name, "button", 6)) last = button_end(tags, *i);
    mkcv_mask_fill(t->from, tags->list.at[last].to);
    if (address) *t->from = '#';
    *i = last;
}

/* {% include about/services.md %}: Markdown of _includes/ is content; its HTML is the theme's. */
static bool is_text_include(const struct template_tag *t, size_t *n)
{
    if (!word_is(t, "include") || t->rest >= t->rest_end) return false;
    for (*n = 0; t->rest + *n < t->rest_end && !isspace((unsigned char)t->rest[*n]);) ++*n;
    return *n > 3 && *n < 200 && strncmp(t->rest + *n - 3, ".md", 3) == 0;
}

static void mask_tag(struct mkcv_md *md, struct aliases *aliases, const struct template_tags *tags, size_t *i)
{
    size_t name_n = 0;
    const struct template_tag *t = &tags->list.at[*i];
    char *end = t->match ? tags->list.at[t->match].to : t->to;
    if (is_shortcode(t->from, t->to)) {
        mask_shortcode(md, tags, i);
    } else if (word_is(t, "for") && t->match) {
        put_collection(md, t, end, loop_collection(md, aliases, tags, *i));
        *i = t->match;
    } else if (is_dropped_with_content(t) && t->match) {
        mkcv_mask_fill(t->from, end);
        *i = t->match;
    } else if (word_is(t, "raw") && t->match) {
        mkcv_mask_fill(t->from, t->to);
        mkcv_mask_fill(tags->list.at[t->match].from, end);
        *i = t->match;
    } else if (word_is(t, "bibliography")) {
        put_collection(md, t, t->to, bibliography_name(md, t));
    } else if (word_is(t, "include_relative") && t->rest < t->rest_end) {
        size_t n = strcspn(t->rest, " \t\n%");
        put_collection(md, t, t->to, mkcv_arena_printf(md->arena, "include:%.*s", (int)n, t->rest));
    } else if (is_text_include(t, &name_n)) {
        put_collection(md, t, t->to, mkcv_arena_printf(md->arena, "include:/_includes/%.*s", (int)name_n, t->rest));
    } else if (t->from[1] == '{' && t->rest) {
        keep_literal(t);
    } else {
        if (word_is(t, "assign")) note_assign(md, aliases, t);
        mkcv_mask_fill(t->from, t->to);
    }
}

void mkcv_template_mask(struct mkcv_md *md, char *s, size_t n, int line)
{
    struct template_tags tags = {0};
    struct aliases aliases = {0};
    collect_tags(md, s, n, line, &tags);
    match_tags(md, &tags);
    for (size_t i = 0; i < tags.list.count; i++) mask_tag(md, &aliases, &tags, &i);
}
