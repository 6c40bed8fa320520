/* page_fixture.h - a small flow and style to lay out, with the fake font. */
#ifndef MKCV_PAGE_FIXTURE_H
#define MKCV_PAGE_FIXTURE_H
#include "fake_font.h"
#include "mkcv/buf.h"
#include "mkcv/pages.h"

struct fixture {
    struct mkcv_arena arena;
    struct mkcv_diags diags;
    struct mkcv_fonts fonts;
    struct mkcv_style style;
    struct mkcv_flow flow;
};

/* 10 pt characters are 5 pt wide: 60 to a line, 40 lines to a page. */
static void fixture_open(struct fixture *f)
{
    memset(f, 0, sizeof *f);
    mkcv_arena_init(&f->arena);
    mkcv_diags_init(&f->diags, &f->arena);
    f->fonts.arena = &f->arena;
    struct mkcv_style *s = &f->style;
    s->page.width = 400000;
    s->page.height = 600000;
    s->page.left = s->page.right = 50000;
    s->page.top = 60000;
    s->page.bottom = 60000;
    s->font.size = 10000;
    s->font.leading = 12000;
    s->color.ink = 0x111111;
    s->text.align = MKCV_ALIGN_JUSTIFY;
    s->text.hyphenate = true;
    s->text.tolerance = 500;
    s->header.separator = " · ";
    s->entry.date_width = 40000;
    s->entry.gap = 10000;
    s->list.indent = s->publications.indent = 15000;
    s->listing.label_width = 60000;
    s->listing.gap = 10000;
    s->section.rule = MKCV_RULE_BELOW;
    s->section.rule_width = 400;
    s->section.rule_gap = 3000;
    s->section.width = 60000;
    s->section.gap = 15000;
    s->section.above = 10000;
    s->section.below = 5000;
    f->flow.foot.left = "Ada Example";
    f->flow.foot.right = "{page} of {pages}";
    s->footer.distance = 30000;
    s->footer.first = true;
    for (size_t i = 0; i < MKCV_ROLE_COUNT; i++) s->look[i].color = MKCV_COLOR_INHERIT;
    s->look[MKCV_ROLE_TITLE].bold = true;
    s->look[MKCV_ROLE_LINK].color = 0x0000aa;
    s->look[MKCV_ROLE_DATE].color = 0x777777;
    f->flow.title = "CV";
    f->flow.author = "Ada Example";
    f->flow.lang = "en";
}

static void fixture_close(struct fixture *f) { mkcv_arena_clear(&f->arena); }

static struct mkcv_flow_node *add_node(struct fixture *f, enum mkcv_flow_kind kind, const char *head)
{
    struct mkcv_flow_node *node = MKCV_PUSH(&f->arena, &f->flow.nodes);
    node->kind = kind;
    if (head) mkcv_text_put(&f->arena, &node->head, head, MKCV_ROLE_PLAIN);
    return node;
}

static struct mkcv_pages *lay_out(struct fixture *f)
{
    return mkcv_layout(&f->arena, &f->flow, &f->style, &f->fonts, &f->diags);
}

/* The document's text as a reader gets it from the pieces: a space where one follows, else a line break joins lines as
 * they are. */
static const char *text_of_pages(struct fixture *f, const struct mkcv_pages *pages, bool artifacts)
{
    struct mkcv_buf out;
    mkcv_buf_init(&out, &f->arena);
    for (size_t p = 0; p < pages->list.count; p++) {
        const struct mkcv_page *page = &pages->list.at[p];
        for (size_t i = 0; i < page->pieces.count; i++) {
            const struct mkcv_piece *piece = &page->pieces.at[i];
            if (piece->artifact != artifacts) continue;
            mkcv_buf_puts(&out, piece->run->text);
            if (piece->space) mkcv_buf_putc(&out, ' ');
            if (piece->line_end) mkcv_buf_putc(&out, '\n');
        }
    }
    return out.s;
}
#endif
