/* bibtex.c - the publications as BibTeX (O. Patashnik, BibTeXing, 1988; fields of electronic papers as arXiv names
 * them), in UTF-8 for biber and bibtex8.
 *
 * Names stand as "First von Last", which BibTeX takes apart itself. Titles keep their capitals in a second pair of
 * braces. A key is the first author's family name, the year and a word of the title, with a letter where it is taken.
 */
#include "latex.h"
#include "mkcv/backend.h"
#include "mkcv/utf8.h"
#include <stdlib.h>
#include <string.h>

struct bib {
    struct mkcv_arena *arena;
    struct mkcv_buf *out;
    MKCV_VEC(const char *) keys;
};

/* How a work of each of the model's types is entered, and what the field of its venue is called. */
static const struct {
    const char *type, *entry, *venue;
} types[] = {{"article", "article", "journal"},        {"inproceedings", "inproceedings", "booktitle"},
             {"preprint", "misc", "howpublished"},     {"book", "book", "publisher"},
             {"chapter", "incollection", "booktitle"}, {"thesis", "phdthesis", "school"},
             {"report", "techreport", "institution"},  {NULL, "misc", "howpublished"}};

static const char *field_of(const struct mkcv_entry *e, enum mkcv_field field)
{
    return mkcv_text_is_empty(&e->fields[field]) ? NULL : e->fields[field].s;
}

/* --- text --------------------------------------------------------------------------------------------------------- */

/* What TeX would take for a command stands for itself; braces too, so that they balance. */
static void put_escaped(struct mkcv_buf *out, const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!strncmp(s + i, "\xe2\x80\xa8", 3)) { /* a line break */
            mkcv_buf_putc(out, ' ');
            i += 2;
        } else if (strchr("#%&_${}", s[i]) && s[i]) {
            mkcv_buf_putc(out, '\\');
            mkcv_buf_putc(out, s[i]);
        } else if (s[i] == '\\') {
            mkcv_buf_puts(out, "{\\textbackslash}");
        } else if (s[i] == '~') {
            mkcv_buf_puts(out, "{\\textasciitilde}");
        } else if (s[i] == '^') {
            mkcv_buf_puts(out, "{\\textasciicircum}");
        } else {
            mkcv_buf_putc(out, s[i] == '\n' ? ' ' : s[i]);
        }
    }
}

static void put_text(struct mkcv_buf *out, struct mkcv_arena *a, const struct mkcv_text *t)
{
    for (size_t i = 0; i < t->spans.count; i++) {
        const struct mkcv_span *span = &t->spans.at[i];
        const char *s = mkcv_arena_strndup(a, t->s + span->at, span->len);
        if (span->marks & MKCV_MARK_IMAGE) continue;
        if ((span->marks & MKCV_MARK_MATH) && mkcv_latex_is_formula(s)) {
            mkcv_latex_formula(out, s);
            continue;
        }
        const char *open = span->marks & MKCV_MARK_SUP   ? "\\textsuperscript{"
                           : span->marks & MKCV_MARK_SUB ? "\\textsubscript{"
                                                         : NULL;
        mkcv_buf_puts(out, open);
        put_escaped(out, s, span->len);
        if (open) mkcv_buf_putc(out, '}');
    }
}

static void put_field(struct bib *b, const char *name, const struct mkcv_text *t, bool keep)
{
    if (mkcv_text_is_empty(t)) return;
    mkcv_buf_printf(b->out, ",\n  %s = {%s", name, keep ? "{" : "");
    put_text(b->out, b->arena, t);
    mkcv_buf_puts(b->out, keep ? "}}" : "}");
}

static void put_string(struct bib *b, const char *name, const char *s)
{
    if (!s || !*s) return;
    mkcv_buf_printf(b->out, ",\n  %s = {", name);
    put_escaped(b->out, s, strlen(s));
    mkcv_buf_putc(b->out, '}');
}

/* Addresses are taken as they are: only what would end the field is encoded. */
static void put_address(struct bib *b, const char *name, const char *s)
{
    if (!s || !*s) return;
    mkcv_buf_printf(b->out, ",\n  %s = {", name);
    for (; *s; s++)
        if (strchr("{}\\", *s))
            mkcv_buf_printf(b->out, "%%%02X", (unsigned)(unsigned char)*s);
        else
            mkcv_buf_putc(b->out, *s);
    mkcv_buf_putc(b->out, '}');
}

/* --- people and keys ------------------------------------------------------------------------------------------------
 */

/* "Roussel C", "Berg AB": the initials behind a family name, or NULL. */
static const char *initials_of(const char *name)
{
    enum { INITIALS_MOST = 3 };
    const char *last = strrchr(name, ' ');
    size_t n = last ? strspn(last + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") : 0;
    return n && n <= INITIALS_MOST && !last[1 + n] ? last + 1 : NULL;
}

static void put_name(struct bib *b, const char *name)
{
    const char *initials = initials_of(name), *p = name;
    bool one = mkcv_is_cjk(mkcv_utf8_next(&p)) || strstr(name, " and ");
    if (initials && !one) {
        put_escaped(b->out, name, (size_t)(initials - name) - 1);
        mkcv_buf_putc(b->out, ',');
        for (; *initials; initials++) mkcv_buf_printf(b->out, " %c.", *initials);
        return;
    }
    mkcv_buf_puts(b->out, one ? "{" : "");
    put_escaped(b->out, name, strlen(name));
    mkcv_buf_puts(b->out, one ? "}" : "");
}

static void put_authors(struct bib *b, const struct mkcv_entry *e)
{
    bool any = false;
    for (size_t i = 0; i < e->people.count; i++) {
        const char *name = e->people.at[i].name;
        if (!name || !*name) continue;
        mkcv_buf_puts(b->out, any ? " and " : ",\n  author = {");
        put_name(b, name);
        any = true;
    }
    if (any) mkcv_buf_puts(b->out, e->et_al ? " and others}" : "}");
}

/* The letters and digits of a word of a folded text, those of ASCII. */
static void put_word(struct mkcv_buf *out, const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)s[i] < 0x80) mkcv_buf_putc(out, s[i]);
}

static bool is_taken(const struct bib *b, const char *key)
{
    for (size_t i = 0; i < b->keys.count; i++)
        if (!strcmp(b->keys.at[i], key)) return true;
    return false;
}

static const char *make_key(struct bib *b, const struct mkcv_entry *e)
{
    static const char *const small[] = {"a",   "an",  "the", "on", "of",  "in", "and", "for", "to", "der",
                                        "die", "das", "le",  "la", "les", "el", "il",  "une", "un", NULL};
    struct mkcv_buf key;
    mkcv_buf_init(&key, b->arena);
    const char *name = e->people.count && e->people.at[0].name ? e->people.at[0].name : "";
    const char *initials = initials_of(name);
    if (initials) name = mkcv_arena_strndup(b->arena, name, (size_t)(initials - name) - 1);
    const char *folded = mkcv_utf8_fold(b->arena, name), *last = strrchr(folded, ' ');
    last = last ? last + 1 : folded;
    put_word(&key, last, strlen(last));
    if (e->end.year) mkcv_buf_printf(&key, "%d", e->end.year);
    const char *title = field_of(e, MKCV_FIELD_TITLE);
    for (const char *w = mkcv_utf8_fold(b->arena, title ? title : ""); *w; w += strcspn(w, " "), w += strspn(w, " ")) {
        size_t n = strcspn(w, " "), before = key.n;
        const char *word = mkcv_arena_strndup(b->arena, w, n);
        bool skip = false;
        for (const char *const *s = small; *s; s++) skip = skip || !strcmp(*s, word);
        if (!skip) put_word(&key, word, n);
        if (key.n > before) break;
    }
    const char *first = key.n ? key.s : "work", *taken = first;
    for (int i = 0; is_taken(b, taken); i++)
        taken = mkcv_arena_printf(b->arena, "%s%s", first,
                                  i < 26 ? (const char[]){(char)('a' + i), 0} : mkcv_arena_printf(b->arena, "-%d", i));
    *MKCV_PUSH(b->arena, &b->keys) = taken;
    return taken;
}

/* --- works -----------------------------------------------------------------------------------------------------------
 */

static void put_date(struct bib *b, const struct mkcv_entry *e)
{
    static const char *const months[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                         "jul", "aug", "sep", "oct", "nov", "dec"};
    if (!e->end.year) return;
    mkcv_buf_printf(b->out, ",\n  year = {%d}", e->end.year);
    if (e->end.month >= 1 && e->end.month <= 12) mkcv_buf_printf(b->out, ",\n  month = %s", months[e->end.month - 1]);
}

/* "12–19" as BibTeX has it: "12--19". */
static void put_pages(struct bib *b, const char *s)
{
    if (!s) return;
    mkcv_buf_puts(b->out, ",\n  pages = {");
    for (; *s; s++) {
        bool dash = !strncmp(s, "\xe2\x80\x93", 3);
        if (dash || (*s == '-' && s[1] != '-')) mkcv_buf_puts(b->out, "--");
        if (dash)
            s += 2;
        else if (*s != '-')
            put_escaped(b->out, s, 1);
    }
    mkcv_buf_putc(b->out, '}');
}

static void put_note(struct bib *b, const struct mkcv_entry *e)
{
    static const enum mkcv_field fields[] = {MKCV_FIELD_STATUS, MKCV_FIELD_HONORS, MKCV_FIELD_NOTE};
    bool any = false;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const char *s = field_of(e, fields[i]);
        if (!s || (fields[i] == MKCV_FIELD_STATUS && !strcmp(s, "published"))) continue;
        mkcv_buf_puts(b->out, any ? ". " : ",\n  note = {");
        put_text(b->out, b->arena, &e->fields[fields[i]]);
        any = true;
    }
    if (any) mkcv_buf_putc(b->out, '}');
}

static void put_work(struct bib *b, const struct mkcv_entry *e)
{
    const char *type = field_of(e, MKCV_FIELD_TYPE), *arxiv = field_of(e, MKCV_FIELD_ARXIV);
    size_t k = 0;
    while (types[k].type && !(type && !strcmp(types[k].type, type))) k++;
    mkcv_buf_printf(b->out, "\n@%s{%s", types[k].entry, make_key(b, e));
    put_authors(b, e);
    put_field(b, "title", &e->fields[MKCV_FIELD_TITLE], true);
    put_field(b, types[k].venue, &e->fields[MKCV_FIELD_ORG], false);
    put_field(b, "abbr", &e->fields[MKCV_FIELD_ABBR], false);
    put_string(b, "volume", field_of(e, MKCV_FIELD_VOLUME));
    put_string(b, "number", field_of(e, MKCV_FIELD_NUMBER));
    put_pages(b, field_of(e, MKCV_FIELD_PAGES));
    put_date(b, e);
    put_address(b, "doi", field_of(e, MKCV_FIELD_DOI));
    put_address(b, "eprint", arxiv);
    if (arxiv) put_string(b, "archiveprefix", "arXiv");
    put_address(b, "url", e->url);
    put_note(b, e);
    if (e->selected) put_string(b, "keywords", "selected");
    mkcv_buf_puts(b->out, "\n}\n");
}

enum mkcv_code mkcv_bibtex_write(const struct mkcv_cv *cv, struct mkcv_buf *out, struct mkcv_diags *d)
{
    struct bib b = {.arena = out->arena, .out = out};
    (void)d;
    mkcv_buf_printf(out, "%% Made by mkcv %s: the publications of %s\n", MKCV_VERSION,
                    cv->basics.name ? cv->basics.name : "this CV");
    for (size_t i = 0; i < cv->sections.count; i++) {
        const struct mkcv_section *s = &cv->sections.at[i];
        for (size_t k = 0; s->kind == MKCV_KIND_PUBLICATIONS && !s->hidden && k < s->entries.count; k++)
            if (!s->entries.at[k].hidden && field_of(&s->entries.at[k], MKCV_FIELD_TITLE))
                put_work(&b, &s->entries.at[k]);
    }
    return MKCV_OK;
}
