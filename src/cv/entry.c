/* entry.c - sections and entries as they are filled; see read.h. */
#include "mkcv/read.h"
#include "mkcv/section.h"
#include "mkcv/source.h"
#include "mkcv/utf8.h"
#include <string.h>

struct mkcv_section *mkcv_cv_lookup(struct mkcv_cv *cv, enum mkcv_kind kind)
{
    for (size_t i = 0; i < cv->sections.count; i++)
        if (cv->sections.at[i].kind == kind) return &cv->sections.at[i];
    return NULL;
}

static const char *const field_names[] = {"title",    "org",     "abbr", "area",   "type",   "status", "role",
                                          "location", "summary", "note", "honors", "score",  "thesis", "volume",
                                          "number",   "pages",   "doi",  "arxiv",  "amount", "level"};
_Static_assert(sizeof field_names / sizeof *field_names == MKCV_FIELD_COUNT, "a name for every field");

const char *mkcv_field_name(enum mkcv_field field) { return field_names[field]; }

enum mkcv_field mkcv_field_from_name(const char *name)
{
    enum mkcv_field field = 0;
    while (field < MKCV_FIELD_COUNT && strcmp(field_names[field], name) != 0) field++;
    return field;
}

static const char *const relation_names[] = {
    [MKCV_REL_NONE] = "person", [MKCV_REL_AUTHOR] = "author", [MKCV_REL_ADVISOR] = "advisor",
    [MKCV_REL_HOST] = "host",   [MKCV_REL_MENTOR] = "mentor", [MKCV_REL_WITH] = "with"};

const char *mkcv_relation_name(enum mkcv_relation relation) { return relation_names[relation]; }

enum mkcv_relation mkcv_relation_from_name(const char *name)
{
    for (size_t i = 0; i < sizeof relation_names / sizeof *relation_names; i++)
        if (!strcmp(relation_names[i], name)) return (enum mkcv_relation)i;
    return MKCV_REL_NONE;
}

struct mkcv_section *mkcv_read_section(struct mkcv_reader *r, enum mkcv_kind kind)
{
    struct mkcv_section *s = mkcv_cv_lookup(r->cv, kind);
    if (s) return s;
    s = MKCV_PUSH(r->arena, &r->cv->sections);
    *s = (struct mkcv_section){.kind = kind, .level = 1};
    return s;
}

struct mkcv_entry *mkcv_read_entry(struct mkcv_reader *r, enum mkcv_kind kind, struct mkcv_loc loc)
{
    struct mkcv_section *s = mkcv_read_section(r, kind);
    if (!s->loc.file) s->loc = loc;
    struct mkcv_entry *e = MKCV_PUSH(r->arena, &s->entries);
    *e = (struct mkcv_entry){.kind = kind, .rule = mkcv_rule_here(r, kind), .loc = loc, .list = r->list};
    return e;
}

struct mkcv_entry *mkcv_read_add(struct mkcv_reader *r, const struct mkcv_entry *entry)
{
    struct mkcv_entry *e = mkcv_read_entry(r, entry->kind, entry->loc);
    enum mkcv_rule rule = e->rule;
    *e = *entry;
    e->rule = rule;
    e->list = r->list;
    return e;
}

void mkcv_entry_set(struct mkcv_reader *r, struct mkcv_entry *e, enum mkcv_field field, const struct mkcv_text *t,
                    size_t from, size_t to)
{
    struct mkcv_range cut = mkcv_trim(t->s, (struct mkcv_range){from, to});
    if (cut.from < cut.to) e->fields[field] = mkcv_text_slice(r->arena, t, cut.from, cut.to);
}

void mkcv_entry_append(struct mkcv_reader *r, struct mkcv_entry *e, enum mkcv_field field, const struct mkcv_text *t,
                       size_t from, size_t to)
{
    struct mkcv_range cut = mkcv_trim(t->s, (struct mkcv_range){from, to});
    struct mkcv_text more;
    if (cut.from >= cut.to) return;
    more = mkcv_text_slice(r->arena, t, cut.from, cut.to);
    if (e->fields[field].s) mkcv_text_append(r->arena, &e->fields[field], ", ", 2, NULL);
    mkcv_text_join(r->arena, &e->fields[field], &more, MKCV_ROLE_PLAIN);
}

void mkcv_entry_set_string(struct mkcv_reader *r, struct mkcv_entry *e, enum mkcv_field field, const char *s,
                           struct mkcv_loc loc)
{
    if (!s || !*s) return;
    struct mkcv_text t = mkcv_markdown_inline(r->arena, s, loc, r->diags);
    if (!mkcv_text_is_empty(&t)) e->fields[field] = mkcv_text_slice(r->arena, &t, 0, mkcv_text_length(&t));
}

void mkcv_entry_link(struct mkcv_reader *r, struct mkcv_entry *e, const char *label, const char *url,
                     struct mkcv_loc loc)
{
    url = mkcv_url_resolve(r, url, loc);
    if (!url) return;
    for (size_t i = 0; i < e->links.count; i++)
        if (!strcmp(e->links.at[i].url, url)) return;
    *MKCV_PUSH(r->arena, &e->links) = (struct mkcv_link){.label = label, .url = url};
}

void mkcv_entry_person(struct mkcv_reader *r, struct mkcv_entry *e, const char *name, const char *url,
                       enum mkcv_relation relation)
{
    for (size_t i = 0; i < e->people.count; i++)
        if (e->people.at[i].relation == relation && !strcmp(e->people.at[i].name, name)) return;
    *MKCV_PUSH(r->arena, &e->people) =
        (struct mkcv_person){.name = name, .url = url && *url ? url : NULL, .relation = relation};
}

void mkcv_entry_when(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_when *w)
{
    e->start = w->start;
    e->end = w->end;
    e->current = w->current;
    e->dates.count = 0;
    for (size_t i = 0; i < w->dates.count; i++) *MKCV_PUSH(r->arena, &e->dates) = w->dates.at[i];
}

void mkcv_entry_date_string(struct mkcv_reader *r, struct mkcv_entry *e, const char *s, struct mkcv_loc loc)
{
    if (!s || !*s) return;
    struct mkcv_date d;
    struct mkcv_when w;
    if (!strncmp(s, "1900-", 5) || !strncmp(s, "0001-", 5)) return;
    if (mkcv_date_from_string(s, &d)) {
        e->end = d;
        return;
    }
    if (mkcv_when_find(r->arena, s, 0, strlen(s), &w)) {
        if (strpbrk(s + w.to, "0123456789"))
            mkcv_report(r->diags, MKCV_DIAG_DATE_PART, loc, s, mkcv_arena_strndup(r->arena, s + w.from, w.to - w.from));
        mkcv_entry_when(r, e, &w);
        return;
    }
    e->date_text = mkcv_arena_strdup(r->arena, s);
    mkcv_report(r->diags, MKCV_DIAG_DATE_UNREAD, loc, s);
}

/* The scheme's length with its colon, or 0. */
static size_t scheme_length(const char *url)
{
    size_t n = 0;
    while (mkcv_is_letter((unsigned char)url[n]) || mkcv_is_digit((unsigned char)url[n]) || url[n] == '+' ||
           url[n] == '-' || url[n] == '.')
        n++;
    return n > 1 && url[n] == ':' ? n + 1 : 0;
}

static bool is_allowed(const char *url)
{
    static const char *const schemes[] = {
        "http:", "https:", "mailto:", "ftp:", "tel:", "doi:", "sip:", "xmpp:", "news:", "matrix:"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (!strncasecmp(url, schemes[i], strlen(schemes[i]))) return true;
    return false;
}

static const char *resolve_relative(struct mkcv_reader *r, const char *url)
{
    const char *base = r->site->url;
    if (!base || strstr(url, "{{") || strstr(url, "{%")) return NULL;
    if (!strncmp(url, "./", 2)) url += 2;
    while (!strncmp(url, "../", 3)) url += 3;
    if (*url != '/') return mkcv_arena_printf(r->arena, "%s/%s", base, url);
    return mkcv_arena_printf(r->arena, "%s%s", base, url);
}

const char *mkcv_url_resolve(struct mkcv_reader *r, const char *url, struct mkcv_loc loc)
{
    if (!url) return NULL;
    while (*url == ' ') url++;
    if (!*url) return NULL;
    if (!strncmp(url, "//", 2)) return mkcv_arena_printf(r->arena, "https:%s", url);
    if (!strncasecmp(url, "www.", 4)) return mkcv_arena_printf(r->arena, "https://%s", url);
    if (scheme_length(url)) {
        if (is_allowed(url)) return url;
        mkcv_report(r->diags, MKCV_DIAG_LINK_SCHEME, loc, url);
        return NULL;
    }
    if (*url == '#') return NULL;
    const char *full = resolve_relative(r, url);
    if (!full) mkcv_report(r->diags, MKCV_DIAG_LINK_RELATIVE, loc, url);
    return full;
}
