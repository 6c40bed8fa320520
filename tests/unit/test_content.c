/* test_content.c - records of content and comparing: order does not count, damage is told, entries find their
 * partners. */
#include "mkcv/content.h"
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static struct mkcv_arena arena;

static struct mkcv_content_entry *add(struct mkcv_content *c, const char *section, uint32_t identity, uint32_t digest)
{
    struct mkcv_content_entry *e = MKCV_PUSH(&arena, &c->entries);
    *e = (struct mkcv_content_entry){.section = section, .label = "x", .identity = identity, .digest = digest};
    return e;
}

static void add_field(struct mkcv_content_entry *e, const char *name, const char *value)
{
    *MKCV_PUSH(&arena, &e->fields) = (struct mkcv_content_field){name, value};
}

static void test_record(void **state)
{
    (void)state;
    struct mkcv_content c = {.entries = {0}}, turned = {.entries = {0}}, back;
    add(&c, "work", 0xffffffff, 1);
    add(&c, "awards", 2, 0x80000000);
    add(&c, "work", 3, 4);
    add(&turned, "work", 3, 4);
    add(&turned, "work", 0xffffffff, 1);
    add(&turned, "awards", 2, 0x80000000);
    const char *record = mkcv_content_record(&arena, &c);
    assert_string_equal(record, mkcv_content_record(&arena, &turned));
    assert_true(mkcv_content_from_record(&arena, record, strlen(record), &back));
    assert_int_equal(back.entries.count, 3);
    assert_string_equal(record, mkcv_content_record(&arena, &back));
    assert_int_equal(mkcv_content_compare(&arena, &back, &turned).list.count, 0);
    for (size_t n = 0; n < strlen(record); n++) assert_false(mkcv_content_from_record(&arena, record, n, &back));
    assert_false(mkcv_content_from_record(&arena, "2 00", 4, &back));
}

static void test_partners(void **state)
{
    (void)state;
    struct mkcv_content before = {.entries = {0}}, after = {.entries = {0}};
    struct mkcv_content_entry *then = add(&before, "work", 1, 10);
    add_field(then, "position", "Lecturer");
    add_field(then, "name", "Tarn");
    add_field(then, "startDate", "2020");
    add(&before, "work", 2, 20);
    add(&before, "awards", 3, 30);
    struct mkcv_content_entry *now = add(&after, "work", 4, 40); /* promoted: alike in two of three */
    add_field(now, "position", "Reader");
    add_field(now, "name", "Tarn");
    add_field(now, "startDate", "2020");
    add(&after, "work", 2, 21);   /* called the same */
    add(&after, "grants", 3, 30); /* not of the same section */
    struct mkcv_changes changes = mkcv_content_compare(&arena, &before, &after);
    assert_int_equal(changes.list.count, 4);
    assert_int_equal(changes.list.at[0].kind, MKCV_CHANGE_CHANGED);
    assert_int_equal(changes.list.at[0].fields.count, 1);
    assert_string_equal(changes.list.at[0].fields.at[0].before, "Lecturer");
    assert_string_equal(changes.list.at[0].fields.at[0].after, "Reader");
    assert_int_equal(changes.list.at[1].kind, MKCV_CHANGE_CHANGED);
    assert_int_equal(changes.list.at[2].kind, MKCV_CHANGE_ADDED);
    assert_string_equal(changes.list.at[2].entry->section, "grants");
    assert_int_equal(changes.list.at[3].kind, MKCV_CHANGE_REMOVED);
}

/* Of long values the part that differs is shown. */
static void test_print(void **state)
{
    (void)state;
    char was[400], is[400];
    struct mkcv_content before = {.entries = {0}}, after = {.entries = {0}};
    struct mkcv_buf out;
    memset(was, 'a', sizeof was);
    for (size_t i = 7; i < sizeof was; i += 8) was[i] = ' ';
    was[sizeof was - 1] = 0;
    memcpy(is, was, sizeof is);
    is[350] = 'b';
    add_field(add(&before, "basics", 1, 1), "summary", was);
    add_field(add(&after, "basics", 1, 2), "summary", is);
    struct mkcv_changes changes = mkcv_content_compare(&arena, &before, &after);
    mkcv_buf_init(&out, &arena);
    mkcv_changes_print(&changes, &out);
    assert_non_null(strstr(out.s, "basics\n  ~ x\n      summary: “…aaaaaaa "));
    assert_non_null(strstr(out.s, "aab"));
    assert_true(out.n < 300);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_record), cmocka_unit_test(test_partners),
                                       cmocka_unit_test(test_print)};
    mkcv_arena_init(&arena);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    mkcv_arena_clear(&arena);
    return failed;
}
