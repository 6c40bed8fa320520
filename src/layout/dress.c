/* dress.c - looks: the text's own, the role of the block, the role of the span, then the emphasis of the source. */
#include "dress.h"

enum { RAISED_SIZE = 70, SUP_RAISE = 34, SUB_RAISE = -14 }; /* hundredths of the surrounding size */
enum { MARKS_MASK = 0x7f };

int32_t mkcv_length_from_em(int64_t em, int32_t size)
{
    int64_t product = em * size;
    return (int32_t)((product + (product < 0 ? -500 : 500)) / 1000);
}

static void lay_look(struct mkcv_dress *d, const struct mkcv_look *look)
{
    if (look->size > 0) d->size = look->size;
    d->want.bold |= look->bold;
    d->want.italic |= look->italic;
    d->want.small_caps |= look->small_caps;
    d->want.tabular |= look->tabular;
    d->underline |= look->underline;
    if (look->figures != MKCV_FIGURES_DEFAULT) d->want.figures = look->figures;
    if (look->tracking != 0) d->want.tracking = (int16_t)look->tracking;
    if (look->color != MKCV_COLOR_INHERIT) d->color = look->color;
}

static bool has_color(const struct mkcv_style *s, unsigned role)
{
    return role != MKCV_ROLE_PLAIN && s->look[role].color != MKCV_COLOR_INHERIT;
}

/* Emphasis inside italics is upright; a style that shows it by other means than italics says so in the role's look. */
static void lay_emphasis(struct mkcv_dress *d, const struct mkcv_look *look)
{
    bool otherwise = look->bold || look->small_caps || look->underline || look->color != MKCV_COLOR_INHERIT;
    bool was = d->want.italic;
    lay_look(d, look);
    d->want.italic = look->italic || !otherwise ? !was : was;
}

static void lay_marks(struct mkcv_dress *d, const struct mkcv_style *s, unsigned marks)
{
    if (marks & MKCV_MARK_EMPH) lay_emphasis(d, &s->look[MKCV_ROLE_EMPH]);
    if (marks & MKCV_MARK_STRONG) {
        lay_look(d, &s->look[MKCV_ROLE_STRONG]);
        d->want.bold = true;
    }
    if (marks & MKCV_MARK_CODE) lay_look(d, &s->look[MKCV_ROLE_CODE]);
    if (marks & MKCV_MARK_MATH) d->want.italic = true;
    if (marks & (MKCV_MARK_SUP | MKCV_MARK_SUB)) {
        d->raise = d->size * (marks & MKCV_MARK_SUP ? SUP_RAISE : SUB_RAISE) / 100;
        d->size = d->size * RAISED_SIZE / 100;
    }
}

static void make_dress(struct mkcv_galley *g, struct mkcv_dress *d, unsigned base, unsigned role, unsigned marks,
                       bool linked)
{
    const struct mkcv_style *s = g->style;
    d->size = s->font.size;
    d->want.figures = s->font.figures;
    d->color = s->color.ink;
    lay_look(d, &s->look[MKCV_ROLE_PLAIN]);
    if (base != MKCV_ROLE_PLAIN) lay_look(d, &s->look[base]);
    if (role != MKCV_ROLE_PLAIN && role != base) lay_look(d, &s->look[role]);
    lay_marks(d, s, marks);
    if (linked) d->underline |= s->look[MKCV_ROLE_LINK].underline;
    if (linked && !has_color(s, role) && !has_color(s, base) && has_color(s, MKCV_ROLE_LINK))
        d->color = s->look[MKCV_ROLE_LINK].color;
    d->space = mkcv_length_from_em(mkcv_font_space(g->fonts, &d->want), d->size);
    d->hyphen = mkcv_length_from_em(mkcv_font_shape(g->fonts, &d->want, "-", 1)->width, d->size);
}

const struct mkcv_dress *mkcv_dress_lookup(struct mkcv_galley *g, enum mkcv_role base, const struct mkcv_span *span)
{
    unsigned role = span && span->role < MKCV_ROLE_COUNT ? span->role : MKCV_ROLE_PLAIN;
    unsigned marks = span ? span->marks & MARKS_MASK : 0;
    bool linked = span && span->url && *span->url;
    uint32_t key = (uint32_t)base | role << 8 | marks << 16 | (uint32_t)linked << 24;
    for (size_t i = 0; i < g->dresses.count; i++)
        if (g->dresses.at[i]->key == key) return g->dresses.at[i];
    struct mkcv_dress *d = MKCV_NEW(g->work, struct mkcv_dress);
    d->key = key;
    make_dress(g, d, base, role, marks, linked);
    *MKCV_PUSH(g->work, &g->dresses) = d;
    return d;
}

int32_t mkcv_dress_size(const struct mkcv_style *style, enum mkcv_role base)
{
    if (style->look[base].size > 0) return style->look[base].size;
    return style->look[MKCV_ROLE_PLAIN].size > 0 ? style->look[MKCV_ROLE_PLAIN].size : style->font.size;
}

int32_t mkcv_dress_leading(const struct mkcv_style *style, enum mkcv_role base)
{
    if (style->look[base].leading > 0) return style->look[base].leading;
    if (style->font.size <= 0) return style->font.leading;
    return (int32_t)((int64_t)mkcv_dress_size(style, base) * style->font.leading / style->font.size);
}
