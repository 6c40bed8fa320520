/* records.c - files and bibliography entries of which nothing can be made, and keys that are nearly known ones. */
#include "check.h"
#include <string.h>
#include <strings.h>

/* A key is doubted when it is nearly one of these and the file lacks that one. */
static const char *const keys[] = {"title",     "authors",  "author",    "date",      "venue",    "journal",
                                   "booktitle", "location", "publisher", "published", "paperurl", NULL};
/* Nearly such a key, and another word. */
static const char *const others[] = {"data",    "dates",       "titles",      "locale",
                                     "publish", "publication", "publishdate", NULL};

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

static void check_keys(struct mkcv_checked *k, const struct mkcv_node *meta)
{
    for (const struct mkcv_node *n = meta->first; n; n = n->next) {
        if (!n->key || strlen(n->key) < 4 || is_among(n->key, keys) || is_among(n->key, others)) continue;
        const char *near = mkcv_nearest(n->key, keys);
        if (!near || strncasecmp(near, n->key, 2) != 0 || mkcv_node_lookup(meta, near)) continue;
        size_t one = strlen(near), other = strlen(n->key);
        if (one > other + 1 || other > one + 1) continue;
        mkcv_report(k->diags, MKCV_DIAG_KEY_ODD, n->key_loc.file ? n->key_loc : n->loc, n->key, near);
    }
}

void mkcv_check_records(struct mkcv_checked *k)
{
    for (size_t i = 0; i < k->site->records.count; i++) {
        const struct mkcv_record *r = &k->site->records.at[i];
        if (!is_content(r->kind) || !r->meta) continue;
        check_keys(k, r->meta);
        if (mkcv_node_string(r->meta, "title") || mkcv_node_string(r->meta, "name")) continue;
        const char *key = r->kind == MKCV_RECORD_REFERENCE ? mkcv_node_string(r->meta, "key") : NULL;
        mkcv_report(k->diags, MKCV_DIAG_TITLE_MISSING, r->loc, key ? key : r->path);
    }
}
