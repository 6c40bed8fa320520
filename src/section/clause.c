/* clause.c - a sentence as words: what stands where, and whom it is about; see mkcv/clause.h. */
#include "mkcv/clause.h"
#include "mkcv/utf8.h"
#include <string.h>

#define SENTENCE_BYTES 8000 /* that are read of one: the work on a sentence grows with its square */

/* German biographies in the third person differ from those in the first by few words: "sie ist" is read as "ich bin".
 */
static void read_as_own(struct mkcv_tokens *k)
{
    static const char *const words[][2] = {
        {"er", "ich"}, {"sie", "ich"}, {"ist", "bin"}, {"hat", "habe"}, {"arbeitet", "arbeite"}};
    for (size_t i = 0; i < k->list.count; i++)
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            if (!strcmp(k->list.at[i].fold, words[w][0])) k->list.at[i].fold = words[w][1];
}

struct mkcv_clause mkcv_clause_new(struct mkcv_reader *r, const struct mkcv_text *text, size_t from, size_t to)
{
    if (to > from + SENTENCE_BYTES) to = from + SENTENCE_BYTES;
    while (to > from && (text->s[to] & 0xC0) == 0x80) to--;
    if (r->sentence.s != text->s || r->sentence.from != from || r->sentence.to != to) {
        r->sentence.tokens = mkcv_tokens_new(r->arena, text->s, from, to);
        if (!r->first_person && !strcmp(r->lang, "de")) read_as_own(&r->sentence.tokens);
        r->sentence.s = text->s;
        r->sentence.from = from;
        r->sentence.to = to;
    }
    return (struct mkcv_clause){r, text, from, to, r->sentence.tokens};
}

const char *mkcv_clause_word(const struct mkcv_clause *c, size_t i)
{
    return i < c->tokens.list.count ? c->tokens.list.at[i].fold : "";
}

bool mkcv_clause_is(const struct mkcv_clause *c, size_t i, const char *const *words)
{
    const char *w = mkcv_clause_word(c, i);
    for (; *words; words++)
        if (**words == *w && !strcmp(w, *words)) return true;
    return false;
}

bool mkcv_clause_is_capital(const struct mkcv_clause *c, size_t i)
{
    if (i >= c->tokens.list.count || !c->tokens.list.at[i].word) return false;
    const char *p = c->text->s + c->tokens.list.at[i].from;
    uint32_t u = mkcv_utf8_next(&p);
    return !mkcv_is_lower(u) && mkcv_is_letter(u);
}

bool mkcv_clause_is_at(const struct mkcv_clause *c, size_t i)
{
    return !strcmp(mkcv_clause_word(c, i), "a") && (unsigned char)c->text->s[c->tokens.list.at[i].from] >= 0x80;
}

size_t mkcv_clause_token(const struct mkcv_clause *c, size_t at)
{
    size_t i = 0;
    while (i < c->tokens.list.count && c->tokens.list.at[i].from < at) i++;
    return i;
}

size_t mkcv_clause_close(const struct mkcv_clause *c, size_t i)
{
    int depth = 0;
    for (size_t k = i; k < c->tokens.list.count; k++) {
        const char *w = c->tokens.list.at[k].fold;
        if (!strcmp(w, "(") || !strcmp(w, "（")) depth++;
        if ((!strcmp(w, ")") || !strcmp(w, "）")) && !--depth) return k + 1;
    }
    return i;
}

struct mkcv_range mkcv_clause_range(const struct mkcv_clause *c, size_t i, size_t end)
{
    if (i >= end || i >= c->tokens.list.count) return (struct mkcv_range){c->to, c->to};
    return (struct mkcv_range){c->tokens.list.at[i].from, c->tokens.list.at[end - 1].to};
}

size_t mkcv_clause_when(const struct mkcv_clause *c, size_t i, struct mkcv_when *w)
{
    static const char *const leads[] = {"in", "on", "during", "around", "of", "en", "im", "nel", "em", NULL};
    size_t start = mkcv_clause_is(c, i, leads) ? i + 1 : i;
    static const char *const words[] = {"the", "early", "late", "jahr", "jahre", NULL};
    while (mkcv_clause_is(c, start, words)) start++;
    if (start >= c->tokens.list.count) return i;
    if (!mkcv_when_read(c->r->arena, c->text->s, c->tokens.list.at[start].from, c->to, w)) return i;
    size_t next = mkcv_clause_token(c, w->to);
    return next;
}

/* "Dr. Moss": a title and the owner's last name. */
static bool is_titled_owner(const struct mkcv_clause *c, size_t first, size_t end)
{
    static const char *const titles[] = {"dr", "prof", "professor", "mr", "mrs", "ms", NULL};
    const char *name = c->r->cv->basics.name, *last = name ? strrchr(name, ' ') : NULL;
    if (!last || end - first != 2 || !mkcv_clause_is(c, first, titles)) return false;
    struct mkcv_tokens k = mkcv_tokens_new(c->r->arena, last, 0, strlen(last));
    return k.list.count == 1 && !strcmp(k.list.at[0].fold, mkcv_clause_word(c, first + 1));
}

/* "Mara received": the owner's first or last name alone opens a sentence of a biography in the third person. */
static bool is_short_owner(const struct mkcv_clause *c, size_t first, size_t end)
{
    const char *name = c->r->cv->basics.name;
    bool opens = !first || !strcmp(mkcv_clause_word(c, first - 1), ",");
    if (c->r->first_person || !name || !opens || end - first != 1) return false;
    struct mkcv_tokens k = mkcv_tokens_new(c->r->arena, name, 0, strlen(name));
    const char *word = mkcv_clause_word(c, first);
    return k.list.count > 1 && strlen(word) > 2 &&
           (!strcmp(k.list.at[0].fold, word) || !strcmp(k.list.at[k.list.count - 1].fold, word));
}

bool mkcv_clause_is_other(const struct mkcv_clause *c)
{
    static const char
        *const guides[] = {"advisor",  "adviser",      "supervisor",  "mentor",       "coadvisor", "advisors",
                           "husband",  "wife",         "student",     "students",     "host",      "colleague",
                           "brother",  "sister",       "father",      "mother",       "partner",   "mentors",
                           "advisers", "collaborator", "supervisors", "cosupervisor", NULL},
               *const others[] = {"he", "she", "his", "her", NULL}, *const be[] = {"is", "are", "was", "were", NULL};
    if (c->r->first_person && mkcv_clause_is(c, 0, others)) return true;
    if (strcmp(mkcv_clause_word(c, 0), "my") != 0) return false;
    for (size_t i = 1; i < 5; i++)
        if (mkcv_clause_is(c, i, guides)) return !mkcv_clause_is(c, i + 1, be);
    return false;
}

static bool is_self(const struct mkcv_clause *c, size_t verb)
{
    static const char *const adverbs[] = {
        "currently", "now",   "also",      "previously", "formerly",     "once",         "have",      "has",  "had",
        "been",      "just",  "recently",  "then",       "was",          "am",           "is",        "will", "be",
        "presently", "both",  "briefly",   "further",    "subsequently", "successfully", "invited",   "to",   "proudly",
        "gladly",    "first", "regularly", "frequently", "often",        "occasionally", "routinely", NULL};
    static const char *const selves[] = {"i", "im", "ive", "jai", "je", "ich", "ho", "he", "she", "elle", "ella", NULL};
    size_t i = verb;
    while (i && mkcv_clause_is(c, i - 1, adverbs)) i--;
    if (!i) return verb > 0 || !mkcv_clause_is_capital(c, 0);
    if (mkcv_clause_is(c, i - 1, selves)) return !(c->r->first_person && mkcv_clause_is(c, i - 1, selves + 7));
    /* "Dr. Ada Moss is", at the start or behind an introduction */
    size_t first = i;
    while (first && mkcv_clause_is_capital(c, first - 1)) first--;
    if (first == i) return false;
    if ((i - first <= 2 && is_titled_owner(c, first, i)) || is_short_owner(c, first, i)) return true;
    struct mkcv_range r = mkcv_clause_range(c, first, i);
    const char *name =
        mkcv_name_clean(c->r->arena, mkcv_arena_strndup(c->r->arena, c->text->s + r.from, r.to - r.from));
    return mkcv_is_owner(c->r, name);
}

/* Asked of every verb of a biography: the names that were compared are not kept. */
bool mkcv_clause_is_self(const struct mkcv_clause *c, size_t verb)
{
    struct mkcv_arena_mark mark = mkcv_arena_mark(c->r->arena);
    bool self = is_self(c, verb);
    mkcv_arena_rewind(c->r->arena, mark);
    return self;
}
