/* words.c - a text as words in their dress: shaped once, before anything is known of lines. */
#include "mkcv/utf8.h"
#include "opportunities.h"
#include "paragraph.h"
#include <string.h>

/* Longer stretches are shaped in parts: glyphs count their bytes in 16 bits, and widths inside are found by walking. */
enum { FRAGMENT_MOST = 128 };
enum { REPORTED_MOST = 60 }; /* bytes of a word that a diagnostic quotes */
/* Longer ones are several that touch: the widths of a word and of what is shaped of it are sums of 32 bits. */
enum { WORD_MOST = 16384 };

struct reader {
    struct mkcv_galley *g;
    struct mkcv_para *p;
    char *s;
    uint32_t n;              /* bytes in s */
    uint32_t word, fragment; /* where the open ones begin in s */
    uint32_t first;          /* fragment of the open word */
    uint32_t source;         /* of the open word */
    const struct mkcv_dress *dress;
    uint32_t link;
    const char *lang;
    bool tied;                 /* spaces do not break: the owner's name among the authors */
    uint32_t before;           /* the character before, when a word is open */
    uint8_t level;             /* of embedding, of the character before */
    const bool *opportunities; /* of the paragraph's text; NULL: not yet wanted */
};

/* Bytes of the longest beginning of s, at most FRAGMENT_MOST, that ends between characters. */
static size_t part_length(const char *s, size_t n)
{
    if (n <= FRAGMENT_MOST) return n;
    size_t part = FRAGMENT_MOST;
    while (part > 1 && ((unsigned char)s[part] & 0xc0) == 0x80) part--;
    return part;
}

static void close_fragment(struct reader *r)
{
    while (r->fragment < r->n) {
        size_t part = part_length(r->s + r->fragment, r->n - r->fragment);
        struct mkcv_fragment *f = MKCV_PUSH(r->g->scratch, &r->p->fragments);
        *f = (struct mkcv_fragment){.dress = r->dress,
                                    .at = r->fragment,
                                    .len = (uint32_t)part,
                                    .link = r->link,
                                    .level = r->level,
                                    .lang = r->lang};
        r->fragment += (uint32_t)part;
    }
}

static struct mkcv_word *last_word(struct reader *r)
{
    return r->p->words.count > 0 ? &r->p->words.at[r->p->words.count - 1] : NULL;
}

/* Now that all of the word is known, for that is what its ligatures and kerning go by. */
static void shape_word(struct reader *r, struct mkcv_word *w)
{
    if (w->count > 0) mkcv_word_ligatures(r->g, r->p, w->at, w->len, r->p->fragments.at[w->first].lang);
    for (uint32_t i = 0; i < w->count; i++) {
        struct mkcv_fragment *f = &r->p->fragments.at[w->first + i];
        f->shaped = mkcv_fragment_shape(r->g, r->p, f, f->at, f->at + f->len, false);
        if (i > 0) f->kern = mkcv_fragment_kern(r->g, f - 1, f);
        w->width += f->kern + mkcv_length_from_em(f->shaped->width, f->dress->size);
    }
}

static void add_word(struct reader *r, enum mkcv_gap gap, int32_t gap_width)
{
    struct mkcv_word *w = MKCV_PUSH(r->g->scratch, &r->p->words);
    close_fragment(r);
    w->at = r->word;
    w->len = r->n - r->word;
    w->first = r->first;
    w->count = (uint32_t)r->p->fragments.count - r->first;
    w->source = r->source;
    w->gap = (uint8_t)gap;
    w->gap_width = gap_width;
    w->gap_level = r->level;
    shape_word(r, w);
    if (gap != MKCV_GAP_CLOSE && gap != MKCV_GAP_JOIN && gap != MKCV_GAP_END) r->s[r->n++] = ' ';
    r->word = r->fragment = r->n;
    r->first = (uint32_t)r->p->fragments.count;
    r->before = 0;
}

/* A gap where no word is open: spaces that follow one another are one, those at the start of a line vanish. */
static void merge_gap(struct reader *r, enum mkcv_gap gap, int32_t width)
{
    struct mkcv_word *last = last_word(r);
    if (gap == MKCV_GAP_TIE || gap == MKCV_GAP_FIXED) {
        add_word(r, gap, width);
    } else if (last && gap == MKCV_GAP_FORCED) {
        last->gap = MKCV_GAP_FORCED;
    } else if (last && gap == MKCV_GAP_SPACE && last->gap == MKCV_GAP_CLOSE) {
        last->gap = MKCV_GAP_SPACE;
        last->gap_width = width;
        r->s[r->n++] = ' ';
        r->word = r->fragment = r->n;
    }
}

static void end_word(struct reader *r, enum mkcv_gap gap, int32_t width)
{
    if (r->n > r->word)
        add_word(r, gap, width);
    else
        merge_gap(r, gap, width);
}

/* What two neighbours, one at least an ideograph, stand apart, thousandths of an em: of two marks of full width with
 * the blank halves of their squares between them one half goes, and an ideograph keeps a hair from a Latin word
 * (Requirements for Chinese Text Layout, W3C, 3.1.6 and 3.2.2; as much as readers of PDF take for no space). */
static int gap_between(uint32_t before, uint32_t c)
{
    bool closed = mkcv_is_half_blank(before), opens = mkcv_is_half_blank(c) && mkcv_is_opening(c);
    if (closed && mkcv_is_opening(before) && !opens) return 0;
    if (closed && mkcv_is_half_blank(c)) return -500;
    bool latin = mkcv_is_ideograph(c) ? before < 0x2000 : c < 0x2000;
    uint32_t word = mkcv_is_ideograph(c) ? before : c, han = mkcv_is_ideograph(c) ? c : before;
    return latin && mkcv_is_cjk(han) && (mkcv_is_letter(word) || mkcv_is_digit(word)) ? 90 : 0;
}

/* Lines of ideographs end between any two that the rules do not hold together; other words end at spaces. */
static bool may_end_before(struct reader *r, uint32_t source)
{
    const struct mkcv_text *text = r->p->source;
    if (!r->opportunities)
        r->opportunities = mkcv_opportunities_find(r->g->scratch, text->s, mkcv_text_length(text), true);
    return r->opportunities[source];
}

static void put_char(struct reader *r, uint32_t c, const char *bytes, size_t n, uint32_t source)
{
    if (r->before && (mkcv_is_ideograph(c) || mkcv_is_ideograph(r->before)) && !mkcv_is_joined(c)) {
        int32_t apart = mkcv_length_from_em(gap_between(r->before, c), r->dress->size);
        bool breaks = may_end_before(r, source);
        if (breaks || apart) end_word(r, breaks ? MKCV_GAP_CLOSE : MKCV_GAP_JOIN, apart);
    }
    if (r->n - r->word >= WORD_MOST) end_word(r, MKCV_GAP_CLOSE, 0);
    if (r->n == r->word) r->source = source;
    memcpy(r->s + r->n, bytes, n);
    r->n += (uint32_t)n;
    r->before = c;
    if (r->link == 0) return;
    struct mkcv_anchor *anchor = &r->p->anchors.at[r->link - 1];
    if (anchor->end == 0) anchor->at = r->n - (uint32_t)n;
    anchor->end = r->n;
}

/* Width of a space of fixed width, thousandths of an em, or 0. */
static int fixed_space(uint32_t c)
{
    switch (c) {
    case 0x2002:
    case 0x2007:
        return 500;
    case 0x2003:
        return 1000;
    case 0x2004:
        return 333;
    case 0x2005:
        return 250;
    case 0x2008:
    case 0x2009:
    case 0x202f:
        return 180;
    case 0x200a:
        return 90;
    default:
        return 0;
    }
}

static void read_char(struct reader *r, uint32_t c, const char *bytes, size_t n, uint32_t source)
{
    switch (c) {
    case ' ':
    case '\t':
    case '\n':
    case '\r':
    case 0x3000:
        end_word(r, r->tied ? MKCV_GAP_TIE : MKCV_GAP_SPACE, r->dress->space);
        return;
    case 0xa0:
        end_word(r, MKCV_GAP_TIE, r->dress->space);
        return;
    case 0x2028:
    case 0x2029:
        end_word(r, MKCV_GAP_FORCED, 0);
        return;
    case 0x200b:
        end_word(r, MKCV_GAP_CLOSE, 0);
        return;
    case 0xad:
        if (r->n > r->word) *MKCV_PUSH(r->g->scratch, &r->p->soft) = r->n;
        return;
    case 0x200e:
    case 0x200f:
    case 0x2060:
    case 0xfeff:
        return;
    default:
        break;
    }
    int fixed = c >= 0x2002 && c <= 0x202f ? fixed_space(c) : 0;
    if (fixed > 0)
        end_word(r, MKCV_GAP_FIXED, mkcv_length_from_em(fixed, r->dress->size));
    else
        put_char(r, c, bytes, n, source);
}

/* The anchor of a span: that of the span before when they show one link. */
static uint32_t open_anchor(struct reader *r, const struct mkcv_span *span)
{
    if (!span->url || !*span->url) return 0;
    size_t count = r->p->anchors.count;
    if (r->link != 0 && strcmp(r->p->anchors.at[count - 1].url, span->url) == 0) return r->link;
    *MKCV_PUSH(r->g->scratch, &r->p->anchors) = (struct mkcv_anchor){.url = span->url};
    return (uint32_t)count + 1;
}

/* Text of one fragment runs one way. A space's level is its own, so that what is before it is closed first. */
static void set_level(struct reader *r, uint8_t level)
{
    if (level == r->level) return;
    close_fragment(r);
    r->level = level;
}

static void read_span(struct reader *r, const struct mkcv_span *span, const uint8_t *levels)
{
    const struct mkcv_dress *dress = mkcv_dress_lookup(r->g, r->p->shape.base, span);
    uint32_t link = open_anchor(r, span);
    if (dress != r->dress || link != r->link || span->lang != r->lang) close_fragment(r);
    r->dress = dress;
    r->link = link;
    r->lang = span->lang;
    r->tied = span->role == MKCV_ROLE_SELF;
    const char *s = r->p->source->s + span->at, *end = s + span->len;
    while (s < end) {
        const char *start = s;
        uint32_t c = (unsigned char)*s < 0x80 ? (unsigned char)*s++ : mkcv_utf8_next(&s);
        if (c == 0) break;
        uint32_t at = (uint32_t)(start - r->p->source->s);
        if (levels) set_level(r, levels[at]);
        read_char(r, c, start, (size_t)(s - start), at);
    }
}

/* Joins that make more than a line of what they hold together may be broken after all. */
static void loosen_ties(struct mkcv_para *p)
{
    size_t start = 0;
    int64_t width = 0;
    for (size_t i = 0; i < p->words.count; i++) {
        const struct mkcv_word *w = &p->words.at[i];
        width += w->width;
        if (w->gap == MKCV_GAP_TIE || w->gap == MKCV_GAP_FIXED || w->gap == MKCV_GAP_JOIN) {
            width += w->gap_width;
            continue;
        }
        for (size_t k = start; width > p->shape.measure && k < i; k++) p->words.at[k].reluctant = true;
        start = i + 1;
        width = 0;
    }
}

static bool fits_when_cut(struct mkcv_galley *g, const struct mkcv_para *p, const struct mkcv_word *w)
{
    struct mkcv_cuts cuts = {0};
    struct mkcv_ruler ruler = {0};
    mkcv_word_cuts(g, p, w, true, &cuts);
    int32_t from = 0;
    for (size_t i = 0; i < cuts.list.count; i++) {
        const struct mkcv_cut_point *cut = &cuts.list.at[i];
        int32_t to = mkcv_word_width_to(p, w, &ruler, cut->at);
        int32_t hyphen = cut->kind == MKCV_CUT_HYPHEN ? p->fragments.at[w->first].dress->hyphen : 0;
        if (to + hyphen - from > p->shape.measure) return false;
        from = to;
    }
    return w->width - from <= p->shape.measure;
}

static void report_wide(struct mkcv_galley *g, const struct mkcv_para *p, const struct mkcv_word *w)
{
    size_t n = w->len < REPORTED_MOST ? w->len : REPORTED_MOST;
    while (n > 0 && n < w->len && ((unsigned char)p->s[w->at + n] & 0xc0) == 0x80) n--;
    const char *text = mkcv_arena_printf(g->arena, "%.*s%s", (int)n, p->s + w->at, n < w->len ? "..." : "");
    mkcv_report(g->diags, MKCV_DIAG_LINE_OVERFULL, mkcv_text_loc(p->source, w->source), text);
}

static void mark_wide(struct mkcv_galley *g, struct mkcv_para *p)
{
    for (size_t i = 0; i < p->words.count; i++) {
        struct mkcv_word *w = &p->words.at[i];
        if (w->width <= p->shape.measure || fits_when_cut(g, p, w)) continue;
        w->wide = true;
        report_wide(g, p, w);
    }
}

void mkcv_para_read(struct mkcv_galley *g, struct mkcv_para *p)
{
    struct reader r = {.g = g, .p = p};
    size_t n = mkcv_text_length(p->source);
    const uint8_t *levels = mkcv_bidi_levels(g->scratch, p->source, g->rtl);
    p->bidi = levels != NULL;
    r.level = g->rtl;
    r.s = mkcv_arena_alloc(g->scratch, n + 2);
    p->s = r.s;
    for (size_t i = 0; i < p->source->spans.count; i++) read_span(&r, &p->source->spans.at[i], levels);
    if (r.n > r.word) add_word(&r, MKCV_GAP_END, 0);
    struct mkcv_word *last = last_word(&r);
    if (!last) return;
    last->gap = MKCV_GAP_END;
    loosen_ties(p);
    mark_wide(g, p);
}
