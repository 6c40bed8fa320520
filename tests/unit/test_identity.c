/* test_identity.c - names in titles and headings. */
#include "mkcv/arena.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>
/* cmocka.h wants those above */
#include <cmocka.h>

const char *mkcv_name_from_title(struct mkcv_arena *a, const char *title, bool *told);

static void reads_names(void **state)
{
    (void)state;
    static const struct {
        const char *title, *name; /* NULL: it holds none */
        bool told;
    } cases[] = {
        {"Ada Moss", "Ada Moss", false},
        {"Ada Moss's Homepage", "Ada Moss", true},
        {"Ada Moss’s personal website", "Ada Moss", true},
        {"Homepage of Ada B. Moss", "Ada B. Moss", true},
        {"Hi, I'm Ada Moss!", "Ada Moss", true},
        {"👋 Hello, I am Ada Moss", "Ada Moss", true},
        {"Welcome to the homepage of Dr. Ada Moss", "Ada Moss", true},
        {"About Ada Moss", "Ada Moss", true},
        {"Ada Moss, Ph.D.", "Ada Moss", true},
        {"Ada Moss | Tide researcher", "Ada Moss", false},
        {"Ada Moss - Home", "Ada Moss", true},
        {"Homepage von Ada Moss", "Ada Moss", true},
        {"Page personnelle de Ada Moss", "Ada Moss", true},
        {"Página personal de Ada Moss", "Ada Moss", true},
        {"Sito web di Ada Moss", "Ada Moss", true},
        {"林海洋 Haiyang Lin", "林海洋 Haiyang Lin", false},
        {"林海洋 (Haiyang Lin)", "林海洋 (Haiyang Lin)", false},
        {"김바다 Bada Kim", "김바다 Bada Kim", false},
        {"林海洋（Haiyang Lin）", "林海洋（Haiyang Lin）", false},
        {"林海洋 教授", "林海洋", false},
        {"森田海のウェブサイト", "森田海", true},
        {"莫艾的个人主页", "莫艾", true},
        {"Ada Moss (莫艾)", "Ada Moss (莫艾)", false},
        {"Ada Moss 莫艾", "Ada Moss 莫艾", false},
        {"About me", NULL, true},
        {"Welcome", NULL, false},
        {"Research Group", NULL, false},
        {"Machine Learning", NULL, false},
        {"University of Bergen", NULL, false},
        {"Selected Publications", NULL, false},
        {"Academic Website", NULL, false},
        {"", NULL, false},
        {"&!", NULL, false},
    };
    struct mkcv_arena arena;
    int bad = 0;
    mkcv_arena_init(&arena);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool told;
        const char *name = mkcv_name_from_title(&arena, cases[i].title, &told);
        bool same = name && cases[i].name ? !strcmp(name, cases[i].name) : name == cases[i].name;
        if (same && (!name || told == cases[i].told)) continue;
        bad++;
        print_error("'%s': %s, told %d\n", cases[i].title, name ? name : "none", told);
    }
    mkcv_arena_clear(&arena);
    assert_int_equal(bad, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(reads_names)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
