/* png.c - PNG (ISO/IEC 15948) through libpng: read as grey or RGB on white, written without anything else.
 *
 * libpng reports errors by a function that must not return: each function here that calls it has one setjmp. */
#include "mkcv/buf.h"
#include "raster.h"
#include <png.h>
#include <string.h>

struct reading {
    struct mkcv_picture *picture;
    png_structp png;
    png_infop info;
    size_t at; /* of the file's bytes */
};

static void fail(png_structp png, png_const_charp text)
{
    struct mkcv_picture *p = png_get_error_ptr(png);
    if (p) p->fault = mkcv_arena_strdup(p->arena, text);
    png_longjmp(png, 1);
}

static void pass(png_structp png, png_const_charp text)
{
    (void)png;
    (void)text;
}

static void take(png_structp png, png_bytep to, size_t n)
{
    struct reading *r = png_get_io_ptr(png);
    if (n > r->picture->n - r->at) png_error(png, "it ends too early");
    memcpy(to, r->picture->bytes + r->at, n);
    r->at += n;
}

enum { SIGNATURE = 8, AROUND = 12 /* length, name and check of a chunk */ };

/* Of the chunk eXIf, by hand: libpng would take memory for as much as the chunk says that it holds. */
static int find_orientation(const char *bytes, size_t n)
{
    for (size_t at = SIGNATURE; n - at >= AROUND;) {
        const char *chunk = bytes + at;
        size_t length = png_get_uint_32((png_const_bytep)chunk);
        if (length > n - at - AROUND) return 1;
        if (!memcmp(chunk + 4, "eXIf", 4)) return mkcv_exif_orientation((const uint8_t *)chunk + 8, length);
        at += length + AROUND;
    }
    return 1;
}

/* The header; NULL, or why the picture is refused. Rows come as 8 bits a channel, grey or RGB, and maybe alpha. */
static const char *open_picture(struct reading *r)
{
    struct mkcv_picture *p = r->picture;
    png_set_read_fn(r->png, r, take);
    png_set_user_limits(r->png, 0x7fffffff, 0x7fffffff);                   /* ours are told below, by name */
    png_set_keep_unknown_chunks(r->png, PNG_HANDLE_CHUNK_NEVER, NULL, -1); /* all but the picture's own */
    png_read_info(r->png, r->info);
    p->columns = (int)png_get_image_width(r->png, r->info);
    p->rows = (int)png_get_image_height(r->png, r->info);
    p->orientation = find_orientation(p->bytes, p->n);
    if (!mkcv_picture_place(p)) return "it is larger than 64 million pixels, or 16384 at a side";
    png_set_expand(r->png);
    png_set_scale_16(r->png);
    return NULL;
}

/* Puts a row with alpha on white, in place. */
static void put_on_white(uint8_t *row, int columns, int channels)
{
    uint8_t *to = row;
    for (int x = 0; x < columns; x++, row += channels) {
        unsigned alpha = row[channels - 1];
        for (int c = 0; c < channels - 1; c++) *to++ = (uint8_t)((row[c] * alpha + 255 * (255 - alpha) + 127) / 255);
    }
}

static void take_row(struct mkcv_shrink *s, uint8_t *row, int channels)
{
    if (channels % 2 == 0) put_on_white(row, s->columns, channels);
    mkcv_shrink_row(s, row);
}

/* Interlaced ones stand whole in memory, others row by row. */
static void read_rows(struct reading *r)
{
    struct mkcv_picture *p = r->picture;
    bool whole = png_set_interlace_handling(r->png) > 1;
    png_read_update_info(r->png, r->info);
    int channels = png_get_channels(r->png, r->info);
    size_t line = png_get_rowbytes(r->png, r->info), kept = whole ? (size_t)p->rows : 1;
    p->out.channels = channels < 3 ? 1 : 3;
    uint8_t *rows = mkcv_arena_array(p->arena, line, kept);
    struct mkcv_shrink s = mkcv_shrink_new(p->arena, &p->out, p->columns, p->rows);
    if (whole) {
        png_bytep *starts = MKCV_NEW_ARRAY(p->arena, png_bytep, (size_t)p->rows);
        for (int y = 0; y < p->rows; y++) starts[y] = rows + line * (size_t)y;
        png_read_image(r->png, starts);
    }
    for (int y = 0; y < p->rows; y++) {
        if (!whole) png_read_row(r->png, rows, NULL);
        take_row(&s, rows + (whole ? line * (size_t)y : 0), channels);
    }
    png_read_end(r->png, NULL);
}

void mkcv_png_read(struct mkcv_picture *p)
{
    struct reading *r = MKCV_NEW(p->arena, struct reading);
    r->picture = p;
    r->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, p, fail, pass);
    if (!r->png) mkcv_exhausted(p->n);
    r->info = png_create_info_struct(r->png);
    if (!r->info) mkcv_exhausted(p->n);
    if (!setjmp(png_jmpbuf(r->png))) {
        p->fault = open_picture(r);
        if (!p->fault) read_rows(r);
    }
    png_destroy_read_struct(&r->png, &r->info, NULL);
}

static void put(png_structp png, png_bytep bytes, size_t n) { mkcv_buf_put(png_get_io_ptr(png), bytes, n); }

static void flush(png_structp png) { (void)png; }

static void encode(png_structp png, png_infop info, const struct mkcv_raster *raster, struct mkcv_buf *out)
{
    size_t line = (size_t)raster->columns * (size_t)raster->channels;
    char key[] = "Software", mark[] = MKCV_PHOTO_MARK;
    png_text text = {.compression = PNG_TEXT_COMPRESSION_NONE, .key = key, .text = mark};
    png_set_write_fn(png, out, put, flush);
    png_set_IHDR(png, info, (png_uint_32)raster->columns, (png_uint_32)raster->rows, 8,
                 raster->channels == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_text(png, info, &text, 1);
    png_write_info(png, info);
    for (int y = 0; y < raster->rows; y++) png_write_row(png, raster->at + line * (size_t)y);
    png_write_end(png, info);
}

/* The bytes of all chunks IDAT, one behind the other. */
static void join_data(struct mkcv_arena *a, struct mkcv_photo *photo)
{
    struct mkcv_buf data;
    mkcv_buf_init(&data, a);
    for (size_t at = SIGNATURE; at + AROUND <= photo->n;) {
        const char *chunk = photo->bytes + at;
        size_t n = png_get_uint_32((png_const_bytep)chunk);
        if (!memcmp(chunk + 4, "IDAT", 4)) mkcv_buf_put(&data, chunk + 8, n);
        at += n + AROUND;
    }
    photo->data = data.s;
    photo->data_n = data.n;
}

bool mkcv_png_write(struct mkcv_arena *a, const struct mkcv_raster *raster, struct mkcv_photo *photo)
{
    bool *done = MKCV_NEW(a, bool);
    struct mkcv_buf *out = MKCV_NEW(a, struct mkcv_buf);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, fail, pass);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    if (!info) mkcv_exhausted(0);
    mkcv_buf_init(out, a);
    if (!setjmp(png_jmpbuf(png))) {
        encode(png, info, raster, out);
        photo->bytes = out->s;
        photo->n = out->n;
        join_data(a, photo);
        *done = true;
    }
    png_destroy_write_struct(&png, &info);
    return *done;
}
