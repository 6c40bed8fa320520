/* What a biography tells of a career in other words and languages: posts of a subject, studies told by their verb,
 * roles told by what was done. Everybody here is invented. */
#include "cv_fixture.h"

struct example {
    const char *in, *out;
};

static int count_wrong(const struct example *cases, size_t n)
{
    int bad = 0;
    for (size_t i = 0; i < n; i++) {
        const char *got = describe_all(cv_from(cases[i].in));
        if (!strcmp(got, cases[i].out)) continue;
        print_message("'%s':\n%s\nnot\n%s\n", cases[i].in, got, cases[i].out);
        bad++;
    }
    return bad;
}
#define WRONG(cases) count_wrong(cases, sizeof(cases) / sizeof *(cases))

static void reads_theses(void **state)
{
    (void)state;
    static const struct example cases[] = {
        {"I defended my PhD in botany at Lund University in 2019. My dissertation is called Slow Moss.",
         "education: PhD in botany @Lund University 2019 thesis=Slow Moss"},
        {"I received my B. Sc. in Biology from Kiel University.", "education: B. Sc. in Biology @Kiel University"},
        {"My dissertation is called Slow Moss.", ""},
        {"2018 wurde ich an der Universität Bremen mit einer Arbeit über Sand promoviert (Betreuer: Prof. Bo Berg).",
         "education: Promotion @Universität Bremen 2018 {Bo Berg}"},
        {"Mein Studium der Geographie habe ich 2013 an der Universität Wien abgeschlossen.",
         "education: in Geographie @Universität Wien 2013"},
        {"Possuo doutorado em Física pela Universidade de Kiel (2014), mestrado pela mesma universidade (2010) e "
         "graduação "
         "em Química pela Universidade de Lund (2007).",
         "education: doutorado in Física @Universidade de Kiel 2014\n"
         "education: mestrado @Universidade de Kiel 2010\n"
         "education: graduação in Química @Universidade de Lund 2007"},
        {"Possuo doutorado em Física pela Universidade Federal de Pernambuco (2014).\n\n"
         "## Formação\n\n- Doutorado em Física, UFPE, 2010 - 2014. Orientador: Bo Nunes. Título: Areia no mar",
         "education: Doutorado in Física @Universidade Federal de Pernambuco 2010..2014 thesis=Areia no mar {Bo "
         "Nunes}"},
        {"## Formazione\n\n- Laurea magistrale in Fisica, Università di Pavia, 2012, 110/110 e lode",
         "education: Laurea magistrale in Fisica @Università di Pavia 2012"},
        {"Ho conseguito il dottorato in Fisica presso l'Università di Trento nel 2016, sotto la supervisione del Prof. "
         "Bo "
         "Riva.",
         "education: dottorato in Fisica @Università di Trento 2016 {Bo Riva}"},
        {"Me doctoré en Biología por la Universidad de Salamanca en 2010 bajo la dirección de la Dra. Ana Ruiz.",
         "education: Doctorado in Biología @Universidad de Salamanca 2010 {Ana Ruiz}"},
        {"## Formation\n\n- 2010-2012 : Master d'histoire, Université de Kiel",
         "education: Master in histoire @Université de Kiel 2010..2012"},
    };
    assert_int_equal(WRONG(cases), 0);
}

static void reads_posts(void **state)
{
    (void)state;
    static const struct example cases[] = {
        /* a subject in small letters is of the post */
        {"I am a lecturer in botany at the University of Malmo.", "work: lecturer in botany @University of Malmo now"},
        {"I was a reader in plant and animal ecology at Lund University from 2010 to 2014.",
         "work: reader in plant and animal ecology @Lund University 2010..2014"},
        /* offices beside the post */
        {"I am a professor at Lund University and Head of the Tide Group.",
         "work: professor @Lund University now\nwork: Head of the Tide Group @Lund University now"},
        {"I am a professor at Lund University, where I also direct the Centre for Waves.",
         "work: professor @Lund University now\nwork: Director @Centre for Waves now"},
        {"I am an Assistant Professor in Harbour School of Waves at Lund University.",
         "work: Assistant Professor @Harbour School of Waves, Lund University now"},
        {"## Stages\n\n- Research Assistant, Lund University (2019 - 2020)\n- Engineer, Kite Labs (2022 - 2023)",
         "work: Research Assistant @Lund University 2019..2020\nwork: Engineer @Kite Labs 2022..2023"},
        {"## Team\n\n- Bo Berg, Lund PhD (2022-2025, with Cy Ek)\n- Di Reed, Lund PhD (2023-2024)", ""},
        {"In 2019, I worked with Professor Bo Berg as a visiting scholar.", "work: visiting scholar 2019 {Bo Berg}"},
        {"Sono ricercatrice in Fisica presso l'Università di Pavia dal 2020.",
         "work: ricercatrice in Fisica @Università di Pavia 2020..now"},
        {"Zuvor war ich von 2018 bis 2021 Postdoktorandin an der ETH Zürich.",
         "work: Postdoktorandin @ETH Zürich 2018..2021"},
        {"I am a professor of botany at Lund University.\n\n## Positions\n\n- Professor, Lund University (2018 - "
         "present)",
         "work: professor of botany @Lund University 2018..now"},
        {"I was a lecturer at Lund University, where I also worked as a postdoctoral researcher before that.",
         "work: lecturer @Lund University\nwork: postdoctoral researcher @Lund University"},
        {"I spent the 2018-19 academic year as a visiting scholar at the Institute of Waves.",
         "work: visiting scholar @Institute of Waves 2018..2019"},
        /* learned occupations, with a place that is an organisation */
        {"I am a botanist at the University of Malmo.", "work: botanist @University of Malmo now"},
        {"I am a historian of tides and harbours at Lund University, where I study sand.",
         "work: historian of tides and harbours @Lund University now summary=where I study sand"},
        {"I am an applied mathematician working at the Institute of Waves.",
         "work: applied mathematician @Institute of Waves now"},
        {"I am a historian of the Baltic at the Holm Museum.", "work: historian of the Baltic @Holm Museum now"},
        /* a group without a name stands before the place */
        {"I am a postdoctoral fellow in the tidal dynamics group at the Institute of Waves.",
         "work: postdoctoral fellow @Institute of Waves now summary=in the tidal dynamics group"},
        {"I was a postdoc in the Theory Group at Kiel University.", "work: postdoc @Theory Group, Kiel University"},
        /* more than a date in the bracket */
        {"I was a Tide postdoc in Bonn (Sep 2019 – Aug 2021, mentor: Bo Berg).",
         "work: Tide postdoc @Bonn 2019-09..2021-08 {Bo Berg}"},
        {"I am a pianist with the Malmo Trio.", ""},
        {"I am a fan of Lund University.", ""},
        {"I am an optimist at heart.", ""},
        {"I am a guitarist in the Lund University Big Band.", ""},
        {"I am a huge fan of my colleague, a botanist at Lund University.", ""},
        {"Ich bin Historikerin an der Universität Kiel.", "work: Historikerin @Universität Kiel now"},
        {"Ich bin seit 2020 wissenschaftlicher Mitarbeiter am Institut für Wellen.",
         "work: wissenschaftlicher Mitarbeiter @Institut für Wellen 2020..now"},
        {"Ich bin W3-Professor für Botanik an der Universität Kiel.",
         "work: W3-Professor für Botanik @Universität Kiel now"},
        {"Je suis historienne à l'Université de Brest.", "work: historienne @Université de Brest now"},
        /* who heads a laboratory is no employer */
        {"I was a research scientist in Prof. Ada Moss's lab at Malmo University.",
         "work: research scientist @Malmo University {Ada Moss}"},
        {"I was a research scientist in Dr. Bo Berg’s group at Malmo University.",
         "work: research scientist @Malmo University {Bo Berg}"},
        /* a society's fellow is its member */
        {"I am a Fellow of the Nordic Wave Society.", "memberships: Nordic Wave Society role=Fellow"},
        {"I am a member of the ACM and a senior member of the IEEE.",
         "memberships: ACM role=member\nmemberships: IEEE role=senior member"},
        {"I am a member of the Tide Lab.", ""},
        /* other languages */
        {"Depuis 2019, je suis **maître de conférences** en botanique à l'[Université de Brest](https://a.example).",
         "work: maître de conférences en botanique @Université de Brest 2019..now"},
        {"De 2014 à 2016, j'ai occupé les fonctions d'attachée temporaire d'enseignement à l'Université de Brest, puis "
         "j'ai été postdoctorante au Centre des Marées.",
         "work: attachée temporaire d'enseignement @Université de Brest 2014..2016\nwork: postdoctorante @Centre des "
         "Marées"},
        {"Je suis professeure de physique au lycée Ada Moss.", "work: professeure de physique @lycée Ada Moss now"},
        {"Dal 2017 al 2021 sono stato assegnista di ricerca presso l'Università di Bari.",
         "work: assegnista di ricerca @Università di Bari 2017..2021"},
        {"Entre 2010 y 2013 fui investigadora posdoctoral en el Instituto de Mareas y, posteriormente, investigadora "
         "Holm en la Universidad de Vigo (2013-2018).",
         "work: investigadora posdoctoral @Instituto de Mareas 2010..2013\nwork: investigadora Holm @Universidad de "
         "Vigo 2013..2018"},
    };
    assert_int_equal(WRONG(cases), 0);
}

static void reads_enrolment(void **state)
{
    (void)state;
    static const struct example cases[] = {
        {"I will be a graduate student in mathematics at the University of Malmo starting Fall 2024.",
         "education: graduate student in mathematics @University of Malmo 2024..now"},
        {"I'm Ada, and I'll be joining the University of Malmo as a PhD student in mathematics this Fall.",
         "education: PhD in mathematics @University of Malmo now"},
        {"I am an almost third-year Ph.D. student at Lund University.", "education: Ph.D. @Lund University now"},
        {"I'm Ada, a PhD student at Lund University, advised by Bo Berg.",
         "education: PhD @Lund University now {Bo Berg}"},
        {"I am Ada Moss, currently studying at the School of Waves, Lund University.",
         "education: @School of Waves, Lund University now"},
        {"I study linguistics at Lund University.", "education: in linguistics @Lund University now"},
        {"I study how sand moves at the coast.", ""},
        {"I am a graduate student researcher in sand.", ""},
        {"I advise a graduate student at Lund University.", ""},
        {"I am currently pursuing a PhD in botany at Lund University.",
         "education: PhD in botany @Lund University now"},
        {"I will start my PhD at Lund University in Fall 2024.", "education: PhD @Lund University 2024..now"},
        {"I am a doctoral candidate at Lund University.", "education: doctoral candidate @Lund University now"},
        /* told in passing */
        {"After my PhD in botany at Lund University in 2012, I was a postdoc at Malmo University.",
         "work: postdoc @Malmo University\neducation: PhD in botany @Lund University 2012"},
        {"During my PhD, I worked with Prof. Cy Berg.", ""},
        /* the degree that is said names the studies */
        {"I am a graduate student at Lund University.\n\n## Education\n\n- PhD in Physics, Lund University, 2021 - "
         "present",
         "education: PhD in Physics @Lund University 2021..now"},
        /* posts by where one went */
        {"I moved to Malmo University for a 3 years postdoc with Bo Berg.",
         "work: postdoc @Malmo University {Bo Berg}"},
        {"I currently work in the Department of Botany at Lund University as a researcher.",
         "work: researcher @Department of Botany at Lund University now"},
        {"In 2020 she was appointed Professor of History at Lund University.",
         "work: Professor of History @Lund University 2020.."},
        {"I am a Senior Lecturer (Associate Professor) in Statistics at Lund University.",
         "work: Senior Lecturer (Associate Professor) in Statistics @Lund University now"},
        {"I am a Professor in the Department of Physics at Lund University.",
         "work: Professor @Department of Physics, Lund University now"},
    };
    assert_int_equal(WRONG(cases), 0);
}

static void reads_studies(void **state)
{
    (void)state;
    static const struct example cases[] = {
        {"I read history at Holm College.", "education: in history @Holm College"},
        {"I read history at Holm College and took my doctorate there in 2009, supervised by Prof. Ada Moss.",
         "education: doctorate @Holm College 2009 {Ada Moss}"},
        {"I read about history at night.", ""},
        /* a degree with honors is no award, a thesis award is */
        {"I received a B.S. degree with honors in Optics from Lund University.",
         "education: B.S. in Optics @Lund University honors=with honors"},
        {"I received the Ph.D. degree with the highest honors in Optics from Lund University under the supervision of "
         "Ada Moss. I received the PhD Thesis Award of the Nordic Wave Society in 2020.",
         "education: Ph.D. in Optics @Lund University honors=with the highest honors {Ada Moss}\nawards: PhD Thesis "
         "Award @Nordic Wave Society 2020"},
        {"I was a research intern at Lund University (2021) and at Malmo University (2022).",
         "work: research intern @Lund University 2021 note=at Malmo University (2022)"},
        {"I graduated from Holm College in 2009.", "education: @Holm College 2009"},
        {"I hold a Ph.D. in Optics from Lund University and an M.S. from the same institution.",
         "education: Ph.D. in Optics @Lund University\neducation: M.S. @Lund University"},
        {"J'ai soutenu ma thèse de doctorat en sciences de la mer en 2014 à l'Université de Brest, sous la direction "
         "d'Ada Moss.",
         "education: doctorat in sciences de la mer @Université de Brest 2014 {Ada Moss}"},
        {"Me doctoré en Biología por la Universidad de Vigo en 2010, bajo la dirección de Luis Moss.",
         "education: Doctorado in Biología @Universidad de Vigo 2010 {Luis Moss}"},
        {"Mi sono laureato in Fisica (110 e lode) nel 2013 all'Università di Bari.",
         "education: Laurea in Fisica @Università di Bari 2013 note=110 e lode"},
        {"I was awarded a Ph.D. in Botany by Leiden University (2015).",
         "education: Ph.D. in Botany @Leiden University 2015"},
        {"I received my Dr.-Ing. from the Universität Kiel in 2015.", "education: Dr.-Ing. @Universität Kiel 2015"},
        {"I have met Prof. Dr.-Ing. Ada Moss at Lund University.", ""},
        /* what is told twice is one */
        {"I graduated from Lund University in 2012.\n\n## Education\n\n- B.S. in Physics, Lund University, 2012",
         "education: B.S. in Physics @Lund University 2012"},
        /* lists */
        {"## Werdegang\n\n- 2019: Promotion zum Dr. rer. pol. an der Universität Kiel, Betreuer: Prof. Ada Moss",
         "education: Promotion zum Dr. rer. pol @Universität Kiel 2019 {Ada Moss}"},
        {"## Ausbildung\n\n- 2015: Promotion (Dr. rer. nat.) in Informatik, Universität Kiel",
         "education: Promotion (Dr. rer. nat.) in Informatik @Universität Kiel 2015"},
        {"## Education\n\n- Dr.-Ing., Universität Kiel, 2015\n- Diplom in Informatik, Universität Kiel, 2009",
         "education: Dr.-Ing. @Universität Kiel 2015\neducation: Diplom in Informatik @Universität Kiel 2009"},
        {"## Werdegang\n\n- 2008–2014: Studium der Geschichte an der Universität Kiel, Abschluss: Diplom",
         "education: Diplom in Geschichte @Universität Kiel 2008..2014"},
        {"## Experience\n\n- 10/2023–  Postdoctoral researcher, Lund University",
         "work: Postdoctoral researcher @Lund University 2023-10..now"},
        {"## Experience\n\n- Summers 2013 & 2014: Research assistant, Malmo College",
         "work: Research assistant @Malmo College 2013,2014"},
        {"## Experience\n\n**Lund University**, Lund\\\n*Professor*, 2019 – present\\\n*Lecturer*, 2015 – 2019",
         "work: Professor @Lund University #Lund 2019..now\nwork: Lecturer @Lund University #Lund 2015..2019"},
    };
    assert_int_equal(WRONG(cases), 0);
}

static void reads_german_in_the_third_person(void **state)
{
    (void)state;
    static const struct example cases[] = {
        {"---\ntitle: Ada Moss\n---\nAda Moss ist wissenschaftliche Mitarbeiterin am Institut für Wellen.",
         "work: wissenschaftliche Mitarbeiterin @Institut für Wellen now"},
        {"Von 2017 bis 2019 war sie Postdoktorandin am Institut für Recht. Nun lebt sie im Wald.",
         "work: Postdoktorandin @Institut für Recht 2017..2019"},
        {"Sie promovierte 2016 an der Universität Kiel.", "education: Promotion @Universität Kiel 2016"},
        {"2016 wurde sie an der Universität Kiel mit einer Arbeit über Wellen promoviert.",
         "education: Promotion @Universität Kiel 2016"},
        {"2016 wurde ich an der Universität Kiel mit einer Arbeit über Wellen promoviert.",
         "education: Promotion @Universität Kiel 2016"},
        {"2016 wurde ich an der Universität Kiel begrüßt.", ""},
        {"Er erhielt 2018 den Förderpreis der Stadt Kiel.", "awards: Förderpreis der Stadt Kiel 2018"},
        /* another person's, where the owner says "ich" */
        {"Ich lebe in Kiel. Sie ist Professorin an der Universität Kiel.", ""},
    };
    site_lang = "de";
    assert_int_equal(WRONG(cases), 0);
    site_lang = NULL;
}

static void reads_service(void **state)
{
    (void)state;
    static const struct example cases[] = {
        {"I co-chair the Outreach Committee of the Nordic Archive Network.",
         "service: Co-chair, Outreach Committee @Nordic Archive Network"},
        {"In 2017 I co-founded the Tide Seminar.", "service: Co-founder @Tide Seminar 2017"},
        {"I founded Ferrum Systems.", ""},
        {"I have reviewed manuscripts for *Wave Letters*, *Tides and Sand* and Malmo University Press.",
         "service: Reviewer @Wave Letters\nservice: Reviewer @Tides and Sand\nservice: Reviewer @Malmo University "
         "Press"},
        {"I regularly review for Wave Letters.", "service: Reviewer @Wave Letters"},
        {"Since 2020 I have been the treasurer of the Nordic Wave Society.",
         "service: treasurer @Nordic Wave Society 2020..now"},
        {"I was a member of the programme committee of the Tide Congress in 2019.",
         "service: member of the programme committee @Tide Congress 2019"},
        {"Je suis membre du comité de rédaction de la revue *Marées* depuis 2020.",
         "service: membre du comité de rédaction @Marées 2020..now"},
        {"Dal 2022 sono membro del comitato editoriale della rivista *Onde e Maree*.",
         "service: membro del comitato editoriale @Onde e Maree 2022..now"},
        {"Desde 2019 soy editora asociada de *Mareas*.", "service: editora asociada @Mareas 2019..now"},
        {"I am on the editorial board of Wave Letters.", "service: Editorial Board Member @Wave Letters"},
        {"I am on the road at the moment.", ""},
        {"## Service\n\nHe has been Program Chair of WAVE 2021 and General Chair of TIDE 2023.",
         "service: Program Chair @WAVE 2021\nservice: General Chair @TIDE 2023"},
        {"## Service\n\nI co-chaired the FOG workshop in 2023.", "service: Co-chair @FOG workshop 2023"},
        /* nothing is told of the owner */
        {"I am a Lecturer at Lund University. Thank Mr. Bo Berg for sharing the source code.",
         "work: Lecturer @Lund University now"},
        {"I write for hours.", ""},
        {"## Service\n\n- Reviewer, Wave Conference 2022, Lund", "service: Reviewer @Wave Conference #Lund 2022"},
        {"## Service\n\n- Program Chair, TIDE 2023, San Juan, USA", "service: Program Chair @TIDE #San Juan, USA 2023"},
        {"## Service\n\n- Organizer, Tide Days, 2019, Lund", "service: Organizer @Tide Days #Lund 2019"},
        {"## Service\n\n- Session Chair, TIDE 2019, Best Papers",
         "service: Session Chair @TIDE 2019\nservice: Session Chair @Best Papers"},
        {"## Service\n\n- Reviewer, TIDE 2023, Nature, SAND",
         "service: Reviewer @TIDE 2023\nservice: Reviewer @Nature\nservice: Reviewer @SAND"},
        {"## Service\n\n- Program Committee, TIDE 2023, WAVE",
         "service: Program Committee @TIDE 2023\nservice: Program Committee @WAVE"},
        /* one role in two words */
        {"## Service\n\n- PC Co-Chair of TIDE 2023\n\n## News\n\n- May 2023: I am Program Committee Co-Chair, TIDE "
         "2023",
         "service: PC Co-Chair @TIDE 2023\nnews: 2023-05 summary=I am Program Committee Co-Chair, TIDE 2023"},
        {"## Service\n\n- Program Committee Member, TIDE 2023\n- PC Member, TIDE 2022",
         "service: Program Committee Member @TIDE 2022,2023"},
        /* lists */
        {"## Service\n\n- Member of the Programme Committee, Tide Days 2021, 2023",
         "service: Member of the Programme Committee @Tide Days 2021,2023"},
        {"## Service\n\n- Equality Committee, Institute of Waves, 2023–present",
         "service: Equality Committee @Institute of Waves 2023..now"},
        {"## Service\n\n- Volunteer, Night of Waves, annually since 2017",
         "service: Volunteer @Night of Waves 2017..now"},
    };
    assert_int_equal(WRONG(cases), 0);
}

/* A site whose first page lists its works: all its headings are of works, "Other" too. */
static void reads_a_first_page_of_works(void **state)
{
    (void)state;
    static const struct example cases[] = {
        {"---\ntitle: Publications\n---\n## Theses\n- Ada Moss (2014). \"On Waves\". Kiel University.\n## Other\n"
         "- Ada Moss and Bo Berg (2016). \"On Sand and Wind\". Tides.",
         "publications: On Waves @Kiel University 2014\n"
         "publications: On Sand and Wind @Tides 2016 {Ada Moss, Bo Berg}"},
    };
    assert_int_equal(WRONG(cases), 0);
}

/* Without a verb, as on the first lines of a homepage. */
static void reads_fragments(void **state)
{
    (void)state;
    static const struct example cases[] = {
        {"Assistant Professor of Botany, University of Malmo (since September 2021). Research affiliate at the "
         "Institute of Waves.",
         "work: Assistant Professor of Botany @University of Malmo 2021-09..now\n"
         "work: Research affiliate @Institute of Waves now"},
        {"PhD in Botany, Lund University (2019); MSc in Ecology, Kiel University (2015, with distinction).",
         "education: PhD in Botany @Lund University 2019\n"
         "education: MSc in Ecology @Kiel University 2015 honors=with distinction"},
        /* a name in two scripts heads the biography */
        {"---\ntitle: Mei Zhou (周美玲)\n---\n# Mei Zhou 周美玲\nI am a lecturer at Kiel University.",
         "work: lecturer @Kiel University now"},
        {"## Awards\n- Prize of the Academy of Sand, 2020 :tada:", "awards: Prize @Academy of Sand 2020"},
        {"## Awards\n- Prize of the Academy of Sand for young divers, 2020",
         "awards: Prize of the Academy of Sand for young divers 2020"},
        {"I got my PhD in Botany from Kiel University (2015, with distinction).",
         "education: PhD in Botany @Kiel University 2015 honors=with distinction"},
        {"My name is Ada Moss (also A. Moss), a **Reader** in botany at **Kiel University**.",
         "work: Reader in botany @Kiel University now"},
        {"I am a reader at Kiel University.\n## News\n- 07-28-2025: I joined Kiel University as a reader.",
         "work: reader @Kiel University 2025-07..now\n"
         "news: 2025-07-28 summary=I joined Kiel University as a reader."},
        {"Assistant professors at Lund University have offices.", ""},
        {"PhD positions at Lund University are open.", ""},
        {"Postdoc wanted; write to Lund University.", ""},
        {"Research interests: tides, the sand of harbours, and waves.",
         "interests: tides\ninterests: the sand of harbours\ninterests: waves"},
    };
    assert_int_equal(WRONG(cases), 0);
}

/* Journals whose names have words of roles, and lists of two or three. */
static void reads_journals_refereed_for(void **state)
{
    (void)state;
    static const struct example cases[] = {
        {"## Refereeing\nBaltic Economic Review, Tides (3), Journal of Sand Economics, Harbour Studies",
         "service: Referee @Baltic Economic Review\nservice: Referee @Tides (3)\n"
         "service: Referee @Journal of Sand Economics\nservice: Referee @Harbour Studies"},
        {"## Reviewer\n- Tides, Baltic Economic Review\n- Review of Sand (2020)",
         "service: Reviewer @Tides\nservice: Reviewer @Baltic Economic Review\nservice: Reviewer @Review of Sand 2020"},
        {"## Referee\nJournal of Sand Economics, Tides, Harbour Studies",
         "service: Referee @Journal of Sand Economics\nservice: Referee @Tides\nservice: Referee @Harbour Studies"},
        {"## Reviewer\n- Transactions on Waves, Sand, and Wind, Tides",
         "service: Reviewer @Transactions on Waves, Sand, and Wind\nservice: Reviewer @Tides"},
        {"## Service\n- Peer Review: Tides", "service: Reviewer @Tides"},
        {"## Service\n### Peer Review - Journals\n- Tides\n- Journal of Sand",
         "service: Reviewer @Tides\nservice: Reviewer @Journal of Sand"},
        {"## Service\n- LOC member of Tides 2021", "service: LOC member @Tides 2021"},
    };
    assert_int_equal(WRONG(cases), 0);
}

static void reads_awards(void **state)
{
    (void)state;
    static const struct example cases[] = {
        {"In 2018 I was awarded a Holm Research Fellowship, and in 2021 I received the Colby Medal.",
         "awards: Holm Research Fellowship 2018\nawards: Colby Medal 2021"},
        {"My first book won the Whitby Prize in 2014.", "awards: Whitby Prize 2014"},
        {"My student won the Whitby Prize in 2014.", ""},
        {"I received best paper awards at ICTW 2016 and TDD 2018.",
         "awards: best paper awards @ICTW 2016\nawards: best paper awards @TDD 2018"},
        {"En 2015, j'ai reçu le prix de thèse de la Société des Marées.",
         "awards: prix de thèse de la Société des Marées 2015"},
        {"Nel 2018 ho vinto il premio Onde.", "awards: premio Onde 2018"},
        {"2015 erhielt ich den Dissertationspreis der Wellengesellschaft.",
         "awards: Dissertationspreis der Wellengesellschaft 2015"},
        {"## Awards\n\n2019 erhielt ich den Holm-Preis der Stadt Kiel.", "awards: Holm-Preis der Stadt Kiel 2019"},
        {"## Auszeichnungen\n\n- Im Jahr 2020 wurde ich mit dem Tidenpreis ausgezeichnet.", "awards: Tidenpreis 2020"},
        {"Ich erhielt 2019 den Holm-Preis der Stadt Kiel.", "awards: Holm-Preis der Stadt Kiel 2019"},
        {"I received in 2019 the Colby Medal.", "awards: Colby Medal 2019"},
        {"# Mara Holm\n\nMara Holm erhielt 2019 den Holm-Preis.", "awards: Holm-Preis 2019"},
        /* the owner's first or last name tells of the owner, where nobody says "I" */
        {"# Mara Holm\n\nMara received the Whitby Prize in 2022.", "awards: Whitby Prize 2022"},
        {"# Mara Holm\n\nShe lives in Lund. In 2021, Holm won the Colby Medal.", "awards: Colby Medal 2021"},
        {"# Mara Holm\n\nHer student Mara Berg received the Whitby Prize in 2022.", ""},
        {"# Mara Holm\n\nI live in Lund. Mara received the Whitby Prize in 2022.", ""},
        {"## Awards\n\n- Tide award (best of class 2017)", "awards: Tide award (best of class 2017) 2017"},
        {"## Awards\n\n- Colby Medal (for the best thesis, 2018)", "awards: Colby Medal 2018 note=for the best thesis"},
        {"## Awards\n\n- Holm Fellowship (2022–2024), €120k", "awards: Holm Fellowship 2022..2024 note=€120k"},
    };
    assert_int_equal(WRONG(cases), 0);
}

static void reads_teaching(void **state)
{
    (void)state;
    static const struct example cases[] = {
        /* no date says which term it was: it is kept as written */
        {"## Teaching\n\n- WS 2021/22: Introduction to Waves", "teaching: Introduction to Waves 2021 \"WS 2021/22\""},
        {"## Teaching\n\n- SoSe 2022 – Tides and Sand", "teaching: Tides and Sand 2022 \"SoSe 2022\""},
        {"## Teaching\n\n- Harbours (Spring 2020, Fall 2021)",
         "teaching: Harbours 2020,2021 \"Spring 2020, Fall 2021\""},
        {"## Teaching\n\n- Harbours, 2019", "teaching: Harbours 2019"},
        {"## Teaching\n\n- at the University of Malmo: On Sand [Slides](https://a.example/s)",
         "teaching: On Sand @University of Malmo"},
        {"## Teaching\n\n- **Wave optics**, at Lund University. Dec. 2019. [[Class photo](https://a.example/p)]",
         "teaching: Wave optics @Lund University 2019-12"},
        {"## Didattica\n\n- Onde, a.a. 2021/2022, 6 CFU", "teaching: Onde 2021..2022 \"a.a. 2021/2022\" summary=6 CFU"},
        {"## Teaching\n\n- WS 2024--2025: Foam and Sand", "teaching: Foam and Sand 2024..2025 \"WS 2024–2025\""},
        {"## Teaching\n\n- TIDE207, Selected Tides, Lund University, 2020",
         "teaching: TIDE207, Selected Tides @Lund University 2020"},
        {"## Teaching\n\n### Lund University\n\n- Tutor for Tides, 2021\n\n### Kiel University\n\n- Tutor for Sand, "
         "2019",
         "teaching: Tides @Lund University role=Tutor 2021\nteaching: Sand @Kiel University role=Tutor 2019"},
        {"## Talks\n\n- Sand im Wind. Eingeladener Vortrag, Universität Basel, 3. Juni 2022",
         "talks: Sand im Wind @Universität Basel 2022-06-03"},
        {"## Proyectos\n\n- \"Arena\", Ministerio de Mareas, IP: Ada Quill, 2022-2025, 90.000 €",
         "grants: Arena @Ministerio de Mareas amount=90.000 € 2022..2025 note=IP: Ada Quill"},
        {"# Ada Quill\n\n## Proyectos\n\n- \"Arena\", Ministerio de Mareas, IP: Ada Quill, 2022-2025, 90.000 €",
         "grants: Arena @Ministerio de Mareas role=IP amount=90.000 € 2022..2025"},
        {"## Gutachten\n\nZeitschrift für Sand, Küste",
         "service: Gutachten @Zeitschrift für Sand\nservice: Gutachten @Küste"},
        {"## Talks\n\n- **Calm, storm, and foam**, at Kite Days 2023. Oslo. May 2023.",
         "talks: Calm, storm, and foam @Kite Days 2023 #Oslo 2023-05"},
        {"## Awards\n\n- Nordic Scholarship (Ph.D. Student), Ministry of Tides, 2022.",
         "awards: Nordic Scholarship (Ph.D. Student) @Ministry of Tides 2022"},
        {"I received the Outstanding Reviewer Award (35 among 1700 reviewers) in 2024.",
         "awards: Outstanding Reviewer Award (35 among 1700 reviewers) 2024"},
        {"## Memberships\n\n- Nordic Society, since 2019, northern chapter, board of sand",
         "memberships: Nordic Society 2019..now summary=northern chapter, board of sand"},
        {"## Teaching\n\n- Harbours, Fall 2019, Fall 2020, Fall 2021", "teaching: Harbours 2019,2020,2021"},
        {"## Teaching\n- Tides, PhD course, 2020", "teaching: Tides 2020 summary=PhD course"},
        {"## Teaching\n- Tides, Kiel University, 2017/18. Evaluation 4.7/5",
         "teaching: Tides @Kiel University 2017..2018 summary=Evaluation 4.7/5"},
    };
    assert_int_equal(WRONG(cases), 0);
}

static void reads_students(void **state)
{
    (void)state;
    static const struct example cases[] = {
        {"## Students\n\n- Former: Jon Ost (MSc 2020, now at Acme)\n- Current: Bea Holm (PhD)",
         "students: Jon Ost level=MSc 2020 note=now at Acme\nstudents: Bea Holm level=PhD"},
        {"## Students\n\n- PhD students: Jon Ost (2020), Bea Holm",
         "students: Jon Ost level=PhD student 2020\nstudents: Bea Holm level=PhD student"},
        {"## Students\n\n- Former: three students of Lund University", ""},
    };
    assert_int_equal(WRONG(cases), 0);
}

static void reads_grants(void **state)
{
    (void)state;
    static const struct example cases[] = {
        {"## Grants\n\n- **Lead PI**, `Authentic Tides`, Nordic Science Foundation (June 2024 - June 2025). Co-PI: Bo "
         "Berg "
         "(Lund University), Cy Moss. Amount: 7,640 USD (Total)",
         "grants: Authentic Tides @Nordic Science Foundation role=Lead PI amount=7,640 USD (Total) 2024-06..2025-06 "
         "note=Co-PI: Bo Berg (Lund University), Cy Moss"},
        {"## Grants\n\n- The sand of the North\n\n  It was the first of its kind.\n\n  - Funding agency: Nordic Fund\n"
         "  - Funding period: 2019-2021\n",
         "grants: The sand of the North @Nordic Fund 2019..2021 summary=It was the first of its kind"},
        {"## Teaching\n\nSince 2019, I am responsible for the course on waves, sand and foam.",
         "teaching: Since 2019, I am responsible for the course on waves, sand and foam 2019..now"},

        {"## Drittmittel\n\n- DFG-Projekt „Stille Netze“ (2021–2024), 250.000 €",
         "grants: Stille Netze @DFG amount=250.000 € 2021..2024"},
        {"## Drittmittel\n\n- Verbund „Stille Netze“, 2021", "grants: Verbund „Stille Netze“ 2021"},
        {"## Grants\n\n- NSF project \"Silent Nets\", $250,000, 2021", "grants: Silent Nets @NSF amount=$250,000 2021"},
        {"## Drittmittel\n- DFG-Projekt „Märkte am Meer“ (2020–2023), 310.000 €, Leitung",
         "grants: Märkte am Meer @DFG role=Leitung amount=310.000 € 2020..2023"},
    };
    assert_int_equal(WRONG(cases), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_theses, start, stop),
        cmocka_unit_test_setup_teardown(reads_posts, start, stop),
        cmocka_unit_test_setup_teardown(reads_enrolment, start, stop),
        cmocka_unit_test_setup_teardown(reads_studies, start, stop),
        cmocka_unit_test_setup_teardown(reads_german_in_the_third_person, start, stop),
        cmocka_unit_test_setup_teardown(reads_service, start, stop),
        cmocka_unit_test_setup_teardown(reads_a_first_page_of_works, start, stop),
        cmocka_unit_test_setup_teardown(reads_fragments, start, stop),
        cmocka_unit_test_setup_teardown(reads_journals_refereed_for, start, stop),
        cmocka_unit_test_setup_teardown(reads_awards, start, stop),
        cmocka_unit_test_setup_teardown(reads_teaching, start, stop),
        cmocka_unit_test_setup_teardown(reads_students, start, stop),
        cmocka_unit_test_setup_teardown(reads_grants, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
