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

/* The date stands first, in emphasis or brackets; what follows its colon or dash is the text. */
static bool read_item(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct mkcv_text t = mkcv_item_text(r->arena, item);
    size_t n = mkcv_text_length(&t);
    struct mkcv_when w;
    if (mkcv_text_is_empty(&t)) return false;
    bool dated = mkcv_when_find(r->arena, t.s, 0, n, &w);
    bool leads = dated && mkcv_trim(t.s, (struct mkcv_range){0, w.from}).from >= w.from;
    if (!leads && item->kind == MKCV_BLOCK_PARAGRAPH) return false;
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_NEWS, item->loc.line ? item->loc : mkcv_text_loc(&t, 0));
    if (leads) mkcv_entry_when(r, e, &w);
    size_t from = leads ? w.to : 0;
    while (from < n && (strchr(" ]):.,*-", t.s[from]) != NULL)) from++;
    struct mkcv_range cut = mkcv_trim(t.s, (struct mkcv_range){from, n});
    size_t end = n; /* the sentence keeps its closing mark */
    while (end > cut.to && mkcv_is_space(mkcv_utf8_before(t.s, end))) end--;
    e->fields[MKCV_FIELD_SUMMARY] = mkcv_text_slice(r->arena, &t, cut.from, end);
    e->url = mkcv_text_url(&t, from, n);
    mkcv_item_highlights(r, e, item);
    if (!mkcv_text_is_empty(&e->fields[MKCV_FIELD_SUMMARY])) return true;
    mkcv_read_section(r, MKCV_KIND_NEWS)->entries.count--;
    return false;
}

const struct mkcv_section_kind mkcv_section_news = {.key = "news",
                                                    .titles = titles,
                                                    .headings = headings,
                                                    .json = json,
                                                    .json_date = "date",
                                                    .read_item = read_item,
                                                    .compose = mkcv_compose_news};
