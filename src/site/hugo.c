/* hugo.c - Hugo sites: Academic, Wowchemy and Hugo Blox above all, other themes as far as their pages say.
 *
 * The home page comes first: the owner's biography, then its sections. Folders that hold works, talks, courses,
 * projects and news become records of their own; a page counts when it says something; posts are no part of a CV. */
#include "hugo.h"
#include "language.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { FOLDERS_DEEP = 5 };

static bool has(struct mkcv_arena *a, const char *root, const char *path)
{
    return mkcv_file_kind(mkcv_path_join(a, root, path)) != MKCV_FILE_NONE;
}

static int recognise(struct mkcv_arena *a, const char *root)
{
    static const struct {
        const char *path;
        int sure;
    } signs[] = {{"hugo.toml", 60},
                 {"hugo.yaml", 60},
                 {"hugo.yml", 60},
                 {"hugo.json", 60},
                 {"config/_default", 60},
                 {"content/authors", 50},
                 {"data/authors", 50},
                 {"content/home", 30},
                 {"content/publication", 30},
                 {"content/publications", 30},
                 {"content/_index.md", 30},
                 {"archetypes", 10},
                 {"authors/admin", 50}, /* the folder `content` itself */
                 {"authors/me", 50}};
    static const char *const configs[] = {"config.toml", "config.yaml", "config.yml"};
    int sure = 0;
    if (mkcv_file_kind(root) != MKCV_FILE_FOLDER) return 0;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (has(a, root, signs[i].path)) sure += signs[i].sure;
    for (size_t i = 0; i < sizeof configs / sizeof *configs; i++)
        if (has(a, root, configs[i]) && has(a, root, "content")) sure += 45;
    if (has(a, root, "_config.yml")) sure -= 60; /* Jekyll's */
    return sure < 0 ? 0 : sure > 95 ? 95 : sure;
}

void mkcv_hugo_skip(struct mkcv_hugo *h, struct mkcv_loc loc, const char *what, const char *why)
{
    mkcv_report(h->diags, MKCV_DIAG_SITE_SKIPPED, loc, what, why);
}

/* --- folders of works, talks, ... -------------------------------------------------------------------------------- */

struct folder {
    const char *name;
    enum mkcv_record_kind kind; /* of the pages in it; MKCV_RECORD_PAGE: a section of single pages */
    bool left_out;
};

static const struct folder folders[] = {{"publication", MKCV_RECORD_PUBLICATION, false},
                                        {"publications", MKCV_RECORD_PUBLICATION, false},
                                        {"papers", MKCV_RECORD_PUBLICATION, false},
                                        {"event", MKCV_RECORD_TALK, false},
                                        {"events", MKCV_RECORD_TALK, false},
                                        {"talk", MKCV_RECORD_TALK, false},
                                        {"talks", MKCV_RECORD_TALK, false},
                                        {"presentation", MKCV_RECORD_TALK, false},
                                        {"presentations", MKCV_RECORD_TALK, false},
                                        {"project", MKCV_RECORD_PROJECT, false},
                                        {"projects", MKCV_RECORD_PROJECT, false},
                                        {"software", MKCV_RECORD_PROJECT, false},
                                        {"teaching", MKCV_RECORD_TEACHING, false},
                                        {"course", MKCV_RECORD_TEACHING, false},
                                        {"courses", MKCV_RECORD_TEACHING, false},
                                        {"news", MKCV_RECORD_NEWS, false},
                                        {"authors", MKCV_RECORD_PAGE, true},
                                        {"author", MKCV_RECORD_PAGE, true},
                                        {"home", MKCV_RECORD_PAGE, true},
                                        {"post", MKCV_RECORD_PAGE, true},
                                        {"posts", MKCV_RECORD_PAGE, true},
                                        {"blog", MKCV_RECORD_PAGE, true},
                                        {"slides", MKCV_RECORD_PAGE, true},
                                        {"docs", MKCV_RECORD_PAGE, true},
                                        {"tutorial", MKCV_RECORD_PAGE, true},
                                        {"tutorials", MKCV_RECORD_PAGE, true},
                                        {"tags", MKCV_RECORD_PAGE, true},
                                        {"categories", MKCV_RECORD_PAGE, true},
                                        {"series", MKCV_RECORD_PAGE, true},
                                        {"privacy", MKCV_RECORD_PAGE, true},
                                        {"terms", MKCV_RECORD_PAGE, true},
                                        {"search", MKCV_RECORD_PAGE, true},
                                        {"archives", MKCV_RECORD_PAGE, true},
                                        {"admin", MKCV_RECORD_PAGE, true}};

static const struct folder *lookup_folder(const char *name)
{
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (!strcasecmp(folders[i].name, name)) return &folders[i];
    return NULL;
}

static bool is_hidden(const struct mkcv_record *r)
{
    return mkcv_node_bool(r->meta, "private", false) || mkcv_node_bool(r->meta, "headless", false);
}

static bool read_page(struct mkcv_hugo *h, enum mkcv_record_kind kind, const char *path, struct mkcv_record *out)
{
    if (!mkcv_site_read_page(h->arena, h->site, kind, path, out, h->diags)) return false;
    if (is_hidden(out)) mkcv_hugo_skip(h, out->loc, path, "it is hidden");
    return !is_hidden(out);
}

/* `slides: talk-1` names a deck of the theme's own, no address. */
static void drop_deck(struct mkcv_node *meta)
{
    for (struct mkcv_node **at = &meta->first; *at; at = &(*at)->next) {
        bool deck = !strcmp((*at)->key, "slides") && (*at)->kind == MKCV_NODE_SCALAR && !strpbrk((*at)->value, "/.");
        if (!deck) continue;
        *at = (*at)->next;
        return;
    }
}

static void take_record(struct mkcv_hugo *h, enum mkcv_record_kind kind, const char *folder, const char *path)
{
    struct mkcv_record r;
    if (!read_page(h, kind, path, &r)) return;
    mkcv_hugo_name_authors(h, &r);
    if (r.meta && r.meta->kind == MKCV_NODE_MAP) drop_deck((struct mkcv_node *)r.meta); /* ours still */
    *MKCV_PUSH(h->arena, &h->site->records) = r;
    if (kind == MKCV_RECORD_PUBLICATION && folder) mkcv_hugo_add_bibs(h, folder, &r);
}

/* What orders the pages of a folder: the day, or the year that a bibliography has; "" is none. */
static const char *day_of(const struct mkcv_record *r)
{
    static const char *const keys[] = {"event_start", "date", "year", "publishDate", NULL};
    for (const char *const *k = keys; *k; k++) {
        const char *s = mkcv_node_string(r->meta, *k);
        if (s && *s >= '0' && *s <= '9') return s;
    }
    return "";
}

static int compare_days(const void *a, const void *b)
{
    const struct mkcv_record *x = a, *y = b;
    int order = strcmp(day_of(y), day_of(x)); /* newest first */
    return order ? order : strcmp(x->path, y->path);
}

/* The pages of a folder of works and the like: SLUG.md, SLUG/index.md, or folders of such. */
static void take_records(struct mkcv_hugo *h, const char *folder, enum mkcv_record_kind kind, int depth)
{
    struct mkcv_names names = mkcv_file_names(h->arena, mkcv_site_path(h->arena, h->site, folder));
    for (size_t i = 0; i < names.list.count; i++) {
        const char *name = names.list.at[i], *path = mkcv_path_join(h->arena, folder, name);
        enum mkcv_file_kind file = mkcv_file_kind(mkcv_site_path(h->arena, h->site, path));
        bool own = !strncmp(name, "index.", 6) || !strncmp(name, "_index.", 7); /* pages of the folder itself */
        if (file == MKCV_FILE_REGULAR && mkcv_site_is_page_name(name) && !own &&
            mkcv_hugo_is_in_language(h, &names, name))
            take_record(h, kind, NULL, path);
        if (file != MKCV_FILE_FOLDER || *name == '.' || depth >= FOLDERS_DEEP) continue;
        struct mkcv_names below = mkcv_file_names(h->arena, mkcv_site_path(h->arena, h->site, path));
        const char *index = mkcv_hugo_page_of(h, &below, "index");
        if (index)
            take_record(h, kind, path, mkcv_path_join(h->arena, path, index));
        else if (kind == MKCV_RECORD_PUBLICATION && below.list.count && !mkcv_hugo_page_of(h, &below, "_index"))
            mkcv_hugo_add_bibs(h, path, NULL);
        if (!index) take_records(h, path, kind, depth + 1);
    }
}

/* --- pages ------------------------------------------------------------------------------------------------------- */

/* A page made of sections, or of text. */
static void take_page(struct mkcv_hugo *h, const char *path)
{
    struct mkcv_record page;
    if (!read_page(h, MKCV_RECORD_PAGE, path, &page)) return;
    if (!mkcv_hugo_is_reached(h, &page)) {
        if (page.body->first || mkcv_node_lookup(page.meta, "sections"))
            mkcv_hugo_skip(h, page.loc, path,
                           "no menu leads to it, and its name does not say that it is about the owner");
        return;
    }
    size_t from = h->home.count;
    if (!mkcv_hugo_read_sections(h, &page)) {
        if (page.body->first) *MKCV_PUSH(h->arena, &h->site->records) = page;
        return;
    }
    for (size_t i = from; i < h->home.count; i++) *MKCV_PUSH(h->arena, &h->site->records) = h->home.at[i];
    h->home.count = from;
}

/* The pages of the folder itself. */
static void take_own_pages(struct mkcv_hugo *h, const char *folder, const struct mkcv_names *names)
{
    static const char *const stems[] = {"_index", "index"};
    for (size_t i = 0; i < sizeof stems / sizeof *stems; i++) {
        const char *name = mkcv_hugo_page_of(h, names, stems[i]);
        if (name) take_page(h, mkcv_path_join(h->arena, folder, name));
    }
}

static bool is_widget_page(struct mkcv_hugo *h, const char *folder, const struct mkcv_names *names)
{
    struct mkcv_record page;
    const char *name = mkcv_hugo_page_of(h, names, "index");
    if (!name) return false;
    const char *path = mkcv_path_join(h->arena, folder, name);
    if (!mkcv_site_read_page(h->arena, h->site, MKCV_RECORD_PAGE, path, &page, h->diags)) return false;
    const char *type = mkcv_node_string(page.meta, "type");
    return type && !strcmp(type, "widget_page");
}

static void take_widgets(struct mkcv_hugo *h, const char *folder)
{
    size_t from = h->home.count;
    mkcv_hugo_read_widgets(h, folder);
    for (size_t i = from; i < h->home.count; i++) *MKCV_PUSH(h->arena, &h->site->records) = h->home.at[i];
    h->home.count = from;
}

/* A folder of pages, and those below it. */
static void take_pages(struct mkcv_hugo *h, const char *folder, int depth)
{
    struct mkcv_names names = mkcv_file_names(h->arena, mkcv_site_path(h->arena, h->site, folder));
    if (is_widget_page(h, folder, &names)) {
        take_widgets(h, folder);
        return;
    }
    take_own_pages(h, folder, &names);
    for (size_t i = 0; i < names.list.count; i++) {
        const char *path = mkcv_path_join(h->arena, folder, names.list.at[i]);
        if (mkcv_file_kind(mkcv_site_path(h->arena, h->site, path)) == MKCV_FILE_FOLDER && depth < FOLDERS_DEEP &&
            *names.list.at[i] != '.')
            take_pages(h, path, depth + 1);
    }
}

/* Another language's folder is no folder of pages. */
static bool is_language_folder(const struct mkcv_hugo *h, const char *name)
{
    for (size_t i = 0; i < h->langs.count; i++)
        if (!strcasecmp(h->langs.at[i], name)) return true;
    return strlen(name) == 2 && mkcv_language_from_name(name, 2);
}

static void take_folder(struct mkcv_hugo *h, const char *name, bool records)
{
    const struct folder *f = lookup_folder(name);
    const char *path = mkcv_path_join(h->arena, h->content, name);
    if (f && f->left_out) return;
    if (!f && !is_language_folder(h, name) && *name != '.' && !records) take_pages(h, path, 0);
    if (!f) return;
    struct mkcv_names names = mkcv_file_names(h->arena, mkcv_site_path(h->arena, h->site, path));
    size_t from = h->site->records.count;
    if (!records) {
        take_own_pages(h, path, &names);
        return;
    }
    take_records(h, path, f->kind, 0);
    if (h->site->records.count > from)
        qsort(h->site->records.at + from, h->site->records.count - from, sizeof *h->site->records.at, compare_days);
}

static bool is_machinery(const char *name)
{
    static const char *const stems[] = {"privacy", "terms", "search", "archives", "tags", "categories", "404"};
    for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
        if (!strncasecmp(name, stems[i], strlen(stems[i])) && name[strlen(stems[i])] == '.') return true;
    return false;
}

/* What lies beside the home page: single pages first, then the folders' own, then works and the like. */
static void take_content(struct mkcv_hugo *h)
{
    struct mkcv_names names = mkcv_file_names(h->arena, mkcv_site_path(h->arena, h->site, h->content));
    for (size_t i = 0; i < names.list.count; i++) {
        const char *name = names.list.at[i], *path = mkcv_path_join(h->arena, h->content, name);
        bool file = mkcv_file_kind(mkcv_site_path(h->arena, h->site, path)) == MKCV_FILE_REGULAR;
        if (file && mkcv_site_is_content_name(name) && !is_machinery(name) && strncmp(name, "_index.", 7) != 0 &&
            mkcv_hugo_is_in_language(h, &names, name))
            take_page(h, path);
    }
    for (int records = 0; records < 2; records++)
        for (size_t i = 0; i < names.list.count; i++)
            if (mkcv_file_kind(mkcv_site_path(
                    h->arena, h->site, mkcv_path_join(h->arena, h->content, names.list.at[i]))) == MKCV_FILE_FOLDER)
                take_folder(h, names.list.at[i], records);
}

/* --- the site ---------------------------------------------------------------------------------------------------- */

/* content/_index.md: sections, or text of its own. */
static void read_home(struct mkcv_hugo *h)
{
    struct mkcv_names names = mkcv_file_names(h->arena, mkcv_site_path(h->arena, h->site, h->content));
    const char *name = mkcv_hugo_page_of(h, &names, "_index");
    struct mkcv_record page;
    mkcv_hugo_read_widgets(h, mkcv_path_join(h->arena, h->content, "home"));
    if (!name || !read_page(h, MKCV_RECORD_PAGE, mkcv_path_join(h->arena, h->content, name), &page)) return;
    if (mkcv_hugo_read_sections(h, &page)) return;
    if (page.body->first) *MKCV_PUSH(h->arena, &h->home) = page;
}

static enum mkcv_code read_site(struct mkcv_arena *a, struct mkcv_site *site, struct mkcv_diags *d)
{
    struct mkcv_hugo *h = MKCV_NEW(a, struct mkcv_hugo);
    h->arena = a;
    h->site = site;
    h->diags = d;
    mkcv_hugo_configure(h);
    mkcv_hugo_read_menu(h);
    mkcv_hugo_read_authors(h);
    read_home(h);
    mkcv_hugo_choose_owner(h);
    mkcv_hugo_add_owner(h);
    for (size_t i = 0; i < h->home.count; i++) *MKCV_PUSH(a, &site->records) = h->home.at[i];
    h->home.count = 0;
    take_content(h);
    mkcv_site_add_bibs(a, site, "", d);
    if (*h->content) mkcv_site_add_bibs(a, site, h->content, d);
    return MKCV_OK;
}

const struct mkcv_adapter mkcv_site_hugo = {
    .name = "hugo",
    .description = "Hugo: Academic, Wowchemy and Hugo Blox, old and new; other themes by their pages",
    .recognise = recognise,
    .read = read_site,
};
