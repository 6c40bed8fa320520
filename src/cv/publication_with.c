/* publication_with.c - "with B. Wu", "avec B. Wu et C. Ma": lists of authors that leave out whose page it is.
 *
 * The words say that what follows are people, even a single one, and that the owner is one of the authors; the page's
 * order of authors is not known, so the owner stands first, as the sentence "I, with them" has it. */
#include "mkcv/utf8.h"
#include "publication_line.h"
#include <string.h>
#include <strings.h>

/* The longest of each beginning first. */
static const char *const openings[] = {"in collaboration with ",
                                       "in joint work with ",
                                       "in cooperation with ",
                                       "joint work with ",
                                       "joint paper with ",
                                       "jointly with ",
                                       "joint with ",
                                       "written with ",
                                       "together with ",
                                       "coauthored with ",
                                       "co-authored with ",
                                       "with ",
                                       "w/ ",
                                       "en collaboration avec ",
                                       "travail commun avec ",
                                       "travail joint avec ",
                                       "conjointement avec ",
                                       "coécrit avec ",
                                       "co-écrit avec ",
                                       "avec ",
                                       "gemeinsam mit ",
                                       "zusammen mit ",
                                       "in zusammenarbeit mit ",
                                       "mit ",
                                       "en colaboración con ",
                                       "en conjunto con ",
                                       "conjuntamente con ",
                                       "junto con ",
                                       "junto a ",
                                       "con ",
                                       "in collaborazione con ",
                                       "assieme a ",
                                       "insieme a ",
                                       "em colaboração com ",
                                       "em conjunto com ",
                                       "com ",
                                       NULL};

enum { CAPITAL = 5 }; /* bytes; "Con" and "Mit" are names too */

size_t mkcv_authors_with(const char *s, size_t from, size_t to)
{
    for (const char *const *o = openings; *o; o++) {
        size_t n = strlen(*o);
        if ((s[from] | 32) != **o || from + n >= to || strncasecmp(s + from, *o, n) != 0) continue;
        if (n >= CAPITAL || s[from] == **o) return n;
    }
    return 0;
}

/* Where a list of people may open: in brackets; once the title is known also behind it, at a line or a sentence. */
static bool is_opening(const struct mkcv_line *l, size_t at)
{
    const char *s = l->text->s;
    size_t i = at;
    while (i > 0 && s[i - 1] == ' ') i--;
    if (i > 0 && strchr("([", s[i - 1])) return true;
    if (!l->title.to) return i > 0 && s[i - 1] == ','; /* "Title, with B. Wu and C. Ma, Journal" */
    if (!i || s[i - 1] == '.' || s[i - 1] == ';' || (i >= 3 && !strncmp(s + i - 3, "\xe2\x80\xa8", 3))) return true;
    while (i > l->title.to && (strchr(" ,.:;-\"'*|", s[i - 1]) || (unsigned char)s[i - 1] >= 0x80)) i--; /* quotes */
    return i == l->title.to || l->claim[i - 1] != MKCV_CLAIM_NONE;
}

/* The end of the free text that opens at `at`: its line, its bracket, or what is claimed. */
static size_t limit_of(const struct mkcv_line *l, size_t at)
{
    const char *s = l->text->s;
    int depth = 0;
    size_t i = at;
    for (; i < l->n && l->claim[i] == MKCV_CLAIM_NONE && strncmp(s + i, "\xe2\x80\xa8", 3) != 0; i++) {
        depth += s[i] == '(' || s[i] == '[';
        if ((s[i] == ')' || s[i] == ']') && depth-- == 0) break;
    }
    return i;
}

/* "B. Wu and C. Ma" is whole; so is what stands before words in another dress, a venue's. */
static bool is_whole(const struct mkcv_line *l, size_t from, size_t to)
{
    static const char *const joints[] = {" and ", " & ", " et ", " und ", " y ", " e ", " i ", NULL};
    const char *s = l->text->s;
    for (const char *const *j = joints; *j; j++) {
        const char *at = strstr(s + from, *j);
        if (at && at < s + to) return true;
    }
    size_t next = to;
    while (next < l->n && strchr(" ,.", s[next])) next++;
    size_t part = mkcv_find_outside(s, next, l->n, ",");
    if (next > to && next < part && part <= l->n && mkcv_line_is_venue(l, next, part)) return true;
    const struct mkcv_span *here = mkcv_text_lookup(l->text, from), *there = mkcv_text_lookup(l->text, next);
    return next < l->n && here && there && (there->marks & ~here->marks & MKCV_MARK_EMPH);
}

/* The longest list of names at `at`: "with B. Wu and C. Ma, Kite Letters, 2020" holds two. */
static size_t names_end(const struct mkcv_line *l, size_t at, size_t limit)
{
    enum { TRIES = 40 };
    const char *s = l->text->s;
    size_t end = at;
    int tries = 0;
    for (size_t i = at + 1; i <= limit && tries < TRIES; i++) {
        if (i < limit && s[i] != ',' && s[i] != '.' && s[i] != ':') continue;
        tries++;
        size_t to = i + (i < limit && s[i] == '.');
        if (mkcv_authors_score(l->reader->arena, l->text, at, to) >= 80) end = to;
        if (end == to && is_whole(l, at, to)) break;
    }
    return end;
}

/* "with Supplementary Material", "with Kite Press": capitals, no people. */
static bool is_thing(const struct mkcv_line *l, size_t from, size_t to)
{
    struct mkcv_arena *a = l->reader->arena;
    struct mkcv_range r = mkcv_trim(l->text->s, (struct mkcv_range){from, to});
    const char *word = mkcv_arena_strndup(a, l->text->s + r.from, r.to - r.from);
    return mkcv_line_is_label(a, word) || mkcv_line_says_honor(mkcv_utf8_fold(a, word)) ||
           mkcv_is_org(a, l->text->s, from, to) || mkcv_line_is_venue(l, from, to);
}

void mkcv_publication_add_owner(struct mkcv_reader *r, struct mkcv_entry *e)
{
    const char *name = r->cv->basics.name;
    if (!name) return;
    for (size_t i = 0; i < e->people.count; i++)
        if (mkcv_is_owner(r, e->people.at[i].name)) return;
    *MKCV_PUSH(r->arena, &e->people) = (struct mkcv_person){.name = NULL};
    memmove(e->people.at + 1, e->people.at, (e->people.count - 1) * sizeof *e->people.at);
    e->people.at[0] = (struct mkcv_person){.name = name, .relation = MKCV_REL_AUTHOR, .self = true};
}

bool mkcv_line_read_with(struct mkcv_line *l)
{
    const char *s = l->text->s;
    for (size_t i = 0; i < l->n; i++) {
        size_t n = l->claim[i] == MKCV_CLAIM_NONE ? mkcv_authors_with(s, i, l->n) : 0;
        if (!n || !is_opening(l, i)) continue;
        size_t end = names_end(l, i, limit_of(l, i));
        bool bracket = i > 0 && strchr("([", s[i - 1]) && end < l->n && strchr(")]", s[end]);
        if (end == i || is_thing(l, i + n, end)) continue;
        if (!l->title.to && !bracket && !is_whole(l, i + n, end)) continue;
        mkcv_authors_read(l->reader->arena, l->text, i + n, end, l->entry);
        mkcv_publication_add_owner(l->reader, l->entry);
        mkcv_line_claim(l, i - bracket, end + bracket, MKCV_CLAIM_AUTHORS);
        return true;
    }
    return false;
}
