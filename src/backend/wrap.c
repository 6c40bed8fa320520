/* wrap.c - greedy lines of plain text; see wrap.h. Where wide characters may not be parted follows JIS X 4051. */
#include "wrap.h"
#include "mkcv/utf8.h"
#include <string.h>

int mkcv_columns_of(const char *s)
{
    int columns = 0;
    for (uint32_t c; (c = mkcv_utf8_next(&s)) != 0;) columns += mkcv_utf8_columns(c);
    return columns;
}

static bool is_one_of(const char *list, uint32_t c)
{
    for (uint32_t other; (other = mkcv_utf8_next(&list)) != 0;)
        if (other == c) return true;
    return false;
}

/* Between two characters that no blank parts. */
static bool may_part(uint32_t before, uint32_t after)
{
    static const char closing[] =
        "、。，．・：；？！）」』】〉》］｝’”…—ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}",
                      opening[] = "（「『【〈《［｛‘“([{<";
    return (mkcv_is_wide(before) || mkcv_is_wide(after)) && !is_one_of(closing, after) && !is_one_of(opening, before);
}

/* The end of the piece at `s` that is not broken, and its columns. */
static const char *piece_end(const char *s, int *columns)
{
    const char *p = s;
    uint32_t c = mkcv_utf8_next(&p);
    *columns = mkcv_utf8_columns(c);
    for (const char *next = p; *p; p = next) {
        uint32_t after = mkcv_utf8_next(&next);
        if (after == ' ' || after == 0x2028 || may_part(c, after)) return p;
        *columns += mkcv_utf8_columns(after);
        c = after;
    }
    return p;
}

int mkcv_wrap_put(struct mkcv_buf *out, const char *s, const struct mkcv_wrap *wrap, size_t *end)
{
    int column = wrap->column, width = wrap->first ? wrap->first : wrap->width, first = -1;
    bool empty = true; /* nothing of the text is on the line yet */
    size_t first_end = 0;
    while (*s) {
        bool forced = !strncmp(s, "\u2028", 3), blank = *s == ' ';
        int columns = 0;
        s += forced ? 3 : blank;
        const char *next = *s ? piece_end(s, &columns) : s;
        if (forced || (!empty && column + blank + columns > width)) {
            if (first < 0) first = column, first_end = out->n;
            mkcv_buf_printf(out, "\n%*s", wrap->hang, "");
            column = wrap->hang;
            width = wrap->width;
        } else if (blank && !empty) {
            mkcv_buf_putc(out, ' ');
            column++;
        }
        mkcv_buf_put(out, s, (size_t)(next - s));
        column += columns;
        empty = false;
        s = next;
    }
    if (end) *end = first < 0 ? out->n : first_end;
    return first < 0 ? column : first;
}
