/* publication_labels.c - bracketed lists of venue links: "[[ICLR'25(a)](url), [TIFS'24](url), S&P 2026]". Each label is
 * all that is said of a work, but for what its address tells. */
#include "mkcv/utf8.h"
#include "publication_line.h"
#include "words.h"
#include <ctype.h>
#include <string.h>

/* What is kept of a listing's remarks and links: enough for any written by hand. */
enum { REMARK_MAX = 200, LINKS_MAX = 24 };

/* Where the walk through the text behind the head is: outside of links, brackets and parentheses count. */
struct walk {
    struct mkcv_arena *arena;
    const struct mkcv_text *text;
    struct mkcv_labels *out;
    size_t open; /* the first bracket: listings without link stand behind it only */
    int brackets, parentheses;
    bool set_off; /* a comma or bracket stood since the last link */
};

static struct mkcv_label *last_label(const struct walk *w)
{
    return w->out->list.count ? &w->out->list.at[w->out->list.count - 1] : NULL;
}

/* Words between links: a listing that lacks its link, or what is said of the one before. */
static void read_piece(struct walk *w, size_t from, size_t to, bool apart)
{
    const char *s = w->text->s;
    while (from < to && strchr(" \t", s[from])) from++;
    while (to > from && strchr(" \t.", s[to - 1])) to--;
    struct mkcv_label l = {.range = {from, to}, .url = ""}, *last = last_label(w);
    l.text = mkcv_arena_strndup(w->arena, s + from, to - from);
    int words = (int)mkcv_words_count(l.text);
    if (!words) return;
    const char *fold = mkcv_utf8_fold(w->arena, l.text);
    l.known = !apart && from >= w->open && mkcv_venue_from_label(w->arena, l.text, &l.venue);
    if (l.known) {
        *MKCV_PUSH(w->arena, &w->out->list) = l;
        w->out->known++;
        w->out->sure++;
        w->out->plain++;
    } else if (last && words <= 6 && (apart || mkcv_line_says_honor(fold) || mkcv_publication_status(fold))) {
        if (strlen(fold) > 1 && (!last->remark || strlen(last->remark) < REMARK_MAX))
            last->remark = last->remark ? mkcv_arena_printf(w->arena, "%s; %s", last->remark, l.text) : l.text;
    } else if (last && strcmp(fold, "and")) {
        w->out->words += words;
    }
}

/* The text between two links, or behind the last. */
static void read_gap(struct walk *w, size_t from, size_t to)
{
    const char *s = w->text->s;
    size_t start = from;
    for (size_t i = from; i < to; i++) {
        bool inside = w->parentheses > 0;
        if (!strchr(inside ? "()" : ",;[]()", s[i])) continue;
        /* "S&P'26 (Oral)" without link: the parenthesis belongs to the words before it */
        size_t words = start + strspn(s + start, " \t");
        if (s[i] == '(' && !inside && words < i && i >= w->open) {
            size_t close = i + strcspn(s + i, ")");
            struct mkcv_venue v;
            if (close < to &&
                mkcv_venue_from_label(w->arena, mkcv_arena_strndup(w->arena, s + words, close + 1 - words), &v)) {
                i = close;
                continue;
            }
        }
        read_piece(w, start, i, inside);
        w->parentheses += s[i] == '(' ? 1 : s[i] == ')' && inside ? -1 : 0;
        w->brackets += s[i] == '[' ? 1 : s[i] == ']' && w->brackets ? -1 : 0;
        w->set_off |= s[i] != '(' && s[i] != ')' && s[i] != ']';
        start = i + 1;
    }
    read_piece(w, start, to, w->parentheses > 0);
}

/* A word for a file of a paper that is no listing of its own behind another. "Preprint" may be one. */
static bool is_aside(struct mkcv_arena *a, const char *label)
{
    static const char *const works[] = {"preprint", "pre print", "preprints",  "arxiv", "ssrn",
                                        "biorxiv",  "medrxiv",   "manuscript", NULL};
    const char *fold = mkcv_utf8_fold(a, label);
    return !mkcv_word_in(fold, works) && mkcv_line_is_label(a, label);
}

/* Pages about a person: no works. */
static bool is_profile(struct mkcv_arena *a, const char *label)
{
    static const char *const sites[] = {"google scholar", "scholar",  "dblp",         "orcid",
                                        "github",         "gitlab",   "researchgate", "semantic scholar",
                                        "linkedin",       "homepage", "twitter",      NULL};
    return mkcv_word_in(mkcv_utf8_fold(a, label), sites);
}

static void read_link(struct walk *w, struct mkcv_label l)
{
    struct mkcv_arena *a = w->arena;
    struct mkcv_labels *out = w->out;
    struct mkcv_label *last = last_label(w);
    l.text = mkcv_arena_strndup(a, w->text->s + l.range.from, l.range.to - l.range.from);
    l.known = mkcv_venue_from_listing(a, l.text, &l.venue);
    bool label = mkcv_line_is_label(a, l.text);
    bool aside = last && !l.known && (w->parentheses > 0 || is_aside(a, l.text) || (label && !w->set_off));
    if (aside) {
        if (last->links.count < LINKS_MAX)
            *MKCV_PUSH(a, &last->links) = (struct mkcv_link){.label = l.text, .url = l.url};
        out->aside++;
        return;
    }
    bool status = mkcv_publication_status(mkcv_utf8_fold(a, l.text)) != NULL;
    out->known += l.known;
    out->sure += l.known && l.venue.sure;
    struct mkcv_venue plain;
    out->plain += mkcv_venue_from_label(a, l.text, &plain);
    out->named += l.known || (!label && !is_profile(a, l.text));
    out->statuses += status;
    bool loose = !w->brackets || (last && !w->set_off) || mkcv_words_count(l.text) > 8;
    out->loose += loose && !(l.known && l.venue.sure);
    *MKCV_PUSH(a, &out->list) = l;
}

static bool is_at_bracket(const struct mkcv_text *t, size_t from, size_t at)
{
    while (at > from && strchr(" \t", t->s[at - 1])) at--;
    return at > from && t->s[at - 1] == '[';
}

struct mkcv_labels mkcv_labels_in(struct mkcv_arena *a, const struct mkcv_text *t, size_t from, size_t to)
{
    struct mkcv_labels out = {.known = 0};
    struct walk w = {.arena = a, .text = t, .out = &out, .open = from};
    size_t gap = from;
    while (w.open < to && t->s[w.open] != '[') w.open++;
    for (size_t i = 0; i < t->spans.count;) {
        const struct mkcv_span *s = &t->spans.at[i++];
        if (!s->url || s->at < from || s->at + s->len > to) continue;
        struct mkcv_label l = {.range = {s->at, s->at + s->len}, .url = s->url};
        for (; i < t->spans.count && t->spans.at[i].url && !strcmp(t->spans.at[i].url, s->url); i++)
            l.range.to = t->spans.at[i].at + t->spans.at[i].len;
        if (gap == from && w.open < l.range.from) gap = w.open;
        if (gap > from || w.open == from) read_gap(&w, gap, l.range.from);
        read_link(&w, l);
        gap = l.range.to;
        w.set_off = false;
    }
    if (out.list.count) {
        read_gap(&w, gap, to);
        out.bracketed = is_at_bracket(t, from, out.list.at[0].range.from);
    }
    return out;
}

/* "Topic:", a few words, nothing: what stands before a list rather than a work's title. */
static bool is_list_head(const struct mkcv_text *t, size_t from, size_t to, int words)
{
    while (to > from && strchr(" \t[", t->s[to - 1])) to--;
    bool colon = to > from && (t->s[to - 1] == ':' || (to - from >= 3 && !strncmp(t->s + to - 3, "\xef\xbc\x9a", 3)));
    return words <= 4 || colon;
}

bool mkcv_labels_are_list(const struct mkcv_text *t, size_t from, size_t to, const struct mkcv_labels *l)
{
    size_t works = l->list.count;
    (void)to;
    if (!works) return false;
    size_t first = l->list.at[0].range.from;
    int before = 0;
    bool inside = false;
    for (size_t i = from; i < first; i++) {
        bool word = isalnum((unsigned char)t->s[i]) || (unsigned char)t->s[i] >= 0x80;
        before += word && !inside;
        inside = word;
    }
    if (before > 12 || l->words > 2) return false;
    if (l->plain >= 2 && l->plain * 4 >= (works + l->aside) * 3) return true;
    if (!l->bracketed || l->loose) return false;
    if (l->sure >= 2) return true;
    if (!is_list_head(t, from, first, before) || l->words) return false;
    /* a work has one name: several labels that are no words for files are several works */
    return l->sure || (l->known && l->named == works) || l->named >= 2 || (l->statuses && works >= 2);
}

/* "Oral" or "to appear". */
static void add_remark(struct mkcv_reader *r, struct mkcv_entry *e, const char *remark, struct mkcv_loc loc)
{
    if (!remark) return;
    const char *status = mkcv_publication_status(mkcv_utf8_fold(r->arena, remark));
    if (status)
        mkcv_publication_set(r, e, MKCV_FIELD_STATUS, status, loc);
    else
        mkcv_publication_add_honor(r, e, remark, loc);
}

static void add_label(struct mkcv_reader *r, const struct mkcv_text *t, const struct mkcv_label *l,
                      const struct mkcv_category *path)
{
    struct mkcv_loc loc = mkcv_text_loc(t, l->range.from);
    struct mkcv_entry *e = mkcv_read_entry(r, MKCV_KIND_PUBLICATIONS, loc);
    e->rule = MKCV_RULE_WORK_LABEL;
    struct mkcv_category c = *path;
    c.label = l->text;
    c.loc = loc;
    *MKCV_PUSH(r->arena, &e->categories) = c;
    mkcv_publication_set_url(r, e, NULL, l->url, loc);
    struct mkcv_identity id = mkcv_identity_from_url(r->arena, e->url);
    mkcv_publication_set(r, e, MKCV_FIELD_TITLE, id.title, loc);
    mkcv_publication_set(r, e, MKCV_FIELD_ORG, l->venue.name, loc);
    if (l->known) e->end = (struct mkcv_date){.year = (short)l->venue.year};
    add_remark(r, e, l->venue.honors, loc);
    add_remark(r, e, l->remark, loc);
    for (size_t i = 0; i < l->links.count; i++)
        mkcv_publication_set_url(r, e, l->links.at[i].label, l->links.at[i].url, loc);
    e->selected = r->selected;
    mkcv_publication_complete(r, e);
}

size_t mkcv_publications_read_labels(struct mkcv_reader *r, const struct mkcv_text *t, size_t from, size_t to,
                                     const struct mkcv_category *path)
{
    struct mkcv_labels l = mkcv_labels_in(r->arena, t, from, to);
    if (!mkcv_labels_are_list(t, from, to, &l)) return 0;
    for (size_t i = 0; i < l.list.count; i++) add_label(r, t, &l.list.at[i], path);
    return l.list.count;
}

static bool has_labels(struct mkcv_arena *a, const struct mkcv_text *t)
{
    size_t n = mkcv_text_length(t);
    if (!n || n > MKCV_READ_TEXT_BYTES) return false;
    struct mkcv_labels l = mkcv_labels_in(a, t, 0, n);
    return mkcv_labels_are_list(t, 0, n, &l) && l.sure && (l.bracketed || l.sure >= 2);
}

bool mkcv_publications_in_block(struct mkcv_arena *scratch, const struct mkcv_block *block)
{
    struct mkcv_arena_mark mark = mkcv_arena_mark(scratch);
    bool found = has_labels(scratch, &block->text);
    mkcv_arena_rewind(scratch, mark);
    for (const struct mkcv_block *b = block->first; b && !found; b = b->next)
        found = mkcv_publications_in_block(scratch, b);
    return found;
}
