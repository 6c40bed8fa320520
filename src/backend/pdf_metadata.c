/* pdf_metadata.c - XMP (ISO 16684-1); see pdf_metadata.h. Not deflated, so that the record of the content is found in
 * the file's bytes. */
#include "pdf_metadata.h"

static void put_escaped(struct mkcv_buf *out, const char *s)
{
    for (; *s; s++) {
        const char *entity = *s == '&'   ? "&amp;"
                             : *s == '<' ? "&lt;"
                             : *s == '>' ? "&gt;"
                             : *s == '"' ? "&quot;"
                                         : NULL;
        if (entity)
            mkcv_buf_puts(out, entity);
        else
            mkcv_buf_putc(out, *s);
    }
}

/* A property in a container, as the schema has it: title in languages, creators in order. */
static void put_contained(struct mkcv_buf *out, const char *property, const char *container, const char *attribute,
                          const char *value)
{
    if (!value || !*value) return;
    mkcv_buf_printf(out, "<%s><rdf:%s><rdf:li%s>", property, container, attribute);
    put_escaped(out, value);
    mkcv_buf_printf(out, "</rdf:li></rdf:%s></%s>\n", container, property);
}

static void put_date(struct mkcv_buf *out, struct mkcv_date date)
{
    static const char *const properties[] = {"CreateDate", "ModifyDate"};
    for (size_t i = 0; date.year && i < 2; i++)
        mkcv_buf_printf(out, "<xmp:%s>%04d-%02d-%02dT00:00:00Z</xmp:%s>\n", properties[i], date.year,
                        date.month ? date.month : 1, date.day ? date.day : 1, properties[i]);
}

void mkcv_pdf_add_metadata(struct mkcv_arena *scratch, HPDF_Doc doc, const struct mkcv_pages *pages)
{
    struct mkcv_buf out;
    mkcv_buf_init(&out, scratch);
    mkcv_buf_puts(&out, "<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                        "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
                        "xmlns:mkcv=\"urn:x-mkcv:\">\n<dc:format>application/pdf</dc:format>\n");
    put_contained(&out, "dc:title", "Alt", " xml:lang=\"x-default\"", pages->title);
    put_contained(&out, "dc:creator", "Seq", "", pages->author);
    mkcv_buf_puts(&out, "<pdf:Producer>mkcv " MKCV_VERSION "</pdf:Producer>\n");
    put_date(&out, pages->date);
    if (pages->content) mkcv_buf_printf(&out, "<mkcv:content>%s</mkcv:content>\n", pages->content);
    mkcv_buf_puts(&out, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n");
    HPDF_Dict metadata = mkcv_pdf_plain_stream(doc, out.s, out.n);
    HPDF_Dict_AddName(metadata, "Type", "Metadata");
    HPDF_Dict_AddName(metadata, "Subtype", "XML");
    HPDF_Dict_Add(doc->catalog, "Metadata", metadata);
}
