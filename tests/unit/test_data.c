/* Sections of data files: the keys that people use, strings among maps, headings of several kinds, what is kept; the
 * owner's names and the coauthors of jekyll-scholar; the lines around the picture. Everybody here is invented. */
#include "cv_fixture.h"

static const struct mkcv_node *yaml(const char *text)
{
    return mkcv_yaml_read(&arena, text, strlen(text), "data.yml", 1, &diags);
}

static struct mkcv_cv *cv_of(struct mkcv_site *site)
{
    struct mkcv_settings *settings = MKCV_NEW(&arena, struct mkcv_settings);
    site->root = "site";
    site->layout = "alfolio";
    site->url = "https://moss.example.net";
    return mkcv_cv_read(&arena, site, settings, &diags);
}

/* A site of one DATA record, its meta as YAML. */
static struct mkcv_cv *cv_from_data(const char *meta)
{
    struct mkcv_site *site = MKCV_NEW(&arena, struct mkcv_site);
    *MKCV_PUSH(&arena, &site->records) = (struct mkcv_record){
        .kind = MKCV_RECORD_DATA, .path = "data.yml", .meta = yaml(meta), .loc = {"data.yml", 1, 1}};
    return cv_of(site);
}

struct shape {
    const char *meta, *out;
};

static int count_wrong(const struct shape *cases, size_t n)
{
    int bad = 0;
    for (size_t i = 0; i < n; i++) {
        const char *got = describe_all(cv_from_data(cases[i].meta));
        if (strcmp(got, cases[i].out) != 0)
            bad++, print_error("%s\ngives\n%s\nnot\n%s\n", cases[i].meta, got, cases[i].out);
    }
    return bad;
}

#define WRONG(cases) count_wrong(cases, sizeof cases / sizeof *cases)

static void reads_keys_of_every_format(void **state)
{
    (void)state;
    static const struct shape cases[] = {
        /* al-folio, RenderCV, JSON Resume and before */
        {"{title: Education, entries: [{title: PhD in Tidal Mechanics, institution: Fjord University, year: "
         "2009-2013}]}",
         "education: PhD in Tidal Mechanics @Fjord University 2009..2013"},
        {"{title: Education, entries: [{institution: Fjord University, area: Optics, degree: BSc, start_date: 2001-09, "
         "end_date: 2004-06}]}",
         "education: BSc in Optics @Fjord University 2001-09..2004-06"},
        {"{kind: education, entries: [{institution: Fjord University, area: Optics, studyType: MSc, endDate: 2006}]}",
         "education: MSc in Optics @Fjord University 2006"},
        {"{title: Experience, entries: [{company: Tide Board, position: Analyst, start_date: 2018-01, end_date: "
         "present}]}",
         "work: Analyst @Tide Board 2018-01..now"},
        {"{kind: work, entries: [{name: Tide Board, position: Analyst, startDate: 2018, endDate: ''}]}",
         "work: Analyst @Tide Board 2018..now"},
        {"{title: Experience, entries: [{title: Analyst, institution: Tide Board, department: Waves, year: 2018 - "
         "now}]}",
         "work: Analyst @Waves, Tide Board 2018..now"},
        {"{title: Awards, entries: [{name: Wave Medal, date: 2019, issuer: Society of Tides}]}",
         "awards: Wave Medal @Society of Tides 2019"},
        {"{title: Funding, entries: [{name: Surge watch, agency: Research Council, role: PI, amount: 2 MNOK, start: "
         "2020, end: 2024}]}",
         "grants: Surge watch @Research Council role=PI amount=2 MNOK 2020..2024"},
        {"{title: Teaching, entries: [{course: Waves, university: Fjord University, term: Fall, year: 2023}]}",
         "teaching: Waves @Fjord University 2023"},
        {"{title: Students, entries: [{name: Bo Berg, level: PhD, year: 2020, thesis: Slow waves}]}",
         "students: Bo Berg level=PhD 2020 note=Slow waves"},
        {"{title: Languages, entries: [{name: Luo, summary: Native}]}", "languages: Luo level=Native"},
        {"{title: Service, entries: [{name: Journal of Tides, role: Reviewer, years: [2020, 2021]}]}",
         "service: Reviewer @Journal of Tides 2020,2021"},
    };
    assert_int_equal(WRONG(cases), 0);
}

/* What stands in the wrong member: the town behind the school, the field behind the degree, venues in one line. */
static void mends_members(void **state)
{
    (void)state;
    static const struct shape cases[] = {
        {"{title: Education, entries: [{title: Master 2 Wave Physics, institution: 'Fjord University, Nice, France', "
         "year: 2018}]}",
         "education: Master 2 in Wave Physics @Fjord University #Nice, France 2018"},
        {"{title: Education, entries: [{title: BS Biology, institution: Fjord University, year: 2011}]}",
         "education: BS in Biology @Fjord University 2011"},
        {"{title: Experience, entries: [{title: Analyst, institution: 'Tide Board, TB, Bergen, Norway', year: 2012}]}",
         "work: Analyst @Tide Board, TB #Bergen, Norway 2012"},
        {"{title: Service, entries: [{title: Reviewer, institution: 'Journal of Tides, Kite Letters'}]}",
         "service: Reviewer @Journal of Tides\nservice: Reviewer @Kite Letters"},
        {"{title: Grants and awards, entries: [{title: Best Paper Award, institution: Kite Days, year: 2019}, {title: "
         "'PI: Tides from space', institution: Fund of Seas, year: 2020}]}",
         "awards: Best Paper Award @Kite Days 2019\ngrants: PI: Tides from space @Fund of Seas 2020"},
    };
    assert_int_equal(WRONG(cases), 0);
}

static void reads_strings_groups_and_years(void **state)
{
    (void)state;
    static const struct shape cases[] = {
        {"{title: Honors and Awards, entries: [{year: 2021, items: [\"Wave Medal, Society of Tides\"]}]}",
         "awards: Wave Medal @Society of Tides 2021"},
        {"{title: Awards, entries: [\"Wave Medal, 2019\"]}", "awards: Wave Medal 2019"},
        {"{title: Services, entries: [{title: Area Chair, items: [\"ICTW 2021, 2023\"]}]}",
         "service: Area Chair @ICTW 2021,2023"},
        {"{title: Skills, entries: [{label: Programming, details: C and R}]}", "skills: Programming summary=C and R"},
        /* studies and posts under one heading say themselves which they are */
        {"{title: Experience and Education, entries: [{title: PhD in Optics, institution: Fjord University, year: "
         "2009}, "
         "{title: Lecturer, institution: Fjord University, year: 2010-2012}]}",
         "work: Lecturer @Fjord University 2010..2012\neducation: PhD in Optics @Fjord University 2009"},
        /* people among the points */
        {"{title: Education, entries: [{title: PhD, institution: Fjord University, description: [\"Supervisor &#58 "
         "Prof. "
         "Sunniva Hauge\"]}]}",
         "education: PhD @Fjord University {Sunniva Hauge}"},
        /* the owner's pairs: what the head of a CV holds is no section */
        {"{title: General Information, entries: [{name: Languages, value: \"Luo (native), English\"}]}",
         "languages: Luo level=native\nlanguages: English"},
    };
    assert_int_equal(WRONG(cases), 0);
}

static void keeps_what_it_does_not_understand(void **state)
{
    (void)state;
    struct mkcv_cv *cv =
        cv_from_data("{title: Things of Mine, entries: [{label: Boats, details: two}, {bullet: A pier}]}");
    assert_int_equal(cv->sections.count, 1);
    assert_int_equal(cv->sections.at[0].kind, MKCV_KIND_OTHER);
    assert_string_equal(cv->sections.at[0].title, "Things of Mine");
    assert_string_equal(cv->sections.at[0].body->first->first->text.s, "Boats: two");
    assert_string_equal(cv->sections.at[0].body->first->next->first->text.s, "A pier");
    /* a file that no page shows counts by its name alone */
    assert_int_equal(cv_from_data("{title: Menus, loose: true, entries: [Fish, Chips]}")->sections.count, 0);
    assert_int_equal(cv_from_data("{title: Awards, loose: true, entries: [\"Wave Medal, 2019\"]}")->sections.count, 1);
    /* hobbies that the CV's own file names are kept as they stand; other things for visitors are not */
    cv = cv_from_data("{title: Other Interests, entries: [\"Hobbies: skiing\"]}");
    assert_int_equal(cv->sections.count, 1);
    assert_int_equal(cv->sections.at[0].kind, MKCV_KIND_OTHER);
    assert_string_equal(cv->sections.at[0].title, "Other Interests");
    assert_int_equal(cv_from_data("{title: Other Interests, loose: true, entries: [skiing]}")->sections.count, 0);
    assert_int_equal(cv_from_data("{title: Useful Links, entries: [skiing]}")->sections.count, 0);
}

static struct mkcv_site *scholar_site(const char *config)
{
    struct mkcv_site *site = MKCV_NEW(&arena, struct mkcv_site);
    site->config = yaml(config);
    *MKCV_PUSH(&arena, &site->records) = (struct mkcv_record){
        .kind = MKCV_RECORD_CONFIG, .path = "_config.yml", .meta = site->config, .loc = {"_config.yml", 1, 1}};
    return site;
}

static void knows_names_of_scholars(void **state)
{
    (void)state;
    struct mkcv_site *site =
        scholar_site("{first_name: Ottilie, last_name: Brandvold, scholar: {last_name: [Brandvold, "
                     "Lund, Einstein], first_name: [Ottilie, O.]}}");
    *MKCV_PUSH(&arena, &site->records) = (struct mkcv_record){
        .kind = MKCV_RECORD_DATA,
        .path = "coauthors.yml",
        .meta = yaml("{kind: coauthors, entries: {moss: [{firstname: [Ada, A.], url: 'https://ada.example.net'}]}}"),
        .loc = {"coauthors.yml", 1, 1}};
    *MKCV_PUSH(&arena, &site->records) = (struct mkcv_record){
        .kind = MKCV_RECORD_REFERENCE,
        .path = "papers.bib",
        .meta = yaml("{type: article, key: a, title: Sliding on Water, author: 'Lund, O. and Moss, Ada and Moss, Bo', "
                     "journal: Journal of Ice, year: 2012}"),
        .loc = {"papers.bib", 1, 1}};
    struct mkcv_cv *cv = cv_of(site);
    assert_string_equal(cv->basics.name, "Ottilie Brandvold");
    assert_int_equal(cv->basics.name_variants.count, 1);
    assert_string_equal(cv->basics.name_variants.at[0], "Ottilie Lund");
    const struct mkcv_section *works = mkcv_cv_lookup(cv, MKCV_KIND_PUBLICATIONS);
    assert_non_null(works);
    assert_int_equal(works->entries.at[0].people.count, 3);
    assert_true(works->entries.at[0].people.at[0].self);
    assert_string_equal(works->entries.at[0].people.at[1].url, "https://ada.example.net");
    assert_null(works->entries.at[0].people.at[2].url);
}

/* What stands under the owner's name in the configuration is a post, where nothing else tells one. */
static void takes_the_owner_s_line_for_a_post(void **state)
{
    (void)state;
    struct mkcv_cv *cv = cv_of(scholar_site("{author: {name: Ada Moss, bio: 'Reader in Ice, Fjord University'}}"));
    const struct mkcv_section *work = mkcv_cv_lookup(cv, MKCV_KIND_WORK);
    assert_non_null(work);
    assert_int_equal(work->entries.count, 1);
    assert_string_equal(work->entries.at[0].fields[MKCV_FIELD_ORG].s, "Fjord University");
    assert_true(work->entries.at[0].current);
    cv = cv_of(scholar_site("{author: {name: Ada Moss, bio: 'I like ice and the University of Fjords'}}"));
    assert_null(mkcv_cv_lookup(cv, MKCV_KIND_WORK));
}

static void reads_the_lines_around_the_picture(void **state)
{
    (void)state;
    static const struct {
        const char *subtitle, *label, *affiliation;
    } cases[] = {
        {"Associate Professor, <a href='#'>Fjord University</a>. I like ice.", "Associate Professor",
         "Fjord University"},
        {"<b>PhD Candidate</b> | Institute of Waves, Fjord University", "PhD Candidate",
         "Institute of Waves, Fjord University"},
        {"Postdoc at the Institute of Waves", "Postdoc", "Institute of Waves"},
        {"PhD student in the Tidal Laboratory", "PhD student", "Tidal Laboratory"},
        {"All that glitters is ice", NULL, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct mkcv_site *site = scholar_site("{first_name: Ottilie, last_name: Brandvold}");
        const char *meta = mkcv_arena_printf(&arena,
                                             "subtitle: \"%s\"\nprofile: {more_info: \"<p>Strandgata 8</p><p>Phone: "
                                             "+47 55 01 02 03</p>\"}",
                                             cases[i].subtitle);
        *MKCV_PUSH(&arena, &site->records) = (struct mkcv_record){
            .kind = MKCV_RECORD_PAGE, .path = "about.md", .meta = yaml(meta), .loc = {"about.md", 1, 1}};
        struct mkcv_cv *cv = cv_of(site);
        if (!cases[i].label)
            assert_null(cv->basics.label.s);
        else
            assert_string_equal(cv->basics.label.s, cases[i].label);
        if (!cases[i].affiliation)
            assert_null(cv->basics.affiliation.s);
        else
            assert_string_equal(cv->basics.affiliation.s, cases[i].affiliation);
        assert_string_equal(cv->basics.phone, "+47 55 01 02 03");
        assert_string_equal(cv->basics.address, "Strandgata 8");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_keys_of_every_format, start, stop),
        cmocka_unit_test_setup_teardown(mends_members, start, stop),
        cmocka_unit_test_setup_teardown(reads_strings_groups_and_years, start, stop),
        cmocka_unit_test_setup_teardown(keeps_what_it_does_not_understand, start, stop),
        cmocka_unit_test_setup_teardown(knows_names_of_scholars, start, stop),
        cmocka_unit_test_setup_teardown(takes_the_owner_s_line_for_a_post, start, stop),
        cmocka_unit_test_setup_teardown(reads_the_lines_around_the_picture, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
