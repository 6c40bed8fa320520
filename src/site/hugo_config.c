/* hugo_config.c - the configuration of a Hugo site: one file or several, in TOML, YAML or JSON; its languages. */
#include "hugo.h"
#include "language.h"
#include "mkcv/source.h"
#include <ctype.h>
#include <string.h>
#include <strings.h>

/* --- files ------------------------------------------------------------------------------------------------------- */

const struct mkcv_node *mkcv_hugo_read_data(struct mkcv_hugo *h, const char *path)
{
    const char *file = mkcv_site_path(h->arena, h->site, path), *text, *extension = mkcv_path_extension(path);
    static const char *const known[] = {".toml", ".yaml", ".yml", ".json"};
    size_t k = 0;
    while (k < sizeof known / sizeof *known && strcmp(extension, known[k]) != 0) k++;
    if (k == sizeof known / sizeof *known || mkcv_file_kind(file) != MKCV_FILE_REGULAR ||
        mkcv_file_read_text(h->arena, file, MKCV_LIMIT_FILE, &text, h->diags) != MKCV_OK)
        return NULL;
    if (!strcmp(extension, ".toml")) return mkcv_toml_read(h->arena, text, strlen(text), file, 1, h->diags);
    if (!strcmp(extension, ".json")) return mkcv_json_read(h->arena, text, strlen(text), file, h->diags);
    return mkcv_yaml_read(h->arena, text, strlen(text), file, 1, h->diags);
}

static struct mkcv_node *new_map(struct mkcv_arena *a, struct mkcv_loc loc)
{
    struct mkcv_node *map = MKCV_NEW(a, struct mkcv_node);
    *map = (struct mkcv_node){.kind = MKCV_NODE_MAP, .value = "", .loc = loc};
    return map;
}

/* "params.toml" stands for the table `params`. */
static const struct mkcv_node *below_key(struct mkcv_arena *a, const struct mkcv_node *node, const char *key)
{
    struct mkcv_node *map = new_map(a, node->loc), *copy = MKCV_NEW(a, struct mkcv_node);
    *copy = *node;
    copy->key = key;
    copy->next = NULL;
    map->first = copy;
    return map;
}

static void read_files(struct mkcv_hugo *h)
{
    static const struct {
        const char *path, *key;
    } files[] = {{"config", NULL},
                 {"hugo", NULL},
                 {"config/_default/config", NULL},
                 {"config/_default/hugo", NULL},
                 {"config/_default/params", "params"},
                 {"config/_default/languages", "languages"},
                 {"config/_default/menus", "menus"},
                 {"config/_default/menu", "menus"}};
    static const char *const extensions[] = {".toml", ".yaml", ".yml", ".json"};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        for (size_t k = 0; k < sizeof extensions / sizeof *extensions; k++) {
            const struct mkcv_node *n =
                mkcv_hugo_read_data(h, mkcv_arena_printf(h->arena, "%s%s", files[i].path, extensions[k]));
            if (!n || n->kind != MKCV_NODE_MAP) continue;
            *MKCV_PUSH(h->arena, &h->configs) = files[i].key ? below_key(h->arena, n, files[i].key) : n;
        }
    }
}

const struct mkcv_node *mkcv_hugo_config(const struct mkcv_hugo *h, const char *path)
{
    const struct mkcv_node *found = NULL;
    for (size_t i = 0; i < h->configs.count; i++) {
        const struct mkcv_node *n = mkcv_node_lookup(h->configs.at[i], path);
        if (n && (n->kind != MKCV_NODE_SCALAR || mkcv_node_string(n, ""))) found = n;
    }
    return found;
}

static const char *config_string(const struct mkcv_hugo *h, const char *path)
{
    return mkcv_node_string(mkcv_hugo_config(h, path), "");
}

/* --- languages --------------------------------------------------------------------------------------------------- */

static void read_languages(struct mkcv_hugo *h)
{
    for (size_t i = 0; i < h->configs.count; i++) {
        const struct mkcv_node *all = mkcv_node_lookup(h->configs.at[i], "languages");
        for (const struct mkcv_node *n = all && all->kind == MKCV_NODE_MAP ? all->first : NULL; n; n = n->next)
            if (n->key && n->kind == MKCV_NODE_MAP) *MKCV_PUSH(h->arena, &h->langs) = n->key;
    }
}

static const char *language_string(const struct mkcv_hugo *h, const char *key)
{
    return h->lang ? config_string(h, mkcv_arena_printf(h->arena, "languages.%s.%s", h->lang, key)) : NULL;
}

static bool has_language(const struct mkcv_hugo *h, const char *code, size_t n)
{
    for (size_t i = 0; i < h->langs.count; i++)
        if (strlen(h->langs.at[i]) == n && !strncasecmp(h->langs.at[i], code, n)) return true;
    return false;
}

/* The default one, unless another is asked for and there. */
static void choose_language(struct mkcv_hugo *h)
{
    const char *standard = config_string(h, "defaultContentLanguage"), *wanted = h->site->wanted_lang;
    const char *tag = wanted ? mkcv_language_from_name(wanted, strlen(wanted)) : NULL;
    h->lang = standard && has_language(h, standard, strlen(standard)) ? standard
              : h->langs.count                                        ? h->langs.at[0]
                                                                      : NULL;
    for (size_t i = 0; tag && i < h->langs.count; i++) {
        const char *own = mkcv_language_from_name(h->langs.at[i], strlen(h->langs.at[i]));
        if (own && !strcmp(own, tag)) h->lang = h->langs.at[i];
    }
    h->site->one_language = true;
    const char *code = language_string(h, "languageCode");
    if (!code) code = h->langs.count > 1 ? h->lang : config_string(h, "languageCode");
    if (!h->lang && tag && !has_language(h, tag, strlen(tag))) h->lang = tag; /* pages may have its suffix */
    if (!code) code = h->lang ? h->lang : standard;
    if (code && strlen(code) <= 16) h->site->lang = code;
}

static bool is_folder(const struct mkcv_hugo *h, const char *path)
{
    return mkcv_file_kind(mkcv_site_path(h->arena, h->site, path)) == MKCV_FILE_FOLDER;
}

static void choose_folder(struct mkcv_hugo *h)
{
    const char *named = language_string(h, "contentDir");
    if (!named) named = config_string(h, "contentDir");
    if (named && strstr(named, "..")) named = NULL;
    h->content = named && is_folder(h, named) ? named : is_folder(h, "content") ? "content" : "";
    const char *below = mkcv_path_join(h->arena, h->content, h->lang ? h->lang : "en");
    if (is_folder(h, below)) h->content = below;
}

/* "index.de.md": the length of "de"; 0: none. */
static size_t language_suffix(const struct mkcv_hugo *h, const char *name, const char **suffix)
{
    const char *dot = name + strlen(name) - strlen(mkcv_path_extension(name)), *p = dot;
    while (p > name && p[-1] != '.') p--;
    size_t n = (size_t)(dot - p);
    *suffix = p;
    bool code = n == 2 && islower((unsigned char)p[0]) && islower((unsigned char)p[1]);
    return p > name + 1 && (code || has_language(h, p, n)) ? n : 0;
}

static bool is_lang(const struct mkcv_hugo *h, const char *code, size_t n)
{
    const char *lang = h->lang ? h->lang : h->site->lang ? h->site->lang : "en";
    return !strncasecmp(code, lang, n) && (!lang[n] || lang[n] == '-');
}

const char *mkcv_hugo_page_of(const struct mkcv_hugo *h, const struct mkcv_names *names, const char *stem)
{
    const char *plain = NULL;
    size_t stem_n = strlen(stem);
    for (size_t i = 0; i < names->list.count; i++) {
        const char *name = names->list.at[i], *suffix;
        if (strncmp(name, stem, stem_n) != 0 || name[stem_n] != '.' || !mkcv_site_is_page_name(name)) continue;
        size_t n = language_suffix(h, name, &suffix);
        if (n && suffix == name + stem_n + 1 && is_lang(h, suffix, n)) return name;
        if (name + stem_n == strrchr(name, '.')) plain = name;
    }
    return plain;
}

bool mkcv_hugo_is_in_language(const struct mkcv_hugo *h, const struct mkcv_names *names, const char *name)
{
    const char *suffix;
    size_t n = language_suffix(h, name, &suffix);
    size_t stem = n ? (size_t)(suffix - name) - 1 : strlen(name) - strlen(mkcv_path_extension(name));
    const char *chosen = mkcv_hugo_page_of(h, names, mkcv_arena_strndup(h->arena, name, stem));
    return chosen && !strcmp(chosen, name);
}

/* --- the record -------------------------------------------------------------------------------------------------- */

/* The theme's own address, and those of manuals. */
static bool is_example_address(const char *url)
{
    static const char *const hosts[] = {"example.com",  "example.org",  "academic-demo.netlify.app",
                                        "hugoblox.com", "wowchemy.com", "themes.gohugo.io",
                                        "localhost"};
    const char *host = strstr(url, "://") + 3;
    if (!strncmp(host, "www.", 4)) host += 4;
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++)
        if (!strncasecmp(host, hosts[i], strlen(hosts[i])) && strchr("/:", host[strlen(hosts[i])])) return true;
    return false;
}

static void read_address(struct mkcv_hugo *h)
{
    const char *url = config_string(h, "baseURL");
    if (!url || !strstr(url, "://") || is_example_address(url)) return;
    size_t n = strlen(url);
    while (n && url[n - 1] == '/') n--;
    h->site->url = mkcv_arena_strndup(h->arena, url, n);
}

static void add_member(struct mkcv_arena *a, struct mkcv_node ***tail, const struct mkcv_node *n)
{
    struct mkcv_node *copy = MKCV_NEW(a, struct mkcv_node);
    *copy = *n;
    copy->next = NULL;
    **tail = copy;
    *tail = &copy->next;
}

static bool is_example_member(const struct mkcv_node *n)
{
    const char *street = mkcv_node_string(n, "street"), *value = mkcv_node_string(n, "");
    if (street) return strstr(street, "450 Serra Mall") != NULL;
    return value && ((!strcmp(n->key, "phone") && !strncmp(value, "888 888", 7)) || !strcmp(value, "GetResearchDev"));
}

/* "Olive Moss", "Olive M. Moss (莫橄榄)": a title that is a name and nothing else. */
static bool is_name(const char *s)
{
    static const char *const others[] = {"home", "page", "site", "blog", "lab",      "group", "academic",
                                         "my",   "the",  "web",  "cv",   "personal", "hugo",  "research"};
    size_t words = 0;
    for (size_t n; *s && *s != '(' && strncmp(s, "（", 3) != 0; s += n) {
        s += strspn(s, " ");
        n = strcspn(s, " ");
        if (!n) break;
        bool capital = isupper((unsigned char)*s) || (unsigned char)*s >= 0x80;
        for (size_t i = 0; i < sizeof others / sizeof *others; i++)
            if (!strncasecmp(s, others[i], strlen(others[i])) && strcspn(s, " s.") == strlen(others[i])) return false;
        for (size_t i = 0; i < n; i++)
            if ((unsigned char)s[i] < 0x80 && !isalpha((unsigned char)s[i]) && !strchr(".-'", s[i])) return false;
        if (!capital || (n > 1 && s[n - 1] == 's' && s[n - 2] == '\'')) return false;
        words++;
    }
    return words >= 2 && words <= 4;
}

/* What person.c asks for, flat: the members of the root and of `params`. */
static void add_record(struct mkcv_hugo *h)
{
    if (!h->configs.count) return;
    struct mkcv_loc loc = h->configs.at[0]->loc;
    struct mkcv_node *flat = new_map(h->arena, loc), **tail = &flat->first;
    for (int params = 0; params < 2; params++) {
        for (size_t i = 0; i < h->configs.count; i++) {
            const struct mkcv_node *from = params ? mkcv_node_lookup(h->configs.at[i], "params") : h->configs.at[i];
            for (const struct mkcv_node *n = from && from->kind == MKCV_NODE_MAP ? from->first : NULL; n; n = n->next)
                if (n->key && strcasecmp(n->key, "params") != 0 && !is_example_member(n))
                    add_member(h->arena, &tail, n);
        }
    }
    const char *title_path = h->lang ? mkcv_arena_printf(h->arena, "languages.%s.title", h->lang) : "title";
    const struct mkcv_node *title = mkcv_hugo_config(h, title_path);
    if (!title) title = mkcv_hugo_config(h, "title");
    if (title && !mkcv_node_lookup(flat, "author") && !mkcv_node_lookup(flat, "name") &&
        is_name(mkcv_node_string(title, ""))) {
        struct mkcv_node author = *title;
        author.key = "name";
        add_member(h->arena, &tail, &author);
    }
    h->site->config = flat;
    *MKCV_PUSH(h->arena, &h->site->records) = (struct mkcv_record){
        .kind = MKCV_RECORD_CONFIG, .path = mkcv_path_within(loc.file, h->site->root), .meta = flat, .loc = loc};
}

void mkcv_hugo_configure(struct mkcv_hugo *h)
{
    read_files(h);
    read_languages(h);
    choose_language(h);
    choose_folder(h);
    read_address(h);
    add_record(h);
}
