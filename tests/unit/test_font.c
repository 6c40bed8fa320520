/* Fonts: opening, shaping, fallback, subsets. Needs the packages of the catalogue, as the build does. */
#include "mkcv/file.h"
#include "mkcv/font.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

struct bench {
    struct mkcv_arena arena;
    struct mkcv_diags diags;
    struct mkcv_style style;
    struct mkcv_fonts *fonts;
};

static const struct mkcv_face_want plain = {0};

static enum mkcv_code open_bench(struct bench *b, const char *family)
{
    *b = (struct bench){0};
    mkcv_arena_init(&b->arena);
    mkcv_diags_init(&b->diags, &b->arena);
    b->style.font.family = family;
    return mkcv_fonts_open(&b->arena, &b->style, "en", &b->fonts, &b->diags);
}

static void close_bench(struct bench *b)
{
    mkcv_fonts_close(b->fonts);
    mkcv_arena_clear(&b->arena);
}

static const struct mkcv_shaped *shape(struct bench *b, const struct mkcv_face_want *want, const char *text)
{
    return mkcv_font_shape(b->fonts, want, text, strlen(text));
}

static size_t count_reports(const struct bench *b, enum mkcv_diag_id id)
{
    size_t n = 0;
    for (size_t i = 0; i < b->diags.list.count; i++) n += b->diags.list.at[i].id == id;
    return n;
}

static const char *last_report(const struct bench *b)
{
    return b->diags.list.count ? b->diags.list.at[b->diags.list.count - 1].text : "";
}

static const char *family_of(const struct bench *b, const struct mkcv_glyph_run *run)
{
    return mkcv_fonts_face(b->fonts, run->face)->family;
}

static int32_t sum_of_letters(struct bench *b, const struct mkcv_face_want *want, const char *text)
{
    int32_t sum = 0;
    for (; *text; text++) sum += mkcv_font_shape(b->fonts, want, text, 1)->width;
    return sum;
}

static void every_family_opens_and_shapes(void **state)
{
    (void)state;
    struct mkcv_arena names;
    mkcv_arena_init(&names);
    const char *const *name = mkcv_font_families(&names);
    assert_non_null(name[0]);
    size_t count = 0;
    for (; name[count]; count++) {
        struct bench b;
        if (count) assert_true(strcmp(name[count - 1], name[count]) < 0);
        assert_int_equal(open_bench(&b, name[count]), MKCV_OK);
        for (int look = 0; look < 4; look++) {
            struct mkcv_face_want want = {.bold = look & 1, .italic = look & 2};
            const struct mkcv_shaped *s = shape(&b, &want, "12");
            assert_int_equal(s->count, 1);
            assert_in_range(s->width, 500, 1500);
            const struct mkcv_face *face = mkcv_fonts_face(b.fonts, s->runs[0].face);
            assert_in_range(face->space, 150, 400);
            assert_in_range(face->ascent, 600, 1300);
            assert_in_range(-face->descent, 100, 800);
            assert_in_range(mkcv_font_space(b.fonts, &want), 150, 400);
            assert_true(shape(&b, &want, " ")->runs[0].glyphs[0].id != 0);
        }
        assert_int_equal(b.diags.errors, 0);
        close_bench(&b);
    }
    assert_true(count >= 10);
    mkcv_arena_clear(&names);
}

static void the_default_family_has_four_faces(void **state)
{
    (void)state;
    struct bench b;
    static const char *const postscript[] = {"LinLibertineO", "LinLibertineOB", "LinLibertineOI", "LinLibertineOBI"};
    assert_int_equal(open_bench(&b, "LIBERTINE"), MKCV_OK); /* an alias, in another case */
    for (int look = 0; look < 4; look++) {
        struct mkcv_face_want want = {.bold = look & 1, .italic = look & 2};
        const struct mkcv_face *face = mkcv_fonts_face(b.fonts, shape(&b, &want, "x")->runs[0].face);
        assert_string_equal(face->postscript, postscript[look]);
        assert_int_equal(face->bold, look & 1);
        assert_true(face->italic == !!(look & 2));
        assert_true(face->serif);
        assert_in_range(face->cap_height, 600, 700);
        assert_true(look & 2 ? face->italic_angle < 0 : face->italic_angle == 0);
        assert_true(face->bbox[2] > 1000);
    }
    assert_int_equal(mkcv_fonts_count(b.fonts), 4);
    assert_int_equal(b.diags.list.count, 0);
    close_bench(&b);
}

static void kerning_draws_letters_together(void **state)
{
    (void)state;
    struct bench b;
    static const char *const families[] = {"Linux Libertine", "Lato", "Vollkorn"};
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        assert_int_equal(open_bench(&b, families[i]), MKCV_OK);
        int32_t width = shape(&b, &plain, "AVATAR")->width;
        assert_true(width < sum_of_letters(&b, &plain, "AVATAR") - 50);
        struct mkcv_face_want tracked = {.tracking = 40};
        assert_int_equal(shape(&b, &tracked, "AVATAR")->width, width + 6 * 40);
        close_bench(&b);
    }
}

/* In a face of 2000 units an em every second advance ends in a half: 200 letters must not lose or gain 100. */
static void rounding_does_not_drift(void **state)
{
    (void)state;
    struct bench b;
    assert_int_equal(open_bench(&b, "Lato"), MKCV_OK);
    char word[601];
    int halves = 0;
    for (const char *c = "abcdeghijklmnopqrstuvwxyz"; *c; c++) {
        memset(word, *c, 600);
        int32_t width[4];
        for (int i = 1; i < 4; i++) width[i] = mkcv_font_shape(b.fonts, &plain, word, 200 * (size_t)i)->width;
        int32_t step = width[2] - width[1];
        assert_in_range(width[3] - width[2] - step + 1, 0, 2);
        halves += step % 200 >= 99 && step % 200 <= 101;
    }
    assert_true(halves >= 3);
    close_bench(&b);
}

static void ligatures_show_their_letters(void **state)
{
    (void)state;
    struct bench b;
    assert_int_equal(open_bench(&b, "Linux Libertine"), MKCV_OK);
    const struct mkcv_shaped *s = shape(&b, &plain, "office");
    assert_int_equal(s->count, 1);
    assert_string_equal(s->runs[0].text, "office");
    assert_int_equal(s->runs[0].count, 4); /* o ffi c e */
    assert_int_equal(s->runs[0].glyphs[1].at, 1);
    assert_int_equal(s->runs[0].glyphs[1].len, 3);
    struct mkcv_face_want tracked = {.tracking = 60};
    assert_int_equal(shape(&b, &tracked, "office")->runs[0].count, 6);
    assert_ptr_equal(shape(&b, &plain, "office"), s); /* shaped once */
    close_bench(&b);
}

static void non_joiners_part_letters_alone(void **state)
{
    (void)state;
    struct bench b;
    assert_int_equal(open_bench(&b, "Linux Libertine"), MKCV_OK);
    const struct mkcv_shaped *s = shape(&b, &plain, "of\u200Cfice\u200C");
    assert_int_equal(s->count, 1);
    assert_string_equal(s->runs[0].text, "office");
    assert_int_equal(s->runs[0].count, 5); /* o f fi c e */
    assert_int_equal(s->runs[0].glyphs[2].at, 2);
    assert_int_equal(s->runs[0].glyphs[2].len, 2);
    assert_int_equal(shape(&b, &plain, "A\u200CV")->width, shape(&b, &plain, "AV")->width);
    assert_int_equal(shape(&b, &plain, "\u200CV\u200C李")->count, 2);
    close_bench(&b);
}

static void ink_is_where_it_is_drawn(void **state)
{
    (void)state;
    struct bench b;
    static const char *const families[] = {"Linux Libertine", "Lato", "Vollkorn"};
    for (size_t i = 0; i < sizeof families / sizeof *families; i++) {
        assert_int_equal(open_bench(&b, families[i]), MKCV_OK);
        const struct mkcv_glyph_run *run = &shape(&b, &plain, "H")->runs[0];
        struct mkcv_ink ink = mkcv_font_ink(b.fonts, run->face, run->glyphs[0].id);
        assert_in_range(ink.left, 5, 150);
        assert_in_range(ink.right, run->width - 150, run->width);
        assert_in_range(ink.top, 600, 750);
        run = &shape(&b, &plain, " ")->runs[0];
        assert_int_equal(mkcv_font_ink(b.fonts, run->face, run->glyphs[0].id).top, 0);
        close_bench(&b);
    }
}

static void features_choose_glyphs(void **state)
{
    (void)state;
    struct bench b;
    assert_int_equal(open_bench(&b, "Linux Libertine"), MKCV_OK);
    struct mkcv_face_want small_caps = {.small_caps = true}, oldstyle = {.figures = MKCV_FIGURES_OLDSTYLE},
                          tabular = {.tabular = true, .figures = MKCV_FIGURES_OLDSTYLE};
    assert_int_not_equal(shape(&b, &small_caps, "a")->runs[0].glyphs[0].id,
                         shape(&b, &plain, "a")->runs[0].glyphs[0].id);
    assert_int_not_equal(shape(&b, &oldstyle, "3")->runs[0].glyphs[0].id, shape(&b, &plain, "3")->runs[0].glyphs[0].id);
    assert_int_equal(b.diags.list.count, 0);
    close_bench(&b);
    assert_int_equal(open_bench(&b, "Vollkorn"), MKCV_OK); /* figures of their own widths by default */
    assert_int_not_equal(shape(&b, &oldstyle, "1")->width, shape(&b, &oldstyle, "0")->width);
    assert_int_equal(shape(&b, &tabular, "1111")->width, shape(&b, &tabular, "0479")->width);
    close_bench(&b);
    assert_int_equal(open_bench(&b, "Lato"), MKCV_OK); /* has no small capitals */
    assert_int_equal(shape(&b, &small_caps, "abc")->width, shape(&b, &plain, "abc")->width);
    shape(&b, &small_caps, "def");
    assert_int_equal(count_reports(&b, MKCV_DIAG_FONT_FACE), 1);
    close_bench(&b);
}

static void style_features_and_figures_hold(void **state)
{
    (void)state;
    struct bench b;
    assert_int_equal(open_bench(&b, "Linux Libertine"), MKCV_OK);
    unsigned lining = shape(&b, &plain, "3")->runs[0].glyphs[0].id;
    close_bench(&b);
    memset(&b, 0, sizeof b);
    mkcv_arena_init(&b.arena);
    mkcv_diags_init(&b.diags, &b.arena);
    b.style.font.family = "Linux Libertine";
    b.style.font.features = "kern, -liga";
    b.style.font.figures = MKCV_FIGURES_OLDSTYLE;
    assert_int_equal(mkcv_fonts_open(&b.arena, &b.style, NULL, &b.fonts, &b.diags), MKCV_OK);
    assert_int_equal(shape(&b, &plain, "office")->runs[0].count, 6);
    assert_int_not_equal(shape(&b, &plain, "3")->runs[0].glyphs[0].id, lining);
    struct mkcv_face_want lnum = {.figures = MKCV_FIGURES_LINING};
    assert_int_equal(shape(&b, &lnum, "3")->runs[0].glyphs[0].id, lining);
    close_bench(&b);
}

static void other_families_lend_characters(void **state)
{
    (void)state;
    static const struct {
        const char *family, *text, *lender, *whole; /* others of its script, when it is lent whole */
    } cases[] = {
        {"Linux Libertine", "李", "Droid Sans Fallback", "明，"},
        {"Linux Libertine", "한", "NanumMyeongjo", "국"},
        {"Lato", "한", "NanumGothic", "국"},
        {"Linux Libertine", "م", "Amiri", "ب"},
        {"Lato", "א", "Linux Libertine O", "ב"},
        {"Linux Libertine", "カ", "Droid Sans Fallback", "テ、"},
        {"TeX Gyre Pagella", "Ж", "Linux Libertine O", "Я"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bench b;
        char word[64];
        assert_int_equal(open_bench(&b, cases[i].family), MKCV_OK);
        snprintf(word, sizeof word, "a%sb%s", cases[i].text, cases[i].text);
        const struct mkcv_shaped *s = shape(&b, &plain, word);
        assert_int_equal(s->count, 4);
        assert_string_equal(family_of(&b, &s->runs[1]), cases[i].lender);
        assert_string_equal(s->runs[1].text, cases[i].text);
        assert_true(s->runs[1].width > 100);
        assert_int_equal(s->width, s->runs[0].width + s->runs[1].width + s->runs[2].width + s->runs[3].width);
        shape(&b, &plain, cases[i].text);
        assert_int_equal(count_reports(&b, cases[i].whole ? MKCV_DIAG_GLYPH_SCRIPT : MKCV_DIAG_GLYPH_FALLBACK), 1);
        shape(&b, &plain, cases[i].whole ? cases[i].whole : "");
        assert_int_equal(b.diags.list.count, 1);
        close_bench(&b);
    }
}

static void what_nobody_has_is_spelt_out(void **state)
{
    (void)state;
    static const struct {
        const char *text, *shown;
        size_t reports;
    } cases[] = {
        {"\U0001F680", "U+1F680", 1},
        {"\U0001F680\uFE0F\u200D", "U+1F680", 1},
        {"x\U0001F680\U0001F680", "xU+1F680U+1F680", 1},
        {"\uE010", "U+E010", 1}, /* private use: the face has it, but it means nothing to a reader */
        {"a\u200Db\u2060c\u00ADd", "abcd", 0},
        {"a\u00A0b\u202Fc", "a b c", 0},
        {"\uFE0F", "", 0},
        {"", "", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bench b;
        assert_int_equal(open_bench(&b, "Linux Libertine"), MKCV_OK);
        const struct mkcv_shaped *s = shape(&b, &plain, cases[i].text);
        shape(&b, &(struct mkcv_face_want){.bold = true}, cases[i].text);
        assert_int_equal(s->count, cases[i].shown[0] ? 1 : 0);
        if (s->count) assert_string_equal(s->runs[0].text, cases[i].shown);
        assert_int_equal(count_reports(&b, MKCV_DIAG_GLYPH_MISSING), cases[i].reports);
        for (uint32_t g = 0; s->count && g < s->runs[0].count; g++) assert_int_not_equal(s->runs[0].glyphs[g].id, 0);
        close_bench(&b);
    }
}

static void spaces_have_their_width(void **state)
{
    (void)state;
    struct bench b;
    assert_int_equal(open_bench(&b, "Linux Libertine"), MKCV_OK);
    int32_t space = mkcv_font_space(b.fonts, &plain);
    assert_int_equal(shape(&b, &plain, "\u00A0")->width, space);
    assert_in_range(shape(&b, &plain, "\u202F")->width, 50, space);
    assert_in_range(shape(&b, &plain, "x\u2011y")->width, 600, 1600);
    assert_int_equal(b.diags.list.count, 0);
    close_bench(&b);
}

/* Every cluster's bytes, put together, are the text. */
static void assert_clusters_cover(const struct mkcv_glyph_run *run)
{
    uint8_t seen[256] = {0};
    size_t length = strlen(run->text);
    for (uint32_t g = 0; g < run->count; g++)
        for (unsigned i = 0; i < run->glyphs[g].len; i++) seen[run->glyphs[g].at + i]++;
    for (size_t i = 0; i < length; i++) assert_int_equal(seen[i], 1);
    assert_int_equal(seen[length], 0);
}

static void clusters_cover_the_text(void **state)
{
    (void)state;
    static const char *const words[] = {"office", "e\u0323\u0301x", "Zażółć",       "مرحبا", "שָׁלוֹם",
                                        "नमस्ते",   "한국어",         "\u0301",       "ﬃ",     "x\u0338y",
                                        "لا",     "\u1E69\u0336",   "q\u0307\u0323"};
    struct bench b;
    assert_int_equal(open_bench(&b, "Linux Libertine"), MKCV_OK);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const struct mkcv_shaped *s = shape(&b, &plain, words[i]);
        assert_true(s->count > 0);
        for (uint32_t r = 0; r < s->count; r++) assert_clusters_cover(&s->runs[r]);
    }
    close_bench(&b);
}

static void mark_used(const struct mkcv_shaped *s, uint8_t *used)
{
    for (uint32_t r = 0; r < s->count; r++)
        for (uint32_t g = 0; g < s->runs[r].count; g++) used[s->runs[r].glyphs[g].id] = 1;
}

static void cut(struct bench *b, const struct mkcv_shaped *s, struct mkcv_subset *out)
{
    int face = s->runs[0].face;
    uint8_t *used = MKCV_NEW_ARRAY(&b->arena, uint8_t, mkcv_font_glyph_count(b->fonts, face));
    mark_used(s, used);
    assert_int_equal(mkcv_font_subset(&b->arena, b->fonts, face, used, out, &b->diags), MKCV_OK);
}

static void subsets_are_whole_and_stable(void **state)
{
    (void)state;
    static const struct {
        const char *family, *text, *name;
        bool cff;
    } cases[] = {
        {"Linux Libertine", "office", "LinLibertineO", true},
        {"Lato", "office", "Lato-Regular", false},
        {"Droid Sans Fallback", "李明", "DroidSansFallback", false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bench b;
        struct mkcv_subset first, second, other;
        assert_int_equal(open_bench(&b, cases[i].family), MKCV_OK);
        const struct mkcv_shaped *s = shape(&b, &plain, cases[i].text);
        cut(&b, s, &first);
        cut(&b, s, &second);
        cut(&b, shape(&b, &plain, "12"), &other);
        assert_int_equal(first.cff, cases[i].cff);
        assert_true(first.size > 200 && first.size < 20000);
        assert_memory_equal(first.data, cases[i].cff ? "\x01\x00\x04" : "\x00\x01\x00\x00", 3);
        assert_string_equal(first.name + 7, cases[i].name);
        assert_int_equal(first.name[6], '+');
        assert_string_equal(first.name, second.name);
        assert_int_equal(first.size, second.size);
        assert_memory_equal(first.data, second.data, first.size);
        assert_memory_not_equal(first.name, other.name, 6);
        for (uint32_t g = 0; g < s->runs[0].count; g++) {
            const struct mkcv_glyph *glyph = &s->runs[0].glyphs[g];
            unsigned code = first.code[glyph->id];
            assert_in_range(code, 1, first.glyph_count - 1);
            assert_non_null(first.text[code]);
            assert_int_equal(strlen(first.text[code]), glyph->len);
            assert_memory_equal(first.text[code], s->runs[0].text + glyph->at, glyph->len);
            assert_in_range(first.width[code], 100, 1100);
        }
        assert_int_equal(first.code[0], 0);
        close_bench(&b);
    }
}

static void a_glyph_with_two_texts_has_none(void **state)
{
    (void)state;
    struct bench b;
    struct mkcv_subset out;
    assert_int_equal(open_bench(&b, "Linux Libertine"), MKCV_OK);
    struct mkcv_face_want c2sc = {.small_caps = true};
    const struct mkcv_shaped *lower = shape(&b, &c2sc, "a");
    cut(&b, lower, &out);
    assert_string_equal(out.text[out.code[lower->runs[0].glyphs[0].id]], "a");
    const struct mkcv_shaped *marked = shape(&b, &plain, "q\u0307");
    assert_true(marked->runs[0].count == 2);
    shape(&b, &plain, "q");
    cut(&b, marked, &out);
    assert_string_equal(out.text[out.code[marked->runs[0].glyphs[0].id]], "q");
    assert_null(out.text[out.code[marked->runs[0].glyphs[1].id]]);
    close_bench(&b);
}

static void unknown_families_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *family, *says;
        enum mkcv_code code;
        enum mkcv_diag_id id;
    } cases[] = {
        {"Latoo", "did you mean 'Lato'?", MKCV_USAGE, MKCV_DIAG_FONT_FAMILY},
        {"Something Else Entirely", "there are Amiri", MKCV_USAGE, MKCV_DIAG_FONT_FAMILY},
        {"", "there are Amiri", MKCV_USAGE, MKCV_DIAG_FONT_FAMILY},
        {"/nowhere/at/all", "no such", MKCV_SYSTEM, MKCV_DIAG_FONT_FILE},
        {"/dev/null", "not a file", MKCV_SYSTEM, MKCV_DIAG_FONT_FILE},
        {MKCV_TESTS, "no font", MKCV_SYSTEM, MKCV_DIAG_FONT_FILE},
        {MKCV_TESTS "/unit/test_font.c", "not a font", MKCV_SYSTEM, MKCV_DIAG_FONT_FILE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bench b;
        assert_int_equal(open_bench(&b, cases[i].family), cases[i].code);
        assert_null(b.fonts);
        assert_int_equal(b.diags.list.count, 1);
        assert_int_equal(b.diags.list.at[0].id, cases[i].id);
        if (!strstr(last_report(&b), cases[i].says)) fail_msg("'%s': %s", cases[i].family, last_report(&b));
        close_bench(&b);
    }
}

static void the_users_own_faces_are_found(void **state)
{
    (void)state;
    struct bench b;
    assert_int_equal(open_bench(&b, "/usr/share/fonts/truetype/lato"), MKCV_OK); /* eighteen weights */
    static const char *const postscript[] = {"Lato-Regular", "Lato-Bold", "Lato-Italic", "Lato-BoldItalic"};
    for (int look = 0; look < 4; look++) {
        struct mkcv_face_want want = {.bold = look & 1, .italic = look & 2};
        const struct mkcv_face *face = mkcv_fonts_face(b.fonts, shape(&b, &want, "x")->runs[0].face);
        assert_string_equal(face->postscript, postscript[look]);
        assert_false(face->serif);
    }
    close_bench(&b);
    assert_int_equal(open_bench(&b, "/usr/share/fonts/truetype/lato/Lato-Black.ttf"), MKCV_OK);
    struct mkcv_face_want italic = {.italic = true};
    shape(&b, &italic, "x");
    shape(&b, &italic, "y");
    assert_int_equal(mkcv_fonts_count(b.fonts), 1);
    assert_true(count_reports(&b, MKCV_DIAG_FONT_FACE) >= 1);
    close_bench(&b);
}

/* Where a table lies in a font file; false when it has none. */
static bool find_table(const char *font, const char *tag, size_t *at, size_t *n)
{
    const unsigned char *p = (const unsigned char *)font;
    for (int i = 0, count = p[4] << 8 | p[5]; i < count; i++) {
        const unsigned char *row = p + 12 + 16 * i;
        *at = (size_t)row[8] << 24 | (size_t)row[9] << 16 | (size_t)row[10] << 8 | row[11];
        *n = (size_t)row[12] << 24 | (size_t)row[13] << 16 | (size_t)row[14] << 8 | row[15];
        if (!memcmp(row, tag, 4)) return true;
    }
    return false;
}

/* A font cut short or with noise in it is refused, or set somehow; it never harms. */
static void corrupt_files_do_no_harm(void **state)
{
    (void)state;
    struct bench file;
    mkcv_arena_init(&file.arena);
    mkcv_diags_init(&file.diags, &file.arena);
    const char *bytes;
    size_t n;
    const char *source = "/usr/share/fonts/truetype/lato/Lato-Regular.ttf";
    assert_int_equal(mkcv_file_read(&file.arena, source, 1 << 24, &bytes, &n, &file.diags), MKCV_OK);
    char path[] = "/tmp/test_font_XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    uint32_t seed = 1;
    for (int round = 0; round < 80; round++) {
        struct bench b;
        char *copy = mkcv_arena_alloc(&file.arena, n);
        memcpy(copy, bytes, n);
        size_t at = 0, length = n;
        static const char *const target[] = {NULL, "cmap", "GSUB", "glyf"};
        if (target[round % 4]) assert_true(find_table(bytes, target[round % 4], &at, &length));
        for (size_t k = 0; round && k < (target[round % 4] ? length / 40 : 40); k++) {
            seed = seed * 1664525u + 1013904223u;
            copy[at + (seed >> 8) % (round % 4 || k > 8 ? length : 2048)] = (char)(seed >> 3);
        }
        assert_int_equal(pwrite(fd, copy, n, 0), (ssize_t)n);
        assert_int_equal(ftruncate(fd, round ? (off_t)n : 200), 0);
        if (open_bench(&b, path)) {
            assert_int_equal(b.diags.list.at[0].id, MKCV_DIAG_FONT_FILE);
        } else {
            assert_int_not_equal(round, 0); /* 200 bytes are no font */
            const struct mkcv_shaped *s = shape(&b, &plain, "AVATAR office fjord 1/2 (3)");
            struct mkcv_subset out;
            uint8_t *used = MKCV_NEW_ARRAY(&b.arena, uint8_t, mkcv_font_glyph_count(b.fonts, 0));
            for (uint32_t r = 0; r < s->count; r++)
                if (!s->runs[r].face) mark_used(&(struct mkcv_shaped){&s->runs[r], 1, 0}, used);
            enum mkcv_code code = mkcv_font_subset(&b.arena, b.fonts, 0, used, &out, &b.diags);
            assert_true(code == MKCV_OK || code == MKCV_SYSTEM);
        }
        close_bench(&b);
    }
    close(fd);
    unlink(path);
    mkcv_arena_clear(&file.arena);
}

/* HarfBuzz gives whatever id a substitution names; beyond the face's glyphs it must not come through. */
static void ids_beyond_the_face_are_clamped(void **state)
{
    (void)state;
    struct bench b;
    const char *bytes, *source = "/usr/share/fonts/truetype/lato/Lato-Regular.ttf";
    size_t n, at, length;
    assert_int_equal(open_bench(&b, source), MKCV_OK);
    const struct mkcv_glyph_run *run = &shape(&b, &plain, "fi")->runs[0];
    assert_int_equal(run->count, 1); /* a ligature */
    assert_int_equal(mkcv_file_read(&b.arena, source, 1 << 24, &bytes, &n, &b.diags), MKCV_OK);
    assert_true(find_table(bytes, "GSUB", &at, &length));
    char *copy = mkcv_arena_alloc(&b.arena, n);
    memcpy(copy, bytes, n);
    for (size_t i = at; i + 1 < at + length; i += 2)
        if ((unsigned char)copy[i] == run->glyphs[0].id >> 8 &&
            (unsigned char)copy[i + 1] == (run->glyphs[0].id & 0xff))
            copy[i] = (char)0xfe;
    char path[] = "/tmp/test_font_XXXXXX";
    int fd = mkstemp(path);
    assert_int_equal(write(fd, copy, n), (ssize_t)n);
    close(fd);
    close_bench(&b);
    assert_int_equal(open_bench(&b, path), MKCV_OK);
    run = &shape(&b, &plain, "fi")->runs[0];
    assert_int_equal(run->count, 1);
    assert_int_equal(run->glyphs[0].id, 0);
    close_bench(&b);
    unlink(path);
}

static void long_words_are_cut_into_runs(void **state)
{
    (void)state;
    struct bench b;
    assert_int_equal(open_bench(&b, "Linux Libertine"), MKCV_OK);
    size_t n = 1 << 20;
    char *word = mkcv_arena_alloc(&b.arena, n);
    memset(word, 'n', n);
    const struct mkcv_shaped *s = mkcv_font_shape(b.fonts, &plain, word, n);
    assert_true(s->count > 16);
    assert_int_equal(s->width, (int32_t)n * shape(&b, &plain, "n")->width);
    close_bench(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_family_opens_and_shapes),   cmocka_unit_test(the_default_family_has_four_faces),
        cmocka_unit_test(kerning_draws_letters_together),  cmocka_unit_test(rounding_does_not_drift),
        cmocka_unit_test(ligatures_show_their_letters),    cmocka_unit_test(features_choose_glyphs),
        cmocka_unit_test(non_joiners_part_letters_alone),  cmocka_unit_test(ink_is_where_it_is_drawn),
        cmocka_unit_test(style_features_and_figures_hold), cmocka_unit_test(other_families_lend_characters),
        cmocka_unit_test(what_nobody_has_is_spelt_out),    cmocka_unit_test(spaces_have_their_width),
        cmocka_unit_test(clusters_cover_the_text),         cmocka_unit_test(subsets_are_whole_and_stable),
        cmocka_unit_test(a_glyph_with_two_texts_has_none), cmocka_unit_test(unknown_families_are_refused),
        cmocka_unit_test(the_users_own_faces_are_found),   cmocka_unit_test(corrupt_files_do_no_harm),
        cmocka_unit_test(ids_beyond_the_face_are_clamped), cmocka_unit_test(long_words_are_cut_into_runs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
