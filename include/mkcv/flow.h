/* flow.h - the CV as a stream of headings, paragraphs, entries and lists, with roles: what is set, not where.
 *
 * Back ends that break lines themselves (LaTeX) start here; layout makes pages of it. A flow is flat: a section's nodes
 * follow its heading up to the next heading of the same or a higher level. */
#ifndef MKCV_FLOW_H
#define MKCV_FLOW_H
#include "mkcv/cv.h"
#include "mkcv/photo.h"
#include "mkcv/style.h"

enum mkcv_flow_kind {
    MKCV_FLOW_HEADER,    /* head: name, aside: label, lines: contacts; in the sidebar photo and contacts alone */
    MKCV_FLOW_HEADING,   /* head; level 1 section, 2 group, 3 subgroup */
    MKCV_FLOW_PARAGRAPH, /* head: running text, set as text.align says */
    MKCV_FLOW_ENTRY,     /* head: first paragraph; aside: date; lines: further paragraphs; always ragged */
    MKCV_FLOW_ITEM,      /* aside: bullet or number; head; lines: further paragraphs; level: depth from 1; ragged */
    MKCV_FLOW_LISTING,   /* aside: label with its count; head: a dense ragged list */
    MKCV_FLOW_CODE,      /* head: lines kept as they are */
    MKCV_FLOW_RULE,
    MKCV_FLOW_PAGEBREAK,
};

/* An entry that a node tells: where it stands and by which rule it was read. */
struct mkcv_origin {
    enum mkcv_rule rule;
    struct mkcv_loc loc;
    const struct mkcv_loc *also; /* further sources */
    size_t also_count;
};

struct mkcv_flow_node {
    enum mkcv_flow_kind kind;
    int level;
    bool tight;     /* set close to the node before it: one-line entries of a list */
    bool keep;      /* of a section that stays on one page where it can */
    bool side;      /* in the sidebar */
    int columns;    /* side by side in so many columns, with its neighbours of the same section; 0: not in columns */
    bool along;     /* in columns: stays below the node before it, as the points of an entry do */
    bool justified; /* an item or paragraph of running text, as text.align says */
    struct mkcv_text head, aside;
    MKCV_VEC(struct mkcv_text) lines;
    const struct mkcv_photo *photo; /* of a header; NULL: none */
    const char *alt;                /* what the photo shows: "Portrait of Ada Kern" */
    struct mkcv_loc loc;
    MKCV_VEC(struct mkcv_origin) origins; /* none: a heading, or text that is kept as it stands */
};

struct mkcv_flow {
    const char *title;  /* of the document: "Ada Kern – Curriculum Vitae" */
    const char *author; /* NULL: unknown */
    const char *lang;
    const char *root;      /* of the site: places are told from there */
    struct mkcv_date date; /* year 0: none */
    struct mkcv_running_line {
        const char *left, *center,
            *right; /* "" or NULL for nothing; only {page} and {pages} are still to be filled in */
    } foot, head;
    bool sidebar; /* some nodes stand in the sidebar: after the header, before the others */
    MKCV_VEC(struct mkcv_flow_node) nodes;
};

/* Sets the CV by the style. Order, titles and hidden kinds come from settings and style. */
struct mkcv_flow *mkcv_compose(struct mkcv_arena *a, const struct mkcv_cv *cv, const struct mkcv_settings *settings,
                               const struct mkcv_style *style, struct mkcv_diags *d);
struct mkcv_buf;
void mkcv_flow_dump(const struct mkcv_flow *flow, struct mkcv_buf *out);
#endif
