/* compose.h - the forms in which kinds of sections enter the flow; a section kind points to the one that sets it.
 *
 * A form writes the section's heading and its nodes, or nothing at all when nothing of it is to be shown: no heading
 * stands alone, no optional part leaves its punctuation behind. Texts of the content pass mkcv_typeset on their way. */
#ifndef MKCV_COMPOSE_H
#define MKCV_COMPOSE_H
#include "mkcv/flow.h"

struct mkcv_composer {
    struct mkcv_arena *arena;
    const struct mkcv_cv *cv;
    const struct mkcv_settings *settings;
    const struct mkcv_style *style;
    struct mkcv_flow *flow; /* what is written */
    struct mkcv_diags *diags;
    const char *lang;   /* of headings, dates and quotes; never NULL */
    bool profile_shown; /* the profile text stands in the CV: entries that it tells already are left out */
    const char *title;  /* of the section, by settings, homepage and kind; set before a form is called */
    int depth;          /* a form's headings stand so many levels below a section's: it sets a group of one */
};

/* A form; `s` is a section of the cv. */
typedef void mkcv_compose_form(struct mkcv_composer *c, const struct mkcv_section *s);

mkcv_compose_form mkcv_compose_entries;      /* general: title, org, date; the rest as details */
mkcv_compose_form mkcv_compose_education;    /* degree and field, school; thesis, advisors, honors */
mkcv_compose_form mkcv_compose_publications; /* numbered works; labels by category */
mkcv_compose_form mkcv_compose_service;      /* a role and its venues with their years */
mkcv_compose_form mkcv_compose_awards;       /* lines with a date column, or run on */
mkcv_compose_form mkcv_compose_words;        /* interests, skills, languages: one comma-separated paragraph */
mkcv_compose_form mkcv_compose_media;
mkcv_compose_form mkcv_compose_talks;
mkcv_compose_form mkcv_compose_projects; /* software, resources: linked name and what it is */
mkcv_compose_form mkcv_compose_news;
mkcv_compose_form mkcv_compose_blocks; /* kind OTHER: the blocks as they stand */
#endif
