/* publication_links.c - what a reference links to: labelled links ("[PDF]"), the title, a badge with the venue. */
#include "mkcv/buf.h"
#include "mkcv/utf8.h"
#include "publication_line.h"
#include "words.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

void mkcv_line_claim(struct mkcv_line *l, size_t from, size_t to, char what)
{
    if (to > l->n) to = l->n;
    if (from < to) memset(l->claim + from, what, to - from);
}

bool mkcv_line_is_free(const struct mkcv_line *l, size_t from, size_t to)
{
    for (size_t i = from; i < to && i < l->n; i++)
        if (l->claim[i] != MKCV_CLAIM_NONE) return false;
    return true;
}

static bool is_word_byte(char c) { return isalnum((unsigned char)c) || (unsigned char)c >= 0x80; }

int mkcv_line_free_words(const struct mkcv_line *l, size_t from, size_t to)
{
    int words = 0;
    bool inside = false;
    for (size_t i = from; i < to && i < l->n; i++) {
        bool word = l->claim[i] == MKCV_CLAIM_NONE && is_word_byte(l->text->s[i]);
        words += word && !inside;
        inside = word;
    }
    return words;
}

static const char *const labels[] = {"pdf",
                                     "paper",
                                     "arxiv",
                                     "eprint",
                                     "preprint",
                                     "pre print",
                                     "published",
                                     "code",
                                     "codes",
                                     "repo",
                                     "repository",
                                     "github",
                                     "project",
                                     "project page",
                                     "page",
                                     "website",
                                     "homepage",
                                     "slides",
                                     "slide",
                                     "poster",
                                     "video",
                                     "videos",
                                     "talk",
                                     "news",
                                     "bibtex",
                                     "bib",
                                     "weight",
                                     "weights",
                                     "model",
                                     "models",
                                     "doi",
                                     "link",
                                     "data",
                                     "dataset",
                                     "datasets",
                                     "demo",
                                     "blog",
                                     "html",
                                     "supp",
                                     "supplement",
                                     "supplementary",
                                     "supplementary material",
                                     "appendix",
                                     "replication package",
                                     "replication kit",
                                     "reproducibility package",
                                     "artifact",
                                     "artifacts",
                                     "artefact",
                                     "abstract",
                                     "abs",
                                     "publisher",
                                     "journal",
                                     "openreview",
                                     "acm",
                                     "ieee",
                                     "springer",
                                     "hal",
                                     "full text",
                                     "full paper",
                                     "full version",
                                     "long version",
                                     "short version",
                                     "extended version",
                                     "conference version",
                                     "journal version",
                                     "source",
                                     "sources",
                                     "software",
                                     "tool",
                                     "online",
                                     "url",
                                     "web",
                                     "media",
                                     "press",
                                     "press release",
                                     "twitter",
                                     "tweet",
                                     "thread",
                                     "youtube",
                                     "bilibili",
                                     "zhihu",
                                     "hugging face",
                                     "huggingface",
                                     "ads",
                                     "dblp",
                                     "proceedings",
                                     "presentation",
                                     "recording",
                                     "tutorial",
                                     "colab",
                                     "cite",
                                     "citation",
                                     "paper link",
                                     "download",
                                     "version",
                                     "read",
                                     "pub",
                                     "bib tex",
                                     "vurl",
                                     "reviews",
                                     "reviewer comments",
                                     "artifact",
                                     "artifacts",
                                     "errata",
                                     "erratum",
                                     "notebook",
                                     "materials",
                                     "pmid",
                                     "pmc",
                                     "ssrn",
                                     "biorxiv",
                                     "medrxiv",
                                     "researchgate",
                                     "论文",
                                     "代码",
                                     "链接",
                                     "\xe6\x9c\xba\xe5\x99\xa8\xe4\xb9\x8b\xe5\xbf\x83",
                                     "lien",
                                     "article",
                                     "texte",
                                     "folien",
                                     "codigo",
                                     NULL};

static bool is_filler(const char *word)
{
    static const char *const fillers[] = {"and", "the", "version", "open", "access", "on", "in", NULL};
    return mkcv_word_in(word, fillers) || isdigit((unsigned char)*word);
}

bool mkcv_line_is_label(struct mkcv_arena *a, const char *label)
{
    const char *fold = mkcv_utf8_fold(a, label);
    if (!*fold || strlen(fold) > 40 || !strcmp(fold, "in press")) return false;
    if (mkcv_word_in(fold, labels)) return true;
    /* "PDF (preprint)", "arXiv version", "Code & Data" */
    char *copy = mkcv_arena_strdup(a, fold), *save = NULL;
    bool any = false;
    for (char *word = strtok_r(copy, " ", &save); word; word = strtok_r(NULL, " ", &save)) {
        bool listed = mkcv_word_in(word, labels);
        any |= listed;
        if (!listed && !is_filler(word)) return false;
    }
    return any;
}

/* A run of spans with the same address. */
static struct mkcv_range link_run(const struct mkcv_text *t, size_t *i)
{
    const struct mkcv_span *first = &t->spans.at[*i];
    size_t k = *i + 1;
    while (k < t->spans.count && t->spans.at[k].url && !strcmp(t->spans.at[k].url, first->url)) k++;
    *i = k;
    const struct mkcv_span *last = &t->spans.at[k - 1];
    return (struct mkcv_range){first->at, last->at + last->len};
}

/* The byte before or after a range that is not white space. */
static char near_byte(const struct mkcv_line *l, struct mkcv_range r, bool before)
{
    const char *s = l->text->s;
    if (before) {
        size_t i = r.from;
        while (i > 0 && s[i - 1] == ' ') i--;
        return i ? s[i - 1] : 0;
    }
    size_t i = r.to;
    while (i < l->n && s[i] == ' ') i++;
    return i < l->n ? s[i] : 0;
}

static bool is_bracketed(const struct mkcv_line *l, struct mkcv_range r)
{
    char before = near_byte(l, r, true), after = near_byte(l, r, false);
    return before && after && strchr("[(|,/", before) && strchr("])|,/", after) && (before != ',' || after != ',');
}

static bool is_han_title(const char *s)
{
    int n = 0;
    for (const char *p = s; *p;) n += mkcv_utf8_next(&p) >= 0x2e80;
    return n >= 6;
}

static bool is_title_text(struct mkcv_line *l, struct mkcv_range r, const char *label)
{
    struct mkcv_venue v;
    struct mkcv_arena *a = l->reader->arena;
    if (mkcv_words_count(label) < 3 && strlen(label) < 18 && !is_han_title(label)) return false;
    if (strstr(label, "://") || mkcv_line_is_label(a, label) || mkcv_venue_from_label(a, label, &v)) return false;
    return mkcv_authors_score(a, l->text, r.from, r.to) < 60;
}

static const char *tidy_label(struct mkcv_arena *a, const char *s)
{
    struct mkcv_range r = mkcv_trim(s, (struct mkcv_range){0, strlen(s)});
    return mkcv_arena_strndup(a, s + r.from, r.to - r.from);
}

static void add_labelled(struct mkcv_line *l, struct mkcv_range r, const char *label, const char *url)
{
    struct mkcv_loc loc = mkcv_text_loc(l->text, r.from);
    if (strstr(label, "://")) label = NULL;
    mkcv_publication_set_url(l->reader, l->entry, label ? tidy_label(l->reader->arena, label) : NULL, url, loc);
    mkcv_line_claim(l, r.from, r.to, MKCV_CLAIM_LINK);
}

/* "[ICLR'25](url)" beside a title: the venue, with its link. */
static bool read_badge(struct mkcv_line *l, struct mkcv_range r)
{
    struct mkcv_venue v;
    struct mkcv_arena *a = l->reader->arena;
    char *s = mkcv_arena_strndup(a, l->text->s + r.from, r.to - r.from);
    if (l->entry->end.year || !mkcv_venue_from_label(a, s, &v)) return false;
    struct mkcv_loc loc = mkcv_text_loc(l->text, r.from);
    mkcv_publication_set(l->reader, l->entry, MKCV_FIELD_ABBR, v.name, loc);
    l->entry->end = (struct mkcv_date){.year = (short)v.year};
    if (v.honors) mkcv_publication_add_honor(l->reader, l->entry, v.honors, loc);
    mkcv_line_claim(l, r.from, r.to, MKCV_CLAIM_VENUE);
    return true;
}

static void read_link(struct mkcv_line *l, struct mkcv_range r, const struct mkcv_span *span)
{
    struct mkcv_arena *a = l->reader->arena;
    char *label = mkcv_arena_strndup(a, l->text->s + r.from, r.to - r.from);
    bool image = span->marks & MKCV_MARK_IMAGE;
    if (image || mkcv_line_is_label(a, label) || strstr(label, "://")) {
        if (!image || mkcv_line_is_label(a, label)) add_labelled(l, r, label, span->url);
        mkcv_line_claim(l, r.from, r.to, MKCV_CLAIM_LINK);
    } else if (is_title_text(l, r, label)) {
        if (l->title.to) return;
        l->title = r;
        l->title_url = span->url;
    } else if (read_badge(l, r)) {
        mkcv_publication_set_url(l->reader, l->entry, NULL, span->url, mkcv_text_loc(l->text, r.from));
    } else if (is_bracketed(l, r) && mkcv_authors_score(a, l->text, r.from, r.to) < 60) {
        add_labelled(l, r, label, span->url);
    }
}

/* "[12]", "3.", "[C4]", "(5)", "12)" at the very start. */
static void read_number(struct mkcv_line *l)
{
    const char *s = l->text->s;
    size_t i = 0;
    while (i < l->n && (s[i] == ' ' || s[i] == '[' || s[i] == '(' || s[i] == '\\')) i++;
    bool open = i > 0 && (s[i - 1] == '[' || s[i - 1] == '(');
    size_t letters = strspn(s + i, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), dash = s[i + letters] == '-';
    size_t digits = strspn(s + i + letters + dash, "0123456789");
    size_t end = i + letters + dash + digits;
    if (!digits || digits > 3 || letters > 2 || (letters && !open)) return;
    if (!strchr(open ? "])" : ".)", s[end]) || !s[end]) return;
    while (end < l->n && strchr("]).\\: ", s[end])) end++;
    mkcv_line_claim(l, 0, end, MKCV_CLAIM_LINK);
}

/* "2021.", "(2021)", a first cell or line "2021": the year at the very start. */
static void read_first_year(struct mkcv_line *l)
{
    const char *s = l->text->s;
    size_t i = strspn(s, " [(\\");
    if (!mkcv_line_is_year(s, i, l->n)) return;
    size_t end = i + 4;
    if (!strchr(i ? ")]" : ".", s[end]) && strncmp(s + end, "\xe2\x80\xa8", 3) != 0) return;
    if (!l->entry->end.year) l->entry->end = (struct mkcv_date){.year = (short)atoi(s + i)};
    while (end < l->n && strchr("]).\\: ", s[end])) end++;
    if (end < l->n) mkcv_line_claim(l, 0, end, MKCV_CLAIM_FIGURE);
}

/* "**Title of it**, *Venue*, 2022": the line is no badge when words in bold stand before others. */
static bool opens_with_title(const struct mkcv_line *l, struct mkcv_range r)
{
    const struct mkcv_span *span = mkcv_text_lookup(l->text, r.from);
    if (!span || !(span->marks & MKCV_MARK_STRONG) || span->at + span->len >= r.to) return false;
    return mkcv_words_count_in(l->text->s + span->at, span->len) >= 3;
}

/* The range of the first bracket, code span or bold run when it opens the line: "[DAC '26]", `ICLR 2021`. */
static struct mkcv_range leading_badge(const struct mkcv_line *l)
{
    const char *s = l->text->s;
    size_t i = 0;
    while (i < l->n && (l->claim[i] != MKCV_CLAIM_NONE || strchr(" \\`", s[i]))) i++;
    if (i >= l->n) return (struct mkcv_range){0, 0};
    if (s[i] == '[' || s[i] == '(') {
        size_t k = i + strcspn(s + i, s[i] == '[' ? "]" : ")");
        return (struct mkcv_range){i + 1, k < l->n && k - i < 60 ? k : i + 1};
    }
    /* the first line of several, or the first cell of a row, may be nothing else */
    const char *line = strstr(s + i, "\xe2\x80\xa8");
    struct mkcv_venue v;
    if (line && line - s - (ptrdiff_t)i < 60) {
        struct mkcv_range r = mkcv_trim(s, (struct mkcv_range){i, (size_t)(line - s)});
        if (!opens_with_title(l, r) &&
            mkcv_venue_from_label(l->reader->arena, mkcv_arena_strndup(l->reader->arena, s + r.from, r.to - r.from),
                                  &v))
            return r;
    }
    const struct mkcv_span *span = mkcv_text_lookup(l->text, i);
    if (!span || !(span->marks & (MKCV_MARK_CODE | MKCV_MARK_STRONG))) return (struct mkcv_range){0, 0};
    return mkcv_trim(s, (struct mkcv_range){i, span->at + span->len});
}

/* Code spans anywhere that are venues, as badges are. */
static void read_code_badges(struct mkcv_line *l)
{
    for (size_t i = 0; i < l->text->spans.count; i++) {
        const struct mkcv_span *span = &l->text->spans.at[i];
        struct mkcv_range r = {span->at, span->at + span->len};
        if (!(span->marks & MKCV_MARK_CODE) || !mkcv_line_is_free(l, r.from, r.to)) continue;
        read_badge(l, r);
    }
}

/* `ICLR 2021` `Survey` `Robotics` Title: behind the first badge of a line, which may be the venue, they are topics. */
static void read_topics(struct mkcv_line *l)
{
    struct mkcv_arena *a = l->reader->arena;
    bool first = true;
    for (size_t i = 0; i < l->text->spans.count; i++) {
        const struct mkcv_span *span = &l->text->spans.at[i];
        struct mkcv_range r = mkcv_trim(l->text->s, (struct mkcv_range){span->at, span->at + span->len});
        if (r.from >= r.to) continue;
        if (!(span->marks & MKCV_MARK_CODE)) return;
        if (!first && mkcv_line_is_free(l, r.from, r.to)) {
            *MKCV_PUSH(a, &l->entry->tags) = mkcv_arena_strndup(a, l->text->s + r.from, r.to - r.from);
            mkcv_line_claim(l, span->at, span->at + span->len, MKCV_CLAIM_FIGURE);
        }
        first = false;
    }
}

/* Unlinked labels: "[PDF]", "[Code]" whose address was empty, "[BibTeX]" that opens a box. */
static void read_bare_labels(struct mkcv_line *l)
{
    const char *s = l->text->s;
    for (size_t i = 0; i < l->n; i++) {
        if (s[i] != '[' && s[i] != '(') continue;
        size_t k = i + 1 + strcspn(s + i + 1, "])[(");
        if (k >= l->n || (s[k] != ']' && s[k] != ')') || k - i > 40 || k == i + 1) continue;
        if (mkcv_line_is_free(l, i, k) &&
            mkcv_line_is_label(l->reader->arena, mkcv_arena_strndup(l->reader->arena, s + i + 1, k - i - 1)))
            mkcv_line_claim(l, i, k + 1, MKCV_CLAIM_LINK);
    }
}

/* Brackets that hold links or the venue's badge alone go with them, and the bars between. */
static void claim_brackets(struct mkcv_line *l)
{
    const char *s = l->text->s;
    size_t opens[16], depth = 0;
    for (size_t i = 0; i < l->n; i++) {
        if ((s[i] == '[' || s[i] == '(') && depth < 16 && l->claim[i] == MKCV_CLAIM_NONE) opens[depth++] = i;
        if ((s[i] != ']' && s[i] != ')') || !depth || l->claim[i] != MKCV_CLAIM_NONE) continue;
        size_t from = opens[--depth];
        bool links = false;
        for (size_t k = from; k < i; k++) links |= l->claim[k] == MKCV_CLAIM_LINK || l->claim[k] == MKCV_CLAIM_VENUE;
        if (links && !mkcv_line_free_words(l, from, i)) mkcv_line_claim(l, from, i + 1, MKCV_CLAIM_LINK);
    }
}

void mkcv_line_read_links(struct mkcv_line *l)
{
    const struct mkcv_text *t = l->text;
    read_number(l);
    read_first_year(l);
    for (size_t i = 0; i < t->spans.count;) {
        const struct mkcv_span *span = &t->spans.at[i];
        if (span->url)
            read_link(l, link_run(t, &i), span);
        else
            i++;
    }
    read_bare_labels(l);
    struct mkcv_range badge = leading_badge(l);
    if (badge.from < badge.to && mkcv_line_is_free(l, badge.from, badge.to)) read_badge(l, badge);
    read_code_badges(l);
    read_topics(l);
    mkcv_line_read_identifiers(l);
    claim_brackets(l);
}
