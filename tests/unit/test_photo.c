/* test_photo.c - portraits: which files are taken, what is left of them, how they are turned and shrunk. The pictures
 * are drawn by tests/photo/make.py. */
#include "../../src/photo/raster.h"
#include "mkcv/file.h"
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

enum { INCH = 72000 };

static struct mkcv_arena arena;
static struct mkcv_diags diags;

static int start(void **state)
{
    (void)state;
    mkcv_arena_init(&arena);
    mkcv_diags_init(&diags, &arena);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    mkcv_arena_clear(&arena);
    return 0;
}

static const char *bytes_of(const char *name, size_t *n)
{
    const char *bytes, *path = mkcv_arena_printf(&arena, "%s/photo/%s", MKCV_TESTS, name);
    assert_int_equal(mkcv_file_read(&arena, path, 1 << 20, &bytes, n, &diags), MKCV_OK);
    return bytes;
}

static struct mkcv_photo *decode(const char *bytes, size_t n)
{
    return mkcv_photo_decode(&arena, bytes, n, INCH, INCH * 3 / 2, (struct mkcv_loc){.file = "p.jpg"}, &diags);
}

static bool holds(const struct mkcv_photo *p, const char *word)
{
    return memmem(p->bytes, p->n, word, strlen(word)) || memmem(p->data, p->data_n, word, strlen(word));
}

static void good_files_become_pictures_alone(void **state)
{
    static const struct {
        const char *name;
        enum mkcv_photo_format format;
        int columns, rows, channels;
    } cases[] = {
        {"face.jpg", MKCV_PHOTO_JPEG, 120, 150, 3}, {"turned.jpg", MKCV_PHOTO_JPEG, 150, 120, 3},
        {"grey.jpg", MKCV_PHOTO_JPEG, 120, 150, 1}, {"progressive.jpg", MKCV_PHOTO_JPEG, 120, 150, 3},
        {"face.png", MKCV_PHOTO_PNG, 120, 150, 3},  {"turned.png", MKCV_PHOTO_PNG, 150, 120, 3},
        {"alpha.png", MKCV_PHOTO_PNG, 120, 150, 3},
    };
    static const char *const notes[] = {"GPS", "Exif", "ICC_PROFILE", "garden", "Comment"};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t n;
        const char *bytes = bytes_of(cases[i].name, &n);
        struct mkcv_photo *p = decode(bytes, n), *again = decode(bytes, n);
        assert_non_null(p);
        assert_int_equal(p->format, cases[i].format);
        assert_int_equal(p->columns, cases[i].columns);
        assert_int_equal(p->rows, cases[i].rows);
        assert_int_equal(p->channels, cases[i].channels);
        for (size_t k = 0; k < sizeof notes / sizeof *notes; k++) assert_false(holds(p, notes[k]));
        assert_true(mkcv_photo_is_own(p->bytes, p->n));
        assert_false(mkcv_photo_is_own(bytes, n));
        assert_int_equal(p->n, again->n);
        assert_memory_equal(p->bytes, again->bytes, p->n);
        struct mkcv_photo *second = decode(p->bytes, p->n); /* nothing is lost from one to the next */
        assert_int_equal(second->n, p->n);
        assert_memory_equal(second->bytes, p->bytes, p->n);
    }
    assert_int_equal(diags.list.count, 0);
    (void)state;
}

static void other_files_are_refused(void **state)
{
    static const struct {
        const char *name, *fault;
    } cases[] = {
        {"short.jpg", "Premature end"}, {"short.png", "ends too early"}, {"damaged.png", "filter"},
        {"huge.png", "64 million"},     {"other.jpg", "a GIF"},          {"print.jpg", "CMYK"},
        {"make.py", "neither a JPEG"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t n;
        const char *bytes = bytes_of(cases[i].name, &n);
        assert_null(decode(bytes, n));
        assert_int_equal(diags.list.count, i + 1);
        assert_int_equal(diags.list.at[i].id, MKCV_DIAG_PHOTO_READ);
        assert_non_null(strstr(diags.list.at[i].text, cases[i].fault));
    }
    assert_null(decode("", 0));
    (void)state;
}

/* A file that is cut anywhere, or has any byte changed, is refused with one diagnostic, or is a photo. */
static void broken_files_are_harmless(void **state)
{
    static const char *const names[] = {"face.jpg", "progressive.jpg", "turned.jpg", "face.png", "alpha.png"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t n, kept = 0;
        char *bytes = (char *)bytes_of(names[i], &n);
        for (size_t at = 0; at < n; at += 7) {
            struct mkcv_arena_mark mark = mkcv_arena_mark(&arena);
            size_t before = diags.list.count;
            char *cut = mkcv_arena_alloc(&arena, at + 1);
            memcpy(cut, bytes, at);
            bool shorter = decode(cut, at) == NULL;
            bytes[at] ^= 0x55;
            bool changed = decode(bytes, n) == NULL;
            bytes[at] ^= 0x55;
            assert_int_equal(diags.list.count - before, shorter + changed);
            kept += !shorter;
            diags.list.count = diags.list.cap = 0;
            diags.list.at = NULL;
            mkcv_arena_rewind(&arena, mark);
        }
        assert_true(kept <= 3); /* what stands behind the end is cut */
    }
    (void)state;
}

static struct mkcv_photo *shrunk(int columns, int rows)
{
    struct mkcv_raster r = {columns, rows, 3, mkcv_arena_array(&arena, (size_t)columns * 3, (size_t)rows)};
    struct mkcv_photo p = {.format = MKCV_PHOTO_PNG};
    memset(r.at, 77, (size_t)columns * (size_t)rows * 3);
    assert_true(mkcv_png_write(&arena, &r, &p));
    return decode(p.bytes, p.n);
}

static void large_pictures_are_shrunk_to_their_place(void **state)
{
    static const struct {
        int columns, rows, to_columns, to_rows;
        int32_t width, height; /* placed in an inch of width, 3/2 of height */
    } cases[] = {
        {600, 750, 300, 375, INCH, INCH * 5 / 4},
        {450, 450, 450, 450, INCH, INCH},
        {451, 451, 300, 300, INCH, INCH},
        {30, 30, 30, 30, INCH, INCH},
        {600, 1800, 150, 450, INCH / 2, 3 * INCH / 2},
        {3000, 1, 300, 1, INCH, INCH / 3000},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct mkcv_photo *p = shrunk(cases[i].columns, cases[i].rows);
        assert_non_null(p);
        assert_int_equal(p->columns, cases[i].to_columns);
        assert_int_equal(p->rows, cases[i].to_rows);
        assert_int_equal(p->width, cases[i].width);
        assert_int_equal(p->height, cases[i].height);
    }
    (void)state;
}

static void pixels_are_means(void **state)
{
    static const uint8_t three[] = {0, 90, 180}, four[4][4] = {{0, 4, 9, 9}, {8, 12, 9, 9}, {1, 1, 2, 2}, {1, 1, 2, 2}};
    struct mkcv_raster two = {2, 1, 1, NULL}, square = {2, 2, 1, NULL}, same = {3, 1, 1, NULL};
    struct mkcv_shrink s = mkcv_shrink_new(&arena, &two, 3, 1);
    mkcv_shrink_row(&s, three);
    assert_int_equal(two.at[0], 30);
    assert_int_equal(two.at[1], 150);
    s = mkcv_shrink_new(&arena, &same, 3, 1);
    mkcv_shrink_row(&s, three);
    assert_memory_equal(same.at, three, 3);
    s = mkcv_shrink_new(&arena, &square, 4, 4);
    for (int i = 0; i < 4; i++) mkcv_shrink_row(&s, four[i]);
    assert_memory_equal(square.at, ((const uint8_t[]){6, 9, 1, 2}), 4);
    (void)state;
}

/* "abc/def" as it is stored, upright by each orientation of Exif. */
static void pictures_are_turned_upright(void **state)
{
    static const char *const upright[] = {"abc/def",  "cba/fed",  "fed/cba",  "def/abc",
                                          "ad/be/cf", "da/eb/fc", "fc/eb/da", "cf/be/ad"};
    for (int o = 1; o <= 8; o++) {
        struct mkcv_raster r = {3, 2, 1, (uint8_t *)mkcv_arena_strdup(&arena, "abcdef")};
        char text[16] = "", *to = text;
        mkcv_raster_turn(&arena, &r, o);
        for (int i = 0; i < 6; i++) {
            if (i && i % r.columns == 0) *to++ = '/';
            *to++ = (char)r.at[i];
        }
        assert_string_equal(text, upright[o - 1]);
    }
    (void)state;
}

static void orientation_is_read_in_both_orders(void **state)
{
    static const uint8_t big[] = "MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\6\0\0",
                         little[] = "II*\0\10\0\0\0\1\0\22\1\3\0\1\0\0\0\10\0\0\0",
                         odd[] = "MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\11\0\0";
    assert_int_equal(mkcv_exif_orientation(big, 22), 6);
    assert_int_equal(mkcv_exif_orientation(little, 22), 8);
    assert_int_equal(mkcv_exif_orientation(odd, 22), 1);
    for (size_t n = 0; n < 22; n++) {
        uint8_t *cut = mkcv_arena_alloc(&arena, n);
        memcpy(cut, big, n);
        assert_int_equal(mkcv_exif_orientation(cut, n), 1);
    }
    (void)state;
}

int main(void)
{
#define CASE(test) cmocka_unit_test_setup_teardown(test, start, stop)
    const struct CMUnitTest tests[] = {
        CASE(good_files_become_pictures_alone),
        CASE(other_files_are_refused),
        CASE(broken_files_are_harmless),
        CASE(large_pictures_are_shrunk_to_their_place),
        CASE(pixels_are_means),
        CASE(pictures_are_turned_upright),
        CASE(orientation_is_read_in_both_orders),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
