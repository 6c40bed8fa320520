/* site.h - what the adapters share: reading a file of the site into records. */
#ifndef MKCV_SITE_PARTS_H
#define MKCV_SITE_PARTS_H
#include "mkcv/file.h"
#include "mkcv/site.h"

extern const struct mkcv_adapter mkcv_site_academicpages, mkcv_site_alfolio, mkcv_site_data, mkcv_site_hugo,
    mkcv_site_plain;

/* The page at `path` (from the root; for a site of one file the file's name) as a record; false when it cannot be read
 * or says `published: false`. Included files are spliced in. */
bool mkcv_site_read_page(struct mkcv_arena *a, const struct mkcv_site *site, enum mkcv_record_kind kind,
                         const char *path, struct mkcv_record *out, struct mkcv_diags *d);
/* A YAML file of the site, or NULL when there is none. */
const struct mkcv_node *mkcv_site_read_yaml(struct mkcv_arena *a, const struct mkcv_site *site, const char *path,
                                            struct mkcv_diags *d);
/* Adds the entries of a bibliography as REFERENCE records. */
void mkcv_site_add_bib(struct mkcv_arena *a, struct mkcv_site *site, const char *path, struct mkcv_diags *d);
/* Adds those of all *.bib in `folder` ("" is the root). */
void mkcv_site_add_bibs(struct mkcv_arena *a, struct mkcv_site *site, const char *folder, struct mkcv_diags *d);
/* Takes url, language and the CONFIG record from _config.yml, when there is one. */
void mkcv_site_add_config(struct mkcv_arena *a, struct mkcv_site *site, struct mkcv_diags *d);
/* A JSON file of the site, or NULL when there is none. */
const struct mkcv_node *mkcv_site_read_json(struct mkcv_arena *a, const struct mkcv_site *site, const char *path,
                                            struct mkcv_diags *d);

/* "awards_and_honors" as a heading: "Awards and honors". */
const char *mkcv_site_title_from_key(struct mkcv_arena *a, const char *key);
/* data.c: one section of a data file as a DATA record (record.h). `kind`: the key of a section kind, or NULL; `title`:
 * its heading, or NULL; nothing is added for entries that are NULL or empty. */
void mkcv_site_add_data(struct mkcv_arena *a, struct mkcv_site *site, const char *path, const char *kind,
                        const char *title, const struct mkcv_node *entries);
/* The same for a file that no page names: it counts when its name is a heading of a section kind. */
void mkcv_site_add_loose_data(struct mkcv_arena *a, struct mkcv_site *site, const char *path, const char *name,
                              const struct mkcv_node *entries);
/* The person of a data file, as JSON Resume's `basics` or RenderCV's `cv`, as a PERSON record; NULL adds nothing. */
void mkcv_site_add_person(struct mkcv_arena *a, struct mkcv_site *site, const char *path,
                          const struct mkcv_node *basics);
/* resume.c: a JSON Resume document; lists that it does not know become sections of their own. */
void mkcv_site_add_resume(struct mkcv_arena *a, struct mkcv_site *site, const char *path,
                          const struct mkcv_node *resume);
/* tsv.c: a list of works or talks, a record a line. */
void mkcv_site_add_tsv(struct mkcv_arena *a, struct mkcv_site *site, const char *path, struct mkcv_diags *d);
/* rendercv.c: what stands under `cv` of a RenderCV document. */
void mkcv_site_add_rendercv(struct mkcv_arena *a, struct mkcv_site *site, const char *path, const struct mkcv_node *cv);

/* collections.c: the pages of one collection's folder and its subfolders as records, newest first. */
void mkcv_site_add_collection(struct mkcv_arena *a, struct mkcv_site *site, const char *folder,
                              enum mkcv_record_kind kind, struct mkcv_diags *d);

/* Where `path` of the site lies: joined to the root, or the root itself when that is a file. */
const char *mkcv_site_path(struct mkcv_arena *a, const struct mkcv_site *site, const char *path);

/* collections.c: the collections (_NAME/) and data files (_data/NAME.yml) that the site's pages loop over. Works,
 * talks, courses, projects and news become records; what else a page loops over becomes a list on it, under its
 * heading. `navigated`: what no page shows does not count. */
void mkcv_site_add_collections(struct mkcv_arena *a, struct mkcv_site *site, bool navigated, struct mkcv_diags *d);
/* listing.c: an entry of a collection or data file as an item of a list: its values in the order in which a CV says
 * them, then its body. NULL when it says nothing. */
struct mkcv_block *mkcv_site_list_item(struct mkcv_arena *a, const struct mkcv_record *r, struct mkcv_diags *d);
/* leftover.c: takes what leftover.def names out of all records. */
void mkcv_site_drop_leftovers(struct mkcv_arena *a, struct mkcv_site *site, struct mkcv_diags *d);

bool mkcv_site_is_page_name(const char *name);            /* .md .markdown .html .htm .qmd .rmd */
bool mkcv_site_is_content_name(const char *name);         /* a page's name, and not README, LICENSE and the like */
bool mkcv_site_is_page_folder(const char *name);          /* "research": its index is a page of the homepage */
bool mkcv_site_has_content(const struct mkcv_site *site); /* something beside the configuration was read */
#endif
