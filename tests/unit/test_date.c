/* Dates, ranges and lists of dates, as homepages write them. */
#include "cv_fixture.h"

static void reads_whole_strings(void **state)
{
    (void)state;
    int bad = 0;
    static const struct {
        const char *in, *out;
    } cases[] = {{"2024", "2024"},
                 {"2024-05", "2024-05"},
                 {"2024-05-09", "2024-05-09"},
                 {"2024-5-9", "2024-05-09"},
                 {"2023-08-23T00:00:00Z", "2023-08-23"},
                 {"2023-10-3 07:59:00-0400", "2023-10-03"},
                 {"May 2024", "2024-05"},
                 {"Sept. 2021", "2021-09"},
                 {"Apr 07, 2026", "2026-04-07"},
                 {"7 April 2026", "2026-04-07"},
                 {"1er janvier 2020", "2020-01-01"},
                 {"12. Mai 2019", "2019-05-12"},
                 {"marzo de 2018", "2018-03"},
                 {"9 de mayo de 2017", "2017-05-09"},
                 {"Dezember 2011", "2011-12"},
                 {"août 2015", "2015-08"},
                 {"März 2014", "2014-03"},
                 {"gen 2016", "2016-01"},
                 {"2021春", "2021"},
                 {"2023년 봄", "2023"},
                 {"2020年度後期", "2020"},
                 {"ott. 2020", "2020-10"},
                 {"outubro 2013", "2013-10"},
                 {"Fall 2022", "2022"},
                 {"05/2024", "2024-05"},
                 {"5.2024", "2024-05"},
                 {"2024.05", "2024-05"},
                 {"2024/5/9", "2024-05-09"},
                 {"09.05.2024", "2024-05-09"},
                 {"25/12/2023", "2023-12-25"},
                 {"2024年", "2024"},
                 {"2024年5月", "2024-05"},
                 {"2024年5月9日", "2024-05-09"},
                 {"2024년 5월", "2024-05"},
                 {"'24", "2024"},
                 {"’98", "1998"},
                 {"05'23", "2023-05"},
                 {"", NULL},
                 {"soon", NULL},
                 {"May", NULL},
                 {"1234567", NULL},
                 {"12", NULL},
                 {"2024 papers", NULL},
                 {"13/2024", NULL},
                 {"v2.0", NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct mkcv_date d;
        bool read = mkcv_date_from_string(cases[i].in, &d);
        const char *got = read ? mkcv_date_iso(&arena, d) : "-", *want = cases[i].out ? cases[i].out : "-";
        if (strcmp(got, want) != 0)
            bad++, print_error("\n"
                               "'%s': %s, not %s",
                               cases[i].in, got, want);
    }
    assert_int_equal(bad, 0);
}

static const char *describe_when(const struct mkcv_when *w)
{
    struct mkcv_buf b;
    mkcv_buf_init(&b, &arena);
    if (w->start.year) mkcv_buf_printf(&b, "%s..", mkcv_date_iso(&arena, w->start));
    if (w->end.year) mkcv_buf_puts(&b, mkcv_date_iso(&arena, w->end));
    if (w->current) mkcv_buf_puts(&b, "now");
    for (size_t i = 0; i < w->dates.count; i++)
        mkcv_buf_printf(&b, "%s%s", i ? "," : "", mkcv_date_iso(&arena, w->dates.at[i]));
    return b.s;
}

static void finds_ranges_and_lists(void **state)
{
    (void)state;
    int bad = 0;
    static const struct {
        const char *in, *out, *bytes;
    } cases[] = {{"Lund, 2019-2021.", "2019..2021", "2019-2021"},
                 {"2019 – 2021", "2019..2021", "2019 – 2021"},
                 {"2019—2021", "2019..2021", "2019—2021"},
                 {"2019∼2021", "2019..2021", "2019∼2021"},
                 {"2019 -- 2021", "2019..2021", "2019 -- 2021"},
                 {"2019-23", "2019..2023", "2019-23"},
                 {"1998-02", "1998-02", "1998-02"},
                 {"2018 - present", "2018..now", "2018 - present"},
                 {"2018–", "2018..now", NULL},
                 {"(2018-)", "2018..now", NULL},
                 {"Since 2023, I", "2023..now", "Since 2023"},
                 {"since March 2025", "2025-03..now", "since March 2025"},
                 {"from 2014 to 2018", "2014..2018", "from 2014 to 2018"},
                 {"Mar. 2020 – Sep. 2022", "2020-03..2022-09", NULL},
                 {"Jun - Aug 2021", "2021-06..2021-08", "Jun - Aug 2021"},
                 {"2017.09 - 2020.06", "2017-09..2020-06", NULL},
                 {"2024.03 - now", "2024-03..now", NULL},
                 {"2021年4月～2023年3月", "2021-04..2023-03", NULL},
                 {"2022年4月-現在", "2022-04..now", NULL},
                 {"2020年9月至今", "2020-09..now", NULL},
                 {"seit 2019", "2019..now", NULL},
                 {"da ottobre 2021", "2021-10..now", NULL},
                 {"WiSe 2021/22 und SoSe 2022", "2021,2022", NULL},
                 {"2020年秋-至今", "2020..now", NULL},
                 {"2015 bis 2018", "2015..2018", NULL},
                 {"2018 - aujourd'hui", "2018..now", "2018 - aujourd'hui"},
                 {"2021/2022, 2024-2025", "2021,2022,2024,2025", NULL},
                 {"2020/2021/2022", "2020,2021,2022", NULL},
                 {"STACS (2012, 2014−2016, 2020)", "2012,2014,2015,2016,2020", "2012, 2014−2016, 2020"},
                 {"2022/23/24", "2022,2023,2024", NULL},
                 {"ICML'22, '23", "2022,2023", "'22, '23"},
                 {"2021 and 2023", "2021,2023", NULL},
                 {"no year here", "-", NULL},
                 {"call 20231 or x2024y", "-", NULL},
                 {"$2000 and 3.2019", "2019-03", NULL},
                 {"Room 12, 5 students", "-", NULL},
                 {"in Spring 2020 at Uppsala", "2020", "Spring 2020"},
                 {"may come in march", "-", NULL},
                 {"between 2011 and 2014", "2011..2014", NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct mkcv_when w;
        bool found = mkcv_when_find(&arena, cases[i].in, 0, strlen(cases[i].in), &w);
        const char *got = found ? describe_when(&w) : "-";
        if (strcmp(got, cases[i].out) != 0)
            bad++, print_error("\n"
                               "'%s': %s, not %s",
                               cases[i].in, got, cases[i].out);
        if (!cases[i].bytes) continue;
        const char *bytes = mkcv_arena_strndup(&arena, cases[i].in + w.from, w.to - w.from);
        if (strcmp(bytes, cases[i].bytes) != 0)
            bad++, print_error("\n"
                               "'%s': the bytes '%s', not '%s'",
                               cases[i].in, bytes, cases[i].bytes);
    }
    assert_int_equal(bad, 0);
}

static void compares(void **state)
{
    (void)state;
    struct mkcv_date none = {0, 0, 0}, year = {2024, 0, 0}, month = {2024, 5, 0}, day = {2024, 5, 9};
    assert_true(mkcv_date_compare(none, year) < 0 && mkcv_date_compare(year, month) < 0 &&
                mkcv_date_compare(month, day) < 0 && mkcv_date_compare(day, day) == 0);
    assert_null(mkcv_date_iso(&arena, none));
}

/* What is printed is read back. */
static void round_trip(void **state)
{
    (void)state;
    for (short y = 1950; y < 2050; y += 7)
        for (signed char m = 0; m <= 12; m++)
            for (signed char d = 0; d <= (m ? 28 : 0); d += 9) {
                struct mkcv_date date = {y, m, d}, back;
                assert_true(mkcv_date_from_string(mkcv_date_iso(&arena, date), &back));
                assert_int_equal(mkcv_date_compare(date, back), 0);
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(reads_whole_strings, start, stop),
                                       cmocka_unit_test_setup_teardown(finds_ranges_and_lists, start, stop),
                                       cmocka_unit_test_setup_teardown(compares, start, stop),
                                       cmocka_unit_test_setup_teardown(round_trip, start, stop)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
