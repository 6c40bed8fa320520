/* pdf_url.c - addresses fit for a URI action; see pdf_url.h. The last gate: whatever came so far, no other scheme than
 * those below gets into a file that a reader may click on. */
#include "pdf_url.h"
#include "mkcv/buf.h"
#include <stdbool.h>
#include <string.h>
#include <strings.h>

enum { URL_LIMIT = 16000 };

static bool has_known_scheme(const char *url)
{
    static const char *const schemes[] = {"http", "https", "mailto", "ftp", "tel", "doi"};
    size_t n = strcspn(url, ":/?#");
    if (url[n] != ':') return false;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (strlen(schemes[i]) == n && strncasecmp(url, schemes[i], n) == 0) return true;
    return false;
}

const char *mkcv_pdf_url(struct mkcv_arena *a, const char *url)
{
    static const char digit[] = "0123456789ABCDEF";
    if (!url || strnlen(url, URL_LIMIT + 1) > URL_LIMIT || !has_known_scheme(url)) return NULL;
    struct mkcv_buf out;
    mkcv_buf_init(&out, a);
    for (const unsigned char *p = (const unsigned char *)url; *p; p++) {
        if (*p > 0x20 && *p < 0x7f && !strchr("\"<>\\^`{|}", *p)) {
            mkcv_buf_putc(&out, (char)*p);
        } else {
            const char coded[3] = {'%', digit[*p >> 4], digit[*p & 15]};
            mkcv_buf_put(&out, coded, sizeof coded);
        }
    }
    return out.s;
}
