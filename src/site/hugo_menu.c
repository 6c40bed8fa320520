/* hugo_menu.c - which pages beside the home page count: those that the menu leads to; where it leads to none, or only
 * to parts of the home page, those whose names say that they are about the owner. */
#include "hugo.h"
#include <string.h>
#include <strings.h>

enum { MENU_DEEP = 6 };

/* "/en/teaching/", "teaching.html", "https://x.org/teaching/#top" name the page "teaching"; NULL: another site's, or a
 * part of the home page. */
static const char *slug(const struct mkcv_hugo *h, const char *url)
{
    size_t own = h->site->url ? strlen(h->site->url) : 0;
    if (own && !strncmp(url, h->site->url, own)) url += own;
    if (strchr(url, ':')) return NULL;
    url += strspn(url, "./");
    size_t n = strcspn(url, "#?");
    while (n && url[n - 1] == '/') n--;
    if (h->lang && !strncasecmp(url, h->lang, strlen(h->lang)) && url[strlen(h->lang)] == '/')
        n -= strlen(h->lang) + 1, url += strlen(h->lang) + 1;
    char *s = mkcv_arena_strndup(h->arena, url, n);
    char *dot = strrchr(s, '.');
    if (dot && !strcasecmp(dot, ".pdf")) return NULL;
    if (dot && !strchr(dot, '/')) *dot = 0;
    return *s ? s : NULL;
}

static void add_menu(struct mkcv_hugo *h, const struct mkcv_node *menu, int depth)
{
    static const char *const keys[] = {"url", "pageRef", "page"};
    for (const struct mkcv_node *n = menu && depth < MENU_DEEP ? menu->first : NULL; n; n = n->next) {
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
            const char *url = mkcv_node_string(n, keys[i]), *page = url ? slug(h, url) : NULL;
            if (page) *MKCV_PUSH(h->arena, &h->menu) = page;
        }
        add_menu(h, n, depth + 1);
    }
}

void mkcv_hugo_read_menu(struct mkcv_hugo *h)
{
    static const char *const keys[] = {"menus", "menu"};
    for (size_t i = 0; i < h->configs.count; i++)
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
            add_menu(h, mkcv_node_lookup(h->configs.at[i], keys[k]), 0);
            const char *path = mkcv_arena_printf(h->arena, "languages.%s.%s", h->lang ? h->lang : "en", keys[k]);
            add_menu(h, mkcv_node_lookup(h->configs.at[i], path), 0);
        }
}

/* "content/teaching/_index.md" and "content/teaching.md" are "teaching". */
static const char *page_slug(const struct mkcv_hugo *h, const char *path)
{
    size_t n = strlen(h->content);
    if (!strncmp(path, h->content, n)) path += n;
    path += strspn(path, "/");
    const char *base = mkcv_path_base(path);
    if (!strncmp(base, "index.", 6) || !strncmp(base, "_index.", 7))
        return mkcv_arena_strndup(h->arena, path, (size_t)(base - path) - (base > path));
    return mkcv_arena_strndup(h->arena, path, (size_t)(base - path) + strcspn(base, "."));
}

static bool is_about_owner(const char *page)
{
    static const char *const stems[] = {
        "about",      "bio",           "biography",   "me",           "cv",          "vita",
        "resume",     "curriculum",    "experience",  "experiences",  "education",   "work",
        "employment", "career",        "research",    "teaching",     "courses",     "course",
        "service",    "services",      "activities",  "awards",       "award",       "honors",
        "honours",    "grants",        "funding",     "talks",        "talk",        "events",
        "event",      "presentations", "students",    "supervision",  "mentoring",   "advising",
        "skills",     "software",      "projects",    "project",      "memberships", "media",
        "press",      "publications",  "publication", "papers",       "news",        "contact",
        "outreach",   "leadership",    "patents",     "professional", "profile"};
    const char *base = mkcv_path_base(page);
    size_t n = strcspn(base, "-_");
    for (size_t i = 0; i < sizeof stems / sizeof *stems; i++)
        if (strlen(stems[i]) == n && !strncasecmp(base, stems[i], n)) return true;
    return false;
}

/* `menu: main`, `menus: [main]`, `menu: {main: {weight: 2}}`; other menus are those of manuals. */
static bool is_in_main_menu(const struct mkcv_node *meta)
{
    const struct mkcv_node *menu = mkcv_node_lookup(meta, "menu");
    if (!menu) menu = mkcv_node_lookup(meta, "menus");
    if (!menu) return false;
    if (menu->kind == MKCV_NODE_MAP) return mkcv_node_lookup(menu, "main") != NULL;
    for (const struct mkcv_node *n = menu->kind == MKCV_NODE_LIST ? menu->first : menu; n; n = n->next) {
        if (n->kind == MKCV_NODE_SCALAR && !strcasecmp(n->value, "main")) return true;
        if (menu->kind != MKCV_NODE_LIST) break;
    }
    return false;
}

bool mkcv_hugo_is_reached(const struct mkcv_hugo *h, const struct mkcv_record *page)
{
    const char *own = page_slug(h, page->path), *url = mkcv_node_string(page->meta, "url");
    const char *address = url ? slug(h, url) : NULL;
    if (is_in_main_menu(page->meta)) return true;
    for (size_t i = 0; i < h->menu.count; i++)
        if (!strcasecmp(h->menu.at[i], own) || (address && !strcasecmp(h->menu.at[i], address))) return true;
    return !h->menu.count && is_about_owner(own);
}
