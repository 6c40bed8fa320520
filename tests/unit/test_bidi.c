/* Right-to-left text: which languages, which levels, which order from the left. */
#include "../../src/layout/paragraph.h"
#include "mkcv/language.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* The order of `levels`, a digit each, as digits. */
static const char *ordered(const char *levels, char out[16])
{
    uint8_t level[16];
    uint32_t order[16];
    size_t n = strlen(levels);
    for (size_t i = 0; i < n; i++) level[i] = (uint8_t)(levels[i] - '0');
    mkcv_bidi_order(level, n, order);
    for (size_t i = 0; i < n; i++) out[i] = (char)('0' + order[i]);
    out[n] = 0;
    return out;
}

static void parts_stand_in_order(void **state)
{
    (void)state;
    char out[16];
    assert_string_equal(ordered("000", out), "012");
    assert_string_equal(ordered("0110", out), "0213");
    assert_string_equal(ordered("111", out), "210");
    assert_string_equal(ordered("01221", out), "04231"); /* a number inside */
    assert_string_equal(ordered("0", out), "0");
    assert_string_equal(ordered("", out), "");
}

/* A level for each character, as digits. */
static const char *levels_of(struct mkcv_arena *a, const char *s, bool rtl, size_t role_from, char out[64])
{
    struct mkcv_text t = {0};
    size_t length = strlen(s) < role_from ? strlen(s) : role_from;
    mkcv_text_put(a, &t, mkcv_arena_strndup(a, s, length), MKCV_ROLE_PLAIN);
    if (s[length]) mkcv_text_put(a, &t, s + length, MKCV_ROLE_ORG);
    const uint8_t *levels = mkcv_bidi_levels(a, &t, rtl);
    size_t n = 0;
    if (!levels) return "none";
    for (const char *p = s; *p; p++)
        if (((unsigned char)*p & 0xc0) != 0x80) out[n++] = (char)('0' + levels[p - s]);
    out[n] = 0;
    return out;
}

static void levels_follow_the_standard(void **state)
{
    (void)state;
    enum { WHOLE = 1000 };
    struct mkcv_arena a;
    char out[64];
    mkcv_arena_init(&a);
    assert_string_equal(levels_of(&a, "Ada Żółć 李", false, WHOLE, out), "none");
    assert_string_equal(levels_of(&a, "a של b", false, WHOLE, out), "001100");
    assert_string_equal(levels_of(&a, "a (של) b", false, WHOLE, out), "00011000"); /* the bracket is of the whole */
    assert_string_equal(levels_of(&a, "של 12 של", false, WHOLE, out), "11122111");
    assert_string_equal(levels_of(&a, "של ab", true, WHOLE, out), "11122");
    assert_string_equal(levels_of(&a, "ab", true, WHOLE, out), "22");
    assert_string_equal(levels_of(&a, "של, של", false, WHOLE, out), "111111");
    assert_string_equal(levels_of(&a, "של, של", false, strlen("של, "), out), "110011"); /* two names, each its own */
    mkcv_arena_clear(&a);
}

static void languages_have_a_direction(void **state)
{
    (void)state;
    assert_true(mkcv_language_is_rtl("ar"));
    assert_true(mkcv_language_is_rtl("he-IL"));
    assert_true(mkcv_language_is_rtl("FA_ir"));
    assert_false(mkcv_language_is_rtl("en"));
    assert_false(mkcv_language_is_rtl("arn"));
    assert_false(mkcv_language_is_rtl(NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_stand_in_order),
        cmocka_unit_test(levels_follow_the_standard),
        cmocka_unit_test(languages_have_a_direction),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
