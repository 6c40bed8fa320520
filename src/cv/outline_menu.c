/* outline_menu.c - what a page of plain HTML has beside its content: menus. */
#include "mkcv/utf8.h"
#include "outline.h"
#include <string.h>
#include <strings.h>

/* "#", "cv.html", "/talks/": a page of the site, and no file. */
static bool is_page_address(const char *url)
{
    static const char *const pages[] = {"", ".html", ".htm", ".php", ".md", NULL};
    size_t n = strcspn(url, "?#");
    if (strstr(url, "://") || !strncasecmp(url, "mailto:", 7)) return false;
    const char *extension = url + n;
    while (extension > url && extension[-1] != '/' && *extension != '.') extension--;
    if (*extension != '.') extension = url + n;
    for (const char *const *p = pages; *p; p++)
        if (strlen(*p) == (size_t)(url + n - extension) && !strncasecmp(extension, *p, strlen(*p))) return true;
    return false;
}

/* All words of the text lead to pages of the site. */
static bool leads_to_pages(const struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct mkcv_span *s = &t->spans.at[i];
        bool blank = strspn(t->s + s->at, " ") >= s->len;
        if (!blank && (!s->url || !is_page_address(s->url))) return false;
    }
    return true;
}

bool mkcv_outline_is_menu(const struct mkcv_block *list)
{
    enum { ITEMS_LEAST = 3 };
    size_t items = 0;
    for (const struct mkcv_block *i = list->first; i; i = i->next, items++) {
        const struct mkcv_block *b = i->first;
        if (!b || b->kind != MKCV_BLOCK_HEADING) return false;
        for (b = b->next; b; b = b->next)
            if (b->kind != MKCV_BLOCK_PARAGRAPH || !leads_to_pages(&b->text)) return false;
    }
    return items >= ITEMS_LEAST;
}
