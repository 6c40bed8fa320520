/* inline.c - cmark's inlines, with the HTML tags among them, into text.
 *
 * cmark gives tags one by one, not nested; a stack pairs them. A tag that is not known, closes nothing or is never
 * closed loses nothing but its own look. */
#include "inline.h"
#include "html.h"
#include <cmark.h>
#include <string.h>

struct walk {
    struct mkcv_md *md;
    struct mkcv_rich *rich;
    const struct mkcv_inline_place *place;
    int emph, strong, image;
    bool in_link;
    const char *link, *image_url;
    struct mkcv_loc link_loc;
    size_t link_at; /* where the link's text begins in rich->raw */
    struct mkcv_tag_stack tags;
    const char *icon; /* what the link's icon shows; NULL: none */
    int line;         /* of md->text, of the last node that had one */
    const char *lang; /* of the block; NULL: unsaid */
};

/* The columns before a continuation line's text: blanks and the quotes around it. */
static int leading(const struct mkcv_md *md, int line, int quotes)
{
    if (line < 1 || (size_t)line > md->lines.count) return 0;
    const char *start = md->text.s + md->lines.at[line - 1].at, *p = start;
    while (*p == ' ' || *p == '\t' || (*p == '>' && quotes-- > 0)) p++;
    return (int)(p - start);
}

static struct mkcv_loc place_of(struct walk *w, cmark_node *n)
{
    int line = cmark_node_get_start_line(n), column = cmark_node_get_start_column(n);
    if (line > 0) w->line = line;
    if (w->place->fixed.line > 0)
        return (struct mkcv_loc){w->md->file, w->place->fixed.line,
                                 w->place->fixed.column > 0 ? w->place->fixed.column + column - 2 : 0};
    if (line > w->place->line) column += leading(w->md, line, w->place->quotes) - (w->place->column - 1);
    return mkcv_md_loc(w->md, line, column);
}

static struct mkcv_span style_of(const struct walk *w, struct mkcv_loc loc)
{
    struct mkcv_span s = {.line = loc.line, .column = loc.column, .url = w->in_link ? w->link : NULL, .lang = w->lang};
    for (size_t i = 0; i < w->tags.count; i++) {
        s.marks |= w->tags.open[i].marks;
        if (w->tags.open[i].url && !w->in_link) s.url = w->tags.open[i].url;
        if (w->tags.open[i].lang) s.lang = w->tags.open[i].lang;
    }
    if (w->emph > 0) s.marks |= MKCV_MARK_EMPH;
    if (w->strong > 0) s.marks |= MKCV_MARK_STRONG;
    if (w->image > 0) {
        s.marks |= MKCV_MARK_IMAGE;
        if (!s.url) s.url = w->image_url;
    }
    return s;
}

static void put(struct walk *w, const char *s, struct mkcv_loc loc, unsigned marks)
{
    struct mkcv_span style = style_of(w, loc);
    style.marks |= (uint16_t)marks;
    mkcv_rich_put(w->rich, s, strlen(s), &style);
}

/* "&nbsp" without its semicolon is a blank: browsers take it (HTML, section 13.5), CommonMark does not. */
static void put_literal(struct walk *w, cmark_node *n)
{
    static const char blank[] = "&nbsp";
    const char *s = cmark_node_get_literal(n), *at;
    struct mkcv_loc loc = place_of(w, n);
    size_t filled = strspn(s, "\x04");
    if (loc.column > 0) loc.column += (int)filled;
    for (s += filled; (at = strstr(s, blank)) != NULL; s = at + strlen(blank)) {
        put(w, mkcv_arena_strndup(w->md->arena, s, (size_t)(at - s)), loc, 0);
        if (loc.column > 0) loc.column += (int)(at - s);
        put(w, "\u00a0", loc, 0);
        if (loc.column > 0) loc.column += (int)strlen(blank);
    }
    put(w, s, loc, 0);
}

static void report_empty_link(struct walk *w, size_t from, struct mkcv_loc loc)
{
    const char *text = mkcv_rich_plain(w->rich, from);
    if (*text) mkcv_report(w->md->diags, MKCV_DIAG_LINK_EMPTY, loc, text);
}

/* A link begins at its text: cmark 0.30 gives it the line on which it ends. */
static void enter_link(struct walk *w, cmark_node *n)
{
    cmark_node *child = cmark_node_first_child(n);
    struct mkcv_loc loc = place_of(w, n);
    int line = child ? cmark_node_get_start_line(child) : 0;
    if (line > 0 && line != cmark_node_get_start_line(n)) loc = place_of(w, child);
    const char *url = cmark_node_get_url(n);
    w->in_link = true;
    w->link = mkcv_md_url(w->md, url ? url : "", loc);
    w->link_loc = loc;
    w->link_at = w->rich->raw.n;
    w->icon = NULL;
}

/* An icon alone stands for the word that it shows. */
static void name_icon(struct walk *w)
{
    const char *icon = w->icon;
    w->icon = NULL;
    if (!icon) return;
    const char *text = mkcv_rich_plain(w->rich, w->link_at);
    if (text[strspn(text, " ")] == 0) put(w, icon, w->link_loc, 0);
}

static void leave_link(struct walk *w)
{
    name_icon(w);
    if (w->link && !*w->link) report_empty_link(w, w->link_at, w->link_loc);
    w->in_link = false;
}

static void enter_image(struct walk *w, cmark_node *n)
{
    const char *url = cmark_node_get_url(n);
    if (w->image++ > 0) return;
    bool data = url && strncmp(url, "data:", 5) == 0;
    w->image_url = url && *url && !data ? mkcv_md_url(w->md, url, place_of(w, n)) : NULL;
}

static void put_image(struct walk *w, const struct mkcv_tag *tag, struct mkcv_loc loc)
{
    const char *alt = mkcv_tag_attribute(w->md->arena, tag, "alt"), *src = mkcv_tag_attribute(w->md->arena, tag, "src");
    if (!alt || !*alt) return;
    bool data = src && strncmp(src, "data:", 5) == 0;
    w->image_url = src && !data ? mkcv_md_url(w->md, src, loc) : NULL;
    w->image++;
    put(w, alt, loc, 0);
    w->image--;
}

static void open_tag(struct walk *w, const struct mkcv_tag *tag, struct mkcv_loc loc)
{
    struct mkcv_tag_stack *t = &w->tags;
    if (t->count == sizeof t->open / sizeof *t->open) {
        t->lost++;
        return;
    }
    const char *href = tag->kind == MKCV_TAG_LINK ? mkcv_tag_attribute(w->md->arena, tag, "href") : NULL;
    memcpy(t->open[t->count].name, tag->name, sizeof tag->name);
    t->open[t->count].marks = (uint16_t)tag->marks;
    t->open[t->count].url = href ? mkcv_md_url(w->md, href, loc) : NULL;
    t->open[t->count].lang = mkcv_tag_lang(w->md->arena, tag);
    if (href) {
        w->link_at = w->rich->raw.n;
        w->link_loc = loc;
        w->icon = NULL;
    }
    const char *class = tag->kind == MKCV_TAG_INLINE ? mkcv_tag_attribute(w->md->arena, tag, "class") : NULL;
    if (class) w->icon = mkcv_tag_icon(class);
    t->count++;
}

static void close_tag(struct walk *w, const struct mkcv_tag *tag)
{
    struct mkcv_tag_stack *t = &w->tags;
    if (t->lost > 0) {
        t->lost--;
        return;
    }
    for (size_t k = t->count; k > 0; k--) {
        if (strcmp(t->open[k - 1].name, tag->name) != 0) continue;
        const char *url = t->open[k - 1].url;
        if (url) name_icon(w);
        if (url && !*url) report_empty_link(w, w->link_at, w->link_loc);
        memmove(&t->open[k - 1], &t->open[k], (t->count - k) * sizeof *t->open);
        t->count--;
        return;
    }
}

static void put_tag(struct walk *w, const char *s, struct mkcv_loc loc)
{
    struct mkcv_tag tag;
    if (!mkcv_tag_read(s, strlen(s), &tag)) return;
    switch (tag.kind) {
    case MKCV_TAG_BREAK:
    case MKCV_TAG_BLOCK:
    case MKCV_TAG_CONTAINER:
        put(w, MKCV_RICH_BREAK, loc, 0);
        break;
    case MKCV_TAG_IMAGE:
        put_image(w, &tag, loc);
        break;
    case MKCV_TAG_INLINE:
    case MKCV_TAG_LINK:
        if (tag.closing)
            close_tag(w, &tag);
        else if (!tag.empty)
            open_tag(w, &tag, loc);
        break;
    case MKCV_TAG_VOID:
    case MKCV_TAG_DROP:
        break;
    }
}

static void enter(struct walk *w, cmark_node *n)
{
    cmark_node_type type = cmark_node_get_type(n);
    struct mkcv_loc last = mkcv_md_loc(w->md, w->line, 1);
    if (type == CMARK_NODE_SOFTBREAK)
        put(w, MKCV_RICH_SOFT, last, 0);
    else if (type == CMARK_NODE_LINEBREAK)
        put(w, MKCV_RICH_BREAK, last, 0);
    else if (type == CMARK_NODE_TEXT)
        put_literal(w, n);
    else if (type == CMARK_NODE_CODE)
        put(w, cmark_node_get_literal(n), place_of(w, n), MKCV_MARK_CODE);
    else if (type == CMARK_NODE_HTML_INLINE)
        put_tag(w, cmark_node_get_literal(n), place_of(w, n));
    else if (type == CMARK_NODE_EMPH)
        w->emph++;
    else if (type == CMARK_NODE_STRONG)
        w->strong++;
    else if (type == CMARK_NODE_LINK)
        enter_link(w, n);
    else if (type == CMARK_NODE_IMAGE)
        enter_image(w, n);
}

static void leave(struct walk *w, cmark_node *n)
{
    cmark_node_type type = cmark_node_get_type(n);
    if (type == CMARK_NODE_EMPH)
        w->emph--;
    else if (type == CMARK_NODE_STRONG)
        w->strong--;
    else if (type == CMARK_NODE_LINK)
        leave_link(w);
    else if (type == CMARK_NODE_IMAGE)
        w->image--;
}

struct mkcv_text mkcv_inline_text(struct mkcv_md *md, cmark_node *block, const struct mkcv_inline_place *place)
{
    struct mkcv_rich rich;
    mkcv_rich_init(&rich, md);
    struct walk w = {.md = md,
                     .rich = &rich,
                     .place = place,
                     .line = place->line,
                     .lang = place->fixed.line ? NULL : mkcv_md_lang(md, place->line)};
    cmark_iter *it = cmark_iter_new(block);
    for (cmark_event_type e; (e = cmark_iter_next(it)) != CMARK_EVENT_DONE;) {
        cmark_node *n = cmark_iter_get_node(it);
        if (e == CMARK_EVENT_ENTER)
            enter(&w, n);
        else
            leave(&w, n);
    }
    cmark_iter_free(it);
    return mkcv_rich_finish(&rich);
}

/* One line: line ends are spaces, a blank line is a break. */
static char *flatten(struct mkcv_md *md, const char *s, size_t n)
{
    struct mkcv_buf b;
    mkcv_buf_init(&b, md->arena);
    mkcv_buf_putc(&b, MKCV_CODE_FILL); /* keeps "1." and "#" from being block structure */
    for (size_t i = 0; i < n; i++) {
        bool blank = s[i] == '\n' && i + 1 < n && s[i + 1] == '\n';
        mkcv_buf_puts(&b, blank ? MKCV_RICH_BREAK : "");
        mkcv_buf_putc(&b, s[i] == '\n' ? ' ' : s[i]);
    }
    return b.s;
}

static bool is_over_limit(const char *s)
{
    size_t brackets = 0, delimiters = 0;
    for (; *s; s++) {
        brackets += *s == '[' || *s == ']';
        delimiters += *s == '*' || *s == '_';
    }
    return brackets > 1000 || delimiters > 4000;
}

struct mkcv_text mkcv_inline_read(struct mkcv_md *md, const char *s, size_t n, struct mkcv_loc at)
{
    char *line = flatten(md, s, n);
    if (is_over_limit(line)) {
        mkcv_md_limit(md, at, "too many brackets or emphasis marks in a paragraph");
        mkcv_mask_plain(line, strlen(line));
    }
    struct mkcv_inline_place place = {.line = 1, .column = 1, .fixed = at};
    cmark_node *doc = mkcv_cmark_parse(line, strlen(line));
    struct mkcv_text text = mkcv_inline_text(md, doc, &place);
    cmark_node_free(doc);
    return mkcv_text_without_marks(md, text);
}

struct mkcv_text mkcv_markdown_inline(struct mkcv_arena *a, const char *s, struct mkcv_loc loc, struct mkcv_diags *d)
{
    if (!s) return (struct mkcv_text){.file = loc.file};
    struct mkcv_md md = {.arena = a, .diags = d, .file = loc.file};
    mkcv_buf_init(&md.text, a);
    size_t n = strlen(s);
    char *copy = mkcv_md_copy(a, s);
    mkcv_template_mask(&md, copy, n, loc.line);
    mkcv_mask(&md, copy, n, loc.line);
    return mkcv_inline_read(&md, copy, n, loc);
}
