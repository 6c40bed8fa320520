/* Fragments of words in a real face: ligatures that are stopped, kerning from one to the next, widths as drawn. */
#include "../../src/layout/galley.h"
#include "../../src/layout/paragraph.h"
#include "../../src/layout/structure.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct bench {
    struct mkcv_arena arena;
    struct mkcv_diags diags;
    struct mkcv_style style;
    struct mkcv_structure structure;
    struct mkcv_galley g;
};

static const struct mkcv_span plain = {0}, linked = {.url = "https://example.org/"}, bold = {.marks = MKCV_MARK_STRONG},
                              italic = {.marks = MKCV_MARK_EMPH}, raised = {.marks = MKCV_MARK_SUP};

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
    mkcv_structure_open(&b->g, NULL, &b->structure);
    b->g.style = &b->style;
    b->g.diags = &b->diags;
    assert_int_equal(mkcv_fonts_open(&b->arena, &b->style, lang, &b->g.fonts, &b->diags), MKCV_OK);
    b->g.own = mkcv_spelling_of(&b->style, lang);
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

/* What the parts stand apart beyond their widths, thousandths of an em. */
static int32_t between(struct bench *b, const char *s, const struct mkcv_span *as, const char *more,
                       const struct mkcv_span *like)
{
    int32_t apart = mkcv_para_width(&b->g, set_two(b, s, as, "", NULL), 0) +
                    mkcv_para_width(&b->g, set_two(b, more, like, "", NULL), 0);
    return (mkcv_para_width(&b->g, set_two(b, s, as, more, like), 0) - apart) / 10;
}

static void colour_does_not_change_kerning(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, "en");
    static const char *const pairs[][2] = {{"V", "A"}, {"LA", "Vy"}, {"r", ","}, {"T", "o"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const char *whole = mkcv_arena_printf(&b.arena, "%s%s", pairs[i][0], pairs[i][1]);
        int32_t one = mkcv_para_width(&b.g, set_two(&b, whole, &plain, "", NULL), 0);
        int32_t two = mkcv_para_width(&b.g, set_two(&b, pairs[i][0], &plain, pairs[i][1], &linked), 0);
        assert_in_range(two - one + 20, 0, 40);
        assert_true(between(&b, pairs[i][0], &linked, pairs[i][1], &plain) < -15);
    }
    close_bench(&b);
}

/* Of two colours cannot be one glyph; of two sizes are not neighbours. */
static void letters_of_two_runs_do_not_join(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, "en");
    struct mkcv_para *p = set_two(&b, "f", &plain, "i", &linked);
    assert_int_equal(p->fragments.count, 2);
    assert_int_equal(p->fragments.at[0].shaped->runs[0].count, 1);
    assert_int_equal(between(&b, "f", &plain, "b", &linked), 40); /* as the face has f and b that are no ligature */
    assert_int_equal(between(&b, "V", &plain, "A", &raised), 0);
    close_bench(&b);
}

static void weights_kern_as_both_do(void **state)
{
    (void)state;
    static const struct mkcv_span linked_bold = {.marks = MKCV_MARK_STRONG, .url = "https://example.org/"};
    struct bench b;
    open_bench(&b, "en");
    assert_true(between(&b, "V", &plain, "A", &linked) < -100);
    assert_true(between(&b, "V", &bold, "A", &linked_bold) < -100);
    assert_true(between(&b, "V", &bold, "A", &plain) < -100);
    assert_int_equal(between(&b, "f", &plain, ")", &linked), 0);
    assert_true(between(&b, "f", &bold, ")", &linked_bold) > 50);
    assert_int_equal(between(&b, "f", &bold, ")", &plain), 0);
    close_bench(&b);
}

static void what_leans_over_gets_room(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, "en");
    assert_int_equal(between(&b, "Tf", &italic, ")", &plain), 90); /* its hook reaches further: a space */
    assert_in_range(between(&b, "W", &italic, "]", &plain), 60, 90);
    assert_in_range(between(&b, "a", &italic, ")", &plain), 0, 40);
    static const char *const low[] = {".", ",", "-", "a"};
    for (size_t i = 0; i < sizeof low / sizeof *low; i++)
        assert_int_equal(between(&b, "f", &italic, low[i], &plain), 0);
    assert_int_equal(between(&b, "(", &plain, "V", &italic), 0);
    close_bench(&b);
}

/* What runs the other way stands at another end. */
static void directions_are_not_neighbours(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, "he");
    b.g.rtl = true;
    struct mkcv_para *p = set_two(&b, "Tf", &italic, "ל", &plain);
    assert_int_equal(p->fragments.count, 2);
    assert_int_equal(p->fragments.at[1].kern, 0);
    close_bench(&b);
}

/* A paragraph that changes its dress inside words, in lines. */
static struct mkcv_para *set_mixed(struct bench *b, enum mkcv_align align, int32_t measure)
{
    static const struct mkcv_span *const dress[] = {&plain, &italic, &linked, &bold};
    struct mkcv_text *t = MKCV_NEW(&b->arena, struct mkcv_text);
    for (size_t i = 0; i < 300; i++) {
        static const char *const parts[] = {"Va", "rTf", "A) ", "(We", "r", ", ", "fi", "l", "To ", "Vf"};
        const char *part = parts[i % 10];
        mkcv_text_append(&b->arena, t, part, strlen(part), dress[i % 4]);
    }
    return mkcv_para_new(&b->g, t, (struct mkcv_shape){.measure = measure, .align = align});
}

static void lines_are_as_wide_as_the_breaker_took_them(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, "en");
    struct mkcv_para *p = set_mixed(&b, MKCV_ALIGN_LEFT, 120000);
    int32_t kerned = 0;
    for (size_t i = 0; i < p->fragments.count; i++) kerned += p->fragments.at[i].kern != 0;
    assert_true(kerned > 20);
    assert_true(p->count > 5);
    for (size_t i = 0; i < p->count; i++) {
        int32_t measured = 0;
        for (uint32_t k = p->lines[i].first; k < p->lines[i].last; k++)
            if (p->items[k].kind != MKCV_ITEM_PENALTY) measured += p->items[k].width;
        assert_int_equal(mkcv_para_width(&b.g, p, i), measured);
        size_t first = b.g.pieces.count;
        mkcv_para_put(&b.g, p, i, 0, 0);
        const struct mkcv_piece *last = &b.g.pieces.at[b.g.pieces.count - 1];
        assert_int_equal(b.g.pieces.at[first].x, 0);
        assert_int_equal(last->x + last->run->width * 10, measured);
    }
    close_bench(&b);
}

static void justified_lines_reach_their_measure(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, "en");
    struct mkcv_para *p = set_mixed(&b, MKCV_ALIGN_JUSTIFY, 400000);
    for (size_t i = 0; i + 1 < p->count; i++) {
        mkcv_para_put(&b.g, p, i, 0, 0);
        const struct mkcv_piece *last = &b.g.pieces.at[b.g.pieces.count - 1];
        assert_in_range(last->x + last->run->width * 10, 399990, 403000); /* a comma hangs */
    }
    close_bench(&b);
}

static void widths_inside_a_word_have_its_kerning(void **state)
{
    (void)state;
    struct bench b;
    open_bench(&b, "en");
    struct mkcv_para *p = set_two(&b, "V", &plain, "AT", &linked);
    const struct mkcv_word *w = p->words.at;
    struct mkcv_ruler ruler = {0};
    int32_t letters[2];
    for (int i = 0; i < 2; i++) letters[i] = p->fragments.at[i].shaped->width * 10;
    assert_true(p->fragments.at[1].kern < -500);
    assert_int_equal(mkcv_word_width_to(p, w, &ruler, 1), letters[0]); /* a line may end there, without it */
    int32_t inner = p->fragments.at[1].shaped->runs[0].glyphs[0].advance * 10;
    assert_int_equal(mkcv_word_width_to(p, w, &ruler, 2), letters[0] + p->fragments.at[1].kern + inner);
    assert_int_equal(mkcv_word_width_to(p, w, &ruler, 3), letters[0] + p->fragments.at[1].kern + letters[1]);
    assert_int_equal(w->width, mkcv_word_width_to(p, w, &ruler, 3));
    close_bench(&b);
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
        cmocka_unit_test(colour_does_not_change_kerning),
        cmocka_unit_test(letters_of_two_runs_do_not_join),
        cmocka_unit_test(weights_kern_as_both_do),
        cmocka_unit_test(what_leans_over_gets_room),
        cmocka_unit_test(directions_are_not_neighbours),
        cmocka_unit_test(lines_are_as_wide_as_the_breaker_took_them),
        cmocka_unit_test(justified_lines_reach_their_measure),
        cmocka_unit_test(widths_inside_a_word_have_its_kerning),
        cmocka_unit_test(joints_have_no_ligature_and_the_text_stays),
        cmocka_unit_test(a_joint_stays_one_in_half_a_word),
        cmocka_unit_test(turkish_keeps_the_dot),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
