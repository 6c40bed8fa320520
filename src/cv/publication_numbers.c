/* publication_numbers.c - volume, number and pages of a reference, by their words, their units or their place. */
#include "mkcv/buf.h"
#include "publication_line.h"
#include <ctype.h>
#include <string.h>

/* A dash of pages: - – — − ~ ∼, once or twice; its length. */
static size_t dash_at(const char *s)
{
    static const char *const dashes[] = {"--",           "-", "\xe2\x80\x93", "\xe2\x80\x94",
                                         "\xe2\x88\x92", "~", "\xe2\x88\xbc", NULL};
    size_t blank = strspn(s, " ");
    for (const char *const *d = dashes; *d; d++)
        if (!strncmp(s + blank, *d, strlen(*d))) {
            size_t n = blank + strlen(*d);
            while (s[n] == ' ' || s[n] == '-') n++;
            return n;
        }
    return 0;
}

static void set(struct mkcv_line *l, enum mkcv_field f, size_t from, size_t to)
{
    if (!mkcv_text_is_empty(&l->entry->fields[f])) return;
    char *s = mkcv_arena_strndup(l->reader->arena, l->text->s + from, to - from);
    mkcv_publication_set(l->reader, l->entry, f, s, mkcv_text_loc(l->text, from));
}

/* "1547–1559" without blanks, with an en dash, at `at`; gives its end or 0. Two years are no pages. */
static size_t pages_end(struct mkcv_line *l, size_t at, bool named)
{
    const char *s = l->text->s;
    size_t a = strspn(s + at, "0123456789:eE"), dash = a ? dash_at(s + at + a) : 0;
    if (!dash) return named && a ? at + a : 0;
    size_t b = strspn(s + at + a + dash, "0123456789:eE");
    if (!b) return 0;
    bool years = a == 4 && (b == 4 || b == 2) && mkcv_line_is_year(s, at, l->n);
    return years && !named ? 0 : at + a + dash + b;
}

static void set_pages(struct mkcv_line *l, size_t from, size_t to)
{
    struct mkcv_buf b;
    mkcv_buf_init(&b, l->reader->arena);
    size_t a = strspn(l->text->s + from, "0123456789:eE"), dash = from + a < to ? dash_at(l->text->s + from + a) : 0;
    mkcv_buf_put(&b, l->text->s + from, a);
    if (dash) {
        mkcv_buf_puts(&b, "\xe2\x80\x93");
        mkcv_buf_put(&b, l->text->s + from + a + dash, to - from - a - dash);
    }
    if (mkcv_text_is_empty(&l->entry->fields[MKCV_FIELD_PAGES]))
        mkcv_publication_set(l->reader, l->entry, MKCV_FIELD_PAGES, b.s, mkcv_text_loc(l->text, from));
}

/* "012345", "e0249999", "L12" at `at`: the number that an article has in place of pages, with the work's year or
 * nothing more behind it. Its end, or 0. */
static size_t article_end(struct mkcv_line *l, size_t at)
{
    const char *s = l->text->s;
    size_t letter = isalpha((unsigned char)s[at]) != 0, digits = strspn(s + at + letter, "0123456789");
    size_t end = at + letter + digits;
    size_t code = letter && digits == 4 ? strspn(s + end, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") : 0; /* "e2022KL098765" */
    size_t serial = code == 2 ? strspn(s + end + 2, "0123456789") : 0;
    if (serial > 3) return end + 2 + serial <= l->n ? end + 2 + serial : 0;
    if (!digits || digits > 8 || end > l->n || (letter && digits < 2)) return 0;
    size_t next = end + strspn(s + end, " ");
    if (s[next] == '(' && mkcv_line_is_year(s, next + 1, l->n)) return end;
    if (!letter && digits < 5) return 0;
    return next >= l->n || strchr(".,;", s[next]) ? end : 0;
}

/* ", 012345" behind a volume that ends at `from`. */
static void read_article(struct mkcv_line *l, size_t from)
{
    size_t at = from + strspn(l->text->s + from, " ,:"), end = at > from ? article_end(l, at) : 0;
    if (!end || mkcv_line_is_year(l->text->s, at, l->n)) return;
    set(l, MKCV_FIELD_PAGES, at, end);
    mkcv_line_claim(l, from, end, MKCV_CLAIM_FIGURE);
}

/* "(2019)", "(March 2019)", "(April 1, 2021)" at `at`: its end, or 0. */
static size_t time_end(const struct mkcv_line *l, size_t at)
{
    const char *s = l->text->s;
    size_t n = s[at] == '(' ? strcspn(s + at + 1, "()") : 0, close = at + 1 + n;
    if (n < 4 || n > 24 || close >= l->n || s[close] != ')' || !mkcv_line_is_year(s, close - 4, l->n)) return 0;
    struct mkcv_when w;
    bool whole =
        n == 4 || (mkcv_when_find(l->reader->arena, s, at + 1, close, &w) && w.from == at + 1 && w.to == close);
    return whole ? close + 1 : 0;
}

/* "34 (2019) 101", "34 (May 1, 2019): e399": the page where it starts, or the article's number. */
static void read_page_behind_year(struct mkcv_line *l, size_t volume)
{
    const char *s = l->text->s;
    size_t time = time_end(l, volume + strspn(s + volume, " "));
    if (!time || time >= l->n) return;
    bool colon = s[time] == ':';
    size_t at = time + colon + strspn(s + time + colon, " ");
    size_t digits = strspn(s + at, "0123456789"), end = digits && digits <= 6 ? at + digits : 0;
    if (colon && isalpha((unsigned char)s[at])) end = article_end(l, at);
    if (!end || end > l->n || (s[end] && !strchr(" .,;", s[end])) || pages_end(l, at, false)) return;
    set(l, MKCV_FIELD_PAGES, at, end);
    mkcv_line_claim(l, colon ? time : at, end, MKCV_CLAIM_FIGURE);
}

/* "vol. 54": the word at `at` and the value behind it. */
static bool read_named(struct mkcv_line *l, size_t at, const char *const *words, enum mkcv_field f)
{
    const char *s = l->text->s;
    for (const char *const *w = words; *w; w++) {
        size_t n = strlen(*w);
        if (strncasecmp(s + at, *w, n) || isalpha((unsigned char)s[at + n])) continue;
        if (n == 1 && (s[at + 1] != '.' || (**w == 's' && strncmp(s + at, "S. ", 3) != 0))) continue; /* "S&P 2018" */
        bool series =
            n == 5 && at > 8 && (!strncasecmp(s + at - 8, "working ", 8) || !strncasecmp(s + at - 8, "cussion ", 8));
        if (series && !strncasecmp(s + at, "paper", 5)) continue; /* "Discussion Paper 14555" is a venue */
        size_t from = at + n + strspn(s + at + n, ". :");
        if (!isalnum((unsigned char)s[from]) ||
            (isalpha((unsigned char)s[from]) && !isdigit((unsigned char)s[from + 1])))
            continue;
        size_t to = f == MKCV_FIELD_PAGES ? pages_end(l, from, true)
                                          : from + strspn(s + from, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-");
        if (to <= from || to > l->n) continue;
        if (f == MKCV_FIELD_PAGES)
            set_pages(l, from, to);
        else
            set(l, f, from, to);
        mkcv_line_claim(l, at, to, MKCV_CLAIM_FIGURE);
        if (f == MKCV_FIELD_NUMBER) {
            read_article(l, to);
            read_page_behind_year(l, to);
        }
        return true;
    }
    return false;
}

/* Nothing but a number's own separators stands between: "12, no. 2", "12 (2019)", "12, 101-119", "12, 012345 (2019)".
 */
static bool is_before_figures(struct mkcv_line *l, size_t end)
{
    const char *s = l->text->s;
    size_t at = end + strspn(s + end, " ");
    if (s[at] == '(') return time_end(l, at) > 0;
    if (s[at] != ',') return false;
    at += 1 + strspn(s + at + 1, " ");
    if (at < l->n && l->claim[at] == MKCV_CLAIM_LINK) return true; /* "Kite Letters, 134, doi" */
    if (!strncasecmp(s + at, "pp", 2) || !strncasecmp(s + at, "p. ", 3) || !strncmp(s + at, "S. ", 3)) return true;
    return !strncasecmp(s + at, "no.", 3) || !strncasecmp(s + at, "issue", 5) || pages_end(l, at, false) > at ||
           article_end(l, at);
}

/* "Chapter 15, pp. 3-9": a part of a book, no volume. */
static bool is_chapter(const char *s, size_t at)
{
    static const char *const words[] = {"chapter ",  "ch. ",  "kapitel ", "chapitre ",
                                        "capitulo ", "cap. ", "kap. ",    NULL};
    for (const char *const *w = words; *w; w++) {
        size_t n = strlen(*w);
        if (at >= n && !strncasecmp(s + at - n, *w, n)) return true;
    }
    return false;
}

/* "7, no. 2 (2019)", "12 (2019) 45-60", "9.3 (2018)": a number behind the venue's name is its volume. */
static void read_bare_volume(struct mkcv_line *l, size_t at)
{
    const char *s = l->text->s;
    size_t end = at + strspn(s + at, "0123456789"), issue = end;
    if (end - at > 3 || at < 2 || at <= l->title.to || s[at - 1] != ' ' || is_chapter(s, at)) return;
    if (!isalpha((unsigned char)s[at - 2]) && !strchr(",.", s[at - 2]) && (unsigned char)s[at - 2] < 0x80) return;
    if (s[end] == '.' && isdigit((unsigned char)s[end + 1])) issue = end + 1 + strspn(s + end + 1, "0123456789");
    if (issue > l->n || !is_before_figures(l, issue)) return;
    set(l, MKCV_FIELD_VOLUME, at, end);
    if (issue > end) set(l, MKCV_FIELD_NUMBER, end + 1, issue);
    mkcv_line_claim(l, at, issue, MKCV_CLAIM_FIGURE);
    read_article(l, issue);
    read_page_behind_year(l, issue);
}

/* "12:3, 45-67": where the pages behind a number that ends at `at` start, or 0. */
static size_t pages_behind(struct mkcv_line *l, size_t at)
{
    size_t next = at + strspn(l->text->s + at, " ,");
    return next > at && next < l->n && pages_end(l, next, false) ? next : 0;
}

/* "48(6)" with a colon or comma and pages or an article number behind. */
static void read_volume(struct mkcv_line *l, size_t at)
{
    const char *s = l->text->s;
    size_t digits = strspn(s + at, "0123456789"), end = at + digits;
    if (digits > 4 || (digits == 4 && (s[at] == '1' || s[at] == '2') && (s[at + 1] == '9' || s[at + 1] == '0'))) return;
    size_t open = end + strspn(s + end, " ");
    bool issue = s[open] == '(' && isdigit((unsigned char)s[open + 1]);
    size_t issue_end = issue ? open + 1 + strspn(s + open + 1, "0123456789-/") : 0;
    if (issue && (s[issue_end] != ')' || mkcv_line_is_year(s, open + 1, l->n))) issue = false;
    size_t behind = issue ? issue_end + 1 : end;
    bool colon = s[behind] == ':' || (s[behind] == ' ' && s[behind + 1] == ':');
    if (!issue && !colon) return;
    set(l, MKCV_FIELD_VOLUME, at, end);
    if (issue) set(l, MKCV_FIELD_NUMBER, open + 1, issue_end);
    mkcv_line_claim(l, at, behind, MKCV_CLAIM_FIGURE);
    size_t from = behind + strspn(s + behind, " :,");
    if (from < l->n && isalpha((unsigned char)s[from])) read_article(l, behind);
    if (from >= l->n || from == behind || !isdigit((unsigned char)s[from])) return;
    size_t to = pages_end(l, from, true);
    bool range = to > from + strspn(s + from, "0123456789"); /* "25(6): 1941-1956" is no time */
    if (to > l->n || (mkcv_line_is_year(s, from, l->n) && !(issue && range))) return;
    size_t pages = issue ? 0 : pages_behind(l, to);
    if (pages && strspn(s + from, "0123456789") == to - from) {
        set(l, MKCV_FIELD_NUMBER, from, to);
        from = pages;
        to = pages_end(l, from, false);
    }
    set_pages(l, from, to);
    mkcv_line_claim(l, behind, to, MKCV_CLAIM_FIGURE);
}

/* "第12巻第3号", "제12권 제3호": East Asian figures say behind the number what it is. */
static bool read_unit(struct mkcv_line *l, size_t at)
{
    static const struct {
        const char *unit;
        enum mkcv_field field;
    } units[] = {{"巻", MKCV_FIELD_VOLUME}, {"卷", MKCV_FIELD_VOLUME}, {"권", MKCV_FIELD_VOLUME},
                 {"号", MKCV_FIELD_NUMBER}, {"號", MKCV_FIELD_NUMBER}, {"期", MKCV_FIELD_NUMBER},
                 {"호", MKCV_FIELD_NUMBER}};
    const char *s = l->text->s;
    size_t end = at + strspn(s + at, "0123456789"), unit = end + strspn(s + end, " ");
    for (size_t i = 0; end - at < 4 && i < sizeof units / sizeof *units; i++) {
        if (strncmp(s + unit, units[i].unit, 3) != 0) continue;
        size_t from = at;
        while (from > 0 && s[from - 1] == ' ') from--;
        bool ordinal = from >= 3 && (!strncmp(s + from - 3, "第", 3) || !strncmp(s + from - 3, "제", 3));
        set(l, units[i].field, at, end);
        mkcv_line_claim(l, ordinal ? from - 3 : at, unit + 3, MKCV_CLAIM_FIGURE);
        return true;
    }
    return false;
}

/* "ISBN 978-3-16-148410-0" is no range of pages. */
static bool skip_book_number(struct mkcv_line *l, size_t at)
{
    const char *s = l->text->s;
    if (strncasecmp(s + at, "isbn", 4) != 0 && strncasecmp(s + at, "issn", 4) != 0) return false;
    size_t end = at + 4 + strspn(s + at + 4, "0123456789-Xx: ");
    while (s[end - 1] == ' ') end--;
    if (end > l->n || end < at + 12) return false;
    mkcv_line_claim(l, at, end, MKCV_CLAIM_FIGURE);
    return true;
}

/* "October 25-30": days, no pages. */
static bool is_behind_month(const char *s, size_t at)
{
    static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec"};
    size_t end = at;
    while (end > 0 && strchr(" .", s[end - 1])) end--;
    size_t start = end;
    while (start > 0 && isalpha((unsigned char)s[start - 1])) start--;
    if (end == at || end - start < 3 || end - start > 9) return false;
    for (size_t m = 0; m < sizeof months / sizeof *months; m++)
        if (!strncasecmp(s + start, months[m], 3)) return true;
    return false;
}

void mkcv_line_read_numbers(struct mkcv_line *l)
{
    static const char *const volumes[] = {"volume", "vol", "bd", "band", "jg", "jahrgang", "v", NULL};
    static const char *const issues[] = {"number", "no",        "issue", "nr",        "heft",
                                         "h",      "n\xc2\xb0", "n",     "n\xc2\xba", NULL};
    static const char *const pages[] = {"pages",   "page", "pp",         "p",     "seiten", "págs", "pág",
                                        "article", "art",  "article no", "paper", "s",      NULL};
    const char *s = l->text->s;
    for (size_t i = 0; i < l->n; i++) {
        if (l->claim[i] != MKCV_CLAIM_NONE || (i > 0 && isalnum((unsigned char)s[i - 1]))) continue;
        if (i > 1 && s[i - 1] == '-' && isdigit((unsigned char)s[i - 2])) continue; /* "2022-05-06" */
        if (isalpha((unsigned char)s[i])) {
            if (skip_book_number(l, i)) continue;
            if (!read_named(l, i, volumes, MKCV_FIELD_VOLUME) && !read_named(l, i, issues, MKCV_FIELD_NUMBER))
                read_named(l, i, pages, MKCV_FIELD_PAGES);
        } else if (isdigit((unsigned char)s[i])) {
            if (read_unit(l, i)) continue;
            read_volume(l, i);
            if (l->claim[i] == MKCV_CLAIM_NONE) read_bare_volume(l, i);
            size_t end = l->claim[i] == MKCV_CLAIM_NONE && !is_behind_month(s, i) ? pages_end(l, i, false) : 0;
            if (!end || end > l->n) continue;
            set_pages(l, i, end);
            mkcv_line_claim(l, i, end, MKCV_CLAIM_FIGURE);
        }
    }
}

void mkcv_publication_split_venue(struct mkcv_reader *r, struct mkcv_entry *e)
{
    struct mkcv_text org = e->fields[MKCV_FIELD_ORG];
    struct mkcv_entry found = {.kind = e->kind};
    struct mkcv_line l = {.reader = r, .entry = &found, .text = &org, .n = mkcv_text_length(&org)};
    if (!l.n || l.n > 600) return;
    l.claim = mkcv_arena_alloc(r->arena, l.n + 1);
    memset(l.claim, MKCV_CLAIM_NONE, l.n);
    mkcv_line_read_numbers(&l);
    size_t name = mkcv_line_first_claimed(&l, 0);
    for (size_t i = name; i + 4 <= l.n; i++)
        if (l.claim[i] == MKCV_CLAIM_NONE && mkcv_line_is_year(org.s, i, l.n))
            mkcv_line_claim(&l, i, i + 4, MKCV_CLAIM_FIGURE);
    struct mkcv_range cut = mkcv_trim(org.s, (struct mkcv_range){0, name});
    if (name == l.n || cut.from >= cut.to || mkcv_line_free_words(&l, name, l.n)) return;
    static const enum mkcv_field figures[] = {MKCV_FIELD_VOLUME, MKCV_FIELD_NUMBER, MKCV_FIELD_PAGES};
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        if (mkcv_text_is_empty(&e->fields[figures[i]])) e->fields[figures[i]] = found.fields[figures[i]];
    e->fields[MKCV_FIELD_ORG] = mkcv_text_slice(r->arena, &org, cut.from, cut.to);
}
