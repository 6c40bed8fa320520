#include "../../src/layout/linebreak.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

/* A picture of items: a-z a box of that many units (a = 1), ' ' a space of 6 units that stretches by 3 and shrinks by
 * 2, '-' a hyphen of 1 unit, '~' a forbidden break, '!' a forced one. */
enum { UNIT = 1000 };

static size_t read_items(struct mkcv_arena *a, const char *s, struct mkcv_item **items)
{
    size_t n = 0;
    *items = MKCV_NEW_ARRAY(a, struct mkcv_item, strlen(s) + 1);
    for (; *s; s++) {
        struct mkcv_item *item = &(*items)[n++];
        if (*s >= 'a' && *s <= 'z')
            *item = (struct mkcv_item){.kind = MKCV_ITEM_BOX, .width = (*s - 'a' + 1) * UNIT};
        else if (*s == ' ')
            *item =
                (struct mkcv_item){.kind = MKCV_ITEM_GLUE, .width = 6 * UNIT, .stretch = 3 * UNIT, .shrink = 2 * UNIT};
        else if (*s == '-')
            *item = (struct mkcv_item){.kind = MKCV_ITEM_PENALTY, .width = UNIT, .cost = 50, .flagged = true};
        else
            *item = (struct mkcv_item){.kind = MKCV_ITEM_PENALTY,
                                       .cost = *s == '~' ? MKCV_PENALTY_NEVER : MKCV_PENALTY_FORCE};
    }
    (*items)[n++] = (struct mkcv_item){.kind = MKCV_ITEM_PENALTY, .cost = MKCV_PENALTY_FORCE};
    return n;
}

static struct mkcv_line_rules rules_of(int32_t units)
{
    return (struct mkcv_line_rules){.measure = units * UNIT,
                                    .tolerance = MKCV_BADNESS_MOST,
                                    .line_penalty = 10,
                                    .hyphens_demerits = 10000,
                                    .last_hyphen_demerits = 5000,
                                    .fitness_demerits = 10000};
}

static void check_breaks(const struct mkcv_breaks *breaks, const char *want)
{
    char got[64] = "";
    for (size_t i = 0; i < breaks->count; i++) sprintf(got + strlen(got), i ? " %u" : "%u", breaks->at[i]);
    assert_string_equal(got, want);
}

static void test_badness(void **state)
{
    static const struct {
        int64_t gap, room;
        int32_t want;
    } cases[] = {{0, 0, 0},       {0, 100, 0},      {1, 0, 10000},    {50, 100, 12},     {100, 100, 100},
                 {200, 100, 800}, {300, 100, 2700}, {464, 100, 9989}, {500, 100, 10000}, {INT32_MAX, 1, 10000}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(mkcv_linebreak_badness(cases[i].gap, cases[i].room), cases[i].want);
}

static void test_breaks(void **state)
{
    static const struct {
        const char *items;
        int32_t measure;
        const char *want; /* items at which lines end */
    } cases[] = {
        {"j", 30, "1"},         {"j j", 30, "3"}, {"j j j", 27, "3 5"}, /* 26 of 27, then a rest */
        {"j!j", 30, "1 3"},                                             /* forced */
        {"j~ j j", 27, "4 6"},  /* no break at a tie, although the glue is there */
        {"jj-jj j", 34, "2 7"}, /* nothing else gives: a hyphen */
        {"j j~ j", 27, "1 6"},  /* the tie holds the last two together */
        {"j i j j", 27, "3 7"}, /* even lines, although more would fit nowhere */
    };
    struct mkcv_arena a;
    mkcv_arena_init(&a);
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct mkcv_item *items;
        struct mkcv_breaks breaks;
        struct mkcv_line_rules rules = rules_of(cases[i].measure);
        size_t n = read_items(&a, cases[i].items, &items);
        assert_true(mkcv_linebreak_find(&a, items, n, &rules, &breaks));
        check_breaks(&breaks, cases[i].want);
    }
    mkcv_arena_clear(&a);
}

/* First fit takes the first two boxes and leaves a loose second line; total fit sees it. */
static void test_total_fit_beats_first_fit(void **state)
{
    struct mkcv_arena a;
    struct mkcv_item *items;
    struct mkcv_breaks total, first;
    mkcv_arena_init(&a);
    (void)state;
    size_t n = read_items(&a, "h h d l z", &items);
    struct mkcv_line_rules rules = rules_of(32);
    assert_true(mkcv_linebreak_find(&a, items, n, &rules, &total));
    mkcv_linebreak_fill(&a, items, n, 32 * UNIT, &first);
    check_breaks(&first, "5 7 9");
    check_breaks(&total, "3 7 9");
    mkcv_arena_clear(&a);
}

static void test_never_too_wide(void **state)
{
    struct mkcv_arena a;
    struct mkcv_item *items;
    struct mkcv_breaks breaks;
    mkcv_arena_init(&a);
    (void)state;
    struct mkcv_line_rules rules = rules_of(20);
    size_t n = read_items(&a, "j z j", &items);
    assert_false(mkcv_linebreak_find(&a, items, n, &rules, &breaks));
    mkcv_linebreak_fill(&a, items, n, rules.measure, &breaks);
    check_breaks(&breaks, "1 3 5");
    mkcv_arena_clear(&a);
}

static void test_tolerance(void **state)
{
    struct mkcv_arena a;
    struct mkcv_item *items;
    struct mkcv_breaks breaks;
    mkcv_arena_init(&a);
    (void)state;
    size_t n = read_items(&a, "j j z", &items); /* the first line is 26: at 29 its space is stretched by all of 3 */
    struct mkcv_line_rules rules = rules_of(29);
    rules.tolerance = 100;
    assert_true(mkcv_linebreak_find(&a, items, n, &rules, &breaks));
    rules.tolerance = 99;
    assert_false(mkcv_linebreak_find(&a, items, n, &rules, &breaks));
    rules.extra_stretch = UNIT;
    assert_true(mkcv_linebreak_find(&a, items, n, &rules, &breaks));
    mkcv_arena_clear(&a);
}

static void test_hanging(void **state)
{
    struct mkcv_arena a;
    struct mkcv_item *items;
    struct mkcv_breaks breaks;
    mkcv_arena_init(&a);
    (void)state;
    size_t n = read_items(&a, "j j z", &items);
    struct mkcv_line_rules rules = rules_of(23); /* 26 shrinks to 24, no further */
    assert_false(mkcv_linebreak_find(&a, items, n - 3, &rules, &breaks) && breaks.count == 1);
    items[2].right = UNIT;
    rules.measure = 26 * UNIT;
    assert_true(mkcv_linebreak_find(&a, items, n, &rules, &breaks));
    check_breaks(&breaks, "3 5");
    items[2].right = 0;
    items[0].left = 2 * UNIT;
    rules.measure = 26 * UNIT;
    int64_t hung = (assert_true(mkcv_linebreak_find(&a, items, n, &rules, &breaks)), breaks.demerits);
    items[0].left = 0;
    assert_true(mkcv_linebreak_find(&a, items, n, &rules, &breaks));
    assert_true(breaks.demerits < hung); /* 26 fits exactly without, is loose with */
    mkcv_arena_clear(&a);
}

static void test_runts(void **state)
{
    struct mkcv_arena a;
    struct mkcv_item *items;
    struct mkcv_breaks breaks;
    mkcv_arena_init(&a);
    (void)state;
    size_t n = read_items(&a, "f f f f b", &items);
    struct mkcv_line_rules rules = rules_of(44);
    rules.extra_stretch = 20 * UNIT;
    assert_true(mkcv_linebreak_find(&a, items, n, &rules, &breaks));
    check_breaks(&breaks, "7 9");
    rules.runt_width = 4 * UNIT;
    rules.runt_demerits = 100000;
    assert_true(mkcv_linebreak_find(&a, items, n, &rules, &breaks));
    check_breaks(&breaks, "5 9");
    mkcv_arena_clear(&a);
}

/* A hundred thousand boxes, and as many without any width: both end at once. */
static void test_long(void **state)
{
    enum { COUNT = 200000 };
    struct mkcv_arena a;
    mkcv_arena_init(&a);
    (void)state;
    for (int32_t width = 0; width <= 9000; width += 9000) {
        struct mkcv_item *items = MKCV_NEW_ARRAY(&a, struct mkcv_item, COUNT);
        struct mkcv_breaks breaks;
        for (size_t i = 0; i < COUNT; i++)
            items[i] = i % 2 ? (struct mkcv_item){.kind = MKCV_ITEM_GLUE,
                                                  .width = width / 3,
                                                  .stretch = width / 6,
                                                  .shrink = width / 9}
                             : (struct mkcv_item){.kind = MKCV_ITEM_BOX, .width = width};
        items[COUNT - 1] = (struct mkcv_item){.kind = MKCV_ITEM_PENALTY, .cost = MKCV_PENALTY_FORCE};
        struct mkcv_line_rules rules = rules_of(400);
        assert_true(mkcv_linebreak_find(&a, items, COUNT, &rules, &breaks));
        assert_int_equal(breaks.at[breaks.count - 1], COUNT - 1);
        assert_true(width == 0 || breaks.count > COUNT / 2 / 40);
    }
    mkcv_arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_badness),
        cmocka_unit_test(test_breaks),
        cmocka_unit_test(test_total_fit_beats_first_fit),
        cmocka_unit_test(test_tolerance),
        cmocka_unit_test(test_hanging),
        cmocka_unit_test(test_never_too_wide),
        cmocka_unit_test(test_runts),
        cmocka_unit_test(test_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
