/* toml_string.c - the text of a TOML document: where it stands, what is wrong, and its four forms of strings. */
#include "mkcv/buf.h"
#include "toml.h"
#include <stdlib.h>
#include <string.h>

struct mkcv_loc mkcv_toml_loc(struct mkcv_toml *x)
{
    for (; x->seen < x->p; x->seen++)
        if (*x->seen == '\n') x->line++, x->line_start = x->seen + 1;
    return (struct mkcv_loc){x->file, x->line, (int)(x->p - x->line_start) + 1};
}

static void report(struct mkcv_toml *x, struct mkcv_loc loc, const char *format, va_list args)
{
    char text[200];
    vsnprintf(text, sizeof text, format, args);
    if (!x->stopped) mkcv_report(x->diags, MKCV_DIAG_TOML_SYNTAX, loc, text);
}

void mkcv_toml_fault(struct mkcv_toml *x, struct mkcv_loc loc, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(x, loc, format, args);
    va_end(args);
    x->failed = true;
}

void mkcv_toml_warn(struct mkcv_toml *x, struct mkcv_loc loc, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    report(x, loc, format, args);
    va_end(args);
}

void mkcv_toml_stop(struct mkcv_toml *x, const char *what)
{
    mkcv_toml_fault(x, mkcv_toml_loc(x), "%s", what);
    x->stopped = true;
}

void mkcv_toml_blanks(struct mkcv_toml *x)
{
    while (x->p < x->end && strchr(" \t\r", *x->p)) x->p++;
}

void mkcv_toml_space(struct mkcv_toml *x)
{
    for (;;) {
        while (x->p < x->end && strchr(" \t\n\r", *x->p)) x->p++;
        if (x->p >= x->end || *x->p != '#') return;
        while (x->p < x->end && *x->p != '\n') x->p++;
    }
}

static bool starts(const struct mkcv_toml *x, const char *s)
{
    size_t n = strlen(s);
    return (size_t)(x->end - x->p) >= n && !memcmp(x->p, s, n);
}

/* \u00e9, \U0001f600, \x41: true when it was one. */
static bool read_code(struct mkcv_toml *x, struct mkcv_buf *out)
{
    size_t n = *x->p == 'u' ? 4 : *x->p == 'U' ? 8 : *x->p == 'x' ? 2 : 0;
    char digits[9] = {0};
    if (!n || (size_t)(x->end - x->p) <= n) return false;
    memcpy(digits, x->p + 1, n);
    if (strspn(digits, "0123456789abcdefABCDEF") != n) return false;
    unsigned long code = strtoul(digits, NULL, 16);
    bool valid = code && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    mkcv_buf_utf8(out, valid ? (uint32_t)code : 0xFFFD);
    x->p += n + 1;
    return true;
}

/* A backslash before the end of a line swallows the white space up to the next text. */
static bool read_joined_line(struct mkcv_toml *x)
{
    const char *q = x->p;
    while (q < x->end && (*q == ' ' || *q == '\t')) q++;
    if (q >= x->end || *q != '\n') return false;
    while (q < x->end && strchr(" \t\n", *q)) q++;
    x->p = q;
    return true;
}

/* What follows a backslash. One that escapes nothing is kept: TeX in front matter is written so. */
static void read_escape(struct mkcv_toml *x, struct mkcv_buf *out, bool several_lines)
{
    static const char from[] = "btnfr\"\\e", to[] = "\b\t\n\f\r\"\\ ";
    struct mkcv_loc loc = mkcv_toml_loc(x);
    x->p++;
    const char *c = x->p < x->end && *x->p ? strchr(from, *x->p) : NULL;
    if (c) {
        mkcv_buf_putc(out, to[c - from] < ' ' && to[c - from] != '\n' ? ' ' : to[c - from]);
        x->p++;
    } else if (x->p < x->end && !read_code(x, out) && !(several_lines && read_joined_line(x))) {
        mkcv_toml_warn(x, loc, "'\\%c' is no escape; the backslash was kept, write '\\\\' or use single quotes", *x->p);
        mkcv_buf_putc(out, '\\');
    }
}

/* Three quotes end a long string; up to two more before them belong to it. */
static bool is_end(const struct mkcv_toml *x, const char *close)
{
    size_t n = strlen(close);
    return starts(x, close) && (n == 1 || (size_t)(x->end - x->p) == n || x->p[n] != *close);
}

const char *mkcv_toml_string(struct mkcv_toml *x, bool long_too)
{
    static const char *const closes[] = {"\"\"\"", "'''", "\"", "'"};
    struct mkcv_loc loc = mkcv_toml_loc(x);
    size_t form = long_too ? 0 : 2;
    while (form < 3 && !starts(x, closes[form])) form++;
    bool several_lines = form < 2, escapes = form % 2 == 0;
    struct mkcv_buf out;
    mkcv_buf_init(&out, x->arena);
    x->p += strlen(closes[form]);
    if (several_lines && x->p < x->end && *x->p == '\n') x->p++;
    while (x->p < x->end && !is_end(x, closes[form]) && (several_lines || *x->p != '\n')) {
        if (escapes && *x->p == '\\')
            read_escape(x, &out, several_lines);
        else
            mkcv_buf_putc(&out, *x->p++);
    }
    if (x->p < x->end && is_end(x, closes[form]))
        x->p += strlen(closes[form]);
    else
        mkcv_toml_warn(x, loc, "the string lacks its closing %s", closes[form]);
    return out.s;
}
