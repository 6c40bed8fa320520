/* pages.h - positioned text, rules, links and bookmarks: what a drawing back end draws, and all that it knows.
 *
 * Lengths are thousandths of a point [mpt]; the origin is the page's upper left corner, y grows downwards. */
#ifndef MKCV_PAGES_H
#define MKCV_PAGES_H
#include "mkcv/flow.h"
#include "mkcv/font.h"

/* What a text is in the document's structure: element.def. */
enum mkcv_element_kind {
#define MKCV_ELEMENT(id, type, owner, attribute, value) MKCV_ELEMENT_##id,
#include "mkcv/element.def"
#undef MKCV_ELEMENT
};

struct mkcv_element {
    uint32_t parent;          /* of a lower index; the document's is itself */
    uint32_t kids, kid_count; /* its own among the structure's */
    enum mkcv_element_kind kind;
};

/* Neighbouring pieces of a page that belong to one element: up to the next content or page furniture. Or an image. */
struct mkcv_marked {
    uint32_t page, piece, element; /* from 0; the first piece; of an image the one that it stands before */
    uint32_t image;                /* of the page, from 1; 0: pieces */
};

/* What stands in an element: another one or a content, by its index. */
struct mkcv_kid {
    uint32_t at;
    bool is_element;
};

/* The tree of all text and images that are no page furniture, in reading order. An element holds blocks, or contents
 * and elements that stand within lines. None is empty. */
struct mkcv_structure {
    MKCV_VEC(struct mkcv_element) elements; /* the first is the document; none at all: no structure is known */
    MKCV_VEC(struct mkcv_marked) contents;  /* by page, in the order of its pieces */
    struct mkcv_kid *kids;
};

struct mkcv_piece {
    const struct mkcv_glyph_run *run;
    const char *lang; /* NULL: the document's */
    int32_t x, y;     /* of the run's origin on the baseline */
    int32_t size;
    uint32_t color;    /* 0xRRGGBB */
    uint32_t element;  /* that it belongs to, by its index; of no meaning in page furniture */
    int16_t expansion; /* letters and advances are wider by so many thousandths; negative: narrower */
    bool space : 1;    /* a word space follows in the text; its width is the distance to the next piece of the line */
    bool line_end : 1; /* last piece of its line */
    bool rtl : 1;      /* of right-to-left text: the space is at its left */
    bool artifact : 1; /* page furniture: not part of the document's text */
};

struct mkcv_page_rule {
    int32_t x, y, width, height; /* y: upper edge */
    uint32_t color;
};

struct mkcv_page_link {
    int32_t x, y, width, height; /* y: upper edge */
    const char *url;
    const char *text; /* what the link shows */
    uint32_t element; /* that it is the annotation of */
};

struct mkcv_page_image {
    int32_t x, y, width, height; /* y: upper edge */
    const struct mkcv_photo *photo;
    const char *alt;  /* what it shows */
    uint32_t element; /* the figure that it is */
    uint32_t piece;   /* that it stands before, in reading order */
};

struct mkcv_page {
    MKCV_VEC(struct mkcv_piece) pieces; /* in reading order */
    MKCV_VEC(struct mkcv_page_image) images;
    MKCV_VEC(struct mkcv_page_rule) rules;
    MKCV_VEC(struct mkcv_page_link) links;
    uint32_t contents, content_count; /* its own among the structure's */
};

struct mkcv_bookmark {
    const char *title;
    int level; /* from 1 */
    int page;  /* from 0 */
    int32_t y;
};

/* A file inside of the document. */
struct mkcv_attachment {
    const char *name, *media_type;
    const char *relationship; /* Source, Data (ISO 19005-3, 6.8) */
    const char *description;
    const char *bytes;
    size_t n;
};

struct mkcv_pages {
    int32_t width, height;
    const char *title, *author, *lang; /* author may be NULL */
    struct mkcv_date date;
    const char *content;                          /* what the CV says, as a record (content.h); NULL: not known */
    MKCV_VEC(struct mkcv_attachment) attachments; /* by name */
    struct mkcv_fonts *fonts;                     /* borrowed */
    struct mkcv_structure structure;
    MKCV_VEC(struct mkcv_page) list;
    MKCV_VEC(struct mkcv_bookmark) bookmarks;
};

/* Breaks the flow into lines and pages. Never fails: what does not fit is reported and set as well as can be. */
struct mkcv_pages *mkcv_layout(struct mkcv_arena *a, const struct mkcv_flow *flow, const struct mkcv_style *style,
                               struct mkcv_fonts *fonts, struct mkcv_diags *d);
struct mkcv_buf;
void mkcv_pages_dump(const struct mkcv_pages *pages, struct mkcv_buf *out);
#endif
