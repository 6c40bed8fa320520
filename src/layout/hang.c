/* hang.c - how far the ends of shaped text stand out of a justified line: optical margins, by the glyphs' own widths.
 */
#include "mkcv/utf8.h"
#include "paragraph.h"
#include <string.h>

static int32_t glyph_hang(const struct mkcv_dress *dress, const struct mkcv_glyph *glyph, int thousandths)
{
    return mkcv_length_from_em((int64_t)glyph->advance * thousandths / 1000, dress->size);
}

/* Only a character that is a glyph of its own hangs: a ligature's end cannot be told. */
int32_t mkcv_shaped_hang_left(const struct mkcv_style *s, const struct mkcv_shaped *shaped,
                              const struct mkcv_dress *dress)
{
    if (shaped->count == 0 || shaped->runs[0].count == 0) return 0;
    const struct mkcv_glyph_run *run = &shaped->runs[0];
    const char *text = run->text;
    uint32_t c = mkcv_utf8_next(&text);
    if (run->glyphs[0].at != 0 || run->glyphs[0].len != text - run->text) return 0;
    return glyph_hang(dress, &run->glyphs[0], mkcv_hang_of(s, c).left);
}

int32_t mkcv_shaped_hang_right(const struct mkcv_style *s, const struct mkcv_shaped *shaped,
                               const struct mkcv_dress *dress)
{
    if (shaped->count == 0) return 0;
    const struct mkcv_glyph_run *run = &shaped->runs[shaped->count - 1];
    size_t n = strlen(run->text);
    if (n == 0 || run->count == 0) return 0;
    const struct mkcv_glyph *glyph = &run->glyphs[run->count - 1];
    const char *last = run->text + glyph->at;
    uint32_t c = mkcv_utf8_next(&last);
    if (last != run->text + n || (size_t)glyph->at + glyph->len != n) return 0;
    return glyph_hang(dress, glyph, mkcv_hang_of(s, c).right);
}
