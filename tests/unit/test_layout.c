#include "page_fixture.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct mkcv_piece *find_piece(const struct mkcv_pages *pages, const char *text, size_t *page)
{
    for (size_t p = 0; p < pages->list.count; p++)
        for (size_t i = 0; i < pages->list.at[p].pieces.count; i++)
            if (strcmp(pages->list.at[p].pieces.at[i].run->text, text) == 0) {
                if (page) *page = p;
                return &pages->list.at[p].pieces.at[i];
            }
    fail_msg("no piece '%s'", text);
    return NULL;
}

static int32_t end_of(const struct mkcv_piece *p) { return p->x + p->run->width * (p->size / 1000); }

static void add_role(struct fixture *f, struct mkcv_text *t, const char *s, enum mkcv_role role, const char *url)
{
    struct mkcv_span span = {.role = (uint16_t)role, .url = url};
    mkcv_text_append(&f->arena, t, s, strlen(s), &span);
}

static void test_empty(void **state)
{
    struct fixture f;
    fixture_open(&f);
    (void)state;
    struct mkcv_pages *pages = lay_out(&f);
    assert_int_equal(pages->list.count, 1);
    assert_string_equal(text_of_pages(&f, pages, false), "");
    fixture_close(&f);
}

static void test_baselines(void **state)
{
    struct fixture f;
    fixture_open(&f);
    (void)state;
    add_node(&f, MKCV_FLOW_PARAGRAPH, "one\u2028two");
    struct mkcv_pages *pages = lay_out(&f);
    const struct mkcv_piece *one = find_piece(pages, "one", NULL), *two = find_piece(pages, "two", NULL);
    assert_int_equal(one->x, 50000);
    assert_int_equal(one->y, 60000 + 6666); /* capitals touch the top margin */
    assert_int_equal(two->y - one->y, 12000);
    assert_true(one->line_end && !one->space);
    fixture_close(&f);
}

static void test_justified(void **state)
{
    struct fixture f;
    fixture_open(&f);
    (void)state;
    add_node(&f, MKCV_FLOW_PARAGRAPH,
             "some words of even length fill this line and the next one so that both of them must be stretched or "
             "shrunk a bit until "
             "they reach the margin; last line")
        ->justified = true;
    const struct mkcv_pages *pages = lay_out(&f);
    const struct mkcv_page *page = &pages->list.at[0];
    size_t lines = 0;
    for (size_t i = 0; i < page->pieces.count; i++) {
        const struct mkcv_piece *p = &page->pieces.at[i];
        if (!p->line_end || p->artifact) continue;
        if (strcmp(p->run->text, "line") != 0) {
            int32_t hang = strchr("-;t", p->run->text[strlen(p->run->text) - 1]) ? 2500 : 400;
            assert_in_range(end_of(p), 350000, 350000 + hang);
        }
        lines++;
    }
    assert_in_range(lines, 3, 4);
    fixture_close(&f);
}

/* Quotes and full stops hang out, so that the edge of the letters is straight. */
static void test_hanging(void **state)
{
    struct fixture f;
    fixture_open(&f);
    (void)state;
    f.style.page.width = 153000;
    add_node(&f, MKCV_FLOW_PARAGRAPH, "“aaaa bbbb. cccc dddd")->justified = true;
    struct mkcv_pages *pages = lay_out(&f);
    assert_int_equal(find_piece(pages, "“aaaa", NULL)->x, 50000 - 1500);
    assert_int_equal(end_of(find_piece(pages, "bbbb.", NULL)), 103000 + 3500);
    *MKCV_PUSH(&f.arena, &f.style.text.protrusion.list) = (struct mkcv_hang){'.', 0, 200};
    pages = lay_out(&f);
    assert_int_equal(find_piece(pages, "“aaaa", NULL)->x, 50000 - 1500); /* as the table says */
    assert_int_equal(end_of(find_piece(pages, "bbbb.", NULL)), 103000 + 1000);
    f.style.text.protrusion.none = true;
    f.style.page.width = 156000;
    pages = lay_out(&f);
    assert_int_equal(find_piece(pages, "“aaaa", NULL)->x, 50000);
    assert_int_equal(end_of(find_piece(pages, "bbbb.", NULL)), 106000);
    fixture_close(&f);
}

static void test_entry_and_date(void **state)
{
    struct fixture f;
    fixture_open(&f);
    (void)state;
    struct mkcv_flow_node *node = add_node(&f, MKCV_FLOW_ENTRY, NULL);
    add_role(&f, &node->head, "Title", MKCV_ROLE_TITLE, NULL);
    add_role(&f, &node->head, ", with words enough to be broken into two lines beside dates", MKCV_ROLE_PLAIN, NULL);
    add_role(&f, &node->aside, "2024", MKCV_ROLE_DATE, NULL);
    add_role(&f, MKCV_PUSH(&f.arena, &node->lines), "detail", MKCV_ROLE_DETAIL, NULL);
    struct mkcv_pages *pages = lay_out(&f);
    const struct mkcv_piece *title = find_piece(pages, "Title", NULL), *date = find_piece(pages, "2024", NULL);
    assert_string_equal(text_of_pages(&f, pages, false),
                        "Title, with words enough to be broken into two \nlines beside dates\n2024\ndetail\n");
    assert_int_equal(title->run->face, 1);
    assert_int_equal(title->y, date->y);
    assert_int_equal(end_of(date), 350000);
    assert_int_equal(date->color, 0x777777);
    assert_int_equal(find_piece(pages, "detail", NULL)->y - title->y, 24000);
    fixture_close(&f);
}

static void test_date_left(void **state)
{
    struct fixture f;
    fixture_open(&f);
    (void)state;
    f.style.entry.date = MKCV_DATE_LEFT;
    struct mkcv_flow_node *node = add_node(&f, MKCV_FLOW_ENTRY, "head");
    add_role(&f, &node->aside, "2024", MKCV_ROLE_DATE, NULL);
    add_node(&f, MKCV_FLOW_ENTRY, "undated");
    struct mkcv_pages *pages = lay_out(&f);
    assert_int_equal(find_piece(pages, "2024", NULL)->x, 50000);
    assert_int_equal(find_piece(pages, "head", NULL)->x, 100000);
    assert_int_equal(find_piece(pages, "undated", NULL)->x, 100000);
    node = add_node(&f, MKCV_FLOW_ENTRY, "long");
    add_role(&f, &node->aside, "2019–present", MKCV_ROLE_DATE, NULL); /* one column for all, as wide as the widest */
    pages = lay_out(&f);
    assert_int_equal(find_piece(pages, "undated", NULL)->x, 120000);
    assert_int_equal(find_piece(pages, "head", NULL)->x, 120000);
    fixture_close(&f);
}

static void test_items(void **state)
{
    struct fixture f;
    fixture_open(&f);
    (void)state;
    static const char *const numbers[] = {"10.", "9."};
    for (int i = 0; i < 2; i++) {
        struct mkcv_flow_node *node = add_node(&f, MKCV_FLOW_ITEM, i ? "nine" : "ten");
        add_role(&f, &node->aside, numbers[i], MKCV_ROLE_NUMBER, NULL);
        node->level = 1;
    }
    struct mkcv_flow_node *inner = add_node(&f, MKCV_FLOW_ITEM, "inner");
    add_role(&f, &inner->aside, "*", MKCV_ROLE_NUMBER, NULL);
    inner->level = 2;
    struct mkcv_pages *pages = lay_out(&f);
    assert_string_equal(text_of_pages(&f, pages, false), "10. ten\n9. nine\n* inner\n");
    assert_int_equal(end_of(find_piece(pages, "9.", NULL)), end_of(find_piece(pages, "10.", NULL))); /* digits align */
    assert_int_equal(find_piece(pages, "ten", NULL)->x, 50000 + 20000);
    assert_int_equal(find_piece(pages, "nine", NULL)->x, 70000);
    assert_int_equal(find_piece(pages, "inner", NULL)->x, 50000 + 2 * 15000);
    fixture_close(&f);
}

static void test_listing(void **state)
{
    struct fixture f;
    fixture_open(&f);
    (void)state;
    struct mkcv_flow_node *node = add_node(&f, MKCV_FLOW_LISTING, "A\u00a02024, B\u00a02023");
    add_role(&f, &node->aside, "a label of two lines", MKCV_ROLE_PLAIN, NULL);
    add_node(&f, MKCV_FLOW_LISTING, "next");
    struct mkcv_pages *pages = lay_out(&f);
    assert_string_equal(text_of_pages(&f, pages, false), "a label of \ntwo lines\nA 2024, B 2023\nnext\n");
    assert_int_equal(find_piece(pages, "A", NULL)->x, 120000);
    assert_int_equal(find_piece(pages, "next", NULL)->y - find_piece(pages, "A", NULL)->y,
                     24000); /* room for the label */
    f.style.listing.form = MKCV_RUN_INLINE;
    assert_string_equal(text_of_pages(&f, lay_out(&f), false), "a label of two lines A 2024, B 2023\nnext\n");
    fixture_close(&f);
}

static void test_links(void **state)
{
    struct fixture f;
    fixture_open(&f);
    (void)state;
    struct mkcv_flow_node *node =
        add_node(&f, MKCV_FLOW_ENTRY, "these are words before the link that is broken in two: ");
    add_role(&f, &node->head, "one two three", MKCV_ROLE_PLAIN, "https://example.org/");
    add_role(&f, &node->head, ", ", MKCV_ROLE_PLAIN, NULL);
    add_role(&f, &node->head, "no address", MKCV_ROLE_PLAIN, "");
    struct mkcv_pages *pages = lay_out(&f);
    const struct mkcv_page *page = &pages->list.at[0];
    assert_int_equal(page->links.count, 2); /* a rectangle a line */
    assert_string_equal(page->links.at[0].text, "one two three");
    assert_string_equal(page->links.at[1].url, "https://example.org/");
    const struct mkcv_piece *two = find_piece(pages, "two", NULL), *three = find_piece(pages, "three", NULL);
    const struct mkcv_page_link *last = &page->links.at[1];
    assert_int_equal(last->x + last->width, end_of(three));
    assert_true(last->y < three->y && last->y + last->height > three->y);
    assert_int_equal(two->color, 0x0000aa);
    assert_int_equal(find_piece(pages, "address", NULL)->color, 0x111111);
    fixture_close(&f);
}

static void test_words_of_several_dresses(void **state)
{
    struct fixture f;
    fixture_open(&f);
    (void)state;
    struct mkcv_flow_node *node =
        add_node(&f, MKCV_FLOW_ENTRY, "a line whose end is a word in bold with a comma behind it ");
    add_role(&f, &node->head, "ab", MKCV_ROLE_TITLE, NULL);
    add_role(&f, &node->head, ", c", MKCV_ROLE_PLAIN, NULL);
    struct mkcv_pages *pages = lay_out(&f);
    const struct mkcv_piece *bold = find_piece(pages, "ab", NULL), *comma = find_piece(pages, ",", NULL);
    assert_int_equal(bold->y, comma->y);
    assert_int_equal(end_of(bold), comma->x);
    assert_false(bold->space || bold->line_end);
    fixture_close(&f);
}

static void test_wide_words(void **state)
{
    struct fixture f;
    char word[400];
    fixture_open(&f);
    (void)state;
    memset(word, '7', sizeof word);
    word[399] = '\0';
    add_node(&f, MKCV_FLOW_ENTRY, word);
    add_node(&f, MKCV_FLOW_ENTRY, "https://www.example.org/a/path/that/is/longer/than/one/line/of/sixty/letters");
    struct mkcv_pages *pages = lay_out(&f);
    size_t count = 0;
    for (size_t i = 0; i < pages->list.at[0].pieces.count; i++) {
        const struct mkcv_piece *p = &pages->list.at[0].pieces.at[i];
        assert_true(end_of(p) <= 350000);
        for (const char *s = p->run->text; *s; s++) count += *s == '7';
        if (!p->artifact) assert_null(strchr(p->run->text, ' '));
    }
    assert_int_equal(count, 399);
    assert_int_equal(f.diags.list.count, 1);
    assert_int_equal(f.diags.list.at[0].id, MKCV_DIAG_LINE_OVERFULL);
    fixture_close(&f);
}

static void test_hyphens(void **state)
{
    struct fixture f;
    fixture_open(&f);
    (void)state;
    f.style.page.width = 165000; /* 13 characters */
    add_node(&f, MKCV_FLOW_PARAGRAPH,
             "onetwo threefourfive sixseveneight nineteneleven one NASANASANA two NASANASANA three")
        ->justified = true;
    struct mkcv_pages *pages = lay_out(&f);
    const char *text = text_of_pages(&f, pages, false);
    assert_non_null(strstr(text, "-\n"));
    assert_null(strstr(text, "- "));
    assert_non_null(strstr(text, "NASANASANA"));
    fixture_close(&f);
}

/* A word is divided as its own language has it, whatever the document's; of one without patterns not at all. */
static void test_languages(void **state)
{
    static const struct {
        const char *document, *lang, *set;
    } cases[] = {
        {"en", NULL, "one two three Drache-\nnschnur is flown\n"},
        {"en", "de", "one two three Drach-\nenschnur is flown\n"},
        {"zh", "de", "one two three Drach-\nenschnur is flown\n"},
        {"de", "en", "one two three Drache-\nnschnur is flown\n"},
        {"en", "fi", "one two three \nDrachenschnur is \nflown\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f;
        fixture_open(&f);
        f.flow.lang = cases[i].document;
        f.style.page.width = 202000; /* 20 characters */
        struct mkcv_flow_node *node = add_node(&f, MKCV_FLOW_PARAGRAPH, "one two three ");
        const struct mkcv_span like = {.lang = cases[i].lang};
        mkcv_text_append(&f.arena, &node->head, "Drachenschnur", strlen("Drachenschnur"), &like);
        mkcv_text_put(&f.arena, &node->head, " is flown", MKCV_ROLE_PLAIN);
        node->justified = true;
        assert_string_equal(text_of_pages(&f, lay_out(&f), false), cases[i].set);
        fixture_close(&f);
    }
}

/* The style's own divisions stand for the patterns'; a word without a hyphen is not divided, unless nothing else is
 * left.
 */
static void test_exceptions(void **state)
{
    static const struct {
        const char *told, *set;
    } cases[] = {
        {NULL, "Sevenhundred-\nthings"},
        {"sevenhu-ndredthings", "Sevenhu-\nndredthings"},
        {"sevenhundredthings", "Sevenhundred\nthings"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f;
        fixture_open(&f);
        f.style.page.width = 165000; /* 13 characters */
        if (cases[i].told) *MKCV_PUSH(&f.arena, &f.style.text.exceptions.list) = cases[i].told;
        add_node(&f, MKCV_FLOW_PARAGRAPH, "Sevenhundredthings");
        assert_string_equal(text_of_pages(&f, lay_out(&f), false), mkcv_arena_printf(&f.arena, "%s\n", cases[i].set));
        fixture_close(&f);
    }
}

static void test_footer(void **state)
{
    struct fixture f;
    fixture_open(&f);
    (void)state;
    add_node(&f, MKCV_FLOW_PARAGRAPH, "one");
    add_node(&f, MKCV_FLOW_PAGEBREAK, NULL);
    add_node(&f, MKCV_FLOW_PARAGRAPH, "two");
    f.flow.foot.center = "CV";
    struct mkcv_pages *pages = lay_out(&f);
    assert_int_equal(pages->list.count, 2);
    assert_string_equal(text_of_pages(&f, pages, true), "Ada Example\nCV\n1 of 2\nAda Example\nCV\n2 of 2\n");
    assert_int_equal(find_piece(pages, "of", NULL)->y, 570000);
    f.flow.foot.left = "";
    f.flow.foot.center = NULL;
    f.style.footer.first = false;
    assert_string_equal(text_of_pages(&f, lay_out(&f), true), "2 of 2\n");
    fixture_close(&f);
}

/* On page one only when the style says so; its baseline counts from the upper edge. */
static void test_running_head(void **state)
{
    struct fixture f;
    fixture_open(&f);
    (void)state;
    add_node(&f, MKCV_FLOW_PARAGRAPH, "one");
    add_node(&f, MKCV_FLOW_PAGEBREAK, NULL);
    add_node(&f, MKCV_FLOW_PARAGRAPH, "two");
    f.flow.foot.left = f.flow.foot.right = NULL;
    f.flow.head = (struct mkcv_running_line){.left = "Ada", .right = "{page}"};
    f.style.running_head.distance = 21000;
    struct mkcv_pages *pages = lay_out(&f);
    assert_string_equal(text_of_pages(&f, pages, true), "Ada\n2\n");
    assert_int_equal(find_piece(pages, "Ada", NULL)->y, 21000);
    f.style.running_head.first = true;
    assert_string_equal(text_of_pages(&f, lay_out(&f), true), "Ada\n1\nAda\n2\n");
    fixture_close(&f);
}

static void test_headings(void **state)
{
    struct fixture f;
    size_t page;
    fixture_open(&f);
    (void)state;
    for (int i = 0; i < 37; i++) add_node(&f, MKCV_FLOW_ENTRY, "entry")->tight = true;
    add_node(&f, MKCV_FLOW_HEADING, "Section")->level = 1;
    add_node(&f, MKCV_FLOW_HEADING, "Group")->level = 2;
    add_node(&f, MKCV_FLOW_ENTRY, "first");
    add_node(&f, MKCV_FLOW_ENTRY, "second");
    struct mkcv_pages *pages = lay_out(&f);
    find_piece(pages, "Section", &page);
    assert_int_equal(page, 1); /* it would fit on page one, but not with what it heads */
    assert_int_equal(pages->bookmarks.count, 2);
    assert_string_equal(pages->bookmarks.at[0].title, "Section");
    assert_int_equal(pages->bookmarks.at[1].level, 2);
    assert_int_equal(pages->bookmarks.at[0].page, 1);
    assert_int_equal(pages->bookmarks.at[0].y, 60000);
    assert_int_equal(find_piece(pages, "Group", NULL)->y - find_piece(pages, "Section", NULL)->y, 3400 + 5000 + 6666);
    assert_int_equal(pages->list.at[1].rules.count, 1);
    assert_int_equal(pages->list.at[1].rules.at[0].y, find_piece(pages, "Section", NULL)->y + 3000);
    fixture_close(&f);
}

static void test_heads_at_left(void **state)
{
    struct fixture f;
    fixture_open(&f);
    (void)state;
    f.style.section.place = MKCV_HEAD_LEFT;
    f.style.section.rule = MKCV_RULE_ABOVE;
    add_node(&f, MKCV_FLOW_HEADING, "Two words")->level = 1;
    add_node(&f, MKCV_FLOW_ENTRY, "body");
    add_node(&f, MKCV_FLOW_HEADING, "Long head of words")->level = 1;
    add_node(&f, MKCV_FLOW_HEADING, "Alone")->level = 1;
    struct mkcv_pages *pages = lay_out(&f);
    const struct mkcv_piece *head = find_piece(pages, "Two", NULL), *body = find_piece(pages, "body", NULL);
    assert_int_equal(head->y, body->y);
    assert_int_equal(head->x, 50000);
    assert_int_equal(body->x, 125000);
    assert_string_equal(text_of_pages(&f, pages, false), "Two words\nbody\nLong head \nof words\nAlone\n");
    assert_true(find_piece(pages, "Alone", NULL)->y > find_piece(pages, "Long", NULL)->y + 24000);
    assert_int_equal(pages->list.at[0].rules.at[0].x, 125000);
    assert_int_equal(pages->bookmarks.count, 3);
    fixture_close(&f);
}

static void add_header(struct fixture *f)
{
    struct mkcv_flow_node *node = add_node(f, MKCV_FLOW_HEADER, "Ada Example");
    add_role(f, &node->aside, "Fellow", MKCV_ROLE_LABEL, NULL);
    add_role(f, MKCV_PUSH(&f->arena, &node->lines), "ada@example.org", MKCV_ROLE_CONTACT, "mailto:ada@example.org");
    add_role(f, MKCV_PUSH(&f->arena, &node->lines), "example.org", MKCV_ROLE_CONTACT, "https://example.org");
}

static void test_header(void **state)
{
    struct fixture f;
    fixture_open(&f);
    (void)state;
    add_header(&f);
    assert_string_equal(text_of_pages(&f, lay_out(&f), false), "Ada Example\nFellow\nada@example.org · example.org\n");
    f.style.page.width = 220000; /* 24 characters: a contact a line, no separator left behind */
    assert_string_equal(text_of_pages(&f, lay_out(&f), false), "Ada Example\nFellow\nada@example.org\nexample.org\n");
    f.style.page.width = 400000;
    f.style.header.form = MKCV_HEADER_ROW;
    f.style.header.label_gap = 8000;
    struct mkcv_pages *pages = lay_out(&f);
    assert_string_equal(text_of_pages(&f, pages, false), "Ada Example\nFellow\nada@example.org\nexample.org\n");
    assert_int_equal(find_piece(pages, "Ada", NULL)->y, find_piece(pages, "example.org", NULL)->y);
    assert_int_equal(find_piece(pages, "Fellow", NULL)->y, find_piece(pages, "Ada", NULL)->y);
    assert_int_equal(end_of(find_piece(pages, "ada@example.org", NULL)), 350000);
    fixture_close(&f);
}

static void test_code_and_math(void **state)
{
    struct fixture f;
    fixture_open(&f);
    (void)state;
    add_node(&f, MKCV_FLOW_CODE, "if x:\n    y\n\nz");
    struct mkcv_flow_node *node = add_node(&f, MKCV_FLOW_ENTRY, "An ");
    struct mkcv_span math = {.marks = MKCV_MARK_MATH};
    mkcv_text_append(&f.arena, &node->head, "O(n^{2}\\log \\alpha)", 19, &math);
    struct mkcv_pages *pages = lay_out(&f);
    assert_string_equal(text_of_pages(&f, pages, false), "if x:\ny\nz\nAn O(n2log α)\n");
    assert_int_equal(find_piece(pages, "y", NULL)->x, 50000 + 4 * 5000);
    assert_int_equal(find_piece(pages, "z", NULL)->y - find_piece(pages, "y", NULL)->y, 24000);
    assert_true(find_piece(pages, "2", NULL)->y < find_piece(pages, "O(n", NULL)->y);
    fixture_close(&f);
}

static void test_own_name_is_whole(void **state)
{
    struct fixture f;
    fixture_open(&f);
    (void)state;
    f.style.page.width = 200000; /* 20 characters */
    struct mkcv_flow_node *node = add_node(&f, MKCV_FLOW_ITEM, "A title of ");
    add_role(&f, &node->head, "Ada Example", MKCV_ROLE_SELF, NULL);
    add_role(&f, &node->head, " others", MKCV_ROLE_AUTHORS, NULL);
    assert_non_null(strstr(text_of_pages(&f, lay_out(&f), false), "Ada Example"));
    fixture_close(&f);
}

/* Lines of ideographs end anywhere but before a closing sign and after an opening one. */
static void test_ideographs(void **state)
{
    (void)state;
    for (int n = 1; n < 14; n++) {
        struct fixture f;
        struct mkcv_buf text;
        fixture_open(&f);
        mkcv_buf_init(&text, &f.arena);
        for (int i = 0; i < n; i++) mkcv_buf_puts(&text, "一");
        mkcv_buf_puts(&text, "。「二三四五六");
        f.style.page.width = 130000;                                 /* 6 characters */
        add_node(&f, MKCV_FLOW_PARAGRAPH, text.s)->justified = true; /* full lines count */
        const char *out = text_of_pages(&f, lay_out(&f), false);
        assert_null(strstr(out, "\n。"));
        assert_null(strstr(out, "「\n"));
        assert_null(strchr(out, ' '));
        assert_true(n < 6 || strstr(out, "一\n一"));
        assert_int_equal(f.diags.list.count, 0);
        fixture_close(&f);
    }
}

/* Two marks of full width share the blank between them, an ideograph keeps a hair from a Latin word, and at the right
 * edge a mark's blank half stands outside; nothing of it is a space in the text. */
static void test_wide_marks(void **state)
{
    static const struct {
        const char *text, *first, *second;
        int gap; /* thousandths of an em */
    } rows[] = {
        {"中》《文", "中》", "《文", -500}, {"中》、文", "中》", "、", -500}, {"中《「文", "《", "「文", -500},
        {"中文a", "文", "a", 90},           {"9中", "9", "中", 90},           {"中文", "中", "文", 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct fixture f;
        fixture_open(&f);
        add_node(&f, MKCV_FLOW_ENTRY, rows[i].text);
        struct mkcv_pages *pages = lay_out(&f);
        const struct mkcv_piece *first = find_piece(pages, rows[i].first, NULL),
                                *second = find_piece(pages, rows[i].second, NULL);
        assert_int_equal(second->x - end_of(first), rows[i].gap * (f.style.font.size / 1000));
        char line[32];
        snprintf(line, sizeof line, "%s\n", rows[i].text);
        assert_string_equal(text_of_pages(&f, pages, false), line);
        fixture_close(&f);
    }
}

static void test_ties(void **state)
{
    static const struct {
        const char *text, *want;
    } cases[] = {
        {"aaaa bbbb cccc dddd", "aaaa bbbb \ncccc dddd\n"},
        {"aaaa bbbb\u00a0cccc dddd", "aaaa \nbbbb cccc \ndddd\n"},
        {"aaaaaa\u00a0bbbbbb", "aaaaaa \nbbbbbb\n"}, /* more than a line: it gives way */
        {"aa\u00a0\u00a0bb", "aa bb\n"},
        {"aaaa\u200bbbbbbbbb", "aaaa\nbbbbbbbb\n"},
        {"  aa   bb \u2028  cc ", "aa bb\ncc\n"},
        {"well-known words", "well-known \nwords\n"},
        {"somewell-known", "somewell-\nknown\n"},
        {"in 2019-2020 x", "in \n2019-2020 \nx\n"}, /* no break in a range of numbers */
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fixture f;
        fixture_open(&f);
        f.style.page.width = 150000; /* 10 characters */
        f.style.text.hyphenate = false;
        add_node(&f, MKCV_FLOW_ENTRY, cases[i].text);
        assert_string_equal(text_of_pages(&f, lay_out(&f), false), cases[i].want);
        fixture_close(&f);
    }
}

static void test_dump(void **state)
{
    struct fixture f;
    struct mkcv_buf out;
    fixture_open(&f);
    (void)state;
    struct mkcv_flow_node *node = add_node(&f, MKCV_FLOW_ENTRY, "see ");
    add_role(&f, &node->head, "this page", MKCV_ROLE_TITLE, "https://example.org");
    mkcv_buf_init(&out, &f.arena);
    mkcv_pages_dump(lay_out(&f), &out);
    assert_string_equal(out.s, "pages 1 400 600 title \"CV\" author \"Ada Example\" lang en\n"
                               "page 1\n"
                               "  line 50 66.666 <10 Fake #111111>see <10 Fake-Bold #0000aa>[this page] to 115\n"
                               "  foot 50 570 <10 Fake #111111>Ada Example to 105\n"
                               "  foot 320 570 <10 Fake #111111>1 of 1 to 350\n"
                               "  link 70 59.166 45 10 https://example.org \"this page\"\n"
                               "structure\n  Document\n    L\n      LI\n        LBody\n          P\n"
                               "            \"see \"\n            Link \"this page\"\n");
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty),         cmocka_unit_test(test_baselines),
        cmocka_unit_test(test_justified),     cmocka_unit_test(test_entry_and_date),
        cmocka_unit_test(test_date_left),     cmocka_unit_test(test_items),
        cmocka_unit_test(test_listing),       cmocka_unit_test(test_links),
        cmocka_unit_test(test_wide_words),    cmocka_unit_test(test_words_of_several_dresses),
        cmocka_unit_test(test_hyphens),       cmocka_unit_test(test_languages),
        cmocka_unit_test(test_exceptions),    cmocka_unit_test(test_footer),
        cmocka_unit_test(test_running_head),  cmocka_unit_test(test_headings),
        cmocka_unit_test(test_heads_at_left), cmocka_unit_test(test_header),
        cmocka_unit_test(test_code_and_math), cmocka_unit_test(test_ideographs),
        cmocka_unit_test(test_wide_marks),    cmocka_unit_test(test_ties),
        cmocka_unit_test(test_hanging),       cmocka_unit_test(test_own_name_is_whole),
        cmocka_unit_test(test_dump),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
