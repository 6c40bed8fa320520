/* content.h - what a CV says, apart from where it was read, in which order and how it is set: entries of named values,
 * their digests, and what differs between two of them. */
#ifndef MKCV_CONTENT_H
#define MKCV_CONTENT_H
#include "mkcv/buf.h"
#include "mkcv/cv.h"
#include "mkcv/diag.h"

struct mkcv_content_field {
    const char *name, *value; /* as the CV's JSON has them, lists and objects as one line */
};

struct mkcv_content_entry {
    const char *section;                        /* its key in the CV's JSON, or "basics", "legend", "headings" */
    const char *label;                          /* what it is called; NULL: only its digests are known */
    MKCV_VEC(struct mkcv_content_field) fields; /* none: only its digests are known */
    struct mkcv_loc loc;
    uint32_t identity; /* digest of the label: the same entry, whatever else it says */
    uint32_t digest;   /* of all that it says */
};

struct mkcv_content {
    MKCV_VEC(struct mkcv_content_entry) entries;
};

/* The content of a selected CV, by way of its JSON. Texts are in `a`. */
void mkcv_content_read(struct mkcv_arena *a, const struct mkcv_cv *cv, struct mkcv_content *out);
/* The digests of a content as one line of ASCII without quotes: a document that holds it can be told from what the
 * homepage says now. The same for the same content in any order. */
const char *mkcv_content_record(struct mkcv_arena *a, const struct mkcv_content *c);
/* The content that a record tells: digests alone. False when it is no record. */
bool mkcv_content_from_record(struct mkcv_arena *a, const char *record, size_t n, struct mkcv_content *out);

enum mkcv_change_kind { MKCV_CHANGE_ADDED, MKCV_CHANGE_REMOVED, MKCV_CHANGE_CHANGED };

struct mkcv_changed_field {
    const char *name, *before, *after; /* NULL: it has none */
};

struct mkcv_change {
    enum mkcv_change_kind kind;
    const struct mkcv_content_entry *entry;     /* as it is now; as it was, for one removed */
    MKCV_VEC(struct mkcv_changed_field) fields; /* of one changed; none when only digests are known */
};

struct mkcv_changes {
    MKCV_VEC(struct mkcv_change) list; /* by section, in the order of `after`, then what was removed */
};

/* What became of `before`. An entry is the same one when it is called the same, or when half of what it says is.
 * Quadratic in the entries of a section. */
struct mkcv_changes mkcv_content_compare(struct mkcv_arena *a, const struct mkcv_content *before,
                                         const struct mkcv_content *after);
/* For people: a section's key, and below it a line an entry and a line a field. */
void mkcv_changes_print(const struct mkcv_changes *c, struct mkcv_buf *out);
#endif
