/* test_merge.c - which listings are one work, and what of each stays. */
#include "mkcv/publication.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct mkcv_arena arena;

static struct mkcv_entry work(const char *title, const char *venue, const char *type, int year, const char *url)
{
    struct mkcv_entry e = {.kind = MKCV_KIND_PUBLICATIONS, .loc = {"a.md", 1, 1}, .url = url};
    e.end.year = (short)year;
    if (title) e.fields[MKCV_FIELD_TITLE] = mkcv_text_new(&arena, title, e.loc);
    if (venue) e.fields[MKCV_FIELD_ORG] = mkcv_text_new(&arena, venue, e.loc);
    if (type) e.fields[MKCV_FIELD_TYPE] = mkcv_text_new(&arena, type, e.loc);
    return e;
}

static size_t merged(struct mkcv_entry *list, size_t n)
{
    struct mkcv_works works = {list, n};
    mkcv_works_merge(&arena, &works);
    return works.count;
}

static void add_category(struct mkcv_entry *e, const char *name)
{
    struct mkcv_category c = {.label = "X'24"};
    *MKCV_PUSH(&arena, &c.path) = name;
    *MKCV_PUSH(&arena, &e->categories) = c;
}

static void one_address_in_two_categories_is_one_work(void **state)
{
    struct mkcv_entry list[2] = {work(NULL, "ICLR", NULL, 2024, "https://openreview.net/forum?id=aB"),
                                 work(NULL, "ICLR", NULL, 2024, "https://openreview.net/pdf?id=aB")};
    add_category(&list[0], "Kites");
    add_category(&list[1], "Strings");
    list[1].loc.line = 9;
    assert_int_equal(merged(list, 2), 1);
    assert_int_equal(list[0].categories.count, 2);
    assert_int_equal(list[0].loc.line, 1);
    assert_int_equal(list[0].also.count, 1);
    assert_int_equal(list[0].also.at[0].line, 9);
    assert_int_equal(list[0].links.count, 0); /* the other address is the same paper's */
    (void)state;
}

static void the_fuller_listing_fills_the_other(void **state)
{
    struct mkcv_entry list[2] = {
        work("Kites A Survey", "ICML", "inproceedings", 2024, "https://arxiv.org/pdf/2405.00001"),
        work("Kites: A Survey", "Proceedings of the 41st Conference on Machine Learning", "inproceedings", 2024,
             "https://arxiv.org/abs/2405.00001v3")};
    *MKCV_PUSH(&arena, &list[1].people) = (struct mkcv_person){.name = "A. Li"};
    list[1].loc.line = 7;
    assert_int_equal(merged(list, 2), 1);
    assert_string_equal(list[0].fields[MKCV_FIELD_TITLE].s, "Kites: A Survey");
    assert_string_equal(list[0].fields[MKCV_FIELD_ORG].s, "Proceedings of the 41st Conference on Machine Learning");
    assert_string_equal(list[0].fields[MKCV_FIELD_ABBR].s, "ICML");
    assert_int_equal(list[0].people.count, 1);
    assert_int_equal(list[0].loc.line, 7);
    assert_string_equal(list[0].url, "https://arxiv.org/pdf/2405.00001");
    (void)state;
}

static void a_preprint_becomes_its_publication(void **state)
{
    struct mkcv_entry list[2] = {
        work("On the Length of Kite Strings", "arXiv", "preprint", 2022, "https://arxiv.org/abs/2201.00001"),
        work("On the length of kite strings", "Journal of Kites", "article", 2023, "https://doi.org/10.1000/k1")};
    assert_int_equal(merged(list, 2), 1);
    assert_string_equal(list[0].fields[MKCV_FIELD_ORG].s, "Journal of Kites");
    assert_string_equal(list[0].fields[MKCV_FIELD_TYPE].s, "article");
    assert_int_equal(list[0].end.year, 2023);
    assert_int_equal(list[0].links.count, 1);
    (void)state;
}

static void views_of_one_paper_are_one_work(void **state)
{
    static const struct {
        const char *url, *other, *arxiv; /* arxiv: the second's field */
    } rows[] = {
        {"https://arxiv.org/pdf/2301.00001v2.pdf", NULL, "2301.00001"},
        {"https://www.sciencedirect.com/science/article/pii/S1",
         "https://www.sciencedirect.com/science/article/abs/pii/S1", NULL},
        {"https://arxiv.org/abs/cs.CV/0101001", "https://arxiv.org/abs/cs/0101001", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct mkcv_entry list[2] = {work(NULL, NULL, NULL, 2023, rows[i].url),
                                     work("Reels", NULL, "preprint", 2023, rows[i].other)};
        if (rows[i].arxiv) list[1].fields[MKCV_FIELD_ARXIV] = mkcv_text_new(&arena, rows[i].arxiv, list[1].loc);
        assert_int_equal(merged(list, 2), 1);
    }
    (void)state;
}

static void what_stays_apart(void **state)
{
    const char *title = "On the Length of Kite Strings";
    const struct {
        struct mkcv_entry one, other;
    } rows[] = {
        {work(title, "Conference on Kites", "inproceedings", 2022, NULL),
         work(title, "Journal of Kites", "article", 2023, NULL)},
        {work(title, "Kite University", "thesis", 2022, NULL), work(title, "Journal of Kites", "article", 2022, NULL)},
        {work(title, NULL, NULL, 2012, NULL), work(title, NULL, NULL, 2022, NULL)},
        {work("Kites", NULL, NULL, 2022, NULL), work("Kites", NULL, NULL, 2022, NULL)},
        {work("Kites over quiet water", NULL, NULL, 2022, "https://example.org/p"),
         work("Bridges under loud trains", NULL, NULL, 2022, "https://example.org/p")},
        {work(NULL, "ICML", "inproceedings", 2025, "https://example.org/list"),
         work(NULL, "ICLR", "inproceedings", 2025, "https://example.org/list")},
        {work(NULL, "ICML", "inproceedings", 2025, NULL), work(NULL, "ICML", "inproceedings", 2025, NULL)},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct mkcv_entry list[2] = {rows[i].one, rows[i].other};
        assert_int_equal(merged(list, 2), 2);
    }
    (void)state;
}

static void labels_of_code_do_not_identify(void **state)
{
    struct mkcv_entry list[2] = {work("Kites over quiet water", NULL, NULL, 2022, NULL),
                                 work("Kites over quiet land", NULL, NULL, 2022, NULL)};
    for (int i = 0; i < 2; i++)
        *MKCV_PUSH(&arena, &list[i].links) =
            (struct mkcv_link){.label = "Code", .url = "https://doi.org/10.5281/zenodo.1"};
    assert_int_equal(merged(list, 2), 2);
    (void)state;
}

static void many_works_are_merged_in_order(void **state)
{
    enum { N = 20000 };
    struct mkcv_entry *list = MKCV_NEW_ARRAY(&arena, struct mkcv_entry, N);
    for (int i = 0; i < N; i++)
        list[i] = work(mkcv_arena_printf(&arena, "A study of kite number %d", i % (N / 2)), NULL, NULL, 2020, NULL);
    assert_int_equal(merged(list, N), N / 2);
    assert_string_equal(list[N / 2 - 1].fields[MKCV_FIELD_TITLE].s, "A study of kite number 9999");
    (void)state;
}

static int clear(void **state)
{
    (void)state;
    mkcv_arena_clear(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_address_in_two_categories_is_one_work),
        cmocka_unit_test(the_fuller_listing_fills_the_other),
        cmocka_unit_test(a_preprint_becomes_its_publication),
        cmocka_unit_test(views_of_one_paper_are_one_work),
        cmocka_unit_test(what_stays_apart),
        cmocka_unit_test(labels_of_code_do_not_identify),
        cmocka_unit_test(many_works_are_merged_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, clear);
}
