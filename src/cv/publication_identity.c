/* publication_identity.c - what the address of a link says about a work: its DOI (ISO 26324), arXiv or OpenReview
 * identifier, its title where the address spells one, and the address itself made comparable (RFC 3986 section 6, as
 * far as libraries' sites go). */
#include "mkcv/buf.h"
#include "mkcv/publication.h"
#include "mkcv/utf8.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static int hex_value(char c)
{
    return isdigit((unsigned char)c) ? c - '0' : isxdigit((unsigned char)c) ? tolower((unsigned char)c) - 'a' + 10 : -1;
}

/* Percent escapes of printable ASCII resolved, and those of valid UTF-8. */
static const char *decode_percent(struct mkcv_arena *a, const char *s)
{
    if (!strchr(s, '%')) return s;
    char *out = mkcv_arena_strdup(a, s), *w = out;
    for (const char *p = s; *p; p++) {
        int high = *p == '%' && p[1] ? hex_value(p[1]) : -1, low = high >= 0 ? hex_value(p[2]) : -1;
        if (low >= 0 && high * 16 + low >= 0x20) {
            *w++ = (char)(high * 16 + low);
            p += 2;
        } else {
            *w++ = *p;
        }
    }
    *w = 0;
    int bad_line;
    return mkcv_utf8_clean(a, out, (size_t)(w - out), &bad_line);
}

static bool ends_with(const char *s, size_t n, const char *end)
{
    size_t k = strlen(end);
    return n >= k && tolower((unsigned char)s[n - 1]) == end[k - 1] && !strncasecmp(s + n - k, end, k);
}

static size_t cut_ends(const char *s, size_t n, const char *const *ends)
{
    for (bool again = true; again;) {
        again = false;
        for (const char *const *e = ends; *e; e++)
            if (n > strlen(*e) && ends_with(s, n, *e)) {
                n -= strlen(*e);
                again = true;
            }
    }
    return n;
}

static char *lower_ascii(struct mkcv_arena *a, const char *s, size_t n)
{
    char *out = mkcv_arena_strndup(a, s, n);
    for (char *p = out; *p; p++) *p = (char)tolower((unsigned char)*p);
    return out;
}

/* "v1.full" of preprint servers goes; a DOI never ends so. */
static size_t cut_version(const char *s, size_t n)
{
    size_t k = n;
    while (k && isdigit((unsigned char)s[k - 1])) k--;
    return k < n && k > 1 && s[k - 1] == 'v' && isdigit((unsigned char)s[k - 2]) ? k - 1 : n;
}

static const char *doi_from_path(struct mkcv_arena *a, const char *path)
{
    static const char *const ends[] = {"/pdf",      "/full",      "/abstract", "/epdf", "/meta", "/html",
                                       ".full",     ".pdf",       ".html",     "/",     ".",     ",",
                                       "/fulltext", "/full-text", "/abs",      NULL};
    for (const char *p = strstr(path, "10."); p; p = strstr(p + 1, "10.")) {
        if (p != path && p[-1] != '/' && p[-1] != '=' && p[-1] != ':' && p[-1] != ' ') continue;
        size_t digits = strspn(p + 3, "0123456789.");
        if (digits < 4 || p[3 + digits] != '/' || !p[4 + digits]) continue;
        size_t n = 0;
        while ((unsigned char)p[n] > 0x20 && (unsigned char)p[n] < 0x7f && !strchr("?#&", p[n])) n++;
        n = cut_ends(p, n, ends);
        if (!strncmp(p, "10.1101/", 8)) n = cut_ends(p, cut_version(p, n), ends);
        return lower_ascii(a, p, n);
    }
    return NULL;
}

/* 2405.09786, 0704.0001, hep-th/9901001; without the version. */
static const char *arxiv_from_path(struct mkcv_arena *a, const char *p)
{
    size_t n = strspn(p, "0123456789");
    if (n == 4 && p[4] == '.') {
        size_t k = strspn(p + 5, "0123456789");
        return k == 4 || k == 5 ? mkcv_arena_strndup(a, p, 5 + k) : NULL;
    }
    size_t name = strspn(p, "abcdefghijklmnopqrstuvwxyz-.ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (n || !name || p[name] != '/' || strspn(p + name + 1, "0123456789") != 7) return NULL;
    /* the archive's subject class, "math.GT", is not part of the number */
    size_t archive = strcspn(p, "./");
    return mkcv_arena_printf(a, "%s%.8s", lower_ascii(a, p, archive), p + name);
}

static const char *query_value(struct mkcv_arena *a, const char *query, const char *key)
{
    size_t k = strlen(key);
    for (const char *p = query; p && *p; p = strchr(p, '&') ? strchr(p, '&') + 1 : NULL)
        if (!strncmp(p, key, k) && p[k] == '=' && p[k + 1] && p[k + 1] != '&')
            return mkcv_arena_strndup(a, p + k + 1, strcspn(p + k + 1, "&#"));
    return NULL;
}

static int compare_strings(const void *x, const void *y) { return strcmp(*(char *const *)x, *(char *const *)y); }

/* Parameters in one order, those that only tell where a reader came from left out. */
static void put_query(struct mkcv_arena *a, struct mkcv_buf *out, const char *query)
{
    char *parts[16], *copy = mkcv_arena_strdup(a, query), *save = NULL;
    size_t count = 0;
    for (char *p = strtok_r(copy, "&", &save); p && count < 16; p = strtok_r(NULL, "&", &save))
        if (strncmp(p, "utm_", 4) && strncmp(p, "dgcid=", 6) && strncmp(p, "via=", 4)) parts[count++] = p;
    qsort(parts, count, sizeof *parts, compare_strings);
    for (size_t i = 0; i < count; i++) {
        mkcv_buf_putc(out, i ? '&' : '?');
        mkcv_buf_puts(out, parts[i]);
    }
}

struct address {
    const char *host, *path, *query; /* path with its slash; query NULL: none */
};

static bool split_address(struct mkcv_arena *a, const char *url, struct address *out)
{
    if (!url || strlen(url) > 2000) return false;
    const char *p = strstr(url, "://");
    if (p ? p - url > 5 || strncasecmp(url, "http", 4) : strncmp(url, "//", 2)) return false;
    p += p ? 3 : 0;
    if (!p) p = url + 2;
    size_t n = strcspn(p, "/?#");
    char *host = lower_ascii(a, p, n);
    if (!strncmp(host, "www.", 4)) host += 4;
    const char *rest = p + n;
    size_t path = strcspn(rest, "?#");
    out->host = host;
    out->path = mkcv_arena_strndup(a, rest, path);
    out->query = rest[path] == '?' ? mkcv_arena_strndup(a, rest + path + 1, strcspn(rest + path + 1, "#")) : NULL;
    return true;
}

static const char *normal_address(struct mkcv_arena *a, const struct address *u)
{
    static const char *const ends[] = {".pdf", "/", NULL};
    struct mkcv_buf b;
    mkcv_buf_init(&b, a);
    mkcv_buf_puts(&b, u->host);
    mkcv_buf_put(&b, u->path, cut_ends(u->path, strlen(u->path), ends));
    if (u->query) put_query(a, &b, u->query);
    return b.s;
}

static bool is_host(const char *host, const char *domain)
{
    size_t h = strlen(host), d = strlen(domain);
    return h >= d && !strcmp(host + h - d, domain) && (h == d || host[h - d - 1] == '.');
}

static int count_char(const char *s, char c)
{
    int n = 0;
    for (; *s; s++) n += *s == c;
    return n;
}

/* "Li_Title_of_Paper_CVPR_2024_paper": the first author, the venue and the year of an open-access file's name go. */
static char *cut_file_name(struct mkcv_arena *a, const char *slug)
{
    size_t n = strlen(slug);
    if (!ends_with(slug, n, "_paper")) return NULL;
    n -= 6;
    if (n < 6 || strspn(slug + n - 4, "0123456789") < 4 || slug[n - 5] != '_') return NULL;
    n -= 5;
    while (n && slug[n - 1] != '_') n--;
    const char *start = strchr(slug, '_');
    return n > 1 && start && start + 1 < slug + n - 1
               ? mkcv_arena_strndup(a, start + 1, (size_t)(slug + n - 1 - start - 1))
               : NULL;
}

/* A title spelt in the last part of an address, its words joined by underscores (hyphens are the title's own). */
static const char *title_from_path(struct mkcv_arena *a, const char *path)
{
    static const char *const ends[] = {".pdf", ".html", ".htm", NULL};
    const char *last = strrchr(path, '/');
    if (!last || strstr(path, "/wiki/")) return NULL;
    const char *decoded = decode_percent(a, last + 1);
    char *slug = mkcv_arena_strndup(a, decoded, cut_ends(decoded, strlen(decoded), ends));
    size_t digits = strspn(slug, "0123456789");
    bool numbered = digits >= 4 && slug[digits] == '_';
    char *s = cut_file_name(a, slug);
    if (!s) s = numbered ? slug + digits + 1 : slug;
    if (count_char(s, '_') < (numbered ? 1 : 3) || !isupper((unsigned char)*s) || strchr(s, '=')) return NULL;
    char *w = s;
    for (const char *p = s; *p; p++) {
        char c = *p == '_' ? ' ' : *p;
        if (c != ' ' || (w > s && w[-1] != ' ')) *w++ = c;
    }
    while (w > s && w[-1] == ' ') w--;
    *w = 0;
    return s;
}

/* Libraries show a paper whole or its abstract alone: "/article/abs/pii/S1" and "/article/pii/S1". */
static const char *without_view(struct mkcv_arena *a, const struct address *u)
{
    static const char view[] = "/abs/pii/";
    const char *p = is_host(u->host, "sciencedirect.com") ? strstr(u->path, view) : NULL;
    return p ? mkcv_arena_printf(a, "%.*s%s", (int)(p - u->path), u->path, p + 4) : u->path;
}

struct mkcv_identity mkcv_identity_from_url(struct mkcv_arena *a, const char *url)
{
    struct mkcv_identity id = {0};
    struct address u;
    if (!split_address(a, url, &u)) return id;
    u.path = without_view(a, &u);
    id.url = normal_address(a, &u);
    const char *path = decode_percent(a, u.path);
    if (is_host(u.host, "arxiv.org")) {
        const char *p = *path ? strchr(path + 1, '/') : NULL;
        if (p) id.arxiv = arxiv_from_path(a, p + 1);
    } else if (is_host(u.host, "openreview.net")) {
        id.openreview = query_value(a, u.query, "id");
    } else {
        id.doi = doi_from_path(a, path);
        if (!id.doi && is_host(u.host, "nature.com") && !strncmp(path, "/articles/s4", 12))
            id.doi = mkcv_arena_printf(a, "10.1038/%s", lower_ascii(a, path + 10, strcspn(path + 10, "./")));
        if (id.doi && !strncmp(id.doi, "10.48550/arxiv.", 15)) {
            id.arxiv = arxiv_from_path(a, id.doi + 15);
            id.doi = NULL;
        }
        if (!id.doi && !id.arxiv) id.title = title_from_path(a, u.path);
    }
    return id;
}
