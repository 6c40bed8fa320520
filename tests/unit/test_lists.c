/* test_lists.c - lists of data of author pages and home page sections as entries. */
#include "cv_fixture.h"

static struct mkcv_cv *cv_of(enum mkcv_record_kind kind, const char *yaml)
{
    struct mkcv_site *site = MKCV_NEW(&arena, struct mkcv_site);
    struct mkcv_settings *settings = MKCV_NEW(&arena, struct mkcv_settings);
    struct mkcv_record record = {.kind = kind, .path = "me.yaml", .loc = {"me.yaml", 1, 1}};
    record.meta = mkcv_yaml_read(&arena, yaml, strlen(yaml), "me.yaml", 1, &diags);
    site->root = ".";
    site->layout = "hugo";
    site->url = "https://moss.example.net";
    *MKCV_PUSH(&arena, &site->records) = record;
    return mkcv_cv_read(&arena, site, settings, &diags);
}

struct row {
    const char *yaml, *entries;
};

static void check(enum mkcv_record_kind kind, const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *got = describe_all(cv_of(kind, rows[i].yaml));
        if (strcmp(got, rows[i].entries) != 0) fail_msg("%s\ngives\n%s\nnot\n%s", rows[i].yaml, got, rows[i].entries);
    }
}

static void reads_author_pages(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"education: {courses: [{course: PhD in Astronomy, institution: Moss College, year: 2025 (expected)}]}",
         "education: PhD in Astronomy @Moss College 2025 note=expected"},
        {"education: [{degree: MS Robotics, institution: Moss College, start: '2018-01-01', end: '2020-08-01'}]",
         "education: MS in Robotics @Moss College 2018-01..2020-08"},
        {"education: [{degree: B.Math in Tides, institution: 'Moss College (Advisor: Prof. Ann Roe)', year: 2018-}]",
         "education: B.Math in Tides @Moss College 2018..now {Ann Roe}"},
        {"education: [{degree: M.S., institution: Moss College, year: Current}]", "education: M.S. @Moss College now"},
        {"education: [{course: Visiting student, institution: Moss College, year: 2021 Aug - 2021 Dec}]",
         "work: Visiting student @Moss College 2021-08..2021-12"},
        {"education:\n- degree: Ph.D. Tides\n  end: 2024-09-01\n  summary: |\n    **Thesis**: \"How Tides Turn\"<br>\n"
         "    **Advisors**: Prof. Ann Roe and Bo Berg\n",
         "education: Ph.D. in Tides 2024-09 thesis=How Tides Turn {Ann Roe, Bo Berg}"},
        {"experience: [{role: Reader, org: Moss College, start: 2020-08-01, end: ''}]",
         "work: Reader @Moss College 2020-08..now"},
        {"work: [{position: Intern, company_name: Tide Ltd, date_start: 2019-05-31, date_end: 2019-08-20}]",
         "work: Intern @Tide Ltd 2019-05..2019-08"},
        {"work: [{position: Intern, company: 'Advisor: Prof. Ann Roe', location: 'Moss College, UK'}]",
         "work: Intern @Moss College, UK {Ann Roe}"},
        {"awards: [{title: Silver Anchor, awarder: Tide Society, date: '2020-11-01'}]",
         "awards: Silver Anchor @Tide Society 2020-11"},
        {"awards: ['Best Poster Award, Tide Society, 2020']", "awards: Best Poster Award @Tide Society 2020"},
        {"teaching: [{course: Physics of Ice, role: Head Lecturer, institution: Moss College, start: 2018}]",
         "teaching: Physics of Ice @Moss College role=Head Lecturer 2018..now"},
        {"languages: [{name: English, level: 5, label: Native}, {name: French, level: '40%'}]",
         "languages: English level=Native\nlanguages: French"},
        {"interests: [Tides, Ice]", "interests: Tides\ninterests: Ice"},
        {"role: Reader\naffiliations: [{name: Moss College}]", "work: Reader @Moss College now"},
        {"role: PhD student\naffiliations: [{name: Moss College}]", ""},
    };
    check(MKCV_RECORD_PERSON, rows, sizeof rows / sizeof *rows);
}

static void reads_widgets(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"widget: accomplishments\ntitle: Accomplish&shy;ments\nitem:\n"
         "- {title: Teaching Assistant of BIO201 Botany, organization: Moss College, date_start: 2019-08-25, "
         "date_end: 2019-12-10}\n- {title: Silver Anchor, organization: Tide Society, date_start: 2008-10-12}\n"
         "- {title: Diver, organization: Sea Board, certificate_url: 'https://sea.example.net/1'}\n",
         "awards: Silver Anchor @Tide Society 2008-10\n"
         "teaching: BIO201 Botany @Moss College role=Teaching Assistant 2019-08..2019-12\n"
         "certificates: Diver @Sea Board"},
        {"block: experience\ncontent: {title: Teaching, items: [{title: Botany, company: Moss College}]}",
         "teaching: Botany @Moss College"},
        {"block: resume-experience\ncontent: {education: [{area: BSc Tides, institution: Moss College}], "
         "work: [{position: Reader, company_name: Moss College}]}",
         "work: Reader @Moss College\neducation: BSc in Tides @Moss College"},
        {"widget: featurette\ntitle: Skills\nfeature: [{name: R, description: 90%}, {name: Drilling}]",
         "skills: R\nskills: Drilling"},
    };
    check(MKCV_RECORD_WIDGET, rows, sizeof rows / sizeof *rows);
}

static void reads_links_as_profiles(void **state)
{
    (void)state;
    static const struct {
        const char *link, *network, *username;
    } rows[] = {
        {"https://scholar.google.com/citations?hl=en&authuser=2&user=ABC", "Google Scholar", "ABC"},
        {"https://orcid.org/0000-0001-9999-0001", "ORCID", "0000-0001-9999-0001"},
        {"https://www.linkedin.com/in/moss/", "LinkedIn", "moss"},
        {"https://github.com/", NULL, NULL},
        {"uploads/cv.pdf", NULL, NULL},
        {"#contact", NULL, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct mkcv_cv *cv =
            cv_of(MKCV_RECORD_PERSON,
                  mkcv_arena_printf(&arena, "title: Ada Moss\nlinks: [{icon: x, url: '%s'}]", rows[i].link));
        assert_int_equal(cv->basics.profiles.count, rows[i].network ? 1 : 0);
        if (!rows[i].network) continue;
        assert_string_equal(cv->basics.profiles.at[0].network, rows[i].network);
        assert_string_equal(cv->basics.profiles.at[0].username, rows[i].username);
    }
    const struct mkcv_cv *cv =
        cv_of(MKCV_RECORD_PERSON, "title: Dr. Ada Moss\nsocial: [{icon: at, link: 'mailto:a@b.net'}]");
    assert_string_equal(cv->basics.email, "a@b.net");
    assert_string_equal(cv->basics.name, "Ada Moss");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(reads_author_pages, start, stop),
                                       cmocka_unit_test_setup_teardown(reads_widgets, start, stop),
                                       cmocka_unit_test_setup_teardown(reads_links_as_profiles, start, stop)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
