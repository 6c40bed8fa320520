/* venue.c - where a work appeared: short listings ("ICLR'25(a)") taken apart, and what a venue's name says of the work.
 *
 * It is not a catalogue of venues: the general words of names decide (proceedings, transactions, thesis); the few short
 * names listed are those that every field's lists are full of and whose letters say nothing. */
#include "mkcv/publication.h"
#include "mkcv/utf8.h"
#include <ctype.h>
#include <string.h>

static const char *const months[] = {
    "jan",    "feb",    "mar",       "apr",     "may",      "jun",      "jul",    "aug",    "sep",
    "sept",   "oct",    "nov",       "dec",     "january",  "february", "march",  "april",  "june",
    "july",   "august", "september", "october", "november", "december", "spring", "summer", "fall",
    "autumn", "winter", "since",     "in",      "from",     "until",    "year",   "and",    NULL};

static bool is_listed(const char *word, const char *const *list)
{
    for (; *list; list++)
        if (!strcmp(word, *list)) return true;
    return false;
}

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
    return !is_listed(fold, months);
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
    return out->year && is_venue_name(a, out->name);
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
    static const char *const whole[] = {"proceedings of the ieee",          "proceedings of the national academy",
                                        "proceedings of the acm on",        "proceedings of the vldb endowment",
                                        "proceedings of the royal society", NULL};
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
