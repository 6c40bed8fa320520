/* test_site.c - small sites made in a folder of their own: what is read, in which order, and what is refused. */
#include "mkcv/buf.h"
#include "mkcv/language.h"
#include "mkcv/site.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
/* cmocka.h wants those above */
#include <cmocka.h>

struct world {
    struct mkcv_arena arena;
    struct mkcv_diags diags;
    char folder[64];
};

static int set_up(void **state)
{
    struct world *w = calloc(1, sizeof *w);
    mkcv_arena_init(&w->arena);
    mkcv_diags_init(&w->diags, &w->arena);
    strcpy(w->folder, "/tmp/mkcv-site-XXXXXX");
    if (!mkdtemp(w->folder) || chdir(w->folder)) return -1;
    *state = w;
    return 0;
}

static int tear_down(void **state)
{
    struct world *w = *state;
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", w->folder);
    int status = chdir("/") || system(command);
    mkcv_arena_clear(&w->arena);
    free(w);
    return status;
}

/* Writes a file, with the folders that its path names. */
static void put_bytes(const char *path, const char *bytes, size_t n)
{
    char folder[256];
    for (const char *p = strchr(path, '/'); p; p = strchr(p + 1, '/')) {
        snprintf(folder, sizeof folder, "%.*s", (int)(p - path), path);
        mkdir(folder, 0777);
    }
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    assert_int_equal(fclose(f), 0);
}

static void put(const char *path, const char *text) { put_bytes(path, text, strlen(text)); }

static size_t reports(const struct world *w, enum mkcv_diag_id id)
{
    size_t n = 0;
    for (size_t i = 0; i < w->diags.list.count; i++) n += w->diags.list.at[i].id == id;
    return n;
}

static struct mkcv_site read_ok(struct world *w, const char *root)
{
    struct mkcv_site site;
    assert_int_equal(mkcv_site_read(&w->arena, root, NULL, &site, &w->diags), MKCV_OK);
    return site;
}

/* "page about.md, talk _talks/a.md": kinds and paths in order. */
static void assert_records(struct world *w, const struct mkcv_site *site, const char *wanted)
{
    struct mkcv_buf b;
    mkcv_buf_init(&b, &w->arena);
    for (size_t i = 0; i < site->records.count; i++)
        mkcv_buf_printf(&b, "%s%s %s", i ? ", " : "", mkcv_record_name(site->records.at[i].kind),
                        site->records.at[i].path);
    assert_string_equal(b.s, wanted);
}

static const char *dump(struct world *w, const struct mkcv_site *site)
{
    struct mkcv_buf b;
    mkcv_buf_init(&b, &w->arena);
    mkcv_site_dump(site, &b);
    return b.s;
}

static void test_find(void **state)
{
    struct world *w = *state;
    assert_string_equal(mkcv_site_find(&w->arena, "named"), "named");
    put("content/about.md", "# A");
    put("README.md", "# not a site");
    assert_string_equal(mkcv_site_find(&w->arena, NULL), "content");
    put("_config.yml", "title: x");
    assert_string_equal(mkcv_site_find(&w->arena, NULL), ".");
}

static void test_order_of_pages(void **state)
{
    struct world *w = *state;
    put("s/_config.yml", "url: https://a.example/\nbaseurl: /b/\nlocale: de\n");
    put("s/_data/navigation.yml",
        "main:\n  - title: T\n    url: /talks/\n  - title: P\n    url: https://a.example/b/pubs/\n"
        "  - title: Away\n    url: https://elsewhere.example/about/\n");
    put("s/_pages/about.md", "---\npermalink: /\n---\nHello.\n");
    put("s/_pages/aaa.md", "---\npermalink: /aaa/\n---\nNobody is led here.\n");
    put("s/_pages/publications.md", "---\npermalink: /pubs/\n---\nP.\n");
    put("s/_pages/talks.html", "---\npermalink: /talks/\n---\n<p>T.</p>\n");
    put("s/_pages/secret.md", "---\npermalink: /talks/\npublished: false\n---\nS.\n");
    struct mkcv_site site = read_ok(w, "s");
    assert_string_equal(site.layout, "academicpages");
    assert_string_equal(site.url, "https://a.example/b");
    assert_string_equal(site.lang, "de");
    assert_records(w, &site,
                   "config _config.yml, page _pages/about.md, page _pages/talks.html, page _pages/publications.md");
    assert_int_equal(reports(w, MKCV_DIAG_SITE_SKIPPED), 2);
    assert_string_equal(site.records.at[1].loc.file, "s/_pages/about.md");
}

static void test_pages_without_navigation(void **state)
{
    struct world *w = *state;
    put("s/_pages/cv.md", "CV.\n");
    put("s/_pages/about.md", "---\npermalink: /\n---\nHello.\n");
    put("s/_pages/404.md", "Nothing here.\n");
    put("s/_pages/sitemap.md", "All pages.\n");
    put("s/_pages/search.md", "Look for it.\n");
    put("s/_pages/research.md", "What I look for.\n");
    put("s/_pages/year-archive.html", "All posts.\n");
    put("s/README.md", "About this folder.\n");
    struct mkcv_site site = read_ok(w, "s");
    assert_records(w, &site, "page _pages/about.md, page _pages/cv.md, page _pages/research.md");
}

static void test_excluded_pages(void **state)
{
    struct world *w = *state;
    put("s/_config.yml", "title: x\nexclude: [_pages/old.md, _pages/drafts/, '*.tmp.md']\n");
    put("s/_pages/about.md", "---\npermalink: /\n---\nHello.\n");
    put("s/_pages/old.md", "---\npermalink: /old/\n---\nFormer words.\n");
    put("s/_pages/older.md", "---\npermalink: /older/\n---\nStill shown.\n");
    put("s/_pages/drafts/plan.md", "---\npermalink: /plan/\n---\nPlans.\n");
    put("s/_pages/a.tmp.md", "---\npermalink: /a/\n---\nNotes.\n");
    struct mkcv_site site = read_ok(w, "s");
    assert_records(w, &site, "config _config.yml, page _pages/about.md, page _pages/older.md");
    assert_int_equal(reports(w, MKCV_DIAG_SITE_SKIPPED), 3);
}

static void test_collections(void **state)
{
    struct world *w = *state;
    put("s/_config.yml", "author: {name: N}\n");
    put("s/_pages/about.md", "---\npermalink: /\n---\nHello.\n");
    put("s/_talks/a.md", "---\ntitle: A\ndate: 2019-01-01\n---\n");
    put("s/_talks/2021-05-05-b.md", "---\ntitle: B\n---\n");
    put("s/_talks/c.md", "---\ntitle: C\ndate: 2019-01-01\n---\n");
    put("s/_talks/d.md", "---\ntitle: D\ndate: 2030-01-01\npublished: false\n---\n");
    put("s/_talks/note.txt", "not a page\n");
    put("s/_talks/2001/e.md", "---\ntitle: E\ndate: 2001-01-01\n---\n");
    put("s/_portfolio/p.md", "---\ntitle: P\n---\n");
    put("s/_bibliography/papers.bib", "@article{k, title={T}, year=2020}\n@book{l, title={U}}\n");
    struct mkcv_site site = read_ok(w, "s");
    assert_records(
        w, &site,
        "config _config.yml, page _pages/about.md, talk _talks/2021-05-05-b.md, talk _talks/a.md, talk _talks/c.md, "
        "talk _talks/2001/e.md, "
        "project _portfolio/p.md, reference _bibliography/papers.bib, reference _bibliography/papers.bib");
}

static void test_collection_nobody_shows(void **state)
{
    struct world *w = *state;
    put("s/_data/navigation.yml", "main:\n  - url: /talks/\n");
    put("s/_pages/about.md", "---\npermalink: /\n---\nHello.\n");
    put("s/_pages/talks.md",
        "---\npermalink: /talks/\n---\n{% for p in site.talks %}{% include x.html %}{% endfor %}\n");
    put("s/_talks/a.md", "---\ntitle: A\n---\n");
    put("s/_teaching/b.md", "---\ntitle: B\n---\n");
    struct mkcv_site site = read_ok(w, "s");
    assert_records(w, &site, "page _pages/about.md, page _pages/talks.md, talk _talks/a.md");
    assert_int_equal(reports(w, MKCV_DIAG_SITE_SKIPPED), 1);
}

static void test_includes(void **state)
{
    struct world *w = *state;
    put("s/_pages/about.md",
        "---\npermalink: /\n---\n{% include_relative in/one.md %}\n\nAfter.\n\n{% include_relative ../../out.md %}\n");
    put("s/_pages/in/one.md", "One.\n\n{% include_relative two.md %}\n\n{% include_relative one.md %}\n");
    put("s/_pages/in/two.md", "## Two\n");
    put("out.md", "Outside.\n");
    struct mkcv_site site = read_ok(w, "s");
    const char *text = dump(w, &site);
    const char *one = strstr(text, "One."), *two = strstr(text, ": Two"), *after = strstr(text, "After.");
    assert_non_null(one);
    assert_true(one < two && two < after);
    assert_null(strstr(one + 1, "One.")); /* what includes itself is read once */
    assert_null(strstr(text, "Outside"));
    assert_null(strstr(text, "include:"));
    assert_string_equal(site.records.at[0].body->first->loc.file, "s/_pages/in/one.md");
}

static void test_plain(void **state)
{
    struct world *w = *state;
    put("s/zeta.md", "Z.\n");
    put("s/about.md", "A.\n");
    put("s/aardvark.md", "First by name.\n");
    put("s/readme.MD", "R.\n");
    put("s/CHANGELOG.md", "C.\n");
    put("s/mkcv.yaml", "name: N\n");
    put("s/own.bib", "@misc{k, title={T}}\n");
    struct mkcv_site site = read_ok(w, "s");
    assert_string_equal(site.layout, "plain");
    assert_records(w, &site, "page about.md, page aardvark.md, page zeta.md, reference own.bib");
    assert_string_equal(mkcv_node_string(site.settings, "name"), "N");
    site = read_ok(w, "s/zeta.md");
    assert_records(w, &site, "page zeta.md");
    assert_string_equal(site.records.at[0].loc.file, "s/zeta.md");
    site = read_ok(w, "s/own.bib");
    assert_records(w, &site, "reference own.bib");
}

static void test_refused(void **state)
{
    static const struct {
        const char *root;
        enum mkcv_code code;
        enum mkcv_diag_id id;
    } cases[] = {
        {"missing", MKCV_SYSTEM, MKCV_DIAG_SITE_MISSING},   {"hollow", MKCV_CONTENT, MKCV_DIAG_SITE_NOTHING},
        {"readme", MKCV_CONTENT, MKCV_DIAG_SITE_NOTHING},   {"empty.md", MKCV_CONTENT, MKCV_DIAG_FILE_EMPTY},
        {"binary.md", MKCV_CONTENT, MKCV_DIAG_FILE_BINARY}, {"large.md", MKCV_CONTENT, MKCV_DIAG_FILE_SIZE},
        {"config", MKCV_CONTENT, MKCV_DIAG_SITE_NOTHING},
    };
    struct world *w = *state;
    size_t large = ((size_t)4 << 20) + 1;
    mkdir("hollow", 0777);
    put("readme/README.md", "# Not content\n");
    put("home/README.md", "# Ada Moss\n\n## Education\n\n- Ph.D., Tide University, 2010\n");
    put("config/_config.yml", "title: x\n");
    put("empty.md", " \n\n");
    put_bytes("binary.md", "a\0b\0", 4);
    put_bytes("large.md", memset(mkcv_arena_alloc(&w->arena, large), 'a', large), large);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct mkcv_site site;
        mkcv_diags_init(&w->diags, &w->arena);
        assert_int_equal(mkcv_site_read(&w->arena, cases[i].root, NULL, &site, &w->diags), cases[i].code);
        assert_int_equal(reports(w, cases[i].id), 1);
    }
    /* a README of sections is the home page of a folder that has no other */
    mkcv_diags_init(&w->diags, &w->arena);
    struct mkcv_site site = read_ok(w, "home");
    assert_records(w, &site, "page README.md");
    /* few kana among the ideograms are Japanese */
    put("kana/index.md",
        "# 森田 海\n\n## 学歴\n\n- 北原大学大学院 工学研究科 海洋工学専攻 博士後期課程 修了（セミナー）\n\n## 職歴\n\n"
        "- 東湖大学 工学部 海洋工学科 准教授、現在に至る\n- 北原大学 研究員\n");
    site = read_ok(w, "kana");
    assert_string_equal(mkcv_language_of_blocks(site.records.at[0].body), "ja");
}

static void test_layout_by_name(void **state)
{
    struct world *w = *state;
    struct mkcv_site site;
    put("s/_pages/about.md", "A.\n");
    put("s/index.md", "I.\n");
    assert_int_equal(mkcv_site_read(&w->arena, "s", "plain", &site, &w->diags), MKCV_OK);
    assert_records(w, &site, "page index.md");
    assert_int_equal(mkcv_site_read(&w->arena, "s", "plan", &site, &w->diags), MKCV_USAGE);
    assert_non_null(strstr(w->diags.list.at[w->diags.list.count - 1].text, "'plain'"));
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_find),
        TEST(test_order_of_pages),
        TEST(test_pages_without_navigation),
        TEST(test_excluded_pages),
        TEST(test_collections),
        TEST(test_includes),
        TEST(test_collection_nobody_shows),
        TEST(test_plain),
        TEST(test_refused),
        TEST(test_layout_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
