/* record.h - what the files of a homepage say, one record a file (or bibliography entry), before any meaning. */
#ifndef MKCV_RECORD_H
#define MKCV_RECORD_H
#include "mkcv/block.h"
#include "mkcv/node.h"

enum mkcv_record_kind {
#define MKCV_RECORD(id, name) MKCV_RECORD_##id,
#include "mkcv/record.def"
#undef MKCV_RECORD
    MKCV_RECORD_COUNT
};
const char *mkcv_record_name(enum mkcv_record_kind kind);

/* A DATA record is one section of a data file, whatever its format was; meta is a map of
 *   kind     the key of the section's kind, when the format says it ("work"); else absent
 *   title    the heading, or the file's name, when there is one
 *   entries  a list of strings, of lists, or of maps with the keys of JSON Resume, RenderCV, al-folio or our own JSON
 *   loose    true: no page shows the file; it counts when the title is a heading of a kind
 *   exact    true: the maps are ours, nothing is to be read into them
 * The kind "coauthors" is none of a section: its entries are al-folio's map of last names to {firstname, url}.
 * The person of such a file is a PERSON record, its meta as JSON Resume's `basics` or RenderCV's `cv`. */
/* What the owner asks, in a comment <!-- cv: ... --> or in a page's front matter, for what stands on some lines. */
struct mkcv_wish {
    struct mkcv_loc loc; /* of the comment */
    int from, past;      /* lines of its file */
    bool heading;        /* the first of them is a heading, the rest its section */
    MKCV_VEC(const char *) tags;
    int priority;        /* 0: nothing is said */
    const char *section; /* key of a kind of section; NULL: nothing is said */
};

struct mkcv_wishes {
    MKCV_VEC(struct mkcv_wish) list;
};

struct mkcv_record {
    enum mkcv_record_kind kind;
    const char *path;              /* of the file, from the site's root */
    const struct mkcv_node *meta;  /* front matter, data file or bibliography fields; may be NULL */
    const struct mkcv_block *body; /* may be NULL */
    struct mkcv_loc loc;
    struct mkcv_wishes wishes;   /* of the body or of a file that it includes */
    struct mkcv_locs pagebreaks; /* asked for in the body or in a file that it includes */
};

struct mkcv_site {
    const char *root;                     /* folder or file, as named by the user */
    bool is_folder;                       /* what `root` is */
    const char *layout;                   /* the adapter's name */
    const char *lang;                     /* BCP 47; NULL when the site does not say */
    const char *wanted_lang;              /* asked for; NULL: the site's main one */
    bool one_language;                    /* the adapter has left out what is in others */
    const char *url;                      /* the site's own address without a trailing slash; NULL unknown */
    const struct mkcv_node *config;       /* _config.yml or its kin; NULL: none */
    const struct mkcv_node *settings;     /* mkcv.yaml; NULL: none */
    MKCV_VEC(struct mkcv_record) records; /* in the order in which the site shows them: landing page first */
};

/* The site as stable text, for --dump records and goldens. */
struct mkcv_buf;
void mkcv_site_dump(const struct mkcv_site *site, struct mkcv_buf *out);
#endif
