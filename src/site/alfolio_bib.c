/* alfolio_bib.c - the bibliographies of an al-folio site, as jekyll-scholar finds them:
 * https://github.com/inukshuk/jekyll-scholar. `scholar.source` and `scholar.bibliography` of the configuration, and the
 * files that tags on pages name ({% bibliography -f NAME %}). */
#include "alfolio.h"
#include <string.h>
#include <strings.h>

enum { NESTED_MOST = 64, FILES_MOST = 64 };

struct bibs {
    struct mkcv_alfolio *f;
    const char *folder;
    const char *names[FILES_MOST];
    size_t count;
    bool tagged, whole; /* a page has a tag; one without a file's name */
};

static void add_name(struct bibs *b, const char *name)
{
    struct mkcv_arena *a = b->f->arena;
    while (*name == '/' || *name == '"' || *name == '\'') name++;
    size_t n = strcspn(name, "\"' \t|");
    name = mkcv_arena_strndup(a, name, n);
    if (!n || strstr(name, "..") || strchr(name, '{') || b->count >= FILES_MOST) return;
    if (strcasecmp(mkcv_path_extension(name), ".bib") != 0 && !strchr(name, '*'))
        name = mkcv_arena_printf(a, "%s.bib", name);
    for (size_t i = 0; i < b->count; i++)
        if (!strcmp(b->names[i], name)) return;
    b->names[b->count++] = name;
}

/* The files of one tag: what follows -f or --file, as often as it stands. */
static void read_tag(struct bibs *b, const char *options)
{
    bool named = false;
    for (const char *p = options; *p;) {
        p += strspn(p, " \t\n");
        size_t n = strcspn(p, " \t\n=");
        bool file = (n == 2 && !strncmp(p, "-f", 2)) || (n == 6 && !strncmp(p, "--file", 6));
        p += n;
        if (!file) {
            p += *p == '=';
            continue;
        }
        p += strspn(p, " \t\n=");
        if (strncmp(p, "{{", 2) != 0) {
            add_name(b, p);
            named = true;
        }
        p += strcspn(p, " \t\n");
    }
    b->tagged = true;
    if (!named) b->whole = true;
}

static void read_tags(struct bibs *b, const struct mkcv_block *block, int depth)
{
    for (; block && depth < NESTED_MOST; block = block->next) {
        const char *name = block->kind == MKCV_BLOCK_COLLECTION && block->text.s ? block->text.s : "";
        if (!strncmp(name, "bibliography", 12)) read_tag(b, name[12] == ':' ? name + 13 : "");
        read_tags(b, block->first, depth + 1);
    }
}

static void add_configured(struct bibs *b)
{
    const struct mkcv_node *named = mkcv_node_lookup(b->f->site->config, "scholar.bibliography");
    if (named && named->kind == MKCV_NODE_SCALAR && named->value) add_name(b, named->value);
    for (const struct mkcv_node *n = named && named->kind == MKCV_NODE_LIST ? named->first : NULL; n; n = n->next)
        if (n->kind == MKCV_NODE_SCALAR) add_name(b, n->value);
}

static bool is_named(const struct bibs *b, const char *file)
{
    for (size_t i = 0; i < b->count; i++)
        if (!strcasecmp(b->names[i], file) || strchr(b->names[i], '*')) return true;
    return false;
}

/* Files in the folder that are named; when none of these is there, all. */
static void add_files(struct bibs *b)
{
    struct mkcv_alfolio *f = b->f;
    struct mkcv_names files = mkcv_file_names(f->arena, mkcv_site_path(f->arena, f->site, b->folder));
    size_t found = 0;
    for (size_t i = 0; i < files.list.count; i++) found += is_named(b, files.list.at[i]);
    for (size_t i = 0; i < files.list.count; i++) {
        const char *name = files.list.at[i], *path = mkcv_path_join(f->arena, b->folder, name);
        if (strcasecmp(mkcv_path_extension(name), ".bib") != 0) continue;
        if (!found || is_named(b, name))
            mkcv_site_add_bib(f->arena, f->site, path, f->diags);
        else
            mkcv_report(f->diags, MKCV_DIAG_SITE_SKIPPED, ((struct mkcv_loc){.file = path}), path, "no page names it");
    }
}

void mkcv_alfolio_take_bibs(struct mkcv_alfolio *f)
{
    const char *source = mkcv_node_string(f->site->config, "scholar.source");
    struct bibs b = {.f = f, .folder = "_bibliography"};
    if (source && !strstr(source, "..")) {
        source += strspn(source, "./");
        size_t n = strlen(source);
        while (n && source[n - 1] == '/') n--;
        if (n) b.folder = mkcv_arena_strndup(f->arena, source, n);
    }
    for (size_t i = 0; i < f->pages.count; i++)
        if (f->pages.at[i].taken) read_tags(&b, f->pages.at[i].record.body, 0);
    if (!b.tagged || b.whole || !b.count) add_configured(&b);
    add_files(&b);
}
