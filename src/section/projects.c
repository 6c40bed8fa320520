/* projects.c - software, data, resources: a name, its address, what it is. */
#include "mkcv/clause.h"
#include "mkcv/compose.h"
#include "mkcv/section.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include <string.h>

static const struct mkcv_title titles[] = {{"en", "Software and Resources"},
                                           {"de", "Software und Projekte"},
                                           {"fr", "Logiciels et projets"},
                                           {"es", "Proyectos y software"},
                                           {"pt", "Projetos e software"},
                                           {"it", "Progetti e software"},
                                           {"zh", "项目与资源"},
                                           {"ja", "プロジェクト"},
                                           {"ko", "프로젝트"},
                                           {NULL, NULL}};
static const char *const headings[] = {"projects",
                                       "project",
                                       "research projects",
                                       "selected projects",
                                       "software",
                                       "open source",
                                       "open source software",
                                       "open source projects",
                                       "code",
                                       "codes",
                                       "tools",
                                       "resources",
                                       "useful resources",
                                       "datasets",
                                       "dataset",
                                       "data",
                                       "data and code",
                                       "code and data",
                                       "portfolio",
                                       "repositories",
                                       "github",
                                       "toolboxes",
                                       "artifacts",
                                       "demos",
                                       "projekte",
                                       "forschungsprojekte",
                                       "logiciels",
                                       "projets",
                                       "ressources",
                                       "proyectos",
                                       "recursos",
                                       "programas",
                                       "projetos",
                                       "softwares",
                                       "progetti",
                                       "risorse",
                                       "项目",
                                       "项目经历",
                                       "科研项目",
                                       "开源项目",
                                       "软件",
                                       "资源",
                                       "プロジェクト",
                                       "ソフトウェア",
                                       "프로젝트",
                                       "소프트웨어",
                                       NULL};
static const struct mkcv_json_field json[] = {{"name", MKCV_FIELD_TITLE},
                                              {"entity", MKCV_FIELD_ORG},
                                              {"description", MKCV_FIELD_SUMMARY},
                                              {"note", MKCV_FIELD_NOTE},
                                              {NULL, MKCV_FIELD_TITLE}};

/* The text's first link: the bytes of its label. */
static bool find_link(const struct mkcv_text *t, struct mkcv_range *label)
{
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct mkcv_span *s = &t->spans.at[i];
        if (!s->url || !*s->url || (s->marks & MKCV_MARK_IMAGE)) continue;
        size_t k = i + 1;
        while (k < t->spans.count && t->spans.at[k].url && !strcmp(t->spans.at[k].url, s->url)) k++;
        *label = (struct mkcv_range){s->at, t->spans.at[k - 1].at + t->spans.at[k - 1].len};
        return true;
    }
    return false;
}

/* Where the name ends: the strong or linked words at the start, else the first colon or dash. */
static size_t end_name(const struct mkcv_text *t, size_t n, const struct mkcv_range *link)
{
    if (link && mkcv_trim(t->s, (struct mkcv_range){0, link->from}).from >= link->from) return link->to;
    const struct mkcv_span *first = t->spans.count ? &t->spans.at[0] : NULL;
    if (first && (first->marks & MKCV_MARK_STRONG) && first->len < 150) return first->len;
    size_t end = mkcv_find_outside(t->s, 0, n, ":|");
    static const char *const dashes[] = {" – ", " — ", " - ", "\xe2\x80\xa8"};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++) {
        const char *at = memmem(t->s, end, dashes[i], strlen(dashes[i]));
        if (at) end = (size_t)(at - t->s);
    }
    return end;
}

/* "[A](url)" and "[B](url)" on lines of their own: a project each. False when the paragraph holds anything else. */
static bool read_lines(struct mkcv_reader *r, const struct mkcv_block *item, const struct mkcv_text *t, size_t n)
{
    size_t links = 0;
    int line = 0;
    if (item->kind != MKCV_BLOCK_PARAGRAPH) return false;
    for (size_t pass = 0; pass < 2; pass++)
        for (size_t at = 0; at < n;) {
            struct mkcv_range link = mkcv_link_at(t, at);
            const struct mkcv_span *s = mkcv_text_lookup(t, at);
            if (link.to <= at) {
                bool gap = t->s[at] == ' ' || t->s[at] == '\n' || !strncmp(t->s + at, "\xe2\x80\xa8", 3);
                if (!pass && !gap) return false;
                at += t->s[at] == ' ' || t->s[at] == '\n' ? 1 : 3;
                continue;
            }
            if (!pass && (!s || s->line == line || !*s->url)) return false;
            if (!pass) line = s->line, links++;
            if (pass) {
                struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_PROJECTS, mkcv_text_loc(t, at));
                struct mkcv_text name = mkcv_text_slice(r->arena, t, at, link.to);
                mkcv_entry_set(r, e, MKCV_FIELD_TITLE, t, at, link.to);
                mkcv_entry_links(r, e, &name);
                if (e->links.count) e->url = e->links.at[0].url;
            }
            at = link.to;
            if (!pass && at >= n && links < 2) return false;
        }
    return links > 1;
}

/* "Jan - April 2023: Name": the date before the name; the text behind it stays. */
static bool take_lead_date(struct mkcv_reader *r, struct mkcv_text *t, struct mkcv_when *w)
{
    size_t n = mkcv_text_length(t);
    if (!mkcv_when_find(r->arena, t->s, 0, n, w) || w->from > 2 || w->to >= n) return false;
    size_t at = w->to + strspn(t->s + w->to, " *)]");
    size_t mark = strspn(t->s + at, ":|-");
    if (!mark && !strncmp(t->s + at, "\xe2\x80", 2)) mark = 3; /* a dash or a line break */
    struct mkcv_range rest = mkcv_trim(t->s, (struct mkcv_range){at + mark, n});
    if (!mark || rest.from >= rest.to) return false;
    *t = mkcv_text_slice(r->arena, t, rest.from, n);
    return true;
}

static bool read_item(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct mkcv_text t = mkcv_item_lines(r->arena, item);
    struct mkcv_range link;
    struct mkcv_when lead;
    if (mkcv_text_is_empty(&t)) return false;
    if (item->kind == MKCV_BLOCK_ITEM && mkcv_grant_is(r, &t))
        return mkcv_section_kind(MKCV_KIND_GRANTS)->read_item(r, item);
    bool dated = take_lead_date(r, &t, &lead);
    size_t n = mkcv_text_length(&t);
    if (!dated && read_lines(r, item, &t, n)) return true;
    bool linked = find_link(&t, &link);
    bool leads = linked && mkcv_trim(t.s, (struct mkcv_range){0, link.from}).from >= link.from;
    if (item->kind == MKCV_BLOCK_PARAGRAPH && !leads) return false;
    size_t end = end_name(&t, n, linked ? &link : NULL);
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_PROJECTS, item->loc.line ? item->loc : mkcv_text_loc(&t, 0));
    mkcv_entry_set(r, e, MKCV_FIELD_TITLE, &t, 0, end);
    if (end < n) mkcv_entry_set(r, e, MKCV_FIELD_SUMMARY, &t, end, n);
    struct mkcv_when w;
    if (dated) {
        mkcv_entry_when(r, e, &lead);
    } else if (mkcv_when_find(r->arena, t.s, end, n, &w) && w.to + 2 >= n) {
        mkcv_entry_when(r, e, &w);
        e->fields[MKCV_FIELD_SUMMARY] = (struct mkcv_text){.s = NULL};
        mkcv_entry_set(r, e, MKCV_FIELD_SUMMARY, &t, end, w.from);
    }
    mkcv_entry_links(r, e, &t);
    if (e->links.count) e->url = e->links.at[0].url;
    mkcv_item_highlights(r, e, item);
    if (!mkcv_text_is_empty(&e->fields[MKCV_FIELD_TITLE])) return true;
    mkcv_read_section(r, MKCV_KIND_PROJECTS)->entries.count--;
    return false;
}

const struct mkcv_section_kind mkcv_section_projects = {.key = "projects",
                                                        .titles = titles,
                                                        .headings = headings,
                                                        .json = json,
                                                        .read_item = read_item,
                                                        .compose = mkcv_compose_projects};
