/* Studies and posts as people write them: lists of every shape, and sentences of nine languages. Everybody and every
 * place here is invented. */
#include "cv_fixture.h"

struct example {
    const char *in, *out;
};

static void check(const struct example *cases, size_t count)
{
    int bad = 0;
    for (size_t i = 0; i < count; i++) {
        const char *got = describe_all(cv_from(cases[i].in));
        if (strcmp(got, cases[i].out) != 0)
            bad++, print_error("\n'%s':\n%s\nnot\n%s\n", cases[i].in, got, cases[i].out);
    }
    assert_int_equal(bad, 0);
}

static void reads_lists(void **state)
{
    (void)state;
    static const struct example cases[] = {
        {"## Education\n\n- Ph.D. in Optics, Lund University, 2018",
         "education: Ph.D. in Optics @Lund University 2018"},
        {"## Education\n\n- B.S. in Physics (minor in Music), Malmo College, Sep 2008 – Jun 2012, GPA: 3.9/4.0",
         "education: B.S. in Physics (minor in Music) @Malmo College 2008-09..2012-06"},
        {"## Education\n\n- 2019 – present: Ph.D. student in Statistics, University of Lund. Supervisor: Bo Berg",
         "education: Ph.D. in Statistics @University of Lund 2019..now {Bo Berg}"},
        {"## Education\n\n- M.Sc., Applied Waves, TU Graben, Germany, WS 2010/11 – SS 2012",
         "education: M.Sc. in Applied Waves @TU Graben, Germany 2010..2012"},
        {"## Education\n\n- Ph.D., Life Sciences, University of Malmo, 2011",
         "education: Ph.D. in Life Sciences @University of Malmo 2011"},
        {"## Education\n\n- **Visiting Ph.D. Student** at [Lund University, Sweden](https://a.example), 2015",
         "education: Visiting Ph.D. Student @Lund University #Sweden 2015"},
        {"## Education\n\nLund University, Lund, Sweden\n\n- Ph.D., Optics, 2012∼2016\n- M.S., Waves, 2010∼2012",
         "education: Ph.D. in Optics @Lund University #Lund, Sweden 2012..2016\neducation: M.S. in Waves @Lund "
         "University #Lund, Sweden 2010..2012"},
        {"## Education\n\n### Ph.D. in Optics\nLund University, 2001–2005  \nAdvisor: Prof. Ada Moss",
         "education: Ph.D. in Optics @Lund University 2001..2005 {Ada Moss}"},
        {"## Education\n\n<h3>PhD in Waves</h3><div>Lund University</div><div>2015 – 2019</div><div>Advisor: Prof. Ada "
         "Moss</div>",
         "education: PhD in Waves @Lund University 2015..2019 {Ada Moss}"},
        {"## Education\n\n| Degree | School | Year |\n|---|---|---|\n| MSc Optics | Lund University | 2011 |",
         "education: MSc in Optics @Lund University 2011"},
        {"## Education\n\n**Lund University**, 2008-2015\n\n**Doctor of Philosophy in Biological Sciences**  \nB.A. "
         "advisor: Dr. Ida Holm  \nCommittee: Dr. A. I. Berg",
         "education: Doctor of Philosophy in Biological Sciences @Lund University 2008..2015 {Ida Holm} "
         "summary=Committee: Dr. A. I. Berg"},
        {"## Education and Experience\n\n- *2022.09 - now*, **Assistant Professor**, School of Waves, Lund "
         "University.\n- "
         "*2014.09 - 2018.12*, **Ph.D.**, Optics, Malmo University. Advisor: [Prof. Ada Moss](https://a.example)\n- "
         "*2016.09 - 2017.09*, Visiting Ph.D. Student, Lund University, supervised by Prof. Bo Berg",
         "work: Assistant Professor @School of Waves, Lund University 2022-09..now\nwork: Visiting Ph.D. Student @Lund "
         "University 2016-09..2017-09 {Bo Berg}\neducation: Ph.D. in Optics @Malmo University 2014-09..2018-12 {Ada "
         "Moss}"},
        {"## Educación\n\n**Doctorado en Biología Marina, Celular y Ondas**  \nUniversidad de Lund, 2011 - "
         "2016\n\n**Magíster en Ondas**  \nUniversidad de Malmo, 2009 - 2011",
         "education: Doctorado in Biología Marina, Celular y Ondas @Universidad de Lund 2011..2016\neducation: "
         "Magíster "
         "in Ondas @Universidad de Malmo 2009..2011"},
        {"## Experience\n\n- **Research Intern**, Ferrum Labs, Summer 2023, mentor: Dr. Bo Berg",
         "work: Research Intern @Ferrum Labs 2023 {Bo Berg}"},
        {"## Werdegang\n\n- 2014 bis 2017: Akademische Rätin a. Z., Lund University",
         "work: Akademische Rätin a. Z. @Lund University 2014..2017"},
        {"## Werdegang\n\n- Aug. 2012 – Dez. 2012 Gastwissenschaftlerin an der Lund University",
         "work: Gastwissenschaftlerin @Lund University 2012-08..2012-12"},
        {"## Formación\n\n- Doctora en Óptica, Lund University, 2007-2011. Directora: Ida Holm",
         "education: Doctora in Óptica @Lund University 2007..2011 {Ida Holm}"},
        {"## Experience\n\n- Visiting Scholar at MIT, Host: Prof. I. Holm, 9/2019–2/2020",
         "work: Visiting Scholar @MIT 2019-09..2020-02 {I. Holm}"},
        {"## Experience\n\n- 05'23 − 06'26: Software Engineer at Ferrum Systems, Berlin",
         "work: Software Engineer @Ferrum Systems #Berlin 2023-05..2026-06"},
        {"## Experience\n\n- 2018: Intern at Tidal Group Co., Ltd", "work: Intern @Tidal Group Co., Ltd 2018"},
        {"## Experience\n\n### Ferrum Inc.\n\n**Senior Engineer**, 2020 – Present\n\n- Leads the tide "
         "team.\n\n**Engineer**, "
         "2018 – 2020",
         "work: Senior Engineer @Ferrum Inc. 2020..now\nwork: Engineer @Ferrum Inc. 2018..2020"},
        {"## Experience\n\n- Article on a tidal mill that I read with friends, which was long and told little, 2020",
         ""},
        {"## Experience\n\n- Associate Editor, Wave Letters, 2019", ""},
        {"## 学歴\n\n- 2008年4月 北原大学 工学部 入学\n- 2012年3月 同 卒業\n- 2017年3月 南原大学 博士課程 修了\n"
         "- 博士（工学）",
         "education: 卒業 in 工学部 @北原大学 2008-04..2012-03\neducation: 博士（工学） in 工学 @南原大学 2017-03"},
        {"## 学歴\n\n- 2015年3月 北原大学 工学部 情報工学科 卒業\n- 2020年3月 北原大学大学院 情報学研究科 博士課程修了 "
         "博士（工学）（指導教員：林 海 教授）",
         "education: 卒業 in 工学部 情報工学科 @北原大学 2015-03\neducation: 博士課程修了 博士（工学） in 情報学研究科 "
         "@北原大学大学院 2020-03 {林 海}"},
        {"## 略歴\n\n* 2020年4月 ~ 現在　東湖大学　工学部　機械工学科　講師\n* 2017年4月 ~ 10月　北原大学　研究員\n* "
         "2012年3月　北原大学　工学部　卒業",
         "work: 講師 @東湖大学 工学部 機械工学科 2020-04..now\nwork: 研究員 @北原大学 2017-04..2017-10\neducation: "
         "卒業 in 工学部 @北原大学 2012-03"},
        {"## 教育经历\n\n- 2014.09 - 2019.06，北原大学，计算机科学与技术，博士，导师：林海教授\n- 2010年9月 - "
         "2014年6月 东湖大学 数学系 本科",
         "education: 博士 in 计算机科学与技术 @北原大学 2014-09..2019-06 {林海}\neducation: 本科 in 数学系 @东湖大学 "
         "2010-09..2014-06"},
        {"## 工作经历\n\n- 2021年7月至今，东湖大学计算机学院，副教授\n- 2018 石英科技 研究实习生",
         "work: 副教授 @东湖大学计算机学院 2021-07..now\nwork: 研究实习生 @石英科技 2018"},
        {"## 학력\n\n- 2015 - 2020 북원대학교 컴퓨터공학과 박사 (지도교수: 임해 교수)",
         "education: 박사 in 컴퓨터공학과 @북원대학교 2015..2020 {임해}"},
        {"## Werdegang\n\n- seit 10/2020: Professorin für Optik, Hochschule Seefeld\n- 2014 – 2018: Promotion in "
         "Physik, TU "
         "Graben (Betreuerin: Prof. Ada Moss)",
         "work: Professorin für Optik @Hochschule Seefeld 2020-10..now\neducation: Promotion in Physik @TU Graben "
         "2014..2018 {Ada Moss}"},
        {"## Formation\n\n- 2014 - 2017 : Doctorat en optique, Université de Rive, sous la direction de Jean Pré",
         "education: Doctorat in optique @Université de Rive 2014..2017 {Jean Pré}"},
        {"## Formación\n\n- Doctorado en Física, Universidad de Ríos, 2011 - 2015",
         "education: Doctorado in Física @Universidad de Ríos 2011..2015"},
        {"## Experiência\n\n- 2018 - atual: Professora adjunta, Universidade de Montes",
         "work: Professora adjunta @Universidade de Montes 2018..now"},
        {"## Formazione\n\n- Dottorato di ricerca in Fisica, Università di Fiumi, 2011 - 2015",
         "education: Dottorato di ricerca in Fisica @Università di Fiumi 2011..2015"},
        {"## 教育背景\n\n2015 - 2020\n\n### 统计学博士\n\n北原大学，统计系\n\n2011 - 2015\n\n### "
         "数学学士\n\n东湖大学，数学系",
         "education: 统计学博士 in 统计学 @北原大学 统计系 2015..2020\neducation: 数学学士 in 数学 @东湖大学 数学系 "
         "2011..2015"},
        {"## 現職\n\n- 東湖大学 工学部 助教（2019–）\n- 同 講師（2017–2019）\n- 研究員、北原大学 "
         "音響研究室（林海教授）（2015–2017）",
         "work: 助教 @東湖大学 工学部 2019..now\nwork: 講師 @東湖大学 工学部 2017..2019\nwork: 研究員 @北原大学 "
         "音響研究室 2015..2017 {林海}"},
        {"## Experience\n\n- Tidal Group Co., Limited, Engineer, 2019-2021",
         "work: Engineer @Tidal Group Co., Limited 2019..2021"},
        {"## Werdegang\n\n- Promotion zum Dr. rer. pol. an der TU Graben, 2018",
         "education: Promotion zum Dr. rer. pol @TU Graben 2018"},
        {"## Education\n\n- Ph.D. in Optics, Lund University, 2018. Committee: Ada Moss, Bo Berg",
         "education: Ph.D. in Optics @Lund University 2018 note=Committee: Ada Moss, Bo Berg"},
        {"## Experience\n\n- **Engineer** Blue Systems, 2019", "work: Engineer @Blue Systems 2019"},
        {"## Education\n\n- Ph.D. in Optics, Lund University, 2019. My thesis dealt with waves.",
         "education: Ph.D. in Optics @Lund University 2019 summary=My thesis dealt with waves"},
        {"## 学歴\n\n- 博士（工学）、北原大学（2016、指導教員：林海 教授）",
         "education: 博士（工学） in 工学 @北原大学 2016 {林海}"},
    };
    check(cases, sizeof cases / sizeof *cases);
}

static void reads_sentences(void **state)
{
    (void)state;
    static const struct example cases[] = {
        {"I interned at Ferrum Labs (summer 2016) and Tidal Research in 2017.",
         "work: Intern @Ferrum Labs 2016\nwork: Intern @Tidal Research 2017"},
        {"I was a research intern at Ferrum, Tidal Labs, and Wave AI.",
         "work: research intern @Ferrum\nwork: research intern @Tidal Labs\nwork: research intern @Wave AI"},
        {"I will join Lund University to work with Dr. [Bo Berg](https://a.example) as a Research Fellow in Fall 2026.",
         "work: Research Fellow @Lund University 2026.. {Bo Berg}"},
        {"I worked as a Professor (Jul 2019 - Jul 2020), and as a Lecturer (Sep 2014 - Jun 2019) at School of Waves, "
         "Lund "
         "University.",
         "work: Professor @School of Waves, Lund University 2019-07..2020-07\nwork: Lecturer @School of Waves, Lund "
         "University 2014-09..2019-06"},
        {"I was to join Tidal Labs as an engineer in 2020.", ""},
        {"I completed a postdoc at Malmo University.", "work: postdoc @Malmo University"},
        {"I spent the summer of 2022 at Ferrum Research as a research intern.",
         "work: research intern @Ferrum Research 2022"},
        {"I also worked as a consultant for Tidal Analytics.", "work: consultant @Tidal Analytics"},
        {"I lead the Waves Group at Lund University.", "work: Lead @Waves Group, Lund University now"},
        {"I finished my undergraduate studies in Optics at Malmo University in 2020.",
         "education: undergraduate in Optics @Malmo University 2020"},
        {"I hold a PhD in Physics from Lund University (2016). I am a PhD student at Malmo University. My advisor is "
         "Prof. "
         "Ida Holm.",
         "education: PhD in Physics @Lund University 2016\neducation: PhD @Malmo University now {Ida Holm}"},
        {"2019年于北原大学获得博士学位，导师为林海教授。2014年本科毕业于东湖大学数学系。",
         "education: 博士 @北原大学 2019 {林海}\neducation: 本科 in 数学系 @东湖大学 2014"},
        {"我现任东湖大学计算机学院副教授。2019年至2021年在河东大学从事博士后研究，合作导师为王山教授。",
         "work: 副教授 @东湖大学计算机学院 now\nwork: 博士后 @河东大学 2019..2021 {王山}"},
        /* what is told beside stays with the entry; a bracket is the organisation's other name */
        {"我是东湖大学（Lake University）的讲师，研究方向为声学、信号处理等。",
         "work: 讲师 @东湖大学 now summary=研究方向为声学、信号处理等\ninterests: 声学\ninterests: 信号处理"},
        {"2019年在北原大学获得声学博士学位，导师为林海教授和王石山教授，博士论文研究潮汐。",
         "education: 博士 in 声学 @北原大学 2019 {林海, 王石山} summary=博士论文研究潮汐"},
        {"我2012年毕业于东湖大学数学系，师从林海与王石，2012年至2015年在北原大学任助教。",
         "work: 助教 @北原大学 2012..2015\neducation: in 数学系 @东湖大学 2012 {林海, 王石}"},
        {"我热爱骑行与爬山，现为东湖大学讲师。", "work: 讲师 @东湖大学 now summary=我热爱骑行与爬山"},
        {"专门研究领域包括机器学习、计算机视觉。", "interests: 机器学习\ninterests: 计算机视觉"},
        {"専門は音響学、信号処理です。", "interests: 音響学\ninterests: 信号処理"},
        {"## 研究分野\n\n私たちの研究は、音響、光学から整理できます。", ""},
        {"## 研究分野\n\n- **測定**：潮の高さ", "interests: 測定 summary=潮の高さ"},
        {"現在は北原大学の助教です。", "work: 助教 @北原大学 now"},
        {"現在、東湖大学工学部の准教授です。", "work: 准教授 @東湖大学工学部 now"},
        {"他的学生王同学获得博士学位。", ""},
        {"Ich bin Professorin für Optik an der Hochschule Seefeld.",
         "work: Professorin für Optik @Hochschule Seefeld now"},
        {"J'ai obtenu mon doctorat en optique à l'Université de Rive en 2017, sous la direction de Jean Pré.",
         "education: doctorat in optique @Université de Rive 2017 {Jean Pré}"},
        {"Je suis maître de conférences à l'Université de Rive.",
         "work: maître de conférences @Université de Rive now"},
        {"Obtuve mi doctorado en Física por la Universidad de Ríos en 2015, bajo la dirección de Juan Prado.",
         "education: doctorado in Física @Universidad de Ríos 2015 {Juan Prado}"},
        {"Concluí o doutorado em Computação na Universidade de Rios em 2015.",
         "education: doutorado in Computação @Universidade de Rios 2015"},
        {"Ho conseguito il dottorato in Fisica presso l'Università di Fiumi nel 2015.",
         "education: dottorato in Fisica @Università di Fiumi 2015"},
        {"Sono professoressa associata presso l'Università di Monti.",
         "work: professoressa associata @Università di Monti now"},
        {"My student Bo Berg received his Ph.D. from Lund University.", ""},
        {"I met a professor at Lund University.", ""},
    };
    check(cases, sizeof cases / sizeof *cases);
}

static void joins_two_tellings(void **state)
{
    (void)state;
    static const struct example cases[] = {
        {"I received my M.S. from Malmo University in 2014.\n\n## Education\n\n- 2011.09 - 2014.06, School of Waves, "
         "Malmo "
         "University, Master of Tidal Technology",
         "education: M.S. @School of Waves, Malmo University 2011-09..2014-06"},
        {"I completed a postdoctoral fellowship at Lund University in 2012.\n\n## Experience\n\n- 2011-2012: Holm "
         "Distinguished "
         "Postdoctoral Fellow, Lund University",
         "work: Holm Distinguished Postdoctoral Fellow @Lund University 2011..2012"},
        {"I was a Professor at Lund University in 2019.\n\n## Experience\n\n- 2014-2019: Associate Professor, Lund "
         "University",
         "work: Professor @Lund University 2019\nwork: Associate Professor @Lund University 2014..2019"},
        {"I am a PhD student at LIWT.\n\n## Education\n\n- Ph.D., Lund Institute of Waves and Tides, 2020 - now",
         "education: PhD @Lund Institute of Waves and Tides 2020..now"},
        {"I am a PhD student in the Kite Lab at Arden Tech.\n\n## Education\n\n- PhD in Waves, Arden Institute of "
         "Technology, 2024 - 2029",
         "education: PhD in Waves @Arden Institute of Technology 2024..2029"},
        {"I completed my PhD at Holm University.\n\n## Education\n\n- PhD in Waves, University of Lund, 2020",
         "education: PhD @Holm University\neducation: PhD in Waves @University of Lund 2020"},
    };
    check(cases, sizeof cases / sizeof *cases);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(reads_lists, start, stop),
                                       cmocka_unit_test_setup_teardown(reads_sentences, start, stop),
                                       cmocka_unit_test_setup_teardown(joins_two_tellings, start, stop)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
