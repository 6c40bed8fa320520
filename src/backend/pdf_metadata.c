/* pdf_metadata.c - XMP (ISO 16684-1); see pdf_metadata.h. Not deflated, so that the record of the content is found in
 * the file's bytes. */
#include "pdf_metadata.h"
#include "mkcv/embedded.h"

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

/* The schema of a property that XMP does not know, as PDF/A wants it described (ISO 19005-2, 6.6.2.3). */
static void put_schema(struct mkcv_buf *out, const char *name, const char *uri, const char *prefix,
                       const char *const property[3])
{
    mkcv_buf_printf(out,
                    "<rdf:li rdf:parseType=\"Resource\"><pdfaSchema:schema>%s</pdfaSchema:schema>"
                    "<pdfaSchema:namespaceURI>%s</pdfaSchema:namespaceURI><pdfaSchema:prefix>%s</pdfaSchema:prefix>\n"
                    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">"
                    "<pdfaProperty:name>%s</pdfaProperty:name><pdfaProperty:valueType>%s</pdfaProperty:valueType>"
                    "<pdfaProperty:category>internal</pdfaProperty:category>"
                    "<pdfaProperty:description>%s</pdfaProperty:description>"
                    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>\n",
                    name, uri, prefix, property[0], property[1], property[2]);
}

/* What a tagged file is built to: with files inside part 3 of PDF/A, else part 2. */
static void put_conformance(struct mkcv_buf *out, bool content, bool attached)
{
    static const char *const part[] = {"part", "Integer", "Part of ISO 14289"};
    static const char *const digests[] = {"content", "Text", "Digests of what the CV says"};
    mkcv_buf_printf(out,
                    "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
                    "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
                    "<pdfaid:part>%d</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
                    "<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n",
                    attached ? 3 : 2);
    mkcv_buf_puts(out, "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" "
                       "xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" "
                       "xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
                       "<pdfaExtension:schemas><rdf:Bag>\n");
    put_schema(out, "PDF/UA identification", "http://www.aiim.org/pdfua/ns/id/", "pdfuaid", part);
    if (content) put_schema(out, "mkcv", "urn:x-mkcv:", "mkcv", digests);
    mkcv_buf_puts(out, "</rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n");
}

void mkcv_pdf_add_output_intent(struct mkcv_arena *scratch, HPDF_Doc doc)
{
    const struct mkcv_embedded *file = mkcv_embedded_lookup("color/sRGB.icc");
    if (!file) return;
    HPDF_Dict profile = mkcv_pdf_stream(scratch, doc, file->data, (size_t)(file->end - file->data));
    HPDF_Dict_AddNumber(profile, "N", 3);
    HPDF_Dict intent = mkcv_pdf_dict(doc, "OutputIntent");
    HPDF_Dict_AddName(intent, "S", "GTS_PDFA1");
    mkcv_pdf_add_ascii(intent, "OutputConditionIdentifier", "sRGB");
    mkcv_pdf_add_ascii(intent, "Info", "sRGB IEC61966-2.1");
    HPDF_Dict_Add(intent, "DestOutputProfile", profile);
    HPDF_Array_Add(mkcv_pdf_add_array(doc->catalog, "OutputIntents"), intent);
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
    mkcv_buf_puts(&out, "</rdf:Description>\n");
    if (pages->structure.elements.count > 0)
        put_conformance(&out, pages->content != NULL, pages->attachments.count > 0);
    mkcv_buf_puts(&out, "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n");
    HPDF_Dict metadata = mkcv_pdf_plain_stream(doc, out.s, out.n);
    HPDF_Dict_AddName(metadata, "Type", "Metadata");
    HPDF_Dict_AddName(metadata, "Subtype", "XML");
    HPDF_Dict_Add(doc->catalog, "Metadata", metadata);
}
