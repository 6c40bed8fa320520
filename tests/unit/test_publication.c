/* test_publication.c - references in the forms that homepages write them, lists of names, records. */
#include "mkcv/publication.h"
#include "mkcv/read.h"
#include "mkcv/source.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* A reader with all that it points to; the owner is one Ada Quill. */
struct desk {
    struct mkcv_arena arena;
    struct mkcv_diags diags;
    struct mkcv_cv cv;
    struct mkcv_site site;
    struct mkcv_settings settings;
    struct mkcv_reader reader;
};

static void open_desk(struct desk *d)
{
    memset(d, 0, sizeof *d);
    mkcv_diags_init(&d->diags, &d->arena);
    d->cv.lang = "en";
    d->cv.basics.name = "Ada Quill";
    d->site.root = ".";
    d->reader = (struct mkcv_reader){.arena = &d->arena,
                                     .diags = &d->diags,
                                     .cv = &d->cv,
                                     .site = &d->site,
                                     .settings = &d->settings,
                                     .lang = "en",
                                     .kind = MKCV_KIND_PUBLICATIONS};
}

static const struct mkcv_block *first_block(struct desk *d, const char *markdown)
{
    const struct mkcv_node *meta;
    const struct mkcv_block *body = NULL;
    mkcv_page_read(&d->arena, markdown, "page.md", &meta, &body, &d->diags);
    assert_non_null(body);
    return body->kind == MKCV_BLOCK_DOCUMENT ? body->first : body;
}

/* Reads every item of every list, heads as groups. */
static void read_page(struct desk *d, const char *markdown)
{
    struct mkcv_reader *r = &d->reader;
    for (const struct mkcv_block *b = first_block(d, markdown); b; b = b->next) {
        if (b->kind == MKCV_BLOCK_HEADING) {
            r->groups.count = 0;
            *MKCV_PUSH(&d->arena, &r->groups) = b->text;
        } else if (b->kind == MKCV_BLOCK_PARAGRAPH) {
            mkcv_publications_read_item(r, b);
        } else {
            for (const struct mkcv_block *i = b->first; i; i = i->next) mkcv_publications_read_item(r, i);
        }
    }
    mkcv_publications_merge(r);
}

static const struct mkcv_section *works(struct desk *d)
{
    static const struct mkcv_section none;
    const struct mkcv_section *s = mkcv_cv_lookup(&d->cv, MKCV_KIND_PUBLICATIONS);
    return s ? s : &none;
}

static const char *field(const struct mkcv_entry *e, enum mkcv_field f) { return e->fields[f].s ? e->fields[f].s : ""; }

/* "*" before the owner, marks behind. */
static const char *people(struct mkcv_arena *a, const struct mkcv_entry *e)
{
    const char *all = "";
    for (size_t i = 0; i < e->people.count; i++) {
        const struct mkcv_person *p = &e->people.at[i];
        all = mkcv_arena_printf(a, "%s%s%s%s%s", all, i ? "; " : "", p->self ? "=" : "", p->name,
                                p->marks ? p->marks : "");
    }
    return e->et_al ? mkcv_arena_printf(a, "%s; et al.", all) : all;
}

static void forms_of_references_are_read(void **state)
{
    static const struct {
        const char *line, *title, *authors, *venue, *abbr;
        int year;
    } rows[] = {
        {"- **[DAC '26]** *A. Quill and B. Wu*. \u201cKites for Chips,\u201d *in Proceedings of the Kite Conference*, "
         "to appear, 2026.",
         "Kites for Chips", "=A. Quill; B. Wu", "Proceedings of the Kite Conference", "DAC", 2026},
        {"1. **Ada Quill**, Bo Wu, Cy Ma\\*. On Strings and Knots. IEEE Transactions on Kites, 48(6): 61-73, 2026.",
         "On Strings and Knots", "=Ada Quill; Bo Wu; Cy Ma*", "IEEE Transactions on Kites", "", 2026},
        {"1. **A. Quill**, B. Wu (2025) The weight of string in the wind. **Plant Wave Biology**, 18: 271.",
         "The weight of string in the wind", "=A. Quill; B. Wu", "Plant Wave Biology", "", 2025},
        {"1. A. Quill, B. Wu, and C. Ma (2025). The price of string. Kite Letters 35(3):371-387 "
         "([preprint](https://arxiv.org/abs/2501.00001), [published](https://doi.org/10.1000/k2))",
         "The price of string", "=A. Quill; B. Wu; C. Ma", "Kite Letters", "", 2025},
        {"* [Wind, and How to Find It](https://example.org/w)<br>\n  B. Wu, **Ada Quill**^, C. Ma.<br>\n  Annual "
         "Symposium on Wind (**ASW**), 2026. (**Oral**) <br>\n  [[Code]](https://example.org/c) "
         "[[Slides]](https://example.org/s)",
         "Wind, and How to Find It", "B. Wu; =Ada Quill^; C. Ma", "Annual Symposium on Wind", "ASW", 2026},
        {"1. B. Wu, **Ada Quill**. \"Knots Considered Harmful.\" In Proceedings of the 64th Meeting on Knots (**KNOT "
         "2026**) [[paper](https://example.org/p), [code](https://example.org/q)]",
         "Knots Considered Harmful", "B. Wu; =Ada Quill", "Proceedings of the 64th Meeting on Knots", "KNOT", 2026},
        {"1. Ada Quill\\*, Bo Wu\\*. _Tails of Uneven Length._ **In: Proceedings of the Tail Conference (TAIL)**, "
         "2025. (* equal contribution)",
         "Tails of Uneven Length", "=Ada Quill*; Bo Wu*", "Proceedings of the Tail Conference", "TAIL", 2025},
        {"- **Gusts and Lulls in Practice** <br>\n  Bo Wu, Ada Quill <br>\n  Kite Review, 2024. <br>\n  "
         "[Pre-print](https://example.org/x)",
         "Gusts and Lulls in Practice", "Bo Wu; =Ada Quill", "Kite Review", "", 2024},
        {"- `ICLR 2021` [Learning to Let Go of Strings](https://example.org/l), **Ada Quill**, B. Wu, et al.",
         "Learning to Let Go of Strings", "=Ada Quill; B. Wu; et al.", "ICLR", "", 2021},
        {"- [A Map of Winds over Water](https://example.org/m) \\\n  `TKDE 2026` \\| [**Repo**](https://example.org/r) "
         "\\\n  Bo Wu, Ada Quill.",
         "A Map of Winds over Water", "Bo Wu; =Ada Quill", "TKDE", "", 2026},
        {"- **A. Quill**, B. Wu<sup>*</sup>, \"Kites that carry\n  other kites,\" in **_IEEE Trans. Kites_**, vol. 54, "
         "no. 3, pp. 1547\u20131559, 2024.",
         "Kites that carry other kites", "=A. Quill; B. Wu*", "IEEE Trans. Kites", "", 2024},
        {"- B. Wu, **A. Quill**. \"Loose Ends.\" In Findings of the Meeting on Knots (**KNOT-2026 Short**)",
         "Loose Ends", "B. Wu; =A. Quill", "Findings of the Meeting on Knots", "", 2026},
        {"- QUILL, A.; MOSS, B. Redes no mar. Revista de Pipas, v. 3, n. 2, p. 10-20, 2016.", "Redes no mar",
         "=A. QUILL; B. MOSS", "Revista de Pipas", "", 2016},
        {"- **52. Bending and Mending Kites over Water and Sand**<br>Bo Wu, **Ada Quill**, Cy Ma, Di Reed<br>**KNOT "
         "2026** "
         "(Industry)",
         "Bending and Mending Kites over Water and Sand", "Bo Wu; =Ada Quill; Cy Ma; Di Reed", "KNOT", "", 2026},
        {"- **Counting gusts over the bay** <br>\n  Bo Wu, Ada Quill. <br>\n  Kite Review, 2022. <br>\n  "
         "[Pre-print](https://a.example/p) [Replication Package](https://a.example/r)",
         "Counting gusts over the bay", "Bo Wu; =Ada Quill", "Kite Review", "", 2022},
        {"- Quill, A., Wu, B. and Ma, C. (2019). \"Paper and bamboo.\" *Kite Annals*, 2019.", "Paper and bamboo",
         "=A. Quill; B. Wu; C. Ma", "Kite Annals", "", 2019},
        {"- A. Quill, B. Wu, Where do kites go?, Proceedings of the Kite Workshop, 2018.", "Where do kites go?",
         "=A. Quill; B. Wu", "Proceedings of the Kite Workshop", "", 2018},
        {"- A. Quill,\u00a0B. Wu and\u00a0C. Ma\u00a0(2017).\u00a0Spaces that do not break.\u00a0Kite Letters.",
         "Spaces that do not break", "=A. Quill; B. Wu; C. Ma", "Kite Letters", "", 2017},
        {"- **Ada Quill**, Bo Wu, KiteNet: Strings for Everybody, in *International Conference on Kites (ICK) 2021 "
         "(CORE "
         "A\\*, **Oral**)*",
         "KiteNet: Strings for Everybody", "=Ada Quill; Bo Wu", "International Conference on Kites", "ICK", 2021},
        {"- Bo Wu, **Ada Quill**: What the Wind Does. Kite Letters, 2014.", "What the Wind Does", "Bo Wu; =Ada Quill",
         "Kite Letters", "", 2014},
        {"- `ICML 2024` `Kites` `Slow Flight` [Strings of Thought](https://example.org/s), **Ada Quill**, Bo Wu.",
         "Strings of Thought", "=Ada Quill; Bo Wu", "ICML", "", 2024},
        {"- **[KITE'21]** Mapping gusts with small sails. Ada Quill, Bo Wu. **(Oral)** [[Code](https://example.org/c)]",
         "Mapping gusts with small sails", "=Ada Quill; Bo Wu", "KITE", "", 2021},
        {"- `[KITE '26]` Sails on chips. Ada Quill, Bo Wu.", "Sails on chips", "=Ada Quill; Bo Wu", "KITE", "", 2026},
        {"- Ada Quill, Bo Wu, and Cy Ma. 2020. Small sails and large maps. In Proceedings of the 12th ACM Workshop on "
         "Maps (MAPS '20). ACM, New York, NY, USA, 1\u201310.",
         "Small sails and large maps", "=Ada Quill; Bo Wu; Cy Ma", "Proceedings of the 12th ACM Workshop on Maps",
         "MAPS", 2020},
        {"- Quill, A., & Wu, B. (in press). Quiet winds. *Kite Annals*.", "Quiet winds", "=A. Quill; B. Wu",
         "Kite Annals", "", 0},
        {"- Quill A, Wu B, Ma C. Salt on the line: a ten-year record. Kite Lett. 2021;45(2):123-134.",
         "Salt on the line: a ten-year record", "=Quill A; Wu B; Ma C", "Kite Lett.", "", 2021},
        {"- B. Wu, Ada Quill, Strings in rain: a survey, in *Proceedings of the Rain Workshop*, 2023.",
         "Strings in rain: a survey", "B. Wu; =Ada Quill", "Proceedings of the Rain Workshop", "", 2023},
        {"- `KITE 2025` `Weather` [Learning when not to fly](https://example.org/n), Bo Wu, **Ada Quill**.",
         "Learning when not to fly", "Bo Wu; =Ada Quill", "KITE", "", 2025},
        {"- \u738b\u6ce2, \u674e\u8fb0. \u98ce\u7b5d\u7684\u667a\u80fd\u63a7\u5236\u65b9\u6cd5[J]. "
         "\u98ce\u7b5d\u5b66\u62a5, 2023, 54(3): 301-312.",
         "\u98ce\u7b5d\u7684\u667a\u80fd\u63a7\u5236\u65b9\u6cd5", "\u738b\u6ce2; \u674e\u8fb0",
         "\u98ce\u7b5d\u5b66\u62a5", "", 2023},
        {"- \u5c71\u7530\u592a\u90ce\uff0c\u9234\u6728\u82b1\u5b50\uff0c\u300c\u51e7\u306e\u8a2d\u8a08\u624b"
         "\u6cd5\u300d\uff0c\u51e7\u5b66\u4f1a\u8ad6\u6587\u96c6\uff0cVol. 12, No. 3, pp. 1-10, 2020.",
         "\u51e7\u306e\u8a2d\u8a08\u624b\u6cd5", "\u5c71\u7530\u592a\u90ce; \u9234\u6728\u82b1\u5b50",
         "\u51e7\u5b66\u4f1a\u8ad6\u6587\u96c6", "", 2020},
        {"- Quill A, Wu B (2019) Strings in cold air, *Kite Letters*, **14**, 233-240.", "Strings in cold air",
         "=Quill A; Wu B", "Kite Letters", "", 2019},
        {"- A. Quill, B. Wu. Flying by touch. In *Proceedings of the 2022 Conference on Kites*.", "Flying by touch",
         "=A. Quill; B. Wu", "Proceedings of the 2022 Conference on Kites", "", 2022},
        {"- A. Quill, B. W u-u, C. Ma (2019). Kites that turn. Kite Letters, 3(1).", "Kites that turn",
         "=A. Quill; C. Ma", "Kite Letters", "", 2019},
        {"- A. Quill, B. Wu, S.Pine (2019). Kites that stop. Kite Letters, 3(2).", "Kites that stop",
         "=A. Quill; B. Wu; S.Pine", "Kite Letters", "", 2019},
        {"- Ada Quill. Where to Fly Now? Finding fields for large kites. Journal of Fields, 2016.",
         "Where to Fly Now? Finding fields for large kites", "=Ada Quill", "Journal of Fields", "", 2016},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct desk d;
        open_desk(&d);
        read_page(&d, rows[i].line);
        if (works(&d)->entries.count != 1) print_message("row %zu: %s\n", i, rows[i].line);
        assert_int_equal(works(&d)->entries.count, 1);
        const struct mkcv_entry *e = &works(&d)->entries.at[0];
        assert_string_equal(field(e, MKCV_FIELD_TITLE), rows[i].title);
        assert_string_equal(people(&d.arena, e), rows[i].authors);
        assert_string_equal(field(e, MKCV_FIELD_ORG), rows[i].venue);
        assert_string_equal(field(e, MKCV_FIELD_ABBR), rows[i].abbr);
        assert_int_equal(e->end.year, rows[i].year);
        mkcv_arena_clear(&d.arena);
    }
    (void)state;
}

static void the_owner_may_go_without_saying(void **state)
{
    static const struct {
        const char *line, *title, *authors, *venue;
        int year;
    } rows[] = {
        {"- **[Tables of small rings](https://example.org/t)**<br>WAFI 2020<br>*avec [Bo Wu](https://example.org/w).*",
         "Tables of small rings", "=Ada Quill; Bo Wu", "WAFI", 2020},
        {"- **[Rings that grow](https://example.org/t)**<br>WAFI 2021<br>*avec Bo Wu, Cy Ma et Di Ott.*",
         "Rings that grow", "=Ada Quill; Bo Wu; Cy Ma; Di Ott", "WAFI", 2021},
        {"- Ada Quill, Bo Wu. *On walls*. Journal of Walls, 2020.\n  - first of a series\n    - of four", "On walls",
         "=Ada Quill; Bo Wu", "Journal of Walls", 2020},
        {"- Ada Quill, Nguyễn Văn Ất, Αθηνά Παπά, שרה כהן, 李一鸣. *Kites of five scripts*. Kite Letters, 2019.",
         "Kites of five scripts", "=Ada Quill; Nguyễn Văn Ất; Αθηνά Παπά; שרה כהן; 李一鸣", "Kite Letters", 2019},
        {"- محمد الأحمد، Ada Quill. *מבוא לעפיפונים*. Kite Letters, 2018.", "מבוא לעפיפונים", "محمد الأحمد; =Ada Quill",
         "Kite Letters", 2018},
        {"- [Strings in the rain](https://example.org/s) (with Bo Wu). *Kite Letters*, 2019.", "Strings in the rain",
         "=Ada Quill; Bo Wu", "Kite Letters", 2019},
        {"- *How far a line can go*, joint work with B. Wu and C. Ma, Kite Letters, 2018.", "How far a line can go",
         "=Ada Quill; B. Wu; C. Ma", "Kite Letters", 2018},
        {"- \u201cSails for rooms,\u201d with Bo Wu and Cy Ma, *Kite Annals*, 2017.", "Sails for rooms",
         "=Ada Quill; Bo Wu; Cy Ma", "Kite Annals", 2017},
        {"- A theory of loose knots (with Bo Wu and Cy Ma), Kite Letters, 2016.", "A theory of loose knots",
         "=Ada Quill; Bo Wu; Cy Ma", "Kite Letters", 2016},
        {"- **Nudos y velas pequeñas**<br>junto con Bo Wu y Cy Ma<br>*Kite Letters*, 2015", "Nudos y velas pequeñas",
         "=Ada Quill; Bo Wu; Cy Ma", "Kite Letters", 2015},
        {"- **Knoten und kleine Segel** (gemeinsam mit Bo Wu und Cy Ma), *Kite Letters*, 2014",
         "Knoten und kleine Segel", "=Ada Quill; Bo Wu; Cy Ma", "Kite Letters", 2014},
        {"- **Knots for all** (with Supplementary Material). Bo Wu, Ada Quill. *Kite Letters*, 2013", "Knots for all",
         "Bo Wu; =Ada Quill", "Kite Letters", 2013},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct desk d;
        open_desk(&d);
        read_page(&d, rows[i].line);
        if (works(&d)->entries.count != 1) fail_msg("%s: %zu works", rows[i].line, works(&d)->entries.count);
        const struct mkcv_entry *e = &works(&d)->entries.at[0];
        assert_string_equal(field(e, MKCV_FIELD_TITLE), rows[i].title);
        assert_string_equal(people(&d.arena, e), rows[i].authors);
        assert_string_equal(field(e, MKCV_FIELD_ORG), rows[i].venue);
        assert_int_equal(e->end.year, rows[i].year);
        mkcv_arena_clear(&d.arena);
    }
    (void)state;
}

static void figures_status_and_links_are_read(void **state)
{
    struct desk d;
    open_desk(&d);
    read_page(&d, "1. A. Quill, B. Wu. On Strings. Kite Letters, 48(6): 61-73, May 2026, doi: 10.1000/k9. "
                  "[[PDF](https://example.org/p.pdf)] [[Code]]()\n"
                  "2. A. Quill, B. Wu. Of Knots and Bows. Kite Annals, vol. 7, no. 2, pp. 5--9, in press.\n"
                  "3. A. Quill, B. Wu. Late and Early Winds. Kite Conference, 2023. Best Paper Award.\n");
    assert_int_equal(works(&d)->entries.count, 3);
    const struct mkcv_entry *e = works(&d)->entries.at;
    assert_string_equal(field(&e[0], MKCV_FIELD_VOLUME), "48");
    assert_string_equal(field(&e[0], MKCV_FIELD_NUMBER), "6");
    assert_string_equal(field(&e[0], MKCV_FIELD_PAGES), "61\u201373");
    assert_string_equal(field(&e[0], MKCV_FIELD_DOI), "10.1000/k9");
    assert_int_equal(e[0].end.month, 5);
    assert_int_equal(e[0].links.count, 2);
    assert_string_equal(field(&e[1], MKCV_FIELD_VOLUME), "7");
    assert_string_equal(field(&e[1], MKCV_FIELD_PAGES), "5\u20139");
    assert_string_equal(field(&e[1], MKCV_FIELD_STATUS), "in-press");
    assert_string_equal(field(&e[2], MKCV_FIELD_HONORS), "Best Paper Award");
    assert_string_equal(field(&e[2], MKCV_FIELD_TYPE), "inproceedings");
    mkcv_arena_clear(&d.arena);
    (void)state;
}

struct reference {
    const char *line, *title, *venue, *volume, *number, *pages;
    int year;
};

static void check_references(const struct reference *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct desk d;
        open_desk(&d);
        read_page(&d, rows[i].line);
        if (works(&d)->entries.count != 1) fail_msg("%s: %zu works", rows[i].line, works(&d)->entries.count);
        const struct mkcv_entry *e = &works(&d)->entries.at[0];
        if (strcmp(field(e, MKCV_FIELD_TITLE), rows[i].title) || !e->people.count) print_message("%s\n", rows[i].line);
        assert_string_equal(field(e, MKCV_FIELD_TITLE), rows[i].title);
        assert_string_equal(field(e, MKCV_FIELD_ORG), rows[i].venue);
        assert_string_equal(field(e, MKCV_FIELD_VOLUME), rows[i].volume);
        assert_string_equal(field(e, MKCV_FIELD_NUMBER), rows[i].number);
        assert_string_equal(field(e, MKCV_FIELD_PAGES), rows[i].pages);
        assert_int_equal(e->end.year, rows[i].year);
        assert_true(e->people.count > 0);
        mkcv_arena_clear(&d.arena);
    }
}

static void names_may_be_turned_or_after_with(void **state)
{
    static const struct reference rows[] = {
        {"- Wu, Bo, Ada Quill and Cy Ma. 2020. \u201cKites in Latvia.\u201d *Kite Politics* 45 (3): 123\u201345.",
         "Kites in Latvia", "Kite Politics", "45", "3", "123\u201345", 2020},
        {"- Quill, A. 2018. *Kites in Sweden: a history*. Kite Press.", "Kites in Sweden: a history", "Kite Press", "",
         "", "", 2018},
        {"- Quill, Ada. \"Kites and Their Discontents.\" *Kite Quarterly* 12, no. 3 (2021): 45\u201367.",
         "Kites and Their Discontents", "Kite Quarterly", "12", "3", "45\u201367", 2021},
        {"- Quill, Ada (2017). \"Kites in Norway\". In: *Kite Studies*. Kite Press, pp. 3\u20139.", "Kites in Norway",
         "Kite Studies", "", "", "3\u20139", 2017},
        {"- B. Wu, A. Quill et al. (KITE Collaboration), Kites for few, Kite Letters 05 (2021) 123.", "Kites for few",
         "Kite Letters", "05", "", "123", 2021},
        {"- Ada Quill & Bo Wu, 'Kites in the Law', Kite Law Review 34 (2019) 101.", "Kites in the Law",
         "Kite Law Review", "34", "", "101", 2019},
        {"- Kites and Firms, with B. Wu, KERN Working Paper 30211, 2022", "Kites and Firms", "KERN Working Paper 30211",
         "", "", "", 2022},
        {"- Kites? Strings around 1400, in: Zeitschrift für Drachen 135 (2018), S. 45-78. Ada Quill, Bo Wu",
         "Kites? Strings around 1400", "Zeitschrift für Drachen", "135", "", "45–78", 2018},
        {"- Quill, Ada: Kites in Kiel. In: Drachenblätter 33 (2021), H. 2, S. 5-30.", "Kites in Kiel", "Drachenblätter",
         "33", "2", "5–30", 2021},
        {"- Quill, Ada: Rez. zu: Weiß, Drachen, Köln 2019, in: H-Kite, 12.03.2020.",
         "Rez. zu: Weiß, Drachen, Köln 2019", "H-Kite", "", "", "", 2020},
        {"- **Kites and Strings at Night** (with Bo Wu)\n  *Abstract:* We fly at night. Nothing is seen in 2011.",
         "Kites and Strings at Night", "", "", "", "", 0},
        {"- Wu, Bo, and A. Quill. In press. Boundary strings. *Journal of Kites*.", "Boundary strings",
         "Journal of Kites", "", "", "", 0},
        {"- Kites in Poland, with Bo Wu and Cy Ma, *Journal of Kite Economics*, 2016.", "Kites in Poland",
         "Journal of Kite Economics", "", "", "", 2016},
        {"- \"Kites in Bern\" (joint with Bo Wu). *Revise and resubmit*, Journal of Kites.", "Kites in Bern",
         "Journal of Kites", "", "", "", 0},
        {"- **Kites in Rome**, *Kite Conference (KC)*, 2022. <br> Bo Wu, **Ada Quill**", "Kites in Rome",
         "Kite Conference", "", "", "", 2022},
    };
    check_references(rows, sizeof rows / sizeof *rows);
    (void)state;
}

static void names_of_journals_are_not_cut(void **state)
{
    static const struct reference rows[] = {
        {"- A. Quill, B. Wu, and C. Ma, Lenses of wind, Phys. Rev. A 98, 012345 (2018).", "Lenses of wind",
         "Phys. Rev. A", "98", "", "012345", 2018},
        {"- Ada Quill and Bo Wu, \"Cold strings\", Phys. Rev. Lett. **120**, 045601 (2018).", "Cold strings",
         "Phys. Rev. Lett.", "120", "", "045601", 2018},
        {"- Ada Quill, Bo Wu. Warm strings. J. Opt. Soc. Am. B 12, 101-119 (2017).", "Warm strings",
         "J. Opt. Soc. Am. B", "12", "", "101\u2013119", 2017},
        {"- Ada Quill, Bo Wu. Strings at dawn. Nat. Commun. 9, 123 (2019).", "Strings at dawn", "Nat. Commun.", "9", "",
         "123", 2019},
        {"- Ada Quill, Bo Wu (2021). Strings for all. *PLOS ONE*, 16(4), e0249999.", "Strings for all", "PLOS ONE",
         "16", "4", "e0249999", 2021},
        {"- Ada Quill, Bo Wu (2021). Strings on loan. Kites & Strings, 134, https://doi.org/10.1000/k134.",
         "Strings on loan", "Kites & Strings", "134", "", "", 2021},
        {"- Ada Quill, Bo Wu. Strings and vitamin D. *Proc. Kite Endow.* 16(3): 412-425 (2023)",
         "Strings and vitamin D", "Proc. Kite Endow.", "16", "3", "412\u2013425", 2023},
        {"- Quill, A., et al. (2022), Strings for balloons, *Geophys. Res. Lett.*, 49, e2022GL098765.",
         "Strings for balloons", "Geophys. Res. Lett.", "49", "", "e2022GL098765", 2022},
        {"- Strings for galaxies, A. Quill and B. Wu, *Kite Journal*, 910, 45 (2021).", "Strings for galaxies",
         "Kite Journal", "910", "", "45", 2021},
        {"- B. Wu and A. Quill, *On the strings of Hilbert*, J. Math. Anal. Appl. **500** (2021), no. 2, 125123.",
         "On the strings of Hilbert", "J. Math. Anal. Appl.", "500", "2", "125123", 2021},
        {"- On the strings of Weyl, Math. Ann. 380 (2021), 1-30. (with B. Wu)", "On the strings of Weyl", "Math. Ann.",
         "380", "", "1\u201330", 2021},
        {"- Bo Wu, Ada Quill: \"Wind im Haus\", in: Zeitschrift f\u00fcr Wind, Jg. 12, H. 3, 2021, S. 45\u201367.",
         "Wind im Haus", "Zeitschrift f\u00fcr Wind", "12", "3", "45\u201367", 2021},
        {"- MAST B., QUILL A. (2021), \u00ab Vents au bureau \u00bb, Revue du vent, 12(3), 45-67.", "Vents au bureau",
         "Revue du vent", "12", "3", "45\u201367", 2021},
        {"- Quill, A., Wu, B., and Ma, C., 2022, Strings for planes: Journal of Kite Research, v. 127, no. 3, p. 1-20.",
         "Strings for planes", "Journal of Kite Research", "127", "3", "1\u201320", 2022},
        {"- Ada Quill, Bo Wu. Strings in Math. Kite Letters 3(4), 2016.", "Strings in Math", "Kite Letters", "3", "4",
         "", 2016},
    };
    check_references(rows, sizeof rows / sizeof *rows);
    (void)state;
}

static void styles_of_references_are_read(void **state)
{
    static const struct reference rows[] = {
        {"- Ada Quill, Bo Wu. \u00ab Vents et nuages anciens \u00bb, *Revue du vent*, vol. 12, n\u00b0 3, p. 45-67, "
         "2021.",
         "Vents et nuages anciens", "Revue du vent", "12", "3", "45\u201367", 2021},
        {"- A. Quill, B. Wu, \u00ab\u00a0Fils et voiles rares\u00a0\u00bb, in *Actes du colloque Vent*, Lyon, 2020, p. "
         "12-19.",
         "Fils et voiles rares", "Actes du colloque Vent", "", "", "12\u201319", 2020},
        {"- Quill, A. and Wu, B. (2021) 'Strings in cold rooms', *Journal of Kites*, 12(3), pp. 45\u201367.",
         "Strings in cold rooms", "Journal of Kites", "12", "3", "45\u201367", 2021},
        {"- Quill, A. and Wu, B. (2020) \u2018What the wind\u2019s voice says\u2019, *Journal of Kites*, 11(3), p. 4.",
         "What the wind\u2019s voice says", "Journal of Kites", "11", "3", "4", 2020},
        {"- **Ada Quill** & Bo Wu (2022) Strings in sleet, Journal of Kites, 12:3, 45-67, DOI: 10.1080/12345678.2022.1",
         "Strings in sleet", "Journal of Kites", "12", "3", "45\u201367", 2022},
        {"- \u5c71\u7530\u592a\u90ce, \u9234\u6728\u82b1\u5b50: \u51e7\u306e\u5fdc\u7528, "
         "\u51e7\u5b66\u4f1a\u8ad6\u6587\u8a8c, Vol.12, No.3, pp.45-67 (2021)",
         "\u51e7\u306e\u5fdc\u7528", "\u51e7\u5b66\u4f1a\u8ad6\u6587\u8a8c", "12", "3", "45\u201367", 2021},
        {"- "
         "\u5c71\u7530\u592a\u90ce\u30fb\u9234\u6728\u82b1\u5b50\uff1a\u300c\u51e7\u306e\u8a2d\u8a08\u624b\u6cd5\u300d"
         "\uff0c\u51e7\u96d1\u8a8c\uff0c\u7b2c12\u5dfb\u7b2c3\u53f7\uff0cpp. 45\u201367\uff0c2021\u5e74.",
         "\u51e7\u306e\u8a2d\u8a08\u624b\u6cd5", "\u51e7\u96d1\u8a8c", "12", "3", "45\u201367", 2021},
        {"- Quill, A., Wu, B.: Seeing around stones. In: Ma, C. (ed.) Kites and Vision, LNCS, vol. 123, pp. 1-9. "
         "Springer "
         "(2021)",
         "Seeing around stones", "Kites and Vision, LNCS", "123", "", "1\u20139", 2021},
        {"- **ICLR 2022** | Learning to bend strings | Ada Quill, Bo Wu", "Learning to bend strings", "ICLR", "", "",
         "", 2022},
        {"- **Strings in hail** - Ada Quill, Bo Wu - *Kite Letters*, 2015", "Strings in hail", "Kite Letters", "", "",
         "", 2015},
        {"- A. Quill, B. Wu: Wind im Unterricht. In: Zeitschrift f\u00fcr Drachen 3, S. 5-9, 2019.",
         "Wind im Unterricht", "Zeitschrift f\u00fcr Drachen", "3", "", "5\u20139", 2019},
        {"| 2021 | Strings on the table | Ada Quill, Bo Wu | Journal of Kites |\n|---|---|---|---|\n| 2021 | Strings "
         "on the "
         "table | Ada Quill, Bo Wu | Journal of Kites |",
         "Strings on the table", "Journal of Kites", "", "", "", 2021},
        {"- (2021) Ada Quill, Bo Wu: Strings at work. *Journal of Kites* 4(1), pp. 5-8.", "Strings at work",
         "Journal of Kites", "4", "1", "5\u20138", 2021},
        {"- Ada Quill, Bo Wu. Strings in sun (2018). Proceedings of Kite Research 80:123\u2013130.", "Strings in sun",
         "Proceedings of Kite Research", "80", "", "123\u2013130", 2018},
        {"- Ada Quill and Bo Wu. *Strings in Rain*. Kite Press, 2016. ISBN 978-3-16-148410-0.", "Strings in Rain",
         "Kite Press", "", "", "", 2016},
    };
    check_references(rows, sizeof rows / sizeof *rows);
    (void)state;
}

/* Physicists leave the title out, astronomers may have it last. */
static void references_may_lack_a_title(void **state)
{
    static const struct reference rows[] = {
        {"- A. Quill and B. Wu, Phys. Rev. D **97**, 043501 (2018).", "", "Phys. Rev. D", "97", "", "043501", 2018},
        {"- A. Quill, *Nature* **555**, 123--127 (2018), arXiv:1801.01234.", "", "Nature", "555", "", "123–127", 2018},
        {"- Wu B., **Quill A.**, Ma C., 2021, KJ, 912, 45", "", "KJ", "912", "", "45", 2021},
        {"- Quill, A.; Wu, B. 2019, K&A, 623, A12", "", "K&A", "623", "", "A12", 2019},
        {"- Quill A. et al. (2021), MNKS, 501, 12-20", "", "MNKS", "501", "", "12–20", 2021},
        {"- **A. Quill**, B. Wu et al., 2023, MNKS, 521, 1234, \"The gas of kites\"", "The gas of kites", "MNKS", "521",
         "", "1234", 2023},
        {"- B. Wu, A. Quill, Phys. Rev. Lett. 120(3), 031101 (2018)", "", "Phys. Rev. Lett.", "120", "3", "031101",
         2018},
    };
    check_references(rows, sizeof rows / sizeof *rows);
    struct desk d;
    open_desk(&d);
    read_page(&d, "- A. Quill and B. Wu, Phys. Rev. D 97, 1 (2018).\n- A. Quill and B. Wu, Phys. Rev. D 97, 2 (2018).\n"
                  "- A. Quill and B. Wu, Phys. Rev. D 97, 1 (2018).\n");
    assert_int_equal(works(&d)->entries.count, 2);
    mkcv_arena_clear(&d.arena);
    (void)state;
}

static void kinds_of_works_are_told(void **state)
{
    static const struct {
        const char *line, *title, *venue, *type;
    } rows[] = {
        {"- Quill, A., & Wu, B. (2022). Photographs of ten kites [Data set]. Zenodo.", "Photographs of ten kites",
         "Zenodo", "dataset"},
        {"- Quill, A. (2022). *Kitekit: Tools for kites* [Computer software]. Zenodo.", "Kitekit: Tools for kites",
         "Zenodo", "software"},
        {"- A. Quill, B. Wu, \"Kite cleaning apparatus,\" U.S. Patent 10,123,456, issued March 3, 2020.",
         "Kite cleaning apparatus", "U.S. Patent 10,123,456", "patent"},
        {"- A. Quill and B. Wu. Kite warming apparatus. US Patent App. 16/123,456, 2019.", "Kite warming apparatus",
         "US Patent App. 16/123,456", "patent"},
        {"- Quill, A., Wu, B.: Seeing around stones. In: Ma, C. (ed.) Kites and Vision, pp. 1-9. Springer (2021)",
         "Seeing around stones", "Kites and Vision", "chapter"},
        {"- Quill, A., Wu, B.: Seeing stones. In: Meeting on Kites, LNCS, vol. 124, pp. 1-9. Springer (2021)",
         "Seeing stones", "Meeting on Kites, LNCS", "inproceedings"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct desk d;
        open_desk(&d);
        read_page(&d, rows[i].line);
        assert_int_equal(works(&d)->entries.count, 1);
        const struct mkcv_entry *e = works(&d)->entries.at;
        assert_string_equal(field(e, MKCV_FIELD_TITLE), rows[i].title);
        assert_string_equal(field(e, MKCV_FIELD_ORG), rows[i].venue);
        assert_string_equal(field(e, MKCV_FIELD_TYPE), rows[i].type);
        mkcv_arena_clear(&d.arena);
    }
    (void)state;
}

static void icons_are_labels(void **state)
{
    static const char *const rows[] = {
        "- Ada Quill, Bo Wu. Salt and silver. Kite Letters, 2019. [<i class=\"fas "
        "fa-file-pdf\"></i>](https://example.org/x)",
        "- Ada Quill, Bo Wu. Salt and silver. Kite Letters, 2019. <a href=\"https://example.org/x\"><i class=\"fa "
        "fa-file-pdf-o\"></i></a>",
        "- Ada Quill, Bo Wu. Salt and silver. Kite Letters, 2019. [<i class=\"fas fa-file-pdf\"></i> "
        "PDF](https://example.org/x)",
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct desk d;
        open_desk(&d);
        read_page(&d, rows[i]);
        assert_int_equal(works(&d)->entries.count, 1);
        const struct mkcv_entry *e = works(&d)->entries.at;
        assert_int_equal(e->links.count, 1);
        assert_string_equal(e->links.at[0].label, "PDF");
        assert_string_equal(e->links.at[0].url, "https://example.org/x");
        assert_string_equal(field(e, MKCV_FIELD_ORG), "Kite Letters");
        mkcv_arena_clear(&d.arena);
    }
    (void)state;
}

static const char topics[] =
    "- **Kites**:\n"
    "  - **Long strings**: [[ICLR'25(a)](https://openreview.net/pdf?id=a1), "
    "[TIFS'24](https://www.researchgate.net/publication/370000000_Knots_that_Hold_at_Night), [S&P'26 (Oral)]()]\n"
    "  - **Short strings**: [[ICLR'25](https://openreview.net/forum?id=a1)]\n"
    "- **Birds**: [[PR'22](https://example.org/birds), [AAAI2026](https://arxiv.org/abs/2601.00001)]\n";

static void lists_of_venue_links_are_read(void **state)
{
    struct desk d;
    open_desk(&d);
    read_page(&d, topics);
    const struct mkcv_section *s = works(&d);
    assert_int_equal(s->entries.count, 5);
    const struct mkcv_entry *e = s->entries.at;
    assert_string_equal(field(&e[0], MKCV_FIELD_ORG), "ICLR");
    assert_string_equal(field(&e[0], MKCV_FIELD_TITLE), "");
    assert_int_equal(e[0].people.count, 0);
    assert_int_equal(e[0].end.year, 2025);
    assert_int_equal(e[0].categories.count, 2);
    assert_int_equal(e[0].categories.at[0].path.count, 2);
    assert_string_equal(e[0].categories.at[0].path.at[0], "Kites");
    assert_string_equal(e[0].categories.at[0].path.at[1], "Long strings");
    assert_string_equal(e[0].categories.at[0].label, "ICLR'25(a)");
    assert_string_equal(e[0].categories.at[1].path.at[1], "Short strings");
    assert_string_equal(field(&e[1], MKCV_FIELD_TITLE), "Knots that Hold at Night");
    assert_null(e[2].url);
    assert_string_equal(field(&e[2], MKCV_FIELD_HONORS), "Oral");
    assert_int_equal(e[2].loc.line, 2);
    assert_int_equal(e[3].categories.at[0].path.count, 1);
    assert_string_equal(field(&e[4], MKCV_FIELD_ARXIV), "2601.00001");
    assert_true(mkcv_publications_in_block(&d.arena, first_block(&d, topics)));
    assert_false(mkcv_publications_in_block(
        &d.arena, first_block(&d, "- [Code](https://example.org)\n- [Data](https://example.org)\n")));
    mkcv_arena_clear(&d.arena);
    (void)state;
}

static void listings_may_lack_their_link(void **state)
{
    struct desk d;
    open_desk(&d);
    read_page(&d, "- **Kites**: [KITE'25, [ICLR'25](https://openreview.net/pdf?id=a1), S&P 2024, "
                  "[PR'22](https://example.org/b), WIND'21(a)]\n");
    static const char *const venues[] = {"KITE", "ICLR", "S&P", "PR", "WIND"};
    assert_int_equal(works(&d)->entries.count, 5);
    for (size_t i = 0; i < 5; i++) {
        const struct mkcv_entry *e = &works(&d)->entries.at[i];
        assert_string_equal(field(e, MKCV_FIELD_ORG), venues[i]);
        assert_string_equal(e->categories.at[0].path.at[0], "Kites");
        assert_int_equal(e->url != NULL, i == 1 || i == 3);
    }
    mkcv_arena_clear(&d.arena);
    (void)state;
}

/* One line a work: label, venue, year, honors or status, links' labels. */
static const char *listing(struct mkcv_arena *a, const struct mkcv_section *s)
{
    const char *all = "";
    for (size_t i = 0; i < s->entries.count; i++) {
        const struct mkcv_entry *e = &s->entries.at[i];
        const char *label = e->categories.count && e->categories.at[0].label ? e->categories.at[0].label : "?";
        const char *said = *field(e, MKCV_FIELD_HONORS) ? field(e, MKCV_FIELD_HONORS) : field(e, MKCV_FIELD_STATUS);
        all = mkcv_arena_printf(a, "%s%s|%s|%d|%s", all, label, field(e, MKCV_FIELD_ORG), e->end.year, said);
        for (size_t k = 0; k < e->links.count; k++)
            all = mkcv_arena_printf(a, "%s|%s=%s", all, e->links.at[k].label, e->links.at[k].url);
        all = mkcv_arena_printf(a, "%s\n", all);
    }
    return all;
}

#define URL "(https://example.org/"

static void odd_labels_are_works_each(void **state)
{
    static const struct {
        const char *line, *works;
        bool block; /* works whatever the heading */
    } rows[] = {
        {"- **A**: [[NAACL'22]" URL "1), [ICLR'25*]" URL "2), [KDD'21]" URL "3)]",
         "NAACL'22|NAACL|2022|\nICLR'25*|ICLR|2025|\nKDD'21|KDD|2021|\n", true},
        {"- **A**: [[NeurIPS'24 Workshop]" URL "1), [ICML'24(a), Oral]" URL "2)]",
         "NeurIPS'24 Workshop|NeurIPS Workshop|2024|\nICML'24(a), Oral|ICML|2024|Oral\n", true},
        {"- **A**: [[ACL'24 Findings]" URL "1), [NeurIPS 2023 Datasets]" URL "2), [Preprint]" URL "3)]",
         "ACL'24 Findings|ACL Findings|2024|\nNeurIPS 2023 Datasets|NeurIPS Datasets|2023|\nPreprint|Preprint|0|\n",
         true},
        {"- **A**: [[arXiv:2410.00001](https://arxiv.org/abs/2410.00001), [Under Review]" URL "2)]",
         "arXiv:2410.00001|arXiv|2024|\nUnder Review|Under Review|0|under-review\n", false},
        {"- **A**: [[Nature]" URL "1), [ICLR25]" URL "2)]", "Nature|Nature|0|\nICLR25|ICLR|2025|\n", false},
        {"- **A**: [[Under Review]" URL "1), [Preprint]" URL "2)]",
         "Under Review|Under Review|0|under-review\nPreprint|Preprint|0|\n", false},
        {"- **A**: [[ICML (2022)]" URL "1), [NDSS'25, Distinguished Paper]" URL "2), [Nature]" URL "3)]",
         "ICML (2022)|ICML|2022|\nNDSS'25, Distinguished Paper|NDSS|2025|Distinguished Paper\nNature|Nature|0|\n",
         true},
        {"- **A**: [[ICML'24]" URL "1)]", "ICML'24|ICML|2024|\n", true},
        {"- **A**: [[ICLR25]" URL "1)]", "ICLR25|ICLR|2025|\n", false},
        {"- **A**: [[NDSS'25]" URL "1) ([code]" URL "2)), [KDD'21]" URL "3) [slides]" URL "4)]",
         "NDSS'25|NDSS|2025||code=https://example.org/2\nKDD'21|KDD|2021||slides=https://example.org/4\n", true},
        {"- **A**: [[NDSS'25]" URL "1), [code]" URL "2), [arXiv]" URL "3)]",
         "NDSS'25|NDSS|2025||code=https://example.org/2\narXiv|arXiv|0|\n", true},
        {"- **A**: [[NDSS'25]" URL "1) (Oral), [KDD'21]" URL "3) (to appear)]",
         "NDSS'25|NDSS|2025|Oral\nKDD'21|KDD|2021|in-press\n", true},
        {"- **A**: [[NDSS'25]" URL "1) ([pdf]" URL "5), [video]" URL "6))]",
         "NDSS'25|NDSS|2025||pdf=https://example.org/5|video=https://example.org/6\n", true},
        {"- **A**: [[NDSS'25]" URL "1)], [[KDD'21]" URL "2)]", "NDSS'25|NDSS|2025|\nKDD'21|KDD|2021|\n", true},
        /* names of works with their venues */
        {"- Outcomes: [EVD (ECCV'26)]" URL "1), [Video of Kites (ICLR'26 workshop)]" URL "2)", NULL, false},
        /* references with a badge, or with the links of one work */
        {"- [[DAC'26]" URL "1)] [Kites for Chips]" URL "2) [[code]" URL "3)]", NULL, false},
        {"- Ada Quill, Bo Wu. Kites in the Wind over Water. [[ICML'24]" URL "1), [arXiv]" URL "2)]", NULL, false},
        {"- **Wind, and How to Find It**: [[Paper]" URL "1), [Code]" URL "2)]", NULL, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct desk d;
        open_desk(&d);
        const struct mkcv_block *list = first_block(&d, rows[i].line);
        bool block = mkcv_publications_in_block(&d.arena, list);
        read_page(&d, rows[i].line);
        if (block != rows[i].block) print_message("row %zu: %s\n", i, rows[i].line);
        assert_int_equal(block, rows[i].block);
        if (rows[i].works)
            assert_string_equal(listing(&d.arena, works(&d)), rows[i].works);
        else
            assert_true(works(&d)->entries.count <= 1);
        mkcv_arena_clear(&d.arena);
    }
    (void)state;
}

static void headings_are_categories_or_years(void **state)
{
    struct desk d;
    open_desk(&d);
    read_page(&d, "### 2021\n- A. Quill, B. Wu. First Winds of Spring. Kite Letters.\n\n### Journal papers\n- A. "
                  "Quill, B. Wu. Second Winds of Spring. Gusts, 2020.\n\n"
                  "### 2019 and before\n- A. Quill, B. Wu. Third Winds of Spring. Kite Letters, 2011.\n");
    const struct mkcv_entry *e = works(&d)->entries.at;
    assert_int_equal(works(&d)->entries.count, 3);
    assert_int_equal(e[0].end.year, 2021);
    assert_int_equal(e[0].categories.count, 0);
    assert_string_equal(e[1].categories.at[0].path.at[0], "Journal papers");
    assert_string_equal(field(&e[1], MKCV_FIELD_TYPE), "article");
    assert_int_equal(e[2].categories.count, 0);
    assert_int_equal(e[2].end.year, 2011);
    mkcv_arena_clear(&d.arena);
    (void)state;
}

static void remarks_are_no_works(void **state)
{
    static const char *const lines[] = {"A full list is on my [Google Scholar](https://example.org) page.",
                                        "\\* denotes equal contribution.", "Below are the works that I like most.",
                                        "- ", "[]()"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        struct desk d;
        open_desk(&d);
        read_page(&d, lines[i]);
        assert_int_equal(works(&d)->entries.count, 0);
        mkcv_arena_clear(&d.arena);
    }
    (void)state;
}

static void lists_of_names_are_cut(void **state)
{
    static const char *const rows[][2] = {
        {"A. Li, B. Wu and C. Ma", "A. Li; B. Wu; C. Ma"},
        {"Li, A., Wu, B., & Ma, C. D.", "A. Li; B. Wu; C. D. Ma"},
        {"Li, Ann and Wu, Bo", "Ann Li; Bo Wu"},
        {"Li, Ann; Wu, Bo", "Ann Li; Bo Wu"},
        {"Li, Ann, Bo Wu, and Cy Ma", "Ann Li; Bo Wu; Cy Ma"},
        {"Ann Li*, Bo Wu\u2020, and Cy van der Ma^", "Ann Li*; Bo Wu\u2020; Cy van der Ma^"},
        {"J.-P. Li, \u00c1. Wu et al.", "J.-P. Li; \u00c1. Wu; et al."},
        {"\u674e\u660e\u3001\u738b\u82b3", "\u674e\u660e; \u738b\u82b3"},
        {"Ann Li (student), Bo Wu", "Ann Li; Bo Wu"},
        {"Sammy Li, Jr., and Bo Wu", "Sammy Li Jr.; Bo Wu"},
    };
    struct mkcv_arena a = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct mkcv_text t = mkcv_text_new(&a, rows[i][0], (struct mkcv_loc){"a.md", 1, 1});
        struct mkcv_entry e = {.kind = MKCV_KIND_PUBLICATIONS};
        assert_true(mkcv_authors_score(&a, &t, 0, mkcv_text_length(&t)) >= 60);
        mkcv_authors_read(&a, &t, 0, mkcv_text_length(&t), &e);
        assert_string_equal(people(&a, &e), rows[i][1]);
    }
    static const char *const others[] = {
        "On the Theory of Kites", "Learning to fly, to fall, and to rest", "Journal of Kites, vol. 3", "2024", "", ","};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        struct mkcv_text t = mkcv_text_new(&a, others[i], (struct mkcv_loc){"a.md", 1, 1});
        assert_true(mkcv_authors_score(&a, &t, 0, mkcv_text_length(&t)) < 60);
    }
    mkcv_arena_clear(&a);
    (void)state;
}

static void add_page(struct desk *d, const char *text)
{
    struct mkcv_record r = {
        .kind = MKCV_RECORD_PUBLICATION, .path = "_publications/a.md", .loc = {"_publications/a.md", 1, 1}};
    mkcv_page_read(&d->arena, text, r.path, &r.meta, &r.body, &d->diags);
    *MKCV_PUSH(&d->arena, &d->site.records) = r;
}

static void files_of_works_are_read(void **state)
{
    struct desk d;
    open_desk(&d);
    static const char config[] = "publication_category:\n  manuscripts:\n    title: 'Papers in journals'\n";
    d.site.config = mkcv_yaml_read(&d.arena, config, strlen(config), "_config.yml", 1, &d.diags);
    add_page(&d, "---\ntitle: \"Strings: A Theory\"\ncollection: publications\ncategory: manuscripts\ndate: "
                 "2014-01-01\nvenue: 'Kite Journal'\n"
                 "paperurl: 'https://example.org/1.pdf'\nslidesurl: 'https://example.org/s.pdf'\n"
                 "citation: 'Quill, A., Wu, B. (2014). &quot;Strings: A Theory.&quot; <i>Kite Journal</i>. 119(2), "
                 "371-383.'\n---\n");
    add_page(&d, "---\ntitle: Winds\nauthors:\n- admin\n- Bo Wu\npublication: In *Conference on "
                 "Winds*\npublication_types: ['1']\ndate: '2020-07-15T00:00:00Z'\nfeatured: true\n---\n");
    add_page(&d, "---\ntitle: \"Workshop Papers\"\ncollection: publications\n---\n- A. Quill, B. Wu. One Small Kite. "
                 "Kite Workshop, 2011.\n- A. Quill, B. Wu. Two Small Kites. Kite Workshop, 2012.\n");
    add_page(&d, "---\ntitle: Hidden\npublished: false\n---\n");
    mkcv_publications_read(&d.reader);
    mkcv_publications_merge(&d.reader);
    assert_int_equal(works(&d)->entries.count, 4);
    const struct mkcv_entry *e = works(&d)->entries.at;
    assert_string_equal(people(&d.arena, &e[0]), "=A. Quill; B. Wu");
    assert_string_equal(e[0].categories.at[0].path.at[0], "Papers in journals");
    assert_string_equal(field(&e[0], MKCV_FIELD_PAGES), "371\u2013383");
    assert_string_equal(field(&e[0], MKCV_FIELD_VOLUME), "119");
    assert_int_equal(e[0].end.month, 0);
    assert_string_equal(e[0].url, "https://example.org/1.pdf");
    assert_string_equal(e[0].links.at[0].label, "Slides");
    assert_string_equal(people(&d.arena, &e[1]), "=Ada Quill; Bo Wu");
    assert_string_equal(field(&e[1], MKCV_FIELD_ORG), "Conference on Winds");
    assert_string_equal(field(&e[1], MKCV_FIELD_TYPE), "inproceedings");
    assert_int_equal(e[1].end.month, 7);
    assert_true(e[1].selected);
    assert_string_equal(field(&e[2], MKCV_FIELD_TITLE), "One Small Kite");
    assert_string_equal(e[2].categories.at[0].path.at[0], "Workshop Papers");
    mkcv_arena_clear(&d.arena);
    (void)state;
}

static void a_record_s_venue_may_hold_figures(void **state)
{
    static const struct {
        const char *publication, *venue, *volume, *number, *pages;
    } rows[] = {
        {"'*J. Kites*, 7(2)'", "J. Kites", "7", "2", ""},
        {"'*Kite Letters* **12** (3), 45-67, 2021'", "Kite Letters", "12", "3", "45\u201367"},
        {"'In *Proceedings of the Kite Meeting*, pp. 3-9'", "Proceedings of the Kite Meeting", "", "", "3\u20139"},
        {"'Journal of Kites, vol. 5, no. 1, special issue on wind'",
         "Journal of Kites, vol. 5, no. 1, special issue on wind", "", "", ""},
        {"EuroK&P 2018", "EuroK&P", "", "", ""},
        {"'2nd Conference on Kites (KITE 2021)'", "2nd Conference on Kites (KITE 2021)", "", "", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct desk d;
        open_desk(&d);
        add_page(&d, mkcv_arena_printf(&d.arena, "---\ntitle: Winds\nauthors: [admin, Bo Wu]\npublication: %s\n---\n",
                                       rows[i].publication));
        mkcv_publications_read(&d.reader);
        assert_int_equal(works(&d)->entries.count, 1);
        const struct mkcv_entry *e = works(&d)->entries.at;
        assert_string_equal(field(e, MKCV_FIELD_ORG), rows[i].venue);
        assert_string_equal(field(e, MKCV_FIELD_VOLUME), rows[i].volume);
        assert_string_equal(field(e, MKCV_FIELD_NUMBER), rows[i].number);
        assert_string_equal(field(e, MKCV_FIELD_PAGES), rows[i].pages);
        mkcv_arena_clear(&d.arena);
    }
    (void)state;
}

static const char bib[] = "@inproceedings{a, title={Kites in $n$ Dimensions}, author={Quill, Ada and van der Wu, Bo "
                          "and others}, booktitle={Proc. of Kites}, "
                          "year=2023, month=jul, pages={1--9}, abbr={KITE}, arxiv={2307.00001}, award={Best Paper}, "
                          "selected={true}, code={https://example.org/c}}\n"
                          "@article{b, title={Strings}, author={A. Quill and Bo Wu}, journal={arXiv preprint "
                          "arXiv:2201.00002}, year={2022}, eprint={2201.00002}, keywords={kites, Selected}}\n"
                          "@phdthesis{c, title={Knots}, author={Ada Quill}, school={Kite University}, year={2019}, "
                          "doi={https://doi.org/10.1000/C3}}\n"
                          "@article{d, title={Lines}, author={Ada Quill}, journal={Proc. VLDB Endow.}, year={2020}}\n"
                          "@article{e, title={Reels}, author={Ada Quill}, journal={arXiv preprint arXiv:2301.00001}, "
                          "year={2023}}\n";

static void bibliographies_are_read(void **state)
{
    struct desk d;
    open_desk(&d);
    const struct mkcv_node *list = mkcv_bib_read(&d.arena, bib, "papers.bib", &d.diags);
    for (const struct mkcv_node *n = list->first; n; n = n->next)
        *MKCV_PUSH(&d.arena, &d.site.records) =
            (struct mkcv_record){.kind = MKCV_RECORD_REFERENCE, .path = "papers.bib", .meta = n, .loc = n->loc};
    mkcv_publications_read(&d.reader);
    mkcv_publications_merge(&d.reader);
    assert_int_equal(works(&d)->entries.count, 5);
    const struct mkcv_entry *e = works(&d)->entries.at;
    assert_string_equal(people(&d.arena, &e[0]), "=Ada Quill; Bo van der Wu; et al.");
    assert_string_equal(mkcv_text_markdown(&d.arena, &e[0].fields[MKCV_FIELD_TITLE]), "Kites in $n$ Dimensions");
    assert_string_equal(field(&e[0], MKCV_FIELD_ABBR), "KITE");
    assert_string_equal(field(&e[0], MKCV_FIELD_PAGES), "1\u20139");
    assert_string_equal(field(&e[0], MKCV_FIELD_HONORS), "Best Paper");
    assert_string_equal(field(&e[0], MKCV_FIELD_TYPE), "inproceedings");
    assert_int_equal(e[0].end.month, 7);
    assert_true(e[0].selected);
    assert_true(e[1].selected);
    assert_false(e[2].selected);
    assert_string_equal(field(&e[1], MKCV_FIELD_TYPE), "preprint");
    assert_string_equal(field(&e[1], MKCV_FIELD_ARXIV), "2201.00002");
    assert_string_equal(field(&e[2], MKCV_FIELD_TYPE), "thesis");
    assert_string_equal(field(&e[2], MKCV_FIELD_DOI), "10.1000/c3");
    assert_string_equal(field(&e[3], MKCV_FIELD_TYPE), "article");
    assert_string_equal(field(&e[4], MKCV_FIELD_TYPE), "preprint");
    assert_string_equal(field(&e[4], MKCV_FIELD_ARXIV), "2301.00001");
    mkcv_arena_clear(&d.arena);
    (void)state;
}

static void the_owner_shows_in_bold(void **state)
{
    struct desk d;
    open_desk(&d);
    d.cv.basics.name = NULL;
    const struct mkcv_block *list = first_block(&d, "- **Ada Quill**, Bo Wu. One Small Kite. Kite Workshop, 2011.\n- "
                                                    "Bo Wu, **Ada Quill**. Two Small Kites. Kite Workshop, 2012.\n"
                                                    "- Cy Ma, **Bo Wu**. Three Small Kites. Kite Workshop, 2013.\n");
    for (const struct mkcv_block *i = list->first; i; i = i->next)
        assert_true(mkcv_publications_read_item(&d.reader, i));
    assert_string_equal(mkcv_publications_owner(&d.reader), "Ada Quill");
    mkcv_publications_merge(&d.reader);
    assert_string_equal(people(&d.arena, &works(&d)->entries.at[1]), "Bo Wu; =Ada Quill");
    assert_string_equal(people(&d.arena, &works(&d)->entries.at[2]), "Cy Ma; Bo Wu");
    mkcv_arena_clear(&d.arena);
    (void)state;
}

/* Any input ends soon and says nothing wrong. */
static void odd_lines_do_no_harm(void **state)
{
    static const char *const parts[] = {"[",    "](",   "\"",  "A. Li, ", "(2024",  "\u201c", "``",     "**",  "10.",
                                        "doi:", "pp. ", "48(", "'24",     ", and ", "et al",  "\u2028", "Li, "};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct desk d;
        open_desk(&d);
        struct mkcv_text t = {0};
        for (int k = 0; k < 3000; k++) mkcv_text_append(&d.arena, &t, parts[i], strlen(parts[i]), NULL);
        struct mkcv_entry e = {.kind = MKCV_KIND_PUBLICATIONS};
        mkcv_publication_read_line(&d.reader, &e, &t);
        struct mkcv_span bold = {.marks = MKCV_MARK_STRONG, .line = 1};
        struct mkcv_text dressed = {0};
        for (int k = 0; k < 300; k++) {
            mkcv_text_append(&d.arena, &dressed, parts[i], strlen(parts[i]), k % 3 ? &bold : NULL);
            mkcv_text_append(&d.arena, &dressed, "\u2028", 3, &bold);
            bold.line++;
        }
        mkcv_publication_read_line(&d.reader, &e, &dressed);
        struct mkcv_text listed = {0};
        struct mkcv_span link = {.url = "https://example.org/", .line = 1};
        mkcv_text_append(&d.arena, &listed, "[", 1, NULL);
        for (int k = 0; k < 300; k++) {
            mkcv_text_append(&d.arena, &listed, k % 2 ? "code" : "ICLR'25*", k % 2 ? 4 : 8, &link);
            mkcv_text_append(&d.arena, &listed, parts[i], strlen(parts[i]), k % 5 ? NULL : &link);
            mkcv_text_append(&d.arena, &listed, "(", k % 3 == 0, NULL);
        }
        struct mkcv_category path = {.label = NULL};
        size_t read = mkcv_publications_read_labels(&d.reader, &listed, 0, mkcv_text_length(&listed), &path);
        assert_int_equal(works(&d)->entries.count, read);
        mkcv_arena_clear(&d.arena);
    }
    (void)state;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_owner_may_go_without_saying),
        cmocka_unit_test(forms_of_references_are_read),
        cmocka_unit_test(figures_status_and_links_are_read),
        cmocka_unit_test(names_may_be_turned_or_after_with),
        cmocka_unit_test(references_may_lack_a_title),
        cmocka_unit_test(kinds_of_works_are_told),
        cmocka_unit_test(icons_are_labels),
        cmocka_unit_test(names_of_journals_are_not_cut),
        cmocka_unit_test(styles_of_references_are_read),
        cmocka_unit_test(lists_of_venue_links_are_read),
        cmocka_unit_test(listings_may_lack_their_link),
        cmocka_unit_test(odd_labels_are_works_each),
        cmocka_unit_test(headings_are_categories_or_years),
        cmocka_unit_test(remarks_are_no_works),
        cmocka_unit_test(lists_of_names_are_cut),
        cmocka_unit_test(files_of_works_are_read),
        cmocka_unit_test(a_record_s_venue_may_hold_figures),
        cmocka_unit_test(bibliographies_are_read),
        cmocka_unit_test(the_owner_shows_in_bold),
        cmocka_unit_test(odd_lines_do_no_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
