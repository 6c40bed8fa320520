/* publication.c - a reference written out, in any order that lists use, read into an entry.
 *
 * The title is looked for first, by what sets it apart: quotes, a link, bold or italics, else the sentence behind the
 * authors; names before or after it are the authors; of the rest, figures are taken out and the venue remains. It knows
 * shapes, no sites. */
#include "mkcv/buf.h"
#include "mkcv/utf8.h"
#include "publication_line.h"
#include <ctype.h>
#include <string.h>

void mkcv_publication_set(struct mkcv_reader *r, struct mkcv_entry *e, enum mkcv_field f, const char *s,
                          struct mkcv_loc loc)
{
    if (!s) return;
    struct mkcv_range cut = mkcv_trim(s, (struct mkcv_range){0, strlen(s)});
    if (cut.from >= cut.to) return;
    struct mkcv_text t = mkcv_text_new(r->arena, s, loc);
    e->fields[f] = mkcv_text_slice(r->arena, &t, cut.from, cut.to);
}

void mkcv_publication_add_honor(struct mkcv_reader *r, struct mkcv_entry *e, const char *s, struct mkcv_loc loc)
{
    struct mkcv_text *honors = &e->fields[MKCV_FIELD_HONORS];
    struct mkcv_range cut = mkcv_trim(s, (struct mkcv_range){0, strlen(s)});
    char *one = mkcv_arena_strndup(r->arena, s + cut.from, cut.to - cut.from);
    if (!*one || (honors->s && strstr(honors->s, one))) return;
    const char *all = mkcv_text_is_empty(honors) ? one : mkcv_arena_printf(r->arena, "%s; %s", honors->s, one);
    *honors = mkcv_text_new(r->arena, all, loc);
}

static void set_identity(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_identity *id,
                         struct mkcv_loc loc)
{
    if (id->doi && mkcv_text_is_empty(&e->fields[MKCV_FIELD_DOI]))
        mkcv_publication_set(r, e, MKCV_FIELD_DOI, id->doi, loc);
    if (id->arxiv && mkcv_text_is_empty(&e->fields[MKCV_FIELD_ARXIV]))
        mkcv_publication_set(r, e, MKCV_FIELD_ARXIV, id->arxiv, loc);
}

void mkcv_publication_set_url(struct mkcv_reader *r, struct mkcv_entry *e, const char *label, const char *url,
                              struct mkcv_loc loc)
{
    if (!url || !*url) return; /* reported where the page was read */
    url = mkcv_url_resolve(r, url, loc);
    if (!url) return;
    struct mkcv_identity id = mkcv_identity_from_url(r->arena, url);
    set_identity(r, e, &id, loc);
    if (!label && !e->url) {
        e->url = url;
        return;
    }
    for (size_t i = 0; i < e->links.count; i++)
        if (!strcmp(e->links.at[i].url, url)) return;
    if (!label) label = id.arxiv ? "arXiv" : id.doi ? "DOI" : "Link";
    *MKCV_PUSH(r->arena, &e->links) = (struct mkcv_link){.label = label, .url = url};
}

/* The address that stands for a work which has only labelled links: of the paper itself. */
static void choose_url(struct mkcv_entry *e, struct mkcv_arena *a)
{
    static const char *const papers[] = {"published", "publisher", "doi",        "paper",  "pdf",      "html",
                                         "link",      "arxiv",     "openreview", "eprint", "preprint", "pre print",
                                         "article",   "pub",       "journal",    "url",    NULL};
    for (const char *const *p = papers; *p && !e->url; p++)
        for (size_t i = 0; i < e->links.count && !e->url; i++)
            if (e->links.at[i].label && !strcmp(mkcv_utf8_fold(a, e->links.at[i].label), *p))
                e->url = e->links.at[i].url;
}

void mkcv_publication_complete(struct mkcv_reader *r, struct mkcv_entry *e)
{
    const struct mkcv_text *org = &e->fields[MKCV_FIELD_ORG], *abbr = &e->fields[MKCV_FIELD_ABBR];
    choose_url(e, r->arena);
    if (mkcv_text_is_empty(&e->fields[MKCV_FIELD_TYPE])) {
        const char *type = org->s ? mkcv_venue_type(r->arena, org->s) : NULL;
        if (!type && abbr->s) type = mkcv_venue_type(r->arena, abbr->s);
        if (!type && !mkcv_text_is_empty(&e->fields[MKCV_FIELD_VOLUME]) && org->s) type = "article";
        mkcv_publication_set(r, e, MKCV_FIELD_TYPE, type, e->loc);
    }
    if (mkcv_text_is_empty(&e->fields[MKCV_FIELD_STATUS]) && org->s) {
        const char *status = mkcv_publication_status(mkcv_utf8_fold(r->arena, org->s));
        mkcv_publication_set(r, e, MKCV_FIELD_STATUS, status, e->loc);
    }
}

/* Where the opening quote before a title at `at` starts, or `at`. */
static size_t before_quote(const char *s, size_t at)
{
    static const char *const opens[] = {"«", "‘", "'", NULL};
    size_t to = at;
    while (to > 0 && s[to - 1] == ' ') to--;
    for (const char *const *o = opens; *o; o++) {
        size_t n = strlen(*o);
        if (to >= n && !memcmp(s + to - n, *o, n)) return to - n;
    }
    return at;
}

/* The free bytes right before the title, back to another line or claim. */
static struct mkcv_range before_title(const struct mkcv_line *l)
{
    size_t to = before_quote(l->text->s, l->title.from), from = to;
    while (from > 0 && l->claim[from - 1] == MKCV_CLAIM_NONE) from--;
    return mkcv_trim(l->text->s, (struct mkcv_range){from, to});
}

/* "Li, Ann, and Bo Wu. 2020. ": names end before the year behind them. */
static size_t before_year(const struct mkcv_line *l, size_t from, size_t to)
{
    const char *s = l->text->s;
    size_t end = to;
    while (end > from && strchr(" .,:", s[end - 1])) end--;
    if (end < from + 8 || !mkcv_line_is_year(s, end - 4, l->n) || s[end - 5] != ' ') return to;
    size_t names = end - 5;
    while (names > from && s[names - 1] == ' ') names--;
    return names > from && strchr(".,", s[names - 1]) ? names : to;
}

static bool try_authors(struct mkcv_line *l, size_t from, size_t to)
{
    const char *s = l->text->s;
    struct mkcv_range r = mkcv_trim(s, (struct mkcv_range){from, to});
    while (r.from < r.to && strchr(" *|", s[r.from]) && s[r.from] != '*') r.from++;
    /* "(2025)" and what is behind it */
    for (size_t i = r.from; i + 3 < r.to; i++)
        if (mkcv_line_time_in_brackets(s, i) > i) r.to = i;
    r.to = before_year(l, r.from, r.to);
    if (r.to <= r.from) return false;
    if (to > r.to && r.to < l->n && s[r.to] == '.') r.to++;
    int score = mkcv_authors_score(l->reader->arena, l->text, r.from, r.to);
    if (score < 60 && !(score > 0 && mkcv_line_is_owner(l, r.from, r.to))) return false;
    mkcv_line_claim_authors(l, r.from, r.to);
    return true;
}

/* The bytes of a bar or dash between the parts of a reference at `at`: " | ", " - ", " – "; or 0. */
static size_t divider_at(const char *s, size_t at)
{
    static const char *const dividers[] = {" | ", " - ", " – ", " — ", NULL};
    for (const char *const *d = dividers; *d; d++)
        if (!strncmp(s + at, *d, strlen(*d))) return strlen(*d);
    return 0;
}

/* "*Collected Walls*, Holm Press": emphasis on the first of several parts sets a venue off, unless it marks the owner.
 */
static bool opens_with_venue(struct mkcv_line *l, size_t at, size_t limit)
{
    const struct mkcv_text *t = l->text;
    size_t end = at;
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct mkcv_span *span = &t->spans.at[i];
        if (span->at + span->len <= at) continue;
        if (!(span->marks & MKCV_MARK_EMPH) || (span->at > at && span->at != end)) break;
        end = span->at + span->len;
    }
    if (end <= at || end >= limit || t->s[end] != ',' || mkcv_line_is_owner(l, at, end)) return false;
    const struct mkcv_span *next = mkcv_text_lookup(t, end + 2);
    return next && !(next->marks & MKCV_MARK_EMPH) && !memchr(t->s + at, ',', end - at);
}

/* Names behind the title: in the first lines or sentences that are not claimed. */
static void read_authors_behind(struct mkcv_line *l)
{
    const char *s = l->text->s;
    int tries = 0;
    for (size_t i = l->title.to; i < l->n && tries < 4;) {
        if (l->claim[i] != MKCV_CLAIM_NONE || strchr(" .,;:)]\"'|\xe2\x80\x9d", s[i])) {
            i += !strncmp(s + i, "\xe2\x80\xa8", 3) ? 3 : 1;
            continue;
        }
        if (divider_at(s, i - 1)) {
            i += divider_at(s, i - 1) - 1;
            continue;
        }
        size_t limit = mkcv_line_first_claimed(l, i);
        const char *line = strstr(s + i, "\xe2\x80\xa8");
        if (line && (size_t)(line - s) < limit) limit = (size_t)(line - s);
        for (size_t k = i; k < limit; k++)
            if (divider_at(s, k)) limit = k;
        bool venue = opens_with_venue(l, i, limit);
        if (!venue && try_authors(l, i, limit)) return;
        size_t end = venue ? i : mkcv_line_authors_end(l, i, limit, false);
        if (!venue && end == i) end = mkcv_line_authors_end(l, i, limit, true);
        if (end > i) {
            mkcv_line_claim_authors(l, i, end);
            return;
        }
        tries++;
        end = mkcv_reference_sentence_end(s, i, limit);
        i = end > i ? end : limit;
        if (i < l->n && !strncmp(s + i, "\xe2\x80\xa8", 3)) i += 3;
    }
}

static void read_authors(struct mkcv_line *l)
{
    if (l->entry->people.count) return;
    struct mkcv_range before = before_title(l);
    const char *s = l->text->s;
    if (before.from < before.to) {
        size_t to = before_quote(s, l->title.from);
        if (try_authors(l, before.from, to)) return;
        for (size_t i = before.to; i > before.from; i--)
            if (!strncmp(s + i, "\xe2\x80\xa8", 3) && try_authors(l, i + 3, to)) return;
    }
    if (!mkcv_line_read_with(l)) read_authors_behind(l);
}

/* Where the closing quote behind a title that ends at `at` ends, or `at`. */
static size_t after_quote(const char *s, size_t at)
{
    static const char *const closes[] = {"»", "’", "'", NULL};
    size_t to = at + strspn(s + at, " ");
    for (const char *const *c = closes; *c; c++)
        if (!strncmp(s + to, *c, strlen(*c))) return to + strlen(*c);
    return at;
}

/* The title's text: one's own link and the dress of the whole are its frame, not its content. */
static void set_title(struct mkcv_line *l)
{
    const char *s = l->text->s;
    struct mkcv_range r = mkcv_trim(s, l->title);
    while (r.to > r.from && strchr(" ,.;:", s[r.to - 1])) r.to--;
    struct mkcv_text t = mkcv_text_slice(l->reader->arena, l->text, r.from, r.to), clean = {.file = t.file};
    unsigned all = MKCV_MARK_STRONG | MKCV_MARK_EMPH | MKCV_MARK_CODE;
    for (size_t i = 0; i < t.spans.count; i++) all &= t.spans.at[i].marks;
    for (size_t i = 0; i < t.spans.count; i++) {
        struct mkcv_span span = t.spans.at[i];
        const char *from = t.s + span.at;
        span.url = NULL;
        span.marks = (uint16_t)(span.marks & ~all);
        size_t n = span.len;
        for (const char *p = from; p < from + n; p++)
            if (!strncmp(p, "\xe2\x80\xa8", 3)) { /* a line break of the page is none of the title */
                mkcv_text_append(l->reader->arena, &clean, from, (size_t)(p - from), &span);
                mkcv_text_append(l->reader->arena, &clean, " ", 1, &span);
                n -= (size_t)(p + 3 - from);
                from = p + 3;
            }
        mkcv_text_append(l->reader->arena, &clean, from, n, &span);
    }
    l->entry->fields[MKCV_FIELD_TITLE] = clean;
    mkcv_line_claim(l, l->title.from, after_quote(s, l->title.to), MKCV_CLAIM_TITLE);
}

/* A title that is known beforehand is where it stands, in any case of its letters. */
static struct mkcv_range find_known(const struct mkcv_line *l)
{
    const char *title = l->entry->fields[MKCV_FIELD_TITLE].s;
    const char *at = title && strlen(title) > 5 ? strcasestr(l->text->s, title) : NULL;
    if (!at) return (struct mkcv_range){0, 0};
    size_t from = (size_t)(at - l->text->s);
    return (struct mkcv_range){from, from + strlen(title)};
}

bool mkcv_publication_read_line(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t)
{
    size_t n = mkcv_text_length(t);
    if (!n || n > 20000) return false;
    struct mkcv_line l = {.reader = r, .entry = e, .text = t, .n = n, .claim = mkcv_arena_alloc(r->arena, n + 1)};
    memset(l.claim, MKCV_CLAIM_NONE, n);
    mkcv_line_read_links(&l);
    if (l.title.to && mkcv_title_is_plain_before(&l, l.title)) l.title = (struct mkcv_range){0, 0};
    struct mkcv_range known = find_known(&l), quoted = mkcv_title_find_quoted(&l);
    if (known.to)
        l.title = known;
    else if (quoted.to && (!l.title.to || (quoted.from <= l.title.to && l.title.from <= quoted.to)))
        l.title = quoted;
    if (l.title.to) mkcv_publication_set_url(r, e, NULL, l.title_url, mkcv_text_loc(t, l.title.from));
    bool named = mkcv_line_read_named_journal(&l, l.title.to ? before_quote(t->s, l.title.from) : n);
    if (!l.title.to && !named) l.title = mkcv_title_find_dressed(&l);
    if (l.title.to) mkcv_line_claim(&l, l.title.from, l.title.to, MKCV_CLAIM_TITLE);
    if (!l.title.to && !named) {
        mkcv_line_read_with(&l);
        mkcv_title_read_plain(&l);
    }
    if (!l.title.to && !named) return false;
    if (l.title.to) set_title(&l);
    read_authors(&l);
    mkcv_line_read_figures(&l);
    if (!named) mkcv_line_read_venue(&l);
    if (l.in_book && !mkcv_venue_type(r->arena, e->fields[MKCV_FIELD_ORG].s))
        mkcv_publication_set(r, e, MKCV_FIELD_TYPE, "chapter", e->loc);
    mkcv_publication_complete(r, e);
    return named || !mkcv_text_is_empty(&e->fields[MKCV_FIELD_TITLE]);
}
