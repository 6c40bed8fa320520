/* markdown.h - the steps of reading a body, and what they share.
 *
 * mask.c and template.c overwrite in place what is not Markdown (byte for byte, so that lines and columns stay);
 * lines.c lays the lines out for cmark and keeps where each came from; markdown.c and inline.c walk cmark's tree,
 * html.c gumbo's; rich.c makes text of the pieces; bullets.c finds the lists that were typed as paragraphs. */
#ifndef MKCV_MARKDOWN_H
#define MKCV_MARKDOWN_H
#include "mkcv/buf.h"
#include "mkcv/source.h"
#include "tag.h"

/* Bytes that stand for something between the steps. Input holds no control characters but tab and newline, and to
 * cmark these are letters. */
enum {
    MKCV_CODE_MORE = 0x01,  /* goes on with what began before: a formula over two lines */
    MKCV_CODE_MATH = 0x02,  /* begins a formula: two digits of base 62 name it, MORE fills the rest */
    MKCV_CODE_BREAK = 0x03, /* a forced line break: cmark 0.30 loses count of lines at a backslash */
    MKCV_CODE_FILL = 0x04,  /* nothing */
    MKCV_CODE_MARK = 0x05,  /* decimal digits between two of it name a block in md->marks */
    MKCV_CODE_SOFT = 0x06,  /* a line end inside a paragraph */
    MKCV_CODE_TERM = 0x07,  /* begins a definition */
    MKCV_CODE_PLAIN = 0x10  /* and the next ones: MKCV_PLAIN_CHARS that are not markup */
};
#define MKCV_PLAIN_CHARS "<[]*_`!\\&|"

/* Where a line that cmark reads came from: true column = column + shift. */
struct mkcv_md_line {
    size_t at; /* in md->text */
    int line, shift;
    const char *lang; /* of the containers around it; NULL: none says one */
};

struct mkcv_md_math {
    const char *s; /* without its dollars */
    int line;
};

struct mkcv_md {
    struct mkcv_arena *arena;
    struct mkcv_diags *diags;
    const char *file;
    MKCV_VEC(struct mkcv_md_math) maths;
    MKCV_VEC(struct mkcv_block *) marks;
    MKCV_VEC(struct mkcv_md_line) lines;
    struct mkcv_buf text; /* for cmark */
    size_t cells;         /* of pipe tables, so far */
};

/* parse.c: a document of cmark's; the caller frees it with cmark_node_free. */
struct cmark_node *mkcv_cmark_parse(const char *text, size_t n);
/* inline.c: masked inline source of one line as text. */
struct mkcv_text mkcv_inline_read(struct mkcv_md *md, const char *s, size_t n, struct mkcv_loc at);

/* template.c: Liquid and Hugo template code. mask.c: comments, scripts, formulas, attribute lists. Both overwrite `s`;
 * `line` is that of its first byte. */
void mkcv_template_mask(struct mkcv_md *md, char *s, size_t n, int line);
void mkcv_mask(struct mkcv_md *md, char *s, size_t n, int line);
/* cells.c: the tags of tables whose cells are Markdown. */
void mkcv_mask_cells(struct mkcv_md *md, char *s, size_t n);
void mkcv_mask_fill(char *from, char *to);
/* Writes the name of a new block, at most `room` bytes, over `at`; false when there is no room. */
bool mkcv_mask_mark(struct mkcv_md *md, char *at, size_t room, struct mkcv_block *block);
/* Replaces the markup characters of [s, s + n) by their stand-ins. */
void mkcv_mask_plain(char *s, size_t n);

/* lines.c: fills md->text and md->lines from masked source. */
void mkcv_lines_lay(struct mkcv_md *md, const char *s, int line);
/* restore.c: a copy to be masked, without control characters. */
char *mkcv_md_copy(struct mkcv_arena *a, const char *s);
/* Masked text back to what was written (`line`, of the file, tells formulas of one name apart). */
void mkcv_md_restore(const struct mkcv_md *md, struct mkcv_buf *out, const char *s, size_t n, int line);
/* The formula whose masked name stands at `s`. */
const char *mkcv_md_math(const struct mkcv_md *md, const char *s, int line);
/* An address fit for a CV, a copy; "" when there is none, NULL when its scheme is bad, which is reported. */
const char *mkcv_md_url(struct mkcv_md *md, const char *url, struct mkcv_loc loc);
/* The place in the file of a place in md->text. */
struct mkcv_loc mkcv_md_loc(const struct mkcv_md *md, int line, int column);
/* The language that the containers around a line of md->text state, or NULL. */
const char *mkcv_md_lang(const struct mkcv_md *md, int line);
void mkcv_md_limit(struct mkcv_md *md, struct mkcv_loc loc, const char *what);

/* html.c: raw HTML whose first line is `line` of md->text; blocks are appended through `tail`, which is moved on. */
void mkcv_html_read(struct mkcv_md *md, const char *s, size_t n, int line, struct mkcv_block ***tail);

/* bullets.c: paragraphs below `parent` whose bullets were typed become lists. */
void mkcv_bullets_read(struct mkcv_md *md, struct mkcv_block *parent);

struct mkcv_block *mkcv_block_new(struct mkcv_md *md, enum mkcv_block_kind kind, struct mkcv_loc loc);
/* Appends a paragraph, or the block that its text names; empty text appends nothing. */
void mkcv_block_add_text(struct mkcv_md *md, struct mkcv_block ***tail, struct mkcv_text text, struct mkcv_loc loc);
#endif
