/* test_check.c - each check on a CV made by hand: it doubts what it should, and nothing else. */
#include "mkcv/check.h"
#include "mkcv/read.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct mkcv_arena arena;
static struct mkcv_diags diags;
static struct mkcv_cv cv;
static struct mkcv_site site;
static struct mkcv_settings settings;
static const struct mkcv_loc place = {"a.md", 3, 1};

static int setup(void **state)
{
    (void)state;
    memset(&cv, 0, sizeof cv);
    memset(&site, 0, sizeof site);
    memset(&settings, 0, sizeof settings);
    mkcv_diags_init(&diags, &arena);
    cv.lang = "en";
    cv.basics.name = "Mira Tolle";
    site.root = "a.md";
    site.layout = "plain";
    return 0;
}

static struct mkcv_entry *add_entry(enum mkcv_kind kind, const char *title, short year)
{
    struct mkcv_section *s = mkcv_cv_lookup(&cv, kind);
    if (!s) *(s = MKCV_PUSH(&arena, &cv.sections)) = (struct mkcv_section){.kind = kind, .level = 1};
    struct mkcv_entry *e = MKCV_PUSH(&arena, &s->entries);
    *e = (struct mkcv_entry){.kind = kind, .rule = MKCV_RULE_WORK_LINE, .loc = place};
    e->fields[MKCV_FIELD_TITLE] = mkcv_text_new(&arena, title, place);
    e->end.year = year;
    return e;
}

static void add_author(struct mkcv_entry *e, const char *name, bool self)
{
    *MKCV_PUSH(&arena, &e->people) = (struct mkcv_person){.name = name, .self = self};
}

static size_t count(enum mkcv_diag_id id)
{
    size_t n = 0;
    for (size_t i = 0; i < diags.list.count; i++) n += diags.list.at[i].id == id;
    return n;
}

static void check(void) { mkcv_check_cv(&arena, &site, &cv, &settings, &diags); }

static void is_content_with_a_whole_work(void **state)
{
    (void)state;
    struct mkcv_entry *e = add_entry(MKCV_KIND_PUBLICATIONS, "Snow on slates", 2020);
    add_author(e, "M. Tolle", true);
    check();
    assert_int_equal(diags.list.count, 0);
}

static void misses_a_year(void **state)
{
    (void)state;
    struct mkcv_entry *e = add_entry(MKCV_KIND_PUBLICATIONS, "Snow on slates", 0);
    add_author(e, "M. Tolle", true);
    e = add_entry(MKCV_KIND_PUBLICATIONS, "Snow on tiles", 0);
    e->fields[MKCV_FIELD_STATUS] = mkcv_text_new(&arena, "under-review", place);
    add_author(e, "M. Tolle", true);
    add_entry(MKCV_KIND_AWARDS, "A prize", 0);
    check();
    assert_int_equal(count(MKCV_DIAG_YEAR_MISSING), 1);
    assert_int_equal(count(MKCV_DIAG_TIME_MISSING), 1);
}

static void sees_a_range_the_wrong_way_round(void **state)
{
    (void)state;
    add_entry(MKCV_KIND_WORK, "Lecturer", 2019)->start.year = 2021;
    add_entry(MKCV_KIND_WORK, "Reader", 2021)->start.year = 2021;
    check();
    assert_int_equal(count(MKCV_DIAG_DATE_ORDER), 1);
}

static void looks_for_the_owner(void **state)
{
    (void)state;
    add_author(add_entry(MKCV_KIND_PUBLICATIONS, "One", 2020), "R. Anders", false);
    add_author(add_entry(MKCV_KIND_PUBLICATIONS, "Two", 2020), "M. Tolle", true);
    struct mkcv_entry *e = add_entry(MKCV_KIND_PUBLICATIONS, "Three", 2020);
    add_author(e, "R. Anders", false);
    e->et_al = true;
    check();
    assert_int_equal(count(MKCV_DIAG_OWNER_MISSING), 1);
}

static void says_once_that_the_owner_is_nowhere(void **state)
{
    (void)state;
    for (int i = 0; i < 6; i++) add_author(add_entry(MKCV_KIND_PUBLICATIONS, "One", 2020), "R. Anders", false);
    check();
    assert_int_equal(count(MKCV_DIAG_OWNER_MISSING), 0);
    assert_int_equal(count(MKCV_DIAG_OWNER_NOWHERE), 1);
}

static void doubts_odd_names(void **state)
{
    static const char *const names[] = {"Ana de la Cruz", "\u674e\u660e", "vol. 12", "{Anders}", "---"};
    (void)state;
    struct mkcv_entry *e = add_entry(MKCV_KIND_PUBLICATIONS, "One", 2020);
    add_author(e, "M. Tolle", true);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) add_author(e, names[i], false);
    add_entry(MKCV_KIND_PUBLICATIONS, "Two", 2020);
    check();
    assert_int_equal(count(MKCV_DIAG_AUTHOR_ODD), 3);
    assert_int_equal(count(MKCV_DIAG_AUTHORS_MISSING), 1);
}

static void doubts_malformed_addresses(void **state)
{
    static const struct {
        const char *url;
        bool doubted;
    } cases[] = {{"https://example.org/a", false},
                 {"https//example.org", true},
                 {"http:/example.org", true},
                 {"https://https://a.org", true},
                 {"htps://a.org", true},
                 {"https://localhost", true},
                 {"mailto:nobody", true},
                 {"mailto:a@b.org", false},
                 {"/papers/a.pdf", false},
                 {"#news", false},
                 {"https://", true},
                 {"{{ site.url }}", false}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct mkcv_block block = {.kind = MKCV_BLOCK_PARAGRAPH, .loc = place};
        struct mkcv_span span = {.url = cases[i].url, .line = 3, .column = 1};
        setup(NULL);
        mkcv_text_append(&arena, &block.text, "there", 5, &span);
        *MKCV_PUSH(&arena, &site.records) =
            (struct mkcv_record){.kind = MKCV_RECORD_PROJECT, .path = "a.md", .body = &block, .loc = place};
        check();
        if (count(MKCV_DIAG_LINK_MALFORMED) != cases[i].doubted) fail_msg("%s", cases[i].url);
    }
}

static void asks_for_what_the_news_alone_tell(void **state)
{
    (void)state;
    add_entry(MKCV_KIND_SERVICE, "Area Chair", 2020)->rule = MKCV_RULE_NEWS_TOLD;
    check();
    assert_int_equal(count(MKCV_DIAG_NEWS_ROLE), 0); /* no list lacks it */
    add_entry(MKCV_KIND_SERVICE, "Reviewer", 2020);
    check();
    assert_int_equal(count(MKCV_DIAG_NEWS_ROLE), 1);
}

#define T(name) cmocka_unit_test_setup(name, setup)

int main(void)
{
    const struct CMUnitTest tests[] = {T(is_content_with_a_whole_work),        T(misses_a_year),
                                       T(sees_a_range_the_wrong_way_round),    T(looks_for_the_owner),
                                       T(says_once_that_the_owner_is_nowhere), T(doubts_odd_names),
                                       T(doubts_malformed_addresses),          T(asks_for_what_the_news_alone_tell)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
