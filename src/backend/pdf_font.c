/* pdf_font.c - fonts as composite fonts with two-byte codes; see pdf_font.h.
 *
 * CFF outlines go in as a bare CFF table (CIDFontType0C), TrueType as a font file; in both, a code is the glyph's
 * number in the subset. */
#include "pdf_font.h"
#include "pdf_string.h"
#include <string.h>

enum {
    BFCHAR_LIMIT = 100,   /* entries of a block, by the CMap specification */
    WIDTHS_LIMIT = 30000, /* widths of an array; libharu holds 32,767 */
    FLAG_SERIF = 2,
    FLAG_SYMBOLIC = 4, /* codes are not those of a standard Latin encoding */
    FLAG_ITALIC = 64,
    STEM_REGULAR = 80,
    STEM_BOLD = 140, /* no font file states its stems; readers use these for a substitute only */
};

static uint32_t count_texts(const struct mkcv_pdf_face *f)
{
    uint32_t n = 0;
    for (uint32_t code = 0; code < f->subset.glyph_count; code++) n += f->text[code] != NULL;
    return n;
}

static void put_mapping(struct mkcv_buf *out, uint32_t code, const char *text)
{
    mkcv_buf_putc(out, '<');
    mkcv_pdf_hex4(out, code);
    mkcv_buf_puts(out, "> <");
    mkcv_pdf_utf16_hex(out, text, strlen(text));
    mkcv_buf_puts(out, ">\n");
}

static void put_to_unicode(struct mkcv_buf *out, const struct mkcv_pdf_face *f)
{
    mkcv_buf_puts(out, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                       "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
                       "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                       "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    uint32_t left = count_texts(f), in_block = 0;
    for (uint32_t code = 0; code < f->subset.glyph_count; code++) {
        if (!f->text[code]) continue;
        if (!in_block) mkcv_buf_printf(out, "%u beginbfchar\n", (unsigned)(left < BFCHAR_LIMIT ? left : BFCHAR_LIMIT));
        put_mapping(out, code, f->text[code]);
        left--;
        in_block++;
        if (!left || in_block == BFCHAR_LIMIT) {
            mkcv_buf_puts(out, "endbfchar\n");
            in_block = 0;
        }
    }
    mkcv_buf_puts(out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
}

static HPDF_Dict font_file(struct mkcv_arena *scratch, HPDF_Doc doc, const struct mkcv_subset *subset)
{
    HPDF_Dict file = mkcv_pdf_stream(scratch, doc, subset->data, subset->size);
    if (subset->cff)
        HPDF_Dict_AddName(file, "Subtype", "CIDFontType0C");
    else
        HPDF_Dict_AddNumber(file, "Length1", (HPDF_INT32)subset->size);
    return file;
}

static HPDF_Dict descriptor(struct mkcv_arena *scratch, HPDF_Doc doc, const struct mkcv_pdf_face *f, const char *name)
{
    const struct mkcv_face *face = f->face;
    HPDF_Dict d = mkcv_pdf_dict(doc, "FontDescriptor");
    HPDF_Dict_AddName(d, "FontName", name);
    HPDF_Dict_AddNumber(d, "Flags", FLAG_SYMBOLIC | (face->serif ? FLAG_SERIF : 0) | (face->italic ? FLAG_ITALIC : 0));
    HPDF_Array box = mkcv_pdf_add_array(d, "FontBBox");
    for (int i = 0; i < 4; i++) HPDF_Array_AddNumber(box, face->bbox[i]);
    HPDF_Dict_AddNumber(d, "ItalicAngle", face->italic_angle);
    HPDF_Dict_AddNumber(d, "Ascent", face->ascent);
    HPDF_Dict_AddNumber(d, "Descent", face->descent);
    HPDF_Dict_AddNumber(d, "CapHeight", face->cap_height);
    HPDF_Dict_AddNumber(d, "StemV", face->bold ? STEM_BOLD : STEM_REGULAR);
    HPDF_Dict_Add(d, f->subset.cff ? "FontFile3" : "FontFile2", font_file(scratch, doc, &f->subset));
    return d;
}

/* Codes are dense: one array a block. */
static void add_widths(HPDF_Dict font, const struct mkcv_subset *subset)
{
    HPDF_Array w = mkcv_pdf_add_array(font, "W"), block = NULL;
    for (uint32_t code = 0; code < subset->glyph_count; code++) {
        if (code % WIDTHS_LIMIT == 0) {
            HPDF_Array_AddNumber(w, (HPDF_INT32)code);
            block = HPDF_Array_New(font->mmgr);
            HPDF_Array_Add(w, block);
        }
        HPDF_Array_AddNumber(block, subset->width[code]);
    }
}

static HPDF_Dict descendant(struct mkcv_arena *scratch, HPDF_Doc doc, const struct mkcv_pdf_face *f, const char *name)
{
    HPDF_Dict d = mkcv_pdf_dict(doc, "Font");
    HPDF_Dict_AddName(d, "Subtype", f->subset.cff ? "CIDFontType0" : "CIDFontType2");
    HPDF_Dict_AddName(d, "BaseFont", name);
    HPDF_Dict system = mkcv_pdf_add_dict(d, "CIDSystemInfo");
    mkcv_pdf_add_ascii(system, "Registry", "Adobe");
    mkcv_pdf_add_ascii(system, "Ordering", "Identity");
    HPDF_Dict_AddNumber(system, "Supplement", 0);
    HPDF_Dict_Add(d, "FontDescriptor", descriptor(scratch, doc, f, name));
    HPDF_Dict_AddNumber(d, "DW", 1000);
    if (!f->subset.cff) HPDF_Dict_AddName(d, "CIDToGIDMap", "Identity");
    add_widths(d, &f->subset);
    return d;
}

/* The subset's name within libharu's limit of a name, with plain characters alone. */
static const char *resource_name(struct mkcv_arena *scratch, const char *s)
{
    size_t n = strnlen(s, HPDF_LIMIT_MAX_NAME_LEN);
    char *name = mkcv_arena_strndup(scratch, s, n);
    for (char *c = name; *c; c++)
        if (*c <= 0x20 || *c >= 0x7f || strchr("()<>[]{}/%#", *c)) *c = '-';
    return name;
}

HPDF_Dict mkcv_pdf_font(struct mkcv_arena *scratch, HPDF_Doc doc, const struct mkcv_pdf_face *f)
{
    const char *name = resource_name(scratch, f->subset.name);
    struct mkcv_buf map;
    mkcv_buf_init(&map, scratch);
    put_to_unicode(&map, f);

    HPDF_Dict d = mkcv_pdf_dict(doc, "Font");
    HPDF_Dict_AddName(d, "Subtype", "Type0");
    HPDF_Dict_AddName(d, "BaseFont", name);
    HPDF_Dict_AddName(d, "Encoding", "Identity-H");
    HPDF_Array_Add(mkcv_pdf_add_array(d, "DescendantFonts"), descendant(scratch, doc, f, name));
    HPDF_Dict_Add(d, "ToUnicode", mkcv_pdf_stream(scratch, doc, map.s, map.n));
    return d;
}
