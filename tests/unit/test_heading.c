/* test_heading.c - what section headings mean, in nine languages and every dress. */
#include "../../src/cv/parts.h"
#include "mkcv/section.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
/* cmocka.h wants those above */
#include <cmocka.h>

static struct mkcv_arena arena;

/* "awards", "awards+service", "biography", "left out", "frame", "unknown"; " selected" behind. */
static const char *describe(const char *heading)
{
    static const char *const senses[] = {"", "biography", "left out", "frame", "unknown"};
    struct mkcv_heading h = mkcv_heading_read(&arena, heading);
    bool kind = h.sense == MKCV_HEADING_KIND, two = kind && h.second != MKCV_KIND_COUNT;
    return mkcv_arena_printf(&arena, "%s%s%s", kind ? mkcv_section_kind(h.kind)->key : senses[h.sense], two ? "+" : "",
                             two ? mkcv_section_kind(h.second)->key : "");
}

static int check(const char *const (*cases)[2], size_t n)
{
    int bad = 0;
    for (size_t i = 0; i < n; i++) {
        const char *got = describe(cases[i][0]);
        if (!strcmp(got, cases[i][1])) continue;
        bad++;
        print_error("'%s': %s, not %s\n", cases[i][0], got, cases[i][1]);
    }
    return bad;
}

static void knows_wordings(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Education", "education"},
        {"Educational Background", "education"},
        {"Academic Training", "education"},
        {"Degrees", "education"},
        {"Academic Qualifications", "education"},
        {"Studies", "education"},
        {"Experience", "work"},
        {"Work Experience", "work"},
        {"Professional Experience", "work"},
        {"Employment", "work"},
        {"Academic Appointments", "work"},
        {"Positions", "work"},
        {"Positions Held", "work"},
        {"Internships", "work"},
        {"Career", "work"},
        {"Employment History", "work"},
        {"Academic Positions", "work"},
        {"Research Experience", "work"},
        {"Industry Experience", "work"},
        {"Work History", "work"},
        {"Publications", "publications"},
        {"Selected Publications (full list)", "publications"},
        {"Papers", "publications"},
        {"Preprints", "publications"},
        {"Journal Articles", "publications"},
        {"Conference Papers", "publications"},
        {"Books and Chapters", "publications"},
        {"Refereed Publications", "publications"},
        {"Manuscripts", "publications"},
        {"Patents", "publications"},
        {"Selected Research", "publications"},
        {"Working Papers", "publications"},
        {"Recent Papers", "publications"},
        {"Theses", "publications"},
        {"Honors & Awards", "awards"},
        {"Awards", "awards"},
        {"Prizes", "awards"},
        {"Scholarships", "awards"},
        {"Fellowships and Awards", "awards"},
        {"Achievements", "awards"},
        {"Recognition", "awards"},
        {"Distinctions", "awards"},
        {"Grants", "grants"},
        {"Funding", "grants"},
        {"Research Grants", "grants"},
        {"Funded Projects", "grants"},
        {"Third-Party Funding", "grants"},
        {"Talks", "talks"},
        {"Invited Talks", "talks"},
        {"Presentations", "talks"},
        {"Seminars", "talks"},
        {"Tutorials", "talks"},
        {"Keynotes", "talks"},
        {"Posters", "talks"},
        {"Conference Presentations", "talks"},
        {"Teaching", "teaching"},
        {"Courses", "teaching"},
        {"Teaching Experience", "teaching"},
        {"Teaching Assistant", "teaching"},
        {"Courses Taught", "teaching"},
        {"Students", "students"},
        {"Advising", "students"},
        {"Mentoring", "students"},
        {"Supervision", "students"},
        {"PhD Students", "students"},
        {"Alumni", "students"},
        {"Group Members", "students"},
        {"Former Students", "students"},
        {"Service", "service"},
        {"Academic Services", "service"},
        {"Professional Activities", "service"},
        {"Reviewing", "service"},
        {"Peer Review", "service"},
        {"Editorial Boards", "service"},
        {"Program Committees", "service"},
        {"Community Service", "service"},
        {"Leadership", "service"},
        {"Organization of Workshops", "service"},
        {"Reviewer", "service"},
        {"Professional Service", "service"},
        {"Memberships", "memberships"},
        {"Affiliations", "memberships"},
        {"Professional Memberships", "memberships"},
        {"Media", "media"},
        {"Press", "media"},
        {"In the News", "media"},
        {"Media Coverage", "media"},
        {"Projects", "projects"},
        {"Software", "projects"},
        {"Open Source", "projects"},
        {"Research Projects", "projects"},
        {"Skills", "skills"},
        {"Technical Skills", "skills"},
        {"Programming Languages", "skills"},
        {"Languages", "languages"},
        {"Certificates", "certificates"},
        {"Certifications", "certificates"},
        {"Volunteering", "volunteer"},
        {"Volunteer Experience", "volunteer"},
        {"References", "references"},
        {"News", "news"},
        {"Latest News", "news"},
        {"What's New", "news"},
        {"Updates", "news"},
        {"Recent News", "news"},
        {"Announcements", "news"},
        {"Highlights", "news"},
        {"Research Interests", "interests"},
        {"Research Areas", "interests"},
        {"Fields of Interest", "interests"},
        {"Research Topics", "interests"},
        {"Research Directions", "interests"},
        {"About me", "biography"},
        {"Bio", "biography"},
        {"Who am I?", "biography"},
        {"Short Bio", "biography"},
        {"CV", "frame"},
        {"Curriculum Vitae", "frame"},
    };
    assert_int_equal(check(cases, sizeof cases / sizeof *cases), 0);
}

static void knows_languages(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Ausbildung", "education"},
        {"Bildungsweg", "education"},
        {"Studium", "education"},
        {"Akademischer Werdegang", "education"},
        {"Berufserfahrung", "work"},
        {"Beruflicher Werdegang", "work"},
        {"Anstellungen", "work"},
        {"Werdegang", "work"},
        {"Veröffentlichungen", "publications"},
        {"Publikationen", "publications"},
        {"Schriftenverzeichnis", "publications"},
        {"Preise und Auszeichnungen", "awards"},
        {"Stipendien", "awards"},
        {"Drittmittel", "grants"},
        {"Vorträge", "talks"},
        {"Lehre", "teaching"},
        {"Lehrveranstaltungen", "teaching"},
        {"Betreute Arbeiten", "students"},
        {"Gutachtertätigkeit", "service"},
        {"Gremien", "service"},
        {"Mitgliedschaften", "memberships"},
        {"Forschungsinteressen", "interests"},
        {"Forschungsschwerpunkte", "interests"},
        {"Sprachen", "languages"},
        {"Sprachkenntnisse", "languages"},
        {"Kenntnisse", "skills"},
        {"Projekte", "projects"},
        {"Aktuelles", "news"},
        {"Formation", "education"},
        {"Études", "education"},
        {"Parcours académique", "education"},
        {"Expérience professionnelle", "work"},
        {"Parcours professionnel", "work"},
        {"Postes", "work"},
        {"Publications choisies", "publications"},
        {"Articles", "publications"},
        {"Prix et distinctions", "awards"},
        {"Financements", "grants"},
        {"Exposés", "talks"},
        {"Conférences invitées", "talks"},
        {"Enseignement", "teaching"},
        {"Enseignements", "teaching"},
        {"Encadrement", "students"},
        {"Doctorants", "students"},
        {"Responsabilités", "service"},
        {"Activités éditoriales", "service"},
        {"Thèmes de recherche", "interests"},
        {"Centres d'intérêt", "interests"},
        {"Langues", "languages"},
        {"Compétences", "skills"},
        {"Actualités", "news"},
        {"Educación", "education"},
        {"Formación académica", "education"},
        {"Estudios", "education"},
        {"Experiencia laboral", "work"},
        {"Experiencia profesional", "work"},
        {"Publicaciones", "publications"},
        {"Premios", "awards"},
        {"Becas", "awards"},
        {"Premios y distinciones", "awards"},
        {"Conferencias", "talks"},
        {"Docencia", "teaching"},
        {"Tesis dirigidas", "students"},
        {"Estudiantes", "students"},
        {"Idiomas", "languages"},
        {"Habilidades", "skills"},
        {"Intereses de investigación", "interests"},
        {"Líneas de investigación", "interests"},
        {"Noticias", "news"},
        {"Formação", "education"},
        {"Formação acadêmica", "education"},
        {"Experiência profissional", "work"},
        {"Publicações", "publications"},
        {"Prêmios", "awards"},
        {"Palestras", "talks"},
        {"Ensino", "teaching"},
        {"Disciplinas", "teaching"},
        {"Orientações", "students"},
        {"Áreas de interesse", "interests"},
        {"Interesses de Pesquisa", "interests"},
        {"Projetos", "projects"},
        {"Notícias", "news"},
        {"Istruzione", "education"},
        {"Formazione", "education"},
        {"Esperienza lavorativa", "work"},
        {"Esperienze professionali", "work"},
        {"Pubblicazioni", "publications"},
        {"Premi e riconoscimenti", "awards"},
        {"Didattica", "teaching"},
        {"Insegnamento", "teaching"},
        {"Interessi di ricerca", "interests"},
        {"Lingue", "languages"},
        {"Progetti", "projects"},
        {"Notizie", "news"},
        {"Competenze", "skills"},
        {"教育背景", "education"},
        {"教育经历", "education"},
        {"学习经历", "education"},
        {"工作经历", "work"},
        {"工作经验", "work"},
        {"实习经历", "work"},
        {"论文", "publications"},
        {"发表论文", "publications"},
        {"代表性论文", "publications"},
        {"学术成果", "publications"},
        {"科研成果", "publications"},
        {"专利", "publications"},
        {"获奖情况", "awards"},
        {"荣誉奖励", "awards"},
        {"荣誉", "awards"},
        {"所获荣誉", "awards"},
        {"奖学金", "awards"},
        {"科研项目", "grants"},
        {"基金项目", "grants"},
        {"学术报告", "talks"},
        {"邀请报告", "talks"},
        {"教学", "teaching"},
        {"讲授课程", "teaching"},
        {"主讲课程", "teaching"},
        {"指导学生", "students"},
        {"团队成员", "students"},
        {"学术服务", "service"},
        {"学术兼职", "service"},
        {"社会兼职", "service"},
        {"研究方向", "interests"},
        {"研究兴趣", "interests"},
        {"研究领域", "interests"},
        {"新闻", "news"},
        {"最新动态", "news"},
        {"技能", "skills"},
        {"个人简介", "biography"},
        {"学歴", "education"},
        {"略歴", "work"},
        {"職歴", "work"},
        {"経歴", "work"},
        {"業績", "publications"},
        {"研究業績", "publications"},
        {"論文", "publications"},
        {"発表", "talks"},
        {"招待講演", "talks"},
        {"講演", "talks"},
        {"受賞", "awards"},
        {"受賞歴", "awards"},
        {"研究費", "grants"},
        {"競争的資金", "grants"},
        {"担当講義", "teaching"},
        {"担当科目", "teaching"},
        {"大学院教育", "teaching"},
        {"Lehrtätigkeit", "teaching"},
        {"Actividad docente", "teaching"},
        {"Thèses encadrées", "students"},
        {"学会活動", "service"},
        {"社会活動", "service"},
        {"査読歴", "service"},
        {"論文・研究に対する受賞", "awards"},
        {"所属学会", "memberships"},
        {"研究分野", "interests"},
        {"研究テーマ", "interests"},
        {"お知らせ", "news"},
        {"학력", "education"},
        {"경력", "work"},
        {"논문", "publications"},
        {"연구 업적", "publications"},
        {"수상", "awards"},
        {"수상 경력", "awards"},
        {"강의", "teaching"},
        {"발표", "talks"},
        {"연구 분야", "interests"},
        {"연구 관심사", "interests"},
        {"학술 활동", "service"},
        {"소식", "news"},
        {"연구 과제", "grants"},
        {"기술", "skills"},
    };
    assert_int_equal(check(cases, sizeof cases / sizeof *cases), 0);
}

static void sees_through_dress(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"🎓 Education", "education"},
        {"📝 Publications", "publications"},
        {"1. Education", "education"},
        {"II. Publications", "publications"},
        {"3) Teaching", "teaching"},
        {"[ Education ]", "education"},
        {"~ Awards ~", "awards"},
        {"EDUCATION:", "education"},
        {"Publications [Google Scholar]", "publications"},
        {"Selected Publications (* indicates equal contribution)", "publications"},
        {"Publications (2020–2024)", "publications"},
        {"My Publications", "publications"},
        {"List of Publications", "publications"},
        {"Education 教育背景", "education"},
        {"研究の焦点（Research Focus）", "interests"},
        {"Recent News!", "news"},
        {"🔥 News", "news"},
        {"Teaching (selected)", "teaching"},
        {"Complete List of Publications", "publications"},
    };
    assert_int_equal(check(cases, sizeof cases / sizeof *cases), 0);
}

static void tells_two_kinds(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Awards and Service", "awards+service"},
        {"Education & Experience", "education+work"},
        {"Educations and Experiences", "education+work"},
        {"Honors, Awards and Grants", "awards+grants"},
        {"Talks and Presentations", "talks"},
        {"Publications & Talks", "publications+talks"},
        {"Teaching and Mentoring", "teaching+students"},
        {"学歴・職歴", "education+work"},
        {"Skills and Languages", "skills+languages"},
        {"Grants & Funding", "grants"},
        {"Teaching & Service", "teaching+service"},
        {"Employment and Education", "work+education"},
        {"Projects and Publications", "projects+publications"},
    };
    assert_int_equal(check(cases, sizeof cases / sizeof *cases), 0);
}

static void leaves_visitors_parts_out(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Prospective Students", "left out"},
        {"For Potential Students", "left out"},
        {"For Prospective PhD Students and Interns", "left out"},
        {"Prospective Collaborators", "left out"},
        {"Internships Available", "left out"},
        {"Working with Me", "left out"},
        {"Join us", "left out"},
        {"We are hiring!", "left out"},
        {"Open Positions", "left out"},
        {"Contact", "left out"},
        {"Get in touch", "left out"},
        {"Visitor Map", "left out"},
        {"Visitors", "left out"},
        {"Hobbies", "left out"},
        {"Fun Facts", "left out"},
        {"Click here", "left out"},
        {"Links", "left out"},
        {"Gallery", "left out"},
        {"Photos", "left out"},
        {"照片墙", "left out"},
        {"招生说明", "left out"},
        {"招生", "left out"},
        {"联系方式", "left out"},
        {"連絡先", "left out"},
        {"関連リンク", "left out"},
        {"Stellenangebote", "left out"},
        {"Kontakt", "left out"},
        {"Contactez-moi", "left out"},
        {"Vagas", "left out"},
        {"연락처", "left out"},
        {"Personal Life", "left out"},
        {"Recent Posts", "left out"},
        {"Akademische Profile", "left out"},
        {"Social Media", "left out"},
        {"Information for applicants", "left out"},
        {"Contatti", "left out"},
        {"Enlaces", "left out"},
    };
    assert_int_equal(check(cases, sizeof cases / sizeof *cases), 0);
}

static void claims_nothing_else(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Tidal Channels", "unknown"},
        {"Hi, I work on tides", "unknown"},
        {"My life with waves", "left out"},
        {"", "unknown"},
        {"***", "unknown"},
    };
    assert_int_equal(check(cases, sizeof cases / sizeof *cases - 3) + check(cases + 3, 2), 0);
}

static int set_up(void **state)
{
    (void)state;
    mkcv_arena_init(&arena);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    mkcv_arena_clear(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(knows_wordings),
                                       cmocka_unit_test(knows_languages),
                                       cmocka_unit_test(sees_through_dress),
                                       cmocka_unit_test(tells_two_kinds),
                                       cmocka_unit_test(leaves_visitors_parts_out),
                                       cmocka_unit_test(claims_nothing_else)};
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
