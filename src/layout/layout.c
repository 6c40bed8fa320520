/* layout.c - from the flow to pages: the galleys of the main column and the sidebar are set. It draws nothing. */
#include "blocks.h"
#include "mkcv/language.h"
#include "place.h"
#include "structure.h"

static int32_t at_least(int32_t value, int32_t least) { return value > least ? value : least; }

/* `page` is the style with the page's own margins. */
static void open_galley(struct mkcv_galley *g, const struct mkcv_flow *flow, const struct mkcv_style *page)
{
    const struct mkcv_style *s = g->style;
    g->page.left = page->page.left;
    g->page.measure = page->page.width - page->page.left - page->page.right;
    g->left = s->page.left;
    g->measure = s->page.width - s->page.left - s->page.right;
    if (s->section.place == MKCV_HEAD_LEFT) {
        g->left += s->section.width + s->section.gap;
        g->measure -= s->section.width + s->section.gap;
    }
    g->measure = at_least(g->measure, s->font.size);
    g->rtl = mkcv_language_is_rtl(flow->lang);
    g->own = mkcv_spelling_of(s, flow->lang ? flow->lang : "en");
}

/* The flow without what stands in the other column; the nodes of both are the same ones. */
static struct mkcv_flow part_of(struct mkcv_arena *a, const struct mkcv_flow *flow, bool side)
{
    struct mkcv_flow part = *flow;
    if (!flow->sidebar) return part;
    part.nodes.at = NULL;
    part.nodes.count = part.nodes.cap = 0;
    for (size_t i = 0; i < flow->nodes.count; i++)
        if (flow->nodes.at[i].side == side) *MKCV_PUSH(a, &part.nodes) = flow->nodes.at[i];
    return part;
}

/* A row of nothing as high as the header above the sidebar, which begins beside the first row of the main column. */
static void leave_header(struct mkcv_galley *side, const struct mkcv_galley *main)
{
    int32_t height = 0;
    if (main->header_rows == 0 || main->style->sidebar.beside_header) return;
    for (uint32_t i = 0; i < main->header_rows; i++) {
        const struct mkcv_row *row = &main->rows.at[i];
        height += (i > 0 ? row->skip : 0) + row->rise + row->depth;
    }
    mkcv_galley_row(side, 0, 0)->rise = height;
    side->header_rows = 1;
    side->cost = MKCV_PAGE_NEVER;
}

static void set_sidebar(struct mkcv_galley *side, const struct mkcv_galley *main, const struct mkcv_flow *flow)
{
    const struct mkcv_flow part = part_of(side->work, flow, true);
    leave_header(side, main);
    mkcv_headings_beside(side, main);
    mkcv_blocks_put(side, &part);
    bool beside = main->header_rows < main->rows.count;
    if (side->header_rows > 0 && side->rows.count > 1)
        side->rows.at[1].skip = beside ? main->rows.at[main->header_rows].skip : main->style->header.below;
}

static void set_pages(struct mkcv_galley *main, const struct mkcv_flow *flow, const struct mkcv_style *style,
                      struct mkcv_pages *pages)
{
    const struct mkcv_style beside = mkcv_style_beside(style, false), narrow = mkcv_style_beside(style, true);
    struct mkcv_galley side = *main;
    main->style = flow->sidebar ? &beside : style;
    side.style = &narrow;
    mkcv_structure_open(main, flow->sidebar ? &side : NULL, &pages->structure);
    open_galley(main, flow, style);
    const struct mkcv_flow part = part_of(main->work, flow, false);
    mkcv_blocks_put(main, &part);
    if (flow->sidebar) {
        open_galley(&side, flow, style);
        set_sidebar(&side, main, flow);
    }
    mkcv_place_pages(main, flow->sidebar ? &side : NULL, flow, pages);
    mkcv_structure_settle(main->arena, main->scratch, pages);
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
    struct mkcv_galley g = {.arena = a, .work = &work, .scratch = &scratch, .fonts = fonts, .diags = d};
    set_pages(&g, flow, style, pages);
    mkcv_arena_clear(&scratch);
    mkcv_arena_clear(&work);
    return pages;
}
