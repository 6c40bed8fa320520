/* photo.h - the owner's portrait: its file chosen, read, and made anew as large as its place needs.
 *
 * What comes out is the picture alone: upright, grey or sRGB, on white, without the notes that cameras and programs
 * leave in a file (place, time, owner, preview). */
#ifndef MKCV_PHOTO_H
#define MKCV_PHOTO_H
#include "mkcv/diag.h"
#include "mkcv/style.h"

/* What is taken from a file; beyond, it is refused. */
enum {
    MKCV_PHOTO_FILE_MOST = 32 << 20,      /* bytes */
    MKCV_PHOTO_SIDE_MOST = 16384,         /* pixels of a side */
    MKCV_PHOTO_PIXELS_MOST = 64000000,    /* pixels in all */
    MKCV_PHOTO_DECODED_MOST = 1000000000, /* pixels of all scans of a JPEG that comes in several */
};

/* Pixels to an inch, as it is placed. */
enum {
    MKCV_PHOTO_DPI = 300,       /* it is scaled down to that */
    MKCV_PHOTO_DPI_MOST = 450,  /* when it has more than that */
    MKCV_PHOTO_DPI_LEAST = 100, /* below that it looks coarse, which is reported; it is never scaled up */
};

enum mkcv_photo_format { MKCV_PHOTO_JPEG, MKCV_PHOTO_PNG };

struct mkcv_photo {
    struct mkcv_loc loc; /* of the file that it was read from */
    enum mkcv_photo_format format;
    const char *bytes; /* a whole file of that format */
    size_t n;
    const char *data; /* what a PDF takes of it: a JPEG whole, of a PNG the deflated rows, each filtered by itself */
    size_t data_n;
    int columns, rows;     /* pixels */
    int channels;          /* 1 grey, 3 RGB; 8 bits each */
    int32_t width, height; /* as it is placed */
    const char *name;      /* of the file that holds it beside formats that cannot; NULL: these leave it out */
};

/* A file that names its maker in a comment, as those do that are written here. */
bool mkcv_photo_is_own(const char *bytes, size_t n);
/* "jpg", "png". */
const char *mkcv_photo_ending(enum mkcv_photo_format format);

struct mkcv_cv;
/* The photo that this CV shows by settings and style; NULL: none. A file that is no whole JPEG or PNG, or too large, is
 * reported and makes the CV one without. Linear in the file and its pixels. */
struct mkcv_photo *mkcv_photo_read(struct mkcv_arena *a, const struct mkcv_cv *cv, const struct mkcv_settings *settings,
                                   const struct mkcv_style *style, struct mkcv_diags *d);
/* The same from the file's bytes, to be placed within `width` and `height` (loc.file names it): PHOTO_READ and NULL
 * when it is none. */
struct mkcv_photo *mkcv_photo_decode(struct mkcv_arena *a, const char *bytes, size_t n, int32_t width, int32_t height,
                                     struct mkcv_loc loc, struct mkcv_diags *d);
#endif
