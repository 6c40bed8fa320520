/* json.c - the CV as a JSON Resume document with further keys. JSON Resume's keys come first, in the order of its
 * schema (https://jsonresume.org/schema); no key is present with an empty value. */
#include "json_value.h"
#include "mkcv/backend.h"
#include "mkcv/file.h"
#include "mkcv/section.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* JSON Resume wants an address that is one (RFC 5321, roughly); what is none stays out. */
static bool is_email(const char *s)
{
    const char *at = s ? strchr(s, '@') : NULL;
    if (!at || at == s || !at[1] || strchr(at + 1, '@') || !strchr(at, '.')) return false;
    for (const char *p = s; *p; p++)
        if ((unsigned char)*p <= 0x20 || (unsigned char)*p >= 0x7f || strchr("<>()[],;:\\\"", *p)) return false;
    size_t n = strlen(s);
    return isalnum((unsigned char)s[n - 1]) && at[1] != '.' && at[-1] != '.' && *s != '.' && !strstr(s, "..");
}

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
    if (is_email(b->email)) mkcv_json_string(o, "email", b->email);
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
        if (s->hidden) mkcv_json_set(o, "hidden", json_true());
        mkcv_json_set(o, "source", mkcv_json_source(s->loc));
        json_array_append_new(list, o);
    }
    return list;
}

static json_t *entries(struct mkcv_arena *a, const struct mkcv_section *s)
{
    json_t *list = json_array();
    for (size_t i = 0; s && i < s->entries.count; i++)
        json_array_append_new(list, mkcv_json_entry(a, &s->entries.at[i]));
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

static json_t *section_list(const struct mkcv_cv *cv)
{
    json_t *list = json_array();
    for (size_t i = 0; i < cv->sections.count; i++) {
        const struct mkcv_section *s = &cv->sections.at[i];
        json_t *o = json_object();
        mkcv_json_string(o, "key", mkcv_section_kind(s->kind)->key);
        mkcv_json_string(o, "title", s->title);
        mkcv_json_set(o, "source", mkcv_json_source(s->loc));
        json_array_append_new(list, o);
    }
    return list;
}

static json_t *meta(const struct mkcv_cv *cv)
{
    json_t *o = json_object(), *own = json_object(), *site = json_object();
    mkcv_json_string(own, "version", MKCV_VERSION);
    mkcv_json_string(site, "kind", cv->site_kind);
    mkcv_json_string(site, "root", mkcv_path_within(cv->site_root, cv->site_root));
    mkcv_json_string(site, "lang", cv->lang);
    mkcv_json_set(own, "site", site);
    mkcv_json_set(own, "legend", legend(cv));
    mkcv_json_set(own, "sections", section_list(cv));
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
        return;
    }
    json_object_foreach(value, key, member) relate_sources(member, root);
    json_array_foreach(value, i, member) relate_sources(member, root);
}

static int put_bytes(const char *bytes, size_t n, void *out)
{
    mkcv_buf_put(out, bytes, n);
    return 0;
}

enum mkcv_code mkcv_json_write(const struct mkcv_cv *cv, struct mkcv_buf *out, struct mkcv_diags *d)
{
    (void)d;
    struct mkcv_arena scratch;
    mkcv_arena_init(&scratch);
    json_t *root = json_object();
    mkcv_json_set(root, "basics", basics(&scratch, &cv->basics));
    set_sections(&scratch, root, cv);
    mkcv_json_set(root, "meta", meta(cv));
    relate_sources(root, cv->site_root);
    int failed = json_dump_callback(root, put_bytes, out, JSON_INDENT(2));
    json_decref(root);
    mkcv_arena_clear(&scratch);
    mkcv_buf_putc(out, '\n');
    return failed ? MKCV_SYSTEM : MKCV_OK;
}
