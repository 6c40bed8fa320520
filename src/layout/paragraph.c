/* paragraph.c - a paragraph's passes: without hyphenation, with it, looser, then as well as can be. */
#include "paragraph.h"

enum {
    LINE_PENALTY = 10,
    SPACE_DEMERITS = 20000, /* the spread of spaces counts by its square, which TeX's badness, a sixth power, misses: a
                             * line at half its stretch costs as much as a hyphen does */
    HYPHENS_DEMERITS = 10000,
    LAST_HYPHEN_DEMERITS = 5000,
    FITNESS_DEMERITS = 10000,
    RUNT_DEMERITS = 15000,
    LONE_DEMERITS = 3000, /* a long word alone is not worth uneven lines above it */
    RUNT_EMS = 4,
    RAGGED_EMS = 4,     /* stretch of a ragged line: one short by that much is as bad as spaces of one and a half */
    EMERGENCY_EMS = 2,  /* in the last pass */
    TOLERANCE = 500,    /* thousandths of a space, where the style has none */
    LOOSE = 2,          /* times the badness in the second pass, as in TeX */
    LOOSER = 4,         /* times that in the third: twice the stretch of the first */
    LONG_WORDS = 20000, /* no prose any more: one pass without hyphens must do */
};

static struct mkcv_line_rules rules_for(const struct mkcv_galley *g, const struct mkcv_para *p)
{
    bool ragged = p->shape.align != MKCV_ALIGN_JUSTIFY;
    int32_t tolerance = g->style->text.tolerance > 0 ? g->style->text.tolerance : TOLERANCE;
    return (struct mkcv_line_rules){
        .measure = p->shape.measure,
        .expansion = ragged ? 0 : g->style->text.expansion,
        .extra_stretch = ragged ? p->size * RAGGED_EMS : 0,
        .tolerance = ragged ? MKCV_BADNESS_MOST : mkcv_linebreak_badness(tolerance, TOLERANCE),
        .line_penalty = LINE_PENALTY,
        .space_demerits = ragged ? 0 : SPACE_DEMERITS,
        .hyphens_demerits = HYPHENS_DEMERITS,
        .last_hyphen_demerits = LAST_HYPHEN_DEMERITS,
        .fitness_demerits = ragged ? 0 : FITNESS_DEMERITS,
        .runt_width = p->shape.measure / 10 < p->size * RUNT_EMS ? p->shape.measure / 10 : p->size * RUNT_EMS,
        .runt_demerits = RUNT_DEMERITS,
        .lone_demerits = ragged ? RUNT_DEMERITS : LONE_DEMERITS,
    };
}

static bool try_pass(struct mkcv_galley *g, struct mkcv_para *p, bool hyphens, const struct mkcv_line_rules *rules,
                     struct mkcv_breaks *out)
{
    size_t count;
    p->items = mkcv_para_items(g, p, hyphens, &count);
    return mkcv_linebreak_find(g->scratch, p->items, count, rules, out);
}

static void loosen(struct mkcv_line_rules *rules, int32_t times)
{
    bool most = rules->tolerance > MKCV_BADNESS_MOST / times;
    rules->tolerance = most ? MKCV_BADNESS_MOST : rules->tolerance * times;
}

/* Some word may be divided. */
static bool has_patterns(struct mkcv_galley *g, const struct mkcv_para *p)
{
    bool any = g->own.hyphen != NULL;
    for (size_t i = 0; !any && i < p->fragments.count; i++)
        any = mkcv_galley_spelling(g, p->fragments.at[i].lang)->hyphen;
    return any;
}

static void find_breaks(struct mkcv_galley *g, struct mkcv_para *p, struct mkcv_breaks *out)
{
    struct mkcv_line_rules rules = rules_for(g, p);
    bool hyphens = p->shape.prose && has_patterns(g, p);
    if (p->words.count > LONG_WORDS) {
        rules.tolerance = MKCV_BADNESS_MOST;
        if (try_pass(g, p, false, &rules, out)) return;
    }
    if (try_pass(g, p, false, &rules, out)) return;
    loosen(&rules, LOOSE);
    if (hyphens && try_pass(g, p, true, &rules, out)) return;
    loosen(&rules, LOOSER);
    if (try_pass(g, p, hyphens, &rules, out)) return;
    rules.tolerance = MKCV_BADNESS_MOST;
    rules.extra_stretch += p->size * EMERGENCY_EMS;
    if (try_pass(g, p, hyphens, &rules, out)) return;
    size_t count;
    p->items = mkcv_para_items(g, p, hyphens, &count);
    mkcv_linebreak_fill(g->scratch, p->items, count, p->shape.measure, out);
}

static bool fits_one_line(const struct mkcv_para *p)
{
    int64_t width = 0;
    for (size_t i = 0; i < p->words.count; i++) {
        const struct mkcv_word *w = &p->words.at[i];
        if (w->gap == MKCV_GAP_FORCED) return false;
        width += (int64_t)w->width + (w->gap == MKCV_GAP_END ? 0 : w->gap_width);
        if (width > p->shape.measure) return false;
    }
    return true;
}

static uint32_t first_box(const struct mkcv_item *items, uint32_t from, uint32_t to)
{
    while (from < to && items[from].kind != MKCV_ITEM_BOX) from++;
    return from;
}

static void make_lines(struct mkcv_galley *g, struct mkcv_para *p, const struct mkcv_breaks *breaks)
{
    p->count = breaks->count;
    p->lines = MKCV_NEW_ARRAY(g->scratch, struct mkcv_line, breaks->count);
    uint32_t from = 0;
    for (size_t i = 0; i < breaks->count; i++) {
        p->lines[i] = (struct mkcv_line){.first = first_box(p->items, from, breaks->at[i]), .last = breaks->at[i]};
        from = breaks->at[i];
    }
}

struct mkcv_para *mkcv_para_new(struct mkcv_galley *g, const struct mkcv_text *text, struct mkcv_shape shape)
{
    struct mkcv_para *p = MKCV_NEW(g->scratch, struct mkcv_para);
    p->shape = shape;
    if (p->shape.measure < 1) p->shape.measure = 1;
    p->source = mkcv_text_math(g->scratch, text);
    p->leading = mkcv_dress_leading(g->style, shape.base);
    p->size = mkcv_dress_size(g->style, shape.base);
    if (!text->s) return p;
    mkcv_para_read(g, p);
    if (p->words.count == 0) return p;
    struct mkcv_breaks breaks = {0};
    uint32_t last;
    if (fits_one_line(p)) {
        size_t count;
        p->items = mkcv_para_items(g, p, false, &count);
        last = (uint32_t)count - 1;
        breaks = (struct mkcv_breaks){.at = &last, .count = 1};
    } else {
        find_breaks(g, p, &breaks);
    }
    make_lines(g, p, &breaks);
    return p;
}
