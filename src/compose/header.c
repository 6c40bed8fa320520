/* header.c - name, label and contacts; a line of the header is never empty. */
#include "header.h"
#include "language.h"
#include "mkcv/utf8.h"
#include "part.h"
#include "typography.h"
#include <string.h>
#include <strings.h>

#define LIMIT_ADDRESS 44 /* bytes of a printed address: a longer one is named instead */

/* Networks: how they are written, and where a user of theirs is found (the user name replaces the "*"). */
static const struct network {
    const char *key, *name, *address;
} networks[] = {
    {"orcid", "ORCID", "https://orcid.org/*"},
    {"github", "GitHub", "https://github.com/*"},
    {"gitlab", "GitLab", "https://gitlab.com/*"},
    {"linkedin", "LinkedIn", "https://www.linkedin.com/in/*"},
    {"googlescholar", "Google Scholar", "https://scholar.google.com/citations?user=*"},
    {"scholar", "Google Scholar", "https://scholar.google.com/citations?user=*"},
    {"twitter", "Twitter", "https://twitter.com/*"},
    {"x", "X", "https://x.com/*"},
    {"dblp", "DBLP", NULL},
    {"researchgate", "ResearchGate", "https://www.researchgate.net/profile/*"},
    {"semanticscholar", "Semantic Scholar", NULL},
    {"openreview", "OpenReview", "https://openreview.net/profile?id=*"},
    {"arxiv", "arXiv", NULL},
    {"youtube", "YouTube", NULL},
};

/* The network whose name is the same but for case, blanks and signs. */
static const struct network *lookup_network(const char *name)
{
    char key[32];
    size_t n = 0;
    for (; name && *name && n + 1 < sizeof key; ++name)
        if ((*name | 32) >= 'a' && (*name | 32) <= 'z') key[n++] = (char)(*name | 32);
    key[n] = '\0';
    for (size_t i = 0; i < sizeof networks / sizeof *networks; ++i)
        if (strcmp(networks[i].key, key) == 0) return &networks[i];
    return NULL;
}

/* The address as people write it: no scheme, no "www.", no slash at the end. */
static const char *bare_address(struct mkcv_arena *a, const char *url)
{
    const char *s = strstr(url, "://");
    s = s ? s + 3 : url;
    if (strncmp(s, "www.", 4) == 0) s += 4;
    size_t n = strlen(s);
    while (n && s[n - 1] == '/') --n;
    return mkcv_arena_strndup(a, s, n);
}

static void add_contact(struct mkcv_composer *c, struct mkcv_flow_node *header, const char *text, const char *url)
{
    if (!text || !*text) return;
    struct mkcv_text line = {0};
    mkcv_part_link(c, &line, "", text, MKCV_ROLE_CONTACT, url);
    *MKCV_PUSH(c->arena, &header->lines) = line;
}

static const char *address_of_user(struct mkcv_arena *a, const struct network *network, const char *user)
{
    const char *star = network && network->address && user ? strchr(network->address, '*') : NULL;
    if (!star) return NULL;
    return mkcv_arena_printf(a, "%.*s%s", (int)(star - network->address), network->address, user);
}

static void add_profile(struct mkcv_composer *c, struct mkcv_flow_node *header, const struct mkcv_profile *p)
{
    const struct network *network = lookup_network(p->network);
    const char *name = network ? network->name : p->network;
    const char *url = p->url && *p->url ? p->url : address_of_user(c->arena, network, p->username);
    const char *bare = url ? bare_address(c->arena, url) : NULL, *slash = bare ? strrchr(bare, '/') : NULL;
    if (network && strcmp(network->name, "ORCID") == 0 && (p->username || slash))
        add_contact(c, header, mkcv_arena_printf(c->arena, "ORCID\u00a0%s", slash ? slash + 1 : p->username), url);
    else if (bare && strlen(bare) <= LIMIT_ADDRESS && !strchr(bare, '?') && !strchr(bare, '%') && slash)
        add_contact(c, header, bare, url);
    else if (url || !p->username)
        add_contact(c, header, name ? name : bare, url);
    else
        add_contact(c, header, mkcv_arena_printf(c->arena, "%s: %s", name ? name : "", p->username), NULL);
}

static void add_place(struct mkcv_composer *c, struct mkcv_flow_node *header)
{
    const struct mkcv_basics *b = &c->cv->basics;
    struct mkcv_text line = {0};
    if (!b->city) mkcv_part_put(c, &line, ", ", b->address, MKCV_ROLE_CONTACT);
    mkcv_part_put(c, &line, ", ", b->city, MKCV_ROLE_CONTACT);
    mkcv_part_put(c, &line, ", ", b->region, MKCV_ROLE_CONTACT);
    mkcv_part_put(c, &line, ", ", b->country, MKCV_ROLE_CONTACT);
    if (!mkcv_text_is_empty(&line)) *MKCV_PUSH(c->arena, &header->lines) = line;
}

static void add_contacts(struct mkcv_composer *c, struct mkcv_flow_node *header)
{
    const struct mkcv_basics *b = &c->cv->basics;
    if (b->email) add_contact(c, header, b->email, mkcv_arena_printf(c->arena, "mailto:%s", b->email));
    if (b->phone) {
        char *number = mkcv_arena_strdup(c->arena, b->phone), *to = number;
        for (const char *s = b->phone; *s; ++s)
            if ((*s >= '0' && *s <= '9') || (*s == '+' && to == number)) *to++ = *s;
        *to = '\0';
        add_contact(c, header, b->phone, *number ? mkcv_arena_printf(c->arena, "tel:%s", number) : NULL);
    }
    if (b->url) add_contact(c, header, bare_address(c->arena, b->url), b->url);
    for (size_t i = 0; i < b->profiles.count; ++i) add_profile(c, header, &b->profiles.at[i]);
    add_place(c, header);
}

/* What the photo shows, for those who do not see it. */
static const char *describe_photo(const struct mkcv_composer *c)
{
    static const char slot[] = "{name}";
    const struct mkcv_language *language = mkcv_language_lookup(c->lang);
    const char *name = c->cv->basics.name, *at = strstr(language->portrait, slot);
    if (!name || !at) return language->document;
    return mkcv_arena_printf(c->arena, "%.*s%s%s", (int)(at - language->portrait), language->portrait, name,
                             at + strlen(slot));
}

void mkcv_header_compose(struct mkcv_composer *c)
{
    const struct mkcv_basics *b = &c->cv->basics;
    struct mkcv_flow_node header = {.kind = MKCV_FLOW_HEADER, .loc = b->loc};
    struct mkcv_text post = mkcv_part_text(c, &b->label, MKCV_ROLE_LABEL, NULL);
    struct mkcv_text place = mkcv_part_text(c, &b->affiliation, MKCV_ROLE_LABEL, b->affiliation_url);
    struct mkcv_text label = {0};
    mkcv_part_join(c, &label, ", ", MKCV_ROLE_LABEL, &post);
    if (!post.s || !place.s || !strstr(post.s, place.s)) mkcv_part_join(c, &label, ", ", MKCV_ROLE_LABEL, &place);
    /* who is unknown is not replaced by their post: the document's kind stands there until the name is given */
    const char *head =
        b->name ? mkcv_typeset_string(c->arena, b->name, c->lang) : mkcv_language_lookup(c->lang)->document;
    mkcv_text_put(c->arena, &header.head, head, MKCV_ROLE_NAME);
    header.aside = label;
    add_contacts(c, &header);
    if (!b->name && mkcv_text_is_empty(&label) && !header.lines.count) return;
    header.photo = c->cv->photo;
    if (header.photo) header.alt = describe_photo(c);
    *mkcv_part_node(c, MKCV_FLOW_HEADER, header.loc) = header;
}
