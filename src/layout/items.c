/* items.c - words as boxes, glue and penalties. Widths of parts of a word are read off the whole word's glyphs; the
 * kerning that a cut changes is the lines' business, when they are set. */
#include "mkcv/utf8.h"
#include "paragraph.h"
#include <string.h>

/* Costs of ending a line; TeX has 50 for hyphens of both kinds, but there uneven spaces cost less: SPACE_DEMERITS. */
enum { COST_HYPHEN = 80, COST_DASH = 50, COST_DASH_RAGGED = 250, COST_ADDRESS = 150, COST_TIE = 3000, COST_ANY = 5000 };

static int32_t fragment_width(const struct mkcv_fragment *f)
{
    return mkcv_length_from_em(f->shaped->width, f->dress->size);
}

/* Thousandths of an em of a run's glyphs that show bytes before `at`; a cluster that goes over it counts in part. */
static int64_t run_width_to(const struct mkcv_glyph_run *run, uint32_t at)
{
    int64_t width = 0;
    for (uint32_t i = 0; i < run->count; i++) {
        const struct mkcv_glyph *glyph = &run->glyphs[i];
        if (glyph->at >= at) continue;
        uint32_t inside = at - glyph->at;
        width += glyph->len > inside ? (int64_t)glyph->advance * inside / glyph->len : glyph->advance;
    }
    return width;
}

static int32_t fragment_width_to(const struct mkcv_fragment *f, uint32_t at)
{
    int64_t width = 0;
    uint32_t begin = 0;
    for (uint32_t i = 0; i < f->shaped->count && begin < at; i++) {
        width += run_width_to(&f->shaped->runs[i], at - begin);
        begin += (uint32_t)strlen(f->shaped->runs[i].text);
    }
    return mkcv_length_from_em(width, f->dress->size);
}

int32_t mkcv_word_width_to(const struct mkcv_para *p, const struct mkcv_word *w, struct mkcv_ruler *r, uint32_t at)
{
    for (; r->fragment < w->count; r->fragment++) {
        const struct mkcv_fragment *f = &p->fragments.at[w->first + r->fragment];
        if (w->at + at <= f->at) return r->before;
        if (w->at + at < f->at + f->len) return r->before + f->kern + fragment_width_to(f, w->at + at - f->at);
        r->before += f->kern + fragment_width(f);
    }
    return r->before;
}

struct writer {
    struct mkcv_galley *g;
    struct mkcv_para *p;
    bool hang;
    MKCV_VEC(struct mkcv_item) items;
};

static struct mkcv_item *add_item(struct writer *e, enum mkcv_item_kind kind, uint32_t word)
{
    struct mkcv_item *item = MKCV_PUSH(e->g->scratch, &e->items);
    item->kind = (uint8_t)kind;
    item->word = word;
    return item;
}

static int32_t left_hang(const struct writer *e, const struct mkcv_word *w)
{
    if (!e->hang || w->count == 0) return 0;
    const struct mkcv_fragment *f = &e->p->fragments.at[w->first];
    return mkcv_shaped_hang_left(e->g->style, f->shaped, f->dress);
}

static int32_t right_hang(const struct writer *e, const struct mkcv_word *w)
{
    if (!e->hang || w->count == 0) return 0;
    const struct mkcv_fragment *f = &e->p->fragments.at[w->first + w->count - 1];
    return mkcv_shaped_hang_right(e->g->style, f->shaped, f->dress);
}

/* Of the character before a cut inside a word: roughly, for it is not known as a glyph here. Most that hang are a
 * quarter of an em wide, and a hyphen's width is known. The line is set with the true one. */
static int32_t inner_hang(const struct writer *e, const struct mkcv_word *w, uint32_t at)
{
    if (!e->hang || w->count == 0) return 0;
    const struct mkcv_dress *dress = e->p->fragments.at[w->first].dress;
    uint32_t c = mkcv_utf8_before(e->p->s + w->at, at);
    int64_t width = c == '-' ? dress->hyphen : dress->size / 4;
    return (int32_t)(width * mkcv_hang_of(e->g->style, c).right / 1000);
}

static int32_t cut_cost(const struct writer *e, enum mkcv_cut kind)
{
    switch (kind) {
    case MKCV_CUT_DASH:
        return e->p->shape.prose ? COST_DASH : COST_DASH_RAGGED;
    case MKCV_CUT_URL:
        return COST_ADDRESS;
    case MKCV_CUT_HYPHEN:
        return COST_HYPHEN;
    case MKCV_CUT_ANY:
        break;
    }
    return COST_ANY;
}

static void add_box(struct writer *e, uint32_t word, uint32_t from, uint32_t to, int32_t width)
{
    const struct mkcv_word *w = &e->p->words.at[word];
    struct mkcv_item *box = add_item(e, MKCV_ITEM_BOX, word);
    box->from = from;
    box->to = to;
    box->width = width;
    if (from == 0) box->left = left_hang(e, w);
    if (to == w->len) box->right = right_hang(e, w);
}

static void add_cut(struct writer *e, uint32_t word, const struct mkcv_cut_point *cut)
{
    const struct mkcv_word *w = &e->p->words.at[word];
    struct mkcv_item *penalty = add_item(e, MKCV_ITEM_PENALTY, word);
    penalty->cost = cut_cost(e, cut->kind);
    penalty->from = penalty->to = cut->at;
    penalty->flagged = cut->kind == MKCV_CUT_HYPHEN || cut->kind == MKCV_CUT_DASH;
    if (cut->kind == MKCV_CUT_HYPHEN) {
        const struct mkcv_dress *dress = e->p->fragments.at[w->first].dress;
        penalty->width = dress->hyphen;
        if (e->hang) penalty->right = dress->hyphen * mkcv_hang_of(e->g->style, '-').right / 1000;
    } else {
        penalty->right = inner_hang(e, w, cut->at);
    }
}

static void add_word(struct writer *e, uint32_t index, bool hyphens)
{
    const struct mkcv_word *w = &e->p->words.at[index];
    struct mkcv_cuts cuts = {0};
    struct mkcv_ruler ruler = {0};
    uint32_t from = 0;
    int32_t width = 0;
    if (w->len > 3) mkcv_word_cuts(e->g, e->p, w, hyphens, &cuts);
    for (size_t i = 0; i < cuts.list.count; i++) {
        const struct mkcv_cut_point *cut = &cuts.list.at[i];
        if (cut->at <= from || cut->at >= w->len) continue;
        int32_t to = mkcv_word_width_to(e->p, w, &ruler, cut->at);
        add_box(e, index, from, cut->at, to - width);
        add_cut(e, index, cut);
        from = cut->at;
        width = to;
    }
    add_box(e, index, from, w->len, w->width - width);
}

static void add_glue(struct writer *e, uint32_t index)
{
    const struct mkcv_word *w = &e->p->words.at[index];
    struct mkcv_item *glue = add_item(e, MKCV_ITEM_GLUE, index);
    glue->width = w->gap_width;
    if (w->gap == MKCV_GAP_CLOSE) glue->stretch = e->p->size / 16;
    if (w->gap == MKCV_GAP_CLOSE || w->gap == MKCV_GAP_FIXED || w->gap == MKCV_GAP_JOIN || !e->hang) return;
    glue->stretch = w->gap_width / 2;
    glue->shrink = w->gap_width / 3;
}

static void add_gap(struct writer *e, uint32_t index)
{
    const struct mkcv_word *w = &e->p->words.at[index];
    switch ((enum mkcv_gap)w->gap) {
    case MKCV_GAP_END:
    case MKCV_GAP_FORCED: {
        struct mkcv_item *end = add_item(e, MKCV_ITEM_PENALTY, index);
        end->cost = MKCV_PENALTY_FORCE;
        end->right = right_hang(e, w);
        break;
    }
    case MKCV_GAP_TIE:
    case MKCV_GAP_FIXED:
    case MKCV_GAP_JOIN:
        add_item(e, MKCV_ITEM_PENALTY, index)->cost = w->reluctant ? COST_TIE : MKCV_PENALTY_NEVER;
        add_glue(e, index);
        break;
    case MKCV_GAP_SPACE:
    case MKCV_GAP_CLOSE:
        add_glue(e, index);
        break;
    }
}

const struct mkcv_item *mkcv_para_items(struct mkcv_galley *g, struct mkcv_para *p, bool hyphens, size_t *count)
{
    struct writer e = {.g = g, .p = p, .hang = p->shape.align == MKCV_ALIGN_JUSTIFY};
    e.items.cap = p->words.count * 2 + 2;
    e.items.at = MKCV_NEW_ARRAY(g->scratch, struct mkcv_item, e.items.cap);
    for (size_t i = 0; i < p->words.count; i++) {
        add_word(&e, (uint32_t)i, hyphens);
        add_gap(&e, (uint32_t)i);
    }
    *count = e.items.count;
    return e.items.at;
}
