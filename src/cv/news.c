/* news.c - news that tell a role of service: they give it their year, or are its only source.
 *
 * The news line is read as a sentence of service into new entries, and each is then looked up among those that were
 * there before. */
#include "mkcv/section.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include <string.h>

#define LINES_MOST 1000 /* of news that are read */
#define KNOWN_MOST 4000 /* entries of service that each is looked up among */

/* What entries of service are compared by, folded once. */
struct folded {
    const char *title, *org;
};
struct known {
    MKCV_VEC(struct folded) list;
};

static const char *fold(struct mkcv_arena *a, const struct mkcv_text *t)
{
    return mkcv_text_is_empty(t) ? "" : mkcv_utf8_fold(a, t->s);
}

static struct folded fold_entry(struct mkcv_arena *a, const struct mkcv_entry *e)
{
    return (struct folded){fold(a, &e->fields[MKCV_FIELD_TITLE]), fold(a, &e->fields[MKCV_FIELD_ORG])};
}

static bool is_alike(const char *x, const char *y)
{
    return *x && *y && (!strcmp(x, y) || mkcv_fold_has(x, y) || mkcv_fold_has(y, x));
}

static bool has_year(const struct mkcv_entry *e, short year)
{
    for (size_t i = 0; i < e->dates.count; i++)
        if (e->dates.at[i].year == year) return true;
    if (e->end.year == year || e->start.year == year) return true;
    return e->start.year && e->start.year <= year && (e->current || e->end.year >= year);
}

/* The years of an entry read from news: its venue's, else that of the news. */
static void give_years(struct mkcv_reader *r, struct mkcv_entry *to, const struct mkcv_entry *from,
                       struct mkcv_date news)
{
    if (!from->dates.count && !from->start.year && !from->end.year) {
        if (news.year && !has_year(to, news.year))
            *MKCV_PUSH(r->arena, &to->dates) = (struct mkcv_date){news.year, 0, 0};
        return;
    }
    for (size_t i = 0; i < from->dates.count; i++)
        if (!has_year(to, from->dates.at[i].year)) *MKCV_PUSH(r->arena, &to->dates) = from->dates.at[i];
    if (from->end.year && !has_year(to, from->end.year)) *MKCV_PUSH(r->arena, &to->dates) = from->end;
}

/* Entries [first, end) of the section came from one news line: known ones are confirmed and dropped. */
static void settle(struct mkcv_reader *r, struct mkcv_section *s, size_t first, struct mkcv_date news,
                   struct known *all)
{
    size_t kept = first;
    while (all->list.count < first && all->list.count < KNOWN_MOST) {
        struct folded f = fold_entry(r->arena, &s->entries.at[all->list.count]);
        *MKCV_PUSH(r->arena, &all->list) = f;
    }
    for (size_t i = first; i < s->entries.count; i++) {
        struct mkcv_entry *e = &s->entries.at[i], *known = NULL;
        struct folded f = fold_entry(r->arena, e);
        for (size_t k = 0; k < all->list.count && !known; k++)
            if (is_alike(all->list.at[k].title, f.title) && is_alike(all->list.at[k].org, f.org))
                known = &s->entries.at[k];
        if (known) {
            give_years(r, known, e, news);
            *MKCV_PUSH(r->arena, &known->also) = e->loc;
            continue;
        }
        if (!e->dates.count && !e->start.year && !e->end.year && news.year)
            *MKCV_PUSH(r->arena, &e->dates) = (struct mkcv_date){news.year, 0, 0};
        s->entries.at[kept++] = *e;
    }
    s->entries.count = kept;
}

void mkcv_news_confirm(struct mkcv_reader *r)
{
    const struct mkcv_section_kind *service = mkcv_section_kind(MKCV_KIND_SERVICE);
    struct known known = {.list.at = NULL};
    struct mkcv_section *news = mkcv_cv_lookup(r->cv, MKCV_KIND_NEWS);
    for (size_t i = 0; news && i < news->entries.count && i < LINES_MOST; i++) {
        struct mkcv_text t = news->entries.at[i].fields[MKCV_FIELD_SUMMARY];
        struct mkcv_date date = news->entries.at[i].end;
        size_t n = mkcv_text_length(&t);
        if (!mkcv_read_fits(r, n, news->entries.at[i].loc)) continue;
        const struct mkcv_section *s = mkcv_cv_lookup(r->cv, MKCV_KIND_SERVICE);
        size_t first = s ? s->entries.count : 0;
        for (size_t from = 0, end; from < n; from = end) {
            end = mkcv_sentence_end(t.s, from, n);
            service->read_sentence(r, &t, from, end);
        }
        struct mkcv_section *now = mkcv_cv_lookup(r->cv, MKCV_KIND_SERVICE);
        if (now && now->entries.count > first) settle(r, now, first, date, &known);
        news = mkcv_cv_lookup(r->cv, MKCV_KIND_NEWS);
    }
}
