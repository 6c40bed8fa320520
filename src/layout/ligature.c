/* ligature.c - where letters do not join: over the joints of German words, and before the dotted i of Turkish.
 *
 * In German a ligature does not reach over the joint of a compound, behind a prefix or before a suffix that begins
 * with a consonant: Auf|lage, Kauf|leute, höf|lich. Inside a stem it stays: Affe, finden, Haftung (Duden; M. Loretan,
 * The selnolig package, 2015, section 3.4). Three things tell a joint behind an f:
 * - Hyphenation. German takes one consonant over to the next syllable, so that an f ends one only where its stem does,
 *   but before f and t, where the stem may go on (Af-fe, Haf-tung): for ft the patterns must divide a compound there.
 * - Spelling. f is doubled behind a short vowel alone (Amtliches Regelwerk, section 2): Senf|farbe, Tief|flug. Names
 *   that are spelt by older rules, Orff and Pfeiffer, end there or go on with an e.
 * - A list of what neither tells.
 * A joint that is not found keeps its ligature. */
#include "mkcv/utf8.h"
#include "paragraph.h"
#include <string.h>

enum { LETTERS_BYTES = 255 };

/* Joints that only the words tell; no stem has these letters otherwise. */
static const char *const told[] = {
    "f|fach",   "f|fahr",   "f|fall",   "f|feier",    "f|feld",   "f|fenster", "f|fertig", "f|fest",
    "f|feuer",  "f|figur",  "f|flug",   "f|fonds",    "f|forder", "f|form",    "f|forsch", "f|funk",
    "f|fähig",  "f|fäll",   "f|fläch",  "schaf|fell", "straf|fr", "f|index",   "f|indiz",  "f|indust",
    "f|inform", "f|ingeni", "f|inhalt", "f|insel",    "f|instit", "f|instru",  "f|inter",
};

/* A run of letters in small letters, NUL-terminated, and what the patterns say before each byte. */
struct letters {
    char s[LETTERS_BYTES + 1];
    uint32_t n;
    uint8_t divided[LETTERS_BYTES], joint[LETTERS_BYTES];
};

static bool is_told(const struct letters *l, uint32_t i)
{
    for (size_t k = 0; k < sizeof told / sizeof *told; k++) {
        const char *joint = strchr(told[k], '|');
        size_t before = (size_t)(joint - told[k]);
        if (i >= before && memcmp(l->s + i - before, told[k], before) == 0 &&
            strncmp(l->s + i, joint + 1, strlen(joint + 1)) == 0)
            return true;
    }
    return false;
}

/* The vowel before byte i is long by its spelling, or there is a consonant. */
static bool is_behind_long(const char *s, uint32_t i)
{
    static const char *const pairs[] = {"aa", "ai", "au", "ee", "ei", "eu", "ie", "oo", "äu"};
    for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++) {
        size_t n = strlen(pairs[k]);
        if (i >= n && memcmp(s + i - n, pairs[k], n) == 0) return true;
    }
    return i > 0 && (unsigned char)s[i - 1] < 0x80 && !strchr("aeiouy", s[i - 1]);
}

static bool is_one_of(char c, const char *set) { return c && strchr(set, c); }

/* ff, with the joint between the two: not before a third, which belongs to the stem before. */
static bool parts_two(const struct letters *l, uint32_t i)
{
    char after = l->s[i + 1];
    if (after == 'f' || !after) return false;
    if ((i >= 2 && l->s[i - 2] == 'f') || is_told(l, i)) return true;
    return is_behind_long(l->s, i - 1) && (is_one_of(after, "ailoru") || (unsigned char)after >= 0x80);
}

/* The f before byte i ends a stem or a prefix. */
static bool is_joint(const struct letters *l, uint32_t i)
{
    char after = l->s[i + 1];
    bool prefix = i == 3 && memcmp(l->s, "auf", 3) == 0 && after;
    switch (l->s[i]) {
    case 'b':
    case 'h':
    case 'i':
    case 'j':
    case 'k':
    case 'l':
        return l->divided[i] || is_told(l, i);
    case 't': /* behind a stem in ft come -e, -i and -ung */
        return prefix || l->joint[i] || (l->divided[i] && is_one_of(after, "aor"));
    case 'f':
        return prefix || parts_two(l, i);
    default:
        return false;
    }
}

static void stop_at(struct mkcv_galley *g, struct mkcv_para *p, uint32_t at) { *MKCV_PUSH(g->scratch, &p->stops) = at; }

static void stop_letters(struct mkcv_galley *g, struct mkcv_para *p, uint32_t at, uint32_t n,
                         const struct mkcv_hyphen *patterns)
{
    struct letters l = {.n = n};
    if (n >= LETTERS_BYTES || !memchr(p->s + at, 'f', n)) return;
    for (uint32_t i = 0; i < n; i++) l.s[i] = p->s[at + i];
    if (l.s[0] >= 'A' && l.s[0] <= 'Z') l.s[0] = (char)(l.s[0] | 32);
    mkcv_letters_divide(g->style, patterns, l.s, n, l.divided);
    mkcv_hyphen_joints(patterns, l.s, n, l.joint);
    uint32_t last = 0;
    for (uint32_t i = 1; i < n; i++) {
        if (l.s[i - 1] != 'f' || (last && last == i - 1) || !is_joint(&l, i)) continue;
        stop_at(g, p, at + i);
        last = i;
    }
}

/* Every run of letters of the word. */
static void stop_compounds(struct mkcv_galley *g, struct mkcv_para *p, uint32_t at, uint32_t n,
                           const struct mkcv_hyphen *patterns)
{
    const char *s = p->s + at, *end = s + n;
    while (s < end) {
        const char *start = s, *stop = s;
        uint32_t c = 0;
        while (s < end && (c = mkcv_utf8_next(&s)) != 0 && mkcv_is_letter(c)) stop = s;
        stop_letters(g, p, (uint32_t)(start - p->s), (uint32_t)(stop - start), patterns);
        if (c == 0) return;
    }
}

/* Turkish tells i from ı, Azerbaijani too: what joins with f loses its dot (SpecialCasing.txt has these two). */
static void stop_dotted(struct mkcv_galley *g, struct mkcv_para *p, uint32_t at, uint32_t n)
{
    for (uint32_t i = at + 1; i < at + n; i++)
        if (p->s[i - 1] == 'f' && p->s[i] == 'i') stop_at(g, p, i);
}

static bool is_language(const char *lang, const char *tag)
{
    return lang && strncmp(lang, tag, 2) == 0 && !mkcv_is_letter((unsigned char)lang[2]);
}

struct mkcv_spelling mkcv_spelling_of(const struct mkcv_style *style, const char *lang)
{
    const struct mkcv_hyphen *patterns = mkcv_hyphen_lookup(lang);
    return (struct mkcv_spelling){.lang = lang,
                                  .hyphen = style->text.hyphenate ? patterns : NULL,
                                  .joints = is_language(lang, "de") ? patterns : NULL,
                                  .dotted = is_language(lang, "tr") || is_language(lang, "az")};
}

void mkcv_word_ligatures(struct mkcv_galley *g, struct mkcv_para *p, uint32_t at, uint32_t n, const char *lang)
{
    const struct mkcv_spelling *spelling = mkcv_galley_spelling(g, lang);
    if (spelling->joints) stop_compounds(g, p, at, n, spelling->joints);
    if (spelling->dotted) stop_dotted(g, p, at, n);
}
