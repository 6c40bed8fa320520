/* records.c - files and bibliography entries of which nothing can be made, and keys that are nearly known ones. */
#include "check.h"
#include <string.h>
#include <strings.h>

/* A key is doubted when it is nearly one of these and the map lacks that one. */
static const char *const content_keys[] = {"title",     "authors",  "author",    "date",      "venue",    "journal",
                                           "booktitle", "location", "publisher", "published", "paperurl", NULL};
static const char *const page_keys[] = {"title", "permalink", "published", NULL};
static const char *const config_keys[] = {"title", "author", "first_name", "last_name", NULL};
static const char *const author_keys[] = {
    "name",          "email", "employer", "location", "affiliation",  "institution", "github",
    "googlescholar", "orcid", "linkedin", "twitter",  "researchgate", NULL};
/* Nearly such a key, and another word. */
static const char *const others[] = {"data",        "dates",       "titles", "locale", "publish",
                                     "publication", "publishdate", "gitlab", "emails", NULL};

static bool is_among(const char *word, const char *const *list)
{
    for (; *list; list++)
        if (!strcasecmp(word, *list)) return true;
    return false;
}

static bool is_content(enum mkcv_record_kind kind)
{
    return kind == MKCV_RECORD_PUBLICATION || kind == MKCV_RECORD_REFERENCE || kind == MKCV_RECORD_TALK ||
           kind == MKCV_RECORD_TEACHING || kind == MKCV_RECORD_PROJECT;
}

static void check_keys(struct mkcv_checked *k, const struct mkcv_node *meta, const char *const *keys)
{
    for (const struct mkcv_node *n = meta ? meta->first : NULL; n; n = n->next) {
        if (!n->key || strlen(n->key) < 4 || is_among(n->key, keys) || is_among(n->key, others)) continue;
        const char *near = mkcv_nearest(n->key, keys);
        if (!near || strncasecmp(near, n->key, 2) != 0 || mkcv_node_lookup(meta, near)) continue;
        size_t one = strlen(near), other = strlen(n->key);
        if (one > other + 1 || other > one + 1) continue;
        mkcv_report(k->diags, MKCV_DIAG_KEY_ODD, n->key_loc.file ? n->key_loc : n->loc, n->key, near);
    }
}

/* The owner's data in a configuration of Jekyll. */
static void check_config(struct mkcv_checked *k)
{
    const struct mkcv_node *config = k->site->config, *author = mkcv_node_lookup(config, "author");
    check_keys(k, config, config_keys);
    if (author && author->kind == MKCV_NODE_MAP) check_keys(k, author, author_keys);
}

void mkcv_check_records(struct mkcv_checked *k)
{
    check_config(k);
    for (size_t i = 0; i < k->site->records.count; i++) {
        const struct mkcv_record *r = &k->site->records.at[i];
        if (r->kind == MKCV_RECORD_PAGE) check_keys(k, r->meta, page_keys);
        if (!is_content(r->kind) || !r->meta) continue;
        check_keys(k, r->meta, content_keys);
        if (mkcv_node_string(r->meta, "title") || mkcv_node_string(r->meta, "name")) continue;
        const char *key = r->kind == MKCV_RECORD_REFERENCE ? mkcv_node_string(r->meta, "key") : NULL;
        mkcv_report(k->diags, MKCV_DIAG_TITLE_MISSING, r->loc, key ? key : r->path);
    }
}
