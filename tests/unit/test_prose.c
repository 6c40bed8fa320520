/* A biography in running text: what is taken, what stays as the profile text. Everybody here is invented. */
#include "cv_fixture.h"

/* Each page's biography and the entries that it must give, a line each, in the CV's order. */
static void reads_facts(void **state)
{
    (void)state;
    int bad = 0;
    static const struct {
        const char *in, *out;
    } cases[] = {
        /* positions */
        {"I am an Assistant Professor at Uppsala University.", "work: Assistant Professor @Uppsala University now"},
        {"I am currently a Postdoctoral Fellow at the Nordic Institute of Physics, working with Prof. [Ada "
         "Moss](https://a.example) and Dr. Bo Berg.",
         "work: Postdoctoral Fellow @Nordic Institute of Physics now {Ada Moss, Bo Berg}"},
        {"Prior to this, I was a Lecturer (equal to a Senior Fellow elsewhere) in the group led by Prof. Ida Holm, the "
         "Laboratory of Waves and Tides at Malmo University and also in the Tidal Hub.",
         "work: Lecturer @Laboratory of Waves and Tides, Malmo University {Ida Holm} note=equal to a Senior Fellow "
         "elsewhere; also in the Tidal Hub"},
        {"Since March 2021, I have been a Senior Researcher for Tidal Power at Lund University.",
         "work: Senior Researcher for Tidal Power @Lund University 2021-03..now"},
        {"From 2014 to 2018, I worked as a software engineer at Ferrum Technologies.",
         "work: software engineer @Ferrum Technologies 2014..2018"},
        {"I was a visiting student at Kyoto Institute of Waves, hosted by Prof. Ken Mori, in 2016.",
         "work: visiting student @Kyoto Institute of Waves 2016 {Ken Mori}"},
        {"I interned at Ferrum Research in 2019.", "work: Intern @Ferrum Research 2019"},
        {"I joined Lund University as an Associate Professor in 2020.",
         "work: Associate Professor @Lund University 2020.."},
        {"I am the director of the Tidal Energy Center at Malmo University.",
         "work: director of the Tidal Energy Center @Malmo University now"},
        {"I am Ida Holm, Lecturer in the School of Waves at Lund University.",
         "work: Lecturer @School of Waves, Lund University now"},
        {"I am an Associate Professor and a Holm Fellow in the School of Waves at Lund University.",
         "work: Associate Professor @School of Waves, Lund University now\nwork: Holm Fellow @School of Waves, Lund "
         "University now"},
        {"I was a Research Fellow at the Nordic Institute (Norway, 2011-2013).",
         "work: Research Fellow @Nordic Institute #Norway 2011..2013"},
        /* degrees */
        {"I received my Ph.D. degree with honors in Marine Physics from Lund University, advised by Prof. [Ada "
         "Moss](https://a.example) and Prof. Bo Berg.",
         "education: Ph.D. in Marine Physics @Lund University honors=with honors {Ada Moss, Bo Berg}"},
        {"I obtained my B.Sc. in Physics from Uppsala University (Ridge Class) in 2011.",
         "education: B.Sc. in Physics @Uppsala University (Ridge Class) 2011"},
        {"I earned a Master of Science in Optics at Malmo University under the supervision of Dr. Ida Holm.",
         "education: Master of Science in Optics @Malmo University {Ida Holm}"},
        {"I received my B.S. and M.S. degrees in Physics from Lund University in 2012 and 2014, respectively.",
         "education: B.S. in Physics @Lund University 2012\neducation: M.S. in Physics @Lund University 2014"},
        {"I received my PhD in Optics from Lund University, and my MSc in Physics from Malmo University, where I was "
         "advised by Prof. Ida Holm.",
         "education: PhD in Optics @Lund University\neducation: MSc in Physics @Malmo University {Ida Holm}"},
        {"I am a third-year Ph.D. student at Lund University, supervised by Prof. Ada Moss.",
         "education: Ph.D. @Lund University now {Ada Moss}"},
        {"I am a PhD candidate in Optics at Lund University. My advisor is Prof. Ada Moss.",
         "education: PhD in Optics @Lund University now {Ada Moss}"},
        /* service */
        {"I served as the Associate Editor of Wave Letters, the Area Chair of ICTW and ACM TD, and the Reviewer of "
         "IEEE TW, TWX, etc.",
         "service: Associate Editor @Wave Letters\nservice: Area Chair @ICTW\nservice: Area Chair @ACM TD\nservice: "
         "Reviewer @IEEE TW\nservice: Reviewer @TWX"},
        {"I serve as a reviewer for IEEE Transactions on Waves and Signals, ICTW 2022/2023, and Nature Tides.",
         "service: reviewer @IEEE Transactions on Waves and Signals\nservice: reviewer @ICTW 2022,2023\nservice: "
         "reviewer @Nature Tides"},
        {"I have reviewed for Wave Letters and ICTW.", "service: Reviewer @Wave Letters\nservice: Reviewer @ICTW"},
        /* awards */
        {"I was the recipient of the Young Tide Award at Lund University (2019), the Best Poster Prize at ICTW (2021), "
         "and the Ferrum Stars in Waves (2022).",
         "awards: Young Tide Award @Lund University 2019\nawards: Best Poster Prize @ICTW 2021\nawards: Ferrum Stars "
         "in Waves 2022"},
        {"I received the Holm Medal from the Nordic Academy of Sciences in 2020.",
         "awards: Holm Medal @Nordic Academy of Sciences 2020"},
        {"I am a recipient of the Tide Prize of the Nordic Society (2019) and of the Lund Teaching Award (2021).",
         "awards: Tide Prize @Nordic Society 2019\nawards: Lund Teaching Award 2021"},
        {"I was named a Rising Star in Waves by the Nordic Academy in 2022.",
         "awards: Rising Star in Waves @Nordic Academy 2022"},
        {"I received a Best Poster Prize from ICTW in 2021.", "awards: Best Poster Prize @ICTW 2021"},
        {"She won the Young Tide Prize in 2018 and the Holm Medal in 2020.",
         "awards: Young Tide Prize 2018\nawards: Holm Medal 2020"},
        {"I was awarded the Holm Fellowship by the Nordic Academy in 2019.",
         "awards: Holm Fellowship @Nordic Academy 2019"},
        /* the same facts in other words */
        {"She is currently an Assistant Professor at Lund University.",
         "work: Assistant Professor @Lund University now"},
        {"Prior to joining Lund, she was a postdoc at Malmo University hosted by Prof. Bo Berg.",
         "work: postdoc @Malmo University {Bo Berg}"},
        {"My name is Ada Moss. Dr. Moss received her PhD in Optics from Malmo University in 2015.",
         "education: PhD in Optics @Malmo University 2015"},
        {"My name is Ada Moss. Dr. Berg received her PhD in Optics from Malmo University in 2015.", ""},
        {"I am a Lecturer at Lund University, and since 2022 I have also been a Visiting Scientist at the Tidal "
         "Institute.",
         "work: Lecturer @Lund University now\nwork: Visiting Scientist @Tidal Institute 2022..now"},
        {"I am a Lecturer at Lund University, and previously was a Fellow at the Tidal Institute.",
         "work: Lecturer @Lund University now\nwork: Fellow @Tidal Institute"},
        {"I spent two years as a postdoctoral researcher at Malmo University.",
         "work: postdoctoral researcher @Malmo University"},
        {"I joined Lund University in 2020 as an Assistant Professor.",
         "work: Assistant Professor @Lund University 2020.."},
        {"In 2020, I joined Lund University as a Lecturer.", "work: Lecturer @Lund University 2020.."},
        {"I previously worked at Ferrum Research as a Software Engineer.", "work: Software Engineer @Ferrum Research"},
        {"He currently holds the position of Professor at Lund University.", "work: Professor @Lund University now"},
        {"I completed my PhD in Optics at Malmo University under the supervision of Prof. Bo Berg in 2019.",
         "education: PhD in Optics @Malmo University 2019 {Bo Berg}"},
        {"I received my B.Sc. (2010), M.Sc. (2012) and Ph.D. (2016) in Physics from Lund University.",
         "education: B.Sc. in Physics @Lund University 2010\neducation: M.Sc. in Physics @Lund University "
         "2012\neducation: Ph.D. in Physics @Lund University 2016"},
        {"I serve as Area Chair for ICTW 2024 and NTC 2025, and reviewer for TW, JTW.",
         "service: Area Chair @ICTW 2024\nservice: Area Chair @NTC 2025\nservice: reviewer @TW\nservice: reviewer "
         "@JTW"},
        {"I serve as an Associate Editor of *Wave Letters* and as a reviewer for Nature Tides and Sea Ice.",
         "service: Associate Editor @Wave Letters\nservice: reviewer @Nature Tides\nservice: reviewer @Sea Ice"},
        {"I was a Fellow at Lund University, working with [Lǐ Wěi (李伟)](https://a.example) and Bo "
         "Berg (Malmo).",
         "work: Fellow @Lund University {Lǐ Wěi (李伟), Bo Berg}"},
        /* a clause with a role of its own never belongs to the venue before it */
        {"I serve as Associate Editor for Wave Letters and as Area Chair for ICTW and ACM TW.",
         "service: Associate Editor @Wave Letters\nservice: Area Chair @ICTW\nservice: Area Chair @ACM TW"},
        {"I am an Area Chair for ICTW 2023, and on the program committees of TOPS and TIDI.",
         "service: Area Chair @ICTW 2023\nservice: Program Committee Member @TOPS\nservice: Program Committee Member "
         "@TIDI"},
        {"I am a reviewer for TOPS and TAV; I was a sub-reviewer of LITS 2021.",
         "service: reviewer @TOPS\nservice: reviewer @TAV\nservice: sub-reviewer @LITS 2021"},
        {"She is an Associate Editor of Wave Letters and Sea Ice, and has served as Senior Area Chair for ATL and "
         "EMTP.",
         "service: Associate Editor @Wave Letters\nservice: Associate Editor @Sea Ice\nservice: Senior Area Chair "
         "@ATL\nservice: Senior Area Chair @EMTP"},
        {"I served on the editorial boards of Wave Letters and as Guest Editor of Sea Ice.",
         "service: Editorial Board Member @Wave Letters\nservice: Guest Editor @Sea Ice"},
        {"I will not serve as a reviewer for ICTW.", ""},
        {"I no longer serve as an Area Chair for ICTW.", ""},
        {"I declined to serve as an Area Chair for ICTW.", ""},
        /* others are told of in the third person where the owner says I */
        {"I am a Lecturer at Lund University. My advisor Prof. [An Lu](https://a.example) was an Associate Editor of "
         "Wave Letters. He received his Ph.D. from Malmo University.",
         "work: Lecturer @Lund University now"},
        {"My advisor Prof. [An Lu](https://a.example) won the Holm Medal in 2019. He is a Professor at Lund "
         "University. I love the sea.",
         ""},
        /* a link's text is one name */
        {"I was a Fellow at Lund University, working with Prof. [Phil Thomas](https://a.example) and Dr. [Bea "
         "Master](https://b.example).",
         "work: Fellow @Lund University {Phil Thomas, Bea Master}"},
        {"I was a Fellow at Lund University, working with Prof. [Wei He](https://a.example) and Prof. [An "
         "Le](https://b.example).",
         "work: Fellow @Lund University {Wei He, An Le}"},
        {"I was a Fellow at Lund University, advised by Prof. [He Ru](https://a.example).",
         "work: Fellow @Lund University {He Ru}"},
        {"I was a Fellow at Lund University, advised by [Assoc. Prof. Li Moss](https://a.example).",
         "work: Fellow @Lund University {Li Moss}"},
        {"I was a Fellow at Lund University in [Tia Zu](https://a.example)'s group.",
         "work: Fellow @Lund University {Tia Zu}"},
        {"I am a PhD candidate in Optics at Lund University, advised by [J. He](https://a.example). I love the sea.",
         "education: PhD in Optics @Lund University now {J. He}"},
        /* awards with their years */
        {"I was the recipient of AI 2000 Most Influential Scholar at AMoss (2022) and the Holm Scholarship (10 "
         "worldwide, 2019).",
         "awards: AI 2000 Most Influential Scholar @AMoss 2022\nawards: Holm Scholarship 2019 note=10 worldwide"},
        {"I received the Best Paper Award at ICTW (2023) and TDD (2024).",
         "awards: Best Paper Award @ICTW 2023\nawards: Best Paper Award @TDD 2024"},
        {"I won the Gold Medal in Nordic Tide Contest 2010.", "awards: Gold Medal @Nordic Tide Contest 2010"},
        /* degrees dealt out to one or several schools */
        {"I received my B.S. degree in Physics from Lund University in 2008, and the M.S. and Ph.D. degrees in "
         "Optics from the University of Malmo in 2010 and 2015, respectively.",
         "education: B.S. in Physics @Lund University 2008\neducation: M.S. in Optics @University of Malmo "
         "2010\neducation: Ph.D. in Optics @University of Malmo 2015"},
        {"I hold a Master's degree in Mathematics from Lund University (2020) and Bachelor's degree in Mathematics "
         "from the University of Malmo (2017).",
         "education: Master's in Mathematics @Lund University 2020\neducation: Bachelor's in "
         "Mathematics @University of Malmo 2017"},
        {"I was a Fellow at KU Lund (2020-2022) and a PhD candidate at the University of Malmo (2016-2020), "
         "supervised by Prof. Bo Berg.",
         "work: Fellow @KU Lund 2020..2022\neducation: PhD @University of Malmo 2016..2020 {Bo Berg}"},
        {"I hold an MA in Natural Sciences (University of Malmo, 1997).",
         "education: MA in Natural Sciences @University of Malmo 1997"},
        /* positions */
        {"Before joining Ferrum as a Principal Researcher in 2022, I was a Lecturer at Lund University.",
         "work: Lecturer @Lund University\nwork: Principal Researcher @Ferrum 2022.."},
        {"Before that, I was a Postdoc in the group led by Prof. [Ida Holm](https://a.example), University of Malmo, "
         "Lund.",
         "work: Postdoc @University of Malmo, Lund {Ida Holm}"},
        {"Dr. Mara Moss is currently an Associate Professor with the School of Waves at Lund University.",
         "work: Associate Professor @School of Waves, Lund University now"},
        {"**Ken Mori** is a Professor at Lund University.", "work: Professor @Lund University now"},
        {"Ada Moss is a Professor at Lund University. She received her PhD from Malmo University.",
         "work: Professor @Lund University now\neducation: PhD @Malmo University"},
        /* links on lines of their own */
        {"## Projects\n\n[Tidal Atlas](https://a.example)\n[Wave Tank](https://b.example)\n",
         "projects: Tidal Atlas\nprojects: Wave Tank"},
        /* interests and media */
        {"My research interests include tidal power, wave optics (*e.g.*, solitons), and sea ice.",
         "interests: tidal power\ninterests: wave optics\ninterests: sea ice"},
        {"My research mainly focuses on Tidal Power and Wave Optics, especially Soliton Theory.",
         "interests: Tidal Power\ninterests: Wave Optics\ninterests: Soliton Theory"},
        {"In recent work I turn to **Sea Ice**, such as floes and bergs.", "interests: Sea Ice"},
        {"My work has been featured by major outlets, such as Nordic Wave Review and Radio Malmo.",
         "media: @Nordic Wave Review\nmedia: @Radio Malmo"},
        /* nothing is stated */
        {"My advisor is a Professor at Lund University.", ""},
        {"I wrote a book on tides during my Ph.D. years.", ""},
        {"She who is a Professor at Lund University knows.", ""},
        {"I received funding and many letters.", ""},
        {"The committee serves as a meeting place of friends.", ""},
        {"I love the sea.", ""}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *got = describe_all(cv_from(cases[i].in));
        if (strcmp(got, cases[i].out) != 0)
            bad++, print_error("\n"
                               "'%s':\n%s\nnot\n%s",
                               cases[i].in, got, cases[i].out);
    }
    assert_int_equal(bad, 0);
}

static void keeps_the_rest(void **state)
{
    (void)state;
    int bad = 0;
    static const struct {
        const char *in, *out;
    } cases[] = {
        {"I am a Lecturer at Lund University. I also worked with Dr. [Bo Berg](https://b.example) on tides.",
         "I worked with Dr. [Bo Berg](https://b.example) on tides."},
        {"**My research focuses on tides**, and I like *ice*.\n\nI received my PhD from Lund University.",
         "**My research focuses on tides**, and I like *ice*."},
        {"Welcome to my homepage! I chase long waves.", "I chase long waves."},
        {"I chase waves.\n\n**[Open Positions]**\n\n- **Ph.D.:** Fall 2031. (Students with a boat are encouraged to "
         "contact "
         "me.)",
         "I chase waves."},
        {"![Me](me.png) I chase waves. We seek self-motivated students.", "I chase waves."},
        {"## Education\n\nI received my PhD from Lund University. It rained that day.", ""},
        {"I am a Lecturer at Lund University. I was a Fellow at the Nordic Institute. I met Bo.\n\nI chase long "
         "waves.",
         "I chase long waves.\nI met Bo."},
        {"E-mail: ada [at] moss [dot] example", ""}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *got = summary_of(cv_from(cases[i].in));
        if (strcmp(got, cases[i].out) != 0)
            bad++, print_error("\n"
                               "'%s':\n%s\nnot\n%s",
                               cases[i].in, got, cases[i].out);
    }
    assert_int_equal(bad, 0);
}

/* Sentences without a fact stay with the entry that they stand by; what is not searched stays as text. */
static void loses_nothing(void **state)
{
    (void)state;
    static const struct {
        const char *in, *kept;
    } cases[] = {{"## Education\n\nI received my PhD from Lund University. It rained that day.", "It rained that day."},
                 {"## Awards\n\nThe jury was kind. I won the Holm Medal in 2020.", "The jury was kind."},
                 {"## Education\n\nShort words.", "Short words."},
                 {"## Service\n\nReviewer for ICTW. Cooked for all.", "Cooked for all."},
                 {"## Education\n\n    code()\n", "code()"},
                 {"## Biography\n\n    code()\n", "code()"},
                 {"## Biography\n\n<dl><dt>Post</dt><dd>Keeper of tides</dd></dl>\n", "Keeper of tides"},
                 {"## Zebra\n\n> Stripes.\n", "Stripes."}};
    int bad = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct mkcv_buf out;
        mkcv_buf_init(&out, &arena);
        mkcv_cv_dump(cv_from(cases[i].in), &out);
        if (!strstr(out.s, cases[i].kept)) bad++, print_error("'%s' lost '%s':\n%s", cases[i].in, cases[i].kept, out.s);
    }
    assert_int_equal(bad, 0);
}

static size_t count_limits(void)
{
    size_t n = 0;
    for (size_t i = 0; i < diags.list.count; i++) n += diags.list.at[i].id == MKCV_DIAG_TEXT_LIMIT;
    return n;
}

/* `n` copies of `part` under a heading. */
static const char *page_of(const char *heading, const char *part, size_t n)
{
    struct mkcv_buf out;
    mkcv_buf_init(&out, &arena);
    mkcv_buf_puts(&out, heading);
    for (size_t i = 0; i < n; i++) mkcv_buf_puts(&out, part);
    return out.s;
}

/* A text over the limit is said to be too long, once, and is kept whole; shorter ones are read. */
static void stops_at_the_limit(void **state)
{
    (void)state;
    static const char *const headings[] = {"## Biography\n\n", "## Awards\n\n", "## Publications\n\n- ",
                                           "## Zebra\n\n"};
    for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
        size_t before = count_limits();
        struct mkcv_buf out;
        mkcv_buf_init(&out, &arena);
        mkcv_cv_dump(cv_from(page_of(headings[i], "I won the Holm Medal in 2020. ", 700)), &out);
        assert_int_equal(count_limits() - before, 1);
        assert_true(out.n > (size_t)700 * 29);
        assert_null(strstr(out.s, "title: Holm Medal"));
    }
    size_t before = count_limits();
    assert_string_equal(describe_all(cv_from(page_of("## Biography\n\n", "I won the Holm Medal in 2020. ", 400))),
                        "awards: Holm Medal 2020");
    assert_int_equal(count_limits(), before);
}

static void obeys_the_setting(void **state)
{
    (void)state;
    const char *page = "I am a Lecturer at Lund University. I chase long waves.";
    struct mkcv_cv *full = cv_with(page, MKCV_BIOGRAPHY_FULL), *none = cv_with(page, MKCV_BIOGRAPHY_NONE);
    assert_string_equal(summary_of(full), page);
    assert_string_equal(summary_of(none), "");
    assert_string_equal(describe_all(full), "work: Lecturer @Lund University now");
    assert_string_equal(describe_all(none), "work: Lecturer @Lund University now");
}

static void takes_name_and_email(void **state)
{
    (void)state;
    int bad = 0;
    static const struct {
        const char *in, *name, *email;
    } cases[] = {
        {"I am Ada Moss, a Lecturer at Lund University. Write to [me](mailto:ada@moss.example).", "Ada Moss",
         "ada@moss.example"},
        {"My name is Ada B. Moss.", "Ada B. Moss", NULL},
        {"My name is Ada Moss. Write to [me](mailto:ada@waves.example.org).", "Ada Moss", "ada@waves.example.org"},
        {"My name is Ada Moss. Write to [me](mailto:you@example.com).", "Ada Moss", NULL},
        {"---\ntitle: Ada Moss\n---\n# Hello, Ada Moss here\n\nI study tides. Email: ada (at) moss (dot) example",
         "Ada Moss", "ada@moss.example"},
        {"Dr. Ada Moss is currently a Lecturer at Lund University.", "Ada Moss", NULL},
        {"**Ken Mori** is a Professor at Lund University.", "Ken Mori", NULL},
        {"Lund University is a School at Malmo.", NULL, NULL},
        {"I am Associate Professor at Lund University.", NULL, NULL},
        {"I meet friends at noon.", NULL, NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct mkcv_basics b = cv_from(cases[i].in)->basics;
        if (strcmp(b.name ? b.name : "-", cases[i].name ? cases[i].name : "-") != 0)
            bad++, print_error("\n"
                               "'%s': name %s",
                               cases[i].in, b.name);
        if (strcmp(b.email ? b.email : "-", cases[i].email ? cases[i].email : "-") != 0)
            bad++, print_error("\n"
                               "'%s': e-mail %s",
                               cases[i].in, b.email);
    }
    size_t missing = 0;
    for (size_t i = 0; i < diags.list.count; i++) missing += diags.list.at[i].id == MKCV_DIAG_NAME_MISSING;
    assert_int_equal(missing, 3);
    assert_int_equal(bad, 0);
}

static void marks_what_is_told(void **state)
{
    (void)state;
    struct mkcv_cv *cv = cv_from("My research interests include tides. My work was featured by Radio Malmo. I am a "
                                 "Lecturer at Lund University.");
    assert_true(mkcv_cv_lookup(cv, MKCV_KIND_INTERESTS)->entries.at[0].told);
    assert_true(mkcv_cv_lookup(cv, MKCV_KIND_MEDIA)->entries.at[0].told);
    assert_false(mkcv_cv_lookup(cv, MKCV_KIND_WORK)->entries.at[0].told);
}

static void keeps_places(void **state)
{
    (void)state;
    struct mkcv_cv *cv = cv_from("I study tides.\n\nToday I am glad. I am a Lecturer at Lund University, working with "
                                 "[Ada Moss](/people/ada).\n");
    const struct mkcv_entry *e = &mkcv_cv_lookup(cv, MKCV_KIND_WORK)->entries.at[0];
    assert_int_equal(e->loc.line, 3);
    assert_int_equal(e->loc.column, 25);
    assert_string_equal(e->people.at[0].url, "https://moss.example.net/people/ada");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(reads_facts, start, stop),
                                       cmocka_unit_test_setup_teardown(keeps_the_rest, start, stop),
                                       cmocka_unit_test_setup_teardown(loses_nothing, start, stop),
                                       cmocka_unit_test_setup_teardown(stops_at_the_limit, start, stop),
                                       cmocka_unit_test_setup_teardown(obeys_the_setting, start, stop),
                                       cmocka_unit_test_setup_teardown(takes_name_and_email, start, stop),
                                       cmocka_unit_test_setup_teardown(marks_what_is_told, start, stop),
                                       cmocka_unit_test_setup_teardown(keeps_places, start, stop)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
