/* test_compose.c - a CV into the flow: every form, in both layouts of entries, and the signs of the typesetter.
 *
 * The kinds of sections are stand-ins, so that only composing is tried. */
#include "mkcv/buf.h"
#include "mkcv/compose.h"
#include "mkcv/section.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
/* after the headers that it needs */
#include <cmocka.h>

static mkcv_compose_form *const forms[MKCV_KIND_COUNT] = {
    [MKCV_KIND_WORK] = mkcv_compose_entries,    [MKCV_KIND_EDUCATION] = mkcv_compose_education,
    [MKCV_KIND_INTERESTS] = mkcv_compose_words, [MKCV_KIND_PUBLICATIONS] = mkcv_compose_publications,
    [MKCV_KIND_AWARDS] = mkcv_compose_awards,   [MKCV_KIND_GRANTS] = mkcv_compose_entries,
    [MKCV_KIND_TALKS] = mkcv_compose_talks,     [MKCV_KIND_SERVICE] = mkcv_compose_service,
    [MKCV_KIND_MEDIA] = mkcv_compose_media,     [MKCV_KIND_PROJECTS] = mkcv_compose_projects,
    [MKCV_KIND_SKILLS] = mkcv_compose_words,    [MKCV_KIND_LANGUAGES] = mkcv_compose_words,
    [MKCV_KIND_NEWS] = mkcv_compose_news,       [MKCV_KIND_OTHER] = mkcv_compose_blocks,
};

#define MKCV_KIND(ID, id) #id,
static const char *const keys[] = {
#include "mkcv/kind.def"
};
#undef MKCV_KIND

const struct mkcv_section_kind *mkcv_section_kind(enum mkcv_kind kind)
{
    static _Thread_local struct mkcv_section_kind row[MKCV_KIND_COUNT];
    row[kind] = (struct mkcv_section_kind){.key = keys[kind], .compose = forms[kind]};
    return &row[kind];
}

const char *mkcv_section_title(enum mkcv_kind kind, const char *lang)
{
    (void)lang;
    return keys[kind];
}

struct fixture {
    struct mkcv_arena arena;
    struct mkcv_diags diags;
    struct mkcv_settings settings;
    struct mkcv_cv cv;
    struct mkcv_style style;
};

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    mkcv_arena_init(&f->arena);
    mkcv_diags_init(&f->diags, &f->arena);
    f->cv.lang = "en";
    assert_int_equal(mkcv_style_read(&f->arena, "classic", NULL, &f->style, &f->diags), MKCV_OK);
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    mkcv_arena_clear(&f->arena);
    free(f);
    return 0;
}

static void use_style(struct fixture *f, const char *name)
{
    assert_int_equal(mkcv_style_read(&f->arena, name, NULL, &f->style, &f->diags), MKCV_OK);
}

/* `s` with one link on all of it (NULL: none) and marks. */
static struct mkcv_text text(struct fixture *f, const char *s, const char *url, unsigned marks)
{
    struct mkcv_text t = {0};
    mkcv_text_append(&f->arena, &t, s, strlen(s), &(struct mkcv_span){.url = url, .marks = (uint16_t)marks, .line = 7});
    return t;
}

static struct mkcv_text plain(struct fixture *f, const char *s) { return text(f, s, NULL, 0); }

/* Room for ten entries a section, so that their addresses stay. */
static struct mkcv_section *add_section(struct fixture *f, enum mkcv_kind kind)
{
    struct mkcv_section *s = MKCV_PUSH(&f->arena, &f->cv.sections);
    s->kind = kind;
    return s;
}

static struct mkcv_entry *add_entry(struct fixture *f, struct mkcv_section *s, const char *title, const char *org)
{
    struct mkcv_entry *e = MKCV_PUSH(&f->arena, &s->entries);
    e->kind = s->kind;
    if (title) e->fields[MKCV_FIELD_TITLE] = plain(f, title);
    if (org) e->fields[MKCV_FIELD_ORG] = plain(f, org);
    return e;
}

static void add_person(struct fixture *f, struct mkcv_entry *e, const char *name, enum mkcv_relation relation)
{
    *MKCV_PUSH(&f->arena, &e->people) = (struct mkcv_person){.name = name, .relation = relation};
}

static void add_category(struct fixture *f, struct mkcv_entry *e, const char *outer, const char *inner,
                         const char *label)
{
    struct mkcv_category *c = MKCV_PUSH(&f->arena, &e->categories);
    if (outer) *MKCV_PUSH(&f->arena, &c->path) = outer;
    if (inner) *MKCV_PUSH(&f->arena, &c->path) = inner;
    c->label = label;
}

static const struct mkcv_flow *compose(struct fixture *f)
{
    return mkcv_compose(&f->arena, &f->cv, &f->settings, &f->style, &f->diags);
}

/* The nodes of the flow after the head of the dump. */
static void assert_flow(struct fixture *f, const char *expected)
{
    struct mkcv_buf b;
    mkcv_buf_init(&b, &f->arena);
    mkcv_flow_dump(compose(f), &b);
    const char *nodes = strstr(b.s, "\n\n");
    assert_string_equal(nodes ? nodes + 2 : "", expected);
}

static void test_typography(void **state)
{
    static const struct {
        const char *lang, *in, *out;
    } cases[] = {
        {"en", "the \"good\" one", "the “good” one"},
        {"en", "(\"x\") and \"y.\"", "(“x”) and “y.”"},
        {"en", "don't, it's the authors' own", "don’t, it’s the authors’ own"},
        {"en", "'so' she said; ICLR'25, the '90s", "‘so’ she said; ICLR’25, the ’90s"},
        {"de", "die \"gute\" 'eine' Sache", "die „gute“ ‚eine‘ Sache"},
        {"fr", "la \"bonne\" idée : oui !", "la «\u202fbonne\u202f» idée\u00a0: oui\u202f!"},
        {"en", "this -- that --- and so...", "this – that — and so…"},
        {"en", "Group - Lab, well-known", "Group – Lab, well-known"},
        {"en", "in 2019-2021, 2023-24, pages 99-105", "in 2019–2021, 2023–24, pages 99–105"},
        {"en", "on 2024-05-09, 2024-05, call 555-01-22", "on 2024-05-09, 2024-05, call 555-01-22"},
        {"en", "GPT-4, x86-64, 10.1000-182, 2021-2019", "GPT-4, x86-64, 10.1000-182, 2021-2019"},
        {"en", "run it with --all", "run it with --all"},
        {"en", "see https://a.org/x--y'z and o'b@c--d.org now", "see https://a.org/x--y'z and o'b@c--d.org now"},
        {"en", "Prof. Ada and Dr. Y. Li et al. and J.-P. Ray",
         "Prof.\u00a0Ada and Dr.\u00a0Y.\u00a0Li et\u00a0al. and J.-P.\u00a0Ray"},
        {"en", "10 km on 5 May 2024, May 5, in Fig. 3", "10\u00a0km on 5\u00a0May 2024, May\u00a05, in Fig.\u00a03"},
        {"en", "  two\n lines \t here  ", "two lines here"},
        {"en", "a\u2028b\u2028", "a\u2028b"},
        {"en", "already “set” – fine…", "already “set” – fine…"},
        {"en", "\"", "”"},
        {"en", "-", "-"},
        {"en", "a----b ....", "a----b ...."},
        {"en", "🏆 Prize (🎉 Oral 🎉), 2020 🎉. 👨‍💻 End ⭐️", "Prize (Oral), 2020. End"},
        {"en", "so✅it – 🎉 is 2️⃣ ★ ✓ → 🇫🇷 ©", "so it – is 2 ★ ✓ → ©"},
        {"en", "𝜔 and ﬁne ⼤学", "ω and fine 大学"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
        f->cv.lang = cases[i].lang;
        f->cv.basics.summary.count = 0;
        *MKCV_PUSH(&f->arena, &f->cv.basics.summary) = plain(f, cases[i].in);
        const struct mkcv_flow *flow = compose(f);
        assert_int_equal(flow->nodes.count, 2);
        assert_string_equal(flow->nodes.at[1].head.s, cases[i].out);
    }
}

static void speak(struct fixture *f, struct mkcv_text *t, const char *lang)
{
    mkcv_text_speak(&f->arena, t, lang, true);
}

/* A paragraph in another language has its own quotation marks, a title that an entry quotes those of the document; the
 * spaces of French are those of the words beside them. */
static void test_languages(void **state)
{
    struct fixture *f = *state;
    struct mkcv_text *t = MKCV_PUSH(&f->arena, &f->cv.basics.summary);
    *t = plain(f, "Die \"Drachen\" 'im' Wind.");
    speak(f, t, "de");
    t = MKCV_PUSH(&f->arena, &f->cv.basics.summary);
    *t = plain(f, "I call them \"kites\" ");
    struct mkcv_text more = plain(f, "« ou pas »: \"oui\" ?");
    speak(f, &more, "fr");
    mkcv_text_join(&f->arena, t, &more, MKCV_ROLE_PLAIN);
    struct mkcv_entry *e = add_entry(f, add_section(f, MKCV_KIND_TALKS), "Que \"faire\" ?", "Kite Day");
    speak(f, &e->fields[MKCV_FIELD_TITLE], "fr");
    assert_flow(f, "heading 1: [section:Profile]\n"
                   "paragraph justified: [text@de:Die „Drachen“ ‚im‘ Wind.]\n"
                   "paragraph justified: I call them “kites” [text@fr:«\\,ou pas\\,»: “oui”\\,?]\n"
                   "\nheading 1: [section:talks]\n"
                   "entry tight: [work@fr:Que “faire”\\,?], [venue:Kite Day]\n");
}

/* A link of a picture alone says its word. */
static void test_picture_links(void **state)
{
    struct fixture *f = *state;
    struct mkcv_text *t = MKCV_PUSH(&f->arena, &f->cv.basics.summary);
    struct mkcv_text parts[] = {plain(f, "See "),  text(f, "📄", "https://a.org", 0),
                                plain(f, ", "),    text(f, "🎈", "https://b.org", 0),
                                plain(f, " and "), text(f, "🌐 home", "https://c.org", 0)};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; ++i) mkcv_text_join(&f->arena, t, &parts[i], MKCV_ROLE_PLAIN);
    assert_flow(f, "heading 1: [section:Profile]\n"
                   "paragraph justified: See [link:PDF](https://a.org), [link:link](https://b.org) and "
                   "[link:home](https://c.org)\n");
}

/* Quotes pair over spans; code and math stay. */
static void test_spans(void **state)
{
    struct fixture *f = *state;
    struct mkcv_text *t = MKCV_PUSH(&f->arena, &f->cv.basics.summary);
    struct mkcv_text parts[] = {plain(f, "A \""),
                                text(f, "linked", "https://a.org", 0),
                                plain(f, "\", "),
                                text(f, "c--d \"x\"", NULL, MKCV_MARK_CODE),
                                plain(f, ", "),
                                text(f, "a--b'", NULL, MKCV_MARK_MATH),
                                text(f, " \"so\"", NULL, MKCV_MARK_EMPH),
                                text(f, " bold", NULL, MKCV_MARK_STRONG), /* not in a profile */
                                text(f, " void", "", 0)};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; ++i) mkcv_text_join(&f->arena, t, &parts[i], MKCV_ROLE_PLAIN);
    assert_flow(f, "heading 1: [section:Profile]\n"
                   "paragraph justified: A “[link:linked](https://a.org)”, [code:c--d \"x\"], [text+math:a--b']"
                   "[emph: “so”] bold void\n");
}

static void test_header(void **state)
{
    struct fixture *f = *state;
    struct mkcv_basics *b = &f->cv.basics;
    b->label = plain(f, "Lecturer");
    b->affiliation = plain(f, "Univ. of X");
    b->affiliation_url = "https://x.edu";
    b->email = "ada@x.edu";
    assert_flow(f, "header: [name:Curriculum Vitae]\n"
                   "  aside: [label:Lecturer, ][label:Univ. of X](https://x.edu)\n"
                   "  line: [contact:ada@x.edu](mailto:ada@x.edu)\n");
    b->name = "Ada O'Nowak";
    b->phone = "+44 (20) 1";
    b->url = "https://www.ada.org/";
    b->city = "Oslo";
    b->country = "NO";
    *MKCV_PUSH(&f->arena, &b->profiles) = (struct mkcv_profile){"GitHub", "ada", "https://github.com/ada"};
    *MKCV_PUSH(&f->arena, &b->profiles) = (struct mkcv_profile){"orcid", NULL, "https://orcid.org/0000-0001-2345-6789"};
    *MKCV_PUSH(&f->arena, &b->profiles) =
        (struct mkcv_profile){"Google Scholar", NULL, "https://scholar.google.com/citations?user=a"};
    *MKCV_PUSH(&f->arena, &b->profiles) = (struct mkcv_profile){"linkedin", "ada-n", NULL};
    *MKCV_PUSH(&f->arena, &b->profiles) = (struct mkcv_profile){"Elsewhere", "an", NULL};
    assert_flow(f, "header: [name:Ada O’Nowak]\n"
                   "  aside: [label:Lecturer, ][label:Univ. of X](https://x.edu)\n"
                   "  line: [contact:ada@x.edu](mailto:ada@x.edu)\n"
                   "  line: [contact:+44 (20) 1](tel:+44201)\n"
                   "  line: [contact:ada.org](https://www.ada.org/)\n"
                   "  line: [contact:github.com/ada](https://github.com/ada)\n"
                   "  line: [contact:ORCID\\~0000-0001-2345-6789](https://orcid.org/0000-0001-2345-6789)\n"
                   "  line: [contact:Google Scholar](https://scholar.google.com/citations?user=a)\n"
                   "  line: [contact:linkedin.com/in/ada-n](https://www.linkedin.com/in/ada-n)\n"
                   "  line: [contact:Elsewhere: an]\n"
                   "  line: [contact:Oslo, NO]\n");
}

static void add_work(struct fixture *f)
{
    struct mkcv_section *s = add_section(f, MKCV_KIND_WORK);
    struct mkcv_entry *e = add_entry(f, s, "Research Fellow", "Univ. of X");
    e->current = true;
    e->url = "https://x.edu";
    add_person(f, e, "Bo Lin", MKCV_REL_WITH);
    add_person(f, e, "Cy Ray", MKCV_REL_WITH);
    e->people.at[0].url = "https://bo.org";
    e = add_entry(f, s, "engineer", NULL);
    e->start.year = 2019, e->end.year = 2021;
    e = add_entry(f, s, NULL, "Lab Y");
    e->fields[MKCV_FIELD_SUMMARY] = plain(f, "Built things.");
    *MKCV_PUSH(&f->arena, &e->highlights) = plain(f, "a thing");
    add_entry(f, s, "Not shown", NULL)->hidden = true;
}

static void test_entries(void **state)
{
    struct fixture *f = *state;
    add_work(f);
    assert_flow(f, "heading 1: [section:work]\n"
                   "entry: [title:Research Fellow], [org:Univ. of X](https://x.edu)\n"
                   "  aside: [date:present]\n"
                   "  line: [detail:with ][detail:Bo Lin](https://bo.org)[detail: and Cy Ray]\n"
                   "entry: [title:Engineer]\n"
                   "  aside: [date:2019–2021]\n"
                   "entry: [title:Lab Y]\n"
                   "  line: [detail:Built things.]\n"
                   "item 1: a thing\n"
                   "  aside: [number:•]\n");
    use_style(f, "compact");
    assert_flow(f, "heading 1: [section:work]\n"
                   "entry tight: [title:Research Fellow], [org:Univ. of X](https://x.edu), [detail:with ]"
                   "[detail:Bo Lin](https://bo.org)[detail: and Cy Ray]\n"
                   "  aside: [date:present]\n"
                   "entry tight: [title:Engineer]\n"
                   "  aside: [date:2019–2021]\n"
                   "entry: [title:Lab Y][detail:. Built things.]\n"
                   "item 1: a thing\n"
                   "  aside: [number:•]\n");
}

static void test_education(void **state)
{
    struct fixture *f = *state;
    struct mkcv_section *s = add_section(f, MKCV_KIND_EDUCATION);
    struct mkcv_entry *e = add_entry(f, s, "Ph.D.", "Univ. of X");
    e->fields[MKCV_FIELD_TITLE] = text(f, "Ph.D.", NULL, MKCV_MARK_STRONG); /* the homepage's bold is no meaning */
    e->fields[MKCV_FIELD_AREA] = plain(f, "Physics");
    e->fields[MKCV_FIELD_HONORS] = plain(f, "with honors");
    e->fields[MKCV_FIELD_THESIS] = text(f, "On \"it\"", "https://t.org", 0);
    e->end.year = 2020;
    add_person(f, e, "A", MKCV_REL_ADVISOR);
    add_person(f, e, "B", MKCV_REL_ADVISOR);
    add_person(f, e, "C", MKCV_REL_ADVISOR);
    add_person(f, e, "D", MKCV_REL_HOST);
    e = add_entry(f, s, "B.S., Physics", NULL);
    e->fields[MKCV_FIELD_AREA] = plain(f, "Physics");
    add_person(f, e, "E", MKCV_REL_ADVISOR);
    assert_flow(f, "heading 1: [section:education]\n"
                   "entry: [title:Ph.D., Physics], [org:Univ. of X]\n"
                   "  aside: [date:2020]\n"
                   "  line: [detail:with honors; thesis: ][detail:On “it”](https://t.org)"
                   "[detail:; advisors A, B and C; hosted by D]\n"
                   "entry: [title:B.S., Physics]\n"
                   "  line: [detail:advisor E]\n");
}

static void test_dates(void **state)
{
    static const struct {
        const char *lang;
        enum mkcv_date_format format;
        struct mkcv_date start, end;
        bool current;
        const char *out;
    } cases[] = {
        {"en", MKCV_DATE_YEAR, {2019, 9, 0}, {2021, 6, 0}, false, "2019–2021"},
        {"en", MKCV_DATE_YEAR, {2019, 1, 0}, {2019, 6, 0}, false, "2019"},
        {"en", MKCV_DATE_YEAR, {2023, 1, 0}, {0, 0, 0}, true, "2023–present"},
        {"de", MKCV_DATE_YEAR, {2023, 1, 0}, {0, 0, 0}, true, "2023–heute"},
        {"en", MKCV_DATE_MONTH, {2019, 9, 0}, {2021, 6, 30}, false, "September\u00a02019\u00a0– June\u00a02021"},
        {"de", MKCV_DATE_MONTH_SHORT, {0, 0, 0}, {2021, 12, 0}, false, "Dez.\u00a02021"},
        {"en-GB", MKCV_DATE_ISO, {2019, 9, 0}, {2021, 6, 30}, false, "2019-09\u00a0– 2021-06-30"},
        {"en", MKCV_DATE_MONTH, {2019, 0, 0}, {2021, 0, 0}, false, "2019–2021"},
        {"zh-CN", MKCV_DATE_MONTH, {2019, 9, 0}, {0, 0, 0}, true, "2019年9月–至今"},
        {"ko", MKCV_DATE_MONTH_SHORT, {0, 0, 0}, {2021, 12, 0}, false, "2021년\u00a012월"},
        {"pt-BR", MKCV_DATE_MONTH, {0, 0, 0}, {2021, 3, 0}, false, "março\u00a02021"},
        {"en", MKCV_DATE_MONTH, {0, 0, 0}, {0, 0, 0}, false, NULL},
    };
    struct fixture *f = *state;
    struct mkcv_entry *e = add_entry(f, add_section(f, MKCV_KIND_WORK), "Post", NULL);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
        f->cv.lang = cases[i].lang;
        f->style.date_format = cases[i].format;
        e->start = cases[i].start, e->end = cases[i].end, e->current = cases[i].current;
        const struct mkcv_text aside = compose(f)->nodes.at[1].aside;
        if (cases[i].out)
            assert_string_equal(aside.s, cases[i].out);
        else
            assert_null(aside.s);
    }
}

static void test_awards(void **state)
{
    struct fixture *f = *state;
    struct mkcv_section *s = add_section(f, MKCV_KIND_AWARDS);
    add_entry(f, s, "Old Prize", "Society")->end.year = 2019;
    add_entry(f, s, "Undated", NULL);
    struct mkcv_entry *e = add_entry(f, s, "Medal", NULL);
    e->url = "https://m.org";
    for (short year = 2020; year < 2023; ++year) *MKCV_PUSH(&f->arena, &e->dates) = (struct mkcv_date){year, 0, 0};
    *MKCV_PUSH(&f->arena, &e->dates) = (struct mkcv_date){2018, 0, 0};
    assert_flow(f, "heading 1: [section:awards]\n"
                   "entry tight: [link:Medal](https://m.org)\n"
                   "  aside: [date:2018, 2020–2022]\n"
                   "entry tight: Old Prize, [org:Society]\n"
                   "  aside: [date:2019]\n"
                   "entry tight: Undated\n");
    use_style(f, "compact");
    assert_flow(f, "heading 1: [section:awards]\n"
                   "paragraph: [link:Medal](https://m.org)\\~[date:2018, 2020–2022]\\~· Old Prize, [org:Society]\\~"
                   "[date:2019]\\~· Undated\n");
}

static void test_service(void **state)
{
    struct fixture *f = *state;
    struct mkcv_section *s = add_section(f, MKCV_KIND_SERVICE);
    struct mkcv_entry *e = add_entry(f, s, "Editor", "J. of Y");
    e->start.year = 2025, e->current = true;
    add_entry(f, s, "Area Chair", "ICML");
    add_entry(f, s, "Reviewer", "TPAMI")->url = "https://t.org";
    e = add_entry(f, s, "area chair", "ACM MM");
    e->end.year = 2025;
    e->fields[MKCV_FIELD_LOCATION] = plain(f, "Lund");
    e = add_entry(f, s, "Program chair", NULL);
    e->end.year = 2020;
    e->date_text = "Spring 2020"; /* says more than its year */
    add_entry(f, s, NULL, NULL)->fields[MKCV_FIELD_SUMMARY] = plain(f, "Ran a school.");
    assert_flow(f, "heading 1: [section:service]\n"
                   "entry tight: [title:Editor]: [org:J. of Y][date:\\~(2025–present)]\n"
                   "entry tight: [title:Area Chair]: [org:ICML], [org:ACM MM][date:\\~(]Lund[date:, 2025)]\n"
                   "entry tight: [title:Reviewer]: [org:TPAMI](https://t.org)\n"
                   "entry tight: [title:Program chair]\n"
                   "  aside: [date:Spring 2020]\n"
                   "entry tight: Ran a school.\n");
}

static void test_words(void **state)
{
    struct fixture *f = *state;
    struct mkcv_section *s = add_section(f, MKCV_KIND_INTERESTS);
    add_entry(f, s, "graphs", NULL);
    add_entry(f, s, "trees", NULL)->url = "https://t.org";
    s = add_section(f, MKCV_KIND_LANGUAGES);
    add_entry(f, s, "English", NULL)->fields[MKCV_FIELD_LEVEL] = plain(f, "fluent");
    add_entry(f, s, "German", NULL);
    s = add_section(f, MKCV_KIND_SKILLS);
    struct mkcv_entry *e = add_entry(f, s, "Code", NULL);
    *MKCV_PUSH(&f->arena, &e->highlights) = plain(f, "C");
    *MKCV_PUSH(&f->arena, &e->highlights) = plain(f, "ML");
    static const char flow[] = "heading 1: [section:skills]\n"
                               "entry tight: [title:Code]: C, ML\n"
                               "\nheading 1: [section:languages]\n"
                               "paragraph: English (fluent), German\n";
    assert_flow(f, mkcv_arena_printf(&f->arena,
                                     "heading 1: [section:interests]\n"
                                     "paragraph: graphs, [link:trees](https://t.org)\n\n%s",
                                     flow));
    f->style.interests = MKCV_RUN_LINES;
    assert_flow(f, mkcv_arena_printf(&f->arena,
                                     "heading 1: [section:interests]\n"
                                     "item 1: graphs\n  aside: [number:•]\n"
                                     "item 1: [link:trees](https://t.org)\n  aside: [number:•]\n\n%s",
                                     flow));
}

/* Words that hold commas are told apart by semicolons; a sentence is no word. */
static void test_long_words(void **state)
{
    struct fixture *f = *state;
    struct mkcv_section *s = add_section(f, MKCV_KIND_INTERESTS);
    add_entry(f, s, "graphs, trees", NULL);
    add_entry(f, s, "logic", NULL);
    assert_string_equal(compose(f)->nodes.at[1].head.s, "graphs, trees; logic");
    add_entry(f, s, "everything that can be said of graphs and of trees that is not known already from logic alone",
              NULL);
    assert_int_equal(compose(f)->nodes.count, 4);
    assert_int_equal(compose(f)->nodes.at[1].kind, MKCV_FLOW_ITEM);
}

static void test_talks_projects_news_media(void **state)
{
    struct fixture *f = *state;
    struct mkcv_section *s = add_section(f, MKCV_KIND_TALKS);
    add_entry(f, s, "Old talk.", "A conference,")->end.year = 2020;
    add_entry(f, s, "Proc.", "Some Univ.")->end.year = 2019;
    add_entry(f, s, "A long title of approaches.", NULL)->end.year = 2018;
    struct mkcv_entry *e = add_entry(f, s, "New talk", "Seminar");
    e->url = "https://n.org";
    e->end.year = 2024;
    e->fields[MKCV_FIELD_TYPE] = plain(f, "invited");
    e->fields[MKCV_FIELD_LOCATION] = plain(f, "Oslo");
    *MKCV_PUSH(&f->arena, &e->links) = (struct mkcv_link){"Slides", "https://s.org"};
    s = add_section(f, MKCV_KIND_PROJECTS);
    e = add_entry(f, s, "tool", NULL);
    e->url = "https://tool.org";
    e->fields[MKCV_FIELD_SUMMARY] = plain(f, "does it all");
    s = add_section(f, MKCV_KIND_NEWS);
    add_entry(f, s, NULL, NULL)->fields[MKCV_FIELD_SUMMARY] = plain(f, "A paper came out.");
    s = add_section(f, MKCV_KIND_MEDIA);
    add_entry(f, s, NULL, "Daily")->url = "https://d.org";
    add_entry(f, s, NULL, "Weekly");
    assert_flow(f, "heading 1: [section:talks]\n"
                   "entry: [work:New talk](https://n.org), [venue:Seminar]\n"
                   "  aside: [date:2024]\n"
                   "  line: [detail:invited; Oslo; ][detail:Slides](https://s.org)\n"
                   "entry: [work:Old talk.], [venue:A conference]\n"
                   "  aside: [date:2020]\n"
                   "entry tight: [work:Proc.], [venue:Some Univ.]\n"
                   "  aside: [date:2019]\n"
                   "entry tight: [work:A long title of approaches]\n"
                   "  aside: [date:2018]\n"
                   "\nheading 1: [section:projects]\n"
                   "entry tight: [work:tool](https://tool.org): does it all\n"
                   "\nheading 1: [section:media]\n"
                   "paragraph: [link:Daily](https://d.org), Weekly\n");
    *MKCV_PUSH(&f->arena, &f->settings.only.list) = "news"; /* named, so it shows though the style hides it */
    f->cv.sections.at[0] = f->cv.sections.at[2], f->cv.sections.count = 1;
    assert_flow(f, "heading 1: [section:news]\n"
                   "entry tight: A paper came out.\n");
}

static struct mkcv_entry *add_paper(struct fixture *f, struct mkcv_section *s, const char *title, short year)
{
    struct mkcv_entry *e = add_entry(f, s, title, NULL);
    e->end.year = year;
    return e;
}

static void test_works(void **state)
{
    struct fixture *f = *state;
    struct mkcv_section *s = add_section(f, MKCV_KIND_PUBLICATIONS);
    struct mkcv_entry *e = add_paper(f, s, "Old work?", 2020);
    e->fields[MKCV_FIELD_VOLUME] = plain(f, "12");
    e->fields[MKCV_FIELD_NUMBER] = plain(f, "3");
    e->fields[MKCV_FIELD_PAGES] = plain(f, "115-122");
    e->fields[MKCV_FIELD_ORG] = plain(f, "J. of Y");
    add_person(f, e, "Ada Nowak", MKCV_REL_AUTHOR);
    e->people.at[0].self = true;
    e->people.at[0].marks = "*^";
    add_person(f, e, "Bo Lin", MKCV_REL_AUTHOR);
    e = add_paper(f, s, "New work", 2024);
    e->url = "https://n.org";
    e->fields[MKCV_FIELD_ORG] = plain(f, "Conference on Y");
    e->fields[MKCV_FIELD_ABBR] = plain(f, "COY");
    e->fields[MKCV_FIELD_HONORS] = plain(f, "Oral");
    e->fields[MKCV_FIELD_STATUS] = plain(f, "in-press");
    add_person(f, e, "Ada Nowak", MKCV_REL_AUTHOR);
    e->people.at[0].self = true;
    e->et_al = true;
    e = add_paper(f, s, "Third", 2024);
    e->fields[MKCV_FIELD_ARXIV] = plain(f, "2405.1");
    e->fields[MKCV_FIELD_PAGES] = plain(f, "7");
    e = add_paper(f, s, "Bare", 0);
    *MKCV_PUSH(&f->arena, &f->cv.legend) = (struct mkcv_legend){"*", "equal contribution"};
    *MKCV_PUSH(&f->arena, &f->cv.legend) = (struct mkcv_legend){"#", "not used"};
    *MKCV_PUSH(&f->arena, &f->cv.legend) = (struct mkcv_legend){"^", "corresponding"};
    assert_flow(
        f, "heading 1: [section:publications]\n"
           "paragraph: [detail:*equal contribution; ][detail+sup:^][detail:corresponding]\n"
           "item 1: [work:New work](https://n.org). [self:Ada Nowak][authors: et\\~al.] "
           "[venue:Conference on Y (COY)], in press,\\~2024. Oral.\n"
           "  aside: [number:4.]\n"
           "item 1: [work:Third](https://arxiv.org/abs/2405.1). [venue:arXiv:2405.1], p.\\~7,\\~2024.\n"
           "  aside: [number:3.]\n"
           "item 1: [work:Old work?] [self:Ada Nowak][authors:*][authors+sup:^][authors: and Bo Lin]. [venue:J. of Y] "
           "12(3):115–122,\\~2020.\n"
           "  aside: [number:2.]\n"
           "item 1: [work:Bare].\n"
           "  aside: [number:1.]\n");
    f->style.publications.downwards = false;
    f->style.publications.number = "[{n}]";
    assert_string_equal(compose(f)->nodes.at[2].aside.s, "[1]");
    f->style.publications.numbered = false;
    assert_null(compose(f)->nodes.at[2].aside.s);
}

static void test_grouped_works(void **state)
{
    struct fixture *f = *state;
    struct mkcv_section *s = add_section(f, MKCV_KIND_PUBLICATIONS);
    add_category(f, add_paper(f, s, "A", 2019), "Journals", NULL, NULL);
    add_paper(f, s, "B", 2024);
    add_category(f, add_paper(f, s, "C", 2021), "Conferences", "Full", NULL);
    add_category(f, add_paper(f, s, "D", 2023), "Journals", NULL, NULL);
    struct mkcv_entry *e = add_paper(f, s, NULL, 2022);
    e->fields[MKCV_FIELD_ORG] = plain(f, "ICML");
    add_category(f, e, "Journals", NULL, "ICML'22");
    assert_flow(f, "heading 1: [section:publications]\n"
                   "\nheading 2: [group:Journals]\n"
                   "item 1: [work:D]. 2023.\n  aside: [number:4.]\n"
                   "item 1: [work:A]. 2019.\n  aside: [number:3.]\n"
                   "paragraph: ICML\\~2022\n"
                   "\nheading 2: [group:Conferences]\n"
                   "\nheading 3: [subgroup:Full]\n"
                   "item 1: [work:C]. 2021.\n  aside: [number:2.]\n"
                   "\nheading 2: [group:Further publications]\n"
                   "item 1: [work:B]. 2024.\n  aside: [number:1.]\n");
}

/* Where most works have no category, those that have one are set apart. */
static void test_mostly_loose_works(void **state)
{
    struct fixture *f = *state;
    struct mkcv_section *s = add_section(f, MKCV_KIND_PUBLICATIONS);
    add_category(f, add_paper(f, s, "A", 2019), "Preprints", NULL, NULL);
    add_paper(f, s, "B", 2024);
    add_paper(f, s, "C", 2021);
    assert_flow(f, "heading 1: [section:publications]\n"
                   "item 1: [work:B]. 2024.\n  aside: [number:3.]\n"
                   "item 1: [work:C]. 2021.\n  aside: [number:2.]\n"
                   "\nheading 2: [group:Preprints]\n"
                   "item 1: [work:A]. 2019.\n  aside: [number:1.]\n");
}

static void test_labels(void **state)
{
    struct fixture *f = *state;
    struct mkcv_section *s = add_section(f, MKCV_KIND_PUBLICATIONS);
    static const struct {
        const char *org, *outer, *inner, *label, *url;
        short year;
    } rows[] = {
        {"ICLR", "Risk", "Training", "ICLR'25(a)", "https://a.org", 2025},
        {"USENIX Security", "Risk", "Training", "USENIX Security'25 Poster", NULL, 2025},
        {"ICLR", "Risk", "Inference", "ICLR 2024b", "https://b.org", 2024},
        {NULL, "Others", NULL, "first draft", "https://c.org", 0},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; ++i) {
        struct mkcv_entry *e = add_entry(f, s, NULL, rows[i].org);
        e->end.year = rows[i].year;
        e->url = rows[i].url;
        add_category(f, e, rows[i].outer, rows[i].inner, rows[i].label);
    }
    add_category(f, &s->entries.at[0], "Others", NULL, "ICLR'25(a)"); /* one work, two categories */
    assert_flow(f, "heading 1: [section:publications]\n"
                   "\nheading 2: [group:Risk]\n"
                   "listing: [link:ICLR\\~2025a](https://a.org), USENIX\\~Security\\~2025\\~Poster\n"
                   "  aside: [subgroup:Training]\\~[count:(2)]\n"
                   "listing: [link:ICLR\\~2024b](https://b.org)\n"
                   "  aside: [subgroup:Inference]\\~[count:(1)]\n"
                   "listing: [link:ICLR\\~2025a](https://a.org), [link:first\\~draft](https://c.org)\n"
                   "  aside: [group:Others]\\~[count:(2)]\n");
    s->entries.at[2].fields[MKCV_FIELD_TITLE] = plain(f, "A titled one");
    use_style(f, "compact");
    assert_flow(f, "heading 1: [section:Selected publications]\n"
                   "item 1: [work:A titled one](https://b.org). [venue:ICLR],\\~2024.\n"
                   "  aside: [number:1]\n"
                   "\nheading 1: [section:Publications by topic]\n"
                   "listing: [link:ICLR\\~2025a](https://a.org), USENIX\\~Security\\~2025\\~Poster\n"
                   "  aside: [subgroup:Risk: Training]\\~[count:(2)]\n"
                   "listing: [link:ICLR\\~2024b](https://b.org)\n"
                   "  aside: [subgroup:Risk: Inference]\\~[count:(1)]\n"
                   "listing: [link:ICLR\\~2025a](https://a.org), [link:first\\~draft](https://c.org)\n"
                   "  aside: [subgroup:Others]\\~[count:(2)]\n");
}

static struct mkcv_block *add_block(struct fixture *f, struct mkcv_block *parent, enum mkcv_block_kind kind,
                                    const char *s)
{
    struct mkcv_block *b = MKCV_NEW(&f->arena, struct mkcv_block), **to = &parent->first;
    b->kind = kind;
    if (s) b->text = plain(f, s);
    while (*to) to = &(*to)->next;
    return *to = b;
}

static void test_blocks(void **state)
{
    struct fixture *f = *state;
    struct mkcv_section *s = add_section(f, MKCV_KIND_OTHER);
    struct mkcv_block *root = MKCV_NEW(&f->arena, struct mkcv_block);
    s->title = "My \"group\"";
    s->level = 2;
    add_block(f, root, MKCV_BLOCK_PARAGRAPH, "Some words.");
    add_block(f, root, MKCV_BLOCK_HEADING, "Now")->level = 3;
    struct mkcv_block *list = add_block(f, root, MKCV_BLOCK_LIST, NULL);
    list->ordered = true, list->level = 3;
    struct mkcv_block *item = add_block(f, list, MKCV_BLOCK_ITEM, NULL);
    add_block(f, item, MKCV_BLOCK_PARAGRAPH, "one");
    add_block(f, item, MKCV_BLOCK_PARAGRAPH, "more");
    struct mkcv_block *inner = add_block(f, item, MKCV_BLOCK_LIST, NULL);
    add_block(f, add_block(f, inner, MKCV_BLOCK_ITEM, NULL), MKCV_BLOCK_PARAGRAPH, "deep");
    add_block(f, add_block(f, list, MKCV_BLOCK_ITEM, NULL), MKCV_BLOCK_PARAGRAPH, "two");
    struct mkcv_block *row = add_block(f, add_block(f, root, MKCV_BLOCK_TABLE, NULL), MKCV_BLOCK_ROW, NULL);
    add_block(f, row, MKCV_BLOCK_CELL, "a");
    add_block(f, row, MKCV_BLOCK_CELL, "b");
    add_block(f, root, MKCV_BLOCK_TERM, "T");
    add_block(f, add_block(f, root, MKCV_BLOCK_DEFINITION, NULL), MKCV_BLOCK_PARAGRAPH, "d");
    add_block(f, root, MKCV_BLOCK_CODE, "x\ny");
    add_block(f, root, MKCV_BLOCK_HEADING, "Nothing here")->level = 3;
    s->body = root->first;
    assert_flow(f, "heading 1: [section:My “group”]\n"
                   "paragraph justified: Some words.\n"
                   "\nheading 2: [group:Now]\n"
                   "item 1: one\n  aside: [number:3.]\n  line: more\n"
                   "item 2: deep\n  aside: [number:•]\n"
                   "item 1: two\n  aside: [number:4.]\n"
                   "entry tight: a, b\n"
                   "entry tight: [strong:T]: d\n"
                   "code: [code:x\\ny]\n");
}

/* Depth is bounded: a hundred thousand lists in lists end. */
static void test_deep_blocks(void **state)
{
    struct fixture *f = *state;
    struct mkcv_section *s = add_section(f, MKCV_KIND_OTHER);
    struct mkcv_block *root = MKCV_NEW(&f->arena, struct mkcv_block), *b = root;
    for (int i = 0; i < 100000; ++i) b = add_block(f, b, MKCV_BLOCK_QUOTE, NULL);
    add_block(f, b, MKCV_BLOCK_PARAGRAPH, "deep");
    add_block(f, root, MKCV_BLOCK_PARAGRAPH, "flat");
    s->title = "T";
    s->body = root->first;
    assert_int_equal(compose(f)->nodes.count, 2);
}

static void add_word(struct fixture *f, struct mkcv_words *words, const char *word)
{
    *MKCV_PUSH(&f->arena, &words->list) = word;
}

static const char *headings(struct fixture *f)
{
    const struct mkcv_flow *flow = compose(f);
    struct mkcv_buf b;
    mkcv_buf_init(&b, &f->arena);
    for (size_t i = 0; i < flow->nodes.count; ++i)
        if (flow->nodes.at[i].kind == MKCV_FLOW_HEADING) mkcv_buf_printf(&b, "%s|", flow->nodes.at[i].head.s);
    return b.s;
}

static void test_order_and_titles(void **state)
{
    struct fixture *f = *state;
    add_entry(f, add_section(f, MKCV_KIND_NEWS), "n", NULL);
    add_entry(f, add_section(f, MKCV_KIND_AWARDS), "a", NULL);
    struct mkcv_section *s = add_section(f, MKCV_KIND_OTHER);
    s->title = "My Hobbies";
    add_entry(f, s, "o", NULL);
    add_entry(f, add_section(f, MKCV_KIND_WORK), "w", NULL);
    add_section(f, MKCV_KIND_TALKS); /* empty: no heading */
    add_entry(f, add_section(f, MKCV_KIND_SKILLS), "s", NULL)->told = true;
    assert_string_equal(headings(f), "work|awards|skills|My Hobbies|");
    *MKCV_PUSH(&f->arena, &f->cv.basics.summary) = plain(f, "I am good at s.");
    assert_string_equal(headings(f), "Profile|work|awards|My Hobbies|"); /* the profile tells the skill */
    f->settings.titles[0].key = "awards", f->settings.titles[0].title = "Prizes";
    f->settings.titles[1].key = "profile", f->settings.titles[1].title = "About";
    add_word(f, &f->settings.order, "my hobbies");
    add_word(f, &f->settings.order, "awards");
    assert_string_equal(headings(f), "My Hobbies|Prizes|About|work|");
    add_word(f, &f->style.hide, "My hobbies");
    add_word(f, &f->style.hide, "summary");
    assert_string_equal(headings(f), "Prizes|work|skills|");
    add_word(f, &f->settings.only, "biography");
    assert_string_equal(headings(f), "Prizes|About|work|");
    f->settings.biography = MKCV_BIOGRAPHY_NONE;
    f->style.section.upper = true;
    assert_string_equal(headings(f), "PRIZES|WORK|SKILLS|");
}

static void test_document(void **state)
{
    struct fixture *f = *state;
    f->settings.date = (struct mkcv_date){2024, 5, 9};
    struct mkcv_buf b;
    mkcv_buf_init(&b, &f->arena);
    mkcv_flow_dump(compose(f), &b);
    assert_string_equal(b.s, "title: Curriculum Vitae\nauthor: -\nlang: en\ndate: 2024-05-09\n"
                             "foot:  |  | {page} of {pages}\n");
    f->cv.basics.name = "Ada Nowak";
    f->settings.lang = "de";
    assert_string_equal(compose(f)->title, "Ada Nowak – Lebenslauf");
    assert_string_equal(compose(f)->author, "Ada Nowak");
    assert_string_equal(compose(f)->lang, "de");
}

/* What is not known leaves no punctuation; the page's numbers are the layout's. */
static void test_foot(void **state)
{
    struct fixture *f = *state;
    f->style.footer.left = "{name} – {date}";
    f->style.footer.center = "CV of {name}";
    const struct mkcv_flow *flow = compose(f);
    assert_string_equal(flow->foot.left, "");
    assert_string_equal(flow->foot.center, "");
    f->cv.basics.name = "Ada Nowak";
    f->settings.lang = "de";
    f->style.footer.right = "({page})";
    flow = compose(f);
    assert_string_equal(flow->foot.left, "Ada Nowak");
    assert_string_equal(flow->foot.center, "CV of Ada Nowak");
    assert_string_equal(flow->foot.right, "({page})");
    f->style.footer.right = "{folio}";
    assert_string_equal(compose(f)->foot.right, "{page} von {pages}");
}

/* Beside ideographs commas are as wide as they are, beside Latin words they are not. */
static void test_wide_commas(void **state)
{
    struct fixture *f = *state;
    f->settings.lang = "zh";
    struct mkcv_section *s = add_section(f, MKCV_KIND_EDUCATION);
    struct mkcv_entry *e = add_entry(f, s, "博士", "东湖大学");
    e->fields[MKCV_FIELD_AREA] = plain(f, "数学");
    e->fields[MKCV_FIELD_HONORS] = plain(f, "优秀");
    add_person(f, e, "林海", MKCV_REL_ADVISOR);
    add_person(f, e, "王石", MKCV_REL_ADVISOR);
    add_entry(f, s, "Ph.D.", "Lake University");
    assert_flow(f, "heading 1: [section:education]\n"
                   "entry: [title:博士，数学]，[org:东湖大学]\n"
                   "  line: [detail:优秀；导师：林海、王石]\n"
                   "entry: [title:Ph.D.], [org:Lake University]\n");
}

/* No more columns than entries, none too narrow; points stay with their entry. */
static void test_columns(void **state)
{
    struct fixture *f = *state;
    static const struct mkcv_columns columns[] = {{"work", 3}, {"awards", 2}, {"skills", 2}};
    for (int i = 0; i < 3; ++i) *MKCV_PUSH(&f->arena, &f->style.section.columns.list) = columns[i];
    struct mkcv_section *work = add_section(f, MKCV_KIND_WORK);
    struct mkcv_entry *first = add_entry(f, work, "Lecturer", NULL);
    *MKCV_PUSH(&f->arena, &first->highlights) = plain(f, "Taught moss");
    add_entry(f, work, "Baker", NULL);
    add_entry(f, add_section(f, MKCV_KIND_AWARDS), "Prize", NULL); /* alone: no columns */
    static const char expected[] = "heading 1: [section:work]\n"
                                   "entry columns %d: [title:Lecturer]\n"
                                   "item 1 columns %d along: Taught moss\n"
                                   "  aside: [number:•]\n"
                                   "entry columns %d: [title:Baker]\n"
                                   "\n"
                                   "heading 1: [section:awards]\n"
                                   "entry tight: Prize\n";
    assert_flow(f, mkcv_arena_printf(&f->arena, expected, 2, 2, 2));
    add_entry(f, work, "Candle maker", NULL);
    assert_int_equal(compose(f)->nodes.at[1].columns, 3);
    f->style.page.width = f->style.page.left + f->style.page.right + 160000; /* three are under five ems */
    assert_int_equal(compose(f)->nodes.at[1].columns, 2);
    f->style.page.width -= 60000;
    assert_int_equal(compose(f)->nodes.at[1].columns, 0);
    assert_false(compose(f)->nodes.at[2].along);
}

/* The sidebar's nodes come behind the header, which gives it the contacts; a page break stays with its section. */
static void test_sidebar(void **state)
{
    struct fixture *f = *state;
    f->cv.basics.name = "Ada Moss";
    add_entry(f, add_section(f, MKCV_KIND_WORK), "Lecturer", NULL);
    add_entry(f, add_section(f, MKCV_KIND_AWARDS), "Prize", NULL);
    f->style.sidebar.sections.list.count = 0;
    f->style.sidebar.place = MKCV_SIDE_LEFT;
    assert_false(compose(f)->sidebar); /* nothing stands there */
    *MKCV_PUSH(&f->arena, &f->style.sidebar.sections.list) = "contact";
    assert_false(compose(f)->sidebar);
    f->cv.basics.email = "ada@moss.example";
    *MKCV_PUSH(&f->arena, &f->style.sidebar.sections.list) = "Awards";
    *MKCV_PUSH(&f->arena, &f->style.section.new_page.list) = "awards";
    assert_flow(f, "header: [name:Ada Moss]\n"
                   "header side\n"
                   "  line: [contact:ada@moss.example](mailto:ada@moss.example)\n"
                   "pagebreak side\n"
                   "\n"
                   "heading 1 side: [section:awards]\n"
                   "entry side tight: Prize\n"
                   "\n"
                   "heading 1: [section:work]\n"
                   "entry tight: [title:Lecturer]\n");
    assert_true(compose(f)->sidebar);
    f->style.sidebar.place = MKCV_SIDE_NONE;
    assert_int_equal(compose(f)->nodes.at[0].lines.count, 1);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(test_columns),
        CASE(test_sidebar),
        CASE(test_typography),
        CASE(test_languages),
        CASE(test_spans),
        CASE(test_picture_links),
        CASE(test_header),
        CASE(test_entries),
        CASE(test_education),
        CASE(test_dates),
        CASE(test_awards),
        CASE(test_service),
        CASE(test_words),
        CASE(test_works),
        CASE(test_grouped_works),
        CASE(test_labels),
        CASE(test_blocks),
        CASE(test_document),
        CASE(test_foot),
        CASE(test_wide_commas),
        CASE(test_deep_blocks),
        CASE(test_order_and_titles),
        CASE(test_talks_projects_news_media),
        CASE(test_mostly_loose_works),
        CASE(test_long_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
