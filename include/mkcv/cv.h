/* cv.h - the CV as meaning: person, sections, entries; no looks. shared between all stages after reading. */
#ifndef MKCV_CV_H
#define MKCV_CV_H
#include "mkcv/block.h"
#include "mkcv/date.h"
#include "mkcv/record.h"
#include "mkcv/text.h"

enum mkcv_kind {
#define MKCV_KIND(ID, id) MKCV_KIND_##ID,
#include "mkcv/kind.def"
#undef MKCV_KIND
    MKCV_KIND_COUNT
};

/* The texts of an entry. What each is called in JSON is the section kind's business (section.h). */
enum mkcv_field {
    MKCV_FIELD_TITLE,  /* post, degree, award, role, title of a work or talk, name of a course, student, project */
    MKCV_FIELD_ORG,    /* employer, school, giver, venue, event, publisher, funder, outlet */
    MKCV_FIELD_ABBR,   /* the venue's short name */
    MKCV_FIELD_AREA,   /* field of study */
    MKCV_FIELD_TYPE,   /* publications: the closed list of the model; talks: as written */
    MKCV_FIELD_STATUS, /* publications: the closed list of the model */
    MKCV_FIELD_ROLE,   /* grants, teaching, memberships */
    MKCV_FIELD_LOCATION,
    MKCV_FIELD_SUMMARY,
    MKCV_FIELD_NOTE,
    MKCV_FIELD_HONORS, /* "with honors"; of a work: Oral, Best Paper */
    MKCV_FIELD_SCORE,
    MKCV_FIELD_THESIS,
    MKCV_FIELD_VOLUME,
    MKCV_FIELD_NUMBER,
    MKCV_FIELD_PAGES,
    MKCV_FIELD_DOI,   /* bare: 10.1000/182 */
    MKCV_FIELD_ARXIV, /* bare: 2405.09786 */
    MKCV_FIELD_AMOUNT,
    MKCV_FIELD_LEVEL, /* of a skill or language; degree of a student */
    MKCV_FIELD_COUNT
};
const char *mkcv_field_name(enum mkcv_field field);
/* The field of that name, or MKCV_FIELD_COUNT. */
enum mkcv_field mkcv_field_from_name(const char *name);
/* True for identifiers and figures, which hold no markup. */
bool mkcv_field_is_plain(enum mkcv_field field);

/* What made an entry of the homepage's words. */
enum mkcv_rule {
#define MKCV_RULE(id, text) MKCV_RULE_##id,
#include "mkcv/rule.def"
#undef MKCV_RULE
    MKCV_RULE_COUNT
};
const char *mkcv_rule_text(enum mkcv_rule rule);

enum mkcv_relation { MKCV_REL_NONE, MKCV_REL_AUTHOR, MKCV_REL_ADVISOR, MKCV_REL_HOST, MKCV_REL_MENTOR, MKCV_REL_WITH };
/* "advisor" and the like, in dumps and JSON; NONE is "person". From a name that is none: NONE. */
const char *mkcv_relation_name(enum mkcv_relation relation);
enum mkcv_relation mkcv_relation_from_name(const char *name);

struct mkcv_person {
    const char *name;
    const char *url; /* NULL: none */
    enum mkcv_relation relation;
    const char *marks; /* of an author: "*^"; NULL: none */
    bool self;         /* the owner of the CV */
};

struct mkcv_link {
    const char *label, *url;
};

/* A place of an entry in the headings or lists that grouped it. */
struct mkcv_category {
    MKCV_VEC(const char *) path; /* outermost first: "AI Risk Management", "Training Phase" */
    const char *label;           /* what stood for the entry there, when that was all: "ICLR'25(a)"; else NULL */
    struct mkcv_loc loc;
};

struct mkcv_entry {
    enum mkcv_kind kind;
    enum mkcv_rule rule;
    struct mkcv_loc loc;
    MKCV_VEC(struct mkcv_loc) also; /* further sources */
    struct mkcv_text fields[MKCV_FIELD_COUNT];
    const char *url;
    struct mkcv_date start, end;      /* a single date is `end` alone */
    bool current;                     /* open end */
    MKCV_VEC(struct mkcv_date) dates; /* of an award or role held several times; empty when `end` says it */
    const char *date_text;            /* as written, when it could not be read or names a term */
    MKCV_VEC(struct mkcv_person) people;
    bool et_al;             /* the list of people is not whole */
    const char *odd_author; /* stood in the list of authors and is no name; NULL: none */
    MKCV_VEC(struct mkcv_link) links;
    MKCV_VEC(struct mkcv_category) categories;
    MKCV_VEC(struct mkcv_text) highlights;
    MKCV_VEC(const char *) tags;
    int priority;
    bool selected, hidden;
    bool told;        /* the profile text says it already */
    const void *list; /* while reading: entries of one list tell different things; NULL: told elsewhere */
};

struct mkcv_section {
    enum mkcv_kind kind;
    const char *title; /* as the homepage heads it; NULL: the kind's own title in the CV's language */
    int level;         /* of its heading, 1 outermost */
    struct mkcv_loc loc;
    bool hidden;
    MKCV_VEC(struct mkcv_entry) entries;
    const struct mkcv_block *body; /* of kind OTHER: what stands there, first of a chain of siblings */
};

struct mkcv_profile {
    const char *network, *username, *url;
};

struct mkcv_basics {
    const char *name; /* NULL: unknown */
    MKCV_VEC(const char *) name_variants;
    struct mkcv_text label; /* post */
    struct mkcv_text affiliation;
    const char *affiliation_url;
    const char *email, *phone, *url;
    const char *image; /* address of the portrait */
    const char *photo; /* file of the portrait, as it can be opened; NULL: none is there */
    const char *address, *city, *region, *country, *postal_code;
    MKCV_VEC(struct mkcv_profile) profiles;
    MKCV_VEC(struct mkcv_text) summary; /* paragraphs of the profile text */
    struct mkcv_loc loc;                /* of the name */
};

struct mkcv_legend {
    const char *mark, *text;
};

struct mkcv_cv {
    const char *lang; /* BCP 47, never NULL */
    const char *site_kind, *site_root;
    struct mkcv_basics basics;
    MKCV_VEC(struct mkcv_section) sections; /* at most one of each kind, but of OTHER any number; in CV order */
    MKCV_VEC(struct mkcv_legend) legend;
    struct mkcv_locs pagebreaks;      /* what stands next in the file begins a page */
    const struct mkcv_node *settings; /* mkcv.yaml, for those who write the CV as data; NULL: none */
    const struct mkcv_photo *photo;   /* that this CV shows (photo.h); NULL: none */
};

struct mkcv_section *mkcv_cv_lookup(struct mkcv_cv *cv, enum mkcv_kind kind);
/* The CV as stable text, for --dump cv and goldens. */
struct mkcv_buf;
void mkcv_cv_dump(const struct mkcv_cv *cv, struct mkcv_buf *out);

struct mkcv_settings;
/* Gives the site's records their meaning. The records must outlive the CV. Never fails: what is not understood is
 * reported and kept. */
struct mkcv_cv *mkcv_cv_read(struct mkcv_arena *a, const struct mkcv_site *site, const struct mkcv_settings *settings,
                             struct mkcv_diags *d);
/* The same, but what several places tell stays several entries: for comparing what they say. */
struct mkcv_cv *mkcv_cv_read_apart(struct mkcv_arena *a, const struct mkcv_site *site,
                                   const struct mkcv_settings *settings, struct mkcv_diags *d);
#endif
