/* fragment.c - what is shaped of a word: bytes of one dress, and what stands between two of them. */
#include "mkcv/buf.h"
#include "paragraph.h"
#include <string.h>

enum { CLUSTER_MOST = 32 }; /* bytes */
enum { APART_MOST = 90 };   /* thousandths of an em: readers of PDF take more for a space */
#define NON_JOINER "\u200c" /* no ligature over it */

size_t mkcv_first_behind(const uint32_t *at, size_t count, uint32_t place)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (at[middle] <= place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct mkcv_shaped *mkcv_fragment_shape(struct mkcv_galley *g, const struct mkcv_para *p,
                                              const struct mkcv_fragment *f, uint32_t from, uint32_t to, bool hyphen)
{
    struct mkcv_face_want want = mkcv_fragment_want(f);
    size_t i = mkcv_first_behind(p->stops.at, p->stops.count, from);
    bool stopped = i < p->stops.count && p->stops.at[i] < to;
    if (!stopped && !hyphen) return mkcv_font_shape(g->fonts, &want, p->s + from, to - from);
    struct mkcv_buf text;
    mkcv_buf_init(&text, g->scratch);
    for (; i < p->stops.count && p->stops.at[i] < to; i++) {
        mkcv_buf_put(&text, p->s + from, p->stops.at[i] - from);
        mkcv_buf_puts(&text, NON_JOINER);
        from = p->stops.at[i];
    }
    mkcv_buf_put(&text, p->s + from, to - from);
    if (hyphen) mkcv_buf_putc(&text, '-');
    return mkcv_font_shape(g->fonts, &want, text.s, text.n);
}

/* The end of a run that meets another: a cluster. */
struct edge {
    const struct mkcv_glyph_run *run;
    const struct mkcv_glyph *glyph; /* the cluster's first */
};

static struct edge last_edge(const struct mkcv_shaped *shaped)
{
    if (shaped->count == 0) return (struct edge){0};
    const struct mkcv_glyph_run *run = &shaped->runs[shaped->count - 1];
    uint32_t i = run->count - 1;
    while (i > 0 && run->glyphs[i].len == 0) i--;
    return (struct edge){run, &run->glyphs[i]};
}

static struct edge first_edge(const struct mkcv_shaped *shaped)
{
    return shaped->count ? (struct edge){shaped->runs, shaped->runs[0].glyphs} : (struct edge){0};
}

static const struct mkcv_shaped *shape_edge(struct mkcv_galley *g, const struct mkcv_face_want *want,
                                            const struct edge *e)
{
    return mkcv_font_shape(g->fonts, want, e->run->text + e->glyph->at, e->glyph->len);
}

/* The glyphs of `both` are those of `a` and then those of `b`. */
static bool is_sequence(const struct mkcv_shaped *both, const struct mkcv_shaped *a, const struct mkcv_shaped *b)
{
    if (both->count != 1 || a->count != 1 || b->count != 1) return false;
    const struct mkcv_glyph_run *r = both->runs, *left = a->runs, *right = b->runs;
    if (r->count != left->count + right->count) return false;
    for (uint32_t i = 0; i < r->count; i++) {
        unsigned id = i < left->count ? left->glyphs[i].id : right->glyphs[i - left->count].id;
        if (r->glyphs[i].id != id) return false;
    }
    return true;
}

/* How much nearer (negative) two clusters stand when they are shaped as one, thousandths of an em. */
static int32_t kern_shaped(struct mkcv_galley *g, const struct mkcv_face_want *want, const struct edge *a,
                           const struct edge *b)
{
    char text[2 * CLUSTER_MOST + sizeof NON_JOINER];
    size_t n = a->glyph->len, joiner = strlen(NON_JOINER), m = b->glyph->len;
    if (n > CLUSTER_MOST || m > CLUSTER_MOST) return 0;
    memcpy(text, a->run->text + a->glyph->at, n);
    memcpy(text + n, NON_JOINER, joiner);
    memcpy(text + n + joiner, b->run->text + b->glyph->at, m);
    const struct mkcv_shaped *left = shape_edge(g, want, a), *right = shape_edge(g, want, b);
    const struct mkcv_shaped *both = mkcv_font_shape(g->fonts, want, text, n + joiner + m);
    return is_sequence(both, left, right) ? both->width - left->width - right->width : 0;
}

/* The one nearer to 0; 0 when one draws together and the other apart. */
static int32_t lesser(int32_t a, int32_t b)
{
    if ((a < 0) != (b < 0)) return 0;
    return (a < b) == (a < 0) ? b : a;
}

/* Room for what leans over the end of an italic word, as TeX's \/ makes it, less what the next glyph stays below that:
 * a comma has its place under the overhang. Thousandths of an em. */
static int32_t italic_correction(struct mkcv_galley *g, const struct edge *a, const struct edge *b)
{
    const struct mkcv_glyph *last = &a->run->glyphs[a->run->count - 1];
    struct mkcv_ink ink = mkcv_font_ink(g->fonts, a->run->face, last->id);
    struct mkcv_ink next = mkcv_font_ink(g->fonts, b->run->face, b->glyph->id);
    int32_t over = ink.right - last->advance, lower = ink.top - next.top;
    if (lower > 0) over -= lower;
    return over > 0 ? over : 0;
}

/* One is shaped as the other, but for its weight and slant. */
static bool is_alike(const struct mkcv_dress *a, const struct mkcv_dress *b)
{
    return a->size == b->size && a->raise == b->raise && a->want.small_caps == b->want.small_caps &&
           a->want.tabular == b->want.tabular && a->want.figures == b->want.figures &&
           a->want.tracking == b->want.tracking;
}

int32_t mkcv_fragment_kern(struct mkcv_galley *g, const struct mkcv_fragment *a, const struct mkcv_fragment *b)
{
    struct edge left = last_edge(a->shaped), right = first_edge(b->shaped);
    if (!left.run || !right.run || (a->level | b->level) & 1 || !is_alike(a->dress, b->dress)) return 0;
    const struct mkcv_face *from = mkcv_fonts_face(g->fonts, left.run->face);
    const struct mkcv_face *to = mkcv_fonts_face(g->fonts, right.run->face);
    int32_t kern = 0;
    if (from->italic && !to->italic)
        kern = italic_correction(g, &left, &right);
    else if (from->italic == to->italic && strcmp(from->family, to->family) == 0)
        kern = lesser(kern_shaped(g, &a->dress->want, &left, &right), kern_shaped(g, &b->dress->want, &left, &right));
    return mkcv_length_from_em(kern > APART_MOST ? APART_MOST : kern, a->dress->size);
}
