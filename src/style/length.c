/* length.c - lengths of style files. Integer arithmetic throughout: the same on every machine. */
#include "mkcv/style.h"
#include <string.h>

/* A unit is numerator / denominator thousandths of a point (1 pt = 1/72 in). */
static const struct unit {
    const char *name;
    int64_t numerator, denominator;
} units[] = {
    {"pt", 1000, 1}, {"mm", 360000, 127}, {"cm", 3600000, 127}, {"in", 72000, 1}, {"pc", 12000, 1}, {"bp", 1000, 1},
};

#define DIGITS 6 /* kept after the point, and read before it: no product leaves 64 bits */

/* Reads "12.345" as millionths; false when there is no digit or there are too many. */
static bool read_millionths(const char **s, int64_t *out)
{
    int64_t value = 0;
    int whole = 0, fraction = 0;
    for (; **s >= '0' && **s <= '9'; ++*s, ++whole) value = value * 10 + (**s - '0');
    if (whole > DIGITS) return false;
    if (**s == '.')
        for (++*s; **s >= '0' && **s <= '9'; ++*s)
            if (fraction < DIGITS) value = value * 10 + (**s - '0'), ++fraction;
    if (whole + fraction == 0) return false;
    for (; fraction < DIGITS; ++fraction) value *= 10;
    *out = value;
    return true;
}

static bool lookup_unit(const char *s, int32_t em, struct unit *out)
{
    if (strcmp(s, "em") == 0 || strcmp(s, "ex") == 0) {
        *out = (struct unit){s, em, s[1] == 'm' ? 1 : 2};
        return true;
    }
    for (size_t i = 0; i < sizeof units / sizeof *units; ++i)
        if (strcmp(s, units[i].name) == 0) {
            *out = units[i];
            return true;
        }
    return false;
}

bool mkcv_length_from_string(const char *s, int32_t em, int32_t *mpt)
{
    bool negative = *s == '-';
    int64_t millionths;
    struct unit unit;
    if (*s == '-' || *s == '+') ++s;
    if (!read_millionths(&s, &millionths)) return false;
    while (*s == ' ') ++s;
    if (*s == '\0' && millionths == 0) {
        *mpt = 0;
        return true;
    }
    if (!lookup_unit(s, em, &unit)) return false;
    int64_t half = 500000 * unit.denominator;
    int64_t value = (millionths * unit.numerator + half) / (1000000 * unit.denominator);
    if (value > INT32_MAX / 2) return false;
    *mpt = (int32_t)(negative ? -value : value);
    return true;
}
