/* uri.c - addresses as URIs; see uri.h. */
#include "mkcv/uri.h"
#include "mkcv/buf.h"
#include <ctype.h>
#include <string.h>

static bool has_scheme(const char *url)
{
    size_t n = isalpha((unsigned char)*url) ? 1 : 0;
    while (n && (isalnum((unsigned char)url[n]) || strchr("+-.", url[n])) && url[n]) n++;
    return n && url[n] == ':' && url[n + 1];
}

/* Where the path starts: brackets before it belong to the host. */
static const char *after_host(const char *url)
{
    const char *p = strstr(url, "://");
    return p ? p + 3 + strcspn(p + 3, "/?#") : url;
}

static bool is_uri_byte(const char *p, bool in_host)
{
    if (*p == '%') return isxdigit((unsigned char)p[1]) && isxdigit((unsigned char)p[2]);
    if (*p == '[' || *p == ']') return in_host;
    return isalnum((unsigned char)*p) || strchr("-._~:/?#@!$&'()*+,;=", *p);
}

const char *mkcv_uri(struct mkcv_arena *a, const char *url)
{
    if (!url || !has_scheme(url)) return NULL;
    struct mkcv_buf b;
    mkcv_buf_init(&b, a);
    const char *path = after_host(url), *fragment = strchr(url, '#');
    for (const char *p = url; *p; p++) {
        bool second_hash = *p == '#' && p != fragment;
        if (is_uri_byte(p, p < path) && !second_hash)
            mkcv_buf_putc(&b, *p);
        else
            mkcv_buf_printf(&b, "%%%02X", (unsigned)(unsigned char)*p);
    }
    return strcmp(b.s, url) != 0 ? b.s : url;
}

bool mkcv_is_email(const char *s)
{
    const char *at = s ? strchr(s, '@') : NULL;
    if (!at || at == s || !at[1] || strchr(at + 1, '@') || !strchr(at, '.')) return false;
    for (const char *p = s; *p; p++)
        if ((unsigned char)*p <= 0x20 || (unsigned char)*p >= 0x7f || strchr("<>()[],;:\\\"", *p)) return false;
    size_t n = strlen(s);
    return isalnum((unsigned char)s[n - 1]) && at[1] != '.' && at[-1] != '.' && *s != '.' && !strstr(s, "..");
}
