/* Where lines may end is what Unicode Standard Annex 14 says: all cases of Unicode's LineBreakTest.txt. */
#include "../../src/layout/opportunities.h"
#include "mkcv/utf8.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CASES "/usr/share/unicode/auxiliary/LineBreakTest.txt"
#define BREAK "\303\267"    /* ÷ */
#define NO_BREAK "\303\227" /* × */

/* "÷ 0061 × 0062" as text, and where it breaks: a character's first bytes. */
static size_t read_case(char *line, char *text, bool *breaks)
{
    char *rest, *to = text;
    line[strcspn(line, "#")] = 0;
    for (char *word = strtok_r(line, " \t", &rest); word; word = strtok_r(NULL, " \t", &rest)) {
        if (!strcmp(word, BREAK) || !strcmp(word, NO_BREAK))
            breaks[to - text] = to > text && !strcmp(word, BREAK);
        else
            to += mkcv_utf8_encode((uint32_t)strtoul(word, NULL, 16), to);
    }
    *to = 0;
    return (size_t)(to - text);
}

static void lines_end_where_unicode_says(void **state)
{
    (void)state;
    struct mkcv_arena a;
    mkcv_arena_init(&a);
    FILE *f = fopen(CASES, "r");
    assert_non_null(f);
    char line[4096], as_written[4096];
    size_t count = 0, wrong = 0;
    while (fgets(line, sizeof line, f)) {
        char text[512];
        bool breaks[512] = {false};
        strcpy(as_written, line);
        size_t n = read_case(line, text, breaks);
        if (!n) continue;
        const bool *at = mkcv_opportunities_find(&a, text, n, false);
        count++;
        if (!memcmp(at, breaks, n)) continue;
        if (wrong++ < 10) print_error("%s", as_written);
    }
    fclose(f);
    mkcv_arena_clear(&a);
    assert_true(count > 7000);
    assert_int_equal(wrong, 0);
}

/* A bar stands where a line may end. */
static void quotes_beside_ideographs_are_brackets(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "我|们|读|“雪|线”|和|“冰”，|不|读|“fog”。",
        "a |“word” |of |雪",
        "雪|（2024|年）",
        "第|3.5|章",
        "한|국|어 |논|문",
    };
    struct mkcv_arena a;
    mkcv_arena_init(&a);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[200], got[300] = "";
        size_t n = 0;
        for (const char *p = cases[i]; *p; p++)
            if (*p != '|') text[n++] = *p;
        text[n] = 0;
        const bool *at = mkcv_opportunities_find(&a, text, n, true);
        for (size_t k = 0, to = 0; k < n; k++) {
            if (at[k]) got[to++] = '|';
            got[to++] = text[k];
            got[to] = 0;
        }
        assert_string_equal(got, cases[i]);
    }
    mkcv_arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_end_where_unicode_says),
        cmocka_unit_test(quotes_beside_ideographs_are_brackets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
