/* test_sidebar.c - a column beside the main one: its place and measure, both through all pages, read in order. */
#include "page_fixture.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { LEFT = 50000, LINE = 12000, CAPITALS = 6666, TOP = 60000 }; /* sidebar 80 pt, main column 200 pt from x = 150 */

static void open_sidebar(struct fixture *f, enum mkcv_side place)
{
    fixture_open(f);
    f->style.sidebar.place = place;
    f->style.sidebar.width = 80000;
    f->style.sidebar.gap = 20000;
    f->style.sidebar.color = MKCV_COLOR_INHERIT;
    f->style.header.below = 14000;
    f->flow.sidebar = true;
}

static struct mkcv_flow_node *add(struct fixture *f, enum mkcv_flow_kind kind, const char *head, bool side)
{
    struct mkcv_flow_node *node = add_node(f, kind, head);
    node->side = side;
    node->tight = true;
    node->level = 1;
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

/* Name, contact, a section on each side. */
static void add_cv(struct fixture *f)
{
    add(f, MKCV_FLOW_HEADER, "Name", false);
    struct mkcv_flow_node *contacts = add(f, MKCV_FLOW_HEADER, NULL, true);
    mkcv_text_put(&f->arena, MKCV_PUSH(&f->arena, &contacts->lines), "a@b.example", MKCV_ROLE_CONTACT);
    add(f, MKCV_FLOW_HEADING, "Aside", true);
    add(f, MKCV_FLOW_ENTRY, "short lines here too", true);
    add(f, MKCV_FLOW_HEADING, "Main", false);
    add(f, MKCV_FLOW_ENTRY, "body", false);
}

static void test_below_header(void **state)
{
    struct fixture f;
    open_sidebar(&f, MKCV_SIDE_LEFT);
    (void)state;
    f.style.sidebar.color = 0xeeeeee;
    f.style.sidebar.rule_width = 1000;
    add_cv(&f);
    struct mkcv_pages *pages = lay_out(&f);
    int32_t bottom = TOP + CAPITALS + 3000, first = bottom + 14000;
    assert_at(pages, "Name", LEFT, TOP + CAPITALS);
    assert_at(pages, "a@b.example", LEFT, first + CAPITALS); /* both columns begin at one height */
    assert_at(pages, "Main", LEFT + 100000, first + CAPITALS);
    assert_at(pages, "Aside", LEFT, first + CAPITALS + 3000 + 10000 + CAPITALS);
    assert_string_equal(text_of_pages(&f, pages, false),
                        "Name\na@b.example\nAside\nshort lines \nhere too\nMain\nbody\n");
    const struct mkcv_page *page = &pages->list.at[0];
    assert_int_equal(page->rules.count, 4); /* behind, between, below two heads */
    assert_int_equal(page->rules.at[0].x, 0);
    assert_int_equal(page->rules.at[0].width, LEFT + 90000);
    assert_int_equal(page->rules.at[0].y, bottom + 7000);
    assert_int_equal(page->rules.at[0].height, 600000 - bottom - 7000);
    assert_int_equal(page->rules.at[1].x, LEFT + 90000 - 500);
    assert_int_equal(page->rules.at[1].y, first);
    assert_int_equal(page->rules.at[1].height, 540000 - first);
    assert_int_equal(page->rules.at[2].width, 80000);
    assert_int_equal(page->rules.at[3].width, 200000);
    fixture_close(&f);
}

static void test_beside_header(void **state)
{
    struct fixture f;
    open_sidebar(&f, MKCV_SIDE_RIGHT);
    (void)state;
    f.style.sidebar.beside_header = true;
    f.style.sidebar.color = 0xeeeeee;
    f.style.section.place = MKCV_HEAD_LEFT; /* of the main column; above in the sidebar */
    add_cv(&f);
    struct mkcv_pages *pages = lay_out(&f);
    assert_at(pages, "Name", LEFT, TOP + CAPITALS);
    assert_at(pages, "a@b.example", LEFT + 220000, TOP + CAPITALS);
    assert_int_equal(find_piece(pages, "Aside", NULL)->x, LEFT + 220000);
    assert_int_equal(find_piece(pages, "Main", NULL)->x, LEFT);
    assert_int_equal(find_piece(pages, "body", NULL)->x, LEFT + 75000);
    assert_true(find_piece(pages, "short", NULL)->y > find_piece(pages, "Aside", NULL)->y);
    assert_int_equal(pages->list.at[0].rules.at[0].x, LEFT + 210000);
    assert_int_equal(pages->list.at[0].rules.at[0].width, 400000 - LEFT - 210000);
    assert_int_equal(pages->list.at[0].rules.at[0].height, 600000);
    assert_int_equal(find_piece(pages, "Ada", NULL)->x, LEFT); /* the foot is as wide as the page */
    fixture_close(&f);
}

/* Pages are as many as the longer column takes; each page has its part of both, the sidebar's first. */
static void check_pages(int side, int main, size_t count)
{
    struct fixture f;
    open_sidebar(&f, MKCV_SIDE_LEFT);
    f.flow.foot.right = "{page}/{pages}";
    for (int i = 0; i < side; i++) add(&f, MKCV_FLOW_ENTRY, mkcv_arena_printf(&f.arena, "s%d", i), true);
    for (int i = 0; i < main; i++) add(&f, MKCV_FLOW_ENTRY, mkcv_arena_printf(&f.arena, "m%d", i), false);
    struct mkcv_pages *pages = lay_out(&f);
    assert_int_equal(pages->list.count, count);
    int sides = 0, mains = 0;
    for (size_t p = 0; p < count; p++) {
        const struct mkcv_page *page = &pages->list.at[p];
        bool in_main = false;
        for (size_t i = 0; i < page->pieces.count && !page->pieces.at[i].artifact; i++) {
            const struct mkcv_piece *piece = &page->pieces.at[i];
            in_main |= piece->run->text[0] == 'm';
            const char *wanted =
                in_main ? mkcv_arena_printf(&f.arena, "m%d", mains++) : mkcv_arena_printf(&f.arena, "s%d", sides++);
            assert_string_equal(piece->run->text, wanted);
            assert_int_equal(piece->x, in_main ? LEFT + 100000 : LEFT);
            assert_in_range(piece->y, TOP, 540000);
        }
        assert_string_equal(page->pieces.at[page->pieces.count - 1].run->text,
                            mkcv_arena_printf(&f.arena, "%zu/%zu", p + 1, count));
    }
    assert_int_equal(sides, side);
    assert_int_equal(mains, main);
    fixture_close(&f);
}

static void test_pages(void **state)
{
    (void)state;
    check_pages(10, 100, 3);
    check_pages(100, 10, 3);
    check_pages(100, 0, 3);
    check_pages(60, 50, 2);
}

static void test_bookmarks(void **state)
{
    struct fixture f;
    open_sidebar(&f, MKCV_SIDE_LEFT);
    (void)state;
    add(&f, MKCV_FLOW_HEADING, "Aside", true);
    add(&f, MKCV_FLOW_ENTRY, "s", true);
    add(&f, MKCV_FLOW_HEADING, "Main", false);
    for (int i = 0; i < 45; i++) add(&f, MKCV_FLOW_ENTRY, "m", false);
    add(&f, MKCV_FLOW_HEADING, "Last", false);
    add(&f, MKCV_FLOW_ENTRY, "m", false);
    struct mkcv_pages *pages = lay_out(&f);
    assert_int_equal(pages->bookmarks.count, 3);
    assert_string_equal(pages->bookmarks.at[0].title, "Aside");
    assert_string_equal(pages->bookmarks.at[1].title, "Main");
    assert_string_equal(pages->bookmarks.at[2].title, "Last");
    assert_int_equal(pages->bookmarks.at[2].page, 1);
    fixture_close(&f);
}

/* A style with a sidebar and nothing to put there sets an ordinary page. */
static void test_nothing_beside(void **state)
{
    struct fixture f;
    open_sidebar(&f, MKCV_SIDE_LEFT);
    (void)state;
    f.style.sidebar.color = 0xeeeeee;
    f.flow.sidebar = false;
    add(&f, MKCV_FLOW_ENTRY, "body", false);
    struct mkcv_pages *pages = lay_out(&f);
    assert_at(pages, "body", LEFT, TOP + CAPITALS);
    assert_int_equal(pages->list.at[0].rules.count, 0);
    fixture_close(&f);
}

/* Where a date would leave no room for text it stands below. */
static void test_dates_below(void **state)
{
    struct fixture f;
    open_sidebar(&f, MKCV_SIDE_LEFT);
    (void)state;
    mkcv_text_put(&f.arena, &add(&f, MKCV_FLOW_ENTRY, "title", true)->aside, "2024", MKCV_ROLE_DATE);
    struct mkcv_pages *pages = lay_out(&f);
    assert_at(pages, "2024", LEFT, TOP + CAPITALS + LINE);
    f.style.sidebar.width = 100000;
    pages = lay_out(&f);
    assert_at(pages, "2024", LEFT + 80000, TOP + CAPITALS);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_below_header), cmocka_unit_test(test_beside_header),  cmocka_unit_test(test_pages),
        cmocka_unit_test(test_bookmarks),    cmocka_unit_test(test_nothing_beside), cmocka_unit_test(test_dates_below),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
