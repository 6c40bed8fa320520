/* career_employer.c - an employer, or a school, that stands above the posts held there; see career.h. */
#include "career.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include <string.h>

enum { POSTS_AT_MOST = 12 }; /* below one employer, that are looked at */

/* A word that is small in a name: an article, "d'Armor", "center" of "Research center of". */
static bool is_small_in_name(const char *word, size_t n)
{
    static const char *const parts[] = {"center",  "centre",  "department", "school",   "institute", "laboratory",
                                        "lab",     "faculty", "group",      "office",   "division",  "hospital",
                                        "college", "unit",    "section",    "research", NULL};
    enum { SMALL_WORD = 3 };
    bool elided = n > 2 && (word[1] == '\'' || !strncmp(word + 1, "\xe2\x80\x99", 3));
    for (const char *const *p = parts; *p; p++)
        if (n == strlen(*p) && !strncmp(word, *p, n)) return true;
    return n <= SMALL_WORD || elided;
}

/* A point that is nothing but a name: its words begin with capitals, but for the small ones. */
bool mkcv_career_is_name(const struct mkcv_text *t, struct mkcv_range range)
{
    enum { NAME_BYTES = 90 };
    struct mkcv_range cut = mkcv_trim(t->s, range);
    if (cut.to - cut.from > NAME_BYTES || cut.from >= cut.to || strchr(".!?", t->s[cut.to - 1])) return false;
    if (mkcv_find_outside(t->s, cut.from, cut.to, ":") < cut.to) return false;
    bool first = true;
    for (size_t at = cut.from, n; at < cut.to; at += n + (n == 0), first = false) {
        n = strcspn(t->s + at, " ,()/-");
        if (at + n > cut.to) n = cut.to - at;
        const char *word = t->s + at, *p = word;
        if (n && mkcv_is_lower(mkcv_utf8_next(&p)) && (first || !is_small_in_name(word, n))) return false;
    }
    return true;
}

/* An institution of its own, not a part of one: "Systems Group" is a part of the employer above. */
bool mkcv_career_is_whole(struct mkcv_reader *r, const struct mkcv_career_line *l)
{
    static const char *const wholes[] = {"university", "universitat", "universite",  "universidad", "universita",
                                         "college",    "bank",        "inc",         "ltd",         "llc",
                                         "gmbh",       "ag",          "corporation", "company",     "ministry",
                                         "agency",     "hospital",    "museum",      "foundation",  "academy",
                                         "institut",   "politecnico", "eth",         "epfl",        NULL};
    const struct mkcv_text *org = &l->e.fields[MKCV_FIELD_ORG];
    return org->s && mkcv_range_has(r, org, (struct mkcv_range){0, mkcv_text_length(org)}, wholes);
}

/* How many lines from byte `from` on are "POST, date", of no institution of their own; 0 when one is not. */
static size_t count_posts(struct mkcv_reader *r, const struct mkcv_text *t, size_t from)
{
    struct mkcv_career_line l;
    size_t n = mkcv_text_length(t), count = 0;
    for (size_t end; from < n && count < POSTS_AT_MOST; from = end + 3, count++) {
        const char *line = memmem(t->s + from, n - from, "\xe2\x80\xa8", 3);
        end = line ? (size_t)(line - t->s) : n;
        if (end - from > MKCV_CAREER_LINE_BYTES || !mkcv_career_line(r, t, from, end, &l)) return 0;
        if (!(l.post || l.study) || !l.dated || mkcv_career_is_whole(r, &l)) return 0;
    }
    return count;
}

/* "ORG" over several lines "POST, date": the byte where the posts begin; 0 for other items. */
size_t mkcv_career_posts_under(struct mkcv_reader *r, const struct mkcv_text *t)
{
    struct mkcv_career_line l;
    const char *line = strstr(t->s, "\xe2\x80\xa8");
    size_t end = line ? (size_t)(line - t->s) : 0;
    if (!end || end > MKCV_CAREER_LINE_BYTES || !mkcv_career_line(r, t, 0, end, &l)) return 0;
    if (l.study || l.post || l.dated || !mkcv_is_org(r->arena, t->s, 0, end)) return 0;
    return count_posts(r, t, end + 3) > 1 ? end + 3 : 0;
}

/* The item is an employer, whatever its name, and the list below are posts there. */
bool mkcv_career_is_employer(struct mkcv_reader *r, const struct mkcv_text *own, const struct mkcv_text *below)
{
    struct mkcv_career_line l;
    struct mkcv_range all = {0, mkcv_text_length(own)};
    return r->kind == MKCV_KIND_WORK && below->s && !strstr(own->s, "\xe2\x80\xa8") && mkcv_career_is_name(own, all) &&
           mkcv_career_line(r, own, 0, all.to, &l) && !l.study && !l.post && !l.dated && count_posts(r, below, 0);
}
