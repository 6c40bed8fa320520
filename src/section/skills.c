/* skills.c - skills: groups of words, or single ones. */
#include "mkcv/compose.h"
#include "mkcv/section.h"
#include "parts.h"
#include <string.h>

static const struct mkcv_title titles[] = {
    {"en", "Skills"},     {"de", "Kenntnisse"}, {"fr", "Compétences"}, {"es", "Competencias"}, {"pt", "Competências"},
    {"it", "Competenze"}, {"zh", "技能"},       {"ja", "スキル"},      {"ko", "기술"},         {NULL, NULL}};
static const char *const headings[] = {"skills",
                                       "skill",
                                       "technical skills",
                                       "programming",
                                       "programming skills",
                                       "programming languages",
                                       "computer skills",
                                       "technologies",
                                       "expertise",
                                       "competencies",
                                       "kenntnisse",
                                       "fahigkeiten",
                                       "kompetenzen",
                                       "competences",
                                       "competencias",
                                       "habilidades",
                                       "competenze",
                                       "abilita",
                                       "技能",
                                       "专业技能",
                                       "スキル",
                                       "技術",
                                       "기술",
                                       NULL};
static const struct mkcv_json_field json[] = {
    {"name", MKCV_FIELD_TITLE}, {"level", MKCV_FIELD_LEVEL}, {"summary", MKCV_FIELD_SUMMARY}, {NULL, MKCV_FIELD_TITLE}};

/* "Programming: Python, C++" is a group with its words; "Python, C++" are skills of their own. */
static void read_labelled(struct mkcv_reader *r, const struct mkcv_block *item, const struct mkcv_text *t, size_t colon,
                          struct mkcv_loc loc)
{
    size_t n = mkcv_text_length(t);
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_SKILLS, loc);
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, t, 0, colon);
    mkcv_entry_set(r, e, MKCV_FIELD_SUMMARY, t, colon < n ? colon + 1 : n, n);
    if (item) mkcv_item_highlights(r, e, item);
}

/* "Programming: C, R" over "Laboratory: PCR" with a forced break between: a group each. False for other texts. */
static bool read_lines(struct mkcv_reader *r, const struct mkcv_text *t)
{
    size_t n = mkcv_text_length(t);
    for (int pass = 0; pass < 2; pass++)
        for (size_t from = 0, end; from < n; from = end + 3) {
            const char *at = strstr(t->s + from, "\xe2\x80\xa8");
            end = at ? (size_t)(at - t->s) : n;
            struct mkcv_text line = mkcv_text_slice(r->arena, t, from, end);
            if (mkcv_text_is_empty(&line)) continue;
            size_t colon = mkcv_find_outside(line.s, 0, mkcv_text_length(&line), ":");
            if (colon >= mkcv_text_length(&line)) return false;
            if (pass) read_labelled(r, NULL, &line, colon, mkcv_text_loc(&line, 0));
        }
    return true;
}

static bool read_item(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct mkcv_text t = mkcv_item_lines(r->arena, item);
    size_t n = mkcv_text_length(&t), colon = mkcv_text_is_empty(&t) ? 0 : mkcv_find_outside(t.s, 0, n, ":");
    if (mkcv_text_is_empty(&t)) return false;
    if (strstr(t.s, "\xe2\x80\xa8") && !mkcv_item_list(item) && read_lines(r, &t)) return true;
    if (n > 400) return false;
    struct mkcv_loc loc = item->loc.line ? item->loc : mkcv_text_loc(&t, 0);
    if (colon < n || mkcv_item_list(item)) {
        read_labelled(r, item, &t, colon, loc);
        return true;
    }
    if (mkcv_sentence_end(t.s, 0, n) < n) return false;
    struct mkcv_ranges list = mkcv_list_split(r->arena, t.s, 0, n, ",;", true);
    for (size_t i = 0; i < list.list.count && i < 60; i++) {
        struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_SKILLS, loc);
        mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &t, list.list.at[i].from, list.list.at[i].to);
    }
    return list.list.count > 0;
}

const struct mkcv_section_kind mkcv_section_skills = {.key = "skills",
                                                      .titles = titles,
                                                      .headings = headings,
                                                      .json = json,
                                                      .read_item = read_item,
                                                      .compose = mkcv_compose_words};
