/* tighten.c - vertical room, line distance and letters of a style in proportion; see tighten.h. Widths, margins and
 * looks stay: the page keeps its face. */
#include "tighten.h"

static int32_t between(int32_t least, int32_t most, int t)
{
    int32_t end = t > 0 ? least : most;
    return 1000 + (end - 1000) * (t > 0 ? t : -t) / MKCV_TIGHT_MOST;
}

int32_t mkcv_tight_space(const struct mkcv_style *style, struct mkcv_tightness t)
{
    return between(style->fit.spacing, style->fit.spacing_most, t.space);
}

int32_t mkcv_tight_leading(const struct mkcv_style *style, struct mkcv_tightness t)
{
    return between(style->fit.leading, style->fit.leading_most, t.space);
}

int32_t mkcv_tight_size(const struct mkcv_style *style, struct mkcv_tightness t)
{
    int64_t least = (int64_t)style->fit.size * 1000 / style->font.size;
    return least >= 1000 ? 1000 : between((int32_t)least, 1000, t.size);
}

static int32_t scale(int32_t length, int32_t thousandths)
{
    return (int32_t)(((int64_t)length * thousandths + 500) / 1000);
}

/* Letters that are smaller than the least from the start stay as they are. */
static int32_t scale_size(int32_t size, int32_t thousandths, int32_t least)
{
    int32_t scaled = scale(size, thousandths), floor = size < least ? size : least;
    return scaled < floor ? floor : scaled;
}

static void scale_skips(struct mkcv_style *s, int32_t space)
{
    int32_t *const skips[] = {
        &s->text.skip,        &s->header.contact_gap, &s->header.below, &s->section.above,
        &s->section.below,    &s->group.above,        &s->group.below,  &s->entry.skip,
        &s->entry.tight_skip, &s->list.skip,          &s->listing.skip, &s->publications.skip,
    };
    for (size_t i = 0; i < sizeof skips / sizeof *skips; i++) *skips[i] = scale(*skips[i], space);
    if (s->header.form == MKCV_HEADER_STACKED) s->header.label_gap = scale(s->header.label_gap, space);
}

static void scale_look(struct mkcv_look *look, int32_t size, int32_t leading, int32_t least)
{
    int32_t was = look->size;
    look->size = scale_size(was, size, least);
    int32_t real = was > 0 ? (int32_t)((int64_t)look->size * 1000 / was) : size;
    look->leading = scale(scale(look->leading, real), leading);
}

struct mkcv_style mkcv_style_tighten(const struct mkcv_style *style, struct mkcv_tightness t)
{
    struct mkcv_style s = *style;
    int32_t size = mkcv_tight_size(style, t), leading = mkcv_tight_leading(style, t);
    scale_skips(&s, mkcv_tight_space(style, t));
    s.font.size = scale_size(s.font.size, size, s.fit.size);
    s.font.leading = scale(scale(s.font.leading, size), leading);
    for (int role = 0; role < MKCV_ROLE_COUNT; role++)
        if (role != MKCV_ROLE_FOOTER) scale_look(&s.look[role], size, leading, s.fit.size);
    return s;
}
