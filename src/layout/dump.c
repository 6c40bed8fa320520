/* dump.c - pages as text, for --dump pages and goldens: every line with its place, dress and words. */
#include "mkcv/buf.h"
#include "mkcv/pages.h"
#include <string.h>

static void put_point(struct mkcv_buf *out, int32_t x, int32_t y)
{
    mkcv_buf_mpt(out, x);
    mkcv_buf_putc(out, ' ');
    mkcv_buf_mpt(out, y);
}

static void put_quoted(struct mkcv_buf *out, const char *s)
{
    mkcv_buf_putc(out, '"');
    for (; s && *s; s++) {
        if (*s == '"' || *s == '\\') mkcv_buf_putc(out, '\\');
        if (*s == '\n')
            mkcv_buf_puts(out, "\\n");
        else
            mkcv_buf_putc(out, *s);
    }
    mkcv_buf_putc(out, '"');
}

static int32_t piece_end(const struct mkcv_piece *p)
{
    return p->x + (int32_t)(((int64_t)p->run->width * p->size * (1000 + p->expansion) + 500000) / 1000000);
}

/* The link on whose rectangle a piece begins, from link `from` on: links and pieces are in one order. */
static size_t link_of(const struct mkcv_page *page, const struct mkcv_piece *p, size_t from)
{
    for (size_t i = from; i < page->links.count && i < from + 8; i++) {
        const struct mkcv_page_link *l = &page->links.at[i];
        if (p->x >= l->x && p->x < l->x + l->width && p->y > l->y && p->y <= l->y + l->height) return i;
    }
    return SIZE_MAX;
}

static const char *lang_of(const struct mkcv_piece *p) { return p->lang ? p->lang : ""; }

static bool is_dressed_alike(const struct mkcv_piece *a, const struct mkcv_piece *b)
{
    return a->size == b->size && a->color == b->color && a->run->face == b->run->face && a->y == b->y &&
           a->expansion == b->expansion && !strcmp(lang_of(a), lang_of(b));
}

static void put_dress(const struct mkcv_pages *pages, const struct mkcv_piece *p, const struct mkcv_piece *first,
                      struct mkcv_buf *out)
{
    mkcv_buf_puts(out, "<");
    mkcv_buf_mpt(out, p->size);
    mkcv_buf_printf(out, " %s #%06x", mkcv_fonts_face(pages->fonts, p->run->face)->postscript, p->color & 0xffffffu);
    if (p->expansion) {
        mkcv_buf_puts(out, " wide ");
        mkcv_buf_mpt(out, 1000 + p->expansion);
    }
    if (p->y != first->y) {
        mkcv_buf_puts(out, " raised ");
        mkcv_buf_mpt(out, first->y - p->y);
    }
    if (p->lang) mkcv_buf_printf(out, " in %s", p->lang);
    mkcv_buf_puts(out, ">");
}

/* One line, from piece `i` to its end; gives the index after it. */
static size_t put_line(const struct mkcv_pages *pages, const struct mkcv_page *page, size_t i, size_t *link,
                       struct mkcv_buf *out)
{
    const struct mkcv_piece *first = &page->pieces.at[i], *before = NULL;
    size_t open = SIZE_MAX;
    mkcv_buf_puts(out, !first->artifact ? "  line " : first->y < pages->height / 2 ? "  head " : "  foot ");
    put_point(out, first->x, first->y);
    for (;; i++) {
        const struct mkcv_piece *p = &page->pieces.at[i];
        size_t here = p->artifact ? SIZE_MAX : link_of(page, p, *link);
        if (open != SIZE_MAX && here != open) mkcv_buf_putc(out, ']');
        if (before && before->space) mkcv_buf_putc(out, ' ');
        if (!before) mkcv_buf_putc(out, ' ');
        if (!before || !is_dressed_alike(p, before)) put_dress(pages, p, first, out);
        if (here != SIZE_MAX && here != open) mkcv_buf_putc(out, '[');
        if (here != SIZE_MAX) *link = here;
        open = here;
        mkcv_buf_puts(out, p->run->text);
        before = p;
        if (p->line_end || i + 1 == page->pieces.count) break;
    }
    if (open != SIZE_MAX) mkcv_buf_putc(out, ']');
    mkcv_buf_puts(out, before->space ? " | to " : " to ");
    mkcv_buf_mpt(out, piece_end(before));
    mkcv_buf_putc(out, '\n');
    return i + 1;
}

static void put_page(const struct mkcv_pages *pages, size_t number, struct mkcv_buf *out)
{
    const struct mkcv_page *page = &pages->list.at[number];
    size_t link = 0;
    mkcv_buf_printf(out, "page %zu\n", number + 1);
    for (size_t i = 0; i < page->pieces.count;) i = put_line(pages, page, i, &link, out);
    for (size_t i = 0; i < page->rules.count; i++) {
        const struct mkcv_page_rule *r = &page->rules.at[i];
        mkcv_buf_puts(out, "  rule ");
        put_point(out, r->x, r->y);
        mkcv_buf_putc(out, ' ');
        put_point(out, r->width, r->height);
        mkcv_buf_printf(out, " #%06x\n", r->color & 0xffffffu);
    }
    for (size_t i = 0; i < page->images.count; i++) {
        const struct mkcv_page_image *m = &page->images.at[i];
        mkcv_buf_puts(out, "  image ");
        put_point(out, m->x, m->y);
        mkcv_buf_putc(out, ' ');
        put_point(out, m->width, m->height);
        mkcv_buf_printf(out, " %s %dx%d ", m->photo->format == MKCV_PHOTO_PNG ? "png" : "jpeg", m->photo->columns,
                        m->photo->rows);
        put_quoted(out, m->alt);
        mkcv_buf_putc(out, '\n');
    }
    for (size_t i = 0; i < page->links.count; i++) {
        const struct mkcv_page_link *l = &page->links.at[i];
        mkcv_buf_puts(out, "  link ");
        put_point(out, l->x, l->y);
        mkcv_buf_putc(out, ' ');
        put_point(out, l->width, l->height);
        mkcv_buf_printf(out, " %s ", l->url);
        put_quoted(out, l->text);
        mkcv_buf_putc(out, '\n');
    }
}

static const struct {
    const char *type, *attribute, *value;
} elements[] = {
#define MKCV_ELEMENT(id, type, owner, attribute, value) {type, attribute, value},
#include "mkcv/element.def"
#undef MKCV_ELEMENT
};

/* The words of a content, in quotation marks; an image is known by what it shows. */
static void put_content(const struct mkcv_pages *pages, const struct mkcv_marked *c, struct mkcv_buf *out)
{
    const struct mkcv_page *page = &pages->list.at[c->page];
    if (c->image) {
        mkcv_buf_puts(out, "image ");
        put_quoted(out, page->images.at[c->image - 1].alt);
        return;
    }
    const struct mkcv_marked *next = c + 1, *end = pages->structure.contents.at + page->contents + page->content_count;
    size_t past = next < end ? next->piece : page->pieces.count;
    mkcv_buf_putc(out, '"');
    for (size_t i = c->piece; i < past && !page->pieces.at[i].artifact; i++) {
        const struct mkcv_piece *p = &page->pieces.at[i];
        mkcv_buf_puts(out, p->run->text);
        if (p->space) mkcv_buf_putc(out, ' ');
        if (p->line_end && i + 1 < past && !p[1].artifact) mkcv_buf_puts(out, "| ");
    }
    mkcv_buf_putc(out, '"');
}

static void put_indent(struct mkcv_buf *out, int depth)
{
    mkcv_buf_putc(out, '\n');
    while (depth-- > 0) mkcv_buf_puts(out, "  ");
}

/* An element a line, with its text where that is all that stands in it. */
static void put_element(const struct mkcv_pages *pages, uint32_t at, int depth, struct mkcv_buf *out)
{
    const struct mkcv_structure *s = &pages->structure;
    const struct mkcv_element *e = &s->elements.at[at];
    put_indent(out, depth);
    mkcv_buf_puts(out, elements[e->kind].type);
    if (elements[e->kind].attribute)
        mkcv_buf_printf(out, " %s=%s", elements[e->kind].attribute, elements[e->kind].value);
    for (uint32_t i = 0; i < e->kid_count; i++) {
        const struct mkcv_kid *kid = &s->kids[e->kids + i];
        if (kid->is_element) {
            put_element(pages, kid->at, depth + 1, out);
            continue;
        }
        if (e->kid_count == 1)
            mkcv_buf_putc(out, ' ');
        else
            put_indent(out, depth + 1);
        put_content(pages, &s->contents.at[kid->at], out);
    }
}

void mkcv_pages_dump(const struct mkcv_pages *pages, struct mkcv_buf *out)
{
    mkcv_buf_printf(out, "pages %zu ", pages->list.count);
    put_point(out, pages->width, pages->height);
    mkcv_buf_puts(out, " title ");
    put_quoted(out, pages->title);
    mkcv_buf_puts(out, " author ");
    put_quoted(out, pages->author);
    mkcv_buf_printf(out, " lang %s\n", pages->lang ? pages->lang : "-");
    for (size_t i = 0; i < pages->list.count; i++) put_page(pages, i, out);
    for (size_t i = 0; i < pages->bookmarks.count; i++) {
        const struct mkcv_bookmark *b = &pages->bookmarks.at[i];
        mkcv_buf_printf(out, "bookmark %d page %d ", b->level, b->page + 1);
        mkcv_buf_mpt(out, b->y);
        mkcv_buf_putc(out, ' ');
        put_quoted(out, b->title);
        mkcv_buf_putc(out, '\n');
    }
    if (pages->structure.elements.count == 0) return;
    mkcv_buf_puts(out, "structure");
    put_element(pages, 0, 1, out);
    mkcv_buf_putc(out, '\n');
}
