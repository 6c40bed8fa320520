/* bidi.c - right-to-left text: levels of embedding, and the order of a line's parts from the left (Unicode Standard
 * Annex 9). The levels are FriBidi's. */
#include "mkcv/utf8.h"
#include "paragraph.h"
#include <fribidi.h>
#include <string.h>

static bool runs_left(uint32_t c)
{
    return (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfeff) ||
           (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff) || c == 0x200f || c == 0x202b ||
           c == 0x202e || c == 0x2067;
}

static bool is_one_way(const char *s, size_t n)
{
    for (const char *p = s, *end = s + n; p < end;) {
        if ((unsigned char)*p < 0xd6) {
            p++;
            continue;
        }
        uint32_t c = mkcv_utf8_next(&p);
        if (!c || runs_left(c)) return !c;
    }
    return true;
}

/* Characters as FriBidi takes them, and the byte of each; NOWHERE for marks that are put between. */
struct characters {
    FriBidiChar *at;
    uint32_t *byte;
    FriBidiStrIndex count;
};
#define NOWHERE UINT32_MAX

static void add_character(struct characters *c, FriBidiChar character, uint32_t byte)
{
    c->at[c->count] = character;
    c->byte[c->count++] = byte;
}

/* The text, with a mark of the whole's direction wherever a role begins or ends. */
static struct characters read_characters(struct mkcv_arena *a, const struct mkcv_text *t, bool rtl)
{
    size_t most = mkcv_text_length(t) + t->spans.count + 1;
    struct characters c = {MKCV_NEW_ARRAY(a, FriBidiChar, most), MKCV_NEW_ARRAY(a, uint32_t, most), 0};
    enum mkcv_role role = MKCV_ROLE_PLAIN;
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct mkcv_span *span = &t->spans.at[i];
        if (span->role != role) add_character(&c, rtl ? FRIBIDI_CHAR_RLM : FRIBIDI_CHAR_LRM, NOWHERE);
        role = span->role;
        for (const char *p = t->s + span->at, *end = p + span->len; p < end;) {
            uint32_t byte = (uint32_t)(p - t->s), character = mkcv_utf8_next(&p);
            if (!character) break;
            add_character(&c, character, byte);
        }
    }
    return c;
}

const uint8_t *mkcv_bidi_levels(struct mkcv_arena *a, const struct mkcv_text *t, bool rtl)
{
    size_t n = mkcv_text_length(t);
    if (!rtl && is_one_way(t->s, n)) return NULL;
    struct characters c = read_characters(a, t, rtl);
    size_t count = (size_t)c.count;
    FriBidiCharType *types = MKCV_NEW_ARRAY(a, FriBidiCharType, count + 1);
    FriBidiBracketType *brackets = MKCV_NEW_ARRAY(a, FriBidiBracketType, count + 1);
    FriBidiLevel *levels = MKCV_NEW_ARRAY(a, FriBidiLevel, count + 1);
    FriBidiParType base = rtl ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    fribidi_get_bidi_types(c.at, c.count, types);
    fribidi_get_bracket_types(c.at, c.count, types, brackets);
    if (!fribidi_get_par_embedding_levels_ex(types, brackets, c.count, &base, levels)) mkcv_exhausted(n);
    uint8_t *out = mkcv_arena_alloc(a, n + 1);
    memset(out, rtl, n + 1);
    for (size_t i = 0; i < count; i++)
        if (c.byte[i] != NOWHERE && levels[i] >= 0) out[c.byte[i]] = (uint8_t)levels[i];
    return out;
}

void mkcv_bidi_order(const uint8_t *levels, size_t count, uint32_t *order)
{
    uint8_t most = 0;
    for (size_t i = 0; i < count; i++) {
        order[i] = (uint32_t)i;
        if (levels[i] > most) most = levels[i];
    }
    for (; most > 0; most--) {
        for (size_t from = 0, to; from < count; from = to + 1) {
            while (from < count && levels[order[from]] < most) from++;
            for (to = from; to < count && levels[order[to]] >= most;) to++;
            for (size_t i = from, k = to; i + 1 < k; i++) {
                uint32_t swapped = order[i];
                order[i] = order[--k];
                order[k] = swapped;
            }
        }
    }
}

struct mkcv_face_want mkcv_fragment_want(const struct mkcv_fragment *f)
{
    struct mkcv_face_want want = f->dress->want;
    want.rtl = f->level & 1;
    return want;
}
