/* test_json_read.c - JSON documents as nodes (src/source/json.c; test_json.c is that of the back end). */
#include "mkcv/source.h"
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void reads_values(void **state)
{
    (void)state;
    struct mkcv_arena a;
    struct mkcv_diags d;
    mkcv_arena_init(&a);
    mkcv_diags_init(&d, &a);
    const char *text = "{\"z\": [1, 2.5, true, null, \"s\"], \"b\": {\"c\": \"\\u00e9\"}}";
    const struct mkcv_node *n = mkcv_json_read(&a, text, strlen(text), "f.json", &d);
    static const struct {
        const char *value;
        bool quoted;
    } items[] = {{"1", false}, {"2.5", false}, {"true", false}, {"", false}, {"s", true}};
    assert_int_equal(n->kind, MKCV_NODE_MAP);
    assert_string_equal(n->first->key, "z");
    const struct mkcv_node *item = n->first->first;
    for (size_t i = 0; i < 5; i++, item = item->next) {
        assert_string_equal(item->value, items[i].value);
        assert_int_equal(item->quoted, items[i].quoted);
    }
    assert_null(item);
    assert_string_equal(n->first->next->first->value, "\xC3\xA9");
    assert_string_equal(n->first->next->first->key, "c");
    assert_int_equal(d.list.count, 0);
    mkcv_arena_clear(&a);
}

static void values_have_places(void **state)
{
    (void)state;
    struct mkcv_arena a;
    struct mkcv_diags d;
    mkcv_arena_init(&a);
    mkcv_diags_init(&d, &a);
    const char *text =
        "{ \"a\" : [ 1, {},\n  \"x]\\\"\",\n [true] ],\n \"\\u0062\": {\"c\": 1},\n \"d\" :{\"e\":\n null}}";
    const struct mkcv_node *n = mkcv_json_read(&a, text, strlen(text), "f.json", &d);
    static const struct {
        int line, column;
    } items[] = {{1, 11}, {1, 14}, {2, 3}, {3, 2}};
    const struct mkcv_node *item = n->first->first;
    assert_int_equal(n->first->key_loc.column, 3);
    for (size_t i = 0; i < sizeof items / sizeof *items; i++, item = item->next) {
        assert_int_equal(item->loc.line, items[i].line);
        assert_int_equal(item->loc.column, items[i].column);
    }
    const struct mkcv_node *escaped = n->first->next, *last = escaped->next;
    assert_int_equal(escaped->first->loc.line, 4);
    assert_int_equal(escaped->first->loc.column, 18);
    assert_int_equal(last->first->loc.line, 6);
    assert_int_equal(last->first->key_loc.line, 5);
    mkcv_arena_clear(&a);
}

static void reports_faults(void **state)
{
    (void)state;
    static const char *const texts[] = {"{\"a\": 1,\n \"b\" 2}", "", "[1,", "\"\\u0000\""};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct mkcv_arena a;
        struct mkcv_diags d;
        mkcv_arena_init(&a);
        mkcv_diags_init(&d, &a);
        assert_null(mkcv_json_read(&a, texts[i], strlen(texts[i]), "f.json", &d));
        assert_int_equal(d.list.count, 1);
        assert_int_equal(d.list.at[0].id, MKCV_DIAG_JSON_SYNTAX);
        if (i == 0) assert_int_equal(d.list.at[0].loc.line, 2);
        mkcv_arena_clear(&a);
    }
}

/* Comments and commas behind the last member are passed over and told; what is in strings stays. */
static void passes_over_extras(void **state)
{
    (void)state;
    struct mkcv_arena a;
    struct mkcv_diags d;
    mkcv_arena_init(&a);
    mkcv_diags_init(&d, &a);
    const char *text = "{\"a\": \"x // y\", // the name\n \"b\": [1, /* two */ 3,],\n}";
    const struct mkcv_node *n = mkcv_json_read(&a, text, strlen(text), "f.json", &d);
    assert_non_null(n);
    assert_string_equal(n->first->value, "x // y");
    assert_string_equal(n->first->next->first->next->value, "3");
    assert_null(n->first->next->next);
    assert_true(d.list.count > 0);
    assert_int_equal(d.list.at[0].id, MKCV_DIAG_JSON_EXTRA);
    assert_int_equal(d.list.at[0].loc.line, 1);
    assert_int_equal(d.errors, 0);
    mkcv_arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(reads_values), cmocka_unit_test(values_have_places),
                                       cmocka_unit_test(reports_faults), cmocka_unit_test(passes_over_extras)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
