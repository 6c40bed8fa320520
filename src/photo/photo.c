/* photo.c - which photo the CV shows, and how it becomes one; see photo.h. */
#include "mkcv/cv.h"
#include "mkcv/file.h"
#include "raster.h"
#include <string.h>

static bool is_png(const char *bytes, size_t n) { return n >= 8 && !memcmp(bytes, "\x89PNG\r\n\x1a\n", 8); }

static bool is_jpeg(const char *bytes, size_t n) { return n >= 3 && !memcmp(bytes, "\xff\xd8\xff", 3); }

/* What else is found under the names of pictures. */
static const char *name_of_other(const char *bytes, size_t n)
{
    static const struct {
        size_t at;
        const char *sign, *fault;
    } others[] = {
        {0, "GIF8", "it is a GIF"},
        {8, "WEBP", "it is a WebP"},
        {4, "ftypavif", "it is an AVIF"},
        {4, "ftyphei", "it is a HEIC"},
        {4, "ftypmif1", "it is a HEIC"},
        {0, "II*", "it is a TIFF"},
        {0, "MM", "it is a TIFF"},
        {0, "BM", "it is a BMP"},
        {0, "<svg", "it is an SVG"},
        {0, "<?xml", "it is an SVG"},
        {0, "%PDF", "it is a PDF"},
        {0, "version https://git-lfs", "it is a pointer of Git LFS: run git lfs pull"},
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        size_t length = strlen(others[i].sign);
        if (n >= others[i].at + length && !memcmp(bytes + others[i].at, others[i].sign, length)) return others[i].fault;
    }
    return n ? "it is neither a JPEG nor a PNG" : "it is empty";
}

const char *mkcv_photo_ending(enum mkcv_photo_format format) { return format == MKCV_PHOTO_PNG ? "png" : "jpg"; }

bool mkcv_photo_is_own(const char *bytes, size_t n)
{
    enum { PROBE = 4096 };
    return memmem(bytes, n < PROBE ? n : PROBE, MKCV_PHOTO_MARK, strlen(MKCV_PHOTO_MARK)) != NULL;
}

/* Reads the picture, and writes it anew in its format where it cannot stay as it is. */
static const char *make(struct mkcv_picture *p, struct mkcv_photo *photo)
{
    if (photo->format == MKCV_PHOTO_PNG)
        mkcv_png_read(p);
    else
        mkcv_jpeg_read(p, photo);
    if (p->fault || photo->bytes) return p->fault;
    mkcv_raster_turn(p->arena, &p->out, p->orientation);
    photo->columns = p->out.columns;
    photo->rows = p->out.rows;
    photo->channels = p->out.channels;
    bool png = photo->format == MKCV_PHOTO_PNG;
    bool done = png ? mkcv_png_write(p->arena, &p->out, photo) : mkcv_jpeg_write(p->arena, &p->out, photo);
    return done ? NULL : "it cannot be written anew";
}

static const char *copy(struct mkcv_arena *a, const char *bytes, size_t n)
{
    char *to = mkcv_arena_alloc(a, n + 1);
    memcpy(to, bytes, n);
    return to;
}

struct mkcv_photo *mkcv_photo_decode(struct mkcv_arena *a, const char *bytes, size_t n, int32_t width, int32_t height,
                                     struct mkcv_loc loc, struct mkcv_diags *d)
{
    struct mkcv_arena scratch;
    struct mkcv_photo photo = {.loc = loc, .format = is_png(bytes, n) ? MKCV_PHOTO_PNG : MKCV_PHOTO_JPEG};
    mkcv_arena_init(&scratch);
    struct mkcv_picture p = {.arena = &scratch, .bytes = bytes, .n = n, .width = width, .height = height};
    const char *fault = is_png(bytes, n) || is_jpeg(bytes, n) ? make(&p, &photo) : name_of_other(bytes, n);
    if (fault) {
        mkcv_report(d, MKCV_DIAG_PHOTO_READ, loc, mkcv_path_base(loc.file ? loc.file : ""), fault);
        mkcv_arena_clear(&scratch);
        return NULL;
    }
    bool whole = photo.data == photo.bytes;
    photo.bytes = copy(a, photo.bytes, photo.n);
    photo.data = whole ? photo.bytes : copy(a, photo.data, photo.data_n);
    mkcv_arena_clear(&scratch);
    photo.width = p.width;
    photo.height = p.height;
    struct mkcv_photo *out = MKCV_NEW(a, struct mkcv_photo);
    *out = photo;
    return out;
}

/* The file, NULL where none is to be shown or the one that is named is not there. */
static const char *choose_file(const struct mkcv_cv *cv, const struct mkcv_settings *s, const struct mkcv_style *style,
                               struct mkcv_diags *d)
{
    bool wanted = s->photo_wish == MKCV_PHOTO_YES;
    if (s->photo_wish == MKCV_PHOTO_NO || (!wanted && !style->photo.show)) return NULL;
    if (cv->basics.photo) return cv->basics.photo;
    if (s->photo)
        mkcv_report(d, MKCV_DIAG_PHOTO_MISSING, s->photo_loc, s->photo);
    else if (wanted)
        mkcv_report(d, MKCV_DIAG_PHOTO_NONE, s->photo_loc, "");
    return NULL;
}

/* Its width on the page: beside it there must be room for text. */
static int32_t width_of(const struct mkcv_style *s)
{
    int32_t room = (s->page.width - s->page.left - s->page.right) / 2;
    if (mkcv_style_photo_place(s) == MKCV_PHOTO_SIDEBAR) room = s->sidebar.width;
    if (room < 1000) room = 1000;
    return s->photo.width < room ? s->photo.width : room;
}

static void check_resolution(struct mkcv_arena *a, const struct mkcv_photo *photo, struct mkcv_diags *d)
{
    int64_t dots = (int64_t)photo->columns * 72000 / photo->width;
    if (dots >= MKCV_PHOTO_DPI_LEAST) return;
    mkcv_report(d, MKCV_DIAG_PHOTO_COARSE, photo->loc, mkcv_path_base(photo->loc.file),
                mkcv_arena_printf(a, "%d", (int)dots));
}

struct mkcv_photo *mkcv_photo_read(struct mkcv_arena *a, const struct mkcv_cv *cv, const struct mkcv_settings *settings,
                                   const struct mkcv_style *style, struct mkcv_diags *d)
{
    struct mkcv_arena scratch;
    const char *file = choose_file(cv, settings, style, d), *bytes;
    size_t n;
    if (!file) return NULL;
    mkcv_arena_init(&scratch);
    struct mkcv_photo *photo = NULL;
    int32_t width = width_of(style), height = (int32_t)((int64_t)width * 3 / 2);
    const struct mkcv_loc loc = {.file = file};
    if (mkcv_file_read(&scratch, file, MKCV_PHOTO_FILE_MOST, &bytes, &n, d) == MKCV_OK)
        photo = mkcv_photo_decode(a, bytes, n, width, height, loc, d);
    mkcv_arena_clear(&scratch);
    if (photo) check_resolution(a, photo, d);
    return photo;
}
