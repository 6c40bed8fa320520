/* academicpages.c - Jekyll sites in the way of academicpages and minimal-mistakes: _config.yml, _pages, collections.
 *
 * What a visitor cannot reach is no content: where _data/navigation.yml lists the pages, only they and the landing page
 * count, and a collection counts when a page that counts loops over it. */
#include "language.h"
#include "site.h"
#include <ctype.h>
#include <string.h>
#include <strings.h>

static bool has_folder(struct mkcv_arena *a, const char *root, const char *name)
{
    return mkcv_file_kind(mkcv_path_join(a, root, name)) == MKCV_FILE_FOLDER;
}

static int recognise(struct mkcv_arena *a, const char *root)
{
    static const char *const folders[] = {"_pages", "_publications", "_talks", "_teaching"};
    int sure = 0;
    if (mkcv_file_kind(root) != MKCV_FILE_FOLDER) return 0;
    if (mkcv_file_kind(mkcv_path_join(a, root, "_config.yml")) == MKCV_FILE_REGULAR) sure = 40;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (has_folder(a, root, folders[i])) sure += sure < 90 ? 25 : 0;
    return sure;
}

struct pages {
    MKCV_VEC(struct mkcv_record) list;
};

enum { FOLDERS_DEEP = 4 };

static void read_pages(struct mkcv_arena *a, const struct mkcv_site *site, const char *folder, int depth,
                       struct pages *out, struct mkcv_diags *d);

/* "research/index.md" stands at /research/, with front matter or, as the host adds it, without. */
static void read_index(struct mkcv_arena *a, const struct mkcv_site *site, const char *folder, struct pages *out,
                       struct mkcv_diags *d)
{
    static const char *const names[] = {"index.md", "index.markdown", "index.html"};
    struct mkcv_record page;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *path = mkcv_path_join(a, folder, names[i]);
        if (mkcv_file_kind(mkcv_site_path(a, site, path)) == MKCV_FILE_REGULAR &&
            mkcv_site_read_page(a, site, MKCV_RECORD_PAGE, path, &page, d))
            *MKCV_PUSH(a, &out->list) = page;
    }
}

/* The theme shows pages of folders too: below _pages those with front matter (the others are parts that pages
 * include), at the root those of a language and those that are named as pages are. */
static void read_folder(struct mkcv_arena *a, const struct mkcv_site *site, const char *path, int depth,
                        struct pages *out, struct mkcv_diags *d)
{
    const char *name = mkcv_path_base(path);
    bool language = mkcv_language_from_name(name, strlen(name)) != NULL;
    if (*name == '.' || (*name == '_' && depth) || depth >= FOLDERS_DEEP) return;
    if (!strncmp(path, "_pages/", 7) || language || !strcmp(path, "pages"))
        read_pages(a, site, path, depth + 1, out, d);
    else if (!depth && mkcv_site_is_page_folder(name))
        read_index(a, site, path, out, d);
}

static void read_pages(struct mkcv_arena *a, const struct mkcv_site *site, const char *folder, int depth,
                       struct pages *out, struct mkcv_diags *d)
{
    struct mkcv_names names = mkcv_file_names(a, mkcv_site_path(a, site, folder));
    for (size_t i = 0; i < names.list.count; i++) {
        struct mkcv_record page;
        const char *path = *folder ? mkcv_path_join(a, folder, names.list.at[i]) : names.list.at[i];
        enum mkcv_file_kind kind = mkcv_file_kind(mkcv_site_path(a, site, path));
        if (kind == MKCV_FILE_FOLDER) read_folder(a, site, path, depth, out, d);
        if (!mkcv_site_is_content_name(names.list.at[i]) || kind != MKCV_FILE_REGULAR) continue;
        if (!mkcv_site_read_page(a, site, MKCV_RECORD_PAGE, path, &page, d)) continue;
        if (page.meta || !depth) *MKCV_PUSH(a, &out->list) = page;
    }
}

/* "/cv/", "cv.html" and "https://x.org/cv/#top" all name the page "cv"; the landing page is "". */
static const char *slug(struct mkcv_arena *a, const struct mkcv_site *site, const char *url)
{
    size_t own = site->url ? strlen(site->url) : 0;
    if (own && !strncmp(url, site->url, own)) url += own;
    if (strstr(url, "://") || strchr(url, ':')) return NULL;
    url += strspn(url, "./");
    size_t n = strcspn(url, "#?");
    while (n && url[n - 1] == '/') n--;
    char *s = mkcv_arena_strndup(a, url, n);
    char *dot = strrchr(s, '.');
    if (dot && !strchr(dot, '/')) *dot = 0;
    return !strcmp(s, "index") ? "" : s;
}

static bool is_at(struct mkcv_arena *a, const struct mkcv_site *site, const struct mkcv_record *page,
                  const char *wanted)
{
    const char *permalink = mkcv_node_string(page->meta, "permalink");
    const char *own = permalink ? slug(a, site, permalink) : NULL;
    if (own) return !strcasecmp(own, wanted);
    const char *path = page->path + (strncmp(page->path, "_pages/", 7) ? 0 : 7);
    char *s = mkcv_arena_strndup(a, path, strlen(path) - strlen(mkcv_path_extension(path)));
    size_t n = strlen(s);
    if (n >= 5 && !strcasecmp(s + n - 5, "index") && (n == 5 || s[n - 6] == '/')) s[n == 5 ? 0 : n - 6] = 0;
    return !strcasecmp(s, wanted);
}

static bool is_landing(struct mkcv_arena *a, const struct mkcv_site *site, const struct mkcv_record *page)
{
    return is_at(a, site, page, "");
}

/* A page that every such theme brings along and that says nothing of its owner. */
static bool is_machinery(const struct mkcv_record *page)
{
    static const char *const words[] = {"archive",  "sitemap", "terms",   "privacy", "markdown",
                                        "non-menu", "talkmap", "cv-json", "tags",    "categories",
                                        "posts",    "search",  "splash",  "blog"};
    const char *base = mkcv_path_base(page->path);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *at = strcasestr(base, words[i]);
        if (at && (at == base || !isalpha((unsigned char)at[-1]))) return true; /* "research" is no "search" */
    }
    return false;
}

static void take(struct mkcv_arena *a, struct mkcv_site *site, struct mkcv_record *page)
{
    if (page->kind != MKCV_RECORD_PAGE) return; /* taken before */
    *MKCV_PUSH(a, &site->records) = *page;
    page->kind = MKCV_RECORD_COUNT;
}

/* Takes the pages that the navigation names, in its order, whatever its nesting. */
static void take_navigation(struct mkcv_arena *a, struct mkcv_site *site, struct pages *pages,
                            const struct mkcv_node *node, int depth)
{
    for (const struct mkcv_node *m = node && depth < 8 ? node->first : NULL; m; m = m->next) {
        const char *url = mkcv_node_string(m, "url");
        const char *wanted = url ? slug(a, site, url) : NULL;
        for (size_t i = 0; wanted && i < pages->list.count; i++)
            if (is_at(a, site, &pages->list.at[i], wanted)) take(a, site, &pages->list.at[i]);
        take_navigation(a, site, pages, m, depth + 1);
    }
}

/* The page tells in another language what one that was taken tells. */
static bool is_twin_of_taken(struct mkcv_arena *a, const struct pages *pages, const struct mkcv_record *page)
{
    struct mkcv_record_language own = mkcv_record_language(a, page);
    for (size_t i = 0; own.tag && i < pages->list.count; i++) {
        const struct mkcv_record *other = &pages->list.at[i];
        if (other->kind == MKCV_RECORD_PAGE || other == page) continue;
        struct mkcv_record taken = *other;
        taken.kind = MKCV_RECORD_PAGE;
        if (!strcmp(mkcv_record_language(a, &taken).key, own.key)) return true;
    }
    return false;
}

static void take_pages(struct mkcv_arena *a, struct mkcv_site *site, struct mkcv_diags *d)
{
    struct pages pages = {.list = {0}};
    read_pages(a, site, "_pages", 0, &pages, d);
    read_pages(a, site, "", 0, &pages, d);
    const struct mkcv_node *navigation = mkcv_site_read_yaml(a, site, "_data/navigation.yml", d);
    for (size_t i = 0; i < pages.list.count; i++)
        if (is_landing(a, site, &pages.list.at[i])) take(a, site, &pages.list.at[i]);
    if (navigation) take_navigation(a, site, &pages, navigation, 0);
    for (size_t i = 0; i < pages.list.count; i++) {
        struct mkcv_record *page = &pages.list.at[i];
        if (page->kind != MKCV_RECORD_PAGE) continue;
        if (is_twin_of_taken(a, &pages, page))
            take(a, site, page);
        else if (navigation || is_machinery(page))
            mkcv_report(d, MKCV_DIAG_SITE_SKIPPED, page->loc, page->loc.file,
                        navigation ? "the navigation does not lead to it" : "it belongs to the theme");
        else
            take(a, site, page);
    }
}

static enum mkcv_code read_site(struct mkcv_arena *a, struct mkcv_site *site, struct mkcv_diags *d)
{
    static const char *const bib_folders[] = {"", "_bibliography", "bibliography", "_data"};
    bool navigated = mkcv_file_kind(mkcv_site_path(a, site, "_data/navigation.yml")) == MKCV_FILE_REGULAR;
    mkcv_site_add_config(a, site, d);
    take_pages(a, site, d);
    mkcv_site_add_collections(a, site, navigated, d);
    for (size_t i = 0; i < sizeof bib_folders / sizeof *bib_folders; i++)
        mkcv_site_add_bibs(a, site, bib_folders[i], d);
    return MKCV_OK;
}

const struct mkcv_adapter mkcv_site_academicpages = {
    .name = "academicpages",
    .description = "Jekyll with _pages and collections: academicpages, minimal-mistakes and their kin",
    .recognise = recognise,
    .read = read_site,
};
