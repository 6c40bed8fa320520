/* section.h - what a kind of section is: one constant struct in its own file of src/section/, one row of kind.def.
 *
 * A kind says which headings mean it, how its items and sentences are read, what its fields are called in JSON, and
 * which form composes it. */
#ifndef MKCV_SECTION_H
#define MKCV_SECTION_H
#include "mkcv/cv.h"

struct mkcv_reader;   /* read.h */
struct mkcv_composer; /* compose.h */

struct mkcv_title {
    const char *lang, *text; /* "en", "Education" */
};

/* The JSON name of a text field; rows end with a NULL key. */
struct mkcv_json_field {
    const char *key;
    enum mkcv_field field;
};

struct mkcv_section_kind {
    const char *key; /* "education" */
    /* Titles by language, English first; ends with a NULL lang. */
    const struct mkcv_title *titles;
    /* Folded words or phrases (mkcv_utf8_fold) of any language, NULL-terminated; a heading that holds one as whole
     * words is of this kind; the longest match over all kinds wins. */
    const char *const *headings;
    const struct mkcv_json_field *json;
    const char *json_date;   /* name of the single date: "date", "releaseDate", "endDate"; NULL: endDate */
    const char *json_people; /* name of the list of people: "authors", "advisors" (of these alone); NULL: "people" */
    /* Reads one item of a list, table row or paragraph under such a heading. `item` is a list item, row or paragraph.
     * False: it says nothing of this kind; it is then kept as text. NULL: the general reading. */
    bool (*read_item)(struct mkcv_reader *r, const struct mkcv_block *item);
    /* True for a heading that is an entry with all its facts, not a group of entries. NULL: none is. */
    bool (*is_entry)(struct mkcv_reader *r, const struct mkcv_text *heading);
    /* Reads bytes [from, to), one sentence of running text, and adds the entries that it states. Returns false when it
     * states none. NULL: this kind is never stated in prose. */
    bool (*read_sentence)(struct mkcv_reader *r, const struct mkcv_text *text, size_t from, size_t to);
    /* Writes the section's heading and entries into the flow. */
    void (*compose)(struct mkcv_composer *c, const struct mkcv_section *section);
};

/* One constant a kind, in src/section/KIND.c: mkcv_section_work, mkcv_section_publications, ... */
#define MKCV_KIND(ID, id) extern const struct mkcv_section_kind mkcv_section_##id;
#include "mkcv/kind.def"
#undef MKCV_KIND
const struct mkcv_section_kind *mkcv_section_kind(enum mkcv_kind kind);
/* The title in a language (its primary subtag counts), English when there is none. */
const char *mkcv_section_title(enum mkcv_kind kind, const char *lang);
/* The JSON name of an entry's points: "highlights", "keywords". */
const char *mkcv_section_highlights(enum mkcv_kind kind);
/* The kind whose key is `key`, or MKCV_KIND_COUNT. */
enum mkcv_kind mkcv_kind_from_key(const char *key);
#endif
