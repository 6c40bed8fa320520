/* test_markdown.c - bodies of pages: blocks, inlines, HTML, template code, positions, limits. */
#include "mkcv/buf.h"
#include "mkcv/source.h"
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

static const char *const kinds[] = {"doc",  "h",     "p",   "list", "item", "quote", "code",
                                    "rule", "table", "row", "cell", "term", "def",   "collection"};

static void print_text(struct mkcv_buf *b, const struct mkcv_text *t)
{
    static const struct {
        unsigned mark;
        const char *sign;
    } signs[] = {{MKCV_MARK_EMPH, "*"}, {MKCV_MARK_STRONG, "**"}, {MKCV_MARK_CODE, "`"}, {MKCV_MARK_MATH, "$"},
                 {MKCV_MARK_SUP, "^"},  {MKCV_MARK_SUB, "~"},     {MKCV_MARK_IMAGE, "!"}};
    size_t at = 0;
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct mkcv_span *s = &t->spans.at[i];
        assert_int_equal(s->at, at); /* the spans cover the string */
        assert_true(s->len > 0);
        at += s->len;
        for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
            if (s->marks & signs[k].mark) mkcv_buf_puts(b, signs[k].sign);
        if (s->url) mkcv_buf_printf(b, "<%s>", s->url);
        if (s->lang) mkcv_buf_printf(b, "@%s", s->lang);
        mkcv_buf_printf(b, "[%.*s]", (int)s->len, t->s + s->at);
    }
    assert_int_equal(at, t->s ? strlen(t->s) : 0);
}

/* kind level (text; children) */
static void print_blocks(struct mkcv_buf *b, const struct mkcv_block *block)
{
    for (; block; block = block->next) {
        mkcv_buf_puts(b, kinds[block->kind]);
        if (block->level) mkcv_buf_printf(b, "%d", block->level);
        mkcv_buf_putc(b, '(');
        print_text(b, &block->text);
        print_blocks(b, block->first);
        mkcv_buf_putc(b, ')');
    }
}

struct page {
    struct mkcv_arena arena;
    struct mkcv_diags diags;
    const struct mkcv_node *meta;
    const struct mkcv_block *body;
};

static void open_page(struct page *p, const char *text)
{
    mkcv_arena_init(&p->arena);
    mkcv_diags_init(&p->diags, &p->arena);
    mkcv_page_read(&p->arena, text, "page.md", &p->meta, &p->body, &p->diags);
}

static void close_page(struct page *p) { mkcv_arena_clear(&p->arena); }

struct test_case {
    const char *in, *out;
};

static void check(const struct test_case *c, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct page p;
        struct mkcv_buf b;
        open_page(&p, c[i].in);
        mkcv_buf_init(&b, &p.arena);
        print_blocks(&b, p.body->first);
        if (strcmp(b.s, c[i].out) != 0) print_error("input:\n%s\n", c[i].in);
        assert_string_equal(b.s, c[i].out);
        close_page(&p);
    }
}
#define CHECK(cases) check(cases, sizeof cases / sizeof *cases)

static void reads_blocks(void **state)
{
    (void)state;
    static const struct test_case cases[] = {
        {"# A\nB\n===\n\nC\n---\n", "h1([A])h1([B])h2([C])"},
        {"- a\n  - b\n- c\n", "list(item(p([a])list(item(p([b]))))item(p([c])))"},
        {"3. a\n4. b\n", "list3(item(p([a]))item(p([b])))"},
        {"> a\n> b\n", "quote(p([a ][b]))"},
        {"```\na *b*\n```\n***\n", "code([a *b*\n])rule()"},
        {"| A | B |\n|---|:-:|\n| a | `x|y` |\n", "table(row1(cell([A])cell([B]))row(cell([a])cell(`[x|y])))"},
        {"| a | b |\n| c | d |\n", "table(row(cell([a])cell([b]))row(cell([c])cell([d])))"},
        {"a | b\nc | d\n", "p([a | b ][c | d])"},
        {"term\n: one\n: *two*\n", "term([term])def(p([one]))def(p(*[two]))"},
        {"\xE2\x80\xA2\ta\n\n\xE2\x80\xA2 b\n\nc\n", "list(item(p([a]))item(p([b])))p([c])"},
        {"\xE2\x80\xA2 a\n\xE2\x80\xA2 b\n", "list(item(p([a]))item(p([b])))"},
        {"- \xE2\x80\xA2 a\n\n\xE2\x80\xA2"
         "b c\n",
         "list(item(p([a])))p([\xE2\x80\xA2"
         "b c])"},
        {"text\n\n: no term, no definition", "p([text])p([: no term, no definition])"},
        {"[//]: # (hidden)\n[comment]: <> (hidden [x](u))\nshown", "p([shown])"},
    };
    CHECK(cases);
}

static void reads_inlines(void **state)
{
    (void)state;
    static const struct test_case cases[] = {
        {"*a* **b** `c`", "p(*[a][ ]**[b][ ]`[c])"},
        {"[[V'25](u), [X](v)]", "p([[]<u>[V'25][, ]<v>[X][]])"},
        {"[[x]](u)", "p(<u>[[x]])"},
        {"[<font color='red'>a</font>](u)", "p(<u>[a])"},
        {"[a]((http://x.org) [b]((http://y.org))", "p(<http://x.org>[a][ ]<http://y.org>[b])"},
        {"see https://a.b/c_d(e). Or me@uni.edu, <x@y.org>",
         "p([see ]<https://a.b/c_d(e)>[https://a.b/c_d(e)][. Or ]<mailto:me@uni.edu>[me@uni.edu][, ]<mailto:x@y.org>["
         "x@y.org])"},
        {"one  \ntwo\\\nthree<br>four\\\\\nfive", "p([one\xE2\x80\xA8][two\xE2\x80\xA8][three\xE2\x80\xA8"
                                                  "four\xE2\x80\xA8][five])"},
        {"\xE4\xB8\xAD\n\xE6\x96\x87\nend", "p([\xE4\xB8\xAD][\xE6\x96\x87 ][end])"},
        {"e\xCC\x81 &eacute; &#233;", "p([\xC3\xA9 \xC3\xA9 \xC3\xA9])"},
        {"a&nbsp b&nbsp;c", "p([a\xC2\xA0 b\xC2\xA0"
                            "c])"},
        {"a < b and c <5 & d", "p([a < b and c <5 & d])"},
        {"Fed$^2$X, $x_1 * y_2$ \\$3, $5 and $6", "p([Fed]$[^2][X, ]$[x_1 * y_2][ $3, $5 and $6])"},
        {"$$\nE = mc\n$$", "p($[E = mc])"},
        {"x<sup>2</sup> <b>y</b> <autocolor>z</autocolor> <i>u</b>v</i>w", "p([x]^[2][ ]**[y][ z ]*[uv][w])"},
        {"<a href='http://x.org?a=1&amp;b=2'>x</a>", "p(<http://x.org?a=1&b=2>[x])"},
        {"![alt](pic.png) ![](icon.png) <img src=\"a.png\" alt=\"b\">", "p(!<pic.png>[alt][ ]!<a.png>[b])"},
        {"[![badge](b.svg)](u)", "p(!<u>[badge])"},
        {"[a](u){:target=\"_blank\"} b", "p(<u>[a][ b])"},
        {"a <script>b</script><svg><g/></svg> c", "p([a c])"},
        {"[x]([http://a](http://b))", "p(<http://a>[x])"},
    };
    CHECK(cases);
}

static void reads_html_blocks(void **state)
{
    (void)state;
    static const struct test_case cases[] = {
        {"<ul>\n<li>a <b>b</b></li>\n\n    <li>c</li>\n</ul>\n- d",
         "list(item(p([a ]**[b]))item(p([c])))list(item(p([d])))"},
        {"<h2>A</h2>\ntext", "h2([A])p([text])"},
        {"<div class='b'><div>\n\n*a*\n- b\n</div></div>c", "p(*[a])list(item(p([b])))p([c])"},
        {"<div>\n    <div>\n        text\n        - a\n          - b\n    </div>\n</div>",
         "p([text])list(item(p([a])list(item(p([b])))))"},
        {"<div markdown=\"1\"><div>X</div><img src='a' alt='b'></div>", "p([X])p(!<a>[b])"},
        {"<table><tr><th>A</th></tr><tr><td>b<br>c</td></tr></table>", "table(row1(cell([A]))row(cell([b\xE2\x80\xA8"
                                                                       "c])))"},
        {"<dl><dt>a</dt><dd>b</dd></dl>", "term([a])def(p([b]))"},
        {"<span class='anchor'></span>\n# A", "h1([A])"},
        {"<br>\n[a](u)", "p(<u>[a])"},
        {"<p align='center'>a &amp; b</p>\n\n<hr>\n<blockquote>c</blockquote>", "p([a & b])rule()quote(p([c]))"},
        {"<p>x $a_b$ <!-- no --> y</p>", "p([x ]$[a_b][ y])"},
        {"<div class='grid'>\n<div class='pub-card'>\n<div class='title'>A</div>\n<div>B, C</div>\n</div>\n<div "
         "class='pub-card'>"
         "<div class='title'>D</div></div>\n</div>",
         "list(item(p(**[A])p([B, C])))list(item(p(**[D])))"},
        {"<div class='paper-box' markdown='1'>\n*a*\n</div>", "p(*[a])"},
        {"<div class='course-item'>\n\nb *c*\n</div>", "p([b ]*[c])"},
    };
    CHECK(cases);
}

static void hears_languages(void **state)
{
    (void)state;
    static const struct test_case cases[] = {
        {"a <span lang=\"fr\">*b* c</span> d", "p([a ]*@fr[b]@fr[ c][ d])"},
        {"a <i lang=de_AT>b <b lang='es'>c</b> d</i>", "p([a ]*@de-AT[b ]***@es[c]*@de-AT[ d])"},
        {"[<span lang=fr>a</span>](u)", "p(<u>@fr[a])"},
        {"<p lang=\"fr\">a <em>b</em></p>\n\nc", "p(@fr[a ]*@fr[b])p([c])"},
        {"<ul lang='fr'><li>a</li><li lang='en'>b</li></ul>", "list(item(p(@fr[a]))item(p(@en[b])))"},
        {"<table><tr><td lang=fr>a</td><td>b</td></tr></table>", "table(row(cell(@fr[a])cell([b])))"},
        {"<div lang=\"fr\" markdown=\"1\">\n\n# a\n\n- b\n- <p>c</p>\n\n</div>\n\nd",
         "h1(@fr[a])list(item(p(@fr[b]))item(p(@fr[c])))p([d])"},
        {"<div lang=\"fr\">\na\n<div>\nb\n</div>\n<div lang=\"de\">\nc\n</div>\nd\n</div>\ne",
         "p(@fr[a])p(@fr[b])p(@de[c])p(@fr[d])p([e])"},
        {"<html lang=\"en\"><body lang=\"en\">\n\na\n\n</body></html>\n", "p([a])"},
        {"<html lang=\"en\"><body><p>a</p></body></html>\n", "p([a])"},
        {"<span lang=\"klingon\">a</span> <span language=\"fr\">b</span>", "p([a b])"},
    };
    CHECK(cases);
}

static void sets_templates_aside(void **state)
{
    (void)state;
    static const struct test_case cases[] = {
        {"a <!-- b\nc --> d", "p([a ][d])"},
        {"a\n\n<!--\n\n- b\n\n-->\n\nc", "p([a])p([c])"},
        {"{% comment %}a{% endcomment %}b {{ site.x }}c {{ \"d\" | upcase }}", "p([b c d])"},
        {"<ul>{% for p in site.publications reversed %}\n {% include x.html %}\n{% endfor %}</ul>",
         "collection([publications])"},
        {"{% assign t = site.talks | sort: 'date' %}\n{% assign u = t | reverse %}\n{% for p in u %}{{ p }}{% endfor "
         "%}",
         "collection([talks])"},
        {"{% for y in page.years %}{% for p in site.posts %}{% endfor %}{% endfor %}", "collection([posts])"},
        {"{% for y in page.years %}{{ y }}{% endfor %}a", "p([a])"},
        {"{% if x %}a{% else %}b{% endif %}", "p([a])"},
        {"{% include_relative news.md %}\n", "collection([include:news.md])"},
        {"{% bibliography --file x %}", "collection([bibliography:--file x])"},
        {"- a\n\n{% for p in site.talks %}{% endfor %}\nb", "list(item(p([a])))collection([talks])p([b])"},
        {"{{< icon name=\"x\" >}}a {{% callout note %}}b{{% /callout %}}", "p([a b])"},
        {"{% for p in site.talks %} never ended", "p([never ended])"},
        {"{% raw %}{{ a }}{% endraw %}", "p([{{ a }}])"},
        {"# A {#id}\ntext\n{: .notice}", "h1([A])p([text])"},
        {"[1] a b. 2020.\n[2] c d. 2021.", "list(item(p([a b. 2020.]))item(p([c d. 2021.])))"},
        {"[1] see [7] there", "list(item(p([see [7] there])))"},
        {"a *b* {style=\"color: red\"}\n\nc {x}", "p([a ]*[b])p([c {x}])"},
        {"`{% x`", "p(`[{% x])"},
    };
    CHECK(cases);
}

/* The place of the piece of text that begins with `needle`. */
static const struct mkcv_span *find_span(const struct mkcv_block *b, const char *needle)
{
    for (; b; b = b->next) {
        for (size_t i = 0; i < b->text.spans.count; i++)
            if (strncmp(b->text.s + b->text.spans.at[i].at, needle, strlen(needle)) == 0) return &b->text.spans.at[i];
        const struct mkcv_span *s = find_span(b->first, needle);
        if (s) return s;
    }
    return NULL;
}

static void keeps_places(void **state)
{
    (void)state;
    static const char text[] = "---\ntitle: x\n---\n"
                               "one *two*\n"
                               "   [three](u) \\\\\n"
                               "**four**\n"
                               "> - five\n"
                               ">   [six](v)\n"
                               "\n"
                               "<div><div>\n"
                               "    seven <b>eight</b> $a$ nine\n"
                               "</div></div>\n"
                               "<ul>\n<li>ten<!-- x --><b>fourteen</b></li>\n\n  <li>eleven <i>twelve</i></li></ul>\n"
                               "| a |\n|---|\n| thirteen |\n";
    static const struct {
        const char *needle;
        int line, column;
    } places[] = {{"one", 4, 1},        {"two", 4, 6},     {"three", 5, 5},    {"four", 6, 3},     {"five", 7, 5},
                  {"six", 8, 6},        {"seven", 11, 5},  {"eight", 11, 14},  {" nine", 11, 27},  {"ten", 14, 5},
                  {"fourteen", 14, 21}, {"eleven", 16, 7}, {"twelve", 16, 17}, {"thirteen", 19, 3}};
    struct page p;
    open_page(&p, text);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const struct mkcv_span *s = find_span(p.body, places[i].needle);
        if (!s) print_error("%s\n", places[i].needle);
        assert_non_null(s);
        if (s->line != places[i].line || s->column != places[i].column) print_error("%s\n", places[i].needle);
        assert_int_equal(s->line, places[i].line);
        assert_int_equal(s->column, places[i].column);
    }
    close_page(&p);
}

static void reports_links(void **state)
{
    (void)state;
    struct page p;
    open_page(&p, "a\n\n- [[b](), [c](javascript:x)] [d](JaVa&#115;cript:x)\n<a href=\"\">e</a>");
    assert_int_equal(p.diags.list.count, 4);
    static const struct {
        enum mkcv_diag_id id;
        int line, column;
    } expected[] = {{MKCV_DIAG_LINK_EMPTY, 3, 4},
                    {MKCV_DIAG_LINK_SCHEME, 3, 11},
                    {MKCV_DIAG_LINK_SCHEME, 3, 30},
                    {MKCV_DIAG_LINK_EMPTY, 4, 1}};
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(p.diags.list.at[i].id, expected[i].id);
        assert_int_equal(p.diags.list.at[i].loc.line, expected[i].line);
        assert_int_equal(p.diags.list.at[i].loc.column, expected[i].column);
    }
    assert_string_equal(find_span(p.body, "b")->url, "");
    assert_null(find_span(p.body, ", c] d")->url);
    close_page(&p);
}

static void reads_strings(void **state)
{
    (void)state;
    static const struct test_case cases[] = {
        {"1. *A* title", "[1. ]*[A][ title]"},
        {"# 5", "[# 5]"},
        {"- x\n- y", "[- x - y]"},
        {"a\n\nb", "[a\xE2\x80\xA8"
                   "b]"},
        {"  plain  ", "[plain]"},
        {"", ""},
        {"<div>a</div>b", "[a\xE2\x80\xA8"
                          "b]"},
        {"\x02zz\x05"
         "9\x05",
         "[zz 9]"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct mkcv_arena a;
        struct mkcv_diags d;
        struct mkcv_buf b;
        mkcv_arena_init(&a);
        mkcv_diags_init(&d, &a);
        mkcv_buf_init(&b, &a);
        struct mkcv_text t = mkcv_markdown_inline(&a, cases[i].in, (struct mkcv_loc){"f", 7, 3}, &d);
        print_text(&b, &t);
        assert_string_equal(b.s, cases[i].out);
        for (size_t k = 0; k < t.spans.count; k++) assert_int_equal(t.spans.at[k].line, 7);
        mkcv_arena_clear(&a);
    }
}

static bool holds(const struct mkcv_block *b, const char *needle)
{
    for (; b; b = b->next) {
        if (b->text.s && strstr(b->text.s, needle)) return true;
        if (b->kind == MKCV_BLOCK_DOCUMENT || b->first)
            if (holds(b->first, needle)) return true;
    }
    return false;
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void bounds_time(void **state)
{
    (void)state;
    static const char *const units[] = {
        "![[]()",
        "[",
        "*a **a ",
        "> ",
        "- ",
        "<div>",
        "<div>\n",
        "<b><i>",
        "<p><b><i>",
        "<ul><li>",
        "<ul>\n<li>\n",
        "<!-- ",
        "<",
        "<?",
        "{% for x in site.a %}",
        "{{",
        "$a ",
        "`a",
        "<a b=\"",
        "<script>",
        "<table><tr><td>",
        "<p><b><ul></b>",
        "a_",
        "|a|b|\n",
        "[a]: b\n",
        "<p>\n",
        "{% if a %}x{% else %}",
        "\\",
        "```\n",
    };
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        for (size_t count = 10000; count <= 60000; count += 50000) {
            struct mkcv_arena a;
            struct mkcv_buf b;
            struct page p;
            mkcv_arena_init(&a);
            mkcv_buf_init(&b, &a);
            for (size_t k = 0; k < count; k++) mkcv_buf_puts(&b, units[i]);
            mkcv_buf_puts(&b, "kept");
            double start = seconds();
            open_page(&p, b.s);
            double spent = seconds() - start;
            if (spent > 5 || !holds(p.body, "kept")) print_error("%zu times %s: %f s\n", count, units[i], spent);
            assert_true(spent < 5); /* seconds; a sanitizer's slowness included */
            assert_true(holds(p.body, "kept"));
            close_page(&p);
            mkcv_arena_clear(&a);
        }
    }
}

static void reports_limits(void **state)
{
    (void)state;
    struct page p;
    char text[8000] = "";
    for (size_t i = 0; i < 600; i++) strcat(text, "> ");
    strcat(text, "deep");
    open_page(&p, text);
    assert_int_equal(p.diags.list.count, 1);
    assert_int_equal(p.diags.list.at[0].id, MKCV_DIAG_MARKDOWN_LIMIT);
    assert_true(holds(p.body, "deep"));
    close_page(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hears_languages),   cmocka_unit_test(reads_blocks),         cmocka_unit_test(reads_inlines),
        cmocka_unit_test(reads_html_blocks), cmocka_unit_test(sets_templates_aside), cmocka_unit_test(keeps_places),
        cmocka_unit_test(reports_links),     cmocka_unit_test(reads_strings),        cmocka_unit_test(bounds_time),
        cmocka_unit_test(reports_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
