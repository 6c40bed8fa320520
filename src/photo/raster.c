/* raster.c - pictures placed, shrunk and turned; see raster.h. Sums are of integers: the same everywhere. */
#include "raster.h"

enum { INCH = 72000 }; /* mpt */

static bool is_turned(const struct mkcv_picture *p) { return p->orientation >= 5; }

bool mkcv_picture_place(struct mkcv_picture *p)
{
    int64_t columns = is_turned(p) ? p->rows : p->columns, rows = is_turned(p) ? p->columns : p->rows;
    if (columns < 1 || rows < 1 || columns > MKCV_PHOTO_SIDE_MOST || rows > MKCV_PHOTO_SIDE_MOST ||
        columns * rows > MKCV_PHOTO_PIXELS_MOST)
        return false;
    if (p->width * rows > p->height * columns)
        p->width = (int32_t)(p->height * columns / rows);
    else
        p->height = (int32_t)(p->width * rows / columns);
    if (p->width < 1) p->width = 1;
    if (p->height < 1) p->height = 1;
    p->out.columns = p->columns;
    p->out.rows = p->rows;
    if (columns * INCH <= (int64_t)p->width * MKCV_PHOTO_DPI_MOST) return true;
    int64_t needed = ((int64_t)p->width * MKCV_PHOTO_DPI + INCH - 1) / INCH;
    p->out.columns = (int)((p->columns * needed + columns / 2) / columns);
    p->out.rows = (int)((p->rows * needed + columns / 2) / columns);
    if (p->out.columns < 1) p->out.columns = 1;
    if (p->out.rows < 1) p->out.rows = 1;
    return true;
}

bool mkcv_picture_stays(const struct mkcv_picture *p)
{
    return p->orientation == 1 && p->out.columns == p->columns && p->out.rows == p->rows;
}

struct mkcv_shrink mkcv_shrink_new(struct mkcv_arena *a, struct mkcv_raster *to, int columns, int rows)
{
    size_t line = (size_t)to->columns * (size_t)to->channels;
    to->at = mkcv_arena_array(a, line, (size_t)to->rows);
    return (struct mkcv_shrink){.to = to,
                                .columns = columns,
                                .rows = rows,
                                .line = MKCV_NEW_ARRAY(a, uint32_t, line),
                                .sums = MKCV_NEW_ARRAY(a, uint64_t, line)};
}

/* How much of the old interval [i, i + 1) lies in the new one [k, k + 1), when `old` intervals become `new`: in parts
 * of which `old` make a new interval. */
static int overlap(int i, int old, int k, int new)
{
    int64_t from = (int64_t)i * new, to = from + new, first = (int64_t)k *old, last = first + old;
    if (from < first) from = first;
    if (to > last) to = last;
    return to > from ? (int)(to - from) : 0;
}

static void shrink_width(struct mkcv_shrink *s, const uint8_t *row)
{
    int channels = s->to->channels, new = s->to->columns, i = 0;
    for (int k = 0; k < new; k++) {
        uint32_t sum[3] = {0};
        for (int part = 0;; i++) {
            int share = overlap(i, s->columns, k, new);
            for (int c = 0; c < channels; c++) sum[c] += (uint32_t)share * row[i * channels + c];
            part += share;
            if (part >= s->columns) break;
        }
        for (int c = 0; c < channels; c++) s->line[k * channels + c] = sum[c];
        if ((int64_t)(i + 1) * new <= (int64_t)(k + 1) * s->columns) i++; /* it does not reach into the next one */
    }
}

static void end_row(struct mkcv_shrink *s, int k)
{
    size_t line = (size_t)s->to->columns * (size_t)s->to->channels;
    uint64_t area = (uint64_t)s->columns * (uint64_t)s->rows;
    uint8_t *to = s->to->at + (size_t)k * line;
    for (size_t i = 0; i < line; i++) {
        to[i] = (uint8_t)((s->sums[i] + area / 2) / area);
        s->sums[i] = 0;
    }
}

void mkcv_shrink_row(struct mkcv_shrink *s, const uint8_t *row)
{
    int i = s->row++, new = s->to->rows;
    size_t line = (size_t)s->to->columns * (size_t)s->to->channels;
    shrink_width(s, row);
    for (int k = (int)((int64_t)i * new / s->rows); k < new; k++) {
        uint64_t share = (uint64_t)overlap(i, s->rows, k, new);
        if (!share) break;
        for (size_t x = 0; x < line; x++) s->sums[x] += share * s->line[x];
        if ((int64_t)(i + 1) * new >= (int64_t)(k + 1) * s->rows) end_row(s, k);
    }
}

void mkcv_raster_turn(struct mkcv_arena *a, struct mkcv_raster *r, int orientation)
{
    bool swap = orientation >= 5;
    bool mirror = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    bool flip = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    struct mkcv_raster to = {swap ? r->rows : r->columns, swap ? r->columns : r->rows, r->channels, NULL};
    if (orientation <= 1 || orientation > 8) return;
    to.at = mkcv_arena_array(a, (size_t)to.columns * (size_t)to.channels, (size_t)to.rows);
    uint8_t *at = to.at;
    for (int y = 0; y < to.rows; y++)
        for (int x = 0; x < to.columns; x++) {
            int from_x = swap ? y : x, from_y = swap ? x : y;
            if (mirror) from_x = r->columns - 1 - from_x;
            if (flip) from_y = r->rows - 1 - from_y;
            const uint8_t *from = r->at + ((size_t)from_y * (size_t)r->columns + (size_t)from_x) * (size_t)r->channels;
            for (int c = 0; c < r->channels; c++) *at++ = from[c];
        }
    *r = to;
}
