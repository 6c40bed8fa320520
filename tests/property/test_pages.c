/* Whatever the flow: its words stand on the pages once and in order, no line is wider than its measure, no heading ends
 * a page, and where a word was divided its halves give the word. */
#include "../unit/page_fixture.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <stdlib.h>

enum { DOCUMENTS = 300 };

static uint32_t random_in(uint32_t *seed, uint32_t low, uint32_t high)
{
    *seed = *seed * 1664525u + 1013904223u;
    return low + (*seed >> 8) % (high - low + 1);
}

/* Words of lower-case letters, each with its own number inside, so that order shows. */
static void add_words(struct fixture *f, uint32_t *seed, struct mkcv_buf *all, uint32_t *number, uint32_t count,
                      struct mkcv_text *text)
{
    for (uint32_t i = 0; i < count; i++) {
        char word[80], digits[12];
        size_t n = 0;
        snprintf(digits, sizeof digits, "%u", (*number)++);
        uint32_t letters = random_in(seed, 0, 60) ? random_in(seed, 1, 9) : 60;
        for (uint32_t k = 0; k < letters; k++) word[n++] = (char)('k' + random_in(seed, 0, 9));
        for (const char *d = digits; *d; d++) word[n++] = (char)('a' + *d - '0');
        word[n++] = 'z';
        word[n] = '\0';
        mkcv_buf_puts(all, word);
        struct mkcv_span span = {.role = (uint16_t)random_in(seed, 0, MKCV_ROLE_COUNT - 1),
                                 .url = random_in(seed, 0, 4) ? NULL : "https://example.org"};
        const char *gap = random_in(seed, 0, 9) ? " " : "\u00a0";
        if (i > 0) mkcv_text_append(&f->arena, text, gap, strlen(gap), &(struct mkcv_span){0});
        size_t half = n / 2;
        mkcv_text_append(&f->arena, text, word, half, &span);
        if (random_in(seed, 0, 3) == 0) span.role = MKCV_ROLE_TITLE;
        mkcv_text_append(&f->arena, text, word + half, n - half, &span);
    }
}

/* Words of the main column go to all[0], those of the sidebar to all[1]. */
static void make_flow(struct fixture *f, uint32_t *seed, struct mkcv_buf all[2])
{
    uint32_t number = 0, count = random_in(seed, 1, 60);
    int columns = 0;
    bool side = false;
    for (uint32_t i = 0; i < count; i++) {
        static const enum mkcv_flow_kind kinds[] = {MKCV_FLOW_HEADING,   MKCV_FLOW_HEADING, MKCV_FLOW_PARAGRAPH,
                                                    MKCV_FLOW_PARAGRAPH, MKCV_FLOW_ENTRY,   MKCV_FLOW_ENTRY,
                                                    MKCV_FLOW_ITEM,      MKCV_FLOW_LISTING};
        struct mkcv_flow_node *node = add_node(f, kinds[random_in(seed, 0, 7)], NULL);
        bool heading = node->kind == MKCV_FLOW_HEADING;
        node->level = (int)random_in(seed, 1, 3);
        node->justified = random_in(seed, 0, 1);
        node->tight = random_in(seed, 0, 1);
        node->along = random_in(seed, 0, 3) == 0;
        if (heading && node->level == 1) {
            columns = (int)random_in(seed, 0, 3);
            side = f->flow.sidebar && random_in(seed, 0, 2) == 0;
        } else {
            node->columns = columns;
        }
        node->side = side;
        struct mkcv_buf *words_of = &all[side];
        if (node->kind == MKCV_FLOW_ITEM || node->kind == MKCV_FLOW_LISTING)
            add_words(f, seed, words_of, &number, random_in(seed, 1, 3), &node->aside);
        uint32_t words = random_in(seed, 1, heading ? 4 : random_in(seed, 0, 9) ? 30 : 400);
        add_words(f, seed, words_of, &number, words, &node->head);
        if (node->kind == MKCV_FLOW_ENTRY) {
            /* beside a first paragraph of many lines a date is read after the first of them */
            if (words < 5 && columns < 2) add_words(f, seed, words_of, &number, 1, &node->aside);
            for (uint32_t k = random_in(seed, 0, 3); k > 0; k--)
                add_words(f, seed, words_of, &number, random_in(seed, 1, 30), MKCV_PUSH(&f->arena, &node->lines));
        }
    }
}

static void vary_style(struct mkcv_style *s, uint32_t *seed)
{
    s->section.place = random_in(seed, 0, 1) ? MKCV_HEAD_ABOVE : MKCV_HEAD_LEFT;
    s->section.rule = (enum mkcv_rule_place)random_in(seed, 0, 2);
    s->entry.date = random_in(seed, 0, 1) ? MKCV_DATE_RIGHT : MKCV_DATE_LEFT;
    s->listing.form = random_in(seed, 0, 1) ? MKCV_RUN_LINES : MKCV_RUN_INLINE;
    s->section.column_gap = (int32_t)random_in(seed, 0, 10000);
    s->page.width = (int32_t)random_in(seed, 300000, 700000);
    s->page.height = (int32_t)random_in(seed, 300000, 900000);
}

/* The pieces' text without spaces and added hyphens (the words have none of their own). */
static const char *bare_text(struct fixture *f, const struct mkcv_pages *pages)
{
    struct mkcv_buf out;
    mkcv_buf_init(&out, &f->arena);
    for (const char *s = text_of_pages(f, pages, false); *s; s++)
        if (*s >= 'a' && *s <= 'z') mkcv_buf_putc(&out, *s);
    return out.s;
}

static void check_places(const struct fixture *f, const struct mkcv_pages *pages)
{
    int32_t right = f->style.page.width - f->style.page.right, hang = f->style.font.size / 2,
            foot = f->style.page.height - f->style.page.bottom;
    for (size_t p = 0; p < pages->list.count; p++) {
        const struct mkcv_page *page = &pages->list.at[p];
        assert_true(page->pieces.count > 0);
        for (size_t i = 0; i < page->pieces.count; i++) {
            const struct mkcv_piece *piece = &page->pieces.at[i];
            bool over = strchr(piece->run->text, '-') || piece->line_end;
            assert_true(piece->x >= f->style.page.left - hang);
            assert_true(piece->x + piece->run->width * (piece->size / 1000) <= right + (over ? hang : 0));
            assert_in_range(piece->y, f->style.page.top, foot);
            if (!piece->line_end) assert_true(i + 1 < page->pieces.count && page->pieces.at[i + 1].x > piece->x);
        }
    }
}

static void test_nothing_lost(void **state)
{
    uint32_t seed = 99;
    size_t hyphens = 0, many = 0;
    (void)state;
    for (int i = 0; i < DOCUMENTS; i++) {
        struct fixture f;
        struct mkcv_buf all[2];
        fixture_open(&f);
        for (int k = 0; k < 2; k++) mkcv_buf_init(&all[k], &f.arena);
        vary_style(&f.style, &seed);
        f.flow.foot.left = f.flow.foot.right = NULL;
        make_flow(&f, &seed, all);
        struct mkcv_pages *pages = lay_out(&f);
        assert_string_equal(bare_text(&f, pages), all[0].s);
        check_places(&f, pages);
        hyphens += strstr(text_of_pages(&f, pages, false), "-\n") != NULL;
        many += pages->list.count > 1;
        fixture_close(&f);
    }
    assert_true(hyphens > DOCUMENTS / 10 && many > DOCUMENTS / 2);
}

/* The text of one column, whose left edge is between two places. */
static const char *text_between(struct fixture *f, const struct mkcv_pages *pages, int32_t low, int32_t high)
{
    struct mkcv_buf out;
    mkcv_buf_init(&out, &f->arena);
    for (size_t p = 0; p < pages->list.count; p++)
        for (size_t i = 0; i < pages->list.at[p].pieces.count; i++) {
            const struct mkcv_piece *piece = &pages->list.at[p].pieces.at[i];
            if (piece->x < low || piece->x >= high) continue;
            for (const char *s = piece->run->text; *s; s++)
                if (*s >= 'a' && *s <= 'z') mkcv_buf_putc(&out, *s);
        }
    return out.s;
}

/* Nor is anything lost, doubled or reordered in either column where a sidebar stands. */
static void test_sidebar(void **state)
{
    uint32_t seed = 1234;
    size_t longer = 0;
    (void)state;
    for (int i = 0; i < DOCUMENTS; i++) {
        struct fixture f;
        struct mkcv_buf all[2];
        fixture_open(&f);
        for (int k = 0; k < 2; k++) mkcv_buf_init(&all[k], &f.arena);
        vary_style(&f.style, &seed);
        f.style.page.width += 200000;
        f.style.sidebar.place = random_in(&seed, 0, 1) ? MKCV_SIDE_LEFT : MKCV_SIDE_RIGHT;
        f.style.sidebar.width = (int32_t)random_in(&seed, 150000, 250000);
        f.style.sidebar.gap = 20000;
        f.style.sidebar.color = MKCV_COLOR_INHERIT;
        f.flow.sidebar = true;
        f.flow.foot.left = f.flow.foot.right = NULL;
        make_flow(&f, &seed, all);
        struct mkcv_pages *pages = lay_out(&f);
        bool left = f.style.sidebar.place == MKCV_SIDE_LEFT;
        int32_t gap = left ? f.style.page.left + f.style.sidebar.width
                           : f.style.page.width - f.style.page.right - f.style.sidebar.width - f.style.sidebar.gap;
        const char *texts[2] = {text_between(&f, pages, INT32_MIN, gap + 10000),
                                text_between(&f, pages, gap + 10000, INT32_MAX)};
        assert_string_equal(texts[left], all[0].s);
        assert_string_equal(texts[!left], all[1].s);
        check_places(&f, pages);
        longer += strlen(all[1].s) > strlen(all[0].s) && pages->list.count > 1;
        fixture_close(&f);
    }
    assert_true(longer > DOCUMENTS / 20);
}

/* The last row of a page is never a heading's, unless the document ends there. */
static void test_no_heading_at_foot(void **state)
{
    uint32_t seed = 7;
    (void)state;
    for (int i = 0; i < DOCUMENTS; i++) {
        struct fixture f;
        fixture_open(&f);
        f.flow.foot.left = f.flow.foot.right = NULL;
        f.style.look[MKCV_ROLE_SECTION].color = 0xff0000;
        for (uint32_t n = random_in(&seed, 30, 150); n > 0; n--) {
            bool heading = random_in(&seed, 0, 3) == 0;
            struct mkcv_flow_node *node = add_node(&f, heading ? MKCV_FLOW_HEADING : MKCV_FLOW_ENTRY, "text");
            node->level = 1;
        }
        add_node(&f, MKCV_FLOW_ENTRY, "end");
        struct mkcv_pages *pages = lay_out(&f);
        for (size_t p = 0; p < pages->list.count; p++) {
            const struct mkcv_page *page = &pages->list.at[p];
            assert_int_not_equal(page->pieces.at[page->pieces.count - 1].color, 0xff0000);
        }
        fixture_close(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_nothing_lost), cmocka_unit_test(test_sidebar),
                                       cmocka_unit_test(test_no_heading_at_foot)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
