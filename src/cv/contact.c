/* contact.c - ways to reach the owner that stand on the pages: links to profiles, telephone, postal address.
 *
 * A link is the owner's when its label says the network or the address itself: names of people lead to other people's
 * profiles. Lists of works, students and news are not looked into. */
#include "mkcv/utf8.h"
#include "parts.h"
#include "words.h"
#include <string.h>
#include <strings.h>

/* Hosts, the network, how the path of a person begins, and the words of a label that mean it. */
static const struct {
    const char *host, *path, *network, *label;
} networks[] = {
    {"scholar.google.", "/citations?", "Google Scholar", "scholar"},
    {"orcid.org", "/0", "ORCID", "orcid"},
    {"github.com", "/", "GitHub", "github"},
    {"gitlab.com", "/", "GitLab", "gitlab"},
    {"linkedin.com", "/in/", "LinkedIn", "linkedin"},
    {"dblp.org", "/p", "DBLP", "dblp"},
    {"dblp.uni-trier.de", "/p", "DBLP", "dblp"},
    {"dblp.dagstuhl.de", "/p", "DBLP", "dblp"},
    {"researchgate.net", "/profile/", "ResearchGate", "researchgate"},
    {"semanticscholar.org", "/author/", "Semantic Scholar", "semantic scholar"},
    {"openreview.net", "/profile", "OpenReview", "openreview"},
    {"twitter.com", "/", "X", "twitter"},
    {"x.com", "/", "X", "twitter"},
    {"bsky.app", "/profile/", "Bluesky", "bluesky"},
    {"publons.com", "/", "Publons", "publons"},
    {"scopus.com", "/authid/", "Scopus", "scopus"},
    {"webofscience.com", "/wos/author/", "Web of Science", "web of science"},
    {"researchmap.jp", "/", "researchmap", "researchmap"},
    {"inspirehep.net", "/authors/", "INSPIRE", "inspire"},
    {"arxiv.org", "/a/", "arXiv", "arxiv"},
    {"huggingface.co", "/", "Hugging Face", "hugging face"},
    {"zhihu.com", "/people/", "Zhihu", "zhihu"},
    {"hal.science", "/", "HAL", "hal"},
    {"lattes.cnpq.br", "/", "Lattes", "lattes"},
    {"ieeexplore.ieee.org", "/author/", "IEEE Xplore", "ieee"},
    {"kaggle.com", "/", "Kaggle", "kaggle"},
    {"stackoverflow.com", "/users/", "Stack Overflow", "stack overflow"},
};
enum { NETWORKS = sizeof networks / sizeof *networks, DEEPEST = 40 };

/* The part of an address behind its host when the host is `host` (a point at its end: any top level); else NULL. */
static const char *path_at(const char *url, const char *host)
{
    const char *at = strstr(url, "://");
    size_t n = strlen(host);
    at = at ? at + 3 : url;
    if (!strncasecmp(at, "www.", 4)) at += 4;
    /* country hosts: "de.linkedin.com" */
    if (strncasecmp(at, host, n) != 0 && strcspn(at, ".") == 2) at += 3;
    if (strncasecmp(at, host, n) != 0) return NULL;
    at += n;
    if (host[n - 1] == '.') at += strcspn(at, "/");
    return *at == '/' ? at : NULL;
}

/* "/name" or "/in/name": one name behind the beginning of a person's path, and not the network's own pages. */
static bool names_person(const char *path, const char *begins)
{
    static const char *const own[] = {"search", "features", "orgs",   "login", "about", "home", "sponsors",
                                      "share",  "intent",   "topics", "site",  "gist",  NULL};
    size_t n = strlen(begins);
    if (strncasecmp(path, begins, n) != 0) return false;
    if (strcmp(begins, "/") != 0) return path[n] != 0;
    const char *name = path + 1;
    size_t length = strcspn(name, "/?#");
    if (!length || (name[length] == '/' && name[length + 1] && name[length + 1] != '?')) return false;
    for (const char *const *o = own; *o; o++)
        if (strlen(*o) == length && !strncasecmp(*o, name, length)) return false;
    return true;
}

static int network_of(const char *url)
{
    for (int i = 0; i < NETWORKS; i++) {
        const char *path = path_at(url, networks[i].host);
        if (path && names_person(path, networks[i].path)) return i;
    }
    return -1;
}

/* The label says the network, or is the address, an account or a picture. */
static bool is_own_label(struct mkcv_arena *a, const char *label, size_t n, int network, const char *url)
{
    if (!n || n > 60) return n > 60 && !strncasecmp(label, "http", 4);
    const char *said = mkcv_arena_strndup(a, label, n), *fold = mkcv_utf8_fold(a, said);
    if (mkcv_fold_has(fold, networks[network].label) || strstr(url, said) || *said == '@') return true;
    if (!strcmp(networks[network].network, "X") && mkcv_fold_has(fold, "x")) return true;
    if (!strcmp(networks[network].network, "Google Scholar") && strstr(said, "谷歌学术")) return true;
    static const char *const words[] = {"profile", "account", "page", "citations", "google", "code", NULL};
    for (const char *const *w = words; *w; w++)
        if (!strcmp(fold, *w)) return true;
    return strstr(said, "学术") != NULL;
}

static void read_links(struct mkcv_reader *r, const struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct mkcv_span *s = &t->spans.at[i];
        int network = s->url && *s->url ? network_of(s->url) : -1;
        if (network < 0) continue;
        struct mkcv_range link = mkcv_link_at(t, s->at);
        bool picture = (s->marks & MKCV_MARK_IMAGE) != 0;
        if (link.to <= link.from) link = (struct mkcv_range){s->at, s->at + s->len};
        link = mkcv_trim(t->s, link);
        if (picture || is_own_label(r->arena, t->s + link.from, link.to - link.from, network, s->url))
            mkcv_profile_add(r, networks[network].network, s->url);
    }
}

/* "ORCID: 0000-0002-1825-0097" without a link. */
static void read_orcid(struct mkcv_reader *r, const struct mkcv_text *t)
{
    const char *at = strcasestr(t->s, "orcid");
    for (const char *p = at; p && *p && p < at + 40; p++) {
        size_t n = strspn(p, "0123456789-X");
        if (n == 19 && p[4] == '-' && p[9] == '-' && p[14] == '-') {
            mkcv_profile_add(r, "ORCID",
                             mkcv_arena_printf(r->arena, "https://orcid.org/%s", mkcv_arena_strndup(r->arena, p, n)));
            return;
        }
        if (n) p += n - 1;
    }
}

/* "Phone: +47 55 12 34 56": a number of seven digits at least behind a word that announces it. */
static void read_phone(struct mkcv_reader *r, const struct mkcv_text *t)
{
    static const char *const words[] = {"phone",   "voicemail", "tel",      "telephone", "mobile",
                                        "telefon", "téléphone", "teléfono", "telefone",  "telefono",
                                        "电话",    "電話",      "전화",     NULL};
    if (r->cv->basics.phone) return;
    for (const char *const *w = words; *w; w++) {
        const char *at = strcasestr(t->s, *w);
        if (!at || (at > t->s && mkcv_is_letter((unsigned char)at[-1]))) continue;
        const char *p = at + strlen(*w);
        p += strspn(p, " .:()\t");
        if (!strncmp(p, "：", 3)) p += 3;
        if (p > t->s && p[-1] == '(') p--;
        size_t n = strspn(p, "+0123456789()-. /"), digits = 0;
        for (size_t i = 0; i < n; i++) digits += mkcv_is_digit((unsigned char)p[i]);
        while (n && strchr(" -./(", p[n - 1])) n--;
        if (digits < 7 || digits > 16) continue;
        r->cv->basics.phone = mkcv_arena_strndup(r->arena, p, n);
        return;
    }
}

static void read_text(struct mkcv_reader *r, const struct mkcv_text *t)
{
    if (!t->s || !*t->s || mkcv_text_length(t) > MKCV_READ_TEXT_BYTES) return;
    read_links(r, t);
    read_orcid(r, t);
    read_phone(r, t);
}

static void read_blocks(struct mkcv_reader *r, const struct mkcv_block *b, bool *others, int depth)
{
    for (; b && depth < DEEPEST; b = b->next) {
        if (b->kind == MKCV_BLOCK_HEADING && b->text.s) {
            struct mkcv_heading h = mkcv_heading_read(r->arena, b->text.s);
            *others = h.sense == MKCV_HEADING_KIND && h.kind != MKCV_KIND_WORK && h.kind != MKCV_KIND_EDUCATION &&
                      h.kind != MKCV_KIND_INTERESTS;
        }
        if (!*others) read_text(r, &b->text);
        read_blocks(r, b->first, others, depth + 1);
    }
}

void mkcv_contacts_read(struct mkcv_reader *r)
{
    bool landing = true;
    for (size_t i = 0; i < r->site->records.count; i++) {
        const struct mkcv_record *page = &r->site->records.at[i];
        if (page->kind != MKCV_RECORD_PAGE) continue;
        const char *title = mkcv_node_string(page->meta, "title");
        struct mkcv_heading h = mkcv_heading_read(r->arena, title);
        bool others = false;
        if (page->body && (landing || h.sense == MKCV_HEADING_LEFT_OUT || h.sense == MKCV_HEADING_FRAME))
            read_blocks(r, page->body->first, &others, 0);
        landing = false;
    }
}
