/* work.c - one publication: title, authors, venue, year, remarks; what is unknown takes its punctuation with it. */
#include "dates.h"
#include "mkcv/utf8.h"
#include "publications.h"
#include "typography.h"
#include <string.h>

bool mkcv_work_is_label(const struct mkcv_entry *e)
{
    if (mkcv_part_has(e, MKCV_FIELD_TITLE) || mkcv_part_has(e, MKCV_FIELD_SUMMARY)) return false;
    for (size_t i = 0; i < e->categories.count; ++i)
        if (e->categories.at[i].label && *e->categories.at[i].label) return true;
    return false;
}

/* Where the work can be read. */
static const char *url_of(struct mkcv_composer *c, const struct mkcv_entry *e)
{
    if (e->url && *e->url) return e->url;
    if (mkcv_part_has(e, MKCV_FIELD_DOI))
        return mkcv_arena_printf(c->arena, "https://doi.org/%s", e->fields[MKCV_FIELD_DOI].s);
    if (mkcv_part_has(e, MKCV_FIELD_ARXIV))
        return mkcv_arena_printf(c->arena, "https://arxiv.org/abs/%s", e->fields[MKCV_FIELD_ARXIV].s);
    for (size_t i = 0; i < e->links.count; ++i)
        if (e->links.at[i].url && *e->links.at[i].url) return e->links.at[i].url;
    return NULL;
}

/* Marks are raised; an asterisk is so by itself. */
static void put_marks(struct mkcv_composer *c, struct mkcv_text *t, const char *marks)
{
    while (marks && *marks) {
        const char *start = marks;
        const bool asterisk = mkcv_utf8_next(&marks) == '*';
        const struct mkcv_span like = {.role = MKCV_ROLE_AUTHORS, .marks = asterisk ? 0 : MKCV_MARK_SUP};
        mkcv_text_append(c->arena, t, start, (size_t)(marks - start), &like);
    }
}

static void put_author(struct mkcv_composer *c, struct mkcv_text *t, const struct mkcv_person *p)
{
    enum mkcv_role role = p->self ? MKCV_ROLE_SELF : MKCV_ROLE_AUTHORS;
    mkcv_part_link(c, t, "", mkcv_typeset_string(c->arena, p->name, c->lang), role, NULL);
    put_marks(c, t, p->marks);
}

static size_t place_of_self(const struct mkcv_entry *e)
{
    size_t i = 0;
    while (i < e->people.count && !e->people.at[i].self) ++i;
    return i;
}

/* "A, B, …, Self and 12 more": so many authors as the style wants, the owner among them. */
static struct mkcv_text shortened_authors(struct mkcv_composer *c, const struct mkcv_entry *e, size_t most)
{
    const struct mkcv_language *l = mkcv_language_lookup(c->lang);
    size_t self = place_of_self(e), first = self < most || self == e->people.count ? most : most - 1;
    struct mkcv_text t = {0};
    for (size_t i = 0; i < first; ++i) {
        if (i) mkcv_text_put(c->arena, &t, ", ", MKCV_ROLE_AUTHORS);
        put_author(c, &t, &e->people.at[i]);
    }
    if (first < most) {
        mkcv_text_put(c->arena, &t, !first ? "… " : self == first ? ", " : ", …, ", MKCV_ROLE_AUTHORS);
        put_author(c, &t, &e->people.at[self]);
    }
    const char *hole = strstr(l->more, "{n}");
    if (e->et_al)
        mkcv_part_put(c, &t, ", ", l->et_al, MKCV_ROLE_AUTHORS);
    else
        mkcv_text_put(
            c->arena, &t,
            mkcv_arena_printf(c->arena, "%.*s%zu%s", (int)(hole - l->more), l->more, e->people.count - most, hole + 3),
            MKCV_ROLE_AUTHORS);
    return t;
}

/* "A, B and C", "A, B, et al.", "A et al." */
static struct mkcv_text authors_of(struct mkcv_composer *c, const struct mkcv_entry *e)
{
    const struct mkcv_language *l = mkcv_language_lookup(c->lang);
    size_t n = e->people.count, most = (size_t)c->style->publications.authors;
    struct mkcv_text t = {0};
    if (most && n > most) return shortened_authors(c, e, most);
    for (size_t i = 0; i < n; ++i) {
        bool last = i + 1 == n && !e->et_al;
        if (i)
            mkcv_text_put(c->arena, &t, last ? mkcv_arena_printf(c->arena, " %s ", l->and) : ", ", MKCV_ROLE_AUTHORS);
        put_author(c, &t, &e->people.at[i]);
    }
    if (n && e->et_al) mkcv_part_put(c, &t, n > 1 ? ", " : " ", l->et_al, MKCV_ROLE_AUTHORS);
    return t;
}

/* The venue with its short name, or the archive where it stands. */
static struct mkcv_text venue_of(struct mkcv_composer *c, const struct mkcv_entry *e)
{
    struct mkcv_text venue = mkcv_part_field(c, e, MKCV_FIELD_ORG, MKCV_ROLE_VENUE, NULL);
    struct mkcv_text abbr = mkcv_part_field(c, e, MKCV_FIELD_ABBR, MKCV_ROLE_VENUE, NULL);
    if (venue.s && abbr.s && !strstr(venue.s, abbr.s)) {
        mkcv_part_join(c, &venue, " (", MKCV_ROLE_VENUE, &abbr);
        mkcv_text_put(c->arena, &venue, ")", MKCV_ROLE_VENUE);
    } else if (!venue.s) {
        venue = abbr;
    }
    if (!venue.s && mkcv_part_has(e, MKCV_FIELD_ARXIV))
        mkcv_part_put(c, &venue, "", mkcv_arena_printf(c->arena, "arXiv:%s", e->fields[MKCV_FIELD_ARXIV].s),
                      MKCV_ROLE_VENUE);
    return venue;
}

/* " 12(3):115–122"; pages without a volume come after a comma. */
static void join_place(struct mkcv_composer *c, struct mkcv_text *t, const struct mkcv_entry *e)
{
    struct mkcv_text volume = mkcv_part_field(c, e, MKCV_FIELD_VOLUME, MKCV_ROLE_PLAIN, NULL);
    struct mkcv_text number = mkcv_part_field(c, e, MKCV_FIELD_NUMBER, MKCV_ROLE_PLAIN, NULL);
    struct mkcv_text pages = mkcv_part_field(c, e, MKCV_FIELD_PAGES, MKCV_ROLE_PLAIN, NULL);
    struct mkcv_text place = volume;
    if (volume.s && number.s) {
        mkcv_part_join(c, &place, "(", MKCV_ROLE_PLAIN, &number);
        mkcv_text_put(c->arena, &place, ")", MKCV_ROLE_PLAIN);
    } else if (number.s) {
        mkcv_part_put(c, &place, "", "no.\u00a0", MKCV_ROLE_PLAIN);
        mkcv_text_join(c->arena, &place, &number, MKCV_ROLE_PLAIN);
    }
    if (place.s && pages.s) {
        mkcv_part_join(c, &place, volume.s ? ":" : ", ", MKCV_ROLE_PLAIN, &pages);
    } else if (pages.s) {
        mkcv_part_put(c, &place, "", strpbrk(pages.s, "–,") ? "pp.\u00a0" : "p.\u00a0", MKCV_ROLE_PLAIN);
        mkcv_text_join(c->arena, &place, &pages, MKCV_ROLE_PLAIN);
    }
    mkcv_part_join(c, t, volume.s ? " " : ", ", MKCV_ROLE_PLAIN, &place);
}

/* "under review"; what is published says nothing. */
static const char *status_of(struct mkcv_composer *c, const struct mkcv_entry *e)
{
    const char *status = mkcv_part_has(e, MKCV_FIELD_STATUS) ? e->fields[MKCV_FIELD_STATUS].s : NULL;
    if (!status || strcmp(status, "published") == 0) return NULL;
    char *words = mkcv_arena_strdup(c->arena, status);
    for (char *p = words; *p; ++p)
        if (*p == '-') *p = ' ';
    return words;
}

static const char *date_of(struct mkcv_composer *c, const struct mkcv_entry *e)
{
    struct mkcv_date latest = mkcv_dates_latest(e);
    if (latest.year) return mkcv_dates_of_date(c->arena, latest, MKCV_DATE_YEAR, c->lang);
    return mkcv_typeset_string(c->arena, e->date_text, c->lang);
}

/* What an address is, when nothing says it. */
static const char *label_of(const char *url)
{
    size_t n = strlen(url);
    if (strstr(url, "doi.org/")) return "DOI";
    if (strstr(url, "arxiv.org/")) return "arXiv";
    return n > 4 && !strcasecmp(url + n - 4, ".pdf") ? "PDF" : "Web";
}

/* As labels are written among others: "PDF", "Code". */
static const char *spelt(struct mkcv_composer *c, const char *label)
{
    static const char *const known[] = {"DOI", "PDF", "arXiv", "HAL", "URL", "BibTeX", "GitHub"};
    for (size_t i = 0; i < sizeof known / sizeof *known; ++i)
        if (!strcasecmp(label, known[i])) return known[i];
    char *words = mkcv_arena_strdup(c->arena, label);
    if (*words >= 'a' && *words <= 'z') *words += 'A' - 'a';
    return words;
}

static void put_label(struct mkcv_composer *c, struct mkcv_text *t, const char *label, const char *url)
{
    if (t->s) mkcv_text_put(c->arena, t, " · ", MKCV_ROLE_DETAIL);
    mkcv_part_link(c, t, "", spelt(c, label), MKCV_ROLE_PLAIN, url);
}

/* "PDF · Code · DOI", each address once. */
static struct mkcv_text labels_of(struct mkcv_composer *c, const struct mkcv_entry *e)
{
    struct mkcv_text t = {0};
    const char *own = url_of(c, e);
    bool listed = false;
    for (size_t i = 0; i < e->links.count; ++i) {
        const struct mkcv_link *link = &e->links.at[i];
        if (!link->url || !*link->url) continue;
        listed = listed || (own && !strcmp(own, link->url));
        put_label(c, &t, link->label && *link->label ? link->label : label_of(link->url), link->url);
    }
    if (own && !listed) put_label(c, &t, label_of(own), own);
    return t;
}

/* Behind the work: what leads to it, as the style wants. */
static void join_links(struct mkcv_composer *c, struct mkcv_text *t, const struct mkcv_entry *e)
{
    struct mkcv_text links = {0};
    const char *own = url_of(c, e);
    if (c->style->publications.links == MKCV_LINKS_LABELS) links = labels_of(c, e);
    if (c->style->publications.links == MKCV_LINKS_URLS && own)
        mkcv_part_link(c, &links, "", own, MKCV_ROLE_DETAIL, own);
    mkcv_part_join(c, t, " ", MKCV_ROLE_PLAIN, &links);
}

/* The works' own form: title, authors, venue, year, remarks. */
static struct mkcv_text plain_work(struct mkcv_composer *c, const struct mkcv_entry *e)
{
    bool linked = c->style->publications.links == MKCV_LINKS_TITLE;
    static const enum mkcv_field remarks[] = {MKCV_FIELD_HONORS, MKCV_FIELD_NOTE};
    struct mkcv_text t = mkcv_part_field(c, e, MKCV_FIELD_TITLE, MKCV_ROLE_WORK, linked ? url_of(c, e) : NULL);
    struct mkcv_text authors = authors_of(c, e), venue = venue_of(c, e);
    if (mkcv_text_is_empty(&t)) t = mkcv_part_text(c, &e->fields[MKCV_FIELD_SUMMARY], MKCV_ROLE_PLAIN, NULL);
    join_place(c, &venue, e);
    mkcv_part_put(c, &venue, ", ", status_of(c, e), MKCV_ROLE_PLAIN);
    mkcv_part_put(c, &venue, ",\u00a0", date_of(c, e), MKCV_ROLE_PLAIN);
    mkcv_part_join(c, &t, ". ", MKCV_ROLE_PLAIN, &authors);
    mkcv_part_join(c, &t, ". ", MKCV_ROLE_PLAIN, &venue);
    for (size_t i = 0; i < 2; ++i) {
        struct mkcv_text text = mkcv_part_field(c, e, remarks[i], MKCV_ROLE_PLAIN, NULL);
        mkcv_part_join(c, &t, ". ", MKCV_ROLE_PLAIN, &text);
    }
    for (size_t i = 0; i < e->highlights.count; ++i) {
        struct mkcv_text text = mkcv_part_prose(c, &e->highlights.at[i], MKCV_ROLE_PLAIN);
        mkcv_part_join(c, &t, ". ", MKCV_ROLE_PLAIN, &text);
    }
    if (t.s && !mkcv_part_ends_sentence(&t)) mkcv_text_put(c->arena, &t, ".", MKCV_ROLE_PLAIN);
    return t;
}

static struct mkcv_text text_of(struct mkcv_composer *c, const char *s, const char *url)
{
    struct mkcv_text t = {0};
    if (s) mkcv_part_link(c, &t, "", s, MKCV_ROLE_PLAIN, url);
    return t;
}

static struct mkcv_text full_date(struct mkcv_composer *c, const struct mkcv_entry *e)
{
    struct mkcv_date d = mkcv_dates_latest(e);
    return text_of(c, d.year ? mkcv_dates_of_date(c->arena, d, c->style->date_format, c->lang) : date_of(c, e), NULL);
}

struct mkcv_text mkcv_work_field(struct mkcv_composer *c, const struct mkcv_entry *e, enum mkcv_work_field field)
{
    bool linked = c->style->publications.links == MKCV_LINKS_TITLE;
    const char *doi = mkcv_part_has(e, MKCV_FIELD_DOI) ? e->fields[MKCV_FIELD_DOI].s : NULL;
    const char *arxiv = mkcv_part_has(e, MKCV_FIELD_ARXIV) ? e->fields[MKCV_FIELD_ARXIV].s : NULL;
    switch (field) {
    case MKCV_WORKFIELD_TITLE:
        return mkcv_part_field(c, e, MKCV_FIELD_TITLE, MKCV_ROLE_WORK, linked ? url_of(c, e) : NULL);
    case MKCV_WORKFIELD_AUTHORS:
        return authors_of(c, e);
    case MKCV_WORKFIELD_ABBR:
        if (mkcv_part_has(e, MKCV_FIELD_ABBR)) return mkcv_part_field(c, e, MKCV_FIELD_ABBR, MKCV_ROLE_VENUE, NULL);
        return venue_of(c, e);
    case MKCV_WORKFIELD_VENUE:
        return venue_of(c, e);
    case MKCV_WORKFIELD_VOLUME:
        return mkcv_part_field(c, e, MKCV_FIELD_VOLUME, MKCV_ROLE_PLAIN, NULL);
    case MKCV_WORKFIELD_NUMBER:
        return mkcv_part_field(c, e, MKCV_FIELD_NUMBER, MKCV_ROLE_PLAIN, NULL);
    case MKCV_WORKFIELD_PAGES:
        return mkcv_part_field(c, e, MKCV_FIELD_PAGES, MKCV_ROLE_PLAIN, NULL);
    case MKCV_WORKFIELD_YEAR:
        return text_of(c, date_of(c, e), NULL);
    case MKCV_WORKFIELD_DATE:
        return full_date(c, e);
    case MKCV_WORKFIELD_STATUS:
        return text_of(c, status_of(c, e), NULL);
    case MKCV_WORKFIELD_HONORS:
        return mkcv_part_field(c, e, MKCV_FIELD_HONORS, MKCV_ROLE_PLAIN, NULL);
    case MKCV_WORKFIELD_NOTE:
        return mkcv_part_field(c, e, MKCV_FIELD_NOTE, MKCV_ROLE_PLAIN, NULL);
    case MKCV_WORKFIELD_DOI:
        doi = doi ? mkcv_arena_printf(c->arena, "https://doi.org/%s", doi) : NULL;
        return text_of(c, doi, doi);
    case MKCV_WORKFIELD_ARXIV:
        return text_of(c, arxiv ? mkcv_arena_printf(c->arena, "arXiv:%s", arxiv) : NULL,
                       arxiv ? mkcv_arena_printf(c->arena, "https://arxiv.org/abs/%s", arxiv) : NULL);
    case MKCV_WORKFIELD_URL:
        return text_of(c, url_of(c, e), url_of(c, e));
    case MKCV_WORKFIELD_LINKS:
        return labels_of(c, e);
    case MKCV_WORKFIELD_COUNT:
        break;
    }
    return (struct mkcv_text){0};
}

struct mkcv_text mkcv_work_text(struct mkcv_composer *c, const struct mkcv_entry *e)
{
    const char *format = c->style->publications.format;
    bool own = !format || !*format || mkcv_text_is_empty(&e->fields[MKCV_FIELD_TITLE]);
    struct mkcv_text t = own ? plain_work(c, e) : mkcv_work_formatted(c, e, format);
    join_links(c, &t, e);
    return t;
}
