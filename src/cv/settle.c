/* settle.c - the last step of reading: what the CV holds is what its JSON can say, no more.
 *
 * Addresses are URIs, texts are what their Markdown says, dates and addresses of mail are of the form that JSON Resume
 * wants. After this, writing the CV as JSON loses nothing, and document.c reads the same CV back. */
#include "mkcv/section.h"
#include "mkcv/uri.h"
#include "parts.h"
#include <string.h>

static bool is_bare(const struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; i++)
        if (t->spans.at[i].marks || t->spans.at[i].url) return false;
    return !t->s || !strchr(t->s, '\n');
}

static void settle_text(struct mkcv_arena *a, struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; i++) t->spans.at[i].url = mkcv_uri(a, t->spans.at[i].url);
    if (is_bare(t)) return;
    struct mkcv_arena_mark mark = mkcv_arena_mark(a);
    struct mkcv_text said = mkcv_text_from_markdown(a, mkcv_text_markdown(a, t), mkcv_text_loc(t, 0));
    if (mkcv_text_is_same(&said, t))
        mkcv_arena_rewind(a, mark); /* as all that was read from our own JSON */
    else
        *t = said;
}

bool mkcv_field_is_plain(enum mkcv_field field)
{
    return field == MKCV_FIELD_DOI || field == MKCV_FIELD_ARXIV || field == MKCV_FIELD_PAGES ||
           field == MKCV_FIELD_VOLUME || field == MKCV_FIELD_NUMBER;
}

/* --- fields that the model divides ------------------------------------------------------------------------------- */

/* A thesis is a title and one address. */
static void settle_thesis(struct mkcv_arena *a, struct mkcv_text *t)
{
    const char *url = mkcv_text_url(t, 0, mkcv_text_length(t));
    struct mkcv_text whole = {.file = t->file};
    for (size_t i = 0; i < t->spans.count; i++) {
        struct mkcv_span span = t->spans.at[i];
        span.url = url;
        mkcv_text_append(a, &whole, t->s + span.at, span.len, &span);
    }
    *t = whole;
}

/* "Oral;Best Paper" is a list of two. */
static void settle_list(struct mkcv_arena *a, struct mkcv_text *t)
{
    struct mkcv_text joined = {.file = t->file};
    for (size_t from = 0, n = mkcv_text_length(t); from < n;) {
        const char *mark = strchr(t->s + from, ';');
        size_t to = mark ? (size_t)(mark - t->s) : n;
        struct mkcv_text part = mkcv_text_slice(a, t, from, to);
        settle_text(a, &part);
        if (joined.s && part.s) mkcv_text_append(a, &joined, "; ", 2, NULL);
        mkcv_text_join(a, &joined, &part, MKCV_ROLE_PLAIN);
        from = to + 1;
    }
    *t = joined;
}

/* The address that all of a text is linked to, or NULL. */
static const char *whole_url(const struct mkcv_text *t)
{
    const char *url = t->spans.count ? t->spans.at[0].url : NULL;
    for (size_t i = 0; url && i < t->spans.count; i++) {
        const struct mkcv_span *s = &t->spans.at[i];
        if (!s->url || strcmp(s->url, url) != 0 || (s->marks & MKCV_MARK_IMAGE)) return NULL;
    }
    return url;
}

static void unlink_text(struct mkcv_arena *a, struct mkcv_text *t)
{
    struct mkcv_text bare = {.file = t->file};
    for (size_t i = 0; i < t->spans.count; i++) {
        struct mkcv_span span = t->spans.at[i];
        span.url = NULL;
        mkcv_text_append(a, &bare, t->s + span.at, span.len, &span);
    }
    *t = bare;
}

/* The field that an entry's own address belongs to, as compose has it. */
static enum mkcv_field linked_field(const struct mkcv_entry *e)
{
    bool of_org = e->kind == MKCV_KIND_WORK || e->kind == MKCV_KIND_EDUCATION || e->kind == MKCV_KIND_VOLUNTEER ||
                  e->kind == MKCV_KIND_MEMBERSHIPS || e->kind == MKCV_KIND_SERVICE;
    bool untitled = !e->fields[MKCV_FIELD_TITLE].s && e->kind != MKCV_KIND_PUBLICATIONS;
    return of_org || untitled ? MKCV_FIELD_ORG : MKCV_FIELD_TITLE;
}

/* "[MIT](url)" is a name and an address. */
static void settle_link(struct mkcv_arena *a, struct mkcv_entry *e)
{
    struct mkcv_text *t = &e->fields[linked_field(e)];
    const char *url = whole_url(t);
    if (!url || (e->url && strcmp(e->url, url) != 0)) return;
    e->url = url;
    unlink_text(a, t);
}

/* --- entries ----------------------------------------------------------------------------------------------------- */

static void settle_date(struct mkcv_date *d)
{
    if (d->year < 1000 || d->year > 2999) *d = (struct mkcv_date){.year = 0};
}

static void settle_dates(struct mkcv_entry *e)
{
    size_t n = 0;
    settle_date(&e->start);
    settle_date(&e->end);
    if (e->current) e->end = (struct mkcv_date){.year = 0};
    for (size_t i = 0; i < e->dates.count; i++) {
        settle_date(&e->dates.at[i]);
        if (e->dates.at[i].year) e->dates.at[n++] = e->dates.at[i];
    }
    e->dates.count = n;
}

static void settle_people(struct mkcv_arena *a, struct mkcv_entry *e)
{
    size_t n = 0;
    for (size_t i = 0; i < e->people.count; i++) {
        struct mkcv_person *p = &e->people.at[i];
        p->url = mkcv_uri(a, p->url);
        if (p->name && *p->name) e->people.at[n++] = *p;
    }
    e->people.count = n;
}

/* Bold in which a homepage sets a name is none of the name. */
static void drop_bold(struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; i++)
        t->spans.at[i].marks = (uint16_t)(t->spans.at[i].marks & ~MKCV_MARK_STRONG);
}

/* Emphasis on all of a field is the page's dress. */
static void drop_emphasis(struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct mkcv_span *s = &t->spans.at[i];
        if (!(s->marks & MKCV_MARK_EMPH) && strspn(t->s + s->at, " ,") < s->len) return;
    }
    for (size_t i = 0; i < t->spans.count; i++)
        t->spans.at[i].marks = (uint16_t)(t->spans.at[i].marks & ~MKCV_MARK_EMPH);
}

/* "at the University of X": the sentence's article, in small letters, is none of the name's. */
static void drop_article(struct mkcv_arena *a, struct mkcv_text *t)
{
    if (t->s && !strncmp(t->s, "the ", 4)) *t = mkcv_text_slice(a, t, 4, mkcv_text_length(t));
}

static void settle_entry(struct mkcv_arena *a, struct mkcv_entry *e)
{
    size_t n = 0;
    drop_bold(&e->fields[MKCV_FIELD_ORG]);
    drop_bold(&e->fields[MKCV_FIELD_LOCATION]);
    drop_bold(&e->fields[MKCV_FIELD_AREA]);
    drop_bold(&e->fields[MKCV_FIELD_SCORE]);
    drop_article(a, &e->fields[MKCV_FIELD_ORG]);
    drop_emphasis(&e->fields[MKCV_FIELD_ORG]);
    drop_emphasis(&e->fields[MKCV_FIELD_LOCATION]);
    drop_emphasis(&e->fields[MKCV_FIELD_NOTE]);
    if (e->kind != MKCV_KIND_PUBLICATIONS) drop_bold(&e->fields[MKCV_FIELD_TITLE]);
    e->url = mkcv_uri(a, e->url);
    for (size_t f = 0; f < MKCV_FIELD_COUNT; f++) {
        struct mkcv_text *t = &e->fields[f];
        if (mkcv_text_is_empty(t))
            *t = (struct mkcv_text){.s = NULL};
        else if (mkcv_field_is_plain((enum mkcv_field)f))
            *t = mkcv_text_new(a, mkcv_arena_strndup(a, t->s, mkcv_text_length(t)), mkcv_text_loc(t, 0));
        else
            settle_text(a, t);
    }
    settle_link(a, e);
    if (e->fields[MKCV_FIELD_THESIS].s) settle_thesis(a, &e->fields[MKCV_FIELD_THESIS]);
    if (e->kind == MKCV_KIND_PUBLICATIONS) settle_list(a, &e->fields[MKCV_FIELD_HONORS]);
    settle_dates(e);
    settle_people(a, e);
    for (size_t i = 0; i < e->highlights.count; i++) settle_text(a, &e->highlights.at[i]);
    for (size_t i = 0; i < e->links.count; i++) {
        e->links.at[i].url = mkcv_uri(a, e->links.at[i].url);
        if (e->links.at[i].url) e->links.at[n++] = e->links.at[i];
    }
    e->links.count = n;
}

/* --- the rest ---------------------------------------------------------------------------------------------------- */

/* The blocks of a CV are its own (links.c), so they may be changed. */
static void settle_blocks(struct mkcv_arena *a, const struct mkcv_block *first, int depth)
{
    for (struct mkcv_block *b = (struct mkcv_block *)first; b && depth < 100; b = b->next) {
        if (b->kind != MKCV_BLOCK_CODE) settle_text(a, &b->text);
        settle_blocks(a, b->first, depth + 1);
    }
}

static void settle_basics(struct mkcv_arena *a, struct mkcv_basics *b)
{
    drop_bold(&b->label);
    drop_bold(&b->affiliation);
    drop_emphasis(&b->affiliation);
    settle_text(a, &b->label);
    settle_text(a, &b->affiliation);
    const char *url = whole_url(&b->affiliation);
    if (url && (!b->affiliation_url || !strcmp(b->affiliation_url, url))) {
        b->affiliation_url = url;
        unlink_text(a, &b->affiliation);
    }
    b->affiliation_url = mkcv_uri(a, b->affiliation_url);
    b->url = mkcv_uri(a, b->url);
    b->image = mkcv_uri(a, b->image);
    if (!mkcv_is_email(b->email)) b->email = NULL;
    for (size_t i = 0; i < b->profiles.count; i++) b->profiles.at[i].url = mkcv_uri(a, b->profiles.at[i].url);
    for (size_t i = 0; i < b->summary.count; i++) settle_text(a, &b->summary.at[i]);
}

void mkcv_cv_settle(struct mkcv_arena *a, struct mkcv_cv *cv)
{
    settle_basics(a, &cv->basics);
    for (size_t i = 0; i < cv->sections.count; i++) {
        struct mkcv_section *s = &cv->sections.at[i];
        for (size_t k = 0; k < s->entries.count; k++) settle_entry(a, &s->entries.at[k]);
        settle_blocks(a, s->body, 0);
    }
}
