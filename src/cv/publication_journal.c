/* publication_journal.c - names of journals in abbreviated words, as ISO 4 has them: "Phys. Rev. B", "J. Opt. Soc.
 * Am.". Their points end no sentence of a reference. */
#include "mkcv/read.h"
#include "publication_line.h"
#include "words.h"
#include <ctype.h>
#include <string.h>

/* Sorted by their first letters only; all small. */
static const char *const words[] = {
    "abh",       "acoust",   "algebr",  "am",          "amer",     "anal",        "angew",      "ann",      "annu",
    "anthropol", "app",      "appl",    "arch",        "artif",    "astron",      "astrophys",  "atmos",    "autom",
    "behav",     "ber",      "biochem", "biol",        "biomed",   "biophys",     "bot",        "bull",     "cell",
    "chem",      "circ",     "clim",    "clin",        "cogn",     "combin",      "commun",     "compos",   "comput",
    "condens",   "control",  "cosmol",  "crystallogr", "curr",     "dev",         "discret",    "dyn",      "earth",
    "ecol",      "econ",     "econom",  "educ",        "electr",   "electron",    "endow",      "engrg",    "environ",
    "epidemiol", "ergod",    "eur",     "evol",        "exp",      "forsch",      "found",      "fundam",   "genet",
    "geol",      "geom",     "geophys", "ges",         "hist",     "hum",         "hydrol",     "immunol",  "ind",
    "inf",       "inform",   "integr",  "intell",      "interact", "jpn",         "lang",       "learn",    "lect",
    "linguist",  "mach",     "manag",   "mat",         "mater",    "math",        "mech",       "meteorol", "methodol",
    "microbiol", "mod",      "mol",     "monatsh",     "mon",      "nanotechnol", "netw",       "neurosci", "nucl",
    "numer",     "oceanogr", "oper",    "opt",         "organ",    "pharmacol",   "philos",     "photon",   "photonics",
    "phys",      "physiol",  "plasma",  "polym",       "probab",   "process",     "program",    "prog",     "psychiatr",
    "psychol",   "quant",    "rel",     "relat",       "rep",      "res",         "rev",        "robot",    "schr",
    "semicond",  "signal",   "soc",     "sociol",      "softw",    "solid",       "spectrosc",  "stat",     "statist",
    "stud",      "surf",     "surg",    "surv",        "syst",     "technol",     "telecommun", "theor",    "ther",
    "top",       "toxicol",  "univ",    "verh",        "vis",      "wiss",        "z",          "zool",     "zh",
    NULL};

/* The word whose point stands at `at`; it starts with a capital. */
static size_t word_before(const char *s, size_t from, size_t at)
{
    while (at > from && isalpha((unsigned char)s[at - 1])) at--;
    return at;
}

bool mkcv_journal_is_word(const char *s, size_t from, size_t at)
{
    char word[16];
    size_t start = word_before(s, from, at), n = 0;
    if (start == at || at - start >= sizeof word || !isupper((unsigned char)s[start])) return false;
    for (size_t i = start; i < at; i++) word[n++] = (char)tolower((unsigned char)s[i]);
    word[n] = 0;
    return mkcv_word_in(word, words);
}

static bool is_short_word(const char *s, size_t from, size_t at)
{
    size_t start = word_before(s, from, at);
    return mkcv_journal_is_word(s, from, at) || (start < at && mkcv_is_abbreviation(s, start, at));
}

/* What stands at `at` goes on with the name or with its figures: another short word with its point, one capital, a
 * number. */
static bool goes_on(const char *s, size_t at, size_t to)
{
    size_t end = at;
    if (at < to && (isdigit((unsigned char)s[at]) || s[at] == '&')) return true;
    while (end < to && isalpha((unsigned char)s[end])) end++;
    if (end == at + 1) return end >= to || (strchr(" ,:", s[end]) && s[end]);
    return end < to && s[end] == '.' && is_short_word(s, at, end);
}

size_t mkcv_reference_sentence_end(const char *s, size_t from, size_t to)
{
    size_t end = mkcv_sentence_end(s, from, to);
    while (end > from && end < to) {
        size_t point = end, next = end;
        while (point > from && s[point - 1] == ' ') point--;
        while (next < to && s[next] == ' ') next++;
        if (point <= from || s[point - 1] != '.' || next == point || next >= to) return end;
        if (!mkcv_journal_is_word(s, from, point - 1) || !goes_on(s, next, to)) return end;
        end = mkcv_sentence_end(s, next, to);
    }
    return end;
}

bool mkcv_journal_is_abbreviated(const char *s, size_t from, size_t to)
{
    size_t run = 0;
    bool listed = false;
    for (size_t i = from; i < to; i++) {
        if (s[i] == '.' && is_short_word(s, from, i)) {
            run++;
            listed |= mkcv_journal_is_word(s, from, i);
        } else if (s[i] == ' ' && i > from && s[i - 1] != '.') {
            run = 0;
            listed = false;
        }
        if (run >= 2 && listed) return true;
    }
    return false;
}
