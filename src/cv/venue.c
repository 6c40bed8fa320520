/* venue.c - where a work appeared: short listings ("ICLR'25(a)") taken apart, and what a venue's name says of the work.
 *
 * It is not a catalogue of venues: the general words of names decide (proceedings, transactions, thesis); the few short
 * names listed are those that every field's lists are full of and whose letters say nothing. */
#include "mkcv/publication.h"
#include "mkcv/read.h"
#include "mkcv/utf8.h"
#include "words.h"
#include <ctype.h>
#include <string.h>

static const char *const months[] = {
    "jan",    "feb",    "mar",       "apr",     "may",      "jun",      "jul",    "aug",    "sep",
    "sept",   "oct",    "nov",       "dec",     "january",  "february", "march",  "april",  "june",
    "july",   "august", "september", "october", "november", "december", "spring", "summer", "fall",
    "autumn", "winter", "since",     "in",      "from",     "until",    "year",   "and",    NULL};

static int year_from_digits(const char *s, size_t n)
{
    int y = 0;
    for (size_t i = 0; i < n; i++) y = y * 10 + (s[i] - '0');
    if (n == 2) return y < 50 ? 2000 + y : 1900 + y;
    return n == 4 && y >= 1900 && y <= 2099 ? y : 0;
}

/* The length of the apostrophe that ends at byte `n` of `s`, or 0: ' ‘ ’ ′ ` */
static size_t apostrophe_before(const char *s, size_t n)
{
    if (n >= 1 && (s[n - 1] == '\'' || s[n - 1] == '`')) return 1;
    if (n < 3 || (unsigned char)s[n - 3] != 0xe2 || (unsigned char)s[n - 2] != 0x80) return 0;
    unsigned char c = (unsigned char)s[n - 1];
    return c == 0x98 || c == 0x99 || c == 0xb2 ? 3 : 0;
}

static size_t trim_end(const char *s, size_t n)
{
    while (n && strchr(" \t,.:;-", s[n - 1])) n--;
    return n;
}

/* Cuts one parenthesis off the end of s[0..*n): its inside, or NULL. */
static char *cut_parenthesis(struct mkcv_arena *a, const char *s, size_t *n)
{
    size_t end = *n;
    if (end < 3 || s[end - 1] != ')') return NULL;
    size_t open = end - 1;
    while (open > 0 && s[open] != '(') open--;
    if (s[open] != '(' || open == 0) return NULL;
    *n = trim_end(s, open);
    return mkcv_arena_strndup(a, s + open + 1, end - open - 2);
}

/* Words that follow a venue without parentheses: "CVPR 2024 Oral". */
static const char *cut_honor(const char *s, size_t *n)
{
    static const char *const honors[] = {"Oral", "Spotlight", "Highlight", "Best Paper", NULL};
    for (const char *const *h = honors; *h; h++) {
        size_t len = strlen(*h);
        if (*n > len + 1 && !strncasecmp(s + *n - len, *h, len) && strchr(" ,-", s[*n - len - 1])) {
            *n = trim_end(s, *n - len);
            return *h;
        }
    }
    return NULL;
}

/* Cuts the year off the end of s[0..*n), or gives 0. */
static int cut_year(const char *s, size_t *n)
{
    size_t digits = 0;
    while (digits < *n && isdigit((unsigned char)s[*n - digits - 1])) digits++;
    size_t before = *n - digits, mark = apostrophe_before(s, before);
    int year = 0;
    if (digits == 2 && mark)
        year = year_from_digits(s + before, 2);
    else if (digits == 4)
        year = year_from_digits(s + before, 4);
    if (year) *n = trim_end(s, before - mark);
    return year;
}

static bool is_suffix(const char *s)
{
    size_t n = strlen(s);
    return (n == 1 && (islower((unsigned char)*s) || isdigit((unsigned char)*s))) ||
           (n > 1 && n <= 4 && strspn(s, "ivx") == n);
}

static bool is_venue_name(struct mkcv_arena *a, const char *name)
{
    if (!*name || strlen(name) > 70) return false;
    const char *p = name;
    uint32_t first = mkcv_utf8_next(&p);
    if (!mkcv_is_letter(first)) return false;
    int words = 1;
    for (p = name; *p; p++) words += *p == ' ';
    if (words > 9) return false;
    const char *fold = mkcv_utf8_fold(a, name);
    return !mkcv_word_in(fold, months);
}

bool mkcv_venue_from_label(struct mkcv_arena *a, const char *label, struct mkcv_venue *out)
{
    memset(out, 0, sizeof *out);
    while (*label && strchr(" \t[(", *label)) label++;
    size_t n = strlen(label);
    while (n && strchr(" \t]", label[n - 1])) n--;
    if (n > 120) return false;
    for (int i = 0; i < 2; i++) {
        char *inside = cut_parenthesis(a, label, &n);
        if (!inside) break;
        if (is_suffix(inside))
            out->suffix = inside;
        else
            out->honors = inside;
    }
    n = trim_end(label, n);
    const char *word = cut_honor(label, &n);
    if (word) out->honors = out->honors ? mkcv_arena_printf(a, "%s (%s)", word, out->honors) : word;
    /* "ICLR'25a": the letter stands at the year */
    if (!out->suffix && n > 3 && islower((unsigned char)label[n - 1]) && isdigit((unsigned char)label[n - 2])) {
        out->suffix = mkcv_arena_strndup(a, label + n - 1, 1);
        n--;
    }
    out->year = cut_year(label, &n);
    out->name = mkcv_arena_strndup(a, label, n);
    out->sure = out->year && is_venue_name(a, out->name);
    return out->sure;
}

/* Bytes of marks at the end of s[0..n): * \xe2\x80\xa0 \xe2\x80\xa1 ^ # $ */
static size_t marks_at_end(const char *s, size_t n)
{
    size_t k = n;
    for (;;) {
        if (k && strchr("*^#$", s[k - 1]))
            k--;
        else if (k >= 3 && (!strncmp(s + k - 3, "\xe2\x80\xa0", 3) || !strncmp(s + k - 3, "\xe2\x80\xa1", 3)))
            k -= 3;
        else
            return n - k;
    }
}

/* What is said behind a listing names a part of the venue rather than the work's honours. */
static bool is_part_of_venue(struct mkcv_arena *a, const char *remark)
{
    static const char *const parts[] = {"workshop", "workshops", "findings", "track",    "datasets", "dataset",
                                        "demo",     "demos",     "industry", "tutorial", "companion"};
    const char *fold = mkcv_utf8_fold(a, remark);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (mkcv_fold_has(fold, parts[i])) return true;
    return false;
}

static void add_remark(struct mkcv_arena *a, struct mkcv_venue *v, const char *remark, bool apart)
{
    static const char *const words[] = {"oral", "spotlight",     "highlight", "award",
                                        "best", "distinguished", "honorable"};
    const char *fold = mkcv_utf8_fold(a, remark);
    bool honor = apart && !is_part_of_venue(a, remark);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) honor |= mkcv_fold_has(fold, words[i]);
    if (!honor)
        v->name = mkcv_arena_printf(a, "%s%s%s", v->name, *v->name ? " " : "", remark);
    else
        v->honors = v->honors ? mkcv_arena_printf(a, "%s; %s", v->honors, remark) : remark;
}

/* A remark without the comma, dash or parentheses that set it off. */
static const char *bare_remark(struct mkcv_arena *a, const char *s)
{
    size_t n = strlen(s), from = strspn(s, " ,;:-(");
    while (n > from && strchr(" ,;:)", s[n - 1])) n--;
    return mkcv_arena_strndup(a, s + from, n - from);
}

/* "NDSS'25, Distinguished Paper" */
static bool read_before_comma(struct mkcv_arena *a, const char *s, struct mkcv_venue *out)
{
    const char *comma = strpbrk(s, ",;");
    if (!comma || !mkcv_venue_from_label(a, mkcv_arena_strndup(a, s, (size_t)(comma - s)), out)) return false;
    const char *remark = bare_remark(a, comma);
    if (*remark) add_remark(a, out, remark, true);
    return true;
}

/* The bytes of a year with its apostrophe or parentheses at `s + i`, or 0. */
static size_t year_at(const char *s, size_t i, int *year)
{
    size_t digits = strspn(s + i, "0123456789"), mark = apostrophe_before(s, i);
    bool word = i == 0 || !isalnum((unsigned char)s[i - 1]);
    if (!(digits == 2 && mark) && !(digits == 4 && word)) return 0;
    if (s[i + digits] == '.' && isdigit((unsigned char)s[i + digits + 1])) return 0; /* 2410.00001 */
    *year = year_from_digits(s + i, digits);
    return *year ? digits : 0;
}

/* "ACL'24 Findings", "ICML (2022)", "2024 ICML": the year in front or amid. */
static bool read_around_year(struct mkcv_arena *a, const char *s, struct mkcv_venue *out)
{
    for (size_t i = 0; s[i]; i++) {
        int year = 0;
        size_t digits = isdigit((unsigned char)s[i]) ? year_at(s, i, &year) : 0;
        if (!digits) {
            if (isdigit((unsigned char)s[i])) i += strspn(s + i, "0123456789") - 1;
            continue;
        }
        const char *tail = s + i + digits;
        size_t n = trim_end(s, i - apostrophe_before(s, i));
        if (n && s[n - 1] == '(') n = trim_end(s, n - 1);
        if (memchr(s, '(', n)) return false; /* "Kites (ICLR'24)": a work's name */
        if (*tail == ')') tail++;
        const char *remark = bare_remark(a, tail);
        *out = (struct mkcv_venue){.name = mkcv_arena_strndup(a, s, n), .year = year, .sure = true};
        if (is_suffix(remark))
            out->suffix = remark;
        else if (*remark)
            add_remark(a, out, remark, n && strchr(",;:(", tail[strspn(tail, " ")]));
        return is_venue_name(a, out->name);
    }
    return false;
}

/* "ICLR25": capitals and two digits. */
static bool read_short_year(struct mkcv_arena *a, const char *s, struct mkcv_venue *out)
{
    size_t n = strlen(s), digits = 0;
    while (digits < n && isdigit((unsigned char)s[n - digits - 1])) digits++;
    if (digits != 2 || n < 5 || !isupper((unsigned char)s[n - 3]) || !isupper((unsigned char)s[n - 4])) return false;
    *out = (struct mkcv_venue){.name = mkcv_arena_strndup(a, s, n - 2), .year = year_from_digits(s + n - 2, 2)};
    return is_venue_name(a, out->name);
}

/* "arXiv:2410.00001": the number begins with year and month. */
static bool read_arxiv(struct mkcv_arena *a, const char *s, struct mkcv_venue *out)
{
    if (strncasecmp(s, "arxiv", 5)) return false;
    const char *p = s + 5 + strspn(s + 5, " :-");
    if (strspn(p, "0123456789") != 4 || p[4] != '.' || strspn(p + 5, "0123456789") < 4) return false;
    *out = (struct mkcv_venue){.name = mkcv_arena_strndup(a, s, 5), .year = year_from_digits(p, 2)};
    return true;
}

bool mkcv_venue_from_listing(struct mkcv_arena *a, const char *label, struct mkcv_venue *out)
{
    while (*label && strchr(" \t[", *label)) label++;
    size_t n = strlen(label);
    while (n && strchr(" \t]", label[n - 1])) n--;
    size_t marks = marks_at_end(label, n);
    const char *s = mkcv_arena_strndup(a, label, n - marks);
    bool read = n <= 120 && (mkcv_venue_from_label(a, s, out) || read_before_comma(a, s, out) ||
                             read_arxiv(a, s, out) || read_around_year(a, s, out) || read_short_year(a, s, out));
    if (!read) *out = (struct mkcv_venue){.name = s};
    out->marks = marks ? mkcv_arena_strndup(a, label + n - marks, marks) : NULL;
    return read;
}

/* Folded phrases that tell a type; the first row that occurs decides. */
static const struct {
    const char *phrase, *type;
} kinds[] = {
    {"phd thesis", "thesis"},
    {"master thesis", "thesis"},
    {"masters thesis", "thesis"},
    {"doctoral thesis", "thesis"},
    {"thesis", "thesis"},
    {"dissertation", "thesis"},
    {"patent", "patent"},
    {"technical report", "report"},
    {"tech report", "report"},
    {"working paper", "report"},
    {"white paper", "report"},
    {"arxiv", "preprint"},
    {"biorxiv", "preprint"},
    {"medrxiv", "preprint"},
    {"chemrxiv", "preprint"},
    {"techrxiv", "preprint"},
    {"psyarxiv", "preprint"},
    {"ssrn", "preprint"},
    {"eprint", "preprint"},
    {"eprint archive", "preprint"},
    {"preprint", "preprint"},
    {"preprints", "preprint"},
    {"corr", "preprint"},
    {"journal", "article"},
    {"transactions", "article"},
    {"trans", "article"},
    {"letters", "article"},
    {"magazine", "article"},
    {"annals", "article"},
    {"quarterly", "article"},
    {"bulletin", "article"},
    {"proceedings", "inproceedings"},
    {"proc", "inproceedings"},
    {"conference", "inproceedings"},
    {"conf", "inproceedings"},
    {"symposium", "inproceedings"},
    {"workshop", "inproceedings"},
    {"congress", "inproceedings"},
    {"advances in neural information processing systems", "inproceedings"},
    {"colloquium", "inproceedings"},
    {"lncs", "inproceedings"},
    {"lnai", "inproceedings"},
    {"lecture notes", "inproceedings"},
    {"handbook", "chapter"},
    {"encyclopedia", "chapter"},
    {"book chapter", "chapter"},
    {"review", "article"},
    {"reviews", "article"},
    {"nature", "article"},
    {"science", "article"},
    {"plos", "article"},
    {"iclr", "inproceedings"},
    {"icml", "inproceedings"},
    {"neurips", "inproceedings"},
    {"nips", "inproceedings"},
    {"cvpr", "inproceedings"},
    {"iccv", "inproceedings"},
    {"eccv", "inproceedings"},
    {"aaai", "inproceedings"},
    {"ijcai", "inproceedings"},
    {"acl", "inproceedings"},
    {"emnlp", "inproceedings"},
    {"naacl", "inproceedings"},
    {"eacl", "inproceedings"},
    {"coling", "inproceedings"},
    {"kdd", "inproceedings"},
    {"www", "inproceedings"},
    {"sigir", "inproceedings"},
    {"cikm", "inproceedings"},
    {"wsdm", "inproceedings"},
    {"icdm", "inproceedings"},
    {"sigmod", "inproceedings"},
    {"vldb", "inproceedings"},
    {"icde", "inproceedings"},
    {"chi", "inproceedings"},
    {"usenix security", "inproceedings"},
    {"ndss", "inproceedings"},
    {"ccs", "inproceedings"},
    {"s p", "inproceedings"},
    {"crypto", "inproceedings"},
    {"eurocrypt", "inproceedings"},
    {"asiacrypt", "inproceedings"},
    {"focs", "inproceedings"},
    {"stoc", "inproceedings"},
    {"soda", "inproceedings"},
    {"icse", "inproceedings"},
    {"fse", "inproceedings"},
    {"ase", "inproceedings"},
    {"icra", "inproceedings"},
    {"iros", "inproceedings"},
    {"icassp", "inproceedings"},
    {"interspeech", "inproceedings"},
    {"miccai", "inproceedings"},
    {"acm mm", "inproceedings"},
    {"pakdd", "inproceedings"},
    {"aistats", "inproceedings"},
    {"uai", "inproceedings"},
    {"colt", "inproceedings"},
    {"dac", "inproceedings"},
    {"iccad", "inproceedings"},
    {"osdi", "inproceedings"},
    {"sosp", "inproceedings"},
    {"nsdi", "inproceedings"},
    {"tpami", "article"},
    {"tifs", "article"},
    {"tdsc", "article"},
    {"tnnls", "article"},
    {"ijcv", "article"},
    {"tmlr", "article"},
    {"jmlr", "article"},
    {"tkde", "article"},
    {"tip", "article"},
    {"tmm", "article"},
    {"pnas", "article"},
    {"tosem", "article"},
    {"tse", "article"},
    {"tcsvt", "article"},
    {"pattern recognition", "article"},
};

/* True when `phrase` occurs in `text` as whole words; both folded. */
static bool holds_words(const char *text, const char *phrase)
{
    size_t n = strlen(phrase);
    for (const char *p = strstr(text, phrase); p; p = strstr(p + 1, phrase))
        if ((p == text || p[-1] == ' ') && (p[n] == ' ' || !p[n])) return true;
    return false;
}

const char *mkcv_venue_type(struct mkcv_arena *a, const char *venue)
{
    if (!venue) return NULL;
    const char *fold = mkcv_utf8_fold(a, venue);
    static const char *const whole[] = {"proceedings of the ieee",
                                        "proceedings of the national academy",
                                        "proceedings of the acm on",
                                        "proceedings of the vldb endowment",
                                        "proceedings of the royal society",
                                        "proc vldb endow",
                                        "proc vldb endowment",
                                        "proc acm on",
                                        "proc acm program lang",
                                        "proc acm interact mob wearable ubiquitous technol",
                                        "proc natl acad sci",
                                        "proc r soc",
                                        "pvldb",
                                        NULL};
    for (const char *const *w = whole; *w; w++)
        if (holds_words(fold, *w)) {
            /* the journals that are called so; conferences of the IEEE go on with their own name */
            return holds_words(fold, "conference") || holds_words(fold, "symposium") ? "inproceedings" : "article";
        }
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (holds_words(fold, kinds[i].phrase)) return kinds[i].type;
    return NULL;
}

bool mkcv_venue_is_short(const char *venue)
{
    size_t n = strlen(venue);
    if (!n || n > 26) return false;
    int words = 1, capitals = 0, most = 0;
    for (const char *p = venue; *p; p++) {
        if (*p == ' ') {
            words++;
            capitals = 0;
        } else if (*p == '.' || *p == ',') {
            return false;
        } else if (isupper((unsigned char)*p)) {
            capitals++;
        }
        if (capitals > most) most = capitals;
    }
    return words <= 3 && most >= 2;
}
