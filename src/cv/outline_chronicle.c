/* outline_chronicle.c - a career as a list of spans of time under a heading such as "CV", "About me" or none.
 *
 * Posts and studies stand in one list, which some give twice, in two languages: then the one in the CV's own language
 * is read, and of the other what the first does not say. */
#include "mkcv/section.h"
#include "mkcv/utf8.h"
#include "outline.h"
#include "words.h"
#include <string.h>

enum { LINE_BYTES = 300, ENTRIES_LEAST = 2 };

static struct mkcv_text first_line(struct mkcv_reader *r, const struct mkcv_block *b)
{
    struct mkcv_text t = mkcv_item_text(r->arena, b);
    const char *line = t.s ? strstr(t.s, "\xe2\x80\xa8") : NULL;
    return line ? mkcv_text_slice(r->arena, &t, 0, (size_t)(line - t.s)) : t;
}

/* The span of time before or behind an item's words. */
static bool find_period(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_when *w)
{
    size_t n = mkcv_text_length(t);
    return n && n <= LINE_BYTES && mkcv_when_find(r->arena, t->s, 0, n, w) && w->start.year &&
           (w->from < 4 || w->to + 4 > n) && n > w->to - w->from + 4;
}

bool mkcv_outline_is_chronicle(struct outline *o, const struct mkcv_block *list)
{
    size_t all = 0, periods = 0, entries = 0;
    enum mkcv_kind was = o->r->kind;
    struct mkcv_when w;
    o->r->kind = MKCV_KIND_WORK;
    for (const struct mkcv_block *i = list->first; i; i = i->next, all++) {
        struct mkcv_text t = first_line(o->r, i);
        if (mkcv_text_is_empty(&t) || !find_period(o->r, &t, &w)) continue;
        periods++;
        entries += mkcv_section_kind(MKCV_KIND_WORK)->is_entry(o->r, &t);
    }
    o->r->kind = was;
    return entries >= ENTRIES_LEAST && periods * 2 > all;
}

/* --- two languages ------------------------------------------------------------------------------------------------ */

static bool has_cjk(const char *s)
{
    for (const char *p = s; *p;)
        if (mkcv_is_cjk(mkcv_utf8_next(&p))) return true;
    return false;
}

/* Most items are in a script of East Asia. */
static bool is_cjk_list(struct mkcv_reader *r, const struct mkcv_block *list)
{
    size_t all = 0, cjk = 0;
    for (const struct mkcv_block *i = list->first; i; i = i->next, all++) {
        struct mkcv_text t = first_line(r, i);
        struct mkcv_when w;
        bool dated = !mkcv_text_is_empty(&t) && find_period(r, &t, &w);
        cjk += dated && has_cjk(w.from < 4 ? t.s + w.to : t.s);
    }
    return cjk * 2 > all;
}

/* An item of the list begins in the month in which this one does. */
static bool begins_in(struct mkcv_reader *r, const struct mkcv_block *list, struct mkcv_date start)
{
    for (const struct mkcv_block *i = list->first; i; i = i->next) {
        struct mkcv_text t = first_line(r, i);
        struct mkcv_when w;
        if (!mkcv_text_is_empty(&t) && find_period(r, &t, &w) && w.start.year == start.year &&
            w.start.month == start.month)
            return true;
    }
    return false;
}

struct mkcv_block *mkcv_outline_own_language(struct outline *o, const struct mkcv_block *list,
                                             const struct mkcv_block *other)
{
    struct mkcv_reader *r = o->r;
    struct mkcv_block *own = mkcv_block_copy(r->arena, list), **tail = &own->first;
    const char *lang = r->cv->lang;
    bool cjk = is_cjk_list(r, list),
         asian = !strncmp(lang, "ja", 2) || !strncmp(lang, "zh", 2) || !strncmp(lang, "ko", 2);
    size_t all = 0, again = 0;
    if (!other || other->kind != MKCV_BLOCK_LIST || cjk == asian || is_cjk_list(r, other) == cjk) return own;
    for (const struct mkcv_block *i = list->first; i; i = i->next, all++) {
        struct mkcv_text t = first_line(r, i);
        struct mkcv_when w;
        if (!mkcv_text_is_empty(&t) && find_period(r, &t, &w) && begins_in(r, other, w.start)) {
            again++;
            continue;
        }
        *tail = mkcv_block_copy(r->arena, i);
        tail = &(*tail)->next;
    }
    *tail = NULL;
    return again * 2 > all ? own : mkcv_block_copy(r->arena, list);
}

/* --- studies without a degree ------------------------------------------------------------------------------------- */

static bool is_school(struct mkcv_reader *r, const struct mkcv_text *org)
{
    static const char *const words[] = {"university", "universitat",  "universite", "universidad", "universidade",
                                        "universita", "universiteit", "college",    "school",      "hochschule",
                                        "lycee",      "gymnasium",    NULL};
    static const char *const ends[] = {"大学", "大學", "学部", "学院", "學院", "研究科", "高校", "中学", "학교", NULL};
    if (mkcv_text_is_empty(org)) return false;
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, org->s, 0, mkcv_text_length(org));
    for (size_t i = 0; i < k.list.count; i++)
        if (mkcv_word_in(k.list.at[i].fold, words)) return true;
    for (const char *const *end = ends; *end; end++)
        if (strstr(org->s, *end)) return true;
    return false;
}

void mkcv_outline_settle_studies(struct mkcv_reader *r, size_t before)
{
    struct mkcv_section *work = mkcv_cv_lookup(r->cv, MKCV_KIND_WORK);
    size_t kept = before;
    for (size_t i = before; work && i < work->entries.count; i++) {
        struct mkcv_entry e = work->entries.at[i];
        if (mkcv_text_is_empty(&e.fields[MKCV_FIELD_TITLE]) && is_school(r, &e.fields[MKCV_FIELD_ORG])) {
            e.kind = MKCV_KIND_EDUCATION;
            struct mkcv_section *studies = mkcv_read_section(r, MKCV_KIND_EDUCATION);
            *MKCV_PUSH(r->arena, &studies->entries) = e;
            work = mkcv_cv_lookup(r->cv, MKCV_KIND_WORK); /* sections may have moved */
        } else
            work->entries.at[kept++] = e;
    }
    if (work && kept < work->entries.count) work->entries.count = kept;
}
