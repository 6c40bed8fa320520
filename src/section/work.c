/* work.c - positions: the kind, and its lists. Its prose is work_prose.c. */
#include "mkcv/clause.h"
#include "mkcv/compose.h"
#include "mkcv/section.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include "prose.h"
#include <string.h>

static const struct mkcv_title titles[] = {{"en", "Positions"},
                                           {"de", "Berufserfahrung"},
                                           {"fr", "Postes"},
                                           {"es", "Experiencia profesional"},
                                           {"pt", "Experiência profissional"},
                                           {"it", "Esperienza professionale"},
                                           {"zh", "工作经历"},
                                           {"ja", "職歴"},
                                           {"ko", "경력"},
                                           {NULL, NULL}};

static const char *const headings[] = {"work experience",
                                       "work experiences",
                                       "working experience",
                                       "professional experience",
                                       "professional experiences",
                                       "research experience",
                                       "research experiences",
                                       "experience",
                                       "experiences",
                                       "employment",
                                       "employment history",
                                       "positions",
                                       "position",
                                       "academic positions",
                                       "academic appointments",
                                       "appointments",
                                       "academic experience",
                                       "academic experiences",
                                       "industry experience",
                                       "industrial experience",
                                       "internship",
                                       "internships",
                                       "internship experience",
                                       "professional background",
                                       "career",
                                       "work",
                                       "work history",
                                       "professional positions",
                                       "current position",
                                       "past positions",
                                       "current positions",
                                       "research internship",
                                       "visiting",
                                       "visits",
                                       "research stays",
                                       "berufserfahrung",
                                       "beruflicher werdegang",
                                       "werdegang",
                                       "anstellungen",
                                       "tatigkeiten",
                                       "positionen",
                                       "beschaftigung",
                                       "experience professionnelle",
                                       "experiences professionnelles",
                                       "postes",
                                       "parcours professionnel",
                                       "emplois",
                                       "parcours",
                                       "experiencia",
                                       "experiencia profesional",
                                       "experiencia laboral",
                                       "puestos",
                                       "trayectoria profesional",
                                       "experiencia profissional",
                                       "atuacao profissional",
                                       "cargos",
                                       "esperienza",
                                       "esperienze",
                                       "esperienza professionale",
                                       "esperienze lavorative",
                                       "posizioni",
                                       "工作经历",
                                       "工作经验",
                                       "工作履历",
                                       "实习经历",
                                       "科研经历",
                                       "研究经历",
                                       "任职经历",
                                       "工作",
                                       "職歴",
                                       "経歴",
                                       "略歴",
                                       "職務経歴",
                                       "업무 경험",
                                       "경력",
                                       "경력사항",
                                       "직장",
                                       NULL};

static const struct mkcv_json_field json[] = {{"position", MKCV_FIELD_TITLE},    {"name", MKCV_FIELD_ORG},
                                              {"location", MKCV_FIELD_LOCATION}, {"summary", MKCV_FIELD_SUMMARY},
                                              {"note", MKCV_FIELD_NOTE},         {NULL, MKCV_FIELD_TITLE}};

/* "POST at X", "POST, X": the post's end within its part. */
static size_t end_post(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range part)
{
    static const char *const ats[] = {"at", "@", "in the", "with the", "chez", NULL};
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, part.from, part.to);
    size_t len, i = mkcv_phrase_find(&k, 1, k.list.count, ats, &len);
    return i == NOWHERE ? part.to : k.list.at[i].from;
}

static size_t find_post(struct mkcv_reader *r, const struct mkcv_parts *p)
{
    for (size_t i = 0; i < p->list.count; i++)
        if (mkcv_is_post(r, &p->text, p->list.at[i])) return i;
    return NOWHERE;
}

static void set_org(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_parts *p, size_t post)
{
    size_t first = NOWHERE, last = 0;
    for (size_t i = 0; i < p->list.count; i++) {
        if (i == post) {
            if (first != NOWHERE) break;
            continue;
        }
        struct mkcv_range part = p->list.at[i];
        bool org = mkcv_is_org(r->arena, p->text.s, part.from, part.to);
        struct mkcv_clause c = mkcv_clause_new(r, &p->text, part.from, part.to);
        struct mkcv_entry scratch = {.kind = e->kind};
        if (mkcv_clause_people(&c, 0, &scratch)) continue;
        if (first == NOWHERE && (org || i == post + 1 || post == NOWHERE || i + 1 == post))
            first = last = i;
        else if (first != NOWHERE && i == last + 1 && (org || part.to - part.from < 30))
            last = i;
        else if (first != NOWHERE)
            break;
    }
    if (first == NOWHERE) return;
    struct mkcv_range all = mkcv_parts_join(p, first, last);
    mkcv_entry_set(r, e, MKCV_FIELD_ORG, &p->text, all.from, all.to);
    if (all.to == p->list.at[first].to && last > first) /* the rest stands behind a line break */
        for (size_t i = first + 1; i <= last; i++) {
            struct mkcv_text more = mkcv_text_slice(r->arena, &p->text, p->list.at[i].from, p->list.at[i].to);
            mkcv_text_append(r->arena, &e->fields[MKCV_FIELD_ORG], ", ", 2, NULL);
            mkcv_text_join(r->arena, &e->fields[MKCV_FIELD_ORG], &more, MKCV_ROLE_PLAIN);
        }
}

static bool read_item(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct mkcv_parts p;
    if (!mkcv_parts_read(r, item, ",;|:–—", &p)) return false;
    size_t post = find_post(r, &p);
    if (post == NOWHERE) { /* the post may stand in a list below, under its employer */
        const struct mkcv_block *list = mkcv_item_list(item);
        struct mkcv_text below = list ? mkcv_item_text(r->arena, list->first) : (struct mkcv_text){.s = NULL};
        if (r->mixed || (!below.s && !p.dated) || !p.list.count) return false;
        if (below.s && !mkcv_is_post(r, &below, (struct mkcv_range){0, mkcv_text_length(&below)}) && !p.dated)
            return false;
    }
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_WORK, p.loc);
    if (p.dated) mkcv_entry_when(r, e, &p.when);
    if (post != NOWHERE) {
        struct mkcv_range part = p.list.at[post];
        size_t end = end_post(r, &p.text, part);
        mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &p.text, part.from, end);
        if (end < part.to) {
            struct mkcv_clause c = mkcv_clause_new(
                r, &p.text, end, p.dated && p.when.from > end ? p.when.from : mkcv_text_length(&p.text));
            mkcv_clause_tail(&c, 0, e, false);
        }
    } else if (p.list.count > 1) {
        mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &p.text, p.list.at[0].from, p.list.at[0].to);
        post = 0;
    }
    if (mkcv_text_is_empty(&e->fields[MKCV_FIELD_ORG])) set_org(r, e, &p, post);
    if (mkcv_text_is_empty(&e->fields[MKCV_FIELD_ORG])) mkcv_org_above(r, e);
    struct mkcv_text whole = mkcv_item_whole(r->arena, item);
    mkcv_item_people(r, e, &whole);
    mkcv_item_highlights(r, e, item);
    e->url = mkcv_text_url(&e->fields[MKCV_FIELD_ORG], 0, mkcv_text_length(&e->fields[MKCV_FIELD_ORG]));
    return true;
}

const struct mkcv_section_kind mkcv_section_work = {.key = "work",
                                                    .titles = titles,
                                                    .headings = headings,
                                                    .json = json,
                                                    .json_people = "people",
                                                    .read_item = read_item,
                                                    .read_sentence = mkcv_work_sentence,
                                                    .compose = mkcv_compose_entries};
