/* outline.c - a page as sections: headings decide what the blocks below them mean.
 *
 * A block that its kind cannot read is kept, as a section of its own under the same heading; nothing is lost without a
 * word. */
#include "outline.h"
#include "mkcv/publication.h"
#include "mkcv/section.h"
#include "mkcv/utf8.h"
#include <string.h>

#define DEPTH_MOST 60 /* of nested blocks that are looked into */

/* --- items ------------------------------------------------------------------------------------------------------- */

static bool read_as(struct mkcv_reader *r, enum mkcv_kind kind, const struct mkcv_block *item)
{
    const struct mkcv_section_kind *k = mkcv_section_kind(kind);
    enum mkcv_kind was = r->kind;
    r->kind = kind;
    bool read = k->read_item ? k->read_item(r, item) : mkcv_item_read(r, kind, item);
    r->kind = was;
    return read;
}

static bool read_as_any(struct outline *o, const struct mkcv_block *item)
{
    if (read_as(o->r, o->sense.kind, item)) return true;
    if (o->sense.second != MKCV_KIND_COUNT && read_as(o->r, o->sense.second, item)) return true;
    /* work among studies, and the other way round */
    if (o->sense.kind == MKCV_KIND_EDUCATION && read_as(o->r, MKCV_KIND_WORK, item)) return true;
    return false;
}

bool mkcv_outline_read_item(struct outline *o, const struct mkcv_block *item)
{
    struct mkcv_said mark;
    mkcv_outline_mark(o, &mark);
    o->r->list = o->r->heading.s;
    bool read = read_as_any(o, item);
    o->r->list = NULL;
    if (!read) return false;
    mkcv_outline_keep_unsaid(o, item, &mark);
    mkcv_outline_keep_groups(o, &mark);
    return true;
}

/* A pipe table must have a head; where people want none, its first row stands there. */
static bool is_dated_row(struct mkcv_reader *r, const struct mkcv_text *t)
{
    struct mkcv_when w;
    return mkcv_when_find(r->arena, t->s, 0, mkcv_text_length(t), &w);
}

/* A short line over a list that says more than what the list is, in none of the list's entries. */
static void keep_lead(struct outline *o, const struct mkcv_said *mark)
{
    const struct mkcv_text *t = &o->r->lead;
    if (mkcv_text_is_empty(t) || o->lead_told || t->s[mkcv_text_length(t) - 1] == ':') return;
    if (mkcv_outline_is_said(o, t, mark)) return;
    struct mkcv_block lead = {.kind = MKCV_BLOCK_PARAGRAPH, .text = *t, .loc = mkcv_text_loc(t, 0)};
    mkcv_outline_keep(o, &lead);
    o->lead_told = true;
}

static void read_list(struct outline *o, const struct mkcv_block *list)
{
    enum { CONTACT_BYTES = 120 }; /* of an item such as "Email: ..." */
    struct mkcv_block *rest = NULL, *last = NULL;
    struct mkcv_said mark;
    mkcv_outline_mark(o, &mark);
    for (const struct mkcv_block *i = list->first; i; i = i->next) {
        struct mkcv_text t = mkcv_item_text(o->r->arena, i);
        if (mkcv_text_is_empty(&t) && !mkcv_item_list(i)) continue;
        if (i->kind == MKCV_BLOCK_ROW && ((i->level == 1 && !is_dated_row(o->r, &t)) || mkcv_is_column_names(o->r, &t)))
            continue;
        if (!mkcv_text_is_empty(&t) && mkcv_text_length(&t) < CONTACT_BYTES && mkcv_is_contact_line(o->r, &t)) {
            mkcv_person_email(o->r, &t);
            continue;
        }
        if (mkcv_read_fits_block(o->r, i) &&
            (mkcv_outline_read_item(o, i) || mkcv_legend_read(o->r, &t) || mkcv_is_pointer(o->r, &t))) {
            mkcv_outline_keep_rest(o, i);
            continue;
        }
        struct mkcv_block *copy = mkcv_block_copy(o->r->arena, i);
        if (last)
            last->next = copy;
        else
            rest = copy;
        last = copy;
    }
    keep_lead(o, &mark);
    if (!rest) return;
    struct mkcv_block *kept = mkcv_block_copy(o->r->arena, list);
    kept->first = rest;
    mkcv_outline_keep(o, kept);
}

/* --- blocks of a section ------------------------------------------------------------------------------------------ */

static void read_block(struct outline *o, const struct mkcv_block *b, int depth);

static void read_children(struct outline *o, const struct mkcv_block *b, int depth)
{
    if (depth < DEPTH_MOST)
        for (const struct mkcv_block *c = b->first; c; c = c->next) read_block(o, c, depth + 1);
}

static void set_lead(struct outline *o, const struct mkcv_text *t, bool told)
{
    o->r->lead = *t;
    o->lead_told = told;
}

/* Several sentences under a heading of studies, posts or awards are read as the biography is. */
static bool is_told_in_prose(const struct outline *o, const struct mkcv_text *t)
{
    size_t n = mkcv_text_length(t);
    bool told =
        o->sense.kind == MKCV_KIND_EDUCATION || o->sense.kind == MKCV_KIND_WORK || o->sense.kind == MKCV_KIND_AWARDS;
    return told && mkcv_sentence_end_in(t, 0, n) < n && !strstr(t->s, "\xe2\x80\xa8");
}

/* A line above a list says what the list is; kinds find it as the lead. */
static bool is_lead(const struct mkcv_block *b, const struct mkcv_text *t)
{
    const struct mkcv_block *next = b->next;
    size_t n = mkcv_text_length(t);
    if (t->s[n - 1] == '.' || t->s[n - 1] == '!') return false;
    return t->s[n - 1] == ':' ||
           (n < 60 && next &&
            (next->kind == MKCV_BLOCK_LIST || next->kind == MKCV_BLOCK_TABLE || next->kind == MKCV_BLOCK_COLLECTION));
}

/* A paragraph of a section: an item of its kind, or its lines are, or its sentences tell facts, or it is kept. */
static void read_paragraph_of_kind(struct outline *o, const struct mkcv_block *b, const struct mkcv_text *t)
{
    struct mkcv_reader *r = o->r;
    if (mkcv_legend_read(r, t) || (o->sense.kind != MKCV_KIND_PROJECTS && mkcv_is_site_name(r, t))) return;
    if ((is_told_in_prose(o, t) && mkcv_prose_told(r, t, MKCV_KIND_COUNT)) || mkcv_outline_read_item(o, b) ||
        mkcv_prose_told(r, t, o->sense.kind)) {
        mkcv_outline_keep_rest(o, b);
        return;
    }
    r->rest = (struct mkcv_text){.s = NULL};
    bool pointer = mkcv_is_pointer(r, t), kept = !is_lead(b, t) && !pointer;
    set_lead(o, t, pointer || kept);
    if (kept) mkcv_outline_keep(o, b);
}

/* One that is too long to be searched: it is part of the profile, or stands as it is. */
static void keep_paragraph(struct outline *o, const struct mkcv_block *b, const struct mkcv_text *t)
{
    switch (o->sense.sense) {
    case MKCV_HEADING_BIOGRAPHY:
    case MKCV_HEADING_FRAME:
        if (o->r->settings->biography != MKCV_BIOGRAPHY_NONE) *MKCV_PUSH(o->r->arena, &o->r->cv->basics.summary) = *t;
        break;
    case MKCV_HEADING_KIND:
    case MKCV_HEADING_UNKNOWN:
        mkcv_outline_keep(o, b);
        break;
    case MKCV_HEADING_LEFT_OUT:
        break;
    }
}

static void read_works(struct outline *o, const struct mkcv_block *list);

static void read_work(struct outline *o, const struct mkcv_block *b)
{
    struct mkcv_block list = {.kind = MKCV_BLOCK_LIST, .loc = b->loc, .first = mkcv_block_copy(o->r->arena, b)};
    read_works(o, &list);
}

static void read_paragraph(struct outline *o, const struct mkcv_block *b)
{
    struct mkcv_text t = mkcv_item_text(o->r->arena, b);
    if (mkcv_text_is_empty(&t)) return;
    if (!mkcv_read_fits_block(o->r, b)) {
        keep_paragraph(o, b, &t);
        return;
    }
    if (mkcv_outline_read_head(o, b, &t)) return;
    if (o->landing) mkcv_person_front_email(o->r, &t);
    switch (o->sense.sense) {
    case MKCV_HEADING_KIND:
        read_paragraph_of_kind(o, b, &t);
        break;
    case MKCV_HEADING_BIOGRAPHY:
    case MKCV_HEADING_FRAME:
        mkcv_prose_read(o->r, &t, o->landing || o->sense.sense == MKCV_HEADING_BIOGRAPHY);
        set_lead(o, &t, true);
        break;
    case MKCV_HEADING_LEFT_OUT:
        mkcv_person_email(o->r, &t);
        break;
    case MKCV_HEADING_UNKNOWN:
        if (mkcv_is_pointer(o->r, &t) && mkcv_text_length(&t) < 60) break;
        if (mkcv_outline_is_reference(o, b))
            read_work(o, b);
        else
            mkcv_outline_keep(o, b);
        break;
    }
}

/* A list in the biography: facts, or keywords that the paragraph before announces; else it is kept. */
static void read_biography_list(struct outline *o, const struct mkcv_block *list)
{
    struct mkcv_reader *r = o->r;
    bool interests = false;
    if (r->lead.s) {
        const char *fold = mkcv_utf8_fold(r->arena, r->lead.s);
        size_t n = strlen(fold);
        interests = mkcv_fold_has(n > 160 ? fold + n - 160 : fold, "interests") ||
                    mkcv_fold_has(fold, "interested in") || mkcv_fold_has(fold, "research focuses on");
    }
    for (const struct mkcv_block *i = list->first; i; i = i->next) {
        struct mkcv_text t = mkcv_item_lines(r->arena, i);
        if (!mkcv_text_is_empty(&t) && !mkcv_read_fits(r, mkcv_text_length(&t), mkcv_text_loc(&t, 0)))
            keep_paragraph(o, i, &t);
        else if (!mkcv_text_is_empty(&t) && !(interests && read_as(r, MKCV_KIND_INTERESTS, i)))
            mkcv_prose_read(r, &t, !mkcv_is_pointer(r, &t));
        for (const struct mkcv_block *inner = i->first; inner; inner = inner->next)
            if (inner->kind == MKCV_BLOCK_LIST) read_biography_list(o, inner);
    }
}

/* A list of works under a heading that does not say so. */
static void read_works(struct outline *o, const struct mkcv_block *list)
{
    struct mkcv_heading was = o->sense;
    bool named = was.sense == MKCV_HEADING_KIND;
    o->sense = (struct mkcv_heading){MKCV_HEADING_KIND, MKCV_KIND_PUBLICATIONS, MKCV_KIND_COUNT, false, was.selected};
    struct mkcv_section *s = mkcv_read_section(o->r, MKCV_KIND_PUBLICATIONS);
    if (!named && !s->title && o->r->heading.s) s->title = mkcv_arena_strdup(o->r->arena, o->r->heading.s);
    read_list(o, list);
    o->sense = was;
}

/* "2019 – 2021: Lecturer, Tide University" under "CV": each line says itself whether it is a post or studies. */
static void read_chronicle(struct outline *o, const struct mkcv_block *list)
{
    struct mkcv_heading was = o->sense;
    const struct mkcv_section *work = mkcv_cv_lookup(o->r->cv, MKCV_KIND_WORK);
    size_t before = work ? work->entries.count : 0;
    const struct mkcv_block *own = mkcv_outline_own_language(o, list, o->chronicle ? o->chronicle : list->next);
    o->chronicle = list;
    o->sense = (struct mkcv_heading){MKCV_HEADING_KIND, MKCV_KIND_WORK, MKCV_KIND_EDUCATION, false, false};
    read_list(o, own);
    mkcv_outline_settle_studies(o->r, before);
    o->sense = was;
}

static void read_list_of(struct outline *o, const struct mkcv_block *b)
{
    switch (o->sense.sense) {
    case MKCV_HEADING_KIND:
        if (mkcv_outline_is_of_works(o, b))
            read_works(o, b);
        else
            read_list(o, b);
        break;
    case MKCV_HEADING_BIOGRAPHY:
    case MKCV_HEADING_FRAME:
    case MKCV_HEADING_UNKNOWN:
        if (mkcv_outline_has_works(o, b))
            read_works(o, b);
        else if (o->sense.sense == MKCV_HEADING_UNKNOWN)
            mkcv_outline_keep(o, b);
        else if (mkcv_outline_is_chronicle(o, b))
            read_chronicle(o, b);
        else
            read_biography_list(o, b);
        break;
    case MKCV_HEADING_LEFT_OUT:
        break;
    }
    o->r->lead = (struct mkcv_text){.s = NULL};
}

/* "- ## Honors": a slip, the heading of a section as an item. */
static bool opens_section(struct outline *o, const struct mkcv_block *item)
{
    const struct mkcv_block *b = item->kind == MKCV_BLOCK_ITEM ? item->first : NULL;
    if (!b || b->kind != MKCV_BLOCK_HEADING || mkcv_text_is_empty(&b->text)) return false;
    struct mkcv_heading h = mkcv_heading_read(o->r->arena, b->text.s);
    return h.whole && h.sense == MKCV_HEADING_KIND;
}

/* A list up to the item that is a heading, what stands under it, and the list behind. */
static void read_list_in_parts(struct outline *o, const struct mkcv_block *list, int depth)
{
    const struct mkcv_block *item = list->first;
    while (item && !opens_section(o, item)) item = item->next;
    if (!item || depth >= DEPTH_MOST) {
        read_list_of(o, list);
        return;
    }
    struct mkcv_block *before = mkcv_block_copy(o->r->arena, list), **tail = &before->first;
    for (const struct mkcv_block *i = list->first; i != item; i = i->next) {
        *tail = mkcv_block_copy(o->r->arena, i);
        tail = &(*tail)->next;
    }
    *tail = NULL;
    if (before->first) read_list_of(o, before);
    read_children(o, item, depth);
    if (!item->next) return;
    struct mkcv_block *behind = mkcv_block_copy(o->r->arena, list);
    behind->first = (struct mkcv_block *)item->next;
    read_list_in_parts(o, behind, depth + 1);
}

/* "#### Postdoctoral Researcher" over the lines of the laboratory and the school: the line under the owner's name. */
static bool read_post_line(struct outline *o, const struct mkcv_block *heading, const struct mkcv_text *t)
{
    const struct mkcv_block *next = heading->next;
    if (!next || next->kind != MKCV_BLOCK_PARAGRAPH || mkcv_text_is_empty(&next->text)) return false;
    struct mkcv_text lines = mkcv_text_slice(o->r->arena, t, 0, mkcv_text_length(t));
    mkcv_text_append(o->r->arena, &lines, "\xe2\x80\xa8", 3, NULL);
    mkcv_text_join(o->r->arena, &lines, &next->text, MKCV_ROLE_PLAIN);
    if (!mkcv_headline_lines(o->r, &lines)) return false;
    o->through = next;
    return true;
}

/* A term and the definitions after it, as one item. */
static void read_term(struct outline *o, const struct mkcv_block *term, int depth)
{
    struct mkcv_block *item = mkcv_block_copy(o->r->arena, term), *head = mkcv_block_copy(o->r->arena, term),
                      *tail = head;
    item->kind = MKCV_BLOCK_ITEM;
    item->text = (struct mkcv_text){.s = NULL};
    item->first = head;
    head->kind = MKCV_BLOCK_PARAGRAPH;
    for (const struct mkcv_block *d = term->next; d && d->kind == MKCV_BLOCK_DEFINITION; d = d->next)
        for (const struct mkcv_block *c = d->first; c; c = c->next) tail = tail->next = mkcv_block_copy(o->r->arena, c);
    switch (o->sense.sense) {
    case MKCV_HEADING_KIND:
        if (!mkcv_read_fits_block(o->r, item) || !mkcv_outline_read_item(o, item)) mkcv_outline_keep(o, item);
        mkcv_outline_keep_rest(o, item);
        break;
    case MKCV_HEADING_BIOGRAPHY:
    case MKCV_HEADING_FRAME:
        read_children(o, item, depth);
        break;
    case MKCV_HEADING_UNKNOWN:
        mkcv_outline_keep(o, item);
        break;
    case MKCV_HEADING_LEFT_OUT:
        break;
    }
}

/* Under service, "Journals" and "Conferences" are kinds of venues, not lists of works. */
static bool is_of_venues(struct mkcv_reader *r, const struct mkcv_text *t)
{
    static const char *const kinds[] = {"journal",
                                        "journals",
                                        "conference",
                                        "conferences",
                                        "conferences & workshops",
                                        "workshops",
                                        "workshop",
                                        "journals & magazines",
                                        "conferences and workshops",
                                        "conference & workshop",
                                        "conferences workshops",
                                        "国际会议",
                                        "学术期刊",
                                        "期刊",
                                        "会议",
                                        "学会",
                                        "論文誌",
                                        "国際会議",
                                        NULL};
    const char *fold = mkcv_utf8_fold(r->arena, t->s);
    for (const char *const *k = kinds; *k; k++)
        if (!strcmp(fold, *k)) return true;
    return false;
}

/* Kinds of which a page's headings are groups when they say nothing else. */
static bool is_grouped(enum mkcv_kind kind)
{
    return kind == MKCV_KIND_SERVICE || kind == MKCV_KIND_AWARDS || kind == MKCV_KIND_TALKS ||
           kind == MKCV_KIND_TEACHING || kind == MKCV_KIND_STUDENTS || kind == MKCV_KIND_GRANTS ||
           kind == MKCV_KIND_NEWS;
}

static void read_block(struct outline *o, const struct mkcv_block *b, int depth)
{
    if (o->through) {
        if (o->through == b) o->through = NULL;
        return;
    }
    switch (b->kind) {
    case MKCV_BLOCK_HEADING: {
        struct mkcv_text t = mkcv_item_text(o->r->arena, b);
        if (mkcv_text_is_empty(&t) || (!o->landing && mkcv_is_owner(o->r, t.s))) break; /* the head of every page */
        o->through = mkcv_outline_article(o, b);
        if (o->through) break;
        bool first = o->landing && !o->begun && (b->level <= 2 || !o->r->cv->sections.count);
        if (mkcv_is_contact_line(o->r, &t) && strpbrk(t.s, "@+0123456789")) { /* "#### Email: ..." */
            mkcv_person_email(o->r, &t);
            break;
        }
        o->begun = o->begun || mkcv_heading_read(o->r->arena, t.s).sense != MKCV_HEADING_FRAME;
        if (o->landing && mkcv_person_heading(o->r, &t, first)) {
            mkcv_outline_open(o, &t,
                              (struct mkcv_heading){MKCV_HEADING_BIOGRAPHY, MKCV_KIND_COUNT, MKCV_KIND_COUNT, 0, 0}, 0);
            o->r->heading = (struct mkcv_text){.s = NULL};
            break;
        }
        enum mkcv_kind asked;
        if (mkcv_wish_for_heading(o->r, b->loc, &asked)) {
            mkcv_outline_open(o, &t, (struct mkcv_heading){MKCV_HEADING_KIND, asked, MKCV_KIND_COUNT, true, false},
                              b->level);
            break;
        }
        struct mkcv_heading h = mkcv_heading_read(o->r->arena, t.s);
        /* a page of works is grouped by its headings, whatever they say; other pages hold sections of their own */
        bool works = o->sense.sense == MKCV_HEADING_KIND && o->sense.kind == MKCV_KIND_PUBLICATIONS;
        bool group =
            o->sense.sense == MKCV_HEADING_KIND && is_grouped(o->sense.kind) && h.sense == MKCV_HEADING_UNKNOWN;
        if (o->sense.sense == MKCV_HEADING_KIND && o->sense.kind == MKCV_KIND_SERVICE && is_of_venues(o->r, &t)) {
            h = (struct mkcv_heading){
                .sense = MKCV_HEADING_UNKNOWN, .kind = MKCV_KIND_COUNT, .second = MKCV_KIND_COUNT};
            group = true;
        }
        bool below = b->level > o->level && (o->level || works || group);
        bool turns =
            h.sense == MKCV_HEADING_KIND && h.whole && (o->sense.sense != MKCV_HEADING_KIND || h.kind != o->sense.kind);
        /* a page for visitors is so down to a heading of a kind */
        bool aside = below || (!o->level && h.sense == MKCV_HEADING_UNKNOWN);
        if (aside && o->sense.sense == MKCV_HEADING_LEFT_OUT && !turns) break;
        if (below && o->sense.sense == MKCV_HEADING_KIND && !turns) {
            bool again = h.sense == MKCV_HEADING_KIND && h.whole &&
                         h.kind == o->sense.kind && /* says the kind once more; */
                         /* the headings of service are its roles, those of students their degrees */
                         h.kind != MKCV_KIND_SERVICE && h.kind != MKCV_KIND_STUDENTS;
            mkcv_outline_ungroup(o, b->level);
            if (!again && !mkcv_outline_read_headed(o, b, &t)) mkcv_outline_group(o, &t, b->level);
            o->r->lead = (struct mkcv_text){.s = NULL};
            break;
        }
        if (h.sense == MKCV_HEADING_UNKNOWN && o->landing && read_post_line(o, b, &t)) break;
        if (!h.whole && o->sense.sense == MKCV_HEADING_KIND && !o->level) {
            if (mkcv_outline_read_headed(o, b, &t)) break;
            if (o->sense.kind == MKCV_KIND_EDUCATION && h.sense == MKCV_HEADING_KIND && h.kind == MKCV_KIND_EDUCATION) {
                mkcv_outline_group(o, &t, b->level); /* "First Year of Health Studies" over school and time */
                break;
            }
        }
        if (!h.whole && o->sense.sense != MKCV_HEADING_LEFT_OUT && mkcv_outline_read_lone(o, b, &t)) break;
        if (below && o->sense.sense == MKCV_HEADING_UNKNOWN && h.sense == MKCV_HEADING_UNKNOWN && o->other) {
            mkcv_outline_keep(o, b);
            break;
        }
        if (h.sense == MKCV_HEADING_UNKNOWN && mkcv_outline_is_career(o, b))
            h = (struct mkcv_heading){.sense = MKCV_HEADING_KIND, .kind = MKCV_KIND_WORK, .second = MKCV_KIND_COUNT};
        mkcv_outline_open(o, &t, h, b->level);
        break;
    }
    case MKCV_BLOCK_PARAGRAPH:
        o->through = mkcv_outline_box(o, b);
        if (!o->through && !mkcv_outline_read_points(o, b)) read_paragraph(o, b);
        if (o->through == b) o->through = NULL;
        break;
    case MKCV_BLOCK_LIST:
        if (!mkcv_outline_is_menu(b)) read_list_in_parts(o, b, depth);
        break;
    case MKCV_BLOCK_TABLE: {
        const struct mkcv_block *list = mkcv_outline_rows(o, b);
        read_list_of(o, list ? list : b);
        break;
    }
    case MKCV_BLOCK_QUOTE:
        if (o->sense.sense == MKCV_HEADING_UNKNOWN)
            mkcv_outline_keep(o, b);
        else
            read_children(o, b, depth);
        break;
    case MKCV_BLOCK_DOCUMENT:
    case MKCV_BLOCK_ITEM:
    case MKCV_BLOCK_ROW:
    case MKCV_BLOCK_CELL:
        read_children(o, b, depth);
        break;
    case MKCV_BLOCK_TERM:
        read_term(o, b, depth);
        break;
    case MKCV_BLOCK_CODE:
        if (o->sense.sense != MKCV_HEADING_LEFT_OUT) mkcv_outline_keep(o, b);
        break;
    case MKCV_BLOCK_DEFINITION:
    case MKCV_BLOCK_RULE:
    case MKCV_BLOCK_COLLECTION:
        break;
    }
}

void mkcv_page_read_sections(struct mkcv_reader *r, const struct mkcv_record *page, bool landing)
{
    struct outline o = {.r = r, .landing = landing};
    if (!page->body) return;
    r->page = page;
    mkcv_prose_hear(r, page->body);
    mkcv_outline_open_page(&o, page);
    if (o.sense.sense == MKCV_HEADING_FRAME || o.sense.sense == MKCV_HEADING_BIOGRAPHY) o.landing = true;
    for (const struct mkcv_block *b = page->body; b; b = b->next) read_block(&o, b, 0);
    r->heading = (struct mkcv_text){.s = NULL};
    r->groups.count = 0;
    r->kind = MKCV_KIND_COUNT;
}
