/* test_columns.c - a section's body in columns: even, in order, cut between entries, under heads above and beside. */
#include "page_fixture.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { LEFT = 50000, RIGHT = 210000, LINE = 12000 }; /* two columns 140 pt wide, 20 pt apart */

static void open_columns(struct fixture *f)
{
    fixture_open(f);
    f->style.section.column_gap = 20000;
    add_node(f, MKCV_FLOW_HEADING, "Head")->level = 1;
}

static struct mkcv_flow_node *add_entry(struct fixture *f, const char *head)
{
    struct mkcv_flow_node *node = add_node(f, MKCV_FLOW_ENTRY, head);
    node->tight = true;
    node->columns = 2;
    return node;
}

static const struct mkcv_piece *find_piece(const struct mkcv_pages *pages, const char *text, size_t *page)
{
    for (size_t p = 0; p < pages->list.count; p++)
        for (size_t i = 0; i < pages->list.at[p].pieces.count; i++)
            if (strcmp(pages->list.at[p].pieces.at[i].run->text, text) == 0) {
                if (page) *page = p;
                return &pages->list.at[p].pieces.at[i];
            }
    fail_msg("no piece '%s'", text);
    return NULL;
}

static void assert_at(const struct mkcv_pages *pages, const char *text, int32_t x, int32_t y)
{
    const struct mkcv_piece *p = find_piece(pages, text, NULL);
    assert_int_equal(p->x, x);
    assert_int_equal(p->y, y);
}

static void test_even(void **state)
{
    struct fixture f;
    open_columns(&f);
    (void)state;
    add_entry(&f, "a");
    add_entry(&f, "b with more words than a line of the column");
    add_entry(&f, "c");
    add_entry(&f, "d");
    add_node(&f, MKCV_FLOW_HEADING, "Next")->level = 1;
    add_node(&f, MKCV_FLOW_ENTRY, "after");
    struct mkcv_pages *pages = lay_out(&f);
    int32_t top = find_piece(pages, "a", NULL)->y;
    assert_int_equal(top - find_piece(pages, "Head", NULL)->y, 3000 + 400 + 5000 + 6666);
    assert_at(pages, "a", LEFT, top);
    assert_at(pages, "b", LEFT, top + LINE);
    assert_at(pages, "column", LEFT + 12 * 5000, top + 2 * LINE);
    assert_at(pages, "c", RIGHT, top);
    assert_at(pages, "d", RIGHT, top + LINE);
    /* what follows stands below the longer column */
    assert_int_equal(find_piece(pages, "Next", NULL)->y - find_piece(pages, "column", NULL)->y, 3000 + 10000 + 6666);
    assert_string_equal(text_of_pages(&f, pages, false),
                        "Head\na\nb with more words than a \nline of the column\nc\nd\nNext\nafter\n");
    fixture_close(&f);
}

/* On each page the left column is read before the right one; links and rules move with their text. */
static void test_pages(void **state)
{
    struct fixture f;
    open_columns(&f);
    (void)state;
    struct mkcv_span link = {.role = MKCV_ROLE_LINK, .url = "https://a.example"};
    for (int i = 0; i < 100; i++) {
        const char *word = mkcv_arena_printf(&f.arena, "n%d", i);
        mkcv_text_append(&f.arena, &add_entry(&f, NULL)->head, word, strlen(word), &link);
    }
    struct mkcv_pages *pages = lay_out(&f);
    size_t page, number = 0;
    assert_int_equal(pages->list.count, 2);
    find_piece(pages, "n77", &page);
    assert_int_equal(page, 1);
    for (page = 0; page < 2; page++) {
        const struct mkcv_page *p = &pages->list.at[page];
        int32_t x = LEFT;
        for (size_t i = 0, k = 0; i < p->pieces.count && !p->pieces.at[i].artifact; i++) {
            const struct mkcv_piece *piece = &p->pieces.at[i];
            if (piece->run->text[0] != 'n') continue;
            assert_string_equal(piece->run->text, mkcv_arena_printf(&f.arena, "n%zu", number++));
            assert_true(piece->x == x || (x == LEFT && piece->x == RIGHT));
            assert_int_equal(p->links.at[k++].x, piece->x);
            x = piece->x;
        }
        assert_int_equal(x, RIGHT);
    }
    fixture_close(&f);
}

static void test_whole_entries(void **state)
{
    struct fixture f;
    open_columns(&f);
    (void)state;
    for (int i = 0; i < 3; i++) {
        struct mkcv_flow_node *node = add_entry(&f, "e");
        for (int k = 0; k < 2; k++) mkcv_text_put(&f.arena, MKCV_PUSH(&f.arena, &node->lines), "line", MKCV_ROLE_PLAIN);
    }
    struct mkcv_flow_node *point = add_node(&f, MKCV_FLOW_ITEM, "point");
    point->columns = 2;
    point->along = true;
    struct mkcv_pages *pages = lay_out(&f);
    /* five lines each would be even, and divide the second entry */
    const struct mkcv_piece *right = find_piece(pages, "point", NULL) - 3;
    assert_string_equal(right->run->text, "e");
    assert_int_equal(right->x, RIGHT);
    assert_int_equal(right->y, find_piece(pages, "e", NULL)->y);
    fixture_close(&f);
}

/* The points of an entry stay below it, however uneven that is. */
static void test_points(void **state)
{
    struct fixture f;
    open_columns(&f);
    (void)state;
    add_entry(&f, "a");
    for (int i = 0; i < 4; i++) {
        struct mkcv_flow_node *point = add_node(&f, MKCV_FLOW_ITEM, i < 3 ? "point" : "last");
        point->columns = 2;
        point->along = true;
    }
    add_entry(&f, "b");
    struct mkcv_pages *pages = lay_out(&f);
    assert_int_equal(find_piece(pages, "last", NULL)->x, LEFT + 15000);
    assert_int_equal(find_piece(pages, "b", NULL)->x, RIGHT);
    fixture_close(&f);
}

/* A paragraph of more than a page goes on in the right column, then overleaf. */
static void test_long_entry(void **state)
{
    struct fixture f;
    struct mkcv_buf words;
    size_t page;
    open_columns(&f);
    (void)state;
    mkcv_buf_init(&words, &f.arena);
    for (int i = 0; i < 420; i++) mkcv_buf_printf(&words, "w%03d words here ", i);
    mkcv_text_put(&f.arena, &add_entry(&f, NULL)->head, words.s, MKCV_ROLE_PLAIN);
    add_entry(&f, "last");
    struct mkcv_pages *pages = lay_out(&f);
    assert_int_equal(pages->list.count, 4);
    for (int i = 1; i < 420; i++) {
        size_t page_before = 0;
        const struct mkcv_piece *before = find_piece(pages, mkcv_arena_printf(&f.arena, "w%03d", i - 1), &page_before);
        const struct mkcv_piece *piece = find_piece(pages, mkcv_arena_printf(&f.arena, "w%03d", i), &page);
        assert_in_range(piece->y, 60000, 540000);
        assert_true(page > page_before || piece->x >= before->x || piece->y >= before->y);
    }
    find_piece(pages, "last", &page);
    assert_int_equal(page, 3);
    assert_true(find_piece(pages, "w100", NULL)->x >= LEFT);
    fixture_close(&f);
}

static void test_heads_at_left(void **state)
{
    struct fixture f;
    fixture_open(&f);
    (void)state;
    f.style.section.place = MKCV_HEAD_LEFT;
    f.style.section.rule = MKCV_RULE_ABOVE;
    f.style.section.column_gap = 25000;
    add_node(&f, MKCV_FLOW_HEADING, "Long head of words")->level = 1;
    add_entry(&f, "a");
    add_entry(&f, "b");
    add_node(&f, MKCV_FLOW_HEADING, "Next")->level = 1;
    add_node(&f, MKCV_FLOW_ENTRY, "after");
    struct mkcv_pages *pages = lay_out(&f);
    const struct mkcv_piece *head = find_piece(pages, "Long", NULL);
    assert_at(pages, "a", 125000, head->y);
    assert_at(pages, "b", 250000, head->y);
    assert_int_equal(pages->list.at[0].rules.at[0].width, 225000); /* over both columns */
    /* the head's second line is longer than the body */
    assert_int_equal(find_piece(pages, "Next", NULL)->y - find_piece(pages, "words", NULL)->y,
                     3000 + 10000 + 9000 + 3400);
    fixture_close(&f);
}

/* In a language from right to left the first column is the right one. */
static void test_right_to_left(void **state)
{
    struct fixture f;
    open_columns(&f);
    (void)state;
    f.flow.lang = "he";
    add_entry(&f, "a");
    add_entry(&f, "b");
    struct mkcv_pages *pages = lay_out(&f);
    assert_string_equal(text_of_pages(&f, pages, false), "Head\na\nb\n");
    assert_int_equal(find_piece(pages, "a", NULL)->x, 350000 - 5000);
    assert_int_equal(find_piece(pages, "b", NULL)->x, 190000 - 5000);
    fixture_close(&f);
}

/* Dates at the left have a column for all entries, and in columns no more than their share. */
static void test_dates_at_left(void **state)
{
    struct fixture f;
    open_columns(&f);
    (void)state;
    f.style.entry.date = MKCV_DATE_LEFT;
    mkcv_text_put(&f.arena, &add_entry(&f, "a")->aside, "from May 2019 to the present", MKCV_ROLE_DATE);
    add_entry(&f, "b");
    mkcv_text_put(&f.arena, &add_node(&f, MKCV_FLOW_ENTRY, "wide")->aside, "2020", MKCV_ROLE_DATE);
    struct mkcv_pages *pages = lay_out(&f);
    assert_int_equal(find_piece(pages, "a", NULL)->x, LEFT + 56000 + 10000);
    assert_int_equal(find_piece(pages, "b", NULL)->x, RIGHT + 56000 + 10000);
    assert_int_equal(find_piece(pages, "wide", NULL)->x, LEFT + 80000 + 10000);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_even),          cmocka_unit_test(test_points),
        cmocka_unit_test(test_pages),         cmocka_unit_test(test_whole_entries),
        cmocka_unit_test(test_long_entry),    cmocka_unit_test(test_heads_at_left),
        cmocka_unit_test(test_right_to_left), cmocka_unit_test(test_dates_at_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
