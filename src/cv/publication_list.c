/* publication_list.c - items of lists: references, boxes whose badge and text are separate paragraphs, topics above
 * either; headings and heads of items become categories. */
#include "mkcv/utf8.h"
#include "publication_line.h"
#include "words.h"
#include <string.h>

/* No-break and thin spaces stand in references at will; looking for the ends of names and sentences wants plain ones.
 */
static size_t odd_space(const char *s)
{
    if (!strncmp(s, "\xc2\xa0", 2)) return 2;
    bool thin = !strncmp(s, "\xe2\x80", 2) && ((unsigned char)s[2] <= 0x8b || (unsigned char)s[2] == 0xaf);
    return thin && (unsigned char)s[2] >= 0x80 ? 3 : !strncmp(s, "\xe3\x80\x80", 3) ? 3 : 0;
}

static struct mkcv_text with_plain_spaces(struct mkcv_arena *a, const struct mkcv_text *t)
{
    struct mkcv_text out = {.file = t->file};
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct mkcv_span *span = &t->spans.at[i];
        size_t from = span->at, end = span->at + span->len;
        for (size_t k = from; k < end; k++) {
            size_t n = odd_space(t->s + k);
            if (!n) continue;
            mkcv_text_append(a, &out, t->s + from, k - from, span);
            mkcv_text_append(a, &out, " ", 1, span);
            from = k + n;
            k += n - 1;
        }
        mkcv_text_append(a, &out, t->s + from, end - from, span);
    }
    return out;
}

/* What the work says is none of its reference: "Abstract: We show ..." */
static struct mkcv_text without_abstract(struct mkcv_arena *a, struct mkcv_text t)
{
    static const char *const labels[] = {
        "Abstract:", "Abstract.", "TL;DR:",     "TLDR:",   "Zusammenfassung:", "Résumé :",
        "Résumé:",   "Resumen:",  "Riassunto:", "Resumo:", "摘要：",           NULL};
    for (const char *const *w = labels; *w && t.s; w++) {
        const char *at = strstr(t.s, *w);
        if (at && at > t.s && strchr(" .)\xa8", at[-1])) return mkcv_text_slice(a, &t, 0, (size_t)(at - t.s));
    }
    return t;
}

/* Paragraphs of an item up to its first list, and cells of a row, a line each. */
static struct mkcv_text gather(struct mkcv_arena *a, const struct mkcv_block *item)
{
    struct mkcv_text out = {.s = NULL};
    if (item->text.s && !mkcv_text_is_empty(&item->text)) return with_plain_spaces(a, &item->text);
    for (const struct mkcv_block *b = item->first; b && b->kind != MKCV_BLOCK_LIST; b = b->next) {
        struct mkcv_text t = gather(a, b);
        if (mkcv_text_is_empty(&t)) continue;
        if (out.s) mkcv_text_append(a, &out, "\xe2\x80\xa8", 3, NULL);
        mkcv_text_join(a, &out, &t, MKCV_ROLE_PLAIN);
    }
    return out;
}

static bool has_address(const struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; i++)
        if (t->spans.at[i].url) return true;
    return false;
}

/* "2021 "On walls"": a title, whatever stands below. */
static bool ends_quoted(const struct mkcv_text *t)
{
    static const char *const quotes[][2] = {
        {"\"", "\""}, {"\u201c", "\u201d"}, {"\u00ab", "\u00bb"}, {"\u300c", "\u300d"}};
    size_t n = mkcv_text_length(t);
    while (n && strchr(" .,", t->s[n - 1])) n--;
    for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
        size_t k = strlen(quotes[i][1]);
        const char *open = n > k ? memmem(t->s, n - k, quotes[i][0], strlen(quotes[i][0])) : NULL;
        if (open && !memcmp(t->s + n - k, quotes[i][1], k)) return true;
    }
    return false;
}

/* A short line without link above longer ones groups them; a title above its authors does not. */
static bool is_head(struct mkcv_reader *r, const struct mkcv_text *t, const struct mkcv_block *list)
{
    if (has_address(t) || mkcv_words_count(t->s) > 10 || !list->first || ends_quoted(t)) return false;
    struct mkcv_text first = gather(r->arena, list->first);
    size_t n = mkcv_text_length(&first);
    if (mkcv_publications_in_block(r->arena, list)) return true;
    return n > 40 && mkcv_authors_score(r->arena, &first, 0, n) < 60;
}

/* A head as a category: without its emphasis, its colon and brackets left open. */
static const char *head_name(struct mkcv_arena *a, const struct mkcv_text *t, size_t to)
{
    struct mkcv_range r = mkcv_trim(t->s, (struct mkcv_range){0, to});
    while (r.to > r.from && strchr(" :[(", t->s[r.to - 1])) r.to--;
    return mkcv_arena_strndup(a, t->s + r.from, r.to - r.from);
}

static struct mkcv_category deeper(struct mkcv_arena *a, const struct mkcv_category *path, const char *name)
{
    struct mkcv_category out = {.loc = path->loc};
    for (size_t i = 0; i < path->path.count; i++) *MKCV_PUSH(a, &out.path) = path->path.at[i];
    if (*name) *MKCV_PUSH(a, &out.path) = name;
    return out;
}

static void add_lines(struct mkcv_arena *a, struct mkcv_text *t, const struct mkcv_block *list)
{
    for (const struct mkcv_block *i = list->first; i; i = i->next) {
        struct mkcv_text line = gather(a, i);
        if (mkcv_text_is_empty(&line) || mkcv_text_length(&line) > 600) continue;
        mkcv_text_append(a, t, "\xe2\x80\xa8", 3, NULL);
        mkcv_text_join(a, t, &line, MKCV_ROLE_PLAIN);
    }
}

/* What a heading says of the works below it. */
struct group {
    int year;
    const char *type;
};

static struct group group_of(struct mkcv_arena *a, const char *heading)
{
    static const struct {
        const char *word, *type;
    } words[] = {{"journal", "article"},
                 {"journals", "article"},
                 {"conference", "inproceedings"},
                 {"conferences", "inproceedings"},
                 {"proceedings", "inproceedings"},
                 {"workshop", "inproceedings"},
                 {"workshops", "inproceedings"},
                 {"preprint", "preprint"},
                 {"preprints", "preprint"},
                 {"arxiv", "preprint"},
                 {"under review", "preprint"},
                 {"chapter", "chapter"},
                 {"chapters", "chapter"},
                 {"books", "book"},
                 {"monographs", "book"},
                 {"thesis", "thesis"},
                 {"theses", "thesis"},
                 {"dissertation", "thesis"},
                 {"patent", "patent"},
                 {"patents", "patent"},
                 {"report", "report"},
                 {"reports", "report"},
                 {"software", "software"},
                 {"\xe6\x9c\x9f\xe5\x88\x8a", "article"},
                 {"\xe4\xbc\x9a\xe8\xae\xae", "inproceedings"},
                 {"\xe4\xb8\x93\xe5\x88\xa9", "patent"}};
    const char *fold = mkcv_utf8_fold(a, heading);
    struct group g = {0};
    struct mkcv_date d;
    if (strlen(heading) < 24 && mkcv_date_from_string(heading, &d)) g.year = d.year;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (mkcv_fold_has(fold, words[i].word)) {
            if (g.type && strcmp(g.type, words[i].type)) return (struct group){.year = g.year};
            g.type = words[i].type;
        }
    return g;
}

const char *mkcv_publication_type_of(struct mkcv_arena *a, const char *heading) { return group_of(a, heading).type; }

/* "2024", "2022 and before", "2019-2021": a time, no topic. */
static bool is_time(struct mkcv_arena *a, const char *heading)
{
    static const char *const words[] = {"and",    "before", "earlier",      "older", "to",   "present",
                                        "now",    "until",  "since",        "prior", "year", "publications",
                                        "papers", "in",     "\xe5\xb9\xb4", NULL};
    char *copy = mkcv_arena_strdup(a, mkcv_utf8_fold(a, heading)), *save = NULL;
    bool digits = false;
    for (char *w = strtok_r(copy, " ", &save); w; w = strtok_r(NULL, " ", &save)) {
        bool known = strspn(w, "0123456789") >= 4;
        digits |= known;
        for (const char *const *k = words; *k && !known; k++) known = !strcmp(w, *k);
        if (!known) return false;
    }
    return digits;
}

static struct mkcv_category groups_above(struct mkcv_reader *r, struct group *known)
{
    struct mkcv_category path = {.label = NULL};
    struct mkcv_arena *a = r->arena;
    *known = (struct group){0};
    if (r->heading.s) {
        *known = group_of(a, r->heading.s);
        if (known->type && !r->mixed)
            *MKCV_PUSH(a, &path.path) = head_name(a, &r->heading, mkcv_text_length(&r->heading));
        path.loc = mkcv_text_loc(&r->heading, 0);
    }
    for (size_t i = 0; i < r->groups.count; i++) {
        const struct mkcv_text *t = &r->groups.at[i];
        if (mkcv_text_is_empty(t)) continue;
        struct group g = group_of(a, t->s);
        if (g.year) known->year = g.year;
        if (g.type) known->type = g.type;
        path.loc = mkcv_text_loc(t, 0);
        if (!is_time(a, t->s)) *MKCV_PUSH(a, &path.path) = head_name(a, t, mkcv_text_length(t));
    }
    return path;
}

/* A badge read before ("CVPR 2025" as a paragraph of its own) waits for its work at the end of the section. */
static struct mkcv_entry *waiting_badge(struct mkcv_reader *r)
{
    struct mkcv_section *s = mkcv_cv_lookup(r->cv, MKCV_KIND_PUBLICATIONS);
    struct mkcv_entry *last = s && s->entries.count ? &s->entries.at[s->entries.count - 1] : NULL;
    bool badge = last && !last->url && !last->categories.count && !last->people.count &&
                 mkcv_text_is_empty(&last->fields[MKCV_FIELD_TITLE]);
    return badge ? last : NULL;
}

static bool read_badge(struct mkcv_reader *r, const struct mkcv_block *item, const struct mkcv_text *t)
{
    struct mkcv_venue v;
    if (item->kind == MKCV_BLOCK_ITEM || has_address(t) || !mkcv_venue_from_label(r->arena, t->s, &v)) return false;
    struct mkcv_entry *e = waiting_badge(r);
    if (!e) e = mkcv_read_entry(r, MKCV_KIND_PUBLICATIONS, mkcv_text_loc(t, 0));
    mkcv_publication_set(r, e, MKCV_FIELD_ORG, v.name, e->loc);
    e->end = (struct mkcv_date){.year = (short)v.year};
    return true;
}

/* "My work appears at X; the full list is on the publications page": about works, and none. */
static bool is_about_works(struct mkcv_reader *r, const struct mkcv_text *t)
{
    static const char *const phrases[] = {"appears at",
                                          "appears in",
                                          "appear in",
                                          "appear at",
                                          "full list",
                                          "uptodate list",
                                          "complete list",
                                          "list is on",
                                          "can be found",
                                          "please see",
                                          "have been published in",
                                          "has been published in",
                                          NULL};
    size_t n = mkcv_text_length(t), len;
    struct mkcv_tokens k = mkcv_tokens_new(r->arena, t->s, 0, n < 600 ? n : 600);
    return mkcv_phrase_find(&k, 0, k.list.count, phrases, &len) != (size_t)-1;
}

/* Enough was understood to call it a work: what stands under a heading of publications may be a remark. */
static bool is_work(const struct mkcv_reader *r, const struct mkcv_entry *e, const struct mkcv_block *item)
{
    bool venue = !mkcv_text_is_empty(&e->fields[MKCV_FIELD_ORG]), year = e->end.year != 0, people = e->people.count > 0;
    bool status = !mkcv_text_is_empty(&e->fields[MKCV_FIELD_STATUS]), address = e->url || e->links.count;
    int signs = venue + year + people + status + address;
    size_t words = mkcv_words_count(e->fields[MKCV_FIELD_TITLE].s);
    if (r->mixed) return people && (venue || year);
    if (item->kind == MKCV_BLOCK_ITEM || item->kind == MKCV_BLOCK_ROW) return signs >= 2 || (signs == 1 && words >= 4);
    return words >= 2 && signs >= 2 && (people || (venue && (year || status)));
}

static bool read_reference(struct mkcv_reader *r, const struct mkcv_block *item, const struct mkcv_text *t,
                           const struct mkcv_category *path, const struct group *known)
{
    struct mkcv_entry trial = {.kind = MKCV_KIND_PUBLICATIONS, .loc = mkcv_text_loc(t, 0)};
    struct mkcv_entry *badge = waiting_badge(r);
    if (badge) {
        trial.end = badge->end;
        trial.fields[MKCV_FIELD_ORG] = badge->fields[MKCV_FIELD_ORG];
    }
    if (!trial.loc.line) trial.loc = item->loc;
    if (!mkcv_publication_read_line(r, &trial, t)) return false;
    if (!trial.end.year && known->year) trial.end.year = (short)known->year;
    if (!is_work(r, &trial, item) || (!trial.people.count && !trial.end.year && is_about_works(r, t))) return false;
    const char *type = trial.fields[MKCV_FIELD_TYPE].s;
    if (known->type && (!type || strcmp(known->type, "inproceedings") || !strcmp(type, "article")) &&
        (!type || strcmp(type, "preprint")))
        mkcv_publication_set(r, &trial, MKCV_FIELD_TYPE, known->type, trial.loc);
    trial.selected = r->selected;
    if (path->path.count) *MKCV_PUSH(r->arena, &trial.categories) = *path;
    trial.rule = mkcv_rule_here(r, MKCV_KIND_PUBLICATIONS);
    if (badge)
        *badge = trial;
    else
        mkcv_read_add(r, &trial);
    return true;
}

/* Links below a reference are its own: files, code, slides. */
static bool has_links(const struct mkcv_block *list)
{
    for (const struct mkcv_block *i = list->first; i; i = i->next) {
        const struct mkcv_block *b = i->text.s || !i->first ? i : i->first;
        for (size_t k = 0; k < b->text.spans.count; k++)
            if (b->text.spans.at[k].url) return true;
    }
    return false;
}

/* A reference that is whole without the list below it: what stands there are remarks. */
static bool read_whole(struct mkcv_reader *r, const struct mkcv_block *item, const struct mkcv_text *t,
                       const struct mkcv_category *path, const struct group *known, const struct mkcv_block *list)
{
    struct mkcv_when w;
    if (has_links(list) || !mkcv_when_find(r->arena, t->s, 0, mkcv_text_length(t), &w)) return false;
    size_t before = mkcv_read_section(r, MKCV_KIND_PUBLICATIONS)->entries.count;
    if (!read_reference(r, item, t, path, known)) return false;
    struct mkcv_section *s = mkcv_read_section(r, MKCV_KIND_PUBLICATIONS);
    struct mkcv_entry *e = s->entries.count == before + 1 ? &s->entries.at[before] : NULL;
    if (e && e->people.count && e->end.year && !mkcv_text_is_empty(&e->fields[MKCV_FIELD_TITLE]) &&
        !mkcv_text_is_empty(&e->fields[MKCV_FIELD_ORG])) {
        mkcv_item_points(r, e, list);
        return true;
    }
    s->entries.count = before;
    return false;
}

static bool read_node(struct mkcv_reader *r, const struct mkcv_block *item, const struct mkcv_category *path,
                      const struct group *known, int depth)
{
    struct mkcv_arena *a = r->arena;
    struct mkcv_text t = without_abstract(a, gather(a, item));
    const struct mkcv_block *list = mkcv_item_list(item);
    size_t n = mkcv_text_length(&t);
    bool read = false;
    struct mkcv_labels labels = mkcv_labels_in(a, &t, 0, n);
    struct mkcv_category below = *path;
    bool grouped = list && depth < 8 && (!n || is_head(r, &t, list));
    if (n && mkcv_labels_are_list(&t, 0, n, &labels)) {
        below = deeper(a, path, head_name(a, &t, labels.list.at[0].range.from));
        read = mkcv_publications_read_labels(r, &t, 0, n, &below) > 0;
        grouped = list && depth < 8;
    } else if (grouped && n) {
        below = is_time(a, t.s) ? *path : deeper(a, path, head_name(a, &t, n));
    } else if (n && !grouped) {
        if (read_badge(r, item, &t)) return true;
        if (list && read_whole(r, item, &t, path, known, list)) return true;
        if (list) add_lines(a, &t, list);
        return read_reference(r, item, &t, path, known);
    }
    struct group here = *known;
    if (n && grouped) {
        struct group g = group_of(a, t.s);
        if (g.year) here.year = g.year;
        if (g.type) here.type = g.type;
    }
    for (const struct mkcv_block *i = grouped ? list->first : NULL; i; i = i->next)
        read |= read_node(r, i, &below, &here, depth + 1);
    return read;
}

bool mkcv_publications_read_item(struct mkcv_reader *r, const struct mkcv_block *item)
{
    struct group known;
    struct mkcv_category path = groups_above(r, &known);
    return read_node(r, item, &path, &known, 0);
}

/* How often each name is set apart; lists of this many names tell enough. */
#define CANDIDATES_MAX 64

const char *mkcv_publications_owner(struct mkcv_reader *r)
{
    struct {
        const char *name;
        int count;
    } seen[CANDIDATES_MAX];
    size_t known = 0, best = 0;
    const struct mkcv_section *s = mkcv_cv_lookup(r->cv, MKCV_KIND_PUBLICATIONS);
    for (size_t i = 0; s && i < s->entries.count; i++)
        for (size_t k = 0; k < s->entries.at[i].people.count; k++) {
            const struct mkcv_person *p = &s->entries.at[i].people.at[k];
            if (!p->self) continue;
            size_t at = 0;
            while (at < known && strcmp(seen[at].name, p->name)) at++;
            if (at == CANDIDATES_MAX) continue;
            if (at == known) {
                seen[known].name = p->name;
                seen[known++].count = 0;
            }
            seen[at].count++;
            if (seen[at].count > seen[best].count) best = at;
        }
    return known && seen[best].count >= 2 ? seen[best].name : NULL;
}
