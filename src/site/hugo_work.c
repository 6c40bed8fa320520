/* hugo_work.c - a work's page and the bibliography beside it (cite.bib), which the theme offers to its visitors. The
 * page is what they see; the bibliography knows volume, pages and the venue's full name. */
#include "hugo.h"
#include "mkcv/utf8.h"
#include <string.h>
#include <strings.h>

static bool is_same_title(struct mkcv_hugo *h, const char *one, const char *other)
{
    return !strcmp(mkcv_utf8_fold(h->arena, one), mkcv_utf8_fold(h->arena, other));
}

static void add_member(struct mkcv_hugo *h, struct mkcv_node *map, const struct mkcv_node *n)
{
    struct mkcv_node *copy = MKCV_NEW(h->arena, struct mkcv_node), **tail = &map->first;
    *copy = *n;
    copy->next = NULL;
    while (*tail) tail = &(*tail)->next;
    *tail = copy;
}

/* The page's venue says no more than the bibliography's: "*ICML*", "In *Sensors*, 23(17):7429", nothing. */
static bool has_better_venue(struct mkcv_hugo *h, const struct mkcv_node *page, const char *venue)
{
    enum { SHORT = 12 };
    const char *own = mkcv_node_string(page, "publication");
    if (!own) return true;
    own = mkcv_utf8_fold(h->arena, own);
    if (!strncmp(own, "in ", 3)) own += 3;
    return strlen(own) <= SHORT || strstr(own, mkcv_utf8_fold(h->arena, venue)) != NULL;
}

/* What the page leaves out. */
static void complete(struct mkcv_hugo *h, struct mkcv_node *page, const struct mkcv_node *bib)
{
    static const char *const fields[] = {"volume", "number",        "issue",  "pages", "doi",
                                         "eprint", "archiveprefix", "school", "url"};
    static const char *const venues[] = {"booktitle", "journal", "journaltitle"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        bool known = mkcv_node_string(page, fields[i]) ||
                     mkcv_node_string(page, mkcv_arena_printf(h->arena, "hugoblox.ids.%s", fields[i]));
        if (!known && mkcv_node_string(bib, fields[i])) add_member(h, page, mkcv_node_lookup(bib, fields[i]));
    }
    for (size_t i = 0; i < sizeof venues / sizeof *venues; i++) {
        const char *venue = mkcv_node_string(bib, venues[i]);
        if (venue && has_better_venue(h, page, venue)) add_member(h, page, mkcv_node_lookup(bib, venues[i]));
    }
    if (!mkcv_node_lookup(page, "publication_types") && !mkcv_node_string(page, "type") &&
        mkcv_node_string(bib, "type"))
        add_member(h, page, mkcv_node_lookup(bib, "type"));
    if (!mkcv_node_string(page, "date") && mkcv_node_string(bib, "year"))
        add_member(h, page, mkcv_node_lookup(bib, "year"));
}

static bool has_authors(const struct mkcv_node *page)
{
    const struct mkcv_node *authors = mkcv_node_lookup(page, "authors");
    return authors && (authors->first || mkcv_node_string(authors, ""));
}

void mkcv_hugo_add_bibs(struct mkcv_hugo *h, const char *folder, const struct mkcv_record *work)
{
    const char *title = work ? mkcv_node_string(work->meta, "title") : NULL;
    size_t kept = h->site->records.count;
    mkcv_site_add_bibs(h->arena, h->site, folder, h->diags);
    for (size_t i = kept, end = h->site->records.count; i < end; i++) {
        const struct mkcv_record r = h->site->records.at[i];
        const char *own = mkcv_node_string(r.meta, "title");
        if (title && (!own || !is_same_title(h, title, own))) {
            mkcv_hugo_skip(h, r.loc, own ? own : "entry", "the page beside it is of another work");
            continue;
        }
        if (title) complete(h, (struct mkcv_node *)work->meta, r.meta); /* ours until the site is handed on */
        if (!title || !has_authors(work->meta)) h->site->records.at[kept++] = r;
    }
    h->site->records.count = kept;
}
