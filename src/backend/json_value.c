/* json_value.c - values of the model in JSON; see json_value.h. */
#include "json_value.h"
#include "mkcv/uri.h"

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

void mkcv_json_url(struct mkcv_arena *a, json_t *object, const char *key, const char *url)
{
    mkcv_json_string(object, key, mkcv_uri(a, url));
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
