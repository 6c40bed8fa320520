/* profile_list.c - profiles from lists of links with icons, as Hugo's themes keep them: the address says whose it is.
 */
#include "parts.h"
#include <string.h>
#include <strings.h>

static const struct {
    const char *host, *network;
} hosts[] = {{"orcid.org", "ORCID"},
             {"scholar.google.", "Google Scholar"},
             {"github.com", "GitHub"},
             {"gitlab.", "GitLab"},
             {"linkedin.com", "LinkedIn"},
             {"dblp.org", "DBLP"},
             {"dblp.uni-trier.de", "DBLP"},
             {"semanticscholar.org", "Semantic Scholar"},
             {"researchgate.net", "ResearchGate"},
             {"openreview.net", "OpenReview"},
             {"twitter.com", "X"},
             {"x.com", "X"},
             {"bsky.app", "Bluesky"},
             {"kaggle.com", "Kaggle"},
             {"stackoverflow.com", "Stack Overflow"},
             {"huggingface.co", "Hugging Face"},
             {"zhihu.com", "Zhihu"},
             {"youtube.com", "YouTube"},
             {"inspirehep.net", "INSPIRE"},
             {"hal.science", "HAL"},
             {"hal.archives-ouvertes.fr", "HAL"},
             {"ssrn.com", "SSRN"},
             {"papers.ssrn.com", "SSRN"},
             {"scopus.com", "Scopus"},
             {"zotero.org", "Zotero"},
             {"researchmap.jp", "researchmap"},
             {"publons.com", "Publons"},
             {"webofscience.com", "Web of Science"},
             {"arxiv.org", "arXiv"},
             {"academia.edu", "Academia.edu"},
             {"lattes.cnpq.br", "Lattes"},
             {"osf.io", "OSF"}};

/* The host of the address is the row's, or one below it. */
static bool is_host(const char *host, size_t n, const char *row)
{
    size_t m = strlen(row);
    if (row[m - 1] == '.') return n > m && !strncasecmp(host, row, m);
    if (n < m || strncasecmp(host + n - m, row, m) != 0) return false;
    return n == m || host[n - m - 1] == '.';
}

static const char *network_of(const char *url)
{
    const char *host = strstr(url, "://");
    host = host ? host + 3 : url;
    if (!strncasecmp(host, "www.", 4)) host += 4;
    size_t n = strcspn(host, "/:?#");
    if (!host[n] || !host[n + 1]) return NULL; /* the network's own page */
    for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++)
        if (is_host(host, n, hosts[i].host)) return hosts[i].network;
    return NULL;
}

bool mkcv_profile_from_url(struct mkcv_reader *r, const char *url)
{
    const char *network = network_of(url);
    if (!network || mkcv_profile_is_placeholder(url)) return false;
    if (r) mkcv_profile_add(r, network, url);
    return true;
}

static void read_link(struct mkcv_reader *r, const struct mkcv_node *link)
{
    const char *url = mkcv_node_string(link, "link"), *icon = mkcv_node_string(link, "icon");
    if (!url) url = mkcv_node_string(link, "url");
    if (!url || *url == '#' || mkcv_profile_is_placeholder(url)) return;
    bool mail = !strncasecmp(url, "mailto:", 7);
    if (mail || (strchr(url, '@') && !strchr(url, '/'))) {
        struct mkcv_text t = mkcv_text_new(r->arena, mail ? url + 7 : url, link->loc);
        mkcv_person_email(r, &t);
        return;
    }
    const char *network = network_of(url);
    if (!network && icon && strcasestr(icon, "mastodon") && strstr(url, "://")) network = "Mastodon";
    if (network) mkcv_profile_add(r, network, url);
}

void mkcv_profiles_read_links(struct mkcv_reader *r, const struct mkcv_node *meta)
{
    static const char *const keys[] = {"social", "links", "profiles", NULL};
    for (const char *const *k = keys; *k; k++) {
        const struct mkcv_node *list = mkcv_node_lookup(meta, *k);
        for (const struct mkcv_node *n = list && list->kind == MKCV_NODE_LIST ? list->first : NULL; n; n = n->next)
            if (n->kind == MKCV_NODE_MAP) read_link(r, n);
    }
}
