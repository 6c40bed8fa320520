/* test_pdf_url.c - which addresses reach a PDF, and how. */
#include "../../src/backend/pdf_url.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
/* cmocka wants the four headers above first */
#include <cmocka.h>

static void addresses(void **state)
{
    (void)state;
    static const struct {
        const char *url, *want;
    } rows[] = {
        {"https://example.org/a_(b)?q=1&r=[2]#s", "https://example.org/a_(b)?q=1&r=[2]#s"},
        {"HTTP://example.org", "HTTP://example.org"},
        {"https://example.org/zo%C3%AB%", "https://example.org/zo%C3%AB%"},
        {"https://example.org/zoë/李", "https://example.org/zo%C3%AB/%E6%9D%8E"},
        {"https://example.org/a b\tc\"<>\\^`{|}", "https://example.org/a%20b%09c%22%3C%3E%5C%5E%60%7B%7C%7D"},
        {"mailto:zoe@example.org", "mailto:zoe@example.org"},
        {"tel:+1-555", "tel:+1-555"},
        {"ftp://example.org", "ftp://example.org"},
        {"doi:10.1000/x(1)", "doi:10.1000/x(1)"},
        {"javascript:alert(1)", NULL},
        {"JavaScript:alert(1)", NULL},
        {" javascript:alert(1)", NULL},
        {"https\n:x", NULL},
        {"data:text/html,x", NULL},
        {"file:///etc/passwd", NULL},
        {"httpsx://example.org", NULL},
        {"http", NULL},
        {"htt://example.org", NULL},
        {"://example.org", NULL},
        {"/files/cv.pdf", NULL},
        {"page?x=http://a", NULL},
        {"", NULL},
        {NULL, NULL},
    };
    struct mkcv_arena a;
    mkcv_arena_init(&a);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *got = mkcv_pdf_url(&a, rows[i].url);
        if (!rows[i].want)
            assert_null(got);
        else
            assert_string_equal(got, rows[i].want);
    }
    mkcv_arena_clear(&a);
}

static void long_addresses(void **state)
{
    (void)state;
    struct mkcv_arena a;
    mkcv_arena_init(&a);
    char *url = mkcv_arena_alloc(&a, 20002);
    memset(url, 'a', 20001);
    memcpy(url, "https://", 8);
    assert_null(mkcv_pdf_url(&a, url));
    url[16000] = 0;
    assert_non_null(mkcv_pdf_url(&a, url));
    mkcv_arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(addresses), cmocka_unit_test(long_addresses)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
