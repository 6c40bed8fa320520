/* limit.c - how much text the reading searches for facts; see read.h.
 *
 * Looking for names, dates and phrases is at worst quadratic in the length of one text. So a text has a limit, and the
 * squares of all texts together have one: no input, however it is cut into paragraphs, takes more than seconds. */
#include "mkcv/read.h"
#include <string.h>

/* Squared bytes: 30 texts of the longest kind, or 3,600 paragraphs of 1 KiB. */
#define SEARCHED_MOST ((size_t)1 << 33)
/* What a text counts for beside its own bytes: an item has its price as well. */
#define TEXT_COST 512

static size_t work_of(size_t bytes) { return (bytes + TEXT_COST) * (bytes + TEXT_COST); }

bool mkcv_read_fits(struct mkcv_reader *r, size_t bytes, struct mkcv_loc loc)
{
    if (bytes > MKCV_READ_TEXT_BYTES) {
        if (!r->exhausted)
            mkcv_report(r->diags, MKCV_DIAG_TEXT_LIMIT, loc,
                        mkcv_arena_printf(r->arena, "a text of %zu KiB", bytes >> 10));
        return false;
    }
    if (r->searched <= SEARCHED_MOST) {
        r->searched += work_of(bytes);
        return true;
    }
    if (!r->exhausted) mkcv_report(r->diags, MKCV_DIAG_TEXT_LIMIT, loc, "the site has very much text from here on");
    r->exhausted = true;
    return false;
}

struct measure {
    size_t longest;
    size_t work;
    struct mkcv_loc loc;
};

static void measure_item(const struct mkcv_block *b, struct measure *m);

/* Bytes that are read as one text: all below `b` but what stands in lists of its own. */
static size_t count_bytes(const struct mkcv_block *b, struct measure *m)
{
    size_t n = b->text.s ? mkcv_text_length(&b->text) : 0;
    for (const struct mkcv_block *c = b->first; c; c = c->next) {
        bool list = c->kind == MKCV_BLOCK_LIST || c->kind == MKCV_BLOCK_TABLE;
        for (const struct mkcv_block *i = list ? c->first : NULL; i; i = i->next) measure_item(i, m);
        if (!list) n += count_bytes(c, m);
    }
    return n;
}

static void measure_item(const struct mkcv_block *b, struct measure *m)
{
    size_t n = count_bytes(b, m);
    if (n <= MKCV_READ_TEXT_BYTES) m->work += work_of(n);
    if (m->longest && n <= m->longest) return;
    m->longest = n;
    m->loc = b->loc.line ? b->loc : mkcv_text_loc(&b->text, 0);
}

bool mkcv_read_fits_block(struct mkcv_reader *r, const struct mkcv_block *b)
{
    struct measure m = {.longest = 0, .loc = b->loc};
    measure_item(b, &m);
    if (!mkcv_read_fits(r, m.longest, m.loc)) return false;
    r->searched += m.work - work_of(m.longest);
    return true;
}
