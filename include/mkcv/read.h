/* read.h - what the reading of a CV gives to its section kinds: where entries go, and how dates, people, phrases and
 * sentences are found in text.
 *
 * Ranges are bytes [from, to) of the plain string of a text. Nothing here changes a text; what is found is cut out with
 * mkcv_text_slice, so emphasis, links and places are kept. */
#ifndef MKCV_READ_H
#define MKCV_READ_H
#include "mkcv/cv.h"
#include "mkcv/settings.h"

struct mkcv_range {
    size_t from, to;
};

/* A word or punctuation mark. Words hold inner points, apostrophes and hyphens; abbreviations keep their point. */
struct mkcv_token {
    size_t from, to;
    const char
        *fold; /* mkcv_utf8_fold without blanks: "Ph.D." is "phd", "Co-advised" is "coadvised"; a mark is itself */
    bool word;
};
struct mkcv_tokens {
    MKCV_VEC(struct mkcv_token) list;
};

struct mkcv_reader {
    struct mkcv_arena *arena;
    struct mkcv_diags *diags;
    struct mkcv_cv *cv; /* what is filled */
    const struct mkcv_site *site;
    const struct mkcv_settings *settings;
    const char *lang; /* never NULL */
    /* Where the reading stands. */
    const struct mkcv_record *page;    /* NULL outside of pages */
    enum mkcv_kind kind;               /* of the heading above; MKCV_KIND_COUNT in the biography */
    struct mkcv_text heading;          /* the section's own heading; empty in the biography */
    MKCV_VEC(struct mkcv_text) groups; /* headings below it that stand above the item, outermost first */
    bool selected;                     /* the heading says "selected" */
    bool mixed;            /* the heading names several kinds: an item that is not surely of this one is refused */
    bool in_prose;         /* sentences are read, not items */
    const void *list;      /* the entries that are read stand in one list; NULL: they do not */
    struct mkcv_text lead; /* the last paragraph before the list that announces it ("I reviewed for:"), or empty */
    struct {
        const char *s;
        size_t from, to;
        struct mkcv_tokens tokens;
    } sentence; /* the words of the sentence read last, which every kind asks for */
    struct {    /* where the entry of studies or posts that was read last stands: lines below may complete it */
        const struct mkcv_record *page;
        const char *heading, *group;
        enum mkcv_kind kind;
        size_t count;                /* of its section, with it */
        bool item;                   /* it was an item of a list */
        struct mkcv_date start, end; /* a date that stood alone above the entry that it belongs to */
        bool current;
        const char *dated; /* the heading below which it stood; NULL: none waits */
    } career;
    struct mkcv_text rest; /* what the item read last says beside its entries; its kind leaves it to be kept as text */
    MKCV_VEC(struct mkcv_text) leftovers; /* paragraphs of the profile of which entries took the better part */
    bool email_said;                      /* on the front page, with the word for it: the configuration is not asked */
    bool first_person; /* the page's biography says "I": whoever is "he" or "she" there is somebody else */
    size_t searched;   /* the work done so far, by the measure of limit.c */
    bool exhausted;    /* TEXT_LIMIT was reported for the rest of the site */
};

/* --- limits (src/cv/limit.c) ------------------------------------------------------------------------------------- */

/* A longer text is not searched for facts. Nobody writes such a paragraph, and the search is at worst quadratic. */
#define MKCV_READ_TEXT_BYTES ((size_t)16 << 10)

/* True when a text of so many bytes may be searched. False, with TEXT_LIMIT reported at its place, when it is too long
 * or when the site has used up its share of work: the text is then kept as text. */
bool mkcv_read_fits(struct mkcv_reader *r, size_t bytes, struct mkcv_loc loc);
/* The same for all texts of a block: an item with the lists below it. */
bool mkcv_read_fits_block(struct mkcv_reader *r, const struct mkcv_block *b);

/* --- entries ----------------------------------------------------------------------------------------------------- */

/* The section of a kind, made when there is none. */
struct mkcv_section *mkcv_read_section(struct mkcv_reader *r, enum mkcv_kind kind);
/* A new entry at the end of its kind's section; the pointer holds until the next one is added. */
struct mkcv_entry *mkcv_read_entry(struct mkcv_reader *r, enum mkcv_kind kind, struct mkcv_loc loc);
/* The same with all that is known of it already, but its rule. */
struct mkcv_entry *mkcv_read_add(struct mkcv_reader *r, const struct mkcv_entry *entry);
/* The rule by which an entry of the kind is made where the reading stands. What knows a more telling one sets it in the
 * entry. */
enum mkcv_rule mkcv_rule_here(const struct mkcv_reader *r, enum mkcv_kind kind);
/* Offers a sentence to its kind: true when it states an entry of it. */
bool mkcv_sentence_read(struct mkcv_reader *r, enum mkcv_kind kind, const struct mkcv_text *t, size_t from, size_t to);
/* Sets a field to bytes [from, to) of `t`, list punctuation cut off; leaves it alone when nothing is left. */
void mkcv_entry_set(struct mkcv_reader *r, struct mkcv_entry *e, enum mkcv_field field, const struct mkcv_text *t,
                    size_t from, size_t to);
/* The same, behind ", " where the field says something already. */
void mkcv_entry_append(struct mkcv_reader *r, struct mkcv_entry *e, enum mkcv_field field, const struct mkcv_text *t,
                       size_t from, size_t to);
/* Sets a field to inline Markdown of front matter or data; NULL and blank leave it alone. */
void mkcv_entry_set_string(struct mkcv_reader *r, struct mkcv_entry *e, enum mkcv_field field, const char *s,
                           struct mkcv_loc loc);
/* Adds a link unless the entry has that address; resolves it (mkcv_url_resolve). */
void mkcv_entry_link(struct mkcv_reader *r, struct mkcv_entry *e, const char *label, const char *url,
                     struct mkcv_loc loc);
/* Every link of a text into the entry's links. */
void mkcv_entry_links(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t);
void mkcv_entry_person(struct mkcv_reader *r, struct mkcv_entry *e, const char *name, const char *url,
                       enum mkcv_relation relation);

/* An address made absolute against the page and the site's url. NULL, with LINK_RELATIVE, LINK_EMPTY or LINK_SCHEME
 * reported, when that cannot be. */
const char *mkcv_url_resolve(struct mkcv_reader *r, const char *url, struct mkcv_loc loc);

/* --- blocks ------------------------------------------------------------------------------------------------------ */

/* The item's own text: that of its first paragraph, or of the row's cells joined by " | ", or of the paragraph itself.
 */
struct mkcv_text mkcv_item_text(struct mkcv_arena *a, const struct mkcv_block *item);
/* The same of all its paragraphs, but not its lists and tables, joined by line breaks (U+2028). */
struct mkcv_text mkcv_item_lines(struct mkcv_arena *a, const struct mkcv_block *item);
/* The first list below an item, or NULL. */
const struct mkcv_block *mkcv_item_list(const struct mkcv_block *item);
/* The items of a list, and of lists in it, as points of the entry. NULL: none. */
void mkcv_item_points(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_block *list);
/* Reads an item in the general way into an entry of `kind`: title, org, dates, links; lists below are highlights. False
 * when it is empty. */
bool mkcv_item_read(struct mkcv_reader *r, enum mkcv_kind kind, const struct mkcv_block *item);

/* --- dates (src/cv/date.c, when.c) ---------------------------------------------------------------------------------
 */

/* What a text says of time. One date is `end`; a range is start and end, or start and `current`; several dates are in
 * `dates` (ranges among them year by year), in order. */
struct mkcv_when {
    size_t from, to; /* the bytes that say it, without brackets around */
    struct mkcv_date start, end;
    bool current;
    MKCV_VEC(struct mkcv_date) dates;
};
/* A whole string as one date: "2024", "May 2024", "2024-05-09T00:00:00Z", "05/2024", "2024年5月". False when it is
 * none. */
bool mkcv_date_from_string(const char *s, struct mkcv_date *out);
/* The date, range or list of years that starts exactly at `from` ("2021/2022, 2024-2025", "Mar. 2020 – present"). */
bool mkcv_when_read(struct mkcv_arena *a, const char *s, size_t from, size_t to, struct mkcv_when *out);
/* The first one in [from, to). Two-digit years count only with their apostrophe: '24. */
bool mkcv_when_find(struct mkcv_arena *a, const char *s, size_t from, size_t to, struct mkcv_when *out);
void mkcv_entry_when(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_when *w);
/* A date from front matter or data; what cannot be read goes to date_text with DATE_UNREAD. Years before 1901 and
 * blank strings say nothing. */
void mkcv_entry_date_string(struct mkcv_reader *r, struct mkcv_entry *e, const char *s, struct mkcv_loc loc);

/* --- words ------------------------------------------------------------------------------------------------------- */

struct mkcv_tokens mkcv_tokens_new(struct mkcv_arena *a, const char *s, size_t from, size_t to);
/* How many tokens from `i` on match the phrase (folded words and marks with one blank between: "advised by"); 0 none.
 */
size_t mkcv_phrase_at(const struct mkcv_tokens *t, size_t i, const char *phrase);
/* The first token in [from, to) where one of `phrases` (NULL-terminated; the longest counts) starts; (size_t)-1 none.
 * *len: its tokens. */
size_t mkcv_phrase_find(const struct mkcv_tokens *t, size_t from, size_t to, const char *const *phrases, size_t *len);
/* True when `phrase` stands in the folded string as whole words (Han, kana and Hangul: anywhere). */
bool mkcv_fold_has(const char *folded, const char *phrase);

/* Cuts white space and list punctuation (,;:.–—|·•-) off both ends, and brackets or quotes that enclose it all or lack
 * their partner; a point that ends an abbreviation stays. A range may begin a byte behind a mark, whatever its width.
 */
struct mkcv_range mkcv_trim(const char *s, struct mkcv_range range);
/* The byte after the sentence that starts at `from`: abbreviations, initials, numbers and brackets do not end one. */
size_t mkcv_sentence_end(const char *s, size_t from, size_t to);
/* The same for a text: no sentence ends inside a link. */
size_t mkcv_sentence_end_in(const struct mkcv_text *t, size_t from, size_t to);
/* The bytes of the link that holds byte `at`; empty when there is none. */
struct mkcv_range mkcv_link_at(const struct mkcv_text *t, size_t at);
/* The byte of the first `marks` character in [from, to) outside of brackets and quotes, or `to`. ASCII marks; their
 * full-width forms count too. */
size_t mkcv_find_outside(const char *s, size_t from, size_t to, const char *marks);
/* A bracket or quote that opens in [from, at) closes behind `at`. */
bool mkcv_is_in_brackets(const char *s, size_t from, size_t at);
/* The ranges of a list "a, b (c, d), and e": cut at marks ",;" (as given), "and", "&" between names, "/" when given;
 * trimmed; "etc." and empty ones are left out. `join`: also at "and" alone. */
struct mkcv_ranges {
    MKCV_VEC(struct mkcv_range) list;
};
struct mkcv_ranges mkcv_list_split(struct mkcv_arena *a, const char *s, size_t from, size_t to, const char *marks,
                                   bool join);

/* --- people and organisations (people.c) ---------------------------------------------------------------------------
 */

/* Reads "Prof. [A B](url), Dr. C. de D (Org) and E F" from `from` on into the entry, titles cut off. Returns the byte
 * after the last name; `from` when there is none. */
size_t mkcv_people_read(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t, size_t from, size_t to,
                        enum mkcv_relation relation);
/* The name that starts at `from` (titles skipped, which may be NULL): false when the words there are none. */
bool mkcv_name_find(struct mkcv_arena *a, const char *s, size_t from, size_t to, struct mkcv_range *name);
/* The byte after "(王小明)", the name in its own script, that follows a name's end; `end` when there is none. */
size_t mkcv_name_native_end(const char *s, size_t end, size_t to);
/* A name as it is written in a CV: titles, marks (* † ^ digits raised) and brackets off, blanks single. */
const char *mkcv_name_clean(struct mkcv_arena *a, const char *s);
/* True when two names can be one person's: same last name and given names or initials that agree, in either order,
 * accents and case aside. */
bool mkcv_name_matches(struct mkcv_arena *a, const char *one, const char *other);
/* True when it is a form of the owner's name. */
bool mkcv_is_owner(struct mkcv_reader *r, const char *name);
/* True when words such as university, institute, 大学 stand in it. */
bool mkcv_is_org(struct mkcv_arena *a, const char *s, size_t from, size_t to);
/* The first degree ("Ph.D.", "Master of Science", "B.Eng. (Hons)", "博士") in [from, to). */
bool mkcv_degree_find(struct mkcv_arena *a, const char *s, size_t from, size_t to, struct mkcv_range *degree);

/* --- publications (src/cv/publication*.c, merge.c, src/section/publications.c) ---------------------------------------
 */

/* Reads the records PUBLICATION and REFERENCE; called once, after all pages were read. */
void mkcv_publications_read(struct mkcv_reader *r);
/* Makes one entry of the works that several sources tell; called last. */
void mkcv_publications_merge(struct mkcv_reader *r);
#endif
