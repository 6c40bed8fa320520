/* family.h - which files a family consists of: the catalogue, and families that the user brings. Opens no face for use.
 */
#ifndef MKCV_FONT_FAMILY_H
#define MKCV_FONT_FAMILY_H
#include "mkcv/diag.h"
#include <stdint.h>

/* Index of a face in its family: bit 0 bold, bit 1 italic. */
enum mkcv_slot { MKCV_SLOT_REGULAR, MKCV_SLOT_BOLD, MKCV_SLOT_ITALIC, MKCV_SLOT_BOLD_ITALIC, MKCV_SLOT_COUNT };

struct mkcv_family {
    const char *name, *package; /* package NULL: the user's own */
    bool serif, embedded;
    int fallback;               /* rank among the fallbacks; 0: none */
    MKCV_VEC(uint32_t) scripts; /* hb_script_t */
    struct {
        const char *path; /* NULL: no such face */
        unsigned index;   /* in a collection */
    } file[MKCV_SLOT_COUNT];
};
struct mkcv_families {
    MKCV_VEC(const struct mkcv_family *) list;
};

/* The family of the catalogue with that name or alias (case does not matter), or NULL. */
const struct mkcv_family *mkcv_family_lookup(struct mkcv_arena *a, const char *name, struct mkcv_diags *d);
/* The families that lend characters, by rank. */
struct mkcv_families mkcv_family_fallbacks(struct mkcv_arena *a, struct mkcv_diags *d);

/* The family in a folder of font files: the best-stocked one there, or the one called `name` when it is not NULL. NULL
 * when there is none. Opens every font file of the folder. */
const struct mkcv_family *mkcv_family_from_folder(struct mkcv_arena *a, const char *folder, const char *name);
/* The family of a font file alone, or NULL when it cannot be read as a font. */
const struct mkcv_family *mkcv_family_from_file(struct mkcv_arena *a, const char *path);
/* The family `name` among the user's: fonts/name/ or the files of fonts/, in the current folder and beside the program.
 */
const struct mkcv_family *mkcv_family_from_user(struct mkcv_arena *a, const char *name);
#endif
