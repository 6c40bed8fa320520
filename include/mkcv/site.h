/* site.h - folders of homepages into records: one adapter a layout. */
#ifndef MKCV_SITE_H
#define MKCV_SITE_H
#include "mkcv/record.h"

struct mkcv_adapter {
    const char *name, *description;
    /* How sure the adapter is that the folder or file is of its layout: 0 not at all, 100 certain. */
    int (*recognise)(struct mkcv_arena *a, const char *root);
    /* Fills site->records in the site's own order. */
    enum mkcv_code (*read)(struct mkcv_arena *a, struct mkcv_site *site, struct mkcv_diags *d);
};
extern const struct mkcv_adapter *const mkcv_adapters[]; /* NULL-terminated */

/* The folder or file to read: `named`, or the current folder when it holds a site, or ./content (design of the command
 * line). NULL when there is none. */
const char *mkcv_site_find(struct mkcv_arena *a, const char *named);
/* Reads the site with adapter `layout` (NULL: the surest). SITE_MISSING, SITE_NOTHING: MKCV_SYSTEM, MKCV_CONTENT. An
 * unknown layout: MKCV_USAGE. */
enum mkcv_code mkcv_site_read(struct mkcv_arena *a, const char *root, const char *layout, struct mkcv_site *out,
                              struct mkcv_diags *d) __attribute__((warn_unused_result));
/* The same; an adapter whose layout keeps its languages apart reads `lang` (NULL: what mkcv.yaml says, else the main
 * one). */
enum mkcv_code mkcv_site_read_in(struct mkcv_arena *a, const char *root, const char *layout, const char *lang,
                                 struct mkcv_site *out, struct mkcv_diags *d) __attribute__((warn_unused_result));
/* Leaves what is in one language of a site that has several: `lang`, or (NULL, or one that the site lacks) the site's
 * main one, which becomes site->lang. False when `lang` names no language. */
bool mkcv_site_choose_language(struct mkcv_arena *a, struct mkcv_site *site, const char *lang, struct mkcv_diags *d);
#endif
