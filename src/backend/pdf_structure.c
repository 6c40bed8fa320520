/* pdf_structure.c - elements, their kids and the parent tree; see pdf_structure.h. Elements are written as text, and
 * only when libharu comes to them: there are more of these objects than of all others together. */
#include "pdf_structure.h"
#include "pdf_string.h"

enum { OBJECT_NUMBER = 0x00ffffff /* of an object's id in libharu */ };

/* The annotation of a link; an element has one on each line that it stands on. */
struct annotation {
    uint32_t object, page, element;
    uint32_t next; /* of the same element; behind the last the first */
};

struct mkcv_pdf_structure {
    struct mkcv_arena *scratch;
    HPDF_Doc doc;
    const struct mkcv_pages *pages;
    const struct mkcv_structure *tree;
    const HPDF_Page *drawn;
    HPDF_Dict root, document;
    uint32_t first;        /* object of the first element; the others follow */
    uint32_t *annotations; /* by element: its last one, as index + 1; 0: none */
    MKCV_VEC(struct annotation) list;
};

static const struct {
    const char *type, *owner, *attribute, *value;
} kinds[] = {
#define MKCV_ELEMENT(id, type, owner, attribute, value) {type, owner, attribute, value},
#include "mkcv/element.def"
#undef MKCV_ELEMENT
};

const char *mkcv_pdf_element_type(enum mkcv_element_kind kind) { return kinds[kind].type; }

static uint32_t number_of(HPDF_Dict object) { return object->header.obj_id & OBJECT_NUMBER; }

static uint32_t page_object(const struct mkcv_pdf_structure *s, uint32_t page) { return number_of(s->drawn[page]); }

/* Bytes put so far go to the file; their memory is used again. */
static HPDF_STATUS flush(struct mkcv_buf *out, HPDF_Stream to)
{
    HPDF_STATUS status = HPDF_Stream_Write(to, (const HPDF_BYTE *)out->s, (HPDF_UINT)out->n);
    out->n = 0;
    return status;
}

/* The page of the element's first content or annotation; UINT32_MAX: it has only elements in it. */
static uint32_t page_of(const struct mkcv_pdf_structure *s, uint32_t at)
{
    const struct mkcv_element *e = &s->tree->elements.at[at];
    for (uint32_t i = 0; i < e->kid_count; i++) {
        const struct mkcv_kid *kid = &s->tree->kids[e->kids + i];
        if (!kid->is_element) return s->tree->contents.at[kid->at].page;
    }
    return UINT32_MAX;
}

static void put_marked(struct mkcv_buf *out, const struct mkcv_pdf_structure *s, uint32_t content, uint32_t page)
{
    const struct mkcv_marked *c = &s->tree->contents.at[content];
    unsigned mcid = content - s->pages->list.at[c->page].contents;
    if (c->page == page)
        mkcv_buf_printf(out, " %u", mcid);
    else
        mkcv_buf_printf(out, "<</Type/MCR/Pg %u 0 R/MCID %u>>", (unsigned)page_object(s, c->page), mcid);
}

static void put_annotations(struct mkcv_buf *out, const struct mkcv_pdf_structure *s, uint32_t at, uint32_t page)
{
    uint32_t last = s->annotations[at];
    for (const struct annotation *a = NULL; last && a != &s->list.at[last - 1];) {
        a = &s->list.at[a ? a->next : s->list.at[last - 1].next];
        mkcv_buf_printf(out, "<</Type/OBJR/Obj %u 0 R", (unsigned)a->object);
        if (a->page != page) mkcv_buf_printf(out, "/Pg %u 0 R", (unsigned)page_object(s, a->page));
        mkcv_buf_puts(out, ">>");
    }
}

static HPDF_STATUS put_kids(struct mkcv_buf *out, const struct mkcv_pdf_structure *s, uint32_t at, HPDF_Stream to)
{
    enum { FLUSHED = 4096 }; /* kids */
    const struct mkcv_element *e = &s->tree->elements.at[at];
    uint32_t page = page_of(s, at);
    HPDF_STATUS status = HPDF_OK;
    if (page != UINT32_MAX) mkcv_buf_printf(out, "/Pg %u 0 R", (unsigned)page_object(s, page));
    mkcv_buf_puts(out, "/K[");
    for (uint32_t i = 0; i < e->kid_count && !status; i++) {
        const struct mkcv_kid *kid = &s->tree->kids[e->kids + i];
        if (kid->is_element)
            mkcv_buf_printf(out, " %u 0 R", (unsigned)(s->first + kid->at));
        else
            put_marked(out, s, kid->at, page);
        if (i % FLUSHED == FLUSHED - 1) status = flush(out, to);
    }
    put_annotations(out, s, at, page);
    mkcv_buf_puts(out, "]");
    return status;
}

/* A link without an annotation, its address being none that a file may have, is text. */
static const char *type_of(const struct mkcv_pdf_structure *s, uint32_t at)
{
    enum mkcv_element_kind kind = s->tree->elements.at[at].kind;
    return kind == MKCV_ELEMENT_LINK && !s->annotations[at] ? "Span" : kinds[kind].type;
}

/* Where the figure stands, and what it shows. */
static void put_figure(struct mkcv_buf *out, const struct mkcv_pdf_structure *s, const struct mkcv_element *e)
{
    const struct mkcv_marked *c = &s->tree->contents.at[s->tree->kids[e->kids].at];
    const struct mkcv_page_image *image = &s->pages->list.at[c->page].images.at[c->image - 1];
    const int64_t bottom = (int64_t)s->pages->height - image->y - image->height;
    const int64_t box[4] = {image->x, bottom, (int64_t)image->x + image->width, bottom + image->height};
    mkcv_buf_puts(out, "/A<</O/Layout/Placement/Block/BBox[");
    for (int i = 0; i < 4; i++) {
        mkcv_buf_mpt(out, box[i]);
        mkcv_buf_putc(out, ' ');
    }
    mkcv_buf_puts(out, "]>>/Alt");
    mkcv_pdf_put_text(out, image->alt);
}

static HPDF_STATUS write_element(HPDF_Dict d, HPDF_Stream to)
{
    const struct mkcv_pdf_structure *s = d->attr;
    uint32_t at = number_of(d) - s->first;
    const struct mkcv_element *e = &s->tree->elements.at[at];
    struct mkcv_arena_mark mark = mkcv_arena_mark(s->scratch);
    struct mkcv_buf out;
    mkcv_buf_init(&out, s->scratch);
    mkcv_buf_printf(&out, "/S/%s/P %u 0 R", type_of(s, at), (unsigned)(at ? s->first + e->parent : number_of(s->root)));
    if (kinds[e->kind].attribute)
        mkcv_buf_printf(&out, "/A<</O/%s/%s/%s>>", kinds[e->kind].owner, kinds[e->kind].attribute,
                        kinds[e->kind].value);
    if (e->kind == MKCV_ELEMENT_FIGURE) put_figure(&out, s, e);
    HPDF_STATUS status = put_kids(&out, s, at, to);
    mkcv_buf_putc(&out, '\n');
    if (!status) status = flush(&out, to);
    mkcv_arena_rewind(s->scratch, mark);
    return status;
}

struct mkcv_pdf_structure *mkcv_pdf_structure_new(struct mkcv_arena *scratch, HPDF_Doc doc,
                                                  const struct mkcv_pages *pages, const HPDF_Page *drawn)
{
    const struct mkcv_structure *tree = &pages->structure;
    size_t links = 0;
    if (tree->elements.count == 0) return NULL;
    struct mkcv_pdf_structure *s = MKCV_NEW(scratch, struct mkcv_pdf_structure);
    *s = (struct mkcv_pdf_structure){.scratch = scratch, .doc = doc, .pages = pages, .tree = tree, .drawn = drawn};
    s->root = mkcv_pdf_dict(doc, "StructTreeRoot");
    s->annotations = MKCV_NEW_ARRAY(scratch, uint32_t, tree->elements.count);
    for (size_t i = 0; i < pages->list.count; i++) links += pages->list.at[i].links.count;
    s->list.at = MKCV_NEW_ARRAY(scratch, struct annotation, links);
    s->list.cap = links;
    for (size_t i = 0; i < tree->elements.count; i++) {
        HPDF_Dict d = mkcv_pdf_dict(doc, NULL);
        d->attr = s;
        d->write_fn = write_element;
        if (i == 0) s->document = d;
    }
    s->first = number_of(s->document);
    return s;
}

void mkcv_pdf_structure_page(struct mkcv_pdf_structure *s, HPDF_Page page, size_t number)
{
    if (s->pages->list.at[number].content_count > 0) HPDF_Dict_AddNumber(page, "StructParents", (HPDF_INT32)number);
    HPDF_Dict_AddName(page, "Tabs", "S");
}

size_t mkcv_pdf_structure_link(struct mkcv_pdf_structure *s, HPDF_Dict annotation, size_t page, uint32_t element)
{
    uint32_t last = s->annotations[element], at = (uint32_t)s->list.count;
    *MKCV_PUSH(s->scratch, &s->list) =
        (struct annotation){.object = number_of(annotation), .page = (uint32_t)page, .element = element, .next = at};
    if (last) {
        s->list.at[at].next = s->list.at[last - 1].next;
        s->list.at[last - 1].next = at;
    }
    s->annotations[element] = at + 1;
    return s->pages->list.count + at;
}

/* The elements of a page's contents under its key. */
static void put_page(struct mkcv_buf *out, const struct mkcv_pdf_structure *s, size_t number)
{
    const struct mkcv_page *page = &s->pages->list.at[number];
    if (page->content_count == 0) return;
    mkcv_buf_printf(out, "%zu[", number);
    for (uint32_t i = 0; i < page->content_count; i++)
        mkcv_buf_printf(out, " %u 0 R", (unsigned)(s->first + s->tree->contents.at[page->contents + i].element));
    mkcv_buf_puts(out, "]\n");
}

static HPDF_STATUS write_parents(HPDF_Dict d, HPDF_Stream to)
{
    const struct mkcv_pdf_structure *s = d->attr;
    struct mkcv_arena_mark mark = mkcv_arena_mark(s->scratch);
    struct mkcv_buf out;
    mkcv_buf_init(&out, s->scratch);
    mkcv_buf_puts(&out, "/Nums[");
    HPDF_STATUS status = HPDF_OK;
    for (size_t i = 0; i < s->pages->list.count && !status; i++) {
        put_page(&out, s, i);
        status = flush(&out, to);
    }
    for (size_t i = 0; i < s->list.count && !status; i++) {
        mkcv_buf_printf(&out, "%zu %u 0 R\n", s->pages->list.count + i, (unsigned)(s->first + s->list.at[i].element));
        if (out.n > 4096) status = flush(&out, to);
    }
    mkcv_buf_puts(&out, "]\n");
    if (!status) status = flush(&out, to);
    mkcv_arena_rewind(s->scratch, mark);
    return status;
}

void mkcv_pdf_structure_end(struct mkcv_pdf_structure *s)
{
    HPDF_Dict parents = mkcv_pdf_dict(s->doc, NULL);
    parents->attr = s;
    parents->write_fn = write_parents;
    HPDF_Dict_Add(s->root, "K", s->document);
    HPDF_Dict_Add(s->root, "ParentTree", parents);
    HPDF_Dict_AddNumber(s->root, "ParentTreeNextKey", (HPDF_INT32)(s->pages->list.count + s->list.count));
    HPDF_Dict_Add(s->doc->catalog, "StructTreeRoot", s->root);
    HPDF_Dict_AddBoolean(mkcv_pdf_add_dict(s->doc->catalog, "MarkInfo"), "Marked", HPDF_TRUE);
}
