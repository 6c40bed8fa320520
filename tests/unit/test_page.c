/* test_page.c - front matter cut from the body. */
#include "mkcv/source.h"
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void cuts_front_matter(void **state)
{
    (void)state;
    static const struct {
        const char *in, *title; /* NULL: no front matter */
        const char *body;       /* of the first paragraph; NULL: empty */
        int line;               /* of it */
        int diagnostic;         /* -1: none */
    } cases[] = {
        {"---\ntitle: T\n---\nbody", "T", "body", 4, -1},
        {"---  \ntitle: T\n... \n\nbody\n", "T", "body", 5, -1},
        {"---\ntitle: T\n---", "T", NULL, 0, -1},
        {"body\n---\n", NULL, "body", 1, -1},
        {"---\n---\nbody\n", NULL, "body", 3, -1},
        {"---\ntitle: T: U\n---\nbody", "T: U", "body", 4, MKCV_DIAG_YAML_SYNTAX},
        {"---\ntitle T\n\nbody\n", NULL, "title T", 2, MKCV_DIAG_FRONT_MATTER_OPEN},
        {"+++\ntitle = 'T'\n+++\nbody", "T", "body", 4, -1},
        {"", NULL, NULL, 0, -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct mkcv_arena a;
        struct mkcv_diags d;
        const struct mkcv_node *meta;
        const struct mkcv_block *body;
        mkcv_arena_init(&a);
        mkcv_diags_init(&d, &a);
        mkcv_page_read(&a, cases[i].in, "p.md", &meta, &body, &d);
        const char *title = meta && meta->first ? meta->first->value : NULL;
        if (cases[i].title)
            assert_string_equal(title, cases[i].title);
        else
            assert_null(title);
        const struct mkcv_block *text = body->first;
        while (text && text->kind == MKCV_BLOCK_RULE) text = text->next;
        if (cases[i].body) {
            assert_string_equal(text->text.s, cases[i].body);
            assert_int_equal(text->loc.line, cases[i].line);
            assert_string_equal(text->loc.file, "p.md");
        } else {
            assert_null(text);
        }
        assert_int_equal(d.list.count, cases[i].diagnostic >= 0);
        if (cases[i].diagnostic >= 0) assert_int_equal(d.list.at[0].id, cases[i].diagnostic);
        mkcv_arena_clear(&a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(cuts_front_matter)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
