/* pdf_object.c - small objects over libharu's object layer; see pdf_object.h. */
#include "pdf_object.h"
#include "mkcv/utf8.h"
#include <libdeflate.h>
#include <string.h>

enum {
    TEXT_LIMIT = 16000, /* UTF-16 units */
    DEFLATE_LEVEL = 1,  /* of libdeflate's 12: 2 % more bytes than 4, and a twentieth of a run's time less */
};

HPDF_Dict mkcv_pdf_dict(HPDF_Doc doc, const char *type)
{
    HPDF_Dict d = HPDF_Dict_New(doc->mmgr);
    HPDF_Xref_Add(doc->xref, d);
    if (type) HPDF_Dict_AddName(d, "Type", type);
    return d;
}

HPDF_Array mkcv_pdf_add_array(HPDF_Dict d, const char *key)
{
    HPDF_Array array = HPDF_Array_New(d->mmgr);
    HPDF_Dict_Add(d, key, array);
    return array;
}

HPDF_Dict mkcv_pdf_add_dict(HPDF_Dict d, const char *key)
{
    HPDF_Dict inner = HPDF_Dict_New(d->mmgr);
    HPDF_Dict_Add(d, key, inner);
    return inner;
}

/* libharu takes the filter's name off a stream that it does not filter itself. */
static HPDF_STATUS write_filter(HPDF_Dict d, HPDF_Stream s)
{
    (void)d;
    return HPDF_Stream_WriteStr(s, "/Filter /FlateDecode\012");
}

void mkcv_pdf_put_deflated(struct mkcv_arena *scratch, HPDF_Dict d, const void *bytes, size_t n)
{
    struct mkcv_arena_mark mark = mkcv_arena_mark(scratch);
    struct libdeflate_compressor *c = libdeflate_alloc_compressor(DEFLATE_LEVEL);
    if (!c) mkcv_exhausted(n);
    size_t room = libdeflate_zlib_compress_bound(c, n);
    void *deflated = mkcv_arena_alloc(scratch, room);
    HPDF_Stream_Write(d->stream, deflated, (HPDF_UINT)libdeflate_zlib_compress(c, bytes, n, deflated, room));
    libdeflate_free_compressor(c);
    mkcv_arena_rewind(scratch, mark);
    d->filter = HPDF_STREAM_FILTER_NONE;
    d->write_fn = write_filter;
}

HPDF_Dict mkcv_pdf_stream(struct mkcv_arena *scratch, HPDF_Doc doc, const void *bytes, size_t n)
{
    HPDF_Dict d = HPDF_DictStream_New(doc->mmgr, doc->xref);
    mkcv_pdf_put_deflated(scratch, d, bytes, n);
    return d;
}

HPDF_Dict mkcv_pdf_plain_stream(HPDF_Doc doc, const void *bytes, size_t n)
{
    HPDF_Dict d = HPDF_DictStream_New(doc->mmgr, doc->xref);
    if (d && n <= UINT32_MAX) HPDF_Stream_Write(d->stream, bytes, (HPDF_UINT)n);
    return d;
}

void mkcv_pdf_add_ascii(HPDF_Dict d, const char *key, const char *s)
{
    HPDF_Dict_Add(d, key, HPDF_String_New(d->mmgr, s, NULL));
}

static bool is_ascii(const char *s, size_t most)
{
    size_t n = 0;
    while (s[n] >= 0x20 && s[n] < 0x7f) n++;
    return !s[n] && n <= most;
}

static size_t put_utf16(uint8_t *to, uint32_t unit)
{
    to[0] = (uint8_t)(unit >> 8);
    to[1] = (uint8_t)unit;
    return 2;
}

void mkcv_pdf_add_text(struct mkcv_arena *scratch, HPDF_Dict d, const char *key, const char *s)
{
    if (!s) return;
    if (is_ascii(s, TEXT_LIMIT)) {
        mkcv_pdf_add_ascii(d, key, s);
        return;
    }
    size_t units = strlen(s) < TEXT_LIMIT ? strlen(s) : TEXT_LIMIT; /* a character has at least as many bytes */
    uint8_t *bytes = mkcv_arena_alloc(scratch, 2 * (units + 2));
    size_t n = put_utf16(bytes, 0xFEFF);
    for (uint32_t c; n / 2 < units && (c = mkcv_utf8_next(&s));) {
        if (c > 0xFFFF) {
            n += put_utf16(bytes + n, 0xD800 + ((c - 0x10000) >> 10));
            c = 0xDC00 + (c & 0x3FF);
        }
        n += put_utf16(bytes + n, c);
    }
    HPDF_Dict_Add(d, key, HPDF_Binary_New(d->mmgr, bytes, (HPDF_UINT)n));
}

/* A length as points, rounded to `step` thousandths of one. */
static void add_rounded(HPDF_Array array, int64_t mpt, int64_t step)
{
    int64_t n = (mpt < 0 ? mpt - step / 2 : mpt + step / 2) / step, one = 1000 / step;
    if (n % one == 0)
        HPDF_Array_AddNumber(array, (HPDF_INT32)(n / one));
    else
        HPDF_Array_AddReal(array, (HPDF_REAL)n / (HPDF_REAL)one);
}

void mkcv_pdf_add_length(HPDF_Array array, int64_t mpt) { add_rounded(array, mpt, 10); }

void mkcv_pdf_add_place(HPDF_Array array, int64_t mpt) { add_rounded(array, mpt, 250); }
