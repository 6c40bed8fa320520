/* publication_figures.c - the year of a reference and what stands in its brackets: status, honors, the venue's short
 * name, the meaning of marks. Volume and pages are publication_numbers.c's. */
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

/* Folded phrases. */
static const struct {
    const char *phrase, *status;
} statuses[] = {{"to appear", "in-press"},
                {"in press", "in-press"},
                {"forthcoming", "in-press"},
                {"accepted", "accepted"},
                {"under review", "under-review"},
                {"in review", "under-review"},
                {"under revision", "under-review"},
                {"revise and resubmit", "under-review"},
                {"revise resubmit", "under-review"},
                {"r r", "under-review"},
                {"minor revision", "under-review"},
                {"major revision", "under-review"},
                {"submitted", "submitted"},
                {"in preparation", "in-preparation"},
                {"working paper", "in-preparation"},
                {"published", "published"},
                {"\xe5\xb7\xb2\xe6\x8e\xa5\xe6\x94\xb6", "accepted"},
                {"a paraitre", "in-press"},
                {"im druck", "in-press"}};

const char *mkcv_publication_status(const char *fold)
{
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
        if (mkcv_fold_has(fold, statuses[i].phrase)) return statuses[i].status;
    return NULL;
}

bool mkcv_publication_is_status(const char *fold)
{
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
        if (!strcmp(fold, statuses[i].phrase)) return true;
    return false;
}

bool mkcv_line_is_year(const char *s, size_t at, size_t n)
{
    if (at + 4 > n || strspn(s + at, "0123456789") != 4) return false;
    if (at > 0 && (isalnum((unsigned char)s[at - 1]) || s[at - 1] == '.' || s[at - 1] == '/')) return false;
    return (s[at] == '1' && s[at + 1] == '9' && s[at + 2] >= '4') ||
           (s[at] == '2' && s[at + 1] == '0' && s[at + 2] <= '4');
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

/* "12.03." before the year at `at`: where it begins, and its month; `at` when there is none. */
static size_t day_before(const char *s, size_t at, int *month)
{
    size_t i = at, dots = 0;
    int number = 0, unit = 1;
    while (i > 0 && at - i < 6 && (isdigit((unsigned char)s[i - 1]) || s[i - 1] == '.')) {
        i--;
        if (s[i] == '.') {
            if (dots++ == 1) *month = number;
            number = 0, unit = 1;
        } else {
            number += unit * (s[i] - '0');
            unit *= 10;
        }
    }
    return dots == 2 && *month >= 1 && *month <= 12 && number >= 1 && number <= 31 ? i : at;
}

/* The last year that stands free is the work's; the others are left to the venue's name ("IPDPS 2024"). */
static void read_year(struct mkcv_line *l)
{
    const char *s = l->text->s;
    size_t found = l->n, bracketed = l->n;
    for (size_t i = 0; i + 4 <= l->n; i++) {
        int month;
        bool dated = i > 0 && s[i - 1] == '.' && mkcv_line_is_year(s + i, 0, l->n - i) && day_before(s, i, &month) < i;
        if (l->claim[i] != MKCV_CLAIM_NONE || (!dated && !mkcv_line_is_year(s, i, l->n))) continue;
        found = i;
        if (i > 0 && s[i - 1] == '(' && s[i + 4] == ')' && bracketed == l->n) bracketed = i;
    }
    if (found == l->n) return;
    if (bracketed < l->n && l->title.to && bracketed < l->title.from) found = bracketed;
    size_t from = found;
    if (!l->entry->end.year || !l->entry->end.month) {
        struct mkcv_date d = {.year = (short)((s[found] - '0') * 1000 + (s[found + 1] - '0') * 100 +
                                              (s[found + 2] - '0') * 10 + s[found + 3] - '0')};
        int month = 0;
        from = day_before(s, found, &month);
        if (from == found) month = month_before(l, found, &from);
        d.month = (signed char)month;
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

const char *mkcv_publication_kind(struct mkcv_arena *a, const char *s, size_t n)
{
    static const struct {
        const char *words, *type;
    } kinds[] = {{"data set", "dataset"},   {"dataset", "dataset"},           {"computer software", "software"},
                 {"software", "software"},  {"computer program", "software"}, {"software package", "software"},
                 {"r package", "software"}, {"python package", "software"}};
    const char *fold = n < 40 ? mkcv_utf8_fold(a, mkcv_arena_strndup(a, s, n)) : "";
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (!strcmp(fold, kinds[i].words)) return kinds[i].type;
    return NULL;
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
    const char *kind = mkcv_publication_kind(a, s, to - from);
    struct mkcv_when when;
    bool dated = labelled && mkcv_when_find(a, s, 0, to - from, &when) && when.from == 0 && when.to == to - from;
    if (dated) {
        return false; /* "(April 1, 2021)" is no short name */
    } else if (kind) {
        mkcv_publication_set(r, l->entry, MKCV_FIELD_TYPE, kind, loc);
    } else if (has_any(fold, legend_words)) {
        mkcv_line_add_legend(l, s);
    } else if (!labelled && has_any(fold, honor_words)) {
        mkcv_publication_add_honor(r, l->entry, s, loc);
    } else if (has_any(fold, rank_words)) {
        mkcv_publication_set(r, l->entry, MKCV_FIELD_NOTE, s, loc);
    } else if (!labelled && status && strlen(s) < 60) {
        size_t digits = strcspn(s, "12");
        if (!l->entry->end.year && mkcv_line_is_year(s, digits, strlen(s)))
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
    mkcv_line_read_numbers(l);
    read_year(l);
}
