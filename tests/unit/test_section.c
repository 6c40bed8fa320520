/* Headings of many languages, and lists below them. Everybody and everything named here is invented. */
#include "cv_fixture.h"

static void knows_headings(void **state)
{
    (void)state;
    int bad = 0;
    /* "-" left out for visitors, "?" unknown, "bio" running text */
    static const struct {
        const char *heading, *key;
    } cases[] = {{"Education", "education"},
                 {"🎓 Education", "education"},
                 {"Educational Background", "education"},
                 {"Ausbildung", "education"},
                 {"Formation", "education"},
                 {"Formación académica", "education"},
                 {"教育背景", "education"},
                 {"学歴", "education"},
                 {"학력", "education"},
                 {"Formação", "education"},
                 {"Istruzione", "education"},
                 {"Work Experience", "work"},
                 {"Professional Experiences", "work"},
                 {"Berufserfahrung", "work"},
                 {"工作经历", "work"},
                 {"職歴", "work"},
                 {"Expérience professionnelle", "work"},
                 {"Teaching Experience", "teaching"},
                 {"Lehre", "teaching"},
                 {"Docencia", "teaching"},
                 {"授業", "teaching"},
                 {"Honors & Awards", "awards"},
                 {"Selected Awards", "awards"},
                 {"Auszeichnungen", "awards"},
                 {"Prix et distinctions", "awards"},
                 {"获奖情况", "awards"},
                 {"受賞歴", "awards"},
                 {"Publications", "publications"},
                 {"Academic Services", "service"},
                 {"Program Committee Member", "service"},
                 {"学术服务", "service"},
                 {"Gutachtertätigkeit", "service"},
                 {"Invited Talks", "talks"},
                 {"Vorträge", "talks"},
                 {"講演", "talks"},
                 {"Students", "students"},
                 {"Research Interests", "interests"},
                 {"Forschungsinteressen", "interests"},
                 {"研究方向", "interests"},
                 {"연구 분야", "interests"},
                 {"Grants and Funding", "grants"},
                 {"Memberships", "memberships"},
                 {"In the Media", "media"},
                 {"Software", "projects"},
                 {"Useful Resources", "projects"},
                 {"News", "news"},
                 {"最新动态", "news"},
                 {"Skills", "skills"},
                 {"Language Skills", "languages"},
                 {"Sprachkenntnisse", "languages"},
                 {"For Potential Students", "-"},
                 {"Open Positions", "-"},
                 {"Join Us", "-"},
                 {"Contact", "-"},
                 {"招生", "-"},
                 {"Hobbies", "-"},
                 {"Visitor Map", "-"},
                 {"Biography", "bio"},
                 {"About Me", "bio"},
                 {"个人简介", "bio"},
                 {"Über mich", "bio"},
                 {"Sailing with Tides", "?"},
                 {"", "?"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *markdown =
            mkcv_arena_printf(&arena,
                              "# Ground\n\n## %s\n\n- Ada Moss, Reviewer for Lund University of Waves and Sciences "
                              "(MSc, 2019), 2021\n- Reviewer: Wave Letters 2020\n- Ada Moss, Bo Berg. \"On Waves at "
                              "Large in Shallow Seas\". Wave Letters, 12(3), 2020.\n",
                              cases[i].heading);
        diags.list.count = 0;
        struct mkcv_cv *cv = cv_from(markdown);
        const char *got = "?";
        for (size_t k = 0; k < diags.list.count; k++)
            if (diags.list.at[k].id == MKCV_DIAG_SECTION_LEFT_OUT) got = "-";
        if (!strcmp(cases[i].key, "bio") && !cv->sections.count) got = "bio";
        for (size_t k = 0; k < cv->sections.count; k++)
            if (cv->sections.at[k].kind != MKCV_KIND_OTHER || cv->sections.at[k].title == NULL)
                got = mkcv_section_kind(cv->sections.at[k].kind)->key;
        bool fits =
            !strcmp(got, cases[i].key) || (!strcmp(cases[i].key, "bio") && cv->sections.count && strcmp(got, "-") != 0);
        if (!fits) bad++, print_error("'%s' is %s, not %s\n", cases[i].heading, got, cases[i].key);
    }
    assert_int_equal(bad, 0);
}

static void reads_items(void **state)
{
    (void)state;
    int bad = 0;
    static const struct {
        const char *heading, *body, *out;
    } cases[] = {
        {"Education", "- Ph.D. in Marine Physics, Lund University, 2018",
         "education: Ph.D. in Marine Physics @Lund University 2018"},
        {"Education", "- *2017.09 - 2020.06*, **M.Eng.**, School of Waves, Malmo University",
         "education: M.Eng. @School of Waves, Malmo University 2017-09..2020-06"},
        {"Education", "- **Lund University**, Sweden, 2014-2018\n  - Ph.D. in Optics\n  - Advisor: Prof. Ada Moss",
         "education: Ph.D. in Optics @Lund University #Sweden 2014..2018 {Ada Moss}"},
        {"Education", "- B.Sc. in Physics, Lund University, 2012\n  - Thesis: On Small Waves",
         "education: B.Sc. in Physics @Lund University 2012 thesis=On Small Waves"},
        {"Education", "Lund University\n\n- Ph.D., Optics, 2012-2016\n- Adviser: Prof. Ada Moss",
         "education: Ph.D. in Optics @Lund University 2012..2016 {Ada Moss}"},
        {"Experience", "- 2019 - present, **Assistant Professor**, Lund University",
         "work: Assistant Professor @Lund University 2019..now"},
        {"Experience", "- Research Intern at Ferrum Research, Jun - Aug 2021",
         "work: Research Intern @Ferrum Research 2021-06..2021-08"},
        {"Experience", "- Research Fellow, Department of Waves, Malmo University (Host: Prof. Ida Holm), 2016-2018",
         "work: Research Fellow @Department of Waves, Malmo University 2016..2018 {Ida Holm}"},
        {"Education and Experience", "- Ph.D. in Optics, Lund University, 2016\n- Lecturer, Malmo University, 2017",
         "work: Lecturer @Malmo University 2017\neducation: Ph.D. in Optics @Lund University 2016"},
        {"Awards", "- Young Tide Award, Nordic Academy, 2020.", "awards: Young Tide Award @Nordic Academy 2020"},
        {"Awards", "- *2021* **Best Paper Award**, ICTW", "awards: Best Paper Award @ICTW 2021"},
        {"Awards", "- 2019 : Holm Medal\n  - Nordic Institute of Physics",
         "awards: Holm Medal @Nordic Institute of Physics 2019"},
        {"Awards", "- Tide Scholarship, Lund University, 2017-18",
         "awards: Tide Scholarship @Lund University 2017..2018"},
        {"Awards", "- Best Paper Award at ICTW (2020)", "awards: Best Paper Award @ICTW 2020"},
        {"Awards", "- Top Reviewer, ICTW, 2020/2021/2023", "awards: Top Reviewer @ICTW 2020,2021,2023"},
        {"Service", "- Area Chair: ICTW 2022/2023, ACM TD 2022",
         "service: Area Chair @ICTW 2022,2023\nservice: Area Chair @ACM TD 2022"},
        {"Service", "- PC Member, ICTW 2021/2022\n- Associate Editor, Wave Letters (2023-present)",
         "service: PC Member @ICTW 2021,2022\nservice: Associate Editor @Wave Letters 2023..now"},
        {"Technical Program Committee", "- Conference on Tides (**CT**): 2019-2020, 2022 (Area Chair).",
         "service: Technical Program Committee @Conference on Tides (CT) 2019..2020\nservice: Area Chair @Conference "
         "on Tides (CT) 2022"},
        {"Service", "- 2022: Reviewer for Wave Letters", "service: Reviewer @Wave Letters 2022"},
        {"Service", "### Reviewer\n- Wave Letters\n- ICTW 2023\n- Methods and Programs of Tides",
         "service: Reviewer @Wave Letters\nservice: Reviewer @ICTW 2023\nservice: Reviewer @Methods and Programs of "
         "Tides"},
        {"Service", "- Conference Reviewer\n  - ICTW 2022\n  - CT 2021",
         "service: Conference Reviewer @ICTW 2022\nservice: Conference Reviewer @CT 2021"},
        {"Service", "- Journal of Tides (Reviewer), 2020", "service: Reviewer @Journal of Tides"},
        {"Interests", "- Tidal power\n- Wave optics", "interests: Tidal power\ninterests: Wave optics"},
        {"Research Interests", "Tidal power, wave optics and sea ice",
         "interests: Tidal power\ninterests: wave optics\ninterests: sea ice"},
        {"Memberships", "IEEE Member, Nordic Wave Society Member",
         "memberships: IEEE Member\nmemberships: Nordic Wave Society Member"},
        {"Grants", "- Tides for All, Nordic Fund, €200,000, PI, 2021-2024",
         "grants: Tides for All @Nordic Fund role=PI amount=€200,000 2021..2024"},
        {"Students", "- Bo Berg (PhD, 2020-2024)", "students: Bo Berg level=PhD 2020..2024"},
        {"Talks", "- \"Waves at Large\", Nordic Wave Days, Lund, May 2022",
         "talks: Waves at Large @Nordic Wave Days #Lund 2022-05"},
        {"Teaching", "- Teaching Assistant, Wave Optics, Lund University, Fall 2019",
         "teaching: Wave Optics @Lund University role=Teaching Assistant 2019 \"Fall 2019\""},
        {"Languages", "- English (fluent)\n- Swedish: native",
         "languages: English level=fluent\nlanguages: Swedish level=native"},
        {"Skills", "- Programming: C, Fortran", "skills: Programming summary=C, Fortran"},
        {"News", "- **05/2024**: A paper is accepted.\n- [2023.11] 🎉 We won!",
         "news: 2024-05 summary=A paper is accepted.\nnews: 2023-11 summary=We won!"},
        {"Resources", "[Tidebox: a toolbox](https://t.example)\n\n- [Wavelet](https://w.example) - small waves",
         "projects: Tidebox: a toolbox\nprojects: Wavelet summary=small waves"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *got =
            describe_all(cv_from(mkcv_arena_printf(&arena, "## %s\n\n%s\n", cases[i].heading, cases[i].body)));
        if (strcmp(got, cases[i].out) != 0)
            bad++, print_error("%s: '%s':\n%s\nnot\n%s\n", cases[i].heading, cases[i].body, got, cases[i].out);
    }
    assert_int_equal(bad, 0);
}

static void news_confirm_roles(void **state)
{
    (void)state;
    struct mkcv_cv *cv =
        cv_from("I served as the Associate Editor of Wave Letters and the Area Chair of ICTW.\n\n## News\n- 03/2024: I "
                "will serve as Associate Editor for Wave Letters.\n- 02/2024: I am invited to serve as an Area Chair "
                "for ICTW 2025.\n- 01/2023: I am invited to serve as a Track Chair for Tide Days.\n");
    const struct mkcv_section *s = mkcv_cv_lookup(cv, MKCV_KIND_SERVICE);
    assert_int_equal(s->entries.count, 3);
    assert_string_equal(describe(&s->entries.at[0]), "service: Associate Editor @Wave Letters 2024");
    assert_string_equal(describe(&s->entries.at[1]), "service: Area Chair @ICTW 2025");
    assert_string_equal(describe(&s->entries.at[2]), "service: Track Chair @Tide Days 2023");
    assert_int_equal(s->entries.at[0].also.count, 1);
    assert_int_equal(s->entries.at[0].also.at[0].line, 4);
}

static void merges_what_is_told_twice(void **state)
{
    (void)state;
    struct mkcv_cv *cv = cv_from(
        "I received my Ph.D. in Optics from Lund University.\n\n## Education\n- PhD, Lund University, 2018. Advisor: "
        "Prof. Ada Moss\n\n## Awards\n- Tide Grant, Nordic Fund, 2018\n- Tide Grant, Nordic Fund, 2019\n");
    const struct mkcv_section *s = mkcv_cv_lookup(cv, MKCV_KIND_EDUCATION);
    assert_int_equal(s->entries.count, 1);
    assert_string_equal(describe(&s->entries.at[0]), "education: PhD in Optics @Lund University 2018 {Ada Moss}");
    assert_int_equal(mkcv_cv_lookup(cv, MKCV_KIND_AWARDS)->entries.count, 2);
}

static void keeps_unknown_sections(void **state)
{
    (void)state;
    struct mkcv_cv *cv =
        cv_from("## Sailing with Tides\n\nI built a boat.\n\n- oak\n- hemp\n\n## Join us\n\nWrite to me.\n");
    assert_int_equal(cv->sections.count, 1);
    assert_int_equal(cv->sections.at[0].kind, MKCV_KIND_OTHER);
    assert_string_equal(cv->sections.at[0].title, "Sailing with Tides");
    assert_non_null(cv->sections.at[0].body->next);
}

static void titles_by_language(void **state)
{
    (void)state;
    assert_string_equal(mkcv_section_title(MKCV_KIND_EDUCATION, "de-CH"), "Ausbildung");
    assert_string_equal(mkcv_section_title(MKCV_KIND_EDUCATION, "xx"), "Education");
    assert_string_equal(mkcv_section_title(MKCV_KIND_EDUCATION, NULL), "Education");
    for (int k = 0; k < MKCV_KIND_COUNT; k++)
        assert_int_equal(mkcv_kind_from_key(mkcv_section_kind((enum mkcv_kind)k)->key), k);
    assert_int_equal(mkcv_kind_from_key("nothing"), MKCV_KIND_COUNT);
}

static void dumps_every_entry(void **state)
{
    (void)state;
    struct mkcv_buf b;
    mkcv_buf_init(&b, &arena);
    mkcv_cv_dump(cv_from("I am a Lecturer at Lund University, working with [Ada Moss](https://a.example).\n"), &b);
    assert_non_null(strstr(b.s, "section work @about.md:1:8\n entry @about.md:1:8\n  title: Lecturer\n  org: Lund "
                                "University\n  current\n  with: Ada Moss <https://a.example>\n"));
}

static void reads_legends(void **state)
{
    (void)state;
    struct mkcv_cv *cv = cv_from("## Publications\n\n(* equal contribution, † corresponding author)\n");
    assert_int_equal(cv->legend.count, 2);
    assert_string_equal(cv->legend.at[0].mark, "*");
    assert_string_equal(cv->legend.at[0].text, "equal contribution");
    assert_string_equal(cv->legend.at[1].text, "corresponding author");
}

/* A further page of the site, with its title. */
static struct mkcv_cv *cv_of_page(const char *title, const char *markdown)
{
    struct mkcv_site *site = MKCV_NEW(&arena, struct mkcv_site);
    struct mkcv_record landing = {.kind = MKCV_RECORD_PAGE, .path = "about.md"}, page = landing;
    const char *whole = mkcv_arena_printf(&arena, "---\ntitle: %s\n---\n%s", title, markdown);
    mkcv_page_read(&arena, "I chase waves.\n", "about.md", &landing.meta, &landing.body, &diags);
    mkcv_page_read(&arena, whole, "page.md", &page.meta, &page.body, &diags);
    *site = (struct mkcv_site){.root = ".", .layout = "plain"};
    *MKCV_PUSH(&arena, &site->records) = landing;
    *MKCV_PUSH(&arena, &site->records) = page;
    return mkcv_cv_read(&arena, site, MKCV_NEW(&arena, struct mkcv_settings), &diags);
}

/* What the page's title says stands above its headings; what no heading says is kept under its own. */
static void reads_further_pages(void **state)
{
    (void)state;
    static const char work[] = "* A. Moss, B. Berg. \"Tides of the north.\" In Wave Letters, 2020.\n";
    static const char *const headings[] = {"", "## 2020\n\n", "## Representative Works\n\n", "# In Print\n\n"};
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        struct mkcv_cv *cv = cv_of_page("Publications", mkcv_arena_printf(&arena, "%s%s", headings[i], work));
        struct mkcv_section *s = mkcv_cv_lookup(cv, MKCV_KIND_PUBLICATIONS);
        assert_true(s && s->entries.count == 1);
    }
    struct mkcv_cv *cv = cv_of_page("Software", "## Odds and ends\n\nBells ring.\n");
    struct mkcv_section *other = mkcv_cv_lookup(cv, MKCV_KIND_OTHER);
    assert_non_null(other);
    assert_string_equal(other->title, "Odds and ends");
    cv = cv_of_page("Zebras", "Stripes run.\n");
    other = mkcv_cv_lookup(cv, MKCV_KIND_OTHER);
    assert_non_null(other);
    assert_string_equal(other->title, "Zebras");
}

#define T(f) cmocka_unit_test_setup_teardown(f, start, stop)
int main(void)
{
    const struct CMUnitTest tests[] = {
        T(knows_headings),         T(reads_items),        T(news_confirm_roles), T(merges_what_is_told_twice),
        T(keeps_unknown_sections), T(titles_by_language), T(dumps_every_entry),  T(reads_further_pages),
        T(reads_legends)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
