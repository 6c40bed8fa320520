/* hugo_author.c - the authors of a Hugo site, and which of them owns it.
 *
 * Pages in content/authors/SLUG/_index.md, or data files data/authors/SLUG.yaml of newer themes. */
#include "hugo.h"
#include "mkcv/source.h"
#include <string.h>
#include <strings.h>

static const char *name_of(const struct mkcv_node *meta)
{
    static const char *const keys[] = {"title", "name.display", "name", "display_name", NULL};
    for (const char *const *k = keys; *k; k++) {
        const char *s = mkcv_node_string(meta, *k);
        if (s) return s;
    }
    return NULL;
}

/* "First Last" as the theme has it for search engines is not the name that the page shows. */
static void drop_shadow_names(struct mkcv_node *meta)
{
    struct mkcv_node **at = &meta->first;
    while (*at) {
        bool shadow = !strcasecmp((*at)->key, "first_name") || !strcasecmp((*at)->key, "last_name");
        if (shadow)
            *at = (*at)->next;
        else
            at = &(*at)->next;
    }
}

static void add_author(struct mkcv_hugo *h, const char *slug, struct mkcv_record record)
{
    struct mkcv_hugo_author author = {.slug = slug, .record = record, .name = name_of(record.meta)};
    if (!record.meta || record.meta->kind != MKCV_NODE_MAP) return;
    if (mkcv_hugo_is_example_author(author.name)) {
        mkcv_report(h->diags, MKCV_DIAG_LEFTOVER, record.loc, author.name);
        return;
    }
    for (size_t i = 0; i < h->authors.count; i++)
        if (!strcasecmp(h->authors.at[i].slug, slug)) return;            /* data/authors comes before content/authors */
    if (author.name) drop_shadow_names((struct mkcv_node *)record.meta); /* ours until the site is handed on */
    *MKCV_PUSH(h->arena, &h->authors) = author;
}

static void read_data_authors(struct mkcv_hugo *h, const char *folder)
{
    struct mkcv_names names = mkcv_file_names(h->arena, mkcv_site_path(h->arena, h->site, folder));
    for (size_t i = 0; i < names.list.count; i++) {
        const char *name = names.list.at[i], *path = mkcv_path_join(h->arena, folder, name);
        const struct mkcv_node *meta = mkcv_hugo_read_data(h, path);
        if (!meta) continue;
        size_t n = strlen(name) - strlen(mkcv_path_extension(name));
        add_author(h, mkcv_arena_strndup(h->arena, name, n),
                   (struct mkcv_record){.kind = MKCV_RECORD_PERSON, .path = path, .meta = meta, .loc = meta->loc});
    }
}

static void read_page_authors(struct mkcv_hugo *h, const char *folder)
{
    struct mkcv_names names = mkcv_file_names(h->arena, mkcv_site_path(h->arena, h->site, folder));
    for (size_t i = 0; i < names.list.count; i++) {
        const char *below = mkcv_path_join(h->arena, folder, names.list.at[i]);
        struct mkcv_names files = mkcv_file_names(h->arena, mkcv_site_path(h->arena, h->site, below));
        const char *page = mkcv_hugo_page_of(h, &files, "_index");
        struct mkcv_record record;
        if (!page) page = mkcv_hugo_page_of(h, &files, "index");
        if (page && mkcv_site_read_page(h->arena, h->site, MKCV_RECORD_PERSON, mkcv_path_join(h->arena, below, page),
                                        &record, h->diags))
            add_author(h, names.list.at[i], record);
    }
}

void mkcv_hugo_read_authors(struct mkcv_hugo *h)
{
    if (h->lang) read_data_authors(h, mkcv_arena_printf(h->arena, "data/%s/authors", h->lang));
    read_data_authors(h, "data/authors");
    read_page_authors(h, mkcv_path_join(h->arena, h->content, "authors"));
    read_page_authors(h, mkcv_path_join(h->arena, h->content, "author"));
}

/* --- the owner --------------------------------------------------------------------------------------------------- */

static const struct mkcv_hugo_author *lookup(const struct mkcv_hugo *h, const char *slug)
{
    for (size_t i = 0; slug && i < h->authors.count; i++)
        if (!strcasecmp(h->authors.at[i].slug, slug)) return &h->authors.at[i];
    return NULL;
}

static bool is_marked(const struct mkcv_hugo_author *a)
{
    return mkcv_node_bool(a->record.meta, "superuser", false) || mkcv_node_bool(a->record.meta, "is_owner", false);
}

/* The one that says so; of several none. */
static const struct mkcv_hugo_author *marked_author(const struct mkcv_hugo *h)
{
    const struct mkcv_hugo_author *found = NULL;
    for (size_t i = 0; i < h->authors.count; i++) {
        if (!is_marked(&h->authors.at[i])) continue;
        if (found) return NULL;
        found = &h->authors.at[i];
    }
    return found;
}

static const struct mkcv_hugo_author *configured_author(const struct mkcv_hugo *h)
{
    static const char *const paths[] = {"author.name", "author", "params.author.name", "params.author", "title", NULL};
    for (const char *const *p = paths; *p; p++) {
        const char *name = mkcv_node_string(mkcv_hugo_config(h, *p), "");
        for (size_t i = 0; name && i < h->authors.count; i++)
            if (h->authors.at[i].name &&
                (strcasestr(name, h->authors.at[i].name) || !strcasecmp(name, h->authors.at[i].slug)))
                return &h->authors.at[i];
    }
    return NULL;
}

void mkcv_hugo_choose_owner(struct mkcv_hugo *h)
{
    h->owner = lookup(h, h->profile);
    if (!h->owner) h->owner = marked_author(h);
    if (!h->owner) h->owner = lookup(h, "admin");
    if (!h->owner) h->owner = lookup(h, "me");
    if (!h->owner) h->owner = configured_author(h);
    if (!h->owner && h->authors.count == 1) h->owner = &h->authors.at[0];
}

/* --- records ----------------------------------------------------------------------------------------------------- */

static bool holds_text(const struct mkcv_block *body) { return body && body->first; }

/* The biography: the home page's, the page's body, or the `bio` of the data when it is more than a line. */
static const struct mkcv_block *biography(struct mkcv_hugo *h, struct mkcv_loc *loc)
{
    const struct mkcv_node *bio = mkcv_node_lookup(h->owner->record.meta, "bio");
    const char *text = mkcv_node_string(h->text, "");
    if (text) {
        *loc = h->text->loc;
        return mkcv_markdown_read(h->arena, text, *loc, h->diags);
    }
    if (holds_text(h->owner->record.body)) return h->owner->record.body;
    text = mkcv_node_string(bio, "");
    if (!text) return NULL;
    *loc = bio->loc;
    return mkcv_markdown_read(h->arena, text, *loc, h->diags);
}

void mkcv_hugo_add_owner(struct mkcv_hugo *h)
{
    if (!h->owner) return;
    struct mkcv_record person = h->owner->record, page = person;
    mkcv_hugo_prune(h, person.meta);
    page.kind = MKCV_RECORD_PAGE;
    page.meta = NULL;
    page.body = biography(h, &page.loc);
    person.body = NULL;
    *MKCV_PUSH(h->arena, &h->site->records) = person;
    if (page.body && page.body->first) *MKCV_PUSH(h->arena, &h->site->records) = page;
}

void mkcv_hugo_name_authors(const struct mkcv_hugo *h, const struct mkcv_record *record)
{
    const struct mkcv_node *list = mkcv_node_lookup(record->meta, "authors");
    for (struct mkcv_node *n = list && list->kind == MKCV_NODE_LIST ? list->first : NULL; n; n = n->next) {
        const struct mkcv_hugo_author *author = n->kind == MKCV_NODE_SCALAR ? lookup(h, n->value) : NULL;
        if (author && author->name) n->value = author->name;
    }
}
