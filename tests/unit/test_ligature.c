/* Ligatures: words of languages with the places shown that no ligature reaches over. */
#include "../../src/layout/galley.h"
#include "../../src/layout/paragraph.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Without its bars the text has them where they were. */
static void assert_stops(const char *lang, const char *shown, const char *exception)
{
    struct mkcv_arena a;
    mkcv_arena_init(&a);
    struct mkcv_style style = {0};
    struct mkcv_galley g = {.scratch = &a, .style = &style};
    if (exception) *MKCV_PUSH(&a, &style.text.exceptions.list) = exception;
    char *text = mkcv_arena_strdup(&a, shown), found[256] = {0};
    uint32_t n = 0;
    for (const char *s = shown; *s; s++)
        if (*s != '|') text[n++] = *s;
    text[n] = '\0';
    struct mkcv_para p = {.s = text};
    g.own = mkcv_spelling_of(&style, lang);
    mkcv_word_ligatures(&g, &p, 0, n, NULL);
    size_t out = 0, next = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (next < p.stops.count && p.stops.at[next] == i) found[out++] = '|', next++;
        found[out++] = text[i];
    }
    assert_string_equal(found, shown);
    assert_int_equal(next, p.stops.count);
    mkcv_arena_clear(&a);
}

static void compounds_are_parted(void **state)
{
    (void)state;
    static const char *const words[] = {
        "Auf|lage",       "Schaf|fell", "Kauf|leute",    "Schilf|insel",  "Auf|fassung",     "Schiff|fahrt",
        "Tief|flug",      "Tief|flüge", "Senf|farben",   "Dampf|fähre",   "Kauf|interesse",  "Stoff|industrie",
        "Brief|bogen",    "auf|heben",  "Auf|klärung",   "Kopf|tuch",     "Auf|trag",        "Auf|teilung",
        "Kampf|training", "Hof|jagd",   "Stoff|flasche", "Auf|lauf|form", "Straf|forschung", "Kunststoffauf|lage",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) assert_stops("de", words[i], NULL);
}

static void suffixes_are_parted_as_they_are_spoken(void **state)
{
    (void)state;
    static const char *const words[] = {"höf|lich", "begriff|lich", "Verzweif|lung", "straf|los", "streifig", "Chefs"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) assert_stops("de-AT", words[i], NULL);
}

static void stems_keep_theirs(void **state)
{
    (void)state;
    static const char *const words[] = {
        "Affe",       "finden", "fliegen",  "Offizier", "treffen",    "Kartoffel", "Koeffizient",
        "Haftung",    "Kräfte", "kaufte",   "Schrift",  "Pflicht",    "Einfluss",  "Konflikt",
        "Definition", "Grafik", "Hoffnung", "schaffen", "Pfeiffer",   "Orff",      "Hausdorff",
        "Aufl",       "Auff",   "AUFLAGE",  "Effekt",   "reflection", "f",         "",
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) assert_stops("de", words[i], NULL);
}

static void each_part_of_a_word_counts(void **state)
{
    (void)state;
    assert_stops("de", "(Auf|lage)-Affen/Auf|trag,Orff", NULL);
    assert_stops("de", "Überauf|lage", NULL);
}

/* The patterns take it for two syllables less. */
static void exceptions_of_the_style_count(void **state)
{
    (void)state;
    assert_stops("de", "Surfladen", NULL);
    assert_stops("de", "Surf|laden", "surf-la-den");
}

static void other_languages_have_their_own_way(void **state)
{
    (void)state;
    assert_stops("en", "Auflage", NULL);
    assert_stops("en", "offline", NULL);
    assert_stops("trv", "fikir", NULL);
    assert_stops(NULL, "Auflage", NULL);
    assert_stops("tr", "f|ikir", NULL);
    assert_stops("tr-TR", "of|isaff|il", NULL);
    assert_stops("az", "f|ifı", NULL);
    assert_stops("tr", "flüt", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compounds_are_parted),
        cmocka_unit_test(suffixes_are_parted_as_they_are_spoken),
        cmocka_unit_test(stems_keep_theirs),
        cmocka_unit_test(each_part_of_a_word_counts),
        cmocka_unit_test(exceptions_of_the_style_count),
        cmocka_unit_test(other_languages_have_their_own_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
