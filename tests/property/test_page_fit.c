/* Page breaking gives the cost that trying every set of breaks gives, on short documents, and keeps every row once, in
 * order; rows in columns are as high as the best of all ways to fill these. */
#include "../../src/layout/pagebreak.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdbool.h>

enum { DOCUMENTS = 4000, ROWS_MOST = 16 };

static uint32_t random_in(uint32_t *seed, uint32_t low, uint32_t high)
{
    *seed = *seed * 1664525u + 1013904223u;
    return low + (*seed >> 8) % (high - low + 1);
}

static int64_t stack_of(const struct mkcv_row_size *rows, size_t from, size_t to)
{
    int64_t height = 0;
    for (size_t i = from; i < to; i++) height += rows[i].height + (i > from ? rows[i].skip : 0);
    return height;
}

static int64_t larger(int64_t a, int64_t b) { return a > b ? a : b; }

/* The least height of rows in columns: every end of the first one is tried. */
static int64_t balance(const struct mkcv_row_size *rows, size_t from, size_t to, int columns)
{
    int64_t best = stack_of(rows, from, to);
    for (size_t i = from + 1; columns > 1 && i < to; i++) {
        if (rows[i].joined) continue;
        int64_t height = larger(stack_of(rows, from, i), balance(rows, i, to, columns - 1));
        if (height < best) best = height;
    }
    return best;
}

static int64_t height_of(const struct mkcv_row_size *rows, size_t from, size_t to)
{
    int64_t height = 0;
    for (size_t i = from, end; i < to; i = end) {
        for (end = i + 1; end < to && rows[i].columns > 1 && rows[end].columns == rows[i].columns;) end++;
        height += (i > from ? rows[i].skip : 0) + balance(rows, i, end, rows[i].columns);
    }
    return height;
}

static bool is_page(const struct mkcv_row_size *rows, size_t from, size_t to, const struct mkcv_page_rules *rules)
{
    for (size_t i = from + 1; i < to; i++)
        if (rows[i].cost == MKCV_PAGE_FORCE) return false;
    return to == from + 1 || height_of(rows, from, to) <= rules->height;
}

static int64_t try_all(const struct mkcv_row_size *rows, size_t count, size_t from, const struct mkcv_page_rules *rules)
{
    int64_t best = INT64_MAX;
    if (from == count) return 0;
    for (size_t to = from + 1; to <= count; to++) {
        if (!is_page(rows, from, to, rules)) continue;
        int64_t cost = mkcv_pagebreak_cost(rows, count, from, to, height_of(rows, from, to), rules) +
                       try_all(rows, count, to, rules);
        if (cost < best) best = cost;
    }
    return best;
}

static void test_brute_force(void **state)
{
    static const int32_t costs[] = {
        0, 0, 0, 0, MKCV_PAGE_LONG, MKCV_PAGE_SHORT, MKCV_PAGE_WIDOW, MKCV_PAGE_NEVER, MKCV_PAGE_FORCE};
    static const struct mkcv_page_rules rules = {.height = 100, .short_height = 25, .short_cost = 4000};
    uint32_t seed = 815;
    struct mkcv_arena a;
    mkcv_arena_init(&a);
    (void)state;
    for (int i = 0; i < DOCUMENTS; i++) {
        struct mkcv_row_size rows[ROWS_MOST] = {0};
        struct mkcv_page_starts starts;
        size_t count = random_in(&seed, 1, ROWS_MOST);
        for (size_t k = 0; k < count; k++) {
            rows[k].height = (int32_t)random_in(&seed, 5, random_in(&seed, 0, 20) ? 30 : 130);
            rows[k].skip = (int32_t)random_in(&seed, 0, 12);
            rows[k].cost = costs[random_in(&seed, 0, sizeof costs / sizeof *costs - 1)];
            bool turns = k == 0 || random_in(&seed, 0, 3) == 0;
            rows[k].columns = turns ? (uint8_t)random_in(&seed, 0, 4) : rows[k - 1].columns;
            rows[k].joined = random_in(&seed, 0, 2) == 0;
        }
        mkcv_pagebreak_find(&a, rows, count, &rules, &starts);
        assert_int_equal(starts.cost, try_all(rows, count, 0, &rules));
        assert_int_equal(starts.at[0], 0);
        int64_t cost = 0;
        for (size_t k = 0; k < starts.count; k++) {
            size_t to = k + 1 < starts.count ? starts.at[k + 1] : count;
            assert_true(to > starts.at[k] && is_page(rows, starts.at[k], to, &rules));
            cost += mkcv_pagebreak_cost(rows, count, starts.at[k], to, height_of(rows, starts.at[k], to), &rules);
        }
        assert_int_equal(cost, starts.cost);
        mkcv_arena_clear(&a);
    }
}

/* The columns that are set are as high as was found, hold every row once, and begin where they may. */
static void test_columns(void **state)
{
    uint32_t seed = 4711;
    struct mkcv_arena a;
    mkcv_arena_init(&a);
    (void)state;
    for (int i = 0; i < DOCUMENTS; i++) {
        struct mkcv_row_size rows[ROWS_MOST] = {0};
        size_t count = random_in(&seed, 1, ROWS_MOST), starts[4];
        int columns = (int)random_in(&seed, 2, 4);
        for (size_t k = 0; k < count; k++) {
            rows[k].height = (int32_t)random_in(&seed, 5, 30);
            rows[k].skip = (int32_t)random_in(&seed, 0, 12);
            rows[k].joined = random_in(&seed, 0, 2) == 0;
        }
        struct mkcv_column_heights h = mkcv_column_heights_new(&a, rows, count, columns);
        int64_t height = mkcv_column_heights_add_all(&h), tallest = 0;
        mkcv_column_starts(&h, 0, starts);
        assert_int_equal(starts[0], 0);
        for (int c = 0; c < columns; c++) {
            size_t to = c + 1 < columns ? starts[c + 1] : count;
            assert_true(to >= starts[c] && (c == 0 || starts[c] == count || !rows[starts[c]].joined));
            tallest = larger(tallest, stack_of(rows, starts[c], to));
        }
        assert_int_equal(tallest, height);
        assert_int_equal(height, balance(rows, 0, count, columns));
        mkcv_arena_clear(&a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_brute_force), cmocka_unit_test(test_columns)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
