/* test_json.c - the model as JSON: names of keys, no empty values, dates, addresses, CommonMark. */
#include "mkcv/backend.h"
#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct mkcv_arena arena;
static const struct mkcv_loc here = {"about.md", 4, 2};

static struct mkcv_text text(const char *s) { return mkcv_text_new(&arena, s, here); }

static struct mkcv_entry *add(struct mkcv_cv *cv, enum mkcv_kind kind)
{
    struct mkcv_section *s = MKCV_PUSH(&arena, &cv->sections);
    *s = (struct mkcv_section){.kind = kind, .level = 2, .loc = here};
    struct mkcv_entry *e = MKCV_PUSH(&arena, &s->entries);
    *e = (struct mkcv_entry){.kind = kind, .loc = here};
    return e;
}

static json_t *written(const struct mkcv_cv *cv, const char **source)
{
    struct mkcv_buf out;
    struct mkcv_diags d;
    mkcv_diags_init(&d, &arena);
    mkcv_buf_init(&out, &arena);
    assert_int_equal(mkcv_json_write(cv, &out, &d), MKCV_OK);
    assert_int_equal(out.s[out.n - 1], '\n');
    if (source) *source = out.s;
    json_t *root = json_loads(out.s, 0, NULL);
    assert_non_null(root);
    return root;
}

/* The member at a dotted path, numbers being places in lists. */
static json_t *at(json_t *root, const char *path)
{
    char *copy = mkcv_arena_strdup(&arena, path), *save = NULL;
    for (char *p = strtok_r(copy, ".", &save); p && root; p = strtok_r(NULL, ".", &save))
        root = json_is_array(root) ? json_array_get(root, strtoul(p, NULL, 10)) : json_object_get(root, p);
    return root;
}

static void assert_string(json_t *root, const char *path, const char *value)
{
    const char *s = json_string_value(at(root, path));
    if (!s) print_message("no string at %s\n", path);
    assert_non_null(s);
    assert_string_equal(s, value);
}

static void assert_nothing_is_empty(json_t *v)
{
    const char *key;
    json_t *member;
    size_t i;
    assert_false(json_is_null(v));
    if (json_is_string(v)) assert_true(json_string_length(v) > 0);
    if (json_is_object(v) || json_is_array(v)) assert_true(json_object_size(v) + json_array_size(v) > 0);
    json_object_foreach(v, key, member) assert_nothing_is_empty(member);
    json_array_foreach(v, i, member) assert_nothing_is_empty(member);
}

static void an_empty_cv_is_a_document(void **state)
{
    struct mkcv_cv cv = {.lang = "en"};
    json_t *root = written(&cv, NULL);
    assert_null(at(root, "basics"));
    assert_string(root, "meta.mkcv.site.lang", "en");
    assert_nothing_is_empty(root);
    json_decref(root);
    (void)state;
}

static void the_person_is_written(void **state)
{
    struct mkcv_cv cv = {.lang = "en", .site_kind = "plain", .site_root = "."};
    struct mkcv_basics *b = &cv.basics;
    b->name = "Ada Quill";
    b->label = text("Professor of *Kites*");
    b->affiliation = text("Kite University");
    b->affiliation_url = "https://example.org";
    b->email = "ada@example.org";
    b->url = "https://example.org/\u00e4 b";
    b->image = "images/me.png";
    b->country = "NL";
    b->loc = here;
    *MKCV_PUSH(&arena, &b->summary) = text("One.");
    *MKCV_PUSH(&arena, &b->summary) = text("Two.");
    *MKCV_PUSH(&arena, &b->profiles) = (struct mkcv_profile){"ORCID", "0000-0001", "https://orcid.org/0000-0001"};
    json_t *root = written(&cv, NULL);
    assert_string(root, "basics.label", "Professor of \\*Kites\\*");
    assert_string(root, "basics.affiliation.name", "Kite University");
    assert_string(root, "basics.url", "https://example.org/%C3%A4%20b");
    assert_null(at(root, "basics.image"));
    assert_string(root, "basics.location.countryCode", "NL");
    assert_string(root, "basics.summary", "One.\n\nTwo.");
    assert_string(root, "basics.profiles.0.network", "ORCID");
    assert_int_equal(json_integer_value(at(root, "basics.source.line")), 4);
    b->email = "ada at example";
    json_t *other = written(&cv, NULL);
    assert_null(at(other, "basics.email"));
    json_decref(root);
    json_decref(other);
    (void)state;
}

static void a_work_is_written(void **state)
{
    struct mkcv_cv cv = {.lang = "en"};
    struct mkcv_entry *e = add(&cv, MKCV_KIND_PUBLICATIONS);
    e->fields[MKCV_FIELD_TITLE] = text("Strings");
    e->fields[MKCV_FIELD_ORG] = text("Kites & Co");
    e->fields[MKCV_FIELD_HONORS] = text("Oral; Best Paper");
    e->fields[MKCV_FIELD_PAGES] = text("1\u20139");
    e->end = (struct mkcv_date){2024, 5, 0};
    *MKCV_PUSH(&arena, &e->people) =
        (struct mkcv_person){.name = "A. Quill", .relation = MKCV_REL_AUTHOR, .self = true, .marks = "*"};
    *MKCV_PUSH(&arena, &e->people) = (struct mkcv_person){.name = "B. Wu", .relation = MKCV_REL_AUTHOR};
    struct mkcv_category c = {.label = "X'24"};
    *MKCV_PUSH(&arena, &c.path) = "Kites";
    *MKCV_PUSH(&arena, &c.path) = "Strings";
    *MKCV_PUSH(&arena, &e->categories) = c;
    *MKCV_PUSH(&arena, &e->categories) = (struct mkcv_category){.label = "Y'24"};
    *MKCV_PUSH(&arena, &e->links) = (struct mkcv_link){"Code", "https://example.org/c"};
    *MKCV_PUSH(&arena, &e->also) = (struct mkcv_loc){"b.md", 7, 1};
    e->selected = true;
    const char *source;
    json_t *root = written(&cv, &source);
    assert_string(root, "publications.0.name", "Strings");
    assert_string(root, "publications.0.publisher", "Kites & Co");
    assert_string(root, "publications.0.releaseDate", "2024-05");
    assert_string(root, "publications.0.honors.1", "Best Paper");
    assert_string(root, "publications.0.pages", "1\u20139");
    assert_string(root, "publications.0.authors.0.marks", "*");
    assert_true(json_is_true(at(root, "publications.0.authors.0.self")));
    assert_null(at(root, "publications.0.authors.1.self"));
    assert_string(root, "publications.0.category.0.1", "Strings");
    assert_int_equal(json_array_size(at(root, "publications.0.category")), 1);
    assert_string(root, "publications.0.links.0.label", "Code");
    assert_string(root, "publications.0.source.alsoIn.0.file", "b.md");
    assert_string(root, "publications.0.source.file", "about.md");
    assert_true(json_is_true(at(root, "publications.0.selected")));
    assert_string(root, "meta.mkcv.sections.0.key", "publications");
    assert_non_null(strstr(source, "1\u20139")); /* UTF-8 as it is */
    assert_nothing_is_empty(root);
    json_decref(root);
    (void)state;
}

static void a_post_and_a_degree_are_written(void **state)
{
    struct mkcv_cv cv = {.lang = "en"};
    struct mkcv_entry *e = add(&cv, MKCV_KIND_WORK);
    e->fields[MKCV_FIELD_TITLE] = text("Research Fellow");
    e->fields[MKCV_FIELD_ORG] = text("Kite University");
    e->start = (struct mkcv_date){2020, 0, 0};
    e->end = (struct mkcv_date){2024, 0, 0};
    e->current = true;
    *MKCV_PUSH(&arena, &e->people) =
        (struct mkcv_person){.name = "C. Ma", .url = "https://example.org/ma", .relation = MKCV_REL_WITH};
    e = add(&cv, MKCV_KIND_EDUCATION);
    e->fields[MKCV_FIELD_TITLE] = text("Ph.D.");
    e->fields[MKCV_FIELD_THESIS] = text("On Kites");
    e->end = (struct mkcv_date){2019, 6, 30};
    *MKCV_PUSH(&arena, &e->people) = (struct mkcv_person){.name = "D. Yu", .relation = MKCV_REL_ADVISOR};
    *MKCV_PUSH(&arena, &e->people) = (struct mkcv_person){.name = "E. Fu", .relation = MKCV_REL_MENTOR};
    e = add(&cv, MKCV_KIND_SERVICE);
    e->fields[MKCV_FIELD_TITLE] = text("Reviewer");
    *MKCV_PUSH(&arena, &e->dates) = (struct mkcv_date){2021, 0, 0};
    *MKCV_PUSH(&arena, &e->dates) = (struct mkcv_date){2023, 0, 0};
    e->date_text = "now and then";
    json_t *root = written(&cv, NULL);
    assert_string(root, "work.0.startDate", "2020");
    assert_null(at(root, "work.0.endDate"));
    assert_true(json_is_true(at(root, "work.0.current")));
    assert_string(root, "work.0.people.0.relation", "with");
    assert_string(root, "work.0.people.0.url", "https://example.org/ma");
    assert_string(root, "education.0.endDate", "2019-06-30");
    assert_string(root, "education.0.thesis.title", "On Kites");
    assert_string(root, "education.0.advisors.0.name", "D. Yu");
    assert_string(root, "education.0.people.0.name", "E. Fu");
    assert_string(root, "service.0.dates.1", "2023");
    assert_string(root, "service.0.dateText", "now and then");
    assert_nothing_is_empty(root);
    json_decref(root);
    (void)state;
}

static struct mkcv_block *block(enum mkcv_block_kind kind, const char *s, struct mkcv_block *first,
                                struct mkcv_block *next)
{
    struct mkcv_block *b = MKCV_NEW(&arena, struct mkcv_block);
    *b = (struct mkcv_block){.kind = kind, .level = 1, .first = first, .next = next, .loc = here};
    if (s) b->text = text(s);
    return b;
}

static void what_is_of_no_kind_is_commonmark(void **state)
{
    struct mkcv_cv cv = {.lang = "en"};
    struct mkcv_section *s = MKCV_PUSH(&arena, &cv.sections);
    struct mkcv_block *inner = block(
        MKCV_BLOCK_LIST, NULL, block(MKCV_BLOCK_ITEM, NULL, block(MKCV_BLOCK_PARAGRAPH, "c", NULL, NULL), NULL), NULL);
    struct mkcv_block *items = block(MKCV_BLOCK_ITEM, NULL, block(MKCV_BLOCK_PARAGRAPH, "a", NULL, inner),
                                     block(MKCV_BLOCK_ITEM, NULL, block(MKCV_BLOCK_PARAGRAPH, "b", NULL, NULL), NULL));
    struct mkcv_block *quote =
        block(MKCV_BLOCK_QUOTE, NULL,
              block(MKCV_BLOCK_PARAGRAPH, "q", NULL, block(MKCV_BLOCK_PARAGRAPH, "r", NULL, NULL)), NULL);
    *s = (struct mkcv_section){.kind = MKCV_KIND_OTHER, .title = "Odds", .level = 2, .loc = here};
    s->body = block(MKCV_BLOCK_PARAGRAPH, "One *star*", NULL, block(MKCV_BLOCK_LIST, NULL, items, quote));
    json_t *root = written(&cv, NULL);
    assert_string(root, "sections.0.title", "Odds");
    assert_int_equal(json_integer_value(at(root, "sections.0.level")), 2);
    assert_string(root, "sections.0.text", "One \\*star\\*\n\n- a\n  - c\n- b\n\n> q\n>\n> r");
    assert_null(at(root, "other"));
    json_decref(root);
    (void)state;
}

static void sources_are_named_from_the_site(void **state)
{
    static const char *const rows[][3] = {
        {"/home/a/site", "/home/a/site/_pages/a.md", "_pages/a.md"},
        {"site/", "site/a.md", "a.md"},
        {"x/about.md", "x/about.md", "about.md"},
        {".", "a.md", "a.md"},
        {"site", "sites/a.md", "sites/a.md"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct mkcv_cv cv = {.lang = "en", .site_root = rows[i][0]};
        struct mkcv_entry *e = add(&cv, MKCV_KIND_AWARDS);
        e->fields[MKCV_FIELD_TITLE] = text("Medal");
        e->loc.file = rows[i][1];
        json_t *root = written(&cv, NULL);
        assert_string(root, "awards.0.source.file", rows[i][2]);
        json_decref(root);
    }
    (void)state;
}

static int clear(void **state)
{
    (void)state;
    mkcv_arena_clear(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_cv_is_a_document),
        cmocka_unit_test(the_person_is_written),
        cmocka_unit_test(a_work_is_written),
        cmocka_unit_test(a_post_and_a_degree_are_written),
        cmocka_unit_test(what_is_of_no_kind_is_commonmark),
        cmocka_unit_test(sources_are_named_from_the_site),
    };
    return cmocka_run_group_tests(tests, NULL, clear);
}
