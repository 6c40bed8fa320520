/* profile.c - profiles of the owner elsewhere: from keys of configurations, which hold a name, a number or an address.
 */
#include "parts.h"
#include <string.h>

/* A key of a configuration, its network, and the address that a bare name completes ("%s"); NULL: the value must be an
 * address. */
static const struct {
    const char *key, *network, *address;
} keys[] = {{"orcid", "ORCID", "https://orcid.org/%s"},
            {"orcid_id", "ORCID", "https://orcid.org/%s"},
            {"googlescholar", "Google Scholar", "https://scholar.google.com/citations?user=%s"},
            {"google_scholar", "Google Scholar", "https://scholar.google.com/citations?user=%s"},
            {"scholar_userid", "Google Scholar", "https://scholar.google.com/citations?user=%s"},
            {"scholar", "Google Scholar", "https://scholar.google.com/citations?user=%s"},
            {"google-scholar", "Google Scholar", "https://scholar.google.com/citations?user=%s"},
            {"scholarid", "Google Scholar", "https://scholar.google.com/citations?user=%s"},
            {"google_scholar_id", "Google Scholar", "https://scholar.google.com/citations?user=%s"},
            {"scholar_id", "Google Scholar", "https://scholar.google.com/citations?user=%s"},
            {"orcidid", "ORCID", "https://orcid.org/%s"},
            {"github_id", "GitHub", "https://github.com/%s"},
            {"github_url", "GitHub", NULL},
            {"github_profile", "GitHub", "https://github.com/%s"},
            {"linkedin_url", "LinkedIn", NULL},
            {"linkedin_id", "LinkedIn", "https://www.linkedin.com/in/%s"},
            {"research_gate", "ResearchGate", "https://www.researchgate.net/profile/%s"},
            {"research-gate", "ResearchGate", "https://www.researchgate.net/profile/%s"},
            {"google_scholar_url", "Google Scholar", NULL},
            {"web_of_science", "Web of Science", NULL},
            {"mastodon_username", "Mastodon", "https://%s"},
            {"twitter_url", "X", NULL},
            {"x", "X", "https://x.com/%s"},
            {"github", "GitHub", "https://github.com/%s"},
            {"github_username", "GitHub", "https://github.com/%s"},
            {"github_link", "GitHub", NULL},
            {"gitlab", "GitLab", "https://gitlab.com/%s"},
            {"gitlab_username", "GitLab", "https://gitlab.com/%s"},
            {"linkedin", "LinkedIn", "https://www.linkedin.com/in/%s"},
            {"linkedin_username", "LinkedIn", "https://www.linkedin.com/in/%s"},
            {"dblp", "DBLP", "https://dblp.org/pid/%s"},
            {"dblp_url", "DBLP", NULL},
            {"dblp_id", "DBLP", "https://dblp.org/pid/%s"},
            {"semantic", "Semantic Scholar", NULL},
            {"semanticscholar_id", "Semantic Scholar", "https://www.semanticscholar.org/author/%s"},
            {"semantic_scholar", "Semantic Scholar", NULL},
            {"researchgate", "ResearchGate", NULL},
            {"research_gate_profile", "ResearchGate", "https://www.researchgate.net/profile/%s"},
            {"arxiv", "arXiv", NULL},
            {"inspire-hep", "INSPIRE", NULL},
            {"inspirehep_id", "INSPIRE", "https://inspirehep.net/authors/%s"},
            {"scopus", "Scopus", NULL},
            {"scopus_id", "Scopus", "https://www.scopus.com/authid/detail.uri?authorId=%s"},
            {"ssrn", "SSRN", NULL},
            {"pubmed", "PubMed", NULL},
            {"hal", "HAL", NULL},
            {"hal_id", "HAL", "https://hal.science/%s"},
            {"zotero", "Zotero", NULL},
            {"publons_id", "Publons", "https://publons.com/a/%s"},
            {"ieee_id", "IEEE Xplore", "https://ieeexplore.ieee.org/author/%s"},
            {"acm_id", "ACM", "https://dl.acm.org/profile/%s"},
            {"openreview", "OpenReview", NULL},
            {"twitter", "X", "https://x.com/%s"},
            {"twitter_username", "X", "https://x.com/%s"},
            {"x_username", "X", "https://x.com/%s"},
            {"bluesky", "Bluesky", "https://bsky.app/profile/%s"},
            {"bluesky_url", "Bluesky", NULL},
            {"mastodon", "Mastodon", NULL},
            {"kaggle", "Kaggle", "https://www.kaggle.com/%s"},
            {"kaggle_id", "Kaggle", "https://www.kaggle.com/%s"},
            {"stackoverflow", "Stack Overflow", "https://stackoverflow.com/users/%s"},
            {"huggingface", "Hugging Face", "https://huggingface.co/%s"},
            {"researchmap", "researchmap", NULL},
            {"zhihu", "Zhihu", "https://www.zhihu.com/people/%s"},
            {"youtube", "YouTube", NULL},
            {"lattes_id", "Lattes", "http://lattes.cnpq.br/%s"},
            {"zotero_username", "Zotero", "https://www.zotero.org/%s"},
            {"wikidata_id", "Wikidata", "https://www.wikidata.org/wiki/%s"},
            {"medium_username", "Medium", "https://medium.com/@%s"},
            {"youtube_id", "YouTube", "https://www.youtube.com/@%s"},
            {"osf_id", "OSF", "https://osf.io/%s"}};

static bool is_address(const char *s) { return strstr(s, "://") || !strncmp(s, "www.", 4) || !strncmp(s, "//", 2); }

/* Addresses of themes: "https://orcid.org/yourorcidurl", "https://scholar.google.com/citations?user=PS_CX0AAAAAJ" is
 * its theme's author. */
bool mkcv_profile_is_placeholder(const char *s)
{
    static const char *const texts[] = {"yourorcid",
                                        "yourfull",
                                        "yourname",
                                        "your-",
                                        "your_",
                                        "username",
                                        "0000-0000-0000-0000",
                                        "PS_CX0AAAAAJ",
                                        "qc6CJjYAAAAJ",
                                        "0000-0001-2345-6789",
                                        "githubuniversity",
                                        "?term=john+snow",
                                        "bit.ly/",
                                        "{{",
                                        NULL};
    for (const char *const *t = texts; *t; t++)
        if (strcasestr(s, *t)) return true;
    const char *host = strstr(s, "://");
    host = host ? host + 3 : s;
    if (!strncmp(host, "www.", 4)) host += 4;
    size_t n = strcspn(host, "/");
    bool bare = !host[n] || !host[n + 1];
    if (bare && n == 11 && (!strncasecmp(host, "example.com", n) || !strncasecmp(host, "example.org", n))) return true;
    return !strcmp(s, "1010907") || !strcasecmp(s, "academicpages") || !strcmp(s, "https://github.com/academicpages") ||
           !strcmp(s, "https://orcid.org/") || !strcmp(s, "https://scholar.google.com");
}

/* The name at the end of an address: "user=" of a query, else the last part of the path. */
static const char *username_from_url(struct mkcv_arena *a, const char *url)
{
    const char *user = strstr(url, "?user=");
    if (!user) user = strstr(url, "&user=");
    if (user) return mkcv_arena_strndup(a, user + 6, strcspn(user + 6, "&#"));
    const char *start = strstr(url, "://");
    start = start ? start + 3 : url;
    size_t n = strcspn(start, "?#");
    while (n && start[n - 1] == '/') n--;
    if (n > 5 && !strncmp(start + n - 5, ".html", 5)) n -= 5;
    size_t from = n;
    while (from && start[from - 1] != '/') from--;
    return from && n > from ? mkcv_arena_strndup(a, start + from, n - from) : NULL;
}

/* "https://orcid.org/my-orcid?orcid=0000-0002-1825-0097" is the owner's own view: the public address. */
static const char *public_orcid(struct mkcv_arena *a, const char *url)
{
    enum { ID_BYTES = 19 };
    const char *id = strstr(url, "orcid.org/") ? strstr(url, "orcid=") : NULL;
    bool whole = id && strspn(id + 6, "0123456789-X") == ID_BYTES;
    return whole ? mkcv_arena_printf(a, "https://orcid.org/%.*s", ID_BYTES, id + 6) : url;
}

void mkcv_profile_add(struct mkcv_reader *r, const char *network, const char *url)
{
    struct mkcv_basics *b = &r->cv->basics;
    url = public_orcid(r->arena, url);
    for (size_t i = 0; i < b->profiles.count; i++)
        if (!strcmp(b->profiles.at[i].network, network)) return;
    if (!strncmp(url, "www.", 4)) url = mkcv_arena_printf(r->arena, "https://%s", url);
    *MKCV_PUSH(r->arena, &b->profiles) = (struct mkcv_profile){network, username_from_url(r->arena, url), url};
}

/* al-folio: academia_edu: {organization, username}; any other key: {logo, title, url}. */
static void read_map(struct mkcv_reader *r, const struct mkcv_node *n)
{
    const char *organization = mkcv_node_string(n, "organization"), *user = mkcv_node_string(n, "username");
    const char *title = mkcv_node_string(n, "title"), *url = mkcv_node_string(n, "url");
    if (!strcmp(n->key, "academia_edu") && organization && user)
        mkcv_profile_add(r, "Academia.edu",
                         mkcv_arena_printf(r->arena, "https://%s.academia.edu/%s", organization, user));
    else if (title && url && is_address(url) && mkcv_node_lookup(n, "logo") && !mkcv_profile_is_placeholder(url))
        mkcv_profile_add(r, title, url);
}

void mkcv_profiles_read(struct mkcv_reader *r, const struct mkcv_node *block)
{
    for (const struct mkcv_node *n = block && block->kind == MKCV_NODE_MAP ? block->first : NULL; n; n = n->next) {
        if (n->kind == MKCV_NODE_MAP && n->key) read_map(r, n);
        if (n->kind != MKCV_NODE_SCALAR || !n->key || !mkcv_node_string(block, n->key)) continue;
        for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
            if (strcasecmp(n->key, keys[i].key) != 0 || mkcv_profile_is_placeholder(n->value)) continue;
            if (is_address(n->value))
                mkcv_profile_add(r, keys[i].network, n->value);
            else if (keys[i].address && !strchr(n->value, ' ') && strcmp(n->value, "false") != 0 &&
                     strcmp(n->value, "true") != 0) {
                const char *mark = strstr(keys[i].address, "%s");
                const char *name = n->value[0] == '@' ? n->value + 1 : n->value;
                /* a scholar's number there has twelve characters; other words lead nowhere */
                if (!strcmp(keys[i].network, "Google Scholar") && strcspn(name, "&?") != 12) break;
                mkcv_profile_add(
                    r, keys[i].network,
                    mkcv_arena_printf(r->arena, "%.*s%s", (int)(mark - keys[i].address), keys[i].address, name));
            }
            break;
        }
    }
}
