/* Service, awards, grants, memberships, talks, courses, students and news, in the shapes in which people write them.
 * Everybody and everything named here is invented. */
#include "cv_fixture.h"

struct shape {
    const char *heading, *body, *out;
};

static int count_wrong(const struct shape *cases, size_t n)
{
    int bad = 0;
    for (size_t i = 0; i < n; i++) {
        const char *got =
            describe_all(cv_from(mkcv_arena_printf(&arena, "## %s\n\n%s\n", cases[i].heading, cases[i].body)));
        if (strcmp(got, cases[i].out) != 0)
            bad++, print_error("%s: '%s':\n%s\nnot\n%s\n", cases[i].heading, cases[i].body, got, cases[i].out);
    }
    return bad;
}

#define WRONG(cases) count_wrong(cases, sizeof cases / sizeof *cases)

static void reads_service(void **state)
{
    (void)state;
    static const struct shape cases[] = {
        /* the role behind its venue, with no word between */
        {"Service", "- Wave Symposium Vice Chair 2027", "service: Vice Chair @Wave Symposium 2027"},
        {"Service", "- ICTW **Artifact Evaluation Committee Co-Chair** 2026 & 2025",
         "service: Artifact Evaluation Committee Co-Chair @ICTW 2025,2026"},
        {"Service", "- Reviewer NordTide 2024, ICTW 2023",
         "service: Reviewer @NordTide 2024\nservice: Reviewer @ICTW 2023"},
        /* falling years */
        {"Program Committee", "- TideSec -- Web Track 2026--2023\n- ICTW 2024 & 2022",
         "service: Program Committee @TideSec -- Web Track 2023..2026\nservice: Program Committee @ICTW 2022,2024"},
        {"Service", "- Panelist, Nordic Science Fund (NSFX), 2021, 2022, 2025",
         "service: Panelist @Nordic Science Fund (NSFX) 2021,2022,2025"},
        {"Service", "- Reviewer: Journal of Tides: Series C (2025)",
         "service: Reviewer @Journal of Tides: Series C 2025"},
        /* committees of the university */
        {"Service", "- Member, Graduate Admissions Committee, Department of Optics, Lund University, 2022-2024",
         "service: Member @Graduate Admissions Committee, Department of Optics, Lund University 2022..2024"},
        {"Service", "- Member of the Graduate Admissions Committee, Lund University (2021)",
         "service: Member @Graduate Admissions Committee, Lund University 2021"},
        {"Doctoral Committee", "- Bo Berg (Ph.D., Optics, Malmo University, March 2026)",
         "service: Doctoral Committee @Bo Berg (Ph.D., Optics, Malmo University) 2026-03"},
        {"Dissertation Committees", "- *Chair*, Bo Berg (Ph.D.), Malmo University",
         "service: Chair, Dissertation Committee @Bo Berg (Ph.D.), Malmo University"},
        {"Service", "- External PhD examiner, Malmo University, 2021",
         "service: External PhD examiner @Malmo University 2021"},
        {"Service", "- Session Chair, ICTW 2021", "service: Session Chair @ICTW 2021"},
        {"Service", "- Reviewer for Tidal Wave Letters, Elsevier, and Northern Tide Journal, Wiley",
         "service: Reviewer @Tidal Wave Letters, Elsevier\nservice: Reviewer @Northern Tide Journal, Wiley"},
        {"Service", "- Organizer of the Workshop on Tides and Waves at ICTW 2021",
         "service: Organizer @Workshop on Tides and Waves at ICTW 2021"},
        {"Service", "- Co-organizer, 2nd Workshop on Small Waves, Lund, 2019",
         "service: Co-organizer @2nd Workshop on Small Waves, Lund 2019"},
        {"Service", "- PC Member, 25th Annual Conference on Innovation and Technology in Wave Education (ITWE) 2020",
         "service: PC Member @25th Annual Conference on Innovation and Technology in Wave Education (ITWE) 2020"},
        {"Service",
         "- PC Member, Joint European Wave Engineering Conference and Symposium on the Foundations of Waves (EWEC), "
         "2020",
         "service: PC Member @Joint European Wave Engineering Conference and Symposium on the Foundations of Waves "
         "(EWEC) 2020"},
        {"Service", "- Conference Reviewer: ICTW'25, NTC'25",
         "service: Conference Reviewer @ICTW 2025\nservice: "
         "Conference Reviewer @NTC 2025"},
        {"Service", "- **Reviewer**: ICTW (2022, 2023), NTC (2021), TW",
         "service: Reviewer @ICTW 2022,2023\nservice: Reviewer @NTC 2021\nservice: Reviewer @TW"},
        {"Editorial Board",
         "- **Associate Editor**, Wave Recognition: 2025-present.\n- Guest Editor, IEEX Transactions on Wave Analysis "
         "and "
         "Sea Ice: Special Issue on Large Tides, 2026",
         "service: Associate Editor @Wave Recognition 2025..now\nservice: Guest Editor @IEEX Transactions on Wave "
         "Analysis and Sea Ice: Special Issue on Large Tides 2026"},
        {"Service",
         "**Area Chair**\\\n🔻 [ICTW 2026](https://i.example), [NTC 2025](https://n.example)\n\n**Journal "
         "Reviewer**\\\n🔻 [Wave Letters](https://w.example)\\\n🔻 Sea Ice",
         "service: Area Chair @ICTW 2026\nservice: Area Chair @NTC 2025\nservice: Journal Reviewer @Wave Letters\n"
         "service: Journal Reviewer @Sea Ice"},
        {"Service", "- Member of Journal Editorial Board: Wave Letters Associate Editor",
         "service: Associate Editor @Wave Letters"},
        {"Service", "I am also co-founder of TideBox, a collaboration with equal weight on waves and winds.",
         "service: co-founder @TideBox"},
        {"Service", "- Tide Learning Conference (**TLC**) (Senior Reviewer 2024, Area Chair 2025)",
         "service: Senior Reviewer @Tide Learning Conference (TLC) 2024\nservice: Area Chair @Tide Learning Conference "
         "(TLC) 2025"},
        {"Service", "- 2025 : Reviewer for Journal of Tides: Series C",
         "service: Reviewer @Journal of Tides: Series C 2025"},
        {"Program Committee", "| Year | Venues |\n|---|---|\n| 2026 | ICTW (area chair), NTC |\n| 2025 | TLC |",
         "service: area chair @ICTW 2026\nservice: Program Committee @NTC 2026\nservice: Program Committee @TLC 2025"},
        /* headings within headings */
        {"Reviewer", "### Journals\n- Wave Letters\n- Sea Ice\n\n### Conferences\n- ICTW (2021)",
         "service: Reviewer @Wave Letters\nservice: Reviewer @Sea Ice\nservice: Reviewer @ICTW 2021"},
        {"Service", "**Journal Reviewer**: Wave Letters, Sea Ice\n\n**Conference Reviewer**: ICTW, NTC",
         "service: Journal Reviewer @Wave Letters\nservice: Journal Reviewer @Sea Ice\nservice: Conference Reviewer "
         "@ICTW\nservice: Conference Reviewer @NTC"},
        {"Service", "| Year | Role | Venue |\n|---|---|---|\n| 2024 | Reviewer | ICTW |\n| 2023 | Area Chair | NTC |",
         "service: Reviewer @ICTW 2024\nservice: Area Chair @NTC 2023"},
        /* other languages */
        {"学术服务", "- 审稿人：ICTW、NTC、Wave Letters",
         "service: 审稿人 @ICTW\nservice: 审稿人 @NTC\nservice: 审稿人 @Wave Letters"},
        {"学術活動", "- 査読：Wave Letters／Sea Ice／潮汐学会誌",
         "service: 査読 @Wave Letters\nservice: 査読 @Sea Ice\nservice: 査読 @潮汐学会誌"},
        {"査読歴（抜粋）", "Wave Letters／Frontiers in Waves／Interacting with Tides／潮汐学会誌／Journal of Seas",
         "service: 査読歴 @Wave Letters\nservice: 査読歴 @Frontiers in Waves\nservice: 査読歴 @Interacting with Tides\n"
         "service: 査読歴 @潮汐学会誌\nservice: 査読歴 @Journal of Seas"},
        {"学術活動", "- 日本潮汐学会 編集委員（2021年-現在）", "service: 編集委員 @日本潮汐学会 2021..now"},
        {"학술 활동", "- 심사위원: ICTW 2023, NTC 2022", "service: 심사위원 @ICTW 2023\nservice: 심사위원 @NTC 2022"},
        {"Responsabilités", "- Membre du comité de programme : ICTW 2021, NTC 2022",
         "service: Membre du comité de programme @ICTW 2021\nservice: Membre du comité de programme @NTC 2022"},
        {"Gutachtertätigkeit", "- Gutachter: Wellenbriefe, Meereis",
         "service: Gutachter @Wellenbriefe\nservice: Gutachter @Meereis"},
        {"学术兼职",
         "- 《潮汐学报》、《海洋通报》审稿人\n- 2023年ICTW大会宣传主席\n- 担任 ICTW、NTC 等会议程序委员会委员",
         "service: 审稿人 @潮汐学报\nservice: 审稿人 @海洋通报\nservice: 宣传主席 @ICTW大会 2023\n"
         "service: 程序委员会委员 @ICTW\nservice: 程序委员会委员 @NTC"},
        {"学会活動", "- ICTW 2021 エリアチェア\n- 潮汐学会 第9回年次大会 プログラム委員長, 2022",
         "service: エリアチェア @ICTW 2021\nservice: プログラム委員長 @潮汐学会 第9回年次大会 2022"},
        {"학술 활동", "- 조석학회 논문지 편집위원 (2023 – 현재)", "service: 편집위원 @조석학회 논문지 2023..now"},
        {"Gutachtertätigkeit", "- Zeitschriften: Wellenbriefe, Meereis\n- Mitglied im Programmkomitee der ICTW 2021",
         "service: Gutachtertätigkeit @Wellenbriefe\nservice: Gutachtertätigkeit @Meereis\n"
         "service: Mitglied im Programmkomitee @ICTW 2021"},
        {"Attività editoriale", "- Revisore per Onde Marine, Maree e Ghiaccio",
         "service: Revisore @Onde Marine\nservice: Revisore @Maree\nservice: Revisore @Ghiaccio"},
        {"Comitês", "- Coordenadora do comitê de programa, ICTW 2023",
         "service: Coordenadora do comitê de programa @ICTW 2023"},
        {"Responsabilités",
         "- Co-organisatrice de l'école Marées (2022)\n- Membre élue du conseil de l'Institut (2021)",
         "service: Co-organisatrice @école Marées 2022\nservice: Membre élue @conseil de l'Institut 2021"},
        {"Servicio", "- Revisor de Ondas y Mareas (2020)", "service: Revisor @Ondas y Mareas 2020"},
        /* a member of a society serves nobody */
        {"Service", "- Member of the Nordic Wave Society\n- Reviewer for ICTW 2020",
         "service: Reviewer @ICTW 2020\nmemberships: Nordic Wave Society role=Member"},
    };
    assert_int_equal(WRONG(cases), 0);
}

static void reads_awards(void **state)
{
    (void)state;
    static const struct shape cases[] = {
        /* one award, told by the list and by the news under its conference's short name */
        {"Awards",
         "- Best Paper Award at International Conference on Tidal Waves (ICTW), 2023\n\n## News\n\n- [2023-05] I won "
         "the "
         "best paper award of ICTW!",
         "awards: Best Paper Award @International Conference on Tidal Waves (ICTW) 2023\nnews: 2023-05 summary=I won "
         "the "
         "best paper award of ICTW!"},
        {"Awards", "- Oct. 1st, 2020: **Tide Medal**, Nordic Academy", "awards: Tide Medal @Nordic Academy 2020-10-01"},
        {"Awards", "- Young Tide Scholarship (top <5%), Lund University, 2019-23",
         "awards: Young Tide Scholarship (top <5%) @Lund University 2019..2023"},
        {"Awards", "- Holm Fellowship, Nordic Fund, 2021 - Declined",
         "awards: Holm Fellowship @Nordic Fund 2021 note=Declined"},
        {"Awards", "- 2nd place, Nordic Tide Contest, 2016", "awards: 2nd place @Nordic Tide Contest 2016"},
        {"Awards", "- 2019, First Prize in the Nordic Tide Contest", "awards: First Prize @Nordic Tide Contest 2019"},
        {"Awards", "- Distinguished Paper Award in ICTW 2024 Annual Symposium. 2024",
         "awards: Distinguished Paper Award @ICTW 2024 Annual Symposium 2024"},
        {"Awards",
         "- Student Scholarship. Conference on Tides (CT), 2019\n- Rising Star in Waves, awarded by Lund University, "
         "2020",
         "awards: Student Scholarship @Conference on Tides (CT) 2019\nawards: Rising Star in Waves @Lund University "
         "2020"},
        {"Awards",
         "- NTC 2023 Best Paper Runner-up\n- Best Paper Award Runner-up, NTC, 2023\n- Best Paper Award, NTC, 2024",
         "awards: Best Paper Award Runner-up @NTC 2023\nawards: Best Paper Award @NTC 2024"},
        {"Awards", "- Best Paper Award, ICTW 2021 (with Bo Berg)",
         "awards: Best Paper Award @ICTW 2021 summary=with Bo Berg"},
        {"Awards",
         "- ***Best Paper Award --- ICTW*** (2017)\\\nFor the paper on small waves.\\\n*Given by the Nordic Academy*",
         "awards: Best Paper Award @ICTW 2017 summary=For the paper on small waves. Given by the Nordic Academy"},
        {"Awards", "2020 &nbsp; **Tide Medal**\n\nAwarded for the invention of the tide clock.",
         "awards: Tide Medal 2020 summary=Awarded for the invention of the tide clock."},
        {"Awards", "I was the recipient of the Tide Prize at ICTW (2023), NTC (2024), and LITS (2025).",
         "awards: Tide Prize @ICTW 2023\nawards: Tide Prize @NTC 2024\nawards: Tide Prize @LITS 2025"},
        {"Awards", "| 2024 | Tide Medal | Nordic Academy |\n|---|---|---|\n| 2023 | Wave Prize | ICTW |",
         "awards: Tide Medal @Nordic Academy 2024\nawards: Wave Prize @ICTW 2023"},
        {"Awards",
         "- **2024**\n  - Tide Medal, Nordic Academy\n  - Wave Prize, ICTW\n- **2023**\n  - Sea Grant, Nordic Fund",
         "awards: Tide Medal @Nordic Academy 2024\nawards: Wave Prize @ICTW 2024\nawards: Sea Grant @Nordic Fund 2023"},
        {"Awards", "### 2024\n- Tide Medal, Nordic Academy", "awards: Tide Medal @Nordic Academy 2024"},
        {"Awards", "- **Bo Berg**, Best Poster Award, Lund University, 2025\n- Tide Medal, 2024",
         "awards: Tide Medal 2024"},
        {"获奖情况", "- 2021年，国家奖学金（前1%），教育部\n- 优秀毕业生，隆德大学，2019",
         "awards: 国家奖学金（前1%） @教育部 2021\nawards: 优秀毕业生 @隆德大学 2019"},
        {"受賞歴", "- 2021年3月　論文賞，日本潮汐学会", "awards: 論文賞 @日本潮汐学会 2021-03"},
        {"수상 경력", "- 우수논문상, 한국조석학회, 2021", "awards: 우수논문상 @한국조석학회 2021"},
        {"Auszeichnungen", "- Promotionspreis der Universität Lund, 2019",
         "awards: Promotionspreis der Universität Lund 2019"},
        {"Prix et distinctions", "- Prix de thèse, Université de Lund, 2018",
         "awards: Prix de thèse @Université de Lund 2018"},
    };
    assert_int_equal(WRONG(cases), 0);
}

static void reads_grants(void **state)
{
    (void)state;
    static const struct shape cases[] = {
        {"Grants", "- **Co-PI**, Nordic Fund, *Tides for All*, $120,000, 06/2024 - 06/2025",
         "grants: Tides for All @Nordic Fund role=Co-PI amount=$120,000 2024-06..2025-06"},
        {"Grants", "- Tides for All (Nordic Fund, PI, 2021-2024, €200,000)",
         "grants: Tides for All @Nordic Fund role=PI amount=€200,000 2021..2024"},
        {"Grants and Awards",
         "- PI: Tides for All, Nordic Science Foundation, 2021-2024\n- Tide Medal, Nordic Academy, 2020",
         "awards: Tide Medal @Nordic Academy 2020\ngrants: Tides for All @Nordic Science Foundation role=PI "
         "2021..2024"},
        {"Grants",
         "**Grant-in-Aid (B)** — Role: *Co-Investigator* • *Apr 2025 – Mar 2029*\n\n- **Project (EN):** *Tides for "
         "All*\n- "
         "**Funder / Scheme:** Nordic Fund (B)\n- **Total Amount:** €1,500",
         "grants: Tides for All @Nordic Fund (B) role=Co-Investigator amount=€1,500 2025-04..2029-03 "
         "summary=Grant-in-Aid"},
        {"Grants", "- PI. Tide Research Award, 2026 - 2027\n- Panelist, Nordic Science Fund (NSFX), 2021",
         "grants: Tide Research Award role=PI 2026..2027\nservice: Panelist @Nordic Science Fund (NSFX) 2021"},
        {"科研项目", "- 国家自然科学基金青年项目，潮汐模型研究，主持，2021-2023，30万元",
         "grants: 潮汐模型研究 @国家自然科学基金青年项目 role=主持 amount=30万元 2021..2023"},
    };
    assert_int_equal(WRONG(cases), 0);
}

static void reads_memberships_talks_and_courses(void **state)
{
    (void)state;
    static const struct shape cases[] = {
        {"Memberships", "- Senior Member of IEEX\n- Member, Nordic Wave Society (2019-present)\n- ACX",
         "memberships: IEEX role=Senior Member\nmemberships: Nordic Wave Society role=Member 2019..now\nmemberships: "
         "ACX"},
        {"Memberships", "- IEEX (Senior Member, 2020-), ACX (Member)",
         "memberships: IEEX role=Senior Member 2020..now\nmemberships: ACX role=Member"},
        {"Research Interests", "- Tides (Arctic), waves (large, small)\n- Sea ice (thin)",
         "interests: Tides (Arctic)\ninterests: waves (large, small)\ninterests: Sea ice (thin)"},
        {"Media", "- My work was featured in New Tides and Wave Weekly.", "media: @New Tides\nmedia: @Wave Weekly"},
        {"Teaching", "Teaching Assistant at Lund University:\n\n- Wave Optics (Fall 2019)",
         "teaching: Wave Optics @Lund University role=Teaching Assistant 2019 \"Fall 2019\""},
        {"Invited Talks",
         "| Date | Event | Title |\n|---|---|---|\n| May 2022 | ICTW 2022 | Waves at Large, and Small Ones in Seas |",
         "talks: Waves at Large, and Small Ones in Seas @ICTW 2022 2022-05"},
        {"Invited Talks", "- *Waves at Large*, Nordic Wave Days, Lund, Sweden, May 2022",
         "talks: Waves at Large @Nordic Wave Days #Lund, Sweden 2022-05"},
        {"Invited Talks", "- May 2022, **Waves at Large**, Lund University [slides](https://w.example/s.pdf)",
         "talks: Waves at Large @Lund University 2022-05"},
        {"Invited Talks", "- “Waves at Large in Shallow Seas,” invited talk at Lund University, 2022",
         "talks: Waves at Large in Shallow Seas @Lund University 2022"},
        {"Teaching", "- Fall 2019, TD 101 Wave Optics, Lund University (Teaching Assistant)",
         "teaching: TD 101 Wave Optics @Lund University role=Teaching Assistant 2019 \"Fall 2019\""},
        {"Teaching", "- Wave Optics, Lund University, 2019, 2020, 2022",
         "teaching: Wave Optics @Lund University 2019,2020,2022"},
        {"Teaching", "- TA for Wave Optics (TD 101), Lund University, Spring 2020",
         "teaching: Wave Optics (TD 101) @Lund University role=TA 2020 \"Spring 2020\""},
        {"Teaching", "- **Course Instructor**\n  - 2021 TD 101: Wave Optics\n  - 2019 TD 102: Sea Ice",
         "teaching: TD 101: Wave Optics role=Course Instructor 2021\nteaching: TD 102: Sea Ice role=Course Instructor "
         "2019"},
        {"Teaching", "### Lund University\n- Instructor: Wave Optics (2021)",
         "teaching: Wave Optics @Lund University role=Instructor 2021"},
    };
    assert_int_equal(WRONG(cases), 0);
}

static void reads_students(void **state)
{
    (void)state;
    static const struct shape cases[] = {
        {"Students",
         "### PhD Students\n- Bo Berg (2021-, co-advised with Ada Moss)\n- [Ida Holm](https://i.example), 2020-2024",
         "students: Bo Berg level=PhD Student 2021..now note=co-advised with Ada Moss\nstudents: Ida Holm level=PhD "
         "Student 2020..2024"},
        {"Alumni", "- Bo Berg (MSc, 2019), now at Ferrum Research",
         "students: Bo Berg level=MSc 2019 note=now at Ferrum Research"},
        {"Students", "- **Bo (Bert) Berg** (MSc student) -- *Small Waves*, Lund University",
         "students: Bo (Bert) Berg @Lund University level=MSc student note=Small Waves"},
    };
    assert_int_equal(WRONG(cases), 0);
}

static void reads_news(void **state)
{
    (void)state;
    static const struct shape cases[] = {
        {"News", "- *2025.11*: 🎉 One paper is accepted.", "news: 2025-11 summary=One paper is accepted."},
        {"News", "- Apr 07, 2026: A talk is given.", "news: 2026-04-07 summary=A talk is given."},
        {"News", "- \\[2025-03\\] A paper is accepted.", "news: 2025-03 summary=A paper is accepted."},
        {"News", "- 2025/03 A paper is accepted.", "news: 2025-03 summary=A paper is accepted."},
        {"News", "- 03.2025 -- A paper is accepted.", "news: 2025-03 summary=A paper is accepted."},
        {"News", "- (Mar 2025) A paper is accepted.", "news: 2025-03 summary=A paper is accepted."},
        {"News", "| Mar 2025 | A paper is accepted. |\n|---|---|\n| Feb 2025 | A talk is given. |",
         "news: 2025-03 summary=A paper is accepted.\nnews: 2025-02 summary=A talk is given."},
        {"News", "**2025-03** A paper is accepted.\n\n**2025-01** A talk is given.",
         "news: 2025-03 summary=A paper is accepted.\nnews: 2025-01 summary=A talk is given."},
        {"News", "**2025-03** A paper is accepted.<br>\n**2025-01** A talk is given.",
         "news: 2025-03 summary=A paper is accepted.\nnews: 2025-01 summary=A talk is given."},
        {"News", "### 2025\n- March: A paper is accepted.\n- Jan: A talk is given.",
         "news: 2025-03 summary=A paper is accepted.\nnews: 2025-01 summary=A talk is given."},
    };
    assert_int_equal(WRONG(cases), 0);
}

/* What the news say of awards that no list has. */
static void news_tell_awards(void **state)
{
    (void)state;
    static const struct {
        const char *news, *out;
    } cases[] = {
        {"- 03/2023: Very glad to receive the Tide Student Award for Research Excellence",
         "awards: Tide Student Award for Research Excellence 2023"},
        {"- 06/2025: Very honored that our paper on waves received the **NTC 2025 Best Paper Award**!",
         "awards: NTC 2025 Best Paper Award 2025"},
        {"- 06/2024: [Tidebox](https://t.example) won the best paper award at ICTW'24 Tide Workshop, and is accepted "
         "to NTC!",
         "awards: best paper award @ICTW'24 Tide Workshop 2024"},
        {"- 05/2024: I am selected as a Rising Star in Waves by Lund University.",
         "awards: Rising Star in Waves @Lund University 2024"},
        {"- 05/2024: Our paper wins the Best Student Paper Award at ICTW 2024.",
         "awards: Best Student Paper Award @ICTW 2024"},
        {"- 05/2024: 🏆 Awarded the Holm Fellowship by the Nordic Academy.",
         "awards: Holm Fellowship @Nordic Academy 2024"},
        {"- 05/2024: 荣获潮汐学会优秀论文奖。", "awards: 潮汐学会优秀论文奖 2024"},
        /* others' awards and grants, and what is no award */
        {"- 05/2024: Congratulations to Bo Berg, who received the Tide Medal!", ""},
        {"- 05/2024: My student Bo Berg won the Best Poster Award.", ""},
        {"- 05/2024: Bo received the Tide Medal.", ""},
        {"- 05/2024: I received my Ph.D. degree.", ""},
        {"- 05/2024: Our paper is nominated, see the list of award papers.", ""},
    };
    int bad = 0;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct mkcv_cv *cv = cv_from(mkcv_arena_printf(&arena, "I am Ada Moss.\n\n## News\n\n%s\n", cases[i].news));
        const struct mkcv_section *s = mkcv_cv_lookup(cv, MKCV_KIND_AWARDS);
        const char *got = "";
        for (size_t k = 0; s && k < s->entries.count; k++)
            got = mkcv_arena_printf(&arena, "%s%s%s", got, k ? "\n" : "", describe(&s->entries.at[k]));
        if (strcmp(got, cases[i].out) != 0)
            bad++, print_error("'%s':\n%s\nnot\n%s\n", cases[i].news, got, cases[i].out);
    }
    assert_int_equal(bad, 0);
}

#define T(f) cmocka_unit_test_setup_teardown(f, start, stop)
int main(void)
{
    const struct CMUnitTest tests[] = {
        T(reads_service),  T(reads_awards), T(reads_grants),    T(reads_memberships_talks_and_courses),
        T(reads_students), T(reads_news),   T(news_tell_awards)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
