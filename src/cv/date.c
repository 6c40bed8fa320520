/* date.c - one date, as people and data files write it; see date.h and read.h.
 *
 * Precision is kept: a year stays a year. Two-digit years are read only where an apostrophe or a range says that they
 * are years. Names of months are month.c's, ranges and lists of dates when.c's. */
#include "date.h"
#include "mkcv/read.h"
#include "mkcv/utf8.h"
#include <string.h>

int mkcv_date_compare(struct mkcv_date a, struct mkcv_date b)
{
    if (a.year != b.year) return a.year < b.year ? -1 : 1;
    if (a.month != b.month) return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

const char *mkcv_date_iso(struct mkcv_arena *a, struct mkcv_date d)
{
    if (!d.year) return NULL;
    if (!d.month) return mkcv_arena_printf(a, "%04d", d.year);
    if (!d.day) return mkcv_arena_printf(a, "%04d-%02d", d.year, d.month);
    return mkcv_arena_printf(a, "%04d-%02d-%02d", d.year, d.month, d.day);
}

size_t mkcv_date_digits(const char *s, size_t at, size_t to, int *value)
{
    size_t n = 0;
    int v = 0;
    while (at + n < to && n < 9 && mkcv_is_digit((unsigned char)s[at + n])) v = v * 10 + (s[at + n++] - '0');
    *value = v;
    return n;
}

size_t mkcv_date_blank(const char *s, size_t at, size_t to)
{
    while (at < to) {
        const char *p = s + at;
        uint32_t c = mkcv_utf8_next(&p);
        if (!mkcv_is_space(c) || c == 0x2028) break;
        at = (size_t)(p - s);
    }
    return at;
}

bool mkcv_date_has(const char *s, size_t at, size_t to, const char *what)
{
    size_t n = strlen(what);
    return at + n <= to && !memcmp(s + at, what, n);
}

/* A year of four digits that stands by itself; 0 when it is none. */
static int year_at(const char *s, size_t at, size_t to)
{
    int y;
    if (mkcv_date_digits(s, at, to, &y) != 4 || y < 1901 || y > 2099) return 0;
    const char *p = s + at + 4;
    uint32_t next = at + 4 < to ? mkcv_utf8_next(&p) : 0;
    return next < 0x80 && mkcv_is_letter(next) && next != 'T' ? 0 : y;
}

static size_t apostrophe_at(const char *s, size_t at, size_t to)
{
    static const char *const marks[] = {"'", "\xe2\x80\x99", "\xe2\x80\x98", "`", "\xc2\xb4", "\xe2\x80\xb2"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (mkcv_date_has(s, at, to, marks[i])) return strlen(marks[i]);
    return 0;
}

/* A year as it may follow a month: 2024, '24, ’24. */
static size_t read_year(const char *s, size_t at, size_t to, short *year)
{
    int y = year_at(s, at, to);
    if (y) {
        *year = (short)y;
        return at + 4;
    }
    size_t mark = apostrophe_at(s, at, to);
    size_t n = mark ? mkcv_date_digits(s, at + mark, to, &y) : 0;
    if (n != 2) return at;
    const char *p = s + at + mark + 2;
    if (at + mark + 2 < to && mkcv_is_letter(mkcv_utf8_next(&p))) return at;
    *year = (short)(y < 70 ? 2000 + y : 1900 + y);
    return at + mark + 2;
}

/* Between month and year: blanks, a comma, "de", "of". */
static size_t skip_joint(const char *s, size_t at, size_t to)
{
    at = mkcv_date_blank(s, at, to);
    if (at < to && (s[at] == ',' || s[at] == '-' || s[at] == '/')) at = mkcv_date_blank(s, at + 1, to);
    if (mkcv_date_has(s, at, to, "de ") || mkcv_date_has(s, at, to, "of ")) at = mkcv_date_blank(s, at + 3, to);
    return at;
}

static size_t skip_ordinal(const char *s, size_t at, size_t to)
{
    static const char *const ends[] = {"st", "nd", "rd", "th", "er", "."};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (mkcv_date_has(s, at, to, ends[i]))
            return at + strlen(ends[i]) + (i < 4 && mkcv_date_has(s, at + 2, to, "."));
    return at;
}

/* The "/20" of a winter that goes over the year's end: "2019/20"; `at` when it is not there. */
static size_t skip_winter(const char *s, size_t at, size_t to, int year)
{
    int next;
    if (at >= to || s[at] != '/') return at;
    size_t n = mkcv_date_digits(s, at + 1, to, &next);
    return (n == 2 && next == (year + 1) % 100) || (n == 4 && next == year + 1) ? at + 1 + n : at;
}

/* "WS 2019/20", "SS 2020", as German terms are told; "WS" alone is a workshop to others. */
static size_t read_term(const char *s, size_t at, size_t to, struct mkcv_date *d)
{
    bool winter = mkcv_date_has(s, at, to, "WS "), summer = mkcv_date_has(s, at, to, "SS ");
    if (!winter && !summer) return at;
    size_t next = mkcv_date_blank(s, at + 3, to), past = read_year(s, next, to, &d->year);
    if (past == next) return at;
    size_t end = skip_winter(s, past, to, d->year);
    return winter && end == past ? at : end;
}

/* "2024 May": the name in capitals, and no day or year behind it. */
static size_t read_year_named(const char *s, size_t at, size_t to, struct mkcv_date *d)
{
    int y = year_at(s, at, to), month, more;
    size_t next = mkcv_date_blank(s, at + 4, to);
    if (!y || next == at + 4 || next >= to || s[next] < 'A' || s[next] > 'Z') return at;
    size_t end = mkcv_date_month(s, next, to, &month);
    if (end == next || month > 12) return at;
    if (mkcv_date_digits(s, mkcv_date_blank(s, end, to), to, &more)) return at;
    *d = (struct mkcv_date){(short)y, (signed char)month, 0};
    return end;
}

/* "May 2024", "May 9, 2024", "Summer 2024"; without a year the month alone. */
static size_t read_named(const char *s, size_t at, size_t to, struct mkcv_date *d)
{
    int month, day;
    size_t end = mkcv_date_month(s, at, to, &month);
    if (end == at) return at;
    d->month = (signed char)(month > 12 ? 0 : month);
    size_t next = skip_joint(s, end, to), past = read_year(s, next, to, &d->year);
    if (past != next) return month > 12 ? skip_winter(s, past, to, d->year) : past;
    size_t n = mkcv_date_digits(s, next, to, &day);
    if ((n == 1 || n == 2) && day >= 1 && day <= 31) {
        size_t after = skip_joint(s, skip_ordinal(s, next + n, to), to);
        past = read_year(s, after, to, &d->year);
        if (past != after) {
            d->day = (signed char)(month > 12 ? 0 : day);
            return past;
        }
    }
    return month > 12 ? at : end;
}

/* "9 May 2024", "9. Mai 2024", "9 de mayo de 2024". */
static size_t read_day_first(const char *s, size_t at, size_t to, struct mkcv_date *d)
{
    int day, month;
    size_t n = mkcv_date_digits(s, at, to, &day);
    if (!n || n > 2 || day < 1 || day > 31) return at;
    size_t next = skip_joint(s, skip_ordinal(s, at + n, to), to);
    size_t end = mkcv_date_month(s, next, to, &month);
    if (end == next || month > 12) return at;
    size_t joint = skip_joint(s, end, to), past = read_year(s, joint, to, &d->year);
    if (past == joint) return at;
    d->month = (signed char)month;
    d->day = (signed char)day;
    return past;
}

/* "2024年5月9日" */
static size_t read_han(const char *s, size_t at, size_t to, struct mkcv_date *d)
{
    static const char *const years[] = {"年", "년"}, *const months[] = {"月", "월"}, *const days[] = {"日", "일"};
    int y, m, day;
    if (mkcv_date_digits(s, at, to, &y) != 4 || y < 1901 || y > 2099) return at;
    size_t past = mkcv_date_blank(s, at + 4, to);
    int k = mkcv_date_has(s, past, to, years[0]) ? 0 : 1;
    if (!mkcv_date_has(s, past, to, years[k])) return at;
    past += 3;
    d->year = (short)y;
    size_t next = mkcv_date_blank(s, past, to), n = mkcv_date_digits(s, next, to, &m);
    size_t mark = mkcv_date_blank(s, next + n, to);
    if (!n || m < 1 || m > 12 || !mkcv_date_has(s, mark, to, months[k])) return past;
    past = mark + 3;
    d->month = (signed char)m;
    next = mkcv_date_blank(s, past, to), n = mkcv_date_digits(s, next, to, &day);
    mark = mkcv_date_blank(s, next + n, to);
    if (!n || day < 1 || day > 31 || !mkcv_date_has(s, mark, to, days[k])) return past;
    d->day = (signed char)day;
    return mark + 3;
}

static bool is_digit_at(const char *s, size_t at, size_t to) { return at < to && mkcv_is_digit((unsigned char)s[at]); }

/* "2024-05-09", "2024/5", "2024.05", "2024". */
static size_t read_year_first(const char *s, size_t at, size_t to, struct mkcv_date *d)
{
    int y = year_at(s, at, to), m, day;
    if (!y) return at;
    d->year = (short)y;
    size_t end = at + 4;
    if (end >= to || !strchr("-/.", s[end])) return end;
    char mark = s[end];
    size_t n = mkcv_date_digits(s, end + 1, to, &m);
    if (n < 1 || n > 2 || m < 1 || m > 12 || (n == 1 && mark == '-' && !is_digit_at(s, end + 1, to))) return end;
    size_t month_end = end + 1 + n;
    if (month_end < to && s[month_end] == mark) {
        size_t k = mkcv_date_digits(s, month_end + 1, to, &day);
        if ((k == 1 || k == 2) && day >= 1 && day <= 31) {
            *d = (struct mkcv_date){(short)y, (signed char)m, (signed char)day};
            return month_end + 1 + k;
        }
    }
    d->month = (signed char)m;
    return month_end;
}

/* "05/2024", "5.2024", "09.05.2024", "05'24". */
static size_t read_month_first(const char *s, size_t at, size_t to, struct mkcv_date *d)
{
    int one, two;
    size_t n = mkcv_date_digits(s, at, to, &one);
    if (!n || n > 2 || one < 1 || one > 31) return at;
    size_t mark = at + n;
    if (one <= 12 && apostrophe_at(s, mark, to)) {
        size_t past = read_year(s, mark, to, &d->year);
        if (past != mark) d->month = (signed char)one;
        return past == mark ? at : past;
    }
    if (mark >= to || !strchr("/.-", s[mark])) return at;
    int y = year_at(s, mark + 1, to);
    if (y && one <= 12) {
        *d = (struct mkcv_date){(short)y, (signed char)one, 0};
        return mark + 5;
    }
    size_t k = mkcv_date_digits(s, mark + 1, to, &two), second = mark + 1 + k;
    if (k < 1 || k > 2 || second >= to || s[second] != s[mark]) return at;
    y = year_at(s, second + 1, to);
    bool month_leads = two > 12 || (s[mark] == '/' && one <= 12);
    int month = month_leads ? one : two, day = month_leads ? two : one;
    if (!y || month < 1 || month > 12 || day < 1 || day > 31) return at;
    *d = (struct mkcv_date){(short)y, (signed char)month, (signed char)day};
    return second + 5;
}

/* "2020年秋", "2021春季学期", "2023년 봄", "2022년 1학기": the term behind a year, which has no month. */
static size_t skip_term(const char *s, size_t at, size_t to)
{
    static const char *const terms[] = {"春季学期", "秋季学期", "夏季学期", "冬季学期", "春学期", "秋学期",
                                        "春季",     "秋季",     "夏季",     "冬季",     "春",     "夏",
                                        "秋",       "冬",       "前期",     "後期",     "通年",   "봄학기",
                                        "봄",       "여름",     "가을",     "겨울",     "1학기",  "2학기"};
    size_t next = at;
    if (mkcv_date_has(s, next, to, "度")) next += strlen("度");
    next = mkcv_date_blank(s, next, to);
    for (size_t i = 0; i < sizeof terms / sizeof *terms; i++)
        if (mkcv_date_has(s, next, to, terms[i])) return next + strlen(terms[i]);
    return at;
}

size_t mkcv_date_read(const char *s, size_t at, size_t to, struct mkcv_date *d)
{
    size_t (*const shapes[])(const char *, size_t, size_t, struct mkcv_date *) = {
        read_han, read_year_named, read_term, read_year_first, read_month_first, read_day_first, read_named};
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        *d = (struct mkcv_date){0, 0, 0};
        size_t end = shapes[i](s, at, to, d);
        if (end != at) return d->month ? end : skip_term(s, end, to);
    }
    *d = (struct mkcv_date){0, 0, 0};
    size_t end = read_year(s, at, to, &d->year);
    return end;
}

/* A time of day and zone after a date: "T00:00:00Z", " 07:59:00-0400". */
static size_t skip_time(const char *s, size_t at, size_t to)
{
    size_t next = at < to && s[at] == 'T' ? at + 1 : mkcv_date_blank(s, at, to);
    if (next == at || !is_digit_at(s, next, to)) return at;
    while (next < to && s[next] && strchr("0123456789:.+-Z ", s[next])) next++;
    return next;
}

bool mkcv_date_from_string(const char *s, struct mkcv_date *out)
{
    *out = (struct mkcv_date){0, 0, 0};
    if (!s) return false;
    size_t to = strlen(s), at = mkcv_date_blank(s, 0, to);
    size_t end = mkcv_date_read(s, at, to, out);
    if (end == at || !out->year) return false;
    return mkcv_date_blank(s, out->day ? skip_time(s, end, to) : end, to) == to;
}
