/* pdf_content.c - a page's operators; see pdf_content.h. Nothing of libharu is known here.
 *
 * Neighbours on a line become one array of TJ: the pen runs along with the widths that the font dictionary states, and
 * each glyph that layout wants elsewhere gets an adjustment. Word spaces are drawn as space glyphs, so that every
 * reader of the file finds them. */
#include "pdf_content.h"
#include "pdf_string.h"
#include "pdf_structure.h"
#include <string.h>

enum {
    NEAR = 3,            /* em: a piece that far from the pen still continues the line's array */
    STRING_LIMIT = 8000, /* glyphs of an array; readers may refuse strings over 32,767 bytes */
    MICRO = 1000000,     /* pen units in a thousandth of a point */
    CENTI = 10,          /* thousandths of a point in 1/100 pt */
};

struct pen {
    struct mkcv_buf *out;
    const struct mkcv_pdf_faces *faces;
    int32_t height;                                     /* of the page */
    enum { UNMARKED, LAYOUT, FURNITURE, CONTENT } mark; /* the marked content that is open */
    bool in_text, in_array, in_string;
    bool on_line;     /* the next piece at the same baseline may continue the array */
    const char *lang; /* of the open marked content; NULL: none is open, the document's holds */
    const struct mkcv_pdf_face *face;
    int32_t size;
    int32_t expansion; /* thousandths, over the natural width */
    int64_t color;     /* -1: not set yet */
    int32_t rise;      /* thousandths of an em */
    int32_t baseline;
    int64_t at;      /* the pen [MICRO] */
    int64_t x, y;    /* start of the line, in the page's own system [1/100 pt] */
    uint32_t glyphs; /* in the open array */
};

static int64_t divide(int64_t a, int64_t b) /* rounded, halves away from zero; b > 0 */
{
    return a < 0 ? -((-a + b / 2) / b) : (a + b / 2) / b;
}

static void put_integer(struct mkcv_buf *out, int64_t v)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t u = v < 0 ? -(uint64_t)v : (uint64_t)v;
    do digits[--at] = (char)('0' + u % 10);
    while (u /= 10);
    if (v < 0) digits[--at] = '-';
    mkcv_buf_put(out, digits + at, sizeof digits - at);
}

/* Graphics state */

static void set_color(struct pen *p, uint32_t color)
{
    color &= 0xFFFFFF;
    if (p->color == color) return;
    p->color = color;
    uint32_t part[3] = {color >> 16, color >> 8 & 255, color & 255};
    bool grey = part[0] == part[1] && part[1] == part[2];
    for (int i = grey ? 2 : 0; i < 3; i++) {
        mkcv_buf_mpt(p->out, (int64_t)((part[i] * 1000 + 127) / 255));
        mkcv_buf_putc(p->out, ' ');
    }
    mkcv_buf_puts(p->out, grey ? "g\n" : "rg\n");
}

static void close_array(struct pen *p)
{
    if (p->in_string) mkcv_buf_putc(p->out, '>');
    if (p->in_array) mkcv_buf_puts(p->out, "]TJ\n");
    p->in_array = p->in_string = false;
    p->glyphs = 0;
}

static void open_array(struct pen *p)
{
    if (p->glyphs >= STRING_LIMIT) close_array(p);
    if (!p->in_array) mkcv_buf_putc(p->out, '[');
    p->in_array = true;
}

static void set_rise(struct pen *p, int32_t rise)
{
    if (p->rise == rise) return;
    close_array(p);
    p->rise = rise;
    mkcv_buf_mpt(p->out, divide((int64_t)rise * p->size, 1000));
    mkcv_buf_puts(p->out, " Ts\n");
}

/* Text in another language than the document's is marked with its own (ISO 32000-1, 14.9.2). */
static void set_lang(struct pen *p, const char *lang)
{
    if (p->lang == lang || (p->lang && lang && !strcmp(p->lang, lang))) return;
    set_rise(p, 0);
    close_array(p);
    if (p->lang) mkcv_buf_puts(p->out, "EMC\n");
    if (lang) mkcv_buf_printf(p->out, "/Span<</Lang(%s)>>BDC\n", lang);
    p->lang = lang;
}

static void close_text(struct pen *p)
{
    set_lang(p, NULL);
    set_rise(p, 0);
    close_array(p);
    if (p->in_text) mkcv_buf_puts(p->out, "ET\n");
    p->in_text = p->on_line = false;
}

static void open_text(struct pen *p)
{
    if (p->in_text) return;
    mkcv_buf_puts(p->out, "BT\n");
    p->in_text = true;
    p->x = p->y = 0;
}

/* Contents are marked within a text object, artifacts around it. */
static void close_mark(struct pen *p)
{
    if (p->mark == UNMARKED) return;
    set_lang(p, NULL);
    set_rise(p, 0);
    close_array(p);
    if (p->mark != CONTENT) close_text(p);
    mkcv_buf_puts(p->out, "EMC\n");
    p->mark = UNMARKED;
}

static void mark_artifact(struct pen *p, bool furniture)
{
    if (p->mark == (furniture ? FURNITURE : LAYOUT)) return;
    close_mark(p);
    close_text(p);
    mkcv_buf_printf(p->out, "/Artifact<</Type/%s>>BDC\n", furniture ? "Pagination" : "Layout");
    p->mark = furniture ? FURNITURE : LAYOUT;
}

static void mark_content(struct pen *p, enum mkcv_element_kind kind, uint32_t number)
{
    close_mark(p);
    open_text(p);
    mkcv_buf_printf(p->out, "/%s<</MCID %u>>BDC\n", mkcv_pdf_element_type(kind), (unsigned)number);
    p->mark = CONTENT;
}

static void set_face(struct pen *p, const struct mkcv_pdf_face *face, int32_t size)
{
    if (p->face == face && p->size == size) return;
    set_rise(p, 0);
    p->face = face;
    p->size = size;
    mkcv_buf_puts(p->out, "/F");
    put_integer(p->out, face->number);
    mkcv_buf_putc(p->out, ' ');
    mkcv_buf_mpt(p->out, size);
    mkcv_buf_puts(p->out, " Tf\n");
}

/* Pen units in a thousandth of an em. */
static int64_t unit(const struct pen *p) { return (int64_t)p->size * (1000 + p->expansion); }

static void set_expansion(struct pen *p, int32_t expansion)
{
    if (p->expansion == expansion) return;
    set_rise(p, 0);
    close_array(p);
    p->expansion = expansion;
    mkcv_buf_mpt(p->out, 100000 + (int64_t)expansion * 100);
    mkcv_buf_puts(p->out, " Tz\n");
}

static void move_to(struct pen *p, int32_t x, int32_t y)
{
    int64_t cx = divide(x, CENTI), cy = divide((int64_t)p->height - y, CENTI);
    set_rise(p, 0);
    mkcv_buf_mpt(p->out, (cx - p->x) * CENTI);
    mkcv_buf_putc(p->out, ' ');
    mkcv_buf_mpt(p->out, (cy - p->y) * CENTI);
    mkcv_buf_puts(p->out, " Td\n");
    p->x = cx;
    p->y = cy;
    p->at = cx * CENTI * MICRO;
    p->baseline = y;
    p->on_line = true;
}

/* Glyphs */

static void draw_code(struct pen *p, uint16_t code, int64_t where, int32_t rise)
{
    set_rise(p, rise);
    int64_t adjust = divide(where - p->at, unit(p));
    open_array(p);
    if (adjust) {
        if (p->in_string) mkcv_buf_putc(p->out, '>');
        p->in_string = false;
        put_integer(p->out, -adjust);
        p->at += adjust * unit(p);
    }
    if (!p->in_string) mkcv_buf_putc(p->out, '<');
    p->in_string = true;
    p->glyphs++;
    mkcv_pdf_hex4(p->out, code);
    p->at += (int64_t)p->face->subset.width[code] * unit(p);
}

static void open_actual_text(struct pen *p, const struct mkcv_glyph_run *run, uint32_t i)
{
    set_rise(p, 0);
    close_array(p);
    mkcv_buf_puts(p->out, "/Span<</ActualText<FEFF");
    mkcv_pdf_utf16_hex(p->out, run->text + run->glyphs[i].at, run->glyphs[i].len);
    mkcv_buf_puts(p->out, ">>>BDC\n");
}

static void close_actual_text(struct pen *p)
{
    set_rise(p, 0);
    close_array(p);
    mkcv_buf_puts(p->out, "EMC\n");
}

/* Draws glyphs [i, end), which show one cluster, from `where` [MICRO]; returns where they end. */
static int64_t draw_cluster(struct pen *p, const struct mkcv_glyph_run *run, uint32_t i, uint32_t end, int64_t where)
{
    bool ignored = mkcv_pdf_is_ignored(run, i), told = ignored || mkcv_pdf_tells_text(p->face, run, i, end);
    if (!told) open_actual_text(p, run, i);
    for (uint32_t k = i; k < end; k++) {
        const struct mkcv_glyph *g = &run->glyphs[k];
        uint16_t code = mkcv_pdf_code(p->face, g->id);
        if (!ignored && code < p->face->subset.glyph_count) draw_code(p, code, where + (int64_t)g->dx * unit(p), g->dy);
        where += (int64_t)g->advance * unit(p);
    }
    if (!told) close_actual_text(p);
    return where;
}

/* Draws a run whose origin is at `where` [MICRO]; returns where it ends. */
static int64_t draw_run(struct pen *p, const struct mkcv_glyph_run *run, int64_t where)
{
    for (uint32_t i = 0, end; i < run->count; i = end) {
        end = mkcv_pdf_cluster_end(run, i);
        where = draw_cluster(p, run, i, end, where);
    }
    return where;
}

/* The same of a run from right to left, whose glyphs stand from the left: its clusters in the order of the text, so
 * that readers which take text as it is drawn get it right. */
static void draw_backwards(struct pen *p, const struct mkcv_glyph_run *run, int64_t where)
{
    for (uint32_t i = 0; i < run->count; i++) where += (int64_t)run->glyphs[i].advance * unit(p);
    for (uint32_t end = run->count, i; end > 0; end = i) {
        for (i = end - 1; i > 0 && !run->glyphs[i].len;) i--;
        for (uint32_t k = i; k < end; k++) where -= (int64_t)run->glyphs[k].advance * unit(p);
        draw_cluster(p, run, i, end, where);
    }
}

/* Whether the piece can follow in the text object from where the pen stands. */
static bool continues_line(const struct pen *p, const struct mkcv_piece *piece)
{
    int64_t gap = (int64_t)piece->x * MICRO - p->at, most = (int64_t)piece->size * MICRO * NEAR;
    return p->on_line && p->baseline == piece->y && gap <= most && gap >= -most;
}

static void draw_piece(struct pen *p, const struct mkcv_piece *piece)
{
    const struct mkcv_glyph_run *run = piece->run;
    if (!run || !run->count || (size_t)run->face >= p->faces->count || piece->size <= 0) return;
    const struct mkcv_pdf_face *face = &p->faces->at[run->face];
    if (piece->artifact)
        mark_artifact(p, true);
    else if (p->mark != CONTENT)
        close_mark(p);
    open_text(p);
    set_lang(p, piece->lang);
    bool near = continues_line(p, piece), same = p->face == face && p->size == piece->size &&
                                                 p->color == piece->color && p->expansion == piece->expansion;
    if (!near || !same) {
        close_array(p);
        set_face(p, face, piece->size);
        set_color(p, piece->color);
        set_expansion(p, piece->expansion);
    }
    if (!near) move_to(p, piece->x, piece->y);
    int64_t start = (int64_t)piece->x * MICRO;
    uint16_t space = mkcv_pdf_code(face, face->face->space_id);
    bool spaced = mkcv_pdf_has_space(piece, face->face) && space < face->subset.glyph_count;
    if (piece->rtl) {
        draw_backwards(p, run, start);
        if (spaced) draw_code(p, space, start - face->subset.width[space] * unit(p), 0);
    } else {
        int64_t end = draw_run(p, run, start);
        if (spaced) draw_code(p, space, end, 0);
    }
    if (piece->line_end) p->on_line = false;
}

static void draw_rule(struct pen *p, const struct mkcv_page_rule *rule)
{
    mark_artifact(p, false);
    set_color(p, rule->color);
    const int64_t box[4] = {rule->x, (int64_t)p->height - rule->y - rule->height, rule->width, rule->height};
    for (int i = 0; i < 4; i++) {
        mkcv_buf_mpt(p->out, box[i]);
        mkcv_buf_putc(p->out, ' ');
    }
    mkcv_buf_puts(p->out, "re f\n");
}

/* Content number `n` of the page, NULL behind the last. */
static const struct mkcv_marked *content_at(const struct mkcv_page *page, const struct mkcv_structure *structure,
                                            size_t n)
{
    return n < page->content_count ? &structure->contents.at[page->contents + n] : NULL;
}

/* An image goes by the number of its element. */
static void draw_image(struct pen *p, const struct mkcv_page_image *image, uint32_t content)
{
    const int64_t matrix[6] = {image->width,  0,        0,
                               image->height, image->x, (int64_t)p->height - image->y - image->height};
    close_mark(p);
    close_text(p);
    mkcv_buf_printf(p->out, "/%s<</MCID %u>>BDC\nq ", mkcv_pdf_element_type(MKCV_ELEMENT_FIGURE), (unsigned)content);
    for (int i = 0; i < 6; i++) {
        mkcv_buf_mpt(p->out, matrix[i]);
        mkcv_buf_putc(p->out, ' ');
    }
    mkcv_buf_printf(p->out, "cm /I%u Do Q\nEMC\n", (unsigned)image->element);
}

void mkcv_pdf_content_write(const struct mkcv_page *page, const struct mkcv_structure *structure, int32_t height,
                            const struct mkcv_pdf_faces *faces, struct mkcv_buf *out)
{
    struct pen p = {.out = out, .faces = faces, .height = height, .color = -1};
    for (size_t i = 0; i < page->rules.count; i++) draw_rule(&p, &page->rules.at[i]);
    for (size_t i = 0, n = 0; i <= page->pieces.count; i++) {
        const struct mkcv_marked *next = content_at(page, structure, n);
        for (; next && next->image && next->piece == i; next = content_at(page, structure, n))
            draw_image(&p, &page->images.at[next->image - 1], (uint32_t)n++);
        if (i == page->pieces.count) break;
        if (next && next->piece == i) mark_content(&p, structure->elements.at[next->element].kind, (uint32_t)n++);
        draw_piece(&p, &page->pieces.at[i]);
    }
    close_mark(&p);
    close_text(&p);
}
