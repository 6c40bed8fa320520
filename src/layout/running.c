/* running.c - the running head and the foot of a page: its number and the number of pages filled in, and set. */
#include "running.h"
#include "mkcv/buf.h"
#include "paragraph.h"
#include <string.h>

struct numbers {
    size_t page, pages;
    int32_t y; /* of the baseline, from the page's upper edge */
};

static const char *fill_numbers(struct mkcv_arena *a, const char *s, struct numbers n)
{
    static const char page[] = "{page}", pages[] = "{pages}";
    struct mkcv_buf out;
    mkcv_buf_init(&out, a);
    while (*s) {
        bool is_page = !strncmp(s, page, strlen(page)), is_pages = !strncmp(s, pages, strlen(pages));
        if (is_page || is_pages)
            mkcv_buf_printf(&out, "%zu", is_page ? n.page : n.pages);
        else
            mkcv_buf_putc(&out, *s);
        s += is_page ? strlen(page) : is_pages ? strlen(pages) : 1;
    }
    return out.s;
}

static void put_part(struct mkcv_galley *g, const char *template, struct numbers n, enum mkcv_align align)
{
    if (!template || !*template) return;
    struct mkcv_text text = {0};
    mkcv_text_put(g->scratch, &text, fill_numbers(g->scratch, template, n), MKCV_ROLE_FOOTER);
    struct mkcv_shape shape = {.base = MKCV_ROLE_FOOTER, .measure = g->page.measure, .align = align};
    struct mkcv_para *p = mkcv_para_new(g, &text, shape);
    if (p->count > 0) mkcv_para_put(g, p, 0, g->page.left, n.y);
}

static void put_line(struct mkcv_galley *g, const struct mkcv_running_line *line, struct numbers n)
{
    put_part(g, line->left, n, MKCV_ALIGN_LEFT);
    put_part(g, line->center, n, MKCV_ALIGN_CENTER);
    put_part(g, line->right, n, MKCV_ALIGN_RIGHT);
}

void mkcv_running_put(struct mkcv_galley *g, const struct mkcv_flow *flow, size_t number, size_t count)
{
    const struct mkcv_style *s = g->style;
    size_t first = g->pieces.count;
    if (number > 1 || s->running_head.first)
        put_line(g, &flow->head, (struct numbers){number, count, s->running_head.distance});
    if (number > 1 || s->footer.first)
        put_line(g, &flow->foot, (struct numbers){number, count, s->page.height - s->footer.distance});
    for (size_t i = first; i < g->pieces.count; i++) g->pieces.at[i].artifact = true;
}
