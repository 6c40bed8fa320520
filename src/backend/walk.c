/* walk.c - the tree in the flow; see walk.h. */
#include "walk.h"
#include "mkcv/utf8.h"
#include "pdf_url.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { SECTIONS_DEEP = 3, LISTS_DEEP = 16 };

/* A list that is open, with an item that is. */
struct open_list {
    const struct mkcv_flow_node *first, *item;
    enum mkcv_list list;
};

struct walk {
    const struct mkcv_walker *to;
    void *self;
    const struct mkcv_flow_node *sections[SECTIONS_DEEP];
    struct open_list lists[LISTS_DEEP];
    size_t section_count, list_count;
    int part; /* 0: none, 1: main column, 2: sidebar */
};

long mkcv_item_number(const struct mkcv_flow_node *node)
{
    const char *digits = node->aside.s ? strpbrk(node->aside.s, "0123456789") : NULL;
    return node->kind == MKCV_FLOW_ITEM && digits ? strtol(digits, NULL, 10) : -1;
}

static bool is_listed(const struct mkcv_flow_node *node)
{
    return node->kind == MKCV_FLOW_ENTRY || node->kind == MKCV_FLOW_ITEM || node->kind == MKCV_FLOW_LISTING;
}

static enum mkcv_list list_of(const struct mkcv_flow_node *node)
{
    if (node->kind == MKCV_FLOW_LISTING) return MKCV_LIST_LISTINGS;
    if (node->kind == MKCV_FLOW_ENTRY) return MKCV_LIST_ENTRIES;
    return mkcv_item_number(node) < 0 ? MKCV_LIST_BULLETS : MKCV_LIST_NUMBERS;
}

/* Items are the points of the entry before them; nothing is in a labelled list. */
static int rank_of(const struct mkcv_flow_node *node)
{
    if (node->kind != MKCV_FLOW_ITEM) return 0;
    return node->level < 1 ? 1 : node->level;
}

static bool is_same_list(const struct mkcv_flow_node *one, const struct mkcv_flow_node *other)
{
    return list_of(one) == list_of(other) && rank_of(one) == rank_of(other) && one->columns == other->columns;
}

const struct mkcv_flow_node *mkcv_list_next(const struct mkcv_flow *flow, const struct mkcv_flow_node *node)
{
    const struct mkcv_flow_node *end = flow->nodes.at + flow->nodes.count, *next = node + 1;
    while (next < end && (next->kind == MKCV_FLOW_PAGEBREAK || (is_listed(next) && rank_of(next) > rank_of(node))))
        next++;
    return next < end && is_listed(next) && is_same_list(node, next) ? next : NULL;
}

static void close_item(struct walk *w)
{
    w->to->node(w->self, w->lists[w->list_count - 1].item, false);
    w->lists[w->list_count - 1].item = NULL;
}

static void close_list(struct walk *w)
{
    const struct open_list *last = &w->lists[w->list_count - 1];
    if (last->item) close_item(w);
    if (w->to->list) w->to->list(w->self, last->first, last->list, false);
    w->list_count--;
}

static void close_lists(struct walk *w)
{
    while (w->list_count) close_list(w);
}

static void close_sections(struct walk *w, int level)
{
    close_lists(w);
    while (w->section_count && (w->sections[w->section_count - 1]->level >= level || level <= 1)) {
        w->section_count--;
        if (w->to->section) w->to->section(w->self, w->sections[w->section_count], false);
    }
}

static void close_part(struct walk *w)
{
    close_sections(w, 0);
    if (w->part && w->to->part) w->to->part(w->self, w->part == 2, false);
    w->part = 0;
}

static void open_section(struct walk *w, const struct mkcv_flow_node *heading)
{
    close_sections(w, heading->level);
    if (w->section_count == SECTIONS_DEEP) return;
    w->sections[w->section_count++] = heading;
    if (w->to->section) w->to->section(w->self, heading, true);
}

static void open_item(struct walk *w, const struct mkcv_flow_node *node)
{
    struct open_list *last = w->list_count ? &w->lists[w->list_count - 1] : NULL;
    bool inside = last && rank_of(last->first) < rank_of(node) && last->list != MKCV_LIST_LISTINGS;
    while (last && !inside && !is_same_list(last->first, node)) {
        close_list(w);
        last = w->list_count ? &w->lists[w->list_count - 1] : NULL;
        inside = last && rank_of(last->first) < rank_of(node) && last->list != MKCV_LIST_LISTINGS;
    }
    if (last && !inside)
        close_item(w);
    else if (w->list_count < LISTS_DEEP) {
        w->lists[w->list_count++] = (struct open_list){.first = node, .list = list_of(node)};
        if (w->to->list) w->to->list(w->self, node, list_of(node), true);
    } else {
        close_item(w);
    }
    w->lists[w->list_count - 1].item = node;
    w->to->node(w->self, node, true);
}

static void open_part(struct walk *w, const struct mkcv_flow_node *node)
{
    int part = node->side ? 2 : 1;
    if (part == w->part || (node->kind == MKCV_FLOW_HEADER && !node->side)) return;
    close_part(w);
    w->part = part;
    if (w->to->part) w->to->part(w->self, node->side, true);
}

void mkcv_walk(const struct mkcv_flow *flow, const struct mkcv_walker *walker, void *self)
{
    struct walk w = {.to = walker, .self = self};
    for (size_t i = 0; i < flow->nodes.count; i++) {
        const struct mkcv_flow_node *node = &flow->nodes.at[i];
        if (flow->sidebar) open_part(&w, node);
        if (node->kind == MKCV_FLOW_HEADING) open_section(&w, node);
        if (is_listed(node)) {
            open_item(&w, node);
            continue;
        }
        if (node->kind != MKCV_FLOW_PAGEBREAK) close_lists(&w);
        walker->node(self, node, true);
    }
    close_part(&w);
}

static bool is_no_break(uint32_t c) { return c == 0xA0 || c == 0x2007 || c == 0x202F || c == 0x2009; }

struct mkcv_text mkcv_text_blanks(struct mkcv_arena *a, const struct mkcv_text *text, const char *no_break)
{
    struct mkcv_text out = {.file = text->file};
    const struct mkcv_span *blank = NULL; /* the span of white space that is due */
    const char *as = " ";                 /* and how it is written */
    bool edge = true;                     /* white space here says nothing */
    mkcv_text_open(&out, mkcv_text_length(text));
    for (size_t i = 0; i < text->spans.count; i++) {
        const struct mkcv_span *span = &text->spans.at[i];
        for (const char *s = text->s + span->at, *end = s + span->len, *from = s; s < end; from = s) {
            uint32_t c = mkcv_utf8_next(&s);
            bool space = mkcv_is_space(c) && c != 0x2028;
            if (space && !edge && !blank) blank = span, as = " ";
            if (is_no_break(c)) as = no_break;
            if (!c || space || c == 0xAD || c == 0x200B) continue;
            if (blank && c != 0x2028) mkcv_text_append(a, &out, as, strlen(as), blank);
            mkcv_text_append(a, &out, from, (size_t)(s - from), span);
            blank = NULL;
            edge = c == 0x2028;
        }
    }
    mkcv_text_close(&out);
    size_t n = mkcv_text_length(&out);
    return n && edge ? mkcv_text_slice(a, &out, 0, n - 3) : out; /* a break at the end breaks nothing */
}

static bool has_link(const struct mkcv_span *span) { return span->url && *span->url; }

size_t mkcv_link_end(const struct mkcv_text *text, size_t first)
{
    const struct mkcv_span *one = &text->spans.at[first];
    size_t end = first + 1;
    for (; end < text->spans.count; end++) {
        const struct mkcv_span *other = &text->spans.at[end];
        if (has_link(one) != has_link(other) || (has_link(one) && strcmp(one->url, other->url) != 0)) break;
    }
    return end;
}

const char *mkcv_link_url(struct mkcv_arena *a, const struct mkcv_span *span)
{
    static const char *const schemes[] = {"http:", "https:", "mailto:", "tel:"};
    const char *url = has_link(span) ? mkcv_pdf_url(a, span->url) : NULL;
    for (size_t i = 0; url && i < sizeof schemes / sizeof *schemes; i++)
        if (!strncasecmp(url, schemes[i], strlen(schemes[i]))) return url;
    return NULL;
}

static const char *skip_start(const char *s, const char *start)
{
    size_t n = strlen(start);
    return strncasecmp(s, start, n) ? s : s + n;
}

static const char *skip_scheme(const char *s)
{
    static const char *const starts[] = {"https://", "http://", "mailto:", "tel:"};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        const char *rest = skip_start(s, starts[i]);
        if (rest != s) return skip_start(rest, "www.");
    }
    return skip_start(s, "www.");
}

bool mkcv_link_is_shown(const char *text, size_t n, const char *url)
{
    const char *end = text + n, *last;
    bool call = !strncasecmp(url, "tel:", 4);
    text = skip_scheme(text);
    url = skip_scheme(url);
    last = url + strlen(url);
    if (end > text && end[-1] == '/') end--;
    if (last > url && last[-1] == '/') last--;
    for (; text < end; text++) {
        if (call && *text != '+' && (*text < '0' || *text > '9')) continue; /* numbers are grouped for reading */
        if (url == last || *url++ != *text) return false;
    }
    return url == last;
}
