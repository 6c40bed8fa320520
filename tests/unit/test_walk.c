/* test_walk.c - the tree in the flow, what a link shows, and lines of plain text. */
#include "../../src/backend/html.h"
#include "../../src/backend/walk.h"
#include "../../src/backend/wrap.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct mkcv_arena arena;
static struct mkcv_buf out;

static int start(void **state)
{
    (void)state;
    mkcv_arena_init(&arena);
    mkcv_buf_init(&out, &arena);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    mkcv_arena_clear(&arena);
    return 0;
}

static void note_part(void *self, bool side, bool open)
{
    (void)self;
    mkcv_buf_puts(&out, open ? side ? "<" : "{" : side ? ">" : "}");
}

static void note_section(void *self, const struct mkcv_flow_node *heading, bool open)
{
    (void)self;
    mkcv_buf_printf(&out, open ? "(%d" : ")", heading->level);
}

static void note_list(void *self, const struct mkcv_flow_node *first, enum mkcv_list list, bool open)
{
    (void)self;
    (void)first;
    mkcv_buf_printf(&out, open ? "[%c" : "]", "ebnl"[list]);
}

static void note_node(void *self, const struct mkcv_flow_node *node, bool open)
{
    (void)self;
    mkcv_buf_puts(&out, open ? node->head.s : "/");
}

static void add(struct mkcv_flow *flow, enum mkcv_flow_kind kind, int level, const char *head, const char *aside)
{
    struct mkcv_flow_node *node = MKCV_PUSH(&arena, &flow->nodes);
    *node = (struct mkcv_flow_node){.kind = kind, .level = level};
    mkcv_text_put(&arena, &node->head, head, MKCV_ROLE_PLAIN);
    if (aside) mkcv_text_put(&arena, &node->aside, aside, MKCV_ROLE_NUMBER);
}

static const char *walked(const struct mkcv_flow *flow)
{
    static const struct mkcv_walker walker = {note_part, note_section, note_list, note_node};
    mkcv_buf_init(&out, &arena);
    mkcv_walk(flow, &walker, NULL);
    return out.s;
}

static void finds_sections_and_lists(void **state)
{
    struct mkcv_flow flow = {.title = ""};
    (void)state;
    assert_string_equal(walked(&flow), "");
    add(&flow, MKCV_FLOW_HEADER, 0, "H", NULL);
    add(&flow, MKCV_FLOW_HEADING, 1, "A", NULL);
    add(&flow, MKCV_FLOW_ENTRY, 0, "e", NULL);
    add(&flow, MKCV_FLOW_ITEM, 1, "p", "•");
    add(&flow, MKCV_FLOW_ITEM, 2, "q", "•");
    add(&flow, MKCV_FLOW_PAGEBREAK, 0, "", NULL);
    add(&flow, MKCV_FLOW_ENTRY, 0, "f", NULL);
    add(&flow, MKCV_FLOW_HEADING, 2, "B", NULL);
    add(&flow, MKCV_FLOW_ITEM, 1, "x", "[12]");
    add(&flow, MKCV_FLOW_ITEM, 1, "y", "[11]");
    add(&flow, MKCV_FLOW_ITEM, 1, "z", "•");
    add(&flow, MKCV_FLOW_HEADING, 3, "C", NULL);
    add(&flow, MKCV_FLOW_LISTING, 0, "l", NULL);
    add(&flow, MKCV_FLOW_ITEM, 1, "m", "•");
    add(&flow, MKCV_FLOW_PARAGRAPH, 0, "P", NULL);
    add(&flow, MKCV_FLOW_HEADING, 1, "D", NULL);
    assert_string_equal(walked(&flow), "H(1A[ee[bp[bq/]/]/f/](2B[nx/y/][bz/](3C[ll/][bm/]P)))(1D)");
    assert_int_equal(mkcv_item_number(&flow.nodes.at[8]), 12);
    assert_int_equal(mkcv_item_number(&flow.nodes.at[3]), -1);
    assert_string_equal(mkcv_list_next(&flow, &flow.nodes.at[2])->head.s, "f");
    assert_null(mkcv_list_next(&flow, &flow.nodes.at[9]));
    flow.sidebar = true;
    flow.nodes.at[1].side = flow.nodes.at[2].side = true;
    assert_string_equal(walked(&flow), "H<(1A[ee/])>{[bp[bq/]/][ef/](2B[nx/y/][bz/](3C[ll/][bm/]P))(1D)}");
}

static void knows_what_a_link_shows(void **state)
{
    static const struct {
        const char *text, *url;
        bool shown;
    } cases[] = {{"zoe.example.org", "https://zoe.example.org/", true},
                 {"https://www.a.example/b/", "http://a.example/b", true},
                 {"zoe@a.example", "mailto:zoe@a.example", true},
                 {"+49 (0) 30-1",
                  "tel:+49030"
                  "1",
                  true},
                 {"a.example", "https://a.example/b", false},
                 {"a.example/b", "https://a.example", false},
                 {"Google Scholar", "https://scholar.google.com/", false}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (mkcv_link_is_shown(cases[i].text, strlen(cases[i].text), cases[i].url) != cases[i].shown)
            fail_msg("'%s' of '%s'", cases[i].text, cases[i].url);
    assert_null(mkcv_link_url(&arena, &(struct mkcv_span){.url = "javascript:alert(1)"}));
    assert_null(mkcv_link_url(&arena, &(struct mkcv_span){.url = "ftp://a.example"}));
    assert_null(mkcv_link_url(&arena, &(struct mkcv_span){.url = ""}));
    assert_string_equal(mkcv_link_url(&arena, &(struct mkcv_span){.url = "https://a.example/é\""}),
                        "https://a.example/%C3%A9%22");
}

static const char *blanked(const char *s)
{
    struct mkcv_text t = {.s = NULL};
    mkcv_text_put(&arena, &t, s, MKCV_ROLE_PLAIN);
    t = mkcv_text_blanks(&arena, &t, "_");
    return t.s ? t.s : "";
}

static void leaves_one_blank(void **state)
{
    (void)state;
    assert_string_equal(blanked("  a \t b\u00a0c\u202f d \u2028 e\u00adf\u200bg \u2028"), "a b_c_d\u2028efg");
    assert_string_equal(blanked(" \u00a0 "), "");
    assert_string_equal(blanked("\u2028"), "");
}

static const char *wrapped(const char *s, struct mkcv_wrap wrap)
{
    mkcv_buf_init(&out, &arena);
    mkcv_wrap_put(&out, s, &wrap, NULL);
    return out.s;
}

static void breaks_lines(void **state)
{
    const struct mkcv_wrap ten = {.width = 10}, hanging = {.width = 10, .column = 2, .hang = 3, .first = 6};
    (void)state;
    assert_string_equal(wrapped("one two three", ten), "one two\nthree");
    assert_string_equal(wrapped("one two thr", ten), "one two\nthr");
    assert_string_equal(wrapped("one two_th", ten), "one two_th");
    assert_string_equal(wrapped("a averyverylongword b", ten), "a\naveryverylongword\nb");
    assert_string_equal(wrapped("ab cd ef gh", hanging), "ab\n   cd ef\n   gh");
    assert_string_equal(wrapped("a\u2028b", ten), "a\nb");
    assert_string_equal(wrapped("", ten), "");
    assert_string_equal(wrapped("漢字漢字漢字", ten), "漢字漢字漢\n字");
    assert_string_equal(wrapped("漢字漢字漢。字", ten), "漢字漢字\n漢。字"); /* no stop begins a line */
    assert_string_equal(wrapped("漢字漢字「漢字」", ten), "漢字漢字\n「漢字」");
    assert_string_equal(wrapped("e\u0301e\u0301e\u0301e\u0301e\u0301 e\u0301e\u0301e\u0301e\u0301", ten),
                        "e\u0301e\u0301e\u0301e\u0301e\u0301 e\u0301e\u0301e\u0301e\u0301");
}

/* Lines joined give the words back, and none is wider than its width but for one word. */
static void loses_nothing(void **state)
{
    static const char *const words[] = {
        "a", "bcd", "漢字", "schnee-weiß", "(x,", "「字」", "verylongwordthatisnotbroken", "é"};
    unsigned seed = 3;
    (void)state;
    for (int i = 0; i < 5000; i++) {
        struct mkcv_buf text, joined;
        struct mkcv_wrap wrap = {.width = 12 + i % 9, .column = i % 4, .hang = i % 3};
        mkcv_buf_init(&text, &arena);
        mkcv_buf_init(&joined, &arena);
        for (int n = 0; n < 12; n++) {
            seed = seed * 1103515245u + 12345u;
            if (n) mkcv_buf_putc(&text, ' ');
            mkcv_buf_puts(&text, words[(seed >> 16) % (sizeof words / sizeof *words)]);
        }
        const char *lines = wrapped(text.s, wrap);
        for (const char *p = lines; *p;) {
            size_t n = strcspn(p, "\n");
            const char *line = mkcv_arena_strndup(&arena, p, n);
            int columns = mkcv_columns_of(line) + (p == lines ? wrap.column : 0);
            if (columns > wrap.width && strchr(line + strspn(line, " "), ' '))
                fail_msg("'%s' is %d wide", line, columns);
            for (const char *c = line; *c; c++)
                if (*c != ' ') mkcv_buf_putc(&joined, *c);
            p += n + (p[n] == '\n');
        }
        char *bare = mkcv_arena_strdup(&arena, text.s), *to = bare;
        for (const char *c = text.s; *c; c++)
            if (*c != ' ') *to++ = *c;
        *to = '\0';
        assert_string_equal(joined.s, bare);
        mkcv_arena_clear(&arena);
        mkcv_buf_init(&out, &arena);
    }
}

static void colors_can_be_read(void **state)
{
    (void)state;
    assert_true(mkcv_html_contrast(0, 0xFFFFFF) > 20.99 && mkcv_html_contrast(0, 0xFFFFFF) < 21.01);
    assert_true(mkcv_html_contrast(0x767676, 0xFFFFFF) > 4.5 && mkcv_html_contrast(0x777777, 0xFFFFFF) < 4.5);
    for (uint32_t c = 0; c <= 0xFFFFFF; c += 0x030507) {
        assert_true(mkcv_html_contrast(mkcv_html_readable(c, 0xFFFFFF, 4.5), 0xFFFFFF) >= 4.5);
        assert_true(mkcv_html_contrast(mkcv_html_readable(c, 0x16181C, 7), 0x16181C) >= 7);
    }
    assert_int_equal(mkcv_html_readable(0x1F3A6E, 0xFFFFFF, 4.5), 0x1F3A6E);
}

static void escapes_what_acts(void **state)
{
    static const char s[] = "<a href=\"x\">&amp;'é</a>";
    (void)state;
    mkcv_buf_init(&out, &arena);
    mkcv_html_escape(&out, s, strlen(s));
    assert_string_equal(out.s, "&lt;a href=&quot;x&quot;&gt;&amp;amp;'é&lt;/a&gt;");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_sections_and_lists),
        cmocka_unit_test(knows_what_a_link_shows),
        cmocka_unit_test(leaves_one_blank),
        cmocka_unit_test(breaks_lines),
        cmocka_unit_test(loses_nothing),
        cmocka_unit_test(colors_can_be_read),
        cmocka_unit_test(escapes_what_acts),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
