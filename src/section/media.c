/* media.c - reports on the owner's work: outlets from lists and from prose. */
#include "mkcv/clause.h"
#include "mkcv/compose.h"
#include "mkcv/section.h"
#include "parts.h"
#include <string.h>

static const struct mkcv_title titles[] = {
    {"en", "Media Coverage"}, {"de", "Presse"},   {"fr", "Dans les médias"}, {"es", "Prensa"},    {"pt", "Imprensa"},
    {"it", "Stampa"},         {"zh", "媒体报道"}, {"ja", "メディア"},        {"ko", "언론 보도"}, {NULL, NULL}};
static const char *const headings[] = {"media",
                                       "media coverage",
                                       "press",
                                       "press coverage",
                                       "in the press",
                                       "in the media",
                                       "in the news",
                                       "media appearances",
                                       "selected press",
                                       "news coverage",
                                       "presse",
                                       "medien",
                                       "in den medien",
                                       "dans les medias",
                                       "medias",
                                       "prensa",
                                       "medios",
                                       "imprensa",
                                       "midia",
                                       "stampa",
                                       "rassegna stampa",
                                       "媒体",
                                       "媒体报道",
                                       "メディア",
                                       "報道",
                                       "언론",
                                       NULL};
static const struct mkcv_json_field json[] = {
    {"outlet", MKCV_FIELD_ORG}, {"title", MKCV_FIELD_TITLE}, {"summary", MKCV_FIELD_SUMMARY}, {NULL, MKCV_FIELD_TITLE}};

static const char *const verbs[] = {"featured by",       "featured in",
                                    "featured on",       "covered by",
                                    "covered in",        "reported by",
                                    "reported in",       "reported on by",
                                    "highlighted by",    "highlighted in",
                                    "picked up by",      "press coverage in",
                                    "media coverage in", NULL};

/* The outlets after "such as", or the whole list. */
static size_t skip_generic(const struct mkcv_clause *c, size_t i)
{
    static const char *const words[] = {"such as", "including", "like", "eg", "e.g.", NULL};
    size_t n, at = mkcv_phrase_find(&c->tokens, i, c->tokens.list.count, words, &n);
    return at == NOWHERE ? i : at + n;
}

static bool read_sentence(struct mkcv_reader *r, const struct mkcv_text *text, size_t from, size_t to)
{
    struct mkcv_clause c = mkcv_clause_new(r, text, from, to);
    size_t n, i = mkcv_phrase_find(&c.tokens, 0, c.tokens.list.count, verbs, &n);
    if (i == NOWHERE || i + n >= c.tokens.list.count) return false;
    size_t start = skip_generic(&c, i + n);
    while (start < c.tokens.list.count && !c.tokens.list.at[start].word) start++;
    if (start >= c.tokens.list.count) return false;
    struct mkcv_ranges list = mkcv_list_split(r->arena, text->s, c.tokens.list.at[start].from, to, ",;", true);
    bool any = false;
    for (size_t k = 0; k < list.list.count && k < 50; k++) {
        struct mkcv_range m = list.list.at[k];
        size_t first = mkcv_clause_token(&c, m.from), end = mkcv_clause_token(&c, m.to);
        if (!strcmp(mkcv_clause_word(&c, first), "the") && first + 1 < end) m.from = c.tokens.list.at[first++ + 1].from;
        if (!mkcv_clause_is_capital(&c, first) || end - first > 7) continue;
        struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_MEDIA, mkcv_text_loc(text, m.from));
        mkcv_entry_set(r, e, MKCV_FIELD_ORG, text, m.from, m.to);
        e->url = mkcv_text_url(text, m.from, m.to);
        e->told = true;
        any = true;
    }
    return any;
}

static bool read_item(struct mkcv_reader *r, const struct mkcv_block *item)
{
    static const char *const told[] = {"my", "i", "our", "we", NULL};
    struct mkcv_parts p;
    struct mkcv_text t = mkcv_item_lines(r->arena, item);
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t.s ? t.s : "", 0, mkcv_text_length(&t));
    if (mkcv_phrases_at(&k, 0, told) && read_sentence(r, &t, 0, mkcv_text_length(&t))) return true;
    if (!mkcv_parts_read(r, item, ",;|:", &p) || !p.list.count ||
        (item->kind == MKCV_BLOCK_PARAGRAPH && mkcv_text_length(&p.text) > 400))
        return false;
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_MEDIA, p.loc);
    if (p.dated) mkcv_entry_when(r, e, &p.when);
    bool single = p.list.count == 1;
    mkcv_entry_set(r, e, single ? MKCV_FIELD_TITLE : MKCV_FIELD_ORG, &p.text, p.list.at[0].from, p.list.at[0].to);
    if (!single) {
        struct mkcv_range rest = mkcv_parts_join(&p, 1, p.list.count - 1);
        mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &p.text, rest.from, rest.to);
    }
    mkcv_entry_links(r, e, &p.text);
    if (e->links.count) e->url = e->links.at[0].url;
    return true;
}

const struct mkcv_section_kind mkcv_section_media = {.key = "media",
                                                     .titles = titles,
                                                     .headings = headings,
                                                     .json = json,
                                                     .json_date = "date",
                                                     .read_item = read_item,
                                                     .read_sentence = read_sentence,
                                                     .compose = mkcv_compose_media};
