/* test_pdf_string.c - text as it stands in a PDF. */
#include "../../src/backend/pdf_string.h"
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
/* cmocka wants the headers above first */
#include <cmocka.h>

static void utf16(void **state)
{
    (void)state;
    static const struct {
        const char *utf8, *hex;
    } rows[] = {{"", ""}, {"fi", "00660069"}, {"é", "00E9"}, {"李", "674E"}, {"\xF0\x9D\x93\x81", "D835DCC1"}};
    struct mkcv_arena a;
    mkcv_arena_init(&a);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct mkcv_buf out;
        mkcv_buf_init(&out, &a);
        mkcv_pdf_utf16_hex(&out, rows[i].utf8, strlen(rows[i].utf8));
        assert_string_equal(out.s, rows[i].hex);
    }
    mkcv_arena_clear(&a);
}

static void texts(void **state)
{
    (void)state;
    static const struct {
        const char *text, *want;
    } rows[] = {{"", "()"},
                {"a link", "(a link)"},
                {"f(x)) \\n", "(f\\(x\\)\\) \\\\n)"},
                {"é)", "<FEFF00E90029>"},
                {"a\nb", "<FEFF0061000A0062>"},
                {"\x7f", "<FEFF007F>"}};
    struct mkcv_arena a;
    mkcv_arena_init(&a);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct mkcv_buf out;
        mkcv_buf_init(&out, &a);
        mkcv_pdf_put_text(&out, rows[i].text);
        assert_string_equal(out.s, rows[i].want);
    }
    mkcv_arena_clear(&a);
}

static void long_texts_are_cut_between_characters(void **state)
{
    (void)state;
    struct mkcv_arena a;
    struct mkcv_buf out, text;
    mkcv_arena_init(&a);
    mkcv_buf_init(&out, &a);
    mkcv_buf_init(&text, &a);
    mkcv_buf_putc(&text, 'a');
    for (int i = 0; i < 10000; i++) mkcv_buf_puts(&text, "é"); /* the limit falls inside one */
    mkcv_pdf_put_text(&out, text.s);
    assert_int_equal(out.n, strlen("<FEFF>") + 4 * (1 + 7999));
    assert_string_equal(out.s + out.n - 5, "00E9>");
    mkcv_arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(utf16), cmocka_unit_test(texts),
                                       cmocka_unit_test(long_texts_are_cut_between_characters)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
