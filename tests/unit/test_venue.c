/* test_venue.c - short listings taken apart, types told by venues, works told by addresses. */
#include "mkcv/publication.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct mkcv_arena arena;

static const char *or_empty(const char *s) { return s ? s : ""; }

static void labels_are_taken_apart(void **state)
{
    static const struct {
        const char *label, *name;
        int year;
        const char *suffix, *honors;
    } rows[] = {
        {"ICLR'25(a)", "ICLR", 2025, "a", ""},
        {"TIFS'24", "TIFS", 2024, "", ""},
        {"IEEE S&P'26 (Oral)", "IEEE S&P", 2026, "", "Oral"},
        {"USENIX Security'25", "USENIX Security", 2025, "", ""},
        {"NeurIPS 2024", "NeurIPS", 2024, "", ""},
        {"AAAI2026", "AAAI", 2026, "", ""},
        {"ICML\u201919", "ICML", 2019, "", ""},
        {"[CODES+ISSS '13]", "CODES+ISSS", 2013, "", ""},
        {"SIGIR'98", "SIGIR", 1998, "", ""},
        {"ICLR'25b", "ICLR", 2025, "b", ""},
        {"CVPR 2024 Spotlight", "CVPR", 2024, "", "Spotlight"},
        {"ICML'24 Oral (Top 3%)", "ICML", 2024, "", "Oral (Top 3%)"},
        {"Pattern Recognition, 2023", "Pattern Recognition", 2023, "", ""},
        {"ACL-2026", "ACL", 2026, "", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct mkcv_venue v;
        assert_true(mkcv_venue_from_label(&arena, rows[i].label, &v));
        assert_string_equal(v.name, rows[i].name);
        assert_int_equal(v.year, rows[i].year);
        assert_string_equal(or_empty(v.suffix), rows[i].suffix);
        assert_string_equal(or_empty(v.honors), rows[i].honors);
    }
    (void)state;
}

static void listings_may_be_odd(void **state)
{
    static const struct {
        const char *label, *name;
        int year;
        const char *honors, *marks;
        bool sure;
    } rows[] = {
        {"ICLR'25*", "ICLR", 2025, "", "*", true},
        {"ICLR'25 (Oral)\u2020", "ICLR", 2025, "Oral", "\u2020", true},
        {"NeurIPS'24 Workshop", "NeurIPS Workshop", 2024, "", "", true},
        {"NeurIPS'24, Workshop on Kites", "NeurIPS Workshop on Kites", 2024, "", "", true},
        {"ICML'24(a), Oral", "ICML", 2024, "Oral", "", true},
        {"ACL'24 Findings", "ACL Findings", 2024, "", "", true},
        {"NeurIPS 2023 Datasets", "NeurIPS Datasets", 2023, "", "", true},
        {"NDSS'25, Distinguished Paper", "NDSS", 2025, "Distinguished Paper", "", true},
        {"CHI'24 Best Paper Award", "CHI", 2024, "Best Paper Award", "", true},
        {"ICML (2022)", "ICML", 2022, "", "", true},
        {"2024 ICML", "ICML", 2024, "", "", true},
        {"ICLR25", "ICLR", 2025, "", "", false},
        {"arXiv:2410.00001", "arXiv", 2024, "", "", false},
        {"TIFS'24", "TIFS", 2024, "", "", true},
        {"Preprint", "Preprint", 0, "", "", false},
        {"Nature*", "Nature", 0, "", "*", false},
        {"Under Review", "Under Review", 0, "", "", false},
        {"", "", 0, "", "", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct mkcv_venue v;
        assert_int_equal(mkcv_venue_from_listing(&arena, rows[i].label, &v), rows[i].year != 0);
        assert_string_equal(v.name, rows[i].name);
        assert_int_equal(v.year, rows[i].year);
        assert_string_equal(or_empty(v.honors), rows[i].honors);
        assert_string_equal(or_empty(v.marks), rows[i].marks);
        assert_int_equal(v.sure, rows[i].sure);
    }
    (void)state;
}

static void other_words_are_no_labels(void **state)
{
    static const char *const labels[] = {"Paper", "Code",  "",         "2024", "May 2024", "Since 2021",
                                         "'24",   "arXiv", "Figure 3", "(a)",  "Top 1000"};
    struct mkcv_venue v;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        assert_false(mkcv_venue_from_label(&arena, labels[i], &v));
    (void)state;
}

static void venues_tell_types(void **state)
{
    static const char *const rows[][2] = {
        {"Proceedings of the 3rd Conference on Kites", "inproceedings"},
        {"Journal of Kite Science", "article"},
        {"IEEE Transactions on Kites", "article"},
        {"Proc. VLDB Endow.", "article"},
        {"Proceedings of the IEEE", "article"},
        {"Proceedings of the IEEE Conference on Kites", "inproceedings"},
        {"arXiv preprint", "preprint"},
        {"PhD thesis, University of Kites", "thesis"},
        {"US patent", "patent"},
        {"Technical report", "report"},
        {"ICLR", "inproceedings"},
        {"TPAMI", "article"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(or_empty(mkcv_venue_type(&arena, rows[i][0])), rows[i][1]);
    assert_null(mkcv_venue_type(&arena, "Kites"));
    assert_null(mkcv_venue_type(&arena, NULL));
    (void)state;
}

static void short_names_are_known(void **state)
{
    assert_true(mkcv_venue_is_short("ICLR"));
    assert_true(mkcv_venue_is_short("IEEE S&P"));
    assert_true(mkcv_venue_is_short("USENIX Security"));
    assert_false(mkcv_venue_is_short("Pattern Recognition"));
    assert_false(mkcv_venue_is_short("Comput. Oper. Res."));
    assert_false(mkcv_venue_is_short("IEEE Transactions on Kites and Strings"));
    assert_false(mkcv_venue_is_short(""));
    (void)state;
}

static void addresses_tell_works(void **state)
{
    static const struct {
        const char *url, *doi, *arxiv, *openreview, *title;
    } rows[] = {
        {"https://arxiv.org/abs/2405.00001", "", "2405.00001", "", ""},
        {"http://www.arxiv.org/pdf/2405.00001v2.pdf", "", "2405.00001", "", ""},
        {"https://arxiv.org/abs/hep-th/9901001", "", "hep-th/9901001", "", ""},
        {"https://arxiv.org/abs/cs.CV/0101001", "", "cs/0101001", "", ""},
        {"https://arxiv.org/pdf/cs/0101001v1", "", "cs/0101001", "", ""},
        {"https://doi.org/10.1000/ABC.1", "10.1000/abc.1", "", "", ""},
        {"https://doi.org/10.48550/arXiv.2405.00001", "", "2405.00001", "", ""},
        {"https://dl.acm.org/doi/pdf/10.1145/1234567.1234568", "10.1145/1234567.1234568", "", "", ""},
        {"https://link.springer.com/article/10.1007/s00000-024-00001-w", "10.1007/s00000-024-00001-w", "", "", ""},
        {"https://www.biorxiv.org/content/10.1101/2020.01.02.123456v2.full", "10.1101/2020.01.02.123456", "", "", ""},
        {"https://www.nature.com/articles/s41586-020-0001-1", "10.1038/s41586-020-0001-1", "", "", ""},
        {"https://openreview.net/pdf?id=aB3-_x", "", "", "aB3-_x", ""},
        {"https://openreview.net/forum?noteId=1&id=aB3", "", "", "aB3", ""},
        {"https://www.researchgate.net/publication/370000000_One-bit_Kites_are_All_You_Need", "", "", "",
         "One-bit Kites are All You Need"},
        {"https://open.example.org/papers/Li_Kites_in_the_Wind_CVPR_2024_paper.pdf", "", "", "", "Kites in the Wind"},
        {"https://en.example.org/wiki/The_History_of_Kites", "", "", "", ""},
        {"https://example.org/a_b.pdf", "", "", "", ""},
        {"mailto:a@example.org", "", "", "", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct mkcv_identity id = mkcv_identity_from_url(&arena, rows[i].url);
        assert_string_equal(or_empty(id.doi), rows[i].doi);
        assert_string_equal(or_empty(id.arxiv), rows[i].arxiv);
        assert_string_equal(or_empty(id.openreview), rows[i].openreview);
        assert_string_equal(or_empty(id.title), rows[i].title);
    }
    assert_null(mkcv_identity_from_url(&arena, NULL).url);
    (void)state;
}

static void like_addresses_are_one(void **state)
{
    static const char *const rows[][2] = {
        {"http://www.example.org/a/b.pdf", "https://example.org/a/b"},
        {"https://EXAMPLE.org/a/", "https://example.org/a"},
        {"https://example.org/a?x=1&y=2", "https://example.org/a?y=2&x=1"},
        {"https://example.org/a?utm_source=z", "https://example.org/a"},
        {"https://example.org/a#top", "https://example.org/a"},
        {"https://www.sciencedirect.com/science/article/abs/pii/S1",
         "https://sciencedirect.com/science/article/pii/S1"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(mkcv_identity_from_url(&arena, rows[i][0]).url,
                            mkcv_identity_from_url(&arena, rows[i][1]).url);
    assert_string_not_equal(mkcv_identity_from_url(&arena, "https://example.org/A").url,
                            mkcv_identity_from_url(&arena, "https://example.org/a").url);
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
        cmocka_unit_test(labels_are_taken_apart),    cmocka_unit_test(listings_may_be_odd),
        cmocka_unit_test(other_words_are_no_labels), cmocka_unit_test(venues_tell_types),
        cmocka_unit_test(short_names_are_known),     cmocka_unit_test(addresses_tell_works),
        cmocka_unit_test(like_addresses_are_one),
    };
    return cmocka_run_group_tests(tests, NULL, clear);
}
