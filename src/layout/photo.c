/* photo.c - the photo beside the header's text, or at the top of the sidebar: a figure (element.def). */
#include "blocks.h"
#include "structure.h"

/* Adds the photo to the last row, behind its text; y from its baseline. */
static void put_image(struct mkcv_galley *g, const struct mkcv_flow_node *node, int32_t x, int32_t y)
{
    *MKCV_PUSH(g->work, &g->images) =
        (struct mkcv_page_image){.x = x,
                                 .y = y,
                                 .width = node->photo->width,
                                 .height = node->photo->height,
                                 .photo = node->photo,
                                 .alt = node->alt,
                                 .element = mkcv_element_add(g, MKCV_ELEMENT_FIGURE, g->header_root)};
}

void mkcv_block_photo(struct mkcv_galley *g, const struct mkcv_flow_node *node)
{
    struct mkcv_row *row = mkcv_galley_row(g, 0, 0);
    row->rise = node->photo->height;
    put_image(g, node, g->left, -row->rise);
    g->skip = g->style->photo.gap;
    g->cost = MKCV_PAGE_NEVER;
}

/* The lower of text and photo is centred beside the other. What is below the last line of the text counts as
 * nothing, so that the middle is that of what the eye sees. */
void mkcv_block_beside_photo(struct mkcv_galley *g, const struct mkcv_flow_node *node,
                             void (*put)(struct mkcv_galley *g, const struct mkcv_flow_node *node))
{
    const struct mkcv_photo *photo = node->photo;
    bool left = mkcv_style_photo_place(g->style) == MKCV_PHOTO_LEFT;
    int32_t taken = photo->width + g->style->photo.gap, x = left ? g->left : g->left + g->measure - photo->width;
    size_t first = g->rows.count;
    if (left) g->left += taken;
    g->measure -= taken;
    put(g, node);
    if (first == g->rows.count) mkcv_galley_row(g, 0, 0);
    int32_t above = 0; /* from the top of the text to its last baseline */
    for (size_t i = first; i < g->rows.count; i++) {
        const struct mkcv_row *row = &g->rows.at[i];
        above += row->rise + (i > first ? row->skip + row[-1].depth : 0);
    }
    int32_t lack = photo->height - above;
    struct mkcv_row *last = &g->rows.at[g->rows.count - 1];
    if (lack > 0) g->rows.at[first].rise += lack / 2;
    int32_t top = lack > 0 ? lack / 2 + above : above + lack / 2;
    if (last->depth < photo->height - top) last->depth = photo->height - top;
    put_image(g, node, x, -top);
}
