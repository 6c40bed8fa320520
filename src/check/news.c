/* news.c - what the news tell and the rest of the homepage does not: roles, awards, a new position, accepted works. */
#include "check.h"
#include "mkcv/clause.h"
#include "mkcv/utf8.h"
#include <string.h>

#define LINES_MOST 1000 /* of news that are read */
#define WORDS_LEAST 4   /* of a title that is quoted */

static bool is_listed(const struct mkcv_section *s)
{
    for (size_t i = 0; s && i < s->entries.count; i++)
        if (s->entries.at[i].rule != MKCV_RULE_NEWS_TOLD) return true;
    return false;
}

/* A homepage that lists such entries elsewhere should list there what its news tell. */
static void check_told(struct mkcv_checked *k, enum mkcv_kind kind, enum mkcv_diag_id id)
{
    const struct mkcv_section *s = mkcv_checked_section(k->cv, kind);
    for (size_t i = 0; is_listed(s) && i < s->entries.count; i++) {
        const struct mkcv_entry *e = &s->entries.at[i];
        if (e->rule == MKCV_RULE_NEWS_TOLD) mkcv_report(k->diags, id, e->loc, mkcv_checked_name(k, e));
    }
}

/* --- positions ---------------------------------------------------------------------------------------------------- */

static bool knows_org(struct mkcv_checked *k, enum mkcv_kind kind, const struct mkcv_entry *e)
{
    const struct mkcv_section *s = mkcv_checked_section(k->cv, kind);
    const char *org = mkcv_utf8_fold(k->arena, e->fields[MKCV_FIELD_ORG].s);
    for (size_t i = 0; s && i < s->entries.count; i++) {
        const char *known = s->entries.at[i].fields[MKCV_FIELD_ORG].s;
        if (!known || s->entries.at[i].rule == MKCV_RULE_NEWS_TOLD) continue;
        known = mkcv_utf8_fold(k->arena, known);
        if (strstr(known, org) || strstr(org, known)) return true;
    }
    return false;
}

static short newest_start(const struct mkcv_section *s)
{
    short newest = 0;
    for (size_t i = 0; s && i < s->entries.count; i++) {
        const struct mkcv_entry *e = &s->entries.at[i];
        short year = e->start.year ? e->start.year : e->end.year;
        if (year > newest) newest = year;
    }
    return newest;
}

static bool is_new_post(struct mkcv_checked *k, const struct mkcv_entry *e, short year)
{
    if (!e->fields[MKCV_FIELD_TITLE].s || !e->fields[MKCV_FIELD_ORG].s) return false;
    return year >= newest_start(mkcv_checked_section(k->cv, MKCV_KIND_WORK)) && !knows_org(k, MKCV_KIND_WORK, e) &&
           !knows_org(k, MKCV_KIND_EDUCATION, e);
}

/* Positions that one sentence of the news tells, read apart from the CV. */
static void check_post(struct mkcv_checked *k, const struct mkcv_text *t, size_t from, size_t to, short year)
{
    struct mkcv_diags silent;
    struct mkcv_cv scratch = {.lang = k->cv->lang, .basics = k->cv->basics};
    mkcv_diags_init(&silent, k->arena);
    struct mkcv_reader r = {.arena = k->arena,
                            .diags = &silent,
                            .cv = &scratch,
                            .site = k->site,
                            .settings = k->settings,
                            .lang = k->cv->lang,
                            .kind = MKCV_KIND_NEWS};
    struct mkcv_clause c = mkcv_clause_new(&r, t, from, to);
    if (mkcv_clause_is_other(&c) || !mkcv_sentence_read(&r, MKCV_KIND_WORK, t, from, to)) return;
    const struct mkcv_section *s = mkcv_checked_section(&scratch, MKCV_KIND_WORK);
    for (size_t i = 0; s && i < s->entries.count; i++)
        if (is_new_post(k, &s->entries.at[i], year))
            mkcv_report(k->diags, MKCV_DIAG_NEWS_POST, s->entries.at[i].loc, mkcv_checked_name(k, &s->entries.at[i]));
}

/* --- works -------------------------------------------------------------------------------------------------------- */

static bool knows_work(struct mkcv_checked *k, const char *title)
{
    const struct mkcv_section *s = mkcv_checked_section(k->apart, MKCV_KIND_PUBLICATIONS);
    for (size_t i = 0; s && i < s->entries.count; i++) {
        const char *known = s->entries.at[i].fields[MKCV_FIELD_TITLE].s;
        known = known ? mkcv_utf8_fold(k->arena, known) : "";
        if (*known && (strstr(known, title) || strstr(title, known))) return true;
    }
    return false;
}

static void check_title(struct mkcv_checked *k, const struct mkcv_text *t, size_t from, size_t to)
{
    const char *title = mkcv_arena_strndup(k->arena, t->s + from, to - from), *folded = mkcv_utf8_fold(k->arena, title);
    if (mkcv_checked_words(folded) >= WORDS_LEAST && !knows_work(k, folded))
        mkcv_report(k->diags, MKCV_DIAG_NEWS_WORK, mkcv_text_loc(t, from), title);
}

/* Titles in quotes of a line that says "accepted". */
static void check_works(struct mkcv_checked *k, const struct mkcv_text *t)
{
    static const char *const quotes[][2] = {{"\u201c", "\u201d"}, {"\"", "\""}, {"\u300a", "\u300b"}};
    if (!mkcv_fold_has(mkcv_utf8_fold(k->arena, t->s), "accepted")) return;
    for (size_t q = 0; q < sizeof quotes / sizeof *quotes; q++)
        for (const char *open = strstr(t->s, quotes[q][0]), *close; open; open = strstr(close, quotes[q][0])) {
            const char *from = open + strlen(quotes[q][0]);
            if (!(close = strstr(from, quotes[q][1]))) break;
            check_title(k, t, (size_t)(from - t->s), (size_t)(close - t->s));
            close += strlen(quotes[q][1]);
        }
}

void mkcv_check_news(struct mkcv_checked *k)
{
    const struct mkcv_section *news = mkcv_checked_section(k->cv, MKCV_KIND_NEWS);
    bool works = mkcv_checked_section(k->cv, MKCV_KIND_PUBLICATIONS) != NULL;
    check_told(k, MKCV_KIND_SERVICE, MKCV_DIAG_NEWS_ROLE);
    check_told(k, MKCV_KIND_AWARDS, MKCV_DIAG_NEWS_AWARD);
    for (size_t i = 0; news && i < news->entries.count && i < LINES_MOST; i++) {
        const struct mkcv_entry *e = &news->entries.at[i];
        const struct mkcv_text *t = &e->fields[MKCV_FIELD_SUMMARY];
        size_t n = mkcv_text_length(t);
        if (!n || n > MKCV_READ_TEXT_BYTES) continue;
        if (works) check_works(k, t);
        for (size_t from = 0, end; e->end.year && from < n; from = end) {
            end = mkcv_sentence_end_in(t, from, n);
            check_post(k, t, from, end, e->end.year);
        }
    }
}
