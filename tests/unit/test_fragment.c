/* Fragments of words in a real face: ligatures that are stopped. */
#include "../../src/layout/galley.h"
#include "../../src/layout/paragraph.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct bench {
    struct mkcv_arena arena;
    struct mkcv_diags diags;
    struct mkcv_style style;
    struct mkcv_galley g;
};

static const struct mkcv_span plain = {0};

static void open_bench(struct bench *b, const char *lang)
{
    *b = (struct bench){0};
    mkcv_arena_init(&b->arena);
    mkcv_diags_init(&b->diags, &b->arena);
    b->style.font.family = "Linux Libertine";
    b->style.font.size = 10000;
    b->style.font.leading = 12000;
    for (size_t i = 0; i < MKCV_ROLE_COUNT; i++) b->style.look[i].color = MKCV_COLOR_INHERIT;
    b->style.look[MKCV_ROLE_LINK].color = 0x0000aa;
    b->g = (struct mkcv_galley){.arena = &b->arena, .work = &b->arena, .scratch = &b->arena};
    b->g.style = &b->style;
    b->g.diags = &b->diags;
    assert_int_equal(mkcv_fonts_open(&b->arena, &b->style, lang, &b->g.fonts, &b->diags), MKCV_OK);
    mkcv_ligatures_open(&b->g, lang);
}

static void close_bench(struct bench *b)
{
    mkcv_fonts_close(b->g.fonts);
    mkcv_arena_clear(&b->arena);
}

/* One word of two parts, the second may be empty. */
static struct mkcv_para *set_two(struct bench *b, const char *s, const struct mkcv_span *as, const char *more,
                                 const struct mkcv_span *like)
{
    struct mkcv_text *t = MKCV_NEW(&b->arena, struct mkcv_text);
    mkcv_text_append(&b->arena, t, s, strlen(s), as);
    if (*more) mkcv_text_append(&b->arena, t, more, strlen(more), like);
    return mkcv_para_new(&b->g, t, (struct mkcv_shape){.measure = 400000, .align = MKCV_ALIGN_LEFT});
}

static const struct mkcv_glyph_run *run_of(const struct mkcv_para *p) { return p->fragments.at[0].shaped->runs; }

static void joints_have_no_ligature_and_the_text_stays(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, "de");
    static const struct {
        const char *word;
        uint32_t glyphs;
    } cases[] = {{"Auflage", 7}, {"finden", 5}, {"Stoffflasche", 10}, {"Affe", 3}, {"Auffassung", 10}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct mkcv_para *p = set_two(&b, cases[i].word, &plain, "", NULL);
        assert_string_equal(run_of(p)->text, cases[i].word);
        assert_string_equal(p->s, cases[i].word);
        assert_int_equal(run_of(p)->count, cases[i].glyphs);
        assert_ptr_equal(set_two(&b, cases[i].word, &plain, "", NULL)->fragments.at[0].shaped,
                         p->fragments.at[0].shaped);
    }
    close_bench(&b);
}

static void a_joint_stays_one_in_half_a_word(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, "de");
    struct mkcv_para *p = set_two(&b, "Stoffauflagen", &plain, "", NULL);
    const struct mkcv_shaped *half = mkcv_fragment_shape(&b.g, p, p->fragments.at, 0, 10, true);
    assert_string_equal(half->runs[0].text, "Stoffaufla-");
    assert_int_equal(half->runs[0].count, 10); /* ff is one */
    half = mkcv_fragment_shape(&b.g, p, p->fragments.at, 8, 13, false);
    assert_string_equal(half->runs[0].text, "lagen");
    struct mkcv_para *bare = set_two(&b, "lagen", &plain, "", NULL);
    assert_ptr_equal(half, bare->fragments.at[0].shaped);
    close_bench(&b);
}

static void turkish_keeps_the_dot(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, "tr");
    assert_int_equal(run_of(set_two(&b, "fikir", &plain, "", NULL))->count, 5);
    assert_int_equal(run_of(set_two(&b, "fluor", &plain, "", NULL))->count, 4);
    close_bench(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(joints_have_no_ligature_and_the_text_stays),
        cmocka_unit_test(a_joint_stays_one_in_half_a_word),
        cmocka_unit_test(turkish_keeps_the_dot),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
