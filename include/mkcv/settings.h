/* settings.h - what a user says beside the homepage: mkcv.yaml, then options. */
#ifndef MKCV_SETTINGS_H
#define MKCV_SETTINGS_H
#include "mkcv/date.h"
#include "mkcv/diag.h"
#include "mkcv/node.h"

enum mkcv_biography {
    MKCV_BIOGRAPHY_REST, /* the sentences that no entry tells (default) */
    MKCV_BIOGRAPHY_FULL,
    MKCV_BIOGRAPHY_NONE,
};

struct mkcv_target {
    const char *name;
    struct mkcv_loc loc;
};

struct mkcv_limit {
    const char *section; /* key or title */
    int most;            /* entries */
    struct mkcv_loc loc;
};

enum mkcv_photo_wish {
    MKCV_PHOTO_AS_STYLED, /* the style says whether the site's own is shown (default) */
    MKCV_PHOTO_YES,       /* the file `photo`, or the site's own */
    MKCV_PHOTO_NO,
};

struct mkcv_words {
    MKCV_VEC(const char *) list;
};

/* What mkcv.yaml says of single entries: a tag, title, URL, or FILE:LINE; private: a section or contact too. */
struct mkcv_targets {
    MKCV_VEC(struct mkcv_target) list;
};

struct mkcv_limits {
    MKCV_VEC(struct mkcv_limit) list;
};

/* Whom a mark in lists of authors is for, and what it means; NULL: "supervised student", in the CV's language. */
struct mkcv_marked_name {
    const char *name, *sense;
};

struct mkcv_marked_names {
    MKCV_VEC(struct mkcv_marked_name) list;
};

/* A bound of a form, and where it is said. */
struct mkcv_bound {
    int32_t value; /* 0: none */
    struct mkcv_loc loc;
};

/* What the form of a funder allows: the CV that is made is checked against it (form.h). */
struct mkcv_form {
    struct mkcv_bound pages;                     /* at most */
    struct mkcv_bound font, margin, side_margin; /* at least, mpt; side_margin over margin */
    struct mkcv_limits entries;                  /* of sections by key or title */
    struct mkcv_limits words, characters;        /* below a heading as the CV has it, or of "all" */
};

struct mkcv_settings {
    const char *name;  /* NULL: the site's */
    const char *lang;  /* NULL: the site's */
    const char *style; /* NULL: "classic" */
    /* where they are said; file NULL: by an option */
    struct mkcv_loc lang_loc, style_loc, only_loc, skip_loc, order_loc, hide_loc;
    const char *paper; /* NULL: the style's */
    enum mkcv_biography biography;
    enum mkcv_photo_wish photo_wish;
    const char *photo; /* its file: said in mkcv.yaml, of the site; by an option, of the current folder or the site */
    struct mkcv_loc photo_loc;
    struct mkcv_date date;                 /* of the document; year 0: none */
    struct mkcv_words names;               /* further forms of the owner's name */
    struct mkcv_words order;               /* section keys; empty: the style's */
    struct mkcv_words hide;                /* section keys or titles that the CV must not show */
    struct mkcv_words only, skip;          /* section keys or titles */
    int since;                             /* year; 0: all */
    struct mkcv_words status;              /* of publications that are shown; empty: all */
    struct mkcv_marked_names students;     /* in lists of authors */
    struct mkcv_targets keep;              /* entries that stay whatever else says */
    struct mkcv_targets drop;              /* entries that are left out */
    const struct mkcv_node *add, *replace; /* corrections of what the homepage says, or NULL; cv/corrections.c */
    struct mkcv_limits limit;              /* sections and how many entries they show at most */
    struct mkcv_form form;                 /* what a funder allows */
    bool public;                           /* for everybody to read: what is private is left out */
    struct mkcv_targets private;           /* and this */
    bool selected;                         /* publications marked as selected alone */
    bool tells;                            /* what is left out is reported, and why */
    int pages;                             /* at most so many; 0: as many as there are */
    bool fit;                              /* room is changed so that the last page is full */
    struct {
        const char *key, *title;
        struct mkcv_loc loc;
    } titles[32]; /* section titles by key, ended by a NULL key */
    /* KEY=VALUE settings that are the style's, in order: a map of dotted keys, or NULL; order and hide are there too,
     * as they replace the style's own */
    const struct mkcv_node *style_keys;
};

/* Reads mkcv.yaml (`file` may be NULL) and KEY=VALUE words (`set`, `count`) over the defaults in *out. Keys that are
 * not settings are kept in style_keys for the style. Unknown values are reported; MKCV_CONTENT from the file,
 * MKCV_USAGE from `set`. */
enum mkcv_code mkcv_settings_read(struct mkcv_arena *a, const struct mkcv_node *file, const char *const *set,
                                  size_t count, struct mkcv_settings *out, struct mkcv_diags *d);
/* mkcv.yaml (NULL: there is none) as the variant `name` of its `variants`, or else the ready one of that name, has it:
 * a map of the file's members, those of the variants that it inherits and its own, later ones over earlier ones, those
 * of `set` among them; without `variants`. NULL as `name`: the file's alone. A variant that is not there, or inherits
 * one that is not, or itself: reported, MKCV_USAGE or MKCV_CONTENT; *out is the file's alone. */
enum mkcv_code mkcv_variant_resolve(struct mkcv_arena *a, const struct mkcv_node *file, const char *name,
                                    const struct mkcv_node **out, struct mkcv_diags *d)
    __attribute__((warn_unused_result));
/* The names of the ready variants, NULL-terminated; what one says, or NULL. */
const char *const *mkcv_ready_variant_names(struct mkcv_arena *a);
const struct mkcv_node *mkcv_ready_variant(struct mkcv_arena *a, const char *name, struct mkcv_diags *d);
/* The names of the map of variants in their order, NULL-terminated; none when it is NULL. */
const char *const *mkcv_variant_names(struct mkcv_arena *a, const struct mkcv_node *variants);
/* A page count from 1 to 999; false when `s` is none. */
bool mkcv_pages_from_string(const char *s, int *pages);
#endif
