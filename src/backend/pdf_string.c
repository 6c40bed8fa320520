/* pdf_string.c - strings as they stand in a PDF; see pdf_string.h. Nothing of libharu is known here. */
#include "pdf_string.h"
#include "mkcv/utf8.h"
#include <stdbool.h>
#include <string.h>

void mkcv_pdf_hex4(struct mkcv_buf *out, uint32_t v)
{
    static const char digit[] = "0123456789ABCDEF";
    char s[4] = {digit[v >> 12 & 15], digit[v >> 8 & 15], digit[v >> 4 & 15], digit[v & 15]};
    mkcv_buf_put(out, s, 4);
}

void mkcv_pdf_utf16_hex(struct mkcv_buf *out, const char *s, size_t n)
{
    for (const char *end = s + n; s < end;) {
        uint32_t c = mkcv_utf8_next(&s);
        if (!c) break;
        if (c > 0xFFFF) {
            mkcv_pdf_hex4(out, 0xD800 + ((c - 0x10000) >> 10));
            c = 0xDC00 + (c & 0x3FF);
        }
        mkcv_pdf_hex4(out, c);
    }
}

enum { TEXT_LIMIT = 16000 /* bytes; readers may refuse strings over 65,535, and a hexadecimal digit pair is one */ };

static bool is_printable_ascii(const char *s, const char *end)
{
    while (s < end && *s >= 0x20 && *s < 0x7f) s++;
    return s == end;
}

/* The end of the text, or of its last character within the limit. */
static const char *end_within_limit(const char *s)
{
    size_t n = strnlen(s, TEXT_LIMIT + 1);
    if (n <= TEXT_LIMIT) return s + n;
    for (n--; n && (s[n] & 0xC0) == 0x80;) n--;
    return s + n;
}

void mkcv_pdf_put_text(struct mkcv_buf *out, const char *s)
{
    const char *end = end_within_limit(s);
    if (!is_printable_ascii(s, end)) {
        mkcv_buf_puts(out, "<FEFF");
        mkcv_pdf_utf16_hex(out, s, (size_t)(end - s));
        mkcv_buf_putc(out, '>');
        return;
    }
    mkcv_buf_putc(out, '(');
    for (; s < end; s++) {
        if (strchr("()\\", *s)) mkcv_buf_putc(out, '\\');
        mkcv_buf_putc(out, *s);
    }
    mkcv_buf_putc(out, ')');
}
