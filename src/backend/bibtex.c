/* bibtex.c - the works of a CV as BibTeX: an entry each, fields in one order, nothing that says nothing.
 *
 * Keys and types are those that biber and BibTeX both know, but for @patent and @software, which BibTeX takes as
 * @misc; `abbr` and `award` are read by mkcv and others who show bibliographies on homepages. */
#include "bibtex.h"
#include "latex.h"
#include "mkcv/backend.h"
#include "mkcv/uri.h"
#include <string.h>
#include <strings.h>

/* What a work of a type is to BibTeX, and what the field is called that says where it appeared. */
struct kind {
    const char *type, *entry, *venue;
};

static struct kind kind_of(const struct mkcv_entry *e)
{
    static const struct kind kinds[] = {
        {"article", "article", "journal"},    {"inproceedings", "inproceedings", "booktitle"},
        {"book", "book", "publisher"},        {"chapter", "incollection", "booktitle"},
        {"thesis", "phdthesis", "school"},    {"report", "techreport", "institution"},
        {"patent", "patent", "howpublished"}, {"software", "software", "publisher"}};
    const char *type = e->fields[MKCV_FIELD_TYPE].s;
    for (size_t i = 0; type && i < sizeof kinds / sizeof *kinds; i++)
        if (!strcmp(kinds[i].type, type)) return kinds[i];
    return (struct kind){NULL, "misc", "howpublished"};
}

struct bibliography {
    struct mkcv_buf *out;
    const struct mkcv_cv *cv;
    struct mkcv_bibtex_keys keys;
};

static void open_field(struct bibliography *b, const char *name) { mkcv_buf_printf(b->out, ",\n  %s = {", name); }

static void put_string(struct bibliography *b, const char *name, const char *s)
{
    if (!s || !*s) return;
    open_field(b, name);
    mkcv_bibtex_escape(b->out, s, strlen(s));
    mkcv_buf_putc(b->out, '}');
}

/* An address or identifier, which is read as it stands: no brace may be in it. */
static void put_verbatim(struct bibliography *b, const char *name, const char *s)
{
    if (!s || !*s) return;
    open_field(b, name);
    for (; *s; s++)
        if (strchr("{}\\", *s))
            mkcv_buf_printf(b->out, "%%%02X", (unsigned char)*s);
        else
            mkcv_buf_putc(b->out, *s);
    mkcv_buf_putc(b->out, '}');
}

static void put_text(struct bibliography *b, const char *name, const struct mkcv_text *text)
{
    if (mkcv_text_is_empty(text)) return;
    open_field(b, name);
    mkcv_bibtex_text(b->out, text);
    mkcv_buf_putc(b->out, '}');
}

static void put_authors(struct bibliography *b, const struct mkcv_entry *e)
{
    size_t count = 0;
    for (size_t i = 0; i < e->people.count; i++) {
        const struct mkcv_person *p = &e->people.at[i];
        bool author = p->relation == MKCV_REL_NONE || p->relation == MKCV_REL_AUTHOR;
        if (!author || !p->name || !*p->name) continue;
        if (count++)
            mkcv_buf_puts(b->out, " and ");
        else
            open_field(b, "author");
        mkcv_bibtex_name(b->out, p->name);
    }
    if (count) mkcv_buf_puts(b->out, e->et_al ? " and others}" : "}");
}

/* Where it is in the press, in biblatex's words. */
static const char *publication_state(const struct mkcv_entry *e)
{
    static const char *const states[][2] = {{"in-press", "inpress"},
                                            {"accepted", "forthcoming"},
                                            {"under-review", "submitted"},
                                            {"submitted", "submitted"},
                                            {"in-preparation", "inpreparation"}};
    const char *status = e->fields[MKCV_FIELD_STATUS].s;
    for (size_t i = 0; status && i < sizeof states / sizeof *states; i++)
        if (!strcmp(states[i][0], status)) return states[i][1];
    return NULL;
}

static void put_date(struct bibliography *b, const struct mkcv_entry *e)
{
    static const char months[][4] = {"jan", "feb", "mar", "apr", "may", "jun",
                                     "jul", "aug", "sep", "oct", "nov", "dec"};
    if (!e->end.year) return;
    mkcv_buf_printf(b->out, ",\n  year = {%d}", e->end.year);
    if (e->end.month >= 1 && e->end.month <= 12) mkcv_buf_printf(b->out, ",\n  month = %s", months[e->end.month - 1]);
}

/* The page of the work; what only leads on to its DOI or eprint is said by these. */
static void put_url(struct bibliography *b, const struct mkcv_entry *e)
{
    const char *url = mkcv_uri(b->out->arena, e->url), *doi = e->fields[MKCV_FIELD_DOI].s,
               *arxiv = e->fields[MKCV_FIELD_ARXIV].s;
    if (!url || (strncasecmp(url, "http://", 7) != 0 && strncasecmp(url, "https://", 8) != 0)) return;
    bool known = (doi && strcasestr(url, "doi.org/")) || (arxiv && strcasestr(url, "arxiv.org/abs/"));
    if (!known) put_verbatim(b, "url", url);
}

static void put_identifiers(struct bibliography *b, const struct mkcv_entry *e)
{
    put_verbatim(b, "doi", e->fields[MKCV_FIELD_DOI].s);
    if (!mkcv_text_is_empty(&e->fields[MKCV_FIELD_ARXIV])) {
        put_verbatim(b, "eprint", e->fields[MKCV_FIELD_ARXIV].s);
        put_string(b, "archiveprefix", "arXiv");
    }
    put_url(b, e);
}

static void put_keywords(struct bibliography *b, const struct mkcv_entry *e)
{
    bool any = e->selected;
    if (e->selected || e->tags.count) open_field(b, "keywords");
    if (e->selected) mkcv_buf_puts(b->out, "selected");
    for (size_t i = 0; i < e->tags.count; i++, any = true) {
        if (any) mkcv_buf_puts(b->out, ", ");
        mkcv_bibtex_escape(b->out, e->tags.at[i], strlen(e->tags.at[i]));
    }
    if (any) mkcv_buf_putc(b->out, '}');
}

static void put_work(struct bibliography *b, const struct mkcv_entry *e)
{
    const struct kind kind = kind_of(e);
    const struct mkcv_text *f = e->fields, *title = &f[MKCV_FIELD_TITLE];
    const char *lang = mkcv_text_lang(title);
    mkcv_buf_printf(b->out, "\n@%s{%s", kind.entry, mkcv_bibtex_key(&b->keys, b->out->arena, e));
    put_authors(b, e);
    open_field(b, "title");
    mkcv_bibtex_title(b->out, title, lang ? lang : b->cv->lang);
    mkcv_buf_putc(b->out, '}');
    put_text(b, kind.venue, &f[MKCV_FIELD_ORG]);
    put_text(b, "abbr", &f[MKCV_FIELD_ABBR]);
    put_text(b, "volume", &f[MKCV_FIELD_VOLUME]);
    put_text(b, "number", &f[MKCV_FIELD_NUMBER]);
    put_text(b, "pages", &f[MKCV_FIELD_PAGES]);
    put_text(b, "location", &f[MKCV_FIELD_LOCATION]);
    put_date(b, e);
    put_string(b, "pubstate", publication_state(e));
    put_identifiers(b, e);
    put_text(b, "award", &f[MKCV_FIELD_HONORS]);
    put_text(b, "note", &f[MKCV_FIELD_NOTE]);
    put_keywords(b, e);
    if (lang) put_string(b, "langid", mkcv_latex_language(lang));
    mkcv_buf_puts(b->out, "\n}\n");
}

enum mkcv_code mkcv_bibtex_write(const struct mkcv_cv *cv, struct mkcv_buf *out, struct mkcv_diags *d)
{
    struct bibliography b = {.out = out, .cv = cv};
    const struct mkcv_section *works = mkcv_cv_lookup((struct mkcv_cv *)cv, MKCV_KIND_PUBLICATIONS);
    const struct mkcv_entry *untitled = NULL;
    size_t count = 0;
    mkcv_buf_printf(out, "%% Made by mkcv %s\n", MKCV_VERSION);
    mkcv_bibtex_keys_open(&b.keys, out->arena, works ? works->entries.count : 0);
    for (size_t i = 0; works && !works->hidden && i < works->entries.count; i++) {
        const struct mkcv_entry *e = &works->entries.at[i];
        if (e->hidden) continue;
        if (!mkcv_text_is_empty(&e->fields[MKCV_FIELD_TITLE])) {
            put_work(&b, e);
            continue;
        }
        if (!count++) untitled = e;
    }
    if (untitled) mkcv_report(d, MKCV_DIAG_BIB_UNTITLED, untitled->loc, mkcv_arena_printf(out->arena, "%zu", count));
    return MKCV_OK;
}
