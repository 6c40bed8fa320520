/* publication.h - works: reading them from lists, front matter and bibliographies, telling that two are one, merging.
 *
 * The doors for mkcv_cv_read are in read.h (mkcv_publications_read, mkcv_publications_merge) and in the section kind.
 */
#ifndef MKCV_PUBLICATION_H
#define MKCV_PUBLICATION_H
#include "mkcv/cv.h"

struct mkcv_reader; /* read.h */

/* Reads a list item, table row, definition or paragraph of a section of publications, with the lists nested in it:
 * their heads are categories below r->groups. False: it holds no work. */
bool mkcv_publications_read_item(struct mkcv_reader *r, const struct mkcv_block *item);
/* Reads a PUBLICATION or REFERENCE record; false: it holds no work. */
bool mkcv_publication_read_record(struct mkcv_reader *r, const struct mkcv_record *record);
/* Reads a bracketed list of venue links ("[[ICLR'25](url), [TIFS'24](url)]") in [from, to) into works of the category
 * `path`; gives how many. */
size_t mkcv_publications_read_labels(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t to,
                                     const struct mkcv_category *path);
/* Reads a reference written out in any of the common forms into `e`; false: there is no title in it. */
bool mkcv_publication_read_line(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t);
/* True when the block, or what is nested in it, holds a bracketed list of venue links, one of them with its year
 * ("[[VENUE'24](url)]"): works, whatever its heading says. */
bool mkcv_publications_in_block(struct mkcv_arena *scratch, const struct mkcv_block *block);
/* The name that lists of authors set apart (bold, underlined) most often, at least twice; NULL: none. For a site
 * that does not name its owner; call it before mkcv_publications_merge. */
const char *mkcv_publications_owner(struct mkcv_reader *r);

/* What a short listing says: "ICLR'25(a)", "IEEE S&P'26 (Oral)", "NeurIPS 2024", "AAAI2026". */
struct mkcv_venue {
    const char *name;   /* "ICLR"; never NULL */
    const char *suffix; /* "a": tells works of one venue and year apart; NULL: none */
    const char *honors; /* "Oral"; NULL: none */
    int year;           /* 0: none */
    const char *marks;  /* "*" behind a listing; NULL: none, and always from mkcv_venue_from_label */
    bool sure;          /* the year is written as one: "'25", "2025"; not "ICLR25", "arXiv:2410.00001" */
};
/* False when the label is not a venue with a year. */
bool mkcv_venue_from_label(struct mkcv_arena *a, const char *label, struct mkcv_venue *out);
/* The same for a label that stands in a list of such, where more forms can be believed: "ICLR'25*", "NDSS'25,
 * Distinguished Paper", "ACL'24 Findings", "ICML (2022)", "ICLR25", "arXiv:2410.00001". False: `out->name` is the
 * whole label without its marks. */
bool mkcv_venue_from_listing(struct mkcv_arena *a, const char *label, struct mkcv_venue *out);
/* The work's type by the name of its venue, in the words of the model ("inproceedings"), or NULL when it does not say.
 */
const char *mkcv_venue_type(struct mkcv_arena *a, const char *venue);
/* True for a short name ("ICLR", "IEEE S&P", "Comput. Oper. Res." is not). */
bool mkcv_venue_is_short(const char *venue);

/* What a link's address says about a work. */
struct mkcv_identity {
    const char *doi, *arxiv, *openreview; /* bare, lower case but for openreview; NULL: none */
    const char *url;                      /* normalised for comparing; NULL: none */
    const char *title;                    /* read from a slug; NULL: none */
};
struct mkcv_identity mkcv_identity_from_url(struct mkcv_arena *a, const char *url);

/* Lists of names as people write them: "A. Li, B. Wu and C. Ma", "Li, A., Wu, B.", "Li, Ann and Wu, Bo". Appends to
 * e->people in order, given names first; marks are kept, "et al." sets e->et_al; a name set apart is `self` until the
 * merge knows better. */
void mkcv_authors_read(struct mkcv_arena *a, const struct mkcv_text *text, size_t from, size_t to,
                       struct mkcv_entry *e);
/* How much [from, to) looks like a list of names, 0..100. */
int mkcv_authors_score(struct mkcv_arena *a, const struct mkcv_text *text, size_t from, size_t to);

/* Makes listings of one work one entry, in place, the first one's place kept: by DOI, arXiv, OpenReview, address, else
 * by title and near year. Linear but for works with the same title. */
struct mkcv_works {
    struct mkcv_entry *at;
    size_t count;
};
void mkcv_works_merge(struct mkcv_arena *a, struct mkcv_works *works);
#endif
