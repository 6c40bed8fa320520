/* language_evidence.c - the language of a text, by its function words and its script.
 *
 * Short words that every sentence has tell languages apart in a title already (N. C. Ingle, A Language Identification
 * Table, 1976; G. Grefenstette, Comparing two language identification schemes, 1995: better than trigrams below ten
 * words). Here they must also speak against the document's own language, so that English with foreign names in it stays
 * English: two different words at least, of which one stands in no names; one word in five (of two, in three); none of
 * the document's own (one for six of a long text, which quotes); and more than any other language can claim. */
#include "mkcv/language.h"
#include "mkcv/utf8.h"
#include <string.h>

enum {
    EN = 1 << 0,
    DE = 1 << 1,
    FR = 1 << 2,
    ES = 1 << 3,
    PT = 1 << 4,
    IT = 1 << 5,
    CA = 1 << 6,
    NL = 1 << 7,
    SV = 1 << 8,
    DA = 1 << 9,
    NO = 1 << 10,
    FI = 1 << 11,
    PL = 1 << 12,
    CS = 1 << 13,
    SK = 1 << 14,
    HR = 1 << 15,
    SL = 1 << 16,
    HU = 1 << 17,
    RO = 1 << 18,
    TR = 1 << 19,
    LA = 1 << 20,
    RU = 1 << 21,
    UK = 1 << 22,
    NAME = 1 << 23,
};
static const char tags[][3] = {"en", "de", "fr", "es", "pt", "it", "ca", "nl", "sv", "da", "no", "fi",
                               "pl", "cs", "sk", "hr", "sl", "hu", "ro", "tr", "la", "ru", "uk"};
enum { LANGUAGES = sizeof tags / sizeof *tags };

static const struct word {
    char s[12];
    uint32_t languages;
} words[] = {
#define WORD(s, languages) {s, languages},
#include "function_words.def"
#undef WORD
};

enum {
    BYTES_LEAST = 8,   /* of a text: fewer hold no two words and something of which they speak */
    WORDS_MOST = 50,   /* of a text that are looked at */
    LETTERS_MOST = 8,  /* of a function word */
    LEAST = 2,         /* different function words */
    OWN_ENOUGH = 3,    /* of the document's, and none of others: no more is read */
    ONE_IN = 5,        /* words is one of them */
    FEW_ONE_IN = 3,    /* where they are no more than the least */
    OWN_ONE_IN = 6,    /* of them may be the document's own */
    BYTES_MOST = 4000, /* of a body */
    LETTERS_PLAIN = 200,
    BODY_LEAST = 6,     /* function words of a body */
    WEIGHT = 60,        /* of a word of one language */
    DEEPEST = 40,       /* blocks in blocks */
    IDEOGRAPHS_MOST = 2 /* letters count as much as one ideogram */
};

struct evidence {
    bool body;                           /* not one text: sums are wanted, not hits */
    const struct word *hits[WORDS_MOST]; /* function words, each once */
    size_t count, total, words;          /* hits; the same with repetitions; words looked at */
    uint32_t document;                   /* its language's bit; 0: of no matter */
    size_t own, others;                  /* hits that are words of the document's language, and that are none */
    size_t sums[LANGUAGES];              /* of hits with repetitions */
    size_t weights[LANGUAGES];           /* the same, a word of several languages shared out among them */
    size_t letters, han, chinese, kana, hangul, greek, hebrew;
};

static const struct word *lookup_word(const char *s)
{
    size_t low = 0, high = sizeof words / sizeof *words;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = (unsigned char)words[middle].s[0] - (unsigned char)s[0];
        if (order == 0) order = strcmp(words[middle].s, s);
        if (order == 0) return &words[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static void note_hit(struct evidence *e, const struct word *word)
{
    const uint32_t languages = word->languages & (NAME - 1);
    for (size_t i = 0; e->body && i < LANGUAGES; i++) {
        if (!(languages >> i & 1)) continue;
        e->sums[i]++;
        e->weights[i] += WEIGHT / (size_t)__builtin_popcount(languages);
    }
    if (e->body) return;
    e->total++;
    for (size_t i = 0; i < e->count; i++)
        if (e->hits[i] == word) return;
    e->hits[e->count++] = word;
    if (word->languages & e->document)
        e->own++;
    else
        e->others++;
}

static void note_script(struct evidence *e, uint32_t c)
{
    /* of simplified Chinese, which Japanese writes otherwise: 这们为对从于习语计论图网络实现应问级导动时发关间业 */
    static const uint32_t chinese[] = {0x8FD9, 0x4EEC, 0x4E3A, 0x5BF9, 0x4ECE, 0x4E8E, 0x4E60, 0x8BED, 0x8BA1,
                                       0x8BBA, 0x56FE, 0x7F51, 0x7EDC, 0x5B9E, 0x73B0, 0x5E94, 0x95EE, 0x7EA7,
                                       0x5BFC, 0x52A8, 0x65F6, 0x53D1, 0x5173, 0x95F4, 0x4E1A};
    e->han += c >= 0x4E00 && c <= 0x9FFF;
    e->kana += c >= 0x3041 && c <= 0x30FF;
    e->hangul += c >= 0xAC00 && c <= 0xD7A3;
    e->greek += c < 0x400;
    e->hebrew += c >= 0x5D0 && c <= 0x5EA;
    for (size_t i = 0; i < sizeof chinese / sizeof *chinese; i++) e->chinese += c == chinese[i];
}

/* Parts of compounds, addresses and abbreviations are no words: "Aix-en-Provence", "in.tum.de". */
static bool is_joined(char before, const char *after)
{
    return (before && strchr("-@/._", before)) || (*after && strchr("-@/_", *after)) ||
           (*after == '.' && after[1] && !strchr(" \t\n)\"'", after[1]));
}

/* The same as mkcv_utf8_next and mkcv_is_letter, without a call for ASCII: all of a CV passes here. */
static inline uint32_t read_char(const char **s)
{
    return (unsigned char)**s < 0x80 ? (unsigned char)*(*s)++ : mkcv_utf8_next(s);
}
static inline bool is_letter(uint32_t c) { return c < 0x80 ? (c | 32) >= 'a' && (c | 32) <= 'z' : mkcv_is_letter(c); }

/* Puts a letter that is not ASCII, in lower case, behind the `n` bytes of `fold` where there is room. True for a
 * capital. */
static bool fold_letter(struct evidence *e, uint32_t c, char *fold, size_t *n)
{
    char bytes[4];
    size_t k = mkcv_utf8_encode(mkcv_lower(c), bytes);
    if (*n + k < sizeof words->s) memcpy(fold + *n, bytes, k);
    *n += k;
    if (c >= 0x370) note_script(e, c);
    return mkcv_is_upper(c);
}

/* The word at `s`, past which it reads. Capitals are abbreviations and initials: "MIT", "IST", "A". */
static const char *read_word(struct evidence *e, const char *start, const char *s, const char *end)
{
    char fold[sizeof words->s] = "", before = s > start ? s[-1] : '\0';
    size_t n = 0, letters = 0, upper = 0;
    for (const char *next = s; s < end; s = next, letters++) {
        uint32_t c = read_char(&next);
        if (!is_letter(c)) break;
        if (c >= 0x80) {
            upper += fold_letter(e, c, fold, &n);
            continue;
        }
        if (n + 1 < sizeof fold) fold[n] = (char)(c | 32);
        upper += c < 'a';
        n++;
    }
    e->words++;
    e->letters += letters;
    if (letters > LETTERS_MOST || n >= sizeof fold || upper == letters || is_joined(before, s)) return s;
    const struct word *word = lookup_word(fold);
    if (word) note_hit(e, word);
    return s;
}

static void read_bytes(struct evidence *e, const char *s, size_t n, size_t most)
{
    const char *start = s, *end = s + n;
    bool plain = false; /* in the document's language */
    while (s < end && e->words < most && !plain) {
        const char *next = s;
        bool letter = is_letter(read_char(&next));
        s = letter ? read_word(e, start, s, end) : next;
        plain = e->own >= OWN_ENOUGH && !e->others;
    }
}

/* --- bodies ------------------------------------------------------------------------------------------------------ */

static void read_blocks(struct evidence *e, const struct mkcv_block *b, size_t *bytes, int depth)
{
    for (; b && *bytes < BYTES_MOST && depth < DEEPEST; b = b->next) {
        if (b->text.s && b->kind != MKCV_BLOCK_COLLECTION && b->kind != MKCV_BLOCK_CODE) {
            size_t n = strlen(b->text.s);
            *bytes += n;
            read_bytes(e, b->text.s, n, SIZE_MAX);
        }
        read_blocks(e, b->first, bytes, depth + 1);
    }
}

const char *mkcv_language_of_blocks(const struct mkcv_block *body)
{
    struct evidence e = {.body = true};
    size_t bytes = 0, best = 0, second = 1;
    read_blocks(&e, body, &bytes, 0);
    /* an ideogram says as much as two or three letters do */
    size_t wide = e.han + e.kana + e.hangul;
    if (wide >= 20 && wide * 3 > e.letters) {
        if (e.hangul * 2 > wide) return "ko";
        return e.kana * 25 > wide ? "ja" : "zh";
    }
    for (size_t i = 1; i < LANGUAGES; i++) {
        if (e.weights[i] > e.weights[best])
            second = best, best = i;
        else if (second == best || e.weights[i] > e.weights[second])
            second = i;
    }
    return e.sums[best] >= BODY_LEAST && e.weights[best] > e.weights[second] * 3 / 2 ? tags[best] : NULL;
}

/* The letters of the language's own script among the evidence; SIZE_MAX: it has none, or one that is not counted. */
static size_t own_letters(const struct evidence *e, const char *tag)
{
    static const char *const wide[] = {"zh", "ja"};
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (mkcv_language_is_same(wide[i], tag)) return e->han + e->kana;
    if (mkcv_language_is_same("ko", tag)) return e->hangul;
    if (mkcv_language_is_same("el", tag)) return e->greek;
    return mkcv_language_is_same("he", tag) ? e->hebrew : SIZE_MAX;
}

const char *mkcv_language_of_page(struct mkcv_arena *a, const struct mkcv_node *meta, const struct mkcv_block *body)
{
    const char *said = mkcv_language_of_meta(a, meta);
    struct evidence e = {.body = true};
    size_t bytes = 0;
    if (!said || own_letters(&e, said) == SIZE_MAX) return said;
    read_blocks(&e, body, &bytes, 0);
    return e.letters >= LETTERS_PLAIN && !own_letters(&e, said) ? NULL : said;
}

/* --- texts ------------------------------------------------------------------------------------------------------- */

/* The language of a script in which most of the text is; "" when the script has several; NULL: it is Latin, or
 * Cyrillic. */
static const char *by_script(const struct evidence *e)
{
    size_t wide = e->han + e->kana + e->hangul;
    if (wide > 1 && wide * (IDEOGRAPHS_MOST + 1) > e->letters) {
        if (e->hangul * 2 > wide) return "ko";
        return e->kana > 1 ? "ja" : e->chinese ? "zh" : "";
    }
    if (e->greek > 2 && e->greek * 2 > e->letters) return "el";
    return e->hebrew > 2 && e->hebrew * 2 > e->letters ? "he" : NULL;
}

/* Hits of the languages in `of` that are none of those in `but`. */
static size_t count_hits(const struct evidence *e, uint32_t of, uint32_t but)
{
    size_t n = 0;
    for (size_t i = 0; i < e->count; i++) n += (e->hits[i]->languages & of) && !(e->hits[i]->languages & but);
    return n;
}

static const char *by_words(const struct evidence *e, uint32_t own)
{
    size_t best = 0, most = 0, second = 0;
    if (count_hits(e, ~own, own) < LEAST || e->total * ONE_IN < e->words) return NULL;
    for (size_t i = 0; i < LANGUAGES; i++) {
        size_t n = count_hits(e, 1u << i, own);
        if (n <= most) {
            if (n > second) second = n;
            continue;
        }
        second = most, most = n, best = i;
    }
    if (most < LEAST || most == second || !count_hits(e, 1u << best, own | NAME)) return NULL;
    if (most == LEAST && count_hits(e, 1u << best, 0) * FEW_ONE_IN < e->words) return NULL;
    return count_hits(e, own, 1u << best) * OWN_ONE_IN <= most ? tags[best] : NULL;
}

/* The bit of a document's language; 0: nothing is known of it. Of one in another script no word can be mistaken. */
static bool find_own(const char *document, uint32_t *own)
{
    static const char *const apart[] = {"zh", "ja", "ko", "el", "he", "ar", "fa", "hi"};
    *own = 0;
    for (size_t i = 0; i < LANGUAGES && !*own; i++)
        if (mkcv_language_is_same(tags[i], document)) *own = 1u << i;
    if (*own) return true;
    for (size_t i = 0; i < sizeof apart / sizeof *apart; i++)
        if (mkcv_language_is_same(apart[i], document)) return true;
    if (mkcv_language_is_same("nb", document) || mkcv_language_is_same("nn", document)) *own = NO;
    return *own != 0;
}

/* A sign of the document's own script. */
static bool has_own_script(const struct evidence *e, const char *document)
{
    if (mkcv_language_is_same("ko", document)) return e->hangul > 0;
    if (mkcv_language_is_same("ja", document)) return e->kana > 0 || (e->han > 0 && !e->chinese);
    if (mkcv_language_is_same("zh", document)) return e->han > 0 && !e->kana;
    return false;
}

const char *mkcv_language_of_text(const struct mkcv_text *t, const char *document)
{
    if (mkcv_text_length(t) < BYTES_LEAST) return NULL;
    struct evidence e = {.body = false};
    if (!find_own(document, &e.document)) return NULL;
    for (size_t i = 0; i < t->spans.count && e.words < WORDS_MOST; i++) {
        const struct mkcv_span *span = &t->spans.at[i];
        if (!(span->marks & (MKCV_MARK_CODE | MKCV_MARK_MATH))) read_bytes(&e, t->s + span->at, span->len, WORDS_MOST);
    }
    const char *found = by_script(&e);
    if (!found) found = by_words(&e, e.document);
    return !found || !*found || has_own_script(&e, document) ? NULL : found;
}
