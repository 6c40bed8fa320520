/* member_text.c - the descriptions in lists of data: a few lines of Markdown under a post or a degree. */
#include "member.h"
#include "mkcv/clause.h"
#include "mkcv/source.h"
#include <string.h>

/* The words before a colon or at the beginning that say what follows. */
static size_t labelled(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range part,
                       const char *const *labels)
{
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, part.from, part.to);
    size_t len, i = 0;
    if (!k.list.count || mkcv_phrase_find(&k, 0, k.list.count, labels, &len) != 0) return 0;
    i = len;
    while (i < k.list.count &&
           (!strcmp(k.list.at[i].fold, ":") || !strcmp(k.list.at[i].fold, "on") || !strcmp(k.list.at[i].fold, "title")))
        i++;
    return i < k.list.count && i > len ? k.list.at[i].from : 0;
}

bool mkcv_member_is_people(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t)
{
    struct mkcv_clause c = mkcv_clause_new(r, t, 0, mkcv_text_length(t));
    static const char *const leads[] = {"with", "under", "in", NULL};
    return c.tokens.list.count && !mkcv_clause_is(&c, 0, leads) && mkcv_clause_people(&c, 0, e) != 0;
}

/* One sentence or line; false: it says something else. */
static bool read_fact(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t, struct mkcv_range part)
{
    static const char *const theses[] = {"thesis",         "dissertation", "phd thesis", "master thesis",
                                         "masters thesis", "thesis title", NULL},
                             *const scores[] = {"gpa", "cgpa", "grade", "overall gpa", "final grade", NULL};
    size_t at;
    if (part.from >= part.to) return true;
    if (e->kind == MKCV_KIND_EDUCATION && (at = labelled(r, t, part, theses)) && !e->fields[MKCV_FIELD_THESIS].s) {
        mkcv_entry_set(r, e, MKCV_FIELD_THESIS, t, at, part.to);
        return true;
    }
    if (e->kind == MKCV_KIND_EDUCATION && labelled(r, t, part, scores) && !e->fields[MKCV_FIELD_SCORE].s) {
        mkcv_entry_set(r, e, MKCV_FIELD_SCORE, t, part.from, part.to);
        return true;
    }
    struct mkcv_text own = mkcv_text_slice(r->arena, t, part.from, part.to);
    return mkcv_member_is_people(r, e, &own);
}

static void add_summary(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t, size_t from, size_t to)
{
    struct mkcv_text part = mkcv_text_slice(r->arena, t, from, to), *sum = &e->fields[MKCV_FIELD_SUMMARY];
    if (mkcv_text_is_empty(&part)) return;
    if (sum->s) mkcv_text_append(r->arena, sum, " ", 1, NULL);
    mkcv_text_join(r->arena, sum, &part, MKCV_ROLE_PLAIN);
}

/* Sentence by sentence, a forced line break ends one too. */
static void read_paragraph(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *t)
{
    size_t n = mkcv_text_length(t);
    for (size_t from = 0, end; from < n; from = end) {
        end = mkcv_sentence_end_in(t, from, n);
        const char *line = memmem(t->s + from, end - from, "\xe2\x80\xa8", 3);
        size_t stop = line ? (size_t)(line - t->s) : end;
        if (line) end = stop + 3;
        struct mkcv_range part = mkcv_trim(t->s, (struct mkcv_range){from, stop});
        if (!read_fact(r, e, t, part)) add_summary(r, e, t, from, stop);
    }
}

static void read_list(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_block *list)
{
    for (const struct mkcv_block *i = list->first; i; i = i->next) {
        struct mkcv_text t = mkcv_item_text(r->arena, i);
        if (mkcv_text_is_empty(&t)) continue;
        struct mkcv_range part = mkcv_trim(t.s, (struct mkcv_range){0, mkcv_text_length(&t)});
        if (!read_fact(r, e, &t, part)) *MKCV_PUSH(r->arena, &e->highlights) = t;
        mkcv_item_points(r, e, mkcv_item_list(i));
    }
}

/* "Responsibilities include:" leads to the list below it and says nothing of its own; "Courses:" does. */
static bool is_lead(struct mkcv_reader *r, const struct mkcv_block *b, const struct mkcv_text *t)
{
    static const char *const words[] = {"responsibilities", "duties", "tasks", NULL};
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, 0, mkcv_text_length(t));
    size_t len;
    return b->next && b->next->kind == MKCV_BLOCK_LIST && k.list.count < 6 &&
           mkcv_phrase_find(&k, 0, k.list.count, words, &len) != (size_t)-1;
}

void mkcv_member_describe(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_node *text)
{
    if (!text || !mkcv_read_fits(r, strlen(text->value), text->loc)) return;
    struct mkcv_loc at = text->loc;
    if (text->quoted && strchr(text->value, '\n')) at.line++;
    const struct mkcv_block *body = mkcv_markdown_read(r->arena, text->value, at, r->diags);
    for (const struct mkcv_block *b = body->first; b; b = b->next) {
        if (b->kind == MKCV_BLOCK_LIST) {
            read_list(r, e, b);
            continue;
        }
        struct mkcv_text t = mkcv_item_text(r->arena, b);
        if (!mkcv_text_is_empty(&t) && !is_lead(r, b, &t)) read_paragraph(r, e, &t);
    }
    if (!e->fields[MKCV_FIELD_SUMMARY].s || e->fields[MKCV_FIELD_SUMMARY].spans.count == 0) return;
    struct mkcv_text *sum = &e->fields[MKCV_FIELD_SUMMARY];
    *sum = mkcv_text_slice(r->arena, sum, 0, mkcv_text_length(sum));
}

void mkcv_member_cut_asides(struct mkcv_reader *r, struct mkcv_entry *e, enum mkcv_field field)
{
    struct mkcv_text t = e->fields[field];
    size_t n = mkcv_text_length(&t);
    if (mkcv_text_is_empty(&t) || t.s[n - 1] != ')') return;
    size_t open = n - 1;
    for (int depth = 1; open && depth;) {
        open--;
        depth += (t.s[open] == ')') - (t.s[open] == '(');
    }
    static const char *const states[] = {"candidate", "expected", "ongoing", "in progress", "current", NULL};
    struct mkcv_range inner = mkcv_trim(t.s, (struct mkcv_range){open + 1, n - 1});
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t.s, inner.from, inner.to);
    size_t len;
    if (open && k.list.count == 1 && mkcv_phrase_find(&k, 0, 1, states, &len) == 0) {
        mkcv_entry_set(r, e, MKCV_FIELD_NOTE, &t, inner.from, inner.to);
        mkcv_entry_set(r, e, field, &t, 0, open);
        return;
    }
    if (t.s[open] != '(' || !open || inner.from >= inner.to || !read_fact(r, e, &t, inner)) return;
    mkcv_entry_set(r, e, field, &t, 0, open);
}
