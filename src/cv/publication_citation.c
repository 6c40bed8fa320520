/* publication_citation.c - what a work's own page says in words: a citation or excerpt in its front matter, a list of
 * names in its body. It fills what the keys left open and must be about this work. */
#include "mkcv/source.h"
#include "mkcv/utf8.h"
#include "publication_line.h"
#include <string.h>

static struct mkcv_loc key_loc(const struct mkcv_record *record, const char *key)
{
    const struct mkcv_node *n = mkcv_node_lookup(record->meta, key);
    return n && n->loc.line ? n->loc : record->loc;
}

/* A citation written out names the authors and the figures that the front matter lacks. It must be of this work. */
static void read_citation(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t)
{
    struct mkcv_entry cited = {.kind = e->kind, .loc = e->loc};
    cited.fields[MKCV_FIELD_TITLE] = e->fields[MKCV_FIELD_TITLE];
    if (mkcv_text_is_empty(t) || !mkcv_publication_read_line(r, &cited, t)) return;
    static const enum mkcv_field figures[] = {MKCV_FIELD_ORG,    MKCV_FIELD_VOLUME, MKCV_FIELD_NUMBER, MKCV_FIELD_PAGES,
                                              MKCV_FIELD_STATUS, MKCV_FIELD_DOI,    MKCV_FIELD_ARXIV};
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        if (mkcv_text_is_empty(&e->fields[figures[i]])) e->fields[figures[i]] = cited.fields[figures[i]];
    if (!e->people.count)
        for (size_t i = 0; i < cited.people.count; i++) *MKCV_PUSH(r->arena, &e->people) = cited.people.at[i];
    e->et_al |= cited.et_al;
    if (!e->end.year) e->end = cited.end;
}

static bool is_citation(struct mkcv_reader *r, const struct mkcv_text *t, const char *title)
{
    const char *fold = mkcv_utf8_fold(r->arena, t->s), *want = mkcv_utf8_fold(r->arena, title);
    return *want && strstr(fold, want) != NULL;
}

/* A paragraph of the page that is a list of names, or names the title with them. */
static void read_body(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_block *first, int *left)
{
    const char *title = e->fields[MKCV_FIELD_TITLE].s;
    for (const struct mkcv_block *b = first; b && *left > 0; b = b->next) {
        if (b->kind == MKCV_BLOCK_PARAGRAPH && !mkcv_text_is_empty(&b->text) && mkcv_read_fits_block(r, b)) {
            --*left;
            size_t n = mkcv_text_length(&b->text);
            if (is_citation(r, &b->text, title)) {
                read_citation(r, e, &b->text);
            } else if (!e->people.count) {
                struct mkcv_entry named = {.kind = e->kind};
                struct mkcv_text t = b->text;
                size_t from = !strncasecmp(t.s, "authors:", 8) ? 8 : 0;
                if (mkcv_authors_score(r->arena, &t, from, n) >= 80) mkcv_authors_read(r->arena, &t, from, n, &named);
                for (size_t i = 0; i < named.people.count; i++) *MKCV_PUSH(r->arena, &e->people) = named.people.at[i];
            }
        } else if (b->kind == MKCV_BLOCK_DOCUMENT || b->kind == MKCV_BLOCK_QUOTE) {
            read_body(r, e, b->first, left);
        }
    }
}

void mkcv_publication_read_written(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_record *record)
{
    static const char *const written[] = {"citation", "excerpt", "subtitle", NULL};
    for (const char *const *k = written; *k; k++) {
        const char *s = mkcv_node_string(record->meta, *k);
        if (!s) continue;
        struct mkcv_text t = mkcv_markdown_inline(r->arena, s, key_loc(record, *k), r->diags);
        size_t n = mkcv_text_length(&t);
        if (!n || !mkcv_read_fits(r, n, key_loc(record, *k))) continue;
        if (**k == 'c' || is_citation(r, &t, e->fields[MKCV_FIELD_TITLE].s))
            read_citation(r, e, &t);
        else if (!e->people.count && mkcv_authors_score(r->arena, &t, 0, n) >= 80)
            mkcv_authors_read(r->arena, &t, 0, n, e);
    }
    int left = 12;
    if (!e->people.count && record->body) read_body(r, e, record->body, &left);
}
