/* segment.c - text cut into stretches of one face and one script, as HarfBuzz wants them.
 *
 * A base character and its marks stay together (a cluster): they come from one face. What shows nothing is dropped;
 * what no face has is spelt out as its code point. The text of a segment is what a reader copies: spaces of every
 * width are plain spaces in it. */
#include "fonts.h"
#include "mkcv/utf8.h"
#include <string.h>

#define CLUSTER_MAX 32   /* characters; further marks make a cluster of their own */
#define SEGMENT_MAX 8000 /* bytes: glyphs count them in 16 bits */
#define HYPHEN_NO_BREAK 0x2011
#define NON_JOINER 0x200c

struct cutter {
    struct mkcv_fonts *f;
    const struct mkcv_face_want *want;
    mkcv_segment_flush *flush;
};

/* Unicode's Default_Ignorable_Code_Point. */
static bool is_ignorable(uint32_t c)
{
    if (c < 0xad) return false;
    if (c < 0x2000)
        return c == 0xad || c == 0x34f || c == 0x61c || (c >= 0x115f && c <= 0x1160) || (c >= 0x17b4 && c <= 0x17b5) ||
               (c >= 0x180b && c <= 0x180f);
    if (c < 0x10000)
        return (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) ||
               c == 0x3164 || (c >= 0xfe00 && c <= 0xfe0f) || c == 0xfeff || c == 0xffa0 ||
               (c >= 0xfff0 && c <= 0xfff8);
    return (c >= 0x1bca0 && c <= 0x1bca3) || (c >= 0x1d173 && c <= 0x1d17a) || (c >= 0xe0000 && c <= 0xe0fff);
}

static bool is_private(uint32_t c) { return (c >= 0xe000 && c <= 0xf8ff) || c >= 0xf0000; }

static bool is_mark(uint32_t c)
{
    if (c < 0x300) return false;
    switch ((int)hb_unicode_general_category(hb_unicode_funcs_get_default(), c)) {
    case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
        return true;
    default:
        return false; /* the 27 other categories of a library's enum */
    }
}

static hb_script_t script_of(uint32_t c)
{
    if (c < 0x80) return (c | 32) >= 'a' && (c | 32) <= 'z' ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
    hb_script_t s = hb_unicode_script(hb_unicode_funcs_get_default(), c);
    return s == HB_SCRIPT_INHERITED || s == HB_SCRIPT_UNKNOWN ? HB_SCRIPT_COMMON : s;
}

/* Joiners change the shape of letters in scripts that join; elsewhere they glue emoji, and a non-joiner keeps letters
 * from a ligature (put_non_joiner). */
static bool keeps_joiner(uint32_t base, uint32_t c)
{
    static const hb_script_t plain[] = {HB_SCRIPT_COMMON,   HB_SCRIPT_LATIN,  HB_SCRIPT_GREEK,
                                        HB_SCRIPT_CYRILLIC, HB_SCRIPT_HAN,    HB_SCRIPT_HANGUL,
                                        HB_SCRIPT_HIRAGANA, HB_SCRIPT_HEBREW, HB_SCRIPT_KATAKANA};
    if (c != 0x200c && c != 0x200d) return false;
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (script_of(base) == plain[i]) return false;
    return true;
}

/* Adds characters of one face to the segment, which is given away first when face or script change. */
static void put_cluster(struct cutter *k, struct mkcv_open_face *face, const uint32_t *codepoints, size_t n,
                        const char *text)
{
    struct mkcv_segment *s = &k->f->segment;
    hb_script_t script = script_of(codepoints[0]);
    bool other = script != HB_SCRIPT_COMMON && s->script != HB_SCRIPT_COMMON && script != s->script;
    if (s->items.count && (s->face != face || other || s->text.count > SEGMENT_MAX)) k->flush(k->f, k->want);
    if (!s->items.count) s->script = HB_SCRIPT_COMMON;
    if (script != HB_SCRIPT_COMMON) s->script = script;
    s->face = face;
    for (size_t i = 0; i < n; i++) {
        *MKCV_PUSH(k->f->arena, &s->items) = (struct mkcv_item){codepoints[i], (uint32_t)s->text.count};
        char utf8[4];
        size_t length = text ? strlen(text) : mkcv_utf8_encode(codepoints[i], utf8);
        for (size_t j = 0; j < length; j++) *MKCV_PUSH(k->f->arena, &s->text) = (text ? text : utf8)[j];
    }
}

/* Spells a character that no face has, and says so once. */
static void put_missing(struct cutter *k, uint32_t c)
{
    char s[5] = {0};
    mkcv_utf8_encode(c, s);
    const char *spelt = mkcv_arena_printf(k->f->arena, "U+%04X", (unsigned)c);
    if (!hb_set_has(k->f->reported, c)) {
        hb_set_add(k->f->reported, c);
        const char *shown = is_private(c) ? "this private-use character" : mkcv_arena_printf(k->f->arena, "'%s'", s);
        mkcv_report(k->f->diags, MKCV_DIAG_GLYPH_MISSING, ((struct mkcv_loc){0}), shown, spelt);
    }
    for (; *spelt; spelt++) {
        uint32_t letter = (unsigned char)*spelt;
        struct mkcv_open_face *face = mkcv_fonts_find(k->f, mkcv_slot_of(k->want), &letter, 1);
        if (face) put_cluster(k, face, &letter, 1, NULL);
    }
}

static void put_space(struct cutter *k, uint32_t c)
{
    static const uint32_t blank = ' ';
    struct mkcv_open_face *face = mkcv_fonts_find(k->f, mkcv_slot_of(k->want), &blank, 1);
    /* HarfBuzz gives the narrow and wide ones their width when the face does not. */
    bool plain = c <= 0x20 || c == 0xa0 || c == 0x85 || c == 0x2028 || c == 0x2029;
    if (face) put_cluster(k, face, plain ? &blank : &c, 1, " ");
}

/* A letter before it does not join into a ligature with one behind (The Unicode Standard, 23.2); it is seen by
 * HarfBuzz, which kerns over it, and not part of the text. */
static void put_non_joiner(struct cutter *k)
{
    struct mkcv_segment *s = &k->f->segment;
    if (s->items.count) *MKCV_PUSH(k->f->arena, &s->items) = (struct mkcv_item){NON_JOINER, (uint32_t)s->text.count};
}

static void put_found(struct cutter *k, const uint32_t *codepoints, size_t n)
{
    struct mkcv_open_face *face =
        is_private(codepoints[0]) ? NULL : mkcv_fonts_find(k->f, mkcv_slot_of(k->want), codepoints, n);
    if (face)
        put_cluster(k, face, codepoints, n, NULL);
    else if (n > 1)
        for (size_t i = 0; i < n; i++) put_found(k, codepoints + i, 1);
    else if (codepoints[0] == HYPHEN_NO_BREAK)
        put_found(k, &(uint32_t){'-'}, 1);
    else
        put_missing(k, codepoints[0]);
}

void mkcv_segment_text(struct mkcv_fonts *f, const struct mkcv_face_want *want, const char *text, size_t n,
                       mkcv_segment_flush *flush)
{
    struct cutter k = {f, want, flush};
    const char *p = text, *end = text + n;
    while (p < end) {
        uint32_t cluster[CLUSTER_MAX];
        size_t count = 0;
        uint32_t c = mkcv_utf8_next(&p);
        if (!c) break;
        if (c == NON_JOINER) put_non_joiner(&k);
        if (is_ignorable(c)) continue;
        cluster[count++] = c;
        while (p < end && (unsigned char)*p >= 0x80 && count < CLUSTER_MAX) {
            const char *after = p;
            uint32_t next = mkcv_utf8_next(&after);
            bool ignorable = is_ignorable(next), kept = !ignorable || keeps_joiner(c, next);
            if ((!ignorable && !is_mark(next)) || (next == NON_JOINER && !kept)) break;
            if (kept) cluster[count++] = next;
            p = after;
        }
        if (count == 1 && (mkcv_is_space(c) || c < 0x20 || c == 0x7f))
            put_space(&k, c);
        else
            put_found(&k, cluster, count);
    }
    if (f->segment.items.count) flush(f, want);
}
