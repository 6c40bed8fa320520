/* backend.h - what comes out: one row a format. A back end writes what it is given and decides nothing. */
#ifndef MKCV_BACKEND_H
#define MKCV_BACKEND_H
#include "mkcv/buf.h"
#include "mkcv/content.h"
#include "mkcv/cv.h"
#include "mkcv/flow.h"
#include "mkcv/node.h"
#include "mkcv/pages.h"

/* The CV as JSON Resume with mkcv's further keys; ends with a newline. */
enum mkcv_code mkcv_json_write(const struct mkcv_cv *cv, struct mkcv_buf *out, struct mkcv_diags *d);
/* The same as a tree, the files of sources under their own names. */
const struct mkcv_node *mkcv_json_tree(struct mkcv_arena *a, const struct mkcv_cv *cv);
/* What differs between two CVs: a list of objects, a change each; ends with a newline. */
enum mkcv_code mkcv_changes_json_write(const struct mkcv_changes *c, struct mkcv_buf *out);
/* One self-contained LaTeX file. */
enum mkcv_code mkcv_latex_write(const struct mkcv_flow *flow, const struct mkcv_style *style, struct mkcv_buf *out,
                                struct mkcv_diags *d);
/* CommonMark 0.30 with $formulas$, a line a block, none wrapped. Numbers that count down, which it cannot say, become
 * bullets. */
enum mkcv_code mkcv_markdown_write(const struct mkcv_flow *flow, const struct mkcv_style *style, struct mkcv_buf *out,
                                   struct mkcv_diags *d);
/* One HTML file with its CSS, light and dark, for screen and print; no scripts, nothing from elsewhere. */
enum mkcv_code mkcv_html_write(const struct mkcv_flow *flow, const struct mkcv_style *style, struct mkcv_buf *out,
                               struct mkcv_diags *d);
/* Plain text in MKCV_TEXT_COLUMNS columns; an address that is longer alone on its line. Right-to-left text stays in
 * reading order. */
enum mkcv_code mkcv_plain_write(const struct mkcv_flow *flow, const struct mkcv_style *style, struct mkcv_buf *out,
                                struct mkcv_diags *d);
enum { MKCV_TEXT_COLUMNS = 78 };
/* The works of the CV as BibTeX in UTF-8, for biber and BibTeX alike; those without a title are reported. */
enum mkcv_code mkcv_bibtex_write(const struct mkcv_cv *cv, struct mkcv_buf *out, struct mkcv_diags *d);
/* PDF 1.7 through libharu's object layer. */
enum mkcv_code mkcv_pdf_write(const struct mkcv_pages *pages, struct mkcv_buf *out, struct mkcv_diags *d);
#endif
