/* career_match.c - whether two entries of studies or posts tell one fact; see parts.h.
 *
 * A biography says "M.S.", a list "Master of Computing": the level, the school and the years decide. */
#include "mkcv/buf.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include "words.h"
#include <string.h>

static const char *const levels[][24] = {
    {"phd", "doctor", "doctorate", "doctoral", "dphil", "doctorat", "doctorado", "doutorado", "dottorato", "promotion",
     "dr", "ph d", "博士", "박사", "dring", "drrernat", NULL},
    {"master", "masters",  "msc",  "ms",   "m s",  "m sc", "ma",     "m a",      "meng",  "m eng", "mphil",
     "mres",   "mestrado", "硕士", "碩士", "修士", "석사", "diplom", "maestria", "mtech", "sm",    NULL},
    {"bachelor", "bachelors", "bsc",          "bs",        "b s",    "b sc",          "ba",   "b a",  "be",
     "b e",      "beng",      "b eng",        "btech",     "b tech", "undergraduate", "学士", "學士", "本科",
     "학사",     "licence",   "licenciatura", "graduacao", NULL},
};

static int level_of(const char *folded)
{
    for (int l = 0; l < 3; l++)
        for (const char *const *w = levels[l]; *w; w++)
            if (mkcv_fold_has(folded, *w)) return l + 1;
    return 0;
}

/* Folded, without blanks: "東湖大学 工学部" and "東湖大学工学部" are one. */
static const char *squeeze(struct mkcv_arena *a, const struct mkcv_text *t)
{
    char *s = mkcv_arena_strdup(a, t->s ? mkcv_utf8_fold(a, t->s) : ""), *q = s;
    for (const char *p = s; *p; p++)
        if (*p != ' ') *q++ = *p;
    *q = 0;
    return s;
}

static bool fits(const char *one, const char *other)
{
    return !*one || !*other || strstr(one, other) || strstr(other, one);
}

static bool is_same_field(struct mkcv_arena *a, const struct mkcv_entry *x, const struct mkcv_entry *y,
                          enum mkcv_field f)
{
    return fits(squeeze(a, &x->fields[f]), squeeze(a, &y->fields[f]));
}

/* The post without the words that only say how it is held. */
static const char *post_of(struct mkcv_arena *a, const struct mkcv_entry *e)
{
    static const char *const fillers[] = {"tenure", "tenured", "track", "tenuretrack", "the",
                                          "a",      "an",      "full",  "time",        NULL};
    const char *title = e->fields[MKCV_FIELD_TITLE].s ? e->fields[MKCV_FIELD_TITLE].s : "";
    struct mkcv_tokens k = mkcv_tokens_new(a, title, 0, strlen(title));
    struct mkcv_buf b;
    mkcv_buf_init(&b, a);
    for (size_t i = 0; i < k.list.count; i++) {
        if (!k.list.at[i].word || mkcv_word_in(k.list.at[i].fold, fillers)) continue;
        mkcv_buf_puts(&b, k.list.at[i].fold);
    }
    return b.s ? b.s : "";
}

bool mkcv_career_matches(struct mkcv_arena *a, const struct mkcv_entry *x, const struct mkcv_entry *y)
{
    if (mkcv_text_is_empty(&x->fields[MKCV_FIELD_TITLE]) || mkcv_text_is_empty(&y->fields[MKCV_FIELD_TITLE]))
        return false;
    if (!is_same_field(a, x, y, MKCV_FIELD_ORG)) return false;
    if (x->kind == MKCV_KIND_WORK) return !strcmp(post_of(a, x), post_of(a, y));
    int one = level_of(mkcv_utf8_fold(a, x->fields[MKCV_FIELD_TITLE].s)),
        other = level_of(mkcv_utf8_fold(a, y->fields[MKCV_FIELD_TITLE].s));
    if (!one || one != other) return false;
    if (mkcv_text_is_empty(&x->fields[MKCV_FIELD_ORG]) || mkcv_text_is_empty(&y->fields[MKCV_FIELD_ORG])) return false;
    bool dated = (x->end.year || x->start.year) && (y->end.year || y->start.year);
    return dated || is_same_field(a, x, y, MKCV_FIELD_AREA);
}
