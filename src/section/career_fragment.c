/* career_fragment.c - biographies in fragments without a verb: "Assistant Professor of Botany, University of Malmo
 * (since 2021). PhD in Botany, Lund University (2019); MSc, Kiel University (2015)."; see career.h. */
#include "career.h"
#include "mkcv/clause.h"
#include "prose.h"
#include <string.h>

#define PARTS_MOST 6
#define PART_BYTES 200

static bool is_empty(const struct mkcv_entry *e, enum mkcv_field f) { return mkcv_text_is_empty(&e->fields[f]); }

/* What has a verb or a person is a sentence, and says more than a line does. */
static bool is_sentence(const struct mkcv_clause *c)
{
    static const char *const words[] = {
        "i",   "im",   "ive",  "am",       "is",       "are",    "was",        "were",  "have",  "has",  "had",
        "my",  "we",   "our",  "he",       "she",      "his",    "her",        "you",   "your",  "will", "can",
        "who", "that", "this", "received", "obtained", "joined", "worked",     "works", "work",  "bin",  "ist",
        "war", "suis", "est",  "soy",      "es",       "sono",   "interested", "loves", "loved", "if",   "please",
        "ich", "je",   "sie",  "studies",  "studied",  "please", "open",       "see",   "leads", "lead", NULL};
    for (size_t i = 0; i < c->tokens.list.count; i++)
        if (mkcv_clause_is(c, i, words)) return true;
    return false;
}

/* A post or degree that the part begins with, its place, a date perhaps, and nothing else. */
static bool is_whole(const struct mkcv_career_line *l, struct mkcv_range part)
{
    const struct mkcv_piece *first = &l->pieces.at[0];
    if (!l->pieces.count || (!l->study && !l->post) || is_empty(&l->e, MKCV_FIELD_TITLE) ||
        is_empty(&l->e, MKCV_FIELD_ORG))
        return false;
    bool leads =
        (first->sense == MKCV_PIECE_DEGREE || first->sense == MKCV_PIECE_POST) && first->head.from == part.from;
    for (size_t i = 0; i < l->pieces.count; i++)
        if (l->pieces.at[i].sense == MKCV_PIECE_OTHER && i) return false;
    return leads;
}

bool mkcv_career_fragment(const struct mkcv_clause *c)
{
    struct mkcv_reader *r = c->r;
    struct mkcv_career_line lines[PARTS_MOST];
    struct mkcv_ranges parts = mkcv_list_split(r->arena, c->text->s, c->from, c->to, ";", false);
    if (!r->in_prose || !parts.list.count || parts.list.count > PARTS_MOST || !mkcv_clause_is_capital(c, 0) ||
        is_sentence(c))
        return false;
    for (size_t i = 0; i < parts.list.count; i++) {
        struct mkcv_range part = mkcv_trim(c->text->s, parts.list.at[i]);
        if (part.to - part.from > PART_BYTES || !mkcv_career_line(r, c->text, part.from, part.to, &lines[i]) ||
            !is_whole(&lines[i], part))
            return false;
    }
    for (size_t i = 0; i < parts.list.count; i++) {
        struct mkcv_entry *e = mkcv_read_add(r, &lines[i].e);
        if (e->kind == MKCV_KIND_WORK && !lines[i].dated) e->current = true;
    }
    return true;
}
