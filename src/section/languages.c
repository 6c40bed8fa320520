/* languages.c - languages spoken, with their level. */
#include "mkcv/compose.h"
#include "mkcv/section.h"
#include "parts.h"
#include <string.h>

static const struct mkcv_title titles[] = {
    {"en", "Languages"}, {"de", "Sprachen"}, {"fr", "Langues"}, {"es", "Idiomas"}, {"pt", "Idiomas"},
    {"it", "Lingue"},    {"zh", "语言"},     {"ja", "言語"},    {"ko", "언어"},    {NULL, NULL}};
static const char *const headings[] = {"languages",
                                       "language",
                                       "language skills",
                                       "sprachen",
                                       "sprachkenntnisse",
                                       "langues",
                                       "idiomas",
                                       "lenguas",
                                       "linguas",
                                       "lingue",
                                       "语言",
                                       "语言能力",
                                       "言語",
                                       "語学",
                                       "언어",
                                       "외국어",
                                       NULL};
static const struct mkcv_json_field json[] = {
    {"language", MKCV_FIELD_TITLE}, {"fluency", MKCV_FIELD_LEVEL}, {NULL, MKCV_FIELD_TITLE}};

/* "English (fluent), German: native". */
static bool add_language(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m, struct mkcv_loc loc)
{
    size_t cut = mkcv_find_outside(t->s, m.from, m.to, ":-");
    const char *open = memchr(t->s + m.from, '(', m.to - m.from), *dash = memmem(t->s + m.from, m.to - m.from, "–", 3);
    if (open && (size_t)(open - t->s) < cut) cut = (size_t)(open - t->s);
    if (dash && (size_t)(dash - t->s) < cut) cut = (size_t)(dash - t->s);
    if (cut - m.from > 60) return false;
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_LANGUAGES, loc);
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, t, m.from, cut);
    mkcv_entry_set(r, e, MKCV_FIELD_LEVEL, t, cut, m.to);
    return true;
}

static bool read_item(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct mkcv_text t = mkcv_item_lines(r->arena, item);
    size_t n = mkcv_text_length(&t);
    if (mkcv_text_is_empty(&t) || n > 300 || mkcv_item_list(item)) return false; /* a list below says more */
    struct mkcv_loc loc = item->loc.line ? item->loc : mkcv_text_loc(&t, 0);
    struct mkcv_ranges list = mkcv_list_split(r->arena, t.s, 0, n, ",;", true);
    bool any = false;
    for (size_t i = 0; i < list.list.count && i < 40; i++)
        if (add_language(r, &t, list.list.at[i], loc)) any = true;
    return any;
}

const struct mkcv_section_kind mkcv_section_languages = {.key = "languages",
                                                         .titles = titles,
                                                         .headings = headings,
                                                         .json = json,
                                                         .read_item = read_item,
                                                         .compose = mkcv_compose_words};
