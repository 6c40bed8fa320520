/* test_yaml.c - YAML documents: values, aliases, faults, limits. */
#include "mkcv/buf.h"
#include "mkcv/source.h"
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void print_node(struct mkcv_buf *b, const struct mkcv_node *n)
{
    for (; n; n = n->next) {
        if (n->key) mkcv_buf_printf(b, "%s:", n->key);
        if (n->kind == MKCV_NODE_SCALAR) mkcv_buf_printf(b, n->quoted ? "'%s'" : "%s", n->value);
        if (n->kind == MKCV_NODE_LIST) mkcv_buf_putc(b, '[');
        if (n->kind == MKCV_NODE_MAP) mkcv_buf_putc(b, '{');
        print_node(b, n->first);
        if (n->kind == MKCV_NODE_LIST) mkcv_buf_putc(b, ']');
        if (n->kind == MKCV_NODE_MAP) mkcv_buf_putc(b, '}');
        if (n->next) mkcv_buf_putc(b, ' ');
    }
}

struct document {
    struct mkcv_arena arena;
    struct mkcv_diags diags;
    const struct mkcv_node *root;
    const char *dump;
};

static void open_document(struct document *d, const char *text)
{
    struct mkcv_buf b;
    mkcv_arena_init(&d->arena);
    mkcv_diags_init(&d->diags, &d->arena);
    d->root = mkcv_yaml_read(&d->arena, text, strlen(text), "f.yml", 10, &d->diags);
    mkcv_buf_init(&b, &d->arena);
    print_node(&b, d->root);
    d->dump = b.s;
}

static void close_document(struct document *d) { mkcv_arena_clear(&d->arena); }

static void reads_values(void **state)
{
    (void)state;
    static const struct {
        const char *in, *out;
    } cases[] = {
        {"", ""},
        {"a: 1\nb: 'x'\nc:\n", "{a:1 b:'x' c:}"},
        {"- a\n- [b, {c: d}]\n", "[a [b {c:d}]]"},
        {"a : x\nb: |\n  one\n  two\n", "{a:x b:'one\ntwo\n'}"},
        {"a: &x {b: c}\nd: *x\n", "{a:{b:c} d:{b:c}}"},
        {"base: &x {a: 1, b: 2}\nuse:\n  <<: *x\n  b: 3\n", "{base:{a:1 b:2} use:{a:1 b:3}}"},
        {"x: &x {a: 1}\ny: &y {a: 2, b: 2}\nz:\n  <<: [*x, *y]\n", "{x:{a:1} y:{a:2 b:2} z:{a:1 b:2}}"},
        {"a: 1\nb: 2\na: 3\n", "{b:2 a:3}"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document d;
        open_document(&d, cases[i].in);
        assert_string_equal(d.dump, cases[i].out);
        close_document(&d);
    }
}

static void keeps_places(void **state)
{
    (void)state;
    struct document d;
    open_document(&d, "a: b\nc:\n  - d\n");
    const struct mkcv_node *item = d.root->first->next->first;
    assert_int_equal(d.root->first->loc.line, 10);
    assert_int_equal(d.root->first->loc.column, 4);
    assert_int_equal(d.root->first->next->key_loc.line, 11);
    assert_int_equal(d.root->first->next->key_loc.column, 1);
    assert_int_equal(item->loc.line, 12);
    assert_int_equal(item->loc.column, 5);
    close_document(&d);
}

static void reports_faults(void **state)
{
    (void)state;
    static const struct {
        const char *in, *out;
        enum mkcv_diag_id id;
        int line, column;
    } cases[] = {
        {"a: b\nt: One: Two\nc:\n  - d\n", "{a:b t:'One: Two' c:[d]}", MKCV_DIAG_YAML_SYNTAX, 11, 7},
        {"- a: b\n- c: d: e\n- f\n", "[{a:b} {c:'d: e'} f]", MKCV_DIAG_YAML_SYNTAX, 11, 7},
        /* within an entry: the lines that lack quotes get them, the others stay */
        {"a: 1\nl:\n  - t: One: Two # x\n    w: @ada\n    n: 'It's'\n    q: \"He \"x\" ok\"\n  - t: Three\n",
         "{a:1 l:[{t:'One: Two' w:'@ada' n:'It's' q:'He \"x\" ok'} {t:Three}]}", MKCV_DIAG_YAML_SYNTAX, 12, 11},
        {"l:\n  - t:\tOne: Two\n    k: [A](http://b) c\n", "{l:[{t:'One: Two' k:'[A](http://b) c'}]}",
         MKCV_DIAG_YAML_SYNTAX, 11, 11},
        {"a: [\nb: c\n", "{a:'[' b:c}", MKCV_DIAG_YAML_SYNTAX, 12, 1},
        {"a: b\na: c\n", "{a:c}", MKCV_DIAG_YAML_KEY_TWICE, 11, 1},
        {"a: *b\n", "{a:}", MKCV_DIAG_YAML_SYNTAX, 10, 4},
        {"a: &b [*b]\n", "{a:[]}", MKCV_DIAG_YAML_SYNTAX, 10, 8},
        {"%", "", MKCV_DIAG_YAML_SYNTAX, 10, 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document d;
        open_document(&d, cases[i].in);
        assert_string_equal(d.dump, cases[i].out);
        assert_int_equal(d.diags.list.count, 1);
        assert_int_equal(d.diags.list.at[0].id, cases[i].id);
        assert_int_equal(d.diags.list.at[0].loc.line, cases[i].line);
        assert_int_equal(d.diags.list.at[0].loc.column, cases[i].column);
        close_document(&d);
    }
}

static void stops_at_limits(void **state)
{
    (void)state;
    struct mkcv_arena a;
    struct mkcv_buf b;
    struct document d;
    mkcv_arena_init(&a);
    mkcv_buf_init(&b, &a);
    mkcv_buf_puts(&b, "a0: &a0 [x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
        mkcv_buf_printf(&b, "a%d: &a%d [*a%d", i, i, i - 1);
        for (int k = 0; k < 7; k++) mkcv_buf_printf(&b, ", *a%d", i - 1);
        mkcv_buf_puts(&b, "]\n");
    }
    open_document(&d, b.s);
    assert_null(d.root);
    assert_int_equal(d.diags.list.count, 1);
    assert_int_equal(d.diags.list.at[0].id, MKCV_DIAG_YAML_ALIASES);
    close_document(&d);

    mkcv_buf_init(&b, &a);
    for (int i = 0; i < 100000; i++) mkcv_buf_putc(&b, '[');
    open_document(&d, b.s);
    assert_null(d.root);
    assert_int_equal(d.diags.list.count, 1);
    assert_int_equal(d.diags.list.at[0].id, MKCV_DIAG_YAML_DEPTH);
    close_document(&d);
    mkcv_arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_values),
        cmocka_unit_test(keeps_places),
        cmocka_unit_test(reports_faults),
        cmocka_unit_test(stops_at_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
