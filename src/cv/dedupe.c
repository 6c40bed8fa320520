/* dedupe.c - one entry of what several pages tell. Works have their own rules (merge.c).
 *
 * Two entries are one when kind and title agree, their organisations do or one is silent, and their dates do not
 * contradict each other. The fuller one wins and takes what only the other has. */
#include "mkcv/hash.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include <stdlib.h>
#include <string.h>

#define CAREER_COMPARED 100   /* studies or posts before one are compared by sense; nobody has more */
#define ENTRIES_COMPARED 1500 /* of a kind: beyond, only neighbours would be worth the square */
#define ORGS_COMPARED 200     /* of one title and date, by their parts and initials */

static const char *fold(struct mkcv_arena *a, const struct mkcv_text *t) { return t->s ? mkcv_utf8_fold(a, t->s) : ""; }

/* Folded without blanks: "Ph.D." and "PhD" are one. */
static const char *squeeze(struct mkcv_arena *a, const char *folded)
{
    char *s = mkcv_arena_strdup(a, folded), *q = s;
    for (const char *p = s; *p; p++)
        if (*p != ' ') *q++ = *p;
    *q = 0;
    return s;
}

static int compare_dates(const void *x, const void *y)
{
    return mkcv_date_compare(*(const struct mkcv_date *)x, *(const struct mkcv_date *)y);
}

/* "kaust" of "king abdullah university of science and technology"; both folded. */
static bool is_acronym(const char *one, const char *other)
{
    static const char *const small[] = {"of", "and", "the", "for", "in", "at", "de", "fur", "der"};
    size_t n = strlen(one), at = 0;
    if (n < 3 || n > 8 || strchr(one, ' ')) return false;
    for (const char *p = other; *p; p += *p == ' ') {
        size_t word = strcspn(p, " "), k = 0;
        while (k < sizeof small / sizeof *small && (strlen(small[k]) != word || strncmp(small[k], p, word) != 0)) k++;
        if (k == sizeof small / sizeof *small && (at >= n || one[at++] != *p)) return false;
        p += word;
    }
    return at == n;
}

static bool fits(const char *one, const char *other)
{
    return !*one || !*other || !strcmp(one, other) || mkcv_fold_has(one, other) || mkcv_fold_has(other, one) ||
           is_acronym(one, other) || is_acronym(other, one);
}

static bool has_dates(const struct mkcv_entry *e)
{
    return e->start.year || e->end.year || e->dates.count || e->current;
}

static bool covers(const struct mkcv_entry *e, short year)
{
    if (e->end.year == year || e->start.year == year) return true;
    for (size_t i = 0; i < e->dates.count; i++)
        if (e->dates.at[i].year == year) return true;
    return e->start.year && e->start.year <= year && (e->current || e->end.year >= year);
}

/* "I am a PhD student": studies that go on, since when is not said. */
static bool goes_on_undated(const struct mkcv_entry *e)
{
    return e->kind == MKCV_KIND_EDUCATION && e->current && !e->start.year && !e->dates.count;
}

static bool agree_on_dates(const struct mkcv_entry *x, const struct mkcv_entry *y)
{
    if (goes_on_undated(x) || goes_on_undated(y)) return true; /* a list may give the year in which they will end */
    bool begun = x->start.year && y->start.year && x->start.year != y->start.year;
    if (!has_dates(x) || !has_dates(y) || (x->current && y->current && !begun)) return true;
    if (x->kind == MKCV_KIND_SERVICE && (x->dates.count || y->dates.count)) return true;
    if (x->start.year && y->start.year) return x->start.year == y->start.year;
    short year = x->end.year ? x->end.year : x->start.year ? x->start.year : x->dates.count ? x->dates.at[0].year : 0;
    return covers(y, year) || covers(x, y->end.year ? y->end.year : y->start.year);
}

static int fullness(const struct mkcv_entry *e)
{
    int n = (int)(e->people.count + e->links.count + e->highlights.count) + (has_dates(e) ? 2 : 0) + (e->url != NULL);
    for (size_t f = 0; f < MKCV_FIELD_COUNT; f++) n += e->fields[f].s ? 2 : 0;
    return n;
}

static void add_dates(struct mkcv_reader *r, struct mkcv_entry *to, const struct mkcv_entry *from)
{
    if (!has_dates(to)) {
        to->start = from->start;
        to->end = from->end;
        to->current = from->current;
    } else if (from->end.year && !covers(to, from->end.year) && to->kind == MKCV_KIND_SERVICE)
        *MKCV_PUSH(r->arena, &to->dates) = from->end;
    if (to->current && from->start.year && !to->start.year) to->start = from->start;
    bool career = to->kind == MKCV_KIND_EDUCATION || to->kind == MKCV_KIND_WORK;
    if (career && !to->start.year && !to->current && from->start.year && from->end.year &&
        to->end.year == from->end.year) {
        to->start = from->start; /* a range says more than the year in which it ends */
        to->end = from->end;
    }
    for (size_t i = 0; i < from->dates.count; i++)
        if (!covers(to, from->dates.at[i].year)) *MKCV_PUSH(r->arena, &to->dates) = from->dates.at[i];
}

static void take(struct mkcv_reader *r, struct mkcv_entry *to, const struct mkcv_entry *from)
{
    for (size_t f = 0; f < MKCV_FIELD_COUNT; f++)
        if (!to->fields[f].s) to->fields[f] = from->fields[f];
    if (!to->url) to->url = from->url;
    add_dates(r, to, from);
    for (size_t i = 0; i < from->people.count; i++)
        mkcv_entry_person(r, to, from->people.at[i].name, from->people.at[i].url, from->people.at[i].relation);
    for (size_t i = 0; i < from->links.count; i++)
        mkcv_entry_link(r, to, from->links.at[i].label, from->links.at[i].url, from->loc);
    if (!to->highlights.count)
        for (size_t i = 0; i < from->highlights.count; i++)
            *MKCV_PUSH(r->arena, &to->highlights) = from->highlights.at[i];
    *MKCV_PUSH(r->arena, &to->also) = from->loc;
    for (size_t i = 0; i < from->also.count; i++) *MKCV_PUSH(r->arena, &to->also) = from->also.at[i];
    to->told = to->told && from->told;
}

/* The longer of two names, to both. */
static void keep_longer(struct mkcv_entry *x, struct mkcv_entry *y, enum mkcv_field f)
{
    if (mkcv_text_length(&x->fields[f]) < mkcv_text_length(&y->fields[f]))
        x->fields[f] = y->fields[f];
    else
        y->fields[f] = x->fields[f];
}

static bool is_merged(enum mkcv_kind kind)
{
    switch (kind) {
    case MKCV_KIND_WORK:
    case MKCV_KIND_EDUCATION:
    case MKCV_KIND_INTERESTS:
    case MKCV_KIND_AWARDS:
    case MKCV_KIND_GRANTS:
    case MKCV_KIND_TALKS:
    case MKCV_KIND_SERVICE:
    case MKCV_KIND_MEMBERSHIPS:
    case MKCV_KIND_MEDIA:
    case MKCV_KIND_PROJECTS:
    case MKCV_KIND_SKILLS:
    case MKCV_KIND_LANGUAGES:
    case MKCV_KIND_CERTIFICATES:
    case MKCV_KIND_VOLUNTEER:
    case MKCV_KIND_STUDENTS:
    case MKCV_KIND_TEACHING:
        return true;
    case MKCV_KIND_PUBLICATIONS:
    case MKCV_KIND_REFERENCES:
    case MKCV_KIND_NEWS:
    case MKCV_KIND_OTHER:
    case MKCV_KIND_COUNT:
        return false;
    }
    return false;
}

static int compare_words(const void *x, const void *y) { return strcmp(*(char *const *)x, *(char *const *)y); }

#define AWARD_WORDS 24 /* of a name that are compared; a longer one is told once */

/* The words of an award and its giver in order, without years and what names leave out: "ICTW 2023 Best Paper" and
 * "Best Paper Award, ICTW" are one. "" when there are too few or too many to tell. */
static const char *award_key(struct mkcv_arena *a, const struct mkcv_entry *e)
{
    static const char *const left_out[] = {"award", "awards", "the", "of", "at", "in", "for", "a", "and", NULL};
    const struct mkcv_text *title = &e->fields[MKCV_FIELD_TITLE], *org = &e->fields[MKCV_FIELD_ORG];
    char *words[AWARD_WORDS], *rest,
        *said = mkcv_arena_strdup(
            a, mkcv_utf8_fold(a, mkcv_arena_printf(a, "%s %s", title->s ? title->s : "", org->s ? org->s : "")));
    size_t n = 0;
    for (char *w = strtok_r(said, " ", &rest); w; w = strtok_r(NULL, " ", &rest)) {
        const char *const *l = left_out;
        while (*l && strcmp(*l, w)) l++;
        if (*l || strspn(w, "0123456789") == strlen(w)) continue;
        if (n == AWARD_WORDS) return "";
        words[n++] = w;
    }
    if (n < 3) return "";
    qsort(words, n, sizeof *words, compare_words);
    const char *key = "";
    for (size_t i = 0; i < n; i++) key = mkcv_arena_printf(a, "%s %s", key, words[i]);
    return key;
}

static bool is_same_year(const struct mkcv_entry *x, const struct mkcv_entry *y)
{
    return x->end.year && x->end.year == y->end.year && !x->start.year && !y->start.year && !x->dates.count &&
           !y->dates.count;
}

/* What is compared of an entry, made once. */
struct known {
    const char *title, *org, *award;
    struct mkcv_career *career; /* of studies and posts */
    uint64_t hash;              /* of the title: most differ in it */
};

static bool is_career(const struct mkcv_entry *e)
{
    return e->kind == MKCV_KIND_WORK || e->kind == MKCV_KIND_EDUCATION;
}

static void know_career(struct mkcv_reader *r, struct known *k, const struct mkcv_entry *e)
{
    if (!is_career(e)) return;
    if (!k->career) k->career = MKCV_NEW(r->arena, struct mkcv_career);
    *k->career = mkcv_career_of(r->arena, e);
}

static struct known know(struct mkcv_reader *r, const struct mkcv_entry *e)
{
    const struct mkcv_text *title = &e->fields[MKCV_FIELD_TITLE];
    bool role = e->kind == MKCV_KIND_SERVICE;
    struct known k = {.title = squeeze(r->arena, role ? mkcv_role_key(r->arena, title) : fold(r->arena, title)),
                      .org = fold(r->arena, &e->fields[MKCV_FIELD_ORG]),
                      .award = e->kind == MKCV_KIND_AWARDS ? award_key(r->arena, e) : ""};
    k.hash = mkcv_hash(0, k.title, strlen(k.title));
    know_career(r, &k, e);
    return k;
}

static bool is_same_title(const struct known *x, const struct known *y)
{
    return x->hash == y->hash && !strcmp(x->title, y->title);
}

/* Of entries with one title. */
static bool is_same_org(const struct known *x, const struct known *y, enum mkcv_kind kind, size_t *compared)
{
    if (!strcmp(x->org, y->org)) return true;
    if (kind == MKCV_KIND_SERVICE || !*x->title || ++*compared > ORGS_COMPARED) return false;
    return fits(x->org, y->org);
}

static bool is_same_date(struct mkcv_date x, struct mkcv_date y) { return mkcv_date_compare(x, y) == 0; }

static bool is_same_string(const char *x, const char *y) { return !strcmp(x ? x : "", y ? y : ""); }

static bool has_same_points(const struct mkcv_entry *x, const struct mkcv_entry *y)
{
    if (x->highlights.count != y->highlights.count) return false;
    for (size_t i = 0; i < x->highlights.count; i++)
        if (!is_same_string(x->highlights.at[i].s, y->highlights.at[i].s)) return false;
    return true;
}

/* Neighbours in a list are two, be they ever so alike, unless a line stands twice. Roles and words are told by years
 * and groups: their lines are one entry. */
static bool may_be_one(const struct mkcv_entry *x, const struct mkcv_entry *y, const struct known *k,
                       const struct known *l)
{
    static const enum mkcv_field fields[] = {MKCV_FIELD_AREA, MKCV_FIELD_ROLE, MKCV_FIELD_LOCATION, MKCV_FIELD_SUMMARY};
    bool grouped = x->kind == MKCV_KIND_SERVICE || x->kind == MKCV_KIND_AWARDS || x->kind == MKCV_KIND_MEMBERSHIPS ||
                   x->kind == MKCV_KIND_INTERESTS || x->kind == MKCV_KIND_SKILLS || x->kind == MKCV_KIND_LANGUAGES;
    if (grouped || !x->list || x->list != y->list) return true;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (!is_same_string(x->fields[fields[i]].s, y->fields[fields[i]].s)) return false;
    return !strcmp(k->title, l->title) && !strcmp(k->org, l->org) && is_same_date(x->start, y->start) &&
           is_same_date(x->end, y->end) && x->current == y->current && is_same_string(x->date_text, y->date_text) &&
           has_same_points(x, y);
}

/* The first of the `kept` entries that tells what `e` tells; `kept` when none does. */
static size_t find_same(const struct mkcv_entry *at, const struct known *known, size_t kept, const struct mkcv_entry *e,
                        const struct known *it)
{
    size_t compared = 0;
    for (size_t k = kept > ENTRIES_COMPARED ? kept - ENTRIES_COMPARED : 0; k < kept; k++) {
        if (!may_be_one(&at[k], e, &known[k], it)) continue;
        if (it->career && known[k].career && k + CAREER_COMPARED >= kept &&
            mkcv_career_matches(known[k].career, it->career) && agree_on_dates(&at[k], e))
            return k;
        if (*it->award && !strcmp(known[k].award, it->award) && is_same_year(&at[k], e)) return k;
        if (is_same_title(&known[k], it) && agree_on_dates(&at[k], e) && is_same_org(&known[k], it, e->kind, &compared))
            return k;
    }
    return kept;
}

/* "graduate student" and "PhD" at one school: the degree that is said, to both. */
static void keep_degree(struct mkcv_reader *r, struct mkcv_entry *x, struct mkcv_entry *y)
{
    int one = mkcv_career_of(r->arena, x).level, other = mkcv_career_of(r->arena, y).level;
    if (one == -1 && other > 0) x->fields[MKCV_FIELD_TITLE] = y->fields[MKCV_FIELD_TITLE];
    if (other == -1 && one > 0) y->fields[MKCV_FIELD_TITLE] = x->fields[MKCV_FIELD_TITLE];
}

/* `e` tells what `old` does: the fuller one stays and takes what only the other has. */
static void merge_entry(struct mkcv_reader *r, struct mkcv_entry *old, struct mkcv_entry *e, struct known *known,
                        const struct known *it)
{
    if (e->kind == MKCV_KIND_WORK) keep_longer(old, e, MKCV_FIELD_TITLE); /* a list has a post's whole name */
    if (is_career(e) && mkcv_career_is_same_org(known->career, it->career)) keep_longer(old, e, MKCV_FIELD_ORG);
    if (e->kind == MKCV_KIND_EDUCATION) keep_degree(r, old, e);
    struct mkcv_entry first = *old;
    if (fullness(e) > fullness(&first)) {
        *old = *e;
        take(r, old, &first);
        known->org = it->org;
    } else
        take(r, old, e);
    know_career(r, known, old);
}

static void merge_section(struct mkcv_reader *r, struct mkcv_section *s)
{
    size_t n = s->entries.count, kept = 0;
    struct known *known = MKCV_NEW_ARRAY(r->arena, struct known, n);
    for (size_t i = 0; i < n; i++) {
        struct mkcv_entry e = s->entries.at[i];
        struct known it = know(r, &e);
        size_t k = find_same(s->entries.at, known, kept, &e, &it);
        if (k < kept) {
            merge_entry(r, &s->entries.at[k], &e, &known[k], &it);
        } else {
            known[kept] = it;
            s->entries.at[kept++] = e;
        }
    }
    s->entries.count = kept;
    for (size_t i = 0; i < kept; i++)
        if (s->entries.at[i].dates.count > 1)
            qsort(s->entries.at[i].dates.at, s->entries.at[i].dates.count, sizeof(struct mkcv_date), compare_dates);
}

void mkcv_entries_merge(struct mkcv_reader *r)
{
    for (size_t i = 0; i < r->cv->sections.count; i++)
        if (is_merged(r->cv->sections.at[i].kind)) merge_section(r, &r->cv->sections.at[i]);
}
