/* latex.h - the parts of the LaTeX back end: text (latex_text.c), formulas (latex_math.c), preamble (latex_preamble.c),
 * macros of the body (latex_forms.c), of entries (latex_entry.c), body (latex.c), columns (latex_columns.c),
 * sidebar (latex_sidebar.c), photo (latex_photo.c). */
#ifndef MKCV_LATEX_H
#define MKCV_LATEX_H
#include "mkcv/buf.h"
#include "mkcv/flow.h"

struct mkcv_latex {
    struct mkcv_buf *out;
    const struct mkcv_style *style;
    const struct mkcv_flow *flow;
};

/* What the text of a flow needs of the preamble. */
struct mkcv_latex_needs {
    bool roles[MKCV_ROLE_COUNT];
    bool math;                  /* formulas, or symbols that are set as such */
    bool scripts[4];            /* of mkcv_latex_scripts */
    bool unicode;               /* characters that fonts of 256 do not have */
    bool langs;                 /* text in another language than the document's */
    MKCV_VEC(uint32_t) symbols; /* that 8-bit fonts set as math */
};

/* A writing system that the text's family may lack: the macro of its characters and a family that has them. */
struct mkcv_latex_script {
    const char *macro, *font;
    uint32_t ranges[4][2]; /* ended by zeros */
};
extern const struct mkcv_latex_script mkcv_latex_scripts[4];
/* The TeX that shows a symbol where fonts have 256 characters, or NULL. */
const char *mkcv_latex_symbol(uint32_t c);

void mkcv_latex_note_text(struct mkcv_latex_needs *needs, struct mkcv_arena *a, const struct mkcv_text *text);
/* Text with the macros of its roles, marks and links. Roles equal to `base` are not named again. */
void mkcv_latex_text(const struct mkcv_latex *l, const struct mkcv_text *text, enum mkcv_role base);
/* `n` bytes so that TeX sets them as they are: nothing in them can act. */
void mkcv_latex_escape(struct mkcv_buf *out, const char *s, size_t n);
/* What TeX sets as the ASCII character `c`, where that is not the character: "\\&"; else NULL. */
const char *mkcv_latex_ascii(char c);
/* Opens the macros of a span's marks; gives how many braces close them. */
int mkcv_latex_marks(struct mkcv_buf *out, unsigned marks);
/* What babel calls a language (BCP 47); of others the tag, which it does not know: they are not divided. */
const char *mkcv_latex_language(const char *lang);
/* True when TeX may take `s` as a formula: nothing in it can act or be wrong. */
bool mkcv_latex_is_formula(const char *s);
/* Such a formula between dollars. */
void mkcv_latex_formula(struct mkcv_buf *out, const char *s);

/* One node of the body, then all in their columns (latex_columns.c). */
void mkcv_latex_node(const struct mkcv_latex *l, const struct mkcv_flow_node *node);
void mkcv_latex_nodes(const struct mkcv_latex *l);
/* The macros of columns; nothing where there are none. */
void mkcv_latex_columns(const struct mkcv_latex *l);
/* The macros and the body of a page with a sidebar (latex_sidebar.c). */
void mkcv_latex_sidebar(const struct mkcv_latex *l);
void mkcv_latex_beside(const struct mkcv_latex *l);
/* latex_photo.c: the macros of the photo, whose file lies beside this one; nothing where there is none. */
void mkcv_latex_photo(const struct mkcv_latex *l);
bool mkcv_latex_has_photo(const struct mkcv_flow_node *node);
/* Section heads at the left hang into the page's margin; where a sidebar is there, into the gap. */
bool mkcv_latex_outer(const struct mkcv_latex *l);
/* The macro \cvsection, under a name. */
void mkcv_latex_section(const struct mkcv_latex *l, const char *name);
/* From the leading of a head to what the space above it reaches to; the leading of a role [mpt]. */
int32_t mkcv_latex_to_head(const struct mkcv_style *s);
int32_t mkcv_latex_leading(const struct mkcv_style *s, enum mkcv_role role);
/* The macros of entries; what makes the column of dates at the left as wide as the longest (latex_entry.c). */
void mkcv_latex_entries(const struct mkcv_latex *l);
void mkcv_latex_widest_date(const struct mkcv_latex *l);
/* The macros of the body. */
void mkcv_latex_forms(const struct mkcv_latex *l);
void mkcv_latex_preamble(const struct mkcv_latex *l, const struct mkcv_latex_needs *needs);
/* The font switches of a look, without braces: "\bfseries\color{cvgrey}". */
void mkcv_latex_look(const struct mkcv_latex *l, const struct mkcv_look *look);
/* Letters of a role's name, for macros: "subgroup". */
const char *mkcv_latex_role(enum mkcv_role role);
#endif
