/* pdf_link.c - links and bookmarks; see pdf_link.h. Built by hand: libharu's own functions know neither UTF-16 without
 * an encoder nor destinations that keep the reader's zoom. */
#include "pdf_link.h"
#include "pdf_string.h"
#include "pdf_url.h"

/* The entries of a link's dictionary are written as text, and only when libharu comes to them: a CV has more of these
 * objects than of all others together. */
struct pending {
    struct mkcv_arena *scratch;
    const struct mkcv_page_link *link;
    int32_t height; /* of the page */
    size_t key;     /* in the parent tree; SIZE_MAX: none */
};

/* A coordinate, rounded to 1/10 pt. */
static void put_place(struct mkcv_buf *out, int64_t mpt)
{
    mkcv_buf_mpt(out, (mpt < 0 ? mpt - 50 : mpt + 50) / 100 * 100);
    mkcv_buf_putc(out, ' ');
}

static void put_link(struct mkcv_buf *out, const struct mkcv_page_link *link, const char *url, int32_t height)
{
    mkcv_buf_puts(out, "/Subtype/Link/Border[0 0 0]/F 4/Rect["); /* F 4: print */
    put_place(out, link->x);
    put_place(out, (int64_t)height - link->y - link->height);
    put_place(out, (int64_t)link->x + link->width);
    put_place(out, (int64_t)height - link->y);
    out->s[out->n - 1] = ']';
    mkcv_buf_puts(out, "/Contents");
    mkcv_pdf_put_text(out, link->text && *link->text ? link->text : url);
    mkcv_buf_puts(out, "/A<</S/URI/URI");
    mkcv_pdf_put_text(out, url);
    mkcv_buf_puts(out, ">>\n");
}

static HPDF_STATUS write_link(HPDF_Dict d, HPDF_Stream to)
{
    const struct pending *p = d->attr;
    struct mkcv_arena_mark mark = mkcv_arena_mark(p->scratch);
    struct mkcv_buf entries;
    mkcv_buf_init(&entries, p->scratch);
    put_link(&entries, p->link, mkcv_pdf_url(p->scratch, p->link->url), p->height);
    if (p->key != SIZE_MAX) mkcv_buf_printf(&entries, "/StructParent %zu\n", p->key);
    HPDF_STATUS status = HPDF_Stream_Write(to, (const HPDF_BYTE *)entries.s, (HPDF_UINT)entries.n);
    mkcv_arena_rewind(p->scratch, mark);
    return status;
}

static HPDF_Dict add_link(struct mkcv_arena *scratch, HPDF_Doc doc, HPDF_Array annots,
                          const struct mkcv_page_link *link, int32_t height)
{
    struct pending *pending = MKCV_NEW(scratch, struct pending);
    HPDF_Dict d = mkcv_pdf_dict(doc, NULL);
    *pending = (struct pending){.scratch = scratch, .link = link, .height = height, .key = SIZE_MAX};
    d->attr = pending;
    d->write_fn = write_link;
    HPDF_Array_Add(annots, d);
    return d;
}

void mkcv_pdf_add_links(struct mkcv_arena *scratch, HPDF_Doc doc, HPDF_Page to, const struct mkcv_pages *pages,
                        size_t number, struct mkcv_pdf_structure *structure)
{
    const struct mkcv_page *page = &pages->list.at[number];
    HPDF_Array annots = NULL;
    for (size_t i = 0, n = 0; i < page->links.count && n < MKCV_PDF_ARRAY_LIMIT; i++) {
        struct mkcv_arena_mark mark = mkcv_arena_mark(scratch);
        bool refused = !mkcv_pdf_url(scratch, page->links.at[i].url);
        mkcv_arena_rewind(scratch, mark);
        if (refused) continue;
        if (!annots) annots = mkcv_pdf_add_array(to, "Annots");
        HPDF_Dict d = add_link(scratch, doc, annots, &page->links.at[i], pages->height);
        if (structure) {
            struct pending *pending = d->attr;
            pending->key = mkcv_pdf_structure_link(structure, d, number, page->links.at[i].element);
        }
        n++;
    }
}

/* A place in the tree of bookmarks; the root is at index 0. */
struct item {
    HPDF_Dict dict;
    size_t parent, last; /* last child so far; 0: none */
    int level;
    HPDF_INT32 count; /* of all below */
};

static void add_destination(HPDF_Doc doc, HPDF_Dict d, const struct mkcv_bookmark *b, const struct mkcv_pages *pages,
                            const HPDF_Page *drawn)
{
    HPDF_Array dest = mkcv_pdf_add_array(d, "Dest");
    HPDF_Array_Add(dest, drawn[b->page]);
    HPDF_Array_AddName(dest, "XYZ");
    HPDF_Array_Add(dest, HPDF_Null_New(doc->mmgr)); /* keeps the reader's left edge */
    mkcv_pdf_add_place(dest, (int64_t)pages->height - b->y);
    HPDF_Array_AddNumber(dest, 0); /* keeps the reader's zoom */
}

static void hang_in(struct item *items, size_t i, size_t parent)
{
    struct item *up = &items[parent];
    items[i].parent = parent;
    HPDF_Dict_Add(items[i].dict, "Parent", up->dict);
    if (up->last) {
        HPDF_Dict_Add(items[i].dict, "Prev", items[up->last].dict);
        HPDF_Dict_Add(items[up->last].dict, "Next", items[i].dict);
    } else {
        HPDF_Dict_Add(up->dict, "First", items[i].dict);
    }
    up->last = i;
}

void mkcv_pdf_add_bookmarks(struct mkcv_arena *scratch, HPDF_Doc doc, const struct mkcv_pages *pages,
                            const HPDF_Page *drawn)
{
    size_t n = 0;
    struct item *items = MKCV_NEW_ARRAY(scratch, struct item, pages->bookmarks.count + 1);
    for (size_t i = 0; i < pages->bookmarks.count; i++) {
        const struct mkcv_bookmark *b = &pages->bookmarks.at[i];
        if (b->page < 0 || (size_t)b->page >= pages->list.count || !b->title) continue;
        if (!n) items[0] = (struct item){.dict = mkcv_pdf_dict(doc, "Outlines"), .level = INT32_MIN};
        size_t parent = n++; /* the bookmark before, or the root */
        while (parent && items[parent].level >= b->level) parent = items[parent].parent;
        items[n] = (struct item){.dict = mkcv_pdf_dict(doc, NULL), .level = b->level};
        mkcv_pdf_add_text(scratch, items[n].dict, "Title", b->title);
        hang_in(items, n, parent);
        add_destination(doc, items[n].dict, b, pages, drawn);
    }
    if (!n) return;
    for (size_t i = n; i > 0; i--) { /* children stand behind their parents */
        items[items[i].parent].count += items[i].count + 1;
        if (items[i].last) HPDF_Dict_Add(items[i].dict, "Last", items[items[i].last].dict);
        if (items[i].count) HPDF_Dict_AddNumber(items[i].dict, "Count", items[i].count);
    }
    HPDF_Dict_Add(items[0].dict, "Last", items[items[0].last].dict);
    HPDF_Dict_AddNumber(items[0].dict, "Count", items[0].count);
    HPDF_Dict_Add(doc->catalog, "Outlines", items[0].dict);
}
