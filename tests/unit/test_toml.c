/* test_toml.c - TOML documents: keys, tables, values, places, faults, limits. */
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
    d->root = mkcv_toml_read(&d->arena, text, strlen(text), "f.toml", 10, &d->diags);
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
        {"# nothing\n\n  # at all", ""},
        {"a = 1", "{a:1}"},
        {"a=1\nb = 'x' # c\n", "{a:1 b:'x'}"},
        {"a-b_1 = true\n1234 = false\n", "{a-b_1:true 1234:false}"},
        {"\"a b\" = 1\n'c.d' = 2\n\"\" = 3", "{a b:1 c.d:2 :3}"},
        {"a.b.c = 1\na . \"b\" . d = 2\n", "{a:{b:{c:1 d:2}}}"},
        {"i = 1_000\nf = -3.14e-2\nh = 0xDEAD_beef\nn = +inf\n", "{i:1000 f:-3.14e-2 h:0xDEADbeef n:+inf}"},
        {"d = 1979-05-27T07:32:00-08:00\ne = 1979-05-27 07:32:00\nf = 1979-05-27 # day\ng = 07:32:00\n",
         "{d:1979-05-27T07:32:00-08:00 e:1979-05-27 07:32:00 f:1979-05-27 g:07:32:00}"},
        {"s = \"a\\tb \\\"q\\\" \\u00e9 \\U0001F600 \\\\ end\"", "{s:'a b \"q\" \xc3\xa9 \xf0\x9f\x98\x80 \\ end'}"},
        {"s = 'C:\\Users \"x\"'", "{s:'C:\\Users \"x\"'}"},
        {"s = \"\"\"\none\n  two\"\"\"\nt = 1", "{s:'one\n  two' t:1}"},
        {"s = \"\"\"a \\\n\n   b \\   \n c\"\"\"", "{s:'a b c'}"},
        {"s = \"\"\"a \"\"quoted\"\"\"\"\"", "{s:'a \"\"quoted\"\"'}"},
        {"s = '''\nraw \\n\n'it's'''", "{s:'raw \\n\n'it's'}"},
        {"s = \"\"\nt = ''\nu = \"\"\"\"\"\"\n", "{s:'' t:'' u:''}"},
        {"l = [1, 2 , 3,]\n", "{l:[1 2 3]}"},
        {"l = [ # of lists\n  ['a', \"b\"], # more\n\n  [],\n]\n", "{l:[['a' 'b'] []]}"},
        {"l = [{a = 1}, {a = 2, b.c = 'x'}]", "{l:[{a:1} {a:2 b:{c:'x'}}]}"},
        {"t = {}\nu = { a = 'x' , b = [1] }", "{t:{} u:{a:'x' b:[1]}}"},
        {"[a]\nx = 1\n[a.b]\ny = 2\n[c]\n", "{a:{x:1 b:{y:2}} c:{}}"},
        {"[a.b.c]\nx = 1\n[a]\ny = 2\n", "{a:{b:{c:{x:1}} y:2}}"},
        {"[ j . \"k l\" . 'm' ] # header\nx = 1\n", "{j:{k l:{m:{x:1}}}}"},
        {"[[p]]\nn = 1\n[[p]]\n[[p]]\nn = 3\n", "{p:[{n:1} {} {n:3}]}"},
        {"[[f]]\nn = 'a'\n[f.p]\nc = 1\n[[f.v]]\nn = 'r'\n[[f.v]]\nn = 's'\n[[f]]\nn = 'b'\n[[f.v]]\nn = 't'\n",
         "{f:[{n:'a' p:{c:1} v:[{n:'r'} {n:'s'}]} {n:'b' v:[{n:'t'}]}]}"},
        {"  [[item]]\n    title = \"T\"\n\n  [[item]]\n", "{item:[{title:'T'} {}]}"},
        {"a = 'x'\r\n[b]\r\nc = [\r\n 1,\r\n]\r\n", "{a:'x' b:{c:[1]}}"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document d;
        open_document(&d, cases[i].in);
        assert_string_equal(d.dump, cases[i].out);
        assert_int_equal(d.diags.list.count, 0);
        close_document(&d);
    }
}

static void keeps_what_is_right(void **state)
{
    (void)state;
    static const struct {
        const char *in, *out;
        int line, column;
        const char *word;
    } cases[] = {
        {"a = 1\nb\nc = 3\n", "{a:1 c:3}", 11, 2, "'='"},
        {"a = \nb = 2\n", "{b:2}", 10, 5, "value"},
        {"= 1\nb = 2\n", "{b:2}", 10, 1, "key"},
        {"a = 1 2\nb = 2\n", "{a:1 b:2}", 10, 7, "end here"},
        {"a = Olive Moss # name\nb = 2\n", "{a:Olive Moss b:2}", 10, 5, "quotes"},
        {"a = \"x\nb = 2\n", "{a:'x' b:2}", 10, 5, "closing"},
        {"b = 1\na = \"\"\"x\ny", "{b:1 a:'x\ny'}", 11, 5, "closing"},
        {"a = \"\\alpha\"\n", "{a:'\\alpha'}", 10, 6, "escape"},
        {"a = [1 2]\nb = 2\n", "{b:2}", 10, 8, "','"},
        {"a = {b = 1\n", "", 11, 1, "'}'"},
        {"a = 1\na = 2\n", "{a:2}", 11, 1, "twice"},
        {"[a]\nx = 1\n[a]\ny = 2\n", "{a:{x:1 y:2}}", 12, 2, "twice"},
        {"a = 1\n[a]\nx = 1\n[b]\ny = 2\n", "{a:1 b:{y:2}}", 11, 2, "already"},
        {"a = {b = 1}\na.c = 2\n", "{a:{b:1}}", 11, 1, "already"},
        {"a = [1]\n[[a]]\nx = 1\n", "{a:[1]}", 11, 3, "already"},
        {"[[a]]\n[a]\nx = 1\n", "{a:[{}]}", 11, 2, "list of tables"},
        {"[a\nx = 1\n[b]\ny = 1", "{b:{y:1}}", 10, 3, "']'"},
        {"[[a]\nx = 1\n[b]\ny = 1", "{b:{y:1}}", 10, 4, "']]'"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document d;
        open_document(&d, cases[i].in);
        assert_string_equal(d.dump, cases[i].out);
        assert_true(d.diags.list.count > 0);
        assert_int_equal(d.diags.list.at[0].id, MKCV_DIAG_TOML_SYNTAX);
        assert_int_equal(d.diags.list.at[0].loc.line, cases[i].line);
        assert_int_equal(d.diags.list.at[0].loc.column, cases[i].column);
        assert_non_null(strstr(d.diags.list.at[0].text, cases[i].word));
        close_document(&d);
    }
}

static void knows_the_places(void **state)
{
    (void)state;
    struct document d;
    open_document(&d, "a = 'x'\n[t]\n  key = [1,\n   'two']\n[[l]]\nn = 1\n");
    const struct mkcv_node *key = mkcv_node_lookup(d.root, "t.key"), *two = key->first->next;
    assert_int_equal(key->key_loc.line, 12);
    assert_int_equal(key->key_loc.column, 3);
    assert_int_equal(key->loc.column, 9);
    assert_int_equal(two->loc.line, 13);
    assert_int_equal(two->loc.column, 4);
    assert_int_equal(mkcv_node_lookup(d.root, "l")->first->first->loc.line, 15);
    close_document(&d);
}

static char *repeat(struct mkcv_arena *a, const char *s, size_t times)
{
    struct mkcv_buf b;
    mkcv_buf_init(&b, a);
    for (size_t i = 0; i < times; i++) mkcv_buf_puts(&b, s);
    return b.s;
}

static void is_bounded(void **state)
{
    (void)state;
    struct mkcv_arena a;
    struct document d;
    mkcv_arena_init(&a);
    const char *cases[] = {
        mkcv_arena_printf(&a, "b = 1\na = %s", repeat(&a, "[", 100000)),
        mkcv_arena_printf(&a, "b = 1\na = %s", repeat(&a, "{a=", 100000)),
        mkcv_arena_printf(&a, "b = 1\n%s = 2", repeat(&a, "a.", 100000)),
        mkcv_arena_printf(&a, "b = 1\n%s", repeat(&a, "[[a]]\n", 300000)),
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        open_document(&d, cases[i]);
        assert_true(d.diags.errors >= 1 && d.diags.errors < 4);
        assert_string_equal(mkcv_node_string(d.root, "b"), "1");
        close_document(&d);
    }
    mkcv_arena_clear(&a);
}

static void reads_front_matter(void **state)
{
    (void)state;
    struct mkcv_arena a;
    struct mkcv_diags d;
    const struct mkcv_node *meta;
    const struct mkcv_block *body;
    mkcv_arena_init(&a);
    mkcv_diags_init(&d, &a);
    mkcv_page_read(&a, "+++\ntitle = \"Tides\"\n+++\nText.\n", "p.md", &meta, &body, &d);
    assert_string_equal(mkcv_node_string(meta, "title"), "Tides");
    assert_int_equal(mkcv_node_lookup(meta, "title")->loc.line, 2);
    assert_string_equal(body->first->text.s, "Text.");
    assert_int_equal(body->first->loc.line, 4);
    mkcv_page_read(&a, "+++\ntitle = \"Tides\"\nText.\n", "p.md", &meta, &body, &d);
    assert_null(meta);
    assert_int_equal(d.list.at[0].id, MKCV_DIAG_FRONT_MATTER_OPEN);
    mkcv_arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_values), cmocka_unit_test(keeps_what_is_right), cmocka_unit_test(knows_the_places),
        cmocka_unit_test(is_bounded),   cmocka_unit_test(reads_front_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
