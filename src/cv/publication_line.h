/* publication_line.h - a reference as it is taken apart: each byte is claimed by what it was understood as. */
#ifndef MKCV_PUBLICATION_LINE_H
#define MKCV_PUBLICATION_LINE_H
#include "mkcv/publication.h"
#include "mkcv/read.h"

/* What a byte was understood as. */
enum {
    MKCV_CLAIM_NONE = '.',
    MKCV_CLAIM_LINK = 'L', /* a labelled link, a bracket around such, a list's number */
    MKCV_CLAIM_TITLE = 'T',
    MKCV_CLAIM_AUTHORS = 'A',
    MKCV_CLAIM_VENUE = 'V',
    MKCV_CLAIM_FIGURE = 'F', /* volume, pages, year, status, honors, identifiers */
};

struct mkcv_line {
    struct mkcv_reader *reader;
    struct mkcv_entry *entry;
    const struct mkcv_text *text;
    size_t n;    /* bytes of the text */
    char *claim; /* one a byte */
    struct mkcv_range title;
    const char *title_url; /* where the title was a link */
    bool in_book;          /* the venue has editors */
};

void mkcv_line_claim(struct mkcv_line *l, size_t from, size_t to, char what);
/* True when nothing in [from, to) is claimed. */
bool mkcv_line_is_free(const struct mkcv_line *l, size_t from, size_t to);
/* Words in [from, to) that nothing has claimed. */
int mkcv_line_free_words(const struct mkcv_line *l, size_t from, size_t to);

/* publication_links.c: claims links, badges, numbers and identifiers, and puts them into the entry. */
void mkcv_line_read_links(struct mkcv_line *l);
/* publication_identifiers.c: of them, those that stand in running text. */
void mkcv_line_read_identifiers(struct mkcv_line *l);
/* True when a link's label says what it leads to ("PDF", "Code"). */
bool mkcv_line_is_label(struct mkcv_arena *a, const char *label);

/* publication_with.c: the length of what opens a list of authors without the owner ("joint work with "), or 0. */
size_t mkcv_authors_with(const char *s, size_t from, size_t to);
/* The owner stands before the people, unless among them. */
void mkcv_publication_add_owner(struct mkcv_reader *r, struct mkcv_entry *e);
/* Claims such a list; the owner joins the people. */
bool mkcv_line_read_with(struct mkcv_line *l);

/* publication_figures.c: claims years, volumes, pages, and brackets with status, honors or short names. */
void mkcv_line_read_figures(struct mkcv_line *l);
/* publication_numbers.c: of them, volumes, numbers and pages. */
void mkcv_line_read_numbers(struct mkcv_line *l);
/* "J. Opt., 7(2)" for the venue of a record: its name stays, its figures go into the fields that are empty. */
void mkcv_publication_split_venue(struct mkcv_reader *r, struct mkcv_entry *e);
/* True when a year stands at `at` of the `n` bytes, as a word of its own. */
bool mkcv_line_is_year(const char *s, size_t at, size_t n);
/* "* equal contribution": what a mark means goes into the CV's legend. */
void mkcv_line_add_legend(struct mkcv_line *l, const char *s);
/* The type of a work that "Data set" or "Computer software" in a bracket says, or NULL. */
const char *mkcv_publication_kind(struct mkcv_arena *a, const char *s, size_t n);
bool mkcv_line_says_honor(const char *folded);
bool mkcv_line_says_legend(const char *folded);

/* publication_untitled.c: claims names and a journal with its figures where they are all that stands before `to`. */
bool mkcv_line_read_named_journal(struct mkcv_line *l, size_t to);

/* publication_venue.c: claims the venue's name. */
void mkcv_line_read_venue(struct mkcv_line *l);
/* True when the words of [from, to) are those of a venue. */
bool mkcv_line_is_venue(const struct mkcv_line *l, size_t from, size_t to);

/* publication_title.c: what quotes or dress set apart as a title; empty: nothing. */
struct mkcv_range mkcv_title_find_quoted(const struct mkcv_line *l);
struct mkcv_range mkcv_title_find_dressed(struct mkcv_line *l);
/* True when plain words between the authors and the dressed run are the title, and the run the venue. */
bool mkcv_title_is_plain_before(struct mkcv_line *l, struct mkcv_range run);
/* Nothing sets the title apart: claims the authors and finds it by sentences and commas. */
void mkcv_title_read_plain(struct mkcv_line *l);
/* The end of a year or status in brackets at `at`, or `at`. */
size_t mkcv_line_time_in_brackets(const char *s, size_t at);
/* True when [from, to) is the owner's name. */
bool mkcv_line_is_owner(struct mkcv_line *l, size_t from, size_t to);
/* The end of the longest list of names at `from`, or `from`. */
size_t mkcv_line_authors_end(struct mkcv_line *l, size_t from, size_t to, bool commas);
size_t mkcv_line_first_claimed(const struct mkcv_line *l, size_t from);
void mkcv_line_claim_authors(struct mkcv_line *l, size_t from, size_t to);

/* publication_journal.c: the end of the sentence at `from`; the points of a journal's abbreviated name end none. */
size_t mkcv_reference_sentence_end(const char *s, size_t from, size_t to);
/* True when the word before the point at `at` is short for one of a journal's name. */
bool mkcv_journal_is_word(const char *s, size_t from, size_t at);
/* True when two abbreviated words of a journal's name stand side by side: "Opt. Lett.". */
bool mkcv_journal_is_abbreviated(const char *s, size_t from, size_t to);

/* publication_labels.c: the links of a text as listings. */
struct mkcv_label {
    struct mkcv_range range;
    const char *text, *url;
    struct mkcv_venue venue;
    bool known;                       /* a venue with a year */
    const char *remark;               /* "(Oral)" behind the link; NULL: none */
    MKCV_VEC(struct mkcv_link) links; /* its code, its slides */
};
struct mkcv_labels {
    MKCV_VEC(struct mkcv_label) list;
    size_t known, sure; /* of them: venues with a year; with one that nobody doubts */
    size_t plain;       /* venue and year as they stand anywhere */
    size_t named;       /* not known, but no words for a paper's file either */
    size_t statuses;    /* "Under Review" */
    size_t aside;       /* links that belong to a listing */
    size_t loose;       /* not sure of, and outside brackets or not set off by a comma */
    int words;          /* outside all this, behind the first */
    bool bracketed;     /* the first stands at a bracket's start */
};
/* The links in [from, to) with their texts, those without an address too, and the listings among them that are none. */
struct mkcv_labels mkcv_labels_in(struct mkcv_arena *a, const struct mkcv_text *t, size_t from, size_t to);
/* True when the text is a list of venues with years, or of other short labels in brackets, behind a head. */
bool mkcv_labels_are_list(const struct mkcv_text *t, size_t from, size_t to, const struct mkcv_labels *l);

/* publication.c: an address into the entry: the work's own, or a labelled link; identifiers go into their fields. */
void mkcv_publication_set_url(struct mkcv_reader *r, struct mkcv_entry *e, const char *label, const char *url,
                              struct mkcv_loc loc);
/* Sets a field to a plain string; NULL and blank leave it alone. */
void mkcv_publication_set(struct mkcv_reader *r, struct mkcv_entry *e, enum mkcv_field f, const char *s,
                          struct mkcv_loc loc);
/* Adds to the honors, separated by "; ". */
void mkcv_publication_add_honor(struct mkcv_reader *r, struct mkcv_entry *e, const char *s, struct mkcv_loc loc);
/* Fills type and status where the venue's name or the address says them. */
void mkcv_publication_complete(struct mkcv_reader *r, struct mkcv_entry *e);
/* The type of the works that stand under a heading ("Journal papers": article), or NULL. */
const char *mkcv_publication_type_of(struct mkcv_arena *a, const char *heading);
/* publication_remarks.c: awards, status, notes, and the meaning of marks, of a work with a record of its own. */
void mkcv_publication_read_remarks(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_record *record);
/* publication_address.c: the work's own address and its labelled links. */
void mkcv_publication_read_addresses(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_record *record);
/* publication_record.c: where a key's value stands; whether a value is but true or false. */
struct mkcv_loc mkcv_publication_key_loc(const struct mkcv_record *record, const char *key);
bool mkcv_publication_is_flag(const char *s);
/* publication_citation.c: fills what is open from the citation, excerpt or body of the work's page. */
void mkcv_publication_read_written(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_record *record);
/* publication_name.c: what the words of a string could be. */
enum mkcv_shape { MKCV_SHAPE_NONE, MKCV_SHAPE_INITIALS, MKCV_SHAPE_WORD, MKCV_SHAPE_NAME };
enum mkcv_shape mkcv_shape_of(struct mkcv_arena *a, const char *s);
/* "A.", "J.-P.", "JA": the `n` bytes at `w`. */
bool mkcv_shape_is_initials(const char *w, size_t n);
/* publication_authors.c: one name; names as BibTeX separates them. */
void mkcv_author_add(struct mkcv_arena *a, const struct mkcv_text *t, size_t from, size_t to, struct mkcv_entry *e);
void mkcv_authors_read_bibtex(struct mkcv_arena *a, const struct mkcv_text *t, struct mkcv_entry *e);
/* The status that folded words say ("in-press"), or NULL. */
const char *mkcv_publication_status(const char *folded);
/* True when they say nothing else. */
bool mkcv_publication_is_status(const char *folded);
#endif
