/* outline.h - the state of reading a page's sections, shared by outline.c, opening.c and kept.c. */
#ifndef MKCV_CV_OUTLINE_H
#define MKCV_CV_OUTLINE_H
#include "parts.h"

struct outline {
    struct mkcv_reader *r;
    struct mkcv_heading sense;          /* of the section that is open */
    int level;                          /* of its heading; 0: the page itself */
    int group_level[8];                 /* of the headings in r->groups */
    const char *kept_groups[8];         /* those of them that were kept with what stands below */
    bool landing;                       /* unknown sections are kept */
    bool begun;                         /* a heading was met */
    bool reported;                      /* the open section was reported */
    struct mkcv_block *last;            /* what was kept last */
    bool lead_told;                     /* r->lead is in the CV, or says nothing of its own */
    const struct mkcv_block *chronicle; /* the last career that was read as one list; NULL: none */
    bool labelled;                      /* the works of the section have their venues before their titles */
    const struct mkcv_block *through;   /* the last sibling of a work that was read with those before it; NULL: none */
    size_t other;                       /* index + 1 of the OTHER section that takes what is kept */
};

/* opening.c: a section, a page, a group below the section's heading; the end of groups of `level` and deeper. */
void mkcv_outline_open(struct outline *o, const struct mkcv_text *t, struct mkcv_heading sense, int level);
void mkcv_outline_open_page(struct outline *o, const struct mkcv_record *page);
void mkcv_outline_group(struct outline *o, const struct mkcv_text *t, int level);
void mkcv_outline_ungroup(struct outline *o, int level);
/* outline_box.c: the paragraphs from `b` on as one work; the last block of it, or NULL where none begins. */
const struct mkcv_block *mkcv_outline_box(struct outline *o, const struct mkcv_block *b);
/* A heading that is a work's title, with its authors below, as one work; the last block of it, or NULL. */
const struct mkcv_block *mkcv_outline_article(struct outline *o, const struct mkcv_block *heading);
/* outline.c: an item by the kind that is open, or by any that knows it where the heading names several. */
bool mkcv_outline_read_item(struct outline *o, const struct mkcv_block *item);
/* unsaid.c: what an item says and is in no entry that came since the mark is added to the last of these, or to the rest
 * (r->rest). */
struct mkcv_said {
    size_t entries[MKCV_KIND_COUNT], legend;
};
void mkcv_outline_mark(const struct outline *o, struct mkcv_said *mark);
void mkcv_outline_keep_unsaid(struct outline *o, const struct mkcv_block *item, const struct mkcv_said *mark);
/* Most words of the text are in those entries. */
bool mkcv_outline_is_said(struct outline *o, const struct mkcv_text *t, const struct mkcv_said *mark);
/* The headings over those entries, where they say what the entries do not, become their category. */
void mkcv_outline_keep_groups(struct outline *o, const struct mkcv_said *mark);
/* outline_head.c: a paragraph that stands as a heading, or a stamp of the page; false for others. */
bool mkcv_outline_read_head(struct outline *o, const struct mkcv_block *b, const struct mkcv_text *t);
/* The paragraph is the name of a kind that is not open, and nothing else. */
bool mkcv_outline_names_kind(struct outline *o, const struct mkcv_block *b, struct mkcv_heading *h);
/* outline_works.c: an item is a reference to a work of the owner's; most of the list are; they are, though the heading
 * says another kind. */
bool mkcv_outline_is_reference(struct outline *o, const struct mkcv_block *item);
bool mkcv_outline_has_works(struct outline *o, const struct mkcv_block *list);
bool mkcv_outline_is_of_works(struct outline *o, const struct mkcv_block *list);
/* outline_item.c: a paragraph that is an entry, and the lists of points below it, as an item; NULL: it is none. */
struct mkcv_block *mkcv_outline_points(struct outline *o, const struct mkcv_block *b, const struct mkcv_block **last);
/* Read such entries; false where there is none. A heading outside of any section is one when it names post, place and
 * date. */
bool mkcv_outline_read_points(struct outline *o, const struct mkcv_block *b);
bool mkcv_outline_read_headed(struct outline *o, const struct mkcv_block *heading, const struct mkcv_text *t);
bool mkcv_outline_read_lone(struct outline *o, const struct mkcv_block *b, const struct mkcv_text *t);
/* What stands under a heading that says nothing known is posts with their dates. */
bool mkcv_outline_is_career(struct outline *o, const struct mkcv_block *heading);
/* outline_menu.c: each item of the list is a heading and no more than words that lead to pages of the site. */
bool mkcv_outline_is_menu(const struct mkcv_block *list);
/* outline_chronicle.c: a list of posts and studies, each with its span of time, under a heading such as "CV". */
bool mkcv_outline_is_chronicle(struct outline *o, const struct mkcv_block *list);
/* The list without what `other` (NULL: nothing) says in the CV's language, where that is not this list's; else a copy.
 */
struct mkcv_block *mkcv_outline_own_language(struct outline *o, const struct mkcv_block *list,
                                             const struct mkcv_block *other);
/* Entries of work from index `before` on that name a school and no post are studies. */
void mkcv_outline_settle_studies(struct mkcv_reader *r, size_t before);
/* outline_rows.c: a table whose entries are several rows each, as a list; NULL: each row is one. */
struct mkcv_block *mkcv_outline_rows(struct outline *o, const struct mkcv_block *table);
/* A heading that is an entry, and what stands below it, as an item; NULL: it heads a group. */
struct mkcv_headed {
    const struct mkcv_block *last;   /* the last block of it */
    MKCV_VEC(struct mkcv_text) told; /* sentences about it, which are no part of the item */
};
struct mkcv_block *mkcv_outline_headed(struct outline *o, const struct mkcv_block *heading, const struct mkcv_text *t,
                                       struct mkcv_headed *out);
/* kept.c: a block goes as it stands into the section of kind OTHER under the open heading. */
void mkcv_outline_keep(struct outline *o, const struct mkcv_block *b);
/* What an item said beside its entries. */
void mkcv_outline_keep_rest(struct outline *o, const struct mkcv_block *b);
/* The block without its siblings. */
struct mkcv_block *mkcv_block_copy(struct mkcv_arena *a, const struct mkcv_block *b);
/* Words that lead elsewhere ("see my Google Scholar", "full list here") say nothing of their own. */
bool mkcv_is_pointer(struct mkcv_reader *r, const struct mkcv_text *t);
/* "[Researchmap](https://researchmap.jp/name)" alone: the site's own name, where more is said. */
bool mkcv_is_site_name(struct mkcv_reader *r, const struct mkcv_text *t);
/* columns.c: "Year | Venue | Role", the columns' names, in whichever row they stand. */
bool mkcv_is_column_names(struct mkcv_reader *r, const struct mkcv_text *t);
#endif
