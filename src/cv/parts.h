/* parts.h - the steps of reading a CV; cv.c calls them in order. */
#ifndef MKCV_CV_PARTS_H
#define MKCV_CV_PARTS_H
#include "mkcv/read.h"

/* person.c: the owner, by configuration, author pages and settings. */
void mkcv_person_read(struct mkcv_reader *r);
/* The name that a sentence states ("I am X,", "My name is X"), taken when none is known. True when the sentence says no
 * more. */
bool mkcv_person_sentence(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t to);
/* The same where the page speaks of its owner in the third person: "Ada Moss is a Lecturer at". */
void mkcv_person_subject(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t to);
/* An e-mail address in a text, taken when none is known. True when one stands there. */
bool mkcv_person_email(struct mkcv_reader *r, const struct mkcv_text *t);
/* The address that a paragraph of the front page states, over that of the configuration, which is forgotten more often.
 */
void mkcv_person_front_email(struct mkcv_reader *r, const struct mkcv_text *t);
/* Takes a name when none is known, its other form ("(陈红)") as a variant. */
void mkcv_person_name(struct mkcv_reader *r, const char *name, struct mkcv_loc loc);

/* identity.c: the name that a title or heading shows ("Ada Moss's Homepage", "Hi, I'm Ada Moss!"), or NULL. *told: the
 * words around it say that it is one. */
const char *mkcv_name_from_title(struct mkcv_arena *a, const char *title, bool *told);
/* True when the heading shows the owner's name; takes it when none is known and the heading says so or is the `first`
 * thing on the landing page. */
bool mkcv_person_heading(struct mkcv_reader *r, const struct mkcv_text *t, bool first);
/* The same of the titles of the site and its landing page. */
void mkcv_person_guess(struct mkcv_reader *r);
/* What is still missing: post and affiliation by the current position, NAME_MISSING. */
void mkcv_person_finish(struct mkcv_reader *r);
/* profile.c */
void mkcv_profile_add(struct mkcv_reader *r, const char *network, const char *url);
void mkcv_profiles_read(struct mkcv_reader *r, const struct mkcv_node *block);
/* The address of a theme's example. */
bool mkcv_profile_is_placeholder(const char *s);
/* profile_list.c: lists of {icon, link} under `social`, `links` or `profiles`. */
void mkcv_profiles_read_links(struct mkcv_reader *r, const struct mkcv_node *meta);
/* An address that is a profile on a known network goes to the owner's (`r` may be NULL); false: it is none. */
bool mkcv_profile_from_url(struct mkcv_reader *r, const char *url);
/* scholar.c: the owner's names as jekyll-scholar is told them, as variants; addresses of coauthors, once works are
 * merged. */
void mkcv_scholar_read_names(struct mkcv_reader *r);
void mkcv_scholar_link_coauthors(struct mkcv_reader *r);
/* headline.c: post, affiliation and contact from the lines around the picture on the landing page. */
void mkcv_headline_read(struct mkcv_reader *r);

/* portrait.c: the owner's picture, of a homepage or of a CV as JSON (`document`), which has its address already. */
void mkcv_portrait_read(struct mkcv_reader *r, bool document);

/* contact.c: profiles and telephone that the pages show. */
void mkcv_contacts_read(struct mkcv_reader *r);

/* heading.c: what a heading means. */
enum mkcv_heading_sense {
    MKCV_HEADING_KIND,      /* entries of a kind */
    MKCV_HEADING_BIOGRAPHY, /* running text about the owner */
    MKCV_HEADING_LEFT_OUT,  /* for visitors */
    MKCV_HEADING_FRAME,     /* "Curriculum Vitae", "Home": holds sections, says nothing */
    MKCV_HEADING_UNKNOWN,
};
struct mkcv_heading {
    enum mkcv_heading_sense sense;
    enum mkcv_kind kind, second; /* second: MKCV_KIND_COUNT unless the heading names two kinds */
    bool whole;                  /* nothing but the words that mean it */
    bool selected;
};
struct mkcv_heading mkcv_heading_read(struct mkcv_arena *a, const char *text);

/* outline.c: a page's sections. */
void mkcv_page_read_sections(struct mkcv_reader *r, const struct mkcv_record *page, bool landing);
/* headline.c: lines under the owner's name, "Ph.D. Student" over "Tide University": post and affiliation, where nothing
 * surer tells them. False for other texts. */
bool mkcv_headline_lines(struct mkcv_reader *r, const struct mkcv_text *t);
/* prose.c: "Email: ...", "Office: ...": a line of contact. */
bool mkcv_is_contact_line(struct mkcv_reader *r, const struct mkcv_text *t);
/* Running text; what no entry tells is appended to the summary when `keep`. True when something was taken. */
bool mkcv_prose_read(struct mkcv_reader *r, const struct mkcv_text *t, bool keep);
/* Whether the page speaks in the first person, into the reader. */
void mkcv_prose_hear(struct mkcv_reader *r, const struct mkcv_block *body);
/* Running text under a heading of `kind`: sentences that state nothing go to the summary of the nearest entry made.
 * MKCV_KIND_COUNT: of any kind that is told in prose. False when no sentence states anything. */
bool mkcv_prose_told(struct mkcv_reader *r, const struct mkcv_text *t, enum mkcv_kind kind);
/* Puts the paragraphs that entries took the better part of behind the others of the profile. */
void mkcv_prose_finish(struct mkcv_reader *r);
/* records.c: talks, courses, projects, news with files of their own. */
void mkcv_records_read(struct mkcv_reader *r);
/* What a record's front matter asks of its entry: cv.tags, cv.priority, cv.hide, selected or featured. */
void mkcv_record_marks(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_record *record);
/* data.c: sections of data files. */
void mkcv_data_read(struct mkcv_reader *r);
/* news.c: news that tell a role give it their year, or a new entry. */
void mkcv_news_confirm(struct mkcv_reader *r);
/* The name of a role for comparing, folded: "Program Committee Co-Chair" and "PC Cochair" are one. */
const char *mkcv_role_key(struct mkcv_arena *a, const struct mkcv_text *title);
/* dedupe.c: one entry of what several places tell. */
void mkcv_entries_merge(struct mkcv_reader *r);
#define MKCV_ORG_WORDS 24 /* of a name that are compared */
/* career_match.c: what is compared of studies and posts, and whether two can be one: level or post, school or employer,
 * whatever the words. Their dates are the caller's. */
struct mkcv_career {
    enum mkcv_kind kind;
    bool dated;
    int level;        /* of a degree; 0: unknown, -1: no degree is named */
    const char *post; /* without what says how it is held; NULL: none */
    const char *area;
    struct mkcv_career_org {
        const char *squeezed;
        const char *words[MKCV_ORG_WORDS];
        bool own[MKCV_ORG_WORDS]; /* the word is no "university" or "lab" */
        size_t count;
        char initials[MKCV_ORG_WORDS + 1];
    } org;
};
struct mkcv_career mkcv_career_of(struct mkcv_arena *a, const struct mkcv_entry *e);
bool mkcv_career_matches(const struct mkcv_career *x, const struct mkcv_career *y);
/* Both name one organisation, with other words perhaps. */
bool mkcv_career_is_same_org(const struct mkcv_career *x, const struct mkcv_career *y);
/* thesis.c: degrees of which only a thesis among the works tells; after everything was merged. */
void mkcv_theses_read(struct mkcv_reader *r);
/* links.c: every address made absolute, those that cannot be dropped. */
void mkcv_links_resolve(struct mkcv_reader *r);
/* basics.c: the owner by data files, where nothing else says it. */
void mkcv_basics_read(struct mkcv_reader *r);
/* languages.c: the language of each text that is not in the document's. `told`: all that are stand there already. */
void mkcv_languages_read(struct mkcv_reader *r, bool told);
/* settle.c: what the CV holds becomes what its JSON can say. */
void mkcv_cv_settle(struct mkcv_arena *a, struct mkcv_cv *cv);
/* document.c: the CV as mkcv's own JSON tells it, nothing read into it. */
void mkcv_document_read(struct mkcv_reader *r, const struct mkcv_node *document);
/* legend.c: what marks of names mean, where a text says it. True when the text says nothing else. */
bool mkcv_legend_read(struct mkcv_reader *r, const struct mkcv_text *t);
/* The mark of names that means `sense`, in the legend from now on; NULL when there are none left. */
const char *mkcv_legend_mark(struct mkcv_reader *r, const char *sense);
/* students_mark.c: marks those authors of a work whom the settings name as students. */
void mkcv_students_mark(struct mkcv_reader *r, struct mkcv_entry *e);
/* wishes.c: tags, priorities and sections that comments in the pages ask for. */
void mkcv_wishes_apply(struct mkcv_reader *r);
/* The kind of section that a comment at the heading at `loc` asks for; false: none does. */
bool mkcv_wish_for_heading(struct mkcv_reader *r, struct mkcv_loc loc, enum mkcv_kind *kind);
/* corrections.c: entries that mkcv.yaml adds, as those of data files; what it says in place of the homepage. */
void mkcv_corrections_add(struct mkcv_reader *r);
void mkcv_corrections_replace(struct mkcv_reader *r);
#endif
