/* source.h - files into trees. Input is text cleaned by mkcv_utf8_clean; positions are true to the file. */
#ifndef MKCV_SOURCE_H
#define MKCV_SOURCE_H
#include "mkcv/block.h"
#include "mkcv/node.h"

#define MKCV_LIMIT_FILE                                                                                                \
    ((size_t)4 << 20) /* bytes of a page or data file: the largest homepages have a twentieth of it */
#define MKCV_LIMIT_BIB ((size_t)64 << 20) /* bytes of a bibliography */
#define MKCV_LIMIT_DEPTH 256              /* nesting of blocks, inlines, YAML */

/* A YAML document (libyaml). `first_line` is the file's line of the text's first. Errors are reported with line and
 * column; what was read before them is returned. NULL when there is nothing. */
const struct mkcv_node *mkcv_yaml_read(struct mkcv_arena *a, const char *text, size_t n, const char *file,
                                       int first_line, struct mkcv_diags *d);
/* A TOML document. The same promises; numbers and dates stay the text that was written. */
const struct mkcv_node *mkcv_toml_read(struct mkcv_arena *a, const char *text, size_t n, const char *file,
                                       int first_line, struct mkcv_diags *d);
/* A JSON document (jansson), with the places of its values (json_place.c). NULL on error. */
const struct mkcv_node *mkcv_json_read(struct mkcv_arena *a, const char *text, size_t n, const char *file,
                                       struct mkcv_diags *d);

/* A Markdown page: front matter in YAML or, between `+++`, TOML (may be absent: *meta NULL) and body (Markdown by
 * cmark, HTML by gumbo, template loops as COLLECTION blocks, comments and other template code gone). */
void mkcv_page_read(struct mkcv_arena *a, const char *text, const char *file, const struct mkcv_node **meta,
                    const struct mkcv_block **body, struct mkcv_diags *d);
/* Appends the places of all `<!-- pagebreak -->` in a page's text. */
void mkcv_page_breaks(struct mkcv_arena *a, const char *text, const char *file, struct mkcv_locs *out);
/* A body, or a string of data of several paragraphs; its first line is at.line. A DOCUMENT block, never NULL. */
const struct mkcv_block *mkcv_markdown_read(struct mkcv_arena *a, const char *s, struct mkcv_loc at,
                                            struct mkcv_diags *d);
/* Markdown alone, for strings of data files and front matter: inline text of one line. */
struct mkcv_text mkcv_markdown_inline(struct mkcv_arena *a, const char *s, struct mkcv_loc loc, struct mkcv_diags *d);

/* A bibliography: a list node of maps with "type", "key" and the fields, values as plain UTF-8 with TeX accents
 * resolved, $math$ kept, braces gone. The names of people are kept as BibTeX separates them (" and "). */
const struct mkcv_node *mkcv_bib_read(struct mkcv_arena *a, const char *text, const char *file, struct mkcv_diags *d);
/* TeX in a field of a bibliography made plain: accents, dashes, quotes, commands. */
const char *mkcv_tex_plain(struct mkcv_arena *a, const char *s);
#endif
