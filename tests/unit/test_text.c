/* test_text.c - rich text: appending, cutting, links, places, CommonMark. */
#include "mkcv/text.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static int setup(void **state)
{
    static struct mkcv_arena arena;
    mkcv_arena_init(&arena);
    *state = &arena;
    return 0;
}

static int teardown(void **state)
{
    mkcv_arena_clear(*state);
    return 0;
}

static void put(struct mkcv_arena *a, struct mkcv_text *t, const char *s, unsigned marks, const char *url)
{
    mkcv_text_append(a, t, s, strlen(s),
                     &(struct mkcv_span){.marks = (uint16_t)marks, .url = url, .line = 3, .column = 10});
}

static void equal_spans_join(void **state)
{
    struct mkcv_text t = {0};
    put(*state, &t, "one ", 0, NULL);
    put(*state, &t, "two", 0, NULL);
    put(*state, &t, " three", MKCV_MARK_STRONG, NULL);
    assert_string_equal(t.s, "one two three");
    assert_int_equal(t.spans.count, 2);
    assert_int_equal(t.spans.at[1].at, 7);
    assert_int_equal(mkcv_text_length(&t), 13);
}

static void a_copy_does_not_write_into_its_original(void **state)
{
    struct mkcv_text t = {0}, copy;
    put(*state, &t, "one", 0, NULL);
    copy = t;
    put(*state, &copy, " more", 0, NULL);
    put(*state, &copy, " bold", MKCV_MARK_STRONG, NULL);
    assert_string_equal(t.s, "one");
    assert_int_equal(t.spans.count, 1);
    assert_int_equal(t.spans.at[0].len, 3);
    assert_string_equal(copy.s, "one more bold");
}

static void a_copy_in_its_originals_place_does_not_either(void **state)
{
    struct mkcv_text t = {0}, kept;
    put(*state, &t, "one", 0, NULL);
    kept = t;
    put(*state, &t, " more", 0, NULL);
    t = kept; /* at the address that wrote the text */
    put(*state, &t, "!", MKCV_MARK_STRONG, NULL);
    assert_string_equal(kept.s, "one");
    assert_int_equal(kept.spans.count, 1);
    assert_string_equal(t.s, "one!");
}

static void a_long_text_grows(void **state)
{
    struct mkcv_text t = {0};
    for (int i = 0; i < 20000; i++) put(*state, &t, i % 2 ? "odd " : "even ", i % 2 ? MKCV_MARK_EMPH : 0, NULL);
    assert_int_equal(mkcv_text_length(&t), 90000);
    assert_int_equal(strlen(t.s), 90000);
    assert_int_equal(t.spans.count, 20000);
    assert_true(((struct mkcv_arena *)*state)->total < (8u << 20));
}

static void a_slice_keeps_links_marks_and_places(void **state)
{
    struct mkcv_text t = {.file = "a.md"};
    put(*state, &t, "by ", 0, NULL);
    put(*state, &t, "Ada Kern", MKCV_MARK_STRONG, "https://ada.example");
    put(*state, &t, " and others", 0, NULL);
    struct mkcv_text cut = mkcv_text_slice(*state, &t, 2, 7);
    assert_string_equal(cut.s, "Ada");
    assert_int_equal(cut.spans.count, 1);
    assert_int_equal(cut.spans.at[0].marks, MKCV_MARK_STRONG);
    assert_string_equal(mkcv_text_url(&cut, 0, 3), "https://ada.example");
    assert_null(mkcv_text_url(&t, 0, 3));
    struct mkcv_loc loc = mkcv_text_loc(&t, 7);
    assert_string_equal(loc.file, "a.md");
    assert_int_equal(loc.line, 3);
    assert_int_equal(loc.column, 14);
    assert_true(mkcv_text_slice(*state, &t, 40, 50).s == NULL);
}

static void a_part_of_a_text_becomes_a_link(void **state)
{
    struct mkcv_text t = {.file = "a.md"};
    put(*state, &t, "Institute ", 0, NULL);
    put(*state, &t, "of Kites", MKCV_MARK_EMPH, NULL);
    mkcv_text_link(*state, &t, 5, 12, "https://k.example");
    assert_string_equal(mkcv_text_markdown(*state, &t), "Insti[tute *of*](https://k.example) *Kites*");
}

static void markdown_reads_back(void **state)
{
    struct mkcv_text t = {0};
    put(*state, &t, "2 * 3 [x] S&P &amp; ", 0, NULL);
    put(*state, &t, "bold ", MKCV_MARK_STRONG, NULL);
    put(*state, &t, "a`b", MKCV_MARK_CODE, NULL);
    put(*state, &t, " ", 0, NULL);
    put(*state, &t, "x^2", MKCV_MARK_MATH, NULL);
    put(*state, &t, " the ", 0, NULL);
    put(*state, &t, "link", 0, "https://x.example/a(b)");
    put(*state, &t, "ed", MKCV_MARK_EMPH, "https://x.example/a(b)");
    assert_string_equal(mkcv_text_markdown(*state, &t),
                        "2 \\* 3 \\[x\\] S&P \\&amp; **bold** ``a`b`` $x^2$ the [link*ed*](https://x.example/a(b))");
}

static void an_empty_link_is_plain_text(void **state)
{
    struct mkcv_text t = {0};
    put(*state, &t, "no address", 0, "");
    assert_string_equal(mkcv_text_markdown(*state, &t), "no address");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(equal_spans_join, setup, teardown),
        cmocka_unit_test_setup_teardown(a_copy_does_not_write_into_its_original, setup, teardown),
        cmocka_unit_test_setup_teardown(a_copy_in_its_originals_place_does_not_either, setup, teardown),
        cmocka_unit_test_setup_teardown(a_long_text_grows, setup, teardown),
        cmocka_unit_test_setup_teardown(a_slice_keeps_links_marks_and_places, setup, teardown),
        cmocka_unit_test_setup_teardown(a_part_of_a_text_becomes_a_link, setup, teardown),
        cmocka_unit_test_setup_teardown(markdown_reads_back, setup, teardown),
        cmocka_unit_test_setup_teardown(an_empty_link_is_plain_text, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
