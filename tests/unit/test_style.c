/* test_style.c - styles: lengths, layers, late values, what is reported where. */
#include "mkcv/embedded.h"
#include "mkcv/style.h"
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
/* after the headers that it needs */
#include <cmocka.h>

struct fixture {
    struct mkcv_arena arena;
    struct mkcv_diags diags;
    struct mkcv_settings settings;
    struct mkcv_style style;
    char folder[32];
};

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    mkcv_arena_init(&f->arena);
    mkcv_diags_init(&f->diags, &f->arena);
    strcpy(f->folder, "/tmp/mkcv-style-XXXXXX");
    assert_non_null(mkdtemp(f->folder));
    *state = f;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *f = *state;
    char command[64];
    snprintf(command, sizeof command, "rm -r %s", f->folder);
    assert_int_equal(system(command), 0);
    mkcv_arena_clear(&f->arena);
    free(f);
    return 0;
}

/* Writes a style file; gives its path. */
static const char *write_style(struct fixture *f, const char *name, const char *text)
{
    const char *path = mkcv_arena_printf(&f->arena, "%s/%s", f->folder, name);
    FILE *file = fopen(path, "w");
    fputs(text, file);
    fclose(file);
    return path;
}

static enum mkcv_code read_set(struct fixture *f, const char *style, const char *const *words)
{
    size_t n = 0;
    while (words && words[n]) ++n;
    assert_int_equal(mkcv_settings_read(&f->arena, NULL, words, n, &f->settings, &f->diags), MKCV_OK);
    return mkcv_style_read(&f->arena, style, &f->settings, &f->style, &f->diags);
}

#define READ(f, style, ...) read_set((f), (style), (const char *const[]){__VA_ARGS__, NULL})

static const struct mkcv_diag *last_diag(const struct fixture *f)
{
    assert_true(f->diags.list.count > 0);
    return &f->diags.list.at[f->diags.list.count - 1];
}

static void test_lengths(void **state)
{
    static const struct {
        const char *s;
        int32_t em;
        bool good;
        int32_t mpt;
    } cases[] = {
        {"10.5pt", 0, true, 10500},  {"24mm", 0, true, 68031},   {"1.6cm", 0, true, 45354},
        {"1in", 0, true, 72000},     {"2em", 9500, true, 19000}, {"0.5ex", 10000, true, 2500},
        {"1 pc", 0, true, 12000},    {"0", 0, true, 0},          {"0.0", 0, true, 0},
        {"-1pt", 0, true, -1000},    {".4pt", 0, true, 400},     {"1.23456789pt", 0, true, 1235},
        {"10", 0, false, 0},         {"pt", 0, false, 0},        {"", 0, false, 0},
        {"1,5pt", 0, false, 0},      {"10px", 0, false, 0},      {"10ptx", 0, false, 0},
        {"99999999in", 0, false, 0}, {"999999in", 0, false, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
        int32_t mpt = 0;
        bool good = mkcv_length_from_string(cases[i].s, cases[i].em, &mpt);
        if (good != cases[i].good || mpt != cases[i].mpt) fail_msg("'%s': %d, %d", cases[i].s, good, mpt);
    }
}

static void test_classic(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(READ(f, NULL, NULL), MKCV_OK);
    const struct mkcv_style *s = &f->style;
    assert_string_equal(s->name, "classic");
    assert_int_equal(s->page.width, 595276);
    assert_int_equal(s->page.left, 68031);
    assert_int_equal(s->font.size, 10500);
    assert_int_equal(s->font.figures, MKCV_FIGURES_OLDSTYLE);
    assert_int_equal(s->section.rule, MKCV_RULE_BELOW);
    assert_int_equal(s->look[MKCV_ROLE_NAME].size, 24000);
    assert_int_equal(s->look[MKCV_ROLE_LINK].color, 0x1f3a6e);
    assert_int_equal(s->look[MKCV_ROLE_DATE].color, 0x5a5a5a);
    assert_int_equal(s->look[MKCV_ROLE_DATE].figures, MKCV_FIGURES_LINING);
    assert_true(s->look[MKCV_ROLE_DATE].tabular);
    assert_true(s->look[MKCV_ROLE_SECTION].small_caps);
    assert_int_equal(s->look[MKCV_ROLE_VENUE].color, MKCV_COLOR_INHERIT);
    assert_int_equal(s->hide.list.count, 1);
    assert_string_equal(s->hide.list.at[0], "news");
    assert_string_equal(s->order.list.at[0], "profile");
    assert_string_equal(s->footer.right, "{folio}");
    assert_int_equal(f->diags.list.count, 0);
}

static void test_inherited(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(READ(f, "compact", NULL), MKCV_OK);
    assert_int_equal(f->style.font.size, 9500);
    assert_int_equal(f->style.section.place, MKCV_HEAD_LEFT);
    assert_int_equal(f->style.section.width, 72000);
    assert_int_equal(f->style.color.accent, 0x1f3a6e); /* classic's */
    assert_false(f->style.look[MKCV_ROLE_SECTION].small_caps);
    assert_true(f->style.look[MKCV_ROLE_SELF].bold);
    assert_int_equal(f->style.awards, MKCV_RUN_INLINE);
    assert_int_equal(f->diags.list.count, 0);
}

/* Every embedded style is read without a word. */
static void test_all_styles(void **state)
{
    struct fixture *f = *state;
    const char *const *names = mkcv_style_names(&f->arena);
    assert_non_null(names[0]);
    for (; *names; ++names) {
        assert_int_equal(READ(f, *names, NULL), MKCV_OK);
        assert_string_equal(f->style.name, *names);
        assert_true(strlen(f->style.description) > 10);
    }
    assert_int_equal(f->diags.list.count, 0);
}

/* Relative luminance, WCAG 2.1. */
static double luminance(uint32_t color)
{
    static const double weights[] = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; ++i) {
        double v = (color >> (16 - 8 * i) & 255) / 255.0;
        sum += weights[i] * (v <= 0.03928 ? v / 12.92 : pow((v + 0.055) / 1.055, 2.4));
    }
    return sum;
}

static double contrast(uint32_t color) { return 1.05 / (luminance(color) + 0.05); }

/* What every style owes its readers: text that can be read, on paper and by bad eyes. */
static void test_all_styles_are_readable(void **state)
{
    struct fixture *f = *state;
    for (const char *const *names = mkcv_style_names(&f->arena); *names; ++names) {
        assert_int_equal(READ(f, *names, NULL), MKCV_OK);
        const struct mkcv_style *s = &f->style;
        assert_true(contrast(s->color.ink) >= 12 && contrast(s->color.accent) >= 7 && contrast(s->color.grey) >= 4.5);
        for (int role = 0; role < MKCV_ROLE_COUNT; ++role) {
            if (s->look[role].color != MKCV_COLOR_INHERIT) assert_true(contrast(s->look[role].color) >= 4.5);
            if (s->look[role].size) assert_true(s->look[role].size >= 7500);
        }
        assert_true(s->font.size >= 9000 && s->fit.size >= 8000);
        assert_true(s->font.leading * 100 >= s->font.size * 118);
    }
}

/* What a style promises in its description. */
static void test_promises(void **state)
{
    struct fixture *f = *state;
    const struct mkcv_style *s = &f->style;
    assert_int_equal(READ(f, "plain", NULL), MKCV_OK);
    assert_false(s->text.hyphenate);
    assert_int_equal(s->section.rule, MKCV_RULE_NONE);
    assert_int_equal(s->entry.date, MKCV_DATE_INLINE);
    assert_int_equal(s->sidebar.place, MKCV_SIDE_NONE);
    assert_int_equal(s->color.ink | s->color.grey | s->color.accent, 0);
    for (int role = 0; role < MKCV_ROLE_COUNT; ++role)
        assert_true(s->look[role].color == 0 || s->look[role].color == MKCV_COLOR_INHERIT);
    assert_int_equal(READ(f, "grant", NULL), MKCV_OK);
    assert_true(s->font.size >= 11000 && s->fit.size >= 11000 && s->fit.leading == 1000);
    const int32_t sides[] = {s->page.top, s->page.bottom, s->page.left, s->page.right};
    for (int i = 0; i < 4; ++i) assert_true(sides[i] >= 56692); /* 20 mm */
    for (int role = MKCV_ROLE_TITLE; role < MKCV_ROLE_COUNT; ++role)
        assert_true(role == MKCV_ROLE_FOOTER || !s->look[role].size || s->look[role].size >= 11000);
    assert_true(s->publications.numbered && !s->publications.downwards);
}

static void test_set_over_file(void **state)
{
    struct fixture *f = *state;
    const char *path = write_style(f, "mine.yaml",
                                   "inherit: classic\n"
                                   "font: {size: 12pt}\n"
                                   "page.margin: 2em\n"
                                   "list.indent: 1.5em\n"
                                   "color: {accent: \"#a00\"}\n");
    assert_int_equal(READ(f, path, "font.size=11pt", "look.name.tracking=0.02em", "page.size=letter"), MKCV_OK);
    assert_string_equal(f->style.name, "mine");
    assert_int_equal(f->style.font.size, 11000);
    assert_int_equal(f->style.page.left, 22000); /* ems of the size that won */
    assert_int_equal(f->style.page.bottom, 22000);
    assert_int_equal(f->style.list.indent, 16500);
    assert_int_equal(f->style.look[MKCV_ROLE_LINK].color, 0xaa0000); /* the name was resolved late */
    assert_int_equal(f->style.look[MKCV_ROLE_NAME].tracking, 20);
    assert_int_equal(f->style.page.width, 612000);
    f->settings.paper = "a5";
    assert_int_equal(mkcv_style_read(&f->arena, path, &f->settings, &f->style, &f->diags), MKCV_OK);
    assert_int_equal(f->style.page.width, 419528);
}

static void test_protrusion(void **state)
{
    struct fixture *f = *state;
    const char *path = write_style(f, "hang.yaml",
                                   "inherit: classic\n"
                                   "text:\n"
                                   "  protrusion: [\"- 0 600\", \"« 250 0\"]\n");
    assert_int_equal(READ(f, path, NULL), MKCV_OK);
    assert_int_equal(f->style.text.protrusion.list.count, 2);
    assert_int_equal(f->style.text.protrusion.list.at[0].right, 600);
    assert_int_equal(f->style.text.protrusion.list.at[1].c, 0xab);
    assert_int_equal(f->style.text.protrusion.list.at[1].left, 250);
    assert_int_equal(READ(f, path, "text.protrusion=none"), MKCV_OK);
    assert_true(f->style.text.protrusion.none);
    assert_int_equal(READ(f, "classic", "text.protrusion=- 600"), MKCV_USAGE);
    assert_int_equal(READ(f, "classic", "text.protrusion=- 0 6000"), MKCV_USAGE);
    assert_int_equal(f->style.text.protrusion.list.count, 0); /* what is wrong leaves the table */
}

static void test_columns(void **state)
{
    struct fixture *f = *state;
    const struct mkcv_columns_list *columns = &f->style.section.columns;
    assert_int_equal(READ(f, "classic", "section.columns=skills, Odds and ends 3", "section.column-gap=1cm"), MKCV_OK);
    assert_int_equal(columns->list.count, 2);
    assert_string_equal(columns->list.at[0].section, "skills");
    assert_int_equal(columns->list.at[0].count, 2);
    assert_string_equal(columns->list.at[1].section, "Odds and ends");
    assert_int_equal(columns->list.at[1].count, 3);
    assert_int_equal(f->style.section.column_gap, 28346);
    static const char *const bad[] = {"section.columns=skills 1", "section.columns=skills 7",
                                      "section.columns=skills 12", "section.columns={skills: 2}"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; ++i) {
        assert_int_equal(READ(f, "classic", bad[i]), MKCV_USAGE);
        assert_non_null(strstr(last_diag(f)->text, "2 to 6 columns"));
        assert_int_equal(columns->list.count, 0);
    }
}

static void test_sidebar(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(READ(f, "compact", "page.margin=20mm", "sidebar.place=right", "sidebar.width=100pt",
                          "sidebar.gap=20pt", "sidebar.color=accent", "color.accent=#123456"),
                     MKCV_OK);
    const struct mkcv_style *s = &f->style;
    assert_int_equal(s->sidebar.color, 0x123456);
    struct mkcv_style main = mkcv_style_beside(s, false), side = mkcv_style_beside(s, true);
    assert_int_equal(main.page.left, s->page.left);
    assert_int_equal(main.page.right, s->page.right + 120000);
    assert_int_equal(side.page.right, s->page.right);
    assert_int_equal(s->page.width - side.page.left - side.page.right, 100000);
    assert_int_equal(main.section.place, MKCV_HEAD_LEFT);
    assert_int_equal(side.section.place, MKCV_HEAD_ABOVE);
    assert_int_equal(READ(f, "classic", "sidebar.place=left", "sidebar.width=500pt"), MKCV_USAGE);
    assert_non_null(strstr(last_diag(f)->text, "no room for the main column"));
    main = mkcv_style_beside(s, false);
    assert_true(s->page.width - main.page.left - main.page.right >= 72000);
    assert_int_equal(READ(f, "classic", "sidebar.width=500pt"), MKCV_OK); /* there is none */
}

static void test_relative_inherit(void **state)
{
    struct fixture *f = *state;
    write_style(f, "base.yaml", "inherit: compact\nlist: {bullet: \"*\"}\n");
    const char *path = write_style(f, "top.yaml", "inherit: base.yaml\ndate: {format: month-short}\n");
    assert_int_equal(READ(f, path, NULL), MKCV_OK);
    assert_string_equal(f->style.list.bullet, "*");
    assert_int_equal(f->style.section.place, MKCV_HEAD_LEFT);
    assert_int_equal(f->style.date_format, MKCV_DATE_MONTH_SHORT);
}

static void test_unknown_style(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(READ(f, "compat", NULL), MKCV_USAGE);
    assert_int_equal(last_diag(f)->id, MKCV_DIAG_STYLE_UNKNOWN);
    assert_string_equal(last_diag(f)->text, "no style 'compat'; did you mean 'compact'?");
    assert_int_equal(READ(f, "xyzzyxyzzy", NULL), MKCV_USAGE);
    assert_non_null(strstr(last_diag(f)->text, "there are: banking, classic, compact"));
    assert_int_equal(READ(f, "./nowhere/at-all.yaml", NULL), MKCV_USAGE);
}

static void test_bad_file(void **state)
{
    struct fixture *f = *state;
    const char *path = write_style(f, "bad.yaml",
                                   "inherit: classic\n"
                                   "page:\n"
                                   "  siez: a4\n"
                                   "font: {size: big}\n"
                                   "look: {name: {bold: perhaps}, nmae: {bold: yes}}\n"
                                   "text: {hyphenate: no}\n");
    assert_int_equal(READ(f, path, NULL), MKCV_CONTENT);
    assert_int_equal(f->diags.list.count, 4);
    const struct mkcv_diag *d = f->diags.list.at;
    assert_string_equal(d[0].text, "unknown key 'page.siez'; did you mean 'page.size'?");
    assert_int_equal(d[0].loc.line, 3);
    assert_int_equal(d[0].loc.column, 3);
    assert_string_equal(d[0].loc.file, path);
    assert_int_equal(d[1].id, MKCV_DIAG_STYLE_VALUE);
    assert_int_equal(d[1].loc.line, 4);
    assert_non_null(strstr(d[1].text, "10.5pt"));
    assert_non_null(strstr(d[2].text, "yes or no"));
    assert_int_equal(d[3].id, MKCV_DIAG_STYLE_KEY);
    assert_int_equal(f->style.font.size, 10500); /* the rest went on */
    assert_false(f->style.text.hyphenate);
}

static void test_bad_words(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(READ(f, "classic", "font.siz=9pt"), MKCV_USAGE);
    assert_non_null(strstr(last_diag(f)->text, "did you mean 'font.size'?"));
    assert_null(last_diag(f)->loc.file);
    assert_int_equal(READ(f, "classic", "section.rule=double"), MKCV_USAGE);
    assert_string_equal(last_diag(f)->text, "'double' is not a value for 'section.rule': one of none, above, below");
    assert_int_equal(READ(f, "classic", "font.size=-3pt"), MKCV_USAGE);
    assert_int_equal(READ(f, "classic", "color.accent=blue"), MKCV_USAGE);
    assert_int_equal(READ(f, "classic", "page.size=10mm x 10mm"), MKCV_USAGE);
    assert_int_equal(READ(f, "classic", "font.size={a: 1}"), MKCV_USAGE);
    f->settings = (struct mkcv_settings){.paper = "a12"};
    assert_int_equal(mkcv_style_read(&f->arena, "classic", &f->settings, &f->style, &f->diags), MKCV_USAGE);
}

static void test_margins_leave_room(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(READ(f, "classic", "page.margin=12cm"), MKCV_USAGE);
    assert_int_equal(last_diag(f)->id, MKCV_DIAG_STYLE_VALUE);
    assert_true(f->style.page.width - f->style.page.left - f->style.page.right >= 72000);
}

static void test_loops(void **state)
{
    struct fixture *f = *state;
    write_style(f, "a.yaml", "inherit: ./b.yaml\nlist: {bullet: a}\n");
    const char *b = write_style(f, "b.yaml", "inherit: ./a.yaml\nlist: {bullet: b}\n");
    const char *self = write_style(f, "self.yaml", "inherit: self.yaml\n");
    const char *lost = write_style(f, "lost.yaml", "inherit: clasic\nlist: {bullet: c}\n");
    assert_int_equal(READ(f, b, NULL), MKCV_CONTENT);
    assert_int_equal(f->diags.list.at[0].id, MKCV_DIAG_STYLE_LOOP);
    assert_string_equal(f->style.list.bullet, "b");
    assert_int_equal(READ(f, self, NULL), MKCV_CONTENT);
    assert_int_equal(READ(f, lost, NULL), MKCV_CONTENT);
    assert_string_equal(f->style.list.bullet, "c");
    assert_non_null(strstr(last_diag(f)->text, "'classic'"));
    assert_int_equal(last_diag(f)->loc.line, 1);
}

static void test_odd_files(void **state)
{
    struct fixture *f = *state;
    static const char *const texts[] = {"- a\n- b\n",     "just text\n",
                                        "font: [1, 2]\n", "color: {ink: grey, grey: ink}\n",
                                        "look: yes\n",    "page: {margin: {top: {x: 1}}}\n"};
    assert_int_equal(READ(f, write_style(f, "empty.yaml", ""), NULL), MKCV_OK);
    assert_int_equal(f->style.font.size, 10500);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; ++i) {
        enum mkcv_code code = READ(f, write_style(f, "odd.yaml", texts[i]), NULL);
        assert_int_equal(code, i == 3 ? MKCV_OK : MKCV_CONTENT);
        assert_int_equal(f->style.font.size, 10500);
        assert_true(f->style.color.ink <= 0xffffff);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lengths),
        cmocka_unit_test_setup_teardown(test_classic, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_inherited, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_all_styles, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_all_styles_are_readable, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_promises, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_set_over_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_protrusion, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_columns, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_sidebar, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_relative_inherit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_unknown_style, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_bad_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_bad_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_margins_leave_room, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_loops, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_odd_files, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
