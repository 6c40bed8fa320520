/* dump.c - a site's records as stable text. */
#include "mkcv/buf.h"
#include "mkcv/record.h"
#include <string.h>

static const char *const record_names[] = {
#define MKCV_RECORD(id, name) name,
#include "mkcv/record.def"
#undef MKCV_RECORD
};

const char *mkcv_record_name(enum mkcv_record_kind kind) { return record_names[kind]; }

static void indent(struct mkcv_buf *out, int depth)
{
    for (int i = 0; i < depth; i++) mkcv_buf_puts(out, "  ");
}

static void put_line(struct mkcv_buf *out, const char *s)
{
    for (; s && *s; s++) *s == '\n' ? mkcv_buf_puts(out, "\\n") : mkcv_buf_putc(out, *s);
}

/* Trees are no deeper than their readers let them be (source.h). */
static void put_node(struct mkcv_buf *out, const struct mkcv_node *n, int depth)
{
    for (; n; n = n->next) {
        indent(out, depth);
        mkcv_buf_printf(out, "%s:", n->key ? n->key : "-");
        if (n->kind == MKCV_NODE_SCALAR && n->value && *n->value) {
            mkcv_buf_puts(out, n->quoted ? " \"" : " ");
            put_line(out, n->value);
            mkcv_buf_puts(out, n->quoted ? "\"" : "");
        }
        mkcv_buf_printf(out, "  @%d:%d\n", n->loc.line, n->loc.column);
        put_node(out, n->first, depth + 1);
    }
}

static void put_block(struct mkcv_buf *out, const struct mkcv_block *b, int depth)
{
    for (; b; b = b->next) {
        indent(out, depth);
        mkcv_buf_puts(out, mkcv_block_name(b->kind));
        if (b->level) mkcv_buf_printf(out, " %d", b->level);
        if (b->ordered) mkcv_buf_puts(out, " ordered");
        mkcv_buf_printf(out, " @%d:%d", b->loc.line, b->loc.column);
        if (b->text.s) {
            mkcv_buf_puts(out, ": ");
            put_line(out, mkcv_text_markdown(out->arena, &b->text));
        }
        mkcv_buf_putc(out, '\n');
        put_block(out, b->first, depth + 1);
    }
}

void mkcv_site_dump(const struct mkcv_site *site, struct mkcv_buf *out)
{
    mkcv_buf_printf(out, "site %s\n", site->layout);
    if (site->lang) mkcv_buf_printf(out, "lang %s\n", site->lang);
    if (site->url) mkcv_buf_printf(out, "url %s\n", site->url);
    for (size_t i = 0; i < site->records.count; i++) {
        const struct mkcv_record *r = &site->records.at[i];
        mkcv_buf_printf(out, "\n%s %s @%d:%d\n", mkcv_record_name(r->kind), r->path, r->loc.line, r->loc.column);
        if (r->meta) put_node(out, r->meta->first, 1);
        if (r->body) put_block(out, r->body->first, 1);
    }
}
