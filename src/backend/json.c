/* json.c - the CV as a JSON Resume document with further keys. JSON Resume's keys come first, in the order of its
 * schema (https://jsonresume.org/schema); no key is present with an empty value. */
#include "json_value.h"
#include "mkcv/backend.h"
#include "mkcv/file.h"
#include "mkcv/section.h"
#include "mkcv/uri.h"
#include <string.h>

#define BLOCKS_DEEP 100 /* levels of blocks; the readers nest no deeper */

static json_t *location(const struct mkcv_basics *b)
{
    json_t *o = json_object();
    mkcv_json_string(o, "address", b->address);
    mkcv_json_string(o, "postalCode", b->postal_code);
    mkcv_json_string(o, "city", b->city);
    bool code = b->country && strlen(b->country) == 2;
    mkcv_json_string(o, code ? "countryCode" : "country", b->country);
    mkcv_json_string(o, "region", b->region);
    return o;
}

static json_t *profiles(struct mkcv_arena *a, const struct mkcv_basics *b)
{
    json_t *list = json_array();
    for (size_t i = 0; i < b->profiles.count; i++) {
        json_t *o = json_object();
        mkcv_json_string(o, "network", b->profiles.at[i].network);
        mkcv_json_string(o, "username", b->profiles.at[i].username);
        mkcv_json_url(a, o, "url", b->profiles.at[i].url);
        json_array_append_new(list, o);
    }
    return list;
}

static void set_summary(struct mkcv_arena *a, json_t *o, const struct mkcv_basics *b)
{
    struct mkcv_buf out;
    mkcv_buf_init(&out, a);
    for (size_t i = 0; i < b->summary.count; i++) {
        if (mkcv_text_is_empty(&b->summary.at[i])) continue;
        if (out.n) mkcv_buf_puts(&out, "\n\n");
        mkcv_buf_puts(&out, mkcv_text_markdown(a, &b->summary.at[i]));
    }
    mkcv_json_string(o, "summary", out.s);
}

static json_t *basics(struct mkcv_arena *a, const struct mkcv_basics *b)
{
    json_t *o = json_object(), *affiliation = json_object(), *names = json_array();
    mkcv_json_string(o, "name", b->name);
    mkcv_json_text(a, o, "label", &b->label);
    mkcv_json_url(a, o, "image", b->image);
    if (mkcv_is_email(b->email)) mkcv_json_string(o, "email", b->email);
    mkcv_json_string(o, "phone", b->phone);
    mkcv_json_url(a, o, "url", b->url);
    set_summary(a, o, b);
    mkcv_json_set(o, "location", location(b));
    mkcv_json_set(o, "profiles", profiles(a, b));
    mkcv_json_text(a, affiliation, "name", &b->affiliation);
    mkcv_json_url(a, affiliation, "url", b->affiliation_url);
    mkcv_json_set(o, "affiliation", affiliation);
    for (size_t i = 0; i < b->name_variants.count; i++)
        json_array_append_new(names, json_string(b->name_variants.at[i]));
    mkcv_json_set(o, "nameVariants", names);
    mkcv_json_set(o, "source", mkcv_json_source(b->loc));
    return o;
}

static json_t *entries(struct mkcv_arena *a, const struct mkcv_section *s)
{
    json_t *list = json_array();
    for (size_t i = 0; s && i < s->entries.count; i++)
        json_array_append_new(list, mkcv_json_entry(a, &s->entries.at[i]));
    return list;
}

/* Sections of no kind, each a text under its title. */
static json_t *other_sections(struct mkcv_arena *a, const struct mkcv_cv *cv)
{
    json_t *list = json_array();
    for (size_t i = 0; i < cv->sections.count; i++) {
        const struct mkcv_section *s = &cv->sections.at[i];
        if (s->kind != MKCV_KIND_OTHER) continue;
        json_t *o = json_object();
        mkcv_json_string(o, "title", s->title);
        if (s->level > 0) mkcv_json_set(o, "level", json_integer(s->level));
        mkcv_json_string(o, "text", mkcv_blocks_markdown(a, s->body));
        mkcv_json_set(o, "entries", entries(a, s));
        if (s->hidden) mkcv_json_set(o, "hidden", json_true());
        mkcv_json_set(o, "source", mkcv_json_source(s->loc));
        json_array_append_new(list, o);
    }
    return list;
}

static const struct mkcv_section *section_of(const struct mkcv_cv *cv, enum mkcv_kind kind)
{
    for (size_t i = 0; i < cv->sections.count; i++)
        if (cv->sections.at[i].kind == kind) return &cv->sections.at[i];
    return NULL;
}

/* The kinds of JSON Resume in its order, then ours. */
static void set_sections(struct mkcv_arena *a, json_t *root, const struct mkcv_cv *cv)
{
    static const enum mkcv_kind order[] = {
        MKCV_KIND_WORK,         MKCV_KIND_VOLUNTEER,    MKCV_KIND_EDUCATION, MKCV_KIND_AWARDS,
        MKCV_KIND_CERTIFICATES, MKCV_KIND_PUBLICATIONS, MKCV_KIND_SKILLS,    MKCV_KIND_LANGUAGES,
        MKCV_KIND_INTERESTS,    MKCV_KIND_REFERENCES,   MKCV_KIND_PROJECTS,
    };
    size_t known = sizeof order / sizeof *order;
    for (size_t i = 0; i < known; i++)
        mkcv_json_set(root, mkcv_section_kind(order[i])->key, entries(a, section_of(cv, order[i])));
    for (enum mkcv_kind k = 0; k < MKCV_KIND_COUNT; k++) {
        bool done = k == MKCV_KIND_OTHER;
        for (size_t i = 0; i < known; i++) done |= order[i] == k;
        if (!done) mkcv_json_set(root, mkcv_section_kind(k)->key, entries(a, section_of(cv, k)));
    }
    mkcv_json_set(root, "sections", other_sections(a, cv));
}

static json_t *legend(const struct mkcv_cv *cv)
{
    json_t *list = json_array();
    for (size_t i = 0; i < cv->legend.count; i++) {
        json_t *o = json_object();
        mkcv_json_string(o, "mark", cv->legend.at[i].mark);
        mkcv_json_string(o, "text", cv->legend.at[i].text);
        json_array_append_new(list, o);
    }
    return list;
}

static json_t *pagebreaks(const struct mkcv_cv *cv)
{
    json_t *list = json_array();
    for (size_t i = 0; i < cv->pagebreaks.list.count; i++)
        json_array_append_new(list, mkcv_json_source(cv->pagebreaks.list.at[i]));
    return list;
}

/* The blocks of a text as they are: what its CommonMark means would depend on who reads it. */
static json_t *block_list(struct mkcv_arena *a, const struct mkcv_block *b, int depth)
{
    json_t *list = json_array();
    for (; b && depth < BLOCKS_DEEP; b = b->next) {
        json_t *o = json_object();
        mkcv_json_string(o, "kind", mkcv_block_name(b->kind));
        if (b->level) mkcv_json_set(o, "level", json_integer(b->level));
        if (b->ordered) mkcv_json_set(o, "ordered", json_true());
        if (b->kind == MKCV_BLOCK_CODE)
            mkcv_json_string(o, "text", b->text.s);
        else
            mkcv_json_text(a, o, "text", &b->text);
        mkcv_json_set(o, "blocks", block_list(a, b->first, depth + 1));
        json_array_append_new(list, o);
    }
    return list;
}

/* All sections in their order, with what their entries do not say. */
static json_t *section_list(struct mkcv_arena *a, const struct mkcv_cv *cv)
{
    json_t *list = json_array();
    for (size_t i = 0; i < cv->sections.count; i++) {
        const struct mkcv_section *s = &cv->sections.at[i];
        json_t *o = json_object();
        mkcv_json_string(o, "key", mkcv_section_kind(s->kind)->key);
        mkcv_json_string(o, "title", s->title);
        mkcv_json_set(o, "blocks", block_list(a, s->body, 0));
        mkcv_json_set(o, "source", mkcv_json_source(s->loc));
        json_array_append_new(list, o);
    }
    return list;
}

static json_t *value_of_node(const struct mkcv_node *n)
{
    json_t *v = n->kind == MKCV_NODE_LIST ? json_array() : json_object();
    if (n->kind == MKCV_NODE_SCALAR) {
        json_decref(v);
        return json_string(n->value ? n->value : "");
    }
    for (const struct mkcv_node *m = n->first; m; m = m->next) {
        if (m->kind == MKCV_NODE_SCALAR && (!m->value || !*m->value)) continue;
        if (n->kind == MKCV_NODE_LIST)
            json_array_append_new(v, value_of_node(m));
        else if (m->key)
            mkcv_json_set(v, m->key, value_of_node(m));
    }
    return v;
}

/* mkcv.yaml, but for what has been used up: the owner's name, and what is left out. */
static json_t *settings(const struct mkcv_node *file)
{
    static const char *const used[] = {"name", "names", "lang",  "only",   "skip",    "since", "selected",
                                       "keep", "drop",  "limit", "public", "private", "add",   "replace"};
    json_t *o = file && file->kind == MKCV_NODE_MAP ? value_of_node(file) : json_object();
    for (size_t i = 0; i < sizeof used / sizeof *used; i++) json_object_del(o, used[i]);
    return o;
}

static json_t *meta(struct mkcv_arena *a, const struct mkcv_cv *cv)
{
    json_t *o = json_object(), *own = json_object(), *site = json_object();
    mkcv_json_string(own, "version", MKCV_VERSION);
    mkcv_json_string(site, "kind", cv->site_kind);
    mkcv_json_string(site, "root", mkcv_path_within(cv->site_root, cv->site_root));
    mkcv_json_string(site, "lang", cv->lang);
    mkcv_json_set(own, "site", site);
    mkcv_json_set(own, "legend", legend(cv));
    mkcv_json_set(own, "pagebreaks", pagebreaks(cv));
    mkcv_json_set(own, "sections", section_list(a, cv));
    mkcv_json_set(own, "settings", settings(cv->settings));
    mkcv_json_set(o, "mkcv", own);
    return o;
}

/* Makes the files of all sources in `value` relative to the site. */
static void relate_sources(json_t *value, const char *root)
{
    const char *key;
    json_t *member;
    size_t i;
    json_t *file = json_is_object(value) && json_object_get(value, "line") ? json_object_get(value, "file") : NULL;
    if (file) {
        const char *path = json_string_value(file), *relative = mkcv_path_within(path, root);
        if (relative != path) json_object_set_new(value, "file", json_string(relative));
    }
    json_object_foreach(value, key, member) relate_sources(member, root);
    json_array_foreach(value, i, member) relate_sources(member, root);
}

static int put_bytes(const char *bytes, size_t n, void *out)
{
    mkcv_buf_put(out, bytes, n);
    return 0;
}

json_t *mkcv_json_document(struct mkcv_arena *a, const struct mkcv_cv *cv)
{
    json_t *root = json_object();
    mkcv_json_set(root, "basics", basics(a, &cv->basics));
    set_sections(a, root, cv);
    mkcv_json_set(root, "meta", meta(a, cv));
    return root;
}

enum mkcv_code mkcv_json_write(const struct mkcv_cv *cv, struct mkcv_buf *out, struct mkcv_diags *d)
{
    (void)d;
    struct mkcv_arena scratch;
    mkcv_arena_init(&scratch);
    json_t *root = mkcv_json_document(&scratch, cv);
    relate_sources(root, cv->site_root);
    int failed = json_dump_callback(root, put_bytes, out, JSON_INDENT(2));
    json_decref(root);
    mkcv_arena_clear(&scratch);
    mkcv_buf_putc(out, '\n');
    return failed ? MKCV_SYSTEM : MKCV_OK;
}
