/* cv.c - records to CV: the steps in their order. What each does is its own file's. */
#include "member.h"
#include "mkcv/read.h"
#include "mkcv/section.h"
#include "mkcv/source.h"
#include "parts.h"
#include <stdlib.h>
#include <string.h>

static void read_pages(struct mkcv_reader *r)
{
    bool landing = true;
    for (size_t i = 0; i < r->site->records.count; i++) {
        const struct mkcv_record *page = &r->site->records.at[i];
        if (page->kind == MKCV_RECORD_PERSON) mkcv_author_read(r, page);
        if (page->kind == MKCV_RECORD_WIDGET) mkcv_widget_read(r, page);
        if (page->kind != MKCV_RECORD_PAGE) continue;
        mkcv_page_read_sections(r, page, landing);
        landing = false;
    }
    r->page = NULL;
}

static void drop_empty(struct mkcv_cv *cv)
{
    size_t n = 0;
    for (size_t i = 0; i < cv->sections.count; i++) {
        struct mkcv_section *s = &cv->sections.at[i];
        if (s->title && !*s->title) s->title = NULL;
        if (s->entries.count || s->body) cv->sections.at[n++] = *s;
    }
    cv->sections.count = n;
}

/* By kind, then by place: an insertion sort, for the sections of a CV are few and mostly in order. */
static void order_sections(struct mkcv_cv *cv)
{
    for (size_t i = 1; i < cv->sections.count; i++) {
        struct mkcv_section moved = cv->sections.at[i];
        size_t k = i;
        for (; k && cv->sections.at[k - 1].kind > moved.kind; k--) cv->sections.at[k] = cv->sections.at[k - 1];
        cv->sections.at[k] = moved;
    }
}

/* A CV that mkcv wrote as JSON; NULL: the site is something else. */
static const struct mkcv_node *document_of(const struct mkcv_site *site)
{
    for (size_t i = 0; i < site->records.count; i++)
        if (site->records.at[i].kind == MKCV_RECORD_DOCUMENT) return site->records.at[i].meta;
    return NULL;
}

/* "bio: Reader at X" of the configuration: the post of whom nothing else tells one. */
static void read_label(struct mkcv_reader *r)
{
    const struct mkcv_section *s = mkcv_cv_lookup(r->cv, MKCV_KIND_WORK);
    const struct mkcv_text *label = &r->cv->basics.label;
    if ((!s || !s->entries.count) && !mkcv_text_is_empty(label))
        mkcv_sentence_read(r, MKCV_KIND_WORK, label, 0, mkcv_text_length(label));
}

static void take_pagebreaks(struct mkcv_reader *r)
{
    for (size_t i = 0; i < r->site->records.count; i++) {
        const struct mkcv_locs *here = &r->site->records.at[i].pagebreaks;
        for (size_t k = 0; k < here->list.count; k++) *MKCV_PUSH(r->arena, &r->cv->pagebreaks.list) = here->list.at[k];
    }
}

/* What the records of a homepage mean. */
static void read_records(struct mkcv_reader *r, bool merges)
{
    mkcv_person_read(r);
    read_pages(r);
    mkcv_contacts_read(r);
    mkcv_prose_finish(r);
    mkcv_author_finish(r);
    mkcv_basics_read(r);
    mkcv_records_read(r);
    mkcv_data_read(r);
    mkcv_corrections_add(r);
    mkcv_publications_read(r);
    mkcv_news_confirm(r);
    read_label(r);
    if (merges) mkcv_entries_merge(r);
    if (merges) mkcv_publications_merge(r);
    if (merges) mkcv_theses_read(r);
    mkcv_scholar_link_coauthors(r);
    mkcv_wishes_apply(r);
    mkcv_corrections_replace(r);
    drop_empty(r->cv);
    order_sections(r->cv);
    mkcv_person_finish(r);
    mkcv_links_resolve(r);
    take_pagebreaks(r);
}

static struct mkcv_cv *read_cv(struct mkcv_arena *a, const struct mkcv_site *site, const struct mkcv_settings *settings,
                               bool merges, struct mkcv_diags *d)
{
    struct mkcv_cv *cv = MKCV_NEW(a, struct mkcv_cv);
    cv->lang = settings->lang ? settings->lang : site->lang ? site->lang : "en";
    cv->site_kind = site->layout;
    cv->site_root = site->root;
    cv->settings = site->settings;
    struct mkcv_reader r = {.arena = a,
                            .diags = d,
                            .cv = cv,
                            .site = site,
                            .settings = settings,
                            .lang = cv->lang,
                            .kind = MKCV_KIND_COUNT};
    const struct mkcv_node *document = document_of(site);
    if (document)
        mkcv_document_read(&r, document);
    else
        read_records(&r, merges);
    mkcv_portrait_read(&r, document != NULL);
    mkcv_languages_read(&r, document != NULL);
    mkcv_cv_settle(a, cv);
    return cv;
}

struct mkcv_cv *mkcv_cv_read(struct mkcv_arena *a, const struct mkcv_site *site, const struct mkcv_settings *settings,
                             struct mkcv_diags *d)
{
    return read_cv(a, site, settings, true, d);
}

struct mkcv_cv *mkcv_cv_read_apart(struct mkcv_arena *a, const struct mkcv_site *site,
                                   const struct mkcv_settings *settings, struct mkcv_diags *d)
{
    return read_cv(a, site, settings, false, d);
}
