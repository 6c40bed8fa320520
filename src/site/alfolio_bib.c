/* alfolio_bib.c - the bibliographies of an al-folio site, as jekyll-scholar finds them:
 * https://github.com/inukshuk/jekyll-scholar. `scholar.source` and `scholar.bibliography` of the configuration, and the
 * files that tags on pages name ({% bibliography -f NAME %}). */
#include "alfolio.h"
#include <stdlib.h>
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
            mkcv_report(f->diags, MKCV_DIAG_SITE_SKIPPED,
                        ((struct mkcv_loc){.file = mkcv_site_path(f->arena, f->site, path)}), path, "no page names it");
    }
}

/* Addresses of people with whom the owner wrote, for cv/scholar.c. */
static void add_coauthors(struct mkcv_alfolio *f)
{
    const char *path = "_data/coauthors.yml";
    mkcv_site_add_data(f->arena, f->site, path, "coauthors", NULL,
                       mkcv_site_read_yaml(f->arena, f->site, path, f->diags));
}

/* --- which entries count ------------------------------------------------------------------------------------------ */

/* One condition of a query, "key=value", "key!=value", "key^=start"; what is written in another way holds. */
static bool holds(const struct mkcv_node *entry, const char *s, size_t n)
{
    size_t key_n = 0;
    char key[64], value[128];
    while (n && (*s == ' ' || *s == '(')) s++, n--;
    while (key_n < n && strchr("=!^~*<>", s[key_n]) == NULL) key_n++;
    size_t op_n = strspn(s + key_n, "=!^~*<>");
    if (!key_n || key_n >= sizeof key || key_n + op_n > n || n - key_n - op_n >= sizeof value) return true;
    bool equal = op_n == 1 && s[key_n] == '=', other = op_n == 2 && s[key_n] == '!',
         start = op_n == 2 && s[key_n] == '^';
    memcpy(key, s, key_n);
    key[key_n] = 0;
    while (key_n && key[key_n - 1] == ' ') key[--key_n] = 0;
    s += strcspn(s, "=!^~*<>") + op_n;
    size_t value_n = strcspn(s, " )]&|");
    if (value_n >= sizeof value) return true;
    memcpy(value, s, value_n);
    value[value_n] = 0;
    if (strchr(value, '{') || (!equal && !other && !start)) return true;
    const char *has = mkcv_node_string(entry, key);
    if (start) return has && !strncmp(has, value, value_n);
    return (has && !strcmp(has, value)) == equal;
}

/* `scholar.query`: "@*", "@article", "@*[public=true && year!=2020]". */
static bool is_wanted(const struct mkcv_node *entry, const char *query)
{
    while (query && (*query == ' ' || *query == '"')) query++;
    if (!query || *query != '@' || strstr(query, "||") || strchr(query, ',')) return true;
    size_t n = strcspn(++query, "[ ");
    const char *type = mkcv_node_string(entry, "type");
    if (n && *query != '*' && type && (strlen(type) != n || strncasecmp(type, query, n) != 0)) return false;
    for (const char *p = strchr(query, '['); p && *p && *p != ']';) {
        p += 1 + (*p == '&' && p[1] == '&');
        size_t end = strcspn(p, "&]");
        if (!holds(entry, p, end)) return false;
        p += end;
    }
    return true;
}

/* The works of the physicist that the theme comes with. */
static bool is_example(const struct mkcv_alfolio *f, const struct mkcv_node *entry)
{
    enum { LAST_YEAR = 1970 };
    const char *author = mkcv_node_string(entry, "author"), *year = mkcv_node_string(entry, "year");
    const char *own = mkcv_node_string(f->site->config, "last_name");
    bool einstein = author && (strcasestr(author, "einstein") || strcasestr(author, "przibram"));
    return einstein && year && atoi(year) < LAST_YEAR && !(own && strcasestr(author, own));
}

static void filter_entries(struct mkcv_alfolio *f, size_t first)
{
    const char *query = mkcv_node_string(f->site->config, "scholar.query");
    size_t kept = first;
    for (size_t i = first; i < f->site->records.count; i++) {
        const struct mkcv_record *r = &f->site->records.at[i];
        const char *key = mkcv_node_string(r->meta, "key");
        if (is_example(f, r->meta))
            mkcv_report(f->diags, MKCV_DIAG_LEFTOVER, r->loc, key ? key : "");
        else if (!is_wanted(r->meta, query))
            mkcv_report(f->diags, MKCV_DIAG_SITE_SKIPPED, r->loc, key ? key : "", "the site's query leaves it out");
        else
            f->site->records.at[kept++] = *r;
    }
    f->site->records.count = kept;
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
    size_t first = f->site->records.count;
    add_files(&b);
    filter_entries(f, first);
    add_coauthors(f);
}
