/* pages.h - positioned text, rules, links and bookmarks: what a drawing back end draws, and all that it knows.
 *
 * Lengths are thousandths of a point [mpt]; the origin is the page's upper left corner, y grows downwards. */
#ifndef MKCV_PAGES_H
#define MKCV_PAGES_H
#include "mkcv/flow.h"
#include "mkcv/font.h"

struct mkcv_piece {
    const struct mkcv_glyph_run *run;
    const char *lang; /* NULL: the document's */
    int32_t x, y;     /* of the run's origin on the baseline */
    int32_t size;
    uint32_t color;    /* 0xRRGGBB */
    int16_t expansion; /* letters and advances are wider by so many thousandths; negative: narrower */
    bool space;        /* a word space follows in the text; its width is the distance to the next piece of the line */
    bool line_end;     /* last piece of its line */
    bool rtl;          /* of right-to-left text: the space is at its left */
    bool artifact;     /* page furniture: not part of the document's text */
};

struct mkcv_page_rule {
    int32_t x, y, width, height; /* y: upper edge */
    uint32_t color;
};

struct mkcv_page_link {
    int32_t x, y, width, height; /* y: upper edge */
    const char *url;
    const char *text; /* what the link shows */
};

struct mkcv_page {
    MKCV_VEC(struct mkcv_piece) pieces; /* in reading order */
    MKCV_VEC(struct mkcv_page_rule) rules;
    MKCV_VEC(struct mkcv_page_link) links;
};

struct mkcv_bookmark {
    const char *title;
    int level; /* from 1 */
    int page;  /* from 0 */
    int32_t y;
};

struct mkcv_pages {
    int32_t width, height;
    const char *title, *author, *lang; /* author may be NULL */
    struct mkcv_date date;
    const char *content;      /* what the CV says, as a record (content.h); NULL: not known */
    struct mkcv_fonts *fonts; /* borrowed */
    MKCV_VEC(struct mkcv_page) list;
    MKCV_VEC(struct mkcv_bookmark) bookmarks;
};

/* Breaks the flow into lines and pages. Never fails: what does not fit is reported and set as well as can be. */
struct mkcv_pages *mkcv_layout(struct mkcv_arena *a, const struct mkcv_flow *flow, const struct mkcv_style *style,
                               struct mkcv_fonts *fonts, struct mkcv_diags *d);
struct mkcv_buf;
void mkcv_pages_dump(const struct mkcv_pages *pages, struct mkcv_buf *out);
#endif
