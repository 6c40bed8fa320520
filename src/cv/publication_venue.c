/* publication_venue.c - the venue: what is left of a reference and looks like one, when links, title, authors and
 * figures are taken out. */
#include "date.h"
#include "mkcv/utf8.h"
#include "publication_line.h"
#include <ctype.h>
#include <string.h>

static const char *const venue_words[] = {"proceedings",
                                          "proc",
                                          "conference",
                                          "conf",
                                          "journal",
                                          "transactions",
                                          "trans",
                                          "symposium",
                                          "workshop",
                                          "letters",
                                          "magazine",
                                          "arxiv",
                                          "preprint",
                                          "ieee",
                                          "acm",
                                          "usenix",
                                          "annals",
                                          "review",
                                          "reviews",
                                          "bulletin",
                                          "lncs",
                                          "lecture notes",
                                          "springer",
                                          "advances in neural",
                                          "international",
                                          "nature",
                                          "science",
                                          "university",
                                          "thesis",
                                          "dissertation",
                                          "report",
                                          "working paper",
                                          "discussion paper",
                                          "press",
                                          "zeitschrift",
                                          "revue",
                                          "revista",
                                          "actes",
                                          "tagungsband",
                                          "archive",
                                          "eprint",
                                          "biorxiv",
                                          "medrxiv",
                                          "findings",
                                          "elsevier",
                                          "\xe5\xad\xa6\xe6\x8a\xa5",
                                          "\xe4\xbc\x9a\xe8\xae\xae",
                                          "\xe8\xab\x96\xe6\x96\x87\xe8\xaa\x8c",
                                          "\xe4\xbc\x9a\xe8\xad\xb0",
                                          NULL};

static bool has_any(const char *fold, const char *const *list)
{
    for (; *list; list++)
        if (mkcv_fold_has(fold, *list)) return true;
    return false;
}

static const char *fold_range(const struct mkcv_line *l, size_t from, size_t to)
{
    struct mkcv_arena *a = l->reader->arena;
    return mkcv_utf8_fold(a, mkcv_arena_strndup(a, l->text->s + from, to - from));
}

bool mkcv_line_is_venue(const struct mkcv_line *l, size_t from, size_t to)
{
    return has_any(fold_range(l, from, to), venue_words) || mkcv_journal_is_abbreviated(l->text->s, from, to);
}

struct ranges {
    MKCV_VEC(struct mkcv_range) list;
};

static bool is_break(const char *s, size_t i, size_t *n)
{
    if (!strncmp(s + i, "\xe2\x80\xa8", 3)) return *n = 3, true;
    if (s[i] == '|' || s[i] == '\n') return *n = 1, true;
    return false;
}

/* The stretches of free bytes, cut at line breaks and at the ends of sentences. */
static struct ranges free_ranges(struct mkcv_line *l)
{
    struct ranges out = {.list = {.count = 0}};
    const char *s = l->text->s;
    for (size_t i = 0; i < l->n;) {
        if (l->claim[i] != MKCV_CLAIM_NONE) {
            i++;
            continue;
        }
        size_t to = i, skip = 0;
        while (to < l->n && l->claim[to] == MKCV_CLAIM_NONE && !is_break(s, to, &skip)) to++;
        if (to >= l->n || l->claim[to] != MKCV_CLAIM_NONE) skip = 0;
        for (size_t from = i; from < to;) {
            size_t end = mkcv_reference_sentence_end(s, from, to);
            if (end <= from || end > to) end = to;
            struct mkcv_range r = mkcv_trim(s, (struct mkcv_range){from, end});
            if (r.from < r.to) *MKCV_PUSH(l->reader->arena, &out.list) = r;
            from = end;
        }
        i = to + skip;
    }
    return out;
}

static size_t skip_words(const char *s, struct mkcv_range r)
{
    static const char *const fronts[] = {"in: ",
                                         "in ",
                                         "appeared in ",
                                         "published in ",
                                         "presented at ",
                                         "appears in ",
                                         "accepted by ",
                                         "accepted at ",
                                         "accepted to ",
                                         "accepted in ",
                                         "accepted for publication in ",
                                         "to appear in ",
                                         "submitted to ",
                                         "under review at ",
                                         "at ",
                                         "also in ",
                                         "dans ",
                                         NULL};
    for (const char *const *f = fronts; *f; f++)
        if (r.to - r.from > strlen(*f) && !strncasecmp(s + r.from, *f, strlen(*f))) return strlen(*f);
    return 0;
}

static bool is_dressed(const struct mkcv_line *l, struct mkcv_range r)
{
    for (size_t i = 0; i < l->text->spans.count; i++) {
        const struct mkcv_span *s = &l->text->spans.at[i];
        if ((s->marks & (MKCV_MARK_EMPH | MKCV_MARK_STRONG | MKCV_MARK_CODE)) && s->at < r.to &&
            s->at + s->len > r.from)
            return true;
    }
    return false;
}

/* The part of a range that is set in italics or bold, when part of it is: the venue without its publisher and place. */
static struct mkcv_range dressed_part(const struct mkcv_line *l, struct mkcv_range r)
{
    for (size_t i = 0; i < l->text->spans.count; i++) {
        const struct mkcv_span *s = &l->text->spans.at[i];
        size_t from = s->at > r.from ? s->at : r.from, to = s->at + s->len < r.to ? s->at + s->len : r.to;
        if ((s->marks & MKCV_MARK_EMPH) && from + 3 <= to) return mkcv_trim(l->text->s, (struct mkcv_range){from, to});
    }
    return r;
}

/* "US Patent 1,234,567, issued March 3": what happened to a patent when. */
static bool says_grant(const char *fold)
{
    static const char *const words[] = {"issued ", "filed ", "granted ", "filed", "granted", NULL};
    for (const char *const *w = words; *w; w++)
        if (!strncmp(fold, *w, strlen(*w)) && (strchr(*w, ' ') || !fold[strlen(*w)])) return true;
    return false;
}

/* "Kite Letters, to appear": the name ends before its status. */
static struct mkcv_range cut_status(const struct mkcv_line *l, struct mkcv_range r)
{
    for (size_t i = mkcv_find_outside(l->text->s, r.from, r.to, ","); i < r.to;) {
        size_t next = mkcv_find_outside(l->text->s, i + 1, r.to, ",");
        if (mkcv_publication_status(fold_range(l, i + 1, next)) || says_grant(fold_range(l, i + 1, next)))
            return mkcv_trim(l->text->s, (struct mkcv_range){r.from, i});
        i = next;
    }
    return r;
}

/* "Revise and resubmit, Kite Letters": the bytes before the name. */
static size_t status_before(const struct mkcv_line *l, struct mkcv_range r)
{
    size_t comma = mkcv_find_outside(l->text->s, r.from, r.to, ",");
    if (comma >= r.to || !mkcv_publication_is_status(fold_range(l, r.from, comma))) return 0;
    return comma + 1 - r.from;
}

/* A publisher's bare name is no venue beside one. */
static bool is_publisher(const char *fold)
{
    static const char *const names[] = {"springer",
                                        "elsevier",
                                        "acm",
                                        "ieee",
                                        "wiley",
                                        "mdpi",
                                        "sage",
                                        "ios press",
                                        "aaai press",
                                        "acm press",
                                        "springer nature",
                                        "springer verlag",
                                        "lipics",
                                        "pmlr",
                                        "crc press",
                                        "taylor francis",
                                        "eprint",
                                        "openreview",
                                        "ieee press",
                                        "cambridge university press",
                                        "oxford university press",
                                        "mit press",
                                        "online",
                                        NULL};
    for (const char *const *n = names; *n; n++)
        if (!strcmp(fold, *n)) return true;
    return false;
}

/* "Kite University Press": a publisher's whole name, which may be all that is said of a book. */
static bool is_press(const char *fold)
{
    static const char *const ends[] = {" press", " verlag", " publishers", " publishing", NULL};
    for (const char *const *e = ends; *e; e++)
        if (strlen(fold) > strlen(*e) && !strcmp(fold + strlen(fold) - strlen(*e), *e)) return true;
    return false;
}

/* "**Plant Letters**, 18: 271": a dressed name with its volume behind it is no person's, however it looks. */
static bool is_journal_with_volume(const struct mkcv_line *l, struct mkcv_range r)
{
    size_t at = r.to;
    while (at < l->n && strchr(" ,.", l->text->s[at])) at++;
    return is_dressed(l, r) && l->entry->people.count && at > r.to && at < l->n &&
           isdigit((unsigned char)l->text->s[at]);
}

/* "Jun 12, 2025", "Sept 21": a month and a day, with which no venue's name begins. */
static bool opens_with_day(const struct mkcv_line *l, struct mkcv_range r)
{
    int month;
    size_t end = mkcv_date_month(l->text->s, r.from, r.to, &month), day = mkcv_date_blank(l->text->s, end, r.to);
    return end > r.from && month <= 12 && day < r.to && isdigit((unsigned char)l->text->s[day]);
}

/* "Check our last preprint on arXiv", "written with Bo Wu": words about the work. */
static bool is_told(const struct mkcv_line *l, struct mkcv_range r, const char *fold)
{
    bool lower = islower((unsigned char)l->text->s[r.from]);
    return mkcv_fold_has(fold, "our") || mkcv_fold_has(fold, "my") || (lower && mkcv_fold_has(fold, "with"));
}

static int venue_score(struct mkcv_line *l, struct mkcv_range r, bool after_title)
{
    int words = mkcv_line_free_words(l, r.from, r.to), score = after_title ? 20 : 0;
    unsigned char first = (unsigned char)l->text->s[r.from];
    if (!words || words > 28 || opens_with_day(l, r)) return 0;
    if (first < 0x80 && !isalpha(first) && !(isdigit(first) && mkcv_line_is_venue(l, r.from, r.to))) return 0;
    bool journal = mkcv_line_is_venue(l, r.from, r.to) || (after_title && is_journal_with_volume(l, r));
    if (!journal && mkcv_authors_score(l->reader->arena, l->text, r.from, r.to) >= 60) return 0;
    const char *fold = fold_range(l, r.from, r.to);
    if (mkcv_line_says_legend(fold) || !*fold || is_told(l, r, fold)) return 0;
    bool known = !mkcv_text_is_empty(&l->entry->fields[MKCV_FIELD_ABBR]);
    if (known && mkcv_line_is_label(l->reader->arena, fold)) return 0; /* "ePrint, Springer": links to come */
    if (is_publisher(fold)) return known ? 0 : 41;
    if (mkcv_line_is_venue(l, r.from, r.to)) score += is_press(fold) ? 50 : 100;
    size_t in = skip_words(l->text->s, r);
    if (in) score += 60;
    first = (unsigned char)l->text->s[r.from + in];
    if (is_dressed(l, r)) score += 40;
    if (words <= 12 && (isupper(first) || first >= 0xe3)) score += 20; /* East Asian text has no capitals */
    return score;
}

/* "Oral in Proceedings of ...": what the work was there, and where. */
static struct mkcv_range cut_honor(struct mkcv_line *l, struct mkcv_range r)
{
    static const char *const fronts[] = {"oral in ",   "spotlight in ", "oral at ", "spotlight at ",
                                         "poster at ", "poster in ",    NULL};
    for (const char *const *f = fronts; *f; f++) {
        if (r.to - r.from <= strlen(*f) || strncasecmp(l->text->s + r.from, *f, strlen(*f))) continue;
        size_t word = strcspn(*f, " ");
        const char *honor = mkcv_arena_strndup(l->reader->arena, l->text->s + r.from, word);
        if (**f != 'p') mkcv_publication_add_honor(l->reader, l->entry, honor, mkcv_text_loc(l->text, r.from));
        r.from += strlen(*f);
        break;
    }
    return r;
}

/* A bracket that opens and does not close in the range held what was claimed: the name ends before it. */
static struct mkcv_range cut_open_bracket(const struct mkcv_line *l, struct mkcv_range r)
{
    for (size_t i = r.from; i < r.to; i++)
        if (l->text->s[i] == '(' && !memchr(l->text->s + i, ')', r.to - i))
            return mkcv_trim(l->text->s, (struct mkcv_range){r.from, i});
    return r;
}

/* "Pell, K. (ed.) Optics": what stands behind a book's editors is its name. */
static size_t skip_editors(const struct mkcv_line *l, struct mkcv_range r)
{
    static const char *const marks[] = {"(ed.)", "(eds.)", "(ed)",   "(eds)", "(hrsg.)",
                                        "(hg.)", "(éd.)",  "(éds.)", NULL};
    const char *s = l->text->s;
    for (size_t i = r.from; i < r.to; i++)
        for (const char *const *m = marks; s[i] == '(' && *m; m++)
            if (!strncasecmp(s + i, *m, strlen(*m)) && i + strlen(*m) < r.to) {
                size_t end = i + strlen(*m);
                while (end < r.to && strchr(" ,.:", s[end])) end++;
                return end - r.from;
            }
    return 0;
}

static void set_venue(struct mkcv_line *l, struct mkcv_range r)
{
    struct mkcv_reader *reader = l->reader;
    struct mkcv_venue v;
    r = cut_open_bracket(l, cut_honor(l, r));
    size_t skip = skip_words(l->text->s, r), editors = skip_editors(l, r);
    if (editors) {
        skip = editors;
        l->in_book = true;
    }
    r.from += status_before(l, r);
    struct mkcv_range name = cut_status(l, dressed_part(l, (struct mkcv_range){r.from + skip, r.to}));
    name = mkcv_trim(l->text->s, (struct mkcv_range){name.from + skip_words(l->text->s, name), name.to});
    if (name.from >= name.to) return;
    bool points = memchr(l->text->s + name.from, '.', name.to - name.from) != NULL;
    if (points && l->text->s[name.to] == '.' && mkcv_journal_is_word(l->text->s, name.from, name.to))
        name.to++; /* "Nat. Commun.", but "J Opt" of a style without points */
    char *s = mkcv_arena_strndup(reader->arena, l->text->s + name.from, name.to - name.from);
    const char *fold = mkcv_utf8_fold(reader->arena, s);
    struct mkcv_loc loc = mkcv_text_loc(l->text, name.from);
    if (mkcv_venue_from_label(reader->arena, s, &v)) {
        if (!l->entry->end.year) l->entry->end = (struct mkcv_date){.year = (short)v.year};
        s = mkcv_arena_strdup(reader->arena, v.name);
    }
    if (!strncmp(fold, "arxiv", 5) || !strncmp(fold, "corr abs", 8)) s = mkcv_arena_strdup(reader->arena, "arXiv");
    if (*s) l->entry->fields[MKCV_FIELD_ORG] = mkcv_text_new(reader->arena, s, loc);
    mkcv_line_claim(l, r.from, r.to, MKCV_CLAIM_VENUE);
}

/* Honors and status that stand outside of brackets. */
static void read_loose(struct mkcv_line *l, const struct ranges *free)
{
    for (size_t i = 0; i < free->list.count; i++) {
        struct mkcv_range r = free->list.at[i];
        if (!mkcv_line_is_free(l, r.from, r.to)) continue;
        const char *fold = fold_range(l, r.from, r.to), *status = mkcv_publication_status(fold);
        int words = mkcv_line_free_words(l, r.from, r.to);
        static const char *const prizes[] = {"award", "prize", "nomination", "nominee", "awarded", NULL};
        bool whole = words <= 12 && (has_any(fold, prizes) || (words <= 10 && mkcv_line_says_honor(fold) &&
                                                               !mkcv_line_is_venue(l, r.from, r.to)));
        char *s = mkcv_arena_strndup(l->reader->arena, l->text->s + r.from, r.to - r.from);
        if (whole) {
            mkcv_publication_add_honor(l->reader, l->entry, s, mkcv_text_loc(l->text, r.from));
            mkcv_line_claim(l, r.from, r.to, MKCV_CLAIM_FIGURE);
        } else if (mkcv_line_says_legend(fold)) {
            mkcv_line_add_legend(l, s);
            mkcv_line_claim(l, r.from, r.to, MKCV_CLAIM_FIGURE);
        } else if (status && mkcv_text_is_empty(&l->entry->fields[MKCV_FIELD_STATUS])) {
            mkcv_publication_set(l->reader, l->entry, MKCV_FIELD_STATUS, status, mkcv_text_loc(l->text, r.from));
            if (words <= 2 || mkcv_publication_is_status(fold)) mkcv_line_claim(l, r.from, r.to, MKCV_CLAIM_FIGURE);
        }
    }
}

void mkcv_line_read_venue(struct mkcv_line *l)
{
    struct ranges free = free_ranges(l);
    read_loose(l, &free);
    int best = 39;
    size_t at = free.list.count;
    for (size_t i = 0; i < free.list.count; i++) {
        struct mkcv_range r = free.list.at[i];
        if (!mkcv_line_is_free(l, r.from, r.to)) continue;
        int score = venue_score(l, r, r.from >= l->title.to);
        if (score > best) {
            best = score;
            at = i;
        }
    }
    if (at < free.list.count) set_venue(l, free.list.at[at]);
    struct mkcv_text *org = &l->entry->fields[MKCV_FIELD_ORG], *abbr = &l->entry->fields[MKCV_FIELD_ABBR];
    if (mkcv_text_is_empty(org) && !mkcv_text_is_empty(abbr)) {
        *org = *abbr;
        *abbr = (struct mkcv_text){0};
    }
    if (!mkcv_text_is_empty(org) && !mkcv_text_is_empty(abbr) && !strcmp(org->s, abbr->s))
        *abbr = (struct mkcv_text){0};
}
