/* test_settings.c - mkcv.yaml and KEY=VALUE words. */
#include "mkcv/settings.h"
#include "mkcv/source.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
/* after the headers that it needs */
#include <cmocka.h>

struct fixture {
    struct mkcv_arena arena;
    struct mkcv_diags diags;
    struct mkcv_settings s;
};

static int set_up(void **state)
{
    struct fixture *f = calloc(1, sizeof *f);
    mkcv_arena_init(&f->arena);
    mkcv_diags_init(&f->diags, &f->arena);
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

static enum mkcv_code read_all(struct fixture *f, const char *yaml, const char *const *words)
{
    size_t n = 0;
    while (words[n]) ++n;
    const struct mkcv_node *file =
        yaml ? mkcv_yaml_read(&f->arena, yaml, strlen(yaml), "mkcv.yaml", 1, &f->diags) : NULL;
    return mkcv_settings_read(&f->arena, file, words, n, &f->s, &f->diags);
}

#define READ(f, yaml, ...) read_all((f), (yaml), (const char *const[]){__VA_ARGS__, NULL})

static void test_defaults(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(READ(f, NULL, NULL), MKCV_OK);
    assert_null(f->s.name);
    assert_null(f->s.style);
    assert_null(f->s.style_keys);
    assert_int_equal(f->s.biography, MKCV_BIOGRAPHY_REST);
    assert_int_equal(f->s.date.year, 0);
}

static void test_file(void **state)
{
    struct fixture *f = *state;
    static const char yaml[] = "name: Ada Nowak\n"
                               "names: [A. Nowak, Ada Kowalska]\n"
                               "lang: de\n"
                               "style: compact\n"
                               "paper: letter\n"
                               "biography: none\n"
                               "date: 2024-05-09\n"
                               "hide: news\n"
                               "only: [work, education]\n"
                               "since: 2019\n"
                               "selected: yes\n"
                               "titles: {awards: Prizes, work: Posts}\n"
                               "page: {margin: 20mm}\n"
                               "look.name.size: 20pt\n";
    assert_int_equal(READ(f, yaml, NULL), MKCV_OK);
    assert_string_equal(f->s.name, "Ada Nowak");
    assert_int_equal(f->s.names.list.count, 2);
    assert_string_equal(f->s.names.list.at[1], "Ada Kowalska");
    assert_string_equal(f->s.lang, "de");
    assert_string_equal(f->s.style, "compact");
    assert_string_equal(f->s.paper, "letter");
    assert_int_equal(f->s.biography, MKCV_BIOGRAPHY_NONE);
    assert_int_equal(f->s.date.year, 2024);
    assert_int_equal(f->s.date.month, 5);
    assert_int_equal(f->s.date.day, 9);
    assert_int_equal(f->s.hide.list.count, 1);
    assert_int_equal(f->s.only.list.count, 2);
    assert_int_equal(f->s.since, 2019);
    assert_true(f->s.selected);
    assert_string_equal(f->s.titles[0].key, "awards");
    assert_string_equal(f->s.titles[1].title, "Posts");
    assert_null(f->s.titles[2].key);
    assert_string_equal(mkcv_node_string(f->s.style_keys, "page.margin"), "20mm");
    assert_int_equal(mkcv_node_count(f->s.style_keys), 3); /* hide is the style's too */
    assert_int_equal(f->diags.list.count, 0);
}

static void test_words(void **state)
{
    struct fixture *f = *state;
    assert_int_equal(READ(f, "hide: [news, media]\nname: Ada\ndate: {format: month}\n", "hide=", "name=Lin: the first",
                          "order=work, awards", "date=2023", "footer.left={name}", "color.accent=#123456",
                          "titles.awards=Prizes: all", "since=2020", "names=[\"X, Y\", Z]"),
                     MKCV_OK);
    assert_int_equal(f->s.hide.list.count, 0);
    assert_string_equal(f->s.name, "Lin: the first");
    assert_int_equal(f->s.order.list.count, 2);
    assert_int_equal(f->s.date.year, 2023);
    assert_int_equal(f->s.since, 2020);
    assert_string_equal(f->s.names.list.at[0], "X, Y");
    assert_string_equal(f->s.titles[0].title, "Prizes: all");
    const struct mkcv_node *n = f->s.style_keys->first; /* hide, date, hide, order, footer.left, color.accent */
    for (int i = 0; i < 4; ++i) n = n->next;
    assert_string_equal(n->key, "footer.left");
    assert_string_equal(n->value, "{name}");
    assert_string_equal(n->next->value, "#123456");
    assert_null(n->next->loc.file);
    assert_int_equal(f->diags.list.count, 0);
}

static void test_errors(void **state)
{
    static const struct {
        const char *yaml, *word;
        enum mkcv_code code;
        enum mkcv_diag_id id;
        const char *part;
    } cases[] = {
        {"nmae: Ada\n", NULL, MKCV_CONTENT, MKCV_DIAG_STYLE_KEY, "did you mean 'name'?"},
        {NULL, "nmae=Ada", MKCV_USAGE, MKCV_DIAG_STYLE_KEY, "did you mean 'name'?"},
        {NULL, "fonts.size=9pt", MKCV_USAGE, MKCV_DIAG_STYLE_KEY, "did you mean 'font.size'?"},
        {"a: 1\nbiography: some\n", NULL, MKCV_CONTENT, MKCV_DIAG_STYLE_VALUE, "rest, full, none"},
        {"date: yesterday\n", NULL, MKCV_CONTENT, MKCV_DIAG_STYLE_VALUE, "YYYY-MM-DD"},
        {"date: 2024-13-01\n", NULL, MKCV_CONTENT, MKCV_DIAG_STYLE_VALUE, "YYYY-MM-DD"},
        {"date: 2024-00\n", NULL, MKCV_CONTENT, MKCV_DIAG_STYLE_VALUE, "YYYY-MM-DD"},
        {NULL, "since=soon", MKCV_USAGE, MKCV_DIAG_STYLE_VALUE, "a year"},
        {NULL, "selected=perhaps", MKCV_USAGE, MKCV_DIAG_STYLE_VALUE, "yes or no"},
        {"paper: a12\n", NULL, MKCV_CONTENT, MKCV_DIAG_STYLE_VALUE, "letter"},
        {"hide: {a: b}\n", NULL, MKCV_CONTENT, MKCV_DIAG_STYLE_VALUE, "a list"},
        {"titles: [a]\n", NULL, MKCV_CONTENT, MKCV_DIAG_STYLE_VALUE, "a map"},
        {"name: [a]\n", NULL, MKCV_CONTENT, MKCV_DIAG_STYLE_VALUE, "one value"},
        {"- a\n", NULL, MKCV_CONTENT, MKCV_DIAG_STYLE_VALUE, "a map of keys"},
        {NULL, "name", MKCV_USAGE, MKCV_DIAG_OPTION, "KEY=VALUE"},
        {NULL, "=x", MKCV_USAGE, MKCV_DIAG_OPTION, "KEY=VALUE"},
    };
    struct fixture *f = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; ++i) {
        const char *words[] = {cases[i].word, NULL};
        enum mkcv_code code = read_all(f, cases[i].yaml, words);
        const struct mkcv_diag *d = &f->diags.list.at[f->diags.list.count - 1];
        if (code != cases[i].code || d->id != cases[i].id || !strstr(d->text, cases[i].part))
            fail_msg("case %zu: %d, '%s'", i, code, d->text);
        assert_true(!d->loc.file == !cases[i].yaml);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_defaults, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_errors, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
