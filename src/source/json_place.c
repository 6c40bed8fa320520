/* json_place.c - where the values of a JSON document stand. jansson has checked the text and made the tree; this walks
 * both side by side. What follows a key that an object has twice, in that object, has no place. */
#include "json_place.h"
#include "mkcv/source.h"
#include <string.h>

struct walk {
    const char *at, *end;
    const char *line_start;
    int line;
    const char *file;
};

static void skip_blanks(struct walk *w)
{
    for (; w->at < w->end && strchr(" \t\r\n", *w->at); w->at++) {
        if (*w->at != '\n') continue;
        w->line++;
        w->line_start = w->at + 1;
    }
}

static void skip_char(struct walk *w, char c)
{
    skip_blanks(w);
    if (w->at < w->end && *w->at == c) w->at++;
}

static bool is_next(struct walk *w, char c)
{
    skip_blanks(w);
    return w->at < w->end && *w->at == c;
}

/* Over the string at hand; *n: the bytes between its quotes. */
static const char *skip_string(struct walk *w, size_t *n)
{
    const char *start = ++w->at;
    while (w->at < w->end && *w->at != '"') w->at += *w->at == '\\' && w->at + 1 < w->end ? 2 : 1;
    *n = (size_t)(w->at - start);
    if (w->at < w->end) w->at++;
    return start;
}

static struct mkcv_loc here(const struct walk *w)
{
    return (struct mkcv_loc){w->file, w->line, (int)(w->at - w->line_start) + 1};
}

static void place_value(struct walk *w, struct mkcv_node *n, int depth);

static void place_members(struct walk *w, struct mkcv_node *next, int depth)
{
    w->at++;
    while (is_next(w, '"')) {
        struct mkcv_loc loc = here(w);
        size_t n;
        const char *key = skip_string(w, &n);
        bool known = next && (memchr(key, '\\', n) || (strlen(next->key) == n && !memcmp(next->key, key, n)));
        skip_char(w, ':');
        if (known) next->key_loc = loc;
        place_value(w, known ? next : NULL, depth);
        if (known) next = next->next;
        skip_char(w, ',');
    }
    skip_char(w, '}');
}

static void place_items(struct walk *w, struct mkcv_node *next, int depth)
{
    w->at++;
    while (w->at < w->end && !is_next(w, ']')) {
        place_value(w, next, depth);
        if (next) next = next->next;
        skip_char(w, ',');
    }
    skip_char(w, ']');
}

/* `n` may be NULL: the value is passed over. */
static void place_value(struct walk *w, struct mkcv_node *n, int depth)
{
    size_t length;
    skip_blanks(w);
    if (n) n->loc = here(w);
    if (w->at >= w->end || depth > PLACES_DEEP) {
        w->at = w->end;
    } else if (*w->at == '{') {
        place_members(w, n ? n->first : NULL, depth + 1);
    } else if (*w->at == '[') {
        place_items(w, n ? n->first : NULL, depth + 1);
    } else if (*w->at == '"') {
        skip_string(w, &length);
    } else {
        do w->at++;
        while (w->at < w->end && !strchr(" \t\r\n,]}", *w->at));
    }
}

void mkcv_json_place(struct mkcv_node *root, const char *text, size_t n, const char *file)
{
    struct walk w = {.at = text, .end = text + n, .line_start = text, .line = 1, .file = file};
    place_value(&w, root, 0);
}
