/* links.c - the addresses of the whole CV, made absolute once all is read; what cannot be is dropped and reported. */
#include "parts.h"

static void resolve_text(struct mkcv_reader *r, struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; i++) {
        struct mkcv_span *s = &t->spans.at[i];
        if (s->url) s->url = mkcv_url_resolve(r, s->url, (struct mkcv_loc){t->file, s->line, s->column});
    }
}

/* Blocks belong to the records, which only lend them: a copy is changed. */
static struct mkcv_block *resolve_blocks(struct mkcv_reader *r, const struct mkcv_block *b, int depth)
{
    struct mkcv_block *first = NULL, *last = NULL;
    for (; b && depth < 100; b = b->next) {
        struct mkcv_block *copy = MKCV_NEW(r->arena, struct mkcv_block);
        *copy = *b;
        copy->next = NULL;
        if (b->text.s) {
            copy->text = mkcv_text_slice(r->arena, &b->text, 0, mkcv_text_length(&b->text));
            resolve_text(r, &copy->text);
        }
        copy->first = resolve_blocks(r, b->first, depth + 1);
        if (last)
            last->next = copy;
        else
            first = copy;
        last = copy;
    }
    return first;
}

static void resolve_entry(struct mkcv_reader *r, struct mkcv_entry *e)
{
    e->url = mkcv_url_resolve(r, e->url, e->loc);
    for (size_t f = 0; f < MKCV_FIELD_COUNT; f++)
        if (e->fields[f].s) {
            e->fields[f] = mkcv_text_slice(r->arena, &e->fields[f], 0, mkcv_text_length(&e->fields[f]));
            resolve_text(r, &e->fields[f]);
        }
    for (size_t i = 0; i < e->highlights.count; i++) resolve_text(r, &e->highlights.at[i]);
    for (size_t i = 0; i < e->people.count; i++) e->people.at[i].url = mkcv_url_resolve(r, e->people.at[i].url, e->loc);
}

void mkcv_links_resolve(struct mkcv_reader *r)
{
    struct mkcv_cv *cv = r->cv;
    for (size_t i = 0; i < cv->basics.summary.count; i++) resolve_text(r, &cv->basics.summary.at[i]);
    for (size_t i = 0; i < cv->sections.count; i++) {
        struct mkcv_section *s = &cv->sections.at[i];
        for (size_t k = 0; k < s->entries.count; k++) resolve_entry(r, &s->entries.at[k]);
        if (s->body) s->body = resolve_blocks(r, s->body, 0);
    }
}
