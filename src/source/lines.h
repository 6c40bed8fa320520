/* lines.h - the state of laying out lines, and its parts: raw HTML, pipe tables. */
#ifndef MKCV_LINES_H
#define MKCV_LINES_H
#include "markdown.h"

struct lines {
    struct mkcv_md *md;
    const char *start, *end; /* of the current source line; of the source */
    int line;
    size_t paragraph;                   /* where the current paragraph begins in md->text */
    size_t brackets, delimiters, spent; /* spent: squares of the brackets of the paragraphs before */
    bool plain;                         /* the paragraph is over a limit */
    bool after_blank;                   /* the last line written is blank */
    int html;                           /* open containers */
    struct {
        int html; /* containers that are open with it */
        const char *lang;
    } spoken[16]; /* open containers that state a language */
    size_t spoken_count;
    bool in_list, definition;
    int list_html;   /* containers that were open when the list began */
    size_t searched; /* bytes looked at in vain for the ends of raw HTML */
    size_t dedent;   /* columns to take off the lines of the list */
};

/* The tag at `p`, where a '<' stands. */
bool mkcv_lines_tag(const struct lines *l, const char *p, struct mkcv_tag *tag);
/* A line that holds nothing, and yet is not blank to cmark. */
void mkcv_lines_fill(struct lines *l);
/* A blank line; [p, end) of the current source line behind `prefix`; on to the next source line. */
void mkcv_lines_blank(struct lines *l);
void mkcv_lines_put(struct lines *l, const char *p, const char *end, const char *prefix);
void mkcv_lines_next(struct lines *l);
/* regions.c: raw HTML that begins at `p` on the current line is written to its end; false when there is none. */
bool mkcv_html_region(struct lines *l, const char *p);
/* regions.c: the element at `p` whole, if its class says that it holds one work and its content is HTML alone. */
bool mkcv_html_card(struct lines *l, const char *p);
/* table.c: a pipe table that begins on the current line is read; false when there is none. */
bool mkcv_lines_table(struct lines *l, const char *p, const char *end);
#endif
