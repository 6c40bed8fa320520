/* rich.c - pieces of dressed source text into one text; see rich.h. */
#include "rich.h"
#include "mkcv/utf8.h"
#include <string.h>

void mkcv_rich_init(struct mkcv_rich *r, struct mkcv_md *md)
{
    *r = (struct mkcv_rich){.md = md};
    mkcv_buf_init(&r->raw, md->arena);
}

static void put_piece(struct mkcv_rich *r, const char *s, size_t n, const struct mkcv_span *like)
{
    if (n == 0) return;
    struct mkcv_span *piece = MKCV_PUSH(r->md->arena, &r->pieces);
    *piece = *like;
    piece->at = (uint32_t)r->raw.n;
    piece->len = (uint32_t)n;
    mkcv_buf_put(&r->raw, s, n);
}

void mkcv_rich_put(struct mkcv_rich *r, const char *s, size_t n, const struct mkcv_span *like)
{
    struct mkcv_span math = *like, text = *like;
    math.marks |= MKCV_MARK_MATH;
    const char *start = s;
    for (const char *end = s + n, *m; s < end; s = m) {
        m = memchr(s, MKCV_CODE_MATH, (size_t)(end - s));
        if (!m) m = end;
        if (text.column > 0) text.column = like->column + (int)(s - start);
        put_piece(r, s, (size_t)(m - s), &text);
        if (m == end) return;
        if (math.column > 0) math.column = like->column + (int)(m - start);
        const char *tex = mkcv_md_math(r->md, m, like->line);
        put_piece(r, tex, strlen(tex), &math);
        m = end - m > 3 ? m + 3 : end;
    }
}

const char *mkcv_rich_plain(const struct mkcv_rich *r, size_t from)
{
    struct mkcv_buf b;
    mkcv_buf_init(&b, r->md->arena);
    mkcv_md_restore(r->md, &b, r->raw.s + from, r->raw.n - from, 0);
    return b.s;
}

enum gap { GAP_NONE, GAP_SOFT, GAP_SPACE, GAP_BREAK };

/* The text while it is folded. */
struct folder {
    struct mkcv_rich *rich;
    struct mkcv_buf out;
    struct mkcv_text text;
    const struct mkcv_span *style; /* of the span that is open */
    size_t span_at;                /* where it begins in out */
    bool ascii;
    uint32_t last;
    enum gap gap;
    const struct mkcv_span *gap_style;
};

/* Scripts that are written without spaces: a line end between two of their characters is none. */
static bool is_cjk(uint32_t c)
{
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFF60) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

static bool is_same_style(const struct mkcv_span *a, const struct mkcv_span *b)
{
    return a == b || (a->marks == b->marks && a->url == b->url && a->lang == b->lang && a->line == b->line);
}

static void close_span(struct folder *f)
{
    struct mkcv_arena *a = f->rich->md->arena;
    if (!f->style || f->out.n == f->span_at) return;
    if (!f->ascii) {
        const char *nfc = mkcv_utf8_nfc(a, f->out.s + f->span_at);
        if (nfc != f->out.s + f->span_at) {
            f->out.n = f->span_at;
            mkcv_buf_puts(&f->out, nfc);
        }
    }
    struct mkcv_span *span = MKCV_PUSH(a, &f->text.spans);
    *span = *f->style;
    span->at = (uint32_t)f->span_at;
    span->len = (uint32_t)(f->out.n - f->span_at);
}

static void put_char(struct folder *f, uint32_t c, const struct mkcv_span *style)
{
    if (!f->style || !is_same_style(f->style, style)) {
        close_span(f);
        f->style = style;
        f->span_at = f->out.n;
        f->ascii = true;
    }
    f->ascii = f->ascii && c < 0x80;
    mkcv_buf_utf8(&f->out, c);
    f->last = c;
}

static void put_gap(struct folder *f, uint32_t next)
{
    enum gap gap = f->gap;
    f->gap = GAP_NONE;
    if (gap == GAP_NONE || f->out.n == 0 || f->last == 0x2028) return;
    if (gap == GAP_SOFT && is_cjk(f->last) && is_cjk(next)) return;
    put_char(f, gap == GAP_BREAK ? 0x2028 : ' ', f->gap_style);
}

static void widen_gap(struct folder *f, enum gap gap, const struct mkcv_span *style)
{
    if (f->gap == GAP_NONE || (gap == GAP_BREAK && f->gap != GAP_BREAK)) f->gap_style = style;
    if (gap > f->gap) f->gap = gap;
}

static void fold_char(struct folder *f, uint32_t c, const struct mkcv_span *style)
{
    if (c == MKCV_CODE_MORE) {
        f->gap = GAP_NONE;
    } else if (c == ' ' || c == '\t' || c == '\n') {
        widen_gap(f, GAP_SPACE, style);
    } else if (c == MKCV_CODE_SOFT) {
        widen_gap(f, GAP_SOFT, style);
    } else if (c == 0x2028 || c == MKCV_CODE_BREAK) {
        widen_gap(f, GAP_BREAK, style);
    } else if (c >= MKCV_CODE_PLAIN && c < MKCV_CODE_PLAIN + sizeof MKCV_PLAIN_CHARS - 1) {
        put_gap(f, c);
        put_char(f, (unsigned char)MKCV_PLAIN_CHARS[c - MKCV_CODE_PLAIN], style);
    } else if (c >= ' ' || c == MKCV_CODE_MARK || (c == MKCV_CODE_TERM && f->out.n == 0)) {
        if (c == 0x200B || c == 0xFEFF || c == 0xAD) return; /* marks of a typesetter, not text */
        put_gap(f, c);
        put_char(f, c, style);
    }
}

struct mkcv_text mkcv_rich_finish(struct mkcv_rich *r)
{
    struct folder f = {.rich = r, .text = {.file = r->md->file}};
    mkcv_buf_init_for(&f.out, r->md->arena, r->raw.n);
    f.text.spans.cap = r->pieces.count;
    f.text.spans.at = MKCV_NEW_ARRAY(r->md->arena, struct mkcv_span, r->pieces.count);
    for (size_t i = 0; i < r->pieces.count; i++) {
        const struct mkcv_span *piece = &r->pieces.at[i];
        const char *p = r->raw.s + piece->at, *end = p + piece->len;
        while (p < end) fold_char(&f, mkcv_utf8_next(&p), piece);
    }
    close_span(&f);
    if (f.out.n == 0) return f.text;
    f.text.s = f.out.s;
    mkcv_autolink(r->md->arena, &f.text);
    return f.text;
}
