/* test_latex.c - what TeX is given: every character of a homepage as text, never as a command. */
#include "mkcv/backend.h"
#include "mkcv/settings.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
/* cmocka.h wants those above */
#include <cmocka.h>

struct world {
    struct mkcv_arena arena;
    struct mkcv_diags diags;
    struct mkcv_style style;
    struct mkcv_flow flow;
};

static int set_up(void **state)
{
    static struct world w;
    struct mkcv_settings settings;
    memset(&w, 0, sizeof w);
    mkcv_arena_init(&w.arena);
    mkcv_diags_init(&w.diags, &w.arena);
    mkcv_settings_read(&w.arena, NULL, NULL, 0, &settings, &w.diags);
    w.flow = (struct mkcv_flow){.title = "T", .lang = "en"};
    *state = &w;
    return mkcv_style_read(&w.arena, "classic", &settings, &w.style, &w.diags) != MKCV_OK;
}

static int tear_down(void **state)
{
    struct world *w = *state;
    mkcv_arena_clear(&w->arena);
    return 0;
}

static const char *write_tex(struct world *w)
{
    struct mkcv_buf out;
    mkcv_buf_init(&out, &w->arena);
    assert_int_equal(mkcv_latex_write(&w->flow, &w->style, &out, &w->diags), MKCV_OK);
    return out.s;
}

static struct mkcv_flow_node *add(struct world *w, enum mkcv_flow_kind kind)
{
    struct mkcv_flow_node *node = MKCV_PUSH(&w->arena, &w->flow.nodes);
    node->kind = kind;
    node->level = 1;
    return node;
}

/* The line that a paragraph of this text becomes, without its macro. */
static const char *line_of(struct world *w, const char *text, const struct mkcv_span *like)
{
    w->flow.nodes.count = 0;
    mkcv_text_append(&w->arena, &add(w, MKCV_FLOW_PARAGRAPH)->head, text, strlen(text), like);
    const char *tex = write_tex(w), *body = strstr(tex, "\\begin{document}");
    assert_non_null(body);
    const char *from = strstr(body, "\\cvtext{");
    assert_non_null(from);
    from += strlen("\\cvtext{");
    const char *to = strchr(from, '\n');
    assert_non_null(to);
    assert_true(to > from && to[-1] == '}');
    return mkcv_arena_strndup(&w->arena, from, (size_t)(to - 1 - from));
}

static void test_characters(void **state)
{
    static const struct {
        const char *text, *tex;
    } cases[] = {
        {"plain", "plain"},
        {"\\input{/etc/passwd}", "\\textbackslash{}input\\{/etc/passwd\\}"},
        {"\\write18", "\\textbackslash{}write18"},
        {"^^41 a^b", "\\textasciicircum{}\\textasciicircum{}41 a\\textasciicircum{}b"},
        {"100 % #1 & $x$ a_b ~", "100 \\% \\#1 \\& \\$x\\$ a\\_b \\textasciitilde{}"},
        {"<b> | \"q\" `t`", "\\textless{}b\\textgreater{} \\textbar{} \\textquotedbl{}q\\textquotedbl{} "
                            "\\textasciigrave{}t\\textasciigrave{}"},
        {"it's ''", "it\\textquotesingle{}s \\textquotesingle{}\\textquotesingle{}"},
        {"é – “x” €", "é – “x” €"},
        {"Dr.\u00a0Li", "Dr.~Li"},
        {"a\nb\tc", "a b c"},
        {"soft\u00adhyphen", "softhyphen"},
    };
    struct world *w = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(line_of(w, cases[i].text, NULL), cases[i].tex);
}

/* The ligatures of TeX's own fonts stay apart. */
static void test_no_ligatures(void **state)
{
    struct world *w = *state;
    static const char *const pairs[] = {"--", ",,", "---"};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        assert_null(strstr(line_of(w, mkcv_arena_printf(&w->arena, "a%sb", pairs[i]), NULL), pairs[i]));
}

/* Braces stay in pairs and nothing of ASCII that TeX reads comes through, whatever the text holds. */
static void test_nothing_acts(void **state)
{
    struct world *w = *state;
    uint32_t seed = 1;
    for (int round = 0; round < 2000; round++) {
        char text[32];
        size_t n = 1 + (seed >> 24) % 24;
        for (size_t i = 0; i < n; i++) {
            seed = seed * 1664525u + 1013904223u;
            text[i] = (char)(0x21 + (seed >> 16) % 0x5e);
        }
        text[n] = 0;
        const char *tex = line_of(w, text, NULL);
        int depth = 0;
        for (const char *p = tex; *p; p++) {
            if (*p == '\\') {
                size_t word = strspn(p + 1, "abcdefghijklmnopqrstuvwxyz");
                if (!word)
                    assert_non_null(strchr("#$%&_{}", *++p)); /* an escaped sign */
                else {
                    assert_true(!strncmp(p, "\\text", 5) || !strncmp(p, "\\allowbreak{}", 13) ||
                                !strncmp(p, "\\cvbreak{}", 10));
                    p += word;
                }
                continue;
            }
            assert_null(strchr("#$%&_~^", *p));
            depth += (*p == '{') - (*p == '}');
            assert_true(depth >= 0);
        }
        assert_int_equal(depth, 0);
    }
}

/* Nothing but letters, escaped signs and commands that print them: no formula, no command of the input's. */
static void assert_inert(const char *tex)
{
    static const char *const allowed[] = {"text", "cvchar", "cvbreak", "allowbreak", "#", "$",
                                          "%",    "&",      "_",       "{",          "}", ","};
    for (const char *p = tex; *p; p++) {
        bool known = *p != '$' || (p > tex && p[-1] == '\\');
        if (*p == '\\') {
            known = false;
            for (size_t k = 0; k < sizeof allowed / sizeof *allowed; k++)
                known = known || !strncmp(p + 1, allowed[k], strlen(allowed[k]));
            p++;
        }
        if (!known) fail_msg("'%s' can act", tex);
    }
}

static void test_math(void **state)
{
    static const struct {
        const char *text;
        bool math;
    } cases[] = {
        {"O(n \\log n)", true},
        {"x^{2}_1 + y^2_{\\alpha}", true},
        {"f'' + \\frac{a}{\\sqrt{b_1}}", true},
        {"\\gamma \\propto \\omega^{2}", true},
        {"\\input{x}", false},
        {"\\write18{ls}", false},
        {"\\csname x\\endcsname", false},
        {"\\def\\x{}", false},
        {"\\mathbb{R}", false},
        {"\\frac{a}", false},
        {"\\frac12", false},
        {"\\log", true},
        {"\\", false},
        {"a}", false},
        {"{a", false},
        {"x^2^3", false},
        {"x'^2", false},
        {"x^2'", false},
        {"x'_1'", false},
        {"'^2", false},
        {"x_1_2", false},
        {"^2", false},
        {"x^", false},
        {"x^ ", false},
        {"x^^41", false},
        {"a$b", false},
        {"a%b", false},
        {"a#b", false},
        {"a&b", false},
        {"a~b", false},
        {"é", false},
        {"{{{{{{{{{{{{{{{{{{{{a}}}}}}}}}}}}}}}}}}}}", false},
    };
    struct world *w = *state;
    const struct mkcv_span like = {.marks = MKCV_MARK_MATH};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *tex = line_of(w, cases[i].text, &like);
        if (cases[i].math)
            assert_string_equal(tex, mkcv_arena_printf(&w->arena, "$%s$", cases[i].text));
        else
            assert_inert(tex);
    }
}

static void test_command_as_script(void **state)
{
    struct world *w = *state;
    const struct mkcv_span like = {.marks = MKCV_MARK_MATH};
    assert_string_equal(line_of(w, "x^\\int_ \\top y^{\\log}", &like), "$x^{\\int}_{\\top} y^{\\log}$");
}

static void test_links(void **state)
{
    static const struct {
        const char *url, *tex;
    } cases[] = {
        {"https://a.example/x?y=1&z=2#f", "\\href{https://a.example/x?y=1\\&z=2\\#f}{t}"},
        {"https://a.example/%7Eme", "\\href{https://a.example/\\%7Eme}{t}"},
        {"https://a.example/}\\input{x", "\\href{https://a.example/\\%7D\\%5Cinput\\%7Bx}{t}"},
        {"https://a.example/ü^~", "\\href{https://a.example/\\%C3\\%BC\\%5E\\%7E}{t}"},
        {"", "t"},
    };
    struct world *w = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct mkcv_span like = {.url = cases[i].url, .role = MKCV_ROLE_LINK};
        const char *tex = line_of(w, "t", &like);
        /* the role's macro stands between link and text */
        assert_non_null(strstr(tex, "t}"));
        size_t link = strcspn(cases[i].tex, " ") - 2; /* up to "t}" */
        if (*cases[i].url)
            assert_int_equal(strncmp(tex, cases[i].tex, link), 0);
        else
            assert_null(strstr(tex, "\\href"));
    }
}

/* Titles and names in the document's data and comments of files are text as well. */
static void test_data_and_comments(void **state)
{
    struct world *w = *state;
    w->flow.title = "T }\\input{x}";
    w->flow.author = "A % B";
    struct mkcv_flow_node *node = add(w, MKCV_FLOW_HEADING);
    mkcv_text_put(&w->arena, &node->head, "H & I", MKCV_ROLE_SECTION);
    node->loc = (struct mkcv_loc){.file = "a\n\\input{x}.md", .line = 3};
    const char *tex = write_tex(w);
    assert_non_null(strstr(tex, "pdftitle={T \\}\\textbackslash{}input\\{x\\}}"));
    assert_non_null(strstr(tex, "pdfauthor={A \\% B}"));
    assert_non_null(strstr(tex, "\\cvsection{H \\& I}"));
    assert_null(strstr(tex, "\n\\input{x}"));
    assert_non_null(strstr(tex, "\\end{document}\n"));
}

/* A line a node: the body can be read and merged by line. */
static void test_line_a_node(void **state)
{
    struct world *w = *state;
    for (int i = 0; i < 5; i++) mkcv_text_put(&w->arena, &add(w, MKCV_FLOW_ENTRY)->head, "E", MKCV_ROLE_TITLE);
    size_t lines = 0;
    for (const char *p = strstr(write_tex(w), "\\begin{document}"); (p = strstr(p, "\n\\cventry{")); p++) lines++;
    assert_int_equal(lines, 5);
}

/* The preamble stays one that its owner reads. */
static void test_short_preamble(void **state)
{
    struct world *w = *state;
    const char *tex = write_tex(w), *end = strstr(tex, "\\begin{document}");
    size_t lines = 0;
    for (const char *p = tex; p < end; p++) lines += *p == '\n';
    assert_in_range(lines, 20, 120);
}

/* The style's divisions go along; what is no plain word does not. */
static void test_exceptions(void **state)
{
    struct world *w = *state;
    assert_null(strstr(write_tex(w), "\\hyphenation"));
    static const char *const told[] = {"homo-log-y", "a}\\input{b", "Stra-ße", "whole"};
    for (size_t i = 0; i < 4; i++) *MKCV_PUSH(&w->arena, &w->style.text.exceptions.list) = told[i];
    assert_non_null(strstr(write_tex(w), "\n\\hyphenation{homo-log-y whole}\n"));
}

static void test_columns(void **state)
{
    struct world *w = *state;
    w->flow.nodes.count = 0;
    assert_null(strstr(write_tex(w), "multicol"));
    for (int i = 0; i < 4; i++) {
        struct mkcv_flow_node *node = add(w, MKCV_FLOW_PARAGRAPH);
        mkcv_text_append(&w->arena, &node->head, i == 1 ? "b" : "a", 1, &(struct mkcv_span){.role = 0});
        node->columns = i == 1 || i == 2 ? 3 : 0;
        node->along = i == 2;
    }
    const char *tex = write_tex(w);
    assert_non_null(strstr(tex, "\\usepackage{multicol}"));
    assert_non_null(strstr(tex, "\n\\cvtext{a}\n\\begin{cvcolumns}{3}\n\\cvtext{b}\n\\cvalong\\cvtext{a}\n"
                                "\\end{cvcolumns}\n\\cvtext{a}\n"));
    w->flow.nodes.at[0].kind = MKCV_FLOW_HEADING;
    assert_non_null(strstr(write_tex(w), "\n\\cvneed{6}\\cvsection{a}\n\\begin{cvcolumns}{3}\n"));
    for (int i = 0; i < 900; i++)
        mkcv_text_append(&w->arena, &w->flow.nodes.at[1].head, "b", 1, &(struct mkcv_span){.role = 0});
    assert_non_null(strstr(write_tex(w), "\n\\cvlong{\\cvtext{bb")); /* it may be cut */
}

/* The body is as far below a head without a rule as the style says: no leading comes on top. */
static void test_heads(void **state)
{
    struct world *w = *state;
    assert_null(strstr(write_tex(w), "\\nointerlineskip\\vskip\\cvsectionbelow"));
    w->style.section.rule = MKCV_RULE_NONE;
    assert_non_null(strstr(write_tex(w), "\\nointerlineskip\\vskip\\cvsectionbelow"));
}

static struct mkcv_flow_node *add_text(struct world *w, enum mkcv_flow_kind kind, const char *text, bool side)
{
    struct mkcv_flow_node *node = add(w, kind);
    mkcv_text_append(&w->arena, &node->head, text, strlen(text), &(struct mkcv_span){.role = 0});
    node->side = side;
    return node;
}

static void test_sidebar(void **state)
{
    struct world *w = *state;
    w->flow.nodes.count = 0;
    w->flow.sidebar = true;
    w->style.sidebar.place = MKCV_SIDE_LEFT;
    add_text(w, MKCV_FLOW_HEADER, "N", false);
    struct mkcv_flow_node *contacts = add(w, MKCV_FLOW_HEADER);
    contacts->side = true;
    mkcv_text_append(&w->arena, MKCV_PUSH(&w->arena, &contacts->lines), "c", 1, &(struct mkcv_span){.role = 0});
    add_text(w, MKCV_FLOW_PARAGRAPH, "s", true);
    add_text(w, MKCV_FLOW_PARAGRAPH, "m", false)->columns = 2; /* not beside a sidebar */
    const char *tex = write_tex(w);
    assert_non_null(strstr(tex, "\\setcolumnwidth{140bp,"));
    assert_non_null(strstr(tex, "\n\\begin{paracol}{2}\n{\\cvside\n\\cvsidecontact{c}\n\\cvtext{s}\n"
                                "\\par}\\switchcolumn\\global\\cvfirsttrue\n\\cvtext{m}\n\\end{paracol}\n"));
    assert_null(strstr(tex, "multicol"));
    assert_null(strstr(tex, "shipout"));
    w->style.sidebar.place = MKCV_SIDE_RIGHT;
    w->style.sidebar.beside_header = true;
    w->style.sidebar.color = 0xabcdef;
    tex = write_tex(w);
    assert_non_null(strstr(tex, ",140bp}"));
    assert_non_null(strstr(tex, "shipout/background"));
    assert_non_null(strstr(tex, "ABCDEF"));
    assert_non_null(strstr(tex, "\\par}\\switchcolumn\n\\cvheader{N}")); /* in the main column */
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_columns),      TEST(test_heads),
        TEST(test_sidebar),      TEST(test_characters),
        TEST(test_no_ligatures), TEST(test_nothing_acts),
        TEST(test_math),         TEST(test_command_as_script),
        TEST(test_links),        TEST(test_data_and_comments),
        TEST(test_line_a_node),  TEST(test_short_preamble),
        TEST(test_exceptions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
