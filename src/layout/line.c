/* line.c - a broken line as pieces: halves of words shaped anew, spaces set, links and underlines drawn through. */
#include "mkcv/utf8.h"
#include "paragraph.h"
#include "structure.h"
#include <string.h>

enum { LOOSEST = 2 }; /* a space grows by at most that many of its own widths; beyond, the line stays short */

/* A shaped stretch of a line and the space after it. */
struct part {
    const struct mkcv_shaped *shaped;
    const struct mkcv_dress *dress;
    const char *lang;
    uint32_t link;
    int32_t width, gap, stretch, shrink;
    bool space;
    uint8_t level, gap_level; /* of embedding */
    int32_t x;                /* from the line's start */
};

struct setter {
    struct mkcv_galley *g;
    struct mkcv_para *p;
    MKCV_VEC(struct part) parts;
    int64_t width, stretch, shrink, gaps; /* sums */
    int32_t expansion;                    /* of the letters, thousandths; the parts' widths have it */
};

static void add_part(struct setter *s, const struct mkcv_fragment *f, const struct mkcv_shaped *shaped)
{
    int32_t width = mkcv_length_from_em(shaped->width, f->dress->size);
    *MKCV_PUSH(s->g->scratch, &s->parts) = (struct part){
        .shaped = shaped, .dress = f->dress, .lang = f->lang, .link = f->link, .width = width, .level = f->level};
    s->width += width;
}

/* Bytes [from, to) of the paragraph's text, all in one fragment, with a hyphen or without. */
static const struct mkcv_shaped *shape_part(struct setter *s, const struct mkcv_fragment *f, uint32_t from, uint32_t to,
                                            bool hyphen)
{
    if (from == f->at && to == f->at + f->len && !hyphen) return f->shaped;
    return mkcv_fragment_shape(s->g, s->p, f, from, to, hyphen);
}

/* The part before is so much wider, and its link and underline with it. */
static void add_kern(struct setter *s, int32_t kern)
{
    s->parts.at[s->parts.count - 1].width += kern;
    s->width += kern;
}

static void add_word(struct setter *s, uint32_t word, uint32_t from, uint32_t to, bool hyphen)
{
    const struct mkcv_word *w = &s->p->words.at[word];
    uint32_t begin = w->at + from, end = w->at + to;
    for (uint32_t i = 0; i < w->count; i++) {
        const struct mkcv_fragment *f = &s->p->fragments.at[w->first + i];
        uint32_t low = f->at > begin ? f->at : begin;
        uint32_t high = f->at + f->len < end ? f->at + f->len : end;
        if (low >= high) continue;
        if (f->at > begin) add_kern(s, f->kern);
        add_part(s, f, shape_part(s, f, low, high, hyphen && high == end));
    }
}

/* The gap after the last part; before the first part it indents the line by a part of nothing. */
static void add_gap(struct setter *s, const struct mkcv_item *glue)
{
    static const struct mkcv_shaped nothing = {0};
    if (s->parts.count == 0) *MKCV_PUSH(s->g->scratch, &s->parts) = (struct part){.shaped = &nothing};
    struct part *part = &s->parts.at[s->parts.count - 1];
    int32_t shrink = glue->width > 0 ? glue->width / 3 : 0; /* ragged lines too: the hair's breadth that a cut adds */
    enum mkcv_gap gap = (enum mkcv_gap)s->p->words.at[glue->word].gap;
    part->gap += glue->width;
    part->stretch += glue->stretch;
    part->shrink += shrink;
    part->space |= gap != MKCV_GAP_CLOSE && gap != MKCV_GAP_JOIN;
    part->gap_level = s->p->words.at[glue->word].gap_level;
    s->width += glue->width;
    s->gaps += glue->width;
    s->stretch += glue->stretch;
    s->shrink += shrink;
}

/* A space follows in the text where the line was broken at one. */
static bool is_spaced_end(const struct mkcv_para *p, const struct mkcv_item *end)
{
    const struct mkcv_word *w = &p->words.at[end->word];
    if (end->kind == MKCV_ITEM_GLUE) return w->gap == MKCV_GAP_SPACE;
    return end->cost < MKCV_PENALTY_NEVER && end->cost > MKCV_PENALTY_FORCE &&
           (w->gap == MKCV_GAP_TIE || w->gap == MKCV_GAP_FIXED) && end->to == 0;
}

static void collect_parts(struct setter *s, size_t line)
{
    const struct mkcv_item *items = s->p->items;
    const struct mkcv_line *l = &s->p->lines[line];
    const struct mkcv_item *end = &items[l->last];
    bool cut = end->kind == MKCV_ITEM_PENALTY && end->to > 0;
    bool hyphen = cut && end->width > 0;
    for (uint32_t i = l->first; i < l->last; i++) {
        if (items[i].kind == MKCV_ITEM_GLUE) add_gap(s, &items[i]);
        if (items[i].kind != MKCV_ITEM_BOX) continue;
        uint32_t from = items[i].from, word = items[i].word;
        while (i + 2 < l->last && items[i + 2].kind == MKCV_ITEM_BOX && items[i + 2].word == word) i += 2;
        add_word(s, word, from, items[i].to, hyphen && i + 1 == l->last);
    }
    if (s->parts.count > 0 && is_spaced_end(s->p, end)) s->parts.at[s->parts.count - 1].space = true;
}

static int32_t expand(int64_t width, int32_t expansion)
{
    int64_t more = width * expansion;
    return (int32_t)(width + (more + (more < 0 ? -500 : 500)) / 1000);
}

static int32_t left_hang(const struct setter *s)
{
    const struct part *part = &s->parts.at[0];
    return part->dress ? mkcv_shaped_hang_left(s->g->style, part->shaped, part->dress) : 0;
}

static int32_t right_hang(const struct setter *s)
{
    const struct part *part = &s->parts.at[s->parts.count - 1];
    return part->dress ? mkcv_shaped_hang_right(s->g->style, part->shaped, part->dress) : 0;
}

/* The line is stretched to its measure. */
static bool is_stretched(const struct setter *s, size_t line)
{
    return s->p->shape.align == MKCV_ALIGN_JUSTIFY && s->p->items[s->p->lines[line].last].cost != MKCV_PENALTY_FORCE;
}

/* Letters give way before spaces do: a line is as even as its neighbours (Thanh, Micro-typographic extensions to the
 * TeX typesetting system, 2000). */
static void expand_letters(struct setter *s, size_t line, int64_t target)
{
    int32_t most = s->p->shape.align == MKCV_ALIGN_JUSTIFY ? s->g->style->text.expansion : 0;
    int64_t change = target - s->width, letters = s->width - s->gaps;
    if (!most || letters <= 0 || (change > 0 && (!is_stretched(s, line) || s->stretch == 0))) return;
    int64_t wanted = change * 1000 / letters;
    s->expansion = wanted > most ? most : wanted < -most ? -most : (int32_t)wanted;
    s->width = s->gaps;
    for (size_t i = 0; i < s->parts.count; i++) {
        struct part *part = &s->parts.at[i];
        part->width = expand(part->width, s->expansion);
        s->width += part->width;
    }
}

/* What is to be added to the spaces of a justified line, negative to be taken away. */
static int64_t space_change(const struct setter *s, size_t line, int64_t target)
{
    int64_t change = target - s->width;
    if (change > 0 && (!is_stretched(s, line) || s->stretch == 0)) return 0;
    if (change > 0 && s->gaps > 0 && change > LOOSEST * s->gaps) return 0;
    if (change < 0 && s->shrink == 0) return 0;
    if (change < 0 && -change > s->gaps) return -s->gaps;
    return change;
}

struct drawing {
    int32_t y;
    uint32_t link;
    int32_t link_x, link_end, link_size;
    const struct mkcv_dress *under; /* NULL: no underline open */
    int32_t under_x, under_end;
};

static void close_link(struct setter *s, struct drawing *d)
{
    if (d->link == 0) return;
    struct mkcv_galley *g = s->g;
    struct mkcv_anchor *anchor = &s->p->anchors.at[d->link - 1];
    if (!anchor->text) anchor->text = mkcv_arena_strndup(g->arena, s->p->s + anchor->at, anchor->end - anchor->at);
    *MKCV_PUSH(g->work, &g->links) = (struct mkcv_page_link){.x = d->link_x,
                                                             .y = d->y - d->link_size * 3 / 4,
                                                             .width = d->link_end - d->link_x,
                                                             .height = d->link_size,
                                                             .url = anchor->url,
                                                             .text = anchor->text,
                                                             .element = anchor->element};
    d->link = 0;
}

/* A link is one element on however many lines it stands. */
static uint32_t element_of(struct setter *s, uint32_t link)
{
    if (link == 0) return s->g->element;
    struct mkcv_anchor *anchor = &s->p->anchors.at[link - 1];
    if (!anchor->element) anchor->element = mkcv_element_add(s->g, MKCV_ELEMENT_LINK, s->g->element);
    return anchor->element;
}

static void close_underline(struct setter *s, struct drawing *d)
{
    if (!d->under) return;
    *MKCV_PUSH(s->g->work, &s->g->rules) = (struct mkcv_page_rule){.x = d->under_x,
                                                                   .y = d->y + d->under->size / 9,
                                                                   .width = d->under_end - d->under_x,
                                                                   .height = d->under->size / 22,
                                                                   .color = d->under->color};
    d->under = NULL;
}

static void draw_part(struct setter *s, struct drawing *d, const struct part *part, int32_t x)
{
    struct mkcv_galley *g = s->g;
    if (part->link != d->link) close_link(s, d);
    if (d->under && d->under != part->dress) close_underline(s, d);
    if (!part->dress) return;
    if (part->link != 0 && d->link == 0) {
        d->link = part->link;
        d->link_x = d->link_end = x;
        d->link_size = 0;
    }
    if (part->dress->underline && !d->under) {
        d->under = part->dress;
        d->under_x = d->under_end = x;
    }
    if (x < d->link_x) d->link_x = x; /* text that runs to the left */
    if (x < d->under_x) d->under_x = x;
    if (x + part->width > d->link_end) d->link_end = x + part->width;
    if (x + part->width > d->under_end) d->under_end = x + part->width;
    if (part->dress->size > d->link_size) d->link_size = part->dress->size;
    bool rtl = part->level & 1;
    uint32_t element = element_of(s, part->link);
    if (rtl) x += part->width;
    for (uint32_t i = 0; i < part->shaped->count; i++) {
        const struct mkcv_glyph_run *run = &part->shaped->runs[i];
        int32_t width = expand(mkcv_length_from_em(run->width, part->dress->size), s->expansion);
        if (rtl) x -= width;
        *MKCV_PUSH(g->work, &g->pieces) = (struct mkcv_piece){.run = run,
                                                              .lang = part->lang,
                                                              .x = x,
                                                              .y = d->y - part->dress->raise,
                                                              .size = part->dress->size,
                                                              .color = part->dress->color,
                                                              .element = element,
                                                              .expansion = (int16_t)s->expansion,
                                                              .rtl = rtl};
        if (!rtl) x += width;
    }
}

static struct setter set_line(struct mkcv_galley *g, struct mkcv_para *p, size_t line)
{
    struct setter s = {.g = g, .p = p};
    collect_parts(&s, line);
    return s;
}

int32_t mkcv_para_width(struct mkcv_galley *g, struct mkcv_para *p, size_t line)
{
    int64_t width = set_line(g, p, line).width;
    return width > INT32_MAX ? INT32_MAX : (int32_t)width;
}

int32_t mkcv_para_widest(struct mkcv_galley *g, struct mkcv_para *p)
{
    int32_t widest = 0;
    for (size_t i = 0; i < p->count; i++) {
        int32_t width = mkcv_para_width(g, p, i);
        if (width > widest) widest = width;
    }
    return widest;
}

static int32_t start_of_line(const struct setter *s, int32_t x, int64_t width)
{
    switch (s->p->shape.align) {
    case MKCV_ALIGN_JUSTIFY:
    case MKCV_ALIGN_LEFT:
        return s->g->rtl ? x + (int32_t)(s->p->shape.measure - width) : x;
    case MKCV_ALIGN_RIGHT:
        return x + (int32_t)(s->p->shape.measure - width);
    case MKCV_ALIGN_CENTER:
        return x + (int32_t)(s->p->shape.measure - width) / 2;
    }
    return x;
}

/* Gives each part its gap as it is set, and its place when all runs from left to right. */
static void place_parts(struct setter *s, int64_t change)
{
    int64_t total = change > 0 ? s->stretch : s->shrink, passed = 0, at = 0, added = 0;
    for (size_t i = 0; i < s->parts.count; i++) {
        struct part *part = &s->parts.at[i];
        part->x = (int32_t)(at + added);
        at += (int64_t)part->width + part->gap;
        passed += change > 0 ? part->stretch : part->shrink;
        int64_t now = total > 0 ? change * passed / total : 0;
        part->gap += (int32_t)(now - added);
        added = now;
    }
}

/* The places of parts and gaps in a line that runs both ways. */
static void reorder_parts(struct setter *s)
{
    size_t n = 2 * s->parts.count;
    uint8_t *levels = mkcv_arena_alloc(s->g->scratch, n);
    uint32_t *order = MKCV_NEW_ARRAY(s->g->scratch, uint32_t, n);
    for (size_t i = 0; i < s->parts.count; i++) {
        levels[2 * i] = s->parts.at[i].level;
        levels[2 * i + 1] = s->parts.at[i].gap ? s->parts.at[i].gap_level : s->parts.at[i].level;
    }
    mkcv_bidi_order(levels, n, order);
    int32_t at = 0;
    for (size_t i = 0; i < n; i++) {
        struct part *part = &s->parts.at[order[i] / 2];
        bool gap = order[i] % 2;
        if (!gap) part->x = at;
        at += gap ? part->gap : part->width;
    }
}

void mkcv_para_put(struct mkcv_galley *g, struct mkcv_para *p, size_t line, int32_t x, int32_t y)
{
    struct setter s = set_line(g, p, line);
    if (s.parts.count == 0) return;
    int32_t left = 0, right = 0;
    if (p->shape.align == MKCV_ALIGN_JUSTIFY && !p->bidi) {
        left = left_hang(&s);
        right = right_hang(&s);
    }
    expand_letters(&s, line, (int64_t)p->shape.measure + left + right);
    left = expand(left, s.expansion);
    right = expand(right, s.expansion);
    int64_t change = space_change(&s, line, (int64_t)p->shape.measure + left + right);
    int32_t start = start_of_line(&s, x, s.width + change) - left;
    place_parts(&s, change);
    if (p->bidi) reorder_parts(&s);
    struct drawing d = {.y = y};
    size_t first = g->pieces.count;
    for (size_t i = 0; i < s.parts.count; i++) {
        const struct part *part = &s.parts.at[i];
        size_t before = g->pieces.count;
        draw_part(&s, &d, part, start + part->x);
        if (g->pieces.count > before) g->pieces.at[g->pieces.count - 1].space = part->space;
    }
    close_link(&s, &d);
    close_underline(&s, &d);
    if (g->pieces.count > first) g->pieces.at[g->pieces.count - 1].line_end = true;
}

void mkcv_para_put_all(struct mkcv_galley *g, struct mkcv_para *p, int32_t x, int32_t y)
{
    for (size_t i = 0; i < p->count; i++) mkcv_para_put(g, p, i, x, y + (int32_t)i * p->leading);
}
