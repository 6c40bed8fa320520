/* test_language.c - names of languages, and texts that show theirs. */
#include "mkcv/language.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static const char *found(const char *s, const char *document)
{
    static struct mkcv_arena a;
    mkcv_arena_init(&a);
    struct mkcv_text t = mkcv_text_new(&a, s, (struct mkcv_loc){0});
    const char *lang = mkcv_language_of_text(&t, document);
    mkcv_arena_clear(&a);
    return lang ? lang : "";
}

static void tags_are_read_as_sites_write_them(void **state)
{
    static const char *const cases[][2] = {
        {"de", "de"},       {"de-DE", "de-DE"},     {"de_AT.UTF-8", "de-AT"},
        {"English", "en"},  {"ngerman", "de"},      {"american", "en"},
        {"pt_BR", "pt-BR"}, {"zh-Hans", "zh-Hans"}, {"français", "fr"},
        {"jp", "ja"},       {"brazilian", "pt"},    {"nb", "no"},
        {"C++", ""},        {"Python", ""},         {"", ""},
        {"fr\"><b>", "fr"},
    };
    struct mkcv_arena a;
    (void)state;
    mkcv_arena_init(&a);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *tag = mkcv_language_tag(&a, cases[i][0]);
        assert_string_equal(tag ? tag : "", cases[i][1]);
    }
    assert_null(mkcv_language_tag(&a, NULL));
    mkcv_arena_clear(&a);
}

static void words_are_sorted(void **state)
{
    static const char *const words[] = {
#define WORD(s, languages) s,
#include "../../src/base/function_words.def"
#undef WORD
    };
    (void)state;
    for (size_t i = 1; i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i - 1], words[i]) >= 0) fail_msg("'%s' stands before '%s'", words[i - 1], words[i]);
}

static void plain_texts_are_told(void **state)
{
    static const struct {
        const char *document, *lang, *text;
    } cases[] = {
        {"en", "de", "Zur Theorie der Lenkdrachen"},
        {"en", "de", "Über die Stabilität von Lenkdrachen bei böigem Wind"},
        {"en", "de", "Untersuchungen zum Einfluss der Schnurlänge auf das Flugverhalten"},
        {"en", "de", "Der Drachen und das Licht: eine Geschichte des Himmels"},
        {"en", "de",
         "Wir zeigen, dass ein Drachen nicht nur fliegt, sondern auch lehrt; der Aufsatz „The Art of Kites“ ist "
         "dabei ein Anfang, mit dem wir aus den Messungen einer Saison auf die der nächsten schließen und uns "
         "zwischen Theorie und Bau bewegen, ohne die Schnur zu verlieren."},
        {"en", "fr", "Sur la stabilité des cerfs-volants"},
        {"en", "fr", "Vers une théorie du vent : modèles et applications"},
        {"en", "fr",
         "Cette thèse étudie le vol des cerfs-volants dans un vent qui change, et ce que l’on peut en apprendre."},
        {"en", "es", "Una introducción a la teoría de las cometas"},
        {"en", "es", "El viento y sus efectos sobre las cometas de papel"},
        {"en", "pt", "Uma introdução ao voo das pipas em vento forte"},
        {"en", "it", "Studio sulla stabilità degli aquiloni nel vento"},
        {"en", "nl", "Over de stabiliteit van vliegers in het veld"},
        {"en", "sv", "En studie av drakar som inte kan flyga"},
        {"en", "pl", "Wpływ wiatru na stabilność latawców w górach oraz ich budowa"},
        {"en", "fi", "Leijojen vakaus sekä tuulen vaikutus, joka ei ole suuri"},
        {"en", "hu", "A szél hatása és az épített sárkány egy mezőn"},
        {"en", "ru", "О влиянии ветра на полёт змея и его устойчивость"},
        {"en", "el", "Η θεωρία των χαρταετών"},
        {"en", "he", "תורת העפיפונים"},
        {"en", "ja", "凧の安定性に関する研究"},
        {"en", "zh", "风筝稳定性问题与计算"},
        {"en", "ko", "연의 안정성에 관한 연구"},
        {"de", "en", "On the stability of kites in the wind"},
        {"de", "en", "Learning to fly with the kites: A survey"},
        {"fr", "en", "The kite and the string"},
        {"zh", "en", "The stability of kites"},
        {"ja", "zh", "风筝稳定性问题与计算"},
        {"de-AT", "en", "A theory of the kite"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (strcmp(found(cases[i].text, cases[i].document), cases[i].lang) != 0)
            fail_msg("'%s' in %s: '%s'", cases[i].text, cases[i].document, found(cases[i].text, cases[i].document));
}

static void doubtful_texts_keep_the_documents(void **state)
{
    static const char *const cases[][2] = {
        {"en", ""},
        {"en", "Drachen"},
        {"en", "Verteilte Lenkdrachen"},
        {"en", "Ludwig van der Heide, María de la Cruz, João dos Santos e Silva"},
        {"en", "El Niño, La Niña"},
        {"en", "Rio de Janeiro; Los Angeles; Las Palmas"},
        {"en", "MIT, IST, UND, DES, EM, SUR, AUS"},
        {"en", "Funding agency: Bundesministerium für Drachen und Wind"},
        {"en", "Die Zeit; Der Spiegel"},
        {"en", "A. de Vries, E. van den Berg"},
        {"en", "Ding an sich"},
        {"en", "In vitro, ex vivo"},
        {"en", "王小明 (Wang Xiaoming)"},
        {"en", "α-stable β-kites"},
        {"en", "量子力学入門"},
        {"en", "Теория змеев"},
        {"en", "Kite lab, www.wind.und.der.example, in.und.mit.de"},
        {"de", "Zur Theorie der Lenkdrachen"},
        {"de", "Kite Lab"},
        {"de", "Deep Learning"},
        {"zh", "风筝 of the 稳定性 and the 研究"},
        {"zh", "风筝稳定性问题与计算"},
        {"ja", "量子力学入門"},
        {"lt", "Zur Theorie der Lenkdrachen"}, /* a language of which nothing is known */
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (*found(cases[i][1], cases[i][0]))
            fail_msg("'%s' in %s is '%s'", cases[i][1], cases[i][0], found(cases[i][1], cases[i][0]));
}

static unsigned next(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16 & 0x7fff;
}

/* English of academics, with names, places and institutions of elsewhere in its gaps, is English. */
static void english_with_foreign_names_is_english(void **state)
{
    static const char *const frames[] = {
        "%s and %s: a correspondence",
        "Kites from %s to %s",
        "Lectures on %s, with notes by %s",
        "I am a postdoc at %s, where I work with %s.",
        "She was awarded the prize of %s in 2019, and spent a year at %s.",
        "A letter to %s about %s",
        "The legacy of %s: reading %s today",
        "Teaching kites at %s using %s",
        "Visiting researcher, %s, hosted by %s",
        "How %s met %s",
        "Towards a history of %s, after %s",
        "Invited talk at the colloquium of %s (organised by %s)",
    };
    static const char *const names[] = {
        "María de la Cruz y Ríos",
        "Ludwig van der Heide",
        "Jean-Baptiste de la Motte des Prés",
        "João dos Santos e Silva",
        "Karl von und zu Drachenfels",
        "Universidad de las Cometas del Sur",
        "Università degli Studi di Monteventoso",
        "Institut für Drachenkunde und Himmelsmechanik",
        "École des hautes études du vent",
        "Universität zu Windheim am Main",
        "Centre de recherche sur les cerfs-volants",
        "Technische Universiteit van het Noorden",
        "Instituto Nacional para el Viento",
        "Fundação para a Ciência das Pipas",
        "Uniwersytet Wiatru w Nowej Wsi",
        "Die Zeit",
        "Le Monde",
        "El Niño",
        "Gesellschaft der Freunde des Windes",
        "Los Alamos",
        "Şehir Üniversitesi",
        "Akademie der Künste",
    };
    unsigned seed = 7;
    (void)state;
    for (int i = 0; i < 20000; i++) {
        char text[400];
        const char *one = names[next(&seed) % (sizeof names / sizeof *names)];
        const char *other = names[next(&seed) % (sizeof names / sizeof *names)];
        const char *frame = frames[next(&seed) % (sizeof frames / sizeof *frames)], *gap = strstr(frame, "%s"),
                   *last = strstr(gap + 1, "%s");
        snprintf(text, sizeof text, "%.*s%s%.*s%s%s", (int)(gap - frame), frame, one, (int)(last - gap - 2), gap + 2,
                 other, last + 2);
        if (*found(text, "en")) fail_msg("'%s' is '%s'", text, found(text, "en"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tags_are_read_as_sites_write_them),
        cmocka_unit_test(words_are_sorted),
        cmocka_unit_test(plain_texts_are_told),
        cmocka_unit_test(doubtful_texts_keep_the_documents),
        cmocka_unit_test(english_with_foreign_names_is_english),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
