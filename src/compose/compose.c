/* compose.c - the CV in the order of its sections; how each is set is the business of the forms (compose.h). */
#include "mkcv/compose.h"
#include "columns.h"
#include "header.h"
#include "mkcv/section.h"
#include "mkcv/utf8.h"
#include "pagebreaks.h"
#include "publications.h"
#include "sidebar.h"
#include "typography.h"
#include <string.h>

#define NAMES 5

/* A part of the CV that has a heading: the profile (section NULL) or a section. */
struct piece {
    const struct mkcv_section *section;
    const char *names[NAMES]; /* folded: key and titles by which settings name it; NULL where there is none */
    bool placed;
};
struct pieces {
    MKCV_VEC(struct piece) list;
};

static struct piece profile_piece(void) { return (struct piece){.names = {"profile", "summary", "biography"}}; }

/* A section goes by its key, its heading on the homepage, and its kind's title. */
static struct piece section_piece(struct mkcv_composer *c, const struct mkcv_section *s)
{
    struct piece p = {.section = s};
    const struct mkcv_section_kind *kind = mkcv_section_kind(s->kind);
    bool other = s->kind == MKCV_KIND_OTHER;
    const char *names[NAMES] = {kind ? kind->key : NULL, s->title, other ? NULL : mkcv_section_title(s->kind, c->lang),
                                other ? NULL : mkcv_section_title(s->kind, "en")};
    for (size_t i = 0; i < NAMES; ++i)
        if (names[i]) p.names[i] = mkcv_utf8_fold(c->arena, names[i]);
    return p;
}

static bool is_named(struct mkcv_arena *a, const char *word, const struct piece *p)
{
    const char *folded = mkcv_utf8_fold(a, word);
    for (size_t i = 0; i < NAMES; ++i)
        if (p->names[i] && *folded && strcmp(folded, p->names[i]) == 0) return true;
    return false;
}

static bool is_among(struct mkcv_composer *c, const struct mkcv_words *words, const struct piece *p)
{
    for (size_t i = 0; i < words->list.count; ++i)
        if (is_named(c->arena, words->list.at[i], p)) return true;
    return false;
}

/* What the user leaves out is gone already (select.h); here the style hides, but for what --only names. */
static bool is_hidden(struct mkcv_composer *c, const struct piece *p)
{
    return is_among(c, &c->style->hide, p) && !is_among(c, &c->settings->only, p);
}

/* In how many columns the style sets the section; 0: in none. */
static int columns_of(struct mkcv_composer *c, const struct piece *p)
{
    const struct mkcv_columns_list *columns = &c->style->section.columns;
    for (size_t i = 0; i < columns->list.count; ++i)
        if (is_named(c->arena, columns->list.at[i].section, p)) return columns->list.at[i].count;
    return 0;
}

static const char *title_of(struct mkcv_composer *c, const struct piece *p, const char *own)
{
    for (size_t i = 0; c->settings->titles[i].key; ++i)
        if (is_named(c->arena, c->settings->titles[i].key, p)) return c->settings->titles[i].title;
    return own;
}

static const char *own_title(struct mkcv_composer *c, const struct mkcv_section *s)
{
    if (s->kind == MKCV_KIND_OTHER && s->title) return s->title;
    return mkcv_section_title(s->kind, c->lang);
}

/* Bold that helps to skim a homepage would compete with the heads of a CV. */
static void drop_bold(struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; ++i) {
        struct mkcv_span *span = &t->spans.at[i];
        span->marks &= (uint16_t)~MKCV_MARK_STRONG;
        if (span->role != MKCV_ROLE_STRONG) continue;
        span->role = span->marks & MKCV_MARK_EMPH ? MKCV_ROLE_EMPH : MKCV_ROLE_PLAIN;
        span->marks &= (uint16_t)~MKCV_MARK_EMPH;
    }
}

static void compose_profile(struct mkcv_composer *c)
{
    const struct mkcv_basics *b = &c->cv->basics;
    mkcv_part_heading(c, c->title, 1, (struct mkcv_loc){0});
    for (size_t i = 0; i < b->summary.count; ++i) {
        struct mkcv_text text = mkcv_part_prose(c, &b->summary.at[i], MKCV_ROLE_PLAIN);
        if (mkcv_text_is_empty(&text)) continue;
        drop_bold(&text);
        struct mkcv_flow_node *n = mkcv_part_node(c, MKCV_FLOW_PARAGRAPH, mkcv_text_loc(&b->summary.at[i], 0));
        n->head = text;
        n->justified = true;
    }
}

/* The entries of one group by the form of their kind, under the group's name. */
static void compose_group(struct mkcv_composer *c, const struct mkcv_section *s, const struct mkcv_group *group,
                          const char *title, int depth)
{
    struct mkcv_section part = *s;
    part.entries.at = NULL;
    part.entries.count = part.entries.cap = 0;
    part.loc = group->works.list.at[0]->loc;
    for (size_t i = 0; i < group->works.list.count; i++) *MKCV_PUSH(c->arena, &part.entries) = *group->works.list.at[i];
    c->title = title;
    c->depth = depth;
    mkcv_section_kind(s->kind)->compose(c, &part);
    c->depth = 0;
}

static bool is_same_outer(const struct mkcv_group *one, const struct mkcv_group *other)
{
    return one->outer && other->outer && !strcmp(one->outer, other->outer);
}

/* Entries that the homepage has under headings of the section: those under none first, then as it groups them. */
static void compose_groups(struct mkcv_composer *c, const struct mkcv_section *s)
{
    struct mkcv_groups groups = {0};
    for (size_t i = 0; i < s->entries.count; i++) {
        const struct mkcv_entry *e = &s->entries.at[i];
        struct mkcv_group *g = mkcv_groups_lookup(c, &groups, e->categories.count ? &e->categories.at[0] : NULL);
        *MKCV_PUSH(c->arena, &g->works.list) = e;
    }
    mkcv_part_heading(c, c->title, 1, s->loc);
    for (size_t i = 0; i < groups.list.count; i++)
        if (!groups.list.at[i].outer) compose_group(c, s, &groups.list.at[i], NULL, 0);
    for (size_t i = 0; i < groups.list.count; i++) {
        const struct mkcv_group *first = &groups.list.at[i];
        if (!first->outer || first->done) continue;
        for (size_t k = i; k < groups.list.count; k++) {
            struct mkcv_group *g = &groups.list.at[k];
            if (!is_same_outer(g, first)) continue;
            g->done = true;
            if (g->inner && k == i) mkcv_part_heading(c, g->outer, 2, g->works.list.at[0]->loc);
            compose_group(c, s, g, g->inner ? g->inner : k == i ? g->outer : NULL, g->inner ? 2 : 1);
        }
    }
}

static bool is_grouped(const struct mkcv_section *s)
{
    for (size_t i = 0; s->kind != MKCV_KIND_PUBLICATIONS && i < s->entries.count; i++)
        if (s->entries.at[i].categories.count) return true;
    return false;
}

static void compose_piece(struct mkcv_composer *c, const struct piece *p)
{
    const struct mkcv_section *s = p->section;
    const struct mkcv_section_kind *kind = s ? mkcv_section_kind(s->kind) : NULL;
    c->title = title_of(c, p, s ? own_title(c, s) : mkcv_language_lookup(c->lang)->profile);
    if (is_among(c, &c->style->section.new_page, p))
        mkcv_part_node(c, MKCV_FLOW_PAGEBREAK, s ? s->loc : (struct mkcv_loc){0});
    if (!s)
        compose_profile(c);
    else if (kind && kind->compose && is_grouped(s))
        compose_groups(c, s);
    else if (kind && kind->compose)
        kind->compose(c, s);
}

static void place(struct mkcv_composer *c, struct piece *p)
{
    const struct mkcv_style *style = c->style;
    bool side = style->sidebar.place != MKCV_SIDE_NONE && is_among(c, &style->sidebar.sections, p);
    const struct mkcv_style beside = mkcv_style_beside(style, true);
    size_t first = c->flow->nodes.count;
    p->placed = true;
    if (side) c->style = &beside;
    compose_piece(c, p);
    c->style = style;
    bool keep = is_among(c, &style->section.keep, p);
    int columns = columns_of(c, p);
    for (size_t i = first; i < c->flow->nodes.count; i++) {
        c->flow->nodes.at[i].keep = keep;
        c->flow->nodes.at[i].columns = columns;
        c->flow->nodes.at[i].side = side;
    }
}

/* Sections in the order that settings or style name; the others after them as they stand. */
static void place_all(struct mkcv_composer *c, struct pieces *pieces)
{
    const struct mkcv_words *order = c->settings->order.list.count ? &c->settings->order : &c->style->order;
    for (size_t i = 0; i < order->list.count; ++i)
        for (size_t j = 0; j < pieces->list.count; ++j) {
            struct piece *p = &pieces->list.at[j];
            if (!p->placed && is_named(c->arena, order->list.at[i], p)) place(c, p);
        }
    for (size_t j = 0; j < pieces->list.count; ++j)
        if (!pieces->list.at[j].placed) place(c, &pieces->list.at[j]);
}

static bool has_profile(const struct mkcv_composer *c)
{
    if (c->settings->biography == MKCV_BIOGRAPHY_NONE) return false;
    for (size_t i = 0; i < c->cv->basics.summary.count; ++i)
        if (!mkcv_text_is_empty(&c->cv->basics.summary.at[i])) return true;
    return false;
}

static struct pieces list_pieces(struct mkcv_composer *c)
{
    struct pieces pieces = {0};
    struct piece profile = profile_piece();
    c->profile_shown = has_profile(c) && !is_hidden(c, &profile);
    if (c->profile_shown) *MKCV_PUSH(c->arena, &pieces.list) = profile;
    for (size_t i = 0; i < c->cv->sections.count; ++i) {
        const struct mkcv_section *s = &c->cv->sections.at[i];
        struct piece p = section_piece(c, s);
        if (!s->hidden && !is_hidden(c, &p)) *MKCV_PUSH(c->arena, &pieces.list) = p;
    }
    return pieces;
}

/* Takes out headings that nothing follows: from the end, a heading stays when something below its level does. A page
 * break is nothing, and goes where nothing follows it. */
static void drop_lonely_headings(struct mkcv_flow *flow)
{
    size_t n = flow->nodes.count, kept = n;
    int least = 0; /* level of the heading that comes next; 0: content */
    bool last = true;
    for (size_t i = n; i-- > 0;) {
        struct mkcv_flow_node node = flow->nodes.at[i];
        bool heading = node.kind == MKCV_FLOW_HEADING;
        bool pagebreak = node.kind == MKCV_FLOW_PAGEBREAK;
        if (heading && (last || (least && least <= node.level))) continue;
        if (pagebreak && (last || flow->nodes.at[kept].kind == MKCV_FLOW_PAGEBREAK)) continue;
        last = false;
        if (!pagebreak) least = heading ? node.level : 0;
        flow->nodes.at[--kept] = node;
    }
    if (n > kept && kept) memmove(flow->nodes.at, flow->nodes.at + kept, (n - kept) * sizeof *flow->nodes.at);
    flow->nodes.count = n - kept;
}

static const char *document_title(struct mkcv_composer *c)
{
    const char *document = mkcv_language_lookup(c->lang)->document, *name = c->cv->basics.name;
    return name && *name ? mkcv_arena_printf(c->arena, "%s – %s", name, document) : document;
}

struct mkcv_flow *mkcv_compose(struct mkcv_arena *a, const struct mkcv_cv *cv, const struct mkcv_settings *settings,
                               const struct mkcv_style *style, struct mkcv_diags *d)
{
    struct mkcv_flow *flow = MKCV_NEW(a, struct mkcv_flow);
    struct mkcv_composer c = {.arena = a, .cv = cv, .settings = settings, .style = style, .flow = flow, .diags = d};
    c.lang = settings->lang ? settings->lang : cv->lang ? cv->lang : "en";
    flow->title = document_title(&c);
    flow->author = cv->basics.name;
    flow->root = cv->site_root;
    flow->lang = c.lang;
    flow->date = settings->date;
    mkcv_header_compose(&c);
    mkcv_running_compose(&c);
    struct pieces pieces = list_pieces(&c);
    place_all(&c, &pieces);
    drop_lonely_headings(flow);
    mkcv_sidebar_compose(&c);
    mkcv_columns_compose(&c);
    mkcv_pagebreaks_compose(&c);
    return flow;
}
