/* cff.c - the charset of a CID-keyed CFF, rewritten as the identity.
 *
 * Such a font (Noto CJK is one) maps CID to glyph through its charset, and hb-subset keeps the CIDs of the source; the
 * page and /W use the glyph's number, so that nothing would be drawn. In fonts keyed by name the CID is the number
 * already. Adobe Technical Note 5176, The Compact Font Format Specification. */
#include "fonts.h"

enum { OP_CHARSET = 15, OP_ESCAPE = 12, OP_ROS = 30 };

struct span {
    size_t at, end;
};

/* Reads the INDEX at `at`: its first object; returns where the INDEX ends, 0 when it is not sound. */
static size_t read_index(const unsigned char *d, size_t n, size_t at, struct span *first)
{
    *first = (struct span){0, 0};
    if (at + 3 > n) return 0;
    size_t count = (size_t)d[at] << 8 | d[at + 1], size = d[at + 2], offsets = at + 3, v[3] = {0};
    if (!count) return at + 2;
    size_t base = offsets + (count + 1) * size - 1; /* offsets count from 1 */
    if (size < 1 || size > 4 || base >= n) return 0;
    const size_t which[3] = {0, 1, count};
    for (int k = 0; k < 3; k++)
        for (size_t i = 0; i < size; i++) v[k] = v[k] << 8 | d[offsets + which[k] * size + i];
    if (base + v[2] > n || v[1] > v[2] || v[0] > v[1]) return 0;
    *first = (struct span){base + v[0], base + v[1]};
    return base + v[2];
}

/* Reads an operand that begins with byte `b0`; *at is behind it. */
static long read_operand(const unsigned char *d, unsigned b0, size_t *at, size_t end)
{
    size_t left = end - *at, p = *at;
    if (b0 >= 32 && b0 <= 246) return (long)b0 - 139;
    if (b0 >= 247 && b0 <= 254 && left >= 1) {
        *at += 1;
        return b0 <= 250 ? ((long)b0 - 247) * 256 + d[p] + 108 : -((long)b0 - 251) * 256 - d[p] - 108;
    }
    if (b0 == 28 && left >= 2) {
        *at += 2;
        return (int16_t)(d[p] << 8 | d[p + 1]);
    }
    if (b0 == 29 && left >= 4) {
        *at += 4;
        return (long)((unsigned long)d[p] << 24 | (unsigned long)d[p + 1] << 16 | (unsigned long)d[p + 2] << 8 |
                      d[p + 3]);
    }
    while (b0 == 30 && *at < end && (d[(*at)++] & 15) != 15) continue; /* a real: no operator here takes one */
    return 0;
}

/* Scans a Top DICT for its charset's offset; false when the font is not keyed by CID. */
static bool find_charset(const unsigned char *d, struct span dict, size_t *charset)
{
    bool keyed = false;
    long operand = 0;
    for (size_t at = dict.at; at < dict.end;) {
        unsigned b = d[at++];
        if (b == OP_ESCAPE)
            keyed |= at < dict.end && d[at++] == OP_ROS;
        else if (b == OP_CHARSET)
            *charset = operand > 0 ? (size_t)operand : 0;
        else if (b > 21)
            operand = read_operand(d, b, &at, dict.end);
    }
    return keyed;
}

bool mkcv_cff_number_glyphs(unsigned char *d, size_t n, unsigned glyph_count)
{
    struct span first;
    size_t charset = 0;
    if (n < 4) return false;
    size_t top = read_index(d, n, d[2], &first); /* Name INDEX */
    if (!top || !read_index(d, n, top, &first)) return false;
    if (!find_charset(d, first, &charset) || glyph_count < 2) return true;
    if (charset < 3 || charset + (glyph_count == 2 ? 3 : 5) > n) return false;
    unsigned char *p = d + charset;
    /* Format 2 is one range: its first CID, and how many follow. One glyph fits into format 0 in less room. */
    unsigned more = glyph_count - 2;
    p[0] = more ? 2 : 0;
    p[1] = 0;
    p[2] = 1;
    if (!more) return true;
    p[3] = (unsigned char)(more >> 8);
    p[4] = (unsigned char)more;
    return true;
}
