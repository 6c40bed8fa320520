/* Page breaking gives the cost that trying every set of breaks gives, on short documents, and keeps every row once, in
 * order. */
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

static int64_t height_of(const struct mkcv_row_size *rows, size_t from, size_t to)
{
    int64_t height = 0;
    for (size_t i = from; i < to; i++) height += rows[i].height + (i > from ? rows[i].skip : 0);
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
        struct mkcv_row_size rows[ROWS_MOST];
        struct mkcv_page_starts starts;
        size_t count = random_in(&seed, 1, ROWS_MOST);
        for (size_t k = 0; k < count; k++) {
            rows[k].height = (int32_t)random_in(&seed, 5, random_in(&seed, 0, 20) ? 30 : 130);
            rows[k].skip = (int32_t)random_in(&seed, 0, 12);
            rows[k].cost = costs[random_in(&seed, 0, sizeof costs / sizeof *costs - 1)];
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

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_brute_force)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
