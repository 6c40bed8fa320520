/* fragment.c - what is shaped of a word: bytes of one dress. */
#include "mkcv/buf.h"
#include "paragraph.h"

#define NON_JOINER "\u200c" /* no ligature over it */

size_t mkcv_first_behind(const uint32_t *at, size_t count, uint32_t place)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (at[middle] <= place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct mkcv_shaped *mkcv_fragment_shape(struct mkcv_galley *g, const struct mkcv_para *p,
                                              const struct mkcv_fragment *f, uint32_t from, uint32_t to, bool hyphen)
{
    struct mkcv_face_want want = mkcv_fragment_want(f);
    size_t i = mkcv_first_behind(p->stops.at, p->stops.count, from);
    bool stopped = i < p->stops.count && p->stops.at[i] < to;
    if (!stopped && !hyphen) return mkcv_font_shape(g->fonts, &want, p->s + from, to - from);
    struct mkcv_buf text;
    mkcv_buf_init(&text, g->scratch);
    for (; i < p->stops.count && p->stops.at[i] < to; i++) {
        mkcv_buf_put(&text, p->s + from, p->stops.at[i] - from);
        mkcv_buf_puts(&text, NON_JOINER);
        from = p->stops.at[i];
    }
    mkcv_buf_put(&text, p->s + from, to - from);
    if (hyphen) mkcv_buf_putc(&text, '-');
    return mkcv_font_shape(g->fonts, &want, text.s, text.n);
}
