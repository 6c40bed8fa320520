/* raster.h - pixels in rows, and what both formats share. */
#ifndef MKCV_PHOTO_RASTER_H
#define MKCV_PHOTO_RASTER_H
#include "mkcv/photo.h"

/* 8 bits a channel, rows from the top without gaps. */
struct mkcv_raster {
    int columns, rows, channels; /* 1 grey, 3 RGB */
    uint8_t *at;
};

/* A picture on its way from its file; the readers fill it. */
struct mkcv_picture {
    struct mkcv_arena *arena;
    const char *bytes; /* of the file */
    size_t n;
    int32_t width, height;  /* the room for it; then as placed [mpt] */
    int columns, rows;      /* as it is stored */
    int orientation;        /* of it: 1 to 8 (Exif 2.3, tag 274); 1 upright */
    struct mkcv_raster out; /* smaller where the place needs no more; upright */
    const char *fault;      /* why it is refused; NULL: it is not */
};

/* Once columns, rows and orientation are known: places the picture, and gives `out` the size that it needs. False when
 * the picture is too large. */
bool mkcv_picture_place(struct mkcv_picture *p);
/* Whether it can stay as it is stored: upright, and not larger than needed. */
bool mkcv_picture_stays(const struct mkcv_picture *p);

/* Rows that come from the top, shrunk to a raster by the mean of the pixels that each new one covers. */
struct mkcv_shrink {
    struct mkcv_raster *to;
    int columns, rows; /* that come */
    int row;           /* that comes next */
    uint32_t *line;    /* it, shrunk in width */
    uint64_t *sums;    /* of the row of `to` that is filled */
};
/* `to` has its size and channels, and gets its memory. */
struct mkcv_shrink mkcv_shrink_new(struct mkcv_arena *a, struct mkcv_raster *to, int columns, int rows);
void mkcv_shrink_row(struct mkcv_shrink *s, const uint8_t *row);
/* Turns it upright. */
void mkcv_raster_turn(struct mkcv_arena *a, struct mkcv_raster *r, int orientation);

/* exif.c: the orientation that a block of Exif data (from its TIFF header on) states; 1 when it states none. */
int mkcv_exif_orientation(const uint8_t *at, size_t n);

/* Readers: p->out, or the file made anew without loss (`kept`, where it can stay), or p->fault. */
void mkcv_jpeg_read(struct mkcv_picture *p, struct mkcv_photo *kept);
void mkcv_png_read(struct mkcv_picture *p);
/* Writers: the photo's bytes, data and pixels; false when the library refuses. */
bool mkcv_jpeg_write(struct mkcv_arena *a, const struct mkcv_raster *r, struct mkcv_photo *photo);
bool mkcv_png_write(struct mkcv_arena *a, const struct mkcv_raster *r, struct mkcv_photo *photo);

/* What a file that is made here says in its comment. */
#define MKCV_PHOTO_MARK "Made by mkcv"
#endif
