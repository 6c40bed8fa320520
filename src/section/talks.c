/* talks.c - talks given: title, event, place, date. */
#include "mkcv/compose.h"
#include "mkcv/section.h"
#include "parts.h"
#include <string.h>

static const struct mkcv_title titles[] = {
    {"en", "Talks"},    {"de", "Vorträge"}, {"fr", "Exposés"}, {"es", "Ponencias"}, {"pt", "Palestras"},
    {"it", "Seminari"}, {"zh", "学术报告"}, {"ja", "講演"},    {"ko", "강연"},      {NULL, NULL}};
static const char *const headings[] = {"talks",
                                       "talk",
                                       "invited talks",
                                       "invited talk",
                                       "presentations",
                                       "presentation",
                                       "oral presentations",
                                       "conference presentations",
                                       "poster presentations",
                                       "posters",
                                       "seminars",
                                       "lectures",
                                       "keynotes",
                                       "invited lectures",
                                       "tutorials",
                                       "talks and presentations",
                                       "keynote",
                                       "invited presentations",
                                       "selected talks",
                                       "tutorial",
                                       "vortrage",
                                       "eingeladene vortrage",
                                       "prasentationen",
                                       "exposes",
                                       "presentations orales",
                                       "conferences invitees",
                                       "seminaires",
                                       "communications",
                                       "charlas",
                                       "ponencias",
                                       "conferencias",
                                       "presentaciones",
                                       "palestras",
                                       "apresentacoes",
                                       "seminari",
                                       "presentazioni",
                                       "interventi",
                                       "报告",
                                       "学术报告",
                                       "特邀报告",
                                       "演讲",
                                       "讲座",
                                       "講演",
                                       "招待講演",
                                       "口頭発表",
                                       "学会発表",
                                       "発表",
                                       "강연",
                                       "발표",
                                       NULL};
static const struct mkcv_json_field json[] = {{"name", MKCV_FIELD_TITLE},      {"event", MKCV_FIELD_ORG},
                                              {"type", MKCV_FIELD_TYPE},       {"location", MKCV_FIELD_LOCATION},
                                              {"summary", MKCV_FIELD_SUMMARY}, {NULL, MKCV_FIELD_TITLE}};

/* A title in quotes: its bytes within. */
static bool find_quoted(const struct mkcv_text *t, size_t n, struct mkcv_range *in)
{
    static const struct {
        const char *open, *close;
    } quotes[] = {{"\xe2\x80\x9c", "\xe2\x80\x9d"},
                  {"\"", "\""},
                  {"``", "''"},
                  {"「", "」"},
                  {"《", "》"},
                  {"«", "»"},
                  {"„", "“"}};
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        const char *open = memmem(t->s, n, quotes[i].open, strlen(quotes[i].open));
        if (!open) continue;
        const char *start = open + strlen(quotes[i].open), *close = strstr(start, quotes[i].close);
        if (!close || close - start < 8) continue;
        *in = (struct mkcv_range){(size_t)(start - t->s), (size_t)(close - t->s)};
        return true;
    }
    return false;
}

/* Linked words such as "slides" are links of the talk, not places of it; "at" leads to the event. */
static void drop_labels(struct mkcv_parts *p)
{
    size_t n = 0;
    for (size_t i = 0; i < p->list.count; i++) {
        struct mkcv_range m = p->list.at[i];
        if (m.to - m.from < 16 && mkcv_text_url(&p->text, m.from, m.to)) continue;
        if (!n && m.to - m.from > 6 &&
            (!strncmp(p->text.s + m.from, "at ", 3) || !strncmp(p->text.s + m.from, "in ", 3)))
            m.from += 3;
        p->list.at[n++] = m;
    }
    p->list.count = n;
}

static bool read_item(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct mkcv_text t = mkcv_item_text(r->arena, item);
    size_t n = mkcv_text_length(&t);
    struct mkcv_range title;
    if (mkcv_text_is_empty(&t) || (item->kind == MKCV_BLOCK_PARAGRAPH && n > 500)) return false;
    if (!find_quoted(&t, n, &title)) return mkcv_item_read(r, MKCV_KIND_TALKS, item);
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_TALKS, item->loc.line ? item->loc : mkcv_text_loc(&t, 0));
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &t, title.from, title.to);
    struct mkcv_text rest = mkcv_text_slice(r->arena, &t, title.to, n);
    struct mkcv_parts p;
    if (mkcv_parts_new(r, &rest, ",;|", &p)) {
        drop_labels(&p);
        if (p.dated) mkcv_entry_when(r, e, &p.when);
        if (p.list.count) mkcv_entry_set(r, e, MKCV_FIELD_ORG, &rest, p.list.at[0].from, p.list.at[0].to);
        if (p.list.count > 1) {
            struct mkcv_range place = mkcv_parts_join(&p, 1, p.list.count - 1);
            mkcv_entry_set(r, e, MKCV_FIELD_LOCATION, &rest, place.from, place.to);
        }
    }
    struct mkcv_when w;
    if (!e->end.year && !e->start.year && mkcv_when_find(r->arena, t.s, 0, title.from, &w)) mkcv_entry_when(r, e, &w);
    mkcv_entry_links(r, e, &t);
    if (e->links.count) e->url = e->links.at[0].url;
    return true;
}

const struct mkcv_section_kind mkcv_section_talks = {.key = "talks",
                                                     .titles = titles,
                                                     .headings = headings,
                                                     .json = json,
                                                     .json_date = "date",
                                                     .json_people = "people",
                                                     .read_item = read_item,
                                                     .compose = mkcv_compose_talks};
