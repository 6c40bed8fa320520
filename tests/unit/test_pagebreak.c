#include "../../src/layout/pagebreak.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* A picture of rows, all 10 high: 'e' a row before which a page may end, 'h' a heading's, 'n' one that never begins a
 * page, 's' within a short block, 'w' a widow, 'F' a forced page, 'T' one higher than the page, '|' only where pages
 * must begin. */
static size_t read_rows(const char *s, struct mkcv_row_size *rows, char *want)
{
    size_t n = 0;
    bool after_heading = false;
    strcpy(want, "");
    for (; *s; s++) {
        if (*s == '|') {
            sprintf(want + strlen(want), " %zu", n);
            continue;
        }
        struct mkcv_row_size *row = &rows[n++];
        *row = (struct mkcv_row_size){.height = *s == 'T' ? 500 : 10};
        if (*s == 'n' || after_heading) row->cost = MKCV_PAGE_NEVER;
        if (*s == 's') row->cost = MKCV_PAGE_SHORT;
        if (*s == 'w') row->cost = MKCV_PAGE_WIDOW;
        if (*s == 'F') row->cost = MKCV_PAGE_FORCE;
        after_heading = *s == 'h';
    }
    return n;
}

static void test_pictures(void **state)
{
    static const char *const pictures[] = {
        "",
        "eee",
        "eeeeeeeeee", /* a full page */
        "eeeeeeeeee|eeeeee",
        "eeeeeeeee|heeeee", /* no heading at the foot */
        "eeeeeeee|hheeeeee",
        "eeeeeeee|essseeee", /* a short entry stays whole */
        "eeeeeeeee|ewee",    /* no lone line at the foot */
        "eee|Feee",
        "eee|T|eee", /* a row higher than a page has one of its own */
        "eee|F|F|Fe",
        "nnnnnnnnnn|nnnnn", /* what cannot be kept is cut where it must be */
    };
    static const struct mkcv_page_rules rules = {.height = 100, .short_height = 30, .short_cost = 4000};
    struct mkcv_arena a;
    mkcv_arena_init(&a);
    (void)state;
    for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++) {
        struct mkcv_row_size rows[64];
        struct mkcv_page_starts starts;
        char want[64], got[64] = "";
        size_t n = read_rows(pictures[i], rows, want);
        mkcv_pagebreak_find(&a, rows, n, &rules, &starts);
        assert_int_equal(starts.at[0], 0);
        for (size_t k = 1; k < starts.count; k++) sprintf(got + strlen(got), " %u", starts.at[k]);
        assert_string_equal(got, want);
    }
    mkcv_arena_clear(&a);
}

/* Seeing the whole document: pages that are filled one by one would leave two rows for the last. */
static void test_last_page(void **state)
{
    static const struct mkcv_page_rules rules = {.height = 100, .short_height = 30, .short_cost = 4000};
    struct mkcv_arena a;
    struct mkcv_row_size rows[22];
    struct mkcv_page_starts starts;
    mkcv_arena_init(&a);
    (void)state;
    for (size_t i = 0; i < 22; i++) rows[i] = (struct mkcv_row_size){.height = 10};
    mkcv_pagebreak_find(&a, rows, 22, &rules, &starts);
    assert_int_equal(starts.count, 3);
    assert_true(starts.at[2] <= 19);
    mkcv_arena_clear(&a);
}

static void test_skips(void **state)
{
    static const struct mkcv_page_rules rules = {.height = 100};
    struct mkcv_row_size rows[] = {
        {.height = 50, .skip = 40}, {.height = 40, .skip = 10}, {.height = 90, .skip = 20}, {.height = 5, .skip = 5}};
    struct mkcv_arena a;
    struct mkcv_page_starts starts;
    mkcv_arena_init(&a);
    (void)state;
    mkcv_pagebreak_find(&a, rows, 4, &rules, &starts); /* 50+10+40, then 90+5+5: the skips at the tops are dropped */
    assert_int_equal(starts.count, 2);
    assert_int_equal(starts.at[1], 2);
    rows[1].skip = 11;
    mkcv_pagebreak_find(&a, rows, 4, &rules, &starts);
    assert_int_equal(starts.count, 3);
    mkcv_arena_clear(&a);
}

static void test_high_row(void **state)
{
    static const struct mkcv_page_rules rules = {.height = 100};
    struct mkcv_row_size rows[] = {{.height = 50}, {.height = 900}, {.height = 50}};
    struct mkcv_arena a;
    struct mkcv_page_starts starts;
    mkcv_arena_init(&a);
    (void)state;
    mkcv_pagebreak_find(&a, rows, 3, &rules, &starts);
    assert_int_equal(starts.count, 3);
    mkcv_arena_clear(&a);
}

static void test_many(void **state)
{
    enum { COUNT = 300000 };
    static const struct mkcv_page_rules rules = {.height = 600, .short_height = 30, .short_cost = 4000};
    struct mkcv_arena a;
    struct mkcv_page_starts starts;
    mkcv_arena_init(&a);
    (void)state;
    struct mkcv_row_size *rows = MKCV_NEW_ARRAY(&a, struct mkcv_row_size, COUNT);
    for (size_t i = 0; i < COUNT; i++) rows[i] = (struct mkcv_row_size){.height = 10};
    mkcv_pagebreak_find(&a, rows, COUNT, &rules, &starts);
    assert_int_equal(starts.count, COUNT / 60);
    mkcv_arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pictures), cmocka_unit_test(test_last_page),
                                       cmocka_unit_test(test_skips), cmocka_unit_test(test_high_row),
                                       cmocka_unit_test(test_many)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
