/* basics.c - what data files say of their owner in lists and maps: JSON Resume's `basics`, RenderCV's `cv`. Their plain
 * keys are read in person.c; nothing here replaces what is known. */
#include "mkcv/source.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include <string.h>

static void set_once(const char **field, const struct mkcv_node *n, const char *key)
{
    const char *value = mkcv_node_string(n, key);
    if (!*field && value) *field = value;
}

static void read_place(struct mkcv_basics *b, const struct mkcv_node *n)
{
    if (!n || n->kind != MKCV_NODE_MAP || b->city) return;
    set_once(&b->address, n, "address");
    set_once(&b->postal_code, n, "postalCode");
    set_once(&b->city, n, "city");
    set_once(&b->region, n, "region");
    set_once(&b->country, n, "countryCode");
    set_once(&b->country, n, "country");
}

/* "Google Scholar" as the key of a configuration: "googlescholar". */
static const char *key_of_network(struct mkcv_arena *a, const char *network)
{
    char *key = mkcv_arena_strdup(a, mkcv_utf8_fold(a, network)), *to = key;
    for (const char *p = key; *p; p++)
        if (*p != ' ') *to++ = *p;
    *to = '\0';
    return key;
}

static void read_profile(struct mkcv_reader *r, const struct mkcv_node *n)
{
    struct mkcv_basics *b = &r->cv->basics;
    const char *network = mkcv_node_string(n, "network"), *user = mkcv_node_string(n, "username"),
               *url = mkcv_node_string(n, "url");
    size_t before = b->profiles.count;
    if (!network || (!user && !url) || mkcv_profile_is_placeholder(url ? url : user)) return;
    struct mkcv_node value = {.kind = MKCV_NODE_SCALAR, .quoted = true, .loc = n->loc},
                     map = {.kind = MKCV_NODE_MAP, .loc = n->loc, .first = &value};
    value.key = key_of_network(r->arena, network);
    value.value = url ? url : user;
    mkcv_profiles_read(r, &map);
    if (b->profiles.count > before) return;
    if (url)
        mkcv_profile_add(r, network, url);
    else
        *MKCV_PUSH(r->arena, &b->profiles) = (struct mkcv_profile){.network = network, .username = user};
}

static void read_profiles(struct mkcv_reader *r, const struct mkcv_node *list)
{
    for (const struct mkcv_node *m = list && list->kind == MKCV_NODE_LIST ? list->first : NULL; m; m = m->next)
        read_profile(r, m);
}

/* The profile text, for an owner of whom no page tells. */
static void read_summary(struct mkcv_reader *r, const struct mkcv_node *n)
{
    struct mkcv_basics *b = &r->cv->basics;
    const char *s = mkcv_node_string(n, "summary");
    struct mkcv_loc loc = s ? mkcv_node_lookup(n, "summary")->loc : n->loc;
    if (b->summary.count || !s || r->settings->biography == MKCV_BIOGRAPHY_NONE) return;
    while (*s) {
        const char *gap = strstr(s, "\n\n");
        size_t len = gap ? (size_t)(gap - s) : strlen(s);
        struct mkcv_text t = mkcv_markdown_inline(r->arena, mkcv_arena_strndup(r->arena, s, len), loc, r->diags);
        if (!mkcv_text_is_empty(&t)) *MKCV_PUSH(r->arena, &b->summary) = t;
        s += len + strspn(s + len, "\n");
    }
}

void mkcv_basics_read(struct mkcv_reader *r)
{
    struct mkcv_basics *b = &r->cv->basics;
    for (size_t i = 0; i < r->site->records.count; i++) {
        const struct mkcv_record *record = &r->site->records.at[i];
        if (record->kind != MKCV_RECORD_PERSON) continue;
        if (b->phone && !strncmp(b->phone, "tel:", 4)) b->phone += 4;
        read_place(b, mkcv_node_lookup(record->meta, "location"));
        read_profiles(r, mkcv_node_lookup(record->meta, "profiles"));
        read_profiles(r, mkcv_node_lookup(record->meta, "social_networks"));
        read_summary(r, record->meta);
        set_once(&b->url, record->meta, "url");
    }
}
