/* news.c - news: a date and what happened. */
#include "mkcv/clause.h"
#include "mkcv/compose.h"
#include "mkcv/section.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include <string.h>

static const struct mkcv_title titles[] = {
    {"en", "News"},    {"de", "Neuigkeiten"}, {"fr", "Actualités"}, {"es", "Noticias"}, {"pt", "Notícias"},
    {"it", "Notizie"}, {"zh", "新闻"},        {"ja", "ニュース"},   {"ko", "소식"},     {NULL, NULL}};
static const char *const headings[] = {"news",          "recent news", "latest news", "updates",     "recent updates",
                                       "announcements", "what s new",  "whats new",   "highlights",  "news and updates",
                                       "news archive",  "neuigkeiten", "aktuelles",   "nachrichten", "actualites",
                                       "nouvelles",     "noticias",    "novedades",   "novidades",   "notizie",
                                       "novita",        "新闻",        "动态",        "最新动态",    "消息",
                                       "近况",          "ニュース",    "お知らせ",    "新着情報",    "소식",
                                       "뉴스",          NULL};
static const struct mkcv_json_field json[] = {{"text", MKCV_FIELD_SUMMARY}, {NULL, MKCV_FIELD_TITLE}};

/* "March: ..." under a heading "2025". */
static bool read_month(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_when *w)
{
    struct mkcv_when year;
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, 0, mkcv_text_length(t) < 16 ? mkcv_text_length(t) : 16);
    if (!k.list.count || k.list.at[0].from > 2 || !mkcv_when_above(r, &year) || !year.end.year) return false;
    const char *month = mkcv_arena_printf(r->arena, "%s %d", k.list.at[0].fold, year.end.year);
    if (!mkcv_date_from_string(month, &w->end) || !w->end.month) return false;
    w->from = k.list.at[0].from;
    w->to = k.list.at[0].to;
    return true;
}

/* The date at the start, in emphasis or brackets, or that of the heading above. */
static bool find_date(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_when *w)
{
    size_t n = mkcv_text_length(t);
    if (mkcv_when_find(r->arena, t->s, 0, n, w) && mkcv_trim(t->s, (struct mkcv_range){0, w->from}).from >= w->from)
        return true;
    *w = (struct mkcv_when){.from = 0};
    return read_month(r, t, w);
}

static bool add_news(struct mkcv_reader *r, const struct mkcv_block *item, const struct mkcv_text *t, bool first)
{
    size_t n = mkcv_text_length(t);
    struct mkcv_when w, above;
    bool leads = find_date(r, t, &w);
    if (!leads && item->kind == MKCV_BLOCK_PARAGRAPH) return false;
    struct mkcv_entry *e =
        mkcv_read_entry(r, MKCV_KIND_NEWS, first && item->loc.line ? item->loc : mkcv_text_loc(t, 0));
    if (leads)
        mkcv_entry_when(r, e, &w);
    else if (mkcv_when_above(r, &above))
        mkcv_entry_when(r, e, &above);
    size_t from = leads ? w.to : 0;
    while (from < n && (strchr(" ]):.,*-|", t->s[from]) != NULL)) from++;
    struct mkcv_range cut = mkcv_trim(t->s, (struct mkcv_range){from, n});
    size_t end = n; /* the sentence keeps its closing mark */
    while (end > cut.to && mkcv_is_space(mkcv_utf8_before(t->s, end))) end--;
    e->fields[MKCV_FIELD_SUMMARY] = mkcv_text_slice(r->arena, t, cut.from, end);
    e->url = mkcv_text_url(t, from, n);
    if (!mkcv_text_is_empty(&e->fields[MKCV_FIELD_SUMMARY])) return true;
    mkcv_read_section(r, MKCV_KIND_NEWS)->entries.count--;
    return false;
}

/* A line of the source begins here with a date that something sets off: "Mar 2026 -- ...". */
static bool opens_news(struct mkcv_reader *r, const struct mkcv_text *t, size_t at, bool set_off)
{
    size_t n = mkcv_text_length(t);
    struct mkcv_when w;
    struct mkcv_range rest = mkcv_trim(t->s, (struct mkcv_range){at, n});
    if (!mkcv_when_read(r->arena, t->s, rest.from, n, &w) || w.to - w.from <= 3) return false;
    size_t behind = w.to + strspn(t->s + w.to, " ");
    return !set_off || (behind < n && (strchr(":-|]", t->s[behind]) || !strncmp(t->s + behind, "\xe2\x80\x93", 3) ||
                                       !strncmp(t->s + behind, "\xe2\x80\x94", 3)));
}

/* Where the news at `from` ends: before a line, broken by force or only in the source, that opens with a date. */
static size_t end_news(struct mkcv_reader *r, const struct mkcv_text *t, size_t from)
{
    size_t end = mkcv_text_length(t);
    for (const char *line = strstr(t->s + from + 1, "\xe2\x80\xa8"); line; line = strstr(line + 3, "\xe2\x80\xa8")) {
        size_t at = (size_t)(line - t->s);
        if (!opens_news(r, t, at + 3, false)) continue;
        end = at;
        break;
    }
    for (size_t i = 1; i < t->spans.count; i++) {
        const struct mkcv_span *span = &t->spans.at[i];
        if (span->at <= from || span->at >= end || span->line <= span[-1].line) continue;
        if (opens_news(r, t, span->at, true)) return span->at;
    }
    return end;
}

/* An item, or a paragraph of dated lines. */
static bool read_item(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct mkcv_text t = mkcv_item_lines(r->arena, item);
    bool any = false;
    if (mkcv_text_is_empty(&t)) return false;
    if (mkcv_item_is_group(r, item, &t)) return mkcv_item_below(r, item, &t, read_item);
    for (size_t from = 0, n = mkcv_text_length(&t), end; from < n; from = end) {
        end = end_news(r, &t, from);
        struct mkcv_text one = mkcv_text_slice(r->arena, &t, from, end);
        if (!mkcv_text_is_empty(&one) && add_news(r, item, &one, from == 0)) any = true;
    }
    struct mkcv_section *s = mkcv_cv_lookup(r->cv, MKCV_KIND_NEWS);
    if (any) mkcv_item_highlights(r, &s->entries.at[s->entries.count - 1], item);
    return any;
}

const struct mkcv_section_kind mkcv_section_news = {.key = "news",
                                                    .titles = titles,
                                                    .headings = headings,
                                                    .json = json,
                                                    .json_date = "date",
                                                    .read_item = read_item,
                                                    .compose = mkcv_compose_news};
