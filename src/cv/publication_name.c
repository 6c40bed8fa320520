/* publication_name.c - the shape of a name. In a reference nothing but shape tells an author from a title; what words
 * mean is not asked, but for those that stand in titles and in no name. */
#include "mkcv/utf8.h"
#include "publication_line.h"
#include <stdlib.h>
#include <string.h>

/* Words that begin with a small letter in names. */
static const char *const particles[] = {"van", "von", "vom", "der",   "den", "de", "da",  "di",  "do",
                                        "dos", "das", "del", "della", "du",  "la", "le",  "el",  "al",
                                        "bin", "ibn", "ten", "ter",   "te",  "zu", "zur", "af",  "av",
                                        "e",   "y",   "san", "st",    "'t",  "jr", "dal", "des", NULL};

/* Folded words that stand in titles and venues and in no name. */
/* Sorted, for bsearch. */
static const char *const foreign[] = {"abstract",
                                      "accepted",
                                      "acm",
                                      "across",
                                      "adaptive",
                                      "advances",
                                      "adversarial",
                                      "against",
                                      "algorithm",
                                      "algorithms",
                                      "all",
                                      "american",
                                      "among",
                                      "analysis",
                                      "appear",
                                      "application",
                                      "applications",
                                      "approach",
                                      "approaches",
                                      "apr",
                                      "are",
                                      "arxiv",
                                      "as",
                                      "at",
                                      "attack",
                                      "attacks",
                                      "attention",
                                      "audio",
                                      "aug",
                                      "automated",
                                      "automatic",
                                      "award",
                                      "based",
                                      "bayesian",
                                      "benchmark",
                                      "better",
                                      "between",
                                      "beyond",
                                      "brain",
                                      "by",
                                      "cancer",
                                      "causal",
                                      "cells",
                                      "chapter",
                                      "classification",
                                      "climate",
                                      "clinical",
                                      "complexity",
                                      "computer",
                                      "computing",
                                      "conference",
                                      "contrastive",
                                      "control",
                                      "data",
                                      "dataset",
                                      "dec",
                                      "december",
                                      "deep",
                                      "defense",
                                      "department",
                                      "design",
                                      "detection",
                                      "diffusion",
                                      "distributed",
                                      "does",
                                      "driven",
                                      "dynamic",
                                      "economic",
                                      "efficient",
                                      "elsevier",
                                      "energy",
                                      "enhancing",
                                      "estimation",
                                      "european",
                                      "evaluation",
                                      "explainable",
                                      "explore",
                                      "exploring",
                                      "fairness",
                                      "faster",
                                      "feb",
                                      "february",
                                      "federated",
                                      "for",
                                      "framework",
                                      "from",
                                      "function",
                                      "functions",
                                      "gene",
                                      "generation",
                                      "generative",
                                      "genome",
                                      "graph",
                                      "health",
                                      "how",
                                      "humans",
                                      "ieee",
                                      "image",
                                      "images",
                                      "improving",
                                      "in",
                                      "inference",
                                      "institute",
                                      "intelligence",
                                      "interactive",
                                      "international",
                                      "interpretable",
                                      "into",
                                      "introduction",
                                      "is",
                                      "its",
                                      "january",
                                      "journal",
                                      "jul",
                                      "language",
                                      "learning",
                                      "letters",
                                      "machine",
                                      "materials",
                                      "medical",
                                      "meets",
                                      "method",
                                      "methods",
                                      "mobile",
                                      "model",
                                      "modeling",
                                      "models",
                                      "national",
                                      "nature",
                                      "network",
                                      "networks",
                                      "neural",
                                      "new",
                                      "not",
                                      "nov",
                                      "november",
                                      "oct",
                                      "october",
                                      "of",
                                      "offline",
                                      "on",
                                      "online",
                                      "optimal",
                                      "optimization",
                                      "or",
                                      "oral",
                                      "our",
                                      "over",
                                      "overview",
                                      "pages",
                                      "paper",
                                      "parallel",
                                      "pdf",
                                      "planning",
                                      "policies",
                                      "political",
                                      "poster",
                                      "prediction",
                                      "preprint",
                                      "privacy",
                                      "problem",
                                      "problems",
                                      "proc",
                                      "proceedings",
                                      "program",
                                      "programming",
                                      "programs",
                                      "project",
                                      "proof",
                                      "proofs",
                                      "protein",
                                      "quantum",
                                      "random",
                                      "recognition",
                                      "recommendation",
                                      "reinforcement",
                                      "report",
                                      "representation",
                                      "representations",
                                      "research",
                                      "rethinking",
                                      "retrieval",
                                      "review",
                                      "revisiting",
                                      "robust",
                                      "scalable",
                                      "science",
                                      "secure",
                                      "security",
                                      "segmentation",
                                      "semi",
                                      "sep",
                                      "september",
                                      "simple",
                                      "slides",
                                      "social",
                                      "software",
                                      "spotlight",
                                      "springer",
                                      "static",
                                      "stochastic",
                                      "study",
                                      "submitted",
                                      "supervised",
                                      "survey",
                                      "symposium",
                                      "system",
                                      "systems",
                                      "technical",
                                      "technology",
                                      "text",
                                      "that",
                                      "the",
                                      "theory",
                                      "these",
                                      "thesis",
                                      "this",
                                      "three",
                                      "through",
                                      "to",
                                      "topology",
                                      "toward",
                                      "towards",
                                      "tracking",
                                      "trans",
                                      "transactions",
                                      "transformer",
                                      "transformers",
                                      "two",
                                      "under",
                                      "understanding",
                                      "university",
                                      "upper",
                                      "usenix",
                                      "using",
                                      "via",
                                      "video",
                                      "videos",
                                      "vision",
                                      "visual",
                                      "vol",
                                      "volume",
                                      "water",
                                      "we",
                                      "what",
                                      "when",
                                      "where",
                                      "why",
                                      "with",
                                      "within",
                                      "without",
                                      "workshop",
                                      "your",
                                      "zero"};

static bool is_listed(const char *word, const char *const *list)
{
    for (; *list; list++)
        if (!strcmp(word, *list)) return true;
    return false;
}

static int compare_words(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_foreign(const char *word)
{
    return bsearch(&word, foreign, sizeof foreign / sizeof *foreign, sizeof *foreign, compare_words) != NULL;
}

static bool is_han(uint32_t c)
{
    return (c >= 0x3400 && c <= 0x9fff) || (c >= 0x3040 && c <= 0x30ff) || (c >= 0xac00 && c <= 0xd7a3) ||
           c == 0x3005 || (c >= 0x20000 && c <= 0x3ffff);
}

/* "A.", "J.-P.", "JA", "A.B." */
bool mkcv_shape_is_initials(const char *w, size_t n)
{
    size_t upper = 0;
    bool point = false;
    for (const char *p = w; p < w + n;) {
        uint32_t c = mkcv_utf8_next(&p);
        if (mkcv_is_upper(c))
            upper++;
        else if (c == '.')
            point = true;
        else if (c != '-' && c != 0x2010 && c != 0x2011)
            return false;
    }
    return upper >= 1 && upper <= (point ? 4 : 2);
}

/* "At" stands in titles, "Ất" is a name. */
static bool is_plain(const char *w, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)w[i] >= 0x80) return false;
    return true;
}

static bool is_name_word(struct mkcv_arena *a, const char *w, size_t n)
{
    const char *p = w;
    uint32_t c = mkcv_utf8_next(&p);
    if (c == 0x27 || c == 0x2019) c = mkcv_utf8_next(&p);
    bool particle_joined = n > 3 && (!strncmp(w, "d'", 2) || !strncmp(w, "d\xe2\x80\x99", 4) || !strncmp(w, "al-", 3) ||
                                     !strncmp(w, "el-", 3));
    if (!mkcv_is_upper(c) && !mkcv_is_caseless(c) && !particle_joined) return false;
    for (; p < w + n;) {
        c = mkcv_utf8_next(&p);
        if (!mkcv_is_letter(c) && c != '-' && c != '\'' && c != 0x2019 && c != '.' && c != 0x2010 && c != 0x2011)
            return false;
    }
    return !is_plain(w, n) || !is_foreign(mkcv_utf8_fold(a, mkcv_arena_strndup(a, w, n)));
}

static enum mkcv_shape shape_of_han(const char *s)
{
    int n = 0, blanks = 0;
    for (const char *p = s; *p;) {
        uint32_t c = mkcv_utf8_next(&p);
        if (mkcv_is_space(c) || c == 0xb7 || c == 0x30fb)
            blanks++;
        else if (!is_han(c))
            return MKCV_SHAPE_NONE;
        else
            n++;
    }
    return n >= 2 && n <= 7 && blanks <= 1 ? MKCV_SHAPE_NAME : MKCV_SHAPE_NONE;
}

/* The shape of a cleaned name. */
enum mkcv_shape mkcv_shape_of(struct mkcv_arena *a, const char *s)
{
    const char *p = s;
    if (!*s || strlen(s) > 60) return MKCV_SHAPE_NONE;
    if (is_han(mkcv_utf8_next(&p))) return shape_of_han(s);
    int words = 0, initials = 0, names = 0, small = 0;
    for (const char *w = s; *w;) {
        size_t n = strcspn(w, " ");
        char *word = mkcv_arena_strndup(a, w, n);
        words++;
        if (mkcv_shape_is_initials(w, n))
            initials++;
        else if (w > s && w[-1] == ' ' && initials + names + small < words - 1)
            return MKCV_SHAPE_NONE;
        else if (is_listed(word, particles))
            small++;
        else if (!is_name_word(a, w, n) || (w[n - 1] == '.' && w[n] && (n > 3 || names || initials)))
            return MKCV_SHAPE_NONE;
        else {
            const char *point = memchr(w, '.', n - 1); /* "S.Pine" is an initial and a name */
            initials += point && mkcv_shape_is_initials(w, (size_t)(point - w) + 1);
            names++;
        }
        w += n + (w[n] == ' ');
    }
    if (words > 6 || small > 3) return MKCV_SHAPE_NONE;
    if (!names)
        return initials == words ? (words == 2 && !strchr(s, '.') ? MKCV_SHAPE_NAME : MKCV_SHAPE_INITIALS)
                                 : MKCV_SHAPE_NONE;
    return names + initials >= 2 ? MKCV_SHAPE_NAME : MKCV_SHAPE_WORD;
}
