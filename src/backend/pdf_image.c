/* pdf_image.c - images as XObjects; see pdf_image.h. The data are those of the photo's file: libharu's readers of
 * pictures, one of which aborts on a damaged file, are not used. Grey or RGB as the output intent has it, no
 * transparency: what PDF/A takes. */
#include "pdf_image.h"

/* libharu takes the filter's name off a stream that it does not filter itself. */
static HPDF_STATUS write_filter(HPDF_Dict d, HPDF_Stream s)
{
    const struct mkcv_photo *photo = d->attr;
    char row[128];
    if (photo->format == MKCV_PHOTO_JPEG) return HPDF_Stream_WriteStr(s, "/Filter /DCTDecode\012");
    snprintf(row, sizeof row,
             "/Filter /FlateDecode\012/DecodeParms <</Predictor 15 /Colors %d /BitsPerComponent 8 /Columns %d>>\012",
             photo->channels, photo->columns);
    return HPDF_Stream_WriteStr(s, row);
}

static HPDF_Dict add_image(HPDF_Doc doc, const struct mkcv_photo *photo)
{
    HPDF_Dict d = HPDF_DictStream_New(doc->mmgr, doc->xref);
    HPDF_Dict_AddName(d, "Type", "XObject");
    HPDF_Dict_AddName(d, "Subtype", "Image");
    HPDF_Dict_AddNumber(d, "Width", photo->columns);
    HPDF_Dict_AddNumber(d, "Height", photo->rows);
    HPDF_Dict_AddName(d, "ColorSpace", photo->channels == 1 ? "DeviceGray" : "DeviceRGB");
    HPDF_Dict_AddNumber(d, "BitsPerComponent", 8);
    HPDF_Stream_Write(d->stream, (const HPDF_BYTE *)photo->data, (HPDF_UINT)photo->data_n);
    d->filter = HPDF_STREAM_FILTER_NONE;
    d->attr = (void *)photo;
    d->write_fn = write_filter;
    return d;
}

void mkcv_pdf_add_images(struct mkcv_arena *scratch, HPDF_Doc doc, HPDF_Dict resources, const struct mkcv_pages *pages)
{
    HPDF_Dict images = NULL;
    for (size_t i = 0; i < pages->list.count; i++) {
        const struct mkcv_page *page = &pages->list.at[i];
        for (size_t k = 0; k < page->images.count; k++) {
            const struct mkcv_page_image *image = &page->images.at[k];
            if (!images) images = mkcv_pdf_add_dict(resources, "XObject");
            HPDF_Dict_Add(images, mkcv_arena_printf(scratch, "I%u", (unsigned)image->element),
                          add_image(doc, image->photo));
        }
    }
}
