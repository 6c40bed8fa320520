/* alfolio_pages.c - the pages of an al-folio site, and which of them a visitor finds: the landing page, those that do
 * not say `nav: false`, and those to which one of these links. */
#include "alfolio.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { LAST = 1 << 20, NESTED_MOST = 64 };

static const char *layout_of(const struct mkcv_record *page)
{
    const char *layout = mkcv_node_string(page->meta, "layout");
    return layout ? layout : "";
}

/* "/cv/", "cv.html" and "https://x.org/cv/#top" are "cv"; the landing page is ""; another site's is NULL. */
static const char *slug(const struct mkcv_alfolio *f, const char *url)
{
    size_t own = f->site->url ? strlen(f->site->url) : 0;
    if (own && !strncmp(url, f->site->url, own)) url += own;
    if (strchr(url, ':')) return NULL;
    url += strspn(url, "./");
    size_t n = strcspn(url, "#?");
    while (n && url[n - 1] == '/') n--;
    if (n > 5 && !strncmp(url + n - 5, ".html", 5)) n -= 5;
    return mkcv_arena_strndup(f->arena, url, n);
}

static bool is_landing(const struct mkcv_alfolio *f, const struct mkcv_record *page)
{
    const char *permalink = mkcv_node_string(page->meta, "permalink");
    if (permalink) {
        const char *own = slug(f, permalink);
        return own && (!*own || !strcasecmp(own, "index"));
    }
    const char *base = mkcv_path_base(page->path);
    return !strcasecmp(layout_of(page), "about") || !strncasecmp(base, "index.", 6);
}

/* Pages that the theme brings along and that hold nothing of the owner's. */
static const char *machinery(const struct mkcv_record *page)
{
    static const char *const layouts[] = {"profiles", "bookshelf", "book-shelf", "book-review", "archive",
                                          "blog",     "none",      "404",        "distill",     "default_blank"};
    static const char *const names[] = {"blog.md",     "blog.html", "repositories.md", "404.md",   "404.html",
                                        "dropdown.md", "tags.md",   "categories.md",   "books.md", "search.md"};
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++)
        if (!strcasecmp(layout_of(page), layouts[i])) return "it belongs to the theme";
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcasecmp(mkcv_path_base(page->path), names[i])) return "it belongs to the theme";
    if (mkcv_node_bool(page->meta, "dropdown", false)) return "it is a menu";
    if (mkcv_node_string(page->meta, "redirect")) return "it leads elsewhere";
    return NULL;
}

static void read_folder(struct mkcv_alfolio *f, const char *folder)
{
    struct mkcv_names names = mkcv_file_names(f->arena, mkcv_site_path(f->arena, f->site, folder));
    for (size_t i = 0; i < names.list.count; i++) {
        struct mkcv_alfolio_page page = {.order = LAST};
        const char *path = *folder ? mkcv_path_join(f->arena, folder, names.list.at[i]) : names.list.at[i];
        if (!mkcv_site_is_content_name(names.list.at[i]) ||
            mkcv_file_kind(mkcv_site_path(f->arena, f->site, path)) != MKCV_FILE_REGULAR ||
            !mkcv_site_read_page(f->arena, f->site, MKCV_RECORD_PAGE, path, &page.record, f->diags))
            continue;
        if (!*folder && !page.record.meta) continue; /* at the root Jekyll renders pages with front matter alone */
        const char *order = mkcv_node_string(page.record.meta, "nav_order");
        if (order) page.order = atoi(order);
        if (is_landing(f, &page.record)) page.order = -LAST;
        *MKCV_PUSH(f->arena, &f->pages) = page;
    }
}

static int compare_pages(const void *a, const void *b)
{
    const struct mkcv_alfolio_page *x = a, *y = b;
    if (x->order != y->order) return x->order < y->order ? -1 : 1;
    return strcmp(x->record.path, y->record.path);
}

/* --- links -------------------------------------------------------------------------------------------------------- */

static bool links_to(const struct mkcv_alfolio *f, const struct mkcv_block *b, const char *wanted, int depth)
{
    for (; b && depth < NESTED_MOST; b = b->next) {
        for (size_t i = 0; i < b->text.spans.count; i++) {
            const char *url = b->text.spans.at[i].url, *to = url && *url != '#' ? slug(f, url) : NULL;
            if (to && !strcasecmp(to, wanted)) return true;
        }
        if (links_to(f, b->first, wanted, depth + 1)) return true;
    }
    return false;
}

static bool is_linked(const struct mkcv_alfolio *f, const struct mkcv_record *page)
{
    const char *permalink = mkcv_node_string(page->meta, "permalink"), *own = permalink ? slug(f, permalink) : NULL;
    if (!own || !*own) return false;
    for (size_t i = 0; i < f->pages.count; i++)
        if (f->pages.at[i].taken && links_to(f, f->pages.at[i].record.body, own, 0)) return true;
    return false;
}

static void skip(const struct mkcv_alfolio *f, const struct mkcv_record *page, const char *why)
{
    mkcv_report(f->diags, MKCV_DIAG_SITE_SKIPPED, page->loc, page->loc.file, why);
}

/* The theme's titles are in lower case ("publications"): as headings they begin with a capital. */
static void raise_title(struct mkcv_alfolio *f, const struct mkcv_record *page)
{
    /* trees are the adapter's own until the site is handed on */
    struct mkcv_node *title = (struct mkcv_node *)mkcv_node_lookup(page->meta, "title");
    if (!title || title->kind != MKCV_NODE_SCALAR || !title->value) return;
    for (const char *p = title->value; *p; p++)
        if ((*p < 'a' || *p > 'z') && *p != ' ' && *p != '&' && *p != ',') return;
    char *raised = mkcv_arena_strdup(f->arena, title->value);
    if (*raised >= 'a' && *raised <= 'z') *raised = (char)(*raised - 'a' + 'A');
    title->value = raised;
}

void mkcv_alfolio_take_pages(struct mkcv_alfolio *f)
{
    read_folder(f, "_pages");
    read_folder(f, "");
    if (!f->pages.count) return;
    qsort(f->pages.at, f->pages.count, sizeof *f->pages.at, compare_pages);
    for (size_t i = 0; i < f->pages.count; i++) {
        struct mkcv_alfolio_page *p = &f->pages.at[i];
        p->taken = !machinery(&p->record) && (p->order == -LAST || mkcv_node_bool(p->record.meta, "nav", true));
    }
    for (size_t i = 0; i < f->pages.count; i++) {
        struct mkcv_alfolio_page *p = &f->pages.at[i];
        const char *why = machinery(&p->record);
        if (!p->taken && !why) p->taken = is_linked(f, &p->record);
        if (p->taken) raise_title(f, &p->record);
        if (p->taken)
            *MKCV_PUSH(f->arena, &f->site->records) = p->record;
        else
            skip(f, &p->record, why ? why : "the navigation does not lead to it");
    }
}

/* --- what pages show -----------------------------------------------------------------------------------------------
 */

/* Looks for the loop or tag in the order of the page; `heading` follows the headings that pass by. */
static bool shows(const struct mkcv_block *b, const char *name, const char **heading, int depth)
{
    for (; b && depth < NESTED_MOST; b = b->next) {
        if (b->kind == MKCV_BLOCK_HEADING && b->text.s) *heading = b->text.s;
        if (b->kind == MKCV_BLOCK_COLLECTION && b->text.s && !strcasecmp(b->text.s, name)) return true;
        if (shows(b->first, name, heading, depth + 1)) return true;
    }
    return false;
}

bool mkcv_alfolio_is_shown(const struct mkcv_alfolio *f, const char *name, const char **heading)
{
    for (size_t i = 0; i < f->pages.count; i++) {
        const struct mkcv_alfolio_page *p = &f->pages.at[i];
        const char *above = p->order == -LAST ? NULL : mkcv_node_string(p->record.meta, "title");
        if (!p->taken || !shows(p->record.body, name, &above, 0)) continue;
        if (heading) *heading = above;
        return true;
    }
    return false;
}

const struct mkcv_record *mkcv_alfolio_cv_page(const struct mkcv_alfolio *f)
{
    for (size_t i = 0; i < f->pages.count; i++)
        if (f->pages.at[i].taken && !strcasecmp(layout_of(&f->pages.at[i].record), "cv")) return &f->pages.at[i].record;
    return NULL;
}
