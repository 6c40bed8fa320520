/* layout.c - from the flow to pages: the galley is set, cut, and copied page by page. It draws nothing. */
#include "blocks.h"
#include "columns.h"
#include "running.h"

enum {
    SHORT_LINES = 4,
    SHORT_COST = 4000
}; /* a last page with fewer lines costs as much as a fifth of a page left empty */

static int32_t at_least(int32_t value, int32_t least) { return value > least ? value : least; }

static int32_t body_height(const struct mkcv_style *s)
{
    return at_least(s->page.height - s->page.top - s->page.bottom, 1);
}

static void open_galley(struct mkcv_galley *g, const struct mkcv_flow *flow)
{
    const struct mkcv_style *s = g->style;
    g->left = s->page.left;
    g->measure = s->page.width - s->page.left - s->page.right;
    if (s->section.place == MKCV_HEAD_LEFT) {
        g->left += s->section.width + s->section.gap;
        g->measure -= s->section.width + s->section.gap;
    }
    g->measure = at_least(g->measure, s->font.size);
    g->rtl = mkcv_bidi_is_rtl(flow->lang);
    g->own = mkcv_spelling_of(s, flow->lang ? flow->lang : "en");
}

static struct mkcv_page_starts cut_pages(const struct mkcv_galley *g, const struct mkcv_row_size *sizes)
{
    const struct mkcv_style *s = g->style;
    struct mkcv_page_rules rules = {
        .height = body_height(s), .short_height = SHORT_LINES * s->font.leading, .short_cost = SHORT_COST};
    struct mkcv_page_starts starts;
    mkcv_pagebreak_find(g->work, sizes, g->rows.count, &rules, &starts);
    return starts;
}

/* Where the things of row i begin; behind the last row they all end. */
static struct mkcv_row row_at(const struct mkcv_galley *g, size_t i, const struct mkcv_row *end)
{
    return i < g->rows.count ? g->rows.at[i] : *end;
}

#define COPY_VEC(arena, to, from, first, past)                                                                         \
    for (size_t copied = (first); copied < (past); copied++) *MKCV_PUSH((arena), &(to)) = (from).at[copied]

static void copy_row(struct mkcv_galley *g, struct mkcv_page *page, const struct mkcv_row *from,
                     const struct mkcv_row *to, int32_t x, int32_t y)
{
#define MOVE_VEC(vec, first, past)                                                                                     \
    for (uint32_t moved = (first); moved < (past); moved++) (vec).at[moved].x += x, (vec).at[moved].y += y
    MOVE_VEC(g->pieces, from->pieces, to->pieces);
    MOVE_VEC(g->links, from->links, to->links);
    MOVE_VEC(g->rules, from->rules, to->rules);
#undef MOVE_VEC
    COPY_VEC(g->arena, page->pieces, g->pieces, from->pieces, to->pieces);
    COPY_VEC(g->arena, page->links, g->links, from->links, to->links);
    COPY_VEC(g->arena, page->rules, g->rules, from->rules, to->rules);
}

static struct mkcv_row end_of_galley(const struct mkcv_galley *g)
{
    return (struct mkcv_row){
        .pieces = (uint32_t)g->pieces.count, .links = (uint32_t)g->links.count, .rules = (uint32_t)g->rules.count};
}

static void put_running(struct mkcv_galley *g, struct mkcv_page *page, const struct mkcv_flow *flow, size_t number,
                        size_t count)
{
    struct mkcv_row from = end_of_galley(g);
    mkcv_running_put(g, flow, number, count);
    struct mkcv_row to = end_of_galley(g);
    copy_row(g, page, &from, &to, 0, 0);
    g->pieces.count = from.pieces;
    g->links.count = from.links;
    g->rules.count = from.rules;
}

/* Room for what rows [first, past) and the lines of the margins hold, so that copying makes no second one. */
static void reserve_page(struct mkcv_galley *g, struct mkcv_page *page, const struct mkcv_row *from,
                         const struct mkcv_row *to)
{
    enum { RUNNING_PIECES = 16 };
    page->pieces.cap = to->pieces - from->pieces + RUNNING_PIECES;
    page->pieces.at = MKCV_NEW_ARRAY(g->arena, struct mkcv_piece, page->pieces.cap);
    page->links.cap = to->links - from->links;
    page->links.at = MKCV_NEW_ARRAY(g->arena, struct mkcv_page_link, page->links.cap);
}

/* A galley on its way to pages. */
struct placing {
    struct mkcv_galley *g;
    const struct mkcv_row_size *sizes;
    struct mkcv_row end; /* of the galley */
    struct mkcv_pages *pages;
    struct mkcv_page *page; /* the last */
    size_t mark;            /* the next bookmark */
};

static void add_bookmarks(struct placing *p, size_t row, int32_t top)
{
    struct mkcv_galley *g = p->g;
    for (; p->mark < g->marks.count && g->marks.at[p->mark].row == row; ++p->mark) {
        const struct mkcv_mark *m = &g->marks.at[p->mark];
        *MKCV_PUSH(g->arena, &p->pages->bookmarks) = (struct mkcv_bookmark){
            .title = m->title, .level = m->level, .page = (int)p->pages->list.count - 1, .y = top};
    }
}

/* Rows [first, past) one below the other, moved to the right by x; gives the lower edge of the last. */
static int32_t put_stack(struct placing *p, size_t first, size_t past, int32_t x, int32_t top)
{
    for (size_t i = first; i < past; i++) {
        struct mkcv_row from = row_at(p->g, i, &p->end), to = row_at(p->g, i + 1, &p->end);
        if (i > first) top += from.skip;
        copy_row(p->g, p->page, &from, &to, x, top + from.rise);
        add_bookmarks(p, i, top);
        top += from.rise + from.depth;
    }
    return top;
}

/* Rows [first, past) in their columns; gives the lower edge of the longest. */
static int32_t put_columns(struct placing *p, size_t first, size_t past, int32_t top)
{
    int count = p->sizes[first].columns;
    size_t starts[MKCV_COLUMNS_MOST];
    int32_t lowest = top;
    struct mkcv_column_heights h = mkcv_column_heights_new(p->g->scratch, p->sizes + first, past - first, count);
    mkcv_column_heights_add_all(&h);
    mkcv_column_starts(&h, 0, starts);
    for (int c = 0; c < count; c++) {
        size_t end = c + 1 < count ? first + starts[c + 1] : past;
        int32_t bottom = put_stack(p, first + starts[c], end, mkcv_columns_shift(p->g, count, c), top);
        if (bottom > lowest) lowest = bottom;
    }
    return lowest;
}

static void put_body(struct placing *p, size_t first, size_t past)
{
    int32_t top = p->g->style->page.top;
    for (size_t i = first, end; i < past; i = end) {
        int columns = p->sizes[i].columns;
        if (i > first) top += p->sizes[i].skip;
        for (end = i + 1; columns > 1 && end < past && p->sizes[end].columns == columns;) end++;
        top = columns > 1 ? put_columns(p, i, end, top) : put_stack(p, i, end, 0, top);
    }
}

static void make_pages(struct mkcv_galley *g, const struct mkcv_flow *flow, struct mkcv_pages *pages)
{
    struct placing p = {.g = g, .pages = pages, .sizes = mkcv_galley_sizes(g->work, g, 0), .end = end_of_galley(g)};
    struct mkcv_page_starts starts = cut_pages(g, p.sizes);
    for (size_t i = 0; i < starts.count; i++) {
        size_t first = starts.at[i], past = i + 1 < starts.count ? starts.at[i + 1] : g->rows.count;
        struct mkcv_row from = row_at(g, first, &p.end), to = row_at(g, past, &p.end);
        p.page = MKCV_PUSH(g->arena, &pages->list);
        reserve_page(g, p.page, &from, &to);
        put_body(&p, first, past);
        put_running(g, p.page, flow, i + 1, starts.count);
        mkcv_arena_reset(g->scratch);
    }
}

struct mkcv_pages *mkcv_layout(struct mkcv_arena *a, const struct mkcv_flow *flow, const struct mkcv_style *style,
                               struct mkcv_fonts *fonts, struct mkcv_diags *d)
{
    struct mkcv_pages *pages = MKCV_NEW(a, struct mkcv_pages);
    *pages = (struct mkcv_pages){.width = style->page.width,
                                 .height = style->page.height,
                                 .title = flow->title,
                                 .author = flow->author,
                                 .lang = flow->lang,
                                 .date = flow->date,
                                 .fonts = fonts};
    struct mkcv_arena work, scratch;
    mkcv_arena_init(&work);
    mkcv_arena_init(&scratch);
    struct mkcv_galley g = {.arena = a, .work = &work, .scratch = &scratch, .style = style, .fonts = fonts, .diags = d};
    open_galley(&g, flow);
    mkcv_blocks_put(&g, flow);
    make_pages(&g, flow, pages);
    mkcv_arena_clear(&scratch);
    mkcv_arena_clear(&work);
    return pages;
}
