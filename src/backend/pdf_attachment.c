/* pdf_attachment.c - files inside of the document; see pdf_attachment.h. They have the date of the document or none, so
 * that the same CV gives the same bytes. */
#include "pdf_attachment.h"

static HPDF_Dict add_file(struct mkcv_arena *scratch, HPDF_Doc doc, const struct mkcv_attachment *file,
                          struct mkcv_date date)
{
    HPDF_Dict stream = mkcv_pdf_stream(scratch, doc, file->bytes, file->n);
    HPDF_Dict_AddName(stream, "Type", "EmbeddedFile");
    HPDF_Dict_AddName(stream, "Subtype", file->media_type);
    HPDF_Dict params = mkcv_pdf_add_dict(stream, "Params");
    HPDF_Dict_AddNumber(params, "Size", (HPDF_INT32)file->n);
    if (date.year)
        mkcv_pdf_add_ascii(params, "ModDate",
                           mkcv_arena_printf(scratch, "D:%04d%02d%02d000000Z", date.year, date.month ? date.month : 1,
                                             date.day ? date.day : 1));
    return stream;
}

void mkcv_pdf_add_attachments(struct mkcv_arena *scratch, HPDF_Doc doc, const struct mkcv_pages *pages)
{
    if (!pages->attachments.count) return;
    HPDF_Array associated = mkcv_pdf_add_array(doc->catalog, "AF");
    HPDF_Dict tree = mkcv_pdf_add_dict(mkcv_pdf_add_dict(doc->catalog, "Names"), "EmbeddedFiles");
    HPDF_Array names = mkcv_pdf_add_array(tree, "Names"); /* in the order of their bytes, as the attachments are */
    for (size_t i = 0; i < pages->attachments.count; i++) {
        const struct mkcv_attachment *file = &pages->attachments.at[i];
        HPDF_Dict spec = mkcv_pdf_dict(doc, "Filespec"), stream = add_file(scratch, doc, file, pages->date);
        mkcv_pdf_add_ascii(spec, "F", file->name);
        mkcv_pdf_add_text(scratch, spec, "UF", file->name);
        mkcv_pdf_add_text(scratch, spec, "Desc", file->description);
        HPDF_Dict_AddName(spec, "AFRelationship", file->relationship);
        HPDF_Dict files = mkcv_pdf_add_dict(spec, "EF");
        HPDF_Dict_Add(files, "F", stream);
        HPDF_Dict_Add(files, "UF", stream);
        HPDF_Array_Add(associated, spec);
        HPDF_Array_Add(names, HPDF_String_New(doc->mmgr, file->name, NULL));
        HPDF_Array_Add(names, spec);
    }
}
