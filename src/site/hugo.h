/* hugo.h - what the files of the Hugo adapter share: the site's configuration, its authors, the order of reading. */
#ifndef MKCV_SITE_HUGO_H
#define MKCV_SITE_HUGO_H
#include "site.h"

struct mkcv_hugo_author {
    const char *slug, *name;   /* name NULL: the page does not say */
    struct mkcv_record record; /* kind PERSON */
};

struct mkcv_hugo {
    struct mkcv_arena *arena;
    struct mkcv_site *site;
    struct mkcv_diags *diags;
    const char *content;                        /* folder of the pages, from the root; "" is the root */
    const char *lang;                           /* of the pages that are read; NULL: the site has one */
    MKCV_VEC(const struct mkcv_node *) configs; /* the files of the configuration, in order */
    MKCV_VEC(const char *) langs;               /* keys of `languages` */
    MKCV_VEC(struct mkcv_hugo_author) authors;
    const struct mkcv_hugo_author *owner; /* NULL: none */
    const char *profile;                  /* slug of the author that the home page shows; NULL: it does not say */
    const struct mkcv_node *text;         /* of the biography, where the home page overrides the author's; NULL */
    MKCV_VEC(const char *) menu;          /* pages that the menu leads to, as "teaching/courses" */
    MKCV_VEC(struct mkcv_record) home;    /* what the home page shows, in order */
};

/* hugo_config.c: reads the configuration, chooses language and folder, adds the CONFIG record. */
void mkcv_hugo_configure(struct mkcv_hugo *h);
/* A data file in TOML, YAML or JSON; NULL when there is none of that name. */
const struct mkcv_node *mkcv_hugo_read_data(struct mkcv_hugo *h, const char *path);
/* The last value that a file of the configuration gives to a path, or NULL. */
const struct mkcv_node *mkcv_hugo_config(const struct mkcv_hugo *h, const char *path);
/* The file is in the language that is read: "index.md" unless "index.de.md" is, ... */
bool mkcv_hugo_is_in_language(const struct mkcv_hugo *h, const struct mkcv_names *names, const char *name);
/* `stem`.md of the folder in the language that is read ("index" finds "index.de.md"), or NULL. */
const char *mkcv_hugo_page_of(const struct mkcv_hugo *h, const struct mkcv_names *names, const char *stem);

/* hugo_author.c: reads all authors; afterwards h->owner and the names behind slugs are known. */
void mkcv_hugo_read_authors(struct mkcv_hugo *h);
void mkcv_hugo_choose_owner(struct mkcv_hugo *h);
/* The PERSON record and the biography as the landing page. */
void mkcv_hugo_add_owner(struct mkcv_hugo *h);
/* Puts names for the slugs in the record's list of authors. */
void mkcv_hugo_name_authors(const struct mkcv_hugo *h, const struct mkcv_record *record);

/* hugo_home.c: a page made of sections into h->home; false when it has none. */
bool mkcv_hugo_read_sections(struct mkcv_hugo *h, const struct mkcv_record *page);
/* The widgets of a folder ("home") into h->home. */
void mkcv_hugo_read_widgets(struct mkcv_hugo *h, const char *folder);

/* hugo_menu.c: reads h->menu. */
void mkcv_hugo_read_menu(struct mkcv_hugo *h);
/* A visitor gets to the page, or its name says that it is about the owner. */
bool mkcv_hugo_is_reached(const struct mkcv_hugo *h, const struct mkcv_record *page);

/* hugo_work.c: the bibliographies of a work's folder into its page, or (NULL: it has none) as works of their own. */
void mkcv_hugo_add_bibs(struct mkcv_hugo *h, const char *folder, const struct mkcv_record *work);

/* hugo_example.c: true for the author pages of the themes. */
bool mkcv_hugo_is_example_author(const char *name);
/* Takes the themes' examples out of the lists of a tree; reported. */
void mkcv_hugo_prune(struct mkcv_hugo *h, const struct mkcv_node *meta);

void mkcv_hugo_skip(struct mkcv_hugo *h, struct mkcv_loc loc, const char *what, const char *why);
#endif
