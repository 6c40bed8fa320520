/* json_value.h - building JSON without empty values: what says nothing is not written. */
#ifndef MKCV_JSON_VALUE_H
#define MKCV_JSON_VALUE_H
#include "mkcv/cv.h"
#include <jansson.h>

/* Sets a string unless it is NULL or empty. */
void mkcv_json_string(json_t *object, const char *key, const char *s);
/* Sets rich text as CommonMark unless it is empty. */
void mkcv_json_text(struct mkcv_arena *a, json_t *object, const char *key, const struct mkcv_text *t);
/* Sets an address as a URI (mkcv_uri); without a scheme it is left out. */
void mkcv_json_url(struct mkcv_arena *a, json_t *object, const char *key, const char *url);
void mkcv_json_date(struct mkcv_arena *a, json_t *object, const char *key, struct mkcv_date d);
/* Sets `value`, which is taken over, unless it is an empty list or object. */
void mkcv_json_set(json_t *object, const char *key, json_t *value);
json_t *mkcv_json_source(struct mkcv_loc loc);
/* An entry by its kind's table. */
json_t *mkcv_json_entry(struct mkcv_arena *a, const struct mkcv_entry *e);
/* The whole document, its sources as the files are named; the caller's reference. */
json_t *mkcv_json_document(struct mkcv_arena *a, const struct mkcv_cv *cv);
#endif
