/* Hyphenation: known divisions, checked once against libhyphen with the same dictionaries. */
#include "mkcv/hyphen.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* The word with its divisions shown, in `out`. */
static const char *divide(const char *lang, const char *word, char out[256])
{
    uint8_t breaks[128];
    const struct mkcv_hyphen *h = mkcv_hyphen_lookup(lang);
    assert_non_null(h);
    size_t n = strlen(word), at = 0;
    mkcv_hyphenate(h, word, n, breaks);
    for (size_t i = 0; i < n; i++) {
        if (breaks[i]) out[at++] = '-';
        out[at++] = word[i];
    }
    out[at] = 0;
    return out;
}

static void divides_known_words(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *divided;
    } cases[] = {
        {"en", "al-go-rithm"},
        {"en", "in-ter-pretabil-ity"},
        {"en", "as-so-ciate"},
        {"en", "rec-i-proc-ity"},
        {"en", "gen-er-al-iza-tion"},
        {"en", "wa-ter-mark-ing"},
        {"en", "democ-racy"},
        {"en", "the"},
        {"de", "Wis-sen-schaft"},
        {"de", "Göt-tin-gen"},
        {"de", "Uni-ver-si-tät"},
        {"de", "Ver-öf-fent-li-chun-gen"},
        {"de", "Grund-ent-schei-dung"}, /* compounds: the dictionary's first level */
        {"de", "Bun-des-in-nen-mi-nis-ters"},
        {"de", "Er-zie-hungs-ar-beit"},
        {"de", "Di-ver-genz-win-kel"},
        {"de", "Farb-kis-sen"}, /* a short pattern inside a longer one stays hidden */
        {"fr", "re-cherche"},
        {"fr", "uni-ver-si-té"},
        {"es", "in-ves-ti-ga-ción"},
        {"it", "pub-bli-ca-zio-ni"},
        {"pt-BR", "pes-qui-sa-dor"},
        {"pl", "wy-dzia-łu"},
        {"cs", "vý-zkumník"},
        {"ru", "ис-сле-до-ва-ние"},
        {"el", "πα-νε-πι-στή-μιο"},
        {"nn", "fors-king"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char word[256], out[256];
        size_t n = 0;
        for (const char *p = cases[i].divided; *p; p++)
            if (*p != '-') word[n++] = *p;
        word[n] = 0;
        assert_string_equal(divide(cases[i].lang, word, out), cases[i].divided);
    }
}

static void joints_are_those_of_compounds(void **state)
{
    (void)state;
    static const struct {
        const char *lang, *word;
        size_t joint; /* 0: none */
    } cases[] = {
        {"de", "Auflage", 3}, {"de", "Kopftuch", 4}, {"de", "Haftung", 0}, {"de", "Affe", 0}, {"en", "offline", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint8_t joints[16];
        size_t n = strlen(cases[i].word);
        mkcv_hyphen_joints(mkcv_hyphen_lookup(cases[i].lang), cases[i].word, n, joints);
        for (size_t k = 0; k < n; k++) assert_int_equal(joints[k], k && k == cases[i].joint);
    }
}

static void case_does_not_matter(void **state)
{
    (void)state;
    char out[256];
    assert_string_equal(divide("en", "INTERPRETABILITY", out), "IN-TER-PRETABIL-ITY");
    assert_string_equal(divide("de", "VERÖFFENTLICHUNGEN", out), "VER-ÖF-FENT-LI-CHUN-GEN");
}

static void minima_count_characters(void **state)
{
    (void)state;
    uint8_t breaks[64];
    static const char word[] = "Überübung"; /* a break after one character of two bytes would be wrong */
    mkcv_hyphenate(mkcv_hyphen_lookup("de"), word, strlen(word), breaks);
    for (size_t i = 0; i < strlen(word); i++) {
        if (!breaks[i]) continue;
        assert_true(((unsigned char)word[i] & 0xC0) != 0x80);
        assert_true(i >= 3);
        assert_true(i <= strlen(word) - 2);
    }
}

static void tags_fall_back_to_the_language(void **state)
{
    (void)state;
    assert_ptr_equal(mkcv_hyphen_lookup("en-US"), mkcv_hyphen_lookup("en"));
    assert_ptr_equal(mkcv_hyphen_lookup("de_AT"), mkcv_hyphen_lookup("de"));
    assert_ptr_equal(mkcv_hyphen_lookup("EN-gb"), mkcv_hyphen_lookup("en-GB"));
    assert_ptr_not_equal(mkcv_hyphen_lookup("en-GB"), mkcv_hyphen_lookup("en"));
    assert_ptr_equal(mkcv_hyphen_lookup("no"), mkcv_hyphen_lookup("nb"));
    assert_ptr_equal(mkcv_hyphen_lookup("nn-NO"), mkcv_hyphen_lookup("nb"));
    assert_ptr_equal(mkcv_hyphen_lookup("bs"), mkcv_hyphen_lookup("hr"));
    assert_ptr_not_equal(mkcv_hyphen_lookup("sr"), mkcv_hyphen_lookup("sr-Latn"));
    assert_null(mkcv_hyphen_lookup("zz"));
    assert_null(mkcv_hyphen_lookup(""));
    assert_null(mkcv_hyphen_lookup("e"));
    assert_null(mkcv_hyphen_lookup(NULL));
}

static void strange_words_are_left_whole(void **state)
{
    (void)state;
    char out[256];
    uint8_t breaks[300];
    char longest[300];
    const struct mkcv_hyphen *h = mkcv_hyphen_lookup("en");
    assert_string_equal(divide("en", "", out), "");
    assert_string_equal(divide("en", "a", out), "a");
    assert_string_equal(divide("en", "李明", out), "李明");
    memset(longest, 'a', sizeof longest);
    memset(breaks, 1, sizeof breaks);
    mkcv_hyphenate(h, longest, 255, breaks);
    mkcv_hyphenate(h, longest, sizeof longest, breaks);
    for (size_t i = 0; i < sizeof breaks; i++) assert_int_equal(breaks[i], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(divides_known_words),
        cmocka_unit_test(joints_are_those_of_compounds),
        cmocka_unit_test(case_does_not_matter),
        cmocka_unit_test(minima_count_characters),
        cmocka_unit_test(tags_fall_back_to_the_language),
        cmocka_unit_test(strange_words_are_left_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
