/* test_select.c - what of a CV stays: names of sections, time, marks, hidden parts. */
#include "mkcv/select.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct mkcv_arena arena;
static struct mkcv_diags diags;
static struct mkcv_cv cv;

static struct mkcv_section *add_section(enum mkcv_kind kind, const char *title)
{
    struct mkcv_section *s = MKCV_PUSH(&arena, &cv.sections);
    *s = (struct mkcv_section){.kind = kind, .title = title, .level = 2};
    return s;
}

static void add_entry(struct mkcv_section *s, int year, bool selected)
{
    struct mkcv_entry *e = MKCV_PUSH(&arena, &s->entries);
    *e = (struct mkcv_entry){.kind = s->kind, .selected = selected};
    e->end.year = (short)year;
}

/* Posts 2010 and current, works 2015, 2020*, undated, awards 2012, a section of no kind. */
static int setup(void **state)
{
    memset(&cv, 0, sizeof cv);
    mkcv_diags_init(&diags, &arena);
    cv.lang = "de";
    *MKCV_PUSH(&arena, &cv.basics.summary) = mkcv_text_new(&arena, "I fly.", (struct mkcv_loc){"a.md", 1, 1});
    add_entry(add_section(MKCV_KIND_WORK, NULL), 2010, false);
    struct mkcv_section *s = add_section(MKCV_KIND_PUBLICATIONS, "Selected Kites");
    add_entry(s, 2015, false);
    add_entry(s, 2020, true);
    add_entry(s, 0, false);
    add_entry(add_section(MKCV_KIND_AWARDS, NULL), 2012, false);
    add_section(MKCV_KIND_OTHER, "Odds and Ends");
    (void)state;
    return 0;
}

static struct mkcv_words words(const char *one)
{
    struct mkcv_words w = {.list = {.count = 0}};
    *MKCV_PUSH(&arena, &w.list) = one;
    return w;
}

static struct mkcv_cv *selected(const struct mkcv_settings *settings, enum mkcv_code want)
{
    struct mkcv_cv *out = NULL;
    assert_int_equal(mkcv_select(&arena, &cv, settings, &out, &diags), want);
    assert_non_null(out);
    return out;
}

static size_t count(struct mkcv_cv *c, enum mkcv_kind kind)
{
    for (size_t i = 0; i < c->sections.count; i++)
        if (c->sections.at[i].kind == kind) return c->sections.at[i].entries.count;
    return 0;
}

static void nothing_asked_keeps_all(void **state)
{
    struct mkcv_settings s = {0};
    struct mkcv_cv *c = selected(&s, MKCV_OK);
    assert_int_equal(c->sections.count, 4);
    assert_int_equal(count(c, MKCV_KIND_PUBLICATIONS), 3);
    assert_int_equal(c->basics.summary.count, 1);
    (void)state;
}

static void sections_go_by_key_and_title(void **state)
{
    static const char *const names[] = {"publications", "PUBLICATIONS", "selected kites", "Publikationen",
                                        "Publications"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct mkcv_settings only = {.only = words(names[i])}, skip = {.skip = words(names[i])},
                             hide = {.hide = words(names[i])};
        struct mkcv_cv *c = selected(&only, MKCV_OK);
        assert_int_equal(c->sections.count, 1);
        assert_int_equal(c->sections.at[0].kind, MKCV_KIND_PUBLICATIONS);
        assert_int_equal(c->basics.summary.count, 0);
        assert_int_equal(count(selected(&skip, MKCV_OK), MKCV_KIND_PUBLICATIONS), 0);
        assert_int_equal(selected(&hide, MKCV_OK)->sections.count, 3);
    }
    struct mkcv_settings odds = {.skip = words("odds & ends")};
    selected(&odds, MKCV_USAGE);
    odds.skip = words("Odds and ends");
    assert_int_equal(selected(&odds, MKCV_OK)->sections.count, 3);
    odds.skip = words("summary");
    assert_int_equal(selected(&odds, MKCV_OK)->basics.summary.count, 0);
    assert_int_equal(cv.basics.summary.count, 1); /* what was read is as it was */
    (void)state;
}

static void unknown_names_are_reported(void **state)
{
    struct mkcv_settings s = {.only = words("publicatons")};
    selected(&s, MKCV_USAGE);
    assert_int_equal(diags.list.count, 1);
    assert_int_equal(diags.list.at[0].id, MKCV_DIAG_SELECT_UNKNOWN);
    assert_non_null(strstr(diags.list.at[0].text, "did you mean 'publications'?"));
    s = (struct mkcv_settings){.skip = words("grants")}; /* a kind, though not of this CV */
    selected(&s, MKCV_OK);
    s = (struct mkcv_settings){.skip = words("nonsense"), .skip_loc = {"mkcv.yaml", 3, 7}};
    selected(&s, MKCV_OK); /* a file's mistake is told and does not stop the CV */
    assert_int_equal(diags.list.at[diags.list.count - 1].loc.line, 3);
    s = (struct mkcv_settings){.hide = words("grants")}; /* a standing wish, no mistake */
    selected(&s, MKCV_OK);
    (void)state;
}

static void since_leaves_out_what_is_older(void **state)
{
    struct mkcv_settings s = {.since = 2016};
    struct mkcv_cv *c = selected(&s, MKCV_OK);
    assert_int_equal(count(c, MKCV_KIND_PUBLICATIONS), 2); /* 2020 and undated */
    assert_int_equal(count(c, MKCV_KIND_WORK), 1);
    assert_int_equal(c->sections.count, 3); /* awards are empty and gone */
    (void)state;
}

static void later_dates_and_open_ends_count(void **state)
{
    struct mkcv_settings s = {.since = 2016};
    struct mkcv_section *service = add_section(MKCV_KIND_SERVICE, NULL);
    add_entry(service, 0, false);
    *MKCV_PUSH(&arena, &service->entries.at[0].dates) = (struct mkcv_date){2011, 0, 0};
    *MKCV_PUSH(&arena, &service->entries.at[0].dates) = (struct mkcv_date){2019, 0, 0};
    add_entry(service, 0, false);
    service->entries.at[1].start.year = 2009;
    service->entries.at[1].current = true;
    add_entry(service, 0, false);
    service->entries.at[2].start.year = 2009;
    assert_int_equal(count(selected(&s, MKCV_OK), MKCV_KIND_SERVICE), 2);
    (void)state;
}

static void selected_works_alone(void **state)
{
    struct mkcv_settings s = {.selected = true};
    struct mkcv_cv *c = selected(&s, MKCV_OK);
    assert_int_equal(count(c, MKCV_KIND_PUBLICATIONS), 1);
    assert_int_equal(count(c, MKCV_KIND_AWARDS), 1);
    cv.sections.at[1].entries.at[1].selected = false;
    assert_int_equal(count(selected(&s, MKCV_OK), MKCV_KIND_PUBLICATIONS), 3);
    assert_int_equal(diags.list.at[0].id, MKCV_DIAG_SELECT_NONE);
    (void)state;
}

static void hidden_parts_go(void **state)
{
    struct mkcv_settings s = {0};
    cv.sections.at[1].entries.at[0].hidden = true;
    cv.sections.at[3].hidden = true;
    struct mkcv_cv *c = selected(&s, MKCV_OK);
    assert_int_equal(c->sections.count, 3);
    assert_int_equal(count(c, MKCV_KIND_PUBLICATIONS), 2);
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
        cmocka_unit_test_setup(nothing_asked_keeps_all, setup),
        cmocka_unit_test_setup(sections_go_by_key_and_title, setup),
        cmocka_unit_test_setup(unknown_names_are_reported, setup),
        cmocka_unit_test_setup(since_leaves_out_what_is_older, setup),
        cmocka_unit_test_setup(later_dates_and_open_ends_count, setup),
        cmocka_unit_test_setup(selected_works_alone, setup),
        cmocka_unit_test_setup(hidden_parts_go, setup),
    };
    return cmocka_run_group_tests(tests, NULL, clear);
}
