/* talks.c - talks given: title, event, place, date. */
#include "talks.h"
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
                                       "congresos",
                                       "congressos",
                                       "comunicaciones",
                                       "comunicaciones en congresos",
                                       "participacion en congresos",
                                       "comunicacoes",
                                       "convegni",
                                       "relazioni",
                                       "konferenzbeitrage",
                                       "vortrage und poster",
                                       "colloques",
                                       "communications orales",
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

/* What kind of talk it is. */
static const char *const kinds[] = {"invited talk",
                                    "keynote",
                                    "keynote talk",
                                    "keynote speech",
                                    "talk",
                                    "oral presentation",
                                    "poster",
                                    "poster presentation",
                                    "seminar",
                                    "invited lecture",
                                    "lecture",
                                    "tutorial",
                                    "presentation",
                                    "contributed talk",
                                    "invited seminar",
                                    "invited speaker",
                                    "plenary talk",
                                    "invited presentation",
                                    "panel",
                                    "oral",
                                    "guest lecture",
                                    "invited keynote",
                                    "colloquium",
                                    "lightning talk",
                                    "spotlight",
                                    "poster",
                                    "oral talk",
                                    "conference talk",
                                    "conference presentation",
                                    "seminar talk",
                                    "eingeladener vortrag",
                                    "eingeladener hauptvortrag",
                                    "vortrag",
                                    "posterprasentation",
                                    "conference invitee",
                                    "communication orale",
                                    "communication",
                                    "ponencia invitada",
                                    "ponencia",
                                    "conferencia invitada",
                                    "comunicacion oral",
                                    "palestra convidada",
                                    "comunicacao oral",
                                    "relazione invitata",
                                    NULL};

/* "invited talk at X", "at X", "in X": the event's name. *kind: what kind of talk it says. */
static struct mkcv_range find_event(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m,
                                    struct mkcv_range *kind)
{
    static const char *const joints[] = {"at the",   "at",           "in the",  "in",  "@",
                                         "given at", "presented at", "for the", "for", NULL};
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, m.from, m.to);
    size_t n = mkcv_phrases_at(&k, 0, kinds), joint = mkcv_phrases_at(&k, n, joints);
    *kind = (struct mkcv_range){m.from, m.from};
    if (n && (joint || n == k.list.count)) kind->to = k.list.at[n - 1].to;
    if (!joint || n + joint >= k.list.count) return kind->to > kind->from ? (struct mkcv_range){m.to, m.to} : m;
    return (struct mkcv_range){k.list.at[n + joint].from, m.to};
}

/* Event, place and labels among the pieces from `first` on. */
static void set_event(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_parts *p, size_t first,
                      size_t skip)
{
    for (size_t i = first; i < p->list.count; i++) {
        struct mkcv_range m = p->list.at[i], kind;
        if (i == skip || mkcv_is_link_label(r, &p->text, m)) continue;
        if (e->fields[MKCV_FIELD_ORG].s) {
            struct mkcv_text *place = &e->fields[MKCV_FIELD_LOCATION],
                             more = mkcv_text_slice(r->arena, &p->text, m.from, m.to);
            if (place->s) mkcv_text_append(r->arena, place, ", ", 2, NULL);
            mkcv_text_join(r->arena, place, &more, MKCV_ROLE_PLAIN);
            continue;
        }
        struct mkcv_range event = find_event(r, &p->text, m, &kind);
        size_t end = mkcv_sentence_end(p->text.s, event.from, event.to); /* "at the Kite Days. Oslo" */
        struct mkcv_range place = mkcv_trim(p->text.s, (struct mkcv_range){end, event.to});
        if (!mkcv_is_link_label(r, &p->text, place))
            mkcv_entry_set(r, e, MKCV_FIELD_LOCATION, &p->text, place.from, place.to);
        event.to = end;
        mkcv_entry_set(r, e, MKCV_FIELD_TYPE, &p->text, kind.from, kind.to);
        mkcv_marks_off(&e->fields[MKCV_FIELD_TYPE]);
        mkcv_entry_set(r, e, MKCV_FIELD_ORG, &p->text, event.from, event.to);
    }
    mkcv_cut_labels(r, &e->fields[MKCV_FIELD_ORG]);
    mkcv_cut_labels(r, &e->fields[MKCV_FIELD_LOCATION]);
    mkcv_marks_off(&e->fields[MKCV_FIELD_ORG]);
    mkcv_marks_off(&e->fields[MKCV_FIELD_LOCATION]);
}

/* What hangs on a wall is no talk, and says so. */
static bool is_under_posters(struct mkcv_reader *r)
{
    static const char *const posters[] = {"poster", "posters", NULL}, *const talks[] = {"talk",          "talks",
                                                                                        "presentations", "lectures",
                                                                                        "oral",          NULL};
    const struct mkcv_text *t = r->groups.count ? &r->groups.at[r->groups.count - 1] : &r->heading;
    struct mkcv_range all = {0, t->s ? mkcv_text_length(t) : 0};
    return t->s && mkcv_range_has(r, t, all, posters) && !mkcv_range_has(r, t, all, talks);
}

/* Cuts [from, end of the field) off when all of it is a kind of talk: true, with the type set. */
static bool cut_kind(struct mkcv_reader *r, struct mkcv_entry *e, struct mkcv_text *field, size_t cut, size_t from)
{
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, field->s, from, mkcv_text_length(field));
    size_t n = mkcv_phrases_at(&k, 0, kinds);
    for (size_t i = n; i < k.list.count; i++)
        if (k.list.at[i].word) return false;
    if (!n) return false;
    mkcv_entry_set(r, e, MKCV_FIELD_TYPE, field, k.list.at[0].from, k.list.at[n - 1].to);
    struct mkcv_range rest = mkcv_trim(field->s, (struct mkcv_range){0, cut});
    *field = mkcv_text_slice(r->arena, field, rest.from, rest.to);
    return true;
}

/* "Sand. Eingeladener Vortrag", "Oporto (ponencia invitada)": the kind at the end of a field. */
static void take_kind(struct mkcv_reader *r, struct mkcv_entry *e)
{
    static const enum mkcv_field fields[] = {MKCV_FIELD_TITLE, MKCV_FIELD_ORG, MKCV_FIELD_LOCATION};
    for (size_t i = 0; i < sizeof fields / sizeof *fields && !e->fields[MKCV_FIELD_TYPE].s; i++) {
        struct mkcv_text *field = &e->fields[fields[i]];
        size_t n = mkcv_text_length(field);
        const char *open = n ? strrchr(field->s, '(') : NULL;
        size_t end = n ? mkcv_sentence_end_in(field, 0, n) : 0;
        if (open && open > field->s && cut_kind(r, e, field, (size_t)(open - field->s), (size_t)(open - field->s) + 1))
            return;
        if (end && end < n && cut_kind(r, e, field, end, end)) return;
    }
}

static void finish(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_block *item,
                   const struct mkcv_text *t)
{
    struct mkcv_when above;
    if (!e->end.year && !e->start.year && !e->dates.count && mkcv_when_above(r, &above)) mkcv_entry_when(r, e, &above);
    take_kind(r, e);
    mkcv_cut_labels(r, &e->fields[MKCV_FIELD_TITLE]);
    mkcv_marks_off(&e->fields[MKCV_FIELD_TITLE]);
    mkcv_entry_links(r, e, t);
    if (e->links.count) e->url = e->links.at[0].url;
    if (!e->fields[MKCV_FIELD_TYPE].s && is_under_posters(r))
        e->fields[MKCV_FIELD_TYPE] = mkcv_text_new(r->arena, "Poster", e->loc);
    mkcv_item_highlights(r, e, item);
}

static struct mkcv_entry *read_quoted(struct mkcv_reader *r, const struct mkcv_block *item, const struct mkcv_text *t,
                                      struct mkcv_range title)
{
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_TALKS, item->loc.line ? item->loc : mkcv_text_loc(t, 0));
    struct mkcv_text rest = mkcv_text_slice(r->arena, t, title.to, mkcv_text_length(t));
    struct mkcv_parts p;
    struct mkcv_when w;
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, t, title.from, title.to);
    if (mkcv_parts_apart(r, &rest, ",;|[]", &p)) {
        if (p.dated) mkcv_entry_when(r, e, &p.when);
        set_event(r, e, &p, 0, p.list.count);
    }
    if (!e->end.year && !e->start.year && !e->dates.count && mkcv_when_find(r->arena, t->s, 0, title.from, &w))
        mkcv_entry_when(r, e, &w);
    finish(r, e, item, t);
    return e;
}

static bool is_event(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m);

/* "*Waves in harbours* — Nordic Meeting": the stressed words before a dash; "**Waves, tides, and sand**, at Lund", the
 * bold ones before anything, where they are no event. */
static bool find_stressed(struct mkcv_reader *r, const struct mkcv_text *t, size_t n, struct mkcv_range *title)
{
    enum { TITLE_LEAST = 12 };
    static const char *const dashes[] = {"\xe2\x80\x94", "\xe2\x80\x93", "- "};
    const struct mkcv_span *span = t->spans.count > 1 ? &t->spans.at[0] : NULL;
    if (!span || !(span->marks & (MKCV_MARK_STRONG | MKCV_MARK_EMPH)) || span->len < TITLE_LEAST) return false;
    size_t end = span->len + strspn(t->s + span->len, " ");
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (end < n && !strncmp(t->s + end, dashes[i], strlen(dashes[i]))) {
            *title = mkcv_trim(t->s, (struct mkcv_range){0, span->len});
            return true;
        }
    struct mkcv_range bold = mkcv_trim(t->s, (struct mkcv_range){0, span->len});
    bool listed = memchr(t->s, ',', bold.to) != NULL;
    if (!(span->marks & MKCV_MARK_STRONG) || !listed || end >= n || !strchr(",.", t->s[end]) || is_event(r, t, bold))
        return false;
    *title = bold;
    return true;
}

/* "Poster Presentation (short)" on a line of its own above the talk: its bytes; 0 for other lines. */
static size_t end_kind_line(struct mkcv_reader *r, const struct mkcv_text *t)
{
    const char *at = strstr(t->s, "\xe2\x80\xa8");
    size_t line = at ? (size_t)(at - t->s) : 0;
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, 0, line);
    size_t len = mkcv_phrases_at(&k, 0, kinds);
    bool whole = len && (len == k.list.count || !strcmp(k.list.at[len].fold, "(") || !strcmp(k.list.at[len].fold, ":"));
    return whole ? line : 0;
}

/* "ICTW 2022", "Nordic Wave Seminar": where a talk is given rather than what it is called. */
static bool is_event(struct mkcv_reader *r, const struct mkcv_text *t, struct mkcv_range m)
{
    static const char *const events[] = {
        "seminar",   "workshop",      "conference", "symposium", "webinar",    "forum",      "school",
        "meeting",   "reading group", "colloquium", "days",      "congress",   "session",    "summit",
        "séminaire", "seminaire",     "journees",   "institute", "university", "crypto day", NULL};
    struct mkcv_when w;
    size_t capitals = 0, from = m.from;
    while (from < m.to && t->s[from] >= 'A' && t->s[from] <= 'Z') from++, capitals++;
    if (mkcv_when_find(r->arena, t->s, m.from, m.to, &w) && w.to >= m.to && capitals > 2) return true;
    return m.to - m.from < 90 && mkcv_range_has(r, t, m, events);
}

/* The piece that is stressed or linked is the title; else the first that is no label, or the second behind an event. */
static size_t find_title(struct mkcv_reader *r, const struct mkcv_parts *p)
{
    size_t first = p->list.count;
    for (size_t i = 0; i < p->list.count; i++) {
        struct mkcv_range m = p->list.at[i];
        const struct mkcv_span *span = mkcv_text_lookup(&p->text, m.from);
        if (mkcv_is_link_label(r, &p->text, m)) continue;
        if (first == p->list.count) first = i;
        if (i < 3 && span && (span->marks & (MKCV_MARK_STRONG | MKCV_MARK_EMPH)) && m.to - m.from > 12 &&
            !mkcv_is_org(r->arena, p->text.s, m.from, m.to))
            return i;
    }
    size_t next = first + 1;
    while (next < p->list.count && mkcv_is_link_label(r, &p->text, p->list.at[next])) next++;
    bool swapped = next < p->list.count && is_event(r, &p->text, p->list.at[first]) &&
                   !is_event(r, &p->text, p->list.at[next]) &&
                   !mkcv_is_org(r->arena, p->text.s, p->list.at[next].from, p->list.at[next].to) &&
                   p->list.at[next].to - p->list.at[next].from > 24;
    return swapped ? next : first;
}

/* A title of several pieces that one stress or link holds together. */
static void join_title(struct mkcv_parts *p, size_t title)
{
    const struct mkcv_span *span = mkcv_text_lookup(&p->text, p->list.at[title].from);
    if (!span || !(span->url || (span->marks & (MKCV_MARK_STRONG | MKCV_MARK_EMPH)))) return;
    size_t end = span->at + span->len, last = title;
    while (last + 1 < p->list.count && p->list.at[last + 1].to <= end) last++;
    if (last == title || (p->dated && p->when.from > p->list.at[title].from && p->when.from < p->list.at[last].to))
        return;
    p->list.at[title].to = p->list.at[last].to;
    for (size_t i = title + 1; i + last - title < p->list.count; i++) p->list.at[i] = p->list.at[i + last - title];
    p->list.count -= last - title;
}

/* "See a map of my talks": one link and nothing else. */
static bool is_whole_link(const struct mkcv_text *t) { return t->spans.count == 1 && t->spans.at[0].url; }

static void set_type(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_text *kind)
{
    if (mkcv_text_is_empty(kind)) return;
    mkcv_entry_set(r, e, MKCV_FIELD_TYPE, kind, 0, mkcv_text_length(kind));
    mkcv_marks_off(&e->fields[MKCV_FIELD_TYPE]);
}

static bool read_item(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct mkcv_text t = mkcv_item_lines(r->arena, item);
    size_t n = mkcv_text_length(&t);
    struct mkcv_range title;
    struct mkcv_parts p;
    if (mkcv_text_is_empty(&t) || (item->kind == MKCV_BLOCK_PARAGRAPH && n > 500)) return false;
    if (mkcv_item_is_group(r, item, &t)) return mkcv_item_below(r, item, &t, read_item);
    size_t line = end_kind_line(r, &t);
    struct mkcv_text kind = mkcv_text_slice(r->arena, &t, 0, line);
    if (line) t = mkcv_text_slice(r->arena, &t, line + 3, n), n = mkcv_text_length(&t);
    if (find_quoted(&t, n, &title) || find_stressed(r, &t, n, &title)) {
        set_type(r, read_quoted(r, item, &t, title), &kind);
        return true;
    }
    struct mkcv_entry work;
    if (mkcv_talk_find_reference(r, &t, &title, &work)) {
        struct mkcv_entry *e = read_quoted(r, item, &t, title);
        mkcv_talk_add_speakers(r, e, &work);
        set_type(r, e, &kind);
        return true;
    }
    if (!mkcv_parts_apart(r, &t, item->kind == MKCV_BLOCK_ROW ? "|" : ",;|[]", &p) || !p.list.count) return false;
    if (item->kind == MKCV_BLOCK_PARAGRAPH && !p.dated && n > 80) return false;
    size_t at = find_title(r, &p);
    if (at >= p.list.count || (!p.dated && p.list.count == 1 && is_whole_link(&t))) return false;
    join_title(&p, at);
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_TALKS, item->loc.line ? item->loc : mkcv_text_loc(&t, 0));
    if (p.dated) mkcv_entry_when(r, e, &p.when);
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &t, p.list.at[at].from, p.list.at[at].to);
    set_event(r, e, &p, 0, at);
    set_type(r, e, &kind);
    finish(r, e, item, &t);
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
