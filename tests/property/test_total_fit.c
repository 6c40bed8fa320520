/* Total fit gives the demerits that trying every set of breaks gives, on short paragraphs of random boxes. */
#include "../../src/layout/linebreak.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { PARAGRAPHS = 4000, ITEMS_MOST = 26 };

static uint32_t random_next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static int32_t random_in(uint32_t *seed, int32_t low, int32_t high)
{
    return low + (int32_t)(random_next(seed) % (uint32_t)(high - low + 1));
}

static size_t make_items(uint32_t *seed, struct mkcv_item *items)
{
    size_t n = 0, count = (size_t)random_in(seed, 2, ITEMS_MOST - 3);
    while (n < count) {
        items[n++] = (struct mkcv_item){.kind = MKCV_ITEM_BOX,
                                        .width = random_in(seed, 2000, 18000),
                                        .left = random_in(seed, 0, 3) ? 0 : random_in(seed, 0, 900),
                                        .right = random_in(seed, 0, 3) ? 0 : random_in(seed, 0, 900)};
        int32_t width = random_in(seed, 2000, 3200);
        switch (random_in(seed, 0, 9)) {
        case 0:
        case 1:
            items[n++] = (struct mkcv_item){.kind = MKCV_ITEM_PENALTY,
                                            .cost = 50,
                                            .width = 1500,
                                            .right = random_in(seed, 0, 700),
                                            .flagged = true};
            break;
        case 2:
            items[n++] = (struct mkcv_item){.kind = MKCV_ITEM_PENALTY, .cost = MKCV_PENALTY_NEVER}; /* fall through */
        default:
            items[n++] =
                (struct mkcv_item){.kind = MKCV_ITEM_GLUE, .width = width, .stretch = width / 2, .shrink = width / 3};
            break;
        }
    }
    if (items[n - 1].kind != MKCV_ITEM_BOX) items[n++] = (struct mkcv_item){.kind = MKCV_ITEM_BOX, .width = 5000};
    items[n++] = (struct mkcv_item){.kind = MKCV_ITEM_PENALTY, .cost = MKCV_PENALTY_FORCE};
    return n;
}

struct search {
    const struct mkcv_item *items;
    size_t count;
    const struct mkcv_line_rules *rules;
    int64_t best; /* -1: none */
};

/* One line, items (after, at], judged from the definition; false when it may not be. */
static bool judge(const struct search *s, size_t first, size_t at, int *fitness, int64_t *badness, int64_t *ratio,
                  int64_t *runt)
{
    const struct mkcv_line_rules *r = s->rules;
    int64_t width = 0, boxes = 0, stretch = r->extra_stretch, shrink = 0, bare = 0;
    int glues = 0;
    size_t last_box = first;
    for (size_t i = first; i < at; i++) {
        if (s->items[i].kind == MKCV_ITEM_PENALTY) continue;
        width += s->items[i].width;
        stretch += s->items[i].stretch;
        shrink += s->items[i].shrink;
        glues += s->items[i].kind == MKCV_ITEM_GLUE;
        if (s->items[i].kind != MKCV_ITEM_BOX) continue;
        boxes += s->items[i].width;
        last_box = i;
    }
    bare = width;
    const struct mkcv_item *end = &s->items[at];
    width -= s->items[first].left;
    width += end->kind == MKCV_ITEM_PENALTY ? end->width - end->right : -s->items[last_box].right;
    bool below = at + 1 == s->count && first > 0;
    *runt = !below ? 0 : bare < r->runt_width ? r->runt_demerits : !glues ? r->lone_demerits : 0;
    int64_t gap = r->measure - width;
    *fitness = 1;
    *badness = *ratio = 0;
    if (gap >= 0 && end->kind == MKCV_ITEM_PENALTY && end->cost <= MKCV_PENALTY_FORCE) return true;
    int64_t expansion = boxes * r->expansion / 1000, room = gap >= 0 ? stretch : shrink;
    int64_t left = gap >= 0 ? gap - expansion : -gap - expansion; /* for the spaces to take */
    if (left < 0) left = 0;
    if (gap < 0 && left > shrink) return false;
    *badness = mkcv_linebreak_badness(left, room);
    *ratio = left >= room ? (left > 0 ? 1000 : 0) : left * 1000 / room;
    if (gap < 0)
        *fitness = *badness > 12 ? 0 : 1;
    else
        *fitness = *badness > 99 ? 3 : *badness > 12 ? 2 : 1;
    return *badness <= r->tolerance;
}

static void try_all(struct search *s, size_t first, int fitness_before, bool flagged_before, int64_t so_far)
{
    const struct mkcv_line_rules *r = s->rules;
    for (size_t at = first + 1; at < s->count; at++) {
        const struct mkcv_item *end = &s->items[at];
        bool legal = end->kind == MKCV_ITEM_PENALTY
                         ? end->cost < MKCV_PENALTY_NEVER
                         : end->kind == MKCV_ITEM_GLUE && s->items[at - 1].kind == MKCV_ITEM_BOX;
        int fitness;
        int64_t badness, ratio, runt;
        bool last = at + 1 == s->count;
        if (!legal || !judge(s, first, at, &fitness, &badness, &ratio, &runt)) continue;
        int64_t demerits = so_far + (r->line_penalty + badness) * (r->line_penalty + badness);
        demerits += r->space_demerits * ratio * ratio / 1000000;
        bool flagged = end->kind == MKCV_ITEM_PENALTY && end->flagged;
        if (end->kind == MKCV_ITEM_PENALTY && !last) demerits += (int64_t)end->cost * end->cost;
        if (flagged_before) demerits += last ? r->last_hyphen_demerits : flagged ? r->hyphens_demerits : 0;
        if (fitness - fitness_before > 1 || fitness_before - fitness > 1) demerits += r->fitness_demerits;
        demerits += runt;
        if (last) {
            if (s->best < 0 || demerits < s->best) s->best = demerits;
            return;
        }
        size_t next = at;
        while (s->items[next].kind != MKCV_ITEM_BOX) next++;
        try_all(s, next, fitness, flagged, demerits);
    }
}

static void test_brute_force(void **state)
{
    uint32_t seed = 4711;
    size_t possible = 0, lines = 0;
    struct mkcv_arena a;
    mkcv_arena_init(&a);
    (void)state;
    for (int i = 0; i < PARAGRAPHS; i++) {
        struct mkcv_item items[ITEMS_MOST + 4];
        size_t count = make_items(&seed, items);
        struct mkcv_line_rules rules = {.measure = random_in(&seed, 20000, 60000),
                                        .expansion = random_in(&seed, 0, 1) ? 20 : 0,
                                        .space_demerits = random_in(&seed, 0, 1) ? 300 : 0,
                                        .extra_stretch = random_in(&seed, 0, 2) ? 0 : 6000,
                                        .tolerance = random_in(&seed, 0, 1) ? 200 : MKCV_BADNESS_MOST,
                                        .line_penalty = 10,
                                        .hyphens_demerits = 10000,
                                        .last_hyphen_demerits = 5000,
                                        .fitness_demerits = random_in(&seed, 0, 1) ? 10000 : 0,
                                        .runt_width = 4000,
                                        .runt_demerits = 15000,
                                        .lone_demerits = 3000};
        struct search all = {.items = items, .count = count, .rules = &rules, .best = -1};
        struct mkcv_breaks breaks;
        try_all(&all, 0, 1, false, 0);
        bool found = mkcv_linebreak_find(&a, items, count, &rules, &breaks);
        assert_int_equal(found, all.best >= 0);
        if (!found) continue;
        assert_int_equal(breaks.demerits, all.best);
        possible++;
        lines += breaks.count;
        mkcv_arena_clear(&a);
    }
    assert_true(possible > PARAGRAPHS / 4 && lines > possible * 3 / 2);
    mkcv_arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_brute_force)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
