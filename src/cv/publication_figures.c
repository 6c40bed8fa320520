/* publication_figures.c - the figures of a reference: year, volume, pages; and what stands in its brackets: status,
 * honors, the venue's short name, the meaning of marks. */
#include "mkcv/buf.h"
#include "mkcv/utf8.h"
#include "publication_line.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const char *const honor_words[] = {"oral",
                                          "spotlight",
                                          "highlight",
                                          "highlighted",
                                          "best paper",
                                          "best student paper",
                                          "best demo",
                                          "outstanding paper",
                                          "distinguished paper",
                                          "honorable mention",
                                          "best poster",
                                          "award",
                                          "nominee",
                                          "nomination",
                                          "finalist",
                                          "runner up",
                                          "top 5",
                                          "notable",
                                          "invited paper",
                                          "cover article",
                                          "cover paper",
                                          "esi highly cited",
                                          "highly cited",
                                          "prize",
                                          "downloaded paper",
                                          "most cited",
                                          NULL};
static const char *const legend_words[] = {"equal contribution",
                                           "equal contributions",
                                           "equally",
                                           "contributed equally",
                                           "corresponding author",
                                           "corresponding authors",
                                           "co first",
                                           "joint first",
                                           "alphabetical order",
                                           NULL};
static const char *const rank_words[] = {
    "ccf a",         "ccf b",  "ccf c",           "ccf",         "if", "sci", "jcr", "q1", "q2",
    "impact factor", "core a", "acceptance rate", "accept rate", "ei", "esi", NULL};
static bool has_any(const char *fold, const char *const *list)
{
    for (; *list; list++)
        if (mkcv_fold_has(fold, *list)) return true;
    return false;
}

bool mkcv_line_says_honor(const char *folded) { return has_any(folded, honor_words); }

bool mkcv_line_says_legend(const char *folded) { return has_any(folded, legend_words); }

const char *mkcv_publication_status(const char *fold)
{
    static const struct {
        const char *phrase, *status;
    } forms[] = {{"to appear", "in-press"},
                 {"in press", "in-press"},
                 {"forthcoming", "in-press"},
                 {"accepted", "accepted"},
                 {"under review", "under-review"},
                 {"in review", "under-review"},
                 {"under revision", "under-review"},
                 {"minor revision", "under-review"},
                 {"major revision", "under-review"},
                 {"submitted", "submitted"},
                 {"in preparation", "in-preparation"},
                 {"working paper", "in-preparation"},
                 {"published", "published"},
                 {"\xe5\xb7\xb2\xe6\x8e\xa5\xe6\x94\xb6", "accepted"},
                 {"a paraitre", "in-press"},
                 {"im druck", "in-press"}};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (mkcv_fold_has(fold, forms[i].phrase)) return forms[i].status;
    return NULL;
}

static bool is_year(const char *s, size_t at, size_t n)
{
    if (at + 4 > n || strspn(s + at, "0123456789") != 4) return false;
    if (at > 0 && (isalnum((unsigned char)s[at - 1]) || s[at - 1] == '.' || s[at - 1] == '/')) return false;
    return (s[at] == '1' && s[at + 1] == '9' && s[at + 2] >= '4') ||
           (s[at] == '2' && s[at + 1] == '0' && s[at + 2] <= '4');
}

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
    bool years = a == 4 && (b == 4 || b == 2) && is_year(s, at, l->n);
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

/* "vol. 54": the word at `at` and the value behind it. */
static bool read_named(struct mkcv_line *l, size_t at, const char *const *words, enum mkcv_field f)
{
    const char *s = l->text->s;
    for (const char *const *w = words; *w; w++) {
        size_t n = strlen(*w);
        if (strncasecmp(s + at, *w, n) || isalpha((unsigned char)s[at + n])) continue;
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
        return true;
    }
    return false;
}

/* "012345", "e0249999", "L12" at `at`: the number that an article has in place of pages, with the work's year or
 * nothing more behind it. Its end, or 0. */
static size_t article_end(struct mkcv_line *l, size_t at)
{
    const char *s = l->text->s;
    size_t letter = isalpha((unsigned char)s[at]) != 0, digits = strspn(s + at + letter, "0123456789");
    size_t end = at + letter + digits;
    if (!digits || digits > 8 || end > l->n || (letter && digits < 2)) return 0;
    size_t next = end + strspn(s + end, " ");
    if (s[next] == '(' && is_year(s, next + 1, l->n)) return end;
    if (!letter && digits < 5) return 0;
    return next >= l->n || strchr(".,;", s[next]) ? end : 0;
}

/* Nothing but a number's own separators stands between: "12, no. 2", "12 (2019)", "12, 101-119", "12, 012345 (2019)".
 */
static bool is_before_figures(struct mkcv_line *l, size_t end)
{
    const char *s = l->text->s;
    size_t at = end + strspn(s + end, " ");
    if (s[at] == '(') return is_year(s, at + 1, l->n) && s[at + 5] == ')';
    if (s[at] != ',') return false;
    at += 1 + strspn(s + at + 1, " ");
    return !strncasecmp(s + at, "no.", 3) || !strncasecmp(s + at, "issue", 5) || pages_end(l, at, false) > at ||
           article_end(l, at);
}

/* ", 012345" behind a volume that ends at `from`. */
static void read_article(struct mkcv_line *l, size_t from)
{
    size_t at = from + strspn(l->text->s + from, " ,:"), end = at > from ? article_end(l, at) : 0;
    if (!end || is_year(l->text->s, at, l->n)) return;
    set(l, MKCV_FIELD_PAGES, at, end);
    mkcv_line_claim(l, from, end, MKCV_CLAIM_FIGURE);
}

/* "7, no. 2 (2019)", "12 (2019) 45-60", "9.3 (2018)": a number behind the venue's name is its volume. */
static void read_bare_volume(struct mkcv_line *l, size_t at)
{
    const char *s = l->text->s;
    size_t end = at + strspn(s + at, "0123456789"), issue = end;
    if (end - at > 3 || at < 2 || at <= l->title.to || s[at - 1] != ' ') return;
    if (!isalpha((unsigned char)s[at - 2]) && !strchr(",.", s[at - 2]) && (unsigned char)s[at - 2] < 0x80) return;
    if (s[end] == '.' && isdigit((unsigned char)s[end + 1])) issue = end + 1 + strspn(s + end + 1, "0123456789");
    if (issue > l->n || !is_before_figures(l, issue)) return;
    set(l, MKCV_FIELD_VOLUME, at, end);
    if (issue > end) set(l, MKCV_FIELD_NUMBER, end + 1, issue);
    mkcv_line_claim(l, at, issue, MKCV_CLAIM_FIGURE);
    read_article(l, issue);
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
    if (issue && (s[issue_end] != ')' || is_year(s, open + 1, l->n))) issue = false;
    size_t behind = issue ? issue_end + 1 : end;
    bool colon = s[behind] == ':' || (s[behind] == ' ' && s[behind + 1] == ':');
    if (!issue && !colon) return;
    set(l, MKCV_FIELD_VOLUME, at, end);
    if (issue) set(l, MKCV_FIELD_NUMBER, open + 1, issue_end);
    mkcv_line_claim(l, at, behind, MKCV_CLAIM_FIGURE);
    size_t from = behind + strspn(s + behind, " :,");
    if (from < l->n && isalpha((unsigned char)s[from])) read_article(l, behind);
    if (from >= l->n || from == behind || !isdigit((unsigned char)s[from]) || is_year(s, from, l->n)) return;
    size_t to = pages_end(l, from, true);
    if (to > l->n) return;
    set_pages(l, from, to);
    mkcv_line_claim(l, behind, to, MKCV_CLAIM_FIGURE);
}

static void read_numbers(struct mkcv_line *l)
{
    static const char *const volumes[] = {"volume", "vol", "bd", "band", NULL};
    static const char *const issues[] = {"number", "no", "issue", "nr", "n\xc2\xb0", NULL};
    static const char *const pages[] = {"pages",   "page", "pp",         "p",     "seiten",
                                        "article", "art",  "article no", "paper", NULL};
    const char *s = l->text->s;
    for (size_t i = 0; i < l->n; i++) {
        if (l->claim[i] != MKCV_CLAIM_NONE || (i > 0 && isalnum((unsigned char)s[i - 1]))) continue;
        if (i > 1 && s[i - 1] == '-' && isdigit((unsigned char)s[i - 2])) continue; /* "2022-05-06" */
        if (isalpha((unsigned char)s[i])) {
            if (!read_named(l, i, volumes, MKCV_FIELD_VOLUME) && !read_named(l, i, issues, MKCV_FIELD_NUMBER))
                read_named(l, i, pages, MKCV_FIELD_PAGES);
        } else if (isdigit((unsigned char)s[i])) {
            read_volume(l, i);
            if (l->claim[i] == MKCV_CLAIM_NONE) read_bare_volume(l, i);
            size_t end = l->claim[i] == MKCV_CLAIM_NONE ? pages_end(l, i, false) : 0;
            if (!end || end > l->n) continue;
            set_pages(l, i, end);
            mkcv_line_claim(l, i, end, MKCV_CLAIM_FIGURE);
        }
    }
}

static int month_before(const struct mkcv_line *l, size_t at, size_t *from)
{
    static const char *const names[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                        "jul", "aug", "sep", "oct", "nov", "dec"};
    const char *s = l->text->s;
    size_t end = at;
    while (end > 0 && strchr(" .,", s[end - 1])) end--;
    size_t start = end;
    while (start > 0 && isalpha((unsigned char)s[start - 1])) start--;
    if (end - start < 3 || end - start > 9) return 0;
    for (int m = 0; m < 12; m++)
        if (!strncasecmp(s + start, names[m], 3) && l->claim[start] == MKCV_CLAIM_NONE) {
            *from = start;
            return m + 1;
        }
    return 0;
}

/* The last year that stands free is the work's; the others are left to the venue's name ("IPDPS 2024"). */
static void read_year(struct mkcv_line *l)
{
    const char *s = l->text->s;
    size_t found = l->n, bracketed = l->n;
    for (size_t i = 0; i + 4 <= l->n; i++) {
        if (l->claim[i] != MKCV_CLAIM_NONE || !is_year(s, i, l->n)) continue;
        found = i;
        if (i > 0 && s[i - 1] == '(' && s[i + 4] == ')' && bracketed == l->n) bracketed = i;
    }
    if (found == l->n) return;
    if (bracketed < l->n && l->title.to && bracketed < l->title.from) found = bracketed;
    size_t from = found;
    if (!l->entry->end.year || !l->entry->end.month) {
        struct mkcv_date d = {.year = (short)((s[found] - '0') * 1000 + (s[found + 1] - '0') * 100 +
                                              (s[found + 2] - '0') * 10 + s[found + 3] - '0')};
        d.month = (signed char)month_before(l, found, &from);
        if (!l->entry->end.year || d.month) l->entry->end = d;
    }
    /* "Proceedings of the 2022 Conference": the year is part of the name */
    bool named = from == found && found >= 4 && !strncmp(s + found - 4, "the ", 4) && s[found + 4] == ' ' &&
                 isupper((unsigned char)s[found + 5]);
    if (!named) mkcv_line_claim(l, from, found + 4, MKCV_CLAIM_FIGURE);
}

void mkcv_line_add_legend(struct mkcv_line *l, const char *s)
{
    struct mkcv_cv *cv = l->reader->cv;
    struct mkcv_arena *a = l->reader->arena;
    size_t n = 0;
    s += strspn(s, " \\(");
    while (s[n] && s[n] != ' ' && !isalnum((unsigned char)s[n]) && n < 8) n++;
    char *mark = mkcv_arena_strndup(a, s, n);
    const char *text = s + n + strspn(s + n, " :=");
    if (!n || !cv || !*text) return;
    for (size_t i = 0; i < cv->legend.count; i++)
        if (!strcmp(cv->legend.at[i].mark, mark)) return;
    size_t k = strlen(text);
    while (k && strchr(" .)", text[k - 1])) k--;
    *MKCV_PUSH(a, &cv->legend) = (struct mkcv_legend){.mark = mark, .text = mkcv_arena_strndup(a, text, k)};
}

static bool is_acronym(const char *s)
{
    size_t n = strlen(s), upper = 0;
    for (const char *p = s; *p; p++) upper += isupper((unsigned char)*p) != 0;
    return n >= 2 && n <= 20 && upper >= 2 && upper * 2 >= n - (size_t)(strchr(s, ' ') != NULL) &&
           mkcv_venue_is_short(s);
}

/* What stands in brackets, by its words. */
static bool read_bracket(struct mkcv_line *l, size_t from, size_t to)
{
    struct mkcv_arena *a = l->reader->arena;
    struct mkcv_reader *r = l->reader;
    char *s = mkcv_arena_strndup(a, l->text->s + from, to - from);
    const char *fold = mkcv_utf8_fold(a, s), *status = mkcv_publication_status(fold);
    struct mkcv_loc loc = mkcv_text_loc(l->text, from);
    struct mkcv_venue v;
    bool labelled =
        mkcv_venue_from_label(a, s, &v) && strlen(v.name) <= 30 && !has_any(mkcv_utf8_fold(a, v.name), honor_words);
    if (has_any(fold, legend_words)) {
        mkcv_line_add_legend(l, s);
    } else if (!labelled && has_any(fold, honor_words)) {
        mkcv_publication_add_honor(r, l->entry, s, loc);
    } else if (has_any(fold, rank_words)) {
        mkcv_publication_set(r, l->entry, MKCV_FIELD_NOTE, s, loc);
    } else if (!labelled && status && strlen(s) < 60) {
        size_t digits = strcspn(s, "12");
        if (!l->entry->end.year && is_year(s, digits, strlen(s)))
            l->entry->end = (struct mkcv_date){.year = (short)atoi(s + digits)};
        if (mkcv_text_is_empty(&l->entry->fields[MKCV_FIELD_STATUS]))
            mkcv_publication_set(r, l->entry, MKCV_FIELD_STATUS, status, loc);
    } else if (labelled) {
        if (v.honors) mkcv_publication_add_honor(r, l->entry, v.honors, loc);
        if (mkcv_text_is_empty(&l->entry->fields[MKCV_FIELD_ABBR]))
            mkcv_publication_set(r, l->entry, MKCV_FIELD_ABBR, v.name, loc);
        if (!l->entry->end.year) l->entry->end = (struct mkcv_date){.year = (short)v.year};
    } else if (is_acronym(s)) {
        if (mkcv_text_is_empty(&l->entry->fields[MKCV_FIELD_ABBR]))
            mkcv_publication_set(r, l->entry, MKCV_FIELD_ABBR, s, loc);
    } else {
        return false;
    }
    return true;
}

static void read_brackets(struct mkcv_line *l)
{
    const char *s = l->text->s;
    for (size_t i = 0; i < l->n; i++) {
        if ((s[i] != '(' && s[i] != '[') || l->claim[i] != MKCV_CLAIM_NONE) continue;
        size_t end = i + 1 + strcspn(s + i + 1, s[i] == '(' ? "()" : "[]");
        if (end >= l->n || (s[end] != ')' && s[end] != ']') || !mkcv_line_is_free(l, i, end)) continue;
        if (read_bracket(l, i + 1, end)) mkcv_line_claim(l, i, end + 1, MKCV_CLAIM_FIGURE);
    }
}

void mkcv_line_read_figures(struct mkcv_line *l)
{
    read_brackets(l);
    read_numbers(l);
    read_year(l);
}
