/* Dates and ranges printed in every shape that homepages use are read back as they were: read(print(d)) = d. Fixed
 * seed: the same dates on every run. */
#include "../unit/cv_fixture.h"
#include <stdio.h>

#define ROUNDS 400

static uint32_t seed = 20240229;

/* A number in [from, to]. */
static int draw(int from, int to)
{
    seed = seed * 1664525u + 1013904223u;
    return from + (int)((seed >> 8) % (uint32_t)(to - from + 1));
}

static const char *const months[][12] = {
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
     "December"},
    {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
    {"Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."},
    {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
     "Dezember"},
    {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
     "décembre"},
    {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
     "diciembre"},
    {"janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro",
     "dezembro"},
    {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
     "novembre", "dicembre"}};

/* One date. %Y year, %y its last two digits, %m and %n month with and without zero, %d day, %0 to %7 its name. */
static const char *const month_shapes[] = {
    "%Y-%m", "%Y.%m",  "%Y/%m",  "%m/%Y", "%n/%Y", "%m.%Y",    "%0 %Y",     "%1 %Y",     "%2 %Y",
    "%3 %Y", "%4 %Y",  "%5 %Y",  "%6 %Y", "%7 %Y", "%Y年%n月", "%Y年 %n月", "%Y년 %n월", "%5 de %Y",
    "%Y %1", "%1, %Y", "%0, %Y", "%1-%Y", "%m'%y", "%1 '%y",   "%1 ’%y"};
static const char *const day_shapes[] = {"%Y-%m-%d",       "%Y/%m/%d",     "%d.%m.%Y",      "%0 %d, %Y",
                                         "%1 %d, %Y",      "%d %0 %Y",     "%d. %3 %Y",     "%d %4 %Y",
                                         "%d de %5 de %Y", "%Y年%n月%d日", "%Y년 %n월 %d일"};
static const char *const year_shapes[] = {"%Y",      "%Y年",      "%Y년",      "'%y",
                                          "Fall %Y", "Spring %Y", "Summer %Y", "Winter %Y"};
static const char *const dashes[] = {"-", " - ", "–", " – ", " — ", " -- ", " ~ ", " − ", " to ", " ∼ ", " 〜 "};
static const char *const opens[] = {
    " - present",     " – now",        "–",        " -",      " to present", " – Present", " - heute",
    " – aujourd'hui", " - actualidad", " - atual", " - oggi", " 至今",       " ~ 現在",    " - 현재"};

static const char *print_date(const char *shape, struct mkcv_date d)
{
    struct mkcv_buf b;
    mkcv_buf_init(&b, &arena);
    for (const char *p = shape; *p; p++) {
        if (*p != '%') {
            mkcv_buf_putc(&b, *p);
            continue;
        }
        switch (*++p) {
        case 'Y':
            mkcv_buf_printf(&b, "%d", d.year);
            break;
        case 'y':
            mkcv_buf_printf(&b, "%02d", d.year % 100);
            break;
        case 'm':
            mkcv_buf_printf(&b, "%02d", d.month);
            break;
        case 'n':
            mkcv_buf_printf(&b, "%d", d.month);
            break;
        case 'd':
            mkcv_buf_printf(&b, "%d", d.day);
            break;
        default:
            mkcv_buf_puts(&b, d.month > 0 ? months[*p - '0'][d.month - 1] : "");
        }
    }
    return b.s;
}

static bool is_date(struct mkcv_date x, struct mkcv_date y) { return !mkcv_date_compare(x, y); }

static int bad;

static void expect(const char *s, struct mkcv_date start, struct mkcv_date end, bool current)
{
    struct mkcv_when w;
    bool read = mkcv_when_read(&arena, s, 0, strlen(s), &w);
    if (read && w.to == strlen(s) && is_date(w.start, start) && is_date(w.end, end) && w.current == current) return;
    if (bad++ < 4000) print_error("'%s'\n", s);
}

static const struct mkcv_date none = {0, 0, 0};

static struct mkcv_date draw_date(int precision)
{
    struct mkcv_date d = {(short)draw(1975, 2035), 0, 0};
    if (precision > 0) d.month = (signed char)draw(1, 12);
    if (precision > 1) d.day = (signed char)draw(13, 28); /* a day that is no month */
    return d;
}

static void reads_dates(void **state)
{
    (void)state;
    bad = 0;
    for (int i = 0; i < ROUNDS; i++) {
        struct mkcv_date y = draw_date(0), m = draw_date(1), d = draw_date(2);
        y.year = (short)draw(1975, 2035);
        for (size_t k = 0; k < sizeof year_shapes / sizeof *year_shapes; k++)
            expect(print_date(year_shapes[k], y), none, y, false);
        for (size_t k = 0; k < sizeof month_shapes / sizeof *month_shapes; k++)
            expect(print_date(month_shapes[k], m), none, m, false);
        for (size_t k = 0; k < sizeof day_shapes / sizeof *day_shapes; k++)
            expect(print_date(day_shapes[k], d), none, d, false);
    }
    assert_int_equal(bad, 0);
}

/* A date of the same precision, later. */
static struct mkcv_date draw_later(struct mkcv_date d)
{
    d.year = (short)(d.year + draw(1, 9));
    if (d.month) d.month = (signed char)draw(1, 12);
    return d;
}

static void expect_range(const char *shape, struct mkcv_date d)
{
    struct mkcv_date end = draw_later(d);
    const char *first = print_date(shape, d), *last = print_date(shape, end), *dash = dashes[draw(0, 10)];
    if (strchr(shape, '-') && strlen(dash) < 3) dash = " - ";
    expect(mkcv_arena_printf(&arena, "%s%s%s", first, dash, last), d, end, false);
    expect(mkcv_arena_printf(&arena, "from %s to %s", first, last), d, end, false);
    expect(mkcv_arena_printf(&arena, "%s%s", first, opens[draw(0, 13)]), d, none, true);
    expect(mkcv_arena_printf(&arena, "since %s", first), d, none, true);
    expect(mkcv_arena_printf(&arena, "seit %s", first), d, none, true);
    expect(mkcv_arena_printf(&arena, "depuis %s", first), d, none, true);
}

static void reads_ranges(void **state)
{
    (void)state;
    bad = 0;
    for (int i = 0; i < ROUNDS; i++) {
        for (size_t k = 0; k < sizeof month_shapes / sizeof *month_shapes; k++)
            expect_range(month_shapes[k], draw_date(1));
        expect_range("%Y", draw_date(0));
        expect_range("Fall %Y", draw_date(0));
    }
    assert_int_equal(bad, 0);
}

/* Shapes of which the second half leaves out what the first has said. */
static void reads_short_ranges(void **state)
{
    (void)state;
    bad = 0;
    for (int i = 0; i < ROUNDS; i++) {
        struct mkcv_date y = {(short)draw(2001, 2030), 0, 0}, end = {(short)(y.year + draw(1, 8)), 0, 0};
        struct mkcv_date m = draw_date(1), n = m;
        n.month = (signed char)draw(m.month, 12);
        expect(mkcv_arena_printf(&arena, "%d-%02d", y.year, end.year % 100), end.year % 100 > 12 ? y : none,
               end.year % 100 > 12 ? end : (struct mkcv_date){y.year, (signed char)(end.year % 100), 0}, false);
        expect(mkcv_arena_printf(&arena, "%d–%02d", y.year, end.year % 100), y, end, false);
        expect(mkcv_arena_printf(&arena, "%s - %s", print_date("%0", m), print_date("%0 %Y", n)), m, n, false);
        expect(mkcv_arena_printf(&arena, "%d年%d月 ~ %d月", m.year, m.month, n.month), m, n, false);
        expect(mkcv_arena_printf(&arena, "WS %d/%02d", y.year, (y.year + 1) % 100), none, y, false);
        expect(mkcv_arena_printf(&arena, "SS %d", y.year), none, y, false);
        expect(mkcv_arena_printf(&arena, "Wintersemester %d/%02d", y.year, (y.year + 1) % 100), none, y, false);
    }
    assert_int_equal(bad, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(reads_dates, start, stop),
                                       cmocka_unit_test_setup_teardown(reads_ranges, start, stop),
                                       cmocka_unit_test_setup_teardown(reads_short_ranges, start, stop)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
