/* publication_record.c - works with a file or bibliography entry of their own: the keys that layouts use, over one
 * table (academicpages, al-folio, Hugo; BibTeX by Patashnik 1988). */
#include "mkcv/buf.h"
#include "mkcv/language.h"
#include "mkcv/source.h"
#include "mkcv/utf8.h"
#include "parts.h"
#include "publication_line.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct key {
    const char *key;
    enum mkcv_field field;
};

/* The first key that says something fills its field. */
static const struct key keys[] = {
    {"title", MKCV_FIELD_TITLE},
    {"booktitle", MKCV_FIELD_ORG},
    {"journal", MKCV_FIELD_ORG},
    {"journaltitle", MKCV_FIELD_ORG},
    {"venue", MKCV_FIELD_ORG},
    {"publication", MKCV_FIELD_ORG},
    {"conference", MKCV_FIELD_ORG},
    {"howpublished", MKCV_FIELD_ORG},
    {"school", MKCV_FIELD_ORG},
    {"institution", MKCV_FIELD_ORG},
    {"publisher", MKCV_FIELD_ORG},
    {"abbr", MKCV_FIELD_ABBR},
    {"publication_short", MKCV_FIELD_ABBR},
    {"volume", MKCV_FIELD_VOLUME},
    {"number", MKCV_FIELD_NUMBER},
    {"issue", MKCV_FIELD_NUMBER},
    {"note", MKCV_FIELD_NOTE},
    {"location", MKCV_FIELD_LOCATION},
};

/* The model's word for what BibTeX, Hugo and old Hugo call a type. */
static const char *type_from_name(const char *name)
{
    static const struct {
        const char *name, *type;
    } types[] = {{"article", "article"},
                 {"inproceedings", "inproceedings"},
                 {"conference", "inproceedings"},
                 {"proceedings", "book"},
                 {"book", "book"},
                 {"booklet", "book"},
                 {"incollection", "chapter"},
                 {"inbook", "chapter"},
                 {"phdthesis", "thesis"},
                 {"mastersthesis", "thesis"},
                 {"thesis", "thesis"},
                 {"techreport", "report"},
                 {"report", "report"},
                 {"manual", "report"},
                 {"patent", "patent"},
                 {"software", "software"},
                 {"preprint", "preprint"},
                 {"unpublished", "preprint"},
                 {"online", "other"},
                 {"paper-conference", "inproceedings"},
                 {"article-journal", "article"},
                 {"chapter", "chapter"},
                 {"manuscript", "preprint"},
                 {"1", "inproceedings"},
                 {"2", "article"},
                 {"3", "preprint"},
                 {"4", "report"},
                 {"5", "book"},
                 {"6", "chapter"},
                 {"7", "thesis"},
                 {"8", "patent"},
                 {"journal", "article"},
                 {"workshop", "inproceedings"}};
    for (size_t i = 0; name && i < sizeof types / sizeof *types; i++)
        if (!strcasecmp(name, types[i].name)) return types[i].type;
    return NULL;
}

struct mkcv_loc mkcv_publication_key_loc(const struct mkcv_record *record, const char *key)
{
    const struct mkcv_node *n = mkcv_node_lookup(record->meta, key);
    return n && n->loc.line ? n->loc : record->loc;
}

static void set_rich(struct mkcv_reader *r, struct mkcv_entry *e, enum mkcv_field f, const struct mkcv_record *record,
                     const char *key, const char *s)
{
    struct mkcv_loc loc = mkcv_publication_key_loc(record, key);
    bool markup = record->kind == MKCV_RECORD_PUBLICATION || strchr(s, '$');
    struct mkcv_text t = markup ? mkcv_markdown_inline(r->arena, s, loc, r->diags) : mkcv_text_new(r->arena, s, loc);
    size_t n = mkcv_text_length(&t);
    while (f == MKCV_FIELD_TITLE && n > 1 && t.s[n - 1] == '.' && t.s[n - 2] != '.') n--;
    if (!mkcv_text_is_empty(&t)) e->fields[f] = mkcv_text_slice(r->arena, &t, 0, n);
}

static void read_fields(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_record *record)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *s = mkcv_node_string(record->meta, keys[i].key);
        if (s && mkcv_text_is_empty(&e->fields[keys[i].field])) set_rich(r, e, keys[i].field, record, keys[i].key, s);
    }
    const char *lang = mkcv_language_tag(r->arena, mkcv_node_string(record->meta, "langid"));
    if (!lang) lang = mkcv_language_tag(r->arena, mkcv_node_string(record->meta, "language"));
    if (lang) mkcv_text_speak(r->arena, &e->fields[MKCV_FIELD_TITLE], lang, false);
    const char *pages = mkcv_node_string(record->meta, "pages");
    if (!pages) return;
    struct mkcv_buf b;
    mkcv_buf_init(&b, r->arena);
    for (const char *p = pages; *p; p++) {
        size_t dashes = strspn(p, "-");
        if (dashes) {
            mkcv_buf_puts(&b, "\xe2\x80\x93");
            p += dashes - 1;
        } else {
            mkcv_buf_putc(&b, *p);
        }
    }
    mkcv_publication_set(r, e, MKCV_FIELD_PAGES, b.s, mkcv_publication_key_loc(record, "pages"));
}

bool mkcv_publication_is_flag(const char *s)
{
    return !strcasecmp(s, "true") || !strcasecmp(s, "false") || !strcasecmp(s, "yes") || !strcasecmp(s, "no");
}

static void read_date(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_record *record)
{
    const char *year = mkcv_node_string(record->meta, "year"), *month = mkcv_node_string(record->meta, "month");
    const char *date = mkcv_node_string(record->meta, "date");
    const char *key = year ? "year" : "date";
    if (!date) date = mkcv_node_string(record->meta, "publishDate");
    if (date && *date != '1' && *date != '2' && !isalpha((unsigned char)*date)) date = NULL; /* a template's blank */
    struct mkcv_date d = {.year = 0};
    if (!date || !mkcv_date_from_string(date, &d)) {
        d.year = 0;
    } else {
        if (d.year <= 1900) d.year = 0;
        /* the day orders pages and is seldom true; the first of January says the year alone */
        if (d.month == 1 && d.day <= 1) d.month = 0;
        d.day = 0;
    }
    if (d.year && (!year || atoi(year) == d.year))
        e->end = d;
    else if (year || date)
        mkcv_entry_date_string(r, e, year ? year : date, mkcv_publication_key_loc(record, key));
    if (!e->end.year || !month || e->end.month) return;
    if (mkcv_date_from_string(mkcv_arena_printf(r->arena, "%s %d", month, e->end.year), &d))
        e->end.month = d.month;
    else if (atoi(month) >= 1 && atoi(month) <= 12)
        e->end.month = (signed char)atoi(month);
}

/* Hugo writes the owner as "admin" or "me". */
static void name_owner(struct mkcv_reader *r, struct mkcv_entry *e)
{
    size_t kept = 0;
    for (size_t i = 0; i < e->people.count; i++) {
        struct mkcv_person p = e->people.at[i];
        if (!strcmp(p.name, "admin") || !strcmp(p.name, "me")) {
            p.name = r->cv->basics.name;
            p.self = true;
        }
        if (p.name) e->people.at[kept++] = p;
    }
    e->people.count = kept;
}

static void read_author_list(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_node *list)
{
    for (const struct mkcv_node *n = list->first; n; n = n->next) {
        const char *name = n->kind == MKCV_NODE_SCALAR ? n->value : mkcv_node_string(n, "name");
        if (!name || !*name) continue;
        struct mkcv_text t = mkcv_markdown_inline(r->arena, name, n->loc, r->diags);
        if (t.s) mkcv_author_add(r->arena, &t, 0, mkcv_text_length(&t), e);
    }
}

/* Hugo's notes on the authors, one each in their order: "Equal contribution". Each note has its mark on the whole CV.
 */
static void read_author_notes(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_record *record)
{
    const struct mkcv_node *notes = mkcv_node_lookup(record->meta, "author_notes");
    const struct mkcv_node *n = notes && notes->kind == MKCV_NODE_LIST ? notes->first : NULL;
    for (size_t i = 0; n && i < e->people.count; i++, n = n->next) {
        const char *mark = mkcv_node_string(n, "") ? mkcv_legend_mark(r, n->value) : NULL;
        if (mark && !e->people.at[i].marks) e->people.at[i].marks = mark;
    }
}

/* The owner is one of them where the key says who the others are. */
static void read_authors(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_record *record)
{
    static const char *const names[] = {"author", "authors", "coauthors", "co-authors", "coauthor", "editor", NULL};
    for (const char *const *k = names; *k && !e->people.count; k++) {
        const struct mkcv_node *n = mkcv_node_lookup(record->meta, *k);
        if (!n) continue;
        if (n->kind == MKCV_NODE_LIST) {
            read_author_list(r, e, n);
        } else if (n->kind == MKCV_NODE_SCALAR && record->kind == MKCV_RECORD_REFERENCE) {
            struct mkcv_text t = mkcv_text_new(r->arena, n->value, n->loc);
            mkcv_authors_read_bibtex(r->arena, &t, e);
        } else if (n->kind == MKCV_NODE_SCALAR && *n->value) {
            struct mkcv_text t = mkcv_markdown_inline(r->arena, n->value, n->loc, r->diags);
            if (t.s) mkcv_authors_read(r->arena, &t, 0, mkcv_text_length(&t), e);
        }
        if (**k == 'c' && e->people.count) mkcv_publication_add_owner(r, e);
    }
    name_owner(r, e);
}

static const char *humanise(struct mkcv_arena *a, const char *key)
{
    char *s = mkcv_arena_strdup(a, key);
    for (char *p = s; *p; p++)
        if (*p == '_' || *p == '-') *p = ' ';
    *s = (char)toupper((unsigned char)*s);
    return s;
}

/* academicpages names its categories in the configuration. */
static void read_category(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_record *record)
{
    const char *key = mkcv_node_string(record->meta, "category");
    if (!key || strchr(key, '.')) return;
    const char *path = mkcv_arena_printf(r->arena, "publication_category.%s.title", key);
    const char *title = r->site && r->site->config ? mkcv_node_string(r->site->config, path) : NULL;
    struct mkcv_category c = {.loc = mkcv_publication_key_loc(record, "category")};
    *MKCV_PUSH(r->arena, &c.path) = title ? title : humanise(r->arena, key);
    *MKCV_PUSH(r->arena, &e->categories) = c;
    const char *type = mkcv_publication_type_of(r->arena, c.path.at[0]);
    if (!type && !strcmp(key, "manuscripts")) type = "article";
    if (mkcv_text_is_empty(&e->fields[MKCV_FIELD_TYPE])) mkcv_publication_set(r, e, MKCV_FIELD_TYPE, type, c.loc);
}

static void read_type(struct mkcv_reader *r, struct mkcv_entry *e, const struct mkcv_record *record)
{
    const struct mkcv_node *types = mkcv_node_lookup(record->meta, "publication_types");
    const char *name = types && types->kind == MKCV_NODE_LIST && types->first ? types->first->value : NULL;
    bool bib = record->kind == MKCV_RECORD_REFERENCE;
    if (!name) name = mkcv_node_string(record->meta, "type");
    const char *type = type_from_name(name);
    /* Hugo's "article" is a preprint; BibTeX's with an arXiv journal is one too */
    if (!bib && types && type && !strcasecmp(name, "article")) type = "preprint";
    const char *org = e->fields[MKCV_FIELD_ORG].s;
    const char *by_venue = org ? mkcv_venue_type(r->arena, org) : NULL;
    if (bib && by_venue && !strcmp(by_venue, "preprint")) type = by_venue;
    if (bib && name && !strcasecmp(name, "misc"))
        type = e->fields[MKCV_FIELD_ARXIV].s ? "preprint" : by_venue ? by_venue : "other";
    /* some write conferences as journals; "Proc." in short is a journal's name as often */
    bool short_name = org && strstr(org, "Proc.") && mkcv_node_string(record->meta, "journal");
    if (bib && type && by_venue && !short_name && !strcmp(type, "article") && !strcmp(by_venue, "inproceedings"))
        type = by_venue;
    mkcv_publication_set(r, e, MKCV_FIELD_TYPE, type, record->loc);
}

/* "In *NeurIPS 2022*" for the short name; the year is told elsewhere. */
static void tidy_short(struct mkcv_reader *r, struct mkcv_entry *e)
{
    struct mkcv_text *abbr = &e->fields[MKCV_FIELD_ABBR];
    struct mkcv_venue v;
    if (mkcv_text_is_empty(abbr)) return;
    size_t from = !strncasecmp(abbr->s, "in ", 3) ? 3 : 0, n = mkcv_text_length(abbr);
    const char *name = mkcv_arena_strndup(r->arena, abbr->s + from, n - from);
    if (mkcv_venue_from_label(r->arena, name, &v) && v.sure && (!e->end.year || e->end.year == v.year)) name = v.name;
    const char *org = e->fields[MKCV_FIELD_ORG].s;
    struct mkcv_loc loc = mkcv_text_loc(abbr, 0);
    *abbr = (struct mkcv_text){.s = NULL};
    if (!org || strcmp(name, org) != 0) mkcv_publication_set(r, e, MKCV_FIELD_ABBR, name, loc);
}

/* Hugo writes "In *NeurIPS*". */
static void tidy_venue(struct mkcv_reader *r, struct mkcv_entry *e)
{
    struct mkcv_text *org = &e->fields[MKCV_FIELD_ORG];
    size_t n = mkcv_text_length(org);
    if (n > 3 && !strncasecmp(org->s, "in ", 3)) *org = mkcv_text_slice(r->arena, org, 3, n);
    if (mkcv_text_is_empty(org)) return;
    struct mkcv_text plain = {.file = org->file};
    for (size_t i = 0; i < org->spans.count; i++) {
        struct mkcv_span span = org->spans.at[i];
        if (span.url && *span.url && !e->url)
            mkcv_publication_set_url(r, e, NULL, span.url, mkcv_text_loc(org, span.at));
        span.url = NULL;
        span.marks = (uint16_t)(span.marks & (MKCV_MARK_MATH | MKCV_MARK_SUP | MKCV_MARK_SUB));
        mkcv_text_append(r->arena, &plain, org->s + span.at, span.len, &span);
    }
    *org = plain;
    mkcv_publication_split_venue(r, e);
    tidy_short(r, e);
    struct mkcv_venue v;
    const char *label = mkcv_text_is_empty(org) ? "" : org->s;
    if (mkcv_venue_is_short(label) && mkcv_venue_from_label(r->arena, label, &v) &&
        (!e->end.year || e->end.year == v.year))
        mkcv_publication_set(r, e, MKCV_FIELD_ORG, v.name, mkcv_text_loc(org, 0));
}

/* A file of the collection that holds a whole list: its title is what the works are called, not the name of one. */
static bool is_list_file(const struct mkcv_record *record)
{
    static const char *const own[] = {"venue", "citation", "paperurl", "authors", "publication", "doi", NULL};
    if (record->kind != MKCV_RECORD_PUBLICATION || !record->body) return false;
    for (const char *const *k = own; *k; k++)
        if (mkcv_node_string(record->meta, *k)) return false;
    const struct mkcv_block *b = record->body->kind == MKCV_BLOCK_DOCUMENT ? record->body->first : record->body;
    for (; b; b = b->next)
        if (b->kind == MKCV_BLOCK_LIST && b->first && b->first->next) return true;
    return false;
}

static bool read_list_file(struct mkcv_reader *r, const struct mkcv_record *record)
{
    struct mkcv_reader inner = *r;
    const struct mkcv_block *b = record->body->kind == MKCV_BLOCK_DOCUMENT ? record->body->first : record->body;
    bool read = false;
    inner.heading = (struct mkcv_text){.s = NULL};
    inner.groups.at = NULL;
    inner.groups.count = inner.groups.cap = 0;
    *MKCV_PUSH(r->arena, &inner.groups) =
        mkcv_text_new(r->arena, mkcv_node_string(record->meta, "title"), mkcv_publication_key_loc(record, "title"));
    for (; b; b = b->next)
        for (const struct mkcv_block *i = b->kind == MKCV_BLOCK_LIST ? b->first : NULL; i; i = i->next)
            read |= mkcv_publications_read_item(&inner, i);
    return read;
}

/* "keywords = {selected}": what pages choose by ({% bibliography -q @*[keywords ^= selected] %}). */
static bool is_keyed_selected(struct mkcv_reader *r, const struct mkcv_record *record)
{
    const char *keywords = mkcv_node_string(record->meta, "keywords");
    return keywords && mkcv_fold_has(mkcv_utf8_fold(r->arena, keywords), "selected");
}

bool mkcv_publication_read_record(struct mkcv_reader *r, const struct mkcv_record *record)
{
    if (!mkcv_node_string(record->meta, "title") || !mkcv_node_bool(record->meta, "published", true)) return false;
    if (is_list_file(record) && read_list_file(r, record)) return true;
    struct mkcv_entry e = {.kind = MKCV_KIND_PUBLICATIONS, .loc = record->loc};
    read_fields(r, &e, record);
    if (mkcv_text_is_empty(&e.fields[MKCV_FIELD_TITLE])) return false;
    mkcv_publication_read_addresses(r, &e, record);
    read_date(r, &e, record);
    read_authors(r, &e, record);
    read_author_notes(r, &e, record);
    mkcv_publication_read_remarks(r, &e, record);
    mkcv_record_marks(r, &e, record);
    e.selected |= is_keyed_selected(r, record);
    tidy_venue(r, &e);
    read_type(r, &e, record);
    mkcv_publication_read_written(r, &e, record);
    read_category(r, &e, record);
    mkcv_publication_complete(r, &e);
    mkcv_read_add(r, &e);
    return true;
}

void mkcv_publications_read(struct mkcv_reader *r)
{
    const struct mkcv_record *page = r->page;
    for (size_t i = 0; i < r->site->records.count; i++) {
        const struct mkcv_record *record = &r->site->records.at[i];
        if (record->kind != MKCV_RECORD_PUBLICATION && record->kind != MKCV_RECORD_REFERENCE) continue;
        r->page = record;
        mkcv_publication_read_record(r, record);
    }
    r->page = page;
}
