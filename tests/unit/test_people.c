/* Names of people, organisations and degrees in text. */
#include "cv_fixture.h"

static void finds_names(void **state)
{
    (void)state;
    int bad = 0;
    static const struct {
        const char *in, *out;
    } cases[] = {{"Ada Moss, who", "Ada Moss"},
                 {"Prof. Ada Moss and", "Ada Moss"},
                 {"Prof. Dr. Ada B. Moss (Lund)", "Ada B. Moss"},
                 {"J. Q. Berg", "J. Q. Berg"},
                 {"Jean-Luc de la Tour in", "Jean-Luc de la Tour"},
                 {"Björk Ñandú", "Björk Ñandú"},
                 {"Prof. Xia.", "Xia"},
                 {"Min (Mina) Park at", "Min (Mina) Park"},
                 {"李明教授", "李明"},
                 {"the Northern Institute", NULL},
                 {"Uppsala University", NULL},
                 {"the group", NULL},
                 {"State Key Laboratory of", NULL},
                 {"and", NULL},
                 {"Moss", NULL},
                 {"", NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct mkcv_range r;
        bool found = mkcv_name_find(&arena, cases[i].in, 0, strlen(cases[i].in), &r);
        const char *got = found ? mkcv_arena_strndup(&arena, cases[i].in + r.from, r.to - r.from) : "-",
                   *want = cases[i].out ? cases[i].out : "-";
        if (strcmp(got, want) != 0)
            bad++, print_error("\n"
                               "'%s': %s, not %s",
                               cases[i].in, got, want);
    }
    assert_int_equal(bad, 0);
}

static void matches_names(void **state)
{
    (void)state;
    int bad = 0;
    static const struct {
        const char *one, *other;
        bool same;
    } cases[] = {{"Ada Moss", "A. Moss", true},
                 {"Ada Moss", "Moss, Ada", true},
                 {"Ada Moss", "Moss Ada", true},
                 {"Ada B. Moss", "Ada Moss", true},
                 {"Shu-Fen Lin", "Shufen Lin", true},
                 {"Élise Müller", "Elise Muller", true},
                 {"Ada Moss", "Bo Moss", false},
                 {"Ada Moss", "Anna Moss", false},
                 {"Ada Moss", "Ada Berg", false},
                 {"Ada Moss", "B. Moss", false},
                 {"李明", "李明", true},
                 {"李明", "李华", false},
                 {"", "Ada", false}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (mkcv_name_matches(&arena, cases[i].one, cases[i].other) != cases[i].same)
            bad++, print_error("\n"
                               "'%s' and '%s'",
                               cases[i].one, cases[i].other);
    assert_int_equal(bad, 0);
}

static void cleans_names(void **state)
{
    (void)state;
    static const struct {
        const char *in, *out;
    } cases[] = {{"Prof. Ada  Moss*", "Ada Moss"},
                 {"Dr. Bo Berg†‡", "Bo Berg"},
                 {"Ada Moss¹,²", "Ada Moss"},
                 {"A. Moss", "A. Moss"},
                 {"(Ada Moss)", "Ada Moss"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(mkcv_name_clean(&arena, cases[i].in), cases[i].out);
}

static void finds_degrees(void **state)
{
    (void)state;
    int bad = 0;
    static const struct {
        const char *in, *out;
    } cases[] = {{"my Ph.D. degree in", "Ph.D."},
                 {"a Master of Science from", "Master of Science"},
                 {"B.Eng. (Hons) in", "B.Eng. (Hons)"},
                 {"MSc in Physics", "MSc"},
                 {"he is bs and ma", NULL},
                 {"M.S., Physics", "M.S."},
                 {"Bachelor of Arts and Sciences in", "Bachelor of Arts and Sciences"},
                 {"Bachelor of Science and Ph.D.", "Bachelor of Science"},
                 {"Master's degree", "Master's"},
                 {"DPhil", "DPhil"},
                 {"物理学博士", "博士"},
                 {"a walk in the park", NULL},
                 {"MS-DOS", NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct mkcv_range r;
        bool found = mkcv_degree_find(&arena, cases[i].in, 0, strlen(cases[i].in), &r);
        const char *got = found ? mkcv_arena_strndup(&arena, cases[i].in + r.from, r.to - r.from) : "-",
                   *want = cases[i].out ? cases[i].out : "-";
        if (strcmp(got, want) != 0)
            bad++, print_error("\n"
                               "'%s': %s, not %s",
                               cases[i].in, got, want);
    }
    assert_int_equal(bad, 0);
}

static void splits_lists(void **state)
{
    (void)state;
    static const struct {
        const char *in, *out;
    } cases[] = {{"a, b (c, d), and e", "a|b (c, d)|e"},
                 {"Alpha and Beta", "Alpha|Beta"},
                 {"one, two, etc.", "one|two"},
                 {"甲、乙和丙，以及丁", "甲|乙和丙|丁"},
                 {"x & y", "x|y"},
                 {"1,200 pages, sand", "1,200 pages|sand"},
                 {"", ""}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct mkcv_ranges r = mkcv_list_split(&arena, cases[i].in, 0, strlen(cases[i].in), ",;", true);
        struct mkcv_buf b;
        mkcv_buf_init(&b, &arena);
        for (size_t k = 0; k < r.list.count; k++)
            mkcv_buf_printf(&b, "%s%.*s", k ? "|" : "", (int)(r.list.at[k].to - r.list.at[k].from),
                            cases[i].in + r.list.at[k].from);
        assert_string_equal(b.s, cases[i].out);
    }
}

static void splits_sentences(void **state)
{
    (void)state;
    int bad = 0;
    static const struct {
        const char *in;
        int count;
    } cases[] = {{"I work with Prof. Ada Moss. She is kind.", 2},
                 {"I hold a Ph.D. from Lund. Before that, I slept.", 2},
                 {"I hold a Ph.D. I am glad.", 2},
                 {"See J. Q. Berg et al. for it.", 1},
                 {"In the U.S. we met (e.g. at X. Or Y.). Then we left.", 2},
                 {"It was 2014. I left.", 2},
                 {"A is < 3.5 and B. Then we left", 2},
                 {"Really?! Yes.", 2},
                 {"我是学生。我喜欢物理。", 2},
                 {"We test A, B, etc. The rest fails.", 2},
                 {"no stop", 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int n = 0;
        for (size_t from = 0, to = strlen(cases[i].in); from < to; n++) {
            from = mkcv_sentence_end(cases[i].in, from, to);
            while (cases[i].in[from] == ' ') from++;
        }
        if (n != cases[i].count)
            bad++, print_error("\n"
                               "'%s': %d sentences",
                               cases[i].in, n);
    }
    assert_int_equal(bad, 0);
}

static void trims(void **state)
{
    (void)state;
    int bad = 0;
    static const struct {
        const char *in, *out;
    } cases[] = {{" , Lund. ", "Lund"},      {"(2019)", "2019"},     {"Ph.D.", "Ph.D."},
                 {"MIT (USA)", "MIT (USA)"}, {"a) Lund", "a) Lund"}, {"Lund (", "Lund"},
                 {"“A title.”", "A title"},  {"🏆 Prize –", "Prize"}, {"...", ""}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct mkcv_range r = mkcv_trim(cases[i].in, (struct mkcv_range){0, strlen(cases[i].in)});
        const char *got = mkcv_arena_strndup(&arena, cases[i].in + r.from, r.to - r.from);
        if (strcmp(got, cases[i].out) != 0)
            bad++, print_error("\n"
                               "'%s': '%s'",
                               cases[i].in, got);
    }
    assert_int_equal(bad, 0);
}

#define T(f) cmocka_unit_test_setup_teardown(f, start, stop)
int main(void)
{
    const struct CMUnitTest tests[] = {T(finds_names),  T(matches_names),    T(cleans_names), T(finds_degrees),
                                       T(splits_lists), T(splits_sentences), T(trims)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
