/* fake_font.h - a font whose every character is half an em wide, so that tests of layout can count: a program that
 * includes this takes these functions in place of the real font's and hyphenation's. */
#ifndef MKCV_FAKE_FONT_H
#define MKCV_FAKE_FONT_H
#include "mkcv/font.h"
#include "mkcv/hyphen.h"
#include "mkcv/utf8.h"
#include <string.h>

struct mkcv_fonts {
    struct mkcv_arena *arena;
};

const struct mkcv_shaped *mkcv_font_shape(struct mkcv_fonts *f, const struct mkcv_face_want *want, const char *text,
                                          size_t n)
{
    struct mkcv_shaped *shaped = MKCV_NEW(f->arena, struct mkcv_shaped);
    struct mkcv_glyph_run *run = MKCV_NEW(f->arena, struct mkcv_glyph_run);
    struct mkcv_glyph *glyphs = MKCV_NEW_ARRAY(f->arena, struct mkcv_glyph, n);
    run->text = mkcv_arena_strndup(f->arena, text, n);
    run->glyphs = glyphs;
    run->face = want->bold;
    for (const char *s = run->text; *s;) {
        const char *start = s;
        mkcv_utf8_next(&s);
        glyphs[run->count++] = (struct mkcv_glyph){
            .id = 1, .advance = 500, .at = (uint16_t)(start - run->text), .len = (uint16_t)(s - start)};
    }
    run->width = (int32_t)run->count * 500;
    *shaped = (struct mkcv_shaped){.runs = run, .count = 1, .width = run->width};
    return shaped;
}

int32_t mkcv_font_space(struct mkcv_fonts *f, const struct mkcv_face_want *want)
{
    (void)f;
    (void)want;
    return 500;
}

const struct mkcv_face *mkcv_fonts_face(const struct mkcv_fonts *f, int face)
{
    static const struct mkcv_face faces[] = {{.family = "Fake", .postscript = "Fake"},
                                             {.family = "Fake", .postscript = "Fake-Bold"}};
    (void)f;
    return &faces[face];
}

struct mkcv_ink mkcv_font_ink(const struct mkcv_fonts *f, int face, unsigned glyph)
{
    (void)f;
    (void)face;
    (void)glyph;
    return (struct mkcv_ink){.left = 50, .right = 450, .top = 450};
}

/* An English word may be divided after each third letter, a German one after each fifth. */
const struct mkcv_hyphen *mkcv_hyphen_lookup(const char *lang)
{
    return (const struct mkcv_hyphen *)(strcmp(lang, "en") == 0 ? "\3" : strcmp(lang, "de") == 0 ? "\5" : NULL);
}

void mkcv_hyphenate(const struct mkcv_hyphen *h, const char *word, size_t n, uint8_t *breaks)
{
    size_t step = *(const unsigned char *)h;
    memset(breaks, 0, n);
    for (size_t i = step; i + 2 < n; i += step)
        if (((unsigned char)word[i] & 0xc0) != 0x80) breaks[i] = 1;
}

void mkcv_hyphen_joints(const struct mkcv_hyphen *h, const char *word, size_t n, uint8_t *joints)
{
    (void)h;
    (void)word;
    memset(joints, 0, n);
}
#endif
