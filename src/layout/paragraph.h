/* paragraph.h - a text in a measure: words, the items that the breaker sees, lines, pieces. */
#ifndef MKCV_PARAGRAPH_H
#define MKCV_PARAGRAPH_H
#include "dress.h"
#include "linebreak.h"

/* Part of a word in one dress, one link and one language. */
struct mkcv_fragment {
    const struct mkcv_shaped *shaped;
    const struct mkcv_dress *dress;
    uint32_t at, len; /* bytes of the paragraph's text */
    uint32_t link;    /* index + 1; 0: none */
    int32_t kern;     /* between the one before of its word and this one */
    uint8_t level;    /* of embedding (UAX 9): odd is right to left */
    const char *lang; /* NULL: the document's */
};

enum mkcv_gap {
    MKCV_GAP_END, /* of the paragraph */
    MKCV_GAP_SPACE,
    MKCV_GAP_TIE,    /* a space without a break */
    MKCV_GAP_FIXED,  /* a space of fixed width without a break */
    MKCV_GAP_CLOSE,  /* a break without a space: between ideographs, U+200B */
    MKCV_GAP_JOIN,   /* neither: marks of full width that close up */
    MKCV_GAP_FORCED, /* a forced break */
};

/* What stands between two gaps. */
struct mkcv_word {
    uint32_t at, len;      /* bytes of the paragraph's text */
    uint32_t first, count; /* its fragments */
    uint32_t source;       /* its first byte in the text that was given */
    int32_t width;
    uint8_t gap;    /* after it, enum mkcv_gap */
    bool wide;      /* may be cut anywhere */
    bool reluctant; /* its TIE may be broken after all */
    uint8_t gap_level;
    int32_t gap_width;
};

/* A linked stretch of the paragraph's text. */
struct mkcv_anchor {
    const char *url;
    uint32_t at, end;
    const char *text; /* made when first put */
    uint32_t element; /* the same; 0: not yet */
};

struct mkcv_line {
    uint32_t first, last; /* items: the first box, the break */
};

/* How a text is to be set. */
struct mkcv_shape {
    enum mkcv_role base;
    int32_t measure;
    enum mkcv_align align;
    bool prose; /* running text: words may be hyphenated as the style says */
};

struct mkcv_para {
    struct mkcv_shape shape;
    int32_t leading, size;
    size_t count; /* lines */
    struct mkcv_line *lines;
    const struct mkcv_text *source;
    const struct mkcv_item *items;
    bool bidi;     /* some of it runs against the rest */
    const char *s; /* the text without what is not set, NUL-terminated */
    MKCV_VEC(struct mkcv_word) words;
    MKCV_VEC(struct mkcv_fragment) fragments;
    MKCV_VEC(struct mkcv_anchor) anchors;
    MKCV_VEC(uint32_t) soft;  /* bytes of s before which a soft hyphen stood */
    MKCV_VEC(uint32_t) stops; /* bytes of s before which a ligature ends */
};

/* Breaks a text into lines; an empty text has none. Lives in the galley's scratch arena. Reports words that had to be
 * cut. */
struct mkcv_para *mkcv_para_new(struct mkcv_galley *g, const struct mkcv_text *text, struct mkcv_shape shape);
/* Width of a line as it is put, without what hangs out. */
int32_t mkcv_para_width(struct mkcv_galley *g, struct mkcv_para *p, size_t line);
/* Width of the longest line. */
int32_t mkcv_para_widest(struct mkcv_galley *g, struct mkcv_para *p);
/* Adds a line to the last row, its measure's left edge at x, its baseline y below the row's. */
void mkcv_para_put(struct mkcv_galley *g, struct mkcv_para *p, size_t line, int32_t x, int32_t y);
/* All lines, one leading apart. */
void mkcv_para_put_all(struct mkcv_galley *g, struct mkcv_para *p, int32_t x, int32_t y);

/* bidi.c: levels of embedding by byte (Unicode Standard Annex 9, by FriBidi) in a text that runs right to left as a
 * whole or not; NULL when all of it runs left to right. What has a role of its own (a title, an author) stands apart:
 * two of one script beside one another do not change places. */
const uint8_t *mkcv_bidi_levels(struct mkcv_arena *a, const struct mkcv_text *t, bool rtl);
/* What stands on a line beside one another: order[i] is the number of the i-th from the left (rule L2). */
void mkcv_bidi_order(const uint8_t *levels, size_t count, uint32_t *order);
/* How a fragment's text is shaped. */
struct mkcv_face_want mkcv_fragment_want(const struct mkcv_fragment *f);

/* fragment.c: bytes [from, to) of the paragraph's text, all in the fragment, shaped with a hyphen behind or without. */
const struct mkcv_shaped *mkcv_fragment_shape(struct mkcv_galley *g, const struct mkcv_para *p,
                                              const struct mkcv_fragment *f, uint32_t from, uint32_t to, bool hyphen);
/* What is to stand between two fragments that touch: the kerning that both faces have, or the room that an italic
 * letter needs before an upright one; negative: they draw nearer. */
int32_t mkcv_fragment_kern(struct mkcv_galley *g, const struct mkcv_fragment *a, const struct mkcv_fragment *b);
/* The index of the first number in order that is greater than `place`. */
size_t mkcv_first_behind(const uint32_t *at, size_t count, uint32_t place);

/* ligature.c: what a language (BCP 47, kept) asks of words. */
struct mkcv_spelling mkcv_spelling_of(const struct mkcv_style *style, const char *lang);
/* Adds the stops of a word of the language (NULL: the document's), n bytes of the paragraph's text, to its paragraph.
 */
void mkcv_word_ligatures(struct mkcv_galley *g, struct mkcv_para *p, uint32_t at, uint32_t n, const char *lang);

/* words.c: words, fragments, anchors from the source; words wider than the measure are marked and reported. */
void mkcv_para_read(struct mkcv_galley *g, struct mkcv_para *p);
/* items.c: the items, with hyphenation or without. */
const struct mkcv_item *mkcv_para_items(struct mkcv_galley *g, struct mkcv_para *p, bool hyphens, size_t *count);

/* Where a word may be cut. */
enum mkcv_cut {
    MKCV_CUT_DASH,   /* after a hyphen or dash of its own */
    MKCV_CUT_URL,    /* after punctuation of an address */
    MKCV_CUT_HYPHEN, /* a hyphen is added */
    MKCV_CUT_ANY,    /* between any two characters */
};
struct mkcv_cut_point {
    uint32_t at; /* bytes from the word's start */
    uint8_t kind;
};
struct mkcv_cuts {
    MKCV_VEC(struct mkcv_cut_point) list;
};
/* cuts.c: the places, in order. */
void mkcv_word_cuts(struct mkcv_galley *g, const struct mkcv_para *p, const struct mkcv_word *w, bool hyphens,
                    struct mkcv_cuts *out);

/* Where letters, n bytes, may be divided, as the style says or the patterns; breaks: hyphen.h. */
void mkcv_letters_divide(const struct mkcv_style *style, const struct mkcv_hyphen *h, const char *letters, uint32_t n,
                         uint8_t *breaks);

/* Reads off how wide a word is up to a byte; positions asked of one ruler must not decrease. Zero-initialised is ready.
 */
struct mkcv_ruler {
    uint32_t fragment;
    int32_t before;
};
int32_t mkcv_word_width_to(const struct mkcv_para *p, const struct mkcv_word *w, struct mkcv_ruler *r, uint32_t at);

/* hang.c: how far shaped text stands out at a line's start and end. */
int32_t mkcv_shaped_hang_left(const struct mkcv_style *s, const struct mkcv_shaped *shaped,
                              const struct mkcv_dress *dress);
int32_t mkcv_shaped_hang_right(const struct mkcv_style *s, const struct mkcv_shaped *shaped,
                               const struct mkcv_dress *dress);

/* classes.c: what a character allows. */
bool mkcv_is_ideograph(uint32_t c);  /* Han, kana, Hangul and their punctuation: a line may break on both sides */
bool mkcv_is_opening(uint32_t c);    /* a bracket or quote that opens */
bool mkcv_is_half_blank(uint32_t c); /* a mark of full width with ink in one half of its square */
bool mkcv_is_joined(uint32_t c);     /* a mark that stays with the character before it */
/* How far a character may hang out of a justified line: as the style says, else by the table. */
struct mkcv_hang mkcv_hang_of(const struct mkcv_style *style, uint32_t c);
#endif
