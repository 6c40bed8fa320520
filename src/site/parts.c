/* parts.c - files of a site into records: pages with what they include, bibliographies, configuration. */
#include "mkcv/source.h"
#include "site.h"
#include "wishes.h"
#include <fnmatch.h>
#include <string.h>
#include <strings.h>

enum { INCLUDE_DEPTH = 16, INCLUDE_MOST = 1000 };

const char *mkcv_site_path(struct mkcv_arena *a, const struct mkcv_site *site, const char *path)
{
    return site->is_folder ? mkcv_path_join(a, site->root, path) : site->root;
}

bool mkcv_site_is_page_name(const char *name)
{
    static const char *const extensions[] = {".md", ".markdown", ".mdown", ".html", ".htm", ".qmd", ".rmd"};
    for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
        if (!strcasecmp(mkcv_path_extension(name), extensions[i])) return true;
    return false;
}

bool mkcv_site_is_content_name(const char *name)
{
    static const char *const others[] = {"readme",   "changelog",     "license",
                                         "licence",  "contributing",  "code_of_conduct",
                                         "security", "authors",       "install",
                                         "todo",     "404",           "sitemap",
                                         "robots",   "news_template", "pull_request_template"};
    size_t n = strlen(name) - strlen(mkcv_path_extension(name));
    if (!mkcv_site_is_page_name(name) || *name == '.' || *name == '_') return false;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (strlen(others[i]) == n && !strncasecmp(name, others[i], n)) return false;
    return true;
}

bool mkcv_site_is_page_folder(const char *name)
{
    static const char *const names[] = {
        "about",         "about-me",    "bio",           "biography",     "cv",
        "vita",          "vitae",       "resume",        "research",      "publication",
        "publications",  "papers",      "writing",       "writings",      "works",
        "books",         "talk",        "talks",         "presentations", "teaching",
        "courses",       "awards",      "honors",        "grants",        "funding",
        "service",       "activities",  "experience",    "education",     "positions",
        "career",        "software",    "projects",      "students",      "supervision",
        "mentoring",     "outreach",    "media",         "press",         "news",
        "profile",       "contact",     "forschung",     "lehre",         "lebenslauf",
        "publikationen", "vortraege",   "recherche",     "enseignement",  "parcours",
        "investigacion", "docencia",    "publicaciones", "perfil",        "pesquisa",
        "ensino",        "publicacoes", "ricerca",       "didattica",     "pubblicazioni"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcasecmp(name, names[i])) return true;
    return false;
}

/* The files that are being read, innermost first. */
struct included {
    const char *path;
    const struct included *by;
};

struct including {
    struct mkcv_arena *arena;
    const struct mkcv_site *site;
    struct mkcv_diags *diags;
    const struct included *file;
    struct mkcv_record *record; /* that they become */
    int depth, count;
};

static bool is_open(const struct including *in, const char *path)
{
    for (const struct included *f = in->file; f; f = f->by)
        if (!strcmp(f->path, path)) return true;
    return false;
}

static void splice_includes(struct including *in, struct mkcv_block **at, const char *folder);

/* Where an included file lies: below the site, or beside the one page that was named. */
static const char *included_path(struct including *in, const char *path)
{
    const char *root = in->site->root;
    if (in->site->is_folder) return mkcv_path_join(in->arena, root, path);
    return mkcv_arena_printf(in->arena, "%.*s%s", (int)(mkcv_path_base(root) - root), root, path);
}

/* The blocks of an included file, its path from the root; NULL when it is not to be had. */
static struct mkcv_block *read_included(struct including *in, const char *path)
{
    const struct mkcv_node *meta;
    const struct mkcv_block *body = NULL;
    const char *text;
    if (strstr(path, "..") || *path == '/' || in->depth >= INCLUDE_DEPTH || in->count >= INCLUDE_MOST) return NULL;
    if (is_open(in, path)) return NULL; /* it includes itself */
    const char *file = included_path(in, path);
    if (mkcv_file_kind(file) != MKCV_FILE_REGULAR ||
        mkcv_file_read_text(in->arena, file, MKCV_LIMIT_FILE, &text, in->diags) != MKCV_OK)
        return NULL;
    in->count++;
    in->depth++;
    mkcv_page_read(in->arena, text, file, &meta, &body, in->diags);
    mkcv_page_breaks(in->arena, text, file, &in->record->pagebreaks);
    struct mkcv_block *first = body ? body->first : NULL;
    mkcv_wishes_read(in->arena, text, file, &first, &in->record->wishes, in->diags);
    const char *base = mkcv_path_base(path);
    const struct included here = {.path = path, .by = in->file};
    in->file = &here;
    splice_includes(in, &first, mkcv_arena_strndup(in->arena, path, (size_t)(base - path)));
    in->file = here.by;
    in->depth--;
    return first;
}

/* Replaces each "include:FILE" among the siblings that start at *at by the file's blocks. */
static void splice_includes(struct including *in, struct mkcv_block **at, const char *folder)
{
    while (*at) {
        struct mkcv_block *block = *at, *rest = block->next;
        const char *name = block->kind == MKCV_BLOCK_COLLECTION && block->text.s ? block->text.s : "";
        if (strncmp(name, "include:", 8) != 0) {
            splice_includes(in, &block->first, folder);
            at = &block->next;
            continue;
        }
        bool of_root = name[8] == '/'; /* of the site's _includes/ */
        *at = read_included(in, of_root ? name + 9 : mkcv_arena_printf(in->arena, "%s%s", folder, name + 8));
        while (*at) at = &(*at)->next;
        *at = rest;
    }
}

static bool is_unpublished(const struct mkcv_node *meta)
{
    return !mkcv_node_bool(meta, "published", true) || mkcv_node_bool(meta, "draft", false);
}

/* Jekyll's `exclude`: files, folders and patterns from the site's root. */
static bool is_excluded(const struct mkcv_site *site, const char *path)
{
    const struct mkcv_node *list = mkcv_node_lookup(site->config, "exclude");
    for (const struct mkcv_node *n = list && list->kind == MKCV_NODE_LIST ? list->first : NULL; n; n = n->next) {
        if (n->kind != MKCV_NODE_SCALAR || !n->value) continue;
        const char *pattern = n->value + strspn(n->value, "/");
        size_t k = strlen(pattern);
        while (k && pattern[k - 1] == '/') k--;
        if (k && !strncmp(path, pattern, k) && (path[k] == '/' || !path[k])) return true;
        if (strpbrk(pattern, "*?[") && fnmatch(pattern, path, 0) == 0) return true;
    }
    return false;
}

bool mkcv_site_read_page(struct mkcv_arena *a, const struct mkcv_site *site, enum mkcv_record_kind kind,
                         const char *path, struct mkcv_record *out, struct mkcv_diags *d)
{
    const char *file = mkcv_site_path(a, site, path), *text;
    const struct included self = {.path = path};
    struct including in = {.arena = a, .site = site, .diags = d, .file = &self, .record = out};
    *out = (struct mkcv_record){.kind = kind, .path = path, .loc = {.file = file}};
    if (is_excluded(site, path)) {
        mkcv_report(d, MKCV_DIAG_SITE_SKIPPED, out->loc, file, "the configuration excludes it");
        return false;
    }
    if (mkcv_file_read_text(a, file, MKCV_LIMIT_FILE, &text, d) != MKCV_OK) return false;
    if (!text[strspn(text, " \t\n")]) {
        mkcv_report(d, MKCV_DIAG_FILE_EMPTY, out->loc, file);
        return false;
    }
    mkcv_page_read(a, text, file, &out->meta, &out->body, d);
    out->loc.line = 1;
    out->loc.column = 1;
    if (is_unpublished(out->meta)) {
        mkcv_report(d, MKCV_DIAG_SITE_SKIPPED, out->loc, file, "it is not published");
        return false;
    }
    if (kind == MKCV_RECORD_PAGE && mkcv_node_bool(out->meta, "cv.hide", false)) {
        mkcv_report(d, MKCV_DIAG_SITE_SKIPPED, out->loc, file, "its front matter hides it");
        return false;
    }
    mkcv_wishes_read_meta(a, out->meta, out->loc, &out->wishes);
    const char *base = mkcv_path_base(path);
    mkcv_page_breaks(a, text, file, &out->pagebreaks);
    if (out->body) {
        struct mkcv_block *document = (struct mkcv_block *)out->body; /* ours until the site is handed on */
        mkcv_wishes_read(a, text, file, &document->first, &out->wishes, d);
        splice_includes(&in, &document->first, mkcv_arena_strndup(a, path, (size_t)(base - path)));
    }
    return true;
}

const struct mkcv_node *mkcv_site_read_yaml(struct mkcv_arena *a, const struct mkcv_site *site, const char *path,
                                            struct mkcv_diags *d)
{
    const char *file = mkcv_site_path(a, site, path), *text;
    if (!site->is_folder || mkcv_file_kind(file) != MKCV_FILE_REGULAR) return NULL;
    if (mkcv_file_read_text(a, file, MKCV_LIMIT_FILE, &text, d) != MKCV_OK) return NULL;
    return mkcv_yaml_read(a, text, strlen(text), file, 1, d);
}

const struct mkcv_node *mkcv_site_read_json(struct mkcv_arena *a, const struct mkcv_site *site, const char *path,
                                            struct mkcv_diags *d)
{
    const char *file = mkcv_site_path(a, site, path), *text;
    if (mkcv_file_kind(file) != MKCV_FILE_REGULAR) return NULL;
    if (mkcv_file_read_text(a, file, MKCV_LIMIT_FILE, &text, d) != MKCV_OK) return NULL;
    return mkcv_json_read(a, text, strlen(text), file, d);
}

void mkcv_site_add_bib(struct mkcv_arena *a, struct mkcv_site *site, const char *path, struct mkcv_diags *d)
{
    const char *file = mkcv_site_path(a, site, path), *text;
    if (mkcv_file_read_text(a, file, MKCV_LIMIT_BIB, &text, d) != MKCV_OK) return;
    const struct mkcv_node *entries = mkcv_bib_read(a, text, file, d);
    for (const struct mkcv_node *e = entries ? entries->first : NULL; e; e = e->next)
        *MKCV_PUSH(a, &site->records) =
            (struct mkcv_record){.kind = MKCV_RECORD_REFERENCE, .path = path, .meta = e, .loc = e->loc};
}

void mkcv_site_add_bibs(struct mkcv_arena *a, struct mkcv_site *site, const char *folder, struct mkcv_diags *d)
{
    struct mkcv_names names = mkcv_file_names(a, mkcv_site_path(a, site, folder));
    for (size_t i = 0; i < names.list.count; i++)
        if (!strcasecmp(mkcv_path_extension(names.list.at[i]), ".bib"))
            mkcv_site_add_bib(a, site, mkcv_path_join(a, folder, names.list.at[i]), d);
}

static const char *trim_slashes(struct mkcv_arena *a, const char *s)
{
    size_t n = strlen(s);
    while (n && s[n - 1] == '/') n--;
    return mkcv_arena_strndup(a, s, n);
}

void mkcv_site_add_config(struct mkcv_arena *a, struct mkcv_site *site, struct mkcv_diags *d)
{
    const struct mkcv_node *config = mkcv_site_read_yaml(a, site, "_config.yml", d);
    if (!config) config = mkcv_site_read_yaml(a, site, "_config.yaml", d);
    if (!config) return;
    site->config = config;
    const char *lang = mkcv_node_string(config, "lang"), *url = mkcv_node_string(config, "url"),
               *base = mkcv_node_string(config, "baseurl");
    if (!lang) lang = mkcv_node_string(config, "locale");
    if (lang && strlen(lang) <= 16) site->lang = lang;
    if (url && strstr(url, "://")) {
        url = trim_slashes(a, url);
        site->url = base ? trim_slashes(a, mkcv_arena_printf(a, "%s/%s", url, base + strspn(base, "/"))) : url;
    }
    *MKCV_PUSH(a, &site->records) = (struct mkcv_record){
        .kind = MKCV_RECORD_CONFIG, .path = mkcv_path_base(config->loc.file), .meta = config, .loc = config->loc};
}
