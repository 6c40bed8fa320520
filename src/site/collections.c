/* collections.c - what pages loop over: collections of Jekyll (_NAME/) and data files (_data/NAME.yml); see site.h. */
#include "mkcv/source.h"
#include "site.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Names of collections and what their entries are. */
static const struct {
    const char *name;
    enum mkcv_record_kind kind;
} kinds[] = {{"publications", MKCV_RECORD_PUBLICATION},
             {"publication", MKCV_RECORD_PUBLICATION},
             {"papers", MKCV_RECORD_PUBLICATION},
             {"paper", MKCV_RECORD_PUBLICATION},
             {"pubs", MKCV_RECORD_PUBLICATION},
             {"articles", MKCV_RECORD_PUBLICATION},
             {"journals", MKCV_RECORD_PUBLICATION},
             {"journal", MKCV_RECORD_PUBLICATION},
             {"conferences", MKCV_RECORD_PUBLICATION},
             {"proceedings", MKCV_RECORD_PUBLICATION},
             {"preprints", MKCV_RECORD_PUBLICATION},
             {"books", MKCV_RECORD_PUBLICATION},
             {"chapters", MKCV_RECORD_PUBLICATION},
             {"theses", MKCV_RECORD_PUBLICATION},
             {"patents", MKCV_RECORD_PUBLICATION},
             {"talks", MKCV_RECORD_TALK},
             {"talk", MKCV_RECORD_TALK},
             {"presentations", MKCV_RECORD_TALK},
             {"seminars", MKCV_RECORD_TALK},
             {"posters", MKCV_RECORD_TALK},
             {"lectures", MKCV_RECORD_TALK},
             {"teaching", MKCV_RECORD_TEACHING},
             {"teachings", MKCV_RECORD_TEACHING},
             {"courses", MKCV_RECORD_TEACHING},
             {"portfolio", MKCV_RECORD_PROJECT},
             {"projects", MKCV_RECORD_PROJECT},
             {"software", MKCV_RECORD_PROJECT},
             {"news", MKCV_RECORD_NEWS},
             {"announcements", MKCV_RECORD_NEWS}};

/* Folders with an underscore that are the machinery's, or no part of a CV. */
static const char *const machinery[] = {"pages",  "posts",  "drafts",       "data",    "includes", "layouts",
                                        "sass",   "site",   "bibliography", "plugins", "config",   "authors",
                                        "people", "photos", "drawings",     "tabs",    "recipes",  NULL};

enum { FOLDERS_DEEP = 4, BLOCKS_DEEP = 64 };

struct collection {
    MKCV_VEC(struct mkcv_record) list;
};

struct collecting {
    struct mkcv_arena *arena;
    struct mkcv_site *site;
    struct mkcv_diags *diags;
    bool navigated;
    MKCV_VEC(struct mkcv_record) works; /* found inside of what is listed */
};

static bool loops_over(const struct mkcv_block *block, const char *collection, int depth)
{
    for (; block && depth < BLOCKS_DEEP; block = block->next)
        if ((block->kind == MKCV_BLOCK_COLLECTION && block->text.s && !strcmp(block->text.s, collection)) ||
            loops_over(block->first, collection, depth + 1))
            return true;
    return false;
}

static bool holds_list(const struct mkcv_block *block, int depth)
{
    for (; block && depth < BLOCKS_DEEP; block = block->next)
        if (block->kind == MKCV_BLOCK_LIST || block->kind == MKCV_BLOCK_TABLE || block->kind == MKCV_BLOCK_COLLECTION ||
            holds_list(block->first, depth + 1))
            return true;
    return false;
}

/* A page of the collection's name that lists nothing itself: its layout does. */
static bool is_page_of(const struct mkcv_record *page, const char *collection)
{
    const char *base = mkcv_path_base(page->path), *own = mkcv_node_string(page->meta, "collection");
    size_t n = strlen(collection);
    if (own && !strcmp(own, collection)) return true;
    return !strncasecmp(base, collection, n) && base[n] == '.' && !(page->body && holds_list(page->body->first, 0));
}

static bool is_shown(const struct collecting *c, const char *collection)
{
    for (size_t i = 0; i < c->site->records.count; i++) {
        const struct mkcv_record *r = &c->site->records.at[i];
        if (r->kind != MKCV_RECORD_PAGE) continue;
        if (is_page_of(r, collection) || (r->body && loops_over(r->body->first, collection, 0))) return true;
    }
    return false;
}

/* A record's day for sorting: its front matter's, else that in its file's name. */
static const char *day_of(const struct mkcv_record *r)
{
    const char *date = mkcv_node_string(r->meta, "date");
    return date ? date : mkcv_path_base(r->path);
}

static int compare_days(const void *a, const void *b)
{
    const struct mkcv_record *x = a, *y = b;
    int order = strcmp(day_of(y), day_of(x)); /* newest first */
    return order ? order : strcmp(x->path, y->path);
}

/* The pages of a collection, those in its subfolders too. */
static void read_folder(const struct collecting *c, const char *folder, enum mkcv_record_kind kind, int depth,
                        struct collection *out)
{
    struct mkcv_names names = mkcv_file_names(c->arena, mkcv_site_path(c->arena, c->site, folder));
    for (size_t i = 0; i < names.list.count; i++) {
        struct mkcv_record r;
        const char *path = mkcv_path_join(c->arena, folder, names.list.at[i]);
        enum mkcv_file_kind file = mkcv_file_kind(mkcv_site_path(c->arena, c->site, path));
        if (file == MKCV_FILE_FOLDER && depth < FOLDERS_DEEP && *names.list.at[i] != '.')
            read_folder(c, path, kind, depth + 1, out);
        if (file != MKCV_FILE_REGULAR || !mkcv_site_is_page_name(path)) continue;
        if (mkcv_site_read_page(c->arena, c->site, kind, path, &r, c->diags)) *MKCV_PUSH(c->arena, &out->list) = r;
    }
}

static enum mkcv_record_kind kind_of(const char *name)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (!strcasecmp(kinds[i].name, name)) return kinds[i].kind;
    return MKCV_RECORD_COUNT;
}

/* An entry with a title and authors is a work, whatever its collection is called. */
static bool is_work(const struct mkcv_record *r)
{
    const struct mkcv_node *authors = mkcv_node_lookup(r->meta, "authors");
    if (!authors) authors = mkcv_node_lookup(r->meta, "author");
    bool people = authors && (authors->kind == MKCV_NODE_LIST || (authors->value && strlen(authors->value) > 3));
    return people && mkcv_node_string(r->meta, "title");
}

/* --- what is listed ----------------------------------------------------------------------------------------------- */

/* Entries of a data file: "data.NAME", "data.NAME.KEY". */
static void read_data(const struct collecting *c, const char *name, struct collection *out)
{
    static const char *const extensions[] = {"yml", "yaml"};
    const char *dot = strchr(name, '.');
    const char *base = dot ? mkcv_arena_strndup(c->arena, name, (size_t)(dot - name)) : name;
    const struct mkcv_node *data = NULL;
    const char *path = NULL;
    if (strstr(name, "..") || strchr(name, '/') || !strcmp(base, "navigation")) return;
    for (size_t i = 0; i < 2 && !data; i++) {
        path = mkcv_arena_printf(c->arena, "_data/%s.%s", base, extensions[i]);
        data = mkcv_site_read_yaml(c->arena, c->site, path, c->diags);
    }
    if (!data) {
        path = mkcv_arena_printf(c->arena, "_data/%s.json", base);
        if (mkcv_file_kind(mkcv_site_path(c->arena, c->site, path)) == MKCV_FILE_REGULAR)
            data = mkcv_site_read_json(c->arena, c->site, path, c->diags);
    }
    if (data && dot) data = mkcv_node_lookup(data, dot + 1);
    for (const struct mkcv_node *n = data && data->kind == MKCV_NODE_LIST ? data->first : NULL; n; n = n->next)
        *MKCV_PUSH(c->arena, &out->list) =
            (struct mkcv_record){.kind = MKCV_RECORD_PUBLICATION, .path = path, .meta = n, .loc = n->loc};
}

static bool holds_heading(const struct mkcv_block *block, int depth)
{
    for (; block && depth < BLOCKS_DEEP; block = block->next)
        if (block->kind == MKCV_BLOCK_HEADING || holds_heading(block->first, depth + 1)) return true;
    return false;
}

/* An entry that is a page with headings of its own: its title over its body. */
static struct mkcv_block *page_entry(struct collecting *c, const struct mkcv_record *r)
{
    const struct mkcv_node *title = mkcv_node_lookup(r->meta, "title");
    struct mkcv_block *body = (struct mkcv_block *)r->body->first; /* ours until handed on */
    if (!title || !mkcv_node_string(r->meta, "title")) return body;
    struct mkcv_block *heading = MKCV_NEW(c->arena, struct mkcv_block);
    *heading = (struct mkcv_block){.kind = MKCV_BLOCK_HEADING, .level = 2, .loc = title->loc, .next = body};
    heading->text = mkcv_markdown_inline(c->arena, title->value, title->loc, c->diags);
    return heading;
}

/* A list that begins with the item. */
static struct mkcv_block *open_list(struct collecting *c, struct mkcv_block *item)
{
    struct mkcv_block *list = MKCV_NEW(c->arena, struct mkcv_block);
    *list = (struct mkcv_block){.kind = MKCV_BLOCK_LIST, .loc = item->loc, .first = item};
    return list;
}

static struct mkcv_block *list_entries(struct collecting *c, const char *name)
{
    struct collection entries = {.list = {0}};
    if (!strncmp(name, "data.", 5))
        read_data(c, name + 5, &entries);
    else if (!strchr(name, '/') && !strchr(name, ':'))
        read_folder(c, mkcv_arena_printf(c->arena, "_%s", name), MKCV_RECORD_PUBLICATION, 0, &entries);
    if (!entries.list.count) return NULL;
    const char *dot = strrchr(name, '.');
    enum mkcv_record_kind said = kind_of(dot ? dot + 1 : name);
    if (strncmp(name, "data.", 5) != 0)
        qsort(entries.list.at, entries.list.count, sizeof *entries.list.at, compare_days);
    struct mkcv_block *first = NULL, **tail = &first, *last = NULL; /* last: item of the open list */
    for (size_t i = 0; i < entries.list.count; i++) {
        const struct mkcv_record *r = &entries.list.at[i];
        if (is_work(r)) {
            struct mkcv_record *work = MKCV_PUSH(c->arena, &c->works);
            *work = *r;
            if (said != MKCV_RECORD_COUNT) work->kind = said; /* "data.works.posters" */
            continue;
        }
        bool page = r->body && holds_heading(r->body->first, 0);
        struct mkcv_block *entry = page ? page_entry(c, r) : mkcv_site_list_item(c->arena, r, c->diags);
        if (!entry) continue;
        if (last && !page)
            last->next = entry;
        else
            *tail = page ? entry : open_list(c, entry);
        last = page ? NULL : entry;
        while (*tail) tail = &(*tail)->next;
    }
    return first;
}

/* "student_projects": a heading for what no heading stands above. */
static struct mkcv_block *heading_of(struct collecting *c, const char *name, struct mkcv_loc loc)
{
    struct mkcv_block *heading = MKCV_NEW(c->arena, struct mkcv_block);
    const char *base = !strncmp(name, "data.", 5) ? name + 5 : name;
    char *words = mkcv_arena_strndup(c->arena, base, strcspn(base, "."));
    for (char *p = words; *p; p++)
        if (*p == '_' || *p == '-') *p = ' ';
    if (*words >= 'a' && *words <= 'z') *words = (char)(*words - 32);
    *heading = (struct mkcv_block){.kind = MKCV_BLOCK_HEADING, .level = 1, .loc = loc};
    heading->text = mkcv_text_new(c->arena, words, loc);
    return heading;
}

/* Puts lists where the page loops over what is of no known kind. */
static void splice(struct collecting *c, struct mkcv_block **at, bool *headed, int depth)
{
    for (; *at && depth < BLOCKS_DEEP; at = &(*at)->next) {
        struct mkcv_block *block = *at;
        const char *name = block->kind == MKCV_BLOCK_COLLECTION ? block->text.s : NULL;
        *headed |= block->kind == MKCV_BLOCK_HEADING;
        if (block->first) splice(c, &block->first, headed, depth + 1);
        if (!name || strchr(name, ':') || kind_of(name) != MKCV_RECORD_COUNT) continue;
        struct mkcv_block *list = list_entries(c, name);
        if (!list) continue;
        if (!*headed) {
            *at = heading_of(c, name, list->loc);
            at = &(*at)->next;
            *headed = true;
        }
        *at = list;
        while ((*at)->next) at = &(*at)->next;
        (*at)->next = block->next;
    }
}

/* --- collections of known kinds ----------------------------------------------------------------------------------- */

void mkcv_site_add_collection(struct mkcv_arena *a, struct mkcv_site *site, const char *folder,
                              enum mkcv_record_kind kind, struct mkcv_diags *d)
{
    struct collecting c = {.arena = a, .site = site, .diags = d};
    struct collection records = {.list = {0}};
    read_folder(&c, folder, kind, 0, &records);
    if (records.list.count) qsort(records.list.at, records.list.count, sizeof *records.list.at, compare_days);
    for (size_t i = 0; i < records.list.count; i++) *MKCV_PUSH(a, &site->records) = records.list.at[i];
}

static void add_collection(struct collecting *c, const char *name, enum mkcv_record_kind kind)
{
    const char *folder = mkcv_arena_printf(c->arena, "_%s", name);
    if (!is_shown(c, name) && c->navigated) {
        struct mkcv_loc loc = {.file = mkcv_site_path(c->arena, c->site, folder)};
        mkcv_report(c->diags, MKCV_DIAG_SITE_SKIPPED, loc, folder, "no page shows it");
        return;
    }
    mkcv_site_add_collection(c->arena, c->site, folder, kind, c->diags);
}

static bool is_machinery(const char *name)
{
    for (const char *const *m = machinery; *m; m++)
        if (!strcasecmp(name, *m)) return true;
    return false;
}

void mkcv_site_add_collections(struct mkcv_arena *a, struct mkcv_site *site, bool navigated, struct mkcv_diags *d)
{
    struct collecting c = {.arena = a, .site = site, .diags = d, .navigated = navigated};
    for (size_t i = 0; i < site->records.count; i++) {
        const struct mkcv_record *r = &site->records.at[i];
        bool headed = mkcv_node_string(r->meta, "title") != NULL;
        if (r->kind == MKCV_RECORD_PAGE && r->body)
            splice(&c, &((struct mkcv_block *)r->body)->first, &headed, 0); /* ours until handed on */
    }
    struct mkcv_names names = mkcv_file_names(a, site->root);
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        for (size_t i = 0; i < names.list.count; i++) {
            const char *name = names.list.at[i];
            if (*name != '_' || is_machinery(name + 1) || strcasecmp(name + 1, kinds[k].name) != 0) continue;
            if (mkcv_file_kind(mkcv_site_path(a, site, name)) == MKCV_FILE_FOLDER)
                add_collection(&c, name + 1, kinds[k].kind);
        }
    for (size_t i = 0; i < c.works.count; i++) *MKCV_PUSH(a, &site->records) = c.works.at[i];
}
