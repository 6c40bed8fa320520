/* links.c - addresses that lead nowhere, by their form alone: nothing is fetched. */
#include "check.h"
#include <string.h>
#include <strings.h>

#define DEPTH_MOST 60 /* of nested blocks */

static bool starts(const char *s, const char *with) { return !strncasecmp(s, with, strlen(with)); }

/* What is wrong with the address, or NULL. Template code is the site's business. */
static const char *fault_of(const char *url)
{
    static const char *const broken[] = {"http:/", "https:/", "http//", "https//", NULL},
                             *const misspelt[] = {"htt:", "htp:", "htps:", "htpps:", "ttp:", "ttps:", "htttp", NULL};
    const char *rest = starts(url, "http://") ? url + 7 : starts(url, "https://") ? url + 8 : NULL;
    if (strstr(url, "{{") || strstr(url, "{%")) return NULL;
    if (starts(url, "mailto:")) return strchr(url, '@') || strchr(url, '%') ? NULL : "names no mailbox";
    for (const char *const *b = broken; *b && !rest; b++)
        if (starts(url, *b)) return "lacks '://' behind its scheme";
    for (const char *const *m = misspelt; *m; m++)
        if (starts(url, *m)) return "has a misspelt scheme";
    if (!rest) return NULL;
    if (starts(rest, "http:") || starts(rest, "https:")) return "has two schemes";
    size_t host = strcspn(rest, "/?#");
    if (!host) return "names no host";
    return memchr(rest, '.', host) || *rest == '[' ? NULL : "names a host without a domain";
}

static void check_address(struct mkcv_checked *k, const char *url, struct mkcv_loc loc)
{
    const char *fault = fault_of(url + strspn(url, " "));
    if (fault) mkcv_report(k->diags, MKCV_DIAG_LINK_MALFORMED, loc, url, fault);
}

static void check_text(struct mkcv_checked *k, const struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct mkcv_span *s = &t->spans.at[i];
        if (s->url && (!i || s->url != s[-1].url)) check_address(k, s->url, mkcv_text_loc(t, s->at));
    }
}

static void check_blocks(struct mkcv_checked *k, const struct mkcv_block *b, int depth)
{
    for (; b && depth < DEPTH_MOST; b = b->next) {
        check_text(k, &b->text);
        check_blocks(k, b->first, depth + 1);
    }
}

/* Values that are addresses, whatever their key. */
static void check_values(struct mkcv_checked *k, const struct mkcv_node *n, int depth)
{
    for (; n && depth < DEPTH_MOST; n = n->next) {
        if (n->kind == MKCV_NODE_SCALAR && n->value && starts(n->value, "ht") && !strchr(n->value, ' '))
            check_address(k, n->value, n->loc);
        check_values(k, n->first, depth + 1);
    }
}

void mkcv_check_links(struct mkcv_checked *k)
{
    for (size_t i = 0; i < k->site->records.count; i++) {
        const struct mkcv_record *r = &k->site->records.at[i];
        check_blocks(k, r->body, 0);
        if (r->meta) check_values(k, r->meta->first, 0);
    }
}
