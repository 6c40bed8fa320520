/* test_pdf_content.c - page operators from hand-made faces: what is merged, where the pen goes, what the text layer
 * says. */
#include "../../src/backend/pdf_content.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the four headers above first */
#include <cmocka.h>

/* Two faces of the same eight glyphs: nothing, space, a, b, fi, mark, hyphen, a second a. Codes are ids + 16. */
enum { NONE, SPACE, A, B, FI, MARK, HYPHEN, A2, GLYPHS, CODE = 16 };
static const int16_t widths[] = {[CODE + SPACE] = 250, [CODE + A] = 500,      [CODE + B] = 600, [CODE + FI] = 550,
                                 [CODE + MARK] = 0,    [CODE + HYPHEN] = 300, [CODE + A2] = 500};
static const uint16_t codes[GLYPHS] = {0xffff,    CODE + SPACE, CODE + A,      CODE + B,
                                       CODE + FI, CODE + MARK,  CODE + HYPHEN, CODE + A2};
static const char *texts[CODE + GLYPHS] = {
    [CODE + SPACE] = " ", [CODE + A] = "a", [CODE + B] = "b", [CODE + FI] = "fi", [CODE + HYPHEN] = "-"};
static const struct mkcv_face metrics = {.space = 250, .space_id = SPACE};

struct fixture {
    struct mkcv_arena arena;
    struct mkcv_pdf_face faces[2];
    struct mkcv_pdf_faces set;
    struct mkcv_page page;
    struct mkcv_structure structure;
    struct mkcv_buf out;
};

static struct fixture *start(void)
{
    struct fixture *f = calloc(1, sizeof *f);
    mkcv_arena_init(&f->arena);
    mkcv_buf_init(&f->out, &f->arena);
    for (int i = 0; i < 2; i++)
        f->faces[i] = (struct mkcv_pdf_face){
            .face = &metrics,
            .number = i + 1,
            .glyph_count = GLYPHS,
            .subset = {.glyph_count = CODE + GLYPHS, .code = codes, .width = widths, .text = texts},
            .text = texts,
        };
    f->set = (struct mkcv_pdf_faces){.at = f->faces, .count = 2, .used = 2};
    return f;
}

static void finish(struct fixture *f)
{
    mkcv_arena_clear(&f->arena);
    free(f);
}

static uint16_t glyph_of(const char *s, uint16_t *len)
{
    *len = 1;
    if (strncmp(s, "fi", 2) == 0) {
        *len = 2;
        return FI;
    }
    if (strncmp(s, "\xC2\xAD", 2) == 0 || strncmp(s, "\xC2\xA0", 2) == 0) {
        *len = 2;
        return SPACE;
    }
    if (strncmp(s, "a\xCC\x81", 3) == 0 || strncmp(s, "\xE2\x80\x90", 3) == 0) {
        *len = 3;
        return *s == 'a' ? A : HYPHEN;
    }
    return *s == 'a' ? A : *s == 'b' ? B : *s == 'c' ? A2 : *s == '-' ? HYPHEN : NONE;
}

/* "a", "b", "fi", "-"; an accent and a typographer's hyphen share glyphs with the plain ones; "c" is shown by a glyph
 * that says nothing, a soft hyphen by a space of no width. */
static struct mkcv_piece *add_piece(struct fixture *f, const char *text, int face, int32_t x, int32_t y)
{
    struct mkcv_glyph_run *run = MKCV_NEW(&f->arena, struct mkcv_glyph_run);
    struct mkcv_glyph *glyphs = MKCV_NEW_ARRAY(&f->arena, struct mkcv_glyph, strlen(text) + 1);
    for (const char *s = text; *s; run->count++) {
        struct mkcv_glyph *g = &glyphs[run->count];
        g->at = (uint16_t)(s - text);
        g->id = glyph_of(s, &g->len);
        g->advance = strncmp(s, "\xC2\xAD", 2) == 0 || g->id == NONE ? 0 : widths[CODE + g->id];
        run->width += g->advance;
        s += g->len;
    }
    run->face = face;
    run->text = text;
    run->glyphs = glyphs;
    struct mkcv_piece *p = MKCV_PUSH(&f->arena, &f->page.pieces);
    *p = (struct mkcv_piece){.run = run, .x = x, .y = y, .size = 10000};
    return p;
}

static void expect(struct fixture *f, const char *want)
{
    mkcv_pdf_content_write(&f->page, &f->structure, 800000, &f->set, &f->out);
    assert_string_equal(f->out.s, want);
    finish(f);
}

static void merges_pieces_of_a_line(void **state)
{
    (void)state;
    struct fixture *f = start();
    add_piece(f, "ab", 0, 50000, 100000)->space = true;
    add_piece(f, "fia", 0, 64000, 100000)->line_end = true; /* ab: 11 pt, the space 3 pt instead of 2.5 */
    add_piece(f, "b", 0, 50000, 112000)->line_end = true;
    expect(f, "BT\n/F1 10 Tf\n0 g\n50 700 Td\n[<001200130011>-50<00140012>]TJ\n0 -12 Td\n[<0013>]TJ\nET\n");
}

static void a_line_end_ends_the_array(void **state)
{
    (void)state;
    struct fixture *f = start();
    struct mkcv_piece *p = add_piece(f, "a", 0, 50000, 100000);
    p->space = p->line_end = true; /* the space is drawn all the same: the text goes on */
    add_piece(f, "b", 0, 60000, 100000);
    expect(f, "BT\n/F1 10 Tf\n0 g\n50 700 Td\n[<00120011>]TJ\n10 0 Td\n[<0013>]TJ\nET\n");
}

static void text_in_another_language_is_marked(void **state)
{
    (void)state;
    struct fixture *f = start();
    add_piece(f, "a", 0, 50000, 100000)->space = true;
    add_piece(f, "b", 0, 57500, 100000)->lang = "de";
    add_piece(f, "a", 0, 63500, 100000)->lang = "de";
    add_piece(f, "b", 0, 68500, 100000)->line_end = true;
    add_piece(f, "a", 0, 50000, 112000)->lang = "fr";
    expect(f, "BT\n/F1 10 Tf\n0 g\n50 700 Td\n[<00120011>]TJ\n/Span<</Lang(de)>>BDC\n[<00130012>]TJ\nEMC\n[<0013>]TJ\n"
              "/Span<</Lang(fr)>>BDC\n0 -12 Td\n[<0012>]TJ\nEMC\nET\n");
}

static void a_change_of_face_in_a_word_has_no_space(void **state)
{
    (void)state;
    struct fixture *f = start();
    add_piece(f, "a", 0, 50000, 100000);
    add_piece(f, "b", 1, 55000, 100000);
    expect(f, "BT\n/F1 10 Tf\n0 g\n50 700 Td\n[<0012>]TJ\n/F2 10 Tf\n[<0013>]TJ\nET\n");
}

static void the_space_belongs_to_the_former_piece(void **state)
{
    (void)state;
    struct fixture *f = start();
    add_piece(f, "a", 0, 50000, 100000)->space = true;
    struct mkcv_piece *p = add_piece(f, "b", 1, 58000, 100000);
    p->size = 8000;
    p->color = 0xff0080;
    expect(f, "BT\n/F1 10 Tf\n0 g\n50 700 Td\n[<00120011>]TJ\n/F2 8 Tf\n1 0 0.502 rg\n[-63<0013>]TJ\nET\n");
}

static void a_far_piece_is_moved_to(void **state)
{
    (void)state;
    struct fixture *f = start();
    add_piece(f, "a", 0, 50000, 100000)->space = true;
    add_piece(f, "b", 0, 500123, 100000);
    expect(f, "BT\n/F1 10 Tf\n0 g\n50 700 Td\n[<00120011>]TJ\n450.12 0 Td\n[<0013>]TJ\nET\n");
}

static void furniture_and_rules_are_artifacts(void **state)
{
    (void)state;
    struct fixture *f = start();
    *MKCV_PUSH(&f->arena, &f->page.rules) = (struct mkcv_page_rule){50000, 99600, 300000, 400, 0x808080};
    add_piece(f, "a", 0, 50000, 100000)->line_end = true;
    add_piece(f, "b", 0, 50000, 780000)->artifact = true;
    expect(f, "/Artifact<</Type/Layout>>BDC\n0.502 g\n50 700 300 0.4 re f\nEMC\nBT\n/F1 10 Tf\n0 g\n50 700 "
              "Td\n[<0012>]TJ\nET\n"
              "/Artifact<</Type/Pagination>>BDC\nBT\n50 20 Td\n[<0013>]TJ\nET\nEMC\n");
}

/* An element's text is one marked content while its pieces follow one another; a language is marked inside. */
static void contents_of_elements_are_marked(void **state)
{
    (void)state;
    struct fixture *f = start();
    for (int i = 0; i < 3; i++)
        *MKCV_PUSH(&f->arena, &f->structure.elements) = (struct mkcv_element){.kind = i == 0   ? MKCV_ELEMENT_DOCUMENT
                                                                                      : i == 1 ? MKCV_ELEMENT_PARAGRAPH
                                                                                               : MKCV_ELEMENT_LINK};
    *MKCV_PUSH(&f->arena, &f->structure.contents) = (struct mkcv_marked){.page = 3, .element = 1};
    for (uint32_t i = 0; i < 3; i++)
        *MKCV_PUSH(&f->arena, &f->structure.contents) =
            (struct mkcv_marked){.page = 4, .piece = i ? i + 1 : 0, .element = i == 1 ? 2 : 1};
    f->page.contents = 1;
    f->page.content_count = 3;
    add_piece(f, "a", 0, 50000, 100000);
    add_piece(f, "b", 0, 55000, 100000)->lang = "de";
    add_piece(f, "a", 0, 61000, 100000);
    add_piece(f, "b", 0, 66000, 100000)->line_end = true;
    add_piece(f, "b", 0, 50000, 780000)->artifact = true;
    expect(f, "BT\n/P<</MCID 0>>BDC\n/F1 10 Tf\n0 g\n50 700 Td\n[<0012>]TJ\n/Span<</Lang(de)>>BDC\n[<0013>]TJ\nEMC\n"
              "EMC\n/Link<</MCID 1>>BDC\n[<0012>]TJ\nEMC\n/P<</MCID 2>>BDC\n[<0013>]TJ\nEMC\nET\n"
              "/Artifact<</Type/Pagination>>BDC\nBT\n50 20 Td\n[<0013>]TJ\nET\nEMC\n");
}

static void text_that_glyphs_do_not_tell_is_told(void **state)
{
    (void)state;
    struct fixture *f = start();
    add_piece(f, "aca", 0, 50000, 100000);
    expect(f, "BT\n/F1 10 Tf\n0 g\n50 700 Td\n[<0012>]TJ\n/Span<</ActualText<FEFF0063>>>BDC\n[<0017>]TJ\nEMC\n"
              "[<0012>]TJ\nET\n");
}

static void text_that_glyphs_tell_wrongly_is_told(void **state)
{
    (void)state;
    static const struct {
        const char *text, *code, *hex;
    } rows[] = {{"a\xCC\x81", "0012", "00610301"}, {"\xE2\x80\x90", "0016", "2010"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fixture *f = start();
        add_piece(f, rows[i].text, 0, 50000, 100000);
        expect(f, mkcv_arena_printf(
                      &f->arena, "BT\n/F1 10 Tf\n0 g\n50 700 Td\n/Span<</ActualText<FEFF%s>>>BDC\n[<%s>]TJ\nEMC\nET\n",
                      rows[i].hex, rows[i].code));
    }
}

static void soft_hyphens_vanish_and_blanks_are_spaces(void **state)
{
    (void)state;
    struct fixture *f = start();
    add_piece(f,
              "a\xC2\xAD"
              "b\xC2\xA0"
              "a",
              0, 50000, 100000);
    expect(f, "BT\n/F1 10 Tf\n0 g\n50 700 Td\n[<0012001300110012>]TJ\nET\n");
}

static void raised_glyphs_come_down_again(void **state)
{
    (void)state;
    struct fixture *f = start();
    add_piece(f, "aba", 0, 50000, 100000);
    ((struct mkcv_glyph *)f->page.pieces.at[0].run->glyphs)[1].dy = 250;
    expect(f, "BT\n/F1 10 Tf\n0 g\n50 700 Td\n[<0012>]TJ\n2.5 Ts\n[<0013>]TJ\n0 Ts\n[<0012>]TJ\nET\n");
}

static void unknown_glyphs_and_faces_draw_nothing(void **state)
{
    (void)state;
    struct fixture *f = start();
    add_piece(f, "a", 7, 50000, 100000);
    add_piece(f, "a", 0, 50000, 100000)->size = 0;
    add_piece(f, "", 0, 50000, 100000);
    expect(f, "");
}

/* Follows the operators with the widths of the font: each piece starts where layout put it. */
static void the_pen_never_drifts(void **state)
{
    (void)state;
    struct fixture *f = start();
    const int32_t size = 9970;
    int32_t x = 50001, begins[400];
    uint32_t seed = 7;
    for (int i = 0; i < 400; i++) {
        begins[i] = x;
        struct mkcv_piece *p = add_piece(f, "b", 0, x, 100000);
        p->space = true;
        p->size = size;
        seed = seed * 1103515245 + 12345;
        x += (600 + 250) * size / 1000 + (int32_t)(seed >> 16) % 900 - 300;
    }
    mkcv_pdf_content_write(&f->page, &f->structure, 800000, &f->set, &f->out);
    const char *s = strstr(f->out.s, " Td\n[") + 5;
    double pen = 50000;
    for (int i = 0; *s && *s != ']';) {
        if (*s == '<' || *s == '>') {
            s++;
        } else if (strncmp(s, "0013", 4) == 0) {
            double off = pen - begins[i++];
            assert_true(off > -12 && off < 12); /* 1/100 pt of the start and half a thousandth of an em */
            pen += 0.6 * size;
            s += 4;
        } else if (strncmp(s, "0011", 4) == 0) {
            pen += 0.25 * size;
            s += 4;
        } else {
            char *end;
            pen -= (double)strtol(s, &end, 10) / 1000 * size;
            s = end;
        }
    }
    assert_true(pen > begins[399]);
    finish(f);
}

static void long_arrays_are_cut(void **state)
{
    (void)state;
    struct fixture *f = start();
    char *text = mkcv_arena_alloc(&f->arena, 20001);
    memset(text, 'a', 20000);
    add_piece(f, text, 0, 0, 0);
    mkcv_pdf_content_write(&f->page, &f->structure, 800000, &f->set, &f->out);
    size_t longest = 0;
    for (const char *s = f->out.s; *s; s += strcspn(s, "\n") + 1)
        if (strcspn(s, "\n") > longest) longest = strcspn(s, "\n");
    assert_in_range(longest, 4 * 7000, 32767);
    finish(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(merges_pieces_of_a_line),
        cmocka_unit_test(a_line_end_ends_the_array),
        cmocka_unit_test(text_in_another_language_is_marked),
        cmocka_unit_test(a_change_of_face_in_a_word_has_no_space),
        cmocka_unit_test(the_space_belongs_to_the_former_piece),
        cmocka_unit_test(a_far_piece_is_moved_to),
        cmocka_unit_test(furniture_and_rules_are_artifacts),
        cmocka_unit_test(contents_of_elements_are_marked),
        cmocka_unit_test(text_that_glyphs_do_not_tell_is_told),
        cmocka_unit_test(text_that_glyphs_tell_wrongly_is_told),
        cmocka_unit_test(soft_hyphens_vanish_and_blanks_are_spaces),
        cmocka_unit_test(raised_glyphs_come_down_again),
        cmocka_unit_test(unknown_glyphs_and_faces_draw_nothing),
        cmocka_unit_test(the_pen_never_drifts),
        cmocka_unit_test(long_arrays_are_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
