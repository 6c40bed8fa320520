/* merge.c - several listings of one work made one entry.
 *
 * Two listings are one work when a DOI, an arXiv or OpenReview identifier or an address is the same, or the folded
 * title within two years; and when nothing speaks against it: quite different titles, two DOIs, a thesis beside a
 * paper. */
#include "mkcv/hash.h"
#include "mkcv/publication.h"
#include "mkcv/read.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include <stdlib.h>
#include <string.h>

/* Keys to the index of the first work that has them: open addressing, never more than half full. */
struct slot {
    const char *key;
    size_t work;
};
struct map {
    struct slot *slots;
    size_t size, used; /* size: a power of two */
};

static struct slot *find_slot(struct map *m, const char *key)
{
    size_t i = mkcv_hash(0, key, strlen(key)) & (m->size - 1);
    while (m->slots[i].key && strcmp(m->slots[i].key, key)) i = (i + 1) & (m->size - 1);
    return &m->slots[i];
}

static void grow(struct mkcv_arena *a, struct map *m)
{
    struct map wider = {.size = m->size ? m->size * 2 : 256, .used = m->used};
    wider.slots = MKCV_NEW_ARRAY(a, struct slot, wider.size);
    for (size_t i = 0; i < m->size; i++)
        if (m->slots[i].key) *find_slot(&wider, m->slots[i].key) = m->slots[i];
    *m = wider;
}

/* The first work with a key keeps it. */
static void insert(struct mkcv_arena *a, struct map *m, const char *key, size_t work)
{
    if (m->used * 2 >= m->size) grow(a, m);
    struct slot *s = find_slot(m, key);
    if (s->key) return;
    *s = (struct slot){.key = key, .work = work};
    m->used++;
}

#define KEYS_MAX 24
struct keys {
    const char *at[KEYS_MAX];
    size_t count;
};

static void add_key(struct mkcv_arena *a, struct keys *k, const char *kind, const char *value)
{
    if (value && *value && k->count < KEYS_MAX) k->at[k->count++] = mkcv_arena_printf(a, "%s:%s", kind, value);
}

static const char *field_string(const struct mkcv_entry *e, enum mkcv_field f)
{
    return mkcv_text_is_empty(&e->fields[f]) ? NULL : e->fields[f].s;
}

static int count_words(const char *s)
{
    int n = *s != 0;
    for (; *s; s++) n += *s == ' ';
    return n;
}

/* A code repository, slides or a talk belong to a work but are not it: other works may share them. */
static bool is_work_link(struct mkcv_arena *a, const struct mkcv_link *l)
{
    static const char *const aside[] = {"code",    "repo",    "repository", "github",   "slides",  "video", "talk",
                                        "project", "website", "poster",     "data",     "dataset", "demo",  "blog",
                                        "news",    "bibtex",  "package",    "artifact", NULL};
    if (!l->label) return true;
    const char *fold = mkcv_utf8_fold(a, l->label);
    for (const char *const *w = aside; *w; w++)
        if (mkcv_fold_has(fold, *w)) return false;
    return true;
}

static struct keys keys_of(struct mkcv_arena *a, const struct mkcv_entry *e)
{
    struct keys k = {.count = 0};
    add_key(a, &k, "doi", field_string(e, MKCV_FIELD_DOI));
    add_key(a, &k, "arxiv", field_string(e, MKCV_FIELD_ARXIV));
    struct mkcv_identity id = mkcv_identity_from_url(a, e->url);
    add_key(a, &k, "doi", id.doi);
    add_key(a, &k, "arxiv", id.arxiv);
    add_key(a, &k, "openreview", id.openreview);
    add_key(a, &k, "url", id.url);
    for (size_t i = 0; i < e->links.count && i < 8; i++) {
        if (!is_work_link(a, &e->links.at[i])) continue;
        id = mkcv_identity_from_url(a, e->links.at[i].url);
        add_key(a, &k, "doi", id.doi);
        add_key(a, &k, "arxiv", id.arxiv);
        add_key(a, &k, "openreview", id.openreview);
    }
    const char *title = field_string(e, MKCV_FIELD_TITLE);
    const char *fold = title ? mkcv_utf8_fold(a, title) : "";
    if (count_words(fold) >= 3 || strlen(fold) >= 24) add_key(a, &k, "title", fold);
    const char *org = field_string(e, MKCV_FIELD_ORG), *volume = field_string(e, MKCV_FIELD_VOLUME),
               *pages = field_string(e, MKCV_FIELD_PAGES);
    if (org && volume && pages)
        add_key(a, &k, "place", mkcv_arena_printf(a, "%s %s %s", mkcv_utf8_fold(a, org), volume, pages));
    return k;
}

static bool is_type(const struct mkcv_entry *e, const char *type)
{
    const char *t = field_string(e, MKCV_FIELD_TYPE);
    return t && !strcmp(t, type);
}

static bool is_monograph(const struct mkcv_entry *e)
{
    return is_type(e, "thesis") || is_type(e, "book") || is_type(e, "patent");
}

/* Both with a final version of their own. */
static bool has_two_dois(const struct mkcv_entry *x, const struct mkcv_entry *y)
{
    const char *a = field_string(x, MKCV_FIELD_DOI), *b = field_string(y, MKCV_FIELD_DOI);
    return a && b && strcasecmp(a, b) && !is_type(x, "preprint") && !is_type(y, "preprint");
}

/* A conference paper and its journal version carry one title, and are two works. */
static bool has_two_venues(struct mkcv_arena *a, const struct mkcv_entry *x, const struct mkcv_entry *y)
{
    if (!((is_type(x, "article") && is_type(y, "inproceedings")) ||
          (is_type(y, "article") && is_type(x, "inproceedings"))))
        return false;
    const char *v = field_string(x, MKCV_FIELD_ORG), *w = field_string(y, MKCV_FIELD_ORG);
    return v && w && strcmp(mkcv_utf8_fold(a, v), mkcv_utf8_fold(a, w));
}

/* At least half of the shorter title's words stand in the other. */
static bool has_like_titles(struct mkcv_arena *a, const struct mkcv_entry *x, const struct mkcv_entry *y)
{
    const char *s = field_string(x, MKCV_FIELD_TITLE), *t = field_string(y, MKCV_FIELD_TITLE);
    if (!s || !t) return true;
    s = mkcv_utf8_fold(a, s);
    t = mkcv_utf8_fold(a, t);
    if (count_words(s) > count_words(t)) {
        const char *swap = s;
        s = t;
        t = swap;
    }
    int words = 0, found = 0;
    char *copy = mkcv_arena_strdup(a, s), *save = NULL;
    for (char *w = strtok_r(copy, " ", &save); w && words < 40; w = strtok_r(NULL, " ", &save)) {
        words++;
        found += mkcv_fold_has(t, w);
    }
    return found * 2 >= words;
}

/* One address for works of several venues is a placeholder or a list of works. */
static bool has_like_venues(struct mkcv_arena *a, const struct mkcv_entry *x, const struct mkcv_entry *y)
{
    const char *v = field_string(x, MKCV_FIELD_ORG), *w = field_string(y, MKCV_FIELD_ORG);
    if (!v || !w || !mkcv_venue_is_short(v) || !mkcv_venue_is_short(w)) return true;
    bool same = mkcv_fold_has(mkcv_utf8_fold(a, v), mkcv_utf8_fold(a, w)) ||
                mkcv_fold_has(mkcv_utf8_fold(a, w), mkcv_utf8_fold(a, v));
    return same || is_type(x, "preprint") || is_type(y, "preprint");
}

static bool is_one_work(struct mkcv_arena *a, const char *key, const struct mkcv_entry *x, const struct mkcv_entry *y)
{
    if (!strncmp(key, "url:", 4)) return has_like_titles(a, x, y) && has_like_venues(a, x, y);
    if (strncmp(key, "title:", 6)) return has_like_titles(a, x, y);
    int distance = x->end.year && y->end.year ? abs(x->end.year - y->end.year) : 0;
    return distance <= 2 && is_monograph(x) == is_monograph(y) && !has_two_dois(x, y) && !has_two_venues(a, x, y);
}

static int fullness(const struct mkcv_entry *e)
{
    int n = (int)e->people.count;
    for (int f = 0; f < MKCV_FIELD_COUNT; f++) n += !mkcv_text_is_empty(&e->fields[f]);
    return n;
}

/* "ICLR" and the whole name of the conference: the short one becomes the venue's short name. */
static void merge_venue(struct mkcv_entry *to, const struct mkcv_entry *from)
{
    struct mkcv_text *org = &to->fields[MKCV_FIELD_ORG], *abbr = &to->fields[MKCV_FIELD_ABBR];
    const struct mkcv_text *other = &from->fields[MKCV_FIELD_ORG];
    if (mkcv_text_is_empty(other)) return;
    if (mkcv_text_is_empty(org)) {
        *org = *other;
        return;
    }
    bool published = is_type(to, "preprint") && !is_type(from, "preprint") && field_string(from, MKCV_FIELD_TYPE);
    bool was_short = mkcv_venue_is_short(org->s), is_short = mkcv_venue_is_short(other->s);
    if (published) {
        *org = *other;
    } else if (was_short && !is_short && !is_type(from, "preprint")) {
        if (mkcv_text_is_empty(abbr)) *abbr = *org;
        *org = *other;
    } else if (is_short && !was_short && mkcv_text_is_empty(abbr) && strcmp(other->s, org->s)) {
        *abbr = *other;
    }
}

/* A title spelt in an address has lost its punctuation; of two alike the longer is the one as printed. */
static void merge_title(struct mkcv_arena *a, struct mkcv_entry *to, const struct mkcv_entry *from)
{
    struct mkcv_text *title = &to->fields[MKCV_FIELD_TITLE];
    const struct mkcv_text *other = &from->fields[MKCV_FIELD_TITLE];
    if (mkcv_text_is_empty(other)) return;
    if (mkcv_text_is_empty(title)) {
        *title = *other;
        return;
    }
    bool same = !strcmp(mkcv_utf8_fold(a, title->s), mkcv_utf8_fold(a, other->s));
    if (same ? strlen(other->s) > strlen(title->s) : from->people.count > 0 && to->people.count == 0) *title = *other;
}

static void merge_date(struct mkcv_entry *to, const struct mkcv_entry *from)
{
    bool published = is_type(to, "preprint") && field_string(from, MKCV_FIELD_TYPE) && !is_type(from, "preprint");
    if (!from->end.year) return;
    if (!to->end.year || published || (to->end.year == from->end.year && !to->end.month)) to->end = from->end;
}

static void merge_people(struct mkcv_entry *to, const struct mkcv_entry *from)
{
    bool fuller = from->people.count > to->people.count || (to->et_al && !from->et_al && from->people.count);
    if (!fuller) return;
    to->people.at = from->people.at;
    to->people.count = from->people.count;
    to->people.cap = from->people.count; /* shared: the next push copies */
    to->et_al = from->et_al;
}

static bool is_same_address(struct mkcv_arena *a, const char *x, const char *y)
{
    struct mkcv_identity i = mkcv_identity_from_url(a, x), j = mkcv_identity_from_url(a, y);
    return !strcmp(x, y) || (i.url && j.url && !strcmp(i.url, j.url));
}

static bool is_same_string(const char *x, const char *y) { return x && y && !strcmp(x, y); }

/* Two addresses of one paper on one server: its abstract and its PDF. */
static bool is_same_paper(struct mkcv_arena *a, const char *x, const char *y)
{
    struct mkcv_identity i = mkcv_identity_from_url(a, x), j = mkcv_identity_from_url(a, y);
    return is_same_string(i.arxiv, j.arxiv) || is_same_string(i.openreview, j.openreview) ||
           is_same_string(i.doi, j.doi);
}

static void add_link(struct mkcv_arena *a, struct mkcv_entry *e, const char *label, const char *url)
{
    if (e->url && is_same_address(a, e->url, url)) return;
    for (size_t i = 0; i < e->links.count; i++)
        if (is_same_address(a, e->links.at[i].url, url)) return;
    *MKCV_PUSH(a, &e->links) = (struct mkcv_link){.label = label, .url = url};
}

static const char *label_of(struct mkcv_arena *a, const char *url)
{
    struct mkcv_identity id = mkcv_identity_from_url(a, url);
    size_t n = strlen(url);
    if (id.arxiv) return "arXiv";
    if (id.doi) return "DOI";
    if (id.openreview) return "OpenReview";
    return n > 4 && !strcasecmp(url + n - 4, ".pdf") ? "PDF" : "Link";
}

static void merge_links(struct mkcv_arena *a, struct mkcv_entry *to, const struct mkcv_entry *from)
{
    if (!to->url) to->url = from->url;
    if (from->url && !is_same_paper(a, to->url, from->url)) add_link(a, to, label_of(a, from->url), from->url);
    for (size_t i = 0; i < from->links.count; i++) add_link(a, to, from->links.at[i].label, from->links.at[i].url);
}

static bool is_same_path(const struct mkcv_category *x, const struct mkcv_category *y)
{
    if (x->path.count != y->path.count) return false;
    for (size_t i = 0; i < x->path.count; i++)
        if (strcmp(x->path.at[i], y->path.at[i])) return false;
    return true;
}

static void merge_categories(struct mkcv_arena *a, struct mkcv_entry *to, const struct mkcv_entry *from)
{
    for (size_t i = 0; i < from->categories.count; i++) {
        size_t k = 0;
        while (k < to->categories.count && !is_same_path(&to->categories.at[k], &from->categories.at[i])) k++;
        if (k == to->categories.count) *MKCV_PUSH(a, &to->categories) = from->categories.at[i];
    }
}

static void merge_fields(struct mkcv_entry *to, const struct mkcv_entry *from)
{
    for (int f = 0; f < MKCV_FIELD_COUNT; f++)
        if (mkcv_text_is_empty(&to->fields[f])) to->fields[f] = from->fields[f];
    if (is_type(to, "preprint") && field_string(from, MKCV_FIELD_TYPE)) {
        to->fields[MKCV_FIELD_TYPE] = from->fields[MKCV_FIELD_TYPE];
        if (!is_type(from, "preprint")) to->fields[MKCV_FIELD_STATUS] = from->fields[MKCV_FIELD_STATUS];
    }
}

static void merge_places(struct mkcv_arena *a, struct mkcv_entry *to, const struct mkcv_entry *from)
{
    struct mkcv_loc other = from->loc;
    if (fullness(from) > fullness(to)) {
        other = to->loc;
        to->loc = from->loc;
        to->rule = from->rule;
    }
    *MKCV_PUSH(a, &to->also) = other;
    for (size_t i = 0; i < from->also.count; i++) *MKCV_PUSH(a, &to->also) = from->also.at[i];
}

static void merge_entry(struct mkcv_arena *a, struct mkcv_entry *to, const struct mkcv_entry *from)
{
    merge_places(a, to, from);
    merge_venue(to, from); /* before the types are merged: which of the two is the preprint decides */
    merge_date(to, from);
    merge_title(a, to, from);
    merge_people(to, from);
    merge_fields(to, from);
    merge_links(a, to, from);
    merge_categories(a, to, from);
    for (size_t i = 0; i < from->tags.count; i++) *MKCV_PUSH(a, &to->tags) = from->tags.at[i];
    if (from->priority > to->priority) to->priority = from->priority;
    to->selected |= from->selected;
    to->hidden |= from->hidden;
    if (!to->date_text) to->date_text = from->date_text;
}

void mkcv_works_merge(struct mkcv_arena *a, struct mkcv_works *works)
{
    struct map map = {.size = 0};
    grow(a, &map);
    size_t kept = 0;
    for (size_t i = 0; i < works->count; i++) {
        struct mkcv_entry e = works->at[i];
        struct keys keys = keys_of(a, &e);
        size_t home = kept;
        for (size_t k = 0; k < keys.count && home == kept; k++) {
            struct slot *s = find_slot(&map, keys.at[k]);
            if (s->key && is_one_work(a, keys.at[k], &works->at[s->work], &e)) home = s->work;
        }
        if (home == kept)
            works->at[kept++] = e;
        else
            merge_entry(a, &works->at[home], &e);
        for (size_t k = 0; k < keys.count; k++) insert(a, &map, keys.at[k], home);
    }
    works->count = kept;
}

static bool is_owner_of_any(struct mkcv_reader *r, const struct mkcv_entry *e)
{
    for (size_t i = 0; i < e->people.count; i++)
        if (mkcv_is_owner(r, e->people.at[i].name)) return true;
    return false;
}

/* The owner alone is marked: by the name where it is known, else by what the lists set apart. Of two names of a list
 * that could be the owner's, the one set apart is. */
static void mark_owner(struct mkcv_reader *r, struct mkcv_entry *e)
{
    bool known = r->cv->basics.name || r->cv->basics.name_variants.count;
    if (!known) return;
    bool named = is_owner_of_any(r, e), set_apart = false;
    for (size_t i = 0; i < e->people.count; i++)
        set_apart |= e->people.at[i].self && mkcv_is_owner(r, e->people.at[i].name);
    bool found = false;
    for (size_t i = 0; i < e->people.count; i++) {
        struct mkcv_person *p = &e->people.at[i];
        p->self = named && !found && mkcv_is_owner(r, p->name) && (!set_apart || p->self);
        found |= p->self;
    }
}

/* A badge that found no work says nothing. */
static void drop_badges(struct mkcv_section *s)
{
    size_t kept = 0;
    for (size_t i = 0; i < s->entries.count; i++) {
        const struct mkcv_entry *e = &s->entries.at[i];
        if (field_string(e, MKCV_FIELD_TITLE) || e->people.count || e->url || e->categories.count)
            s->entries.at[kept++] = *e;
    }
    s->entries.count = kept;
}

void mkcv_publications_merge(struct mkcv_reader *r)
{
    struct mkcv_section *section = mkcv_cv_lookup(r->cv, MKCV_KIND_PUBLICATIONS);
    if (!section) return;
    drop_badges(section);
    const char *owner = mkcv_publications_owner(r);
    struct mkcv_works works = {section->entries.at, section->entries.count};
    mkcv_works_merge(r->arena, &works);
    section->entries.count = works.count;
    for (size_t i = 0; i < works.count; i++) {
        struct mkcv_entry *e = &works.at[i];
        mark_owner(r, e);
        mkcv_students_mark(r, e);
        if (r->cv->basics.name || r->cv->basics.name_variants.count) continue;
        for (size_t k = 0; k < e->people.count; k++)
            e->people.at[k].self = owner && e->people.at[k].self && !strcmp(owner, e->people.at[k].name);
    }
}
