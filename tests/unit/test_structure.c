/* What the text of pages is: the tree of headings, lists, tables and links that layout makes of a flow. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "page_fixture.h"

/* The tree as --dump pages has it, without what stands before it. */
static const char *tree_of(struct fixture *f)
{
    struct mkcv_buf out;
    mkcv_buf_init(&out, &f->arena);
    mkcv_pages_dump(lay_out(f), &out);
    return strstr(out.s, "structure\n");
}

static struct mkcv_flow_node *add_item(struct fixture *f, int level, const char *label, const char *head)
{
    struct mkcv_flow_node *node = add_node(f, MKCV_FLOW_ITEM, head);
    node->level = level;
    if (label) mkcv_text_put(&f->arena, &node->aside, label, MKCV_ROLE_NUMBER);
    return node;
}

static void add_heading(struct fixture *f, int level, const char *head)
{
    add_node(f, MKCV_FLOW_HEADING, head)->level = level;
}

static void add_line(struct fixture *f, struct mkcv_flow_node *node, const char *line)
{
    mkcv_text_put(&f->arena, MKCV_PUSH(&f->arena, &node->lines), line, MKCV_ROLE_PLAIN);
}

static void levels_that_are_left_out_do_not_count(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_heading(&f, 1, "One");
    add_heading(&f, 3, "Deep");
    add_heading(&f, 3, "Deep too");
    add_heading(&f, 2, "Middle");
    add_heading(&f, 1, "Two");
    assert_string_equal(tree_of(&f), "structure\n  Document\n    H1 \"One\"\n    H2 \"Deep\"\n    H2 \"Deep too\"\n"
                                     "    H2 \"Middle\"\n    H1 \"Two\"\n");
    fixture_close(&f);
}

static void a_name_heads_all(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    add_line(&f, add_node(&f, MKCV_FLOW_HEADER, "Name"), "a@b.example");
    add_heading(&f, 1, "One");
    add_node(&f, MKCV_FLOW_PARAGRAPH, "Text.");
    f.style.section.place = MKCV_HEAD_LEFT;
    assert_string_equal(tree_of(&f), "structure\n  Document\n    H1 \"Name\"\n    P \"a@b.example\"\n"
                                     "    H2 \"One\"\n    P \"Text.\"\n");
    fixture_close(&f);
}

static void lists_stand_in_one_another(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    struct mkcv_flow_node *entry = add_node(&f, MKCV_FLOW_ENTRY, "Post");
    mkcv_text_put(&f.arena, &entry->aside, "2024", MKCV_ROLE_DATE);
    add_line(&f, entry, "more");
    add_item(&f, 1, "•", "one");
    add_item(&f, 2, "•", "deeper");
    add_item(&f, 1, "•", "two");
    add_node(&f, MKCV_FLOW_ENTRY, "Other post");
    add_node(&f, MKCV_FLOW_PARAGRAPH, "Text.");
    add_item(&f, 1, "2.", "paper");
    assert_string_equal(tree_of(&f), "structure\n"
                                     "  Document\n"
                                     "    L\n"
                                     "      LI\n"
                                     "        LBody\n"
                                     "          P \"Post\"\n"
                                     "          P \"2024\"\n"
                                     "          P \"more\"\n"
                                     "          L ListNumbering=Disc\n"
                                     "            LI\n"
                                     "              Lbl \"• \"\n"
                                     "              LBody\n"
                                     "                P \"one\"\n"
                                     "                L ListNumbering=Disc\n"
                                     "                  LI\n"
                                     "                    Lbl \"• \"\n"
                                     "                    LBody \"deeper\"\n"
                                     "            LI\n"
                                     "              Lbl \"• \"\n"
                                     "              LBody \"two\"\n"
                                     "      LI\n"
                                     "        LBody\n"
                                     "          P \"Other post\"\n"
                                     "    P \"Text.\"\n"
                                     "    L ListNumbering=Decimal\n"
                                     "      LI\n"
                                     "        Lbl \"2. \"\n"
                                     "        LBody \"paper\"\n");
    fixture_close(&f);
}

static void labels_in_a_column_are_a_table(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    for (int i = 0; i < 2; i++)
        mkcv_text_put(&f.arena, &add_node(&f, MKCV_FLOW_LISTING, "words")->aside, i ? "B" : "A", MKCV_ROLE_PLAIN);
    static const char rows[] = "structure\n  Document\n    Table\n"
                               "      TR\n        TH Scope=Row \"A \"\n        TD \"words\"\n"
                               "      TR\n        TH Scope=Row \"B \"\n        TD \"words\"\n";
    assert_string_equal(tree_of(&f), rows);
    f.style.listing.form = MKCV_RUN_INLINE;
    assert_string_equal(tree_of(&f), "structure\n  Document\n    L\n"
                                     "      LI\n        LBody \"A words\"\n      LI\n        LBody \"B words\"\n");
    fixture_close(&f);
}

/* One element on two lines, with two annotations; page furniture is in no element. */
static void a_link_over_two_lines(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    struct mkcv_flow_node *node = add_node(&f, MKCV_FLOW_PARAGRAPH, NULL);
    struct mkcv_span link = {.url = "https://example.org/"};
    mkcv_text_put(&f.arena, &node->head, "See ", MKCV_ROLE_PLAIN);
    const char *shown = "a long name of a page, so long that it has to go on in the next line";
    mkcv_text_append(&f.arena, &node->head, shown, strlen(shown), &link);
    mkcv_text_put(&f.arena, &node->head, " and more.", MKCV_ROLE_PLAIN);
    struct mkcv_pages *pages = lay_out(&f);
    const struct mkcv_structure *s = &pages->structure;
    assert_int_equal(s->elements.count, 3);
    assert_int_equal(s->elements.at[1].kid_count, 3);
    assert_int_equal(s->elements.at[2].kind, MKCV_ELEMENT_LINK);
    assert_int_equal(s->elements.at[2].parent, 1);
    const struct mkcv_page *page = &pages->list.at[0];
    assert_int_equal(page->links.count, 2);
    assert_int_equal(page->links.at[0].element, 2);
    assert_int_equal(page->links.at[1].element, 2);
    assert_int_equal(page->content_count, 3);
    assert_string_equal(text_of_pages(&f, pages, true), "Ada Example\n1 of 1\n");
    fixture_close(&f);
}

/* An element goes on overleaf with a content of that page. */
static void a_paragraph_over_two_pages(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    struct mkcv_flow_node *node = add_node(&f, MKCV_FLOW_PARAGRAPH, NULL);
    for (int i = 0; i < 500; i++) mkcv_text_put(&f.arena, &node->head, "some words ", MKCV_ROLE_PLAIN);
    struct mkcv_pages *pages = lay_out(&f);
    const struct mkcv_structure *s = &pages->structure;
    assert_int_equal(s->elements.count, 2);
    assert_int_equal(s->elements.at[1].kid_count, pages->list.count);
    for (size_t i = 0; i < pages->list.count; i++) {
        assert_int_equal(pages->list.at[i].contents, i);
        assert_int_equal(pages->list.at[i].content_count, 1);
        assert_int_equal(s->contents.at[s->kids[s->elements.at[1].kids + i].at].page, i);
    }
    fixture_close(&f);
}

/* The sidebar's part is read before the main column's, though it is set later and goes on over all pages. */
static void a_sidebar_is_read_before_the_main_column(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    f.style.sidebar.place = MKCV_SIDE_LEFT;
    f.style.sidebar.width = 80000;
    f.style.sidebar.gap = 10000;
    f.flow.sidebar = true;
    add_node(&f, MKCV_FLOW_HEADER, "Name");
    struct mkcv_flow_node *aside = add_node(&f, MKCV_FLOW_HEADING, "Aside");
    aside->level = 1;
    aside->side = true;
    add_heading(&f, 1, "Main");
    assert_string_equal(tree_of(&f), "structure\n  Document\n    Sect\n      H1 \"Name\"\n"
                                     "    Sect\n      H2 \"Aside\"\n    Sect\n      H2 \"Main\"\n");
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(levels_that_are_left_out_do_not_count),
        cmocka_unit_test(a_name_heads_all),
        cmocka_unit_test(lists_stand_in_one_another),
        cmocka_unit_test(labels_in_a_column_are_a_table),
        cmocka_unit_test(a_link_over_two_lines),
        cmocka_unit_test(a_paragraph_over_two_pages),
        cmocka_unit_test(a_sidebar_is_read_before_the_main_column),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
