/* test_bib.c - bibliographies: entries, values, slips of the hand, TeX made plain. */
#include "mkcv/buf.h"
#include "mkcv/source.h"
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

struct bibliography {
    struct mkcv_arena arena;
    struct mkcv_diags diags;
    const struct mkcv_node *list;
    const char *dump; /* type/key field=value; */
};

static void open_bibliography(struct bibliography *x, const char *text)
{
    struct mkcv_buf b;
    mkcv_arena_init(&x->arena);
    mkcv_diags_init(&x->diags, &x->arena);
    x->list = mkcv_bib_read(&x->arena, text, "f.bib", &x->diags);
    mkcv_buf_init(&b, &x->arena);
    for (const struct mkcv_node *e = x->list->first; e; e = e->next) {
        mkcv_buf_printf(&b, "%s/%s", e->first->value, e->first->next->value);
        for (const struct mkcv_node *f = e->first->next->next; f; f = f->next)
            mkcv_buf_printf(&b, " %s=%s;", f->key, f->value);
        if (e->next) mkcv_buf_putc(&b, '\n');
    }
    x->dump = b.s;
}

static void close_bibliography(struct bibliography *x) { mkcv_arena_clear(&x->arena); }

static void reads_entries(void **state)
{
    (void)state;
    static const struct {
        const char *in, *out;
        size_t faults;
    } cases[] = {
        {"@Article{k1,\n  Title = {A {B} c},\n  year = 2020\n}", "article/k1 title=A B c; year=2020;", 0},
        {"---\n---\njunk a@b.org\n@misc(k, title=\"a \"\" b\")\n", "misc/k title=a;", 1},
        {"@misc(k, title=\"a {\"}b\", x = {})", "misc/k title=a \"b; x=;", 0},
        {"@string{acm = \"ACM\"}@string(s = acm # { Press})\n@book{k, publisher = S # \"!\", month = jan}",
         "book/k publisher=ACM Press!; month=January;", 0},
        {"@comment{@misc{x, a={b}}}@preamble{\"x\"}\n% @misc{y, a={b}}\n@misc{k}", "misc/k", 0},
        {"@misc{k, a = {1}, b = {2}, a = {3}}", "misc/k a=1; b=2;", 1},
        {"@misc{k, a = {1} b = {2}\n% c = {3},\n d = {4},}", "misc/k a=1; b=2; d=4;", 2},
        {"@misc{k, a = {1}}, b = {2} }", "misc/k a=1; b=2;", 1},
        {"@misc{k,\n a = {one {two},\n b = {x}\n}\n@misc{l, c = {d}}", "misc/k a=one two; b=x;\nmisc/l c=d;", 1},
        {"@misc{k, a = {b}\n@misc{l, c = {d}}", "misc/k a=b;\nmisc/l c=d;", 1},
        {"@misc{title = {a}}", "misc/ title=a;", 1},
        {"@misc{k, pages = {1--2}, month = July, selected = true, x = nope}",
         "misc/k pages=1\xE2\x80\x93"
         "2; month=July; selected=true; x=nope;",
         1},
        {"@misc{k, url = {https://a.b/~c\\_d--e}, doi={10.1/a_b}, note = {\\url{http://x/~y}}}",
         "misc/k url=https://a.b/~c_d--e; doi=10.1/a_b; note=http://x/~y;", 0},
        {"@misc{k, author = {M\\\"uller, J. and {The A and B Group} and {\\'E}. X and\n others}}",
         "misc/k author=M\xC3\xBCller, J. and {The A and B Group} and \xC3\x89. X and others;", 0},
        {"@misc{k, author = {{OpenAI}}, editor = {{Li, A and Wu, B}}}",
         "misc/k author={OpenAI}; editor=Li, A and Wu, B;", 0},
        {"@misc{", "misc/", 1},
        {"@", "", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bibliography x;
        open_bibliography(&x, cases[i].in);
        if (strcmp(x.dump, cases[i].out) != 0 || x.diags.list.count != cases[i].faults)
            print_error("input:\n%s\n", cases[i].in);
        assert_string_equal(x.dump, cases[i].out);
        assert_int_equal(x.diags.list.count, cases[i].faults);
        close_bibliography(&x);
    }
}

static void keeps_places(void **state)
{
    (void)state;
    struct bibliography x;
    open_bibliography(&x, "\n @misc{k,\n  a = {b},\n  c d,\n}\n");
    const struct mkcv_node *e = x.list->first, *a = e->first->next->next;
    assert_int_equal(e->loc.line, 2);
    assert_int_equal(e->loc.column, 2);
    assert_int_equal(a->key_loc.line, 3);
    assert_int_equal(a->key_loc.column, 3);
    assert_int_equal(a->loc.column, 7);
    assert_int_equal(x.diags.list.count, 1);
    assert_int_equal(x.diags.list.at[0].id, MKCV_DIAG_BIB_SYNTAX);
    assert_int_equal(x.diags.list.at[0].loc.line, 4);
    assert_int_equal(x.diags.list.at[0].loc.column, 3);
    close_bibliography(&x);
}

static void makes_tex_plain(void **state)
{
    (void)state;
    static const struct {
        const char *in, *out;
    } cases[] = {
        {"M\\\"{u}ller, Erd\\H{o}s, \\c{C}elik, \\v Simi\\'c", "Müller, Erdős, Çelik, Šimić"},
        {"{\\\"{o}} {\\'e} \\'{\\i} \\k{a} \\r{a} \\u{g} \\=o \\.z \\d{s}", "ö é í ą å ğ ō ż ṣ"},
        {"Stra\\ss e, \\O{}re, {\\L}ukasz, \\ae\\ x, \\aa, Gro{\\ss}", "Straße, Øre, Łukasz, æ x, å, Groß"},
        {"A \\& B \\_ 5\\% \\$3 \\#1 \\{x\\}", "A & B _ 5% $3 #1 {x}"},
        {"1--2 a---b ``q'' `s' a~b", "1–2 a—b “q” ‘s’ a b"},
        {"\\emph{a} \\textbf{b{c}} {\\it d} \\href{http://x}{e}", "a bc d e"},
        {"$x^2$ and $\\alpha$ for $5", "$x^2$ and $\\alpha$ for $5"},
        {"  a\n\t b  ", "a b"},
        {"", ""},
        {"\\", ""},
        {"\\'", ""},
        {"{{{", ""},
    };
    struct mkcv_arena a;
    mkcv_arena_init(&a);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(mkcv_tex_plain(&a, cases[i].in), cases[i].out);
    mkcv_arena_clear(&a);
}

static void bounds_expansion(void **state)
{
    (void)state;
    struct mkcv_arena a;
    struct mkcv_buf b;
    struct bibliography x;
    mkcv_arena_init(&a);
    mkcv_buf_init(&b, &a);
    mkcv_buf_puts(&b, "@string{a0 = \"xxxxxxxx\"}\n");
    for (int i = 1; i < 100; i++) mkcv_buf_printf(&b, "@string{a%d = a%d # a%d}\n", i, i - 1, i - 1);
    mkcv_buf_puts(&b, "@misc{k, t = {kept}}");
    clock_t start = clock();
    open_bibliography(&x, b.s);
    assert_string_equal(x.dump, "misc/k t=kept;");
    assert_true((clock() - start) / CLOCKS_PER_SEC < 5);
    close_bibliography(&x);
    mkcv_arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_entries),
        cmocka_unit_test(keeps_places),
        cmocka_unit_test(makes_tex_plain),
        cmocka_unit_test(bounds_expansion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
