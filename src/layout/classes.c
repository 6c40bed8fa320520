/* classes.c - what single characters allow at the ends of lines.
 *
 * Hanging follows the tables of pdfTeX's microtype (H. T. The, Micro-typographic Extensions to the TeX Typesetting
 * System, 2000). */
#include "paragraph.h"

struct range {
    uint32_t from, to;
};

static bool is_in(const struct range *r, size_t count, uint32_t c)
{
    for (size_t i = 0; i < count; i++)
        if (c >= r[i].from && c <= r[i].to) return true;
    return false;
}

static bool is_any_of(const uint32_t *set, size_t count, uint32_t c)
{
    for (size_t i = 0; i < count; i++)
        if (set[i] == c) return true;
    return false;
}

bool mkcv_is_ideograph(uint32_t c)
{
    static const struct range ranges[] = {{0x1100, 0x11ff}, {0x2e80, 0x303f}, {0x3040, 0x31ff},   {0x3200, 0x9fff},
                                          {0xa000, 0xa4cf}, {0xa960, 0xa97f}, {0xac00, 0xd7ff},   {0xf900, 0xfaff},
                                          {0xfe30, 0xfe4f}, {0xff00, 0xffef}, {0x1b000, 0x1b2ff}, {0x20000, 0x3ffff}};
    return c >= 0x1100 && is_in(ranges, sizeof ranges / sizeof *ranges, c);
}

bool mkcv_is_opening(uint32_t c)
{
    static const uint32_t set[] = {'(',    '[',    '{',    0x2018, 0x201c, 0xab,   0x3008,
                                   0x300a, 0x300c, 0x300e, 0x3010, 0x3014, 0x3016, 0x3018,
                                   0x301a, 0x301d, 0xff08, 0xff3b, 0xff5b, 0xff5f, 0xff62};
    return is_any_of(set, sizeof set / sizeof *set, c);
}

/* Not commas and round brackets, which some fonts set in the middle of their squares. */
bool mkcv_is_half_blank(uint32_t c)
{
    return (c >= 0x3008 && c <= 0x3011) || (c >= 0x3014 && c <= 0x301b) || c == 0x3001 || c == 0x3002;
}

bool mkcv_is_joined(uint32_t c)
{
    static const struct range ranges[] = {{0x300, 0x36f},   {0x483, 0x489},     {0x591, 0x5c7},     {0x610, 0x61a},
                                          {0x64b, 0x65f},   {0x900, 0x903},     {0x93a, 0x94f},     {0x200c, 0x200d},
                                          {0x20d0, 0x20ff}, {0x302a, 0x302f},   {0x3099, 0x309a},   {0xfe00, 0xfe0f},
                                          {0xfe20, 0xfe2f}, {0x1f3fb, 0x1f3ff}, {0xe0100, 0xe01ef}, {0x1160, 0x11ff}};
    return c >= 0x300 && is_in(ranges, sizeof ranges / sizeof *ranges, c);
}

static const struct mkcv_hang hangs[] = {
    {'.', 0, 700},      {',', 0, 500},      {'-', 0, 500},      {':', 0, 500},      {';', 0, 300},
    {'!', 0, 100},      {'?', 0, 200},      {'(', 100, 0},      {')', 0, 200},      {'\'', 300, 500},
    {'"', 300, 300},    {'A', 50, 50},      {'T', 70, 70},      {'V', 50, 50},      {'W', 50, 50},
    {'X', 50, 50},      {'Y', 50, 70},      {'K', 0, 50},       {'F', 0, 50},       {'k', 0, 50},
    {'r', 0, 50},       {'t', 0, 70},       {'v', 50, 50},      {'w', 50, 50},      {'x', 50, 50},
    {'y', 50, 70},      {0xab, 200, 0},     {0xbb, 0, 200},     {0x2010, 0, 500},   {0x2013, 200, 300},
    {0x2014, 150, 200}, {0x2018, 400, 400}, {0x2019, 300, 500}, {0x201c, 300, 300}, {0x201d, 200, 400},
    {0x201e, 300, 300}, {0x2026, 0, 150},
};

struct mkcv_hang mkcv_hang_of(const struct mkcv_style *style, uint32_t c)
{
    const struct mkcv_hangs *own = &style->text.protrusion;
    if (own->none) return (struct mkcv_hang){.c = c};
    for (size_t i = own->list.count; i-- > 0;)
        if (own->list.at[i].c == c) return own->list.at[i];
    if (mkcv_is_half_blank(c)) return (struct mkcv_hang){c, mkcv_is_opening(c) ? 500 : 0, mkcv_is_opening(c) ? 0 : 500};
    for (size_t i = 0; i < sizeof hangs / sizeof *hangs; i++)
        if (hangs[i].c == c) return hangs[i];
    return (struct mkcv_hang){.c = c};
}
