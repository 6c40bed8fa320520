/* opportunities.c - the rules of Unicode Standard Annex 14, in their order and by their numbers; see opportunities.h.
 */
#include "opportunities.h"
#include "mkcv/utf8.h"
#include "paragraph.h"
#include <stdint.h>
#include <string.h>

/* The classes of LineBreak.txt, and two more that rules tell apart. */
enum class {
    LB_NONE, /* before the first character */
    LB_AI,
    LB_AL,
    LB_B2,
    LB_BA,
    LB_BB,
    LB_BK,
    LB_CB,
    LB_CJ,
    LB_CL,
    LB_CM,
    LB_CP,
    LB_CR,
    LB_EB,
    LB_EM,
    LB_EX,
    LB_GL,
    LB_H2,
    LB_H3,
    LB_HL,
    LB_HY,
    LB_ID,
    LB_IN,
    LB_IS,
    LB_JL,
    LB_JT,
    LB_JV,
    LB_LF,
    LB_NL,
    LB_NS,
    LB_NU,
    LB_OP,
    LB_PO,
    LB_PR,
    LB_QU,
    LB_RI,
    LB_SA,
    LB_SG,
    LB_SP,
    LB_SY,
    LB_WJ,
    LB_XX,
    LB_ZW,
    LB_ZWJ,
    LB_OP_WIDE,     /* OP of East Asian width F, W or H */
    LB_ID_RESERVED, /* ID of a pictograph that is not assigned yet */
};

enum category {
    GC_Cc,
    GC_Cf,
    GC_Cn,
    GC_Co,
    GC_Cs,
    GC_LC,
    GC_Ll,
    GC_Lm,
    GC_Lo,
    GC_Lt,
    GC_Lu,
    GC_Mc,
    GC_Me,
    GC_Mn,
    GC_Nd,
    GC_Nl,
    GC_No,
    GC_Pc,
    GC_Pd,
    GC_Pe,
    GC_Pf,
    GC_Pi,
    GC_Po,
    GC_Ps,
    GC_Sc,
    GC_Sk,
    GC_Sm,
    GC_So,
    GC_Zl,
    GC_Zp,
    GC_Zs
};

static const struct row {
    uint32_t from, to;
    uint8_t class, category;
} rows[] = {
#define MKCV_LINE_BREAK(from, to, class, category) {from, to, LB_##class, GC_##category},
#include "line_break.inc"
#undef MKCV_LINE_BREAK
};

enum { ROWS = sizeof rows / sizeof *rows };

static bool is_full_width(uint32_t c)
{
    return c == 0x2329 || (c >= 0x3000 && c <= 0x303f) || (c >= 0xfe10 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xffef);
}

/* LB1: classes that stand for others. */
static enum class resolve(const struct row *r, uint32_t c) {
    bool mark = r->category == GC_Mn || r->category == GC_Mc, reserved = r->category == GC_Cn && c >= 0x1f000;
    if (r->class == LB_AI || r->class == LB_SG || r->class == LB_XX) return LB_AL;
    if (r->class == LB_SA) return mark ? LB_CM : LB_AL;
    if (r->class == LB_CJ) return LB_NS;
    if (r->class == LB_OP) return is_full_width(c) ? LB_OP_WIDE : LB_OP;
    if (r->class == LB_ID) return reserved && c < 0x20000 ? LB_ID_RESERVED : LB_ID;
    return (enum class)r->class;
}

static enum class class_of(uint32_t c) {
    size_t low = 0, high = ROWS; while (low < high){size_t middle = low + (high - low) / 2;
                                                    if (c > rows[middle].to) low = middle + 1; else high = middle;}
return low < ROWS && c >= rows[low].from ? resolve(&rows[low], c) : LB_AL;
}

static bool is_in(enum class c, const enum class *set)
{
    for (; *set; set++)
        if (*set == c) return true;
    return false;
}
#define IS(c, ...) is_in((c), (const enum class[]){__VA_ARGS__, LB_NONE})

static bool is_letter(enum class c) { return c == LB_AL || c == LB_HL; }
static bool is_opening(enum class c) { return c == LB_OP || c == LB_OP_WIDE; }
static bool is_closing(enum class c) { return c == LB_CL || c == LB_CP; }
static bool is_hangul(enum class c) { return IS(c, LB_JL, LB_JV, LB_JT, LB_H2, LB_H3); }
static bool is_pictograph(enum class c) { return IS(c, LB_ID, LB_ID_RESERVED, LB_EB, LB_EM); }
static bool is_hard(enum class c) { return IS(c, LB_BK, LB_CR, LB_LF, LB_NL); }
static bool is_separator(enum class c) { return is_hard(c) || c == LB_SP || c == LB_ZW || c == LB_NONE; }

/* What is known of the text before a place. */
struct before {
    enum class last;   /* of the last character; marks count with what they stand on (LB9) */
    enum class solid;  /* of the last one that is no space */
    bool zwj;          /* the very last one is a joiner */
    bool hebrew;       /* `last` follows a Hebrew letter */
    bool odd_regional; /* the regional indicators at the end are odd in number */
    enum { NUMBER_NONE, NUMBER_OPEN, NUMBER_CLOSED } number; /* LB25: digits at the end; and a bracket behind them */
};

/* LB25, section 8.2. */
static bool is_inside_number(const struct before *b, enum class c, enum class after)
{
    if (c == LB_NU) return b->number == NUMBER_OPEN || IS(b->last, LB_PR, LB_PO, LB_OP, LB_OP_WIDE, LB_HY);
    if (is_opening(c)) return after == LB_NU && IS(b->last, LB_PR, LB_PO);
    if (c == LB_SY || c == LB_IS || is_closing(c)) return b->number == NUMBER_OPEN;
    return (c == LB_PO || c == LB_PR) && b->number != NUMBER_NONE;
}

/* LB21 to LB30b: whether what is not separated by spaces stays together. */
static bool stays(const struct before *b, enum class c, enum class after)
{
    enum class last = b->last;
    return IS(c, LB_BA, LB_HY, LB_NS) || last == LB_BB ||                                          /* 21 */
           (b->hebrew && (last == LB_HY || last == LB_BA)) ||                                      /* 21a */
           (last == LB_SY && c == LB_HL) ||                                                        /* 21b */
           c == LB_IN ||                                                                           /* 22 */
           (is_letter(last) && c == LB_NU) || (last == LB_NU && is_letter(c)) ||                   /* 23 */
           (last == LB_PR && is_pictograph(c)) || (is_pictograph(last) && c == LB_PO) ||           /* 23a */
           (IS(last, LB_PR, LB_PO) && is_letter(c)) || (is_letter(last) && IS(c, LB_PR, LB_PO)) || /* 24 */
           is_inside_number(b, c, after) ||                                                        /* 25 */
           (last == LB_JL && IS(c, LB_JL, LB_JV, LB_H2, LB_H3)) ||                                 /* 26 */
           (IS(last, LB_JV, LB_H2) && IS(c, LB_JV, LB_JT)) || (IS(last, LB_JT, LB_H3) && c == LB_JT) ||
           (is_hangul(last) && c == LB_PO) || (last == LB_PR && is_hangul(c)) || /* 27 */
           (is_letter(last) && is_letter(c)) ||                                  /* 28 */
           (last == LB_IS && is_letter(c)) ||                                    /* 29 */
           ((is_letter(last) || last == LB_NU) && c == LB_OP) ||                 /* 30 */
           (last == LB_CP && (is_letter(c) || c == LB_NU)) ||
           (last == LB_RI && c == LB_RI && b->odd_regional) || /* 30a */
           (IS(last, LB_EB, LB_ID_RESERVED) && c == LB_EM);    /* 30b */
}

/* Before a character of class `c` that is followed by one of class `after`. */
static bool may_break(const struct before *b, enum class c, enum class after)
{
    enum class last = b->last, solid = b->solid;
    bool spaced = last == LB_SP;
    if (last == LB_NONE) return false;                              /* 2 */
    if (last == LB_CR && c == LB_LF) return false;                  /* 5 */
    if (is_hard(last)) return true;                                 /* 4, 5 */
    if (is_hard(c) || c == LB_SP || c == LB_ZW) return false;       /* 6, 7 */
    if (solid == LB_ZW) return true;                                /* 8 */
    if (b->zwj) return false;                                       /* 8a */
    if (c == LB_WJ || last == LB_WJ || last == LB_GL) return false; /* 11, 12 */
    if (c == LB_GL && !IS(last, LB_SP, LB_BA, LB_HY)) return false; /* 12a */
    if (is_closing(c) || IS(c, LB_EX, LB_IS, LB_SY)) return false;  /* 13 */
    if (is_opening(solid)) return false;                            /* 14 */
    if (solid == LB_QU && is_opening(c)) return false;              /* 15 */
    if (is_closing(solid) && c == LB_NS) return false;              /* 16 */
    if (solid == LB_B2 && c == LB_B2) return false;                 /* 17 */
    if (spaced) return true;                                        /* 18 */
    if (c == LB_QU || last == LB_QU) return false;                  /* 19 */
    if (c == LB_CB || last == LB_CB) return true;                   /* 20 */
    return !stays(b, c, after);                                     /* 31 */
}

/* LB9 and LB10: a mark counts with what it stands on, and alone as a letter. */
static bool is_carried(const struct before *b, enum class c)
{
    return (c == LB_CM || c == LB_ZWJ) && !is_separator(b->last);
}

static void pass(struct before *b, enum class c)
{
    bool goes_on = b->number == NUMBER_OPEN && IS(c, LB_NU, LB_SY, LB_IS);
    if (c == LB_NU || goes_on)
        b->number = NUMBER_OPEN;
    else
        b->number = b->number == NUMBER_OPEN && is_closing(c) ? NUMBER_CLOSED : NUMBER_NONE;
    b->hebrew = b->last == LB_HL;
    b->odd_regional = c == LB_RI && !(b->last == LB_RI && b->odd_regional);
    b->last = c;
    if (c != LB_SP) b->solid = c;
}

/* A curly quote beside an ideograph is a bracket. */
static enum class tailor(uint32_t before, uint32_t c, uint32_t after, enum class class) {
    bool quote = c == 0x2018 || c == 0x2019 || c == 0x201c || c == 0x201d;
    if (!quote || !(mkcv_is_ideograph(before) || mkcv_is_ideograph(after))) return class;
    return mkcv_is_opening(c) ? LB_OP_WIDE : LB_CL;
}

const bool *mkcv_opportunities_find(struct mkcv_arena *a, const char *s, size_t n, bool ideographic)
{
    bool *at = MKCV_NEW_ARRAY(a, bool, n + 1);
    struct before b = {.last = LB_NONE};
    const char *next = s, *end = s + n;
    uint32_t before = 0, c = n ? mkcv_utf8_next(&next) : 0;
    for (const char *p = s; p < end;) {
        const char *here = next;
        uint32_t after = next < end ? mkcv_utf8_next(&next) : 0;
        enum class class = class_of(c);
        if (ideographic) class = tailor(before, c, after, class);
        if (is_carried(&b, class)) {
            b.zwj = class == LB_ZWJ;
        } else {
            enum class whole = class == LB_CM || class == LB_ZWJ ? LB_AL : class;
            at[p - s] = may_break(&b, whole, after ? class_of(after) : LB_NONE);
            pass(&b, whole);
            b.zwj = class == LB_ZWJ;
        }
        before = c;
        c = after;
        p = here;
    }
    return at;
}
