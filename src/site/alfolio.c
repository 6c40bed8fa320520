/* alfolio.c - Jekyll sites in the way of al-folio: https://github.com/alshedivat/al-folio, old and new. Pages, data and
 * bibliographies have files of their own (alfolio_*.c); here is how such a site is known, and its order. */
#include "alfolio.h"
#include <string.h>

/* --- recognition -------------------------------------------------------------------------------------------------- */

/* The line that starts with `key` stands in the text. */
static bool has_line(const char *text, const char *key)
{
    for (const char *at = strstr(text, key); at; at = strstr(at + 1, key))
        if (at == text || at[-1] == '\n') return true;
    return false;
}

static int config_evidence(struct mkcv_arena *a, const char *root)
{
    static const struct {
        const char *key;
        int weight;
    } lines[] = {{"scholar:", 35},         {"first_name:", 12},    {"last_name:", 12},
                 {"contact_note:", 15},    {"scholar_userid:", 8}, {"footer_text:", 4},
                 {"enable_darkmode:", 10}, {"academicons:", 5},    {"author:", -20}};
    struct mkcv_diags unheard; /* whoever reads the file will say what is wrong with it */
    const char *text;
    int sum = 20;
    mkcv_diags_init(&unheard, a);
    const char *path = mkcv_path_join(a, root, "_config.yml");
    if (mkcv_file_kind(path) != MKCV_FILE_REGULAR ||
        mkcv_file_read_text(a, path, (size_t)1 << 20, &text, &unheard) != MKCV_OK)
        return 0;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        if (has_line(text, lines[i].key)) sum += lines[i].weight;
    return sum;
}

static int recognise(struct mkcv_arena *a, const char *root)
{
    static const struct {
        const char *path;
        int weight;
    } files[] = {{"_bibliography", 20},         {"_data/socials.yml", 25},      {"_data/coauthors.yml", 15},
                 {"_data/venues.yml", 10},      {"_data/cv.yml", 25},           {"_data/repositories.yml", 5},
                 {"_pages/about.md", 5},        {"assets/json/resume.json", 5}, {"_layouts/about.liquid", 10},
                 {"_data/navigation.yml", -40}, {"_publications", -20},         {"_portfolio", -15},
                 {"_data/authors.yml", -10}};
    if (mkcv_file_kind(root) != MKCV_FILE_FOLDER) return 0;
    int sum = config_evidence(a, root);
    if (!sum) return 0;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (mkcv_file_kind(mkcv_path_join(a, root, files[i].path)) != MKCV_FILE_NONE) sum += files[i].weight;
    return sum < 45 ? 0 : sum > 99 ? 99 : sum; /* a bare Jekyll site is somebody else's */
}

/* --- reading ------------------------------------------------------------------------------------------------------ */

static void skip_folder(struct mkcv_alfolio *f, const char *folder, const char *why)
{
    const char *path = mkcv_site_path(f->arena, f->site, folder);
    if (mkcv_file_kind(path) == MKCV_FILE_FOLDER)
        mkcv_report(f->diags, MKCV_DIAG_SITE_SKIPPED, ((struct mkcv_loc){.file = path}), folder, why);
}

/* The landing page, the configuration or a page shows the news. */
static bool is_news_shown(const struct mkcv_alfolio *f)
{
    const struct mkcv_node *about = f->pages.count ? f->pages.at[0].record.meta : NULL;
    if (mkcv_node_bool(about, "news", false) || mkcv_node_bool(about, "announcements.enabled", false) ||
        mkcv_node_bool(f->site->config, "announcements.enabled", false) || mkcv_alfolio_is_shown(f, "news", NULL))
        return true;
    for (size_t i = 0; i < f->pages.count; i++) {
        const char *title = mkcv_node_string(f->pages.at[i].record.meta, "title");
        if (f->pages.at[i].taken && title && !strcasecmp(title, "news")) return true;
    }
    return false;
}

static void take_collections(struct mkcv_alfolio *f)
{
    static const struct {
        const char *name, *folder;
        enum mkcv_record_kind kind;
    } collections[] = {
        {"projects", "_projects", MKCV_RECORD_PROJECT},  {"teachings", "_teachings", MKCV_RECORD_TEACHING},
        {"teaching", "_teaching", MKCV_RECORD_TEACHING}, {"courses", "_courses", MKCV_RECORD_TEACHING},
        {"talks", "_talks", MKCV_RECORD_TALK},           {"publications", "_publications", MKCV_RECORD_PUBLICATION}};
    for (size_t i = 0; i < sizeof collections / sizeof *collections; i++) {
        if (mkcv_alfolio_is_shown(f, collections[i].name, NULL))
            mkcv_site_add_collection(f->arena, f->site, collections[i].folder, collections[i].kind, f->diags);
        else
            skip_folder(f, collections[i].folder, "no page shows it");
    }
    if (is_news_shown(f))
        mkcv_site_add_collection(f->arena, f->site, "_news", MKCV_RECORD_NEWS, f->diags);
    else
        skip_folder(f, "_news", "no page shows it");
    skip_folder(f, "_books", "books that were read are no works");
    skip_folder(f, "_posts", "a blog is no part of a CV");
}

static enum mkcv_code read_site(struct mkcv_arena *a, struct mkcv_site *site, struct mkcv_diags *d)
{
    struct mkcv_alfolio f = {.arena = a, .site = site, .diags = d};
    mkcv_site_add_config(a, site, d);
    mkcv_site_add_person(a, site, "_data/socials.yml", mkcv_site_read_yaml(a, site, "_data/socials.yml", d));
    mkcv_alfolio_take_pages(&f);
    take_collections(&f);
    mkcv_alfolio_take_data(&f);
    mkcv_alfolio_take_bibs(&f);
    return MKCV_OK;
}

const struct mkcv_adapter mkcv_site_alfolio = {
    .name = "alfolio",
    .description = "Jekyll in the way of al-folio: _bibliography, _data/cv.yml, _pages, _news",
    .recognise = recognise,
    .read = read_site,
};
