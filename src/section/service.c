/* service.c - service to the community: a role and its venue, one entry each. What lists and sentences share is in
 * roles.c. */
#include "mkcv/clause.h"
#include "mkcv/compose.h"
#include "mkcv/section.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include "roles.h"
#include <string.h>

static const struct mkcv_title titles[] = {{"en", "Service"},
                                           {"de", "Gremien und Gutachten"},
                                           {"fr", "Activités collectives"},
                                           {"es", "Servicio"},
                                           {"pt", "Serviço"},
                                           {"it", "Servizio"},
                                           {"zh", "学术服务"},
                                           {"ja", "学会活動"},
                                           {"ko", "학술 활동"},
                                           {NULL, NULL}};

static const char *const headings[] = {"service",
                                       "services",
                                       "academic service",
                                       "academic services",
                                       "professional service",
                                       "professional services",
                                       "community service",
                                       "professional activities",
                                       "academic activities",
                                       "professional activity",
                                       "service and leadership",
                                       "reviewing",
                                       "reviewer",
                                       "reviewers",
                                       "review",
                                       "peer review",
                                       "reviewing activities",
                                       "review activities",
                                       "reviewer activity",
                                       "reviewer activities",
                                       "reviewing activity",
                                       "review activity",
                                       "refereeing activity",
                                       "refereeing activities",
                                       "conference reviewer",
                                       "journal reviewer",
                                       "conference reviewing",
                                       "journal reviewing",
                                       "editorial",
                                       "editorial board",
                                       "editorial activities",
                                       "editorial activity",
                                       "editorial work",
                                       "editorial service",
                                       "program committee",
                                       "program committees",
                                       "program committee member",
                                       "pc member",
                                       "committee",
                                       "committees",
                                       "area chair",
                                       "organizing committee",
                                       "organization",
                                       "organisation",
                                       "organizer",
                                       "leadership",
                                       "outreach",
                                       "associate editor",
                                       "academic duties",
                                       "conference organization",
                                       "synergistic activities",
                                       "professional services and activities",
                                       "journal refereeing",
                                       "referee",
                                       "refereeing",
                                       "community",
                                       "activities",
                                       "grant review",
                                       "grant reviewing",
                                       "proposal review",
                                       "review panels",
                                       "organizing role",
                                       "organizing roles",
                                       "departmental committees",
                                       "university service",
                                       "departmental service",
                                       "gremien",
                                       "gutachten",
                                       "gutachtertatigkeit",
                                       "gutachtertatigkeiten",
                                       "gremienarbeit",
                                       "akademische selbstverwaltung",
                                       "responsabilites",
                                       "responsabilites collectives",
                                       "activites editoriales",
                                       "relecture",
                                       "comites",
                                       "animation scientifique",
                                       "servicio",
                                       "servicios",
                                       "revisor",
                                       "revision",
                                       "comites",
                                       "servico",
                                       "servicos",
                                       "revisao",
                                       "revisor de periodicos",
                                       "servizio",
                                       "revisione",
                                       "attivita editoriali",
                                       "attivita editoriale",
                                       "attivita di revisione",
                                       "attivita di referaggio",
                                       "incarichi istituzionali",
                                       "begutachtung",
                                       "gutachterin",
                                       "gutachter",
                                       "programmkomitees",
                                       "wissenschaftliche selbstverwaltung",
                                       "evaluation scientifique",
                                       "responsabilites scientifiques",
                                       "responsabilites administratives",
                                       "actividad editorial",
                                       "labor editorial",
                                       "gestion universitaria",
                                       "revisora",
                                       "atividades editoriais",
                                       "pareceres",
                                       "学会・委員会活動",
                                       "学会等活動",
                                       "学会委員",
                                       "社会贡献",
                                       "学术任职",
                                       "学术服务",
                                       "学术兼职",
                                       "社会兼职",
                                       "审稿",
                                       "学术活动",
                                       "学術活動",
                                       "学会活動",
                                       "査読",
                                       "委員",
                                       "社会活動",
                                       "심사",
                                       "학술 활동",
                                       "봉사",
                                       NULL};

static const struct mkcv_json_field json[] = {{"role", MKCV_FIELD_TITLE},
                                              {"venue", MKCV_FIELD_ORG},
                                              {"summary", MKCV_FIELD_SUMMARY},
                                              {"note", MKCV_FIELD_NOTE},
                                              {NULL, MKCV_FIELD_TITLE}};

static bool read_sentence(struct mkcv_reader *r, const struct mkcv_text *text, size_t from, size_t to)
{
    struct mkcv_clause c = mkcv_clause_new(r, text, from, to);
    return mkcv_roles_sentence(&c);
}

/* --- lists ------------------------------------------------------------------------------------------------------- */

/* "- Conference Reviewer" over a list of venues. */
static bool read_below(struct mkcv_reader *r, const struct mkcv_block *item, const struct mkcv_text *t)
{
    const struct mkcv_block *list = mkcv_item_list(item);
    if (!list) return false;
    *MKCV_PUSH(r->arena, &r->groups) = mkcv_role_trim(r, t, 0, mkcv_text_length(t));
    bool any = false;
    for (const struct mkcv_block *i = list->first; i; i = i->next) {
        struct mkcv_text below = mkcv_item_text(r->arena, i);
        if (mkcv_text_is_empty(&below)) continue;
        if (mkcv_item_list(i) && read_below(r, i, &below))
            any = true;
        else if (mkcv_roles_item(r, &below, i, i->loc.file ? i->loc : mkcv_text_loc(&below, 0)))
            any = true;
        else
            mkcv_item_rest(r, &below);
    }
    r->groups.count--;
    if (!any) r->rest = (struct mkcv_text){.s = NULL};
    return any;
}

/* "Volunteer, Tide Clinic, 2020 – 2023": role, place and date; what stands below are points. */
static bool is_whole(struct mkcv_reader *r, const struct mkcv_text *t)
{
    struct mkcv_parts p;
    return mkcv_parts_apart(r, t, ",;|", &p) && p.dated && p.list.count >= 2 &&
           (p.when.from > p.list.at[p.list.count - 1].from || p.when.to <= p.list.at[0].from);
}

static bool read_item(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct mkcv_text t = mkcv_item_lines(r->arena, item);
    if (mkcv_text_is_empty(&t)) return false;
    struct mkcv_loc loc = item->loc.line ? item->loc : mkcv_text_loc(&t, 0);
    if (mkcv_item_list(item) && is_whole(r, &t) && mkcv_roles_item(r, &t, item, loc)) return true;
    if (read_below(r, item, &t)) return true;
    if (strstr(t.s, "\xe2\x80\xa8") && mkcv_roles_item(r, &t, item, loc)) return true;
    if (item->kind == MKCV_BLOCK_PARAGRAPH && mkcv_roles_run(r, &t, loc)) return true;
    if (item->kind == MKCV_BLOCK_PARAGRAPH) { /* prose or lines of a paragraph */
        bool any = false;
        size_t n = mkcv_text_length(&t);
        for (size_t from = 0; from < n;) {
            size_t end = mkcv_sentence_end_in(&t, from, n);
            struct mkcv_text line = mkcv_role_trim(r, &t, from, end);
            if (read_sentence(r, &t, from, end) ||
                (line.s && mkcv_text_length(&line) < 300 && mkcv_roles_line(r, &line, mkcv_text_loc(&t, from))))
                any = true;
            else {
                struct mkcv_text sentence = mkcv_text_slice(r->arena, &t, from, end);
                mkcv_item_rest(r, &sentence);
            }
            from = end;
        }
        if (!any) r->rest = (struct mkcv_text){.s = NULL};
        return any;
    }
    if (mkcv_roles_item(r, &t, item, loc)) return true;
    return read_sentence(r, &t, 0, mkcv_text_length(&t));
}

const struct mkcv_section_kind mkcv_section_service = {.key = "service",
                                                       .titles = titles,
                                                       .headings = headings,
                                                       .json = json,
                                                       .read_item = read_item,
                                                       .read_sentence = read_sentence,
                                                       .compose = mkcv_compose_service};
