/* test_pdf.c - whole PDF files from hand-made pages, with real fonts: header, identifier, information, limits. What
 * other programs read in such a file is checked by the scripts of tests/pdf/. */
#include "../../src/backend/pdf_face.h"
#include "mkcv/backend.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants the four headers above first */
#include <cmocka.h>

struct fixture {
    struct mkcv_arena arena;
    struct mkcv_diags diags;
    struct mkcv_style style;
    struct mkcv_fonts *fonts;
    struct mkcv_pages pages;
};

static int start(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    mkcv_arena_init(&f->arena);
    mkcv_diags_init(&f->diags, &f->arena);
    f->style.font.family = "Linux Libertine";
    f->style.font.features = "kern,liga";
    f->style.font.size = 10000;
    assert_int_equal(mkcv_fonts_open(&f->arena, &f->style, "en", &f->fonts, &f->diags), MKCV_OK);
    f->pages = (struct mkcv_pages){
        .width = 595276, .height = 841890, .title = "Zoë – CV", .author = "Zo", .lang = "en", .fonts = f->fonts};
    *state = f;
    return 0;
}

static int stop(void **state)
{
    struct fixture *f = *state;
    mkcv_fonts_close(f->fonts);
    mkcv_arena_clear(&f->arena);
    free(f);
    return 0;
}

static struct mkcv_page *add_page(struct fixture *f, const char *word)
{
    struct mkcv_page *page = MKCV_PUSH(&f->arena, &f->pages.list);
    const struct mkcv_shaped *s = mkcv_font_shape(f->fonts, &(struct mkcv_face_want){0}, word, strlen(word));
    int32_t x = 70000;
    for (uint32_t i = 0; i < s->count; i++) {
        *MKCV_PUSH(&f->arena, &page->pieces) =
            (struct mkcv_piece){.run = &s->runs[i], .x = x, .y = 80000, .size = 10000, .line_end = i + 1 == s->count};
        x += s->runs[i].width * 10;
    }
    return page;
}

static struct mkcv_buf write(struct fixture *f)
{
    struct mkcv_buf out;
    mkcv_buf_init(&out, &f->arena);
    assert_int_equal(mkcv_pdf_write(&f->pages, &out, &f->diags), MKCV_OK);
    assert_int_equal(f->diags.errors, 0);
    return out;
}

static size_t count(const struct mkcv_buf *b, const char *what)
{
    size_t n = 0;
    for (const char *s = b->s; (s = memmem(s, (size_t)(b->s + b->n - s), what, strlen(what))); s++) n++;
    return n;
}

static bool has(const struct mkcv_buf *b, const char *what) { return count(b, what) > 0; }

static void a_file(void **state)
{
    struct fixture *f = *state;
    add_page(f, "office");
    f->pages.date = (struct mkcv_date){2024, 5, 9};
    struct mkcv_buf b = write(f);
    assert_memory_equal(b.s, "%PDF-1.7\n", 9);
    assert_memory_equal(b.s + b.n - 6, "%%EOF\n", 6);
    assert_true(has(&b, "/Producer (mkcv " MKCV_VERSION ")"));
    assert_true(has(&b, "/Title <FEFF005A006F00EB00202013002000430056>"));
    assert_true(has(&b, "/Author (Zo)"));
    assert_true(has(&b, "/Lang (en)"));
    assert_true(has(&b, "/CreationDate (D:20240509000000Z)"));
    assert_true(has(&b, "/ModDate (D:20240509000000Z)"));
    assert_true(has(&b, "/DisplayDocTitle true"));
    assert_int_equal(count(&b, "/Type0"), 1); /* the faces that nothing uses stay away */
    assert_false(has(&b, "Haru"));
    assert_true(b.n < 20000);
}

static void each_face_in_use_is_one_font(void **state)
{
    struct fixture *f = *state;
    struct mkcv_page *page = add_page(f, "office");
    add_page(f, "affine");
    const struct mkcv_shaped *bold = mkcv_font_shape(f->fonts, &(struct mkcv_face_want){.bold = true}, "ab", 2);
    *MKCV_PUSH(&f->arena, &page->pieces) = (struct mkcv_piece){.run = &bold->runs[0], .y = 90000, .size = 10000};
    struct mkcv_buf b = write(f);
    assert_int_equal(count(&b, "/Type0"), 2);
    assert_int_equal(count(&b, "/FontFile3"), 2);
    assert_int_equal(count(&b, "/F1 "), 1);
    assert_int_equal(count(&b, "/F2 "), 1);
}

/* Three glyphs that show two characters, and nothing else does: no normal form has one for each. */
static void each_glyph_tells_something(void **state)
{
    struct fixture *f = *state;
    struct mkcv_page *page = MKCV_PUSH(&f->arena, &f->pages.list);
    const struct mkcv_glyph_run *word = mkcv_font_shape(f->fonts, &(struct mkcv_face_want){0}, "a", 1)->runs;
    const struct mkcv_glyph glyphs[] = {{.id = 200, .len = 2}, {.id = 201}, {.id = 202}};
    const struct mkcv_glyph_run run = {.face = word->face, .text = "xy", .glyphs = glyphs, .count = 3, .width = 1500};
    *MKCV_PUSH(&f->arena, &page->pieces) = (struct mkcv_piece){.run = &run, .y = 90000, .size = 10000};
    struct mkcv_pdf_faces faces;
    assert_int_equal(mkcv_pdf_faces_cut(&f->arena, &f->pages, &faces, &f->diags), MKCV_OK);
    const struct mkcv_pdf_face *face = &faces.at[run.face];
    for (int i = 0; i < 3; i++) assert_non_null(face->text[mkcv_pdf_code(face, glyphs[i].id)]);
}

static void what_is_not_known_is_not_there(void **state)
{
    struct fixture *f = *state;
    add_page(f, "office");
    f->pages.title = f->pages.author = f->pages.lang = NULL;
    struct mkcv_buf b = write(f);
    static const char *const keys[] = {"/Title",           "/Author",   "/Lang",  "Date",
                                       "/DisplayDocTitle", "/Outlines", "/Annots"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) assert_false(has(&b, keys[i]));
}

static void the_identifier_is_a_hash_of_the_file(void **state)
{
    struct fixture *f = *state;
    add_page(f, "office");
    struct mkcv_buf one = write(f), two = write(f);
    assert_int_equal(one.n, two.n);
    assert_memory_equal(one.s, two.s, one.n);
    f->pages.author = "Za";
    struct mkcv_buf other = write(f);
    const char *a = memmem(one.s, one.n, "/ID [ <", 7), *b = memmem(other.s, other.n, "/ID [ <", 7);
    assert_non_null(a);
    assert_non_null(b);
    assert_memory_not_equal(a + 7, b + 7, 16);
    assert_memory_not_equal(a + 7, "0000000000000000", 16);
    assert_memory_equal(a + 7, a + 7 + 35, 32); /* both halves the same */
}

static void appends_to_what_is_there(void **state)
{
    struct fixture *f = *state;
    add_page(f, "office");
    struct mkcv_buf plain = write(f), after;
    mkcv_buf_init(&after, &f->arena);
    mkcv_buf_puts(&after, "before");
    assert_int_equal(mkcv_pdf_write(&f->pages, &after, &f->diags), MKCV_OK);
    assert_int_equal(after.n, plain.n + 6);
    assert_memory_equal(after.s + 6, plain.s, plain.n);
}

static void dates_of_less_precision(void **state)
{
    struct fixture *f = *state;
    add_page(f, "office");
    f->pages.date = (struct mkcv_date){2024, 0, 0};
    struct mkcv_buf b = write(f);
    assert_true(has(&b, "/CreationDate (D:20240101000000Z)"));
}

static void links(void **state)
{
    struct fixture *f = *state;
    struct mkcv_page *page = add_page(f, "office");
    static const char *const urls[] = {"https://example.org/ü", "javascript:alert(1)", "mailto:a@example.org", NULL};
    for (int i = 0; i < 4; i++)
        *MKCV_PUSH(&f->arena, &page->links) = (struct mkcv_page_link){70000, 80000, 50100, 12000, urls[i], "a link", 0};
    struct mkcv_buf b = write(f);
    assert_int_equal(count(&b, "/Subtype/Link"), 2);
    assert_int_equal(count(&b, "/Rect[70 749.9 120.1 761.9]"), 2);
    assert_int_equal(count(&b, "/Contents(a link)"), 2);
    assert_false(has(&b, "alert"));
    assert_true(has(&b, "(https://example.org/%C3%BC)"));
}

static void bookmarks_of_any_levels_make_a_tree(void **state)
{
    struct fixture *f = *state;
    add_page(f, "office");
    static const int levels[] = {2, 3, 1, 7, 7, 2, -5, 1};
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        *MKCV_PUSH(&f->arena, &f->pages.bookmarks) = (struct mkcv_bookmark){"mark", levels[i], 0, 90000};
    *MKCV_PUSH(&f->arena, &f->pages.bookmarks) = (struct mkcv_bookmark){"nowhere", 1, 9, 0};
    *MKCV_PUSH(&f->arena, &f->pages.bookmarks) = (struct mkcv_bookmark){"nowhere", 1, -1, 0};
    struct mkcv_buf b = write(f);
    assert_int_equal(count(&b, "/Title (mark)"), 8);
    assert_false(has(&b, "nowhere"));
    assert_int_equal(count(&b, "/Parent"), 8 + 1);
    assert_true(has(&b, "/Count 8"));
    assert_int_equal(count(&b, "/First"), 1 + 3); /* the root; 2 > 3; 1 > 7 7 2; -5 > 1 */
    assert_int_equal(count(&b, "/Count 3"), 1);
}

static void limits_of_libharu(void **state)
{
    struct fixture *f = *state;
    struct mkcv_page *page = add_page(f, "office");
    char *title = mkcv_arena_alloc(&f->arena, 200001);
    for (int i = 0; i < 100000; i++) memcpy(title + 2 * i, "ü", 2);
    f->pages.title = title;
    char *author = mkcv_arena_alloc(&f->arena, 100001);
    memset(author, 'a', 100000);
    f->pages.author = author;
    for (int i = 0; i < 33000; i++)
        *MKCV_PUSH(&f->arena, &page->links) = (struct mkcv_page_link){0, 0, 1000, 1000, "https://example.org", NULL, 0};
    struct mkcv_buf b = write(f);
    assert_int_equal(count(&b, "/Subtype/Link"), 32767);
}

static void many_pages_make_a_tree(void **state)
{
    struct fixture *f = *state;
    for (int i = 0; i < 9000; i++) add_page(f, "a");
    struct mkcv_buf b = write(f);
    assert_int_equal(count(&b, "/Type /Pages"), 1 + 9);
    assert_true(has(&b, "/Count 9000"));
}

static void no_pages(void **state)
{
    struct fixture *f = *state;
    struct mkcv_buf b = write(f);
    assert_true(has(&b, "/Count 0"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_file, start, stop),
        cmocka_unit_test_setup_teardown(each_face_in_use_is_one_font, start, stop),
        cmocka_unit_test_setup_teardown(each_glyph_tells_something, start, stop),
        cmocka_unit_test_setup_teardown(what_is_not_known_is_not_there, start, stop),
        cmocka_unit_test_setup_teardown(the_identifier_is_a_hash_of_the_file, start, stop),
        cmocka_unit_test_setup_teardown(appends_to_what_is_there, start, stop),
        cmocka_unit_test_setup_teardown(dates_of_less_precision, start, stop),
        cmocka_unit_test_setup_teardown(links, start, stop),
        cmocka_unit_test_setup_teardown(bookmarks_of_any_levels_make_a_tree, start, stop),
        cmocka_unit_test_setup_teardown(limits_of_libharu, start, stop),
        cmocka_unit_test_setup_teardown(many_pages_make_a_tree, start, stop),
        cmocka_unit_test_setup_teardown(no_pages, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
