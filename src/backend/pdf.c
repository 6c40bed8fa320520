/* pdf.c - pages as a PDF 1.7 file (ISO 32000-1); see backend.h.
 *
 * libharu writes objects, cross-references and streams, and nothing else: fonts, text, links, bookmarks and
 * information are objects of our own (pdf_*.c). Nothing of time, place or machine enters the file: the same pages give
 * the same bytes, its identifier included. */
#include "mkcv/backend.h"
#include "mkcv/hash.h"
#include "pdf_attachment.h"
#include "pdf_content.h"
#include "pdf_face.h"
#include "pdf_font.h"
#include "pdf_image.h"
#include "pdf_link.h"
#include "pdf_metadata.h"
#include "pdf_structure.h"
#include <stdlib.h>
#include <string.h>

enum {
    ID_SIZE = 16,
    PAGES_LIMIT = 8000, /* pages that one node of the page tree takes; over it the tree gets a second level */
    PAGES_PER_NODE = 1000,
};

/* libharu goes on with NULL after a failed allocation and crashes, so it never sees one. */
static void *HPDF_STDCALL alloc_or_exhaust(HPDF_UINT size)
{
    void *p = malloc(size);
    if (!p) mkcv_exhausted(size);
    return p;
}

static void HPDF_STDCALL keep_error(HPDF_STATUS error, HPDF_STATUS detail, void *user)
{
    HPDF_STATUS *first = user;
    if (!*first) *first = error ? error : detail;
}

static void add_date(struct mkcv_arena *scratch, HPDF_Dict info, struct mkcv_date date)
{
    if (!date.year) return;
    const char *s = mkcv_arena_printf(scratch, "D:%04d%02d%02d000000Z", date.year, date.month ? date.month : 1,
                                      date.day ? date.day : 1);
    mkcv_pdf_add_ascii(info, "CreationDate", s);
    mkcv_pdf_add_ascii(info, "ModDate", s);
}

static void add_information(struct mkcv_arena *scratch, HPDF_Doc doc, const struct mkcv_pages *pages)
{
    mkcv_pdf_add_ascii(doc->info, "Producer", "mkcv " MKCV_VERSION);
    mkcv_pdf_add_text(scratch, doc->info, "Title", pages->title);
    mkcv_pdf_add_text(scratch, doc->info, "Author", pages->author);
    add_date(scratch, doc->info, pages->date);
    mkcv_pdf_add_metadata(scratch, doc, pages);
    mkcv_pdf_add_output_intent(scratch, doc);
    if (pages->lang && *pages->lang) mkcv_pdf_add_text(scratch, doc->catalog, "Lang", pages->lang);
    if (pages->title && *pages->title)
        HPDF_Dict_AddBoolean(mkcv_pdf_add_dict(doc->catalog, "ViewerPreferences"), "DisplayDocTitle", HPDF_TRUE);
}

/* What every page draws with: one dictionary for all. */
static HPDF_Dict add_resources(struct mkcv_arena *scratch, HPDF_Doc doc, const struct mkcv_pages *pages,
                               const struct mkcv_pdf_faces *faces)
{
    HPDF_Dict resources = mkcv_pdf_dict(doc, NULL), fonts = mkcv_pdf_add_dict(resources, "Font");
    for (int number = 1; number <= faces->used; number++) {
        for (size_t i = 0; i < faces->count; i++) {
            if (faces->at[i].number != number) continue;
            HPDF_Dict_Add(fonts, mkcv_arena_printf(scratch, "F%d", number), mkcv_pdf_font(scratch, doc, &faces->at[i]));
        }
    }
    mkcv_pdf_add_images(scratch, doc, resources, pages);
    return resources;
}

static HPDF_Page add_page(struct mkcv_arena *scratch, HPDF_Doc doc, const struct mkcv_pages *pages, size_t number,
                          const struct mkcv_pdf_faces *faces, HPDF_Dict resources)
{
    HPDF_Page p = HPDF_AddPage(doc);
    if (!p) return NULL;
    HPDF_Array box = mkcv_pdf_add_array(p, "MediaBox");
    HPDF_Array_AddNumber(box, 0);
    HPDF_Array_AddNumber(box, 0);
    mkcv_pdf_add_length(box, pages->width);
    mkcv_pdf_add_length(box, pages->height);
    HPDF_Dict_Add(p, "Resources", resources);

    struct mkcv_arena_mark mark = mkcv_arena_mark(scratch);
    struct mkcv_buf out;
    mkcv_buf_init(&out, scratch);
    mkcv_pdf_content_write(&pages->list.at[number], &pages->structure, pages->height, faces, &out);
    mkcv_pdf_put_deflated(scratch, ((HPDF_PageAttr)p->attr)->contents, out.s, out.n);
    mkcv_arena_rewind(scratch, mark);
    return p;
}

static void add_identifier(HPDF_Doc doc)
{
    HPDF_BYTE zero[ID_SIZE] = {0};
    HPDF_Array id = mkcv_pdf_add_array(doc->trailer, "ID");
    for (int i = 0; i < 2; i++) HPDF_Array_Add(id, HPDF_Binary_New(doc->mmgr, zero, ID_SIZE));
}

/* Fills the document; false when libharu refuses a page. */
static bool fill(struct mkcv_arena *scratch, HPDF_Doc doc, const struct mkcv_pages *pages,
                 const struct mkcv_pdf_faces *faces)
{
    doc->pdf_version = HPDF_VER_17;
    if (pages->list.count > PAGES_LIMIT) HPDF_SetPagesConfiguration(doc, PAGES_PER_NODE);
    add_information(scratch, doc, pages);
    mkcv_pdf_add_attachments(scratch, doc, pages);
    HPDF_Dict resources = add_resources(scratch, doc, pages, faces);
    HPDF_Page *drawn = MKCV_NEW_ARRAY(scratch, HPDF_Page, pages->list.count + 1);
    struct mkcv_pdf_structure *structure = mkcv_pdf_structure_new(scratch, doc, pages, drawn);
    for (size_t i = 0; i < pages->list.count; i++) {
        drawn[i] = add_page(scratch, doc, pages, i, faces, resources);
        if (!drawn[i]) return false;
        if (structure) mkcv_pdf_structure_page(structure, drawn[i], i);
        mkcv_pdf_add_links(scratch, doc, drawn[i], pages, i, structure);
    }
    if (structure) mkcv_pdf_structure_end(structure);
    mkcv_pdf_add_bookmarks(scratch, doc, pages, drawn);
    add_identifier(doc);
    return true;
}

static HPDF_STATUS put_bytes(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT n)
{
    mkcv_buf_put(stream->attr, bytes, n);
    return HPDF_OK;
}

/* The file goes to `out` as it is written, not to a stream of libharu's own first. */
static void save(HPDF_Doc doc, struct mkcv_buf *out)
{
    doc->stream = HPDF_CallbackWriter_New(doc->mmgr, put_bytes, out);
    HPDF_SaveToStream(doc);
}

/* The identifier was written as zeros; it becomes the hash of all the rest. */
static void set_identifier(char *file, size_t n)
{
    static const char none[] = "<00000000000000000000000000000000>";
    const uint64_t word[2] = {mkcv_hash(0, file, n), mkcv_hash(1, file, n)};
    char *trailer = n < 1024 ? file : file + n - 1024; /* libharu writes it last */
    for (char *at = trailer; (at = memmem(at, (size_t)(file + n - at), none, sizeof none - 1)); at++)
        for (int i = 0; i < 2 * ID_SIZE; i++) at[1 + i] = "0123456789ABCDEF"[word[i / 16] >> (60 - i % 16 * 4) & 15];
}

enum mkcv_code mkcv_pdf_write(const struct mkcv_pages *pages, struct mkcv_buf *out, struct mkcv_diags *d)
{
    struct mkcv_arena scratch;
    mkcv_arena_init(&scratch);
    struct mkcv_pdf_faces faces;
    enum mkcv_code code = mkcv_pdf_faces_cut(&scratch, pages, &faces, d);
    if (code == MKCV_OK) {
        HPDF_STATUS error = HPDF_OK;
        HPDF_Doc doc = HPDF_NewEx(keep_error, alloc_or_exhaust, free, 0, &error);
        size_t start = out->n;
        if (doc && fill(&scratch, doc, pages, &faces)) save(doc, out);
        if (doc && !error) error = HPDF_GetError(doc);
        if (!doc || error) {
            const char *number = mkcv_arena_printf(&scratch, "0x%04lX", (unsigned long)error);
            mkcv_report(d, MKCV_DIAG_PDF_WRITE, ((struct mkcv_loc){0}), number);
            code = MKCV_SYSTEM;
        } else {
            set_identifier(out->s + start, out->n - start);
        }
        if (doc) HPDF_Free(doc);
    }
    mkcv_arena_clear(&scratch);
    return code;
}
