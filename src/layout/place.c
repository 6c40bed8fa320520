/* place.c - from galleys to pages: they are cut, and copied page by page; see place.h. */
#include "place.h"
#include "columns.h"
#include "running.h"

enum {
    SHORT_LINES = 4,
    SHORT_COST = 4000
}; /* a last page with fewer lines costs as much as a fifth of a page left empty */

static int32_t body_height(const struct mkcv_style *s)
{
    int32_t height = s->page.height - s->page.top - s->page.bottom;
    return height > 1 ? height : 1;
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
    MOVE_VEC(g->images, from->images, to->images);
#undef MOVE_VEC
    COPY_VEC(g->arena, page->pieces, g->pieces, from->pieces, to->pieces);
    COPY_VEC(g->arena, page->links, g->links, from->links, to->links);
    COPY_VEC(g->arena, page->rules, g->rules, from->rules, to->rules);
    for (uint32_t i = from->images; i < to->images; i++) g->images.at[i].piece = (uint32_t)page->pieces.count;
    COPY_VEC(g->arena, page->images, g->images, from->images, to->images);
}

static struct mkcv_row end_of_galley(const struct mkcv_galley *g)
{
    return (struct mkcv_row){.pieces = (uint32_t)g->pieces.count,
                             .links = (uint32_t)g->links.count,
                             .rules = (uint32_t)g->rules.count,
                             .images = (uint32_t)g->images.count};
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

/* A galley on its way to pages. */
struct placing {
    struct mkcv_galley *g;
    const struct mkcv_row_size *sizes;
    struct mkcv_row end; /* of the galley */
    struct mkcv_page_starts starts;
    struct mkcv_pages *pages;
    struct mkcv_page *page; /* that is filled */
    int number;             /* of it, from 0 */
    size_t first, past;     /* rows of that page */
    size_t mark;            /* the next bookmark */
    size_t bar;             /* the last line beside rows, of the page's rules; SIZE_MAX: none yet */
};

static struct placing open_placing(struct mkcv_galley *g, struct mkcv_pages *pages)
{
    struct placing p = {.g = g, .pages = pages, .sizes = mkcv_galley_sizes(g->work, g, 0), .end = end_of_galley(g)};
    p.starts = cut_pages(g, p.sizes);
    p.mark = g->marks.count;
    return p;
}

/* Turns to page i; a galley that has ended has no more rows. */
static void turn_page(struct placing *p, struct mkcv_page *page, size_t i)
{
    size_t end = p->g->rows.count;
    p->page = page;
    p->number = (int)i;
    p->bar = SIZE_MAX;
    p->first = i < p->starts.count ? p->starts.at[i] : end;
    p->past = i + 1 < p->starts.count ? p->starts.at[i + 1] : end;
    while (p->mark > 0 && p->g->marks.at[p->mark - 1].row >= p->first) p->mark--;
}

/* Gives back what the page's rows held: they are the last. */
static void end_page(struct placing *p)
{
    struct mkcv_galley *g = p->g;
    struct mkcv_row from = row_at(g, p->first, &p->end);
    p->end = from;
    g->rows.count = p->first < g->rows.count ? p->first : g->rows.count;
    g->pieces.count = from.pieces;
    g->links.count = from.links;
    g->rules.count = from.rules;
    g->images.count = from.images;
    MKCV_TRIM(g->work, &g->pieces);
    MKCV_TRIM(g->work, &g->links);
}

/* Room for what the page's rows and the lines of the margins hold, so that copying makes no second one. */
static void reserve_page(struct placing *p)
{
    enum { RUNNING_PIECES = 16 };
    struct mkcv_page *page = p->page;
    struct mkcv_row from = row_at(p->g, p->first, &p->end), to = row_at(p->g, p->past, &p->end);
    page->pieces.cap = to.pieces - from.pieces + RUNNING_PIECES;
    page->pieces.at = MKCV_NEW_ARRAY(p->g->arena, struct mkcv_piece, page->pieces.cap);
    page->links.cap = to.links - from.links;
    page->links.at = MKCV_NEW_ARRAY(p->g->arena, struct mkcv_page_link, page->links.cap);
}

static void add_bookmarks(struct placing *p, size_t row, int32_t top)
{
    struct mkcv_galley *g = p->g;
    for (; p->mark < g->marks.count && g->marks.at[p->mark].row == row; ++p->mark) {
        const struct mkcv_mark *m = &g->marks.at[p->mark];
        *MKCV_PUSH(g->arena, &p->pages->bookmarks) =
            (struct mkcv_bookmark){.title = m->title, .level = m->level, .page = p->number, .y = top};
    }
}

static void put_rule(struct placing *p, int32_t x, int32_t y, int32_t width, int32_t height, uint32_t color)
{
    if (width <= 0 || height <= 0) return;
    *MKCV_PUSH(p->g->arena, &p->page->rules) =
        (struct mkcv_page_rule){.x = x, .y = y, .width = width, .height = height, .color = color};
}

/* The line beside a row, which goes on with that of the row above where the two meet. */
static void put_bar(struct placing *p, const struct mkcv_row *row, int32_t x, int32_t top, int32_t skip)
{
    const struct mkcv_style *s = p->g->style;
    int32_t height = row->rise + row->depth;
    struct mkcv_page_rule *last = p->bar < p->page->rules.count ? &p->page->rules.at[p->bar] : NULL;
    if (last && last->x == row->bar + x && last->y + last->height == top - skip) {
        last->height += skip + height;
        return;
    }
    p->bar = p->page->rules.count;
    put_rule(p, row->bar + x, top, s->entry.rule_width, height, s->color.rule);
}

/* Rows [first, past) one below the other, moved to the right by x; gives the lower edge of the last. */
static int32_t put_stack(struct placing *p, size_t first, size_t past, int32_t x, int32_t top)
{
    for (size_t i = first; i < past; i++) {
        struct mkcv_row from = row_at(p->g, i, &p->end), to = row_at(p->g, i + 1, &p->end);
        if (i > first) top += from.skip;
        copy_row(p->g, p->page, &from, &to, x, top + from.rise);
        if (from.bar > 0) put_bar(p, &from, x, top, from.skip);
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

/* Those of rows [first, past) that are on the page, the next one below `top`; gives the lower edge of the last. */
static int32_t put_body(struct placing *p, size_t first, size_t past, int32_t top)
{
    if (first < p->first) first = p->first;
    if (past > p->past) past = p->past;
    for (size_t i = first, end; i < past; i = end) {
        int columns = p->sizes[i].columns;
        if (i > p->first) top += p->sizes[i].skip;
        for (end = i + 1; columns > 1 && end < past && p->sizes[end].columns == columns;) end++;
        top = columns > 1 ? put_columns(p, i, end, top) : put_stack(p, i, end, 0, top);
    }
    return top;
}

/* What lies behind the sidebar and between it and the main column. Below the header it begins in the middle of the
 * space that is there, or with the text. */
static void put_sidebar(struct placing *p, bool headed, int32_t top)
{
    const struct mkcv_style *s = p->g->style; /* its margins are the sidebar's */
    bool left = s->sidebar.place == MKCV_SIDE_LEFT;
    int32_t half = s->sidebar.gap / 2, inner = left ? s->page.width - s->page.right + half : s->page.left - half;
    int32_t above = headed ? top + s->header.below / 2 : 0, first = headed ? top + s->header.below : s->page.top;
    if (s->sidebar.color != MKCV_COLOR_INHERIT)
        put_rule(p, left ? 0 : inner, above, left ? inner : s->page.width - inner, s->page.height - above,
                 s->sidebar.color);
    put_rule(p, inner - s->sidebar.rule_width / 2, first, s->sidebar.rule_width,
             s->page.height - s->page.bottom - first, s->color.rule);
}

/* One page, in reading order. */
static void put_page(struct placing *main, struct placing *side, size_t i)
{
    size_t header = main->g->header_rows;
    int32_t first = main->g->style->page.top, top = put_body(main, 0, header, first);
    if (side) {
        put_sidebar(side, i == 0 && side->g->header_rows > 0, top);
        put_body(side, 0, side->past, first);
    }
    put_body(main, header, main->past, top);
}

/* Bookmarks in the order of their pages, which were made from the last to the first. */
static void order_bookmarks(struct mkcv_arena *a, struct mkcv_pages *pages)
{
    const struct mkcv_bookmark *made = pages->bookmarks.at;
    size_t end = pages->bookmarks.count;
    pages->bookmarks.at = NULL;
    pages->bookmarks.count = pages->bookmarks.cap = 0;
    for (size_t from = end; end > 0; end = from) {
        while (from > 0 && made[from - 1].page == made[end - 1].page) from--;
        for (size_t i = from; i < end; i++) *MKCV_PUSH(a, &pages->bookmarks) = made[i];
    }
}

/* From the last page to the first, so that a galley gives back what has been copied: the whole of it never stands in
 * memory twice. */
void mkcv_place_pages(struct mkcv_galley *main, struct mkcv_galley *side, const struct mkcv_flow *flow,
                      struct mkcv_pages *pages)
{
    struct placing columns[2] = {open_placing(main, pages)};
    size_t count = columns[0].starts.count;
    if (side) columns[1] = open_placing(side, pages);
    if (side && columns[1].starts.count > count) count = columns[1].starts.count;
    pages->list.at = MKCV_NEW_ARRAY(main->arena, struct mkcv_page, count);
    pages->list.count = pages->list.cap = count;
    for (size_t i = count; i-- > 0;) {
        struct mkcv_page *page = &pages->list.at[i];
        for (int c = 0; c < (side ? 2 : 1); c++) turn_page(&columns[c], page, i);
        reserve_page(&columns[0]);
        put_page(&columns[0], side ? &columns[1] : NULL, i);
        put_running(main, page, flow, i + 1, count);
        for (int c = 0; c < (side ? 2 : 1); c++) end_page(&columns[c]);
        mkcv_arena_reset(main->scratch);
    }
    order_bookmarks(main->arena, pages);
}
