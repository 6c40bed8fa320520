/* pictograph.c - emoji; see pictograph.h. What is a picture follows Unicode Technical Standard 51: characters that are
 * shown as emoji by themselves, and those that a variation selector makes so. Signs of text (arrows, stars, ticks) are
 * none. */
#include "pictograph.h"
#include "mkcv/diag.h"
#include "mkcv/utf8.h"
#include <string.h>

enum { SELECTOR = 0xFE0F, JOINER = 0x200D, KEYCAP = 0x20E3 };

/* Emoji_Presentation below the pictographic planes. */
static bool is_old_picture(uint32_t c)
{
    static const uint16_t ranges[][2] = {
        {0x231A, 0x231B}, {0x23E9, 0x23EC}, {0x23F0, 0x23F0}, {0x23F3, 0x23F3}, {0x25FD, 0x25FE}, {0x2614, 0x2615},
        {0x2648, 0x2653}, {0x267F, 0x267F}, {0x2693, 0x2693}, {0x26A1, 0x26A1}, {0x26AA, 0x26AB}, {0x26BD, 0x26BE},
        {0x26C4, 0x26C5}, {0x26CE, 0x26CE}, {0x26D4, 0x26D4}, {0x26EA, 0x26EA}, {0x26F2, 0x26F3}, {0x26F5, 0x26F5},
        {0x26FA, 0x26FA}, {0x26FD, 0x26FD}, {0x2705, 0x2705}, {0x270A, 0x270B}, {0x2728, 0x2728}, {0x274C, 0x274C},
        {0x274E, 0x274E}, {0x2753, 0x2755}, {0x2757, 0x2757}, {0x2795, 0x2797}, {0x27B0, 0x27B0}, {0x27BF, 0x27BF},
        {0x2B1B, 0x2B1C}, {0x2B50, 0x2B50}, {0x2B55, 0x2B55},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (c >= ranges[i][0] && c <= ranges[i][1]) return true;
    return false;
}

static bool is_picture(uint32_t c, uint32_t next)
{
    if (c < 0x203C || (c >= 0x2E80 && c < 0x1F000)) return false;
    if (c >= 0x1F000) return c < 0x1FB00 && !(c >= 0x1F100 && c < 0x1F170); /* but for letters in circles */
    return next == SELECTOR || is_old_picture(c);
}

static bool is_joint(uint32_t c)
{
    return c == SELECTOR || c == JOINER || c == KEYCAP || (c >= 0xE0020 && c <= 0xE007F);
}

size_t mkcv_pictograph_length(const char *s)
{
    const char *p = s, *end = s;
    uint32_t c = mkcv_utf8_next(&p);
    const char *after = p;
    uint32_t next = c ? mkcv_utf8_next(&after) : 0;
    if (!is_picture(c, next) && c != SELECTOR && c != KEYCAP) return 0;
    for (end = p; is_joint(next) || (next >= 0x1F3FB && next <= 0x1F3FF); next = mkcv_utf8_next(&after)) end = after;
    return (size_t)(end - s);
}

static const char *word_of(uint32_t c)
{
    static const struct {
        uint32_t c;
        const char *word;
    } words[] = {
        {0x1F4C4, "PDF"},     {0x1F4C3, "PDF"},    {0x1F4DD, "paper"},        {0x1F4D6, "book"},   {0x1F4DA, "book"},
        {0x1F4D1, "PDF"},     {0x1F4BB, "code"},   {0x1F5A5, "code"},         {0x2328, "code"},    {0x1F4E6, "data"},
        {0x1F4BE, "data"},    {0x1F4CA, "slides"}, {0x1F4C8, "slides"},       {0x1F5BC, "poster"}, {0x1F3A5, "video"},
        {0x1F4F9, "video"},   {0x1F3AC, "video"},  {0x25B6, "video"},         {0x1F3A4, "talk"},   {0x1F3A7, "audio"},
        {0x1F310, "website"}, {0x1F3E0, "home"},   {0x1F517, "link"},         {0x1F4E7, "e-mail"}, {0x1F4E8, "e-mail"},
        {0x2709, "e-mail"},   {0x1F4DE, "phone"},  {0x260E, "phone"},         {0x1F4F1, "phone"},  {0x1F426, "Twitter"},
        {0x1F4F0, "news"},    {0x1F3C6, "award"},  {0x1F917, "Hugging Face"}, {0x2705, "yes"},     {0x2714, "yes"},
        {0x274C, "no"},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (words[i].c == c) return words[i].word;
    return NULL;
}

const char *mkcv_pictograph_word(const char *s, size_t from, size_t to)
{
    const char *word = NULL;
    for (const char *p = s + from, *end = s + to; p < end;) {
        size_t picture = mkcv_pictograph_length(p);
        const char *next = p;
        uint32_t c = mkcv_utf8_next(&next);
        if (mkcv_is_letter(c) || mkcv_is_digit(c)) return NULL;
        if (picture && !word) word = word_of(c) ? word_of(c) : "link";
        p = picture ? p + picture : next;
    }
    return word;
}

void mkcv_pictograph_report(struct mkcv_diags *d, const struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct mkcv_span *span = &t->spans.at[i];
        for (const char *p = t->s + span->at, *end = p + span->len; p < end;) {
            size_t n = (unsigned char)*p >= 0xE2 ? mkcv_pictograph_length(p) : 0;
            if (!n) {
                mkcv_utf8_next(&p);
                continue;
            }
            char picture[32] = "";
            memcpy(picture, p, n < sizeof picture ? n : 0);
            mkcv_report(d, MKCV_DIAG_PICTOGRAPH, mkcv_text_loc(t, (size_t)(p - t->s)), picture);
            p += n;
        }
    }
}
