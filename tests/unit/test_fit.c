/* Fitting pages: how a style tightens, what is left out first. The search itself is held by pdf/test_fit.sh. */
#include "../../src/fit/rank.h"
#include "../../src/fit/tighten.h"
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct mkcv_style plain_style(void)
{
    struct mkcv_style s = {.name = "plain"};
    s.font.size = 10000;
    s.font.leading = 12000;
    s.section.above = 13000;
    s.entry.skip = 3000;
    s.page.top = 50000;
    s.look[MKCV_ROLE_NAME].size = 20000;
    s.look[MKCV_ROLE_NAME].leading = 24000;
    s.look[MKCV_ROLE_DETAIL].size = 9200;
    s.look[MKCV_ROLE_NUMBER].size = 8000;
    s.fit.spacing = 500;
    s.fit.spacing_most = 2000;
    s.fit.leading = 900;
    s.fit.leading_most = 1100;
    s.fit.size = 9000;
    return s;
}

static void room_shrinks_and_grows_within_limits(void **state)
{
    (void)state;
    const struct mkcv_style s = plain_style();
    struct mkcv_style same = mkcv_style_tighten(&s, (struct mkcv_tightness){0, 0});
    assert_memory_equal(&same, &s, sizeof s);
    struct mkcv_style least = mkcv_style_tighten(&s, (struct mkcv_tightness){MKCV_TIGHT_MOST, 0});
    assert_int_equal(least.section.above, 6500);
    assert_int_equal(least.entry.skip, 1500);
    assert_int_equal(least.font.leading, 10800);
    assert_int_equal(least.font.size, 10000);
    assert_int_equal(least.page.top, 50000);
    struct mkcv_style most = mkcv_style_tighten(&s, (struct mkcv_tightness){-MKCV_TIGHT_MOST, 0});
    assert_int_equal(most.section.above, 26000);
    assert_int_equal(most.font.leading, 13200);
    struct mkcv_style half = mkcv_style_tighten(&s, (struct mkcv_tightness){MKCV_TIGHT_MOST / 2, 0});
    assert_int_equal(half.section.above, 9750);
}

static void letters_stay_readable(void **state)
{
    (void)state;
    struct mkcv_style s = plain_style();
    struct mkcv_style least = mkcv_style_tighten(&s, (struct mkcv_tightness){0, MKCV_TIGHT_MOST});
    assert_int_equal(least.font.size, 9000);
    assert_int_equal(least.font.leading, 10800);
    assert_int_equal(least.look[MKCV_ROLE_NAME].size, 18000);
    assert_int_equal(least.look[MKCV_ROLE_NAME].leading, 21600);
    assert_int_equal(least.look[MKCV_ROLE_DETAIL].size, 9000); /* not 8280 */
    assert_int_equal(least.look[MKCV_ROLE_NUMBER].size, 8000); /* smaller from the start */
    s.fit.size = 11000;                                        /* larger than the text: it keeps its size */
    least = mkcv_style_tighten(&s, (struct mkcv_tightness){0, MKCV_TIGHT_MOST});
    assert_int_equal(least.font.size, 10000);
}

struct shelf {
    struct mkcv_arena arena;
    struct mkcv_cv cv;
    struct mkcv_flow flow;
};

static struct mkcv_section *add_section(struct shelf *b, enum mkcv_kind kind)
{
    struct mkcv_section *s = MKCV_PUSH(&b->arena, &b->cv.sections);
    s->kind = kind;
    s->loc = (struct mkcv_loc){"a.md", (int)b->cv.sections.count * 100, 1};
    return s;
}

static struct mkcv_entry *add_entry(struct shelf *b, struct mkcv_section *s, int year, const char *title)
{
    struct mkcv_entry *e = MKCV_PUSH(&b->arena, &s->entries);
    e->kind = s->kind;
    e->end.year = (short)year;
    e->loc = (struct mkcv_loc){"a.md", s->loc.line + (int)s->entries.count, 1};
    e->fields[MKCV_FIELD_TITLE].s = (char *)(uintptr_t)title;
    struct mkcv_flow_node *n = MKCV_PUSH(&b->arena, &b->flow.nodes);
    *MKCV_PUSH(&b->arena, &n->origins) = (struct mkcv_origin){.loc = e->loc};
    return e;
}

static void titles_in_order(struct shelf *b, const struct mkcv_rank *rank, char *out)
{
    *out = 0;
    for (size_t i = 0; i < rank->parts.count; i++) {
        const struct mkcv_part *p = &rank->parts.at[i];
        const struct mkcv_section *s = &b->cv.sections.at[p->section];
        strcat(out, p->entry == SIZE_MAX ? "*" : s->entries.at[p->entry].fields[MKCV_FIELD_TITLE].s);
    }
}

static void least_important_goes_first(void **state)
{
    (void)state;
    struct shelf b = {.cv.lang = "en"};
    mkcv_arena_init(&b.arena);
    b.cv.sections.at = mkcv_vec_reserve(&b.arena, NULL, 0, &b.cv.sections.cap, sizeof *b.cv.sections.at);
    struct mkcv_section *s = add_section(&b, MKCV_KIND_WORK);
    add_entry(&b, s, 1990, "j");
    add_entry(&b, s, 0, "k")->current = true;
    s = add_section(&b, MKCV_KIND_PUBLICATIONS);
    add_entry(&b, s, 2020, "f");
    add_entry(&b, s, 2010, "d");
    add_entry(&b, s, 2020, "e"); /* of two of one year the later in the list */
    add_entry(&b, s, 2001, "i")->selected = true;
    add_entry(&b, s, 2022, "c")->priority = -1;
    add_entry(&b, s, 1980, "l")->priority = 5;
    s = add_section(&b, MKCV_KIND_AWARDS);
    add_entry(&b, s, 2023, "b");
    add_entry(&b, s, 2003, "a");
    add_entry(&b, s, 0, "h");                    /* undated: not known to be old */
    add_entry(&b, s, 2001, "?")->loc.line = 999; /* on no line of the flow */
    add_section(&b, MKCV_KIND_OTHER)->title = "Hobbies";
    struct mkcv_flow_node *n = MKCV_PUSH(&b.arena, &b.flow.nodes);
    n->loc = b.cv.sections.at[3].loc;

    struct mkcv_words none = {.list = {0}}, optional = {.list = {0}};
    char order[64];
    struct mkcv_rank rank = mkcv_rank_parts(&b.arena, &b.cv, &b.flow, &none);
    titles_in_order(&b, &rank, order);
    assert_string_equal(order, "cadefbhij*kl");
    *MKCV_PUSH(&b.arena, &optional.list) = "awards";
    rank = mkcv_rank_parts(&b.arena, &b.cv, &b.flow, &optional);
    titles_in_order(&b, &rank, order);
    assert_string_equal(order, "abhcdefij*kl");

    rank.parts.at[1].kept = true;
    const struct mkcv_cv *cut = mkcv_rank_without(&b.arena, &b.cv, &rank, 4);
    assert_int_equal(cut->sections.count, 4);
    assert_int_equal(cut->sections.at[1].entries.count, 5);
    assert_int_equal(cut->sections.at[2].entries.count, 2);
    assert_string_equal(cut->sections.at[2].entries.at[0].fields[MKCV_FIELD_TITLE].s, "b");
    assert_int_equal(b.cv.sections.at[2].entries.count, 4); /* the CV itself is whole */
    cut = mkcv_rank_without(&b.arena, &b.cv, &rank, rank.parts.count);
    assert_int_equal(cut->sections.count, 1); /* what was kept, and what no line shows */
    mkcv_arena_clear(&b.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(room_shrinks_and_grows_within_limits),
        cmocka_unit_test(letters_stay_readable),
        cmocka_unit_test(least_important_goes_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
