/* test_base.c - arena, buffer, UTF-8, diagnostics, files. */
#include "mkcv/buf.h"
#include "mkcv/file.h"
#include "mkcv/hash.h"
#include "mkcv/utf8.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static int setup(void **state)
{
    static struct mkcv_arena arena;
    mkcv_arena_init(&arena);
    *state = &arena;
    return 0;
}

static int teardown(void **state)
{
    mkcv_arena_clear(*state);
    return 0;
}

static void an_arena_gives_zeroed_aligned_memory(void **state)
{
    for (size_t size = 0; size < 5000; size += 77) {
        unsigned char *p = mkcv_arena_alloc(*state, size);
        assert_int_equal((uintptr_t)p % sizeof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) assert_int_equal(p[i], 0);
        memset(p, 0xAA, size);
    }
}

/* Sizes on both sides of every kind of chunk: small, a huge page, larger than one. */
static void memory_grows_in_place_or_moves(void **state)
{
    struct mkcv_arena *a = *state;
    size_t size = 1;
    unsigned char *p = mkcv_arena_alloc(a, size);
    *p = 1;
    for (size_t bigger = 3; bigger < 6u << 20; size = bigger, bigger *= 3) {
        p = mkcv_arena_grow(a, p, size, bigger);
        for (size_t i = 0; i < bigger; i++) assert_int_equal(p[i], i < size);
        memset(p, 1, bigger);
    }
    unsigned char *last = mkcv_arena_alloc(a, 8);
    assert_ptr_equal(mkcv_arena_grow(a, last, 8, 64), last);
    p = mkcv_arena_grow(a, p, size, 3 * size);
    assert_int_equal(p[size - 1], 1);
    assert_int_equal(p[3 * size - 1], 0);
    assert_ptr_equal(mkcv_arena_alloc(a, 8), last + 64);
}

/* An array of megabytes leaves nothing behind when it grows, nor when it ends; others beside it stay what they are. */
static void large_arrays_leave_nothing(void **state)
{
    struct mkcv_arena *a = *state;
    MKCV_VEC(uint64_t) v[2] = {{0}};
    for (uint64_t i = 0; i < 2 << 20; i++)
        for (uint64_t k = 0; k < 2; k++) *MKCV_PUSH(a, &v[k]) = 2 * i + k;
    const size_t most = a->total, room = 2 * v[0].cap * sizeof *v[0].at;
    assert_true(most < room + (8 << 20)); /* what was small went through four chunks */
    struct mkcv_arena_mark mark = mkcv_arena_mark(a);
    memset(mkcv_arena_alloc(a, 5 << 20), 0xAA, 5 << 20);
    v[0].count = 1000000;
    MKCV_TRIM(a, &v[0]);
    assert_true(v[0].cap < 1100000);
    *MKCV_PUSH(a, &v[0]) = 7;
    assert_int_equal(v[0].at[1000000], 7);
    mkcv_arena_rewind(a, mark);
    for (uint64_t i = 0; i < 1000000; i++) assert_int_equal(v[0].at[i], 2 * i);
    for (uint64_t i = 0; i < 2 << 20; i++) assert_int_equal(v[1].at[i], 2 * i + 1);
}

static void memory_given_back_is_zero_again(void **state)
{
    struct mkcv_arena *a = *state;
    char *kept = mkcv_arena_strdup(a, "kept");
    size_t total = a->total;
    const struct mkcv_arena_mark mark = mkcv_arena_mark(a);
    for (size_t size = 100; size < 4u << 20; size *= 40) {
        memset(mkcv_arena_alloc(a, size), 0xAA, size);
        mkcv_arena_rewind(a, mark);
        const unsigned char *p = mkcv_arena_alloc(a, size);
        for (size_t i = 0; i < size; i++)
            if (p[i]) fail_msg("byte %zu of %zu is not zero again", i, size);
    }
    mkcv_arena_rewind(a, mark);
    const size_t largest = a->total;
    memset(mkcv_arena_alloc(a, 100000), 0xAA, 100000); /* in the piece that stayed */
    assert_int_equal(a->total, largest);
    assert_true(largest > total);
    assert_string_equal(kept, "kept");
}

static void emptied_arenas_keep_one_piece(void **state)
{
    struct mkcv_arena *a = *state;
    mkcv_arena_clear(a);
    mkcv_arena_reserve(a, 100000);
    const size_t reserved = a->total;
    for (int i = 0; i < 50; i++) {
        char *p = mkcv_arena_alloc(a, 90000);
        assert_int_equal(p[0], 0);
        assert_int_equal(p[89999], 0);
        memset(p, 0xAA, 90000);
        mkcv_arena_reset(a);
        assert_int_equal(a->total, reserved);
    }
    mkcv_arena_clear(a);
    assert_int_equal(a->total, 0);
}

/* Every byte counts, zeros at the end too; no two of many short strings meet, in all bits or in the low ones alone more
 * often than chance would have it. */
static void hashes_differ(void **state)
{
    char s[24] = {0};
    uint64_t seen[4096];
    bool low[1 << 16] = {false};
    size_t met = 0;
    for (size_t i = 0; i < 4096; i++) {
        snprintf(s, sizeof s, "word %zu", i);
        seen[i] = mkcv_hash(0, s, strlen(s));
        for (size_t k = 0; k < i; k++) assert_true(seen[i] != seen[k]);
        met += low[seen[i] & 0xffff];
        low[seen[i] & 0xffff] = true;
    }
    assert_in_range(met, 60, 200); /* 4096^2 / 2^17 = 128 */
    memset(s, 0, sizeof s);
    for (size_t n = 0; n < sizeof s; n++) assert_true(mkcv_hash(0, s, n) != mkcv_hash(0, s, n + 1));
    assert_true(mkcv_hash(0, "a", 1) != mkcv_hash(1, "a", 1));
    assert_true(mkcv_hash(0, "abcdefgh", 8) == 0xf7fc30df5dcdbce8u);
    (void)state;
}

static void a_vector_keeps_its_elements(void **state)
{
    MKCV_VEC(int) v = {0};
    for (int i = 0; i < 1000; i++) *MKCV_PUSH((struct mkcv_arena *)*state, &v) = i;
    assert_int_equal(v.count, 1000);
    for (int i = 0; i < 1000; i++) assert_int_equal(v.at[i], i);
}

static void lengths_print_as_points(void **state)
{
    static const struct {
        int64_t mpt;
        const char *text;
    } cases[] = {{0, "0"},      {10500, "10.5"}, {-250, "-0.25"}, {1, "0.001"}, {595276, "595.276"},
                 {12000, "12"}, {12010, "12.01"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct mkcv_buf b;
        mkcv_buf_init(&b, *state);
        mkcv_buf_mpt(&b, cases[i].mpt);
        assert_string_equal(b.s, cases[i].text);
    }
}

static void bytes_are_cleaned(void **state)
{
    static const struct {
        const char *bytes, *clean;
        int bad_line;
    } cases[] = {
        {"plain\n", "plain\n", 0},
        {"\xEF\xBB\xBFmark", "mark", 0},
        {"a\r\nb\rc", "a\nb\nc", 0},
        {"a\nb\xFFz", "a\nb\xEF\xBF\xBDz", 2},
        {"\xC3", "\xEF\xBF\xBD", 1},
        {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD", 1},
        {"\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD", 1},
        {"bell\a", "bell\xEF\xBF\xBD", 1},
        {"\xC5\xBB\xC3\xB3\xC5\x82\xC4\x87", "\xC5\xBB\xC3\xB3\xC5\x82\xC4\x87", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int bad_line;
        assert_string_equal(mkcv_utf8_clean(*state, cases[i].bytes, strlen(cases[i].bytes), &bad_line), cases[i].clean);
        assert_int_equal(bad_line, cases[i].bad_line);
    }
}

static void folding_compares_words(void **state)
{
    assert_string_equal(mkcv_utf8_fold(*state, "  Łukasz  ŻÓŁĆ-Nowak, Ph.D. "), "łukasz zołc nowak ph d");
    assert_string_equal(mkcv_utf8_fold(*state, "Senior PC--Member"), "senior pc member");
    assert_string_equal(mkcv_utf8_nfc(*state, "e\xCC\x81"), "\xC3\xA9");
    assert_string_equal(mkcv_utf8_nfd(*state, "\u01df"), "a\u0308\u0304");
    assert_string_equal(mkcv_utf8_nfc(*state, "カ\u3099イド"), "ガイド");
    assert_string_equal(mkcv_utf8_nfc(*state, "가\u11a8"), "각");
    const char *han = "李明 （東京）각";
    assert_ptr_equal(mkcv_utf8_nfc(*state, han), han);
}

static void the_nearest_word_is_suggested(void **state)
{
    static const char *const names[] = {"classic", "compact", "modern", NULL};
    (void)state;
    assert_string_equal(mkcv_nearest("compct", names), "compact");
    assert_string_equal(mkcv_nearest("clasisc", names), "classic");
    assert_null(mkcv_nearest("zzzzzz", names));
}

static char *print(struct mkcv_arena *a, const struct mkcv_diags *d, enum mkcv_diag_format format,
                   enum mkcv_level least)
{
    char *text = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&text, &n);
    mkcv_diags_print(d, format, least, f);
    fclose(f);
    char *copy = mkcv_arena_strdup(a, text);
    free(text);
    return copy;
}

static void diagnostics_print_in_each_format(void **state)
{
    struct mkcv_diags d;
    mkcv_diags_init(&d, *state);
    mkcv_report(&d, MKCV_DIAG_LINK_EMPTY, ((struct mkcv_loc){"no-such.md", 22, 7}), "X'25, 100%");
    mkcv_report(&d, MKCV_DIAG_SITE_LAYOUT, ((struct mkcv_loc){.file = NULL}), "plain");
    assert_int_equal(d.warnings, 1);
    assert_string_equal(
        print(*state, &d, MKCV_DIAG_HUMAN, MKCV_LEVEL_NOTE),
        "no-such.md:22:7: warning: the link 'X'25, 100%' has no address; its text was kept without a link "
        "[link-empty]\n");
    assert_non_null(
        strstr(print(*state, &d, MKCV_DIAG_SHORT, MKCV_LEVEL_INFO), "mkcv: note: read as a site of layout 'plain'"));
    assert_string_equal(
        print(*state, &d, MKCV_DIAG_GITHUB, MKCV_LEVEL_NOTE),
        "::warning file=no-such.md,line=22,col=7,title=link-empty::the link 'X'25, 100%25' has no address; "
        "its text was kept without a link\n");
    assert_non_null(
        strstr(print(*state, &d, MKCV_DIAG_JSON, MKCV_LEVEL_NOTE), "\"file\":\"no-such.md\",\"line\":22,\"column\":7"));
}

static void a_caret_shows_the_place(void **state)
{
    char path[] = "/tmp/mkcv-test-XXXXXX";
    int fd = mkstemp(path);
    assert_true(write(fd, "one\nzwei \xC3\xA4 drei\n", 17) == 17);
    close(fd);
    struct mkcv_diags d;
    mkcv_diags_init(&d, *state);
    mkcv_report(&d, MKCV_DIAG_LINK_EMPTY, ((struct mkcv_loc){path, 2, 9}), "drei");
    assert_non_null(
        strstr(print(*state, &d, MKCV_DIAG_HUMAN, MKCV_LEVEL_NOTE), "\n    zwei \xC3\xA4 drei\n           ^\n"));
    unlink(path);
}

static const char *slurp(struct mkcv_arena *a, const char *path)
{
    struct mkcv_diags d;
    const char *bytes;
    size_t n;
    mkcv_diags_init(&d, a);
    return mkcv_file_read(a, path, 1 << 20, &bytes, &n, &d) == MKCV_OK ? bytes : NULL;
}

static void a_file_is_replaced_whole(void **state)
{
    char folder[] = "/tmp/mkcv-test-XXXXXX";
    assert_non_null(mkdtemp(folder));
    const char *file = mkcv_path_join(*state, folder, "cv.pdf"), *link = mkcv_path_join(*state, folder, "link.pdf");
    struct mkcv_diags d;
    struct stat st;
    mkcv_diags_init(&d, *state);
    assert_int_equal(mkcv_file_write(*state, file, "old", 3, &d), MKCV_OK);
    assert_int_equal(chmod(file, 0640), 0);
    assert_int_equal(symlink("cv.pdf", link), 0);
    assert_int_equal(mkcv_file_write(*state, link, "newer", 5, &d), MKCV_OK);
    assert_string_equal(slurp(*state, file), "newer");
    assert_int_equal(stat(file, &st), 0);
    assert_int_equal(st.st_mode & 07777, 0640);
    assert_int_equal(lstat(link, &st), 0);
    assert_true(S_ISLNK(st.st_mode));
    assert_int_equal(mkcv_file_names(*state, folder).list.count, 2); /* no temporary file is left */
    assert_int_equal(mkcv_file_write(*state, folder, "x", 1, &d), MKCV_SYSTEM);
    assert_int_equal(mkcv_file_write(*state, "/dev/full", "x", 1, &d), MKCV_SYSTEM);
    assert_int_equal(d.errors, 2);
    unlink(link);
    unlink(file);
    rmdir(folder);
}

static void a_large_file_is_refused(void **state)
{
    char path[] = "/tmp/mkcv-test-XXXXXX";
    int fd = mkstemp(path);
    assert_int_equal(ftruncate(fd, 3 << 20), 0);
    close(fd);
    struct mkcv_diags d;
    const char *bytes;
    size_t n;
    mkcv_diags_init(&d, *state);
    assert_int_equal(mkcv_file_read(*state, path, 2 << 20, &bytes, &n, &d), MKCV_CONTENT);
    assert_int_equal(d.list.at[0].id, MKCV_DIAG_FILE_SIZE);
    assert_int_equal(mkcv_file_read_text(*state, path, 4 << 20, &bytes, &d), MKCV_CONTENT);
    assert_int_equal(d.list.at[1].id, MKCV_DIAG_FILE_BINARY);
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_arena_gives_zeroed_aligned_memory, setup, teardown),
        cmocka_unit_test_setup_teardown(memory_grows_in_place_or_moves, setup, teardown),
        cmocka_unit_test_setup_teardown(large_arrays_leave_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(memory_given_back_is_zero_again, setup, teardown),
        cmocka_unit_test_setup_teardown(emptied_arenas_keep_one_piece, setup, teardown),
        cmocka_unit_test(hashes_differ),
        cmocka_unit_test_setup_teardown(a_vector_keeps_its_elements, setup, teardown),
        cmocka_unit_test_setup_teardown(lengths_print_as_points, setup, teardown),
        cmocka_unit_test_setup_teardown(bytes_are_cleaned, setup, teardown),
        cmocka_unit_test_setup_teardown(folding_compares_words, setup, teardown),
        cmocka_unit_test_setup_teardown(the_nearest_word_is_suggested, setup, teardown),
        cmocka_unit_test_setup_teardown(diagnostics_print_in_each_format, setup, teardown),
        cmocka_unit_test_setup_teardown(a_caret_shows_the_place, setup, teardown),
        cmocka_unit_test_setup_teardown(a_file_is_replaced_whole, setup, teardown),
        cmocka_unit_test_setup_teardown(a_large_file_is_refused, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
