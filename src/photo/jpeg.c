/* jpeg.c - JPEG (ISO/IEC 10918-1) through libjpeg: what is small enough and upright is written anew without loss, by
 * its coefficients; the rest is decoded, as small as the place allows. Nothing but the picture is copied.
 *
 * libjpeg reports errors by a function that must not return: each function here that calls it has one setjmp. */
#include "raster.h"
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* after stdio.h */
#include <jerror.h>
#include <jpeglib.h>

enum { QUALITY = 90, MARKER_MOST = 0xffff, EXIF = JPEG_APP0 + 1 };

struct failing {
    struct jpeg_error_mgr manager; /* first: libjpeg knows this address */
    jmp_buf back;
    char text[JMSG_LENGTH_MAX];
};

static void fail(j_common_ptr c)
{
    struct failing *f = (struct failing *)(void *)c->err;
    c->err->format_message(c, f->text);
    longjmp(f->back, 1);
}

/* Data that are damaged or end too early are only warned of; a picture of which a part is lost is no portrait. */
static void judge(j_common_ptr c, int level)
{
    int code = c->err->msg_code;
    bool harmless = code == JWRN_EXTRANEOUS_DATA || code == JWRN_JFIF_MAJOR || code == JWRN_ADOBE_XFORM;
    if (level < 0 && !harmless) fail(c);
}

static struct jpeg_error_mgr *init_failing(struct failing *f)
{
    jpeg_std_error(&f->manager);
    f->manager.error_exit = fail;
    f->manager.emit_message = judge;
    return &f->manager;
}

/* One file: what must be released when libjpeg fails. */
struct reading {
    struct failing failing;
    struct jpeg_decompress_struct in;
    struct jpeg_compress_struct out;
    struct jpeg_progress_mgr progress;
    unsigned char *made;
    unsigned long made_n;
};

/* A small file may have many scans over a large picture. */
static void count_scans(j_common_ptr c)
{
    const struct jpeg_decompress_struct *in = (const struct jpeg_decompress_struct *)(void *)c;
    double pixels = (double)in->image_width * in->image_height;
    if (!c->is_decompressor || in->input_scan_number * pixels <= MKCV_PHOTO_DECODED_MOST) return;
    struct failing *f = (struct failing *)(void *)c->err;
    strcpy(f->text, "it has too many scans for its size");
    longjmp(f->back, 1);
}

static void read_orientation(struct mkcv_picture *p, const struct jpeg_decompress_struct *in)
{
    enum { HEAD = 6 }; /* "Exif" and two zeros */
    p->orientation = 1;
    for (jpeg_saved_marker_ptr m = in->marker_list; m; m = m->next)
        if (m->marker == EXIF && m->data_length > HEAD && !memcmp(m->data, "Exif\0", HEAD)) {
            p->orientation = mkcv_exif_orientation(m->data + HEAD, m->data_length - HEAD);
            return;
        }
}

/* The header; NULL, or why the picture is refused. */
static const char *open_picture(struct mkcv_picture *p, struct reading *r)
{
    struct jpeg_decompress_struct *in = &r->in;
    jpeg_mem_src(in, (const unsigned char *)p->bytes, (unsigned long)p->n);
    jpeg_save_markers(in, EXIF, MARKER_MOST);
    jpeg_read_header(in, TRUE);
    p->columns = (int)in->image_width;
    p->rows = (int)in->image_height;
    read_orientation(p, in);
    r->progress.progress_monitor = count_scans;
    in->progress = &r->progress;
    if (in->jpeg_color_space == JCS_CMYK || in->jpeg_color_space == JCS_YCCK)
        return "it has the colors of print, CMYK; save it with those of screens, RGB";
    if (in->jpeg_color_space == JCS_UNKNOWN) return "its colors are of an unknown kind";
    if (!mkcv_picture_place(p)) return "it is larger than 64 million pixels, or 16384 at a side";
    return NULL;
}

static void keep_made(struct mkcv_arena *a, const struct reading *r, struct mkcv_photo *photo)
{
    char *bytes = mkcv_arena_alloc(a, r->made_n);
    memcpy(bytes, r->made, r->made_n);
    photo->bytes = photo->data = bytes;
    photo->n = photo->data_n = r->made_n;
}

/* The same coefficients in a new file. */
static void copy_picture(const struct mkcv_picture *p, struct reading *r, struct mkcv_photo *kept)
{
    jvirt_barray_ptr *coefficients = jpeg_read_coefficients(&r->in);
    jpeg_mem_dest(&r->out, &r->made, &r->made_n);
    jpeg_copy_critical_parameters(&r->in, &r->out);
    r->out.optimize_coding = TRUE;
    jpeg_write_coefficients(&r->out, coefficients);
    jpeg_write_marker(&r->out, JPEG_COM, (const JOCTET *)MKCV_PHOTO_MARK, strlen(MKCV_PHOTO_MARK));
    jpeg_finish_compress(&r->out);
    jpeg_finish_decompress(&r->in);
    keep_made(p->arena, r, kept);
    kept->columns = p->columns;
    kept->rows = p->rows;
    kept->channels = r->in.num_components;
}

/* By a power of two within the decoder, then by the mean of pixels. */
static void decode_picture(struct mkcv_picture *p, struct reading *r)
{
    struct jpeg_decompress_struct *in = &r->in;
    for (in->scale_num = 1, in->scale_denom = 8; in->scale_denom > 1; in->scale_denom /= 2)
        if (p->columns / (int)in->scale_denom >= p->out.columns && p->rows / (int)in->scale_denom >= p->out.rows) break;
    in->out_color_space = in->jpeg_color_space == JCS_GRAYSCALE ? JCS_GRAYSCALE : JCS_RGB;
    in->dct_method = JDCT_ISLOW; /* exact: the same on every machine */
    jpeg_start_decompress(in);
    p->out.channels = in->output_components;
    uint8_t *row = mkcv_arena_array(p->arena, in->output_width, (size_t)in->output_components);
    struct mkcv_shrink s = mkcv_shrink_new(p->arena, &p->out, (int)in->output_width, (int)in->output_height);
    while (in->output_scanline < in->output_height) {
        jpeg_read_scanlines(in, &row, 1);
        mkcv_shrink_row(&s, row);
    }
    jpeg_finish_decompress(in);
}

void mkcv_jpeg_read(struct mkcv_picture *p, struct mkcv_photo *kept)
{
    struct reading *r = MKCV_NEW(p->arena, struct reading);
    r->in.err = r->out.err = init_failing(&r->failing);
    if (setjmp(r->failing.back)) {
        p->fault = r->failing.text;
    } else {
        jpeg_create_decompress(&r->in);
        jpeg_create_compress(&r->out);
        p->fault = open_picture(p, r);
        if (!p->fault && mkcv_picture_stays(p))
            copy_picture(p, r, kept);
        else if (!p->fault)
            decode_picture(p, r);
    }
    jpeg_destroy_decompress(&r->in);
    jpeg_destroy_compress(&r->out);
    free(r->made);
}

static void encode(const struct mkcv_raster *raster, struct reading *r)
{
    struct jpeg_compress_struct *out = &r->out;
    jpeg_mem_dest(out, &r->made, &r->made_n);
    out->image_width = (JDIMENSION)raster->columns;
    out->image_height = (JDIMENSION)raster->rows;
    out->input_components = raster->channels;
    out->in_color_space = raster->channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(out);
    jpeg_set_quality(out, QUALITY, TRUE);
    out->dct_method = JDCT_ISLOW;
    out->optimize_coding = TRUE;
    jpeg_start_compress(out, TRUE);
    jpeg_write_marker(out, JPEG_COM, (const JOCTET *)MKCV_PHOTO_MARK, strlen(MKCV_PHOTO_MARK));
    while (out->next_scanline < out->image_height) {
        JSAMPROW row = raster->at + (size_t)out->next_scanline * (size_t)raster->columns * (size_t)raster->channels;
        jpeg_write_scanlines(out, &row, 1);
    }
    jpeg_finish_compress(out);
}

bool mkcv_jpeg_write(struct mkcv_arena *a, const struct mkcv_raster *raster, struct mkcv_photo *photo)
{
    struct reading *r = MKCV_NEW(a, struct reading);
    bool done = false;
    r->out.err = init_failing(&r->failing);
    if (!setjmp(r->failing.back)) {
        jpeg_create_compress(&r->out);
        encode(raster, r);
        keep_made(a, r, photo);
        done = true;
    }
    jpeg_destroy_compress(&r->out);
    free(r->made);
    return done;
}
