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
                                       "conference reviewer",
                                       "journal reviewer",
                                       "conference reviewing",
                                       "journal reviewing",
                                       "editorial",
                                       "editorial board",
                                       "editorial activities",
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

/* The role that the heading or the groups above the item say. */
static struct mkcv_text role_above(struct mkcv_reader *r)
{
    for (size_t i = r->groups.count; i-- > 0;) {
        const struct mkcv_text *g = &r->groups.at[i];
        if (g->s && mkcv_role_in(r, g, (struct mkcv_range){0, mkcv_text_length(g)})) return *g;
    }
    if (r->lead.s && mkcv_text_length(&r->lead) < 80 &&
        mkcv_role_in(r, &r->lead, (struct mkcv_range){0, mkcv_text_length(&r->lead)}))
        return r->lead;
    if (r->heading.s && mkcv_role_in(r, &r->heading, (struct mkcv_range){0, mkcv_text_length(&r->heading)}))
        return r->heading;
    return (struct mkcv_text){.s = NULL};
}

static struct mkcv_text trimmed(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t to)
{
    struct mkcv_range cut = mkcv_trim(t->s, (struct mkcv_range){from, to});
    return mkcv_text_slice(r->arena, t, cut.from, cut.to);
}

/* "V (ROLE)": the bracket at the end that is a role. */
static bool role_in_bracket(struct mkcv_reader *r, const struct mkcv_text *t, size_t n, struct mkcv_range *role,
                            size_t *venue_end)
{
    for (size_t at = 0; at < n; at++) {
        if (t->s[at] != '(') continue;
        const char *close = memchr(t->s + at, ')', n - at);
        if (!close) return false;
        *role = (struct mkcv_range){at + 1, (size_t)(close - t->s)};
        *venue_end = at;
        if (mkcv_role_in(r, t, *role)) return true;
    }
    return false;
}

/* "Full Venue (ABBR): 2021-2025, 2026 (Area Chair)": years of the venue, some of another role. */
static bool read_years(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range venue, size_t from,
                       struct mkcv_loc loc)
{
    size_t n = mkcv_text_length(t);
    struct mkcv_text usual = role_above(r), name = trimmed(r, t, venue.from, venue.to);
    bool any = false;
    for (size_t at = from; at < n;) {
        struct mkcv_when w;
        if (!mkcv_when_find(r->arena, t->s, at, n, &w)) break;
        size_t next = w.to;
        while (next < n && t->s[next] == ' ') next++;
        struct mkcv_text role = usual;
        if (next < n && t->s[next] == '(') {
            const char *close = memchr(t->s + next, ')', n - next);
            size_t end = close ? (size_t)(close - t->s) : n;
            if (mkcv_role_in(r, t, (struct mkcv_range){next + 1, end})) {
                /* of a list of years the bracket qualifies the last member alone */
                const char *comma = memrchr(t->s + w.from, ',', w.to - w.from);
                struct mkcv_when before, last;
                size_t cut = comma ? (size_t)(comma - t->s) : 0, after = cut + 1;
                while (comma && t->s[after] == ' ') after++;
                if (comma && mkcv_when_read(r->arena, t->s, w.from, cut, &before) &&
                    mkcv_when_read(r->arena, t->s, after, w.to, &last)) {
                    mkcv_role_add(r, &usual, &name, &before, loc);
                    w = last;
                }
                role = trimmed(r, t, next + 1, end);
            }
            next = end;
        }
        mkcv_role_add(r, &role, &name, &w, loc);
        any = true;
        at = next > at ? next : at + 1;
    }
    return any;
}

static bool is_all_dates(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range range)
{
    struct mkcv_when w;
    return mkcv_when_read(r->arena, t->s, range.from, range.to, &w) &&
           (w.to + 1 >= range.to || t->s[w.to] == ' ' || t->s[w.to] == '(' || t->s[w.to] == ',');
}

static bool read_text(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_loc loc);

static bool read_colon(struct mkcv_reader *r, const struct mkcv_text *t, size_t colon, struct mkcv_loc loc)
{
    size_t n = mkcv_text_length(t), past = colon + ((unsigned char)t->s[colon] >= 0x80 ? 3 : 1);
    struct mkcv_range left = mkcv_trim(t->s, (struct mkcv_range){0, colon}),
                      right = mkcv_trim(t->s, (struct mkcv_range){past, n});
    if (right.from >= right.to || left.from >= left.to) return false;
    if (is_all_dates(r, t, left)) { /* 2025: Reviewer for V */
        struct mkcv_text rest = mkcv_text_slice(r->arena, t, right.from, right.to);
        struct mkcv_section *s = mkcv_read_section(r, MKCV_KIND_SERVICE);
        size_t before = s->entries.count;
        struct mkcv_when w;
        if (!read_text(r, &rest, loc)) return false;
        mkcv_when_read(r->arena, t->s, left.from, left.to, &w);
        s = mkcv_read_section(r, MKCV_KIND_SERVICE);
        for (size_t i = before; i < s->entries.count; i++)
            if (!mkcv_role_is_dated(&s->entries.at[i])) mkcv_role_when(r, &s->entries.at[i], &w);
        return true;
    }
    if (mkcv_role_in(r, t, left)) {
        struct mkcv_text role = mkcv_text_slice(r->arena, t, left.from, left.to);
        return mkcv_role_venues(r, &role, t, right.from, right.to, loc);
    }
    if (is_all_dates(r, t, right)) return read_years(r, t, left, right.from, loc);
    struct mkcv_text role = role_above(r); /* "Conferences: ICML, NeurIPS" under a heading "Reviewer" */
    return role.s && mkcv_role_venues(r, &role, t, right.from, right.to, loc);
}

/* One line: ROLE: venues | ROLE of venues | ROLE, venues | venue (ROLE) | venues under a role. */
static bool read_text(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_loc loc)
{
    size_t n = mkcv_text_length(t);
    size_t colon = mkcv_find_outside(t->s, 0, n, ":");
    if (colon < n && read_colon(r, t, colon, loc)) return true;
    struct mkcv_clause c = mkcv_clause_new(r, t, 0, n);
    if (mkcv_roles_list(&c, 0, n, loc)) return true;
    struct mkcv_range in_bracket;
    size_t venue_end;
    if (role_in_bracket(r, t, n, &in_bracket, &venue_end)) {
        struct mkcv_text role = trimmed(r, t, in_bracket.from, in_bracket.to);
        if (mkcv_role_venues(r, &role, t, 0, venue_end, loc)) return true;
    }
    struct mkcv_text role = role_above(r);
    return role.s && !mkcv_role_in(r, t, (struct mkcv_range){0, n}) && mkcv_role_venues(r, &role, t, 0, n, loc);
}

/* A line that states no role beside others that do. */
static void add_rest(struct mkcv_reader *r, const struct mkcv_text *line)
{
    if (mkcv_text_is_empty(line)) return;
    if (r->rest.s) mkcv_text_append(r->arena, &r->rest, " ", 1, NULL);
    mkcv_text_join(r->arena, &r->rest, line, MKCV_ROLE_PLAIN);
}

/* "- Conference Reviewer" over a list of venues. */
static bool read_below(struct mkcv_reader *r, const struct mkcv_block *item, const struct mkcv_text *t)
{
    const struct mkcv_block *list = mkcv_item_list(item);
    if (!list) return false;
    *MKCV_PUSH(r->arena, &r->groups) = trimmed(r, t, 0, mkcv_text_length(t));
    bool any = false;
    for (const struct mkcv_block *i = list->first; i; i = i->next) {
        struct mkcv_text below = mkcv_item_text(r->arena, i);
        if (mkcv_text_is_empty(&below)) continue;
        if (mkcv_item_list(i) && read_below(r, i, &below))
            any = true;
        else if (read_text(r, &below, i->loc.file ? i->loc : mkcv_text_loc(&below, 0)))
            any = true;
        else
            add_rest(r, &below);
    }
    r->groups.count--;
    if (!any) r->rest = (struct mkcv_text){.s = NULL};
    return any;
}

static bool read_item(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct mkcv_text t = mkcv_item_text(r->arena, item);
    if (mkcv_text_is_empty(&t)) return false;
    struct mkcv_loc loc = item->loc.line ? item->loc : mkcv_text_loc(&t, 0);
    if (read_below(r, item, &t)) return true;
    if (item->kind == MKCV_BLOCK_PARAGRAPH) { /* prose or lines of a paragraph */
        bool any = false;
        size_t n = mkcv_text_length(&t);
        for (size_t from = 0; from < n;) {
            size_t end = mkcv_sentence_end_in(&t, from, n);
            struct mkcv_text line = trimmed(r, &t, from, end);
            if (read_sentence(r, &t, from, end) ||
                (line.s && mkcv_text_length(&line) < 300 && read_text(r, &line, mkcv_text_loc(&t, from))))
                any = true;
            else {
                struct mkcv_text sentence = mkcv_text_slice(r->arena, &t, from, end);
                add_rest(r, &sentence);
            }
            from = end;
        }
        if (!any) r->rest = (struct mkcv_text){.s = NULL};
        return any;
    }
    if (read_text(r, &t, loc)) return true;
    return read_sentence(r, &t, 0, mkcv_text_length(&t));
}

const struct mkcv_section_kind mkcv_section_service = {.key = "service",
                                                       .titles = titles,
                                                       .headings = headings,
                                                       .json = json,
                                                       .read_item = read_item,
                                                       .read_sentence = read_sentence,
                                                       .compose = mkcv_compose_service};
