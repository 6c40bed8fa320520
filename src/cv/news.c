/* news.c - news that tell a role of service or an award: they give it their year, or are its only source.
 *
 * The news line is read as sentences of service and of awards into new entries, and each is then looked up among those
 * that were there before. */
#include "mkcv/buf.h"
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

const char *mkcv_role_key(struct mkcv_arena *a, const struct mkcv_text *title)
{
    static const struct {
        const char *words, *shorter;
    } forms[] = {{"technical program committee", "tpc"},
                 {"technical programme committee", "tpc"},
                 {"program committee", "pc"},
                 {"programme committee", "pc"},
                 {"area chair", "ac"},
                 {"co chair", "cochair"},
                 {"co chairs", "cochair"},
                 {"cochairs", "cochair"}};
    struct mkcv_buf b;
    mkcv_buf_init(&b, a);
    for (const char *s = fold(a, title); *s;) {
        size_t n = strcspn(s, " ");
        const char *word = mkcv_arena_strndup(a, s, n);
        for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
            size_t len = strlen(forms[i].words);
            if (strncmp(s, forms[i].words, len) != 0 || (s[len] && s[len] != ' ')) continue;
            word = forms[i].shorter;
            n = len;
            break;
        }
        mkcv_buf_printf(&b, "%s%s", b.n ? " " : "", word);
        s += n + (s[n] == ' ');
    }
    return b.n ? b.s : "";
}

static struct folded fold_entry(struct mkcv_arena *a, const struct mkcv_entry *e)
{
    return (struct folded){mkcv_role_key(a, &e->fields[MKCV_FIELD_TITLE]), fold(a, &e->fields[MKCV_FIELD_ORG])};
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

/* --- awards ------------------------------------------------------------------------------------------------------- */

static bool same_year(const struct mkcv_entry *known, short year)
{
    bool none = !known->end.year && !known->start.year && !known->dates.count;
    return none || !year || has_year(known, year) || has_year(known, (short)(year - 1)) ||
           has_year(known, (short)(year + 1));
}

/* A short name in capitals of the giver ("Conference on Waves (ICTW)") stands in what the news say. */
static bool names_giver(struct mkcv_arena *a, const struct mkcv_entry *known, const char *said)
{
    const char *s = known->fields[MKCV_FIELD_ORG].s;
    for (size_t i = 0, n; s && s[i]; i += n ? n : 1) {
        n = strspn(s + i, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        if (n >= 3 && mkcv_fold_has(said, mkcv_utf8_fold(a, mkcv_arena_strndup(a, s + i, n)))) return true;
    }
    return false;
}

static const char *said_of(struct mkcv_arena *a, const struct mkcv_entry *e)
{
    const struct mkcv_text *title = &e->fields[MKCV_FIELD_TITLE], *org = &e->fields[MKCV_FIELD_ORG];
    return mkcv_utf8_fold(a, mkcv_arena_printf(a, "%s %s", title->s ? title->s : "", org->s ? org->s : ""));
}

/* The same award: its name agrees, its year is near, and nothing says that somebody else gave it. */
static bool is_same_award(struct mkcv_arena *a, const struct mkcv_entry *known, const struct mkcv_entry *e)
{
    if (!same_year(known, e->end.year ? e->end.year : e->start.year)) return false;
    const char *x = fold(a, &known->fields[MKCV_FIELD_TITLE]), *y = fold(a, &e->fields[MKCV_FIELD_TITLE]);
    const char *one = fold(a, &known->fields[MKCV_FIELD_ORG]), *other = fold(a, &e->fields[MKCV_FIELD_ORG]);
    const char *said = said_of(a, e), *listed = said_of(a, known);
    if (!is_alike(x, y) && !is_alike(said, listed) && !(strlen(x) > 20 && mkcv_fold_has(said, x))) return false;
    if (!*one || is_alike(one, other) || mkcv_fold_has(said, one)) return true;
    return names_giver(a, known, said) || (*other && names_giver(a, e, listed)) || (!*other && !strcmp(x, y));
}

/* Entries [first, end) came from one news line. */
static void settle_awards(struct mkcv_reader *r, struct mkcv_section *s, size_t first, struct mkcv_date news)
{
    size_t kept = first;
    for (size_t i = first; i < s->entries.count; i++) {
        struct mkcv_entry *e = &s->entries.at[i], *known = NULL;
        if (!e->end.year && !e->start.year && !e->dates.count) e->end = (struct mkcv_date){news.year, 0, 0};
        for (size_t k = 0; k < first && k < KNOWN_MOST && !known; k++)
            if (is_same_award(r->arena, &s->entries.at[k], e)) known = &s->entries.at[k];
        if (known)
            *MKCV_PUSH(r->arena, &known->also) = e->loc;
        else
            s->entries.at[kept++] = *e;
    }
    s->entries.count = kept;
}

/* --- lines -------------------------------------------------------------------------------------------------------- */

static size_t count_entries(struct mkcv_reader *r, enum mkcv_kind kind)
{
    const struct mkcv_section *s = mkcv_cv_lookup(r->cv, kind);
    return s ? s->entries.count : 0;
}

/* "I will join X as an intern": posts that the owner's other pages may lack; merged with them afterwards. Who "joined"
 * did so when the news came. */
static void read_posts(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_date date)
{
    static const char *const past[] = {"i joined", "i have joined", "ive joined", NULL};
    static const char *const starts[] = {"i will join", "i joined",   "i have joined", "i will be joining",
                                         "ill join",    "ive joined", "i am joining",  "i will be interning",
                                         "i interned",  NULL};
    const struct mkcv_section_kind *work = mkcv_section_kind(MKCV_KIND_WORK);
    size_t n = mkcv_text_length(t), len, first = count_entries(r, MKCV_KIND_WORK);
    for (size_t from = 0, end; from < n; from = end) {
        end = mkcv_sentence_end_in(t, from, n);
        struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, from, end);
        size_t before = count_entries(r, MKCV_KIND_WORK), reach = k.list.count < 6 ? k.list.count : 6;
        if (mkcv_phrase_find(&k, 0, reach, starts, &len) == (size_t)-1 || !work->read_sentence(r, t, from, end))
            continue;
        if (count_entries(r, MKCV_KIND_WORK) != before + 1 || mkcv_phrase_find(&k, 0, reach, past, &len) == (size_t)-1)
            continue;
        struct mkcv_entry *e = &mkcv_cv_lookup(r->cv, MKCV_KIND_WORK)->entries.at[before];
        if (!e->start.year && !e->end.year && !e->dates.count)
            e->start = (struct mkcv_date){.year = date.year, .month = date.month};
    }
    for (size_t i = first; i < count_entries(r, MKCV_KIND_WORK); i++)
        mkcv_cv_lookup(r->cv, MKCV_KIND_WORK)->entries.at[i].rule = MKCV_RULE_NEWS_TOLD;
}

static void read_line(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_date date, struct known *known)
{
    static const enum mkcv_kind kinds[] = {MKCV_KIND_SERVICE, MKCV_KIND_AWARDS};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t first = count_entries(r, kinds[i]), n = mkcv_text_length(t);
        for (size_t from = 0, end; from < n; from = end) {
            end = mkcv_sentence_end_in(t, from, n);
            mkcv_sentence_read(r, kinds[i], t, from, end);
        }
        if (count_entries(r, kinds[i]) <= first) continue;
        if (kinds[i] == MKCV_KIND_SERVICE)
            settle(r, mkcv_cv_lookup(r->cv, kinds[i]), first, date, known);
        else
            settle_awards(r, mkcv_cv_lookup(r->cv, kinds[i]), first, date);
    }
    read_posts(r, t, date);
}

void mkcv_news_confirm(struct mkcv_reader *r)
{
    struct known known = {.list.at = NULL};
    struct mkcv_section *news = mkcv_cv_lookup(r->cv, MKCV_KIND_NEWS);
    enum mkcv_kind was = r->kind;
    r->kind = MKCV_KIND_NEWS;
    for (size_t i = 0; news && i < news->entries.count && i < LINES_MOST; i++) {
        struct mkcv_entry e = news->entries.at[i];
        if (mkcv_read_fits(r, mkcv_text_length(&e.fields[MKCV_FIELD_SUMMARY]), e.loc))
            read_line(r, &e.fields[MKCV_FIELD_SUMMARY], e.end, &known);
        news = mkcv_cv_lookup(r->cv, MKCV_KIND_NEWS);
    }
    r->kind = was;
}
