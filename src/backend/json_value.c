/* json_value.c - values of the model in JSON; see json_value.h. */
#include "json_value.h"
#include "mkcv/buf.h"
#include <ctype.h>
#include <string.h>

void mkcv_json_set(json_t *object, const char *key, json_t *value)
{
    bool empty =
        (json_is_array(value) && !json_array_size(value)) || (json_is_object(value) && !json_object_size(value));
    if (empty)
        json_decref(value);
    else if (value)
        json_object_set_new(object, key, value);
}

void mkcv_json_string(json_t *object, const char *key, const char *s)
{
    if (s && *s) mkcv_json_set(object, key, json_string(s));
}

void mkcv_json_text(struct mkcv_arena *a, json_t *object, const char *key, const struct mkcv_text *t)
{
    if (!mkcv_text_is_empty(t)) mkcv_json_string(object, key, mkcv_text_markdown(a, t));
}

static bool has_scheme(const char *url)
{
    size_t n = isalpha((unsigned char)*url) ? 1 : 0;
    while (n && (isalnum((unsigned char)url[n]) || strchr("+-.", url[n])) && url[n]) n++;
    return n && url[n] == ':' && url[n + 1];
}

/* Where the path starts: brackets before it belong to the host. */
static const char *after_host(const char *url)
{
    const char *p = strstr(url, "://");
    return p ? p + 3 + strcspn(p + 3, "/?#") : url;
}

static bool is_uri_byte(const char *p, bool in_host)
{
    if (*p == '%') return isxdigit((unsigned char)p[1]) && isxdigit((unsigned char)p[2]);
    if (*p == '[' || *p == ']') return in_host;
    return isalnum((unsigned char)*p) || strchr("-._~:/?#@!$&'()*+,;=", *p);
}

void mkcv_json_url(struct mkcv_arena *a, json_t *object, const char *key, const char *url)
{
    if (!url || !has_scheme(url)) return;
    struct mkcv_buf b;
    mkcv_buf_init(&b, a);
    const char *path = after_host(url), *fragment = strchr(url, '#');
    for (const char *p = url; *p; p++) {
        bool second_hash = *p == '#' && p != fragment;
        if (is_uri_byte(p, p < path) && !second_hash)
            mkcv_buf_putc(&b, *p);
        else
            mkcv_buf_printf(&b, "%%%02X", (unsigned)(unsigned char)*p);
    }
    mkcv_json_string(object, key, b.s);
}

void mkcv_json_date(struct mkcv_arena *a, json_t *object, const char *key, struct mkcv_date d)
{
    if (d.year >= 1000 && d.year <= 2999) mkcv_json_string(object, key, mkcv_date_iso(a, d));
}

json_t *mkcv_json_source(struct mkcv_loc loc)
{
    json_t *o = json_object();
    mkcv_json_string(o, "file", loc.file);
    if (loc.file && loc.line > 0) mkcv_json_set(o, "line", json_integer(loc.line));
    if (loc.file && loc.line > 0 && loc.column > 0) mkcv_json_set(o, "column", json_integer(loc.column));
    return o;
}
